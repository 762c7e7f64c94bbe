/** The `twinseal` command: parses arguments, runs one command, translates what went wrong into one sentence and an exit code. */

import { Command, CommanderError } from 'commander';
import { addAuditCommand } from './commands/audit.js';
import { addAuthorityCommand } from './commands/authority.js';
import { addChartCommand } from './commands/chart.js';
import { addCollectCommand } from './commands/collect.js';
import { addConfigCommand } from './commands/config.js';
import { addConsortiumCommand } from './commands/consortium.js';
import { addDemoCommand } from './commands/demo.js';
import { addDiffCommand } from './commands/diff.js';
import { addDoctorCommand } from './commands/doctor.js';
import { addEmergencyCommand } from './commands/emergency.js';
import { addExplainCommand } from './commands/explain.js';
import { addExportCommand } from './commands/export.js';
import { addFlagsCommand } from './commands/flags.js';
import { addFsckCommand } from './commands/fsck.js';
import { addGatewayCommand } from './commands/gateway.js';
import { addHistoryCommand } from './commands/history.js';
import { addInspectCommand } from './commands/inspect.js';
import { addMedicationsCommand } from './commands/medications.js';
import { addModulesCommand } from './commands/modules.js';
import { addOpenCommand } from './commands/open.js';
import { addPatientCommand } from './commands/patient.js';
import { addEraseCommand, addGrantCommand, addRevokeCommand } from './commands/patient-consents.js';
import { addRebuildCommand } from './commands/rebuild.js';
import { addReceiptsCommand } from './commands/receipts.js';
import { addRecordCommand } from './commands/record.js';
import { addRecoveryCommand } from './commands/recovery.js';
import { addRequestCommand } from './commands/request.js';
import { addSealCommand } from './commands/seal.js';
import { addStartCommand } from './commands/start.js';
import { addSuggestCommand } from './commands/suggest.js';
import { addTimelineCommand } from './commands/timeline.js';
import { addVerifyCommand } from './commands/verify.js';

/** Input or surroundings refused: the person can change something and try again. */
const EXIT_REFUSED = 2;
/** A fault of ours. */
const EXIT_FAULT = 70;

/**
 * Errors that say to a person what is wrong, by name: one class a package. Everything else is a fault of ours and shows where it happened. By name and not by class,
 * so that a command loads only the packages that it needs.
 */
const FOR_PEOPLE: ReadonlySet<string> = new Set([
  'UsageError',
  'HealthError',
  'TwinError',
  'StoreError',
  'ChainError',
  'AuthorityError',
  'GatewayError',
  'ConfigError',
  'PeerError',
  'RecordError',
  'MibscError',
]);

/**
 * Runs the command line.
 *
 * @param args without node and program
 * @returns the exit code: 0 well, 1 something that must hold did not, 2 refused, 70 a fault of ours
 */
export async function main(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = new Command('twinseal')
    .description(
      "A patient's digital twin that several hospitals keep together, sealed for exactly the people whom the patient allows.",
    )
    .showHelpAfterError('Run twinseal --help for what there is.')
    .exitOverride();
  const setExitCode = (code: number) => {
    exitCode = code;
  };
  addStartCommand(program, setExitCode);
  addConsortiumCommand(program, setExitCode);
  addGatewayCommand(program, setExitCode);
  addPatientCommand(program, setExitCode);
  addGrantCommand(program, setExitCode);
  addRevokeCommand(program, setExitCode);
  addEraseCommand(program, setExitCode);
  addRecordCommand(program, setExitCode);
  addRequestCommand(program, setExitCode);
  addHistoryCommand(program, setExitCode);
  addConfigCommand(program);
  addDoctorCommand(program, setExitCode);
  addRebuildCommand(program, setExitCode);
  addDemoCommand(program, setExitCode);
  addAuditCommand(program, setExitCode);
  addReceiptsCommand(program, setExitCode);
  addEmergencyCommand(program);
  addRecoveryCommand(program, setExitCode);
  addFsckCommand(program, setExitCode);
  addCollectCommand(program, setExitCode);
  addTimelineCommand(program);
  addModulesCommand(program, setExitCode);
  addFlagsCommand(program);
  addExplainCommand(program);
  addDiffCommand(program);
  addChartCommand(program);
  addMedicationsCommand(program);
  addSuggestCommand(program);
  addSealCommand(program);
  addOpenCommand(program, setExitCode);
  addExportCommand(program, setExitCode);
  addVerifyCommand(program, setExitCode);
  addInspectCommand(program, setExitCode);
  addAuthorityCommand(program);
  try {
    await program.parseAsync(withoutOnce(args), { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has said it already: 0 for help and version, else a wrong option.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_REFUSED;
    if (error instanceof Error && FOR_PEOPLE.has(error.name)) {
      console.error(`twinseal: ${error.message}`);
      return EXIT_REFUSED;
    }
    console.error('twinseal: a fault of its own; please report it with what follows.');
    console.error(error);
    return EXIT_FAULT;
  }
}

/** `start --once` is the demonstration: one process, the whole path, and it ends. */
function withoutOnce(args: readonly string[]): string[] {
  const [command, ...rest] = args;
  return command === 'start' && rest.includes('--once')
    ? ['demo', ...rest.filter((arg) => arg !== '--once')]
    : [...args];
}
