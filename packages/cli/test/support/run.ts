import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Looks whether there is something to build; what a user starts. */
export const LAUNCHER = fileURLToPath(new URL('../../bin/twinseal.mjs', import.meta.url));
/** The same behind that look, which the setup of the tests has done once for all of them. */
export const BUILT = fileURLToPath(new URL('../../bin/twinseal-built.mjs', import.meta.url));
export const SHIPPED = fileURLToPath(new URL('../../../../data', import.meta.url));

export const freshFolder = () => mkdtemp(join(tmpdir(), 'twinseal-cli-'));

/** Runs the command as a user would, in a folder of its own. */
export async function twinseal(
  args: readonly string[],
  options: { node?: readonly string[]; cwd?: string } = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const launcher = options.node === undefined ? BUILT : LAUNCHER;
  const child = spawn(process.execPath, [...(options.node ?? []), launcher, ...args], {
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
