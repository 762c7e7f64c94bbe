/** `twinseal patient`: the patient's own hand: registers, grants, revokes, with keys that never leave the patient's folder. */

import type { Command } from 'commander';
import { addPatientCircleCommands } from './patient-circle.js';
import { addEraseCommand, addGrantCommand, addRevokeCommand } from './patient-consents.js';
import { addPatientEmergencyCommand } from './patient-emergency.js';
import { addPatientKeyFileCommand } from './patient-key-file.js';
import { hospitalOf, listOf, type PatientFlags, print } from './patient-options.js';
import { addPatientRecordCommands } from './patient-record.js';

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
    .action(async (flags: PatientFlags & { custodian: string; contributor?: string[] }) => {
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

  addGrantCommand(group, setExitCode, 'patient ');
  addRevokeCommand(group, setExitCode, 'patient ');
  addEraseCommand(group, setExitCode, 'patient ');
  addPatientRecordCommands(group, setExitCode);
  addPatientCircleCommands(group, setExitCode);
  addPatientEmergencyCommand(group, setExitCode);
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
