import { isPrimitive, isResourceTypeName, type Property, propertiesOf } from './internal/fhir-schema.js';

/** Whether `type` is a concrete resource type of FHIR R4. */
export function isR4ResourceType(type: string): boolean {
  return isResourceTypeName(type);
}

/** A place in a resource that {@link walkResource} reached. */
export interface WalkNode {
  readonly value: unknown;
  /** FHIR type code (`Quantity`, `string`, `BackboneElement`, a resource type for a contained resource). */
  readonly type: string;
  /** Path in the definitions: `Observation.value[x]`. */
  readonly elementPath: string;
  readonly property: Property | undefined;
  /** The object or array that holds the value, and where in it: assign there to replace. */
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string | number;
  /** The JSON property's name, also where `key` is an index into its array. */
  readonly name: string;
  readonly parent: WalkNode | undefined;
}

/** What {@link walkResource} calls. */
export interface WalkVisitor {
  /** Every value, before what is inside it; return false to stay out of it. */
  readonly node?: (node: WalkNode) => boolean | undefined;
  /** A JSON property that R4 does not have there. */
  readonly unknown?: (holder: WalkNode, key: string) => void;
}

/** FHIRPath-like path of a node inside its resource: `Observation.component[1].valueQuantity`. */
export function pathOf(node: WalkNode): string {
  if (!node.parent) return node.type;
  const place = `${pathOf(node.parent)}.${node.name}`;
  return typeof node.key === 'number' ? `${place}[${node.key}]` : place;
}

/**
 * Walks over a resource along the R4 definitions, so that every value comes with its FHIR type: what is a name, an
 * identifier, narrative or a reference is known by type, in extensions and contained resources as well.
 * Unknown properties are reported and not entered. Cost: linear in the size of the resource; no validation.
 * @param resource JSON object with a `resourceType`; one that is no R4 type yields only its root node
 */
export function walkResource(resource: object, visitor: WalkVisitor): void {
  const root: WalkNode = {
    value: resource,
    type: String((resource as { resourceType?: unknown }).resourceType),
    elementPath: String((resource as { resourceType?: unknown }).resourceType),
    property: undefined,
    holder: [resource],
    key: 0,
    name: '',
    parent: undefined,
  };
  if (visitor.node?.(root) !== false) enter(root, root.type, visitor);
}

function enter(node: WalkNode, tableName: string, visitor: WalkVisitor): void {
  const table = propertiesOf(tableName);
  const holder = node.value as Record<string, unknown>;
  if (!table || typeof holder !== 'object' || holder === null) return;
  for (const key of Object.keys(holder)) {
    if (key === 'resourceType') continue;
    let property = table.get(key);
    if (!property && key.startsWith('_')) {
      const partner = table.get(key.slice(1));
      if (partner && isPrimitive(partner.type)) {
        property = { ...partner, type: 'Element', binding: undefined, innerPath: undefined };
      }
    }
    if (!property) {
      visitor.unknown?.(node, key);
      continue;
    }
    const value = holder[key];
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) {
        visit(childOf(node, value[i], property, value, i, key), visitor);
      }
    } else visit(childOf(node, value, property, holder, key, key), visitor);
  }
}

function childOf(
  parent: WalkNode,
  value: unknown,
  property: Property,
  holder: Record<string, unknown> | unknown[],
  key: string | number,
  name: string,
): WalkNode {
  let type = property.type;
  if (type === 'Resource') {
    const named = (value as { resourceType?: unknown } | null)?.resourceType;
    if (typeof named === 'string' && isResourceTypeName(named)) type = named;
  }
  return { value, type, elementPath: property.elementPath, property, holder, key, name, parent };
}

function visit(node: WalkNode, visitor: WalkVisitor): void {
  if (visitor.node?.(node) === false) return;
  if (typeof node.value !== 'object' || node.value === null) return;
  enter(node, node.property?.innerPath ?? node.type, visitor);
}
