import { canonicalText } from './internal/canonical-text.js';
import type { MasterEntry, Provenance } from './merge-lanes.js';

/** One field of an entry, and every statement that says it. */
export interface MasterField {
  /** Path inside the resource, `valueQuantity.value`, `code.coding[0].code`. */
  readonly path: string;
  readonly value: unknown;
  /** Lane (author, module), instance (seq) and handle of all that say so, at least one. */
  readonly statedBy: readonly Provenance[];
}

/**
 * Every field of an entry with who says it. What joined statements share is said by all of them; id, meta and references are each lane's own, and here those of the
 * first: they are said by the statements under its handle alone.
 */
export function fieldsOf(entry: Pick<MasterEntry, 'resource' | 'provenance'>): MasterField[] {
  const [first] = entry.provenance;
  const own = entry.provenance.filter((p) => p.author === first?.author && p.handle === first.handle);
  return leaves(entry.resource, '').map(({ path, value }) => ({
    path,
    value,
    statedBy: isOwn(path) ? own : entry.provenance,
  }));
}

/** What a merge leaves out when it compares (see merge-lanes). */
function isOwn(path: string): boolean {
  return path === 'id' || /^meta(?:\.|\[|$)/.test(path) || /(?:^|\.)reference$/.test(path);
}

/** The values at the ends of a JSON tree; an empty array or object is one. */
export function leaves(value: unknown, path: string): { path: string; value: unknown }[] {
  if (Array.isArray(value) && value.length > 0)
    return value.flatMap((inner, i) => leaves(inner, `${path}[${i}]`));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [{ path, value }];
  const members = Object.entries(value).filter(([, inner]) => inner !== undefined);
  if (members.length === 0) return [{ path, value }];
  return members.flatMap(([name, inner]) => leaves(inner, path === '' ? name : `${path}.${name}`));
}

/** The leaves in which two trees differ, in the order of paths; lists of other lengths differ as a whole. */
export function differingLeaves(
  before: unknown,
  after: unknown,
  path = '',
): { path: string; before?: unknown; after?: unknown }[] {
  if (isPlain(before) && isPlain(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap((k) => differingLeaves(before[k], after[k], path === '' ? k : `${path}.${k}`));
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return before.flatMap((b, i) => differingLeaves(b, after[i], `${path}[${i}]`));
  if (before === undefined && after === undefined) return [];
  if (before !== undefined && after !== undefined && canonicalText(before) === canonicalText(after))
    return [];
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
