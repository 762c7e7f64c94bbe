/** The files of a wearable's folder (T1D-UOM form), for whoever reads one. */

import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { NamedBytes, T1dUomFiles } from '@twinseal/health';
import { UsageError } from '../usage-error.js';
import { openFile, wholeOf } from './open-file.js';

/** Zone of the study's devices: the University of Manchester's participants live in it. */
export const T1D_UOM_ZONE = 'Europe/London';

/** Largest file that is read whole, compressed or not. */
const MAX_FILE_BYTES = 512 * 2 ** 20;

const KINDS: readonly (readonly [keyof T1dUomFiles, RegExp])[] = [
  ['glucose', /Glucose.*\.csv(\.gz)?$/i],
  ['basal', /Basal.*\.csv(\.gz)?$/i],
  ['bolus', /Bolus.*\.csv(\.gz)?$/i],
  ['meals', /Nutrition.*\.csv(\.gz)?$/i],
  ['activity', /Activity.*\.csv(\.gz)?$/i],
  ['sleep', /Sleep.*\.csv(\.gz)?$/i],
];

/**
 * The files of one person, by kind.
 *
 * @throws UsageError where the folder cannot be read, holds none, or two of a kind
 */
export async function wearableFiles(folder: string): Promise<[keyof T1dUomFiles, string][]> {
  let names: string[];
  try {
    names = (await readdir(folder)).sort();
  } catch (cause) {
    throw new UsageError(`--wearable: ${folder} is no folder that can be read.`, { cause });
  }
  const files: [keyof T1dUomFiles, string][] = [];
  for (const [kind, pattern] of KINDS) {
    const [name, ...more] = names.filter((each) => pattern.test(each));
    if (more.length > 0)
      throw new UsageError(`${folder} holds more than one ${kind} file; keep those of one person.`);
    if (name !== undefined) files.push([kind, join(folder, name)]);
  }
  if (files.length === 0) {
    throw new UsageError(
      `${basename(folder)} holds no file of the T1D-UOM form (…Glucose….csv, …Basal…, …Bolus…, …Nutrition…, …Activity…, …Sleep…).`,
    );
  }
  return files;
}

/**
 * A whole file, decompressed.
 *
 * @throws UsageError where it cannot be read or has more than 512 MiB; HealthError `not-gzip`, `too-large`
 */
export async function readNamed(path: string, maxBytes: number): Promise<NamedBytes> {
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  if (size > MAX_FILE_BYTES) {
    throw new UsageError(
      `${basename(path)} has ${Math.ceil(size / 2 ** 20)} MiB; at most ${MAX_FILE_BYTES / 2 ** 20} MiB are read.`,
    );
  }
  const file = await openFile(path);
  return { name: file.name, bytes: await wholeOf(file, maxBytes) };
}
