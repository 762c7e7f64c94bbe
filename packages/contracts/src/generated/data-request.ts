// Written by scripts/build.mjs from contracts/*.sol; do not edit.
export const dataRequestAbi = [
 {
  "inputs": [
   {
    "components": [
     {
      "internalType": "uint32",
      "name": "generation",
      "type": "uint32"
     },
     {
      "internalType": "address",
      "name": "hospitals",
      "type": "address"
     },
     {
      "internalType": "address",
      "name": "book",
      "type": "address"
     },
     {
      "internalType": "address",
      "name": "registration",
      "type": "address"
     },
     {
      "internalType": "address",
      "name": "recovery",
      "type": "address"
     },
     {
      "internalType": "address",
      "name": "access",
      "type": "address"
     },
     {
      "internalType": "address",
      "name": "emergency",
      "type": "address"
     },
     {
      "internalType": "address",
      "name": "contribution",
      "type": "address"
     },
     {
      "internalType": "address",
      "name": "stores",
      "type": "address"
     },
     {
      "internalType": "address",
      "name": "twins",
      "type": "address"
     },
     {
      "internalType": "address",
      "name": "requests",
      "type": "address"
     }
    ],
    "internalType": "struct Wiring",
    "name": "wiring",
    "type": "tuple"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "constructor"
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
    "internalType": "string",
    "name": "str",
    "type": "string"
   }
  ],
  "name": "StringTooLong",
  "type": "error"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "server",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "receiptDigest",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "number",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "index",
    "type": "uint32"
   }
  ],
  "name": "ChallengeAnswered",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "requestId",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "hospital",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "staff",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "bytes32[]",
    "name": "scopes",
    "type": "bytes32[]"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "purpose",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint8",
    "name": "operation",
    "type": "uint8"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "deadline",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "address",
    "name": "signer",
    "type": "address"
   }
  ],
  "name": "DataRequested",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [],
  "name": "EIP712DomainChanged",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "server",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "receiptDigest",
    "type": "bytes32"
   }
  ],
  "name": "OmissionProved",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "server",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "receiptDigest",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint40",
    "name": "answerBy",
    "type": "uint40"
   }
  ],
  "name": "ReceiptChallenged",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "server",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "uint64",
    "name": "number",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "size",
    "type": "uint32"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "root",
    "type": "bytes32"
   }
  ],
  "name": "ReceiptsAnchored",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "requestId",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "bool",
    "name": "permit",
    "type": "bool"
   },
   {
    "indexed": false,
    "internalType": "uint8",
    "name": "reason",
    "type": "uint8"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "grantId",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "accessVersion",
    "type": "uint64"
   }
  ],
  "name": "RequestDecided",
  "type": "event"
 },
 {
  "inputs": [],
  "name": "CHALLENGE_WINDOW",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "MAX_RECEIPTS",
  "outputs": [
   {
    "internalType": "uint32",
    "name": "",
    "type": "uint32"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "server",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "number",
      "type": "uint64"
     },
     {
      "internalType": "uint32",
      "name": "size",
      "type": "uint32"
     },
     {
      "internalType": "bytes32",
      "name": "root",
      "type": "bytes32"
     }
    ],
    "internalType": "struct ReceiptBatch",
    "name": "batch",
    "type": "tuple"
   },
   {
    "components": [
     {
      "internalType": "bytes",
      "name": "X",
      "type": "bytes"
     },
     {
      "internalType": "bytes",
      "name": "v",
      "type": "bytes"
     },
     {
      "internalType": "bytes",
      "name": "Q",
      "type": "bytes"
     }
    ],
    "internalType": "struct AuthorProof",
    "name": "proof",
    "type": "tuple"
   }
  ],
  "name": "anchorReceipts",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "challengeId",
    "type": "bytes32"
   },
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "server",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "number",
      "type": "uint64"
     },
     {
      "internalType": "uint32",
      "name": "size",
      "type": "uint32"
     },
     {
      "internalType": "bytes32",
      "name": "root",
      "type": "bytes32"
     }
    ],
    "internalType": "struct ReceiptBatch",
    "name": "batch",
    "type": "tuple"
   },
   {
    "internalType": "uint32",
    "name": "index",
    "type": "uint32"
   },
   {
    "internalType": "bytes32[]",
    "name": "proof",
    "type": "bytes32[]"
   }
  ],
  "name": "answer",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "server",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "receiptDigest",
    "type": "bytes32"
   },
   {
    "components": [
     {
      "internalType": "uint32",
      "name": "epoch",
      "type": "uint32"
     },
     {
      "internalType": "uint16",
      "name": "parametersVersion",
      "type": "uint16"
     },
     {
      "internalType": "bytes",
      "name": "X",
      "type": "bytes"
     },
     {
      "internalType": "bytes",
      "name": "v",
      "type": "bytes"
     }
    ],
    "internalType": "struct PastProof",
    "name": "proof",
    "type": "tuple"
   }
  ],
  "name": "challenge",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "challengeId",
    "type": "bytes32"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "server",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "receiptDigest",
    "type": "bytes32"
   }
  ],
  "name": "challengeIdOf",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "challengeId",
    "type": "bytes32"
   }
  ],
  "name": "challengeOf",
  "outputs": [
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "server",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "receiptDigest",
      "type": "bytes32"
     },
     {
      "internalType": "uint40",
      "name": "answerBy",
      "type": "uint40"
     },
     {
      "internalType": "enum ChallengeStatus",
      "name": "status",
      "type": "uint8"
     }
    ],
    "internalType": "struct Challenge",
    "name": "",
    "type": "tuple"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "requestId",
    "type": "bytes32"
   }
  ],
  "name": "decision",
  "outputs": [
   {
    "components": [
     {
      "internalType": "bool",
      "name": "decided",
      "type": "bool"
     },
     {
      "internalType": "bool",
      "name": "permit",
      "type": "bool"
     },
     {
      "internalType": "uint8",
      "name": "reason",
      "type": "uint8"
     },
     {
      "internalType": "uint64",
      "name": "accessVersion",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "blockNumber",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "time",
      "type": "uint64"
     }
    ],
    "internalType": "struct Decision",
    "name": "",
    "type": "tuple"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "eip712Domain",
  "outputs": [
   {
    "internalType": "bytes1",
    "name": "fields",
    "type": "bytes1"
   },
   {
    "internalType": "string",
    "name": "name",
    "type": "string"
   },
   {
    "internalType": "string",
    "name": "version",
    "type": "string"
   },
   {
    "internalType": "uint256",
    "name": "chainId",
    "type": "uint256"
   },
   {
    "internalType": "address",
    "name": "verifyingContract",
    "type": "address"
   },
   {
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   },
   {
    "internalType": "uint256[]",
    "name": "extensions",
    "type": "uint256[]"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "challengeId",
    "type": "bytes32"
   }
  ],
  "name": "proveOmission",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "server",
    "type": "bytes32"
   }
  ],
  "name": "receiptBatchesOf",
  "outputs": [
   {
    "internalType": "uint64",
    "name": "",
    "type": "uint64"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "server",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "number",
      "type": "uint64"
     },
     {
      "internalType": "uint32",
      "name": "size",
      "type": "uint32"
     },
     {
      "internalType": "bytes32",
      "name": "root",
      "type": "bytes32"
     }
    ],
    "internalType": "struct ReceiptBatch",
    "name": "batch",
    "type": "tuple"
   }
  ],
  "name": "receiptsDigest",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "twinId",
      "type": "bytes32"
     },
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
      "internalType": "bytes32[]",
      "name": "scopes",
      "type": "bytes32[]"
     },
     {
      "internalType": "bytes32",
      "name": "purpose",
      "type": "bytes32"
     },
     {
      "internalType": "uint8",
      "name": "operation",
      "type": "uint8"
     },
     {
      "internalType": "uint64",
      "name": "deadline",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "salt",
      "type": "bytes32"
     }
    ],
    "internalType": "struct Request",
    "name": "r",
    "type": "tuple"
   },
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "twinId",
      "type": "bytes32"
     },
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
      "internalType": "bytes32[]",
      "name": "scopes",
      "type": "bytes32[]"
     },
     {
      "internalType": "bytes32[]",
      "name": "purposes",
      "type": "bytes32[]"
     },
     {
      "internalType": "uint8",
      "name": "operations",
      "type": "uint8"
     },
     {
      "internalType": "uint64",
      "name": "notBefore",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "expiry",
      "type": "uint64"
     },
     {
      "internalType": "bool",
      "name": "fullHistory",
      "type": "bool"
     },
     {
      "internalType": "uint64",
      "name": "nonce",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "deadline",
      "type": "uint64"
     }
    ],
    "internalType": "struct Grant",
    "name": "terms",
    "type": "tuple"
   },
   {
    "internalType": "address",
    "name": "signer",
    "type": "address"
   },
   {
    "internalType": "bytes",
    "name": "signature",
    "type": "bytes"
   }
  ],
  "name": "request",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "requestId",
    "type": "bytes32"
   },
   {
    "internalType": "bool",
    "name": "permit",
    "type": "bool"
   },
   {
    "internalType": "uint8",
    "name": "reason",
    "type": "uint8"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "twinId",
      "type": "bytes32"
     },
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
      "internalType": "bytes32[]",
      "name": "scopes",
      "type": "bytes32[]"
     },
     {
      "internalType": "bytes32",
      "name": "purpose",
      "type": "bytes32"
     },
     {
      "internalType": "uint8",
      "name": "operation",
      "type": "uint8"
     },
     {
      "internalType": "uint64",
      "name": "deadline",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "salt",
      "type": "bytes32"
     }
    ],
    "internalType": "struct Request",
    "name": "r",
    "type": "tuple"
   }
  ],
  "name": "requestIdOf",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "wiringDigest",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 }
] as const;

