/**
 * Structural validation in one place: Medplum's validator (types, cardinalities, formats, unknown properties, invariants), and
 * what it lets through: codes outside a required binding, empty arrays and objects, nulls, two values for one choice, and
 * quantities whose unit UCUM does not know.
 */
import { validateResource as medplumValidate, OperationOutcomeError } from '@medplum/core';
import type { Resource as MedplumResource, OperationOutcomeIssue } from '@medplum/fhirtypes';
import type { Resource } from './collected.js';
import { isPrimitive, isResourceTypeName, loadForValidation } from './internal/fhir-schema.js';
import { checkAttachment, checkBundleEntry, checkReference, checkString } from './internal/format-checks.js';
import { toRfc3339 } from './times.js';
import { isUcumUnit, repairUnit, UCUM_SYSTEM } from './units.js';
import { pathOf, type WalkNode, walkResource } from './walk.js';

/** One thing that {@link inspectResource} found; `place` begins with the resource type. Nothing repeats a value of the input. */
export interface Finding {
  readonly severity: 'error' | 'warning' | 'information';
  readonly code:
    | 'structure'
    | 'required-binding'
    | 'empty'
    | 'choice'
    | 'unknown-unit'
    | 'unit-repaired'
    | 'dangling-contained';
  readonly place: string;
  readonly expected: string;
}

/** A `Reference` met on the way; `node.reference` may be assigned. */
export interface FoundReference {
  readonly place: () => string;
  readonly node: { reference?: unknown };
  readonly isContained: boolean;
}

/** What {@link inspectResource} says about one resource. */
export interface Inspection {
  readonly findings: Finding[];
  readonly references: FoundReference[];
}

/** What to inspect. */
export interface InspectOptions {
  /** Write the UCUM code for known misspellings into the resource (default true); `unit` keeps what the source wrote. */
  readonly repairUnits?: boolean;
}

const SAFE_MEDPLUM_TEXT =
  /^(?:Missing required property|Invalid empty value|Invalid empty non-primitive value|Invalid null value|Expected (?:array|single value)[a-z ]*|Invalid JSON type: expected (?:string|number|boolean)|Invalid (?:base64Binary|canonical|code|date|dateTime|id|instant|markdown|oid|string|time|uri|url|uuid) format|Invalid numeric value|Expected number to be [a-z-]+(?: integer)?|String must contain non-whitespace content|String cannot be larger than 1 MB|Invalid number of values: expected [\d.*]+)/;

/** Medplum's own reading of base64, which R4 does not share; ours is in format-checks. */
const OVERRULED = /^Invalid base64Binary format/;

function fromMedplum(issue: OperationOutcomeIssue): Finding {
  const text = issue.details?.text ?? '';
  const place = issue.expression?.[0] ?? '';
  const invariant = /^Constraint ([a-z0-9-]+) not met/i.exec(text);
  if (/^Invalid additional property/.test(text)) {
    // The property's name is the input's own words; the place of its holder is enough to find it.
    return {
      severity: 'error',
      code: 'structure',
      place: place.replace(/\.[^.]*$/, ''),
      expected: 'only properties of R4',
    };
  }
  const severity =
    issue.severity === 'warning' || issue.severity === 'information' ? issue.severity : 'error';
  return {
    severity,
    code: 'structure',
    place: /^[A-Za-z0-9_.[\]]*$/.test(place) ? place : '',
    expected: invariant
      ? `invariant ${invariant[1]}`
      : (SAFE_MEDPLUM_TEXT.exec(text)?.[0] ?? 'a valid R4 structure'),
  };
}

function about(node: WalkNode): string {
  for (let up: WalkNode | undefined = node.parent; up; up = up.parent) {
    const code = (up.value as { code?: { text?: unknown; coding?: readonly { display?: unknown }[] } }).code;
    if (code && typeof code === 'object') {
      return [code.text, ...(Array.isArray(code.coding) ? code.coding.map((c) => c.display) : [])].join(' ');
    }
  }
  return '';
}

function inBinding(node: WalkNode): boolean {
  const sets = node.property?.binding;
  if (!sets) return true;
  const value = node.value as {
    coding?: readonly { system?: string; code?: string }[];
    system?: string;
    code?: string;
  };
  const has = (system: unknown, code: unknown): boolean =>
    typeof system === 'string' && typeof code === 'string' && (sets.get(system)?.has(code) ?? false);
  switch (node.type) {
    case 'code':
      return (
        typeof node.value !== 'string' || [...sets.values()].some((codes) => codes.has(node.value as string))
      );
    case 'Coding':
      return has(value.system, value.code);
    case 'CodeableConcept':
      // A concept that has only text, or says by extension why it has none, is no wrong code.
      return (
        !Array.isArray(value.coding) ||
        value.coding.length === 0 ||
        value.coding.some((c) => has(c.system, c.code))
      );
    default:
      return true;
  }
}

const QUANTITIES = new Set([
  'Quantity',
  'SimpleQuantity',
  'Age',
  'Count',
  'Distance',
  'Duration',
  'MoneyQuantity',
]);

/**
 * Validates one resource and gathers its references in the same walk.
 * @param resource JSON object from outside; unit codes may be repaired in place
 * @returns findings (`error` ones mean: refuse) and references; never throws on content
 * Cost: about 0.25 ms for an Observation, nearly all of it Medplum's invariants.
 */
