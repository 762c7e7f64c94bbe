/** Lists of objects in one body, and what a gateway remembers of them. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteCache } from '../../src/peers/byte-cache.js';
import { decodeObjects, encodeObjects, PeerError } from '../../src/peers/index.js';
import { TtlCache } from '../../src/peers/ttl-cache.js';

const bytes = fc.uint8Array({ minLength: 1, maxLength: 50 });

describe('a list of objects', () => {
  it('is LP(x) for each, as docs/RECORD.md has it', () => {
    const body = encodeObjects([Uint8Array.of(7, 8, 9), Uint8Array.of(255)]);
    expect([...body]).toEqual([0, 0, 0, 3, 7, 8, 9, 0, 0, 0, 1, 255]);
  });

  it('comes back as it was, also out of the middle of a larger buffer', () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 8 }), fc.nat(9), (objects, offset) => {
        const body = encodeObjects(objects);
        const larger = Buffer.concat([Buffer.alloc(offset, 1), body, Buffer.alloc(3, 1)]);
        expect(decodeObjects(larger.subarray(offset, offset + body.length), 8)).toEqual(objects);
      }),
    );
  });

  it('is refused cut anywhere, and too long by one', () => {
    fc.assert(
      fc.property(fc.array(bytes, { minLength: 1, maxLength: 4 }), fc.nat(), (objects, at) => {
        const body = encodeObjects(objects);
        const cut = body.subarray(0, at % body.length);
        const ends = objects.map((_, index) => encodeObjects(objects.slice(0, index)).length);
        if (!ends.includes(cut.length)) expect(() => decodeObjects(cut, 8)).toThrow(PeerError);
        expect(() => decodeObjects(body, objects.length - 1)).toThrow(PeerError);
      }),
    );
  });

  it('allocates nothing for a length that is not there, and refuses an empty object', () => {
    expect(() => decodeObjects(Uint8Array.of(255, 255, 255, 255, 1), 8)).toThrow(PeerError);
    expect(() => decodeObjects(Uint8Array.of(0, 0, 0, 0), 8)).toThrow(PeerError);
    expect(decodeObjects(new Uint8Array(), 0)).toEqual([]);
  });
});

describe('a cache of objects', () => {
  it('gives each once, and holds no more than it may', () => {
    const cache = new ByteCache(10);
    cache.put('a', new Uint8Array(6));
    cache.put('a', new Uint8Array(5));
    cache.put('b', new Uint8Array(5));
    expect(cache.take('a')?.length).toBe(5);
    expect(cache.take('a')).toBeUndefined();
    cache.put('c', new Uint8Array(6));
    expect(cache.take('b')).toBeUndefined();
    expect(cache.take('c')?.length).toBe(6);
    cache.put('d', new Uint8Array(11));
    expect(cache.take('d')).toBeUndefined();
  });
});

describe('a cache of answers', () => {
  it('asks once, forgets what failed, and the oldest of too many', async () => {
    const asked: string[] = [];
    const cache = new TtlCache<string, string>(60_000, 2);
    const get = (key: string) => cache.get(key, async () => `${key}${asked.push(key)}`);
    expect([await get('a'), await get('a'), await get('b')]).toEqual(['a1', 'a1', 'b2']);
    await get('c');
    expect([await get('c'), await get('a')]).toEqual(['c3', 'a4']);
    const failing = new TtlCache<string, string>(60_000, 2);
    await expect(failing.get('x', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await failing.get('x', async () => 'there')).toBe('there');
    const stale = new TtlCache<string, number>(0, 2);
    let count = 0;
    expect([await stale.get('x', async () => ++count), await stale.get('x', async () => ++count)]).toEqual([
      1, 2,
    ]);
  });
});
