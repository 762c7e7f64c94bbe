/** An emergency while the chain is down, with its real process stopped: two running gateways, what one releases to the other on signatures and receipts, and how everything stands on the chain when it is back. */

import { join } from 'node:path';
import { type EmbeddedChain, startEmbeddedChain } from '@twinseal/chain';
import { decodeReceipt, fromHex, staffIdentity, toHex, verifyReceiptChain } from '@twinseal/record';
import type { Hex, LocalAccount } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { audit } from '../../src/audit/sealed-to.js';
import {
  type EmergencyStatement,
  emergencyDigest,
  emergencyTypedData,
  fetchWithoutChain,
  LastKnown,
  openedEmergencies,
  termsFromJson,
} from '../../src/emergency/index.js';
import { PeerClient, PeerDirectory, signedFetch } from '../../src/peers/index.js';
import type { Asked } from '../../src/peers/peer-client.js';
import { anchoredBatches, coveredBy } from '../../src/receipts/batches.js';
import type { GatewayService } from '../../src/service/gateway-service.js';
import type { KnownTwin } from '../../src/twins/known-twins.js';
import { startTown, type TestTown } from '../api/support/town.js';
import type { TestPatient } from '../rebuild/consortium.js';

const BTG = { 'twinseal-purpose': 'BTG' };
const WAIT = { timeout: 60_000, interval: 100 };

let town: TestTown;
let north: GatewayService;
let south: GatewayService;
let patient: TestPatient;
let chain: EmbeddedChain | undefined;
let token: string;
const doctor = privateKeyToAccount(generatePrivateKey());
const second = privateKeyToAccount(generatePrivateKey());

beforeAll(async () => {
  town = await startTown({ config: { receipts: { anchorEvery: 1000, anchorAfterS: 1 } } });
  ({ north, south } = town);
  // South writes of the patient and keeps the twin; north knows the patient, and was granted nothing.
  patient = await town.patient({ introduced: true });
  await add('observations', 'o1');
  await north.emergencies.authorise('dr-1', doctor.address);
  await north.emergencies.authorise('dr-2', second.address);
  token = await town.staff('dr-1', ['clinician']);
  for (const { gateway, twins } of [north, south]) {
    const known = new LastKnown(gateway.chain, gateway.vault, twins);
    await vi.waitFor(async () => {
      expect((await known.consortium())?.clinicians).toHaveLength(2);
      expect((await known.twin(patient.twinId))?.heads).not.toEqual([]);
    }, WAIT);
  }
}, 300_000);

afterAll(async () => {
  await town?.stop();
  await chain?.stop();
}, 60_000);

/** North writes of the patient itself, so that it has a lane of its own beside. */
const add = (module: string, ...ids: string[]) => town.write(patient, module, ...ids);
const path = (rest: string) => `/twins/${patient.twinId}/${rest}`;
const receiptsOf = ({ receipts }: GatewayService) =>
  receipts.book.ofTwin(patient.twinId).map(({ bytes }) => decodeReceipt(bytes));

interface Terms {
  readonly terms: EmergencyStatement['terms'];
  readonly reasonSalt: string;
  readonly chainId: number;
  readonly contract: `0x${string}`;
}

async function statement(
  modules: readonly string[],
  options: { readonly by?: LocalAccount; readonly second?: boolean; readonly lastsS?: number } = {},
): Promise<EmergencyStatement & { readonly staff: string; readonly secondStaff?: string }> {
  const asked = await town.ask('POST', path('emergencies/terms'), {
    token,
    body: {
      staff: 'dr-1',
      ...(options.second === true ? { secondStaff: 'dr-2' } : {}),
      modules,
      reason: 'unconscious',
      lastsS: options.lastsS ?? 3600,
    },
  });
  expect(asked.status).toBe(200);
  const { terms, reasonSalt, chainId, contract } = asked.json() as unknown as Terms;
  const data = emergencyTypedData({ chainId, contract }, termsFromJson(terms));
  return {
    terms,
    purpose: 'BTG',
    reason: 'unconscious',
    reasonSalt,
    staff: 'dr-1',
    signature: await (options.by ?? doctor).signTypedData(data as never),
    ...(options.second === true
      ? { secondStaff: 'dr-2', secondSignature: await second.signTypedData(data as never) }
      : {}),
  };
}

