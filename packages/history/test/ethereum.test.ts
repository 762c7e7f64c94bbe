// Headers and state proofs of a real node (anvil), checked against its own block hashes; viem is the witness for keccak.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { bytesToHex, hexToBytes, keccak256 } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  EMPTY_TRIE_ROOT,
  encodeHeader,
  mappingSlot,
  nextSlot,
  ProofError,
  type RpcHeader,
  verifyAccount,
  verifyHeader,
  verifyStorage,
} from '../src/ethereum/index.js';

const keccak = (data: Uint8Array) => keccak256(data, 'bytes');
const ANVIL = fileURLToPath(new URL('../../../node_modules/.bin/anvil', import.meta.url));
const describeOnChain = existsSync(ANVIL) ? describe : describe.skip;
const code = async (promise: Promise<unknown>) =>
  promise.then(
    () => 'accepted',
    (error: unknown) => (error instanceof ProofError ? error.code : String(error)),
  );

// Mainnet's genesis block, whose header and hash everybody knows.
const GENESIS: RpcHeader = {
  parentHash: `0x${'00'.repeat(32)}`,
  sha3Uncles: '0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347',
  miner: `0x${'00'.repeat(20)}`,
  stateRoot: '0xd7f8974fb5ac78d9ac099b9ad5018bedc2ce0a72dad1827a1709da30580f0544',
  transactionsRoot: '0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421',
  receiptsRoot: '0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421',
  logsBloom: `0x${'00'.repeat(256)}`,
  difficulty: '0x400000000',
  number: '0x0',
  gasLimit: '0x1388',
  gasUsed: '0x0',
  timestamp: '0x0',
  extraData: '0x11bbe8db4e347b4e8c937c1c8370e4b5ed33adb3db69cbdb7a38e1e50b1b82fa',
  mixHash: `0x${'00'.repeat(32)}`,
  nonce: '0x0000000000000042',
};
const GENESIS_HASH = hexToBytes('0xd4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3');

describe('headers', () => {
  it('verifies the genesis block of mainnet', () => {
    const header = verifyHeader(keccak, GENESIS, GENESIS_HASH);
    expect(header.number).toBe(0n);
    expect(bytesToHex(header.stateRoot)).toBe(GENESIS.stateRoot);
  });
  it('refuses a header that is altered, short, or malformed', () => {
    const refuse = (change: Partial<Record<keyof RpcHeader, string | undefined>>) => {
      try {
        verifyHeader(keccak, { ...GENESIS, ...change } as RpcHeader, GENESIS_HASH);
        return 'accepted';
      } catch (error) {
        return (error as ProofError).code;
      }
    };
    expect(refuse({ stateRoot: `0x${'11'.repeat(32)}` })).toBe('header-mismatch');
    expect(refuse({ number: '0x1' })).toBe('header-mismatch');
    expect(refuse({ baseFeePerGas: '0x7' })).toBe('header-mismatch');
    expect(refuse({ nonce: undefined })).toBe('header-malformed');
    expect(refuse({ withdrawalsRoot: `0x${'11'.repeat(32)}` })).toBe('header-malformed');
    expect(refuse({ number: '0x01' })).toBe('header-malformed');
    expect(refuse({ number: '7' })).toBe('header-malformed');
    expect(refuse({ stateRoot: '0x11' })).toBe('header-malformed');
    expect(refuse({ stateRoot: 'zz' })).toBe('header-malformed');
  });
});

describe('slots', () => {
  it('of mappings and members are where Solidity puts them', () => {
    // keccak(word 1 || word 0), by viem
    const zero = new Uint8Array(32);
    const one = nextSlot(zero);
    expect(one[31]).toBe(1);
    expect(bytesToHex(mappingSlot(keccak, one, zero))).toBe(
      keccak256(`0x${'00'.repeat(31)}01${'00'.repeat(32)}`),
    );
    expect(bytesToHex(nextSlot(hexToBytes(`0x${'00'.repeat(30)}00ff`)))).toBe(`0x${'00'.repeat(30)}0100`);
    expect(bytesToHex(nextSlot(zero, 300))).toBe(`0x${'00'.repeat(30)}012c`);
    expect(() => mappingSlot(keccak, new Uint8Array(20), zero)).toThrow(RangeError);
  });
});

