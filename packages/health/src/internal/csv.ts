import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { HealthError } from '../errors.js';
import { decodeText } from './decode-text.js';

/** A data row: cells by column name, and the line (from 1) on which it begins. */
export interface CsvRow {
  readonly cells: Readonly<Record<string, string>>;
  readonly line: number;
}

const MAX_BYTES = 64 * 2 ** 20;

/** A line of a table: its cells, trimmed, and where it begins. */
export interface TableLine {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * The lines of comma-separated values (RFC 4180), whatever stands in them; blank ones are left out.
 * @throws HealthError `csv-malformed` where quotes do not pair or a line is longer than 64 KiB, `too-large`, `not-text`
 */
export function readCsvLines(bytes: Uint8Array, file: string): TableLine[] {
  const lines: TableLine[] = [];
  let line = 1;
  for (const { record, info } of parseRecords(bytes, file)) {
    lines.push({ cells: record.map((c) => c.trim()), line });
    line = info.lines + 1;
  }
  return lines;
}

/**
 * Comma-separated rows (RFC 4180) under a header that has exactly `columns`, in any order; empty columns at the end are ignored.
 * @throws HealthError `csv-columns` where the header has other columns, `csv-malformed` where a row has more or fewer cells
 *   or quotes do not pair, `too-large`, `not-text`
 */
export function readCsv(bytes: Uint8Array, file: string, columns: readonly string[]): CsvRow[] {
  const parsed = parseRecords(bytes, file);
  const header = (parsed[0]?.record ?? []).map((c) => c.trim());
  while (header.length > 0 && header.at(-1) === '') header.pop();
  const same = header.length === columns.length && columns.every((c) => header.includes(c));
  if (!same) {
    throw new HealthError('csv-columns', 'other columns than these', {
      file,
      place: '1:1',
      expected: columns.join(','),
    });
  }
  const rows: CsvRow[] = [];
  let previousLine = parsed[0]?.info.lines ?? 1;
  for (const { record, info } of parsed.slice(1)) {
    // `lines` counts to the end of a record; one that spans lines begins after the record before it.
    const line = previousLine + 1;
    previousLine = info.lines;
    const extra = record.slice(header.length).some((c) => c.trim() !== '');
    if (record.length < header.length || extra) {
      throw new HealthError('csv-malformed', 'a row with another number of cells', {
        file,
        place: `${line}:1`,
        expected: `${header.length} cells`,
      });
    }
    if (record.every((c) => c.trim() === '')) continue;
    rows.push({ cells: Object.fromEntries(header.map((c, i) => [c, (record[i] ?? '').trim()])), line });
  }
  return rows;
}

function parseRecords(bytes: Uint8Array, file: string): { record: string[]; info: { lines: number } }[] {
  const text = decodeText(bytes, file, MAX_BYTES);
  try {
    return parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 65_536,
    }) as unknown as { record: string[]; info: { lines: number } }[];
  } catch (error) {
    const line = error instanceof CsvError ? Number((error as { lines?: unknown }).lines ?? 1) : 1;
    throw new HealthError('csv-malformed', 'not comma-separated values', {
      file,
      place: `${line}:1`,
      expected: 'rows as RFC 4180 has them',
    });
  }
}
