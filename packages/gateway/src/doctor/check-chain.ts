/** What the chain says: of itself, of the contracts, of this hospital. */

import { readFile } from 'node:fs/promises';
import { ChainError, type ConsortiumReader, connect, ConsortiumReader as Reader } from '@twinseal/chain';
import {
  decodeIdentityKey,
  decodeParameters,
  loadBackend,
  MibscError,
  type PublicParameters,
  validateParameters,
} from '@twinseal/mibsc';
import { hospitalAuthorId, hospitalIdentity, toHex } from '@twinseal/record';
import { type Address, bytesToHex, isAddressEqual } from 'viem';
import { privateKeyToAddress } from 'viem/accounts';
import type { GatewayConfig } from '../config/index.js';
import type { Findings } from './finding.js';

/** Transaction gas of an anchoring is some 300,000; at 1 gwei a hundred of them cost 0.03 ether. */
const LOW_BALANCE_WEI = 30_000_000_000_000_000n;

/** Connects to the node. @returns undefined where nothing more can be asked of it */
export async function checkNode(
  config: GatewayConfig,
  findings: Findings,
): Promise<ConsortiumReader | undefined> {
  const where = new URL(config.chain.url).origin;
  try {
    const connection = await connect(config.chain.url);
    if (connection.chain.id !== config.consortium.chainId) {
      findings.error(
        'chain',
        `The node at ${where} is of chain ${connection.chain.id}; the consortium is on chain ${config.consortium.chainId}.`,
        'Name a node of the right chain in chain.url.',
      );
      return undefined;
    }
    findings.ok(
      'chain',
      `The node at ${where} answers: chain ${connection.chain.id}, with the precompiles of EIP-2537.`,
    );
    return new Reader(connection, config.consortium);
  } catch (error) {
    if (!(error instanceof ChainError)) throw error;
    findings.error(
      'chain',
      error.code === 'precompiles-missing'
        ? `The chain at ${where} lacks the BLS12-381 precompiles of EIP-2537, which prove authorship.`
        : `No Ethereum node answers at ${where}. The gateway goes on with what needs no new decision, and everything else waits.`,
      error.code === 'precompiles-missing'
        ? 'Use a chain with the Pectra upgrade or later.'
        : 'Start the node, or name another in chain.url.',
    );
    return undefined;
  }
}

/** Every address of the consortium has code. @returns false where nothing can be asked of the contracts */
export async function checkContracts(chain: ConsortiumReader, findings: Findings): Promise<boolean> {
  const { chainId: _chainId, firstBlock, ...addresses } = chain.consortium;
  const empty: string[] = [];
  for (const [name, address] of Object.entries(addresses)) {
    if (typeof address !== 'string') continue;
    const code = await chain.connection.reader.getCode({ address: address as Address });
    if (code === undefined || code === '0x') empty.push(name);
  }
  const newest = Number(await chain.connection.reader.getBlockNumber());
  if (empty.length > 0) {
    findings.error(
      'contracts',
      `There is no contract at the addresses of ${empty.map((name) => `consortium.${name}`).join(', ')}.`,
      'Copy the addresses from the consortium again, and check that the node has all blocks.',
    );
  } else if (firstBlock > newest) {
    findings.error(
      'contracts',
      `consortium.firstBlock is ${firstBlock}, and the chain has ${newest} blocks.`,
      'Correct it, or wait until the node has all blocks.',
    );
  } else findings.ok('contracts', `Every contract is there; the newest block is ${newest}.`);
  return empty.length === 0 && firstBlock <= newest;
}

/** The parameters are valid, and the pinned ones. */
export async function checkParameters(
  config: GatewayConfig,
  chain: ConsortiumReader | undefined,
  findings: Findings,
): Promise<PublicParameters | undefined> {
  let params: PublicParameters;
  try {
    const bytes = new Uint8Array(await readFile(config.parametersFile));
    params = validateParameters(decodeParameters(await loadBackend(), bytes));
  } catch (error) {
    const isOurs = error instanceof MibscError;
    if (!isOurs && (error as NodeJS.ErrnoException).code === undefined) throw error;
    findings.error(
      'parameters',
      isOurs
        ? `The system parameters in ${config.parametersFile} do not validate (${error.code}).`
        : `The system parameters in ${config.parametersFile} cannot be read.`,
      'Get the file from the authority again.',
    );
    return undefined;
  }
  if (chain === undefined) return params;
  if (toHex(await chain.parametersDigest()) === toHex(params.digest)) {
    findings.ok('parameters', 'The system parameters are valid, and those that the consortium pinned.');
    return params;
  }
  findings.error(
    'parameters',
    `The system parameters in ${config.parametersFile} are not those that the consortium pinned on the chain.`,
    'Get the file from the authority again, or check that consortium names the right contracts.',
  );
  return undefined;
}

