import type { Resource } from '@twinseal/health';
import type { Statement } from '@twinseal/record';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Difference,
  diffMasters,
  foldLane,
  GrowingMaster,
  type LanePart,
  type LaneState,
  type Master,
  masterAt,
  mergeLanes,
  sortIntoModules,
  timeline,
} from '../src/index.js';
import { handleUnder, RECORDED, shippedBundle } from './support.js';

function observation(
  id: string,
  value: number | undefined,
  time = '2024-01-01T00:00:00Z',
  sourceTime = time,
): Statement {
  return {
    op: value === undefined ? 'retract' : 'put',
    source: { system: 'urn:s', id, version: '1' },
    sourceTime,
    recordedTime: sourceTime,
    ...(value === undefined
      ? {}
      : {
          resource: {
            resourceType: 'Observation',
            id: id.replace(/[^a-z0-9]/g, ''),
            status: 'final',
            code: { coding: [{ system: 'http://loinc.org', code: '2339-0' }] },
            effectiveDateTime: time,
            valueQuantity: { value, unit: 'mg/dL', system: 'http://unitsofmeasure.org', code: 'mg/dL' },
          } as Resource,
        }),
  };
}

/** What a master shows; slots are its inner state. */
const shown = (m: Master): unknown => m.entries;
const part = (author: string, seq: number, ...statements: Statement[]): LanePart => ({
  author,
  module: 'glucose',
  seq,
  statements,
});

describe('foldLane (REC-18)', () => {
  const value = (state: LaneState): unknown =>
    [...state.slots.values()].map(
      (s) =>
        (s.statement.resource as { valueQuantity?: { value: number } } | undefined)?.valueQuantity?.value,
    );
  const at = (hour: number): string => `2024-01-01T0${hour}:00:00Z`;

  test('the later instant wins, whatever the sequence; offsets do not matter', () => {
    expect(
      value(
        foldLane([
          part('a', 0, observation('x', 1, at(1), at(3))),
          part('a', 1, observation('x', 2, at(1), at(2))),
        ]),
      ),
    ).toEqual([1]);
    expect(
      value(
        foldLane([
          part('a', 0, observation('x', 1, at(1), '2024-01-01T04:30:00+02:00')),
          part('a', 1, observation('x', 2, at(1), at(2))),
        ]),
      ),
    ).toEqual([1]);
  });
  test('at one instant the greater sequence number wins, then the later position', () => {
    expect(value(foldLane([part('a', 1, observation('x', 2)), part('a', 0, observation('x', 1))]))).toEqual([
      2,
    ]);
    expect(value(foldLane([part('a', 0, observation('x', 1), observation('x', 2))]))).toEqual([2]);
  });
  test('a retraction that wins hides the key, one that loses does not', () => {
    const entries = (...parts: LanePart[]): number => mergeLanes([foldLane(parts)]).entries.length;
    expect(entries(part('a', 0, observation('x', 1)), part('a', 1, observation('x', undefined)))).toBe(0);
    expect(
      entries(
        part('a', 0, observation('x', 1, at(1), at(2))),
        part('a', 1, observation('x', undefined, at(1), at(1))),
      ),
    ).toBe(1);
  });
  test('a change of the author’s key goes on in the same lane', () => {
    expect(
      foldLane([part('hospital:a#1', 0, observation('x', 1)), part('hospital:a#2', 1, observation('x', 2))])
        .slots.size,
    ).toBe(1);
  });
});

