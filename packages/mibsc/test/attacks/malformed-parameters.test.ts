/** Parameters that do not hold together, and an authority that cheats where nobody can see. */
import { describe, expect, it } from 'vitest';
import type { G1, G2, UnvalidatedParameters } from '../../src/index.js';
import {
  author,
  checkMasterSecret,
  decodeIdentityKey,
  decodeParameters,
  encodeIdentityKey,
  encodeParameters,
  extract,
  validateParameters,
  verifyAuthor,
} from '../../src/index.js';
import { BACKENDS, codeOf, identity, world } from '../support.js';
import { Adversary, CHAIN, cat } from './adversary.js';

describe.each(BACKENDS)('malformed parameters on %s', (name) => {
  it('fail validation: H not the powers of one secret, or not of V', async () => {
    const { params, backend } = await world(name, 4);
    const other = await world(name, 4, 'another');
    const adversary = new Adversary(params);
    const decoded = () => decodeParameters(backend, encodeParameters(params));
    const withH = (change: (H: G2[]) => void): UnvalidatedParameters => {
      const loose = decoded();
      const H = [...loose.H];
      change(H);
      return { ...loose, H };
    };
    const O1 = backend.g1.multiScalar([], []) as G1;
    const bad: [string, UnvalidatedParameters][] = [
      ['H[0] is another point', withH((H) => H.splice(0, 1, H[1] as G2))],
      ['H[1] is another power', withH((H) => H.splice(1, 1, H[2] as G2))],
      ['two powers swapped', withH((H) => H.splice(2, 2, H[3] as G2, H[2] as G2))],
      ['the last power scaled', withH((H) => H.splice(4, 1, adversary.sum2([2n, H[4] as G2])))],
      ['every second power of another secret', withH((H) => H.splice(3, 1, other.params.H[3] as G2))],
      ['all powers of another secret', withH((H) => H.splice(0, 5, ...other.params.H))],
      ['V of another secret', { ...decoded(), V: other.params.V }],
      ['V is O', { ...decoded(), V: O1 }],
      ['w is O', { ...decoded(), w: O1 }],
      ['a power is missing', withH((H) => H.pop())],
      ['N is larger than the powers', { ...decoded(), N: 5 }],
      [
        'scaled so that errors cancel without weights',
        withH((H) => {
          H.splice(2, 1, adversary.sum2([1n, H[2] as G2], [1n, H[0] as G2]));
          H.splice(3, 1, adversary.sum2([1n, H[3] as G2], [-1n, H[0] as G2]));
        }),
      ],
    ];
    for (const [flaw, loose] of bad)
      expect(await codeOf(() => validateParameters(loose)), flaw).toBe('parameters');
    expect(validateParameters(decoded()).N).toBe(4);
  });

  it('w ≠ γ g and a false u pass the public check and fail every key', async () => {
    const { params, backend, master, key } = await world(name, 2);
    const adversary = new Adversary(params);
    const good = key('alice');
    for (const change of [
      { w: adversary.sum1([2n, params.w]) },
      { u: adversary.pow(params.u, 2n) },
      { w: adversary.sum1([2n, params.w]), u: adversary.pow(params.u, 2n) },
    ]) {
      const loose = { ...decodeParameters(backend, encodeParameters(params)), ...change };
      const cheating = validateParameters(loose);
      // The authority hands out the key with the digest of the parameters it publishes.
      const bytes = encodeIdentityKey(good);
      bytes.set(cheating.digest, 6);
      expect(await codeOf(() => decodeIdentityKey(cheating, bytes))).toBe('identity-key');
      expect(await codeOf(() => checkMasterSecret(cheating, master))).toBe('master-secret');
      expect(await codeOf(() => extract(cheating, master, identity('alice')))).toBe('master-secret');
    }
  });

  it('refuses a key of another identity, and one whose two halves are exchanged', async () => {
    const { params, key } = await world(name, 2);
    const [alice, bobby] = [encodeIdentityKey(key('alice')), encodeIdentityKey(key('bobby'))];
    const head = alice.slice(0, -96);
    for (const points of [
      bobby.slice(-96),
      cat(alice.slice(-48), alice.slice(-96, -48)),
      cat(alice.slice(-96, -48), bobby.slice(-48)),
      cat(bobby.slice(-96, -48), alice.slice(-48)),
    ]) {
      expect(await codeOf(() => decodeIdentityKey(params, cat(head, points)))).toBe('identity-key');
    }
    expect(decodeIdentityKey(params, alice).identity.name).toBe('alice');
  });

  it('parameters swapped under a signature: the proof names its parameters', async () => {
    const { params, backend, key } = await world(name, 2);
    const hospital = key('hospital');
    const digest = new Uint8Array(32);
    const proof = author(params, hospital, digest, CHAIN);
    // The same w, V, H, of which alone the equation speaks; only u and so the digest differ.
    const loose = {
      ...decodeParameters(backend, encodeParameters(params)),
      u: new Adversary(params).pow(params.u, 2n),
    };
    const swapped = validateParameters(loose);
    expect(verifyAuthor(params, hospital.identity, digest, proof, CHAIN)).toBe(true);
    expect(verifyAuthor(swapped, hospital.identity, digest, proof, CHAIN)).toBe(false);
    const smaller = { ...decodeParameters(backend, encodeParameters((await world(name, 3)).params)), N: 2 };
    expect(await codeOf(() => validateParameters(smaller))).toBe('parameters');
  });
});
