/** Environment variables that override fields of the configuration: `TWINSEAL_` and the field's path in capitals, such as TWINSEAL_LISTEN_PORT for `listen.port`. */

import type { ConfigProblem } from './errors.js';
import { leaves } from './internal/json-schema.js';
import { nearest } from './internal/nearest.js';

/** A variable that overrides a field. */
export interface Override {
  readonly variable: string;
  readonly path: readonly string[];
  /** A list is written with commas between. */
  readonly type: 'string' | 'number' | 'list';
  readonly description: string;
}

/** Every variable that is heeded, in the order of the schema. */
export function configOverrides(): Override[] {
  return leaves().map((leaf) => ({ ...leaf, variable: variableOf(leaf.path) }));
}

function variableOf(path: readonly string[]): string {
  const words = path.map((key) =>
    key
      .replace('MiB', 'Mib')
      .replace(/([a-z])([A-Z])/g, '$1_$2')
      .toUpperCase(),
  );
  return ['TWINSEAL', ...words].join('_');
}

type Fields = Record<string, unknown>;

/**
 * Lays the overrides of an environment over what a file says.
 *
 * @param fields the file's content; not changed
 * @returns the result, which variable set which field, and what is wrong: a number that is none, a variable that is almost one of ours
 */
export function overrideByEnvironment(
  fields: Fields,
  env: Readonly<Record<string, string | undefined>>,
): { fields: Fields; variables: Map<string, string>; problems: ConfigProblem[] } {
  const overrides = configOverrides();
  const result = structuredClone(fields);
  const variables = new Map<string, string>();
  const problems: ConfigProblem[] = [];
  for (const { variable, path, type } of overrides) {
    const text = env[variable];
    if (text === undefined) continue;
    const name = path.join('.');
    variables.set(name, variable);
    if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(text)) {
      problems.push({ path: name, problem: 'expected a number', variable });
      continue;
    }
    setAt(result, path, type === 'number' ? Number(text) : type === 'list' ? listOf(text) : text);
  }
  const named = new Set(
    overrides.filter(({ path }) => path.at(-1)?.endsWith('Env')).map(({ path }) => valueAt(result, path)),
  );
  problems.push(...misspelt(env, overrides).filter(({ variable }) => !named.has(variable)));
  return { fields: result, variables, problems };
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function valueAt(fields: Fields, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Fields | undefined | null)?.[key], fields);
}

function setAt(fields: Fields, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path as [string, ...string[]];
  if (rest.length === 0) {
    // Another kind has other fields: those of the file's kind would only be in the way.
    if (key === 'kind' && fields.kind !== value) for (const each of Object.keys(fields)) delete fields[each];
    fields[key] = value;
    return;
  }
  const inner = fields[key];
  // What is there and is no object is left for the schema to refuse.
  if (inner === undefined) fields[key] = {};
  else if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return;
  setAt(fields[key] as Fields, rest, value);
}

/** A variable that begins like one of ours and is none is a slip of the pen: heeding nothing of it in silence would be worse than a refusal. */
function misspelt(
  env: Readonly<Record<string, string | undefined>>,
  overrides: readonly Override[],
): ConfigProblem[] {
  const known = overrides.map(({ variable }) => variable);
  const sections = new Set(
    overrides.filter(({ path }) => path.length > 1).map(({ path }) => `${variableOf(path.slice(0, 1))}_`),
  );
  return Object.keys(env)
    .filter((name) => !known.includes(name) && [...sections].some((section) => name.startsWith(section)))
    .map((name) => {
      const near = nearest(name, known);
      return {
        path: '',
        variable: name,
        problem: `an environment variable that is not heeded${near === undefined ? '' : `; did you mean ${near}?`}`,
      };
    });
}
