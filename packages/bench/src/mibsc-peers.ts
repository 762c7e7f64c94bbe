/**
 * What mibsc is measured against, each behind one small interface: seal a payload for n recipients with proof of who sent
 * it, open it as one of them. Peers use one content key a message and wrap it for each recipient, as one would.
 */
import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import {
  type BackendName,
  extract,
  type GT,
  loadBackend,
  recipientSet,
  setup,
  signcrypt,
  unsigncrypt,
} from '@twinseal/mibsc';
import {
  publishedCommitment,
  publishedExtract,
  publishedOpening,
  publishedSetup,
  publishedSigncrypt,
  publishedUnsigncrypt,
} from '@twinseal/mibsc/published';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { FlattenedSign, flattenedVerify, GeneralEncrypt, generalDecrypt, generateKeyPair } from 'jose';

/** A message sealed, and what it weighs. */
export interface Sealed {
  readonly open: () => Promise<void>;
  /** Bytes that do not depend on payload or recipients: header and proof of authorship. */
  readonly headerBytes: number;
  /** Bytes that grow with the recipients: the list of their names, or their wrapped keys. */
  readonly listBytes: number;
  /** Everything, as it would be stored. */
  readonly totalBytes: number;
}

export interface Peer {
  readonly scheme: string;
  readonly backend: string;
  /** Largest n that is worth the time. */
  readonly maxRecipients: number;
  /** Everything that is done once for a set of n recipients. */
  forRecipients(n: number): Promise<(payload: Uint8Array) => Promise<Sealed>>;
}

const names = (n: number) => Array.from({ length: n }, (_, i) => ({ name: `hospital:h${i}`, epoch: '1' }));
const { subtle } = globalThis.crypto;

