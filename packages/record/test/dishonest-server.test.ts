/** A server that lies, withholds, alters and swaps, met through RecordSource alone: each deed is named (section 8 of docs/RECORD.md). */

import { expandAuthorProof } from '@twinseal/mibsc';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  authorId,
  decodeCapsule,
  decodeManifest,
  type EmergencyIssue,
  encodeCapsule,
  encodeManifest,
  FINDINGS,
  type FindingCode,
  hospitalIdentity,
  type LaneHead,
  type LaneToOpen,
  laneRoot,
  leaf,
  type ModuleSecret,
  manifestRoot,
  moduleScope,
  newModuleSecret,
  type OpenedLane,
  objectAddress,
  openLane,
  partDigest,
  patientIdentity,
  toHex,
  verifyLane,
} from '../src/index.js';
import {
  type Built,
  buildLane,
  domain,
  granted,
  keyOf,
  type MemorySource,
  type Module,
  north,
  params,
  patient,
  salts,
  south,
  statement,
  twinId,
  west,
} from './support/lane.js';
import { seededRandom } from './support/random.js';

let honest: Built;
let other: Built;
let source: MemorySource;
const named = new Set<FindingCode>();

beforeAll(async () => {
  honest = await buildLane();
  other = await buildLane({ author: west, seed: 'west' });
});
beforeEach(async () => {
  source = copyOf(honest.source);
});

function copyOf(from: MemorySource): MemorySource {
  const copy = new (from.constructor as new () => MemorySource)();
  copy.claim = from.claim;
  for (const name of ['manifests', 'locators', 'objects', 'served'] as const) {
    for (const [key, value] of from[name] as Map<never, never>)
      (copy[name] as Map<never, never>).set(key, value);
  }
  return copy;
}

async function open(change: Partial<LaneToOpen> = {}): Promise<OpenedLane> {
  const opened = await openLane({
    params,
    domain,
    lane: honest.lane,
    source,
    reader: south,
    modules: granted('conditions', 'glucose'),
    depth: 'chain-checked',
    ...change,
  });
  for (const { code } of opened.findings) named.add(code);
  return opened;
}

const codes = (opened: {
  findings: readonly { code: string; seq?: number; module?: string; sealingEpoch?: number }[];
}) =>
  opened.findings.map(({ code, seq, module, sealingEpoch }) =>
    [code, seq ?? '', module ?? (sealingEpoch === undefined ? '' : `@${sealingEpoch}`)].join(' ').trim(),
  );
const parts = (opened: OpenedLane) => opened.verified.map(({ seq, module }) => `${seq} ${module}`);
const ALL = ['0 conditions', '0 glucose', '1 glucose', '2 conditions', '2 glucose', '4 glucose'];
const without = (...gone: string[]) => ALL.filter((p) => !gone.includes(p));
const withInstance = (seq: number, change: Partial<LaneHead['instances'][number]>): LaneHead => ({
  ...honest.lane,
  instances: honest.lane.instances.map((i) => (i.seq === seq ? { ...i, ...change } : i)),
});
const flip = (bytes: Uint8Array | undefined, at: number): Uint8Array => {
  const out = Uint8Array.from(bytes ?? []);
  const index = at < 0 ? out.length + at : at;
  out[index] = (out[index] as number) ^ 1;
  return out;
};
const partOf = (seq: number, module: string) => {
  const part = honest.sealed[seq]?.parts.find((p) => p.module === module);
  if (part === undefined) throw new Error('no such part');
  return part;
};

/** A lane of one instance whose author has anchored the root of `bytes`, with the fields of `built` and `change`. */
function anchored(built: Built, bytes: Uint8Array, change: Partial<LaneHead['instances'][0]> = {}): LaneHead {
  const first = {
    ...(built.lane.instances[0] as LaneHead['instances'][0]),
    h: manifestRoot(bytes),
    ...change,
  };
  const { twinId: twin, authorId: author } = built.lane;
  const mk = laneRoot([leaf({ twinId: twin, authorId: author, ...first })]);
  source = copyOf(built.source);
  source.manifests.set(0, bytes);
  source.claim = { count: 1, mk };
  return { ...built.lane, count: 1, mk, instances: [{ ...first, mk }] };
}

