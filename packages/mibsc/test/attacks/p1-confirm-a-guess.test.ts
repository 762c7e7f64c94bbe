/** P1: an outsider without any key confirms a guessed message, and gets R from a right guess. */
import { describe, expect, it } from 'vitest';
import type { Backend, G2, GT } from '../../src/index.js';
import { sealCapsule } from '../../src/index.js';
import {
  divideGT,
  isOneGT,
  type PublishedCiphertext,
  type PublishedParameters,
  publishedH1,
  publishedH2,
  publishedSigncrypt,
} from '../../src/published/index.js';
import { BACKENDS, identity, utf8, world } from '../support.js';
import { Adversary, CHAIN } from './adversary.js';
import { publishedWorld } from './published.js';

/** Public parameters, one ciphertext, the sender's name, a guess. */
function confirm(
  params: PublishedParameters,
  sender: string,
  sigma: PublishedCiphertext,
  guess: GT,
): GT | undefined {
  const { backend, H } = params;
  const R = divideGT(backend, sigma.C3, guess);
  const f = publishedH2(backend, guess, sigma.C1, sigma.C2, sigma.C3);
  const Q = backend.g2.add(H[1] as G2, backend.g2.mul(H[0] as G2, backend.scalar(publishedH1(sender))));
  const check = backend.mulGT(backend.pairingProduct([[sigma.v, Q]]), backend.powGT(R, backend.scalar(f)));
  return isOneGT(backend, check) ? R : undefined;
}

describe.each(BACKENDS)('P1 on %s', (name) => {
  it('succeeds against the published scheme', async () => {
    const { params, key, message, backend } = await publishedWorld(name);
    const sigma = publishedSigncrypt(params, key('hospital'), ['alice', 'bob'], message('positive'));
    expect(confirm(params, 'hospital', sigma, message('negative'))).toBeUndefined();
    const R = confirm(params, 'hospital', sigma, message('positive')) as GT;
    expect((backend as Backend).equalsGT(backend.mulGT(message('positive'), R), sigma.C3)).toBe(true);
  });

  it('fails against ours: no public equation contains the secret, and none gives R', async () => {
    const { params, key } = await world(name);
    const recipients = ['alice', 'bob'].map((r) => identity(r));
    const context = utf8('context');
    const secret = new Uint8Array(32).fill(1);
    const issuer = key('hospital');
    const capsule = await sealCapsule(params, { recipients, issuer, context, domain: CHAIN, secret });
    const outsider = new Adversary(params);
    expect(await outsider.searchR(capsule, recipients, issuer.identity, context, [], CHAIN)).toBe(false);
    // The guess enters the attack only through the capsule's bytes; two capsules of one secret share no field.
    const again = await sealCapsule(params, { recipients, issuer, context, domain: CHAIN, secret });
    for (const [from, to] of [
      [0, 48],
      [48, 144],
      [144, 192],
      [192, 240],
      [240, 288],
    ] as const) {
      expect(again.slice(from, to)).not.toEqual(capsule.slice(from, to));
    }
  });
});
