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

export const accessBytecode = '0x610220806040523461040457610160816156978038038091610021828561041c565b833981010312610404576040519061016082016001600160401b0381118382101761040857604052805163ffffffff811681036104045782526100666020820161043f565b602083019081526100796040830161043f565b6040840190815261008c6060840161043f565b60608501908152926100a06080820161043f565b60808601908152906100b460a0820161043f565b60a08701908152926100c860c0830161043f565b9460c0880197889687528760e085016100e09061043f565b60e08301908152956100f5610100870161043f565b61010084019081529561010b610120820161043f565b906101208501918252610140016101219061043f565b9061014085019182526040519761013960408a61041c565b600f895260208901996e5477696e7365616c2041636365737360881b8b526040519c61016660408f61041c565b8d600181526020019c603160f81b8e526040519660208801988a5163ffffffff168a52600160a01b600190038c511660408a0152600160a01b600190038d511660608a0152600160a01b600190039051166080890152600160a01b6001900390511660a0880152600160a01b6001900390511660c0870152600160a01b6001900390511660e0860152600160a01b60019003905116610100850152600160a01b60019003905116610120840152600160a01b60019003905116610140830152600160a01b6001900390511661016082015261016081526102486101808261041c565b5190206080525163ffffffff1660a052516001600160a01b0390811660c05290511660e05261027681610453565b6101a05261028384610453565b6101c052519020918261016052519020806101805246610120526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526102ee60c08261041c565b519020610100523061014052516001600160a01b039081166101e052905116610200526040516151d890816104bf823960805181610315015260a05181614f79015260c05181818161048a0152818161098e0152818161150d01528181611759015281816129c5015281816131d201528181613d2d0152818161422601526145ae015260e0518150506101005181614e0301526101205181614eba01526101405181614dd401526101605181614e5201526101805181614e7801526101a051816120b501526101c051816120df01526101e051818181610dca015281816114cb015281816121d50152818161246b015281816127fc0152818161337901526134b801526102005181818161011b01526103bd0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b0382119082101761040857604052565b51906001600160a01b038216820361040457565b601f81511161047e57602081519101516020821061046f571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe6080806040526004361015610012575f80fd5b5f905f3560e01c908163088c7956146134465750806316a3e122146132fb578063201ed9b3146132a857806320ec24a21461325b57806344c9e0101461311157806354da6f051461278157806358ee3e1f146123f45780635f13d3201461236057806361d585da1461227d5780636cc99c02146121b357806384b0196e1461209b5780638a1d8af314611f39578063912895d0146114685780639419fdeb14610d9f578063987757dd146108d4578063a7fb736214610835578063b1c129b214610338578063c40123f5146102fd578063d5d3fe08146101ef578063d6f52732146101ba5763e2e5ee9014610105575f80fd5b346101b7576101b461011636613921565b61013f7f00000000000000000000000000000000000000000000000000000000000000006148fc565b81845260026020526040842091604051926101598461363f565b546001600160401b038116845264ffffffffff8160401c16602085015264ffffffffff8160681c16604085015263ffffffff8160901c1660608501526001600160401b038160b01c16608085015260f01c60a0840152614bc4565b80f35b80fd5b50346101b7576040906001600160401b03806101de6101d836613921565b90613d09565b919085519450168352166020820152f35b50346101b75760203660031901126101b7576004358082526002602052604082205460b01c91806001600160401b038416805b6102cb5750610230826136e2565b9161023e60405193846136c1565b80835261024d601f19916136e2565b0136602084013780815b83518210156102b157806001600160401b03600161027c931b88161661028157613b8f565b610257565b85845260046020526040842081855260205260408420546102ab6102a485613b8f565b9487613c0e565b52613b8f565b604051602080825281906102c79082018761384e565b0390f35b916102d590613b8f565b915f198101908082116102e9571680610222565b602483634e487b7160e01b81526011600452fd5b50346101b757806003193601126101b75760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b50346101b75760203660031901126101b7576004356001600160401b03811161083157610369903690600401613763565b908061014060405161037a816136a5565b828152826020820152826040820152606080820152606060808201528260a08201528260c08201528260e0820152826101008201528261012082015201526103e17f00000000000000000000000000000000000000000000000000000000000000006148fc565b8151815260026020526040812090604051916103fc8361363f565b54916001600160401b0383169182825264ffffffffff8460401c16602083015264ffffffffff8460681c16604083015263ffffffff8460901c16606083015260808201926001600160401b038560b01c16845260a083019460f01c85521561081d5760208501928351906040519163b07c4b0360e01b83526004830152610100826024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa918215610812579183916106399695938995926107dd575b506104e69060206001600160401b03875192511693019260ff8451169161494f565b9790976106f0575b67800000000000000061ffff8251161761012086015261ffff6001818351160116905264ffffffffff60801b1961052485613f2b565b978897889461054588518460e08b01996001600160401b038b511692614abb565b87518152600460205260ff6040822093169283825260205285604082205564ffffffffff8060c060ff8060a08d0151169851169a0151169751169460405198899461058f8661366e565b600186526020860190815260408601928352606086019182526105ed6040608088019580875261010060a08a019960018b5260c081019e8f5260e081019c8d52019b818d5281526003602052209b516105e781613621565b8c613c3d565b518a5492519151935164ffffffff001990931660089190911b61ff00161760109190911b62ff0000161760189290921b63ff000000169190911790151560201b64ff0000000016178755565b511515936fffffffffffffffffffffff00000000001965ff000000000064ffffffffff60801b64ffffffffff60581b6affffffffff0000000000008a54955160301b16965160581b16965160801b169660281b1691161716171717905583519051907f6af5cdc76ae69a7600dc8ecbe0a011b1c8c479dc8ab8bacce8be3f278a6c574460405160208152806106d16020820189613881565b0390a46102c76040519283928352604060208401526040830190613881565b8451835260046020526040832060ff891684526020526107d88460408520546107ab88518288526003602052828460408a209264ffffffffff604051946107368661366e565b5460ff811661074481613621565b865260ff8160081c16602087015260ff8160101c16604087015260ff8160181c16606087015260ff8160201c161515608087015260ff8160281c16151560a0870152818160301c1660c0870152818160581c1660e087015260801c1661010085015261441e565b875190817f442a8b76dad6f517648f8d5905b00a398649af2e3740421b4273ba108fa6a5158880a36144f7565b6104ee565b6104e6919250610804906101003d811161080b575b6107fc81836136c1565b810190613c55565b91906104c4565b503d6107f2565b6040513d85823e3d90fd5b6024908551639836d7b160e01b8252600452fd5b5080fd5b50346101b75760403660031901126101b7576024359060ff821682036101b75760408160ff928280516108678161368a565b8281528260208201520152600435815260056020522091165f52602052606060405f2064ffffffffff6040519161089d8361368a565b5481808216938481528160406020830192828660281c168452019360501c1683526040519485525116602084015251166040820152f35b50346101b75760203660031901126101b7576004356108f16141f0565b808252600260205260408220906040519161090b8361363f565b546001600160401b038116808452602084019264ffffffffff8360401c1684526040850164ffffffffff8460681c168152606086019163ffffffff8560901c16835260808701936001600160401b038660b01c16855260a088019560f01c865215610d8d578764ffffffffff6001600160401b03865116908a6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016925b6001600160401b038116610b0457505060049164ffffffffff602092168a526040519283809263f2871feb60e01b82525afa8015610af9578a90610ab8575b63ffffffff16855250610aa9575b875260026020526040872095516001600160401b03168654955160401b6cffffffffff000000000000000016915160681b64ffffffffff60681b16925160901b63ffffffff60901b16935160b01b67ffffffffffffffff60b01b16945160f01b6001600160f01b0319169571ffffffffffffffffffffffffffffffffffff19161763ffffffff60901b19161767ffffffffffffffff60b01b1916176001600160f01b0316171717905580f35b610ab387826144f7565b6109fd565b506020813d602011610af1575b81610ad2602093836136c1565b81010312610aed57610ae863ffffffff91613b5c565b6109ef565b8980fd5b3d9150610ac5565b6040513d8c823e3d90fd5b60016001600160401b0383161b6001600160401b038183161615610d82576001600160401b03161890858d5260046020528c816040822091526020528c8c60408220548083526003602052604083209160405192610b618461366e565b549260ff8416610b7081613621565b815260ff8460081c16602082015260ff8460101c166040820152606081019360ff8160181c1685528b608083019260ff8360201c161515845260ff8360281c16151560a082015260c081019464ffffffffff8460301c16865264ffffffffff8460581c1664ffffffffff60e084019582875260801c16610100840152421015610d3c5750505064ffffffffff90511664ffffffffff89168110610d34575b5051610cd1575b505060ff905116604051907ffd2b7ac10000000000000000000000000000000000000000000000000000000082526004820152602081602481895afa918215610cc55791610c88575b5063ffffffff808a5116911611610c7f575b610c7990613b8f565b906109b0565b60019450610c70565b90506020813d8211610cbd575b81610ca2602093836136c1565b81010312610cb957610cb390613b5c565b5f610c5e565b8d80fd5b3d9150610c95565b604051903d90823e3d90fd5b5191979092909164ffffffffff16428111610d0d5750905052600360205260408d2064ff000000001981541690558c60ff6001965b905f610c15565b90925064ffffffffff86989298168110610d2b575b5060ff90610d06565b945060ff610d22565b97505f610c0e565b919795989c5092507f442a8b76dad6f517648f8d5905b00a398649af2e3740421b4273ba108fa6a5159550610d7593508791508661441e565b80a3610c79600194613b8f565b5090610c7990613b8f565b639836d7b160e01b8852600452602487fd5b50346101b75760403660031901126101b7576004356001600160a01b03610dc461359f565b610def827f0000000000000000000000000000000000000000000000000000000000000000166148fc565b16604051917f61d585da00000000000000000000000000000000000000000000000000000000835280600484015260c083602481855afa92831561145d5784936113b2575b50604051907fd5d3fe080000000000000000000000000000000000000000000000000000000082528060048301528482602481865afa9182156113a7578592611311575b50845b825181101561124357610e8e8184613c0e565b5190604051917f8a1d8af3000000000000000000000000000000000000000000000000000000008352600483015261012082602481885afa918215611238578792611157575b50610edf8185613c0e565b5187526003602052600260408820610f018451610efb81613621565b82613c3d565b60208401805191805495604081019362ff0000855160101b16606083019861ff0063ff0000008b5160181b169360081b169063ffffff0019161717178255610f6860808201511515839064ff00000000825491151560201b169064ff000000001916179055565b60a0810151151590825464ffffffffff60801b196affffffffff00000000000060c084015160301b16916fffffffffffffffffffffff00000000001965ff000000000064ffffffffff60801b61010064ffffffffff60581b60e089015160581b1697015160801b169660281b16911617161717179055610fe88488613c0e565b5190868b52600460205260ff60408c209151168b5260205260408a20555116611016575b6001915001610e7b565b60ff82511691604051927fa7fb73620000000000000000000000000000000000000000000000000000000084528460048501526024840152606083604481895afa90811561114c5788916110dd575b60019350848952600560205260ff8060408b20925116165f5260205260405f209064ffffffffff815116908254916effffffffff00000000000000000000604069ffffffffff0000000000602085015160281b1693015160501b16926effffffffffffffffffffffffffffff1916171717905561100c565b90506060833d8211611144575b816110f7606093836136c1565b810103126111405760019261113560408051926111138461368a565b61111c81613bfc565b845261112a60208201613bfc565b602085015201613bfc565b604082015290611065565b8780fd5b3d91506110ea565b6040513d8a823e3d90fd5b909150610120813d8211611230575b8161117461012093836136c1565b8101031261122c57604051906111898261366e565b805160048110156112285761121b916101009184526111aa60208201613c22565b60208501526111bb60408201613c22565b60408501526111cc60608201613c22565b60608501526111dd60808201613c30565b60808501526111ee60a08201613c30565b60a08501526111ff60c08201613bfc565b60c085015261121060e08201613bfc565b60e085015201613bfc565b610100820152905f610ed4565b8880fd5b8680fd5b3d9150611166565b6040513d89823e3d90fd5b5091505061125182826144f7565b8252600260205260408220906001600160401b03815116908254916001600160f01b036cffffffffff0000000000000000602084015160401b1667ffffffffffffffff60b01b1964ffffffffff60681b604086015160681b169163ffffffff60901b1963ffffffff60901b606088015160901b169571ffffffffffffffffffffffffffffffffffff196001600160f01b031960a067ffffffffffffffff60b01b60808c015160b01b169a015160f01b169916171617161716171717905580f35b9091503d8086833e61132381836136c1565b8101906020818303126113a3578051906001600160401b03821161122c57019080601f830112156113a3578151611359816136e2565b9261136760405194856136c1565b81845260208085019260051b82010192831161114057602001905b82821061139357505050905f610e78565b8151815260209182019101611382565b8580fd5b6040513d87823e3d90fd5b90925060c0813d60c011611455575b816113ce60c093836136c1565b810103126114515760a0604051916113e58361363f565b6113ee81613be8565b83526113fc60208201613bfc565b602084015261140d60408201613bfc565b604084015261141e60608201613b5c565b606084015261142f60808201613be8565b6080840152015161ffff8116810361144d5760a0820152915f610e34565b8480fd5b8380fd5b3d91506113c1565b6040513d86823e3d90fd5b50346101b75760403660031901126101b7576004356024356001600160401b038111611f355736602382011215611f35576001600160401b03816004013511611f3557366024826004013560051b83010111611f35576114f06001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000166148fc565b60405163f2871feb60e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa90811561145d578491611efb575b506040519061154b8261363f565b60018252602082019064ffffffffff82526040830190868252606084019063ffffffff168152608084019087825260a085019288845287895260026020526040892095516001600160401b03168654955160401b6cffffffffff000000000000000016915160681b64ffffffffff60681b16925160901b63ffffffff60901b16935160b01b67ffffffffffffffff60b01b16945160f01b6001600160f01b0319169571ffffffffffffffffffffffffffffffffffff19161763ffffffff60901b19161767ffffffffffffffff60b01b1916176001600160f01b03161717179055825b8160040135811061163c578380f35b8261164f82846004013560248601613bb1565b3503611eb75761166781836004013560248501613bb1565b9061168b6116863661168184876004013560248901613bb1565b613763565b613f2b565b6116a96001600160401b036116a36101408601613b6d565b1661429a565b8235865260026020526040862092604051936116c48561363f565b546001600160401b038116855264ffffffffff8160401c16602086015264ffffffffff8160681c16604086015263ffffffff8160901c1660608601526001600160401b038160b01c16608086015260f01c60a085015261173061172a6101208301613b6d565b856142d3565b6040519363b07c4b0360e01b855260208201356004860152610100856024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa94851561114c578895611e96575b5061179d63ffffffff60e087015116614f71565b600185516117aa81613621565b6117b381613621565b03611e7f576117ce6117c86060840184613937565b906150a6565b6117de6117c86080840184613937565b60ff6117ec60a08401613b81565b16158015611e67575b611e2d5764ffffffffff6001600160401b0361181360e08501613b6d565b1611611ded5761182560c08301613b6d565b6001600160401b038061183a60e08601613b6d565b1691161015611d9a57426001600160401b0361185860e08501613b6d565b161115611d565760808101519088915b6001600160401b03600160ff85161b821616611d465750603060ff83161015611d3257600161189960a08501613b81565b1615159081611d1a575b8180611cfb575b8280611cd2575b611cb5575b80611cad575b80611ca6575b611c96575b6118d360e08501613b6d565b838535926118e093614abb565b8235895260046020526040892060ff83168a526020528360408a205560a0830161190990613b81565b9560200195865160ff16908a60c0860161192290613b6d565b64ffffffffff169361193660e08801613b6d565b64ffffffffff169261194b6101208901613b6d565b64ffffffffff1694604051976119608961366e565b60018952602089019060ff168152604089019260ff1683526060890191825260808901931515845260a089019480865260c08a0198895260e08a019687526101008a019788528b815260036020526040902098516119bd81613621565b6119c7908a613c3d565b51918854905160101b62ff000016915160181b63ff000000169260081b61ff00169063ffffff0019161717178655511515611a1b90869064ff00000000825491151560201b169064ff000000001916179055565b511515928454905160301b6affffffffff00000000000016915160581b64ffffffffff60581b16925160801b64ffffffffff60801b169360281b65ff000000000016906fffffffffffffffffffffff000000000019161764ffffffffff60801b1916171717905560a08101611a8f90613b81565b600216151593600194611bcf575b50604051602081528135602082015260208201356040820152604082013560608201527fa30c323f3a8e5e74f553d394d1b1cac920c3de74b6affb616e3cf5168d395b4d611b26611b07611af460608601866141bc565b610160608087015261018086019161396c565b611b1460808601866141bc565b858303601f190160a08701529061396c565b9160ff611b3560a086016135ef565b1660c08201526001600160401b03611b4f60c08601613575565b1660e08201526001600160401b03611b6960e08601613575565b16610100820152611b7d61010085016135e2565b15156101208201526001600160401b03611b9a6101208601613575565b166101408201526001600160401b03611bb66101408601613575565b166101608201528060208501359435930390a40161162d565b64ffffffffff611be160c08401613b6d565b169064ffffffffff611bf560e08501613b6d565b169064ffffffffff611c0a6101208601613b6d565b169060405193611c198561368a565b8452602084019283526040840191825284358b52600560205260ff8060408d20925116165f5260205264ffffffffff60405f209351166effffffffff0000000000000000000069ffffffffff00000000008554945160281b16925160501b16926effffffffffffffffffffffffffffff191617171790555f611a9d565b611ca18185356144f7565b6118c7565b50896118c2565b5081156118bc565b64ffffffffff611cc760c08701613b6d565b1660208301526118b6565b50611cdf60c08601613b6d565b6001600160401b0364ffffffffff6020850151169116106118b1565b9150426001600160401b03611d1260c08701613b6d565b1611916118aa565b90506101008301358015158103610aed5715906118a3565b602489638816cfef60e01b81526030600452fd5b91611d509061493e565b91611868565b6044886001600160401b03611d6d60e08601613b6d565b7f2f5d31f20000000000000000000000000000000000000000000000000000000083521660045242602452fd5b6044886001600160401b038481611dbf60e0611db860c08501613b6d565b9301613b6d565b917f54476fa30000000000000000000000000000000000000000000000000000000085521660045216602452fd5b6024886001600160401b03611e0460e08601613b6d565b7f4c5e3c4100000000000000000000000000000000000000000000000000000000835216600452fd5b60248860ff611e3e60a08601613b81565b7f03552c8000000000000000000000000000000000000000000000000000000000835216600452fd5b50600360ff611e7860a08501613b81565b16116117f5565b60248860208463e8e7c19560e01b83520135600452fd5b611eb09195506101003d811161080b576107fc81836136c1565b935f611789565b611ece908260246044969594600401359101613bb1565b35907f130e2e23000000000000000000000000000000000000000000000000000000008352600452602452fd5b90506020813d602011611f2d575b81611f16602093836136c1565b8101031261145157611f2790613b5c565b5f61153d565b3d9150611f09565b8280fd5b50346101b75760203660031901126101b75780604051611f588161366e565b8181528160208201528160408201528160608201528160808201528160a08201528160c08201528160e08201526101000152600435815260036020526040902060405190611fa58261366e565b5460ff811691611fb483613621565b828152602081018260081c60ff168152604082018360101c60ff168152606083018460181c60ff16815260808401908560201c60ff161515825260a08501928660281c60ff161515845260c08601948760301c64ffffffffff16865260e08701968860581c64ffffffffff168852610100019760801c64ffffffffff1688526040519861204081613621565b89525160ff1660208901525160ff1660408801525160ff166060870152511515608086015251151560a08501525164ffffffffff1660c08401525164ffffffffff1660e08301525164ffffffffff1661010082015261012090f35b50346101b757806003193601126101b757612157906120d97f000000000000000000000000000000000000000000000000000000000000000061501b565b906121037f000000000000000000000000000000000000000000000000000000000000000061501b565b9060206121656040519361211783866136c1565b8385525f3681376040519687967f0f00000000000000000000000000000000000000000000000000000000000000885260e08589015260e08801906135fd565b9086820360408801526135fd565b904660608601523060808601528260a086015284820360c08601528080855193848152019401925b82811061219c57505050500390f35b83518552869550938101939281019260010161218d565b50346101b75760203660031901126101b7576004356121fa6001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000166148fc565b80825260026020526040822090604051916122148361363f565b546001600160401b038116835260208301918160401c64ffffffffff168352604084018260681c64ffffffffff16815260608501908360901c63ffffffff16825260808601928460b01c6001600160401b0316845260a087019460f01c85526109fd87826144f7565b50346101b75760203660031901126101b75760408160c09260a083516122a28161363f565b82815282602082015282858201528260608201528260808201520152600435815260026020522061ffff604051916122d98361363f565b546001600160401b038082169384815263ffffffff6020820164ffffffffff8560401c16815264ffffffffff60408401818760681c168152816060860193858960901c16855260a06080880197898b60b01c168952019860f01c89526040519a8b52511660208a0152511660408801525116606086015251166080840152511660a0820152f35b50346101b75760403660031901126101b757600435906001600160401b0382116101b75760c060031983360301126101b757602435906001600160401b0382116101b75761016060031983360301126101b757604060ff6123d085856123c46141f0565b6004019060040161454e565b1680159081156123e9575b825191151582526020820152f35b600b811491506123db565b50346101b75760a03660031901126101b7576004359061241261355f565b9061241b613549565b612423613589565b6084356001600160401b038111611451579061244c6001600160401b03939236906004016135b5565b9390926124576141f0565b166124618161429a565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b156113a3576040516328575e3760e21b8152600481018990526001600160a01b0384166024820152908690829060449082905afa801561277657908691612761575b50509061257261257894939260405160208101917f2952f8f0767d1f782f249377faef3adf724d1142903bfa2aa0c7ba4ad6ba8d7483528a60408301526001600160401b038a16606083015260808201526080815261252f60a0826136c1565b51902061253a614dca565b604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b90614151565b82815260026020526040812091604051926125928461363f565b54926001600160401b0384168152602081019464ffffffffff8560401c168652604082019564ffffffffff8660681c168752606083019563ffffffff8160901c1687526125fc60808501956001600160401b038360b01c16875260a086019260f01c8352856142d3565b8594855b81516001600160401b0381161561271c576001881b166001600160401b0316156127125761270661270c91868a52600460205260408a20898b5260205260408a2054808b5260036020526126dc60408c2064ffffffffff604051916126648361366e565b5460ff811661267281613621565b835260ff8160081c16602084015260ff8160101c16604084015260ff8160181c16606084015260ff8160201c161515608084015260ff8160281c16151560a0840152818160301c1660c0840152818160581c1660e084015260801c16610100820152828b8b614345565b877fa75610f599cea10d1a6bb6332878af5fffa58f57b227cba0d0229fa90a63cc518c80a3613b8f565b96613b8f565b95612600565b9561270c90613b8f565b5089858997968b9364ffffffffff885260405190815260207fbbb9f8e52b261588af27e8d68b9aa971af1e8a9b3e7c133320b6dcaf72e5ebb591a26109fd87826144f7565b8161276b916136c1565b61144d57845f6124cf565b6040513d88823e3d90fd5b50346101b75760603660031901126101b7576001600160401b03600435116101b757610160600435360360031901126101b7576127bc61359f565b6044356001600160401b038111611f35576127db9036906004016135b5565b6127f061168693929336600435600401613763565b92846001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016612830606460043501600435600401613937565b61284160e460049493943501613b6d565b9161285060a460043501613b81565b92813b156113a357886001600160a01b039160ff88966001600160401b036128c16040519a8b998a9889987ffc47676f000000000000000000000000000000000000000000000000000000008a526004356004013560048b015216602489015260a0604489015260a488019161396c565b9316606485015216608483015203915afa8015613106576130f1575b50506128ef926125728561253a614dca565b6129096001600160401b036116a361014460043501613b6d565b60043560040135825260026020526040822091604051926129298461363f565b54926001600160401b038416815264ffffffffff8460401c16602082015264ffffffffff8460681c16604082015263ffffffff8460901c16606082015260808101936001600160401b038160b01c16855260f01c60a082015261299a61299461012460043501613b6d565b826142d3565b6040519363b07c4b0360e01b8552602460043501356004860152610100856024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9485156108125783956130d0575b50612a0963ffffffff60e087015116614f71565b60018551612a1681613621565b612a1f81613621565b036130b857612a3b6117c8606460043501600435600401613937565b612a526117c8608460043501600435600401613937565b60ff612a6260a460043501613b81565b1615801561309e575b61308b5764ffffffffff6001600160401b03612a8b60e460043501613b6d565b161161307257612a9f60c460043501613b6d565b6001600160401b0380612ab660e460043501613b6d565b169116101561304a57612acd60e460043501613b6d565b6001600160401b034291161115613031575182905b6001600160401b03600160ff84161b8216166130175750603060ff82161015613003576001612b1560a460043501613b81565b1615159182612fe9575b8280612fc8575b8380612f9d575b612f7e575b80612f76575b80612f6e575b612f59575b612b5160e460043501613b6d565b826004356004013592612b6393614abb565b60043560040135835260046020526040832060ff8216845260205283604084205560043560a401612b9390613b81565b9460200194855160ff169260043560c401612bad90613b6d565b64ffffffffff1692612bc360e460043501613b6d565b64ffffffffff1691612bda61012460043501613b6d565b64ffffffffff169360405196612bef8861366e565b60018852602088019360ff168452604088019160ff1682526060880190815260808801921515835260a088019389855260c0890197885260e0890195865261010089019687528a8a52600360205260408a209851612c4c81613621565b612c56908a613c3d565b51918854905160101b62ff000016915160181b63ff000000169260081b61ff00169063ffffff0019161717178655511515612caa90869064ff00000000825491151560201b169064ff000000001916179055565b511515928454905160301b6affffffffff00000000000016915160581b64ffffffffff60581b16925160801b64ffffffffff60801b169360281b65ff000000000016906fffffffffffffffffffffff000000000019161764ffffffffff60801b1916171717905560043560a401612d2090613b81565b600216151592602093612e8c575b5050806040518381526004356004013584820152602460043501356040820152604460043501356060820152612dad612d87612d746064600435016004356004016141bc565b610160608086015261018085019161396c565b612d9b6084600435016004356004016141bc565b848303601f190160a08601529061396c565b60ff612dbd60a4600435016135ef565b1660c08301526001600160401b03612dd960c460043501613575565b1660e08301526001600160401b03612df560e460043501613575565b16610100830152612e0b610104600435016135e2565b15156101208301526001600160401b03612e2a61012460043501613575565b166101408301526001600160401b03612e4861014460043501613575565b166101608301527fa30c323f3a8e5e74f553d394d1b1cac920c3de74b6affb616e3cf5168d395b4d60246004350135928060043560040135930390a4604051908152f35b64ffffffffff612ea060c460043501613b6d565b169164ffffffffff612eb660e460043501613b6d565b169160ff80604064ffffffffff612ed261012460043501613b6d565b1694815197612ee08961368a565b885289880196875281880195865260043560040135815260058a5220925116165f52855264ffffffffff60405f209351166effffffffff0000000000000000000069ffffffffff00000000008554945160281b16925160501b16926effffffffffffffffffffffffffffff191617171790555f80612d2e565b612f6981600435600401356144f7565b612b43565b506001612b3e565b508215612b38565b64ffffffffff612f9260c460043501613b6d565b166020830152612b32565b50612fac60c460043501613b6d565b6001600160401b0364ffffffffff602085015116911610612b2d565b9250426001600160401b03612fe160c460043501613b6d565b161192612b26565b915061010460043501358015158103611451571591612b1f565b602483638816cfef60e01b81526030600452fd5b906130296001600160401b039161493e565b919050612ae2565b6044836001600160401b03611d6d60e460043501613b6d565b6044836001600160401b0361306360c460043501613b6d565b81611dbf60e460043501613b6d565b6024836001600160401b03611e0460e460043501613b6d565b60248360ff611e3e60a460043501613b81565b50600360ff6130b160a460043501613b81565b1611612a6b565b60248363e8e7c19560e01b8152816004350135600452fd5b6130ea9195506101003d811161080b576107fc81836136c1565b935f6129f5565b816130fb916136c1565b61144d57845f6128dd565b6040513d84823e3d90fd5b50346101b75760203660031901126101b7576004358152600260205260408120906040519161313f8361363f565b54906001600160401b0382169182845264ffffffffff8160401c16602085015264ffffffffff8160681c16604085015263ffffffff8160901c1660608501526001600160401b038160b01c16608085015260f01c60a084015281151590816131b3575b604080518481528315156020820152f35b905060405163f2871feb60e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa918215610cc5578092613216575b505061321090604093614120565b5f6131a2565b9091506020823d602011613253575b81613232602093836136c1565b810103126101b7575060409261324a61321092613b5c565b91819450613202565b3d9150613225565b50346101b75760203660031901126101b757600435906001600160401b0382116101b75761016060031983360301126101b75760206132a06116863660048601613763565b604051908152f35b50346101b75760c03660031901126101b7576132c2613549565b6064358015158103611f355760843560ff811681036114515760a4359163ffffffff8316830361144d576101b4936024356004356139a9565b50346101b75760a03660031901126101b7576004356001600160401b0381116108315780600401906101606003198236030112611f355761333a61355f565b90613343613549565b61334b613589565b906084356001600160401b03811161122c5761336b9036906004016135b5565b949093876001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000166133a860648a3594018a613937565b8291923b156114515783916001600160a01b0389613409604051968795869485947f9d1ece080000000000000000000000000000000000000000000000000000000086528c600487015216602485015260606044850152606484019161396c565b03915afa801561310657613431575b505061342b6116866101b4983690613763565b90613dfa565b8161343b916136c1565b61114057875f613418565b82346135455760c03660031901126135455760043591613464613549565b906064356001600160401b038116810361354557608435906001600160a01b03821682036135455760a4356001600160401b038111613545576134ab9036906004016135b5565b9490936001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b15613545576328575e3760e21b8252600482018990526001600160a01b03851660248301525f90829060449082905afa801561353a57613524575b506101b4959660243590613dfa565b6101b496505f613533916136c1565b5f95613515565b6040513d5f823e3d90fd5b5f80fd5b604435906001600160401b038216820361354557565b602435906001600160401b038216820361354557565b35906001600160401b038216820361354557565b606435906001600160a01b038216820361354557565b602435906001600160a01b038216820361354557565b9181601f84011215613545578235916001600160401b038311613545576020838186019501011161354557565b3590811515820361354557565b359060ff8216820361354557565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b6004111561362b57565b634e487b7160e01b5f52602160045260245ffd5b60c081019081106001600160401b0382111761365a57604052565b634e487b7160e01b5f52604160045260245ffd5b61012081019081106001600160401b0382111761365a57604052565b606081019081106001600160401b0382111761365a57604052565b61016081019081106001600160401b0382111761365a57604052565b90601f801991011681019081106001600160401b0382111761365a57604052565b6001600160401b03811161365a5760051b60200190565b929190613705816136e2565b9361371360405195866136c1565b602085838152019160051b810192831161354557905b82821061373557505050565b8135815260209182019101613729565b9080601f8301121561354557816020613760933591016136f9565b90565b91909161016081840312613545576040519061377e826136a5565b819381358352602082013560208401526040820135604084015260608201356001600160401b03811161354557816137b7918401613745565b60608401526080820135906001600160401b03821161354557826137e5610140949261384994869401613745565b60808601526137f660a082016135ef565b60a086015261380760c08201613575565b60c086015261381860e08201613575565b60e086015261382a61010082016135e2565b61010086015261383d6101208201613575565b61012086015201613575565b910152565b90602080835192838152019201905f5b81811061386b5750505090565b825184526020938401939092019160010161385e565b908151815260208201516020820152604082015160408201526101406001600160401b03816138d66138c46060870151610160606088015261016087019061384e565b6080870151868203608088015261384e565b9460ff60a08201511660a08601528260c08201511660c08601528260e08201511660e08601526101008101511515610100860152826101208201511661012086015201511691015290565b6040906003190112613545576004359060243590565b903590601e198136030182121561354557018035906001600160401b03821161354557602001918160051b3603831361354557565b90918281527f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff83116135455760209260051b809284830137010190565b9392919094845f52600260205260405f2090604051916139c88361363f565b546001600160401b0381169081845264ffffffffff8160401c16602085015264ffffffffff8160681c16604085015263ffffffff8160901c1660608501526001600160401b038160b01c16608085015260f01c60a084015215613b4957613a2f9082614120565b613b1d57516001600160401b039182169116818103613aef575050613aea57815f52600560205260ff60405f2091165f5260205260405f2060405190613a748261368a565b549064ffffffffff821690818152604064ffffffffff808560281c169485602085015260501c169101524210908115613adf575b50613ab1575050565b7fd5d95ee4000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b90504210155f613aa8565b505050565b7f9252ce0e000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b847fce6f45e9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b85639836d7b160e01b5f5260045260245ffd5b519063ffffffff8216820361354557565b356001600160401b03811681036135455790565b3560ff811681036135455790565b5f198114613b9d5760010190565b634e487b7160e01b5f52601160045260245ffd5b9190811015613bd45760051b8101359061015e1981360301821215613545570190565b634e487b7160e01b5f52603260045260245ffd5b51906001600160401b038216820361354557565b519064ffffffffff8216820361354557565b8051821015613bd45760209160051b010190565b519060ff8216820361354557565b5190811515820361354557565b90613c4781613621565b60ff80198354169116179055565b9081610100910312613545576040519061010082018281106001600160401b0382111761365a5760405280516004811015613545578252613c9860208201613c22565b6020830152613ca960408201613b5c565b604083015260608101516060830152613cc460808201613c30565b608083015260a08101516001600160a01b038116810361354557613d019160e09160a0850152613cf660c08201613b5c565b60c085015201613b5c565b60e082015290565b6040519163b07c4b0360e01b83526004830152610100826024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa91821561353a575f92613dd9575b508151613d6981613621565b613d7281613621565b15613dd1575f52600560205260ff80602060405f2093015116165f5260205260405f209060405191613da38361368a565b549164ffffffffff831690818152604064ffffffffff808660281c169586602085015260501c169101529190565b50505f905f90565b613df39192506101003d811161080b576107fc81836136c1565b905f613d5d565b9294613efc9691946125726001600160401b03613e7e9598613e1a6141f0565b16613e248161429a565b60405160208101917f682f37545dc9cbbe7b3f24c42f481b1497a98fb05dd3adf428a6a709bb0b6bff83528860408301528960608301526001600160401b038b16608083015260a082015260a0815261252f60c0826136c1565b805f526002602052613ef760405f209360405194613e9b8661363f565b546001600160401b038116865264ffffffffff8160401c16602087015264ffffffffff8160681c16604087015263ffffffff8160901c1660608701526001600160401b038160b01c16608087015260f01c60a0860152846142d3565b614bc4565b565b80516020909101905f5b818110613f155750505090565b8251845260209384019390920191600101613f08565b60b6604051613f3b60e0826136c1565b8181527f6e6f6e63652c75696e74363420646561646c696e65290000000000000000000060c060208301927f4772616e742862797465733332207477696e49642c6279746573333220686f7384527f706974616c2c627974657333322073746166662c627974657333325b5d20736360408201527f6f7065732c627974657333325b5d20707572706f7365732c75696e7438206f7060608201527f65726174696f6e732c75696e743634206e6f744265666f72652c75696e74363460808201527f206578706972792c626f6f6c2066756c6c486973746f72792c75696e7436342060a0820152015220908051906020810151906040810151606082015160405161405b8161404d602082018095613efe565b03601f1981018352826136c1565b51902060808301516040516140788161404d602082018095613efe565b51902060ff60a0850151166001600160401b0360c086015116916001600160401b0360e087015116936101008701511515956001600160401b03610140816101208b01511699015116986040519a60208c019c8d5260408c015260608b015260808a015260a089015260c088015260e0870152610100860152610120850152610140840152610160830152610180820152610180815261411a6101a0826136c1565b51902090565b9064ffffffffff60208301511642109182159261413c57505090565b6060015163ffffffff91821691161415919050565b91909280155f146141ac5750506001600160a01b03811633145b15614174575050565b6001600160a01b03907f3b55884e000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b6141b7918484614ee0565b61416b565b9035601e19823603018112156135455701602081359101916001600160401b038211613545578160051b3603831361354557565b6040517f172195220000000000000000000000000000000000000000000000000000000081526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa801561353a575f9061425f575b613efc9150614f71565b506020813d602011614292575b81614279602093836136c1565b810103126135455761428d613efc91613b5c565b614255565b3d915061426c565b8042116142a45750565b7fa8ae3d00000000000000000000000000000000000000000000000000000000005f526004524260245260445ffd5b604001906001600160401b0364ffffffffff835116911690818103614317575050600164ffffffffff8251160164ffffffffff8111613b9d5764ffffffffff169052565b7f3d1b8430000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9092919260208301906001600160401b03608081600160ff8651161b1619920191825116169052815f52600460205260ff60405f209151165f526020525f604081205560026040830151161515806143e0575b6143b9575b50505f908152600360205260409020805460ff19166002179055565b5f52600560205260ff80606060405f2093015116165f526020525f60408120555f8061439d565b50805f52600560205260405f2060ff80606085015116165f5260205264ffffffffff60405f205460501c1664ffffffffff6101008401511614614398565b9092919260208301906001600160401b03608081600160ff8651161b1619920191825116169052815f52600460205260ff60405f209151165f526020525f604081205560026040830151161515806144b9575b614492575b50505f908152600360205260409020805460ff19166003179055565b5f52600560205260ff80606060405f2093015116165f526020525f60408120555f80614476565b50805f52600560205260405f2060ff80606085015116165f5260205264ffffffffff60405f205460501c1664ffffffffff6101008401511614614471565b9060016001600160401b03825116016001600160401b038111613b9d577f1de21f028aa5736865070c86d571aefbf7a76a3bf6637cfa9d086cff9cd058a7916001600160401b0360209216809152604051908152a2565b908135805f5260026020526001600160401b0360405f205416156148f4576020830135906040517f5c36901c0000000000000000000000000000000000000000000000000000000081528260048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa90811561353a575f916148ba575b50156148b157823514908115916148a2575b5061488c5760408101358015159081614893575b5061488c576146166116863683613763565b5f52600360205260405f20916040519261462f8461366e565b5460ff81169061463e82613621565b81855260ff8160081c166020860152604085019160ff8260101c16835260ff8260181c16606087015260ff8260201c161515608087015260a086019560ff8360281c161515875260c081019164ffffffffff8460301c16835264ffffffffff60e0830194818160581c16865260801c166101008301526146bd81613621565b6146c681613621565b1561488057600281516146d881613621565b6146e181613621565b1461487457600390516146f381613621565b6146fc81613621565b14614869575164ffffffffff16421061485f575164ffffffffff164210156148565760a082019060ff61472e83613b81565b1615918215614839575b50506148315761475961474e6080840184613937565b608084013591614fe5565b1561482957606081019061476d8282613937565b905015159283614795575b5050501561478f57511561478b57600b90565b5f90565b50600790565b6147c091929593506147ae8160606147b6930190613937565b969093613937565b92909536916136f9565b5f925f5b8251811080614820575b15614813576147dd8184613c0e565b516147e986868a614fd5565b35146147fe575b6147f990613b8f565b6147c4565b9361480b6147f991613b8f565b9490506147f0565b50945050145f8080614778565b508385106147ce565b505050600890565b505050600990565b60ff92506148478391613b81565b91511619161615155f80614738565b50505050600590565b5050505050600490565b505050505050600590565b50505050505050600690565b50505050505050600390565b5050600390565b9050604083013514155f614604565b9050602082013514155f6145f0565b50505050600290565b90506020813d6020116148ec575b816148d5602093836136c1565b81010312613545576148e690613c30565b5f6145de565b3d91506148c8565b505050600190565b6001600160a01b031680330361490f5750565b7f543aa2a5000000000000000000000000000000000000000000000000000000005f526004523360245260445ffd5b60ff1660ff8114613b9d5760010190565b909160ff169064ffffffffff905f90819060305b60ff81166040811015614aad576001600160401b036001821b89161615614aa057825f52600460205260405f20905f5260205260405f20545f52600360205260405f2086604051916149b48361366e565b549160ff83166149c381613621565b815260ff8360081c16602082015260ff8360101c16604082015260ff8360181c169081606082015260ff8460201c161515608082015260ff8460281c16151560a082015264ffffffffff8460301c1660c082015261010064ffffffffff808660581c16958660e085015260801c16910152148015614a96575b8080614a8e575b8015614a70575b614a5f575b5050614a5a9061493e565b614963565b9095509350915081614a5a5f614a4f565b50851515811515148015614a4a575064ffffffffff87168210614a4a565b508515614a43565b5042811115614a3c565b5095505050505050905f90565b505050935050505090600190565b9291926001600160401b03600160ff6080850196161b166001600160401b03855116178452602082019264ffffffffff8451166001600160401b03821610614bb5575b505f52600260205260405f20926001600160f01b036001600160401b0383511667ffffffffffffffff60b01b196cffffffffff00000000000000008754965160401b1663ffffffff60901b1964ffffffffff60681b604088015160681b169371ffffffffffffffffffffffffffffffffffff196001600160f01b031960a067ffffffffffffffff60b01b63ffffffff60901b60608d015160901b169a5160b01b169a015160f01b1699161716171617161717179055565b64ffffffffff1683525f614afe565b90805f52600360205260405f2060405190614bde8261366e565b54600160ff8216614bee81613621565b80845264ffffffffff602085019360ff8160081c16855260ff8160101c16604087015260ff8160181c16606087015260ff8160201c161515608087015260ff8160281c16151560a0870152818160301c1660c0870152818160581c1660e087015260801c16610100850152614c6281613621565b614c6b81613621565b1490811591614da4575b50614d7457614c8690828585614345565b817fa75610f599cea10d1a6bb6332878af5fffa58f57b227cba0d0229fa90a63cc515f80a3614cb582826144f7565b5f52600260205260405f20906001600160401b03815116908254916001600160f01b036cffffffffff0000000000000000602084015160401b1667ffffffffffffffff60b01b1964ffffffffff60681b604086015160681b169163ffffffff60901b1963ffffffff60901b606088015160901b169571ffffffffffffffffffffffffffffffffffff196001600160f01b031960a067ffffffffffffffff60b01b60808c015160b01b169a015160f01b1699161716171617161717179055565b50907fc1f17d11000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9050835f52600460205260ff60405f209151165f526020528160405f205414155f614c75565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016301480614eb7575b15614e25577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a0815261411a60c0826136c1565b507f00000000000000000000000000000000000000000000000000000000000000004614614dfc565b929190833b614f1d5790614ef49291615072565b50614efe81613621565b159182614f0a57505090565b6001600160a01b03919250811691161490565b6064835f946020969460405194630b135d3f60e11b8652600486015260406024860152816044860152838501378281018201859052601f01601f191601915afa630b135d3f60e11b5f5114601f3d11161690565b63ffffffff807f000000000000000000000000000000000000000000000000000000000000000016911690808203614fa7575050565b7f63181e02000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9190811015613bd45760051b0190565b91905f5b818110614ff857505050505f90565b82615004828487614fd5565b351461501257600101614fe9565b50505050600190565b60ff811690601f821161504a57604051916150376040846136c1565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b906041830361509c576150959250602081013591604082359201355f1a90615156565b9192909190565b50505f9160029190565b9060018110801561514c575b6151215760015b8181106150c557505050565b6150d0818385614fd5565b355f198201828111613b9d576150e7908486614fd5565b3510156150f6576001016150b9565b7fe0565eea000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7faeec5e56000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50604081116150b2565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084116151cd579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa1561353a575f516001600160a01b038116156151c357905f905f90565b505f906001905f90565b5050505f916003919056' as const;