describe('an honest server', () => {
  test.each(['chain-checked', 'self-verified'] as const)('is read without findings, %s', async (depth) => {
    const opened = await open({ depth });
    expect(codes(opened)).toEqual([]);
    expect(parts(opened)).toEqual(ALL);
    expect(opened).toMatchObject({ instances: 5, depth, sourceErrors: [] });
    expect(opened.verified[2]).toMatchObject({
      counter: 1,
      sealingEpoch: 1,
      author: north.identity,
      time: 1_700_000_001,
      blockNumber: 101,
      blockTime: 1_700_000_101,
      statements: [statement('glucose', 1)],
    });
    expect(opened.coverage).toEqual([
      { module: 'conditions', sealingEpoch: 1, delivered: true, entries: 1, opened: 1, erased: 0 },
      { module: 'conditions', sealingEpoch: 2, delivered: true, entries: 1, opened: 1, erased: 0 },
      { module: 'glucose', sealingEpoch: 1, delivered: true, entries: 2, opened: 2, erased: 0 },
      { module: 'glucose', sealingEpoch: 2, delivered: true, entries: 2, opened: 2, erased: 0 },
    ]);
  });

  test('shows each recipient only what was granted', async () => {
    const one = await open({ modules: granted('glucose') });
    expect([codes(one), parts(one)]).toEqual([[], ['0 glucose', '1 glucose', '2 glucose', '4 glucose']]);
    const all = await open({ reader: patient, modules: granted('billing', 'conditions', 'glucose') });
    expect([codes(all), parts(all)]).toEqual([[], [...ALL.slice(0, 5), '3 billing', '4 glucose']]);
  });

  test('gives nothing to whom nothing was granted, who is told so', async () => {
    const opened = await open({ reader: west });
    expect(parts(opened)).toEqual([]);
    expect(new Set(codes(opened).map((c) => c.split(' ')[0]))).toEqual(new Set(['capsule-not-for-me']));
  });

  test('a grant from now on begins at its version', async () => {
    source.served.delete('glucose 1');
    source.served.delete('conditions 1');
    const opened = await open({ capsuleFrom: 2 });
    expect([codes(opened), parts(opened)]).toEqual([[], ['2 conditions', '2 glucose', '4 glucose']]);
  });

  test('capsules of patient and custodian serve as well as the author’s', async () => {
    source.served.set('glucose 1', await honest.capsule('glucose', 1, { issuer: patient }));
    source.served.set('glucose 2', await honest.capsule('glucose', 2, { issuer: west }));
    const opened = await open({ custodian: west.identity });
    expect([codes(opened), parts(opened)]).toEqual([[], ALL]);
  });

  test('a reader with keys of two identity epochs opens capsules to either', async () => {
    const newer = keyOf(hospitalIdentity('south', 2));
    source.served.set('glucose 2', await honest.capsule('glucose', 2, { recipients: [newer.identity] }));
    expect(parts(await open({ reader: [newer, south] }))).toEqual(ALL);
    expect(codes(await open({ reader: south }))).toEqual(['capsule-not-for-me  glucose']);
  });

  test('an empty lane is empty', async () => {
    source.claim = undefined;
    const opened = await open({ lane: { ...honest.lane, count: 0, instances: [] } });
    expect(opened).toMatchObject({ instances: 0, verified: [], findings: [] });
  });
});

describe('head and order', () => {
  test.each([
    ['fewer instances', () => ({ count: 4, mk: honest.lane.instances[3]?.mk as Uint8Array })],
    ['more instances', () => ({ count: 6, mk: honest.lane.mk })],
    ['another root', () => ({ count: 5, mk: flip(honest.lane.mk, 0) })],
    ['nothing', () => undefined],
    ['rubbish', () => 'rubbish' as never],
  ])('a head of %s is head-mismatch; what the chain has is read all the same', async (_what, claim) => {
    source.claim = claim();
    const opened = await open();
    expect(codes(opened)).toEqual(['head-mismatch']);
    expect(parts(opened)).toEqual(ALL);
  });

  test('the newest withheld, with a head to match, is lane-truncated', async () => {
    source.claim = { count: 3, mk: honest.lane.instances[2]?.mk as Uint8Array };
    source.manifests.delete(3);
    source.manifests.delete(4);
    const opened = await open();
    expect(codes(opened)).toEqual(['head-mismatch', 'lane-truncated 3', 'lane-truncated 4']);
    expect(parts(opened)).toEqual(without('4 glucose'));
  });

  test('one withheld inside is instance-missing, and no counter-gap beside', async () => {
    source.manifests.delete(1);
    const opened = await open();
    expect(codes(opened)).toEqual(['instance-missing 1']);
    expect(parts(opened)).toEqual(without('1 glucose'));
  });

  test('all withheld is a lane truncated to nothing', async () => {
    source.manifests.clear();
    expect(codes(await open())).toEqual([0, 1, 2, 3, 4].map((seq) => `lane-truncated ${seq}`));
  });

  test('two swapped are instance-order, both', async () => {
    const [one, two] = [source.manifests.get(1), source.manifests.get(2)] as [Uint8Array, Uint8Array];
    source.manifests.set(1, two).set(2, one);
    const opened = await open();
    expect(codes(opened)).toEqual(['instance-order 1', 'instance-order 2']);
    expect(parts(opened)).toEqual(without('1 glucose', '2 conditions', '2 glucose'));
  });

  test('an older one in a newer one’s place is instance-order', async () => {
    source.manifests.set(4, source.manifests.get(0) as Uint8Array);
    expect(codes(await open())).toEqual(['instance-order 4']);
  });

  test.each([
    ['h', (l: LaneHead) => ({ h: flip(l.instances[2]?.h, 0) })],
    ['time', () => ({ time: 1 })],
    ['accessVersion', () => ({ accessVersion: 9, versionInForce: 9 })],
    ['mk', (l: LaneHead) => ({ mk: flip(l.instances[2]?.mk, 5) })],
  ])('a chain node whose %s does not hash to the root is believed in nothing', async (_what, change) => {
    const opened = await open({ lane: withInstance(2, change(honest.lane)) });
    expect(codes(opened)).toContain('root-mismatch 2');
    expect(parts(opened)).toEqual([]);
  });

  test('so is one whose list is not the whole lane in order', async () => {
    const [first, second, ...rest] = honest.lane.instances as [never, never];
    for (const instances of [honest.lane.instances.slice(1), [second, first, ...rest]]) {
      const opened = await open({ lane: { ...honest.lane, instances } });
      expect([codes(opened), parts(opened)]).toEqual([['root-mismatch'], []]);
    }
    // Nor is one that leaves out the newest and has a root to match: the count says more.
    const mk = honest.lane.instances[3]?.mk as Uint8Array;
    const short = await open({ lane: { ...honest.lane, mk, instances: honest.lane.instances.slice(0, 4) } });
    expect([codes(short), parts(short)]).toEqual([['head-mismatch', 'root-mismatch'], []]);
    const wrongHead = await open({ lane: { ...honest.lane, mk: flip(honest.lane.mk, 0) } });
    expect([codes(wrongHead), parts(wrongHead)]).toEqual([['head-mismatch', 'root-mismatch'], []]);
  });
});

