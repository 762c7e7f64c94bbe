/**
 * `npm run bench:gateway`: what a request for a module costs a hospital's gateway, with everything that stands before the answer: sign-in, the decision by the chain's grants, a signed access receipt that is durable. The
 * server is a process of its own on the loopback interface; beside it, in the same process, the same bytes are answered without our checks.
 *
 *     node packages/bench/dist/gateway.js [--requests 1000] [--soak 100000] [--soak-seconds 480]
 *
 * Bounded in count and time: the soak ends with its seconds, and says how far it came.
 */

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Agent, request as httpRequest } from 'node:http';
import { loadavg } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { describeRun } from './machine.js';

const RESULT = fileURLToPath(new URL('../../../bench/results/gateway.json', import.meta.url));
const SERVER = fileURLToPath(new URL('./gateway-server.js', import.meta.url));
/** Requests under way at once: as many clinicians who press at the same moment. */
const AT_ONCE = 8;
/** The paper, section 7.3: 8 s a request on a public test network with blocks of 11.7 s. */
const PAPER_S = 8;
const CURVE = [200, 400, 600, 800, 1000];

const { values: options } = parseArgs({
  options: {
    requests: { type: 'string', default: '1000' },
    soak: { type: 'string', default: '100000' },
    'soak-seconds': { type: 'string', default: '480' },
  },
});

interface Ready {
  readonly url: string;
  readonly plainUrl: string;
  readonly token: string;
  readonly twinId: string;
  readonly module: string;
  readonly bytes: number;
  readonly signMs: number;
}

interface Figures {
  readonly requests: number;
  readonly totalS: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** Processor time of the server for one request, user and system: what is left to compare where others use the machine as well. */
  readonly serverCpuMs: number;
}

const server = spawn(process.execPath, ['--expose-gc', SERVER], { stdio: ['pipe', 'pipe', 'inherit'] });
process.on('exit', () => server.kill('SIGKILL'));
const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
async function line<T>(): Promise<T> {
  const { value, done } = await lines.next();
  if (done === true) throw new Error('the server ended');
  return JSON.parse(value) as T;
}
async function tell<T>(what: object): Promise<T> {
  server.stdin.write(`${JSON.stringify(what)}\n`);
  return line<T>();
}

const loadBefore = loadavg()[0] as number;
const ready = await line<Ready>();
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
const moduleUrl = `${ready.url}/api/v1/twins/${ready.twinId}/modules/${ready.module}`;
const headers = { authorization: `Bearer ${ready.token}`, 'twinseal-purpose': 'TREAT' };

/** One request, to its last byte. @returns milliseconds */
function once(url: string, extra: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const sent = httpRequest(url, { agent, headers: extra }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => {
        if (response.statusCode === 200 && bytes > ready.bytes / 2) resolve(performance.now() - from);
        else reject(new Error(`answered ${response.statusCode} with ${bytes} bytes`));
      });
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** Many requests, some at once; ends early where its time is over. */
async function many(
  count: number,
  ask: () => Promise<number>,
  untilMs = Number.POSITIVE_INFINITY,
): Promise<Figures> {
  const times: number[] = [];
  let left = count;
  const cpuBefore = serverCpuMs();
  const from = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0 && performance.now() < untilMs) times.push(await ask());
    }),
  );
  return figures(times, performance.now() - from, serverCpuMs() - cpuBefore);
}

function figures(times: number[], totalMs: number, cpuMs: number): Figures {
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    round(times[Math.min(times.length - 1, Math.floor(times.length * share))] as number);
  return {
    requests: times.length,
    totalS: round(totalMs / 1000),
    perSecond: round((times.length * 1000) / totalMs),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    maxMs: at(1),
    serverCpuMs: round(cpuMs / times.length),
  };
}

