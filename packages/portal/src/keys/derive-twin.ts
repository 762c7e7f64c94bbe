/**
 * From a passkey's pseudo-random function (WebAuthn Level 3, section 10.1.4, "prf") to everything that a patient's side needs: nothing has to be stored anywhere.
 *
 *     HKDF (RFC 5869, SHA-256) with the PRF's 32 bytes as key material, no salt, and as info
 *       twinseal/patient/v1/control           48 bytes → private key on secp256k1 (FIPS 186-5, A.2.1: extra random bits)
 *       twinseal/patient/v1/twin-id           32 bytes
 *       twinseal/patient/v1/scope/<module>    32 bytes
 *       twinseal/patient/v1/purpose           32 bytes
 *
 * Whoever has the passkey has the twin; a passkey that is lost is a key that is lost, and guardians are the way back.
 */

import { secp256k1 } from '@noble/curves/secp256k1.js';
import { hexOf } from '../internal/bytes.js';
import type { Slip } from './slip.js';

/** What the authenticator's function is asked with, always the same. */
export const PRF_INPUT = 'twinseal/patient/v1';

/** @param secret the PRF's answer, 32 bytes. @param modules names of all modules. @throws RangeError for another length */
export async function deriveTwin(
  secret: Uint8Array,
  modules: readonly string[],
): Promise<{ readonly controlKey: Uint8Array; readonly slip: Slip }> {
  if (secret.length !== 32) throw new RangeError(`secret: expected 32 bytes, got ${secret.length}`);
  const key = await crypto.subtle.importKey('raw', secret.slice(), 'HKDF', false, ['deriveBits']);
  const derive = async (what: string, bytes: number): Promise<Uint8Array> =>
    new Uint8Array(
      await crypto.subtle.deriveBits(
        {
          name: 'HKDF',
          hash: 'SHA-256',
          salt: new Uint8Array(0),
          info: new TextEncoder().encode(`${PRF_INPUT}/${what}`),
        },
        key,
        bytes * 8,
      ),
    );
  const scopeSalts: Record<string, string> = {};
  for (const module of modules) scopeSalts[module] = hexOf(await derive(`scope/${module}`, 32));
  return {
    controlKey: secp256k1.utils.randomSecretKey(await derive('control', 48)),
    slip: {
      twinId: hexOf(await derive('twin-id', 32)),
      scopeSalts,
      purposeSalt: hexOf(await derive('purpose', 32)),
    },
  };
}
