/**
 * What may not stand outside the identity module is taken out of a resource by FHIR type, wherever it sits (extensions and contained
 * resources included): names, addresses, contacts, identifiers, signatures, attachments, narrative, notes, displays of persons and
 * places, and every string that is not known to be structured. Ids and references become opaque handles.
 */
import { pathOf, type Resource, type WalkNode, walkResource } from '@twinseal/health';
import { cloneJson } from './clone-json.js';
import { NAMED_TARGETS } from './person-names.js';

/** One value that was taken out. */
export interface Stripped {
  /** Path inside the resource, as it was before anything was removed: `Observation.note[0]`. */
  readonly path: string;
  readonly value: unknown;
  /** `name`: who or which; `text`: free text that may say anything. */
  readonly kind: 'name' | 'text';
}

/** What {@link stripResource} needs to know about the world outside the resource. */
export interface StripContext {
  /** `urn:twinseal:<32 hex>` for a `Type/id` or any other reference. */
  readonly handleOf: (reference: string) => string;
  /** Whether a reference's display may stay: its target is known, is no person or place, and is as visible as this resource. */
  readonly mayDisplay: (reference: string) => boolean;
}

const WHOLE: ReadonlyMap<string, Stripped['kind']> = new Map([
  ['HumanName', 'name'],
  ['Address', 'name'],
  ['ContactPoint', 'name'],
  ['ContactDetail', 'name'],
  ['Identifier', 'name'],
  ['Signature', 'name'],
  ['Annotation', 'text'],
  ['Attachment', 'text'],
  ['Narrative', 'text'],
]);

/** Strings that FHIR gives a fixed meaning. Every other string or markdown is free text. */
const STRUCTURED = new Set([
  'Coding.version',
  'Quantity.unit',
  'Money.unit',
  'SampledData.data',
  'Range.text',
  'MedicationRequest.dispenseRequest.quantity.unit',
  'Immunization.lotNumber',
  'Device.modelNumber',
  'Device.version.value',
  'ImagingStudy.series.instance.sopClass',
]);
const OPEN_URIS = new Set(['uri', 'uuid', 'oid', 'id', 'canonical']);
/** Resource types that are identity's whole; contained in another resource they keep nothing but their id. */
const PERSONS_AND_PLACES = new Set(
  'Patient Person RelatedPerson Practitioner PractitionerRole Organization OrganizationAffiliation Location HealthcareService Endpoint'.split(
    ' ',
  ),
);
const SERIAL = new Set([
  'Device.serialNumber',
  'Device.distinctIdentifier',
  'Device.udiCarrier.carrierHRF',
  'Device.udiCarrier.deviceIdentifier',
]);
const DICOM_UIDS = new Set(['ImagingStudy.series.uid', 'ImagingStudy.series.instance.uid']);
/** Results that are words of a closed kind: numbers with comparators, dipstick grades, presence. */
const RESULT_TOKEN =
  /^(?:[<>=~]*\s*[\d.,]+\s*%?|[+]{1,4}|trace|positive|negative|reactive|non-?reactive|detected|not detected|present|absent|normal|abnormal|none)$/i;
