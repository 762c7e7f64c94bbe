import { type Collected, walkResource } from '@twinseal/health';

/** References to these name a person or a place of care; their displays are names. */
export const NAMED_TARGETS =
  /^(?:Patient|Person|RelatedPerson|Practitioner|PractitionerRole|Organization|Location|HealthcareService|Group)(?:[/?]|$)/;

const TITLES = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'dr',
  'prof',
  'md',
  'phd',
  'jr',
  'sr',
  'the',
  'and',
  'von',
  'van',
  'der',
  'den',
]);

/**
 * Every name of a person that the collected resources know (words of at least three letters), for blanking in narrative
 * that must leave identity. What only the narrative itself names is not found: such narrative is marked as masked, not as anonymous.
 */
export function personNames(collected: readonly Collected[]): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (text: unknown): void => {
    if (typeof text !== 'string') return;
    for (const word of text.split(/[^\p{L}\p{N}'’-]+/u)) {
      if (word.length >= 3 && !TITLES.has(word.toLowerCase())) names.add(word);
    }
  };
  for (const { resource } of collected) {
    const isPerson = /^(?:Patient|Person|RelatedPerson|Practitioner)$/.test(resource.resourceType);
    walkResource(resource, {
      node: (node) => {
        if (typeof node.value !== 'object' || node.value === null) return undefined;
        if (node.type === 'HumanName') {
          const { family, given, text } = node.value as { family?: unknown; given?: unknown; text?: unknown };
          add(family);
          add(text);
          if (Array.isArray(given)) given.forEach(add);
          return false;
        }
        if (node.type === 'Reference') {
          const { reference, display } = node.value as { reference?: unknown; display?: unknown };
          if (
            typeof reference === 'string' &&
            /^(?:Patient|Person|RelatedPerson|Practitioner)/.test(reference)
          )
            add(display);
        }
        if (isPerson && node.type === 'Extension') {
          const { url, valueString } = node.value as { url?: unknown; valueString?: unknown };
          if (typeof url === 'string' && /name/i.test(url)) add(valueString);
        }
        return undefined;
      },
    });
  }
  return names;
}

/** Replaces every whole word that is one of `names` by `[name]`. */
export function maskNames(text: string, names: ReadonlySet<string>): string {
  const lower = new Set([...names].map((n) => n.toLowerCase()));
  return text.replace(/[\p{L}\p{N}'’-]+/gu, (word) => (lower.has(word.toLowerCase()) ? '[name]' : word));
}
