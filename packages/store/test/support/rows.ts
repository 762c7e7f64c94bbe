import type { SealedInstance } from '../../src/index.js';

export const hex = (digit: string) => digit.repeat(64);

/** A row that could be one of a lane's; its digests are made up. */
export function sealedRow(seq: number): SealedInstance {
  return {
    twinId: hex('a'),
    authorId: hex('b'),
    seq,
    author: 'hospital:x#1',
    accessVersion: 1,
    timeS: 1_700_000_000,
    manifest: hex('c'),
    h: hex('d'),
    leaf: hex('e'),
    proof: 'ff',
    parts: [{ partDigest: hex(String(seq)), slot: hex('1'), payload: hex('2'), payloadBytes: 300 }],
    known: [{ keyMac: hex('7'), contentMac: hex(String(seq)) }],
  };
}

export const LANE = { twinId: hex('a'), authorId: hex('b') };
