import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { keccak, sponge } from './support/plain.js';

test('the test-side sponge is SHA3-256 of OpenSSL, so its permutation is right', () => {
  for (const length of [0, 1, 3, 135, 136, 137, 271, 272, 1000]) {
    const data = Buffer.from(Array.from({ length }, (_, i) => (i * 7 + length) & 255));
    expect(sponge(data, 0x06).toString('hex')).toBe(createHash('sha3-256').update(data).digest('hex'));
  }
});

test('with the EVM padding it is the keccak of the empty string that Ethereum knows', () => {
  // keccak256("") as in the Yellow Paper, and as every account without code has it.
  expect(keccak('').toString('hex')).toBe('c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470');
});
