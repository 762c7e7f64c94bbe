/**
 * The public sample records hold a whole life in one bundle. Hospitals do not: each has its own. This gives every hospital its share as the FHIR bundle that its own record
 * system would export. What a share refers to in another hospital becomes an absolute URL, as FHIR has references to other servers; what is restricted only in view of
 * another hospital's content carries a security label, as an export of it would.
 */

import { createHash } from 'node:crypto';
import type { Collected, CollectedBundle } from '@twinseal/health';
import { sortIntoModules } from '@twinseal/twin';

/** Resources about the patient, and about people and places, that every record system has a copy of. */
const SHARED_TYPES: ReadonlySet<string> = new Set([
  'Patient',
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
]);
/** HL7 v3 Confidentiality, code R. */
const RESTRICTED_LABEL = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  code: 'R',
  display: 'restricted',
};

/**
 * Splits a patient's bundle among hospitals.
 *
 * @param hospitalOf which hospital an organization of the bundle is, by its key; undefined for resources of none
 * @returns by hospital id: a FHIR R4 bundle of type `collection`
 */
export function splitBundle(
  bundle: CollectedBundle,
  hospitalOf: (organization: string | undefined) => string,
): Map<string, object> {
  const byId = new Map(bundle.resources.map((each) => [each.source.id, each]));
  const shares = new Map<string, Map<string, Collected>>();
  for (const item of bundle.resources) {
    if (SHARED_TYPES.has(String(item.resource.resourceType))) continue;
    const share = shareOf(shares, hospitalOf(item.organization));
    share.set(item.source.id, item);
  }
  shareOf(shares, hospitalOf(undefined));
  const patient = bundle.resources.find(({ resource }) => resource.resourceType === 'Patient') as Collected;
  for (const share of shares.values()) {
    share.set(patient.source.id, patient);
    // What a share refers to of people and places comes along, and what these refer to.
    const open = [...share.values()];
    for (let item = open.pop(); item !== undefined; item = open.pop()) {
      for (const reference of referencesIn(item.resource)) {
        const target = byId.get(reference);
        if (
          target === undefined ||
          share.has(reference) ||
          !SHARED_TYPES.has(String(target.resource.resourceType))
        )
          continue;
        share.set(reference, target);
        open.push(target);
      }
    }
  }
  // What nobody refers to is not lost: it is the custodian's.
  const placed = new Set([...shares.values()].flatMap((share) => [...share.keys()]));
  for (const item of bundle.resources) {
    if (!placed.has(item.source.id)) shareOf(shares, hospitalOf(undefined)).set(item.source.id, item);
  }
  const whole = restrictedIds(bundle.resources);
  const result = new Map<string, object>();
  for (const [hospital, share] of shares) {
    const items = [...share.values()];
    const alone = restrictedIds(items);
    result.set(hospital, {
      resourceType: 'Bundle',
      type: 'collection',
      entry: items.map(({ resource, source }) => {
        const id = source.id.slice(source.id.indexOf('/') + 1);
        const copy = structuredClone(resource) as Record<string, unknown>;
        copy.id = id;
        pointElsewhere(copy, (reference) => byId.has(reference) && !share.has(reference));
        if (whole.has(source.id) && !alone.has(source.id)) label(copy);
        return { fullUrl: `https://record.invalid/fhir/${source.id}`, resource: copy };
      }),
    });
  }
  return result;
}

function shareOf(shares: Map<string, Map<string, Collected>>, hospital: string): Map<string, Collected> {
  const share = shares.get(hospital) ?? new Map<string, Collected>();
  shares.set(hospital, share);
  return share;
}

/** Source ids of what the sorting holds back as restricted. */
function restrictedIds(items: readonly Collected[]): Set<string> {
  const ids = new Map<string, string>();
  const handle = (typeAndId: string) => {
    const made = `urn:twinseal:${createHash('sha256').update(typeAndId).digest('hex').slice(0, 32)}`;
    ids.set(made, typeAndId);
    return made;
  };
  const { modules } = sortIntoModules(items, { handle, recordedTime: '2000-01-01T00:00:00Z' });
  return new Set((modules.restricted ?? []).map(({ source }) => ids.get(source.id) as string));
}

function label(resource: Record<string, unknown>): void {
  const meta = (resource.meta ?? {}) as { security?: object[] };
  resource.meta = { ...meta, security: [...(meta.security ?? []), RESTRICTED_LABEL] };
}

function* referencesIn(node: unknown): Iterable<string> {
  if (Array.isArray(node)) for (const each of node) yield* referencesIn(each);
  else if (typeof node === 'object' && node !== null) {
    for (const [key, value] of Object.entries(node)) {
      if (key === 'reference' && typeof value === 'string') yield value;
      else yield* referencesIn(value);
    }
  }
}

function pointElsewhere(node: unknown, isElsewhere: (reference: string) => boolean): void {
  if (Array.isArray(node)) for (const each of node) pointElsewhere(each, isElsewhere);
  else if (typeof node === 'object' && node !== null) {
    const fields = node as Record<string, unknown>;
    for (const [key, value] of Object.entries(fields)) {
      if (key === 'reference' && typeof value === 'string') {
        if (isElsewhere(value)) fields[key] = `https://elsewhere.invalid/fhir/${value}`;
      } else pointElsewhere(value, isElsewhere);
    }
  }
}
