/**
 * Access receipts on the chain: batches by the root of an ordered tree, proofs of a receipt's place in them, and the challenge of one that is missing.
 *
 * A hospital's batches cover its log from the beginning, each where the one before ended, so which receipt is in which batch follows from the sizes that the chain has; nothing is written down
 * of it, and a chain that forgot a batch is simply given another.
 *
 * leaf = keccak( 00 || sha256(receipt without X || v) ); root = MTH_keccak (packages/contracts/INTERFACE.md, DataRequest).
 */

import { createHash } from 'node:crypto';
import type { Confirmed, ConsortiumReader, ConsortiumWriter } from '@twinseal/chain';
import { CHALLENGE_STATUS, type ChallengeStatus, dataRequestAbi } from '@twinseal/contracts';
import { Frontier, inclusionProof, treeHead, verifyInclusion } from '@twinseal/history';
import { author, authorPoint, expandAuthorProof, type PublicParameters } from '@twinseal/mibsc';
import { authorId, decodeReceipt, hospitalAuthorId } from '@twinseal/record';
import {
  type Abi,
  bytesToHex,
  concatHex,
  type Hex,
  hexToBytes,
  keccak256,
  numberToHex,
  stringToHex,
} from 'viem';
import { GatewayError } from '../errors.js';
import type { Gateway } from '../ports.js';
import type { ReceiptBook } from './receipt-book.js';
import { PinnedParameters } from './verify-receipts.js';

/** X || v at the end of a receipt. */
const PROOF_BYTES = 96;
/** As many as the contract takes in one batch. */
export const MAX_BATCH = 65_536;
const ABI = dataRequestAbi as Abi;
const keccak = (bytes: Uint8Array) => keccak256(bytes, 'bytes');

/** A batch as the contract knows it. */
export interface ReceiptBatch {
  /** authorId of the hospital. */
  readonly server: Hex;
  /** From 0. */
  readonly number: number;
  /** How many receipts, from 1. */
  readonly size: number;
  readonly root: Hex;
}

/** A batch on the chain. */
export interface AnchoredBatch extends ReceiptBatch {
  /** Place in the server's log of its first receipt. */
  readonly first: number;
  readonly blockNumber: number;
  readonly txHash: Hex;
}

/** What shows that a receipt is anchored: its place in a batch, and the audit path, lowest node first. */
export interface ReceiptProof {
  readonly batch: ReceiptBatch;
  readonly index: number;
  readonly path: readonly Hex[];
}

/** A challenge as the contract keeps it. */
export interface ReceiptChallenge {
  readonly id: Hex;
  readonly server: Hex;
  /** sha256 of the receipt without X || v. */
  readonly digest: Hex;
  /** Last second at which an answer counts. */
  readonly answerBy: number;
  readonly status: ChallengeStatus;
}

/** sha256 of a receipt without X || v: what a batch's leaf and a challenge say of it. @throws RangeError for bytes that are no receipt */
export function challengeDigest(receipt: Uint8Array): Hex {
  if (receipt.length <= PROOF_BYTES)
    throw new RangeError('receipt: expected more than its 96 bytes of proof');
  return `0x${createHash('sha256').update(receipt.subarray(0, -PROOF_BYTES)).digest('hex')}`;
}

/** A receipt's leaf hash in its batch, 32 bytes. */
export function receiptLeaf(receipt: Uint8Array): Uint8Array {
  return hexToBytes(keccak256(concatHex(['0x00', challengeDigest(receipt)])));
}

/** Leaves that are hashed before others get a turn. */
const LEAVES_AT_ONCE = 32;
/** The newest batch of each book that was found to be what the log holds; the log only grows at its end. */
const FOUND = new WeakMap<ReceiptBook, Pick<AnchoredBatch, 'first' | 'size' | 'root'>>();

