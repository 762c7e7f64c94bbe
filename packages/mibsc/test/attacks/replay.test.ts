/** A proof or capsule that is good in one place, shown in another. */
import { describe, expect, it } from 'vitest';
import type { Domain } from '../../src/index.js';
import {
  author,
  batchVerifyAuthor,
  domainDigest,
  openCapsule,
  sealCapsule,
  signcrypt,
  unsigncrypt,
  verifyAuthor,
} from '../../src/index.js';
import { BACKENDS, codeOf, hex, identity, utf8, world } from '../support.js';
import { Adversary } from './adversary.js';

const here: Domain = { chainId: 31337n, contract: '0x00112233445566778899aabbccddeeff00112233' };
const elsewhere: Domain[] = [
  { ...here, chainId: 1n },
  { ...here, chainId: 31337n << 8n },
  { ...here, contract: '0x00112233445566778899aabbccddeeff00112234' },
  'offchain',
];

describe.each(BACKENDS)('replay on %s', (name) => {
  it('across contracts, chains and authorities fails', async () => {
    const { params, key } = await world(name);
    const other = await world(name, 4, 'other authority');
    const hospital = key('hospital');
    const digest = new Uint8Array(32).fill(1);
    const proof = author(params, hospital, digest, here);
    const items = [{ identity: hospital.identity, digest, proof }];
    expect(verifyAuthor(params, hospital.identity, digest, proof, here)).toBe(true);
    for (const domain of elsewhere) {
      expect(verifyAuthor(params, hospital.identity, digest, proof, domain)).toBe(false);
      expect(batchVerifyAuthor(params, items, domain)).toEqual({ ok: false, failed: [0] });
    }
    expect(verifyAuthor(other.params, hospital.identity, digest, proof, here)).toBe(false);
    const recipients = [identity('alice')];
    const context = utf8('c');
    const secret = new Uint8Array(32);
    const capsule = await sealCapsule(params, {
      recipients,
      issuer: hospital,
      context,
      domain: here,
      secret,
    });
    const given = { capsule, recipients, issuer: hospital.identity, context };
    const alice = key('alice');
    expect(await codeOf(() => openCapsule(params, { ...given, domain: here, key: alice }))).toBe(
      'nothing thrown',
    );
    for (const domain of elsewhere) {
      expect(await codeOf(() => openCapsule(params, { ...given, domain, key: alice }))).toBe('author-proof');
    }
    expect(
      await codeOf(() => openCapsule(other.params, { ...given, domain: here, key: other.key('alice') })),
    ).toBe('author-proof');
    expect(await codeOf(() => openCapsule(other.params, { ...given, domain: here, key: alice }))).toBe(
      'identity-key',
    );
  });

  it('a proof of one kind is never one of another', async () => {
    const { params, key } = await world(name);
    const adversary = new Adversary(params);
    const sender = key('hospital');
    const recipients = [identity('alice')];
    const secret = new Uint8Array(32);
    const input = { recipients, issuer: sender, context: utf8('c'), domain: 'offchain' as const, secret };
    const capsule = await sealCapsule(params, input);
    const envelope = await signcrypt(params, { recipients, sender }, utf8('m'));
    const exchanged = new Uint8Array(envelope);
    exchanged.set(capsule.slice(-96), envelope.length - 96);
    expect(await codeOf(() => unsigncrypt(params, { key: key('alice') }, exchanged))).toBe('author-proof');
    // The domain is recomputed here from its definition, for both forms.
    for (const domain of [here, 'offchain'] as const) {
      expect(hex(domainDigest(params, domain))).toBe(hex(adversary.domain(domain)));
    }
  });
});
