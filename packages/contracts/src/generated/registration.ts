// Written by scripts/build.mjs from contracts/*.sol; do not edit.
export const registrationAbi = [
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
    "internalType": "uint256",
    "name": "epoch",
    "type": "uint256"
   }
  ],
  "name": "Identities_EpochOutOfRange",
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
    "internalType": "address",
    "name": "control",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "identityEpoch",
    "type": "uint32"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "pointDigest",
    "type": "bytes32"
   }
  ],
  "name": "ControlMoved",
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
    "name": "custodian",
    "type": "bytes32"
   }
  ],
  "name": "CustodianChanged",
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
    "indexed": false,
    "internalType": "uint16",
    "name": "parametersVersion",
    "type": "uint16"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "pointDigest",
    "type": "bytes32"
   }
  ],
  "name": "PatientPointRefreshed",
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
    "internalType": "address",
    "name": "proxy",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "uint8",
    "name": "powers",
    "type": "uint8"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "scopes",
    "type": "uint256"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "notBefore",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "expiry",
    "type": "uint64"
   }
  ],
  "name": "ProxyAppointed",
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
    "internalType": "address",
    "name": "proxy",
    "type": "address"
   }
  ],
  "name": "ProxyDismissed",
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
    "internalType": "uint32",
    "name": "fromGeneration",
    "type": "uint32"
   }
  ],
  "name": "TwinImported",
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
    "name": "custodian",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "patientAuthorId",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint8",
    "name": "kind",
    "type": "uint8"
   },
   {
    "indexed": false,
    "internalType": "address",
    "name": "control",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "identityEpoch",
    "type": "uint32"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "pointDigest",
    "type": "bytes32"
   }
  ],
  "name": "TwinRegistered",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "first",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "second",
    "type": "bytes32"
   }
  ],
  "name": "TwinsLinked",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "first",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "second",
    "type": "bytes32"
   }
  ],
  "name": "TwinsUnlinked",
  "type": "event"
 },
 {
  "inputs": [],
  "name": "POWER_GRANT",
  "outputs": [
   {
    "internalType": "uint8",
    "name": "",
    "type": "uint8"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "POWER_REVOKE",
  "outputs": [
   {
    "internalType": "uint8",
    "name": "",
    "type": "uint8"
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
      "internalType": "address",
      "name": "proxy",
      "type": "address"
     },
     {
      "internalType": "uint8",
      "name": "powers",
      "type": "uint8"
     },
     {
      "internalType": "bytes32[]",
      "name": "scopes",
      "type": "bytes32[]"
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
    "internalType": "struct ProxyTerms",
    "name": "terms",
    "type": "tuple"
   },
   {
    "internalType": "bytes",
    "name": "signature",
    "type": "bytes"
   }
  ],
  "name": "appointProxy",
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
    "name": "custodian",
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
    "internalType": "bytes",
    "name": "patientSignature",
    "type": "bytes"
   },
   {
    "internalType": "bytes",
    "name": "custodianSignature",
    "type": "bytes"
   }
  ],
  "name": "changeCustodian",
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
  "name": "controlOf",
  "outputs": [
   {
    "internalType": "address",
    "name": "",
    "type": "address"
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
    "name": "proxy",
    "type": "address"
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
    "internalType": "bytes",
    "name": "signature",
    "type": "bytes"
   }
  ],
  "name": "dismissProxy",
  "outputs": [],
  "stateMutability": "nonpayable",
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
    "name": "twinId",
    "type": "bytes32"
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
  "name": "knownControlOf",
  "outputs": [
   {
    "internalType": "address",
    "name": "",
    "type": "address"
   }
  ],
  "stateMutability": "view",
  "type": "function"
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
   },
   {
    "internalType": "uint64",
    "name": "firstNonce",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "secondNonce",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "deadline",
    "type": "uint64"
   },
   {
    "internalType": "bytes",
    "name": "firstSignature",
    "type": "bytes"
   },
   {
    "internalType": "bytes",
    "name": "secondSignature",
    "type": "bytes"
   }
  ],
  "name": "linkTwins",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "a",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "b",
    "type": "bytes32"
   }
  ],
  "name": "linked",
  "outputs": [
   {
    "internalType": "bool",
    "name": "",
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
    "internalType": "address",
    "name": "control",
    "type": "address"
   }
  ],
  "name": "moveControl",
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
  "name": "patientAuthor",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "pointDigest",
    "type": "bytes32"
   },
   {
    "internalType": "uint32",
    "name": "epoch",
    "type": "uint32"
   },
   {
    "internalType": "uint16",
    "name": "parametersVersion",
    "type": "uint16"
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
    "name": "proxy",
    "type": "address"
   }
  ],
  "name": "proxyOf",
  "outputs": [
   {
    "components": [
     {
      "internalType": "uint8",
      "name": "powers",
      "type": "uint8"
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
     },
     {
      "internalType": "bytes32[]",
      "name": "scopes",
      "type": "bytes32[]"
     }
    ],
    "internalType": "struct Proxy",
    "name": "terms",
    "type": "tuple"
   },
   {
    "internalType": "bool",
    "name": "live",
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
   }
  ],
  "name": "refreshPoint",
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
      "internalType": "uint8",
      "name": "kind",
      "type": "uint8"
     },
     {
      "internalType": "address",
      "name": "control",
      "type": "address"
     },
     {
      "internalType": "uint32",
      "name": "identityEpoch",
      "type": "uint32"
     },
     {
      "internalType": "bytes32",
      "name": "custodian",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "deadline",
      "type": "uint64"
     }
    ],
    "internalType": "struct TwinTerms",
    "name": "terms",
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
    "internalType": "struct Grant[]",
    "name": "grants",
    "type": "tuple[]"
   },
   {
    "internalType": "bytes",
    "name": "signature",
    "type": "bytes"
   }
  ],
  "name": "register",
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
      "internalType": "uint8",
      "name": "kind",
      "type": "uint8"
     },
     {
      "internalType": "address",
      "name": "control",
      "type": "address"
     },
     {
      "internalType": "uint32",
      "name": "identityEpoch",
      "type": "uint32"
     },
     {
      "internalType": "bytes32",
      "name": "custodian",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "deadline",
      "type": "uint64"
     }
    ],
    "internalType": "struct TwinTerms",
    "name": "terms",
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
    "internalType": "struct Grant[]",
    "name": "grants",
    "type": "tuple[]"
   },
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "authorId",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32[]",
      "name": "sources",
      "type": "bytes32[]"
     }
    ],
    "internalType": "struct SourceList[]",
    "name": "sources",
    "type": "tuple[]"
   },
   {
    "internalType": "bytes",
    "name": "signature",
    "type": "bytes"
   }
  ],
  "name": "registerWithSources",
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
    "internalType": "address",
    "name": "signer",
    "type": "address"
   }
  ],
  "name": "requireControl",
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
    "internalType": "address",
    "name": "signer",
    "type": "address"
   },
   {
    "internalType": "bytes32[]",
    "name": "scopes",
    "type": "bytes32[]"
   },
   {
    "internalType": "uint64",
    "name": "expiry",
    "type": "uint64"
   },
   {
    "internalType": "uint8",
    "name": "operations",
    "type": "uint8"
   }
  ],
  "name": "requireMayGrant",
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
    "internalType": "address",
    "name": "signer",
    "type": "address"
   },
   {
    "internalType": "bytes32[]",
    "name": "scopes",
    "type": "bytes32[]"
   }
  ],
  "name": "requireMayRevoke",
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
   }
  ],
  "name": "twin",
  "outputs": [
   {
    "components": [
     {
      "internalType": "address",
      "name": "control",
      "type": "address"
     },
     {
      "internalType": "uint32",
      "name": "identityEpoch",
      "type": "uint32"
     },
     {
      "internalType": "uint8",
      "name": "kind",
      "type": "uint8"
     },
     {
      "internalType": "uint16",
      "name": "parametersVersion",
      "type": "uint16"
     },
     {
      "internalType": "uint40",
      "name": "nonce",
      "type": "uint40"
     },
     {
      "internalType": "bytes32",
      "name": "custodian",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "patientAuthorId",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "pointDigest",
      "type": "bytes32"
     },
     {
      "internalType": "uint40",
      "name": "proxiesFrom",
      "type": "uint40"
     },
     {
      "internalType": "uint40",
      "name": "controlSince",
      "type": "uint40"
     }
    ],
    "internalType": "struct Twin",
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
    "internalType": "bytes32",
    "name": "other",
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
    "internalType": "bytes",
    "name": "signature",
    "type": "bytes"
   }
  ],
  "name": "unlinkTwins",
  "outputs": [],
  "stateMutability": "nonpayable",
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

