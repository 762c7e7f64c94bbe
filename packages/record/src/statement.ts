/**
 * Statements: what a part says, and their canonical lines (REC-17).
 *
 * A statement puts a FHIR R4 resource under a source's id, or retracts it. A line is the RFC 8785 form of one statement. This module
 * does not judge FHIR content beyond `resourceType`, and does not protect: lines are plaintext.
 */

import { RecordError } from './errors.js';
import { compareInstants, type Instant, parseInstant } from './instant.js';
import { canonicalJson, parseCanonicalObject } from './internal/canonical-json.js';

/** Where a resource came from: the key of a fold is (system, id) (REC-18). */
export interface Source {
  /** URI or name of the system that holds the original; 1 to 1024 UTF-16 code units. */
  readonly system: string;
  /** The original's id in that system; 1 to 1024 code units. */
  readonly id: string;
  /** The original's version in that system, empty when it keeps none; 0 to 1024 code units. */
  readonly version: string;
}

/** A FHIR R4 resource, of which only the type is looked at here. */
export interface FhirResource {
  readonly resourceType: string;
}

/** One statement of a part (REC-17). */
export interface Statement {
  /** `put`: the source holds `resource` as of sourceTime. `retract`: it holds nothing under this id any more. */
  readonly op: 'put' | 'retract';
  readonly source: Source;
  /** When the source made it so: RFC 3339 with seconds and an offset or `Z`. */
  readonly sourceTime: string;
  /** When the author took it in: as sourceTime. */
  readonly recordedTime: string;
  /** Present with `put`, absent with `retract`. */
  readonly resource?: FhirResource;
}

/** Longest text of a source's member, in UTF-16 code units. */
export const MAX_SOURCE_TEXT = 1024;

const RESOURCE_TYPE = /^[A-Z][A-Za-z]{0,63}$/;

/**
 * The canonical line of a statement, without its LF.
 * @param statement as decodeStatement would accept it; further members of `resource` must be plain JSON data
 * @returns one line of RFC 8785 JSON, without line breaks
 * @throws {TypeError} the statement is not one, says what is wrong
 */
export function encodeStatement(statement: Statement): string {
  const { op, source, sourceTime, recordedTime, resource } = statement;
  const plain = {
    op,
    recordedTime,
    source: { id: source.id, system: source.system, version: source.version },
    sourceTime,
    ...(resource === undefined ? {} : { resource }),
  };
  try {
    checkStatement(plain);
  } catch (error) {
    // The same rules as for decoding; here it is the caller's mistake.
    if (error instanceof RecordError) throw new TypeError(`encodeStatement: ${error.message}`);
    throw error;
  }
  return canonicalJson(plain);
}

/**
 * The statement that a canonical line says.
 * @param line without its LF
 * @throws {RecordError} `not-canonical-json`, `json-shape`, `time`
 */
export function decodeStatement(line: string): Statement {
  const value = parseCanonicalObject(line);
  checkStatement(value);
  return value as unknown as Statement;
}

/** Statements in the order of a part, with the instants that decided it. */
export interface OrderedStatement {
  readonly statement: Statement;
  readonly instant: Instant;
}

/**
 * The order of statements in a part: by the instant of sourceTime, then source.system, source.id, source.version, each by UTF-16
 * code units (REC-17).
 * @returns negative, zero or positive
 * @throws {RecordError} `time` when a sourceTime is none
 */
export function compareStatements(a: Statement, b: Statement): number {
  return compareOrdered(withInstant(a), withInstant(b));
}

/**
 * The statements in the order of a part, oldest first; the argument is left as it is.
 * @throws {RecordError} `time` when a sourceTime is none
 */
export function sortStatements(statements: readonly Statement[]): Statement[] {
  return statements
    .map(withInstant)
    .sort(compareOrdered)
    .map((o) => o.statement);
}

/** As compareStatements, with the times parsed once. */
export function compareOrdered(a: OrderedStatement, b: OrderedStatement): number {
  return (
    compareInstants(a.instant, b.instant) ||
    compareText(a.statement.source.system, b.statement.source.system) ||
    compareText(a.statement.source.id, b.statement.source.id) ||
    compareText(a.statement.source.version, b.statement.source.version)
  );
}

/** A statement with the instant of its sourceTime. */
export function withInstant(statement: Statement): OrderedStatement {
  return { statement, instant: parseInstant(statement.sourceTime) };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function checkStatement(value: Record<string, unknown>): void {
  const put = value.op === 'put';
  if (!put && value.op !== 'retract') throw shape('op is neither put nor retract');
  // Names are known to be distinct; so the right number of them and each one present is all of them.
  if (Object.keys(value).length !== (put ? 5 : 4)) throw shape('statement has a member missing or too many');
  const { source, resource } = value;
  if (!isObject(source) || Object.keys(source).length !== 3)
    throw shape('source is not {id, system, version}');
  if (!isText(source.system, 1)) throw shape('source.system is not a text of 1 to 1024');
  if (!isText(source.id, 1)) throw shape('source.id is not a text of 1 to 1024');
  if (!isText(source.version, 0)) throw shape('source.version is not a text of 0 to 1024');
  if (typeof value.sourceTime !== 'string') throw shape('sourceTime is not a text');
  if (typeof value.recordedTime !== 'string') throw shape('recordedTime is not a text');
  parseInstant(value.sourceTime);
  parseInstant(value.recordedTime);
  if (put) {
    if (!isObject(resource)) throw shape('resource is not an object');
    if (typeof resource.resourceType !== 'string' || !RESOURCE_TYPE.test(resource.resourceType)) {
      throw shape('resource.resourceType is not a FHIR type');
    }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown, min: number): value is string {
  return typeof value === 'string' && value.length >= min && value.length <= MAX_SOURCE_TEXT;
}

function shape(message: string): RecordError {
  return new RecordError('json-shape', message);
}
