/** One person with two twins: what staff may read of both is answered together, by two decisions and two receipts. */

import { registrationDomain, twinTypes } from '@twinseal/contracts';
import { decodeReceipt } from '@twinseal/record';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextNonce } from '../../src/consents/calls.js';
import { startTown, type TestTown } from '../api/support/town.js';
import type { TestPatient } from '../rebuild/consortium.js';

const TREAT = { 'twinseal-purpose': 'TREAT' };

let town: TestTown;
let one: TestPatient;
let other: TestPatient;
let clinician: string;

beforeAll(async () => {
  town = await startTown();
  one = await town.patient({ introduced: true });
  other = await town.patient({ introduced: true });
  clinician = await town.staff('dr-1', ['clinician']);
  await town.grant(one, ['medications']);
}, 300_000);
afterAll(() => town?.stop(), 60_000);

async function relay(call: 'linkTwins' | 'unlinkTwins'): Promise<void> {
  const { reader, consortium } = town.world;
  const domain = registrationDomain(BigInt(consortium.chainId), consortium.registration);
  const deadline = BigInt(Math.floor(Date.now() / 1000) + 3600);
  const [first, second] = one.id < other.id ? [one, other] : [other, one];
  const nonceOf = (of: TestPatient) => nextNonce(reader, 'registration', of.id);
  const sign = (by: TestPatient, primaryType: string, message: object) =>
    by.account.signTypedData({ domain, types: twinTypes, primaryType, message } as never);
  const token = await town.session(one.account);
  if (call === 'unlinkTwins') {
    const message = { twinId: one.id, other: other.id, nonce: await nonceOf(one), deadline };
    const consent = {
      ...message,
      nonce: String(message.nonce),
      deadline: String(deadline),
      signature: await sign(one, 'UnlinkTwins', message),
    };
    expect((await town.ask('POST', '/links', { token, body: { call, consent } })).status).toBe(200);
    return;
  }
  const message = {
    first: first.id,
    second: second.id,
    firstNonce: await nonceOf(first),
    secondNonce: await nonceOf(second),
    deadline,
  };
  const consent = {
    ...message,
    firstNonce: String(message.firstNonce),
    secondNonce: String(message.secondNonce),
    deadline: String(deadline),
    firstSignature: await sign(first, 'LinkTwins', message),
    secondSignature: await sign(second, 'LinkTwins', message),
  };
  const asker = await town.session(first.account);
  expect((await town.ask('POST', '/links', { token: asker, body: { call, consent } })).status).toBe(200);
}

interface Answer {
  readonly twins: readonly { readonly twinId: string; readonly modules: readonly string[] }[];
  readonly entries: readonly { readonly twinId: string; readonly time: string }[];
}
async function ask(rest: string, patient = one) {
  const answer = await town.ask('GET', `/twins/${patient.twinId}/person/${rest}`, {
    token: clinician,
    headers: TREAT,
  });
  const { twins = [], entries = [] } = answer.json() as unknown as Partial<Answer>;
  const of = (id: string) => entries.filter((each) => each.twinId === id).length;
  return {
    status: answer.status,
    twins: twins.map((each) => each.twinId),
    one: of(one.twinId),
    other: of(other.twinId),
    times: entries.map(({ time }) => Date.parse(time)),
  };
}
/** Decisions on reads of a twin by this clinician, as north receipted them. */
const receiptsOf = ({ twinId }: TestPatient) =>
  town.north.receipts.book
    .ofTwin(twinId)
    .map(({ bytes }) => decodeReceipt(bytes))
    .filter(({ requester }) => requester.name === 'staff:north/dr-1')
    .map(({ decision }) => decision);

describe('the record of one person over two twins', () => {
  it('is that of the one twin where none is linked', async () => {
    expect(await ask('modules/medications')).toMatchObject({
      status: 200,
      twins: [one.twinId],
      one: 2,
      other: 0,
    });
    expect(receiptsOf(other)).toEqual([]);
  });

  it('leaves out a linked twin that may not be read, whose patient sees that it was tried', async () => {
    await relay('linkTwins');
    const before = receiptsOf(one).length;
    expect(await ask('modules/medications')).toMatchObject({
      status: 200,
      twins: [one.twinId],
      one: 2,
      other: 0,
    });
    expect(receiptsOf(one)).toHaveLength(before + 1);
    await expect.poll(() => receiptsOf(other), { timeout: 30_000 }).toEqual(['deny']);
    // A link opens nothing: asked for itself, the other twin is refused.
    expect((await ask('modules/medications', other)).status).toBe(403);
  });

  it('joins what both patients granted, each with its own receipt, and says which twin each thing is of', async () => {
    await town.grant(other, ['conditions', 'medications']);
    const permits = () =>
      [one, other].map((each) => receiptsOf(each).filter((what) => what === 'permit').length);
    const before = permits();
    const both = { status: 200, twins: [one.twinId, other.twinId] };
    expect(await ask('modules/medications')).toMatchObject({ ...both, one: 2, other: 2 });
    expect(permits()).toEqual(before.map((count) => count + 1));
    const { times, ...line } = await ask('timeline');
    // Of the one only medications, of the other conditions as well.
    expect(line).toMatchObject({ ...both, one: expect.any(Number), other: expect.any(Number) });
    expect(line.one).toBeGreaterThan(0);
    expect(line.other).toBeGreaterThan(0);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(await ask('modules/conditions', other)).toMatchObject({ status: 200, one: 0, other: 1 });
  });

  it('is that of the one twin again when the link was taken back', async () => {
    await relay('unlinkTwins');
    expect(await ask('modules/medications')).toMatchObject({
      status: 200,
      twins: [one.twinId],
      one: 2,
      other: 0,
    });
  });
});
