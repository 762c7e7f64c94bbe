/** Parts of two honest capsules or envelopes put together. */
import { beforeAll, describe, expect, it } from 'vitest';
import { inspectEnvelope, openCapsule, sealCapsule, signcrypt, unsigncrypt } from '../../src/index.js';
import { BACKENDS, codeOf, identity, utf8, type World, world } from '../support.js';
import { CHAIN, cat } from './adversary.js';

const recipients = [identity('alice'), identity('bob')];
const context = utf8('c');

describe.each(BACKENDS)('swapping on %s', (name) => {
  let w: World;
  beforeAll(async () => {
    w = await world(name);
  });

  it('header, wrapped secret or proof of another capsule', async () => {
    const { params, key } = w;
    const issuer = key('hospital');
    const input = { recipients, issuer, context, domain: CHAIN };
    const [a, b] = await Promise.all(
      [1, 2].map((fill) => sealCapsule(params, { ...input, secret: new Uint8Array(32).fill(fill) })),
    );
    const cuts = [0, 48, 144, 192, 240, 288];
    const given = { recipients, issuer: issuer.identity, context, domain: CHAIN, key: key('alice') };
    for (let part = 0; part < 5; part++) {
      const mixed = new Uint8Array(a as Uint8Array);
      mixed.set((b as Uint8Array).slice(cuts[part], cuts[part + 1]), cuts[part]);
      expect(await codeOf(() => openCapsule(params, { ...given, capsule: mixed }))).toBe('author-proof');
    }
    // The whole of the other opens: the test above mixes what is each in order.
    expect((await openCapsule(params, { ...given, capsule: b as Uint8Array }))[0]).toBe(2);
  });

  it('set, context or issuer', async () => {
    const { params, key } = w;
    const issuer = key('hospital');
    const capsule = await sealCapsule(params, {
      recipients,
      issuer,
      context,
      domain: CHAIN,
      secret: new Uint8Array(32),
    });
    const given = { capsule, recipients, issuer: issuer.identity, context, domain: CHAIN, key: key('alice') };
    const changes = [
      { recipients: [identity('alice')] },
      { recipients: [...recipients, identity('carol')] },
      { recipients: [identity('alice'), identity('bob', '2')] },
      { context: utf8('C') },
      { context: new Uint8Array(0) },
      { issuer: identity('hospital', '2') },
      { issuer: identity('alice') },
    ];
    for (const change of changes) {
      expect(await codeOf(() => openCapsule(params, { ...given, ...change }))).toBe('author-proof');
    }
  });

  it('name and epoch cannot be shifted into each other', async () => {
    const { params, key } = w;
    const issuer = key('hospital');
    const input = { issuer, context, domain: CHAIN, secret: new Uint8Array(32) };
    const capsule = await sealCapsule(params, { ...input, recipients: [identity('alice1', '2')] });
    const given = { capsule, issuer: issuer.identity, context, domain: CHAIN, key: key('alice', '12') };
    expect(await codeOf(() => openCapsule(params, { ...given, recipients: [identity('alice', '12')] }))).toBe(
      'author-proof',
    );
  });

  it('preamble, ciphertext or proof of another envelope of the same sender', async () => {
    const { params, key } = w;
    const sender = key('hospital');
    const [a, b] = (await Promise.all(
      ['one', 'two'].map((text) => signcrypt(params, { recipients, sender }, utf8(text))),
    )) as [Uint8Array, Uint8Array];
    const at = inspectEnvelope(a).preambleBytes;
    for (const mixed of [
      cat(a.slice(0, at), b.slice(at)),
      cat(a.slice(0, -96), b.slice(-96)),
      cat(a.slice(0, at + 5), b.slice(at + 5, -96), a.slice(-96)),
      cat(a.slice(0, at - 32), b.slice(at - 32, at), a.slice(at)),
      cat(a.slice(0, at - 48), b.slice(at - 48, at - 32), a.slice(at - 32)),
      cat(a.slice(0, at - 96), b.slice(at - 96, at - 48), a.slice(at - 48)),
    ]) {
      expect(await codeOf(() => unsigncrypt(params, { key: key('alice') }, mixed))).toBe('author-proof');
    }
  });
});
