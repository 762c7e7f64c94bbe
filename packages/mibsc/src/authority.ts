/**
 * Setup and Extract: what the authority does.
 *
 *     Setup(N)     a, γ random;  g = a P1;  w = γ g;  u = e(g, h);  V = γ P1;  H[i] = γ^i h
 *     Extract(ID)  SK_D = 1/(γ + x_D) g;  SK_S = 1/(γ + x_S) g
 *
 *     encoded master secret = "TSMS" || 01 || 01 || γ[32] || g[48]
 *
 * g must stay secret: whoever knows it opens every header (the published scheme's P4). The authority can open everything
 * and sign for everyone.
 */
import type { Backend, G1, G2, Scalar } from './backend.js';
import { MibscError } from './errors.js';
import { DST_DECRYPT, DST_SIGN, encodeIdentity, type Identity, identityScalar } from './identity.js';
import { checkIdentityKey, IdentityKey } from './identity-key.js';
import { concat, requireBytes } from './internal/bytes.js';
import { encodeHead, readHead } from './internal/head.js';
import { type RandomSource, randomBytes } from './internal/random.js';
import { Reader } from './internal/reader.js';
import { Redacted } from './internal/redact.js';
import {
  MAX_RECIPIENTS,
  MIN_RECIPIENTS,
  markValidated,
  type PublicParameters,
  tablesOf,
} from './parameters.js';

const MAGIC = 'TSMS';

interface MasterParts {
  readonly backend: Backend;
  readonly gamma: Scalar;
  readonly g: G1;
}

const parts = new WeakMap<MasterSecret, MasterParts>();

/** γ and g. Shows nothing of itself. */
export class MasterSecret extends Redacted {
  /** @internal use `setup` or `decodeMasterSecret` */
  constructor(backend: Backend, gamma: Scalar, g: G1) {
    super('MasterSecret');
    parts.set(this, { backend, gamma, g });
  }

  /** Overwrites the secrets where the backend can; unusable afterwards. */
  destroy(): void {
    const found = parts.get(this);
    if (found === undefined) return;
    found.backend.wipeScalar(found.gamma);
    found.backend.g1.wipe(found.g);
    parts.delete(this);
  }
}

function masterParts(master: MasterSecret): MasterParts {
  const found = parts.get(master);
  if (found === undefined) throw new TypeError('not a master secret, or one that was destroyed');
  return found;
}

/**
 * Makes parameters for up to N recipients a set, and their master secret.
 *
 * Cost: N + 1 multiplications in G2.
 * @param N - 2..65536
 * @param options.random - 96 bytes are drawn; the platform's source by default
 * @throws RangeError for N out of range; MibscError `randomness`
 */
export function setup(
  backend: Backend,
  N: number,
  options: { readonly random?: RandomSource } = {},
): { params: PublicParameters; master: MasterSecret } {
  if (!Number.isInteger(N) || N < MIN_RECIPIENTS || N > MAX_RECIPIENTS) {
    throw new RangeError(`N must be an integer from ${MIN_RECIPIENTS} to ${MAX_RECIPIENTS}`);
  }
  const { g1, g2 } = backend;
  const a = randomScalar(backend, options.random);
  const gamma = randomScalar(backend, options.random);
  const g = g1.mulSecret(g1.generator, a);
  backend.wipeScalar(a);
  const base = g2.fixedBase(g2.generator);
  const H: G2[] = [g2.generator];
  let power = gamma;
  for (let i = 1; i <= N; i++) {
    H.push(base.mulSecret(power));
    const next = backend.mulScalars(power, gamma);
    if (power !== gamma) backend.wipeScalar(power);
    power = next;
  }
  const params = markValidated({
    backend,
    N,
    w: g1.mulSecret(g, gamma),
    u: backend.pairingProduct([[g, g2.generator]]),
    V: g1.mulSecret(g1.generator, gamma),
    H: Object.freeze(H),
  });
  const master = new MasterSecret(backend, gamma, g);
  tablesOf(params).masters.add(master);
  return { params, master };
}

