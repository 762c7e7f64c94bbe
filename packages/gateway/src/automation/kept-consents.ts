/**
 * The signed consents that a gateway relayed, for as long as they may be relayed: until their deadline. A chain may forget what it confirmed (an embedded node that was killed does, a public one
 * reorganises its newest blocks); the patient's word does not end with it. Kept in the vault before it is sent, so that a crash in between forgets nothing either.
 *
 * Relaying again cannot bring back what the patient took back: the contract takes each nonce once and in order, so a grant and its revocation come back in their order or not at all. What has no nonce
 * is kept with the step that it is about (`unnumbered.ts`).
 */

import type { ContractRole, TwinTerms } from '@twinseal/chain';
import type { GrantTerms } from '@twinseal/contracts';
import type { Address, Hex } from 'viem';
import { type CallBody, type CallName, contractCall, type SignedCall } from '../consents/calls.js';
import { KeyedMutex } from '../internal/keyed-mutex.js';
import type { Vault } from '../lane-author.js';
import { type GrantJson, grantFromJson, grantToJson } from '../twins/grant-json.js';
import type { Step } from './unnumbered.js';

/** A consent as the patient signed it. */
export type Consent =
  | {
      readonly kind: 'registration';
      readonly terms: TwinTerms;
      readonly grants: readonly GrantTerms[];
      readonly signature: Hex;
    }
  | {
      readonly kind: 'grant';
      readonly terms: GrantTerms;
      readonly signer: Address;
      readonly signature: Hex;
    }
  | {
      readonly kind: 'revocation';
      readonly twinId: Hex;
      readonly grantId: Hex;
      readonly nonce: bigint;
      readonly deadline: bigint;
      readonly signer: Address;
      readonly signature: Hex;
    }
  | {
      /** Any other consent (`consents/calls.ts`). */
      readonly kind: 'call';
      readonly call: SignedCall;
      /** Of one without a nonce, where it is kept. */
      readonly step?: Step;
    };

type Kept =
  | {
      readonly kind: 'registration';
      readonly terms: Omit<TwinTerms, 'deadline'> & { readonly deadline: string };
      readonly grants: readonly GrantJson[];
      readonly signature: Hex;
    }
  | {
      readonly kind: 'grant';
      readonly terms: GrantJson;
      readonly signer: Address;
      readonly signature: Hex;
    }
  | {
      readonly kind: 'revocation';
      readonly twinId: Hex;
      readonly grantId: Hex;
      readonly nonce: string;
      readonly deadline: string;
      readonly signer: Address;
      readonly signature: Hex;
    }
  | { readonly kind: 'call'; readonly name: CallName; readonly body: CallBody; readonly step?: Step };

const INDEX = 'consents';

export class KeptConsents {
  readonly #vault: Vault;
  readonly #mutex = new KeyedMutex();

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Ids of the twins of which consents are kept. */
  async twins(): Promise<readonly string[]> {
    return (await this.#vault.getJson<string[]>(INDEX)) ?? [];
  }

  /**
   * The consents of a twin: the registration first, the others as they came, but those that one contract counts in the order of their nonces.
   *
   * @param twinId 64 hexadecimal digits
   */
  async of(twinId: string): Promise<readonly Consent[]> {
    return inOrder(((await this.#vault.getJson<Kept[]>(entryOf(twinId))) ?? []).map(fromKept));
  }

  /** Keeps a consent, durably; the same one twice is one. */
  keep(twinId: string, consent: Consent): Promise<void> {
    return this.#change(twinId, (all) => [...all.filter((each) => !isSame(each, consent)), consent]);
  }

  /** Forgets a consent: the chain refused it, or was never given it. */
  drop(twinId: string, consent: Consent): Promise<void> {
    return this.#change(twinId, (all) => all.filter((each) => !isSame(each, consent)));
  }

  #change(twinId: string, change: (all: readonly Consent[]) => readonly Consent[]): Promise<void> {
    return this.#mutex.run('consents', async () => {
      const after = change(await this.of(twinId));
      await this.#vault.putJson(entryOf(twinId), after.map(toKept));
      const ids = await this.twins();
      const known = ids.includes(twinId);
      // The list last: what is in an entry and not in the list is found again when the same twin's next consent comes, and its relay is asked for by its patient anyway.
      if (after.length > 0 && !known) await this.#vault.putJson(INDEX, [...ids, twinId]);
      if (after.length === 0 && known)
        await this.#vault.putJson(
          INDEX,
          ids.filter((id) => id !== twinId),
        );
    });
  }
}

