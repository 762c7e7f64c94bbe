/**
 * The adversary's workbench: the scheme's formulas written out a second time, from docs/FORMAT.md and over the backend's
 * raw operations, so that an attacker can deviate at any step. Nothing here calls the code under attack.
 */
import { createHash, hkdfSync, webcrypto } from 'node:crypto';
import { expand_message_xmd } from '@noble/curves/abstract/hash-to-curve.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import {
  type Domain,
  encodeIdentityKey,
  type G1,
  type G2,
  type GT,
  type Identity,
  type IdentityKey,
  type PublicParameters,
} from '../../src/index.js';
import { utf8 } from '../support.js';

export const SUITE = utf8('TWINSEAL-MIBSC-BLS12381-V1');
export const R = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001n;

export const CHAIN: Domain = { chainId: 31337n, contract: '0x00112233445566778899aabbccddeeff00112233' };

export const mod = (x: bigint): bigint => ((x % R) + R) % R;

export function inverse(x: bigint): bigint {
  let [result, base, exponent] = [1n, mod(x), R - 2n];
  for (; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % R;
    base = (base * base) % R;
  }
  return result;
}

export const cat = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
export const number = (bytes: Uint8Array): bigint => BigInt(`0x0${Buffer.from(bytes).toString('hex')}`);

export function integer(value: bigint | number, length: number): Uint8Array {
  return new Uint8Array(
    Buffer.from(
      BigInt(value)
        .toString(16)
        .padStart(2 * length, '0'),
      'hex',
    ),
  );
}

export const LP = (x: Uint8Array): Uint8Array => cat(integer(x.length, 4), x);
export const keccak = (...parts: Uint8Array[]): Uint8Array => keccak_256(cat(...parts));
export const sha = (...parts: Uint8Array[]): Uint8Array =>
  new Uint8Array(
    createHash('sha256')
      .update(cat(...parts))
      .digest(),
  );

export const encode = ({ name, epoch }: Identity): Uint8Array => cat(LP(utf8(name)), LP(utf8(epoch)));

export function scalarOf(identity: Identity, kind: 'DECRYPT' | 'SIGN'): bigint {
  return mod(number(expand_message_xmd(encode(identity), utf8(`TWINSEAL-V1-${kind}`), 48, sha256)));
}

/** Coefficients of prod (X + x), lowest first, the schoolbook way. */
export function polynomial(roots: readonly bigint[]): bigint[] {
  let out = [1n];
  for (const x of roots) {
    const next = new Array<bigint>(out.length + 1).fill(0n);
    for (const [i, c] of out.entries()) {
      next[i] = mod((next[i] as bigint) + c * x);
      next[i + 1] = mod((next[i + 1] as bigint) + c);
    }
    out = next;
  }
  return out;
}

/** An adversary who holds public parameters. */
export class Adversary {
  readonly params: PublicParameters;
  constructor(params: PublicParameters) {
    this.params = params;
  }

  get g1() {
    return this.params.backend.g1;
  }
  get g2() {
    return this.params.backend.g2;
  }

  s(x: bigint) {
    return this.params.backend.scalar(mod(x));
  }

  /** sum x_i P_i in G1 */
  sum1(...terms: [bigint, G1][]): G1 {
    return this.g1.multiScalar(
      terms.map(([, point]) => point),
      terms.map(([x]) => this.s(x)),
    );
  }

  sum2(...terms: [bigint, G2][]): G2 {
    return this.g2.multiScalar(
      terms.map(([, point]) => point),
      terms.map(([x]) => this.s(x)),
    );
  }

  /** f(γ) h for a polynomial of degree <= N */
  evaluate(coefficients: readonly bigint[]): G2 {
    return this.sum2(...coefficients.map((c, i): [bigint, G2] => [c, this.params.H[i] as G2]));
  }

  e(...terms: [G1, G2][]): GT {
    return this.params.backend.pairingProduct(terms);
  }

  pow(base: GT, exponent: bigint): GT {
    return this.params.backend.powGT(base, this.s(exponent));
  }

