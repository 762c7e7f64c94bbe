// Written by scripts/build.mjs from contracts/*.sol; do not edit.
export const errorsAbi = [
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "expiry",
    "type": "uint64"
   },
   {
    "internalType": "uint256",
    "name": "time",
    "type": "uint256"
   }
  ],
  "name": "Access_AlreadyOver",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "notBefore",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "expiry",
    "type": "uint64"
   }
  ],
  "name": "Access_EmptyPeriod",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "hospital",
    "type": "bytes32"
   }
  ],
  "name": "Access_HospitalNotAdmitted",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   }
  ],
  "name": "Access_NotAContributor",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "grantId",
    "type": "bytes32"
   }
  ],
  "name": "Access_NotLive",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   }
  ],
  "name": "Access_SettlementDue",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "inForce",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "given",
    "type": "uint64"
   }
  ],
  "name": "Access_StaleVersion",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "time",
    "type": "uint64"
   }
  ],
  "name": "Access_TimeOutOfRange",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "limit",
    "type": "uint256"
   }
  ],
  "name": "Access_TooManyGrants",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint8",
    "name": "operations",
    "type": "uint8"
   }
  ],
  "name": "Access_UnknownOperations",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   }
  ],
  "name": "Access_UnknownTwin",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "expected",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "given",
    "type": "uint64"
   }
  ],
  "name": "Access_WrongNonce",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "expected",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "given",
    "type": "bytes32"
   }
  ],
  "name": "Access_WrongTwin",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint32",
    "name": "generation",
    "type": "uint32"
   }
  ],
  "name": "AddressBook_Announced",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "component",
    "type": "address"
   }
  ],
  "name": "AddressBook_NoCode",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "book",
    "type": "address"
   }
  ],
  "name": "AddressBook_OtherBook",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "hospitals",
    "type": "address"
   }
  ],
  "name": "AddressBook_OtherHospitals",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint32",
    "name": "generation",
    "type": "uint32"
   }
  ],
  "name": "AddressBook_UnknownGeneration",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "component",
    "type": "address"
   }
  ],
  "name": "AddressBook_WiredOtherwise",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   },
   {
    "internalType": "uint32",
    "name": "current",
    "type": "uint32"
   },
   {
    "internalType": "uint32",
    "name": "given",
    "type": "uint32"
   }
  ],
  "name": "AuthorCheck_EpochUnknown",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "expected",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "given",
    "type": "bytes32"
   }
  ],
  "name": "AuthorCheck_ForeignPoint",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   },
   {
    "internalType": "enum Status",
    "name": "status",
    "type": "uint8"
   }
  ],
  "name": "AuthorCheck_NotAdmitted",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint16",
    "name": "version",
    "type": "uint16"
   }
  ],
  "name": "AuthorCheck_ParametersUnknown",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   }
  ],
  "name": "AuthorCheck_PointOutdated",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "signedDigest",
    "type": "bytes32"
   }
  ],
  "name": "AuthorCheck_ProofInvalid",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "AuthorParameters_DegenerateIdentity",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "AuthorParameters_DigestMissing",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "action",
    "type": "bytes32"
   }
  ],
  "name": "AuthorizedHospitals_ActionSpent",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   }
  ],
  "name": "AuthorizedHospitals_AlreadyAdmitted",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "controller",
    "type": "address"
   },
   {
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   }
  ],
  "name": "AuthorizedHospitals_ControllerTaken",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "limit",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "given",
    "type": "uint256"
   }
  ],
  "name": "AuthorizedHospitals_EndpointTooLong",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint32",
    "name": "current",
    "type": "uint32"
   },
   {
    "internalType": "uint32",
    "name": "given",
    "type": "uint32"
   }
  ],
  "name": "AuthorizedHospitals_EpochNotLater",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "limit",
    "type": "uint256"
   }
  ],
  "name": "AuthorizedHospitals_Full",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "opensAt",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "time",
    "type": "uint256"
   }
  ],
  "name": "AuthorizedHospitals_GenerationNotDue",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint32",
    "name": "current",
    "type": "uint32"
   },
   {
    "internalType": "uint32",
    "name": "given",
    "type": "uint32"
   }
  ],
  "name": "AuthorizedHospitals_GenerationNotNext",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   }
  ],
  "name": "AuthorizedHospitals_LastHospital",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "AuthorizedHospitals_NoFounders",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "caller",
    "type": "address"
   }
  ],
  "name": "AuthorizedHospitals_NotAController",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "action",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   }
  ],
  "name": "AuthorizedHospitals_NotApproved",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   }
  ],
  "name": "AuthorizedHospitals_PointCurrent",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "action",
    "type": "bytes32"
   },
   {
    "internalType": "uint256",
    "name": "approvals",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "needed",
    "type": "uint256"
   }
  ],
  "name": "AuthorizedHospitals_QuorumMissing",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint8",
    "name": "percent",
    "type": "uint8"
   }
  ],
  "name": "AuthorizedHospitals_QuorumOutOfRange",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   },
   {
    "internalType": "enum Status",
    "name": "status",
    "type": "uint8"
   }
  ],
  "name": "AuthorizedHospitals_WrongStatus",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "AuthorizedHospitals_ZeroController",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "Bls_IdentityPoint",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "precompile",
    "type": "address"
   }
  ],
  "name": "Bls_InvalidPoint",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "precompile",
    "type": "address"
   }
  ],
  "name": "Bls_PrecompileMissing",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "expected",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "given",
    "type": "uint256"
   }
  ],
  "name": "Bls_WrongLength",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint32",
    "name": "generation",
    "type": "uint32"
   },
   {
    "internalType": "uint32",
    "name": "open",
    "type": "uint32"
   }
  ],
  "name": "Component_GenerationClosed",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "Component_NoPredecessor",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "expected",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "caller",
    "type": "address"
   }
  ],
  "name": "Component_OnlyFrom",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "deadline",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "time",
    "type": "uint256"
   }
  ],
  "name": "Consents_DeadlinePassed",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "signer",
    "type": "address"
   },
   {
    "internalType": "bytes32",
    "name": "digest",
    "type": "bytes32"
   }
  ],
  "name": "Consents_NotSignedBy",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "expected",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "given",
    "type": "bytes32"
   }
  ],
  "name": "Contribution_NotTheList",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "limit",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "given",
    "type": "uint256"
   }
  ],
  "name": "Contribution_TooManyLists",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "expected",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "given",
    "type": "uint64"
   }
  ],
  "name": "Contribution_WrongNonce",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "challengeId",
    "type": "bytes32"
   },
   {
    "internalType": "enum ChallengeStatus",
    "name": "status",
    "type": "uint8"
   }
  ],
  "name": "DataRequest_AlreadyChallenged",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "requestId",
    "type": "bytes32"
   }
  ],
  "name": "DataRequest_AlreadyDecided",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "challengeId",
    "type": "bytes32"
   },
   {
    "internalType": "enum ChallengeStatus",
    "name": "status",
    "type": "uint8"
   }
  ],
  "name": "DataRequest_ChallengeNotOpen",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "receiptDigest",
    "type": "bytes32"
   },
   {
    "internalType": "uint32",
    "name": "index",
    "type": "uint32"
   }
  ],
  "name": "DataRequest_NotInBatch",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "expected",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "given",
    "type": "bytes32"
   }
  ],
  "name": "DataRequest_NotThatBatch",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "hospital",
    "type": "bytes32"
   },
   {
    "internalType": "address",
    "name": "signer",
    "type": "address"
   }
  ],
  "name": "DataRequest_NotTheController",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint32",
    "name": "limit",
    "type": "uint32"
   },
   {
    "internalType": "uint32",
    "name": "given",
    "type": "uint32"
   }
  ],
  "name": "DataRequest_ReceiptsOutOfRange",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint40",
    "name": "answerBy",
    "type": "uint40"
   },
   {
    "internalType": "uint256",
    "name": "time",
    "type": "uint256"
   }
  ],
  "name": "DataRequest_WindowOpen",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "expected",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "given",
    "type": "uint64"
   }
  ],
  "name": "DataRequest_WrongBatchNumber",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "grantId",
    "type": "bytes32"
   }
  ],
  "name": "Emergency_AlreadyReviewed",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "digest",
    "type": "bytes32"
   }
  ],
  "name": "Emergency_AlreadyUsed",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "until",
    "type": "uint64"
   },
   {
    "internalType": "uint256",
    "name": "time",
    "type": "uint256"
   }
  ],
  "name": "Emergency_DurationOutOfRange",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "hospital",
    "type": "bytes32"
   }
  ],
  "name": "Emergency_HospitalNotAdmitted",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "grantId",
    "type": "bytes32"
   },
   {
    "internalType": "address",
    "name": "caller",
    "type": "address"
   }
  ],
  "name": "Emergency_MayNotClose",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "grantId",
    "type": "bytes32"
   },
   {
    "internalType": "address",
    "name": "signer",
    "type": "address"
   }
  ],
  "name": "Emergency_MayNotReview",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "hospital",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "staff",
    "type": "bytes32"
   },
   {
    "internalType": "address",
    "name": "key",
    "type": "address"
   }
  ],
  "name": "Emergency_NotAClinician",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "hospital",
    "type": "bytes32"
   },
   {
    "internalType": "address",
    "name": "caller",
    "type": "address"
   }
  ],
  "name": "Emergency_NotTheController",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "expected",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "given",
    "type": "bytes32"
   }
  ],
  "name": "Emergency_NotThePolicy",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "Emergency_ReasonMissing",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "given",
    "type": "uint256"
   }
  ],
  "name": "Emergency_ScopesBeyondBasic",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "staff",
    "type": "bytes32"
   }
  ],
  "name": "Emergency_SecondNotDistinct",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "grantId",
    "type": "bytes32"
   }
  ],
  "name": "Emergency_Unknown",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "expected",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "given",
    "type": "uint64"
   }
  ],
  "name": "Emergency_WrongNonce",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "epoch",
    "type": "uint256"
   }
  ],
  "name": "Identities_EpochOutOfRange",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "string",
    "name": "id",
    "type": "string"
   }
  ],
  "name": "Identities_MalformedId",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "InvalidShortString",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "given",
    "type": "uint256"
   }
  ],
  "name": "Lists_LengthOutOfRange",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "position",
    "type": "uint256"
   }
  ],
  "name": "Lists_Unsorted",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "size",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "expected",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "given",
    "type": "uint256"
   }
  ],
  "name": "OrderedTree_FrontierLength",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "head",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "joined",
    "type": "bytes32"
   }
  ],
  "name": "OrderedTree_FrontierMismatch",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "evidence",
    "type": "bytes32"
   }
  ],
  "name": "PatientDigitalTwin_AlreadyProved",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   }
  ],
  "name": "PatientDigitalTwin_ImportFirst",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "limit",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "given",
    "type": "uint64"
   }
  ],
  "name": "PatientDigitalTwin_MapSizeOutOfRange",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "enum Misbehaviour",
    "name": "kind",
    "type": "uint8"
   }
  ],
  "name": "PatientDigitalTwin_NoMisbehaviour",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "laneId",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "count",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "given",
    "type": "uint64"
   }
  ],
  "name": "PatientDigitalTwin_NotAnExtension",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "laneId",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "index",
    "type": "uint64"
   }
  ],
  "name": "PatientDigitalTwin_NotInMap",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "expected",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "given",
    "type": "bytes32"
   }
  ],
  "name": "PatientDigitalTwin_NotThatMap",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   }
  ],
  "name": "PatientDigitalTwin_NothingToImport",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "expected",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "given",
    "type": "uint64"
   }
  ],
  "name": "PatientDigitalTwin_WrongSequence",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   }
  ],
  "name": "Recovery_CancellationUsed",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "Recovery_ControlMissing",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint32",
    "name": "delay",
    "type": "uint32"
   }
  ],
  "name": "Recovery_DelayOutOfRange",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "given",
    "type": "uint256"
   }
  ],
  "name": "Recovery_GuardiansOutOfRange",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "position",
    "type": "uint256"
   }
  ],
  "name": "Recovery_GuardiansUnsorted",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   }
  ],
  "name": "Recovery_NoGuardians",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   },
   {
    "internalType": "address",
    "name": "signer",
    "type": "address"
   }
  ],
  "name": "Recovery_NotAGuardian",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint40",
    "name": "readyAt",
    "type": "uint40"
   },
   {
    "internalType": "uint256",
    "name": "time",
    "type": "uint256"
   }
  ],
  "name": "Recovery_NotDue",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   }
  ],
  "name": "Recovery_NothingPending",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   },
   {
    "internalType": "uint40",
    "name": "readyAt",
    "type": "uint40"
   }
  ],
  "name": "Recovery_Pending",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint8",
    "name": "threshold",
    "type": "uint8"
   },
   {
    "internalType": "uint256",
    "name": "guardians",
    "type": "uint256"
   }
  ],
  "name": "Recovery_ThresholdOutOfRange",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "needed",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "given",
    "type": "uint256"
   }
  ],
  "name": "Recovery_TooFewApprovals",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "expected",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "given",
    "type": "uint64"
   }
  ],
  "name": "Recovery_WrongNonce",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "first",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "second",
    "type": "bytes32"
   }
  ],
  "name": "Registration_AlreadyLinked",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   },
   {
    "internalType": "address",
    "name": "proxy",
    "type": "address"
   }
  ],
  "name": "Registration_BeyondProxy",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "Registration_ControlMissing",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "custodian",
    "type": "bytes32"
   }
  ],
  "name": "Registration_CustodianNotAdmitted",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "first",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "second",
    "type": "bytes32"
   }
  ],
  "name": "Registration_LinkUnordered",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   },
   {
    "internalType": "address",
    "name": "proxy",
    "type": "address"
   }
  ],
  "name": "Registration_NotAProxy",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "first",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "second",
    "type": "bytes32"
   }
  ],
  "name": "Registration_NotLinked",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   },
   {
    "internalType": "address",
    "name": "signer",
    "type": "address"
   }
  ],
  "name": "Registration_NotThePatient",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "notBefore",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "expiry",
    "type": "uint64"
   }
  ],
  "name": "Registration_PeriodOutOfRange",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   }
  ],
  "name": "Registration_PointCurrent",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "Registration_ProxyMissing",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "limit",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "given",
    "type": "uint256"
   }
  ],
  "name": "Registration_TooManyGrants",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "Registration_TwinIdMissing",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   }
  ],
  "name": "Registration_TwinIdTaken",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint8",
    "name": "kind",
    "type": "uint8"
   }
  ],
  "name": "Registration_UnknownKind",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint8",
    "name": "powers",
    "type": "uint8"
   }
  ],
  "name": "Registration_UnknownPowers",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   }
  ],
  "name": "Registration_UnknownTwin",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "expected",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "given",
    "type": "uint64"
   }
  ],
  "name": "Registration_WrongNonce",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "holder",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "seq",
    "type": "uint64"
   }
  ],
  "name": "Storage_AlreadyDeleted",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "seq",
    "type": "uint64"
   }
  ],
  "name": "Storage_AlreadyErased",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "holder",
    "type": "bytes32"
   },
   {
    "internalType": "enum Status",
    "name": "status",
    "type": "uint8"
   }
  ],
  "name": "Storage_HolderNotAdmitted",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "seq",
    "type": "uint64"
   }
  ],
  "name": "Storage_NotErased",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "holder",
    "type": "bytes32"
   },
   {
    "internalType": "address",
    "name": "signer",
    "type": "address"
   }
  ],
  "name": "Storage_NotTheController",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "expected",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "given",
    "type": "uint64"
   }
  ],
  "name": "Storage_WrongNonce",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "string",
    "name": "str",
    "type": "string"
   }
  ],
  "name": "StringTooLong",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "value",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "length",
    "type": "uint256"
   }
  ],
  "name": "StringsInsufficientHexLength",
  "type": "error"
 }
] as const;
