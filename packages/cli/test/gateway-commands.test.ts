/** `twinseal config`, `doctor` and `rebuild` as a person sees them: what they print, and how they end. What they find is tested with the gateway. */

import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addConfigCommand } from '../src/commands/config.js';
import { addDoctorCommand } from '../src/commands/doctor.js';
import { addRebuildCommand } from '../src/commands/rebuild.js';
import { freshFolder } from './support/run.js';

const ADDRESS = '0x5FbDB2315678afecb367f032d93F642f64180aa3';
const CANARY = 'hunter2-canary';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Runs a command in this process; its output and exit code, or the error that it ends with. */
async function run(...args: string[]): Promise<{ stdout: string; code: number }> {
  let stdout = '';
  let code = 0;
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    stdout += String(chunk);
    return true;
  });
  const program = new Command('twinseal').exitOverride();
  const setExitCode = (wanted: number) => {
    code = wanted;
  };
  addConfigCommand(program);
  addDoctorCommand(program, setExitCode);
  addRebuildCommand(program, setExitCode);
  try {
    await program.parseAsync(args, { from: 'user' });
  } finally {
    vi.restoreAllMocks();
  }
  return { stdout, code };
}

/** A configuration of a gateway whose chain does not answer. */
async function configFile(extra: Record<string, unknown> = {}): Promise<string> {
  const folder = await freshFolder();
  const file = join(folder, 'gateway.json');
  const contracts = ['hospitals', 'registration', 'access', 'twins', 'requests', 'book'];
  const config = {
    hospital: 'north',
    dataDir: 'data',
    endpoint: 'https://north.example',
    chain: { url: `http://127.0.0.1:${await closedPort()}` },
    consortium: {
      chainId: 1,
      firstBlock: 1,
      ...Object.fromEntries(contracts.map((name) => [name, ADDRESS])),
    },
    parametersFile: 'parameters.bin',
    ...extra,
  };
  await writeFile(file, JSON.stringify(config));
  await mkdir(join(folder, 'data', 'keys'), { recursive: true, mode: 0o700 });
  return file;
}

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('twinseal config', () => {
  it('schema prints a JSON Schema', async () => {
    const { stdout, code } = await run('config', 'schema');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      required: expect.arrayContaining(['hospital', 'dataDir', 'consortium']),
      additionalProperties: false,
    });
  });

  it('check says that a configuration is in order, or lists what is wrong without quoting it', async () => {
    const file = await configFile();
    expect(await run('config', 'check', file)).toEqual({
      stdout: `${file} is in order: the gateway of north.\n`,
      code: 0,
    });
    const wrong = await configFile({ database: { kind: 'postgres', url: `postgres://u:${CANARY}@h/d` } });
    const error = await run('config', 'check', wrong).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ name: 'ConfigError', code: 'config-invalid' });
    expect((error as Error).message).toContain('database.url: unknown key; did you mean urlEnv?');
    expect((error as Error).message).not.toContain(CANARY);
    const key = join(file, '..', 'data', 'keys', 'vault.key');
    await writeFile(key, CANARY, { mode: 0o600 });
    await chmod(key, 0o644);
    await expect(run('config', 'check', file)).rejects.toMatchObject({ code: 'key-file-exposed' });
  });

  it('show prints what is in effect, the environment included, and no secret', async () => {
    const file = await configFile({ database: { kind: 'postgres', urlEnv: 'DATABASE_URL' } });
    vi.stubEnv('TWINSEAL_LISTEN_PORT', '9000');
    vi.stubEnv('DATABASE_URL', `postgres://u:${CANARY}@localhost/d`);
    vi.stubEnv('TWINSEAL_CHAIN_URL', `https://node.example/${CANARY}`);
    const { stdout } = await run('config', 'show', file);
    expect(JSON.parse(stdout)).toMatchObject({
      listen: { host: '127.0.0.1', port: 9000 },
      database: { kind: 'postgres', url: { env: 'DATABASE_URL' } },
      chain: { url: 'https://node.example/…', pollS: 2 },
    });
    expect(stdout).not.toContain(CANARY);
  });
});

describe('twinseal doctor', () => {
  it('tells each finding with what to do, and ends with 1 where there is an error', async () => {
    const file = await configFile();
    const { stdout, code } = await run('doctor', '--config', file);
    expect(code).toBe(1);
    expect(stdout).toMatch(/error {4}chain: No Ethereum node answers .*\n +→ Start the node/);
    expect(stdout).toMatch(/ok {7}configuration: /);
    expect(stdout).toMatch(/\d+ errors, \d+ warnings?\.\n$/);
  });

  it('prints one JSON object and nothing else on demand', async () => {
    const { stdout, code } = await run(
      'doctor',
      '--json',
      '--config',
      join(await freshFolder(), 'none.json'),
    );
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      findings: [
        {
          check: 'configuration',
          level: 'error',
          means: expect.stringContaining('there is no such file'),
          remedy: expect.stringContaining('Correct it'),
        },
      ],
      errors: 1,
      warnings: 0,
    });
  });
});

describe('twinseal rebuild', () => {
  it('changes nothing where the chain does not answer', async () => {
    const file = await configFile();
    await expect(run('rebuild', '--config', file)).rejects.toMatchObject({
      name: 'ChainError',
      code: 'unreachable',
    });
    await expect(run('rebuild', '--config', `${file}.none`)).rejects.toMatchObject({ name: 'ConfigError' });
  });
});
