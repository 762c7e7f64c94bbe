/** Who means the Twin API ill, or has gone away in the middle: one test each, against a running gateway. */

import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_JSON_DEPTH } from '../../src/api/json-body.js';
import type { TestPatient } from '../rebuild/consortium.js';
import { startTown, stranger, type TestTown } from './support/town.js';

const TREAT = { 'twinseal-purpose': 'TREAT' };
/** Seconds that a decision may take here: more than a busy machine needs, fewer than one wants to wait for. */
const DECISION_S = 10;

/** Holds back whoever waits for it, until it is let go. */
class Brake {
  #held: Promise<void> | undefined;
  #release: (() => void) | undefined;

  hold(): void {
    this.#held = new Promise((resolve) => {
      this.#release = resolve;
    });
  }

  let(): void {
    this.#release?.();
    this.#held = undefined;
  }

  async pass(): Promise<void> {
    await this.#held;
  }
}

const database = new Brake();
const chain = new Brake();
let proxy: Server;
let town: TestTown;
let patient: TestPatient;
let clinician: string;
let session: string;

beforeAll(async () => {
  town = await startTown({
    limits: {
      decisionTimeoutS: DECISION_S,
      handlerTimeoutS: 20,
      clientTimeoutS: 2,
      unusualDenialsPerHour: 5,
    },
    seams: { statements: { before: () => database.pass(), after: () => undefined } },
    // Between the gateway and its node stands something that can stop answering.
    chainUrl: async (real) => {
      proxy = createServer(async (request, response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        await chain.pass();
        const answer = await fetch(real, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: Buffer.concat(chunks),
        }).catch(() => undefined);
        if (answer === undefined) response.destroy();
        else
          response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
      });
      await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
      return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    },
  });
  patient = await town.patient({ introduced: true });
  await town.grant(patient, ['medications']);
  clinician = await town.staff('dr-1', ['clinician']);
  session = await town.session(patient.account);
}, 240_000);

afterAll(async () => {
  database.let();
  chain.let();
  await town?.stop();
  proxy?.closeAllConnections();
  proxy?.close();
}, 300_000);

const read = (twinId = patient.twinId, module = 'medications') =>
  town.ask('GET', `/twins/${twinId}/modules/${module}`, { token: clinician, headers: TREAT });
const requests = () => `/twins/${patient.twinId}/requests`;

/** Sends bytes as they are, and gives what comes back until the other side ends. */
function raw(text: string, timeoutMs = 30_000): Promise<string> {
  const { hostname, port } = new URL(town.north.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', () => resolve(answer));
    setTimeout(() => {
      socket.destroy();
      reject(new Error('the server did not end it'));
    }, timeoutMs).unref();
  });
}

