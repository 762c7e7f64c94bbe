/** Laws that hold for any object: round trips, one encoding, no bit without meaning, and nothing but RecordError from any bytes. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareStatements,
  decodeCapsule,
  decodeFrame,
  decodeIdentityBytes,
  decodeManifest,
  decodePartContent,
  decodeReceipt,
  decodeSlot,
  decodeStatement,
  encodeCapsule,
  encodeFrame,
  encodeIdentityBytes,
  encodeManifest,
  encodePartContent,
  encodeReceiptBody,
  encodeStatement,
  fromHex,
  hospitalIdentity,
  type Identity,
  type Manifest,
  manifestRoot,
  maskCounter,
  openPart,
  paddedLength,
  parseInstant,
  parseName,
  patientIdentity,
  peekMagic,
  type ReceiptFields,
  RecordError,
  receiptDigest,
  type Statement,
  sealPart,
  sortRecipients,
  sortStatements,
  staffIdentity,
  unmaskCounter,
} from '../src/index.js';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const safe = fc.maxSafeNat();
const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,62}$/);
const epoch = fc.integer({ min: 1, max: 999_999_999 });
const hospital = fc.tuple(id, epoch).map(([i, e]) => hospitalIdentity(i, e));
const identity: fc.Arbitrary<Identity> = fc.oneof(
  hospital,
  fc.tuple(bytes(32), epoch).map(([t, e]) => patientIdentity(t, e)),
  fc.tuple(id, id, epoch).map(([h, i, e]) => staffIdentity(h, i, e)),
);
const byHex = (list: Uint8Array[]) => [...list].sort(Buffer.compare);
const distinct = <T>(arb: fc.Arbitrary<T>, key: (t: T) => string, maxLength: number) =>
  fc.uniqueArray(arb, { selector: key, minLength: 1, maxLength });
const hexKey = (b: Uint8Array) => Buffer.from(b).toString('hex');

const manifest: fc.Arbitrary<Manifest> = fc.record({
  twinId: bytes(32),
  author: hospital,
  seq: safe,
  accessVersion: safe,
  time: safe,
  entries: distinct(
    fc.record({ tag: bytes(32), partDigest: bytes(32), maskedCounter: bytes(8) }),
    (e) => hexKey(e.tag),
    6,
  ).map((list) => list.sort((a, b) => Buffer.compare(a.tag, b.tag))),
});
const capsule = fc.record({
  twinId: bytes(32),
  authorId: bytes(32),
  scope: bytes(32),
  sealingEpoch: safe,
  issuer: identity,
  issuedAt: safe,
  recipients: distinct(identity, (i) => `${i.name}#${i.epoch}`, 5).map((list) => sortRecipients(list)),
  sealed: bytes(320),
});
const receipt: fc.Arbitrary<ReceiptFields> = fc
  .record({
    twinId: bytes(32),
    index: safe,
    previous: bytes(32),
    requestId: bytes(32),
    requester: identity,
    server: identity,
    reason: fc.integer({ min: 0, max: 11 }),
    purpose: fc.stringMatching(/^[A-Z]{1,32}$/),
    scopes: distinct(bytes(32), hexKey, 4).map(byHex),
    blockNumber: safe,
    blockHash: bytes(32),
    time: safe,
  })
  .map((r) => ({
    ...r,
    decision: r.reason === 0 || r.reason === 11 ? 'permit' : 'deny',
    previous: r.index === 0 ? new Uint8Array(32) : r.previous,
  }));
const time = fc
  .tuple(
    fc.date({
      min: new Date('0001-01-02T00:00:00Z'),
      max: new Date('9999-12-30T00:00:00Z'),
      noInvalidDate: true,
    }),
    fc.constantFrom('Z', '+00:00', '-05:30', '+14:00'),
  )
  .map(([date, offset]) => date.toISOString().replace('Z', offset));
const wellFormed = (options: fc.StringConstraints) => fc.string({ ...options, unit: 'grapheme' });
const statement: fc.Arbitrary<Statement> = fc
  .record({
    put: fc.boolean(),
    source: fc.record({
      system: wellFormed({ minLength: 1, maxLength: 12 }),
      id: wellFormed({ minLength: 1, maxLength: 12 }),
      version: wellFormed({ maxLength: 4 }),
    }),
    sourceTime: time,
    recordedTime: time,
    extra: fc.dictionary(
      wellFormed({ maxLength: 8 }).filter((k) => k !== '__proto__'),
      fc.jsonValue({ maxDepth: 3 }),
    ),
  })
  .map(({ put, extra, ...rest }) =>
    put
      ? {
          op: 'put',
          ...rest,
          resource: { ...extra, resourceType: 'Observation' } as Statement['resource'] & object,
        }
      : { op: 'retract', ...rest },
  )
  // JSON values of any key may hold the one name that is refused, and -0, which JSON does not keep.
  .filter((s) => !JSON.stringify(s).includes('__proto__'))
  .map((s) => JSON.parse(JSON.stringify(s)) as Statement);
const part = {
  twinId: new Uint8Array(32),
  author: hospitalIdentity('north'),
  module: 'glucose',
  seq: 0,
  counter: 0,
};

const decoders: [string, (b: Uint8Array) => unknown][] = [
  ['manifest', decodeManifest],
  ['capsule', decodeCapsule],
  ['receipt', decodeReceipt],
  ['slot', decodeSlot],
  ['identity', decodeIdentityBytes],
  ['frame', decodeFrame],
  ['part content', (b) => decodePartContent(b, part)],
  ['head', peekMagic],
];
/** The result, or undefined when refused by RecordError; anything else that is thrown fails the test. */
function attempt<T>(decode: () => T): T | undefined {
  try {
    return decode();
  } catch (error) {
    if (error instanceof RecordError) return undefined;
    throw error;
  }
}

