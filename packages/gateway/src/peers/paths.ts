/** Where the peers' routes are, below a gateway's origin. */

import type { LaneRef } from './types.js';

/** Under what the routes are registered. */
export const PEER_PREFIX = '/peer/v1';

/** The path of a lane below the prefix. */
export function lanePath(lane: LaneRef): string {
  return `lanes/${lane.twinId}/${lane.authorId}`;
}
