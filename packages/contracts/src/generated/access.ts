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
  "name": "EmergencyGranted",
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
    "name": "grantId",
    "type": "bytes32"
   }
  ],
  "name": "closeEmergency",
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
    "internalType": "bytes32",
    "name": "twinId",
    "type": "bytes32"
   },
   {
    "internalType": "uint8",
    "name": "hospitalIndex",
    "type": "uint8"
   }
  ],
  "name": "contributionOf",
  "outputs": [
   {
    "components": [
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
    "internalType": "struct ContributionRight",
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
      "internalType": "bool",
      "name": "emergency",
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
   },
   {
    "internalType": "address",
    "name": "from",
    "type": "address"
   }
  ],
  "name": "importTwin",
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
   }
  ],
  "name": "narrowForControl",
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
  "name": "openEmergency",
  "outputs": [
   {
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
    "internalType": "struct Grant",
    "name": "",
    "type": "tuple"
   }
  ],
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
  "name": "revokeByTerms",
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
     },
     {
      "internalType": "uint16",
      "name": "emergencies",
      "type": "uint16"
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

export const accessBytecode = '0x610220806040523461040457610160816156308038038091610021828561041c565b833981010312610404576040519061016082016001600160401b0381118382101761040857604052805163ffffffff811681036104045782526100666020820161043f565b602083019081526100796040830161043f565b6040840190815261008c6060840161043f565b60608501908152926100a06080820161043f565b60808601908152906100b460a0820161043f565b60a08701908152926100c860c0830161043f565b9460c0880197889687528760e085016100e09061043f565b60e08301908152956100f5610100870161043f565b61010084019081529561010b610120820161043f565b906101208501918252610140016101219061043f565b9061014085019182526040519761013960408a61041c565b600f895260208901996e5477696e7365616c2041636365737360881b8b526040519c61016660408f61041c565b8d600181526020019c603160f81b8e526040519660208801988a5163ffffffff168a52600160a01b600190038c511660408a0152600160a01b600190038d511660608a0152600160a01b600190039051166080890152600160a01b6001900390511660a0880152600160a01b6001900390511660c0870152600160a01b6001900390511660e0860152600160a01b60019003905116610100850152600160a01b60019003905116610120840152600160a01b60019003905116610140830152600160a01b6001900390511661016082015261016081526102486101808261041c565b5190206080525163ffffffff1660a052516001600160a01b0390811660c05290511660e05261027681610453565b6101a05261028384610453565b6101c052519020918261016052519020806101805246610120526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526102ee60c08261041c565b519020610100523061014052516001600160a01b039081166101e0529051166102005260405161517190816104bf8239608051816102c3015260a05181614f12015260c0518181816104380152818161095a015281816114d901528181611725015281816129710152818161317e01528181613ccb015281816141d2015261455a015260e0518150506101005181614d9c01526101205181614e5301526101405181614d6d01526101605181614deb01526101805181614e1101526101a0518161208101526101c051816120ab01526101e051818181610d9601528181611497015281816121a10152818161242f015281816127c001528181613325015261346401526102005181818161011b015261036b0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b0382119082101761040857604052565b51906001600160a01b038216820361040457565b601f81511161047e57602081519101516020821061046f571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe6080806040526004361015610012575f80fd5b5f905f3560e01c908163088c7956146133f25750806316a3e122146132a7578063201ed9b31461325457806320ec24a21461320757806344c9e010146130bd57806354da6f051461274557806358ee3e1f146123b85780635f13d3201461232c57806361d585da146122495780636cc99c021461217f57806384b0196e146120675780638a1d8af314611f05578063912895d0146114345780639419fdeb14610d6b578063987757dd146108a0578063a7fb736214610801578063b1c129b2146102e6578063c40123f5146102ab578063d5d3fe08146101ef578063d6f52732146101ba5763e2e5ee9014610105575f80fd5b346101b7576101b4610116366138cd565b61013f7f00000000000000000000000000000000000000000000000000000000000000006148a8565b8184526002602052604084209160405192610159846135eb565b546001600160401b038116845264ffffffffff8160401c16602085015264ffffffffff8160681c16604085015263ffffffff8160901c1660608501526001600160401b038160b01c16608085015260f01c60a0840152614b5d565b80f35b80fd5b50346101b7576040906001600160401b03806101de6101d8366138cd565b90613ca7565b919085519450168352166020820152f35b50346101b75760203660031901126101b757600435908181526002602052604081205460b01c916108209160405192610228818561366d565b60408452601f19013660208501378091815b6040811061025f578385526040516020808252819061025b908201886137fa565b0390f35b806001600160401b03600180931b88161661027b575b0161023a565b82845260046020526040842081855260205260408420546102a561029e87613b2d565b9688613bac565b52610275565b50346101b757806003193601126101b75760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b50346101b75760203660031901126101b7576004356001600160401b0381116107fd5761031790369060040161370f565b908061014060405161032881613651565b828152826020820152826040820152606080820152606060808201528260a08201528260c08201528260e08201528261010082015282610120820152015261038f7f00000000000000000000000000000000000000000000000000000000000000006148a8565b8151815260026020526040812090604051916103aa836135eb565b54916001600160401b0383169182825264ffffffffff8460401c16602083015264ffffffffff8460681c16604083015263ffffffff8460901c16606083015260808201926001600160401b038560b01c16845260a083019460f01c8552156107e95760208501928351906040519163b07c4b0360e01b83526004830152610100826024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9182156107de5783926107a9575b5061048a9060206001600160401b03895192511693019260ff845116916148fb565b9590956106bc575b67800000000000000061ffff82511617610120880152600161ffff8251160161ffff81116106a85761ffff1690526105f193928692909164ffffffffff60801b196104dc85613ec9565b97889788946104fd88518460e08b01996001600160401b038b511692614a54565b87518152600460205260ff6040822093169283825260205285604082205564ffffffffff8060c060ff8060a08d0151169851169a015116975116946040519889946105478661361a565b600186526020860190815260408601928352606086019182526105a56040608088019580875261010060a08a019960018b5260c081019e8f5260e081019c8d52019b818d5281526003602052209b5161059f816135cd565b8c613bdb565b518a5492519151935164ffffffff001990931660089190911b61ff00161760109190911b62ff0000161760189290921b63ff000000169190911790151560201b64ff0000000016178755565b511515936fffffffffffffffffffffff00000000001965ff000000000064ffffffffff60801b64ffffffffff60581b6affffffffff0000000000008a54955160301b16965160581b16965160801b169660281b1691161716171717905583519051907f6af5cdc76ae69a7600dc8ecbe0a011b1c8c479dc8ab8bacce8be3f278a6c57446040516020815280610689602082018961382d565b0390a461025b604051928392835260406020840152604083019061382d565b602484634e487b7160e01b81526011600452fd5b8651835260046020526040832060ff871684526020526107a48460408520546107778a518288526003602052828460408a209264ffffffffff604051946107028661361a565b5460ff8116610710816135cd565b865260ff8160081c16602087015260ff8160101c16604087015260ff8160181c16606087015260ff8160201c161515608087015260ff8160281c16151560a0870152818160301c1660c0870152818160581c1660e087015260801c166101008501526143ca565b895190817f442a8b76dad6f517648f8d5905b00a398649af2e3740421b4273ba108fa6a5158880a36144a3565b610492565b61048a9192506107d0906101003d81116107d7575b6107c8818361366d565b810190613bf3565b9190610468565b503d6107be565b6040513d85823e3d90fd5b6024908551639836d7b160e01b8252600452fd5b5080fd5b50346101b75760403660031901126101b7576024359060ff821682036101b75760408160ff9282805161083381613636565b8281528260208201520152600435815260056020522091165f52602052606060405f2064ffffffffff6040519161086983613636565b5481808216938481528160406020830192828660281c168452019360501c1683526040519485525116602084015251166040820152f35b50346101b75760203660031901126101b7576004356108bd61419c565b80825260026020526040822090604051916108d7836135eb565b546001600160401b038116808452602084019264ffffffffff8360401c1684526040850164ffffffffff8460681c168152606086019163ffffffff8560901c16835260808701936001600160401b038660b01c16855260a088019560f01c865215610d59578764ffffffffff6001600160401b03865116908a6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016925b6001600160401b038116610ad057505060049164ffffffffff602092168a526040519283809263f2871feb60e01b82525afa8015610ac5578a90610a84575b63ffffffff16855250610a75575b875260026020526040872095516001600160401b03168654955160401b6cffffffffff000000000000000016915160681b64ffffffffff60681b16925160901b63ffffffff60901b16935160b01b67ffffffffffffffff60b01b16945160f01b6001600160f01b0319169571ffffffffffffffffffffffffffffffffffff19161763ffffffff60901b19161767ffffffffffffffff60b01b1916176001600160f01b0316171717905580f35b610a7f87826144a3565b6109c9565b506020813d602011610abd575b81610a9e6020938361366d565b81010312610ab957610ab463ffffffff91613b08565b6109bb565b8980fd5b3d9150610a91565b6040513d8c823e3d90fd5b60016001600160401b0383161b6001600160401b038183161615610d4e576001600160401b03161890858d5260046020528c816040822091526020528c8c60408220548083526003602052604083209160405192610b2d8461361a565b549260ff8416610b3c816135cd565b815260ff8460081c16602082015260ff8460101c166040820152606081019360ff8160181c1685528b608083019260ff8360201c161515845260ff8360281c16151560a082015260c081019464ffffffffff8460301c16865264ffffffffff8460581c1664ffffffffff60e084019582875260801c16610100840152421015610d085750505064ffffffffff90511664ffffffffff89168110610d00575b5051610c9d575b505060ff905116604051907ffd2b7ac10000000000000000000000000000000000000000000000000000000082526004820152602081602481895afa918215610c915791610c54575b5063ffffffff808a5116911611610c4b575b610c4590613b2d565b9061097c565b60019450610c3c565b90506020813d8211610c89575b81610c6e6020938361366d565b81010312610c8557610c7f90613b08565b5f610c2a565b8d80fd5b3d9150610c61565b604051903d90823e3d90fd5b5191979092909164ffffffffff16428111610cd95750905052600360205260408d2064ff000000001981541690558c60ff6001965b905f610be1565b90925064ffffffffff86989298168110610cf7575b5060ff90610cd2565b945060ff610cee565b97505f610bda565b919795989c5092507f442a8b76dad6f517648f8d5905b00a398649af2e3740421b4273ba108fa6a5159550610d419350879150866143ca565b80a3610c45600194613b2d565b5090610c4590613b2d565b639836d7b160e01b8852600452602487fd5b50346101b75760403660031901126101b7576004356001600160a01b03610d9061354b565b610dbb827f0000000000000000000000000000000000000000000000000000000000000000166148a8565b16604051917f61d585da00000000000000000000000000000000000000000000000000000000835280600484015260c083602481855afa92831561142957849361137e575b50604051907fd5d3fe080000000000000000000000000000000000000000000000000000000082528060048301528482602481865afa9182156113735785926112dd575b50845b825181101561120f57610e5a8184613bac565b5190604051917f8a1d8af3000000000000000000000000000000000000000000000000000000008352600483015261012082602481885afa918215611204578792611123575b50610eab8185613bac565b5187526003602052600260408820610ecd8451610ec7816135cd565b82613bdb565b60208401805191805495604081019362ff0000855160101b16606083019861ff0063ff0000008b5160181b169360081b169063ffffff0019161717178255610f3460808201511515839064ff00000000825491151560201b169064ff000000001916179055565b60a0810151151590825464ffffffffff60801b196affffffffff00000000000060c084015160301b16916fffffffffffffffffffffff00000000001965ff000000000064ffffffffff60801b61010064ffffffffff60581b60e089015160581b1697015160801b169660281b16911617161717179055610fb48488613bac565b5190868b52600460205260ff60408c209151168b5260205260408a20555116610fe2575b6001915001610e47565b60ff82511691604051927fa7fb73620000000000000000000000000000000000000000000000000000000084528460048501526024840152606083604481895afa9081156111185788916110a9575b60019350848952600560205260ff8060408b20925116165f5260205260405f209064ffffffffff815116908254916effffffffff00000000000000000000604069ffffffffff0000000000602085015160281b1693015160501b16926effffffffffffffffffffffffffffff19161717179055610fd8565b90506060833d8211611110575b816110c36060938361366d565b8101031261110c5760019261110160408051926110df84613636565b6110e881613b9a565b84526110f660208201613b9a565b602085015201613b9a565b604082015290611031565b8780fd5b3d91506110b6565b6040513d8a823e3d90fd5b909150610120813d82116111fc575b81611140610120938361366d565b810103126111f857604051906111558261361a565b805160048110156111f4576111e79161010091845261117660208201613bc0565b602085015261118760408201613bc0565b604085015261119860608201613bc0565b60608501526111a960808201613bce565b60808501526111ba60a08201613bce565b60a08501526111cb60c08201613b9a565b60c08501526111dc60e08201613b9a565b60e085015201613b9a565b610100820152905f610ea0565b8880fd5b8680fd5b3d9150611132565b6040513d89823e3d90fd5b5091505061121d82826144a3565b8252600260205260408220906001600160401b03815116908254916001600160f01b036cffffffffff0000000000000000602084015160401b1667ffffffffffffffff60b01b1964ffffffffff60681b604086015160681b169163ffffffff60901b1963ffffffff60901b606088015160901b169571ffffffffffffffffffffffffffffffffffff196001600160f01b031960a067ffffffffffffffff60b01b60808c015160b01b169a015160f01b169916171617161716171717905580f35b9091503d8086833e6112ef818361366d565b81019060208183031261136f578051906001600160401b0382116111f857019080601f8301121561136f5781516113258161368e565b92611333604051948561366d565b81845260208085019260051b82010192831161110c57602001905b82821061135f57505050905f610e44565b815181526020918201910161134e565b8580fd5b6040513d87823e3d90fd5b90925060c0813d60c011611421575b8161139a60c0938361366d565b8101031261141d5760a0604051916113b1836135eb565b6113ba81613b86565b83526113c860208201613b9a565b60208401526113d960408201613b9a565b60408401526113ea60608201613b08565b60608401526113fb60808201613b86565b6080840152015161ffff811681036114195760a0820152915f610e00565b8480fd5b8380fd5b3d915061138d565b6040513d86823e3d90fd5b50346101b75760403660031901126101b7576004356024356001600160401b038111611f015736602382011215611f01576001600160401b03816004013511611f0157366024826004013560051b83010111611f01576114bc6001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000166148a8565b60405163f2871feb60e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115611429578491611ec7575b5060405190611517826135eb565b60018252602082019064ffffffffff82526040830190868252606084019063ffffffff168152608084019087825260a085019288845287895260026020526040892095516001600160401b03168654955160401b6cffffffffff000000000000000016915160681b64ffffffffff60681b16925160901b63ffffffff60901b16935160b01b67ffffffffffffffff60b01b16945160f01b6001600160f01b0319169571ffffffffffffffffffffffffffffffffffff19161763ffffffff60901b19161767ffffffffffffffff60b01b1916176001600160f01b03161717179055825b81600401358110611608578380f35b8261161b82846004013560248601613b4f565b3503611e835761163381836004013560248501613b4f565b906116576116523661164d84876004013560248901613b4f565b61370f565b613ec9565b6116756001600160401b0361166f6101408601613b19565b16614246565b823586526002602052604086209260405193611690856135eb565b546001600160401b038116855264ffffffffff8160401c16602086015264ffffffffff8160681c16604086015263ffffffff8160901c1660608601526001600160401b038160b01c16608086015260f01c60a08501526116fc6116f66101208301613b19565b8561427f565b6040519363b07c4b0360e01b855260208201356004860152610100856024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa948515611118578895611e62575b5061176963ffffffff60e087015116614f0a565b60018551611776816135cd565b61177f816135cd565b03611e4b5761179a61179460608401846138e3565b9061503f565b6117aa61179460808401846138e3565b60ff6117b860a0840161415a565b16158015611e33575b611df95764ffffffffff6001600160401b036117df60e08501613b19565b1611611db9576117f160c08301613b19565b6001600160401b038061180660e08601613b19565b1691161015611d6657426001600160401b0361182460e08501613b19565b161115611d225760808101519088915b6001600160401b03600160ff85161b821616611d125750603060ff83161015611cfe57600161186560a0850161415a565b1615159081611ce6575b8180611cc7575b8280611c9e575b611c81575b80611c79575b80611c72575b611c62575b61189f60e08501613b19565b838535926118ac93614a54565b8235895260046020526040892060ff83168a526020528360408a205560a083016118d59061415a565b9560200195865160ff16908a60c086016118ee90613b19565b64ffffffffff169361190260e08801613b19565b64ffffffffff16926119176101208901613b19565b64ffffffffff16946040519761192c8961361a565b60018952602089019060ff168152604089019260ff1683526060890191825260808901931515845260a089019480865260c08a0198895260e08a019687526101008a019788528b81526003602052604090209851611989816135cd565b611993908a613bdb565b51918854905160101b62ff000016915160181b63ff000000169260081b61ff00169063ffffff00191617171786555115156119e790869064ff00000000825491151560201b169064ff000000001916179055565b511515928454905160301b6affffffffff00000000000016915160581b64ffffffffff60581b16925160801b64ffffffffff60801b169360281b65ff000000000016906fffffffffffffffffffffff000000000019161764ffffffffff60801b1916171717905560a08101611a5b9061415a565b600216151593600194611b9b575b50604051602081528135602082015260208201356040820152604082013560608201527fa30c323f3a8e5e74f553d394d1b1cac920c3de74b6affb616e3cf5168d395b4d611af2611ad3611ac06060860186614168565b6101606080870152610180860191613918565b611ae06080860186614168565b858303601f190160a087015290613918565b9160ff611b0160a0860161359b565b1660c08201526001600160401b03611b1b60c08601613521565b1660e08201526001600160401b03611b3560e08601613521565b16610100820152611b49610100850161358e565b15156101208201526001600160401b03611b666101208601613521565b166101408201526001600160401b03611b826101408601613521565b166101608201528060208501359435930390a4016115f9565b64ffffffffff611bad60c08401613b19565b169064ffffffffff611bc160e08501613b19565b169064ffffffffff611bd66101208601613b19565b169060405193611be585613636565b8452602084019283526040840191825284358b52600560205260ff8060408d20925116165f5260205264ffffffffff60405f209351166effffffffff0000000000000000000069ffffffffff00000000008554945160281b16925160501b16926effffffffffffffffffffffffffffff191617171790555f611a69565b611c6d8185356144a3565b611893565b508961188e565b508115611888565b64ffffffffff611c9360c08701613b19565b166020830152611882565b50611cab60c08601613b19565b6001600160401b0364ffffffffff60208501511691161061187d565b9150426001600160401b03611cde60c08701613b19565b161191611876565b90506101008301358015158103610ab957159061186f565b602489638816cfef60e01b81526030600452fd5b91611d1c906148ea565b91611834565b6044886001600160401b03611d3960e08601613b19565b7f2f5d31f20000000000000000000000000000000000000000000000000000000083521660045242602452fd5b6044886001600160401b038481611d8b60e0611d8460c08501613b19565b9301613b19565b917f54476fa30000000000000000000000000000000000000000000000000000000085521660045216602452fd5b6024886001600160401b03611dd060e08601613b19565b7f4c5e3c4100000000000000000000000000000000000000000000000000000000835216600452fd5b60248860ff611e0a60a0860161415a565b7f03552c8000000000000000000000000000000000000000000000000000000000835216600452fd5b50600360ff611e4460a0850161415a565b16116117c1565b60248860208463e8e7c19560e01b83520135600452fd5b611e7c9195506101003d81116107d7576107c8818361366d565b935f611755565b611e9a908260246044969594600401359101613b4f565b35907f130e2e23000000000000000000000000000000000000000000000000000000008352600452602452fd5b90506020813d602011611ef9575b81611ee26020938361366d565b8101031261141d57611ef390613b08565b5f611509565b3d9150611ed5565b8280fd5b50346101b75760203660031901126101b75780604051611f248161361a565b8181528160208201528160408201528160608201528160808201528160a08201528160c08201528160e08201526101000152600435815260036020526040902060405190611f718261361a565b5460ff811691611f80836135cd565b828152602081018260081c60ff168152604082018360101c60ff168152606083018460181c60ff16815260808401908560201c60ff161515825260a08501928660281c60ff161515845260c08601948760301c64ffffffffff16865260e08701968860581c64ffffffffff168852610100019760801c64ffffffffff1688526040519861200c816135cd565b89525160ff1660208901525160ff1660408801525160ff166060870152511515608086015251151560a08501525164ffffffffff1660c08401525164ffffffffff1660e08301525164ffffffffff1661010082015261012090f35b50346101b757806003193601126101b757612123906120a57f0000000000000000000000000000000000000000000000000000000000000000614fb4565b906120cf7f0000000000000000000000000000000000000000000000000000000000000000614fb4565b906020612131604051936120e3838661366d565b8385525f3681376040519687967f0f00000000000000000000000000000000000000000000000000000000000000885260e08589015260e08801906135a9565b9086820360408801526135a9565b904660608601523060808601528260a086015284820360c08601528080855193848152019401925b82811061216857505050500390f35b835185528695509381019392810192600101612159565b50346101b75760203660031901126101b7576004356121c66001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000166148a8565b80825260026020526040822090604051916121e0836135eb565b546001600160401b038116835260208301918160401c64ffffffffff168352604084018260681c64ffffffffff16815260608501908360901c63ffffffff16825260808601928460b01c6001600160401b0316845260a087019460f01c85526109c987826144a3565b50346101b75760203660031901126101b75760408160c09260a0835161226e816135eb565b82815282602082015282858201528260608201528260808201520152600435815260026020522061ffff604051916122a5836135eb565b546001600160401b038082169384815263ffffffff6020820164ffffffffff8560401c16815264ffffffffff60408401818760681c168152816060860193858960901c16855260a06080880197898b60b01c168952019860f01c89526040519a8b52511660208a0152511660408801525116606086015251166080840152511660a0820152f35b50346101b75760403660031901126101b757600435906001600160401b0382116101b75760c060031983360301126101b757602435906001600160401b0382116101b75761016060031983360301126101b757604060ff6123948585600401906004016144fa565b1680159081156123ad575b825191151582526020820152f35b600b8114915061239f565b50346101b75760a03660031901126101b757600435906123d661350b565b906123df6134f5565b6123e7613535565b6084356001600160401b03811161141d57906124106001600160401b0393923690600401613561565b93909261241b61419c565b1661242581614246565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b1561136f576040516328575e3760e21b8152600481018990526001600160a01b0384166024820152908690829060449082905afa801561273a57908691612725575b50509061253661253c94939260405160208101917f2952f8f0767d1f782f249377faef3adf724d1142903bfa2aa0c7ba4ad6ba8d7483528a60408301526001600160401b038a1660608301526080820152608081526124f360a08261366d565b5190206124fe614d63565b604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b906140ef565b8281526002602052604081209160405192612556846135eb565b54926001600160401b0384168152602081019464ffffffffff8560401c168652604082019564ffffffffff8660681c168752606083019563ffffffff8160901c1687526125c060808501956001600160401b038360b01c16875260a086019260f01c83528561427f565b8594855b81516001600160401b038116156126e0576001881b166001600160401b0316156126d6576126ca6126d091868a52600460205260408a20898b5260205260408a2054808b5260036020526126a060408c2064ffffffffff604051916126288361361a565b5460ff8116612636816135cd565b835260ff8160081c16602084015260ff8160101c16604084015260ff8160181c16606084015260ff8160201c161515608084015260ff8160281c16151560a0840152818160301c1660c0840152818160581c1660e084015260801c16610100820152828b8b6142f1565b877fa75610f599cea10d1a6bb6332878af5fffa58f57b227cba0d0229fa90a63cc518c80a3613b2d565b96613b2d565b956125c4565b956126d090613b2d565b5089858997968b9364ffffffffff885260405190815260207fbbb9f8e52b261588af27e8d68b9aa971af1e8a9b3e7c133320b6dcaf72e5ebb591a26109c987826144a3565b8161272f9161366d565b61141957845f612493565b6040513d88823e3d90fd5b50346101b75760603660031901126101b7576001600160401b03600435116101b757610160600435360360031901126101b75761278061354b565b6044356001600160401b038111611f015761279f903690600401613561565b6127b46116529392933660043560040161370f565b92846001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000166127f46064600435016004356004016138e3565b61280560e460049493943501613b19565b91803b15611419576001600160a01b038886946001600160401b03612873604051988997889687967fac64da79000000000000000000000000000000000000000000000000000000008852600435600401356004890152166024870152608060448701526084860191613918565b9116606483015203915afa80156130b25761309d575b505061289b92612536856124fe614d63565b6128b56001600160401b0361166f61014460043501613b19565b60043560040135825260026020526040822091604051926128d5846135eb565b54926001600160401b038416815264ffffffffff8460401c16602082015264ffffffffff8460681c16604082015263ffffffff8460901c16606082015260808101936001600160401b038160b01c16855260f01c60a082015261294661294061012460043501613b19565b8261427f565b6040519363b07c4b0360e01b8552602460043501356004860152610100856024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9485156107de57839561307c575b506129b563ffffffff60e087015116614f0a565b600185516129c2816135cd565b6129cb816135cd565b03613064576129e76117946064600435016004356004016138e3565b6129fe6117946084600435016004356004016138e3565b60ff612a0e60a46004350161415a565b1615801561304a575b6130375764ffffffffff6001600160401b03612a3760e460043501613b19565b161161301e57612a4b60c460043501613b19565b6001600160401b0380612a6260e460043501613b19565b1691161015612ff657612a7960e460043501613b19565b6001600160401b034291161115612fdd575182905b6001600160401b03600160ff84161b821616612fc35750603060ff82161015612faf576001612ac160a46004350161415a565b1615159182612f95575b8280612f74575b8380612f49575b612f2a575b80612f22575b80612f1a575b612f05575b612afd60e460043501613b19565b826004356004013592612b0f93614a54565b60043560040135835260046020526040832060ff8216845260205283604084205560043560a401612b3f9061415a565b9460200194855160ff169260043560c401612b5990613b19565b64ffffffffff1692612b6f60e460043501613b19565b64ffffffffff1691612b8661012460043501613b19565b64ffffffffff169360405196612b9b8861361a565b60018852602088019360ff168452604088019160ff1682526060880190815260808801921515835260a088019389855260c0890197885260e0890195865261010089019687528a8a52600360205260408a209851612bf8816135cd565b612c02908a613bdb565b51918854905160101b62ff000016915160181b63ff000000169260081b61ff00169063ffffff0019161717178655511515612c5690869064ff00000000825491151560201b169064ff000000001916179055565b511515928454905160301b6affffffffff00000000000016915160581b64ffffffffff60581b16925160801b64ffffffffff60801b169360281b65ff000000000016906fffffffffffffffffffffff000000000019161764ffffffffff60801b1916171717905560043560a401612ccc9061415a565b600216151592602093612e38575b5050806040518381526004356004013584820152602460043501356040820152604460043501356060820152612d59612d33612d20606460043501600435600401614168565b6101606080860152610180850191613918565b612d47608460043501600435600401614168565b848303601f190160a086015290613918565b60ff612d6960a46004350161359b565b1660c08301526001600160401b03612d8560c460043501613521565b1660e08301526001600160401b03612da160e460043501613521565b16610100830152612db76101046004350161358e565b15156101208301526001600160401b03612dd661012460043501613521565b166101408301526001600160401b03612df461014460043501613521565b166101608301527fa30c323f3a8e5e74f553d394d1b1cac920c3de74b6affb616e3cf5168d395b4d60246004350135928060043560040135930390a4604051908152f35b64ffffffffff612e4c60c460043501613b19565b169164ffffffffff612e6260e460043501613b19565b169160ff80604064ffffffffff612e7e61012460043501613b19565b1694815197612e8c89613636565b885289880196875281880195865260043560040135815260058a5220925116165f52855264ffffffffff60405f209351166effffffffff0000000000000000000069ffffffffff00000000008554945160281b16925160501b16926effffffffffffffffffffffffffffff191617171790555f80612cda565b612f1581600435600401356144a3565b612aef565b506001612aea565b508215612ae4565b64ffffffffff612f3e60c460043501613b19565b166020830152612ade565b50612f5860c460043501613b19565b6001600160401b0364ffffffffff602085015116911610612ad9565b9250426001600160401b03612f8d60c460043501613b19565b161192612ad2565b91506101046004350135801515810361141d571591612acb565b602483638816cfef60e01b81526030600452fd5b90612fd56001600160401b03916148ea565b919050612a8e565b6044836001600160401b03611d3960e460043501613b19565b6044836001600160401b0361300f60c460043501613b19565b81611d8b60e460043501613b19565b6024836001600160401b03611dd060e460043501613b19565b60248360ff611e0a60a46004350161415a565b50600360ff61305d60a46004350161415a565b1611612a17565b60248363e8e7c19560e01b8152816004350135600452fd5b6130969195506101003d81116107d7576107c8818361366d565b935f6129a1565b816130a79161366d565b61141957845f612889565b6040513d84823e3d90fd5b50346101b75760203660031901126101b757600435815260026020526040812090604051916130eb836135eb565b54906001600160401b0382169182845264ffffffffff8160401c16602085015264ffffffffff8160681c16604085015263ffffffff8160901c1660608501526001600160401b038160b01c16608085015260f01c60a0840152811515908161315f575b604080518481528315156020820152f35b905060405163f2871feb60e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa918215610c915780926131c2575b50506131bc906040936140be565b5f61314e565b9091506020823d6020116131ff575b816131de6020938361366d565b810103126101b757506040926131f66131bc92613b08565b918194506131ae565b3d91506131d1565b50346101b75760203660031901126101b757600435906001600160401b0382116101b75761016060031983360301126101b757602061324c611652366004860161370f565b604051908152f35b50346101b75760c03660031901126101b75761326e6134f5565b6064358015158103611f015760843560ff8116810361141d5760a4359163ffffffff83168303611419576101b493602435600435613955565b50346101b75760a03660031901126101b7576004356001600160401b0381116107fd5780600401906101606003198236030112611f01576132e661350b565b906132ef6134f5565b6132f7613535565b906084356001600160401b0381116111f857613317903690600401613561565b949093876001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001661335460648a3594018a6138e3565b8291923b1561141d5783916001600160a01b03896133b5604051968795869485947f9d1ece080000000000000000000000000000000000000000000000000000000086528c6004870152166024850152606060448501526064840191613918565b03915afa80156130b2576133dd575b50506133d76116526101b498369061370f565b90613d98565b816133e79161366d565b61110c57875f6133c4565b82346134f15760c03660031901126134f157600435916134106134f5565b906064356001600160401b03811681036134f157608435906001600160a01b03821682036134f15760a4356001600160401b0381116134f157613457903690600401613561565b9490936001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b156134f1576328575e3760e21b8252600482018990526001600160a01b03851660248301525f90829060449082905afa80156134e6576134d0575b506101b4959660243590613d98565b6101b496505f6134df9161366d565b5f956134c1565b6040513d5f823e3d90fd5b5f80fd5b604435906001600160401b03821682036134f157565b602435906001600160401b03821682036134f157565b35906001600160401b03821682036134f157565b606435906001600160a01b03821682036134f157565b602435906001600160a01b03821682036134f157565b9181601f840112156134f1578235916001600160401b0383116134f157602083818601950101116134f157565b359081151582036134f157565b359060ff821682036134f157565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b600411156135d757565b634e487b7160e01b5f52602160045260245ffd5b60c081019081106001600160401b0382111761360657604052565b634e487b7160e01b5f52604160045260245ffd5b61012081019081106001600160401b0382111761360657604052565b606081019081106001600160401b0382111761360657604052565b61016081019081106001600160401b0382111761360657604052565b90601f801991011681019081106001600160401b0382111761360657604052565b6001600160401b0381116136065760051b60200190565b9291906136b18161368e565b936136bf604051958661366d565b602085838152019160051b81019283116134f157905b8282106136e157505050565b81358152602091820191016136d5565b9080601f830112156134f15781602061370c933591016136a5565b90565b919091610160818403126134f1576040519061372a82613651565b819381358352602082013560208401526040820135604084015260608201356001600160401b0381116134f157816137639184016136f1565b60608401526080820135906001600160401b0382116134f1578261379161014094926137f5948694016136f1565b60808601526137a260a0820161359b565b60a08601526137b360c08201613521565b60c08601526137c460e08201613521565b60e08601526137d6610100820161358e565b6101008601526137e96101208201613521565b61012086015201613521565b910152565b90602080835192838152019201905f5b8181106138175750505090565b825184526020938401939092019160010161380a565b908151815260208201516020820152604082015160408201526101406001600160401b0381613882613870606087015161016060608801526101608701906137fa565b608087015186820360808801526137fa565b9460ff60a08201511660a08601528260c08201511660c08601528260e08201511660e08601526101008101511515610100860152826101208201511661012086015201511691015290565b60409060031901126134f1576004359060243590565b903590601e19813603018212156134f157018035906001600160401b0382116134f157602001918160051b360383136134f157565b90918281527f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff83116134f15760209260051b809284830137010190565b9392919094845f52600260205260405f209060405191613974836135eb565b546001600160401b0381169081845264ffffffffff8160401c16602085015264ffffffffff8160681c16604085015263ffffffff8160901c1660608501526001600160401b038160b01c16608085015260f01c60a084015215613af5576139db90826140be565b613ac957516001600160401b039182169116818103613a9b575050613a9657815f52600560205260ff60405f2091165f5260205260405f2060405190613a2082613636565b549064ffffffffff821690818152604064ffffffffff808560281c169485602085015260501c169101524210908115613a8b575b50613a5d575050565b7fd5d95ee4000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b90504210155f613a54565b505050565b7f9252ce0e000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b847fce6f45e9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b85639836d7b160e01b5f5260045260245ffd5b519063ffffffff821682036134f157565b356001600160401b03811681036134f15790565b5f198114613b3b5760010190565b634e487b7160e01b5f52601160045260245ffd5b9190811015613b725760051b8101359061015e19813603018212156134f1570190565b634e487b7160e01b5f52603260045260245ffd5b51906001600160401b03821682036134f157565b519064ffffffffff821682036134f157565b8051821015613b725760209160051b010190565b519060ff821682036134f157565b519081151582036134f157565b90613be5816135cd565b60ff80198354169116179055565b90816101009103126134f1576040519061010082018281106001600160401b0382111761360657604052805160048110156134f1578252613c3660208201613bc0565b6020830152613c4760408201613b08565b604083015260608101516060830152613c6260808201613bce565b608083015260a08101516001600160a01b03811681036134f157613c9f9160e09160a0850152613c9460c08201613b08565b60c085015201613b08565b60e082015290565b6040519163b07c4b0360e01b83526004830152610100826024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9182156134e6575f92613d77575b508151613d07816135cd565b613d10816135cd565b15613d6f575f52600560205260ff80602060405f2093015116165f5260205260405f209060405191613d4183613636565b549164ffffffffff831690818152604064ffffffffff808660281c169586602085015260501c169101529190565b50505f905f90565b613d919192506101003d81116107d7576107c8818361366d565b905f613cfb565b9294613e9a9691946125366001600160401b03613e1c9598613db861419c565b16613dc281614246565b60405160208101917f682f37545dc9cbbe7b3f24c42f481b1497a98fb05dd3adf428a6a709bb0b6bff83528860408301528960608301526001600160401b038b16608083015260a082015260a081526124f360c08261366d565b805f526002602052613e9560405f209360405194613e39866135eb565b546001600160401b038116865264ffffffffff8160401c16602087015264ffffffffff8160681c16604087015263ffffffff8160901c1660608701526001600160401b038160b01c16608087015260f01c60a08601528461427f565b614b5d565b565b80516020909101905f5b818110613eb35750505090565b8251845260209384019390920191600101613ea6565b60b6604051613ed960e08261366d565b8181527f6e6f6e63652c75696e74363420646561646c696e65290000000000000000000060c060208301927f4772616e742862797465733332207477696e49642c6279746573333220686f7384527f706974616c2c627974657333322073746166662c627974657333325b5d20736360408201527f6f7065732c627974657333325b5d20707572706f7365732c75696e7438206f7060608201527f65726174696f6e732c75696e743634206e6f744265666f72652c75696e74363460808201527f206578706972792c626f6f6c2066756c6c486973746f72792c75696e7436342060a08201520152209080519060208101519060408101516060820151604051613ff981613feb602082018095613e9c565b03601f19810183528261366d565b519020608083015160405161401681613feb602082018095613e9c565b51902060ff60a0850151166001600160401b0360c086015116916001600160401b0360e087015116936101008701511515956001600160401b03610140816101208b01511699015116986040519a60208c019c8d5260408c015260608b015260808a015260a089015260c088015260e087015261010086015261012085015261014084015261016083015261018082015261018081526140b86101a08261366d565b51902090565b9064ffffffffff6020830151164210918215926140da57505090565b6060015163ffffffff91821691161415919050565b91909280155f1461414a5750506001600160a01b03811633145b15614112575050565b6001600160a01b03907f3b55884e000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b614155918484614e79565b614109565b3560ff811681036134f15790565b9035601e19823603018112156134f15701602081359101916001600160401b0382116134f1578160051b360383136134f157565b6040517f172195220000000000000000000000000000000000000000000000000000000081526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156134e6575f9061420b575b613e9a9150614f0a565b506020813d60201161423e575b816142256020938361366d565b810103126134f157614239613e9a91613b08565b614201565b3d9150614218565b8042116142505750565b7fa8ae3d00000000000000000000000000000000000000000000000000000000005f526004524260245260445ffd5b604001906001600160401b0364ffffffffff8351169116908181036142c3575050600164ffffffffff8251160164ffffffffff8111613b3b5764ffffffffff169052565b7f3d1b8430000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9092919260208301906001600160401b03608081600160ff8651161b1619920191825116169052815f52600460205260ff60405f209151165f526020525f6040812055600260408301511615158061438c575b614365575b50505f908152600360205260409020805460ff19166002179055565b5f52600560205260ff80606060405f2093015116165f526020525f60408120555f80614349565b50805f52600560205260405f2060ff80606085015116165f5260205264ffffffffff60405f205460501c1664ffffffffff6101008401511614614344565b9092919260208301906001600160401b03608081600160ff8651161b1619920191825116169052815f52600460205260ff60405f209151165f526020525f60408120556002604083015116151580614465575b61443e575b50505f908152600360205260409020805460ff19166003179055565b5f52600560205260ff80606060405f2093015116165f526020525f60408120555f80614422565b50805f52600560205260405f2060ff80606085015116165f5260205264ffffffffff60405f205460501c1664ffffffffff610100840151161461441d565b9060016001600160401b03825116016001600160401b038111613b3b577f1de21f028aa5736865070c86d571aefbf7a76a3bf6637cfa9d086cff9cd058a7916001600160401b0360209216809152604051908152a2565b908135805f5260026020526001600160401b0360405f205416156148a0576020830135906040517f5c36901c0000000000000000000000000000000000000000000000000000000081528260048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9081156134e6575f91614866575b501561485d578235149081159161484e575b50614838576040810135801515908161483f575b50614838576145c2611652368361370f565b5f52600360205260405f2091604051926145db8461361a565b5460ff8116906145ea826135cd565b81855260ff8160081c166020860152604085019160ff8260101c16835260ff8260181c16606087015260ff8260201c161515608087015260a086019560ff8360281c161515875260c081019164ffffffffff8460301c16835264ffffffffff60e0830194818160581c16865260801c16610100830152614669816135cd565b614672816135cd565b1561482c5760028151614684816135cd565b61468d816135cd565b14614820576003905161469f816135cd565b6146a8816135cd565b14614815575164ffffffffff16421061480b575164ffffffffff164210156148025760a082019060ff6146da8361415a565b16159182156147e5575b50506147dd576147056146fa60808401846138e3565b608084013591614f7e565b156147d557606081019061471982826138e3565b905015159283614741575b5050501561473b57511561473757600b90565b5f90565b50600790565b61476c919295935061475a8160606147629301906138e3565b9690936138e3565b92909536916136a5565b5f925f5b82518110806147cc575b156147bf576147898184613bac565b5161479586868a614f6e565b35146147aa575b6147a590613b2d565b614770565b936147b76147a591613b2d565b94905061479c565b50945050145f8080614724565b5083851061477a565b505050600890565b505050600990565b60ff92506147f3839161415a565b91511619161615155f806146e4565b50505050600590565b5050505050600490565b505050505050600590565b50505050505050600690565b50505050505050600390565b5050600390565b9050604083013514155f6145b0565b9050602082013514155f61459c565b50505050600290565b90506020813d602011614898575b816148816020938361366d565b810103126134f15761489290613bce565b5f61458a565b3d9150614874565b505050600190565b6001600160a01b03168033036148bb5750565b7f543aa2a5000000000000000000000000000000000000000000000000000000005f526004523360245260445ffd5b60ff1660ff8114613b3b5760010190565b909160ff169060019064ffffffffff905f9060305b60ff81166040811015614a4957856001600160401b036001831b8a161615614a2e5750825f52600460205260405f20905f5260205260405f20545f52600360205260405f2086604051916149638361361a565b549160ff8316614972816135cd565b815260ff8360081c16602082015260ff8360101c16604082015260ff8360181c169081606082015260ff8460201c161515608082015260ff8460281c16151560a082015264ffffffffff8460301c1660c082015261010064ffffffffff808660581c16958660e085015260801c1691015214614a20578580614a10575b614a03575b506149fe906148ea565b614910565b93509150816149fe6149f4565b5064ffffffffff851681106149ef565b509550505050505090600190565b9050614a3e575b6149fe906148ea565b5f9450915081614a35565b505050949250509150565b9291926001600160401b03600160ff6080850196161b166001600160401b03855116178452602082019264ffffffffff8451166001600160401b03821610614b4e575b505f52600260205260405f20926001600160f01b036001600160401b0383511667ffffffffffffffff60b01b196cffffffffff00000000000000008754965160401b1663ffffffff60901b1964ffffffffff60681b604088015160681b169371ffffffffffffffffffffffffffffffffffff196001600160f01b031960a067ffffffffffffffff60b01b63ffffffff60901b60608d015160901b169a5160b01b169a015160f01b1699161716171617161717179055565b64ffffffffff1683525f614a97565b90805f52600360205260405f2060405190614b778261361a565b54600160ff8216614b87816135cd565b80845264ffffffffff602085019360ff8160081c16855260ff8160101c16604087015260ff8160181c16606087015260ff8160201c161515608087015260ff8160281c16151560a0870152818160301c1660c0870152818160581c1660e087015260801c16610100850152614bfb816135cd565b614c04816135cd565b1490811591614d3d575b50614d0d57614c1f908285856142f1565b817fa75610f599cea10d1a6bb6332878af5fffa58f57b227cba0d0229fa90a63cc515f80a3614c4e82826144a3565b5f52600260205260405f20906001600160401b03815116908254916001600160f01b036cffffffffff0000000000000000602084015160401b1667ffffffffffffffff60b01b1964ffffffffff60681b604086015160681b169163ffffffff60901b1963ffffffff60901b606088015160901b169571ffffffffffffffffffffffffffffffffffff196001600160f01b031960a067ffffffffffffffff60b01b60808c015160b01b169a015160f01b1699161716171617161717179055565b50907fc1f17d11000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9050835f52600460205260ff60405f209151165f526020528160405f205414155f614c0e565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016301480614e50575b15614dbe577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a081526140b860c08261366d565b507f00000000000000000000000000000000000000000000000000000000000000004614614d95565b929190833b614eb65790614e8d929161500b565b50614e97816135cd565b159182614ea357505090565b6001600160a01b03919250811691161490565b6064835f946020969460405194630b135d3f60e11b8652600486015260406024860152816044860152838501378281018201859052601f01601f191601915afa630b135d3f60e11b5f5114601f3d11161690565b63ffffffff807f000000000000000000000000000000000000000000000000000000000000000016911690808203614f40575050565b7f63181e02000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9190811015613b725760051b0190565b91905f5b818110614f9157505050505f90565b82614f9d828487614f6e565b3514614fab57600101614f82565b50505050600190565b60ff811690601f8211614fe35760405191614fd060408461366d565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b90604183036150355761502e9250602081013591604082359201355f1a906150ef565b9192909190565b50505f9160029190565b906001811080156150e5575b6150ba5760015b81811061505e57505050565b615069818385614f6e565b355f198201828111613b3b57615080908486614f6e565b35101561508f57600101615052565b7fe0565eea000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7faeec5e56000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b506040811161504b565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411615166579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa156134e6575f516001600160a01b0381161561515c57905f905f90565b505f906001905f90565b5050505f916003919056' as const;
