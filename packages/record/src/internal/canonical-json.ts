/**
 * The JSON Canonicalization Scheme, RFC 8785: members sorted by UTF-16 code units, no white space, numbers and strings as
 * ECMAScript's JSON.stringify writes them (sections 3.2.2 and 3.2.3 define them by it), lone surrogates refused (3.2.2.2).
 *
 * Written out here rather than taken from a package because twenty thousand statements pass through it at once and the
 * same pass must refuse what is not plain JSON, what nests too deep, and the member name `__proto__`; a test compares
 * it with the `canonicalize` package and with the RFC's own examples.
 */

import { RecordError } from '../errors.js';

/** Deepest nesting of arrays and objects in one line. FHIR resources stay below 30; the recursion here must end. */
export const MAX_JSON_DEPTH = 100;

const LONE_SURROGATE = /\p{Surrogate}/u;
/** Member names that engines enumerate as numbers, before all others: an array index (ECMA-262, section 6.1.7). */
const INDEX_LIKE = /^(?:0|[1-9][0-9]{0,9})$/;

/**
 * The canonical text of plain JSON data. Members whose value is `undefined` are left out, as JSON does.
 * @throws {TypeError} something is not plain JSON data: a function, symbol, bigint, NaN or infinity, an array with holes,
 *   an object that is not a plain one, a lone surrogate, a member named `__proto__`, or nesting beyond MAX_JSON_DEPTH
 */
export function canonicalJson(value: unknown): string {
  const walk: Walk = { indexLike: false };
  const sorted = sort(value, 0, walk);
  // The engine's own writer is several times faster than any written here; it cannot put index-like names in order.
  const text = walk.indexLike ? write(sorted) : JSON.stringify(sorted);
  // A lone surrogate is written as an escape that begins so; but so may a text with a backslash in it.
  if (text.includes('\\ud')) refuseLoneSurrogates(sorted);
  return text;
}

/**
 * The object that a canonical line says.
 * @throws {RecordError} `not-canonical-json` when the line is not exactly what `canonicalJson` writes for one object
 */
export function parseCanonicalObject(line: string): Record<string, unknown> {
  let value: unknown;
  let again: string;
  try {
    value = JSON.parse(line);
    again = canonicalJson(value);
  } catch {
    // The parser's and the writer's messages quote the input, so neither becomes the cause.
    throw new RecordError('not-canonical-json', 'line is not JSON that RFC 8785 can write');
  }
  // Duplicate members, other orders, white space, "1.0" for 1 and needless escapes all end here.
  if (again !== line) throw new RecordError('not-canonical-json', 'line is not in its RFC 8785 form');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RecordError('not-canonical-json', 'line is not a JSON object');
  }
  return value as Record<string, unknown>;
}

interface Walk {
  /** Whether a member's name is index-like. */
  indexLike: boolean;
}

/** The value with its members in order: itself where they are, a copy where not. Refuses what is not plain JSON data. */
function sort(value: unknown, depth: number, walk: Walk): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('canonicalJson: a number is not finite');
      return value;
    case 'object':
      if (value === null) return value;
      if (depth >= MAX_JSON_DEPTH) throw new TypeError(`canonicalJson: nested deeper than ${MAX_JSON_DEPTH}`);
      return Array.isArray(value) ? sortArray(value, depth + 1, walk) : sortObject(value, depth + 1, walk);
    default:
      throw new TypeError(`canonicalJson: a ${typeof value} is not JSON data`);
  }
}

function sortArray(items: readonly unknown[], depth: number, walk: Walk): readonly unknown[] {
  let out: unknown[] | undefined;
  // By index, so that a hole is met as undefined and refused.
  for (let i = 0; i < items.length; i++) {
    const item = sort(items[i], depth, walk);
    if (out === undefined && item !== items[i]) out = items.slice();
    if (out !== undefined) out[i] = item;
  }
  return out ?? items;
}

function sortObject(object: object, depth: number, walk: Walk): object {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('canonicalJson: only plain objects and arrays are JSON data');
  }
  const members = object as Record<string, unknown>;
  const names = Object.keys(members);
  let same = true;
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    // A copy by assignment would turn this member into a prototype.
    if (name === '__proto__') throw new TypeError('canonicalJson: a member is named __proto__');
    const first = name.charCodeAt(0);
    if (first >= 0x30 && first <= 0x39 && INDEX_LIKE.test(name)) walk.indexLike = true;
    if (i > 0 && (names[i - 1] as string) > name) same = false;
  }
  // The default sort of strings is by UTF-16 code units: exactly RFC 8785, section 3.2.3.
  if (!same) names.sort();
  let out: Record<string, unknown> | undefined = same ? undefined : {};
  for (const name of names) {
    const value = members[name];
    const sorted = value === undefined ? undefined : sort(value, depth, walk);
    if (out === undefined && sorted !== value) out = { ...members };
    if (out !== undefined) out[name] = sorted;
  }
  return out ?? object;
}

/** As JSON.stringify, with index-like names in their place. The value was checked before. */
function write(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  const members = Object.entries(value).filter(([, v]) => v !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, v]) => `${JSON.stringify(name)}:${write(v)}`).join(',')}}`;
}

function refuseLoneSurrogates(value: unknown): void {
  if (typeof value === 'string' && LONE_SURROGATE.test(value)) {
    throw new TypeError('canonicalJson: a text has a lone surrogate');
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    refuseLoneSurrogates(name);
    refuseLoneSurrogates(member);
  }
}
