import { describe, expect, test } from 'vitest';
import {
  type CollectedStream,
  collectT1dUom,
  HealthError,
  inspectResource,
  type NamedBytes,
  T1D_UOM_SYSTEM,
  type T1dUomFiles,
} from '../src/index.js';
import { DATA, HAS_SHARED, load, SHARED, SKIP_NOTE, utf8 } from './support.js';

const OPTIONS = { zone: 'Europe/London', subject: 'Patient/2309' };

async function shipped(): Promise<Required<Pick<T1dUomFiles, 'glucose' | 'basal' | 'bolus' | 'meals'>>> {
  const at = (kind: string): Promise<NamedBytes> => load(`${DATA}t1d-uom/UoM${kind}2309.csv.gz`);
  return {
    glucose: await at('Glucose'),
    basal: await at('Basal'),
    bolus: await at('Bolus'),
    meals: await at('Nutrition'),
  };
}

/** Data lines of a file, split by hand: none of the shipped files quotes a cell. */
function lines(file: NamedBytes): string[][] {
  return new TextDecoder()
    .decode(file.bytes)
    .split('\r\n')
    .slice(1)
    .filter((l) => l !== '')
    .map((l) => l.split(','));
}

const kindOf = (stream: CollectedStream, kind: string): CollectedStream['resources'] =>
  stream.resources.filter((c) => c.source.id.split('/')[1] === kind);

describe('collectT1dUom on the shipped participant', () => {
  test('makes one resource of every row: 20,665 + 625 + 289 + 213', async () => {
    const files = await shipped();
    const stream = collectT1dUom(files, OPTIONS);
    const counts = ['glucose', 'basal', 'bolus', 'meal'].map((k) => kindOf(stream, k).length);
    expect(counts).toEqual(
      [files.glucose, files.basal, files.bolus, files.meals].map((f) => lines(f).length),
    );
    expect(counts).toEqual([20_665, 625, 289, 213]);
    expect(stream.rows).toBe(21_792);
    expect(new Set(stream.resources.map((c) => c.source.id)).size).toBe(21_792);
    expect(new Set(stream.resources.map((c) => c.resource.id)).size).toBe(21_792);
    expect(new Set(stream.resources.map((c) => c.source.system))).toEqual(new Set([T1D_UOM_SYSTEM]));
  });

  test('keeps every value, in its unit', async () => {
    const files = await shipped();
    const stream = collectT1dUom(files, OPTIONS);
    const q = (v: unknown): [unknown, unknown] => {
      const { value, code } = v as { value: unknown; code: unknown };
      return [value, code];
    };
    expect(kindOf(stream, 'glucose').map((c) => q(c.resource.valueQuantity))).toEqual(
      lines(files.glucose).map(([, v]) => [Number(v), 'mmol/L']),
    );
    expect(kindOf(stream, 'bolus').map((c) => q((c.resource.dosage as { dose: unknown }).dose))).toEqual(
      lines(files.bolus).map(([, v]) => [Number(v), 'U']),
    );
    expect(
      kindOf(stream, 'basal').map((c) => q((c.resource.dosage as { rateQuantity: unknown }).rateQuantity)),
    ).toEqual(lines(files.basal).map(([, v]) => [Number(v), 'U/h']));
    const carbs = kindOf(stream, 'meal').map(
      (c) =>
        (
          c.resource.component as
            | { code: { coding: { code: string }[] }; valueQuantity: { value: number } }[]
            | undefined
        )?.find((x) => x.code.coding.some((y) => y.code === 'carbs_g'))?.valueQuantity.value,
    );
    expect(carbs).toEqual(lines(files.meals).map((l) => (l[3] === '' ? undefined : Number(l[3]))));
  });

  test('every kind of resource passes the validator', async () => {
    const stream = collectT1dUom(await shipped(), OPTIONS);
    for (const kind of ['glucose', 'basal', 'bolus', 'meal']) {
      for (const c of [...kindOf(stream, kind).slice(0, 40), ...kindOf(stream, kind).slice(-5)]) {
        expect(inspectResource(structuredClone(c.resource)).findings).toEqual([]);
      }
    }
  });

  test('marks the readings of the hour that clocks skipped, and meals without a time of day', async () => {
    const { issues } = collectT1dUom(await shipped(), OPTIONS);
    const counts: Record<string, number> = {};
    for (const { code } of issues) counts[code] = (counts[code] ?? 0) + 1;
    expect(counts).toEqual({
      'local-time-gap': 12,
      'date-only': 4,
    });
  });

  test('a basal rate holds until the next row, and no longer than a day', () => {
    const basal = file(
      'basal_ts,basal_dose,insulin_kind\n05/02/2024 00:00,0.7,R\n05/02/2024 03:00,0,R\n08/02/2024 00:00,0.7,R\n08/02/2024 21:00,30,L',
    );
    const [a, b, c, d] = collectT1dUom({ basal }, OPTIONS).resources.map((x) => x.resource);
    expect(a?.effectivePeriod).toEqual({
      start: '2024-02-05T00:00:00+00:00',
      end: '2024-02-05T03:00:00+00:00',
    });
    expect(b?.effectivePeriod).toEqual({ start: '2024-02-05T03:00:00+00:00' });
    expect(c?.effectivePeriod).toEqual({
      start: '2024-02-08T00:00:00+00:00',
      end: '2024-02-08T21:00:00+00:00',
    });
    expect(d?.effectiveDateTime).toBe('2024-02-08T21:00:00+00:00');
    expect((d?.dosage as { dose: unknown } | undefined)?.dose).toEqual({
      value: 30,
      unit: 'U',
      system: 'http://unitsofmeasure.org',
      code: 'U',
    });
  });

  test('a longer export of the same participant repeats the ids of the shorter one', async () => {
    const { glucose } = await shipped();
    const text = new TextDecoder().decode(glucose.bytes).split('\r\n');
    const short = { name: glucose.name, bytes: utf8(text.slice(0, 1001).join('\r\n')) };
    const first = collectT1dUom({ glucose: short }, OPTIONS).resources;
    expect(collectT1dUom({ glucose }, OPTIONS).resources.slice(0, 1000)).toEqual(first);
  });
});

