// Written by scripts/build.mjs from contracts/*.sol; do not edit.
export const accessAbi = [
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
      "name": "registration",
      "type": "address"
     },
     {
      "internalType": "address",
      "name": "access",
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
    "internalType": "uint256",
    "name": "given",
    "type": "uint256"
   }
  ],
  "name": "Access_EntriesOutOfRange",
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
  "name": "Access_EntriesUnsorted",
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
   },
   {
    "internalType": "address",
    "name": "signer",
    "type": "address"
   }
  ],
  "name": "Access_NotThePatient",
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
  "name": "Access_OnlyRegistration",
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
  "name": "Component_WiringIncomplete",
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
  "inputs": [],
  "name": "InvalidShortString",
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
    "name": "twinId",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "version",
    "type": "uint64"
   }
  ],
  "name": "AccessNarrowed",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "count",
    "type": "uint256"
   }
  ],
  "name": "AllRevoked",
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
    "indexed": true,
    "internalType": "bytes32",
    "name": "grantId",
    "type": "bytes32"
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
    "indexed": false,
    "internalType": "struct Grant",
    "name": "terms",
    "type": "tuple"
   }
  ],
  "name": "Granted",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "grantId",
    "type": "bytes32"
   }
  ],
  "name": "Lapsed",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "grantId",
    "type": "bytes32"
   }
  ],
  "name": "Revoked",
  "type": "event"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   }
  ],
  "name": "accessVersion",
  "outputs": [
   {
    "internalType": "uint64",
    "name": "version",
    "type": "uint64"
   },
   {
    "internalType": "bool",
    "name": "settlementDue",
    "type": "bool"
   }
  ],
  "stateMutability": "view",
  "type": "function"
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
  "name": "contribution",
  "outputs": [
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
  "stateMutability": "view",
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
     }
    ],
    "internalType": "struct Query",
    "name": "query",
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
   }
  ],
  "name": "decide",
  "outputs": [
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
  "name": "grant",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "grantId",
    "type": "bytes32"
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
   }
  ],
  "name": "grantIdOf",
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
    "name": "grantId",
    "type": "bytes32"
   }
  ],
  "name": "grantState",
  "outputs": [
   {
    "components": [
     {
      "internalType": "enum GrantStatus",
      "name": "status",
      "type": "uint8"
     },
     {
      "internalType": "uint8",
      "name": "place",
      "type": "uint8"
     },
     {
      "internalType": "uint8",
      "name": "operations",
      "type": "uint8"
     },
     {
      "internalType": "uint8",
      "name": "hospitalIndex",
      "type": "uint8"
     },
     {
      "internalType": "bool",
      "name": "opensEpoch",
      "type": "bool"
     },
     {
      "internalType": "uint40",
      "name": "notBefore",
      "type": "uint40"
     },
     {
      "internalType": "uint40",
      "name": "expiry",
      "type": "uint40"
     },
     {
      "internalType": "uint40",
      "name": "serial",
      "type": "uint40"
     }
    ],
    "internalType": "struct GrantState",
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
    "name": "twinId",
    "type": "bytes32"
   }
  ],
  "name": "liveGrants",
  "outputs": [
   {
    "internalType": "bytes32[]",
    "name": "grantIds",
    "type": "bytes32[]"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
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
    "internalType": "struct Grant[]",
    "name": "grants",
    "type": "tuple[]"
   }
  ],
  "name": "open",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
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
    "name": "version",
    "type": "uint64"
   },
   {
    "internalType": "bool",
    "name": "byPatient",
    "type": "bool"
   },
   {
    "internalType": "uint8",
    "name": "hospitalIndex",
    "type": "uint8"
   },
   {
    "internalType": "uint32",
    "name": "narrowings",
    "type": "uint32"
   }
  ],
  "name": "requireAnchorable",
  "outputs": [],
  "stateMutability": "view",
  "type": "function"
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
  "name": "revoke",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
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
  "name": "revokeAll",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   }
  ],
  "name": "settle",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   }
  ],
  "name": "state",
  "outputs": [
   {
    "components": [
     {
      "internalType": "uint64",
      "name": "version",
      "type": "uint64"
     },
     {
      "internalType": "uint40",
      "name": "nextChange",
      "type": "uint40"
     },
     {
      "internalType": "uint40",
      "name": "nonce",
      "type": "uint40"
     },
     {
      "internalType": "uint32",
      "name": "narrowingsSeen",
      "type": "uint32"
     },
     {
      "internalType": "uint64",
      "name": "live",
      "type": "uint64"
     }
    ],
    "internalType": "struct TwinAccess",
    "name": "",
    "type": "tuple"
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

export const accessBytecode = '0x6101e080604052346103015760c0816146ed80380380916100208285610319565b833981010312610301576040519060c082016001600160401b0381118382101761030557604052805163ffffffff811681036103015782526100646020820161033c565b90602083019182526100786040820161033c565b926040810193845261008c6060830161033c565b92606082019384526100b360a06100a56080860161033c565b94608085019586520161033c565b9060a08301918252604051916100ca604084610319565b600f835260208301936e5477696e7365616c2041636365737360881b8552604051966100f7604089610319565b60018852603160f81b6020890190815284519097906001600160a01b0316156102f25760408051845163ffffffff9081166020830190815288516001600160a01b03908116948401949094528d51841660608401529451831660808301529251821660a082015294511660c08086019190915284529261017860e082610319565b519020608052511660a052516001600160a01b031660c05261019981610350565b610180526101a684610350565b6101a052519020918261014052519020806101605246610100526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261021160c082610319565b51902060e052306101205280516001600160a01b0316156102f257516001600160a01b03166101c05260405161433190816103bc82396080518161023c015260a051818181610c840152818161167b0152611f8b015260c0518181816103160152818161099601528181610c4101528181611f48015281816129a80152818161337a0152613c2a015260e05181613ff5015261010051816140ac01526101205181613fc6015261014051816140440152610160518161406a015261018051816118bb01526101a051816118e401526101c05181818161092d01526134cd0152f35b636af897a360e01b5f5260045ffd5b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b0382119082101761030557604052565b51906001600160a01b038216820361030157565b601f81511161037b57602081519101516020821061036c571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f3560e01c8063088c795614612acd578063201ed9b314612a7957806320ec24a214612a2c57806344c9e010146128d457806354da6f0514611dc657806358ee3e1f14611af45780635f13d32014611a7d57806361d585da146119b757806384b0196e146118a35780638a1d8af314611781578063912895d0146108c2578063987757dd1461025f578063c40123f514610225578063d5d3fe08146100fd5763d6f52732146100be575f80fd5b346100f95760406003193601126100f957604067ffffffffffffffff6100e8602435600435613330565b835191831682529091166020820152f35b5f80fd5b346100f95760206003193601126100f957600435805f52600260205260405f205460b01c61082091604051916101338484612ea9565b60408352601f196020840194013685375f915f5b60408110610196575050508152604051918291602083019060208452518091526040830191905f5b81811061017d575050500390f35b825184528594506020938401939092019160010161016f565b67ffffffffffffffff6001829796971b8416166101b9575b600101949394610147565b92815f52600460205260405f20845f5260205260405f2054936101db82613203565b9487518310156101f857602060019360051b8901015290506101ae565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b346100f9575f6003193601126100f95760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346100f95760206003193601126100f957600435805f52600260205260405f20906040519161028d83612e27565b5467ffffffffffffffff8116808452602084019264ffffffffff8360401c168452604085019064ffffffffff8460681c168252606086019263ffffffff8560901c16845267ffffffffffffffff608088019560b01c16855215610897575f64ffffffffff67ffffffffffffffff865116905f73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016925b67ffffffffffffffff811661051957505060049493929164ffffffffff602092168952604051958680927ff2871feb0000000000000000000000000000000000000000000000000000000082525afa93841561050e575f946104ad575b5063ffffffff7fffff0000000000000000ffffffffffffffffffffffffffffffffffffffffffff9416855261049e575b5f5260026020527fffffffffffffffffffff00000000ffffffffffffffffffffffffffffffffffff67ffffffffffffffff60405f209751167fffffffffffffffffffffffffffff0000000000000000000000000000000000007dffffffffffffffff0000000000000000000000000000000000000000000075ffffffff00000000000000000000000000000000000071ffffffffff000000000000000000000000006cffffffffff00000000000000008c549b5160401b16965160681b16975160901b16975160b01b1697161716171617171790555f80f35b6104a88782613803565b6103c5565b93506020843d602011610506575b816104c860209383612ea9565b810103126100f95763ffffffff6104ff7fffff0000000000000000ffffffffffffffffffffffffffffffffffffffffffff956131f2565b9450610395565b3d91506104bb565b6040513d5f823e3d90fd5b600167ffffffffffffffff83161b67ffffffffffffffff818316161561088c5767ffffffffffffffff161890855f52600460205260405f20815f5260205260405f2054805f52600360205260405f20906040519161057683612e70565b549160ff831661058581612e1d565b8152602081019060ff8460081c168252604081019060ff8560101c168252606081019460ff8160181c168652608082019260ff8260201c161515845260a083019464ffffffffff8360281c16865264ffffffffff8360501c1664ffffffffff60e060c0870196838852019460781c16845242101561074c5750505064ffffffffff90511664ffffffffff88168110610744575b50516106cc575b505060ff905116604051907ffd2b7ac10000000000000000000000000000000000000000000000000000000082526004820152602081602481885afa90811561050e575f91610693575b5063ffffffff808a511691161161068a575b61068490613203565b90610338565b6001945061067b565b90506020813d82116106c4575b816106ad60209383612ea9565b810103126100f9576106be906131f2565b8c610669565b3d91506106a0565b519196909164ffffffffff1642811161071f5750505f52600360205260405f207fffffffffffffffffffffffffffffffffffffffffffffffffffffff00ffffffff815416905560ff6001955b908d61061f565b9096915064ffffffffff8516811061073b575b5060ff90610718565b935060ff610732565b96508f610618565b9250925093959950600292508d67ffffffffffffffff80600160ff8551161b16198251161690528a5f52600460205260ff60405f209151165f526020525f6040812055511615159081610858575b50610834575b505f81815260036020526040902060037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00825416179055857f442a8b76dad6f517648f8d5905b00a398649af2e3740421b4273ba108fa6a5155f80a3610684600194613203565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b865f52600560205260ff8060405f20925116165f526020525f60408120558b6107a0565b9050875f52600560205260405f2060ff80845116165f5260205264ffffffffff8060405f205460501c16915116148d61079a565b509061068490613203565b7f9836d7b1000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b346100f95760406003193601126100f95760243567ffffffffffffffff81116100f957366023820112156100f95767ffffffffffffffff8160040135116100f957366024826004013560051b830101116100f95773ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000163303611755576040517ff2871feb00000000000000000000000000000000000000000000000000000000815260208160048173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa90811561050e575f9161171b575b50604051906109d482612e27565b60018252602082019064ffffffffff825260408301905f825263ffffffff60608501911681527fffff0000000000000000ffffffffffffffffffffffffffffffffffffffffffff60808501925f84526004355f5260026020527fffffffffffffffffffff00000000ffffffffffffffffffffffffffffffffffff67ffffffffffffffff60405f209751167fffffffffffffffffffffffffffff0000000000000000000000000000000000007dffffffffffffffff0000000000000000000000000000000000000000000075ffffffff00000000000000000000000000000000000071ffffffffff000000000000000000000000006cffffffffff00000000000000008c549b5160401b16965160681b16975160901b16975160b01b1697161716171617171790555f5b81600401358110610b0a57005b600435610b1f82846004013560248601613230565b35036116d757610b3781836004013560248501613230565b90610b5b610b5636610b5184876004013560248901613230565b6130f3565b6138bb565b610b7a67ffffffffffffffff610b746101408601613ab3565b16613447565b82355f52600260205260405f209267ffffffffffffffff60405194610b9e86612e27565b54818116865264ffffffffff8160401c16602087015264ffffffffff8160681c16604087015263ffffffff8160901c16606087015260b01c166080850152610bf2610bec6101208301613ab3565b85613662565b604051937fb07c4b03000000000000000000000000000000000000000000000000000000008552602082013560048601526101008560248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa94851561050e575f956116a6575b5063ffffffff60e08601511663ffffffff7f0000000000000000000000000000000000000000000000000000000000000000168103611651575060018551610cb881612e1d565b610cc181612e1d565b0361162157610cdc610cd66060840184613b66565b906141a1565b610cec610cd66080840184613b66565b60ff610cfa60a08401613ac8565b16158015611609575b6115cf5764ffffffffff67ffffffffffffffff610d2260e08501613ab3565b161161158e57610d3460c08301613ab3565b67ffffffffffffffff80610d4a60e08601613ab3565b169116101561153a574267ffffffffffffffff610d6960e08501613ab3565b1611156114f5576080810151955f9067ffffffffffffffff808916146114c857905b67ffffffffffffffff600160ff83161b89161615610de55760ff80821614610db85760ff16600101610d8b565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b60ff919750169067ffffffffffffffff6001831b1667ffffffffffffffff608083015116176080820152610e1b60e08401613ab3565b67ffffffffffffffff64ffffffffff6020840151169116106114ab575b6001610e4660a08501613ac8565b1615159081611493575b8180611473575b8280611449575b61142c575b80611424575b8061141d575b61140d575b83355f52600260205260405f2090805167ffffffffffffffff1690825491602082015160401b6cffffffffff000000000000000016604083015160681b71ffffffffff000000000000000000000000001691606084015160901b75ffffffff00000000000000000000000000000000000016936080015160b01b7dffffffffffffffff0000000000000000000000000000000000000000000016947fffffffffffffffffffffffffffff00000000000000000000000000000000000016177fffffffffffffffffffff00000000ffffffffffffffffffffffffffffffffffff16177fffff0000000000000000ffffffffffffffffffffffffffffffffffffffffffff16171717905582355f52600460205260405f20825f526020528360405f205560a08301610fa290613ac8565b9560200195865160ff169160c08501610fba90613ab3565b64ffffffffff1690610fce60e08701613ab3565b64ffffffffff1692610fe36101208801613ab3565b64ffffffffff169460405196610ff888612e70565b6001885260208801908152604088019260ff1683526060880191825260808801931515845260a0880194855260c0880195865260e08801968752895f52600360205260405f20975161104981612e1d565b61105390896136d5565b51918754905160101b62ff000016915160181b63ff000000169260081b61ff0016907fffffffffffffffffffffffffffffffffffffffffffffffffffffffff000000ff1617171785555115156110dc9085907fffffffffffffffffffffffffffffffffffffffffffffffffffffff00ffffffff64ff00000000835492151560201b169116179055565b5183547fffffffffffffffffffffffffffffffffffffffffffff0000000000ffffffffff1660289190911b69ffffffffff0000000000161783555182547fffffffffffffffffffffffffffffffffff0000000000ffffffffffffffffffff1660509190911b6effffffffff00000000000000000000161782555181549060781b73ffffffffff00000000000000000000000000000016907fffffffffffffffffffffffff0000000000ffffffffffffffffffffffffffffff1617905560a081016111a590613ac8565b6002161515936001946112e9575b50604051602081528135602082015260208201356040820152604082013560608201527fa30c323f3a8e5e74f553d394d1b1cac920c3de74b6affb616e3cf5168d395b4d61123c61121d61120a6060860186613ad6565b6101606080870152610180860191613b29565b61122a6080860186613ad6565b90601f198684030160a0870152613b29565b9160ff61124b60a08601612dea565b1660c082015267ffffffffffffffff61126660c08601612d9a565b1660e082015267ffffffffffffffff61128160e08601612d9a565b166101008201526112956101008501612ddd565b151561012082015267ffffffffffffffff6112b36101208601612d9a565b1661014082015267ffffffffffffffff6112d06101408601612d9a565b166101608201528060208501359435930390a401610afd565b6114079064ffffffffff8061130060c08601613ab3565b16916113c7828061131360e08901613ab3565b16816113226101208a01613ab3565b16936040519661133188612e8d565b8752602087019182526040870194855288355f52600560205260ff8060405f20925116165f526020528160405f209651167fffffffffffffffffffffffffffffffffffffffffffffffffffffff0000000000875416178655511684907fffffffffffffffffffffffffffffffffffffffffffff0000000000ffffffffff69ffffffffff000000000083549260281b169116179055565b5182547fffffffffffffffffffffffffffffffffff0000000000ffffffffffffffffffff16911660501b6effffffffff0000000000000000000016179055565b856111b3565b611418818535613803565b610e74565b505f610e6f565b508115610e69565b64ffffffffff61143e60c08701613ab3565b166020830152610e63565b5061145660c08601613ab3565b67ffffffffffffffff64ffffffffff602085015116911610610e5e565b91504267ffffffffffffffff61148b60c08701613ab3565b161191610e57565b90506101008301358015908115036100f95790610e50565b64ffffffffff6114bd60e08501613ab3565b166020820152610e38565b7f8816cfef000000000000000000000000000000000000000000000000000000005f52604060045260245ffd5b67ffffffffffffffff61150a60e08401613ab3565b7f2f5d31f2000000000000000000000000000000000000000000000000000000005f52166004524260245260445ffd5b67ffffffffffffffff828161155d60e061155660c08501613ab3565b9301613ab3565b917f54476fa3000000000000000000000000000000000000000000000000000000005f52166004521660245260445ffd5b67ffffffffffffffff6115a360e08401613ab3565b7f4c5e3c41000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b60ff6115dd60a08401613ac8565b7f03552c80000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b50600360ff61161a60a08501613ac8565b1611610d03565b6020827fe8e7c195000000000000000000000000000000000000000000000000000000005f52013560045260245ffd5b7f63181e02000000000000000000000000000000000000000000000000000000005f5263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001660045260245260445ffd5b6116c99195506101003d81116116d0575b6116c18183612ea9565b81019061327d565b9386610c71565b503d6116b7565b8160246116e993600401359101613230565b357f130e2e23000000000000000000000000000000000000000000000000000000005f5260043560045260245260445ffd5b90506020813d60201161174d575b8161173660209383612ea9565b810103126100f957611747906131f2565b826109c6565b3d9150611729565b7f044c8dc3000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b346100f95760206003193601126100f9575f60e06040516117a181612e70565b8281528260208201528260408201528260608201528260808201528260a08201528260c082015201526004355f52600360205261010060405f2064ffffffffff604051916117ee83612e70565b5481818160ff82169561180087612e1d565b8681526020810160ff8460081c16815260ff60408301818660101c168152816060850191818860181c168352816080870195818a60201c16151587528860e060a08a0199828d60281c168b528260c082019d60501c168d52019c60781c168c526040519d8e61186e82612e1d565b52511660208d0152511660408b0152511660608901525115156080880152511660a0860152511660c0840152511660e0820152f35b346100f9575f6003193601126100f95761195b6118df7f0000000000000000000000000000000000000000000000000000000000000000613f58565b6119087f0000000000000000000000000000000000000000000000000000000000000000613f58565b60206119696040519261191b8385612ea9565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e0870190612df8565b908582036040870152612df8565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b8281106119a057505050500390f35b835185528695509381019392810192600101611991565b346100f95760206003193601126100f9575f60806040516119d781612e27565b82815282602082015282604082015282606082015201526004355f52600260205260a060405f2067ffffffffffffffff60405191611a1483612e27565b5463ffffffff8282169384815264ffffffffff60208201818560401c168152816040840191818760681c1683528760806060870196888a60901c168852019760b01c16875260405198895251166020880152511660408601525116606084015251166080820152f35b346100f95760406003193601126100f95760043567ffffffffffffffff81116100f95760c060031982360301126100f9576024359067ffffffffffffffff82116100f95761016060031983360301126100f957611ae560ff9160409360040190600401613bba565b16815190801582526020820152f35b346100f95760a06003193601126100f95760043560243567ffffffffffffffff81168082036100f957611b25612d83565b6064359073ffffffffffffffffffffffffffffffffffffffff821682036100f9576084359167ffffffffffffffff83116100f957611bd693611b7467ffffffffffffffff943690600401612daf565b94909316611b8181613447565b6040519060208201927f2952f8f0767d1f782f249377faef3adf724d1142903bfa2aa0c7ba4ad6ba8d7484528960408401526060830152608082015260808152611bcc60a082612ea9565b5190209086613480565b815f52600260205260405f209160405192611bf084612e27565b5467ffffffffffffffff811684526020840164ffffffffff8260401c168152604085019064ffffffffff8360681c168252611c4f606087019563ffffffff8560901c16875267ffffffffffffffff608089019560b01c16855287613662565b5f92835b815167ffffffffffffffff811615611d62576001861b1667ffffffffffffffff1615611d5857611d4c611d5291875f52600460205260405f20875f5260205260405f2054805f526003602052611d2260405f2064ffffffffff60405191611cb983612e70565b5460ff8116611cc781612e1d565b835260ff8160081c16602084015260ff8160101c16604084015260ff8160181c16606084015260ff8160201c1615156080840152818160281c1660a0840152818160501c1660c084015260781c1660e0820152828d8c61370c565b887fa75610f599cea10d1a6bb6332878af5fffa58f57b227cba0d0229fa90a63cc515f80a3613203565b94613203565b93611c53565b93611d5290613203565b507fffff0000000000000000ffffffffffffffffffffffffffffffffffffffffffff889487807fbbb9f8e52b261588af27e8d68b9aa971af1e8a9b3e7c133320b6dcaf72e5ebb560208c9664ffffffffff8a52604051908152a26103c58782613803565b346100f95760606003193601126100f95767ffffffffffffffff600435116100f957610160600319600435360301126100f95760243573ffffffffffffffffffffffffffffffffffffffff811681036100f95760443567ffffffffffffffff81116100f957611e3c611e5d913690600401612daf565b90611e4f610b56366004356004016130f3565b809460043560040135613480565b611e7867ffffffffffffffff610b7461014460043501613ab3565b600435600401355f52600260205260405f209067ffffffffffffffff60405192611ea184612e27565b54818116845264ffffffffff8160401c16602085015264ffffffffff8160681c16604085015263ffffffff8160901c16606085015260b01c166080830152611ef7611ef161012460043501613ab3565b83613662565b604051907fb07c4b030000000000000000000000000000000000000000000000000000000082526024600435013560048301526101008260248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa91821561050e575f926128b3575b5063ffffffff60e08301511663ffffffff7f00000000000000000000000000000000000000000000000000000000000000001680820361288557505060018251611fc181612e1d565b611fca81612e1d565b0361285357611fe6610cd6606460043501600435600401613b66565b611ffd610cd6608460043501600435600401613b66565b60ff61200d60a460043501613ac8565b16158015612839575b6128295764ffffffffff67ffffffffffffffff61203760e460043501613ab3565b16116128125761204b60c460043501613ab3565b67ffffffffffffffff8061206360e460043501613ab3565b16911610156127ec5761207a60e460043501613ab3565b67ffffffffffffffff42911611156127d5576080830151925f9067ffffffffffffffff808616146114c857905b60ff81169067ffffffffffffffff6001831b871616156120d2575060ff8114610db8576001016120a7565b91905067ffffffffffffffff600160ff84161b1667ffffffffffffffff60808301511617608082015261210960e460043501613ab3565b67ffffffffffffffff64ffffffffff6020840151169116106127b6575b600161213660a460043501613ac8565b161515908161279c575b818061277a575b828061274e575b61272f575b80612727575b8061271f575b61270a575b600435600401355f52600260205260405f2090805167ffffffffffffffff1690825491602082015160401b6cffffffffff000000000000000016604083015160681b71ffffffffff000000000000000000000000001691606084015160901b75ffffffff00000000000000000000000000000000000016936080015160b01b7dffffffffffffffff0000000000000000000000000000000000000000000016947fffffffffffffffffffffffffffff00000000000000000000000000000000000016177fffffffffffffffffffff00000000ffffffffffffffffffffffffffffffffffff16177fffff0000000000000000ffffffffffffffffffffffffffffffffffffffffffff161717179055600435600401355f52600460205260405f2060ff83165f526020528260405f205560043560a4016122a190613ac8565b9360200193845160ff169160043560c4016122bb90613ab3565b64ffffffffff16906122d160e460043501613ab3565b64ffffffffff16926122e861012460043501613ab3565b64ffffffffff1694604051966122fd88612e70565b60018852602088019060ff168152604088019260ff1683526060880191825260808801931515845260a0880194855260c0880195865260e08801968752885f52600360205260405f20975161235181612e1d565b61235b90896136d5565b51918754905160101b62ff000016915160181b63ff000000169260081b61ff0016907fffffffffffffffffffffffffffffffffffffffffffffffffffffffff000000ff1617171785555115156123e49085907fffffffffffffffffffffffffffffffffffffffffffffffffffffff00ffffffff64ff00000000835492151560201b169116179055565b5183547fffffffffffffffffffffffffffffffffffffffffffff0000000000ffffffffff1660289190911b69ffffffffff0000000000161783555182547fffffffffffffffffffffffffffffffffff0000000000ffffffffffffffffffff1660509190911b6effffffffff00000000000000000000161782555181549060781b73ffffffffff00000000000000000000000000000016907fffffffffffffffffffffffff0000000000ffffffffffffffffffffffffffffff1617905560043560a4016124af90613ac8565b60021615159160209261261e575b5080604051838152600435600401358482015260246004350135604082015260446004350135606082015261253b612515612502606460043501600435600401613ad6565b6101606080860152610180850191613b29565b612529608460043501600435600401613ad6565b90601f198584030160a0860152613b29565b60ff61254b60a460043501612dea565b1660c083015267ffffffffffffffff61256860c460043501612d9a565b1660e083015267ffffffffffffffff61258560e460043501612d9a565b1661010083015261259b61010460043501612ddd565b151561012083015267ffffffffffffffff6125bb61012460043501612d9a565b1661014083015267ffffffffffffffff6125da61014460043501612d9a565b166101608301527fa30c323f3a8e5e74f553d394d1b1cac920c3de74b6affb616e3cf5168d395b4d60246004350135928060043560040135930390a4604051908152f35b6127049064ffffffffff8061263760c460043501613ab3565b16916113c7828061264c60e460043501613ab3565b168161265d61012460043501613ab3565b16936040519661266c88612e8d565b875289870191825260408701948552600435600401355f5260058a5260ff8060405f20925116165f5289528160405f209651167fffffffffffffffffffffffffffffffffffffffffffffffffffffff0000000000875416178655511684907fffffffffffffffffffffffffffffffffffffffffffff0000000000ffffffffff69ffffffffff000000000083549260281b169116179055565b826124bd565b61271a8160043560040135613803565b612164565b50600161215f565b508115612159565b64ffffffffff61274360c460043501613ab3565b166020830152612153565b5061275d60c460043501613ab3565b67ffffffffffffffff64ffffffffff60208501511691161061214e565b91504267ffffffffffffffff61279460c460043501613ab3565b161191612147565b9050610104600435013580151581036100f9571590612140565b64ffffffffff6127ca60e460043501613ab3565b166020820152612126565b67ffffffffffffffff61150a60e460043501613ab3565b67ffffffffffffffff61280360c460043501613ab3565b8161155d60e460043501613ab3565b67ffffffffffffffff6115a360e460043501613ab3565b60ff6115dd60a460043501613ac8565b50600360ff61284c60a460043501613ac8565b1611612016565b7fe8e7c195000000000000000000000000000000000000000000000000000000005f526024600435013560045260245ffd5b7f63181e02000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b6128cd9192506101003d81116116d0576116c18183612ea9565b9083611f78565b346100f95760206003193601126100f9576004355f52600260205260405f206040519061290082612e27565b5467ffffffffffffffff8082169182845264ffffffffff8160401c16602085015264ffffffffff8160681c16604085015263ffffffff8160901c16606085015260b01c16608083015280151580612964575b60408093505191825215156020820152f35b506040517ff2871feb00000000000000000000000000000000000000000000000000000000815260208160048173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa90811561050e575f916129ea575b506129e59060409361385d565b612952565b90506020813d602011612a24575b81612a0560209383612ea9565b810103126100f957604092612a1c6129e5926131f2565b9150926129d8565b3d91506129f8565b346100f95760206003193601126100f95760043567ffffffffffffffff81116100f95761016060031982360301126100f957612a71610b5660209236906004016130f3565b604051908152f35b346100f95760c06003193601126100f957612a92612d83565b60643580151581036100f95760843560ff811681036100f95760a4359163ffffffff831683036100f957612acb93602435600435612ecc565b005b346100f95760c06003193601126100f957602435600435612aec612d83565b9160643567ffffffffffffffff81168091036100f95760843573ffffffffffffffffffffffffffffffffffffffff811681036100f95760a4359167ffffffffffffffff83116100f957612b46612bad933690600401612daf565b929091612b5281613447565b60405160208101917f682f37545dc9cbbe7b3f24c42f481b1497a98fb05dd3adf428a6a709bb0b6bff835288604083015287606083015267ffffffffffffffff8a16608083015260a082015260a08152611bcc60c082612ea9565b815f52600260205260405f209260405193612bc785612e27565b549167ffffffffffffffff83168552602085019364ffffffffff8460401c168552604086019164ffffffffff8560681c168352612c28606088019463ffffffff8760901c16865267ffffffffffffffff60808a019760b01c16875288613662565b805f52600360205260405f2060405190612c4182612e70565b54600160ff8216612c5181612e1d565b80845264ffffffffff602085019360ff8160081c16855260ff8160101c16604087015260ff8160181c16606087015260ff8160201c1615156080870152818160281c1660a0870152818160501c1660c087015260781c1660e0850152612cb681612e1d565b612cbf81612e1d565b1490811591612d5d575b50612d2d5790612cfe8392828a7fffff0000000000000000ffffffffffffffffffffffffffffffffffffffffffff979661370c565b817fa75610f599cea10d1a6bb6332878af5fffa58f57b227cba0d0229fa90a63cc515f80a36103c58782613803565b50907fc1f17d11000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9050835f52600460205260ff60405f209151165f526020528160405f2054141589612cc9565b6044359067ffffffffffffffff821682036100f957565b359067ffffffffffffffff821682036100f957565b9181601f840112156100f95782359167ffffffffffffffff83116100f957602083818601950101116100f957565b359081151582036100f957565b359060ff821682036100f957565b90601f19601f602080948051918291828752018686015e5f8582860101520116010190565b6004111561080757565b60a0810190811067ffffffffffffffff821117612e4357604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b610100810190811067ffffffffffffffff821117612e4357604052565b6060810190811067ffffffffffffffff821117612e4357604052565b90601f601f19910116810190811067ffffffffffffffff821117612e4357604052565b9392919094845f52600260205260405f209060405191612eeb83612e27565b5467ffffffffffffffff8082169182855264ffffffffff8160401c16602086015264ffffffffff8160681c16604086015263ffffffff8160901c16606086015260b01c1660808401521561305e57612f43908261385d565b613032575167ffffffffffffffff9182169116818103613004575050612fff57815f52600560205260ff60405f2091165f5260205260405f2060405190612f8982612e8d565b549064ffffffffff821690818152604064ffffffffff808560281c169485602085015260501c169101524210908115612ff4575b50612fc6575050565b7fd5d95ee4000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b90504210155f612fbd565b505050565b7f9252ce0e000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b847fce6f45e9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b857f9836d7b1000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9080601f830112156100f95781359167ffffffffffffffff8311612e43578260051b9060208201936130bf6040519586612ea9565b84526020808501928201019283116100f957602001905b8282106130e35750505090565b81358152602091820191016130d6565b919091610160818403126100f95760405190610160820182811067ffffffffffffffff821117612e43576040528193813583526020820135602084015260408201356040840152606082013567ffffffffffffffff81116100f9578161315a91840161308a565b606084015260808201359067ffffffffffffffff82116100f9578261318961014094926131ed9486940161308a565b608086015261319a60a08201612dea565b60a08601526131ab60c08201612d9a565b60c08601526131bc60e08201612d9a565b60e08601526131ce6101008201612ddd565b6101008601526131e16101208201612d9a565b61012086015201612d9a565b910152565b519063ffffffff821682036100f957565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8114610db85760010190565b91908110156101f85760051b810135907ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffea1813603018212156100f9570190565b519081151582036100f957565b90816101009103126100f9576040519061329682612e70565b805160048110156100f9578252602081015160ff811681036100f95760208301526132c3604082016131f2565b6040830152606081015160608301526132de60808201613270565b608083015260a081015173ffffffffffffffffffffffffffffffffffffffff811681036100f9576133289160e09160a085015261331d60c082016131f2565b60c0850152016131f2565b60e082015290565b604051917fb07c4b0300000000000000000000000000000000000000000000000000000000835260048301526101008260248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa91821561050e575f92613426575b5081516133b681612e1d565b6133bf81612e1d565b1561341e575f52600560205260ff80602060405f2093015116165f5260205260405f2090604051916133f083612e8d565b549164ffffffffff831690818152604064ffffffffff808660281c169586602085015260501c169101529190565b50505f905f90565b6134409192506101003d81116116d0576116c18183612ea9565b905f6133aa565b8042116134515750565b7fa8ae3d00000000000000000000000000000000000000000000000000000000005f526004524260245260445ffd5b929390916040517ffccc7cc700000000000000000000000000000000000000000000000000000000815284600482015260208160248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa801561050e575f906135ff575b73ffffffffffffffffffffffffffffffffffffffff9150169384156108975773ffffffffffffffffffffffffffffffffffffffff84169485036135cf5750604290613545613faf565b90604051917f190100000000000000000000000000000000000000000000000000000000000083526002830152602282015220938482155f146135c157505050508033145b15613593575050565b7f3b55884e000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b6135ca936140d2565b61358a565b84907fffc9cdd0000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b506020813d60201161365a575b8161361960209383612ea9565b810103126100f9575173ffffffffffffffffffffffffffffffffffffffff811681036100f95773ffffffffffffffffffffffffffffffffffffffff906134fc565b3d915061360c565b6040019067ffffffffffffffff64ffffffffff8351169116908181036136a7575050600164ffffffffff8251160164ffffffffff8111610db85764ffffffffff169052565b7f3d1b8430000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b906136df81612e1d565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff008354169116179055565b90929192602083019067ffffffffffffffff608081600160ff8651161b1619920191825116169052815f52600460205260ff60405f209151165f526020525f604081205560026040830151161515806137c6575b61379f575b50505f90815260036020526040902060027fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00825416179055565b5f52600560205260ff80606060405f2093015116165f526020525f60408120555f80613765565b50805f52600560205260405f2060ff80606085015116165f5260205264ffffffffff60405f205460501c1664ffffffffff60e08401511614613760565b90600167ffffffffffffffff8251160167ffffffffffffffff8111610db8577f1de21f028aa5736865070c86d571aefbf7a76a3bf6637cfa9d086cff9cd058a79167ffffffffffffffff60209216809152604051908152a2565b9064ffffffffff60208301511642109182159261387957505090565b6060015163ffffffff91821691161415919050565b80516020909101905f5b8181106138a55750505090565b8251845260209384019390920191600101613898565b60b66040516138cb60e082612ea9565b8181527f6e6f6e63652c75696e74363420646561646c696e65290000000000000000000060c060208301927f4772616e742862797465733332207477696e49642c6279746573333220686f7384527f706974616c2c627974657333322073746166662c627974657333325b5d20736360408201527f6f7065732c627974657333325b5d20707572706f7365732c75696e7438206f7060608201527f65726174696f6e732c75696e743634206e6f744265666f72652c75696e74363460808201527f206578706972792c626f6f6c2066756c6c486973746f72792c75696e7436342060a082015201522090805190602081015190604081015160608201516040516139eb816139dd60208201809561388e565b03601f198101835282612ea9565b5190206080830151604051613a08816139dd60208201809561388e565b51902060ff60a08501511667ffffffffffffffff60c0860151169167ffffffffffffffff60e0870151169361010087015115159567ffffffffffffffff610140816101208b01511699015116986040519a60208c019c8d5260408c015260608b015260808a015260a089015260c088015260e08701526101008601526101208501526101408401526101608301526101808201526101808152613aad6101a082612ea9565b51902090565b3567ffffffffffffffff811681036100f95790565b3560ff811681036100f95790565b90357fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1823603018112156100f957016020813591019167ffffffffffffffff82116100f9578160051b360383136100f957565b90918281527f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff83116100f95760209260051b809284830137010190565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1813603018212156100f9570180359067ffffffffffffffff82116100f957602001918160051b360383136100f957565b9190918035805f52600260205267ffffffffffffffff60405f20541615613f0a576020820135906040517f5c36901c00000000000000000000000000000000000000000000000000000000815282600482015260208160248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa90811561050e575f91613ed0575b5015613ec75784351490811591613eb8575b50613ea25760408301358015159081613ea9575b50613ea257613c92610b5636856130f3565b5f52600360205260405f2060405190613caa82612e70565b5460ff8116613cb881612e1d565b80835260ff8260081c166020840152604083019260ff8360101c16845260ff8360181c16606082015260ff8360201c161515608082015260a081019164ffffffffff8460281c16835264ffffffffff60c0830194818160501c16865260781c1660e0830152613d2681612e1d565b613d2f81612e1d565b15613e975760029051613d4181612e1d565b613d4a81612e1d565b14613e8d575164ffffffffff164210613e84575164ffffffffff16421015613e7c5760a082019060ff613d7c83613ac8565b1615918215613e5f575b5050613e5857613da7613d9c6080850185613b66565b608084013591613f22565b15613e5157613dbd836060613dca950190613b66565b9390916060810190613b66565b935f925f5b82811080613e48575b15613e1e57613de8818484613f12565b35613df4868987613f12565b3514613e09575b613e0490613203565b613dcf565b93613e16613e0491613203565b949050613dfb565b5050505090918015159182613e3e575b505015613e39575f90565b600790565b1490505f80613e2e565b50868510613dd8565b5060089150565b5060099150565b60ff9250613e6d8391613ac8565b91511619161615155f80613d86565b506005925050565b50600493505050565b5060069450505050565b506003955050505050565b5060039150565b9050604082013514155f613c80565b9050602084013514155f613c6c565b50600293505050565b90506020813d602011613f02575b81613eeb60209383612ea9565b810103126100f957613efc90613270565b5f613c5a565b3d9150613ede565b506001925050565b91908110156101f85760051b0190565b91905f5b818110613f3557505050505f90565b82613f41828487613f12565b3514613f4f57600101613f26565b50505050600190565b60ff811690601f8211613f875760405191613f74604084612ea9565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000163014806140a9575b15614017577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152613aad60c082612ea9565b507f00000000000000000000000000000000000000000000000000000000000000004614613fee565b929190833b61411c57906140e6929161426e565b506140f081612e1d565b1591826140fc57505090565b73ffffffffffffffffffffffffffffffffffffffff919250811691161490565b6064601f19601f855f9660209896604051967f1626ba7e0000000000000000000000000000000000000000000000000000000088526004880152604060248801528160448801528587013786848287010152011601915afa7f1626ba7e000000000000000000000000000000000000000000000000000000005f5114601f3d11161690565b9080158015614264575b6142395760015b8181106141be57505050565b6141c9818385613f12565b357fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8201828111610db8576141ff908486613f12565b35101561420e576001016141b2565b7ff4b13d59000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f2ba10420000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50604081116141ab565b9060418303614298576142919250602081013591604082359201355f1a906142a2565b9192909190565b50505f9160029190565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411614326579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa1561050e575f5173ffffffffffffffffffffffffffffffffffffffff81161561431c57905f905f90565b505f906001905f90565b5050505f916003919056' as const;
