/** The hospital that a patient named for emergencies, with real contracts and over HTTP: what it may hand on, to whom, and what nobody takes from it (docs/RECORD.md, REC-28). */

import { emergencyAbi, emergencyDomain, emergencyTypes, ZERO_32 } from '@twinseal/contracts';
import {
  decodeCapsule,
  decodeReceipt,
  fromHex,
  isRecipient,
  laneId,
  openModuleCapsule,
  type RecordSource,
  sealModuleCapsule,
} from '@twinseal/record';
import type { Abi, Hex } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Emergencies, emergencyIssues, handOnAsNamed } from '../../src/emergency/index.js';
import { LaneSource } from '../../src/lane-source.js';
import { receiptBook } from '../../src/receipts/receipt-book.js';
import { type KnownTwin, KnownTwins } from '../../src/twins/known-twins.js';
import { addToLane } from '../../src/usecases/add-to-lane.js';
import { anchorPending } from '../../src/usecases/anchor-pending.js';
import { deliverCapsules } from '../../src/usecases/deliver-capsules.js';
import { refreshTwin } from '../../src/usecases/refresh-twin.js';
import {
  nowS,
  open,
  startWorld,
  statements,
  type TestHospital,
  TestPatient,
  type TestWorld,
} from '../peers/support/world.js';

const MODULES = ['conditions', 'medications'];

let world: TestWorld;
/** Keeps every twin, and may read none of them. */
let north: TestHospital;
/** Has the emergencies. */
let south: TestHospital;
/** May read by the patients' grants, and is named by some of them. */
let west: TestHospital;
let glass: Emergencies;
const doctor = privateKeyToAccount(generatePrivateKey());

beforeAll(async () => {
  world = await startWorld();
  ({ north, south, west } = world.hospitals);
  glass = new Emergencies(south.gateway, new KnownTwins(south.gateway.vault));
  await glass.authorise('dr-1', doctor.address);
}, 240_000);
afterAll(() => world?.stop());

/** A patient with a lane of the own that lies at north, and that west may read. */
async function patientOf(): Promise<TestPatient> {
  const patient = await TestPatient.register(world, north, []);
  await addToLane(
    north.gateway,
    await patient.author(),
    patient.lookupKey,
    new Map([
      ['conditions', statements('c')],
      ['medications', statements('m')],
      ['observations', statements('o')],
    ]),
  );
  await anchorPending(north.gateway, { twinId: patient.twinId, authorId: patient.authorId });
  await patient.grant(west, MODULES);
  await deliverCapsules(await patient.author(), north.gateway);
  for (const { gateway } of [south, west]) await new KnownTwins(gateway.vault).introduce(patient.slip());
  return patient;
}

const choices = new Map<string, bigint>();
/** The patient's choice, relayed by anybody. */
async function names(patient: TestPatient, recipient: Hex): Promise<void> {
  const nonce = choices.get(patient.twinId) ?? 0n;
  choices.set(patient.twinId, nonce + 1n);
  const message = { twinId: patient.id, scopes: [], recipient, nonce, deadline: BigInt(nowS() + 3600) };
  const signature = await patient.account.signTypedData({
    domain: emergencyDomain(
      BigInt(world.reader.consortium.chainId),
      await world.reader.contract('emergency'),
    ),
    types: { SetEmergencyPolicy: emergencyTypes.SetEmergencyPolicy },
    primaryType: 'SetEmergencyPolicy',
    message,
  } as never);
  await north.gateway.writer.call('emergency', emergencyAbi as Abi, 'setPolicy', [
    message.twinId,
    message.scopes,
    message.recipient,
    message.nonce,
    message.deadline,
    patient.account.address,
    signature,
  ]);
}

async function breaksTheGlass(patient: TestPatient): Promise<Hex> {
  const wish = {
    staff: 'dr-1',
    modules: MODULES,
    purpose: 'BTG',
    reason: 'unconscious' as const,
    lastsS: 3600,
  };
  const { terms, reasonSalt, typedData } = await glass.draft(patient.twinId, wish);
  const signature = await doctor.signTypedData(typedData as never);
  const opened = await glass.open({
    terms,
    reasonSalt,
    reason: wish.reason,
    purpose: wish.purpose,
    staff: wish.staff,
    signature,
  });
  expect(opened.state).toBe('open');
  return opened.id;
}

