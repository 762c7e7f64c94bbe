/** `twinseal emergency`: breaking the glass from the command line. Clinicians' keys stay where the command runs; the gateway gets signatures. */

import { type Command, InvalidArgumentError } from 'commander';
import { colours as pc } from '../colours.js';
import { UsageError } from '../usage-error.js';
import { type ApiFlags, addApiOptions, answered, openApi } from './api-connection.js';
import { hex32 } from './receipts.js';

type Hex = `0x${string}`;

interface Seen {
  readonly id: string;
  readonly hospital: string;
  readonly staff: string;
  readonly secondStaff?: string;
  readonly modules: readonly string[];
  readonly reason?: string;
  readonly openedAt: number;
  readonly until: number;
  readonly state: string;
  readonly reviewed: boolean;
  readonly withoutChain?: { readonly block: number; readonly keepers: readonly string[] };
}

interface OpenFlags extends ApiFlags {
  readonly staff: string;
  readonly key: string;
  readonly second?: string;
  readonly secondKey?: string;
  readonly modules?: readonly string[];
  readonly reason: string;
  readonly purpose: string;
  readonly minutes: number;
}

/** How often a gateway is asked whether what was opened can be read, and how long, in ms. */
const ASK_EVERY_MS = 200;
const READABLE_WITHIN_MS = 60_000;
/** A review's signature is for this moment. */
const REVIEW_DEADLINE_S = 3600;

export function addEmergencyCommand(program: Command): void {
  const emergency = program
    .command('emergency')
    .description('emergency access: authorise clinicians, break the glass, end it, look into it');

  emergency
    .command('key')
    .description(
      "makes a clinician's key; it stays with the clinician, and only its address goes to the gateway",
    )
    .argument('<file>', 'a new file')
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText('after', '\nExample:\n  twinseal emergency key dr-1.key')
    .action(async (file: string, flags: { json?: boolean }) => {
      const { createControlKey } = await import('@twinseal/gateway');
      const { address } = await createControlKey(file);
      process.stdout.write(flags.json ? `${JSON.stringify({ address })}\n` : `${address}\n`);
    });

  emergency
    .command('authorise')
    .description('lets a clinician of this hospital break the glass, or no longer')
    .requiredOption('--config <file>', "the gateway's configuration; the gateway has to run")
    .requiredOption('--staff <id>', 'the clinician: a to z, 0 to 9 and -, never a name', staffId)
    .option('--address <address>', "the address of the clinician's key")
    .option('--withdraw', 'take it away')
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText(
      'after',
      '\nExample:\n  twinseal emergency authorise --config gateway.json --staff dr-1 --address 0x5f…',
    )
    .action(
      async (flags: {
        config: string;
        staff: string;
        address?: string;
        withdraw?: boolean;
        json?: boolean;
      }) => {
        if ((flags.address === undefined) === (flags.withdraw !== true))
          throw new UsageError('Expected one of --address and --withdraw.');
        const client = await openApi(flags.config);
        const key = flags.address ?? `0x${'00'.repeat(20)}`;
        const done = await answered(
          client.PUT('/clinicians/{staff}', { params: { path: { staff: flags.staff } }, body: { key } }),
        );
        process.stdout.write(
          flags.json
            ? `${JSON.stringify(done)}\n`
            : `${flags.staff} ${done.authorised ? 'may break the glass' : 'may break the glass no longer'}.\n`,
        );
      },
    );

  addApiOptions(
    emergency.command('open').description('breaks the glass: opens a patient’s data in an emergency, loudly'),
  )
    .requiredOption('--staff <id>', 'the clinician', staffId)
    .requiredOption('--key <file>', "the clinician's key")
    .option('--second <id>', 'a second clinician, for more than the basic modules', staffId)
    .option('--second-key <file>', "the second clinician's key")
    .option(
      '--modules <names>',
      'modules, separated by commas; allergies, conditions and medications by default',
      modules,
    )
    .requiredOption('--reason <code>', 'unconscious, cannot-consent, life-threatening, patient-asks or other')
    .option('--purpose <code>', 'HL7 v3 PurposeOfUse', 'BTG')
    .option('--minutes <number>', 'how long, 1 to 1440', minutes, 60)
    .addHelpText(
      'after',
      '\nExample:\n  twinseal emergency open --config gateway.json --twin 5f… --staff dr-1 --key dr-1.key --reason unconscious\n\nEverybody concerned is told. Prints how long it took until it was open, and until what others wrote could be read here.\nWhen the chain is down it holds for what this hospital has itself, and for the basic modules of what other hospitals\nrelease on the signatures (state waiting); it is opened on the chain later.',
    )
    .action(async (flags: OpenFlags) => {
      const opened = await open(flags);
      process.stdout.write(
        flags.json
          ? `${JSON.stringify(opened)}\n`
          : `${pc.bold(opened.state)} until ${when(opened.until)}: ${opened.modules.join(', ')}\n${opened.id}\nOpen after ${opened.openedMs} ms${opened.readableMs === undefined ? '' : `, readable after ${opened.readableMs} ms`}.\n${withoutChain(opened)}`,
      );
    });

  addApiOptions(emergency.command('list').description('lists every emergency access to a twin'))
    .addHelpText('after', '\nExample:\n  twinseal emergency list --config gateway.json --twin 5f…')
    .action(async (flags: ApiFlags) => {
      const client = await openApi(flags.config);
      const found = await answered(
        client.GET('/twins/{twinId}/emergencies', { params: { path: { twinId: flags.twin } } }),
      );
      const list = found.emergencies as readonly Seen[];
      if (flags.json) process.stdout.write(`${JSON.stringify(found)}\n`);
      else if (list.length === 0) process.stdout.write('No emergency access to this twin.\n');
      else process.stdout.write(`${list.map(line).join('\n')}\n`);
    });

  addApiOptions(emergency.command('close').description('ends an emergency of this hospital before its time'))
    .requiredOption('--id <id>', 'the emergency, 0x and 64 hexadecimal digits', hex32)
    .addHelpText(
      'after',
      '\nExample:\n  twinseal emergency close --config gateway.json --twin 5f… --id 0x7a…',
    )
    .action(async (flags: ApiFlags & { id: Hex }) => {
      const client = await openApi(flags.config);
      const path = { twinId: flags.twin, grantId: flags.id };
      const done = await answered(
        client.POST('/twins/{twinId}/emergencies/{grantId}/close', { params: { path }, body: {} }),
      );
      process.stdout.write(flags.json ? `${JSON.stringify(done)}\n` : 'Closed.\n');
    });

  addApiOptions(
    emergency
      .command('review')
      .description('files, as the custodian, that somebody looked into an emergency'),
  )
    .requiredOption('--id <id>', 'the emergency', hex32)
    .requiredOption(
      '--finding <digest>',
      'salted digest of the finding, 32 bytes; the finding itself stays in the house',
      hex32,
    )
    .addHelpText(
      'after',
      '\nExample:\n  twinseal emergency review --config gateway.json --twin 5f… --id 0x7a… --finding 0x91…\n\nSigned with the hospital’s control key. Not for an emergency that the hospital opened itself.',
    )
    .action(async (flags: ApiFlags & { id: Hex; finding: Hex }) => {
      const done = await review(flags);
      process.stdout.write(flags.json ? `${JSON.stringify(done)}\n` : 'Filed.\n');
    });
}

