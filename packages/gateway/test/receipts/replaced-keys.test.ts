/** Receipts that outlive their hospital's key and the consortium's parameters, with real contracts: an honest one stays provable, a bad one gains nothing. */

import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ConsortiumReader, ConsortiumWriter } from '@twinseal/chain';
import { ACTION_KIND, authorizedHospitalsAbi } from '@twinseal/contracts';
import {
  contractParameters,
  encodeIdentityKey,
  encodeParameters,
  type IdentityKey,
  loadBackend,
  localAuthority,
  type PublicParameters,
  setup,
} from '@twinseal/mibsc';
import { fromHex, hospitalIdentity, receiptHash, signReceipt } from '@twinseal/record';
import { type Abi, bytesToHex, encodeAbiParameters, type Hex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/index.js';
import { challengeOf, challengeReceipt } from '../../src/receipts/batches.js';
import { type ReceiptInput, receiptBook } from '../../src/receipts/receipt-book.js';
import { ReceiptKeeper } from '../../src/receipts/receipt-keeper.js';
import { verifyReceiptsOf } from '../../src/receipts/verify-receipts.js';
import { openParties, type Parties } from '../../src/service/open-parties.js';
import {
  authorIdOf,
  foundConsortium,
  HOSPITALS,
  type HospitalId,
  type TestConsortium,
} from '../rebuild/consortium.js';

const ABI = authorizedHospitalsAbi as Abi;
const TWIN = 'a7'.repeat(32);

let world: TestConsortium;
let reader: ConsortiumReader;
let north: Parties;
/** Keys of north, oldest first, each with the parameters under which it signed. */
const keys: { readonly key: IdentityKey; readonly params: PublicParameters }[] = [];

beforeAll(async () => {
  world = await foundConsortium();
  reader = world.reader;
  north = await open();
  keys.push({ key: north.gateway.key, params: world.params });
  await receiptBook(north.gateway).write(input());
  await receiptBook(north.gateway).write(input());

  // The same parameters, another epoch of north's key.
  const authority = world.authority;
  await decide(ACTION_KIND.rotateKey, 'rotateKey', [authorIdOf('north'), 2, north.gateway.account.address]);
  const second = await authority.extract(hospitalIdentity('north', 2));
  keys.push({ key: second, params: world.params });
  await reopen(second);
  await receiptBook(north.gateway).write(input());

  // Other parameters, and so another key of the same epoch.
  const { params, master } = setup(await loadBackend(), 8);
  const { digest, w, H1, H2 } = contractParameters(params);
  const terms = { digest: bytesToHex(digest), w: bytesToHex(w), H1: bytesToHex(H1), H2: bytesToHex(H2) };
  await decide(ACTION_KIND.rotateParameters, 'rotateParameters', [terms]);
  for (const id of HOSPITALS)
    await (await writerOf(id)).call('hospitals', ABI, 'refreshPoint', [authorIdOf(id)]);
  await writeFile(join(world.root, 'parameters.bin'), encodeParameters(params));
  const third = await localAuthority(params, master).extract(hospitalIdentity('north', 2));
  keys.push({ key: third, params });
  await reopen(third);
  await receiptBook(north.gateway).write(input());
}, 300_000);
afterAll(async () => {
  await north?.close();
  await world?.stop();
});

describe('receipts of a hospital whose key and parameters were replaced', () => {
  it('verify each under its own', async () => {
    const { verified, faults } = await check(all());
    expect(faults).toEqual([]);
    expect(verified.map(({ receipt }) => [receipt.index, receipt.server.epoch])).toEqual([
      [0, '1'],
      [1, '1'],
      [2, '2'],
      [3, '2'],
    ]);
  });

  it.each([
    ['altered, of a replaced key', 1],
    ['altered, of replaced parameters', 2],
    ['altered, of today', 3],
  ])('do not verify when %s', async (_, at) => {
    const receipts = all();
    const altered = Uint8Array.from(receipts[at] as Uint8Array);
    altered[6 + 32 + 8 + 32] = (altered[6 + 32 + 8 + 32] ?? 0) ^ 1; // its request's id
    receipts[at] = altered;
    const { verified, faults } = await check(receipts);
    expect(verified.map(({ position }) => position)).not.toContain(at);
    expect(faults.slice(0, 1)).toEqual([{ position: at, code: 'proof' }]);
  });

  it('take nothing more from a key or from parameters that were replaced', async () => {
    for (const at of [0, 1]) {
      const { verified, faults } = await check([...all(), forged(keys[at], at === 0 ? 1 : 2)]);
      expect(faults).toEqual([{ position: 4, code: 'replaced-key' }]);
      expect(verified).toHaveLength(4);
    }
    // The newest key goes on.
    expect((await check([...all(), forged(keys[2], 2)])).faults).toEqual([]);
  });

  it('name no epoch that the chain does not have yet, and no other twin', async () => {
    const { params, master } = setup(await loadBackend(), 8);
    const foreign = {
      params,
      key: await localAuthority(params, master).extract(hospitalIdentity('north', 2)),
    };
    expect((await check([...all(), forged(foreign, 2)])).faults).toEqual([{ position: 4, code: 'proof' }]);
    const early = { params: world.params, key: await world.authority.extract(hospitalIdentity('north', 3)) };
    expect((await check([...all(), forged(early, 3)])).faults).toEqual([{ position: 4, code: 'foreign' }]);
    const other = await verifyReceiptsOf({
      ...ground(),
      twinId: new Uint8Array(32).fill(1),
      receipts: all(),
    });
    expect(other.faults.map(({ code }) => code)).toEqual(['foreign', 'foreign', 'foreign', 'foreign']);
  });

  it('show a gap across the change', async () => {
    const receipts = all();
    receipts.splice(1, 1);
    expect((await check(receipts)).faults).toEqual([{ position: 1, code: 'gap' }]);
  });
});

describe('a challenge', () => {
  it('of a receipt of a replaced key, and of replaced parameters, is taken and answered', async () => {
    const payer = await writerOf('south');
    for (const at of [0, 2, 3]) {
      const { challengeId } = await challengeReceipt(payer, north.gateway.params, all()[at] as Uint8Array);
      expect(await challengeOf(reader, challengeId)).toMatchObject({ status: 'open' });
      const keeper = new ReceiptKeeper(north.gateway, { everyReceipts: 1000, afterS: 86_400 });
      expect(await keeper.turn()).toMatchObject({ answered: 1, unknown: 0 });
      expect(await challengeOf(reader, challengeId)).toMatchObject({ status: 'answered' });
    }
  });

  it('of a receipt that north never signed, under no parameters, is refused by the contract', async () => {
    const { params, master } = setup(await loadBackend(), 8);
    const foreign = {
      params,
      key: await localAuthority(params, master).extract(hospitalIdentity('north', 1)),
    };
    await expect(
      challengeReceipt(await writerOf('south'), north.gateway.params, forged(foreign, 1)),
    ).rejects.toMatchObject({ code: 'refused', refusal: { name: 'AuthorCheck_ProofInvalid' } });
  });
});

const all = () =>
  receiptBook(north.gateway)
    .ofTwin(TWIN)
    .map(({ bytes }) => bytes);
const ground = () => ({
  chain: reader,
  params: north.gateway.params,
  hospital: 'north',
  twinId: fromHex(TWIN, 32),
});
const check = (receipts: readonly Uint8Array[]) => verifyReceiptsOf({ ...ground(), receipts });

function input(): ReceiptInput {
  return {
    twinId: TWIN,
    requestId: `0x${randomBytes(32).toString('hex')}`,
    requester: hospitalIdentity('south'),
    decision: 'permit',
    reason: 0,
    purpose: 'TREAT',
    scopes: [`0x${'01'.repeat(32)}`],
    block: { number: 1, hash: `0x${'0b'.repeat(32)}` },
  };
}

/** The next receipt of north's chain, signed by whoever has that key. */
function forged(by: (typeof keys)[number] | undefined, epoch: number): Uint8Array {
  if (by === undefined || by.key.identity.epoch !== String(epoch)) throw new Error('no such key');
  const last = all().at(-1) as Uint8Array;
  return signReceipt({
    params: by.params,
    domain: reader.domain,
    key: by.key,
    receipt: {
      ...(({ block: _block, scopes: _scopes, requestId: _id, ...rest }) => rest)(input()),
      twinId: fromHex(TWIN, 32),
      index: all().length,
      previous: receiptHash(last),
      requestId: new Uint8Array(randomBytes(32)),
      scopes: [new Uint8Array(32).fill(1)],
      blockNumber: 1,
      blockHash: new Uint8Array(32),
      time: north.gateway.nowS(),
    },
  });
}

async function open(): Promise<Parties> {
  return openParties(await loadConfig(world.configFile('north'), {}), {});
}

/** Stops north, gives it another key, and starts it again. */
async function reopen(key: IdentityKey): Promise<void> {
  await north.close();
  await writeFile(join(world.root, 'north', 'keys', 'identity.key'), encodeIdentityKey(key), { mode: 0o600 });
  north = await open();
}

async function writerOf(id: HospitalId): Promise<ConsortiumWriter> {
  const secret = await readFile(join(world.root, id, 'keys', 'control.key'));
  return new ConsortiumWriter(reader, privateKeyToAccount(bytesToHex(new Uint8Array(secret))));
}

/** Two of three hospitals decide. */
async function decide(kind: number, name: string, args: readonly unknown[]): Promise<void> {
  const salt: Hex = `0x${randomBytes(32).toString('hex')}`;
  const item = ABI.find((each) => each.type === 'function' && each.name === name);
  if (item?.type !== 'function') throw new Error(`no function ${name}`);
  const payload = encodeAbiParameters(item.inputs.slice(0, -1), args);
  const action = await reader.actionDigest(kind, payload, salt);
  const south = await writerOf('south');
  await south.approve(action);
  await (await writerOf('west')).call('hospitals', ABI, name, [...args, salt]);
}
