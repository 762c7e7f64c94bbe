/** A chain that forgets: what is noticed, and what is kept to bring it back. The whole of it, over HTTP with real contracts, is in packages/cli/test/torture-surroundings.test.ts. */

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Consortium,
  ConsortiumReader,
  connect,
  type EmbeddedChain,
  startEmbeddedChain,
} from '@twinseal/chain';
import { type OpenDatabase, openDatabase, SealedStore } from '@twinseal/store';
import { zeroAddress } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followOnce } from '../../src/automation/follower.js';
import { type Consent, deadlineOf, KeptConsents, nonceOf } from '../../src/automation/kept-consents.js';
import { ledgerQueue } from '../../src/automation/ledger-queue.js';
import { KnownTwins } from '../../src/twins/known-twins.js';

const TWIN = 'a1'.repeat(32);
const OTHER = 'b2'.repeat(32);
const SELF = 'c3'.repeat(32);
const hex32 = (byte: string) => `0x${byte.repeat(32)}` as const;

let root: string;
let chain: EmbeddedChain;
let reader: ConsortiumReader;
let database: OpenDatabase;
let vault: SealedStore;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'twinseal-forgetful-'));
  chain = await startEmbeddedChain({ stateFile: join(root, 'chain', 'state.json') });
  // No contracts: what is looked at here is blocks.
  const consortium = Object.fromEntries(
    ['hospitals', 'registration', 'access', 'twins', 'requests', 'book', 'stores'].map((name) => [
      name,
      zeroAddress,
    ]),
  );
  reader = new ConsortiumReader(await connect(chain.url), {
    chainId: 31337,
    firstBlock: 0,
    ...consortium,
  } as unknown as Consortium);
  database = await openDatabase(`pglite:${join(root, 'database')}`);
  vault = new SealedStore(join(root, 'vault'), new Uint8Array(randomBytes(32)));
});
afterAll(async () => {
  await database?.close();
  await chain?.stop();
  await rm(root, { recursive: true, force: true });
});

const rpc = (method: string, params: unknown[] = []) =>
  reader.connection.reader.request({ method: method as never, params: params as never }) as Promise<string>;
const newestBlock = async () => {
  const { number, hash } = await reader.connection.reader.getBlock();
  return { blockNumber: Number(number), blockHash: hash };
};

describe('followOnce', () => {
  it('notices a forgotten block of its own beyond the cursor, and has everything that is kept looked at', async () => {
    const twins = new KnownTwins(vault);
    await twins.introduce({ twinId: TWIN, scopeSalts: {}, purposeSalt: '00'.repeat(32) });
    const queue = ledgerQueue(database);
    let newest: Awaited<ReturnType<typeof newestBlock>> | undefined;
    const look = () =>
      followOnce({
        chain: reader,
        queue,
        twins,
        self: SELF,
        maxBlocks: 100,
        newest: () => newest,
        forgetNewest: () => {
          newest = undefined;
        },
        kept: async () => ({ consents: [OTHER], lanes: [{ twinId: TWIN, authorId: OTHER }] }),
      });
    await rpc('anvil_mine', ['0x3']);
    expect(await look()).toMatchObject({ chainForgot: false, effects: 0 });
    const snapshot = await rpc('evm_snapshot');
    await rpc('anvil_mine', ['0x1']);
    newest = await newestBlock();
    // The cursor has not passed it: all that was followed is still there.
    await rpc('evm_revert', [snapshot]);
    expect(await look()).toMatchObject({ chainForgot: true });
    expect(await queue.waiting()).toEqual({ recall: 1, lane: 2, erase: 1, deliver: 1, refresh: 1 });
    expect(newest).toBeUndefined();
    // Once is enough.
    expect(await look()).toMatchObject({ chainForgot: false, effects: 0 });
  });

  it('does not cry wolf while the chain grows', async () => {
    const twins = new KnownTwins(vault);
    const queue = ledgerQueue(database);
    const newest = await newestBlock();
    await rpc('anvil_mine', ['0x5']);
    const looked = await followOnce({
      chain: reader,
      queue,
      twins,
      self: SELF,
      maxBlocks: 2,
      newest: () => newest,
    });
    expect(looked).toMatchObject({ chainForgot: false, upToDate: false });
  });
});

describe('KeptConsents', () => {
  const grant = (nonce: bigint): Extract<Consent, { kind: 'grant' }> => ({
    kind: 'grant',
    terms: {
      twinId: hex32('a1'),
      hospital: hex32('01'),
      staff: hex32('00'),
      scopes: [hex32('02')],
      purposes: [hex32('03')],
      operations: 1,
      notBefore: 1n,
      expiry: 2n,
      fullHistory: true,
      nonce,
      deadline: 100n + nonce,
    },
    signer: zeroAddress,
    signature: `0x${nonce.toString().padStart(4, '0')}`,
  });
  const revocation: Consent = {
    kind: 'revocation',
    twinId: hex32('a1'),
    grantId: hex32('04'),
    nonce: 2n,
    deadline: 300n,
    signer: zeroAddress,
    signature: '0x2222',
  };
  const registration: Consent = {
    kind: 'registration',
    terms: {
      twinId: hex32('a1'),
      kind: 0,
      control: zeroAddress,
      identityEpoch: 1,
      custodian: hex32('01'),
      deadline: 50n,
    },
    grants: [grant(0n).terms],
    signature: '0x1111',
  };

  it('gives them back as they were, the registration first and then by nonce, whatever order they came in', async () => {
    const consents = new KeptConsents(vault);
    for (const each of [revocation, grant(10n), registration, grant(9n)]) await consents.keep(TWIN, each);
    await consents.keep(TWIN, grant(9n));
    const kept = await new KeptConsents(vault).of(TWIN);
    expect(kept).toEqual([registration, revocation, grant(9n), grant(10n)]);
    expect(kept.map(nonceOf)).toEqual([-1n, 2n, 9n, 10n]);
    expect(kept.map(deadlineOf)).toEqual([50n, 300n, 109n, 110n]);
    expect(await consents.twins()).toEqual([TWIN]);
  });

  it('forgets one, and the twin with the last', async () => {
    const consents = new KeptConsents(vault);
    for (const each of [registration, grant(9n), grant(10n)]) await consents.drop(TWIN, each);
    expect(await consents.of(TWIN)).toEqual([revocation]);
    await consents.drop(TWIN, revocation);
    expect(await consents.twins()).toEqual([]);
    expect(await consents.of(TWIN)).toEqual([]);
  });
});
