import type { CollectIssue } from './collected.js';
import type { HealthError, HealthErrorCode } from './errors.js';

/** A FHIR R4 OperationOutcome (the parts that are filled here). */
export interface OperationOutcome {
  readonly resourceType: 'OperationOutcome';
  readonly issue: readonly {
    readonly severity: 'error' | 'warning' | 'information';
    /** Of the value set issue-type, which R4 requires. */
    readonly code: string;
    readonly details: { readonly text: string };
    readonly diagnostics: string;
    readonly expression?: readonly string[];
  }[];
}

const ISSUE_TYPE: Readonly<Record<HealthErrorCode, string>> = {
  'too-large': 'too-long',
  'not-gzip': 'structure',
  'not-text': 'structure',
  'not-json': 'structure',
  'too-deep': 'structure',
  'duplicate-key': 'structure',
  'forbidden-key': 'security',
  'not-fhir': 'invalid',
  'bundle-type': 'not-supported',
  'no-patient': 'required',
  'two-patients': 'business-rule',
  'duplicate-resource': 'duplicate',
  'invalid-resource': 'invalid',
  'dangling-reference': 'not-found',
  'unknown-unit': 'code-invalid',
  'csv-columns': 'structure',
  'csv-malformed': 'structure',
  'xml-malformed': 'structure',
  'xlsx-malformed': 'structure',
  'unknown-format': 'not-supported',
  'invalid-time': 'value',
  'no-zone': 'required',
  'impossible-value': 'value',
  'unknown-code': 'code-invalid',
};

/** Refusals and remarks as an OperationOutcome; places that are FHIRPath-like go to `expression`, `line:column` to `diagnostics`. */
export function toOperationOutcome(items: readonly (HealthError | CollectIssue)[]): OperationOutcome {
  return {
    resourceType: 'OperationOutcome',
    issue: items.map((item) => ({
      severity: item instanceof Error ? 'error' : item.severity,
      code:
        item instanceof Error
          ? ISSUE_TYPE[item.code]
          : item.code === 'set-aside'
            ? 'invalid'
            : 'informational',
      details: { text: item.message },
      diagnostics: `${item.code} at ${item.file} ${item.place}`,
      ...(/^[A-Za-z]/.test(item.place) ? { expression: [item.place] } : {}),
    })),
  };
}
