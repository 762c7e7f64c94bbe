/** What goes wrong between gateways, by stable code. Messages never carry clinical values, names, salts or secrets. */

/** Why a keeper or a patient's app was not believed or not reached, as the asking side finds it. */
export type PeerFaultCode =
  /** The chain knows no such hospital. */
  | 'unknown-peer'
  /** Suspended or removed on the chain. */
  | 'inactive-peer'
  /** The endpoint on the chain is none that may be asked: no origin, not https, or claimed by two hospitals. */
  | 'bad-endpoint'
  /** What answers at the endpoint does not hold the hospital's key, or is another process than the one that asks of itself. */
  | 'identity-shared'
  /** No connection, or one that broke. */
  | 'unreachable'
  /** No whole answer in time. */
  | 'timeout'
  /** More bytes than were asked for. */
  | 'too-large'
  | 'redirected'
  /** A compressed answer, which was not asked for. */
  | 'compressed'
  /** An answer that is not of the form that it should have. */
  | 'garbage'
  /** Not there, or not ours to have. */
  | 'not-found'
  /** The keeper's clock and ours differ by more than is tolerated. */
  | 'clock-skew'
  /** The keeper has something else in this place. */
  | 'conflict'
  /** The keeper lacks instances before this one; `next` says from which on. */
  | 'lane-behind'
  /** The instance is sealed under an access version or identity epoch that is no longer in force. */
  | 'stale'
  /** The keeper refuses what it was given. */
  | 'refused'
  /** The keeper cannot answer now. */
  | 'unavailable'
  /** An object that does not hash to what was asked for. */
  | 'object-altered'
  /** A claim of a lane's head that is not the chain's. */
  | 'head-mismatch'
  /** A word of a lane in batches that does not hash to what its author anchored. */
  | 'word-refused'
  /** A receipt that does not decode, or whose signature fails. */
  | 'receipt-invalid'
  /** A receipt of another request, twin, requester or server, or one that contradicts the chain. */
  | 'receipt-foreign'
  /** A capsule that does not decode, belongs elsewhere, or was issued by one who may not issue. */
  | 'capsule-refused'
  /** A replication receipt that is not the holder's, or not of what was sent. */
  | 'replica-invalid';

/** The error of the asking side. `status` is the HTTP status where there was one; `next` goes with `lane-behind`. */
export class PeerError extends Error {
  override readonly name = 'PeerError';
  readonly status: number | undefined;
  readonly next: number | undefined;

  constructor(
    readonly code: PeerFaultCode,
    message: string,
    options?: { readonly cause?: unknown; readonly status?: number; readonly next?: number },
  ) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause });
    this.status = options?.status;
    this.next = options?.next;
  }
}

/** Why a request's signature was not accepted. */
export type SignatureFaultCode =
  /** No signature, or one of another form than the profile's. */
  | 'signature-missing'
  /** Another chain, an altered request or body, or a key that is not the one named. */
  | 'signature-invalid'
  /** Made at a time that is too far from the server's. */
  | 'clock-skew'
  /** Seen before. */
  | 'replayed'
  /** The memory of nonces is full: nothing is accepted that could be a replay. */
  | 'busy';

/** A request whose signature was not accepted. */
export class SignatureError extends Error {
  override readonly name = 'SignatureError';

  constructor(
    readonly code: SignatureFaultCode,
    message: string,
  ) {
    super(message);
  }
}
