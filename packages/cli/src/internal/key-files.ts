/** Key files: made with owner-only permissions, never overwritten. */

import { randomBytes } from 'node:crypto';
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
