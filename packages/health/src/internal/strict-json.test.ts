import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HealthError } from '../errors.js';
import { parseStrictJson } from './strict-json.js';

function refusal(text: string, maxDepth?: number): HealthError {
  try {
    parseStrictJson(text, 'f.json', maxDepth);
  } catch (error) {
    if (error instanceof HealthError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('parseStrictJson', () => {
  test('reads what JSON.parse reads, for every JSON text', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        if (/"(?:__proto__|constructor|prototype)":/.test(text)) return;
        expect(parseStrictJson(text, 'f')).toEqual(JSON.parse(text));
      }),
      { numRuns: 300 },
    );
  });

  test('accepts and refuses the same texts as JSON.parse under random damage', () => {
    const base = '{"a":[1,-2.5e3,true,null,"x\\u00e9\\n"],"b":{"c":"d"}}';
    fc.assert(
      fc.property(
        fc.nat(base.length - 1),
        fc.constantFrom('', '"', ',', '}', '0', '\\', ' ', '\t'),
        (at, put) => {
          const text = base.slice(0, at) + put + base.slice(at + 1);
          let expected: unknown;
          let isJson = true;
          try {
            expected = JSON.parse(text);
          } catch {
            isJson = false;
          }
          if (isJson) expect(parseStrictJson(text, 'f')).toEqual(expected);
          else expect(refusal(text).code).toBe('not-json');
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each([
    ['{"a":1,"a":2}', 'duplicate-key', '1:11'],
    ['{"a":{"b":1,\n"b":2}}', 'duplicate-key', '2:4'],
    ['{"\\u0061":1,"a":2}', 'duplicate-key', '1:16'],
    ['{"__proto__":{}}', 'forbidden-key', '1:13'],
    ['{"constructor":1}', 'forbidden-key', '1:15'],
    ['[1e999]', 'not-json', '1:2'],
    ['{"a":01}', 'not-json', '1:7'],
    ['[1,]', 'not-json', '1:4'],
    ['[1] x', 'not-json', '1:5'],
    ['"a\tb"', 'not-json', '1:3'],
    ['', 'not-json', '1:1'],
    ['nul', 'not-json', '1:1'],
  ])('%j is refused as %s at %s', (text, code, place) => {
    const error = refusal(text);
    expect([error.code, error.place]).toEqual([code, place]);
  });

  test('refuses nesting beyond the limit, without a stack overflow', () => {
    expect(refusal('['.repeat(100_000), 64).code).toBe('too-deep');
    expect(parseStrictJson('[[[]]]', 'f', 3)).toEqual([[[]]]);
    expect(refusal('[[[]]]', 2).code).toBe('too-deep');
  });

  test('never quotes the input', () => {
    for (const text of [
      '{"Canary-Name": Canary-Value}',
      '{"Canary-Name":1,"Canary-Name":2}',
      '"Canary-Text',
    ]) {
      expect(refusal(text).message).not.toContain('Canary');
    }
  });
});
