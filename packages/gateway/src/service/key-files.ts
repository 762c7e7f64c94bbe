/** Key files: made with owner-only permissions, never overwritten. */

import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { bytesToHex, type LocalAccount } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';

/** Writes a key file that only its owner may read. @throws where one is there already: a key is never overwritten */
export async function writeKeyFile(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, bytes, { mode: 0o600, flag: 'wx' });
}

export async function readKeyFile(path: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(path));
}

/** The account of a control key's file. @throws TypeError where it does not hold 32 bytes */
export async function readControlKey(path: string): Promise<LocalAccount> {
  const key = await readKeyFile(path);
  if (key.length !== 32) throw new TypeError(`${path}: expected a control key of 32 bytes`);
  return privateKeyToAccount(bytesToHex(key));
}

/** A fresh secp256k1 key, kept in a file. A random 32-byte string is no valid key once in 2^128; viem would say so. */
export async function createControlKey(path: string): Promise<LocalAccount> {
  const key = randomBytes(32);
  await writeKeyFile(path, key);
  return privateKeyToAccount(bytesToHex(key));
}

/** A fresh 32-byte symmetric key, kept in a file. */
export async function createVaultKey(path: string): Promise<Uint8Array> {
  const key = new Uint8Array(randomBytes(32));
  await writeKeyFile(path, key);
  return key;
}

/** A key of a party's own for one purpose, 32 bytes, from the key of its vault. */
export function deriveKey(vaultKey: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(createHmac('sha256', vaultKey).update(`twinseal ${purpose}`).digest());
}
