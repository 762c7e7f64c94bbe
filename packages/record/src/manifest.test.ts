import { describe, expect, test } from 'vitest';
import { hospitalIdentity, patientIdentity, staffIdentity } from './identity.js';
import {
  decodeManifest,
  encodeManifest,
  MAX_MANIFEST_ENTRIES,
  type Manifest,
  mayAuthor,
} from './manifest.js';

const twinId = new Uint8Array(32).fill(1);
const entry = (n: number) => ({
  tag: new Uint8Array(32).fill(n),
  partDigest: new Uint8Array(32),
  maskedCounter: new Uint8Array(8),
});
const manifest: Manifest = {
  twinId,
  author: hospitalIdentity('north'),
  seq: 0,
  accessVersion: 1,
  time: 2,
  entries: [entry(1), entry(2)],
};

describe('encodeManifest (REC-8)', () => {
  test('takes 256 entries', () => {
    const entries = Array.from({ length: MAX_MANIFEST_ENTRIES }, (_, i) => entry(i));
    expect(decodeManifest(encodeManifest({ ...manifest, entries })).entries).toEqual(entries);
  });

  test.each([
    ['no entries', { entries: [] }, RangeError],
    ['257 entries', { entries: Array.from({ length: 257 }, (_, i) => entry(i & 255)) }, RangeError],
    ['entries unsorted', { entries: [entry(2), entry(1)] }, RangeError],
    ['a tag twice', { entries: [entry(1), entry(1)] }, RangeError],
    ['a short tag', { entries: [{ ...entry(1), tag: new Uint8Array(31) }] }, TypeError],
    ['a long digest', { entries: [{ ...entry(1), partDigest: new Uint8Array(33) }] }, TypeError],
    ['a short counter', { entries: [{ ...entry(1), maskedCounter: new Uint8Array(7) }] }, TypeError],
    ['a short twin id', { twinId: new Uint8Array(31) }, TypeError],
    ['a negative seq', { seq: -1 }, RangeError],
    ['a fractional time', { time: 0.5 }, RangeError],
    ['a version of 2^53', { accessVersion: 2 ** 53 }, RangeError],
    ['staff for an author', { author: staffIdentity('north', 'dr') }, TypeError],
    ['another patient for an author', { author: patientIdentity('02'.repeat(32)) }, TypeError],
    ['no identity for an author', { author: { name: 'north', epoch: '1' } }, TypeError],
    ['no epoch for an author', { author: { name: 'hospital:north', epoch: '' } }, TypeError],
  ])('refuses %s', (_what, change, kind) => {
    expect(() => encodeManifest({ ...manifest, ...change })).toThrow(kind);
  });
});

test('mayAuthor: a hospital, or the own patient in any epoch', () => {
  expect(mayAuthor(hospitalIdentity('south', 7), twinId)).toBe(true);
  expect(mayAuthor(patientIdentity(twinId, 7), twinId)).toBe(true);
  expect(mayAuthor(patientIdentity(twinId), new Uint8Array(32))).toBe(false);
  expect(mayAuthor(staffIdentity('south', 'dr'), twinId)).toBe(false);
});
