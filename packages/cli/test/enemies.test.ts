/**
 * Enemies, through public interfaces only, on a real chain and real data: dishonest servers between a reader and the true keeper, dishonest hospitals before the contracts, and
 * hands on the disk. Each is to be found out and named.
 */

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ChainError, type ConsortiumWriter } from '@twinseal/chain';
import { OPERATION } from '@twinseal/contracts';
import {
  addToLane,
  anchorPending,
  deliverCapsules,
  type FsckReport,
  fsck,
  LaneAuthor,
  openTwin,
} from '@twinseal/gateway';
import { author, authorPoint, expandAuthorProof, loadBackend } from '@twinseal/mibsc';
import {
  authorDigest,
  authorId,
  decodeCapsule,
  decodeManifest,
  encodeManifest,
  type FindingCode,
  fromHex,
  laneTree,
  leaf,
  newModuleSecret,
  type OpenedLane,
  openLane,
  type RecordSource,
  sealModuleCapsule,
  toHex,
} from '@twinseal/record';
import { bytesToHex, type Hex } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flipBit, override } from '../src/demo/dishonest-source.js';
import type { HospitalParty } from '../src/demo/world.js';
import { freshFolder } from './support/run.js';
import { MODULE, openSmallWorld, type SmallWorld } from './support/small-world.js';

let { world, story, reader, custodian, stranger, patient, twin, laneOf } = {} as SmallWorld;

beforeAll(async () => {
  ({ world, story, reader, custodian, stranger, patient, twin, laneOf } = await openSmallWorld());
});
afterAll(() => world?.stop());

async function read(
  source: RecordSource,
  lane = laneOf.id,
  depth: 'chain-checked' | 'self-verified' = 'chain-checked',
): Promise<OpenedLane> {
  return openLane({
    params: world.params,
    domain: world.reader.domain,
    lane: await world.reader.laneHead(twin, `0x${lane}`),
    source,
    reader: reader.key,
    modules: [{ module: MODULE, scopeSalt: fromHex(story.slip.scopeSalts[MODULE] as string, 32) }],
    depth,
  });
}

const codesOf = (opened: OpenedLane): FindingCode[] => [...new Set(opened.findings.map(({ code }) => code))];

describe('an honest server', () => {
  it('gives a reader every instance without a finding', async () => {
    const opened = await read(laneOf.source, laneOf.id, 'self-verified');
    expect(opened.findings).toEqual([]);
    expect(opened.instances).toBeGreaterThanOrEqual(3);
    // The insulin of the shortened input covers fewer weeks than its glucose; what there is of it opens, from the first week on.
    const seqs = opened.verified.map(({ seq }) => seq);
    expect(seqs.length).toBeGreaterThanOrEqual(4);
    expect(seqs).toEqual(seqs.map((_, index) => index));
    expect(opened.coverage.map(({ entries, opened: read }) => read - entries)).toEqual([0]);
  });
});