function file(text: string): NamedBytes {
  return { name: 'UoM1234.csv', bytes: utf8(text) };
}

describe('collectT1dUom takes the quirks', () => {
  test('byte-order mark, CR LF, empty columns at the end, quoted commas, columns in another order', () => {
    const basal = file(
      '\ufeffbasal_ts,basal_dose,insulin_kind,,\r\n10/11/2023 00:00,1.725,R,,\r\n10/11/2023 00:00,1.424,R,,\r\n\r\n',
    );
    expect(collectT1dUom({ basal }, OPTIONS).resources.map((c) => c.source.id)).toEqual([
      '1234/basal/20231110T0000/0',
      '1234/basal/20231110T0000/1',
    ]);
    const meals = file(
      'meal_type,meal_ts,meal_tag,carbs_g,prot_g,fat_g,fibre_g\r\nLunch,10/11/2023 12:00,"a, b",1,,,\r\n',
    );
    expect(collectT1dUom({ meals }, OPTIONS).resources[0]?.resource.note).toEqual([{ text: 'a, b' }]);
  });
});

describe('collectT1dUom refuses, with file, line and column', () => {
  const g = (rows: string): T1dUomFiles => ({ glucose: file(`bg_ts,value\n${rows}`) });
  test.each<[string, T1dUomFiles, string, string]>([
    ['other columns', { glucose: file('time,glucose\n01/02/2024 00:00,5') }, 'csv-columns', '1:1'],
    ['one column more', { glucose: file('bg_ts,value,canary\n01/02/2024 00:00,5,1') }, 'csv-columns', '1:1'],
    ['an empty file', { glucose: file('') }, 'csv-columns', '1:1'],
    ['a row too long', g('01/02/2024 00:00,5,canary'), 'csv-malformed', '2:1'],
    ['a row too short', g('01/02/2024 00:00,5\n01/02/2024 00:05'), 'csv-malformed', '3:1'],
    ['an unpaired quote', g('01/02/2024 00:00,"5'), 'csv-malformed', '2:1'],
    ['American dates', g('02/13/2024 00:00,5'), 'invalid-time', '2:bg_ts'],
    ['a reading without time of day', g('01/02/2024,5'), 'invalid-time', '2:bg_ts'],
    ['no number', g('01/02/2024 00:00,canary'), 'impossible-value', '2:value'],
    ['a negative glucose', g('01/02/2024 00:00,-5.25'), 'impossible-value', '2:value'],
    ['glucose in mg/dL', g('01/02/2024 00:00,5.5\n01/02/2024 00:05,471.25'), 'impossible-value', '3:value'],
    [
      'a negative dose',
      { bolus: file('bolus_ts,bolus_dose\n01/02/2024 00:00,-1') },
      'impossible-value',
      '2:bolus_dose',
    ],
    [
      'an unknown insulin',
      { basal: file('basal_ts,basal_dose,insulin_kind\n01/02/2024 00:00,1,canary') },
      'impossible-value',
      '2:insulin_kind',
    ],
    [
      'a nutrient beyond a stomach',
      {
        meals: file(
          'meal_ts,meal_type,meal_tag,carbs_g,prot_g,fat_g,fibre_g\n01/02/2024 00:00,x,canary,471125,,,',
        ),
      },
      'impossible-value',
      '2:carbs_g',
    ],
  ])('%s', (_, files, code, place) => {
    let error: unknown;
    try {
      collectT1dUom(files, OPTIONS);
    } catch (e) {
      error = e;
    }
    expect(error).toBeInstanceOf(HealthError);
    const refused = error as HealthError;
    expect([refused.code, refused.place, refused.file]).toEqual([code, place, 'UoM1234.csv']);
    expect(refused.message).not.toMatch(/canary|5\.25|471/);
  });

  test('keeps an unlikely value, marked', () => {
    const result = collectT1dUom(g('01/02/2024 00:00,30.5'), OPTIONS);
    expect(result.issues.map((i) => [i.code, i.place])).toEqual([['unlikely-value', '2:value']]);
    expect(result.issues[0]?.message).not.toContain('30.5');
    expect(result.resources[0]?.resource.meta).toEqual({
      tag: [{ system: 'urn:twinseal:mark', code: 'unlikely-value' }],
    });
  });

  test('an unknown zone or an empty subject is the caller’s mistake', () => {
    expect(() => collectT1dUom(g('01/02/2024 00:00,5'), { zone: 'Mars/Base', subject: 'Patient/1' })).toThrow(
      RangeError,
    );
    expect(() => collectT1dUom(g('01/02/2024 00:00,5'), { zone: 'UTC', subject: '' })).toThrow(TypeError);
  });

  test('three zones place one wall-clock time at three instants', () => {
    const at = (zone: string): number =>
      Date.parse(
        collectT1dUom(g('01/07/2024 12:00,5'), { zone, subject: 'Patient/1' }).resources[0]
          ?.sourceTime as string,
      );
    expect(at('Europe/London')).toBe(Date.UTC(2024, 6, 1, 11));
    expect(at('America/Los_Angeles')).toBe(Date.UTC(2024, 6, 1, 19));
    expect(at('Asia/Kolkata')).toBe(Date.UTC(2024, 6, 1, 6, 30));
  });
});

