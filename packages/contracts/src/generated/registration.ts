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

export const registrationBytecode = '0x61024080604052346103b3576101608161449d803803809161002182856103cb565b8339810103126103b35760405161016081016001600160401b038111828210176103b757604052815163ffffffff811681036103b3578152610065602083016103ee565b6020820190815290610079604084016103ee565b604082019081529061008d606085016103ee565b60608201908152916100a1608086016103ee565b60808301908152946100b560a082016103ee565b60a08401908152936100c960c083016103ee565b60c08501908152926100dd60e084016103ee565b60e08601908152966100f261010085016103ee565b61010087019081529561010861012086016103ee565b9461012082019586526101400161011e906103ee565b9361014082019485528a604051956101376040886103cb565b6015875260208701977f5477696e7365616c20526567697374726174696f6e000000000000000000000089526040519a61017260408d6103cb565b60018c52603160f81b6020808e0191825260408051895163ffffffff169281019283528a516001600160a01b03908116928201929092528b51821660608201529751811660808901529551861660a08801528e51861660c08801529b51851660e08701528e518516610100870152905184166101208601529051831661014085015290519091166101608084019190915282529690610213610180826103cb565b5190206080525163ffffffff1660a052516001600160a01b0390811660c05290511660e05261024181610402565b6101a05261024e84610402565b6101c052519020918261016052519020806101805246610120526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526102b960c0826103cb565b519020610100523061014052516001600160a01b039081166101e05290518116610200529051166102205260405161402f908161046e82396080518161060b015260a051818181611d810152613a7e015260c0518181816102d301528181610eda015281816131a6015281816137300152613a45015260e05181611dfa01526101005181613da601526101205181613e5d01526101405181613d7701526101605181613df501526101805181613e1b01526101a05181610a3101526101c05181610a5b01526101e051818181610523015281816120ea0152612f97015261020051816113d30152610220518181816103f6015261204d0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b038211908210176103b757604052565b51906001600160a01b03821682036103b357565b601f81511161042d57602081519101516020821061041e571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe6080806040526004361015610012575f80fd5b5f905f3560e01c9081628dd3c8146123e257508063172f3e98146123c7578063332b442f14611d0f5780634370e0ec14611b9b578063494ba7831461158e5780634edae9231461155d5780635b71c4761461117557806362ab4f6b14610fe557806365b20feb14610d7157806366fc80ce14610d1557806383a00a4414610b2f57806384b0196e14610a1757806388b61472146108a95780639c675d051461073c5780639d1ece08146106f5578063a10f7f43146106d9578063a15d78dc14610685578063ac64da791461062e578063c40123f5146105f3578063cf845f09146103cd578063d03fb79a14610287578063fccc7cc7146102545763fdcc958f1461011a575f80fd5b3461025157604036600319011261025157600435610136612495565b6060608060405161014681612560565b8581528560208201528560408201528583820152015281835260036020526001600160a01b036040842091165f5260205261018560405f208092613b14565b916040519261019384612560565b82549260ff8416855264ffffffffff6020860194818160081c168652816101d4600160408a0195838560301c1687528360608c019560581c168552016129c9565b9360808901948552816040519860408a5260ff60e08b019b511660408b01525116606089015251166080870152511660a0850152519160a060c0850152825180955260206101008501930190945b808610610239575050829350151560208301520390f35b90926020806001928651815201940195019490610222565b80fd5b5034610251576020366003190112610251576001600160a01b036040602092600435815260028452205416604051908152f35b5034610251576020366003190112610251576004356102a4613a0f565b6102ad8161344b565b61ffff815460c81c16604051630de7514960e01b81526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156103c2578590610383575b61ffff915016146103575760408161033b7f97f5f3befbcbbfb289bdb8156a1ad8c033258894c07315d5815bbadc867a9f17938561359a565b600361ffff825460c81c1691015482519182526020820152a280f35b602483837fdbd6ff40000000000000000000000000000000000000000000000000000000008252600452fd5b506020813d6020116103ba575b8161039d6020938361257c565b810103126103b6576103b161ffff916125c3565b610302565b8480fd5b3d9150610390565b6040513d87823e3d90fd5b503461025157604036600319011261025157600435906103eb612495565b916001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168033036105c457506104278161344b565b6001600160a01b03841673ffffffffffffffffffffffffffffffffffffffff19825416178155600163ffffffff825460a01c160163ffffffff81116105b05760608495836104b27f53f3c1e557ac692be91e5b656314f6015a2b645a3dc257d93250f6d9825071869487969063ffffffff60a01b1963ffffffff60a01b83549260a01b169116179055565b805460048201805469ffffffffffffffffffff191660d89290921c919091174260281b69ffffffffff0000000000161790556104ee818661359a565b600363ffffffff825460a01c16910154906001600160a01b036040519316835260208301526040820152a26001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690813b156105ac5782916024839260405194859384927f6cc99c0200000000000000000000000000000000000000000000000000000000845260048401525af180156105a1576105905750f35b8161059a9161257c565b6102515780f35b6040513d84823e3d90fd5b5050fd5b602484634e487b7160e01b81526011600452fd5b7f543aa2a500000000000000000000000000000000000000000000000000000000835260045233602452604482fd5b503461025157806003193601126102515760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b503461025157608036600319011261025157610648612495565b6044359067ffffffffffffffff82116106815761066c61067e923690600401612436565b906106756124c2565b92600435612913565b80f35b8280fd5b503461025157604036600319011261025157600435906106a3612495565b6001600160a01b03806106b58561344b565b541691169081036106c4575080f35b60449263884f99f960e01b8352600452602452fd5b5034610251578060031936011261025157602060405160028152f35b50346102515760603660031901126102515761070f612495565b6044359067ffffffffffffffff82116106815761073361067e923690600401612436565b9160043561285a565b50346102515760a03660031901126102515760243560043561075c6124ab565b6107646124c2565b6084359067ffffffffffffffff82116108a5576108049261079267ffffffffffffffff933690600401612467565b9390921661079f816132d8565b60405160208101917fac957a491810b231d9d8c186cb644e623f6f2e66b183dd9f9a67cb8a665a4497835287604083015288606083015267ffffffffffffffff8416608083015260a082015260a081526107fa60c08261257c565b5190209085613362565b8181101561089f575b80835260046020526040832082845260205260ff60408420541615610871578083526004602052604083208284526020526040832060ff1981541690557fe9dbc00bd9fe9f07263aea89fcf2be0dcecfd6aeff7336dd6c68f440c5a1568e8380a380f35b7fd1f236b3000000000000000000000000000000000000000000000000000000008352600452602452604490fd5b9061080d565b8580fd5b503461025157602036600319011261025157806040516108c881612543565b8181528160208201528160408201528160608201528160808201528160a08201528160c08201528160e0820152816101008201526101200152600435815260026020526040902060405161091b81612543565b8154906001600160a01b0382169283825260208201928060a01c63ffffffff16845260408301908060c01c60ff16825260608401908060c81c61ffff168252608085019060d81c815260018401549160a0860192835260028501549360c0870194855260038601549560e08801968752600401549761010088019764ffffffffff8a168952610120019860281c64ffffffffff168952604051998a525163ffffffff1660208a01525160ff1660408901525161ffff1660608801525164ffffffffff1660808701525160a08601525160c08501525160e08401525164ffffffffff166101008301525164ffffffffff1661012082015261014090f35b5034610251578060031936011261025157610ad390610a557f0000000000000000000000000000000000000000000000000000000000000000613f14565b90610a7f7f0000000000000000000000000000000000000000000000000000000000000000613f14565b906020610ae160405193610a93838661257c565b8385525f3681376040519687967f0f00000000000000000000000000000000000000000000000000000000000000885260e08589015260e08801906124ee565b9086820360408801526124ee565b904660608601523060808601528260a086015284820360c08601528080855193848152019401925b828110610b1857505050500390f35b835185528695509381019392810192600101610b09565b50346102515760e03660031901126102515760043590602435610b506124ab565b92610b596124c2565b60843567ffffffffffffffff81168091036103b65760a43567ffffffffffffffff81116108a557610b8e903690600401612467565b96909260c43567ffffffffffffffff8111610d1157610bb1903690600401612467565b949093610bbd816132d8565b87871015610ce15798610c4791610c4d9798999a60405160208101917f378a5dad45b73afdb15a45c32dcffa6ffe47c1986ec1f6694b521132a65e6e8383528b60408301528c606083015267ffffffffffffffff8816608083015267ffffffffffffffff871660a083015260c082015260c08152610c3c60e08261257c565b51902080958a613362565b86613362565b80835260046020526040832082845260205260ff604084205416610cb35780835260046020526040832082845260205260408320600160ff198254161790557ff8bd36c21a1ebcb2d7892bf089614dfc85fb521fba780505215c02004fed0c438380a380f35b7f515118f4000000000000000000000000000000000000000000000000000000008352600452602452604490fd5b60448989897fd27b9749000000000000000000000000000000000000000000000000000000008352600452602452fd5b8780fd5b50346102515760403660031901126102515760ff6040602092600435602435908181105f14610d5a5782526004855282822090825284522054165b6040519015158152f35b908252600485528282209082528452205416610d50565b50346102515760c03660031901126102515760043590602435610d926124ab565b92610d9b6124c2565b60843567ffffffffffffffff81116103b657610dbb903690600401612467565b9060a43567ffffffffffffffff8111610fce5791610e5e91610deb67ffffffffffffffff95943690600401612467565b95909416610df8816132d8565b60405160208101917f507b307dd1a5d92899589e0593c57da40db0525bbbb5f7c0192977274205030c835288604083015289606083015267ffffffffffffffff8c16608083015260a082015260a08152610e5360c08261257c565b519020809987613362565b83610e9e575b505080835260026020528160016040852001557f58761500e42c8778849d4afd5343a088d5317ecedbfb36bdd519f409a872d0218380a380f35b6040517fd2b4678b0000000000000000000000000000000000000000000000000000000081528460048201526040816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015610fda5786918791610f8a575b50600190610f188161283c565b03610f7757610f67610f6d94959697610f2f613d6d565b604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b906134a0565b9082915f80610e64565b602486866399aefe7d60e01b8252600452fd5b9150506040813d604011610fd2575b81610fa66040938361257c565b810103126108a5576020610fb98261259e565b910151906004821015610fce57906001610f0b565b8680fd5b3d9150610f99565b6040513d88823e3d90fd5b50346102515760a036600319011261025157600435611002612495565b9061100b6124ab565b6110136124c2565b6084359067ffffffffffffffff82116108a5576110b49261104167ffffffffffffffff933690600401612467565b939092169561104f876132d8565b6040516001600160a01b0360208201927fc6fd391b363e185c03303ad00e2cefb7a2d17ce354fae1842148e8e32bbde3658452886040840152169788606083015267ffffffffffffffff8416608083015260a082015260a081526107fa60c08261257c565b808352600360205260408320825f5260205260ff60405f2054161561114757808352600360205260408320825f52602052600160405f208481550180549084815581611124575b50507f933a488be24901551a630873c906e5b652d277afc29b48be9a214a01c531183e8380a380f35b845260208420845b82811061113957506110fb565b80866001928401550161112c565b7f866e6f0c000000000000000000000000000000000000000000000000000000008352600452602452604490fd5b503461025157366003190161012081126115595760c0136102515760c43567ffffffffffffffff8111611559576111b0903690600401612436565b9160e43567ffffffffffffffff8111611559576111d1903690600401612436565b90926101043567ffffffffffffffff8111611555576111f4903690600401612467565b916111fd612600565b60405161132f602e60bd836020808201967f52656769737465725477696e57697468536f757263657328627974657333322088527f7477696e49642c75696e7438206b696e642c6164647265737320636f6e74726f60408401527f6c2c75696e743332206964656e7469747945706f63682c62797465733332206360608401527f7573746f6469616e2c75696e74363420646561646c696e652c4772616e745b5d60808401527f206772616e74732c536f757263654c6973745b5d20736f75726365732900000060a08401528051918291018484015e81017f536f757263654c697374286279746573333220617574686f7249642c62797465838201527f7333325b5d20736f75726365732900000000000000000000000000000000000060dd8201520301600e81018452018261257c565b5190209661133b612a13565b976113468284612b5b565b9861135087612a9e565b99885b8881106114c957506040806020936113c0936113c99b9c9d9e835161138d8161137f8a82018095612b2e565b03601f19810183528261257c565b5190208351968793818501998a528051918291018686015e8301918483015260608201520301602081018452018261257c565b51902091612d83565b6001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690813b1561068157604051937fb7b08a620000000000000000000000000000000000000000000000000000000085528160448601600435600488015260406024880152526064850160648360051b87010192828690603e19813603015b8383106114715788808b8181808c0381838f5af180156105a1576105905750f35b9091929394956063198a82030186528635828112156114c55760206114b760019360406114a88885960180358452858101906127ca565b919092818682015201916127ff565b980196019493019190611450565b8980fd5b808c61154e828e6115006114fa8f84816114e960019b6114f0948861347e565b359561347e565b6020810190612730565b90613311565b6040519060208201927f9c6ac7554a5098424cb983e0517c8b30b7224367af830d4e72db1829f25c1fec8452604083015260608201526060815261154560808261257c565b51902092612b06565b5201611353565b8380fd5b5080fd5b50346102515760203660031901126102515760206001600160a01b0361158460043561344b565b5416604051908152f35b50346102515760403660031901126102515760043567ffffffffffffffff811161155957806004019061010060031982360301126106815760243567ffffffffffffffff8111611555576115e6903690600401612467565b9160e48101906115f5826126f9565b67ffffffffffffffff16611608906132d8565b843593602482016116188161270e565b91604484019561162787612722565b91886064870195611638878d612730565b61164191613311565b9460848901996116508b6126f9565b9960a481019a61165f8c6126f9565b9160c4019861166d8a6126f9565b93611677906126f9565b946040519660208801987fae4c1afab8ffb48a4b03b6d41bf536638662775d6edec0839d6b258fcdb055398a5260408901526001600160a01b0316606088015260ff16608087015260a086015267ffffffffffffffff1660c085015267ffffffffffffffff1660e084015267ffffffffffffffff1661010083015267ffffffffffffffff1661012082015261012081526117136101408261257c565b51902091611720846126f9565b9261172b938b613362565b6117348261270e565b6001600160a01b031615611b735760ff61174d87612722565b16158015611b5e575b611b2757611763856126f9565b67ffffffffffffffff80611776876126f9565b1691161080611b06575b80611aea575b15611a9c576117958389612730565b60408111611a7157858a868a8e958b9560015b8181106119ec575050506118206117f4600197989364ffffffffff6117ed816117e6816117df6117d960409a612722565b9d6126f9565b169a6126f9565b16966126f9565b1695612730565b60ff8451986118028a612560565b1688526020880196875283880194855260608801958652369161277e565b96608086019788528d81526003602052206001600160a01b036118428961270e565b165f526020527fffffffffffffffffffffffffffffffff0000000000ffffffffffffffffffffff60ff60405f209551166fffffffffff00000000000000000000006affffffffff00000000000065ffffffffff008854975160081b16945160301b16945160581b16946affffffffffffffffffffff1916171617171781550190519081519167ffffffffffffffff83116119d8576801000000000000000083116119d8578154838355838c8282106119ac575b505050602001908a5260208a208a5b838110611998575050505060809367ffffffffffffffff6001600160a01b03946119776119716119697f27421f639eea1a3006281e0fac37cdee39cd7cba97aef0b0908707025773dc589a9761196361195d879961270e565b99612722565b9d612730565b9590506126f9565b916126f9565b9260ff6040519b168b5260208b01521660408901521660608701521693a380f35b600190602084519401938184015501611904565b6020818684935220019103908c5b8d8382106119cc5790508591506118f5565b828201556001016119ba565b60248b634e487b7160e01b81526041600452fd5b95509550809650611a03935084925085915061343b565b355f198201828111611a5d57611a1a90848661343b565b351015611a32576001018a868a8e958b958b956117a8565b7fe0565eea000000000000000000000000000000000000000000000000000000008c5260045260248bfd5b60248e634e487b7160e01b81526011600452fd5b7faeec5e56000000000000000000000000000000000000000000000000000000008b5260045260248afd5b60448967ffffffffffffffff8681611abc611ab68b6126f9565b926126f9565b917f3f1fd9e90000000000000000000000000000000000000000000000000000000085521660045216602452fd5b50611af4846126f9565b67ffffffffffffffff42911611611786565b5064ffffffffff67ffffffffffffffff611b1f866126f9565b161115611780565b60248960ff611b3589612722565b7f17660c9d00000000000000000000000000000000000000000000000000000000835216600452fd5b50600360ff611b6c88612722565b1611611756565b6004897f0cc154d6000000000000000000000000000000000000000000000000000000008152fd5b503461025157366003190161010081126115595760c0136102515760c43567ffffffffffffffff811161155957611bd6903690600401612436565b9060e4359167ffffffffffffffff831161155557611bfb61067e933690600401612467565b929091611c06612600565b604051611cca609d826020808201957f52656769737465725477696e2862797465733332207477696e49642c75696e7487527f38206b696e642c6164647265737320636f6e74726f6c2c75696e74333220696460408401527f656e7469747945706f63682c6279746573333220637573746f6469616e2c756960608401527f6e74363420646561646c696e652c4772616e745b5d206772616e74732900000060808401528051918291018484015e81018b838201520301601f19810183528261257c565b51902060206113c0816040611cdd612a13565b611ce78789612b5b565b82519586928184019889528051918291018585015e820190838201520301808452018261257c565b503461219257602036600319011261219257600435905f610140604051611d3581612512565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201520152611d7a613a0f565b63ffffffff7f0000000000000000000000000000000000000000000000000000000000000000166001811461239f575f190163ffffffff811161238b5763ffffffff604051917fe8ea7778000000000000000000000000000000000000000000000000000000008352166004820152610160816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115612187575f91612292575b50825f5260026020526001600160a01b0360405f20541661227f5760246101406001600160a01b03606084015116604051928380927f88b614720000000000000000000000000000000000000000000000000000000082528860048301525afa908115612187575f916121a9575b506001600160a01b0381511615612196578064ffffffffff610120608061201094019282806004818751169661010085019788528b5f526002602052611fbd8360405f20926001600160a01b03808951161673ffffffffffffffffffffffffffffffffffffffff19855416178455611f3563ffffffff60208a015116859063ffffffff60a01b1963ffffffff60a01b83549260a01b169116179055565b6040880151845460ff60c01b191660c09190911b60ff60c01b161784556060880151845461ffff60c81b191660c89190911b61ffff60c81b161784555183547affffffffffffffffffffffffffffffffffffffffffffffffffffff16911660d81b7fffffffffff00000000000000000000000000000000000000000000000000000016178255565b60a0850151600182015560c0850151600282015560e085015160038201550195511616831985541617845501511669ffffffffff000000000082549160281b169069ffffffffff00000000001916179055565b827fe7a3d4c073dc547e4ad143a1d6bf75a694783caaf35c6da0c4a2d533c914053a602063ffffffff845116604051908152a26001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016926001600160a01b0360808301511693803b15612192576040517f9701328f000000000000000000000000000000000000000000000000000000008152600481018390526001600160a01b039590951660248601525f908590604490829084905af1801561218757612171575b8293506001600160a01b0360a0817f00000000000000000000000000000000000000000000000000000000000000001693015116823b1561216c576040517f9419fdeb00000000000000000000000000000000000000000000000000000000815260048101929092526001600160a01b031660248201529082908290604490829084905af180156105a1576105905750f35b505050fd5b9150915f61217e9161257c565b5f9082906120da565b6040513d5f823e3d90fd5b5f80fd5b83631e7f13c560e21b5f5260045260245ffd5b9050610140813d8211612277575b816121c5610140938361257c565b8101031261219257604051906121da82612543565b6121e38161259e565b82526121f1602082016125b2565b6020830152604081015160ff811681036121925761226b9161012091604085015261221e606082016125c3565b606085015261222f608082016125d2565b608085015260a081015160a085015260c081015160c085015260e081015160e085015261225f61010082016125d2565b610100850152016125d2565b6101208201525f611e98565b3d91506121b7565b826387fb8fed60e01b5f5260045260245ffd5b9050610160813d8211612383575b816122ae610160938361257c565b8101031261219257612377610140604051926122c984612512565b6122d2816125b2565b84526122e06020820161259e565b60208501526122f16040820161259e565b60408501526123026060820161259e565b60608501526123136080820161259e565b608085015261232460a0820161259e565b60a085015261233560c0820161259e565b60c085015261234660e0820161259e565b60e0850152612358610100820161259e565b61010085015261236b610120820161259e565b6101208501520161259e565b6101408201525f611e2a565b3d91506122a0565b634e487b7160e01b5f52601160045260245ffd5b7f0ee650a6000000000000000000000000000000000000000000000000000000005f5260045ffd5b34612192575f36600319011261219257602060405160018152f35b34612192576020366003190112612192576080906004355f52600260205261ffff60405f2060028101549060038101549054918452602084015263ffffffff8160a01c16604084015260c81c166060820152f35b9181601f840112156121925782359167ffffffffffffffff8311612192576020808501948460051b01011161219257565b9181601f840112156121925782359167ffffffffffffffff8311612192576020838186019501011161219257565b602435906001600160a01b038216820361219257565b6044359067ffffffffffffffff8216820361219257565b6064359067ffffffffffffffff8216820361219257565b359067ffffffffffffffff8216820361219257565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b610160810190811067ffffffffffffffff82111761252f57604052565b634e487b7160e01b5f52604160045260245ffd5b610140810190811067ffffffffffffffff82111761252f57604052565b60a0810190811067ffffffffffffffff82111761252f57604052565b90601f8019910116810190811067ffffffffffffffff82111761252f57604052565b51906001600160a01b038216820361219257565b519063ffffffff8216820361219257565b519061ffff8216820361219257565b519064ffffffffff8216820361219257565b67ffffffffffffffff811161252f57601f01601f191660200190565b6040519061260f60e08361257c565b60b682527f6e6f6e63652c75696e74363420646561646c696e65290000000000000000000060c0837f4772616e742862797465733332207477696e49642c6279746573333220686f7360208201527f706974616c2c627974657333322073746166662c627974657333325b5d20736360408201527f6f7065732c627974657333325b5d20707572706f7365732c75696e7438206f7060608201527f65726174696f6e732c75696e743634206e6f744265666f72652c75696e74363460808201527f206578706972792c626f6f6c2066756c6c486973746f72792c75696e7436342060a08201520152565b3567ffffffffffffffff811681036121925790565b356001600160a01b03811681036121925790565b3560ff811681036121925790565b903590601e1981360301821215612192570180359067ffffffffffffffff821161219257602001918160051b3603831361219257565b67ffffffffffffffff811161252f5760051b60200190565b92919061278a81612766565b93612798604051958661257c565b602085838152019160051b810192831161219257905b8282106127ba57505050565b81358152602091820191016127ae565b9035601e198236030181121561219257016020813591019167ffffffffffffffff8211612192578160051b3603831361219257565b90918281527f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff83116121925760209260051b809284830137010190565b6004111561284657565b634e487b7160e01b5f52602160045260245ffd5b919290926001600160a01b03806128708561344b565b5416941693841461290d57825f52600360205260405f20845f5260205260405f2060028154161580156128fc575b6128e457906128ad929161350b565b156128b6575050565b7fcd920ca2000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b50505063884f99f960e01b5f5260045260245260445ffd5b506129078185613b14565b1561289e565b50505050565b929093916001600160a01b03806129298661344b565b541695169485146129c257835f52600360205260405f20855f5260205260405f209260018454161580156129b1575b61299a5767ffffffffffffffff64ffffffffff855460301c16911611928315612987575b5050506128b6575050565b612991935061350b565b155f808061297c565b858563884f99f960e01b5f5260045260245260445ffd5b506129bc8486613b14565b15612958565b5050505050565b90604051918281549182825260208201905f5260205f20925f5b8181106129fa5750506129f89250038361257c565b565b84548352600194850194879450602090930192016129e3565b60243560ff81169081810361219257506044356001600160a01b03811690818103612192575060643563ffffffff811690818103612192575060a4359167ffffffffffffffff831692838103612192575060405193600435602086015260408501526060840152608083015260843560a083015260c082015260c08152612a9b60e08261257c565b90565b90612aa882612766565b612ab5604051918261257c565b8281528092612ac6601f1991612766565b0190602036910137565b9080601f8301121561219257816020612a9b9335910161277e565b359060ff8216820361219257565b3590811515820361219257565b8051821015612b1a5760209160051b010190565b634e487b7160e01b5f52603260045260245ffd5b80516020909101905f5b818110612b455750505090565b8251845260209384019390920191600101612b38565b91612b6582612a9e565b923681900361015e1901915f5b84811015612d62578060051b83013584811215612192578301906101608236031261219257604051612ba381612512565b8235815260208101602084013581526040820160408501358152606085013567ffffffffffffffff811161219257612bde9036908701612ad0565b6060840190815260808601359567ffffffffffffffff871161219257612c0960019736908301612ad0565b60808601908152612c1c60a08301612aeb565b60a08701908152612c2f60c084016124d9565b60c08801908152612c4260e085016124d9565b9160e08901928352612c576101008601612af9565b936101008a01948552612c82610140612c7361012089016124d9565b976101208d01988952016124d9565b966101408b0197885267ffffffffffffffff80808060ff612ca1612600565b602081519101209f519e519d519551604051612cc58161137f602082018095612b2e565b5190209651604051612cdf8161137f602082018095612b2e565b51902097511697511697511697511515985116985116986040519a60208c019c8d5260408c015260608b015260808a015260a089015260c088015260e08701526101008601526101208501526101408401526101608301526101808201526101808152612d4e6101a08261257c565b519020612d5b8289612b06565b5201612b72565b509392505050604051612d7d8161137f602082018095612b2e565b51902090565b91909293612d8f613a0f565b60a43567ffffffffffffffff811680820361219257612dae91506132d8565b6004359485156132b057604435916001600160a01b03831690818403612192578115613288576024359060ff82169384831415968761219257600386101561325c5760408a1161322b5790612e09612e0f9392610f2f613d6d565b876134a0565b875f52600260205260405f20926001600160a01b03845416613218576084359586151580613169575b613156578373ffffffffffffffffffffffffffffffffffffffff198654161785556064359363ffffffff85169182860361219257865463ffffffff60a01b191660a087901b63ffffffff60a01b1617875561219257855460ff60c01b191660c085901b60ff60c01b161786558a967f2a9789bc071e921e1cedd86d1c72df7962e493bffa9a864846b62b4644509d6d9660a096600392600183018c905560048301805469ffffffffff000000000019164260281b69ffffffffff000000000016179055612f048b613b7f565b604051612f566040826020808201957f657c06df711503dd933fe92059d093fc525f75ad6771f1e818d7c58afad3fc8b87528051918291018484015e81015f838201520301601f19810183528261257c565b51902060028401908155612f6a848d61359a565b54975050500154926040519485526020850152604084015260608301526080820152a36001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001691823b15612192579290836040519485937f912895d0000000000000000000000000000000000000000000000000000000008552604485019060048601526040602486015252606483019060648160051b8501019280925f9061015e1983360301905b8483106130485750505050505091815f81819503925af180156121875761303e5750565b5f6129f89161257c565b91939590929496506063198982030182528635908382121561219257602080918760019401908135815282820135838201526040820135604082015261014067ffffffffffffffff613140826130d56130ba6130a760608901896127ca565b61016060608a01526101608901916127ff565b6130c760808901896127ca565b9088830360808a01526127ff565b9560ff6130e460a08301612aeb565b1660a0870152836130f760c083016124d9565b1660c08701528361310a60e083016124d9565b1660e087015261311d6101008201612af9565b15156101008701528361313361012083016124d9565b16610120870152016124d9565b169101529801920193019093918896959361301a565b866399aefe7d60e01b5f5260045260245ffd5b506040517f5c36901c0000000000000000000000000000000000000000000000000000000081528760048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115612187575f916131dd575b5015612e38565b90506020813d602011613210575b816131f86020938361257c565b8101031261219257518015158103612192575f6131d6565b3d91506131eb565b886387fb8fed60e01b5f5260045260245ffd5b897fe6ac45f0000000000000000000000000000000000000000000000000000000005f52604060045260245260445ffd5b857f0b1c8f6d000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f67c8162e000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f8bccdb3d000000000000000000000000000000000000000000000000000000005f5260045ffd5b8042116132e25750565b7fa8ae3d00000000000000000000000000000000000000000000000000000000005f526004524260245260445ffd5b906040519060208201927f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff82116121925782602091612d7d9360051b8091873781010301601f19810183528261257c565b613378909493929194613373613a0f565b61344b565b9367ffffffffffffffff855460d81c911680820361340c57506001019364ffffffffff851161238b576001600160a01b03816134016129f897610f6794907affffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffffffff00000000000000000000000000000000000000000000000000000083549260d81b169116179055565b541691610f2f613d6d565b907f2263e912000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9190811015612b1a5760051b0190565b90815f52600260205260405f20916001600160a01b038354161561346c5750565b631e7f13c560e21b5f5260045260245ffd5b9190811015612b1a5760051b81013590603e1981360301821215612192570190565b91909280155f146134fb5750506001600160a01b03811633145b156134c3575050565b6001600160a01b03907f3b55884e000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b613506918484613e83565b6134ba565b6001018054159291908315613521575b50505090565b61352e91929493506129c9565b905f915f5b8151811080613591575b156135825761354c8183612b06565b5161355885888661343b565b351461356d575b61356890613f6b565b613533565b9261357a61356891613f6b565b93905061355f565b505050919091145f808061351b565b5085841061353d565b6135a390613b7f565b9063ffffffff815460a01c169182158015613a02575b6139d6575f83807a184f03e93ff9f4daa797ed6e38ed64bf6a1f0100000000000000008110156139ab575b50806d04ee2d6d415b85acef8100000000600a921015613990575b662386f26fc1000081101561397c575b6305f5e10081101561396b575b61271081101561395c575b606481101561394e575b1015613946575b6001810193600a602161366361364d886125e4565b9761365b604051998a61257c565b8089526125e4565b602088019490601f19013686378701015b5f1901917f30313233343536373839616263646566000000000000000000000000000000008282061a8353049081156136af57600a90613674565b50507fffffffff00000000000000000000000000000000000000000000000000000000936024600492613726948051938860208251936040519b8c9860e01b16828901528051918291018789015e86019260e01b1684830152518092602883015e01015f838201520301601f19810184528361257c565b6001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000166040517f89035730000000000000000000000000000000000000000000000000000000008152602081600481855afa908115612187575f91613900575b506137d95f916001600160a01b03956040519687809481937f885eecd30000000000000000000000000000000000000000000000000000000083526020600484015260248301906124ee565b0392165afa928315612187575f9361387d575b50602090838260049551910120600384015560405193848092630de7514960e01b82525afa908115612187575f91613840575b6129f892509061ffff60c81b1961ffff60c81b83549260c81b169116179055565b90506020823d602011613875575b8161385b6020938361257c565b810103126121925761386f6129f8926125c3565b9061381f565b3d915061384e565b92503d805f853e61388e818561257c565b8301926040818503126121925760208101519067ffffffffffffffff821161219257019083601f83011215612192578151936138c9856125e4565b906138d7604051928361257c565b85825260208685010111612192575f602086600497828097018386015e830101529350906137ec565b90506020813d60201161393e575b8161391b6020938361257c565b810103126121925751926001600160a01b038416840361219257926137d961378d565b3d915061390e565b600101613638565b606460029104920191613631565b61271060049104920191613627565b6305f5e1006008910492019161361c565b662386f26fc100006010910492019161360f565b6d04ee2d6d415b85acef8100000000602091049201916135ff565b604092507a184f03e93ff9f4daa797ed6e38ed64bf6a1f01000000000000000090049050600a6135e4565b827fce8536c7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50633b9ac9ff83116135b9565b6040517f172195220000000000000000000000000000000000000000000000000000000081526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115612187575f91613ada575b5063ffffffff807f000000000000000000000000000000000000000000000000000000000000000016911690808203613aac575050565b7f63181e02000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b90506020813d602011613b0c575b81613af56020938361257c565b8101031261219257613b06906125b2565b5f613a75565b3d9150613ae8565b905464ffffffffff8160081c164210159182613b59575b82613b3557505090565b9091505f52600260205264ffffffffff80600460405f200154169160581c16101590565b915064ffffffffff8160301c16421091613b2b565b908151811015612b1a570160200190565b80613b8a60426125e4565b91613b98604051938461257c565b60428352613ba660426125e4565b6020840190601f1901368237835115612b1a5760309053825160011015612b1a576078602184015360415b60018111613d1f5750613cef575060405190613bee60808361257c565b604882526060366020840137604090604051613c0b60408261257c565b600881527f70617469656e743a00000000000000000000000000000000000000000000000060208201525f5b60088110613cac5750505f5b828110613c505750505090565b806002018060021161238b57613c877fff000000000000000000000000000000000000000000000000000000000000009184613b6e565b511690806008018060081161238b57613ca56001935f1a9187613b6e565b5301613c43565b807fff00000000000000000000000000000000000000000000000000000000000000613cda60019385613b6e565b51165f1a613ce88288613b6e565b5301613c37565b7fe22e27eb000000000000000000000000000000000000000000000000000000005f52600452602060245260445ffd5b90600f81166010811015612b1a577f3031323334353637383961626364656600000000000000000000000000000000901a613d5a8386613b6e565b5360041c90801561238b575f1901613bd1565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016301480613e5a575b15613dc8577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152612d7d60c08261257c565b507f00000000000000000000000000000000000000000000000000000000000000004614613d9f565b929190833b613ec05790613e979291613f79565b50613ea18161283c565b159182613ead57505090565b6001600160a01b03919250811691161490565b6064835f946020969460405194630b135d3f60e11b8652600486015260406024860152816044860152838501378281018201859052601f01601f191601915afa630b135d3f60e11b5f5114601f3d11161690565b60ff811690601f8211613f435760405191613f3060408461257c565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b5f19811461238b5760010190565b9060418303613fa357613f9c9250602081013591604082359201355f1a90613fad565b9192909190565b50505f9160029190565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411614024579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15612187575f516001600160a01b0381161561401a57905f905f90565b505f906001905f90565b5050505f916003919056' as const;
