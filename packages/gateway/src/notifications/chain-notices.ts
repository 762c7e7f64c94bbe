/** Notices from the chain: what its events say to the people concerned. */

import { blockHash, type ConsortiumReader } from '@twinseal/chain';
import {
  accessAbi,
  dataRequestAbi,
  emergencyAbi,
  patientDigitalTwinAbi,
  recoveryAbi,
  registrationAbi,
  storageAbi,
} from '@twinseal/contracts';
import { type Hex, parseEventLogs } from 'viem';
import type { EffectQueue } from '../automation/effects.js';
import type { Audience, NewNotice, NoticeAbout, NoticeKind } from './notice.js';
import type { NoticeBook } from './notice-book.js';

const CONSUMER = 'notices';
/** Blocks in one look. */
const BLOCKS = 2000;
const ABI = [
  ...accessAbi,
  ...emergencyAbi,
  ...dataRequestAbi,
  ...patientDigitalTwinAbi,
  ...recoveryAbi,
  ...registrationAbi,
  ...storageAbi,
];
const ROLES = ['access', 'emergency', 'requests', 'twins', 'recovery', 'registration', 'stores'] as const;
const ALL: readonly Audience[] = ['hospital', 'clinicians', 'patient'];
const PATIENT: readonly Audience[] = ['hospital', 'patient'];

/** By event: what kind of notice, for whom, and which of its arguments are told. */
const EVENTS: Readonly<
  Record<string, readonly [kind: NoticeKind, audience: readonly Audience[], about: readonly string[]]>
> = {
  InstanceAnchored: ['instance', ALL, ['authorId', 'seq']],
  Granted: ['grant', ALL, ['hospital', 'grantId']],
  Revoked: ['revocation', ALL, ['grantId']],
  AllRevoked: ['revocation', ALL, ['count']],
  AccessNarrowed: ['narrowing', PATIENT, ['version']],
  EmergencyOpened: ['emergency', ALL, ['hospital', 'grantId', 'staff', 'secondStaff', 'until']],
  EmergencyClosed: ['emergency-closed', PATIENT, ['grantId']],
  EmergencyReviewed: ['emergency-reviewed', PATIENT, ['grantId']],
  RequestDecided: ['request', PATIENT, ['requestId', 'permit', 'reason']],
  RecoveryStarted: ['control', PATIENT, ['control', 'readyAt']],
  RotationScheduled: ['control', PATIENT, ['control', 'readyAt']],
  GuardianChangeScheduled: ['control', PATIENT, ['readyAt']],
  ControlMoved: ['control', PATIENT, ['control', 'identityEpoch']],
  ProxyAppointed: ['control', PATIENT, ['proxy', 'expiry']],
  ErasureRequested: ['erasure', PATIENT, ['authorId', 'seq']],
};

/**
 * Looks at the next stretch of the chain, and keeps what it says of the twins that the gateway knows. How far it was read is moved on only when the notices are kept; a chain that forgot is read again
 * from its beginning, and what was told stays told once.
 *
 * @returns how many notices are new, and whether nothing newer was there
 * @throws ChainError, StoreError: nothing is lost
 */
export async function noticesFromChain(parts: {
  readonly chain: ConsortiumReader;
  readonly queue: Pick<EffectQueue, 'cursor' | 'enqueue'>;
  readonly book: NoticeBook;
  readonly twinIds: readonly string[];
}): Promise<{ readonly added: number; readonly upToDate: boolean }> {
  const { chain, queue, book } = parts;
  const { reader } = chain.connection;
  const last = await queue.cursor(CONSUMER);
  const forgot = last !== undefined && (await blockHash(chain, last.blockNumber)) !== last.blockHash;
  const from = last === undefined || forgot ? chain.consortium.firstBlock : last.blockNumber + 1;
  const newest = Number(await reader.getBlockNumber());
  if (newest < from) return { added: 0, upToDate: true };
  const toBlock = Math.min(newest, from + BLOCKS - 1);
  const [logs, block] = await Promise.all([
    reader.getLogs({
      address: await Promise.all(ROLES.map((role) => chain.contract(role))),
      fromBlock: BigInt(from),
      toBlock: BigInt(toBlock),
    }),
    reader.getBlock({ blockNumber: BigInt(toBlock) }),
  ]);
  const events = parseEventLogs({ abi: ABI, logs });
  const hospitals = new Map<string, Hex>();
  for (const { eventName, args } of events) {
    if (eventName === 'DataRequested')
      hospitals.set((args as { requestId: Hex }).requestId, (args as { hospital: Hex }).hospital);
  }
  const known = new Set(parts.twinIds);
  const notices = events.flatMap((event): NewNotice[] => {
    const what = EVENTS[event.eventName];
    const args = event.args as Readonly<Record<string, unknown>>;
    const twinId = (args.twinId as Hex | undefined)?.slice(2);
    if (what === undefined || twinId === undefined || !known.has(twinId)) return [];
    const [kind, audience, names] = what;
    const hospital = kind === 'request' ? hospitals.get(args.requestId as string) : undefined;
    return [
      {
        key: `chain/${event.transactionHash}/${event.logIndex}`,
        kind,
        twinId,
        about: {
          event: event.eventName,
          ...aboutOf(args, names),
          ...(hospital === undefined ? {} : { hospital }),
        },
        audience,
      },
    ];
  });
  const added = await book.add(notices);
  await queue.enqueue([], {
    consumer: CONSUMER,
    position: { blockNumber: toBlock, logIndex: -1, blockHash: block.hash },
  });
  return { added: added.length, upToDate: toBlock === newest };
}

function aboutOf(args: Readonly<Record<string, unknown>>, names: readonly string[]): NoticeAbout {
  return Object.fromEntries(
    names.map((name) => {
      const value = args[name];
      return [name, typeof value === 'bigint' ? Number(value) : (value as string | number | boolean)];
    }),
  );
}
