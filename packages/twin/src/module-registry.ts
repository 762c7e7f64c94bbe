import type { Resource } from '@twinseal/health';
import { codingsOf } from './internal/assign-modules.js';
import type { RestrictedReason } from './internal/classify-restricted.js';
import {
  holds,
  type ModuleDefinition,
  matchesCodes,
  parseModuleDefinition,
  type Selector,
} from './module-definition.js';
import { STANDARD_MODULES } from './standard-modules.js';
import { TwinError } from './twin-error.js';

/** Which modules take a resource, and by which rule. */
export interface Selection {
  readonly modules: readonly string[];
  readonly rule: string;
}

/** Modules that the sorter itself relies on; a definition of a user may add to what they measure but not take their name. */
const RESERVED = new Set(['identity', 'restricted', 'other']);

/**
 * The modules in force. Immutable: adding one while the system runs gives a new registry, and content that was sorted before stays where it is until it
 * is sorted again.
 */
export class ModuleRegistry {
  readonly #byId: ReadonlyMap<string, ModuleDefinition>;
  readonly #byType: ReadonlyMap<
    string,
    readonly { module: ModuleDefinition; index: number; selector: Selector }[]
  >;

  private constructor(definitions: readonly ModuleDefinition[]) {
    this.#byId = new Map(definitions.map((d) => [d.id, d]));
    const byType = new Map<string, { module: ModuleDefinition; index: number; selector: Selector }[]>();
    for (const module of definitions) {
      module.select.forEach((selector, index) => {
        const list = byType.get(selector.resource) ?? [];
        byType.set(selector.resource, list);
        list.push({ module, index, selector });
      });
    }
    this.#byType = byType;
  }

  /** The standard modules. */
  static standard(): ModuleRegistry {
    return new ModuleRegistry(STANDARD_MODULES);
  }

  /** In the order in which they were added. */
  get definitions(): readonly ModuleDefinition[] {
    return [...this.#byId.values()];
  }

  get(id: string): ModuleDefinition | undefined {
    return this.#byId.get(id);
  }

  /**
   * A registry with one definition more, or with a newer revision of one.
   * @param json from outside, checked by {@link parseModuleDefinition}
   * @throws TwinError `module-definition`; `module-revision` where the id is taken by the same or a newer revision, or is identity, restricted or other
   */
  with(json: unknown): ModuleRegistry {
    const definition = parseModuleDefinition(json);
    const held = this.#byId.get(definition.id);
    if (RESERVED.has(definition.id)) {
      throw new TwinError('module-revision', `module ${definition.id}: the name is Twinseal's own`);
    }
    if (held && compareRevisions(definition.revision, held.revision) <= 0) {
      throw new TwinError(
        'module-revision',
        `module ${definition.id}: revision ${held.revision} is in force; expected a greater one`,
      );
    }
    const others = [...this.#byId.values()].filter((d) => d.id !== definition.id);
    return new ModuleRegistry([...others, definition]);
  }

  /** Where a resource that is not protected goes; to `other` where no module selects it. */
  select(resource: Resource): Selection {
    const codings = codingsOfResource(resource);
    const categories = (Array.isArray(resource.category) ? resource.category : [resource.category])
      .flatMap(codingsOf)
      .map((c) => c.code);
    const hits: { id: string; index: number; isExclusive: boolean }[] = [];
    for (const { module, index, selector } of this.#byType.get(resource.resourceType) ?? []) {
      if (hits.at(-1)?.id === module.id) continue;
      if (selector.codes && !matchesCodes(codings, selector.codes)) continue;
      if (selector.category && !selector.category.some((c) => categories.includes(c))) continue;
      if (selector.where !== undefined && !holds(selector.where, resource)) continue;
      hits.push({ id: module.id, index, isExclusive: module.exclusive === true });
    }
    const exclusive = hits.find((h) => h.isExclusive);
    const taken = exclusive ? [exclusive] : hits;
    if (taken.length === 0)
      return { modules: ['other'], rule: `no module selects this ${resource.resourceType}` };
    return {
      modules: taken.map((h) => h.id),
      rule: taken.map((h) => `${h.id}@${this.#byId.get(h.id)?.revision} select.${h.index}`).join(', '),
    };
  }

  /** Where a protected resource goes: to the module of its category if it has exactly one and a module claims that, else to `restricted`. */
  selectRestricted(reason: RestrictedReason): Selection {
    const rule = `restricted: ${reason.rule} (${reason.detail})`;
    const [category] = reason.categories;
    if (!reason.isMixed && category !== undefined) {
      const module = [...this.#byId.values()].find(
        (d) => d.id !== 'restricted' && d.restricted?.includes(category),
      );
      if (module) return { modules: [module.id], rule };
    }
    return { modules: ['restricted'], rule };
  }
}

/** The codings by which a resource says what it is about: code, medication, vaccineCode, type, category. */
export function codingsOfResource(resource: Resource): { system?: string; code: string; display?: string }[] {
  return [
    resource.code,
    resource.medicationCodeableConcept,
    resource.vaccineCode,
    resource.type,
    resource.category,
  ].flatMap((c) => (Array.isArray(c) ? c.flatMap(codingsOf) : codingsOf(c)));
}

function compareRevisions(a: string, b: string): number {
  const [x, y] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let i = 0; i < 3; i++) {
    const difference = (x[i] ?? 0) - (y[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
