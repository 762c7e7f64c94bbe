import { DrizzleQueryError } from 'drizzle-orm/errors';
import { StoreError } from '../errors.js';

/**
 * A failure of the database as an error of this package. What the engine says may repeat values of a row, so only its SQLSTATE (or the system's error code) goes on.
 * What is no failure of the database stays as it is: a transaction's body may throw what it likes.
 */
export function databaseError(error: unknown): unknown {
  if (error instanceof StoreError) return error;
  const inner = error instanceof DrizzleQueryError ? error.cause : error;
  if (inner instanceof StoreError) return inner;
  const code = codeOf(inner);
  if (code !== undefined) return byCode(code);
  const message = inner instanceof Error ? inner.message : '';
  if (CONNECTION_LOST.test(message)) return unavailable('the connection ended or timed out');
  if (ENGINE_GONE.test(message))
    return unavailable('the embedded engine has stopped; start the process again');
  if (error instanceof DrizzleQueryError)
    return new StoreError('database-failed', 'The database refused a statement.');
  return error;
}

/** Awaits work on the database and translates what goes wrong. */
export async function guarded<T>(work: PromiseLike<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw databaseError(error);
  }
}

/** Whether a failure means that the same transaction may succeed when it is run again at once. */
export function isSerializationFailure(error: unknown): boolean {
  const code = codeOf(error instanceof DrizzleQueryError ? error.cause : error);
  return code === '40001' || code === '40P01';
}

/** Messages of `pg` and `pg-pool` that come without a code. */
const CONNECTION_LOST =
  /Connection terminated|connection timeout|timeout expired|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Query read timeout|Cannot use a pool after calling end|not queryable/i;

/** Messages of PGlite whose engine is closed or has aborted. */
const ENGINE_GONE =
  /PGlite is (closed|closing)|Aborted\(|unreachable|memory access out of bounds|table index is out of bounds/i;

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}

function unavailable(what: string): StoreError {
  return new StoreError('database-unavailable', `The database does not answer: ${what}.`);
}

const SYSTEM_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'ECONNABORTED',
]);

/** SQLSTATE classes are those of PostgreSQL's Appendix A, "PostgreSQL Error Codes". */
function byCode(code: string): StoreError {
  if (code === 'ENOSPC' || code === '53100' || code === 'EDQUOT') {
    return new StoreError(
      'storage-full',
      `The database's disk is full (${code}). The transaction was not done.`,
    );
  }
  if (SYSTEM_CODES.has(code)) return unavailable(code);
  // 08 connection exception, 57P operator intervention, 57014 statement timeout, 53 insufficient resources, 55P03 lock timeout, 40 rolled back by the server.
  if (/^(08...|57P..|57014|53...|55P03|40...|25P0[34])$/.test(code)) return unavailable(`SQLSTATE ${code}`);
  if (/^58|^F0|^XX/.test(code))
    return new StoreError('database-failed', `The database has failed (SQLSTATE ${code}).`);
  if (/^(28|3D|42501)/.test(code)) {
    return new StoreError(
      'database-refused',
      `The database refuses this program (SQLSTATE ${code}): check user, password, database and permissions.`,
    );
  }
  if (/^23/.test(code)) {
    return new StoreError(
      'database-conflict',
      `The database holds a row that contradicts this one (SQLSTATE ${code}).`,
    );
  }
  return new StoreError('database-failed', `The database refused a statement (${code}).`);
}