/** Last second in which the chain takes it, or in which it is kept where it never is too late. */
export function deadlineOf(consent: Consent): bigint {
  if (consent.kind === 'call') return contractCall(consent.call).deadline ?? BigInt(consent.step?.until ?? 0);
  return consent.kind === 'revocation' ? consent.deadline : consent.terms.deadline;
}

/** Its place among the twin's consents that its contract counts; -1 for the registration, whose first grants take nonces from 0; undefined for one without a nonce. */
export function nonceOf(consent: Consent): bigint | undefined {
  if (consent.kind === 'registration') return -1n;
  if (consent.kind === 'call') return contractCall(consent.call).nonce;
  return consent.kind === 'grant' ? consent.terms.nonce : consent.nonce;
}

/** The contract that counts a consent. */
export function counterOf(consent: Consent): ContractRole {
  return consent.kind === 'call' ? contractCall(consent.call).contract : 'access';
}

function inOrder(consents: readonly Consent[]): Consent[] {
  const ordered = [...consents];
  const counted = (contract: ContractRole) =>
    ordered.flatMap((each, index) =>
      nonceOf(each) !== undefined && counterOf(each) === contract ? [{ each, index }] : [],
    );
  for (const contract of new Set(consents.map(counterOf))) {
    const places = counted(contract);
    const byNonce = places
      .map(({ each }) => each)
      .sort((a, b) => Number((nonceOf(a) as bigint) - (nonceOf(b) as bigint)));
    for (const [i, { index }] of places.entries()) ordered[index] = byNonce[i] as Consent;
  }
  return ordered.sort((a, b) => Number(b.kind === 'registration') - Number(a.kind === 'registration'));
}

function isSame(a: Consent, b: Consent): boolean {
  if (a.kind === 'call' || b.kind === 'call')
    return a.kind === b.kind && JSON.stringify(a) === JSON.stringify(b);
  return a.kind === b.kind && a.signature === b.signature;
}

function toKept(consent: Consent): Kept {
  switch (consent.kind) {
    case 'registration':
      return {
        ...consent,
        terms: { ...consent.terms, deadline: consent.terms.deadline.toString() },
        grants: consent.grants.map(grantToJson),
      };
    case 'grant':
      return { ...consent, terms: grantToJson(consent.terms) };
    case 'call':
      return {
        kind: 'call',
        ...consent.call,
        ...(consent.step === undefined ? {} : { step: consent.step }),
      };
    case 'revocation':
      return { ...consent, nonce: consent.nonce.toString(), deadline: consent.deadline.toString() };
  }
}

function fromKept(kept: Kept): Consent {
  switch (kept.kind) {
    case 'registration':
      return {
        ...kept,
        terms: { ...kept.terms, deadline: BigInt(kept.terms.deadline) },
        grants: kept.grants.map(grantFromJson),
      };
    case 'grant':
      return { ...kept, terms: grantFromJson(kept.terms) };
    case 'call':
      return {
        kind: 'call',
        call: { name: kept.name, body: kept.body },
        ...(kept.step === undefined ? {} : { step: kept.step }),
      };
    case 'revocation':
      return { ...kept, nonce: BigInt(kept.nonce), deadline: BigInt(kept.deadline) };
  }
}

function entryOf(twinId: string): string {
  return `consents/${twinId}`;
}
