import { compareInstants, type Instant, parseInstant } from '@twinseal/record';
import { foldLane, type LanePart } from './fold-lane.js';
import { canonicalText } from './internal/canonical-text.js';
import { type Master, type MasterEntry, mergeLanes, type Provenance } from './merge-lanes.js';

/**
 * The master as it was known at a past moment: only statements recorded by then. Needs the parts, for a fold keeps winners only.
 * @param parts every opened and verified part of the lanes
 * @param at RFC 3339
 * @throws RecordError `time` where a time is none
 */
export function masterAt(parts: readonly LanePart[], at: string): Master {
  const limit = parseInstant(at);
  const known = (time: string): boolean => compareInstants(instantOf(time), limit) <= 0;
  // Positions decide ties (REC-18), so what was not known yet is cut out after numbering, not before.
  return mergeLanes([foldLane(parts, ({ recordedTime }) => known(recordedTime))]);
}

const instants = new Map<string, Instant>();

/** Few recorded times stand on many statements. */
function instantOf(time: string): Instant {
  let instant = instants.get(time);
  if (instant === undefined) {
    instant = parseInstant(time);
    if (instants.size > 10_000) instants.clear();
    instants.set(time, instant);
  }
  return instant;
}

/** One field that differs. */
export interface FieldChange {
  /** Path inside the resource, `valueQuantity.value`. */
  readonly path: string;
  /** Absent: was not there, or is not there any more. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** One difference between two masters; provenance names lane (author, module), instance (seq) and source handle. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly resourceType: string;
  /** Handle, author and system that identify the statement on both sides. */
  readonly handle: string;
  readonly before?: readonly Provenance[];
  readonly after?: readonly Provenance[];
  /** Of a change, every field that differs; empty where something only moved between instances. */
  readonly fields: readonly FieldChange[];
}

/**
 * What changed from one master to another, by statement identity (author, source system, handle); in the order of handles.
 * Joining or parting of duplicates is no change by itself: what each lane says is compared.
 */
export function diffMasters(
  before: Pick<Master, 'slots' | 'entries'>,
  after: Pick<Master, 'slots' | 'entries'>,
): Difference[] {
  const [old, now] = [byIdentity(before.entries), byIdentity(after.entries)];
  const out: Difference[] = [];
  for (const [key, was] of old) {
    const is = now.get(key);
    if (is === undefined) out.push({ ...base(was), kind: 'removed', before: was.provenance, fields: [] });
    else if (canonicalText(was.resource) !== canonicalText(is.resource)) {
      out.push({
        ...base(is),
        kind: 'changed',
        before: was.provenance,
        after: is.provenance,
        fields: fieldChanges(was.resource, is.resource, ''),
      });
    }
  }
  for (const [key, is] of now) {
    if (!old.has(key)) out.push({ ...base(is), kind: 'added', after: is.provenance, fields: [] });
  }
  const rank = (d: Difference): string => `${d.handle} ${(d.after ?? d.before)?.[0]?.author ?? ''}`;
  return out.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

interface Stated {
  readonly resource: MasterEntry['resource'];
  readonly provenance: readonly Provenance[];
}

function byIdentity(entries: readonly MasterEntry[]): Map<string, Stated> {
  const out = new Map<string, { resource: MasterEntry['resource']; provenance: Provenance[] }>();
  for (const entry of entries) {
    for (const p of entry.provenance) {
      const key = `${p.author}\n${p.system}\n${p.handle}`;
      const held = out.get(key);
      if (held) held.provenance.push(p);
      else out.set(key, { resource: entry.resource, provenance: [p] });
    }
  }
  return out;
}

function base(s: Stated): Pick<Difference, 'resourceType' | 'handle'> {
  return { resourceType: s.resource.resourceType, handle: s.provenance[0]?.handle ?? '' };
}

function fieldChanges(before: unknown, after: unknown, path: string): FieldChange[] {
  if (isPlain(before) && isPlain(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap((k) => fieldChanges(before[k], after[k], path === '' ? k : `${path}.${k}`));
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((b, i) => fieldChanges(b, after[i], `${path}[${i}]`));
  }
  if (before !== undefined && after !== undefined && canonicalText(before) === canonicalText(after))
    return [];
  if (before === undefined && after === undefined) return [];
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
