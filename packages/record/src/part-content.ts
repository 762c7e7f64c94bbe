/**
 * The content of a part: a line that says which part it is, then its statements, oldest first (REC-17). Plaintext.
 */

import { RecordError } from './errors.js';
import { formatIdentity, type Identity, isIdentity } from './identity.js';
import { canonicalJson } from './internal/canonical-json.js';
import { assertBytes, assertCount } from './internal/check.js';
import { toHex } from './internal/hex.js';
import { fromUtf8, utf8 } from './internal/utf8.js';
import { MAX_CONTENT_BYTES } from './part-frame.js';
import { isModule } from './scope.js';
import {
  compareOrdered,
  decodeStatement,
  encodeStatement,
  type OrderedStatement,
  type Statement,
  withInstant,
} from './statement.js';

/** What the first line says; all of it must be known beforehand from manifest, tag key and lane. */
export interface PartHeader {
  /** 32 bytes. */
  readonly twinId: Uint8Array;
  readonly author: Identity;
  /** `[a-z][a-z0-9-]{0,31}`. */
  readonly module: string;
  /** Place of the instance in the lane. */
  readonly seq: number;
  /** How many earlier instances of the lane touch the module. */
  readonly counter: number;
}

/** Version of the lines' form: the `version` of the first line. */
const CONTENT_VERSION = 1;

/**
 * The lines of a part.
 * @param statements in any order; written oldest first (compareStatements). May be empty: a part that says nothing new.
 * @returns UTF-8, each line ended by LF
 * @throws {TypeError} a header member or a statement is not one
 * @throws {RangeError} two statements agree in instant and source; the content is longer than 64 MiB
 */
export function encodePartContent(header: PartHeader, statements: readonly Statement[]): Uint8Array {
  const lines = [headerLine(header, statements.length)];
  let previous: OrderedStatement | undefined;
  // Encoding first: it checks the times that the order goes by.
  const encoded = statements.map((s) => ({ line: encodeStatement(s), ordered: withInstant(s) }));
  encoded.sort((a, b) => compareOrdered(a.ordered, b.ordered));
  for (const { line, ordered } of encoded) {
    if (previous !== undefined && compareOrdered(previous, ordered) >= 0) {
      throw new RangeError('part content: two statements have the same source, version and source time');
    }
    previous = ordered;
    lines.push(line);
  }
  lines.push('');
  const content = utf8(lines.join('\n'));
  if (content.length > MAX_CONTENT_BYTES) {
    throw new RangeError(`part content: expected at most ${MAX_CONTENT_BYTES} bytes, got ${content.length}`);
  }
  return content;
}

/**
 * The statements of a part.
 * @param content UTF-8 lines
 * @param header what the first line must say
 * @returns oldest first
 * @throws {TypeError} a header member is not one
 * @throws {RecordError} `not-utf8`, `truncated` (no LF at the end), `part-header`, `not-canonical-json`, `json-shape`, `time`,
 *   `not-ascending`
 */
export function decodePartContent(content: Uint8Array, header: PartHeader): Statement[] {
  const lines = fromUtf8(content).split('\n');
  if (lines.pop() !== '') throw new RecordError('truncated', 'the last line is not ended');
  // The form is canonical, so comparing the text compares every member, and their number is in it.
  if (lines[0] !== headerLine(header, lines.length - 1)) {
    throw new RecordError('part-header', 'the first line is not the one that the manifest calls for');
  }
  const statements: Statement[] = [];
  let previous: OrderedStatement | undefined;
  for (let i = 1; i < lines.length; i++) {
    const ordered = withInstant(decodeStatement(lines[i] as string));
    if (previous !== undefined && compareOrdered(previous, ordered) >= 0) {
      throw new RecordError('not-ascending', 'statements are unsorted or repeated', { line: i });
    }
    previous = ordered;
    statements.push(ordered.statement);
  }
  return statements;
}

function headerLine(header: PartHeader, statements: number): string {
  assertBytes('part header: twinId', header.twinId, 32);
  assertCount('part header: seq', header.seq);
  assertCount('part header: counter', header.counter);
  if (!isModule(header.module)) throw new TypeError('part header: not the name of a module');
  if (!isIdentity(header.author)) throw new TypeError('part header: author is not an identity');
  return canonicalJson({
    author: formatIdentity(header.author),
    counter: header.counter,
    format: 'twinseal/part',
    module: header.module,
    seq: header.seq,
    statements,
    twin: toHex(header.twinId),
    version: CONTENT_VERSION,
  });
}