/** `Hospital.status` in words. */
const STATUS = ['not admitted', 'active', 'suspended', 'removed'] as const;

/** The hospital is admitted and active, under this control key and address; its identity key is the current one; its account can pay. */
export async function checkHospital(
  config: GatewayConfig,
  chain: ConsortiumReader,
  params: PublicParameters | undefined,
  findings: Findings,
): Promise<void> {
  const self = bytesToHex(hospitalAuthorId(config.hospital));
  const hospital = await chain.hospital(self);
  if (hospital === undefined || hospital.status !== 1) {
    findings.error(
      'hospital',
      `The chain has ${config.hospital} as ${STATUS[hospital?.status ?? 0] ?? 'of a status that is unknown'}: it may write nothing and is given nothing.`,
      "Ask the consortium's hospitals to admit or resume it, or correct hospital.",
    );
    return;
  }
  const control = await readFile(config.keys.controlFile).catch(() => undefined);
  if (control?.length === 32) {
    const account = privateKeyToAddress(bytesToHex(control));
    if (isAddressEqual(account, hospital.controller)) {
      findings.ok(
        'hospital',
        `${config.hospital} is active in epoch ${hospital.epoch}, under this control key.`,
      );
      await checkAccount(chain, account, findings);
    } else {
      findings.error(
        'hospital',
        `The chain names another control key for ${config.hospital} than that in ${config.keys.controlFile}.`,
        'Restore the right key, or ask the consortium to rotate it.',
      );
    }
  }
  if (hospital.endpoint !== config.endpoint) {
    findings.warn(
      'hospital',
      `The chain tells peers to find this gateway at ${hospital.endpoint}, and endpoint is ${config.endpoint}.`,
      'Correct endpoint, or have the address on the chain changed.',
    );
  }
  if (params !== undefined) await checkIdentityKey(config, params, hospital.epoch, findings);
}

async function checkAccount(chain: ConsortiumReader, account: Address, findings: Findings): Promise<void> {
  const balance = await chain.connection.reader.getBalance({ address: account });
  if (balance === 0n) {
    findings.error(
      'account',
      `The account ${account} has no ether: nothing can be anchored or asked.`,
      'Send it some; patients need none, the gateway relays for them.',
    );
  } else if (balance < LOW_BALANCE_WEI) {
    findings.warn('account', `The account ${account} has little ether left.`, 'Send it some.');
  } else findings.ok('account', 'The account that pays for transactions has ether.');
}

async function checkIdentityKey(
  config: GatewayConfig,
  params: PublicParameters,
  epoch: number,
  findings: Findings,
): Promise<void> {
  const bytes = await readFile(config.keys.identityFile).catch(() => undefined);
  if (bytes === undefined) return;
  const wanted = hospitalIdentity(config.hospital, epoch);
  try {
    const { identity } = decodeIdentityKey(params, new Uint8Array(bytes));
    if (identity.name === wanted.name && identity.epoch === wanted.epoch) {
      findings.ok('identity-key', `The identity key is that of ${wanted.name} in epoch ${wanted.epoch}.`);
      return;
    }
    findings.error(
      'identity-key',
      `The identity key in ${config.keys.identityFile} is of ${identity.name} in epoch ${identity.epoch}; ${wanted.name} is in epoch ${wanted.epoch}.`,
      'Ask the authority for the key of the current epoch; keep the old one, it opens what was sealed before.',
    );
  } catch (error) {
    if (!(error instanceof MibscError)) throw error;
    findings.error(
      'identity-key',
      `The identity key in ${config.keys.identityFile} is none under these parameters (${error.code}).`,
      'Restore it from a backup, or ask the authority for it again.',
    );
  }
}