describe('a dishonest server is found out and named', () => {
  it('a flipped bit in any kind of stored object', async () => {
    const honest = await read(laneOf.source);
    const locator = await laneOf.source.locator(
      (honest.verified[1] as (typeof honest.verified)[number]).partDigest,
    );
    for (const address of [locator?.slot, locator?.payload] as Uint8Array[]) {
      for (const bit of [0, 47, 48, 400, 8 * 90 + 5]) {
        const opened = await read(
          override(laneOf.source, {
            object: async (asked) => {
              const object = await laneOf.source.object(asked);
              return object && toHex(asked) === toHex(address) ? flipBit(object, bit) : object;
            },
          }),
        );
        expect(codesOf(opened)).toEqual(['part-altered']);
        expect(opened.findings[0]).toMatchObject({ seq: 1 });
        expect(opened.verified.map(({ seq }) => seq)).not.toContain(1);
      }
    }
  });

  it("a blob swapped for an older one, and for another's", async () => {
    const honest = await read(laneOf.source);
    const newest = honest.verified.at(-1) as (typeof honest.verified)[number];
    const older = await laneOf.source.locator((honest.verified[0] as typeof newest).partDigest);
    const foreignLane = story.opened.lanes.find(
      ({ authorId: id, verified }) => id !== laneOf.id && verified.length > 0,
    );
    if (foreignLane === undefined) throw new Error('expected another lane with something in it');
    const foreignSource = story.sources.get(foreignLane.authorId) as RecordSource;
    const foreign = await foreignSource.locator((foreignLane.verified[0] as typeof newest).partDigest);
    for (const [instead, server] of [
      [older, laneOf.source],
      [foreign, foreignSource],
    ] as const) {
      // Served under the locator of the newest part: both objects are whole, and hash to their addresses.
      const opened = await read(
        override(laneOf.source, {
          locator: async (digest) =>
            toHex(digest) === toHex(newest.partDigest) ? instead : laneOf.source.locator(digest),
          object: async (address) => (await laneOf.source.object(address)) ?? server.object(address),
        }),
      );
      expect(codesOf(opened)).toEqual(['part-altered']);
      expect(opened.verified.map(({ seq }) => seq)).not.toContain(newest.seq);
    }
  });

  it('a manifest entry swapped, and a manifest served in the place of another', async () => {
    const swapped = override(laneOf.source, {
      manifest: async (lane, seq) => {
        const bytes = await laneOf.source.manifest(lane, seq);
        if (bytes === undefined || seq !== 1) return bytes;
        const manifest = decodeManifest(bytes);
        const [first, second, ...rest] = manifest.entries;
        if (first === undefined || second === undefined) throw new Error('expected two entries');
        const entries = [
          { ...first, partDigest: second.partDigest },
          { ...second, partDigest: first.partDigest },
          ...rest,
        ];
        return encodeManifest({ ...manifest, entries });
      },
    });
    expect(codesOf(await read(swapped))).toContain('manifest-altered');
    const older = override(laneOf.source, {
      manifest: (lane, seq) => laneOf.source.manifest(lane, seq === 2 ? 0 : seq),
    });
    expect(codesOf(await read(older))).toContain('instance-order');
  });

  it('a removed instance, two swapped, a truncated lane', async () => {
    const { instances } = await read(laneOf.source);
    const withManifests = (pick: (seq: number) => number | undefined) =>
      override(laneOf.source, {
        manifest: async (lane, seq) => {
          const picked = pick(seq);
          return picked === undefined ? undefined : laneOf.source.manifest(lane, picked);
        },
      });
    expect(codesOf(await read(withManifests((seq) => (seq === 1 ? undefined : seq))))).toContain(
      'instance-missing',
    );
    expect(codesOf(await read(withManifests((seq) => (seq < 2 ? 1 - seq : seq))))).toContain(
      'instance-order',
    );
    expect(codesOf(await read(withManifests((seq) => (seq === instances - 1 ? undefined : seq))))).toContain(
      'lane-truncated',
    );
  });

  it('a lie about the head: older, newer, other', async () => {
    for (const [count, flip] of [
      [-1, false],
      [1, false],
      [0, true],
    ] as const) {
      const lying = override(laneOf.source, {
        head: async (lane) => {
          const head = await laneOf.source.head(lane);
          return head && { count: head.count + count, mk: flip ? flipBit(head.mk, 9) : head.mk };
        },
      });
      expect(codesOf(await read(lying))).toEqual(['head-mismatch']);
    }
  });

  it('a part hidden from a recipient who should see it: locator, slot or payload', async () => {
    const honest = await read(laneOf.source);
    const hidden = honest.verified[2] as (typeof honest.verified)[number];
    const locator = await laneOf.source.locator(hidden.partDigest);
    const without = (address: Uint8Array) =>
      override(laneOf.source, {
        object: async (asked) => (toHex(asked) === toHex(address) ? undefined : laneOf.source.object(asked)),
      });
    const hiding = [
      override(laneOf.source, {
        locator: async (digest) =>
          toHex(digest) === toHex(hidden.partDigest) ? undefined : laneOf.source.locator(digest),
      }),
      without(locator?.slot as Uint8Array),
      without(locator?.payload as Uint8Array),
    ];
    for (const source of hiding) {
      const opened = await read(source);
      expect(opened.findings).toEqual([
        expect.objectContaining({ code: 'part-withheld', seq: 2, module: MODULE }),
      ]);
    }
  });

  it('no capsule, one of another lane, one with a flipped bit, one that is not for the reader', async () => {
    const own = (await laneOf.source.capsules(await laneIdOf(laneOf.id))).filter((bytes) =>
      decodeCapsule(bytes).recipients.some(({ name }) => name === reader.key.identity.name),
    );
    expect(own).toHaveLength(1);
    const serving = (capsules: readonly Uint8Array[]) =>
      override(laneOf.source, { capsules: async () => capsules });
    expect(codesOf(await read(serving([])))).toEqual(['capsule-missing']);

    const other = [...story.sources].find(
      ([id]) => id !== laneOf.id && id !== toHex(authorId(reader.key.identity.name)),
    );
    if (other === undefined) throw new Error('expected another lane');
    const foreign = await other[1].capsules(await laneIdOf(other[0]));
    expect(codesOf(await read(serving(foreign)))).toContain('capsule-foreign');

    const bytes = own[0] as Uint8Array;
    const flipped = flipBit(bytes, (bytes.length - 200) * 8);
    expect(codesOf(await read(serving([flipped])))).toContain('capsule-altered');

    const others = (await laneOf.source.capsules(await laneIdOf(laneOf.id))).filter(
      (each) => toHex(each) !== toHex(bytes),
    );
    expect(codesOf(await read(serving(others)))).toContain('capsule-not-for-me');
  });

  it('a capsule of the wrong secret, issued by one who may issue', async () => {
    const bytes = (await laneOf.source.capsules(await laneIdOf(laneOf.id))).find((each) =>
      decodeCapsule(each).recipients.some(({ name }) => name === reader.key.identity.name),
    ) as Uint8Array;
    const { twinId, authorId: of, scope, sealingEpoch, recipients } = decodeCapsule(bytes);
    const { K: wrongK } = newModuleSecret();
    const right = await ownSecret();
    // The tag key is the right one, so the entries are recognised; K misses the commitments that the author signed.
    const wrong = await sealModuleCapsule({
      params: world.params,
      domain: world.reader.domain,
      issuer: patient.key,
      twinId,
      authorId: of,
      scope,
      sealingEpoch,
      issuedAt: world.nowS(),
      recipients,
      secret: { K: wrongK, tagKey: right.tagKey },
    });
    const opened = await read(override(laneOf.source, { capsules: async () => [wrong] }));
    expect(codesOf(opened)).toEqual(['secret-mismatch']);
    expect(opened.verified).toEqual([]);
  });

  it('a forged author, on a chain that did not check: the reader who verifies authors itself sees it', async () => {
    const head = await world.reader.laneHead(twin, `0x${laneOf.id}`);
    const target = head.instances[1] as (typeof head.instances)[number];
    const digest = authorDigest(leaf({ ...target, twinId: head.twinId, authorId: head.authorId }));
    // Signed by an admitted hospital, in the name of the patient.
    const forged = author(world.params, stranger.key, digest, world.reader.domain);
    const instances = head.instances.map((each) => (each.seq === 1 ? { ...each, proof: forged } : each));
    const input = {
      params: world.params,
      domain: world.reader.domain,
      lane: { ...head, instances },
      source: laneOf.source,
      reader: reader.key,
      modules: [{ module: MODULE, scopeSalt: fromHex(story.slip.scopeSalts[MODULE] as string, 32) }],
    };
    const opened = await openLane({ ...input, depth: 'self-verified' });
    expect(opened.findings).toEqual([expect.objectContaining({ code: 'author-forged', seq: 1 })]);
    expect(opened.verified.map(({ seq }) => seq)).not.toContain(1);
  });

  it('a server that only throws is one that withholds', async () => {
    const broken: RecordSource = {
      head: () => Promise.reject(new Error('out of order')),
      manifest: () => Promise.reject(new Error('out of order')),
      locator: () => Promise.reject(new Error('out of order')),
      object: () => Promise.reject(new Error('out of order')),
      capsules: () => Promise.reject(new Error('out of order')),
    };
    const opened = await read(broken);
    expect(codesOf(opened)).toContain('lane-truncated');
    expect(opened.verified).toEqual([]);
    expect(opened.sourceErrors.length).toBeGreaterThan(0);
  });
});

