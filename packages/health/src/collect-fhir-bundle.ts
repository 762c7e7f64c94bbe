import type { Collected, CollectIssue, Resource } from './collected.js';
import { HealthError, type HealthErrorCode } from './errors.js';
import { assignOrganizations, type CollectedOrganization } from './internal/assign-organizations.js';
import { decodeText } from './internal/decode-text.js';
import { isResourceTypeName } from './internal/fhir-schema.js';
import { parseStrictJson } from './internal/strict-json.js';
import { judgeObservation, markUnlikely, unlikelyIssue } from './judge-observation.js';
import { clinicalTime, statedTime } from './times.js';
import { type FoundReference, inspectResource } from './validate-resource.js';

export type { CollectedOrganization } from './internal/assign-organizations.js';

/** Options of {@link collectFhirBundle}. */
export interface CollectFhirOptions {
  /** Name of the input for messages and issues. */
  readonly name: string;
  /** Largest accepted size in bytes; default 64 MiB. */
  readonly maxBytes?: number;
  /** Most entries accepted; default 200,000. */
  readonly maxEntries?: number;
  /** URI of the system that the bundle comes from, for `source.system`; default `urn:twinseal:source:fhir`. */
  readonly system?: string;
  /**
   * What one bad resource does: `refuse-file` (default) refuses everything with a {@link HealthError};
   * `set-aside` leaves out that resource, with an issue that says why (structure, binding or unit; never a second patient or a dangling reference).
   */
  readonly onBadResource?: 'refuse-file' | 'set-aside';
}

/** What a bundle holds. */
export interface CollectedBundle {
  readonly patient: Resource;
  /** Those with encounters first, most encounters first; the first one is the custodian. */
  readonly organizations: readonly CollectedOrganization[];
  /** In the bundle's order. */
  readonly resources: readonly Collected[];
  readonly issues: readonly CollectIssue[];
  /** entries = resources.length + setAside. */
  readonly entries: number;
  readonly setAside: number;
}

interface Entry {
  readonly place: string;
  readonly resource: Resource;
  readonly typeAndId: string;
  readonly references: readonly FoundReference[];
}

const BUNDLE_TYPES = new Set(['transaction', 'collection', 'searchset', 'batch']);

/**
 * Reads a FHIR R4 bundle about one patient.
 * @param bytes UTF-8 JSON (see {@link gunzip} for compressed files)
 * @returns the patient, its organizations and every resource, validated, UCUM units checked, references resolved to `Type/id`
 * @throws HealthError (the whole file is refused, nothing is half taken):
 *   `too-large`, `not-text`, `not-json`, `duplicate-key`, `forbidden-key`, `too-deep`: not the JSON that is accepted;
 *   `not-fhir`, `bundle-type`: JSON, but no R4 Bundle of type transaction, collection, searchset or batch;
 *   `no-patient`, `two-patients`; `duplicate-resource`: two entries with one identity;
 *   `invalid-resource`: structure, cardinality, format, invariant or required code; `unknown-unit`; `impossible-value`: outside what can be (the message names the
 *   bound's source);
 *   `dangling-reference`: a literal reference to nothing in the bundle (conditional and absolute ones are kept)
 * Cost: about 0.3 ms a resource. Source: FHIR R4 (4.0.1), sections 2.36 (Bundle), 3.1.0.11 (transactions).
 */
