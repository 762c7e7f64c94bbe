/** What `twinseal verify` says of an export. */

import { sink } from '../files/streams.js';
import { UsageError } from '../usage-error.js';
import { ExportError } from './errors.js';
import { type ExportReport, type Problem, verifyExport } from './verify-export.js';

/** Largest export that is read: all of it is held in memory. */
const MAX_BYTES = 2 ** 30;

export interface ExportExpectations {
  /** Hash of the block, hexadecimal. */
  readonly block?: string;
  /** Digest of the parameters, hexadecimal. */
  readonly parameters?: string;
  /** File for what is disclosed. */
  readonly content?: string;
  readonly json?: boolean;
}

/** What no file can show. */
const TRUST = [
  'that the block with this number and hash is one of the chain: compare it with your own node',
  'that these addresses and this digest of the parameters are those of the consortium: compare them with what it publishes',
  'that the patient shows you all: what is not disclosed is not told apart from what is not there, but for the number of entries of each lane',
];

/** @returns the exit code: 0 it verifies, 1 it does not. @throws UsageError where it is too large, or an expectation is none */
export async function verifyExportFile(
  stream: AsyncIterable<Uint8Array>,
  expected: ExportExpectations,
): Promise<number> {
  const [block, parameters] = [
    digestOf('--block', expected.block),
    digestOf('--parameters', expected.parameters),
  ];
  const bytes = await all(stream);
  let report: ExportReport;
  try {
    report = await verifyExport(bytes);
  } catch (error) {
    if (!(error instanceof ExportError)) throw error;
    if (expected.json === true)
      console.log(JSON.stringify({ verifies: false, problems: [{ code: error.code, where: 'file' }] }));
    else console.error(`twinseal: This is no export that can be read: ${error.message}. (${error.code})`);
    return 1;
  }
  const problems: Problem[] = [...report.problems];
  if (block !== undefined && block !== report.block.hash)
    problems.push({ code: 'another-block', where: 'block' });
  if (parameters !== undefined && parameters !== report.parametersDigest) {
    problems.push({ code: 'other-parameters', where: 'parameters' });
  }
  const verifies = problems.length === 0;
  if (verifies && expected.content !== undefined) await sink(expected.content, lines(report));
  if (expected.json === true) {
    const { parts, ...rest } = report;
    const disclosed = parts.map(({ statements, ...part }) => ({ ...part, statements: statements.length }));
    console.log(JSON.stringify({ verifies, ...rest, problems, parts: disclosed, trust: TRUST }));
  } else tell(report, problems);
  return verifies ? 0 : 1;
}

function tell(report: ExportReport, problems: readonly Problem[]): void {
  const { block, contracts, parametersDigest, twinId, lanes, parts, receipts } = report;
  const time = block.time === undefined ? '' : `, ${new Date(block.time * 1000).toISOString()}`;
  const written = lanes.filter(({ instances }) => instances > 0);
  const out = [
    `Twin        ${twinId}`,
    `Block       ${block.number} ${block.hash}${time}`,
    `Chain       ${report.chainId}; lanes in ${contracts.twins.address}, receipts in ${contracts.requests.address}`,
    `Parameters  ${parametersDigest ?? 'unreadable'}`,
    ...written.map(
      (lane) =>
        `Lane        ${lane.author}: ${count(lane.instances, 'instance')} from the first to the last of the block, each signed; ${lane.disclosed} of ${count(lane.entries, 'entry', 'entries')} disclosed`,
    ),
    `No lane     ${
      lanes
        .filter(({ instances }) => instances === 0)
        .map(({ author }) => author)
        .join(', ') || '(none told)'
    }`,
    `Disclosed   ${count(parts.length, 'part')}, ${count(
      parts.reduce((sum, { statements }) => sum + statements.length, 0),
      'statement',
    )}`,
    ...receipts.map(
      (each) =>
        `Receipts    ${each.server}: ${each.receipts} without gap (${each.permits} permitted, ${each.denials} denied), ${each.anchored} anchored`,
    ),
  ];
  console.log(out.join('\n'));
  if (problems.length > 0) {
    console.log(
      `\n${count(problems.length, 'thing')} that must hold ${problems.length === 1 ? 'does' : 'do'} not:`,
    );
    for (const { code, where } of problems) console.log(`  ${code}: ${where}`);
    return;
  }
  console.log('\nEverything above was checked from this file alone. It rests on');
  for (const each of TRUST) console.log(`  ${each}`);
}

function count(number: number, one: string, several = `${one}s`): string {
  return `${number} ${number === 1 ? one : several}`;
}

/** Each disclosed statement, with the part that it is of. */
async function* lines({ parts }: ExportReport): AsyncIterable<Uint8Array> {
  for (const { statements, ...part } of parts) {
    for (const statement of statements)
      yield new TextEncoder().encode(`${JSON.stringify({ ...part, statement })}\n`);
  }
}

function digestOf(option: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const digits = text.toLowerCase().replace(/^0x/, '');
  if (!/^[0-9a-f]{64}$/.test(digits)) throw new UsageError(`${option}: expected 64 hexadecimal digits.`);
  return digits;
}

async function all(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new UsageError('This export is larger than 1 GiB.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
