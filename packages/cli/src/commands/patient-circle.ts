/** `twinseal patient proxy | guardians | recover | rotate | link`: who else may speak for the patient, and what becomes of a key that is lost or stolen. */

import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Address, Hex } from 'viem';
import type { RecoveryApproval } from '../patient/sign-consents.js';
import { collectValues } from '../twin-files/input-options.js';
import { UsageError } from '../usage-error.js';
import { wholeNumber } from './number-arguments.js';
import {
  addressesOf,
  addressOf,
  assertModules,
  EXIT_CODES,
  listOf,
  momentOf,
  openHome,
  type PatientFlags,
  patientCommand,
  print,
  readJson,
  type SetExitCode,
  twinIdOf,
} from './patient-options.js';

const daysOf = wholeNumber(1, 3650, 'Expected 1 to 3650 days.');
const delayOf = wholeNumber(1, 30, 'Expected 1 to 30 days.');
const thresholdOf = wholeNumber(1, 16, 'Expected 1 to 16.');
const DAY_S = 86_400;
const POWERS: Readonly<Record<string, number>> = { grant: 1, revoke: 2 };

export function addPatientCircleCommands(group: Command, setExitCode: SetExitCode): void {
  addProxy(group, setExitCode);
  addGuardians(group, setExitCode);
  addRotate(group, setExitCode);
  addRecover(group, setExitCode);
  addLink(group, setExitCode);
}

function addProxy(group: Command, setExitCode: SetExitCode): void {
  const proxy = group
    .command('proxy')
    .description('let somebody grant and revoke for the patient, within modules and time');
  patientCommand(
    proxy,
    'appoint',
    'appoint a proxy, and write the slip that it needs',
    'patient proxy appoint --folder ./me --consortium ./town --account 0xAb… --modules conditions --days 90 --slip-out ./for-my-mother.json',
  )
    .requiredOption('--account <address>', 'the proxy (see "twinseal patient account")', addressOf)
    .requiredOption('--modules <names>', 'modules, separated by commas', listOf)
    .option('--powers <names>', 'grant, revoke, or both', listOf, ['grant', 'revoke'])
    .option('--days <n>', 'for how many days', daysOf, 90)
    .requiredOption('--slip-out <file>', 'what the proxy needs: twin id and the salts of these modules')
    .action(
      async (
        flags: PatientFlags & {
          account: Address;
          modules: string[];
          powers: string[];
          days: number;
          slipOut: string;
        },
      ) => {
        await assertModules(flags.modules);
        if (flags.powers.some((name) => POWERS[name] === undefined))
          throw new UsageError('--powers: expected grant, revoke, or grant,revoke.');
        const [{ scopesOf }, { signProxy }] = await Promise.all([
          import('@twinseal/gateway'),
          import('../patient/sign-consents.js'),
        ]);
        const { home } = await openHome(flags);
        const slip = home.app.slip(flags.modules);
        const { nowS } = home.signing;
        const expiryS = nowS + flags.days * DAY_S;
        const { gas } = await home.relay(
          await signProxy(home.signing, {
            proxy: flags.account,
            powers: flags.powers.reduce((sum, name) => sum | (POWERS[name] as number), 0),
            scopes: scopesOf(slip, flags.modules),
            notBeforeS: nowS - 60,
            expiryS,
          }),
        );
        await writeFile(flags.slipOut, `${JSON.stringify(slip)}\n`, { mode: 0o600, flag: 'wx' });
        print(
          flags,
          { twinId: home.twinId, proxy: flags.account, modules: flags.modules, expiry: expiryS, gas },
          `${flags.account} may ${flags.powers.join(' and ')} ${flags.modules.join(', ')} until ${momentOf(expiryS)}. Hand over ${flags.slipOut}.`,
        );
        setExitCode(0);
      },
    );
  patientCommand(
    proxy,
    'dismiss',
    'end an appointment; grants that the proxy gave stand until they are revoked',
    'patient proxy dismiss --folder ./me --consortium ./town --account 0xAb…',
  )
    .requiredOption('--account <address>', 'the proxy', addressOf)
    .action(async (flags: PatientFlags & { account: Address }) => {
      const { signDismissal } = await import('../patient/sign-consents.js');
      const { home } = await openHome(flags);
      const { gas } = await home.relay(await signDismissal(home.signing, flags.account));
      print(flags, { twinId: home.twinId, dismissed: flags.account, gas }, `${flags.account} is dismissed.`);
      setExitCode(0);
    });
}

