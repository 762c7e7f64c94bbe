/** What a person is shown at the end of a demonstration. */

import { type ModuleName, type TimelineEntry, timeline } from '@twinseal/twin';
import { colours as pc } from '../colours.js';
import { isSound } from './report.js';
import type { DemoOutcome } from './run-demo.js';

/** How many lines of B's timeline are shown. */
const TIMELINE_LINES = 10;

/** The closing table of a demonstration, as text for a terminal. */
export function describeDemo(outcome: DemoOutcome, module: ModuleName): string {
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
      'restarted',
      `${report.restarts} of ${report.gateways} gateways, from disk; B ${report.reopened ? 'sees the same' : 'sees something else'}`,
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
