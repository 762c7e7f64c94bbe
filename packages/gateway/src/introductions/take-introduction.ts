/** Taking an introduction at its hospital: checked, used once, and the twin is known from then on. */

import { createHash } from 'node:crypto';
import { hospitalAuthorId, toHex } from '@twinseal/record';
import { GatewayError } from '../errors.js';
import type { Gateway } from '../ports.js';
import type { KnownTwins } from '../twins/known-twins.js';
import { type Introduction, isSignedByPatient } from './introduction.js';

/** Longest time for which an introduction may be signed ahead, in seconds: 31 days. */
const LONGEST_S = 31 * 86_400;

/** How far a use has come. A crash in the middle lets the same introduction finish what it began. */
interface Use {
  readonly state: 'taking' | 'taken';
  readonly atS: number;
}

/**
 * Takes an introduction. The caller lets in one at a time.
 *
 * @throws GatewayError `introduction-invalid` where it is for another hospital, not signed by the twin's control key, or signed too far ahead (one answer, whether the twin exists
 *   or not), `introduction-expired`, `introduction-used`
 * @throws TypeError where a salt differs from one that is known; ChainError, StoreError
 */
export async function takeIntroduction(
  gateway: Gateway,
  twins: Pick<KnownTwins, 'introduce'>,
  introduction: Introduction,
): Promise<void> {
  const nowS = gateway.nowS();
  const deadlineS = Number(introduction.deadline);
  const isOurs = introduction.hospital === `0x${toHex(hospitalAuthorId(gateway.id))}`;
  if (!isOurs || deadlineS > nowS + LONGEST_S || !(await isSignedByPatient(gateway.chain, introduction))) {
    throw new GatewayError(
      'introduction-invalid',
      "The introduction is not signed for this hospital by the twin's control key, or for longer than 31 days. Sign a new one.",
    );
  }
  if (deadlineS < nowS) {
    throw new GatewayError('introduction-expired', 'The introduction is past its deadline. Sign a new one.');
  }
  const entry = `introduction/${createHash('sha256')
    .update(`${introduction.slip.twinId}\n${introduction.nonce}`)
    .digest('hex')}`;
  const used = await gateway.vault.getJson<Use>(entry);
  if (used?.state === 'taken') {
    throw new GatewayError('introduction-used', 'The introduction was used before. Sign a new one.');
  }
  await gateway.vault.putJson(entry, { state: 'taking', atS: nowS } satisfies Use);
  await twins.introduce(introduction.slip);
  await gateway.vault.putJson(entry, { state: 'taken', atS: nowS } satisfies Use);
}