function addGuardians(group: Command, setExitCode: SetExitCode): void {
  const guardians = group
    .command('guardians')
    .description('people who together can move control to a new key, after a delay');
  patientCommand(
    guardians,
    'set',
    'choose guardians: at once the first time, after the delay in force later',
    'patient guardians set --folder ./me --consortium ./town --accounts 0xAb…,0xCd…,0xEf… --threshold 2 --delay-days 3',
  )
    .requiredOption('--accounts <addresses>', 'the guardians, separated by commas', addressesOf)
    .requiredOption('--threshold <n>', 'how many of them it takes', thresholdOf)
    .option('--delay-days <n>', 'how long the patient has to object', delayOf, 3)
    .action(async (flags: PatientFlags & { accounts: Address[]; threshold: number; delayDays: number }) => {
      if (flags.threshold > flags.accounts.length)
        throw new UsageError('--threshold: expected at most as many as there are accounts.');
      const [{ signGuardians }, { recoveryState }] = await Promise.all([
        import('../patient/sign-consents.js'),
        import('../patient/recovery-state.js'),
      ]);
      const { home } = await openHome(flags);
      await home.relay(
        await signGuardians(home.signing, {
          guardians: flags.accounts,
          threshold: flags.threshold,
          delayS: flags.delayDays * DAY_S,
        }),
      );
      const { guardiansReadyAtS } = await recoveryState(home.world.reader, `0x${home.twinId}`);
      print(
        flags,
        {
          twinId: home.twinId,
          guardians: flags.accounts,
          threshold: flags.threshold,
          readyAt: guardiansReadyAtS ?? null,
        },
        guardiansReadyAtS === undefined
          ? `Any ${flags.threshold} of ${flags.accounts.length} guardians can move control, ${flags.delayDays} days after they sign.`
          : `The choice takes effect from ${momentOf(guardiansReadyAtS)} on, with "twinseal patient guardians apply".`,
      );
      setExitCode(0);
    });
  patientCommand(
    guardians,
    'show',
    'guardians, and everything that waits for its delay',
    'patient guardians show --folder ./me --consortium ./town',
  ).action(async (flags: PatientFlags) => {
    const { recoveryState } = await import('../patient/recovery-state.js');
    const { home } = await openHome(flags);
    const state = await recoveryState(home.world.reader, `0x${home.twinId}`);
    const { recovery, rotation, guardiansReadyAtS } = state;
    print(
      flags,
      { twinId: home.twinId, ...state, round: String(state.round) },
      [
        state.guardians.length === 0
          ? 'No guardians are chosen: a lost key stays lost.'
          : `Any ${state.threshold} of ${state.guardians.join(', ')}, after ${state.delayS / DAY_S} days.`,
        ...(state.cancelledOnce
          ? ["The patient's one cancellation is used; the next only the hospitals stop."]
          : []),
        ...(guardiansReadyAtS === undefined
          ? []
          : [`Other guardians wait until ${momentOf(guardiansReadyAtS)}.`]),
        ...(recovery === undefined
          ? []
          : [`The guardians move control to ${recovery.control} from ${momentOf(recovery.readyAtS)} on.`]),
        ...(rotation === undefined
          ? []
          : [`The patient changes the key to ${rotation.control} from ${momentOf(rotation.readyAtS)} on.`]),
      ].join('\n'),
    );
    setExitCode(0);
  });
  patientCommand(
    guardians,
    'apply',
    'let chosen guardians take over once the delay is past',
    'patient guardians apply --folder ./me --consortium ./town',
  ).action(async (flags: PatientFlags) => {
    const { home } = await openHome(flags);
    const { gas } = await home.relay({ name: 'applyGuardians', body: { twinId: `0x${home.twinId}` } });
    print(flags, { twinId: home.twinId, applied: true, gas }, 'The chosen guardians are in force.');
    setExitCode(0);
  });
  patientCommand(
    guardians,
    'cancel',
    'take a choice of other guardians back before it takes effect',
    'patient guardians cancel --folder ./me --consortium ./town',
  ).action(async (flags: PatientFlags) => {
    const { signCancellation } = await import('../patient/sign-consents.js');
    const { home } = await openHome(flags);
    const { gas } = await home.relay(await signCancellation(home.signing, 'cancelGuardianChange'));
    print(flags, { twinId: home.twinId, cancelled: true, gas }, 'The guardians stay as they were.');
    setExitCode(0);
  });
  patientCommand(
    guardians,
    'approve',
    "as a guardian, sign that a patient's control moves to another key",
    'patient guardians approve --folder ./guardian --consortium ./town --twin 5f… --control 0xAb… --out ./approval.json',
  )
    .requiredOption('--twin <id>', 'the twin whose patient lost the key', twinIdOf)
    .requiredOption('--control <address>', 'the new key, as the patient says it in person', addressOf)
    .option('--with <approval>', 'an approval of another guardian, to agree with its deadline')
    .requiredOption('--out <file>', 'the signed approval, to be handed to the patient')
    .action(async (flags: PatientFlags & { twin: string; control: Address; with?: string; out: string }) => {
      const [{ signApproval }, { recoveryState }, { openPatient }, { Town }] = await Promise.all([
        import('../patient/sign-consents.js'),
        import('../patient/recovery-state.js'),
        import('../consortium/open-patient.js'),
        import('../consortium/town.js'),
      ]);
      const own = await openPatient(flags.folder, new Town(flags.consortium));
      const twinId: Hex = `0x${flags.twin}`;
      const state = await recoveryState(own.world.reader, twinId);
      const other = flags.with === undefined ? undefined : ((await readJson(flags.with)) as RecoveryApproval);
      if (other !== undefined && other.control?.toLowerCase() !== flags.control.toLowerCase())
        throw new UsageError('--with: the other guardian approved another key. Ask the patient again.');
      const approval = await signApproval(
        { ...own.signing, twinId },
        flags.control,
        state.round,
        other === undefined ? undefined : BigInt(other.deadline),
      );
      if (!state.guardians.some((each) => each.toLowerCase() === approval.guardian.toLowerCase()))
        throw new UsageError(`${approval.guardian} is no guardian of this twin.`);
      await writeFile(flags.out, `${JSON.stringify(approval)}\n`, { flag: 'wx' });
      print(
        flags,
        { ...approval, threshold: state.threshold },
        `Signed for ${flags.control}; ${state.threshold} approvals are needed. Hand over ${flags.out}.`,
      );
      setExitCode(0);
    });
}