describe('limits', () => {
  it('of the body: what is larger is not read', async () => {
    const body = JSON.stringify({ modules: ['a'.repeat(70_000)], purpose: 'TREAT' });
    const answer = await town.ask('POST', requests(), { token: clinician, body });
    expect([answer.status, answer.json().error]).toEqual([413, 'too-large']);
  });

  it('of depth, and of what a body is', async () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const ask = async (body: string, type = 'application/json') => {
      const answer = await town.ask('POST', requests(), {
        token: clinician,
        body,
        headers: { 'content-type': type },
      });
      return [answer.status, answer.json().message];
    };
    expect(await ask(nested(MAX_JSON_DEPTH + 1))).toEqual([
      400,
      expect.stringContaining('inside one another'),
    ]);
    // One level less is a body of another form, and no more than that.
    expect(await ask(nested(MAX_JSON_DEPTH))).toEqual([
      400,
      expect.not.stringContaining('inside one another'),
    ]);
    // Brackets in a text are no depth.
    expect(await ask(`{"modules":["${'['.repeat(50)}"],"purpose":"TREAT"}`)).toEqual([
      400,
      expect.stringContaining('modules'),
    ]);
    expect(await ask('{"modules":')).toEqual([400, 'body: expected JSON']);
    expect(await ask('"\xff"')).toEqual([400, expect.any(String)]);
    expect(await ask('{"__proto__":{"admin":true},"modules":["a"],"purpose":"TREAT"}')).toEqual([
      400,
      'body: holds a key that is refused',
    ]);
    expect(await ask('{"modules":["medications"],"purpose":"TREAT","also":1}')).toEqual([
      400,
      expect.any(String),
    ]);
    expect((await ask('modules=a', 'application/x-www-form-urlencoded'))[0]).toBe(415);
  });

  it('of headers, by number and by size', async () => {
    const many = Array.from({ length: 80 }, (_, i) => `x-${i}: 1\r\n`).join('');
    const head = `GET /api/v1/health HTTP/1.1\r\nHost: ${new URL(town.north.url).host}\r\nConnection: close\r\n`;
    expect(await raw(`${head}${many}\r\n`)).toMatch(/^HTTP\/1\.1 431 [\s\S]*headers-too-large/);
    expect(await raw(`${head}x-large: ${'a'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
    expect(await raw(`${head}\r\n`)).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('of parameters in path and query', async () => {
    const long = await town.ask('GET', `/twins/${'a'.repeat(5_000)}`, { token: session });
    expect([400, 404, 414]).toContain(long.status);
    const almost = await town.ask('GET', `/twins/${'a'.repeat(100)}`, { token: session });
    expect([almost.status, almost.json().error]).toEqual([400, 'request-invalid']);
    const modules = Array.from({ length: 65 }, (_, i) => `module=m${i}`).join('&');
    const many = await town.ask('GET', `/twins/${patient.twinId}/timeline?${modules}`, {
      token: clinician,
      headers: TREAT,
    });
    expect(many.status).toBe(400);
    const slots = Array.from({ length: 17 }, () => `slot=0x${'00'.repeat(32)}`).join('&');
    expect((await town.ask('GET', `/chain/proofs?contract=twins&block=1&${slots}`)).status).toBe(400);
  });
});

describe('injection', () => {
  it('by path: what is no id is no id', async () => {
    const tricks = [
      '..%2f..%2fkeys%2foperator.token',
      '%2e%2e',
      '%00',
      `${patient.twinId}%00`,
      `${patient.twinId.slice(0, 63)}'`,
      "'%20or%201=1--",
      `0x${patient.twinId.slice(2)}`,
      patient.twinId.toUpperCase().replace(/^[0-9]+$/, 'A'),
      '__proto__',
      'constructor',
    ];
    for (const trick of tricks) {
      const answer = await town.ask('GET', `/twins/${trick}/lanes`, { token: session });
      expect([trick, [400, 404].includes(answer.status)]).toEqual([trick, true]);
    }
    for (const trick of ['..%2fidentity', 'medications%27', '__proto__', 'Medications', 'a%0ab'])
      expect([trick, (await read(patient.twinId, trick)).status]).toEqual([trick, 400]);
  });

  it('by search: unknown, doubled and odd parameters are refused', async () => {
    const timeline = (query: string) =>
      town.ask('GET', `/twins/${patient.twinId}/timeline?${query}`, { token: clinician, headers: TREAT });
    for (const query of [
      'modul=a',
      'module[]=a',
      'module[$ne]=a',
      '__proto__=a',
      'from=now',
      "to=2026'--",
      'from=2026-01-01T00:00:00Z&from=2026-01-01T00:00:00Z',
    ])
      expect([query, (await timeline(query)).status]).toEqual([query, 400]);
    expect((await town.ask('GET', '/health?x=1')).status).toBe(400);
  });

  it('by header: a purpose is one code, a mode one of two, and a line’s end ends nothing', async () => {
    for (const purpose of ['TREAT,HRESCH', 'TREAT\t', 'treat', 'TREAT; DROP', '']) {
      const answer = await town.ask('GET', `/twins/${patient.twinId}/modules`, {
        token: clinician,
        headers: { 'twinseal-purpose': purpose },
      });
      // HTTP itself drops blanks around a value.
      expect([purpose, answer.status]).toEqual([purpose, purpose.trim() === 'TREAT' ? 200 : 400]);
    }
    const mode = await town.ask('GET', `/twins/${patient.twinId}/modules`, {
      token: clinician,
      headers: { ...TREAT, 'twinseal-mode': 'none' },
    });
    expect(mode.status).toBe(400);
    for (const authorization of [
      'Bearer',
      `Basic ${clinician}`,
      `Bearer ${clinician}, Bearer ${clinician}`,
      `Bearer ${clinician}x`,
    ]) {
      const answer = await town.ask('GET', '/twins', { headers: { authorization } });
      expect([authorization.slice(0, 12), answer.status]).toEqual([authorization.slice(0, 12), 401]);
    }
  });

  it('leaves no more in an answer or a log than was there', async () => {
    const canary = 'zq-canary-7f3a';
    await town.ask('GET', `/twins/${canary}/lanes?${canary}=${canary}`, { token: session });
    const answer = await town.ask('POST', requests(), {
      token: clinician,
      body: { modules: [canary.toUpperCase()], purpose: canary },
    });
    expect(answer.body.toString('utf8').toLowerCase()).not.toContain(canary);
    expect(town.log.join('\n')).not.toContain(canary);
    expect(town.log.join('\n')).not.toContain(clinician.slice(-20));
  });
});

