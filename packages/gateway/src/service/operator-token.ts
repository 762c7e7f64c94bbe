/** The token of the hospital's own people: whoever can read the gateway's files may operate it. */

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GatewayConfig } from '../config/index.js';
import { writeKeyFile } from './key-files.js';

/** Where the token lies: `keys/operator.token` in the gateway's data directory, for its owner only. */
export function operatorTokenFile(config: Pick<GatewayConfig, 'dataDir'>): string {
  return join(config.dataDir, 'keys', 'operator.token');
}

/** The token, 43 characters of base64url; made where there is none. */
export async function openOperatorToken(config: Pick<GatewayConfig, 'dataDir'>): Promise<string> {
  const file = operatorTokenFile(config);
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const token = randomBytes(32).toString('base64url');
  await writeKeyFile(file, new TextEncoder().encode(`${token}\n`));
  return token;
}
