import { describe, expect, test } from 'vitest';
import { collectFhirBundle, HealthError } from '../src/index.js';
import { HAS_SHARED, load, SHIPPED_BUNDLE, SKIP_NOTE, sharedBundles, utf8 } from './support.js';

interface RawEntry {
  fullUrl?: string;
  resource: Record<string, unknown> & { resourceType: string; id?: string };
}
interface RawBundle {
  resourceType: string;
  type: string;
  entry: RawEntry[];
}

async function raw(path: string): Promise<{ name: string; bytes: Uint8Array; bundle: RawBundle }> {
  const { name, bytes } = await load(path);
  return { name, bytes, bundle: JSON.parse(new TextDecoder().decode(bytes)) as RawBundle };
}

describe('collectFhirBundle on the shipped bundle', () => {
  test('takes every resource and gives each the organization of its encounter', async () => {
    const { name, bytes, bundle } = await raw(SHIPPED_BUNDLE);
    const collected = collectFhirBundle(bytes, { name });
    expect(collected.entries).toBe(bundle.entry.length);
    expect(collected.setAside).toBe(0);
    expect(collected.resources.length).toBe(440);
    expect(collected.resources.map((c) => c.source.id)).toEqual(
      bundle.entry.map((e) => `${e.resource.resourceType}/${e.resource.id}`),
    );
    expect(collected.organizations.map((o) => o.encounters)).toEqual([26, 3, 2, 1]);
    expect(collected.organizations.map((o) => o.slug)).toEqual([
      'shriners-hospital-for-children-the',
      'baystate-medical-center',
      'river-bend-medical-group-chicopee-office-urgent-care',
      'springfield-vet-center',
    ]);
    // The rule, restated over the raw bundle: serviceProvider of the encounter that the resource names.
    const provider = new Map<unknown, string>();
    for (const e of bundle.entry) {
      const to = (e.resource.serviceProvider as { reference: string } | undefined)?.reference;
      if (to) provider.set(e.fullUrl, `Organization/${to.slice('urn:uuid:'.length)}`);
    }
    let checked = 0;
    bundle.entry.forEach((e, i) => {
      const encounter =
        (e.resource.encounter as { reference: string } | undefined)?.reference ??
        (e.resource.item as { encounter?: { reference: string }[] }[] | undefined)?.[0]?.encounter?.[0]
          ?.reference;
      if (encounter === undefined) return;
      checked++;
      expect(collected.resources[i]?.organization).toBe(provider.get(encounter));
    });
    expect(checked).toBeGreaterThan(350);
    const patient = collected.resources.find((c) => c.resource.resourceType === 'Patient');
    expect(patient?.organization).toBe(collected.organizations[0]?.key);
    expect(collected.resources.every((c) => c.organization !== undefined)).toBe(true);
  });

  test('resolves references and states RFC 3339 times', async () => {
    const collected = collectFhirBundle((await load(SHIPPED_BUNDLE)).bytes, { name: 'b' });
    const ids = new Set(collected.resources.map((c) => c.source.id));
    const references =
      JSON.stringify(collected.resources.map((c) => c.resource)).match(/"reference":"[^"]*"/g) ?? [];
    expect(references.length).toBeGreaterThan(1000);
    for (const r of references) {
      const target = r.slice('"reference":"'.length, -1);
      expect(target.startsWith('#') || ids.has(target)).toBe(true);
    }
    for (const { sourceTime } of collected.resources) {
      expect(sourceTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/);
    }
  });
});

const PATIENT = {
  fullUrl: 'urn:uuid:00000000-0000-4000-8000-000000000001',
  resource: { resourceType: 'Patient', name: [{ family: 'Canaryname' }] },
};
const observation = (change: object): RawEntry => ({
  resource: {
    resourceType: 'Observation',
    id: 'canary-id',
    status: 'final',
    code: { text: 'Canarytext' },
    subject: { reference: PATIENT.fullUrl },
    ...change,
  },
});
const bundleOf = (...entry: unknown[]): object => ({ resourceType: 'Bundle', type: 'collection', entry });

