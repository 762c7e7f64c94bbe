/** `twinseal demo`: the whole path on one patient, from collection to a refusal, by one command. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MODULES, type ModuleName, type TimelineEntry, timeline } from '@twinseal/twin';
import { type Command, InvalidArgumentError, Option } from 'commander';
import pc from 'picocolors';
import { isSound } from '../demo/report.js';
import { type DemoOutcome, runDemo } from '../demo/run-demo.js';
import { createProgress } from '../progress.js';

const EXIT_FOUND_WRONG = 1;
/** How many lines of B's timeline are shown. */
const TIMELINE_LINES = 10;

interface DemoFlags {
  readonly json?: boolean;
  readonly input?: string;
  readonly wearable?: string;
  readonly patients: number;
  readonly dataDir?: string;
  readonly module: ModuleName;
  readonly chainPort?: number;
  readonly chainUrl?: string;
}

export function addDemoCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('demo')
    .description(
      "one patient's record sealed, anchored, granted, opened and verified, in one process; then it ends",
    )
    .option('--json', 'print one JSON object on stdout and nothing else')
    .option('--input <folder>', 'FHIR R4 bundles to use, *.json or *.json.gz (default: the shipped patient)')
    .option('--wearable <folder>', "CSV files of the T1D-UOM form, as the first patient's own devices")
    .option('--patients <n>', 'how many bundles to take', countOf, 1)
    .option('--data-dir <folder>', 'a new or empty folder for everything (default: ./twinseal-data/demo-<n>)')
    .option(
      '--module <name>',
      `the module that hospital B is granted: ${MODULES.join(', ')}`,
      moduleOf,
      'medications',
    )
    .option('--chain-port <port>', 'TCP port of the embedded chain (default: a free one)', portOf)
    .addOption(
      new Option(
        '--chain-url <url>',
        'a development chain that runs already, instead of the embedded one',
      ).conflicts('chainPort'),
    )
    .addHelpText(
      'after',
      '\nExample:\n  twinseal demo --input ./bundles --patients 2 --json\n\nExit codes: 0 all held, 1 something that must hold did not, 2 input or surroundings refused.',
    )
    .action(async (flags: DemoFlags) => {
      const progress = createProgress(flags.json ? undefined : process.stdout);
      const { json, dataDir, chainPort, chainUrl, ...options } = flags;
      const chain = {
        ...(chainPort === undefined ? {} : { port: chainPort }),
        ...(chainUrl === undefined ? {} : { url: chainUrl }),
      };
      const outcome = await runDemo({ ...options, chain, dataDir: dataDir ?? nextDefaultFolder() }, progress);
      if (json) process.stdout.write(`${JSON.stringify(outcome.report)}\n`);
      else process.stdout.write(`${describe(outcome, flags.module)}\n`);
      if (!isSound(outcome.report)) setExitCode(EXIT_FOUND_WRONG);
    });
}

/** The first `twinseal-data/demo-<n>` that is not there yet. */
function nextDefaultFolder(): string {
  for (let n = 1; ; n++) {
    const folder = join('twinseal-data', `demo-${n}`);
    if (!existsSync(folder)) return folder;
  }
}

