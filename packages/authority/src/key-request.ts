/**
 * Asking the authority for an identity's keys.
 *
 * The caller proves control of the identity with the key that the chain names for it (EIP-712), and adds a fresh X25519 public key; the answer is sealed to that
 * key by HPKE (RFC 9180: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, base mode), bound to the whole request. So neither a network between
 * the two nor a log of it holds the identity's keys. Runs in browsers.
 */

import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import type { Identity } from '@twinseal/mibsc';
import { formatIdentity } from '@twinseal/record';
import { type Address, bytesToHex, type Hex, hashTypedData, hexToBytes, type TypedDataDomain } from 'viem';
import { AuthorityError } from './errors.js';

/** EIP-712 type of a key request. */
export const KEY_REQUEST_TYPES = {
  KeyRequest: [
    { name: 'identity', type: 'string' },
    { name: 'ephemeralKey', type: 'bytes32' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const;

/** A signed request for the keys of one identity. */
export interface KeyRequest {
  /** Text form, `name#epoch` (docs/RECORD.md, REC-3). */
  readonly identity: string;
  /** X25519 public key, 32 bytes, fresh for this request. */
  readonly ephemeralKey: Hex;
  /** Seconds since 1970 after which the request is void. */
  readonly deadline: bigint;
  readonly signature: Hex;
}

/** HPKE's answer: the encapsulated key and the sealed identity key. */
export interface KeyResponse {
  readonly enc: Uint8Array;
  readonly sealed: Uint8Array;
}

/** The EIP-712 domain of requests to the authority of a consortium: its chain and its hospitals' contract. */
export function keyRequestDomain(chainId: number, authorizedHospitals: Address): TypedDataDomain {
  return { name: 'Twinseal Authority', version: '1', chainId, verifyingContract: authorizedHospitals };
}

const suite = () =>
  new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

/** What is signed, without the signature. */
export type UnsignedKeyRequest = Omit<KeyRequest, 'signature'>;

/** The EIP-712 digest of a request: what the caller signs, and what HPKE's `info` binds the answer to. */
export function keyRequestDigest(domain: TypedDataDomain, request: UnsignedKeyRequest): Hex {
  const { identity, ephemeralKey, deadline } = request;
  return hashTypedData({
    domain,
    types: KEY_REQUEST_TYPES,
    primaryType: 'KeyRequest',
    message: { identity, ephemeralKey, deadline },
  });
}

/** A request under way: what to sign and send, and how to read the answer. */
export interface PendingKeyRequest {
  readonly unsigned: UnsignedKeyRequest;
  /**
   * Opens the answer.
   * @returns the encoded identity key (`decodeIdentityKey` of the scheme checks it against the parameters)
   * @throws AuthorityError `response-unreadable`
   */
  open(response: KeyResponse): Promise<Uint8Array>;
}

/** Prepares a request with a fresh ephemeral key. @param lifetimeS seconds for which the request is valid */
export async function prepareKeyRequest(
  domain: TypedDataDomain,
  identity: Identity,
  nowS: number,
  lifetimeS = 300,
): Promise<PendingKeyRequest> {
  const hpke = suite();
  const pair = await hpke.kem.generateKeyPair();
  const publicKey = new Uint8Array(await hpke.kem.serializePublicKey(pair.publicKey));
  const unsigned: UnsignedKeyRequest = {
    identity: formatIdentity(identity),
    ephemeralKey: bytesToHex(publicKey),
    deadline: BigInt(nowS + lifetimeS),
  };
  const info = hexToBytes(keyRequestDigest(domain, unsigned));
  return {
    unsigned,
    open: async ({ enc, sealed }) => {
      try {
        const recipient = await hpke.createRecipientContext({
          recipientKey: pair,
          enc: bufferOf(enc),
          info: bufferOf(info),
        });
        return new Uint8Array(await recipient.open(bufferOf(sealed)));
      } catch (cause) {
        throw new AuthorityError(
          'response-unreadable',
          'The answer of the authority does not open: it was altered, or answers another request.',
          {
            cause,
          },
        );
      }
    },
  };
}

/** Seals an encoded identity key to the request's ephemeral key. @throws AuthorityError `request-malformed` */
export async function sealKeyResponse(
  domain: TypedDataDomain,
  request: UnsignedKeyRequest,
  identityKey: Uint8Array,
): Promise<KeyResponse> {
  const hpke = suite();
  const raw = hexToBytes(request.ephemeralKey);
  if (raw.length !== 32) throw new AuthorityError('request-malformed', 'ephemeralKey: expected 32 bytes.');
  try {
    const recipientPublicKey = await hpke.kem.deserializePublicKey(bufferOf(raw));
    const sender = await hpke.createSenderContext({
      recipientPublicKey,
      info: bufferOf(hexToBytes(keyRequestDigest(domain, request))),
    });
    const sealed = new Uint8Array(await sender.seal(bufferOf(identityKey)));
    return { enc: new Uint8Array(sender.enc), sealed };
  } catch (cause) {
    throw new AuthorityError('request-malformed', 'ephemeralKey: not a usable X25519 public key.', { cause });
  }
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer as ArrayBuffer;
}