describe('the contracts refuse', () => {
  const forgedAnchor = async (writer: ConsortiumWriter, signer: HospitalParty, inNameOf: HospitalParty) => {
    const id = bytesToHex(authorId(inNameOf.key.identity.name));
    const head = await world.reader.laneHead(twin, id);
    const tree = laneTree();
    for (const instance of head.instances)
      tree.append(leaf({ ...instance, twinId: head.twinId, authorId: head.authorId }));
    const { version } = await world.reader.accessVersion(twin);
    const fields = {
      twinId: fromHex(story.twinId, 32),
      authorId: head.authorId,
      seq: head.count,
      h: new Uint8Array(32).fill(7),
      accessVersion: version,
      time: world.nowS(),
    };
    const proof = author(world.params, signer.key, authorDigest(leaf(fields)), world.reader.domain);
    const { X, v } = expandAuthorProof(world.params, proof);
    return writer.anchor({
      instance: {
        twinId: twin,
        authorId: id,
        seq: BigInt(fields.seq),
        h: bytesToHex(fields.h),
        accessVersion: BigInt(version),
        time: BigInt(fields.time),
      },
      frontier: tree.peaks().map((peak) => bytesToHex(peak)),
      X: bytesToHex(X),
      v: bytesToHex(v),
      Q: bytesToHex(authorPoint(world.params, inNameOf.key.identity)),
    });
  };

  it("an instance that one hospital signs in another's lane", async () => {
    const error = await forgedAnchor(stranger.writer, stranger, custodian).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ChainError);
    expect((error as ChainError).refusal?.name).toBe('AuthorCheck_ProofInvalid');
  });

  it('a consent that was relayed once already, and one that the patient did not sign', async () => {
    const wish = {
      hospital: bytesToHex(authorId(stranger.key.identity.name)),
      modules: [MODULE],
      purposes: ['TREAT'],
      operations: OPERATION.read,
      notBeforeS: world.nowS() - 60,
      expiryS: world.nowS() + 3600,
      fullHistory: true,
    };
    const consent = await patient.app.signGrant(world.reader, wish, world.nowS());
    const stolen = await stranger.account.signTypedData({
      domain: {
        name: 'Twinseal Access',
        version: '1',
        chainId: world.reader.consortium.chainId,
        verifyingContract: world.reader.consortium.access,
      },
      types: { X: [{ name: 'x', type: 'uint8' }] },
      primaryType: 'X',
      message: { x: 1 },
    });
    await expect(stranger.writer.grant(consent.terms, consent.signer, stolen)).rejects.toMatchObject({
      code: 'refused',
    });
    await stranger.writer.grant(consent.terms, consent.signer, consent.signature);
    await expect(
      stranger.writer.grant(consent.terms, consent.signer, consent.signature),
    ).rejects.toMatchObject({ code: 'refused' });
    // Taken back, so that the tests below find the twin as it was.
    const [grant] = (await world.reader.grants(twin, world.nowS())).filter(
      ({ terms }) => terms.nonce === consent.terms.nonce,
    );
    const back = await patient.app.signRevocation(world.reader, grant?.grantId as Hex, world.nowS());
    await custodian.writer.revoke(
      twin,
      grant?.grantId as Hex,
      back.nonce,
      back.deadline,
      back.signer,
      back.signature,
    );
  });
});

