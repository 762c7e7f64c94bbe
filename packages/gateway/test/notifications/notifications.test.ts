/** Receipts, emergencies and notices over HTTP, at a running gateway: what a patient, a clinician and a stranger get to know. */

import {
  emergencyDomain,
  emergencyTypes,
  PROXY_POWER,
  registrationDomain,
  twinTypes,
} from '@twinseal/contracts';
import { decodeReceipt } from '@twinseal/record';
import { bytesToHex, type Hex, hexToBytes } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextNonce } from '../../src/consents/calls.js';
import { NoticeBook } from '../../src/notifications/index.js';
import { type ReceiptProof, verifyReceiptProof } from '../../src/receipts/batches.js';
import { startTown, type TestTown } from '../api/support/town.js';
import type { TestPatient } from '../rebuild/consortium.js';

let town: TestTown;
let patient: TestPatient;
let own: string;
let stranger: string;
let clinician: string;

interface Told {
  readonly id: number;
  readonly kind: string;
  readonly twinId: string;
  readonly about: Record<string, unknown>;
}

beforeAll(async () => {
  town = await startTown();
  patient = await town.patient({ introduced: true });
  await town.grant(patient, ['medications']);
  own = await town.session(patient.account);
  stranger = await town.session(privateKeyToAccount(generatePrivateKey()));
  clinician = await town.staff('dr-1', ['clinician']);
}, 240_000);
afterAll(() => town?.stop());

const list = async (token: string, from = 0) =>
  (await town.ask('GET', `/notifications?from=${from}`, { token })).json() as unknown as {
    notifications: Told[];
    next: number;
  };
/** Asks until something is there; the gateway makes notices by itself. */
async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (let round = 0; round < 1_200; round++) {
    const found = await ask();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it never came');
}
const kindOf = (token: string, kind: string, from = 0) =>
  until(async () => (await list(token, from)).notifications.find((each) => each.kind === kind));

