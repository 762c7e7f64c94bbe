import { readdirSync, readFileSync } from 'node:fs';
import { PILL_BOTTLE_SYSTEM, type Resource } from '@twinseal/health';
import { describe, expect, test } from 'vitest';
import {
  bottleEvents,
  daysWithOpenings,
  evaluateFlags,
  findInteractions,
  foldLane,
  INTERACTION_LISTS,
  INTERACTIONS,
  ingredientsOf,
  type MasterEntry,
  medicationView,
  mergeLanes,
  proportionOfDaysCovered,
  STANDARD_MODULES,
  sortIntoModules,
} from '../src/index.js';
import { HAS_SHARED, handleUnder, RECORDED, SHARED, SKIP_NOTE, shippedBundle } from './support.js';

function entry(
  status: string,
  time: string,
  name: string,
  resourceType = 'MedicationRequest',
  more: object = {},
): MasterEntry {
  const resource: Resource = {
    resourceType,
    id: `${name}${time}`,
    status,
    medicationCodeableConcept: { coding: [{ system: 'urn:r', code: name, display: name }] },
    authoredOn: time,
    ...more,
  };
  return { id: `${name}${time}`, resource, provenance: [], contradicts: [] };
}

describe('medicationView', () => {
  const names = (entries: MasterEntry[], now: string): string[] =>
    medicationView(entries, { now }).active.map((m) => `${m.name}${m.isStale ? ' (stale)' : ''}`);
  test('the latest statement decides: a stop ends, a later order begins again, the future is not seen', () => {
    const all = [
      entry('active', '2024-01-01T00:00:00Z', 'a'),
      entry('stopped', '2024-02-01T00:00:00Z', 'a'),
      entry('active', '2024-03-01T00:00:00Z', 'a'),
    ];
    expect(names(all, '2024-01-15T00:00:00Z')).toEqual(['a']);
    expect(names(all, '2024-02-15T00:00:00Z')).toEqual([]);
    expect(names(all, '2024-03-15T00:00:00Z')).toEqual(['a']);
    expect(medicationView(all, { now: '2024-03-15T00:00:00Z' }).active[0]?.since).toBe(
      '2024-03-01T00:00:00Z',
    );
    expect(names(all, '2025-12-01T00:00:00Z')).toEqual(['a (stale)']);
  });
  test('a dose that was given does not end a medication, a course that was completed does', () => {
    expect(
      names(
        [entry('completed', '2024-01-01T00:00:00Z', 'a', 'MedicationAdministration')],
        '2024-01-02T00:00:00Z',
      ),
    ).toEqual(['a']);
    expect(names([entry('completed', '2024-01-01T00:00:00Z', 'a')], '2024-01-02T00:00:00Z')).toEqual([]);
  });
  test('on the shipped bundle: what is active is so since years, and said to be stale', async () => {
    const { resources } = await shippedBundle();
    const { modules } = sortIntoModules(resources, { handle: handleUnder('a'), recordedTime: RECORDED });
    const { entries } = mergeLanes([
      foldLane([{ author: 'h', module: 'medications', seq: 0, statements: modules.medications }]),
    ]);
    const view = medicationView(entries, { now: '2005-11-05T00:00:00Z' });
    expect(view.active.map((m) => [m.name, m.isStale])).toEqual([
      ['10 ML Furosemide 10 MG/ML Injection', false],
      ['0.25 ML Leuprolide Acetate 30 MG/ML Prefilled Syringe', true],
      ['1 ML DOCEtaxel 20 MG/ML Injection', true],
      ['24 HR metoprolol succinate 100 MG Extended Release Oral Tablet [Toprol]', true],
      ['Lasix 40mg', true],
      ['Naproxen sodium 220 MG Oral Tablet', true],
    ]);
    expect(view.interactions).toEqual([]);
  });
});

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const names = (...list: string[]): string[] => list.flatMap((n) => ingredientsOf(n).map((i) => i.name));
const ids = (...list: string[]): string[] => findInteractions(names(...list)).map((i) => i.fact.id);

