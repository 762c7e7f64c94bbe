/**
 * A second implementation of docs/FORMAT.md, slow and plain: noble's curve, Node's crypto, BigInt. It shares no code with
 * src/. The vectors are written by it, and the library must give the same bytes.
 */
import { createCipheriv, createHash, hkdfSync } from 'node:crypto';
import { expand_message_xmd } from '@noble/curves/abstract/hash-to-curve.js';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';

export const SUITE = text('TWINSEAL-MIBSC-BLS12381-V1');
export const R = bls12_381.fields.Fr.ORDER;
const P1 = bls12_381.G1.Point.BASE;
const P2 = bls12_381.G2.Point.BASE;
const { Fp12 } = bls12_381.fields;

// ---- bytes

export function text(s) {
  return new Uint8Array(Buffer.from(s, 'utf8'));
}
export function cat(...parts) {
  return new Uint8Array(Buffer.concat(parts.map((part) => Uint8Array.from(part))));
}
export function int(value, length) {
  return new Uint8Array(
    Buffer.from(
      BigInt(value)
        .toString(16)
        .padStart(2 * length, '0'),
      'hex',
    ),
  );
}
export function num(bytes) {
  return BigInt(`0x0${Buffer.from(bytes).toString('hex')}`);
}
export function hex(bytes) {
  return Buffer.from(bytes).toString('hex');
}
export const LP = (x) => cat(int(x.length, 4), x);
export const sha = (...parts) =>
  new Uint8Array(
    createHash('sha256')
      .update(cat(...parts))
      .digest(),
  );
export const keccak = (...parts) => keccak_256(cat(...parts));
export const hkdf = (ikm, salt, info, length = 32) =>
  new Uint8Array(hkdfSync('sha256', ikm, salt, info, length));

export function gcm(key, nonce, plain) {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return cat(cipher.update(plain), cipher.final(), cipher.getAuthTag());
}

// ---- scalars and points

const mod = (x) => ((x % R) + R) % R;
const inv = (x) => bls12_381.fields.Fr.inv(mod(x));
const wide = (bytes) => mod(num(bytes));
const hashToFr = (message, dst) => wide(expand_message_xmd(message, text(dst), 48, sha256));
const mul = (point, x) => point.multiplyUnsafe(mod(x));
export const enc = (point) => new Uint8Array(point.toBytes(true));

export function evm(point) {
  const { x, y } = point.toAffine();
  const coordinates = typeof x === 'bigint' ? [x, y] : [x.c0, x.c1, y.c0, y.c1];
  return cat(...coordinates.map((c) => int(c, 64)));
}

/** The twelve coefficients in tower order. */
export function encGT(value) {
  const out = [];
  for (const fp6 of [value.c0, value.c1]) {
    for (const fp2 of [fp6.c0, fp6.c1, fp6.c2]) out.push(int(fp2.c0, 48), int(fp2.c1, 48));
  }
  return cat(...out);
}

// ---- the scheme

export const head = (magic) => cat(text(magic), new Uint8Array([1, 1]));
export const identityBytes = ({ name, epoch }) => cat(LP(text(name)), LP(text(epoch)));
export const xD = (id) => hashToFr(identityBytes(id), 'TWINSEAL-V1-DECRYPT');
export const xS = (id) => hashToFr(identityBytes(id), 'TWINSEAL-V1-SIGN');

/** @param draws [48 bytes for a, 48 bytes for γ] */
export function setup(N, draws) {
  const [a, gamma] = draws.map(wide);
  const g = mul(P1, a);
  const H = [];
  for (let i = 0, power = 1n; i <= N; i++, power = mod(power * gamma)) H.push(mul(P2, power));
  const w = mul(g, gamma);
  const u = bls12_381.pairing(g, P2);
  const V = mul(P1, gamma);
  const encoded = cat(head('TSPP'), int(N, 4), enc(w), encGT(u), enc(V), ...H.map(enc));
  return {
    N,
    g,
    gamma,
    w,
    u,
    V,
    H,
    encoded,
    digest: sha(encoded),
    master: cat(head('TSMS'), int(gamma, 32), enc(g)),
  };
}

export function extract(world, id) {
  const SK_D = mul(world.g, inv(world.gamma + xD(id)));
  const SK_S = mul(world.g, inv(world.gamma + xS(id)));
  const encoded = cat(head('TSIK'), world.digest, LP(identityBytes(id)), enc(SK_D), enc(SK_S));
  return { id, SK_D, SK_S, encoded };
}

export const Q = (world, id) => world.H[2].add(mul(world.H[1], xS(id)));

export function domainDigest(world, domain) {
  const where =
    domain === 'offchain'
      ? text('offchain')
      : cat(int(BigInt(domain.chainId), 32), Buffer.from(domain.contract.slice(2), 'hex'));
  return keccak(SUITE, world.digest, where);
}

/** @param draw 32 bytes */
export function author(world, key, digest, domain, draw) {
  const D = domainDigest(world, domain);
  const q = Q(world, key.id);
  const qDigest = keccak(evm(q));
  const x = hashToFr(cat(text('X'), draw, LP(enc(key.SK_S)), D, digest, qDigest), 'TWINSEAL-V1-NONCE');
  const X = mul(world.w, x);
  const f = num(keccak(D, evm(X), digest, qDigest).slice(16));
  const v = mul(key.SK_S, x + f);
  return { D, Q: evm(q), x, X: evm(X), f, v: evm(v), proof: cat(enc(X), enc(v)) };
}

