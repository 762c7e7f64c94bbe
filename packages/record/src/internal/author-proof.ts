/** Author proofs as chains keep them, brought to the 96 bytes that the scheme takes. */

import { expandAuthorProof, MibscError, type PublicParameters } from '@twinseal/mibsc';
import { concat, equalBytes } from './bytes.js';
import { fromHex } from './hex.js';

/** (p - 1)/2 for the field of BLS12-381, 48 bytes: a compressed point's sign bit says whether y is greater. */
const HALF = fromHex(
  '0d0088f51cbff34d258dd3db21a5d66bb23ba5c279c2895fb39869507b587b120f55ffff58a9ffffdcff7fffffffd555',
);

/**
 * The proof as X || v, both compressed.
 * @param proof 96 bytes; or X and v apart, each 48 bytes compressed or 128 in EIP-2537 encoding
 * @returns 96 bytes; undefined when it is no proof in any of these forms. Compressed points are left for the verifier to judge.
 */
export function compressAuthorProof(
  params: PublicParameters,
  proof: Uint8Array | { readonly X: Uint8Array; readonly v: Uint8Array },
): Uint8Array | undefined {
  if (proof instanceof Uint8Array) {
    if (proof.length === 96) return proof;
    if (proof.length !== 256) return undefined;
    return compressAuthorProof(params, { X: proof.subarray(0, 128), v: proof.subarray(128) });
  }
  const { X, v } = proof;
  if (X.length === 48 && v.length === 48) return concat(X, v);
  if (X.length !== 128 || v.length !== 128) return undefined;
  const compressed = concat(compressG1(X), compressG1(v));
  try {
    // Expanding it again checks what compression leaves out: padding, and that y belongs to x.
    const again = expandAuthorProof(params, compressed);
    return equalBytes(again.X, X) && equalBytes(again.v, v) ? compressed : undefined;
  } catch (error) {
    if (error instanceof MibscError) return undefined;
    throw error;
  }
}

/** Pad[16] || x[48] || pad[16] || y[48] to x[48] with its flags: compressed, and the sign of y. The identity is not looked for. */
function compressG1(point: Uint8Array): Uint8Array {
  const x = point.slice(16, 64);
  const y = point.subarray(80, 128);
  let greater = false;
  for (let i = 0; i < 48; i++) {
    const d = (y[i] as number) - (HALF[i] as number);
    if (d !== 0) {
      greater = d > 0;
      break;
    }
  }
  x[0] = (x[0] as number) | 0x80 | (greater ? 0x20 : 0);
  return x;
}