describe('a narrowing', () => {
  it('raises the version, refuses what was sealed before it, and keeps the next instance from a former grantee', async () => {
    const before = await world.reader.accessVersion(twin);
    const grant = (await world.reader.grants(twin, world.nowS())).find(
      ({ terms, live }) =>
        live &&
        terms.operations === OPERATION.read &&
        terms.hospital === bytesToHex(authorId(reader.key.identity.name)),
    );
    const lane = new LaneAuthor({
      params: world.params,
      domain: world.reader.domain,
      key: patient.key,
      twinId: fromHex(story.twinId, 32),
      vault: patient.vault,
    });
    const statement = (id: string) => ({
      op: 'put' as const,
      source: { system: 'urn:example:app', id, version: '1' },
      sourceTime: '2026-01-01T08:00:00Z',
      recordedTime: '2026-01-01T08:00:00Z',
      resource: {
        resourceType: 'MedicationStatement',
        id,
        status: 'active',
        subject: { reference: 'urn:example:me' },
      },
    });
    const back = await patient.app.signRevocation(world.reader, grant?.grantId as Hex, world.nowS());
    await custodian.writer.revoke(
      twin,
      grant?.grantId as Hex,
      back.nonce,
      back.deadline,
      back.signer,
      back.signature,
    );
    const { version } = await world.reader.accessVersion(twin);
    expect(version).toBe(before.version + 1);

    await addToLane(custodian, lane, patient.lookupKey, new Map([[MODULE, [statement('after')]]]));
    await anchorPending(custodian, { twinId: story.twinId, authorId: laneOf.id });
    await deliverCapsules(lane, custodian);

    const opened = await read(laneOf.source);
    const newest = opened.instances - 1;
    expect(opened.verified.map(({ seq }) => seq)).not.toContain(newest);
    // It cannot even tell whether the instance touches the module; it sees that it was given no secret of the new epoch.
    expect(opened.findings.every(({ sealingEpoch }) => sealingEpoch === version)).toBe(true);
    expect(opened.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^capsule-/)]),
    );

    const own = await openTwin({
      params: world.params,
      chain: world.reader,
      reader: patient.key,
      twinId: story.twinId,
      scopeSalts: patient.app.slip().scopeSalts,
      sourceOf: (id) => story.sources.get(id),
      depth: 'self-verified',
    });
    const ownLane = own.lanes.find(({ authorId: id }) => id === laneOf.id);
    expect(ownLane?.findings).toEqual([]);
    expect(ownLane?.verified.map(({ seq }) => seq)).toContain(newest);
  });
});

