/** Words of a contract's storage, proved from a block's state root (EIP-1186). Who serves the proof is believed nothing. */

import { STORAGE_SLOTS } from '@twinseal/contracts';
import {
  type BlockHeader,
  mappingSlot,
  nextSlot,
  verifyAccount,
  verifyStorage,
} from '@twinseal/history/ethereum';
import { bytesOf, concat, keccak, numberOf, wordOf } from '../internal/bytes.js';

/** The contracts of which words are proved. */
export type ProvedContract =
  | 'hospitals'
  | 'twins'
  | 'access'
  | 'requests'
  | 'recovery'
  | 'emergency'
  | 'stores';

/** Nodes of the two tries, as `eth_getProof` answers them. */
export interface ServedProof {
  readonly accountProof: readonly string[];
  readonly storageProof: readonly { readonly proof: readonly string[] }[];
}

/** The way to a proof: one slot of one contract at one block. */
export type ProofServer = (
  contract: ProvedContract,
  slot: Uint8Array,
  blockHash: Uint8Array,
) => Promise<ServedProof>;

/** A hospital as the directory on the chain has it. */
export interface ProvedHospital {
  readonly status: 'none' | 'active' | 'suspended' | 'removed';
  /** Identity epoch of its key. */
  readonly epoch: number;
  /** Where its gateway answers. */
  readonly endpoint: string;
}

/** In the order of the contract (`Status` in Types.sol). */
const STATUSES = ['none', 'active', 'suspended', 'removed'] as const;
/** `GrantStatus.Live`. */
const LIVE = 1n;
/** Longest endpoint that the contract takes, in bytes. */
const MAX_ENDPOINT_BYTES = 256;

/** Reads words of contracts as of one block. */
export class ProvedState {
  constructor(
    readonly block: BlockHeader,
    readonly contracts: Readonly<Record<ProvedContract, string>>,
    readonly serve: ProofServer,
  ) {}

  /**
   * A word, 32 bytes; zero where the proof shows that it was never written.
   *
   * @throws ProofError where what is served proves nothing
   */
  async word(contract: ProvedContract, slot: Uint8Array): Promise<Uint8Array> {
    const served = await this.serve(contract, slot, this.block.blockHash);
    const account = await verifyAccount(
      keccak,
      this.block.stateRoot,
      bytesOf(this.contracts[contract]),
      served.accountProof.map(bytesOf),
    );
    if (account === undefined) return new Uint8Array(32);
    const nodes = served.storageProof[0]?.proof ?? [];
    return verifyStorage(keccak, account.storageRoot, slot, nodes.map(bytesOf));
  }

  /** Count and root of a lane (PatientDigitalTwin). @param laneId 32 bytes */
  async laneHead(laneId: Uint8Array): Promise<{ readonly count: number; readonly mk: Uint8Array }> {
    const slot = mappingSlot(keccak, laneId, wordOf(STORAGE_SLOTS.PatientDigitalTwin.lanes));
    const count = Number(numberOf((await this.word('twins', slot)).subarray(24)));
    // A lane that never began has no root to ask for.
    const mk = count === 0 ? new Uint8Array(32) : await this.word('twins', nextSlot(slot));
    return { count, mk };
  }

  /** How many batches a hospital anchored, and the root of its newest map; 32 zero bytes where it never did (PatientDigitalTwin). @param authorId 32 bytes */
  async newestMap(authorId: Uint8Array): Promise<{ readonly count: number; readonly mapRoot: Uint8Array }> {
    const slot = mappingSlot(keccak, authorId, wordOf(STORAGE_SLOTS.PatientDigitalTwin.batchCounts));
    const count = Number(numberOf((await this.word('twins', slot)).subarray(24)));
    return { count, mapRoot: count === 0 ? new Uint8Array(32) : await this.mapRoot(authorId, count - 1) };
  }

  /** The root of one of a hospital's maps; 32 zero bytes where there is none. */
  mapRoot(authorId: Uint8Array, number: number): Promise<Uint8Array> {
    const ofAuthor = mappingSlot(keccak, authorId, wordOf(STORAGE_SLOTS.PatientDigitalTwin.mapRoots));
    return this.word('twins', mappingSlot(keccak, wordOf(number), ofAuthor));
  }

