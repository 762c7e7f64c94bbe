/** A lane that its author anchors in batches, as the page has it: from a block's state and a word that nobody is believed for. Real gateways, a real chain. */

import { formatName, hospitalAuthorId, laneId, verifyLane } from '@twinseal/record';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TwinApiSession } from '../../cli/src/export/twin-api-session.js';
import { portsOfProcess } from '../../cli/src/torture/ports.js';
import { agreeOnHead } from '../src/chain/agree-on-head.js';
import { ProvedState, type ServedProof } from '../src/chain/prove-words.js';
import { bytesOf, hex0x } from '../src/internal/bytes.js';
import { anchoredLane, type LaneServer } from '../src/worker/anchored-lane.js';
import { startWorld, type World } from './support/world.js';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 });

let world: World;
let api: LaneServer;

beforeAll(async () => {
  world = await startWorld(portsOfProcess(), {
    south: { TWINSEAL_ANCHORING_MODE: 'batch', TWINSEAL_ANCHORING_EVERY_S: '1' },
  });
  const { manifest, reader } = world.running;
  const port = manifest.hospitals.find(({ id }) => id === 'north')?.port;
  const origin = `http://127.0.0.1:${port}`;
  const { token } = await TwinApiSession.open(origin, world.ada.account, reader.consortium.chainId);
  const ask = (path: string) =>
    fetch(`${origin}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  api = {
    get: async <T>(path: string) => {
      const response = await ask(path);
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return (await response.json()) as T;
    },
    octets: async (path) => {
      const response = await ask(path);
      return response.ok ? { bytes: new Uint8Array(await response.arrayBuffer()) } : undefined;
    },
  };
  const bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      { resource: { resourceType: 'Patient', id: 'p' } },
      {
        resource: {
          resourceType: 'MedicationRequest',
          id: 'm',
          status: 'active',
          intent: 'order',
          authoredOn: '2026-01-01T08:00:00Z',
          medicationCodeableConcept: {
            coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '314076' }],
          },
          subject: { reference: 'Patient/p' },
        },
      },
    ],
  };
  await world.clients.get('south')?.addRecord(world.ada.twinId, JSON.stringify(bundle), 'record');
  await world.settled();
});
afterAll(() => world?.stop());

/** The lane of a hospital as of the newest block, asked of north. @param through what answers in its place */
async function laneOf(hospital: string, through: LaneServer = api) {
  const witness = {
    name: 'north',
    newest: async () => {
      const { number, hash } = await api.get<{ number: number; hash: string }>('/chain/head');
      return { number, hash: bytesOf(hash) };
    },
    header: async (hash: Uint8Array) =>
      bytesOf((await api.get<{ header: string }>(`/chain/headers/${hex0x(hash)}`)).header),
  };
  const { block } = await agreeOnHead([witness], 1);
  const { contracts } = await api.get<{ contracts: ProvedState['contracts'] }>('/consortium');
  const state = new ProvedState(block, contracts, (contract, slot, hash) =>
    api.get<ServedProof>(`/chain/proofs?contract=${contract}&slot=${hex0x(slot)}&block=${hex0x(hash)}`),
  );
  return anchoredLane(through, state, {
    twinId: bytesOf(world.ada.twinId),
    authorId: hospitalAuthorId(hospital),
    authorName: formatName({ kind: 'hospital', hospital }),
  });
}

/** North, with its answers about words changed. */
function lying(lie: (word: Uint8Array | undefined) => Uint8Array | undefined): LaneServer {
  return {
    get: (path) => api.get(path),
    octets: async (path) => {
      const served = await api.octets(path);
      const bytes = path.includes('/word?') ? lie(served?.bytes) : served?.bytes;
      return bytes === undefined ? undefined : { bytes };
    },
  };
}

describe('a lane in batches', () => {
  it('is whole, and every author proof of it holds, with nothing of it in the state but a root', async () => {
    const lane = await laneOf('south');
    if (lane === undefined) throw new Error('no lane');
    const { count } = await world.running.reader.directHead(
      `0x${world.ada.twinId}`,
      `0x${Buffer.from(lane.authorId).toString('hex')}`,
    );
    expect(count).toBe(0);
    expect(lane.count).toBe(1);
    expect(lane.noted).toBeUndefined();
    expect(lane.instances.map(({ batch, mayContribute }) => [batch, mayContribute])).toEqual([[0, true]]);
    const { params, reader } = world.running;
    const nothing = async () => undefined;
    const source = {
      head: nothing,
      manifest: nothing,
      locator: nothing,
      object: nothing,
      capsules: async () => [],
    };
    const { findings, laneId: id } = await verifyLane({
      params,
      domain: reader.domain,
      lane,
      source,
      depth: 'self-verified',
    });
    expect(id).toEqual(laneId(lane.twinId, lane.authorId));
    // Of the leaves nothing is wrong: what is missing is what this source does not serve.
    expect(findings.map(({ code }) => code).sort()).toEqual(['head-mismatch', 'lane-truncated']);
  });

  it('is proved absent where the map shows so, and empty where the hospital anchors no batches', async () => {
    expect(await laneOf('east')).toBeUndefined();
    expect((await laneOf('north'))?.noted).toBeUndefined();
  });

  it('is withheld, and not empty, where no word is served, or one of which anything was changed that the root binds', async () => {
    const withheld = { count: 0, instances: [], noted: [{ code: 'lane-withheld' }] };
    expect(
      await laneOf(
        'south',
        lying(() => undefined),
      ),
    ).toMatchObject(withheld);
    for (const place of [0, 7, 40, 75, 90, 125, 165, 210, 240, 250]) {
      const changed = lying((word) => word?.map((byte, index) => (index === place ? byte ^ 1 : byte)));
      const lane = await laneOf('south', changed);
      expect(lane?.noted?.[0]?.code ?? 'taken', `byte ${place}`).toBe('lane-withheld');
    }
  });
});