/** A statement as north's gateway, or another account, sends it to south. */
async function send(
  { staff: _, secondStaff: __, ...body }: Awaited<ReturnType<typeof statement>>,
  account: LocalAccount = north.gateway.account,
  twinId = patient.twinId,
) {
  const signer = { account, chainId: town.world.consortium.chainId };
  const { status, body: bytes } = await signedFetch(
    signer,
    `${south.url}/peer/v1/emergencies/${twinId}`,
    {
      method: 'POST',
      body: new TextEncoder().encode(JSON.stringify(body)),
      contentType: 'application/json',
    },
    { timeoutMs: 30_000, maxBytes: 2 ** 24 },
  );
  const json = JSON.parse(new TextDecoder().decode(bytes)) as { error?: { code: string } };
  return { status, code: json.error?.code, json };
}

const noticesFor = (audience: 'hospital' | 'patient') =>
  south.notifier.book.list({ audience, after: 0, limit: 1000, isOwn: (id) => id === patient.twinId });

const modulesSeen = async (module: string) => {
  const answer = await town.ask('GET', path(`modules/${module}`), { token, headers: BTG });
  const entries = answer.status === 200 ? (answer.json().entries as unknown[]).length : undefined;
  return [answer.status, entries, answer.headers.get('twinseal-without-chain')];
};

