/** Who asks at the peers' routes: an active hospital by its controlling account, or a patient by the account that controls the twin that the path names; as the own chain has it. */

import type { ConsortiumReader, Hospital, Twin } from '@twinseal/chain';
import { formatName, fromHex } from '@twinseal/record';
import type { FastifyRequest } from 'fastify';
import { type Address, isAddressEqual } from 'viem';
import type { PeerDirectory } from './directory.js';
import { HEX_64 } from './peer-request.js';
import { unknownPeer } from './refusal.js';
import { TtlCache } from './ttl-cache.js';
import type { LaneRef } from './types.js';

/** How long the chain's word on a twin's control and custodian is used, in ms. */
const TWIN_TTL_MS = 2_000;

/** Who asks. */
export interface Caller {
  readonly address: Address;
  /** Where the account controls an active hospital. */
  readonly hospital: Hospital | undefined;
  /** Where the account controls the twin that the path names. */
  readonly patientOf: string | undefined;
}

export class PeerCallers {
  readonly #chain: Pick<ConsortiumReader, 'twin'>;
  readonly #directory: PeerDirectory;
  readonly #twins = new TtlCache<string, Twin | undefined>(TWIN_TTL_MS, 10_000);
  readonly #known = new WeakMap<FastifyRequest, Caller>();

  constructor(chain: Pick<ConsortiumReader, 'twin'>, directory: PeerDirectory) {
    this.#chain = chain;
    this.#directory = directory;
  }

  /**
   * Takes the account that a request claims to be signed by for its caller.
   *
   * @returns whether it belongs to an active hospital, or controls the twin that the path names
   * @throws ChainError
   */
  async know(address: Address, request: FastifyRequest): Promise<boolean> {
    const hospital = await this.#directory.byController(address);
    const { twinId } = request.params as { twinId?: string };
    const isTwin = twinId !== undefined && HEX_64.test(twinId);
    const controls = async () => {
      const control = isTwin ? (await this.twin(twinId))?.control : undefined;
      return control !== undefined && isAddressEqual(control, address);
    };
    let isPatient = await controls();
    if (isTwin && !isPatient && hospital === undefined) {
      // Control may have moved since it was last asked for: whoever has just come back to the own record is not sent away.
      this.#twins.forget(twinId);
      isPatient = await controls();
    }
    const patientOf = isPatient ? twinId : undefined;
    if (hospital === undefined && patientOf === undefined) return false;
    this.#known.set(request, { address, hospital, patientOf });
    return true;
  }

  /** Who asks. @throws Refusal `unknown-peer` for a request of nobody known */
  of(request: FastifyRequest): Caller {
    const caller = this.#known.get(request);
    if (caller === undefined) throw unknownPeer();
    return caller;
  }

  /** The chain's word on a twin, used again for a short while. @throws ChainError */
  twin(twinId: string): Promise<Twin | undefined> {
    return this.#twins.get(twinId, () => this.#chain.twin(`0x${twinId}`));
  }

  /** The caller's name and current epoch where it is the lane's author. */
  async authorOf(
    lane: LaneRef,
    caller: Caller,
  ): Promise<{ readonly name: string; readonly epoch: string } | undefined> {
    const { hospital, patientOf } = caller;
    if (hospital?.authorId === `0x${lane.authorId}`) {
      return { name: formatName({ kind: 'hospital', hospital: hospital.id }), epoch: String(hospital.epoch) };
    }
    if (patientOf !== lane.twinId) return undefined;
    const twin = await this.twin(lane.twinId);
    if (twin?.patientAuthorId !== `0x${lane.authorId}`) return undefined;
    return {
      name: formatName({ kind: 'patient', twinId: fromHex(lane.twinId, 32) }),
      epoch: String(twin.identityEpoch),
    };
  }
}
