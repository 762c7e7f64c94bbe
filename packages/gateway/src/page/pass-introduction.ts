/** An introduction on its way to its hospital. What it says is signed by the patient; whoever passes it on can neither change it nor use it elsewhere. */

import { ApiError } from '../api/errors.js';
import type { Introduction } from '../introductions/introduction.js';
import type { GatewayService } from '../service/gateway-service.js';

const TIMEOUT_MS = 20_000;
const ACTIVE = 1;

/**
 * Passes an introduction on; one for this hospital is taken here.
 *
 * @throws ApiError `hospital-unknown`, `hospital-unreachable`, `introduction-refused`; for this hospital as `service.introduce`
 */
export async function passIntroduction(
  service: Pick<GatewayService, 'gateway' | 'introduce' | 'self'>,
  introduction: Introduction,
): Promise<void> {
  if (introduction.hospital === `0x${service.self}`) return service.introduce(introduction);
  const hospital = await service.gateway.chain.hospital(introduction.hospital as `0x${string}`);
  if (hospital?.status !== ACTIVE)
    throw new ApiError(404, 'hospital-unknown', 'The chain knows no such hospital, or it is not active.');
  let status: number;
  try {
    const response = await fetch(new URL('/patient/v1/introductions', hospital.endpoint), {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(introduction),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    status = response.status;
  } catch (cause) {
    throw unreachable(cause);
  }
  if (status >= 500) throw unreachable(undefined);
  if (status !== 200)
    throw new ApiError(
      409,
      'introduction-refused',
      'The hospital does not take the introduction. Sign a new one, and try again.',
    );
}

function unreachable(cause: unknown): ApiError {
  return new ApiError(
    503,
    'hospital-unreachable',
    'The gateway of the other hospital does not answer. Try again later.',
    {},
    { cause },
  );
}
