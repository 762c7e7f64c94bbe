/** W1, a wrong repair: `v = (k + f) SK_s` with a public f and the encapsulation's own k gives R to everyone. */
import { describe, expect, it } from 'vitest';
import type { G1, G2, GT, Identity } from '../../src/index.js';
import { sealCapsule } from '../../src/index.js';
import { BACKENDS, hex, identity, utf8, world } from '../support.js';
import { Adversary, CHAIN, number, scalarOf, sha } from './adversary.js';

/** `e(v, γh + H(s)h) u^-f = u^k`; the adversary sees v, f and the sender's name. */
function recoverR(adversary: Adversary, v: G1, f: bigint, sender: Identity): GT {
  const { H, u, backend } = adversary.params;
  const lower = adversary.sum2([1n, H[1] as G2], [scalarOf(sender, 'SIGN'), H[0] as G2]);
  return backend.mulGT(adversary.e([v, lower]), adversary.pow(u, -f));
}

describe.each(BACKENDS)('W1 on %s', (name) => {
  it('succeeds against the wrong repair', async () => {
    const { params, key } = await world(name);
    const adversary = new Adversary(params);
    const sender = key('hospital');
    const k = 31415926535n;
    const header = adversary.header([identity('alice'), identity('bob')], k);
    // The repair: sign the header with its own randomness and the public challenge f.
    const f = number(sha(header.bytes).slice(16));
    const v = adversary.sum1([k + f, adversary.open(sender).sign]);
    const R = recoverR(adversary, v, f, sender.identity);
    expect(hex(params.backend.encodeGT(R))).toBe(hex(params.backend.encodeGT(header.R)));
  });

  it('fails against ours: the same equation gives u^x, and x is not k', async () => {
    const { params, key } = await world(name);
    const adversary = new Adversary(params);
    const issuer = key('hospital');
    const recipients = [identity('alice'), identity('bob')];
    const context = utf8('c');
    const secret = new Uint8Array(32);
    const capsule = await sealCapsule(params, { recipients, issuer, context, domain: CHAIN, secret });
    const { header, wrapped, X, v } = adversary.split(capsule);
    const digest = adversary.capsuleDigest(header, wrapped, recipients, issuer.identity, context);
    const f = adversary.challenge(X, digest, adversary.Q(issuer.identity), CHAIN);
    const found = recoverR(adversary, v, f, issuer.identity);
    for (const R of [found, adversary.pow(found, -1n)]) {
      expect(await adversary.opens(R, capsule, recipients, issuer.identity, context)).toBeUndefined();
    }
  });
});