describeOnChain(`a node's proofs${existsSync(ANVIL) ? '' : ' (skipped: anvil is not installed)'}`, () => {
  let stop: () => void = () => {};
  let rpc: <T>(method: string, params: unknown[]) => Promise<T>;
  const funded = '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266'; // anvil's first development account
  let contract: `0x${string}`;

  beforeAll(async () => {
    const port = await new Promise<number>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
      });
    });
    const child = spawn(ANVIL, ['--hardfork', 'osaka', '--port', String(port), '--silent'], {
      stdio: 'ignore',
    });
    stop = () => child.kill('SIGKILL');
    rpc = async (method, params) => {
      const response = await fetch(`http://127.0.0.1:${port}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      });
      return ((await response.json()) as { result: never }).result;
    };
    for (let attempt = 0; attempt < 1_200; attempt++) {
      const up = await rpc('eth_chainId', []).then(
        () => true,
        () => false,
      );
      if (up) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    // Init code that stores 0x2a at slot 1 and 0x1234…(32 bytes) at slot 7, and leaves no code.
    const big = '11'.repeat(32);
    const data = `0x602a600155${'7f'}${big}60075560006000f3`;
    const hash = await rpc<string>('eth_sendTransaction', [{ from: funded, data, gas: '0x100000' }]);
    let receipt: { contractAddress: `0x${string}` } | null = null;
    while (receipt === null) receipt = await rpc('eth_getTransactionReceipt', [hash]);
    contract = receipt.contractAddress;
  });
  afterAll(() => stop());

  const load = async (address: string, slots: string[]) => {
    const block = await rpc<RpcHeader & { hash: `0x${string}` }>('eth_getBlockByNumber', ['latest', false]);
    const proof = await rpc<{ accountProof: `0x${string}`[]; storageProof: { proof: `0x${string}`[] }[] }>(
      'eth_getProof',
      [address, slots, block.number],
    );
    const header = verifyHeader(keccak, block, hexToBytes(block.hash));
    return {
      block,
      header,
      account: proof.accountProof.map((node) => hexToBytes(node)),
      storage: proof.storageProof.map((entry) => entry.proof.map((node) => hexToBytes(node))),
    };
  };
  const word = (n: number) => hexToBytes(`0x${n.toString(16).padStart(64, '0')}`);

  it('its header hashes to its block hash', async () => {
    const { block } = await load(funded, []);
    expect(bytesToHex(keccak(encodeHeader(block)))).toBe(block.hash);
    expect(block.requestsHash).toBeDefined();
  });
  it('an account and its storage follow from the state root', async () => {
    const { header, account, storage } = await load(
      contract,
      [1, 7, 9].map((n) => bytesToHex(word(n))),
    );
    const found = await verifyAccount(keccak, header.stateRoot, hexToBytes(contract), account);
    expect(found?.nonce).toBe(1n);
    const root = found?.storageRoot as Uint8Array;
    const [one, seven, nine] = storage as [Uint8Array[], Uint8Array[], Uint8Array[]];
    expect(await verifyStorage(keccak, root, word(1), one)).toEqual(word(42));
    expect(await verifyStorage(keccak, root, word(7), seven)).toEqual(new Uint8Array(32).fill(0x11));
    // never written: the proof shows that nothing is there
    expect(await verifyStorage(keccak, root, word(9), nine)).toEqual(new Uint8Array(32));
  });
  it('an account that does not exist is shown not to', async () => {
    const nobody = '0x00000000000000000000000000000000deadbeef';
    const { header, account } = await load(nobody, []);
    expect(await verifyAccount(keccak, header.stateRoot, hexToBytes(nobody), account)).toBeUndefined();
  });
  it('an account without storage answers zero', async () => {
    const { header, account } = await load(funded, [bytesToHex(word(1))]);
    const found = await verifyAccount(keccak, header.stateRoot, hexToBytes(funded), account);
    expect(found?.storageRoot).toEqual(EMPTY_TRIE_ROOT);
    expect(await verifyStorage(keccak, found?.storageRoot as Uint8Array, word(1), [])).toEqual(word(0));
  });
  it('nothing else is accepted', async () => {
    const { header, account, storage } = await load(contract, [bytesToHex(word(1)), bytesToHex(word(7))]);
    const address = hexToBytes(contract);
    const found = await verifyAccount(keccak, header.stateRoot, address, account);
    const root = found?.storageRoot as Uint8Array;
    const [one, seven] = storage as [Uint8Array[], Uint8Array[]];
    const flipped = account.map((node) => node.slice());
    const last = flipped[flipped.length - 1] as Uint8Array;
    last[last.length - 1] = (last[last.length - 1] as number) ^ 1;
    expect(await code(verifyAccount(keccak, header.stateRoot, address, flipped))).toBe('proof-invalid');
    expect(await code(verifyAccount(keccak, new Uint8Array(32), address, account))).toBe('proof-invalid');
    expect(await code(verifyAccount(keccak, header.stateRoot, address, account.slice(1)))).toBe(
      'proof-invalid',
    );
    expect(await code(verifyAccount(keccak, header.stateRoot, address, []))).toBe('proof-invalid');
    expect(await code(verifyAccount(keccak, header.stateRoot, address, account.slice(0, 1)))).toBe(
      'proof-invalid',
    );
    expect(await code(verifyStorage(keccak, root, word(1), seven.slice(0, 1)))).toBe('proof-invalid');
    expect(await code(verifyStorage(keccak, EMPTY_TRIE_ROOT, word(1), one))).toBe('proof-invalid');
    expect(await code(verifyAccount(keccak, header.stateRoot, address, Array(66).fill(account[0])))).toBe(
      'proof-invalid',
    );
    // A storage trie's value is no account.
    expect(await code(verifyAccount(keccak, root, word(1), one))).toBe('value-malformed');
  });
});
