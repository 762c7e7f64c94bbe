/** docs/WALKTHROUGH.md, run: every command of the page in its order, with real processes, and what they print compared with what the page shows. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeCapsule, formatIdentity } from '@twinseal/record';
import { afterAll, describe, expect, it } from 'vitest';

/** A step starts one to three programs, each some seconds on a machine that is busy with other tests. */
const STEP_TIMEOUT_MS = 600_000;
const PAGE = fileURLToPath(new URL('../../../docs/WALKTHROUGH.md', import.meta.url));
const COMMAND = fileURLToPath(new URL('../bin/twinseal-built.mjs', import.meta.url));
const READY = /^twinseal \w+ ready\b.*$/m;

/** A block of commands, with the output that the page shows under it. */
interface Step {
  /** Line of the page, from 1. */
  readonly line: number;
  /** `terminal` stays, `refused` ends with 2, `stop` ends what stays. */
  readonly kind: '' | 'terminal' | 'refused' | 'stop';
  readonly script: string;
  readonly shown: string | undefined;
}

/** Every block of the page that begins with ```sh, in order. */
function stepsOf(page: string): Step[] {
  const fence = /^```(\S*)(?: (\w+))?\n([\s\S]*?)^```$/gm;
  const blocks = [...page.matchAll(fence)].map((found) => ({
    line: page.slice(0, found.index).split('\n').length,
    language: found[1] as string,
    kind: found[2] ?? '',
    text: found[3] as string,
  }));
  return blocks.flatMap(({ line, language, kind, text }, index) => {
    if (language !== 'sh') return [];
    if (!['', 'terminal', 'refused', 'stop'].includes(kind)) throw new Error(`line ${line}: sh ${kind}?`);
    const next = blocks[index + 1];
    return [
      {
        line,
        kind: kind as Step['kind'],
        script: text,
        shown: next?.language === 'text' ? next.text : undefined,
      },
    ];
  });
}

/** What the page shows as a pattern: `…` within a line is anything in that line, alone on a line it is any lines. */
function patternOf(shown: string): RegExp {
  const lines = shown
    .trimEnd()
    .split('\n')
    .map((line) =>
      line === '…' ? '[\\s\\S]*?' : line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '[^\\n]*'),
    );
  return new RegExp(`^${lines.join('\\n')}$`);
}

const folder = await mkdtemp(join(tmpdir(), 'twinseal-walk-'));
const staying: ChildProcess[] = [];

