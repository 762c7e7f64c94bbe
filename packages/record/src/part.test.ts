import { describe, expect, test } from 'vitest';
import { openPart, partDigest, partLocator, sealPart } from './part.js';
import { encodePartContext, type PartContext } from './part-context.js';
import { encodeFrame, MAX_CONTENT_BYTES } from './part-frame.js';
import { checkPayload, MAX_PAYLOAD_BYTES, openPayload, sealPayload } from './payload.js';
import { openSlot, SLOT_BYTES, sealSlot } from './slot.js';

const b = (n: number, length = 32) => new Uint8Array(length).fill(n);
const context: PartContext = {
  twinId: b(1),
  authorId: b(2),
  tag: b(3),
  seq: 4,
  accessVersion: 5,
  counter: 6,
};
const fresh = { P: b(7), slotSalt: b(8, 16), payloadSalt: b(9, 16) };

describe('parts (REC-12 to REC-16)', () => {
  // Around one chunk of STREAM: frame header 9, chunk 65,536; incompressible, so that lengths are what they seem.
  test.each([1, 200, 247, 248, 65_527, 65_528, 131_063, 131_064])(
    '%i bytes seal and open',
    async (length) => {
      const content = new Uint8Array(length);
      for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(content.subarray(at, at + 65_536));
      const part = await sealPart(b(10), context, content, fresh);
      expect(part.slot).toHaveLength(SLOT_BYTES);
      expect(await openPart(b(10), context, part)).toEqual(content);
      expect(part.partDigest).toEqual(partDigest(await partLocator(part.slot, part.payload)));
    },
  );

  test('all contents that pad alike have payloads of one length', async () => {
    const lengths = [1, 50, 100, 200].map(
      async (n) => (await sealPart(b(0), context, b(1, n), fresh)).payload.length,
    );
    expect(new Set(await Promise.all(lengths)).size).toBe(1);
  });

  test('one part shredded leaves the others of its module', async () => {
    const other = { ...context, seq: 5, tag: b(4), counter: 7 };
    const one = await sealPart(b(10), context, b(1, 9), fresh);
    const two = await sealPart(b(10), other, b(2, 9), { ...fresh, P: b(11) });
    expect(await openPart(b(10), other, two)).toEqual(b(2, 9));
    // Without its slot only P would do, and the slot of another part does not give it.
    await expect(openPart(b(10), context, { slot: two.slot, payload: one.payload })).rejects.toMatchObject({
      code: 'commitment',
    });
  });

  test('callers are told their mistakes', async () => {
    await expect(sealSlot(b(1, 31), context, b(1), b(1, 16))).rejects.toThrow(TypeError);
    await expect(sealSlot(b(1), context, b(1, 33), b(1, 16))).rejects.toThrow(TypeError);
    await expect(sealSlot(b(1), context, b(1), b(1, 15))).rejects.toThrow(TypeError);
    await expect(openSlot(b(1, 31), context, b(1, 102))).rejects.toThrow(TypeError);
    await expect(sealPayload(b(1), context, b(1, 12), b(1))).rejects.toThrow(TypeError);
    await expect(sealPayload(b(1), context, b(1, 16), b(1, 0))).rejects.toThrow(RangeError);
    await expect(openPayload(b(1, 16), context, b(1))).rejects.toThrow(TypeError);
    expect(() => encodePartContext({ ...context, tag: b(1, 31) })).toThrow(TypeError);
    expect(() => encodePartContext({ ...context, counter: -1 })).toThrow(RangeError);
    expect(() => partDigest({ slot: b(1), payload: b(1, 31) })).toThrow(TypeError);
    expect(() => encodeFrame(new Uint8Array(MAX_CONTENT_BYTES + 1))).toThrow(RangeError);
  });

  test('a payload longer than any is refused by its length', () => {
    const payload = new Uint8Array(MAX_PAYLOAD_BYTES + 1);
    payload.set([0x54, 0x53, 0x50, 0x54, 1, 1]);
    expect(() => checkPayload(payload)).toThrow(expect.objectContaining({ code: 'too-long' }));
  });
});
