/** The bytes of an export: one encoding, read back as written, and nothing but an ExportError for whatever else comes. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExportError } from '../src/export/errors.js';
import { decodeExport, type ExportFile, encodeExport } from '../src/export/export-file.js';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const some = fc.uint8Array({ maxLength: 40 });
const nodes = fc.array(some, { maxLength: 3 });
const u32 = fc.nat(2 ** 32 - 1);
const u64 = fc.maxSafeNat();
/** Strictly ascending by a key. */
const ascending = <T>(items: fc.Arbitrary<T>, key: (item: T) => string) =>
  fc
    .uniqueArray(items, { selector: key, maxLength: 4 })
    .map((list) => list.sort((a, b) => (key(a) < key(b) ? -1 : 1)));
const padded = (value: number) => String(value).padStart(20, '0');

const file: fc.Arbitrary<ExportFile> = fc.record({
  chainId: u64,
  twins: bytes(20),
  requests: bytes(20),
  parameters: some,
  blockNumber: u64,
  blockHash: bytes(32),
  header: some,
  twinsAccount: nodes,
  requestsAccount: nodes,
  twinId: bytes(32),
  lanes: ascending(
    fc.record({
      author: fc.string({ unit: fc.constantFrom(...'abc:-1'), maxLength: 12 }),
      countProof: nodes,
      mkProof: nodes,
      instances: fc.array(fc.record({ manifest: some, proof: bytes(96) }), { maxLength: 3 }),
      parts: ascending(
        fc.record({ seq: u32, entry: fc.nat(65_535), counter: u64, P: bytes(32), slot: some, payload: some }),
        ({ seq, entry }) => padded(seq) + padded(entry),
      ),
    }),
    ({ author }) => author,
  ),
  batches: ascending(
    fc.record({ server: bytes(32), number: u64, size: u32, root: bytes(32), proof: nodes }),
    ({ server, number }) => Buffer.from(server).toString('hex') + padded(number),
  ),
  receipts: fc.array(
    fc.oneof(
      fc.record({ receipt: some }),
      fc.record({
        receipt: some,
        anchor: fc.record({ batch: fc.nat(100), index: u32, path: fc.array(bytes(32), { maxLength: 3 }) }),
      }),
    ),
    { maxLength: 3 },
  ),
});

/** Plain arrays in the place of views, for comparison. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, each) =>
      each instanceof Uint8Array ? Buffer.from(each).toString('hex') : each,
    ),
  );

describe('decodeExport', () => {
  it('reads what was written, and only its one encoding', () => {
    fc.assert(
      fc.property(file, (each) => {
        const encoded = encodeExport(each);
        const decoded = decodeExport(new Uint8Array(encoded));
        expect(plain(decoded)).toEqual(plain(each));
        expect(Buffer.from(encodeExport(decoded)).equals(Buffer.from(encoded))).toBe(true);
      }),
    );
  });

  it('refuses what is changed, or reads it as what it then says', () => {
    fc.assert(
      fc.property(file, fc.nat(), fc.integer({ min: 1, max: 255 }), (each, place, mask) => {
        const encoded = new Uint8Array(encodeExport(each));
        const at = place % encoded.length;
        encoded[at] = (encoded[at] as number) ^ mask;
        try {
          expect(Buffer.from(encodeExport(decodeExport(encoded))).equals(Buffer.from(encoded))).toBe(true);
        } catch (error) {
          if (!(error instanceof ExportError)) throw error;
        }
      }),
    );
  });

  it('refuses any bytes with an ExportError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (each) => {
        expect(() => decodeExport(each)).toThrow(ExportError);
        expect(() => decodeExport(Buffer.concat([Buffer.from('TSXP\u0001\u0001'), each]))).toThrow(
          ExportError,
        );
      }),
    );
  });

  it('allocates nothing for lengths that the file does not have', () => {
    const head = Buffer.concat([
      Buffer.from('TSXP\u0001\u0001'),
      Buffer.alloc(48),
      Buffer.from('ffffffff', 'hex'),
    ]);
    expect(() => decodeExport(head)).toThrow('it ends too early');
  });

  it.each<[string, (each: ExportFile) => ExportFile]>([
    ['lanes', (each) => ({ ...each, lanes: [...each.lanes, ...each.lanes] })],
    ['batches', (each) => ({ ...each, batches: [...each.batches, ...each.batches] })],
  ])('refuses %s that stand twice', (what, change) => {
    const [sample] = fc.sample(
      file.filter(({ lanes, batches }) => lanes.length > 0 && batches.length > 0),
      1,
    );
    expect(() => decodeExport(encodeExport(change(sample as ExportFile)))).toThrow(
      `its ${what} do not ascend`,
    );
  });
});
