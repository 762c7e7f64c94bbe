import { expand_message_xmd } from '@noble/curves/abstract/hash-to-curve.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { codeOf, hex, identity, utf8 } from '../test/support.js';
import { decodeIdentity, encodeIdentity, identityScalars, MAX_IDENTITY_BYTES } from './identity.js';
import { ASSIGNED_EDGES } from './internal/unicode-assigned.js';

describe('encodeIdentity', () => {
  it('is LP(name) || LP(epoch)', () => {
    expect(hex(encodeIdentity(identity('ab', '7')))).toBe('00000002' + '6162' + '00000001' + '37');
    expect(hex(encodeIdentity(identity('Ä', '1')))).toBe('00000002' + 'c384' + '00000001' + '31');
  });

  it('is undone by decodeIdentity', () => {
    for (const name of ['a', 'hospital:north', 'Ärztin 李 \u{1F600}', 'x'.repeat(1000)]) {
      expect(decodeIdentity(encodeIdentity(identity(name)))).toEqual(identity(name));
    }
  });

  it.each([
    ['empty', ''],
    ['a lone high surrogate', 'a\ud800'],
    ['a lone low surrogate', '\udc00a'],
    ['not NFC: A and combining diaeresis', 'A\u0308'],
    ['not NFC: Hangul by letters', '\u1100\u1161'],
    ['not NFC: Kelvin sign', '\u212a'],
    ['unassigned', 'a\u0378'],
    ['a noncharacter', 'a\uffff'],
    ['assigned only in Unicode 15.0', '\u{1FAE8}'],
    ['too long', 'x'.repeat(MAX_IDENTITY_BYTES)],
    ['far too long', 'x'.repeat(1_000_000)],
  ])('refuses a name or epoch that is %s', async (_flaw, text) => {
    expect(await codeOf(() => encodeIdentity(identity(text)))).toBe('identity');
    expect(await codeOf(() => encodeIdentity(identity('a', text)))).toBe('identity');
  });

  it('accepts what Unicode 14.0 was the first to assign', () => {
    expect(encodeIdentity(identity('\u{1FAE0}')).length).toBe(4 + 4 + 4 + 1);
  });

  it('refuses what is no string', () => {
    for (const bad of [undefined, 1, null, {}]) {
      expect(() => encodeIdentity({ name: bad as never, epoch: '1' })).toThrow(TypeError);
    }
    expect(() => encodeIdentity(undefined as never)).toThrow(TypeError);
  });
});

describe('decodeIdentity', () => {
  const good = encodeIdentity(identity('ab', '7'));
  it.each([
    ['cut', good.slice(0, -1), 'decode'],
    ['extended', new Uint8Array([...good, 0]), 'decode'],
    ['empty', new Uint8Array(0), 'decode'],
    ['a length beyond the end', new Uint8Array([0xff, 0xff, 0xff, 0xff, ...good.slice(4)]), 'decode'],
    ['an empty name', new Uint8Array([0, 0, 0, 0, 0, 0, 0, 1, 0x37]), 'identity'],
    ['overlong UTF-8', new Uint8Array([0, 0, 0, 2, 0xc1, 0xa1, 0, 0, 0, 1, 0x37]), 'decode'],
    ['a surrogate in UTF-8', new Uint8Array([0, 0, 0, 3, 0xed, 0xa0, 0x80, 0, 0, 0, 1, 0x37]), 'decode'],
    ['not NFC', new Uint8Array([0, 0, 0, 3, 0x41, 0xcc, 0x88, 0, 0, 0, 1, 0x37]), 'identity'],
  ])('refuses %s', async (_flaw, bytes, code) => {
    expect(await codeOf(() => decodeIdentity(bytes))).toBe(code);
  });

  it('keeps a byte order mark apart from its absence', () => {
    const marked = encodeIdentity(identity('\ufeffab'));
    expect(decodeIdentity(marked).name).toBe('\ufeffab');
  });
});

describe('assigned code points', () => {
  it('are assigned in this engine, which is newer, and leave out surrogates', () => {
    const assigned = /^\p{Assigned}$/u;
    let count = 0;
    for (let i = 0; i < ASSIGNED_EDGES.length; i += 2) {
      for (let code = ASSIGNED_EDGES[i] as number; code < (ASSIGNED_EDGES[i + 1] as number); code++) {
        count++;
        if (!assigned.test(String.fromCodePoint(code)))
          throw new Error(`U+${code.toString(16)} is not assigned`);
        if (code >= 0xd800 && code < 0xe000) throw new Error('a surrogate');
      }
    }
    // Unicode 14.0 has 144,697 graphic and format characters, 65 controls and 137,468 private-use code points.
    expect(count).toBe(144_697 + 65 + 137_468);
  });
});

describe('identityScalars', () => {
  it('are hash_to_field with their own tags', () => {
    const bytes = encodeIdentity(identity('hospital:a'));
    const R = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001n;
    const expected = (dst: string) =>
      BigInt(`0x${hex(expand_message_xmd(bytes, utf8(dst), 48, sha256))}`) % R;
    const { xD, xS } = identityScalars(identity('hospital:a'));
    expect(xD).toBe(expected('TWINSEAL-V1-DECRYPT'));
    expect(xS).toBe(expected('TWINSEAL-V1-SIGN'));
    expect(xD).not.toBe(xS);
  });
});
