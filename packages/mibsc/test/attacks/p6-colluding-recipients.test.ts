/** P6: two recipients forge from any sender, and their header passes the well-formed check. */
import { describe, expect, it } from 'vitest';
import type { G2, GT } from '../../src/index.js';
import { verifyAuthor } from '../../src/index.js';
import {
  type PublishedCiphertext,
  type PublishedKey,
  type PublishedParameters,
  publishedH1,
  publishedH2,
  publishedUnsigncrypt,
} from '../../src/published/index.js';
import { BACKENDS, identity, world } from '../support.js';
import { Adversary, CHAIN, inverse, mod, polynomial, scalarOf } from './adversary.js';
import { publishedHeaderHolds, publishedWorld } from './published.js';

/**
 * `k = k0 - b/(γ+x1) + b/(γ+x2)` with `k0 = b/(x1-s) - b/(x2-s)`: the term 1/(γ+s) of `k SK_s` cancels, and the rest is
 * a combination of the two keys. `γ/(γ+x) g = g - x SK`, so g cancels in C1 as well.
 */
function forge(
  params: PublishedParameters,
  one: PublishedKey,
  two: PublishedKey,
  others: string[],
  sender: string,
  m: GT,
): PublishedCiphertext {
  const { backend, w, H } = params;
  const { g1, g2 } = backend;
  const b = 987654321n;
  const [x1, x2, s] = [publishedH1(one.identity), publishedH1(two.identity), publishedH1(sender)];
  const k0 = mod(b * inverse(x1 - s) - b * inverse(x2 - s));
  const sum1 = (terms: [bigint, typeof w][]) =>
    g1.multiScalar(
      terms.map(([, p]) => p),
      terms.map(([x]) => backend.scalar(mod(x))),
    );
  const C1 = sum1([
    [-k0, w],
    [-b * x1, one.SK],
    [b * x2, two.SK],
  ]);
  const rest = others.map(publishedH1);
  const [full, without1, without2] = [
    polynomial([x1, x2, ...rest]),
    polynomial([x2, ...rest]),
    polynomial([x1, ...rest]),
  ];
  const coefficients = full.map((c, i) => mod(k0 * c - b * (without1[i] ?? 0n) + b * (without2[i] ?? 0n)));
  const C2 = g2.multiScalar(
    H.slice(0, coefficients.length) as G2[],
    coefficients.map((c) => backend.scalar(c)),
  );
  const K = sum1([
    [-b * inverse(s - x1), one.SK],
    [b * inverse(s - x2), two.SK],
  ]);
  // R = u^k = e(k SK_s, γh + sh), and K = k SK_s.
  const Q = g2.multiScalar([H[1], H[0]] as G2[], [backend.scalar(1n), backend.scalar(s)]);
  const R = backend.pairingProduct([[K, Q]]);
  const C3 = backend.mulGT(m, R);
  const f = publishedH2(backend, m, C1, C2, C3);
  return { C1, C2, C3, v: g1.mul(K, backend.scalar(mod(-f))) };
}

describe.each(BACKENDS)('P6 on %s', (name) => {
  it('succeeds against the published scheme, with the header check added', async () => {
    const { params, key, message, backend } = await publishedWorld(name);
    const forged = forge(params, key('mallory'), key('eve'), ['alice'], 'hospital', message('anything'));
    const recipients = ['mallory', 'eve', 'alice'];
    expect(publishedHeaderHolds(params, recipients, forged)).toBe(true);
    const opened = publishedUnsigncrypt(params, key('alice'), 'hospital', recipients, forged) as GT;
    expect(backend.equalsGT(opened, message('anything'))).toBe(true);
  });

  it('fails against ours: the cancelling commitment must know f, and f hashes the commitment', async () => {
    const { params, key } = await world(name);
    const adversary = new Adversary(params);
    const hospital = identity('hospital');
    const digest = new Uint8Array(32).fill(6);
    const Q = adversary.Q(hospital);
    const s = scalarOf(hospital, 'SIGN');
    for (const kind of ['DECRYPT', 'SIGN'] as const) {
      const points = ['mallory', 'eve'].map((who) => {
        const { decrypt, sign } = adversary.open(key(who));
        return { x: scalarOf(identity(who), kind), SK: kind === 'SIGN' ? sign : decrypt };
      });
      const [one, two] = points as [(typeof points)[0], (typeof points)[0]];
      let f = 0n;
      for (let round = 0; round < 6; round++) {
        const b = BigInt(round + 2);
        // x = x0 - b/(γ+x1) + b/(γ+x2) with x0 + f + b/(s-x1) - b/(s-x2) = 0 for the f of the round before.
        const x0 = mod(-f - b * inverse(s - one.x) + b * inverse(s - two.x));
        const X = adversary.sum1([x0, params.w], [b * one.x, one.SK], [-b * two.x, two.SK]);
        const v = adversary.sum1([-b * inverse(s - one.x), one.SK], [b * inverse(s - two.x), two.SK]);
        expect(verifyAuthor(params, hospital, digest, adversary.proof(X, v), CHAIN)).toBe(false);
        f = adversary.challenge(X, digest, Q, CHAIN);
      }
    }
  });

  it('ours would fall to it if f were known beforehand: the attempt above is the right one', async () => {
    const { params, key } = await world(name);
    const adversary = new Adversary(params);
    const hospital = identity('hospital');
    const s = scalarOf(hospital, 'SIGN');
    const [x1, x2] = ['mallory', 'eve'].map((who) => scalarOf(identity(who), 'DECRYPT')) as [bigint, bigint];
    const [SK1, SK2] = ['mallory', 'eve'].map((who) => adversary.open(key(who)).decrypt) as [never, never];
    const [f, b] = [42n, 7n];
    const x0 = mod(-f - b * inverse(s - x1) + b * inverse(s - x2));
    // X = x w, -b γ/(γ+x1) g = -b g + b x1 SK1
    const X = adversary.sum1([x0, params.w], [b * x1, SK1], [-b * x2, SK2]);
    const v = adversary.sum1([-b * inverse(s - x1), SK1], [b * inverse(s - x2), SK2]);
    const holds = params.backend.pairingProductIsOne([
      [v, adversary.Q(hospital)],
      [adversary.sum1([-1n, X], [-f, params.w]), params.H[0] as G2],
    ]);
    expect(holds).toBe(true);
  });
});
