// What is committed in src/generated is what contracts/*.sol compile to, and the tables beside it say what the sources say.
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile, generate, storageSlots } from '../scripts/build.mjs';
import {
  ACTION_KIND,
  CHALLENGE_STATUS,
  DECISION_REASON,
  ERROR_SENTENCES,
  errorSentence,
  errorsAbi,
  GRANT_STATUS,
  HOSPITAL_STATUS,
  MAX_ENTRIES,
  MAX_LIVE_GRANTS,
  MISBEHAVIOUR,
  OPERATION,
  STORAGE_SLOTS,
} from '../src/index.js';

const source = (file: string) => readFileSync(new URL(`../contracts/${file}`, import.meta.url), 'utf8');
const enumMembers = (file: string, name: string) =>
  (new RegExp(`enum ${name} \\{([^}]*)\\}`).exec(source(file))?.[1] ?? '')
    .split(',')
    .map((member) => member.trim());
const kebab = (text: string) => text.replace(/(?<=[a-z])([A-Z])/g, '-$1').toLowerCase();
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

describe('src/generated', () => {
  // biome-ignore lint/suspicious/noExplicitAny: the compiler's own output
  let compiled: any;
  beforeAll(() => {
    compiled = compile();
  }, 600_000);
  it('is what the sources compile to', () => {
    const files = generate(compiled) as [string, string][];
    const dir = new URL('../src/generated/', import.meta.url);
    expect(readdirSync(dir).sort()).toEqual(files.map(([name]) => name).sort());
    for (const [name, text] of files) {
      expect(readFileSync(new URL(name, dir), 'utf8') === text, `${name}: run scripts/build.mjs`).toBe(true);
    }
  });
  it('STORAGE_SLOTS are where the compiler puts them', () => {
    const slots = storageSlots(compiled) as Record<string, Record<string, number>>;
    for (const [contract, variables] of Object.entries(STORAGE_SLOTS)) {
      for (const [variable, slot] of Object.entries(variables)) {
        expect(slots[contract]?.[`_${variable}`], `${contract}.${variable}`).toBe(slot);
      }
    }
  });
});

describe('tables', () => {
  it('follow the enums of the sources', () => {
    expect(enumMembers('Types.sol', 'Status').map(lowerFirst)).toEqual([...HOSPITAL_STATUS]);
    expect(enumMembers('Access.sol', 'GrantStatus').map(lowerFirst)).toEqual([...GRANT_STATUS]);
    expect(enumMembers('DataRequest.sol', 'ChallengeStatus').map(lowerFirst)).toEqual([...CHALLENGE_STATUS]);
    expect(enumMembers('PatientDigitalTwin.sol', 'Misbehaviour').map(kebab)).toEqual([...MISBEHAVIOUR]);
    expect(enumMembers('AuthorizedHospitals.sol', 'ActionKind').map(lowerFirst)).toEqual(
      Object.keys(ACTION_KIND),
    );
    expect(Object.values(ACTION_KIND)).toEqual(Object.keys(ACTION_KIND).map((_, i) => i));
  });
  it('follow the constants of the sources', () => {
    const constants = Object.fromEntries(
      [...source('Types.sol').matchAll(/constant ([A-Z_]+) = (\d+);/g)].map((m) => [m[1], Number(m[2])]),
    );
    expect(constants).toMatchObject({
      READ: OPERATION.read,
      CONTRIBUTE: OPERATION.contribute,
      MAX_ENTRIES,
      MAX_LIVE_GRANTS,
      GRANTED: DECISION_REASON.indexOf('granted'),
      UNKNOWN_TWIN: DECISION_REASON.indexOf('unknown-twin'),
      HOSPITAL_NOT_ADMITTED: DECISION_REASON.indexOf('hospital-not-admitted'),
      NO_GRANT: DECISION_REASON.indexOf('no-grant'),
      NOT_YET_VALID: DECISION_REASON.indexOf('not-yet-valid'),
      EXPIRED: DECISION_REASON.indexOf('expired'),
      REVOKED: DECISION_REASON.indexOf('revoked'),
      SCOPE_NOT_GRANTED: DECISION_REASON.indexOf('scope-not-granted'),
      PURPOSE_NOT_GRANTED: DECISION_REASON.indexOf('purpose-not-granted'),
      OPERATION_NOT_GRANTED: DECISION_REASON.indexOf('operation-not-granted'),
      DEADLINE_PASSED: DECISION_REASON.indexOf('deadline-passed'),
      EMERGENCY: DECISION_REASON.indexOf('emergency'),
    });
  });
  it('have one sentence for each custom error, using only values that it has', () => {
    expect(Object.keys(ERROR_SENTENCES).sort()).toEqual(errorsAbi.map((e) => e.name).sort());
    for (const error of errorsAbi) {
      const values = error.inputs.map((input) => `<${input.name}>`);
      expect(errorSentence(error.name, values), error.name).not.toMatch(/undefined|\{/);
    }
    expect(errorSentence('toString')).toBeUndefined();
  });
});
