/** Vectors that others made, on both backends. Origins and licences: test/fixtures/README.md. */
import { readFileSync } from 'node:fs';
import { expand_message_xmd } from '@noble/curves/abstract/hash-to-curve.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { type Backend, type CurveGroup, type G1, type G2, hkdf, loadBackend } from '../src/index.js';
import { aes256Gcm } from '../src/internal/aead.js';
import { BACKENDS, codeOf, hex, unhex, utf8 } from './support.js';

const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8'));

const P = 0x1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaabn;
const number = (bytes: Uint8Array) => BigInt(`0x0${hex(bytes)}`);

/** A point in EIP-2537 form, compressed by hand (ZCash form: c1 before c0, the sign of y in the third bit). */
function fromEvm<Point>(group: CurveGroup<Point>, bytes: Uint8Array): Point {
  if (bytes.every((byte) => byte === 0)) return group.multiScalar([], []);
  const coordinates: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += 64) coordinates.push(bytes.slice(at + 16, at + 64));
  const half = coordinates.length / 2;
  const [x, y] = [coordinates.slice(0, half).reverse(), coordinates.slice(half).reverse()];
  const out = new Uint8Array(Buffer.concat(x));
  const leading = y.map(number).find((value) => value !== 0n) ?? 0n;
  out[0] = (out[0] as number) | 0x80 | (leading > (P - 1n) / 2n ? 0x20 : 0);
  return group.decode(out);
}

describe.each(BACKENDS)('vectors of others on %s', (name) => {
  it('constantine: deserialization', async () => {
    const backend = await loadBackend(name);
    const vectors = fixture('deserialization');
    for (const [group, list] of [
      [backend.g1, vectors.G1],
      [backend.g2, vectors.G2],
    ] as [CurveGroup<G1 | G2>, { name: string; bytes: string; accept: boolean }[]][]) {
      expect(list.length).toBeGreaterThan(10);
      for (const vector of list) {
        // The identity is the one valid encoding that this library refuses, everywhere.
        const accept = vector.accept && !vector.name.includes('infinity');
        const code = await codeOf(() => group.decode(unhex(vector.bytes)));
        expect(code, vector.name).toBe(accept ? 'nothing thrown' : 'decode');
        if (accept) expect(hex(group.encode(group.decode(unhex(vector.bytes))))).toBe(vector.bytes);
      }
    }
  });

  it('zkcrypto: multiples of the generators', async () => {
    const backend = await loadBackend(name);
    const vectors = fixture('serialization');
    for (const [group, list] of [
      [backend.g1, vectors.g1],
      [backend.g2, vectors.g2],
    ] as [CurveGroup<G1 | G2>, { compressed: string; uncompressed: string }[]][]) {
      let sum = group.multiScalar([], []);
      for (const [i, vector] of list.entries()) {
        expect(hex(group.encode(sum))).toBe(vector.compressed);
        expect(group.isIdentity(sum)).toBe(i === 0);
        if (i > 0) {
          expect(group.equals(group.decode(unhex(vector.compressed)), sum)).toBe(true);
          expect(group.equals(group.mulSecret(group.generator, backend.scalar(BigInt(i))), sum)).toBe(true);
          // The uncompressed form has c1 before c0; the EVM's has c0 first and 16 bytes of padding a coordinate.
          const parts = vector.uncompressed.match(/.{96}/g) as string[];
          const half = parts.length / 2;
          const swapped = [...parts.slice(0, half).reverse(), ...parts.slice(half).reverse()];
          expect(hex(group.encodeEvm(sum))).toBe(swapped.map((part) => '00'.repeat(16) + part).join(''));
        }
        sum = group.add(sum, group.generator);
      }
    }
  });

  it('EIP-2537: multiplications', async () => {
    const backend = await loadBackend(name);
    const vectors = fixture('eip2537');
    for (const [group, list] of [
      [backend.g1, vectors.mulG1],
      [backend.g2, vectors.mulG2],
    ] as [CurveGroup<G1 | G2>, { name: string; input: string; expected: string }[]][]) {
      expect(list.length).toBeGreaterThan(8);
      for (const { input, expected, name: label } of list) {
        const bytes = unhex(input);
        const point = fromEvm(group, bytes.slice(0, -32));
        const scalar = backend.scalar(number(bytes.slice(-32)));
        expect(hex(group.encodeEvm(group.mul(point, scalar))), label).toBe(expected);
        expect(hex(group.encodeEvm(group.mulSecret(point, scalar))), label).toBe(expected);
        expect(hex(group.encodeEvm(group.multiScalar([point], [scalar]))), label).toBe(expected);
      }
    }
  });

  it('EIP-2537: pairing products', async () => {
    const backend: Backend = await loadBackend(name);
    const { pairing } = fixture('eip2537') as {
      pairing: { name: string; input: string; expected: string }[];
    };
    expect(pairing.length).toBeGreaterThan(4);
    for (const { input, expected, name: label } of pairing) {
      const bytes = unhex(input);
      const terms: [G1, G2][] = [];
      for (let at = 0; at < bytes.length; at += 384) {
        terms.push([
          fromEvm(backend.g1, bytes.slice(at, at + 128)),
          fromEvm(backend.g2, bytes.slice(at + 128, at + 384)),
        ]);
      }
      const is = number(unhex(expected)) === 1n;
      expect(backend.pairingProductIsOne(terms), label).toBe(is);
      const finite = terms.filter(([, b]) => !backend.g2.isIdentity(b));
      const prepared = finite.map(([a, b]) => [a, backend.prepare(b)] as const);
      expect(backend.pairingProductIsOne(prepared), label).toBe(is);
    }
  });
});

describe('hashes and AEAD', () => {
  it('RFC 9380: expand_message_xmd', () => {
    for (const { dst, msg, length, uniform } of fixture('expand-message').vectors) {
      expect(hex(expand_message_xmd(utf8(msg), utf8(dst), length, sha256))).toBe(uniform);
    }
  });

  it('Wycheproof: HKDF-SHA-256', () => {
    let refused = 0;
    for (const { ikm, salt, info, size, okm, result, tcId } of fixture('wycheproof-hkdf').vectors) {
      const run = () => hex(hkdf(unhex(ikm), unhex(salt), unhex(info), size));
      if (result === 'valid') expect(run(), String(tcId)).toBe(okm);
      else {
        expect(run, String(tcId)).toThrow();
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(0);
  });

  it('Wycheproof: AES-256-GCM', async () => {
    const counts = { valid: 0, invalid: 0 };
    for (const { key, iv, msg, ct, tag, result, tcId } of fixture('wycheproof-aes-gcm').vectors) {
      const aead = await aes256Gcm(unhex(key));
      const code = await codeOf(async () => {
        expect(hex(await aead.open(unhex(iv), unhex(ct + tag), 'stream')), String(tcId)).toBe(msg);
      });
      expect(code, String(tcId)).toBe(result === 'valid' ? 'nothing thrown' : 'stream');
      if (result === 'valid') expect(hex(await aead.seal(unhex(iv), unhex(msg)))).toBe(ct + tag);
      counts[result as 'valid' | 'invalid']++;
    }
    expect(counts.valid).toBeGreaterThan(5);
    expect(counts.invalid).toBeGreaterThan(5);
  });
});
