/**
 * Capsules: the secret of one module, author and sealing epoch, delivered to a set of recipients (section 6 of docs/RECORD.md).
 *
 *     capsule = head "TSCP" || twinId[32] || authorId[32] || scope[32] || u64 sealingEpoch || LP(identityBytes of the issuer) || u64 issuedAt
 *               || u16 n || LP(identityBytes) × n || sealed[320]
 *
 * Everything before `sealed` can be read by whoever holds the capsule: who may open what, under a salted scope. A capsule shows
 * who issued it, not that its K is the author's: that shows only when K meets the commitments of the parts (REC-21).
 */

import {
  type Domain,
  type IdentityKey,
  MibscError,
  openCapsule,
  type PublicParameters,
  type RandomSource,
  sealCapsule,
} from '@twinseal/mibsc';
import { RecordError } from './errors.js';
import { readHead, writeHead } from './head.js';
import {
  decodeIdentityBytes,
  encodeIdentityBytes,
  formatName,
  type Identity,
  isIdentity,
  MAX_IDENTITY_BYTES,
} from './identity.js';
import { compareBytes, concat, equalBytes } from './internal/bytes.js';
import { assertBytes, assertCount } from './internal/check.js';
import { Reader } from './internal/reader.js';
import { Writer } from './internal/writer.js';
import type { ModuleSecret } from './part.js';

/** What a capsule is for, in the clear. */
export interface CapsuleFields {
  /** 32 bytes. */
  readonly twinId: Uint8Array;
  /** The lane's author, 32 bytes (REC-4). */
  readonly authorId: Uint8Array;
  /** 32 bytes (REC-19). */
  readonly scope: Uint8Array;
  /** The access version of the instances that the secret seals (REC-11). */
  readonly sealingEpoch: number;
  /** Who delivers: the author, the patient, the custodian, or whom the patient named for emergencies. */
  readonly issuer: Identity;
  /** The issuer's clock, seconds since 1970. */
  readonly issuedAt: number;
  /** 1 to 4096, strictly ascending by identityBytes. */
  readonly recipients: readonly Identity[];
}

/** A decoded capsule, unopened. */
export interface Capsule extends CapsuleFields {
  /** The scheme's capsule, 320 bytes. */
  readonly sealed: Uint8Array;
}

/** Most recipients of one capsule (REC-20); the parameters' N may be less. */
export const MAX_RECIPIENTS = 4096;
/** C1[48] || C2[96] || wrapped[80] || X[48] || v[48] */
export const SEALED_BYTES = 320;

/** What sealModuleCapsule takes. */
export interface SealModuleCapsule extends Omit<CapsuleFields, 'issuer'> {
  readonly params: PublicParameters;
  /** REC-7's: chain id and address of PatientDigitalTwin, or `offchain`. */
  readonly domain: Domain;
  /** The issuer's key; its identity becomes the issuer. */
  readonly issuer: IdentityKey;
  readonly secret: ModuleSecret;
  /** Secret random bytes; the platform's by default, replaced only in tests. */
  readonly random?: RandomSource;
}

/**
 * Issues a capsule.
 * @param input recipients in any order; the other fields as CapsuleFields has them
 * @returns the capsule's bytes: 453 without issuer and recipients
 * @throws {TypeError} wrong lengths, or an identity that is none
 * @throws {RangeError} numbers out of range; no recipient, too many, or one twice
 * @throws {MibscError} the scheme refuses: more recipients than N, or a key of other parameters
 *
 * Costs one encapsulation and one author proof.
 */
export async function sealModuleCapsule(input: SealModuleCapsule): Promise<Uint8Array> {
  const { params, domain, issuer, secret, random } = input;
  assertBytes('capsule: secret.K', secret.K, 32);
  assertBytes('capsule: secret.tagKey', secret.tagKey, 32);
  assertRecipientCount(input.recipients);
  const fields = { ...input, issuer: issuer.identity, recipients: sortRecipients(input.recipients) };
  const context = encodeCapsuleContext(fields);
  const sealed = await sealCapsule(params, {
    recipients: fields.recipients,
    issuer,
    context,
    domain,
    secret: concat(secret.K, secret.tagKey),
    ...(random === undefined ? {} : { random }),
  });
  return encodeCapsule({ ...fields, sealed });
}