describe('manifests and authors', () => {
  test.each([0, 6, 40, 100, -1, -72])('a bit flipped at %i is manifest-altered', async (at) => {
    source.manifests.set(2, flip(source.manifests.get(2), at));
    const opened = await open();
    expect(codes(opened)).toEqual(['manifest-altered 2']);
    expect(parts(opened)).toEqual(without('2 conditions', '2 glucose'));
  });

  test.each([
    ['cut', () => source.manifests.get(2)?.slice(0, -1)],
    ['longer', () => new Uint8Array([...(source.manifests.get(2) as Uint8Array), 0])],
    ['empty', () => new Uint8Array()],
    ['of another lane', () => other.source.manifests.get(2)],
    ['text', () => 'manifest' as never],
  ])('one that is %s is %s', async (what, bytes) => {
    source.manifests.set(2, bytes() as Uint8Array);
    expect(codes(await open())).toEqual([`${what === 'text' ? 'instance-missing' : 'manifest-altered'} 2`]);
  });

  test('an entry taken from another manifest is manifest-altered', async () => {
    const [one, four] = [source.manifests.get(1), source.manifests.get(4)] as [Uint8Array, Uint8Array];
    source.manifests.set(1, new Uint8Array([...one.slice(0, -72), ...four.slice(-72)]));
    expect(codes(await open())).toEqual(['manifest-altered 1']);
  });

  test.each([
    ['twin', { twinId: new Uint8Array(32).fill(1) }],
    ['author', { author: west.identity }],
    ['author', { author: hospitalIdentity('north', 2) }],
    ['seq', { seq: 1 }],
    ['access version', { accessVersion: 2 }],
    ['time', { time: 5 }],
    ['author, time', { author: west.identity, time: 5 }],
  ])('an author who anchors another %s than the manifest says is manifest-mismatch', async (what, change) => {
    // The chain takes h as it is given, so only a reader can see this.
    const manifest = decodeManifest(honest.sealed[0]?.manifest as Uint8Array);
    const lane = anchored(honest, encodeManifest({ ...manifest, ...change }));
    const opened = await open({ lane });
    expect(codes(opened)).toEqual(['manifest-mismatch 0']);
    expect(opened.findings[0]?.detail).toBe(`another ${what} than anchored`);
    expect(parts(opened)).toEqual([]);
  });

  test('an author epoch that is not the anchored one is manifest-mismatch', async () => {
    const opened = await open({ lane: withInstance(2, { authorEpoch: '2' }) });
    expect(codes(opened)).toEqual(['manifest-mismatch 2']);
  });

  test('a proof of another instance is author-forged when self-verified; chain-checked leaves it to the contract', async () => {
    const lane = withInstance(2, { proof: honest.sealed[1]?.proof as Uint8Array });
    expect(codes(await open({ lane }))).toEqual([]);
    const opened = await open({ lane, depth: 'self-verified' });
    expect(codes(opened)).toEqual(['author-forged 2']);
    expect(parts(opened)).toEqual(without('2 conditions', '2 glucose'));
  });

  test.each([
    ['of another author', () => other.sealed[2]?.proof],
    ['with a flipped bit', () => flip(honest.sealed[2]?.proof, -1)],
    ['of no points', () => new Uint8Array(96)],
    ['of identities', () => Uint8Array.from({ length: 96 }, (_, i) => (i % 48 === 0 ? 0xc0 : 0))],
    ['of another length', () => new Uint8Array(95)],
    ['withheld', () => undefined],
  ])('a proof %s is author-forged', async (_what, proof) => {
    const { proof: _, ...bare } = honest.lane.instances[2] as LaneHead['instances'][0];
    const given = proof();
    const changed = given === undefined ? bare : { ...bare, proof: given };
    const instances = honest.lane.instances.map((i) => (i.seq === 2 ? changed : i));
    const opened = await open({ lane: { ...honest.lane, instances }, depth: 'self-verified' });
    expect(codes(opened)).toEqual(['author-forged 2']);
  });

  test('proofs are taken in each form that chains keep, and points that are not the same are refused', async () => {
    const instances = honest.lane.instances.map((i, n) => {
      const compressed = i.proof as Uint8Array;
      const { X, v } = expandAuthorProof(params, compressed);
      if (n === 0) return { ...i, proof: { X, v } };
      if (n === 1) return { ...i, proof: new Uint8Array([...X, ...v]) };
      if (n === 2) return { ...i, proof: { X: compressed.slice(0, 48), v: compressed.slice(48) } };
      if (n === 3) return { ...i, proof: { X: flip(X, -1), v } }; // y no longer belongs to x
      return { ...i, proof: { X: flip(X, 0), v } }; // padding not zero
    });
    const opened = await open({ lane: { ...honest.lane, instances }, depth: 'self-verified' });
    expect(codes(opened)).toEqual(['author-forged 3', 'author-forged 4']);
  });

  test('an instance sealed under another version than was in force is version-stale (REC-11)', async () => {
    const behind = await open({ lane: withInstance(4, { versionInForce: 3n }) });
    expect([codes(behind), parts(behind)]).toEqual([['version-stale 4'], without('4 glucose')]);
    const ahead = await open({ lane: withInstance(4, { versionInForce: 1 }) });
    expect([codes(ahead), parts(ahead)]).toEqual([['version-stale 4'], without('4 glucose')]);
    const { versionInForce: _, ...unknown } = honest.lane.instances[4] as LaneHead['instances'][0];
    const instances = [...honest.lane.instances.slice(0, 4), unknown];
    expect(codes(await open({ lane: { ...honest.lane, instances } }))).toEqual([]);
  });

  test('an instance in a batch whose author might not contribute is contribution-denied (REC-31)', async () => {
    const denied = await open({ lane: withInstance(4, { batch: 0, mayContribute: false }) });
    expect([codes(denied), parts(denied)]).toEqual([['contribution-denied 4'], without('4 glucose')]);
    expect(codes(await open({ lane: withInstance(4, { batch: 0, mayContribute: true }) }))).toEqual([]);
  });

  test.each(['lane-withheld', 'head-fell', 'lane-forked'] as const)(
    'what was noted of the batches is told with the rest: %s (REC-31)',
    async (code) => {
      const noted = [{ code, detail: 'of the lane' }];
      const opened = await open({ lane: { ...honest.lane, noted } });
      expect(codes(opened)).toEqual([code]);
      expect(parts(opened)).toEqual(parts(await open()));
    },
  );
});

