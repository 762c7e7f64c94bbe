/**
 * The master twin: what one recipient can open and verify, merged. The state is one slot per (author, module, source key) holding the greatest
 * statement of that key, so joining states is a pointwise maximum in a total order: commutative, associative and idempotent. What is shown (duplicates
 * joined, contradictions marked) is computed from the state and from nothing else, so the same set in any order shows the same master.
 */
import { clinicalTime, type Resource } from '@twinseal/health';
import { compareSlots, type LaneSlot, type LaneState } from './fold-lane.js';
import { codingsOf } from './internal/assign-modules.js';
import { canonicalText } from './internal/canonical-text.js';
import { provenanceOf } from './internal/provenance-of.js';

/** Where an entry of the master comes from. */
export interface Provenance {
  readonly author: string;
  readonly module: string;
  readonly seq: number;
  readonly position: number;
  /** `source.id` of the statement: the resource's handle in its lane. */
  readonly handle: string;
  readonly system: string;
  readonly sourceTime: string;
  readonly recordedTime: string;
}

/** One fact of the master. */
export interface MasterEntry {
  /** Handle of its first provenance; stable for one set of lanes. */
  readonly id: string;
  /** As the first provenance has it. */
  readonly resource: Resource;
  /** All that say the same, sorted by author, module, handle. */
  readonly provenance: readonly Provenance[];
  /** Ids of entries by other authors that speak of the same thing at the same time and say something else. */
  readonly contradicts: readonly string[];
}

/** A master twin. */
export interface Master extends LaneState {
  /** Sorted by clinical time (without one: first), then id. */
  readonly entries: readonly MasterEntry[];
}

/** Merges folded lanes into a master; the order of the lanes and their overlap make no difference. Cost: n log n in slots. */
export function mergeLanes(lanes: readonly LaneState[]): Master {
  const growing = new GrowingMaster();
  for (const lane of lanes) growing.add(lane);
  return growing.master();
}

interface Bucket {
  readonly slots: Map<string, LaneSlot>;
  entries: readonly MasterEntry[];
}

interface Placed {
  readonly entry: MasterEntry;
  readonly ms: number;
}

/** What a master gained and lost; entries are told by identity of the object. */
export interface MasterChange {
  readonly added: readonly MasterEntry[];
  readonly removed: readonly MasterEntry[];
}

/** What came and went since it was last asked for; what came and went in between is neither. */
class Log {
  #added = new Map<MasterEntry, Placed>();
  #removed = new Set<MasterEntry>();

  introduce(placed: Placed): void {
    this.#added.set(placed.entry, placed);
  }

