/** P7: a sender makes a header that opens differently for different members of one set. */
import { describe, expect, it } from 'vitest';
import type { GT } from '../../src/index.js';
import { author, openCapsule, verifyCapsule } from '../../src/index.js';
import {
  type PublishedCiphertext,
  type PublishedKey,
  type PublishedParameters,
  publishedCommitment,
  publishedH1,
  publishedH2,
  publishedUnsigncrypt,
} from '../../src/published/index.js';
import { BACKENDS, codeOf, hex, identity, utf8, world } from '../support.js';
import { Adversary, CHAIN, cat, gcmSeal, inverse, mod, scalarOf } from './adversary.js';
import { publishedHeaderHolds, publishedWorld } from './published.js';

/** `C2 + t (γ + x1) h` adds `u^(t/x2)` to the R of the first of two members, and noise to the other's. */
function equivocate(
  params: PublishedParameters,
  sender: PublishedKey,
  [first, second]: [string, string],
  m: GT,
): PublishedCiphertext {
  const { backend, w, u, H } = params;
  const { g1, g2 } = backend;
  const [k, t] = [1234567n, 7654321n];
  const C1 = g1.mul(w, backend.scalar(mod(-k)));
  const extra = g2.multiScalar([H[0], H[1]] as never[], [
    backend.scalar(mod(t * publishedH1(first))),
    backend.scalar(t),
  ]);
  const C2 = g2.add(g2.mul(publishedCommitment(params, [first, second]), backend.scalar(k)), extra);
  const k1 = mod(k + t * inverse(publishedH1(second)));
  const C3 = backend.mulGT(m, backend.powGT(u, backend.scalar(k1)));
  const f = publishedH2(backend, m, C1, C2, C3);
  return { C1, C2, C3, v: g1.mul(sender.SK, backend.scalar(mod(-k1 * f))) };
}

describe.each(BACKENDS)('P7 on %s', (name) => {
  it('succeeds against the published scheme: one of two recipients opens what the other cannot', async () => {
    const { params, key, message, backend } = await publishedWorld(name);
    const recipients = ['alice', 'bob'];
    const sigma = equivocate(params, key('hospital'), ['alice', 'bob'], message('for alice'));
    const alice = publishedUnsigncrypt(params, key('alice'), 'hospital', recipients, sigma) as GT;
    expect(backend.equalsGT(alice, message('for alice'))).toBe(true);
    expect(publishedUnsigncrypt(params, key('bob'), 'hospital', recipients, sigma)).toBeUndefined();
    expect(publishedHeaderHolds(params, recipients, sigma)).toBe(false);
  });

  it('fails against ours: an honest proof over such a header helps nobody', async () => {
    const { params, key } = await world(name);
    const adversary = new Adversary(params);
    const sender = key('hospital');
    const recipients = adversary.sorted(['alice', 'bob'].map((r) => identity(r)));
    const [x1, x2] = recipients.map((r) => scalarOf(r, 'DECRYPT')) as [bigint, bigint];
    const context = utf8('c');
    const [k, t] = [1234567n, 7654321n];
    const honest = adversary.header(recipients, k);
    const C2 = adversary.g2.add(honest.C2, adversary.evaluate([mod(t * x1), t]));
    const bytes = adversary.headerBytes(honest.C1, C2);
    const R = adversary.pow(params.u, k + t * inverse(x2));
    const kek = adversary.kek(R, bytes, recipients, sender.identity, context);
    const wrapped = await gcmSeal(kek, new Uint8Array(32));
    const digest = adversary.capsuleDigest(bytes, wrapped, recipients, sender.identity, context);
    const capsule = cat(bytes, wrapped, author(params, sender, digest, CHAIN));
    const given = { capsule, recipients, issuer: sender.identity, context, domain: CHAIN };
    for (const who of recipients) {
      expect(await codeOf(() => openCapsule(params, { ...given, key: key(who.name) }))).toBe(
        'malformed-header',
      );
    }
    expect(await codeOf(() => verifyCapsule(params, given))).toBe('malformed-header');
    // The first member would have opened it: the R above is right, only the check stands in the way.
    const first = adversary.open(key(recipients[0]?.name as string)).decrypt;
    const own = adversary.decapsulateWith(first, honest.C1, C2, recipients, x1);
    expect(hex(params.backend.encodeGT(own))).toBe(hex(params.backend.encodeGT(R)));
  });
});