describe('interactions', () => {
  test('are found by ingredient, in both orders, once', () => {
    expect(ingredientsOf('Warfarin Sodium 5 MG Oral Tablet')).toEqual([
      { name: 'warfarin', by: 'name', isLocal: false },
    ]);
    expect(names('Acetaminophen 21.7 MG/ML / Dextromethorphan Hydrobromide 1 MG/ML')).toEqual([
      'dextromethorphan',
    ]);
    // The international name is RxNorm's other one.
    expect(names('Rifampicin 300 mg', 'Pethidine', 'arsenic trioxide 1 MG/ML')).toEqual([
      'rifampin',
      'meperidine',
      'arsenic trioxide',
    ]);
    expect(ids('Warfarin Sodium 5 MG', 'Naproxen sodium 220 MG')).toEqual(['warfarin-nsaid']);
    expect(ids('Naproxen sodium 220 MG', 'Warfarin Sodium 5 MG', 'naproxen')).toEqual(['warfarin-nsaid']);
    expect(ids('Simvastatin 20 MG', 'Clarithromycin 500 MG')).toEqual(['statin-cyp3a4']);
    expect(ids('Sotalol', 'Haloperidol')).toEqual(['qt-qt']);
    expect(ids('Sumatriptan 50 MG', 'Selegiline')).toEqual([]);
    expect(ids('Warfarin')).toEqual([]);
    expect(ids('Aspirin', 'Paracetamol')).toEqual([]);
  });
  test('RxNorm codes tell the ingredient where the name does not, and an eye drop from a tablet', () => {
    // Aleve and Voltaren eye drops, of the value sets of HL7/PDDI-CDS; warfarin, of CPIC's table.
    expect(ingredientsOf('Aleve', [{ system: RXNORM, code: '215101' }])).toEqual([
      { name: 'naproxen', by: 'rxnorm', isLocal: false },
    ]);
    expect(ingredientsOf('', [{ system: RXNORM, code: '790412' }])).toEqual([
      { name: 'diclofenac', by: 'rxnorm', isLocal: true },
    ]);
    expect(ingredientsOf('', [{ system: 'urn:other', code: '11289' }])).toEqual([]);
    const medication = (code: string, display: string): MasterEntry =>
      entry('active', '2024-01-01T00:00:00Z', display, 'MedicationRequest', {
        medicationCodeableConcept: { coding: [{ system: RXNORM, code, display }] },
      });
    const found = (...all: MasterEntry[]): string[] =>
      medicationView(all, { now: '2024-01-02T00:00:00Z' }).interactions.map((i) => i.fact.id);
    const warfarin = medication('11289', 'Coumadin-like');
    expect(found(warfarin, medication('215101', 'Aleve'))).toEqual(['warfarin-nsaid']);
    expect(found(warfarin, medication('790412', 'Diclofenac Ophthalmic Solution [Voltaren]'))).toEqual([]);
    expect(found(warfarin, medication('0', 'Ketoprofen 0.025 MG/MG Topical Gel'))).toEqual([]);
  });
  test('every fact is of a cited list, with an id of its own', () => {
    expect(new Set(INTERACTIONS.map((x) => x.id)).size).toBe(INTERACTIONS.length);
    for (const f of INTERACTIONS)
      expect(INTERACTION_LISTS.get(f.list)?.source).toMatch(/Phansalkar|HL7 Potential Drug-Drug Interaction/);
  });
});

describe.skipIf(!HAS_SHARED)(`interactions against the public lists${SKIP_NOTE}`, () => {
  test('agree with the mapped ONC list on all of its 7,503 pairs of ingredients: 1,150 named, 6,353 not', () => {
    const rows = readFileSync(`${SHARED}drug-interactions/ONC_High_Priority_Mapped.csv`, 'utf8')
      .replace('\uFEFF', '')
      .split(/\r?\n/)
      .map((line) => line.split('$'))
      .filter((cells) => cells.length >= 4);
    const key = (a: string, b: string): string => [a, b].sort().join(' + ');
    const listed = new Set(rows.map(([a, , b]) => key(a as string, b as string)));
    const all = [...new Set(rows.flatMap(([a, , b]) => [a as string, b as string]))].sort();
    const table = { both: 0, neither: 0, onlyList: [] as string[], onlyOurs: [] as string[] };
    for (const [i, a] of all.entries()) {
      for (const b of all.slice(i + 1)) {
        const isListed = listed.has(key(a, b));
        const isFound = findInteractions(names(a, b)).some((f) => f.fact.list === 'onc-high-priority');
        if (isListed && isFound) table.both++;
        else if (!isListed && !isFound) table.neither++;
        else (isListed ? table.onlyList : table.onlyOurs).push(key(a, b));
      }
    }
    expect(all.length).toBe(123);
    expect(table).toEqual({ both: 1150, neither: 6353, onlyList: [], onlyOurs: [] });
  });

  test('agree with the requests of HL7’s implementation guide: all name their pair but the one with a gel', () => {
    const folder = `${SHARED}drug-interactions/hl7-pddi-cds/requests/`;
    const table: Record<string, string[]> = {};
    for (const file of readdirSync(folder).sort()) {
      const entries: MasterEntry[] = [];
      const take = (value: unknown): void => {
        if (Array.isArray(value)) value.forEach(take);
        else if (typeof value === 'object' && value !== null) {
          const r = value as Resource & { status?: string };
          if (/^Medication(?:Request|Dispense|Administration|Statement)$/.test(String(r.resourceType)))
            // A draft is what is being ordered; the times are expressions that only a server fills in.
            entries.push({
              id: `${entries.length}`,
              resource: {
                ...r,
                status: r.status === 'draft' ? 'active' : (r.status as string),
                authoredOn: '2024-01-01T00:00:00Z',
              },
              provenance: [],
              contradicts: [],
            });
          Object.values(value).forEach(take);
        }
      };
      take(JSON.parse(readFileSync(`${folder}${file}`, 'utf8')));
      const view = medicationView(entries, { now: '2024-01-02T00:00:00Z' });
      table[file.replace('.json', '')] = [...new Set(view.interactions.map((i) => i.fact.id))];
    }
    expect(Object.keys(table).length).toBe(21);
    for (const [file, found] of Object.entries(table)) {
      if (file.startsWith('multi-update')) continue;
      const pair =
        file.startsWith('warfarin') || file.includes('warfarin') ? 'warfarin-nsaid' : 'digoxin-cyclosporine';
      expect([file, found]).toEqual([file, file === 'request-warfarin-nsaid-scenario-01' ? [] : [pair]]);
    }
    expect(table).toMatchObject({
      'multi-update-draft-orders-1': ['warfarin-nsaid'],
      'multi-update-draft-orders-2': expect.arrayContaining(['digoxin-cyclosporine']),
      'multi-update-draft-orders-3': ['warfarin-nsaid'],
      'multi-update-draft-orders-4': expect.arrayContaining(['digoxin-cyclosporine']),
    });
  });
});