export const dataRequestBytecode = '0x610220806040523461038657610160816133048038038091610021828561039e565b8339810103126103865760405161016081016001600160401b0381118282101761038a57604052815163ffffffff81168103610386578152610065602083016103c1565b6020820190815290610079604084016103c1565b604082019081529161008d606085016103c1565b606083019081526100a0608086016103c1565b608084019081526100b360a087016103c1565b60a08501908152946100c760c088016103c1565b60c08601908152936100db60e089016103c1565b60e08701908152956100f06101008a016103c1565b6101008201908152946101066101208b016103c1565b9961012083019a8b526101400161011c906103c1565b9461014083019586526040519561013460408861039e565b6014875260208701977f5477696e7365616c20446174615265717565737400000000000000000000000089526040519a61016f60408d61039e565b60018c52603160f81b6020808e0191825260408051895163ffffffff169281019283528a516001600160a01b03908116928201929092528b51821660608201529751811660808901529551861660a08801528e51861660c08801529b51851660e087015290518416610100860152905183166101208501528c518316610140850152905190911661016080840191909152825296906102106101808261039e565b5190206080525163ffffffff1660a052516001600160a01b0390811660c05290511660e05261023e816103d5565b6101a05261024b846103d5565b6101c052519020918261016052519020806101805246610120526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526102b660c08261039e565b519020610100523061014052516001600160a01b039081166101e05290511661020052604051612ec390816104418239608051816103c8015260a05181612b84015260c05181818161054901528181610e1c01528181611a3f0152612764015260e0518150506101005181612d3001526101205181612de701526101405181612d0101526101605181612d7f01526101805181612da501526101a0518161187001526101c0518161189901526101e0518181816106950152612a700152610200518181816112f10152611b590152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b0382119082101761038a57604052565b51906001600160a01b038216820361038657565b601f8151116104005760208151910151602082106103f1571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f3560e01c806302ab302e14611edf578063460968b114611ec257806371e7b7f21461196c57806384b0196e146118585780638d854f6d14611837578063a22c732e14611803578063a93b69f914610d5b578063b40f558014610406578063b507bc8e146103eb578063c40123f5146103b1578063c4fc06c4146102b4578063d4768990146101d6578063d62aad29146101b9578063ee9e9c4b1461010a5763f7a79fd0146100be575f80fd5b346101065760203660031901126101065760043567ffffffffffffffff8111610106576101006003198236030112610106576100fe602091600401612441565b604051908152f35b5f80fd5b34610106576020366003190112610106575f606060405161012a816121a2565b82815282602082015282604082015201526004355f526005602052608060405f2060405190610158826121a2565b8054825264ffffffffff600260018301549260208501938452015460ff6040850191838116835260281c169260608501936101928161210a565b84526040519451855251602085015251166040830152516101b28161210a565b6060820152f35b34610106575f3660031901126101065760206040516203f4808152f35b34610106576020366003190112610106575f60a06040516101f6816121be565b82815282602082015282604082015282606082015282608082015201526004355f52600260205260c060405f2067ffffffffffffffff60405191610239836121be565b548160ff8216151593848152816020820160ff8560081c161515815260ff60408401818760101c1681526060850192848860181c1684528460a06080880197828b60581c168952019860981c168852604051998a5251151560208a0152511660408801525116606086015251166080840152511660a0820152f35b3461010657602036600319011261010657600435805f52600560205260405f2090600282019081549060ff8260281c16906102ee8261210a565b6001820361037a57505064ffffffffff81168042111561034b5750650300000000009065ff0000000000191617905560018154910154907f962651948cd51d66eeae23bfc6f5bc7c7c89015234b9b68202ca8847705368675f80a3005b7feb0bd65f000000000000000000000000000000000000000000000000000000005f526004524260245260445ffd5b7f45e9b212000000000000000000000000000000000000000000000000000000005f526004526103a98161210a565b60245260445ffd5b34610106575f3660031901126101065760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346101065760803660031901126101065760206100fe61235c565b346101065760803660031901126101065760043567ffffffffffffffff811161010657806004019061010060031982360301126101065760243567ffffffffffffffff81116101065780600401610160600319833603011261010657604435936001600160a01b038516948581036101065760643567ffffffffffffffff811161010657366023820112156101065780600401359567ffffffffffffffff8711610106573660248884010111610106576104be61272e565b60648101916104cd8386612222565b600181108015610d51575b610d265760015b818110610cb6575050506104f285612441565b97885f52600260205260ff60405f205416610c8a576024830135946040517fd2b4678b0000000000000000000000000000000000000000000000000000000081528660048201526040816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156108cb575f915f91610c3f575b506105848161210a565b15159081610c2b575b50610bfb578982610be957505050508733145b15610bb957918391877f1fc87365c0f795cbeea44cd4c04829fad7b22b0d56c9cbfdc4a6e86856047fa76105de9a889661064998359c8d9588612222565b91909267ffffffffffffffff6105f660a4840161226c565b60ff61060460c4860161218d565b916084610628604051998a9960448a01358b5260c060208c015260c08b019161227a565b960135604088015216606086015216608084015260a08301520390a461287b565b9290913590816108d65750505f935b604051947f44c9e0100000000000000000000000000000000000000000000000000000000086528160048701526040866024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9586156108cb575f9661084e575b507f6b8c9e6aa0a58d39d68e0196a0ffca932c2b7bdeb21b17d5d70091e4b02c003d608086926060986040516106fa816121be565b60018152602081019715159788815260ff604083019a16998a815267ffffffffffffffff8d84019416938481527fffffffffff0000000000000000ffffffffffffffffffffffffffffffffffffff8785019167ffffffffffffffff431683527fffffffffffffffffffffffffff0000000000000000ffffffffffffffffffffff60a087019467ffffffffffffffff421686528c5f52600260205260405f20975115157affffffffffffffff0000000000000000000000000000000000000072ffffffffffffffff00000000000000000000006affffffffffffffff00000062ff000061ff008d549c51151560081b16955160101b16965160181b16975160581b16975160981b169760ff6affffffffffffffff0000001992169062ffffff1916171617161716171717905560405191878352886020840152604083015289820152a360405192835260208301526040820152f35b95506040863d6040116108c3575b81610869604093836121da565b8101031261010657855167ffffffffffffffff8116810361010657608086927f6b8c9e6aa0a58d39d68e0196a0ffca932c2b7bdeb21b17d5d70091e4b02c003d926108b8602060609b016126ee565b5098509250506106c5565b3d915061085c565b6040513d5f823e3d90fd5b60405191610160830183811067ffffffffffffffff821117610ba5576040528252602082019060248101358252604083019060448101358252606481013567ffffffffffffffff811161010657610933906004369184010161230e565b9060608501918252608481013567ffffffffffffffff81116101065761095f906004369184010161230e565b6080860190815261097260a4830161232c565b60a0870190815261098560c4840161233a565b60c0880190815261099860e4850161233a565b9160e089019283526109ad610104860161234f565b936101008a019485526109d86101446109c9610124890161233a565b976101208d019889520161233a565b966101408b0197885267ffffffffffffffff80808060ff60b66040516109ff60e0826121da565b8181527f6e6f6e63652c75696e74363420646561646c696e65290000000000000000000060c060208301927f4772616e742862797465733332207477696e49642c6279746573333220686f7384527f706974616c2c627974657333322073746166662c627974657333325b5d20736360408201527f6f7065732c627974657333325b5d20707572706f7365732c75696e7438206f7060608201527f65726174696f6e732c75696e743634206e6f744265666f72652c75696e74363460808201527f206578706972792c626f6f6c2066756c6c486973746f72792c75696e7436342060a08201520152209f519e519d519551604051610b1381610b05602082018095612b09565b03601f1981018352826121da565b5190209651604051610b2d81610b05602082018095612b09565b51902097511697511697511697511515985116985116986040519a60208c019c8d5260408c015260608b015260808a015260a089015260c088015260e08701526101008601526101208501526101408401526101608301526101808201526101808152610b9c6101a0826121da565b51902093610658565b634e487b7160e01b5f52604160045260245ffd5b86887f3b55884e000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b6024610bf6940191612c66565b6105a0565b8a867f27b3a09b000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b6001600160a01b039150168b14158c61058d565b9150506040813d604011610c82575b81610c5b604093836121da565b81010312610106576020610c6e82612258565b91015190600482101561010657908d61057a565b3d9150610c4e565b887fec2b14e9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b610cc18183856125af565b355f198201828111610d1257610cd89084866125af565b351015610ce7576001016104df565b7fe0565eea000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b7faeec5e56000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50604081116104d8565b346101065760603660031901126101065760243560443560043567ffffffffffffffff82116101065781600401926080600319843603011261010657610d9f61272e565b610da981836121fc565b90815f52600560205260ff600260405f20015460281c16610dc98161210a565b806117d3575060405160208101907fdfb6db9ff14e6169984f5384dbc8df7890d7be21d8b38367c1e27111745bb249825282604082015260408152610e0f6060826121da565b5190206001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016956040517fd406cf700000000000000000000000000000000000000000000000000000000081528560048201525f816024818b5afa9081156108cb575f916116bf575b5063ffffffff610e8e8361214e565b81606084015116918291161161167c575060e001519586518015908115611671575b5061164f575f5b8751811015611011577fff000000000000000000000000000000000000000000000000000000000000006020828a010151167f610000000000000000000000000000000000000000000000000000000000000081101580610fe7575b8015610f92575b159081610f55575b50610f2f57600101610eb7565b604051633d4ad15b60e21b81526020600482015280610f51602482018b6120e6565b0390fd5b821515915081610f68575b50158a610f22565b7f2d000000000000000000000000000000000000000000000000000000000000009150148a610f60565b507f30000000000000000000000000000000000000000000000000000000000000008110158015610f1a57507f3900000000000000000000000000000000000000000000000000000000000000811115610f1a565b507f7a00000000000000000000000000000000000000000000000000000000000000811115610f13565b5087876040516110666029826020808201957f686f73706974616c3a000000000000000000000000000000000000000000000087528051918291018484015e81015f838201520301601f1981018352826121da565b63ffffffff6110748661214e565b169081158015611642575b611616578192825f937a184f03e93ff9f4daa797ed6e38ed64bf6a1f0100000000000000008110156115eb575b50806d04ee2d6d415b85acef8100000000600a9210156115d0575b662386f26fc100008110156115bc575b6305f5e1008110156115ab575b61271081101561159c575b606481101561158e575b1015611584575b6001830193600a602161112b611115886127da565b97611123604051998a6121da565b8089526127da565b602088019690601f19013688378701015b5f1901917f30313233343536373839616263646566000000000000000000000000000000008282061a83530490811561117757600a9061113c565b505060246111ea936004937fffffffff0000000000000000000000000000000000000000000000000000000096878251958251936040519a8b9860e01b1660208901525180918789015e86019260e01b1684830152518092602883015e01015f838201520301601f1981018352826121da565b6024830191602061ffff60246111ff86612c57565b60405194859384927f89fba00d0000000000000000000000000000000000000000000000000000000084521660048301525afa80156108cb575f90611544575b6001600160a01b0391501691821561150c57505f61129291604051809381927f885eecd30000000000000000000000000000000000000000000000000000000083526020600484015260248301906120e6565b0381855afa80156108cb5785915f91611499575b5083929161135060649261133e6112d361132c996112c9604460209b01826126fb565b97909901906126fb565b6040519a8b998a98899863c7e23aaf60e01b8a526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001660048b015260248a015260a060448a015260a4890191612be0565b86810360031901606488015291612be0565b838103600319016084850152906120e6565b03915afa9081156108cb575f9161145f575b501561143457506203f480420192834211610d12577fe4caf5044364d6b6c480dfdcc2f93ac67fce272f346eb6285a4674f62e14ad04602064ffffffffff8196166040516113af816121a2565b84815282810186815264ffffffffff600260408401938585526060810193600185528b5f526005885260405f20915182555160018201550192511664ffffffffff19835416178255516114018161210a565b61140a8161210a565b65ff000000000082549160281b169065ff00000000001916179055604051908152a3604051908152f35b7fc8ee5649000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b90506020813d602011611491575b8161147a602093836121da565b810103126101065761148b906126ee565b85611362565b3d915061146d565b93929150503d805f853e6114ad81856121da565b8301926040818503126101065760208101519067ffffffffffffffff821161010657019383601f86011215610106578561135060649261133e6112d36114fd6020998b8b61132c9d5191016127f6565b955050509650509192936112a6565b61151861ffff91612c57565b7fec5d8188000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b506020813d60201161157c575b8161155e602093836121da565b81010312610106576115776001600160a01b0391612258565b61123f565b3d9150611551565b9160010191611100565b6064600291049401936110f9565b612710600491049401936110ef565b6305f5e100600891049401936110e4565b662386f26fc10000601091049401936110d7565b6d04ee2d6d415b85acef8100000000602091049401936110c7565b604094507a184f03e93ff9f4daa797ed6e38ed64bf6a1f01000000000000000090049050600a6110ac565b507fce8536c7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50633b9ac9ff821161107f565b604051633d4ad15b60e21b81526020600482015280610f51602482018a6120e6565b603f91501189610eb0565b8663ffffffff9161168c8561214e565b917fe8c31d5d000000000000000000000000000000000000000000000000000000005f526004526024521660445260645ffd5b90503d805f833e6116d081836121da565b8101906020818303126101065780519067ffffffffffffffff82116101065701610120818303126101065760405191610120830183811067ffffffffffffffff821117610ba557604052815183526020820151602084015261173460408301612258565b6040840152611745606083016126dd565b60608401526080820151600481101561010657608084015261176960a083016126cf565b60a084015260c082015161ffff811681036101065760c084015260e082015167ffffffffffffffff811161010657816117a391840161282c565b60e084015261010082015167ffffffffffffffff8111610106576117c7920161282c565b61010082015288610e7f565b827f90331022000000000000000000000000000000000000000000000000000000005f526004526103a98161210a565b34610106576020366003190112610106576004355f526003602052602067ffffffffffffffff60405f205416604051908152f35b346101065760403660031901126101065760206100fe6024356004356121fc565b34610106575f366003190112610106576119106118947f0000000000000000000000000000000000000000000000000000000000000000612c00565b6118bd7f0000000000000000000000000000000000000000000000000000000000000000612c00565b602061191e604051926118d083856121da565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e08701906120e6565b9085820360408701526120e6565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b82811061195557505050500390f35b835185528695509381019392810192600101611946565b3461010657366003190160a08112610106576080136101065760843567ffffffffffffffff8111610106578060040190606060031982360301126101065763ffffffff6119b761213b565b16158015611ea9575b611e695760043590815f52600360205267ffffffffffffffff60405f205416928367ffffffffffffffff6119f2612176565b1603611e2757611a0061235c565b91604051907fb07c4b03000000000000000000000000000000000000000000000000000000008252846004830152610100826024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9182156108cb575f92611d56575b50611a8363ffffffff60e084015116612b7c565b60018251611a908161210a565b611a998161210a565b03611d1b57604491611ac991611aaf85806126fb565b939095611abf60248401826126fb565b96909301906126fb565b919092608081015115611cf057611adf836127da565b611aec60405191826121da565b8381526020810190368587011161010657848683375f602086830101525190206060820151808203611cbe57505060209593611b94979593611ba68a946001600160a01b0360a0611bb896015116976040519b8c9a8b998a9963c7e23aaf60e01b8b526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001660048c015260248b015260a060448b015260a48a0191612be0565b87810360031901606489015291612be0565b84810360031901608486015291612be0565b03915afa9081156108cb575f91611c84575b501561143457506001820167ffffffffffffffff8111610d1257815f52600360205267ffffffffffffffff60405f20911667ffffffffffffffff198254161790557f4ffe24f54cce79aefa160164d106700043db1b358c55293e0c153f0fae093e50611c3461213b565b611c416064358092612588565b835f52600460205260405f2067ffffffffffffffff86165f5260205260405f2055611c6a61213b565b6040805163ffffffff9290921682526020820192909252a3005b90506020813d602011611cb6575b81611c9f602093836121da565b8101031261010657611cb0906126ee565b84611bca565b3d9150611c92565b8a7f97a45707000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b887e28559f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b815185611d278261210a565b7f122fb32e000000000000000000000000000000000000000000000000000000005f526004526103a98161210a565b909150610100813d8211611e1f575b81611d7361010093836121da565b810103126101065760405190610100820182811067ffffffffffffffff821117610ba5576040528051600481101561010657611e139160e0918452611dba602082016126cf565b6020850152611dcb604082016126dd565b604085015260608101516060850152611de6608082016126ee565b6080850152611df760a08201612258565b60a0850152611e0860c082016126dd565b60c0850152016126dd565b60e08201529086611a6f565b3d9150611d65565b67ffffffffffffffff84611e39612176565b907fc1b614e8000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b63ffffffff611e7661213b565b7f0b7a02ba000000000000000000000000000000000000000000000000000000005f52620100006004521660245260445ffd5b506201000063ffffffff611ebb61213b565b16116119c0565b34610106575f366003190112610106576020604051620100008152f35b346101065760e03660031901126101065760043560803660231901126101065760a4359063ffffffff82168092036101065760c4359167ffffffffffffffff8311610106573660238401121561010657826004013567ffffffffffffffff8111610106573660248260051b8601011161010657825f52600560205260405f2092600284019182549160ff8360281c1690611f788261210a565b600182148015906120d6575b61037a575050611f92612128565b611f9f6084358092612588565b95805496875f52600460205260405f2067ffffffffffffffff611fc061215f565b165f5260205260405f20548082036120a857505090600161201b939201549786602460405160208101905f82528c6021820152602181526120026041826121da565b51902092019263ffffffff612015612128565b166125d3565b156120785765ff00000000001916650200000000001790557f68c08444f96dfcdd8ba0f63ab8240167b0a30e4dfd7e3ede87b29c07ef0134119060409061206061215f565b9067ffffffffffffffff8351921682526020820152a3005b82857f2a8cec94000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f4013f9d3000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5064ffffffffff84164211611f84565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b6004111561211457565b634e487b7160e01b5f52602160045260245ffd5b60643563ffffffff811681036101065790565b60443563ffffffff811681036101065790565b3563ffffffff811681036101065790565b60443567ffffffffffffffff811681036101065790565b60243567ffffffffffffffff811681036101065790565b3567ffffffffffffffff811681036101065790565b6080810190811067ffffffffffffffff821117610ba557604052565b60c0810190811067ffffffffffffffff821117610ba557604052565b90601f8019910116810190811067ffffffffffffffff821117610ba557604052565b90604051906020820192835260408201526040815261221c6060826121da565b51902090565b903590601e1981360301821215610106570180359067ffffffffffffffff821161010657602001918160051b3603831361010657565b51906001600160a01b038216820361010657565b3560ff811681036101065790565b90918281527f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff83116101065760209260051b809284830137010190565b9291909267ffffffffffffffff8411610ba5578360051b9060208083016122e160405191826121da565b809681520191810192831161010657905b8282106122fe57505050565b81358152602091820191016122f2565b9080601f8301121561010657816020612329933591016122b7565b90565b359060ff8216820361010657565b359067ffffffffffffffff8216820361010657565b3590811515820361010657565b60243567ffffffffffffffff811681036101065760443563ffffffff81168103610106577fffffffff00000000000000000000000000000000000000000000000000000000604051917fffffffffffffffff00000000000000000000000000000000000000000000000060208401945f8652600435602186015260c01b16604184015260e01b166049820152606435604d820152604d81526123ff606d826121da565b51902060405160208101917fab3011084c1ecac76f00625abe46d8e11632a0960d160f167f4084e1852f688d835260408201526040815261221c6060826121da565b61244e6060820182612222565b60409291925160208101917f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8111610106576020826042966124a29360051b8091873781010301601f1981018352826121da565b5190209060e06124b460a0830161226c565b9167ffffffffffffffff6124ca60c0830161218d565b60ff6040519560208701977f2ebe5c665fbffcfc2d36dc0b61c6a88896271aaf9c53987de7dd5ef4de24dbec895285356040890152602086013560608901526040860135608089015260a0880152608085013560c088015216848601521661010084015201356101208201526101208152612547610140826121da565b519020612552612cf7565b90604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b6040805163ffffffff909216602083019081529082019290925261221c8160608101610b05565b91908110156125bf5760051b0190565b634e487b7160e01b5f52603260045260245ffd5b91939093828110156126c557915f198101908111610d125792945f92915b81841061260e575050505015918261260857505090565b14919050565b909296939586959295156126b95760018087161480156126b0575b1561268a57612647906126418986859a99979a6125af565b35612b36565b925b600181161580612681575b156126665760011c9460011c94612649565b6001909794979691929593965b811c93811c940192916125f1565b50801515612654565b6126aa6001916126a38a8786979a9b98969c999c6125af565b3590612b36565b96612673565b50868614612629565b50505050925050505f90565b5050505050505f90565b519060ff8216820361010657565b519063ffffffff8216820361010657565b5190811515820361010657565b903590601e1981360301821215610106570180359067ffffffffffffffff82116101065760200191813603831361010657565b6040517f172195220000000000000000000000000000000000000000000000000000000081526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156108cb575f9061279f575b61279d9150612b7c565b565b506020813d6020116127d2575b816127b9602093836121da565b81010312610106576127cd61279d916126dd565b612793565b3d91506127ac565b67ffffffffffffffff8111610ba557601f01601f191660200190565b929192612802826127da565b9161281060405193846121da565b829481845281830111610106578281602093845f96015e010152565b9080601f83011215610106578151612329926020016127f6565b9035601e198236030181121561010657016020813591019167ffffffffffffffff8211610106578160051b3603831361010657565b919067ffffffffffffffff61289260c0850161218d565b164211612b00576128a66060840184612222565b936128b360a0820161226c565b604051916128c0836121be565b803583526128e6602084019460208301358652604085019860408401358a5236916122b7565b606084019081526080808501920135825260ff60a08501931683526040519788957f5f13d32000000000000000000000000000000000000000000000000000000000875260406004880152610104870195516044880152516064870152516084860152519260c060a48601528351809152602061012486019401905f5b818110612ae7575050905160c4850152505160ff1660e483015281810360031901602483015282358152602080840135908201526040838101358183015292829161014067ffffffffffffffff612a60826129f56129da6129c76060890189612846565b61016060608a015261016089019161227a565b6129e76080890189612846565b9088830360808a015261227a565b9560ff612a0460a0830161232c565b1660a087015283612a1760c0830161233a565b1660c087015283612a2a60e0830161233a565b1660e0870152612a3d610100820161234f565b151561010087015283612a53610120830161233a565b166101208701520161233a565b1691015203816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9182156108cb575f905f93612aa657509190565b9250506040823d604011612adf575b81612ac2604093836121da565b81010312610106576123296020612ad8846126ee565b93016126cf565b3d9150612ab5565b8251865289965060209586019590920191600101612963565b505f9150600a90565b80516020909101905f5b818110612b205750505090565b8251845260209384019390920191600101612b13565b906040519060208201927f01000000000000000000000000000000000000000000000000000000000000008452602183015260418201526041815261221c6061826121da565b63ffffffff807f000000000000000000000000000000000000000000000000000000000000000016911690808203612bb2575050565b7f63181e02000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b908060209392818452848401375f828201840152601f01601f1916010190565b60ff811690601f8211612c2f5760405191612c1c6040846121da565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b3561ffff811681036101065790565b929190833b612ca35790612c7a9291612e0d565b50612c848161210a565b159182612c9057505090565b6001600160a01b03919250811691161490565b6064835f946020969460405194630b135d3f60e11b8652600486015260406024860152816044860152838501378281018201859052601f01601f191601915afa630b135d3f60e11b5f5114601f3d11161690565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016301480612de4575b15612d52577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a0815261221c60c0826121da565b507f00000000000000000000000000000000000000000000000000000000000000004614612d29565b9060418303612e3757612e309250602081013591604082359201355f1a90612e41565b9192909190565b50505f9160029190565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411612eb8579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa156108cb575f516001600160a01b03811615612eae57905f905f90565b505f906001905f90565b5050505f916003919056' as const;
