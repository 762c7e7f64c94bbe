/** A typed client of a running gateway for the hospital's own people, with the token that lies beside its configuration. */

import type { TwinClient } from '@twinseal/api-client';
import { type Command, InvalidArgumentError } from 'commander';
import { UsageError } from '../usage-error.js';

/** What the commands over the Twin API have in common. */
export interface ApiFlags {
  readonly config: string;
  readonly twin: string;
  readonly json?: boolean;
}

/** Adds the options that they have in common. */
export function addApiOptions(command: Command): Command {
  return command
    .requiredOption('--config <file>', "the gateway's configuration; its operator token lies beside")
    .requiredOption('--twin <id>', "the patient's twin id, 64 hexadecimal digits", (value) => {
      if (!/^[0-9a-f]{64}$/.test(value))
        throw new InvalidArgumentError('Expected 64 lowercase hexadecimal digits.');
      return value;
    })
    .option('--json', 'print one JSON object on stdout and nothing else');
}

/** @throws UsageError where the gateway was never started */
export async function openApi(configFile: string): Promise<TwinClient> {
  const [{ loadConfig }, { GatewayClient }, { createTwinClient }] = await Promise.all([
    import('@twinseal/gateway'),
    import('../consortium/gateway-client.js'),
    import('@twinseal/api-client'),
  ]);
  const config = await loadConfig(configFile, process.env);
  const { origin } = new URL(config.endpoint);
  const { token } = await GatewayClient.open(config.dataDir, origin);
  return createTwinClient({ origin, token: () => token });
}

interface Answered<T> {
  readonly data?: T;
  readonly error?: { readonly error: string; readonly message: string };
  readonly response: Response;
}

/** What a gateway answered. @throws UsageError with its words where it refuses, or does not answer */
export async function answered<T>(asked: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await asked.catch((cause: unknown) => {
    throw new UsageError('The gateway does not answer. Start it, or look at its log.', { cause });
  });
  if (data !== undefined) return data;
  throw new UsageError(error?.message ?? `The gateway answered ${response.status}.`);
}
