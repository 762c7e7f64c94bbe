/**
 * Twins that may be one person's. A list for a registrar to look at, and nothing else: twins are linked by their patient's signatures.
 *
 * The score adds up agreements and disagreements as record linkage does (Fellegi and Sunter, 1969), with round weights in the place of estimated ones:
 *
 *     identifier of one system and value in both             +5
 *     birth date equal                                       +4      two of its three numbers equal, or day and month exchanged +1.5      else −4
 *     family name at least 0.9 alike                         +3      at least 0.75 alike +1                                            else −2
 *     given name likewise                                    +2      +1                                                               else −1
 *     telephone number equal                                 +2
 *     postal code equal                                      +1.5
 *     gender equal                                           +0.5    else −1
 *
 * What one of them lacks counts nothing. Alike is 1 − Levenshtein distance / the longer length, of the best pair of names. From 6 on a pair is proposed: birth date and family name
 * alone reach 7, an identifier and a gender do not.
 */

import { distance } from 'fastest-levenshtein';
import type { Person } from './person.js';

/** From this score on a pair is proposed. */
export const PROPOSED_FROM = 6;

/** Why a pair is proposed: what agrees, what differs; never the values. */
export interface Comparison {
  readonly score: number;
  readonly agrees: readonly string[];
  readonly differs: readonly string[];
}

/** Compares two people. Symmetric. */
export function comparePersons(a: Person, b: Person): Comparison {
  const agrees: string[] = [];
  const differs: string[] = [];
  let score = 0;
  const add = (what: string, weight: number) => {
    if (weight === 0) return;
    score += weight;
    (weight > 0 ? agrees : differs).push(what);
  };
  add('identifier', shares(a.identifiers, b.identifiers) ? 5 : 0);
  add('birth date', birthWeight(a.birthDate, b.birthDate));
  add('family name', nameWeight(a.families, b.families, [3, 1, -2]));
  add('given name', nameWeight(a.givens, b.givens, [2, 1, -1]));
  add('telephone', shares(a.phones, b.phones) ? 2 : 0);
  add('postal code', shares(a.postalCodes, b.postalCodes) ? 1.5 : 0);
  if (a.gender !== undefined && b.gender !== undefined) add('gender', a.gender === b.gender ? 0.5 : -1);
  return { score, agrees, differs };
}

function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.some((each) => b.includes(each));
}

function birthWeight(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return 0;
  if (a === b) return 4;
  const [one, other] = [a.split('-'), b.split('-')];
  if (one.length !== 3 || other.length !== 3) return one[0] === other[0] ? 0 : -4;
  const same = one.filter((part, index) => part === other[index]).length;
  const exchanged = one[0] === other[0] && one[1] === other[2] && one[2] === other[1];
  return same === 2 || exchanged ? 1.5 : -4;
}

function nameWeight(
  a: readonly string[],
  b: readonly string[],
  [same, near, other]: readonly [number, number, number],
): number {
  if (a.length === 0 || b.length === 0) return 0;
  const best = Math.max(...a.flatMap((one) => b.map((two) => alike(one, two))));
  return best >= 0.9 ? same : best >= 0.75 ? near : other;
}

function alike(a: string, b: string): number {
  return 1 - distance(a, b) / Math.max(a.length, b.length, 1);
}
