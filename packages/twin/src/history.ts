import type { Resource } from '@twinseal/health';
import { compareInstants, type Instant, parseInstant } from '@twinseal/record';
import { differingLeaves, leaves } from './fields.js';
import { foldLane, type LanePart, type LaneSlot } from './fold-lane.js';
import { canonicalText } from './internal/canonical-text.js';
import { provenanceOf } from './internal/provenance-of.js';
import { type Master, mergeLanes, type Provenance } from './merge-lanes.js';

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

/** One field that differs, and the statement that says so. */
export interface FieldChange {
  /** Path inside the resource, `valueQuantity.value`. */
  readonly path: string;
  /** Absent: was not there, or is not there any more. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** Lane (author, module), instance (seq) and handle of the statement that says it now; of a field or resource that went, of the one that said it last. */
  readonly statedBy: Provenance;
}

/** One difference between two masters; provenance names lane (author, module), instance (seq) and source handle. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly resourceType: string;
  /** Handle, author and system that identify the statement on both sides. */
  readonly handle: string;
  readonly before?: readonly Provenance[];
  readonly after?: readonly Provenance[];
  /** Of a change every field that differs, of the others every field. */
  readonly fields: readonly FieldChange[];
}

/**
 * What changed from one master to another, by statement identity (author, source system, handle); in the order of handles.
 * What each lane says is compared, so that joining or parting of duplicates, and moving between instances, are no changes.
 */
export function diffMasters(before: Pick<Master, 'slots'>, after: Pick<Master, 'slots'>): Difference[] {
  const [old, now] = [byIdentity(before), byIdentity(after)];
  const out: Difference[] = [];
  for (const [key, was] of old) {
    const is = now.get(key);
    if (is === undefined)
      out.push({ ...base(was), kind: 'removed', before: was.provenance, fields: all(was, 'before') });
    else if (canonicalText(was.resource) !== canonicalText(is.resource)) {
      const statedBy = is.provenance[0] as Provenance;
      out.push({
        ...base(is),
        kind: 'changed',
        before: was.provenance,
        after: is.provenance,
        fields: differingLeaves(was.resource, is.resource).map((f) => ({ ...f, statedBy })),
      });
    }
  }
  for (const [key, is] of now) {
    if (!old.has(key))
      out.push({ ...base(is), kind: 'added', after: is.provenance, fields: all(is, 'after') });
  }
  const rank = (d: Difference): string => `${d.handle} ${(d.after ?? d.before)?.[0]?.author ?? ''}`;
  return out.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

interface Stated {
  readonly resource: Resource;
  /** One for each module, in the order of their names. */
  readonly provenance: readonly Provenance[];
}

function byIdentity({ slots }: Pick<Master, 'slots'>): Map<string, Stated> {
  const groups = new Map<string, LaneSlot[]>();
  for (const slot of slots.values()) {
    if (slot.statement.op === 'retract') continue;
    const { system, id } = slot.statement.source;
    const key = `${slot.author}\n${system}\n${id}`;
    const group = groups.get(key);
    if (group) group.push(slot);
    else groups.set(key, [slot]);
  }
  return new Map(
    [...groups].map(([key, group]) => {
      group.sort((a, b) => (a.module < b.module ? -1 : 1));
      const [first] = group as [LaneSlot, ...LaneSlot[]];
      return [key, { resource: first.statement.resource as Resource, provenance: group.map(provenanceOf) }];
    }),
  );
}

function base(s: Stated): Pick<Difference, 'resourceType' | 'handle'> {
  return { resourceType: s.resource.resourceType, handle: s.provenance[0]?.handle ?? '' };
}

function all(s: Stated, side: 'before' | 'after'): FieldChange[] {
  const statedBy = s.provenance[0] as Provenance;
  return leaves(s.resource, '').map(({ path, value }) => ({ path, [side]: value, statedBy }));
}
