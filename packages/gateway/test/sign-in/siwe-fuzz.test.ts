/** The reader of sign-in messages against whatever comes: it reads what another author's writer wrote, and refuses the rest in one way. */

import fc from 'fast-check';
import { getAddress } from 'viem';
import { createSiweMessage, parseSiweMessage } from 'viem/siwe';
import { expect, it } from 'vitest';
import { SignInError } from '../../src/sign-in/errors.js';
import { readSiweMessage } from '../../src/sign-in/read-siwe-message.js';

const hex = (digits: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: digits, maxLength: digits });
const alphanumeric = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...'abcXYZ0189'), minLength: min, maxLength: max });
const time = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const message = fc.record({
  address: hex(40).map((digits) => getAddress(`0x${digits}`)),
  domain: fc.constantFrom('north.example', 'north.example:8443', '127.0.0.1:8701', 'localhost'),
  uri: fc.constantFrom('https://north.example', 'https://north.example/a?b=c#d', 'http://127.0.0.1:8701'),
  statement: fc.constantFrom('I sign in.', 'a: b; c=d? (e) [f] 100', "it's"),
  version: fc.constant('1' as const),
  chainId: fc.integer({ min: 1, max: 2 ** 31 }),
  nonce: alphanumeric(8, 80),
  issuedAt: time,
  expirationTime: time,
  notBefore: time,
});

it('reads every message that viem writes, field by field', () => {
  fc.assert(
    fc.property(message, (fields) => {
      const read = readSiweMessage(createSiweMessage(fields));
      expect(read).toEqual({
        address: fields.address,
        domain: fields.domain,
        uri: fields.uri,
        statement: fields.statement,
        chainId: fields.chainId,
        nonce: fields.nonce,
        issuedAtMs: fields.issuedAt.getTime(),
        expirationTimeMs: fields.expirationTime.getTime(),
        notBeforeMs: fields.notBefore.getTime(),
      });
    }),
  );
});

it('reads no message otherwise than viem does, and refuses with a SignInError alone', () => {
  const edit = fc.tuple(fc.nat(400), fc.nat(3), fc.string({ unit: 'binary', maxLength: 4 }));
  fc.assert(
    fc.property(message, fc.array(edit, { minLength: 1, maxLength: 3 }), (fields, edits) => {
      let text = createSiweMessage(fields);
      for (const [at, cut, put] of edits) text = text.slice(0, at) + put + text.slice(at + cut);
      try {
        const read = readSiweMessage(text);
        const theirs = parseSiweMessage(text);
        expect([read.domain, read.address, read.uri, read.chainId, read.nonce, read.statement]).toEqual([
          theirs.domain,
          theirs.address,
          theirs.uri,
          theirs.chainId,
          theirs.nonce,
          theirs.statement,
        ]);
      } catch (error) {
        if (!(error instanceof SignInError)) throw error;
      }
    }),
    { numRuns: 2000 },
  );
});

it('refuses any text in bounded time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 5000 }), (text) => {
      expect(() => readSiweMessage(text)).toThrow(SignInError);
    }),
  );
  // Long runs of what the patterns repeat: none of them backtracks over the others.
  for (const run of ['a@', '%41', 'a:', '[::', ' wants you']) {
    const text = run.repeat(Math.floor(4000 / run.length));
    expect(() => readSiweMessage(`${text} wants you to sign in with your Ethereum account:\n`)).toThrow(
      SignInError,
    );
  }
});
