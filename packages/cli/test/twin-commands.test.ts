import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, SHIPPED, twinseal } from './support/run.js';

const DOCS = fileURLToPath(new URL('../../../docs/', import.meta.url));
const COMMANDS = [
  'collect',
  'timeline',
  'modules',
  'flags',
  'explain',
  'diff',
  'chart',
  'medications',
  'suggest',
];

let folder: string;
const run = (...args: readonly string[]) => twinseal(args, { cwd: folder });

/** Runs a command that must succeed with one JSON object on stdout and nothing on stderr. */
async function json(...args: readonly string[]) {
  const { code, stdout, stderr } = await run(...args, '--json');
  expect({ stderr, code, lines: stdout.trimEnd().split('\n').length }).toEqual({
    stderr: '',
    code: 0,
    lines: 1,
  });
  return JSON.parse(stdout);
}

const subject = { reference: 'Patient/ada' };
const patient = { resourceType: 'Patient', id: 'ada', meta: { lastUpdated: '2019-01-01T00:00:00Z' } };
const encounter = (id: string, hospital: string) => ({
  resourceType: 'Encounter',
  id,
  status: 'finished',
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
  subject,
  serviceProvider: { reference: `Organization/${hospital}`, display: hospital },
  period: { start: '2020-01-01T08:00:00Z' },
});
const pressure = (id: string, time: string, systolic: number, at: string) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  category: [
    {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }],
    },
  ],
  code: { coding: [{ system: 'http://loinc.org', code: '85354-9', display: 'Blood pressure' }] },
  subject,
  encounter: { reference: `Encounter/${at}` },
  effectiveDateTime: time,
  component: [
    {
      code: { coding: [{ system: 'http://loinc.org', code: '8480-6', display: 'Systolic' }] },
      valueQuantity: { value: systolic, unit: 'mm[Hg]', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' },
    },
  ],
});
const asthma = (status: string, updated: string) => ({
  resourceType: 'Condition',
  id: 'asthma',
  meta: { versionId: updated.slice(0, 4), lastUpdated: updated },
  clinicalStatus: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: status }],
  },
  code: {
    coding: [{ system: 'http://snomed.info/sct', code: '195967001', display: 'Asthma </text><script>' }],
  },
  subject,
  encounter: { reference: 'Encounter/e1' },
  onsetDateTime: '2020-01-01T08:00:00Z',
});

beforeAll(async () => {
  folder = await freshFolder();
  const lines = (...resources: object[]) => resources.map((each) => `${JSON.stringify(each)}\n`).join('');
  const good = [patient, encounter('e1', 'North'), encounter('e2', 'South')];
  await writeFile(
    join(folder, 'north.ndjson'),
    lines(
      ...good,
      pressure('p1', '2020-01-01T08:00:00Z', 150, 'e1'),
      pressure('p2', '2020-02-01T08:00:00Z', 152, 'e1'),
      asthma('active', '2020-01-01T08:00:00Z'),
    ),
  );
  await writeFile(
    join(folder, 'later.ndjson.gz'),
    gzipSync(
      lines(asthma('resolved', '2021-01-01T08:00:00Z'), pressure('q1', '2020-01-01T08:00:00Z', 120, 'e2')),
    ),
  );
  await writeFile(
    join(folder, 'mixed.ndjson'),
    `${lines(patient, patient, { ...encounter('e9', 'North'), status: 'no such status' })}{"resourceType":\n`,
  );
  await writeFile(join(folder, 'other.json'), JSON.stringify({ resourceType: 'Patient', id: 'bea' }));
});

