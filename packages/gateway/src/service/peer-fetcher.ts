/** Lanes of other keepers, by way of the peers' protocol. */

import type { Hex } from 'viem';
import { type PeerClient, PeerError } from '../peers/index.js';
import type { LaneFetcher } from '../usecases/refresh-twin.js';

/** Asks keepers one after the other for their release; whoever gave one is read from, in that order. */
export function peerFetcher(peers: PeerClient): LaneFetcher {
  return {
    fetch: async (keepers, { requestId, twinId, authorId, purpose }) => {
      const willing: Hex[] = [];
      for (const keeper of keepers) {
        try {
          const { permit } = await peers.release(keeper, { requestId, twinId, authorId, purpose });
          if (permit) willing.push(keeper);
        } catch (error) {
          // Reported by the client already; the next keeper may be honest and awake.
          if (!(error instanceof PeerError)) throw error;
        }
      }
      return willing.length === 0 ? undefined : peers.laneSource(willing, { twinId, authorId }, requestId);
    },
  };
}
