/**
 * What a gateway's database said, worked out again from what must never be lost: the sealed objects, the vault, and the chain. Nothing of the database is read.
 *
 * Every object is hashed, every manifest, leaf, author proof and capsule is checked as if it came from a stranger, for a store of objects may stand elsewhere.
 */

import type { ConsortiumReader } from '@twinseal/chain';
import { dataRequestAbi } from '@twinseal/contracts';
import { MibscError, type PublicParameters, verifyAuthor, verifyCapsule } from '@twinseal/mibsc';
import {
  authorDigest,
  authorId,
  type Capsule,
  compressAuthorProof,
  decodeCapsule,
  decodeManifest,
  encodeCapsuleContext,
  formatIdentity,
  formatName,
  fromHex,
  hospitalAuthorId,
  hospitalIdentity,
  type LaneIssuers,
  leaf,
  manifestRoot,
  mayIssue,
  partDigest,
  peekMagic,
  RecordError,
  toHex,
} from '@twinseal/record';
import { type BlobStore, type CapsuleRow, type RequestRow, StoreError } from '@twinseal/store';
import type { Hex } from 'viem';
import { KeptWords, OwnMaps, type TellingRow } from '../anchoring/index.js';
import type { Fault } from '../audit/fsck.js';
import { emergencyIssues } from '../emergency/emergency-issues.js';
import type { Vault } from '../lane-author.js';
import { type KeptInstance, keptInstance } from './kept-instances.js';

export interface RecoverInput {
  readonly chain: ConsortiumReader;
  readonly params: PublicParameters;
  /** Where the sealed objects lie. */
  readonly blobs: Pick<BlobStore, 'get' | 'list' | 'has'>;
  readonly vault: Vault;
  /** The hospital's id, without `hospital:`. */
  readonly hospital: string;
  /** Told now and then how many objects were looked at. */
  readonly progress?: (objects: number) => void;
}

/** An instance with what the chain says of it, if it is there. What the lane holds by it stays in the vault until it is written: it may be the greater part of the database. */
export interface RecoveredInstance extends Omit<KeptInstance, 'known'> {
  readonly anchored?: {
    readonly mk: string;
    readonly txHash: string;
    readonly blockNumber: number;
    readonly gas: number;
  };
}

/** What a database should say. */
export interface Recovered {
  /** Lane by lane, in lane order. */
  readonly instances: readonly RecoveredInstance[];
  /** Oldest first. Of capsules issued in one second the order is that of their addresses. */
  readonly capsules: readonly CapsuleRow[];
  /** Oldest first. */
  readonly requests: readonly RequestRow[];
  /** What could not be recovered, or is not what it should be. Empty where nothing was lost. */
  readonly faults: readonly Fault[];
  readonly objects: number;
}

/** Works out what the database should say. @throws ChainError, StoreError where chain or store do not answer; what is wrong with the data is in `faults` */
export async function recover(input: RecoverInput): Promise<Recovered> {
  return new Recovery(input).run();
}

/** `TSOA`: how the store begins an archive. */
const ARCHIVE_MAGIC = [0x54, 0x53, 0x4f, 0x41];
/** How many objects lie between two words about progress. */
const PROGRESS_EVERY = 500;

type Version = Omit<KeptInstance, 'known'>;

interface Lane {
  readonly twinId: string;
  readonly authorId: string;
  /** By sequence number: every version that was ever kept. */
  readonly versions: Map<number, Version[]>;
}

interface FoundCapsule {
  readonly capsule: Capsule;
  readonly row: CapsuleRow;
}

class Recovery {
  readonly #faults: Fault[] = [];
  readonly #lanes = new Map<string, Lane>();
  readonly #capsules: FoundCapsule[] = [];
  readonly #self: string;
  /** The chain, with the words of the lanes that are in batches: of the own ones from what was found of them, of others' as they were kept. */
  readonly #chain: ConsortiumReader;
  #objects = 0;

