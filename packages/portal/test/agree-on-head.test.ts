/** Which block the page believes. The headers here are encoded and hashed by another library than the one under test. */

import { RLP } from '@ethereumjs/rlp';
import { keccak256, toHex } from 'viem';
import { describe, expect, it } from 'vitest';
import { agreeOnHead, type ChainWitness, NoAgreement } from '../src/chain/agree-on-head.js';

const bytes = (text: string) => Uint8Array.from(Buffer.from(text.slice(2), 'hex'));

interface Block {
  readonly number: number;
  readonly hash: Uint8Array;
  readonly rlp: Uint8Array;
}

/** A header of the fifteen fields that every chain has (Yellow Paper, section 4.4). */
function block(parent: Block | undefined, mark: number): Block {
  const number = parent === undefined ? 1 : parent.number + 1;
  const word = (n: number) => toHex(n, { size: 32 });
  const rlp = RLP.encode([
    parent?.hash ?? word(0),
    word(1),
    toHex(2, { size: 20 }),
    word(100 + mark),
    word(4),
    word(5),
    toHex(0, { size: 256 }),
    '0x',
    number,
    30_000_000,
    21_000,
    1_700_000_000 + number,
    '0x',
    word(6),
    toHex(0, { size: 8 }),
  ]);
  return { number, hash: bytes(keccak256(rlp)), rlp };
}

function chain(length: number, mark = 0, from?: Block): Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < length; i++) blocks.push(block(blocks.at(-1) ?? from, mark));
  return blocks;
}

function witness(name: string, blocks: readonly Block[], newest = blocks.at(-1) as Block): ChainWitness {
  return {
    name,
    newest: async () => ({ number: newest.number, hash: newest.hash }),
    header: async (hash) => {
      const found = blocks.find((each) => Buffer.from(each.hash).equals(Buffer.from(hash)));
      if (found === undefined) throw new Error('no such block');
      return found.rlp;
    },
  };
}

const silent: ChainWitness = {
  name: 'silent',
  newest: () => Promise.reject(new Error('no answer')),
  header: () => Promise.reject(new Error('no answer')),
};

describe('agreeOnHead', () => {
  const blocks = chain(6);
  const at = (number: number) => blocks[number - 1] as Block;

  it('takes the newest block that two have, one of them by the headers that lead back to it', async () => {
    const found = await agreeOnHead(
      [witness('a', blocks), witness('b', blocks.slice(0, 4)), witness('c', blocks.slice(0, 2))],
      2,
    );
    expect(Number(found.block.number)).toBe(4);
    expect(Buffer.from(found.block.blockHash)).toEqual(Buffer.from(at(4).hash));
    expect([found.agreeing, found.others]).toEqual([['a', 'b'], ['c']]);
  });

  it('believes nobody who stands alone with a newer block', async () => {
    const forged = [...blocks, block(at(6), 9)];
    const found = await agreeOnHead([witness('liar', forged), witness('a', blocks), witness('b', blocks)], 2);
    // The liar's chain contains the block that the others have, and it may say so.
    expect(Number(found.block.number)).toBe(6);
    expect(found.agreeing).toEqual(['liar', 'a', 'b']);
  });

  it('believes no other chain, and names who has it', async () => {
    const other = chain(6, 1);
    const found = await agreeOnHead([witness('other', other), witness('a', blocks), witness('b', blocks)], 2);
    expect([found.agreeing, found.others]).toEqual([['a', 'b'], ['other']]);
    await expect(agreeOnHead([witness('other', other), witness('a', blocks)], 2)).rejects.toThrow(
      NoAgreement,
    );
  });

  it('is not taken in by a header that is not the one asked for', async () => {
    const liar: ChainWitness = {
      name: 'liar',
      newest: async () => ({ number: 6, hash: at(6).hash }),
      // Claims the agreed block without having it.
      header: async () => at(5).rlp,
    };
    await expect(agreeOnHead([liar, witness('a', blocks)], 2)).rejects.toThrow(NoAgreement);
  });

  it('does not follow one for ever who is far ahead', async () => {
    const far = chain(200);
    const found = agreeOnHead([witness('far', far), witness('a', far.slice(0, 3))], 2);
    await expect(found).rejects.toThrow(NoAgreement);
  });

  it('needs two that answer, but only one where it is the reader’s own node', async () => {
    await expect(agreeOnHead([witness('a', blocks), silent], 2)).rejects.toThrow('1 of 2 answered');
    expect((await agreeOnHead([witness('own', blocks)], 1)).agreeing).toEqual(['own']);
    await expect(agreeOnHead([silent], 1)).rejects.toThrow('Your own node does not answer');
  });
});
