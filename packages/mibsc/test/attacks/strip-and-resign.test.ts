/** A proof taken off and another put on: by an outsider who would be its author, by a co-recipient, by a thief of credit. */
import { hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  author,
  inspectEnvelope,
  openCapsule,
  sealCapsule,
  signcrypt,
  unsigncrypt,
  verifyCapsule,
} from '../../src/index.js';
import { BACKENDS, codeOf, identity, utf8, world } from '../support.js';
import {
  Adversary,
  CHAIN,
  cat,
  encode,
  gcmOpen,
  gcmSeal,
  integer,
  keccak,
  LP,
  scalarOf,
  sha,
} from './adversary.js';

const recipients = [identity('alice'), identity('mallory')];
const context = utf8('c');

describe.each(BACKENDS)('strip and re-sign on %s', (name) => {
  it('a capsule signed anew under another name opens for nobody', async () => {
    const { params, key } = await world(name);
    const adversary = new Adversary(params);
    const issuer = key('hospital');
    const capsule = await sealCapsule(params, {
      recipients,
      issuer,
      context,
      domain: CHAIN,
      secret: new Uint8Array(32),
    });
    const { header, wrapped } = adversary.split(capsule);
    const mallory = key('mallory');
    const digest = adversary.capsuleDigest(header, wrapped, recipients, mallory.identity, context);
    const stolen = cat(header, wrapped, author(params, mallory, digest, CHAIN));
    const given = { capsule: stolen, recipients, context, domain: CHAIN, key: key('alice') };
    // Author and header are in order: anyone may sign bytes. The key they wrap was derived for the hospital's name.
    expect(await codeOf(() => verifyCapsule(params, { ...given, issuer: mallory.identity }))).toBe(
      'nothing thrown',
    );
    expect(await codeOf(() => openCapsule(params, { ...given, issuer: mallory.identity }))).toBe('unwrap');
    expect(await codeOf(() => openCapsule(params, { ...given, issuer: issuer.identity }))).toBe(
      'author-proof',
    );
  });

  it('an envelope signed anew under another name opens for nobody', async () => {
    const { params, key } = await world(name);
    const adversary = new Adversary(params);
    const mallory = key('mallory');
    const envelope = await signcrypt(params, { recipients, sender: key('hospital') }, utf8('discovery'));
    const { preambleBytes } = inspectEnvelope(envelope);
    const tail = envelope.slice(preambleBytes - 240, preambleBytes);
    const head = cat(utf8('TSEV'), new Uint8Array([1, 1]), params.digest);
    const list = adversary.sorted(recipients).map((r) => LP(encode(r)));
    const who = LP(encode(mallory.identity));
    const bound = sha(head, who, sha(...list), LP(new Uint8Array(0)), tail.slice(0, 192));
    const ciphertext = envelope.slice(preambleBytes + 5, -96);
    const digest = keccak(
      keccak(utf8('TWINSEAL-V1-AUTHOR-ENVELOPE')),
      sha(bound, tail.slice(192)),
      integer(0, 8),
      new Uint8Array([1]),
      sha(sha(ciphertext)),
    );
    const proof = author(params, mallory, digest, 'offchain');
    const stolen = cat(
      head,
      who,
      integer(2, 4),
      ...list,
      LP(new Uint8Array(0)),
      tail,
      envelope.slice(preambleBytes, preambleBytes + 5),
      ciphertext,
      proof,
    );
    expect(await codeOf(() => unsigncrypt(params, { key: key('alice') }, stolen))).toBe('unwrap');
    expect((await unsigncrypt(params, { key: key('alice') }, envelope)).sender.name).toBe('hospital');
  });

  it('a co-recipient, who knows K, cannot write a chunk in the author’s name', async () => {
    const { params, key } = await world(name);
    const adversary = new Adversary(params);
    const mallory = key('mallory');
    const sender = key('hospital');
    const envelope = await signcrypt(params, { recipients, sender }, utf8('10 mg'));
    const { preambleBytes } = inspectEnvelope(envelope);
    const tail = envelope.slice(preambleBytes - 240, preambleBytes);
    // She opens the header like any member, and has the payload key.
    const members = adversary.sorted(recipients);
    const self = scalarOf(mallory.identity, 'DECRYPT');
    const { C1, C2 } = {
      C1: adversary.g1.decode(tail.slice(0, 48)),
      C2: adversary.g2.decode(tail.slice(48, 144)),
    };
    const R = adversary.decapsulateWith(adversary.open(mallory).decrypt, C1, C2, members, self);
    const headerContext = cat(utf8('TWINSEAL-V1-ENVELOPE'), LP(new Uint8Array(0)));
    const kek = adversary.kek(R, tail.slice(0, 144), members, sender.identity, headerContext);
    const K = (await gcmOpen(kek, tail.slice(144, 192))) as Uint8Array;
    const head = cat(utf8('TSEV'), new Uint8Array([1, 1]), params.digest);
    const who = LP(encode(sender.identity));
    const bound = sha(head, who, adversary.setDigest(members), LP(new Uint8Array(0)), tail.slice(0, 192));
    const info = cat(LP(utf8('payload')), bound);
    const payloadKey = new Uint8Array(hkdfSync('sha256', K, tail.slice(192, 208), info, 32));
    const nonce = cat(new Uint8Array(11), new Uint8Array([1]));
    const genuine = envelope.slice(preambleBytes + 5, -96);
    const plain = (await gcmOpen(payloadKey, genuine, nonce)) as Uint8Array;
    expect(new TextDecoder().decode(plain.slice(0, 5))).toBe('10 mg');
    plain.set(utf8('90 mg'));
    const forged = cat(
      envelope.slice(0, preambleBytes + 5),
      await gcmSeal(payloadKey, plain, nonce),
      envelope.slice(-96),
    );
    // What she lacks is the proof: not the old one, not her own.
    const proof = author(params, mallory, new Uint8Array(32), 'offchain');
    for (const attempt of [forged, cat(forged.slice(0, -96), proof)]) {
      expect(await codeOf(() => unsigncrypt(params, { key: key('alice') }, attempt))).toBe('author-proof');
    }
  });
});