async function gcm(key: Uint8Array) {
  return subtle.importKey('raw', new Uint8Array(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
}
const ZERO = { name: 'AES-GCM', iv: new Uint8Array(12) };
const view = (bytes: Uint8Array) => bytes as Uint8Array<ArrayBuffer>;

export async function twinseal(backendName: BackendName, maxRecipients: number): Promise<Peer> {
  const backend = await loadBackend(backendName);
  const { params, master } = setup(backend, Math.max(2, maxRecipients));
  const sender = extract(params, master, { name: 'hospital:sender', epoch: '1' });
  const key = extract(params, master, { name: 'hospital:h0', epoch: '1' });
  return {
    scheme: 'twinseal',
    backend: backendName,
    maxRecipients,
    async forRecipients(n) {
      const recipients = recipientSet(params, names(n));
      return async (payload) => {
        const envelope = await signcrypt(params, { recipients, sender }, payload);
        return {
          open: async () => void (await unsigncrypt(params, { key, sender: sender.identity }, envelope)),
          // C1, C2, X, v: 240. The wrapped key, salt, commitment, names and framing are in the total.
          headerBytes: 240,
          listBytes: recipients.listBytes,
          totalBytes: envelope.length,
        };
      };
    },
  };
}

/** The published scheme, with the payload under a key hashed from its message m in GT. Broken; for comparison only. */
export async function published(maxRecipients: number): Promise<Peer> {
  const backend = await loadBackend('mcl');
  const { params, master } = publishedSetup(backend, maxRecipients);
  const sender = publishedExtract(params, master, 'sender');
  const reader = publishedExtract(params, master, 'hospital:h0');
  const hash = async (m: GT) =>
    gcm(new Uint8Array(await subtle.digest('SHA-256', view(backend.encodeGT(m)))));
  return {
    scheme: 'published mIBSC (broken)',
    backend: 'mcl',
    maxRecipients,
    async forRecipients(n) {
      const recipients = names(n).map(({ name }) => name);
      const commitment = publishedCommitment(params, recipients);
      const opening = publishedOpening(params, recipients, reader.identity);
      return async (payload) => {
        const m = backend.powGT(
          params.u,
          backend.scalarFromWide(globalThis.crypto.getRandomValues(new Uint8Array(48))),
        );
        const sigma = publishedSigncrypt(params, sender, recipients, m, { commitment });
        const sealed = new Uint8Array(await subtle.encrypt(ZERO, await hash(m), view(payload)));
        const listBytes = recipients.reduce((sum, name) => sum + 4 + name.length, 0);
        return {
          open: async () => {
            const found = publishedUnsigncrypt(params, reader, 'sender', recipients, sigma, opening);
            if (found === undefined) throw new Error('the published scheme does not open');
            await subtle.decrypt(ZERO, await hash(found), sealed);
          },
          headerBytes: 48 + 96 + 576 + 48,
          listBytes,
          totalBytes: 48 + 96 + 576 + 48 + listBytes + sealed.length,
        };
      };
    },
  };
}

export const hpkeSuite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** RFC 9180 for each recipient's copy of the content key, Ed25519 over everything. */
export async function hpke(maxRecipients: number): Promise<Peer> {
  const pairs = await Promise.all(
    Array.from({ length: maxRecipients }, () => hpkeSuite.kem.generateKeyPair()),
  );
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    scheme: 'HPKE + Ed25519',
    backend: 'WebCrypto',
    maxRecipients,
    async forRecipients(n) {
      return async (payload) => {
        const K = globalThis.crypto.getRandomValues(new Uint8Array(32));
        const sealed = new Uint8Array(await subtle.encrypt(ZERO, await gcm(K), view(payload)));
        const stanzas: Uint8Array[] = [];
        for (const { publicKey: recipientPublicKey } of pairs.slice(0, n)) {
          const { ct, enc } = await hpkeSuite.seal({ recipientPublicKey }, K);
          stanzas.push(Buffer.concat([new Uint8Array(enc), new Uint8Array(ct)]));
        }
        const message = Buffer.concat([...stanzas, sealed]);
        const signature = sign(null, message, privateKey);
        return {
          open: async () => {
            if (!verify(null, message, publicKey, signature)) throw new Error('signature');
            const own = message.subarray(0, 80);
            const recipientKey = (pairs[0] as (typeof pairs)[0]).privateKey;
            const enc = new Uint8Array(own.subarray(0, 32));
            const opened = await hpkeSuite.open({ recipientKey, enc }, new Uint8Array(own.subarray(32)));
            await subtle.decrypt(ZERO, await gcm(new Uint8Array(opened)), view(message.subarray(80 * n)));
          },
          headerBytes: 64,
          listBytes: 80 * n,
          totalBytes: message.length + 64,
        };
      };
    },
  };
}

/** age with X25519 recipients. It does not authenticate the sender: less is done here. */
export async function age(maxRecipients: number): Promise<Peer> {
  const identities = await Promise.all(Array.from({ length: maxRecipients }, () => generateX25519Identity()));
  const recipients = await Promise.all(identities.map((identity) => identityToRecipient(identity)));
  return {
    scheme: 'age (no sender authentication)',
    backend: 'age-encryption',
    maxRecipients,
    async forRecipients(n) {
      return async (payload) => {
        const encrypter = new Encrypter();
        for (const recipient of recipients.slice(0, n)) encrypter.addRecipient(recipient);
        const file = await encrypter.encrypt(payload);
        const chunks = Math.max(1, Math.ceil(payload.length / 65_536));
        const overhead = file.length - payload.length - 16 * chunks;
        return {
          open: async () => {
            const decrypter = new Decrypter();
            decrypter.addIdentity(identities[0] as string);
            await decrypter.decrypt(file);
          },
          headerBytes: 0,
          listBytes: overhead,
          totalBytes: file.length,
        };
      };
    },
  };
}

/** JWE (ECDH-ES+A256KW on X25519, A256GCM) inside a JWS (EdDSA), JSON forms. */
export async function jose(maxRecipients: number): Promise<Peer> {
  const pairs = await Promise.all(
    Array.from({ length: maxRecipients }, () => generateKeyPair('ECDH-ES+A256KW', { crv: 'X25519' })),
  );
  const signer = await generateKeyPair('EdDSA');
  return {
    scheme: 'JWE + JWS',
    backend: 'jose',
    maxRecipients,
    async forRecipients(n) {
      return async (payload) => {
        const encrypt = new GeneralEncrypt(payload).setProtectedHeader({ enc: 'A256GCM' });
        for (const { publicKey } of pairs.slice(0, n)) {
          encrypt.addRecipient(publicKey).setUnprotectedHeader({ alg: 'ECDH-ES+A256KW' });
        }
        const jwe = new TextEncoder().encode(JSON.stringify(await encrypt.encrypt()));
        const jws = await new FlattenedSign(jwe).setProtectedHeader({ alg: 'EdDSA' }).sign(signer.privateKey);
        const total = JSON.stringify(jws).length;
        return {
          open: async () => {
            const { payload: inner } = await flattenedVerify(jws, signer.publicKey);
            const own = (pairs[0] as (typeof pairs)[0]).privateKey;
            await generalDecrypt(JSON.parse(new TextDecoder().decode(inner)), own);
          },
          headerBytes: 0,
          listBytes: total - Math.ceil((Math.ceil((payload.length * 4) / 3) * 4) / 3),
          totalBytes: total,
        };
      };
    },
  };
}
