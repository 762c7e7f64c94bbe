/**
 * Anchoring what a lane has sealed and stored, in order. Safe to repeat: an instance that is on the chain already (the last run ended between the transaction and
 * its record) is recorded, not sent again.
 */

import type { Confirmed } from '@twinseal/chain';
import { consistencyProof } from '@twinseal/history';
import { authorPoint, expandAuthorProof } from '@twinseal/mibsc';
import { fromHex, laneTree, parseIdentityText, toHex } from '@twinseal/record';
import type { InstanceRow } from '@twinseal/store';
import { bytesToHex, type Hex, keccak256 } from 'viem';
import { GatewayError } from '../errors.js';
import type { Gateway } from '../ports.js';

/** An instance that is now on the chain. */
export interface Anchored {
  readonly seq: number;
  /** Transaction gas. */
  readonly gas: number;
}

/**
 * Anchors every instance of a lane that is not on the chain, whatever the database believes: the chain decides, and an embedded one may have forgotten its last second. A lane that its author
 * had in batches is adopted first, and goes on by direct anchors.
 *
 * @param options `again: true`: only what was on the chain before and is not any more, and stands in no batch; the rest waits for its batch
 * @throws ChainError where the chain refuses or does not answer; what was anchored until then stays recorded
 * @throws GatewayError `lane-behind` where the chain's lane differs from what this gateway holds
 */
export async function anchorPending(
  gateway: Gateway,
  lane: { readonly twinId: string; readonly authorId: string },
  options: { readonly again?: boolean; readonly covered?: number } = {},
): Promise<Anchored[]> {
  const twinId: Hex = `0x${lane.twinId}`;
  const authorId: Hex = `0x${lane.authorId}`;
  const rows = await gateway.ledger.lane(lane);
  const onChain = await gateway.chain.anchorings(twinId, authorId);
  if (onChain.length > rows.length) {
    throw new GatewayError(
      'lane-behind',
      `The chain has ${onChain.length} instances of the lane, this gateway ${rows.length}.`,
    );
  }
  if (onChain.length < rows.length && options.again !== true) await settleIfDue(gateway, twinId);
  let isAdopted = false;
  const tree = laneTree();
  const anchored: Anchored[] = [];
  for (const row of rows) {
    const frontier = tree.peaks().map((peak) => bytesToHex(peak));
    tree.append(fromHex(row.leaf, 32));
    const mk = toHex(tree.root());
    const found = onChain[row.seq];
    if (found !== undefined && found.mk !== `0x${mk}`) {
      throw new GatewayError('lane-behind', `Instance ${row.seq} of the lane is another one on the chain.`);
    }
    // Anchored again by another keeper after the chain forgot it, it stands in another block than was recorded here.
    const waits = row.txHash === null || row.seq < (options.covered ?? 0);
    if (options.again === true && found === undefined && waits) break;
    const isRecorded =
      found !== undefined && `0x${row.txHash}` === found.txHash && row.blockNumber === found.blockNumber;
    if (isRecorded) continue;
    if (found === undefined && !isAdopted) {
      await adoptIfBatched(gateway, rows, twinId, authorId);
      isAdopted = true;
    }
    const { txHash, blockNumber, gas } =
      found === undefined
        ? await send(gateway, row, frontier)
        : { ...found, gas: await gateway.chain.gasOf(found.txHash) };
    await gateway.ledger.recordAnchored(
      row,
      { mk, txHash: txHash.slice(2), blockNumber, gas },
      gateway.nowS(),
    );
    anchored.push({ seq: row.seq, gas });
  }
  return anchored;
}

/** The contract appends to what it knows of a lane: what stands in batches is brought to it first, with the proof that it goes on from there. */
async function adoptIfBatched(
  gateway: Gateway,
  rows: readonly InstanceRow[],
  twinId: Hex,
  authorId: Hex,
): Promise<void> {
  const batched = await gateway.chain.batched.lane(twinId, authorId);
  if (batched.kind !== 'lane') return;
  const direct = await gateway.chain.directHead(twinId, authorId);
  const map = batched.word.maps.at(-1);
  const entry = map?.entries[0];
  if (map === undefined || entry === undefined || entry.count <= direct.count) return;
  const leaves = rows.slice(0, entry.count).map((row) => fromHex(row.leaf, 32));
  const extension =
    direct.count === 0 ? [] : consistencyProof((bytes) => keccak256(bytes, 'bytes'), leaves, direct.count);
  await gateway.writer.adopt({
    twinId,
    authorId,
    map: { size: BigInt(map.size), head: bytesToHex(map.head) },
    entry: {
      laneId: bytesToHex(entry.laneId),
      count: BigInt(entry.count),
      mk: bytesToHex(entry.mk),
      index: BigInt(entry.index),
      proof: entry.path.map((node) => bytesToHex(node)),
    },
    extension: extension.map((node) => bytesToHex(node)),
  });
}

async function send(gateway: Gateway, row: InstanceRow, frontier: readonly Hex[]): Promise<Confirmed> {
  const { X, v } = expandAuthorProof(gateway.params, fromHex(row.proof));
  return gateway.writer.anchor({
    instance: {
      twinId: `0x${row.twinId}`,
      authorId: `0x${row.authorId}`,
      seq: BigInt(row.seq),
      h: `0x${row.h}`,
      accessVersion: BigInt(row.accessVersion),
      time: BigInt(row.timeS),
    },
    frontier,
    X: bytesToHex(X),
    v: bytesToHex(v),
    Q: bytesToHex(authorPoint(gateway.params, parseIdentityText(row.author))),
  });
}

/** Time alone can narrow access; the contract wants that recorded before anything is anchored, and anyone may do it. */
export async function settleIfDue(gateway: Gateway, twinId: Hex): Promise<void> {
  const { settlementDue } = await gateway.chain.accessVersion(twinId);
  if (settlementDue) await gateway.writer.settle(twinId);
}
