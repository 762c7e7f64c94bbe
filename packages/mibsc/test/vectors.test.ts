/**
 * The frozen vectors of this suite, on both backends. They were written by scripts/reference.mjs, which shares no code
 * with src/: what agrees here was computed twice.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  author,
  authorPoint,
  batchVerifyAuthor,
  checkMasterSecret,
  contractParameters,
  type Domain,
  decapsulate,
  decodeHeader,
  decodeIdentity,
  decodeIdentityKey,
  decodeMasterSecret,
  decodeParameters,
  domainDigest,
  encodeIdentity,
  encodeIdentityKey,
  encodeMasterSecret,
  encodeParameters,
  expandAuthorProof,
  extract,
  type Identity,
  type IdentityKey,
  identityScalars,
  type MasterSecret,
  openCapsule,
  openStream,
  type PublicParameters,
  type RandomSource,
  recipientSet,
  sealCapsule,
  sealStream,
  setup,
  signcrypt,
  unsigncrypt,
  validateParameters,
  verifyAuthor,
} from '../src/index.js';
import { BACKENDS, codeOf, hex, unhex, type World } from './support.js';

const folder = fileURLToPath(new URL('../vectors/', import.meta.url));
const script = fileURLToPath(new URL('../scripts/write-vectors.mjs', import.meta.url));

type Json = Record<string, never> & { name: string };
interface VectorFile {
  suite: string;
  accept: Json[];
  refuse: (Json & { code: string })[];
}
const load = (name: string): VectorFile => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));

/** Deals the recorded draws, in order, and refuses to deal more. */
function recorded(draws: readonly string[]): RandomSource {
  const rest = draws.map(unhex);
  return (length) => {
    const next = rest.shift();
    if (next?.length !== length) throw new Error(`no draw of ${length} bytes is recorded here`);
    return next;
  };
}

const domainOf = (json: 'offchain' | { chainId: string; contract: string }): Domain =>
  json === 'offchain' ? json : { chainId: BigInt(json.chainId), contract: json.contract };
const big = (value: bigint) => value.toString(16).padStart(64, '0');

describe('vector files', () => {
  it('are what the reference implementation writes, byte for byte', () => {
    const copy = mkdtempSync(join(tmpdir(), 'mibsc-vectors-'));
    try {
      execFileSync(process.execPath, [script, copy]);
      expect(readdirSync(copy).sort()).toEqual(readdirSync(folder).sort());
      for (const name of readdirSync(folder)) {
        expect(
          readFileSync(join(copy, name), 'utf8') === readFileSync(join(folder, name), 'utf8'),
          name,
        ).toBe(true);
      }
    } finally {
      rmSync(copy, { recursive: true });
    }
  });

  it('are at least 20 to accept and 80 to refuse', () => {
    const all = readdirSync(folder).map((name) => load(name.replace('.json', '')));
    expect(all.reduce((sum, { accept }) => sum + accept.length, 0)).toBeGreaterThanOrEqual(20);
    expect(all.reduce((sum, { refuse }) => sum + refuse.length, 0)).toBeGreaterThanOrEqual(80);
    for (const { suite } of all) expect(suite).toBe('TWINSEAL-MIBSC-BLS12381-V1');
  });
});

