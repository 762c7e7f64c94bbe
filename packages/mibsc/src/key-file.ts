/**
 * Keys at rest: encoded keys in age files (age-encryption.org/v1), ASCII-armored, under a passphrase or for age
 * recipients. Any age program opens them; what is inside is `encodeIdentityKey` or `encodeMasterSecret`.
 *
 * An entry point of its own (`@twinseal/mibsc/key-file`), so that programs which keep keys elsewhere do not load age.
 * Who writes the file to disk makes it readable by its owner only (mode 0600).
 */
import { armor, Decrypter, Encrypter } from 'age-encryption';
import { decodeMasterSecret, encodeMasterSecret, type MasterSecret } from './authority.js';
import type { Backend } from './backend.js';
import { MibscError } from './errors.js';
import { decodeIdentityKey, encodeIdentityKey, type IdentityKey } from './identity-key.js';
import type { PublicParameters } from './parameters.js';

/** Largest file that is looked at, in characters: a key is below 2 kB. */
const MAX_FILE_CHARACTERS = 65_536;

/** How to lock a file. */
export type KeyFileLock =
  | {
      /** At least one character; the strength of the file is that of the passphrase. */
      readonly passphrase: string;
      /** Base-2 logarithm of scrypt's cost, 10..20; 18 by default, about a second. */
      readonly workFactor?: number;
    }
  | {
      /** age recipients (`age1…`), at least one. */
      readonly recipients: readonly string[];
    };

/** How to unlock one. */
export type KeyFileUnlock = { readonly passphrase: string } | { readonly identities: readonly string[] };

/** @throws TypeError, RangeError for a lock that is none */
export async function encryptIdentityKey(key: IdentityKey, lock: KeyFileLock): Promise<string> {
  return encrypt(encodeIdentityKey(key), lock);
}

/**
 * @param file - armored text, untrusted
 * @throws MibscError `key-file` for anything that is not an age file or does not open; then as `decodeIdentityKey`
 */
export async function decryptIdentityKey(
  params: PublicParameters,
  file: string,
  unlock: KeyFileUnlock,
): Promise<IdentityKey> {
  const bytes = await decrypt(file, unlock);
  try {
    return decodeIdentityKey(params, bytes);
  } finally {
    bytes.fill(0);
  }
}

/** @throws TypeError, RangeError for a lock that is none */
export async function encryptMasterSecret(master: MasterSecret, lock: KeyFileLock): Promise<string> {
  return encrypt(encodeMasterSecret(master), lock);
}

/** @throws MibscError `key-file`; then as `decodeMasterSecret` */
export async function decryptMasterSecret(
  backend: Backend,
  file: string,
  unlock: KeyFileUnlock,
): Promise<MasterSecret> {
  const bytes = await decrypt(file, unlock);
  try {
    return decodeMasterSecret(backend, bytes);
  } finally {
    bytes.fill(0);
  }
}

async function encrypt(secret: Uint8Array, lock: KeyFileLock): Promise<string> {
  try {
    const encrypter = new Encrypter();
    if ('passphrase' in lock) {
      const { passphrase, workFactor = 18 } = lock;
      if (typeof passphrase !== 'string') throw new TypeError('passphrase must be a string');
      if (passphrase.length === 0) throw new RangeError('passphrase must not be empty');
      if (!Number.isInteger(workFactor) || workFactor < 10 || workFactor > 20) {
        throw new RangeError('workFactor must be an integer from 10 to 20');
      }
      encrypter.setPassphrase(passphrase);
      encrypter.setScryptWorkFactor(workFactor);
    } else {
      if (lock.recipients.length === 0) throw new RangeError('at least one age recipient expected');
      for (const recipient of lock.recipients) encrypter.addRecipient(recipient);
    }
    return armor.encode(await encrypter.encrypt(secret));
  } finally {
    secret.fill(0);
  }
}

async function decrypt(file: string, unlock: KeyFileUnlock): Promise<Uint8Array> {
  if (typeof file !== 'string') throw new TypeError('file must be a string');
  const decrypter = new Decrypter();
  if ('passphrase' in unlock) {
    if (typeof unlock.passphrase !== 'string') throw new TypeError('passphrase must be a string');
    decrypter.addPassphrase(unlock.passphrase);
  } else {
    for (const identity of unlock.identities) decrypter.addIdentity(identity);
  }
  if (file.length > MAX_FILE_CHARACTERS) throw new MibscError('key-file', 'a key file is too long');
  try {
    return await decrypter.decrypt(armor.decode(file));
  } catch {
    // One answer for a wrong passphrase and a damaged file: age's own texts may quote the file.
    throw new MibscError('key-file', 'the key file does not open');
  }
}
