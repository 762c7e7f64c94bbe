/** A verifier that takes Q from the prover accepts anyone as anyone; ours computes Q from parameters and identity. */
import { describe, expect, it } from 'vitest';
import type { G2 } from '../../src/index.js';
import { authorPoint, batchVerifyAuthor, verifyAuthor } from '../../src/index.js';
import { BACKENDS, hex, identity, world } from '../support.js';
import { Adversary, CHAIN } from './adversary.js';

describe.each(BACKENDS)('self-chosen Q on %s', (name) => {
  it('forges without a key where Q is taken, and fails against ours', async () => {
    const { params } = await world(name);
    const adversary = new Adversary(params);
    const hospital = identity('hospital');
    const digest = new Uint8Array(32).fill(8);
    for (const t of [1n, 2n, 12345n]) {
      // Q = h/t makes v = t (X + f w) a proof for whatever name is written above it.
      const Q = adversary.sum2([1n, params.H[0] as G2]);
      const X = adversary.sum1([t, params.w]);
      const f = adversary.challenge(X, digest, Q, CHAIN);
      const v = adversary.sum1([1n, X], [f, params.w]);
      const equation = params.backend.pairingProductIsOne([
        [v, Q],
        [adversary.g1.negate(v), params.H[0] as G2],
      ]);
      expect(equation).toBe(true);
      const proof = adversary.proof(X, v);
      expect(verifyAuthor(params, hospital, digest, proof, CHAIN)).toBe(false);
      expect(batchVerifyAuthor(params, [{ identity: hospital, digest, proof }], CHAIN).ok).toBe(false);
    }
    expect(hex(authorPoint(params, hospital))).toBe(hex(adversary.g2.encodeEvm(adversary.Q(hospital))));
  });
});
