import type { Hex } from './hex.js';

/** A grant's terms, field by field as `Access` and its EIP-712 type have them (times in seconds). */
export interface GrantTerms {
  readonly twinId: Hex;
  readonly hospital: Hex;
  /** Zero for the whole hospital. */
  readonly staff: Hex;
  /** 1 to 64, strictly ascending. */
  readonly scopes: readonly Hex[];
  /** 1 to 64, strictly ascending. */
  readonly purposes: readonly Hex[];
  /** Bits of `OPERATION`. */
  readonly operations: number;
  readonly notBefore: bigint;
  readonly expiry: bigint;
  readonly fullHistory: boolean;
  readonly nonce: bigint;
  readonly deadline: bigint;
}

export const ZERO_32: Hex = `0x${'00'.repeat(32)}`;

/** The terms to pass where somebody asks without relying on any grant; the decision is then `no-grant`. */
export const NO_GRANT: GrantTerms = {
  twinId: ZERO_32,
  hospital: ZERO_32,
  staff: ZERO_32,
  scopes: [],
  purposes: [],
  operations: 0,
  notBefore: 0n,
  expiry: 0n,
  fullHistory: false,
  nonce: 0n,
  deadline: 0n,
};
