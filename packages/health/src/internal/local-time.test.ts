import { describe, expect, test } from 'vitest';
import { localTimes } from './local-time.js';

// Expected offsets: IANA tz database. Europe/London changed 2023-10-29 02:00 BST -> 01:00 GMT and 2024-03-31 01:00 GMT -> 02:00 BST;
// America/New_York 2024-11-03 02:00 EDT -> 01:00 EST; Asia/Kolkata is +05:30 all year; Australia/Lord_Howe shifts by 30 minutes.
describe('localTimes', () => {
  test.each([
    ['Europe/London', '06/02/2024 00:37', '2024-02-06T00:37:00+00:00', undefined],
    ['Europe/London', '06/07/2024 00:37', '2024-07-06T00:37:00+01:00', undefined],
    ['Europe/London', '31/03/2024 00:59', '2024-03-31T00:59:00+00:00', undefined],
    ['Europe/London', '31/03/2024 02:00', '2024-03-31T02:00:00+01:00', undefined],
    ['Europe/London', '31/03/2024 01:30', '2024-03-31T02:30:00+01:00', 'gap'],
    ['Europe/London', '29/10/2023 01:30', '2023-10-29T01:30:00+01:00', 'overlap'],
    ['America/New_York', '03/11/2024 01:15', '2024-11-03T01:15:00-04:00', 'overlap'],
    ['Asia/Kolkata', '01/01/2024 12:00', '2024-01-01T12:00:00+05:30', undefined],
    ['Australia/Lord_Howe', '07/04/2024 01:45', '2024-04-07T01:45:00+11:00', 'overlap'],
    ['Pacific/Auckland', '29/02/2024 23:59:58', '2024-02-29T23:59:58+13:00', undefined],
    ['Europe/London', '21/02/2024', '2024-02-21T00:00:00+00:00', 'date-only'],
  ])('%s %s is %s', (zone, written, time, mark) => {
    const placed = localTimes(zone)(written);
    expect(placed?.time).toBe(time);
    expect(placed?.mark).toBe(mark);
    expect(placed?.epochMs).toBe(Date.parse(time));
  });

  test('the repeated hour is read with the second offset once the times go back', () => {
    const place = localTimes('Europe/London');
    const times = [
      '29/10/2023 00:55',
      '29/10/2023 01:25',
      '29/10/2023 01:55',
      '29/10/2023 01:05',
      '29/10/2023 01:30',
      '29/10/2023 02:00',
    ];
    expect(times.map((t) => place(t)?.time.slice(11))).toEqual([
      '00:55:00+01:00',
      '01:25:00+01:00',
      '01:55:00+01:00',
      '01:05:00+00:00',
      '01:30:00+00:00',
      '02:00:00+00:00',
    ]);
  });

  test.each([
    '31/02/2024 00:00',
    '2024-02-06 00:37',
    '13/13/2024 10:00',
    '06/02/2024 24:00',
    '06/02/2024 10:60',
    '',
    'x',
  ])('%j is no time', (written) => {
    expect(localTimes('Europe/London')(written)).toBeUndefined();
  });

  test('an unknown zone is the caller’s mistake', () => {
    expect(() => localTimes('Europe/Manchester')).toThrow(RangeError);
  });
});