/** The root over a stretch of the log, in which others get their turns. */
async function rootOf(book: ReceiptBook, first: number, size: number): Promise<Hex> {
  const tree = Frontier.of(keccak);
  for (let i = 0; i < size; i++) {
    tree.append(receiptLeaf(book.at(first + i) as Uint8Array));
    if (i % LEAVES_AT_ONCE === 0) await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return bytesToHex(tree.root());
}

/** The root over receipts in their order. */
export function receiptsRoot(receipts: readonly Uint8Array[]): Hex {
  return bytesToHex(treeHead(keccak, receipts.map(receiptLeaf)));
}

/** Whether a proof shows that a receipt stands in its batch; whether that batch is on the chain, {@link isAnchored} says. */
export function verifyReceiptProof(receipt: Uint8Array, proof: ReceiptProof): boolean {
  return verifyInclusion(keccak, {
    leaf: receiptLeaf(receipt),
    index: proof.index,
    size: proof.batch.size,
    proof: proof.path.map((node) => hexToBytes(node)),
    root: hexToBytes(proof.batch.root),
  });
}

/** Whether the chain has a batch as a proof tells of it. @throws ChainError */
export async function isAnchored(chain: ConsortiumReader, batch: ReceiptBatch): Promise<boolean> {
  const batches = await anchoredBatches(chain, batch.server);
  const there = batches[batch.number];
  return there !== undefined && there.size === batch.size && there.root === batch.root;
}

/** Every batch that a hospital anchored, in order. @throws ChainError */
export async function anchoredBatches(chain: ConsortiumReader, server: Hex): Promise<AnchoredBatch[]> {
  const logs = await chain.connection.reader.getContractEvents({
    address: await chain.contract('requests'),
    abi: dataRequestAbi,
    eventName: 'ReceiptsAnchored',
    args: { server },
    fromBlock: BigInt(chain.consortium.firstBlock),
  });
  let first = 0;
  return logs.map((log) => {
    const { number, size, root } = log.args as { number: bigint; size: number; root: Hex };
    const batch: AnchoredBatch = {
      server,
      number: Number(number),
      size: Number(size),
      root,
      first,
      blockNumber: Number(log.blockNumber),
      txHash: log.transactionHash as Hex,
    };
    first += batch.size;
    return batch;
  });
}

/**
 * Anchors the receipts that are in no batch yet, as one batch.
 *
 * @returns undefined where there are none
 * @throws ChainError; GatewayError `receipts-behind` where the log is not the one that was anchored
 */
export async function anchorReceipts(
  gateway: Gateway,
  book: ReceiptBook,
): Promise<AnchoredBatch | undefined> {
  const server = serverOf(gateway);
  const batches = await anchoredBatches(gateway.chain, server);
  const first = coveredBy(batches);
  await assertCovers(book, batches);
  const size = Math.min(MAX_BATCH, book.size - first);
  if (size === 0) return undefined;
  const root = await rootOf(book, first, size);
  const batch: ReceiptBatch = { server, number: batches.length, size, root };
  FOUND.set(book, { first, size, root });
  const { params, chain, key } = gateway;
  const { X, v } = expandAuthorProof(params, author(params, key, batchDigest(batch), chain.domain));
  const { blockNumber, txHash } = await gateway.writer.call('requests', ABI, 'anchorReceipts', [
    struct(batch),
    { X: bytesToHex(X), v: bytesToHex(v), Q: bytesToHex(authorPoint(params, key.identity)) },
  ]);
  return { ...batch, first, blockNumber, txHash };
}

/** How many receipts of the log are anchored. */
export function coveredBy(batches: readonly AnchoredBatch[]): number {
  const last = batches.at(-1);
  return last === undefined ? 0 : last.first + last.size;
}

/** The number of the first batch whose root is not the log's; undefined where all are. */
export function firstForeignBatch(
  receipts: readonly Uint8Array[],
  batches: readonly AnchoredBatch[],
): number | undefined {
  return batches.find(
    ({ first, size, root }) =>
      first + size > receipts.length || receiptsRoot(receipts.slice(first, first + size)) !== root,
  )?.number;
}

async function assertCovers(book: ReceiptBook, batches: readonly AnchoredBatch[]): Promise<void> {
  // The last one is enough: each batch begins where the one before it ended, and the log only grows at its end.
  const last = batches.at(-1);
  if (last === undefined) return;
  const { first, size, root } = last;
  const found = FOUND.get(book);
  if (found !== undefined && found.first === first && found.size === size && found.root === root) return;
  const isSame = coveredBy(batches) <= book.size && (await rootOf(book, first, size)) === root;
  if (isSame) FOUND.set(book, { first, size, root });
  if (!isSame) {
    throw new GatewayError(
      'receipts-behind',
      'The log of access receipts is not the one that was anchored: it was lost, or put back from an old copy. Put the newest copy back; what is missing will be challenged.',
    );
  }
}

function receiptsFrom(book: ReceiptBook, first: number, size: number): Uint8Array[] {
  return Array.from({ length: size }, (_, i) => book.at(first + i) as Uint8Array);
}

/** Where a receipt of the log is anchored, or undefined where it is in no batch yet. */
export function proofOf(
  book: ReceiptBook,
  batches: readonly AnchoredBatch[],
  position: number,
): ReceiptProof | undefined {
  const found = batches.find(({ first, size }) => position >= first && position < first + size);
  if (found === undefined) return undefined;
  const { server, number, size, root, first } = found;
  const leaves = receiptsFrom(book, first, size).map(receiptLeaf);
  const index = position - first;
  return {
    batch: { server, number, size, root },
    index,
    path: inclusionProof(keccak, leaves, index).map((node) => bytesToHex(node)),
  };
}

/**
 * Asks on the chain where a receipt is anchored; its server has three days to answer. Anybody who holds the receipt may; the content stays with the one who asks. The receipt is evidence under the
 * identity epoch and the parameters of its day, whatever is in force now.
 *
 * @param receipt its bytes, with the server's proof
 * @returns the challenge
 * @throws RecordError for bytes that are no receipt; ChainError `refused` where the server did not sign it or it was challenged before
 */
export async function challengeReceipt(
  writer: ConsortiumWriter,
  params: PublicParameters,
  receipt: Uint8Array,
): Promise<Confirmed & { readonly challengeId: Hex }> {
  const { server, proof } = decodeReceipt(receipt);
  const { X, v } = expandAuthorProof(params, proof);
  const chain = writer.reader;
  const [serverId, digest] = [bytesToHex(authorId(server.name)), challengeDigest(receipt)];
  const pinned = new PinnedParameters(chain);
  const inForce = await pinned.current();
  // Where it was signed under none, the contract says so: the refusal is its own.
  const parametersVersion = (await pinned.versionOf(receipt, server, { X, v }, inForce)) ?? inForce;
  const confirmed = await writer.call('requests', ABI, 'challenge', [
    serverId,
    digest,
    { epoch: Number(server.epoch), parametersVersion, X: bytesToHex(X), v: bytesToHex(v) },
  ]);
  return { ...confirmed, challengeId: await challengeIdOf(chain, serverId, digest) };
}

/** The id of a receipt's challenge, opened or not. */
export async function challengeIdOf(chain: ConsortiumReader, server: Hex, digest: Hex): Promise<Hex> {
  return (await chain.view('requests', ABI, 'challengeIdOf', [server, digest])) as Hex;
}

/** A challenge as it stands. @throws ChainError */
export async function challengeOf(chain: ConsortiumReader, id: Hex): Promise<ReceiptChallenge> {
  const found = (await chain.view('requests', ABI, 'challengeOf', [id])) as {
    server: Hex;
    receiptDigest: Hex;
    answerBy: number;
    status: number;
  };
  return {
    id,
    server: found.server,
    digest: found.receiptDigest,
    answerBy: Number(found.answerBy),
    status: CHALLENGE_STATUS[found.status] as ChallengeStatus,
  };
}

/** Every challenge ever opened. @param server only those of one hospital @throws ChainError */
export async function challenges(
  chain: ConsortiumReader,
  server?: Hex,
  fromBlock = chain.consortium.firstBlock,
): Promise<ReceiptChallenge[]> {
  const logs = await chain.connection.reader.getContractEvents({
    address: await chain.contract('requests'),
    abi: dataRequestAbi,
    eventName: 'ReceiptChallenged',
    args: server === undefined ? {} : { server },
    fromBlock: BigInt(fromBlock),
  });
  return Promise.all(
    logs.map(async ({ args }) => {
      const { server: of, receiptDigest } = args as { server: Hex; receiptDigest: Hex };
      return challengeOf(chain, await challengeIdOf(chain, of, receiptDigest));
    }),
  );
}

/** Answers a challenge with a proof; anyone may. @throws ChainError */
export function answerChallenge(writer: ConsortiumWriter, id: Hex, proof: ReceiptProof): Promise<Confirmed> {
  return writer.call('requests', ABI, 'answer', [id, struct(proof.batch), proof.index, proof.path]);
}

/** Has it recorded that a challenge was not answered in time; anyone may. @throws ChainError `refused` while the window is open */
export function proveOmission(writer: ConsortiumWriter, id: Hex): Promise<Confirmed> {
  return writer.call('requests', ABI, 'proveOmission', [id]);
}

/** The author id of a gateway's hospital. */
export function serverOf(gateway: Pick<Gateway, 'key'>): Hex {
  return bytesToHex(authorId(gateway.key.identity.name));
}

function struct({ server, number, size, root }: ReceiptBatch) {
  return { server, number: BigInt(number), size, root };
}

/** What the server signs of a batch: keccak( T("TWINSEAL-V1-AUTHOR-RECEIPTS") || keccak(00 || server || u64 number || u32 size || root) ). */
function batchDigest({ server, number, size, root }: ReceiptBatch): Uint8Array {
  const leaf = keccak256(
    concatHex(['0x00', server, numberToHex(number, { size: 8 }), numberToHex(size, { size: 4 }), root]),
  );
  return hexToBytes(keccak256(concatHex([keccak256(stringToHex('TWINSEAL-V1-AUTHOR-RECEIPTS')), leaf])));
}

/** The author id under which a hospital anchors its receipts. @param hospital its id, without `hospital:` */
export function hospitalServer(hospital: string): Hex {
  return bytesToHex(hospitalAuthorId(hospital));
}
