/** What the commands of a patient have in common. */

import { readFile } from 'node:fs/promises';
import type { AccessSlip } from '@twinseal/gateway';
import { type Command, InvalidArgumentError } from 'commander';
import type { PatientHome } from '../consortium/patient-home.js';
import type { Town } from '../consortium/town.js';
import { UsageError } from '../usage-error.js';

export type SetExitCode = (code: number) => void;

export interface PatientFlags {
  readonly folder: string;
  readonly consortium: string;
  readonly json?: boolean;
}

/** Every command says what its ends mean. */
export const EXIT_CODES = 'Exit codes: 0 done, 1 what must hold did not, 2 refused, 70 a fault of ours.';

/** A command that acts from a patient's folder. @param example its arguments */
export function patientCommand(parent: Command, name: string, description: string, example: string): Command {
  return parent
    .command(name)
    .description(description)
    .requiredOption('--folder <folder>', "the patient's own folder: keys and vault")
    .requiredOption(
      '--consortium <folder>',
      'where the consortium was founded (its chain and authority must run)',
    )
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText('after', `\nExample:\n  twinseal ${example}\n\n${EXIT_CODES}`);
}

/** The patient of a folder, in the consortium that the flags name. @throws UsageError */
export async function openHome(
  flags: PatientFlags,
  options: { readonly actingFor?: string } = {},
): Promise<{ readonly home: PatientHome; readonly town: Town }> {
  const [{ openPatient }, { Town }] = await Promise.all([
    import('../consortium/open-patient.js'),
    import('../consortium/town.js'),
  ]);
  const town = new Town(flags.consortium);
  const own = await openPatient(flags.folder, town);
  const home = options.actingFor === undefined ? own : own.actingFor(await readSlip(options.actingFor));
  await home.assertRegistered();
  return { home, town };
}

/** What a proxy was handed: twin id and salts. @throws UsageError where the file is none */
export async function readSlip(file: string): Promise<AccessSlip> {
  const { slipSchema } = await import('@twinseal/gateway');
  const parsed = slipSchema.safeParse(await readJson(file));
  if (!parsed.success)
    throw new UsageError(`${file} is no slip. "twinseal patient proxy appoint" writes one.`);
  return parsed.data;
}

/** @throws UsageError where the file cannot be read or is no JSON */
export async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new UsageError(`${file} cannot be read as JSON.`, { cause });
  }
}

/** @throws UsageError where the consortium has no such hospital */
export async function hospitalOf(
  town: Town,
  option: string,
  id: string,
): Promise<{ readonly id: string; readonly port: number }> {
  const { hospitals } = await town.manifest();
  const found = hospitals.find((each) => each.id === id);
  if (found === undefined)
    throw new UsageError(
      `${option}: the consortium has no hospital ${id}. Expected ${hospitals.map((each) => each.id).join(' or ')}.`,
    );
  return found;
}

/** @throws UsageError for a name that is no module */
export async function assertModules(names: readonly string[]): Promise<void> {
  const { MODULES } = await import('@twinseal/twin');
  const unknown = names.find((name) => !(MODULES as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new UsageError(
      `--modules: there is no module ${unknown}. Expected names of ${MODULES.join(', ')}.`,
    );
}

export function print(flags: { readonly json?: boolean }, result: object, sentence: string): void {
  process.stdout.write(flags.json ? `${JSON.stringify(result)}\n` : `${sentence}\n`);
}

export function listOf(text: string): string[] {
  return text.split(',').map((each) => each.trim());
}

/** An account. */
export function addressOf(text: string): `0x${string}` {
  if (!/^0x[0-9a-fA-F]{40}$/.test(text))
    throw new InvalidArgumentError('Expected an address: 0x and 40 hexadecimal digits.');
  return text as `0x${string}`;
}

export function addressesOf(text: string): `0x${string}`[] {
  return listOf(text).map(addressOf);
}

export function twinIdOf(text: string): string {
  if (!/^[0-9a-f]{64}$/.test(text))
    throw new InvalidArgumentError('Expected 64 lowercase hexadecimal digits.');
  return text;
}

/** A moment for people. @param atS seconds since 1970 */
export function momentOf(atS: number): string {
  return new Date(atS * 1000).toISOString().replace('.000Z', 'Z');
}
