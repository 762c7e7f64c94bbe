/** Each thing that the audit is to find is planted, and found; and nothing where nothing is wrong. Real contracts, database and objects. */

import { randomBytes } from 'node:crypto';
import type { ConsortiumReader } from '@twinseal/chain';
import { emergencyDomain, emergencyTypes } from '@twinseal/contracts';
import { formatIdentity, hospitalIdentity, signReceipt, staffIdentity, toHex } from '@twinseal/record';
import { bytesToHex, type Hex } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditInput, audit } from '../../src/audit/sealed-to.js';
import { loadConfig } from '../../src/config/index.js';
import { Emergencies } from '../../src/emergency/index.js';
import { challengeReceipt, proveOmission } from '../../src/receipts/batches.js';
import { receiptBook } from '../../src/receipts/receipt-book.js';
import { ReceiptKeeper } from '../../src/receipts/receipt-keeper.js';
import { openParties, type Parties } from '../../src/service/open-parties.js';
import { KnownTwins } from '../../src/twins/known-twins.js';
import { addToLane } from '../../src/usecases/add-to-lane.js';
import { anchorPending } from '../../src/usecases/anchor-pending.js';
import { deliverCapsules } from '../../src/usecases/deliver-capsules.js';
import { requestAccess, scopesOf } from '../../src/usecases/request-access.js';
import { foundConsortium, statements, type TestConsortium, TestPatient } from '../rebuild/consortium.js';

let world: TestConsortium;
let north: Parties;
let south: Parties;
let patient: TestPatient;

beforeAll(async () => {
  world = await foundConsortium();
  north = await openParties(await loadConfig(world.configFile('north'), {}), {});
  south = await openParties(await loadConfig(world.configFile('south'), {}), {});
  patient = await TestPatient.register(world, north.gateway, ['north']);
  await addToLane(
    north.gateway,
    await patient.authorAt(north.gateway),
    north.gateway.lookupKey,
    new Map([['medications', statements('m')]]),
  );
  await anchorPending(north.gateway, { twinId: patient.twinId, authorId: north.self });
  await patient.grant(north.gateway, 'south', ['medications']);
  await deliverCapsules(await patient.authorAt(north.gateway), north.gateway);
}, 300_000);
afterAll(async () => {
  await north?.close();
  await south?.close();
  await world?.stop();
});

const input = (parties: Parties, other: Partial<AuditInput> = {}): AuditInput => ({
  chain: world.reader,
  hospital: parties.gateway.id,
  ledger: parties.gateway.ledger,
  blobs: parties.gateway.blobs,
  receipts: parties.receipts,
  nowS: parties.gateway.nowS(),
  ...other,
});
const codes = (list: readonly { readonly code: string }[]) =>
  [...new Set(list.map(({ code }) => code))].sort();
const block = { number: 1, hash: `0x${'0b'.repeat(32)}` as Hex };