describe('an emergency without the chain', () => {
  it('releases nothing while the chain answers: the chain is to be asked', async () => {
    const before = receiptsOf(south).length;
    expect(await send(await statement(['medications']))).toMatchObject({
      status: 409,
      code: 'chain-answers',
    });
    expect(receiptsOf(south)).toHaveLength(before);
    expect(await modulesSeen('medications')).toEqual([200, 0, null]);
  });

  it('opens what another hospital releases on the signatures, with its receipt first', async () => {
    await town.world.chain.stop();
    const before = receiptsOf(south).length;
    const { purpose: _, ...body } = await statement(['conditions', 'medications']);
    const opened = await town.ask('POST', path('emergencies'), { token, body });
    expect([opened.status, opened.json()]).toEqual([
      200,
      expect.objectContaining({
        state: 'waiting',
        modules: ['conditions', 'medications'],
        withoutChain: { block: expect.any(Number), keepers: ['south'] },
      }),
    ]);
    // South's word on it: who, for what, by emergency; the release first, then the capsules.
    const written = receiptsOf(south).slice(before);
    expect(written).toHaveLength(2);
    for (const receipt of written) {
      expect(receipt).toMatchObject({
        requester: north.gateway.key.identity,
        decision: 'permit',
        reason: 11,
        purpose: 'BTG',
      });
      expect(receipt.scopes).toHaveLength(2);
    }
    expect(receiptsOf(north)).toContainEqual(
      expect.objectContaining({ requester: staffIdentity('north', 'dr-1'), reason: 11 }),
    );
    expect(await modulesSeen('medications')).toEqual([200, 2, 'true']);
    expect(await modulesSeen('conditions')).toEqual([200, 1, 'true']);
    // What the hospital wrote itself is there as ever.
    expect(await modulesSeen('observations')).toEqual([200, 1, 'true']);
    const lane = north.emergencies
      .openedWithoutChain(patient.twinId)
      ?.view.lanes.find(({ author }) => author === 'hospital:south');
    expect(lane).toMatchObject({ state: 'verified', opened: 2, findings: [] });
  });

  it('is open to the clinician who opened it, and to nobody else', async () => {
    const other = await town.staff('dr-7', ['clinician']);
    const answer = await town.ask('GET', path('modules/medications'), { token: other, headers: BTG });
    // The hospital's own lane is shown, and has nothing of this.
    expect([answer.status, answer.json().entries]).toEqual([200, []]);
  });

  it('goes on beside another one of the same twin', async () => {
    const { purpose: _, ...body } = await statement(['medications']);
    expect((await town.ask('POST', path('emergencies'), { token, body })).json()).toMatchObject({
      withoutChain: { keepers: ['south'] },
    });
    expect(await modulesSeen('medications')).toEqual([200, 2, 'true']);
    expect(await modulesSeen('conditions')).toEqual([200, 1, 'true']);
  });

  it('asked again, is the same release with the same receipt', async () => {
    const before = receiptsOf(south).length;
    const signed = await statement(['medications']);
    const [first, again] = [await send(signed), await send(signed)];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.json).toEqual(first.json);
    expect(receiptsOf(south)).toHaveLength(before + 1);
  });

  it('is believed of nobody who is not who it should be', async () => {
    const before = receiptsOf(south).length;
    const stranger = privateKeyToAccount(generatePrivateKey());
    const good = await statement(['medications']);
    expect(await send(good, stranger)).toMatchObject({ status: 401, code: 'unknown-peer' });
    // Signed by one who is no clinician; by one clinician twice; altered; of another hospital.
    expect(await send(await statement(['medications'], { by: stranger }))).toMatchObject({
      status: 422,
      code: 'emergency-refused',
    });
    const twice = await statement(['medications'], { second: true });
    expect(await send({ ...twice, secondSignature: twice.signature })).toMatchObject({ status: 422 });
    const { secondSignature: _, ...alone } = twice;
    expect(await send(alone)).toMatchObject({ status: 422 });
    expect(
      await send({ ...good, terms: { ...good.terms, until: String(Number(good.terms.until) + 1) } }),
    ).toMatchObject({ status: 422 });
    expect(await send({ ...good, reason: 'other' })).toMatchObject({ status: 422 });
    expect(await send({ ...good, terms: { ...good.terms, hospital: `0x${'22'.repeat(32)}` } })).toMatchObject(
      { status: 422 },
    );
    expect(await send({ ...good, more: 1 } as never)).toMatchObject({ status: 422, code: 'invalid' });
    expect(await send(good, north.gateway.account, 'ab'.repeat(32))).toMatchObject({ status: 422 });
    expect(receiptsOf(south)).toHaveLength(before);
  });

  it('opens the basic modules and no more, and leaves a receipt of the refusal', async () => {
    const before = receiptsOf(south).length;
    const more = await statement(['observations'], { second: true });
    expect(await send(more)).toMatchObject({ status: 404, code: 'not-found' });
    // REC-23: 7 is "scope not granted".
    expect(receiptsOf(south).slice(before)).toEqual([
      expect.objectContaining({ decision: 'deny', reason: 7, requester: north.gateway.key.identity }),
    ]);
    const both = await statement(['medications', 'observations'], { second: true });
    const { status, json } = await send(both);
    expect([status, (json as unknown as { scopes: unknown[] }).scopes.length]).toEqual([200, 1]);
  });

  it('gives lanes under a release only, to whom it was given', async () => {
    const digest = `0x${'77'.repeat(32)}`;
    const lane = `${south.url}/peer/v1/emergencies/${patient.twinId}/${south.self}`;
    const signer = { account: north.gateway.account, chainId: town.world.consortium.chainId };
    for (const what of ['manifests?', 'capsules?', `parts/${'ab'.repeat(32)}?`]) {
      const { status } = await signedFetch(
        signer,
        `${lane}/${what}release=${digest}`,
        { method: 'GET' },
        { timeoutMs: 30_000, maxBytes: 2 ** 24 },
      );
      expect(status).toBe(404);
    }
  });

  describe('a hospital that lies in it', () => {
    type Lie = (asked: Asked, body: Uint8Array) => Uint8Array;
    interface Released {
      receipt: string;
      lanes: { author: string; instances: { h: string; mk: string; proof: string }[] }[];
    }
    const altered = (change: (released: Released) => void): Lie => {
      return ({ method }, body) => {
        if (method !== 'POST') return body;
        const released = JSON.parse(new TextDecoder().decode(body)) as Released;
        change(released);
        return new TextEncoder().encode(JSON.stringify(released));
      };
    };
    /** What north makes of it: who was believed, and south's lane. */
    const met = async (lie: Lie) => {
      const { gateway, twins } = north;
      const known = new LastKnown(gateway.chain, gateway.vault, twins);
      const real = new PeerClient({
        account: gateway.account,
        chainId: town.world.consortium.chainId,
        directory: new PeerDirectory(gateway.chain, {
          ttlS: 0,
          loopback: true,
          hospitals: async () => (await known.consortium())?.hospitals ?? [],
        }),
        params: gateway.params,
        timeoutMs: 30_000,
      });
      const client = {
        ask: async (keeper: Hex, asked: Asked) => {
          const answer = await real.ask(keeper, asked);
          return { ...answer, body: lie(asked, answer.body) };
        },
      };
      const { staff: _, ...signed } = await statement(['conditions', 'medications']);
      const terms = termsFromJson(signed.terms);
      const contract = (await known.consortium())?.contract as Hex;
      const digest = emergencyDigest({ chainId: town.world.consortium.chainId, contract }, terms);
      const opened = await fetchWithoutChain(
        { gateway, known, client, before: () => undefined },
        (await twins.get(patient.twinId)) as KnownTwin,
        signed,
        digest,
        ['conditions', 'medications'],
      );
      const lane = opened?.made.view.lanes.find(({ author }) => author === 'hospital:south');
      return { keepers: opened?.keepers, state: lane?.state, opened: lane?.opened };
    };
    const BELIEVED = { keepers: ['south'], state: 'verified', opened: 2 };
    const FOUND_OUT = { keepers: ['south'], state: 'faulty', opened: 0 };
    const NOT_BELIEVED = { keepers: [], state: undefined, opened: undefined };
    const south0 = ({ lanes }: Released) =>
      lanes.find(({ author }) => author === 'hospital:south') as Released['lanes'][number];

    it('is believed where it does not', async () => {
      expect(await met((_, body) => body)).toEqual(BELIEVED);
    });

    it('is found out where it leaves out the newest that the chain had said', async () => {
      expect(await met(altered((released) => void south0(released).instances.pop()))).toEqual(FOUND_OUT);
    });

    it('is found out where it says other than was anchored, or signs for another', async () => {
      const other = 'ab'.repeat(32);
      const set = (change: object) =>
        altered((released) => void Object.assign(south0(released).instances[0] as object, change));
      expect(await met(set({ h: other }))).toEqual(FOUND_OUT);
      expect(await met(set({ mk: other }))).toEqual(FOUND_OUT);
      expect(await met(set({ time: 1 }))).toEqual(FOUND_OUT);
      const forged = altered((released) => {
        const [first, next] = south0(released).instances;
        Object.assign(first as object, { proof: next?.proof });
      });
      expect((await met(forged)).opened).toBeLessThan(2);
    });

    it('opens nothing where it alters what it serves', async () => {
      const flip: Lie = ({ method, path: what }, body) =>
        method === 'GET' && what.includes('/parts/')
          ? body.map((byte, at) => (at === 150 ? byte ^ 1 : byte))
          : body;
      expect(await met(flip)).toEqual(FOUND_OUT);
      const manifests: Lie = ({ path: what }, body) =>
        what.includes('/manifests') ? body.map((byte, at) => (at === 20 ? byte ^ 1 : byte)) : body;
      expect((await met(manifests)).opened).toBeLessThan(2);
    });

    it('is passed over without a receipt for just this', async () => {
      expect(await met(altered((released) => void Object.assign(released, { receipt: '00' })))).toEqual(
        NOT_BELIEVED,
      );
      const old = south.receipts.book.get(patient.twinId, 0)?.bytes ?? new Uint8Array();
      expect(await met(altered((released) => void Object.assign(released, { receipt: toHex(old) })))).toEqual(
        NOT_BELIEVED,
      );
      expect(
        await met(altered((released) => void Object.assign(south0(released), { author: 'hospital:west' }))),
      ).toEqual(NOT_BELIEVED);
      expect(await met(() => new TextEncoder().encode('{'))).toEqual(NOT_BELIEVED);
    });
  });

  it('flags many of one hospital in a day, and refuses none', async () => {
    for (let i = 0; i < 11; i++) expect((await send(await statement(['medications']))).status).toBe(200);
    const unusual = noticesFor('hospital').filter(
      ({ kind, about }) => kind === 'unusual' && about.what === 'emergency-rate',
    );
    expect(unusual.length).toBeGreaterThan(0);
  });

  it('stands on the chain when that is back, with receipts and notices', async () => {
    chain = await startEmbeddedChain({
      stateFile: join(town.world.root, 'chain', 'state.json'),
      port: town.world.chain.port,
    });
    await vi.waitFor(async () => {
      const opened = await openedEmergencies(town.world.reader, patient.id);
      // The one of the clinician, and all that south released on its own account.
      expect(opened.length).toBeGreaterThanOrEqual(13);
      expect(await north.emergencies.unrecorded()).toEqual([]);
    }, WAIT);
    // Each once, whoever brought it.
    const reasons = (await openedEmergencies(town.world.reader, patient.id)).map(({ reason }) => reason);
    expect(new Set(reasons).size).toBe(reasons.length);
    await vi.waitFor(async () => {
      for (const { gateway, receipts, self } of [north, south]) {
        const covered = coveredBy(await anchoredBatches(gateway.chain, `0x${self}`));
        expect(covered).toBe(receipts.book.size);
      }
    }, WAIT);
    const { findings } = verifyReceiptChain({
      params: town.world.params,
      domain: town.world.reader.domain,
      twinId: fromHex(patient.twinId, 32),
      server: south.gateway.key.identity,
      receipts: south.receipts.book.ofTwin(patient.twinId).map(({ bytes }) => bytes),
    });
    expect(findings).toEqual([]);
    await vi.waitFor(() => {
      const emergencies = noticesFor('patient').filter(({ kind }) => kind === 'emergency');
      expect(emergencies.some(({ about }) => about.withoutChain === true)).toBe(true);
      expect(emergencies.some(({ about }) => about.withoutChain === undefined)).toBe(true);
    }, WAIT);
  }, 180_000);

  it('is read by the chain’s word from then on', async () => {
    await vi.waitFor(async () => {
      expect(north.emergencies.openedWithoutChain(patient.twinId)).toBeUndefined();
      expect(await modulesSeen('medications')).toEqual([200, 2, null]);
    }, WAIT);
    expect(await send(await statement(['medications']))).toMatchObject({
      status: 409,
      code: 'chain-answers',
    });
  }, 120_000);
});

