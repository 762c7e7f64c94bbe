import { readFileSync } from 'node:fs';
import type { Collected, Resource } from '@twinseal/health';
import { describe, expect, test } from 'vitest';
import {
  evaluateFlags,
  type FlagOverride,
  foldLane,
  type MasterEntry,
  ModuleRegistry,
  mergeLanes,
  parseModuleDefinition,
  STANDARD_MODULES,
  sortIntoModules,
  TwinError,
} from '../src/index.js';
import { handleUnder, RECORDED } from './support.js';

/** What docs/MODULES.md shows, run. */
const page = readFileSync(new URL('../../../docs/MODULES.md', import.meta.url), 'utf8');
const blocks = (kind: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, 'g'))].map((m) => m[1] as string);
const [example, results, pressure, range, pairs, override] = blocks('json').map(
  (b) => JSON.parse(b) as unknown,
) as [object, Resource[], object, object, { interactions: object }, FlagOverride];
const [raised, quiet, missing, faults] = blocks('text').map((b) => b.trim());
const registry = ModuleRegistry.standard().with(example);
const thyroid = parseModuleDefinition(example);
const standard = (id: string): object => STANDARD_MODULES.find((m) => m.id === id) as object;

function masterOf(resources: readonly Resource[]): {
  entries: readonly MasterEntry[];
  modules: readonly (readonly string[])[];
} {
  const collected = resources.map(
    (resource, i): Collected => ({
      resource: { ...resource, id: `r${i}` },
      source: { system: 's', id: `Observation/r${i}`, version: '1' },
      sourceTime: RECORDED,
    }),
  );
  const sorted = sortIntoModules(collected, { handle: handleUnder('k'), recordedTime: RECORDED, registry });
  const { entries } = mergeLanes(
    Object.entries(sorted.modules).map(([module, statements]) =>
      foldLane([{ author: 'hospital:a', module, seq: 0, statements }]),
    ),
  );
  return { entries, modules: sorted.decisions.map((d) => d.modules) };
}

function said(resources: readonly Resource[], now: string): string {
  const [flag] = evaluateFlags({ entries: masterOf(resources).entries, modules: [thyroid], now }).flags;
  return `${flag?.state}: ${flag?.why}`;
}

describe('docs/MODULES.md', () => {
  test('has the blocks that are run here, and no other', () => {
    expect([blocks('json').length, blocks('text').length]).toEqual([6, 4]);
  });
  test('its example says of the example’s patient what the page says', () => {
    expect(masterOf(results).modules).toEqual([['thyroid'], ['thyroid']]);
    const category = { category: [{ coding: [{ code: 'laboratory' }] }] };
    const [first] = results as [Resource, ...Resource[]];
    expect(masterOf([{ ...first, ...category }]).modules).toEqual([['laboratory', 'thyroid']]);
    expect(said(results, '2024-03-01T00:00:00Z')).toBe(raised);
    expect(said([first], '2024-03-01T00:00:00Z')).toBe(quiet);
    expect(said(results, '2026-03-01T10:00:00Z')).toBe(missing);
  });
  test('its fragments load where they belong', () => {
    expect(() => parseModuleDefinition({ ...standard('cardiovascular'), derived: [pressure] })).not.toThrow();
    expect(() =>
      parseModuleDefinition({ ...standard('glucose'), derived: [range], flags: [] }),
    ).not.toThrow();
    expect(parseModuleDefinition({ ...thyroid, ...pairs }).interactions).toEqual(pairs.interactions);
  });
  test('the override moves the threshold of whom it names, and of nobody else', () => {
    const reading = (value: number): Resource => ({
      resourceType: 'Observation',
      status: 'final',
      effectiveDateTime: '2025-03-02T08:00:00Z',
      code: { coding: [{ system: 'http://loinc.org', code: '85354-9' }] },
      component: [
        {
          code: { coding: [{ system: 'http://loinc.org', code: '8480-6' }] },
          valueQuantity: { value, unit: 'mm[Hg]', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' },
        },
      ],
    });
    const { condition, source, flag: id } = override;
    const ill: Resource = {
      resourceType: 'Condition',
      code: { coding: [condition as object] },
      recordedDate: '2020-01-01',
    };
    const state = (resources: Resource[]): string | undefined => {
      const modules = [parseModuleDefinition(standard('cardiovascular'))];
      const { entries } = masterOf(resources);
      const { flags } = evaluateFlags({
        entries,
        modules,
        now: '2025-03-03T00:00:00Z',
        overrides: [override],
      });
      const found = flags.find((f) => f.flag === id);
      return `${found?.state}${found?.source === source ? ' by the override' : ''}`;
    };
    const twice = [reading(145), { ...reading(145), effectiveDateTime: '2025-03-02T20:00:00Z' }];
    expect(state(twice)).toBe('raised');
    expect(state([...twice, ill])).toBe('quiet by the override');
  });
  test('a wrong one is refused with the faults that the page shows', () => {
    const json = JSON.parse(blocks('json')[0] as string) as {
      measures: { unit: string }[];
      flags: { measure: string; clear: number }[];
    };
    (json.measures[0] as { unit: string }).unit = 'mIU per litre';
    Object.assign(json.flags[0] as object, { measure: 't3', clear: 14 });
    try {
      parseModuleDefinition(json);
      expect.unreachable();
    } catch (error) {
      expect((error as TwinError).issues.join('\n')).toBe(faults);
      expect(error).toBeInstanceOf(TwinError);
    }
  });
  test('names every standard module', () => {
    for (const { id } of STANDARD_MODULES) expect(page).toContain(`\`${id}\``);
  });
});
