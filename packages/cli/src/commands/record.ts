/** `twinseal record`: what a hospital's own people do with its running gateway: take a record in, look at a patient's timeline, see how things stand. */

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { GatewayClient } from '../consortium/gateway-client.js';
import { UsageError } from '../usage-error.js';

interface Common {
  readonly config: string;
  readonly json?: boolean;
}

const TWIN = /^[0-9a-f]{64}$/;

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
    .addHelpText(
      'after',
      '\nExample:\n  twinseal record add ./bundle.json --config ./town/hospitals/north/gateway.json --twin 5f…',
    )
    .action(async (file: string, flags: Common & { twin: string }) => {
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
      setExitCode(refused > 0 ? 1 : 0);
    });

  command('timeline', "a patient's timeline, as far as the hospital may open it; every line verified")
    .requiredOption('--twin <id>', "the patient's twin id, 64 hexadecimal digits", twinOf)
    .option('--module <name>', 'one module only')
    .addHelpText(
      'after',
      '\nExample:\n  twinseal record timeline --config ./town/hospitals/south/gateway.json --twin 5f… --module medications',
    )
    .action(async (flags: Common & { twin: string; module?: string }) => {
      const entries = await (await openClient(flags.config)).timeline(flags.twin, flags.module);
      if (flags.json) process.stdout.write(`${JSON.stringify({ entries })}\n`);
      else {
        for (const { time, title, detail, provenance } of entries) {
          const from = provenance[0];
          const author = (from?.author ?? '').replace(/^patient:.*/, 'patient').replace(/^hospital:/, '');
          process.stdout.write(
            `${time.slice(0, 10)}  ${detail === '' ? title : `${title}: ${detail}`}  [${author} #${from?.seq ?? '?'}]\n`,
          );
        }
        process.stdout.write(`${entries.length} lines\n`);
      }
      setExitCode(0);
    });

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

function twinOf(text: string): string {
  if (!TWIN.test(text)) throw new UsageError('--twin: expected 64 lowercase hexadecimal digits.');
  return text;
}
