/**
 * A patient's key file, for signing in to the page in a browser: the control key, twin id and salts in one age file (age-encryption.org/v1, armoured) under a passphrase. It names the consortium, so
 * that a page of another one is noticed. The identity key is not in it: whoever signs in asks the authority for it anew.
 *
 *     {"format":"twinseal/patient-key","version":1,"controlKey":hex,"twinId":hex,"scopeSalts":{module:hex},"purposeSalt":hex,"consortium":{"chainId":n,"hospitals":address}}
 */

import type { AccessSlip } from '@twinseal/gateway';
import { armor, Encrypter } from 'age-encryption';

/** Base-2 logarithm of scrypt's cost: about a second, here and in the browser. */
const WORK_FACTOR = 18;

export interface PatientKeyFile {
  /** 32 bytes. */
  readonly controlKey: Uint8Array;
  readonly slip: AccessSlip;
  readonly consortium: { readonly chainId: number; readonly hospitals: string };
}

/**
 * The text of a key file.
 *
 * @param workFactor 10 to 20; tests take less than the standard 18
 * @throws RangeError for an empty passphrase or a work factor out of range
 */
export async function writePatientKeyFile(
  { controlKey, slip, consortium }: PatientKeyFile,
  passphrase: string,
  workFactor = WORK_FACTOR,
): Promise<string> {
  if (passphrase.length === 0) throw new RangeError('passphrase must not be empty');
  if (!Number.isInteger(workFactor) || workFactor < 10 || workFactor > 20)
    throw new RangeError('workFactor must be an integer from 10 to 20');
  const { twinId, scopeSalts, purposeSalt } = slip;
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  const content = JSON.stringify({
    format: 'twinseal/patient-key',
    version: 1,
    controlKey: Buffer.from(controlKey).toString('hex'),
    twinId,
    scopeSalts,
    purposeSalt,
    consortium: { chainId: consortium.chainId, hospitals: consortium.hospitals },
  });
  return armor.encode(await encrypter.encrypt(content));
}
