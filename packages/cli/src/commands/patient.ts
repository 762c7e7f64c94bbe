/** `twinseal patient`: the patient's own hand: registers, grants, revokes, with keys that never leave the patient's folder. */

import type { Command } from 'commander';
import type { Town } from '../consortium/town.js';
import { UsageError } from '../usage-error.js';
import { wholeNumber } from './number-arguments.js';
import { addPatientKeyFileCommand } from './patient-key-file.js';

const daysOf = wholeNumber(1, 3650, 'Expected 1 to 3650 days.');

interface Common {
  readonly folder: string;
  readonly consortium: string;
  readonly json?: boolean;
}

export function addPatientCommand(program: Command, setExitCode: (code: number) => void): void {
  const group = program
    .command('patient')
    .description("act as a patient: keys stay in the patient's own folder, consents are signed there");
  const command = (name: string, description: string) =>
    group
      .command(name)
      .description(description)
      .requiredOption('--folder <folder>', "the patient's own folder: keys and vault")
      .requiredOption(
        '--consortium <folder>',
        'where the consortium was founded (its chain and authority must run)',
      )
      .option('--json', 'print one JSON object on stdout and nothing else');

  command(
    'register',
    'make keys and a twin, registered at a hospital that becomes its custodian; safe to repeat',
  )
    .requiredOption('--custodian <id>', 'the hospital that keeps the twin')
    .option(
      '--contributor <ids>',
      'hospitals that may write a lane of it, separated by commas (default: the custodian)',
      listOf,
    )
    .addHelpText(
      'after',
      '\nExample:\n  twinseal patient register --folder ./me --consortium ./town --custodian north --contributor north,south',
    )
    .action(async (flags: Common & { custodian: string; contributor?: string[] }) => {
      const [{ openPatient }, { GatewayClient }, { hospitalAuthorId }, { Town }] = await Promise.all([
        import('../consortium/open-patient.js'),
        import('../consortium/gateway-client.js'),
        import('../consortium/patient-home.js'),
        import('../consortium/town.js'),
      ]);
      const town = new Town(flags.consortium);
      const hospital = await hospitalOf(town, '--custodian', flags.custodian);
      const contributors = flags.contributor ?? [flags.custodian];
      for (const id of contributors) await hospitalOf(town, '--contributor', id);
      const home = await openPatient(flags.folder, town, { create: true });
      const client = await GatewayClient.open(
        town.hospital(hospital.id),
        `http://127.0.0.1:${hospital.port}`,
      );
      const gas = await home.register(
        { client, authorId: hospitalAuthorId(hospital.id) },
        contributors.map(hospitalAuthorId),
      );
      const result = { twinId: home.twinId, custodian: flags.custodian, contributors, gas };
      print(
        flags,
        result,
        `Registered twin ${home.twinId} at ${flags.custodian}; ${contributors.join(', ')} may contribute.`,
      );
      setExitCode(0);
    });

  command('grant', 'let a hospital read modules; it relays the signed consent and pays for it')
    .requiredOption('--to <id>', 'the hospital')
    .requiredOption('--modules <names>', 'modules, separated by commas (see "twinseal modules")', listOf)
    .option('--days <n>', 'for how many days', daysOf, 30)
    .option('--from-now', 'what is sealed from now on only, not the history')
    .addHelpText(
      'after',
      '\nExample:\n  twinseal patient grant --folder ./me --consortium ./town --to south --modules medications,conditions --days 14',
    )
    .action(async (flags: Common & { to: string; modules: string[]; days: number; fromNow?: boolean }) => {
      const [{ openPatient }, { hospitalAuthorId }, { Town }, { MODULES }] = await Promise.all([
        import('../consortium/open-patient.js'),
        import('../consortium/patient-home.js'),
        import('../consortium/town.js'),
        import('@twinseal/twin'),
      ]);
      const unknown = flags.modules.find((name) => !(MODULES as readonly string[]).includes(name));
      if (unknown !== undefined)
        throw new UsageError(
          `--modules: there is no module ${unknown}. Expected names of ${MODULES.join(', ')}.`,
        );
      const town = new Town(flags.consortium);
      await hospitalOf(town, '--to', flags.to);
      const home = await openPatient(flags.folder, town);
      await home.assertRegistered();
      const { terms, gas } = await home.grant(hospitalAuthorId(flags.to), flags.modules, {
        days: flags.days,
        fullHistory: flags.fromNow !== true,
      });
      print(
        flags,
        { twinId: home.twinId, to: flags.to, modules: flags.modules, expiry: Number(terms.expiry), gas },
        `${flags.to} may read ${flags.modules.join(', ')} for ${flags.days} days (${gas} gas, paid by ${flags.to}).`,
      );
      setExitCode(0);
    });

  command('revoke', 'end every grant to read that a hospital holds; what it read before cannot be unread')
    .requiredOption('--from <id>', 'the hospital')
    .addHelpText(
      'after',
      '\nExample:\n  twinseal patient revoke --folder ./me --consortium ./town --from south',
    )
    .action(async (flags: Common & { from: string }) => {
      const [{ openPatient }, { hospitalAuthorId }, { Town }] = await Promise.all([
        import('../consortium/open-patient.js'),
        import('../consortium/patient-home.js'),
        import('../consortium/town.js'),
      ]);
      const town = new Town(flags.consortium);
      await hospitalOf(town, '--from', flags.from);
      const home = await openPatient(flags.folder, town);
      await home.assertRegistered();
      const revoked = await home.revokeReading(hospitalAuthorId(flags.from));
      print(
        flags,
        { twinId: home.twinId, from: flags.from, revoked },
        revoked === 0
          ? `${flags.from} holds no grant to read.`
          : `Revoked ${revoked === 1 ? 'one grant' : `${revoked} grants`} of ${flags.from}. What it read before cannot be unread.`,
      );
      setExitCode(0);
    });

  addPatientKeyFileCommand(group, setExitCode);
  group
    .command('id')
    .description('print the twin id, under which hospitals know the patient; asks nobody')
    .requiredOption('--folder <folder>', "the patient's own folder: keys and vault")
    .addHelpText('after', '\nExample:\n  twinseal patient id --folder ./me')
    .action(async (flags: { folder: string }) => {
      const { PatientHome } = await import('../consortium/patient-home.js');
      process.stdout.write(`${await PatientHome.twinIdIn(flags.folder)}\n`);
      setExitCode(0);
    });
}

/** @throws UsageError where the consortium has no such hospital */
async function hospitalOf(
  town: Town,
  option: string,
  id: string,
): Promise<{ readonly id: string; readonly port: number }> {
  const { hospitals } = await town.manifest();
  const found = hospitals.find((each) => each.id === id);
  if (found === undefined)
    throw new UsageError(
      `${option}: the consortium has no hospital ${id}. Expected ${hospitals.map((each) => each.id).join(' or ')}.`,
    );
  return found;
}

function print(flags: Common, result: object, sentence: string): void {
  process.stdout.write(flags.json ? `${JSON.stringify(result)}\n` : `${sentence}\n`);
}

function listOf(text: string): string[] {
  return text.split(',').map((each) => each.trim());
}
