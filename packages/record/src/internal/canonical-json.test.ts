import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RecordError } from '../errors.js';
import { canonicalJson, MAX_JSON_DEPTH, parseCanonicalObject } from './canonical-json.js';

const reference = canonicalize as unknown as (value: unknown) => string;

describe('canonicalJson (REC-17, RFC 8785)', () => {
  test('writes the example of RFC 8785, section 3.2.2 to 3.2.4', () => {
    // Input and result as printed in the RFC.
    const input = JSON.parse(`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalJson(input)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('sorts members by UTF-16 code units, as RFC 8785 section 3.2.3 lists', () => {
    const input = JSON.parse(
      '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",' +
        '"\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
    );
    const order = [...canonicalJson(input).matchAll(/:"([^"]+)"/g)].map((m) => m[1]);
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  // Pairs of IEEE 754 bits and text from RFC 8785, appendix B.
  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
  ])('writes the double %s as %s', (bits, text) => {
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, BigInt(`0x${bits}`));
    expect(canonicalJson(view.getFloat64(0))).toBe(text);
  });

  test('agrees with the canonicalize package on any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        fc.pre(!JSON.stringify(value).includes('"__proto__"'));
        expect(canonicalJson(value)).toBe(reference(value));
      }),
    );
  });

  test('puts names that look like array indexes in their place', () => {
    const value = {
      b: { '10': 1, '9': 2, a: [{ '2': 1, '11': 1 }], '': 3, '01': 4, x: undefined },
      '1': null,
    };
    expect(canonicalJson(value)).toBe('{"1":null,"b":{"":3,"01":4,"10":1,"9":2,"a":[{"11":1,"2":1}]}}');
    expect(canonicalJson(value)).toBe(reference(value));
  });

  test('leaves its argument as it is, and tells a backslash from a lone surrogate', () => {
    const value = { b: [{ d: 1, c: 2 }], a: '\\ud800 \ud83d\ude00' };
    const before = structuredClone(value);
    expect(canonicalJson(value)).toBe('{"a":"\\\\ud800 \ud83d\ude00","b":[{"c":2,"d":1}]}');
    expect(value).toEqual(before);
    expect(Object.keys(value)).toEqual(['b', 'a']);
  });

  test('refuses what is not plain JSON data', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    const hole = [1, 2, 3];
    delete hole[1];
    const bad = [NaN, Infinity, 1n, () => 1, Symbol('x'), new Date(0), new Map(), cyclic, hole, [undefined]];
    for (const value of bad) expect(() => canonicalJson(value)).toThrow(TypeError);
    expect(() => canonicalJson('\ud800')).toThrow(TypeError);
    expect(() => canonicalJson({ '\udc00': 1 })).toThrow(TypeError);
    expect(() => canonicalJson(JSON.parse('{"__proto__":1}'))).toThrow(TypeError);
  });
});

describe('parseCanonicalObject', () => {
  test.each([
    ['white space', '{"a": 1}'],
    ['order', '{"b":1,"a":1}'],
    ['a repeated member', '{"a":1,"a":1}'],
    ['trailing zeros', '{"a":1.0}'],
    ['a needless escape', '{"a":"\\u0041"}'],
    ['an escaped solidus', '{"a":"\\/"}'],
    ['an uppercase escape', '{"a":"\\u001F"}'],
    ['an infinite number', '{"a":1e999}'],
    ['a lone surrogate', '{"a":"\\ud800"}'],
    ['__proto__', '{"__proto__":{}}'],
    ['a byte-order mark', '\ufeff{}'],
    ['an array', '[]'],
    ['a text', '"a"'],
    ['null', 'null'],
    ['nothing', ''],
    ['two objects', '{}{}'],
    ['a carriage return', '{}\r'],
  ])('refuses %s', (_what, line) => {
    expect(() => parseCanonicalObject(line)).toThrow(
      expect.objectContaining({ name: 'RecordError', code: 'not-canonical-json' }),
    );
  });

  test('ends on nesting of any depth without exhausting the stack', () => {
    const nested = (n: number) => `{"a":${'['.repeat(n)}${']'.repeat(n)}}`;
    expect(parseCanonicalObject(nested(MAX_JSON_DEPTH - 1))).toHaveProperty('a');
    expect(() => parseCanonicalObject(nested(MAX_JSON_DEPTH))).toThrow(RecordError);
    expect(() => parseCanonicalObject(nested(1_000_000))).toThrow(RecordError);
  });
});
