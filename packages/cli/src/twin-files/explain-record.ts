/** Everything that can be said about one record: the sorter's decision, the rule in words, lane and instance, what agrees and disagrees, what it counts towards. */

import type { Resource } from '@twinseal/health';
import {
  explainDecision,
  foldLane,
  type MasterEntry,
  type ModuleRegistry,
  measureSeries,
  mergeLanes,
} from '@twinseal/twin';
import { type Decision, previewHandle, type TwinPreview } from './build-twin.js';
import { rounded } from './printable.js';
import { showProvenance, statedBy } from './show-entry.js';

/** The explanation of one record in one lane. */
export interface ExplainedRecord {
  readonly typeAndId: string;
  readonly handle: string;
  readonly file: string;
  readonly lane: string;
  readonly modules: readonly string[];
  readonly reason: string;
  /** The rule in words. */
  readonly rule: readonly string[];
  readonly stripped: Decision['stripped'];
  /** Who says the same, as the master joined it. */
  readonly provenance: readonly ReturnType<typeof statedBy>[];
  readonly contradicts: readonly string[];
  /** Series of the modules that it gives a value to. */
  readonly measures: readonly {
    module: string;
    measure: string;
    value?: number;
    unit: string;
    leftOut?: string;
  }[];
  /** All of it, for a person. */
  readonly lines: readonly string[];
}

/** @param what `Type/id`, or a handle with or without `urn:twinseal:` */
export function explainRecord(preview: TwinPreview, what: string): ExplainedRecord[] {
  const handle = /^[0-9a-f]{32}$/.test(what) ? `urn:twinseal:${what}` : what;
  const found = preview.decisions.filter(
    (d) => d.handle === handle || d.typeAndId === what || supplementsOf(d).includes(handle),
  );
  if (found.length === 0) return [];
  const { entries } = mergeLanes([foldLane(preview.parts)]);
  return found.map((decision) => explainOne(preview.registry, entries, decision));
}

/** What was taken out of a record stands under handles of its own; whoever asks about one means the record. */
function supplementsOf({ author, typeAndId, stripped }: Decision): string[] {
  return [...new Set(stripped.map((each) => each.keptIn))].map((keptIn) =>
    previewHandle(author, `Basic/supplement/${keptIn}/${typeAndId}`),
  );
}

function explainOne(
  registry: ModuleRegistry,
  entries: readonly MasterEntry[],
  decision: Decision,
): ExplainedRecord {
  const { typeAndId, handle, file, author, modules, reason, stripped } = decision;
  const entry = entries.find(({ provenance }) =>
    provenance.some((p) => p.handle === handle && p.author === author),
  );
  const rule = ruleInWords(registry, decision);
  const measures = measuresOf(registry, entry);
  const lines = [
    ...explainDecision(decision),
    ...rule.map((each) => `  ${each}`),
    `It came from ${file} into the lane of ${author}.`,
  ];
  if (entry === undefined) {
    lines.push('In the master a newer statement of the same record holds in its place.');
  } else {
    lines.push(`In the master: ${showProvenance(entry.provenance)}.`);
    const others = new Set(entry.provenance.map((p) => p.author).filter((each) => each !== author));
    if (others.size > 0) lines.push(`Joined with what ${[...others].join(', ')} says equally.`);
    if (entry.contradicts.length > 0)
      lines.push(
        `Others say otherwise about the same thing at the same time: ${entry.contradicts.join(', ')}.`,
      );
  }
  for (const m of measures) {
    lines.push(
      m.leftOut === undefined
        ? `It counts towards ${m.module}/${m.measure} with ${rounded(m.value as number)} ${m.unit}.`
        : `It is left out of ${m.module}/${m.measure}: ${LEFT_OUT[m.leftOut] ?? m.leftOut}.`,
    );
  }
  return {
    typeAndId,
    handle,
    file,
    lane: author,
    modules,
    reason,
    rule,
    stripped,
    provenance: (entry?.provenance ?? []).map(statedBy),
    contradicts: entry?.contradicts ?? [],
    measures,
    lines,
  };
}

const LEFT_OUT: Readonly<Record<string, string>> = {
  unit: 'its unit cannot be converted',
  implausible: 'its value is outside the plausible bounds',
  'no-time': 'it bears no time',
};

/** `glucose@1.0.0 select.0` as: selector 0 of glucose, which takes an Observation with this code. */
function ruleInWords(registry: ModuleRegistry, { reason, resource }: Decision): string[] {
  return [...reason.matchAll(/([a-z][a-z0-9-]*)@[\d.]+ select\.(\d+)/g)].map(([, id, index]) => {
    const selector = registry.get(id as string)?.select[Number(index)];
    const codings = codingsOf(resource);
    const parts = (selector?.codes ?? []).flatMap(({ system, values = [], prefixes = [] }) =>
      codings
        .filter(
          (c) =>
            c.system === system && (values.includes(c.code) || prefixes.some((p) => c.code.startsWith(p))),
        )
        .map(({ code }) => `code ${system}|${code}`),
    );
    if (selector?.category) parts.push(`category ${selector.category.join(' or ')}`);
    if (selector?.where) parts.push(`where ${selector.where}`);
    const by = parts.length === 0 ? '' : ` by ${[...new Set(parts)].join(', ')}`;
    return `${id} takes this ${resource.resourceType}${by} (selector ${index}).`;
  });
}

/** The codings that a module's selectors look at: code, medication, vaccine code, type and category (docs/MODULES.md). */
function codingsOf(resource: Resource): { system?: string; code: string }[] {
  const { code, medicationCodeableConcept, vaccineCode, type, category } = resource;
  return [code, medicationCodeableConcept, vaccineCode, type, category].flat().flatMap((concept) => {
    const { coding } = (concept ?? {}) as { coding?: unknown };
    return Array.isArray(coding) ? (coding as { system?: string; code: string }[]) : [];
  });
}

function measuresOf(registry: ModuleRegistry, entry: MasterEntry | undefined): ExplainedRecord['measures'] {
  if (entry === undefined) return [];
  const out: ExplainedRecord['measures'][number][] = [];
  for (const module of registry.definitions) {
    // A measure takes what it finds by code, whichever of the module's neighbours it was sorted to.
    for (const [id, { points, leftOut, unit }] of measureSeries([entry], module)) {
      for (const { value } of points) out.push({ module: module.id, measure: id, value, unit });
      for (const { reason } of leftOut) out.push({ module: module.id, measure: id, unit, leftOut: reason });
    }
  }
  return out;
}