  /** The points of a key that the adversary owns: the last 96 bytes of its encoding. */
  open(key: IdentityKey): { decrypt: G1; sign: G1 } {
    const bytes = encodeIdentityKey(key).slice(-96);
    return { decrypt: this.g1.decode(bytes.slice(0, 48)), sign: this.g1.decode(bytes.slice(48)) };
  }

  Q(identity: Identity): G2 {
    const { H } = this.params;
    return this.sum2([1n, H[2] as G2], [scalarOf(identity, 'SIGN'), H[1] as G2]);
  }

  domain(domain: Domain): Uint8Array {
    const where =
      domain === 'offchain'
        ? utf8('offchain')
        : cat(integer(domain.chainId, 32), new Uint8Array(Buffer.from(domain.contract.slice(2), 'hex')));
    return keccak(SUITE, this.params.digest, where);
  }

  /** f */
  challenge(X: G1, digest: Uint8Array, Q: G2, domain: Domain): bigint {
    const hash = keccak(this.domain(domain), this.g1.encodeEvm(X), digest, keccak(this.g2.encodeEvm(Q)));
    return number(hash.slice(16));
  }

  proof(X: G1, v: G1): Uint8Array {
    return cat(this.g1.encode(X), this.g1.encode(v));
  }

  /** An author proof with a commitment scalar of the adversary's choice. */
  sign(sign: G1, identity: Identity, digest: Uint8Array, domain: Domain, x: bigint): Uint8Array {
    const X = this.sum1([x, this.params.w]);
    const f = this.challenge(X, digest, this.Q(identity), domain);
    return this.proof(X, this.sum1([x + f, sign]));
  }

  setDigest(recipients: readonly Identity[]): Uint8Array {
    return sha(...this.sorted(recipients).map((identity) => LP(encode(identity))));
  }

  sorted(recipients: readonly Identity[]): Identity[] {
    return [...recipients].sort((a, b) => Buffer.compare(encode(a), encode(b)));
  }

  F(recipients: readonly Identity[]): bigint[] {
    return polynomial(recipients.map((identity) => scalarOf(identity, 'DECRYPT')));
  }

  /** A header with a scalar of the adversary's choice. */
  header(recipients: readonly Identity[], k: bigint): { C1: G1; C2: G2; R: GT; bytes: Uint8Array } {
    const C1 = this.sum1([-k, this.params.w]);
    const C2 = this.sum2([k, this.evaluate(this.F(recipients))]);
    return { C1, C2, R: this.pow(this.params.u, k), bytes: this.headerBytes(C1, C2) };
  }

  headerBytes(C1: G1, C2: G2): Uint8Array {
    return cat(this.g1.encode(C1), this.g2.encode(C2));
  }

  kek(
    R: GT,
    header: Uint8Array,
    recipients: readonly Identity[],
    sender: Identity,
    context: Uint8Array,
  ): Uint8Array {
    const info = cat(
      utf8('wrap'),
      this.params.digest,
      header,
      this.setDigest(recipients),
      LP(encode(sender)),
      LP(context),
    );
    return new Uint8Array(hkdfSync('sha256', this.params.backend.encodeGT(R), SUITE, info, 32));
  }

  capsuleDigest(
    header: Uint8Array,
    wrapped: Uint8Array,
    recipients: readonly Identity[],
    sender: Identity,
    context: Uint8Array,
  ): Uint8Array {
    const content = sha(
      this.params.digest,
      this.setDigest(recipients),
      LP(encode(sender)),
      LP(context),
      header,
      wrapped,
    );
    return keccak(keccak(utf8('TWINSEAL-V1-AUTHOR-CAPSULE')), content);
  }

  /** A capsule in which every secret choice is the adversary's. */
  async capsule(given: {
    header: { bytes: Uint8Array; R: GT };
    recipients: readonly Identity[];
    sender: Identity;
    sign: G1;
    context: Uint8Array;
    domain: Domain;
    secret: Uint8Array;
    x: bigint;
  }): Promise<Uint8Array> {
    const { header, recipients, sender, context } = given;
    const wrapped = await gcmSeal(
      this.kek(header.R, header.bytes, recipients, sender, context),
      given.secret,
    );
    const digest = this.capsuleDigest(header.bytes, wrapped, recipients, sender, context);
    return cat(header.bytes, wrapped, this.sign(given.sign, sender, digest, given.domain, given.x));
  }

