/**
 * Formats that the R4 definitions state in prose or in regular expressions that Medplum does not apply. Each function answers what was
 * expected, or undefined where nothing is wrong.
 */
import type { WalkNode } from '../walk.js';
import { isResourceTypeName } from './fhir-schema.js';

const ID = /^[A-Za-z0-9\-.]{1,64}$/;
const UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const OID = /^urn:oid:[0-2](?:\.(?:0|[1-9]\d*))+$/;

/** A string of any primitive type. */
export function checkString(value: string, node: WalkNode): string | undefined {
  if (node.name === 'id' && node.parent && isResourceTypeName(node.parent.type) && !ID.test(value)) {
    return 'an id of 1 to 64 letters, digits, "-" and "." (R4 section 2.24.0.1)';
  }
  switch (node.type) {
    case 'base64Binary': {
      // White space may stand anywhere (R4 section 2.24.0.1); Medplum takes none.
      const packed = value.replace(/\s+/g, '');
      return packed.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(packed)
        ? undefined
        : 'base64 (RFC 4648)';
    }
    case 'uri':
      // R4 section 2.24.0.3: "system … an absolute URI"; Coding's only, for an Identifier's may be a local one.
      if (node.elementPath === 'Coding.system' && !/^[a-z][a-z0-9+.-]*:/i.test(value))
        return 'an absolute URI';
      if (value.startsWith('urn:uuid:') && !UUID.test(value))
        return 'urn:uuid: and a lowercase UUID (RFC 4122)';
      if (value.startsWith('urn:oid:') && !OID.test(value)) return 'urn:oid: and an OID (RFC 3061)';
      return undefined;
    case 'url':
    case 'canonical':
    case 'uuid':
    case 'oid':
      if (value.startsWith('urn:uuid:') && !UUID.test(value))
        return 'urn:uuid: and a lowercase UUID (RFC 4122)';
      if (value.startsWith('urn:oid:') && !OID.test(value)) return 'urn:oid: and an OID (RFC 3061)';
      return undefined;
    default:
      return undefined;
  }
}

/** The `reference` of a Reference: contained, relative, absolute, conditional, or a URN (R4 section 2.3.0.1). */
export function checkReference(reference: string): string | undefined {
  if (/\s/.test(reference) || reference === '') return 'a reference without white space';
  if (reference.startsWith('#')) return undefined;
  if (/^urn:(?:uuid|oid):/.test(reference)) {
    return UUID.test(reference) || OID.test(reference)
      ? undefined
      : 'a lowercase UUID or an OID after urn:uuid: or urn:oid:';
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(reference)) return undefined;
  const relative = /^([A-Za-z]+)(?:\/([^/?]+)(?:\/_history\/[^/]+)?|\?.+)$/.exec(reference);
  if (!relative || !isResourceTypeName(relative[1] as string))
    return 'Type/id with a resource type of R4, or an absolute URL';
  return relative[2] === undefined || ID.test(relative[2]) ? undefined : 'Type/id with an id of R4';
}

/** An Attachment that carries its data and states another size (R4: size is "bytes prior to base64 encoding"). */
export function checkAttachment(value: object): string | undefined {
  const { data, size } = value as { data?: unknown; size?: unknown };
  if (typeof data !== 'string' || typeof size !== 'number') return undefined;
  const packed = data.replace(/\s+/g, '');
  const padding = /={0,2}$/.exec(packed)?.[0].length ?? 0;
  return (packed.length / 4) * 3 - padding === size ? undefined : 'the size of the data';
}

/** An entry of a Bundle of type `bundleType`: its fullUrl is absolute, and what a search found has an id (R4 section 2.36.4). */
export function checkBundleEntry(value: object, bundleType: unknown): string | undefined {
  const { fullUrl, resource } = value as {
    fullUrl?: unknown;
    resource?: { id?: unknown; resourceType?: unknown };
    search?: { mode?: unknown };
  };
  if (typeof fullUrl === 'string' && !/^(?:urn:(?:uuid|oid):|[a-z][a-z0-9+.-]*:\/\/)/i.test(fullUrl))
    return 'an absolute fullUrl';
  if (
    bundleType === 'searchset' &&
    resource !== undefined &&
    resource.resourceType !== 'OperationOutcome' &&
    resource.id === undefined
  ) {
    return 'an id in every resource that a search found';
  }
  return undefined;
}
