/**
 * Following the chain: each page of events becomes effects for the twins that the gateway knows, written down together with how far the chain was read. After any downtime
 * it goes on where it stopped; where the chain is not the one it was (an embedded node that was killed forgets its last second), everything is looked at anew.
 */

import { blockHash, type ChainEvent, type ConsortiumReader, eventsFrom } from '@twinseal/chain';
import type { KnownTwins } from '../twins/known-twins.js';
import type { EffectQueue, NewEffect } from './effects.js';

/** Name of the gateway's cursor. */
export const CONSUMER = 'gateway';

/** Events after which every twin's capsules and views may differ: who is a hospital has changed. */
const ABOUT_HOSPITALS = new Set([
  'HospitalAdmitted',
  'HospitalSuspended',
  'HospitalResumed',
  'HospitalRemoved',
  'HospitalKeyRotated',
  'HospitalEndpointChanged',
]);
/** Events that say who may read. */
const ABOUT_ACCESS = new Set([
  'Granted',
  'EmergencyGranted',
  'Revoked',
  'AllRevoked',
  'Lapsed',
  'AccessNarrowed',
  'ControlMoved',
]);

export interface FollowerOptions {
  readonly chain: ConsortiumReader;
  readonly queue: EffectQueue;
  readonly twins: KnownTwins;
  /** The gateway's own author id, hexadecimal, without 0x. */
  readonly self: string;
  /** The newest block that confirmed something that was sent from here, which the cursor may not have passed yet. */
  readonly newest?: () => { readonly blockNumber: number; readonly blockHash: string } | undefined;
  /** Told that this block is gone, once what follows from it is written down. */
  readonly forgetNewest?: () => void;
  /** Everything that is kept and that the chain may have forgotten: twins with consents, lanes of others. Asked only where it forgot. */
  readonly kept?: () => Promise<Kept>;
  /** Most blocks in one page. */
  readonly maxBlocks: number;
}

/** What a gateway keeps beside its own lanes. */
export interface Kept {
  /** Twins of which signed consents are kept. */
  readonly consents: readonly string[];
  /** Every lane of which instances are kept, the own ones among them. */
  readonly lanes: readonly { readonly twinId: string; readonly authorId: string }[];
}

/** What one look at the chain brought. */
export interface Followed {
  readonly toBlock: number;
  readonly events: number;
  readonly effects: number;
  /** True where the chain was found replaced or shortened. */
  readonly chainForgot: boolean;
  /** True where nothing newer was there. */
  readonly upToDate: boolean;
}

/** Looks at the next page of the chain. @throws ChainError, StoreError: nothing is lost, the next look begins where this one did */
export async function followOnce(options: FollowerOptions): Promise<Followed> {
  const { chain, queue, twins, maxBlocks } = options;
  const last = await queue.cursor(CONSUMER);
  const isGone = async (block: { readonly blockNumber: number; readonly blockHash: string }) =>
    (await blockHash(chain, block.blockNumber)) !== block.blockHash;
  const newest = options.newest?.();
  const cursorGone = last !== undefined && (await isGone(last));
  // What was sent from here may stand beyond the cursor: a node that is killed between the two forgets it without touching anything that was followed.
  const chainForgot = cursorGone || (newest !== undefined && (await isGone(newest)));
  const from = last === undefined || cursorGone ? chain.consortium.firstBlock : last.blockNumber + 1;
  const page = await eventsFrom(chain, from, maxBlocks);
  const known = new Set(await twins.ids());
  if (page === undefined && !chainForgot) {
    return { toBlock: last?.blockNumber ?? from, events: 0, effects: 0, chainForgot, upToDate: true };
  }
  const effects = new Map<string, NewEffect>();
  const add = (effect: NewEffect) => effects.set(effect.key, effect);
  const toBlock = page?.toBlock ?? from - 1;
  const mark = `${toBlock}/${(page?.toHash ?? '0x').slice(2, 18)}`;
  if (chainForgot) {
    const forgotten = `${mark}/forgot/${newest?.blockNumber ?? last?.blockNumber ?? 0}`;
    for (const twinId of known) for (const effect of everything(twinId, options.self, forgotten)) add(effect);
    for (const effect of keptEffects(await options.kept?.(), forgotten)) add(effect);
  }
  for (const event of page?.events ?? []) {
    for (const effect of effectsOf(event, known, options.self, mark)) add(effect);
  }
  const position =
    page === undefined
      ? { blockNumber: from - 1, logIndex: -1, blockHash: (await blockHash(chain, from - 1)) ?? '' }
      : { blockNumber: page.toBlock, logIndex: -1, blockHash: page.toHash as string };
  await queue.enqueue([...effects.values()], { consumer: CONSUMER, position });
  if (chainForgot) options.forgetNewest?.();
  return {
    toBlock,
    events: page?.events.length ?? 0,
    effects: effects.size,
    chainForgot,
    upToDate: (page?.toBlock ?? 0) < from + maxBlocks - 1,
  };
}

function effectsOf(event: ChainEvent, known: ReadonlySet<string>, self: string, mark: string): NewEffect[] {
  if (ABOUT_HOSPITALS.has(event.name)) return [...known].flatMap((twinId) => about(twinId, mark));
  // Which lanes grew in another hospital's batch it does not say: every view looks. The own batches bring their effects along.
  if (event.name === 'BatchAnchored' && event.authorId?.slice(2) !== self)
    return [...known].map((twinId) => refresh(twinId, mark));
  const twinId = event.twinId?.slice(2);
  if (twinId === undefined) return [];
  // Of a twin that is not known (any more) here there may be copies all the same.
  if (event.name === 'ErasureRequested')
    return [erase(twinId, mark), ...(known.has(twinId) ? [refresh(twinId, mark)] : [])];
  if (!known.has(twinId)) return [];
  if (ABOUT_ACCESS.has(event.name)) return about(twinId, mark);
  if (event.name === 'InstanceAnchored' || event.name === 'LaneAdopted') return [refresh(twinId, mark)];
  if (event.name === 'CustodianChanged') return everything(twinId, self, mark);
  return [];
}

function about(twinId: string, mark: string): NewEffect[] {
  return [{ kind: 'deliver', key: `deliver/${twinId}/${mark}`, payload: { twinId } }, refresh(twinId, mark)];
}

function erase(twinId: string, mark: string): NewEffect {
  return { kind: 'erase', key: `erase/${twinId}/${mark}`, payload: { twinId } };
}

function refresh(twinId: string, mark: string): NewEffect {
  return { kind: 'refresh', key: `refresh/${twinId}/${mark}`, payload: { twinId } };
}

/** Bringing back everything that is kept. @param mark tells this occasion from others */
export function keptEffects(kept: Kept | undefined, mark: string): NewEffect[] {
  if (kept === undefined) return [];
  return [
    ...kept.consents.map(
      (twinId): NewEffect => ({ kind: 'recall', key: `recall/${twinId}/${mark}`, payload: { twinId } }),
    ),
    ...kept.lanes.map(
      ({ twinId, authorId }): NewEffect => ({
        kind: 'lane',
        key: `lane/${twinId}/${authorId}/${mark}`,
        payload: { twinId, authorId },
      }),
    ),
  ];
}

/** Everything there can be to do for a twin. @param mark tells this occasion from others */
export function everything(twinId: string, self: string, mark: string): NewEffect[] {
  return [
    { kind: 'lane', key: `lane/${twinId}/${self}/${mark}`, payload: { twinId, authorId: self } },
    erase(twinId, mark),
    ...about(twinId, mark),
  ];
}