  retire(entry: MasterEntry): void {
    if (!this.#added.delete(entry)) this.#removed.add(entry);
  }

  take(): { added: Placed[]; removed: Set<MasterEntry> } {
    const taken = { added: [...this.#added.values()].sort(comparePlaced), removed: this.#removed };
    this.#added = new Map();
    this.#removed = new Set();
    return taken;
  }
}

/**
 * A master that takes in what is new as it comes. Adding, and telling what it changed, cost in proportion to what is added (and to what shares its codes and time), however
 * much there is already; a whole view costs one pass over the list of entries, and is the same as if everything had been merged at once.
 */
export class GrowingMaster {
  readonly #slots = new Map<string, LaneSlot>();
  readonly #buckets = new Map<string, Bucket>();
  readonly #dirty = new Set<string>();
  readonly #forView = new Log();
  readonly #forChanges = new Log();
  #sorted: Placed[] = [];

  /** Takes in a folded lane, or the fold of some new parts of one. */
  add(lane: LaneState): void {
    for (const [key, slot] of lane.slots) {
      const held = this.#slots.get(key);
      if (held !== undefined) {
        if (held === slot || compareSlots(held, slot) >= 0) continue;
        this.#drop(key, held);
      }
      this.#slots.set(key, slot);
      if (slot.statement.op === 'retract') continue;
      const name = bucketOf(slot.statement.resource as Resource);
      const bucket = this.#buckets.get(name) ?? { slots: new Map<string, LaneSlot>(), entries: [] };
      this.#buckets.set(name, bucket);
      bucket.slots.set(key, slot);
      this.#dirty.add(name);
    }
  }

  /**
   * What changed since it was last asked (the first time: everything), both in the order of a master. An entry of which another author now says the same or otherwise is removed and added
   * in its new form.
   */
  changes(): MasterChange {
    this.#refresh();
    const { added, removed } = this.#forChanges.take();
    return { added: added.map((p) => p.entry), removed: [...removed] };
  }

  /** The master as it is now; later additions do not change it. */
  master(): Master {
    this.#refresh();
    const { added, removed } = this.#forView.take();
    if (added.length > 0 || removed.size > 0) this.#sorted = mergeSorted(this.#sorted, added, removed);
    return { slots: new Map(this.#slots), entries: this.#sorted.map((p) => p.entry) };
  }

  #drop(key: string, slot: LaneSlot): void {
    if (slot.statement.op === 'retract') return;
    const name = bucketOf(slot.statement.resource as Resource);
    this.#buckets.get(name)?.slots.delete(key);
    this.#dirty.add(name);
  }

  #refresh(): void {
    for (const name of this.#dirty) {
      const bucket = this.#buckets.get(name) as Bucket;
      for (const entry of bucket.entries) {
        this.#forView.retire(entry);
        this.#forChanges.retire(entry);
      }
      bucket.entries = entriesOf(bucket.slots.values());
      for (const entry of bucket.entries) {
        const ms = Date.parse(clinicalTime(entry.resource) ?? '');
        const placed = { entry, ms: Number.isNaN(ms) ? -Infinity : ms };
        this.#forView.introduce(placed);
        this.#forChanges.introduce(placed);
      }
      if (bucket.slots.size === 0) this.#buckets.delete(name);
    }
    this.#dirty.clear();
  }
}

function mergeSorted(
  old: readonly Placed[],
  added: readonly Placed[],
  removed: ReadonlySet<MasterEntry>,
): Placed[] {
  const merged: Placed[] = [];
  let next = 0;
  for (const placed of old) {
    if (removed.has(placed.entry)) continue;
    for (; next < added.length && comparePlaced(added[next] as Placed, placed) < 0; next++)
      merged.push(added[next] as Placed);
    merged.push(placed);
  }
  for (; next < added.length; next++) merged.push(added[next] as Placed);
  return merged;
}

function comparePlaced(a: Placed, b: Placed): number {
  return (a.ms === b.ms ? 0 : a.ms - b.ms) || compareIds(a.entry, b.entry);
}

/** Resources that can be duplicates or contradictions of each other share a bucket. */
function bucketOf(resource: Resource): string {
  return factKey(resource) ?? contentKey(resource);
}

function entriesOf(slots: Iterable<LaneSlot>): MasterEntry[] {
  const groups = new Map<string, LaneSlot[]>();
  for (const slot of slots) {
    const key = contentKey(slot.statement.resource as Resource);
    const group = groups.get(key);
    if (group) group.push(slot);
    else groups.set(key, [slot]);
  }
  const drafts = [...groups.values()].flatMap(factsOf).map((fact) => {
    const sorted = fact.map((slot) => ({ slot, provenance: provenanceOf(slot) }));
    sorted.sort((a, b) => compareProvenance(a.provenance, b.provenance));
    const first = sorted[0] as (typeof sorted)[number];
    const resource = first.slot.statement.resource as Resource;
    return {
      id: first.provenance.handle,
      resource,
      provenance: sorted.map((s) => s.provenance),
      contradicts: [] as string[],
    };
  });
  const isFact = drafts[0] !== undefined && factKey(drafts[0].resource) !== undefined;
  if (!isFact || drafts.length < 2) return drafts;
  for (const a of drafts) {
    // Within one lane two values at one time are two measurements; a contradiction takes two authors.
    const authors = new Set(a.provenance.map((p) => p.author));
    for (const b of drafts) {
      const saysElse = contentKey(a.resource) !== contentKey(b.resource);
      if (saysElse && !b.provenance.some((p) => authors.has(p.author))) a.contradicts.push(b.id);
    }
    a.contradicts.sort();
  }
  return drafts;
}

/**
 * The facts in slots of equal content. One author's two resources are two facts even where they say the same (two equal doses in one minute), while what two
 * authors say equally is one; so the n-th of one author is joined with the n-th of another, each author's in the order of its handles.
 */
function factsOf(group: readonly LaneSlot[]): LaneSlot[][] {
  const byAuthor = new Map<string, Map<string, LaneSlot[]>>();
  for (const slot of group) {
    const resources = byAuthor.get(slot.author) ?? new Map<string, LaneSlot[]>();
    byAuthor.set(slot.author, resources);
    const { system, id } = slot.statement.source;
    const key = `${id}\n${system}`;
    const modules = resources.get(key);
    if (modules) modules.push(slot);
    else resources.set(key, [slot]);
  }
  const facts: LaneSlot[][] = [];
  for (const resources of byAuthor.values()) {
    const inOrder = [...resources].sort(([a], [b]) => compareText(a, b));
    inOrder.forEach(([, slots], n) => {
      const fact = facts[n];
      if (fact) fact.push(...slots);
      else facts.push([...slots]);
    });
  }
  return facts;
}

const contentKeys = new WeakMap<object, string>();
const factKeys = new WeakMap<object, { readonly key: string | undefined }>();

/**
 * What a resource says, apart from where it is kept: ids, versions and references differ from lane to lane (handles are keyed by lane) and are left out.
 * Two resources with one content key are one fact told twice. Resources that say nothing but links (no code, no value) are told apart by id.
 */
function contentKey(resource: Resource): string {
  let key = contentKeys.get(resource);
  if (key === undefined) {
    const { id, meta, ...rest } = resource as Resource & { meta?: unknown };
    key = factKey(resource) === undefined ? `id ${id}` : canonicalText(withoutReferences(rest));
    contentKeys.set(resource, key);
  }
  return key;
}

function withoutReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutReferences);
  if (typeof value !== 'object' || value === null) return value;
  const out: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'reference' && typeof inner === 'string') continue;
    out[name] = withoutReferences(inner);
  }
  return out;
}

