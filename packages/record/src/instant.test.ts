import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareInstants, parseInstant } from './instant.js';

describe('parseInstant (REC-17)', () => {
  // Seconds by `date -u -d <text> +%s` of GNU coreutils.
  test.each([
    ['1970-01-01T00:00:00Z', 0, 0],
    ['2024-02-29T12:34:56.789Z', 1709210096, 789_000_000],
    ['2024-02-29T12:34:56.000000001+05:30', 1709190296, 1],
    ['1937-01-01T12:00:27.87+00:20', -1041337173, 870_000_000],
    ['1969-12-31T23:59:59.5-00:00', -1, 500_000_000],
    ['0001-01-01T00:00:00Z', -62135596800, 0],
    ['0099-12-31T23:59:59-14:00', -59011408801, 0],
    ['9999-12-31T23:59:59Z', 253402300799, 0],
  ])('reads %s', (text, seconds, nanoseconds) => {
    expect(parseInstant(text)).toEqual({ seconds, nanoseconds });
  });

  test.each([
    '2024-02-30T00:00:00Z',
    '2023-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2024-00-01T00:00:00Z',
    '2024-13-01T00:00:00Z',
    '2024-01-00T00:00:00Z',
    '2024-01-01T24:00:00Z',
    '2024-01-01T00:60:00Z',
    '2024-12-31T23:59:60Z',
    '2024-01-01T00:00:00',
    '2024-01-01T00:00Z',
    '2024-01-01',
    '2024-01-01t00:00:00Z',
    '2024-01-01T00:00:00z',
    '2024-01-01 00:00:00Z',
    '2024-01-01T00:00:00+14:01',
    '2024-01-01T00:00:00+00:60',
    '2024-01-01T00:00:00+0000',
    '2024-01-01T00:00:00.Z',
    '2024-01-01T00:00:00.0123456789Z',
    '0000-01-01T00:00:00Z',
    ' 2024-01-01T00:00:00Z',
    '2024-01-01T00:00:00Z\n',
    '٢٠٢٤-01-01T00:00:00Z',
    '',
  ])('refuses %j', (text) => {
    expect(() => parseInstant(text)).toThrow(expect.objectContaining({ code: 'time' }));
  });

  test('agrees with Date on every millisecond', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('0001-01-01T00:00:00Z'),
          max: new Date('9999-12-31T23:59:59Z'),
          noInvalidDate: true,
        }),
        (date) => {
          const { seconds, nanoseconds } = parseInstant(date.toISOString());
          expect(seconds * 1000 + nanoseconds / 1e6).toBe(date.getTime());
        },
      ),
    );
  });

  test('orders across offsets', () => {
    const at = (text: string) => parseInstant(text);
    expect(compareInstants(at('2024-01-01T01:00:00+01:00'), at('2024-01-01T00:00:00Z'))).toBe(0);
    expect(compareInstants(at('2024-01-01T01:00:00+02:00'), at('2024-01-01T00:00:00Z'))).toBeLessThan(0);
    expect(compareInstants(at('2024-01-01T00:00:00.2Z'), at('2024-01-01T00:00:00.19Z'))).toBeGreaterThan(0);
  });
});
