/**
 * A set of recipients and what is computed from it once.
 *
 *     F_S(X) = prod (X + x_D(ID_i))        setDigest = SHA-256( LP(ID_1) || … || LP(ID_n) ), ID_i ascending
 *
 * Everything here is public. `F_S(γ) h` is a multi-scalar multiplication over H, computed when first needed.
 */
import type { G2, PreparedG2, Scalar } from './backend.js';
import { MibscError } from './errors.js';
import { DST_DECRYPT, encodeIdentity, type Identity, identityScalar } from './identity.js';
import { compareBytes, concat, equalBytes, lengthPrefixed, toHex } from './internal/bytes.js';
import { divideByLinear, invert, mod, polynomialFromScalars } from './internal/field.js';
import { sha256 } from './internal/hash.js';
import { LruMap } from './internal/lru.js';
import { type PublicParameters, tablesOf } from './parameters.js';

/** What a member needs to decapsulate: `c = F_i(0)`, `q(X) = (F_i(X) - c)/X`. */
export interface MemberOpening {
  /** `c⁻¹` */
  readonly inverse: Scalar;
  /** `c⁻¹ q(γ) h`, so that C1 need not be multiplied; undefined for the only member of a set, for whom q = 0. */
  readonly quotient: PreparedG2 | undefined;
}

/** Made by `recipientSet`. Reuse it for every header to the same recipients. */
export class RecipientSet {
  /** Sorted by encoding. */
  readonly identities: readonly Identity[];
  readonly #encodings: readonly Uint8Array[];
  readonly #scalars: readonly bigint[];
  readonly #params: PublicParameters;
  readonly #list: Uint8Array;
  readonly #digest: Uint8Array;
  readonly #openings = new LruMap<MemberOpening>(16);
  #polynomial: readonly bigint[] | undefined;
  #commitment: G2 | undefined;
  #prepared: PreparedG2 | undefined;

  /** @internal use `recipientSet` */
  constructor(
    params: PublicParameters,
    identities: readonly Identity[],
    encodings: readonly Uint8Array[],
    scalars: readonly bigint[],
  ) {
    this.#params = params;
    this.identities = Object.freeze([...identities]);
    this.#encodings = encodings;
    this.#scalars = scalars;
    this.#list = concat(...encodings.map(lengthPrefixed));
    this.#digest = sha256(this.#list);
  }

  get size(): number {
    return this.identities.length;
  }

  /** SHA-256 over the length-prefixed encodings, 32 bytes. */
  get digest(): Uint8Array {
    return new Uint8Array(this.#digest);
  }

  /** `LP(ID)` of each member, ascending. */
  get encodedList(): Uint8Array {
    return new Uint8Array(this.#list);
  }

  /** Length of the list as it travels beside a header: `LP(ID)` for each member, in bytes. */
  get listBytes(): number {
    return this.#list.length;
  }

  /** Position of an identity in the set, or -1. */
  indexOf(identity: Identity): number {
    const encoded = encodeIdentity(identity);
    let low = 0;
    let high = this.#encodings.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = compareBytes(this.#encodings[middle] as Uint8Array, encoded);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** @internal `F_S(γ) h` */
  get commitment(): G2 {
    if (this.#commitment === undefined) {
      const point = this.#multiScalar(this.#coefficients());
      // F_S(γ) = 0 only if γ = -x_D of a member, for whom no key exists.
      if (this.#params.backend.g2.isIdentity(point)) {
        throw new MibscError('recipients', 'no key exists for one of the recipients');
      }
      this.#commitment = point;
    }
    return this.#commitment;
  }

  /** @internal */
  get prepared(): PreparedG2 {
    this.#prepared ??= this.#params.backend.prepare(this.commitment);
    return this.#prepared;
  }

  /** @internal */
  opening(index: number): MemberOpening {
    const key = String(index);
    const cached = this.#openings.get(key);
    if (cached !== undefined) return cached;
    const { backend } = this.#params;
    const others = divideByLinear(this.#coefficients(), this.#scalars[index] as bigint);
    // c is a product of nonzero scalars.
    const inverse = invert(others[0] as bigint);
    const q = others.slice(1).map((coefficient) => mod(coefficient * inverse));
    const quotient = q.length === 0 ? undefined : backend.prepare(this.#multiScalar(q));
    const opening = { inverse: backend.scalar(inverse), quotient };
    this.#openings.set(key, opening);
    return opening;
  }

  /** @internal whether the set was made for these parameters */
  belongsTo(params: PublicParameters): boolean {
    return (
      params.backend === this.#params.backend &&
      equalBytes(tablesOf(params).digest, tablesOf(this.#params).digest)
    );
  }

  #coefficients(): readonly bigint[] {
    this.#polynomial ??= polynomialFromScalars(this.#scalars);
    return this.#polynomial;
  }

  #multiScalar(coefficients: readonly bigint[]): G2 {
    const { backend, H } = this.#params;
    return backend.g2.multiScalar(
      H.slice(0, coefficients.length),
      coefficients.map((c) => backend.scalar(c)),
    );
  }
}

/**
 * Checks and sorts a set of recipients. Sets used lately are remembered with the parameters (64 of them).
 * @param identities - 1..N distinct identities in any order
 * @throws TypeError unless an array; MibscError `recipients` for none, more than N, or a repeated one; `identity`,
 *   `parameters`
 */
export function recipientSet(params: PublicParameters, identities: readonly Identity[]): RecipientSet {
  const { recipientSets } = tablesOf(params);
  if (!Array.isArray(identities)) throw new TypeError('recipients must be an array');
  const n = identities.length;
  if (n === 0) throw new MibscError('recipients', 'no recipient');
  if (n > params.N)
    throw new MibscError('recipients', 'more recipients than the parameters allow', { N: params.N });
  const members = identities.map((identity: Identity) => ({
    identity: Object.freeze({ name: identity.name, epoch: identity.epoch }),
    encoding: encodeIdentity(identity),
  }));
  members.sort((a, b) => compareBytes(a.encoding, b.encoding));
  for (let i = 1; i < n; i++) {
    const [previous, current] = [members[i - 1], members[i]] as const;
    if (previous !== undefined && current !== undefined && equalBytes(previous.encoding, current.encoding)) {
      throw new MibscError('recipients', 'a recipient is named twice');
    }
  }
  const encodings = members.map((member) => member.encoding);
  const key = toHex(sha256(concat(...encodings.map(lengthPrefixed))));
  const cached = recipientSets.get(key) as RecipientSet | undefined;
  if (cached !== undefined) return cached;
  const scalars = encodings.map((encoding) => identityScalar(encoding, DST_DECRYPT));
  if (new Set(scalars).size !== n) throw new MibscError('recipients', 'two recipients have the same scalar');
  const set = new RecipientSet(
    params,
    members.map((member) => member.identity),
    encodings,
    scalars,
  );
  recipientSets.set(key, set);
  return set;
}

/** @internal a set given as such or as a list */
export function asRecipientSet(
  params: PublicParameters,
  recipients: RecipientSet | readonly Identity[],
): RecipientSet {
  if (!(recipients instanceof RecipientSet)) return recipientSet(params, recipients);
  if (!recipients.belongsTo(params)) throw new TypeError('the set of recipients belongs to other parameters');
  return recipients;
}