export function inspectResource(resource: Resource, options: InspectOptions = {}): Inspection {
  const { repairUnits = true } = options;
  const findings: Finding[] = [];
  const references: FoundReference[] = [];
  const choices = new Map<WalkNode, Map<string, string>>();
  const type = resource.resourceType;
  if (typeof type !== 'string' || !isResourceTypeName(type)) {
    findings.push({
      severity: 'error',
      code: 'structure',
      place: 'Resource.resourceType',
      expected: 'a FHIR R4 resource type',
    });
    return { findings, references };
  }
  const contained = Array.isArray(resource.contained)
    ? (resource.contained as { id?: unknown; resourceType?: unknown }[])
    : [];
  walkResource(resource, {
    node: (node) => {
      const { value } = node;
      // The resource itself, and every one inside it (contained, entries of a bundle, parameters).
      if (isResourceTypeName(node.type)) loadForValidation(node.type);
      if (value === null) {
        // Nulls may stand in for absent primitives in an array whose extensions sit in the partner `_array`; Medplum checks the pairing.
        return false;
      }
      if (typeof value === 'object' && Object.keys(value).length === 0) {
        findings.push({
          severity: 'error',
          code: 'empty',
          place: pathOf(node),
          expected: 'no empty objects',
        });
        return false;
      }
      if (typeof value === 'object' && !Array.isArray(value)) {
        for (const key in value) {
          const inner = (value as Record<string, unknown>)[key];
          if (Array.isArray(inner) && inner.length === 0) {
            findings.push({
              severity: 'error',
              code: 'empty',
              place: pathOf(node),
              expected: 'no empty arrays',
            });
          }
        }
      }
      if (node.parent && node.elementPath.endsWith('[x]')) {
        const name = node.name.replace(/^_/, '');
        const taken = choices.get(node.parent) ?? new Map<string, string>();
        choices.set(node.parent, taken);
        if ((taken.get(node.elementPath) ?? name) !== name) {
          findings.push({
            severity: 'error',
            code: 'choice',
            place: pathOf(node),
            expected: `one ${node.elementPath}`,
          });
        }
        taken.set(node.elementPath, name);
      }
      if (node.property && !inBinding(node)) {
        findings.push({
          severity: 'error',
          code: 'required-binding',
          place: pathOf(node),
          expected: `a code of the value set that R4 requires for ${node.elementPath}`,
        });
      }
      const expected =
        typeof value === 'string'
          ? checkString(value, node)
          : node.type === 'Attachment' && typeof value === 'object'
            ? checkAttachment(value)
            : node.elementPath === 'Bundle.entry' && typeof value === 'object'
              ? checkBundleEntry(value, (node.parent?.value as { type?: unknown } | undefined)?.type)
              : node.elementPath === 'RiskAssessment.prediction.probability[x]' &&
                  typeof value === 'number' &&
                  value > 100
                ? 'invariant ras-2'
                : undefined;
      if (expected !== undefined) {
        findings.push({ severity: 'error', code: 'structure', place: pathOf(node), expected });
      }
      if (
        typeof value === 'string' &&
        (node.type === 'dateTime' || node.type === 'date' || node.type === 'instant') &&
        toRfc3339(value) === undefined
      ) {
        findings.push({
          severity: 'error',
          code: 'structure',
          place: pathOf(node),
          expected: `a ${node.type} that the calendar has`,
        });
      }
      if (node.type === 'Reference' && typeof value === 'object') {
        const reference = (value as { reference?: unknown }).reference;
        if (typeof reference === 'string') {
          const format = checkReference(reference);
          if (format !== undefined) {
            findings.push({
              severity: 'error',
              code: 'structure',
              place: `${pathOf(node)}.reference`,
              expected: format,
            });
          }
          const isContained = reference.startsWith('#');
          references.push({
            node: value as { reference?: unknown },
            isContained,
            place: () => `${pathOf(node)}.reference`,
          });
          if (isContained && reference !== '#' && !contained.some((c) => `#${String(c?.id)}` === reference)) {
            findings.push({
              severity: 'error',
              code: 'dangling-contained',
              place: `${pathOf(node)}.reference`,
              expected: 'the id of a contained resource',
            });
          }
        }
      }
      if (QUANTITIES.has(node.type) && typeof value === 'object') {
        const quantity = value as { system?: unknown; code?: unknown };
        if (quantity.system === UCUM_SYSTEM && typeof quantity.code === 'string') {
          const repaired = repairUnit(quantity.code, quantity.code === 'C' ? about(node) : '');
          if (repaired !== undefined && repairUnits) {
            findings.push({
              severity: 'information',
              code: 'unit-repaired',
              place: `${pathOf(node)}.code`,
              expected: repaired,
            });
            quantity.code = repaired;
          } else if (repaired !== undefined || !isUcumUnit(quantity.code)) {
            findings.push({
              severity: 'error',
              code: 'unknown-unit',
              place: `${pathOf(node)}.code`,
              expected: 'a UCUM unit in case-sensitive form, such as mg/dL',
            });
          }
        }
      }
      return !isPrimitive(node.type) || typeof value === 'object';
    },
  });

  try {
    for (const issue of medplumValidate(resource as unknown as MedplumResource)) {
      // It takes the "urn:uuid:…" of a transaction for a resource type and warns; references are checked where they are resolved.
      if (!issue.details?.text?.startsWith('Invalid reference')) findings.push(fromMedplum(issue));
    }
  } catch (error) {
    if (error instanceof OperationOutcomeError) {
      for (const issue of error.outcome.issue ?? []) {
        const text = issue.details?.text ?? '';
        if (!OVERRULED.test(text) && !text.startsWith('Invalid reference')) findings.push(fromMedplum(issue));
      }
    } else {
      // Medplum throws plain errors and TypeErrors on some shapes that no R4 resource has.
      findings.push({ severity: 'error', code: 'structure', place: type, expected: 'a valid R4 structure' });
    }
  }
  return { findings, references };
}
