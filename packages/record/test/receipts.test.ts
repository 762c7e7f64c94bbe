import { describe, expect, test } from 'vitest';
import {
  decisionOf,
  encodeReceiptBody,
  hospitalIdentity,
  REASONS,
  type ReceiptFields,
  receiptHash,
  signReceipt,
  signReceiptBody,
  staffIdentity,
  verifyReceiptChain,
} from '../src/index.js';
import { domain, keyOf, north, params, south, twinId } from './support/lane.js';
import { seededRandom } from './support/random.js';

type Fields = Omit<ReceiptFields, 'server'>;
const fields: Fields = {
  twinId,
  index: 0,
  previous: new Uint8Array(32),
  requestId: new Uint8Array(32).fill(1),
  requester: staffIdentity('south', 'dr'),
  decision: 'permit',
  reason: 0,
  purpose: 'TREAT',
  scopes: [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)],
  blockNumber: 1,
  blockHash: new Uint8Array(32),
  time: 5,
};
const sign = (change: Partial<Fields> = {}, key = north) =>
  signReceipt({ params, domain, key, receipt: { ...fields, ...change }, random: seededRandom('receipts') });
const chain = (count: number, from = { index: 0, previous: fields.previous }): Uint8Array[] => {
  const receipts: Uint8Array[] = [];
  let { index, previous } = from;
  for (let i = 0; i < count; i++) {
    const receipt = sign({ index, previous, time: 100 + index });
    receipts.push(receipt);
    previous = receiptHash(receipt);
    index += 1;
  }
  return receipts;
};
const check = (receipts: Uint8Array[], from?: { index: number; previous: Uint8Array }) =>
  verifyReceiptChain({
    params,
    domain,
    twinId,
    server: north.identity,
    receipts,
    ...(from === undefined ? {} : { from }),
  });

describe('signReceipt (REC-22, REC-23)', () => {
  test.each([
    ['a short twin id', { twinId: new Uint8Array(31) }, TypeError],
    ['a purpose in lowercase', { purpose: 'treat' }, TypeError],
    ['a requester of no grammar', { requester: { name: 'dr', epoch: '1' } }, TypeError],
    ['a permit without grant', { reason: 3 }, RangeError],
    ['a denial with grant', { decision: 'deny' }, RangeError],
    ['an unknown reason', { decision: 'deny', reason: 12 }, RangeError],
    ['a fractional reason', { reason: 0.5 }, RangeError],
    ['no scopes', { scopes: [] }, RangeError],
    ['scopes unsorted', { scopes: [...fields.scopes].reverse() }, RangeError],
    ['a scope twice', { scopes: [fields.scopes[0], fields.scopes[0]] as Uint8Array[] }, RangeError],
    ['257 scopes', { scopes: Array.from({ length: 257 }, () => fields.blockHash) }, RangeError],
    ['one before the first', { previous: new Uint8Array(32).fill(1) }, RangeError],
    ['a negative index', { index: -1 }, RangeError],
  ] as [string, Partial<Fields>, ErrorConstructor][])('refuses %s', (_what, change, kind) => {
    expect(() => sign(change)).toThrow(kind);
  });

  test('permit goes with reasons 0 and 11 only', () => {
    expect(REASONS.map((_, reason) => decisionOf(reason)).join()).toBe(`permit${',deny'.repeat(10)},permit`);
    for (const reason of REASONS.keys())
      expect(sign({ reason, decision: decisionOf(reason) })).toBeInstanceOf(Uint8Array);
  });
});

describe('signReceiptBody', () => {
  const body = encodeReceiptBody({ ...fields, index: 1, server: north.identity });
  const signed = (previous?: Uint8Array) =>
    signReceiptBody({
      params,
      domain,
      key: north,
      body,
      random: seededRandom('receipts'),
      ...(previous === undefined ? {} : { previous }),
    });

  test('signs the receipt of these fields, with the predecessor of the body or with another', () => {
    expect(signed()).toEqual(sign({ index: 1 }));
    const before = body.slice();
    const previous = receiptHash(sign());
    expect(signed(previous)).toEqual(sign({ index: 1, previous }));
    expect(body).toEqual(before);
    expect(() => signed(new Uint8Array(31))).toThrow(TypeError);
  });
});

describe('verifyReceiptChain', () => {
  const receipts = chain(4);
  const [r0, r1, r2, r3] = receipts as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const found = (list: Uint8Array[], from?: { index: number; previous: Uint8Array }) => {
    const { verified, findings } = check(list, from);
    return [verified.map(({ receipt }) => receipt.index), findings.map((f) => `${f.position} ${f.code}`)];
  };

  test('finds nothing in a whole one', () => {
    expect(found(receipts)).toEqual([[0, 1, 2, 3], []]);
    expect(found([])).toEqual([[], []]);
  });

  test('goes on from where it was', () => {
    expect(found([r2, r3], { index: 2, previous: receiptHash(r1) })).toEqual([[2, 3], []]);
    expect(found([r2, r3], { index: 2, previous: receiptHash(r0) })).toEqual([[2, 3], ['0 previous']]);
  });

  test('finds one left out, one put in twice, and two exchanged', () => {
    expect(found([r0, r2, r3])).toEqual([[0, 2, 3], ['1 gap']]);
    expect(found([r0, r1, r1, r2])).toEqual([[0, 1, 1, 2], ['2 gap']]);
    expect(found([r0, r2, r1, r3])[1]).toEqual(['1 gap', '2 gap', '3 gap']);
  });

  test('finds one replaced by another of the same index', () => {
    const forked = sign({ index: 1, previous: receiptHash(r0), time: 999 });
    expect(found([r0, forked, r2, r3])).toEqual([[0, 1, 2, 3], ['2 previous']]);
  });

  test('finds one altered, one undecodable, and one of another server or twin', () => {
    const altered = Uint8Array.from(r1);
    altered[r1.length - 97] = (altered[r1.length - 97] as number) ^ 1;
    expect(found([r0, altered, r2])).toEqual([
      [0, 2],
      ['1 proof', '2 previous'],
    ]);
    expect(found([r0, new Uint8Array(3), r2])).toEqual([
      [0, 2],
      ['1 undecodable', '2 previous'],
    ]);
    const foreign = sign({ index: 1, previous: receiptHash(r0) }, south);
    expect(found([r0, foreign])).toEqual([[0], ['1 foreign']]);
    const renewed = sign({ index: 1, previous: receiptHash(r0) }, keyOf(hospitalIdentity('north', 2)));
    expect(found([r0, renewed])).toEqual([[0], ['1 foreign']]);
    const elsewhere = sign({ index: 1, previous: receiptHash(r0), twinId: new Uint8Array(32) });
    expect(found([r0, elsewhere])).toEqual([[0], ['1 foreign']]);
  });
});
