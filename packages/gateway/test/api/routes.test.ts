/** The Twin API against a running gateway: what each of its routes answers to whom it is meant for. */

import { verifyReceipt } from '@twinseal/record';
import { keccak256 } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_PREFIX } from '../../src/api/prefix.js';
import { decodeObjects } from '../../src/peers/objects.js';
import type { TestPatient } from '../rebuild/consortium.js';
import { startTown, stranger, type TestTown } from './support/town.js';

const TREAT = { 'twinseal-purpose': 'TREAT' };
let town: TestTown;
let patient: TestPatient;
let clinician: string;
let session: string;

beforeAll(async () => {
  town = await startTown();
  patient = await town.patient({ introduced: true });
  await town.write(patient, 'observations', 'o1');
  await town.grant(patient, ['medications']);
  clinician = await town.staff('dr-1', ['clinician']);
  session = await town.session(patient.account);
}, 240_000);

afterAll(() => town?.stop(), 60_000);

describe('for anybody', () => {
  it('says what the consortium is, to any origin', async () => {
    const answer = await town.ask('GET', '/consortium');
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    const { hospitals, contracts, gateway } = answer.json() as {
      hospitals: { id: string; status: string }[];
      contracts: Record<string, string>;
      gateway: string;
    };
    expect([gateway, hospitals.map(({ id, status }) => `${id} ${status}`)]).toEqual([
      'north',
      ['north active', 'south active', 'west active'],
    ]);
    expect(contracts.twins).toBe(town.world.consortium.twins);
    expect((await town.ask('GET', '/health')).json()).toEqual({
      status: 'ok',
      hospital: 'north',
      chain: true,
      database: true,
    });
  });

  it('gives a header that hashes to its hash, and a state proof', async () => {
    const head = (await town.ask('GET', '/chain/head')).json() as { number: number; hash: `0x${string}` };
    const { header } = (await town.ask('GET', `/chain/headers/${head.hash}`)).json() as {
      header: `0x${string}`;
    };
    expect(keccak256(header)).toBe(head.hash);
    expect((await town.ask('GET', `/chain/blocks/${head.number}`)).json()).toEqual({
      number: head.number,
      hash: head.hash,
    });
    const slot = `0x${'00'.repeat(32)}`;
    const proof = await town.ask(
      'GET',
      `/chain/proofs?contract=twins&slot=${slot}&slot=${slot}&block=${head.number}`,
    );
    expect(proof.status).toBe(200);
    expect((proof.json().storageProof as unknown[]).length).toBe(2);
    expect((await town.ask('GET', `/chain/headers/0x${'77'.repeat(32)}`)).status).toBe(404);
    expect((await town.ask('GET', `/chain/proofs?contract=dai&slot=${slot}&block=1`)).status).toBe(400);
  });

  it('describes itself', async () => {
    const document = (await town.ask('GET', '/openapi.json')).json() as { openapi: string; paths: object };
    expect(document.openapi).toBe('3.1.1');
    expect(Object.keys(document.paths)).toContain('/twins/{twinId}/timeline');
  });
});