  /** The access version of a twin, and the ids of all grants that are live on the chain (Access). @param twinId 32 bytes */
  async access(twinId: Uint8Array): Promise<{
    readonly version: number;
    /** The next nonce of the patient's consents. */
    readonly nonce: bigint;
    readonly liveGrants: readonly Uint8Array[];
  }> {
    const word = await this.word('access', mappingSlot(keccak, twinId, wordOf(STORAGE_SLOTS.Access.twins)));
    // TwinAccess, from the low end: u64 version, u40 nextChange, u40 nonce, u32 narrowingsSeen, u64 live, u16 emergencies.
    const packed = numberOf(word);
    const live = (packed >> 176n) & 0xffff_ffff_ffff_ffffn;
    const places = mappingSlot(keccak, twinId, wordOf(STORAGE_SLOTS.Access.liveGrants));
    const taken = Array.from({ length: 64 }, (_, place) => place).filter(
      (place) => ((live >> BigInt(place)) & 1n) === 1n,
    );
    const liveGrants: Uint8Array[] = [];
    for (const place of taken)
      liveGrants.push(await this.word('access', mappingSlot(keccak, wordOf(place), places)));
    return {
      version: Number(packed & 0xffff_ffff_ffff_ffffn),
      nonce: (packed >> 104n) & 0xff_ffff_ffffn,
      liveGrants,
    };
  }

  /** How a grant stands (Access). @param grantId 32 bytes */
  async grant(grantId: Uint8Array): Promise<{ readonly isLive: boolean; readonly isEmergency: boolean }> {
    const slot = mappingSlot(keccak, grantId, wordOf(STORAGE_SLOTS.Access.grants));
    // GrantState, from the low end: u8 status, u8 place, u8 operations, u8 hospitalIndex, bool opensEpoch, bool emergency.
    const packed = numberOf(await this.word('access', slot));
    return { isLive: (packed & 0xffn) === LIVE, isEmergency: ((packed >> 40n) & 0xffn) !== 0n };
  }

  /** How many hospitals were ever admitted (AuthorizedHospitals). */
  async hospitalCount(): Promise<number> {
    return Number(numberOf(await this.word('hospitals', wordOf(STORAGE_SLOTS.AuthorizedHospitals.ids))));
  }

  /** What the directory has of a hospital; status `none` where it was never admitted. @param authorId 32 bytes */
  async hospital(authorId: Uint8Array): Promise<ProvedHospital> {
    const { hospitals } = STORAGE_SLOTS.AuthorizedHospitals;
    const pointDigest = mappingSlot(keccak, authorId, wordOf(hospitals));
    const standing = nextSlot(nextSlot(pointDigest));
    // From the low end: address controller, u32 epoch, u8 status, u8 index, u16 parametersVersion.
    const packed = numberOf(await this.word('hospitals', standing));
    return {
      status: STATUSES[Number((packed >> 192n) & 0xffn)] ?? 'none',
      epoch: Number((packed >> 160n) & 0xffff_ffffn),
      endpoint: await this.#text('hospitals', nextSlot(nextSlot(standing))),
    };
  }

  /** A string of a contract, as Solidity lays it out ("Layout in Storage", bytes and string). @throws RangeError for one that is too long */
  async #text(contract: ProvedContract, slot: Uint8Array): Promise<string> {
    const word = await this.word(contract, slot);
    const last = word[31] as number;
    // Up to 31 bytes stand in the word itself, with twice their number in its last byte.
    if (last % 2 === 0) return new TextDecoder().decode(word.subarray(0, last / 2));
    const length = (numberOf(word) - 1n) / 2n;
    if (length > MAX_ENDPOINT_BYTES) throw new RangeError('text: longer than the contract takes');
    const words: Uint8Array[] = [];
    for (let at = keccak(slot); words.length * 32 < Number(length); at = nextSlot(at))
      words.push(await this.word(contract, at));
    return new TextDecoder().decode(concat(...words).subarray(0, Number(length)));
  }

  /** What the chain keeps of a batch of receipts: keccak(size || root), or zero (DataRequest). @param server authorId, 32 bytes */
  receiptBatch(server: Uint8Array, number: number): Promise<Uint8Array> {
    const ofServer = mappingSlot(keccak, server, wordOf(STORAGE_SLOTS.DataRequest.receiptBatches));
    return this.word('requests', mappingSlot(keccak, wordOf(number), ofServer));
  }
}