describe('collect', () => {
  it('accounts for every record of the shipped data', async () => {
    const report = await json('collect');
    // Data rows by another reader than ours: lines with content, less the header.
    let rows = 0;
    for (const name of (await readdir(join(SHIPPED, 't1d-uom'))).filter((each) => /\.csv\.gz$/.test(each))) {
      const text = gunzipSync(await readFile(join(SHIPPED, 't1d-uom', name))).toString('utf8');
      rows += text.split(/\r?\n/).filter((line) => /[^,\s]/.test(line)).length - 1;
    }
    // 440: data/README.md.
    expect(report).toMatchObject({
      in: 440 + rows,
      stored: 440 + rows,
      duplicates: 0,
      refused: 0,
      holds: true,
    });
  });

  it('names what is refused, by code and place, and ends with 1', async () => {
    const { code, stdout, stderr } = await run('collect', 'mixed.ndjson', '--json');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      in: 4,
      stored: 1,
      duplicates: 1,
      refused: 2,
      holds: true,
      patients: ['Patient/ada'],
    });
    expect(
      report.files[0].refusals.map((each: { code: string; place: string }) => [each.code, each.place]),
    ).toEqual([
      ['invalid-resource', '3:1.status'],
      ['not-json', expect.stringMatching(/^4:/)],
    ]);
    const text = await run('collect', 'mixed.ndjson');
    expect(text.stdout).toContain('in 4 = stored 1 + duplicate 1 + refused 2');
  });

  it('refuses everything under --strict, and where nothing at all can be read, with one sentence', async () => {
    await writeFile(join(folder, 'letter.txt'), 'no data');
    for (const args of [
      ['collect', '--strict', 'mixed.ndjson'],
      ['collect', 'letter.txt'],
      ['collect', 'not-there.json'],
      ['collect', '.'],
      ['collect', '--wearable', 'not-there'],
    ]) {
      const { code, stdout, stderr } = await run(...args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^twinseal: [^\n]+\n$/);
    }
  });

  it('knows a record that comes again', async () => {
    const { in: all, stored, duplicates } = await json('collect', 'north.ndjson', 'north.ndjson');
    expect([all, stored, duplicates]).toEqual([12, 6, 6]);
  });
});

describe('timeline', () => {
  it('merges the files of two hospitals and shows what contradicts', async () => {
    const { entries, accounting, patient: whose } = await json('timeline', 'north.ndjson', 'later.ndjson.gz');
    expect(accounting).toEqual({ in: 8, stored: 8, duplicates: 0, refused: 0 });
    expect(whose).toBe('Patient/ada');
    const contradicted = entries.filter((each: { isContradicted: boolean }) => each.isContradicted);
    expect(contradicted.map((each: { detail: string }) => each.detail).sort()).toEqual([
      'Systolic 120 mm[Hg]',
      'Systolic 150 mm[Hg]',
    ]);
    expect(
      contradicted.map((each: { provenance: { author: string }[] }) => each.provenance[0]?.author).sort(),
    ).toEqual(['hospital:north', 'hospital:south']);
  });

  it('keeps to modules and times', async () => {
    const files = ['north.ndjson', 'later.ndjson.gz'];
    const { entries } = await json(
      'timeline',
      '--module',
      'cardiovascular',
      '--from',
      '2020-02-01',
      ...files,
    );
    expect(entries.map((each: { detail: string }) => each.detail)).toEqual(['Systolic 152 mm[Hg]']);
    const { stdout } = await run('timeline', '--module', 'cardiovascular', '--to', '2020-02-01', ...files);
    expect(stdout).toContain('Systolic 150 mm[Hg]');
    expect(stdout).not.toContain('152');
    for (const wrong of [
      ['--module', 'cardio'],
      ['--from', 'yesterday'],
      ['--to', '2020'],
    ]) {
      expect(await run('timeline', ...wrong, ...files)).toMatchObject({ code: 2, stdout: '' });
    }
  });

  it('asks whose twin it is where there are several patients', async () => {
    const files = ['north.ndjson', 'other.json'];
    expect(await run('timeline', ...files)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('about 2 patients'),
    });
    expect(await run('timeline', '--patient', 'Patient/eve', ...files)).toMatchObject({ code: 2 });
    expect((await json('timeline', '--patient', 'Patient/bea', ...files)).entries).toEqual([]);
    expect((await json('timeline', '--same-patient', ...files)).entries.length).toBeGreaterThan(3);
  });

  it('draws a picture that cannot carry script, and writes nothing else', async () => {
    const before = await readdir(folder);
    await run('timeline', '--svg', 'timeline.svg', 'north.ndjson');
    expect((await readdir(folder)).sort()).toEqual([...before, 'timeline.svg'].sort());
    expect((await stat(join(folder, 'timeline.svg'))).mode & 0o777).toBe(0o600);
    const svg = await readFile(join(folder, 'timeline.svg'), 'utf8');
    expect(svg).toMatch(/^<svg [^>]*role="img"><title>Timeline, 2020-01-01 to 2020-02-01<\/title>/);
    expect(svg).toContain('Asthma &lt;/text&gt;&lt;script&gt;');
    expect(svg).not.toContain('<script');
  });
});

