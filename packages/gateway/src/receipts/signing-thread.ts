/**
 * The thread that signs receipts, started by `thread-signer.ts`. It has the identity key and nothing else of the gateway: no file, no socket, no log. What goes wrong in it ends it.
 */

import { parentPort, workerData } from 'node:worker_threads';
import {
  type Domain,
  decodeIdentityKey,
  decodeParameters,
  loadBackend,
  validateParameters,
} from '@twinseal/mibsc';
import { receiptHash, signReceiptBody } from '@twinseal/record';

/** What the thread is started with. The key's bytes are moved here, not copied. */
export interface SigningTask {
  /** As `encodeParameters` gave them. */
  readonly parameters: Uint8Array;
  /** As `encodeIdentityKey` gave it; wiped once it is read. */
  readonly key: Uint8Array;
  readonly domain: Domain;
}

/** A receipt to sign. */
export interface ToSign {
  /** As `encodeReceiptBody` gave it. */
  readonly body: Uint8Array;
  /** Place in the group of the receipt before it; left out where the body names its predecessor. */
  readonly after?: number;
}

/** Receipts that are signed in one go, or the end. */
export type Order = readonly ToSign[] | 'end';

const port = parentPort;
if (port === null) throw new Error('this is to be started as a thread');
const task = workerData as SigningTask;
const params = validateParameters(decodeParameters(await loadBackend(), task.parameters));
const key = decodeIdentityKey(params, task.key);
task.key.fill(0);

port.on('message', (order: Order) => {
  if (order === 'end') {
    key.destroy();
    port.close();
    return;
  }
  const hashes: Uint8Array[] = [];
  const receipts = order.map(({ body, after }) => {
    const previous = after === undefined ? undefined : hashes[after];
    if (after !== undefined && previous === undefined)
      throw new RangeError(`after: expected a receipt before it in the group, got ${after}`);
    const receipt = signReceiptBody({
      params,
      domain: task.domain,
      key,
      body,
      ...(previous === undefined ? {} : { previous }),
    });
    hashes.push(receiptHash(receipt));
    return receipt;
  });
  port.postMessage(
    receipts,
    receipts.map(({ buffer }) => buffer as ArrayBuffer),
  );
});
port.postMessage('ready');
