/** What of the input must lie nowhere at rest: names, identifiers, addresses, and every longer text. */

import { type Needle, textNeedle } from '@twinseal/gateway';
import type { Collected } from '@twinseal/health';

/** Keys under which even a short text identifies a person (HumanName, Address, Identifier, ContactPoint of FHIR R4). */
const PERSONAL: ReadonlySet<string> = new Set(['family', 'given', 'line', 'city', 'postalCode', 'value']);
/** A short text turns up by chance, or as part of an ordinary word; from this length on every text counts. */
const MIN_TEXT_BYTES = 12;
const MIN_PERSONAL_BYTES = 6;
/** Times, numbers, and the ids that we give to rows of a stream say nothing by themselves and come by the ten thousand. */
const UNTELLING = /^[-+0-9.:TZ/ ]+$|^\d{4,}[-/](?:glucose|basal|bolus|meal)[-/]/;

/** Needles of collected resources, each text once, labelled by kind of field. */
export function needlesOf(collected: readonly Collected[]): Needle[] {
  const found = new Map<string, string>();
  for (const { resource } of collected) visit(resource, resource.resourceType, undefined, found);
  return [...found].map(([text, label]) => textNeedle(label, text));
}

function visit(value: unknown, key: string, parent: string | undefined, found: Map<string, string>): void {
  if (typeof value === 'string') {
    const isPersonal =
      PERSONAL.has(key) && (key !== 'value' || parent === 'identifier' || parent === 'telecom');
    const bytes = new TextEncoder().encode(value).length;
    if (bytes < (isPersonal ? MIN_PERSONAL_BYTES : MIN_TEXT_BYTES) || UNTELLING.test(value)) return;
    found.set(value, isPersonal ? `personal: ${key}` : `text: ${key}`);
  } else if (Array.isArray(value)) {
    for (const each of value) visit(each, key, parent, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) visit(each, name, key, found);
  }
}
