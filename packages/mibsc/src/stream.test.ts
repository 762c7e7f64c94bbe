import { webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { codeOf, hex, seededRandom } from '../test/support.js';
import { CHUNK_BYTES, chunkNonce, openStream, sealedStreamLength, sealStream, TAG_BYTES } from './stream.js';

const random = seededRandom('stream');
const key = random(32);

describe('stream', () => {
  it.each([1, 2, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES])(
    'round trip of %i bytes',
    async (n) => {
      const plain = random(n);
      const sealed = await sealStream(key, plain);
      expect(sealed.length).toBe(sealedStreamLength(n));
      expect(hex(await openStream(key, sealed))).toBe(hex(plain));
    },
  );

  it('is REC-14: each chunk is plain AES-256-GCM under u88 index || u8 last', async () => {
    const plain = random(CHUNK_BYTES + 5);
    const sealed = await sealStream(key, plain);
    const imported = await webcrypto.subtle.importKey('raw', new Uint8Array(key), 'AES-GCM', false, [
      'decrypt',
    ]);
    const nonces = ['000000000000000000000000', '000000000000000000000101'];
    const cut = [sealed.slice(0, CHUNK_BYTES + TAG_BYTES), sealed.slice(CHUNK_BYTES + TAG_BYTES)];
    const parts = await Promise.all(
      cut.map((chunk, i) =>
        webcrypto.subtle.decrypt(
          { name: 'AES-GCM', iv: Buffer.from(nonces[i] as string, 'hex') },
          imported,
          chunk,
        ),
      ),
    );
    expect(hex(new Uint8Array(Buffer.concat(parts.map((part) => new Uint8Array(part)))))).toBe(hex(plain));
  });

  it('counts chunks in 88 bits', () => {
    expect(hex(chunkNonce(0x1_0000_0001, false))).toBe('000000000000010000000100');
  });

  it('refuses truncation, extension, reordering, a flipped bit and another key', async () => {
    const sealed = await sealStream(key, random(2 * CHUNK_BYTES + 100));
    const chunk = CHUNK_BYTES + TAG_BYTES;
    const swapped = new Uint8Array(sealed);
    swapped.set(sealed.subarray(chunk, 2 * chunk), 0);
    swapped.set(sealed.subarray(0, chunk), chunk);
    const flipped = new Uint8Array(sealed);
    flipped[chunk + 3] = (flipped[chunk + 3] as number) ^ 1;
    const bad: [Uint8Array, Uint8Array][] = [
      [key, sealed.subarray(0, 2 * chunk)],
      [key, sealed.subarray(0, sealed.length - 1)],
      [key, sealed.subarray(0, 2 * chunk + 16)],
      [key, new Uint8Array(0)],
      [key, new Uint8Array(16)],
      [key, new Uint8Array([...sealed, 0])],
      [key, swapped],
      [key, flipped],
      [random(32), sealed],
    ];
    for (const [k, bytes] of bad) expect(await codeOf(() => openStream(k, bytes))).toBe('stream');
  });

  it('refuses what only a caller can get wrong', async () => {
    await expect(sealStream(key, new Uint8Array(0))).rejects.toThrow(RangeError);
    await expect(sealStream(key.subarray(1), new Uint8Array(1))).rejects.toThrow(RangeError);
    await expect(openStream('key' as never, new Uint8Array(17))).rejects.toThrow(TypeError);
  });
});
