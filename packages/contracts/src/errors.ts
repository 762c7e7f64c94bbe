/**
 * A sentence for every custom error of the contracts, for people: what is wrong, and what to do. `{0}`, `{1}` … stand for the
 * error's values in order. A test compares the names with the ABI.
 */
export const ERROR_SENTENCES = {
  Access_AlreadyOver:
    'The grant would already be over: it ends at {0} and it is {1} now. Choose a later end.',
  Access_EmptyPeriod: 'The grant would end ({1}) before it begins ({0}).',
  Access_EntriesOutOfRange: 'A grant names 1 to 64 scopes and 1 to 64 purposes; this one has {0}.',
  Access_EntriesUnsorted: 'Scopes and purposes must be sorted and without repetition; entry {0} is not.',
  Access_HospitalNotAdmitted: 'The hospital {0} is not an active member, so it cannot be given access.',
  Access_NotAContributor:
    'The author {1} has no live permission to contribute to the twin {0}. The patient has to grant it.',
  Access_NotLive: 'The grant {1} of the twin {0} is not live: it never existed or has ended.',
  Access_NotThePatient: 'The address {1} does not speak for the patient of the twin {0}.',
  Access_OnlyRegistration: 'Only the registration contract may do this; the caller was {0}.',
  Access_SettlementDue:
    'A grant of the twin {0} ended or began meanwhile. Call settle for it, then seal under the new version.',
  Access_StaleVersion:
    'Access was narrowed since this was sealed (version {1}, in force is {0}). Seal again under the new version.',
  Access_TimeOutOfRange: 'The time {0} is too far away to be kept.',
  Access_TooManyGrants:
    'The twin already has {0} live grants. Revoke one, or settle those that have expired.',
  Access_UnknownOperations: 'The operations {0} are neither read, contribute nor both.',
  Access_UnknownTwin: 'No twin {0} is registered.',
  Access_WrongNonce: 'Consents are used in order: {0} is next, {1} was signed. Sign again.',
  Access_WrongTwin: 'A first policy is for the twin {1}, but the twin {0} is being registered.',
  AddressBook_AlreadyPublished: 'Generation {0} is already in the address book.',
  AddressBook_NoCode: 'There is no contract at {0}.',
  AddressBook_OtherHospitals: 'The address book belongs to another directory of hospitals than {0}.',
  AddressBook_UnknownGeneration: 'The address book has no generation {0}.',
  AddressBook_WiredOtherwise: 'The contract at {0} was built with other addresses than the ones given.',
  AuthorParameters_DegenerateIdentity:
    'No key can exist for this identity under these parameters. Choose another name or epoch.',
  AuthorParameters_DigestMissing: 'The digest of the public parameters is missing.',
  AuthorizedHospitals_ActionSpent:
    'The action {0} has been executed already; a repetition needs another salt.',
  AuthorizedHospitals_AlreadyAdmitted: 'The hospital {0} is a member already.',
  AuthorizedHospitals_ControllerTaken: 'The address {0} already speaks for the hospital {1}.',
  AuthorizedHospitals_EndpointTooLong: 'The endpoint has {1} bytes; at most {0} are kept.',
  AuthorizedHospitals_EpochNotLater: 'The identity epoch must be later than {0}; {1} was given.',
  AuthorizedHospitals_Full: 'The directory holds at most {0} hospitals.',
  AuthorizedHospitals_GenerationNotNext: 'After generation {0} comes the next number, not {1}.',
  AuthorizedHospitals_LastHospital:
    'The hospital {0} is the last active one; without it nobody could decide anything.',
  AuthorizedHospitals_NoFounders: 'A consortium needs at least one founding hospital.',
  AuthorizedHospitals_NotAController: 'The address {0} does not speak for an active hospital.',
  AuthorizedHospitals_NotApproved: 'The hospital {1} has not approved the action {0}.',
  AuthorizedHospitals_PointCurrent: 'The author point of the hospital {0} is up to date.',
  AuthorizedHospitals_QuorumMissing: 'The action {0} has {1} approvals of active hospitals and needs {2}.',
  AuthorizedHospitals_QuorumOutOfRange: 'A quorum is 51 to 100 percent, not {0}.',
  AuthorizedHospitals_WrongStatus:
    'The hospital {0} does not stand where this action starts from (its status is {1}).',
  AuthorizedHospitals_ZeroController: 'A hospital needs a controlling address.',
  Bls_IdentityPoint: 'A curve point is the identity, which would make every check pass.',
  Bls_InvalidPoint: 'A curve point is not valid (encoding, curve or subgroup; precompile {0}).',
  Bls_PrecompileMissing: 'This chain lacks EIP-2537 (nothing at {0}); it needs Pectra or later.',
  Bls_WrongLength: 'A curve point must have {0} bytes; it has {1}.',
  Component_GenerationClosed:
    'These contracts are generation {0}, but generation {1} is open for writing. Look up the addresses again.',
  Component_WiringIncomplete: 'An address that the contract needs is missing.',
  Consents_DeadlinePassed: 'The signature was good until {0}; it is {1} now. Sign again.',
  Consents_NotSignedBy: 'This is not a valid signature of {0} over {1}, nor a direct call by it.',
  DataRequest_AlreadyDecided: 'The request {0} has been answered; ask again with another salt.',
  DataRequest_NotTheController: 'The address {1} does not speak for the hospital {0}.',
  DataRequest_ScopesOutOfRange: 'A request names 1 to 64 scopes; this one has {0}.',
  DataRequest_ScopesUnsorted: 'Scopes must be sorted and without repetition; entry {0} is not.',
  Identities_EpochOutOfRange: 'An identity epoch is a number from 1 to 999999999, not {0}.',
  Identities_MalformedId:
    'A hospital id has 1 to 63 lowercase letters, digits and hyphens and does not begin with a hyphen: "{0}" does not fit.',
  InvalidShortString: 'A contract name is malformed.',
  OrderedTree_FrontierLength: 'A lane of {0} instances has a frontier of {1} hashes; {2} were given.',
  OrderedTree_FrontierMismatch: 'The frontier given belongs to the head {1}, but the lane stands at {0}.',
  PatientDigitalTwin_AuthorNotAdmitted:
    'The author {1} may not write into the twin {0}: it is neither the patient nor an active hospital (status {2}).',
  PatientDigitalTwin_ForeignPoint:
    'The author point given is not the one computed for the author {0} (expected digest {1}, given {2}).',
  PatientDigitalTwin_PointOutdated:
    'The parameters were changed; the author point of {0} has to be refreshed first.',
  PatientDigitalTwin_ProofInvalid: 'The author proof of the instance with leaf {0} does not verify.',
  PatientDigitalTwin_WrongSequence: 'The next instance of this lane is number {0}, not {1}.',
  Registration_ControlMissing: 'A twin needs a control address of the patient.',
  Registration_CustodianNotAdmitted: 'The custodian {0} is not an active hospital.',
  Registration_PointCurrent: 'The author point of the twin {0} is up to date.',
  Registration_TooManyGrants: 'At most {0} first policies can be set; {1} were given.',
  Registration_TwinIdMissing: 'The twin id is missing.',
  Registration_TwinIdTaken: 'The twin id {0} is taken. Draw another at random.',
  Registration_UnknownKind: 'There is no kind of twin with number {0}.',
  Registration_UnknownTwin: 'No twin {0} is registered.',
  StringTooLong: 'A contract name is too long.',
  StringsInsufficientHexLength: 'A number does not fit into its hexadecimal form.',
} as const;

export type ContractErrorName = keyof typeof ERROR_SENTENCES;

/**
 * The sentence for a decoded custom error.
 *
 * @param name as in the ABI (`errorsAbi`)
 * @param values the error's values in order, as any library decodes them
 * @returns the sentence with its values, or undefined for a name that is none of ours
 */
export function errorSentence(name: string, values: readonly unknown[] = []): string | undefined {
  if (!Object.hasOwn(ERROR_SENTENCES, name)) return undefined;
  const sentence: string = ERROR_SENTENCES[name as ContractErrorName];
  return sentence.replace(/\{(\d+)\}/g, (_, position) => String(values[Number(position)]));
}
