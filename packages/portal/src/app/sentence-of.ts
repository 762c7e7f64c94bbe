/** What went wrong, as a sentence for the patient; never anything of the record. */

const FOR_PATIENTS = new Set([
  'GatewayRefusal',
  'PasskeyError',
  'KeyFileError',
  'WalletError',
  'SessionError',
]);

export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Something went wrong. Try again.';
  // What the worker says is meant for the patient already.
  if (FOR_PATIENTS.has(error.name) || error.name === 'Error') return error.message;
  return `Something went wrong in this page (${error.name}). Try again.`;
}
