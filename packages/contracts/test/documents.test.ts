// What the documents promise is there: tests that they name, events that say what an observer learns, the interface as the ABI has it, an invariant for
// each line of prose, and a test for each way to fail.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ARTIFACTS, authorParametersAbi, errorsAbi } from '../src/index.js';

const here = new URL('./', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, here), 'utf8');
const list = (path: string, ending: string) =>
  readdirSync(new URL(path, here), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(ending));
const solidityTests = list('.', '.t.sol')
  .map((file) => read(file))
  .join('\n');
const functions = new Set(
  [...solidityTests.matchAll(/function ((?:test|invariant)\w+)\(/g)].map((m) => m[1] as string),
);
const titles = new Set(
  list('.', '.test.ts').flatMap((file) =>
    [...read(file).matchAll(/\bit\('([^']+)'/g)].map((m) => m[1] as string),
  ),
);
const contracts = list('../contracts', '.sol').map((file) => ({ file, text: read(`../contracts/${file}`) }));
const document = read('../../../docs/CONTRACTS.md');
const rowsOf = (heading: string) =>
  (document.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .filter((line) => !line.startsWith('|---'));
const named = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map((m) => m[1] as string);

describe('docs/CONTRACTS.md', () => {
  it.each(['Who can do what', 'Bad input'])('names a test that exists in each row of "%s"', (heading) => {
    const rows = rowsOf(heading);
    expect(rows.length).toBeGreaterThan(9);
    for (const row of rows) {
      const tests = named(row.split(' | ').at(-1) ?? '');
      expect(tests.length, row).toBeGreaterThan(0);
      expect(
        tests.filter((name) => !functions.has(name) && !titles.has(name)),
        row,
      ).toEqual([]);
    }
  });
  it('names no error that does not exist', () => {
    const errors = new Set<string>(errorsAbi.map((error) => error.name));
    for (const name of rowsOf('Bad input').flatMap((row) => named(row.split(' | ')[1] ?? ''))) {
      if (!name.startsWith('…')) expect(errors, name).toContain(name);
    }
  });
});

describe('sources', () => {
  it('say of each event what an observer of a public chain learns from it', () => {
    let events = 0;
    for (const { file, text } of contracts) {
      for (const match of text.matchAll(/^ {4}event (\w+)/gm)) {
        const comment = /(?:^ {4}\/\/\/[^\n]*\n)+$(?![\s\S])/m.exec(text.slice(0, match.index))?.[0] ?? '';
        expect(comment, `${file}: ${match[1]}`).toMatch(/observer learns/);
        events += 1;
      }
    }
    expect(events).toBeGreaterThan(50);
  });
  it('tell of nothing that no test waits for', () => {
    const told = contracts.flatMap(({ text }) =>
      [...text.matchAll(/^ {4}event (\w+)/gm)].map((m) => m[1] as string),
    );
    expect(told.filter((name) => !new RegExp(`emit \\w+\\.${name}\\(`).test(solidityTests))).toEqual([]);
  });
  it('revert with named errors only', () => {
    for (const { file, text } of contracts) {
      const code = text.replace(/\/\/[^\n]*/g, '');
      expect(code, file).not.toMatch(/\brequire\(|\bassert\(|\brevert\(|\brevert;/);
    }
  });
  it('have no way to fail that no test reaches', () => {
    const own = contracts.flatMap(({ text }) =>
      [...text.matchAll(/^ {4}error (\w+)\(/gm)].map((m) => m[1] as string),
    );
    expect(own.length).toBeGreaterThan(80);
    expect(own.filter((name) => !new RegExp(`\\b${name}\\.selector`).test(solidityTests))).toEqual([]);
  });
});

describe('INTERFACE.md', () => {
  it('has every function and event of the ABI', () => {
    const text = read('../INTERFACE.md');
    const all: [string, readonly { type: string; name?: string }[]][] = [
      ...Object.entries(ARTIFACTS).map(([name, { abi }]): [string, typeof abi] => [name, abi]),
      ['AuthorParameters', authorParametersAbi],
    ];
    // What the contracts of one generation say to each other, constants, and what OpenZeppelin brings.
    const others = new Set([
      ...['eip712Domain', 'EIP712DomainChanged', 'wiringDigest'],
      ...[
        'open',
        'moveControl',
        'narrowForControl',
        'openEmergency',
        'closeEmergency',
        'importGuardians',
        'importPolicy',
      ],
      ...['requireControl', 'requireMayGrant', 'requireMayRevoke', 'requireAnchorable', 'contributionOf'],
    ]);
    const missing = all.flatMap(([contract, abi]) =>
      abi
        .filter(({ type, name }) => ['function', 'event'].includes(type) && name !== undefined)
        .map(({ name }) => name as string)
        .filter((name) => !others.has(name) && !/^[A-Z][A-Z0-9_]+$/.test(name))
        .filter((name) => !new RegExp(`\\b${name}\\(|\\b${name}\\b reverts`).test(text))
        .map((name) => `${contract}.${name}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('test/invariant/README.md', () => {
  it('states each invariant that is held, and holds each that is stated', () => {
    const stated = named(read('invariant/README.md')).filter((name) => name.startsWith('invariant_'));
    const held = [...functions].filter((name) => name.startsWith('invariant_'));
    expect(stated.sort()).toEqual(held.sort());
  });
});

describe('forge tests', () => {
  // A `new` after it is a cheatcode (dynamic test linking): its expected revert would end the test, passed, with whatever comes after it unseen.
  it('expect no revert of a bare `new`', () => {
    const bare = /vm\.expect\w*Revert\([^;]*;\s*(?:[^;(]*= )?(?:address\()?new \w+\(/g;
    expect('vm.expectRevert(x);\n  new Book(w);').toMatch(bare);
    expect(solidityTests.match(bare)).toBeNull();
  });
});

describe('reports', () => {
  const report = read('mutation-report.md');
  const [, all, noticed, survived, waiting] =
    /^\| all \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$/m.exec(report) ?? [];
  it('leave no mutant out, and none that survived unexplained', () => {
    expect(waiting).toBe('0');
    expect(Number(noticed) + Number(survived)).toBe(Number(all));
    expect(report).not.toContain('**unexplained**');
    expect(document).toContain(`Of ${all} mutants ${noticed} are noticed`);
  });
  it('leave no branch unreached, and no line that is called unreached without a reason', () => {
    const coverage = read('coverage.md');
    expect(coverage).toMatch(/^\| all \| \d+ of \d+ \([\d.]+ %\) \| (\d+) of \1 \(100\.0 %\) \|$/m);
    expect(coverage).not.toContain('**unexplained**');
  });
  it('argue for no mutant that is noticed', () => {
    const argued = JSON.parse(read('mutation-equivalents.json')) as { file: string; why: string }[];
    for (const { file, why } of argued) expect(report, file).toContain(`| ${why} |`);
  });
});
