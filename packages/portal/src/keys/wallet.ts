/** A wallet in the browser (EIP-1193). It asks its owner for every signature; the page never sees the key. */

import { getAddress, type Hex } from 'viem';
import type { Signer, TypedMessage } from './signer.js';

/** As much of EIP-1193 as is used. */
export interface Provider {
  request(args: { readonly method: string; readonly params?: readonly unknown[] }): Promise<unknown>;
}

/** Why a wallet did not sign, in words for the patient. */
export class WalletError extends Error {
  override readonly name = 'WalletError';
}

/** Connects to the wallet of this browser. @throws WalletError */
export async function connectWallet(): Promise<Signer> {
  const provider = (globalThis as { ethereum?: Provider }).ethereum;
  if (provider === undefined)
    throw new WalletError('There is no wallet in this browser. Install one, or use a passkey or a key file.');
  const ask = async (method: string, params: readonly unknown[] = []): Promise<unknown> => {
    try {
      return await provider.request({ method, params });
    } catch (error) {
      // 4001: the user said no (EIP-1193, section "Provider Errors").
      const said =
        (error as { code?: unknown }).code === 4001 ? 'The wallet’s owner said no.' : 'The wallet failed.';
      throw new WalletError(`${said} Nothing was done.`);
    }
  };
  const accounts = await ask('eth_requestAccounts');
  const first: unknown = Array.isArray(accounts) ? accounts[0] : undefined;
  if (typeof first !== 'string') throw new WalletError('The wallet named no account.');
  const address = getAddress(first);
  const signature = (value: unknown): Hex => {
    if (typeof value !== 'string' || !/^0x([0-9a-f]{2})+$/i.test(value))
      throw new WalletError('The wallet answered with something that is no signature.');
    return value as Hex;
  };
  return {
    address,
    isSilent: false,
    signText: async (text) => signature(await ask('personal_sign', [toHexText(text), address])),
    signTyped: async (data) => signature(await ask('eth_signTypedData_v4', [address, typedJson(data)])),
  };
}

function toHexText(text: string): string {
  return `0x${Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** JSON of an EIP-712 message: wallets want the domain's type spelt out, and numbers as decimal text. */
function typedJson({ domain, types, primaryType, message }: TypedMessage): string {
  const kinds: Readonly<Record<string, string>> = {
    name: 'string',
    version: 'string',
    chainId: 'uint256',
    verifyingContract: 'address',
  };
  const EIP712Domain = Object.keys(kinds)
    .filter((name) => (domain as Record<string, unknown>)[name] !== undefined)
    .map((name) => ({ name, type: kinds[name] }));
  return JSON.stringify({ domain, types: { EIP712Domain, ...types }, primaryType, message }, (_key, value) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}