/**
 * The secret in a capsule.
 * @param capsule decoded, or its bytes
 * @param key of one of the recipients
 * @returns the module secret that the issuer put in; the caller has yet to check who may issue, and commitments (REC-21)
 * @throws {RecordError} as decodeCapsule; `not-a-recipient`; `capsule` when the header is malformed for this set, the
 *   issuer's proof fails, or it does not unwrap
 * @throws {MibscError} `identity-key`, `parameters`: the caller's key or parameters
 *
 * Costs the well-formed check, the proof's check and one decapsulation.
 */
export async function openModuleCapsule(input: {
  readonly params: PublicParameters;
  readonly domain: Domain;
  readonly capsule: Capsule | Uint8Array;
  readonly key: IdentityKey;
}): Promise<ModuleSecret> {
  const { params, domain, key } = input;
  const capsule = input.capsule instanceof Uint8Array ? decodeCapsule(input.capsule) : input.capsule;
  if (!isRecipient(capsule, key.identity)) {
    throw new RecordError('not-a-recipient', 'the key is not of a recipient of this capsule');
  }
  let secret: Uint8Array;
  try {
    secret = await openCapsule(params, {
      capsule: capsule.sealed,
      recipients: [...capsule.recipients],
      issuer: capsule.issuer,
      context: encodeCapsuleContext(capsule),
      domain,
      key,
    });
  } catch (error) {
    if (!(error instanceof MibscError) || error.code === 'identity-key' || error.code === 'parameters')
      throw error;
    throw new RecordError('capsule', 'the capsule does not open', { reason: error.code });
  }
  if (secret.length !== 64) throw new RecordError('capsule', 'the capsule holds no module secret');
  const opened = { K: secret.slice(0, 32), tagKey: secret.slice(32) };
  secret.fill(0);
  return opened;
}

/**
 * The bytes of a capsule.
 * @throws {TypeError} wrong lengths, or an identity that is none
 * @throws {RangeError} numbers out of range; recipients none, too many, or not strictly ascending
 */
export function encodeCapsule(capsule: Capsule): Uint8Array {
  const { recipients, sealed } = capsule;
  assertBytes('capsule.sealed', sealed, SEALED_BYTES);
  assertRecipientCount(recipients);
  const writer = new Writer(1024).bytes(encodeCapsuleContext(capsule)).u16(recipients.length);
  let previous: Uint8Array | undefined;
  for (const recipient of recipients) {
    const bytes = identityBytes('capsule.recipients', recipient);
    if (previous !== undefined && compareBytes(previous, bytes) >= 0) {
      throw new RangeError('capsule.recipients: expected strictly ascending identityBytes');
    }
    previous = bytes;
    writer.lp(bytes);
  }
  return writer.bytes(sealed).finish();
}

/**
 * The capsule that bytes say; exactly one encoding is accepted. The scheme's points are checked when it is opened.
 * @throws {RecordError} `unknown-magic`, `unknown-version`, `unknown-suite`, `truncated`, `trailing-bytes`, `too-long`, `count`,
 *   `not-ascending`, `number-range`, `identity`, `not-utf8`
 */
export function decodeCapsule(bytes: Uint8Array): Capsule {
  const reader = new Reader(bytes);
  readHead(reader, 'TSCP');
  const [twinId, authorId, scope] = [reader.bytes(32), reader.bytes(32), reader.bytes(32)];
  const sealingEpoch = reader.u64();
  const issuer = decodeIdentityBytes(reader.lp(MAX_IDENTITY_BYTES));
  const issuedAt = reader.u64();
  const n = reader.u16();
  if (n < 1 || n > MAX_RECIPIENTS)
    throw new RecordError('count', 'capsule has no recipients or too many', { n });
  const recipients: Identity[] = [];
  let previous: Uint8Array | undefined;
  for (let i = 0; i < n; i++) {
    const identity = reader.lp(MAX_IDENTITY_BYTES);
    if (previous !== undefined && compareBytes(previous, identity) >= 0) {
      throw new RecordError('not-ascending', 'recipients do not ascend', { index: i });
    }
    previous = identity;
    recipients.push(decodeIdentityBytes(identity));
  }
  const sealed = reader.bytes(SEALED_BYTES);
  reader.end();
  return { twinId, authorId, scope, sealingEpoch, issuer, issuedAt, recipients, sealed };
}

/**
 * The scheme's context: the capsule up to and excluding `n`. The set is bound by the scheme itself (REC-20).
 * @throws {TypeError} wrong lengths, or an issuer that is no identity
 * @throws {RangeError} numbers out of range
 */
