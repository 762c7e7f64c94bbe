/** Who may read what: grants with their terms, one press to withdraw, three steps to allow. */

import { OPERATION } from '@twinseal/contracts';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { atLeast } from '../app/at-least.js';
import { type GrantJson, grantIdOf, purposeOf, scopeOf, signRevocation } from '../app/consents.js';
import { custodianOf } from '../app/places.js';
import { sentenceOf } from '../app/sentence-of.js';
import type { Session } from '../app/session.js';
import { useTask } from '../app/use-task.js';
import { dayOf, hospitalTitle, listOf, moduleTitle, PURPOSE_WORDS, purposeWords } from '../app/words.js';
import type { GrantsReport } from '../worker/protocol.js';
import { GrantSteps } from './grant-steps.js';
import { HeadLine } from './head-line.js';

type Hex = `0x${string}`;

/** A grant as the gateway tells of it. */
interface ToldGrant {
  readonly grantId: Hex;
  readonly terms: GrantJson;
  readonly live: boolean;
  /** It was not the patient who gave it. */
  readonly emergency: boolean;
}

interface Told {
  readonly grants: readonly ToldGrant[];
}

export function Sharing({ session }: { readonly session: Session }) {
  const { api, slip, worker, signer, consortium } = session;
  const [told, setTold] = useState<Told>();
  const [proved, setProved] = useState<GrantsReport>();
  const [proofFailure, setProofFailure] = useState<string>();
  const [handedOn, setHandedOn] = useState<HandingOn>();
  const [isAllowing, setAllowing] = useState(false);
  const [said, setSaid] = useState('');
  const task = useTask();

  /** The block in which the last consent stands: nothing older is shown. */
  const since = useRef(0);
  const load = useCallback(async () => {
    const { grants } = await api.get<Told>(`/twins/${slip.twinId}/grants/terms`);
    // An id is the hash of its terms: what does not fit was made up.
    setTold({ grants: grants.filter(({ grantId, terms }) => grantIdOf(terms) === grantId) });
    setProofFailure(undefined);
    try {
      setProved(await atLeast(since.current, () => worker.ask('check-grants', {})));
    } catch (error) {
      setProved(undefined);
      setProofFailure((error as Error).message);
      return;
    }
    setHandedOn(await handOnOwnLane(session, grants));
  }, [api, slip, worker, session]);
  useEffect(() => task.run(load), [load, task.run]);

  const revoke = (grant: ToldGrant) =>
    task.run(async () => {
      const { nonce } = await worker.ask('check-grants', {});
      const signed = await signRevocation(signer, consortium, slip.twinId, grant.grantId, BigInt(nonce));
      const { blockNumber } = await api.post<{ blockNumber: number }>(
        `/twins/${slip.twinId}/revocations`,
        signed,
      );
      since.current = blockNumber;
      setSaid(
        `${nameOf(consortium, grant.terms.hospital)} may no longer ${isRead(grant) ? 'read' : 'write'}. What was read before cannot be unread.`,
      );
      await load();
    });

  if (isAllowing)
    return (
      <GrantSteps
        session={session}
        onDone={(done) => {
          setAllowing(false);
          if (done === undefined) return;
          since.current = done.blockNumber;
          setSaid(done.words);
          task.run(load);
        }}
      />
    );
  const live = (told?.grants ?? []).filter((grant) => grant.live);
  const past = (told?.grants ?? []).filter((grant) => !grant.live);
  const hidden = proved?.live.filter((id) => !told?.grants.some(({ grantId }) => grantId === id)) ?? [];
  const isProved = ({ grantId }: ToldGrant) => proved?.live.includes(grantId) === true;
  const card = (grant: ToldGrant) => (
    <GrantCard
      key={grant.grantId}
      session={session}
      grant={grant}
      isProved={proved === undefined ? undefined : isProved(grant)}
      isBusy={task.isBusy}
      onRevoke={() => revoke(grant)}
    />
  );
  return (
    <>
      <div class="bar">
        <h2>Who may read what</h2>
        <button type="button" class="primary" onClick={() => setAllowing(true)}>
          Allow someone
        </button>
      </div>
      <p role="status" class="said">
        {said}
      </p>
      {task.failure !== undefined && (
        <p class="alert" role="alert">
          {task.failure}
        </p>
      )}
      {proofFailure !== undefined && (
        <p class="alert" role="alert">
          This list could not be checked against the chain: {proofFailure}
        </p>
      )}
      {handedOn?.failure !== undefined && (
        <p class="alert" role="alert">
          What you wrote yourself (from your own devices) could not be handed on to those who may read it:{' '}
          {handedOn.failure} It is tried again whenever you open this page.
        </p>
      )}
      {handedOn?.capsules !== undefined && handedOn.capsules > 0 && (
        <p class="note" role="status">
          The keys to what you wrote yourself (from your own devices) were sealed here for those who may read
          it, and handed over.
        </p>
      )}
      {hidden.length > 0 && (
        <p class="alert" role="alert">
          The chain holds {hidden.length} more live {hidden.length === 1 ? 'permission' : 'permissions'} that
          this gateway does not show. Do not rely on this list.
        </p>
      )}
      {told === undefined ? (
        <p>{task.isBusy ? 'Asking the gateway …' : ''}</p>
      ) : (
        <>
          {live.filter(isRead).length === 0 && (
            <p>
              Nobody may read anything that another hospital wrote. A hospital always keeps and reads what it
              wrote itself.
            </p>
          )}
          <ul class="grants">{live.filter(isRead).map(card)}</ul>
          {live.some((grant) => !isRead(grant)) && (
            <>
              <h2>Who may write</h2>
              <ul class="grants">{live.filter((grant) => !isRead(grant)).map(card)}</ul>
            </>
          )}
          {proved !== undefined && hidden.length === 0 && <HeadLine head={proved.head} />}
          {past.length > 0 && (
            <details>
              <summary>Earlier permissions ({past.length})</summary>
              <ul class="grants past">
                {past.map((grant) => (
                  <GrantCard
                    key={grant.grantId}
                    session={session}
                    grant={grant}
                    isProved={undefined}
                    isBusy
                  />
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </>
  );
}

interface HandingOn {
  /** Capsules that were sealed; none where nobody lacked any. */
  readonly capsules?: number;
  readonly failure?: string;
}

/** What the patient wrote, only the patient can hand on: the own lane's keys are sealed in the worker for whoever may read and lacks them. */
async function handOnOwnLane(session: Session, grants: readonly ToldGrant[]): Promise<HandingOn> {
  const toRead = grants.filter(
    (grant) => grant.live && isRead(grant) && grantIdOf(grant.terms) === grant.grantId,
  );
  if (toRead.length === 0) return {};
  try {
    const keeper = await custodianOf(session);
    if (keeper === undefined) return {};
    return await session.worker.ask('hand-on-own-lane', { grants: toRead, keeper });
  } catch (error) {
    return { failure: sentenceOf(error) };
  }
}

function GrantCard({
  session,
  grant,
  isProved,
  isBusy,
  onRevoke,
}: {
  readonly session: Session;
  readonly grant: ToldGrant;
  readonly isProved: boolean | undefined;
  readonly isBusy: boolean;
  readonly onRevoke?: () => void;
}) {
  const { consortium, slip } = session;
  const { terms } = grant;
  const hospital = nameOf(consortium, terms.hospital);
  const known = Object.keys(slip.scopeSalts).filter((module) => terms.scopes.includes(scopeOf(slip, module)));
  const purposes = Object.keys(PURPOSE_WORDS).filter((code) =>
    terms.purposes.includes(purposeOf(slip, code)),
  );
  const isAll = known.length === Object.keys(slip.scopeSalts).length;
  const id = `grant-${grant.grantId.slice(2, 14)}`;
  return (
    <li class={`card grant ${grant.live ? '' : 'is-past'}`} aria-labelledby={id}>
      <div class="bar">
        <h3 id={id}>{hospital}</h3>
        <span class={`pill ${isRead(grant) ? '' : 'soft'}`}>
          {grant.emergency ? 'emergency access' : isRead(grant) ? 'may read' : 'may write'}
        </span>
      </div>
      <dl>
        <dt>What</dt>
        <dd>
          {isAll ? 'everything' : listOf(known.map(moduleTitle))}
          {terms.scopes.length > known.length &&
            ` and ${terms.scopes.length - known.length} that this page does not know`}
        </dd>
        <dt>Why</dt>
        <dd>{listOf(purposes.map(purposeWords)) || 'for a purpose that this page does not know'}</dd>
        <dt>When</dt>
        <dd>
          from {dayOf(Number(terms.notBefore))} until {dayOf(Number(terms.expiry))}
          {isRead(grant) &&
            (terms.fullHistory ? ', with what was written before' : ', only what is written from then on')}
        </dd>
        {!grant.live && (
          <>
            <dt>Ended</dt>
            <dd>{whyNot(grant)}</dd>
          </>
        )}
      </dl>
      {onRevoke !== undefined && (
        <div class="bar end">
          <span class="proof">
            {isProved === undefined
              ? 'being checked …'
              : isProved
                ? 'live on the chain, proved'
                : 'not live on the chain yet'}
          </span>
          <button
            type="button"
            class="danger"
            disabled={isBusy}
            aria-label={`Withdraw: ${hospital} ${isRead(grant) ? 'may read' : 'may write'}`}
            onClick={onRevoke}
          >
            Withdraw
          </button>
        </div>
      )}
    </li>
  );
}

function whyNot({ terms }: ToldGrant): string {
  const nowS = Date.now() / 1000;
  if (Number(terms.expiry) <= nowS) return 'its time was over';
  if (Number(terms.notBefore) > nowS) return 'it has not begun';
  return 'it was withdrawn';
}

function isRead({ terms }: ToldGrant): boolean {
  return (terms.operations & OPERATION.read) !== 0;
}

function nameOf(consortium: Session['consortium'], authorId: string): string {
  const found = consortium.hospitals.find((hospital) => hospital.authorId === authorId);
  return found === undefined ? 'A hospital that this page does not know' : hospitalTitle(found.id);
}
