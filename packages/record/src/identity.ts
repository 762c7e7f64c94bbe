/**
 * Who writes and who opens: identities as the record names them (REC-3, REC-4).
 *
 *     hospital:<id>            patient:<twinId in hex>            staff:<hospital id>/<id>            each with an epoch, 1 to 999999999
 *
 * Text form `name#epoch`; binary form, the scheme's own, LP(name) || LP(epoch).
 */

import type { Identity } from '@twinseal/mibsc';
import { RecordError } from './errors.js';
import { keccak256 } from './internal/hash.js';
import { fromHex, toHex } from './internal/hex.js';
import { Reader } from './internal/reader.js';
import { tag32 } from './internal/tag32.js';
import { fromUtf8, utf8 } from './internal/utf8.js';
import { Writer } from './internal/writer.js';

export type { Identity };

/** What a name says (REC-3). */
export type Who =
  | { readonly kind: 'hospital'; readonly hospital: string }
  | { readonly kind: 'patient'; readonly twinId: Uint8Array }
  | { readonly kind: 'staff'; readonly hospital: string; readonly staff: string };

/** Longest identityBytes in an object, in bytes (REC-8). The longest of REC-3 is 150. */
export const MAX_IDENTITY_BYTES = 256;

const ID = '[a-z0-9][a-z0-9-]{0,62}';
const NAME = new RegExp(`^(?:hospital:(${ID})|patient:([0-9a-f]{64})|staff:(${ID})/(${ID}))$`);
const EPOCH = /^[1-9][0-9]{0,8}$/;

/**
 * What a name says.
 * @param name without epoch, such as `hospital:north`
 * @throws {RecordError} `identity`
 */
export function parseName(name: string): Who {
  const m = NAME.exec(name);
  if (m === null) throw new RecordError('identity', 'name is not of a hospital, a patient or staff');
  if (m[1] !== undefined) return { kind: 'hospital', hospital: m[1] };
  if (m[2] !== undefined) return { kind: 'patient', twinId: fromHex(m[2], 32) };
  return { kind: 'staff', hospital: m[3] as string, staff: m[4] as string };
}

/**
 * The name that says so.
 * @throws {TypeError} an id is not of REC-3's grammar, or the twin id is not 32 bytes
 */
export function formatName(who: Who): string {
  const name =
    who.kind === 'hospital'
      ? `hospital:${who.hospital}`
      : who.kind === 'patient'
        ? `patient:${toHex(who.twinId)}`
        : `staff:${who.hospital}/${who.staff}`;
  if (!NAME.test(name)) throw new TypeError(`formatName: not an id that a ${who.kind} may have`);
  return name;
}

/**
 * A hospital's identity.
 * @param id `[a-z0-9][a-z0-9-]{0,62}`
 * @param epoch identity epoch, 1 to 999999999
 * @throws {TypeError} `id` is not of the grammar
 * @throws {RangeError} `epoch` is out of range
 */
export function hospitalIdentity(id: string, epoch = 1): Identity {
  return { name: formatName({ kind: 'hospital', hospital: id }), epoch: formatEpoch(epoch) };
}

/**
 * A patient's identity.
 * @param twinId 32 bytes, or their 64 lowercase hexadecimal digits
 * @param epoch identity epoch, 1 to 999999999
 * @throws {TypeError} `twinId` is not 32 bytes
 * @throws {RangeError} `epoch` is out of range
 */
export function patientIdentity(twinId: Uint8Array | string, epoch = 1): Identity {
  const bytes = typeof twinId === 'string' ? fromHex(twinId, 32) : twinId;
  return { name: formatName({ kind: 'patient', twinId: bytes }), epoch: formatEpoch(epoch) };
}

/**
 * The identity of a hospital's member of staff.
 * @param hospital the hospital's id
 * @param id the member's id there, `[a-z0-9][a-z0-9-]{0,62}`
 * @param epoch identity epoch, 1 to 999999999
 * @throws {TypeError} an id is not of the grammar
 * @throws {RangeError} `epoch` is out of range
 */
export function staffIdentity(hospital: string, id: string, epoch = 1): Identity {
  return { name: formatName({ kind: 'staff', hospital, staff: id }), epoch: formatEpoch(epoch) };
}

/**
 * What an identity says, both members checked.
 * @throws {RecordError} `identity`
 */
export function parseIdentity(identity: Identity): Who & { readonly epoch: number } {
  if (!EPOCH.test(identity.epoch))
    throw new RecordError('identity', 'epoch is not a number from 1 to 999999999');
  return { ...parseName(identity.name), epoch: Number(identity.epoch) };
}

/** Whether both members are of REC-3's grammar. */
export function isIdentity(identity: Identity): boolean {
  return NAME.test(identity.name) && EPOCH.test(identity.epoch);
}

/**
 * The text form, `name#epoch`.
 * @throws {RecordError} `identity`
 */
export function formatIdentity(identity: Identity): string {
  parseIdentity(identity);
  return `${identity.name}#${identity.epoch}`;
}

/**
 * The identity of a text form.
 * @param text `name#epoch`
 * @throws {RecordError} `identity`
 */
export function parseIdentityText(text: string): Identity {
  const at = text.indexOf('#');
  const identity = { name: text.slice(0, at), epoch: text.slice(at + 1) };
  if (at < 0) throw new RecordError('identity', 'identity has no epoch');
  parseIdentity(identity);
  return identity;
}

/**
 * The id of a lane's author: of the name without its epoch, so that a lane survives a change of key (REC-4; on chain).
 * @param name a hospital's or a patient's name; staff contribute through their hospital
 * @returns keccak( T("TWINSEAL-V1-AUTHOR-ID") || utf8(name) ), 32 bytes
 * @throws {RecordError} `identity`
 */
export function authorId(name: string): Uint8Array {
  if (parseName(name).kind === 'staff') throw new RecordError('identity', 'staff do not author lanes');
  return keccak256(tag32('TWINSEAL-V1-AUTHOR-ID'), utf8(name));
}

/**
 * The author id of a hospital's lanes.
 * @param hospital the hospital's id, without `hospital:`
 * @returns 32 bytes
 * @throws {TypeError} an id outside REC-3's grammar
 */
export function hospitalAuthorId(hospital: string): Uint8Array {
  return authorId(formatName({ kind: 'hospital', hospital }));
}

function formatEpoch(epoch: number): string {
  if (!Number.isInteger(epoch) || epoch < 1 || epoch > 999_999_999) {
    throw new RangeError(`identity epoch: expected an integer from 1 to 999999999, got ${epoch}`);
  }
  return String(epoch);
}

/**
 * The binary form, LP(name) || LP(epoch) (REC-3): the same bytes as the scheme's own encoding.
 * @throws {RecordError} `identity`
 */
export function encodeIdentityBytes(identity: Identity): Uint8Array {
  parseIdentity(identity);
  return new Writer(128).lp(utf8(identity.name)).lp(utf8(identity.epoch)).finish();
}

/**
 * The identity of a binary form.
 * @throws {RecordError} `identity`, `truncated`, `trailing-bytes`, `too-long`, `not-utf8`
 */
export function decodeIdentityBytes(bytes: Uint8Array): Identity {
  const reader = new Reader(bytes);
  const name = fromUtf8(reader.lp(MAX_IDENTITY_BYTES));
  const epoch = fromUtf8(reader.lp(MAX_IDENTITY_BYTES));
  reader.end();
  const identity = { name, epoch };
  parseIdentity(identity);
  return identity;
}
