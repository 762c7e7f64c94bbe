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
/** What JSON.stringify would escape, or what may be a lone surrogate: anything else is quoted as it stands. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must be escaped
const NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;

/**
 * The canonical text of plain JSON data. Members whose value is `undefined` are left out, as JSON does.
 * @throws {TypeError} something is not plain JSON data: a function, symbol, bigint, NaN or infinity, an array with holes,
 *   an object that is not a plain one, a lone surrogate, a member named `__proto__`, or nesting beyond MAX_JSON_DEPTH
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
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

function write(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return writeString(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('canonicalJson: a number is not finite');
      return Object.is(value, -0) ? '0' : String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object': {
      if (value === null) return 'null';
      if (depth >= MAX_JSON_DEPTH) throw new TypeError(`canonicalJson: nested deeper than ${MAX_JSON_DEPTH}`);
      return Array.isArray(value) ? writeArray(value, depth + 1) : writeObject(value, depth + 1);
    }
    default:
      throw new TypeError(`canonicalJson: a ${typeof value} is not JSON data`);
  }
}

function writeString(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return `"${text}"`;
  if (LONE_SURROGATE.test(text)) throw new TypeError('canonicalJson: a text has a lone surrogate');
  return JSON.stringify(text);
}

function writeArray(items: readonly unknown[], depth: number): string {
  let out = '[';
  // By index, so that a hole is met as undefined and refused.
  for (let i = 0; i < items.length; i++) out += (i === 0 ? '' : ',') + write(items[i], depth);
  return `${out}]`;
}

function writeObject(object: object, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('canonicalJson: only plain objects and arrays are JSON data');
  }
  const members = object as Record<string, unknown>;
  // The default sort of strings is by UTF-16 code units: exactly RFC 8785, section 3.2.3.
  const names = Object.keys(members).sort();
  let out = '';
  for (const name of names) {
    const value = members[name];
    if (value === undefined) continue;
    // A copy by assignment would turn this member into a prototype.
    if (name === '__proto__') throw new TypeError('canonicalJson: a member is named __proto__');
    out += `${out === '' ? '' : ','}${writeString(name)}:${write(value, depth)}`;
  }
  return `{${out}}`;
}
