/** Words of storage as Solidity lays them out ("Layout of State Variables in Storage"), put there by hand. */

import { concatHex, type Hex, keccak256, numberToHex, pad, stringToHex, toHex } from 'viem';
import { describe, expect, it } from 'vitest';
import { provedPrecautions } from '../src/chain/precautions.js';
import { ProvedState } from '../src/chain/prove-words.js';
import { bytesOf } from '../src/internal/bytes.js';

const key: Hex = `0x${'ab'.repeat(32)}`;

/** A state that holds what was put there: how words are proved is tested in `history`. */
class StoredState extends ProvedState {
  readonly words = new Map<string, Hex>();

  constructor() {
    super(undefined as never, {} as never, () => Promise.reject(new Error('nobody is asked')));
  }

  put(contract: string, slot: Hex, word: Hex): void {
    this.words.set(`${contract}/${slot}`, word);
  }

  override async word(contract: string, slot: Uint8Array): Promise<Uint8Array> {
    return bytesOf(this.words.get(`${contract}/${toHex(slot)}`) ?? pad('0x00'));
  }
}

/** The slot of a mapping's entry: keccak(key || base). */
const entry = (base: number): Hex => keccak256(concatHex([key, numberToHex(base, { size: 32 })]));
const after = (slot: Hex, count: number): Hex => numberToHex(BigInt(slot) + BigInt(count), { size: 32 });
const packed = (...parts: readonly [value: bigint | Hex, bits: number][]): Hex => {
  let word = 0n;
  let at = 0n;
  for (const [value, bits] of parts) {
    word |= BigInt(value) << at;
    at += BigInt(bits);
  }
  return numberToHex(word, { size: 32 });
};
const account = (digit: string): Hex => `0x${digit.repeat(40)}`;

describe('ProvedState.hospital', () => {
  // AuthorizedHospitals: pointDigest, xS, { controller, epoch, status, index, parametersVersion }, id, endpoint; `_hospitals` is slot 4.
  const standing = packed([account('9'), 160], [7n, 32], [2n, 8], [5n, 8], [3n, 16]);

  it('reads standing and a short endpoint', async () => {
    const state = new StoredState();
    state.put('hospitals', after(entry(4), 2), standing);
    const endpoint = 'https://north.example';
    const word = `${stringToHex(endpoint, { size: 32 }).slice(0, -2)}${(endpoint.length * 2).toString(16)}`;
    state.put('hospitals', after(entry(4), 4), word as Hex);
    expect(await state.hospital(bytesOf(key))).toEqual({ status: 'suspended', epoch: 7, endpoint });
  });

  it.each([32, 64, 70, 256])('reads an endpoint of %i bytes, which stands elsewhere', async (length) => {
    const state = new StoredState();
    state.put('hospitals', after(entry(4), 2), standing);
    const endpoint = `https://${'n'.repeat(length - 8)}`;
    const place = after(entry(4), 4);
    state.put('hospitals', place, numberToHex(length * 2 + 1, { size: 32 }));
    const digits = stringToHex(endpoint)
      .slice(2)
      .padEnd(Math.ceil(length / 32) * 64, '0');
    for (const [i, word] of (digits.match(/.{64}/g) ?? []).entries())
      state.put('hospitals', after(keccak256(place), i), `0x${word}`);
    expect(await state.hospital(bytesOf(key))).toMatchObject({ endpoint });
  });

  it('refuses one that is longer than the contract takes, and knows nothing of a hospital that there is not', async () => {
    const state = new StoredState();
    expect(await state.hospital(bytesOf(key))).toEqual({ status: 'none', epoch: 0, endpoint: '' });
    state.put('hospitals', after(entry(4), 4), numberToHex(257 * 2 + 1, { size: 32 }));
    await expect(state.hospital(bytesOf(key))).rejects.toThrow(RangeError);
  });
});

describe('ProvedState.grant', () => {
  it.each([
    [1n, 0n, { isLive: true, isEmergency: false }],
    [1n, 1n, { isLive: true, isEmergency: true }],
    [2n, 0n, { isLive: false, isEmergency: false }],
    [0n, 0n, { isLive: false, isEmergency: false }],
  ])('reads status %i and emergency %i', async (status, emergency, expected) => {
    const state = new StoredState();
    // Access.GrantState: status, place, operations, hospitalIndex, opensEpoch, emergency, notBefore, expiry, serial; `_grants` is slot 3.
    const word = packed([status, 8], [9n, 8], [3n, 8], [4n, 8], [1n, 8], [emergency, 8], [1n, 40], [2n, 40]);
    state.put('access', entry(3), word);
    expect(await state.grant(bytesOf(key))).toEqual(expected);
  });
});

describe('provedPrecautions', () => {
  it('knows nothing of a twin that arranged nothing', async () => {
    expect(await provedPrecautions(new StoredState(), bytesOf(key))).toEqual({
      guardians: [],
      threshold: 0,
      delay: 0,
      cancelledOnce: false,
      round: '0',
      emergency: { digest: pad('0x00'), recipient: pad('0x00') },
      nonces: { recovery: '0', emergency: '0', stores: '0' },
    });
  });

  it('reads guardians, what waits, the choice for emergencies and the next nonces', async () => {
    const state = new StoredState();
    // Recovery: states 2, circles 3, recoveries 5, rotations 6. Emergency: policies 3. Storage: patientNonces 4.
    state.put('recovery', entry(2), packed([11n, 64], [6n, 64], [1n, 8], [1_800_000_000n, 40]));
    state.put('recovery', entry(3), numberToHex(2, { size: 32 }));
    state.put('recovery', keccak256(entry(3)), pad(account('1')));
    state.put('recovery', after(keccak256(entry(3)), 1), pad(account('2')));
    state.put('recovery', after(entry(3), 1), packed([2n, 8], [259_200n, 32]));
    state.put('recovery', entry(5), packed([account('3'), 160], [1_800_000_001n, 40]));
    state.put('recovery', entry(6), packed([account('4'), 160], [1_800_000_002n, 40]));
    state.put('emergency', entry(3), `0x${'dd'.repeat(32)}`);
    state.put('emergency', after(entry(3), 1), `0x${'ee'.repeat(32)}`);
    state.put('emergency', after(entry(3), 2), numberToHex(12, { size: 32 }));
    state.put('stores', entry(4), numberToHex(13, { size: 32 }));
    expect(await provedPrecautions(state, bytesOf(key))).toEqual({
      guardians: [account('1'), account('2')],
      threshold: 2,
      delay: 259_200,
      cancelledOnce: true,
      guardiansReadyAt: 1_800_000_000,
      recovery: { control: account('3'), readyAt: 1_800_000_001 },
      rotation: { control: account('4'), readyAt: 1_800_000_002 },
      round: '5',
      emergency: { digest: `0x${'dd'.repeat(32)}`, recipient: `0x${'ee'.repeat(32)}` },
      nonces: { recovery: '11', emergency: '12', stores: '13' },
    });
  });
});
