import { authorPoint, extract, loadBackend, setup, verifyAuthor } from '@twinseal/mibsc';
import { describe, expect, test } from 'vitest';
import * as plain from '../test/support/plain.js';
import { seededRandom } from '../test/support/random.js';
import { hospitalIdentity, patientIdentity, staffIdentity } from './identity.js';
import { decodeManifest } from './manifest.js';
import { openPart } from './part.js';
import { decodePartContent } from './part-content.js';
import { newModuleSecret, sealInstance } from './seal-instance.js';
import type { Statement } from './statement.js';

const backend = await loadBackend();
const { params, master } = setup(backend, 4, { random: seededRandom('setup') });
const north = extract(params, master, hospitalIdentity('north'));
const twinId = new Uint8Array(32).fill(0x11);
const domain = { chainId: 31337n, contract: `0x${'ab'.repeat(20)}` };
const statement = (id: string): Statement => ({
  op: 'put',
  source: { system: 'urn:emr', id, version: '1' },
  sourceTime: '2024-01-01T00:00:00Z',
  recordedTime: '2024-01-02T00:00:00Z',
  resource: { resourceType: 'Condition', note: 'n'.repeat(500) } as Statement['resource'] & object,
});
const secrets = [newModuleSecret(seededRandom('a')), newModuleSecret(seededRandom('b'))] as const;
const input = () => ({
  params,
  authorKey: north,
  domain,
  twinId,
  seq: 3,
  accessVersion: 2,
  time: 1_700_000_000,
  modules: [
    { module: 'glucose', counter: 1, secret: secrets[0], statements: [statement('b'), statement('a')] },
    { module: 'conditions', counter: 0, secret: secrets[1], statements: [] },
  ],
  random: seededRandom('instance'),
});

describe('sealInstance', () => {
  test('what it seals opens again, oldest first, and hashes as docs/RECORD.md says', async () => {
    const sealed = await sealInstance(input());
    const manifest = decodeManifest(sealed.manifest);
    expect(manifest).toMatchObject({ author: north.identity, seq: 3, accessVersion: 2, time: 1_700_000_000 });
    expect(sealed.parts.map((p) => p.module)).toEqual(['conditions', 'glucose']);

    const { T, u64, keccak, hmac, LP, sha256, cat } = plain;
    const authorId = keccak(T('TWINSEAL-V1-AUTHOR-ID'), 'hospital:north');
    const lane = keccak(T('TWINSEAL-V1-LANE'), twinId, authorId); // REC-5
    const leaf = keccak(Uint8Array.of(0), twinId, authorId, u64(3), sealed.h, u64(2), u64(1_700_000_000)); // REC-6
    expect(Buffer.from(sealed.laneId)).toEqual(lane);
    expect(Buffer.from(sealed.leaf)).toEqual(leaf);
    expect(Buffer.from(sealed.authorDigest)).toEqual(keccak(T('TWINSEAL-V1-AUTHOR-INSTANCE'), leaf)); // REC-7
    expect(verifyAuthor(params, north.identity, sealed.authorDigest, sealed.proof, domain)).toBe(true);
    expect(authorPoint(params, north.identity)).toHaveLength(256);

    for (const [i, part] of sealed.parts.entries()) {
      const secret = secrets[1 - i] as (typeof secrets)[0];
      const tag = hmac(secret.tagKey, LP('TWINSEAL-V1-TAG'), lane, u64(3)); // REC-10
      expect(Buffer.from(part.tag)).toEqual(tag);
      const digest = sha256(LP('TWINSEAL-V1-PART'), sha256(part.slot), sha256(part.payload)); // REC-16
      const entry = manifest.entries.find((e) => Buffer.from(e.tag).equals(tag));
      expect(Buffer.from(entry?.partDigest ?? [])).toEqual(digest);
      const mask = hmac(secret.tagKey, LP('TWINSEAL-V1-COUNTER'), lane, u64(3)).subarray(0, 8);
      const counter = Buffer.from(entry?.maskedCounter ?? []).readBigUInt64BE() ^ mask.readBigUInt64BE();
      expect(counter).toBe(i === 0 ? 0n : 1n);
      const context = { twinId, authorId, tag, seq: 3, accessVersion: 2, counter: Number(counter) };
      const content = await openPart(secret.K, context, part);
      const header = {
        twinId,
        author: north.identity,
        module: part.module,
        seq: 3,
        counter: Number(counter),
      };
      const ids = decodePartContent(content, header).map((s) => s.source.id);
      expect(ids).toEqual(i === 0 ? [] : ['a', 'b']);
      // The commitment and what it is checked with, from node's HKDF (REC-12).
      const ctx = cat(twinId, authorId, tag, u64(3), u64(2), u64(counter));
      const commitment = plain.hkdf(secret.K, part.slot.subarray(6, 22), cat(LP('commit'), ctx), 32);
      expect(Buffer.from(part.slot.subarray(22, 54))).toEqual(commitment);
    }
  });

  test('is determined by its input and its random bytes', async () => {
    const [a, b] = [await sealInstance(input()), await sealInstance(input())];
    expect(a).toEqual(b);
    const c = await sealInstance({ ...input(), modules: [...input().modules].reverse() });
    expect(c).toEqual(a);
    const d = await sealInstance({ ...input(), random: seededRandom('another') });
    expect(d.h).not.toEqual(a.h);
  });

  test('a restored backup that seals the same place twice repeats no key (REC-14)', async () => {
    const [a, b] = [
      await sealInstance({ ...input(), random: seededRandom('1') }),
      await sealInstance({ ...input(), random: seededRandom('2') }),
    ];
    for (const i of [0, 1]) {
      const [p, q] = [a.parts[i], b.parts[i]];
      expect(p?.slot.subarray(6, 54)).not.toEqual(q?.slot.subarray(6, 54));
      expect(p?.payload.subarray(6)).not.toEqual(q?.payload.subarray(6));
      expect(p?.payload.length).toBe(q?.payload.length);
    }
  });

  test('a patient seals into the own lane only, staff into none', async () => {
    const own = extract(params, master, patientIdentity(twinId));
    const sealed = await sealInstance({ ...input(), authorKey: own });
    expect(decodeManifest(sealed.manifest).author).toEqual(own.identity);
    for (const identity of [patientIdentity('22'.repeat(32)), staffIdentity('north', 'dr')]) {
      const authorKey = extract(params, master, identity);
      await expect(sealInstance({ ...input(), authorKey })).rejects.toThrow(TypeError);
    }
  });

  test('tells the caller what is wrong', async () => {
    const [first] = input().modules as [ReturnType<typeof input>['modules'][0]];
    await expect(sealInstance({ ...input(), modules: [] })).rejects.toThrow(RangeError);
    await expect(sealInstance({ ...input(), modules: [first, first] })).rejects.toThrow(RangeError);
    await expect(sealInstance({ ...input(), seq: -1 })).rejects.toThrow(RangeError);
    await expect(sealInstance({ ...input(), time: 2 ** 53 })).rejects.toThrow(RangeError);
    await expect(sealInstance({ ...input(), twinId: new Uint8Array(31) })).rejects.toThrow(TypeError);
    await expect(sealInstance({ ...input(), modules: [{ ...first, module: 'Glucose' }] })).rejects.toThrow(
      TypeError,
    );
    const twice = [statement('a'), statement('a')];
    await expect(sealInstance({ ...input(), modules: [{ ...first, statements: twice }] })).rejects.toThrow(
      RangeError,
    );
  });
});
