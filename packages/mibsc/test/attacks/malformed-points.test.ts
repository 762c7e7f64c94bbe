/** Points off the curve, off the subgroup, not canonical, of the wrong group or length, at every place that decodes one. */
import { describe, expect, it } from 'vitest';
import {
  batchVerifyAuthor,
  decodeIdentityKey,
  decodeMasterSecret,
  decodeParameters,
  encodeIdentityKey,
  encodeMasterSecret,
  encodeParameters,
  expandAuthorProof,
  openCapsule,
  sealCapsule,
  verifyAuthor,
} from '../../src/index.js';
import { BACKENDS, codeOf, identity, unhex, utf8, world } from '../support.js';
import { CHAIN, cat } from './adversary.js';

const p = 0x1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaabn;
const field = (x: bigint) => unhex(x.toString(16).padStart(96, '0'));
const flag = (bytes: Uint8Array, bits: number) => {
  const out = new Uint8Array(bytes);
  out[0] = (out[0] as number) | bits;
  return out;
};

/** One flaw each; 4 and 0 are x coordinates of points outside G1, 1 of none at all. */
function badG1(good: Uint8Array): [string, Uint8Array][] {
  const uncompressed = new Uint8Array(good);
  uncompressed[0] = (uncompressed[0] as number) & 0x7f;
  const x = new Uint8Array(good);
  x[0] = (x[0] as number) & 0x1f;
  return [
    ['outside the subgroup, x = 4', flag(field(4n), 0x80)],
    ['of order 3, x = 0', flag(field(0n), 0x80)],
    ['not on the curve, x = 1', flag(field(1n), 0x80)],
    ['x = p', flag(field(p), 0x80)],
    ['x = p + 4', flag(field(p + 4n), 0x80)],
    ['all ones', new Uint8Array(48).fill(0xff)],
    ['without the compression flag', uncompressed],
    ['no flags', x],
    ['O', flag(new Uint8Array(48), 0xc0)],
    ['O with a sign', flag(new Uint8Array(48), 0xe0)],
    ['O with a coordinate', flag(field(4n), 0xc0)],
    ['the infinity flag on a point', flag(good, 0x40)],
    ['cut', good.slice(0, 47)],
    ['zeros', new Uint8Array(48)],
  ];
}

function badG2(good: Uint8Array): [string, Uint8Array][] {
  return [
    ['outside the subgroup, x = 2', flag(cat(field(0n), field(2n)), 0x80)],
    ['not on the curve, x = 1', flag(cat(field(0n), field(1n)), 0x80)],
    ['c0 = p', flag(cat(field(0n), field(p)), 0x80)],
    ['c1 = p', flag(cat(field(p), field(2n)), 0x80)],
    ['O', flag(new Uint8Array(96), 0xc0)],
    ['O with a sign', flag(new Uint8Array(96), 0xe0)],
    ['a coordinate beside infinity', flag(cat(field(0n), field(2n)), 0xc0)],
    ['coefficients swapped', flag(cat(good.slice(48), good.slice(0, 48)), 0x80)],
    ['all ones', new Uint8Array(96).fill(0xff)],
    ['zeros', new Uint8Array(96)],
  ];
}

describe.each(BACKENDS)('malformed points on %s', (name) => {
  it('are refused everywhere', async () => {
    const { params, master, key, backend } = await world(name, 2);
    const issuer = key('hospital');
    const recipients = [identity('alice')];
    const context = utf8('c');
    const secret = new Uint8Array(32);
    const capsule = await sealCapsule(params, { recipients, issuer, context, domain: CHAIN, secret });
    const alice = key('alice');
    const given = { recipients, issuer: issuer.identity, context, domain: CHAIN, key: alice };
    const open = (bytes: Uint8Array) => codeOf(() => openCapsule(params, { ...given, capsule: bytes }));
    const put = (target: Uint8Array, at: number, point: Uint8Array) => {
      const out = new Uint8Array(target);
      out.set(point, at);
      return out;
    };
    const encoded = {
      params: encodeParameters(params),
      key: encodeIdentityKey(issuer),
      master: encodeMasterSecret(master),
    };
    const digest = new Uint8Array(32);
    for (const [flaw, point] of badG1(capsule.slice(0, 48))) {
      const proof = cat(point, capsule.slice(-48));
      expect(verifyAuthor(params, issuer.identity, digest, proof, CHAIN), flaw).toBe(false);
      expect(batchVerifyAuthor(params, [{ identity: issuer.identity, digest, proof }], CHAIN).ok, flaw).toBe(
        false,
      );
      expect(await codeOf(() => expandAuthorProof(params, proof)), flaw).toBe('decode');
      if (point.length !== 48) continue;
      for (const at of [0, capsule.length - 96, capsule.length - 48]) {
        expect(await open(put(capsule, at, point)), `${flaw} at ${at}`).toBe('decode');
      }
      for (const at of [10, 10 + 48 + 576]) {
        expect(await codeOf(() => decodeParameters(backend, put(encoded.params, at, point))), flaw).toBe(
          'decode',
        );
      }
      for (const at of [encoded.key.length - 96, encoded.key.length - 48]) {
        expect(await codeOf(() => decodeIdentityKey(params, put(encoded.key, at, point))), flaw).toBe(
          'decode',
        );
      }
      expect(await codeOf(() => decodeMasterSecret(backend, put(encoded.master, 38, point))), flaw).toBe(
        'decode',
      );
    }
    for (const [flaw, point] of badG2(capsule.slice(48, 144))) {
      expect(await open(put(capsule, 48, point)), flaw).toBe('decode');
      const last = encoded.params.length - 96;
      expect(await codeOf(() => decodeParameters(backend, put(encoded.params, last, point))), flaw).toBe(
        'decode',
      );
    }
    const one = cat(field(1n), new Uint8Array(528));
    const wrongOrder = cat(field(2n), new Uint8Array(528));
    for (const u of [one, wrongOrder, new Uint8Array(576), cat(field(p + 1n), new Uint8Array(528))]) {
      expect(await codeOf(() => decodeParameters(backend, put(encoded.params, 58, u)))).toBe('decode');
    }
  });
});
