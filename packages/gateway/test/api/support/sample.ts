/** Something of the form that a route expects, made from the form itself: enough to come past the check of form, with the ids that a test wants in it. */

import fc from 'fast-check';
import { type ZodType, z } from 'zod';

type Schema = Record<string, unknown> & {
  readonly type?: string;
  readonly properties?: Record<string, Schema>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly format?: string;
};

/** Values by the name of the field that they stand in. */
export type Ids = Readonly<Record<string, unknown>>;

/** A value of a form. @throws Error where none was found that the form accepts */
export function sampleOf(schema: ZodType, ids: Ids): unknown {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
  // Refinements are not in the JSON Schema: some of the samples meet them.
  let last: unknown;
  for (let seed = 1; seed <= 20; seed++) {
    const value = build(json, ids, seed, '');
    const parsed = schema.safeParse(value);
    if (parsed.success) return value;
    last = parsed.error.issues[0];
  }
  throw new Error(`no sample: ${JSON.stringify(last)}`);
}

function build(schema: Schema, ids: Ids, seed: number, name: string): unknown {
  if (Object.hasOwn(ids, name)) {
    const wanted = ids[name] as string;
    // The same id travels with and without 0x.
    return schema.pattern?.startsWith('^0x') === true ? `0x${wanted}` : wanted;
  }
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const [one] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
  if (one !== undefined) return build(one, ids, seed, name);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [
          key,
          build(schema.properties?.[key] as Schema, ids, seed, key),
        ]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, (_, i) =>
        build(schema.items ?? {}, ids, seed + i, ''),
      );
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return text(schema, seed);
  }
}

function text({ pattern, format, minLength = 1 }: Schema, seed: number): string {
  if (format === 'date-time') return '2026-01-01T00:00:00Z';
  if (pattern !== undefined) {
    const [found] = fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 1, seed });
    if (found !== undefined) return found;
  }
  return seed % 2 === 0 ? 'a'.repeat(minLength) : '2026-01-01T00:00:00Z';
}
