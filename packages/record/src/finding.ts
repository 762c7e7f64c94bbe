/** What a reader may find wrong, by name (section 8 of docs/RECORD.md). A finding is an answer, not an error. */

/** The names, in the order of the page, each with its meaning. */
export const FINDINGS = {
  'head-mismatch': "the server's claim of a lane's head is not the chain's",
  'lane-withheld': 'the author anchors in batches, and nobody proves what its newest map says of the lane',
  'head-fell':
    "the author's newest map has less of the lane than an earlier one, or another lane of the same length",
  'lane-forked': 'the author anchored two lanes of which neither goes on from the other',
  'root-mismatch':
    'the anchored fields of a lane do not hash to its root: not the chain that was anchored on',
  'lane-truncated': 'the newest anchored instances are withheld',
  'instance-missing': 'an anchored instance inside the lane is not served',
  'instance-order': "a manifest is served in another's place in the lane",
  'manifest-altered': 'a manifest does not hash to the anchored root',
  'manifest-mismatch':
    'a manifest hashes to the anchored root, but says another twin, author, place, version or time than was anchored',
  'author-forged': "an author proof is missing or does not verify under the author's point",
  'part-withheld': 'an entry has no slot or payload',
  'part-altered': "slot or payload do not hash to the entry's digest",
  'part-undecodable': 'what was opened is not a part of the form that the page states',
  'counter-gap': "the counters of a module's entries are not consecutive",
  'capsule-missing':
    'granted, but no capsule for this lane, module and sealing epoch: granted, not yet delivered',
  'capsule-altered': "a capsule does not decode, is malformed, or its issuer's proof fails",
  'capsule-foreign': 'a capsule belongs to another twin or lane, or its issuer may not issue',
  'capsule-not-for-me': "the reader is not in the capsule's set",
  'secret-mismatch':
    "a capsule's secret misses a part's commitment, or recognises nothing of what another capsule's does",
  'version-stale': "an instance's access version is not the one in force at its block",
  'contribution-denied': 'an instance was anchored in a batch while its author had no right to contribute',
} as const;

/** Name of a finding: stable. */
export type FindingCode = keyof typeof FINDINGS;

/** One thing that is wrong with a lane, or with what a server gives of it. */
export interface Finding {
  readonly code: FindingCode;
  /** The instance concerned; absent when it is the lane. */
  readonly seq?: number;
  /** The module concerned, where the reader knows it. */
  readonly module?: string;
  /** The sealing epoch concerned, for capsules and secrets. */
  readonly sealingEpoch?: number;
  /** A few words for an operator; no names, no clinical content, no secret. */
  readonly detail: string;
}
