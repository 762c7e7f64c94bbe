/**
 * Checking an export with nothing but its bytes (docs/EXPORT.md). Trusted: that the block whose hash is told is one of the chain, and that the contracts' addresses and
 * the parameters told are the consortium's. Everything else is recomputed. No file, no network, no key.
 */

import { verifyInclusion } from '@twinseal/history';
import { ProofError, verifyAccount, verifyEncodedHeader, verifyStorage } from '@twinseal/history/ethereum';
import {
  type Domain,
  decodeParameters,
  loadBackend,
  MibscError,
  type PublicParameters,
  validateParameters,
} from '@twinseal/mibsc';
import {
  type AnchoredInstance,
  authorId,
  decodeManifest,
  decodePartContent,
  isModule,
  laneId,
  laneTree,
  leaf,
  manifestRoot,
  mayAuthor,
  openPayload,
  partDigest,
  partLocator,
  type Receipt,
  RecordError,
  receiptHash,
  type Statement,
  toHex,
  type VerifiedManifest,
  verifyLane,
  verifyReceipt,
} from '@twinseal/record';
import { concatBytes, sha256 } from 'viem';
import {
  decodeExport,
  type ExportedLane,
  type ExportedPart,
  type ExportedReceipt,
  type ExportFile,
  type Nodes,
} from './export-file.js';
import { batchSlot, batchWord, keccak, laneCount, laneSlots } from './proved-words.js';

/** X || v at the end of a receipt. */
const PROOF_BYTES = 96;

/** Something that does not hold: what, and where. */
export interface Problem {
  /** A stable code: of this page, or of docs/RECORD.md, section 8. */
  readonly code: string;
  readonly where: string;
}

/** A part that was opened and is what the author anchored. */
export interface DisclosedPart {
  readonly author: string;
  readonly seq: number;
  readonly module: string;
  readonly counter: number;
  /** The author's clock when sealing, seconds since 1970. */
  readonly time: number;
  readonly statements: readonly Statement[];
}

export interface ExportReport {
  readonly chainId: number;
  readonly block: { readonly number: number; readonly hash: string; readonly time?: number };
  /** Addresses, with the hash of the code that stands there. */
  readonly contracts: Readonly<
    Record<'twins' | 'requests', { readonly address: string; readonly codeHash?: string }>
  >;
  readonly parametersDigest?: string;
  readonly twinId: string;
  readonly lanes: readonly {
    readonly author: string;
    readonly instances: number;
    /** Entries of all manifests. */
    readonly entries: number;
    /** Of these, how many are disclosed and verify. */
    readonly disclosed: number;
  }[];
  readonly parts: readonly DisclosedPart[];
  readonly receipts: readonly {
    readonly server: string;
    readonly receipts: number;
    readonly permits: number;
    readonly denials: number;
    readonly anchored: number;
  }[];
  readonly problems: readonly Problem[];
}

/**
 * Checks an export.
 *
 * @param bytes untrusted
 * @returns what it holds, and what does not hold; it holds where there are no problems
 * @throws ExportError for bytes that are no export of a known version
 *
 * Costs a hash for each byte, one author proof for each instance and receipt, and two proofs of storage for each lane.
 */
export async function verifyExport(bytes: Uint8Array): Promise<ExportReport> {
  const file = decodeExport(bytes);
  const problems: Problem[] = [];
  const state = await readState(file, problems);
  const params = await readParameters(file, problems);
  const domain: Domain = { chainId: BigInt(file.chainId), contract: toHexAddress(file.twins) };
  const lanes: ExportReport['lanes'][number][] = [];
  const parts: DisclosedPart[] = [];
  for (const lane of file.lanes) {
    const found = await checkLane(
      file,
      lane,
      { params, domain, storageRoot: state.twins?.storageRoot },
      problems,
    );
    lanes.push({ author: lane.author, ...found.counts });
    parts.push(...found.parts);
  }
  const receipts = await checkReceipts(
    file,
    { params, domain, storageRoot: state.requests?.storageRoot },
    problems,
  );
  return {
    chainId: file.chainId,
    block: {
      number: file.blockNumber,
      hash: toHex(file.blockHash),
      ...(state.time === undefined ? {} : { time: state.time }),
    },
    contracts: {
      twins: withCode(file.twins, state.twins?.codeHash),
      requests: withCode(file.requests, state.requests?.codeHash),
    },
    ...(params === undefined ? {} : { parametersDigest: toHex(params.digest) }),
    twinId: toHex(file.twinId),
    lanes,
    parts,
    receipts,
    problems,
  };
}