describe('round trips (REC-2)', () => {
  test('identities', () => {
    fc.assert(
      fc.property(identity, (i) => {
        expect(decodeIdentityBytes(encodeIdentityBytes(i))).toEqual(i);
      }),
    );
  });

  test('manifests', () => {
    fc.assert(
      fc.property(manifest, (m) => {
        const encoded = encodeManifest(m);
        expect(decodeManifest(encoded)).toEqual(m);
        expect(encodeManifest(decodeManifest(encoded))).toEqual(encoded);
      }),
    );
  });

  test('capsules', () => {
    fc.assert(
      fc.property(capsule, (c) => {
        expect(decodeCapsule(encodeCapsule(c))).toEqual(c);
      }),
    );
  });

  test('receipts', () => {
    fc.assert(
      fc.property(receipt, bytes(96), (r, proof) => {
        const encoded = new Uint8Array([...encodeReceiptBody(r), ...proof]);
        expect(decodeReceipt(encoded)).toEqual({ ...r, proof });
      }),
    );
  });

  test('statements and contents, whatever the order given', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 8 }), (list) => {
        for (const s of list) expect(decodeStatement(encodeStatement(s))).toEqual(s);
        const sorted = sortStatements(list);
        fc.pre(sorted.every((s, i) => i === 0 || compareStatements(sorted[i - 1] as Statement, s) < 0));
        const content = encodePartContent(part, list);
        expect(encodePartContent(part, [...list].reverse())).toEqual(content);
        expect(decodePartContent(content, part)).toEqual(sorted);
      }),
      { numRuns: 60 },
    );
  });

  test('frames', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 3000 }),
        fc.integer({ min: 1, max: 40 }),
        (unit, times) => {
          const content = new Uint8Array(unit.length * times).map((_, i) => unit[i % unit.length] as number);
          expect(decodeFrame(encodeFrame(content))).toEqual(content);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('counters', () => {
    fc.assert(
      fc.property(bytes(32), bytes(32), safe, safe, (tk, lane, seq, counter) => {
        expect(unmaskCounter(tk, lane, seq, maskCounter(tk, lane, seq, counter))).toBe(counter);
      }),
    );
  });
});