  constructor(readonly input: RecoverInput) {
    this.#self = toHex(hospitalAuthorId(input.hospital));
    const { vault } = input;
    const own = new OwnMaps({ vault, self: this.#self, rowsOf: async (twinId) => this.#ownRows(twinId) });
    this.#chain = input.chain.withWords(new KeptWords({ vault, own, self: this.#self }));
  }

  /** An own lane from its beginning, as far as it was found. What stands in a batch was never sealed anew. */
  #ownRows(twinId: string): TellingRow[] {
    const versions = this.#lanes.get(`${twinId}/${this.#self}`)?.versions;
    const rows: TellingRow[] = [];
    for (let seq = 0; ; seq++) {
      const found = newestOf(versions?.get(seq) ?? []);
      if (found === undefined) return rows;
      rows.push(found);
    }
  }

  async run(): Promise<Recovered> {
    await this.#readObjects();
    const instances: RecoveredInstance[] = [];
    await this.#expectOwnLanes();
    for (const lane of this.#sortedLanes()) instances.push(...(await this.#recoverLane(lane)));
    return {
      instances,
      capsules: await this.#checkedCapsules(),
      requests: await this.#requests(),
      faults: this.#faults,
      objects: this.#objects,
    };
  }

  #fault(code: string, where: string, detail: string): void {
    this.#faults.push({ code, where, detail });
  }

  /** Manifests and capsules say themselves what they are; slots and payloads are found by what was kept about their instance. */
  async #readObjects(): Promise<void> {
    for await (const address of this.input.blobs.list()) {
      this.#objects++;
      if (this.#objects % PROGRESS_EVERY === 0) this.input.progress?.(this.#objects);
      const bytes = await this.#object(address);
      if (bytes === undefined || isArchive(bytes)) continue;
      try {
        const magic = peekMagic(bytes);
        if (magic === 'TSMF') await this.#readManifest(address, bytes);
        else if (magic === 'TSCP') this.#readCapsule(address, bytes);
      } catch (error) {
        if (!(error instanceof RecordError)) throw error;
        this.#fault(
          'object-undecodable',
          `object ${address}`,
          `it is of no form that is known (${error.code})`,
        );
      }
    }
  }

