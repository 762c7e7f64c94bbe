/** EIP-4361 by the vectors of spruceid/siwe: every message to read or to refuse, every signature to accept or not. */

import type { Address, Hex } from 'viem';
import { describe, expect, it } from 'vitest';
import { isSignedByKey } from '../../src/sign-in/account-signature.js';
import { SignInError } from '../../src/sign-in/errors.js';
import { readSiweMessage } from '../../src/sign-in/read-siwe-message.js';
import { assertExpected } from '../../src/sign-in/siwe-checks.js';
import { fixture } from './support.js';

interface Fields {
  readonly scheme?: string | null;
  readonly domain?: string;
  readonly address?: string;
  readonly statement?: string;
  readonly uri?: string;
  readonly version?: string;
  readonly chainId?: number;
  readonly nonce?: string;
  readonly issuedAt?: string;
  readonly expirationTime?: string;
  readonly notBefore?: string;
  readonly requestId?: string;
  readonly resources?: readonly string[];
}
interface Signed extends Fields {
  readonly signature: Hex;
  readonly time?: string;
  readonly domainBinding?: string;
  readonly matchNonce?: string;
}

const positive = await fixture<Record<string, { message: string; fields: Fields }>>(
  'eip-4361-siwe/parsing_positive.json',
);
const negative = await fixture<Record<string, string>>('eip-4361-siwe/parsing_negative.json');
const negativeObjects = await fixture<Record<string, Fields>>('eip-4361-siwe/parsing_negative_objects.json');
const accepted = await fixture<Record<string, Signed>>('eip-4361-siwe/verification_positive.json');
const rejected = await fixture<Record<string, Signed>>('eip-4361-siwe/verification_negative.json');
const wallets = await fixture<Record<string, { message: string; signature: Hex }>>(
  'eip-4361-siwe/eip1271.json',
);

/** A message from fields, by the template of EIP-4361; what is missing is left out with its label. */
function textOf(fields: Fields): string {
  const scheme = fields.scheme === undefined || fields.scheme === null ? '' : `${fields.scheme}://`;
  const lines = [
    `${scheme}${fields.domain ?? ''} wants you to sign in with your Ethereum account:`,
    fields.address ?? '',
    '',
    ...(fields.statement === undefined ? [] : [fields.statement]),
    '',
  ];
  const add = (label: string, value: string | number | undefined) => {
    if (value !== undefined) lines.push(`${label}: ${value}`);
  };
  add('URI', fields.uri);
  add('Version', fields.version);
  add('Chain ID', fields.chainId);
  add('Nonce', fields.nonce);
  add('Issued At', fields.issuedAt);
  add('Expiration Time', fields.expirationTime);
  add('Not Before', fields.notBefore);
  add('Request ID', fields.requestId);
  if (fields.resources !== undefined)
    lines.push('Resources:', ...fields.resources.map((each) => `- ${each}`));
  return lines.join('\n');
}

/** Whether a verifier takes a message: read, expected, signed by the account's key. */
async function isAccepted(vector: Signed): Promise<boolean> {
  const text = textOf(vector);
  try {
    const message = readSiweMessage(text);
    const nowMs = vector.time === undefined ? Date.parse('2026-01-01T00:00:00Z') : Date.parse(vector.time);
    assertExpected(
      message,
      {
        ...(vector.domainBinding === undefined ? {} : { domain: vector.domainBinding }),
        ...(vector.matchNonce === undefined ? {} : { nonce: vector.matchNonce }),
      },
      nowMs,
    );
    return await isSignedByKey(message.address, text, vector.signature);
  } catch (error) {
    if (error instanceof SignInError) return false;
    throw error;
  }
}

describe('readSiweMessage', () => {
  it.each(Object.entries(positive))('reads: %s', (_name, { message, fields }) => {
    const read = readSiweMessage(message);
    expect(read).toEqual({
      ...(fields.scheme ? { scheme: fields.scheme } : {}),
      domain: fields.domain,
      address: fields.address,
      ...(fields.statement === undefined ? {} : { statement: fields.statement }),
      uri: fields.uri,
      chainId: fields.chainId,
      nonce: fields.nonce,
      issuedAtMs: Date.parse(fields.issuedAt as string),
      ...(fields.expirationTime === undefined ? {} : { expirationTimeMs: Date.parse(fields.expirationTime) }),
      ...(fields.notBefore === undefined ? {} : { notBeforeMs: Date.parse(fields.notBefore) }),
      ...(fields.requestId === undefined ? {} : { requestId: fields.requestId }),
      ...(fields.resources === undefined ? {} : { resources: fields.resources }),
    });
  });

  it.each(Object.entries(negative))('refuses: %s', (_name, message) => {
    expect(() => readSiweMessage(message)).toThrow(SignInError);
  });

  it.each(Object.entries(negativeObjects))('refuses what is written from fields: %s', (_name, fields) => {
    expect(() => readSiweMessage(textOf(fields))).toThrow(SignInError);
  });

  it('has as many vectors as were published', () => {
    const counts = [positive, negative, negativeObjects, accepted, rejected, wallets];
    expect(counts.map((each) => Object.keys(each).length)).toEqual([19, 29, 18, 4, 10, 2]);
  });

  it('refuses a message that is too long before it is read', () => {
    expect(() => readSiweMessage('a'.repeat(4097))).toThrow('at most 4096 characters');
  });

  it('keeps what it was given out of its errors', () => {
    const hostile = 'evil.example\u0000 wants you to sign in with your Ethereum account:\nsecret';
    expect(() => readSiweMessage(hostile)).toThrow(/^domain: expected an authority by RFC 3986$/);
  });
});

describe('verification', () => {
  it.each(Object.entries(accepted))('accepts: %s', async (_name, vector) => {
    expect(await isAccepted(vector)).toBe(true);
  });

  it.each(Object.entries(rejected))('rejects: %s', async (_name, vector) => {
    expect(await isAccepted(vector)).toBe(false);
  });

  it.each(Object.entries(wallets))(
    'reads, and does not take for a key, the contract wallet: %s',
    async (_name, vector) => {
      const { address } = readSiweMessage(vector.message);
      expect(await isSignedByKey(address as Address, vector.message, vector.signature)).toBe(false);
    },
  );
});
