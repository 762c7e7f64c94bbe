/** What can be asked of the contracts: one method a transaction, each returning what it cost. Signed consents and requests are relayed; authorship is in the proof. */

import {
  accessAbi,
  authorizedHospitalsAbi,
  dataRequestAbi,
  type GrantTerms,
  type HospitalTerms,
  patientDigitalTwinAbi,
  registrationAbi,
} from '@twinseal/contracts';
import { type Abi, type Account, type Address, type Hex, parseEventLogs } from 'viem';
import type { Sender } from './connection.js';
import type { ConsortiumReader } from './consortium-reader.js';
import { ChainError } from './errors.js';
import { type Confirmed, sendCall } from './transaction.js';
import type { AccessRequest, ContractRole, Decision, TwinTerms } from './types.js';

/** One instance to anchor; points in EIP-2537 encoding. */
export interface AnchorCall {
  readonly instance: {
    readonly twinId: Hex;
    readonly authorId: Hex;
    readonly seq: bigint;
    readonly h: Hex;
    readonly accessVersion: bigint;
    readonly time: bigint;
  };
  /** Roots of the perfect subtrees of the lane so far, largest first. */
  readonly frontier: readonly Hex[];
  readonly X: Hex;
  readonly v: Hex;
  readonly Q: Hex;
}

/** A map of lanes to anchor; points in EIP-2537 encoding. */
export interface BatchCall {
  readonly batch: {
    readonly authorId: Hex;
    readonly number: bigint;
    readonly map: { readonly size: bigint; readonly head: Hex };
    readonly time: bigint;
  };
  readonly proof: { readonly X: Hex; readonly v: Hex; readonly Q: Hex };
}

/** A lane in its author's newest map, to go on by direct anchors. */
export interface AdoptCall {
  readonly twinId: Hex;
  readonly authorId: Hex;
  readonly map: { readonly size: bigint; readonly head: Hex };
  readonly entry: {
    readonly laneId: Hex;
    readonly count: bigint;
    readonly mk: Hex;
    readonly index: bigint;
    readonly proof: readonly Hex[];
  };
  /** Consistency proof from the lane's direct head; empty where it has none. */
  readonly extension: readonly Hex[];
}

export class ConsortiumWriter {
  readonly #sender: Sender;
  #last: Promise<unknown> = Promise.resolve();
  #newest: { readonly blockNumber: number; readonly blockHash: Hex } | undefined;

  constructor(
    readonly reader: ConsortiumReader,
    account: Account,
  ) {
    this.#sender = reader.connection.sender(account);
  }

  /** The newest block that confirmed anything of ours: while the chain still has it, it forgot nothing that was sent from here. */
  get newest(): { readonly blockNumber: number; readonly blockHash: Hex } | undefined {
    return this.#newest;
  }

  /** The chain does not have {@link newest} any more, and what follows from that was seen to. */
  forgetNewest(): void {
    this.#newest = undefined;
  }

  /** Approves an action of the hospitals' quorum; the account is an active hospital's controller. */
  approve(action: Hex): Promise<Confirmed> {
    return this.#send('hospitals', authorizedHospitalsAbi, 'approve', [action]);
  }

  /** Admits a hospital once the quorum has approved; a controller who calls approves by calling. */
  admit(terms: HospitalTerms, salt: Hex): Promise<Confirmed> {
    return this.#send('hospitals', authorizedHospitalsAbi, 'admit', [terms, salt]);
  }

  /** Relays a patient's registration, with its first grants. */
  register(terms: TwinTerms, grants: readonly GrantTerms[], signature: Hex): Promise<Confirmed> {
    return this.#send('registration', registrationAbi, 'register', [terms, grants, signature]);
  }

  /** Relays a patient's grant. */
  grant(terms: GrantTerms, signer: Address, signature: Hex): Promise<Confirmed> {
    return this.#send('access', accessAbi, 'grant', [terms, signer, signature]);
  }

  /** Relays a patient's revocation of one grant. */
  revoke(
    twinId: Hex,
    grantId: Hex,
    nonce: bigint,
    deadline: bigint,
    signer: Address,
    signature: Hex,
  ): Promise<Confirmed> {
    return this.#send('access', accessAbi, 'revoke', [twinId, grantId, nonce, deadline, signer, signature]);
  }

  /** Records what time or a suspension has narrowed; anyone may. */
  settle(twinId: Hex): Promise<Confirmed> {
    return this.#send('access', accessAbi, 'settle', [twinId]);
  }

  anchor(call: AnchorCall): Promise<Confirmed> {
    return this.#send('twins', patientDigitalTwinAbi, 'anchor', [
      call.instance,
      call.frontier,
      call.X,
      call.v,
      call.Q,
    ]);
  }

  /** Anchors a hospital's map of lanes. */
  anchorBatch({ batch, proof }: BatchCall): Promise<Confirmed> {
    return this.#send('twins', patientDigitalTwinAbi, 'anchorBatch', [batch, proof]);
  }

  /** Lets a lane that was in batches go on by direct anchors; anyone may. */
  adopt({ twinId, authorId, map, entry, extension }: AdoptCall): Promise<Confirmed> {
    return this.#send('twins', patientDigitalTwinAbi, 'adopt', [twinId, authorId, map, entry, extension]);
  }

  /** Asks for access and gets the chain's decision, in one transaction. @param grant the grant relied on; all zero where there is none */
  async request(
    request: AccessRequest,
    grant: GrantTerms,
    signer: Address,
    signature: Hex,
  ): Promise<Confirmed & { readonly decision: Decision }> {
    const confirmed = await this.#send('requests', dataRequestAbi, 'request', [
      request,
      grant,
      signer,
      signature,
    ]);
    const [decided] = parseEventLogs({
      abi: dataRequestAbi,
      eventName: 'RequestDecided',
      logs: confirmed.receipt.logs,
    });
    if (decided === undefined) {
      throw new ChainError('refused', `The transaction ${confirmed.txHash} recorded no decision.`);
    }
    const args = decided.args;
    return {
      ...confirmed,
      decision: {
        requestId: args.requestId,
        permit: args.permit,
        reason: Number(args.reason),
        accessVersion: Number(args.accessVersion),
        blockNumber: confirmed.blockNumber,
        blockHash: confirmed.receipt.blockHash,
        txHash: confirmed.txHash,
      },
    };
  }

  /**
   * Sends one call to one of the consortium's contracts, after those before it, and waits for its block.
   *
   * @throws ChainError `refused` with the contract's own words where it reverts, `unreachable`, `unconfirmed`
   */
  call(contract: ContractRole, abi: Abi, functionName: string, args: readonly unknown[]): Promise<Confirmed> {
    return this.#send(contract, abi, functionName, args);
  }

  #send(
    contract: ContractRole,
    abi: Abi | readonly unknown[],
    functionName: string,
    args: readonly unknown[],
  ): Promise<Confirmed> {
    // One at a time: two transactions prepared at once would take the same nonce.
    const sent = this.#last.then(async () =>
      sendCall(this.reader.connection, this.#sender, {
        address: await this.reader.contract(contract),
        abi: abi as Abi,
        functionName,
        args,
      }),
    );
    this.#last = sent.then(
      ({ blockNumber, receipt: { blockHash } }) => {
        this.#newest = { blockNumber, blockHash };
      },
      () => undefined,
    );
    return sent;
  }
}
