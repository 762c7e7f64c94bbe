import { armor, Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeIdentityKey, encodeMasterSecret, type IdentityKey } from '../src/index.js';
import {
  decryptIdentityKey,
  decryptMasterSecret,
  encryptIdentityKey,
  encryptMasterSecret,
} from '../src/key-file.js';
import { codeOf, hex, type World, world } from './support.js';

const workFactor = 10;

describe('key files', () => {
  let w: World;
  let key: IdentityKey;
  beforeAll(async () => {
    w = await world('mcl');
    key = w.key('alice');
  });

  it('open with the passphrase and show nothing of the key', async () => {
    const file = await encryptIdentityKey(key, { passphrase: 'correct horse', workFactor });
    expect(file).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/);
    const opened = await decryptIdentityKey(w.params, file, { passphrase: 'correct horse' });
    expect(hex(encodeIdentityKey(opened))).toBe(hex(encodeIdentityKey(key)));
    expect(hex(armor.decode(file))).not.toContain(hex(encodeIdentityKey(key)).slice(-32));
  });

  it('are plain age files: age itself opens them', async () => {
    const identity = await generateIdentity();
    const recipients = [await identityToRecipient(identity)];
    const file = await encryptIdentityKey(key, { recipients });
    const age = new Decrypter();
    age.addIdentity(identity);
    expect(hex(await age.decrypt(armor.decode(file)))).toBe(hex(encodeIdentityKey(key)));
    const opened = await decryptIdentityKey(w.params, file, { identities: [identity] });
    expect(opened.identity).toEqual(key.identity);
  });

  it('hold master secrets as well', async () => {
    const file = await encryptMasterSecret(w.master, { passphrase: 'p', workFactor });
    const opened = await decryptMasterSecret(w.backend, file, { passphrase: 'p' });
    expect(hex(encodeMasterSecret(opened))).toBe(hex(encodeMasterSecret(w.master)));
    // A file of one kind is not one of the other.
    expect(await codeOf(() => decryptIdentityKey(w.params, file, { passphrase: 'p' }))).toBe('decode');
  });

  it('refuse a wrong passphrase, a damaged, a foreign and an endless file with one code', async () => {
    const file = await encryptIdentityKey(key, { passphrase: 'p', workFactor });
    const lines = file.split('\n');
    const damaged = [...lines];
    damaged[3] = (damaged[3] as string).replace(/^./, (c) => (c === 'A' ? 'B' : 'A'));
    const attempts: [string, string][] = [
      [file, 'q'],
      [damaged.join('\n'), 'p'],
      [lines.slice(0, -3).join('\n'), 'p'],
      ['', 'p'],
      ['not a key', 'p'],
      [file + 'x'.repeat(70_000), 'p'],
    ];
    for (const [text, passphrase] of attempts) {
      expect(await codeOf(() => decryptIdentityKey(w.params, text, { passphrase }))).toBe('key-file');
    }
    const other = await world('mcl', 4, 'other');
    expect(await codeOf(() => decryptIdentityKey(other.params, file, { passphrase: 'p' }))).toBe(
      'identity-key',
    );
  });

  it('refuse locks that are none', async () => {
    for (const lock of [
      { passphrase: '' },
      { passphrase: 'p', workFactor: 9 },
      { passphrase: 'p', workFactor: 21 },
      { recipients: [] },
    ]) {
      await expect(encryptIdentityKey(key, lock)).rejects.toThrow(RangeError);
    }
  });
});
