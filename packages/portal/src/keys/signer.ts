/** Who signs for the patient: a key in this page's memory, or a wallet that shows what it signs. */

import type { Hex, TypedDataDomain } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { hex0x } from '../internal/bytes.js';

/** One EIP-712 message, with its types; whole numbers as bigint. */
export interface TypedMessage {
  readonly domain: TypedDataDomain;
  readonly types: Readonly<Record<string, readonly { readonly name: string; readonly type: string }[]>>;
  readonly primaryType: string;
  readonly message: Readonly<Record<string, unknown>>;
}

export interface Signer {
  /** With its checksum (EIP-55). */
  readonly address: Hex;
  /** Whether it signs by itself; a wallet asks its owner each time. */
  readonly isSilent: boolean;
  signText(text: string): Promise<Hex>;
  signTyped(data: TypedMessage): Promise<Hex>;
}

/** A signer with a key of its own. The bytes are overwritten; what the library keeps ends with the page. */
export function keySigner(controlKey: Uint8Array): Signer {
  const account = privateKeyToAccount(hex0x(controlKey));
  controlKey.fill(0);
  return {
    address: account.address,
    isSilent: true,
    signText: (message) => account.signMessage({ message }),
    signTyped: (data) => account.signTypedData(data as never),
  };
}
