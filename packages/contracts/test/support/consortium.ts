import { contractParameters, loadBackend, setup } from '@twinseal/mibsc';
import {
  type Address,
  concat,
  getContractAddress,
  type Hex,
  keccak256,
  numberToHex,
  stringToHex,
  toHex,
} from 'viem';
import { ARTIFACTS, type ContractName, DEPLOYMENT_ORDER, deploymentPlan } from '../../src/index.js';
import { startAnvil, type TestChain } from './anvil.js';
import { must } from './must.js';

export const tag = (text: string): Hex => keccak256(stringToHex(text));
export const keccakBytes = (data: Uint8Array): Uint8Array => keccak256(data, 'bytes');
export const bytes = (hex: Hex): Uint8Array => Uint8Array.from(Buffer.from(hex.slice(2), 'hex'));
export const authorIdOf = (name: string): Hex =>
  keccak256(concat([tag('TWINSEAL-V1-AUTHOR-ID'), stringToHex(name)]));

export interface InstanceFields {
  twinId: Hex;
  authorId: Hex;
  seq: bigint;
  h: Hex;
  accessVersion: bigint;
  time: bigint;
}

/** REC-6 by viem, independently of the contracts and of package record. */
export function leafOf(i: InstanceFields): Hex {
  const u64 = (n: bigint) => numberToHex(n, { size: 8 });
  return keccak256(
    concat(['0x00', i.twinId, i.authorId, u64(i.seq), i.h, u64(i.accessVersion), u64(i.time)]),
  );
}

/** REC-7. */
export function authorDigestOf(leaf: Hex): Uint8Array {
  return keccakBytes(bytes(concat([tag('TWINSEAL-V1-AUTHOR-INSTANCE'), leaf])));
}

export interface TestConsortium {
  readonly chain: TestChain;
  readonly at: Record<ContractName, Address>;
  readonly scheme: ReturnType<typeof setup>;
  readonly gas: Record<string, bigint[]>;
  account(index: number): TestChain['accounts'][number];
  send(
    label: string,
    contract: ContractName,
    functionName: string,
    args: unknown[],
    from?: number,
  ): Promise<Sent>;
  read(contract: ContractName, functionName: string, args: unknown[]): Promise<unknown>;
  now(): Promise<bigint>;
  /** The chain id, as D and the signing domains have it. */
  readonly chainId: bigint;
}

export type Sent = Awaited<ReturnType<TestChain['client']['waitForTransactionReceipt']>>;

/** anvil with all contracts: founders a, b, c are controlled by accounts 1, 2, 3; account 0 deployed; strangers relay from account 9. */
export async function startConsortium(): Promise<TestConsortium> {
  const chain = await startAnvil();
  const scheme = setup(await loadBackend(), 4);
  const { digest, w, H1, H2 } = contractParameters(scheme.params);
  const account = (index: number) => must(chain.accounts[index]);
  const gas: Record<string, bigint[]> = {};
  const at = Object.fromEntries(
    DEPLOYMENT_ORDER.map((name, i) => [
      name,
      getContractAddress({ from: account(0).address, nonce: BigInt(i) }),
    ]),
  ) as Record<ContractName, Address>;
  const founders = ['a', 'b', 'c'].map((id, i) => ({
    id,
    epoch: 1,
    controller: account(i + 1).address,
    endpoint: `https://${id}.example`,
  }));
  const parameters = { digest: toHex(digest), w: toHex(w), H1: toHex(H1), H2: toHex(H2) };
  for (const step of deploymentPlan({ founders, quorumPercent: 66, parameters, addresses: at })) {
    const hash = await chain.wallet.deployContract({
      account: account(0),
      abi: step.abi as never,
      bytecode: step.bytecode,
      args: step.args as never,
      chain: chain.wallet.chain,
    });
    const receipt = await chain.client.waitForTransactionReceipt({ hash });
    if (
      receipt.status !== 'success' ||
      receipt.contractAddress?.toLowerCase() !== step.address.toLowerCase()
    ) {
      throw new Error(`${step.contract} was not deployed where it was expected`);
    }
    gas[`deploy ${step.contract}`] = [receipt.gasUsed];
  }
  return {
    chain,
    at,
    scheme,
    gas,
    account,
    chainId: BigInt(await chain.client.getChainId()),
    now: async () => (await chain.client.getBlock()).timestamp,
    read: (contract, functionName, args) =>
      chain.client.readContract({
        address: at[contract],
        abi: ARTIFACTS[contract].abi as never,
        functionName: functionName as never,
        args: args as never,
      }),
    send: async (label, contract, functionName, args, from = 9) => {
      const request = {
        account: account(from),
        address: at[contract],
        abi: ARTIFACTS[contract].abi as never,
        functionName: functionName as never,
        args: args as never,
      };
      await chain.client.simulateContract(request);
      const hash = await chain.wallet.writeContract({ ...request, chain: chain.wallet.chain } as never);
      const receipt = await chain.client.waitForTransactionReceipt({ hash });
      if (receipt.status !== 'success') throw new Error(`${label} reverted`);
      gas[label] = [...(gas[label] ?? []), receipt.gasUsed];
      return receipt;
    },
  };
}
