/** `twinseal patient emergency`: what the patient chooses before there is one. */

import type { Command } from 'commander';
import type { Hex } from 'viem';
import {
  assertModules,
  hospitalOf,
  listOf,
  openHome,
  type PatientFlags,
  patientCommand,
  print,
  type SetExitCode,
} from './patient-options.js';

const NOBODY: Hex = `0x${'00'.repeat(32)}`;

export function addPatientEmergencyCommand(group: Command, setExitCode: SetExitCode): void {
  patientCommand(
    group,
    'emergency',
    'choose what one clinician alone may open in an emergency, and who may hand on the keys for it',
    'patient emergency --folder ./me --consortium ./town --hospital west --modules allergies,medications',
  )
    .option(
      '--hospital <id>',
      'may hand on, in an emergency of another hospital, what your grants let it read; nobody where left out',
    )
    .option(
      '--modules <names>',
      'modules, separated by commas; allergies, conditions and medications where left out',
      listOf,
      [],
    )
    .action(async (flags: PatientFlags & { hospital?: string; modules: string[] }) => {
      if (flags.modules.length > 0) await assertModules(flags.modules);
      const [{ scopesOf }, { signEmergencyChoice }, { hospitalAuthorId }] = await Promise.all([
        import('@twinseal/gateway'),
        import('../patient/sign-consents.js'),
        import('../consortium/patient-home.js'),
      ]);
      const { home, town } = await openHome(flags);
      if (flags.hospital !== undefined) await hospitalOf(town, '--hospital', flags.hospital);
      const { gas } = await home.relay(
        await signEmergencyChoice(home.signing, {
          scopes: scopesOf(home.app.slip(flags.modules), flags.modules),
          recipient: flags.hospital === undefined ? NOBODY : hospitalAuthorId(flags.hospital),
        }),
      );
      const chosen = flags.modules.length > 0 ? flags.modules : ['allergies', 'conditions', 'medications'];
      print(
        flags,
        { twinId: home.twinId, modules: chosen, hospital: flags.hospital ?? null, gas },
        `In an emergency one clinician alone opens ${chosen.join(', ')}; ${flags.hospital ?? 'no other hospital'} may hand on keys. An emergency that is open already goes on as it was opened.`,
      );
      setExitCode(0);
    });
}
