import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, twinseal } from './support/run.js';

const BOTTLES = fileURLToPath(new URL('../../health/test/fixtures/pill-bottles/', import.meta.url));
const DIARY = [
  'full_date,date,weekday,time,mood,activities,note_title,note',
  '2024-05-06,6 May,Monday,21:30,meh,walk,,"with Grace"',
  '2024-05-06,6 May,Monday,25:30,meh,,,',
].join('\n');
const record = (source: string, time: string) =>
  `<Record type="HKQuantityTypeIdentifierHeartRate" sourceName="${source}" unit="count/min" startDate="${time}" endDate="${time}" value="61"/>`;

let folder: string;
async function collect(...args: string[]) {
  const { code, stdout, stderr } = await twinseal(['collect', ...args, '--json'], { cwd: folder });
  expect(stderr).toBe('');
  return { code, report: JSON.parse(stdout) };
}

beforeAll(async () => {
  folder = await freshFolder();
  await writeFile(join(folder, 'diary.csv.gz'), gzipSync(DIARY));
  await writeFile(
    join(folder, 'export.xml'),
    `<HealthData>${record('Watch', '2024-07-01 08:00:00 -0400')}${record('Strap', '2024-07-01 08:00:20 -0400')}</HealthData>`,
  );
  for (const name of ['test_mems.csv', 'test_adheretech.xlsx'])
    await writeFile(join(folder, name), await readFile(BOTTLES + name));
  await writeFile(join(folder, 'UoMGlucose1.csv'), 'bg_ts,value\n06/02/2024 00:37,5.5\n06/02/2024 00:42,x\n');
});

describe('collect, from every kind of source', () => {
  it('reads bottles, workbooks, diaries and a wearable’s single file; keeps the good beside the bad', async () => {
    const { code, report } = await collect(
      '--zone',
      'Europe/London',
      'test_mems.csv',
      'test_adheretech.xlsx',
      'diary.csv.gz',
      'UoMGlucose1.csv',
    );
    expect(code).toBe(1);
    expect(report.holds).toBe(true);
    const of = (file: { file: string; format: string; in: number; stored: number; refused: number }) => [
      file.file,
      file.format,
      file.in,
      file.stored,
      file.refused,
    ];
    expect(report.files.map(of)).toEqual([
      ['test_mems.csv', 'pill-bottle', 13, 13, 0],
      ['test_adheretech.xlsx', 'pill-bottle', 25, 25, 0],
      ['diary.csv', 'mood-diary', 3, 2, 1],
      ['UoMGlucose1.csv', 't1d-uom', 2, 1, 1],
    ]);
  });

  it('refuses a clock without a zone, and names what to say', async () => {
    const { code, report } = await collect('test_mems.csv', 'test_adheretech.xlsx');
    expect(code).toBe(1);
    expect(report.files[0].reasons).toEqual({ 'no-zone': 1 });
    expect(report.files[1].refused).toBe(0);
    const { code: wrong, stderr } = await twinseal(['collect', '--zone', 'Mars/Base', 'test_mems.csv'], {
      cwd: folder,
    });
    expect(wrong).toBe(2);
    expect(stderr).toMatch(/^twinseal: --zone: [^\n]+\n$/);
  });

  it('points out what two devices say alike, and stores both', async () => {
    const { report } = await collect('--duplicates', 'export.xml');
    expect(report).toMatchObject({ stored: 2, duplicates: 0, alike: { 'between-devices': 1 } });
    expect(report.pairs[0].why).toContain('20 s apart');
    expect((await collect('export.xml')).report.alike).toBeUndefined();
  });

  it('takes the same file again as duplicates', async () => {
    const { report } = await collect('--zone', 'Europe/London', 'test_mems.csv', './test_mems.csv');
    expect(report).toMatchObject({ in: 26, stored: 13, duplicates: 13, refused: 0 });
  });
});
