/** Access receipts of one server, checked: signature, place in the server's chain of receipts, and whether the blockchain holds them. */

import { sha256 } from '@noble/hashes/sha2.js';
import { verifyInclusion } from '@twinseal/history';
import type { Domain, PublicParameters } from '@twinseal/mibsc';
import {
  authorId,
  decodeReceipt,
  formatName,
  REASONS,
  type Receipt,
  verifyReceiptChain,
} from '@twinseal/record';
import { hospitalTitle } from '../app/words.js';
import type { ProvedState } from '../chain/prove-words.js';
import { bytesOf, concat, equal, hex0x, keccak, wordOf } from '../internal/bytes.js';
import type { AccessReport } from './protocol.js';

/** Bytes of the proof at the end of a receipt. */
const PROOF_BYTES = 96;
/** Proofs that are asked for at once. */
const AT_ONCE = 8;

/** Where a receipt stands in a batch of its server, as the gateway claims. */
export interface BatchPlace {
  readonly number: number;
  readonly size: number;
  /** 32 bytes, `0x` hexadecimal. */
  readonly root: string;
  readonly index: number;
  readonly proof: readonly string[];
}

export interface ReceiptsOfServer {
  /** Oldest first, from index 0. */
  readonly receipts: readonly Uint8Array[];
  /** Asks for a receipt's place in a batch; undefined while it is in none. */
  readonly placeOf: (index: number) => Promise<BatchPlace | undefined>;
}

export interface CheckedReceipts {
  readonly accesses: readonly AccessReport[];
  readonly findings: readonly string[];
}

const FINDINGS: Readonly<Record<string, string>> = {
  undecodable: 'is no receipt',
  proof: 'is not signed by the hospital',
  foreign: 'belongs to another record or hospital, or to a key that the chain does not have',
  'replaced-key': 'is signed with a key that had been replaced before',
  gap: 'does not follow the one before it: one is missing',
  previous: 'does not name the one before it: one was exchanged',
};

/**
 * Checks what a hospital's gateway shows of its receipts of one twin.
 *
 * @param input.hospital whose they have to be, and the identity epoch that the chain has of its key
 */
export async function checkReceipts(input: {
  readonly params: PublicParameters;
  readonly domain: Domain;
  readonly state: ProvedState;
  readonly twinId: Uint8Array;
  readonly hospital: { readonly id: string; readonly epoch: number };
  /** By scope, hexadecimal without `0x`. */
  readonly moduleOf: (scope: Uint8Array) => string | undefined;
  readonly served: ReceiptsOfServer;
}): Promise<CheckedReceipts> {
  const { params, domain, twinId, served, state, hospital } = input;
  const name = formatName({ kind: 'hospital', hospital: hospital.id });
  const accesses: AccessReport[] = [];
  const findings: string[] = [];
  const good = new Set<number>();
  let from: { index: number; previous: Uint8Array } | undefined;
  let newestEpoch = 0;
  // A hospital whose key was changed goes on with its chain of receipts under the new one: each run of one identity by itself.
  for (let start = 0; start < served.receipts.length; ) {
    const server = decoded(served.receipts[start] as Uint8Array)?.server;
    let end = start + 1;
    while (end < served.receipts.length && isOf(served.receipts[end] as Uint8Array, server)) end++;
    const run = served.receipts.slice(start, end);
    const epoch = Number(server?.epoch);
    const isForeign = server !== undefined && (server.name !== name || !(epoch <= hospital.epoch));
    const told = (position: number, code: string) =>
      findings.push(`Receipt ${position} of ${hospitalTitle(hospital.id)} ${FINDINGS[code]}.`);
    if (server === undefined) told(start, 'undecodable');
    else if (isForeign) told(start, 'foreign');
    else if (epoch < newestEpoch) told(start, 'replaced-key');
    else {
      newestEpoch = epoch;
      const checked = verifyReceiptChain({
        params,
        domain,
        twinId,
        server,
        receipts: run,
        ...(from === undefined ? {} : { from }),
      });
      const wrong = new Set(checked.findings.map(({ position }) => position));
      for (const { position } of checked.verified) if (!wrong.has(position)) good.add(start + position);
      for (const { position, code } of checked.findings) told(start + position, code);
    }
    from = { index: end, previous: sha256(served.receipts[end - 1] as Uint8Array) };
    start = end;
  }
  const batches = new Batches(state);
  const anchorings = await inTurns(served.receipts, async (bytes) => {
    const receipt = decoded(bytes);
    return receipt === undefined ? 'unproved' : anchoringOf(batches, receipt, bytes, served);
  });
  for (const [position, bytes] of served.receipts.entries()) {
    const receipt = decoded(bytes);
    if (receipt === undefined) continue;
    const known = receipt.scopes.flatMap((scope) => input.moduleOf(scope) ?? []);
    accesses.push({
      server: receipt.server.name,
      index: receipt.index,
      requester: receipt.requester.name,
      decision: receipt.decision,
      reason: REASONS[receipt.reason] ?? 'unknown',
      purpose: receipt.purpose,
      modules: known.sort(),
      unknownScopes: receipt.scopes.length - known.length,
      time: receipt.time,
      signature: good.has(position) ? 'verified' : 'faulty',
      anchoring: anchorings[position] ?? 'unproved',
      requestId: hex0x(receipt.requestId),
    });
  }
  return { accesses, findings };
}

/** What the chain keeps of batches, each asked for once. */
class Batches {
  readonly #state: ProvedState;
  readonly #kept = new Map<string, Promise<Uint8Array>>();

  constructor(state: ProvedState) {
    this.#state = state;
  }

  kept(server: string, number: number): Promise<Uint8Array> {
    const key = `${server}/${number}`;
    const known = this.#kept.get(key) ?? this.#state.receiptBatch(authorId(server), number);
    this.#kept.set(key, known);
    return known;
  }
}

/** Some at once, in order: a twin may have very many receipts, and a gateway limits how often it is asked. */
async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE)
    results.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(work))));
  return results;
}

async function anchoringOf(
  batches: Batches,
  receipt: Receipt,
  bytes: Uint8Array,
  served: ReceiptsOfServer,
): Promise<AccessReport['anchoring']> {
  let place: BatchPlace | undefined;
  let isIn: boolean;
  let mark: Uint8Array;
  try {
    place = await served.placeOf(receipt.index);
    if (place === undefined) return 'not-yet';
    const root = bytesOf(place.root);
    isIn = verifyInclusion(keccak, {
      leaf: keccak(concat(Uint8Array.of(0), sha256(bytes.subarray(0, -PROOF_BYTES)))),
      index: place.index,
      size: place.size,
      proof: place.proof.map(bytesOf),
      root,
    });
    // DataRequest keeps keccak(abi.encode(size, root)) of each batch.
    mark = keccak(concat(wordOf(place.size), root));
  } catch {
    // Whatever the hospital's gateway answers that is no proof proves nothing.
    return 'unproved';
  }
  if (!isIn) return 'unproved';
  return equal(await batches.kept(receipt.server.name, place.number), mark) ? 'proved' : 'unproved';
}

function decoded(bytes: Uint8Array): Receipt | undefined {
  try {
    return decodeReceipt(bytes);
  } catch {
    return undefined;
  }
}

function isOf(bytes: Uint8Array, server: Receipt['server'] | undefined): boolean {
  const other = decoded(bytes)?.server;
  // What is no receipt stands in the run that it was found in, and is named there.
  return (
    (other === undefined && server !== undefined) ||
    (other?.name === server?.name && other?.epoch === server?.epoch)
  );
}
