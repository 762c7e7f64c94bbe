/**
 * The access receipt of a member of staff who reads opened content. In receipt mode it is written and made durable before the answer; in strict mode the request stands in a block of the chain
 * first, with the chain's own decision, and the receipt names it.
 */

import { createHash, randomBytes } from 'node:crypto';
import { formatName, fromHex, type Identity, moduleScope } from '@twinseal/record';
import { bytesToHex, type Hex } from 'viem';
import type { Ask, Caller, Decision } from '../decision/ask.js';
import type { ChainFacts } from '../decision/chain-facts.js';
import { staffId } from '../internal/staff-id.js';
import type { Gateway } from '../ports.js';
import type { ReceiptBook } from '../receipts/index.js';
import type { KnownTwin, KnownTwins } from '../twins/known-twins.js';
import { requestAccess } from '../usecases/request-access.js';
import { denied } from './errors.js';
import type { ReadReceipts, ReadToReceipt } from './gate.js';

export interface ReadReceiptParts {
  readonly gateway: Gateway;
  readonly twins: Pick<KnownTwins, 'get'>;
  readonly book: Pick<ReceiptBook, 'write'>;
  readonly chain: ChainFacts;
  /** The block up to which the gateway has followed the chain, for when the chain does not answer. */
  readonly followed: () => Promise<{ readonly number: number; readonly hash: Hex } | undefined>;
}

/** A member of staff has no keys of its own here, and so no epochs. */
const STAFF_EPOCH = '1';
/** REC-23. */
const OPERATION_NOT_GRANTED = 9;

export function readReceipts(parts: ReadReceiptParts): ReadReceipts {
  return { write: (read) => writeReceipt(parts, read) };
}

async function writeReceipt(
  parts: ReadReceiptParts,
  { ask, decision, mode }: ReadToReceipt,
): Promise<{ index: number; bytes: Uint8Array }> {
  const { gateway, twins, book, chain } = parts;
  const { caller, twinId, purpose } = ask;
  if (caller.kind !== 'staff') throw denied();
  const twin = await twins.get(twinId);
  if (twin === undefined) throw denied();
  // The own lane may hold any module, so that where it is shown all of them are named.
  const named =
    decision.ownLane === true ? (ask.modules ?? Object.keys(twin.scopeSalts)) : (decision.modules ?? []);
  const modules = [...new Set([...named, ...(decision.modules ?? [])])].filter(
    (module) => twin.scopeSalts[module] !== undefined,
  );
  const scopes = modules.map((module) => scopeOf(twin, module));
  if (scopes.length === 0) throw denied();
  const requester = requesterOf(gateway, caller);
  const common = { twinId, requester, decision: 'permit' as const, purpose };
  if (mode === 'strict') {
    const asked = await askChain(gateway, chain, twin, ask, modules, staffId(gateway.id, caller.id));
    if (asked !== undefined) {
      const { requestId, reason, blockNumber, blockHash } = asked;
      const block = { number: blockNumber, hash: blockHash };
      return book.write({ ...common, requestId, reason, scopes, block });
    }
  }
  const block = decision.asOf ?? (await lastSeen(parts));
  return book.write({
    ...common,
    requestId: requestIdOf(caller, ask, scopes, gateway.nowS()),
    reason: decision.reason,
    scopes,
    block: { number: block.number, hash: block.hash },
  });
}

/**
 * The receipt of a refusal to read a twin that this hospital knows, for its patient to see who tried. Written after the answer, which must not depend on whether there is such a twin. Refusals by role
 * or for want of a grant; those of volume would let a caller fill the log.
 */
export async function receiptDenial(
  parts: ReadReceiptParts,
  { caller, operation, twinId, purpose, modules = [] }: Ask,
  { reason, code }: Decision & { readonly permit: false },
): Promise<void> {
  const { gateway, twins, book } = parts;
  const isOf = operation === 'read-record' && caller.kind === 'staff' && reason !== 'volume';
  if (!isOf || twinId === undefined || purpose === undefined) return;
  const twin = await twins.get(twinId);
  if (twin === undefined) return;
  const known = modules.filter((module) => twin.scopeSalts[module] !== undefined);
  const scopes = (known.length > 0 ? known : Object.keys(twin.scopeSalts)).map((module) =>
    scopeOf(twin, module),
  );
  if (scopes.length === 0) return;
  const ask = { caller, operation, twinId, purpose };
  await book.write({
    twinId,
    requestId: requestIdOf(caller, ask, scopes, gateway.nowS()),
    requester: requesterOf(gateway, caller),
    decision: 'deny',
    reason: code ?? OPERATION_NOT_GRANTED,
    purpose,
    scopes,
    block: await lastSeen(parts),
  });
}

/** The newest block that is known where none was asked for: a decision while the chain is down names the last one that was seen, in this run or before. */
async function lastSeen({ chain, followed }: ReadReceiptParts) {
  return chain.lastHead ?? (await followed()) ?? (await chain.head());
}

/**
 * Brings the request onto the chain, once for each grant that is relied on, and waits for its block.
 *
 * @returns the chain's last decision; undefined where no grant is relied on, for the own lane alone
 * @throws ApiError `denied` where the chain refuses
 */
async function askChain(
  gateway: Gateway,
  chain: ChainFacts,
  twin: KnownTwin,
  ask: ReadToReceipt['ask'],
  modules: readonly string[],
  staff: Hex,
) {
  const { caller, purpose } = ask;
  const { coverage } = await chain.covered(`0x${twin.twinId}`, twin, (caller as { id: string }).id, purpose);
  const left = new Set(modules);
  let last: Awaited<ReturnType<typeof requestAccess>>['decision'] | undefined;
  for (const { terms, modules: covered } of coverage) {
    const relied = covered.filter((module) => left.has(module));
    if (relied.length === 0) continue;
    for (const module of relied) left.delete(module);
    const { decision } = await requestAccess(gateway, { ...twin, grant: terms }, relied, purpose, staff);
    if (!decision.permit) throw denied();
    last = decision;
  }
  return last;
}

function requesterOf(gateway: Gateway, { id }: { readonly id: string }): Identity {
  return { name: formatName({ kind: 'staff', hospital: gateway.id, staff: id }), epoch: STAFF_EPOCH };
}

/** Scopes of a twin's modules, as long as the twin is remembered. */
const SCOPES = new WeakMap<KnownTwin, Map<string, Hex>>();

function scopeOf(twin: KnownTwin, module: string): Hex {
  const kept = SCOPES.get(twin) ?? new Map<string, Hex>();
  SCOPES.set(twin, kept);
  const known = kept.get(module);
  if (known !== undefined) return known;
  const salt = fromHex(twin.scopeSalts[module] as string, 32);
  const scope = bytesToHex(moduleScope(fromHex(twin.twinId, 32), salt, module));
  kept.set(module, scope);
  return scope;
}

/** What names a request that is not on the chain: the SHA-256 of who asks for what, in one canonical form, with 16 random bytes so that nobody can guess at it. */
function requestIdOf(
  caller: Caller & { readonly kind: 'staff' },
  ask: Pick<ReadToReceipt['ask'], 'twinId' | 'operation' | 'purpose'>,
  scopes: readonly Hex[],
  nowS: number,
): Hex {
  const canonical = JSON.stringify([
    'TWINSEAL-V1-READ',
    ask.twinId,
    caller.by,
    caller.id,
    ask.operation,
    ask.purpose,
    [...scopes].sort(),
    nowS,
    randomBytes(16).toString('hex'),
  ]);
  return `0x${createHash('sha256').update(canonical).digest('hex')}`;
}
