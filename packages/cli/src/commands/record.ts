/** `twinseal record`: what a hospital's own people do with its running gateway: take a record in, look at a patient's timeline, see how things stand. */

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { GatewayClient } from '../consortium/gateway-client.js';
import { UsageError } from '../usage-error.js';
import { addRecordPatientCommands } from './record-patients.js';

interface Common {
  readonly config: string;
  readonly json?: boolean;
}

const TWIN = /^[0-9a-f]{64}$/;
/** How long `record add` waits for the chain, in seconds: several of its looks at it. */
const ANCHOR_WAIT_S = 60;
const LOOK_EVERY_MS = 250;

export function addRecordCommand(program: Command, setExitCode: (code: number) => void): void {
  const group = program
    .command('record')
    .description("work with a running gateway as one of the hospital's own people");
  const command = (name: string, description: string) =>
    group
      .command(name)
      .description(description)
      .requiredOption('--config <file>', "the gateway's configuration; its operator token lies beside")
      .option('--json', 'print one JSON object on stdout and nothing else');

  command('add <file>', 'take in a FHIR R4 bundle about a patient: checked, sealed, stored, anchored')
    .requiredOption('--twin <id>', "the patient's twin id, 64 hexadecimal digits", twinOf)
    .option('--no-wait', 'do not wait until it is on the chain')
    .addHelpText(
      'after',
      '\nExample:\n  twinseal record add ./bundle.json --config ./town/hospitals/north/gateway.json --twin 5f…',
    )
    .action(async (file: string, flags: Common & { twin: string; wait: boolean }) => {
      const { gunzip } = await import('@twinseal/health');
      const name = basename(file);
      const bytes = await readFile(file).catch((cause: unknown) => {
        throw new UsageError(`${file} cannot be read.`, { cause });
      });
      const client = await openClient(flags.config);
      const account = await client.addRecord(flags.twin, await gunzip(new Uint8Array(bytes), { name }), name);
      const { resources, stored, duplicates, refused, issues, instance } = account;
      if (flags.json) process.stdout.write(`${JSON.stringify(account)}\n`);
      else {
        process.stdout.write(
          `${resources} resources = ${stored} stored + ${duplicates} duplicate + ${refused} refused\n`,
        );
        for (const { code, place, message } of issues
          .filter((issue) => issue.code === 'set-aside')
          .slice(0, 20))
          process.stdout.write(`  refused at ${place}: ${message} (${code})\n`);
        process.stdout.write(
          instance.seq === undefined
            ? 'Nothing new: no instance was sealed.\n'
            : `Sealed as instance ${instance.seq}: ${instance.parts} parts.\n`,
        );
      }
      if (instance.seq !== undefined && flags.wait) {
        const anchored = await untilTrue(ANCHOR_WAIT_S, async () => {
          const twin = (await client.status()).twins.find(({ twinId }) => twinId === flags.twin);
          return twin?.unanchored === 0;
        });
        if (!flags.json)
          process.stdout.write(
            anchored
              ? 'Anchored on the chain.\n'
              : `Not on the chain after ${ANCHOR_WAIT_S} s; the gateway keeps trying, and its log says why.\n`,
          );
      }
      setExitCode(refused > 0 ? 1 : 0);
    });

  command('timeline', "a patient's timeline, as far as the hospital may open it; every line verified")
    .requiredOption('--twin <id>', "the patient's twin id, 64 hexadecimal digits", twinOf)
    .option('--module <name>', 'one module only')
    .option(
      '--wait <seconds>',
      'how long to wait for what was granted and is not delivered yet',
      secondsOf,
      20,
    )
    .addHelpText(
      'after',
      '\nExample:\n  twinseal record timeline --config ./town/hospitals/south/gateway.json --twin 5f… --module medications',
    )
    .action(async (flags: Common & { twin: string; module?: string; wait: number }) => {
      const [{ MODULES }, { printable }] = await Promise.all([
        import('@twinseal/twin'),
        import('../twin-files/printable.js'),
      ]);
      if (flags.module !== undefined && !(MODULES as readonly string[]).includes(flags.module))
        throw new UsageError(
          `--module: there is no module ${flags.module}. Expected one of ${MODULES.join(', ')}.`,
        );
      const client = await openClient(flags.config);
      // As it is now, and not as it was when the gateway looked last. Whoever was granted something a moment ago waits for its author to deliver.
      let view = await client.refresh(flags.twin);
      await untilTrue(flags.wait, async () => {
        if (view.lanes.every(({ state }) => state !== 'awaiting')) return true;
        view = await client.refresh(flags.twin);
        return false;
      });
      const entries = await client.timeline(flags.twin, flags.module);
      if (flags.json) process.stdout.write(`${JSON.stringify({ view, entries })}\n`);
      else {
        for (const { author, state, instances } of view.lanes)
          process.stdout.write(
            `${authorOf(author)}: ${instances} ${instances === 1 ? 'instance' : 'instances'}, ${state}\n`,
          );
        if (view.closedLanes > 0)
          process.stdout.write(
            `${view.closedLanes} ${view.closedLanes === 1 ? 'lane is' : 'lanes are'} closed to this hospital: no live grant\n`,
          );
        for (const { time, title, detail, provenance } of entries) {
          const from = provenance[0];
          const what = printable(detail === '' ? title : `${title}: ${detail}`);
          process.stdout.write(
            `${time.slice(0, 10)}  ${what}  [${authorOf(from?.author ?? '')} #${from?.seq ?? '?'}]\n`,
          );
        }
        process.stdout.write(`${entries.length} ${entries.length === 1 ? 'line' : 'lines'}\n`);
      }
      setExitCode(0);
    });

  addRecordPatientCommands(group, setExitCode);
  command('status', 'how the gateway stands: twins, lanes, what is verified, what is under way').action(
    async (flags: Common) => {
      const status = await (await openClient(flags.config)).status();
      if (flags.json) process.stdout.write(`${JSON.stringify(status)}\n`);
      else {
        process.stdout.write(
          `${status.hospital} at ${status.endpoint}: ${status.totals.twins} twins, ${status.totals.instances} instances of ${status.totals.lanes} lanes\n`,
        );
        for (const { twinId, role, state, view } of status.twins) {
          const closed = view?.closedLanes ?? 0;
          process.stdout.write(
            `  ${twinId.slice(0, 16)}…  ${role}, ${state}, ${view?.entries ?? 0} entries${closed > 0 ? `, ${closed} lanes closed` : ''}\n`,
          );
        }
      }
      setExitCode(0);
    },
  );
}