/** What is to be known where the chain did not answer. */
function withoutChain({ withoutChain: by }: Seen): string {
  if (by === undefined) return '';
  const released = by.keepers.length === 0 ? 'No other hospital' : by.keepers.join(', ');
  return `Decided without the chain, by what was known at block ${by.block}. ${released} released what is kept there.\n`;
}

async function open(
  flags: OpenFlags,
): Promise<Seen & { readonly openedMs: number; readonly readableMs?: number }> {
  if ((flags.second === undefined) !== (flags.secondKey === undefined))
    throw new UsageError('Expected --second and --second-key together.');
  const { readControlKey } = await import('@twinseal/gateway');
  const { emergencyDomain, emergencyTypes } = await import('@twinseal/contracts');
  const client = await openApi(flags.config);
  const params = { path: { twinId: flags.twin } };
  const { openedAt: before = 0 } = (await answered(
    client.GET('/twins/{twinId}/verification', { params }),
  ).catch(() => ({}))) as { openedAt?: number };
  const beganMs = performance.now();
  const drawn = await answered(
    client.POST('/twins/{twinId}/emergencies/terms', {
      params,
      body: {
        staff: flags.staff,
        ...(flags.second === undefined ? {} : { secondStaff: flags.second }),
        ...(flags.modules === undefined ? {} : { modules: [...flags.modules] }),
        purpose: flags.purpose,
        reason: flags.reason as 'other',
        lastsS: flags.minutes * 60,
      },
    }),
  );
  const { terms } = drawn;
  const sign = async (file: string) =>
    (await readControlKey(file)).signTypedData({
      domain: emergencyDomain(BigInt(drawn.chainId), drawn.contract as Hex),
      types: { OpenEmergency: emergencyTypes.OpenEmergency },
      primaryType: 'OpenEmergency',
      message: { ...terms, until: BigInt(terms.until), deadline: BigInt(terms.deadline) } as never,
    });
  const signature = await sign(flags.key);
  const secondSignature = flags.secondKey === undefined ? undefined : await sign(flags.secondKey);
  const opened = (await answered(
    client.POST('/twins/{twinId}/emergencies', {
      params,
      body: {
        terms,
        staff: flags.staff,
        ...(flags.second === undefined ? {} : { secondStaff: flags.second }),
        purpose: flags.purpose,
        reason: flags.reason as 'other',
        reasonSalt: drawn.reasonSalt,
        signature,
        ...(secondSignature === undefined ? {} : { secondSignature }),
      },
    }),
  )) as Seen;
  const openedMs = Math.round(performance.now() - beganMs);
  const isReadable = opened.state === 'open' && (await untilReadable(flags, before));
  return {
    ...opened,
    openedMs,
    ...(isReadable ? { readableMs: Math.round(performance.now() - beganMs) } : {}),
  };
}

