/** What the page signs, compared with what the gateway and the contracts' types make of it. */

import { accessTypes, type GrantTerms, OPERATION, ZERO_32 } from '@twinseal/contracts';
import { hashStruct } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { describe, expect, it } from 'vitest';
import {
  INTRODUCTION_TYPES,
  introductionDomain,
  slipDigest,
} from '../../gateway/src/introductions/introduction.js';
import { grantIdOf, grantJson, signGrant, signIntroduction } from '../src/app/consents.js';
import type { ConsortiumInfo } from '../src/chain/consortium.js';
import type { Signer, TypedMessage } from '../src/keys/signer.js';

const address = (digit: string): `0x${string}` => `0x${digit.repeat(40)}`;
const consortium: ConsortiumInfo = {
  chainId: 31337,
  contracts: {
    hospitals: address('1'),
    registration: address('2'),
    access: address('3'),
    twins: address('4'),
    requests: address('5'),
    recovery: address('6'),
    emergency: address('7'),
    stores: address('8'),
  },
  hospitals: [],
  parametersDigest: ZERO_32,
  gateway: 'north',
};
const slip = {
  twinId: 'ab'.repeat(32),
  scopeSalts: { medications: '02'.repeat(32), conditions: '01'.repeat(32) },
  purposeSalt: '03'.repeat(32),
};
const hospital = `0x${'77'.repeat(32)}` as const;

/** A signer that remembers what it signed. */
function remembering() {
  const account = privateKeyToAccount(generatePrivateKey());
  const typed: TypedMessage[] = [];
  const signer: Signer = {
    address: account.address,
    isSilent: true,
    signText: (message) => account.signMessage({ message }),
    signTyped: (data) => {
      typed.push(data);
      return account.signTypedData(data as never);
    },
  };
  return { signer, typed };
}

describe('signIntroduction', () => {
  it('signs the slip as the gateway hashes it, for one hospital', async () => {
    const { signer, typed } = remembering();
    const introduction = await signIntroduction(signer, consortium, slip, hospital, 'read');
    expect(typed[0]).toMatchObject({
      domain: introductionDomain(31337, address('2')),
      types: INTRODUCTION_TYPES,
      primaryType: 'Introduction',
    });
    expect(typed[0]?.message).toMatchObject({ slip: slipDigest(slip), hospital, operations: OPERATION.read });
    expect(introduction.slip).toEqual(slip);
  });
});

describe('signGrant', () => {
  it('puts modules and purposes as ascending digests, and nothing in the clear', async () => {
    const { signer, typed } = remembering();
    const wish = {
      hospital,
      modules: ['medications', 'conditions'],
      purposes: ['TREAT', 'HRESCH'],
      operation: 'read' as const,
      days: 7,
      fullHistory: false,
    };
    const { terms } = await signGrant(signer, consortium, slip, wish, 5n);
    expect(terms.scopes).toEqual([...terms.scopes].sort());
    expect(terms.purposes).toHaveLength(2);
    expect(JSON.stringify(terms)).not.toMatch(/medications|conditions|TREAT/);
    expect(Number(terms.expiry) - Number(terms.notBefore)).toBe(7 * 86_400 + 60);
    expect(typed[0]?.message).toMatchObject({ nonce: 5n, operations: OPERATION.read, fullHistory: false });
  });
});

describe('grantIdOf', () => {
  const terms: GrantTerms = {
    twinId: `0x${slip.twinId}`,
    hospital,
    staff: ZERO_32,
    scopes: [`0x${'05'.repeat(32)}`],
    purposes: [`0x${'06'.repeat(32)}`],
    operations: 1,
    notBefore: 1n,
    expiry: 2n,
    fullHistory: true,
    nonce: 3n,
    deadline: 4n,
  };

  it('is the EIP-712 hash of the terms, and another one for other terms', () => {
    const id = hashStruct({ types: accessTypes, primaryType: 'Grant', data: terms as never } as never);
    expect(grantIdOf(grantJson(terms))).toBe(id);
    expect(grantIdOf(grantJson({ ...terms, expiry: 9n }))).not.toBe(id);
  });
});
