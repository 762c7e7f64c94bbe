import { describe, expect, test } from 'vitest';
import { keccak, T } from '../test/support/plain.js';
import {
  authorId,
  formatIdentity,
  formatName,
  hospitalIdentity,
  parseIdentity,
  parseIdentityText,
  parseName,
  patientIdentity,
  staffIdentity,
} from './identity.js';
import { toHex } from './internal/hex.js';

const twin = 'ab'.repeat(32);

describe('identities (REC-3)', () => {
  test('text forms', () => {
    expect(formatIdentity(hospitalIdentity('north', 2))).toBe('hospital:north#2');
    expect(formatIdentity(patientIdentity(twin))).toBe(`patient:${twin}#1`);
    expect(formatIdentity(patientIdentity(new Uint8Array(32).fill(0xab)))).toBe(`patient:${twin}#1`);
    expect(formatIdentity(staffIdentity('north', 'dr-1', 999_999_999))).toBe('staff:north/dr-1#999999999');
    expect(parseIdentityText('hospital:north#2')).toEqual({ name: 'hospital:north', epoch: '2' });
  });

  test('parsing says who it is', () => {
    expect(parseIdentity({ name: 'hospital:0-a', epoch: '7' })).toEqual({
      kind: 'hospital',
      hospital: '0-a',
      epoch: 7,
    });
    expect(parseName(`patient:${twin}`)).toEqual({ kind: 'patient', twinId: new Uint8Array(32).fill(0xab) });
    expect(parseName('staff:a/b')).toEqual({ kind: 'staff', hospital: 'a', staff: 'b' });
    expect(formatName(parseName('staff:a/b'))).toBe('staff:a/b');
  });

  test.each([
    'hospital:',
    'hospital:-a',
    'hospital:A',
    'hospital:a_b',
    `hospital:${'a'.repeat(64)}`,
    'hospital:a/b',
    'hospital:a\n',
    ' hospital:a',
    'Hospital:a',
    'hospital:é',
    `patient:${twin.toUpperCase()}`,
    `patient:${twin}00`,
    `patient:${twin.slice(2)}`,
    'staff:a',
    'staff:a/',
    'staff:/b',
    'staff:a/b/c',
    'nurse:a',
    '',
  ])('refuses the name %j', (name) => {
    expect(() => parseName(name)).toThrow(expect.objectContaining({ code: 'identity' }));
    expect(() => parseIdentity({ name, epoch: '1' })).toThrow(expect.objectContaining({ code: 'identity' }));
  });

  test.each(['', '0', '01', '-1', '1.0', '1e3', '1000000000', ' 1', '1\n', '١'])(
    'refuses the epoch %j',
    (epoch) => {
      expect(() => parseIdentity({ name: 'hospital:a', epoch })).toThrow(
        expect.objectContaining({ code: 'identity' }),
      );
      expect(() => parseIdentityText(`hospital:a#${epoch}`)).toThrow(
        expect.objectContaining({ code: 'identity' }),
      );
    },
  );

  test.each(['hospital:a', 'hospital:a#1#1', '#1', ''])('refuses the text %j', (text) => {
    expect(() => parseIdentityText(text)).toThrow(expect.objectContaining({ code: 'identity' }));
  });

  test('constructors tell the caller', () => {
    expect(() => hospitalIdentity('North')).toThrow(TypeError);
    expect(() => hospitalIdentity('north', 0)).toThrow(RangeError);
    expect(() => hospitalIdentity('north', 1.5)).toThrow(RangeError);
    expect(() => patientIdentity('ab')).toThrow(TypeError);
    expect(() => patientIdentity(new Uint8Array(31))).toThrow(TypeError);
    expect(() => staffIdentity('north', 'a/b')).toThrow(TypeError);
  });
});

describe('authorId (REC-4)', () => {
  test.each(['hospital:north', `patient:${twin}`])('of %s is what an independent keccak gives', (name) => {
    expect(toHex(authorId(name))).toBe(keccak(T('TWINSEAL-V1-AUTHOR-ID'), name).toString('hex'));
  });

  test('is none of staff, and none of what is no name', () => {
    expect(() => authorId('staff:a/b')).toThrow(expect.objectContaining({ code: 'identity' }));
    expect(() => authorId('hospital:north#1')).toThrow(expect.objectContaining({ code: 'identity' }));
  });
});
