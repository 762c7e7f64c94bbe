/** k and x related, x reused, the generator stuck. */
import { describe, expect, it } from 'vitest';
import type { G2, GT } from '../../src/index.js';
import { author, openCapsule, sealCapsule, verifyCapsule } from '../../src/index.js';
import { BACKENDS, codeOf, hex, identity, utf8, world } from '../support.js';
import { Adversary, CHAIN, inverse, mod, scalarOf } from './adversary.js';

const context = utf8('c');
const recipients = [identity('alice'), identity('bob')];
const secret = new Uint8Array(32).fill(5);
const stuck = (length: number) => new Uint8Array(length).fill(9);

/** From a capsule with `x = α k + β`: `u^x` from the proof, then R. */
function fromRelation(adversary: Adversary, capsule: Uint8Array, alpha: bigint, beta: bigint): GT {
  const issuer = identity('hospital');
  const { header, wrapped, X, v } = adversary.split(capsule);
  const { H, u, backend } = adversary.params;
  const digest = adversary.capsuleDigest(header, wrapped, recipients, issuer, context);
  const f = adversary.challenge(X, digest, adversary.Q(issuer), CHAIN);
  const lower = adversary.sum2([1n, H[1] as G2], [scalarOf(issuer, 'SIGN'), H[0] as G2]);
  const ux = backend.mulGT(adversary.e([v, lower]), adversary.pow(u, -f));
  return adversary.pow(backend.mulGT(ux, adversary.pow(u, -beta)), inverse(alpha));
}

describe.each(BACKENDS)('related and stuck randomness on %s', (name) => {
  it('x = αk + β gives R to everyone; X = ±C1 is refused by verifiers', async () => {
    const { params, key } = await world(name);
    const adversary = new Adversary(params);
    const sender = identity('hospital');
    const sign = adversary.open(key('hospital')).sign;
    const k = 987654321987n;
    const header = adversary.header(recipients, k);
    for (const [alpha, beta] of [
      [1n, 0n],
      [-1n, 0n],
      [3n, 5n],
    ] as const) {
      const x = mod(alpha * k + beta);
      const made = { header, recipients, sender, sign, context, domain: CHAIN, secret, x };
      const capsule = await adversary.capsule(made);
      const R = fromRelation(adversary, capsule, alpha, beta);
      expect(await adversary.opens(R, capsule, recipients, sender, context)).toEqual(secret);
      const given = { capsule, recipients, issuer: sender, context, domain: CHAIN };
      // A tripwire for the two relations that a bug makes, no proof: others cannot be seen.
      const expected = beta === 0n ? 'author-proof' : 'nothing thrown';
      expect(await codeOf(() => verifyCapsule(params, given))).toBe(expected);
      expect(await codeOf(() => openCapsule(params, { ...given, key: key('alice') }))).toBe(expected);
    }
  });

  it('ours has no such relation, even with a stuck generator', async () => {
    const { params, key } = await world(name);
    const adversary = new Adversary(params);
    const issuer = key('hospital');
    for (const random of [undefined, stuck]) {
      const options = random === undefined ? {} : { random };
      const input = { recipients, issuer, context, domain: CHAIN, secret, ...options };
      const capsule = await sealCapsule(params, input);
      for (const [alpha, beta] of [
        [1n, 0n],
        [-1n, 0n],
        [1n, 1n],
        [2n, 0n],
      ] as const) {
        const R = fromRelation(adversary, capsule, alpha, beta);
        expect(await adversary.opens(R, capsule, recipients, issuer.identity, context)).toBeUndefined();
      }
    }
  });

  it('one x for two digests gives SK_S; ours never repeats X for two digests, even with a stuck generator', async () => {
    const { params, key } = await world(name);
    const adversary = new Adversary(params);
    const hospital = key('hospital');
    const { sign } = adversary.open(hospital);
    const [d1, d2] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    const Q = adversary.Q(hospital.identity);
    const steal = (one: Uint8Array, two: Uint8Array) => {
      const [X1, X2] = [one, two].map((p) => adversary.g1.decode(p.slice(0, 48)));
      const [v1, v2] = [one, two].map((p) => adversary.g1.decode(p.slice(48)));
      const difference =
        adversary.challenge(X1 as never, d1, Q, CHAIN) - adversary.challenge(X2 as never, d2, Q, CHAIN);
      return adversary.sum1([inverse(difference), v1 as never], [-inverse(difference), v2 as never]);
    };
    const repeated = [d1, d2].map((d) => adversary.sign(sign, hospital.identity, d, CHAIN, 4711n));
    expect(adversary.g1.equals(steal(repeated[0] as never, repeated[1] as never), sign)).toBe(true);
    const ours = [d1, d2].map((d) => author(params, hospital, d, CHAIN, { random: stuck }));
    expect(hex(ours[0]?.slice(0, 48) as never)).not.toBe(hex(ours[1]?.slice(0, 48) as never));
    expect(adversary.g1.equals(steal(ours[0] as never, ours[1] as never), sign)).toBe(false);
    // The domain and the signer enter as well.
    const elsewhere = author(params, hospital, d1, 'offchain', { random: stuck });
    expect(hex(elsewhere.slice(0, 48))).not.toBe(hex(ours[0]?.slice(0, 48) as never));
  });

  it('a stuck generator does not repeat a k for another context, set, secret holder or authority', async () => {
    const { params, key } = await world(name);
    const other = await world(name, 4, 'other authority');
    const base = { recipients, issuer: key('hospital'), context, domain: CHAIN, secret, random: stuck };
    const commitments = await Promise.all([
      sealCapsule(params, base),
      sealCapsule(params, { ...base, context: utf8('d') }),
      sealCapsule(params, { ...base, recipients: [identity('alice')] }),
      sealCapsule(params, { ...base, issuer: key('clinic') }),
      sealCapsule(params, { ...base, issuer: key('hospital', '2') }),
      sealCapsule(other.params, { ...base, issuer: other.key('hospital') }),
    ]);
    expect(new Set(commitments.map((capsule) => hex(capsule.slice(0, 48)))).size).toBe(commitments.length);
  });

  it('refuses a generator that gives too little', async () => {
    const { params, key } = await world(name);
    const issuer = key('hospital');
    const input = { recipients, issuer, context, domain: CHAIN, secret, random: () => new Uint8Array(31) };
    expect(await codeOf(() => sealCapsule(params, input))).toBe('randomness');
  });
});