export const registrationBytecode = '0x61026080604052346103f95761016081614c7380380380916100218285610411565b8339810103126103f9576040519061016082016001600160401b038111838210176103fd57604052805163ffffffff811681036103f957825261006660208201610434565b6020830190815261007960408301610434565b604084019081529161008d60608201610434565b60608501908152936100a160808301610434565b60808201908152946100b560a08401610434565b60a08301908152926100c960c08201610434565b9160c08401968793845260e083016100e090610434565b60e08601908152966100f56101008501610434565b61010087019081529561010b6101208601610434565b9461012082019586526101400161012190610434565b9361014082019485528b6040519561013a604088610411565b6015875260208701977f5477696e7365616c20526567697374726174696f6e000000000000000000000089526040519a61017560408d610411565b60018c52603160f81b6020808e0191825260408051895163ffffffff169281019283528a516001600160a01b03908116928201929092528b51821660608201529751811660808901529551861660a08801528e51861660c08801529b51851660e08701528e51851661010087015290518416610120860152905183166101408501529051909116610160808401919091528252969061021661018082610411565b5190206080525163ffffffff1660a052516001600160a01b0390811660c05290511660e05261024481610448565b6101a05261025184610448565b6101c052519020918261016052519020806101805246610120526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526102bc60c082610411565b519020610100523061014052516001600160a01b039081166101e05290518116610200529051811661022052905116610240526040516147bf90816104b4823960805181610673015260a05181818161260f0152818161322201528181613343015281816135a1015261420e015260c05181818161033b01528181610e9a015281816118a70152818161251401528181613ec001526141d5015260e0518181816126870152818161327101526135d001526101005181614536015261012051816145ed0152610140518161450701526101605181614585015261018051816145ab01526101a05181610a3101526101c05181610a5b01526101e05181818161058b015281816115a8015281816123e301526129e70152610200518161163f0152610220518161294901526102405181818161045e01526128af0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b038211908210176103fd57604052565b51906001600160a01b03821682036103f957565b601f815111610473576020815191015160208210610464571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe6080806040526004361015610012575f80fd5b5f905f3560e01c9081628dd3c814612c1757508063172f3e9814612bfc578063332b442f146125e85780634370e0ec1461205b578063494ba78314611a4e5780634edae92314611a1d5780635b71c4761461113557806362ab4f6b14610fa557806365b20feb14610d3157806366fc80ce14610d0557806383a00a4414610b2f57806384b0196e14610a1757806388b61472146108a95780639c675d051461074d5780639d1ece0814610706578063a10f7f43146106ea578063a15d78dc14610696578063c40123f51461065b578063cf845f0914610435578063d03fb79a146102ef578063fc47676f14610287578063fccc7cc7146102545763fdcc958f1461011a575f80fd5b3461025157604036600319011261025157600435610136612cca565b6060608060405161014681612d86565b8581528560208201528560408201528583820152015281835260036020526001600160a01b036040842091165f5260205261018560405f2080926142a4565b916040519261019384612d86565b82549260ff8416855264ffffffffff6020860194818160081c168652816101d4600160408a0195838560301c1687528360608c019560581c16855201613525565b9360808901948552816040519860408a5260ff60e08b019b511660408b01525116606089015251166080870152511660a0850152519160a060c0850152825180955260206101008501930190945b808610610239575050829350151560208301520390f35b90926020806001928651815201940195019490610222565b80fd5b5034610251576020366003190112610251576001600160a01b036040602092600435815260028452205416604051908152f35b50346102515760a0366003190112610251576102a1612cca565b60443567ffffffffffffffff81116102eb576102c1903690600401612c6b565b6102c9612cf7565b906084359260ff841684036102e7576102e494600435613443565b80f35b8580fd5b8280fd5b50346102515760203660031901126102515760043561030c61419f565b61031581613bdb565b61ffff815460c81c16604051630de7514960e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa801561042a5785906103eb575b61ffff915016146103bf576040816103a37f97f5f3befbcbbfb289bdb8156a1ad8c033258894c07315d5815bbadc867a9f179385613d2a565b600361ffff825460c81c1691015482519182526020820152a280f35b602483837fdbd6ff40000000000000000000000000000000000000000000000000000000008252600452fd5b506020813d602011610422575b8161040560209383612dbf565b8101031261041e5761041961ffff91612edc565b61036a565b8480fd5b3d91506103f8565b6040513d87823e3d90fd5b50346102515760403660031901126102515760043590610453612cca565b916001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001680330361062c575061048f81613bdb565b6001600160a01b03841673ffffffffffffffffffffffffffffffffffffffff19825416178155600163ffffffff825460a01c160163ffffffff811161061857606084958361051a7f53f3c1e557ac692be91e5b656314f6015a2b645a3dc257d93250f6d9825071869487969063ffffffff60a01b1963ffffffff60a01b83549260a01b169116179055565b805460048201805469ffffffffffffffffffff191660d89290921c919091174260281b69ffffffffff0000000000161790556105568186613d2a565b600363ffffffff825460a01c16910154906001600160a01b036040519316835260208301526040820152a26001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690813b156106145782916024839260405194859384927f6cc99c0200000000000000000000000000000000000000000000000000000000845260048401525af18015610609576105f85750f35b8161060291612dbf565b6102515780f35b6040513d84823e3d90fd5b5050fd5b602484634e487b7160e01b81526011600452fd5b7f543aa2a500000000000000000000000000000000000000000000000000000000835260045233602452604482fd5b503461025157806003193601126102515760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b503461025157604036600319011261025157600435906106b4612cca565b6001600160a01b03806106c685613bdb565b541691169081036106d5575080f35b60449263884f99f960e01b8352600452602452fd5b5034610251578060031936011261025157602060405160028152f35b503461025157606036600319011261025157610720612cca565b6044359067ffffffffffffffff82116102eb576107446102e4923690600401612c6b565b9160043561338a565b50346102515760a03660031901126102515760243560043561076d612ce0565b610775612cf7565b6084359067ffffffffffffffff82116102e757610815926107a367ffffffffffffffff933690600401612c9c565b939092166107b081613a68565b60405160208101917fac957a491810b231d9d8c186cb644e623f6f2e66b183dd9f9a67cb8a665a4497835287604083015288606083015267ffffffffffffffff8416608083015260a082015260a0815261080b60c082612dbf565b5190209085613af2565b818110156108a3575b610828828261318b565b156108755780835260046020526040832082845260205260408320600260ff198254161790557fe9dbc00bd9fe9f07263aea89fcf2be0dcecfd6aeff7336dd6c68f440c5a1568e8380a380f35b7fd1f236b3000000000000000000000000000000000000000000000000000000008352600452602452604490fd5b9061081e565b503461025157602036600319011261025157806040516108c881612d55565b8181528160208201528160408201528160608201528160808201528160a08201528160c08201528160e0820152816101008201526101200152600435815260026020526040902060405161091b81612d55565b8154906001600160a01b0382169283825260208201928060a01c63ffffffff16845260408301908060c01c60ff16825260608401908060c81c61ffff168252608085019060d81c815260018401549160a0860192835260028501549360c0870194855260038601549560e08801968752600401549761010088019764ffffffffff8a168952610120019860281c64ffffffffff168952604051998a525163ffffffff1660208a01525160ff1660408901525161ffff1660608801525164ffffffffff1660808701525160a08601525160c08501525160e08401525164ffffffffff166101008301525164ffffffffff1661012082015261014090f35b5034610251578060031936011261025157610ad390610a557f00000000000000000000000000000000000000000000000000000000000000006146a4565b90610a7f7f00000000000000000000000000000000000000000000000000000000000000006146a4565b906020610ae160405193610a938386612dbf565b8385525f3681376040519687967f0f00000000000000000000000000000000000000000000000000000000000000885260e08589015260e0880190612d23565b908682036040880152612d23565b904660608601523060808601528260a086015284820360c08601528080855193848152019401925b828110610b1857505050500390f35b835185528695509381019392810192600101610b09565b50346102515760e03660031901126102515760043590602435610b50612ce0565b92610b59612cf7565b60843567ffffffffffffffff811680910361041e5760a43567ffffffffffffffff81116102e757610b8e903690600401612c9c565b96909260c43567ffffffffffffffff8111610d0157610bb1903690600401612c9c565b949093610bbd81613a68565b87871015610cd15798610c4791610c4d9798999a60405160208101917f378a5dad45b73afdb15a45c32dcffa6ffe47c1986ec1f6694b521132a65e6e8383528b60408301528c606083015267ffffffffffffffff8816608083015267ffffffffffffffff871660a083015260c082015260c08152610c3c60e082612dbf565b51902080958a613af2565b86613af2565b610c57828261318b565b610ca35780835260046020526040832082845260205260408320600160ff198254161790557ff8bd36c21a1ebcb2d7892bf089614dfc85fb521fba780505215c02004fed0c438380a380f35b7f515118f4000000000000000000000000000000000000000000000000000000008352600452602452604490fd5b60448989897fd27b9749000000000000000000000000000000000000000000000000000000008352600452602452fd5b8780fd5b5034610251576040366003190112610251576020610d2760243560043561318b565b6040519015158152f35b50346102515760c03660031901126102515760043590602435610d52612ce0565b92610d5b612cf7565b60843567ffffffffffffffff811161041e57610d7b903690600401612c9c565b9060a43567ffffffffffffffff8111610f8e5791610e1e91610dab67ffffffffffffffff95943690600401612c9c565b95909416610db881613a68565b60405160208101917f507b307dd1a5d92899589e0593c57da40db0525bbbb5f7c0192977274205030c835288604083015289606083015267ffffffffffffffff8c16608083015260a082015260a08152610e1360c082612dbf565b519020809987613af2565b83610e5e575b505080835260026020528160016040852001557f58761500e42c8778849d4afd5343a088d5317ecedbfb36bdd519f409a872d0218380a380f35b6040517fd2b4678b0000000000000000000000000000000000000000000000000000000081528460048201526040816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015610f9a5786918791610f4a575b50600190610ed881613155565b03610f3757610f27610f2d94959697610eef6144fd565b604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b90613c30565b9082915f80610e24565b602486866399aefe7d60e01b8252600452fd5b9150506040813d604011610f92575b81610f6660409383612dbf565b810103126102e7576020610f7982612df2565b910151906004821015610f8e57906001610ecb565b8680fd5b3d9150610f59565b6040513d88823e3d90fd5b50346102515760a036600319011261025157600435610fc2612cca565b90610fcb612ce0565b610fd3612cf7565b6084359067ffffffffffffffff82116102e7576110749261100167ffffffffffffffff933690600401612c9c565b939092169561100f87613a68565b6040516001600160a01b0360208201927fc6fd391b363e185c03303ad00e2cefb7a2d17ce354fae1842148e8e32bbde3658452886040840152169788606083015267ffffffffffffffff8416608083015260a082015260a0815261080b60c082612dbf565b808352600360205260408320825f5260205260ff60405f2054161561110757808352600360205260408320825f52602052600160405f2084815501805490848155816110e4575b50507f933a488be24901551a630873c906e5b652d277afc29b48be9a214a01c531183e8380a380f35b845260208420845b8281106110f957506110bb565b8086600192840155016110ec565b7f866e6f0c000000000000000000000000000000000000000000000000000000008352600452602452604490fd5b50346102515736600319016101208112611a195760c0136102515760c43567ffffffffffffffff8111611a1957611170903690600401612c6b565b919060e43567ffffffffffffffff81116102eb57611192903690600401612c6b565b90916101043567ffffffffffffffff811161041e576111b5903690600401612c9c565b6111c0969196612f19565b6040516112f2602e60bd836020808201967f52656769737465725477696e57697468536f757263657328627974657333322088527f7477696e49642c75696e7438206b696e642c6164647265737320636f6e74726f60408401527f6c2c75696e743332206964656e7469747945706f63682c62797465733332206360608401527f7573746f6469616e2c75696e74363420646561646c696e652c4772616e745b5d60808401527f206772616e74732c536f757263654c6973745b5d20736f75726365732900000060a08401528051918291018484015e81017f536f757263654c697374286279746573333220617574686f7249642c62797465838201527f7333325b5d20736f75726365732900000000000000000000000000000000000060dd8201520301600e810184520182612dbf565b5190206112fd613709565b6113078486613840565b61131087613791565b895b898980831061198f57505050604060209361137d938293835161134a8161133c8a82018095613813565b03601f198101835282612dbf565b5190208351968793818501998a528051918291018686015e83019184830152606082015203016020810184520182612dbf565b5190209061138961419f565b60a43567ffffffffffffffff81169081810361198b57506113a990613a68565b60043597881561197c57604435926001600160a01b03841680850361172f57801561196d576024359360ff85169384861415938461186857600386101561195a576040891161194257906114036114099392610eef6144fd565b88613c30565b8a8a52600260205260408a206001600160a01b038154161580159061192b575b611918576084359586151580611883575b611870578273ffffffffffffffffffffffffffffffffffffffff198354161782556064359063ffffffff82169485830361186c57835463ffffffff60a01b191660a084901b63ffffffff60a01b16178455611868579260037f2a9789bc071e921e1cedd86d1c72df7962e493bffa9a864846b62b4644509d6d96938f9895938f60a098956114dd89859060ff60c01b1960ff60c01b83549260c01b169116179055565b600184018d905560048401805469ffffffffff000000000019164260281b69ffffffffff0000000000161790558b61157a856115188361430f565b60405161156a6040826020808201957f657c06df711503dd933fe92059d093fc525f75ad6771f1e818d7c58afad3fc8b87528051918291018484015e81018a838201520301601f198101835282612dbf565b5190209260028201938455613d2a565b5498505050500154926040519485526020850152604084015260608301526080820152a36001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690813b156102e757918591604051938492630912895d60e41b845281604485018b600487015260406024870152526064840160648360051b8601019282879061015e19813603015b838310611757575050505050508383809203925af1801561174c57908491611737575b50506001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001691823b156117335781604051957fb7b08a620000000000000000000000000000000000000000000000000000000087526044870190600488015260406024880152526064850160648360051b87010192828690603e19813603015b8383106116db5788808b8181808c0381838f5af18015610609576105f85750f35b9091929394956063198a820301865286358281121561172f57602061172160019360406117128885960180358452858101906130e3565b91909281868201520191613118565b9801960194930191906116ba565b8980fd5b8380fd5b8161174191612dbf565b6102eb57825f611633565b6040513d86823e3d90fd5b9295919497509295975060631989820301865286358281121561186857602060019285829301908135815282820135838201526040820135604082015261014067ffffffffffffffff611850826117e56117ca6117b760608901896130e3565b61016060608a0152610160890191613118565b6117d760808901896130e3565b9088830360808a0152613118565b9560ff6117f460a08301612d47565b1660a08701528361180760c08301612d0e565b1660c08701528361181a60e08301612d0e565b1660e087015261182d61010082016137de565b1515610100870152836118436101208301612d0e565b1661012087015201612d0e565b169101529801960193018b9795939289979592611610565b8c80fd5b8d80fd5b60248c886399aefe7d60e01b8252600452fd5b5060405163170da40760e21b81528760048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa90811561190d578d916118de575b501561143a565b611900915060203d602011611906575b6118f88183612dbf565b810190613173565b5f6118d7565b503d6118ee565b6040513d8f823e3d90fd5b60248b8d6387fb8fed60e01b8252600452fd5b5063ffffffff61193a8d61359b565b161515611429565b60448d8a630e6ac45f60e41b82526040600452602452fd5b60248d87630b1c8f6d60e01b8252600452fd5b60048a6333e40b1760e11b8152fd5b600488638bccdb3d60e01b8152fd5b8880fd5b906119c06119ba6119b085856119a9826001999888613c0e565b3595613c0e565b6020810190613049565b90613aa1565b6040519060208201927f9c6ac7554a5098424cb983e0517c8b30b7224367af830d4e72db1829f25c1fec84526040830152606082015260608152611a05608082612dbf565b519020611a1282856137eb565b5201611312565b5080fd5b50346102515760203660031901126102515760206001600160a01b03611a44600435613bdb565b5416604051908152f35b50346102515760403660031901126102515760043567ffffffffffffffff8111611a1957806004019061010060031982360301126102eb5760243567ffffffffffffffff811161173357611aa6903690600401612c9c565b9160e4810190611ab582613012565b67ffffffffffffffff16611ac890613a68565b84359360248201611ad881613027565b916044840195611ae78761303b565b91886064870195611af8878d613049565b611b0191613aa1565b946084890199611b108b613012565b9960a481019a611b1f8c613012565b9160c40198611b2d8a613012565b93611b3790613012565b946040519660208801987fae4c1afab8ffb48a4b03b6d41bf536638662775d6edec0839d6b258fcdb055398a5260408901526001600160a01b0316606088015260ff16608087015260a086015267ffffffffffffffff1660c085015267ffffffffffffffff1660e084015267ffffffffffffffff1661010083015267ffffffffffffffff166101208201526101208152611bd361014082612dbf565b51902091611be084613012565b92611beb938b613af2565b611bf482613027565b6001600160a01b0316156120335760ff611c0d8761303b565b1615801561201e575b611fe757611c2385613012565b67ffffffffffffffff80611c3687613012565b1691161080611fc6575b80611faa575b15611f5c57611c558389613049565b60408111611f3157858a868a8e958b9560015b818110611eac57505050611ce0611cb4600197989364ffffffffff611cad81611ca681611c9f611c9960409a61303b565b9d613012565b169a613012565b1696613012565b1695613049565b60ff845198611cc28a612d86565b16885260208801968752838801948552606088019586523691613097565b96608086019788528d81526003602052206001600160a01b03611d0289613027565b165f526020527fffffffffffffffffffffffffffffffff0000000000ffffffffffffffffffffff60ff60405f209551166fffffffffff00000000000000000000006affffffffff00000000000065ffffffffff008854975160081b16945160301b16945160581b16946affffffffffffffffffffff1916171617171781550190519081519167ffffffffffffffff8311611e9857680100000000000000008311611e98578154838355838c828210611e6c575b505050602001908a5260208a208a5b838110611e58575050505060809367ffffffffffffffff6001600160a01b0394611e37611e31611e297f27421f639eea1a3006281e0fac37cdee39cd7cba97aef0b0908707025773dc589a97611e23611e1d8799613027565b9961303b565b9d613049565b959050613012565b91613012565b9260ff6040519b168b5260208b01521660408901521660608701521693a380f35b600190602084519401938184015501611dc4565b6020818684935220019103908c5b8d838210611e8c579050859150611db5565b82820155600101611e7a565b60248b634e487b7160e01b81526041600452fd5b95509550809650611ec39350849250859150613bcb565b355f198201828111611f1d57611eda908486613bcb565b351015611ef2576001018a868a8e958b958b95611c68565b7fe0565eea000000000000000000000000000000000000000000000000000000008c5260045260248bfd5b60248e634e487b7160e01b81526011600452fd5b7faeec5e56000000000000000000000000000000000000000000000000000000008b5260045260248afd5b60448967ffffffffffffffff8681611f7c611f768b613012565b92613012565b917f3f1fd9e90000000000000000000000000000000000000000000000000000000085521660045216602452fd5b50611fb484613012565b67ffffffffffffffff42911611611c46565b5064ffffffffff67ffffffffffffffff611fdf86613012565b161115611c40565b60248960ff611ff58961303b565b7f17660c9d00000000000000000000000000000000000000000000000000000000835216600452fd5b50600360ff61202c8861303b565b1611611c16565b6004897f0cc154d6000000000000000000000000000000000000000000000000000000008152fd5b50346102515736600319016101008112611a195760c0136102515760c43567ffffffffffffffff8111611a1957612096903690600401612c6b565b919060e43567ffffffffffffffff81116102eb576120b8903690600401612c9c565b6120c3949194612f19565b604051612187609d826020808201957f52656769737465725477696e2862797465733332207477696e49642c75696e7487527f38206b696e642c6164647265737320636f6e74726f6c2c75696e74333220696460408401527f656e7469747945706f63682c6279746573333220637573746f6469616e2c756960608401527f6e74363420646561646c696e652c4772616e745b5d206772616e74732900000060808401528051918291018484015e810189838201520301601f198101835282612dbf565b51902060206121cc81604061219a613709565b6121a4888a613840565b82519586928184019889528051918291018585015e8201908382015203018084520182612dbf565b519020906121d861419f565b60a43567ffffffffffffffff811690818103610f8e57506121f890613a68565b6004359586156125d957604435926001600160a01b038416808503610d015780156125ca576024359360ff8516938486141593846124d55760038610156125b7576040891161259f57906114036122529392610eef6144fd565b8888526002602052604088206001600160a01b0381541615801590612588575b6125755760843595861515806124f0575b6124dd578273ffffffffffffffffffffffffffffffffffffffff198354161782556064359063ffffffff8216948583036124d957835463ffffffff60a01b191660a084901b63ffffffff60a01b161784556124d5579260037f2a9789bc071e921e1cedd86d1c72df7962e493bffa9a864846b62b4644509d6d969360a0969389968f9a8f905061232889859060ff60c01b1960ff60c01b83549260c01b169116179055565b600184018d905560048401805469ffffffffff000000000019164260281b69ffffffffff0000000000161790558b6123b5856123638361430f565b60405161156a6040826020808201957f657c06df711503dd933fe92059d093fc525f75ad6771f1e818d7c58afad3fc8b87528051918291018484015e810189838201520301601f198101835282612dbf565b5498505050500154926040519485526020850152604084015260608301526080820152a36001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001691823b15611733578160405195630912895d60e41b87526044870190600488015260406024880152526064850160648360051b8701019282869061015e19813603015b8383106124675788808b8181808c0381838f5af18015610609576105f85750f35b9091929394956063198a820301865286358281121561172f57602060019285829301908135815282820135838201526040820135604082015261014067ffffffffffffffff6124c3826117e56117ca6117b760608901896130e3565b16910152980196019493019190612446565b8a80fd5b8b80fd5b60248a886399aefe7d60e01b8252600452fd5b5060405163170da40760e21b81528760048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa90811561256a578b9161254b575b5015612283565b612564915060203d602011611906576118f88183612dbf565b5f612544565b6040513d8d823e3d90fd5b6024898b6387fb8fed60e01b8252600452fd5b5063ffffffff6125978b61359b565b161515612272565b60448b8a630e6ac45f60e41b82526040600452602452fd5b60248b87630b1c8f6d60e01b8252600452fd5b6004886333e40b1760e11b8152fd5b600486638bccdb3d60e01b8152fd5b5034612aa4576020366003190112612aa4576004359061260661419f565b600163ffffffff7f00000000000000000000000000000000000000000000000000000000000000001614612bd457815f5260026020526001600160a01b0360405f205416612bc15763ffffffff61265c8361359b565b168015612bae5760405190631d1d4eef60e31b82526004820152610160816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115612a99575f91612b7f575b5060246101406001600160a01b03606084015116604051928380927f88b614720000000000000000000000000000000000000000000000000000000082528860048301525afa8015612a99575f90612aa8575b612872915064ffffffffff610120608083019282806004818751169661010085019788528b5f52600260205261281f8360405f20926001600160a01b03808951161673ffffffffffffffffffffffffffffffffffffffff1985541617845561279763ffffffff60208a015116859063ffffffff60a01b1963ffffffff60a01b83549260a01b169116179055565b6040880151845460ff60c01b191660c09190911b60ff60c01b161784556060880151845461ffff60c81b191660c89190911b61ffff60c81b161784555183547affffffffffffffffffffffffffffffffffffffffffffffffffffff16911660d81b7fffffffffff00000000000000000000000000000000000000000000000000000016178255565b60a0850151600182015560c0850151600282015560e085015160038201550195511616831985541617845501511669ffffffffff000000000082549160281b169069ffffffffff00000000001916179055565b827fe7a3d4c073dc547e4ad143a1d6bf75a694783caaf35c6da0c4a2d533c914053a602063ffffffff845116604051908152a26001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016926001600160a01b0360808301511693803b15612aa4576040517f9701328f000000000000000000000000000000000000000000000000000000008152600481018390526001600160a01b039590951660248601525f908590604490829084905af18015612a9957612a83575b8293506001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000166001600160a01b0360c08401511690803b1561041e576040517ffbe7a550000000000000000000000000000000000000000000000000000000008152600481018490526001600160a01b0392909216602483015284908290604490829084905af190811561174c578491612a6e575b50506001600160a01b0360a0817f00000000000000000000000000000000000000000000000000000000000000001693015116823b15612a69576040517f9419fdeb00000000000000000000000000000000000000000000000000000000815260048101929092526001600160a01b031660248201529082908290604490829084905af18015610609576105f85750f35b505050fd5b81612a7891612dbf565b61061457825f6129d8565b9150915f612a9091612dbf565b5f90829061293c565b6040513d5f823e3d90fd5b5f80fd5b50610140813d8211612b77575b81612ac36101409383612dbf565b81010312612aa457604051612ad781612d55565b612ae082612df2565b8152612aee60208301612de1565b602082015260408201519160ff83168303612aa457610120612b6c91612872946040850152612b1f60608201612edc565b6060850152612b3060808201612eeb565b608085015260a081015160a085015260c081015160c085015260e081015160e0850152612b606101008201612eeb565b61010085015201612eeb565b61012082015261270a565b3d9150612ab5565b612ba191506101603d8111612ba7575b612b998183612dbf565b810190612e06565b5f6126b7565b503d612b8f565b82631e7f13c560e21b5f5260045260245ffd5b506387fb8fed60e01b5f5260045260245ffd5b7f0ee650a6000000000000000000000000000000000000000000000000000000005f5260045ffd5b34612aa4575f366003190112612aa457602060405160018152f35b34612aa4576020366003190112612aa4576080906004355f52600260205261ffff60405f2060028101549060038101549054918452602084015263ffffffff8160a01c16604084015260c81c166060820152f35b9181601f84011215612aa45782359167ffffffffffffffff8311612aa4576020808501948460051b010111612aa457565b9181601f84011215612aa45782359167ffffffffffffffff8311612aa45760208381860195010111612aa457565b602435906001600160a01b0382168203612aa457565b6044359067ffffffffffffffff82168203612aa457565b6064359067ffffffffffffffff82168203612aa457565b359067ffffffffffffffff82168203612aa457565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b359060ff82168203612aa457565b610140810190811067ffffffffffffffff821117612d7257604052565b634e487b7160e01b5f52604160045260245ffd5b60a0810190811067ffffffffffffffff821117612d7257604052565b610160810190811067ffffffffffffffff821117612d7257604052565b90601f8019910116810190811067ffffffffffffffff821117612d7257604052565b519063ffffffff82168203612aa457565b51906001600160a01b0382168203612aa457565b9081610160910312612aa457612ed361014060405192612e2584612da2565b612e2e81612de1565b8452612e3c60208201612df2565b6020850152612e4d60408201612df2565b6040850152612e5e60608201612df2565b6060850152612e6f60808201612df2565b6080850152612e8060a08201612df2565b60a0850152612e9160c08201612df2565b60c0850152612ea260e08201612df2565b60e0850152612eb46101008201612df2565b610100850152612ec76101208201612df2565b61012085015201612df2565b61014082015290565b519061ffff82168203612aa457565b519064ffffffffff82168203612aa457565b67ffffffffffffffff8111612d7257601f01601f191660200190565b60405190612f2860e083612dbf565b60b682527f6e6f6e63652c75696e74363420646561646c696e65290000000000000000000060c0837f4772616e742862797465733332207477696e49642c6279746573333220686f7360208201527f706974616c2c627974657333322073746166662c627974657333325b5d20736360408201527f6f7065732c627974657333325b5d20707572706f7365732c75696e7438206f7060608201527f65726174696f6e732c75696e743634206e6f744265666f72652c75696e74363460808201527f206578706972792c626f6f6c2066756c6c486973746f72792c75696e7436342060a08201520152565b3567ffffffffffffffff81168103612aa45790565b356001600160a01b0381168103612aa45790565b3560ff81168103612aa45790565b903590601e1981360301821215612aa4570180359067ffffffffffffffff8211612aa457602001918160051b36038313612aa457565b67ffffffffffffffff8111612d725760051b60200190565b9291906130a38161307f565b936130b16040519586612dbf565b602085838152019160051b8101928311612aa457905b8282106130d357505050565b81358152602091820191016130c7565b9035601e1982360301811215612aa457016020813591019167ffffffffffffffff8211612aa4578160051b36038313612aa457565b90918281527f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8311612aa45760209260051b809284830137010190565b6004111561315f57565b634e487b7160e01b5f52602160045260245ffd5b90816020910312612aa457518015158103612aa45790565b908082101561336a57815f52600460205260405f20815f5260205260ff60405f205416905b600382101561315f57811580613339575b6131ce5750600191501490565b90505f6101406040516131e081612da2565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e0820152826101008201528261012082015201526132467f000000000000000000000000000000000000000000000000000000000000000061356f565b9063ffffffff60405192631d1d4eef60e31b8452166004830152610160826024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa918215612a99576001600160a01b0360606020946044935f9161331a575b500151169360405194859384927f66fc80ce000000000000000000000000000000000000000000000000000000008452600484015260248301525afa908115612a99575f916132fe575090565b613317915060203d602011611906576118f88183612dbf565b90565b61333391506101603d8111612ba757612b998183612dbf565b5f6132b1565b50600163ffffffff7f00000000000000000000000000000000000000000000000000000000000000001614156131c1565b805f52600460205260405f20825f5260205260ff60405f205416906131b0565b919290926001600160a01b03806133a085613bdb565b5416941693841461343d57825f52600360205260405f20845f5260205260405f20600281541615801561342c575b61341457906133dd9291613c9b565b156133e6575050565b7fcd920ca2000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b50505063884f99f960e01b5f5260045260245260445ffd5b5061343781856142a4565b156133ce565b50505050565b93929190946001600160a01b038061345a87613bdb565b5416961695861461351d57845f52600360205260405f20865f5260205260405f2090600182541615801561350c575b6134f557600216151593846134e7575b84156134c6575b5083156134b3575b5050506133e6575050565b6134bd9350613c9b565b155f80806134a8565b815460301c64ffffffffff1667ffffffffffffffff9091161193505f6134a0565b600182015415159450613499565b868663884f99f960e01b5f5260045260245260445ffd5b5061351782876142a4565b15613489565b505050505050565b90604051918281549182825260208201905f5260205f20925f5b81811061355657505061355492500383612dbf565b565b845483526001948501948794506020909301920161353f565b63ffffffff5f199116019063ffffffff821161358757565b634e487b7160e01b5f52601160045260245ffd5b906135c57f000000000000000000000000000000000000000000000000000000000000000061356f565b916001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016925b63ffffffff811680156137035760405190631d1d4eef60e31b8252600482015261016081602481885afa908115612a99576001600160a01b0360606024936020935f916136e4575b50015116604051928380927ffccc7cc70000000000000000000000000000000000000000000000000000000082528760048301525afa8015612a99575f906136a5575b6001600160a01b039150166136a05763ffffffff168015613587575f19016135f2565b925050565b506020813d82116136dc575b816136be60209383612dbf565b81010312612aa4576136d76001600160a01b0391612df2565b61367d565b3d91506136b1565b6136fd91506101603d8111612ba757612b998183612dbf565b5f61363a565b50925050565b60243560ff811690818103612aa457506044356001600160a01b03811690818103612aa4575060643563ffffffff811690818103612aa4575060a4359167ffffffffffffffff831692838103612aa4575060405193600435602086015260408501526060840152608083015260843560a083015260c082015260c0815261331760e082612dbf565b9061379b8261307f565b6137a86040519182612dbf565b82815280926137b9601f199161307f565b0190602036910137565b9080601f83011215612aa45781602061331793359101613097565b35908115158203612aa457565b80518210156137ff5760209160051b010190565b634e487b7160e01b5f52603260045260245ffd5b80516020909101905f5b81811061382a5750505090565b825184526020938401939092019160010161381d565b9161384a82613791565b923681900361015e1901915f5b84811015613a47578060051b83013584811215612aa45783019061016082360312612aa45760405161388881612da2565b8235815260208101602084013581526040820160408501358152606085013567ffffffffffffffff8111612aa4576138c390369087016137c3565b6060840190815260808601359567ffffffffffffffff8711612aa4576138ee600197369083016137c3565b6080860190815261390160a08301612d47565b60a0870190815261391460c08401612d0e565b60c0880190815261392760e08501612d0e565b9160e0890192835261393c61010086016137de565b936101008a019485526139676101406139586101208901612d0e565b976101208d0198895201612d0e565b966101408b0197885267ffffffffffffffff80808060ff613986612f19565b602081519101209f519e519d5195516040516139aa8161133c602082018095613813565b51902096516040516139c48161133c602082018095613813565b51902097511697511697511697511515985116985116986040519a60208c019c8d5260408c015260608b015260808a015260a089015260c088015260e08701526101008601526101208501526101408401526101608301526101808201526101808152613a336101a082612dbf565b519020613a4082896137eb565b5201613857565b509392505050604051613a628161133c602082018095613813565b51902090565b804211613a725750565b7fa8ae3d00000000000000000000000000000000000000000000000000000000005f526004524260245260445ffd5b906040519060208201927f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8211612aa45782602091613a629360051b8091873781010301601f198101835282612dbf565b613b08909493929194613b0361419f565b613bdb565b9367ffffffffffffffff855460d81c9116808203613b9c57506001019364ffffffffff8511613587576001600160a01b0381613b9161355497610f2794907affffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffffffff00000000000000000000000000000000000000000000000000000083549260d81b169116179055565b541691610eef6144fd565b907f2263e912000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b91908110156137ff5760051b0190565b90815f52600260205260405f20916001600160a01b0383541615613bfc5750565b631e7f13c560e21b5f5260045260245ffd5b91908110156137ff5760051b81013590603e1981360301821215612aa4570190565b91909280155f14613c8b5750506001600160a01b03811633145b15613c53575050565b6001600160a01b03907f3b55884e000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b613c96918484614613565b613c4a565b6001018054159291908315613cb1575b50505090565b613cbe9192949350613525565b905f915f5b8151811080613d21575b15613d1257613cdc81836137eb565b51613ce8858886613bcb565b3514613cfd575b613cf8906146fb565b613cc3565b92613d0a613cf8916146fb565b939050613cef565b505050919091145f8080613cab565b50858410613ccd565b613d339061430f565b9063ffffffff815460a01c169182158015614192575b614166575f83807a184f03e93ff9f4daa797ed6e38ed64bf6a1f01000000000000000081101561413b575b50806d04ee2d6d415b85acef8100000000600a921015614120575b662386f26fc1000081101561410c575b6305f5e1008110156140fb575b6127108110156140ec575b60648110156140de575b10156140d6575b6001810193600a6021613df3613ddd88612efd565b97613deb604051998a612dbf565b808952612efd565b602088019490601f19013686378701015b5f1901917f30313233343536373839616263646566000000000000000000000000000000008282061a835304908115613e3f57600a90613e04565b50507fffffffff00000000000000000000000000000000000000000000000000000000936024600492613eb6948051938860208251936040519b8c9860e01b16828901528051918291018789015e86019260e01b1684830152518092602883015e01015f838201520301601f198101845283612dbf565b6001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000166040517f89035730000000000000000000000000000000000000000000000000000000008152602081600481855afa908115612a99575f91614090575b50613f695f916001600160a01b03956040519687809481937f885eecd3000000000000000000000000000000000000000000000000000000008352602060048401526024830190612d23565b0392165afa928315612a99575f9361400d575b50602090838260049551910120600384015560405193848092630de7514960e01b82525afa908115612a99575f91613fd0575b61355492509061ffff60c81b1961ffff60c81b83549260c81b169116179055565b90506020823d602011614005575b81613feb60209383612dbf565b81010312612aa457613fff61355492612edc565b90613faf565b3d9150613fde565b92503d805f853e61401e8185612dbf565b830192604081850312612aa45760208101519067ffffffffffffffff8211612aa457019083601f83011215612aa45781519361405985612efd565b906140676040519283612dbf565b85825260208685010111612aa4575f602086600497828097018386015e83010152935090613f7c565b90506020813d6020116140ce575b816140ab60209383612dbf565b81010312612aa45751926001600160a01b0384168403612aa45792613f69613f1d565b3d915061409e565b600101613dc8565b606460029104920191613dc1565b61271060049104920191613db7565b6305f5e10060089104920191613dac565b662386f26fc1000060109104920191613d9f565b6d04ee2d6d415b85acef810000000060209104920191613d8f565b604092507a184f03e93ff9f4daa797ed6e38ed64bf6a1f01000000000000000090049050600a613d74565b827fce8536c7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50633b9ac9ff8311613d49565b6040517f172195220000000000000000000000000000000000000000000000000000000081526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115612a99575f9161426a575b5063ffffffff807f00000000000000000000000000000000000000000000000000000000000000001691169080820361423c575050565b7f63181e02000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b90506020813d60201161429c575b8161428560209383612dbf565b81010312612aa45761429690612de1565b5f614205565b3d9150614278565b905464ffffffffff8160081c1642101591826142e9575b826142c557505090565b9091505f52600260205264ffffffffff80600460405f200154169160581c16101590565b915064ffffffffff8160301c164210916142bb565b9081518110156137ff570160200190565b8061431a6042612efd565b916143286040519384612dbf565b604283526143366042612efd565b6020840190601f19013682378351156137ff57603090538251600110156137ff576078602184015360415b600181116144af575061447f57506040519061437e608083612dbf565b60488252606036602084013760409060405161439b604082612dbf565b600881527f70617469656e743a00000000000000000000000000000000000000000000000060208201525f5b6008811061443c5750505f5b8281106143e05750505090565b8060020180600211613587576144177fff0000000000000000000000000000000000000000000000000000000000000091846142fe565b5116908060080180600811613587576144356001935f1a91876142fe565b53016143d3565b807fff0000000000000000000000000000000000000000000000000000000000000061446a600193856142fe565b51165f1a61447882886142fe565b53016143c7565b7fe22e27eb000000000000000000000000000000000000000000000000000000005f52600452602060245260445ffd5b90600f811660108110156137ff577f3031323334353637383961626364656600000000000000000000000000000000901a6144ea83866142fe565b5360041c908015613587575f1901614361565b6001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163014806145ea575b15614558577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152613a6260c082612dbf565b507f0000000000000000000000000000000000000000000000000000000000000000461461452f565b929190833b61465057906146279291614709565b5061463181613155565b15918261463d57505090565b6001600160a01b03919250811691161490565b6064835f946020969460405194630b135d3f60e11b8652600486015260406024860152816044860152838501378281018201859052601f01601f191601915afa630b135d3f60e11b5f5114601f3d11161690565b60ff811690601f82116146d357604051916146c0604084612dbf565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b5f1981146135875760010190565b90604183036147335761472c9250602081013591604082359201355f1a9061473d565b9192909190565b50505f9160029190565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084116147b4579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15612a99575f516001600160a01b038116156147aa57905f905f90565b505f906001905f90565b5050505f916003919056' as const;
