/**
 * The keys of one identity: `SK_D = 1/(γ + x_D) g` opens, `SK_S = 1/(γ + x_S) g` signs.
 *
 *     encoded = "TSIK" || 01 || 01 || paramsDigest[32] || LP(identity) || SK_D[48] || SK_S[48]
 */
import type { Backend, G1, G2 } from './backend.js';
import { MibscError } from './errors.js';
import {
  DST_DECRYPT,
  DST_SIGN,
  decodeIdentity,
  encodeIdentity,
  type Identity,
  identityScalar,
  MAX_IDENTITY_BYTES,
} from './identity.js';
import { concat, equalBytes, lengthPrefixed, requireBytes } from './internal/bytes.js';
import { encodeHead, readHead } from './internal/head.js';
import { Reader } from './internal/reader.js';
import { Redacted } from './internal/redact.js';
import { type PublicParameters, tablesOf } from './parameters.js';

const MAGIC = 'TSIK';

interface KeyPoints {
  readonly backend: Backend;
  readonly decrypt: G1;
  readonly sign: G1;
}

const points = new WeakMap<IdentityKey, KeyPoints>();

/**
 * A private key. It shows its identity and the authority it belongs to, and nothing else: not by `toString`, JSON,
 * `util.inspect`, enumeration or structured clone. Comes from `extract` or `decodeIdentityKey`, both of which check it.
 */
export class IdentityKey extends Redacted {
  readonly identity: Identity;
  readonly #paramsDigest: Uint8Array;
  readonly #wipe: () => void;

  /** @internal use `extract` or `decodeIdentityKey` */
  constructor(params: PublicParameters, identity: Identity, decrypt: G1, sign: G1) {
    super('IdentityKey');
    this.identity = Object.freeze({ name: identity.name, epoch: identity.epoch });
    this.#paramsDigest = params.digest;
    this.#wipe = () => {
      params.backend.g1.wipe(decrypt);
      params.backend.g1.wipe(sign);
    };
    points.set(this, { backend: params.backend, decrypt, sign });
  }

  /** Digest of the parameters that the key belongs to, 32 bytes. */
  get paramsDigest(): Uint8Array {
    return new Uint8Array(this.#paramsDigest);
  }

  /** Overwrites the secret points where the backend can (mcl; noble cannot); the key is unusable afterwards. */
  destroy(): void {
    this.#wipe();
    points.delete(this);
  }
}

/**
 * The secret points, for the rest of the package only.
 * @throws TypeError for something that is not a key, or was destroyed
 * @throws MibscError `identity-key` for a key of another authority
 */
export function keyPoints(params: PublicParameters, key: IdentityKey): KeyPoints {
  const { digest } = tablesOf(params);
  const found = secretPoints(key);
  if (!equalBytes(key.paramsDigest, digest)) {
    throw new MibscError('identity-key', 'the key belongs to other parameters');
  }
  return found;
}

function secretPoints(key: IdentityKey): KeyPoints {
  const found = points.get(key);
  if (found === undefined) throw new TypeError('not an identity key, or one that was destroyed');
  return found;
}

/**
 * The self-check of a key holder: `e(SK, H[1] + x H[0]) = u` and `e(SK, H[2] + x H[1]) = e(w, h)`, for both keys.
 *
 * Without it a dishonest authority could make members of one set derive different secrets while every public check
 * passes. Cost: four pairing products of two.
 * @throws MibscError `identity-key` when the key does not belong to these parameters or to its identity
 */
export function checkIdentityKey(params: PublicParameters, key: IdentityKey): void {
  const { decrypt, sign } = keyPoints(params, key);
  const encoded = encodeIdentity(key.identity);
  checkKeyPoint(params, decrypt, identityScalar(encoded, DST_DECRYPT));
  checkKeyPoint(params, sign, identityScalar(encoded, DST_SIGN));
}

function checkKeyPoint(params: PublicParameters, secret: G1, x: bigint): void {
  const { backend, H, u, w } = params;
  const { g1, g2 } = backend;
  const scalar = backend.scalar(x);
  const lower = g2.add(H[1] as G2, g2.mul(H[0] as G2, scalar));
  const upper = g2.add(H[2] as G2, g2.mul(H[1] as G2, scalar));
  const holds =
    !g1.isIdentity(secret) &&
    backend.equalsGT(backend.pairingProduct([[secret, lower]]), u) &&
    backend.pairingProductIsOne([
      [secret, upper],
      [g1.negate(w), tablesOf(params).h],
    ]);
  if (!holds) throw new MibscError('identity-key', 'the key fails its self-check');
}

/** The encoding holds the secret in the clear: see `encryptIdentityKey` for keys at rest. */
export function encodeIdentityKey(key: IdentityKey): Uint8Array {
  const { backend, decrypt, sign } = secretPoints(key);
  const { g1 } = backend;
  return concat(
    encodeHead(MAGIC),
    key.paramsDigest,
    lengthPrefixed(encodeIdentity(key.identity)),
    g1.encode(decrypt),
    g1.encode(sign),
  );
}

/**
 * Decodes and self-checks a key.
 * @throws MibscError `suite`, `decode`, `identity` for bytes that are not the encoding of a key; `identity-key` for a key
 *   of another authority or one that fails the self-check
 */
export function decodeIdentityKey(params: PublicParameters, bytes: Uint8Array): IdentityKey {
  const { digest } = tablesOf(params);
  requireBytes(bytes, 'bytes');
  const reader = new Reader(bytes, 'the encoding of a key');
  readHead(reader, MAGIC);
  if (!equalBytes(reader.take(32), digest)) {
    throw new MibscError('identity-key', 'the key belongs to other parameters');
  }
  const identity = decodeIdentity(reader.lengthPrefixed(MAX_IDENTITY_BYTES));
  const decrypt = params.backend.g1.decode(reader.take(48));
  const sign = params.backend.g1.decode(reader.take(48));
  reader.end();
  const key = new IdentityKey(params, identity, decrypt, sign);
  checkIdentityKey(params, key);
  return key;
}
