/** The worker's end: one session, ended with the worker. */

import { GatewayRefusal } from '../api/gateway-api.js';
import { NoAgreement } from '../chain/agree-on-head.js';
import { Desk, DeskError } from './desk.js';
import type { WorkerCalls, WorkerReply, WorkerRequest } from './protocol.js';

const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<WorkerRequest>) => void;
  postMessage(reply: WorkerReply): void;
};

let desk: Desk | undefined;

async function answer({ call, ask }: WorkerRequest, progress: (words: string) => void): Promise<unknown> {
  if (call === 'open-session') {
    desk = await Desk.open(ask as WorkerCalls['open-session']['ask']);
    return { ok: true };
  }
  if (desk === undefined) throw new DeskError('You are signed out.');
  switch (call) {
    case 'own-node':
      desk.useOwnNode((ask as WorkerCalls['own-node']['ask']).url);
      return { ok: true };
    case 'check-head':
      return desk.head();
    case 'open-record':
      return desk.record(progress);
    case 'check-grants':
      return desk.grants();
    case 'check-accesses':
      return desk.accesses((ask as WorkerCalls['check-accesses']['ask']).servers);
    case 'hand-on-own-lane': {
      const { grants, keeper } = ask as WorkerCalls['hand-on-own-lane']['ask'];
      return desk.handOnOwnLane(grants, keeper);
    }
    case 'check-precautions':
      return desk.precautions();
    case 'check-directory':
      return desk.directory();
  }
}

/** A sentence that says nothing of what was opened. */
function wordsFor(error: unknown): string {
  if (error instanceof DeskError || error instanceof NoAgreement || error instanceof GatewayRefusal)
    return error.message;
  if ((error as Error).name === 'ProofError')
    return 'The gateway’s proof of what the chain holds does not hold. Nothing was believed.';
  return `The page could not finish this (${(error as Error).name}).`;
}

scope.onmessage = ({ data }) => {
  const { id } = data;
  answer(data, (progress) => scope.postMessage({ id, progress })).then(
    (result) => scope.postMessage({ id, answer: result }),
    (error: unknown) => scope.postMessage({ id, error: wordsFor(error) }),
  );
};
