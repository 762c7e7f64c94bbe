/** One k for two sets gives R to a member of neither. So k is hashed over the set, and over a secret of the sender's. */
import { describe, expect, it } from 'vitest';
import type { G1, G2, GT, Identity } from '../../src/index.js';
import { sealCapsule } from '../../src/index.js';
import { BACKENDS, hex, identity, utf8, world } from '../support.js';
import { Adversary, CHAIN, inverse, mod, scalarOf } from './adversary.js';

/**
 * Two headers with one k give `k G(γ) h` for every combination G of the two set polynomials. Choose G so that
 * `γ + x_m` divides it; then the outsider m decapsulates as a member of "the set of G".
 */
function outsiderR(
  adversary: Adversary,
  own: { SK: G1; x: bigint },
  C1: G1,
  first: { C2: G2; recipients: Identity[] },
  second: { C2: G2; recipients: Identity[] },
): GT {
  const [F, G] = [adversary.F(first.recipients), adversary.F(second.recipients)];
  const at = (f: bigint[]) => f.reduceRight((sum, c) => mod(sum * -own.x + c), 0n);
  const [alpha, beta] = [at(G), mod(-at(F))];
  const combined = F.map((c, i) => mod(alpha * c + beta * (G[i] ?? 0n)));
  // Synthetic division by X + x.
  const quotient: bigint[] = [];
  let carry = 0n;
  for (let i = combined.length - 1; i >= 1; i--) {
    carry = mod((combined[i] as bigint) - own.x * carry);
    quotient[i - 1] = carry;
  }
  const c = inverse(quotient[0] as bigint);
  const C2 = adversary.sum2([alpha, first.C2], [beta, second.C2]);
  return adversary.e(
    [adversary.sum1([c, own.SK]), C2],
    [adversary.sum1([c, C1]), adversary.evaluate(quotient.slice(1))],
  );
}

describe.each(BACKENDS)('one k for two sets on %s', (name) => {
  const sets = [
    ['alice', 'bob'],
    ['carol', 'dave'],
  ].map((names) => names.map((r) => identity(r))) as [Identity[], Identity[]];

  it('succeeds where k is repeated by force', async () => {
    const { params, key } = await world(name);
    const adversary = new Adversary(params);
    const k = 161803398875n;
    const [one, two] = sets.map((set) => adversary.header(set, k)) as [
      ReturnType<Adversary['header']>,
      ReturnType<Adversary['header']>,
    ];
    const own = { SK: adversary.open(key('mallory')).decrypt, x: scalarOf(identity('mallory'), 'DECRYPT') };
    const first = { C2: one.C2, recipients: sets[0] };
    const R = outsiderR(adversary, own, one.C1, first, { C2: two.C2, recipients: sets[1] });
    expect(hex(params.backend.encodeGT(R))).toBe(hex(params.backend.encodeGT(one.R)));
  });

  it('fails against ours even with a stuck generator', async () => {
    const { params, key } = await world(name);
    const adversary = new Adversary(params);
    const issuer = key('hospital');
    const context = utf8('c');
    const stuck = (length: number) => new Uint8Array(length).fill(9);
    const secret = new Uint8Array(32);
    const capsules = await Promise.all(
      sets.map((recipients) =>
        sealCapsule(params, { recipients, issuer, context, domain: CHAIN, secret, random: stuck }),
      ),
    );
    const [one, two] = capsules.map((capsule) => adversary.split(capsule)) as [
      ReturnType<Adversary['split']>,
      ReturnType<Adversary['split']>,
    ];
    expect(hex(one.header.slice(0, 48))).not.toBe(hex(two.header.slice(0, 48)));
    const own = { SK: adversary.open(key('mallory')).decrypt, x: scalarOf(identity('mallory'), 'DECRYPT') };
    for (const C1 of [one.C1, two.C1]) {
      const first = { C2: one.C2, recipients: sets[0] };
      const R = outsiderR(adversary, own, C1, first, { C2: two.C2, recipients: sets[1] });
      for (const [i, capsule] of capsules.entries()) {
        const members = sets[i] as Identity[];
        expect(await adversary.opens(R, capsule, members, issuer.identity, context)).toBeUndefined();
      }
    }
  });
});
