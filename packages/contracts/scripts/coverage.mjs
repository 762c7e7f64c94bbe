#!/usr/bin/env node
// Lines and branches of the contracts that forge tests reach; writes packages/contracts/test/coverage.md. Takes minutes: everything is compiled anew.
//
// The sources only compile through the intermediate representation, so forge has to map its instructions back to lines, and misses some: statements that
// become part of another one. Lines that the report calls unreached are therefore listed, each with the test that fails when the line is spoilt (and so runs
// it), as the mutation report has it, or else with the reason from packages/contracts/test/coverage-reasons.json (by file and source text; kept by hand).
//
//   node packages/contracts/scripts/coverage.mjs          measures and writes
//   node packages/contracts/scripts/coverage.mjs report   writes what was measured last, with the reasons as they are now
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const info = join(root, '.forge/lcov.info');
const SOURCES = 'packages/contracts/contracts/';
const REASONS = 'packages/contracts/test/coverage-reasons.json';
if (process.argv[2] !== 'report') measure();
const reasons = JSON.parse(readFileSync(join(root, REASONS), 'utf8'));
const noticed = new Map(
  [
    ...readFileSync(join(root, 'packages/contracts/test/mutation-report.md'), 'utf8').matchAll(
      /^\| (\S+:\d+) \| (?:check|term|effect) \| .* \| (\w+) \|$/gm,
    ),
  ].map(([, where, test]) => [where, test]),
);
const files = readFileSync(info, 'utf8')
  .split('end_of_record')
  .map((record) => {
    const file = /^SF:(.*)$/m.exec(record)?.[1];
    const all = (pattern) => [...record.matchAll(pattern)];
    const lines = all(/^DA:(\d+),(\d+)/gm).map((m) => ({ line: Number(m[1]), hits: Number(m[2]) }));
    const branches = all(/^BRDA:(\d+),\d+,\d+,(-|\d+)/gm).map((m) => ({
      line: Number(m[1]),
      hits: Number(m[2]) || 0,
    }));
    return { file, lines, branches };
  })
  .filter(({ file }) => file?.startsWith(SOURCES))
  .sort((a, b) => (a.file < b.file ? -1 : 1));
const share = (list) => {
  const reached = list.filter(({ hits }) => hits > 0).length;
  return list.length === 0
    ? '–'
    : `${reached} of ${list.length} (${((100 * reached) / list.length).toFixed(1)} %)`;
};
const unreached = files.flatMap(({ file, lines, branches }) => {
  const text = readFileSync(join(root, file), 'utf8').split('\n');
  const name = file.slice(SOURCES.length);
  const row =
    (kind) =>
    ({ line }) => {
      const source = text[line - 1].trim();
      const test = noticed.get(`${name}:${line}`);
      const why =
        reasons.find((r) => r.file === name && r.text === source)?.why ??
        (test ? `it is run: spoilt, it fails \`${test}\`` : '**unexplained**');
      return `| ${name}:${line} | ${kind} | \`${source.replaceAll('|', '\\|')}\` | ${why} |`;
    };
  return [
    ...branches.filter(({ hits }) => hits === 0).map(row('branch')),
    ...lines.filter(({ hits }) => hits === 0).map(row('line')),
  ];
});
const report = [
  '# Coverage',
  '',
  'Written by `node packages/contracts/scripts/coverage.mjs` (`forge coverage --ir-minimum`; invariants and gas measurements left out).',
  '',
  '| file | lines | branches |',
  '|---|---|---|',
  ...files.map(
    ({ file, lines, branches }) => `| ${file.slice(SOURCES.length)} | ${share(lines)} | ${share(branches)} |`,
  ),
  `| all | ${share(files.flatMap((f) => f.lines))} | ${share(files.flatMap((f) => f.branches))} |`,
  '',
  '## What it calls unreached',
  '',
  ...(unreached.length === 0
    ? ['Nothing.']
    : [
        '| where | what | source | why, and what reaches it all the same |',
        '|---|---|---|---|',
        ...unreached,
      ]),
  '',
];
writeFileSync(join(root, 'packages/contracts/test/coverage.md'), report.join('\n'));
process.stdout.write(`${report.slice(4).join('\n')}\n`);

function measure() {
  mkdirSync(join(root, '.forge'), { recursive: true });
  const args = [
    'coverage',
    '--ir-minimum',
    '--no-match-contract',
    'Invariants|Gas',
    '--no-match-coverage',
    '/test/',
  ];
  const { status } = spawnSync(
    join(root, 'node_modules/.bin/forge'),
    [...args, '--report', 'lcov', '--report-file', info],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0) throw new Error(`forge coverage ended with ${status}`);
}
