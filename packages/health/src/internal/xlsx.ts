/**
 * The first sheet of an .xlsx workbook as lines of text cells. The archive is opened here, under limits, and handed to the library uncompressed: so the
 * library never inflates what a stranger packed, and starts no worker.
 */
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { HealthError, type HealthErrorCode } from '../errors.js';
import type { TableLine } from './csv.js';

const MAX_BYTES = 16 * 2 ** 20;
const MAX_UNPACKED_BYTES = 64 * 2 ** 20;
/** As `gunzip` has it; counted from 1 MiB on, for small sheets of equal rows exceed it. */
const MAX_RATIO = 200;
const RATIO_FROM_BYTES = 2 ** 20;
const MAX_ENTRIES = 1000;
const MAX_COLUMNS = 64;
const MAX_ROWS = 100_000;

/** Parts of a workbook that hold its cells, their formats and where they are; the rest (pictures, macros) stays packed. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/.*\.rels|xl\/[^/]+\.xml|xl\/_rels\/.*\.rels|xl\/worksheets\/[^/]+\.xml)$/;
const CELL = /<c\b[^>]*?\br="([A-Z]+)(\d+)"/g;

/**
 * @param bytes the workbook; Office Open XML (ECMA-376) in a ZIP archive
 * @returns lines with content; a date is `YYYY-MM-DDTHH:MM:SS` as the sheet shows it (it has no zone), a time of day alone `HH:MM:SS`; `line` is the row
 * @throws HealthError `too-large` beyond 16 MiB packed, 64 MiB or 200 times that unpacked, 64 columns or 100,000 rows; `xlsx-malformed` for all else that is
 *   no workbook
 */
export async function readXlsxLines(bytes: Uint8Array, file: string): Promise<TableLine[]> {
  const refuse = (code: HealthErrorCode, what: string, expected: string): HealthError =>
    new HealthError(code, what, { file, place: '1:1', expected });
  if (bytes.length > MAX_BYTES)
    throw refuse('too-large', 'the file is too large', `at most ${MAX_BYTES} bytes`);

  let entries = 0;
  let unpackedBytes = 0;
  const limit = Math.min(MAX_UNPACKED_BYTES, Math.max(bytes.length * MAX_RATIO, RATIO_FROM_BYTES));
  let parts: Record<string, Uint8Array>;
  try {
    // An entry that holds more than it says is cut off at what it says.
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries++;
        if (!NEEDED.test(name)) return false;
        unpackedBytes += originalSize;
        if (entries > MAX_ENTRIES || unpackedBytes > limit)
          throw refuse(
            'too-large',
            'the workbook grows too large when unpacked',
            `at most ${limit} bytes in ${MAX_ENTRIES} parts`,
          );
        return true;
      },
    });
  } catch (error) {
    if (error instanceof HealthError) throw error;
    throw refuse('xlsx-malformed', 'no workbook, or a damaged one', 'an .xlsx file (ECMA-376)');
  }
  for (const [name, part] of Object.entries(parts)) {
    if (!name.startsWith('xl/worksheets/')) continue;
    for (const [, column = '', row = ''] of strFromU8(part, true).matchAll(CELL)) {
      if (column.length > 2 || columnNumber(column) > MAX_COLUMNS || Number(row) > MAX_ROWS)
        throw refuse(
          'too-large',
          'a cell beyond the sheet that is read',
          `at most ${MAX_COLUMNS} columns and ${MAX_ROWS} rows`,
        );
    }
  }

  let sheet: readonly (readonly unknown[])[];
  try {
    sheet = await readSheet(zipSync(parts, { level: 0 }).buffer as ArrayBuffer);
  } catch {
    // The library's own message may quote the sheet.
    throw refuse('xlsx-malformed', 'no workbook, or a damaged one', 'an .xlsx file (ECMA-376)');
  }
  return sheet
    .map((row, i) => ({ cells: row.map(textOf), line: i + 1 }))
    .filter(({ cells }) => cells.some((c) => c !== ''));
}

function columnNumber(letters: string): number {
  let n = 0;
  for (const letter of letters) n = n * 26 + letter.charCodeAt(0) - 64;
  return n;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (!(value instanceof Date)) return String(value).trim();
  if (Number.isNaN(value.getTime())) return '';
  // Days since 1900 as a binary fraction: milliseconds are noise.
  const text = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
  return text < '1900' ? text.slice(11, 19) : text.slice(0, 19);
}