function addRotate(group: Command, setExitCode: SetExitCode): void {
  const rotate = group
    .command('rotate')
    .description('change the own control key: scheduled, after a delay finished');
  patientCommand(
    rotate,
    'start',
    'make a new key and schedule it',
    'patient rotate start --folder ./me --consortium ./town',
  ).action(async (flags: PatientFlags) => {
    const [{ nextControlKey }, { signRotation }, { recoveryState }] = await Promise.all([
      import('../patient/key-files.js'),
      import('../patient/sign-consents.js'),
      import('../patient/recovery-state.js'),
    ]);
    const { home } = await openHome(flags);
    const next = await nextControlKey(home);
    await home.relay(await signRotation(home.signing, next.address));
    const { rotation } = await recoveryState(home.world.reader, `0x${home.twinId}`);
    print(
      flags,
      { twinId: home.twinId, control: next.address, readyAt: rotation?.readyAtS ?? null },
      `The key changes from ${momentOf(rotation?.readyAtS ?? 0)} on, with "twinseal patient rotate finish".`,
    );
    setExitCode(0);
  });
  patientCommand(
    rotate,
    'cancel',
    'keep the key after all; also against a thief who has a copy of it, until guardians act',
    'patient rotate cancel --folder ./me --consortium ./town',
  ).action(async (flags: PatientFlags) => {
    const { signCancellation } = await import('../patient/sign-consents.js');
    const { home } = await openHome(flags);
    const { gas } = await home.relay(await signCancellation(home.signing, 'cancelRotation'));
    print(flags, { twinId: home.twinId, cancelled: true, gas }, 'The key stays.');
    setExitCode(0);
  });
  patientCommand(
    rotate,
    'finish',
    'take the new key into use, and get the keys of the new identity epoch',
    'patient rotate finish --folder ./me --consortium ./town',
  ).action(async (flags: PatientFlags) => {
    const [{ adoptNextControl, nextControlKey, refreshKeys }, { PatientHome }] = await Promise.all([
      import('../patient/key-files.js'),
      import('../consortium/patient-home.js'),
    ]);
    const { home } = await openHome(flags);
    const before = await home.world.reader.twin(`0x${home.twinId}`);
    // A finish that was interrupted has moved control already.
    const next = await nextControlKey(home);
    if (before?.control.toLowerCase() !== next.address.toLowerCase())
      await home.relay({ name: 'finishRotation', body: { twinId: `0x${home.twinId}` } });
    const after = await home.world.reader.twin(`0x${home.twinId}`);
    await adoptNextControl(home, (after?.identityEpoch ?? 2) - 1);
    const own = await PatientHome.open(home.folder, home.world);
    const identityEpoch = await refreshKeys(own);
    await own.handOverOwnLane();
    print(
      flags,
      { twinId: own.twinId, control: own.account.address, identityEpoch },
      `The new key speaks now; identity epoch ${identityEpoch}. Hospitals issue capsules for it by themselves.`,
    );
    setExitCode(0);
  });
}