export function collectFhirBundle(bytes: Uint8Array, options: CollectFhirOptions): CollectedBundle {
  const {
    name: file,
    maxBytes = 64 * 2 ** 20,
    maxEntries = 200_000,
    onBadResource = 'refuse-file',
  } = options;
  const system = options.system ?? 'urn:twinseal:source:fhir';
  const refuse = (code: HealthErrorCode, what: string, place: string, expected: string): never => {
    throw new HealthError(code, what, { file, place, expected });
  };

  const json = parseStrictJson(decodeText(bytes, file, maxBytes), file);
  const bundle = json as { resourceType?: unknown; type?: unknown; entry?: unknown } | null;
  if (typeof bundle !== 'object' || bundle === null || bundle.resourceType !== 'Bundle') {
    return refuse('not-fhir', 'this JSON is not a FHIR bundle', '$', 'an object with resourceType "Bundle"');
  }
  if (typeof bundle.type !== 'string' || !BUNDLE_TYPES.has(bundle.type)) {
    return refuse('bundle-type', 'a bundle of another type', 'Bundle.type', [...BUNDLE_TYPES].join(', '));
  }
  if (bundle.entry !== undefined && !Array.isArray(bundle.entry)) {
    return refuse('not-fhir', 'entries are not a list', 'Bundle.entry', 'an array');
  }
  const list = (bundle.entry ?? []) as { fullUrl?: unknown; resource?: unknown }[];
  if (list.length > maxEntries) {
    return refuse('too-large', 'too many entries', 'Bundle.entry', `at most ${maxEntries}`);
  }

  const issues: CollectIssue[] = [];
  const entries: Entry[] = [];
  const byReference = new Map<string, string>();
  const identities = new Set<string>();
  const patients: { place: string; resource: Resource }[] = [];
  let setAside = 0;

  const setAsideFor = (code: HealthErrorCode, what: string, place: string, expected: string): void => {
    issues.push({
      severity: 'warning',
      code: 'set-aside',
      file,
      place,
      message: `${what}; expected ${expected}`,
      refusedAs: code,
    });
  };

  for (let i = 0; i < list.length; i++) {
    const place = `Bundle.entry[${i}]`;
    const resource = list[i]?.resource as Resource | undefined;
    if (typeof resource !== 'object' || resource === null || Array.isArray(resource)) {
      return refuse('not-fhir', 'an entry without a resource', place, 'an entry with a resource');
    }
    if (typeof resource.resourceType !== 'string' || !isResourceTypeName(resource.resourceType)) {
      return refuse(
        'not-fhir',
        'an unknown resource type',
        `${place}.resource.resourceType`,
        'a FHIR R4 resource type',
      );
    }
    const fullUrl = list[i]?.fullUrl;
    const id =
      resource.id ??
      (typeof fullUrl === 'string' ? /^urn:uuid:([0-9a-f-]{36})$/.exec(fullUrl)?.[1] : undefined);
    if (typeof id !== 'string' || !/^[A-Za-z0-9\-.]{1,64}$/.test(id)) {
      return refuse(
        'not-fhir',
        'a resource without identity',
        `${place}.resource.id`,
        'an id, or a fullUrl urn:uuid:…',
      );
    }
    const typeAndId = `${resource.resourceType}/${id}`;
    if (identities.has(typeAndId)) {
      return refuse(
        'duplicate-resource',
        'two entries with one identity',
        `${place}.resource.id`,
        'each resource once',
      );
    }
    identities.add(typeAndId);
    byReference.set(typeAndId, typeAndId);
    if (typeof fullUrl === 'string') byReference.set(fullUrl, typeAndId);
    if (resource.resourceType === 'Patient') patients.push({ place, resource });

    const { findings, references } = inspectResource(resource);
    let bad: string | undefined;
    for (const finding of findings) {
      const inside = finding.place.replace(/^[A-Za-z]+\.?/, '');
      const at = `${place}.resource${inside ? `.${inside}` : ''}`;
      if (finding.severity !== 'error') {
        issues.push({
          severity: finding.severity,
          code: finding.code === 'unit-repaired' ? 'unit-repaired' : 'validation-warning',
          file,
          place: at,
          message: finding.code === 'unit-repaired' ? `taken as UCUM ${finding.expected}` : finding.expected,
        });
        continue;
      }
      const code = finding.code === 'unknown-unit' ? 'unknown-unit' : 'invalid-resource';
      const what =
        code === 'unknown-unit' ? 'a unit that UCUM does not know' : `not a valid ${resource.resourceType}`;
      if (onBadResource === 'refuse-file' || resource.resourceType === 'Patient')
        return refuse(code, what, at, finding.expected);
      bad ??= at;
      setAsideFor(code, what, at, finding.expected);
    }
    const doubts = bad === undefined ? judgeObservation(resource) : [];
    for (const doubt of doubts) {
      const at = `${place}.resource.${doubt.place.replace(/^Observation\./, '')}`;
      if (doubt.judged === 'unlikely') {
        issues.push(unlikelyIssue(doubt, file, at));
        continue;
      }
      if (onBadResource === 'refuse-file')
        return refuse('impossible-value', 'a value that cannot be', at, doubt.expected);
      bad ??= at;
      setAsideFor('impossible-value', 'a value that cannot be', at, doubt.expected);
    }
    if (bad !== undefined) setAside++;
    else entries.push({ place, resource: markUnlikely({ ...resource, id }, doubts), typeAndId, references });
  }

  const [patient, second] = patients;
  if (!patient) return refuse('no-patient', 'no patient', 'Bundle.entry', 'exactly one Patient');
  if (second)
    return refuse('two-patients', 'more than one patient', `${second.place}.resource`, 'exactly one Patient');

  for (const { place, references } of entries) {
    for (const { node, isContained, place: inside } of references) {
      if (isContained) continue;
      const reference = node.reference as string;
      const target =
        byReference.get(reference) ??
        byReference.get(reference.replace(/\/_history\/[A-Za-z0-9\-.]{1,64}$/, ''));
      if (target !== undefined) {
        node.reference = target;
        continue;
      }
      const at = (): string => `${place}.resource.${inside().replace(/^[A-Za-z]+\./, '')}`;
      const conditionalType = /^([A-Za-z]+)\?./.exec(reference)?.[1];
      if (conditionalType !== undefined && isResourceTypeName(conditionalType)) continue;
      if (/^https?:\/\//.test(reference)) {
        issues.push({
          severity: 'information',
          code: 'external-reference',
          file,
          place: at(),
          message: 'kept as it is',
        });
        continue;
      }
      return refuse(
        'dangling-reference',
        'a reference to nothing in the bundle',
        at(),
        'the fullUrl or Type/id of an entry, a conditional reference, or an absolute URL',
      );
    }
  }

  const { organizations, organizationOf } = assignOrganizations(entries);
  let latest = '1970-01-01T00:00:00Z';
  for (const { resource } of entries) {
    const time = statedTime(resource) ?? clinicalTime(resource);
    if (time !== undefined && Date.parse(time) > Date.parse(latest)) latest = time;
  }
  const resources = entries.map(({ resource, typeAndId }): Collected => {
    const organization = organizationOf(typeAndId);
    const meta = resource.meta as { versionId?: unknown } | undefined;
    return {
      resource,
      ...(organization === undefined ? {} : { organization }),
      source: { system, id: typeAndId, version: typeof meta?.versionId === 'string' ? meta.versionId : '1' },
      // What bears no time of its own (a Patient, a Practitioner) is stated as of the newest statement of the export.
      sourceTime: statedTime(resource) ?? latest,
    };
  });
  return { patient: patient.resource, organizations, resources, issues, entries: list.length, setAside };
}
