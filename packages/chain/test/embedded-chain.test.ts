import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEther } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { describe, expect, it } from 'vitest';
import { connect, findAnvil, startEmbeddedChain } from '../src/index.js';

const freshState = async () => join(await mkdtemp(join(tmpdir(), 'twinseal-chain-')), 'chain', 'state.json');

/** Creates a contract that emits one anonymous log (PUSH1 0, PUSH1 0, LOG0), so that history has something to lose. */
async function leaveATrace(url: string) {
  const { reader, sender } = await connect(url);
  const account = privateKeyToAccount(generatePrivateKey());
  await reader.request({
    method: 'anvil_setBalance' as never,
    params: [account.address, '0xde0b6b3a7640000'] as never,
  });
  const hash = await sender(account).sendTransaction({ data: '0x60006000a0' });
  await reader.waitForTransactionReceipt({ hash });
  return account.address;
}

describe('startEmbeddedChain', () => {
  it('keeps state, blocks and logs over a stop and a start, and the previous state beside the new one', async () => {
    const stateFile = await freshState();
    const first = await startEmbeddedChain({ stateFile });
    const address = await leaveATrace(first.url);
    await first.stop();
    await first.stop();

    const second = await startEmbeddedChain({ stateFile });
    const { reader } = await connect(second.url);
    expect(await reader.getLogs({ fromBlock: 0n })).toHaveLength(1);
    expect(await reader.getBalance({ address })).toBeLessThan(parseEther('1'));
    expect((await stat(`${stateFile}.previous`)).size).toBeGreaterThan(0);
    await second.stop();
    await expect(connect(second.url)).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('says when the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    await expect(startEmbeddedChain({ stateFile: await freshState(), port })).rejects.toMatchObject({
      code: 'port-taken',
      message: expect.stringContaining(String(port)),
    });
    server.close();
  });

  it('says when the program is not one', async () => {
    await expect(
      startEmbeddedChain({ stateFile: await freshState(), program: '/bin/false' }),
    ).rejects.toMatchObject({ code: 'anvil-failed' });
  });

  it('ends when its owner is killed, and has its state on disk', async () => {
    const stateFile = await freshState();
    const module = new URL('../dist/index.js', import.meta.url).href;
    const owner = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `const { startEmbeddedChain } = await import(${JSON.stringify(module)});
       const chain = await startEmbeddedChain({ stateFile: ${JSON.stringify(stateFile)} });
       console.log(chain.url); setInterval(() => {}, 1000);`,
    ]);
    const [line] = (await once(owner.stdout, 'data')) as [Buffer];
    const url = line.toString().trim();
    await leaveATrace(url);
    owner.kill('SIGKILL');
    await expect
      .poll(
        () =>
          connect(url).then(
            () => 'answers',
            (error) => error.code,
          ),
        { timeout: 60_000 },
      )
      .toBe('unreachable');
    await expect
      .poll(
        () =>
          stat(stateFile).then(
            (s) => s.size,
            () => 0,
          ),
        { timeout: 60_000 },
      )
      .toBeGreaterThan(0);
    const again = await startEmbeddedChain({ stateFile });
    const { reader } = await connect(again.url);
    expect(await reader.getLogs({ fromBlock: 0n })).toHaveLength(1);
    await again.stop();
  });
});

describe('connect', () => {
  it('refuses a chain without EIP-2537', async () => {
    const node = spawn(findAnvil(), ['--port', '0', '--hardfork', 'cancun', '--silent'], { stdio: 'ignore' });
    const port = await listeningPort(node.pid as number);
    await expect(connect(`http://127.0.0.1:${port}`)).rejects.toMatchObject({
      code: 'precompiles-missing',
      message: expect.stringContaining('EIP-2537'),
    });
    node.kill();
  });
});

/** The port of a process's only listening TCP socket (Linux: /proc/net/tcp, matched by inode). */
async function listeningPort(pid: number): Promise<number> {
  const { readdir, readFile, readlink } = await import('node:fs/promises');
  let port = 0;
  await expect
    .poll(
      async () => {
        const inodes = new Set<string>();
        for (const fd of await readdir(`/proc/${pid}/fd`)) {
          const target = await readlink(`/proc/${pid}/fd/${fd}`).catch(() => '');
          inodes.add(target.match(/^socket:\[(\d+)\]$/)?.[1] ?? '');
        }
        for (const line of (await readFile('/proc/net/tcp', 'utf8')).trim().split('\n').slice(1)) {
          const fields = line.trim().split(/\s+/);
          if (fields[3] === '0A' && inodes.has(fields[9] as string)) {
            port = Number.parseInt((fields[1] as string).split(':')[1] as string, 16);
          }
        }
        return port;
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThan(0);
  return port;
}