it('guessing of ids finds nothing, and is told', async () => {
  const guesser = await town.staff('dr-9', ['clinician']);
  const guess = (twinId: string) =>
    town.ask('GET', `/twins/${twinId}/modules`, { token: guesser, headers: TREAT });
  const seen = new Set<string>();
  for (let i = 0; i < 8; i++) {
    const { status, body } = await guess(i.toString(16).padStart(64, '0'));
    seen.add(`${status} ${body.toString('utf8')}`);
  }
  // One that is real elsewhere among them looks like the others.
  const real = await town.patient({ introduced: false });
  const { status, body } = await guess(real.twinId);
  seen.add(`${status} ${body.toString('utf8')}`);
  expect([...seen]).toEqual([expect.stringMatching(/^403 \{"error":"denied"/)]);
  expect(
    town.log.some((line) => line.includes('a request is unusual') && line.includes('many-denials')),
  ).toBe(true);
});

it('a refusal to read a patient who is known here leaves a receipt of its own', async () => {
  const other = await town.patient({ introduced: true });
  const token = await town.session(other.account);
  expect((await read(other.twinId)).status).toBe(403);
  await expect
    .poll(
      async () =>
        (
          (await town.ask('GET', `/twins/${other.twinId}/receipts`, { token })).json().receipts as {
            decision: string;
            requester: string;
          }[]
        )
          .filter(({ decision }) => decision === 'deny')
          .map(({ requester }) => requester),
      { timeout: 60_000 },
    )
    .toEqual(['staff:north/dr-1#1']);
});

it('two callers race a revocation: nobody who asks after its block is permitted', async () => {
  const other = await town.patient({ introduced: true });
  const terms = await town.grant(other, ['medications']);
  expect((await read(other.twinId)).status).toBe(200);
  const grants = await town.world.reader.grants(other.id, Math.floor(Date.now() / 1000));
  const grantId = grants.find((each) => each.terms.nonce === terms.nonce && each.live)
    ?.grantId as `0x${string}`;
  const asked: { at: number; status: number }[] = [];
  let over = false;
  const racer = async () => {
    while (!over) {
      const at = performance.now();
      asked.push({ at, status: (await read(other.twinId)).status });
    }
  };
  const racers = [racer(), racer()];
  const token = await town.session(other.account);
  const body = await other.signedRevocation(grantId);
  const revoked = await town.ask('POST', `/twins/${other.twinId}/revocations`, { token, body });
  const done = performance.now();
  expect(revoked.status).toBe(200);
  // Some more rounds after the block.
  while (asked.filter(({ at }) => at > done).length < 10)
    await new Promise((resolve) => setTimeout(resolve, 20));
  over = true;
  await Promise.all(racers);
  expect(asked.filter(({ at }) => at < done).some(({ status }) => status === 200)).toBe(true);
  expect(asked.filter(({ at, status }) => at > done && status !== 403)).toEqual([]);
}, 300_000);

it('a client that stalls is ended, and others are served meanwhile', async () => {
  const host = new URL(town.north.url).host;
  const stalled = [
    // In the middle of its headers, and in the middle of its body.
    raw(`GET /api/v1/health HTTP/1.1\r\nHost: ${host}\r\nx-begun`),
    raw(
      `POST /api/v1/twins/${patient.twinId}/requests HTTP/1.1\r\nHost: ${host}\r\nauthorization: Bearer ${clinician}\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"modules"`,
    ),
  ];
  expect((await town.ask('GET', '/health')).status).toBe(200);
  for (const answer of await Promise.all(stalled))
    expect(answer === '' || /^HTTP\/1\.1 408 /.test(answer)).toBe(true);
}, 300_000);

it('a chain that stalls: nothing is decided on a guess, in the same words for all; then it goes on', async () => {
  expect((await read()).status).toBe(200);
  chain.hold();
  try {
    const stranded = await town.session(stranger());
    const answers = await Promise.all([
      read(),
      read('e0'.repeat(32)),
      town.ask('GET', `/twins/${patient.twinId}/lanes`, { token: stranded }),
      town.ask('GET', `/twins/${'e0'.repeat(32)}/lanes`, { token: stranded }),
    ]);
    for (const { status, json, headers } of answers) {
      expect([status, headers.get('retry-after')]).toEqual([503, '5']);
      expect(['chain-unavailable', 'too-slow']).toContain(json().error);
    }
    // What needs no word of the chain is answered.
    expect((await town.ask('GET', '/sign-in/session', { token: clinician })).status).toBe(200);
    expect((await town.ask('GET', '/parameters')).status).toBe(200);
  } finally {
    chain.let();
  }
  await expect.poll(async () => (await read()).status, { timeout: 90_000 }).toBe(200);
}, 300_000);

it('a database that stalls: the caller is told so, and nobody waits for ever', async () => {
  database.hold();
  try {
    const answers = await Promise.all([read(), read('e0'.repeat(32))]);
    for (const { status, json } of answers) expect([status, json().error]).toEqual([503, 'too-slow']);
    expect((await town.ask('GET', '/parameters')).status).toBe(200);
  } finally {
    database.let();
  }
  await expect.poll(async () => (await read()).status, { timeout: 90_000 }).toBe(200);
}, 300_000);
