/** What the page signs of guardians, emergencies and erasure: of the form that gateways take, and signed for the contract. */

import {
  emergencyDomain,
  emergencyTypes,
  recoveryDomain,
  recoveryTypes,
  storageDomain,
  storageTypes,
  ZERO_32,
} from '@twinseal/contracts';
import { concatHex, type Hex, keccak256, recoverTypedDataAddress } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { describe, expect, it } from 'vitest';
import { parseCall } from '../../gateway/src/consents/calls.js';
import { scopeOf } from '../src/app/consents.js';
import {
  modulesOfChoice,
  type Signing,
  signCancellation,
  signEmergencyChoice,
  signErasure,
  signGuardians,
  signRecoveryStop,
} from '../src/app/precaution-consents.js';
import type { ConsortiumInfo } from '../src/chain/consortium.js';

const address = (digit: string): Hex => `0x${digit.repeat(40)}`;
const account = privateKeyToAccount(generatePrivateKey());
const names = ['hospitals', 'registration', 'recovery', 'access', 'emergency', 'stores', 'twins', 'requests'];
const contracts = Object.fromEntries(
  names.map((name, i) => [name, address(String(i + 1))]),
) as ConsortiumInfo['contracts'];
const signing: Signing = {
  signer: {
    address: account.address,
    isSilent: true,
    signText: (message) => account.signMessage({ message }),
    signTyped: (data) => account.signTypedData(data as never),
  },
  consortium: { chainId: 31_337, contracts, hospitals: [], parametersDigest: ZERO_32, gateway: 'north' },
  slip: {
    twinId: 'ab'.repeat(32),
    scopeSalts: Object.fromEntries(
      ['identity', 'conditions', 'medications', 'glucose'].map((module, i) => [module, `0${i}`.repeat(32)]),
    ),
    purposeSalt: '0f'.repeat(32),
  },
};
const author: Hex = `0x${'cd'.repeat(32)}`;
const chain = BigInt(signing.consortium.chainId);
const recovery = { domain: recoveryDomain(chain, contracts.recovery), types: recoveryTypes };
const stores = { domain: storageDomain(chain, contracts.stores), types: storageTypes };
const emergency = { domain: emergencyDomain(chain, contracts.emergency), types: emergencyTypes };

describe('what is signed of precautions', () => {
  const high = address('f');
  const low = address('a');
  it.each([
    [
      'guardians, ascending',
      'setGuardians',
      'SetGuardians',
      recovery,
      () => signGuardians(signing, { guardians: [high, low], threshold: 2, delayS: 86_400 }, '7'),
      { guardians: [low, high], threshold: 2, delay: 86_400, nonce: '7' },
    ],
    [
      'stopping the guardians',
      'cancelRecovery',
      'CancelRecovery',
      recovery,
      () => signRecoveryStop(signing, '3'),
      { round: '3' },
    ],
    [
      'keeping the guardians',
      'cancelGuardianChange',
      'CancelGuardianChange',
      recovery,
      () => signCancellation(signing, 'CancelGuardianChange', '8'),
      { nonce: '8' },
    ],
    [
      'keeping the key',
      'cancelRotation',
      'CancelRotation',
      recovery,
      () => signCancellation(signing, 'CancelRotation', '8'),
      { nonce: '8' },
    ],
    [
      'the usual for emergencies, and nobody who hands on',
      'setEmergencyPolicy',
      'SetEmergencyPolicy',
      emergency,
      () => signEmergencyChoice(signing, { modules: [], recipient: undefined }, '1'),
      { scopes: [], recipient: ZERO_32, signer: account.address },
    ],
    [
      'a choice for emergencies, its scopes ascending',
      'setEmergencyPolicy',
      'SetEmergencyPolicy',
      emergency,
      () => signEmergencyChoice(signing, { modules: ['medications', 'glucose'], recipient: author }, '1'),
      {
        scopes: [scopeOf(signing.slip, 'medications'), scopeOf(signing.slip, 'glucose')].sort(),
        recipient: author,
      },
    ],
    [
      'the erasure of one instance',
      'requestErasure',
      'RequestErasure',
      stores,
      () => signErasure(signing, author, 4, '2'),
      { authorId: author, seq: '4', nonce: '2', signer: account.address },
    ],
    [
      // The greatest number of 64 bits: packages/contracts/INTERFACE.md, Storage.
      'the erasure of a whole lane',
      'requestErasure',
      'RequestErasure',
      stores,
      () => signErasure(signing, author, 'lane', '2'),
      { seq: '18446744073709551615' },
    ],
  ] as const)('%s', async (_what, call, primaryType, { domain, types }, sign, expected) => {
    const body = await sign();
    expect(body).toMatchObject({ twinId: `0x${signing.slip.twinId}`, ...expected });
    const { signature, ...message } = parseCall(call, body).body as Record<string, unknown> & {
      signature: Hex;
    };
    const fields = (types as Record<string, readonly { name: string; type: string }[]>)[primaryType] ?? [];
    const numbers = fields.filter(({ type }) => type === 'uint64').map(({ name }) => name);
    const typed = Object.fromEntries(
      fields.map(({ name }) => [
        name,
        numbers.includes(name) ? BigInt(message[name] as string) : message[name],
      ]),
    );
    const signer = await recoverTypedDataAddress({
      domain,
      types,
      primaryType,
      message: typed,
      signature,
    } as never);
    expect(signer).toBe(account.address);
  });
});

describe('modulesOfChoice', () => {
  const digestOf = (...modules: string[]) =>
    keccak256(concatHex(modules.map((module) => scopeOf(signing.slip, module)).sort()));

  it('finds the modules that a digest of scopes stands for', () => {
    expect(modulesOfChoice(signing.slip, ZERO_32)).toEqual([]);
    expect(modulesOfChoice(signing.slip, digestOf('glucose'))).toEqual(['glucose']);
    expect(modulesOfChoice(signing.slip, digestOf('glucose', 'conditions', 'identity'))).toEqual([
      'identity',
      'conditions',
      'glucose',
    ]);
  });

  it('says that it does not know a choice of other scopes', () => {
    expect(modulesOfChoice(signing.slip, keccak256(author))).toBeUndefined();
  });
});
