/** What the chain holds of a patient's precautions: guardians and what waits for its delay, and the choice for emergencies. Every word is proved. */

import { STORAGE_SLOTS } from '@twinseal/contracts';
import { mappingSlot, nextSlot } from '@twinseal/history/ethereum';
import { bytesOf, hex0x, keccak, numberOf, wordOf } from '../internal/bytes.js';
import type { ProvedState } from './prove-words.js';

type Hex = `0x${string}`;

/** A key that is to speak for the patient, and the first second in which it can. */
export interface WaitingKey {
  /** An account's address, lowercase. */
  readonly control: Hex;
  /** Seconds since 1970. */
  readonly readyAt: number;
}

export interface Precautions {
  /** Addresses, lowercase. */
  readonly guardians: readonly Hex[];
  /** How many of them it takes. */
  readonly threshold: number;
  /** Seconds that the patient has to object. */
  readonly delay: number;
  /** Whether the one stop of the patient's is used. */
  readonly cancelledOnce: boolean;
  /** When other guardians may take over, where they were chosen; seconds since 1970. */
  readonly guardiansReadyAt?: number;
  /** Control that guardians move. */
  readonly recovery?: WaitingKey;
  /** Control that the patient's own key moves. */
  readonly rotation?: WaitingKey;
  /** The number of the recovery under way, or of the last one; decimal. */
  readonly round: string;
  readonly emergency: {
    /** Digest of the scopes that one clinician alone may open; zero for the default. */
    readonly digest: Hex;
    /** authorId of the hospital that may hand on keys; zero for nobody. */
    readonly recipient: Hex;
  };
  /** Next nonces of the patient's consents, decimal. */
  readonly nonces: { readonly recovery: string; readonly emergency: string; readonly stores: string };
}

/** Most guardians that the contract takes. */
const MAX_GUARDIANS = 16;

const bits = (word: bigint, from: number, count: number): bigint =>
  (word >> BigInt(from)) & ((1n << BigInt(count)) - 1n);

/** @param twinId 32 bytes. @throws ProofError */
export async function provedPrecautions(state: ProvedState, twinId: Uint8Array): Promise<Precautions> {
  const { Recovery, Emergency, Storage } = STORAGE_SLOTS;
  const at = (base: number) => mappingSlot(keccak, twinId, wordOf(base));
  const word = async (contract: 'recovery' | 'emergency' | 'stores', slot: Uint8Array) =>
    numberOf(await state.word(contract, slot));
  const circle = at(Recovery.circles);
  const policy = at(Emergency.policies);
  const [standing, count, terms, recovery, rotation, digest, recipient, emergencyNonce, storesNonce] =
    await Promise.all([
      word('recovery', at(Recovery.states)),
      word('recovery', circle),
      word('recovery', nextSlot(circle)),
      word('recovery', at(Recovery.recoveries)),
      word('recovery', at(Recovery.rotations)),
      word('emergency', policy),
      word('emergency', nextSlot(policy)),
      word('emergency', nextSlot(nextSlot(policy))),
      word('stores', at(Storage.patientNonces)),
    ]);
  if (count > BigInt(MAX_GUARDIANS)) throw new RangeError('guardians: more than the contract takes');
  const guardians: Hex[] = [];
  for (let slot = keccak(circle); guardians.length < Number(count); slot = nextSlot(slot))
    guardians.push(addressOf(await word('recovery', slot)));
  const waiting = (packed: bigint): WaitingKey | undefined => {
    const readyAt = Number(bits(packed, 160, 40));
    return readyAt === 0 ? undefined : { control: addressOf(packed), readyAt };
  };
  const [moving, changing] = [waiting(recovery), waiting(rotation)];
  const guardiansReadyAt = Number(bits(standing, 136, 40));
  return {
    guardians,
    threshold: Number(bits(terms, 0, 8)),
    delay: Number(bits(terms, 8, 32)),
    cancelledOnce: bits(standing, 128, 8) !== 0n,
    // The contract raises it when a recovery starts.
    round: String(bits(standing, 64, 64) === 0n ? 0n : bits(standing, 64, 64) - 1n),
    ...(guardiansReadyAt === 0 ? {} : { guardiansReadyAt }),
    ...(moving === undefined ? {} : { recovery: moving }),
    ...(changing === undefined ? {} : { rotation: changing }),
    emergency: { digest: hex0x(wordOf(digest)), recipient: hex0x(wordOf(recipient)) },
    nonces: {
      recovery: String(bits(standing, 0, 64)),
      emergency: String(bits(emergencyNonce, 0, 64)),
      stores: String(bits(storesNonce, 0, 64)),
    },
  };
}

function addressOf(word: bigint): Hex {
  return hex0x(bytesOf(bits(word, 0, 160).toString(16).padStart(40, '0')));
}