describe('parts', () => {
  test('a part hidden is part-withheld, whatever of it is hidden', async () => {
    const { partDigest, locator } = partOf(1, 'glucose');
    for (const hide of [
      () => source.locators.delete(toHex(partDigest)),
      () => source.objects.delete(toHex(locator.slot)),
      () => source.objects.delete(toHex(locator.payload)),
    ]) {
      source = copyOf(honest.source);
      hide();
      const opened = await open();
      expect(codes(opened)).toEqual(['part-withheld 1 glucose']);
      expect(parts(opened)).toEqual(without('1 glucose'));
    }
  });

  test('a part hidden is not noticed by whom it does not concern', async () => {
    source.locators.delete(toHex(partOf(1, 'glucose').partDigest));
    expect(codes(await open({ modules: granted('conditions') }))).toEqual([]);
  });

  test.each([0, 4, 6, 22, 54, -1])('a bit of the slot flipped at %i is part-altered', async (at) => {
    const { slot, locator } = partOf(2, 'conditions');
    source.objects.set(toHex(locator.slot), flip(slot, at));
    const opened = await open();
    expect([codes(opened), parts(opened)]).toEqual([['part-altered 2 conditions'], without('2 conditions')]);
  });

  test.each([0, 4, 6, 22, 100, -1])('a bit of the payload flipped at %i is part-altered', async (at) => {
    const { payload, locator } = partOf(2, 'conditions');
    source.objects.set(toHex(locator.payload), flip(payload, at));
    expect(codes(await open())).toEqual(['part-altered 2 conditions']);
  });

  test('a payload or slot of another part is part-altered', async () => {
    const [one, two] = [partOf(1, 'glucose'), partOf(2, 'glucose')];
    source.objects.set(toHex(one.locator.payload), two.payload);
    expect(codes(await open())).toEqual(['part-altered 1 glucose']);
    source = copyOf(honest.source);
    source.objects.set(toHex(one.locator.slot), two.slot);
    expect(codes(await open())).toEqual(['part-altered 1 glucose']);
  });

  test('a locator of another part, or of nothing, is part-altered', async () => {
    const [one, two] = [partOf(1, 'glucose'), partOf(2, 'glucose')];
    const wrong = [
      two.locator,
      { ...one.locator, slot: two.locator.slot },
      { slot: 'x', payload: null } as never,
    ];
    for (const locator of wrong) {
      source.locators.set(toHex(one.partDigest), locator);
      expect(codes(await open())).toEqual(['part-altered 1 glucose']);
    }
  });

  test('an author’s own wrong content is part-undecodable', async () => {
    // A part of one module, sealed under the secret of another: what opens says so in its first line.
    const built = await buildLane({ plan: [{ version: 1, modules: ['glucose'] }] });
    const glucose = built.secrets.get('glucose 1');
    source = built.source;
    source.served.set('conditions 1', await built.capsule('conditions', 1, { secret: glucose as never }));
    const opened = await open({ lane: built.lane, modules: granted('conditions') });
    expect([codes(opened), parts(opened)]).toEqual([['part-undecodable 0 conditions'], []]);
  });

  test('a counter beyond every number is part-undecodable', async () => {
    const built = await buildLane({ plan: [{ version: 1, modules: ['glucose'] }] });
    const manifest = decodeManifest(built.sealed[0]?.manifest as Uint8Array);
    const [entry] = manifest.entries as [(typeof manifest.entries)[0]];
    const masked = Uint8Array.from(entry.maskedCounter);
    masked[0] = (masked[0] as number) ^ 0x80; // the highest bit, mask or not
    const bytes = encodeManifest({ ...manifest, entries: [{ ...entry, maskedCounter: masked }] });
    const opened = await open({ lane: anchored(built, bytes), modules: granted('glucose') });
    expect([codes(opened), parts(opened)]).toEqual([['part-undecodable 0 glucose'], []]);
  });

  test('a server that fails is one that withholds, and its errors are handed back', async () => {
    const failing = {
      head: () => Promise.reject(new Error('no head')),
      manifest: () => Promise.reject(new Error('no manifest')),
      locator: () => Promise.reject(new Error('no locator')),
      object: () => Promise.reject(new Error('no object')),
      capsules: () => Promise.reject(new Error('no capsules')),
    };
    const opened = await open({ source: failing });
    expect(codes(opened)).toEqual([
      'head-mismatch',
      ...[0, 1, 2, 3, 4].map((seq) => `lane-truncated ${seq}`),
    ]);
    expect(opened.sourceErrors).toHaveLength(6);
  });
});

