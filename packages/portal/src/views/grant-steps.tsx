/** Allowing in three steps: who; what and why; how long, and a last look. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { signGrant, signIntroduction, slipFor } from '../app/consents.js';
import type { Session } from '../app/session.js';
import { useTask } from '../app/use-task.js';
import {
  dayOf,
  hospitalTitle,
  listOf,
  MODULE_WORDS,
  moduleTitle,
  PURPOSE_WORDS,
  purposeWords,
} from '../app/words.js';

const DURATIONS = [
  { days: 7, words: 'one week' },
  { days: 30, words: 'a month' },
  { days: 90, words: 'three months' },
  { days: 365, words: 'a year' },
] as const;
/** What is offered as a purpose; the others are for those who know what they mean. */
const OFFERED = ['TREAT', 'CAREMGT', 'HRESCH', 'PATRQT'] as const;
/** Modules that say more than most people expect. */
const SENSITIVE = new Set(['restricted', 'billing', 'identity']);

interface Props {
  readonly session: Session;
  /** @param done what was done, and in which block it stands; nothing where it was given up */
  readonly onDone: (done?: { readonly words: string; readonly blockNumber: number }) => void;
}

export function GrantSteps({ session, onDone }: Props) {
  const { consortium, slip, api, signer, worker } = session;
  const [step, setStep] = useState(1);
  const [hospital, setHospital] = useState<`0x${string}`>();
  const [modules, setModules] = useState<readonly string[]>([]);
  const [purposes, setPurposes] = useState<readonly string[]>(['TREAT']);
  const [days, setDays] = useState(30);
  const [fullHistory, setFullHistory] = useState(true);
  const [missing, setMissing] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const task = useTask();
  useEffect(() => heading.current?.focus(), [step]);

  const active = consortium.hospitals.filter(({ status }) => status === 'active');
  const chosen = active.find(({ authorId }) => authorId === hospital);
  const title = chosen === undefined ? '' : hospitalTitle(chosen.id);
  const next = () => {
    const lacking =
      step === 1 && chosen === undefined
        ? 'Choose a hospital.'
        : step === 2 && modules.length === 0
          ? 'Choose at least one part of your record.'
          : step === 2 && purposes.length === 0
            ? 'Choose at least one purpose.'
            : undefined;
    setMissing(lacking);
    if (lacking === undefined) setStep(step + 1);
  };
  const allow = () =>
    task.run(async () => {
      if (chosen === undefined) return;
      const part = slipFor(slip, modules);
      const isHere = chosen.id === consortium.gateway;
      // The hospital has to know under which digests the chain has the modules before it is told that it may read them.
      if (!isHere)
        await api.post(
          '/introductions/pass',
          await signIntroduction(signer, consortium, part, chosen.authorId, 'read'),
        );
      const { nonce } = await worker.ask('check-grants', {});
      const signed = await signGrant(
        signer,
        consortium,
        slip,
        { hospital: chosen.authorId, modules, purposes, operation: 'read', days, fullHistory },
        BigInt(nonce),
      );
      const { blockNumber } = await api.post<{ blockNumber: number }>(`/twins/${slip.twinId}/grants`, {
        ...signed,
        ...(isHere ? { slip: part } : {}),
      });
      onDone({ words: `${title} may now read ${listOf(modules.map(moduleTitle))}.`, blockNumber });
    });
  const until = dayOf(Date.now() / 1000 + days * 86_400);
  return (
    <section class="card narrow steps" aria-labelledby="step-title">
      <p class="progress">Step {step} of 3</p>
      <h2 id="step-title" ref={heading} tabIndex={-1}>
        {step === 1 ? 'Who may read?' : step === 2 ? `What may ${title} read, and why?` : 'How long?'}
      </h2>
      {missing !== undefined && (
        <p class="alert" role="alert">
          {missing}
        </p>
      )}
      {step === 1 && (
        <fieldset>
          <legend class="hidden">Hospital</legend>
          {active.map(({ authorId, id }) => (
            <label key={authorId} class="check big">
              <input
                type="radio"
                name="hospital"
                checked={hospital === authorId}
                onChange={() => setHospital(authorId)}
              />
              {hospitalTitle(id)}
            </label>
          ))}
        </fieldset>
      )}
      {step === 2 && (
        <>
          <fieldset>
            <legend>Parts of your record</legend>
            {Object.keys(slip.scopeSalts).map((module) => (
              <label key={module} class="check">
                <input
                  type="checkbox"
                  checked={modules.includes(module)}
                  onChange={(event) => setModules(toggled(modules, module, event.currentTarget.checked))}
                />
                <span>
                  {moduleTitle(module)}
                  <small>{MODULE_WORDS[module]?.what ?? ''}</small>
                </span>
              </label>
            ))}
          </fieldset>
          {modules.some((module) => SENSITIVE.has(module)) && (
            <p class="note">
              {listOf(modules.filter((module) => SENSITIVE.has(module)).map(moduleTitle))} can say more about
              you than you may expect. Allow it only if it is needed.
            </p>
          )}
          <fieldset>
            <legend>Purposes</legend>
            {OFFERED.map((code) => (
              <label key={code} class="check">
                <input
                  type="checkbox"
                  checked={purposes.includes(code)}
                  onChange={(event) => setPurposes(toggled(purposes, code, event.currentTarget.checked))}
                />
                {PURPOSE_WORDS[code]}
              </label>
            ))}
          </fieldset>
        </>
      )}
      {step === 3 && (
        <>
          <fieldset>
            <legend>For</legend>
            {DURATIONS.map((each) => (
              <label key={each.days} class="check">
                <input
                  type="radio"
                  name="days"
                  checked={days === each.days}
                  onChange={() => setDays(each.days)}
                />
                {each.words}
              </label>
            ))}
          </fieldset>
          <fieldset>
            <legend>Also what was written before today?</legend>
            <label class="check">
              <input
                type="radio"
                name="history"
                checked={fullHistory}
                onChange={() => setFullHistory(true)}
              />
              Yes, the history as well
            </label>
            <label class="check">
              <input
                type="radio"
                name="history"
                checked={!fullHistory}
                onChange={() => setFullHistory(false)}
              />
              No, only what is written from now on
            </label>
          </fieldset>
          <div class="review">
            <h3>You are about to sign</h3>
            <p>
              <strong>{title}</strong> may read <strong>{listOf(modules.map(moduleTitle))}</strong>{' '}
              {listOf(purposes.map(purposeWords))}, until <strong>{until}</strong>
              {fullHistory ? ', with the history' : ', without the history'}.
            </p>
            <p>You can withdraw this at any time. What was read before cannot be unread.</p>
          </div>
          {task.failure !== undefined && (
            <p class="alert" role="alert">
              {task.failure}
            </p>
          )}
        </>
      )}
      <div class="bar end">
        <button
          type="button"
          onClick={() => (step === 1 ? onDone() : setStep(step - 1))}
          disabled={task.isBusy}
        >
          {step === 1 ? 'Cancel' : 'Back'}
        </button>
        {step < 3 ? (
          <button type="button" class="primary" onClick={next}>
            Next
          </button>
        ) : (
          <button type="button" class="primary" onClick={allow} disabled={task.isBusy}>
            {task.isBusy ? 'Signing …' : 'Sign and allow'}
          </button>
        )}
      </div>
    </section>
  );
}

function toggled(list: readonly string[], one: string, isOn: boolean): string[] {
  return isOn ? [...list, one] : list.filter((each) => each !== one);
}
