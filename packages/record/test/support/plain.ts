/**
 * The hashes of docs/RECORD.md a second time, from node:crypto and a keccak written here from FIPS 202, section 3, so that no
 * expected value comes from the code under test or from a library that it uses.
 */

import { createHash, createHmac, hkdfSync } from 'node:crypto';

const MASK = (1n << 64n) - 1n;
const rotl = (x: bigint, n: bigint): bigint => ((x << n) | (x >> (64n - n))) & MASK;

/** FIPS 202, section 3.2: the 24 rounds on 25 lanes, lane (x, y) at 5y + x. */
function permute(a: bigint[]): void {
  let lfsr = 1;
  for (let round = 0; round < 24; round++) {
    // theta
    const c = [0, 1, 2, 3, 4].map((x) => [0, 5, 10, 15, 20].reduce((s, y) => s ^ (a[x + y] as bigint), 0n));
    for (let i = 0; i < 25; i++) {
      a[i] = (a[i] as bigint) ^ (c[(i + 4) % 5] as bigint) ^ rotl(c[(i + 1) % 5] as bigint, 1n);
    }
    // rho and pi
    let [x, y] = [1, 0];
    let lane = a[1] as bigint;
    for (let t = 0; t < 24; t++) {
      [x, y] = [y, (2 * x + 3 * y) % 5];
      const next = a[5 * y + x] as bigint;
      a[5 * y + x] = rotl(lane, BigInt((((t + 1) * (t + 2)) / 2) % 64));
      lane = next;
    }
    // chi
    for (let row = 0; row < 25; row += 5) {
      const r = a.slice(row, row + 5);
      for (let i = 0; i < 5; i++) {
        a[row + i] = (r[i] as bigint) ^ (~(r[(i + 1) % 5] as bigint) & MASK & (r[(i + 2) % 5] as bigint));
      }
    }
    // iota, its constant from the shift register of section 3.2.5
    for (let j = 0; j <= 6; j++) {
      if (lfsr & 1) a[0] = (a[0] as bigint) ^ (1n << BigInt(2 ** j - 1));
      lfsr = (lfsr << 1) ^ ((lfsr >> 7) * 0x171);
    }
  }
}

/** The sponge with rate 136 and 32 bytes out. `pad` 06 is SHA3-256, 01 is Keccak-256 as the EVM has it. */
export function sponge(data: Uint8Array, pad: 0x01 | 0x06): Buffer {
  const padded = Buffer.alloc((Math.floor(data.length / 136) + 1) * 136);
  padded.set(data);
  padded[data.length] = pad;
  padded[padded.length - 1] = (padded[padded.length - 1] as number) | 0x80;
  const state = Array.from({ length: 25 }, () => 0n);
  for (let at = 0; at < padded.length; at += 136) {
    for (let i = 0; i < 17; i++) state[i] = (state[i] as bigint) ^ padded.readBigUInt64LE(at + 8 * i);
    permute(state);
  }
  const out = Buffer.alloc(32);
  for (let i = 0; i < 4; i++) out.writeBigUInt64LE(state[i] as bigint, 8 * i);
  return out;
}

export const cat = (...parts: (Uint8Array | string)[]): Buffer =>
  Buffer.concat(parts.map((p) => (typeof p === 'string' ? Buffer.from(p, 'utf8') : Buffer.from(p))));
export const keccak = (...parts: (Uint8Array | string)[]): Buffer => sponge(cat(...parts), 0x01);
export const sha256 = (...parts: (Uint8Array | string)[]): Buffer =>
  createHash('sha256')
    .update(cat(...parts))
    .digest();
export const hmac = (key: Uint8Array, ...parts: (Uint8Array | string)[]): Buffer =>
  createHmac('sha256', key)
    .update(cat(...parts))
    .digest();
export const hkdf = (ikm: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', ikm, salt, info, length));
export const hex = (text: string): Buffer => Buffer.from(text, 'hex');
export const T = (s: string): Buffer => keccak(s);
export const u16 = (n: number): Buffer => {
  const b = Buffer.alloc(2);
  b.writeUInt16BE(n);
  return b;
};
export const u32 = (n: number): Buffer => {
  const b = Buffer.alloc(4);
  b.writeUInt32BE(n);
  return b;
};
export const u64 = (n: number | bigint): Buffer => {
  const b = Buffer.alloc(8);
  b.writeBigUInt64BE(BigInt(n));
  return b;
};
export const LP = (x: Uint8Array | string): Buffer => cat(u32(cat(x).length), x);

/** RFC 9162, section 2.1.1, by its recursive definition, over leaf hashes. */
export function mth(leaves: Uint8Array[]): Buffer {
  if (leaves.length === 0) return keccak(new Uint8Array());
  if (leaves.length === 1) return Buffer.from(leaves[0] as Uint8Array);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return keccak(Uint8Array.of(1), mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}