  split(capsule: Uint8Array): { header: Uint8Array; C1: G1; C2: G2; wrapped: Uint8Array; X: G1; v: G1 } {
    return {
      header: capsule.slice(0, 144),
      C1: this.g1.decode(capsule.slice(0, 48)),
      C2: this.g2.decode(capsule.slice(48, 144)),
      wrapped: capsule.slice(144, -96),
      X: this.g1.decode(capsule.slice(-96, -48)),
      v: this.g1.decode(capsule.slice(-48)),
    };
  }

  /** Tries a guess of R. */
  async opens(
    R: GT,
    capsule: Uint8Array,
    recipients: readonly Identity[],
    sender: Identity,
    context: Uint8Array,
  ): Promise<Uint8Array | undefined> {
    const { header, wrapped } = this.split(capsule);
    return gcmOpen(this.kek(R, header, recipients, sender, context), wrapped);
  }

  /**
   * Looks for R among all pairings of two points that the adversary can write down, to all exponents of a small set, and
   * the products of two of those. Returns whether any of them opens the capsule.
   */
  async searchR(
    capsule: Uint8Array,
    recipients: readonly Identity[],
    sender: Identity,
    context: Uint8Array,
    own: readonly G1[],
    domain: Domain,
  ): Promise<boolean> {
    const { C1, C2, X, v, wrapped, header } = this.split(capsule);
    const { w, V, H } = this.params;
    const Q = this.Q(sender);
    const f = this.challenge(X, this.capsuleDigest(header, wrapped, recipients, sender, context), Q, domain);
    const left = [C1, X, v, w, V, this.g1.generator, ...own];
    const right = [C2, H[0] as G2, H[1] as G2, Q, this.evaluate(this.F(recipients))];
    const c = recipients.map((r) => scalarOf(r, 'DECRYPT')).reduce((a, b) => mod(a * b), 1n);
    const values: GT[] = [];
    for (const a of left) for (const b of right) values.push(this.e([a, b]));
    for (const value of [...values]) {
      if (await this.opens(value, capsule, recipients, sender, context)) return true;
      for (const exponent of [-1n, f, -f, inverse(f), inverse(c)]) {
        if (await this.opens(this.pow(value, exponent), capsule, recipients, sender, context)) return true;
      }
    }
    return false;
  }

  /** What a recipient does, with any point in place of the key. */
  decapsulateWith(point: G1, C1: G1, C2: G2, members: readonly Identity[], self: bigint): GT {
    const others = polynomial(members.map((m) => scalarOf(m, 'DECRYPT')).filter((x) => x !== self));
    const c = inverse(others[0] as bigint);
    const q = others.slice(1);
    const terms: [G1, G2][] = [[this.sum1([c, point]), C2]];
    if (q.length > 0) terms.push([this.sum1([c, C1]), this.evaluate(q)]);
    return this.e(...terms);
  }
}

export async function gcmSeal(
  key: Uint8Array,
  plain: Uint8Array,
  nonce: Uint8Array = new Uint8Array(12),
): Promise<Uint8Array> {
  const imported = await webcrypto.subtle.importKey('raw', new Uint8Array(key), 'AES-GCM', false, [
    'encrypt',
  ]);
  const algorithm = { name: 'AES-GCM', iv: new Uint8Array(nonce) };
  return new Uint8Array(await webcrypto.subtle.encrypt(algorithm, imported, new Uint8Array(plain)));
}

export async function gcmOpen(
  key: Uint8Array,
  sealed: Uint8Array,
  nonce: Uint8Array = new Uint8Array(12),
): Promise<Uint8Array | undefined> {
  const imported = await webcrypto.subtle.importKey('raw', new Uint8Array(key), 'AES-GCM', false, [
    'decrypt',
  ]);
  const algorithm = { name: 'AES-GCM', iv: new Uint8Array(nonce) };
  try {
    return new Uint8Array(await webcrypto.subtle.decrypt(algorithm, imported, new Uint8Array(sealed)));
  } catch {
    return undefined;
  }
}
