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
   },
   {
    "internalType": "bytes32",
    "name": "grantId",
    "type": "bytes32"
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

export const dataRequestBytecode = '0x610220806040523461037f57610160816132a480380380916100218285610397565b83398101031261037f5760405161016081016001600160401b0381118282101761038357604052815163ffffffff8116810361037f578152610065602083016103ba565b6020820190815290610079604084016103ba565b604082019081529161008d606085016103ba565b606083019081526100a0608086016103ba565b608084019081526100b360a087016103ba565b60a08501908152946100c760c088016103ba565b60c08601908152936100db60e089016103ba565b60e08701908152956100f06101008a016103ba565b6101008201908152946101066101208b016103ba565b9961012083019a8b526101400161011c906103ba565b94610140830195865260405195610134604088610397565b6014875260208701977f5477696e7365616c20446174615265717565737400000000000000000000000089526040519a61016f60408d610397565b60018c52603160f81b6020808e0191825260408051895163ffffffff169281019283528a516001600160a01b03908116928201929092528b51821660608201529751811660808901529551861660a08801528e51861660c08801529b51851660e087015290518416610100860152905183166101208501528c5183166101408501529051909116610160808401919091528252969061021061018082610397565b5190206080525163ffffffff1660a052516001600160a01b0390811660c05290511660e05261023e816103ce565b6101a05261024b846103ce565b6101c052519020918261016052519020806101805246610120526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526102b660c082610397565b519020610100523061014052516001600160a01b039081166101e05290511661020052604051612e6a908161043a823960805181610380015260a051816104e9015260c05181818161048201528181610eac0152611ac5015260e0518150506101005181612be001526101205181612c9701526101405181612bb101526101605181612c2f01526101805181612c5501526101a0518161190001526101c0518161192901526101e0518181816106c50152612ac80152610200518181816113810152611bd20152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b0382119082101761038357604052565b51906001600160a01b038216820361037f57565b601f8151116103f95760208151910151602082106103ea571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f3560e01c806302ab302e14611f8f578063460968b114611f725780634b4b5dfa14611f2e57806371e7b7f2146119fc57806384b0196e146118e85780638d854f6d146118c7578063a22c732e14611893578063a93b69f914610df3578063b40f5580146103c6578063b507bc8e146103a3578063c40123f514610369578063c4fc06c41461026c578063d47689901461018e578063d62aad29146101715763ee9e9c4b146100be575f80fd5b3461016d57602036600319011261016d575f60606040516100de81612252565b82815282602082015282604082015201526004355f526005602052608060405f206040519061010c82612252565b8054825264ffffffffff600260018301549260208501938452015460ff6040850191838116835260281c16926060850193610146816121ba565b8452604051945185525160208501525116604083015251610166816121ba565b6060820152f35b5f80fd5b3461016d575f36600319011261016d5760206040516203f4808152f35b3461016d57602036600319011261016d575f60a06040516101ae8161226e565b82815282602082015282604082015282606082015282608082015201526004355f52600260205260c060405f2067ffffffffffffffff604051916101f18361226e565b548160ff8216151593848152816020820160ff8560081c161515815260ff60408401818760101c1681526060850192848860181c1684528460a06080880197828b60581c168952019860981c168852604051998a5251151560208a0152511660408801525116606086015251166080840152511660a0820152f35b3461016d57602036600319011261016d57600435805f52600560205260405f2090600282019081549060ff8260281c16906102a6826121ba565b6001820361033257505064ffffffffff8116804211156103035750650300000000009065ff0000000000191617905560018154910154907f962651948cd51d66eeae23bfc6f5bc7c7c89015234b9b68202ca8847705368675f80a3005b7feb0bd65f000000000000000000000000000000000000000000000000000000005f526004524260245260445ffd5b7f45e9b212000000000000000000000000000000000000000000000000000000005f52600452610361816121ba565b60245260445ffd5b3461016d575f36600319011261016d5760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b3461016d57608036600319011261016d5760206103be6125b9565b604051908152f35b3461016d57608036600319011261016d5760043567ffffffffffffffff811161016d5780600401610100600319833603011261016d576024359067ffffffffffffffff821161016d578160040190610160600319843603011261016d57604435926001600160a01b0384169081850361016d576064359167ffffffffffffffff831161016d573660238401121561016d5782600401359667ffffffffffffffff881161016d57366024898601011161016d576001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016936040517f17219522000000000000000000000000000000000000000000000000000000008152602081600481895afa9081156108fb575f91610db9575b5063ffffffff807f000000000000000000000000000000000000000000000000000000000000000016911690808203610d8b575050606482019361052485886122ac565b600181108015610d81575b610d565760015b818110610ce65750505087359081155f14610a035750505f985b61055a8a886122f0565b98895f52600260205260ff60405f2054166109d7576024604081860135988151928380927fd2b4678b0000000000000000000000000000000000000000000000000000000082528c60048301525afa80156108fb575f915f9161098c575b506105c2816121ba565b15159081610978575b5061094857898261093657505050508133145b156109065791867f1fc87365c0f795cbeea44cd4c04829fad7b22b0d56c9cbfdc4a6e86856047fa761061c97959387956106879835998a95886122ac565b91909267ffffffffffffffff61063460a484016122e2565b60ff61064260c4860161223d565b916084610666604051998a9960448a01358b5260c060208c015260c08b019161257c565b960135604088015216606086015216608084015260a08301520390a46128d3565b91604051947f44c9e0100000000000000000000000000000000000000000000000000000000086528160048701526040866024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9586156108fb575f9661087e575b507f6b8c9e6aa0a58d39d68e0196a0ffca932c2b7bdeb21b17d5d70091e4b02c003d6080869260609860405161072a8161226e565b60018152602081019715159788815260ff604083019a16998a815267ffffffffffffffff8d84019416938481527fffffffffff0000000000000000ffffffffffffffffffffffffffffffffffffff8785019167ffffffffffffffff431683527fffffffffffffffffffffffffff0000000000000000ffffffffffffffffffffff60a087019467ffffffffffffffff421686528c5f52600260205260405f20975115157affffffffffffffff0000000000000000000000000000000000000072ffffffffffffffff00000000000000000000006affffffffffffffff00000062ff000061ff008d549c51151560081b16955160101b16965160181b16975160581b16975160981b169760ff6affffffffffffffff0000001992169062ffffff1916171617161716171717905560405191878352886020840152604083015289820152a360405192835260208301526040820152f35b95506040863d6040116108f3575b816108996040938361228a565b8101031261016d57855167ffffffffffffffff8116810361016d57608086927f6b8c9e6aa0a58d39d68e0196a0ffca932c2b7bdeb21b17d5d70091e4b02c003d926108e8602060609b0161245d565b5098509250506106f5565b3d915061088c565b6040513d5f823e3d90fd5b86827f3b55884e000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b6024610943940191612d23565b6105de565b84877f27b3a09b000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b6001600160a01b039150168514158c6105cb565b9150506040813d6040116109cf575b816109a86040938361228a565b8101031261016d5760206109bb8261246a565b91015190600482101561016d57908d6105b8565b3d915061099b565b897fec2b14e9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b60405191610160830183811067ffffffffffffffff821117610cd2576040528252602082019060248101358252604083019060448101358252606481013567ffffffffffffffff811161016d57610a60906004369184010161252e565b9060608501918252608481013567ffffffffffffffff811161016d57610a8c906004369184010161252e565b60808601908152610a9f60a4830161254c565b60a08701908152610ab260c4840161255a565b60c08801908152610ac560e4850161255a565b9160e08901928352610ada610104860161256f565b936101008a01948552610b05610144610af6610124890161255a565b976101208d019889520161255a565b966101408b0197885267ffffffffffffffff80808060ff60b6604051610b2c60e08261228a565b8181527f6e6f6e63652c75696e74363420646561646c696e65290000000000000000000060c060208301927f4772616e742862797465733332207477696e49642c6279746573333220686f7384527f706974616c2c627974657333322073746166662c627974657333325b5d20736360408201527f6f7065732c627974657333325b5d20707572706f7365732c75696e7438206f7060608201527f65726174696f6e732c75696e743634206e6f744265666f72652c75696e74363460808201527f206578706972792c626f6f6c2066756c6c486973746f72792c75696e7436342060a08201520152209f519e519d519551604051610c4081610c32602082018095612871565b03601f19810183528261228a565b5190209651604051610c5a81610c32602082018095612871565b51902097511697511697511697511515985116985116986040519a60208c019c8d5260408c015260608b015260808a015260a089015260c088015260e08701526101008601526101208501526101408401526101608301526101808201526101808152610cc96101a08261228a565b51902098610550565b634e487b7160e01b5f52604160045260245ffd5b610cf18183856126c5565b355f198201828111610d4257610d089084866126c5565b351015610d1757600101610536565b7fe0565eea000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b7faeec5e56000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b506040811161052f565b7f63181e02000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b90506020813d602011610deb575b81610dd46020938361228a565b8101031261016d57610de59061244c565b8a6104e0565b3d9150610dc7565b3461016d57606036600319011261016d5760243560443560043567ffffffffffffffff821161016d5781600401926080600319843603011261016d57610e3981836124b1565b90815f52600560205260ff600260405f20015460281c16610e59816121ba565b80611863575060405160208101907fdfb6db9ff14e6169984f5384dbc8df7890d7be21d8b38367c1e27111745bb249825282604082015260408152610e9f60608261228a565b5190206001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016956040517fd406cf700000000000000000000000000000000000000000000000000000000081528560048201525f816024818b5afa9081156108fb575f9161174f575b5063ffffffff610f1e836121fe565b81606084015116918291161161170c575060e001519586518015908115611701575b506116df575f5b87518110156110a1577fff000000000000000000000000000000000000000000000000000000000000006020828a010151167f610000000000000000000000000000000000000000000000000000000000000081101580611077575b8015611022575b159081610fe5575b50610fbf57600101610f47565b604051633d4ad15b60e21b81526020600482015280610fe1602482018b612196565b0390fd5b821515915081610ff8575b50158a610fb2565b7f2d000000000000000000000000000000000000000000000000000000000000009150148a610ff0565b507f30000000000000000000000000000000000000000000000000000000000000008110158015610faa57507f3900000000000000000000000000000000000000000000000000000000000000811115610faa565b507f7a00000000000000000000000000000000000000000000000000000000000000811115610fa3565b5087876040516110f66029826020808201957f686f73706974616c3a000000000000000000000000000000000000000000000087528051918291018484015e81015f838201520301601f19810183528261228a565b63ffffffff611104866121fe565b1690811580156116d2575b6116a6578192825f937a184f03e93ff9f4daa797ed6e38ed64bf6a1f01000000000000000081101561167b575b50806d04ee2d6d415b85acef8100000000600a921015611660575b662386f26fc1000081101561164c575b6305f5e10081101561163b575b61271081101561162c575b606481101561161e575b1015611614575b6001830193600a60216111bb6111a5886127e5565b976111b3604051998a61228a565b8089526127e5565b602088019690601f19013688378701015b5f1901917f30313233343536373839616263646566000000000000000000000000000000008282061a83530490811561120757600a906111cc565b5050602461127a936004937fffffffff0000000000000000000000000000000000000000000000000000000096878251958251936040519a8b9860e01b1660208901525180918789015e86019260e01b1684830152518092602883015e01015f838201520301601f19810183528261228a565b6024830191602061ffff602461128f86612d14565b60405194859384927f89fba00d0000000000000000000000000000000000000000000000000000000084521660048301525afa80156108fb575f906115d4575b6001600160a01b0391501691821561159c57505f61132291604051809381927f885eecd3000000000000000000000000000000000000000000000000000000008352602060048401526024830190612196565b0381855afa80156108fb5785915f91611529575b508392916113e06064926113ce6113636113bc99611359604460209b018261247e565b979099019061247e565b6040519a8b998a98899863c7e23aaf60e01b8a526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001660048b015260248a015260a060448a015260a4890191612801565b86810360031901606488015291612801565b83810360031901608485015290612196565b03915afa9081156108fb575f916114ef575b50156114c457506203f480420192834211610d42577fe4caf5044364d6b6c480dfdcc2f93ac67fce272f346eb6285a4674f62e14ad04602064ffffffffff81961660405161143f81612252565b84815282810186815264ffffffffff600260408401938585526060810193600185528b5f526005885260405f20915182555160018201550192511664ffffffffff1983541617825551611491816121ba565b61149a816121ba565b65ff000000000082549160281b169065ff00000000001916179055604051908152a3604051908152f35b7fc8ee5649000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b90506020813d602011611521575b8161150a6020938361228a565b8101031261016d5761151b9061245d565b856113f2565b3d91506114fd565b93929150503d805f853e61153d818561228a565b83019260408185031261016d5760208101519067ffffffffffffffff821161016d57019383601f8601121561016d57856113e06064926113ce61136361158d6020998b8b6113bc9d519101612821565b95505050965050919293611336565b6115a861ffff91612d14565b7fec5d8188000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b506020813d60201161160c575b816115ee6020938361228a565b8101031261016d576116076001600160a01b039161246a565b6112cf565b3d91506115e1565b9160010191611190565b606460029104940193611189565b6127106004910494019361117f565b6305f5e10060089104940193611174565b662386f26fc1000060109104940193611167565b6d04ee2d6d415b85acef810000000060209104940193611157565b604094507a184f03e93ff9f4daa797ed6e38ed64bf6a1f01000000000000000090049050600a61113c565b507fce8536c7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50633b9ac9ff821161110f565b604051633d4ad15b60e21b81526020600482015280610fe1602482018a612196565b603f91501189610f40565b8663ffffffff9161171c856121fe565b917fe8c31d5d000000000000000000000000000000000000000000000000000000005f526004526024521660445260645ffd5b90503d805f833e611760818361228a565b81019060208183031261016d5780519067ffffffffffffffff821161016d57016101208183031261016d5760405191610120830183811067ffffffffffffffff821117610cd25760405281518352602082015160208401526117c46040830161246a565b60408401526117d56060830161244c565b60608401526080820151600481101561016d5760808401526117f960a0830161243e565b60a084015260c082015161ffff8116810361016d5760c084015260e082015167ffffffffffffffff811161016d5781611833918401612857565b60e084015261010082015167ffffffffffffffff811161016d576118579201612857565b61010082015288610f0f565b827f90331022000000000000000000000000000000000000000000000000000000005f52600452610361816121ba565b3461016d57602036600319011261016d576004355f526003602052602067ffffffffffffffff60405f205416604051908152f35b3461016d57604036600319011261016d5760206103be6024356004356124b1565b3461016d575f36600319011261016d576119a06119247f0000000000000000000000000000000000000000000000000000000000000000612cbd565b61194d7f0000000000000000000000000000000000000000000000000000000000000000612cbd565b60206119ae60405192611960838561228a565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e0870190612196565b908582036040870152612196565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b8281106119e557505050500390f35b8351855286955093810193928101926001016119d6565b3461016d57366003190160a0811261016d5760801361016d5760843567ffffffffffffffff811161016d5780600401906060600319823603011261016d5763ffffffff611a476121eb565b16158015611f15575b611ed55760043590815f52600360205267ffffffffffffffff60405f205416928367ffffffffffffffff611a82612226565b1603611e93576040517fb07c4b03000000000000000000000000000000000000000000000000000000008152836004820152610100816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9081156108fb575f91611dc4575b508051611b01816121ba565b611b0a816121ba565b15611d9457611b42604491611b1d6125b9565b94611b28858061247e565b939095611b38602484018261247e565b969093019061247e565b919092608081015115611d6957611b58836127e5565b611b65604051918261228a565b8381526020810190368587011161016d57848683375f602086830101525190206060820151808203611d3757505060209593611c0d979593611c1f8a946001600160a01b0360a0611c3196015116976040519b8c9a8b998a9963c7e23aaf60e01b8b526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001660048c015260248b015260a060448b015260a48a0191612801565b87810360031901606489015291612801565b84810360031901608486015291612801565b03915afa9081156108fb575f91611cfd575b50156114c457506001820167ffffffffffffffff8111610d4257815f52600360205267ffffffffffffffff60405f20911667ffffffffffffffff198254161790557f4ffe24f54cce79aefa160164d106700043db1b358c55293e0c153f0fae093e50611cad6121eb565b611cba606435809261269e565b835f52600460205260405f2067ffffffffffffffff86165f5260205260405f2055611ce36121eb565b6040805163ffffffff9290921682526020820192909252a3005b90506020813d602011611d2f575b81611d186020938361228a565b8101031261016d57611d299061245d565b84611c43565b3d9150611d0b565b8a7f97a45707000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b887e28559f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b837f122fb32e000000000000000000000000000000000000000000000000000000005f526004525f60245260445ffd5b9050610100813d8211611e8b575b81611de0610100938361228a565b8101031261016d5760405190610100820182811067ffffffffffffffff821117610cd2576040528051600481101561016d57611e809160e0918452611e276020820161243e565b6020850152611e386040820161244c565b604085015260608101516060850152611e536080820161245d565b6080850152611e6460a0820161246a565b60a0850152611e7560c0820161244c565b60c08501520161244c565b60e082015285611af5565b3d9150611dd2565b67ffffffffffffffff84611ea5612226565b907fc1b614e8000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b63ffffffff611ee26121eb565b7f0b7a02ba000000000000000000000000000000000000000000000000000000005f52620100006004521660245260445ffd5b506201000063ffffffff611f276121eb565b1611611a50565b3461016d57604036600319011261016d5760043567ffffffffffffffff811161016d57610100600319823603011261016d576103be602091602435906004016122f0565b3461016d575f36600319011261016d576020604051620100008152f35b3461016d5760e036600319011261016d57600435608036602319011261016d5760a4359063ffffffff821680920361016d5760c4359167ffffffffffffffff831161016d573660238401121561016d57826004013567ffffffffffffffff811161016d573660248260051b8601011161016d57825f52600560205260405f2092600284019182549160ff8360281c1690612028826121ba565b60018214801590612186575b6103325750506120426121d8565b61204f608435809261269e565b95805496875f52600460205260405f2067ffffffffffffffff61207061220f565b165f5260205260405f20548082036121585750509060016120cb939201549786602460405160208101905f82528c6021820152602181526120b260418261228a565b51902092019263ffffffff6120c56121d8565b166126e9565b156121285765ff00000000001916650200000000001790557f68c08444f96dfcdd8ba0f63ab8240167b0a30e4dfd7e3ede87b29c07ef0134119060409061211061220f565b9067ffffffffffffffff8351921682526020820152a3005b82857f2a8cec94000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f4013f9d3000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5064ffffffffff84164211612034565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b600411156121c457565b634e487b7160e01b5f52602160045260245ffd5b60643563ffffffff8116810361016d5790565b60443563ffffffff8116810361016d5790565b3563ffffffff8116810361016d5790565b60443567ffffffffffffffff8116810361016d5790565b60243567ffffffffffffffff8116810361016d5790565b3567ffffffffffffffff8116810361016d5790565b6080810190811067ffffffffffffffff821117610cd257604052565b60c0810190811067ffffffffffffffff821117610cd257604052565b90601f8019910116810190811067ffffffffffffffff821117610cd257604052565b903590601e198136030182121561016d570180359067ffffffffffffffff821161016d57602001918160051b3603831361016d57565b3560ff8116810361016d5790565b906122fe60608301836122ac565b60409391935160208101917f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811161016d576020826042976123529360051b8091873781010301601f19810183528261228a565b5190209160e061236460a084016122e2565b9267ffffffffffffffff61237a60c0830161223d565b60ff6040519660208801987fe2a9c2c072ecc1fbe4259cf796e7f3a7247810e7416ca7f670ef9d78f1be63e18a52853560408a0152602086013560608a0152604086013560808a015260a0890152608085013560c0890152168487015216610100850152013561012083015261014082015261014081526123fd6101608261228a565b519020612408612ba7565b90604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b519060ff8216820361016d57565b519063ffffffff8216820361016d57565b5190811515820361016d57565b51906001600160a01b038216820361016d57565b903590601e198136030182121561016d570180359067ffffffffffffffff821161016d5760200191813603831361016d57565b9060405190602082019283526040820152604081526124d160608261228a565b51902090565b9291909267ffffffffffffffff8411610cd2578360051b906020808301612501604051918261228a565b809681520191810192831161016d57905b82821061251e57505050565b8135815260209182019101612512565b9080601f8301121561016d57816020612549933591016124d7565b90565b359060ff8216820361016d57565b359067ffffffffffffffff8216820361016d57565b3590811515820361016d57565b90918281527f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff831161016d5760209260051b809284830137010190565b60243567ffffffffffffffff8116810361016d5760443563ffffffff8116810361016d577fffffffff00000000000000000000000000000000000000000000000000000000604051917fffffffffffffffff00000000000000000000000000000000000000000000000060208401945f8652600435602186015260c01b16604184015260e01b166049820152606435604d820152604d815261265c606d8261228a565b51902060405160208101917fab3011084c1ecac76f00625abe46d8e11632a0960d160f167f4084e1852f688d83526040820152604081526124d160608261228a565b6040805163ffffffff90921660208301908152908201929092526124d18160608101610c32565b91908110156126d55760051b0190565b634e487b7160e01b5f52603260045260245ffd5b91939093828110156127db57915f198101908111610d425792945f92915b818410612724575050505015918261271e57505090565b14919050565b909296939586959295156127cf5760018087161480156127c6575b156127a05761275d906127578986859a99979a6126c5565b35612b61565b925b600181161580612797575b1561277c5760011c9460011c9461275f565b6001909794979691929593965b811c93811c94019291612707565b5080151561276a565b6127c06001916127b98a8786979a9b98969c999c6126c5565b3590612b61565b96612789565b5086861461273f565b50505050925050505f90565b5050505050505f90565b67ffffffffffffffff8111610cd257601f01601f191660200190565b908060209392818452848401375f828201840152601f01601f1916010190565b92919261282d826127e5565b9161283b604051938461228a565b82948184528183011161016d578281602093845f96015e010152565b9080601f8301121561016d57815161254992602001612821565b80516020909101905f5b8181106128885750505090565b825184526020938401939092019160010161287b565b9035601e198236030181121561016d57016020813591019167ffffffffffffffff821161016d578160051b3603831361016d57565b919067ffffffffffffffff6128ea60c0850161223d565b164211612b58576128fe60608401846122ac565b9361290b60a082016122e2565b604051916129188361226e565b8035835261293e602084019460208301358652604085019860408401358a5236916124d7565b606084019081526080808501920135825260ff60a08501931683526040519788957f5f13d32000000000000000000000000000000000000000000000000000000000875260406004880152610104870195516044880152516064870152516084860152519260c060a48601528351809152602061012486019401905f5b818110612b3f575050905160c4850152505160ff1660e483015281810360031901602483015282358152602080840135908201526040838101358183015292829161014067ffffffffffffffff612ab882612a4d612a32612a1f606089018961289e565b61016060608a015261016089019161257c565b612a3f608089018961289e565b9088830360808a015261257c565b9560ff612a5c60a0830161254c565b1660a087015283612a6f60c0830161255a565b1660c087015283612a8260e0830161255a565b1660e0870152612a95610100820161256f565b151561010087015283612aab610120830161255a565b166101208701520161255a565b1691015203816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9182156108fb575f905f93612afe57509190565b9250506040823d604011612b37575b81612b1a6040938361228a565b8101031261016d576125496020612b308461245d565b930161243e565b3d9150612b0d565b82518652899650602095860195909201916001016129bb565b505f9150600a90565b906040519060208201927f0100000000000000000000000000000000000000000000000000000000000000845260218301526041820152604181526124d160618261228a565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016301480612c94575b15612c02577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a081526124d160c08261228a565b507f00000000000000000000000000000000000000000000000000000000000000004614612bd9565b60ff811690601f8211612cec5760405191612cd960408461228a565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b3561ffff8116810361016d5790565b929190833b612d605790612d379291612db4565b50612d41816121ba565b159182612d4d57505090565b6001600160a01b03919250811691161490565b6064835f946020969460405194630b135d3f60e11b8652600486015260406024860152816044860152838501378281018201859052601f01601f191601915afa630b135d3f60e11b5f5114601f3d11161690565b9060418303612dde57612dd79250602081013591604082359201355f1a90612de8565b9192909190565b50505f9160029190565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411612e5f579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa156108fb575f516001600160a01b03811615612e5557905f905f90565b505f906001905f90565b5050505f916003919056' as const;