function addRecover(group: Command, setExitCode: SetExitCode): void {
  const recover = group
    .command('recover')
    .description('from a lost key to the whole history under a new one, with the guardians');
  recover
    .command('prepare')
    .description('make an empty folder with a new key; asks nobody')
    .requiredOption('--folder <folder>', 'an empty folder: the new home of keys and vault')
    .requiredOption('--twin <id>', 'the own twin id, from any hospital that keeps a record', twinIdOf)
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText(
      'after',
      `\nExample:\n  twinseal patient recover prepare --folder ./me-again --twin 5f…\n\n${EXIT_CODES}`,
    )
    .action(async (flags: { folder: string; twin: string; json?: boolean }) => {
      const { prepareRecovery } = await import('../patient/recover.js');
      const control = await prepareRecovery(flags.folder, flags.twin);
      print(
        flags,
        { twinId: flags.twin, control },
        `New key ${control}. Ask the guardians, in person, to approve it: "twinseal patient guardians approve".`,
      );
      setExitCode(0);
    });
  patientCommand(
    recover,
    'start',
    "bring the guardians' approvals to the chain; the delay begins",
    'patient recover start --folder ./me-again --consortium ./town --approval ./one.json --approval ./two.json',
  )
    .requiredOption('--approval <file>', 'a guardian’s signed approval (to be repeated)', collectValues)
    .action(async (flags: PatientFlags & { approval: string[] }) => {
      const [{ recoveryOfApprovals }, { recoveryState }] = await Promise.all([
        import('../patient/sign-consents.js'),
        import('../patient/recovery-state.js'),
      ]);
      const waiting = await openWaiting(flags);
      const approvals = (await Promise.all(flags.approval.map(readJson))) as RecoveryApproval[];
      const call = approvalsCall(() => recoveryOfApprovals(approvals));
      await waiting.relay(call);
      const { recovery } = await recoveryState(waiting.world.reader, `0x${waiting.twinId}`);
      print(
        flags,
        { twinId: waiting.twinId, control: recovery?.control ?? null, readyAt: recovery?.readyAtS ?? null },
        `Control moves from ${momentOf(recovery?.readyAtS ?? 0)} on, with "twinseal patient recover finish", unless it is stopped.`,
      );
      setExitCode(0);
    });
  patientCommand(
    recover,
    'stop',
    'from the folder that still has the key: stop a recovery that is none of the patient’s, once',
    'patient recover stop --folder ./me --consortium ./town',
  ).action(async (flags: PatientFlags) => {
    const [{ signRecoveryStop }, { recoveryState }] = await Promise.all([
      import('../patient/sign-consents.js'),
      import('../patient/recovery-state.js'),
    ]);
    const { home } = await openHome(flags);
    const { recovery, round } = await recoveryState(home.world.reader, `0x${home.twinId}`);
    if (recovery === undefined) throw new UsageError('No recovery is under way.');
    await home.relay(await signRecoveryStop(home.signing, round - 1n));
    print(
      flags,
      { twinId: home.twinId, stopped: true },
      'Stopped. A second one you cannot stop yourself: choose other guardians, or tell your hospitals, whose quorum can.',
    );
    setExitCode(0);
  });
  patientCommand(
    recover,
    'finish',
    'after the delay: take control, get salts and keys back, and find the own lane again',
    'patient recover finish --folder ./me-again --consortium ./town',
  ).action(async (flags: PatientFlags) => {
    const { completeRecovery } = await import('../patient/recover.js');
    const waiting = await openWaiting(flags);
    if (!(await waiting.isControl()))
      await waiting.relay({ name: 'finishRecovery', body: { twinId: `0x${waiting.twinId}` } });
    const { home, identityEpoch, lane } = await completeRecovery(flags.folder, waiting.world);
    print(
      flags,
      {
        twinId: home.twinId,
        control: home.account.address,
        identityEpoch,
        ownLane: { ...lane, known: undefined },
      },
      [
        `Control is yours again; identity epoch ${identityEpoch}.`,
        `Own lane: ${lane.instances} instances, ${lane.secrets} secrets found again${lane.findings.length === 0 ? '' : `; ${lane.findings.join(', ')}`}.`,
        'Hospitals issue the capsules of all history for the new key by themselves. Whoever has the old key keeps what it has read, and could read until now.',
      ].join('\n'),
    );
    setExitCode(lane.findings.length === 0 ? 0 : 1);
  });
}

