/**
 * The integrity check: an independent walk over chain, sealed objects, database, receipts and parameters. It recomputes every hash, tree and author proof from the
 * bytes at rest, compares what the four say of each other, and needs no key. It changes nothing.
 *
 * It cannot see what only a key shows: whether parts open and whether a capsule holds the right secret (a reader's `openTwin` does).
 */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { blockHash, type ConsortiumReader } from '@twinseal/chain';
import {
  authorPoint,
  type Backend,
  decodeParameters,
  type Identity,
  MibscError,
  type PublicParameters,
  validateParameters,
} from '@twinseal/mibsc';
import {
  decodeCapsule,
  type decodeReceipt,
  formatIdentity,
  fromHex,
  hospitalAuthorId,
  hospitalIdentity,
  type LaneHead,
  leaf,
  parseName,
  patientIdentity,
  RecordError,
  toHex,
  verifyLane,
} from '@twinseal/record';
import {
  type BlobStore,
  type CapsuleRow,
  FolderBlobStore,
  type InstanceRow,
  type Ledger,
  type PartRow,
  type ReceiptLog,
  StoreError,
} from '@twinseal/store';
import { bytesToHex, type Hex, keccak256, TransactionNotFoundError } from 'viem';
import { emergencyIssues } from '../emergency/emergency-issues.js';
import { LaneSource } from '../lane-source.js';
import { anchoredBatches, firstForeignBatch } from '../receipts/batches.js';
import { PinnedParameters, verifyReceiptsOf } from '../receipts/verify-receipts.js';

/** One thing that is wrong. Names places and kinds, never content. */
export interface Fault {
  /** Stable; docs/FSCK.md has the list. */
  readonly code: string;
  /** Which object, row, lane or log. */
  readonly where: string;
  readonly detail: string;
}

/** What a check found. */
export interface FsckReport {
  /** How many of each kind were looked at. */
  readonly checked: {
    readonly hospitals: number;
    readonly twins: number;
    readonly lanes: number;
    readonly instances: number;
    readonly parts: number;
    readonly capsules: number;
    readonly objects: number;
    readonly receipts: number;
    readonly requests: number;
  };
  /** Something is wrong. */
  readonly faults: readonly Fault[];
  /** Nothing is wrong, but something is to do, or left over. */
  readonly notices: readonly Fault[];
}

/** One gateway's stores. */
export interface KeeperStores {
  readonly id: string;
  readonly blobs: Pick<BlobStore, 'get' | 'list'>;
  /** Where the objects of inactive twins lie, if anywhere else. */
  readonly offline?: Pick<BlobStore, 'get' | 'list'>;
  readonly receipts: ReceiptLog;
}

/** `TSOA`: how the store begins an archive of an inactive twin, which no row of the record refers to. */
const ARCHIVE_MAGIC = [0x54, 0x53, 0x4f, 0x41];

export interface FsckInput {
  readonly backend: Backend;
  readonly chain: ConsortiumReader;
  /** The encoded system parameters, as kept. */
  readonly parameters: Uint8Array;
  readonly ledger: Ledger;
  readonly keepers: readonly KeeperStores[];
  /** One gateway's own stores only: lanes that others keep are not looked for, and copies of them are checked as far as they go. */
  readonly alone?: boolean;
}

/** Checks everything. @throws ChainError where the chain does not answer; what is wrong with the data is in the report */
export async function fsck(input: FsckInput): Promise<FsckReport> {
  return new Check(input).run();
}