describe('Padmé (REC-15)', () => {
  test('never shortens, adds at most 12 % above 256 bytes, is its own Padmé length and grows with the length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 27 }), (length) => {
        const padded = paddedLength(length);
        expect(padded).toBeGreaterThanOrEqual(Math.max(length, 256));
        expect(padded).toBeLessThanOrEqual(Math.max(length, 256) * 1.12);
        expect(paddedLength(padded)).toBe(padded);
        expect(paddedLength(length + 1)).toBeGreaterThanOrEqual(padded);
      }),
    );
  });
});

describe('no bit is without meaning', () => {
  const everyBit = (encoded: Uint8Array, check: (changed: Uint8Array) => void) => {
    for (let bit = 0; bit < 8 * encoded.length; bit++) {
      const changed = Uint8Array.from(encoded);
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
      check(changed);
    }
  };
  const sample = <T>(arbitrary: fc.Arbitrary<T>) => fc.sample(arbitrary, { numRuns: 1, seed: 20 })[0] as T;

  test('of a manifest: refused, or another root', () => {
    const encoded = encodeManifest(sample(manifest));
    const h = hexKey(manifestRoot(encoded));
    everyBit(encoded, (changed) => {
      const decoded = attempt(() => decodeManifest(changed));
      if (decoded === undefined) return;
      expect(hexKey(encodeManifest(decoded))).toBe(hexKey(changed));
      expect(hexKey(manifestRoot(changed))).not.toBe(h);
    });
  });

  test('of a capsule: refused, or another capsule', () => {
    const encoded = encodeCapsule(sample(capsule));
    everyBit(encoded, (changed) => {
      const decoded = attempt(() => decodeCapsule(changed));
      if (decoded !== undefined) expect(hexKey(encodeCapsule(decoded))).toBe(hexKey(changed));
    });
  });

  test('of a receipt: refused, or another digest, or another proof', () => {
    const encoded = new Uint8Array([...encodeReceiptBody(sample(receipt)), ...sample(bytes(96))]);
    const digest = hexKey(receiptDigest(encoded.subarray(0, -96)));
    everyBit(encoded, (changed) => {
      const decoded = attempt(() => decodeReceipt(changed));
      if (decoded === undefined) return;
      expect(hexKey(encodeReceiptBody(decoded)) + hexKey(decoded.proof)).toBe(hexKey(changed));
      const other = hexKey(receiptDigest(changed.subarray(0, -96))) !== digest;
      expect(other || hexKey(decoded.proof) !== hexKey(encoded.subarray(-96))).toBe(true);
    });
  });

  test('of a frame: refused, or another content', () => {
    const content = new Uint8Array(100).map((_, i) => (i * 37) ^ 0x5a);
    everyBit(encodeFrame(content), (changed) => {
      const decoded = attempt(() => decodeFrame(changed));
      if (decoded !== undefined) expect(decoded).not.toEqual(content);
    });
  });

  test('of a statement line: refused, or another statement', () => {
    const source = { system: 's', id: 'i', version: '' };
    const at = '2024-01-01T00:00:00Z';
    const retraction: Statement = { op: 'retract', source, sourceTime: at, recordedTime: at };
    const encoded = encodePartContent(part, [retraction]);
    everyBit(encoded, (changed) => {
      const decoded = attempt(() => decodePartContent(changed, part));
      if (decoded === undefined) return;
      expect(decoded).not.toEqual([retraction]);
      expect(encodePartContent(part, decoded)).toEqual(changed);
    });
  });

  test('of a slot or payload: refused', async () => {
    const K = new Uint8Array(32).fill(1);
    const context = { ...part, authorId: K, tag: K, accessVersion: 1 };
    const fresh = { P: new Uint8Array(32), slotSalt: new Uint8Array(16), payloadSalt: new Uint8Array(16) };
    const sealed = await sealPart(K, context, new Uint8Array(10).fill(7), fresh);
    const changes: { slot: Uint8Array; payload: Uint8Array }[] = [];
    everyBit(sealed.slot, (slot) => changes.push({ ...sealed, slot }));
    everyBit(sealed.payload, (payload) => changes.push({ ...sealed, payload }));
    for (const change of changes) {
      await expect(openPart(K, context, change)).rejects.toBeInstanceOf(RecordError);
    }
  });
});

