/**
 * What the chain says of a consortium. Every answer comes from the node that the connection names: it is as good as that node, and the embedded one is as
 * good as the machine it runs on.
 */

import {
  accessAbi,
  addressBookAbi,
  authorizedHospitalsAbi,
  authorParametersAbi,
  dataRequestAbi,
  type GrantTerms,
  patientDigitalTwinAbi,
  registrationAbi,
} from '@twinseal/contracts';
import {
  type AnchoredInstance,
  authorId,
  formatName,
  hospitalAuthorId,
  type Identity,
  type LaneHead,
  parseName,
} from '@twinseal/record';
import { type Address, bytesToHex, type Hex, hexToBytes, isAddressEqual, zeroAddress } from 'viem';
import { type AnchoredMap, newestMap } from './batches.js';
import type { Connection } from './connection.js';
import type { Consortium } from './consortium.js';
import { contributionRight } from './contributions.js';
import { ChainError } from './errors.js';
import { type BatchedLane, BatchedLanes, type LaneWords } from './lane-words.js';
import {
  type Deletion,
  deletions,
  type ErasureRequest,
  erasureRequests,
  type StorageLogs,
  tombstoneOver,
} from './tombstones.js';
import { chainErrorOf } from './transaction.js';
import type { AccessRequest, ContractRole, Decision, Grant, Hospital, Twin } from './types.js';

/** What the address book has of one generation. */
type Wiring = Readonly<Record<ContractRole, Address>> & { readonly generation: number };

/** `Access.GrantState.status` of a grant that is neither revoked nor lapsed. */
const GRANT_LIVE = 1;

/** Where an instance stands on the chain. */
export interface Anchoring {
  readonly seq: number;
  readonly mk: Hex;
  readonly txHash: Hex;
  readonly blockNumber: number;
  /** The author's batch, where it was not anchored directly. */
  readonly batch?: number;
}

export class ConsortiumReader {
  readonly batched: BatchedLanes;
  #wiring: Promise<Wiring> | undefined;
  #stores: Promise<Address[]> | undefined;

  constructor(
    readonly connection: Connection,
    readonly consortium: Consortium,
    /** Where words of lanes come from that are anchored in batches. Without it, every such lane is withheld. */
    words?: LaneWords,
  ) {
    this.batched = new BatchedLanes(this, words);
  }

  /** The same view of the chain, with words of lanes from elsewhere. */
  withWords(words: LaneWords): ConsortiumReader {
    return new ConsortiumReader(this.connection, this.consortium, words);
  }

