import type { Resource } from '@twinseal/health';
import { maskNames } from './person-names.js';
import { matchWording } from './restricted-codes.js';
import { hexOf, type Stripped } from './strip.js';

/** Code system of our own markers. */
export const SUPPLEMENT_SYSTEM = 'urn:twinseal:supplement';
const ELEMENT_URL = 'urn:twinseal:supplement:element';

/**
 * What was stripped from a resource, as a FHIR Basic that points at the resource's handle and names each element's path; the value stands as JSON text,
 * so that nothing of it is lost whatever its type.
 */
export function supplementOf(id: string, subject: string, elements: readonly Stripped[]): Resource {
  return {
    resourceType: 'Basic',
    id: hexOf(id),
    code: { coding: [{ system: SUPPLEMENT_SYSTEM, code: 'stripped' }] },
    subject: { reference: subject },
    extension: elements.map((e) => ({
      url: ELEMENT_URL,
      extension: [
        { url: 'path', valueString: e.path },
        { url: 'value', valueString: JSON.stringify(e.value) },
      ],
    })),
  };
}

/** Whether a stripped text speaks of protected content; attachments of type text are read. */
export function isTelling(element: Stripped): boolean {
  return element.kind === 'text' && stringsOf(element.value).some((text) => matchWording(text) !== undefined);
}

/** A stripped text with the known names blanked, inside text attachments as well. */
export function withoutNames(element: Stripped, names: ReadonlySet<string>): Stripped {
  return { ...element, value: mapStrings(element.value, names) };
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  if (typeof value !== 'object' || value === null) return [];
  const attached = attachedText(value);
  return [...Object.values(value).flatMap(stringsOf), ...(attached === undefined ? [] : [attached])];
}

function mapStrings(value: unknown, names: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return maskNames(value, names);
  if (Array.isArray(value)) return value.map((v) => mapStrings(v, names));
  if (typeof value !== 'object' || value === null) return value;
  const text = attachedText(value);
  const out: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    out[key] =
      key === 'data' && text !== undefined ? toBase64(maskNames(text, names)) : mapStrings(inner, names);
  }
  return out;
}

/** The text of an Attachment that holds one, or undefined. */
function attachedText(value: object): string | undefined {
  const { contentType, data } = value as { contentType?: unknown; data?: unknown };
  if (typeof data !== 'string' || typeof contentType !== 'string' || !/^text\//i.test(contentType))
    return undefined;
  try {
    const bytes = Uint8Array.from(atob(data.replace(/\s+/g, '')), (c) => c.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}

function toBase64(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
