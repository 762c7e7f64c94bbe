import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkIdentityKey, decodeIdentityKey, loadBackend, localAuthority } from '@twinseal/mibsc';
import { hospitalIdentity } from '@twinseal/record';
import type { Address } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type AuthorityKeys,
  createAuthorityKeys,
  ExtractionLog,
  ExtractionService,
  KEY_REQUEST_TYPES,
  type KeyRequest,
  keyRequestDomain,
  openAuthorityKeys,
  type PendingKeyRequest,
  prepareKeyRequest,
} from '../src/index.js';

const NOW_S = 1_800_000_000;
const domain = keyRequestDomain(31337, '0x00000000000000000000000000000000000000a1');
const north = hospitalIdentity('north');
const controller = privateKeyToAccount(generatePrivateKey());
const stranger = privateKeyToAccount(generatePrivateKey());

let folder: string;
let keys: AuthorityKeys;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinseal-authority-'));
  keys = await createAuthorityKeys(await loadBackend(), 4, {
    masterSecret: join(folder, 'authority', 'master.key'),
    parameters: join(folder, 'public', 'parameters.bin'),
  });
});

async function authorityWith(logName: string) {
  const log = await ExtractionLog.open(join(folder, logName));
  const controllerOf = async (identity: { name: string }): Promise<Address | undefined> =>
    identity.name === north.name ? controller.address : undefined;
  return {
    log,
    authority: new ExtractionService({
      authority: localAuthority(keys.params, keys.master),
      domain,
      controllerOf,
      log,
      nowS: () => NOW_S,
    }),
  };
}

async function signed(pending: PendingKeyRequest, account = controller): Promise<KeyRequest> {
  const signature = await account.signTypedData({
    domain,
    types: KEY_REQUEST_TYPES,
    primaryType: 'KeyRequest',
    message: pending.unsigned,
  });
  return { ...pending.unsigned, signature };
}

describe('ExtractionService', () => {
  it('gives the controller a key that checks against the parameters, sealed to its request, and logs it', async () => {
    const { authority, log } = await authorityWith('a.log');
    const pending = await prepareKeyRequest(domain, north, NOW_S);
    const response = await authority.extractFor(await signed(pending));
    const key = decodeIdentityKey(authority.params, await pending.open(response));
    checkIdentityKey(authority.params, key);
    expect(key.identity).toEqual(north);
    expect(log.all()).toEqual([
      expect.objectContaining({ identity: 'hospital:north#1', controller: controller.address, timeS: NOW_S }),
    ]);
    const other = await prepareKeyRequest(domain, north, NOW_S);
    await expect(other.open(response)).rejects.toMatchObject({ code: 'response-unreadable' });
    await log.close();
  });

  it('refuses a stranger, an unknown identity, a late request, an altered one, and logs none of them', async () => {
    const { authority, log } = await authorityWith('b.log');
    const pending = await prepareKeyRequest(domain, north, NOW_S);
    const good = await signed(pending);
    const unknown = await prepareKeyRequest(domain, hospitalIdentity('south'), NOW_S);
    const late = await prepareKeyRequest(domain, north, NOW_S - 301);
    const cases: [KeyRequest, string][] = [
      [await signed(pending, stranger), 'not-the-controller'],
      [await signed(unknown), 'unknown-identity'],
      [await signed(late), 'request-expired'],
      [{ ...good, ephemeralKey: `0x${'11'.repeat(32)}` }, 'not-the-controller'],
      [{ ...good, identity: 'hospital:north' }, 'request-malformed'],
      [{ ...good, signature: '0x1234' }, 'request-malformed'],
    ];
    for (const [request, code] of cases)
      await expect(authority.extractFor(request)).rejects.toMatchObject({ code });
    expect(log.all()).toEqual([]);
    await log.close();
  });

  it('refuses an ephemeral key of low order (RFC 7748, section 6.1: the shared secret would be zero)', async () => {
    const { authority, log } = await authorityWith('c.log');
    const { unsigned } = await prepareKeyRequest(domain, north, NOW_S);
    const zero = { ...unsigned, ephemeralKey: `0x${'00'.repeat(32)}` as const };
    const request = await signed({ unsigned: zero, open: async () => new Uint8Array() });
    await expect(authority.extractFor(request)).rejects.toMatchObject({ code: 'request-malformed' });
    await log.close();
  });

  it('keeps its secret owner-only and opens it again', async () => {
    const files = {
      masterSecret: join(folder, 'authority', 'master.key'),
      parameters: join(folder, 'public', 'parameters.bin'),
    };
    expect((await stat(files.masterSecret)).mode & 0o077).toBe(0);
    const again = await openAuthorityKeys(await loadBackend(), files);
    expect(again.params.digest).toEqual(keys.params.digest);
    await expect(createAuthorityKeys(await loadBackend(), 4, files)).rejects.toMatchObject({
      code: 'EEXIST',
    });
  });
});

describe('ExtractionLog', () => {
  it('sees a line that was altered or taken out', async () => {
    const path = join(folder, 'd.log');
    const log = await ExtractionLog.open(path);
    for (const identity of ['a#1', 'b#1', 'c#1']) {
      await log.append({ timeS: NOW_S, identity, controller: '0x', request: '0x' });
    }
    await log.close();
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    for (const damaged of [
      [lines[0], lines[2]],
      [lines[0]?.replace('a#1', 'x#1'), lines[1], lines[2]],
      ['{', lines[1]],
    ]) {
      await writeFile(path, `${damaged.join('\n')}\n`);
      await expect(ExtractionLog.open(path)).rejects.toMatchObject({ code: 'log-altered' });
    }
  });
});
