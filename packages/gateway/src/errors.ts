/** What a gateway refuses or cannot do, by stable code. Messages never carry clinical values, names or secrets. */
export type GatewayErrorCode =
  | 'update-invalid'
  | 'lane-behind'
  | 'receipts-behind'
  | 'batches-behind'
  | 'emergency-refused'
  | 'version-behind'
  | 'settlement-due'
  | 'request-unknown'
  | 'request-denied'
  | 'request-foreign'
  | 'record-foreign'
  | 'not-admitted'
  | 'rebuild-due'
  | 'parameters-differ'
  | 'request-invalid'
  | 'not-the-patient'
  | 'introduction-invalid'
  | 'introduction-expired'
  | 'introduction-used'
  | 'listen-failed'
  | 'twin-unknown'
  | 'not-registered';

export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  constructor(
    readonly code: GatewayErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