/** Waits until the gateway's view says that what hospitals wrote is verified here: they have delivered. A patient's own lane opens where the custodian may read it itself. */
async function untilReadable(flags: OpenFlags, before: number): Promise<boolean> {
  const client = await openApi(flags.config);
  const untilMs = performance.now() + READABLE_WITHIN_MS;
  while (performance.now() < untilMs) {
    const view = await answered(
      client.GET('/twins/{twinId}/verification', { params: { path: { twinId: flags.twin } } }),
    ).catch(() => undefined);
    const { openedAt = 0, lanes = [] } = (view ?? {}) as {
      openedAt?: number;
      lanes?: { author: string; state: string }[];
    };
    const isVerified = lanes.every(
      ({ author, state }) => state === 'verified' || author.startsWith('patient:'),
    );
    if (openedAt > before && isVerified) return true;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  return false;
}

async function review(flags: ApiFlags & { readonly id: Hex; readonly finding: Hex }) {
  const [{ loadConfig, readControlKey }, { emergencyDomain, emergencyTypes }, { openHospitalChain }] =
    await Promise.all([
      import('@twinseal/gateway'),
      import('@twinseal/contracts'),
      import('../receipts/hospital-chain.js'),
    ]);
  const config = await loadConfig(flags.config, process.env);
  const { reader } = await openHospitalChain(flags.config);
  const account = await readControlKey(config.keys.controlFile);
  const { timestamp } = await reader.connection.reader.getBlock();
  const deadline = timestamp + BigInt(REVIEW_DEADLINE_S);
  const signature = await account.signTypedData({
    domain: emergencyDomain(BigInt(config.consortium.chainId), await reader.contract('emergency')),
    types: { ReviewEmergency: emergencyTypes.ReviewEmergency },
    primaryType: 'ReviewEmergency',
    message: { grantId: flags.id, review: flags.finding, deadline },
  });
  const client = await openApi(flags.config);
  return answered(
    client.POST('/twins/{twinId}/emergencies/{grantId}/review', {
      params: { path: { twinId: flags.twin, grantId: flags.id } },
      body: { finding: flags.finding, deadline: deadline.toString(), signer: account.address, signature },
    }),
  );
}

function staffId(value: string): string {
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(value))
    throw new InvalidArgumentError('Expected a to z, 0 to 9 and -.');
  return value;
}

function modules(value: string): string[] {
  const names = value.split(',');
  if (!names.every((name) => /^[a-z][a-z0-9-]{0,31}$/.test(name)))
    throw new InvalidArgumentError('Expected names of modules, separated by commas.');
  return names;
}

function minutes(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 1440)
    throw new InvalidArgumentError('Expected a whole number from 1 to 1440.');
  return number;
}

function line({ id, modules: names, reason, openedAt, until, state, reviewed }: Seen): string {
  return `${state.padEnd(7)}  ${when(openedAt)} to ${when(until)}  ${names.join(', ') || 'modules unknown here'}${reason === undefined ? '' : `  ${reason}`}${reviewed ? '  reviewed' : ''}\n         ${id}`;
}

function when(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
