import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateFlags } from './flags.js';
import { moduleJsonSchema, parseModuleDefinition } from './module-definition.js';
import { ModuleRegistry } from './module-registry.js';
import { STANDARD_MODULES } from './standard-modules.js';
import { TwinError } from './twin-error.js';

const LDL = {
  id: 'ldl',
  title: 'LDL',
  resource: 'Observation',
  codes: [{ system: 'http://loinc.org', values: ['18262-6'] }],
  unit: 'mg/dL',
};
const FLAG = {
  id: 'high',
  title: 'High',
  severity: 'warning',
  measure: 'ldl',
  above: 190,
  missingAfterDays: 400,
  source: 'a guideline',
};
const GOOD = {
  format: 'twinseal/module',
  version: 1,
  id: 'lipids',
  revision: '1.0.0',
  title: 'Lipids',
  summary: 'Cholesterol.',
  sensitivity: 'normal',
  select: [
    {
      resource: 'Observation',
      codes: [{ system: 'http://loinc.org', values: ['18262-6'] }],
      where: 'valueQuantity.exists()',
    },
  ],
  measures: [LDL],
  derived: [
    {
      id: 'twice',
      title: 'Twice',
      unit: 'mg/dL',
      expression: '2 * ldl',
      withinHours: 1,
      source: 'arithmetic',
    },
  ],
  flags: [FLAG],
};

function issues(change: object): string {
  try {
    parseModuleDefinition({ ...structuredClone(GOOD), ...change });
  } catch (error) {
    if (error instanceof TwinError) return error.issues.join('\n');
    throw error;
  }
  return 'accepted';
}

