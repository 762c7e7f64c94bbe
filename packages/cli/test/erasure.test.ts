/** What a patient has erased is gone from every gateway that kept it, its own lane and replicas, in both areas; and the history around it verifies (docs/RECORD.md, REC-25). */

import { deletedObjectsDigest, loadConfig, rebuildGateway } from '@twinseal/gateway';
import { toHex } from '@twinseal/record';
import type { TieredBlobStore } from '@twinseal/store';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hospitalAuthorId, type PatientHome } from '../src/consortium/patient-home.js';
import { openRecord } from '../src/patient/open-record.js';
import { signErasure } from '../src/patient/sign-consents.js';
import {
  conditionBundle,
  type LivingTown,
  ownStatement,
  startLivingTown,
  textsIn,
} from './support/living-town.js';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const TEXT = /asthma [a-z]+|herbal tea \d/g;
const SOUTH = hospitalAuthorId('south');

let town: LivingTown;
let home: PatientHome;

beforeAll(async () => {
  town = await startLivingTown(['north', 'south']);
  home = await town.patient('one');
  await home.grant(hospitalAuthorId('north'), ['conditions', 'medications'], { days: 30 });
  const south = await town.client('south');
  for (const kind of ['mild', 'sore', 'worse'])
    await south.addRecord(home.twinId, conditionBundle('p-1', `asthma ${kind}`), 'record');
  await home.addToOwnLane([ownStatement('herbal tea 1'), ownStatement('herbal tea 2')]);
  await town.settled();
});

afterAll(async () => {
  await town?.stop();
});

const gatewayOf = (id: string) => (town.services[id] as (typeof town.services)[string]).gateway;
const laneOf = (author: string) => ({ twinId: home.twinId, authorId: author.replace(/^0x/, '') });
const objectsOf = async (id: string, author: string, seq: number) =>
  (await gatewayOf(id).ledger.partsOf({ ...laneOf(author), seq })).flatMap(({ slot, payload }) => [
    slot,
    payload,
  ]);
const heldBy = async (id: string, addresses: readonly string[]) => {
  const held = [];
  for (const address of addresses) if (await gatewayOf(id).blobs.has(address)) held.push(address);
  return held;
};
const viewAt = async (id: string) => {
  const service = town.services[id] as (typeof town.services)[string];
  const twin = await service.twins.get(home.twinId);
  return service.refreshed(twin as NonNullable<typeof twin>);
};
const erase = async (author: `0x${string}`, place: number | 'lane') =>
  home.relay(await signErasure(home.signing, author, place));

