import { type Collected, collectMoodDiary, collectPillBottle } from '@twinseal/health';
import { describe, expect, test } from 'vitest';
import { explainDecision, ModuleRegistry, type Sorted, sortIntoModules } from '../src/index.js';
import { handleUnder, RECORDED } from './support.js';

const HEADER = 'full_date,date,weekday,time,mood,activities,note_title,note';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const subject = 'Patient/p';
const person: Collected = {
  resource: { resourceType: 'Patient', id: 'p', name: [{ family: 'Quistgaard', given: ['Ole'] }] },
  source: { system: 's', id: 'Patient/p', version: '1' },
  sourceTime: RECORDED,
};
const sort = (collected: readonly Collected[]): Sorted<string> =>
  sortIntoModules(collected, {
    handle: handleUnder('k'),
    recordedTime: RECORDED,
    registry: ModuleRegistry.standard(),
  });
const diary = (...rows: string[]): Collected[] =>
  [
    ...collectMoodDiary(utf8(`${[HEADER, ...rows].join('\n')}\n`), {
      name: 'd.csv',
      subject,
      zone: 'Europe/London',
    }),
  ].map((item) => {
    if (item.kind !== 'taken') throw new Error('not taken');
    return item.collected;
  });

describe('a mood diary', () => {
  const rows = [
    '2024-05-01,1 May,Wednesday,21:00,bad,work,,Met Ole Quistgaard and felt low.',
    '2024-05-02,2 May,Thursday,21:00,good,friends,,',
  ];
  test('is in mental health only; its words are in restricted with the known names blanked; no other module has a trace of it', () => {
    const sorted = sort([person, ...diary(...rows)]);
    // An entry's activities are an Observation beside its mood.
    const modules = sorted.decisions.slice(1).map((d) => d.modules);
    expect(modules.length).toBe(4);
    for (const m of modules) expect(m).toEqual(['mental-health']);
    expect(sorted.modules['mental-health']?.length).toBe(4);
    const text = (m: string): string => JSON.stringify(sorted.modules[m]);
    expect(text('mental-health')).toContain('"mood-level"');
    expect(text('mental-health')).not.toMatch(/work|friends|Quistgaard|felt low/);
    expect(text('restricted')).toContain('Met [name] [name] and felt low.');
    for (const module of Object.keys(sorted.modules)) {
      if (module !== 'mental-health' && module !== 'restricted')
        expect(text(module)).not.toMatch(/mood|felt low|friends/);
      if (module !== 'identity') expect(text(module)).not.toContain('Quistgaard');
    }
  });
  test('explains itself', () => {
    const lines = explainDecision(sort([person, ...diary(...rows)]).decisions[1] as never).join('\n');
    expect(lines).toMatch(
      /It went to mental-health only: restricted: (?:code \(mental-health by diary\)|security-label \(v3-ActCode MH\))/,
    );
    expect(lines).toMatch(/Taken out and kept in restricted .*Observation\.note\[0\]/);
  });
  test('that speaks of another protected thing goes where only restricted’s key opens', () => {
    const { decisions } = sort(diary('2024-05-01,1 May,Wednesday,21:00,bad,alcohol | work,,'));
    expect(decisions.map((d) => [d.typeAndId.replace(/-.*/, ''), d.modules])).toEqual([
      ['Observation/mood', ['mental-health']],
      ['Observation/activities', ['restricted']],
    ]);
  });
  test('is protected by its code alone, where its source gave no label', () => {
    const bare = diary(rows[1] as string).map((c) => ({
      ...c,
      resource: { ...c.resource, meta: undefined },
    }));
    for (const d of sort(bare as unknown as Collected[]).decisions)
      expect(d.modules).toEqual(['mental-health']);
  });
});

describe('a pill-bottle monitor', () => {
  const of = (code: string): Collected => ({
    resource: {
      resourceType: 'Observation',
      id: code,
      status: 'final',
      code: { coding: [{ system: 'urn:twinseal:source:pill-bottle', code }] },
      effectiveDateTime: '2024-05-01T08:00:00Z',
    },
    source: { system: 's', id: `Observation/${code}`, version: '1' },
    sourceTime: RECORDED,
  });
  test('openings belong to medications; what the device says of itself is status, and goes to other', () => {
    const modules = (code: string) => sort([of(code)]).decisions[0]?.modules;
    for (const code of [
      'opening',
      'closing',
      'no-opening',
      'monitoring-paused',
      'dose-pending',
      'other-opening',
    ])
      expect([code, modules(code)]).toEqual([code, ['medications']]);
    for (const code of ['device-test', 'reminder']) expect([code, modules(code)]).toEqual([code, ['other']]);
  });
  test('an export says nothing of the device or the study’s number of the person outside identity', async () => {
    const csv =
      'Index,Patient ID,ECM ID,Dose #,Dose Timestamp,Dose Timestamp UTC,Dose Group,Dose Label\n1,STUDY-0042,100012345-BR9,1,2023-11-08T15:15:00-04:00,2023-11-08T19:15:00+00:00,--,1\n';
    const collected: Collected[] = [];
    for await (const item of collectPillBottle(utf8(csv), { name: 'b.csv', subject }))
      if (item.kind === 'taken') collected.push(item.collected);
    const { modules } = sort(collected);
    expect(modules.medications?.length).toBe(1);
    expect(JSON.stringify(modules.medications)).not.toMatch(/BR9|0042/);
    expect(JSON.stringify(modules.identity)).toContain('100012345-BR9');
  });
});
