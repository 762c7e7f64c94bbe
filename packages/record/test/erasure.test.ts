/** REC-25: what the patient had erased shows as erased, with its tombstone, and the history around it verifies. */

import { beforeAll, beforeEach, expect, test } from 'vitest';
import { decodeManifest, type LaneHead, openLane, toHex, verifyLane } from '../src/index.js';
import { type Built, buildLane, domain, granted, MemorySource, params, south } from './support/lane.js';

const TOMBSTONE = { blockNumber: 140, time: 1_700_000_500 };
/** The instance that is erased: conditions and glucose, in the middle of the lane. */
const ERASED = 2;

let built: Built;
let source: MemorySource;

beforeAll(async () => {
  built = await buildLane();
});
beforeEach(() => {
  source = new MemorySource();
  source.claim = built.source.claim;
  for (const name of ['manifests', 'locators', 'objects', 'served'] as const) {
    for (const [key, value] of built.source[name] as Map<never, never>)
      (source[name] as Map<never, never>).set(key, value);
  }
});

/** The lane with a tombstone over some of its instances. */
function under(...seqs: number[]): LaneHead {
  return {
    ...built.lane,
    instances: built.lane.instances.map((instance) =>
      seqs.includes(instance.seq) ? { ...instance, tombstone: TOMBSTONE } : instance,
    ),
  };
}

/** What an honest keeper does: slots and payloads are gone, the manifest stays. */
function shred(seq: number): void {
  for (const { partDigest } of decodeManifest(source.manifests.get(seq) as Uint8Array).entries) {
    const locator = source.locators.get(toHex(partDigest));
    if (locator === undefined) continue;
    source.objects.delete(toHex(locator.slot));
    source.objects.delete(toHex(locator.payload));
    source.locators.delete(toHex(partDigest));
  }
}

const open = (lane: LaneHead) =>
  openLane({
    params,
    domain,
    lane,
    source,
    reader: south,
    modules: granted('conditions', 'glucose'),
    depth: 'self-verified',
  });
const places = (list: readonly { seq: number; module: string }[]) =>
  list.map(({ seq, module }) => `${seq} ${module}`);
const REST = ['0 conditions', '0 glucose', '1 glucose', '4 glucose'];

test('an erased instance is no fault: its entries are named, the rest opens, the counters go on', async () => {
  shred(ERASED);
  const opened = await open(under(ERASED));
  expect(opened.findings).toEqual([]);
  expect(places(opened.verified)).toEqual(REST);
  expect(places(opened.erased)).toEqual(['2 conditions', '2 glucose']);
  expect(opened.erased.map(({ tombstone, counter }) => [tombstone, counter])).toEqual([
    [TOMBSTONE, 1],
    [TOMBSTONE, 2],
  ]);
  expect(opened.erased.every((part) => !('statements' in part))).toBe(true);
  expect(
    opened.coverage
      .filter(({ erased }) => erased > 0)
      .map(({ module, opened: n, erased }) => [module, n, erased]),
  ).toEqual([
    ['conditions', 0, 1],
    ['glucose', 1, 1],
  ]);
});

test('without a key: the history verifies, parts under a tombstone are not missed', async () => {
  shred(ERASED);
  const verified = await verifyLane({
    params,
    domain,
    lane: under(ERASED),
    source,
    depth: 'self-verified',
    parts: true,
  });
  expect(verified.findings).toEqual([]);
  expect(verified.manifests).toHaveLength(built.lane.count);
  expect(verified.erased.map(({ seq, tombstone }) => [seq, tombstone])).toEqual([
    [ERASED, TOMBSTONE],
    [ERASED, TOMBSTONE],
  ]);
});

test('a whole lane erased is a history without content', async () => {
  const all = built.lane.instances.map(({ seq }) => seq);
  for (const seq of all) shred(seq);
  const opened = await open(under(...all));
  expect(opened.findings).toEqual([]);
  expect(opened.verified).toEqual([]);
  expect(opened.erased).toHaveLength(6);
});

test('a keeper that says "erased" without a tombstone on the chain withholds', async () => {
  shred(ERASED);
  const opened = await open(built.lane);
  expect(opened.erased).toEqual([]);
  expect(opened.findings.map(({ code, seq }) => [code, seq])).toEqual([
    ['part-withheld', ERASED],
    ['part-withheld', ERASED],
  ]);
});

test('a keeper that serves what was erased is neither asked nor read', async () => {
  const asked: string[] = [];
  const { locator } = source;
  source.locator = async (digest) => {
    asked.push(toHex(digest));
    return locator.call(source, digest);
  };
  const opened = await open(under(ERASED));
  expect(places(opened.verified)).toEqual(REST);
  expect(places(opened.erased)).toEqual(['2 conditions', '2 glucose']);
  for (const { partDigest } of opened.erased) expect(asked).not.toContain(toHex(partDigest));
});

test('the manifest of an erased instance stays owed, and stays bound to its root', async () => {
  shred(ERASED);
  const manifest = source.manifests.get(ERASED) as Uint8Array;
  source.manifests.delete(ERASED);
  expect((await open(under(ERASED))).findings.map(({ code }) => code)).toContain('instance-missing');
  const altered = manifest.slice();
  altered[altered.length - 1] = (altered[altered.length - 1] as number) ^ 1;
  source.manifests.set(ERASED, altered);
  expect((await open(under(ERASED))).findings.map(({ code }) => code)).toContain('manifest-altered');
});