  async #object(address: string): Promise<Uint8Array | undefined> {
    try {
      return await this.input.blobs.get(address);
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'object-altered') throw error;
      this.#fault(
        'object-altered',
        `object ${address}`,
        'it does not hash to its address; restore it from another replica',
      );
      return undefined;
    }
  }

  async #readManifest(address: string, bytes: Uint8Array): Promise<void> {
    const manifest = decodeManifest(bytes);
    const where = `${toHex(manifest.twinId)} manifest ${address}`;
    let kept: KeptInstance | undefined;
    try {
      kept = await keptInstance(this.input.vault, address);
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'sealed-altered') throw error;
      this.#fault('kept-altered', where, 'what the vault says of it does not open; restore the vault');
      return;
    }
    // Left over from an update that was never recorded, or somebody else's.
    if (kept === undefined) return;
    if (!this.#isWhole(kept, bytes)) {
      this.#fault('kept-altered', where, 'manifest, parts and author proof do not belong together');
      return;
    }
    const { known: _known, ...version } = kept;
    const { versions } = this.#laneOf(kept);
    versions.set(kept.seq, [...(versions.get(kept.seq) ?? []), version]);
  }

  #laneOf({ twinId, authorId: author }: { readonly twinId: string; readonly authorId: string }): Lane {
    const key = `${twinId}/${author}`;
    const lane = this.#lanes.get(key) ?? { twinId, authorId: author, versions: new Map() };
    this.#lanes.set(key, lane);
    return lane;
  }

  /** What was kept against the manifest itself, its entries and the author's proof. */
  #isWhole(kept: KeptInstance, bytes: Uint8Array): boolean {
    const { chain, params } = this.input;
    const manifest = decodeManifest(bytes);
    const author = authorId(manifest.author.name);
    const h = manifestRoot(bytes);
    const own = leaf({ ...manifest, authorId: author, h });
    const digests = kept.parts.map(({ slot, payload }) =>
      toHex(partDigest({ slot: fromHex(slot, 32), payload: fromHex(payload, 32) })),
    );
    const entries = new Set(manifest.entries.map((entry) => toHex(entry.partDigest)));
    return (
      kept.twinId === toHex(manifest.twinId) &&
      kept.authorId === toHex(author) &&
      kept.author === formatIdentity(manifest.author) &&
      kept.seq === manifest.seq &&
      kept.accessVersion === manifest.accessVersion &&
      kept.timeS === manifest.time &&
      kept.h === toHex(h) &&
      kept.leaf === toHex(own) &&
      (kept.parts.length === entries.size || kept.parts.length === 0) &&
      kept.parts.every((part, index) => part.partDigest === digests[index] && entries.has(part.partDigest)) &&
      verifyAuthor(params, manifest.author, authorDigest(own), fromHex(kept.proof, 96), chain.domain)
    );
  }

  /** What the gateway wrote itself must be there; a lane of others it keeps as far as it was handed over. */
  async #expectOwnLanes(): Promise<void> {
    for (const { twinId } of await this.#chain.lanes(`0x${this.#self}`)) {
      this.#laneOf({ twinId: twinId.slice(2), authorId: this.#self });
    }
  }

  #sortedLanes(): Lane[] {
    return [...this.#lanes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, lane]) => lane);
  }

  async #recoverLane(lane: Lane): Promise<RecoveredInstance[]> {
    const { params } = this.input;
    const chain = this.#chain;
    const twinId: Hex = `0x${lane.twinId}`;
    const author: Hex = `0x${lane.authorId}`;
    const head = await chain.laneHead(twinId, author);
    const anchorings = await chain.anchorings(twinId, author);
    const recovered: RecoveredInstance[] = [];
    const kept = Math.max(-1, ...lane.versions.keys()) + 1;
    for (let seq = 0; seq < Math.max(head.count, kept); seq++) {
      const where = `${lane.twinId}/${lane.authorId} #${seq}`;
      const versions = lane.versions.get(seq) ?? [];
      const onChain = head.instances[seq];
      const anchoring = anchorings[seq];
      if (onChain === undefined || anchoring === undefined) {
        const newest = newestOf(versions);
        if (newest === undefined) {
          // What follows could never be anchored behind a gap.
          this.#fault(
            'instance-lost',
            where,
            'it was sealed and is not on the chain, and nothing of it is left',
          );
          break;
        }
        recovered.push(newest);
        continue;
      }
      const found = versions.find(({ h }) => h === toHex(onChain.h));
      if (found === undefined) {
        const isTail = seq >= kept && lane.authorId !== this.#self;
        if (isTail) break;
        this.#fault(
          'instance-lost',
          where,
          'it is on the chain, and this gateway holds no objects or no entry of the vault for it; fetch it from another replica',
        );
        break;
      }
      const proof = onChain.proof === undefined ? undefined : compressAuthorProof(params, onChain.proof);
      recovered.push({
        ...found,
        // The chain's word counts: the same bytes, unless an author sealed the same place twice.
        proof: proof === undefined ? found.proof : toHex(proof),
        anchored: {
          mk: toHex(onChain.mk),
          txHash: anchoring.txHash.slice(2),
          blockNumber: anchoring.blockNumber,
          gas: await chain.gasOf(anchoring.txHash),
        },
      });
    }
    for (const { parts, seq } of recovered) {
      // What the patient had erased is not lost.
      if (head.instances[seq]?.tombstone !== undefined) continue;
      if (parts.length === 0) {
        this.#fault(
          'kept-altered',
          `${lane.twinId}/${lane.authorId} #${seq}`,
          'it was kept without its parts, and no tombstone covers it; fetch it from another replica',
        );
      }
      for (const address of parts.flatMap(({ slot, payload }) => [slot, payload])) {
        if (await this.input.blobs.has(address)) continue;
        this.#fault(
          'object-missing',
          `${lane.twinId}/${lane.authorId} #${seq} object ${address}`,
          'the store does not hold it; fetch it from another replica',
        );
      }
    }
    return recovered;
  }

  #readCapsule(address: string, bytes: Uint8Array): void {
    const capsule = decodeCapsule(bytes);
    this.#capsules.push({
      capsule,
      row: {
        address,
        twinId: toHex(capsule.twinId),
        authorId: toHex(capsule.authorId),
        scope: toHex(capsule.scope),
        sealingEpoch: capsule.sealingEpoch,
        issuer: formatIdentity(capsule.issuer),
      },
    });
  }

  /** Those whose issuer may issue and whose proof holds: the gateway takes a capsule on record as delivered, so a forged one would keep a recipient from getting its own. */
  async #checkedCapsules(): Promise<CapsuleRow[]> {
    const names = new Map<string, Omit<LaneIssuers, 'twinId'>>();
    const sound: FoundCapsule[] = [];
    for (const found of this.#capsules) {
      const { twinId, authorId: author, address } = found.row;
      const lane = names.get(`${twinId}/${author}`) ?? (await this.#whoMayIssue(twinId, author));
      names.set(`${twinId}/${author}`, lane);
      const where = `${twinId}/${author} capsule ${address}`;
      if (!mayIssue(found.capsule, { twinId: found.capsule.twinId, ...lane })) {
        this.#fault('capsule-foreign', where, 'its issuer may not issue for this lane; it was left out');
      } else if (!this.#proofHolds(found.capsule)) {
        this.#fault('capsule-altered', where, "its issuer's proof does not hold; it was left out");
      } else sound.push(found);
    }
    return sound
      .sort((a, b) => a.capsule.issuedAt - b.capsule.issuedAt || (a.row.address < b.row.address ? -1 : 1))
      .map(({ row }) => row);
  }

  async #whoMayIssue(twinId: string, author: string): Promise<Omit<LaneIssuers, 'twinId'>> {
    const { chain } = this.input;
    const patient = formatName({ kind: 'patient', twinId: fromHex(twinId, 32) });
    const hospital = await chain.hospital(`0x${author}`);
    const twin = await chain.twin(`0x${twinId}`);
    const custodian = twin === undefined ? undefined : await chain.hospital(twin.custodian);
    return {
      authorName: hospital === undefined ? patient : formatName({ kind: 'hospital', hospital: hospital.id }),
      custodian: custodian === undefined ? undefined : hospitalIdentity(custodian.id, custodian.epoch),
      emergencies: twin === undefined ? [] : await emergencyIssues(chain, `0x${twinId}`),
    };
  }

  #proofHolds(capsule: Capsule): boolean {
    try {
      verifyCapsule(this.input.params, {
        capsule: capsule.sealed,
        recipients: capsule.recipients,
        issuer: capsule.issuer,
        context: encodeCapsuleContext(capsule),
        domain: this.input.chain.domain,
      });
      return true;
    } catch (error) {
      if (error instanceof MibscError) return false;
      throw error;
    }
  }

  /** What this hospital asked, from the chain's own record of it. */
  async #requests(): Promise<RequestRow[]> {
    const { chain, hospital } = this.input;
    const asked = await chain.connection.reader.getContractEvents({
      address: chain.consortium.requests,
      abi: dataRequestAbi,
      eventName: 'DataRequested',
      args: { hospital: `0x${this.#self}` },
      fromBlock: BigInt(chain.consortium.firstBlock),
    });
    const rows: RequestRow[] = [];
    for (const { args } of asked) {
      const decision = await chain.decision(args.requestId as Hex);
      if (decision === undefined) continue;
      rows.push({
        requestId: decision.requestId.slice(2),
        twinId: decision.twinId.slice(2),
        requester: hospital,
        permit: decision.permit ? 1 : 0,
        reason: decision.reason,
        blockNumber: decision.blockNumber,
        txHash: decision.txHash.slice(2),
      });
    }
    return rows;
  }
}

/** Sealed operational entries of an inactive twin: an object of the offline area, not of the record, and a projection like the database itself. */
function isArchive(bytes: Uint8Array): boolean {
  return ARCHIVE_MAGIC.every((byte, index) => bytes[index] === byte);
}

/** Of several that were sealed for one place and never anchored: the one that was sealed anew in place of others, and else the latest. */
function newestOf(versions: readonly Version[]): Version | undefined {
  const replaced = new Set(versions.map(({ replaces }) => replaces));
  return versions
    .filter(({ manifest }) => !replaced.has(manifest))
    .sort((a, b) => a.timeS - b.timeS || (a.manifest < b.manifest ? -1 : 1))
    .at(-1);
}
