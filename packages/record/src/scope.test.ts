import { expect, test } from 'vitest';
import { purposeDigest } from './purpose.js';
import { isModule, moduleScope } from './scope.js';

test.each(['conditions', 'a', 'a-1', 'a'.repeat(32)])('%j names a module (REC-17)', (name) => {
  expect(isModule(name)).toBe(true);
});

test.each(['', '1a', '-a', 'A', 'a_b', 'a b', 'a\n', 'a'.repeat(33), 'é'])('%j names none', (name) => {
  expect(isModule(name)).toBe(false);
  expect(() => moduleScope(new Uint8Array(32), new Uint8Array(32), name)).toThrow(TypeError);
});

test('wrong lengths are the caller’s mistake (REC-19, REC-24)', () => {
  const [right, wrong] = [new Uint8Array(32), new Uint8Array(31)];
  expect(() => moduleScope(wrong, right, 'a')).toThrow(TypeError);
  expect(() => moduleScope(right, wrong, 'a')).toThrow(TypeError);
  expect(() => purposeDigest(wrong, right, 'TREAT')).toThrow(TypeError);
  expect(() => purposeDigest(right, wrong, 'TREAT')).toThrow(TypeError);
  for (const code of ['', 'treat', 'TREAT1', 'A'.repeat(33)]) {
    expect(() => purposeDigest(right, right, code)).toThrow(TypeError);
  }
});
