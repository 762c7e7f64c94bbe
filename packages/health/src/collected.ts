import type { HealthErrorCode } from './errors.js';

/** A FHIR R4 resource as JSON; `collect…` functions hand out only resources that passed validation. */
export interface Resource {
  readonly resourceType: string;
  readonly id?: string;
  readonly [property: string]: unknown;
}

/** Where a statement comes from: (system, id) is its identity, version tells states of it apart. */
export interface Source {
  readonly system: string;
  readonly id: string;
  readonly version: string;
}

/** One resource as a source stated it. References inside it to other collected resources read `Type/id`. */
export interface Collected {
  readonly resource: Resource;
  /** Key of the organization whose encounter it belongs to; absent for what the patient's own devices say. */
  readonly organization?: string;
  /** `id` is `Type/id`: it still is the source's own and must not leave the hospital (twin turns it into a handle). */
  readonly source: Source;
  /** When the source stated it: RFC 3339 with seconds and an offset or `Z`. */
  readonly sourceTime: string;
}

/** Something noticed about input that was nevertheless taken; says place and kind, never a value. */
export interface CollectIssue {
  readonly severity: 'information' | 'warning';
  readonly code:
    | 'unit-repaired'
    | 'external-reference'
    | 'set-aside'
    | 'validation-warning'
    | 'unlikely-value'
    | 'local-time-gap'
    | 'local-time-overlap'
    | 'date-only'
    /** One time is written twice, and the two differ. */
    | 'times-disagree'
    /** Cells stand under other columns than their own. */
    | 'columns-shifted'
    /** Another source or device says the same; see `findDuplicates`. */
    | 'possible-duplicate';
  readonly file: string;
  readonly place: string;
  readonly message: string;
  /** Of `set-aside`: the code of the refusal. */
  readonly refusedAs?: HealthErrorCode;
}
