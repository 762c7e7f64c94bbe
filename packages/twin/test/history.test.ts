import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Resource } from '@twinseal/health';
import { decodePartContent, parseIdentityText, type Statement } from '@twinseal/record';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  CONTENT_VERSION,
  diffMasters,
  fieldsOf,
  foldLane,
  GrowingMaster,
  type LanePart,
  MIGRATIONS,
  type Migration,
  masterAt,
  mergeLanes,
  migratePart,
  sortIntoModules,
  TwinError,
  timeline,
} from '../src/index.js';
import { handleUnder, RECORDED, shippedBundle } from './support.js';

/** What a statement puts; an empty one for a retraction. */
const resourceOf = (s: Statement | undefined): Resource =>
  (s?.resource ?? { resourceType: 'Basic' }) as unknown as Resource;

/** A value at the end of a path such as `code.coding[0].code`. */
function at(resource: unknown, path: string): unknown {
  return path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .reduce((value, step) => (value as Record<string, unknown> | undefined)?.[step], resource);
}

function statement(id: string, value: number, more: object = {}, stated = '2024-01-01T00:00:00Z'): Statement {
  return {
    op: 'put',
    source: { system: 'urn:s', id, version: '1' },
    sourceTime: stated,
    recordedTime: stated,
    resource: {
      resourceType: 'Observation',
      id: `i${id}`,
      status: 'final',
      code: { coding: [{ system: 'http://loinc.org', code: '2339-0' }] },
      subject: { reference: `urn:twinseal:${id}` },
      effectiveDateTime: '2024-01-01T00:00:00Z',
      valueQuantity: { value, unit: 'mg/dL', system: 'http://unitsofmeasure.org', code: 'mg/dL' },
      ...more,
    } as Resource,
  };
}
const part = (author: string, seq: number, ...statements: Statement[]): LanePart => ({
  author,
  module: 'glucose',
  seq,
  statements,
});

describe('every field names who says it', () => {
  test('what joined statements share is said by all; id and references are each lane’s own', () => {
    const master = mergeLanes([
      foldLane([part('hospital:a', 2, statement('x', 90))]),
      foldLane([part('hospital:b', 5, statement('y', 90))]),
    ]);
    expect(master.entries.length).toBe(1);
    const [entry] = master.entries as [(typeof master.entries)[number]];
    const by = Object.fromEntries(
      fieldsOf(entry).map((f) => [f.path, f.statedBy.map((p) => `${p.author} #${p.seq} ${p.handle}`)]),
    );
    expect(by['valueQuantity.value']).toEqual(['hospital:a #2 x', 'hospital:b #5 y']);
    expect(by['subject.reference']).toEqual(['hospital:a #2 x']);
    expect(by.id).toEqual(['hospital:a #2 x']);
  });
  test('no field of the shipped patient’s master is without lane, instance and author, and all fields are there', async () => {
    const { resources } = await shippedBundle();
    const { modules } = sortIntoModules(resources, { handle: handleUnder('a'), recordedTime: RECORDED });
    const { entries } = mergeLanes([
      foldLane(
        Object.entries(modules).map(([module, statements]) => ({
          author: 'hospital:a',
          module,
          seq: 7,
          statements,
        })),
      ),
    ]);
    let fields = 0;
    for (const entry of entries) {
      for (const f of fieldsOf(entry)) {
        fields++;
        expect(f.statedBy.length).toBeGreaterThan(0);
        for (const p of f.statedBy)
          expect(p).toMatchObject({ author: 'hospital:a', seq: 7, module: expect.stringMatching(/./) });
        expect(at(entry.resource, f.path)).toEqual(f.value);
      }
    }
    // Counted another way: what JSON.stringify visits that is no object.
    let ends = 0;
    JSON.stringify(
      entries.map((e) => e.resource),
      (_, v) => {
        if (typeof v !== 'object' || v === null) ends++;
        return v;
      },
    );
    expect(fields).toBe(ends);
  });
});