/** Processor time of the server so far, ms: fields 14 and 15 of proc(5)'s stat, in ticks of 10 ms. On Linux only. */
function serverCpuMs(): number {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function round(value: number): number {
  return Number(value.toFixed(2));
}

const authorised = () => once(moduleUrl, headers);
const plain = () => once(ready.plainUrl, {});
const strict = () => once(moduleUrl, { ...headers, 'twinseal-mode': 'strict' });

// Warm: compiled, cached, connected.
await many(100, authorised);
await many(100, plain);

const count = Number(options.requests);
// In turns, so that whatever else the machine does falls on both.
const halves = [
  await many(count / 2, plain),
  await many(count / 2, authorised),
  await many(count / 2, authorised),
  await many(count / 2, plain),
];
const [plainA, receiptA, receiptB, plainB] = halves as [Figures, Figures, Figures, Figures];
console.log('receipt mode', receiptA, receiptB, 'plain', plainA, plainB);

const curve = [];
for (const requests of CURVE) {
  const of = await many(requests, authorised);
  curve.push({ ...of, msPerRequest: round((of.totalS * 1000) / of.requests) });
  console.log('curve', curve.at(-1));
}

const soakMs = Number(options['soak-seconds']) * 1000;
const memoryBefore = await tell<{ rssMiB: number; heapMiB: number }>({ memory: true });
const soakLoad = loadavg()[0] as number;
const soak = await many(Number(options.soak), authorised, performance.now() + soakMs);
const memoryAfter = await tell<{ rssMiB: number; heapMiB: number }>({ memory: true });
console.log('soak', soak, memoryBefore, memoryAfter);

const strictModes = [];
for (const [blockTimeS, requests] of [
  [1, 8],
  [12, 3],
] as const) {
  await tell({ blockTimeS });
  const times: number[] = [];
  const cpuBefore = serverCpuMs();
  const from = performance.now();
  for (let i = 0; i < requests; i++) times.push(await strict());
  strictModes.push({ blockTimeS, ...figures(times, performance.now() - from, serverCpuMs() - cpuBefore) });
  console.log('strict', strictModes.at(-1));
}

server.stdin.end();
await new Promise((resolve) => server.once('exit', resolve));
agent.destroy();

const perSecond = (a: Figures, b: Figures) => round((a.requests + b.requests) / (a.totalS + b.totalS));
const result = {
  ...describeRun(),
  what: `GET /twins/{twinId}/modules/{module}: ${ready.bytes} bytes of JSON, ${AT_ONCE} requests at once, from another process on the loopback interface`,
  loadAverage: { before: round(loadBefore), after: round(loadavg()[0] as number) },
  receiptMode: { halves: [receiptA, receiptB], perSecond: perSecond(receiptA, receiptB) },
  plain: {
    what: 'the same bytes from a server in the same process without sign-in, decision and receipt; not a route of the gateway',
    halves: [plainA, plainB],
    perSecond: perSecond(plainA, plainB),
  },
  signing: {
    what: 'processor time of one signature of a receipt, two multiplications on BLS12-381; a thread of its own makes them, one after the other for one twin',
    cpuMs: ready.signMs,
  },
  serverCpuTimesOfPlain: round(
    (receiptA.serverCpuMs + receiptB.serverCpuMs) / (plainA.serverCpuMs + plainB.serverCpuMs),
  ),
  timesOfPlain: round((receiptA.totalS + receiptB.totalS) / (plainA.totalS + plainB.totalS)),
  paper: {
    secondsPerRequest: PAPER_S,
    note: 'on a public test network, blocks of 11.7 s: to be set beside strict mode at 12 s',
  },
  curve,
  strictMode: strictModes,
  soak: {
    asked: Number(options.soak),
    limitSeconds: soakMs / 1000,
    loadAverage: round(soakLoad),
    ...soak,
    memoryBefore,
    memoryAfter,
    note: 'Ends early where its time is over. Each request leaves a receipt: the newest few thousand of them are in memory, all of them on the disk.',
  },
  aims: { timesOfPlain: 3, perSecond: 100, p99Ms: 250, strict: 'one block and 100 ms' },
};
await writeFile(RESULT, `${JSON.stringify(result, undefined, 2)}\n`);
console.log(RESULT);
