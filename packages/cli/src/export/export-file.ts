/**
 * The bytes of an export (docs/EXPORT.md): one file with the parts of a record that its patient discloses, and everything that it takes to check them with the network
 * off against the hash of one block.
 *
 *     export   = "TSXP" 01 01 || u64 chainId || twins[20] || requests[20] || LP(parameters)
 *                || u64 blockNumber || blockHash[32] || LP(header) || nodes(twins) || nodes(requests)
 *                || twinId[32] || u16 n || lane × n || u32 n || batch × n || u32 n || receipt × n
 *     nodes    = u16 n || LP(node) × n                                          of a Merkle Patricia proof, root first
 *     lane     = LP(author name) || nodes(count) || nodes(mk) || u32 n || instance × n || u32 n || part × n
 *     instance = LP(manifest) || X[48] || v[48]
 *     part     = u32 seq || u16 entry || u64 counter || P[32] || LP(slot) || LP(payload)
 *     batch    = server[32] || u64 number || u32 size || root[32] || nodes
 *     receipt  = LP(receipt) || u32 1 + place of its batch, 0 for none || (where not 0:) u32 index || u16 n || hash[32] × n
 *
 * Lanes ascend strictly by author name, parts by (seq, entry), batches by (server, number), receipts by (server name, index).
 */

import { ByteReader, ByteWriter } from './bytes.js';
import { ExportError } from './errors.js';

/** First bytes of an export; those of a sealed file are `TSEV`. */
export const EXPORT_MAGIC = 'TSXP';
const VERSION = 1;
/** TWINSEAL-MIBSC-BLS12381-V1, as in every object of the record. */
const SUITE = 1;

/** Nodes of a Merkle Patricia proof, root first. */
export type Nodes = readonly Uint8Array[];

export interface ExportedInstance {
  readonly manifest: Uint8Array;
  /** The author's, X || v, 96 bytes. */
  readonly proof: Uint8Array;
}

/** A part that is disclosed. */
export interface ExportedPart {
  readonly seq: number;
  /** Place of its entry in the manifest, from 0. */
  readonly entry: number;
  /** How many earlier instances of the lane touch its module. */
  readonly counter: number;
  /** The part's own secret, 32 bytes: opens this part and no other. */
  readonly P: Uint8Array;
  readonly slot: Uint8Array;
  readonly payload: Uint8Array;
}

/** A lane, from its first instance to the last that the block has; or a hospital that has none. */
export interface ExportedLane {
  readonly author: string;
  readonly countProof: Nodes;
  readonly mkProof: Nodes;
  readonly instances: readonly ExportedInstance[];
  readonly parts: readonly ExportedPart[];
}

/** A batch of access receipts as the chain has it. */
export interface ExportedBatch {
  /** authorId of the hospital, 32 bytes. */
  readonly server: Uint8Array;
  readonly number: number;
  readonly size: number;
  readonly root: Uint8Array;
  readonly proof: Nodes;
}

export interface ExportedReceipt {
  readonly receipt: Uint8Array;
  /** Where it is anchored, where it is. */
  readonly anchor?: {
    /** Place of the batch in the export. */
    readonly batch: number;
    readonly index: number;
    readonly path: readonly Uint8Array[];
  };
}

export interface ExportFile {
  readonly chainId: number;
  /** Address of PatientDigitalTwin, 20 bytes. */
  readonly twins: Uint8Array;
  /** Address of DataRequest, 20 bytes. */
  readonly requests: Uint8Array;
  /** The system parameters of the scheme. */
  readonly parameters: Uint8Array;
  readonly blockNumber: number;
  readonly blockHash: Uint8Array;
  /** RLP. */
  readonly header: Uint8Array;
  readonly twinsAccount: Nodes;
  readonly requestsAccount: Nodes;
  readonly twinId: Uint8Array;
  readonly lanes: readonly ExportedLane[];
  readonly batches: readonly ExportedBatch[];
  readonly receipts: readonly ExportedReceipt[];
}

/** Whether bytes begin as an export does. */
export function isExport(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && new TextDecoder('latin1').decode(bytes.subarray(0, 4)) === EXPORT_MAGIC;
}

