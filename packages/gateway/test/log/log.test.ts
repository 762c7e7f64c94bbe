/** What a log may hold: constants of the program, and listed fields in their form. Clinical values, names and secrets do not come through, wherever they are put. */

import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { GatewayError } from '../../src/errors.js';
import { createLog, LOG_FIELDS, type Log } from '../../src/log/index.js';

const CANARIES = [
  'Canaria Müllerova',
  'HbA1c 9.7 %',
  'sk-Canary-Secret-0123456789',
  '1958-03-14',
  'canary-word',
];
const TWIN = 'ab'.repeat(32);

/** Runs something that logs, and returns its lines. */
async function lines(run: (log: Log) => void | Promise<void>, level: 'debug' | 'info' = 'debug') {
  const written: string[] = [];
  const destination = { write: (line: string) => void written.push(line) };
  await run(createLog({ level, hospital: 'north', destination }));
  return {
    text: written.join(''),
    lines: written.map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

function expectNoCanary(text: string): void {
  for (const canary of CANARIES) expect(text).not.toContain(canary);
}

describe('createLog', () => {
  it('writes one JSON object a line, with time, level, hospital, event and fields', async () => {
    const { lines: found } = await lines((log) => {
      log.info('instance anchored', { twin: TWIN, seq: 3, gas: 210_000n, permit: true, code: 'lane-behind' });
    });
    expect(found).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        hospital: 'north',
        event: 'instance anchored',
        twin: 'abababab…',
        seq: 3,
        gas: 210_000,
        permit: true,
        code: 'lane-behind',
      },
    ]);
  });

  it('leaves out what is below its level', async () => {
    const { lines: found } = await lines((log) => {
      log.debug('looked for events', { blocks: 3 });
      log.warn('peer does not answer', { peer: 'south' });
    }, 'info');
    expect(found.map(({ event }) => event)).toEqual(['peer does not answer']);
  });

  it('lets no canary through, in any listed field', async () => {
    const { text, lines: found } = await lines((log) => {
      for (const canary of CANARIES.slice(0, 4)) {
        const everywhere = Object.fromEntries(LOG_FIELDS.map((field) => [field, canary]));
        log.info('something happened', everywhere);
        log.child(everywhere).info('something happened');
      }
    });
    // Every field was looked at, and none of them took a sentence, a date or a key.
    expect(Object.keys(found[0] ?? {}).length).toBeGreaterThan(LOG_FIELDS.length);
    expectNoCanary(text);
  });

  it('lets no canary through in unlisted fields, nested objects, or errors', async () => {
    const { text, lines: found } = await lines((log) => {
      for (const canary of CANARIES) {
        log.info('something happened', { patient: canary, resource: { name: [canary] } } as never);
        log.info('something happened', {
          twin: { id: canary },
          seq: [canary],
          code: { toString: () => canary },
        });
        const inner = Object.assign(new Error(canary), { detail: canary, response: { body: canary } });
        const outer = new TypeError(`outer ${canary}`, { cause: inner });
        log.error('a fault', { error: outer });
        log.error('a fault', { error: canary });
        log.error('a fault', { error: Object.assign(new Error(canary), { code: canary, name: canary }) });
      }
    });
    expectNoCanary(text);
    expect(found[0]).toMatchObject({ dropped: 2 });
    expect(found[2]).toMatchObject({ errorName: 'TypeError' });
  });

  it('shows where a fault of the program is, and no stack for what a caller did wrong', async () => {
    const { lines: found, text } = await lines((log) => {
      log.error('a fault', { error: new TypeError('x') });
      log.info('request refused', { error: new GatewayError('request-denied', 'Refused: canary-word.') });
    });
    expect(found[0]?.places).toEqual(
      expect.arrayContaining([expect.stringMatching(/log\.test\.ts:\d+:\d+/)]),
    );
    expect(found[1]).toMatchObject({ errorName: 'GatewayError', code: 'request-denied' });
    expect(found[1]).not.toHaveProperty('places');
    expectNoCanary(text);
  });

  it('holds a library to the same list: messages, children, serializers, formatters', async () => {
    const { text } = await lines((log) => {
      const { pino } = log;
      for (const canary of CANARIES) {
        pino.info(canary);
        pino.info('a %s', canary);
        pino.error(new Error(canary));
        pino.error({ err: new Error(canary) }, canary);
        pino.info({ event: canary, msg: canary, patient: canary });
        pino
          .child(
            { patient: canary, code: { canary } },
            { msgPrefix: canary, serializers: { seq: () => canary } },
          )
          .info({ seq: 1 }, 'request completed');
        const child = pino.child({}, { formatters: { log: () => ({ canary }) } });
        child.setBindings({ patient: canary });
        child.child({ deeper: canary }).warn({ canary }, canary);
      }
    });
    expect(text.split('\n').length).toBeGreaterThan(CANARIES.length * 7);
    expectNoCanary(text);
  });

  it('serves fastify: a request is told by route and status, never by its address, headers or error message', async () => {
    const { text, lines: found } = await lines(async (log) => {
      const server = fastify({ loggerInstance: log.pino });
      server.get('/twins/:id', async () => 'well');
      server.get('/fails', async () => {
        throw new Error('patient Canaria Müllerova: HbA1c 9.7 %');
      });
      const headers = { authorization: 'Bearer sk-Canary-Secret-0123456789' };
      await server.listen({ host: '127.0.0.1', port: 0 });
      await server.inject({ url: '/twins/canary-word?name=canary-word', headers });
      await server.inject({ url: '/fails', headers });
      await server.inject({ url: '/nowhere/canary-word', headers });
      await server.close();
    });
    expectNoCanary(text);
    expect(found).toContainEqual(expect.objectContaining({ event: 'server listening' }));
    expect(found).toContainEqual(expect.objectContaining({ method: 'GET', route: '/twins/:id' }));
    expect(found).toContainEqual(expect.objectContaining({ event: 'request completed', status: 200 }));
    expect(found).toContainEqual(expect.objectContaining({ errorName: 'Error', places: expect.any(Array) }));
  });

  it('takes constants as events only, by its type', async () => {
    const name: string = 'canary-word';
    const { text } = await lines((log) => {
      // @ts-expect-error a text that the program does not know when it is compiled
      const call = () => log.info(`patient ${name}`);
      expect(call).toBeTypeOf('function');
    });
    expect(text).toBe('');
  });
});