describe('parseModuleDefinition', () => {
  test('takes a good one, and all standard ones again from their JSON', () => {
    expect(issues({})).toBe('accepted');
    for (const module of STANDARD_MODULES)
      expect(parseModuleDefinition(JSON.parse(JSON.stringify(module)))).toEqual(module);
  });

  const select = (change: object): object => ({ select: [{ ...GOOD.select[0], ...change }] });
  const measure = (change: object): object => ({ measures: [{ ...LDL, ...change }] });
  const derived = (change: object): object => ({ derived: [{ ...GOOD.derived[0], ...change }] });
  const flag = (change: object): object => ({ flags: [{ ...FLAG, ...change }] });
  const aggregate = (change: object): object => ({
    derived: [
      {
        id: 'a',
        title: 'A',
        unit: '%',
        aggregate: { measure: 'ldl', statistic: 'percent-within', days: 7, low: 1, high: 2, ...change },
        source: 's',
      },
    ],
  });
  test.each<[string, object, RegExp]>([
    ['another format', { format: 'x' }, /^format:/],
    ['another version', { version: 2 }, /^version:/],
    ['an id out of the grammar', { id: 'Lipids!' }, /^id:/],
    ['a revision that is none', { revision: '1.0' }, /^revision:/],
    ['an unknown sensitivity', { sensitivity: 'secret' }, /^sensitivity:/],
    ['an unknown key', { script: 'alert(1)' }, /script/],
    ['an unknown key inside', select({ code: '1' }), /select\.0/],
    ['no selector', { select: [] }, /nothing would ever belong/],
    ['a resource that R4 lacks', select({ resource: 'Canary' }), /select\.0\.resource: not a resource type/],
    ['FHIRPath that does not parse', select({ where: 'a..b(' }), /select\.0\.where: not a FHIRPath/],
    ['a regular expression', select({ where: "id.matches('(a+)+$')" }), /regular expressions/],
    ['a code set without codes', select({ codes: [{ system: 'urn:x' }] }), /values or prefixes/],
    ['a code system that is no URI', select({ codes: [{ system: 'loinc', values: ['1'] }] }), /absolute URI/],
    ['a unit that UCUM lacks', measure({ unit: 'mg per dl' }), /measures\.0\.unit: not a UCUM unit/],
    ['bounds upside down', measure({ plausible: { low: 2, high: 1, source: 's' } }), /low is not below high/],
    ['one id twice', { measures: [LDL, LDL] }, /measures\.1\.id: used twice/],
    ['an expression that does not parse', derived({ expression: '2 * (ldl' }), /not closed/],
    ['an expression over nothing', derived({ expression: '2 * hdl' }), /no measure "hdl"/],
    ['an expression without a measure', derived({ expression: '2 + 2' }), /names no measure/],
    ['code in an expression', derived({ expression: 'ldl; exit()' }), /unexpected/],
    ['a derived measure of a derived one', derived({ expression: 'twice + ldl' }), /no measure "twice"/],
    ['an aggregate of nothing', aggregate({ measure: 'hdl' }), /no measure "hdl"/],
    ['a range upside down', aggregate({ low: 3 }), /low below high/],
    ['a range where none belongs', aggregate({ statistic: 'mean' }), /only percent-within/],
    ['a flag on nothing', flag({ measure: 'hdl' }), /no measure "hdl"/],
    ['a flag without a condition', flag({ above: undefined }), /exactly one of/],
    ['a flag with two conditions', flag({ below: 3 }), /exactly one of/],
    ['a flag that clears above its threshold', flag({ clear: 200 }), /beyond the threshold/],
    ['a flag without a source', flag({ source: undefined }), /flags\.0\.source/],
    ['a flag that never misses anything', flag({ missingAfterDays: undefined }), /missingAfterDays/],
    [
      'a trend in both directions',
      flag({ above: undefined, slopePerDay: { above: 1, below: 1, days: 7, atLeast: 3 } }),
      /one of above, below/,
    ],
    [
      'a trend with hysteresis',
      flag({ above: undefined, clear: 1, slopePerDay: { above: 1, days: 7, atLeast: 3 } }),
      /a trend has no/,
    ],
  ])('refuses %s', (_, change, expected) => {
    expect(issues(change)).toMatch(expected);
  });

  test.each<[string, object, RegExp]>([
    [
      'a list of interactions that is not known',
      { interactions: { lists: ['mine'], missingAfterDays: 400 } },
      /^interactions\.lists\.0:/,
    ],
    ['no list', { interactions: { lists: [], missingAfterDays: 400 } }, /^interactions\.lists:/],
    [
      'one list twice',
      { interactions: { lists: ['hl7-pddi', 'hl7-pddi'], missingAfterDays: 400 } },
      /one list twice/,
    ],
    [
      'interactions that never miss anything',
      { interactions: { lists: ['hl7-pddi'] } },
      /^interactions\.missingAfterDays:/,
    ],
    [
      'protected content that is exclusive besides',
      { exclusive: true, restricted: ['violence'] },
      /exclusive already/,
    ],
    ['a category of protected content that is none', { restricted: ['secrets'] }, /^restricted\.0:/],
    [
      'a derived measure’s unit that UCUM lacks',
      derived({ unit: 'furlong/fortnight' }),
      /derived\.0\.unit: not a UCUM unit/,
    ],
    ['a derived id that a measure has', derived({ id: 'ldl' }), /derived\.0\.id: used twice/],
    ['one flag twice', { flags: [FLAG, FLAG] }, /flags\.1\.id: used twice/],
    [
      'a component’s code system that is no URI',
      measure({ component: [{ system: 'x', values: ['1'] }] }),
      /component\.0\.system/,
    ],
    [
      'a trend without a direction',
      flag({ above: undefined, slopePerDay: { days: 7, atLeast: 3 } }),
      /one of above, below/,
    ],
    [
      'a trend of two values',
      flag({ above: undefined, slopePerDay: { above: 1, days: 7, atLeast: 2 } }),
      /slopePerDay\.atLeast/,
    ],
    [
      'two ways of deriving',
      derived({ aggregate: { measure: 'ldl', statistic: 'mean', days: 7 } }),
      /^derived\.0/,
    ],
    ['a number that is none', flag({ above: Number.NaN }), /flags\.0\.above/],
  ])('refuses %s', (_, change, expected) => {
    expect(issues(change)).toMatch(expected);
  });

  /** A definition in which every key there is stands. */
  const WHOLE = {
    ...GOOD,
    exclusive: true,
    select: [
      {
        resource: 'Observation',
        codes: [{ system: 'http://loinc.org', values: ['18262-6'], prefixes: ['182'], source: 's' }],
        category: ['laboratory'],
        where: 'valueQuantity.exists()',
      },
    ],
    measures: [
      {
        ...LDL,
        component: [{ system: 'http://loinc.org', values: ['1'] }],
        molarMass: 386.65,
        plausible: { low: 0, high: 1000, source: 's' },
      },
    ],
    derived: [
      ...GOOD.derived,
      {
        id: 'within',
        title: 'W',
        unit: '%',
        aggregate: { measure: 'ldl', statistic: 'percent-within', days: 7, low: 1, high: 2, atLeast: 3 },
        source: 's',
      },
    ],
    flags: [
      { ...FLAG, clear: 180, count: 2, forMinutes: 10 },
      { ...FLAG, id: 'trend', above: undefined, slopePerDay: { above: 1, days: 30, atLeast: 4 } },
    ],
    interactions: { lists: ['hl7-pddi'], missingAfterDays: 400 },
  };
  const whole = (): Record<string, unknown> => JSON.parse(JSON.stringify(WHOLE)) as Record<string, unknown>;

  test('refuses every value of another kind, at whatever place it stands, and names the place', () => {
    expect(() => parseModuleDefinition(whole())).not.toThrow();
    type Tree = Record<string, unknown>;
    const places: (readonly (string | number)[])[] = [];
    const walk = (value: unknown, path: readonly (string | number)[]): void => {
      if (path.length > 0) places.push(path);
      if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value))
          walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    };
    walk(whole(), []);
    // Every key that the schema has stands somewhere, but for those that would contradict others.
    const keys = new Set<string>();
    const collect = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      for (const [key, inner] of Object.entries(schema)) {
        if (key === 'properties') for (const name of Object.keys(inner as object)) keys.add(name);
        collect(inner);
      }
    };
    collect(moduleJsonSchema());
    const used = new Set(places.flat());
    expect([...keys].filter((k) => !used.has(k)).sort()).toEqual(['atMost', 'below', 'restricted']);
    const kind = (v: unknown): string => (Array.isArray(v) ? 'array' : v === null ? 'null' : typeof v);
    for (const path of places) {
      for (const wrong of [null, 7, 'not this', true, [], {}, [[]], { x: 1 }]) {
        const json = whole();
        const holder = path.slice(0, -1).reduce<unknown>((v, k) => (v as Tree)[k], json) as Tree;
        const key = path.at(-1) as string;
        if (kind(holder[key]) === kind(wrong) && kind(wrong) !== 'object') continue;
        holder[key] = wrong;
        const where = `${path.join('.')} = ${JSON.stringify(wrong)}`;
        try {
          parseModuleDefinition(json);
          expect.unreachable(`accepted ${where}`);
        } catch (error) {
          if (!(error instanceof TwinError)) throw error;
          // A derived measure is one of two forms: there the fault is that it is neither.
          const place = path[0] === 'derived' ? path.slice(0, 2).join('.') : path.join('.');
          expect(
            error.issues.some((i) => i.startsWith(place)),
            `${where}: ${error.issues.join(' | ')}`,
          ).toBe(true);
        }
      }
    }
  });

  test('refuses a key too many at every place, and what a required key leaves when it goes', () => {
    const objects: (readonly (string | number)[])[] = [];
    const walk = (value: unknown, path: readonly (string | number)[]): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Array.isArray(value)) objects.push(path);
      for (const [key, inner] of Object.entries(value))
        walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    };
    walk(whole(), []);
    const OPTIONAL = new Set(
      'source@codes exclusive@ prefixes@codes values@codes codes@select category@select where@select component@measures molarMass@measures plausible@measures low@derived high@derived atLeast@derived measures@ derived@ flags@ interactions@ clear@flags count@flags forMinutes@flags restricted@'.split(
        ' ',
      ),
    );
    for (const path of objects) {
      const at = (json: unknown): Record<string, unknown> =>
        path.reduce<unknown>((v, k) => (v as Record<string, unknown>)[k], json) as Record<string, unknown>;
      const more = whole();
      at(more).surprise = 1;
      expect(() => parseModuleDefinition(more), `surprise at ${path.join('.')}`).toThrow(TwinError);
      for (const key of Object.keys(at(whole()))) {
        const less = whole();
        delete at(less)[key];
        const list = path.filter((k) => typeof k === 'string').at(-1) ?? '';
        const holder = list === 'aggregate' ? 'derived' : list === 'component' ? 'codes' : list;
        if (OPTIONAL.has(`${key}@${holder}`)) continue;
        expect(() => parseModuleDefinition(less), `without ${[...path, key].join('.')}`).toThrow(TwinError);
      }
    }
  });

  test('whatever JSON comes, it is taken or refused, never broken by; and what is taken evaluates', () => {
    const place = fc.constantFrom(...Object.keys(WHOLE));
    fc.assert(
      fc.property(place, fc.jsonValue(), (key, value) => {
        try {
          const definition = parseModuleDefinition({ ...whole(), [key]: value });
          evaluateFlags({ entries: [], modules: [definition], now: '2024-01-01T00:00:00Z' });
        } catch (error) {
          expect(error).toBeInstanceOf(TwinError);
          expect((error as TwinError).issues.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        for (const change of [
          select({ where: text }),
          derived({ expression: text }),
          measure({ unit: text }),
        ])
          expect(() => issues(change)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  test.each([null, 7, 'x', [], {}])('refuses %j', (json) => {
    expect(() => parseModuleDefinition(json)).toThrow(TwinError);
  });

  test('has a JSON Schema for editors', () => {
    expect(moduleJsonSchema()).toMatchObject({ type: 'object', additionalProperties: false });
  });
});

describe('ModuleRegistry', () => {
  test('adds a module while running; a newer revision replaces, an equal one does not; reserved names stay', () => {
    const one = ModuleRegistry.standard();
    const two = one.with(GOOD);
    expect([one.get('lipids'), two.get('lipids')?.revision]).toEqual([undefined, '1.0.0']);
    expect(
      two
        .with({ ...GOOD, revision: '1.0.10' })
        .with({ ...GOOD, revision: '1.1.0' })
        .get('lipids')?.revision,
    ).toBe('1.1.0');
    expect(() => two.with(GOOD)).toThrow(/revision 1\.0\.0 is in force/);
    for (const id of ['identity', 'restricted', 'other'])
      expect(() => one.with({ ...GOOD, id, revision: '9.0.0' })).toThrow(TwinError);
  });
  test('a resource may belong to several modules, and always to one', () => {
    const registry = ModuleRegistry.standard().with(GOOD);
    const ldl = {
      resourceType: 'Observation',
      id: 'a',
      category: [{ coding: [{ code: 'laboratory' }] }],
      code: { coding: [{ system: 'http://loinc.org', code: '18262-6' }] },
    };
    expect(registry.select({ ...ldl, valueQuantity: { value: 1 } }).modules).toEqual([
      'cardiovascular',
      'laboratory',
      'lipids',
    ]);
    expect(registry.select(ldl).modules).toEqual(['cardiovascular', 'laboratory']);
    expect(registry.select({ resourceType: 'Appointment', id: 'b' }).modules).toEqual(['other']);
    expect(registry.select({ resourceType: 'Claim', id: 'c' }).modules).toEqual(['billing']);
  });
});