afterAll(async () => {
  for (const child of staying) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** The page's commands, as they run here: the built command in place of npx, and ports that are free on a shared machine. */
function here(script: string, port: number): string {
  return script
    .replaceAll('npx twinseal', `"${process.execPath}" "${COMMAND}"`)
    .replace(/(consortium init .*)$/m, `$1 --port ${port}`);
}

/** Runs a block as a shell would, with the variables of the blocks before it. */
function run(script: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(
    'bash',
    ['-c', `set -eua\n[ -f .variables ] && . ./.variables\n${script}\nexport -p > .variables`],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}

/** Starts what stays, and waits for the line that says that it is ready. */
async function stay(script: string): Promise<string> {
  const child = spawn('bash', ['-c', `exec ${script.trim()}`], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  staying.push(child);
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk;
      const ready = said.match(READY);
      if (ready !== null) resolve(ready[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
}

/** Ends what stays in the opposite order, as Ctrl-C does; the exit codes. */
async function stopAll(): Promise<(number | null)[]> {
  const codes: (number | null)[] = [];
  for (const child of staying.splice(0).reverse()) {
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    codes.push(await ended);
  }
  return codes;
}

/** A port with free ones behind it, most likely: the system's ephemeral ports are above. */
async function somePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return 20_000 + (port % 10_000);
}

/** More of what a newcomer gets wrong, in the town of the page. */
const MISTAKES: Readonly<Record<'running' | 'stopped', readonly (readonly [string, RegExp])[]>> = {
  running: [
    [
      'npx twinseal patient register --folder ./me --consortium ./town --custodian nroth',
      /--custodian: the consortium has no hospital nroth\. Expected north or south\./,
    ],
    [
      'npx twinseal patient register --folder ./me --consortium ./town --custodian north --contributor north,West!',
      /--contributor: the consortium has no hospital West!\./,
    ],
    [
      'npx twinseal record timeline --config town/hospitals/north/gateway.json --twin $TWIN --module alergies',
      /--module: there is no module alergies\. Expected one of identity, /,
    ],
    [
      `npx twinseal record timeline --config town/hospitals/north/gateway.json --twin ${'0'.repeat(64)}`,
      /This gateway knows no such twin\./,
    ],
    [
      'npx twinseal record add mondy.json --config town/hospitals/north/gateway.json --twin $TWIN',
      /mondy\.json cannot be read\./,
    ],
    [
      'npx twinseal record add .variables --config town/hospitals/north/gateway.json --twin $TWIN',
      /\.variables/,
    ],
    ['npx twinseal gateway --config town/hospitals/nort/gateway.json', /there is no such file/],
    [
      'npx twinseal gateway --config town/hospitals/north/gateway.json',
      /is in use by process \d+\. Stop that process/,
    ],
    [
      'npx twinseal consortium init ./town --hospitals north,south',
      /holds a consortium already\. Choose another folder\./,
    ],
  ],
  stopped: [
    [
      'npx twinseal patient grant --folder ./me --consortium ./town --to south --modules medications',
      /The consortium in \S+ does not run: no chain answers on port \d+\. Start it with "twinseal consortium run/,
    ],
    [
      'npx twinseal gateway --config town/hospitals/north/gateway.json',
      /No Ethereum node answers at \S+\. Start the chain first, or change chain\.url in \S+gateway\.json\./,
    ],
  ],
};

describe('docs/WALKTHROUGH.md', async () => {
  const steps = stepsOf(await readFile(PAGE, 'utf8'));
  const port = await somePort();
  let isBroken = false;

  it('has commands', () => {
    expect(steps.filter(({ kind }) => kind === 'terminal')).toHaveLength(3);
    expect(steps.filter(({ kind }) => kind === 'refused').length).toBeGreaterThan(3);
    expect(steps.some(({ script }) => script.includes('patient revoke'))).toBe(true);
  });

  const mistake = (script: string, says: RegExp) =>
    it(`a mistake: ${script}`, { timeout: STEP_TIMEOUT_MS }, async ({ skip }) => {
      if (isBroken) skip('a step before this one failed');
      const { code, stdout, stderr } = await run(here(script, port));
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^twinseal: [^\n]+\n$/);
      expect(stderr).toMatch(says);
      expect(code).toBe(2);
    });

  for (const step of steps) {
    if (step.kind === 'stop') for (const [script, says] of MISTAKES.running) mistake(script, says);
    const title = step.script.trim().split('\n').at(-1) || 'Ctrl-C';
    it(`line ${step.line}: ${title}`, { timeout: STEP_TIMEOUT_MS }, async ({ skip }) => {
      // Each step stands on those before it.
      if (isBroken) skip('a step before this one failed');
      isBroken = true;
      const script = here(step.script, port);
      if (step.kind === 'stop') {
        await assertRevokedCannotOpen();
        expect(await stopAll()).toEqual([0, 0, 0]);
      } else if (step.kind === 'terminal') {
        const ready = await stay(script);
        expect(ready).toMatch(patternOf(step.shown as string));
      } else {
        const { code, stdout, stderr } = await run(script);
        expect({ code, stderr: step.kind === 'refused' ? '' : stderr }, stdout + stderr).toEqual({
          code: step.kind === 'refused' ? 2 : 0,
          stderr: '',
        });
        if (step.shown !== undefined)
          expect((step.kind === 'refused' ? stderr : stdout).trimEnd()).toMatch(patternOf(step.shown));
      }
      isBroken = false;
    });
    if (step.kind === 'stop') for (const [script, says] of MISTAKES.stopped) mistake(script, says);
  }
});

/** Section 6's promise, on the objects themselves: of north's capsules, those of the epoch after the revocation name everybody but south. */
async function assertRevokedCannotOpen(): Promise<void> {
  const recipients = new Map<number, Set<string>>();
  const blobs = join(folder, 'town', 'hospitals', 'north', 'blobs');
  for (const entry of await readdir(blobs, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = new Uint8Array(await readFile(join(entry.parentPath, entry.name)));
    try {
      const capsule = decodeCapsule(bytes);
      const epoch = recipients.get(capsule.sealingEpoch) ?? new Set<string>();
      for (const each of capsule.recipients) epoch.add(formatIdentity(each).replace(/[|@#].*$/, ''));
      recipients.set(capsule.sealingEpoch, epoch);
    } catch {
      // A manifest, a slot or a payload.
    }
  }
  const [before, after] = [...recipients].sort(([a], [b]) => a - b).map(([, names]) => [...names].join(' '));
  expect(before).toMatch(/hospital:south/);
  expect(after).toMatch(/hospital:north/);
  expect(after).not.toMatch(/south/);
}
