/** Reading the demo's input: FHIR bundles and a wearable's files from disk, each collected and checked whole before anything else happens. */

import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type CollectedBundle,
  type CollectedStream,
  collectFhirBundle,
  collectT1dUom,
  type NamedBytes,
  type T1dUomFiles,
} from '@twinseal/health';
import { readNamed, T1D_UOM_ZONE, wearableFiles } from '../twin-files/wearable-folder.js';
import { UsageError } from '../usage-error.js';

/** One patient's input. */
export interface PatientInput {
  /** File name of the bundle. */
  readonly file: string;
  readonly bundle: CollectedBundle;
  /** What the patient's own devices say, if anything. */
  readonly stream?: CollectedStream;
  /** Bytes collected, decompressed. */
  readonly bytes: number;
}

export interface InputOptions {
  /** Folder of FHIR bundles; the shipped patient where it is left out. */
  readonly input?: string;
  /** Folder of T1D-UOM files for the first patient; the shipped ones go with the shipped patient only. */
  readonly wearable?: string;
  readonly patients: number;
}

const SHIPPED = fileURLToPath(new URL('../../../../data', import.meta.url));
const BUNDLE = /\.json(\.gz)?$/i;
/** Largest file that is read, decompressed: a bundle of FHIR's largest public samples has some 50 MB. */
const MAX_BYTES = 256 * 2 ** 20;

/**
 * Reads and collects the input.
 *
 * @throws UsageError where the folder or the number of patients does not fit; HealthError where a file is refused
 */
export async function readInput(options: InputOptions): Promise<PatientInput[]> {
  const folder = options.input === undefined ? join(SHIPPED, 'synthea') : resolve(options.input);
  const names = (await listFolder(folder)).filter((name) => BUNDLE.test(name));
  if (names.length < options.patients) {
    throw new UsageError(
      `--patients asks for ${options.patients}, but ${folder} holds ${names.length} FHIR bundles (*.json, *.json.gz).`,
    );
  }
  const wearable = options.wearable ?? (options.input === undefined ? join(SHIPPED, 't1d-uom') : undefined);
  const inputs: PatientInput[] = [];
  const seen = new Map<string, string>();
  for (const [index, name] of names.slice(0, options.patients).entries()) {
    const file = await readNamed(join(folder, name), MAX_BYTES);
    const bundle = collectFhirBundle(file.bytes, { name, maxBytes: MAX_BYTES });
    const patient = String(bundle.patient.id);
    const other = seen.get(patient);
    if (other !== undefined)
      throw new UsageError(`${name} and ${other} are about one patient. Keep one of them.`);
    seen.set(patient, name);
    const stream = index === 0 && wearable !== undefined ? await readWearable(wearable, patient) : undefined;
    inputs.push({
      file: name,
      bundle,
      bytes: file.bytes.length + (stream?.bytes ?? 0),
      ...(stream === undefined ? {} : { stream: stream.stream }),
    });
  }
  return inputs;
}

async function readWearable(
  folder: string,
  patient: string,
): Promise<{ stream: CollectedStream; bytes: number }> {
  const files: { -readonly [kind in keyof T1dUomFiles]: NamedBytes } = {};
  let bytes = 0;
  for (const [kind, path] of await wearableFiles(folder)) {
    files[kind] = await readNamed(path, MAX_BYTES);
    bytes += files[kind].bytes.length;
  }
  return { stream: collectT1dUom(files, { zone: T1D_UOM_ZONE, subject: `Patient/${patient}` }), bytes };
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (cause) {
    throw new UsageError(`--input: ${folder} is no folder that can be read.`, { cause });
  }
}
