import type { Collected } from '@twinseal/health';
import { describe, expect, test } from 'vitest';
import { explainDecision, ModuleRegistry, sortIntoModules } from '../src/index.js';
import { HAS_SHARED, handleUnder, RECORDED, SKIP_NOTE, sharedBundles, shippedBundle } from './support.js';

const registry = ModuleRegistry.standard();
const sort = (
  collected: readonly Collected[],
  by = registry,
): ReturnType<typeof sortIntoModules> & { modules: Record<string, readonly unknown[]> } =>
  sortIntoModules(collected, { handle: handleUnder('k'), recordedTime: RECORDED, registry: by }) as never;

describe('sorting by definitions', () => {
  test('places all 440 resources of the shipped bundle, most of them more than once', async () => {
    const { resources } = await shippedBundle();
    const { decisions } = sort(resources);
    expect(decisions.length).toBe(440);
    const count = (m: string): number =>
      decisions.filter((d) => (d.modules as readonly string[]).includes(m)).length;
    expect(Object.fromEntries(registry.definitions.map((d) => [d.id, count(d.id)]))).toMatchInlineSnapshot(`
      {
        "activity-sleep": 0,
        "allergies": 0,
        "billing": 72,
        "cardiovascular": 35,
        "conditions": 71,
        "glucose": 49,
        "identity": 9,
        "immunisations": 15,
        "laboratory": 246,
        "medications": 10,
        "mental-health": 0,
        "other": 16,
        "renal": 98,
        "respiratory": 5,
        "restricted": 5,
      }
    `);
    for (const d of decisions) {
      const modules = d.modules as readonly string[];
      expect(modules.length).toBeGreaterThan(0);
      // Identity, billing and what is protected stand alone.
      if (modules.some((m) => ['identity', 'billing', 'restricted', 'mental-health'].includes(m)))
        expect(modules.length).toBe(1);
    }
  });

  test('mental health alone goes to its own protected module, a mixture to restricted', () => {
    const resource = (id: string, ...codes: string[]): Collected => ({
      resource: {
        resourceType: 'Condition',
        id,
        code: { coding: codes.map((code) => ({ system: 'http://snomed.info/sct', code })) },
      },
      source: { system: 's', id: `Condition/${id}`, version: '1' },
      sourceTime: RECORDED,
    });
    const { decisions } = sort([
      resource('depression', '36923009'),
      resource('alcohol', '7200002'),
      resource('both', '36923009', '7200002'),
      resource('asthma', '195967001'),
    ]);
    expect(decisions.map((d) => d.modules)).toEqual([
      ['mental-health'],
      ['restricted'],
      ['restricted'],
      ['respiratory', 'conditions'],
    ]);
  });

  test('a decision explains itself', async () => {
    const { resources } = await shippedBundle();
    const decisions = sort(resources).decisions;
    const lines = decisions.map((d) => explainDecision(d as never));
    const encounter = lines[decisions.findIndex((d) => d.typeAndId.startsWith('ImagingStudy/'))] as string[];
    expect(encounter[1]).toMatch(/^It went to other only: no module selects this ImagingStudy\.$/);
    expect(encounter[2]).toMatch(/^Taken out and kept in identity .*ImagingStudy\.identifier\[0\]/);
    const alcohol = lines.flat().find((l) => l.includes('restricted only'));
    expect(alcohol).toMatch(/restricted: code \(substance-use by snomed\)/);
  });
});

describe.skipIf(!HAS_SHARED)(`sorting by definitions on all Synthea patients${SKIP_NOTE}`, () => {
  test('13,047 resources, protected wording in the two protected modules only', async () => {
    const PROTECTED =
      /alcohol|opioid|overdose|depressi|psychiatr|suicid|pregnan|prenatal|contraceptive|miscarriage|\bHIV\b|gonorrh|chlamydia|syphilis/i;
    let resources = 0;
    const used = new Set<string>();
    for await (const { bundle } of sharedBundles()) {
      const { modules, decisions } = sort(bundle.resources);
      resources += decisions.length;
      for (const d of decisions) for (const m of d.modules) used.add(m);
      for (const [id, statements] of Object.entries(modules)) {
        if (id === 'restricted' || id === 'mental-health') continue;
        expect(PROTECTED.exec(JSON.stringify(statements))?.[0]).toBeUndefined();
      }
    }
    expect(resources).toBe(13_047);
    // Activity and sleep: Synthea has none. Everything else is met.
    expect(registry.definitions.map((d) => d.id).filter((id) => !used.has(id))).toEqual(['activity-sleep']);
  }, 600_000);
});
