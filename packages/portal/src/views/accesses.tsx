/** Every access, with its receipt checked in this browser. */

import { useEffect, useState } from 'preact/hooks';
import { GatewayRefusal } from '../api/gateway-api.js';
import { originOf, servingHospital } from '../app/places.js';
import type { Session } from '../app/session.js';
import { SessionError } from '../app/sign-in.js';
import { useTask } from '../app/use-task.js';
import { authorTitle, listOf, moduleTitle, momentOf, purposeWords, REASON_WORDS } from '../app/words.js';
import type {
  AccessesReport,
  AccessReport,
  DirectoryEntry,
  ReceiptServer,
  ServerReport,
} from '../worker/protocol.js';
import { HeadLine } from './head-line.js';

export function Accesses({ session }: { readonly session: Session }) {
  const [asked, setAsked] = useState<Asked>();
  const [mayAsk, setMayAsk] = useState(session.signer.isSilent);
  const task = useTask();
  useEffect(() => task.run(async () => setAsked(await askAll(session, mayAsk))), [session, mayAsk, task.run]);
  const report = asked?.report;
  return (
    <>
      <h2>Who has read</h2>
      <p>
        Every hospital signs a receipt of each answer that it gives about your record, before anything is
        released. This page asks all hospitals of the chain’s directory and checks each receipt: the
        signature, that none is missing in between, and that the chain holds it.
      </p>
      {task.failure !== undefined && (
        <p class="alert" role="alert">
          {task.failure}
        </p>
      )}
      {task.isBusy && <p role="status">Asking the hospitals, and checking their receipts …</p>}
      {report?.findings.map((finding) => (
        <p key={finding} class="alert" role="alert">
          {finding}
        </p>
      ))}
      {asked !== undefined && (
        <>
          <ul class="servers" aria-label="Hospitals that were asked">
            {asked.hospitals.map((each) => (
              <Server key={each.id} server={each} isHere={each.id === asked.here} />
            ))}
          </ul>
          {!mayAsk && (
            <div class="bar note">
              <p>
                Your wallet has to sign you in at each of the other hospitals. It may warn that the address is
                not this page’s: compare it with the chain’s directory above.
              </p>
              <button type="button" disabled={task.isBusy} onClick={() => setMayAsk(true)}>
                Ask the other hospitals too
              </button>
            </div>
          )}
        </>
      )}
      {report !== undefined && report.accesses.length === 0 && (
        <p>No hospital that answered has given any answer about your record yet.</p>
      )}
      <ol class="accesses">
        {report?.accesses.map((access) => (
          <Access key={`${access.server}/${access.index}`} access={access} />
        ))}
      </ol>
      {report !== undefined && <HeadLine head={report.head} />}
    </>
  );
}

/** A hospital, and what came of asking it. */
interface AskedHospital extends DirectoryEntry {
  readonly state: ServerReport['state'] | 'not-asked' | 'misled';
  readonly receipts: number;
}

interface Asked {
  readonly report: AccessesReport;
  readonly hospitals: readonly AskedHospital[];
  /** Id of the hospital that serves the page. */
  readonly here: string | undefined;
}

/** Asks every active hospital of the directory, signed in at each; one that has forgotten the session, once more. */
async function askAll(session: Session, mayAsk: boolean): Promise<Asked> {
  const { worker, api, elsewhere, signer } = session;
  const { hospitals } = await worker.ask('check-directory', {});
  const here = servingHospital(hospitals, session)?.id;
  const unasked = new Map<string, AskedHospital['state']>();
  const wayTo = async ({ id, epoch, endpoint }: DirectoryEntry): Promise<ReceiptServer[]> => {
    if (id === here) return [{ id, epoch, origin: api.origin, token: api.token ?? '' }];
    const origin = originOf(endpoint);
    if (!mayAsk || origin === undefined) {
      unasked.set(id, mayAsk ? 'no-answer' : 'not-asked');
      return [];
    }
    try {
      const there = await elsewhere.at(origin);
      return [{ id, epoch, origin, token: there.token ?? '' }];
    } catch (error) {
      unasked.set(id, whyNot(error));
      return [];
    }
  };
  const active = hospitals.filter(({ status }) => status === 'active');
  const ask = async (): Promise<AccessesReport> => {
    const servers: ReceiptServer[] = [];
    if (signer.isSilent) servers.push(...(await Promise.all(active.map(wayTo))).flat());
    // A wallet shows one question at a time.
    else for (const entry of active) servers.push(...(await wayTo(entry)));
    return worker.ask('check-accesses', { servers });
  };
  let report = await ask();
  const forgotten = report.servers.filter(({ id, state }) => state === 'signed-out' && id !== here);
  if (forgotten.length > 0) {
    for (const { id } of forgotten)
      elsewhere.forget(originOf(active.find((each) => each.id === id)?.endpoint ?? '') ?? '');
    report = await ask();
  }
  const results = new Map(report.servers.map((each) => [each.id, each]));
  return {
    report,
    here,
    hospitals: hospitals.map((entry) => ({
      ...entry,
      state: results.get(entry.id)?.state ?? unasked.get(entry.id) ?? 'not-asked',
      receipts: results.get(entry.id)?.receipts ?? 0,
    })),
  };
}

function whyNot(error: unknown): AskedHospital['state'] {
  if (error instanceof GatewayRefusal)
    return error.status === 0 || error.status >= 500 ? 'no-answer' : 'refused';
  if (error instanceof SessionError) return 'misled';
  return 'not-asked';
}

function Server({ server, isHere }: { readonly server: AskedHospital; readonly isHere: boolean }) {
  const title = authorTitle(`hospital:${server.id}`);
  const { words, isGood } = wordsOf(server, title);
  const origin = originOf(server.endpoint);
  return (
    <li class={isGood ? 'good' : 'bad'}>
      <span>
        <strong>{title}</strong>
        {isHere && ' (serves this page)'}: {words}
      </span>
      {!isGood && !isHere && origin !== undefined && (
        <a href={`${origin}/me/`} rel="noreferrer">
          its own page at {new URL(origin).host}
        </a>
      )}
    </li>
  );
}

function wordsOf(server: AskedHospital, title: string): { readonly words: string; readonly isGood: boolean } {
  const { state, receipts, status } = server;
  if (status === 'suspended' || status === 'removed')
    return {
      words: `is ${status === 'removed' ? 'no longer a member' : 'suspended'}, and was not asked. What it released before is not in this list.`,
      isGood: false,
    };
  const number = receipts === 1 ? '1 receipt' : `${receipts} receipts`;
  switch (state) {
    case 'checked':
      return { words: receipts === 0 ? 'shows no receipt.' : `${number}, checked, no gap.`, isGood: true };
    case 'faulty':
      return { words: `${number}; something is wrong. Do not rely on what it shows.`, isGood: false };
    case 'no-answer':
      return { words: `does not answer. What ${title} released is not in this list.`, isGood: false };
    case 'misled':
      return {
        words: 'asks for a signature that would be good elsewhere. Nothing was signed, and it was not asked.',
        isGood: false,
      };
    case 'refused':
    case 'signed-out':
      return { words: 'does not let you see its receipts, though they are yours to see.', isGood: false };
    case 'not-asked':
      return { words: 'was not asked yet.', isGood: false };
  }
}

const ANCHORING: Readonly<Record<AccessReport['anchoring'], string>> = {
  proved: 'on the chain, proved',
  'not-yet': 'not on the chain yet',
  unproved: 'its place on the chain is not proved',
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
