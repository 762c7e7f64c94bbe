import { type Statement, sortStatements } from '@twinseal/record';

const DAY_MS = 86_400_000;

/** Statements of one interval of a stream. */
export interface StreamBatch {
  /** The interval [start, end): RFC 3339 in UTC. */
  readonly start: string;
  readonly end: string;
  /** In a part's order (REC-17). */
  readonly statements: readonly Statement[];
}

/**
 * Cuts a stream into batches of `intervalDays`, oldest first; each becomes an instance. Intervals are counted from
 * 1970-01-01T00:00:00Z, so that they are the same for every module and for every later export of the same stream.
 * @throws RangeError where intervalDays is not a positive integer; RecordError `time` where a sourceTime is none
 */
export function cutStream(
  statements: readonly Statement[],
  options: { readonly intervalDays: number },
): StreamBatch[] {
  const { intervalDays } = options;
  if (!Number.isInteger(intervalDays) || intervalDays < 1)
    throw new RangeError('intervalDays: expected a positive integer');
  const length = intervalDays * DAY_MS;
  const batches: { index: number; statements: Statement[] }[] = [];
  for (const statement of sortStatements(statements)) {
    const index = Math.floor(Date.parse(statement.sourceTime) / length);
    const last = batches.at(-1);
    if (last?.index === index) last.statements.push(statement);
    else batches.push({ index, statements: [statement] });
  }
  const text = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');
  return batches.map((b) => ({
    start: text(b.index * length),
    end: text((b.index + 1) * length),
    statements: b.statements,
  }));
}