describe('interactions as flags', () => {
  const medications = STANDARD_MODULES.filter((m) => m.id === 'medications');
  const order = (name: string, time: string, author: string): MasterEntry => ({
    ...entry('active', time, name),
    provenance: [{ ...PROVENANCE, author, handle: name }],
  });
  const PROVENANCE = {
    module: 'medications',
    seq: 1,
    position: 0,
    system: 's',
    sourceTime: '2024-01-01T00:00:00Z',
    recordedTime: '2024-01-01T00:00:00Z',
  };
  const flags = (entries: MasterEntry[], now: string) =>
    evaluateFlags({ entries, modules: medications, now }).flags;
  const phenelzine = order('Phenelzine 15 MG Oral Tablet', '2024-01-01T00:00:00Z', 'hospital:a');
  const tramadol = order('Tramadol 50 MG Oral Tablet', '2024-02-01T00:00:00Z', 'hospital:b');

  test('a contraindicated pair is urgent, names both statements and the list, and holds since the later began', () => {
    const [flag, ...more] = flags([phenelzine, tramadol], '2024-03-01T00:00:00Z');
    expect(more).toEqual([]);
    expect(flag).toMatchObject({
      module: 'medications',
      flag: 'interaction-opioid-mao',
      severity: 'urgent',
      state: 'raised',
      since: '2024-02-01T00:00:00Z',
      source: expect.stringContaining('Phansalkar S. et al., J Am Med Inform Assoc 2012'),
    });
    expect(flag?.why).toMatch(/tramadol by name, last confirmed 2024-02-01.*serotonin syndrome/);
    expect(flag?.provenance?.map((p) => p.author).sort()).toEqual(['hospital:a', 'hospital:b']);
  });
  test('a pair to be weighed is a warning', () => {
    const pair = [
      order('Warfarin', '2024-01-01T00:00:00Z', 'a'),
      order('Naproxen', '2024-01-01T00:00:00Z', 'a'),
    ];
    expect(flags(pair, '2024-03-01T00:00:00Z')).toMatchObject([
      { flag: 'interaction-warfarin-nsaid', severity: 'warning', state: 'raised' },
    ]);
  });
  test('no pair is quiet and says that the lists are short; no word about medications is missing, not quiet', () => {
    const stopped = { ...tramadol, resource: { ...tramadol.resource, status: 'stopped' } };
    for (const entries of [[phenelzine], [phenelzine, stopped], [stopped]]) {
      const [flag] = flags(entries, '2024-03-01T00:00:00Z');
      expect(flag).toMatchObject({ flag: 'interactions', state: 'quiet' });
      expect(flag?.why).toContain('no pair found is not "no interaction"');
    }
    expect(flags([], '2024-03-01T00:00:00Z')).toMatchObject([{ flag: 'interactions', state: 'missing' }]);
    expect(flags([phenelzine], '2026-03-01T00:00:00Z')).toMatchObject([{ state: 'missing' }]);
    // A stale pair stays raised, and says so.
    expect(flags([phenelzine, tramadol], '2026-03-01T00:00:00Z')[0]?.why).toMatch(/stale\).*stale\)/);
  });
});