describe('modules', () => {
  it('lists the standard modules, as docs/MODULES.md names them', async () => {
    const { modules } = await json('modules');
    const documented = /## The standard modules\n\n([^:]*):/.exec(
      await readFile(join(DOCS, 'MODULES.md'), 'utf8'),
    )?.[1];
    const ids = [...(documented ?? '').matchAll(/`([a-z-]+)`/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(13);
    expect(modules.map((each: { id: string }) => each.id).sort()).toEqual(ids.sort());
  });

  it("checks a user's own, and says every fault at its place", async () => {
    const text = /```json\n(\{\n {2}"format"[\s\S]*?)```/.exec(
      await readFile(join(DOCS, 'MODULES.md'), 'utf8'),
    )?.[1];
    await writeFile(join(folder, 'thyroid.json'), String(text));
    expect((await run('modules', '--check', 'thyroid.json')).code).toBe(0);
    const faulty = String(text)
      .replace('"unit": "m[IU]/L"', '"unit": "milli units"')
      .replace('"measure": "tsh"', '"measure": "t3"');
    await writeFile(join(folder, 'faulty.json'), faulty);
    const { code, stdout } = await run('modules', '--check', 'faulty.json', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      code: 'module-definition',
      faults: ['measures.0.unit: not a UCUM unit', 'flags.0.measure: no measure "t3"'],
    });
    await writeFile(join(folder, 'no.json'), '{');
    expect(await run('modules', '--check', 'no.json')).toMatchObject({ code: 2, stdout: '' });
  });

  it('adds one to the other commands', async () => {
    const { flags } = await json('flags', '--add', 'thyroid.json', '--module', 'thyroid', 'north.ndjson');
    expect(flags).toMatchObject([{ module: 'thyroid', flag: 'tsh-high', state: 'missing' }]);
    expect(await run('flags', '--add', 'faulty.json', 'north.ndjson')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^twinseal: [^\n]+\n$/),
    });
  });
});

describe('flags', () => {
  // systolic-high: at least 140 mm[Hg], two times in a row, missing after 400 days (2018 ESC/ESH, section 3.1).
  it.each([
    ['2020-01-15', 'quiet'],
    ['2020-02-02', 'raised'],
    ['2021-06-01', 'missing'],
  ])('at %s say %s, and why', async (at, state) => {
    const { flags } = await json('flags', '--module', 'cardiovascular', '--at', at, 'north.ndjson');
    const found = flags.find((each: { flag: string }) => each.flag === 'systolic-high');
    expect(found).toMatchObject({ state, unit: 'mm[Hg]', source: expect.stringContaining('2018 ESC/ESH') });
    expect(found.why).toMatch(/Systolic blood pressure/);
    const { stdout } = await run('flags', '--module', 'cardiovascular', '--at', at, 'north.ndjson');
    expect(stdout).toContain(`${state.padEnd(7)} Systolic blood pressure high`);
    expect(stdout).toContain('Source: 2018 ESC/ESH');
  });
});

describe('explain', () => {
  it("finds a record by the source's id and by the handle that the timeline shows", async () => {
    const { entries } = await json('timeline', '--module', 'cardiovascular', 'north.ndjson');
    const { handle } = entries[0].provenance[0];
    const [byId, byHandle] = [
      await json('explain', 'Observation/p1', 'north.ndjson'),
      await json('explain', handle, 'north.ndjson'),
    ];
    expect(byHandle.records).toEqual(byId.records);
    expect(byId.records).toMatchObject([
      {
        typeAndId: 'Observation/p1',
        handle,
        lane: 'hospital:north',
        modules: ['cardiovascular', 'laboratory'],
        measures: [{ module: 'cardiovascular', measure: 'systolic', value: 150, unit: 'mm[Hg]' }],
      },
    ]);
    const { stdout } = await run('explain', 'Observation/p1', 'north.ndjson');
    expect(stdout).toContain('cardiovascular takes this Observation by code http://loinc.org|85354-9');
    expect(stdout).toContain('It counts towards cardiovascular/systolic with 150 mm[Hg].');
  });

  it('refuses to explain what is not there', async () => {
    expect(await run('explain', 'Observation/none', 'north.ndjson')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^twinseal: [^\n]+\n$/),
    });
  });
});

