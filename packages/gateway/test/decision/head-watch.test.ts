/** The newest block, shared by whoever asks, and never older than the question. */

import type { ConsortiumReader } from '@twinseal/chain';
import { describe, expect, it } from 'vitest';
import { HeadWatch } from '../../src/decision/head-watch.js';

/** A node that counts its questions: the number of its newest block is how often it was asked. */
function node(fails: (question: number) => boolean = () => false) {
  let asked = 0;
  const getBlock = async () => {
    const number = ++asked;
    await new Promise((resolve) => setTimeout(resolve, number % 4));
    if (fails(number)) throw new Error('away');
    return { number: BigInt(number), hash: `0x${number.toString(16).padStart(64, '0')}`, timestamp: 1n };
  };
  const chain = { connection: { reader: { getBlock } } } as unknown as ConsortiumReader;
  return { watch: new HeadWatch(chain, 10_000), asked: () => asked };
}

describe('HeadWatch', () => {
  it('answers with a block that the node was asked for after the question, and asks less often than it is asked', async () => {
    const { watch, asked } = node();
    const askers = Array.from({ length: 20 }, async (_, i) => {
      for (let round = 0; round < 10; round++) {
        const before = asked();
        expect((await watch.head()).number).toBeGreaterThan(before);
        if (i % 3 === 0) await new Promise((resolve) => setTimeout(resolve, i % 5));
      }
    });
    await Promise.all(askers);
    expect(asked()).toBeLessThan(100);
    const alone = asked();
    await watch.head();
    expect(asked()).toBe(alone + 1);
  });

  it('tells everybody who shared a question that failed, and goes on with the next', async () => {
    const { watch } = node((question) => question === 1);
    const outcomes = await Promise.allSettled([watch.head(), watch.head()]);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'unreachable' } });
    expect((await watch.head()).number).toBe(2);
  });
});
