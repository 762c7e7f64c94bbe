/**
 * A patient's key file: one age file (age-encryption.org/v1, armoured) under a passphrase, as `twinseal patient key-file` writes it. It names the consortium as well, so that a
 * page that belongs to another is noticed. The identity key is not in it: it is asked of the authority at every sign-in.
 */

import { armor, Decrypter } from 'age-encryption';
import { bytesOf } from '../internal/bytes.js';
import type { Slip } from './slip.js';

/** Largest file that is looked at, in characters. */
const MAX_CHARACTERS = 262_144;
const HEX_64 = /^[0-9a-f]{64}$/;

/** What tells one consortium from another. */
export interface ConsortiumMark {
  readonly chainId: number;
  /** Address of AuthorizedHospitals. */
  readonly hospitals: string;
}

export interface KeyFile {
  /** 32 bytes. */
  readonly controlKey: Uint8Array;
  readonly slip: Slip;
  readonly consortium: ConsortiumMark;
}

/** Why a key file cannot be used, in words for the patient. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
}

/** @throws KeyFileError for a wrong passphrase, a damaged file, and a file of another kind: the same words */
export async function readKeyFile(text: string, passphrase: string): Promise<KeyFile> {
  if (text.length > MAX_CHARACTERS) throw new KeyFileError('This file is too large to be a key file.');
  let content: unknown;
  try {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    const bytes = await decrypter.decrypt(armor.decode(text));
    content = JSON.parse(new TextDecoder().decode(bytes));
    bytes.fill(0);
  } catch {
    throw new KeyFileError(
      'The key file does not open. Check the passphrase, and that it is the right file.',
    );
  }
  const { format, version, controlKey, twinId, scopeSalts, purposeSalt, consortium } = content as Record<
    string,
    unknown
  >;
  const isHex = (value: unknown): value is string => typeof value === 'string' && HEX_64.test(value);
  const mark = consortium as { chainId?: unknown; hospitals?: unknown } | undefined;
  if (
    format !== 'twinseal/patient-key' ||
    version !== 1 ||
    !isHex(controlKey) ||
    !isHex(twinId) ||
    !isHex(purposeSalt) ||
    typeof scopeSalts !== 'object' ||
    scopeSalts === null ||
    !Object.values(scopeSalts).every(isHex) ||
    typeof mark?.chainId !== 'number' ||
    typeof mark.hospitals !== 'string'
  )
    throw new KeyFileError(
      'This is not a key file that this page knows. Make one with “twinseal patient key-file”.',
    );
  return {
    controlKey: bytesOf(controlKey),
    slip: { twinId, scopeSalts: scopeSalts as Record<string, string>, purposeSalt },
    consortium: { chainId: mark.chainId, hospitals: mark.hospitals },
  };
}