describe('diffMasters', () => {
  test('joining is no change: the same said by a second hospital is added, and nothing else', () => {
    const [a, b] = [part('hospital:b', 0, statement('y', 90)), part('hospital:a', 0, statement('x', 90))];
    const changes = diffMasters(mergeLanes([foldLane([a])]), mergeLanes([foldLane([a, b])]));
    expect(changes.map((c) => [c.kind, c.handle])).toEqual([['added', 'x']]);
  });
  test('the fields of a difference, applied to what was, give what is', () => {
    const value = fc.constantFrom(90, 91, 92);
    const more = fc.constantFrom({}, { note: [{ text: 'n' }] }, { status: 'amended' }, { component: [] });
    fc.assert(
      fc.property(value, more, value, more, (v1, m1, v2, m2) => {
        const first = part('hospital:a', 0, statement('x', v1, m1, '2024-01-01T00:00:00Z'));
        const second = part('hospital:a', 1, statement('x', v2, m2, '2024-01-02T00:00:00Z'));
        const [was, is] = [first, second].map((p) => p.statements[0]?.resource as Resource) as [
          Resource,
          Resource,
        ];
        const [d] = diffMasters(mergeLanes([foldLane([first])]), mergeLanes([foldLane([first, second])]));
        for (const f of d?.fields ?? []) {
          expect(at(was, f.path)).toEqual(f.before);
          expect(at(is, f.path)).toEqual(f.after);
          expect(f.statedBy).toMatchObject({ author: 'hospital:a', module: 'glucose', seq: 1, handle: 'x' });
        }
        expect(d === undefined).toBe(JSON.stringify(was) === JSON.stringify(is));
      }),
    );
  });
});

describe('a patient split among hospitals at random, told in any order', () => {
  let all: { module: string; s: Statement }[];
  beforeAll(async () => {
    const { resources } = await shippedBundle();
    const { modules } = sortIntoModules(resources.slice(0, 160), {
      handle: handleUnder('k'),
      recordedTime: RECORDED,
    });
    all = Object.entries(modules).flatMap(([module, statements]) => statements.map((s) => ({ module, s })));
  });
  /** The same statement as another hospital would have it: under its own handle. */
  const toldBy = (author: string, s: Statement): Statement => {
    const id = handleUnder(author)(s.source.id);
    return {
      ...s,
      source: { ...s.source, id },
      resource: { ...resourceOf(s), id: id.slice(13) },
    } as Statement;
  };

  test('the master is the same whatever order instances come in, told once or twice, folded together or apart', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.infiniteStream(fc.nat()),
        fc.infiniteStream(fc.nat()),
        (hospitals, draws, order) => {
          const next = (below: number): number => (draws.next().value as number) % below;
          const parts = new Map<string, LanePart & { statements: Statement[] }>();
          const tell = (author: string, module: string, s: Statement): void => {
            const seq = next(4);
            const key = `${author} ${module} ${seq}`;
            const held = parts.get(key) ?? { author, module, seq, statements: [] };
            parts.set(key, held);
            held.statements.push(toldBy(author, s));
          };
          for (const { module, s } of all) {
            const author = next(hospitals);
            tell(`hospital:h${author}`, module, s);
            // Every third is known to a second hospital as well.
            if (hospitals > 1 && next(3) === 0) tell(`hospital:h${(author + 1) % hospitals}`, module, s);
          }
          const list = [...parts.values()];
          const shuffled = [...list, ...list.filter(() => next(2) === 0)]
            .map((p) => ({ p, k: order.next().value as number }))
            .sort((a, b) => a.k - b.k)
            .map(({ p }) => p);
          const whole = mergeLanes([foldLane(list)]);
          const growing = new GrowingMaster();
          for (const p of shuffled) growing.add(foldLane([p]));
          expect(growing.master().entries).toEqual(whole.entries);
          const half = shuffled.length >> 1;
          const tree = mergeLanes([
            mergeLanes([foldLane(shuffled.slice(half))]),
            mergeLanes([foldLane(shuffled.slice(0, half)), foldLane(list)]),
          ]);
          expect(tree.entries).toEqual(whole.entries);
          expect(timeline(growing.master())).toEqual(timeline(whole));
          // Nobody's word is lost, and nobody's is told twice.
          const shown = whole.entries.reduce((n, e) => n + e.provenance.length, 0);
          const keys = new Set(
            list.flatMap((p) => p.statements.map((s) => `${p.author} ${p.module} ${s.source.id}`)),
          );
          expect(shown).toBe(keys.size);
        },
      ),
      { numRuns: 25 },
    );
  }, 600_000);

  test('the state at a past time does not depend on the order either', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), fc.constantFrom(1, 3, 5, 9), (order, day) => {
        const parts = all.slice(0, 60).map(
          ({ module, s }, i): LanePart => ({
            author: `hospital:h${i % 3}`,
            module,
            seq: i,
            statements: [{ ...s, recordedTime: `2024-05-0${1 + (i % 9)}T12:00:00Z` }],
          }),
        );
        const shuffled = parts
          .map((p) => ({ p, k: order.next().value as number }))
          .sort((a, b) => a.k - b.k)
          .map(({ p }) => p);
        const then = `2024-05-0${day}T23:59:59Z`;
        expect(masterAt(shuffled, then).entries).toEqual(masterAt(parts, then).entries);
        expect(
          diffMasters(masterAt(parts, then), masterAt(shuffled, '2024-06-01T00:00:00Z')).every(
            (d) => d.kind === 'added',
          ),
        ).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});