function randomScalar(backend: Backend, random: RandomSource | undefined): Scalar {
  const bytes = randomBytes(random, 48);
  const scalar = backend.scalarFromWide(bytes);
  bytes.fill(0);
  if (backend.isZeroScalar(scalar)) throw new MibscError('randomness', 'a secret scalar came out zero');
  return scalar;
}

/**
 * Issues the keys of an identity and self-checks them.
 * @throws MibscError `identity` for an identity that cannot be encoded or whose denominator is zero, `master-secret` when
 *   the secret is not that of the parameters, `parameters` when those were not validated
 */
export function extract(params: PublicParameters, master: MasterSecret, identity: Identity): IdentityKey {
  checkMasterSecret(params, master);
  const { gamma, g } = masterParts(master);
  const encoded = encodeIdentity(identity);
  const key = new IdentityKey(
    params,
    identity,
    extractPoint(params.backend, gamma, g, identityScalar(encoded, DST_DECRYPT)),
    extractPoint(params.backend, gamma, g, identityScalar(encoded, DST_SIGN)),
  );
  checkIdentityKey(params, key);
  return key;
}

function extractPoint(backend: Backend, gamma: Scalar, g: G1, x: bigint): G1 {
  const sum = backend.addScalars(gamma, backend.scalar(x));
  if (backend.isZeroScalar(sum)) throw new MibscError('identity', 'no key exists for this identity');
  const inverse = backend.invertScalar(sum);
  const point = backend.g1.mulSecret(g, inverse);
  backend.wipeScalar(sum);
  backend.wipeScalar(inverse);
  return point;
}

/**
 * Checks once that a master secret is that of the parameters: `w = γ g`, `V = γ P1`, `H[1] = γ h`, `u = e(g, h)`.
 * @throws MibscError `master-secret` when it is not
 */
export function checkMasterSecret(params: PublicParameters, master: MasterSecret): void {
  const { masters, h } = tablesOf(params);
  const { backend, gamma, g } = masterParts(master);
  if (backend !== params.backend) throw new TypeError('master secret and parameters have different backends');
  if (masters.has(master)) return;
  const { g1, g2 } = backend;
  const belongs =
    g1.equals(params.w, g1.mulSecret(g, gamma)) &&
    g1.equals(params.V, g1.mulSecret(g1.generator, gamma)) &&
    g2.equals(params.H[1] as G2, g2.mulSecret(g2.generator, gamma)) &&
    backend.equalsGT(params.u, backend.pairingProduct([[g, h]]));
  if (!belongs) throw new MibscError('master-secret', 'the master secret is not that of these parameters');
  masters.add(master);
}

/** 86 bytes, the secret in the clear. */
export function encodeMasterSecret(master: MasterSecret): Uint8Array {
  const { backend, gamma, g } = masterParts(master);
  return concat(encodeHead(MAGIC), backend.encodeScalar(gamma), backend.g1.encode(g));
}

/**
 * @throws MibscError `suite` or `decode`; whether it belongs to parameters is checked by `checkMasterSecret`, and by
 *   `extract` on first use
 */
export function decodeMasterSecret(backend: Backend, bytes: Uint8Array): MasterSecret {
  requireBytes(bytes, 'bytes');
  const reader = new Reader(bytes, 'the encoding of a master secret');
  readHead(reader, MAGIC);
  const gamma = backend.decodeScalar(reader.take(32));
  const g = backend.g1.decode(reader.take(48));
  reader.end();
  if (backend.isZeroScalar(gamma)) throw new MibscError('decode', 'a master secret is zero');
  return new MasterSecret(backend, gamma, g);
}

/**
 * Who issues keys: one process with the whole secret, or several that share it. The scheme needs no more than this, so a
 * threshold authority can stand behind the same interface (with a setup ceremony of its own, and so new parameters).
 */
export interface KeyAuthority {
  readonly params: PublicParameters;
  /** @throws MibscError `identity` for an identity that cannot be encoded */
  extract(identity: Identity): Promise<IdentityKey>;
}

/** A `KeyAuthority` that holds the master secret itself. */
export function localAuthority(params: PublicParameters, master: MasterSecret): KeyAuthority {
  checkMasterSecret(params, master);
  return { params, extract: async (identity) => extract(params, master, identity) };
}