describe('any bytes and texts are refused by RecordError alone', () => {
  test.each(decoders)('%s', (_name, decode) => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (b) => void attempt(() => decode(b))));
  });

  test.each([
    ['manifest', 'TSMF', decodeManifest, manifest.map(encodeManifest)],
    ['capsule', 'TSCP', decodeCapsule, capsule.map(encodeCapsule)],
    [
      'receipt',
      'TSRC',
      decodeReceipt,
      receipt.map((r) => new Uint8Array([...encodeReceiptBody(r), ...new Uint8Array(96)])),
    ],
  ] as const)('%s cut, extended and overwritten', (_name, _magic, decode, valid) => {
    fc.assert(
      fc.property(valid, fc.nat(), fc.uint8Array({ maxLength: 12 }), (b, at, by) => {
        const where = at % b.length;
        const overwritten = Uint8Array.from(b);
        overwritten.set(by.subarray(0, b.length - where), where);
        attempt<unknown>(() => decode(overwritten));
        expect(attempt<unknown>(() => decode(b.slice(0, where)))).toBeUndefined();
        if (by.length > 0)
          expect(attempt<unknown>(() => decode(new Uint8Array([...b, ...by])))).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  test('lines, names and times', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        attempt(() => decodeStatement(text));
        attempt(() => parseName(text));
        attempt(() => parseInstant(text));
      }),
    );
  });

  test('no length that is announced is allocated before it is there', () => {
    // Each announces 4 GiB or 64 MiB in a few bytes. A decoder that believed it would take the memory first.
    const huge = 'ffffffff';
    const before = process.memoryUsage();
    for (let i = 0; i < 50; i++) {
      for (const [decode, announced] of [
        [decodeIdentityBytes, huge],
        [decodeManifest, `54534d460101${'00'.repeat(32)}${huge}`],
        [decodeCapsule, `545343500101${'00'.repeat(104)}${huge}`],
        [decodeReceipt, `545352430101${'00'.repeat(104)}${huge}`],
        [decodeFrame, `00${'04000000'.repeat(2)}${'00'.repeat(247)}`],
        [decodeFrame, `01${'04000000'}${'00000010'}${'00'.repeat(247)}`],
      ] as [(b: Uint8Array) => unknown, string][]) {
        expect(attempt(() => decode(fromHex(announced)))).toBeUndefined();
      }
    }
    expect(process.memoryUsage().arrayBuffers - before.arrayBuffers).toBeLessThan(16 * 2 ** 20);
  });

  test('a deflated content that would go on and on is stopped', async () => {
    const { deflateRawSync } = await import('node:zlib');
    const bomb = deflateRawSync(new Uint8Array(200 * 2 ** 20), { level: 9 });
    const frame = (contentLength: number) => {
      const head = Buffer.alloc(9);
      head[0] = 1;
      head.writeUInt32BE(contentLength, 1);
      head.writeUInt32BE(bomb.length, 5);
      return Buffer.concat([head, bomb], paddedLength(9 + bomb.length));
    };
    const started = performance.now();
    for (const length of [bomb.length + 1, 64 * 2 ** 20]) {
      expect(() => decodeFrame(frame(length))).toThrow(expect.objectContaining({ code: 'compression' }));
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
