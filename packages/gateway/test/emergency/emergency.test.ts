/** Breaking the glass with real contracts: who may, what it opens, how it is accounted for, and how it works while the chain is down. */

import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { type AddressInfo, connect as connectTcp, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { emergencyAbi, emergencyDomain, emergencyTypes, ZERO_32 } from '@twinseal/contracts';
import { authorId, decodeReceipt, staffIdentity, toHex } from '@twinseal/record';
import { type Abi, bytesToHex, type Hex } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/index.js';
import {
  Emergencies,
  type EmergencyAsk,
  openedEmergencies,
  reissueCapsules,
} from '../../src/emergency/index.js';
import { LaneSource } from '../../src/lane-source.js';
import { receiptBook } from '../../src/receipts/receipt-book.js';
import { openParties, type Parties } from '../../src/service/open-parties.js';
import { KnownTwins } from '../../src/twins/known-twins.js';
import { addToLane } from '../../src/usecases/add-to-lane.js';
import { anchorPending } from '../../src/usecases/anchor-pending.js';
import { deliverCapsules } from '../../src/usecases/deliver-capsules.js';
import { refreshTwin } from '../../src/usecases/refresh-twin.js';
import {
  authorIdOf,
  foundConsortium,
  statements,
  type TestConsortium,
  TestPatient,
} from '../rebuild/consortium.js';

/** Stands between a gateway and its node, and can be cut. */
class Wire {
  readonly #sockets = new Set<Socket>();
  cut = false;

  private constructor(readonly server: Server) {}

  static async to(url: string): Promise<Wire> {
    const { port } = new URL(url);
    const server = createServer((socket) => {
      wire.#sockets.add(socket);
      if (wire.cut) return socket.destroy();
      const node = connectTcp(Number(port), '127.0.0.1');
      wire.#sockets.add(node);
      for (const each of [socket, node]) each.on('error', () => each.destroy());
      socket.pipe(node).pipe(socket);
      return undefined;
    });
    const wire = new Wire(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  break(): void {
    this.cut = true;
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }
}

let world: TestConsortium;
let wire: Wire;
let north: Parties;
let south: Parties;
let patient: TestPatient;
let twins: KnownTwins;
let glass: Emergencies;
const told: string[] = [];
const doctor = privateKeyToAccount(generatePrivateKey());
const second = privateKeyToAccount(generatePrivateKey());

beforeAll(async () => {
  world = await foundConsortium();
  wire = await Wire.to(world.chain.url);
  const south2 = { ...world.configOf('south'), chain: { url: wire.url, pollS: 0.1 } };
  const file = join(world.root, 'south-over-wire.json');
  await writeFile(file, JSON.stringify(south2));
  north = await openParties(await loadConfig(world.configFile('north'), {}), {});
  south = await openParties(await loadConfig(file, {}), {});
  patient = await TestPatient.register(world, north.gateway, ['north']);
  await addToLane(
    north.gateway,
    await patient.authorAt(north.gateway),
    north.gateway.lookupKey,
    new Map([
      ['conditions', statements('c')],
      ['medications', statements('m')],
      ['observations', statements('o')],
    ]),
  );
  await anchorPending(north.gateway, { twinId: patient.twinId, authorId: north.self });
  twins = new KnownTwins(south.gateway.vault);
  await twins.introduce(patient.slip());
  glass = new Emergencies(south.gateway, twins, (what) => void told.push(what));
}, 300_000);
afterAll(async () => {
  wire?.break();
  wire?.server.close();
  await north?.close();
  await south?.close();
  await world?.stop();
});

const signed = async (
  modules: readonly string[],
  options: { readonly second?: boolean; readonly lastsS?: number; readonly by?: typeof doctor } = {},
): Promise<EmergencyAsk> => {
  const wish = {
    staff: 'dr-1',
    ...(options.second === true ? { secondStaff: 'dr-2' } : {}),
    modules,
    purpose: 'BTG',
    reason: 'unconscious' as const,
    lastsS: options.lastsS ?? 3600,
  };
  const { terms, reasonSalt } = await glass.draft(patient.twinId, wish);
  // As a clinician's own tool signs, from the contract's types.
  const data = {
    domain: emergencyDomain(BigInt(world.consortium.chainId), await world.reader.contract('emergency')),
    types: { OpenEmergency: emergencyTypes.OpenEmergency },
    primaryType: 'OpenEmergency' as const,
    message: { ...terms },
  };
  return {
    terms,
    reasonSalt,
    reason: wish.reason,
    purpose: wish.purpose,
    staff: wish.staff,
    ...(options.second === true
      ? { secondStaff: 'dr-2', secondSignature: await second.signTypedData(data) }
      : {}),
    signature: await (options.by ?? doctor).signTypedData(data),
  };
};
const receipts = (parties: Parties) =>
  receiptBook(parties.gateway)
    .ofTwin(patient.twinId)
    .map(({ bytes }) => decodeReceipt(bytes));
const sees = async () => {
  const twin = await twins.get(patient.twinId);
  if (twin === undefined) throw new Error('expected to know the twin');
  const made = await refreshTwin(south.gateway, twin, {
    fetch: async (_keepers, { authorId }) =>
      new LaneSource(north.gateway, { twinId: patient.twinId, authorId }),
  });
  return made.view;
};
const deliver = async () => deliverCapsules(await patient.authorAt(north.gateway), north.gateway);

describe('an emergency', () => {
  it('is opened by nobody but a clinician whom the hospital authorised', async () => {
    await expect(glass.open(await signed(['medications']))).rejects.toMatchObject({
      code: 'emergency-refused',
    });
    await glass.authorise('dr-1', doctor.address);
    await glass.authorise('dr-2', second.address);
    await expect(glass.open(await signed(['medications'], { by: second }))).rejects.toMatchObject({
      code: 'emergency-refused',
    });
    // Nothing was released, and nothing stands in the chain of receipts.
    expect(receipts(south)).toEqual([]);
    expect(await openedEmergencies(world.reader, patient.id)).toEqual([]);
  });

  it('opens the basic modules by one clinician, loudly, with a receipt that is durable first', async () => {
    expect((await sees()).granted).toEqual([]);
    const opened = await glass.open(await signed(['conditions', 'medications']));
    expect(opened).toMatchObject({
      state: 'open',
      modules: ['conditions', 'medications'],
      reason: 'unconscious',
    });
    expect(told).toContain('emergency opened');
    expect(receipts(south)).toHaveLength(1);
    expect(receipts(south)[0]).toMatchObject({
      requester: staffIdentity('south', 'dr-1'),
      decision: 'permit',
      reason: 11,
      purpose: 'BTG',
    });
    // The author delivers on the event; its own receipt says that it was by emergency.
    await deliver();
    expect(receipts(north).at(-1)).toMatchObject({
      reason: 11,
      requester: { name: 'hospital:south', epoch: '1' },
    });
    const view = await sees();
    expect([view.granted, view.refusal]).toEqual([['conditions', 'medications'], undefined]);
    expect(view.lanes.find(({ author }) => author === 'hospital:north')).toMatchObject({
      opened: 2,
      state: 'verified',
    });
    expect(await glass.of(patient.twinId)).toEqual([
      expect.objectContaining({ id: opened.id, state: 'open', reviewed: false }),
    ]);
  });

  it('opens more by two clinicians only; what the contract cannot see, the author checks', async () => {
    await expect(glass.open(await signed(['observations']))).rejects.toMatchObject({
      code: 'emergency-refused',
    });
    // A dishonest south goes around its own check: one scope is within the contract's count of three.
    const ask = await signed(['observations']);
    await south.gateway.writer.call('emergency', emergencyAbi as Abi, 'open', [
      ask.terms,
      [],
      ask.signature,
      '0x',
    ]);
    await deliver();
    const before = (await sees()).lanes.find(({ author }) => author === 'hospital:north');
    expect(before).toMatchObject({ opened: 2 });
    expect(before?.state).not.toBe('verified');
    await glass.open(await signed(['observations'], { second: true }));
    await deliver();
    expect((await sees()).lanes.find(({ author }) => author === 'hospital:north')).toMatchObject({
      state: 'verified',
    });
  });

  it('ends when it is closed, and is reviewed by the custodian once', async () => {
    const open = (await glass.of(patient.twinId)).filter(({ state }) => state === 'open');
    expect(open.length).toBeGreaterThan(0);
    for (const { id } of open) await glass.close(id);
    expect((await sees()).granted).toEqual([]);
    const grantId = open[0]?.id as Hex;
    const review = {
      grantId,
      finding: bytesToHex(randomBytes(32)),
      deadline: BigInt(north.gateway.nowS() + 3600),
      signer: north.gateway.account.address,
      signature: '0x' as const,
    };
    const atNorth = new Emergencies(north.gateway, new KnownTwins(north.gateway.vault));
    // The hospital that opened it does not review itself.
    await expect(glass.review({ ...review, signer: south.gateway.account.address })).rejects.toMatchObject({
      code: 'refused',
    });
    await atNorth.review(review);
    expect((await glass.of(patient.twinId)).find(({ id }) => id === grantId)).toMatchObject({
      state: 'over',
      reviewed: true,
    });
    await expect(atNorth.review(review)).rejects.toMatchObject({ code: 'refused' });
  });

  it('opens the lane of a patient who cannot act: the custodian hands on what it may read, with a receipt', async () => {
    // The patient wrote in the own lane once, and let the custodian read it.
    await patient.grant(north.gateway, 'north', ['medications']);
    await addToLane(
      north.gateway,
      await patient.author(),
      patient.lookupKey,
      new Map([['medications', statements('own')]]),
    );
    const own = { twinId: patient.twinId, authorId: toHex(authorId(patient.key.identity.name)) };
    await anchorPending(north.gateway, own);
    await new KnownTwins(north.gateway.vault).introduce(patient.slip());
    const twin = await new KnownTwins(north.gateway.vault).get(patient.twinId);
    if (twin === undefined) throw new Error('expected to know the twin');
    await glass.open(await signed(['medications']));
    const before = receipts(north).length;
    const handedOn = await reissueCapsules(north.gateway, twin);
    expect(handedOn).toBeGreaterThan(0);
    expect(receipts(north).slice(before)).toEqual([
      expect.objectContaining({
        reason: 11,
        purpose: 'BTG',
        requester: { name: 'hospital:south', epoch: '1' },
      }),
    ]);
    const lane = (await sees()).lanes.find(({ author }) => author === `patient:${patient.twinId}`);
    expect(lane?.opened).toBeGreaterThan(0);
    // Nothing is handed on twice.
    expect(await reissueCapsules(north.gateway, twin)).toBe(0);
  });

  it('holds on its receipt while the chain is down, for who opened it, and is opened there when it is back', async () => {
    const ask = await signed(['medications']);
    const before = receipts(south).length;
    const onChain = (await openedEmergencies(world.reader, patient.id)).length;
    wire.break();
    const opened = await glass.open(ask);
    expect(opened).toMatchObject({ state: 'waiting', modules: ['medications'] });
    expect(receipts(south)).toHaveLength(before + 1);
    const nowS = south.gateway.nowS();
    expect(await glass.coverage(patient.twinId, 'dr-1', nowS)).toEqual([
      { modules: ['medications'], reason: 11, until: Number(ask.terms.until) },
    ]);
    expect(await glass.coverage(patient.twinId, 'dr-3', nowS)).toEqual([]);
    expect(await glass.coverage(patient.twinId, 'dr-1', Number(ask.terms.until))).toEqual([]);
    expect(await glass.turn()).toBe(0);
    expect(await glass.of(patient.twinId)).toEqual([expect.objectContaining({ state: 'waiting' })]);

    wire.cut = false;
    // A restart in between forgets nothing: everything is in the vault.
    const again = new Emergencies(south.gateway, twins);
    expect(await again.turn()).toBe(1);
    expect(await openedEmergencies(world.reader, patient.id)).toHaveLength(onChain + 1);
    expect(await again.coverage(patient.twinId, 'dr-1', nowS)).toEqual([]);
    expect(receipts(south)).toHaveLength(before + 1);
    expect((await again.of(patient.twinId)).at(-1)).toMatchObject({ state: 'open', reason: 'unconscious' });
  });

  it('that was over before the chain was back is accounted for by its receipt, and stays to be seen', async () => {
    const ask = await signed(['medications'], { lastsS: 60 });
    wire.break();
    await glass.open(ask);
    wire.cut = false;
    await world.connection.reader.request({ method: 'evm_increaseTime' as never, params: [3600] as never });
    await world.connection.reader.request({ method: 'evm_mine' as never, params: [] as never });
    expect(await new Emergencies(south.gateway, twins).turn()).toBe(0);
    expect(await glass.unrecorded()).toEqual([
      expect.objectContaining({ state: 'late', staff: ask.terms.staff }),
    ]);
    expect(ask.terms.secondStaff).toBe(ZERO_32);
    expect(authorIdOf('south')).toBe(ask.terms.hospital);
  });
});
