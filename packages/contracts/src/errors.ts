/**
 * A sentence for every custom error of the contracts, for people: what is wrong, and what to do. `{0}`, `{1}` … stand for the
 * error's values in order. A test compares the names with the ABI.
 */
export const ERROR_SENTENCES = {
  Access_AlreadyOver:
    'The grant would already be over: it ends at {0} and it is {1} now. Choose a later end.',
  Access_EmptyPeriod: 'The grant would end ({1}) before it begins ({0}).',
  Access_HospitalNotAdmitted: 'The hospital {0} is not an active member, so it cannot be given access.',
  Access_NotAContributor:
    'The author {1} has no live permission to contribute to the twin {0}. The patient has to grant it.',
  Access_NotLive: 'The grant {1} of the twin {0} is not live: it never existed or has ended.',
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
  AddressBook_Announced: 'The addresses of generation {0} stand: it is announced, or has been opened.',
  AddressBook_NoCode: 'There is no contract at {0}.',
  AddressBook_OtherBook: 'The contracts were built for the address book {0}, which is another one.',
  AddressBook_OtherHospitals: 'The address book belongs to another directory of hospitals than {0}.',
  AddressBook_UnknownGeneration: 'The address book has no generation {0}.',
  AddressBook_WiredOtherwise: 'The contract at {0} was built with other addresses than the ones given.',
  AuthorCheck_EpochUnknown: 'The author {0} never had the identity epoch {2}; its current one is {1}.',
  AuthorCheck_ForeignPoint:
    'The author point given is not the one computed for the author {0} (expected digest {1}, given {2}).',
  AuthorCheck_NotAdmitted:
    'The author {0} may not write here: it is neither the patient nor an active hospital (status {1}).',
  AuthorCheck_ParametersUnknown: 'No parameters were ever pinned as version {0}.',
  AuthorCheck_PointOutdated:
    'The parameters were changed; the author point of {0} has to be refreshed first.',
  AuthorCheck_ProofInvalid: 'The author proof over {0} does not verify.',
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
  AuthorizedHospitals_GenerationNotDue:
    'No generation of contracts may open yet: announced for {0} (0 means none), it is {1} now.',
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
  Component_NoPredecessor: 'These are the first contracts; there is nothing to take over.',
  Component_OnlyFrom: 'Only the contract {0} may do this; the caller was {1}.',
  Consents_DeadlinePassed: 'The signature was good until {0}; it is {1} now. Sign again.',
  Consents_NotSignedBy: 'This is not a valid signature of {0} over {1}, nor a direct call by it.',
  Contribution_NotTheList: 'The list of sources given (digest {1}) is not the one in force (digest {0}).',
  Contribution_TooManyLists: 'At most {0} lists of sources can be set at once; {1} were given.',
  Contribution_WrongNonce: 'Consents are used in order: {0} is next, {1} was signed. Sign again.',
  DataRequest_AlreadyChallenged: 'The receipt has been challenged before ({0}, status {1}).',
  DataRequest_AlreadyDecided: 'The request {0} has been answered; ask again with another salt.',
  DataRequest_ChallengeNotOpen:
    'The challenge {0} is not open for this (status {1}), or its window has passed.',
  DataRequest_NotInBatch: 'The receipt {0} does not stand at place {1} of that batch.',
  DataRequest_NotThatBatch: 'This is not the batch that was anchored (expected {0}, given {1}).',
  DataRequest_NotTheController: 'The address {1} does not speak for the hospital {0}.',
  DataRequest_ReceiptsOutOfRange: 'A batch has 1 to {0} receipts; this one has {1}.',
  DataRequest_WindowOpen: 'The challenge can still be answered until {0}; it is {1} now.',
  DataRequest_WrongBatchNumber: 'The next batch of receipts of this hospital is number {0}, not {1}.',
  Emergency_AlreadyReviewed: 'The emergency {0} has been reviewed.',
  Emergency_AlreadyUsed: 'This emergency ({0}) has been opened before; opening again needs another salt.',
  Emergency_DurationOutOfRange: 'An emergency ends within 24 hours: {0} is not between now ({1}) and then.',
  Emergency_HospitalNotAdmitted:
    'The hospital {0} is not an active member, so its clinicians cannot break the glass.',
  Emergency_MayNotClose: 'The address {1} may not end the emergency {0}; its hospital or the patient can.',
  Emergency_MayNotReview:
    'The address {1} may not review the emergency {0}; the patient or the custodian can.',
  Emergency_NotAClinician: '{1} is not a clinician whom the hospital {0} lets break the glass (key {2}).',
  Emergency_NotTheController: 'The address {1} does not speak for the hospital {0}.',
  Emergency_NotThePolicy:
    'The basic scopes given (digest {1}) are not the ones the patient chose (digest {0}).',
  Emergency_ReasonMissing: 'An emergency needs a reason.',
  Emergency_ScopesBeyondBasic:
    'One clinician alone may open only the basic scopes; for these {0} a second clinician has to sign.',
  Emergency_SecondNotDistinct: 'The second clinician {0} must be somebody else, with another key.',
  Emergency_Unknown: 'There is no emergency {0}.',
  Emergency_WrongNonce: 'Consents are used in order: {0} is next, {1} was signed. Sign again.',
  Identities_EpochOutOfRange: 'An identity epoch is a number from 1 to 999999999, not {0}.',
  Identities_MalformedId:
    'A hospital id has 1 to 63 lowercase letters, digits and hyphens and does not begin with a hyphen: "{0}" does not fit.',
  InvalidShortString: 'A contract name is malformed.',
  Lists_LengthOutOfRange:
    'The list has {0} entries; it may have at most 64, and none only where that is allowed.',
  Lists_Unsorted: 'A list must be sorted and without repetition; entry {0} is not.',
  OrderedTree_FrontierLength: 'A lane of {0} instances has a frontier of {1} hashes; {2} were given.',
  OrderedTree_FrontierMismatch: 'The frontier given belongs to the head {1}, but the lane stands at {0}.',
  PatientDigitalTwin_AlreadyProved: 'This misbehaviour ({0}) has been proved before.',
  PatientDigitalTwin_ImportFirst:
    'What the author {0} anchored in an earlier generation has to be imported before it goes on here.',
  PatientDigitalTwin_MapSizeOutOfRange: 'A map has 1 to {0} lanes; this one has {1}.',
  PatientDigitalTwin_NoMisbehaviour: 'What was brought does not prove misbehaviour of kind {0}.',
  PatientDigitalTwin_NotAnExtension:
    'The map entry of the lane {0} (length {2}) does not extend what is anchored (length {1}).',
  PatientDigitalTwin_NotInMap: 'The entry of the lane {0} does not stand at place {1} of that map.',
  PatientDigitalTwin_NotThatMap: 'This is not the map that was anchored (expected {0}, given {1}).',
  PatientDigitalTwin_NothingToImport:
    'There is nothing of the author {0} to take over, or it was taken over before.',
  PatientDigitalTwin_WrongSequence: 'The next instance of this lane is number {0}, not {1}.',
  Recovery_CancellationUsed:
    'The one cancellation for the twin {0} is used; a second one is up to the hospitals.',
  Recovery_ControlMissing: 'The new control address is missing.',
  Recovery_DelayOutOfRange: 'The delay must be from 1 to 30 days, in seconds, not {0}.',
  Recovery_GuardiansOutOfRange: 'There must be 1 to 16 guardians, not {0}.',
  Recovery_GuardiansUnsorted: 'Guardians must be sorted by address and distinct; entry {0} is not.',
  Recovery_NoGuardians: 'The twin {0} has no guardians.',
  Recovery_NotAGuardian:
    'The address {1} is not a guardian of the twin {0}, or was named twice or out of order.',
  Recovery_NotDue: 'This takes effect at {0}; it is {1} now.',
  Recovery_NothingPending: 'Nothing of the kind is pending for the twin {0}.',
  Recovery_Pending: 'A recovery of the twin {0} is pending until {1}.',
  Recovery_ThresholdOutOfRange: 'The threshold {0} does not fit {1} guardians.',
  Recovery_TooFewApprovals: 'It takes {0} guardians; {1} approved.',
  Recovery_WrongNonce: 'The number {0} is the current one, {1} was signed. Sign again.',
  Registration_AlreadyLinked: 'The twins {0} and {1} are linked already.',
  Registration_BeyondProxy:
    'The proxy {1} of the twin {0} may not decide about these scopes, or not for so long.',
  Registration_ControlMissing: 'A twin needs a control address of the patient.',
  Registration_CustodianNotAdmitted: 'The custodian {0} is not an active hospital.',
  Registration_LinkUnordered: 'The smaller twin id comes first, and they must differ: {0}, {1}.',
  Registration_NotAProxy: 'The address {1} is not a proxy of the twin {0}.',
  Registration_NotLinked: 'The twins {0} and {1} are not linked.',
  Registration_NotThePatient: 'The address {1} does not speak for the patient of the twin {0}.',
  Registration_PeriodOutOfRange:
    'An appointment must begin ({0}) before it ends ({1}), and end in the future.',
  Registration_PointCurrent: 'The author point of the twin {0} is up to date.',
  Registration_ProxyMissing: 'The address of the proxy is missing.',
  Registration_TooManyGrants: 'At most {0} first policies can be set; {1} were given.',
  Registration_TwinIdMissing: 'The twin id is missing.',
  Registration_TwinIdTaken: 'The twin id {0} is taken. Draw another at random.',
  Registration_UnknownKind: 'There is no kind of twin with number {0}.',
  Registration_UnknownPowers: 'The powers {0} are neither granting, revoking nor both.',
  Registration_UnknownTwin: 'No twin {0} is registered.',
  Registration_WrongNonce: 'Consents are used in order: {0} is next, {1} was signed. Sign again.',
  Storage_AlreadyDeleted: 'The holder {0} has recorded this deletion (entry {1}) before.',
  Storage_AlreadyErased: 'The erasure of entry {2} of the lane ({0}, {1}) was requested before.',
  Storage_HolderNotAdmitted: 'The holder {0} is not an active hospital (status {1}).',
  Storage_NotErased: 'The patient has not asked to erase entry {2} of the lane ({0}, {1}).',
  Storage_NotTheController: 'The address {1} does not speak for the holder {0}.',
  Storage_WrongNonce: 'Receipts and consents are used in order: {0} is next, {1} was signed. Sign again.',
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
