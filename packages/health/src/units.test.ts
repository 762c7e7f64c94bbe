import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { convertUnit, isUcumUnit, repairUnit } from './units.js';

describe('isUcumUnit', () => {
  test.each([
    'mg/dL',
    'mmol/L',
    '10*3/uL',
    '{score}',
    '%',
    'mm[Hg]',
    'U/h',
    '[IU]',
    'mL/min/{1.73_m2}',
    'kg/m2',
    'Cel',
  ])('%s', (unit) => {
    expect(isUcumUnit(unit)).toBe(true);
  });
  test.each(['mmHg', 'beats/minute', '(score)', 'foo', 'MMOL/L', '', 'pH', 'mg per dL', ' mg'])(
    '%j is none',
    (unit) => {
      expect(isUcumUnit(unit)).toBe(false);
    },
  );
});

describe('repairUnit', () => {
  test('gives UCUM units only, and for nothing that UCUM knows but the coulomb', () => {
    for (const unit of ['mmHg', 'beats/minute', '(score)', 'pH']) {
      expect(isUcumUnit(unit)).toBe(false);
      expect(isUcumUnit(repairUnit(unit) as string)).toBe(true);
    }
    expect(repairUnit('C', 'Oral TEMPERATURE')).toBe('Cel');
    expect(repairUnit('C', 'charge')).toBeUndefined();
    expect(repairUnit('furlong')).toBeUndefined();
  });
});

describe('convertUnit', () => {
  test('glucose 180.156 mg/dL is 10 mmol/L (molar mass 180.156 g/mol: by definition)', () => {
    expect(convertUnit(180.156, 'mg/dL', 'mmol/L', 180.156)).toBeCloseTo(10, 5);
  });
  test('37 Cel is 98.6 [degF] and 1 kg is 1000 g', () => {
    expect(convertUnit(37, 'Cel', '[degF]')).toBeCloseTo(98.6, 9);
    expect(convertUnit(1, 'kg', 'g')).toBe(1000);
  });
  test('refuses what cannot be compared', () => {
    expect(() => convertUnit(1, 'mg/dL', 'mmol/L')).toThrow(RangeError);
    expect(() => convertUnit(1, 'm', 's')).toThrow(RangeError);
    expect(() => convertUnit(1, 'foo', 'g')).toThrow(RangeError);
  });
});

// Found by the property below: names that every object inherits, alone, behind a prefix, with an exponent.
test.each(['toString7', 'fvalueOf', 'constructor', '__proto__', 'mhasOwnProperty/L'])(
  '%s is no unit',
  (text) => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    expect(isUcumUnit(text)).toBe(false);
    expect(log).not.toHaveBeenCalled();
    log.mockRestore();
  },
);

test('no text makes the library write to the console', () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const pieces = 'm g / . ( ) { } [ ] 10 * ^ - + L 1 x % {a} mol \' " Hg $ 0 iU [iU] <b> 10*'.split(' ');
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces, ' '), { maxLength: 9 }), (parts) => {
      isUcumUnit(parts.join(''));
    }),
    { numRuns: 3000 },
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), (text) => void isUcumUnit(text)),
    { numRuns: 500 },
  );
  expect(log).not.toHaveBeenCalled();
  log.mockRestore();
});

// Units in the UCUM organisation's own table of example codes for electronic messaging, over every production of the grammar.
test.each([
  '/[HPF]',
  '10*12/L',
  "[in_i'H2O]",
  'mg/kg/24.h',
  'mmol/(8.h.kg)',
  'kU/L{class}',
  'g/(100.g)',
  'm/s2',
  'cal_IT',
  '[ppth]',
  "{CAE'U}",
  '%{0to3Hours}',
  '10*-3.U/mL',
  'B[10.nV]',
  '/10*10',
  'dyn.s/(cm.m2)',
  'm[H2O]',
  '[drp]',
  "/[arb'U]",
  'nmol/min/mg{prot}',
  'ng/mL{RBCs}',
  '10*6.[IU]',
])('%s is a UCUM unit', (unit) => {
  expect(isUcumUnit(unit)).toBe(true);
});
