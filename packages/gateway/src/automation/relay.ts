/** Relaying signed consents, once now and again where the chain forgot them. */

import { ChainError, type Confirmed } from '@twinseal/chain';
import { contractCall, nextNonce } from '../consents/calls.js';
import type { Gateway } from '../ports.js';
import { anchorPending } from '../usecases/anchor-pending.js';
import { type Consent, counterOf, deadlineOf, type KeptConsents, nonceOf } from './kept-consents.js';
import { type Standing, standingOf, stepOf } from './unnumbered.js';

/**
 * Relays a consent: kept first, then sent.
 *
 * @throws ChainError: `refused` and `unreachable` leave nothing behind; `unconfirmed` is kept, and relayed again should the chain turn out not to have it
 */
export async function relayConsent(
  gateway: Gateway,
  consents: KeptConsents,
  twinId: string,
  given: Consent,
): Promise<Confirmed> {
  const consent = await withStep(gateway, given);
  // About no step that there is: the chain says why not.
  if (consent === undefined) return send(gateway, given);
  await consents.keep(twinId, consent);
  try {
    return await send(gateway, consent);
  } catch (error) {
    // Whoever was told that it failed must not find it done an hour later.
    if (error instanceof ChainError && error.code !== 'unconfirmed') await consents.drop(twinId, consent);
    throw error;
  }
}

/** A consent as it is kept; undefined for one without a nonce that nothing on the chain waits for. */
async function withStep(gateway: Gateway, consent: Consent): Promise<Consent | undefined> {
  if (nonceOf(consent) !== undefined || consent.kind !== 'call') return consent;
  const step = await stepOf(gateway.chain, consent.call, gateway.nowS());
  return step && { ...consent, step };
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
  // Several contracts count for themselves, and one may make room for another (a key that moved, for what it signed): as long as anything was taken, the others are tried again.
  for (;;) {
    let waiting = 0;
    let taken = 0;
    const refused: Consent[] = [];
    for (const consent of await consents.of(twinId)) {
      const isOver = deadlineOf(consent) < BigInt(gateway.nowS());
      const standing = await standingOfConsent(gateway, twinId, consent);
      if (standing === 'settled' || isOver) {
        if (isOver) await consents.drop(twinId, consent);
        if (standing !== 'settled') expired++;
        continue;
      }
      if (standing === 'ahead') {
        waiting++;
        continue;
      }
      if (consent.kind !== 'registration') await anchorWhatStands(gateway, twinId);
      try {
        await send(gateway, consent);
        taken++;
      } catch (error) {
        if (!(error instanceof ChainError) || error.code !== 'refused') throw error;
        refused.push(consent);
      }
    }
    relayed += taken;
    if (taken > 0 && refused.length + waiting > 0) continue;
    // Another one took its place, or it would not be taken any more.
    for (const consent of refused) await consents.drop(twinId, consent);
    return { relayed, expired, waiting };
  }
}

/** Whether the chain is beyond a consent (it has it, or another one in its place), waits for it, or is not there yet. */
async function standingOfConsent(gateway: Gateway, twinId: string, consent: Consent): Promise<Standing> {
  const { chain } = gateway;
  const isRegistered = (await chain.twin(`0x${twinId}`)) !== undefined;
  if (consent.kind === 'registration') return isRegistered ? 'settled' : 'next';
  if (!isRegistered) return 'ahead';
  const nonce = nonceOf(consent);
  if (nonce === undefined) {
    const { call, step } = consent as Extract<Consent, { kind: 'call' }>;
    // Kept before steps were written down: nobody can tell, and it was not relayed again then either.
    return step === undefined ? 'settled' : standingOf(chain, call, step);
  }
  // Each contract counts the twin's consents for itself.
  const now = await nextNonce(chain, counterOf(consent), `0x${twinId}`);
  return now > nonce ? 'settled' : now === nonce ? 'next' : 'ahead';
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