export function sorted(ids) {
  return [...ids].sort((a, b) => Buffer.compare(identityBytes(a), identityBytes(b)));
}
export const setDigest = (ids) => sha(...sorted(ids).map((id) => LP(identityBytes(id))));

/** F_S(γ) h from γ itself, which only the authority could: a check on the library's route over H. */
export function commitment(world, ids) {
  return mul(
    P2,
    ids.reduce((product, id) => mod(product * (world.gamma + xD(id))), 1n),
  );
}

/** @param draw 32 bytes */
export function encapsulate(world, ids, key, context, draw) {
  const local = hkdf(enc(key.SK_D), SUITE, text('local-secret'));
  const digest = setDigest(ids);
  const sender = LP(identityBytes(key.id));
  const k = hashToFr(
    cat(text('K'), draw, LP(local), world.digest, digest, sender, LP(context)),
    'TWINSEAL-V1-NONCE',
  );
  const C1 = mul(world.w, -k);
  const C2 = mul(commitment(world, ids), k);
  const secret = encGT(Fp12.pow(world.u, k));
  const header = cat(enc(C1), enc(C2));
  const info = cat(text('wrap'), world.digest, header, digest, sender, LP(context));
  return { k, header, R: secret, setDigest: digest, kek: hkdf(secret, SUITE, info) };
}

const ZERO = new Uint8Array(12);

/** @param draws [32 bytes for k, 32 bytes for x] */
export function sealCapsule(world, { recipients, issuer, context, domain, secret }, draws) {
  const header = encapsulate(world, recipients, issuer, context, draws[0]);
  const wrapped = gcm(header.kek, ZERO, secret);
  const content = sha(
    world.digest,
    header.setDigest,
    LP(identityBytes(issuer.id)),
    LP(context),
    header.header,
    wrapped,
  );
  const digest = keccak(keccak(text('TWINSEAL-V1-AUTHOR-CAPSULE')), content);
  const proof = author(world, issuer, digest, domain, draws[1]);
  return { ...header, wrapped, digest, ...proof, capsule: cat(header.header, wrapped, proof.proof) };
}

export function stream(key, plain, first = 0, final = true) {
  const chunks = Math.ceil(plain.length / 65_536);
  const out = [];
  for (let i = 0; i < chunks; i++) {
    const nonce = cat(int(first + i, 11), new Uint8Array([final && i === chunks - 1 ? 1 : 0]));
    out.push(gcm(key, nonce, plain.slice(i * 65_536, (i + 1) * 65_536)));
  }
  return cat(...out);
}

export function padme(length) {
  if (length <= 256) return 256;
  const E = BigInt(length).toString(2).length - 1;
  const S = E.toString(2).length;
  const unit = 2 ** (E - S);
  return Math.ceil(length / unit) * unit;
}

/** SHA-256 over the SHA-256 of each sealed chunk. */
export function chunkDigests(ciphertext) {
  const out = [];
  for (let at = 0; at < ciphertext.length; at += 65_552) out.push(sha(ciphertext.slice(at, at + 65_552)));
  return sha(...out);
}

/** One-segment envelope. @param draws [32 for K, 16 salt, 32 for k, 32 for x] */
export function signcrypt(world, { recipients, sender, context, domain, message, padded }, draws) {
  const [K, salt, drawK, drawX] = draws;
  const header = encapsulate(
    world,
    recipients,
    sender,
    cat(text('TWINSEAL-V1-ENVELOPE'), LP(context)),
    drawK,
  );
  const wrapped = gcm(header.kek, ZERO, K);
  const who = LP(identityBytes(sender.id));
  const bound = sha(head('TSEV'), world.digest, who, header.setDigest, LP(context), header.header, wrapped);
  const commit = hkdf(K, salt, cat(LP(text('commit')), bound));
  const payloadKey = hkdf(K, salt, cat(LP(text('payload')), bound));
  const plain =
    padded ??
    cat(message, new Uint8Array([0x80]), new Uint8Array(padme(message.length + 1) - message.length - 1));
  const ciphertext = stream(payloadKey, plain);
  const tag = keccak(text('TWINSEAL-V1-AUTHOR-ENVELOPE'));
  const digest = keccak(
    tag,
    sha(bound, salt, commit),
    int(0, 8),
    new Uint8Array([1]),
    chunkDigests(ciphertext),
  );
  const proof = author(world, sender, digest, domain, drawX);
  const list = sorted(recipients).map((id) => LP(identityBytes(id)));
  const preamble = cat(
    head('TSEV'),
    world.digest,
    who,
    int(recipients.length, 4),
    ...list,
    LP(context),
    header.header,
    wrapped,
    salt,
    commit,
  );
  const envelope = cat(preamble, new Uint8Array([1]), int(ciphertext.length, 4), ciphertext, proof.proof);
  return { ...header, wrapped, bound, commit, payloadKey, digest, ...proof, preamble, envelope };
}
