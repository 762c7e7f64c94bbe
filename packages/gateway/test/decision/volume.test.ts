/** Counting what callers ask for. */

import { encodeReceiptBody, fromHex, hospitalIdentity, staffIdentity } from '@twinseal/record';
import { describe, expect, it } from 'vitest';
import type { Ask, Caller } from '../../src/decision/ask.js';
import { recallVolume } from '../../src/decision/recall-volume.js';
import { VolumeBook, type VolumeLimits } from '../../src/decision/volume.js';

const T0 = 1_800_000_000;
const one: Caller = { kind: 'staff', id: 'dr-1', roles: ['clinician'], by: 'oidc' };
const two: Caller = { kind: 'staff', id: 'dr-2', roles: ['clinician'], by: 'oidc' };
const read = (caller: Caller, twin: number): Ask => ({
  caller,
  operation: 'read-record',
  twinId: twin.toString(16).padStart(64, '0'),
  purpose: 'TREAT',
});

describe('the volume of an hour', () => {
  it('is counted by caller and twin, marked, and then bounded; the next hour begins anew', () => {
    const book = new VolumeBook({ readsPerTwinPerHour: 3, unusualReadsPerTwinPerHour: 2 });
    const asked = Array.from({ length: 4 }, () => book.count(read(one, 1), T0));
    expect(asked).toEqual([
      { isExceeded: false, unusual: [] },
      { isExceeded: false, unusual: [] },
      { isExceeded: false, unusual: ['many-reads'] },
      { isExceeded: true, unusual: ['many-reads'] },
    ]);
    expect(book.count(read(one, 2), T0)).toEqual({ isExceeded: false, unusual: [] });
    expect(book.count(read(two, 1), T0)).toEqual({ isExceeded: false, unusual: [] });
    expect(book.count(read(one, 1), T0 + 3599).isExceeded).toBe(true);
    expect(book.count(read(one, 1), T0 + 3600).isExceeded).toBe(false);
  });

  it('marks who reads of very many patients', () => {
    const book = new VolumeBook({ unusualTwinsPerHour: 2 });
    const marks = [1, 1, 2, 2, 3, 1].map((twin) => book.count(read(one, twin), T0).unusual);
    expect(marks).toEqual([[], [], [], [], ['many-twins'], ['many-twins']]);
    expect(book.count(read(one, 4), T0 + 3600).unusual).toEqual([]);
  });

  it('marks who is refused very often, as somebody is who guesses', () => {
    const book = new VolumeBook({ unusualDenialsPerHour: 2 });
    for (let i = 0; i < 3; i++) book.denied(one, T0);
    expect(book.count(read(one, 9), T0).unusual).toEqual(['many-denials']);
    expect(book.count(read(two, 9), T0).unusual).toEqual([]);
    expect(book.count(read(one, 9), T0 + 3600).unusual).toEqual([]);
  });

  it('lets a patient fetch the own sealed parts, however many', () => {
    const book = new VolumeBook({ readsPerTwinPerHour: 1, unusualReadsPerTwinPerHour: 1 });
    const patient: Caller = { kind: 'account', address: `0x${'11'.repeat(20)}`, session: 's' };
    const sealed = (caller: Caller): Ask => ({ ...read(caller, 1), operation: 'read-sealed' });
    for (let i = 0; i < 5; i++)
      expect(book.count(sealed(patient), T0)).toEqual({ isExceeded: false, unusual: [] });
    const others = Array.from({ length: 2 }, () => book.count(sealed(one), T0).isExceeded);
    expect(others).toEqual([false, true]);
  });

  it('counts nothing of what gives nothing of a twin away', () => {
    const book = new VolumeBook({ readsPerTwinPerHour: 1 });
    for (let i = 0; i < 5; i++)
      expect(book.count({ ...read(one, 1), operation: 'relay-consent' }, T0).isExceeded).toBe(false);
  });
});

describe('recallVolume', () => {
  const SALT = new Uint8Array(32);
  /** A receipt's bytes, as far as they are looked at: unsigned. */
  const receipt = (index: number, staff: string, twin: number, time: number, reason = 0, of = 'north') => {
    const body = encodeReceiptBody({
      twinId: fromHex(twin.toString(16).padStart(64, '0'), 32),
      index,
      previous: SALT,
      requestId: SALT,
      requester: staffIdentity(of, staff),
      server: hospitalIdentity('north'),
      decision: reason === 0 ? 'permit' : 'deny',
      reason,
      purpose: 'TREAT',
      scopes: [SALT],
      blockNumber: 1,
      blockHash: SALT,
      time,
    });
    return Uint8Array.from([...body, ...new Uint8Array(96)]);
  };
  const recalled = (list: readonly Uint8Array[], limits: Partial<VolumeLimits>) => {
    const book = new VolumeBook(limits);
    const count = recallVolume(book, { size: list.length, at: (i) => list[i] }, 'north', T0);
    return { book, count };
  };

  it('counts what the own staff read within the hour, and no more', () => {
    const { book, count } = recalled(
      [
        receipt(0, 'dr-1', 1, T0 - 3600),
        receipt(1, 'dr-1', 1, T0 - 3599),
        receipt(2, 'dr-2', 1, T0 - 100),
        receipt(3, 'dr-1', 1, T0 - 100, 0, 'south'),
        receipt(4, 'dr-1', 1, T0 - 1),
        new Uint8Array(200),
      ],
      { readsPerTwinPerHour: 3, unusualReadsPerTwinPerHour: 2 },
    );
    expect(count).toBe(3);
    expect(book.count(read(one, 1), T0)).toEqual({ isExceeded: false, unusual: ['many-reads'] });
    expect(book.count(read(one, 1), T0)).toEqual({ isExceeded: true, unusual: ['many-reads'] });
    expect(book.count(read(two, 1), T0)).toEqual({ isExceeded: false, unusual: [] });
    // The hour of what was read before the restart ends when it would have ended.
    expect(book.count(read(one, 1), T0 + 1).isExceeded).toBe(false);
  });

  it('counts the twins that were read, and refusals', () => {
    const { book } = recalled(
      [1, 2, 3].map((twin) => receipt(0, 'dr-1', twin, T0 - 5, 3)),
      { unusualTwinsPerHour: 2, unusualDenialsPerHour: 2 },
    );
    expect(book.count(read(one, 1), T0).unusual).toEqual(['many-twins', 'many-denials']);
    expect(book.count(read(two, 1), T0).unusual).toEqual([]);
  });
});