describe('schema versions', () => {
  const renamed: Migration = {
    from: 1,
    what: 'unit of glucose spelt out',
    migrate: (s) => ({ ...s, resource: { ...resourceOf(s), step: 2 } }) as Statement,
  };
  const again: Migration = {
    from: 2,
    what: 'and once more',
    migrate: (s) => ({ ...s, resource: { ...resourceOf(s), step: [2, 3] } }) as Statement,
  };
  test('an old part goes through every step in order, a part of today through none', () => {
    const old = part('hospital:a', 0, statement('x', 90));
    const step = (p: LanePart): unknown => resourceOf(p.statements[0]).step;
    expect(step(migratePart(old, 3, [again, renamed]))).toEqual([2, 3]);
    expect(step(migratePart({ ...old, version: 2 }, 3, [renamed, again]))).toEqual([2, 3]);
    expect(step(migratePart({ ...old, version: 3 }, 3, [renamed, again]))).toBeUndefined();
    expect(migratePart(old).statements).toEqual(old.statements);
  });
  test('what a later release wrote is refused, not guessed at', () => {
    for (const version of [CONTENT_VERSION + 1, 0, 1.5])
      expect(() => foldLane([{ ...part('hospital:a', 0, statement('x', 90)), version }])).toThrow(TwinError);
  });
  test('a step may not be missing, stand twice, or touch what a fold goes by', () => {
    const old = part('hospital:a', 0, statement('x', 90));
    expect(() => migratePart(old, 3, [renamed])).toThrow(RangeError);
    expect(() => migratePart(old, 2, [renamed, renamed])).toThrow(RangeError);
    for (const change of [
      { sourceTime: '2025-01-01T00:00:00Z' },
      { recordedTime: '2025-01-01T00:00:00Z' },
      { source: { system: 'o', id: 'x', version: '1' } },
    ]) {
      const bad = { from: 1, what: 'bad', migrate: (s: Statement) => ({ ...s, ...change }) as Statement };
      expect(() => migratePart(old, 2, [bad])).toThrow(/changed a source or a time/);
    }
  });
  test('there is a step from every version before today’s', () => {
    expect(MIGRATIONS.map((m) => m.from)).toEqual(
      Array.from({ length: CONTENT_VERSION - 1 }, (_, i) => i + 1),
    );
  });
  test('an old history always opens: parts frozen at version 1 give the master that they gave then', () => {
    interface FrozenPart {
      author: string;
      module: string;
      seq: number;
      counter: number;
      lines: string;
    }
    const frozen = JSON.parse(
      readFileSync(new URL('./fixtures/history-v1.json', import.meta.url), 'utf8'),
    ) as { parts: FrozenPart[]; entries: number; digest: string };
    const parts = frozen.parts.map(({ author, module, seq, counter, lines }): LanePart => {
      const { version } = JSON.parse(lines.slice(0, lines.indexOf('\n'))) as { version: number };
      const header = {
        twinId: new Uint8Array(32).fill(7),
        author: parseIdentityText(author),
        module,
        seq,
        counter,
      };
      const statements = decodePartContent(new TextEncoder().encode(lines), header);
      return { author, module, seq, version, statements };
    });
    const { entries } = mergeLanes([foldLane(parts)]);
    expect(entries.length).toBe(frozen.entries);
    const shown = entries.map((e) => [
      e.id,
      e.resource,
      e.provenance.map((p) => [p.author, p.module, p.seq, p.handle]),
      e.contradicts,
    ]);
    expect(createHash('sha256').update(JSON.stringify(shown)).digest('hex')).toBe(frozen.digest);
  });
});
