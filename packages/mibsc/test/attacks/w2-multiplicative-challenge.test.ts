/** W2, a wrong repair: `v = x f SK_s` with its own x stays multiplicative in f, so one signature makes all others. */
import { describe, expect, it } from 'vitest';
import type { G1, G2, Identity } from '../../src/index.js';
import { author, verifyAuthor } from '../../src/index.js';
import { BACKENDS, identity, world } from '../support.js';
import { Adversary, CHAIN, inverse } from './adversary.js';

/** The wrong repair's verifier: `e(v, Q) = e(f X, h)`. */
function wrongVerify(adversary: Adversary, signer: Identity, digest: Uint8Array, X: G1, v: G1): boolean {
  const Q = adversary.Q(signer);
  const f = adversary.challenge(X, digest, Q, CHAIN);
  const right = adversary.sum1([-f, X]);
  return adversary.params.backend.pairingProductIsOne([
    [v, Q],
    [right, adversary.params.H[0] as G2],
  ]);
}

/** Public: the old signature and both digests. */
function forge(adversary: Adversary, signer: Identity, X: G1, v: G1, from: Uint8Array, to: Uint8Array): G1 {
  const Q = adversary.Q(signer);
  const [f, wanted] = [adversary.challenge(X, from, Q, CHAIN), adversary.challenge(X, to, Q, CHAIN)];
  return adversary.sum1([wanted * inverse(f), v]);
}

describe.each(BACKENDS)('W2 on %s', (name) => {
  const [from, to] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  const hospital = identity('hospital');

  it('succeeds against the wrong repair', async () => {
    const { params, key } = await world(name);
    const adversary = new Adversary(params);
    const x = 271828n;
    const X = adversary.sum1([x, params.w]);
    const f = adversary.challenge(X, from, adversary.Q(hospital), CHAIN);
    const v = adversary.sum1([x * f, adversary.open(key('hospital')).sign]);
    expect(wrongVerify(adversary, hospital, from, X, v)).toBe(true);
    expect(wrongVerify(adversary, hospital, to, X, v)).toBe(false);
    expect(wrongVerify(adversary, hospital, to, X, forge(adversary, hospital, X, v, from, to))).toBe(true);
  });

  it('fails against ours', async () => {
    const { params, key } = await world(name);
    const adversary = new Adversary(params);
    const proof = author(params, key('hospital'), from, CHAIN);
    const [X, v] = [adversary.g1.decode(proof.slice(0, 48)), adversary.g1.decode(proof.slice(48))];
    const forged = forge(adversary, hospital, X, v, from, to);
    expect(verifyAuthor(params, hospital, from, proof, CHAIN)).toBe(true);
    expect(verifyAuthor(params, hospital, to, adversary.proof(X, forged), CHAIN)).toBe(false);
  });
});