const twinAt = async ({ gateway }: TestHospital, patient: TestPatient): Promise<KnownTwin> =>
  (await new KnownTwins(gateway.vault).get(patient.twinId)) as KnownTwin;
const handOn = async (patient: TestPatient) =>
  handOnAsNamed(west.gateway, await twinAt(west, patient), west.client, west.client);
/** The patient's lane as south sees it, fetched from north. */
const seen = async (patient: TestPatient) => {
  south.faults.length = 0;
  const { view } = await refreshTwin(south.gateway, await twinAt(south, patient), south.client);
  const lane = view.lanes.find(({ author }) => author === `patient:${patient.twinId}`);
  return { opened: lane?.opened, state: lane?.state };
};
const receiptsOf = ({ gateway }: TestHospital, patient: TestPatient) =>
  receiptBook(gateway)
    .ofTwin(patient.twinId)
    .map(({ bytes }) => decodeReceipt(bytes));
const AWAITED = { opened: 0, state: 'awaiting' };
const OPENED = { opened: 2, state: 'verified' };

/** A capsule that west makes for south whatever the rules say, of what west can open. */
async function forced(patient: TestPatient, recipients = [south.gateway.key.identity]): Promise<Uint8Array> {
  const { key, params, chain } = west.gateway;
  const lane = { twinId: patient.twinId, authorId: patient.authorId };
  const id = laneId(fromHex(lane.twinId, 32), fromHex(lane.authorId, 32));
  const held = (await new LaneSource(north.gateway, lane).capsules(id)).map(decodeCapsule);
  const capsule = held.find(
    (each) => isRecipient(each, key.identity) && each.issuer.name !== key.identity.name,
  );
  if (capsule === undefined) throw new Error('expected a capsule of the patient for west');
  const secret = await openModuleCapsule({ params, domain: chain.domain, capsule, key });
  const { twinId, authorId, scope, sealingEpoch } = capsule;
  return sealModuleCapsule({
    ...{ params, domain: chain.domain, issuer: key, recipients, secret },
    ...{ twinId, authorId, scope, sealingEpoch, issuedAt: nowS() },
  });
}
const push = (patient: TestPatient, capsules: readonly Uint8Array[]) =>
  west.client.pushCapsules(north.authorId, { twinId: patient.twinId, authorId: patient.authorId }, capsules);
/** What south finds where a keeper serves it a capsule of west's beside its own. */
async function findingsWith(patient: TestPatient, capsule: Uint8Array): Promise<string[]> {
  const lane = { twinId: patient.twinId, authorId: patient.authorId };
  const honest = new LaneSource(north.gateway, lane);
  const source: RecordSource = {
    head: (id) => honest.head(id),
    manifest: (id, seq) => honest.manifest(id, seq),
    locator: (digest) => honest.locator(digest),
    object: (address) => honest.object(address),
    capsules: async (id) => [...(await honest.capsules(id)), capsule],
  };
  const opened = await open(patient, south, MODULES, () => source);
  expect(opened.master.entries).toEqual([]);
  return opened.findings.map(({ code }) => code);
}

