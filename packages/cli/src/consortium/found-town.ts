/** Founding a consortium on one machine: chain, contracts, authority, and for each hospital its keys and configuration. Nothing runs when it is done. */

import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createAuthorityKeys, ExtractionLog, ExtractionService, keyRequestDomain } from '@twinseal/authority';
import { connect, startEmbeddedChain } from '@twinseal/chain';
import { createControlKey, createVaultKey, writeKeyFile } from '@twinseal/gateway';
import { encodeIdentityKey, loadBackend, localAuthority } from '@twinseal/mibsc';
import { hospitalIdentity } from '@twinseal/record';
import { copyEmbeddedTemplate, makeEmbeddedTemplate } from '@twinseal/store';
import { UsageError } from '../usage-error.js';
import { askForKey, extractHere, foundOnChain } from './founding.js';
import { freePorts } from './free-port.js';
import { Town, type TownManifest, writeJson } from './town.js';

/** Largest recipient set of one capsule; the parameters take 96 bytes for each. */
const MAX_RECIPIENTS = 64;

export interface FoundingOptions {
  readonly hospitals: readonly { readonly id: string; readonly title: string }[];
  /** First TCP port to try: chain, authority, gateways, in this order. */
  readonly basePort: number;
  readonly told?: (what: string) => void;
}

/**
 * Founds a consortium in an empty or new folder.
 *
 * @throws UsageError where there are fewer than two hospitals or the folder holds a consortium already; ChainError
 */
export async function foundTown(root: string, options: FoundingOptions): Promise<Town> {
  const { hospitals, basePort, told = () => undefined } = options;
  const town = new Town(root);
  if (town.isFounded) throw new UsageError(`${town.root} holds a consortium already. Choose another folder.`);
  const ids = new Set(hospitals.map(({ id }) => id));
  if (ids.size < 2 || ids.size !== hospitals.length)
    throw new UsageError('--hospitals: expected at least two different ids, separated by commas.');
  for (const id of ids) {
    if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(id))
      throw new UsageError('--hospitals: expected ids of lowercase letters, digits and inner hyphens.');
  }
  const backend = await loadBackend();
  const [chainPort, authorityPort, ...ports] = (await freePorts(basePort, hospitals.length + 2)) as [
    number,
    number,
    ...number[],
  ];
  await mkdir(town.root, { recursive: true, mode: 0o700 });
  // What lies there is left over from a founding that was cut short.
  await rm(town.firstDatabase, { recursive: true, force: true });
  // Beside everything else that founding takes. Where it fails, each gateway makes its own at its first start.
  const firstDatabase = makeEmbeddedTemplate(town.firstDatabase).then(
    () => true,
    () => false,
  );
  const chain = await startEmbeddedChain({ stateFile: town.chainState, port: chainPort });
  try {
    told('chain started');
    const connection = await connect(chain.url);
    const keys = await createAuthorityKeys(backend, MAX_RECIPIENTS, {
      masterSecret: town.masterSecret,
      parameters: town.parametersFile,
    });
    const members = [];
    for (const [index, { id }] of hospitals.entries()) {
      const account = await createControlKey(join(town.hospital(id), 'keys', 'control.key'));
      const endpoint = `http://127.0.0.1:${ports[index]}`;
      members.push({ account, terms: { id, epoch: 1, controller: account.address, endpoint } });
    }
    const { reader } = await foundOnChain(connection, keys.params, members);
    told('contracts deployed');
    const { consortium } = reader;
    const log = await ExtractionLog.open(town.extractionLog);
    try {
      const service = new ExtractionService({
        authority: localAuthority(keys.params, keys.master),
        domain: keyRequestDomain(consortium.chainId, consortium.hospitals),
        controllerOf: (identity) => reader.controllerOf(identity),
        log,
      });
      for (const [index, { account, terms }] of members.entries()) {
        const folder = town.hospital(terms.id);
        const key = await askForKey(
          consortium,
          keys.params,
          hospitalIdentity(terms.id),
          account,
          extractHere(service),
        );
        await writeKeyFile(join(folder, 'keys', 'identity.key'), encodeIdentityKey(key));
        await createVaultKey(join(folder, 'keys', 'vault.key'));
        await writeJson(town.gatewayConfig(terms.id), {
          hospital: terms.id,
          dataDir: '.',
          listen: { host: '127.0.0.1', port: ports[index] },
          endpoint: terms.endpoint,
          chain: { url: chain.url, pollS: 1 },
          consortium,
          parametersFile: '../../public/parameters.bin',
          patientPage: { authorityUrl: `http://127.0.0.1:${authorityPort}` },
        });
        await chmod(folder, 0o700);
      }
      told('keys extracted');
    } finally {
      await log.close();
    }
    if (await firstDatabase) {
      for (const { id } of hospitals)
        await copyEmbeddedTemplate(town.firstDatabase, join(town.hospital(id), 'database'));
      told('databases made');
    }
    const manifest: TownManifest = {
      consortium,
      chainPort,
      authorityPort,
      hospitals: hospitals.map(({ id, title }, index) => ({ id, title, port: ports[index] as number })),
    };
    // Last: a folder with a manifest is a whole consortium.
    await town.writeManifest(manifest);
  } finally {
    await chain.stop();
    await firstDatabase;
    await rm(town.firstDatabase, { recursive: true, force: true });
  }
  return town;
}