describe('the audit', () => {
  it('finds nothing where everything is as it should be', async () => {
    const report = await audit(input(north));
    expect(report.wrong).toEqual([]);
    expect(codes(report.noticed)).toEqual(['receipts-unanchored']);
    expect(report.checked).toMatchObject({ twins: 1, lanes: 1, capsules: 4, receipts: 2 });
    await new ReceiptKeeper(north.gateway).anchorNow();
    expect(await audit(input(north))).toMatchObject({ wrong: [], noticed: [] });
  });

  it('finds receipts that stay away from the chain, or are not those that were anchored', async () => {
    await receiptBook(north.gateway).write({
      twinId: patient.twinId,
      requestId: bytesToHex(randomBytes(32)),
      requester: staffIdentity('north', 'dr-1'),
      decision: 'deny',
      reason: 3,
      purpose: 'TREAT',
      scopes: [`0x${'01'.repeat(32)}`],
      block,
    });
    expect(codes((await audit(input(north))).noticed)).toEqual(['receipts-unanchored']);
    const late = await audit(input(north, { nowS: north.gateway.nowS() + 2 * 86_400 }));
    expect(codes(late.wrong)).toEqual(['receipts-overdue']);
    const reversed = { all: () => [...north.receipts.all()].reverse() };
    expect(codes((await audit(input(north, { receipts: reversed }))).wrong)).toContain('receipts-altered');
  });

  it('finds an instance that was anchored while somebody to whom it is sealed had no grant any more', async () => {
    // The contract refuses such an instance: so the chain is made to tell of one, by its time alone.
    const chain = new Proxy(world.reader, {
      get(target, name) {
        if (name !== 'laneHead') {
          const value = Reflect.get(target, name, target) as unknown;
          return typeof value === 'function' ? value.bind(target) : value;
        }
        return async (twinId: Hex, author: Hex) => {
          const head = await target.laneHead(twinId, author);
          const later = 40 * 86_400;
          return {
            ...head,
            instances: head.instances.map((each) => ({ ...each, blockTime: each.blockTime + later })),
          };
        };
      },
    }) as ConsortiumReader;
    const { wrong } = await audit(input(north, { chain }));
    expect(codes(wrong)).toEqual(['sealed-without-grant']);
    expect(wrong[0]?.where).toBe(`${patient.twinId}/${north.self} #0`);
    expect(wrong[0]?.detail).toContain(formatIdentity(hospitalIdentity('south')));
  });

  it('finds a capsule for somebody who never was granted it, and the receipt that is missing', async () => {
    const author = await patient.authorAt(north.gateway);
    const secret = (await author.heldSecrets()).find(({ module }) => module === 'conditions');
    if (secret === undefined) throw new Error('expected a secret');
    const issuedAt = north.gateway.nowS() + 60;
    const capsule = await author.issueCapsule(secret, [hospitalIdentity('west')], issuedAt);
    await north.gateway.ledger.recordCapsule({
      address: await north.gateway.blobs.put(capsule),
      twinId: patient.twinId,
      authorId: north.self,
      scope: toHex(secret.scope),
      sealingEpoch: secret.sealingEpoch,
      issuer: 'hospital:north#1',
    });
    const { wrong } = await audit(input(north));
    expect(codes(wrong)).toEqual(['capsule-without-grant', 'capsule-without-receipt']);
    expect(wrong.every(({ detail }) => detail.includes('hospital:west#1'))).toBe(true);
  });

  it('finds a permit that no grant allowed; reads of what the hospital wrote itself it only names', async () => {
    const write = (parties: Parties, requester: ReturnType<typeof hospitalIdentity>) =>
      receiptBook(parties.gateway).write({
        twinId: patient.twinId,
        requestId: bytesToHex(randomBytes(32)),
        requester,
        decision: 'permit',
        reason: 0,
        purpose: 'TREAT',
        scopes: scopesOf(patient.slip(), ['observations']),
        block,
      });
    await write(south, staffIdentity('south', 'dr-7'));
    expect(codes((await audit(input(south))).wrong)).toEqual(['read-without-grant']);
    await write(north, staffIdentity('north', 'dr-1'));
    const report = await audit(input(north));
    expect(codes(report.wrong)).not.toContain('read-without-grant');
    expect(codes(report.noticed)).toContain('own-lane-read');
  });

  it('finds many refusals, emergencies that nobody looked into, and an unusual number of them', async () => {
    for (let i = 0; i < 10; i++)
      await requestAccess(south.gateway, patient.slip(), ['observations'], 'TREAT');
    const twins = new KnownTwins(south.gateway.vault);
    await twins.introduce(patient.slip());
    const glass = new Emergencies(south.gateway, twins);
    const doctor = privateKeyToAccount(generatePrivateKey());
    await glass.authorise('dr-1', doctor.address);
    for (let i = 0; i < 11; i++) {
      const wish = {
        staff: 'dr-1',
        modules: ['medications'],
        purpose: 'BTG',
        reason: 'other' as const,
        lastsS: 600,
      };
      const { terms, reasonSalt } = await glass.draft(patient.twinId, wish);
      const signature = await doctor.signTypedData({
        domain: emergencyDomain(BigInt(world.consortium.chainId), await world.reader.contract('emergency')),
        types: { OpenEmergency: emergencyTypes.OpenEmergency },
        primaryType: 'OpenEmergency',
        message: { ...terms },
      });
      await glass.open({
        terms,
        reasonSalt,
        signature,
        staff: 'dr-1',
        reason: wish.reason,
        purpose: wish.purpose,
      });
    }
    const now = codes((await audit(input(south))).noticed);
    expect(now).toEqual(expect.arrayContaining(['requests-refused', 'emergency-rate']));
    expect(now).not.toContain('emergency-unreviewed');
    const { noticed } = await audit(input(south, { nowS: south.gateway.nowS() + 3600 }));
    expect(noticed.filter(({ code }) => code === 'emergency-unreviewed')).toHaveLength(11);
  });

  it('finds a challenge that is open, and an omission that is proved', async () => {
    const { params, chain, key } = south.gateway;
    const hidden = signReceipt({
      params,
      domain: chain.domain,
      key,
      receipt: {
        twinId: new Uint8Array(32).fill(7),
        index: 0,
        previous: new Uint8Array(32),
        requestId: new Uint8Array(randomBytes(32)),
        requester: hospitalIdentity('west'),
        decision: 'permit',
        reason: 0,
        purpose: 'TREAT',
        scopes: [new Uint8Array(32).fill(1)],
        blockNumber: 1,
        blockHash: new Uint8Array(32),
        time: 1_700_000_000,
      },
    });
    const { challengeId } = await challengeReceipt(north.gateway.writer, params, hidden);
    expect(codes((await audit(input(north))).noticed)).toContain('challenge-open');
    for (const [method, ...given] of [['evm_increaseTime', 3 * 86_400 + 1], ['evm_mine']]) {
      await world.connection.reader.request({ method: method as never, params: given as never });
    }
    await proveOmission(north.gateway.writer, challengeId);
    expect(codes((await audit(input(north))).wrong)).toContain('omission-proved');
  });
});