export function encodeCapsuleContext(capsule: Omit<CapsuleFields, 'recipients'>): Uint8Array {
  for (const name of ['twinId', 'authorId', 'scope'] as const)
    assertBytes(`capsule.${name}`, capsule[name], 32);
  for (const name of ['sealingEpoch', 'issuedAt'] as const) assertCount(`capsule.${name}`, capsule[name]);
  return writeHead(new Writer(256), 'TSCP')
    .bytes(capsule.twinId)
    .bytes(capsule.authorId)
    .bytes(capsule.scope)
    .u64(capsule.sealingEpoch)
    .lp(identityBytes('capsule.issuer', capsule.issuer))
    .u64(capsule.issuedAt)
    .finish();
}

/** Whether an identity, epoch included, is in the capsule's set. */
export function isRecipient(capsule: Pick<CapsuleFields, 'recipients'>, identity: Identity): boolean {
  return capsule.recipients.some((r) => r.name === identity.name && r.epoch === identity.epoch);
}

/**
 * An emergency in which a hospital that the patient named may issue capsules (REC-28). A fact of the chain, made by whoever read the chain; never taken from
 * anybody else.
 */
export interface EmergencyIssue {
  /** 32 bytes. */
  readonly twinId: Uint8Array;
  /** Name of the hospital that the patient's choice named all through the emergency, such as `hospital:west`. */
  readonly issuer: string;
  /** Name of the hospital whose emergency it is. */
  readonly hospital: string;
  /** What the emergency opens, 32 bytes each (REC-19). */
  readonly scopes: readonly Uint8Array[];
  /** The last access version that was in force while the emergency was open; of an open one, the version in force. */
  readonly throughVersion: number;
}

/** Who may issue capsules of a lane. */
export interface LaneIssuers {
  /** 32 bytes. */
  readonly twinId: Uint8Array;
  readonly authorName: string;
  readonly custodian?: Identity | undefined;
  /** None where left out. */
  readonly emergencies?: readonly EmergencyIssue[] | undefined;
}

/** What of a capsule says whether its issuer was free to issue it. */
export type CapsuleToJudge = Pick<
  CapsuleFields,
  'twinId' | 'scope' | 'sealingEpoch' | 'issuer' | 'recipients'
>;

/**
 * Whether a capsule's issuer may issue it (REC-21): the lane's author, the twin's patient, or its custodian, in any epoch; or whom the patient named, to hospitals with an
 * emergency, for what the emergency opens (REC-28). An older epoch's key gains nothing by it: a capsule's K counts only where it meets the commitments of anchored parts.
 */
export function mayIssue(capsule: CapsuleToJudge, lane: LaneIssuers): boolean {
  const patient = formatName({ kind: 'patient', twinId: lane.twinId });
  const { name } = capsule.issuer;
  if (name === lane.authorName || name === patient || name === lane.custodian?.name) return true;
  if (!equalBytes(capsule.twinId, lane.twinId)) return false;
  const fitting = (lane.emergencies ?? []).filter(
    (each) =>
      each.issuer === name &&
      equalBytes(each.twinId, lane.twinId) &&
      capsule.sealingEpoch <= each.throughVersion &&
      each.scopes.some((scope) => equalBytes(scope, capsule.scope)),
  );
  // Every one of them: a capsule to an ordinary grantee does not become right by a recipient beside it.
  return (
    capsule.recipients.length > 0 &&
    capsule.recipients.every((recipient) => fitting.some(({ hospital }) => hospital === recipient.name))
  );
}

/**
 * Recipients in a capsule's order; the argument is left as it is.
 * @throws {TypeError} an identity that is none
 * @throws {RangeError} one twice
 */
export function sortRecipients(recipients: readonly Identity[]): Identity[] {
  const keyed = recipients.map((r) => ({ r, bytes: identityBytes('recipients', r) }));
  keyed.sort((a, b) => compareBytes(a.bytes, b.bytes));
  for (let i = 1; i < keyed.length; i++) {
    if (
      compareBytes(
        (keyed[i - 1] as { bytes: Uint8Array }).bytes,
        (keyed[i] as { bytes: Uint8Array }).bytes,
      ) === 0
    ) {
      throw new RangeError('recipients: one stands twice');
    }
  }
  return keyed.map(({ r }) => r);
}

function identityBytes(name: string, identity: Identity): Uint8Array {
  if (!isIdentity(identity)) throw new TypeError(`${name}: not an identity of the record`);
  return encodeIdentityBytes(identity);
}

function assertRecipientCount(recipients: readonly Identity[]): void {
  if (recipients.length < 1 || recipients.length > MAX_RECIPIENTS) {
    throw new RangeError(`capsule.recipients: expected 1 to ${MAX_RECIPIENTS}, got ${recipients.length}`);
  }
}
