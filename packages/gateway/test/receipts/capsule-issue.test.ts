/** Every issue of capsules leaves receipts before the capsules can be had; with real contracts, sealing and database. */

import {
  decodeCapsule,
  decodeReceipt,
  fromHex,
  hospitalIdentity,
  patientIdentity,
  toHex,
  verifyReceiptChain,
} from '@twinseal/record';
import { FaultPlan, withFaults } from '@twinseal/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/index.js';
import type { Gateway } from '../../src/ports.js';
import { capsuleIssueId } from '../../src/receipts/capsule-issue.js';
import { receiptBook } from '../../src/receipts/receipt-book.js';
import { openParties, type Parties } from '../../src/service/open-parties.js';
import { KnownTwins } from '../../src/twins/known-twins.js';
import { addToLane } from '../../src/usecases/add-to-lane.js';
import { deliverCapsules } from '../../src/usecases/deliver-capsules.js';
import { scopesOf } from '../../src/usecases/request-access.js';
import {
  authorIdOf,
  foundConsortium,
  MODULES,
  statements,
  type TestConsortium,
  TestPatient,
} from '../rebuild/consortium.js';

let world: TestConsortium;
let north: Parties;
let patient: TestPatient;

beforeAll(async () => {
  world = await foundConsortium();
  north = await openParties(await loadConfig(world.configFile('north'), {}), {});
  patient = await TestPatient.register(world, north.gateway, ['north']);
}, 300_000);
afterAll(async () => {
  await north?.close();
  await world?.stop();
});

const lane = () => ({ twinId: patient.twinId, authorId: authorIdOf('north').slice(2) });
const receipts = () =>
  receiptBook(north.gateway)
    .ofTwin(patient.twinId)
    .map(({ bytes }) => decodeReceipt(bytes));
const capsules = async (gateway: Gateway = north.gateway) =>
  Promise.all(
    (await gateway.ledger.capsules(lane())).map(async ({ address }) => ({
      address,
      capsule: decodeCapsule((await gateway.blobs.get(address)) as Uint8Array),
    })),
  );

describe('capsuleIssueId', () => {
  it('is the value of REC-26, in whatever order the addresses come', () => {
    const addresses = ['02'.repeat(32), '01'.repeat(32)];
    const expected = '0x7fcc4370c0da9b6864e3a7fdf15a4feab6362616efa5c6acf904e353e80ca1fd';
    expect(capsuleIssueId(1714640500, addresses)).toBe(expected);
    expect(capsuleIssueId(1714640500, addresses.reverse())).toBe(expected);
  });
});

describe('an issue of capsules', () => {
  it('to the patient is receipted, with the capsules that it is of', async () => {
    await addToLane(
      north.gateway,
      await patient.authorAt(north.gateway),
      north.gateway.lookupKey,
      new Map([['conditions', statements('a', 'b')]]),
    );
    const issued = await capsules();
    expect(issued).toHaveLength(MODULES.length);
    expect(receipts()).toHaveLength(1);
    expect(receipts()[0]).toMatchObject({
      requester: patientIdentity(patient.twinId, 1),
      server: hospitalIdentity('north'),
      decision: 'permit',
      reason: 0,
      purpose: 'PATRQT',
      scopes: scopesOf(patient.slip(), MODULES).map((scope) => fromHex(scope.slice(2), 32)),
    });
    // REC-26, from the capsules alone.
    const id = capsuleIssueId(
      issued[0]?.capsule.issuedAt as number,
      issued.map(({ address }) => address),
    );
    expect(`0x${toHex(receipts()[0]?.requestId as Uint8Array)}`).toBe(id);
  });

  it('to a grantee says who, for what, and which modules; with the purpose where its salt is known', async () => {
    await new KnownTwins(north.gateway.vault).introduce(patient.slip());
    await patient.grant(north.gateway, 'south', ['medications']);
    const before = receipts().length;
    expect(await deliverCapsules(await patient.authorAt(north.gateway), north.gateway)).toBe(1);
    expect(receipts()).toHaveLength(before + 1);
    expect(receipts().at(-1)).toMatchObject({
      requester: hospitalIdentity('south'),
      purpose: 'TREAT',
      reason: 0,
      scopes: scopesOf(patient.slip(), ['medications']).map((scope) => fromHex(scope.slice(2), 32)),
    });
    // Nothing is issued twice, and so nothing receipted.
    expect(await deliverCapsules(await patient.authorAt(north.gateway), north.gateway)).toBe(0);
    expect(receipts()).toHaveLength(before + 1);
  });

  it('cannot be had without its receipt, at whichever effect it breaks off', async () => {
    await patient.grant(north.gateway, 'west', ['medications', 'observations']);
    let done = false;
    let at = 1;
    for (; !done; at++) {
      const plan = new FaultPlan({ at });
      const faulty: Gateway = {
        ...north.gateway,
        blobs: withFaults(north.gateway.blobs, plan, 'blobs', ['put']),
        receipts: withFaults(north.receipts, plan, 'receipts', ['appendAll']),
        ledger: withFaults(north.gateway.ledger, plan, 'ledger', ['recordCapsule']),
      };
      done = await deliverCapsules(await patient.authorAt(north.gateway), faulty).then(
        () => true,
        () => false,
      );
      // Whoever may be served a capsule stands in a receipt that names it.
      const named = new Set(
        receipts().flatMap(({ requester, scopes }) =>
          scopes.map((scope) => `${requester.name} ${toHex(scope)}`),
        ),
      );
      for (const { capsule } of await capsules()) {
        for (const { name } of capsule.recipients.filter(({ name }) => name !== 'hospital:north'))
          expect(named).toContain(`${name} ${toHex(capsule.scope)}`);
      }
    }
    expect(at).toBeGreaterThan(4);
    const { findings } = verifyReceiptChain({
      params: world.params,
      domain: world.reader.domain,
      twinId: fromHex(patient.twinId, 32),
      server: hospitalIdentity('north'),
      receipts: north.receipts.all(),
    });
    expect(findings).toEqual([]);
  });
});
