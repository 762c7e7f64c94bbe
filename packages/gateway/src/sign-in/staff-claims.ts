/** From a token's claims to a member of the staff. */

import { createHmac } from 'node:crypto';
import { STAFF_ROLES, type StaffRole } from '../decision/ask.js';

/** 1 to 63 of a-z, 0-9 and -. */
const STAFF_ID = /^[a-z0-9-]{1,63}$/;
/** Digits of a hashed subject: 128 bits, so that two people never share one. */
const HASH_DIGITS = 32;

/** What a JSON pointer (RFC 6901) names in the claims; undefined where there is nothing. Own properties only. */
export function claimAt(claims: Readonly<Record<string, unknown>>, pointer: string): unknown {
  let at: unknown = claims;
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

/** The roles that the claims give here, in the order of STAFF_ROLES; none where no value is mapped. */
export function rolesOf(
  claims: Readonly<Record<string, unknown>>,
  pointer: string,
  mapping: Readonly<Record<StaffRole, readonly string[]>>,
): StaffRole[] {
  const value = claimAt(claims, pointer);
  const given = new Set(typeof value === 'string' ? value.split(' ') : Array.isArray(value) ? value : []);
  return STAFF_ROLES.filter((role) => mapping[role].some((name) => given.has(name)));
}

/**
 * The staff id: the configured claim, or a hash of issuer and subject under a key of the hospital's own, for subjects are often names or numbers of personnel.
 *
 * @returns undefined where the configured claim is missing, or is no id
 */
export function staffIdOf(
  claims: Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string },
  pointer: string | undefined,
  key: Uint8Array,
): string | undefined {
  if (pointer !== undefined) {
    const value = claimAt(claims, pointer);
    return typeof value === 'string' && STAFF_ID.test(value) ? value : undefined;
  }
  const text = JSON.stringify([claims.iss, claims.sub]);
  return `s${createHmac('sha256', key).update(text).digest('hex').slice(0, HASH_DIGITS)}`;
}
