import { expect, test } from 'vitest';
import { CounterTrack } from './counter-track.js';

/** Each step is a counter, `?` for an instance that cannot be read, `-` for one without an entry. */
function follow(steps: (number | '?' | '-')[]): { fits: boolean[]; untouched: number[] } {
  const track = new CounterTrack();
  const fits: boolean[] = [];
  for (const [seq, step] of steps.entries()) {
    if (step === '?') track.hole(seq);
    else if (step === '-') track.untouched(seq);
    else fits.push(track.next(step));
  }
  return { fits, untouched: [...steps.keys()].filter((seq) => track.isUntouched(seq)) };
}

test.each([
  [[0, 1, 2], [true, true, true], []],
  [[0, '-', 1], [true, true], [1]],
  [[1], [false], []],
  [[0, 2, 3], [true, false, true], []],
  [[0, 0, 1], [true, false, true], []],
  [['?', 0], [true], [0]],
  [['?', 1], [true], []],
  [['?', 2], [false], []],
  [['?', '?', 1], [true], []],
  [
    [0, '?', '-', '?', 1],
    [true, true],
    [1, 2, 3],
  ],
  [[0, '?', '-', '?', 3], [true, true], [2]],
  [[0, '?', '-', '?', 4], [true, false], [2]],
  [[0, '?', '?'], [true], []],
] as [(number | '?' | '-')[], boolean[], number[]][])('%j', (steps, fits, untouched) => {
  expect(follow(steps)).toEqual({ fits, untouched });
});