describe('for a patient', () => {
  it('lists the own twin, its lanes and its salts', async () => {
    expect((await town.ask('GET', '/twins', { token: session })).json()).toEqual({
      twins: [{ twinId: patient.twinId, relation: 'control' }],
      total: 1,
    });
    const { lanes } = (
      await town.ask('GET', `/twins/${patient.twinId}/lanes`, { token: session })
    ).json() as {
      lanes: { author: string; count: number; held: number }[];
    };
    expect(lanes.map(({ author, count, held }) => [author, count, held])).toEqual([
      ['hospital:south', 2, 0],
      ['hospital:north', 1, 1],
    ]);
    const { scopeSalts, purposeSalt } = patient.slip();
    expect((await town.ask('GET', `/twins/${patient.twinId}/slip`, { token: session })).json()).toEqual({
      twinId: patient.twinId,
      scopeSalts,
      purposeSalt,
    });
  });

  it('gives the sealed objects of a lane that is kept here', async () => {
    const lane = `/twins/${patient.twinId}/lanes/${town.north.self}`;
    const manifests = await town.ask('GET', `${lane}/manifests`, { token: session });
    expect([manifests.status, manifests.headers.get('content-type')]).toEqual([
      200,
      'application/octet-stream',
    ]);
    expect(decodeObjects(new Uint8Array(manifests.body), 10)).toHaveLength(1);
    const capsules = await town.ask('GET', `${lane}/capsules`, { token: session });
    expect(decodeObjects(new Uint8Array(capsules.body), 100).length).toBeGreaterThan(0);
    const missing = await town.ask('GET', `${lane}/parts/${'ab'.repeat(32)}`, { token: session });
    expect([missing.status, missing.json().error]).toEqual([404, 'not-found']);
  });

  it('shows grants and requests by name, refusals included', async () => {
    const { grants } = (
      await town.ask('GET', `/twins/${patient.twinId}/grants`, { token: session })
    ).json() as {
      grants: { modules: string[]; purposes: string[]; operations: string[]; live: boolean }[];
    };
    expect(grants.at(-1)).toMatchObject({
      modules: ['medications'],
      purposes: ['TREAT'],
      operations: ['read'],
      live: true,
    });
    const asked = await town.ask('POST', `/twins/${patient.twinId}/requests`, {
      token: clinician,
      body: { modules: ['conditions'], purpose: 'TREAT' },
    });
    // The live grant names medications only: scope not granted (REC-23).
    expect([asked.status, asked.json()]).toMatchObject([201, { permit: false, reason: 7 }]);
    const { requestId } = asked.json();
    const { requests } = (
      await town.ask('GET', `/twins/${patient.twinId}/requests`, { token: session })
    ).json() as {
      requests: { requestId: string; permit: boolean; modules: string[]; purpose: string }[];
    };
    expect(requests.at(-1)).toMatchObject({
      requestId,
      permit: false,
      modules: ['conditions'],
      purpose: 'TREAT',
    });
    const one = await town.ask('GET', `/twins/${patient.twinId}/requests/${requestId}`, { token: session });
    expect(one.json()).toEqual(requests.at(-1));
  });

  it('relays a grant and a revocation, and the patient sees both', async () => {
    const other = await town.patient({ introduced: true });
    const token = await town.session(other.account);
    const { terms, signature } = await other.signedGrant('north', ['conditions']);
    const { conditions, medications } = other.slip().scopeSalts;
    const hand = (scopeSalts: object) =>
      town.ask('POST', `/twins/${other.twinId}/grants`, {
        token,
        body: { terms, signer: other.account.address, signature, slip: { ...other.slip(), scopeSalts } },
      });
    const wrong = await hand({ medications });
    expect([wrong.status, wrong.json().message]).toMatchObject([
      400,
      expect.stringContaining('slip.scopeSalts'),
    ]);
    const granted = await hand({ conditions });
    expect([granted.status, granted.json()]).toMatchObject([200, { granted: true }]);
    const read = () =>
      town.ask('GET', `/twins/${other.twinId}/modules/conditions`, { token: clinician, headers: TREAT });
    await town.settled();
    expect([(await read()).status, (await read()).json()]).toMatchObject([
      200,
      { entries: [{ resource: {} }] },
    ]);
    const [grant] = (
      (await town.ask('GET', `/twins/${other.twinId}/grants`, { token })).json() as {
        grants: { grantId: string; operations: string[] }[];
      }
    ).grants.filter(({ operations }) => operations.includes('read'));
    const revocation = await other.signedRevocation(grant?.grantId as `0x${string}`);
    const revoked = await town.ask('POST', `/twins/${other.twinId}/revocations`, { token, body: revocation });
    expect([revoked.status, revoked.json()]).toMatchObject([200, { revoked: true }]);
    expect((await read()).status).toBe(403);
  });
});

