/**
 * RFC 8259 JSON with the gaps closed that matter for records: a repeated key, a `__proto__`, `constructor` or `prototype` key, nesting beyond a limit and
 * trailing content are refused. Own code rather than `JSON.parse` because that keeps the last of repeated keys silently,
 * sets prototypes apart only by luck, recurses without limit, and quotes the input in its error messages.
 */
import type { HealthErrorCode } from '../errors.js';
import { HealthError } from '../errors.js';

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 section 7 refuses exactly these inside strings
const PLAIN = /[^"\\\u0000-\u001f]*/y;

/**
 * Parses `text`: by `JSON.parse` where a cheap scan shows that nothing is to be refused, else by the strict parser below, which then says what and where.
 * @param file name for error messages
 * @param maxDepth deepest nesting of arrays and objects that is accepted
 * @throws HealthError `not-json`, `duplicate-key`, `forbidden-key`, `too-deep`; `place` is `line:column` from 1
 */
export function parseStrictJson(text: string, file: string, maxDepth = 64): unknown {
  let fast: unknown;
  try {
    fast = JSON.parse(text);
  } catch {
    return parseSlowly(text, file, maxDepth);
  }
  // JSON.parse keeps the last of repeated keys: then the text has more keys than the value.
  return countKeys(fast, 0, maxDepth) === countKeyTokens(text) ? fast : parseSlowly(text, file, maxDepth);
}

/** Keys in all objects of a value; NaN where something in it is to be refused. */
function countKeys(value: unknown, depth: number, maxDepth: number): number {
  if (typeof value === 'number') return Number.isFinite(value) ? 0 : Number.NaN;
  if (typeof value !== 'object' || value === null) return 0;
  if (depth >= maxDepth) return Number.NaN;
  let count = 0;
  if (Array.isArray(value)) {
    for (const inner of value) count += countKeys(inner, depth + 1, maxDepth);
    return count;
  }
  for (const key of Object.keys(value)) {
    if (FORBIDDEN.has(key)) return Number.NaN;
    count += 1 + countKeys((value as Record<string, unknown>)[key], depth + 1, maxDepth);
  }
  return count;
}

/** Strings followed by a colon, in a text that is known to be JSON. */
function countKeyTokens(text: string): number {
  let count = 0;
  for (let open = text.indexOf('"'); open !== -1; open = text.indexOf('"', open)) {
    let close = open;
    do {
      close = text.indexOf('"', close + 1);
      let slashes = 0;
      while (text.charCodeAt(close - 1 - slashes) === 0x5c) slashes++;
      if (slashes % 2 === 0) break;
    } while (close !== -1);
    let next = close + 1;
    while (text.charCodeAt(next) <= 0x20) next++;
    if (text.charCodeAt(next) === 0x3a) count++;
    open = close + 1;
  }
  return count;
}

function parseSlowly(text: string, file: string, maxDepth: number): unknown {
  let at = 0;

  function fail(code: HealthErrorCode, what: string, expected: string): never {
    let line = 1;
    let start = 0;
    for (let i = text.indexOf('\n'); i !== -1 && i < at; i = text.indexOf('\n', i + 1)) {
      line++;
      start = i + 1;
    }
    throw new HealthError(code, what, { file, place: `${line}:${at - start + 1}`, expected });
  }

  function space(): void {
    for (;;) {
      const c = text.charCodeAt(at);
      if (c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09) at++;
      else return;
    }
  }

  function string(): string {
    at++;
    let out = '';
    for (;;) {
      PLAIN.lastIndex = at;
      const run = (PLAIN.exec(text) as RegExpExecArray)[0];
      at += run.length;
      const c = text[at];
      if (c === '"') {
        at++;
        return out === '' ? run : out + run;
      }
      if (c !== '\\')
        fail('not-json', 'an unterminated string or a control character in one', 'a JSON string');
      out += run;
      const e = text[at + 1];
      const simple = e === undefined ? -1 : '"\\/bfnrt'.indexOf(e);
      if (simple >= 0) {
        out += '"\\/\b\f\n\r\t'[simple];
        at += 2;
      } else if (e === 'u' && /^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) {
        out += String.fromCharCode(Number.parseInt(text.slice(at + 2, at + 6), 16));
        at += 6;
      } else
        fail('not-json', 'an unknown escape in a string', 'one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX');
    }
  }

  function literal<T>(word: string, value: T): T {
    if (!text.startsWith(word, at)) fail('not-json', 'an unexpected character', 'a JSON value');
    at += word.length;
    return value;
  }

  function value(depth: number): unknown {
    space();
    const c = text[at];
    if (c === '{' || c === '[') {
      if (depth >= maxDepth) fail('too-deep', 'nesting is too deep', `at most ${maxDepth} levels`);
      return c === '{' ? object(depth) : array(depth);
    }
    if (c === '"') return string();
    if (c === 't') return literal('true', true);
    if (c === 'f') return literal('false', false);
    if (c === 'n') return literal('null', null);
    NUMBER.lastIndex = at;
    const number = NUMBER.exec(text);
    if (!number) fail('not-json', 'an unexpected character or the end of the text', 'a JSON value');
    const n = Number(number[0]);
    if (!Number.isFinite(n)) fail('not-json', 'a number too large for a double', 'a finite number');
    at += number[0].length;
    return n;
  }

  function array(depth: number): unknown[] {
    at++;
    const out: unknown[] = [];
    space();
    if (text[at] === ']') {
      at++;
      return out;
    }
    for (;;) {
      out.push(value(depth + 1));
      space();
      const c = text[at];
      if (c === ',') at++;
      else if (c === ']') {
        at++;
        return out;
      } else fail('not-json', 'an array does not go on as one', '"," or "]"');
    }
  }

  function object(depth: number): Record<string, unknown> {
    at++;
    const out: Record<string, unknown> = {};
    space();
    if (text[at] === '}') {
      at++;
      return out;
    }
    for (;;) {
      space();
      if (text[at] !== '"') fail('not-json', 'an object does not go on as one', 'a quoted key');
      const key = string();
      if (FORBIDDEN.has(key))
        fail('forbidden-key', 'a key that would reach an object prototype', 'another key');
      if (Object.hasOwn(out, key)) fail('duplicate-key', 'a repeated key in one object', 'each key once');
      space();
      if (text[at] !== ':') fail('not-json', 'a key without a value', '":"');
      at++;
      out[key] = value(depth + 1);
      space();
      const c = text[at];
      if (c === ',') at++;
      else if (c === '}') {
        at++;
        return out;
      } else fail('not-json', 'an object does not go on as one', '"," or "}"');
    }
  }

  const result = value(0);
  space();
  if (at !== text.length) fail('not-json', 'content after the end of the JSON value', 'the end of the text');
  return result;
}
