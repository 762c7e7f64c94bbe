/** What a gateway works with. One object wires it (`openGateway`, or a test); the use cases take what they need of it. */

import type { ConsortiumReader, ConsortiumWriter } from '@twinseal/chain';
import type { IdentityKey, PublicParameters } from '@twinseal/mibsc';
import type { BlobStore, Ledger, ReceiptLog } from '@twinseal/store';
import type { LocalAccount } from 'viem';
import type { Vault } from './lane-author.js';

/** One hospital's gateway. */
export interface Gateway {
  /** The hospital's id, without `hospital:`. */
  readonly id: string;
  readonly key: IdentityKey;
  /** The account that controls the hospital on the chain. */
  readonly account: LocalAccount;
  readonly params: PublicParameters;
  readonly chain: ConsortiumReader;
  readonly writer: ConsortiumWriter;
  readonly blobs: BlobStore;
  readonly ledger: Ledger;
  readonly receipts: ReceiptLog;
  readonly vault: Vault;
  /** 32 bytes, secret: under it the gateway makes handles and remembers what its lanes hold. */
  readonly lookupKey: Uint8Array;
  /** Purposes (HL7 v3 PurposeOfUse) for which other authors' lanes are opened, the preferred first; treatment where it is left out. */
  readonly purposes?: readonly string[];
  /** The clock, in seconds since 1970. */
  nowS(): number;
}
