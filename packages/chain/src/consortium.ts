/** A consortium: one set of contracts on one chain. How to deploy it, and how to find it again. */

import {
  type ContractName,
  DEPLOYMENT_ORDER,
  type DeploymentInput,
  deploymentPlan,
} from '@twinseal/contracts';
import { type Abi, type Account, type Address, getContractAddress } from 'viem';
import type { Connection } from './connection.js';
import { ChainError } from './errors.js';
import { chainErrorOf } from './transaction.js';

/** Where a consortium's contracts are. Public, kept in configuration. */
export interface Consortium {
  readonly chainId: number;
  readonly hospitals: Address;
  readonly registration: Address;
  readonly access: Address;
  readonly twins: Address;
  readonly requests: Address;
  readonly book: Address;
  /** The block from which on there are events. */
  readonly firstBlock: number;
}

/** What was deployed, and for how much gas. */
export interface Deployment {
  readonly consortium: Consortium;
  readonly gas: Readonly<Record<ContractName, number>>;
}

/**
 * Deploys a consortium's contracts, one transaction each.
 *
 * @param deployer an account that pays; it keeps no power over what it deploys
 * @throws ChainError `refused` where the chain rejects a contract, or puts it anywhere but where the others expect it
 */
export async function deployConsortium(
  connection: Connection,
  deployer: Account,
  terms: Omit<DeploymentInput, 'addresses'>,
): Promise<Deployment> {
  const sender = connection.sender(deployer);
  const { reader, chain } = connection;
  const from = deployer.address;
  const firstNonce = await reader.getTransactionCount({ address: from });
  const firstBlock = Number(await reader.getBlockNumber());
  const addresses = Object.fromEntries(
    DEPLOYMENT_ORDER.map((name, index) => [
      name,
      getContractAddress({ from, nonce: BigInt(firstNonce + index) }),
    ]),
  ) as Record<ContractName, Address>;
  const gas: Partial<Record<ContractName, number>> = {};
  for (const step of deploymentPlan({ ...terms, addresses })) {
    const { contract, abi, bytecode, args } = step;
    const hash = await sender
      .deployContract({ abi: abi as Abi, bytecode, args: args as unknown[], chain })
      .catch((error: unknown) => {
        throw chainErrorOf(error, `deployment of ${contract}`);
      });
    const receipt = await reader.waitForTransactionReceipt({ hash });
    if (
      receipt.status !== 'success' ||
      receipt.contractAddress?.toLowerCase() !== step.address.toLowerCase()
    ) {
      throw new ChainError(
        'refused',
        `The deployment of ${contract} failed: it is not where the other contracts expect it.`,
      );
    }
    gas[contract] = Number(receipt.gasUsed);
  }
  return {
    consortium: {
      chainId: chain.id,
      hospitals: addresses.AuthorizedHospitals,
      registration: addresses.Registration,
      access: addresses.Access,
      twins: addresses.PatientDigitalTwin,
      requests: addresses.DataRequest,
      book: addresses.AddressBook,
      firstBlock,
    },
    gas: gas as Record<ContractName, number>,
  };
}
