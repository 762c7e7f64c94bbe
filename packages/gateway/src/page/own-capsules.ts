/**
 * Capsules of the patient's own lane, handed over by the patient's page: after a grant that was signed there, somebody has to seal the own entries' keys for the new reader, and only the patient can.
 * They are kept with the lane, at the custodian, like those that the patient's app hands over; who may open what of them, readers judge (docs/RECORD.md, REC-21).
 */

import { decodeCapsule, formatIdentity, formatName, fromHex, RecordError, toHex } from '@twinseal/record';
import { isAddressEqual } from 'viem';
import { ApiError, denied, invalid } from '../api/errors.js';
import type { Caller } from '../decision/ask.js';
import type { LaneRef } from '../peers/index.js';
import type { GatewayService } from '../service/gateway-service.js';

/** Capsules of one lane that are kept. */
const MAX_OF_LANE = 65_536;

/**
 * Keeps capsules of the lane that a twin's patient writes. Repeating it changes nothing.
 *
 * @param capsules bytes, not trusted
 * @throws ApiError `denied` where the caller does not control the twin, the lane is not the patient's own, or its keeper is another hospital; `request-invalid` for what are no capsules of the lane by
 *   its patient; `too-many`
 * @throws ChainError, StoreError
 */
export async function keepOwnCapsules(
  service: Pick<GatewayService, 'gateway' | 'mutex' | 'kept' | 'self'>,
  caller: Caller,
  lane: LaneRef,
  capsules: readonly Uint8Array[],
): Promise<void> {
  const { chain, ledger, blobs } = service.gateway;
  const twin = await chain.twin(`0x${lane.twinId}`);
  const isPatient =
    caller.kind === 'account' && twin !== undefined && isAddressEqual(twin.control, caller.address);
  if (!isPatient || twin.patientAuthorId !== `0x${lane.authorId}` || twin.custodian !== `0x${service.self}`)
    throw denied();
  const name = formatName({ kind: 'patient', twinId: fromHex(lane.twinId, 32) });
  const decoded = capsules.map((bytes) => ({ bytes, capsule: decodedOf(bytes) }));
  for (const { capsule } of decoded) {
    const belongs =
      toHex(capsule.twinId) === lane.twinId &&
      toHex(capsule.authorId) === lane.authorId &&
      capsule.issuer.name === name;
    if (!belongs) throw invalid('capsules: expected capsules of this lane, issued by its patient');
  }
  await service.mutex.run(lane.twinId, async () => {
    const held = new Set((await ledger.capsules(lane)).map(({ address }) => address));
    if (held.size + decoded.length > MAX_OF_LANE)
      throw new ApiError(413, 'too-many', 'More capsules of one lane than are kept here.');
    for (const { bytes, capsule } of decoded) {
      const address = await blobs.put(bytes);
      if (held.has(address)) continue;
      await ledger.recordCapsule({
        address,
        ...lane,
        scope: toHex(capsule.scope),
        sealingEpoch: capsule.sealingEpoch,
        issuer: formatIdentity(capsule.issuer),
      });
      held.add(address);
    }
  });
  await service.kept('capsules', lane, decoded.length);
}

function decodedOf(bytes: Uint8Array): ReturnType<typeof decodeCapsule> {
  try {
    return decodeCapsule(bytes);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    throw invalid('capsules: expected capsules of docs/RECORD.md, section 6, in hexadecimal');
  }
}
