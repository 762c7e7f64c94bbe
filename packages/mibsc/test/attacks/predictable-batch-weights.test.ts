/** Two false proofs whose errors cancel in a sum: accepted by weights that an insider can predict. */
import { describe, expect, it } from 'vitest';
import type { G1, G2 } from '../../src/index.js';
import { batchVerifyAuthor, verifyAuthor } from '../../src/index.js';
import { BACKENDS, world } from '../support.js';
import { Adversary, CHAIN, inverse, mod, number, sha } from './adversary.js';

/** A batch verifier with the weights given. */
function weighted(
  adversary: Adversary,
  Q: G2,
  items: readonly { digest: Uint8Array; X: G1; v: G1 }[],
  weights: readonly bigint[],
): boolean {
  let left: [bigint, G1][] = [];
  let right: [bigint, G1][] = [];
  for (const [i, { digest, X, v }] of items.entries()) {
    const weight = weights[i] as bigint;
    left = [...left, [weight, v]];
    right = [
      ...right,
      [-weight, X],
      [-weight * adversary.challenge(X, digest, Q, CHAIN), adversary.params.w],
    ];
  }
  return adversary.params.backend.pairingProductIsOne([
    [adversary.sum1(...left), Q],
    [adversary.sum1(...right), adversary.params.H[0] as G2],
  ]);
}

describe.each(BACKENDS)('predictable batch weights on %s', (name) => {
  it('forge where weights are known, and fail against ours with any source of weights', async () => {
    const { params, key } = await world(name);
    const adversary = new Adversary(params);
    const hospital = key('hospital');
    const Q = adversary.Q(hospital.identity);
    const { sign } = adversary.open(hospital);
    const digests = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    const honest = digests.map((digest, i) => {
      const proof = adversary.sign(sign, hospital.identity, digest, CHAIN, BigInt(i + 100));
      return { digest, X: adversary.g1.decode(proof.slice(0, 48)), v: adversary.g1.decode(proof.slice(48)) };
    });
    const cancel = ([w1, w2]: readonly bigint[]) => {
      const error = 777n;
      const P1 = adversary.g1.generator;
      const errors = [error, -error * (w1 as bigint) * inverse(w2 as bigint)];
      return honest.map((item, i) => ({
        ...item,
        v: adversary.sum1([1n, item.v], [errors[i] as bigint, P1]),
      }));
    };
    const predictable = [
      [1n, 1n],
      [1n, 2n],
      // "Random" weights from the digests only: fixed before the proofs are.
      digests.map((digest) => mod(number(sha(digest).slice(16)))),
    ];
    for (const weights of predictable) {
      const forged = cancel(weights);
      expect(weighted(adversary, Q, forged, weights)).toBe(true);
      const items = forged.map(({ digest, X, v }) => ({
        identity: hospital.identity,
        digest,
        proof: adversary.proof(X, v),
      }));
      for (const item of items) {
        expect(verifyAuthor(params, item.identity, item.digest, item.proof, CHAIN)).toBe(false);
      }
      // Even when the adversary knows the fresh bytes: the weights also hash what it is about to change.
      for (const random of [undefined, (n: number) => new Uint8Array(n)]) {
        const options = random === undefined ? {} : { random };
        expect(batchVerifyAuthor(params, items, CHAIN, options)).toEqual({ ok: false, failed: [0, 1] });
      }
    }
  });

  it('knowing the weights of the honest batch does not help: they change with the proofs', async () => {
    const { params, key } = await world(name);
    const adversary = new Adversary(params);
    const hospital = key('hospital');
    const { sign } = adversary.open(hospital);
    const fixed = (n: number) => new Uint8Array(n).fill(1);
    const D = adversary.domain(CHAIN);
    const Q = adversary.Q(hospital.identity);
    const digests = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    const proofs = digests.map((d, i) => adversary.sign(sign, hospital.identity, d, CHAIN, BigInt(i + 7)));
    // The documented derivation, recomputed for the honest batch.
    const evm = adversary.g2.encodeEvm(Q);
    const seed = sha(fixed(32), D, ...proofs.flatMap((p, i) => [p, digests[i] as Uint8Array, evm]));
    const weights = [0, 1].map((i) => number(sha(seed, new Uint8Array(7), new Uint8Array([i])).slice(0, 16)));
    const errors = [1n, mod(-(weights[0] as bigint) * inverse(weights[1] as bigint))];
    const decoded = proofs.map((p, i) => ({
      digest: digests[i] as Uint8Array,
      X: adversary.g1.decode(p.slice(0, 48)),
      v: adversary.sum1(
        [1n, adversary.g1.decode(p.slice(48))],
        [errors[i] as bigint, adversary.g1.generator],
      ),
    }));
    expect(weighted(adversary, Q, decoded, weights)).toBe(true);
    const items = decoded.map(({ digest, X, v }) => ({
      identity: hospital.identity,
      digest,
      proof: adversary.proof(X, v),
    }));
    expect(batchVerifyAuthor(params, items, CHAIN, { random: fixed }).failed).toEqual([0, 1]);
  });
});
