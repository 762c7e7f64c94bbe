/** The patient's choice for emergencies: what one clinician alone may open, and who may hand on the keys for it. */

import { ZERO_32 } from '@twinseal/contracts';
import { useState } from 'preact/hooks';
import { modulesOfChoice, signEmergencyChoice } from '../app/precaution-consents.js';
import { hospitalTitle, listOf, MODULE_WORDS, moduleTitle } from '../app/words.js';
import type { PrecautionProps } from './precautions.js';

type Hex = `0x${string}`;

export function EmergencyChoice({ session, report, isBusy, hand }: PrecautionProps) {
  const { slip, consortium } = session;
  const chosen = modulesOfChoice(slip, report.emergency.digest);
  const recipient = consortium.hospitals.find(({ authorId }) => authorId === report.emergency.recipient);
  const isNamed = report.emergency.recipient !== ZERO_32;
  const [own, setOwn] = useState(chosen === undefined || chosen.length > 0);
  const [modules, setModules] = useState<readonly string[]>(chosen ?? []);
  const [hospital, setHospital] = useState<string>(isNamed ? report.emergency.recipient : '');
  const [missing, setMissing] = useState<string>();
  const active = consortium.hospitals.filter(({ status }) => status === 'active');
  const choose = () => {
    const isLacking = own && modules.length === 0;
    setMissing(
      isLacking ? 'Choose at least one part of your record, or leave it at the usual ones.' : undefined,
    );
    if (isLacking) return;
    hand(
      'emergency-choice',
      ({ nonces }) =>
        signEmergencyChoice(
          session,
          { modules: own ? modules : [], recipient: hospital === '' ? undefined : (hospital as Hex) },
          nonces.emergency,
        ),
      'Chosen. An emergency that is open already goes on as it was opened.',
    );
  };
  return (
    <section class="card" aria-labelledby="emergencies">
      <h3 id="emergencies">If there is an emergency</h3>
      <p>
        A clinician of any hospital may then open a part of your record without your permission, for a day at
        most; with a second clinician more. It is signed, stands on the chain, and you are told of it at once.
        It cannot be forbidden, only chosen.
      </p>
      <p>
        <strong>
          {chosen === undefined
            ? 'One clinician alone may open a choice that this page does not know.'
            : `One clinician alone may open ${chosen.length === 0 ? 'the usual: allergies, diagnoses and medicines' : listOf(chosen.map(moduleTitle))}.`}
        </strong>{' '}
        {!isNamed
          ? 'No other hospital may hand on keys for it.'
          : `${recipient === undefined ? 'A hospital that this page does not know' : hospitalTitle(recipient.id)} may hand on keys for it.`}
      </p>
      <details>
        <summary>Choose</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            choose();
          }}
        >
          <fieldset>
            <legend>What may one clinician alone open?</legend>
            <label class="check">
              <input type="radio" name="emergency" checked={!own} onChange={() => setOwn(false)} />
              <span>The usual: allergies, diagnoses and medicines</span>
            </label>
            <label class="check">
              <input type="radio" name="emergency" checked={own} onChange={() => setOwn(true)} />
              <span>These parts:</span>
            </label>
            {own &&
              Object.keys(slip.scopeSalts).map((module) => (
                <label key={module} class="check">
                  <input
                    type="checkbox"
                    checked={modules.includes(module)}
                    onChange={(event) =>
                      setModules(
                        event.currentTarget.checked
                          ? [...modules, module]
                          : modules.filter((each) => each !== module),
                      )
                    }
                  />
                  <span>
                    {moduleTitle(module)}
                    <small>{MODULE_WORDS[module]?.what ?? ''}</small>
                  </span>
                </label>
              ))}
          </fieldset>
          <label>
            Who may hand on keys in an emergency of another hospital?
            <select value={hospital} onChange={(event) => setHospital(event.currentTarget.value)}>
              <option value="">nobody but who wrote it, and who keeps your record</option>
              {active.map(({ authorId, id }) => (
                <option key={authorId} value={authorId}>
                  {hospitalTitle(id)}
                </option>
              ))}
            </select>
            <small>It hands on what your permissions let it read. Being named opens nothing to it.</small>
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
      </details>
    </section>
  );
}
