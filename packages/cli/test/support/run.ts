import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const LAUNCHER = fileURLToPath(new URL('../../bin/twinseal.mjs', import.meta.url));
export const SHIPPED = fileURLToPath(new URL('../../../../data', import.meta.url));

export const freshFolder = () => mkdtemp(join(tmpdir(), 'twinseal-cli-'));

/** Runs the command as a user would, in a folder of its own. */
export async function twinseal(
  args: readonly string[],
  options: { node?: readonly string[]; cwd?: string } = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [...(options.node ?? []), LAUNCHER, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: options.cwd ?? (await freshFolder()),
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}