describe('hands on the disk, judged by fsck', () => {
  const check = async (): Promise<FsckReport> =>
    fsck({
      backend: await loadBackend(),
      chain: world.reader,
      parameters: new Uint8Array(await readFile(world.layout.parameters)),
      ledger: world.ledger,
      keepers: world.hospitals.map(({ id, blobs, receipts }) => ({ id, blobs: blobs as never, receipts })),
    });
  const pathOf = (address: string) =>
    join(world.layout.hospital(custodian.id).blobs, address.slice(0, 2), address);
  const faultsAfter = async (damage: () => Promise<() => Promise<unknown>>): Promise<string[]> => {
    const mend = await damage();
    const report = await check();
    await mend();
    return [...new Set(report.faults.map(({ code }) => code))].sort();
  };

  it('nothing wrong, to begin with and after every repair', async () => {
    expect((await check()).faults).toEqual([]);
  });

  it('a byte of a payload, a slot, a manifest, a capsule', async () => {
    const [row] = (await world.ledger.allParts()).filter(({ authorId: id }) => id === laneOf.id);
    const [instance] = await world.ledger.lane({ twinId: story.twinId, authorId: laneOf.id });
    const [capsule] = await world.ledger.capsules({ twinId: story.twinId, authorId: laneOf.id });
    const expected: [string, string][] = [
      [row?.payload as string, 'part-altered'],
      [row?.slot as string, 'part-altered'],
      [instance?.manifest as string, 'manifest-altered'],
      [capsule?.address as string, 'capsule-altered'],
    ];
    for (const [address, code] of expected) {
      const path = pathOf(address);
      const original = await readFile(path);
      const codes = await faultsAfter(async () => {
        await writeFile(path, flipBit(original, (original.length - 10) * 8));
        return () => writeFile(path, original);
      });
      expect(codes).toContain(code);
      expect(codes).toContain('object-altered');
    }
  });

  it('an object taken away', async () => {
    const [row] = (await world.ledger.allParts()).filter(({ authorId: id }) => id === laneOf.id);
    const path = pathOf(row?.payload as string);
    const original = await readFile(path);
    const codes = await faultsAfter(async () => {
      await rm(path);
      return () => writeFile(path, original);
    });
    expect(codes).toEqual(['object-missing', 'part-withheld']);
  });

  it('an object that nobody recorded is a notice, not a fault', async () => {
    const address = await custodian.blobs.put(new TextEncoder().encode('left over'));
    const report = await check();
    await custodian.blobs.remove(address);
    expect(report.faults).toEqual([]);
    expect(report.notices).toEqual([expect.objectContaining({ code: 'object-unreferenced' })]);
  });

  it('a row of the database, each way', async () => {
    const { client } = world.database;
    const set = async (statement: string, undo: string) => {
      await client.exec(statement);
      return () => client.exec(undo);
    };
    const where = `where twin_id = '${story.twinId}' and author_id = '${laneOf.id}' and seq = 1`;
    const [row] = (await world.ledger.lane({ twinId: story.twinId, authorId: laneOf.id })).slice(1);
    expect(
      await faultsAfter(() =>
        set(
          `update instance set time_s = time_s + 1 ${where}`,
          `update instance set time_s = time_s - 1 ${where}`,
        ),
      ),
    ).toEqual(['row-mismatch']);
    expect(
      await faultsAfter(() =>
        set(
          `update instance set mk = '${'0'.repeat(64)}' ${where}`,
          `update instance set mk = '${row?.mk}' ${where}`,
        ),
      ),
    ).toContain('row-mismatch');
    expect(
      await faultsAfter(() =>
        set('update request set permit = 1 - permit', 'update request set permit = 1 - permit'),
      ),
    ).toEqual(['request-mismatch']);
  });

  it('a receipt that says something else than the chain decided, or is out of its chain', async () => {
    const path = world.layout.hospital(custodian.id).receipts;
    const original = await readFile(path);
    const { ReceiptLog } = await import('@twinseal/store');
    const log = await ReceiptLog.open(path);
    const receipts = [...log.all()];
    await log.close();
    expect(receipts.length).toBeGreaterThanOrEqual(2);
    const rewritten = join(await freshFolder(), 'receipts.log');
    const other = await ReceiptLog.open(rewritten);
    // The second without the first.
    await other.append(receipts[1] as Uint8Array);
    const report = await fsck({
      backend: await loadBackend(),
      chain: world.reader,
      parameters: new Uint8Array(await readFile(world.layout.parameters)),
      ledger: world.ledger,
      keepers: world.hospitals.map(({ id, blobs, receipts: own }) => ({
        id,
        blobs: blobs as never,
        receipts: id === custodian.id ? other : own,
      })),
    });
    await other.close();
    expect(report.faults.map(({ code }) => code)).toEqual(['receipt-gap']);
    expect((await readFile(path)).equals(original)).toBe(true);
  });

  it('other parameters than the consortium pinned', async () => {
    const { setup, encodeParameters } = await import('@twinseal/mibsc');
    const backend = await loadBackend();
    const other = encodeParameters(setup(backend, 4).params);
    const input = { backend, chain: world.reader, ledger: world.ledger, keepers: [] };
    expect((await fsck({ ...input, parameters: other })).faults.map(({ code }) => code)).toContain(
      'parameters-unpinned',
    );
    expect((await fsck({ ...input, parameters: other.slice(1) })).faults.map(({ code }) => code)).toContain(
      'parameters-invalid',
    );
  });
});

async function laneIdOf(id: string): Promise<Uint8Array> {
  const { laneId } = await import('@twinseal/record');
  return laneId(fromHex(story.twinId, 32), fromHex(id, 32));
}

/** The module's secret as the patient, its author, holds it. */
async function ownSecret() {
  const { openModuleCapsule, moduleScope } = await import('@twinseal/record');
  const scope = moduleScope(
    fromHex(story.twinId, 32),
    fromHex(story.slip.scopeSalts[MODULE] as string, 32),
    MODULE,
  );
  for (const bytes of await laneOf.source.capsules(await laneIdOf(laneOf.id))) {
    const capsule = decodeCapsule(bytes);
    const isOwn = capsule.recipients.some(({ name }) => name === patient.key.identity.name);
    if (isOwn && toHex(capsule.scope) === toHex(scope)) {
      return openModuleCapsule({
        params: world.params,
        domain: world.reader.domain,
        capsule,
        key: patient.key,
      });
    }
  }
  throw new Error('the patient has no capsule of the own lane');
}
