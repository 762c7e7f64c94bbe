/**
 * A hospital's batches: when one is due, which lanes grow in it, and that it reaches the chain once. The map is written down before it is sent; what is written down is sent as it is until
 * the chain has it, so there are never two maps for one number. What of it a narrowing overtook on the way is flagged by readers, and sealed again at the lane's end.
 */

import { type AnchoredMap, anchoredMaps } from '@twinseal/chain';
import { accessAbi } from '@twinseal/contracts';
import { authorPoint, author as authorProof, expandAuthorProof } from '@twinseal/mibsc';
import { batchDigest, fromHex, laneTree, toHex } from '@twinseal/record';
import type { InstanceRow } from '@twinseal/store';
import { type Abi, bytesToHex, type Hex } from 'viem';
import { GatewayError } from '../errors.js';
import type { KeyedMutex } from '../internal/keyed-mutex.js';
import type { Gateway } from '../ports.js';
import type { KnownTwins } from '../twins/known-twins.js';
import { settleIfDue } from '../usecases/anchor-pending.js';
import { deliverCapsules } from '../usecases/deliver-capsules.js';
import { repeatInstance, resealStale } from '../usecases/reseal-stale.js';
import { ownAuthor } from '../usecases/take-record.js';
import type { OwnMaps, WrittenBatch } from './own-maps.js';

/** Whether a hospital anchors each instance by itself or many lanes at once, and when a batch is due: at so many instances, or when the oldest has waited so long. */
export interface BatchPolicy {
  readonly mode: 'direct' | 'batch';
  readonly everyS: number;
  readonly most: number;
}

export interface BatchKeeperParts {
  readonly gateway: Gateway;
  readonly maps: OwnMaps;
  readonly twins: KnownTwins;
  /** One thing at a time for each twin. */
  readonly mutex: KeyedMutex;
  /** The own author id, 64 hexadecimal digits. */
  readonly self: string;
  readonly policy: BatchPolicy;
  readonly told: (what: string, twinId?: string, count?: number) => void;
  /** Told which twins' lanes are on the chain now: views are made new, replicas brought along. */
  readonly anchored: (twinIds: readonly string[], batch: number) => Promise<void>;
}

export interface BatchStatus {
  readonly mode: BatchPolicy['mode'];
  /** Batches that the chain has, as far as is known here. */
  readonly batches: number;
  /** Own instances that wait for the next batch: sealed, not yet anchored. */
  readonly waiting: number;
  readonly lastFailure?: string;
}

/** Seconds before something that failed is tried again. */
const AGAIN_S = 5;
/** Seconds before lanes that cannot go on are looked at again. */
const HELD_S = 20;
/** Batches looked at after a start: a chain that forgot its last seconds forgot none before these. */
const LOOKED_AT = 64;

export class BatchKeeper {
  readonly #parts: BatchKeeperParts;
  #notBeforeS = 0;
  #batches = 0;
  #waiting = 0;
  #lastFailure: string | undefined;
  #caughtUp = false;
  /** Twins whose lanes cannot go on now, of which was told. */
  readonly #held = new Set<string>();
  #makeNotBeforeS = 0;
  /** The chain's newest, when it was last written into the ledger. */
  #recorded: string | undefined;

  constructor(parts: BatchKeeperParts) {
    this.#parts = parts;
  }

