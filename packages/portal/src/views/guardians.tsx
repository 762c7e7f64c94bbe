/** Guardians: who they are, what they have begun, and stopping it. */

import { useState } from 'preact/hooks';
import { getAddress, isAddress } from 'viem';
import { signCancellation, signGuardians, signRecoveryStop } from '../app/precaution-consents.js';
import { momentOf } from '../app/words.js';
import type { PrecautionProps } from './precautions.js';

const DAY_S = 86_400;
const MAX_GUARDIANS = 16;
const MAX_DAYS = 30;

type Hex = `0x${string}`;

export function Guardians({ session, report, isBusy, hand }: PrecautionProps) {
  const { slip } = session;
  const { guardians, threshold, delay, cancelledOnce, guardiansReadyAt, recovery, rotation } = report;
  const isReady = guardiansReadyAt !== undefined && guardiansReadyAt <= report.head.blockTime;
  const stop = () =>
    hand(
      'recoveries',
      async ({ round }) => ({ call: 'cancelRecovery', consent: await signRecoveryStop(session, round) }),
      'Stopped: your key stays the one that speaks for you. Next time only the hospitals together can stop your guardians.',
    );
  const takeBack = (call: 'cancelRotation' | 'cancelGuardianChange', words: string) =>
    hand(
      call === 'cancelRotation' ? 'recoveries' : 'guardians',
      async ({ nonces }) => ({
        call,
        consent: await signCancellation(
          session,
          call === 'cancelRotation' ? 'CancelRotation' : 'CancelGuardianChange',
          nonces.recovery,
        ),
      }),
      words,
    );
  const apply = () =>
    hand(
      'guardians',
      async () => ({ call: 'applyGuardians', consent: { twinId: `0x${slip.twinId}` } }),
      'The chosen guardians are in force.',
    );
  return (
    <section class="card" aria-labelledby="guardians">
      <h3 id="guardians">If you lose your key</h3>
      {recovery !== undefined && (
        <div class="alert" role="alert">
          <p>
            Your guardians are moving your record to another key, <code>{recovery.control}</code>, from{' '}
            {momentOf(recovery.readyAt)} on. If that is not your new key, stop it.
          </p>
          {cancelledOnce ? (
            <p>
              You have stopped a recovery once; this one only the hospitals together can stop. Call the
              hospital that keeps your record.
            </p>
          ) : (
            <button type="button" class="danger" disabled={isBusy} onClick={stop}>
              Stop it
            </button>
          )}
        </div>
      )}
      {rotation !== undefined && (
        <div class="alert" role="alert">
          <p>
            Somebody with your key has asked to replace it by <code>{rotation.control}</code>, from{' '}
            {momentOf(rotation.readyAt)} on. If it was not you, keep your key, and have your guardians move
            it: somebody has a copy.
          </p>
          <button
            type="button"
            class="danger"
            disabled={isBusy}
            onClick={() => takeBack('cancelRotation', 'The key stays.')}
          >
            Keep my key
          </button>
        </div>
      )}
      <p>
        {guardians.length === 0
          ? 'No guardians are chosen: a lost key stays lost, and your record with it.'
          : `Any ${threshold} of ${guardians.length} guardians together can move your record to a new key, ${daysOf(delay)} after they sign. They read nothing and allow nothing.`}
      </p>
      {guardians.length > 0 && (
        <ul class="plain">
          {guardians.map((each) => (
            <li key={each}>
              <code>{getAddress(each)}</code>
            </li>
          ))}
        </ul>
      )}
      {cancelledOnce && recovery === undefined && (
        <p class="fine">
          You have stopped a recovery once; the next one only the hospitals together can stop.
        </p>
      )}
      {guardiansReadyAt !== undefined && (
        <div class="note">
          <p>Other guardians were chosen. They can take over from {momentOf(guardiansReadyAt)} on.</p>
          <div class="bar">
            <button
              type="button"
              disabled={isBusy}
              onClick={() => takeBack('cancelGuardianChange', 'The guardians stay as they were.')}
            >
              Take the choice back
            </button>
            {isReady && (
              <button type="button" disabled={isBusy} onClick={apply}>
                Let them take over
              </button>
            )}
          </div>
        </div>
      )}
      <details>
        <summary>{guardians.length === 0 ? 'Choose guardians' : 'Choose others'}</summary>
        <GuardianForm session={session} report={report} isBusy={isBusy} hand={hand} />
      </details>
    </section>
  );
}

