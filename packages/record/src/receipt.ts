/**
 * Access receipts: what a server signs before it releases anything (section 7 of docs/RECORD.md).
 *
 *     receipt = head "TSRC" || twinId[32] || u64 index || previous[32] || requestId[32] || LP(requester identityBytes)
 *               || LP(server identityBytes) || u8 decision || u8 reason || LP(purpose) || u16 n || scope[32] × n
 *               || u64 blockNumber || blockHash[32] || u64 time || X[48] || v[48]
 *
 * The receipts of one (twin, server) form a chain: each names the hash of the one before. A receipt proves what the server said, not
 * that it said everything: a missing one shows as a gap, or by the challenge on chain.
 */

import {
  author,
  type Domain,
  type IdentityKey,
  type PublicParameters,
  type RandomSource,
  verifyAuthor,
} from '@twinseal/mibsc';
import { RecordError } from './errors.js';
import { readHead, writeHead } from './head.js';
import {
  decodeIdentityBytes,
  encodeIdentityBytes,
  type Identity,
  isIdentity,
  MAX_IDENTITY_BYTES,
} from './identity.js';
import { compareBytes, concat, equalBytes } from './internal/bytes.js';
import { assertBytes, assertCount } from './internal/check.js';
import { keccak256, sha256 } from './internal/hash.js';
import { Reader } from './internal/reader.js';
import { tag32 } from './internal/tag32.js';
import { fromUtf8, utf8 } from './internal/utf8.js';
import { Writer } from './internal/writer.js';

/**
 * Why a request was permitted or denied; the index is the number on chain (REC-23).
 */
export const REASONS = [
  'granted',
  'unknown twin',
  'hospital not admitted',
  'no grant',
  'not yet valid',
  'expired',
  'revoked',
  'scope not granted',
  'purpose not granted',
  'operation not granted',
  'deadline passed',
  'granted by emergency access',
] as const;

/** The decision that goes with a reason's number (REC-23). */
export function decisionOf(reason: number): 'permit' | 'deny' {
  return reason === 0 || reason === 11 ? 'permit' : 'deny';
}

/** A receipt's fields. */
export interface ReceiptFields {
  /** 32 bytes. */
  readonly twinId: Uint8Array;
  /** Counts from 0 per (twin, server), without gap. */
  readonly index: number;
  /** receiptHash of the receipt before, 32 zero bytes for index 0. */
  readonly previous: Uint8Array;
  /** 32 bytes. */
  readonly requestId: Uint8Array;
  readonly requester: Identity;
  /** Who decides, releases and signs. */
  readonly server: Identity;
  readonly decision: 'permit' | 'deny';
  /** 0 to 11 (REASONS). */
  readonly reason: number;
  /** HL7 v3 PurposeOfUse, 1 to 32 of `[A-Z]`. */
  readonly purpose: string;
  /** 1 to 256 of 32 bytes, strictly ascending. */
  readonly scopes: readonly Uint8Array[];
  /** The block as of which it was decided. */
  readonly blockNumber: number;
  /** 32 bytes. */
  readonly blockHash: Uint8Array;
  /** The server's clock, seconds since 1970. */
  readonly time: number;
}

/** A decoded receipt. */
export interface Receipt extends ReceiptFields {
  /** X || v, 96 bytes. */
  readonly proof: Uint8Array;
}

/** Most scopes of one receipt (REC-22). */
export const MAX_RECEIPT_SCOPES = 256;
const PROOF_BYTES = 96;
/** Where a receipt names the one before it: behind head[6], twinId[32] and u64 index. */
const PREVIOUS_AT = 46;
const PURPOSE = /^[A-Z]{1,32}$/;

/**
 * Signs a receipt.
 * @param input.receipt all fields but the server, which is the key's identity; scopes strictly ascending
 * @returns the receipt's bytes
 * @throws {TypeError} wrong lengths, identities or purpose
 * @throws {RangeError} numbers out of range, decision and reason that do not go together, scopes none, too many or unsorted
 * @throws {MibscError} a key of other parameters
 *
 * Costs one author proof.
 */
export function signReceipt(input: {
  readonly params: PublicParameters;
  readonly domain: Domain;
  readonly key: IdentityKey;
  readonly receipt: Omit<ReceiptFields, 'server'>;
  /** Secret random bytes; the platform's by default, replaced only in tests. */
  readonly random?: RandomSource;
}): Uint8Array {
  const { receipt, ...rest } = input;
  return signReceiptBody({ ...rest, body: encodeReceiptBody({ ...receipt, server: input.key.identity }) });
}

