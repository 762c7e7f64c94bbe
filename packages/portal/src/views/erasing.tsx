/** Having entries erased: which, what nobody can promise about it, and the press that cannot be taken back. */

import { authorId } from '@twinseal/record';
import { useEffect, useRef, useState } from 'preact/hooks';
import { signErasure } from '../app/precaution-consents.js';
import type { Session } from '../app/session.js';
import { useTask } from '../app/use-task.js';
import { authorTitle, hospitalTitle, listOf, moduleTitle, momentOf } from '../app/words.js';
import { hex0x } from '../internal/bytes.js';
import type { LaneReport } from '../worker/protocol.js';

/** What nobody can promise about an erasure; said every time, and in the command’s words. */
const NOT_GUARANTEED = [
  'What was read before cannot be unread, nor what a hospital took into its own records.',
  'A holder that says it deleted may lie, and backups may hold copies until they are overwritten.',
  'That the entry existed, when, and by whom, stays on the chain for everybody; its content does not.',
];

/** One consent: an instance, or what a lane holds by then. */
interface Place {
  readonly author: string;
  readonly place: number | 'lane';
}

/** As the gateway tells of erasures. */
interface Told {
  readonly erasures: readonly {
    readonly authorId: string;
    readonly place: number | 'lane';
    readonly deletions: readonly { readonly holder: string }[];
  }[];
}

interface Props {
  readonly session: Session;
  /** The lanes to choose from: one, or all. */
  readonly lanes: readonly LaneReport[];
  /** @param words what was done; nothing where it was given up */
  readonly onDone: (words?: string) => void;
}

export function Erasing({ session, lanes, onDone }: Props) {
  const { api, slip, worker, consortium } = session;
  const [only, setOnly] = useState<number | 'lane'>('lane');
  const [isSure, setSure] = useState(false);
  const task = useTask();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [lane] = lanes;
  const isOne = lanes.length === 1;
  const whose = (author: string) => (author.startsWith('patient:') ? 'you' : authorTitle(author));
  const erase = () =>
    task.run(async () => {
      const { erasures } = await api.get<Told>(`/twins/${slip.twinId}/erasures`);
      const places =
        isOne && only !== 'lane'
          ? [{ author: lane?.author as string, place: only }]
          : lanes.flatMap((each) => wholeOf(each, erasures));
      // Each consent has the next number.
      const { nonces } = await worker.ask('check-precautions', {});
      for (const [i, { author, place }] of places.entries()) {
        const nonce = String(BigInt(nonces.stores) + BigInt(i));
        const consent = await signErasure(session, hex0x(authorId(author)), place, nonce);
        await api.post(`/twins/${slip.twinId}/erasures`, consent);
      }
      const after = await api.get<Told>(`/twins/${slip.twinId}/erasures`);
      const holders = new Set(
        places.flatMap(({ author, place }) =>
          after.erasures
            .filter((each) => each.authorId === hex0x(authorId(author)) && each.place === place)
            .flatMap(({ deletions }) => deletions.map(({ holder }) => holder)),
        ),
      );
      const names = consortium.hospitals
        .filter((each) => holders.has(each.authorId))
        .map(({ id }) => hospitalTitle(id));
      const done =
        names.length === 0
          ? 'No holder has said yet that it deleted its copy; they do when they have seen the block.'
          : `${listOf(names)} ${names.length === 1 ? 'says that it has' : 'say that they have'} deleted it.`;
      onDone(`It is to be erased, and the chain says so. ${done}`);
    });
  return (
    <section class="card narrow" aria-labelledby="erase-title">
      <h2 id="erase-title" ref={heading} tabIndex={-1}>
        {isOne ? `Erase what ${whose(lane?.author ?? '')} wrote` : 'Erase everything'}
      </h2>
      {isOne && lane !== undefined ? (
        <fieldset>
          <legend>What is to be erased?</legend>
          <label class="check">
            <input type="radio" name="entry" checked={only === 'lane'} onChange={() => setOnly('lane')} />
            <span>All of it, until now</span>
          </label>
          {lane.entries
            .filter(({ isErased }) => !isErased)
            .map(({ seq, time, modules }) => (
              <label key={seq} class="check">
                <input type="radio" name="entry" checked={only === seq} onChange={() => setOnly(seq)} />
                <span>
                  Entry {seq}, {momentOf(time)}
                  <small>
                    {modules.length === 0 ? 'nothing that could be opened' : listOf(modules.map(moduleTitle))}
                  </small>
                </span>
              </label>
            ))}
        </fieldset>
      ) : (
        <p>
          Everything that {listOf(lanes.map(({ author }) => whose(author)))} wrote until now. What is written
          later is not covered.
        </p>
      )}
      <div class="review">
        <h3>What nobody can promise</h3>
        <ul>
          {NOT_GUARANTEED.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      <label class="check">
        <input type="checkbox" checked={isSure} onChange={(event) => setSure(event.currentTarget.checked)} />
        <span>I know that it cannot be taken back: it is lost to me as well.</span>
      </label>
      {task.failure !== undefined && (
        <p class="alert" role="alert">
          {task.failure}
        </p>
      )}
      <div class="bar end">
        <button type="button" disabled={task.isBusy} onClick={() => onDone()}>
          Cancel
        </button>
        <button type="button" class="danger" disabled={task.isBusy || !isSure} onClick={erase}>
          {task.isBusy ? 'Erasing …' : 'Sign and erase'}
        </button>
      </div>
    </section>
  );
}

/** A tombstone over a whole lane stands once; what came after it goes one by one. */
function wholeOf(lane: LaneReport, erasures: Told['erasures']): Place[] {
  const left = lane.entries.filter(({ isErased }) => !isErased);
  // Of a lane that is not here the page does not know what is left.
  if (left.length === 0 && lane.entries.length > 0) return [];
  const id = hex0x(authorId(lane.author));
  const isWhole = erasures.some((each) => each.authorId === id && each.place === 'lane');
  if (!isWhole) return [{ author: lane.author, place: 'lane' }];
  return left.map(({ seq }) => ({ author: lane.author, place: seq }));
}
