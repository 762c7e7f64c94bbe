/** P2: whoever knows one plaintext signs any other as the sender, to the same recipients. */
import { describe, expect, it } from 'vitest';
import type { GT } from '../../src/index.js';
import { author, verifyAuthor } from '../../src/index.js';
import {
  divideGT,
  type PublishedCiphertext,
  type PublishedParameters,
  publishedH2,
  publishedSigncrypt,
  publishedUnsigncrypt,
} from '../../src/published/index.js';
import { BACKENDS, identity, world } from '../support.js';
import { Adversary, CHAIN, inverse, mod } from './adversary.js';
import { publishedWorld } from './published.js';

/** Public parameters, a ciphertext and its plaintext; no key. */
function forge(
  params: PublishedParameters,
  sigma: PublishedCiphertext,
  known: GT,
  wanted: GT,
): PublishedCiphertext {
  const { backend } = params;
  const R = divideGT(backend, sigma.C3, known);
  const C3 = backend.mulGT(wanted, R);
  const f = publishedH2(backend, known, sigma.C1, sigma.C2, sigma.C3);
  const wantedF = publishedH2(backend, wanted, sigma.C1, sigma.C2, C3);
  const ratio = backend.scalar(mod(wantedF * inverse(f)));
  return { ...sigma, C3, v: backend.g1.mul(sigma.v, ratio) };
}

describe.each(BACKENDS)('P2 on %s', (name) => {
  it('succeeds against the published scheme', async () => {
    const { params, key, message, backend } = await publishedWorld(name);
    const recipients = ['alice', 'bob'];
    const sigma = publishedSigncrypt(params, key('hospital'), recipients, message('10 mg'));
    const forged = forge(params, sigma, message('10 mg'), message('100 mg'));
    const opened = publishedUnsigncrypt(params, key('bob'), 'hospital', recipients, forged) as GT;
    expect(backend.equalsGT(opened, message('100 mg'))).toBe(true);
  });

  it('fails against ours: a challenge that is added cannot be scaled', async () => {
    const { params, key } = await world(name);
    const hospital = identity('hospital');
    const adversary = new Adversary(params);
    const [old, wanted] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    const proof = author(params, key('hospital'), old, CHAIN);
    expect(verifyAuthor(params, hospital, old, proof, CHAIN)).toBe(true);
    const X = adversary.g1.decode(proof.slice(0, 48));
    const v = adversary.g1.decode(proof.slice(48));
    const Q = adversary.Q(hospital);
    const f = adversary.challenge(X, old, Q, CHAIN);
    const f2 = adversary.challenge(X, wanted, Q, CHAIN);
    const own = adversary.open(key('alice'));
    const ratio = mod(f2 * inverse(f));
    const scaledX = adversary.sum1([ratio, X]);
    const f3 = adversary.challenge(scaledX, wanted, Q, CHAIN);
    const attempts = [
      adversary.proof(X, v),
      adversary.proof(X, adversary.sum1([ratio, v])),
      adversary.proof(scaledX, adversary.sum1([ratio, v])),
      adversary.proof(scaledX, adversary.sum1([f3 * inverse(f), v])),
      adversary.proof(X, adversary.sum1([1n, v], [f2 - f, own.sign])),
      adversary.proof(X, adversary.sum1([1n, v], [f2 - f, own.decrypt])),
    ];
    for (const attempt of attempts)
      expect(verifyAuthor(params, hospital, wanted, attempt, CHAIN)).toBe(false);
  });
});
