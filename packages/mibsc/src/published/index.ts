/**
 * BROKEN, kept for reproduction only: the scheme as Amofa et al. publish it (PLoS ONE 2024, section 5.1).
 *
 * It is here so that the paper's tables can be measured and its faults shown (docs/SCHEME.md and test/attacks). Every
 * claim of its security section fails: anyone confirms a guessed message, anyone signs as anyone, and two colluding
 * recipients forge even against a repaired header check. Nothing in this project may import it; a test says so.
 *
 *     Setup(N)     g in G1, h in G2, γ random;  w = γ g, u = e(g,h);  params = (w, u, h, γ h, …, γ^N h);  MSK = (g, γ)
 *     Extract(ID)  SK_ID = 1/(γ + H1(ID)) g
 *     Signcrypt    k random;  C1 = -k w;  C2 = k prod(γ + H1(ID_i)) h;  C3 = m u^k
 *                  f = H2(m, C1, C2, C3);  v = -(k f) SK_sender
 *     Unsigncrypt  R = ( e(C1, p_i(γ) h) e(SK_i, C2) )^(1/prod_{j≠i} H1(ID_j)),  p_i(γ) = (prod_{j≠i}(γ+H1(ID_j)) - prod_{j≠i} H1(ID_j))/γ
 *                  m = C3 / R;  accept if  e(v, γ h + H1(sender) h) R^f = 1
 *
 * What the paper leaves open is settled as narrowly as can be: step 5.1.3's misprints are read as sections 5.1.4, 5.2 and
 * 6 need them; H1 and H2 are SHA-256 hashed to Fr with tags of their own; a message is an element of GT (how other
 * messages become one, the paper does not say). As in the paper, nothing checks a point for being O, nor the header.
 */
import type { Backend, G1, G2, GT, Scalar } from '../backend.js';
import { bytesToBigint, concat, utf8 } from '../internal/bytes.js';
import { divideByLinear, invert, mod, polynomialFromScalars } from '../internal/field.js';
import { expandForScalar } from '../internal/hash.js';
import { type RandomSource, randomBytes } from '../internal/random.js';

export interface PublishedParameters {
  readonly backend: Backend;
  readonly N: number;
  readonly w: G1;
  readonly u: GT;
  /** γ^i h, i = 0..N */
  readonly H: readonly G2[];
}

export interface PublishedMaster {
  readonly g: G1;
  readonly gamma: Scalar;
}

export interface PublishedKey {
  readonly identity: string;
  readonly SK: G1;
}

/** σ = (C1, C2, C3, v) */
export interface PublishedCiphertext {
  readonly C1: G1;
  readonly C2: G2;
  readonly C3: GT;
  readonly v: G1;
}

/** H1: {0,1}* → Zp*. */
export function publishedH1(identity: string): bigint {
  return mod(bytesToBigint(expandForScalar(utf8(identity), 'PUBLISHED-MIBSC-H1')));
}

/** H2: GT × G1 × G2 × GT → Zp*, the challenge f = H2(m, C1, C2, C3). */
export function publishedH2(backend: Backend, m: GT, C1: G1, C2: G2, C3: GT): bigint {
  const input = concat(
    backend.encodeGT(m),
    backend.g1.encode(C1),
    backend.g2.encode(C2),
    backend.encodeGT(C3),
  );
  return mod(bytesToBigint(expandForScalar(input, 'PUBLISHED-MIBSC-H2')));
}

/**
 * Section 5.1.1.
 * @param options.g - the paper says "g in G1", no more; by default random. With the standard generator the scheme
 *   encrypts nothing (attack P4)
 */
export function publishedSetup(
  backend: Backend,
  N: number,
  options: { readonly random?: RandomSource; readonly g?: G1 } = {},
): { params: PublishedParameters; master: PublishedMaster } {
  const draw = (): Scalar => backend.scalarFromWide(randomBytes(options.random, 48));
  const g = options.g ?? backend.g1.mulSecret(backend.g1.generator, draw());
  const gamma = draw();
  const H: G2[] = [backend.g2.generator];
  for (let i = 1; i <= N; i++) H.push(backend.g2.mulSecret(H[i - 1] as G2, gamma));
  const params = {
    backend,
    N,
    w: backend.g1.mulSecret(g, gamma),
    u: backend.pairingProduct([[g, backend.g2.generator]]),
    H,
  };
  return { params, master: { g, gamma } };
}