describe('for a clinician', () => {
  const read = (path: string, headers: Record<string, string> = TREAT) =>
    town.ask('GET', `/twins/${patient.twinId}${path}`, { token: clinician, headers });

  it('shows what is granted and the own lane, and nothing else', async () => {
    const modules = (await read('/modules')).json() as {
      modules: { module: string; entries: number; authors: string[] }[];
    };
    expect(modules.modules.filter(({ entries }) => entries > 0)).toEqual([
      expect.objectContaining({ module: 'medications', entries: 2, authors: ['hospital:south'] }),
      expect.objectContaining({ module: 'observations', entries: 1, authors: ['hospital:north'] }),
    ]);
    const conditions = await read('/modules/conditions');
    expect([conditions.status, conditions.json().entries]).toEqual([200, []]);
    const medications = (await read('/modules/medications')).json() as {
      entries: { provenance: { author: string }[] }[];
    };
    expect(medications.entries.map(({ provenance }) => provenance[0]?.author)).toEqual([
      'hospital:south',
      'hospital:south',
    ]);
    expect(((await read('/timeline')).json().entries as unknown[]).length).toBe(3);
    expect((await read('/flags')).status).toBe(200);
  });

  it('travels in time: what was recorded by then, and what changed since', async () => {
    // The statements were recorded on 2026-01-02.
    const before = await read('/at?time=2026-01-01T00:00:00Z');
    const after = await read('/at?time=2026-02-01T00:00:00Z');
    expect([(before.json().entries as unknown[]).length, (after.json().entries as unknown[]).length]).toEqual(
      [0, 3],
    );
    const { differences } = (
      await read('/difference?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z')
    ).json() as {
      differences: { kind: string }[];
    };
    expect(differences.map(({ kind }) => kind)).toEqual(['added', 'added', 'added']);
  });

  it('leaves a signed receipt that names person, purpose, modules and block, before the answer', async () => {
    const answer = await read('/modules/medications');
    const index = Number(answer.headers.get('twinseal-receipt'));
    const { bytes } = (
      await town.ask('GET', `/twins/${patient.twinId}/receipts/${index}`, { token: session })
    ).json() as {
      bytes: string;
    };
    const receipt = verifyReceipt({
      params: town.world.params,
      domain: town.world.reader.domain,
      receipt: Uint8Array.from(Buffer.from(bytes.slice(2), 'hex')),
    });
    expect([
      receipt.requester.name,
      receipt.server.name,
      receipt.purpose,
      receipt.decision,
      receipt.reason,
    ]).toEqual(['staff:north/dr-1', 'hospital:north', 'TREAT', 'permit', 0]);
    expect(receipt.scopes).toHaveLength(1);
    expect(receipt.blockNumber).toBeGreaterThan(0);
  });

  it('in strict mode brings the request onto the chain first, and the receipt names it', async () => {
    const answer = await read('/modules/medications', { ...TREAT, 'twinseal-mode': 'strict' });
    expect(answer.status).toBe(200);
    const index = answer.headers.get('twinseal-receipt');
    const receipt = (
      await town.ask('GET', `/twins/${patient.twinId}/receipts/${index}`, { token: session })
    ).json();
    const { requests } = (
      await town.ask('GET', `/twins/${patient.twinId}/requests`, { token: session })
    ).json() as {
      requests: { requestId: string; permit: boolean; staff: string }[];
    };
    expect(requests.at(-1)).toMatchObject({ requestId: receipt.requestId, permit: true });
    expect(requests.at(-1)?.staff).not.toBe(`0x${'00'.repeat(32)}`);
  });

  it('needs a purpose of HL7’s list, and one that the grant names', async () => {
    for (const headers of [{}, { 'twinseal-purpose': 'CURIOSITY' }, { 'twinseal-purpose': 'PurposeOfUse' }]) {
      const answer = await read('/modules/medications', headers);
      expect([answer.status, answer.json().error]).toEqual([400, 'request-invalid']);
    }
    // Research is a purpose, and not granted: of others’ lanes nothing is shown.
    const research = await read('/modules/medications', { 'twinseal-purpose': 'HRESCH' });
    expect([research.status, research.json().entries]).toEqual([200, []]);
    expect(town.log.some((line) => line.includes('a request is unusual') && line.includes('purpose'))).toBe(
      true,
    );
  });
});

it('answers every route in the form that it says', async () => {
  const auditor = await town.staff('aud-1', ['auditor', 'registrar', 'clinician']);
  const document = (await town.ask('GET', '/openapi.json')).json() as { servers: { url: string }[] };
  expect(document.servers[0]?.url).toBe(API_PREFIX);
  expect((await town.ask('GET', '/twins', { token: auditor })).status).toBe(200);
  expect(
    (await town.ask('GET', `/twins/${patient.twinId}/verification`, { token: auditor })).json(),
  ).toMatchObject({
    lanes: [
      { author: 'hospital:north', state: 'verified' },
      { author: 'hospital:south', state: 'verified' },
    ],
  });
  expect((await town.ask('GET', '/twins', { token: await town.session(stranger()) })).json()).toEqual({
    twins: [],
    total: 0,
  });
});
