import { type Collected, walkResource } from '@twinseal/health';
import {
  matchCoding,
  matchWording,
  RESTRICTED_CONFIDENTIALITY,
  RESTRICTED_SENSITIVITY,
  type RestrictedCategory,
  SENSITIVITY_CATEGORY,
} from './restricted-codes.js';

/** Why a resource is restricted; `rule` is stable, `detail` says what matched without saying the content. */
export interface RestrictedReason {
  readonly rule: 'security-label' | 'code' | 'reference' | 'part-of';
  readonly detail: string;
  /** What is protected here, links followed; empty where only a label says so and names no category. */
  readonly categories: ReadonlySet<RestrictedCategory>;
  /** More than one category, or none, or a label that names none: then no module of one category may hold it. */
  readonly isMixed: boolean;
}

/** Statements about other statements say of restricted ones only opaque handles; they do not become restricted by pointing. */
const META_TYPES = new Set(['Provenance', 'AuditEvent']);
/** What identifies rather than tells stays in identity whatever points at it. */
const HUBS =
  /^(?:Patient|Person|RelatedPerson|Practitioner|PractitionerRole|Organization|Location|HealthcareService)[/?]/;
/** Elements whose targets are parts of the resource: a restricted plan's goals, a restricted panel's results. */
const PART_OF = new Set([
  'CarePlan.goal',
  'CarePlan.activity.reference',
  'DiagnosticReport.result',
  'DiagnosticReport.media.link',
  'Observation.hasMember',
  'Composition.section.entry',
  'RequestGroup.action.resource',
]);

const CONFIDENTIALITY = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';
const ACT_CODE = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

/**
 * Which resources are restricted, and why: by a security label; by a code (or its wording) anywhere in the resource, contained ones and
 * extensions included; by reference to a restricted one; or as part of a restricted one. The last two are followed to the end.
 * Patients, persons and organizations are never restricted by this: they are identity.
 */
export function classifyRestricted(collected: readonly Collected[]): Map<string, RestrictedReason> {
  interface Draft {
    readonly rule: RestrictedReason['rule'];
    readonly detail: string;
    readonly categories: Set<RestrictedCategory>;
    hasUnnamed: boolean;
  }
  const drafts = new Map<string, Draft>();
  const referrers = new Map<string, string[]>();
  const parts = new Map<string, string[]>();
  const queue: string[] = [];
  /** Adds what is protected in `id`; whatever is linked to it is looked at again where that is more than before. */
  const restrict = (
    id: string,
    reason: { rule: RestrictedReason['rule']; detail: string },
    categories: Iterable<RestrictedCategory>,
    hasUnnamed = false,
  ): void => {
    const held = drafts.get(id);
    const draft = held ?? { ...reason, categories: new Set(), hasUnnamed: false };
    const before = draft.categories.size + Number(draft.hasUnnamed);
    for (const category of categories) draft.categories.add(category);
    draft.hasUnnamed ||= hasUnnamed;
    if (held && before === draft.categories.size + Number(draft.hasUnnamed)) return;
    drafts.set(id, draft);
    queue.push(id);
  };

  for (const { resource } of collected) {
    const id = typeAndIdOf(resource);
    if (HUBS.test(id)) continue;
    const isMeta = META_TYPES.has(resource.resourceType);
    walkResource(resource, {
      node: (node) => {
        if (typeof node.value === 'string') {
          // Text beside codes (`CodeableConcept.text`) is as telling as a display. Longer narrative is judged where it is stripped.
          if (node.elementPath === 'CodeableConcept.text') {
            const match = matchWording(node.value);
            if (match)
              restrict(id, { rule: 'code', detail: `${match.category} by ${match.by}` }, [match.category]);
          }
          return undefined;
        }
        if (typeof node.value !== 'object' || node.value === null) return undefined;
        if (node.type === 'Coding') {
          const { system, code, display } = node.value as {
            system?: string;
            code?: string;
            display?: string;
          };
          if (node.elementPath === 'Meta.security') {
            if (system === CONFIDENTIALITY && RESTRICTED_CONFIDENTIALITY.has(code ?? '')) {
              restrict(id, { rule: 'security-label', detail: `v3-Confidentiality ${code}` }, [], true);
            } else if (system === ACT_CODE && RESTRICTED_SENSITIVITY.has(code ?? '')) {
              const category = SENSITIVITY_CATEGORY.get(code ?? '');
              const label = { rule: 'security-label', detail: `v3-ActCode ${code}` } as const;
              restrict(id, label, category ? [category] : [], category === undefined);
            }
            return false;
          }
          const match = matchCoding(system, code, display);
          if (match)
            restrict(id, { rule: 'code', detail: `${match.category} by ${match.by}` }, [match.category]);
        } else if (node.type === 'Reference') {
          const reference = (node.value as { reference?: unknown }).reference;
          if (
            typeof reference === 'string' &&
            !reference.startsWith('#') &&
            !HUBS.test(reference) &&
            !isMeta
          ) {
            push(referrers, reference, id);
            if (PART_OF.has(node.elementPath)) push(parts, id, reference);
          }
        }
        return undefined;
      },
    });
  }

  const known = new Set(collected.map((c) => typeAndIdOf(c.resource)));
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const type = id.slice(0, id.indexOf('/'));
    const { categories, hasUnnamed } = drafts.get(id) as Draft;
    for (const referrer of referrers.get(id) ?? []) {
      restrict(
        referrer,
        { rule: 'reference', detail: `refers to a restricted ${type}` },
        categories,
        hasUnnamed,
      );
    }
    for (const part of parts.get(id) ?? []) {
      if (known.has(part))
        restrict(part, { rule: 'part-of', detail: `part of a restricted ${type}` }, categories, hasUnnamed);
    }
  }
  return new Map(
    [...drafts].map(([id, { rule, detail, categories, hasUnnamed }]) => [
      id,
      { rule, detail, categories, isMixed: hasUnnamed || categories.size !== 1 },
    ]),
  );
}

/** `Type/id` of a collected resource. */
export function typeAndIdOf(resource: { readonly resourceType: string; readonly id?: string }): string {
  return `${resource.resourceType}/${resource.id ?? ''}`;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
