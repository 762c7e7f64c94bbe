/** One-shot and streamed envelopes, through the public interface. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type ByteSource,
  HeaderCache,
  inspectEnvelope,
  padmeLength,
  signcrypt,
  signcryptStream,
  toReadableStream,
  unsigncrypt,
  unsigncryptStream,
  verifyEnvelope,
} from '../src/index.js';
import { codeOf, hex, identity, seededRandom, utf8, type World, world } from './support.js';

const MiB = 2 ** 20;
const bytes = seededRandom('envelope');

async function gather(source: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const out: Uint8Array[] = [];
  for await (const piece of source) out.push(piece);
  return out;
}
const join = (parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

describe('envelope', () => {
  let w: World;
  const recipients = ['r1', 'r2'].map((r) => identity(r));
  beforeAll(async () => {
    w = await world('mcl');
  });

  it.each([0, 1, 255, 256, 1000, 70_000])('round trip of %i bytes', async (n) => {
    const message = bytes(n);
    const context = utf8('letter');
    const envelope = await signcrypt(w.params, { recipients, sender: w.key('s'), context }, message);
    const headerCache = new HeaderCache();
    for (const r of ['r1', 'r2', 'r1']) {
      const opened = await unsigncrypt(w.params, { key: w.key(r), headerCache }, envelope);
      expect(hex(opened.message)).toBe(hex(message));
      expect(opened.sender).toEqual(identity('s'));
      expect(opened.recipients).toEqual(recipients);
      expect(hex(opened.context)).toBe(hex(context));
    }
    const info = inspectEnvelope(envelope);
    const plain = padmeLength(n + 1);
    // Segment head 5, proof 96, a tag a chunk; 240 of the fixed bytes are header and proof.
    expect(envelope.length).toBe(info.preambleBytes + 5 + 96 + plain + 16 * Math.ceil(plain / 65_536));
    expect(info.preambleBytes - info.listBytes).toBe(
      6 + 32 + 4 + 10 + 4 + 4 + context.length + 144 + 48 + 16 + 32,
    );
    const verified = await verifyEnvelope(w.params, { sender: identity('s') }, [envelope]);
    expect(verified.segments).toBe(1);
  });

  it('keeps messages that end like padding', async () => {
    const tails = [[0x80], [0], [0x80, 0, 0], [0, 0x80], [0x80, 0x80, 0]];
    for (const tail of tails) {
      for (const n of [0, 300, 65_536 - tail.length, 65_536 + 10]) {
        const message = join([bytes(n), new Uint8Array(tail)]);
        const envelope = await signcrypt(w.params, { recipients, sender: w.key('s') }, message);
        expect(hex((await unsigncrypt(w.params, { key: w.key('r1') }, envelope)).message)).toBe(hex(message));
      }
    }
    const zeros = new Uint8Array(200_000);
    zeros[3] = 0x80;
    const envelope = await signcrypt(w.params, { recipients, sender: w.key('s') }, zeros);
    expect((await unsigncrypt(w.params, { key: w.key('r1') }, envelope)).message).toEqual(zeros);
  });

  it('streams several segments through pieces of any size, reused buffers and Web streams', async () => {
    const message = bytes(MiB);
    async function* reusing(): AsyncGenerator<Uint8Array> {
      const buffer = new Uint8Array(100_000);
      for (let round = 0; round < 17; round++) {
        for (let at = 0; at < message.length; at += buffer.length) {
          const part = message.subarray(at, at + buffer.length);
          buffer.set(part);
          yield buffer.subarray(0, part.length);
        }
      }
    }
    const sealed = toReadableStream(signcryptStream(w.params, { recipients, sender: w.key('s') }, reusing()));
    const parts: Uint8Array[] = [];
    const reader = (sealed as ReadableStream<Uint8Array>).getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value);
    const envelope = join(parts);
    expect((await verifyEnvelope(w.params, {}, [envelope])).segments).toBe(5);
    const source = toReadableStream(
      (async function* () {
        for (let at = 0; at < envelope.length; at += 333_333) yield envelope.subarray(at, at + 333_333);
      })(),
    );
    const opened = join(
      await gather(unsigncryptStream(w.params, { key: w.key('r2') }, source as ByteSource)),
    );
    expect(opened.length).toBe(17 * MiB);
    for (let round = 0; round < 17; round += 8) {
      expect(Buffer.compare(opened.subarray(round * MiB, (round + 1) * MiB), message)).toBe(0);
    }
  });

  it('lets no byte out before the proof of its segment', async () => {
    const envelope = await signcrypt(w.params, { recipients, sender: w.key('s') }, bytes(5 * MiB));
    const { preambleBytes } = inspectEnvelope(envelope);
    const segment = 5 + 64 * (65_536 + 16) + 96;
    const released = async (alter: (copy: Uint8Array) => Uint8Array): Promise<[number, string]> => {
      let count = 0;
      const code = await codeOf(async () => {
        const source = [alter(new Uint8Array(envelope))];
        for await (const piece of unsigncryptStream(w.params, { key: w.key('r1') }, source))
          count += piece.length;
      });
      return [count, code];
    };
    const flip = (at: number) => (copy: Uint8Array) => {
      copy[at] = (copy[at] as number) ^ 1;
      return copy;
    };
    const first = preambleBytes + segment;
    expect(await released(flip(preambleBytes + 5))).toEqual([0, 'author-proof']);
    expect(await released(flip(first - 100))).toEqual([0, 'author-proof']);
    // The first 4 MiB are the author's and leave; nothing of the second segment does.
    expect(await released(flip(first + 5))).toEqual([4 * MiB, 'author-proof']);
    expect(await released(flip(envelope.length - 200))).toEqual([4 * MiB, 'author-proof']);
    expect(await released((copy) => copy.subarray(0, first))).toEqual([4 * MiB, 'stream']);
    expect(await released((copy) => copy.subarray(0, copy.length - 1))).toEqual([4 * MiB, 'stream']);
    expect(await released((copy) => join([copy, new Uint8Array(1)]))).toEqual([expect.any(Number), 'stream']);
    // The second segment in the first one's place, and the first twice.
    expect(await released((c) => join([c.subarray(0, preambleBytes), c.subarray(first)]))).toEqual([
      0,
      'author-proof',
    ]);
    expect(
      await released((c) =>
        join([c.subarray(0, first), c.subarray(preambleBytes, first), c.subarray(first)]),
      ),
    ).toEqual([4 * MiB, 'author-proof']);
  });

  it('refuses another sender, context, domain, authority or reader', async () => {
    const context = utf8('c');
    const envelope = await signcrypt(w.params, { recipients, sender: w.key('s'), context }, utf8('m'));
    const key = w.key('r1');
    const domain = { chainId: 1n, contract: `0x${'11'.repeat(20)}` };
    const open = (extra: object) => codeOf(() => unsigncrypt(w.params, { key, ...extra }, envelope));
    expect(await open({})).toBe('nothing thrown');
    expect(await open({ sender: identity('s', '2') })).toBe('author-proof');
    expect(await open({ context: utf8('d') })).toBe('author-proof');
    expect(await open({ domain })).toBe('author-proof');
    expect(await open({ key: w.key('r3') })).toBe('not-a-recipient');
    const other = await world('mcl', 4, 'elsewhere');
    expect(await codeOf(() => unsigncrypt(other.params, { key: other.key('r1') }, envelope))).toBe(
      'identity-key',
    );
  });
});
