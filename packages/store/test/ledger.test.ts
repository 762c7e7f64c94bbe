import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Ledger, openEmbeddedDatabase, type SealedInstance } from '../src/index.js';

const hex = (digit: string) => digit.repeat(64);

function sealed(seq: number): SealedInstance {
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

describe('Ledger', () => {
  it('records an instance with its parts and its pending anchoring, once, and over a restart', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'twinseal-store-')), 'db');
    const lane = { twinId: hex('a'), authorId: hex('b') };
    const first = await openEmbeddedDatabase(folder);
    const ledger = new Ledger(first.db);
    await ledger.recordSealed(sealed(0));
    await expect(ledger.recordSealed(sealed(0))).rejects.toThrow();
    await ledger.recordSealed(sealed(1));
    expect((await ledger.pendingEffects()).map((row) => row.kind)).toEqual(['anchor', 'anchor']);
    await ledger.recordAnchored(
      { ...lane, seq: 0 },
      { mk: hex('9'), txHash: hex('8'), blockNumber: 5, gas: 250_000 },
    );
    await first.close();

    const second = await openEmbeddedDatabase(folder);
    const again = new Ledger(second.db);
    expect((await again.pendingAnchors()).map((row) => row.seq)).toEqual([1]);
    expect(await again.pendingEffects()).toHaveLength(1);
    expect((await again.lane(lane)).map((row) => row.gas)).toEqual([250_000, null]);
    expect(await again.known(lane, [hex('7'), hex('6')])).toEqual(new Map([[hex('7'), hex('1')]]));
    expect((await again.part(hex('1')))?.seq).toBe(1);
    await second.close();
  });
});
