/**
 * The two hashes of RFC 9162, section 2.1.1: leaves and inner nodes are told apart by their first byte, so that
 * no inner node can be passed off as a leaf (or a leaf as a subtree).
 *
 * The hash function is a parameter: the contracts use Keccak-256, Certificate Transparency's vectors SHA-256.
 */

/** Length of every hash in this package, in bytes. */
export const HASH_BYTES = 32;

/** A hash function with 32 bytes of output (Keccak-256, SHA-256). It must not keep its argument. */
export type Hash = (data: Uint8Array) => Uint8Array;

/**
 * Hash of a leaf's data: `H(0x00 || data)`.
 *
 * docs/RECORD.md defines its leaves with the zero byte already in front; such a value is a leaf hash as it stands.
 */
export function leafHash(hash: Hash, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + data.length);
  bytes.set(data, 1);
  return hash(bytes);
}

/** Hash of an inner node: `H(0x01 || left || right)`, both children being hashes of the same tree. */
export function nodeHash(hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + left.length + right.length);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return hash(bytes);
}

/** Head of the tree with no leaves: the hash of the empty string. */
export function emptyHead(hash: Hash): Uint8Array {
  return hash(new Uint8Array(0));
}