describe('counters', () => {
  test('an entry that its author left out is counter-gap', async () => {
    const built = await buildLane({ tweak: (seq) => (seq === 4 ? { counter: 7 } : {}) });
    source = built.source;
    const opened = await open({ lane: built.lane });
    expect([codes(opened), parts(opened)]).toEqual([['counter-gap 4 glucose'], without('4 glucose')]);
  });

  test('a counter used twice is counter-gap', async () => {
    const built = await buildLane({ tweak: (seq) => (seq === 1 ? { counter: 0 } : {}) });
    source = built.source;
    const opened = await open({ lane: built.lane, modules: granted('glucose') });
    expect(codes(opened)).toEqual(['counter-gap 1 glucose', 'counter-gap 2 glucose']);
  });

  test('a first counter that is not 0 is counter-gap', async () => {
    const built = await buildLane({ tweak: (seq) => (seq === 0 ? { counter: 1 } : {}) });
    source = built.source;
    expect(codes(await open({ lane: built.lane, modules: granted('conditions') }))).toContain(
      'counter-gap 0 conditions',
    );
  });

  test.each(['withheld', 'altered'])('a part %s still counts', async (how) => {
    // Were it a hole, a counter used twice would pass for the hole's being untouched.
    const built = await buildLane({ tweak: (seq) => (seq === 2 ? { counter: 1 } : {}) });
    source = copyOf(built.source);
    const hidden = built.sealed[1]?.parts[0];
    const address = toHex(hidden?.locator.payload ?? new Uint8Array());
    if (how === 'withheld') source.objects.delete(address);
    else source.objects.set(address, new Uint8Array(300));
    const opened = await open({ lane: built.lane, modules: granted('glucose') });
    expect(codes(opened)).toEqual([
      `part-${how} 1 glucose`,
      'counter-gap 2 glucose',
      'counter-gap 4 glucose',
    ]);
  });

  test('a part that misses its commitment is a hole, for its counter may not be the module’s', async () => {
    const built = await buildLane({
      plan: [1, 2, 3].map((version) => ({ version, modules: ['glucose'] as const })),
    });
    source = copyOf(built.source);
    const right = built.secrets.get('glucose 2') as { tagKey: Uint8Array };
    const wrong = { K: new Uint8Array(32), tagKey: right.tagKey };
    source.served.set('glucose 2', await built.capsule('glucose', 2, { secret: wrong }));
    const opened = await open({ lane: built.lane, modules: granted('glucose') });
    expect([codes(opened), parts(opened)]).toEqual([
      ['secret-mismatch 1 glucose'],
      ['0 glucose', '2 glucose'],
    ]);
  });

  test('holes leave room for as many as they are, no more', async () => {
    const built = await buildLane({ tweak: (seq) => (seq === 4 ? { counter: 5 } : {}) });
    source = built.source;
    source.manifests.delete(2);
    source.manifests.delete(3);
    // After 0 and 1 come at most 2 and 3, so 5 leaves one out.
    expect(codes(await open({ lane: built.lane, modules: granted('glucose') }))).toEqual([
      'instance-missing 2',
      'instance-missing 3',
      'counter-gap 4 glucose',
    ]);
  });
});

