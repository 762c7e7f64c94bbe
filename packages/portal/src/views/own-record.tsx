/** The own record: opened and checked in the worker, shown here. */

import { useState } from 'preact/hooks';
import type { Session } from '../app/session.js';
import { useTask } from '../app/use-task.js';
import { authorTitle, listOf, moduleTitle } from '../app/words.js';
import type { LaneReport, RecordReport } from '../worker/protocol.js';
import { Erasing } from './erasing.js';
import { HeadLine } from './head-line.js';

/** Lines that are shown before one asks for more. */
const PAGE = 60;
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

export function OwnRecord({ session }: { readonly session: Session }) {
  const [report, setReport] = useState<RecordReport>();
  const [progress, setProgress] = useState('');
  const [module, setModule] = useState('');
  const [shown, setShown] = useState(PAGE);
  const [erasing, setErasing] = useState<readonly LaneReport[]>();
  const [said, setSaid] = useState('');
  const task = useTask();
  const open = () =>
    task.run(async () => {
      setProgress('Fetching sealed objects …');
      setReport(await session.worker.ask('open-record', {}, { progress: setProgress }));
      setProgress('');
    });
  const lines = report?.lines.filter(({ modules }) => module === '' || modules.includes(module)) ?? [];
  if (erasing !== undefined)
    return (
      <Erasing
        session={session}
        lanes={erasing}
        onDone={(words) => {
          setErasing(undefined);
          if (words === undefined) return;
          setSaid(words);
          open();
        }}
      />
    );
  const erasable = (report?.lanes ?? []).filter(
    ({ entries }) => entries.length === 0 || entries.some(({ isErased }) => !isErased),
  );
  return (
    <>
      <div class="bar">
        <h2>{report?.name ?? 'My record'}</h2>
        <button
          type="button"
          class={report === undefined ? 'primary' : ''}
          disabled={task.isBusy}
          onClick={open}
        >
          {report === undefined ? 'Open my record' : 'Open it again'}
        </button>
      </div>
      {report === undefined && (
        <p>
          The gateway hands out sealed objects only. They are decrypted in this browser with your key, and
          every entry is checked: who wrote it, that nothing was changed, and that nothing was left out.
        </p>
      )}
      <p role="status" class="said">
        {task.isBusy ? progress : said}
      </p>
      {task.failure !== undefined && (
        <p class="alert" role="alert">
          {task.failure}
        </p>
      )}
      {report !== undefined && (
        <>
          <ul class="lanes">
            {report.lanes.map((lane) => (
              <Lane
                key={lane.author}
                lane={lane}
                session={session}
                onErase={
                  lane.entries.some(({ isErased }) => !isErased) ? () => setErasing([lane]) : undefined
                }
              />
            ))}
          </ul>
          {report.empty.length > 0 && (
            <p class="fine">
              The chain proves that{' '}
              {listOf(report.empty.map((name) => (name.startsWith('patient:') ? 'you' : authorTitle(name))))}{' '}
              never wrote anything here.
            </p>
          )}
          <HeadLine head={report.head} />
          <div class="bar filter">
            <label>
              Show{' '}
              <select
                value={module}
                onChange={(event) => {
                  setModule(event.currentTarget.value);
                  setShown(PAGE);
                }}
              >
                <option value="">everything ({report.lines.length})</option>
                {report.modules.map((each) => (
                  <option key={each.module} value={each.module}>
                    {moduleTitle(each.module)} ({each.lines})
                  </option>
                ))}
              </select>
            </label>
          </div>
          {lines.length === 0 && <p>There is nothing in it yet.</p>}
          <ol class="timeline">
            {lines.slice(0, shown).map((line, i) => (
              <li key={i}>
                <time dateTime={line.time}>{DAY.format(new Date(line.time))}</time>
                <div>
                  <strong>{line.title}</strong>
                  {line.detail !== '' && <span class="detail">{line.detail}</span>}
                  <small>
                    {listOf(line.authors.map(authorTitle))} · {line.modules.map(moduleTitle).join(', ')}
                    {line.isContradicted && ' · others say otherwise'}
                  </small>
                </div>
              </li>
            ))}
          </ol>
          {lines.length > shown && (
            <button type="button" onClick={() => setShown(shown + 5 * PAGE)}>
              Show more ({lines.length - shown})
            </button>
          )}
          {erasable.length > 1 && (
            <p class="bar end">
              <button type="button" class="quiet" onClick={() => setErasing(erasable)}>
                Erase everything …
              </button>
            </p>
          )}
        </>
      )}
    </>
  );
}

function Lane({
  lane,
  session,
  onErase,
}: {
  readonly lane: LaneReport;
  readonly session: Session;
  readonly onErase: (() => void) | undefined;
}) {
  const title = lane.author.startsWith('patient:')
    ? 'Written by you'
    : `Written by ${authorTitle(lane.author)}`;
  const words =
    lane.state === 'verified'
      ? `${lane.instances} ${lane.instances === 1 ? 'entry' : 'entries'}, all verified`
      : lane.state === 'not-here'
        ? `${lane.instances} ${lane.instances === 1 ? 'entry' : 'entries'} on the chain; this gateway does not keep them`
        : `${lane.instances} ${lane.instances === 1 ? 'entry' : 'entries'}; something is wrong`;
  const keeper = session.consortium.hospitals.find(({ authorId }) => authorId === session.twin.custodian);
  return (
    <li class={`card lane ${lane.state}`}>
      <h3>{title}</h3>
      <p>{words}</p>
      {lane.erased > 0 && <p>{lane.erased} erased at your wish.</p>}
      {lane.state === 'not-here' && keeper !== undefined && (
        <p>
          <a href={`${new URL(keeper.endpoint).origin}/me/`} rel="noreferrer">
            Open your page at {authorTitle(`hospital:${keeper.id}`)}, which keeps all of it
          </a>
        </p>
      )}
      {onErase !== undefined && (
        <button type="button" class="quiet" aria-label={`Erase: ${title}`} onClick={onErase}>
          Erase …
        </button>
      )}
      {lane.findings.length > 0 && (
        <ul class="findings">
          {lane.findings.map(({ code, words: sentence, count }) => (
            <li key={code}>
              {sentence} {count > 1 && `(${count} times)`} <code>{code}</code>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
