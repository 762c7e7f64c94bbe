/** P3: from public parameters alone, any message from anyone to one recipient. */
import { describe, expect, it } from 'vitest';
import type { G2, GT } from '../../src/index.js';
import { verifyAuthor } from '../../src/index.js';
import {
  type PublishedCiphertext,
  type PublishedParameters,
  publishedH1,
  publishedH2,
  publishedUnsigncrypt,
} from '../../src/published/index.js';
import { BACKENDS, identity, world } from '../support.js';
import { Adversary, CHAIN, mod, polynomial, scalarOf } from './adversary.js';
import { publishedWorld } from './published.js';

/** `C2 = t γ (γ + s)(γ + i) h` pairs with SK_i to `e(w, γh + sh)^t`, which is public: R without any k. */
function forge(params: PublishedParameters, sender: string, recipient: string, m: GT): PublishedCiphertext {
  const { backend, w, H } = params;
  const { g1, g2 } = backend;
  const t = 123456789n;
  const [s, i] = [publishedH1(sender), publishedH1(recipient)];
  const product = polynomial([s, i]);
  const C2 = g2.multiScalar(
    [H[1], H[2], H[3]] as G2[],
    product.map((c) => backend.scalar(mod(c * t))),
  );
  const Q = g2.multiScalar([H[1], H[0]] as G2[], [backend.scalar(1n), backend.scalar(s)]);
  const R = backend.powGT(backend.pairingProduct([[w, Q]]), backend.scalar(t));
  const C1 = w;
  const C3 = backend.mulGT(m, R);
  const f = publishedH2(backend, m, C1, C2, C3);
  return { C1, C2, C3, v: g1.mul(w, backend.scalar(mod(-t * f))) };
}

describe.each(BACKENDS)('P3 on %s', (name) => {
  it('succeeds against the published scheme', async () => {
    const { params, key, message, backend } = await publishedWorld(name, 3);
    const forged = forge(params, 'hospital', 'alice', message('anything'));
    const opened = publishedUnsigncrypt(params, key('alice'), 'hospital', ['alice'], forged) as GT;
    expect(backend.equalsGT(opened, message('anything'))).toBe(true);
  });

  it('fails against ours: what is public in G1 reaches no v for a commitment fixed before f', async () => {
    const { params } = await world(name);
    const hospital = identity('hospital');
    const adversary = new Adversary(params);
    const { w, V } = params;
    const P1 = adversary.g1.generator;
    const s = scalarOf(hospital, 'SIGN');
    const digest = new Uint8Array(32).fill(3);
    const Q = adversary.Q(hospital);
    for (const [a, b, c] of [
      [1n, 0n, 0n],
      [0n, 1n, 0n],
      [0n, 0n, 1n],
      [s, 1n, 0n],
      [5n, 7n, 11n],
    ] as const) {
      const X = adversary.sum1([a, w], [b, V], [c, P1]);
      const f = adversary.challenge(X, digest, Q, CHAIN);
      for (const v of [
        adversary.sum1([-a * f, w]),
        adversary.sum1([a + f, w], [b, V], [c, P1]),
        adversary.sum1([a, P1], [f, w]),
        adversary.sum1([f, P1], [b * s, V], [1n, w]),
      ]) {
        if (adversary.g1.isIdentity(v)) continue;
        expect(verifyAuthor(params, hospital, digest, adversary.proof(X, v), CHAIN)).toBe(false);
      }
    }
  });
});
