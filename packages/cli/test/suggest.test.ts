import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, twinseal } from './support/run.js';

const WELLBEING = fileURLToPath(new URL('../../twin/test/fixtures/wellbeing/', import.meta.url));
const DOCS = fileURLToPath(new URL('../../../docs/', import.meta.url));
const FILES = ['diary.csv', 'sleep.json', 'bottle.csv', 'north.json', 'south.json'];
const ZONE = ['--zone', 'Europe/London'];

let folder: string;
const run = (...args: readonly string[]) => twinseal(args, { cwd: folder });
beforeAll(async () => {
  folder = await freshFolder();
  await mkdir(folder, { recursive: true });
  for (const name of FILES) await writeFile(join(folder, name), await readFile(join(WELLBEING, name)));
});

describe('docs/SCENARIO.md', () => {
  it('shows what its commands print, and the picture that they draw', async () => {
    const page = await readFile(join(DOCS, 'SCENARIO.md'), 'utf8');
    const commands = [...page.matchAll(/```sh\n(.*)\n```/g)].map((m) => String(m[1]));
    expect(commands.map((c) => c.split(' ')[1])).toEqual(['collect', 'suggest']);
    let now = page;
    for (const command of commands) {
      const [program, name, ...args] = command.split(' ') as [string, string, ...string[]];
      expect(program).toBe('twinseal');
      const { code, stdout, stderr } = await run(name, ...args);
      expect({ name, code, stderr }).toEqual({ name, code: 0, stderr: '' });
      const block = `<!-- ${name} -->\n\`\`\`text\n${stdout.trimEnd()}\n\`\`\`\n<!-- end -->`;
      now = now.replace(new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- end -->`), () => block);
    }
    const svg = await readFile(join(folder, 'scenario.svg'), 'utf8');
    // Written anew with TWINSEAL_WRITE_DOCS=1, and otherwise compared.
    if (process.env.TWINSEAL_WRITE_DOCS === '1') {
      await writeFile(join(DOCS, 'SCENARIO.md'), now);
      await writeFile(join(DOCS, 'scenario.svg'), svg);
    }
    expect(await readFile(join(DOCS, 'SCENARIO.md'), 'utf8')).toBe(now);
    expect(svg).toBe(await readFile(join(DOCS, 'scenario.svg'), 'utf8'));
    // What the page says in words of what was found.
    expect(now).toMatch(/most likely on 2024-04-27/);
    expect(now).toMatch(/most likely on 2024-04-20/);
    expect(now).toMatch(/most likely on 2024-04-22/);
    expect(now.match(/^not found/gm)?.length).toBe(2);
  }, 600_000);
});

describe('suggest', () => {
  it('gives one JSON object with answers, suggestions and the notice', async () => {
    const { code, stdout, stderr } = await run('suggest', ...FILES, ...ZONE, '--json');
    expect({ code, stderr, lines: stdout.trimEnd().split('\n').length }).toEqual({
      code: 0,
      stderr: '',
      lines: 1,
    });
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      patient: 'Patient/robin',
      seed: 1,
      notice: expect.stringContaining('Not a medical device'),
      urgent: expect.stringContaining('emergency number'),
      accounting: { refused: 0 },
    });
    expect(report.answers.map((a: { id: string; state: string }) => `${a.id} ${a.state}`)).toEqual([
      'mood-change found',
      'mood-trend found',
      'mood-daytime found',
      'sleep-change found',
      'sleep-trend found',
      'openings-change found',
      'sleep-mood not found',
      'openings-mood not found',
    ]);
    expect(report.suggestions.map((s: { id: string }) => s.id)).toContain('interaction-qt-qt');
  }, 600_000);
  it('says that mood is missing where there is no diary, and looks back only as far as asked', async () => {
    const { stdout } = await run('suggest', 'sleep.json', '--at', '2024-04-15', '--weeks', '6');
    expect(stdout).toContain('From 2024-03-04 to 2024-04-14:');
    expect(stdout).toContain('mood: nothing that can be seen here');
    expect(stdout).toMatch(/missing\s+Did the level of mood change\?/);
    expect(stdout).toContain('That is not "all is well".');
    expect(stdout).not.toContain('emergency');
  }, 600_000);
  it('draws for the width that is asked for', async () => {
    await run('suggest', 'sleep.json', '--svg', 'phone.svg', '--width', '390');
    const svg = await readFile(join(folder, 'phone.svg'), 'utf8');
    expect(svg).toMatch(/^<svg width="390"/);
    for (const text of [
      'Sleep, h',
      'Mood, level of 5: nothing that can be',
      'Not a medical device',
      '<title>',
    ])
      expect(svg).toContain(text);
  }, 600_000);
  it.each([
    ['--weeks', '3'],
    ['--weeks', 'many'],
    ['--seed', '-1'],
    ['--per-day', '0'],
    ['--width', '100'],
    ['--at', 'soon'],
  ])('refuses %s %s with one sentence', async (option, value) => {
    expect(await run('suggest', 'sleep.json', option, value)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^twinseal: [^\n]+\n$/),
    });
  });
});

describe('medications', () => {
  it('lists what is active with lanes, openings of the bottle, and the pair that two hospitals made', async () => {
    const { code, stdout } = await run('medications', ...FILES, ...ZONE, '--json');
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    expect(report.active.map((m: { name: string }) => m.name)).toEqual([
      'Clarithromycin 250 mg tablets',
      'escitalopram',
    ]);
    expect(report.active[1]).toMatchObject({
      ingredients: [{ name: 'escitalopram', by: 'rxnorm' }],
      isStale: false,
      statedBy: [{ author: 'hospital:north', lane: { module: 'mental-health' } }],
    });
    expect(report.interactions).toMatchObject([
      {
        fact: { id: 'qt-qt' },
        list: { kind: 'contraindicated' },
        ingredients: ['clarithromycin', 'escitalopram'],
      },
    ]);
    // Rows of the file, counted by another reader.
    const rows = (await readFile(join(folder, 'bottle.csv'), 'utf8')).trim().split('\n').length - 1;
    expect(report.bottle.openings).toBe(rows);
    const text = (await run('medications', ...FILES, ...ZONE)).stdout;
    expect(text).toContain('never together  clarithromycin with escitalopram: torsade de pointes');
    expect(text).toContain('An opening is no dose.');
  }, 600_000);
  it('says of an empty record that nothing is known', async () => {
    const { stdout } = await run('medications', 'sleep.json');
    expect(stdout).toContain('nothing is known, not "none"');
  }, 600_000);
  it('the pair is a flag, too', async () => {
    const { stdout } = await run('flags', ...FILES, ...ZONE, '--module', 'medications', '--json');
    expect(JSON.parse(stdout).flags).toMatchObject([
      {
        flag: 'interaction-qt-qt',
        state: 'raised',
        severity: 'urgent',
        source: expect.stringContaining('Phansalkar'),
      },
    ]);
  }, 600_000);
});

it.each(['suggest', 'medications'])(
  '%s has an example, --json and its exit codes in --help',
  async (command) => {
    const { code, stdout } = await run(command, '--help');
    expect(code).toBe(0);
    for (const text of [`\nExample:\n  twinseal ${command}`, '--json', 'Exit codes: 0'])
      expect(stdout).toContain(text);
  },
);
