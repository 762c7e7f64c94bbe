/** Keys put together: colluding outsiders, revoked members, keys of both kinds, one kind used for the other. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { G1 } from '../../src/index.js';
import { author, encodeMasterSecret, openCapsule, sealCapsule, verifyAuthor } from '../../src/index.js';
import { BACKENDS, codeOf, hex, identity, seededRandom, utf8, type World, world } from '../support.js';
import { Adversary, CHAIN, inverse, mod, scalarOf } from './adversary.js';

const context = utf8('c');

describe.each(BACKENDS)('coalitions on %s', (name) => {
  let w: World;
  let adversary: Adversary;
  beforeAll(async () => {
    w = await world(name);
    adversary = new Adversary(w.params);
  });

  it('outsiders with keys of both kinds do not find R', async () => {
    const { params, key } = w;
    const recipients = ['alice', 'bob'].map((r) => identity(r));
    const issuer = key('hospital');
    const secret = new Uint8Array(32);
    const capsule = await sealCapsule(params, { recipients, issuer, context, domain: CHAIN, secret });
    const { C1, C2 } = adversary.split(capsule);
    const coalition = ['mallory', 'eve'].map((who) => ({ who: identity(who), ...adversary.open(key(who)) }));
    // The sender's own signing key, leaked, is no more help than a stranger's.
    const leaked = adversary.open(issuer);
    const xs = coalition.map(({ who }) => scalarOf(who, 'DECRYPT')) as [bigint, bigint];
    const [one, two] = coalition.map(({ decrypt }) => decrypt) as [G1, G1];
    // SK1 - SK2 = (x2 - x1) g/((γ+x1)(γ+x2)): what two keys give together.
    const joint = adversary.sum1([inverse(xs[1] - xs[0]), one], [-inverse(xs[1] - xs[0]), two]);
    const points = [...coalition.flatMap(({ decrypt, sign }) => [decrypt, sign]), leaked.sign, joint];
    const own = name === 'mcl' ? points : points.slice(0, 2);
    expect(await adversary.searchR(capsule, recipients, issuer.identity, context, own, CHAIN)).toBe(false);
    // Each of them in a member's place, and as a member of a set that it belongs to.
    for (const point of points) {
      const places = [
        { members: recipients, self: scalarOf(identity('alice'), 'DECRYPT') },
        { members: [...recipients, identity('mallory')], self: xs[0] },
        { members: [identity('alice'), identity('mallory')], self: xs[0] },
      ];
      for (const { members, self } of places) {
        const R = adversary.decapsulateWith(point, C1, C2, members, self);
        expect(await adversary.opens(R, capsule, recipients, issuer.identity, context)).toBeUndefined();
      }
    }
    // The member's own key in the same formula does open: the attempts above fail for want of a key, not of a formula.
    const alice = adversary.open(key('alice')).decrypt;
    const R = adversary.decapsulateWith(alice, C1, C2, recipients, scalarOf(identity('alice'), 'DECRYPT'));
    expect(await adversary.opens(R, capsule, recipients, issuer.identity, context)).toEqual(secret);
  });

  it('a revoked member opens nothing that was issued anew for the rest', async () => {
    const { params, key } = w;
    const issuer = key('hospital');
    const before = ['alice', 'bob', 'mallory'].map((r) => identity(r));
    const after = ['alice', 'bob'].map((r) => identity(r));
    const old = new Uint8Array(32).fill(1);
    const fresh = new Uint8Array(32).fill(2);
    const base = { issuer, context, domain: CHAIN };
    const first = await sealCapsule(params, { ...base, recipients: before, secret: old });
    const second = await sealCapsule(params, { ...base, recipients: after, secret: fresh });
    const mallory = key('mallory');
    const given = { issuer: issuer.identity, context, domain: CHAIN, key: mallory };
    expect(await openCapsule(params, { ...given, capsule: first, recipients: before })).toEqual(old);
    expect(await codeOf(() => openCapsule(params, { ...given, capsule: second, recipients: after }))).toBe(
      'not-a-recipient',
    );
    const { C1, C2 } = adversary.split(second);
    const known = adversary.split(first);
    const point = adversary.open(mallory).decrypt;
    const self = scalarOf(mallory.identity, 'DECRYPT');
    const R = adversary.decapsulateWith(point, known.C1, known.C2, before, self);
    const guesses = [
      R,
      adversary.decapsulateWith(point, C1, C2, before, self),
      adversary.decapsulateWith(point, C1, adversary.g2.add(C2, known.C2), before, self),
    ];
    for (const guess of guesses) {
      expect(await adversary.opens(guess, second, after, issuer.identity, context)).toBeUndefined();
    }
    // A later identity epoch is another identity.
    const epoch = await sealCapsule(params, {
      ...base,
      recipients: [identity('mallory', '2')],
      secret: fresh,
    });
    expect(
      await codeOf(() =>
        openCapsule(params, { ...given, capsule: epoch, recipients: [identity('mallory', '2')] }),
      ),
    ).toBe('not-a-recipient');
  });

  it('a decryption key does not sign, a signing key does not decrypt', async () => {
    const { params, key } = w;
    const alice = key('alice');
    const { decrypt, sign } = adversary.open(alice);
    const digest = new Uint8Array(32).fill(4);
    const proof = adversary.sign(decrypt, alice.identity, digest, CHAIN, 99n);
    expect(verifyAuthor(params, alice.identity, digest, proof, CHAIN)).toBe(false);
    const right = adversary.sign(sign, alice.identity, digest, CHAIN, 99n);
    expect(verifyAuthor(params, alice.identity, digest, right, CHAIN)).toBe(true);
    const recipients = [alice.identity, identity('bob')];
    const issuer = key('hospital');
    const secret = new Uint8Array(32);
    const capsule = await sealCapsule(params, { recipients, issuer, context, domain: CHAIN, secret });
    const { C1, C2 } = adversary.split(capsule);
    const self = scalarOf(alice.identity, 'DECRYPT');
    const R = adversary.decapsulateWith(sign, C1, C2, recipients, self);
    expect(await adversary.opens(R, capsule, recipients, issuer.identity, context)).toBeUndefined();
  });

  it('SK_S does not follow from SK_D, foreign keys, or a known g', async () => {
    const { params, key } = w;
    const hospital = key('hospital');
    const { decrypt } = adversary.open(hospital);
    const s = scalarOf(hospital.identity, 'SIGN');
    const d = scalarOf(hospital.identity, 'DECRYPT');
    const foreign = ['mallory', 'eve', 'trent'].map((who) => adversary.open(key(who)));
    // Even g, which only the authority has: 1/(γ + s) g is no combination of g, γ g and foreign inverses.
    const g = adversary.g1.decode(encodeMasterSecret(w.master).slice(-48));
    const attempts = [
      g,
      adversary.sum1([inverse(s), g], [inverse(d), decrypt]),
      decrypt,
      adversary.sum1([s * inverse(d), decrypt]),
      adversary.sum1([inverse(s), params.w], [mod(-inverse(s)), decrypt]),
      ...foreign.map(({ sign }) => sign),
      adversary.sum1(...foreign.map(({ sign }, i): [bigint, G1] => [BigInt(i + 1), sign])),
      adversary.sum1(
        ...foreign.map(({ decrypt: point }, i): [bigint, G1] => [inverse(s + BigInt(i)), point]),
      ),
    ];
    const digest = new Uint8Array(32);
    for (const sign of attempts) {
      const proof = adversary.sign(sign, hospital.identity, digest, CHAIN, 5n);
      expect(verifyAuthor(params, hospital.identity, digest, proof, CHAIN)).toBe(false);
    }
  });

  it('a second v for given X and f does not exist', async () => {
    const { params, key } = w;
    const hospital = key('hospital');
    const digest = new Uint8Array(32).fill(6);
    const proof = author(params, hospital, digest, CHAIN, { random: seededRandom('second v') });
    const [X, v] = [adversary.g1.decode(proof.slice(0, 48)), adversary.g1.decode(proof.slice(48))];
    expect(verifyAuthor(params, hospital.identity, digest, proof, CHAIN)).toBe(true);
    const others = [adversary.g1.negate(v), adversary.sum1([2n, v]), adversary.sum1([1n, v], [1n, X]), X];
    for (const other of others) {
      expect(verifyAuthor(params, hospital.identity, digest, adversary.proof(X, other), CHAIN)).toBe(false);
    }
    expect(hex(adversary.proof(X, v))).toBe(hex(proof));
  });
});
