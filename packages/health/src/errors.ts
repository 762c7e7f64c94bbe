/** Stable codes of {@link HealthError}; each names one way in which input from outside can be refused. */
export type HealthErrorCode =
  | 'too-large'
  | 'not-gzip'
  | 'not-text'
  | 'not-json'
  | 'too-deep'
  | 'duplicate-key'
  | 'forbidden-key'
  | 'not-fhir'
  | 'bundle-type'
  | 'no-patient'
  | 'two-patients'
  | 'duplicate-resource'
  | 'invalid-resource'
  | 'dangling-reference'
  | 'unknown-unit'
  | 'csv-columns'
  | 'csv-malformed'
  | 'xml-malformed'
  | 'xlsx-malformed'
  | 'unknown-format'
  | 'invalid-time'
  | 'no-zone'
  | 'impossible-value'
  | 'unknown-code';

/** What a {@link HealthError} says; none of it repeats a clinical value, a name or an identifier of the input. */
export interface HealthErrorDetails {
  /** The input's name as the caller gave it. */
  readonly file: string;
  /** FHIRPath-like path, or `line:column` (both from 1) in text. */
  readonly place: string;
  /** What would have been accepted. */
  readonly expected: string;
}

/** Untrusted input was refused. `message` is one sentence with file, place and what was expected. */
export class HealthError extends Error {
  override readonly name = 'HealthError';
  readonly code: HealthErrorCode;
  readonly file: string;
  readonly place: string;
  readonly expected: string;

  constructor(code: HealthErrorCode, what: string, details: HealthErrorDetails) {
    super(`${details.file}: at ${details.place}: ${what}; expected ${details.expected}`);
    this.code = code;
    this.file = details.file;
    this.place = details.place;
    this.expected = details.expected;
  }
}