interface Account {
  readonly storageRoot: Uint8Array;
  readonly codeHash: Uint8Array;
}

interface State {
  readonly twins?: Account;
  readonly requests?: Account;
  readonly time?: number;
}

/** From the block's hash to the two contracts' storage. */
async function readState(file: ExportFile, problems: Problem[]): Promise<State> {
  const header = await proved('header', problems, async () =>
    verifyEncodedHeader(keccak, file.header, file.blockHash),
  );
  if (header === undefined) return {};
  if (header.number !== BigInt(file.blockNumber))
    problems.push({ code: 'header-mismatch', where: 'number of the block' });
  const account = (name: 'twins' | 'requests', nodes: Nodes) =>
    proved(`account of ${name}`, problems, () => verifyAccount(keccak, header.stateRoot, file[name], nodes));
  const [twins, requests] = [
    await account('twins', file.twinsAccount),
    await account('requests', file.requestsAccount),
  ];
  if (twins === undefined) problems.push({ code: 'account-missing', where: 'twins' });
  if (requests === undefined) problems.push({ code: 'account-missing', where: 'requests' });
  return {
    time: Number(header.timestamp),
    ...(twins === undefined ? {} : { twins }),
    ...(requests === undefined ? {} : { requests }),
  };
}

async function readParameters(file: ExportFile, problems: Problem[]): Promise<PublicParameters | undefined> {
  try {
    return validateParameters(decodeParameters(await loadBackend(), file.parameters));
  } catch (error) {
    if (!(error instanceof MibscError)) throw error;
    problems.push({ code: 'parameters-invalid', where: 'parameters' });
    return undefined;
  }
}

interface Ground {
  readonly params: PublicParameters | undefined;
  readonly domain: Domain;
  readonly storageRoot: Uint8Array | undefined;
}

async function checkLane(
  file: ExportFile,
  lane: ExportedLane,
  ground: Ground,
  problems: Problem[],
): Promise<{ counts: { instances: number; entries: number; disclosed: number }; parts: DisclosedPart[] }> {
  const where = `lane of ${lane.author}`;
  const counts = { instances: lane.instances.length, entries: 0, disclosed: 0 };
  const { params, domain, storageRoot } = ground;
  if (!mayAuthor({ name: lane.author, epoch: '1' }, file.twinId)) {
    problems.push({ code: 'author-foreign', where });
    return { counts, parts: [] };
  }
  const author = authorId(lane.author);
  const id = laneId(file.twinId, author);
  if (storageRoot === undefined || params === undefined) {
    problems.push({ code: 'not-checked', where });
    return { counts, parts: [] };
  }
  const slots = laneSlots(id);
  const count = await proved(`${where}, count`, problems, () =>
    verifyStorage(keccak, storageRoot, slots.count, lane.countProof),
  );
  const mk = await proved(`${where}, root`, problems, () =>
    verifyStorage(keccak, storageRoot, slots.mk, lane.mkProof),
  );
  if (count === undefined || mk === undefined) return { counts, parts: [] };
  if (laneCount(count) !== BigInt(lane.instances.length)) {
    problems.push({
      code: laneCount(count) > lane.instances.length ? 'lane-truncated' : 'head-mismatch',
      where,
    });
    return { counts, parts: [] };
  }
  const instances = anchoredFields(file, lane, author, where, problems);
  if (instances === undefined) return { counts, parts: [] };
  const verified = await verifyLane({
    params,
    domain,
    lane: {
      twinId: file.twinId,
      authorId: author,
      authorName: lane.author,
      count: instances.length,
      mk,
      instances,
    },
    source: {
      head: async () => (instances.length === 0 ? undefined : { count: instances.length, mk }),
      manifest: async (_lane, seq) => lane.instances[seq]?.manifest,
      locator: async () => undefined,
      object: async () => undefined,
      capsules: async () => [],
    },
    depth: 'self-verified',
  });
  for (const { code, seq } of verified.findings) {
    problems.push({ code, where: seq === undefined ? where : `${where}, instance ${seq}` });
  }
  counts.entries = verified.manifests.reduce((sum, { manifest }) => sum + manifest.entries.length, 0);
  const parts: DisclosedPart[] = [];
  for (const part of lane.parts) {
    const at = `${where}, instance ${part.seq}, entry ${part.entry}`;
    const opened = await openDisclosed(
      author,
      verified.manifests.find(({ seq }) => seq === part.seq),
      part,
    );
    if ('code' in opened) problems.push({ code: opened.code, where: at });
    else parts.push(opened);
  }
  counts.disclosed = parts.length;
  return { counts, parts };
}

