/** A chain that forgets its last seconds while guardians move a key: what was relayed without a nonce comes back, in its order, and once. */

import { recoveryAbi } from '@twinseal/contracts';
import type { Address, Hex, LocalAccount } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PatientHome } from '../src/consortium/patient-home.js';
import { recoveryState } from '../src/patient/recovery-state.js';
import {
  recoveryOfApprovals,
  signApproval,
  signGuardians,
  signRecoveryStop,
  signRotation,
} from '../src/patient/sign-consents.js';
import { type LivingTown, startLivingTown } from './support/living-town.js';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const DAY_S = 86_400;
const guardians = [1, 2, 3].map(() => privateKeyToAccount(generatePrivateKey()));
const found = privateKeyToAccount(generatePrivateKey());

let town: LivingTown;
let home: PatientHome;

beforeAll(async () => {
  town = await startLivingTown(['north', 'south']);
});
afterAll(async () => {
  await town?.stop();
});

const chain = () => town.running.reader;
const nowS = () => Math.floor(Date.now() / 1000);
const twinId = (): Hex => `0x${home.twinId}`;
const state = () => recoveryState(chain(), twinId());
const control = async () => (await chain().twin(twinId()))?.control;

async function start(to: Address): Promise<void> {
  const { round } = await state();
  const deadline = BigInt(nowS() + 3600);
  const signing = { chain: chain(), twinId: twinId(), nowS: nowS() };
  const approvals = await Promise.all(
    guardians
      .slice(0, 2)
      .map((account: LocalAccount) => signApproval({ ...signing, account }, to, round, deadline)),
  );
  await home.relay(recoveryOfApprovals(approvals));
}
const stop = async () => home.relay(await signRecoveryStop(home.signing, (await state()).round - 1n));
const finish = (name: 'finishRecovery' | 'finishRotation' | 'applyGuardians') =>
  home.relay({ name, body: { twinId: twinId() } });

/** What happens while it runs, the chain forgets; then everybody does what is due. */
async function forgetting(happens: () => Promise<void>): Promise<void> {
  const rpc = (method: string, params: unknown[] = []) =>
    town.running.connection.reader.request({ method: method as never, params: params as never });
  await town.settled();
  const snapshot = await rpc('evm_snapshot');
  await happens();
  await rpc('evm_revert', [snapshot]);
}

/** How often the chain has an event of this twin. */
async function times(
  eventName: 'RecoveryStarted' | 'RecoveryCancelled' | 'RecoveryFinished' | 'GuardiansSet',
) {
  const logs = await chain().connection.reader.getContractEvents({
    address: await chain().contract('recovery'),
    abi: recoveryAbi,
    eventName,
    args: { twinId: twinId() },
    fromBlock: 0n,
  });
  return logs.length;
}

async function patient(name: string): Promise<void> {
  home = await town.patient(name);
  await home.relay(
    await signGuardians(home.signing, {
      guardians: guardians.map(({ address }) => address),
      threshold: 2,
      delayS: DAY_S,
    }),
  );
}

describe('a chain that forgets', () => {
  beforeAll(() => patient('moved'));

  it('the start of a recovery is given it again', async () => {
    await forgetting(() => start(found.address));
    expect((await state()).recovery).toBeUndefined();
    await town.settled();
    expect((await state()).recovery?.control).toBe(found.address);
    expect(await times('RecoveryStarted')).toBe(1);
  });

  it('its end is given it again, and what it did not forget is not done twice', async () => {
    await town.pass(DAY_S + 60);
    await forgetting(() => finish('finishRecovery').then(() => undefined));
    expect(await control()).toBe(home.account.address);
    await town.settled();
    expect(await control()).toBe(found.address);
    // Everything is looked at once more when the chain forgets something else.
    await forgetting(async () => {
      await town.services.north?.gateway.writer.settle(twinId());
    });
    await town.settled();
    expect([await times('RecoveryStarted'), await times('RecoveryFinished')]).toEqual([1, 1]);
    expect(await control()).toBe(found.address);
  });
});

describe('a chain that forgets several at once', () => {
  beforeAll(() => patient('kept'));

  it('is given a start, its stop and the next start again, in their order', async () => {
    const thief = privateKeyToAccount(generatePrivateKey());
    await forgetting(async () => {
      await start(thief.address);
      await stop();
      await start(found.address);
    });
    await town.settled();
    expect(await state()).toMatchObject({ cancelledOnce: true, recovery: { control: found.address } });
    expect([await times('RecoveryStarted'), await times('RecoveryCancelled')]).toEqual([2, 1]);
  });

  it('and what the patient changed, and finished, without guardians', async () => {
    await patient('changed');
    const next = privateKeyToAccount(generatePrivateKey());
    await home.relay(await signRotation(home.signing, next.address));
    await home.relay(
      await signGuardians(home.signing, {
        guardians: guardians.slice(1).map(({ address }) => address),
        threshold: 1,
        delayS: DAY_S,
      }),
    );
    await town.pass(DAY_S + 60);
    await forgetting(async () => {
      await finish('applyGuardians');
      await finish('finishRotation');
    });
    expect(await control()).toBe(home.account.address);
    await town.settled();
    expect(await control()).toBe(next.address);
    expect(await times('GuardiansSet')).toBe(2);
  });

  it('a stop that came too late is not kept, nor an end before its time', async () => {
    await patient('early');
    await start(found.address);
    await expect(finish('finishRecovery')).rejects.toMatchObject({ code: 'refused' });
    await stop();
    await expect(finish('finishRecovery')).rejects.toMatchObject({ code: 'refused' });
    await town.pass(DAY_S + 60);
    await forgetting(async () => {
      await town.services.north?.gateway.writer.settle(twinId());
    });
    await town.settled();
    expect(await control()).toBe(home.account.address);
    expect([await times('RecoveryStarted'), await times('RecoveryFinished')]).toEqual([1, 0]);
  });
});
