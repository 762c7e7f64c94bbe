/** Words of a contract's storage, proved from a block's state root (EIP-1186). Who serves the proof is believed nothing. */

import { STORAGE_SLOTS } from '@twinseal/contracts';
import {
  type BlockHeader,
  mappingSlot,
  nextSlot,
  verifyAccount,
  verifyStorage,
} from '@twinseal/history/ethereum';
import { bytesOf, keccak, numberOf, wordOf } from '../internal/bytes.js';

/** The contracts of which words are proved. */
export type ProvedContract = 'twins' | 'access' | 'requests';

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

  /** What the chain keeps of a batch of receipts: keccak(size || root), or zero (DataRequest). @param server authorId, 32 bytes */
  receiptBatch(server: Uint8Array, number: number): Promise<Uint8Array> {
    const ofServer = mappingSlot(keccak, server, wordOf(STORAGE_SLOTS.DataRequest.receiptBatches));
    return this.word('requests', mappingSlot(keccak, wordOf(number), ofServer));
  }
}
