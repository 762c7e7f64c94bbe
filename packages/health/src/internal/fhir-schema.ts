/**
 * The R4 definitions (src/generated) in two forms, both made when first needed: tables for our own walk over resources, and
 * StructureDefinitions for Medplum's validator, which keeps them in a registry of its own (global to the process, idempotent).
 */
import { loadDataType } from '@medplum/core';
import type { StructureDefinition } from '@medplum/fhirtypes';
import { FHIR_R4_JSON } from '../generated/fhir-r4.js';

type TypeEntry = string | [code: string, targets: string[]];
type ElementEntry = [
  suffix: string,
  min: number,
  max: string,
  baseMax: string,
  types: TypeEntry[],
  constraints: number[],
  contentReference: string | 0,
  binding: string | 0,
];
type DefinitionEntry = [
  name: string,
  type: string,
  url: string,
  kind: string,
  root: string,
  elements: ElementEntry[],
];

interface Definitions {
  readonly base: string;
  readonly types: readonly DefinitionEntry[];
  readonly constraints: readonly [key: string, severity: 'error' | 'warning', expression: string][];
  readonly bindings: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** One property of a FHIR type as JSON has it (`value[x]` stands as `valueQuantity`, `valueString`, …). */
export interface Property {
  /** Path in the definition, `Observation.value[x]`. */
  readonly elementPath: string;
  /** FHIR type code; `Resource` for contained ones. */
  readonly type: string;
  readonly isArray: boolean;
  readonly min: number;
  /** Properties of an inner (backbone) type, by the path under which its table is kept. */
  readonly innerPath: string | undefined;
  /** Required binding: system → codes. */
  readonly binding: ReadonlyMap<string, ReadonlySet<string>> | undefined;
}

export type PropertyTable = ReadonlyMap<string, Property>;

let definitions: Definitions | undefined;
let byName: Map<string, DefinitionEntry> | undefined;
const tables = new Map<string, Map<string, Property>>();
const compiled = new Set<string>();
const loaded = new Set<string>();
const bindingSets = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();

function all(): Definitions {
  definitions ??= JSON.parse(FHIR_R4_JSON) as Definitions;
  return definitions;
}

function entryOf(type: string): DefinitionEntry | undefined {
  byName ??= new Map(all().types.map((t) => [t[0], t]));
  return byName.get(type);
}

/** Whether `type` is a concrete R4 resource type. */
export function isResourceTypeName(type: string): boolean {
  return (
    entryOf(type)?.[3] === 'resource' &&
    type !== 'Resource' &&
    type !== 'DomainResource' &&
    type !== 'MetadataResource'
  );
}

/** Whether `type` is one of FHIR's primitive types (or FHIRPath's String, which definitions use for ids). */
export function isPrimitive(type: string): boolean {
  return type.startsWith('http://hl7.org/fhirpath/') || entryOf(type)?.[3] === 'primitive-type';
}

function bindingOf(name: string | 0): ReadonlyMap<string, ReadonlySet<string>> | undefined {
  if (name === 0) return undefined;
  let sets = bindingSets.get(name);
  if (!sets) {
    sets = new Map(
      Object.entries(all().bindings[name] ?? {}).map(([system, codes]) => [system, new Set(codes)]),
    );
    bindingSets.set(name, sets);
  }
  return sets;
}

function compile(type: string): void {
  compiled.add(type);
  const entry = entryOf(type);
  if (!entry) return;
  const [, , , , root, elements] = entry;
  const withChildren = new Set(elements.map((e) => e[0].slice(0, e[0].lastIndexOf('.'))));
  const tableOf = (path: string): Map<string, Property> => {
    let table = tables.get(path);
    if (!table) {
      table = new Map();
      tables.set(path, table);
    }
    return table;
  };
  tableOf(type);
  for (const [suffix, min, max, baseMax, types, , contentReference, binding] of elements) {
    if (suffix === '') continue;
    const dot = suffix.lastIndexOf('.');
    const table = tableOf(`${type}${suffix.slice(0, dot)}`);
    const name = suffix.slice(dot + 1);
    const common = {
      elementPath: `${root}${suffix}`,
      isArray: (baseMax || max) !== '1' && (baseMax || max) !== '0',
      min,
      binding: bindingOf(binding),
    };
    if (contentReference !== 0) {
      const innerPath = contentReference.slice(contentReference.indexOf('#') + 1);
      table.set(name, { ...common, type: 'BackboneElement', innerPath });
      continue;
    }
    for (const t of types) {
      const code = typeof t === 'string' ? t : t[0];
      const innerPath = withChildren.has(suffix) && !name.endsWith('[x]') ? `${type}${suffix}` : undefined;
      const key = name.endsWith('[x]')
        ? `${name.slice(0, -3)}${code[0]?.toUpperCase()}${code.slice(1)}`
        : name;
      table.set(key, { ...common, type: code, innerPath });
    }
  }
}

/** The properties of a resource type, data type, or inner type (`Observation.component`); undefined where R4 knows none. */
export function propertiesOf(typeOrPath: string): PropertyTable | undefined {
  const dot = typeOrPath.indexOf('.');
  const type = dot === -1 ? typeOrPath : typeOrPath.slice(0, dot);
  if (!compiled.has(type)) compile(type);
  return tables.get(typeOrPath);
}

function toStructureDefinition([
  name,
  type,
  url,
  kind,
  root,
  elements,
]: DefinitionEntry): StructureDefinition {
  const { base, constraints } = all();
  return {
    resourceType: 'StructureDefinition',
    name,
    type,
    url: `${base}${url}`,
    kind,
    status: 'active',
    abstract: false,
    snapshot: {
      element: elements.map(([suffix, min, max, baseMax, types, ids, contentReference]) => ({
        id: `${root}${suffix}`,
        path: `${root}${suffix}`,
        min,
        max,
        base: { path: `${root}${suffix}`, min, max: baseMax || max },
        type: types.map((t) =>
          typeof t === 'string'
            ? { code: t }
            : {
                code: t[0],
                targetProfile: t[1].map((p) => (p.startsWith('http') ? p : `${base}${p}`)),
              },
        ),
        // ras-2 is true of a prediction without a probability; Medplum evaluates it to nothing and takes that for false. It is in format-checks' caller.
        constraint: ids
          .filter((i) => constraints[i]?.[0] !== 'ras-2')
          .map((i) => {
            const [key, severity, expression] = constraints[i] as [string, 'error' | 'warning', string];
            return { key, severity, expression, human: '' };
          }),
        ...(contentReference !== 0 ? { contentReference } : {}),
      })),
    },
  } as StructureDefinition;
}

/** Puts a resource type, and once all data types, into Medplum's registry. */
export function loadForValidation(resourceType: string): void {
  if (loaded.size === 0) {
    for (const entry of all().types) {
      if (entry[3] !== 'resource' && entry[3] !== 'primitive-type')
        loadDataType(toStructureDefinition(entry));
    }
  }
  if (loaded.has(resourceType)) return;
  loaded.add(resourceType);
  const entry = entryOf(resourceType);
  if (entry) loadDataType(toStructureDefinition(entry));
}
