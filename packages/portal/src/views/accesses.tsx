/** Every access, with its receipt checked in this browser. */

import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../app/session.js';
import { useTask } from '../app/use-task.js';
import { authorTitle, listOf, moduleTitle, momentOf, purposeWords, REASON_WORDS } from '../app/words.js';
import type { AccessesReport, AccessReport } from '../worker/protocol.js';
import { HeadLine } from './head-line.js';

export function Accesses({ session }: { readonly session: Session }) {
  const [report, setReport] = useState<AccessesReport>();
  const task = useTask();
  const { worker, consortium } = session;
  useEffect(
    () => task.run(async () => setReport(await worker.ask('check-accesses', {}))),
    [worker, task.run],
  );
  const servers = new Set(report?.accesses.map(({ server }) => server) ?? []);
  const elsewhere = consortium.hospitals.filter(
    ({ id, status }) => status === 'active' && id !== consortium.gateway && !servers.has(`hospital:${id}`),
  );
  return (
    <>
      <h2>Who has read</h2>
      <p>
        Every answer that this gateway gave about your record left a receipt, signed before anything was
        released. Each one is checked here: the signature, that none is missing in between, and that the chain
        holds it.
      </p>
      {task.failure !== undefined && (
        <p class="alert" role="alert">
          {task.failure}
        </p>
      )}
      {task.isBusy && <p role="status">Checking the receipts …</p>}
      {report?.findings.map((finding) => (
        <p key={finding} class="alert" role="alert">
          {finding}
        </p>
      ))}
      {report !== undefined && report.accesses.length === 0 && (
        <p>Nobody has asked this gateway for your record yet.</p>
      )}
      <ol class="accesses">
        {report?.accesses.map((access) => (
          <Access key={`${access.server}/${access.index}`} access={access} />
        ))}
      </ol>
      {report !== undefined && <HeadLine head={report.head} />}
      {report !== undefined && elsewhere.length > 0 && (
        <p class="note">
          What {listOf(elsewhere.map(({ id }) => authorTitle(`hospital:${id}`)))} answered is on{' '}
          {elsewhere.length === 1 ? 'its' : 'their'} own {elsewhere.length === 1 ? 'page' : 'pages'}:{' '}
          {elsewhere.map(({ id, endpoint }, i) => (
            <>
              {i > 0 && ', '}
              <a key={id} href={`${new URL(endpoint).origin}/me/`} rel="noreferrer">
                {authorTitle(`hospital:${id}`)}
              </a>
            </>
          ))}
          .
        </p>
      )}
    </>
  );
}

const ANCHORING: Readonly<Record<AccessReport['anchoring'], string>> = {
  proved: 'on the chain, proved',
  'not-yet': 'not on the chain yet',
  unproved: 'the gateway’s proof does not hold',
};

function Access({ access }: { readonly access: AccessReport }) {
  const isOwn = access.requester.startsWith('patient:');
  const known = listOf(access.modules.map(moduleTitle));
  const more = access.unknownScopes;
  const parts =
    more === 0
      ? known
      : known === ''
        ? 'parts that this page does not know'
        : `${known} and ${more} that this page does not know`;
  const isGood = access.signature === 'verified' && access.anchoring !== 'unproved';
  return (
    <li class={`card access ${access.decision}`}>
      <div class="bar">
        <h3>{authorTitle(access.requester)}</h3>
        <span class={`pill ${access.decision === 'permit' ? '' : 'deny'}`}>
          {isOwn ? 'keys for you' : access.decision === 'permit' ? 'was answered' : 'was refused'}
        </span>
      </div>
      <p>
        <time dateTime={new Date(access.time * 1000).toISOString()}>{momentOf(access.time)}</time>:{' '}
        {isOwn
          ? `the keys to ${parts} were sealed for you.`
          : `asked for ${parts}, ${purposeWords(access.purpose)}. ${access.decision === 'permit' ? 'Answered' : 'Refused'} because ${REASON_WORDS[access.reason] ?? access.reason}.`}
      </p>
      <p class={`proof ${isGood ? '' : 'bad'}`}>
        Receipt {access.index} of {authorTitle(access.server)}: signature{' '}
        {access.signature === 'verified' ? 'verified' : 'faulty'}, {ANCHORING[access.anchoring]}.
      </p>
    </li>
  );
}
