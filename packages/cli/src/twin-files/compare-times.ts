/** The difference between the master at two past moments, as changes that a person can read and a program can follow back. */

import { clinicalTime } from '@twinseal/health';
import {
  diffMasters,
  type LanePart,
  type MasterEntry,
  masterAt,
  type Provenance,
  timeline,
} from '@twinseal/twin';
import { statedBy } from './show-entry.js';

export type StatedBy = ReturnType<typeof statedBy>;

/** One changed field, and the statement that says it now (of a field that went, the one that said it last). */
export interface ChangedField {
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly statedBy?: StatedBy;
}

/** One record that differs. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly resourceType: string;
  readonly handle: string;
  readonly title: string;
  /** When it happened, RFC 3339. */
  readonly time?: string;
  /** Lane, instance and author of the statements that hold now (of a removed record: that held). */
  readonly provenance: readonly StatedBy[];
  /** Of an added or removed record: all of its fields. */
  readonly fields: readonly ChangedField[];
}

/** Compares; changes come in the order of their clinical time. @throws RecordError `time` where a time is none */
export function compareTimes(
  parts: readonly LanePart[],
  from: string,
  to: string,
  modules: readonly string[] | undefined,
): Change[] {
  const [before, after] = [masterAt(parts, from), masterAt(parts, to)];
  const byHandle = (entries: readonly MasterEntry[]) =>
    new Map(entries.flatMap((e) => e.provenance.map((p) => [keyOf(p), e] as const)));
  const [was, is] = [byHandle(before.entries), byHandle(after.entries)];
  const changes = diffMasters(before, after).flatMap((d): Change[] => {
    const provenance = (d.after ?? d.before ?? []) as readonly Provenance[];
    if (modules !== undefined && !provenance.some((p) => modules.includes(p.module))) return [];
    const first = provenance[0] as Provenance;
    const key = keyOf(first);
    const entry = (d.kind === 'removed' ? was : is).get(key) as MasterEntry;
    const time = clinicalTime(entry.resource);
    const by = statedBy(first);
    const bare =
      d.kind === 'changed'
        ? d.fields
        : fieldsOf(entry.resource).map(({ path, value }) => ({
            path,
            ...(d.kind === 'added' ? { after: value } : { before: value }),
          }));
    return [
      {
        kind: d.kind,
        resourceType: d.resourceType,
        handle: d.handle,
        title: titleOf(entry),
        ...(time === undefined ? {} : { time }),
        provenance: provenance.map(statedBy),
        fields: bare.map((field) => ({ ...field, statedBy: by })),
      },
    ];
  });
  const ms = (change: Change): number => (change.time === undefined ? -Infinity : Date.parse(change.time));
  return changes
    .map((change) => ({ change, at: ms(change) }))
    .sort((a, b) => (a.at === b.at ? 0 : a.at - b.at))
    .map(({ change }) => change);
}

function keyOf({ author, system, handle }: Provenance): string {
  return `${author}\n${system}\n${handle}`;
}

/** As the timeline calls it; what is no event there (a person, a place) goes by its type. */
function titleOf(entry: MasterEntry): string {
  const [line] = timeline({ entries: [entry] });
  if (line === undefined) {
    const { resource } = entry;
    return JSON.stringify(resource.code ?? null).includes('"urn:twinseal:supplement"')
      ? 'Names, identifiers and texts taken out of another record'
      : resource.resourceType;
  }
  return line.detail === '' ? line.title : `${line.title}: ${line.detail}`;
}

function fieldsOf(value: unknown, path = ''): { path: string; value: unknown }[] {
  if (Array.isArray(value)) return value.flatMap((inner, i) => fieldsOf(inner, `${path}[${i}]`));
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([name, inner]) =>
    fieldsOf(inner, path === '' ? name : `${path}.${name}`),
  );
}
