/**
 * Drug pairs that should not meet, by ingredient. The facts are those of two public lists, for demonstration and not for care; both are more than eight years old and far
 * from complete: silence says nothing.
 *
 * - `onc-high-priority`: Phansalkar S. et al., "High-priority drug-drug interactions for use in electronic health records", J Am Med Inform Assoc 2012;19:735-743, table 1 (the list
 *   that ONC adopted; never to be given together), with the ingredients of the list's public mapping.
 * - `hl7-pddi`: HL7 Potential Drug-Drug Interaction CDS implementation guide: warfarin with NSAIDs, digoxin with cyclosporine (to be weighed, not forbidden).
 *
 * `scripts/generate-interactions.mjs` makes the table from the lists.
 */
import { INTERACTION_TABLE_JSON } from './generated/interactions.js';

/** A public list of interactions. */
export interface InteractionList {
  readonly title: string;
  /** Citation, and where the ingredients come from. */
  readonly source: string;
  /** `contraindicated`: the list says never together. `caution`: the list says to weigh it. */
  readonly kind: 'contraindicated' | 'caution';
}

/** A pair of classes, what happens, and who says so. */
export interface InteractionFact {
  readonly id: string;
  readonly classes: readonly [string, string];
  readonly consequence: string;
  /** Key of {@link INTERACTION_LISTS}. */
  readonly list: string;
}

interface Ingredient {
  readonly synonyms?: readonly string[];
  /** RxNorm codes of the ingredient and its products, separated by spaces. */
  readonly rxnorm?: string;
  /** RxNorm codes of formulations for eye or skin. */
  readonly local?: string;
}

const TABLE = JSON.parse(INTERACTION_TABLE_JSON) as {
  readonly lists: Readonly<Record<string, InteractionList>>;
  readonly ingredients: Readonly<Record<string, Ingredient>>;
  readonly classes: Readonly<Record<string, readonly string[]>>;
  readonly facts: readonly InteractionFact[];
};

/** The lists by key. */
export const INTERACTION_LISTS: ReadonlyMap<string, InteractionList> = new Map(Object.entries(TABLE.lists));

/** The facts. */
export const INTERACTIONS: readonly InteractionFact[] = TABLE.facts;

const MEMBERS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(TABLE.classes).map(([name, list]) => [name, new Set(list)]),
);

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const BY_CODE = new Map<string, { readonly ingredient: string; readonly isLocal: boolean }[]>();
const BY_WORD = new Map<string, { readonly words: readonly string[]; readonly ingredient: string }[]>();
for (const [ingredient, { synonyms = [], rxnorm, local }] of Object.entries(TABLE.ingredients)) {
  for (const [codes, isLocal] of [
    [rxnorm, false],
    [local, true],
  ] as const) {
    for (const code of codes?.split(' ') ?? []) append(BY_CODE, code, { ingredient, isLocal });
  }
  for (const name of [ingredient, ...synonyms]) {
    const words = name.split(' ');
    append(BY_WORD, words[0] as string, { words, ingredient });
  }
}

/** An ingredient that the lists know. */
export interface KnownIngredient {
  /** In RxNorm's English, lower case. */
  readonly name: string;
  /** Whether an RxNorm code of the medication says so, or only its name. */
  readonly by: 'rxnorm' | 'name';
  /** For eye or skin: little of it reaches the blood, and no list speaks of it. */
  readonly isLocal: boolean;
}

/** RxNorm's dose forms that act where they are put. Patches and inhaled medicines are not among them: they reach the blood. */
const LOCAL_FORM = /\b(?:ophthalmic|otic|topical|vaginal (?:cream|gel)|nasal spray)\b/i;

/**
 * The ingredients of a medication that the lists know: by RxNorm code where a public value set has it, and by name where RxNorm's naming (ingredient, strength, form) or a
 * synonym shows it.
 * @returns each ingredient once, in alphabetical order
 */
export function ingredientsOf(
  name: string,
  codes: readonly { readonly system?: string; readonly code: string }[] = [],
): KnownIngredient[] {
  const found = new Map<string, KnownIngredient>();
  const isLocal = LOCAL_FORM.test(name);
  for (const { system, code } of codes) {
    if (system !== RXNORM) continue;
    for (const known of BY_CODE.get(code) ?? [])
      found.set(known.ingredient, {
        name: known.ingredient,
        by: 'rxnorm',
        isLocal: isLocal || known.isLocal,
      });
  }
  const words = name
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((w) => w !== '');
  words.forEach((word, at) => {
    for (const known of BY_WORD.get(word) ?? []) {
      const isThere = known.words.every((w, i) => words[at + i] === w);
      if (isThere && !found.has(known.ingredient))
        found.set(known.ingredient, { name: known.ingredient, by: 'name', isLocal });
    }
  });
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A pair found among medications. */
export interface Interaction {
  readonly fact: InteractionFact;
  readonly list: InteractionList;
  /** The two ingredients, in the order of the fact's classes. */
  readonly ingredients: readonly [string, string];
}

/**
 * Every fact that two different ingredients meet; each pair once per fact, in the order of the facts, then of names.
 * @param ingredients names as {@link ingredientsOf} gives them
 */
export function findInteractions(ingredients: readonly string[]): Interaction[] {
  const known = [...new Set(ingredients)].sort();
  const found: Interaction[] = [];
  for (const fact of INTERACTIONS) {
    const [first, second] = fact.classes.map((c) => MEMBERS.get(c) as ReadonlySet<string>) as [
      ReadonlySet<string>,
      ReadonlySet<string>,
    ];
    const seen = new Set<string>();
    for (const a of known) {
      for (const b of known) {
        const pair = [a, b].sort().join('|');
        if (a === b || !first.has(a) || !second.has(b) || seen.has(pair)) continue;
        seen.add(pair);
        found.push({ fact, list: INTERACTION_LISTS.get(fact.list) as InteractionList, ingredients: [a, b] });
      }
    }
  }
  return found;
}

function append<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