/** The anchored fields of a lane's instances, as its manifests say them: the proved root shows whether they are. */
function anchoredFields(
  file: ExportFile,
  lane: ExportedLane,
  author: Uint8Array,
  where: string,
  problems: Problem[],
): AnchoredInstance[] | undefined {
  const tree = laneTree();
  const instances: AnchoredInstance[] = [];
  for (const [seq, { manifest: bytes, proof }] of lane.instances.entries()) {
    try {
      const manifest = decodeManifest(bytes);
      const h = manifestRoot(bytes);
      const { accessVersion, time } = manifest;
      tree.append(leaf({ twinId: file.twinId, authorId: author, seq, h, accessVersion, time }));
      const authorEpoch = manifest.author.epoch;
      instances.push({
        seq,
        h,
        mk: tree.root(),
        accessVersion,
        time,
        authorEpoch,
        proof,
        blockNumber: 0,
        blockTime: 0,
      });
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      problems.push({ code: 'manifest-altered', where: `${where}, instance ${seq}` });
      return undefined;
    }
  }
  return instances;
}

/** Opens a part with its own secret, and compares it with the entry of its verified manifest. */
async function openDisclosed(
  author: Uint8Array,
  at: VerifiedManifest | undefined,
  part: ExportedPart,
): Promise<DisclosedPart | { readonly code: string }> {
  const entry = at?.manifest.entries[part.entry];
  if (at === undefined || entry === undefined) return { code: 'part-foreign' };
  const { manifest, seq } = at;
  const digest = partDigest(await partLocator(part.slot, part.payload));
  if (toHex(digest) !== toHex(entry.partDigest)) return { code: 'part-altered' };
  try {
    const { twinId, accessVersion, time } = manifest;
    const context = { twinId, authorId: author, tag: entry.tag, seq, accessVersion, counter: part.counter };
    const content = await openPayload(part.P, context, part.payload);
    const module = moduleOf(content);
    if (module === undefined) return { code: 'part-undecodable' };
    const statements = decodePartContent(content, {
      twinId,
      author: manifest.author,
      module,
      seq,
      counter: part.counter,
    });
    return { author: manifest.author.name, seq, module, counter: part.counter, time, statements };
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return { code: error.code === 'decryption' ? 'part-not-opened' : 'part-undecodable' };
  }
}

/** The module that a content's first line names; the line as a whole is compared afterwards. */
function moduleOf(content: Uint8Array): string | undefined {
  try {
    const end = content.indexOf(10);
    const first = JSON.parse(new TextDecoder().decode(content.subarray(0, end < 0 ? 0 : end))) as {
      module?: unknown;
    };
    return isModule(first.module as string) ? (first.module as string) : undefined;
  } catch {
    return undefined;
  }
}

