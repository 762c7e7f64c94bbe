/**
 * Proofs of accounts and of storage words as `eth_getProof` serves them (EIP-1186): Merkle Patricia proofs from a state root down to an account,
 * and from its storage root down to a word. The nodes come from anyone; what they prove follows from the state root alone.
 */
import { verifyMerkleProof } from '@ethereumjs/mpt';
import { RLP } from '@ethereumjs/rlp';
import { HASH_BYTES, type Hash } from '../hashing.js';
import { equalBytes } from '../internal/bytes.js';
import { ProofError } from './errors.js';

/** Root of the trie without entries: Keccak-256 of the RLP of the empty string (Yellow Paper, appendix D). */
export const EMPTY_TRIE_ROOT = Uint8Array.from(
  '56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421'.match(/../g) ?? [],
  (pair) => Number.parseInt(pair, 16),
);

/** Most nodes of a proof that are looked at: a path of 64 nibbles cannot be longer. */
const MAX_NODES = 65;

/** An account as the state trie has it. */
export interface Account {
  readonly nonce: bigint;
  readonly balance: bigint;
  /** 32 bytes. */
  readonly storageRoot: Uint8Array;
  /** Keccak-256 of the code, 32 bytes: compare with what you expect to be deployed. */
  readonly codeHash: Uint8Array;
}

/**
 * The account at an address under a state root.
 *
 * @param hash Keccak-256
 * @param address 20 bytes
 * @param proof the nodes of `accountProof`
 * @returns undefined where the proof shows that there is none
 * @throws ProofError `proof-invalid`, `value-malformed`
 */
export async function verifyAccount(
  hash: Hash,
  stateRoot: Uint8Array,
  address: Uint8Array,
  proof: readonly Uint8Array[],
): Promise<Account | undefined> {
  const value = await verifyTrie(hash, stateRoot, hash(address), proof);
  if (value === undefined) return undefined;
  const fields = decode(value);
  if (!Array.isArray(fields) || fields.length !== 4 || !fields.every((f) => f instanceof Uint8Array)) {
    throw new ProofError('value-malformed', 'A proved account is not an account.');
  }
  const [nonce, balance, storageRoot, codeHash] = fields as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  if (storageRoot.length !== HASH_BYTES || codeHash.length !== HASH_BYTES) {
    throw new ProofError('value-malformed', 'A proved account is not an account.');
  }
  return { nonce: toBigInt(nonce), balance: toBigInt(balance), storageRoot, codeHash };
}

/**
 * The storage word of an account.
 *
 * @param hash Keccak-256
 * @param storageRoot from `verifyAccount`
 * @param slot 32 bytes
 * @param proof the nodes of one `storageProof`
 * @returns the word as 32 bytes; zero where the proof shows that it was never written
 * @throws ProofError `proof-invalid`, `value-malformed`
 */
export async function verifyStorage(
  hash: Hash,
  storageRoot: Uint8Array,
  slot: Uint8Array,
  proof: readonly Uint8Array[],
): Promise<Uint8Array> {
  const word = new Uint8Array(HASH_BYTES);
  const value = await verifyTrie(hash, storageRoot, hash(slot), proof);
  if (value === undefined) return word;
  const bytes = decode(value);
  if (!(bytes instanceof Uint8Array) || bytes.length > HASH_BYTES) {
    throw new ProofError('value-malformed', 'A proved storage value is not a word.');
  }
  word.set(bytes, HASH_BYTES - bytes.length);
  return word;
}

/**
 * The slot of an entry of a Solidity mapping: keccak(key || slot of the mapping), the key being a 32-byte word (Solidity documentation, "Layout of
 * State Variables in Storage").
 */
export function mappingSlot(hash: Hash, key: Uint8Array, slot: Uint8Array): Uint8Array {
  if (key.length !== HASH_BYTES || slot.length !== HASH_BYTES) {
    throw new RangeError(`key and slot must have 32 bytes, got ${key.length} and ${slot.length}`);
  }
  const bytes = new Uint8Array(2 * HASH_BYTES);
  bytes.set(key);
  bytes.set(slot, HASH_BYTES);
  return hash(bytes);
}

/** A slot `offset` words after another: the following members of a struct. */
export function nextSlot(slot: Uint8Array, offset = 1): Uint8Array {
  let carry = offset;
  const next = slot.slice();
  for (let i = next.length - 1; i >= 0 && carry > 0; i--) {
    const sum = (next[i] as number) + (carry % 256);
    next[i] = sum % 256;
    carry = Math.floor(carry / 256) + (sum > 255 ? 1 : 0);
  }
  return next;
}

async function verifyTrie(
  hash: Hash,
  root: Uint8Array,
  key: Uint8Array,
  proof: readonly Uint8Array[],
): Promise<Uint8Array | undefined> {
  const [top] = proof;
  // An empty trie has no node to show: nodes answer with no proof, or with the encoding of nothing.
  if (equalBytes(root, EMPTY_TRIE_ROOT) && (top === undefined || equalBytes(hash(top), root)))
    return undefined;
  if (top === undefined || proof.length > MAX_NODES || !equalBytes(hash(top), root)) {
    throw new ProofError('proof-invalid', 'A state proof does not begin at its root.');
  }
  try {
    // The root is given, so that the library looks the key up from there and not from whatever node comes first.
    const value = await verifyMerkleProof(key, [...proof], { root, useKeyHashingFunction: hash });
    return value ?? undefined;
  } catch (cause) {
    throw new ProofError('proof-invalid', 'A state proof does not lead from its root to its key.', { cause });
  }
}

function decode(value: Uint8Array): unknown {
  try {
    return RLP.decode(value);
  } catch (cause) {
    throw new ProofError('value-malformed', 'A proved value is not RLP.', { cause });
  }
}

function toBigInt(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}
