import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { SHIPPED } from './run.js';

// biome-ignore lint/suspicious/noExplicitAny: a FHIR bundle, to be damaged at will
export type Bundle = any;

/** The shipped bundle. */
export async function shippedBundle(): Promise<Bundle> {
  const folder = join(SHIPPED, 'synthea');
  const [name] = await readdir(folder);
  return JSON.parse(gunzipSync(await readFile(join(folder, name as string))).toString('utf8'));
}

/** The first rows of the shipped wearable files: enough for four weeks' updates, small enough for a test. */
export async function shippedStream(rows = 6000): Promise<Record<string, string>> {
  const folder = join(SHIPPED, 't1d-uom');
  const files: Record<string, string> = {};
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.csv.gz'))) {
    const lines = gunzipSync(await readFile(join(folder, name)))
      .toString('utf8')
      .split('\n');
    // Other files have a row where the sensor has some fifty.
    const kept = name.includes('Glucose') ? rows : Math.ceil(rows / 50);
    files[name.replace(/\.gz$/, '')] = lines.slice(0, kept + 1).join('\n');
  }
  return files;
}

/** Writes input into a fresh folder, `fhir/` and `wearable/` below it. */
export async function writeInput(
  bundle: unknown,
  stream?: Record<string, string>,
): Promise<{ fhir: string; wearable: string }> {
  const root = await mkdtemp(join(tmpdir(), 'twinseal-input-'));
  const [fhir, wearable] = [join(root, 'fhir'), join(root, 'wearable')];
  await mkdir(fhir);
  await mkdir(wearable);
  await writeFile(join(fhir, 'patient.json'), typeof bundle === 'string' ? bundle : JSON.stringify(bundle));
  for (const [name, text] of Object.entries(stream ?? {})) await writeFile(join(wearable, name), text);
  return { fhir, wearable };
}
