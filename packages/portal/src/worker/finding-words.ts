/** What a finding means to a patient. The names are those of docs/RECORD.md, section 8. */

import type { FindingCode } from '@twinseal/record';

export const FINDING_WORDS: Readonly<Record<FindingCode, string>> = {
  'head-mismatch': 'This gateway’s own account of the lane differs from the chain’s.',
  'lane-withheld':
    'This hospital puts its entries onto the chain many at a time, and nobody shows what it has of you. There may be entries that you do not see here.',
  'head-fell':
    'This hospital took back entries that it had put onto the chain. That can be proved against it.',
  'lane-forked':
    'This hospital put two different histories of you onto the chain. That can be proved against it.',
  'root-mismatch':
    'The gateway’s account of what was anchored does not match the chain. Nothing of this lane is believed.',
  'lane-truncated': 'The newest entries are on the chain, but this gateway does not serve them.',
  'instance-missing': 'An entry is on the chain, but this gateway does not serve it.',
  'instance-order': 'An entry was served in another one’s place.',
  'manifest-altered': 'An entry was altered after it was anchored.',
  'manifest-mismatch': 'An entry says something else than was anchored.',
  'author-forged': 'The author’s signature on an entry does not hold.',
  'part-withheld': 'A part of an entry is not served.',
  'part-altered': 'A part of an entry was altered.',
  'part-undecodable': 'A part was opened but is not of the form that it must have.',
  'counter-gap': 'Entries of a module are missing in between.',
  'capsule-missing': 'Its author has not delivered you a key for a module yet.',
  'capsule-altered': 'A key that was delivered to you is damaged or forged.',
  'capsule-foreign': 'A key was delivered by somebody who may not do so.',
  'capsule-not-for-me': 'The keys that are here are not for you.',
  'secret-mismatch': 'A key that was delivered to you does not fit.',
  'version-stale': 'An entry was sealed under rules that were no longer in force.',
  'contribution-denied': 'An entry was put onto the chain by a hospital that you had not allowed to write.',
};
