/**
 * The way from a patient's browser to the consortium's authority. The request is signed by the patient's own key and the answer is sealed to a key that only the browser has (HPKE): what passes
 * through here opens nothing, and says no more than that this patient asked. So the authority need not be reachable from browsers.
 */

import { z } from 'zod';
import { ApiError } from '../api/errors.js';
import { checkedSignature, decimalSeconds, hex32 } from '../api/schemas.js';

const TIMEOUT_MS = 20_000;
/** A sealed key is below 2 kB. */
const MAX_ANSWER_BYTES = 16_384;

export const keyRequestSchema = z.strictObject({
  identity: z.string().max(256).describe('Whose key: name#epoch.'),
  ephemeralKey: hex32.describe('X25519 public key to which the answer is sealed.'),
  deadline: decimalSeconds,
  signature: checkedSignature.describe('EIP-712, by the account that the chain names for the identity.'),
});

export const keyResponseSchema = z.strictObject({
  enc: z.string().describe("HPKE's encapsulated key, base64url."),
  sealed: z.string().describe('The sealed identity key, base64url.'),
});

/**
 * Passes a key request on.
 *
 * @param authorityUrl where the authority listens; undefined where this gateway was not told
 * @throws ApiError `authority-unknown`, `authority-unreachable`, `key-refused`
 */
export async function passKeyRequest(
  authorityUrl: string | undefined,
  request: z.output<typeof keyRequestSchema>,
): Promise<z.output<typeof keyResponseSchema>> {
  if (authorityUrl === undefined)
    throw new ApiError(
      503,
      'authority-unknown',
      'This gateway was not told where the key authority is (patientPage.authorityUrl). Ask the hospital.',
    );
  let status: number;
  let text: string;
  try {
    const response = await fetch(new URL('/authority/v1/keys', authorityUrl), {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    status = response.status;
    text = (await response.text()).slice(0, MAX_ANSWER_BYTES);
  } catch (cause) {
    throw unreachable(cause);
  }
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch (cause) {
    throw unreachable(cause);
  }
  const answer = keyResponseSchema.safeParse(said);
  if (status === 200 && answer.success) return answer.data;
  if (status >= 500 || status === 200) throw unreachable(undefined);
  // The authority's own words name the identity that asked; they are not passed on.
  throw new ApiError(
    403,
    'key-refused',
    'The key authority refuses: the request is not signed by the key that the chain names for this record, or too late.',
  );
}

function unreachable(cause: unknown): ApiError {
  return new ApiError(
    503,
    'authority-unreachable',
    'The key authority does not answer. Try again later.',
    {},
    { cause },
  );
}