describe('mergeLanes', () => {
  test('joins duplicates of two authors and keeps both provenances', () => {
    const m = mergeLanes([
      foldLane([part('hospital:a', 0, observation('x', 90))]),
      foldLane([part('hospital:b', 4, observation('y', 90))]),
    ]);
    expect(m.entries.length).toBe(1);
    expect(m.entries[0]?.provenance.map((p) => [p.author, p.seq, p.handle])).toEqual([
      ['hospital:a', 0, 'x'],
      ['hospital:b', 4, 'y'],
    ]);
    expect(m.entries[0]?.contradicts).toEqual([]);
  });
  test('joins the n-th equal one of one author with the n-th of another, and never two of one author', () => {
    const a = foldLane([part('hospital:a', 0, observation('x1', 90), observation('x2', 90))]);
    const b = foldLane([part('hospital:b', 0, observation('y1', 90))]);
    const handles = mergeLanes([a, b]).entries.map((e) => e.provenance.map((p) => p.handle));
    expect(handles).toEqual([['x1', 'y1'], ['x2']]);
  });
  test('keeps a contradiction and shows it on both sides', () => {
    const m = mergeLanes([
      foldLane([part('hospital:a', 0, observation('x', 90))]),
      foldLane([part('hospital:b', 0, observation('y', 190))]),
    ]);
    expect(m.entries.map((e) => [e.id, e.contradicts])).toEqual([
      ['x', ['y']],
      ['y', ['x']],
    ]);
    expect(timeline(m).every((l) => l.isContradicted)).toBe(true);
  });
  test('two values of one author at one time are two measurements', () => {
    const m = mergeLanes([foldLane([part('hospital:a', 0, observation('x', 90), observation('y', 91))])]);
    expect(m.entries.map((e) => e.contradicts)).toEqual([[], []]);
  });
  test('one resource in two modules is one entry', () => {
    const s = observation('x', 90);
    const m = mergeLanes([foldLane([part('a', 0, s), { ...part('a', 0, s), module: 'laboratory' }])]);
    expect(m.entries.map((e) => e.provenance.map((p) => p.module))).toEqual([['glucose', 'laboratory']]);
  });

  // Small spaces on purpose: keys, times, sequence numbers and values collide often.
  const statement = fc
    .record({
      id: fc.constantFrom('x', 'y', 'z'),
      value: fc.option(fc.constantFrom(90, 91), { nil: undefined }),
      day: fc.constantFrom(1, 2),
      stated: fc.constantFrom(1, 2, 3),
    })
    .map((r) => observation(r.id, r.value, `2024-01-0${r.day}T00:00:00Z`, `2024-01-0${r.stated}T00:00:00Z`));
  const anyPart = fc.record({
    author: fc.constantFrom('hospital:a', 'hospital:b', 'patient:p'),
    module: fc.constantFrom('glucose', 'laboratory'),
    seq: fc.nat(3),
    statements: fc.array(statement, { maxLength: 4 }),
  });
  const parts = fc.array(anyPart, { maxLength: 8 });
  const fold = (p: LanePart[]): LaneState => foldLane(p);

  test('is commutative, associative and idempotent, also on what no verified lane contains', () => {
    fc.assert(
      fc.property(parts, parts, parts, (p, q, r) => {
        const [a, b, c] = [fold(p), fold(q), fold(r)] as [LaneState, LaneState, LaneState];
        expect(shown(mergeLanes([a, b]))).toEqual(shown(mergeLanes([b, a])));
        expect(shown(mergeLanes([mergeLanes([a, b]), c]))).toEqual(
          shown(mergeLanes([a, mergeLanes([b, c])])),
        );
        expect(shown(mergeLanes([a, a]))).toEqual(shown(mergeLanes([a])));
        expect(shown(mergeLanes([mergeLanes([a, b]), b]))).toEqual(shown(mergeLanes([a, b])));
      }),
      { numRuns: 200 },
    );
  });

  test('does not depend on how parts are split among folds or in which order they come', () => {
    fc.assert(
      fc.property(parts, fc.infiniteStream(fc.nat(2)), fc.infiniteStream(fc.nat()), (p, split, order) => {
        const whole = mergeLanes([fold(p)]);
        const groups: LanePart[][] = [[], [], []];
        for (const x of p) groups[split.next().value as number]?.push(x);
        const shuffled = p
          .map((x) => ({ x, k: order.next().value as number }))
          .sort((m, n) => m.k - n.k)
          .map(({ x }) => x);
        expect(shown(mergeLanes(groups.map(fold)))).toEqual(shown(whole));
        expect(shown(mergeLanes([fold(shuffled)]))).toEqual(shown(whole));
      }),
      { numRuns: 200 },
    );
  });

  test('growing part by part, in any order and with views in between, gives what merging at once gives', () => {
    fc.assert(
      fc.property(parts, fc.infiniteStream(fc.nat()), (p, order) => {
        const growing = new GrowingMaster();
        const early = growing.master();
        const shuffled = p.map((x) => ({ x, k: order.next().value as number })).sort((m, n) => m.k - n.k);
        for (const { x } of shuffled) {
          growing.add(fold([x]));
          growing.master();
        }
        expect(shown(growing.master())).toEqual(shown(mergeLanes([fold(p)])));
        expect(early.entries).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('what changes are told, put together, gives the master; and telling does not disturb a view', () => {
    fc.assert(
      fc.property(parts, fc.infiniteStream(fc.nat(2)), (p, asks) => {
        const growing = new GrowingMaster();
        const held = new Set<unknown>();
        for (const x of p) {
          growing.add(fold([x]));
          const ask = asks.next().value as number;
          if (ask === 1) growing.master();
          if (ask === 2) {
            const { added, removed } = growing.changes();
            for (const e of removed) expect(held.delete(e)).toBe(true);
            for (const e of added) held.add(e);
          }
        }
        const { added, removed } = growing.changes();
        for (const e of removed) expect(held.delete(e)).toBe(true);
        for (const e of added) held.add(e);
        expect(growing.changes()).toEqual({ added: [], removed: [] });
        const { entries } = growing.master();
        expect(held.size).toBe(entries.length);
        for (const e of entries) expect(held.has(e)).toBe(true);
        expect(shown(growing.master())).toEqual(shown(mergeLanes([fold(p)])));
      }),
      { numRuns: 200 },
    );
  });

  test('what was not touched is not told again', () => {
    const growing = new GrowingMaster();
    growing.add(
      foldLane([
        part(
          'hospital:a',
          0,
          ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((d) => observation(`x${d}`, 90, `2024-01-0${d}T00:00:00Z`)),
        ),
      ]),
    );
    expect(growing.changes().added.length).toBe(9);
    growing.add(
      foldLane([
        part(
          'hospital:b',
          0,
          observation('y', 90, '2024-01-05T00:00:00Z'),
          observation('z', 80, '2024-02-01T00:00:00Z'),
        ),
      ]),
    );
    const { added, removed } = growing.changes();
    expect(removed.map((e) => e.id)).toEqual(['x5']);
    expect(added.map((e) => e.provenance.map((p) => p.handle))).toEqual([['x5', 'y'], ['z']]);
  });

  test('agrees with the naive reading of REC-18', () => {
    fc.assert(
      fc.property(parts, (p) => {
        // One part per (author, module, seq), as a lane has it.
        const unique = [...new Map(p.map((x) => [`${x.author} ${x.module} ${x.seq}`, x])).values()];
        const best = new Map<string, { rank: [number, number, number]; s: Statement }>();
        for (const x of unique) {
          x.statements.forEach((s, position) => {
            const key = `${x.author} ${x.module} ${s.source.id}`;
            const rank: [number, number, number] = [Date.parse(s.sourceTime), x.seq, position];
            const held = best.get(key);
            const wins =
              !held ||
              rank[0] > held.rank[0] ||
              (rank[0] === held.rank[0] &&
                (rank[1] > held.rank[1] || (rank[1] === held.rank[1] && rank[2] > held.rank[2])));
            if (wins) best.set(key, { rank, s });
          });
        }
        const expected = [...best.entries()].map(([k, v]) => [k, v.s] as const).sort();
        const actual = [...fold(unique).slots.values()]
          .map((v) => [`${v.author} ${v.module} ${v.statement.source.id}`, v.statement] as const)
          .sort();
        expect(actual.map(([k, s]) => [k, s])).toEqual(expected.map(([k, s]) => [k, s]));
      }),
      { numRuns: 200 },
    );
  });

  test('a patient split among hospitals at random is the same patient', async () => {
    const { resources } = await shippedBundle();
    const sorted = sortIntoModules(resources, { handle: handleUnder('k'), recordedTime: RECORDED });
    const all = Object.entries(sorted.modules).flatMap(([module, statements]) =>
      statements.map((s, i) => ({ module, s, i })),
    );
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(3)), (stream) => {
        const parts = new Map<string, LanePart & { statements: Statement[] }>();
        for (const { module, s } of all) {
          const author = `hospital:${stream.next().value as number}`;
          const key = `${author} ${module}`;
          if (!parts.has(key)) parts.set(key, { author, module, seq: 0, statements: [] });
          parts.get(key)?.statements.push(s);
        }
        const lanes = [...parts.values()].map((p) => foldLane([p]));
        const m = mergeLanes(lanes);
        expect(shown(mergeLanes([...lanes].reverse()))).toEqual(shown(m));
        const count = m.entries.reduce((n, e) => n + e.provenance.length, 0);
        expect(count).toBe(all.length);
      }),
      { numRuns: 5 },
    );
  });
});

describe('masterAt and diffMasters', () => {
  const recorded = (s: Statement, day: number): Statement => ({
    ...s,
    recordedTime: `2024-03-0${day}T00:00:00Z`,
  });
  const first = part(
    'hospital:a',
    0,
    recorded(observation('x', 90), 1),
    recorded(observation('y', 70, '2024-01-02T00:00:00Z'), 1),
  );
  const second = part(
    'hospital:a',
    1,
    recorded(observation('x', 95, '2024-01-01T00:00:00Z', '2024-01-05T00:00:00Z'), 2),
    recorded(observation('y', undefined, '2024-01-02T00:00:00Z', '2024-01-05T00:00:00Z'), 2),
  );
  const third = part('patient:p', 0, recorded(observation('z', 80, '2024-01-03T00:00:00Z'), 3));
  const all = [third, first, second];

  test('the state at a past moment is the merge of what had been recorded by then', () => {
    for (const [at, known] of [
      ['2024-02-01T00:00:00Z', []],
      ['2024-03-01T00:00:00Z', [first]],
      ['2024-03-02T12:00:00+02:00', [first, second]],
      ['2024-04-01T00:00:00Z', all],
    ] as const) {
      expect(shown(masterAt(all, at))).toEqual(shown(mergeLanes([foldLane(known)])));
    }
  });

  test('a difference names what changed, field by field, with lane, instance and author', () => {
    const changes = diffMasters(masterAt(all, '2024-03-01T00:00:00Z'), masterAt(all, '2024-03-03T00:00:00Z'));
    const bare = (c: (typeof changes)[number]) => c.fields.map(({ statedBy: _, ...field }) => field);
    expect(changes.map((c) => [c.kind, c.handle])).toEqual([
      ['changed', 'x'],
      ['removed', 'y'],
      ['added', 'z'],
    ]);
    const [changed, removed, added] = changes as [Difference, Difference, Difference];
    expect(bare(changed)).toEqual([{ path: 'valueQuantity.value', before: 90, after: 95 }]);
    expect(bare(removed)).toContainEqual({ path: 'valueQuantity.value', before: 70 });
    expect(bare(added)).toContainEqual({ path: 'code.coding[0].code', after: '2339-0' });
    // Every field names lane, instance and author: of what went, the one that said it last.
    const said = (c: Difference): unknown[] => [
      ...new Set(c.fields.map((f) => `${f.statedBy.author} ${f.statedBy.module} #${f.statedBy.seq}`)),
    ];
    expect([said(changed), said(removed), said(added)]).toEqual([
      ['hospital:a glucose #1'],
      ['hospital:a glucose #0'],
      ['patient:p glucose #0'],
    ]);
    expect(changes[0]?.before?.[0]).toMatchObject({ author: 'hospital:a', module: 'glucose', seq: 0 });
    expect(changes[0]?.after?.[0]).toMatchObject({ author: 'hospital:a', module: 'glucose', seq: 1 });
    expect(changes[2]?.after?.[0]).toMatchObject({ author: 'patient:p', seq: 0 });
  });

  test('nothing differs from itself, and what is added one way is removed the other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom(...all), (p, q) => {
        const [a, b] = [mergeLanes([foldLane([p])]), mergeLanes([foldLane([p, q])])];
        expect(diffMasters(a, a)).toEqual([]);
        const kinds = (d: ReturnType<typeof diffMasters>): string[] =>
          d.map((x) => `${x.kind} ${x.handle}`).sort();
        const turned = kinds(diffMasters(b, a))
          .map((k) => k.replace('added', 'REMOVED').replace('removed', 'added').replace('REMOVED', 'removed'))
          .sort();
        expect(kinds(diffMasters(a, b))).toEqual(turned);
      }),
    );
  });
});
