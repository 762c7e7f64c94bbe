import { mkdtemp, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { describe, expect, it } from 'vitest';
import { isWhole, prepareState } from '../src/chain-state.js';
import { connect, startEmbeddedChain } from '../src/index.js';

const freshFolder = () => mkdtemp(join(tmpdir(), 'twinseal-chain-state-'));
const text = (value: string) => new TextEncoder().encode(value);

describe('isWhole', () => {
  const whole = '{"a":{"b":"}\\"{"},"c":[{"d":1}]}';
  it('holds for an object to its end', async () => {
    expect(await isWhole(text(whole))).toBe(true);
    expect(await isWhole(text(`${whole}\n`))).toBe(true);
  });
  it('holds for no beginning of it, and for nothing behind it', async () => {
    for (let length = 0; length < whole.length; length++)
      expect(await isWhole(text(whole.slice(0, length)))).toBe(false);
    expect(await isWhole(text(`${whole}{`))).toBe(false);
  });
});

describe('prepareState', () => {
  it('takes the newest whole state, and says that it is an older one', async () => {
    const file = join(await freshFolder(), 'state.json');
    await writeFile(file, '{"now":');
    await writeFile(`${file}.snapshot`, '{"then":1}');
    await writeFile(`${file}.previous`, '{"before":1}');
    expect(await prepareState(file)).toBe(true);
    expect(await readFile(file, 'utf8')).toBe('{"then":1}');
    expect(await prepareState(file)).toBe(false);
  });
  it('never keeps a torn state as the previous one, and refuses where nothing whole is left', async () => {
    const file = join(await freshFolder(), 'state.json');
    await writeFile(file, '{"now":');
    await expect(prepareState(file)).rejects.toMatchObject({ code: 'anvil-failed' });
    await writeFile(`${file}.previous`, '{"before":1}');
    expect(await prepareState(file)).toBe(true);
    expect(await readFile(`${file}.previous`, 'utf8')).toBe('{"before":1}');
  });
  it('begins anew where the node was killed before it wrote anything', async () => {
    const file = join(await freshFolder(), 'state.json');
    await writeFile(file, '');
    expect(await prepareState(file)).toBe(false);
    await expect(stat(file)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('a node that is killed while it writes its state', () => {
  it('is told of, leaves nothing behind, and goes on from the last whole state', async () => {
    const stateFile = join(await freshFolder(), 'state.json');
    const chain = await startEmbeddedChain({ stateFile });
    const account = privateKeyToAccount(generatePrivateKey());
    const { reader, sender } = await connect(chain.url);
    await reader.request({
      method: 'anvil_setBalance' as never,
      params: [account.address, '0xde0b6b3a7640000'] as never,
    });
    await reader.waitForTransactionReceipt({
      hash: await sender(account).sendTransaction({ data: '0x60006000a0' }),
    });
    await expect
      .poll(async () => JSON.parse(await readFile(`${stateFile}.snapshot`, 'utf8').catch(() => '{}')), {
        timeout: 60_000,
      })
      .toMatchObject({ block: { number: '0x1' } });
    const node = (await chain.nodePid()) as number;
    process.kill(node, 'SIGKILL');
    await chain.ended;
    await expect.poll(() => isAlive(node) || isAlive(chain.pid), { timeout: 60_000 }).toBe(false);
    await chain.stop();
    await truncate(stateFile, 100);

    const again = await startEmbeddedChain({ stateFile });
    const second = await connect(again.url);
    expect(await second.reader.getLogs({ fromBlock: 0n })).toHaveLength(1);
    await again.stop();
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
