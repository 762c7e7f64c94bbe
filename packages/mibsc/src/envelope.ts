/**
 * Envelopes: a message of any length, signcrypted in one pass.
 *
 *     envelope = preamble || segment || segment …
 *     preamble = "TSEV" || 01 || 01 || paramsDigest[32] || LP(sender) || u32 n || LP(ID_1) … LP(ID_n) || LP(context)
 *                || C1[48] || C2[96] || wrapped[48] || salt[16] || commitment[32]
 *     segment  = u8 final || u32 length || ciphertext[length] || X[48] || v[48]
 *
 * K is 32 fresh bytes, wrapped by the header's KEK; the header's context is `"TWINSEAL-V1-ENVELOPE" || LP(context)`.
 * With `bound = sha256( "TSEV" || 01 || 01 || paramsDigest || LP(sender) || setDigest || LP(context) || C1 || C2 || wrapped )`:
 *
 *     commitment = HKDF(K, salt, LP("commit") || bound)       payload key = HKDF(K, salt, LP("payload") || bound)
 *
 * The ciphertexts of all segments, one after another, are STREAM (stream.ts) over `message || 80 || 00 …`, padded to the
 * Padmé length. Every segment but the final one carries exactly 64 chunks. Each segment carries an author proof of
 *
 *     keccak256( T("TWINSEAL-V1-AUTHOR-ENVELOPE") || sha256(bound || salt || commitment) || u64 index || u8 final
                 || sha256( sha256(sealed chunk) for each chunk of the segment ) )
 *
 * Why a proof a segment: every recipient holds the payload key and could write chunks; a proof at the end would come
 * after the plaintext has left, one at the front would need the message twice. A segment is held back until its proof
 * verifies, so what leaves is the author's, at its place; a cut stream ends in an error instead of an end.
 */
import { decodeIdentity, type Identity, MAX_IDENTITY_BYTES } from './identity.js';
import { compareBytes, requireBytes } from './internal/bytes.js';
import { ENVELOPE_MAGIC, MAX_CONTEXT_BYTES, TAIL_BYTES } from './internal/envelope-format.js';
import { readHead } from './internal/head.js';
import { Reader } from './internal/reader.js';
import { MAX_RECIPIENTS } from './parameters.js';

/** What stands in an envelope's preamble. Nothing of it is proved until a segment's proof was checked. */
export interface EnvelopeInfo {
  readonly paramsDigest: Uint8Array;
  readonly sender: Identity;
  readonly recipients: readonly Identity[];
  readonly context: Uint8Array;
  /** Length of the preamble in bytes, and of the list of recipients in it. */
  readonly preambleBytes: number;
  readonly listBytes: number;
}

/**
 * Reads the preamble and checks nothing but its form; needs no parameters.
 * @param bytes - the envelope or its beginning
 * @throws MibscError `suite`, `decode`, `identity`
 */
export function inspectEnvelope(bytes: Uint8Array): EnvelopeInfo {
  requireBytes(bytes, 'bytes');
  const reader = new Reader(bytes, 'an envelope');
  readHead(reader, ENVELOPE_MAGIC);
  const paramsDigest = new Uint8Array(reader.take(32));
  const sender = decodeIdentity(reader.lengthPrefixed(MAX_IDENTITY_BYTES));
  const n = reader.u32();
  if (n < 1 || n > MAX_RECIPIENTS) throw reader.fail('states a number of recipients out of range');
  const recipients: Identity[] = [];
  const before = reader.remaining;
  let previous: Uint8Array | undefined;
  for (let i = 0; i < n; i++) {
    const encoding = reader.lengthPrefixed(MAX_IDENTITY_BYTES);
    if (previous !== undefined && compareBytes(previous, encoding) >= 0) {
      throw reader.fail('lists recipients out of order');
    }
    previous = encoding;
    recipients.push(decodeIdentity(encoding));
  }
  const listBytes = before - reader.remaining;
  const context = new Uint8Array(reader.lengthPrefixed(MAX_CONTEXT_BYTES));
  reader.take(TAIL_BYTES);
  return {
    paramsDigest,
    sender,
    recipients,
    context,
    preambleBytes: bytes.length - reader.remaining,
    listBytes,
  };
}
