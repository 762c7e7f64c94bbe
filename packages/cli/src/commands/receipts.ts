/** `twinseal receipts`: the access receipts of a twin: read, checked, proved and, where one is missing on the chain, challenged. */

import { readFile, writeFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { colours as pc } from '../colours.js';
import { UsageError } from '../usage-error.js';
import { type ApiFlags, addApiOptions, answered, openApi } from './api-connection.js';

const EXIT_FOUND_WRONG = 1;

type Hex = `0x${string}`;

interface Listed {
  readonly index: number;
  readonly requester: string;
  readonly decision: string;
  readonly reason: number;
  readonly purpose: string;
  readonly scopes: readonly string[];
  readonly time: number;
  readonly bytes: string;
  readonly digest: string;
  readonly anchored: boolean;
  readonly deliveredAt?: number;
}

export function addReceiptsCommand(program: Command, setExitCode: (code: number) => void): void {
  const receipts = program
    .command('receipts')
    .description(
      'the access receipts of a twin: who was given what, and whether it is accounted for on the chain',
    );

  addApiOptions(receipts.command('list').description('lists the receipts of a twin at this hospital'))
    .addHelpText(
      'after',
      '\nExample:\n  twinseal receipts list --config ./town/hospitals/north/gateway.json --twin 5f…',
    )
    .action(async (flags: ApiFlags) => {
      const all = await allOf(flags);
      if (flags.json) process.stdout.write(`${JSON.stringify({ receipts: all })}\n`);
      else if (all.length === 0) process.stdout.write('No receipt of this twin at this hospital.\n');
      else process.stdout.write(`${all.map(line).join('\n')}\n`);
    });

  withIndex(addApiOptions(receipts.command('show').description('shows one receipt')))
    .option('--out <file>', 'write its bytes to a file, to be kept or given to somebody')
    .addHelpText(
      'after',
      '\nExample:\n  twinseal receipts show --config gateway.json --twin 5f… --index 3 --out receipt-3.bin',
    )
    .action(async (flags: ApiFlags & { index: number; out?: string }) => {
      const receipt = await oneOf(flags);
      if (flags.out !== undefined) await writeFile(flags.out, bytesOf(receipt.bytes), { flag: 'wx' });
      if (flags.json) process.stdout.write(`${JSON.stringify(receipt)}\n`);
      else
        process.stdout.write(
          `${line(receipt)}\n  scopes ${receipt.scopes.join('\n         ')}\n  digest ${receipt.digest}\n${receipt.deliveredAt === undefined ? '  not fetched by the patient yet\n' : `  fetched by the patient ${when(receipt.deliveredAt)}\n`}`,
        );
    });

  addApiOptions(
    receipts
      .command('verify')
      .description(
        'checks the chain of receipts: every signature, every index, every predecessor, and the batches on the chain',
      ),
  )
    .addHelpText(
      'after',
      '\nExample:\n  twinseal receipts verify --config gateway.json --twin 5f…\n\nThe gateway is believed in nothing: signatures are checked with the parameters that the consortium pinned, batches against the chain.\nExit codes: 0 all of it holds, 1 something does not, 2 refused.',
    )
    .action(async (flags: ApiFlags) => {
      const report = await verify(flags);
      const wrong = report.findings.length;
      if (flags.json) process.stdout.write(`${JSON.stringify(report)}\n`);
      else {
        for (const { index, code } of report.findings)
          process.stdout.write(`${pc.red(code)}  receipt ${index}\n`);
        process.stdout.write(
          `${report.verified} of ${report.receipts} receipts verified, ${report.anchored} proved on the chain, ${report.waiting} wait for their batch.\n`,
        );
      }
      if (wrong > 0) setExitCode(EXIT_FOUND_WRONG);
    });

  withIndex(
    addApiOptions(receipts.command('prove').description('proves where a receipt stands on the chain')),
  )
    .addHelpText(
      'after',
      '\nExample:\n  twinseal receipts prove --config gateway.json --twin 5f… --index 3\n\nExit codes: 0 proved, 1 in no batch yet or the proof does not hold, 2 refused.',
    )
    .action(async (flags: ApiFlags & { index: number }) => {
      const receipt = await oneOf(flags);
      const proof = await proofOf(flags, receipt);
      if (flags.json) process.stdout.write(`${JSON.stringify(proof)}\n`);
      else
        process.stdout.write(
          proof.state === 'proved'
            ? `Receipt ${flags.index} is number ${proof.place} of batch ${proof.batch} on the chain.\n`
            : proof.state === 'waiting'
              ? `Receipt ${flags.index} is in no batch on the chain yet.\n`
              : `${pc.red('The proof does not hold')}: challenge the receipt.\n`,
        );
      if (proof.state !== 'proved') setExitCode(EXIT_FOUND_WRONG);
    });

  receipts
    .command('challenge')
    .description('asks on the chain where a receipt is anchored: its hospital has three days to answer')
    .requiredOption('--config <file>', 'a configuration that names the chain and an account that pays for it')
    .requiredOption('--receipt <file>', "the receipt's bytes, from receipts show --out")
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText(
      'after',
      '\nExample:\n  twinseal receipts challenge --config gateway.json --receipt receipt-3.bin\n\nAnybody who holds a receipt may. Afterwards: twinseal receipts omission.',
    )
    .action(async (flags: { config: string; receipt: string; json?: boolean }) => {
      const { openHospitalChain } = await import('../receipts/hospital-chain.js');
      const { challengeReceipt, challengeOf } = await import('@twinseal/gateway');
      const chain = await openHospitalChain(flags.config);
      const bytes = new Uint8Array(await readFile(flags.receipt));
      const { challengeId, txHash } = await challengeReceipt(
        await chain.writer(),
        await chain.params(),
        bytes,
      );
      const { answerBy } = await challengeOf(chain.reader, challengeId);
      process.stdout.write(
        flags.json
          ? `${JSON.stringify({ challengeId, txHash, answerBy })}\n`
          : `Challenge ${challengeId} is open until ${when(answerBy)}.\n`,
      );
    });

  receipts
    .command('omission')
    .description('has it recorded that a challenge was not answered in time; says how a challenge stands')
    .requiredOption('--config <file>', 'a configuration that names the chain and an account that pays for it')
    .requiredOption('--challenge <id>', 'the challenge, 0x and 64 hexadecimal digits', hex32)
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText(
      'after',
      '\nExample:\n  twinseal receipts omission --config gateway.json --challenge 0x5f…\n\nExit codes: 0 answered, or the window is open; 1 the omission is proved; 2 refused.',
    )
    .action(async (flags: { config: string; challenge: Hex; json?: boolean }) => {
      const { openHospitalChain } = await import('../receipts/hospital-chain.js');
      const { challengeOf, proveOmission } = await import('@twinseal/gateway');
      const { reader, writer } = await openHospitalChain(flags.config);
      let challenge = await challengeOf(reader, flags.challenge);
      if (challenge.status === 'none') throw new UsageError('The chain knows no such challenge.');
      const { timestamp } = await reader.connection.reader.getBlock();
      if (challenge.status === 'open' && Number(timestamp) > challenge.answerBy) {
        await proveOmission(await writer(), flags.challenge);
        challenge = await challengeOf(reader, flags.challenge);
      }
      process.stdout.write(
        flags.json
          ? `${JSON.stringify(challenge)}\n`
          : `${{ open: `Open until ${when(challenge.answerBy)}.`, answered: 'Answered: the receipt is anchored.', omitted: 'Omitted: the hospital signed the receipt and never anchored it.', none: '' }[challenge.status]}\n`,
      );
      if (challenge.status === 'omitted') setExitCode(EXIT_FOUND_WRONG);
    });
}

function withIndex(command: Command): Command {
  return command.requiredOption('--index <number>', "the receipt's index, from 0", (value) => {
    if (!/^(0|[1-9][0-9]{0,8})$/.test(value))
      throw new InvalidArgumentError('Expected a whole number from 0.');
    return Number(value);
  });
}

/** An argument of 32 bytes. */
export function hex32(value: string): Hex {
  if (!/^0x[0-9a-f]{64}$/.test(value))
    throw new InvalidArgumentError('Expected 0x and 64 lowercase hexadecimal digits.');
  return value as Hex;
}

async function allOf(flags: ApiFlags): Promise<Listed[]> {
  const client = await openApi(flags.config);
  const all: Listed[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const page: { receipts: Listed[]; next?: number } = (await answered(
      client.GET('/twins/{twinId}/receipts', {
        params: { path: { twinId: flags.twin }, query: { from: String(from) } },
      }),
    )) as never;
    all.push(...page.receipts);
    from = page.next;
  }
  return all;
}

async function oneOf(flags: ApiFlags & { readonly index: number }): Promise<Listed> {
  const client = await openApi(flags.config);
  const path = { twinId: flags.twin, index: String(flags.index) };
  return (await answered(client.GET('/twins/{twinId}/receipts/{index}', { params: { path } }))) as Listed;
}

async function verify(flags: ApiFlags) {
  const [{ fromHex }, gateway, { openHospitalChain }] = await Promise.all([
    import('@twinseal/record'),
    import('@twinseal/gateway'),
    import('../receipts/hospital-chain.js'),
  ]);
  const chain = await openHospitalChain(flags.config);
  const all = await allOf(flags);
  const bytes = all.map((each) => bytesOf(each.bytes));
  const { verified, faults } = await gateway.verifyReceiptsOf({
    chain: chain.reader,
    params: await chain.params(),
    hospital: chain.config.hospital,
    twinId: fromHex(flags.twin, 32),
    receipts: bytes,
  });
  const wrong: { index: number; code: string }[] = faults.map(({ position, code }) => ({
    index: position,
    code,
  }));
  const client = await openApi(flags.config);
  const batches = await gateway.anchoredBatches(chain.reader, gateway.hospitalServer(chain.config.hospital));
  let anchored = 0;
  for (const [index, receipt] of bytes.entries()) {
    const path = { twinId: flags.twin, index: String(index) };
    const proof = (await answered(
      client.GET('/twins/{twinId}/receipts/{index}/proof', { params: { path } }),
    )) as unknown as Proved;
    if (!proof.anchored) continue;
    const there = batches[proof.batch.number];
    const holds =
      there?.root === proof.batch.root &&
      there.size === proof.batch.size &&
      gateway.verifyReceiptProof(receipt, proof);
    if (holds) anchored++;
    else wrong.push({ index, code: 'proof-of-place' });
  }
  return {
    receipts: all.length,
    verified: verified.length,
    anchored,
    waiting: all.length - anchored,
    findings: wrong,
  };
}

interface Proved {
  readonly anchored: boolean;
  readonly batch: {
    readonly server: Hex;
    readonly number: number;
    readonly size: number;
    readonly root: Hex;
  };
  readonly index: number;
  readonly path: readonly Hex[];
}

async function proofOf(flags: ApiFlags & { readonly index: number }, receipt: Listed) {
  const [{ isAnchored, verifyReceiptProof }, { openHospitalChain }] = await Promise.all([
    import('@twinseal/gateway'),
    import('../receipts/hospital-chain.js'),
  ]);
  const client = await openApi(flags.config);
  const path = { twinId: flags.twin, index: String(flags.index) };
  const proof = (await answered(
    client.GET('/twins/{twinId}/receipts/{index}/proof', { params: { path } }),
  )) as unknown as Proved;
  if (!proof.anchored) return { state: 'waiting' as const };
  const { reader } = await openHospitalChain(flags.config);
  const holds = verifyReceiptProof(bytesOf(receipt.bytes), proof) && (await isAnchored(reader, proof.batch));
  return {
    state: holds ? ('proved' as const) : ('wrong' as const),
    batch: proof.batch.number,
    place: proof.index,
    proof,
  };
}

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex.replace(/^0x/, ''), 'hex'));
}

function line({ index, requester, decision, reason, purpose, scopes, time, anchored }: Listed): string {
  return `${String(index).padStart(5)}  ${when(time)}  ${decision === 'permit' ? decision : pc.yellow(decision)} ${String(reason).padStart(2)}  ${purpose.padEnd(9)}  ${requester}  ${scopes.length} scopes  ${anchored ? 'anchored' : 'not anchored yet'}`;
}

function when(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
