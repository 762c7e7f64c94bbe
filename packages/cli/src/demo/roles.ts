/** Which hospitals take part in a demonstration, and who plays what for each patient. */

import { createHash } from 'node:crypto';
import type { PatientInput } from './input.js';

/** A hospital that takes part. `title` is for the terminal only. */
export interface Cast {
  readonly id: string;
  readonly title: string;
}

/** For one patient: the custodian and author A, B who is granted a module, C who is not. */
export interface Roles {
  readonly custodian: string;
  readonly granted: string;
  readonly refused: string;
  /** Hospital id by the key of an organization in the bundle. */
  readonly idOf: ReadonlyMap<string, string>;
}

/** Hospitals that join where the input names fewer than three. */
const GUESTS: readonly Cast[] = [
  { id: 'visiting-hospital-north', title: 'Visiting Hospital North' },
  { id: 'visiting-hospital-south', title: 'Visiting Hospital South' },
  { id: 'visiting-hospital-west', title: 'Visiting Hospital West' },
];
const MIN_HOSPITALS = 3;

/** The hospitals of all inputs, in order of first appearance, at least three; and the roles for each input. */
export function castOf(inputs: readonly PatientInput[]): { cast: Cast[]; roles: Roles[] } {
  const cast = new Map<string, Cast>();
  const keyOfId = new Map<string, string>();
  const perInput = inputs.map(({ bundle }) => {
    const idOf = new Map<string, string>();
    for (const { key, name, slug } of bundle.organizations) {
      // Two organizations of one name in different bundles are two hospitals.
      const id =
        keyOfId.get(slug) === undefined || keyOfId.get(slug) === key
          ? slug
          : `${slug.slice(0, 54)}-${shortHash(key)}`;
      keyOfId.set(id, key);
      cast.set(id, { id, title: name });
      idOf.set(key, id);
    }
    return idOf;
  });
  for (const guest of GUESTS) if (cast.size < MIN_HOSPITALS) cast.set(guest.id, guest);
  const ids = [...cast.keys()];
  const roles = perInput.map((idOf) => {
    const own = [...new Set(idOf.values())];
    const order = [...own, ...ids.filter((id) => !own.includes(id))];
    const [custodian, granted, refused] = order as [string, string, string];
    return { custodian, granted, refused, idOf };
  });
  return { cast: [...cast.values()], roles };
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
