import { type Hash, nodeHash } from './hashing.js';
import { equalBytes, isHash } from './internal/bytes.js';
import { assertSize, half, isOdd, isSize, splitPoint } from './internal/sizes.js';
import { treeHead } from './tree-head.js';

/**
 * The proof of RFC 9162, section 2.1.4.1, that the tree of the first `oldSize` leaves is a prefix of the tree of all.
 *
 * @param leaves all leaf hashes of the newer tree, in order
 * @param oldSize 1 <= oldSize <= leaves.length (everything is consistent with the empty tree: no proof exists for it)
 * @throws RangeError when oldSize is out of range
 */
export function consistencyProof(hash: Hash, leaves: readonly Uint8Array[], oldSize: number): Uint8Array[] {
  assertSize('oldSize', oldSize);
  if (oldSize === 0 || oldSize > leaves.length) {
    throw new RangeError(`oldSize must be from 1 to ${leaves.length}, got ${oldSize}`);
  }
  return subproof(hash, leaves, oldSize, true);
}

/** SUBPROOF(m, D_n, b); b says that the old tree's head is known to the verifier already. */
function subproof(hash: Hash, leaves: readonly Uint8Array[], m: number, known: boolean): Uint8Array[] {
  if (m === leaves.length) return known ? [] : [treeHead(hash, leaves)];
  const k = splitPoint(leaves.length);
  const left = leaves.slice(0, k);
  const right = leaves.slice(k);
  return m <= k
    ? [...subproof(hash, left, m, known), treeHead(hash, right)]
    : [...subproof(hash, right, m - k, false), treeHead(hash, left)];
}

/** What a consistency proof claims: the tree (oldSize, oldRoot) is a prefix of the tree (newSize, newRoot). */
export interface ConsistencyClaim {
  readonly oldSize: number;
  readonly newSize: number;
  readonly oldRoot: Uint8Array;
  readonly newRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/**
 * Verifies a consistency proof by RFC 9162, section 2.1.4.2. False, never an exception, for anything untrusted.
 *
 * An old tree of size 0 is refused: it proves nothing, and a caller who asks has lost track of a size.
 */
export function verifyConsistency(hash: Hash, claim: ConsistencyClaim): boolean {
  const { oldSize, newSize, oldRoot, newRoot, proof } = claim;
  if (!isSize(oldSize) || !isSize(newSize) || oldSize === 0 || oldSize > newSize) return false;
  if (oldSize === newSize) return proof.length === 0 && equalBytes(oldRoot, newRoot);
  if (!isHash(oldRoot) || !proof.every(isHash)) return false;
  let fn = oldSize - 1;
  let sn = newSize - 1;
  while (isOdd(fn)) {
    fn = half(fn);
    sn = half(sn);
  }
  // A perfect old tree is itself a node of the new one and is left out of the proof.
  const path = fn === 0 ? [oldRoot, ...proof] : proof;
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let oldNode = first;
  let newNode = first;
  for (const sibling of rest) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      oldNode = nodeHash(hash, sibling, oldNode);
      newNode = nodeHash(hash, sibling, newNode);
      while (!isOdd(fn) && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      newNode = nodeHash(hash, newNode, sibling);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && equalBytes(oldNode, oldRoot) && equalBytes(newNode, newRoot);
}