/**
 * Signs a receipt whose body is encoded already, so that what is wrong with its fields is known before, and elsewhere than where the key is.
 * @param input.body what `encodeReceiptBody` gave, with the key's identity as server
 * @param input.previous receiptHash of the receipt before, 32 bytes, put in the place of what the body names; for receipts that are signed one after the other
 * @returns the receipt's bytes
 * @throws {TypeError} a `previous` of another length
 * @throws {MibscError} a key of other parameters
 *
 * Costs one author proof.
 */
export function signReceiptBody(input: {
  readonly params: PublicParameters;
  readonly domain: Domain;
  readonly key: IdentityKey;
  readonly body: Uint8Array;
  readonly previous?: Uint8Array;
  /** Secret random bytes; the platform's by default, replaced only in tests. */
  readonly random?: RandomSource;
}): Uint8Array {
  const { params, domain, key, previous, random } = input;
  let { body } = input;
  if (previous !== undefined) {
    assertBytes('previous', previous, 32);
    body = body.slice();
    body.set(previous, PREVIOUS_AT);
  }
  const proof = author(params, key, receiptDigest(body), domain, random === undefined ? {} : { random });
  return concat(body, proof);
}

/**
 * The receipt, when its server signed it.
 * @throws {RecordError} as decodeReceipt; `proof`
 * @throws {MibscError} unvalidated parameters
 *
 * Costs one check of an author proof.
 */
export function verifyReceipt(input: {
  readonly params: PublicParameters;
  readonly domain: Domain;
  readonly receipt: Uint8Array;
}): Receipt {
  const receipt = decodeReceipt(input.receipt);
  const digest = receiptDigest(input.receipt.subarray(0, -PROOF_BYTES));
  if (!verifyAuthor(input.params, receipt.server, digest, receipt.proof, input.domain)) {
    throw new RecordError('proof', "the server's proof does not verify");
  }
  return receipt;
}

/** What is wrong with one receipt of a chain. */
export interface ReceiptFinding {
  /** Place in the list given. */
  readonly position: number;
  /**
   * `undecodable`, `proof`: of the receipt alone. `foreign`: of another twin or server than asked for. `gap`: its index is not the
   * one that follows. `previous`: it does not name the receipt before it.
   */
  readonly code: 'undecodable' | 'proof' | 'foreign' | 'gap' | 'previous';
}

/**
 * Checks all receipts of one twin and server, in order from index 0.
 * @param input.receipts bytes, oldest first; untrusted
 * @param input.from what came before them, when they are only the newer part: the index that follows and the hash that it names
 * @returns the receipts that verified, each with its place, and what was wrong
 */
export function verifyReceiptChain(input: {
  readonly params: PublicParameters;
  readonly domain: Domain;
  readonly twinId: Uint8Array;
  readonly server: Identity;
  readonly receipts: readonly Uint8Array[];
  readonly from?: { readonly index: number; readonly previous: Uint8Array };
}): { readonly verified: { position: number; receipt: Receipt }[]; readonly findings: ReceiptFinding[] } {
  const { params, domain, twinId, server } = input;
  const verified: { position: number; receipt: Receipt }[] = [];
  const findings: ReceiptFinding[] = [];
  let { index, previous } = input.from ?? { index: 0, previous: new Uint8Array(32) };
  for (const [position, bytes] of input.receipts.entries()) {
    const code = ((): ReceiptFinding['code'] | undefined => {
      let receipt: Receipt;
      try {
        receipt = verifyReceipt({ params, domain, receipt: bytes });
      } catch (error) {
        if (!(error instanceof RecordError)) throw error;
        return error.code === 'proof' ? 'proof' : 'undecodable';
      }
      if (
        !equalBytes(receipt.twinId, twinId) ||
        receipt.server.name !== server.name ||
        receipt.server.epoch !== server.epoch
      ) {
        return 'foreign';
      }
      verified.push({ position, receipt });
      if (receipt.index !== index) {
        index = receipt.index;
        return 'gap';
      }
      return equalBytes(receipt.previous, previous) ? undefined : 'previous';
    })();
    if (code !== undefined) findings.push({ position, code });
    // Whatever it was, it stood in this place: the next one is measured against it.
    index += 1;
    previous = receiptHash(bytes);
  }
  return { verified, findings };
}

/**
 * What names a receipt in the next one, and the leaf's content where receipts are anchored: sha256 of all its bytes (REC-22).
 * @returns 32 bytes
 */
export function receiptHash(receipt: Uint8Array): Uint8Array {
  return sha256(receipt);
}

/**
 * What the server's proof signs (REC-22).
 * @param body the receipt without X || v
 * @returns 32 bytes
 */
export function receiptDigest(body: Uint8Array): Uint8Array {
  return keccak256(tag32('TWINSEAL-V1-AUTHOR-RECEIPT'), sha256(body));
}

/**
 * The bytes of a receipt up to and excluding its proof.
 * @throws {TypeError} wrong lengths, identities or purpose
 * @throws {RangeError} numbers out of range, decision and reason that do not go together, scopes none, too many or unsorted
 */
