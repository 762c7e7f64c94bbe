/**
 * Where the file tool finds parameters and keys: a folder with
 *
 *     parameters.bin             the system parameters, public
 *     keys/<identity>.age        an identity's key, in an age file under a passphrase; <identity> is percent-encoded name#epoch
 *     authority/master.age       the authority's master secret, likewise; on the authority's own machine only
 */

import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import {
  decodeParameters,
  encodeParameters,
  type Identity,
  type IdentityKey,
  loadBackend,
  type MasterSecret,
  type PublicParameters,
  validateParameters,
} from '@twinseal/mibsc';
import {
  decryptIdentityKey,
  decryptMasterSecret,
  encryptIdentityKey,
  encryptMasterSecret,
} from '@twinseal/mibsc/key-file';
import { UsageError } from '../usage-error.js';

/** Environment variable that names the folder where `--home` does not. */
export const HOME_VARIABLE = 'TWINSEAL_HOME';
const DEFAULT_HOME = 'twinseal-keys';

/** An identity as written on the command line: `name#epoch`, or `name` alone for epoch 1. */
export function identityOf(text: string): Identity {
  const at = text.lastIndexOf('#');
  const identity =
    at < 0 ? { name: text, epoch: '1' } : { name: text.slice(0, at), epoch: text.slice(at + 1) };
  if (identity.name === '' || identity.epoch === '') {
    throw new UsageError('An identity is name#epoch, or name alone for epoch 1; both must not be empty.');
  }
  return identity;
}

export function textOf(identity: Identity): string {
  return `${identity.name}#${identity.epoch}`;
}

export class KeyHome {
  readonly folder: string;

  constructor(folder: string | undefined) {
    this.folder = resolve(folder ?? process.env[HOME_VARIABLE] ?? DEFAULT_HOME);
  }

  /** The parameters, validated. @throws UsageError where there are none; MibscError `parameters`, `decode`, `suite` */
  async parameters(): Promise<PublicParameters> {
    const path = join(this.folder, 'parameters.bin');
    if (!existsSync(path)) {
      throw new UsageError(
        `${path} is missing. Put the authority's parameters there, name another folder with --home, or make an authority with "twinseal authority setup".`,
      );
    }
    return validateParameters(decodeParameters(await loadBackend(), new Uint8Array(await readFile(path))));
  }

  async keepParameters(params: PublicParameters): Promise<string> {
    return this.#writeNew('parameters.bin', encodeParameters(params), 0o644);
  }

  /** An identity's key. @throws UsageError where there is none; MibscError `key-file`, `identity-key` */
  async key(
    params: PublicParameters,
    identity: Identity,
    passphrase: () => Promise<string>,
  ): Promise<IdentityKey> {
    const path = this.#keyPath(identity);
    if (!existsSync(path)) {
      throw new UsageError(
        `${path} is missing: this folder holds no key of ${textOf(identity)}. The authority makes one with "twinseal authority extract".`,
      );
    }
    return decryptIdentityKey(params, await readFile(path, 'utf8'), { passphrase: await passphrase() });
  }

  async keepKey(key: IdentityKey, passphrase: string): Promise<string> {
    return this.#writeNew(this.#keyPath(key.identity), await encryptIdentityKey(key, { passphrase }), 0o600);
  }

  async masterSecret(passphrase: () => Promise<string>): Promise<MasterSecret> {
    const path = join(this.folder, 'authority', 'master.age');
    if (!existsSync(path)) throw new UsageError(`${path} is missing: this folder is not the authority's.`);
    return decryptMasterSecret(await loadBackend(), await readFile(path, 'utf8'), {
      passphrase: await passphrase(),
    });
  }

  async keepMasterSecret(master: MasterSecret, passphrase: string): Promise<string> {
    return this.#writeNew(
      join('authority', 'master.age'),
      await encryptMasterSecret(master, { passphrase }),
      0o600,
    );
  }

  #keyPath(identity: Identity): string {
    return join(this.folder, 'keys', `${encodeURIComponent(textOf(identity))}.age`);
  }

  /** Keys and parameters are never overwritten: whatever was sealed under them would be lost. */
  async #writeNew(name: string, content: Uint8Array | string, mode: number): Promise<string> {
    const path = resolve(this.folder, name);
    if (existsSync(path)) throw new UsageError(`${path} is there already, and is never overwritten.`);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const temporary = `${path}.${process.pid}.tmp`;
    await writeFile(temporary, content, { mode, flag: 'wx' });
    await chmod(temporary, mode);
    await rename(temporary, path);
    return path;
  }
}