function GuardianForm({ session, report, isBusy, hand }: PrecautionProps) {
  const [text, setText] = useState('');
  const [threshold, setThreshold] = useState(2);
  const [days, setDays] = useState(3);
  const [missing, setMissing] = useState<string>();
  const choose = () => {
    const given = text.split(/[\s,;]+/).filter((word) => word !== '');
    const lacking = wrongWith(given, threshold, days, session.signer.address);
    setMissing(lacking);
    if (lacking !== undefined) return;
    const guardians = given.map((each) => getAddress(each));
    hand(
      'guardians',
      async ({ nonces }) => ({
        call: 'setGuardians',
        consent: await signGuardians(
          session,
          { guardians, threshold, delayS: days * DAY_S },
          nonces.recovery,
        ),
      }),
      report.guardians.length === 0
        ? 'Your guardians are chosen. Tell each of them.'
        : 'Other guardians are chosen. They take over after the delay in force, if you do not take it back.',
    );
  };
  return (
    <form
      onInput={() => setMissing(undefined)}
      onSubmit={(event) => {
        event.preventDefault();
        choose();
      }}
    >
      <label>
        Accounts of your guardians, one a line
        <textarea
          rows={4}
          spellcheck={false}
          autoComplete="off"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <small>
          Each of them tells you the address of an account; it begins with 0x. Choose people who do not know
          of each other, if you can. Their addresses are public on the chain.
        </small>
      </label>
      <label>
        How many of them it takes
        <input
          type="number"
          min={1}
          max={MAX_GUARDIANS}
          required
          value={threshold}
          onInput={(event) => setThreshold(event.currentTarget.valueAsNumber)}
        />
      </label>
      <label>
        Days in which you can stop them
        <input
          type="number"
          min={1}
          max={MAX_DAYS}
          required
          value={days}
          onInput={(event) => setDays(event.currentTarget.valueAsNumber)}
        />
      </label>
      {missing !== undefined && (
        <p class="alert" role="alert">
          {missing}
        </p>
      )}
      <button type="submit" class="primary" disabled={isBusy}>
        Sign and choose
      </button>
    </form>
  );
}

function wrongWith(given: readonly string[], threshold: number, days: number, own: Hex): string | undefined {
  if (given.length === 0) return 'Name at least one guardian.';
  const strange = given.find((each) => !isAddress(each));
  if (strange !== undefined) return `This is not the address of an account: ${strange.slice(0, 50)}`;
  const lower = given.map((each) => each.toLowerCase());
  if (new Set(lower).size !== lower.length) return 'One of them stands there twice.';
  if (lower.includes(own.toLowerCase()))
    return 'You cannot be your own guardian: with your key, that one is lost as well.';
  if (given.length > MAX_GUARDIANS) return `At most ${MAX_GUARDIANS} guardians.`;
  if (!Number.isInteger(threshold) || threshold < 1 || threshold > given.length)
    return given.length === 1
      ? 'You named one guardian, so it takes one of them. Name more, or write 1.'
      : `Of ${given.length} guardians it can take 1 to ${given.length}.`;
  if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS) return `Choose 1 to ${MAX_DAYS} days.`;
  return undefined;
}

function daysOf(seconds: number): string {
  const days = Math.round(seconds / DAY_S);
  if (days * DAY_S !== seconds) return `${seconds} seconds`;
  return days === 1 ? 'one day' : `${days} days`;
}
