/** Making a new record: which hospital keeps it, and who may write into it. Signed here, relayed and paid by the gateway. */

import { useState } from 'preact/hooks';
import { signIntroduction, signRegistration } from '../app/consents.js';
import { openSession, type Session, SessionError, type SignedIn, twinInfo } from '../app/session.js';
import { useTask } from '../app/use-task.js';
import { hospitalTitle } from '../app/words.js';
import type { Slip } from '../keys/slip.js';

interface Props {
  readonly signedIn: SignedIn;
  readonly slip: Slip;
  readonly onHome: (session: Session) => void;
}

export function CreateTwin({ signedIn, slip, onHome }: Props) {
  const { consortium, api, signer } = signedIn;
  const active = consortium.hospitals.filter(({ status }) => status === 'active');
  const here = active.find(({ id }) => id === consortium.gateway) ?? active[0];
  const [writers, setWriters] = useState<readonly string[]>(here === undefined ? [] : [here.authorId]);
  const task = useTask();
  const create = () =>
    task.run(async () => {
      if (here === undefined) throw new SessionError('No hospital of the consortium is active.');
      const contributors = active
        .filter(({ authorId }) => writers.includes(authorId))
        .map(({ authorId }) => authorId);
      const signed = await signRegistration(signer, consortium, slip, here.authorId, contributors);
      await api.post('/registrations', signed);
      for (const hospital of contributors.filter((each) => each !== here.authorId)) {
        const introduction = await signIntroduction(signer, consortium, slip, hospital, 'contribute');
        await api.post('/introductions/pass', introduction);
      }
      const twin = await twinInfo(signedIn, slip.twinId);
      onHome(await openSession(signedIn, slip, twin));
    });
  return (
    <section class="card narrow">
      <h1>A new record</h1>
      <p>
        There is no record under this key yet. If you expected one, sign out: you may have used another
        passkey or wallet.
      </p>
      <p>
        <strong>{here === undefined ? '' : hospitalTitle(here.id)}</strong> will keep it for you, sealed. It
        can read only what it writes itself, and what you allow.
      </p>
      <fieldset>
        <legend>Who may write into it?</legend>
        {active.map(({ authorId, id }) => (
          <label key={authorId} class="check">
            <input
              type="checkbox"
              checked={writers.includes(authorId)}
              onChange={(event) => {
                const isOn = event.currentTarget.checked;
                setWriters(isOn ? [...writers, authorId] : writers.filter((each) => each !== authorId));
              }}
            />
            {hospitalTitle(id)}
          </label>
        ))}
      </fieldset>
      {task.failure !== undefined && (
        <p class="alert" role="alert">
          {task.failure}
        </p>
      )}
      <button type="button" class="primary" disabled={task.isBusy} onClick={create}>
        {task.isBusy ? 'Making it …' : 'Sign and make the record'}
      </button>
    </section>
  );
}
