/**
 * Every route of the table, without a grant: nobody, a foreign account, staff without a role, staff without a grant. Each is refused, with the same status, words, headers and steps of the gate
 * whether the twin, the lane, the part, the request, the receipt … exists or not. What differs legitimately: the header `date`.
 */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blueprint } from '../../src/api/blueprint.js';
import { DENIED_STEPS } from '../../src/api/gate.js';
import type { ApiRoute } from '../../src/api/route.js';
import type { TestPatient } from '../rebuild/consortium.js';
import { type Ids, sampleOf } from './support/sample.js';
import { type Asked, startTown, stranger, type TestTown } from './support/town.js';

/** What a hospital's own clinicians may do with a patient who was introduced there, without any grant: ask, and break the glass. Denied all the same where the patient was not. */
const OF_KNOWN_TWINS = new Set(['request-access', 'open-emergency']);
/** What is not about any twin, and who may do it without a grant. */
const WITHOUT_TWIN: Readonly<Record<string, readonly string[]>> = {
  'read-own': ['account', 'no role', 'no grant'],
  // One's own twins: a stranger has none, and the hospital's people see whom the hospital knows.
  'list-twins': ['account', 'no grant'],
  // A consent that names no twin yet; what it says is checked by who takes it.
  'relay-consent': ['account'],
};

const routes = blueprint();
const aboutTwin = routes.filter((route) => route.path.includes('{twinId}') || route.twinOf !== undefined);
const others = routes.filter((route) => !aboutTwin.includes(route) && route.operation !== 'read-public');

let town: TestTown;
/** Registered and written of elsewhere; north was never introduced. */
let elsewhere: TestPatient;
/** Introduced to north, which wrote nothing and was granted nothing. */
let known: TestPatient;
/** Introduced, granted, written of: everything is there. */
let full: TestPatient;
let tokens: Record<'nobody' | 'account' | 'no role' | 'no grant', string | undefined>;
let there: Ids;
const gone: Ids = {
  twinId: 'e0'.repeat(32),
  authorId: 'e1'.repeat(32),
  digest: 'e2'.repeat(32),
  requestId: 'e3'.repeat(32),
  grantId: 'e4'.repeat(32),
  index: '4711',
  seq: '4711',
  module: 'no-such-module',
};

beforeAll(async () => {
  town = await startTown();
  elsewhere = await town.patient({ introduced: false });
  known = await town.patient({ introduced: true });
  full = await town.patient({ introduced: true });
  await town.write(full, 'observations', 'o1');
  await town.grant(full, ['medications']);
  tokens = {
    nobody: undefined,
    account: await town.session(stranger()),
    'no role': await town.staff('porter-1', []),
    'no grant': await town.staff('dr-2', ['clinician']),
  };
  const reader = await town.staff('dr-1', ['clinician']);
  const read = await town.ask('GET', `/twins/${full.twinId}/modules/medications`, {
    token: reader,
    headers: { 'twinseal-purpose': 'TREAT' },
  });
  expect([read.status, read.headers.get('twinseal-receipt')]).toEqual([200, expect.stringMatching(/^\d+$/)]);
  const lane = { twinId: full.twinId, authorId: town.north.self };
  const [row] = await town.north.gateway.ledger.lane(lane);
  const [part] = await town.north.gateway.ledger.partsOf(row as NonNullable<typeof row>);
  const [grant] = await town.world.reader.grants(full.id, Math.floor(Date.now() / 1000));
  const decisions = await town.world.reader.decisions();
  there = {
    twinId: full.twinId,
    authorId: town.north.self,
    digest: part?.partDigest,
    requestId: decisions.find(({ twinId }) => twinId === full.id)?.requestId.slice(2),
    grantId: grant?.grantId.slice(2),
    index: read.headers.get('twinseal-receipt'),
    seq: '0',
    module: 'medications',
  };
}, 300_000);

afterAll(() => town?.stop(), 60_000);

