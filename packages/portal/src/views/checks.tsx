/** How it is checked: the block, who agrees on it, and the reader's own node. */

import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../app/session.js';
import { SessionError, signOut } from '../app/session.js';
import { useTask } from '../app/use-task.js';
import { hospitalTitle, listOf, momentOf } from '../app/words.js';
import { nodePort, pathForNode, portOfNode } from '../chain/own-node.js';
import type { HeadReport } from '../worker/protocol.js';

export function Checks({ session }: { readonly session: Session }) {
  const { worker, consortium, slip } = session;
  const [head, setHead] = useState<HeadReport>();
  const [url, setUrl] = useState('');
  /** A port that the page was not opened for. */
  const [other, setOther] = useState<number>();
  const task = useTask();
  const openFor = (port: number) =>
    task.run(async () => {
      await signOut(session);
      location.assign(pathForNode(port));
    });
  const check = () => task.run(async () => setHead(await worker.ask('check-head', {})));
  useEffect(check, [worker]);
  const useNode = () =>
    task.run(async () => {
      const wanted = url.trim();
      const port = portOfNode(wanted);
      if (wanted !== '' && port === undefined)
        throw new SessionError(
          'Only a node on this machine can be asked: http://127.0.0.1 or http://localhost with its port. The page may talk to nobody else.',
        );
      setOther(port === nodePort() ? undefined : port);
      if (port !== undefined && port !== nodePort()) return;
      await worker.ask('own-node', { url: wanted === '' ? undefined : wanted });
      setHead(await worker.ask('check-head', {}));
    });
  return (
    <>
      <h2>How it is checked</h2>
      {task.failure !== undefined && (
        <p class="alert" role="alert">
          {task.failure}
        </p>
      )}
      {head !== undefined && (
        <dl class="facts">
          <dt>Block</dt>
          <dd>
            {head.blockNumber}, {momentOf(head.blockTime)}
          </dd>
          <dt>Its hash</dt>
          <dd>
            <code>{head.blockHash}</code>
          </dd>
          <dt>Known to</dt>
          <dd>{listOf(head.agreeing.map(title))}</dd>
          {head.others.length > 0 && (
            <>
              <dt>Not confirmed by</dt>
              <dd>{listOf(head.others.map(title))}</dd>
            </>
          )}
          <dt>Chain</dt>
          <dd>{consortium.chainId}</dd>
          <dt>My twin</dt>
          <dd>
            <code>{slip.twinId}</code>
          </dd>
        </dl>
      )}
      <p>
        The gateway that serves this page is not believed for anything that can be checked. What is on the
        chain is proved from the state of a block that at least two hospitals’ gateways have, or your own
        node.
      </p>
      <form
        class="card"
        onSubmit={(event) => {
          event.preventDefault();
          useNode();
        }}
      >
        <label>
          Address of your own node on this machine
          <input
            type="url"
            inputMode="url"
            placeholder={`http://127.0.0.1:${nodePort() ?? 8545}`}
            autoComplete="off"
            value={url}
            onInput={(event) => setUrl(event.currentTarget.value)}
          />
        </label>
        <button type="submit" disabled={task.isBusy}>
          Check against it
        </button>
        {other !== undefined && (
          <div role="status">
            <p>
              This page may talk to the consortium’s gateways only. To let it ask port {other} of this
              machine, it has to be opened for that, and you sign in again.
            </p>
            <button type="button" disabled={task.isBusy} onClick={() => openFor(other)}>
              Sign out, and open the page for port {other}
            </button>
          </div>
        )}
      </form>
      <h3>What this page cannot do</h3>
      <ul>
        <li>
          It cannot protect you from itself: whoever serves it could serve another one. If that worries you,
          use the “twinseal” command on your own machine.
        </li>
        <li>It cannot make a hospital forget what it has read.</li>
        <li>
          The consortium’s key authority could open everything. Every key it hands out stands in its log.
        </li>
      </ul>
    </>
  );
}

function title(name: string): string {
  return name.includes(' ') ? name : hospitalTitle(name);
}
