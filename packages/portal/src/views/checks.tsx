/** How it is checked: the block, who agrees on it, and the reader's own node. */

import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../app/session.js';
import { SessionError } from '../app/session.js';
import { useTask } from '../app/use-task.js';
import { hospitalTitle, listOf, momentOf } from '../app/words.js';
import type { HeadReport } from '../worker/protocol.js';

export function Checks({ session }: { readonly session: Session }) {
  const { worker, consortium, slip } = session;
  const [head, setHead] = useState<HeadReport>();
  const [url, setUrl] = useState('');
  const task = useTask();
  const check = () => task.run(async () => setHead(await worker.ask('check-head', {})));
  useEffect(check, [worker]);
  const useNode = () =>
    task.run(async () => {
      const wanted = url.trim();
      if (wanted !== '' && !isOnThisMachine(wanted))
        throw new SessionError(
          'Only a node on this machine can be asked: http://127.0.0.1 or http://localhost with its port. The page may talk to nobody else.',
        );
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
            placeholder="http://127.0.0.1:8545"
            autoComplete="off"
            value={url}
            onInput={(event) => setUrl(event.currentTarget.value)}
          />
        </label>
        <button type="submit" disabled={task.isBusy}>
          Check against it
        </button>
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

function isOnThisMachine(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost');
}