export function encodeReceiptBody(receipt: ReceiptFields): Uint8Array {
  const { scopes, reason } = receipt;
  for (const name of ['twinId', 'previous', 'requestId', 'blockHash'] as const) {
    assertBytes(`receipt.${name}`, receipt[name], 32);
  }
  for (const name of ['index', 'blockNumber', 'time'] as const) assertCount(`receipt.${name}`, receipt[name]);
  for (const name of ['requester', 'server'] as const) {
    if (!isIdentity(receipt[name])) throw new TypeError(`receipt.${name}: not an identity of the record`);
  }
  if (!Number.isInteger(reason) || REASONS[reason] === undefined || decisionOf(reason) !== receipt.decision) {
    throw new RangeError('receipt.reason: unknown, or does not go with the decision');
  }
  if (receipt.index === 0 && receipt.previous.some((b) => b !== 0)) {
    throw new RangeError('receipt.previous: expected zero bytes for index 0');
  }
  if (!PURPOSE.test(receipt.purpose)) throw new TypeError('receipt.purpose: expected 1 to 32 of [A-Z]');
  if (scopes.length < 1 || scopes.length > MAX_RECEIPT_SCOPES) {
    throw new RangeError(`receipt.scopes: expected 1 to ${MAX_RECEIPT_SCOPES}, got ${scopes.length}`);
  }
  const writer = writeHead(new Writer(512 + 32 * scopes.length), 'TSRC')
    .bytes(receipt.twinId)
    .u64(receipt.index)
    .bytes(receipt.previous)
    .bytes(receipt.requestId)
    .lp(encodeIdentityBytes(receipt.requester))
    .lp(encodeIdentityBytes(receipt.server))
    .u8(receipt.decision === 'permit' ? 1 : 0)
    .u8(reason)
    .lp(utf8(receipt.purpose))
    .u16(scopes.length);
  for (const [i, scope] of scopes.entries()) {
    assertBytes('receipt.scopes', scope, 32);
    if (i > 0 && compareBytes(scopes[i - 1] as Uint8Array, scope) >= 0) {
      throw new RangeError('receipt.scopes: expected strictly ascending order');
    }
    writer.bytes(scope);
  }
  return writer.u64(receipt.blockNumber).bytes(receipt.blockHash).u64(receipt.time).finish();
}

/**
 * The receipt that bytes say; exactly one encoding is accepted. The proof is not checked: see verifyReceipt.
 * @throws {RecordError} `unknown-magic`, `unknown-version`, `unknown-suite`, `truncated`, `trailing-bytes`, `too-long`, `count`,
 *   `not-ascending`, `number-range`, `identity`, `field`, `not-utf8`
 */
export function decodeReceipt(bytes: Uint8Array): Receipt {
  const reader = new Reader(bytes);
  readHead(reader, 'TSRC');
  const twinId = reader.bytes(32);
  const index = reader.u64();
  const previous = reader.bytes(32);
  if (index === 0 && previous.some((b) => b !== 0)) {
    throw new RecordError('field', 'the first receipt names one before it');
  }
  const requestId = reader.bytes(32);
  const requester = decodeIdentityBytes(reader.lp(MAX_IDENTITY_BYTES));
  const server = decodeIdentityBytes(reader.lp(MAX_IDENTITY_BYTES));
  const permit = reader.u8();
  const reason = reader.u8();
  const decision = permit === 1 ? 'permit' : 'deny';
  if (permit > 1 || REASONS[reason] === undefined || decisionOf(reason) !== decision) {
    throw new RecordError('field', 'decision or reason is unknown, or they do not go together', {
      permit,
      reason,
    });
  }
  const purpose = fromUtf8(reader.lp(32));
  if (!PURPOSE.test(purpose)) throw new RecordError('field', 'purpose is not 1 to 32 of [A-Z]');
  const n = reader.u16();
  if (n < 1 || n > MAX_RECEIPT_SCOPES)
    throw new RecordError('count', 'receipt has no scopes or too many', { n });
  const scopes: Uint8Array[] = [];
  for (let i = 0; i < n; i++) {
    const scope = reader.bytes(32);
    if (i > 0 && compareBytes(scopes[i - 1] as Uint8Array, scope) >= 0) {
      throw new RecordError('not-ascending', 'scopes do not ascend', { index: i });
    }
    scopes.push(scope);
  }
  const blockNumber = reader.u64();
  const blockHash = reader.bytes(32);
  const time = reader.u64();
  const proof = reader.bytes(PROOF_BYTES);
  reader.end();
  return {
    twinId,
    index,
    previous,
    requestId,
    requester,
    server,
    decision,
    reason,
    purpose,
    scopes,
    blockNumber,
    blockHash,
    time,
    proof,
  };
}
