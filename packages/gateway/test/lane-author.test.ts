/** A lane's author against the reader of `record`, which knows nothing of how sealing is remembered: whatever was sealed anew, the reader must find every counter in its place. */

import { randomBytes } from 'node:crypto';
import { extract, loadBackend, setup } from '@twinseal/mibsc';
import {
  authorId,
  hospitalIdentity,
  type LaneHead,
  laneTree,
  openLane,
  type RecordSource,
  type SealedInstance,
  type Statement,
  toHex,
} from '@twinseal/record';
import { describe, expect, it } from 'vitest';
import { LaneAuthor, type Vault } from '../src/lane-author.js';

const DOMAIN = 'offchain';
const backend = await loadBackend();
const { params, master } = setup(backend, 4);
const key = extract(params, master, hospitalIdentity('north'));
const twinId = new Uint8Array(32).fill(7);
const salts = new Map(
  ['laboratory', 'medications'].map((module) => [module, new Uint8Array(randomBytes(32))]),
);

function memoryVault(): Vault {
  const entries = new Map<string, string>();
  return {
    getJson: async <T>(name: string) => {
      const text = entries.get(name);
      return text === undefined ? undefined : (JSON.parse(text) as T);
    },
    putJson: async (name, value) => {
      entries.set(name, JSON.stringify(value));
    },
  };
}

const says = (id: string): Statement => ({
  op: 'put',
  source: { system: 'urn:test', id, version: '1' },
  sourceTime: '2026-01-01T00:00:00Z',
  recordedTime: '2026-01-02T00:00:00Z',
  resource: { resourceType: 'Basic' },
});
const about =
  (...modules: string[]) =>
  (id: string): ReadonlyMap<string, readonly Statement[]> =>
    new Map(modules.map((module) => [module, [says(id)]]));

/** Reads a lane as a stranger's server would serve it. */
async function read(
  author: LaneAuthor,
  sealed: readonly { instance: SealedInstance; version: number; timeS: number }[],
) {
  const tree = laneTree();
  const instances = sealed.map(({ instance, version, timeS }, seq) => {
    tree.append(instance.leaf);
    return {
      seq,
      h: instance.h,
      mk: tree.root(),
      accessVersion: version,
      time: timeS,
      authorEpoch: '1',
      proof: instance.proof,
      blockNumber: seq + 1,
      blockTime: timeS,
      versionInForce: version,
    };
  });
  const mk = tree.root();
  const lane: LaneHead = {
    twinId,
    authorId: authorId('hospital:north'),
    authorName: 'hospital:north',
    count: instances.length,
    mk,
    instances,
  };
  const objects = new Map<string, Uint8Array>();
  const locators = new Map<string, { slot: Uint8Array; payload: Uint8Array }>();
  for (const { instance } of sealed) {
    for (const part of instance.parts) {
      objects.set(toHex(part.locator.slot), part.slot);
      objects.set(toHex(part.locator.payload), part.payload);
      locators.set(toHex(part.partDigest), part.locator);
    }
  }
  const capsules: Uint8Array[] = [];
  for (const secret of await author.heldSecrets())
    capsules.push(await author.issueCapsule(secret, [key.identity], 1000));
  const source: RecordSource = {
    head: async () => ({ count: instances.length, mk }),
    manifest: async (_lane, seq) => sealed[seq]?.instance.manifest,
    locator: async (digest) => locators.get(toHex(digest)),
    object: async (address) => objects.get(toHex(address)),
    capsules: async () => capsules,
  };
  return openLane({
    params,
    domain: DOMAIN,
    lane,
    source,
    reader: key,
    modules: [...salts].map(([module, scopeSalt]) => ({ module, scopeSalt })),
    depth: 'self-verified',
  });
}

async function freshAuthor(): Promise<LaneAuthor> {
  const author = new LaneAuthor({ params, domain: DOMAIN, key, twinId, vault: memoryVault() });
  await author.keepScopeSalts(salts);
  return author;
}

describe('sealing anew in place', () => {
  it('an instance in the middle of what is not anchored: later ones, and the next, keep their counters', async () => {
    const author = await freshAuthor();
    const both = about('laboratory', 'medications');
    const lab = about('laboratory');
    await author.seal(0, 1, 100, both('a'));
    await author.seal(1, 1, 101, lab('b'));
    await author.seal(2, 1, 102, both('c'));
    // The patient narrows access before anything is on the chain: all three are sealed anew, oldest first.
    const anew = [
      await author.seal(0, 2, 200, both('a'), { inPlace: true }),
      await author.seal(1, 2, 201, lab('b'), { inPlace: true }),
      await author.seal(2, 2, 202, both('c'), { inPlace: true }),
    ];
    const next = await author.seal(3, 2, 203, lab('d'));
    const opened = await read(
      author,
      [...anew, next].map((instance, seq) => ({ instance, version: 2, timeS: 200 + seq })),
    );
    expect(opened.findings).toEqual([]);
    expect(opened.verified.map(({ seq, module, counter }) => [seq, module, counter])).toEqual([
      [0, 'laboratory', 0],
      [0, 'medications', 0],
      [1, 'laboratory', 1],
      [2, 'laboratory', 2],
      [2, 'medications', 1],
      [3, 'laboratory', 3],
    ]);
  });

  it('only the newest, after the first was anchored', async () => {
    const author = await freshAuthor();
    const lab = about('laboratory');
    const first = await author.seal(0, 1, 100, lab('a'));
    await author.seal(1, 1, 101, lab('b'));
    const anew = await author.seal(1, 2, 201, lab('b'), { inPlace: true });
    const next = await author.seal(2, 2, 202, lab('c'));
    const opened = await read(author, [
      { instance: first, version: 1, timeS: 100 },
      { instance: anew, version: 2, timeS: 201 },
      { instance: next, version: 2, timeS: 202 },
    ]);
    expect(opened.findings).toEqual([]);
    expect(opened.verified.map(({ counter }) => counter)).toEqual([0, 1, 2]);
  });

  it('an earlier one while a later one, sealed after the narrowing, stands', async () => {
    const author = await freshAuthor();
    const lab = about('laboratory');
    await author.seal(0, 1, 100, lab('a'));
    const later = await author.seal(1, 2, 201, lab('b'));
    const anew = await author.seal(0, 2, 202, lab('a'), { inPlace: true });
    const next = await author.seal(2, 2, 203, lab('c'));
    const opened = await read(author, [
      { instance: anew, version: 2, timeS: 202 },
      { instance: later, version: 2, timeS: 201 },
      { instance: next, version: 2, timeS: 203 },
    ]);
    expect(opened.findings).toEqual([]);
    expect(opened.verified.map(({ counter }) => counter)).toEqual([0, 1, 2]);
  });

  it('a sealing that was never recorded leaves no trace in the counters', async () => {
    const author = await freshAuthor();
    await author.seal(0, 1, 100, about('laboratory')('lost'));
    const first = await author.seal(0, 1, 101, about('medications')('a'));
    const second = await author.seal(1, 1, 102, about('laboratory')('b'));
    const opened = await read(author, [
      { instance: first, version: 1, timeS: 101 },
      { instance: second, version: 1, timeS: 102 },
    ]);
    expect(opened.findings).toEqual([]);
    expect(opened.verified.map(({ module, counter }) => [module, counter])).toEqual([
      ['medications', 0],
      ['laboratory', 0],
    ]);
  });
});