const FACT_TYPES = new Set([
  'Observation',
  'Condition',
  'AllergyIntolerance',
  'Immunization',
  'Procedure',
  'MedicationRequest',
  'MedicationStatement',
  'MedicationAdministration',
  'MedicationDispense',
]);

/** What a resource speaks of: type, codes and time; undefined for types whose like are told apart by id only. */
function factKey(resource: Resource): string | undefined {
  let held = factKeys.get(resource);
  if (held === undefined) {
    held = { key: computeFactKey(resource) };
    factKeys.set(resource, held);
  }
  return held.key;
}

function computeFactKey(resource: Resource): string | undefined {
  if (!FACT_TYPES.has(resource.resourceType)) return undefined;
  const codes = codingsOf(resource.code ?? resource.medicationCodeableConcept ?? resource.vaccineCode)
    .map((c) => `${c.system ?? ''}|${c.code}`)
    .sort();
  const time = clinicalTime(resource);
  if (codes.length === 0 || time === undefined) return undefined;
  return JSON.stringify([resource.resourceType, codes, Date.parse(time)]);
}

function compareProvenance(a: Provenance, b: Provenance): number {
  return (
    compareText(a.author, b.author) ||
    compareText(a.module, b.module) ||
    compareText(a.handle, b.handle) ||
    compareText(a.system, b.system)
  );
}

/** No two entries compare equal: a slot's author, module and source key are in one entry only. */
function compareIds(a: MasterEntry, b: MasterEntry): number {
  return (
    compareText(a.id, b.id) || compareProvenance(a.provenance[0] as Provenance, b.provenance[0] as Provenance)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