describe('an emergency that was over before the chain was back', () => {
  it('is accounted for by its receipts, told of, and found by the audit', async () => {
    const other = await town.patient({ introduced: true });
    const known = new LastKnown(south.gateway.chain, south.gateway.vault, south.twins);
    await vi.waitFor(async () => expect((await known.twin(other.twinId))?.heads).not.toEqual([]), WAIT);
    const reported = () => {
      const { gateway } = south;
      return audit({
        chain: gateway.chain,
        hospital: 'south',
        ledger: gateway.ledger,
        blobs: gateway.blobs,
        receipts: gateway.receipts,
        nowS: gateway.nowS(),
      });
    };
    expect((await reported()).wrong).toEqual([]);
    await chain?.stop();
    patient = other;
    const { purpose: _, ...body } = await statement(['medications'], { lastsS: 30 });
    const opened = await town.ask('POST', path('emergencies'), { token, body });
    expect(opened.json()).toMatchObject({ state: 'waiting', withoutChain: { keepers: ['south'] } });
    await vi.waitFor(() => expect(north.gateway.nowS()).toBeGreaterThan(Number(body.terms.until)), WAIT);
    chain = await startEmbeddedChain({
      stateFile: join(town.world.root, 'chain', 'state.json'),
      port: town.world.chain.port,
    });
    await vi.waitFor(async () => {
      expect(await north.emergencies.unrecorded()).toEqual([expect.objectContaining({ state: 'late' })]);
      expect(noticesFor('patient').map(({ about }) => about.what)).toContain('emergency-never-on-chain');
    }, WAIT);
    expect(await openedEmergencies(town.world.reader, other.id)).toEqual([]);
    expect(north.emergencies.openedWithoutChain(other.twinId)).toBeUndefined();
    const { wrong, noticed } = await reported();
    expect(wrong).toEqual([]);
    expect(noticed.map(({ code }) => code)).toContain('emergency-without-chain');
  }, 240_000);
});