function describe(outcome: DemoOutcome, module: ModuleName): string {
  const { report, stories, dataDir } = outcome;
  const titleOf = new Map(outcome.cast.map(({ id, title }) => [id, title]));
  const lines: string[] = [''];
  for (const [index, story] of stories.entries()) {
    const roles = outcome.roles[index] as DemoOutcome['roles'][number];
    const [a, b, c] = [roles.custodian, roles.granted, roles.refused].map((id) => titleOf.get(id) ?? id);
    lines.push(
      pc.bold(`Twin ${story.twinId.slice(0, 16)}…`),
      `  A  ${a} ${pc.dim('(custodian)')}`,
      `  B  ${b} ${pc.dim(`(granted ${module})`)}`,
      `  C  ${c} ${pc.dim('(granted nothing)')}`,
      '',
      `  What B sees of ${module} ${pc.dim('(newest last; every line verified down to its author)')}`,
    );
    const shown = timeline(story.opened.master, { modules: [module] });
    for (const entry of pickLines(shown)) lines.push(`    ${describeEntry(entry)}`);
    if (shown.length > TIMELINE_LINES) lines.push(pc.dim(`    … ${shown.length} lines in all`));
    lines.push('');
  }
  const rows: [string, string][] = [
    [
      'collected',
      `${report.sources.resources} resources, ${mib(report.sources.bytes)} MiB, from ${report.lanes} authors`,
    ],
    ['sealed', `${report.parts} parts in ${report.instances} instances, ${mib(report.bytesSealed)} MiB`],
    [
      'anchored',
      `${report.anchored} instances, median ${report.gas.anchorMedian} gas, author proof checked on chain`,
    ],
    [
      'B, granted',
      `${report.opened} parts opened, ${report.verified} instances verified, every author proof again`,
    ],
    ['C, refused', `reason: ${stories.map(({ refused }) => refusalOf(refused.reason)).join(', ')}`],
    ['tampering', `${report.tampered.rejected} of ${report.tampered.tried} attempts found out or failed`],
    ['plaintext', `${report.plaintextHits} names, texts or keys found where they must not lie`],
    ['took', `${report.seconds.total} s, at most ${report.peakRssMiB} MiB`],
  ];
  for (const [name, text] of rows) lines.push(`  ${pc.bold(name.padEnd(11))} ${text}`);
  for (const hit of outcome.hits.slice(0, 5))
    lines.push(pc.red(`  found ${hit.label} as ${hit.form} in ${hit.file}`));
  for (const escaped of stories.flatMap(({ tampered }) => tampered.escaped))
    lines.push(pc.red(`  not found out: ${escaped}`));
  lines.push(
    '',
    isSound(report)
      ? pc.green('Everything that must hold held.')
      : pc.red('Something that must hold did not.'),
    pc.dim(
      'All parties ran in this one process, on a chain of its own: this shows the path, not the separation of the parties.',
    ),
    pc.dim('Not a medical device. The cryptography has had no external review.'),
    '',
    `The data lies in ${dataDir}`,
    `Next: ${pc.bold(`npx twinseal fsck --data-dir ${quoted(dataDir)}`)}   checks all of it again, without any key`,
    `      ${pc.bold('npx twinseal demo --help')}   other patients, other modules`,
  );
  return lines.join('\n');
}

/** The newest lines, but no more than half of them from one author where there are several. */
function pickLines(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const byAuthor = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const author = entry.provenance[0]?.author ?? '';
    byAuthor.set(author, [...(byAuthor.get(author) ?? []), entry]);
  }
  const share = Math.ceil(TIMELINE_LINES / Math.max(1, byAuthor.size));
  const picked = new Set([...byAuthor.values()].flatMap((list) => list.slice(-share)));
  for (const entry of [...entries].reverse()) {
    if (picked.size >= TIMELINE_LINES) break;
    picked.add(entry);
  }
  return entries.filter((entry) => picked.has(entry));
}

function describeEntry(entry: TimelineEntry): string {
  const from = entry.provenance[0];
  const author = (from?.author ?? '').replace(/^patient:.*/, 'patient').replace(/^hospital:/, '');
  const text = entry.detail === '' ? entry.title : `${entry.title}: ${entry.detail}`;
  return `${entry.time.slice(0, 10)}  ${text}  ${pc.dim(`[${author} #${from?.seq ?? '?'}]`)}`;
}

const REFUSALS: Readonly<Record<number, string>> = {
  3: 'no grant',
  7: 'scope not granted',
  9: 'operation not granted',
};

function refusalOf(reason: number): string {
  return REFUSALS[reason] ?? `reason ${reason}`;
}

function mib(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(2);
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

function countOf(text: string): number {
  const n = Number(text);
  if (!Number.isSafeInteger(n) || n < 1)
    throw new InvalidArgumentError('Expected a whole number of at least 1.');
  return n;
}

function portOf(text: string): number {
  const n = Number(text);
  if (!Number.isSafeInteger(n) || n < 1 || n > 65_535)
    throw new InvalidArgumentError('Expected a port, 1 to 65535.');
  return n;
}

function moduleOf(text: string): ModuleName {
  const found = MODULES.find((each) => each === text);
  if (found === undefined) throw new InvalidArgumentError(`Expected one of ${MODULES.join(', ')}.`);
  return found;
}