describe.each(BACKENDS)('vectors on %s', (backendName) => {
  let params: PublicParameters;
  let master: MasterSecret;
  let backend: World['backend'];
  const keys = new Map<string, IdentityKey>();
  const keyOf = (identity: Identity): IdentityKey => {
    const name = `${identity.name}#${identity.epoch}`;
    let key = keys.get(name);
    if (key === undefined) {
      key = extract(params, master, identity);
      keys.set(name, key);
    }
    return key;
  };

  beforeAll(async () => {
    const { loadBackend } = await import('../src/index.js');
    backend = await loadBackend(backendName);
    const [first] = load('parameters').accept as never as [{ N: number; random: string[] }];
    ({ params, master } = setup(backend, first.N, { random: recorded(first.random) }));
  });

  it('identity', async () => {
    const { accept, refuse } = load('identity');
    for (const { identity, bytes, xD, xS } of accept as never as {
      identity: Identity;
      bytes: string;
      xD: string;
      xS: string;
    }[]) {
      expect(hex(encodeIdentity(identity))).toBe(bytes);
      expect(decodeIdentity(unhex(bytes))).toEqual(identity);
      const scalars = identityScalars(identity);
      expect([big(scalars.xD), big(scalars.xS)]).toEqual([xD, xS]);
    }
    for (const { name, code, identity, bytes } of refuse as never as {
      name: string;
      code: string;
      identity?: Identity;
      bytes: string;
    }[]) {
      const run = () => (identity === undefined ? decodeIdentity(unhex(bytes)) : encodeIdentity(identity));
      expect(await codeOf(run), name).toBe(code);
    }
  });

  it('parameters', async () => {
    const { accept, refuse } = load('parameters');
    for (const vector of accept as never as {
      N: number;
      random: string[];
      encoded: string;
      digest: string;
      master: string;
      contract: Record<string, string>;
    }[]) {
      const made = setup(backend, vector.N, { random: recorded(vector.random) });
      expect(hex(encodeParameters(made.params))).toBe(vector.encoded);
      expect(hex(made.params.digest)).toBe(vector.digest);
      expect(hex(encodeMasterSecret(made.master))).toBe(vector.master);
      const decoded = validateParameters(decodeParameters(backend, unhex(vector.encoded)));
      const { w, H1, H2 } = contractParameters(decoded);
      expect([w, H1, H2].map(hex)).toEqual([vector.contract.w, vector.contract.H1, vector.contract.H2]);
    }
    for (const { name, code, encoded } of refuse as never as {
      name: string;
      code: string;
      encoded: string;
    }[]) {
      expect(await codeOf(() => validateParameters(decodeParameters(backend, unhex(encoded)))), name).toBe(
        code,
      );
    }
  });

  it('keys', async () => {
    const { accept, refuse } = load('keys');
    for (const { identity, encoded } of accept as never as { identity: Identity; encoded: string }[]) {
      expect(hex(encodeIdentityKey(extract(params, master, identity)))).toBe(encoded);
      expect(decodeIdentityKey(params, unhex(encoded)).identity).toEqual(identity);
    }
    for (const vector of refuse as never as {
      name: string;
      code: string;
      encoded?: string;
      master?: string;
    }[]) {
      const run = () => {
        if (vector.encoded !== undefined) return decodeIdentityKey(params, unhex(vector.encoded));
        return checkMasterSecret(params, decodeMasterSecret(backend, unhex(vector.master as string)));
      };
      expect(await codeOf(run), vector.name).toBe(vector.code);
    }
  });

  it('author', () => {
    const { accept, refuse } = load('author');
    for (const vector of accept as never as {
      identity: Identity;
      digest: string;
      domain: never;
      random: string[];
      D: string;
      Q: string;
      X: string;
      v: string;
      proof: string;
    }[]) {
      const domain = domainOf(vector.domain);
      const proof = author(params, keyOf(vector.identity), unhex(vector.digest), domain, {
        random: recorded(vector.random),
      });
      expect(hex(proof)).toBe(vector.proof);
      expect(hex(domainDigest(params, domain))).toBe(vector.D);
      expect(hex(authorPoint(params, vector.identity))).toBe(vector.Q);
      const { X, v } = expandAuthorProof(params, proof);
      expect([hex(X), hex(v)]).toEqual([vector.X, vector.v]);
      expect(verifyAuthor(params, vector.identity, unhex(vector.digest), proof, domain)).toBe(true);
    }
    for (const vector of refuse as never as {
      name: string;
      identity: Identity;
      digest: string;
      domain: never;
      proof: string;
    }[]) {
      const claim = { identity: vector.identity, digest: unhex(vector.digest), proof: unhex(vector.proof) };
      const domain = domainOf(vector.domain);
      expect(verifyAuthor(params, claim.identity, claim.digest, claim.proof, domain), vector.name).toBe(
        false,
      );
      expect(batchVerifyAuthor(params, [claim], domain).ok, vector.name).toBe(false);
    }
  });

  it('capsule', async () => {
    const { accept, refuse } = load('capsule');
    type Vector = {
      name: string;
      code: string;
      recipients: Identity[];
      issuer: Identity;
      context: string;
      domain: never;
      secret: string;
      random: string[];
      setDigest: string;
      kek: string;
      capsule: string;
      reader: Identity;
    };
    for (const vector of accept as never as Vector[]) {
      const { recipients, issuer } = vector;
      const context = unhex(vector.context);
      const domain = domainOf(vector.domain);
      const secret = unhex(vector.secret);
      const random = recorded(vector.random);
      const capsule = await sealCapsule(params, {
        recipients,
        issuer: keyOf(issuer),
        context,
        domain,
        secret,
        random,
      });
      expect(hex(capsule), vector.name).toBe(vector.capsule);
      const set = recipientSet(params, recipients);
      expect(hex(set.digest)).toBe(vector.setDigest);
      for (const reader of recipients) {
        const key = keyOf(reader);
        expect(hex(await openCapsule(params, { capsule, recipients, issuer, context, domain, key }))).toBe(
          vector.secret,
        );
        const header = decodeHeader(params, capsule.slice(0, 144));
        expect(hex(decapsulate(params, set, header, { sender: issuer, context }, key))).toBe(vector.kek);
      }
    }
    for (const vector of refuse as never as Vector[]) {
      const { recipients, issuer } = vector;
      const given = { capsule: unhex(vector.capsule), recipients, issuer, context: unhex(vector.context) };
      const run = () =>
        openCapsule(params, { ...given, domain: domainOf(vector.domain), key: keyOf(vector.reader) });
      expect(await codeOf(run), vector.name).toBe(vector.code);
    }
  });

  it('envelope', async () => {
    const { accept, refuse } = load('envelope');
    type Vector = {
      name: string;
      code: string;
      recipients: Identity[];
      sender: Identity;
      context: string;
      domain: never;
      message: string;
      fill?: { byte: number; length: number };
      envelopeSha256: string;
      random: string[];
      envelope: string;
      reader: Identity;
    };
    for (const vector of accept as never as Vector[]) {
      const { recipients, sender } = vector;
      const domain = domainOf(vector.domain);
      const context = unhex(vector.context);
      const random = recorded(vector.random);
      const input = { recipients, sender: keyOf(sender), context, domain, random };
      const { fill } = vector;
      const message =
        fill === undefined ? unhex(vector.message) : new Uint8Array(fill.length).fill(fill.byte);
      const envelope = await signcrypt(params, input, message);
      if (fill === undefined) expect(hex(envelope), vector.name).toBe(vector.envelope);
      else expect(createHash('sha256').update(envelope).digest('hex')).toBe(vector.envelopeSha256);
      for (const reader of recipients) {
        const opened = await unsigncrypt(params, { key: keyOf(reader), domain, sender, context }, envelope);
        expect(hex(opened.message)).toBe(hex(message));
      }
    }
    for (const vector of refuse as never as Vector[]) {
      const key = keyOf(vector.reader);
      const run = () => unsigncrypt(params, { key, domain: domainOf(vector.domain) }, unhex(vector.envelope));
      expect(await codeOf(run), vector.name).toBe(vector.code);
    }
  });
});

describe('vectors', () => {
  it('stream', async () => {
    const { accept, refuse } = load('stream');
    const sha = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();
    type Vector = {
      name: string;
      code: string;
      key: string;
      plainName: string;
      length: number;
      sealedSha256: string;
      sealed: string;
    };
    for (const vector of accept as never as Vector[]) {
      const blocks = Array.from({ length: Math.ceil(vector.length / 32) }, (_, j) =>
        sha(`${vector.plainName}/0/${j}`),
      );
      const plain = new Uint8Array(Buffer.concat(blocks).subarray(0, vector.length));
      const sealed = await sealStream(unhex(vector.key), plain);
      expect(sha(sealed).toString('hex')).toBe(vector.sealedSha256);
      if (vector.sealed !== undefined) expect(hex(sealed)).toBe(vector.sealed);
      expect(hex(await openStream(unhex(vector.key), sealed))).toBe(hex(plain));
    }
    for (const { name, code, key, sealed } of refuse as never as Vector[]) {
      expect(await codeOf(() => openStream(unhex(key), unhex(sealed))), name).toBe(code);
    }
  });
});