async function openClient(file: string): Promise<GatewayClient> {
  const [{ loadConfig }, { GatewayClient: Client }] = await Promise.all([
    import('@twinseal/gateway'),
    import('../consortium/gateway-client.js'),
  ]);
  const config = await loadConfig(file, process.env);
  const { host, port, tls } = config.listen;
  const shown = host.includes(':') ? `[${host}]` : host;
  return Client.open(config.dataDir, `${tls === undefined ? 'http' : 'https'}://${shown}:${port}`);
}

/** Who wrote a lane, for people. */
function authorOf(author: string): string {
  return author.replace(/^patient:.*/, 'patient').replace(/^hospital:/, '');
}

/** Asks again and again, for so many seconds; true as soon as the answer is. */
async function untilTrue(seconds: number, ask: () => Promise<boolean>): Promise<boolean> {
  const until = performance.now() + seconds * 1000;
  while (!(await ask())) {
    if (performance.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return true;
}

function secondsOf(text: string): number {
  const n = Number(text);
  if (!Number.isSafeInteger(n) || n < 0 || n > 3600)
    throw new InvalidArgumentError('Expected 0 to 3600 seconds.');
  return n;
}

function twinOf(text: string): string {
  if (!TWIN.test(text)) throw new UsageError('--twin: expected 64 lowercase hexadecimal digits.');
  return text;
}