  /**
   * Where one of the contracts is. What the configuration does not name, the address book does, for the generation that the configuration speaks of.
   *
   * @throws ChainError `refused` where the book has no such generation, `unreachable`
   */
  async contract(role: ContractRole): Promise<Address> {
    if (role in this.consortium) return this.consortium[role as keyof Consortium] as Address;
    this.#wiring ??= this.#findWiring().catch((error: unknown) => {
      this.#wiring = undefined;
      throw error;
    });
    return (await this.#wiring)[role as keyof Wiring] as Address;
  }

  async #findWiring(): Promise<Wiring> {
    const { book, twins } = this.consortium;
    const read = (functionName: 'current' | 'wiringOf', args: readonly unknown[]) =>
      answered(
        this.connection.reader.readContract({
          address: book,
          abi: addressBookAbi,
          functionName,
          args,
        } as never),
        functionName,
      ) as Promise<Wiring>;
    const current = await read('current', []);
    for (let wiring = current; ; wiring = await read('wiringOf', [wiring.generation - 1])) {
      if (isAddressEqual(wiring.twins, twins)) return wiring;
      if (wiring.generation <= 1)
        throw new ChainError('refused', 'The address book knows no set of contracts with these addresses.');
    }
  }

  /**
   * Reads a view of one of the contracts.
   *
   * @throws ChainError as the contract refuses, or where the node does not answer
   */
  async view(
    role: ContractRole,
    abi: Parameters<Connection['reader']['readContract']>[0]['abi'],
    functionName: string,
    args: readonly unknown[],
  ): Promise<unknown> {
    return answered(
      this.connection.reader.readContract({ address: await this.contract(role), abi, functionName, args }),
      functionName,
    );
  }

  /** The domain D of every author proof in this consortium (REC-7). */
  get domain(): { readonly chainId: bigint; readonly contract: Address } {
    return { chainId: BigInt(this.consortium.chainId), contract: this.consortium.twins };
  }

  /** Every hospital ever admitted, in order of admission. */
  async hospitals(): Promise<Hospital[]> {
    const ids = await this.#read('hospitals', authorizedHospitalsAbi, 'hospitalIds', []);
    return Promise.all((ids as readonly Hex[]).map((id) => this.#hospital(id)));
  }

  /** One hospital by authorId, or undefined where it was never admitted. */
  async hospital(id: Hex): Promise<Hospital | undefined> {
    const found = await this.#hospital(id);
    return found.status === 0 ? undefined : found;
  }

  async #hospital(id: Hex): Promise<Hospital> {
    const found = (await this.#read('hospitals', authorizedHospitalsAbi, 'hospital', [id])) as Omit<
      Hospital,
      'authorId'
    >;
    return { ...found, authorId: id };
  }

  /** The digest of the system parameters that the consortium pinned, 32 bytes. */
  async parametersDigest(): Promise<Uint8Array> {
    const address = (await this.#read('hospitals', authorizedHospitalsAbi, 'parameters', [])) as Address;
    const digest = await this.connection.reader.readContract({
      address,
      abi: authorParametersAbi,
      functionName: 'digest',
    });
    return hexToBytes(digest);
  }

  /** The digest that the hospitals of the quorum approve. @param payload `abi.encode` of the action's arguments before the salt */
  async actionDigest(kind: number, payload: Hex, salt: Hex): Promise<Hex> {
    return (await this.#read('hospitals', authorizedHospitalsAbi, 'actionDigest', [
      kind,
      payload,
      salt,
    ])) as Hex;
  }

  /** How many active hospitals have to approve an action. */
  async approvalsNeeded(action: Hex): Promise<number> {
    const [, needed] = (await this.#read('hospitals', authorizedHospitalsAbi, 'approvals', [action])) as [
      bigint,
      bigint,
      boolean,
    ];
    return Number(needed);
  }

  /** A twin, or undefined where it is not registered. */
  async twin(twinId: Hex): Promise<Twin | undefined> {
    const found = (await this.#read('registration', registrationAbi, 'twin', [twinId])) as Twin;
    return found.control === zeroAddress ? undefined : found;
  }

  /** Who may ask the authority for an identity's keys: the controller of an active hospital in that epoch, or the twin's patient. */
  async controllerOf(identity: Identity): Promise<Address | undefined> {
    const who = parseName(identity.name);
    if (who.kind === 'patient') {
      const twin = await this.twin(bytesToHex(who.twinId));
      // Earlier epochs as well: whoever speaks for the patient now is due all history, and may have lost the keys that open it.
      return twin !== undefined && Number(identity.epoch) <= twin.identityEpoch ? twin.control : undefined;
    }
    // A member of staff gets keys through the own hospital, which controls the name.
    const found = await this.hospital(bytesToHex(hospitalAuthorId(who.hospital)));
    if (found === undefined || found.status !== 1) return undefined;
    return who.kind === 'staff' || String(found.epoch) === identity.epoch ? found.controller : undefined;
  }

  /** The version in force, and whether someone has to call `settle` before anything can be anchored. */
  async accessVersion(twinId: Hex): Promise<{ version: number; settlementDue: boolean }> {
    const [version, settlementDue] = (await this.#read('access', accessAbi, 'accessVersion', [twinId])) as [
      bigint,
      boolean,
    ];
    return { version: Number(version), settlementDue };
  }

  /** The next nonce of the patient's consents. */
  async consentNonce(twinId: Hex): Promise<bigint> {
    const state = (await this.#read('access', accessAbi, 'state', [twinId])) as { nonce: number | bigint };
    return BigInt(state.nonce);
  }

  /**
   * Every grant that the twin's patient ever gave, and every emergency that was opened, oldest first.
   *
   * @param nowS seconds since 1970, for what time has ended
   */
  async grants(twinId: Hex, nowS: number): Promise<Grant[]> {
    const filter = {
      address: this.consortium.access,
      abi: accessAbi,
      args: { twinId },
      fromBlock: BigInt(this.consortium.firstBlock),
    } as const;
    const [granted, emergencies, versions] = await Promise.all([
      answered(this.connection.reader.getContractEvents({ ...filter, eventName: 'Granted' }), 'events'),
      answered(
        this.connection.reader.getContractEvents({ ...filter, eventName: 'EmergencyGranted' }),
        'events',
      ),
      this.#versions(twinId),
    ]);
    const all = [...granted, ...emergencies].sort(
      (x, y) => Number(x.blockNumber) - Number(y.blockNumber) || Number(x.logIndex) - Number(y.logIndex),
    );
    return Promise.all(
      all.map(async (log) => {
        const { grantId, terms } = log.args as { grantId: Hex; terms: GrantTerms };
        const state = (await this.#read('access', accessAbi, 'grantState', [grantId])) as { status: number };
        const emergency = log.eventName === 'EmergencyGranted';
        // An emergency begins with its block, whose clock may be ahead of ours.
        const hasBegun = emergency || terms.notBefore <= BigInt(nowS);
        return {
          grantId,
          terms,
          live: state.status === GRANT_LIVE && hasBegun && BigInt(nowS) < terms.expiry,
          versionAtGrant: versionAt(versions, log.blockNumber as bigint, Number.POSITIVE_INFINITY),
          emergency,
          blockNumber: Number(log.blockNumber),
        };
      }),
    );
  }

  /**
   * Who has written anything for a twin: author ids in order of first direct anchoring, then hospitals that anchor in batches. One of those that nobody shows to have
   * written nothing is among them.
   *
   * @param options `words: false`: only what the chain's events show, and nobody is asked
   */
  async laneAuthors(twinId: Hex, options: { readonly words?: boolean } = {}): Promise<Hex[]> {
    const logs = await this.#anchored({ twinId });
    const authors = new Set(logs.map((log) => log.args.authorId as Hex));
    if (options.words === false) return [...authors];
    const ids = (await this.#read('hospitals', authorizedHospitalsAbi, 'hospitalIds', [])) as readonly Hex[];
    for (const author of ids) {
      if (authors.has(author)) continue;
      const { kind } = await this.batched.lane(twinId, author);
      if (kind !== 'none' && kind !== 'absent') authors.add(author);
    }
    return [...authors];
  }

  /**
   * Every (twin, author) that has anchored anything, with the number of its instances; of lanes in batches those that are known without asking anybody.
   *
   * @param author only lanes of this author
   */
  async lanes(author?: Hex): Promise<{ twinId: Hex; authorId: Hex; instances: number }[]> {
    const seen = new Map<string, { twinId: Hex; authorId: Hex; instances: number }>();
    for (const { args } of await this.#anchored(author === undefined ? {} : { authorId: author })) {
      const lane = { twinId: args.twinId as Hex, authorId: args.authorId as Hex };
      const key = lane.twinId + lane.authorId;
      // By place: a lane that was in batches before goes on where those ended.
      const instances = Math.max(seen.get(key)?.instances ?? 0, Number(args.seq) + 1);
      seen.set(key, { ...lane, instances });
    }
    for (const lane of (await this.batched.words?.known(author)) ?? []) {
      const key = lane.twinId + lane.authorId;
      const instances = Math.max(seen.get(key)?.instances ?? 0, lane.instances);
      seen.set(key, { twinId: lane.twinId, authorId: lane.authorId, instances });
    }
    return [...seen.values()];
  }

  /** How many batches a hospital has anchored, and the root of its newest map. */
  latestBatch(author: Hex): Promise<{ readonly count: number; readonly mapRoot: Hex }> {
    return newestMap(this, author);
  }

  /** The contract's own head of a lane, which knows of direct anchors only. */
  async directHead(twinId: Hex, author: Hex): Promise<{ readonly count: number; readonly mk: Hex }> {
    const [count, mk] = (await this.#read('twins', patientDigitalTwinAbi, 'head', [twinId, author])) as [
      bigint,
      Hex,
    ];
    return { count: Number(count), mk };
  }

  /**
   * A lane as the chain has it: head and every anchored instance. Where its author anchors in batches, the longer of the contract's head and the newest map (REC-31); what is
   * wrong with that stands in `noted`.
   */
  async laneHead(twinId: Hex, author: Hex): Promise<LaneHead> {
    const batched = await this.batched.lane(twinId, author);
    const [[count, mk], logs, versions, authorName, erasures] = await Promise.all([
      this.#read('twins', patientDigitalTwinAbi, 'head', [twinId, author]) as Promise<[bigint, Hex]>,
      this.#anchored({ twinId, authorId: author }),
      this.#versions(twinId),
      this.#authorName(twinId, author),
      this.erasureRequests(twinId, author),
    ]);
    const direct: AnchoredInstance[] = logs.map((log) => {
      const args = log.args as Required<typeof log.args>;
      const place = { seq: Number(args.seq), blockNumber: Number(log.blockNumber) };
      const tombstone = tombstoneOver(place, erasures);
      return {
        seq: place.seq,
        h: hexToBytes(args.h as Hex),
        mk: hexToBytes(args.mk as Hex),
        accessVersion: Number(args.accessVersion),
        time: Number(args.time),
        authorEpoch: String(args.authorEpoch),
        proof: { X: hexToBytes(args.X as Hex), v: hexToBytes(args.v as Hex) },
        blockNumber: place.blockNumber,
        blockTime: Number(log.blockTimestamp ?? 0),
        versionInForce: versionAt(versions, log.blockNumber as bigint, log.logIndex as number),
        ...(tombstone === undefined ? {} : { tombstone }),
      };
    });
    const lane: LaneHead = {
      twinId: hexToBytes(twinId),
      authorId: hexToBytes(author),
      authorName,
      count: Number(count),
      mk: hexToBytes(mk),
      instances: direct,
    };
    if (batched.kind !== 'lane') return notedOf(lane, batched);
    const { maps, fallen } = batched;
    const mayContribute = await contributionRight(this, twinId, author);
    const told = batched.lane.instances.map((one): AnchoredInstance => {
      const map = maps.get(one.batch) as AnchoredMap;
      const tombstone = tombstoneOver({ seq: one.seq, blockNumber: map.blockNumber }, erasures);
      return {
        seq: one.seq,
        h: one.h,
        mk: one.mk,
        accessVersion: one.accessVersion,
        time: one.time,
        authorEpoch: String(one.authorEpoch),
        proof: one.proof,
        blockNumber: map.blockNumber,
        blockTime: map.blockTime,
        versionInForce: versionAt(versions, BigInt(map.blockNumber), map.logIndex),
        batch: one.batch,
        mayContribute: mayContribute(map, map.blockTime),
        ...(tombstone === undefined ? {} : { tombstone }),
      };
    });
    const whole = together(lane, told, batched.lane);
    if (fallen === undefined) return whole;
    return { ...whole, noted: [...(whole.noted ?? []), noteOf('head-fell')] };
  }

  /** Erasures that a twin's patient asked for, oldest first. @param author of one lane; all where left out @throws ChainError */
  async erasureRequests(twinId: Hex, author?: Hex): Promise<ErasureRequest[]> {
    return answered(erasureRequests(await this.#storageLogs(), twinId, author), 'events');
  }

  /** What holders say that they deleted of a twin, oldest first. @throws ChainError */
  async deletions(twinId: Hex): Promise<Deletion[]> {
    return answered(deletions(await this.#storageLogs(), twinId), 'events');
  }

  async #storageLogs(): Promise<StorageLogs> {
    this.#stores ??= this.#findStores().catch((error: unknown) => {
      this.#stores = undefined;
      throw error;
    });
    const { firstBlock } = this.consortium;
    return { connection: this.connection, address: await this.#stores, fromBlock: BigInt(firstBlock) };
  }

  /** A tombstone of an earlier generation stays in force. */
  async #findStores(): Promise<Address[]> {
    const own = await this.contract('stores');
    const found = [own];
    let { generation } = (await this.#wiring) as Wiring;
    for (generation--; generation >= 1; generation--) {
      const wiring = (await this.view('book', addressBookAbi, 'wiringOf', [generation])) as Wiring;
      found.push(wiring.stores);
    }
    return found;
  }

  /** Where each instance of a lane was anchored, in lane order. A few questions, however long the lane is. */
  async anchorings(twinId: Hex, author: Hex): Promise<Anchoring[]> {
    const found = new Map<number, Anchoring>();
    const batched = await this.batched.lane(twinId, author);
    for (const { seq, mk, batch } of batched.kind === 'lane' ? batched.lane.instances : []) {
      const { txHash, blockNumber } = (batched as Extract<BatchedLane, { kind: 'lane' }>).maps.get(
        batch,
      ) as AnchoredMap;
      found.set(seq, { seq, mk: bytesToHex(mk), txHash, blockNumber, batch });
    }
    for (const { args, transactionHash, blockNumber } of await this.#anchored({ twinId, authorId: author })) {
      const seq = Number(args.seq);
      found.set(seq, {
        seq,
        mk: args.mk as Hex,
        txHash: transactionHash as Hex,
        blockNumber: Number(blockNumber),
      });
    }
    return [...found.values()].sort((a, b) => a.seq - b.seq);
  }

  /** Gas of a transaction that stands in a block. */
  async gasOf(txHash: Hex): Promise<number> {
    const receipt = await answered(this.connection.reader.getTransactionReceipt({ hash: txHash }), 'receipt');
    return Number(receipt.gasUsed);
  }

  async #authorName(twinId: Hex, author: Hex): Promise<string> {
    const patient = formatName({ kind: 'patient', twinId: hexToBytes(twinId) });
    if (bytesToHex(authorId(patient)) === author) return patient;
    const found = await this.#hospital(author);
    return formatName({ kind: 'hospital', hospital: found.id });
  }

  /** The decision on a request, with the block that holds it; undefined where there is none. */
  async decision(
    requestId: Hex,
  ): Promise<
    (Decision & { readonly hospital: Hex; readonly twinId: Hex; readonly scopes: readonly Hex[] }) | undefined
  > {
    const filter = {
      address: this.consortium.requests,
      abi: dataRequestAbi,
      fromBlock: BigInt(this.consortium.firstBlock),
    } as const;
    const [[decided], [asked]] = await Promise.all([
      this.connection.reader.getContractEvents({
        ...filter,
        eventName: 'RequestDecided',
        args: { requestId },
      }),
      this.connection.reader.getContractEvents({
        ...filter,
        eventName: 'DataRequested',
        args: { requestId },
      }),
    ]);
    if (decided === undefined || asked === undefined) return undefined;
    const args = decided.args as Required<typeof decided.args>;
    return {
      requestId,
      twinId: args.twinId as Hex,
      hospital: asked.args.hospital as Hex,
      scopes: asked.args.scopes as readonly Hex[],
      permit: args.permit as boolean,
      reason: Number(args.reason),
      accessVersion: Number(args.accessVersion),
      blockNumber: Number(decided.blockNumber),
      blockHash: decided.blockHash as Hex,
      txHash: decided.transactionHash as Hex,
    };
  }

  /** Every request ever decided. */
  async decisions(): Promise<
    { requestId: Hex; twinId: Hex; permit: boolean; reason: number; txHash: Hex }[]
  > {
    const logs = await answered(
      this.connection.reader.getContractEvents({
        address: this.consortium.requests,
        abi: dataRequestAbi,
        eventName: 'RequestDecided',
        fromBlock: BigInt(this.consortium.firstBlock),
      }),
      'events',
    );
    return logs.map((log) => ({
      requestId: log.args.requestId as Hex,
      twinId: log.args.twinId as Hex,
      permit: log.args.permit as boolean,
      reason: Number(log.args.reason),
      txHash: log.transactionHash as Hex,
    }));
  }

  /** The id that a request will have. @param grantId of the grant relied on; zero for none */
  async requestIdOf(request: AccessRequest, grantId: Hex): Promise<Hex> {
    return (await this.#read('requests', dataRequestAbi, 'requestIdOf', [request, grantId])) as Hex;
  }

  /** Versions of a twin by where on the chain they came into force, oldest first. */
  async #versions(twinId: Hex): Promise<{ block: bigint; logIndex: number; version: number }[]> {
    const logs = await answered(
      this.connection.reader.getContractEvents({
        address: this.consortium.access,
        abi: accessAbi,
        eventName: 'AccessNarrowed',
        args: { twinId },
        fromBlock: BigInt(this.consortium.firstBlock),
      }),
      'events',
    );
    return logs.map((log) => ({
      block: log.blockNumber as bigint,
      logIndex: log.logIndex as number,
      version: Number(log.args.version),
    }));
  }

  #anchored(args: { twinId?: Hex; authorId?: Hex }) {
    return answered(
      this.connection.reader.getContractEvents({
        address: this.consortium.twins,
        abi: patientDigitalTwinAbi,
        eventName: 'InstanceAnchored',
        args,
        fromBlock: BigInt(this.consortium.firstBlock),
      }),
      'events',
    );
  }

  #read(
    contract: 'hospitals' | 'registration' | 'access' | 'twins' | 'requests',
    abi: Parameters<Connection['reader']['readContract']>[0]['abi'],
    functionName: string,
    args: readonly unknown[],
  ): Promise<unknown> {
    return answered(
      this.connection.reader.readContract({ address: this.consortium[contract], abi, functionName, args }),
      functionName,
    );
  }
}

/** What the node answers, or why not as a ChainError. */
async function answered<T>(asked: Promise<T>, what: string): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw chainErrorOf(error, what);
  }
}

/** Every twin begins with version 1, at registration. */
const FIRST_VERSION = 1;

function versionAt(
  versions: readonly { block: bigint; logIndex: number; version: number }[],
  block: bigint,
  logIndex: number,
): number {
  let inForce = FIRST_VERSION;
  for (const each of versions) {
    if (each.block < block || (each.block === block && each.logIndex < logIndex)) inForce = each.version;
  }
  return inForce;
}

type Noted = NonNullable<LaneHead['noted']>[number];

function noteOf(code: 'lane-withheld' | 'head-fell' | 'lane-forked'): Noted {
  const details = {
    'lane-withheld': "nobody shows what the author's newest map says of it",
    'head-fell': 'a later map has less of it than an earlier one',
    'lane-forked': 'what was anchored directly and what stands in the map are two lanes',
  };
  return { code, detail: details[code] };
}

/** A lane of which the batches add nothing, or of which they cannot be followed. */
function notedOf(lane: LaneHead, batched: Exclude<BatchedLane, { kind: 'lane' }>): LaneHead {
  if (batched.kind === 'none' || batched.kind === 'absent') return lane;
  const noted = [noteOf(batched.kind === 'withheld' ? 'lane-withheld' : batched.code)];
  if (lane.instances.length === lane.count) return { ...lane, noted };
  // It was adopted from a map that nobody shows: of what was anchored since nothing can be checked without what came before.
  return { ...lane, count: 0, mk: new Uint8Array(32), instances: [], noted };
}

/** Direct anchors and the newest map together: the longer of the two, if the shorter is its beginning. */
function together(
  lane: LaneHead,
  told: readonly AnchoredInstance[],
  batched: { readonly count: number; readonly mk: Uint8Array },
): LaneHead {
  const direct = new Map(lane.instances.map((instance) => [instance.seq, instance]));
  const isDirectLonger = lane.count > batched.count;
  // Where the lane was adopted there is no event for what was adopted; the map's own instances say the root there.
  const rootAt = (count: number) =>
    (isDirectLonger ? (direct.get(count - 1) ?? told[count - 1]) : told[count - 1])?.mk;
  const shorter = isDirectLonger ? batched : lane;
  const root = shorter.count === 0 ? shorter.mk : rootAt(shorter.count);
  if (root === undefined || (shorter.count > 0 && bytesToHex(root) !== bytesToHex(shorter.mk))) {
    return notedOf(lane, { kind: 'misbehaved', code: 'lane-forked' });
  }
  const head = isDirectLonger ? lane : batched;
  const instances: AnchoredInstance[] = [];
  for (let seq = 0; seq < head.count; seq++) {
    const instance = direct.get(seq) ?? told[seq];
    if (instance !== undefined) instances.push(instance);
  }
  return { ...lane, count: head.count, mk: head.mk, instances };
}