/** Section 5.1.2. */
export function publishedExtract(
  params: PublishedParameters,
  master: PublishedMaster,
  identity: string,
): PublishedKey {
  const { backend } = params;
  const sum = backend.addScalars(master.gamma, backend.scalar(publishedH1(identity)));
  return { identity, SK: backend.g1.mulSecret(master.g, backend.invertScalar(sum)) };
}

/**
 * Section 5.1.3.
 * @param m - an element of GT
 */
export function publishedSigncrypt(
  params: PublishedParameters,
  sender: PublishedKey,
  recipients: readonly string[],
  m: GT,
  options: { readonly random?: RandomSource; readonly commitment?: G2 } = {},
): PublishedCiphertext {
  const { backend } = params;
  const { g1, g2 } = backend;
  const k = backend.scalarFromWide(randomBytes(options.random, 48));
  const C1 = g1.negate(g1.mulSecret(params.w, k));
  const C2 = g2.mulSecret(options.commitment ?? publishedCommitment(params, recipients), k);
  const C3 = backend.mulGT(m, backend.powGT(params.u, k));
  const f = publishedH2(backend, m, C1, C2, C3);
  const v = g1.negate(g1.mulSecret(sender.SK, backend.mulScalars(k, backend.scalar(f))));
  return { C1, C2, C3, v };
}

/** prod (γ + H1(ID_i)) h */
export function publishedCommitment(params: PublishedParameters, recipients: readonly string[]): G2 {
  return evaluate(params, polynomialFromScalars(recipients.map(publishedH1)));
}

/** What a recipient of a set computes once: p_i(γ) h and 1/prod_{j≠i} H1(ID_j). */
export function publishedOpening(
  params: PublishedParameters,
  recipients: readonly string[],
  identity: string,
): { readonly point: G2 | undefined; readonly exponent: Scalar } {
  const others = divideByLinear(polynomialFromScalars(recipients.map(publishedH1)), publishedH1(identity));
  const p = others.slice(1);
  return {
    point: p.length === 0 ? undefined : evaluate(params, p),
    exponent: params.backend.scalar(invert(others[0] as bigint)),
  };
}

/**
 * Section 5.1.4.
 * @returns the message, or undefined when the check fails
 */
export function publishedUnsigncrypt(
  params: PublishedParameters,
  key: PublishedKey,
  sender: string,
  recipients: readonly string[],
  ciphertext: PublishedCiphertext,
  opening = publishedOpening(params, recipients, key.identity),
): GT | undefined {
  const { backend, H } = params;
  const { g2 } = backend;
  const { C1, C2, C3, v } = ciphertext;
  const { point, exponent } = opening;
  const product = backend.pairingProduct(
    point === undefined
      ? [[key.SK, C2]]
      : [
          [C1, point],
          [key.SK, C2],
        ],
  );
  const R = backend.powGT(product, exponent);
  const m = divideGT(backend, C3, R);
  const f = backend.scalar(publishedH2(backend, m, C1, C2, C3));
  const Q = g2.add(H[1] as G2, g2.mul(H[0] as G2, backend.scalar(publishedH1(sender))));
  const check = backend.mulGT(backend.pairingProduct([[v, Q]]), backend.powGT(R, f));
  return isOneGT(backend, check) ? m : undefined;
}

/** a / b in GT. */
export function divideGT(backend: Backend, a: GT, b: GT): GT {
  return backend.mulGT(a, backend.powGT(b, backend.scalar(-1n)));
}

export function isOneGT(backend: Backend, a: GT): boolean {
  return backend.equalsGT(a, backend.pairingProduct([]));
}

function evaluate(params: PublishedParameters, coefficients: readonly bigint[]): G2 {
  const { backend, H } = params;
  return backend.g2.multiScalar(
    H.slice(0, coefficients.length),
    coefficients.map((c) => backend.scalar(c)),
  );
}
