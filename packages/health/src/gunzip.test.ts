import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { gunzip } from './gunzip.js';

describe('gunzip', () => {
  test('gives back what Node compressed, and leaves what is not gzip alone', async () => {
    const content = new Uint8Array(300_000).map((_, i) => (i * 7919) % 251);
    expect(await gunzip(gzipSync(content), { name: 'f' })).toEqual(content);
    expect(await gunzip(content, { name: 'f' })).toBe(content);
  });
  test('refuses a bomb by size and by ratio', async () => {
    const bomb = gzipSync(new Uint8Array(8 * 2 ** 20));
    await expect(gunzip(bomb, { name: 'f', maxBytes: 2 ** 20 })).rejects.toMatchObject({ code: 'too-large' });
    await expect(gunzip(bomb, { name: 'f', maxRatio: 100 })).rejects.toMatchObject({ code: 'too-large' });
    expect((await gunzip(bomb, { name: 'f', maxRatio: 1100 })).length).toBe(8 * 2 ** 20);
  });
  test('refuses a truncated and a damaged file', async () => {
    const whole = gzipSync(new Uint8Array(50_000).map((_, i) => (i * i) % 253));
    await expect(gunzip(whole.subarray(0, whole.length - 9), { name: 'f' })).rejects.toMatchObject({
      code: 'not-gzip',
    });
    const damaged = Uint8Array.from(whole);
    damaged[damaged.length - 6] = (damaged[damaged.length - 6] as number) ^ 1;
    await expect(gunzip(damaged, { name: 'f' })).rejects.toMatchObject({ code: 'not-gzip' });
  });
});
