import type { LaneSlot } from '../fold-lane.js';
import type { Provenance } from '../merge-lanes.js';

/** Where a slot's statement comes from. */
export function provenanceOf(slot: LaneSlot): Provenance {
  const { statement } = slot;
  return {
    author: slot.author,
    module: slot.module,
    seq: slot.seq,
    position: slot.position,
    handle: statement.source.id,
    system: statement.source.system,
    sourceTime: statement.sourceTime,
    recordedTime: statement.recordedTime,
  };
}
