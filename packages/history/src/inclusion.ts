import { type Hash, nodeHash } from './hashing.js';
import { equalBytes, isHash } from './internal/bytes.js';
import { assertSize, half, isOdd, isSize, splitPoint } from './internal/sizes.js';
import { treeHead } from './tree-head.js';

/**
 * The audit path of RFC 9162, section 2.1.3.1, lowest node first.
 *
 * @param leaves all leaf hashes of the tree, in order
 * @param index 0 <= index < leaves.length
 * @throws RangeError when the index is not a leaf's
 *
 * Costs one node hash for each leaf.
 */
export function inclusionProof(hash: Hash, leaves: readonly Uint8Array[], index: number): Uint8Array[] {
  assertSize('index', index);
  if (index >= leaves.length)
    throw new RangeError(`index ${index} is outside a tree of ${leaves.length} leaves`);
  if (leaves.length === 1) return [];
  const k = splitPoint(leaves.length);
  const left = leaves.slice(0, k);
  const right = leaves.slice(k);
  return index < k
    ? [...inclusionProof(hash, left, index), treeHead(hash, right)]
    : [...inclusionProof(hash, right, index - k), treeHead(hash, left)];
}

/** What an inclusion proof claims: the leaf hash stands at `index` of the tree of `size` leaves with head `root`. */
export interface InclusionClaim {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/**
 * Verifies an inclusion proof by RFC 9162, section 2.1.3.2. The answer is false, never an exception, for anything
 * untrusted: sizes that are no sizes, proofs too long or too short, hashes of the wrong length.
 */
export function verifyInclusion(hash: Hash, claim: InclusionClaim): boolean {
  const { leaf, index, size, proof, root } = claim;
  if (!isSize(index) || !isSize(size) || index >= size) return false;
  if (!isHash(leaf) || !proof.every(isHash)) return false;
  let fn = index;
  let sn = size - 1;
  let node = leaf;
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      node = nodeHash(hash, sibling, node);
      // A node without right sibling moves up unchanged until it becomes a right child.
      while (!isOdd(fn) && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      node = nodeHash(hash, node, sibling);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && equalBytes(node, root);
}
