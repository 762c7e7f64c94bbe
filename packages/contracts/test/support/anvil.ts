import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createPublicClient, createWalletClient, http, type PublicClient, type WalletClient } from 'viem';
import { type HDAccount, mnemonicToAccount } from 'viem/accounts';
import { anvil as anvilChain } from 'viem/chains';

const ANVIL = fileURLToPath(new URL('../../../../node_modules/.bin/anvil', import.meta.url));

/** Whether anvil is installed; it exists for Linux on x86-64 only. */
export const anvilInstalled = existsSync(ANVIL);

export interface TestChain {
  readonly client: PublicClient;
  readonly wallet: WalletClient;
  readonly accounts: HDAccount[];
  stop(): Promise<void>;
}

/** Starts anvil on a free port of the loopback interface with EIP-2537. */
export async function startAnvil(): Promise<TestChain> {
  const port = await freePort();
  const child = spawn(
    ANVIL,
    ['--hardfork', 'osaka', '--host', '127.0.0.1', '--port', String(port), '--silent'],
    {
      stdio: 'ignore',
    },
  );
  const transport = http(`http://127.0.0.1:${port}`);
  const client = createPublicClient({ chain: anvilChain, transport, pollingInterval: 20 });
  const accounts = Array.from({ length: 10 }, (_, addressIndex) =>
    // anvil's own published development mnemonic
    mnemonicToAccount('test test test test test test test test test test test junk', { addressIndex }),
  );
  const wallet = createWalletClient({ chain: anvilChain, transport });
  for (let attempt = 0; ; attempt++) {
    try {
      await client.getChainId();
      break;
    } catch (error) {
      if (attempt > 1_200 || child.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return { client: client as PublicClient, wallet, accounts, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