describe('capsules', () => {
  test('one not delivered is capsule-missing', async () => {
    source.served.delete('glucose 2');
    const opened = await open();
    expect(codes(opened)).toEqual(['capsule-missing  glucose']);
    expect(opened.findings[0]).toMatchObject({ sealingEpoch: 2 });
    expect(parts(opened)).toEqual(without('2 glucose', '4 glucose'));
    expect(opened.coverage).toContainEqual({
      module: 'glucose',
      sealingEpoch: 2,
      delivered: false,
      entries: 0,
      opened: 0,
      erased: 0,
    });
  });

  test('one not delivered is not missed where nothing was sealed under it', async () => {
    source.served.delete('billing 1');
    // Every entry of epoch 1 is named by the other two.
    const every = await open({ reader: patient, modules: granted('billing', 'conditions', 'glucose') });
    expect(codes(every)).toEqual([]);
    // So it is in the newest epoch, where no later counter tells.
    const newest = await buildLane({
      plan: [
        { version: 1, modules: ['glucose'] },
        { version: 2, modules: ['conditions'] },
      ],
    });
    source = newest.source;
    source.served.delete('glucose 2');
    expect(codes(await open({ lane: newest.lane }))).toEqual([]);
    // But not where somebody else's entries are.
    expect(codes(await open({ lane: newest.lane, modules: granted('glucose') }))).toEqual([
      'capsule-missing  glucose',
    ]);
    // The counters on both sides are consecutive.
    const built = await buildLane({
      plan: [
        { version: 1, modules: ['glucose'] },
        { version: 2, modules: ['billing'] },
        { version: 3, modules: ['glucose'] },
      ],
    });
    source = built.source;
    source.served.delete('glucose 2');
    const between = await open({ lane: built.lane, modules: granted('glucose') });
    expect([codes(between), parts(between)]).toEqual([[], ['0 glucose', '2 glucose']]);
  });

  test('a capsule of an older epoch in its place is capsule-missing', async () => {
    source.served.set('glucose 2', source.served.get('glucose 1') as Uint8Array);
    expect(codes(await open())).toEqual(['capsule-missing  glucose']);
  });

  test('a capsule of another module in its place is capsule-missing', async () => {
    source.served.set('glucose 2', source.served.get('billing 2') as Uint8Array);
    expect(codes(await open())).toEqual(['capsule-missing  glucose']);
  });

  test('a capsule of another lane or twin in its place is capsule-foreign, and the own one missing', async () => {
    source.served.set('glucose 2', other.source.served.get('glucose 2') as Uint8Array);
    expect(codes(await open())).toEqual(['capsule-foreign  @2', 'capsule-missing  glucose']);
    // Also one that the lane's own author issued, for another.
    const elsewhere = await honest.capsule('glucose', 2, { authorId: authorId('hospital:west') });
    source.served.set('glucose 2', elsewhere);
    expect(codes(await open())).toEqual(['capsule-foreign  @2', 'capsule-missing  glucose']);
    const twin = await honest.capsule('glucose', 2, { twinId: new Uint8Array(32) });
    source.served.set('glucose 2', twin);
    expect(codes(await open())).toEqual(['capsule-foreign  @2', 'capsule-missing  glucose']);
  });

  test('a capsule that somebody else issued is capsule-foreign (REC-21)', async () => {
    source.served.set('glucose 2', await honest.capsule('glucose', 2, { issuer: west }));
    const opened = await open();
    expect(codes(opened)).toEqual(['capsule-foreign  @2', 'capsule-missing  glucose']);
    expect(parts(opened)).toEqual(without('2 glucose', '4 glucose'));
    const stranger = keyOf(patientIdentity('00'.repeat(32)));
    source.served.set('glucose 2', await honest.capsule('glucose', 2, { issuer: stranger }));
    expect(codes(await open())).toEqual(['capsule-foreign  @2', 'capsule-missing  glucose']);
  });

  describe('a capsule of whom the patient named for emergencies (REC-28)', () => {
    const scopeOf = (module: Module) => moduleScope(twinId, salts[module], module);
    /** West was named all through an emergency of south that opens glucose. */
    const emergency = (change: Partial<EmergencyIssue> = {}): EmergencyIssue => ({
      twinId,
      issuer: west.identity.name,
      hospital: south.identity.name,
      scopes: [scopeOf('glucose')],
      throughVersion: 2,
      ...change,
    });
    const FOREIGN = ['capsule-foreign  @2', 'capsule-missing  glucose'];
    const byWest = async (recipients = [south.identity], module: Module = 'glucose') => {
      source.served.set(`${module} 2`, await honest.capsule(module, 2, { issuer: west, recipients }));
    };

    test('opens what the emergency opens', async () => {
      await byWest();
      const opened = await open({ emergencies: [emergency()] });
      expect([codes(opened), parts(opened)]).toEqual([[], ALL]);
      const checked = await verifyLane({
        ...{ params, domain, lane: honest.lane, source, depth: 'self-verified', capsules: true },
        emergencies: [emergency()],
      });
      expect(checked.findings).toEqual([]);
    });

    test('is foreign where west was not named, or nobody says so', async () => {
      await byWest();
      expect(codes(await open())).toEqual(FOREIGN);
      expect(codes(await open({ emergencies: [] }))).toEqual(FOREIGN);
      expect(codes(await open({ emergencies: [emergency({ issuer: 'hospital:east' })] }))).toEqual(FOREIGN);
      const opened = await open({ emergencies: [] });
      expect(parts(opened)).toEqual(without('2 glucose', '4 glucose'));
    });

    test('is foreign where west was named for another twin', async () => {
      await byWest();
      const elsewhere = emergency({ twinId: new Uint8Array(32).fill(7) });
      expect(codes(await open({ emergencies: [elsewhere] }))).toEqual(FOREIGN);
    });

    test('is foreign to whoever has no emergency, also beside one who has', async () => {
      await byWest();
      const ofEast = emergency({ hospital: 'hospital:east' });
      expect(codes(await open({ emergencies: [ofEast] }))).toEqual(FOREIGN);
      await byWest([north.identity, south.identity]);
      expect(codes(await open({ emergencies: [emergency()] }))).toEqual(FOREIGN);
      const both = [emergency(), emergency({ hospital: north.identity.name })];
      expect(codes(await open({ emergencies: both }))).toEqual([]);
    });

    test('is foreign for a module that the emergency does not open', async () => {
      await byWest();
      expect(codes(await open({ emergencies: [emergency({ scopes: [scopeOf('conditions')] })] }))).toEqual(
        FOREIGN,
      );
    });

    test('is foreign for what was sealed after the emergency', async () => {
      await byWest();
      expect(codes(await open({ emergencies: [emergency({ throughVersion: 1 })] }))).toEqual(FOREIGN);
    });

    test('has to meet the commitments like any other', async () => {
      const secret = honest.secrets.get('glucose 1') as ModuleSecret;
      source.served.set(
        'glucose 2',
        await honest.capsule('glucose', 2, { issuer: west, recipients: [south.identity], secret }),
      );
      const opened = await open({ emergencies: [emergency()] });
      expect(parts(opened)).toEqual(without('2 glucose', '4 glucose'));
    });

    test('to others is judged only by a reader that knows the emergencies', async () => {
      source.served.set(
        'beside',
        await honest.capsule('glucose', 2, {
          issuer: west,
          recipients: [keyOf(hospitalIdentity('east')).identity],
        }),
      );
      expect(codes(await open())).toEqual([]);
      expect(codes(await open({ emergencies: [] }))).toEqual(['capsule-foreign  @2']);
      expect(codes(await open({ emergencies: [emergency({ hospital: 'hospital:east' })] }))).toEqual([]);
    });
  });

  test('a bit of the sealed 320 bytes flipped is capsule-altered', async () => {
    for (const at of [0, 48, 144, 224, 272, 319]) {
      const capsule = honest.source.served.get('glucose 2') as Uint8Array;
      source.served.set('glucose 2', flip(capsule, capsule.length - 320 + at));
      const opened = await open();
      expect(codes(opened)).toEqual(['capsule-altered  glucose']);
      expect(parts(opened)).toEqual(without('2 glucose', '4 glucose'));
    }
  });

  test('another set, date or epoch around the sealed bytes is capsule-altered', async () => {
    const capsule = decodeCapsule(honest.source.served.get('glucose 1') as Uint8Array);
    for (const change of [
      { issuedAt: capsule.issuedAt + 1 },
      { sealingEpoch: 2 },
      { recipients: [south.identity] },
      { issuer: patient.identity },
    ]) {
      source.served.set('glucose 2', encodeCapsule({ ...capsule, ...change }));
      source.served.delete('glucose 1');
      expect(codes(await open())).toContain('capsule-altered  glucose');
    }
  });

  test('one that does not decode is capsule-altered, and the own one missing', async () => {
    source.served.set('glucose 2', new Uint8Array(7));
    expect(codes(await open())).toEqual(['capsule-altered', 'capsule-missing  glucose']);
    source.capsules = async () => 'all of them' as never;
    expect(new Set(codes(await open()))).toEqual(
      new Set(['capsule-missing  conditions', 'capsule-missing  glucose']),
    );
  });

  test('a forged one beside the right one is named, and the right one used', async () => {
    const capsule = honest.source.served.get('glucose 2') as Uint8Array;
    source.served.set('forged', flip(capsule, -1));
    const opened = await open();
    expect([codes(opened), parts(opened)]).toEqual([['capsule-altered  glucose'], ALL]);
  });

  test('the same one served again and again is one', async () => {
    const forged = flip(honest.source.served.get('glucose 2'), -1);
    for (let i = 0; i < 20; i++) source.served.set(`again ${i}`, forged);
    expect(codes(await open())).toEqual(['capsule-altered  glucose']);
  });

  test('more forged ones than are tried do not hold the reader up', async () => {
    const right = honest.source.served.get('glucose 2') as Uint8Array;
    source.served.delete('glucose 2');
    const capsule = decodeCapsule(right);
    for (let i = 0; i < 40; i++) {
      source.served.set(`forged ${i}`, encodeCapsule({ ...capsule, issuedAt: i }));
    }
    const opened = await open();
    // Sixteen tried, and one finding for the rest: 24 more pairings would be the server's to cause.
    expect(codes(opened)).toEqual(Array.from({ length: 17 }, () => 'capsule-altered  glucose'));
    expect(opened.findings.at(-1)?.detail).toBe('more capsules than are tried');
    expect(parts(opened)).toEqual(without('2 glucose', '4 glucose'));
  });

  test('the reader left out of the set is told capsule-not-for-me', async () => {
    source.served.set('glucose 2', await honest.capsule('glucose', 2, { recipients: [north.identity] }));
    const opened = await open();
    expect([codes(opened), parts(opened)]).toEqual([
      ['capsule-not-for-me  glucose'],
      without('2 glucose', '4 glucose'),
    ]);
  });

  test('a capsule of the wrong K, with the right tag key, is secret-mismatch', async () => {
    const right = honest.secrets.get('glucose 2') as { tagKey: Uint8Array };
    const wrong = { K: new Uint8Array(32).fill(9), tagKey: right.tagKey };
    source.served.set('glucose 2', await honest.capsule('glucose', 2, { secret: wrong }));
    const opened = await open();
    expect(codes(opened)).toEqual(['secret-mismatch 2 glucose', 'secret-mismatch 4 glucose']);
    expect(parts(opened)).toEqual(without('2 glucose', '4 glucose'));
    // Beside the right one it does no harm.
    source.served.set('right', await honest.capsule('glucose', 2));
    const both = await open();
    expect([codes(both), parts(both)]).toEqual([[], ALL]);
  });

  test('a capsule of a wrong secret beside the right one is secret-mismatch, and the right one used', async () => {
    const wrong = await honest.capsule('glucose', 2, {
      secret: newModuleSecret(seededRandom('wrong')),
      issuer: patient,
    });
    source.served.set('wrong', wrong);
    const opened = await open();
    expect([codes(opened), parts(opened)]).toEqual([['secret-mismatch  glucose'], ALL]);
  });

  test('a capsule of a wrong secret alone shows in the counters of the next epoch', async () => {
    // It hides the module in its own epoch as if it were untouched there; no reader can tell the two apart by that epoch alone.
    source.served.set(
      'glucose 1',
      await honest.capsule('glucose', 1, { secret: newModuleSecret(seededRandom('w')) }),
    );
    expect(codes(await open())).toEqual(['counter-gap 2 glucose']);
  });
});

