/** An erased instance on its way to a keeper that never had it: manifest and proof alone, under a tombstone only (docs/RECORD.md, REC-25). */

import { storageAbi, storageDomain, storageTypes } from '@twinseal/contracts';
import { toHex } from '@twinseal/record';
import type { Abi } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deletedObjectsDigest } from '../../src/erasure/deletion-receipt.js';
import { eraseDue, erasureMemory } from '../../src/erasure/erase-due.js';
import { LaneSource } from '../../src/lane-source.js';
import { decodeInstance, encodeInstance } from '../../src/peers/instance-body.js';
import { openTwin } from '../../src/usecases/open-twin.js';
import { nowS, startWorld, TestPatient, type TestWorld, updateOf, write } from '../peers/support/world.js';

let world: TestWorld;
let patient: TestPatient;
const lane = () => ({ twinId: patient.twinId, authorId: world.hospitals.south.authorId.slice(2) });
const bareOf = async (seq: number) => {
  const { sealed } = await updateOf(world.hospitals.south, lane(), seq);
  return { isErased: true, sealed: { ...sealed, parts: [] } };
};

beforeAll(async () => {
  world = await startWorld();
  const { north, south } = world.hospitals;
  patient = await TestPatient.register(world, north, [north, south]);
  await write(patient, south, { observations: ['o1'], medications: ['m1'] });
  await write(patient, south, { observations: ['o2'] });
}, 300_000);

afterAll(() => world?.stop(), 60_000);

/** The patient's word on the chain. */
async function erase(seq: number): Promise<void> {
  const { south } = world.hospitals;
  const stores = await world.reader.contract('stores');
  const nonce = (await world.reader.view('stores', storageAbi as Abi, 'patientNonceOf', [
    patient.id,
  ])) as bigint;
  const message = {
    twinId: patient.id,
    authorId: south.authorId,
    seq: BigInt(seq),
    nonce,
    deadline: BigInt(nowS() + 3600),
  };
  const signature = await patient.account.signTypedData({
    domain: storageDomain(BigInt(world.reader.consortium.chainId), stores),
    types: storageTypes,
    primaryType: 'RequestErasure',
    message,
  });
  await south.gateway.writer.call('stores', storageAbi as Abi, 'requestErasure', [
    ...Object.values(message),
    patient.account.address,
    signature,
  ]);
}

describe('an instance without its parts', () => {
  it('travels as two objects, and comes out as what it is', async () => {
    const bare = await bareOf(0);
    const { isErased, sealed, seq } = await decodeInstance(encodeInstance(bare));
    expect([isErased, sealed.parts, seq]).toEqual([true, [], 0]);
    const whole = await decodeInstance(encodeInstance(await updateOf(world.hospitals.south, lane(), 0)));
    expect([whole.isErased, whole.sealed.parts.length]).toEqual([undefined, 2]);
    expect(toHex(whole.sealed.leaf)).toBe(toHex(sealed.leaf));
  });

  it('is refused where no tombstone covers it: nobody can call a lane erased', async () => {
    const { north, south } = world.hospitals;
    await expect(south.client.pushInstance(north.authorId, await bareOf(0))).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await north.gateway.ledger.lane(lane())).toEqual([]);
  });

  it('is taken under a tombstone, and the lane goes on behind it', async () => {
    const { north, south } = world.hospitals;
    const whole = await updateOf(south, lane(), 0);
    const addresses = (await south.gateway.ledger.partsOf({ ...lane(), seq: 0 })).flatMap(
      ({ slot, payload }) => [slot, payload],
    );
    await erase(0);
    let forgotten = 0;
    const forget = async () => void forgotten++;
    const done = await eraseDue(south.gateway, patient.twinId, lane().authorId, forget);
    expect([done, forgotten]).toEqual([{ isNew: true, deleted: 4, receipts: 1 }, 1]);
    const again = await eraseDue(south.gateway, patient.twinId, lane().authorId, forget);
    expect([again, forgotten]).toEqual([{ isNew: false, deleted: 0, receipts: 0 }, 1]);
    const [receipt] = (await erasureMemory(south.gateway, patient.twinId)).receipts;
    expect(receipt).toMatchObject({ seq: '0', objects: deletedObjectsDigest(addresses) });

    // Somebody who has not heard of it hands the whole of it over: what is to be gone is not taken.
    await south.client.pushInstance(north.authorId, whole);
    for (const address of addresses) expect(await north.gateway.blobs.has(address)).toBe(false);
    await south.client.pushInstance(north.authorId, await bareOf(0));
    await south.client.pushInstance(north.authorId, await updateOf(south, lane(), 1));
    expect(await north.gateway.ledger.lane(lane())).toHaveLength(2);
    // Who holds nothing has nothing to sign for.
    expect(await eraseDue(north.gateway, patient.twinId, north.authorId.slice(2), forget)).toMatchObject({
      deleted: 0,
      receipts: 0,
    });

    for (const { address } of await south.gateway.ledger.capsules(lane()))
      await north.gateway.blobs.put((await south.gateway.blobs.get(address)) as Uint8Array);
    const opened = await openTwin({
      params: world.params,
      chain: world.reader,
      reader: patient.key,
      twinId: patient.twinId,
      scopeSalts: patient.slip().scopeSalts,
      sourceOf: () => new LaneSource({ ...north.gateway, ledger: withCapsulesOf() }, lane()),
      depth: 'self-verified',
    });
    expect(
      opened.findings.filter(({ code }) => code.startsWith('part') || code.startsWith('instance')),
    ).toEqual([]);
    expect(opened.lanes[0]?.erased.map(({ module }) => module)).toEqual(['medications', 'observations']);
    expect(opened.lanes[0]?.verified.map(({ seq, module }) => [seq, module])).toEqual([[1, 'observations']]);
  });
});

/** The custodian's rows, with the capsules that the author holds: they are not what is tested here. */
function withCapsulesOf() {
  const { north, south } = world.hospitals;
  return {
    lane: (key: Parameters<typeof north.gateway.ledger.lane>[0]) => north.gateway.ledger.lane(key),
    part: (key: Parameters<typeof north.gateway.ledger.lane>[0], digest: string) =>
      north.gateway.ledger.part(key, digest),
    capsules: (key: Parameters<typeof north.gateway.ledger.lane>[0]) => south.gateway.ledger.capsules(key),
  };
}
