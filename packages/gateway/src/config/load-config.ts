/** Reading and checking a configuration file. */

import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { overrideByEnvironment } from './environment.js';
import { ConfigError, type ConfigProblem } from './errors.js';
import { completeConfig, type GatewayConfig } from './gateway-config.js';
import { keysAt } from './internal/json-schema.js';
import { nearest } from './internal/nearest.js';
import { isLoopbackHost } from './listen-address.js';
import { configFileSchema } from './schema.js';
import { exposedKeyFiles } from './secrets.js';

const MAX_CONFIG_BYTES = 1 << 20;

/**
 * Reads a gateway's configuration, lays the environment's overrides over it, and checks all of it. Key files that do not exist yet are no fault here; ones that other
 * users may read are.
 *
 * @param file path of the JSON file
 * @param env  the environment; {@link configOverrides} lists what is heeded
 * @throws ConfigError `config-unreadable`, `config-syntax`, `config-invalid` (with every wrong field), `listen-without-tls`, `key-file-exposed`
 */
export async function loadConfig(
  file: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<GatewayConfig> {
  const config = await readConfig(file, env);
  const open = await unencryptedAddresses(config);
  if (open.length > 0) throw new ConfigError('listen-without-tls', file, open);
  const exposed = await exposedKeyFiles(config);
  if (exposed.length > 0) throw new ConfigError('key-file-exposed', file, exposed);
  return config;
}

/**
 * Reads a gateway's configuration as {@link loadConfig} does, and checks the file itself but not what it names. A gateway starts with `loadConfig`.
 *
 * @throws ConfigError `config-unreadable`, `config-syntax`, `config-invalid`
 */
export async function readConfig(
  file: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<GatewayConfig> {
  const { fields, variables, problems } = overrideByEnvironment(await readFields(file), env);
  const parsed = configFileSchema.safeParse(fields, { reportInput: true });
  if (!parsed.success) problems.push(...parsed.error.issues.flatMap((issue) => problemsOf(issue)));
  if (!parsed.success || problems.length > 0) {
    const told = problems.map((each) => {
      const variable = variables.get(each.path);
      return variable === undefined ? each : { ...each, variable };
    });
    throw new ConfigError('config-invalid', file, told);
  }
  return completeConfig(resolve(file), parsed.data);
}

async function readFields(file: string): Promise<Record<string, unknown>> {
  const unreadable = (problem: string, cause?: unknown) =>
    new ConfigError('config-unreadable', file, [{ path: '', problem }], { cause });
  let text: string;
  try {
    const found = await stat(file);
    if (!found.isFile()) throw unreadable('it is no file');
    if (found.size > MAX_CONFIG_BYTES) throw unreadable('it is larger than 1 MiB');
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause;
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw unreadable(isMissing ? 'there is no such file' : 'it cannot be read', cause);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    // The engine's message quotes the text around the place, which may be a secret; the place alone is enough. For the same reason it is no cause of ours.
    const place = placeOf((cause as Error).message, text);
    const where = place === undefined ? '' : `, ${lineOf(text, place)}`;
    throw new ConfigError('config-syntax', file, [{ path: '', problem: `it is no JSON${where}` }]);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ConfigError('config-syntax', file, [{ path: '', problem: 'expected one JSON object' }]);
  }
  return value as Record<string, unknown>;
}

/** Where the engine stumbled: it tells the position, or quotes up to ten characters on either side of it. */
function placeOf(message: string, text: string): number | undefined {
  const position = message.match(/position (\d+)/)?.[1];
  if (position !== undefined) return Number(position);
  const quoted = message.match(/, (\.\.\.)?"([\s\S]*?)"(\.\.\.)? is not valid JSON$/);
  const at = quoted?.[2] === undefined ? -1 : text.indexOf(quoted[2]);
  if (at < 0) return undefined;
  return quoted?.[1] === undefined ? at : at + 10;
}

function lineOf(text: string, position: number): string {
  const before = text.slice(0, position).split('\n');
  return `line ${before.length}, column ${(before.at(-1) as string).length + 1}`;
}

function problemsOf(issue: z.core.$ZodIssue): ConfigProblem[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(issue.path);
    return issue.keys.map((key) => {
      const near = nearest(key, known);
      const advice = near === undefined ? `known here: ${known.join(', ')}` : `did you mean ${near}?`;
      return { path: [...path, printable(key)].join('.'), problem: `unknown key; ${advice}` };
    });
  }
  const isMissing = issue.input === undefined && issue.code !== 'custom';
  return [{ path: path.join('.'), problem: isMissing ? `missing; ${issue.message}` : issue.message }];
}

function printable(key: string): string {
  return key.replace(/[^\x20-\x7e]/g, '?').slice(0, 64);
}

/** What can be reached from other machines, and would speak to them unencrypted. */
export async function unencryptedAddresses(config: GatewayConfig): Promise<ConfigProblem[]> {
  const problems: ConfigProblem[] = [];
  const { host, tls } = config.listen;
  if (tls === undefined) {
    const isLoopback = await isLoopbackHost(host);
    if (isLoopback === undefined) {
      problems.push({ path: 'listen.host', problem: 'expected a name that resolves to an address' });
    } else if (!isLoopback) {
      problems.push({
        path: 'listen.tls',
        problem:
          'missing; listen.host can be reached from other machines, and nothing may travel there unencrypted. Name certFile and keyFile, or listen on 127.0.0.1',
      });
    }
  }
  const addresses: [path: string, address: string][] = [['endpoint', config.endpoint]];
  for (const section of ['blobs', 'offline'] as const) {
    const choice = config[section];
    if (choice.kind === 's3') addresses.push([`${section}.endpoint`, choice.endpoint]);
  }
  const { oidc } = config.signIn;
  if (oidc !== undefined) addresses.push(['signIn.oidc.issuer', oidc.issuer]);
  if (oidc?.jwksUrl !== undefined) addresses.push(['signIn.oidc.jwksUrl', oidc.jwksUrl]);
  const { authorityUrl } = config.patientPage;
  if (authorityUrl !== undefined) addresses.push(['patientPage.authorityUrl', authorityUrl]);
  for (const [path, address] of addresses) {
    const { protocol, hostname } = new URL(address);
    if (protocol === 'http:' && (await isLoopbackHost(hostname.replace(/^\[|\]$/g, ''))) !== true) {
      problems.push({ path, problem: 'expected https: only a loopback address may be plain http' });
    }
  }
  return problems;
}
