/** Where the hospitals of a session are: the one that serves the page is asked under the page's own address. */

import { GatewayRefusal } from '../api/gateway-api.js';
import type { Session } from './session.js';
import { isSamePlace } from './sign-in.js';

/** A hospital as far as it has a place. */
interface Placed {
  readonly id: string;
  readonly endpoint: string;
}

/** The origin of an address; undefined where it is none. */
export function originOf(endpoint: string): string | undefined {
  return URL.canParse(endpoint) ? new URL(endpoint).origin : undefined;
}

/** The hospital that serves the page: the one whose gateway is here, or which the gateway says it is. */
export function servingHospital<T extends Placed>(
  hospitals: readonly T[],
  { consortium }: Pick<Session, 'consortium'>,
): T | undefined {
  return (
    hospitals.find(
      ({ endpoint }) => originOf(endpoint) !== undefined && isSamePlace(endpoint, location.origin),
    ) ?? hospitals.find(({ id }) => id === consortium.gateway)
  );
}

/**
 * The custodian's gateway, signed in.
 *
 * @returns undefined where it is another one than serves the page, and the signer would have to be asked
 * @throws SessionError, GatewayRefusal
 */
export async function custodianOf(
  session: Session,
): Promise<{ readonly origin: string; readonly token: string } | undefined> {
  const { api, consortium, elsewhere, signer, twin } = session;
  const custodian = consortium.hospitals.find(({ authorId }) => authorId === twin.custodian);
  if (custodian?.id === servingHospital(consortium.hospitals, session)?.id)
    return { origin: api.origin, token: api.token ?? '' };
  const origin = custodian === undefined ? undefined : originOf(custodian.endpoint);
  if (origin === undefined)
    throw new GatewayRefusal(0, 'no-answer', 'The hospital that keeps your record has no address.');
  if (!signer.isSilent) return undefined;
  return { origin, token: (await elsewhere.at(origin)).token ?? '' };
}
