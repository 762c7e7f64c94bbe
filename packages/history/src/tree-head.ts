import { Frontier } from './frontier.js';
import type { Hash } from './hashing.js';

/**
 * The Merkle Tree Hash of RFC 9162, section 2.1.1.
 *
 * @param leaves leaf hashes in order, any number
 * @returns the head; `H("")` for no leaf
 *
 * Costs one node hash for each leaf but the first.
 */
export function treeHead(hash: Hash, leaves: readonly Uint8Array[]): Uint8Array {
  const frontier = Frontier.of(hash);
  for (const leaf of leaves) frontier.append(leaf);
  return frontier.root();
}