class Check {
  readonly #faults: Fault[] = [];
  readonly #notices: Fault[] = [];
  readonly #checked = {
    hospitals: 0,
    twins: 0,
    lanes: 0,
    instances: 0,
    parts: 0,
    capsules: 0,
    objects: 0,
    receipts: 0,
    requests: 0,
  };
  /** Addresses that a row names, by keeper. */
  readonly #referenced = new Map<string, Set<string>>();
  /** Slots and payloads of instances under a tombstone. */
  readonly #erased = new Set<string>();

  constructor(readonly input: FsckInput) {}

  async run(): Promise<FsckReport> {
    const params = await this.#checkParameters();
    const instances = await this.input.ledger.allInstances();
    const parts = await this.input.ledger.allParts();
    const capsules = await this.input.ledger.allCapsules();
    if (params !== undefined) {
      await this.#checkHospitals(params);
      await this.#checkLanes(params, instances, parts, capsules);
      await this.#checkReceipts(params);
    }
    await this.#checkRequests();
    await this.#checkObjects();
    for (const effect of await this.input.ledger.pendingEffects()) {
      this.#notices.push({
        code: 'effect-pending',
        where: effect.subject,
        detail: 'written down, not done yet; the gateway finishes it at its next start',
      });
    }
    return { checked: this.#checked, faults: this.#faults, notices: this.#notices };
  }

  #fault(code: string, where: string, detail: string): void {
    this.#faults.push({ code, where, detail });
  }

  /** Valid, and the ones that the consortium pinned. */
  async #checkParameters(): Promise<PublicParameters | undefined> {
    let params: PublicParameters;
    try {
      params = validateParameters(decodeParameters(this.input.backend, this.input.parameters));
    } catch (error) {
      if (!(error instanceof MibscError)) throw error;
      this.#fault(
        'parameters-invalid',
        'system parameters',
        'they do not decode or do not validate; nothing that needs them was checked',
      );
      return undefined;
    }
    if (toHex(await this.input.chain.parametersDigest()) !== toHex(params.digest)) {
      this.#fault(
        'parameters-unpinned',
        'system parameters',
        'they are not the ones that the consortium pinned on the chain',
      );
      return undefined;
    }
    return params;
  }

  /** The author point that the contract computed is the one that the scheme computes. */
  async #checkHospitals(params: PublicParameters): Promise<void> {
    for (const { id, epoch, pointDigest } of await this.input.chain.hospitals()) {
      this.#checked.hospitals++;
      this.#checkPoint(params, hospitalIdentity(id, epoch), pointDigest);
    }
  }

  #checkPoint(params: PublicParameters, identity: Identity, pointDigest: Hex): void {
    if (keccak256(authorPoint(params, identity)) !== pointDigest) {
      this.#fault(
        'point-mismatch',
        formatIdentity(identity),
        "the author point on the chain is not the identity's",
      );
    }
  }

  async #checkLanes(
    params: PublicParameters,
    instances: readonly InstanceRow[],
    parts: readonly PartRow[],
    capsules: readonly CapsuleRow[],
  ): Promise<void> {
    const { chain } = this.input;
    const seen = new Set<string>();
    const twins = new Set<Hex>();
    for (const { twinId, authorId } of await chain.lanes()) {
      const lane = await chain.laneHead(twinId, authorId);
      const name = `${twinId.slice(2)}/${authorId.slice(2)}`;
      seen.add(name);
      // Who looks at what lies here asks nobody: a copy's newest word may not have come yet.
      for (const { code, detail } of lane.noted ?? []) {
        if (code === 'lane-withheld') this.#notices.push({ code, where: name, detail });
        else this.#fault(code, name, detail);
      }
      this.#checked.lanes++;
      this.#checked.instances += lane.count;
      const rows = instances.filter((row) => `${row.twinId}/${row.authorId}` === name);
      const ownParts = parts.filter((row) => `${row.twinId}/${row.authorId}` === name);
      const ownCapsules = capsules.filter((row) => `${row.twinId}/${row.authorId}` === name);
      const keeper = await this.#keeperOf(twinId, lane);
      if (keeper === undefined && this.input.alone === true) {
        this.#checked.lanes--;
        this.#checked.instances -= lane.count;
        await this.#checkReplica(params, name, lane, rows, ownParts, ownCapsules);
        continue;
      }
      if (keeper === undefined) {
        this.#fault(
          'keeper-missing',
          name,
          'no store of this directory belongs to the one who keeps the lane',
        );
        continue;
      }
      this.#compareRows(name, lane, rows);
      this.#reference(keeper, lane, rows, ownParts, ownCapsules);
      await this.#verifyObjects(params, name, lane, keeper, rows, ownParts);
      await this.#checkCapsuleRows(name, keeper, ownCapsules);
      twins.add(twinId);
    }
    for (const twinId of twins) {
      const twin = await chain.twin(twinId);
      this.#checked.twins++;
      if (twin === undefined)
        this.#fault('twin-unknown', twinId.slice(2), 'it has lanes, but the chain knows no such twin');
      else this.#checkPoint(params, patientIdentity(twinId.slice(2), twin.identityEpoch), twin.pointDigest);
    }
    for (const row of instances) {
      const name = `${row.twinId}/${row.authorId}`;
      if (!seen.has(name)) this.#notYetAnchored(name, row);
    }
  }

  /** A copy of another author's lane, as far as it was handed over: what is there must hold, what is not there yet is on its way. */
  async #checkReplica(
    params: PublicParameters,
    name: string,
    lane: LaneHead,
    rows: readonly InstanceRow[],
    parts: readonly PartRow[],
    capsules: readonly CapsuleRow[],
  ): Promise<void> {
    const keeper = this.input.keepers[0];
    if (keeper === undefined || (rows.length === 0 && capsules.length === 0)) return;
    const count = Math.min(lane.count, rows.length);
    this.#checked.lanes++;
    this.#checked.instances += count;
    const held: LaneHead = {
      ...lane,
      count,
      mk: lane.instances[count - 1]?.mk ?? new Uint8Array(32),
      instances: lane.instances.slice(0, count),
    };
    if (count < lane.count) {
      this.#notices.push({
        code: 'replica-behind',
        where: name,
        detail: `a copy of ${count} of ${lane.count} instances; its author hands over the rest`,
      });
    }
    this.#reference(keeper, lane, rows, parts, capsules);
    if (count > 0) {
      this.#compareRows(name, held, rows);
      await this.#verifyObjects(params, name, held, keeper, rows, parts);
    }
    await this.#checkCapsuleRows(name, keeper, capsules);
  }

  /** Whoever writes a lane keeps it; a patient's lane is kept by the custodian. */
  async #keeperOf(twinId: Hex, lane: LaneHead): Promise<KeeperStores | undefined> {
    const who = parseName(lane.authorName);
    if (who.kind === 'hospital') return this.input.keepers.find(({ id }) => id === who.hospital);
    const twin = await this.input.chain.twin(twinId);
    const custodian = twin === undefined ? undefined : await this.input.chain.hospital(twin.custodian);
    return this.input.keepers.find(({ id }) => id === custodian?.id);
  }

  /** The database against the chain, field by field; leaves are recomputed. */
  #compareRows(name: string, lane: LaneHead, rows: readonly InstanceRow[]): void {
    for (const instance of lane.instances) {
      const where = `${name} #${instance.seq}`;
      const row = rows.find(({ seq }) => seq === instance.seq);
      if (row === undefined) {
        this.#fault(
          'row-missing',
          where,
          'anchored, but the database has no row of it; rebuild the database',
        );
        continue;
      }
      const recomputed = leaf({ ...instance, twinId: lane.twinId, authorId: lane.authorId });
      const same =
        row.h === toHex(instance.h) &&
        row.leaf === toHex(recomputed) &&
        row.mk === toHex(instance.mk) &&
        BigInt(row.accessVersion) === BigInt(instance.accessVersion) &&
        BigInt(row.timeS) === BigInt(instance.time) &&
        row.blockNumber === instance.blockNumber &&
        row.author === `${lane.authorName}#${instance.authorEpoch}`;
      if (!same) this.#fault('row-mismatch', where, 'the database says something else of it than the chain');
    }
    for (const row of rows) if (row.seq >= lane.count) this.#notYetAnchored(name, row);
  }

  #notYetAnchored(name: string, row: InstanceRow): void {
    const where = `${name} #${row.seq}`;
    if (row.txHash === null)
      this.#notices.push({ code: 'not-anchored', where, detail: 'sealed and stored, not on the chain yet' });
    else
      this.#fault(
        'anchoring-lost',
        where,
        'the database says that it was anchored, the chain does not have it; anchor it again',
      );
  }

  #reference(
    keeper: KeeperStores,
    lane: LaneHead,
    rows: readonly InstanceRow[],
    parts: readonly PartRow[],
    capsules: readonly CapsuleRow[],
  ): void {
    const addresses = this.#referenced.get(keeper.id) ?? new Set<string>();
    for (const { manifest } of rows) addresses.add(manifest);
    const erased = new Set(
      lane.instances.flatMap(({ seq, tombstone }) => (tombstone === undefined ? [] : [seq])),
    );
    for (const { seq, slot, payload } of parts) {
      const into = erased.has(seq) ? this.#erased : addresses;
      into.add(slot).add(payload);
    }
    for (const { address } of capsules) addresses.add(address);
    this.#referenced.set(keeper.id, addresses);
  }

  /** Everything of section 8 of docs/RECORD.md that needs no key, on the bytes as they lie. */
  async #verifyObjects(
    params: PublicParameters,
    name: string,
    lane: LaneHead,
    keeper: KeeperStores,
    rows: readonly InstanceRow[],
    parts: readonly PartRow[],
  ): Promise<void> {
    const twin = await this.input.chain.twin(bytesToHex(lane.twinId));
    const custodian = twin === undefined ? undefined : await this.input.chain.hospital(twin.custodian);
    const verified = await verifyLane({
      params,
      domain: this.input.chain.domain,
      lane,
      source: new LaneSource(
        { ledger: this.input.ledger, blobs: { get: (address) => readRaw(keeper, address) } },
        laneKey(lane),
      ),
      depth: 'self-verified',
      parts: true,
      capsules: true,
      emergencies: twin === undefined ? [] : await emergencyIssues(this.input.chain, bytesToHex(lane.twinId)),
      ...(custodian === undefined ? {} : { custodian: hospitalIdentity(custodian.id, custodian.epoch) }),
    });
    const overtaken = new Set(
      lane.instances.filter(({ batch }) => batch !== undefined).map(({ seq }) => seq),
    );
    const marked = new Set<number>();
    for (const finding of verified.findings) {
      if (lane.noted?.some(({ code }) => code === finding.code) === true) continue;
      // A narrowing that overtakes a batch leaves its mark for good. Readers fold nothing of it, and its author says it again.
      const isMark = finding.code === 'version-stale' || finding.code === 'contribution-denied';
      if (isMark && finding.seq !== undefined && overtaken.has(finding.seq)) {
        marked.add(finding.seq);
        this.#notices.push({ code: finding.code, where: `${name} #${finding.seq}`, detail: finding.detail });
        continue;
      }
      // Rows that wait for their anchoring make the keeper's claim no lie: the claim counts anchored rows only.
      const where = finding.seq === undefined ? name : `${name} #${finding.seq}`;
      this.#fault(finding.code, where, finding.detail);
    }
    const entries = new Set(
      verified.manifests.flatMap(({ manifest }) =>
        manifest.entries.map(({ partDigest }) => toHex(partDigest)),
      ),
    );
    this.#checked.parts += entries.size;
    const anchored = new Set(
      rows.filter(({ seq }) => seq < lane.count && !marked.has(seq)).map(({ seq }) => seq),
    );
    for (const part of parts) {
      if (anchored.has(part.seq) && !entries.has(part.partDigest)) {
        this.#fault(
          'part-row-foreign',
          `${name} #${part.seq}`,
          'the database has a part that no anchored manifest names',
        );
      }
    }
  }

  async #checkCapsuleRows(name: string, keeper: KeeperStores, rows: readonly CapsuleRow[]): Promise<void> {
    for (const row of rows) {
      this.#checked.capsules++;
      const where = `${name} capsule ${row.address.slice(0, 16)}`;
      const bytes = await readRaw(keeper, row.address);
      if (bytes === undefined) {
        this.#fault('capsule-object-missing', where, 'the database names it, the store does not hold it');
        continue;
      }
      try {
        const capsule = decodeCapsule(bytes);
        const same =
          toHex(capsule.twinId) === row.twinId &&
          toHex(capsule.authorId) === row.authorId &&
          toHex(capsule.scope) === row.scope &&
          capsule.sealingEpoch === row.sealingEpoch &&
          formatIdentity(capsule.issuer) === row.issuer;
        if (!same)
          this.#fault(
            'capsule-row-mismatch',
            where,
            'the database says something else of it than the capsule itself',
          );
      } catch (error) {
        if (!(error instanceof RecordError)) throw error;
        // `verifyLane` has named it already, as capsule-altered.
      }
    }
  }

  /** Every object hashes to its address, and something refers to it. */
  async #checkObjects(): Promise<void> {
    for (const keeper of this.input.keepers) {
      const referenced = this.#referenced.get(keeper.id) ?? new Set<string>();
      const held = new Set<string>();
      for (const area of [keeper.blobs, keeper.offline]) {
        if (area !== undefined) for await (const address of area.list()) held.add(address);
      }
      for (const address of held) {
        this.#checked.objects++;
        const where = `${keeper.id} object ${address}`;
        const bytes = await readRaw(keeper, address);
        if (bytes === undefined || createHash('sha256').update(bytes).digest('hex') !== address) {
          this.#fault(
            'object-altered',
            where,
            'it does not hash to its address; restore it from another replica',
          );
        }
        const isArchive = ARCHIVE_MAGIC.every((byte, index) => bytes?.[index] === byte);
        if (referenced.delete(address) || isArchive) continue;
        this.#notices.push(
          this.#erased.has(address)
            ? {
                code: 'erasure-due',
                where,
                detail: 'its patient had it erased; the gateway deletes it at its next start',
              }
            : {
                code: 'object-unreferenced',
                where,
                detail: 'nothing refers to it: left over from an update that was never recorded',
              },
        );
      }
      for (const address of referenced) {
        this.#fault(
          'object-missing',
          `${keeper.id} object ${address}`,
          'the database names it, the store does not hold it',
        );
      }
    }
  }

  /** Each keeper's receipts are a chain per twin, and say what the chain decided. */
  async #checkReceipts(params: PublicParameters): Promise<void> {
    const { chain, keepers } = this.input;
    const pinned = new PinnedParameters(chain);
    for (const { id, receipts } of keepers) {
      await this.#checkBatches(id, receipts.all());
      const byTwin = new Map<string, Uint8Array[]>();
      for (const receipt of receipts.all()) {
        const twin = toHex(receipt.subarray(6, 38));
        const list = byTwin.get(twin);
        if (list === undefined) byTwin.set(twin, [receipt]);
        else list.push(receipt);
      }
      for (const [twin, list] of byTwin) {
        this.#checked.receipts += list.length;
        const { verified, faults } = await verifyReceiptsOf({
          chain,
          params,
          hospital: id,
          twinId: fromHex(twin, 32),
          receipts: list,
          pinned,
        });
        for (const { position, code } of faults) {
          this.#fault(
            `receipt-${code}`,
            `${id} receipt ${position} of ${twin}`,
            "the receipt's chain or signature does not hold",
          );
        }
        for (const { position, receipt } of verified)
          await this.#compareDecision(`${id} receipt ${position} of ${twin}`, receipt);
      }
    }
  }

  /** What was anchored of the receipts is what the log holds, from its beginning. */
  async #checkBatches(id: string, receipts: readonly Uint8Array[]): Promise<void> {
    const batches = await anchoredBatches(this.input.chain, bytesToHex(hospitalAuthorId(id)));
    const foreign = firstForeignBatch(receipts, batches);
    if (foreign === undefined) return;
    this.#fault(
      'receipt-batch',
      `${id} batch ${foreign} of receipts`,
      'the log does not hold the receipts that were anchored: it was lost, altered, or put back from an old copy',
    );
  }

  async #compareDecision(where: string, receipt: ReturnType<typeof decodeReceipt>): Promise<void> {
    const decision = await this.input.chain.decision(bytesToHex(receipt.requestId));
    const there = await blockHash(this.input.chain, Number(receipt.blockNumber));
    if (decision === undefined && there !== bytesToHex(receipt.blockHash)) {
      this.#notices.push({
        code: 'receipt-of-forgotten-block',
        where,
        detail:
          'the chain no longer has the block that it names: the node forgot its newest blocks once, and the request with them',
      });
      return;
    }
    // A receipt of an issue of capsules, or of a read in receipt mode, is of a request that the chain never saw; `twinseal audit` holds it against the grants.
    if (decision === undefined) return;
    const same =
      decision.permit === (receipt.decision === 'permit') &&
      decision.reason === receipt.reason &&
      decision.blockNumber === Number(receipt.blockNumber) &&
      decision.blockHash === bytesToHex(receipt.blockHash);
    if (!same)
      this.#fault('receipt-decision', where, 'it says something else than the chain decided on its request');
  }

  async #isOnChain(txHash: Hex): Promise<boolean> {
    try {
      await this.input.chain.connection.reader.getTransaction({ hash: txHash });
      return true;
    } catch (error) {
      if (error instanceof TransactionNotFoundError) return false;
      throw error;
    }
  }

  async #checkRequests(): Promise<void> {
    const onChain = new Map(
      (await this.input.chain.decisions()).map((each) => [each.requestId.slice(2), each]),
    );
    for (const row of await this.input.ledger.allRequests()) {
      this.#checked.requests++;
      const decision = onChain.get(row.requestId);
      if (decision === undefined && !(await this.#isOnChain(`0x${row.txHash}`))) {
        this.#notices.push({
          code: 'request-forgotten',
          where: `request ${row.requestId}`,
          detail:
            'the chain no longer has the transaction that decided it; the hospital has asked anew, or will',
        });
        continue;
      }
      const same =
        decision !== undefined &&
        decision.permit === (row.permit === 1) &&
        decision.reason === row.reason &&
        decision.twinId.slice(2) === row.twinId;
      if (!same)
        this.#fault(
          'request-mismatch',
          `request ${row.requestId}`,
          'the database says something else of it than the chain',
        );
    }
  }
}

/** In order, so that the first place that has an object answers. */
function areasOf(keeper: KeeperStores): readonly Pick<BlobStore, 'get' | 'list'>[] {
  return keeper.offline === undefined ? [keeper.blobs] : [keeper.blobs, keeper.offline];
}

function laneKey(lane: LaneHead): { twinId: string; authorId: string } {
  return { twinId: toHex(lane.twinId), authorId: toHex(lane.authorId) };
}

/** An object as it lies, unchecked: what is wrong with it is for the check to say. */
async function readRaw(keeper: KeeperStores, address: string): Promise<Uint8Array | undefined> {
  for (const area of areasOf(keeper)) {
    const found =
      area instanceof FolderBlobStore ? await readFileOf(area, address) : await getOf(area, address);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function readFileOf(blobs: FolderBlobStore, address: string): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await readFile(blobs.pathOf(address)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A store elsewhere hands out nothing that was altered: then there are no bytes to look at, and none hash to the address. */
async function getOf(blobs: Pick<BlobStore, 'get'>, address: string): Promise<Uint8Array | undefined> {
  try {
    return await blobs.get(address);
  } catch (error) {
    if (error instanceof StoreError && error.code === 'object-altered') return new Uint8Array();
    throw error;
  }
}
