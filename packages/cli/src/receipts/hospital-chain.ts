/** The chain as a hospital's configuration names it, with the hospital's own account, for commands that ask it or send to it themselves. */

import { readFile } from 'node:fs/promises';
import type { ConsortiumReader, ConsortiumWriter } from '@twinseal/chain';
import type { GatewayConfig } from '@twinseal/gateway';
import type { PublicParameters } from '@twinseal/mibsc';

export interface HospitalChain {
  readonly config: GatewayConfig;
  readonly reader: ConsortiumReader;
  /** Sends with the hospital's control key, which has to be at hand. */
  writer(): Promise<ConsortiumWriter>;
  /** The system parameters, checked against those that the consortium pinned. */
  params(): Promise<PublicParameters>;
}

/** @throws ConfigError; ChainError where the chain does not answer */
export async function openHospitalChain(configFile: string): Promise<HospitalChain> {
  const [{ loadConfig, readControlKey }, { ConsortiumReader, ConsortiumWriter, connect }, mibsc, { toHex }] =
    await Promise.all([
      import('@twinseal/gateway'),
      import('@twinseal/chain'),
      import('@twinseal/mibsc'),
      import('@twinseal/record'),
    ]);
  const config = await loadConfig(configFile, process.env);
  const reader = new ConsortiumReader(await connect(config.chain.url), config.consortium);
  return {
    config,
    reader,
    writer: async () => new ConsortiumWriter(reader, await readControlKey(config.keys.controlFile)),
    params: async () => {
      const bytes = new Uint8Array(await readFile(config.parametersFile));
      const params = mibsc.validateParameters(mibsc.decodeParameters(await mibsc.loadBackend(), bytes));
      if (toHex(params.digest) !== toHex(await reader.parametersDigest()))
        throw new TypeError(`${config.parametersFile}: expected the parameters that the consortium pinned`);
      return params;
    },
  };
}
