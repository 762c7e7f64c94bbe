/** Relaying signed consents, once now and again where the chain forgot them. */

import { ChainError, type Confirmed } from '@twinseal/chain';
import { contractCall, nextNonce } from '../consents/calls.js';
import type { Gateway } from '../ports.js';
import { anchorPending } from '../usecases/anchor-pending.js';
import { type Consent, deadlineOf, type KeptConsents, nonceOf } from './kept-consents.js';

/**
 * Relays a consent: kept first, then sent.
 *
 * @throws ChainError: `refused` and `unreachable` leave nothing behind; `unconfirmed` is kept, and relayed again should the chain turn out not to have it
 */
export async function relayConsent(
  gateway: Gateway,
  consents: KeptConsents,
  twinId: string,
  consent: Consent,
): Promise<Confirmed> {
  // What has no nonce (finishing what is due, guardians' approvals) nobody can put in the wrong order, and anyone may send again.
  if (consent.kind === 'call' && contractCall(consent.call).nonce === undefined)
    return send(gateway, consent);
  await consents.keep(twinId, consent);
  try {
    return await send(gateway, consent);
  } catch (error) {
    // Whoever was told that it failed must not find it done an hour later.
    if (error instanceof ChainError && error.code !== 'unconfirmed') await consents.drop(twinId, consent);
    throw error;
  }
}

/** What became of a twin's kept consents. */
export interface Recalled {
  /** Sent again. */
  readonly relayed: number;
  /** The chain does not have them, and no longer takes them: the patient has to sign anew. */
  readonly expired: number;
  /** Their turn has not come: one before them was relayed by another gateway, which has to bring it back first. */
  readonly waiting: number;
}

/**
 * Brings back what the chain forgot of a twin, in the order in which it stood there: before each consent, what was sealed under the access version before it is anchored, for the contract would
 * not take it any more afterwards. Consents whose deadline is over are dropped. The caller holds the twin.
 *
 * @throws ChainError where the chain does not answer
 */
export async function recallTwin(
  gateway: Gateway,
  consents: KeptConsents,
  twinId: string,
): Promise<Recalled> {
  let relayed = 0;
  let expired = 0;
  let waiting = 0;
  for (const consent of await consents.of(twinId)) {
    const isOver = deadlineOf(consent) < BigInt(gateway.nowS());
    if (await isSettled(gateway, twinId, consent)) {
      if (isOver) await consents.drop(twinId, consent);
      continue;
    }
    if (isOver) {
      expired++;
      await consents.drop(twinId, consent);
      continue;
    }
    if (!(await isNext(gateway, twinId, consent))) {
      waiting++;
      continue;
    }
    if (consent.kind !== 'registration') await anchorWhatStands(gateway, twinId);
    try {
      await send(gateway, consent);
      relayed++;
    } catch (error) {
      if (!(error instanceof ChainError) || error.code !== 'refused') throw error;
      // Another one took its place, or it would not be taken any more.
      await consents.drop(twinId, consent);
    }
  }
  return { relayed, expired, waiting };
}

/** Whether the chain is beyond a consent: it has it, or another one in its place. */
async function isSettled(gateway: Gateway, twinId: string, consent: Consent): Promise<boolean> {
  const registered = (await gateway.chain.twin(`0x${twinId}`)) !== undefined;
  if (consent.kind === 'registration') return registered;
  return registered && (await nonceNow(gateway, twinId, consent)) > nonceOf(consent);
}

async function isNext(gateway: Gateway, twinId: string, consent: Consent): Promise<boolean> {
  if (consent.kind === 'registration') return true;
  if ((await gateway.chain.twin(`0x${twinId}`)) === undefined) return false;
  return (await nonceNow(gateway, twinId, consent)) === nonceOf(consent);
}

/** Each contract counts the twin's consents for itself. */
function nonceNow(gateway: Gateway, twinId: string, consent: Consent): Promise<bigint> {
  const contract = consent.kind === 'call' ? contractCall(consent.call).contract : 'access';
  return nextNonce(gateway.chain, contract, `0x${twinId}`);
}

/** Anchors what the kept lanes have under the version in force; what the chain refuses waits for its own effect. */
async function anchorWhatStands(gateway: Gateway, twinId: string): Promise<void> {
  for (const { authorId } of await gateway.ledger.lanes({ twinId })) {
    try {
      await anchorPending(gateway, { twinId, authorId });
    } catch (error) {
      const { code } = error as { code?: string };
      if (code !== 'refused' && code !== 'lane-behind') throw error;
    }
  }
}

function send(gateway: Gateway, consent: Consent): Promise<Confirmed> {
  const { writer } = gateway;
  switch (consent.kind) {
    case 'registration':
      return writer.register(consent.terms, consent.grants, consent.signature);
    case 'grant':
      return writer.grant(consent.terms, consent.signer, consent.signature);
    case 'call': {
      const { contract, abi, functionName, args } = contractCall(consent.call);
      return writer.call(contract, abi, functionName, args);
    }
    case 'revocation':
      return writer.revoke(
        consent.twinId,
        consent.grantId,
        consent.nonce,
        consent.deadline,
        consent.signer,
        consent.signature,
      );
  }
}