function addLink(group: Command, setExitCode: SetExitCode): void {
  patientCommand(
    group,
    'link',
    'say on the chain that two twins are one person’s; signed by both folders',
    'patient link --folder ./me --consortium ./town --other ./me-as-a-child',
  )
    .requiredOption('--other <folder>', 'the folder of the other twin')
    .action(async (flags: PatientFlags & { other: string }) => {
      const { signLink } = await import('../patient/sign-consents.js');
      const { home } = await openHome(flags);
      const { home: other } = await openHome({ ...flags, folder: flags.other });
      await home.relay(await signLink(home.signing, other.signing));
      print(
        flags,
        { linked: [home.twinId, other.twinId] },
        'Linked. Everybody can see that these two twins are one person’s; "patient open --linked" shows them as one record.',
      );
      setExitCode(0);
    });
  patientCommand(
    group,
    'unlink',
    'take a link back; that it was there stays known',
    'patient unlink --folder ./me --consortium ./town --twin 5f…',
  )
    .requiredOption('--twin <id>', 'the other twin', twinIdOf)
    .action(async (flags: PatientFlags & { twin: string }) => {
      const { signUnlink } = await import('../patient/sign-consents.js');
      const { home } = await openHome(flags);
      await home.relay(await signUnlink(home.signing, `0x${flags.twin}`));
      print(flags, { unlinked: [home.twinId, flags.twin] }, 'The link is taken back.');
      setExitCode(0);
    });
}

/** A folder in which a recovery waits. */
async function openWaiting(flags: PatientFlags) {
  const [{ openRecovering }, { worldOf }, { Town }] = await Promise.all([
    import('../patient/recover.js'),
    import('../consortium/open-patient.js'),
    import('../consortium/town.js'),
  ]);
  return openRecovering(flags.folder, await worldOf(new Town(flags.consortium)));
}

function approvalsCall<T>(make: () => T): T {
  try {
    return make();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new UsageError('--approval: expected approvals of one twin, account, round and deadline.', {
      cause,
    });
  }
}
