import type { FlagState } from '../flags.js';
import { INTERACTION_LISTS } from '../interactions.js';
import { type ActiveMedication, medicationView } from '../medication-view.js';
import type { MasterEntry } from '../merge-lanes.js';
import type { InteractionsDefinition } from '../module-definition.js';

const DAY_MS = 86_400_000;

/**
 * One raised flag for every listed pair among the active medications; where there is none, one flag that is quiet or, without a recent statement about any medication, missing.
 * A flag that is about what two statements say together is raised as long as both hold: no hysteresis, no duration.
 */
export function judgeInteractions(
  module: string,
  definition: InteractionsDefinition,
  entries: readonly MasterEntry[],
  now: string,
): FlagState[] {
  const { active, heard, interactions } = medicationView(entries, {
    now,
    staleAfterDays: definition.missingAfterDays,
  });
  const lists = definition.lists.map((l) => INTERACTION_LISTS.get(l)?.title ?? l).join(' and ');
  const found = interactions.filter((i) => (definition.lists as readonly string[]).includes(i.fact.list));
  const raised = found.map(({ fact, list, ingredients, medications }): FlagState => {
    const since = medications.map((m) => m.since).sort((a, b) => Date.parse(a) - Date.parse(b))[1] as string;
    const [a, b] = medications.map((m, i) => said(m, ingredients[i] as string)) as [string, string];
    return {
      module,
      flag: `interaction-${fact.id}`,
      title:
        list.kind === 'contraindicated'
          ? 'Medications that should not meet'
          : 'Medications to weigh together',
      severity: list.kind === 'contraindicated' ? 'urgent' : 'warning',
      state: 'raised',
      since,
      why: `${a} and ${b} are both active; the list names ${ingredients.join(' with ')} (${fact.classes.join(' with ')}): ${fact.consequence}.`,
      source: list.source,
      evidence: [],
      unit: '',
      provenance: [...new Set(medications)].flatMap((m) => m.provenance),
    };
  });
  if (raised.length > 0) return raised;
  const isHeard =
    heard !== undefined && Date.parse(now) - Date.parse(heard) <= definition.missingAfterDays * DAY_MS;
  const known = active.filter((m) => m.ingredients.some((i) => !i.isLocal)).length;
  return [
    {
      module,
      flag: 'interactions',
      title: 'Medications that should not meet',
      severity: 'urgent',
      state: isHeard ? 'quiet' : 'missing',
      why: isHeard
        ? `No listed pair among ${active.length} active medication(s) that can be seen here, of which the lists know ${known}. The lists are short: no pair found is not "no interaction".`
        : `No medication was ordered, dispensed, given or stated in the last ${definition.missingAfterDays} days; nothing is said about pairs.`,
      source: `${lists}`,
      evidence: [],
      unit: '',
      provenance: active.flatMap((m) => m.provenance),
    },
  ];
}

function said(m: ActiveMedication, ingredient: string): string {
  const by = m.ingredients.find((i) => i.name === ingredient)?.by === 'rxnorm' ? 'RxNorm code' : 'name';
  return `${m.name} (${ingredient} by ${by}, last confirmed ${m.confirmed.slice(0, 10)}${m.isStale ? ', stale' : ''})`;
}
