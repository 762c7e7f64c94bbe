import { armor, Encrypter } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { writePatientKeyFile } from '../../cli/src/patient/key-file.js';
import { KeyFileError, readKeyFile } from '../src/keys/key-file.js';

const FILE = {
  controlKey: Uint8Array.from({ length: 32 }, (_, i) => 200 - i),
  slip: {
    twinId: '11'.repeat(32),
    scopeSalts: { conditions: '22'.repeat(32) },
    purposeSalt: '33'.repeat(32),
  },
  consortium: { chainId: 31337, hospitals: '0xE4a562bb2695C4D528F1d1e6Dc7e4cE744da60e5' },
};

async function locked(content: string, passphrase = 'right'): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(10);
  return armor.encode(await encrypter.encrypt(content));
}

describe('a patient’s key file', () => {
  it('is read by the page as the command wrote it', async () => {
    const text = await writePatientKeyFile(FILE, 'right', 10);
    expect(text).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/);
    expect(await readKeyFile(text, 'right')).toEqual(FILE);
    // It says nothing to whoever finds it.
    expect(text).not.toContain(FILE.slip.twinId);
  });

  it('answers a wrong passphrase and a damaged file with the same words, which hold nothing of either', async () => {
    const text = await writePatientKeyFile(FILE, 'right', 10);
    const lines = text.split('\n');
    lines[2] = `${(lines[2] as string).slice(0, -2)}AA`;
    for (const [given, passphrase] of [
      [text, 'wrong'],
      [lines.join('\n'), 'right'],
      ['no age file', 'right'],
      ['', ''],
    ] as const) {
      await expect(readKeyFile(given, passphrase)).rejects.toEqual(
        new KeyFileError('The key file does not open. Check the passphrase, and that it is the right file.'),
      );
    }
    await expect(readKeyFile('x'.repeat(300_000), 'right')).rejects.toThrow('too large');
  });

  it.each([
    ['another format', { format: 'twinseal/other' }],
    ['another version', { version: 2 }],
    ['a short key', { controlKey: '00' }],
    ['a salt that is none', { scopeSalts: { conditions: 'no' } }],
    ['no consortium', { consortium: undefined }],
    ['a consortium without its contract', { consortium: { chainId: 1 } }],
  ])('refuses %s', async (_what, change) => {
    const content = {
      format: 'twinseal/patient-key',
      version: 1,
      controlKey: '44'.repeat(32),
      ...FILE.slip,
      consortium: FILE.consortium,
      ...change,
    };
    await expect(readKeyFile(await locked(JSON.stringify(content)), 'right')).rejects.toThrow(
      'This is not a key file that this page knows.',
    );
  });

  it('is not written without a passphrase', async () => {
    await expect(writePatientKeyFile(FILE, '', 10)).rejects.toThrow(RangeError);
    await expect(writePatientKeyFile(FILE, 'right', 9)).rejects.toThrow(RangeError);
  });
});
