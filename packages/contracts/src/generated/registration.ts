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

export const registrationBytecode = '0x61024080604052346103b357610160816144d6803803809161002182856103cb565b8339810103126103b35760405161016081016001600160401b038111828210176103b757604052815163ffffffff811681036103b3578152610065602083016103ee565b6020820190815290610079604084016103ee565b604082019081529061008d606085016103ee565b60608201908152916100a1608086016103ee565b60808301908152946100b560a082016103ee565b60a08401908152936100c960c083016103ee565b60c08501908152926100dd60e084016103ee565b60e08601908152966100f261010085016103ee565b61010087019081529561010861012086016103ee565b9461012082019586526101400161011e906103ee565b9361014082019485528a604051956101376040886103cb565b6015875260208701977f5477696e7365616c20526567697374726174696f6e000000000000000000000089526040519a61017260408d6103cb565b60018c52603160f81b6020808e0191825260408051895163ffffffff169281019283528a516001600160a01b03908116928201929092528b51821660608201529751811660808901529551861660a08801528e51861660c08801529b51851660e08701528e518516610100870152905184166101208601529051831661014085015290519091166101608084019190915282529690610213610180826103cb565b5190206080525163ffffffff1660a052516001600160a01b0390811660c05290511660e05261024181610402565b6101a05261024e84610402565b6101c052519020918261016052519020806101805246610120526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526102b960c0826103cb565b519020610100523061014052516001600160a01b039081166101e052905181166102005290511661022052604051614068908161046e823960805181610673015260a051818181611d8e0152613ab7015260c05181818161033b01528181610ee7015281816131df015281816137690152613a7e015260e05181611e0701526101005181613ddf01526101205181613e9601526101405181613db001526101605181613e2e01526101805181613e5401526101a05181610a3e01526101c05181610a6801526101e05181818161058b015281816120f70152612fd0015261020051816113e001526102205181818161045e015261205a0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b038211908210176103b757604052565b51906001600160a01b03821682036103b357565b601f81511161042d57602081519101516020821061041e571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe6080806040526004361015610012575f80fd5b5f905f3560e01c9081628dd3c8146123ef57508063172f3e98146123d4578063332b442f14611d1c5780634370e0ec14611ba8578063494ba7831461159b5780634edae9231461156a5780635b71c4761461118257806362ab4f6b14610ff257806365b20feb14610d7e57806366fc80ce14610d2257806383a00a4414610b3c57806384b0196e14610a2457806388b61472146108b65780639c675d051461074d5780639d1ece0814610706578063a10f7f43146106ea578063a15d78dc14610696578063c40123f51461065b578063cf845f0914610435578063d03fb79a146102ef578063fc47676f14610287578063fccc7cc7146102545763fdcc958f1461011a575f80fd5b34610251576040366003190112610251576004356101366124a2565b606060806040516101468161257b565b8581528560208201528560408201528583820152015281835260036020526001600160a01b036040842091165f5260205261018560405f208092613b4d565b91604051926101938461257b565b82549260ff8416855264ffffffffff6020860194818160081c168652816101d4600160408a0195838560301c1687528360608c019560581c16855201612a10565b9360808901948552816040519860408a5260ff60e08b019b511660408b01525116606089015251166080870152511660a0850152519160a060c0850152825180955260206101008501930190945b808610610239575050829350151560208301520390f35b90926020806001928651815201940195019490610222565b80fd5b5034610251576020366003190112610251576001600160a01b036040602092600435815260028452205416604051908152f35b50346102515760a0366003190112610251576102a16124a2565b60443567ffffffffffffffff81116102eb576102c1903690600401612443565b6102c96124cf565b906084359260ff841684036102e7576102e49460043561292e565b80f35b8580fd5b8280fd5b50346102515760203660031901126102515760043561030c613a48565b61031581613484565b61ffff815460c81c16604051630de7514960e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa801561042a5785906103eb575b61ffff915016146103bf576040816103a37f97f5f3befbcbbfb289bdb8156a1ad8c033258894c07315d5815bbadc867a9f1793856135d3565b600361ffff825460c81c1691015482519182526020820152a280f35b602483837fdbd6ff40000000000000000000000000000000000000000000000000000000008252600452fd5b506020813d602011610422575b8161040560209383612597565b8101031261041e5761041961ffff916125de565b61036a565b8480fd5b3d91506103f8565b6040513d87823e3d90fd5b503461025157604036600319011261025157600435906104536124a2565b916001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001680330361062c575061048f81613484565b6001600160a01b03841673ffffffffffffffffffffffffffffffffffffffff19825416178155600163ffffffff825460a01c160163ffffffff811161061857606084958361051a7f53f3c1e557ac692be91e5b656314f6015a2b645a3dc257d93250f6d9825071869487969063ffffffff60a01b1963ffffffff60a01b83549260a01b169116179055565b805460048201805469ffffffffffffffffffff191660d89290921c919091174260281b69ffffffffff00000000001617905561055681866135d3565b600363ffffffff825460a01c16910154906001600160a01b036040519316835260208301526040820152a26001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690813b156106145782916024839260405194859384927f6cc99c0200000000000000000000000000000000000000000000000000000000845260048401525af18015610609576105f85750f35b8161060291612597565b6102515780f35b6040513d84823e3d90fd5b5050fd5b602484634e487b7160e01b81526011600452fd5b7f543aa2a500000000000000000000000000000000000000000000000000000000835260045233602452604482fd5b503461025157806003193601126102515760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b503461025157604036600319011261025157600435906106b46124a2565b6001600160a01b03806106c685613484565b541691169081036106d5575080f35b60449263884f99f960e01b8352600452602452fd5b5034610251578060031936011261025157602060405160028152f35b5034610251576060366003190112610251576107206124a2565b6044359067ffffffffffffffff82116102eb576107446102e4923690600401612443565b91600435612875565b50346102515760a03660031901126102515760243560043561076d6124b8565b6107756124cf565b6084359067ffffffffffffffff82116102e757610815926107a367ffffffffffffffff933690600401612474565b939092166107b081613311565b60405160208101917fac957a491810b231d9d8c186cb644e623f6f2e66b183dd9f9a67cb8a665a4497835287604083015288606083015267ffffffffffffffff8416608083015260a082015260a0815261080b60c082612597565b519020908561339b565b818110156108b0575b80835260046020526040832082845260205260ff60408420541615610882578083526004602052604083208284526020526040832060ff1981541690557fe9dbc00bd9fe9f07263aea89fcf2be0dcecfd6aeff7336dd6c68f440c5a1568e8380a380f35b7fd1f236b3000000000000000000000000000000000000000000000000000000008352600452602452604490fd5b9061081e565b503461025157602036600319011261025157806040516108d58161255e565b8181528160208201528160408201528160608201528160808201528160a08201528160c08201528160e082015281610100820152610120015260043581526002602052604090206040516109288161255e565b8154906001600160a01b0382169283825260208201928060a01c63ffffffff16845260408301908060c01c60ff16825260608401908060c81c61ffff168252608085019060d81c815260018401549160a0860192835260028501549360c0870194855260038601549560e08801968752600401549761010088019764ffffffffff8a168952610120019860281c64ffffffffff168952604051998a525163ffffffff1660208a01525160ff1660408901525161ffff1660608801525164ffffffffff1660808701525160a08601525160c08501525160e08401525164ffffffffff166101008301525164ffffffffff1661012082015261014090f35b5034610251578060031936011261025157610ae090610a627f0000000000000000000000000000000000000000000000000000000000000000613f4d565b90610a8c7f0000000000000000000000000000000000000000000000000000000000000000613f4d565b906020610aee60405193610aa08386612597565b8385525f3681376040519687967f0f00000000000000000000000000000000000000000000000000000000000000885260e08589015260e08801906124fb565b9086820360408801526124fb565b904660608601523060808601528260a086015284820360c08601528080855193848152019401925b828110610b2557505050500390f35b835185528695509381019392810192600101610b16565b50346102515760e03660031901126102515760043590602435610b5d6124b8565b92610b666124cf565b60843567ffffffffffffffff811680910361041e5760a43567ffffffffffffffff81116102e757610b9b903690600401612474565b96909260c43567ffffffffffffffff8111610d1e57610bbe903690600401612474565b949093610bca81613311565b87871015610cee5798610c5491610c5a9798999a60405160208101917f378a5dad45b73afdb15a45c32dcffa6ffe47c1986ec1f6694b521132a65e6e8383528b60408301528c606083015267ffffffffffffffff8816608083015267ffffffffffffffff871660a083015260c082015260c08152610c4960e082612597565b51902080958a61339b565b8661339b565b80835260046020526040832082845260205260ff604084205416610cc05780835260046020526040832082845260205260408320600160ff198254161790557ff8bd36c21a1ebcb2d7892bf089614dfc85fb521fba780505215c02004fed0c438380a380f35b7f515118f4000000000000000000000000000000000000000000000000000000008352600452602452604490fd5b60448989897fd27b9749000000000000000000000000000000000000000000000000000000008352600452602452fd5b8780fd5b50346102515760403660031901126102515760ff6040602092600435602435908181105f14610d675782526004855282822090825284522054165b6040519015158152f35b908252600485528282209082528452205416610d5d565b50346102515760c03660031901126102515760043590602435610d9f6124b8565b92610da86124cf565b60843567ffffffffffffffff811161041e57610dc8903690600401612474565b9060a43567ffffffffffffffff8111610fdb5791610e6b91610df867ffffffffffffffff95943690600401612474565b95909416610e0581613311565b60405160208101917f507b307dd1a5d92899589e0593c57da40db0525bbbb5f7c0192977274205030c835288604083015289606083015267ffffffffffffffff8c16608083015260a082015260a08152610e6060c082612597565b51902080998761339b565b83610eab575b505080835260026020528160016040852001557f58761500e42c8778849d4afd5343a088d5317ecedbfb36bdd519f409a872d0218380a380f35b6040517fd2b4678b0000000000000000000000000000000000000000000000000000000081528460048201526040816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015610fe75786918791610f97575b50600190610f2581612857565b03610f8457610f74610f7a94959697610f3c613da6565b604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b906134d9565b9082915f80610e71565b602486866399aefe7d60e01b8252600452fd5b9150506040813d604011610fdf575b81610fb360409383612597565b810103126102e7576020610fc6826125b9565b910151906004821015610fdb57906001610f18565b8680fd5b3d9150610fa6565b6040513d88823e3d90fd5b50346102515760a03660031901126102515760043561100f6124a2565b906110186124b8565b6110206124cf565b6084359067ffffffffffffffff82116102e7576110c19261104e67ffffffffffffffff933690600401612474565b939092169561105c87613311565b6040516001600160a01b0360208201927fc6fd391b363e185c03303ad00e2cefb7a2d17ce354fae1842148e8e32bbde3658452886040840152169788606083015267ffffffffffffffff8416608083015260a082015260a0815261080b60c082612597565b808352600360205260408320825f5260205260ff60405f2054161561115457808352600360205260408320825f52602052600160405f208481550180549084815581611131575b50507f933a488be24901551a630873c906e5b652d277afc29b48be9a214a01c531183e8380a380f35b845260208420845b8281106111465750611108565b808660019284015501611139565b7f866e6f0c000000000000000000000000000000000000000000000000000000008352600452602452604490fd5b503461025157366003190161012081126115665760c0136102515760c43567ffffffffffffffff8111611566576111bd903690600401612443565b9160e43567ffffffffffffffff8111611566576111de903690600401612443565b90926101043567ffffffffffffffff811161156257611201903690600401612474565b9161120a61261b565b60405161133c602e60bd836020808201967f52656769737465725477696e57697468536f757263657328627974657333322088527f7477696e49642c75696e7438206b696e642c6164647265737320636f6e74726f60408401527f6c2c75696e743332206964656e7469747945706f63682c62797465733332206360608401527f7573746f6469616e2c75696e74363420646561646c696e652c4772616e745b5d60808401527f206772616e74732c536f757263654c6973745b5d20736f75726365732900000060a08401528051918291018484015e81017f536f757263654c697374286279746573333220617574686f7249642c62797465838201527f7333325b5d20736f75726365732900000000000000000000000000000000000060dd8201520301600e810184520182612597565b51902096611348612a5a565b976113538284612b94565b9861135d87612ae5565b99885b8881106114d657506040806020936113cd936113d69b9c9d9e835161139a8161138c8a82018095612b67565b03601f198101835282612597565b5190208351968793818501998a528051918291018686015e83019184830152606082015203016020810184520182612597565b51902091612dbc565b6001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690813b156102eb57604051937fb7b08a620000000000000000000000000000000000000000000000000000000085528160448601600435600488015260406024880152526064850160648360051b87010192828690603e19813603015b83831061147e5788808b8181808c0381838f5af18015610609576105f85750f35b9091929394956063198a82030186528635828112156114d25760206114c460019360406114b58885960180358452858101906127e5565b9190928186820152019161281a565b98019601949301919061145d565b8980fd5b808c61155b828e61150d6115078f84816114f660019b6114fd94886134b7565b35956134b7565b602081019061274b565b9061334a565b6040519060208201927f9c6ac7554a5098424cb983e0517c8b30b7224367af830d4e72db1829f25c1fec84526040830152606082015260608152611552608082612597565b51902092612b3f565b5201611360565b8380fd5b5080fd5b50346102515760203660031901126102515760206001600160a01b03611591600435613484565b5416604051908152f35b50346102515760403660031901126102515760043567ffffffffffffffff811161156657806004019061010060031982360301126102eb5760243567ffffffffffffffff8111611562576115f3903690600401612474565b9160e481019061160282612714565b67ffffffffffffffff1661161590613311565b8435936024820161162581612729565b9160448401956116348761273d565b91886064870195611645878d61274b565b61164e9161334a565b94608489019961165d8b612714565b9960a481019a61166c8c612714565b9160c4019861167a8a612714565b9361168490612714565b946040519660208801987fae4c1afab8ffb48a4b03b6d41bf536638662775d6edec0839d6b258fcdb055398a5260408901526001600160a01b0316606088015260ff16608087015260a086015267ffffffffffffffff1660c085015267ffffffffffffffff1660e084015267ffffffffffffffff1661010083015267ffffffffffffffff16610120820152610120815261172061014082612597565b5190209161172d84612714565b92611738938b61339b565b61174182612729565b6001600160a01b031615611b805760ff61175a8761273d565b16158015611b6b575b611b345761177085612714565b67ffffffffffffffff8061178387612714565b1691161080611b13575b80611af7575b15611aa9576117a2838961274b565b60408111611a7e57858a868a8e958b9560015b8181106119f95750505061182d611801600197989364ffffffffff6117fa816117f3816117ec6117e660409a61273d565b9d612714565b169a612714565b1696612714565b169561274b565b60ff84519861180f8a61257b565b16885260208801968752838801948552606088019586523691612799565b96608086019788528d81526003602052206001600160a01b0361184f89612729565b165f526020527fffffffffffffffffffffffffffffffff0000000000ffffffffffffffffffffff60ff60405f209551166fffffffffff00000000000000000000006affffffffff00000000000065ffffffffff008854975160081b16945160301b16945160581b16946affffffffffffffffffffff1916171617171781550190519081519167ffffffffffffffff83116119e5576801000000000000000083116119e5578154838355838c8282106119b9575b505050602001908a5260208a208a5b8381106119a5575050505060809367ffffffffffffffff6001600160a01b039461198461197e6119767f27421f639eea1a3006281e0fac37cdee39cd7cba97aef0b0908707025773dc589a9761197061196a8799612729565b9961273d565b9d61274b565b959050612714565b91612714565b9260ff6040519b168b5260208b01521660408901521660608701521693a380f35b600190602084519401938184015501611911565b6020818684935220019103908c5b8d8382106119d9579050859150611902565b828201556001016119c7565b60248b634e487b7160e01b81526041600452fd5b95509550809650611a109350849250859150613474565b355f198201828111611a6a57611a27908486613474565b351015611a3f576001018a868a8e958b958b956117b5565b7fe0565eea000000000000000000000000000000000000000000000000000000008c5260045260248bfd5b60248e634e487b7160e01b81526011600452fd5b7faeec5e56000000000000000000000000000000000000000000000000000000008b5260045260248afd5b60448967ffffffffffffffff8681611ac9611ac38b612714565b92612714565b917f3f1fd9e90000000000000000000000000000000000000000000000000000000085521660045216602452fd5b50611b0184612714565b67ffffffffffffffff42911611611793565b5064ffffffffff67ffffffffffffffff611b2c86612714565b16111561178d565b60248960ff611b428961273d565b7f17660c9d00000000000000000000000000000000000000000000000000000000835216600452fd5b50600360ff611b798861273d565b1611611763565b6004897f0cc154d6000000000000000000000000000000000000000000000000000000008152fd5b503461025157366003190161010081126115665760c0136102515760c43567ffffffffffffffff811161156657611be3903690600401612443565b9060e4359167ffffffffffffffff831161156257611c086102e4933690600401612474565b929091611c1361261b565b604051611cd7609d826020808201957f52656769737465725477696e2862797465733332207477696e49642c75696e7487527f38206b696e642c6164647265737320636f6e74726f6c2c75696e74333220696460408401527f656e7469747945706f63682c6279746573333220637573746f6469616e2c756960608401527f6e74363420646561646c696e652c4772616e745b5d206772616e74732900000060808401528051918291018484015e81018b838201520301601f198101835282612597565b51902060206113cd816040611cea612a5a565b611cf48789612b94565b82519586928184019889528051918291018585015e8201908382015203018084520182612597565b503461219f57602036600319011261219f57600435905f610140604051611d428161252d565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201520152611d87613a48565b63ffffffff7f000000000000000000000000000000000000000000000000000000000000000016600181146123ac575f190163ffffffff81116123985763ffffffff604051917fe8ea7778000000000000000000000000000000000000000000000000000000008352166004820152610160816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115612194575f9161229f575b50825f5260026020526001600160a01b0360405f20541661228c5760246101406001600160a01b03606084015116604051928380927f88b614720000000000000000000000000000000000000000000000000000000082528860048301525afa908115612194575f916121b6575b506001600160a01b03815116156121a3578064ffffffffff610120608061201d94019282806004818751169661010085019788528b5f526002602052611fca8360405f20926001600160a01b03808951161673ffffffffffffffffffffffffffffffffffffffff19855416178455611f4263ffffffff60208a015116859063ffffffff60a01b1963ffffffff60a01b83549260a01b169116179055565b6040880151845460ff60c01b191660c09190911b60ff60c01b161784556060880151845461ffff60c81b191660c89190911b61ffff60c81b161784555183547affffffffffffffffffffffffffffffffffffffffffffffffffffff16911660d81b7fffffffffff00000000000000000000000000000000000000000000000000000016178255565b60a0850151600182015560c0850151600282015560e085015160038201550195511616831985541617845501511669ffffffffff000000000082549160281b169069ffffffffff00000000001916179055565b827fe7a3d4c073dc547e4ad143a1d6bf75a694783caaf35c6da0c4a2d533c914053a602063ffffffff845116604051908152a26001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016926001600160a01b0360808301511693803b1561219f576040517f9701328f000000000000000000000000000000000000000000000000000000008152600481018390526001600160a01b039590951660248601525f908590604490829084905af180156121945761217e575b8293506001600160a01b0360a0817f00000000000000000000000000000000000000000000000000000000000000001693015116823b15612179576040517f9419fdeb00000000000000000000000000000000000000000000000000000000815260048101929092526001600160a01b031660248201529082908290604490829084905af18015610609576105f85750f35b505050fd5b9150915f61218b91612597565b5f9082906120e7565b6040513d5f823e3d90fd5b5f80fd5b83631e7f13c560e21b5f5260045260245ffd5b9050610140813d8211612284575b816121d26101409383612597565b8101031261219f57604051906121e78261255e565b6121f0816125b9565b82526121fe602082016125cd565b6020830152604081015160ff8116810361219f576122789161012091604085015261222b606082016125de565b606085015261223c608082016125ed565b608085015260a081015160a085015260c081015160c085015260e081015160e085015261226c61010082016125ed565b610100850152016125ed565b6101208201525f611ea5565b3d91506121c4565b826387fb8fed60e01b5f5260045260245ffd5b9050610160813d8211612390575b816122bb6101609383612597565b8101031261219f57612384610140604051926122d68461252d565b6122df816125cd565b84526122ed602082016125b9565b60208501526122fe604082016125b9565b604085015261230f606082016125b9565b6060850152612320608082016125b9565b608085015261233160a082016125b9565b60a085015261234260c082016125b9565b60c085015261235360e082016125b9565b60e085015261236561010082016125b9565b61010085015261237861012082016125b9565b610120850152016125b9565b6101408201525f611e37565b3d91506122ad565b634e487b7160e01b5f52601160045260245ffd5b7f0ee650a6000000000000000000000000000000000000000000000000000000005f5260045ffd5b3461219f575f36600319011261219f57602060405160018152f35b3461219f57602036600319011261219f576080906004355f52600260205261ffff60405f2060028101549060038101549054918452602084015263ffffffff8160a01c16604084015260c81c166060820152f35b9181601f8401121561219f5782359167ffffffffffffffff831161219f576020808501948460051b01011161219f57565b9181601f8401121561219f5782359167ffffffffffffffff831161219f576020838186019501011161219f57565b602435906001600160a01b038216820361219f57565b6044359067ffffffffffffffff8216820361219f57565b6064359067ffffffffffffffff8216820361219f57565b359067ffffffffffffffff8216820361219f57565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b359060ff8216820361219f57565b610160810190811067ffffffffffffffff82111761254a57604052565b634e487b7160e01b5f52604160045260245ffd5b610140810190811067ffffffffffffffff82111761254a57604052565b60a0810190811067ffffffffffffffff82111761254a57604052565b90601f8019910116810190811067ffffffffffffffff82111761254a57604052565b51906001600160a01b038216820361219f57565b519063ffffffff8216820361219f57565b519061ffff8216820361219f57565b519064ffffffffff8216820361219f57565b67ffffffffffffffff811161254a57601f01601f191660200190565b6040519061262a60e083612597565b60b682527f6e6f6e63652c75696e74363420646561646c696e65290000000000000000000060c0837f4772616e742862797465733332207477696e49642c6279746573333220686f7360208201527f706974616c2c627974657333322073746166662c627974657333325b5d20736360408201527f6f7065732c627974657333325b5d20707572706f7365732c75696e7438206f7060608201527f65726174696f6e732c75696e743634206e6f744265666f72652c75696e74363460808201527f206578706972792c626f6f6c2066756c6c486973746f72792c75696e7436342060a08201520152565b3567ffffffffffffffff8116810361219f5790565b356001600160a01b038116810361219f5790565b3560ff8116810361219f5790565b903590601e198136030182121561219f570180359067ffffffffffffffff821161219f57602001918160051b3603831361219f57565b67ffffffffffffffff811161254a5760051b60200190565b9291906127a581612781565b936127b36040519586612597565b602085838152019160051b810192831161219f57905b8282106127d557505050565b81358152602091820191016127c9565b9035601e198236030181121561219f57016020813591019167ffffffffffffffff821161219f578160051b3603831361219f57565b90918281527f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff831161219f5760209260051b809284830137010190565b6004111561286157565b634e487b7160e01b5f52602160045260245ffd5b919290926001600160a01b038061288b85613484565b5416941693841461292857825f52600360205260405f20845f5260205260405f206002815416158015612917575b6128ff57906128c89291613544565b156128d1575050565b7fcd920ca2000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b50505063884f99f960e01b5f5260045260245260445ffd5b506129228185613b4d565b156128b9565b50505050565b93929190946001600160a01b038061294587613484565b54169616958614612a0857845f52600360205260405f20865f5260205260405f209060018254161580156129f7575b6129e057600216151593846129d2575b84156129b1575b50831561299e575b5050506128d1575050565b6129a89350613544565b155f8080612993565b815460301c64ffffffffff1667ffffffffffffffff9091161193505f61298b565b600182015415159450612984565b868663884f99f960e01b5f5260045260245260445ffd5b50612a028287613b4d565b15612974565b505050505050565b90604051918281549182825260208201905f5260205f20925f5b818110612a41575050612a3f92500383612597565b565b8454835260019485019487945060209093019201612a2a565b60243560ff81169081810361219f57506044356001600160a01b0381169081810361219f575060643563ffffffff81169081810361219f575060a4359167ffffffffffffffff83169283810361219f575060405193600435602086015260408501526060840152608083015260843560a083015260c082015260c08152612ae260e082612597565b90565b90612aef82612781565b612afc6040519182612597565b8281528092612b0d601f1991612781565b0190602036910137565b9080601f8301121561219f57816020612ae293359101612799565b3590811515820361219f57565b8051821015612b535760209160051b010190565b634e487b7160e01b5f52603260045260245ffd5b80516020909101905f5b818110612b7e5750505090565b8251845260209384019390920191600101612b71565b91612b9e82612ae5565b923681900361015e1901915f5b84811015612d9b578060051b8301358481121561219f578301906101608236031261219f57604051612bdc8161252d565b8235815260208101602084013581526040820160408501358152606085013567ffffffffffffffff811161219f57612c179036908701612b17565b6060840190815260808601359567ffffffffffffffff871161219f57612c4260019736908301612b17565b60808601908152612c5560a0830161251f565b60a08701908152612c6860c084016124e6565b60c08801908152612c7b60e085016124e6565b9160e08901928352612c906101008601612b32565b936101008a01948552612cbb610140612cac61012089016124e6565b976101208d01988952016124e6565b966101408b0197885267ffffffffffffffff80808060ff612cda61261b565b602081519101209f519e519d519551604051612cfe8161138c602082018095612b67565b5190209651604051612d188161138c602082018095612b67565b51902097511697511697511697511515985116985116986040519a60208c019c8d5260408c015260608b015260808a015260a089015260c088015260e08701526101008601526101208501526101408401526101608301526101808201526101808152612d876101a082612597565b519020612d948289612b3f565b5201612bab565b509392505050604051612db68161138c602082018095612b67565b51902090565b91909293612dc8613a48565b60a43567ffffffffffffffff811680820361219f57612de79150613311565b6004359485156132e957604435916001600160a01b0383169081840361219f5781156132c1576024359060ff82169384831415968761219f5760038610156132955760408a116132645790612e42612e489392610f3c613da6565b876134d9565b875f52600260205260405f20926001600160a01b038454166132515760843595861515806131a2575b61318f578373ffffffffffffffffffffffffffffffffffffffff198654161785556064359363ffffffff85169182860361219f57865463ffffffff60a01b191660a087901b63ffffffff60a01b1617875561219f57855460ff60c01b191660c085901b60ff60c01b161786558a967f2a9789bc071e921e1cedd86d1c72df7962e493bffa9a864846b62b4644509d6d9660a096600392600183018c905560048301805469ffffffffff000000000019164260281b69ffffffffff000000000016179055612f3d8b613bb8565b604051612f8f6040826020808201957f657c06df711503dd933fe92059d093fc525f75ad6771f1e818d7c58afad3fc8b87528051918291018484015e81015f838201520301601f198101835282612597565b51902060028401908155612fa3848d6135d3565b54975050500154926040519485526020850152604084015260608301526080820152a36001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001691823b1561219f579290836040519485937f912895d0000000000000000000000000000000000000000000000000000000008552604485019060048601526040602486015252606483019060648160051b8501019280925f9061015e1983360301905b8483106130815750505050505091815f81819503925af18015612194576130775750565b5f612a3f91612597565b91939590929496506063198982030182528635908382121561219f57602080918760019401908135815282820135838201526040820135604082015261014067ffffffffffffffff6131798261310e6130f36130e060608901896127e5565b61016060608a015261016089019161281a565b61310060808901896127e5565b9088830360808a015261281a565b9560ff61311d60a0830161251f565b1660a08701528361313060c083016124e6565b1660c08701528361314360e083016124e6565b1660e08701526131566101008201612b32565b15156101008701528361316c61012083016124e6565b16610120870152016124e6565b1691015298019201930190939188969593613053565b866399aefe7d60e01b5f5260045260245ffd5b506040517f5c36901c0000000000000000000000000000000000000000000000000000000081528760048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115612194575f91613216575b5015612e71565b90506020813d602011613249575b8161323160209383612597565b8101031261219f5751801515810361219f575f61320f565b3d9150613224565b886387fb8fed60e01b5f5260045260245ffd5b897fe6ac45f0000000000000000000000000000000000000000000000000000000005f52604060045260245260445ffd5b857f0b1c8f6d000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f67c8162e000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f8bccdb3d000000000000000000000000000000000000000000000000000000005f5260045ffd5b80421161331b5750565b7fa8ae3d00000000000000000000000000000000000000000000000000000000005f526004524260245260445ffd5b906040519060208201927f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff821161219f5782602091612db69360051b8091873781010301601f198101835282612597565b6133b19094939291946133ac613a48565b613484565b9367ffffffffffffffff855460d81c911680820361344557506001019364ffffffffff8511612398576001600160a01b038161343a612a3f97610f7494907affffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffffffff00000000000000000000000000000000000000000000000000000083549260d81b169116179055565b541691610f3c613da6565b907f2263e912000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9190811015612b535760051b0190565b90815f52600260205260405f20916001600160a01b03835416156134a55750565b631e7f13c560e21b5f5260045260245ffd5b9190811015612b535760051b81013590603e198136030182121561219f570190565b91909280155f146135345750506001600160a01b03811633145b156134fc575050565b6001600160a01b03907f3b55884e000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b61353f918484613ebc565b6134f3565b600101805415929190831561355a575b50505090565b6135679192949350612a10565b905f915f5b81518110806135ca575b156135bb576135858183612b3f565b51613591858886613474565b35146135a6575b6135a190613fa4565b61356c565b926135b36135a191613fa4565b939050613598565b505050919091145f8080613554565b50858410613576565b6135dc90613bb8565b9063ffffffff815460a01c169182158015613a3b575b613a0f575f83807a184f03e93ff9f4daa797ed6e38ed64bf6a1f0100000000000000008110156139e4575b50806d04ee2d6d415b85acef8100000000600a9210156139c9575b662386f26fc100008110156139b5575b6305f5e1008110156139a4575b612710811015613995575b6064811015613987575b101561397f575b6001810193600a602161369c613686886125ff565b97613694604051998a612597565b8089526125ff565b602088019490601f19013686378701015b5f1901917f30313233343536373839616263646566000000000000000000000000000000008282061a8353049081156136e857600a906136ad565b50507fffffffff0000000000000000000000000000000000000000000000000000000093602460049261375f948051938860208251936040519b8c9860e01b16828901528051918291018789015e86019260e01b1684830152518092602883015e01015f838201520301601f198101845283612597565b6001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000166040517f89035730000000000000000000000000000000000000000000000000000000008152602081600481855afa908115612194575f91613939575b506138125f916001600160a01b03956040519687809481937f885eecd30000000000000000000000000000000000000000000000000000000083526020600484015260248301906124fb565b0392165afa928315612194575f936138b6575b50602090838260049551910120600384015560405193848092630de7514960e01b82525afa908115612194575f91613879575b612a3f92509061ffff60c81b1961ffff60c81b83549260c81b169116179055565b90506020823d6020116138ae575b8161389460209383612597565b8101031261219f576138a8612a3f926125de565b90613858565b3d9150613887565b92503d805f853e6138c78185612597565b83019260408185031261219f5760208101519067ffffffffffffffff821161219f57019083601f8301121561219f57815193613902856125ff565b906139106040519283612597565b8582526020868501011161219f575f602086600497828097018386015e83010152935090613825565b90506020813d602011613977575b8161395460209383612597565b8101031261219f5751926001600160a01b038416840361219f57926138126137c6565b3d9150613947565b600101613671565b60646002910492019161366a565b61271060049104920191613660565b6305f5e10060089104920191613655565b662386f26fc1000060109104920191613648565b6d04ee2d6d415b85acef810000000060209104920191613638565b604092507a184f03e93ff9f4daa797ed6e38ed64bf6a1f01000000000000000090049050600a61361d565b827fce8536c7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50633b9ac9ff83116135f2565b6040517f172195220000000000000000000000000000000000000000000000000000000081526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115612194575f91613b13575b5063ffffffff807f000000000000000000000000000000000000000000000000000000000000000016911690808203613ae5575050565b7f63181e02000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b90506020813d602011613b45575b81613b2e60209383612597565b8101031261219f57613b3f906125cd565b5f613aae565b3d9150613b21565b905464ffffffffff8160081c164210159182613b92575b82613b6e57505090565b9091505f52600260205264ffffffffff80600460405f200154169160581c16101590565b915064ffffffffff8160301c16421091613b64565b908151811015612b53570160200190565b80613bc360426125ff565b91613bd16040519384612597565b60428352613bdf60426125ff565b6020840190601f1901368237835115612b535760309053825160011015612b53576078602184015360415b60018111613d585750613d28575060405190613c27608083612597565b604882526060366020840137604090604051613c44604082612597565b600881527f70617469656e743a00000000000000000000000000000000000000000000000060208201525f5b60088110613ce55750505f5b828110613c895750505090565b806002018060021161239857613cc07fff000000000000000000000000000000000000000000000000000000000000009184613ba7565b511690806008018060081161239857613cde6001935f1a9187613ba7565b5301613c7c565b807fff00000000000000000000000000000000000000000000000000000000000000613d1360019385613ba7565b51165f1a613d218288613ba7565b5301613c70565b7fe22e27eb000000000000000000000000000000000000000000000000000000005f52600452602060245260445ffd5b90600f81166010811015612b53577f3031323334353637383961626364656600000000000000000000000000000000901a613d938386613ba7565b5360041c908015612398575f1901613c0a565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016301480613e93575b15613e01577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152612db660c082612597565b507f00000000000000000000000000000000000000000000000000000000000000004614613dd8565b929190833b613ef95790613ed09291613fb2565b50613eda81612857565b159182613ee657505090565b6001600160a01b03919250811691161490565b6064835f946020969460405194630b135d3f60e11b8652600486015260406024860152816044860152838501378281018201859052601f01601f191601915afa630b135d3f60e11b5f5114601f3d11161690565b60ff811690601f8211613f7c5760405191613f69604084612597565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b5f1981146123985760010190565b9060418303613fdc57613fd59250602081013591604082359201355f1a90613fe6565b9192909190565b50505f9160029190565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0841161405d579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15612194575f516001600160a01b0381161561405357905f905f90565b505f906001905f90565b5050505f916003919056' as const;
