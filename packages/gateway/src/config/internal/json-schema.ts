/** Questions to the configuration's own JSON Schema, so that overrides and suggestions cannot fall behind it. */

import { configJsonSchema } from '../schema.js';

interface Node {
  readonly type?: string;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly oneOf?: readonly Node[];
  readonly anyOf?: readonly Node[];
  readonly description?: string;
}

/** A field that holds a value, not further fields. */
export interface Leaf {
  readonly path: readonly string[];
  readonly type: 'string' | 'number' | 'list';
  readonly description: string;
}

const branchesOf = (node: Node): readonly Node[] => node.oneOf ?? node.anyOf ?? [node];

/** The keys that an object may have at a path; of a choice, those of every branch. */
export function keysAt(path: readonly PropertyKey[]): string[] {
  let nodes: readonly Node[] = [configJsonSchema() as Node];
  for (const key of path) {
    nodes = nodes.flatMap(branchesOf).flatMap(({ properties }) => properties?.[String(key)] ?? []);
  }
  return [...new Set(nodes.flatMap(branchesOf).flatMap(({ properties }) => Object.keys(properties ?? {})))];
}

/** Every field that holds a value, in the order of the schema. */
export function leaves(): Leaf[] {
  const found = new Map<string, Leaf>();
  const walk = (node: Node, path: readonly string[]) => {
    for (const branch of branchesOf(node)) {
      if (branch.properties !== undefined) {
        for (const [key, child] of Object.entries(branch.properties)) walk(child, [...path, key]);
      } else if (!found.has(path.join('.'))) {
        const type =
          branch.type === 'array'
            ? 'list'
            : branch.type === 'number' || branch.type === 'integer'
              ? 'number'
              : 'string';
        found.set(path.join('.'), { path, type, description: branch.description ?? '' });
      }
    }
  };
  walk(configJsonSchema() as Node, []);
  return [...found.values()];
}