/** Asks for a route with certain ids in its path, query and body. */
function ask(route: ApiRoute, ids: Ids, who: keyof typeof tokens): Promise<Asked> {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = (sampleOf(route.params as never, ids) as Record<string, string>)[name];
    return encodeURIComponent(value as string);
  });
  const query = new URLSearchParams(
    Object.entries(
      (route.query === undefined ? {} : (sampleOf(route.query, ids) as object)) as Record<string, string>,
    ),
  ).toString();
  return town.ask(route.method, `${path}${query === '' ? '' : `?${query}`}`, {
    token: tokens[who],
    headers: route.operation === 'read-record' ? { 'twinseal-purpose': 'TREAT' } : {},
    ...(route.body === undefined ? {} : { body: sampleOf(route.body, ids) }),
  });
}

/** All that a caller can see of an answer, and the steps that led to it; the clock apart. */
function seen({ status, headers, body, steps }: Asked) {
  const { date: _clock, ...rest } = Object.fromEntries(headers);
  return { status, headers: rest, body: body.toString('utf8'), steps };
}

const timings = new Map<string, number[]>();
function timed(what: string, { ms }: Asked): void {
  timings.set(what, [...(timings.get(what) ?? []), ms]);
}

const name = ({ method, path }: ApiRoute) => `${method} ${path}`;

it('walks a table that has the routes of every room', () => {
  const tags = new Set(routes.map(({ tag }) => tag));
  for (const tag of ['public', 'sign-in', 'twins', 'sealed', 'record', 'consents', 'receipts'])
    expect(tags).toContain(tag);
  expect(aboutTwin.length).toBeGreaterThan(20);
  expect(new Set(routes.map(name)).size).toBe(routes.length);
  expect(new Set(routes.map(({ id }) => id)).size).toBe(routes.length);
});

describe.each(['nobody', 'account', 'no role', 'no grant'] as const)('about a twin, %s', (who) => {
  const status = who === 'nobody' ? 401 : 403;
  const error = who === 'nobody' ? 'not-signed-in' : 'denied';
  const steps = who === 'nobody' ? ['limits', 'who'] : DENIED_STEPS;

  it.each(aboutTwin.map((route) => [name(route), route] as const))('is refused %s', async (_name, route) => {
    // Whoever has a clinical role is refused what exists and was not granted; with the others it makes no difference what there is.
    const existing: Ids[] =
      who === 'no grant'
        ? [
            { ...there, twinId: elsewhere.twinId },
            ...(OF_KNOWN_TWINS.has(route.operation) ? [] : [{ ...there, twinId: known.twinId }]),
          ]
        : [there, { ...there, twinId: elsewhere.twinId }, { ...gone, twinId: full.twinId }];
    const missing = await ask(route, gone, who);
    timed(`${who}, missing`, missing);
    expect([missing.status, missing.json().error, missing.steps]).toEqual([status, error, steps]);
    for (const ids of existing) {
      const answer = await ask(route, ids, who);
      timed(`${who}, existing`, answer);
      expect(seen(answer)).toEqual(seen(missing));
    }
  });
});

describe.each(['nobody', 'account', 'no role', 'no grant'] as const)('about no twin, %s', (who) => {
  it.each(others.map((route) => [name(route), route] as const))(
    'is refused %s, or it is its own affair',
    async (_name, route) => {
      const isOwn = WITHOUT_TWIN[route.operation]?.includes(who) === true;
      if (isOwn) return;
      const answer = await ask(route, gone, who);
      expect([answer.status, answer.json().error]).toEqual(
        who === 'nobody' ? [401, 'not-signed-in'] : [403, 'denied'],
      );
    },
  );
});

it('tells how long refusals took', ({ annotate }) => {
  const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const lines = [...timings].map(
    ([what, values]) => `${what}: median ${median(values).toFixed(2)} ms of ${values.length}`,
  );
  expect(lines.length).toBeGreaterThan(0);
  // Told, not judged: a busy machine says nothing about a difference that somebody could measure over a network.
  return annotate(lines.join('; ')).then(() => console.log(`refusals\n  ${lines.join('\n  ')}`));
});