async function checkReceipts(
  file: ExportFile,
  ground: Ground,
  problems: Problem[],
): Promise<ExportReport['receipts']> {
  const { params, domain, storageRoot } = ground;
  const sound = new Set<number>();
  for (const [place, { server, number, size, root, proof }] of file.batches.entries()) {
    const where = `batch ${number} of receipts of ${toHex(server).slice(0, 8)}`;
    if (storageRoot === undefined) {
      problems.push({ code: 'not-checked', where });
      continue;
    }
    const word = await proved(where, problems, () =>
      verifyStorage(keccak, storageRoot, batchSlot(server, number), proof),
    );
    if (word === undefined) continue;
    if (toHex(word) === toHex(batchWord(size, root))) sound.add(place);
    else problems.push({ code: 'batch-mismatch', where });
  }
  const chains = new Map<
    string,
    { index: number; previous: Uint8Array; counts: ExportReport['receipts'][number] }
  >();
  let last = '';
  for (const [place, exported] of file.receipts.entries()) {
    const receipt = params === undefined ? undefined : readReceipt(params, domain, exported.receipt);
    if (receipt === undefined || toHex(receipt.twinId) !== toHex(file.twinId)) {
      problems.push({
        code: receipt === undefined ? 'receipt-forged' : 'receipt-foreign',
        where: `receipt ${place}`,
      });
      continue;
    }
    const server = receipt.server.name;
    const where = `receipt ${receipt.index} of ${server}`;
    const chain = chains.get(server) ?? {
      index: 0,
      previous: new Uint8Array(32),
      counts: { server, receipts: 0, permits: 0, denials: 0, anchored: 0 },
    };
    if (server < last) problems.push({ code: 'receipt-order', where });
    last = server;
    if (receipt.index !== chain.index) problems.push({ code: 'receipt-missing', where });
    else if (toHex(receipt.previous) !== toHex(chain.previous))
      problems.push({ code: 'receipt-altered', where });
    const isAnchored = exported.anchor !== undefined && sound.has(exported.anchor.batch);
    if (exported.anchor !== undefined && !isInBatch(file, receipt, exported, isAnchored)) {
      problems.push({ code: 'receipt-not-anchored', where });
    }
    const { counts } = chain;
    chains.set(server, {
      index: receipt.index + 1,
      previous: receiptHash(exported.receipt),
      counts: {
        server,
        receipts: counts.receipts + 1,
        permits: counts.permits + (receipt.decision === 'permit' ? 1 : 0),
        denials: counts.denials + (receipt.decision === 'deny' ? 1 : 0),
        anchored: counts.anchored + (isAnchored ? 1 : 0),
      },
    });
  }
  return [...chains.values()].map(({ counts }) => counts);
}

function readReceipt(params: PublicParameters, domain: Domain, bytes: Uint8Array): Receipt | undefined {
  try {
    return verifyReceipt({ params, domain, receipt: bytes });
  } catch (error) {
    if (error instanceof RecordError) return undefined;
    throw error;
  }
}

/** leaf = keccak( 00 || sha256(receipt without X || v) ), in a batch of the receipt's own server. */
function isInBatch(file: ExportFile, receipt: Receipt, exported: ExportedReceipt, isSound: boolean): boolean {
  const { anchor } = exported;
  const batch = anchor === undefined ? undefined : file.batches[anchor.batch];
  if (anchor === undefined || batch === undefined || !isSound) return false;
  if (toHex(batch.server) !== toHex(authorId(receipt.server.name))) return false;
  const digest = sha256(exported.receipt.subarray(0, -PROOF_BYTES), 'bytes');
  return verifyInclusion(keccak, {
    leaf: keccak(concatBytes([Uint8Array.of(0), digest])),
    index: anchor.index,
    size: batch.size,
    proof: anchor.path,
    root: batch.root,
  });
}

/** Runs a proof; one that does not hold is a problem. */
async function proved<T>(where: string, problems: Problem[], run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof ProofError)) throw error;
    problems.push({ code: error.code, where });
    return undefined;
  }
}

function withCode(address: Uint8Array, codeHash: Uint8Array | undefined) {
  return { address: toHexAddress(address), ...(codeHash === undefined ? {} : { codeHash: toHex(codeHash) }) };
}

function toHexAddress(address: Uint8Array): `0x${string}` {
  return `0x${toHex(address)}`;
}