describe('the erasure of one instance', () => {
  let objects: string[];
  let backup: Uint8Array[];

  it('begins with a history that everybody reads', async () => {
    const record = await openRecord(home);
    expect(record.findings).toEqual([]);
    expect(textsIn(record.master, TEXT)).toEqual([
      'asthma mild',
      'asthma sore',
      'asthma worse',
      'herbal tea 1',
      'herbal tea 2',
    ]);
    expect(textsIn((await viewAt('north')).master, TEXT)).toHaveLength(5);
    objects = await objectsOf('south', SOUTH, 1);
    expect(objects.length).toBeGreaterThan(1);
    expect(await heldBy('south', objects)).toEqual(objects);
    expect(await heldBy('north', objects)).toEqual(objects);
    backup = await Promise.all(
      objects.map(async (address) => (await gatewayOf('north').blobs.get(address)) as Uint8Array),
    );
  });

  it('deletes slots and payloads at the author and at the custodian, and both sign for it', async () => {
    await erase(SOUTH, 1);
    await town.settled();
    for (const id of ['north', 'south']) expect(await heldBy(id, objects)).toEqual([]);
    const deletions = await town.running.reader.deletions(`0x${home.twinId}`);
    expect(deletions.map(({ place, holder, objects: digest }) => [place, holder, digest]).sort()).toEqual(
      [
        [1, hospitalAuthorId('north'), deletedObjectsDigest(objects)],
        [1, SOUTH, deletedObjectsDigest(objects)],
      ].sort(),
    );
  });

  it('leaves a history that verifies: erased with its tombstone, and no fault', async () => {
    const record = await openRecord(home);
    expect(record.findings).toEqual([]);
    expect(textsIn(record.master, TEXT)).not.toContain('asthma sore');
    expect(textsIn(record.master, TEXT)).toHaveLength(4);
    const lane = record.lanes.find(({ authorName }) => authorName === 'hospital:south');
    expect(lane?.instances).toBe(3);
    expect(lane?.erased.map(({ seq, module }) => [seq, module])).toContainEqual([1, 'conditions']);
    const [request] = await town.running.reader.erasureRequests(`0x${home.twinId}`);
    expect(lane?.erased[0]?.tombstone).toEqual({ blockNumber: request?.blockNumber, time: request?.time });
    for (const id of ['north', 'south']) expect((await town.fsck(id)).faults).toEqual([]);
  });

  it('is forgotten by views and timelines of every hospital', async () => {
    for (const id of ['north', 'south']) {
      const service = town.services[id] as (typeof town.services)[string];
      const { master, view } = await viewAt(id);
      expect(textsIn(master, TEXT)).not.toContain('asthma sore');
      expect(view.lanes.every(({ state }) => state === 'verified')).toBe(true);
      expect(JSON.stringify(await service.views.recent(home.twinId))).not.toContain('asthma sore');
    }
  });

  it('is not undone by the next import of the same record', async () => {
    const south = await town.client('south');
    const taken = await south.addRecord(home.twinId, conditionBundle('p-1', 'asthma sore'), 'record');
    expect(taken.instance.seq).toBeUndefined();
  });

  it('is not undone by an author who hands everything over again', async () => {
    const lane = laneOf(SOUTH);
    await gatewayOf('south').vault.putJson(
      `replica/${home.twinId}/${lane.authorId}/${hospitalAuthorId('north')}`,
      { instances: 0, capsules: 0 },
    );
    await town.services.south?.attendTo(home.twinId, 'handed over again');
    await town.settled();
    expect(await heldBy('north', objects)).toEqual([]);
    expect(await gatewayOf('north').ledger.lane(lane)).toHaveLength(3);
  });

  it('is done again where a backup brought it back, to the online or to the offline area', async () => {
    const { online, offline } = gatewayOf('north').blobs as TieredBlobStore;
    await online.put(backup[0] as Uint8Array);
    await offline.put(backup[1] as Uint8Array);
    expect(await heldBy('north', objects)).toHaveLength(2);
    expect((await town.fsck('north')).notices.map(({ code }) => code)).toContain('erasure-due');
    await town.services.north?.attendTo(home.twinId, 'a backup came back');
    await town.settled();
    expect(await heldBy('north', objects)).toEqual([]);
  });

  it('survives a restart and a rebuild of the database', async () => {
    await town.services.south?.stop();
    const report = await rebuildGateway(await loadConfig(town.town.gatewayConfig('south'), {}), {});
    expect(report.faults).toEqual([]);
    expect(report.swapped).toBe(true);
    await town.restart('south');
    await town.settled();
    expect((await openRecord(home)).findings).toEqual([]);
    expect((await town.fsck('south')).faults).toEqual([]);
  });
});

describe('the erasure of a whole lane', () => {
  it("takes the patient's own lane from the custodian, and lets it go on", async () => {
    const { authorId: own } = await home.author();
    const author = `0x${toHex(own)}` as const;
    const objects = [...(await objectsOf('north', author, 0)), ...(await objectsOf('north', author, 1))];
    expect(await heldBy('north', objects)).toEqual(objects);
    await erase(author, 'lane');
    await town.settled();
    expect(await heldBy('north', objects)).toEqual([]);
    let record = await openRecord(home);
    expect(record.findings).toEqual([]);
    expect(textsIn(record.master, TEXT)).toEqual(['asthma mild', 'asthma worse']);
    await home.addToOwnLane([ownStatement('herbal tea 3')]);
    await town.settled();
    record = await openRecord(home);
    expect(record.findings).toEqual([]);
    expect(textsIn(record.master, TEXT)).toEqual(['asthma mild', 'asthma worse', 'herbal tea 3']);
    expect((await town.fsck('north')).faults).toEqual([]);
  });

  it('can be asked for by the control key alone, and once', async () => {
    const other = await town.patient('two');
    const call = await signErasure({ ...home.signing, account: other.account }, SOUTH, 0);
    await expect(home.relay(call)).rejects.toMatchObject({ code: 'refused' });
    await expect(other.relay(await signErasure(home.signing, SOUTH, 0))).rejects.toMatchObject({
      code: 'not-the-patient',
    });
    await expect(erase(SOUTH, 1)).rejects.toMatchObject({ code: 'refused' });
  });
});
