/** P5: O everywhere satisfies the published check. */
import { describe, expect, it } from 'vitest';
import type { GT } from '../../src/index.js';
import { batchVerifyAuthor, decodeHeader, openCapsule, sealCapsule, verifyAuthor } from '../../src/index.js';
import { publishedUnsigncrypt } from '../../src/published/index.js';
import { BACKENDS, codeOf, identity, utf8, world } from '../support.js';
import { CHAIN, cat } from './adversary.js';
import { publishedWorld } from './published.js';

describe.each(BACKENDS)('P5 on %s', (name) => {
  it('succeeds against the published scheme', async () => {
    const { params, key, message, backend } = await publishedWorld(name);
    const O1 = backend.g1.multiScalar([], []);
    const O2 = backend.g2.multiScalar([], []);
    const forged = { C1: O1, C2: O2, C3: message('anything'), v: O1 };
    for (const reader of ['alice', 'bob']) {
      const opened = publishedUnsigncrypt(params, key(reader), 'hospital', ['alice', 'bob'], forged) as GT;
      expect(backend.equalsGT(opened, message('anything'))).toBe(true);
    }
  });

  it('fails against ours: O is refused wherever a point is decoded', async () => {
    const { params, key } = await world(name);
    const O1 = new Uint8Array(48);
    const O2 = new Uint8Array(96);
    O1[0] = 0xc0;
    O2[0] = 0xc0;
    const digest = new Uint8Array(32);
    const hospital = identity('hospital');
    const recipients = [identity('alice')];
    const context = utf8('c');
    const issuer = key('hospital');
    const good = await sealCapsule(params, {
      recipients,
      issuer,
      context,
      domain: CHAIN,
      secret: new Uint8Array(32),
    });
    const proof = good.slice(-96);
    for (const forged of [
      cat(O1, O1),
      cat(proof.slice(0, 48), O1),
      cat(O1, proof.slice(48)),
      new Uint8Array(96),
    ]) {
      expect(verifyAuthor(params, hospital, digest, forged, CHAIN)).toBe(false);
      const items = [{ identity: hospital, digest, proof: forged }];
      expect(batchVerifyAuthor(params, items, CHAIN).failed).toEqual([0]);
    }
    const key1 = key('alice');
    for (const capsule of [
      cat(O1, good.slice(48)),
      cat(good.slice(0, 48), O2, good.slice(144)),
      cat(O1, O2, good.slice(144, -96), O1, O1),
      cat(good.slice(0, -48), O1),
    ]) {
      const given = { capsule, recipients, issuer: hospital, context, domain: CHAIN, key: key1 };
      expect(await codeOf(() => openCapsule(params, given))).toBe('decode');
    }
    expect(await codeOf(() => decodeHeader(params, cat(O1, O2)))).toBe('decode');
  });
});
