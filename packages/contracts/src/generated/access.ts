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

export const accessBytecode = '0x610220806040523461040457610160816156828038038091610021828561041c565b833981010312610404576040519061016082016001600160401b0381118382101761040857604052805163ffffffff811681036104045782526100666020820161043f565b602083019081526100796040830161043f565b6040840190815261008c6060840161043f565b60608501908152926100a06080820161043f565b60808601908152906100b460a0820161043f565b60a08701908152926100c860c0830161043f565b9460c0880197889687528760e085016100e09061043f565b60e08301908152956100f5610100870161043f565b61010084019081529561010b610120820161043f565b906101208501918252610140016101219061043f565b9061014085019182526040519761013960408a61041c565b600f895260208901996e5477696e7365616c2041636365737360881b8b526040519c61016660408f61041c565b8d600181526020019c603160f81b8e526040519660208801988a5163ffffffff168a52600160a01b600190038c511660408a0152600160a01b600190038d511660608a0152600160a01b600190039051166080890152600160a01b6001900390511660a0880152600160a01b6001900390511660c0870152600160a01b6001900390511660e0860152600160a01b60019003905116610100850152600160a01b60019003905116610120840152600160a01b60019003905116610140830152600160a01b6001900390511661016082015261016081526102486101808261041c565b5190206080525163ffffffff1660a052516001600160a01b0390811660c05290511660e05261027681610453565b6101a05261028384610453565b6101c052519020918261016052519020806101805246610120526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526102ee60c08261041c565b519020610100523061014052516001600160a01b039081166101e052905116610200526040516151c390816104bf823960805181610315015260a05181614f64015260c05181818161048a015281816109ac0152818161152b01528181611777015281816129c3015281816131d001528181613d1d0152818161422401526145ac015260e0518150506101005181614dee01526101205181614ea501526101405181614dbf01526101605181614e3d01526101805181614e6301526101a051816120d301526101c051816120fd01526101e051818181610de8015281816114e9015281816121f301528181612481015281816128120152818161337701526134b601526102005181818161011b01526103bd0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b0382119082101761040857604052565b51906001600160a01b038216820361040457565b601f81511161047e57602081519101516020821061046f571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe6080806040526004361015610012575f80fd5b5f905f3560e01c908163088c7956146134445750806316a3e122146132f9578063201ed9b3146132a657806320ec24a21461325957806344c9e0101461310f57806354da6f051461279757806358ee3e1f1461240a5780635f13d3201461237e57806361d585da1461229b5780636cc99c02146121d157806384b0196e146120b95780638a1d8af314611f57578063912895d0146114865780639419fdeb14610dbd578063987757dd146108f2578063a7fb736214610853578063b1c129b214610338578063c40123f5146102fd578063d5d3fe08146101ef578063d6f52732146101ba5763e2e5ee9014610105575f80fd5b346101b7576101b46101163661391f565b61013f7f00000000000000000000000000000000000000000000000000000000000000006148fa565b81845260026020526040842091604051926101598461363d565b546001600160401b038116845264ffffffffff8160401c16602085015264ffffffffff8160681c16604085015263ffffffff8160901c1660608501526001600160401b038160b01c16608085015260f01c60a0840152614baf565b80f35b80fd5b50346101b7576040906001600160401b03806101de6101d83661391f565b90613cf9565b919085519450168352166020820152f35b50346101b75760203660031901126101b7576004358082526002602052604082205460b01c91806001600160401b038416805b6102cb5750610230826136e0565b9161023e60405193846136bf565b80835261024d601f19916136e0565b0136602084013780815b83518210156102b157806001600160401b03600161027c931b88161661028157613b7f565b610257565b85845260046020526040842081855260205260408420546102ab6102a485613b7f565b9487613bfe565b52613b7f565b604051602080825281906102c79082018761384c565b0390f35b916102d590613b7f565b915f198101908082116102e9571680610222565b602483634e487b7160e01b81526011600452fd5b50346101b757806003193601126101b75760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b50346101b75760203660031901126101b7576004356001600160401b03811161084f57610369903690600401613761565b908061014060405161037a816136a3565b828152826020820152826040820152606080820152606060808201528260a08201528260c08201528260e0820152826101008201528261012082015201526103e17f00000000000000000000000000000000000000000000000000000000000000006148fa565b8151815260026020526040812090604051916103fc8361363d565b54916001600160401b0383169182825264ffffffffff8460401c16602083015264ffffffffff8460681c16604083015263ffffffff8460901c16606083015260808201926001600160401b038560b01c16845260a083019460f01c85521561083b5760208501928351906040519163b07c4b0360e01b83526004830152610100826024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9182156108305783926107fb575b506104dc9060206001600160401b03895192511693019260ff8451169161494d565b95909561070e575b67800000000000000061ffff82511617610120880152600161ffff8251160161ffff81116106fa5761ffff16905261064393928692909164ffffffffff60801b1961052e85613f1b565b978897889461054f88518460e08b01996001600160401b038b511692614aa6565b87518152600460205260ff6040822093169283825260205285604082205564ffffffffff8060c060ff8060a08d0151169851169a015116975116946040519889946105998661366c565b600186526020860190815260408601928352606086019182526105f76040608088019580875261010060a08a019960018b5260c081019e8f5260e081019c8d52019b818d5281526003602052209b516105f18161361f565b8c613c2d565b518a5492519151935164ffffffff001990931660089190911b61ff00161760109190911b62ff0000161760189290921b63ff000000169190911790151560201b64ff0000000016178755565b511515936fffffffffffffffffffffff00000000001965ff000000000064ffffffffff60801b64ffffffffff60581b6affffffffff0000000000008a54955160301b16965160581b16965160801b169660281b1691161716171717905583519051907f6af5cdc76ae69a7600dc8ecbe0a011b1c8c479dc8ab8bacce8be3f278a6c574460405160208152806106db602082018961387f565b0390a46102c7604051928392835260406020840152604083019061387f565b602484634e487b7160e01b81526011600452fd5b8651835260046020526040832060ff871684526020526107f68460408520546107c98a518288526003602052828460408a209264ffffffffff604051946107548661366c565b5460ff81166107628161361f565b865260ff8160081c16602087015260ff8160101c16604087015260ff8160181c16606087015260ff8160201c161515608087015260ff8160281c16151560a0870152818160301c1660c0870152818160581c1660e087015260801c1661010085015261441c565b895190817f442a8b76dad6f517648f8d5905b00a398649af2e3740421b4273ba108fa6a5158880a36144f5565b6104e4565b6104dc919250610822906101003d8111610829575b61081a81836136bf565b810190613c45565b91906104ba565b503d610810565b6040513d85823e3d90fd5b6024908551639836d7b160e01b8252600452fd5b5080fd5b50346101b75760403660031901126101b7576024359060ff821682036101b75760408160ff9282805161088581613688565b8281528260208201520152600435815260056020522091165f52602052606060405f2064ffffffffff604051916108bb83613688565b5481808216938481528160406020830192828660281c168452019360501c1683526040519485525116602084015251166040820152f35b50346101b75760203660031901126101b75760043561090f6141ee565b80825260026020526040822090604051916109298361363d565b546001600160401b038116808452602084019264ffffffffff8360401c1684526040850164ffffffffff8460681c168152606086019163ffffffff8560901c16835260808701936001600160401b038660b01c16855260a088019560f01c865215610dab578764ffffffffff6001600160401b03865116908a6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016925b6001600160401b038116610b2257505060049164ffffffffff602092168a526040519283809263f2871feb60e01b82525afa8015610b17578a90610ad6575b63ffffffff16855250610ac7575b875260026020526040872095516001600160401b03168654955160401b6cffffffffff000000000000000016915160681b64ffffffffff60681b16925160901b63ffffffff60901b16935160b01b67ffffffffffffffff60b01b16945160f01b6001600160f01b0319169571ffffffffffffffffffffffffffffffffffff19161763ffffffff60901b19161767ffffffffffffffff60b01b1916176001600160f01b0316171717905580f35b610ad187826144f5565b610a1b565b506020813d602011610b0f575b81610af0602093836136bf565b81010312610b0b57610b0663ffffffff91613b5a565b610a0d565b8980fd5b3d9150610ae3565b6040513d8c823e3d90fd5b60016001600160401b0383161b6001600160401b038183161615610da0576001600160401b03161890858d5260046020528c816040822091526020528c8c60408220548083526003602052604083209160405192610b7f8461366c565b549260ff8416610b8e8161361f565b815260ff8460081c16602082015260ff8460101c166040820152606081019360ff8160181c1685528b608083019260ff8360201c161515845260ff8360281c16151560a082015260c081019464ffffffffff8460301c16865264ffffffffff8460581c1664ffffffffff60e084019582875260801c16610100840152421015610d5a5750505064ffffffffff90511664ffffffffff89168110610d52575b5051610cef575b505060ff905116604051907ffd2b7ac10000000000000000000000000000000000000000000000000000000082526004820152602081602481895afa918215610ce35791610ca6575b5063ffffffff808a5116911611610c9d575b610c9790613b7f565b906109ce565b60019450610c8e565b90506020813d8211610cdb575b81610cc0602093836136bf565b81010312610cd757610cd190613b5a565b5f610c7c565b8d80fd5b3d9150610cb3565b604051903d90823e3d90fd5b5191979092909164ffffffffff16428111610d2b5750905052600360205260408d2064ff000000001981541690558c60ff6001965b905f610c33565b90925064ffffffffff86989298168110610d49575b5060ff90610d24565b945060ff610d40565b97505f610c2c565b919795989c5092507f442a8b76dad6f517648f8d5905b00a398649af2e3740421b4273ba108fa6a5159550610d9393508791508661441c565b80a3610c97600194613b7f565b5090610c9790613b7f565b639836d7b160e01b8852600452602487fd5b50346101b75760403660031901126101b7576004356001600160a01b03610de261359d565b610e0d827f0000000000000000000000000000000000000000000000000000000000000000166148fa565b16604051917f61d585da00000000000000000000000000000000000000000000000000000000835280600484015260c083602481855afa92831561147b5784936113d0575b50604051907fd5d3fe080000000000000000000000000000000000000000000000000000000082528060048301528482602481865afa9182156113c557859261132f575b50845b825181101561126157610eac8184613bfe565b5190604051917f8a1d8af3000000000000000000000000000000000000000000000000000000008352600483015261012082602481885afa918215611256578792611175575b50610efd8185613bfe565b5187526003602052600260408820610f1f8451610f198161361f565b82613c2d565b60208401805191805495604081019362ff0000855160101b16606083019861ff0063ff0000008b5160181b169360081b169063ffffff0019161717178255610f8660808201511515839064ff00000000825491151560201b169064ff000000001916179055565b60a0810151151590825464ffffffffff60801b196affffffffff00000000000060c084015160301b16916fffffffffffffffffffffff00000000001965ff000000000064ffffffffff60801b61010064ffffffffff60581b60e089015160581b1697015160801b169660281b169116171617171790556110068488613bfe565b5190868b52600460205260ff60408c209151168b5260205260408a20555116611034575b6001915001610e99565b60ff82511691604051927fa7fb73620000000000000000000000000000000000000000000000000000000084528460048501526024840152606083604481895afa90811561116a5788916110fb575b60019350848952600560205260ff8060408b20925116165f5260205260405f209064ffffffffff815116908254916effffffffff00000000000000000000604069ffffffffff0000000000602085015160281b1693015160501b16926effffffffffffffffffffffffffffff1916171717905561102a565b90506060833d8211611162575b81611115606093836136bf565b8101031261115e57600192611153604080519261113184613688565b61113a81613bec565b845261114860208201613bec565b602085015201613bec565b604082015290611083565b8780fd5b3d9150611108565b6040513d8a823e3d90fd5b909150610120813d821161124e575b8161119261012093836136bf565b8101031261124a57604051906111a78261366c565b8051600481101561124657611239916101009184526111c860208201613c12565b60208501526111d960408201613c12565b60408501526111ea60608201613c12565b60608501526111fb60808201613c20565b608085015261120c60a08201613c20565b60a085015261121d60c08201613bec565b60c085015261122e60e08201613bec565b60e085015201613bec565b610100820152905f610ef2565b8880fd5b8680fd5b3d9150611184565b6040513d89823e3d90fd5b5091505061126f82826144f5565b8252600260205260408220906001600160401b03815116908254916001600160f01b036cffffffffff0000000000000000602084015160401b1667ffffffffffffffff60b01b1964ffffffffff60681b604086015160681b169163ffffffff60901b1963ffffffff60901b606088015160901b169571ffffffffffffffffffffffffffffffffffff196001600160f01b031960a067ffffffffffffffff60b01b60808c015160b01b169a015160f01b169916171617161716171717905580f35b9091503d8086833e61134181836136bf565b8101906020818303126113c1578051906001600160401b03821161124a57019080601f830112156113c1578151611377816136e0565b9261138560405194856136bf565b81845260208085019260051b82010192831161115e57602001905b8282106113b157505050905f610e96565b81518152602091820191016113a0565b8580fd5b6040513d87823e3d90fd5b90925060c0813d60c011611473575b816113ec60c093836136bf565b8101031261146f5760a0604051916114038361363d565b61140c81613bd8565b835261141a60208201613bec565b602084015261142b60408201613bec565b604084015261143c60608201613b5a565b606084015261144d60808201613bd8565b6080840152015161ffff8116810361146b5760a0820152915f610e52565b8480fd5b8380fd5b3d91506113df565b6040513d86823e3d90fd5b50346101b75760403660031901126101b7576004356024356001600160401b038111611f535736602382011215611f53576001600160401b03816004013511611f5357366024826004013560051b83010111611f535761150e6001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000166148fa565b60405163f2871feb60e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa90811561147b578491611f19575b50604051906115698261363d565b60018252602082019064ffffffffff82526040830190868252606084019063ffffffff168152608084019087825260a085019288845287895260026020526040892095516001600160401b03168654955160401b6cffffffffff000000000000000016915160681b64ffffffffff60681b16925160901b63ffffffff60901b16935160b01b67ffffffffffffffff60b01b16945160f01b6001600160f01b0319169571ffffffffffffffffffffffffffffffffffff19161763ffffffff60901b19161767ffffffffffffffff60b01b1916176001600160f01b03161717179055825b8160040135811061165a578380f35b8261166d82846004013560248601613ba1565b3503611ed55761168581836004013560248501613ba1565b906116a96116a43661169f84876004013560248901613ba1565b613761565b613f1b565b6116c76001600160401b036116c16101408601613b6b565b16614298565b8235865260026020526040862092604051936116e28561363d565b546001600160401b038116855264ffffffffff8160401c16602086015264ffffffffff8160681c16604086015263ffffffff8160901c1660608601526001600160401b038160b01c16608086015260f01c60a085015261174e6117486101208301613b6b565b856142d1565b6040519363b07c4b0360e01b855260208201356004860152610100856024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa94851561116a578895611eb4575b506117bb63ffffffff60e087015116614f5c565b600185516117c88161361f565b6117d18161361f565b03611e9d576117ec6117e66060840184613935565b90615091565b6117fc6117e66080840184613935565b60ff61180a60a084016141ac565b16158015611e85575b611e4b5764ffffffffff6001600160401b0361183160e08501613b6b565b1611611e0b5761184360c08301613b6b565b6001600160401b038061185860e08601613b6b565b1691161015611db857426001600160401b0361187660e08501613b6b565b161115611d745760808101519088915b6001600160401b03600160ff85161b821616611d645750603060ff83161015611d505760016118b760a085016141ac565b1615159081611d38575b8180611d19575b8280611cf0575b611cd3575b80611ccb575b80611cc4575b611cb4575b6118f160e08501613b6b565b838535926118fe93614aa6565b8235895260046020526040892060ff83168a526020528360408a205560a08301611927906141ac565b9560200195865160ff16908a60c0860161194090613b6b565b64ffffffffff169361195460e08801613b6b565b64ffffffffff16926119696101208901613b6b565b64ffffffffff16946040519761197e8961366c565b60018952602089019060ff168152604089019260ff1683526060890191825260808901931515845260a089019480865260c08a0198895260e08a019687526101008a019788528b815260036020526040902098516119db8161361f565b6119e5908a613c2d565b51918854905160101b62ff000016915160181b63ff000000169260081b61ff00169063ffffff0019161717178655511515611a3990869064ff00000000825491151560201b169064ff000000001916179055565b511515928454905160301b6affffffffff00000000000016915160581b64ffffffffff60581b16925160801b64ffffffffff60801b169360281b65ff000000000016906fffffffffffffffffffffff000000000019161764ffffffffff60801b1916171717905560a08101611aad906141ac565b600216151593600194611bed575b50604051602081528135602082015260208201356040820152604082013560608201527fa30c323f3a8e5e74f553d394d1b1cac920c3de74b6affb616e3cf5168d395b4d611b44611b25611b1260608601866141ba565b610160608087015261018086019161396a565b611b3260808601866141ba565b858303601f190160a08701529061396a565b9160ff611b5360a086016135ed565b1660c08201526001600160401b03611b6d60c08601613573565b1660e08201526001600160401b03611b8760e08601613573565b16610100820152611b9b61010085016135e0565b15156101208201526001600160401b03611bb86101208601613573565b166101408201526001600160401b03611bd46101408601613573565b166101608201528060208501359435930390a40161164b565b64ffffffffff611bff60c08401613b6b565b169064ffffffffff611c1360e08501613b6b565b169064ffffffffff611c286101208601613b6b565b169060405193611c3785613688565b8452602084019283526040840191825284358b52600560205260ff8060408d20925116165f5260205264ffffffffff60405f209351166effffffffff0000000000000000000069ffffffffff00000000008554945160281b16925160501b16926effffffffffffffffffffffffffffff191617171790555f611abb565b611cbf8185356144f5565b6118e5565b50896118e0565b5081156118da565b64ffffffffff611ce560c08701613b6b565b1660208301526118d4565b50611cfd60c08601613b6b565b6001600160401b0364ffffffffff6020850151169116106118cf565b9150426001600160401b03611d3060c08701613b6b565b1611916118c8565b90506101008301358015158103610b0b5715906118c1565b602489638816cfef60e01b81526030600452fd5b91611d6e9061493c565b91611886565b6044886001600160401b03611d8b60e08601613b6b565b7f2f5d31f20000000000000000000000000000000000000000000000000000000083521660045242602452fd5b6044886001600160401b038481611ddd60e0611dd660c08501613b6b565b9301613b6b565b917f54476fa30000000000000000000000000000000000000000000000000000000085521660045216602452fd5b6024886001600160401b03611e2260e08601613b6b565b7f4c5e3c4100000000000000000000000000000000000000000000000000000000835216600452fd5b60248860ff611e5c60a086016141ac565b7f03552c8000000000000000000000000000000000000000000000000000000000835216600452fd5b50600360ff611e9660a085016141ac565b1611611813565b60248860208463e8e7c19560e01b83520135600452fd5b611ece9195506101003d81116108295761081a81836136bf565b935f6117a7565b611eec908260246044969594600401359101613ba1565b35907f130e2e23000000000000000000000000000000000000000000000000000000008352600452602452fd5b90506020813d602011611f4b575b81611f34602093836136bf565b8101031261146f57611f4590613b5a565b5f61155b565b3d9150611f27565b8280fd5b50346101b75760203660031901126101b75780604051611f768161366c565b8181528160208201528160408201528160608201528160808201528160a08201528160c08201528160e08201526101000152600435815260036020526040902060405190611fc38261366c565b5460ff811691611fd28361361f565b828152602081018260081c60ff168152604082018360101c60ff168152606083018460181c60ff16815260808401908560201c60ff161515825260a08501928660281c60ff161515845260c08601948760301c64ffffffffff16865260e08701968860581c64ffffffffff168852610100019760801c64ffffffffff1688526040519861205e8161361f565b89525160ff1660208901525160ff1660408801525160ff166060870152511515608086015251151560a08501525164ffffffffff1660c08401525164ffffffffff1660e08301525164ffffffffff1661010082015261012090f35b50346101b757806003193601126101b757612175906120f77f0000000000000000000000000000000000000000000000000000000000000000615006565b906121217f0000000000000000000000000000000000000000000000000000000000000000615006565b9060206121836040519361213583866136bf565b8385525f3681376040519687967f0f00000000000000000000000000000000000000000000000000000000000000885260e08589015260e08801906135fb565b9086820360408801526135fb565b904660608601523060808601528260a086015284820360c08601528080855193848152019401925b8281106121ba57505050500390f35b8351855286955093810193928101926001016121ab565b50346101b75760203660031901126101b7576004356122186001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000166148fa565b80825260026020526040822090604051916122328361363d565b546001600160401b038116835260208301918160401c64ffffffffff168352604084018260681c64ffffffffff16815260608501908360901c63ffffffff16825260808601928460b01c6001600160401b0316845260a087019460f01c8552610a1b87826144f5565b50346101b75760203660031901126101b75760408160c09260a083516122c08161363d565b82815282602082015282858201528260608201528260808201520152600435815260026020522061ffff604051916122f78361363d565b546001600160401b038082169384815263ffffffff6020820164ffffffffff8560401c16815264ffffffffff60408401818760681c168152816060860193858960901c16855260a06080880197898b60b01c168952019860f01c89526040519a8b52511660208a0152511660408801525116606086015251166080840152511660a0820152f35b50346101b75760403660031901126101b757600435906001600160401b0382116101b75760c060031983360301126101b757602435906001600160401b0382116101b75761016060031983360301126101b757604060ff6123e685856004019060040161454c565b1680159081156123ff575b825191151582526020820152f35b600b811491506123f1565b50346101b75760a03660031901126101b7576004359061242861355d565b90612431613547565b612439613587565b6084356001600160401b03811161146f57906124626001600160401b03939236906004016135b3565b93909261246d6141ee565b1661247781614298565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b156113c1576040516328575e3760e21b8152600481018990526001600160a01b0384166024820152908690829060449082905afa801561278c57908691612777575b50509061258861258e94939260405160208101917f2952f8f0767d1f782f249377faef3adf724d1142903bfa2aa0c7ba4ad6ba8d7483528a60408301526001600160401b038a16606083015260808201526080815261254560a0826136bf565b519020612550614db5565b604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b90614141565b82815260026020526040812091604051926125a88461363d565b54926001600160401b0384168152602081019464ffffffffff8560401c168652604082019564ffffffffff8660681c168752606083019563ffffffff8160901c16875261261260808501956001600160401b038360b01c16875260a086019260f01c8352856142d1565b8594855b81516001600160401b03811615612732576001881b166001600160401b0316156127285761271c61272291868a52600460205260408a20898b5260205260408a2054808b5260036020526126f260408c2064ffffffffff6040519161267a8361366c565b5460ff81166126888161361f565b835260ff8160081c16602084015260ff8160101c16604084015260ff8160181c16606084015260ff8160201c161515608084015260ff8160281c16151560a0840152818160301c1660c0840152818160581c1660e084015260801c16610100820152828b8b614343565b877fa75610f599cea10d1a6bb6332878af5fffa58f57b227cba0d0229fa90a63cc518c80a3613b7f565b96613b7f565b95612616565b9561272290613b7f565b5089858997968b9364ffffffffff885260405190815260207fbbb9f8e52b261588af27e8d68b9aa971af1e8a9b3e7c133320b6dcaf72e5ebb591a2610a1b87826144f5565b81612781916136bf565b61146b57845f6124e5565b6040513d88823e3d90fd5b50346101b75760603660031901126101b7576001600160401b03600435116101b757610160600435360360031901126101b7576127d261359d565b6044356001600160401b038111611f53576127f19036906004016135b3565b6128066116a493929336600435600401613761565b92846001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016612846606460043501600435600401613935565b61285760e460049493943501613b6b565b91803b1561146b576001600160a01b038886946001600160401b036128c5604051988997889687967fac64da7900000000000000000000000000000000000000000000000000000000885260043560040135600489015216602487015260806044870152608486019161396a565b9116606483015203915afa8015613104576130ef575b50506128ed9261258885612550614db5565b6129076001600160401b036116c161014460043501613b6b565b60043560040135825260026020526040822091604051926129278461363d565b54926001600160401b038416815264ffffffffff8460401c16602082015264ffffffffff8460681c16604082015263ffffffff8460901c16606082015260808101936001600160401b038160b01c16855260f01c60a082015261299861299261012460043501613b6b565b826142d1565b6040519363b07c4b0360e01b8552602460043501356004860152610100856024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9485156108305783956130ce575b50612a0763ffffffff60e087015116614f5c565b60018551612a148161361f565b612a1d8161361f565b036130b657612a396117e6606460043501600435600401613935565b612a506117e6608460043501600435600401613935565b60ff612a6060a4600435016141ac565b1615801561309c575b6130895764ffffffffff6001600160401b03612a8960e460043501613b6b565b161161307057612a9d60c460043501613b6b565b6001600160401b0380612ab460e460043501613b6b565b169116101561304857612acb60e460043501613b6b565b6001600160401b03429116111561302f575182905b6001600160401b03600160ff84161b8216166130155750603060ff82161015613001576001612b1360a4600435016141ac565b1615159182612fe7575b8280612fc6575b8380612f9b575b612f7c575b80612f74575b80612f6c575b612f57575b612b4f60e460043501613b6b565b826004356004013592612b6193614aa6565b60043560040135835260046020526040832060ff8216845260205283604084205560043560a401612b91906141ac565b9460200194855160ff169260043560c401612bab90613b6b565b64ffffffffff1692612bc160e460043501613b6b565b64ffffffffff1691612bd861012460043501613b6b565b64ffffffffff169360405196612bed8861366c565b60018852602088019360ff168452604088019160ff1682526060880190815260808801921515835260a088019389855260c0890197885260e0890195865261010089019687528a8a52600360205260408a209851612c4a8161361f565b612c54908a613c2d565b51918854905160101b62ff000016915160181b63ff000000169260081b61ff00169063ffffff0019161717178655511515612ca890869064ff00000000825491151560201b169064ff000000001916179055565b511515928454905160301b6affffffffff00000000000016915160581b64ffffffffff60581b16925160801b64ffffffffff60801b169360281b65ff000000000016906fffffffffffffffffffffff000000000019161764ffffffffff60801b1916171717905560043560a401612d1e906141ac565b600216151592602093612e8a575b5050806040518381526004356004013584820152602460043501356040820152604460043501356060820152612dab612d85612d726064600435016004356004016141ba565b610160608086015261018085019161396a565b612d996084600435016004356004016141ba565b848303601f190160a08601529061396a565b60ff612dbb60a4600435016135ed565b1660c08301526001600160401b03612dd760c460043501613573565b1660e08301526001600160401b03612df360e460043501613573565b16610100830152612e09610104600435016135e0565b15156101208301526001600160401b03612e2861012460043501613573565b166101408301526001600160401b03612e4661014460043501613573565b166101608301527fa30c323f3a8e5e74f553d394d1b1cac920c3de74b6affb616e3cf5168d395b4d60246004350135928060043560040135930390a4604051908152f35b64ffffffffff612e9e60c460043501613b6b565b169164ffffffffff612eb460e460043501613b6b565b169160ff80604064ffffffffff612ed061012460043501613b6b565b1694815197612ede89613688565b885289880196875281880195865260043560040135815260058a5220925116165f52855264ffffffffff60405f209351166effffffffff0000000000000000000069ffffffffff00000000008554945160281b16925160501b16926effffffffffffffffffffffffffffff191617171790555f80612d2c565b612f6781600435600401356144f5565b612b41565b506001612b3c565b508215612b36565b64ffffffffff612f9060c460043501613b6b565b166020830152612b30565b50612faa60c460043501613b6b565b6001600160401b0364ffffffffff602085015116911610612b2b565b9250426001600160401b03612fdf60c460043501613b6b565b161192612b24565b91506101046004350135801515810361146f571591612b1d565b602483638816cfef60e01b81526030600452fd5b906130276001600160401b039161493c565b919050612ae0565b6044836001600160401b03611d8b60e460043501613b6b565b6044836001600160401b0361306160c460043501613b6b565b81611ddd60e460043501613b6b565b6024836001600160401b03611e2260e460043501613b6b565b60248360ff611e5c60a4600435016141ac565b50600360ff6130af60a4600435016141ac565b1611612a69565b60248363e8e7c19560e01b8152816004350135600452fd5b6130e89195506101003d81116108295761081a81836136bf565b935f6129f3565b816130f9916136bf565b61146b57845f6128db565b6040513d84823e3d90fd5b50346101b75760203660031901126101b7576004358152600260205260408120906040519161313d8361363d565b54906001600160401b0382169182845264ffffffffff8160401c16602085015264ffffffffff8160681c16604085015263ffffffff8160901c1660608501526001600160401b038160b01c16608085015260f01c60a084015281151590816131b1575b604080518481528315156020820152f35b905060405163f2871feb60e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa918215610ce3578092613214575b505061320e90604093614110565b5f6131a0565b9091506020823d602011613251575b81613230602093836136bf565b810103126101b7575060409261324861320e92613b5a565b91819450613200565b3d9150613223565b50346101b75760203660031901126101b757600435906001600160401b0382116101b75761016060031983360301126101b757602061329e6116a43660048601613761565b604051908152f35b50346101b75760c03660031901126101b7576132c0613547565b6064358015158103611f535760843560ff8116810361146f5760a4359163ffffffff8316830361146b576101b4936024356004356139a7565b50346101b75760a03660031901126101b7576004356001600160401b03811161084f5780600401906101606003198236030112611f535761333861355d565b90613341613547565b613349613587565b906084356001600160401b03811161124a576133699036906004016135b3565b949093876001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000166133a660648a3594018a613935565b8291923b1561146f5783916001600160a01b0389613407604051968795869485947f9d1ece080000000000000000000000000000000000000000000000000000000086528c600487015216602485015260606044850152606484019161396a565b03915afa80156131045761342f575b50506134296116a46101b4983690613761565b90613dea565b81613439916136bf565b61115e57875f613416565b82346135435760c03660031901126135435760043591613462613547565b906064356001600160401b038116810361354357608435906001600160a01b03821682036135435760a4356001600160401b038111613543576134a99036906004016135b3565b9490936001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b15613543576328575e3760e21b8252600482018990526001600160a01b03851660248301525f90829060449082905afa801561353857613522575b506101b4959660243590613dea565b6101b496505f613531916136bf565b5f95613513565b6040513d5f823e3d90fd5b5f80fd5b604435906001600160401b038216820361354357565b602435906001600160401b038216820361354357565b35906001600160401b038216820361354357565b606435906001600160a01b038216820361354357565b602435906001600160a01b038216820361354357565b9181601f84011215613543578235916001600160401b038311613543576020838186019501011161354357565b3590811515820361354357565b359060ff8216820361354357565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b6004111561362957565b634e487b7160e01b5f52602160045260245ffd5b60c081019081106001600160401b0382111761365857604052565b634e487b7160e01b5f52604160045260245ffd5b61012081019081106001600160401b0382111761365857604052565b606081019081106001600160401b0382111761365857604052565b61016081019081106001600160401b0382111761365857604052565b90601f801991011681019081106001600160401b0382111761365857604052565b6001600160401b0381116136585760051b60200190565b929190613703816136e0565b9361371160405195866136bf565b602085838152019160051b810192831161354357905b82821061373357505050565b8135815260209182019101613727565b9080601f830112156135435781602061375e933591016136f7565b90565b91909161016081840312613543576040519061377c826136a3565b819381358352602082013560208401526040820135604084015260608201356001600160401b03811161354357816137b5918401613743565b60608401526080820135906001600160401b03821161354357826137e3610140949261384794869401613743565b60808601526137f460a082016135ed565b60a086015261380560c08201613573565b60c086015261381660e08201613573565b60e086015261382861010082016135e0565b61010086015261383b6101208201613573565b61012086015201613573565b910152565b90602080835192838152019201905f5b8181106138695750505090565b825184526020938401939092019160010161385c565b908151815260208201516020820152604082015160408201526101406001600160401b03816138d46138c26060870151610160606088015261016087019061384c565b6080870151868203608088015261384c565b9460ff60a08201511660a08601528260c08201511660c08601528260e08201511660e08601526101008101511515610100860152826101208201511661012086015201511691015290565b6040906003190112613543576004359060243590565b903590601e198136030182121561354357018035906001600160401b03821161354357602001918160051b3603831361354357565b90918281527f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff83116135435760209260051b809284830137010190565b9392919094845f52600260205260405f2090604051916139c68361363d565b546001600160401b0381169081845264ffffffffff8160401c16602085015264ffffffffff8160681c16604085015263ffffffff8160901c1660608501526001600160401b038160b01c16608085015260f01c60a084015215613b4757613a2d9082614110565b613b1b57516001600160401b039182169116818103613aed575050613ae857815f52600560205260ff60405f2091165f5260205260405f2060405190613a7282613688565b549064ffffffffff821690818152604064ffffffffff808560281c169485602085015260501c169101524210908115613add575b50613aaf575050565b7fd5d95ee4000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b90504210155f613aa6565b505050565b7f9252ce0e000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b847fce6f45e9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b85639836d7b160e01b5f5260045260245ffd5b519063ffffffff8216820361354357565b356001600160401b03811681036135435790565b5f198114613b8d5760010190565b634e487b7160e01b5f52601160045260245ffd5b9190811015613bc45760051b8101359061015e1981360301821215613543570190565b634e487b7160e01b5f52603260045260245ffd5b51906001600160401b038216820361354357565b519064ffffffffff8216820361354357565b8051821015613bc45760209160051b010190565b519060ff8216820361354357565b5190811515820361354357565b90613c378161361f565b60ff80198354169116179055565b9081610100910312613543576040519061010082018281106001600160401b038211176136585760405280516004811015613543578252613c8860208201613c12565b6020830152613c9960408201613b5a565b604083015260608101516060830152613cb460808201613c20565b608083015260a08101516001600160a01b038116810361354357613cf19160e09160a0850152613ce660c08201613b5a565b60c085015201613b5a565b60e082015290565b6040519163b07c4b0360e01b83526004830152610100826024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa918215613538575f92613dc9575b508151613d598161361f565b613d628161361f565b15613dc1575f52600560205260ff80602060405f2093015116165f5260205260405f209060405191613d9383613688565b549164ffffffffff831690818152604064ffffffffff808660281c169586602085015260501c169101529190565b50505f905f90565b613de39192506101003d81116108295761081a81836136bf565b905f613d4d565b9294613eec9691946125886001600160401b03613e6e9598613e0a6141ee565b16613e1481614298565b60405160208101917f682f37545dc9cbbe7b3f24c42f481b1497a98fb05dd3adf428a6a709bb0b6bff83528860408301528960608301526001600160401b038b16608083015260a082015260a0815261254560c0826136bf565b805f526002602052613ee760405f209360405194613e8b8661363d565b546001600160401b038116865264ffffffffff8160401c16602087015264ffffffffff8160681c16604087015263ffffffff8160901c1660608701526001600160401b038160b01c16608087015260f01c60a0860152846142d1565b614baf565b565b80516020909101905f5b818110613f055750505090565b8251845260209384019390920191600101613ef8565b60b6604051613f2b60e0826136bf565b8181527f6e6f6e63652c75696e74363420646561646c696e65290000000000000000000060c060208301927f4772616e742862797465733332207477696e49642c6279746573333220686f7384527f706974616c2c627974657333322073746166662c627974657333325b5d20736360408201527f6f7065732c627974657333325b5d20707572706f7365732c75696e7438206f7060608201527f65726174696f6e732c75696e743634206e6f744265666f72652c75696e74363460808201527f206578706972792c626f6f6c2066756c6c486973746f72792c75696e7436342060a0820152015220908051906020810151906040810151606082015160405161404b8161403d602082018095613eee565b03601f1981018352826136bf565b51902060808301516040516140688161403d602082018095613eee565b51902060ff60a0850151166001600160401b0360c086015116916001600160401b0360e087015116936101008701511515956001600160401b03610140816101208b01511699015116986040519a60208c019c8d5260408c015260608b015260808a015260a089015260c088015260e0870152610100860152610120850152610140840152610160830152610180820152610180815261410a6101a0826136bf565b51902090565b9064ffffffffff60208301511642109182159261412c57505090565b6060015163ffffffff91821691161415919050565b91909280155f1461419c5750506001600160a01b03811633145b15614164575050565b6001600160a01b03907f3b55884e000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b6141a7918484614ecb565b61415b565b3560ff811681036135435790565b9035601e19823603018112156135435701602081359101916001600160401b038211613543578160051b3603831361354357565b6040517f172195220000000000000000000000000000000000000000000000000000000081526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015613538575f9061425d575b613eec9150614f5c565b506020813d602011614290575b81614277602093836136bf565b810103126135435761428b613eec91613b5a565b614253565b3d915061426a565b8042116142a25750565b7fa8ae3d00000000000000000000000000000000000000000000000000000000005f526004524260245260445ffd5b604001906001600160401b0364ffffffffff835116911690818103614315575050600164ffffffffff8251160164ffffffffff8111613b8d5764ffffffffff169052565b7f3d1b8430000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9092919260208301906001600160401b03608081600160ff8651161b1619920191825116169052815f52600460205260ff60405f209151165f526020525f604081205560026040830151161515806143de575b6143b7575b50505f908152600360205260409020805460ff19166002179055565b5f52600560205260ff80606060405f2093015116165f526020525f60408120555f8061439b565b50805f52600560205260405f2060ff80606085015116165f5260205264ffffffffff60405f205460501c1664ffffffffff6101008401511614614396565b9092919260208301906001600160401b03608081600160ff8651161b1619920191825116169052815f52600460205260ff60405f209151165f526020525f604081205560026040830151161515806144b7575b614490575b50505f908152600360205260409020805460ff19166003179055565b5f52600560205260ff80606060405f2093015116165f526020525f60408120555f80614474565b50805f52600560205260405f2060ff80606085015116165f5260205264ffffffffff60405f205460501c1664ffffffffff610100840151161461446f565b9060016001600160401b03825116016001600160401b038111613b8d577f1de21f028aa5736865070c86d571aefbf7a76a3bf6637cfa9d086cff9cd058a7916001600160401b0360209216809152604051908152a2565b908135805f5260026020526001600160401b0360405f205416156148f2576020830135906040517f5c36901c0000000000000000000000000000000000000000000000000000000081528260048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115613538575f916148b8575b50156148af57823514908115916148a0575b5061488a5760408101358015159081614891575b5061488a576146146116a43683613761565b5f52600360205260405f20916040519261462d8461366c565b5460ff81169061463c8261361f565b81855260ff8160081c166020860152604085019160ff8260101c16835260ff8260181c16606087015260ff8260201c161515608087015260a086019560ff8360281c161515875260c081019164ffffffffff8460301c16835264ffffffffff60e0830194818160581c16865260801c166101008301526146bb8161361f565b6146c48161361f565b1561487e57600281516146d68161361f565b6146df8161361f565b1461487257600390516146f18161361f565b6146fa8161361f565b14614867575164ffffffffff16421061485d575164ffffffffff164210156148545760a082019060ff61472c836141ac565b1615918215614837575b505061482f5761475761474c6080840184613935565b608084013591614fd0565b1561482757606081019061476b8282613935565b905015159283614793575b5050501561478d57511561478957600b90565b5f90565b50600790565b6147be91929593506147ac8160606147b4930190613935565b969093613935565b92909536916136f7565b5f925f5b825181108061481e575b15614811576147db8184613bfe565b516147e786868a614fc0565b35146147fc575b6147f790613b7f565b6147c2565b936148096147f791613b7f565b9490506147ee565b50945050145f8080614776565b508385106147cc565b505050600890565b505050600990565b60ff925061484583916141ac565b91511619161615155f80614736565b50505050600590565b5050505050600490565b505050505050600590565b50505050505050600690565b50505050505050600390565b5050600390565b9050604083013514155f614602565b9050602082013514155f6145ee565b50505050600290565b90506020813d6020116148ea575b816148d3602093836136bf565b81010312613543576148e490613c20565b5f6145dc565b3d91506148c6565b505050600190565b6001600160a01b031680330361490d5750565b7f543aa2a5000000000000000000000000000000000000000000000000000000005f526004523360245260445ffd5b60ff1660ff8114613b8d5760010190565b909160ff169060019064ffffffffff905f9060305b60ff81166040811015614a9b57856001600160401b036001831b8a161615614a805750825f52600460205260405f20905f5260205260405f20545f52600360205260405f2086604051916149b58361366c565b549160ff83166149c48161361f565b815260ff8360081c16602082015260ff8360101c16604082015260ff8360181c169081606082015260ff8460201c161515608082015260ff8460281c16151560a082015264ffffffffff8460301c1660c082015261010064ffffffffff808660581c16958660e085015260801c1691015214614a72578580614a62575b614a55575b50614a509061493c565b614962565b9350915081614a50614a46565b5064ffffffffff85168110614a41565b509550505050505090600190565b9050614a90575b614a509061493c565b5f9450915081614a87565b505050949250509150565b9291926001600160401b03600160ff6080850196161b166001600160401b03855116178452602082019264ffffffffff8451166001600160401b03821610614ba0575b505f52600260205260405f20926001600160f01b036001600160401b0383511667ffffffffffffffff60b01b196cffffffffff00000000000000008754965160401b1663ffffffff60901b1964ffffffffff60681b604088015160681b169371ffffffffffffffffffffffffffffffffffff196001600160f01b031960a067ffffffffffffffff60b01b63ffffffff60901b60608d015160901b169a5160b01b169a015160f01b1699161716171617161717179055565b64ffffffffff1683525f614ae9565b90805f52600360205260405f2060405190614bc98261366c565b54600160ff8216614bd98161361f565b80845264ffffffffff602085019360ff8160081c16855260ff8160101c16604087015260ff8160181c16606087015260ff8160201c161515608087015260ff8160281c16151560a0870152818160301c1660c0870152818160581c1660e087015260801c16610100850152614c4d8161361f565b614c568161361f565b1490811591614d8f575b50614d5f57614c7190828585614343565b817fa75610f599cea10d1a6bb6332878af5fffa58f57b227cba0d0229fa90a63cc515f80a3614ca082826144f5565b5f52600260205260405f20906001600160401b03815116908254916001600160f01b036cffffffffff0000000000000000602084015160401b1667ffffffffffffffff60b01b1964ffffffffff60681b604086015160681b169163ffffffff60901b1963ffffffff60901b606088015160901b169571ffffffffffffffffffffffffffffffffffff196001600160f01b031960a067ffffffffffffffff60b01b60808c015160b01b169a015160f01b1699161716171617161717179055565b50907fc1f17d11000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9050835f52600460205260ff60405f209151165f526020528160405f205414155f614c60565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016301480614ea2575b15614e10577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a0815261410a60c0826136bf565b507f00000000000000000000000000000000000000000000000000000000000000004614614de7565b929190833b614f085790614edf929161505d565b50614ee98161361f565b159182614ef557505090565b6001600160a01b03919250811691161490565b6064835f946020969460405194630b135d3f60e11b8652600486015260406024860152816044860152838501378281018201859052601f01601f191601915afa630b135d3f60e11b5f5114601f3d11161690565b63ffffffff807f000000000000000000000000000000000000000000000000000000000000000016911690808203614f92575050565b7f63181e02000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9190811015613bc45760051b0190565b91905f5b818110614fe357505050505f90565b82614fef828487614fc0565b3514614ffd57600101614fd4565b50505050600190565b60ff811690601f821161503557604051916150226040846136bf565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b9060418303615087576150809250602081013591604082359201355f1a90615141565b9192909190565b50505f9160029190565b90600181108015615137575b61510c5760015b8181106150b057505050565b6150bb818385614fc0565b355f198201828111613b8d576150d2908486614fc0565b3510156150e1576001016150a4565b7fe0565eea000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7faeec5e56000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b506040811161509d565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084116151b8579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15613538575f516001600160a01b038116156151ae57905f905f90565b505f906001905f90565b5050505f916003919056' as const;