  get status(): BatchStatus {
    return {
      mode: this.#parts.policy.mode,
      batches: this.#batches,
      waiting: this.#waiting,
      ...(this.#lastFailure === undefined ? {} : { lastFailure: this.#lastFailure }),
    };
  }

  /**
   * Brings onto the chain what is written down, and makes a batch if one is due.
   *
   * @returns how many instances came onto the chain
   * @throws ChainError, StoreError; GatewayError `batches-behind` where the chain has batches that are not the ones written down here. The next turn tries again
   */
  async turn(): Promise<number> {
    const nowS = this.#parts.gateway.nowS();
    if (nowS < this.#notBeforeS) return 0;
    try {
      const anchored = await this.#turn(false);
      this.#lastFailure = undefined;
      return anchored;
    } catch (error) {
      this.#notBeforeS = nowS + AGAIN_S;
      this.#lastFailure = String((error as { code?: unknown }).code ?? 'fault');
      throw error;
    }
  }

  /** Anchors everything that waits, due or not. @throws as {@link turn} */
  anchorNow(): Promise<number> {
    return this.#turn(true);
  }

  async #turn(now: boolean): Promise<number> {
    const { policy } = this.#parts;
    const before = await this.#bringUp();
    if (policy.mode === 'direct') return before;
    const pending = await this.#pending();
    this.#waiting = pending.length;
    const { nowS } = this.#parts.gateway;
    const oldest = Math.min(...pending.map(({ timeS }) => timeS));
    const isDue = pending.length >= policy.most || nowS() - oldest >= policy.everyS;
    if (pending.length === 0 || !(now || (isDue && nowS() >= this.#makeNotBeforeS))) return before;
    const batch = await this.#make(pending);
    if (batch === undefined) {
      this.#makeNotBeforeS = nowS() + HELD_S;
      return before;
    }
    await this.#send(batch);
    const sent = await this.#bringUp();
    this.#waiting = (await this.#pending()).length;
    return before + sent;
  }

  /** Own instances that the ledger does not know to be anchored, and that stand in no map. */
  async #pending(): Promise<InstanceRow[]> {
    const { gateway, maps, self } = this.#parts;
    const rows = (await gateway.ledger.pendingAnchors()).filter(({ authorId }) => authorId === self);
    const waiting: InstanceRow[] = [];
    for (const row of rows) if (row.seq >= (await maps.covered(row.twinId))) waiting.push(row);
    return waiting;
  }

  /** Sends what is written down and not on the chain, and writes into the ledger what is. @returns instances that were not known to be anchored */
  async #bringUp(): Promise<number> {
    const { gateway, maps, self } = this.#parts;
    const newest = await maps.newest();
    // Whoever never made one has none to bring up, and the chain need not be asked again and again.
    if (newest < 0 && this.#parts.policy.mode === 'direct') return 0;
    let { count, mapRoot } = await gateway.chain.latestBatch(`0x${self}`);
    if (newest < 0 && count === 0) return 0;
    await this.#assertOwn(count, mapRoot, newest);
    for (let number = count; number <= newest; number++) {
      await this.#send(await this.#written(number));
      this.#caughtUp &&= number === newest;
    }
    ({ count, mapRoot } = await gateway.chain.latestBatch(`0x${self}`));
    this.#batches = count;
    const stamp = `${count}/${mapRoot}/${(await anchoredMaps(gateway.chain, `0x${self}`, [count - 1])).get(count - 1)?.blockHash ?? ''}`;
    if (stamp === this.#recorded) return 0;
    const from = this.#caughtUp ? count - 1 : Math.max(0, count - LOOKED_AT);
    const numbers = Array.from({ length: count - from }, (_, i) => from + i);
    const anchored = await anchoredMaps(gateway.chain, `0x${self}`, numbers);
    let fresh = 0;
    for (const number of numbers) {
      const map = anchored.get(number);
      if (map === undefined) return fresh;
      fresh += await this.#record(await this.#written(number), map);
    }
    this.#caughtUp = true;
    this.#recorded = stamp;
    return fresh;
  }

  async #assertOwn(count: number, mapRoot: Hex, newest: number): Promise<void> {
    const last = count === 0 ? undefined : await this.#parts.maps.batch(count - 1);
    if (count === 0 || (count <= newest + 1 && last !== undefined && `0x${last.root}` === mapRoot)) return;
    throw new GatewayError(
      'batches-behind',
      'The chain has batches of this hospital that are not the ones written down here: the vault was lost or put back from an old copy, or another process uses the same keys. Put the newest copy of the vault back; nothing is anchored until then.',
    );
  }

  async #written(number: number): Promise<WrittenBatch> {
    const batch = await this.#parts.maps.batch(number);
    if (batch === undefined)
      throw new GatewayError(
        'batches-behind',
        `Batch ${number} is missing from the vault. Put its newest copy back.`,
      );
    return batch;
  }

  /** Makes the next map of what waits. @returns undefined where nothing of it can be anchored now */
  async #make(pending: readonly InstanceRow[]): Promise<WrittenBatch | undefined> {
    const { gateway, maps, mutex } = this.#parts;
    const grown = new Map<string, { count: number; mk: string }>();
    const twinIds = [...new Set(pending.map(({ twinId }) => twinId))];
    // Held together, so that nothing is sealed anew between looking at a lane and writing the map down.
    const held = async (rest: readonly string[]): Promise<WrittenBatch | undefined> => {
      const [twinId, ...others] = rest;
      if (twinId === undefined) return grown.size === 0 ? undefined : maps.write(grown, gateway.nowS());
      return mutex.run(twinId, async () => {
        const lane = await this.#ready(twinId).catch((error: unknown) => {
          // One lane that cannot go on now keeps no other from it.
          this.#hold(twinId, codeOf(error));
          return undefined;
        });
        if (lane !== undefined) this.#held.delete(twinId);
        if (lane !== undefined && lane.count > (await maps.covered(twinId))) grown.set(twinId, lane);
        return held(others);
      });
    };
    return held(twinIds.sort());
  }

  /** An own lane as it would stand in the next map; undefined where the patient lets the hospital write no more. The caller holds the twin. */
  async #ready(twinId: string): Promise<{ readonly count: number; readonly mk: string } | undefined> {
    const { gateway, maps, twins, self, told } = this.#parts;
    await settleIfDue(gateway, `0x${twinId}`);
    if (!(await mayContribute(gateway, `0x${twinId}`, `0x${self}`))) {
      this.#hold(twinId, 'no right to contribute');
      return undefined;
    }
    const twin = await twins.get(twinId);
    if (twin !== undefined) {
      const author = await ownAuthor(gateway, twin);
      const anew = await resealStale(gateway, author, await maps.covered(twinId));
      if (anew > 0) {
        told('sealed anew after a narrowing', twinId, anew);
        await deliverCapsules(author, gateway);
      }
    }
    const rows = await gateway.ledger.lane({ twinId, authorId: self });
    return { count: rows.length, mk: rootOf(rows) };
  }

  #hold(twinId: string, why: string): void {
    if (!this.#held.has(twinId)) this.#parts.told(`a lane waits for a later batch: ${why}`, twinId);
    this.#held.add(twinId);
  }

  async #send(batch: WrittenBatch): Promise<void> {
    const { gateway, self } = this.#parts;
    const { params, chain, key } = gateway;
    // Signed when it is sent: the hospital's key may have been renewed since it was written down. What is signed is the same.
    const digest = batchDigest({
      authorId: fromHex(self, 32),
      number: batch.number,
      mapRoot: fromHex(batch.root, 32),
      time: batch.timeS,
    });
    const { X, v } = expandAuthorProof(params, authorProof(params, key, digest, chain.domain));
    await gateway.writer.anchorBatch({
      batch: {
        authorId: `0x${self}`,
        number: BigInt(batch.number),
        map: { size: BigInt(batch.size), head: `0x${batch.head}` },
        time: BigInt(batch.timeS),
      },
      proof: { X: bytesToHex(X), v: bytesToHex(v), Q: bytesToHex(authorPoint(params, key.identity)) },
    });
  }

  /** Writes into the ledger where the instances of a batch stand, and sees to those that a narrowing overtook. @returns how many were not known to be anchored */
  async #record(batch: WrittenBatch, map: AnchoredMap): Promise<number> {
    const { gateway, self, mutex, told } = this.#parts;
    let fresh = 0;
    const touched: string[] = [];
    let gas: number | undefined;
    for (const { twinId, from, count, mk: wanted } of batch.lanes) {
      await mutex.run(twinId, async () => {
        const rows = await gateway.ledger.lane({ twinId, authorId: self });
        if (rows.length < count || rootOf(rows.slice(0, count)) !== wanted) {
          throw new GatewayError(
            'batches-behind',
            'The database does not hold the lane that was anchored in a batch. Rebuild it ("twinseal rebuild").',
          );
        }
        const tree = laneTree();
        let isTouched = false;
        for (const row of rows.slice(0, count)) {
          tree.append(fromHex(row.leaf, 32));
          const isRecorded = `0x${row.txHash}` === map.txHash && row.blockNumber === map.blockNumber;
          if (row.seq < from || isRecorded) continue;
          // Anchored directly before the lane went into the batches, it stands where it stood.
          if (row.txHash !== null && (await this.#isDirect(twinId, row.seq))) continue;
          gas ??= await gateway.chain.gasOf(map.txHash);
          const mk = toHex(tree.root());
          if (!isTouched) await this.#repeatOvertaken(twinId, rows.slice(from, count), map);
          isTouched = true;
          await gateway.ledger.recordAnchored(
            row,
            { mk, txHash: map.txHash.slice(2), blockNumber: map.blockNumber, gas },
            gateway.nowS(),
          );
          if (row.txHash === null) fresh++;
        }
        if (isTouched) touched.push(twinId);
      });
    }
    if (touched.length > 0) {
      if (fresh > 0) told(`instances anchored in batch ${batch.number}`, undefined, fresh);
      await this.#parts.anchored(touched, batch.number);
    }
    return fresh;
  }

  async #isDirect(twinId: string, seq: number): Promise<boolean> {
    const { gateway, self } = this.#parts;
    const onChain = await gateway.chain.anchorings(`0x${twinId}`, `0x${self}`);
    const found = onChain[seq];
    return found !== undefined && found.batch === undefined;
  }

  /**
   * Seals again, at the lane's end, what was under a version that was not in force any more when the batch came onto the chain: readers flag it there and fold nothing of it. Before it is
   * recorded, so that a crash repeats it at worst; saying the same twice changes nothing.
   */
  async #repeatOvertaken(twinId: string, rows: readonly InstanceRow[], map: AnchoredMap): Promise<void> {
    const { gateway, twins, self, told } = this.#parts;
    const { instances } = await gateway.chain.laneHead(`0x${twinId}`, `0x${self}`);
    const twin = await twins.get(twinId);
    if (twin === undefined) return;
    let repeated = 0;
    const author = await ownAuthor(gateway, twin);
    for (const row of rows) {
      const instance = instances[row.seq];
      const isOvertaken =
        row.txHash === null &&
        instance?.batch === map.number &&
        instance.tombstone === undefined &&
        BigInt(instance.accessVersion) !== BigInt(instance.versionInForce ?? instance.accessVersion);
      if (!isOvertaken) continue;
      await repeatInstance(gateway, author, row);
      repeated++;
    }
    if (repeated === 0) return;
    await deliverCapsules(author, gateway);
    told('sealed again at the lane’s end, for a narrowing overtook the batch', twinId, repeated);
  }
}

/** Whether the patient lets a hospital write now, by the chain's clock. */
async function mayContribute(gateway: Gateway, twinId: Hex, self: Hex): Promise<boolean> {
  const { chain } = gateway;
  const [notBefore, expiry] = (await chain.view('access', accessAbi as Abi, 'contribution', [
    twinId,
    self,
  ])) as [bigint, bigint];
  const { timestamp } = await chain.connection.reader.getBlock();
  return timestamp >= notBefore && timestamp < expiry;
}

function rootOf(rows: readonly InstanceRow[]): string {
  const tree = laneTree();
  for (const row of rows) tree.append(fromHex(row.leaf, 32));
  return toHex(tree.root());
}

function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : 'fault';
}
