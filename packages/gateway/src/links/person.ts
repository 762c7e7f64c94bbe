/** What tells people apart, from opened `identity` modules: kept sealed beside the views, shown to registrars of the hospital only, and forgotten with them. */

import type { Master } from '@twinseal/twin';

/** A person as FHIR's Patient has them, normalised for comparing. Every list may be empty. */
export interface Person {
  /** `YYYY-MM-DD`, or less. */
  readonly birthDate?: string;
  readonly gender?: string;
  readonly families: readonly string[];
  readonly givens: readonly string[];
  /** `system|value`. */
  readonly identifiers: readonly string[];
  readonly postalCodes: readonly string[];
  /** Digits only, the last nine. */
  readonly phones: readonly string[];
}

interface PatientResource {
  readonly resourceType?: unknown;
  readonly birthDate?: unknown;
  readonly gender?: unknown;
  readonly name?: unknown;
  readonly identifier?: unknown;
  readonly address?: unknown;
  readonly telecom?: unknown;
}

/** Digits of a telephone number that are compared: prefixes of countries are written in many ways. */
const PHONE_DIGITS = 9;

/** The person that a master speaks of; undefined where the reader may not open the module `identity`, or nothing stands there. */
export function personIn(master: Master): Person | undefined {
  const patients = master.entries
    .map(({ resource }) => resource as PatientResource)
    .filter(({ resourceType }) => resourceType === 'Patient');
  if (patients.length === 0) return undefined;
  const names = patients.flatMap(({ name }) => objects(name));
  const birthDate = patients.map((each) => text(each.birthDate)).find((each) => each !== undefined);
  const gender = patients.map((each) => text(each.gender)).find((each) => each !== undefined);
  const person: Person = {
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(gender === undefined ? {} : { gender }),
    families: distinct(names.map(({ family }) => plain(text(family)))),
    givens: distinct(
      names.flatMap(({ given }) => (Array.isArray(given) ? given : []).map((each) => plain(text(each)))),
    ),
    identifiers: distinct(
      patients
        .flatMap(({ identifier }) => objects(identifier))
        .map(({ system, value }) =>
          text(system) === undefined || text(value) === undefined ? undefined : `${system}|${value}`,
        ),
    ),
    postalCodes: distinct(
      patients.flatMap(({ address }) => objects(address)).map(({ postalCode }) => plain(text(postalCode))),
    ),
    phones: distinct(
      patients
        .flatMap(({ telecom }) => objects(telecom))
        .filter(({ system }) => system === 'phone' || system === 'sms')
        .map(({ value }) => text(value)?.replace(/\D/g, '').slice(-PHONE_DIGITS)),
    ),
  };
  const says = Object.values(person).some((each) => each.length > 0);
  return says ? person : undefined;
}

/** Without case, accents and signs: what two people who write one name differently differ in. */
function plain(value: string | undefined): string | undefined {
  return value
    ?.normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function objects(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : [];
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((each) => each !== undefined && each !== ''))].sort() as string[];
}
