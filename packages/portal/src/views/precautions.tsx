/** What a patient arranges before something happens: guardians for a key that is lost, and the choice for emergencies. */

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { atLeast } from '../app/at-least.js';
import type { Session } from '../app/session.js';
import { useTask } from '../app/use-task.js';
import type { PrecautionsReport } from '../worker/protocol.js';
import { EmergencyChoice } from './emergency-choice.js';
import { Guardians } from './guardians.js';
import { HeadLine } from './head-line.js';

export function Precautions({ session }: { readonly session: Session }) {
  const [report, setReport] = useState<PrecautionsReport>();
  const [said, setSaid] = useState('');
  const task = useTask();
  const { worker, api, slip } = session;
  /** The block in which the last consent stands: nothing older is shown or signed upon. */
  const since = useRef(0);
  const look = useCallback(async () => {
    const now = await atLeast(since.current, () => worker.ask('check-precautions', {}));
    setReport(now);
    return now;
  }, [worker]);
  useEffect(() => task.run(async () => void (await look())), [look, task.run]);

  /** Hands over what was signed, and looks at the chain again. @param body made with what the chain says now */
  const hand: PrecautionProps['hand'] = (path, body, words) =>
    task.run(async () => {
      const signed = await body(await look());
      const { blockNumber } = await api.post<{ blockNumber: number }>(
        `/twins/${slip.twinId}/${path}`,
        signed,
      );
      since.current = blockNumber;
      await look();
      setSaid(words);
    });
  return (
    <>
      <h2>Precautions</h2>
      <p role="status" class="said">
        {said}
      </p>
      {task.failure !== undefined && (
        <p class="alert" role="alert">
          {task.failure}
        </p>
      )}
      {report === undefined ? (
        <p>{task.isBusy ? 'Asking the chain …' : ''}</p>
      ) : (
        <>
          <Guardians session={session} report={report} isBusy={task.isBusy} hand={hand} />
          <EmergencyChoice session={session} report={report} isBusy={task.isBusy} hand={hand} />
          <HeadLine head={report.head} />
        </>
      )}
    </>
  );
}

/** What a section gets. */
export interface PrecautionProps {
  readonly session: Session;
  readonly report: PrecautionsReport;
  readonly isBusy: boolean;
  readonly hand: (
    path: 'guardians' | 'recoveries' | 'emergency-choice',
    body: (now: PrecautionsReport) => Promise<unknown>,
    words: string,
  ) => void;
}
