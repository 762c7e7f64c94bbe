import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PlaintextSearch, textNeedle } from '../src/audit/plaintext-search.js';

const CANARY = 'canary-of-æ-kind';
const noise = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + 13) % 251));
const search = new PlaintextSearch([textNeedle('canary', CANARY)]);

const raw = Buffer.from(CANARY);
const planted: Record<string, Buffer> = {
  raw: Buffer.concat([noise, raw, noise]),
  'utf-16le': Buffer.concat([noise, Buffer.from(CANARY, 'utf16le')]),
  'utf-16be': Buffer.concat([noise, Buffer.from(CANARY, 'utf16le').swap16()]),
  hex: Buffer.from(`{"x":"0x00${raw.toString('hex')}ff"}`),
  HEX: Buffer.from(raw.toString('hex').toUpperCase()),
  'base64+0': Buffer.from(Buffer.concat([raw, noise]).toString('base64')),
  'base64+1': Buffer.from(Buffer.concat([Buffer.from('x'), raw, noise]).toString('base64')),
  'base64+2': Buffer.from(Buffer.concat([Buffer.from('xy'), raw, noise]).toString('base64')),
  'raw in gzip': Buffer.concat([noise, gzipSync(Buffer.concat([noise, raw])), noise]),
  'raw in zlib': Buffer.concat([noise, deflateSync(Buffer.concat([noise, raw])), noise]),
  'raw in deflate': deflateRawSync(Buffer.concat([noise, raw])),
  'raw in gzip in hex': Buffer.from(`"0x${gzipSync(Buffer.concat([noise, raw])).toString('hex')}"`),
  'raw in gzip in base64': Buffer.from(gzipSync(Buffer.concat([raw, noise])).toString('base64')),
};

describe('PlaintextSearch', () => {
  for (const [form, content] of Object.entries(planted)) {
    it(`finds a planted needle: ${form}`, () => {
      expect(search.searchBytes(content).map((hit) => hit.form)).toContain(form);
    });
  }

  it('finds nothing where nothing is', () => {
    const others = [
      noise,
      gzipSync(noise),
      Buffer.from(noise.toString('base64')),
      Buffer.from('canary-of-a-kind'),
    ];
    for (const content of others) expect(search.searchBytes(content)).toEqual([]);
  });

  it('finds a needle at the very start and the very end of a file, and in the name of one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'twinseal-search-'));
    await mkdir(join(folder, 'below'));
    await writeFile(join(folder, 'below', 'start'), Buffer.concat([raw, noise]));
    await writeFile(join(folder, 'below', 'end'), Buffer.concat([noise, raw]));
    await writeFile(join(folder, `${CANARY}.txt`), 'nothing');
    await writeFile(join(folder, 'clean'), noise);
    const { hits, files } = await search.searchFolder(folder);
    expect(files).toBe(4);
    expect(hits.map((hit) => hit.file).sort()).toEqual([`${CANARY}.txt`, 'below/end', 'below/start'].sort());
    expect(JSON.stringify(hits.map((hit) => hit.label))).not.toContain('æ');
    expect((await search.searchFolder(folder, (file) => file !== 'clean')).hits).toEqual([]);
  });

  it('finds a key that lies where it does not belong, and leaves alone the file in which it does', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'twinseal-search-'));
    const key = Uint8Array.from({ length: 32 }, (_, i) => (i * 41 + 7) % 256);
    await writeFile(join(folder, 'own.key'), key);
    await writeFile(join(folder, 'other.json'), JSON.stringify({ key: Buffer.from(key).toString('base64') }));
    const secrets = new PlaintextSearch([{ label: 'secret', bytes: key }]);
    const { hits } = await secrets.searchFolder(folder, (file) => file === 'own.key');
    expect(hits).toEqual([expect.objectContaining({ file: 'other.json', form: 'base64+0' })]);
  });

  it('refuses a needle that would turn up by chance', () => {
    expect(() => textNeedle('short', 'abcd')).toThrow(RangeError);
  });
});
