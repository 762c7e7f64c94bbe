/** `twinseal patient introduce | account | receipts | open`: a hospital gets to know the patient; the patient sees who asked, and opens the own record. */

import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { printable } from '../twin-files/printable.js';
import { wholeNumber } from './number-arguments.js';
import {
  EXIT_CODES,
  hospitalOf,
  momentOf,
  openHome,
  type PatientFlags,
  patientCommand,
  print,
  type SetExitCode,
} from './patient-options.js';

const EXIT_FOUND_WRONG = 1;
const daysOf = wholeNumber(1, 31, 'Expected 1 to 31 days.');
const DAY_S = 86_400;

export function addPatientRecordCommands(group: Command, setExitCode: SetExitCode): void {
  patientCommand(
    group,
    'introduce',
    'make a hospital know the patient: twin id and salts, signed for it, good for one use',
    'patient introduce --folder ./me --consortium ./town --to west',
  )
    .requiredOption('--to <id>', 'the hospital')
    .option('--out <file>', 'write it down, to be handed over at the desk, in the place of sending it')
    .option('--days <n>', 'for how many days it is good', daysOf, 1)
    .action(async (flags: PatientFlags & { to: string; out?: string; days: number }) => {
      const { hospitalAuthorId } = await import('../consortium/patient-home.js');
      const { home, town } = await openHome(flags);
      await hospitalOf(town, '--to', flags.to);
      const hospital = hospitalAuthorId(flags.to);
      if (flags.out === undefined) await home.introduce(hospital);
      else {
        const introduction = await home.signIntroduction(hospital, flags.days * DAY_S);
        await writeFile(flags.out, `${JSON.stringify(introduction)}\n`, { mode: 0o600, flag: 'wx' });
      }
      print(
        flags,
        { twinId: home.twinId, to: flags.to, sent: flags.out === undefined },
        flags.out === undefined
          ? `${flags.to} knows the patient now.`
          : `${flags.out} is for ${flags.to}, for ${flags.days} days and one use.`,
      );
      setExitCode(0);
    });

  group
    .command('account')
    .description(
      'print the account of a folder, for somebody who appoints it as proxy or guardian; asks nobody',
    )
    .requiredOption('--folder <folder>', 'keys and vault; made where there are none')
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText('after', `\nExample:\n  twinseal patient account --folder ./guardian\n\n${EXIT_CODES}`)
    .action(async (flags: { folder: string; json?: boolean }) => {
      const { PatientHome } = await import('../consortium/patient-home.js');
      // The world is what only asking others needs.
      const home = await PatientHome.open(flags.folder, undefined as never, { create: true });
      print(flags, { account: home.account.address }, home.account.address);
      setExitCode(0);
    });

  patientCommand(
    group,
    'receipts',
    'access receipts that hospitals wrote about the twin: delivered, and their chain and signatures checked',
    'patient receipts --folder ./me --consortium ./town',
  ).action(async (flags: PatientFlags) => {
    const { receiptsOf } = await import('../patient/receipts.js');
    const { home } = await openHome(flags);
    const { receipts, findings, away } = await receiptsOf(home);
    const lines = receipts.map(
      ({ server, index, requester, decision, purpose, modules, timeS }) =>
        `${momentOf(timeS)}  ${server} #${index}: ${decision} to ${requester} for ${purpose}: ${modules.join(', ')}`,
    );
    print(
      flags,
      { twinId: home.twinId, receipts, findings, away },
      [
        ...lines,
        ...findings.map(({ server, position, code }) => `${server}, place ${position}: ${code}`),
        ...away.map((id) => `${id} does not answer; what it wrote is not here.`),
        `${receipts.length} receipts, ${findings.length === 0 ? 'each signed and in its place' : `${findings.length} findings`}.`,
      ].join('\n'),
    );
    setExitCode(findings.length === 0 ? 0 : EXIT_FOUND_WRONG);
  });

  patientCommand(
    group,
    'open',
    'open the own record with the own keys: every lane fetched, verified against the chain, decrypted here',
    'patient open --folder ./me --consortium ./town',
  )
    .option('--linked <folder>', 'together with the twin of another own folder, as one record')
    .action(async (flags: PatientFlags & { linked?: string }) => {
      const [{ openRecord, mergeRecords }, { timeline }, { linkedTwins }] = await Promise.all([
        import('../patient/open-record.js'),
        import('@twinseal/twin'),
        import('@twinseal/gateway'),
      ]);
      const { home } = await openHome(flags);
      const records = [await openRecord(home)];
      let linked: boolean | undefined;
      if (flags.linked !== undefined) {
        const { home: other } = await openHome({ ...flags, folder: flags.linked });
        linked = (await linkedTwins(home.world.reader, `0x${home.twinId}`)).includes(`0x${other.twinId}`);
        records.push(await openRecord(other));
      }
      const entries = timeline(mergeRecords(records));
      const lanes = records.flatMap(({ lanes: all }) =>
        all.map(({ authorName, instances, verified, erased, findings }) => ({
          author: authorName,
          instances,
          opened: verified.length,
          erased: erased.length,
          findings,
        })),
      );
      const findings = lanes.reduce((sum, lane) => sum + lane.findings.length, 0);
      print(
        flags,
        { twinId: home.twinId, lanes, findings, ...(linked === undefined ? {} : { linked }), entries },
        [
          ...lanes.map(
            ({ author, instances, opened, erased, findings: found }) =>
              `${author.startsWith('patient:') ? 'own' : author}: ${instances} instances, ${opened} parts opened${erased > 0 ? `, ${erased} erased` : ''}${found.length > 0 ? `, ${found.map(({ code }) => code).join(', ')}` : ', verified'}`,
          ),
          ...entries.map(
            ({ time, title, detail }) =>
              `${time.slice(0, 10)}  ${printable(detail === '' ? title : `${title}: ${detail}`)}`,
          ),
          ...(linked === false
            ? ['The two twins are not linked on the chain; both are shown because you hold both.']
            : []),
          `${entries.length} lines, ${findings} findings.`,
        ].join('\n'),
      );
      setExitCode(findings === 0 ? 0 : EXIT_FOUND_WRONG);
    });
}
