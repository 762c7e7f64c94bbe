/** An envelope that does not verify is an answer, not a fault: one sentence, and exit code 1. */

import { MibscError } from '@twinseal/mibsc';

const EXIT_FOUND_WRONG = 1;

/** What each refusal of the scheme means to a person, by code. */
const SENTENCES: Readonly<Partial<Record<MibscError['code'], string>>> = {
  decode: 'It is no envelope of Twinseal, or it was altered.',
  suite: 'It is of a version or suite that this program does not know.',
  identity: 'It names an identity that is none.',
  recipients: 'Its list of recipients is none that can be.',
  'identity-key': 'It belongs to another authority than the key and parameters here.',
  'not-a-recipient': 'It was not sealed for this key.',
  'malformed-header': 'Its header is malformed: its recipients would not all open the same thing.',
  'author-proof': 'Its author proof does not verify: it was altered, or written by someone else.',
  unwrap: 'Its secret does not open under this key.',
  commitment: 'Its secret is not the one that its author committed to.',
  stream: 'It was cut, extended, reordered or altered.',
};

/** Runs something that reads an envelope; a refusal by the scheme becomes one sentence on stderr. */
export async function reportRefusal(
  setExitCode: (code: number) => void,
  run: () => Promise<void>,
): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof MibscError)) throw error;
    console.error(`twinseal: ${SENTENCES[error.code] ?? error.message} (${error.code})`);
    setExitCode(EXIT_FOUND_WRONG);
  }
}