describe('the caller’s mistakes', () => {
  test('are told as such', async () => {
    const lane = honest.lane;
    await expect(open({ lane: { ...lane, authorName: 'hospital:south' } })).rejects.toThrow(TypeError);
    await expect(open({ lane: { ...lane, authorName: 'north' } })).rejects.toThrow(TypeError);
    await expect(open({ lane: { ...lane, mk: new Uint8Array(31) } })).rejects.toThrow(TypeError);
    await expect(open({ modules: granted('glucose', 'glucose') })).rejects.toThrow(TypeError);
    await expect(open({ modules: [{ module: 'Glucose', scopeSalt: salts.glucose }] })).rejects.toThrow(
      TypeError,
    );
    await expect(open({ lane: withInstance(0, { authorEpoch: '0' }) })).rejects.toThrow(TypeError);
    expect(toHex(authorId('hospital:north'))).toBe(toHex(lane.authorId));
  });
});

describe('verifyLane, without any key', () => {
  const verify = (change: Partial<Parameters<typeof verifyLane>[0]> = {}) =>
    verifyLane({
      params,
      domain,
      lane: honest.lane,
      source,
      depth: 'self-verified',
      parts: true,
      capsules: true,
      ...change,
    });

  test('finds nothing with an honest server', async () => {
    const verified = await verify();
    expect(codes(verified)).toEqual([]);
    expect(verified.manifests.map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 4]);
    expect(verified).toMatchObject({ instances: 5, sourceErrors: [] });
  });

  test('finds what needs no key', async () => {
    source.manifests.delete(4);
    source.locators.delete(toHex(partOf(0, 'glucose').partDigest));
    source.objects.set(toHex(partOf(1, 'glucose').locator.payload), new Uint8Array(300));
    const capsule = source.served.get('billing 1') as Uint8Array;
    source.served.set('billing 1', flip(capsule, -1));
    source.served.set('foreign', await honest.capsule('glucose', 2, { issuer: west }));
    const lane = withInstance(3, { proof: new Uint8Array(96) });
    expect(codes(await verify({ lane })).sort()).toEqual([
      'author-forged 3',
      'capsule-altered  @1',
      'capsule-foreign  @2',
      'lane-truncated 4',
      'part-altered 1',
      'part-withheld 0',
    ]);
  });

  test('finds objects that hash right and are none', async () => {
    const manifest = decodeManifest(honest.sealed[0]?.manifest as Uint8Array);
    const [slot, payload] = [new Uint8Array(102), new Uint8Array(400)];
    const locator = { slot: await objectAddress(slot), payload: await objectAddress(payload) };
    const [entry] = manifest.entries as [(typeof manifest.entries)[0]];
    const bytes = encodeManifest({ ...manifest, entries: [{ ...entry, partDigest: partDigest(locator) }] });
    const lane = anchored(honest, bytes);
    source.locators.set(toHex(partDigest(locator)), locator);
    source.objects.set(toHex(locator.slot), slot);
    source.objects.set(toHex(locator.payload), payload);
    expect(codes(await verify({ lane, depth: 'chain-checked' }))).toEqual(['part-undecodable 0']);
  });
});

test('every finding of the page was met above', () => {
  expect([...named].sort()).toEqual(Object.keys(FINDINGS).sort());
});
