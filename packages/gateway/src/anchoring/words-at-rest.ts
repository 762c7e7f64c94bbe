/** The words of lanes that a stopped gateway holds: for whoever checks what it keeps, and asks nobody. */

import type { ConsortiumReader } from '@twinseal/chain';
import { hospitalAuthorId, toHex } from '@twinseal/record';
import { type Ledger, SealedStore } from '@twinseal/store';
import type { GatewayConfig } from '../config/index.js';
import { readKeyFile } from '../service/key-files.js';
import { KeptWords } from './kept-words.js';
import { OwnMaps } from './own-maps.js';

/** A chain's reader with the words that a gateway's vault holds; as it was where the vault's key is not there: lanes in batches are withheld then. */
export async function withWordsAtRest(
  chain: ConsortiumReader,
  config: Pick<GatewayConfig, 'hospital' | 'vaultFolder' | 'keys'>,
  ledger: Pick<Ledger, 'lane'>,
): Promise<ConsortiumReader> {
  const key = await readKeyFile(config.keys.vaultFile).catch(() => undefined);
  if (key?.length !== 32) return chain;
  const vault = new SealedStore(config.vaultFolder, key);
  const self = toHex(hospitalAuthorId(config.hospital));
  const rowsOf = (twinId: string) => ledger.lane({ twinId, authorId: self });
  return chain.withWords(new KeptWords({ vault, self, own: new OwnMaps({ vault, self, rowsOf }) }));
}