describe('the hospital that the patient named for emergencies', () => {
  it('hands on what it may read, receipted first, and the hospital in need opens it', async () => {
    const patient = await patientOf();
    await names(patient, west.authorId);
    await breaksTheGlass(patient);
    // The patient cannot act, and the custodian can open nothing of it.
    expect(await seen(patient)).toEqual(AWAITED);
    const before = receiptsOf(west, patient).length;
    expect(await handOn(patient)).toBe(2);
    expect(receiptsOf(west, patient).slice(before)).toEqual([
      expect.objectContaining({
        decision: 'permit',
        reason: 11,
        purpose: 'BTG',
        requester: south.gateway.key.identity,
        server: west.gateway.key.identity,
      }),
    ]);
    expect(await seen(patient)).toEqual(OPENED);
    expect(south.faults).toEqual([]);
    // Nothing is handed on twice, and the keeper has nothing twice.
    const held = await north.gateway.ledger.allCapsules();
    expect(await handOn(patient)).toBe(0);
    await push(patient, [await forced(patient)]);
    expect(await north.gateway.ledger.allCapsules()).toHaveLength(held.length);
  });

  it('hands on nothing where nobody was named, and nobody takes it', async () => {
    const patient = await patientOf();
    await breaksTheGlass(patient);
    expect(await handOn(patient)).toBe(0);
    expect(await emergencyIssues(world.reader, patient.id)).toEqual([]);
    await expect(push(patient, [await forced(patient)])).rejects.toMatchObject({ code: 'not-found' });
    expect(await findingsWith(patient, await forced(patient))).toContain('capsule-foreign');
  });

  it('hands on nothing where another was named', async () => {
    const patient = await patientOf();
    await names(patient, south.authorId);
    await breaksTheGlass(patient);
    expect(await handOn(patient)).toBe(0);
    await expect(push(patient, [await forced(patient)])).rejects.toMatchObject({ code: 'not-found' });
    expect(await findingsWith(patient, await forced(patient))).toContain('capsule-foreign');
  });

  it('counts for nothing where it was named after the glass was broken', async () => {
    const patient = await patientOf();
    await breaksTheGlass(patient);
    await names(patient, west.authorId);
    expect(await handOn(patient)).toBe(0);
    await expect(push(patient, [await forced(patient)])).rejects.toMatchObject({ code: 'refused' });
    expect(await findingsWith(patient, await forced(patient))).toContain('capsule-foreign');
  });

  it('counts for nothing any more where it is no longer named', async () => {
    const patient = await patientOf();
    await names(patient, west.authorId);
    await breaksTheGlass(patient);
    expect(await handOn(patient)).toBe(2);
    await names(patient, ZERO_32);
    expect(await emergencyIssues(world.reader, patient.id)).toEqual([]);
    expect(await seen(patient)).toEqual(AWAITED);
    expect(south.faults.map(({ code }) => code)).toContain('capsule-refused');
    await expect(push(patient, [await forced(patient)])).rejects.toMatchObject({ code: 'not-found' });
    // Named again, it does not get back what it was not all through the emergency.
    await names(patient, west.authorId);
    expect(await emergencyIssues(world.reader, patient.id)).toEqual([]);
    expect(await findingsWith(patient, await forced(patient))).toContain('capsule-foreign');
  });

  it('counts for the patients who named it, and for no other twin', async () => {
    const [patient, other] = [await patientOf(), await patientOf()];
    await names(other, west.authorId);
    await breaksTheGlass(patient);
    expect(await handOn(patient)).toBe(0);
    await expect(push(patient, [await forced(patient)])).rejects.toMatchObject({ code: 'not-found' });
    expect(await findingsWith(patient, await forced(patient))).toContain('capsule-foreign');
  });

  it('issues nothing to an ordinary grantee', async () => {
    const patient = await patientOf();
    await names(patient, west.authorId);
    await patient.grant(south, MODULES);
    expect(await handOn(patient)).toBe(0);
    await expect(push(patient, [await forced(patient)])).rejects.toMatchObject({ code: 'refused' });
    expect(await findingsWith(patient, await forced(patient))).toContain('capsule-foreign');
    // Nor beside one that has an emergency.
    await breaksTheGlass(patient);
    const both = await forced(patient, [south.gateway.key.identity, north.gateway.key.identity]);
    await expect(push(patient, [both])).rejects.toMatchObject({ code: 'refused' });
  });

  it('issued what it issued: an emergency that is over is judged by what held then', async () => {
    const patient = await patientOf();
    await names(patient, west.authorId);
    const grantId = await breaksTheGlass(patient);
    await handOn(patient);
    await glass.close(grantId);
    const { version } = await world.reader.accessVersion(patient.id);
    await names(patient, ZERO_32);
    const [issue, ...more] = await emergencyIssues(world.reader, patient.id);
    expect(more).toEqual([]);
    expect(issue).toMatchObject({
      issuer: 'hospital:west',
      hospital: 'hospital:south',
      throughVersion: version - 1,
    });
  });
});
