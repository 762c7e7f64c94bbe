/**
 * Open mHealth and IEEE 1752.1 schemas, and what a data point must say by them. Validated by @cfworker/json-schema, which interprets a schema rather than compiling it
 * to code: a page without `unsafe-eval` can use it.
 */
import { dereference, type Schema, validate } from '@cfworker/json-schema';
import { OPEN_MHEALTH_JSON } from './generated/open-mhealth.js';
import { SUPPLEMENT } from './internal/open-mhealth-supplement.js';

/** Name of a schema, as a data point's header has it; `version` is `major.minor`. */
export interface OpenMHealthSchemaId {
  /** `omh` (Open mHealth), `ieee` (IEEE 1752.1) or `granola` (HealthKit samples). */
  readonly namespace: string;
  readonly name: string;
  readonly version: string;
}

/** One way in which a value is not as its schema says; holds no part of the value. */
export interface OpenMHealthFault {
  /** JSON Pointer (RFC 6901) into the value, as a fragment: `#/body_weight/unit`. */
  readonly place: string;
  /** The keyword of JSON Schema that it fails: `required`, `enum`, `type`, … */
  readonly keyword: string;
}

const NAMESPACES = new Set(['omh', 'ieee', 'granola']);
const BASE = 'https://w3id.org/openmhealth/schemas/omh/';

let loaded: Record<string, Schema | boolean> | undefined;

function schemas(): Record<string, Schema | boolean> {
  if (loaded === undefined) {
    const lookup: Record<string, Schema | boolean> = Object.create(null);
    const all = { ...(JSON.parse(OPEN_MHEALTH_JSON) as Record<string, Schema>), ...SUPPLEMENT };
    for (const [name, schema] of Object.entries(all))
      dereference(schema as Schema, lookup, new URL(name, BASE));
    loaded = lookup;
  }
  return loaded;
}

/**
 * What is wrong with a value by its schema; the first fault and what led to it.
 * @param value as parsed from JSON: a data point's body, or a whole data point or header by their own schemas
 * @returns empty where nothing is; undefined where no such schema is known
 */
export function findOpenMHealthFaults(
  id: OpenMHealthSchemaId,
  value: unknown,
): readonly OpenMHealthFault[] | undefined {
  const { namespace, name, version } = id;
  if (!NAMESPACES.has(namespace) || !/^[a-z0-9-]{1,64}$/.test(name) || !/^\d{1,3}\.\d{1,3}$/.test(version))
    return undefined;
  const lookup = schemas();
  const own = namespace === 'ieee' ? lookup[`${BASE}ieee-${name}-${version}`] : undefined;
  const schema = own ?? lookup[`${BASE}${name}-${version}`];
  if (schema === undefined) return undefined;
  // Draft-07 throughout: the generator made draft-04's schemas so.
  const { valid, errors } = validate(value, schema, '7', lookup);
  return valid ? [] : errors.map((e) => ({ place: e.instanceLocation, keyword: e.keyword }));
}