describe('notices', () => {
  it('reach the patient and the clinician, and nobody else', async () => {
    expect(await kindOf(own, 'grant')).toMatchObject({ twinId: patient.twinId });
    expect(await kindOf(clinician, 'grant')).toMatchObject({ twinId: patient.twinId });
    expect((await list(stranger)).notifications).toEqual([]);
    expect((await town.ask('GET', '/notifications')).status).toBe(401);
  });

  it('of a read come with its receipt, which the patient fetches, and which is then delivered', async () => {
    const read = await town.ask('GET', `/twins/${patient.twinId}/modules/medications`, {
      token: clinician,
      headers: { 'twinseal-purpose': 'TREAT' },
    });
    expect(read.status).toBe(200);
    expect(await kindOf(own, 'receipt')).toMatchObject({ about: { count: expect.any(Number) } });
    const path = `/twins/${patient.twinId}/receipts`;
    const answer = (await town.ask('GET', path, { token: own })).json() as {
      receipts: { index: number; requester: string; bytes: Hex; deliveredAt?: number }[];
      total: number;
    };
    expect(answer.receipts.map(({ index }) => index)).toEqual(answer.receipts.map((_, i) => i));
    const last = answer.receipts.at(-1);
    expect(last).toMatchObject({ requester: 'staff:north/dr-1#1', deliveredAt: expect.any(Number) });
    expect(decodeReceipt(hexToBytes(last?.bytes as Hex)).purpose).toBe('TREAT');
    expect(await town.north.deliveries.count(patient.twinId)).toBe(answer.total);
    expect((await town.ask('GET', path, { token: stranger })).status).toBe(403);
    expect((await town.ask('GET', `${path}/9999`, { token: own })).status).toBe(404);

    await town.north.receipts.anchorNow();
    const proof = (
      await town.ask('GET', `${path}/${last?.index}/proof`, { token: own })
    ).json() as unknown as ReceiptProof & {
      anchored: boolean;
    };
    expect(proof.anchored).toBe(true);
    expect(verifyReceiptProof(hexToBytes(last?.bytes as Hex), proof)).toBe(true);
  });

  it('go on from where somebody stopped, also as a stream after a break', async () => {
    const { next } = await list(own);
    expect((await list(own, next)).notifications).toEqual([]);
    const away = new AbortController();
    const response = await fetch(`${town.north.url}/api/v1/notifications/stream`, {
      headers: { authorization: `Bearer ${own}`, 'last-event-id': String(next) },
      signal: away.signal,
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    await town.write(patient, 'conditions', 'streamed');
    let text = '';
    while (!text.includes('event: instance')) {
      const { value, done } = await reader.read();
      if (done) break;
      text += new TextDecoder().decode(value);
    }
    away.abort();
    const ids = [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.every((id) => id > next)).toBe(true);
    // Nothing of what was written, nor where, travels along.
    expect(text).not.toMatch(/streamed|conditions|Observation/);
  });
});

describe('a live proxy', () => {
  /** Appoints or dismisses, over the Twin API. */
  async function sign(
    whose: TestPatient,
    token: string,
    call: 'appointProxy' | 'dismissProxy',
    terms: Record<string, unknown>,
  ) {
    const { chainId, registration } = town.world.consortium;
    const nonce = await nextNonce(town.world.reader, 'registration', whose.id);
    const message = { twinId: whose.id, ...terms, nonce, deadline: BigInt(soon()) };
    const signature = await whose.account.signTypedData({
      domain: registrationDomain(BigInt(chainId), registration),
      types: twinTypes,
      primaryType: call === 'appointProxy' ? 'AppointProxy' : 'DismissProxy',
      message: message as never,
    });
    const texts = Object.entries({ ...message, signature }).map(([name, value]) => [
      name,
      typeof value === 'bigint' ? String(value) : value,
    ]);
    const answer = await town.ask('POST', `/twins/${whose.twinId}/proxies`, {
      token,
      body: { call, consent: Object.fromEntries(texts) },
    });
    expect([answer.status, answer.body.toString()]).toEqual([200, expect.any(String)]);
  }
  const soon = () => Math.floor(Date.now() / 1000) + 3600;

  it('gets the notices of the twin, at once and as a stream; the patient still has to get them, and after a dismissal nothing comes', async () => {
    const ward = await town.patient({ introduced: true });
    const theirs = await town.session(ward.account);
    const account = privateKeyToAccount(generatePrivateKey());
    const proxy = await town.session(account);
    expect((await list(proxy)).notifications).toEqual([]);
    // The narrowest appointment that there is: one scope, and to revoke only.
    await sign(ward, theirs, 'appointProxy', {
      proxy: account.address,
      powers: PROXY_POWER.revoke,
      scopes: [`0x${'11'.repeat(32)}`],
      notBefore: BigInt(soon() - 7200),
      expiry: BigInt(soon()),
    });
    const appointed = await kindOf(proxy, 'control');
    expect(appointed).toMatchObject({ twinId: ward.twinId, about: { event: 'ProxyAppointed' } });
    const kept = () =>
      town.north.notifier.book.list({
        audience: 'patient',
        after: appointed.id - 1,
        limit: 1,
        isOwn: (twinId) => twinId === ward.twinId,
      })[0];
    expect(kept()?.delivered).toEqual({ hospital: expect.any(Number), proxies: expect.any(Number) });
    // Of nobody else's twin.
    expect(new Set((await list(proxy)).notifications.map(({ twinId }) => twinId))).toEqual(
      new Set([ward.twinId]),
    );
    await kindOf(theirs, 'control');
    expect(kept()?.delivered).toHaveProperty('patient');

    const { next } = await list(proxy);
    const away = new AbortController();
    const response = await fetch(`${town.north.url}/api/v1/notifications/stream?from=${next}`, {
      headers: { authorization: `Bearer ${proxy}` },
      signal: away.signal,
    });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    await town.write(ward, 'conditions', 'for the proxy');
    let text = '';
    while (!text.includes('event: instance')) {
      const { value, done } = await reader.read();
      if (done) break;
      text += new TextDecoder().decode(value);
    }
    away.abort();
    expect(text).toContain(ward.twinId);

    await sign(ward, theirs, 'dismissProxy', { proxy: account.address });
    await until(async () => ((await list(proxy)).notifications.length === 0 ? true : undefined));
  });
});

describe('an emergency over HTTP', () => {
  it('is loud: the clinician opens with the own key, the patient is told, and sees who and why', async () => {
    const other = await town.patient({ introduced: true });
    const theirs = await town.session(other.account);
    const key = privateKeyToAccount(generatePrivateKey());
    const operator = await town.staff('op-1', ['operator']);
    const authorised = await town.ask('PUT', '/clinicians/dr-1', {
      token: operator,
      body: { key: key.address },
    });
    expect(authorised.status).toBe(200);
    const path = `/twins/${other.twinId}/emergencies`;
    const wish = { staff: 'dr-1', modules: ['medications'], reason: 'unconscious', lastsS: 600 };
    // A clinician acts under the own id; a patient, and a registrar, not at all.
    expect(
      (await town.ask('POST', `${path}/terms`, { token: clinician, body: { ...wish, staff: 'dr-9' } }))
        .status,
    ).toBe(403);
    expect((await town.ask('POST', `${path}/terms`, { token: theirs, body: wish })).status).toBe(403);
    const drawn = (await town.ask('POST', `${path}/terms`, { token: clinician, body: wish })).json() as {
      terms: Record<string, unknown> & { until: string; deadline: string };
      reasonSalt: Hex;
      chainId: number;
      contract: Hex;
    };
    const signature = await key.signTypedData({
      domain: emergencyDomain(BigInt(drawn.chainId), drawn.contract),
      types: { OpenEmergency: emergencyTypes.OpenEmergency },
      primaryType: 'OpenEmergency',
      message: {
        ...drawn.terms,
        until: BigInt(drawn.terms.until),
        deadline: BigInt(drawn.terms.deadline),
      } as never,
    });
    const body = {
      terms: drawn.terms,
      staff: 'dr-1',
      reason: 'unconscious',
      reasonSalt: drawn.reasonSalt,
      signature,
    };
    expect(
      (
        await town.ask('POST', path, {
          token: clinician,
          body: { ...body, signature: bytesToHex(new Uint8Array(65)) },
        })
      ).status,
    ).toBe(400);
    const opened = await town.ask('POST', path, { token: clinician, body });
    expect([opened.status, opened.json().state]).toEqual([200, 'open']);
    expect(await kindOf(theirs, 'emergency')).toMatchObject({
      twinId: other.twinId,
      about: { staff: drawn.terms.staff },
    });
    const seen = (await town.ask('GET', path, { token: theirs })).json() as { emergencies: unknown[] };
    expect(seen.emergencies).toEqual([
      expect.objectContaining({ modules: ['medications'], reason: 'unconscious', state: 'open' }),
    ]);
    // What is opened is read as soon as the authors delivered.
    await town.settled();
    const read = await until(async () => {
      const asked = await town.ask('GET', `/twins/${other.twinId}/modules/medications`, {
        token: clinician,
        headers: { 'twinseal-purpose': 'BTG' },
      });
      return asked.status === 200 ? asked : undefined;
    });
    expect(read.body.length).toBeGreaterThan(0);
    const receipts = (await town.ask('GET', `/twins/${other.twinId}/receipts`, { token: theirs })).json() as {
      receipts: { reason: number; purpose: string }[];
    };
    expect(
      receipts.receipts.filter(({ reason, purpose }) => reason === 11 && purpose === 'BTG').length,
    ).toBeGreaterThan(1);
    const closed = await town.ask('POST', `${path}/${opened.json().id}/close`, {
      token: clinician,
      body: {},
    });
    expect(closed.status).toBe(200);
    expect(await kindOf(theirs, 'emergency-closed')).toBeDefined();
  });
});

describe('NoticeBook', () => {
  const entry = (key: string) => ({
    key,
    kind: 'grant' as const,
    twinId: 'a1'.repeat(32),
    about: {},
    audience: ['patient'] as const,
  });
  class Areas {
    readonly kept = new Map<string, { collection: string; key: string; value: Uint8Array }>();
    fail = false;
    async putEntries(
      twinId: string,
      entries: readonly { collection: string; key: string; value: Uint8Array }[],
    ) {
      if (this.fail) throw Object.assign(new Error('away'), { code: 'database-unavailable' });
      for (const each of entries) this.kept.set(twinId + each.key, each);
    }
    async removeEntries(twinId: string, _collection: string, keys: readonly string[]) {
      for (const key of keys) this.kept.delete(twinId + key);
    }
    async entries() {
      return [...this.kept.values()];
    }
  }

  it('keeps each occasion once, over restarts and failures, and remembers what was delivered', async () => {
    const areas = new Areas();
    const nowS = () => 1_700_000_000;
    const book = new NoticeBook(areas, nowS);
    areas.fail = true;
    await expect(book.add([entry('one')])).rejects.toThrow('away');
    areas.fail = false;
    expect(await book.add([entry('one'), entry('one'), entry('two')])).toHaveLength(2);
    expect(await book.add([entry('one')])).toEqual([]);
    const ask = { audience: 'patient' as const, after: 0, limit: 10, isOwn: () => true };
    await book.deliver('patient', book.list(ask).slice(0, 1));
    expect(book.waiting('patient')).toBe(1);
    // A new process, with a clock that stands where it stood.
    const again = new NoticeBook(areas, nowS);
    await again.load(['a1'.repeat(32)]);
    expect(again.list(ask)).toEqual(book.list(ask));
    expect(again.waiting('patient')).toBe(1);
    expect(await again.add([entry('two')])).toEqual([]);
    const [third] = await again.add([entry('three')]);
    expect(third?.id).toBeGreaterThan(book.list(ask).at(-1)?.id as number);
  });
});
