/** Asking a lane's keepers for its word (docs/RECORD.md, REC-30), over signed requests. */

import type { ConsortiumReader } from '@twinseal/chain';
import type { Hex } from 'viem';
import { PeerError } from '../peers/errors.js';
import { lanePath } from '../peers/paths.js';
import type { PeerClient } from '../peers/peer-client.js';
import type { WordKeepers } from './kept-words.js';

/** What a word may come to at most, in bytes: some 100,000 instances. */
const WORD_BYTES = 16 * 2 ** 20;

/**
 * The keepers of lanes as the chain names them: the author, then the twin's custodian.
 *
 * @param self the own author id, which is not asked
 */
export function peerWords(
  client: PeerClient,
  chain: Pick<ConsortiumReader, 'twin'>,
  self?: Hex,
): WordKeepers {
  return {
    keepersOf: async ({ twinId, authorId }) => {
      const custodian = (await chain.twin(twinId))?.custodian;
      const keepers = custodian === undefined ? [authorId] : [authorId, custodian];
      return [...new Set(keepers)].filter((keeper) => keeper !== self);
    },
    ask: async (keeper, { twinId, authorId, batch }) => {
      const lane = { twinId: twinId.slice(2), authorId: authorId.slice(2) };
      try {
        const { body } = await client.ask(keeper, {
          method: 'GET',
          path: `${lanePath(lane)}/word?batch=${batch}`,
          maxBytes: WORD_BYTES,
        });
        return body;
      } catch (error) {
        if (!(error instanceof PeerError)) throw error;
        // Who is away or does not tell is passed over; that the lane is withheld then is what the reader finds.
        if (error.code !== 'not-found') client.tell({ keeper, code: error.code, message: error.message });
        return undefined;
      }
    },
    refused: (keeper) =>
      client.tell({
        keeper,
        code: 'word-refused',
        message: "The keeper's word of a lane does not hash to what its author anchored.",
      }),
  };
}