const ABSENT = [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' }];

/**
 * A copy of `resource` fit for a module other than identity.
 * @returns the copy, and what was taken out of it, by path; narrative that the source itself calls generated is in neither
 */
export function stripResource(
  resource: Resource,
  context: StripContext,
): { resource: Resource; stripped: Stripped[] } {
  const copy = cloneJson(resource) as unknown as Record<string, unknown>;
  const stripped: Stripped[] = [];
  const removals: WalkNode[] = [];

  const remove = (node: WalkNode, kind: Stripped['kind'], path = pathOf(node)): void => {
    stripped.push({ path, value: node.value, kind });
    removals.push(node);
  };

  walkResource(copy, {
    node: (node) => {
      const { value, type, elementPath } = node;
      if (value === null || !node.parent) return undefined;
      const whole = WHOLE.get(type);
      if (whole !== undefined) {
        if (type === 'Narrative' && (value as { status?: unknown }).status === 'generated')
          removals.push(node);
        else remove(node, whole);
        return false;
      }
      if (PERSONS_AND_PLACES.has(type)) {
        // A contained person or place: its demographics as well are identity's. The id stays, for references inside point at it.
        const inner = value as Record<string, unknown>;
        for (const key of Object.keys(inner)) {
          if (key === 'resourceType' || key === 'id') continue;
          stripped.push({ path: `${pathOf(node)}.${key}`, value: inner[key], kind: 'name' });
          delete inner[key];
        }
        return false;
      }
      if (type === 'Reference') {
        const target = value as { reference?: unknown; display?: unknown };
        const reference = typeof target.reference === 'string' ? target.reference : undefined;
        if (typeof target.display === 'string') {
          const keep =
            reference !== undefined && !NAMED_TARGETS.test(reference) && context.mayDisplay(reference);
          if (!keep) {
            stripped.push({ path: `${pathOf(node)}.display`, value: target.display, kind: 'name' });
            delete target.display;
            // Nothing but a name was there: the reference goes, or says that it is masked.
            if (Object.keys(target).length === 0) removals.push(node);
          }
        }
        if (reference !== undefined && !reference.startsWith('#'))
          target.reference = context.handleOf(reference);
        return undefined;
      }
      if (typeof value !== 'string') return undefined;
      if (DICOM_UIDS.has(elementPath)) {
        stripped.push({ path: pathOf(node), value, kind: 'name' });
        (node.holder as Record<string, unknown>)[node.key as string] = hexOf(
          context.handleOf(`urn:oid:${value}`),
        );
        return undefined;
      }
      if (SERIAL.has(elementPath)) {
        remove(node, 'name');
        return undefined;
      }
      const isLocator = type === 'url' || type === 'base64Binary';
      // In an extension nobody knows what a URI stands for: it may be a record's number.
      const isOpenUri = elementPath === 'Extension.value[x]' && OPEN_URIS.has(type);
      if (isLocator || isOpenUri) {
        remove(node, 'text');
        return undefined;
      }
      if (type === 'string' || type === 'markdown') {
        if (!isStructured(node)) remove(node, 'text');
      }
      return undefined;
    },
  });

  for (const node of removals) detach(node);
  copy.id = hexOf(context.handleOf(`${resource.resourceType}/${resource.id ?? ''}`));
  // Most values of a stream lose nothing: one copy is enough for them.
  const kept = removals.length === 0 ? copy : compact(copy);
  return { resource: kept as unknown as Resource, stripped };
}

/** The 32 hex digits of a handle, which are a FHIR id. */
export function hexOf(handle: string): string {
  return handle.slice('urn:twinseal:'.length);
}

function isStructured(node: WalkNode): boolean {
  const { elementPath, value, holder } = node;
  if (STRUCTURED.has(elementPath) || elementPath.endsWith('.id')) return true;
  // Both were dealt with at the Reference itself.
  if (elementPath === 'Reference.display' || elementPath === 'Reference.reference') return true;
  if (elementPath === 'Coding.display') {
    // A display without a code is something that somebody typed.
    const coding = holder as { system?: unknown; code?: unknown };
    return typeof coding.system === 'string' && typeof coding.code === 'string';
  }
  if (elementPath === 'CodeableConcept.text') {
    const { coding } = holder as { coding?: readonly { display?: unknown }[] };
    const text = String(value).trim().toLowerCase();
    return (coding ?? []).some(
      (c) => typeof c.display === 'string' && c.display.trim().toLowerCase() === text,
    );
  }
  if (/^Observation\.(?:component\.)?value\[x\]$/.test(elementPath))
    return RESULT_TOKEN.test(String(value).trim());
  return false;
}

const GONE = Symbol('gone');

/** Takes a value out: from an array by a mark that {@link compact} drops, so that other paths stay true until then. */
function detach(node: WalkNode): void {
  if (typeof node.key === 'number') {
    const list = node.holder as unknown[];
    list[node.key] = GONE;
    if (isRequired(node) && typeof node.value === 'object' && isEmpty(list))
      list[node.key] = { extension: ABSENT };
  } else if (isRequired(node)) replaceByAbsence(node);
  else delete (node.holder as Record<string, unknown>)[node.key];
  // An object that this empties has to go as well, or to say that its content is masked.
  const up = node.parent;
  if (up?.parent && isEmpty(up.value)) detach(up);
}

function isRequired(node: WalkNode): boolean {
  return (node.property?.min ?? 0) > 0;
}

function replaceByAbsence(node: WalkNode): void {
  const holder = node.holder as Record<string, unknown>;
  const key = node.key as string;
  if (typeof node.value === 'object') holder[key] = { extension: ABSENT };
  else {
    delete holder[key];
    holder[`_${key}`] = { extension: ABSENT };
  }
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((v) => v === GONE);
  return Object.values(value as object).every((v) => v === undefined || (Array.isArray(v) && isEmpty(v)));
}

function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((v) => v !== GONE).map(compact);
  if (typeof value !== 'object' || value === null) return value;
  const out: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined || (Array.isArray(inner) && isEmpty(inner))) continue;
    out[key] = compact(inner);
  }
  return out;
}