describe('adherence', () => {
  const day = (d: number): string => new Date(Date.UTC(2024, 0, d)).toISOString();
  test('proportion of days covered, by hand', () => {
    // 30 days from the 1st, the next 30 fetched on the 41st: 10 days without. 90 days in all, the last 20 without: 60 of 90.
    const supplies = [
      { start: day(41), days: 30 },
      { start: day(1), days: 30 },
    ];
    expect(proportionOfDaysCovered(supplies, day(1), day(91))).toEqual({
      days: 90,
      covered: 60,
      proportion: 60 / 90,
    });
    // Fetched early: used after the first. 60 of 60.
    expect(
      proportionOfDaysCovered(
        [
          { start: day(1), days: 30 },
          { start: day(21), days: 30 },
        ],
        day(1),
        day(61),
      )?.proportion,
    ).toBe(1);
    // The clock starts at the first supply; what lies beyond the end does not count.
    expect(proportionOfDaysCovered([{ start: day(11), days: 100 }], day(1), day(31))).toEqual({
      days: 20,
      covered: 20,
      proportion: 1,
    });
    expect(proportionOfDaysCovered([], day(1), day(31))).toBeUndefined();
    expect(() => proportionOfDaysCovered([{ start: day(1), days: 0 }], day(1), day(2))).toThrow(RangeError);
  });
  test('openings: days with enough of them; two close together are one', () => {
    const at = (d: number, minute: number): string => new Date(Date.UTC(2024, 0, d, 8, minute)).toISOString();
    const openings = [at(1, 0), at(1, 1), at(2, 0), at(2, 30), at(4, 0)];
    const period = { from: day(1), to: day(5) };
    expect(daysWithOpenings(openings, period)).toEqual({ days: 4, covered: 3, proportion: 0.75 });
    expect(daysWithOpenings(openings, { ...period, perDay: 2 })).toEqual({
      days: 4,
      covered: 1,
      proportion: 0.25,
    });
    expect(() => daysWithOpenings([], { ...period, perDay: 0 })).toThrow(RangeError);
    // A pause is no lapse: three days are left, all with an opening.
    expect(daysWithOpenings(openings, { ...period, pausedDays: ['2024-01-03'] })).toEqual({
      days: 3,
      covered: 3,
      proportion: 1,
    });
    // 23:30 in New York is the same day there, and the next in UTC: one opening a day, none twice.
    const late = ['2024-01-01T23:30:00-05:00', '2024-01-02T23:30:00-05:00'];
    expect(
      daysWithOpenings(late, { from: '2024-01-01T00:00:00-05:00', to: '2024-01-03T00:00:00-05:00' }).covered,
    ).toBe(2);
  });
  test('supplies are read from dispensations, else from orders; the view shows the proportion of days covered', () => {
    const dispense = (d: number, value: number, code: string, status = 'completed'): MasterEntry =>
      entry(status, day(d), 'a', 'MedicationDispense', {
        authoredOn: undefined,
        whenHandedOver: day(d),
        daysSupply: { value, code, system: 'http://unitsofmeasure.org' },
      });
    const order = entry('active', day(1), 'a', 'MedicationRequest', {
      dispenseRequest: {
        expectedSupplyDuration: { value: 3, code: 'mo', system: 'http://unitsofmeasure.org' },
      },
    });
    const adherence = (entries: MasterEntry[]) =>
      medicationView(entries, { now: day(91), adherenceDays: 90 }).active[0]?.adherence;
    // As in the example above: 60 of 90.
    expect(
      adherence([order, dispense(1, 30, 'd'), dispense(41, 30, 'd'), dispense(71, 30, 'd', 'cancelled')]),
    ).toEqual({
      basis: 'dispensed',
      days: 90,
      covered: 60,
      proportion: 60 / 90,
    });
    expect(adherence([dispense(1, 2, 'wk')])).toMatchObject({ covered: 14 });
    // Three Julian months of UCUM are 91.3 days.
    expect(adherence([order])).toMatchObject({ basis: 'ordered', proportion: 1 });
    expect(adherence([entry('active', day(1), 'a')])).toBeUndefined();
    expect(adherence([dispense(1, 30, 'cm'), order])).toMatchObject({ basis: 'ordered' });
  });
  test('openings are the events of that name, and pauses are days', () => {
    const event = (code: string, time: string): MasterEntry =>
      entry('final', time, code, 'Observation', {
        medicationCodeableConcept: undefined,
        code: { coding: [{ system: PILL_BOTTLE_SYSTEM, code }] },
        effectiveDateTime: time,
      });
    const found = bottleEvents([
      event('opening', day(2)),
      event('opening', day(1)),
      event('device-test', day(1)),
      event('other-opening', day(1)),
      event('monitoring-paused', day(3)),
    ]);
    expect([found.openings, found.pausedDays]).toEqual([[day(1), day(2)], ['2024-01-03']]);
  });
});
