/** Module definitions from files. */

import { readFile } from 'node:fs/promises';
import { ModuleRegistry } from '@twinseal/twin';
import { UsageError } from '../usage-error.js';

const MAX_MODULE_BYTES = 4 * 2 ** 20;

/** The standard modules and those in the files. @throws UsageError where a file is no JSON; TwinError where a definition is faulty */
export async function loadModules(files: readonly string[]): Promise<ModuleRegistry> {
  let registry = ModuleRegistry.standard();
  for (const file of files) registry = registry.with(await readJson(file));
  return registry;
}

/** The JSON in a file. @throws UsageError where it cannot be read or is none */
export async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    const bytes = await readFile(file);
    if (bytes.length > MAX_MODULE_BYTES)
      throw new UsageError(`${file} has more than ${MAX_MODULE_BYTES / 2 ** 20} MiB.`);
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(`${file} cannot be read as text.`, { cause });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new UsageError(`${file} is no JSON.`, { cause });
  }
}

/** Ids of the modules in force, checked against what was asked for. @throws UsageError where one is unknown */
export function knownModules(registry: ModuleRegistry, asked: readonly string[] | undefined): string[] {
  const ids = registry.definitions.map(({ id }) => id);
  for (const id of asked ?? []) {
    if (!ids.includes(id)) throw new UsageError(`--module: there is no ${id}; known are ${ids.join(', ')}.`);
  }
  return asked === undefined ? ids : [...new Set(asked)];
}