function refusal(input: unknown, options: object = {}): HealthError {
  try {
    collectFhirBundle(utf8(input), { name: 'input.json', ...options });
  } catch (error) {
    if (error instanceof HealthError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('collectFhirBundle refuses, with file, place and what was expected', () => {
  const quantity = (code: string): object => ({
    valueQuantity: { value: 4711.25, unit: 'Canaryunit', system: 'http://unitsofmeasure.org', code },
  });
  test.each([
    ['text that is not JSON', 'Canarytext', 'not-json', '1:1'],
    ['JSON that is not FHIR', { canary: 'Canarytext' }, 'not-fhir', '$'],
    ['a list', [1], 'not-fhir', '$'],
    ['a resource that is no bundle', { resourceType: 'Patient' }, 'not-fhir', '$'],
    [
      'a bundle of another type',
      { resourceType: 'Bundle', type: 'history', entry: [] },
      'bundle-type',
      'Bundle.type',
    ],
    [
      'entries that are no list',
      { resourceType: 'Bundle', type: 'batch', entry: 'Canarytext' },
      'not-fhir',
      'Bundle.entry',
    ],
    ['an entry without a resource', bundleOf({ fullUrl: 'Canarytext' }), 'not-fhir', 'Bundle.entry[0]'],
    [
      'a type that R4 lacks',
      bundleOf({ resource: { resourceType: 'Canarytype' } }),
      'not-fhir',
      'Bundle.entry[0].resource.resourceType',
    ],
    [
      'a resource without identity',
      bundleOf({ resource: { resourceType: 'Patient' } }),
      'not-fhir',
      'Bundle.entry[0].resource.id',
    ],
    ['no patient', bundleOf(observation({ subject: undefined })), 'no-patient', 'Bundle.entry'],
    ['no entry at all', { resourceType: 'Bundle', type: 'collection' }, 'no-patient', 'Bundle.entry'],
    [
      'two patients',
      bundleOf(PATIENT, { resource: { resourceType: 'Patient', id: 'canary-two' } }),
      'two-patients',
      'Bundle.entry[1].resource',
    ],
    [
      'one resource twice',
      bundleOf(PATIENT, observation({}), observation({})),
      'duplicate-resource',
      'Bundle.entry[2].resource.id',
    ],
    [
      'a dangling urn:uuid reference',
      bundleOf(
        PATIENT,
        observation({ encounter: { reference: 'urn:uuid:00000000-0000-4000-8000-0000000000ff' } }),
      ),
      'dangling-reference',
      'Bundle.entry[1].resource.encounter.reference',
    ],
    [
      'a dangling relative reference',
      bundleOf(PATIENT, observation({ performer: [{ reference: 'Practitioner/canary' }] })),
      'dangling-reference',
      'Bundle.entry[1].resource.performer[0].reference',
    ],
    [
      'an unknown unit',
      bundleOf(PATIENT, observation(quantity('Canaryunit'))),
      'unknown-unit',
      'Bundle.entry[1].resource.valueQuantity.code',
    ],
    [
      'a missing required property',
      bundleOf(PATIENT, observation({ code: undefined })),
      'invalid-resource',
      'Bundle.entry[1].resource.code',
    ],
    [
      'a wrong required code',
      bundleOf(PATIENT, observation({ status: 'canary' })),
      'invalid-resource',
      'Bundle.entry[1].resource.status',
    ],
    [
      'a property that R4 lacks',
      bundleOf(PATIENT, observation({ Canarykey: 'Canarytext' })),
      'invalid-resource',
      'Bundle.entry[1].resource',
    ],
    ['a repeated key', '{"resourceType":"Bundle","resourceType":"Bundle"}', 'duplicate-key', '1:40'],
    ['a __proto__ key', '{"resourceType":"Bundle","__proto__":{}}', 'forbidden-key', '1:37'],
  ])('%s', (_, input, code, place) => {
    const error = refusal(input);
    expect([error.code, error.place, error.file]).toEqual([code, place, 'input.json']);
    expect(error.message).toContain('input.json: at ');
    expect(error.message).toContain('; expected ');
    expect(error.message).not.toMatch(/canary|4711/i);
  });

  test('a huge file, before it is read', () => {
    expect(refusal(bundleOf(PATIENT), { maxBytes: 20 }).code).toBe('too-large');
    expect(refusal(bundleOf(PATIENT, observation({})), { maxEntries: 1 }).code).toBe('too-large');
  });

  test('bytes that are not UTF-8', () => {
    expect(() => collectFhirBundle(new Uint8Array([0x7b, 0xff, 0xfe]), { name: 'f' })).toThrow(/UTF-8/);
  });

  test('only the bad resource where the caller asks for that, but never a dangling reference', () => {
    const bad = {
      ...observation({ status: 'canary' }),
      resource: { ...observation({ status: 'canary' }).resource, id: 'bad' },
    };
    const result = collectFhirBundle(utf8(bundleOf(PATIENT, observation({}), bad)), {
      name: 'f',
      onBadResource: 'set-aside',
    });
    expect([result.entries, result.resources.length, result.setAside]).toEqual([3, 2, 1]);
    expect(result.issues.map((i) => [i.code, i.place])).toEqual([
      ['set-aside', 'Bundle.entry[2].resource.status'],
    ]);
    const dangling = observation({ encounter: { reference: 'Encounter/none' } });
    expect(refusal(bundleOf(PATIENT, dangling), { onBadResource: 'set-aside' }).code).toBe(
      'dangling-reference',
    );
  });
});

describe('collectFhirBundle on references', () => {
  test('keeps conditional and absolute references, and makes a conditional serviceProvider an organization', () => {
    const provider = 'Organization?identifier=urn:example|17';
    const encounter = {
      resource: {
        resourceType: 'Encounter',
        id: 'e',
        status: 'finished',
        class: { code: 'AMB' },
        serviceProvider: { reference: provider, display: 'Example Hospital' },
        subject: { reference: PATIENT.fullUrl },
      },
    };
    const outside = observation({
      device: { reference: 'https://example.org/fhir/Device/1' },
      encounter: { reference: 'Encounter/e' },
    });
    const result = collectFhirBundle(utf8(bundleOf(PATIENT, encounter, outside)), { name: 'f' });
    expect(result.organizations).toEqual([
      { key: provider, name: 'Example Hospital', slug: 'example-hospital', encounters: 1 },
    ]);
    expect(result.resources.map((c) => c.organization)).toEqual([provider, provider, provider]);
    expect(result.issues.map((i) => i.code)).toEqual(['external-reference']);
  });
});

describe.skipIf(!HAS_SHARED)(`collectFhirBundle on all Synthea patients${SKIP_NOTE}`, () => {
  test('53 bundles: in = taken, nothing set aside, 30 units repaired', async () => {
    let entries = 0;
    let repaired = 0;
    const bundles = sharedBundles();
    expect(bundles.length).toBe(53);
    for (const path of bundles) {
      const { name, bytes, bundle } = await raw(path);
      const result = collectFhirBundle(bytes, { name });
      entries += result.entries;
      expect(result.resources.length + result.setAside).toBe(bundle.entry.length);
      expect(result.setAside).toBe(0);
      expect(result.resources.every((c) => result.organizations.some((o) => o.key === c.organization))).toBe(
        true,
      );
      expect(new Set(result.organizations.map((o) => o.slug)).size).toBe(result.organizations.length);
      for (const issue of result.issues) {
        expect(issue.code).toBe('unit-repaired');
        repaired++;
      }
    }
    expect(entries).toBe(13_047);
    expect(repaired).toBe(30);
  });

  test.each(['Bob965', 'Cecelia952', 'Jeremiah751'])(
    '%s: service providers that are conditional references',
    async (start) => {
      const path = sharedBundles().find((p) => p.includes(`/${start}`)) as string;
      const { name, bytes, bundle } = await raw(path);
      const result = collectFhirBundle(bytes, { name });
      const providers = new Set(
        bundle.entry.flatMap((e) =>
          e.resource.serviceProvider ? [(e.resource.serviceProvider as { reference: string }).reference] : [],
        ),
      );
      expect(new Set(result.organizations.map((o) => o.key))).toEqual(providers);
      expect(result.organizations.length).toBe(2);
    },
  );
});
