import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inspectResource, type Resource } from '../src/index.js';
import { HAS_SHARED, SHARED, SKIP_NOTE } from './support.js';

function fixture(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');
}

function errorsOf(path: string): string[] {
  const resource = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, '')) as Resource;
  return inspectResource(resource, { repairUnits: false })
    .findings.filter((f) => f.severity === 'error')
    .map((f) => f.code);
}

/** Official examples that are refused, each with the reason: nearly all write something under the UCUM system that UCUM does not have. */
const REFUSED_EXAMPLES = JSON.parse(fixture('r4-examples-refused.json')) as Record<
  string,
  { code: string; why: string }
>;
/** Cases of the validator that are invalid for what structure alone cannot know, each with what it is: decided from the reference's errors, whatever we say of them. */
const BEYOND = JSON.parse(fixture('validator-cases-beyond-structure.json')) as Record<string, string>;

describe.skipIf(!HAS_SHARED)(`the official R4 examples${SKIP_NOTE}`, () => {
  test('all 627 parse and round-trip, and validate but for 22 with a reason', () => {
    const folder = `${SHARED}fhir/hl7-r4-examples/`;
    const files = readdirSync(folder).filter((f) => f.endsWith('.json'));
    expect(files.length).toBe(627);
    const refused: string[] = [];
    for (const file of files) {
      const text = readFileSync(`${folder}${file}`, 'utf8');
      const resource = JSON.parse(text) as Resource;
      const before = JSON.stringify(resource);
      const errors = inspectResource(resource, { repairUnits: false }).findings.filter(
        (f) => f.severity === 'error',
      );
      expect(JSON.stringify(resource)).toBe(before);
      if (errors.length > 0)
        refused.push(`${file.replace('.json', '')} ${[...new Set(errors.map((e) => e.code))].sort().join()}`);
    }
    expect(refused.sort()).toEqual(
      Object.entries(REFUSED_EXAMPLES)
        .map(([name, { code }]) => `${name} ${code}`)
        .sort(),
    );
    expect(refused.length).toBe(22);
  });
});

interface Case {
  name: string;
  file: string;
  module: string | null;
  fhirVersion: string;
  expected: 'valid' | 'invalid' | 'unknown';
  errorCodes: string[];
  outcome: string;
  needsProfile: boolean;
}

/** The same judgement by the words of the reference's errors: a check on the list, not a second list. */
const WORDS_BEYOND =
  /Wrong Display Name|Unknown code|not a valid code|valid code from the system|Invalid ECL|ValueSet expression language|not allowed for property|value set|magic LOINC|[Ee]xtension .*(?:could not be found|not allowed to be used|allows for the types)|is fixed to|Items of type|response answer|minimum number of answers|options value set|SearchParameter|search expression|signature|Example URLs are not allowed|embedded HTML tags|in (?:the )?bundle|Multiple matches/i;

describe.skipIf(!HAS_SHARED)(`the FHIR validator's cases${SKIP_NOTE}`, () => {
  const folder = `${SHARED}fhir/fhir-test-cases/`;
  const all = HAS_SHARED ? (JSON.parse(readFileSync(`${folder}cases-index.json`, 'utf8')) as Case[]) : [];
  const structural = new Set(['structure', 'invalid', 'required', 'value']);
  const cases = all.filter(
    (c) =>
      !c.needsProfile &&
      c.expected !== 'unknown' &&
      c.file.endsWith('.json') &&
      c.fhirVersion.startsWith('4') &&
      (c.expected === 'valid' || c.errorCodes.some((x) => structural.has(x))),
  );
  // One name may stand for a valid and an invalid case.
  const isBeyond = (c: Case): boolean => c.expected === 'invalid' && BEYOND[c.name] !== undefined;
  const answer = (c: Case): 'valid' | 'invalid' => {
    try {
      return errorsOf(`${folder}${c.file}`).length > 0 ? 'invalid' : 'valid';
    } catch {
      return 'invalid';
    }
  };

  test('R4, no profile needed, structural codes: 91 of 92 agree; 42 more are about something else than structure', () => {
    const inScope = cases.filter((c) => !isBeyond(c));
    const disagreements = inScope.filter((c) => answer(c) !== c.expected).map((c) => c.name);
    // vs-bad-props: the meaning of a ValueSet's filter operators, which only a terminology service judges; the reference's other errors of it are structural.
    expect({ cases: cases.length, inScope: inScope.length, disagreements }).toEqual({
      cases: 134,
      inScope: 92,
      disagreements: ['vs-bad-props'],
    });
    expect(1 - disagreements.length / inScope.length).toBeGreaterThanOrEqual(0.95);
  });
  test('what is left out is what the reference faults for nothing structural, and nothing else', () => {
    const left = cases.filter(isBeyond);
    expect(left.length).toBe(Object.keys(BEYOND).length);
    const beyond = (c: Case): boolean => {
      if (!existsSync(`${folder}${c.outcome}`)) return true;
      const { issue = [] } = JSON.parse(readFileSync(`${folder}${c.outcome}`, 'utf8')) as {
        issue?: { severity: string; details?: { text?: string } }[];
      };
      const errors = issue.filter((i) => i.severity === 'error' || i.severity === 'fatal');
      return errors.length > 0 && errors.every((i) => WORDS_BEYOND.test(i.details?.text ?? ''));
    };
    expect(
      cases
        .filter((c) => c.expected === 'invalid' && beyond(c))
        .map((c) => c.name)
        .sort(),
    ).toEqual(left.map((c) => c.name).sort());
  });
});
