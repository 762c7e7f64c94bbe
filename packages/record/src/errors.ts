/**
 * The one error of this package for bytes and text that came from somewhere else.
 *
 * A caller's own mistake (a wrong length, a number out of range, an unsorted argument) is a `TypeError` or `RangeError`
 * instead. Messages and details never carry a secret, a name or a clinical value: only the kind of object, the field,
 * and lengths or counts.
 */

/** Why untrusted input was refused. The names are stable: callers may switch on them. */
export type RecordErrorCode =
  /** The object does not begin with the magic of the kind that was expected (REC-1). */
  | 'unknown-magic'
  /** The format version is not 1 (REC-1). */
  | 'unknown-version'
  /** The suite is not 1, `TWINSEAL-MIBSC-BLS12381-V1` (REC-1). */
  | 'unknown-suite'
  /** The bytes end before the object does (REC-2). */
  | 'truncated'
  /** The object ends before the bytes do (REC-2). */
  | 'trailing-bytes'
  /** A length or a size is beyond its stated limit; refused before anything is allocated (REC-2). */
  | 'too-long'
  /** A count is zero or beyond its stated limit (REC-8, REC-20, REC-22). */
  | 'count'
  /** Entries, recipients, scopes or statements are unsorted or repeated (REC-2). */
  | 'not-ascending'
  /** A number is outside its range, or above 2^53 - 1 where this format version wants a safe integer (REC-2). */
  | 'number-range'
  /** An identity is not of REC-3's grammar, or not of the kind that may stand here. */
  | 'identity'
  /** A text field is not of its grammar: module, purpose, decision, reason (REC-17, REC-22, REC-23). */
  | 'field'
  /** Bytes that should be text are not well-formed UTF-8. */
  | 'not-utf8'
  /** A line is not the RFC 8785 form of a JSON object, or nests too deep (REC-17). */
  | 'not-canonical-json'
  /** A JSON object misses a member, has one too many, or one of the wrong type (REC-17). */
  | 'json-shape'
  /** A time is not RFC 3339 as REC-17 narrows it. */
  | 'time'
  /** The first line of a part's content is not the one its manifest entry calls for (REC-17). */
  | 'part-header'
  /** The padding is not zero, or not of Padmé's length (REC-15). */
  | 'padding'
  /** The compression is unknown, the compressed bytes are broken, or inflate to another length (REC-15). */
  | 'compression'
  /** The secret does not meet the slot's commitment (REC-12). */
  | 'commitment'
  /** An authenticated decryption failed (REC-13, REC-14). */
  | 'decryption'
  /** A capsule's scheme part is malformed, its issuer's proof fails, or it does not unwrap (REC-20). */
  | 'capsule'
  /** The key given is not of a recipient of this capsule (REC-20). */
  | 'not-a-recipient'
  /** A proof is not two canonical points of the suite, or does not verify (REC-7, REC-22). */
  | 'proof';

/** Input from outside was refused; `code` says why, `details` where, and neither says what was in it. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
  readonly code: RecordErrorCode;
  /** Names of fields, lengths, counts: safe to log. */
  readonly details: Readonly<Record<string, string | number>>;

  constructor(
    code: RecordErrorCode,
    message: string,
    details: Readonly<Record<string, string | number>> = {},
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.code = code;
    this.details = details;
  }
}
