/** `twinseal grant`, `revoke` and `erase`, and the same under `twinseal patient`: who may read, and what is to be gone. */

import type { Command } from 'commander';
import { UsageError } from '../usage-error.js';
import { wholeNumber } from './number-arguments.js';
import {
  assertModules,
  hospitalOf,
  listOf,
  openHome,
  type PatientFlags,
  patientCommand,
  print,
  type SetExitCode,
} from './patient-options.js';

const daysOf = wholeNumber(1, 3650, 'Expected 1 to 3650 days.');
const placeOf = wholeNumber(0, 2 ** 31 - 1, 'Expected the number of an instance, from 0.');
const secondsOf = wholeNumber(0, 3600, 'Expected 0 to 3600 seconds.');
const LOOK_EVERY_MS = 500;

/** What nobody can promise about an erasure; said every time. */
const NOT_GUARANTEED = [
  'What was read before cannot be unread, nor what a hospital took into its own records.',
  'A holder that says it deleted may lie, and backups may hold copies until they are overwritten.',
  'That the entry existed, when, and by whom, stays on the chain for everybody; its content does not.',
];

interface GrantFlags extends PatientFlags {
  readonly to: string;
  readonly modules: string[];
  readonly days: number;
  readonly fromNow?: boolean;
  readonly actingFor?: string;
}

/** @param prefix what stands before the command's name */
export function addGrantCommand(parent: Command, setExitCode: SetExitCode, prefix = ''): void {
  patientCommand(
    parent,
    'grant',
    'let a hospital read modules; it relays the signed consent and pays for it',
    `${prefix}grant --folder ./me --consortium ./town --to south --modules medications,conditions --days 14`,
  )
    .requiredOption('--to <id>', 'the hospital')
    .requiredOption('--modules <names>', 'modules, separated by commas (see "twinseal modules")', listOf)
    .option('--days <n>', 'for how many days', daysOf, 30)
    .option('--from-now', 'what is sealed from now on only, not the history')
    .option('--acting-for <slip>', 'as a proxy, with the slip that the patient handed over')
    .action(async (flags: GrantFlags) => {
      await assertModules(flags.modules);
      const { hospitalAuthorId } = await import('@twinseal/record');
      const { bytesToHex } = await import('viem');
      const { home, town } = await openHome(flags, flags);
      await hospitalOf(town, '--to', flags.to);
      const { terms, gas } = await home.grant(bytesToHex(hospitalAuthorId(flags.to)), flags.modules, {
        days: flags.days,
        fullHistory: flags.fromNow !== true,
      });
      print(
        flags,
        { twinId: home.twinId, to: flags.to, modules: flags.modules, expiry: Number(terms.expiry), gas },
        `${flags.to} may read ${flags.modules.join(', ')} for ${flags.days} days (${gas} gas, paid by ${flags.to}).`,
      );
      setExitCode(0);
    });
}

interface RevokeFlags extends PatientFlags {
  readonly from: string;
  readonly actingFor?: string;
}

export function addRevokeCommand(parent: Command, setExitCode: SetExitCode, prefix = ''): void {
  patientCommand(
    parent,
    'revoke',
    'end every grant to read that a hospital holds; what it read before cannot be unread',
    `${prefix}revoke --folder ./me --consortium ./town --from south`,
  )
    .requiredOption('--from <id>', 'the hospital')
    .option('--acting-for <slip>', 'as a proxy, with the slip that the patient handed over')
    .action(async (flags: RevokeFlags) => {
      const { hospitalAuthorId } = await import('@twinseal/record');
      const { bytesToHex } = await import('viem');
      const { home, town } = await openHome(flags, flags);
      await hospitalOf(town, '--from', flags.from);
      const revoked = await home.revokeReading(bytesToHex(hospitalAuthorId(flags.from)));
      print(
        flags,
        { twinId: home.twinId, from: flags.from, revoked },
        revoked === 0
          ? `${flags.from} holds no grant to read.`
          : `Revoked ${revoked === 1 ? 'one grant' : `${revoked} grants`} of ${flags.from}. What it read before cannot be unread.`,
      );
      setExitCode(0);
    });
}

interface EraseFlags extends PatientFlags {
  readonly lane?: string;
  readonly instance?: number;
  readonly everything?: boolean;
  readonly wait: number;
}

/** A lane of the twin, by its author. */
interface LaneToErase {
  readonly author: `0x${string}`;
  readonly name: string;
  readonly place: number | 'lane';
}

