/** The scheme on both backends, through the public interface. */
import { inspect } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  author,
  authorPoint,
  batchVerifyAuthor,
  checkIdentityKey,
  contractParameters,
  type Domain,
  decodeIdentityKey,
  decodeMasterSecret,
  decodeParameters,
  encodeIdentityKey,
  encodeMasterSecret,
  encodeParameters,
  expandAuthorProof,
  extract,
  HeaderCache,
  openCapsule,
  recipientSet,
  sealCapsule,
  setup,
  validateParameters,
  verifyAuthor,
  verifyCapsule,
} from '../src/index.js';
import { BACKENDS, codeOf, hex, identity, seededRandom, utf8, type World, world } from './support.js';

const CONTRACT: Domain = { chainId: 31337n, contract: '0x00112233445566778899aabbccddeeff00112233' };
const digest = new Uint8Array(32).fill(7);

describe.each(BACKENDS)('scheme on %s', (name) => {
  let w: World;
  beforeAll(async () => {
    w = await world(name);
  });

  it('parameters survive encoding and validate', () => {
    const bytes = encodeParameters(w.params);
    expect(bytes.length).toBe(682 + 96 * 5);
    const decoded = decodeParameters(w.backend, bytes);
    const params = validateParameters(decoded);
    expect(hex(params.digest)).toBe(hex(w.params.digest));
    expect(hex(encodeParameters(params))).toBe(hex(bytes));
  });

  it('keys and master secrets survive encoding and keep silent', () => {
    const key = w.key('hospital:a');
    const decoded = decodeIdentityKey(w.params, encodeIdentityKey(key));
    expect(decoded.identity).toEqual(identity('hospital:a'));
    const secret = hex(encodeIdentityKey(key)).slice(-96);
    const master = decodeMasterSecret(w.backend, encodeMasterSecret(w.master));
    expect(hex(encodeIdentityKey(extract(w.params, master, identity('hospital:a'))))).toBe(
      hex(encodeIdentityKey(key)),
    );
    for (const thing of [key, master]) {
      for (const text of [
        String(thing),
        JSON.stringify({ thing }),
        inspect(thing, { depth: 9, showHidden: true }),
      ]) {
        expect(text).toContain('redacted');
        expect(text).not.toContain(secret.slice(0, 16));
      }
    }
    key.destroy();
    expect(() => checkIdentityKey(w.params, key)).toThrow(TypeError);
  });

  it('author proofs verify for the right identity, digest and domain only', () => {
    const key = w.key('hospital:a');
    const proof = author(w.params, key, digest, CONTRACT);
    expect(proof.length).toBe(96);
    expect(verifyAuthor(w.params, identity('hospital:a'), digest, proof, CONTRACT)).toBe(true);
    expect(verifyAuthor(w.params, identity('hospital:a', '2'), digest, proof, CONTRACT)).toBe(false);
    expect(verifyAuthor(w.params, identity('hospital:b'), digest, proof, CONTRACT)).toBe(false);
    expect(verifyAuthor(w.params, identity('hospital:a'), digest, proof, 'offchain')).toBe(false);
    expect(verifyAuthor(w.params, identity('hospital:a'), digest, proof, { ...CONTRACT, chainId: 1n })).toBe(
      false,
    );
    expect(verifyAuthor(w.params, identity('hospital:a'), new Uint8Array(32), proof, CONTRACT)).toBe(false);
    const { X, v } = expandAuthorProof(w.params, proof);
    expect([X.length, v.length]).toEqual([128, 128]);
    expect(authorPoint(w.params, identity('hospital:a')).length).toBe(256);
    const pinned = contractParameters(w.params);
    expect([pinned.digest.length, pinned.w.length, pinned.H1.length, pinned.H2.length]).toEqual([
      32, 128, 256, 256,
    ]);
  });

  it('a batch names exactly the proofs that fail', () => {
    const names = ['a', 'b', 'c'];
    const items = Array.from({ length: 9 }, (_, i) => {
      const key = w.key(names[i % 3] as string);
      const own = new Uint8Array(32).fill(i);
      return { identity: key.identity, digest: own, proof: author(w.params, key, own, CONTRACT) };
    });
    expect(batchVerifyAuthor(w.params, items, CONTRACT)).toEqual({ ok: true, failed: [] });
    expect(batchVerifyAuthor(w.params, [], CONTRACT)).toEqual({ ok: true, failed: [] });
    const swapped = items.map((item) => ({ ...item }));
    const [second, eighth] = [swapped[1], swapped[7]] as [(typeof items)[0], (typeof items)[0]];
    [second.proof, eighth.proof] = [eighth.proof, second.proof];
    (swapped[4] as { proof: Uint8Array }).proof = new Uint8Array(96);
    expect(batchVerifyAuthor(w.params, swapped, CONTRACT)).toEqual({ ok: false, failed: [1, 4, 7] });
  });

  it.each([1, 2, 3, 4])('a capsule opens for each of %i recipients and nobody else', async (n) => {
    const recipients = ['r1', 'r2', 'r3', 'r4'].slice(0, n).map((r) => identity(r));
    const issuer = w.key('issuer');
    const secret = seededRandom('secret')(64);
    const context = utf8('context');
    const capsule = await sealCapsule(w.params, { recipients, issuer, context, domain: CONTRACT, secret });
    expect(capsule.length).toBe(320);
    const given = {
      capsule,
      recipients: [...recipients].reverse(),
      issuer: issuer.identity,
      context,
      domain: CONTRACT,
    };
    for (const recipient of recipients) {
      const key = w.key(recipient.name);
      expect(hex(await openCapsule(w.params, { ...given, key }))).toBe(hex(secret));
      const headerCache = new HeaderCache();
      for (let round = 0; round < 2; round++) {
        expect(hex(await openCapsule(w.params, { ...given, key, headerCache }))).toBe(hex(secret));
      }
      expect(headerCache.size).toBe(1);
    }
    expect(verifyCapsule(w.params, given).secretBytes).toBe(64);
    const outsider = w.key('outsider');
    expect(await codeOf(() => openCapsule(w.params, { ...given, key: outsider }))).toBe('not-a-recipient');
    const other = [...recipients.slice(1), identity('outsider')];
    expect(await codeOf(() => openCapsule(w.params, { ...given, recipients: other, key: outsider }))).toBe(
      'author-proof',
    );
    expect(
      await codeOf(() => openCapsule(w.params, { ...given, context: utf8('other'), key: w.key('r1') })),
    ).toBe('author-proof');
  });

  it('refuses empty, oversized and repeated sets before any work', async () => {
    expect(await codeOf(() => recipientSet(w.params, []))).toBe('recipients');
    expect(
      await codeOf(() =>
        recipientSet(
          w.params,
          ['a', 'b', 'c', 'd', 'e'].map((r) => identity(r)),
        ),
      ),
    ).toBe('recipients');
    expect(await codeOf(() => recipientSet(w.params, [identity('a'), identity('a')]))).toBe('recipients');
  });

  it('refuses a key of another authority and parameters that were not validated', async () => {
    const other = setup(w.backend, 4, { random: seededRandom('other') });
    const foreign = extract(other.params, other.master, identity('a'));
    expect(await codeOf(() => author(w.params, foreign, digest, CONTRACT))).toBe('identity-key');
    expect(await codeOf(() => extract(w.params, other.master, identity('a')))).toBe('master-secret');
    const loose = decodeParameters(w.backend, encodeParameters(w.params)) as never;
    expect(await codeOf(() => authorPoint(loose, identity('a')))).toBe('parameters');
    const mixed = { ...decodeParameters(w.backend, encodeParameters(w.params)), V: other.params.V };
    expect(await codeOf(() => validateParameters(mixed))).toBe('parameters');
  });
});

describe('two backends', () => {
  it('give the same bytes from the same randomness', async () => {
    const [one, two] = await Promise.all(BACKENDS.map((name) => world(name, 3)));
    const outputs = await Promise.all(
      [one, two].map(async (w) => {
        const { params, master, key } = w as World;
        const random = seededRandom('seal');
        const issuer = key('issuer');
        const recipients = ['a', 'b', 'c'].map((r) => identity(r));
        const capsule = await sealCapsule(params, {
          recipients,
          issuer,
          context: utf8('c'),
          domain: CONTRACT,
          secret: new Uint8Array(32),
          random,
        });
        return [
          encodeParameters(params),
          encodeMasterSecret(master),
          encodeIdentityKey(issuer),
          capsule,
          authorPoint(params, issuer.identity),
          expandAuthorProof(params, capsule.subarray(-96)).X,
          expandAuthorProof(params, capsule.subarray(-96)).v,
          contractParameters(params).H2,
        ].map(hex);
      }),
    );
    expect(outputs[0]).toEqual(outputs[1]);
  });
});
