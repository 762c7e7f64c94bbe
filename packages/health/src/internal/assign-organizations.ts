import type { Resource } from '../collected.js';
import { organizationSlug } from '../organization-slug.js';
import type { FoundReference } from '../validate-resource.js';

/** A hospital that appears in a bundle. */
export interface CollectedOrganization {
  /** `Organization/<id>`, or the conditional reference by which the bundle names it. */
  readonly key: string;
  readonly name: string;
  /** `[a-z0-9][a-z0-9-]{0,62}`, unique in the bundle. */
  readonly slug: string;
  readonly encounters: number;
}

interface Entry {
  readonly resource: Resource;
  readonly typeAndId: string;
  readonly references: readonly FoundReference[];
}

const isOrganization = (reference: string): boolean => /^Organization[/?]/.test(reference);

/**
 * Gives each resource the organization that it belongs to, by the first of these that says one: it is an Encounter with a
 * serviceProvider; it refers to such an Encounter; it is a provider organization itself; it refers to something that has one
 * by the rules before (an ExplanationOfBenefit to its Claim, a Procedure to its Condition); it is referred to by such (a Goal by its CarePlan,
 * a Practitioner by the Encounters: the organization that does so most often); else the custodian, the organization with the most encounters.
 * The patient belongs to the custodian.
 */
export function assignOrganizations(entries: readonly Entry[]): {
  organizations: CollectedOrganization[];
  organizationOf: (typeAndId: string) => string | undefined;
} {
  const encounters = new Map<string, number>();
  const names = new Map<string, string>();
  const assigned = new Map<string, string>();
  for (const { resource, typeAndId } of entries) {
    if (resource.resourceType === 'Organization' && typeof resource.name === 'string')
      names.set(typeAndId, resource.name);
  }
  for (const { resource, typeAndId } of entries) {
    if (resource.resourceType !== 'Encounter') continue;
    const provider = resource.serviceProvider as { reference?: unknown; display?: unknown } | undefined;
    if (typeof provider?.reference !== 'string' || !isOrganization(provider.reference)) continue;
    assigned.set(typeAndId, provider.reference);
    encounters.set(provider.reference, (encounters.get(provider.reference) ?? 0) + 1);
    if (typeof provider.display === 'string' && !names.has(provider.reference))
      names.set(provider.reference, provider.display);
  }
  const ranked = [...encounters].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([key]) => key);
  for (const key of names.keys()) if (!encounters.has(key)) ranked.push(key);
  const custodian = ranked[0];

  const targetsOf = (e: Entry): string[] =>
    e.references.filter((r) => !r.isContained).map((r) => r.node.reference as string);
  const open = entries.filter((e) => !assigned.has(e.typeAndId) && e.resource.resourceType !== 'Patient');
  const left = (): Entry[] => open.filter((e) => !assigned.has(e.typeAndId));

  for (const e of open) {
    const encounter = targetsOf(e).find((t) => t.startsWith('Encounter/') && assigned.has(t));
    if (encounter !== undefined) assigned.set(e.typeAndId, assigned.get(encounter) as string);
    else if (encounters.has(e.typeAndId)) assigned.set(e.typeAndId, e.typeAndId);
  }
  for (const e of left()) {
    // Only what speaks of care says where it happened; that two resources share an author or a patient does not.
    const target = targetsOf(e).find(
      (t) =>
        !/^(?:Patient|Practitioner|PractitionerRole|Location|Organization)[/?]/.test(t) && assigned.has(t),
    );
    const provider = targetsOf(e).find((t) => isOrganization(t) && encounters.has(t));
    const key = target === undefined ? provider : assigned.get(target);
    if (key !== undefined) assigned.set(e.typeAndId, key);
  }
  const votes = new Map<string, Map<string, number>>();
  for (const e of entries) {
    const key = assigned.get(e.typeAndId);
    if (key === undefined) continue;
    for (const target of targetsOf(e)) {
      if (assigned.has(target)) continue;
      const count = votes.get(target) ?? new Map<string, number>();
      votes.set(target, count);
      count.set(key, (count.get(key) ?? 0) + 1);
    }
  }
  for (const e of left()) {
    const count = votes.get(e.typeAndId);
    if (!count) continue;
    const [key] = [...count].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0] as [string, number];
    assigned.set(e.typeAndId, key);
  }

  const taken = new Set<string>();
  const organizations = ranked.map((key) => {
    const name = names.get(key) ?? `Hospital ${ranked.indexOf(key) + 1}`;
    return { key, name, slug: organizationSlug(name, taken), encounters: encounters.get(key) ?? 0 };
  });
  return { organizations, organizationOf: (typeAndId) => assigned.get(typeAndId) ?? custodian };
}