describe.skipIf(!HAS_SHARED)(`collectT1dUom on all participants${SKIP_NOTE}`, () => {
  test('activity and sleep: the device’s own instants and offsets, and every step', async () => {
    const base = `${SHARED}cgm/t1d-uom/`;
    const activity = await load(`${base}Activity_Data/UoMActivity2309.csv.gz`);
    const sleep = await load(`${base}Sleep_Data/UoMsleep2309.csv.gz`);
    const { resources, rows, issues } = collectT1dUom(
      { activity, sleep },
      { zone: 'Europe/London', subject: 'Patient/2309' },
    );
    expect([rows, resources.length]).toEqual([11_587 + 24_769, 11_587 + 24_769]);
    expect(new Set(issues.map((i) => i.code))).toEqual(new Set(['local-time-gap']));
    const components = (c: (typeof resources)[number]): Map<string, number> =>
      new Map(
        (
          (c.resource.component ?? []) as {
            code: { coding: { code: string }[] };
            valueQuantity: { value: number };
          }[]
        ).map((x) => [x.code.coding.at(-1)?.code as string, x.valueQuantity.value]),
      );
    const walked = resources.filter((c) => c.source.id.includes('/activity/'));
    const steps = lines(activity).map((l) => Number(l[3]));
    expect(walked.map((c) => components(c).get('step_count'))).toEqual(steps);
    expect(walked.map((c) => Date.parse(c.sourceTime) / 1000)).toEqual(
      lines(activity).map((l) => Number(l[7])),
    );
    expect(walked.find((c) => c.sourceTime.startsWith('2024-04-01T00:00'))?.sourceTime).toBe(
      '2024-04-01T00:00:00+01:00',
    );
    // A heart rate of 0 is no heart rate.
    const rates = resources
      .filter((c) => c.source.id.includes('/sleep/'))
      .flatMap((c) => components(c).get('heart_rate') ?? []);
    expect(rates.length).toBe(lines(sleep).filter((l) => Number(l[2]) > 0).length);
    for (const c of [walked[0], walked.at(-1), resources.at(-1)]) {
      expect(inspectResource(structuredClone(c?.resource) as never).findings).toEqual([]);
    }
  });

  test.each([
    ['2301', 57_740],
    ['2309', 21_792],
    ['2401', 15_876],
  ])('%s: %i rows', async (participant, rows) => {
    const base = `${SHARED}cgm/t1d-uom/`;
    const files = {
      glucose: await load(`${base}Glucose_Data/UoMGlucose${participant}.csv.gz`),
      basal: await load(`${base}Insulin_Data/Basal_Data/UoMBasal${participant}.csv.gz`),
      bolus: await load(`${base}Insulin_Data/Bolus_Data/UoMBolus${participant}.csv.gz`),
      meals: await load(`${base}Nutrition_Data/UoMNutrition${participant}.csv.gz`),
    };
    const result = collectT1dUom(files, OPTIONS);
    expect([result.rows, result.resources.length]).toEqual([rows, rows]);
  });
});
