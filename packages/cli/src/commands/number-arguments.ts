/** Numbers on the command line: how an option's text becomes one, or is refused in a sentence. */

import { InvalidArgumentError } from 'commander';

/** @returns a parser of whole numbers from `min` to `max`; `expected` is the sentence for anything else */
export function wholeNumber(min: number, max: number, expected: string): (text: string) => number {
  return (text) => {
    const n = Number(text);
    if (!Number.isSafeInteger(n) || n < min || n > max) throw new InvalidArgumentError(expected);
    return n;
  };
}

/** How many of something, at least one. */
export const countOf = wholeNumber(1, Number.MAX_SAFE_INTEGER, 'Expected a whole number of at least 1.');

/** A TCP port. */
export const portOf = wholeNumber(1, 65_535, 'Expected a port, 1 to 65535.');

/** The first of several ports to try: above the system's (RFC 6335, section 6), with room for those that follow. */
export const firstPortOf = wholeNumber(1024, 65_000, 'Expected a port, 1024 to 65000.');