export function addEraseCommand(parent: Command, setExitCode: SetExitCode, prefix = ''): void {
  patientCommand(
    parent,
    'erase',
    'have one instance, a lane or everything erased; it cannot be taken back',
    `${prefix}erase --folder ./me --consortium ./town --lane south --instance 3`,
  )
    .option('--lane <author>', 'the hospital that wrote it, or "own"')
    .option('--instance <n>', 'one instance of the lane; all of it where left out', placeOf)
    .option('--everything', 'every lane of the twin')
    .option('--wait <seconds>', 'how long to wait for the holders to say that it is gone', secondsOf, 20)
    .action(async (flags: EraseFlags) => {
      if ((flags.lane === undefined) === (flags.everything !== true))
        throw new UsageError('Give either --lane or --everything.');
      if (flags.everything === true && flags.instance !== undefined)
        throw new UsageError('--instance: expected beside --lane.');
      const { home } = await openHome(flags);
      const lanes = await lanesToErase(home, flags);
      const { signErasure } = await import('../patient/sign-consents.js');
      for (const { author, place } of lanes) await home.relay(await signErasure(home.signing, author, place));
      const { deletions, pending } = await holdersOf(home, lanes, flags.wait);
      const erased = lanes.map(({ name, place }) => ({
        lane: name,
        instance: place === 'lane' ? null : place,
      }));
      const sentences = [
        ...lanes.map(({ name, place }) =>
          place === 'lane'
            ? `All of ${name}'s lane until now is to be erased.`
            : `Instance ${place} of ${name}'s lane is to be erased.`,
        ),
        ...deletions.map(({ holder, lane }) => `${holder} says that it has deleted its copy of ${lane}'s.`),
        ...pending.map(
          ({ holder, lane }) => `${holder} has not said so yet of ${lane}'s; it does when it runs.`,
        ),
        ...NOT_GUARANTEED,
      ];
      print(
        flags,
        { twinId: home.twinId, erased, deletions, pending, notGuaranteed: NOT_GUARANTEED },
        sentences.join('\n'),
      );
      setExitCode(0);
    });
}

type Home = Awaited<ReturnType<typeof openHome>>['home'];

async function lanesToErase(home: Home, flags: EraseFlags): Promise<LaneToErase[]> {
  const { reader } = home.world;
  const twinId = `0x${home.twinId}` as const;
  const all = await Promise.all(
    (await reader.laneAuthors(twinId)).map(async (author) => {
      const { authorName, instances, count } = await reader.laneHead(twinId, author);
      const name = authorName.startsWith('patient:') ? 'own' : authorName.replace('hospital:', '');
      return { author, name, instances, count };
    }),
  );
  const isGone = (lane: (typeof all)[number], place: number | 'lane') =>
    (place === 'lane' ? lane.instances : lane.instances.filter(({ seq }) => seq === place)).every(
      ({ tombstone }) => tombstone !== undefined,
    );
  if (flags.everything === true) {
    const asked = await reader.erasureRequests(twinId);
    const whole = new Set(asked.filter(({ place }) => place === 'lane').map(({ authorId }) => authorId));
    // A tombstone over a whole lane stands once; what came after it goes one by one.
    return all.flatMap((lane): LaneToErase[] => {
      if (isGone(lane, 'lane')) return [];
      if (!whole.has(lane.author)) return [{ ...lane, place: 'lane' }];
      return lane.instances
        .filter(({ tombstone }) => tombstone === undefined)
        .map(({ seq }) => ({ ...lane, place: seq }));
    });
  }
  const lane = all.find(({ name }) => name === flags.lane);
  if (lane === undefined)
    throw new UsageError(
      `--lane: the twin has no lane of ${flags.lane}. Expected ${all.map(({ name }) => name).join(' or ') || 'nothing: it has none at all'}.`,
    );
  const place = flags.instance ?? 'lane';
  if (place !== 'lane' && place >= lane.count)
    throw new UsageError(`--instance: the lane has ${lane.count}, from 0 to ${lane.count - 1}.`);
  if (isGone(lane, place)) throw new UsageError('That was erased before.');
  return [{ ...lane, place }];
}

/** Who of author and custodian has said that it deleted, and who has not, after waiting a while. */
async function holdersOf(home: Home, lanes: readonly LaneToErase[], waitS: number) {
  const { reader } = home.world;
  const names = new Map((await reader.hospitals()).map(({ authorId, id }) => [authorId, id]));
  const custodian = await home.custodian();
  const expected = lanes.flatMap(({ author, name, place }) =>
    [...new Set([author, custodian])]
      .filter((holder) => names.has(holder))
      .map((holder) => ({ author, name, place, holder })),
  );
  const until = performance.now() + waitS * 1000;
  for (;;) {
    const recorded = await reader.deletions(`0x${home.twinId}`);
    const isDone = (each: (typeof expected)[number]) =>
      recorded.some(
        ({ authorId, place, holder }) =>
          authorId === each.author && place === each.place && holder === each.holder,
      );
    const said = (list: typeof expected) =>
      list.map(({ name, holder }) => ({ lane: name, holder: names.get(holder) as string }));
    const pending = expected.filter((each) => !isDone(each));
    if (pending.length === 0 || performance.now() >= until)
      return { deletions: said(expected.filter(isDone)), pending: said(pending) };
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