describe('diff', () => {
  it('names what changed, with lane, instance and author of each field', async () => {
    const { changes } = await json(
      'diff',
      '--from',
      '2020-06-01',
      '--to',
      'now',
      'north.ndjson',
      'later.ndjson.gz',
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ kind: 'changed', resourceType: 'Condition' });
    const status = changes[0].fields.find(
      (each: { path: string }) => each.path === 'clinicalStatus.coding[0].code',
    );
    expect(status).toEqual({
      path: 'clinicalStatus.coding[0].code',
      before: 'active',
      after: 'resolved',
      statedBy: {
        lane: { author: 'hospital:north', module: 'conditions' },
        // Weeks in which North stated something: its patient 2019-01, two in 2020, and this one.
        instance: expect.any(Number),
        author: 'hospital:north',
      },
    });
    const { stdout } = await run(
      'diff',
      '--from',
      '2020-06-01',
      '--to',
      'now',
      'north.ndjson',
      'later.ndjson.gz',
    );
    expect(stdout).toContain('clinicalStatus.coding[0].code: "active" → "resolved"');
    expect(stdout).toContain('0 added, 1 changed, 0 removed');
  });

  it('needs both times', async () => {
    expect((await run('diff', 'north.ndjson')).code).toBe(2);
  });
});

describe('chart', () => {
  it('draws measures with unit, thresholds and their sources', async () => {
    await run('chart', '--module', 'cardiovascular', '--svg', 'heart.svg', 'north.ndjson');
    const svg = await readFile(join(folder, 'heart.svg'), 'utf8');
    for (const text of [
      'Systolic blood pressure, mm[Hg]',
      'Systolic blood pressure high: 140 mm[Hg]',
      '2018 ESC/ESH',
      'No values: ',
    ]) {
      expect(svg).toContain(text);
    }
    const { series } = await json('chart', '--module', 'cardiovascular', 'north.ndjson');
    expect(series[0]).toMatchObject({
      id: 'systolic',
      unit: 'mm[Hg]',
      points: [{ value: 150 }, { value: 152 }],
      thresholds: [{ value: 140 }, { value: 180 }],
    });
  });

  it('says so where there is nothing to draw', async () => {
    for (const module of ['identity', 'glucose']) {
      const { code, stdout, stderr } = await run(
        'chart',
        '--module',
        module,
        '--svg',
        'none.svg',
        'north.ndjson',
      );
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^twinseal: [^\n]+\n$/);
    }
    expect(await readdir(folder)).not.toContain('none.svg');
  });
});

it('every command has an example, --json and its exit codes in --help', async () => {
  for (const command of COMMANDS) {
    const { code, stdout } = await run(command, '--help');
    expect(code).toBe(0);
    for (const text of [`\nExample:\n  twinseal ${command}`, '--json', 'Exit codes: 0'])
      expect(stdout).toContain(text);
  }
});

it('what stands in docs/TWIN-COMMANDS.md runs as it stands there', async () => {
  const page = await readFile(join(DOCS, 'TWIN-COMMANDS.md'), 'utf8');
  const walk = join(folder, 'walk');
  await mkdir(walk);
  await writeFile(join(walk, 'thyroid.json'), await readFile(join(folder, 'thyroid.json')));
  const commands = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) =>
    String(block).trim().split('\n'),
  );
  expect(new Set(commands.map((line) => line.split(' ')[1]))).toEqual(new Set(COMMANDS));
  for (const line of commands) {
    const [program, ...args] = line.split(' ');
    expect(program).toBe('twinseal');
    expect({ line, ...(await twinseal(args, { cwd: walk })) }).toMatchObject({ line, code: 0, stderr: '' });
  }
  // What the page says came out does.
  const { stdout } = await twinseal(['collect'], { cwd: walk });
  for (const [, block] of page.matchAll(/```text\n([\s\S]*?)```/g))
    if (String(block).startsWith('in ')) expect(stdout).toContain(String(block).trim());
}, 1_800_000);
