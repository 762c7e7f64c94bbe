/** The data that ships with Twinseal, which commands use where no file is named. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SHIPPED = fileURLToPath(new URL('../../../../data', import.meta.url));

/** The shipped patient's bundle and the folder of the shipped devices. */
export async function shippedInput(): Promise<{ files: string[]; wearable: string }> {
  const folder = join(SHIPPED, 'synthea');
  const names = (await readdir(folder)).filter((name) => /\.json(\.gz)?$/.test(name)).sort();
  return { files: names.map((name) => join(folder, name)), wearable: join(SHIPPED, 't1d-uom') };
}