/** @throws RangeError for numbers and lengths that the format has no room for */
export function encodeExport(file: ExportFile): Uint8Array {
  const writer = new ByteWriter();
  const nodes = (list: Nodes) => writer.list16(list, (node) => writer.lp(node));
  writer
    .bytes(new TextEncoder().encode(EXPORT_MAGIC))
    .bytes(Uint8Array.of(VERSION, SUITE))
    .u64(file.chainId)
    .bytes(fixed(file.twins, 20))
    .bytes(fixed(file.requests, 20))
    .lp(file.parameters)
    .u64(file.blockNumber)
    .bytes(fixed(file.blockHash, 32))
    .lp(file.header);
  nodes(file.twinsAccount);
  nodes(file.requestsAccount);
  writer.bytes(fixed(file.twinId, 32)).list16(file.lanes, (lane) => {
    writer.lp(new TextEncoder().encode(lane.author));
    nodes(lane.countProof);
    nodes(lane.mkProof);
    writer.list32(lane.instances, ({ manifest, proof }) => writer.lp(manifest).bytes(fixed(proof, 96)));
    writer.list32(lane.parts, ({ seq, entry, counter, P, slot, payload }) =>
      writer.u32(seq).u16(entry).u64(counter).bytes(fixed(P, 32)).lp(slot).lp(payload),
    );
  });
  writer.list32(file.batches, ({ server, number, size, root, proof }) => {
    writer.bytes(fixed(server, 32)).u64(number).u32(size).bytes(fixed(root, 32));
    nodes(proof);
  });
  writer.list32(file.receipts, ({ receipt, anchor }) => {
    writer.lp(receipt).u32(anchor === undefined ? 0 : anchor.batch + 1);
    if (anchor !== undefined)
      writer.u32(anchor.index).list16(anchor.path, (hash) => writer.bytes(fixed(hash, 32)));
  });
  return writer.finish();
}

/** Reads an export; what it says is not checked: see `verifyExport`. @throws ExportError */
export function decodeExport(bytes: Uint8Array): ExportFile {
  const reader = new ByteReader(bytes);
  if (!isExport(reader.bytes(4))) throw new ExportError('malformed', 'it is no export');
  const [version, suite] = reader.bytes(2);
  if (version !== VERSION)
    throw new ExportError('unknown-version', 'it is of a version that this program does not know');
  if (suite !== SUITE)
    throw new ExportError('unknown-suite', 'it is of a suite that this program does not know');
  const nodes = (): Nodes => reader.list16(() => reader.lp());
  const file: ExportFile = {
    chainId: reader.u64(),
    twins: reader.bytes(20),
    requests: reader.bytes(20),
    parameters: reader.lp(),
    blockNumber: reader.u64(),
    blockHash: reader.bytes(32),
    header: reader.lp(),
    twinsAccount: nodes(),
    requestsAccount: nodes(),
    twinId: reader.bytes(32),
    lanes: reader.list16(() => ({
      author: textOf(reader.lp()),
      countProof: nodes(),
      mkProof: nodes(),
      instances: reader.list32(() => ({ manifest: reader.lp(), proof: reader.bytes(96) })),
      parts: reader.list32(() => ({
        seq: reader.u32(),
        entry: reader.u16(),
        counter: reader.u64(),
        P: reader.bytes(32),
        slot: reader.lp(),
        payload: reader.lp(),
      })),
    })),
    batches: reader.list32(() => ({
      server: reader.bytes(32),
      number: reader.u64(),
      size: reader.u32(),
      root: reader.bytes(32),
      proof: nodes(),
    })),
    receipts: reader.list32(() => {
      const receipt = reader.lp();
      const batch = reader.u32();
      if (batch === 0) return { receipt };
      return {
        receipt,
        anchor: { batch: batch - 1, index: reader.u32(), path: reader.list16(() => reader.bytes(32)) },
      };
    }),
  };
  reader.end();
  assertAscending(file.lanes, (a, b) => (a.author < b.author ? -1 : a.author === b.author ? 0 : 1), 'lanes');
  for (const { parts } of file.lanes)
    assertAscending(parts, (a, b) => a.seq - b.seq || a.entry - b.entry, 'parts');
  assertAscending(
    file.batches,
    (a, b) => Buffer.compare(a.server, b.server) || a.number - b.number,
    'batches',
  );
  return file;
}

function assertAscending<T>(items: readonly T[], order: (a: T, b: T) => number, what: string): void {
  items.forEach((item, i) => {
    if (i > 0 && order(items[i - 1] as T, item) >= 0) {
      throw new ExportError('malformed', `its ${what} do not ascend`);
    }
  });
}

function fixed(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length !== length) throw new RangeError(`export: expected ${length} bytes, got ${bytes.length}`);
  return bytes;
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ExportError('malformed', 'a name is not UTF-8');
  }
}
