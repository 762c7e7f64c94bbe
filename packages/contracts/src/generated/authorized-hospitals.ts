// Written by scripts/build.mjs from contracts/*.sol; do not edit.
export const authorizedHospitalsAbi = [
 {
  "inputs": [
   {
    "components": [
     {
      "internalType": "string",
      "name": "id",
      "type": "string"
     },
     {
      "internalType": "uint32",
      "name": "epoch",
      "type": "uint32"
     },
     {
      "internalType": "address",
      "name": "controller",
      "type": "address"
     },
     {
      "internalType": "string",
      "name": "endpoint",
      "type": "string"
     }
    ],
    "internalType": "struct HospitalTerms[]",
    "name": "founders",
    "type": "tuple[]"
   },
   {
    "internalType": "uint8",
    "name": "quorumPercent",
    "type": "uint8"
   },
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "digest",
      "type": "bytes32"
     },
     {
      "internalType": "bytes",
      "name": "w",
      "type": "bytes"
     },
     {
      "internalType": "bytes",
      "name": "H1",
      "type": "bytes"
     },
     {
      "internalType": "bytes",
      "name": "H2",
      "type": "bytes"
     }
    ],
    "internalType": "struct ParameterTerms",
    "name": "parameterTerms",
    "type": "tuple"
   },
   {
    "internalType": "contract AddressBook",
    "name": "book_",
    "type": "address"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "constructor"
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
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "action",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   }
  ],
  "name": "ActionApproved",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "action",
    "type": "bytes32"
   }
  ],
  "name": "ActionSpent",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "action",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   }
  ],
  "name": "ApprovalWithdrawn",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "generation",
    "type": "uint32"
   }
  ],
  "name": "GenerationCancelled",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "generation",
    "type": "uint32"
   }
  ],
  "name": "GenerationOpened",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "generation",
    "type": "uint32"
   },
   {
    "indexed": false,
    "internalType": "uint40",
    "name": "opensAt",
    "type": "uint40"
   }
  ],
  "name": "GenerationScheduled",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "string",
    "name": "id",
    "type": "string"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "epoch",
    "type": "uint32"
   },
   {
    "indexed": false,
    "internalType": "address",
    "name": "controller",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "pointDigest",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "string",
    "name": "endpoint",
    "type": "string"
   }
  ],
  "name": "HospitalAdmitted",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "string",
    "name": "endpoint",
    "type": "string"
   }
  ],
  "name": "HospitalEndpointChanged",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "epoch",
    "type": "uint32"
   },
   {
    "indexed": false,
    "internalType": "address",
    "name": "controller",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "pointDigest",
    "type": "bytes32"
   }
  ],
  "name": "HospitalKeyRotated",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "authorId",
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
  "name": "HospitalPointRefreshed",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   }
  ],
  "name": "HospitalRemoved",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   }
  ],
  "name": "HospitalResumed",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   }
  ],
  "name": "HospitalSuspended",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "uint16",
    "name": "version",
    "type": "uint16"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "digest",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "contract AuthorParameters",
    "name": "parameters",
    "type": "address"
   }
  ],
  "name": "ParametersPinned",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": false,
    "internalType": "uint8",
    "name": "percent",
    "type": "uint8"
   }
  ],
  "name": "QuorumChanged",
  "type": "event"
 },
 {
  "inputs": [],
  "name": "GENERATION_NOTICE",
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
  "inputs": [
   {
    "internalType": "enum ActionKind",
    "name": "kind",
    "type": "uint8"
   },
   {
    "internalType": "bytes",
    "name": "payload",
    "type": "bytes"
   },
   {
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   }
  ],
  "name": "actionDigest",
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
  "inputs": [
   {
    "components": [
     {
      "internalType": "string",
      "name": "id",
      "type": "string"
     },
     {
      "internalType": "uint32",
      "name": "epoch",
      "type": "uint32"
     },
     {
      "internalType": "address",
      "name": "controller",
      "type": "address"
     },
     {
      "internalType": "string",
      "name": "endpoint",
      "type": "string"
     }
    ],
    "internalType": "struct HospitalTerms",
    "name": "terms",
    "type": "tuple"
   },
   {
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   }
  ],
  "name": "admit",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "authorId",
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
    "name": "action",
    "type": "bytes32"
   }
  ],
  "name": "approvals",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "count",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "needed",
    "type": "uint256"
   },
   {
    "internalType": "bool",
    "name": "spent",
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
    "name": "action",
    "type": "bytes32"
   }
  ],
  "name": "approve",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   }
  ],
  "name": "authorContext",
  "outputs": [
   {
    "components": [
     {
      "internalType": "enum Status",
      "name": "status",
      "type": "uint8"
     },
     {
      "internalType": "uint8",
      "name": "index",
      "type": "uint8"
     },
     {
      "internalType": "uint32",
      "name": "epoch",
      "type": "uint32"
     },
     {
      "internalType": "bytes32",
      "name": "pointDigest",
      "type": "bytes32"
     },
     {
      "internalType": "bool",
      "name": "pointCurrent",
      "type": "bool"
     },
     {
      "internalType": "contract AuthorParameters",
      "name": "parameters",
      "type": "address"
     },
     {
      "internalType": "uint32",
      "name": "narrowings",
      "type": "uint32"
     },
     {
      "internalType": "uint32",
      "name": "generation",
      "type": "uint32"
     }
    ],
    "internalType": "struct AuthorContext",
    "name": "context",
    "type": "tuple"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "controller",
    "type": "address"
   }
  ],
  "name": "authorIdOf",
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
  "name": "book",
  "outputs": [
   {
    "internalType": "contract AddressBook",
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
    "internalType": "uint32",
    "name": "next",
    "type": "uint32"
   },
   {
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   }
  ],
  "name": "cancelGeneration",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   }
  ],
  "name": "controllerOf",
  "outputs": [
   {
    "internalType": "address",
    "name": "controller",
    "type": "address"
   },
   {
    "internalType": "enum Status",
    "name": "status",
    "type": "uint8"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "generation",
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
  "inputs": [],
  "name": "generationOpensAt",
  "outputs": [
   {
    "internalType": "uint40",
    "name": "",
    "type": "uint40"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   }
  ],
  "name": "hospital",
  "outputs": [
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "pointDigest",
      "type": "bytes32"
     },
     {
      "internalType": "uint256",
      "name": "xS",
      "type": "uint256"
     },
     {
      "internalType": "address",
      "name": "controller",
      "type": "address"
     },
     {
      "internalType": "uint32",
      "name": "epoch",
      "type": "uint32"
     },
     {
      "internalType": "enum Status",
      "name": "status",
      "type": "uint8"
     },
     {
      "internalType": "uint8",
      "name": "index",
      "type": "uint8"
     },
     {
      "internalType": "uint16",
      "name": "parametersVersion",
      "type": "uint16"
     },
     {
      "internalType": "string",
      "name": "id",
      "type": "string"
     },
     {
      "internalType": "string",
      "name": "endpoint",
      "type": "string"
     }
    ],
    "internalType": "struct Hospital",
    "name": "",
    "type": "tuple"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "hospitalIds",
  "outputs": [
   {
    "internalType": "bytes32[]",
    "name": "",
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
    "name": "authorId",
    "type": "bytes32"
   }
  ],
  "name": "isActive",
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
    "internalType": "uint8",
    "name": "index",
    "type": "uint8"
   }
  ],
  "name": "narrowedAt",
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
  "inputs": [],
  "name": "narrowings",
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
  "inputs": [],
  "name": "openGeneration",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "parameters",
  "outputs": [
   {
    "internalType": "contract AuthorParameters",
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
    "internalType": "uint16",
    "name": "version",
    "type": "uint16"
   }
  ],
  "name": "parametersAt",
  "outputs": [
   {
    "internalType": "contract AuthorParameters",
    "name": "",
    "type": "address"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "parametersVersion",
  "outputs": [
   {
    "internalType": "uint16",
    "name": "",
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
    "name": "authorId",
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
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   }
  ],
  "name": "remove",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
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
    "name": "salt",
    "type": "bytes32"
   }
  ],
  "name": "resume",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
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
    "name": "epoch",
    "type": "uint32"
   },
   {
    "internalType": "address",
    "name": "controller",
    "type": "address"
   },
   {
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   }
  ],
  "name": "rotateKey",
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
      "name": "digest",
      "type": "bytes32"
     },
     {
      "internalType": "bytes",
      "name": "w",
      "type": "bytes"
     },
     {
      "internalType": "bytes",
      "name": "H1",
      "type": "bytes"
     },
     {
      "internalType": "bytes",
      "name": "H2",
      "type": "bytes"
     }
    ],
    "internalType": "struct ParameterTerms",
    "name": "terms",
    "type": "tuple"
   },
   {
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   }
  ],
  "name": "rotateParameters",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint32",
    "name": "next",
    "type": "uint32"
   },
   {
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   }
  ],
  "name": "scheduleGeneration",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   },
   {
    "internalType": "string",
    "name": "endpoint",
    "type": "string"
   }
  ],
  "name": "setEndpoint",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint8",
    "name": "percent",
    "type": "uint8"
   },
   {
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   }
  ],
  "name": "setQuorum",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes",
    "name": "payload",
    "type": "bytes"
   },
   {
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   }
  ],
  "name": "spend",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
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
    "name": "salt",
    "type": "bytes32"
   }
  ],
  "name": "suspend",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "action",
    "type": "bytes32"
   }
  ],
  "name": "withdrawApproval",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 }
] as const;

export const authorizedHospitalsBytecode = '0x60a0806040523461088057616a6c803803809161001c8285610d3d565b833981016080828203126108805781516001600160401b0381116108805782019181601f84011215610880578251926001600160401b038411610a68578360051b6040519461006e6020830187610d3d565b8552602080860191830101918483116108805760208101915b838310610c69575050505060208101519160ff8316908184036108805760408301516001600160401b0381116108805783019160808383031261088057604051946100d186610d22565b8351865260208401516001600160401b03811161088057836100f4918601610d7b565b6020870190815260408501519093906001600160401b038111610880578161011d918701610d7b565b604088019081526060860151909590916001600160401b038311610880576060926101489201610d7b565b8782019081529501516001600160a01b038116810361088057875115610c5a57608052603382108015610c50575b610c3d575f805460ff60f01b191660f09290921b60ff60f01b169190911790556040519081527fd6ecd940f5784ceceeeb048268900f819851986dbe41c49f6e754b988868df8790602090a1604051926114f991828501906001600160401b03821186831017610a6857859461020f610222926102369661555389396020855289516020860152516080604086015260a0850190610dbf565b9051838203601f19016060850152610dbf565b9151906080601f1982850301910152610dbf565b03905ff08015610884575f546001600160a01b0391909116906001600160a01b03198116821760a01c61ffff90811660010191908211610c29576001600160b01b031916821760a091821b61ffff60a01b16175f81815590821c61ffff908116825260066020908152604080842080546001600160a01b0319166001600160a01b03978816179055925495518351908152948616908501529184901c909116917f59727f1bf7c2028d5d8b7589d60a6c0e9f7fa96aead034e7c33d53c59cc5f3ff9190a263ffffffff60d01b1916600160d01b175f9081555b8151811015610c0a5760208160051b830101519061032d8251610e1b565b60405161037f6040826020808201957f657c06df711503dd933fe92059d093fc525f75ad6771f1e818d7c58afad3fc8b87528051918291018484015e81015f838201520301601f198101835282610d3d565b519020805f52600460205260405f20926002840190815460ff8160c01c166004811015610bf65780610ba957506003546101008114610b945760ff60c81b1990911660c89190911b60ff60c81b161782558051805160038701916001600160401b038211610a685781906103f38454610de3565b601f8111610b3b575b50602090601f8311600114610ad8575f92610acd575b50508160011b915f199060031b1c19161790555b60035468010000000000000000811015610a68576001810180600355811015610ab95760035f527fc2575a0e9e593c00f959f8c92f12db2869c3395a3b0502d05e2516446f71f85b018390555b815460208201805164ffffffffff60a01b1990921660a09290921b63ffffffff60a01b1691909117600160c01b1783556040820180519193909290916001600160a01b03168015610aaa57805f52600560205260405f205480610a94575082546001600160a01b0319166001600160a01b0382161783555f90815260056020526040902085905560608101805180519193916101008111610a7c5750805160048a01916001600160401b038211610a685781906105308454610de3565b601f8111610a0f575b50602090601f83116001146109ac575f926109a1575b50508160011b915f199060031b1c19161790555b60018060a01b035f541660038901604051905f9080549061058382610de3565b808552916001811690811561097a5750600114610941575b5050906105ad816105b2930382610d3d565b610e1b565b9082549163ffffffff8360a01c169081158015610934575b610921578192825f937a184f03e93ff9f4daa797ed6e38ed64bf6a1f0100000000000000008110156108f6575b50806d04ee2d6d415b85acef8100000000600a9210156108db575b662386f26fc100008110156108c7575b6305f5e1008110156108b6575b6127108110156108a7575b6064811015610899575b101561088f575b6001830193600a602161067661066088610d60565b9761066e604051998a610d3d565b808952610d60565b602088019690601f19013688378701015b5f1901916f181899199a1a9b1b9c1cb0b131b232b360811b8282061a8353049081156106b557600a90610687565b505061071f60046107429560245f968651928051906020604051998a9663ffffffff60e01b9060e01b16828801528051918291018688015e85019163ffffffff60e01b9060e01b1684830152518092602883015e010186838201520301601f198101845283610d3d565b604051808095819463885eecd360e01b8352602060048401526024830190610dbf565b03915afa908115610884575f905f926107fe575b506107f594600160ff6107d899968e96839f9663ffffffff96855f516020616a4c5f395f51905f529f9d99015560208151910120885561ffff60d01b5f5460301b169061ffff60d01b19161780915560c81c161b6002541760025551955116928a8060a01b03905116915490519160405196879660a0885260a0880190610dbf565b936020870152604086015260608501528382036080850152610dbf565b0390a20161030f565b9a92969397959150503d805f8c3e610816818c610d3d565b8a01996040818c031261088057805160208201519b9095906001600160401b038d116108805760ff5f516020616a4c5f395f51905f529a6107d89a60019f9960019461086c906107f59c63ffffffff9901610d7b565b979b9d509550969e50969950505094610756565b5f80fd5b6040513d5f823e3d90fd5b916001019161064b565b606460029104940193610644565b6127106004910494019361063a565b6305f5e1006008910494019361062f565b662386f26fc1000060109104940193610622565b6d04ee2d6d415b85acef810000000060209104940193610612565b604094507a184f03e93ff9f4daa797ed6e38ed64bf6a1f01000000000000000090049050600a6105f7565b5063ce8536c760e01b5f5260045260245ffd5b50633b9ac9ff82116105ca565b5f908152602081209092505b81831061096457505081016020016105ad8261059b565b600181602092548386880101520192019161094d565b60ff191660208087019190915292151560051b850190920192506105ad915083905061059b565b015190505f8061054f565b5f8581528281209350601f198516905b8181106109f757509084600195949392106109df575b505050811b019055610563565b01515f1960f88460031b161c191690555f80806109d2565b929360206001819287860151815501950193016109bc565b8281111561053957909150835f5260205f20601f840160051c9060208510610a60575b849392601f0160051c82900391015f5b828110610a50575050610539565b5f81830155859450600101610a42565b5f9150610a32565b634e487b7160e01b5f52604160045260245ffd5b63f367f52960e01b5f5261010060045260245260445ffd5b90638623f07360e01b5f5260045260245260445ffd5b63133f498d60e31b5f5260045ffd5b634e487b7160e01b5f52603260045260245ffd5b015190505f80610412565b5f8581528281209350601f198516905b818110610b235750908460019594939210610b0b575b505050811b019055610426565b01515f1960f88460031b161c191690555f8080610afe565b92936020600181928786015181550195019301610ae8565b828111156103fc57909150835f5260205f20601f840160051c9060208510610b8c575b849392601f0160051c82900391015f5b828110610b7c5750506103fc565b5f81830155859450600101610b6e565b5f9150610b5e565b63057502dd60e41b5f5261010060045260245ffd5b600303610be45763ffffffff806020840151169160a01c1680821115610bd0575050610473565b6232ab6b60e01b5f5260045260245260445ffd5b836248616960e21b5f5260045260245ffd5b634e487b7160e01b5f52602160045260245ffd5b6040516145e39081610f708239608051818181611ee701526121c60152f35b634e487b7160e01b5f52601160045260245ffd5b5063f45c0df960e01b5f5260045260245ffd5b5060648211610176565b631f512cfd60e21b5f5260045ffd5b82516001600160401b038111610880578201906080828803601f1901126108805760405190610c9782610d22565b60208301516001600160401b03811161088057886020610cb992860101610d7b565b8252604083015163ffffffff8116810361088057602083015260608301516001600160a01b03811681036108805760408301526080830151916001600160401b03831161088057610d1289602080969581960101610d7b565b6060820152815201920191610087565b608081019081106001600160401b03821117610a6857604052565b601f909101601f19168101906001600160401b03821190821017610a6857604052565b6001600160401b038111610a6857601f01601f191660200190565b81601f8201121561088057602081519101610d9582610d60565b92610da36040519485610d3d565b8284528282011161088057815f926020928386015e8301015290565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b90600182811c92168015610e11575b6020831014610dfd57565b634e487b7160e01b5f52602260045260245ffd5b91607f1691610df2565b80518015908115610f64575b50610f3f575f5b8151811015610efc57818101602001517fff0000000000000000000000000000000000000000000000000000000000000016606160f81b81101580610eee575b8015610ed1575b159081610eb0575b50610e8a57600101610e2e565b604051633d4ad15b60e21b81526020600482015280610eac6024820185610dbf565b0390fd5b821515915081610ec3575b50155f610e7d565b602d60f81b1490505f610ebb565b50600360fc1b8110801590610e755750603960f81b811115610e75565b50603d60f91b811115610e6e565b50610f3c6029602092604051938491683437b9b834ba30b61d60b91b828401528051918291018484015e81015f838201520301601f198101835282610d3d565b90565b604051633d4ad15b60e21b815260206004820152908190610eac906024830190610dbf565b603f9150115f610e2756fe6080806040526004361015610012575f80fd5b5f3560e01c90816303dd5157146121ea5750806305a8da72146121a757806309860b51146120a05780630cf1e06914611db65780630de7514914611d9357806315928d3014611c215780631721952214611bfc578063192b820914611ba85780632f53a86814611a075780633984d401146119515780633d9bd8ab146118525780634330ca73146116fd5780634a62fb05146116c257806358c7da5d146115815780635c36901c146115415780635c99695a146111fa578063692796d014610c1e5780638903573014610bf957806389fba00d14610bba5780639bd3f4db14610b96578063a53a1adf14610b48578063b07c4b0314610a18578063b10e417214610882578063bc5c9da914610865578063bf7c213114610818578063d03fb79a14610741578063d2b4678b146106f9578063d406cf701461056a578063d604c77214610488578063f2871feb14610463578063fb9e1a2c146101b85763fd2b7ac11461017c575f80fd5b346101b45760203660031901126101b457602063ffffffff6101a461019f612401565b612694565b90549060031b1c16604051908152f35b5f80fd5b346101b45760803660031901126101b45760043560243563ffffffff8116908181036101b457604435906001600160a01b038216918281036101b4576102266040518660208201528560408201528460608201526060815261021b60808261236f565b60643590600461252a565b805f52602860205260ff60405f20541661045157335f52600560205260405f20545f52600460205260405f2060ff600282015460c01c1660048110156103fb57600114610441575b50610278816127b3565b610280612865565b9081811061040f575050805f52602860205260405f20600160ff198254161790555f5160206145c35f395f51905f525f80a2845f52600460205260405f20916002830191825460ff8160c01c1660048110156103fb576001811415806103f0575b6103d4575063ffffffff8160a01c16808811156103be5750606095936103777f353b744bfadca6daec725abfabea353a827c58f1177b58d3d33162054cf1761098969461038a946001600160a01b0360ff95169081890361039f575b505082547fffffffffffffffff00000000ffffffffffffffffffffffffffffffffffffffff1660a09190911b63ffffffff60a01b16178255565b610380846128ba565b5460c81c16612e57565b549060405192835260208301526040820152a2005b6103b7915f5260056020525f6040812055878d612dae565b8b8061033d565b87906232ab6b60e01b5f5260045260245260445ffd5b6103eb908963e1f73d0f60e01b5f52600452612473565b60445ffd5b5060028114156102e1565b634e487b7160e01b5f52602160045260245ffd5b827fc1199ca2000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b61044b9082612730565b8661026e565b6301124a1560e51b5f5260045260245ffd5b346101b4575f3660031901126101b457602063ffffffff5f5460b01c16604051908152f35b346101b45760403660031901126101b45760043560243567ffffffffffffffff81116101b4576104bc9036906004016122e4565b90335f5260056020528260405f205414801590610562575b610536577fe5467665b9da704dfc5e7cd14fbd86d4f5f6c9aa0fe68bd41ab33ec68a8ad51591835f52600460205261051a60405f206105143684866123ad565b90612c5f565b6105316040519283926020845260208401916124b2565b0390a2005b7fd7affc5a000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b5082156104d4565b346101b45760203660031901126101b45760405161058781612352565b5f8152602081015f9052604081015f9052606081015f9052608081015f905260a081015f905260c081015f905260e081016060905261010001606090526004355f52600460205260405f206040516105de81612352565b815481526001820154916020820192835260028101549060408301916001600160a01b0381168352606084018160a01c63ffffffff168152608085018260c01c60ff1661062b90826125b0565b60a08601918360c81c60ff16835260c087019360d01c61ffff16845260038501610654906125f4565b9460e08801958652600401610668906125f4565b95610100880196875260405198899860208a525160208a0152516040890152516001600160a01b031660608801525163ffffffff1660808701525160a086016106b091612481565b5160ff1660c08501525161ffff1660e0840152516101008301610120905261014083016106dc9161248e565b9051828203601f19016101208401526106f5919061248e565b0390f35b346101b45760203660031901126101b4576004355f52600460205260406002815f20015461073f8251916001600160a01b038116835260ff602084019160c01c16612481565bf35b346101b45760203660031901126101b457600435805f52600460205260405f2060028101805460ff8160c01c1660048110156103fb57156108015761ffff805f5460a01c169160d01c16146107d5578161ffff6040926107c17f4ae8c52923c9594ed21ff4c27aebbd65d361be64daa49fb4962b57ef2b962c20956128ba565b5460d01c16905482519182526020820152a2005b827ff63770d4000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b8363e1f73d0f60e01b5f526004525f60245260445ffd5b346101b45760203660031901126101b4576060600435610837816127b3565b90610840612865565b905f52602860205260ff60405f20541690604051928352602083015215156040820152f35b346101b4575f3660031901126101b457602060405162093a808152f35b346101b4576108b561089336612411565b604092919251836020820152602081526108ae60408261236f565b600361252a565b805f52602860205260ff60405f20541661045157335f52600560205260405f20545f52600460205260405f2060ff600282015460c01c1660048110156103fb57600114610a08575b50610907816127b3565b61090f612865565b9081811061040f575050805f52602860205260405f20600160ff198254161790555f5160206145c35f395f51905f525f80a2805f526004602052600260405f200160ff815460c01c1660048110156103fb576001811415806109fd575b6109e6575060ff6109c091780300000000000000000000000000000000000000000000000060ff60c01b198254161781556001600160a01b038154165f5260056020525f60408120555460c81c16826126e6565b7fb0cd11f169c1d181640f067caa826d7bcfa52755683064bd74c158ee1c4ffbcb5f80a2005b6103eb908363e1f73d0f60e01b5f52600452612473565b50600281141561096c565b610a129082612730565b826108fd565b346101b45760203660031901126101b45760405161010081019080821067ffffffffffffffff831117610b3457610100916040525f815263ffffffff602082015f815281604084015f81526001600160a01b03606086015f8152608087015f815260a08801915f83528560c08a01955f875260ff60e08c01995f8b526004355f526004602052838d60405f20610ab9600282015492868460c01c16906125b0565b848260c81c168452828260a01c1686525487525f549061ffff808360a01c169160d01c161488528981168952818160b01c168b5260d01c168b52610b01604051809e51612481565b511660208c0152511660408a01525160608901525115156080880152511660a0860152511660c0840152511660e0820152f35b634e487b7160e01b5f52604160045260245ffd5b346101b45760203660031901126101b457600435610b646126b0565b815f52602860205260ff60405f205416610b8357610b8191612730565b005b506301124a1560e51b5f5260045260245ffd5b346101b4575f3660031901126101b457602064ffffffffff60015416604051908152f35b346101b45760203660031901126101b45760043561ffff81168091036101b4575f52600660205260206001600160a01b0360405f205416604051908152f35b346101b4575f3660031901126101b45760206001600160a01b035f5416604051908152f35b346101b457610c2c3661243b565b9060405191602080840152610c55610c44838061257e565b6080604087015260c08601916124b2565b91610cca602082019263ffffffff610c6c85612325565b16606087015260408301956001600160a01b03610c8888612427565b166080820152610cc481610cb66060870198610ca48a8961257e565b848303603f190160a0860152906124b2565b03601f19810183528261236f565b5f61252a565b805f52602860205260ff60405f20541661045157335f52600560205260405f20545f52600460205260405f2060ff600282015460c01c1660048110156103fb576001146111ea575b50610d1c816127b3565b610d24612865565b9081811061040f575050805f52602860205260405f20600160ff198254161790555f5160206145c35f395f51905f525f80a26080813603126101b45760405191610d6d83612336565b813567ffffffffffffffff81116101b457610da691610d92610d9992369086016123e3565b8552612325565b9460208401958652612427565b9260408301938452359067ffffffffffffffff82116101b457610dcb913691016123e3565b9060608101918252610ddd8151612ed8565b604051610e2f6040826020808201957f657c06df711503dd933fe92059d093fc525f75ad6771f1e818d7c58afad3fc8b87528051918291018484015e81015f838201520301601f19810183528261236f565b51902092835f52600460205260405f20946002860192835460ff8160c01c1660048110156103fb5780611133575060035461010081146111055779ff000000000000000000000000000000000000000000000000007fffffffffffff00ffffffffffffffffffffffffffffffffffffffffffffffffff9160c81b1691161784558051600388019080519067ffffffffffffffff8211610b34578190610ed484546125bc565b601f81116110ac575b50602090601f8311600114611049575f9261103e575b50508160011b915f199060031b1c19161790555b6003549268010000000000000000841015610b345760209787966001600160a01b0363ffffffff61103395600160ff7f724ed6f29c0bc4c7dfdf9502bc405da944f43634ebefd694b687a614671c27199b610fd68e610fcb876110179f8f908089610f7592016003556124d2565b81549060031b9086821b915f19901b19161790555b855490517fffffffffffffff0000000000ffffffffffffffffffffffffffffffffffffffff909116911660a01b63ffffffff60a01b1617600160c01b178455565b89888c511691612dae565b610fe1875189612c5f565b610fea886128ba565b5460c81c161b6002541760025551965116935116915490519160405196879660a0885260a088019061248e565b938b87015260408601526060850152838203608085015261248e565b0390a2604051908152f35b015190508a80610ef3565b5f8581528281209350601f198516905b818110611094575090846001959493921061107c575b505050811b019055610f07565b01515f1960f88460031b161c191690558a808061106f565b92936020600181928786015181550195019301611059565b82811115610edd57909150835f5260205f20601f840160051c90602085106110fd575b849392601f0160051c82900391015f5b8281106110ed575050610edd565b5f818301558594506001016110df565b5f91506110cf565b7f57502dd0000000000000000000000000000000000000000000000000000000005f5261010060045260245ffd5b92979395939491926003036111be5763ffffffff808951169160a01c16808211156111aa57505085947f724ed6f29c0bc4c7dfdf9502bc405da944f43634ebefd694b687a614671c271994611017946001600160a01b0363ffffffff8b96600160ff6110339860209f8e610fcb87610fd693610f8a565b6232ab6b60e01b5f5260045260245260445ffd5b867f012185a4000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6111f49082612730565b85610d12565b346101b4576112083661243b565b6040516020808201528235928360408301526020810161128261123f61122e838561257e565b6080606088015260c08701916124b2565b946112646040850196611252888761257e565b888303603f190160808a0152906124b2565b9461127b81610cb66060880198610ca48a8a61257e565b600561252a565b805f52602860205260ff60405f20541661045157335f52600560205260405f20545f52600460205260405f2060ff600282015460c01c1660048110156103fb57600114611531575b506112d4816127b3565b6112dc612865565b9081811061040f575050805f52602860205260405f20600160ff198254161790555f5160206145c35f395f51905f525f80a26080823603126101b4576040519461132586612336565b85523567ffffffffffffffff81116101b45761134490369083016123e3565b92602085019384523567ffffffffffffffff81116101b45761136990369083016123e3565b9160408501928352359067ffffffffffffffff82116101b45761138e913691016123e3565b9160608401928352604051926114f9918285019085821067ffffffffffffffff831117610b345785946113e46113f79261140b966130ca89396020855289516020860152516080604086015260a085019061248e565b9051838203601f1901606085015261248e565b9151906080601f198285030191015261248e565b03905ff08015611526576001600160a01b03165f54600161ffff8373ffffffffffffffffffffffffffffffffffffffff1984161760a01c16019061ffff821161151257827fffffffffffffffffffff0000000000000000000000000000000000000000000075ffff000000000000000000000000000000000000000061ffff9460a01b1692161717805f5560a01c165f5260066020526001600160a01b0360405f20911673ffffffffffffffffffffffffffffffffffffffff198254161790557f59727f1bf7c2028d5d8b7589d60a6c0e9f7fa96aead034e7c33d53c59cc5f3ff604061ffff5f5493519382519485526001600160a01b038116602086015260a01c1692a2005b634e487b7160e01b5f52601160045260245ffd5b6040513d5f823e3d90fd5b61153b9082612730565b866112ca565b346101b45760203660031901126101b4576004355f52600460205260ff600260405f20015460c01c1660048110156103fb57602090600160405191148152f35b346101b4576115b461159236612411565b604092919251836020820152602081526115ad60408261236f565b600261252a565b805f52602860205260ff60405f20541661045157335f52600560205260405f20545f52600460205260405f2060ff600282015460c01c1660048110156103fb576001146116b2575b50611606816127b3565b61160e612865565b9081811061040f575050805f52602860205260405f20600160ff198254161790555f5160206145c35f395f51905f525f80a2805f526004602052600260405f200160ff815460c01c1660048110156103fb57600281036109e6575060ff600191600160c01b60ff60c01b198254161781555460c81c161b600254176002557f432aaf9043aaff3d8dbad54c21dd944889f56a5c0f840bd1b94cbf4c6bbc47355f80a2005b6116bc9082612730565b826115fc565b346101b45760203660031901126101b4576004356001600160a01b0381168091036101b4575f526005602052602060405f2054604051908152f35b346101b45761173061170e36612411565b6040929192518360208201526020815261172960408261236f565b600161252a565b805f52602860205260ff60405f20541661045157335f52600560205260405f20545f52600460205260405f2060ff600282015460c01c1660048110156103fb57600114611842575b50611782816127b3565b61178a612865565b9081811061040f575050805f52602860205260405f20600160ff198254161790555f5160206145c35f395f51905f525f80a2805f526004602052600260405f200160ff815460c01c1660048110156103fb57600181036109e6575060ff61181c91780200000000000000000000000000000000000000000000000060ff60c01b198254161781555460c81c16826126e6565b7f69d38948dbc3c4d850205c134d1f983ea05755246e704ec807969c87673379ba5f80a2005b61184c9082612730565b82611778565b346101b4575f3660031901126101b45760015464ffffffffff811680158015611948575b611919575064ffffffffff19166001557f966132dd05b675fa8966310dd09d7839f46fc2ee4a85d43072ca27139da4800960205f547fffff00000000ffffffffffffffffffffffffffffffffffffffffffffffffffff7dffffffff00000000000000000000000000000000000000000000000000006118fd63ffffffff8460d01c166124fe565b60d01b16911617805f5563ffffffff6040519160d01c168152a1005b7fbf062b00000000000000000000000000000000000000000000000000000000005f526004524260245260445ffd5b50804210611876565b346101b4575f3660031901126101b4576040518060206003549283815201809260035f527fc2575a0e9e593c00f959f8c92f12db2869c3395a3b0502d05e2516446f71f85b905f5b8181106119f157505050816119af91038261236f565b604051918291602083019060208452518091526040830191905f5b8181106119d8575050500390f35b82518452859450602093840193909201916001016119ca565b8254845260209093019260019283019201611999565b346101b45760403660031901126101b457611a20612401565b60405190611a4c60ff82169283602082015260208152611a4160408261236f565b60243590600661252a565b805f52602860205260ff60405f20541661045157335f52600560205260405f20545f52600460205260405f2060ff600282015460c01c1660048110156103fb57600114611b98575b50611a9e816127b3565b611aa6612865565b9081811061040f575050805f52602860205260405f20600160ff198254161790555f5160206145c35f395f51905f525f80a2603382108015611b8e575b611b62577fd6ecd940f5784ceceeeb048268900f819851986dbe41c49f6e754b988868df87916020917fff00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7eff0000000000000000000000000000000000000000000000000000000000005f549260f01b169116175f55604051908152a1005b507ff45c0df9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5060648211611ae3565b611ba29082612730565b83611a94565b346101b45760603660031901126101b457600435600a8110156101b45760243567ffffffffffffffff81116101b457602091611beb611bf49236906004016123e3565b6044359161252a565b604051908152f35b346101b4575f3660031901126101b457602063ffffffff5f5460d01c16604051908152f35b346101b45760403660031901126101b457611c3a612312565b611c6863ffffffff60405192169182602082015260208152611c5d60408261236f565b60243590600861252a565b805f52602860205260ff60405f20541661045157335f52600560205260405f20545f52600460205260405f2060ff600282015460c01c1660048110156103fb57600114611d83575b50611cba816127b3565b611cc2612865565b9081811061040f575050805f52602860205260405f20600160ff198254161790555f5160206145c35f395f51905f525f80a260015464ffffffffff8116158015611d65575b611d445764ffffffffff19166001556040519081527f0d280b5aa9d435b0c2e497f470a70e8627fd11f31deddf76d166ead05411bc4790602090a1005b5063ffffffff5f5460d01c16635be98cbf60e01b5f5260045260245260445ffd5b5063ffffffff611d7a815f5460d01c166124fe565b16821415611d07565b611d8d9082612730565b82611cb0565b346101b4575f3660031901126101b457602061ffff5f5460a01c16604051908152f35b346101b45760403660031901126101b457611dcf612312565b611dfd63ffffffff60405192169182602082015260208152611df260408261236f565b60243590600761252a565b805f52602860205260ff60405f20541661045157335f52600560205260405f20545f52600460205260405f2060ff600282015460c01c1660048110156103fb57600114612090575b50611e4f816127b3565b611e57612865565b9081811061040f575050805f52602860205260405f20600160ff198254161790555f5160206145c35f395f51905f525f80a263ffffffff5f5460d01c1663ffffffff611ea2826124fe565b16820361207b57506040517fe8ea7778000000000000000000000000000000000000000000000000000000008152816004820152610160816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa801561152657611f6b575b5062093a804201804211611512577fff6158c35b7f0e818d6a03164e01f33681e63231cc3b2a4554b047aff4183b8e9164ffffffffff604092168064ffffffffff19600154161760015582519182526020820152a1005b610160813d8211612073575b81611f85610160938361236f565b810103126101b45760405190610160820182811067ffffffffffffffff821117610b3457604052805163ffffffff811681036101b45761206891610140918452611fd160208201612516565b6020850152611fe260408201612516565b6040850152611ff360608201612516565b606085015261200460808201612516565b608085015261201560a08201612516565b60a085015261202660c08201612516565b60c085015261203760e08201612516565b60e08501526120496101008201612516565b61010085015261205c6101208201612516565b61012085015201612516565b610140820152611f14565b3d9150611f77565b635be98cbf60e01b5f5260045260245260445ffd5b61209a9082612730565b82611e45565b346101b45760203660031901126101b4576004356120bc6126b0565b815f52602860205260ff60405f205416610b8357815f526027602052600260405f20910190815460ff8160c81c1691825f5260205263ffffffff8060405f2054169160a01c1603612167576121399160ff91845f52602760205260405f20905f5260205260405f2063ffffffff1981541690555460c81c166124d2565b90549060031b1c907f0c7de291754b5549e5c374a9b15e97ab4173d635bb3dabccbd6a47e378fa36d05f80a3005b61217191506124d2565b90549060031b1c907f198b6286000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b346101b4575f3660031901126101b45760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101b45760403660031901126101b4576004359067ffffffffffffffff82116101b45761223c81610cb66122266122479536906004016122e4565b33602085015260408085015260608401916124b2565b60243590600961252a565b805f52602860205260ff60405f20541661045157335f52600560205260405f20545f52600460205260405f2060ff600282015460c01c1660048110156103fb576001146122d4575b50612299816127b3565b6122a1612865565b9081811061040f5782805f52602860205260405f20600160ff198254161790555f5160206145c35f395f51905f525f80a2005b6122de9082612730565b8161228f565b9181601f840112156101b45782359167ffffffffffffffff83116101b457602083818601950101116101b457565b6004359063ffffffff821682036101b457565b359063ffffffff821682036101b457565b6080810190811067ffffffffffffffff821117610b3457604052565b610120810190811067ffffffffffffffff821117610b3457604052565b90601f8019910116810190811067ffffffffffffffff821117610b3457604052565b67ffffffffffffffff8111610b3457601f01601f191660200190565b9291926123b982612391565b916123c7604051938461236f565b8294818452818301116101b4578281602093845f960137010152565b9080601f830112156101b4578160206123fe933591016123ad565b90565b6004359060ff821682036101b457565b60409060031901126101b4576004359060243590565b35906001600160a01b03821682036101b457565b60406003198201126101b4576004359067ffffffffffffffff82116101b45760809082900360031901126101b4576004019060243590565b60048110156103fb57602452565b9060048210156103fb5752565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b908060209392818452848401375f828201840152601f01601f1916010190565b6003548110156124ea5760035f5260205f2001905f90565b634e487b7160e01b5f52603260045260245ffd5b63ffffffff60019116019063ffffffff821161151257565b51906001600160a01b03821682036101b457565b604051916020830193468552306040850152600a8310156103fb57612564849261257894606085015260a0608085015260c084019061248e565b9060a083015203601f19810183528261236f565b51902090565b9035601e19823603018112156101b457016020813591019167ffffffffffffffff82116101b45781360383136101b457565b60048210156103fb5752565b90600182811c921680156125ea575b60208310146125d657565b634e487b7160e01b5f52602260045260245ffd5b91607f16916125cb565b9060405191825f825492612607846125bc565b8084529360018116908115612672575060011461262e575b5061262c9250038361236f565b565b90505f9291925260205f20905f915b81831061265657505090602061262c928201015f61261f565b602091935080600191548385890101520191019091849261263d565b90506020925061262c94915060ff191682840152151560051b8201015f61261f565b906101008210156124ea57601c8260031c6007019260021b1690565b335f52600560205260405f20545f52600460205260405f209060ff600283015460c01c1660048110156103fb5760010361053657565b600160ff83161b19600254168060025515612705575061262c90612e57565b7fc8d156a1000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9060ff600261277792018054845f52602760205260405f20838260c81c165f5260205263ffffffff60405f209160a01c1663ffffffff198254161790555460c81c166124d2565b90549060031b1c907f95551ca197e6fa7e66ca23ef6f2604d7a61dc685d5ae5689353dd7feac93b6035f80a3565b5f1981146115125760010190565b6003545f9291835b8281106127c757505050565b815f52602760205260405f20815f5260205263ffffffff60405f205416801561285c576127f3826124d2565b90549060031b1c5f526004602052600260405f2001549060ff8260c01c1660048110156103fb576001149182612849575b5050612835575b6001905b016127bb565b936128416001916127a5565b94905061282b565b60a01c63ffffffff161490505f80612824565b5060019061282f565b600254805f915b61289c575060ff5f5460f01c16908181029181830414901517156115125760638101809111611512576064900490565b906128a6906127a5565b905f1981019080821161151257168061286c565b6001600160a01b035f54166128d96128d4600384016125f4565b612ed8565b91600281019283549263ffffffff8460a01c169081158015612c52575b612c26578190825f937a184f03e93ff9f4daa797ed6e38ed64bf6a1f010000000000000000811015612bfb575b50806d04ee2d6d415b85acef8100000000600a921015612be0575b662386f26fc10000811015612bcc575b6305f5e100811015612bbb575b612710811015612bac575b6064811015612b9e575b1015612b94575b6001830191600a60216129a261298c86612391565b9561299a604051978861236f565b808752612391565b602086019690601f19013688378501015b5f1901917f30313233343536373839616263646566000000000000000000000000000000008282061a8353049081156129ee57600a906129b3565b5050612a6960047fffffffff000000000000000000000000000000000000000000000000000000009360245f96612aa5988051938860208251936040519b8c9860e01b16828901528051918291018789015e86019260e01b1684830152518092602883015e010186838201520301601f19810184528361236f565b60405180809581947f885eecd300000000000000000000000000000000000000000000000000000000835260206004840152602483019061248e565b03915afa908115611526575f905f92612b13575b5060018301556020815191012090557fffffffff0000ffffffffffffffffffffffffffffffffffffffffffffffffffff7bffff00000000000000000000000000000000000000000000000000005f5460301b169116179055565b9150503d805f833e612b25818361236f565b8101906040818303126101b45780519060208101519067ffffffffffffffff82116101b4570182601f820112156101b457805190612b6282612391565b93612b70604051958661236f565b828552602083830101116101b457815f9260208093018387015e840101525f612ab9565b9160010191612977565b606460029104940193612970565b61271060049104940193612966565b6305f5e1006008910494019361295b565b662386f26fc100006010910494019361294e565b6d04ee2d6d415b85acef81000000006020910494019361293e565b604094507a184f03e93ff9f4daa797ed6e38ed64bf6a1f01000000000000000090049050600a612923565b507fce8536c7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50633b9ac9ff82116128f6565b91909182516101008111612d7d5750600401825167ffffffffffffffff8111610b3457612c8c82546125bc565b601f8111612d2c575b506020601f8211600114612cce57819293945f92612cc3575b50508160011b915f199060031b1c1916179055565b015190505f80612cae565b601f19821690835f52805f20915f5b818110612d1457509583600195969710612cfc575b505050811b019055565b01515f1960f88460031b161c191690555f8080612cf2565b9192602060018192868b015181550194019201612cdd565b81811115612c9557825f5260205f20601f830160051c9060208410612d75575b81601f9101920160051c03905f5b828110612d68575050612c95565b5f82820155600101612d5a565b5f9150612d4c565b7ff367f529000000000000000000000000000000000000000000000000000000005f5261010060045260245260445ffd5b916001600160a01b0316908115612e2f57815f52600560205260405f205480612e0057506002018173ffffffffffffffffffffffffffffffffffffffff198254161790555f52600560205260405f2055565b827f8623f073000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f99fa4c68000000000000000000000000000000000000000000000000000000005f5260045ffd5b612eba5f547fffffffffffff00000000ffffffffffffffffffffffffffffffffffffffffffff79ffffffff00000000000000000000000000000000000000000000612eaa63ffffffff8460b01c166124fe565b60b01b1691161791825f55612694565b63ffffffff80839493549260031b9360b01c16831b921b1916179055565b805180159081156130be575b50613099575f5b8151811015613045577fff0000000000000000000000000000000000000000000000000000000000000060208284010151167f61000000000000000000000000000000000000000000000000000000000000008110158061301b575b8015612fc6575b159081612f89575b50612f6357600101612eeb565b604051633d4ad15b60e21b81526020600482015280612f85602482018561248e565b0390fd5b821515915081612f9c575b50155f612f56565b7f2d000000000000000000000000000000000000000000000000000000000000009150145f612f94565b507f30000000000000000000000000000000000000000000000000000000000000008110158015612f4e57507f3900000000000000000000000000000000000000000000000000000000000000811115612f4e565b507f7a00000000000000000000000000000000000000000000000000000000000000811115612f47565b506123fe60296020926040519384917f686f73706974616c3a0000000000000000000000000000000000000000000000828401528051918291018484015e81015f838201520301601f19810183528261236f565b612f8590604051918291633d4ad15b60e21b835260206004840152602483019061248e565b603f9150115f612ee456fe61032080604052346102dc576114f9803803809161001d8285610329565b83398101906020818303126102dc578051906001600160401b0382116102dc57016080818303126102dc5760405190608082016001600160401b03811183821017610315576040528051825260208101516001600160401b0381116102dc5783610088918301610367565b6020830190815260408201519091906001600160401b0381116102dc57846100b1918301610367565b6040840190815260608201519094906001600160401b0381116102dc576100d89201610367565b91606081019283528051156103065781518051608081036102ef575080516020820120610105608061034c565b6101126040519182610329565b60808152610120608061034c565b602082019190601f1901368337519020146102e05761014161014691610464565b610493565b5061015184516103e8565b61015b83516103e8565b51608052516080818051810103126102dc576101d8928160206101a893015190604081015190608060608201519101516101005260e05260c05260a05251602080825183010191016103ad565b610200526101e0526101c0526101a0526101805261016052610140526101205251602080825183010191016103ad565b610300526102e0526102c0526102a05261028052610260526102405261022052604051610f78908161058182396080518181816101ce0152610a19015260a05181610b18015260c05181610b3e015260e05181610b6401526101005181610b8a01526101205181610bc601526101405181610bec01526101605181610c1401526101805181610c3a01526101a05181610c6001526101c05181610c8601526101e05181610cac01526102005181610cd201526102205181610d1501526102405181610d3b01526102605181610d6301526102805181610d8901526102a05181610daf01526102c05181610dd501526102e05181610dfb01526103005181610e210152f35b5f80fd5b630319c36760e61b5f5260045ffd5b63b0c7b2f160e01b5f52608060045260245260445ffd5b631a34ea7360e31b5f5260045ffd5b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b0382119082101761031557604052565b6001600160401b03811161031557601f01601f191660200190565b81601f820112156102dc5780519061037e8261034c565b9261038c6040519485610329565b828452602083830101116102dc57815f9260208093018386015e8301015290565b9190826101009103126102dc5781519160208101519160408201519160608101519160808201519160a08101519160e060c083015192015190565b8051610100810361044c57508051602082012061040661010061034c565b6104136040519182610329565b610100815261042361010061034c565b602082019190601f1901368337519020146102e05761044461044991610464565b610509565b50565b63b0c7b2f160e01b5f5261010060045260245260445ffd5b9061049160208080946040519581879251918291018484015e810160018382015203018085520183610329565b565b5f8091602081519101600c5afa3d15610501573d906104b18261034c565b916104bf6040519384610329565b82523d5f602084013e5b156104ee5760808151036104da5790565b63fa39736960e01b5f52600c60045260245ffd5b622c973160e31b5f52600c60045260245ffd5b6060906104c9565b5f8091602081519101600e5afa3d15610578573d906105278261034c565b916105356040519384610329565b82523d5f602084013e5b15610565576101008151036105515790565b63fa39736960e01b5f52600e60045260245ffd5b622c973160e31b5f52600e60045260245ffd5b60609061053f56fe60806040526004361015610011575f80fd5b5f3560e01c8063205c9cc714610a57578063372fa48e14610a3c57806352a82b6514610a02578063777880b0146109d3578063885eecd3146105b75763c7e23aaf1461005b575f80fd5b346104e65760a03660031901126104e65760043573ffffffffffffffffffffffffffffffffffffffff811681036104e65760443567ffffffffffffffff81116104e6576100ac903690600401610a96565b9060643567ffffffffffffffff81116104e6576100cd903690600401610a96565b60849291923567ffffffffffffffff81116104e6576100f0903690600401610a96565b929094610106610101368385610e70565b610f13565b610114610101368588610e70565b61011f368588610e70565b8051610100810361059f57506020815191012061013d610100610e54565b61014a6040519182610ac4565b610100815261015a610100610e54565b602082019190601f190136833751902014610577575f806102796fffffffffffffffffffffffffffffffff60409a60208c61019781519182610ac4565b601a815201907f5457494e5345414c2d4d494253432d424c5331323338312d563100000000000082528c5190601a6020830193845e7f0000000000000000000000000000000000000000000000000000000000000000603a83015246605a83015260601b6bffffffffffffffffffffffff1916607a820152606e815261021e608e82610ac4565b51902061022c368a8d610e70565b602081519101206102688d8080518094602082019687528b8d848401378b82019060243584830152606082015203016020810184520182610ac4565b51902016610274610b13565b610ea6565b602081519101600c5afa913d1561056f573d9261029584610e54565b936102a28a519586610ac4565b84523d5f602086013e5b1561055c576080835103610548575f9283926102d2926102cd913691610e70565b610ed5565b602081519101600b5afa933d15610540573d946102ee86610e54565b956102fb88519788610ac4565b86523d5f602088013e5b1561052d5760808551036105195784866020938461043d61048c956104355f9b9a8c9b506101209561033988519788610ac4565b61010087527fc6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8868801986f024aa2b2f08f0a91260805272dc510518a528801526f13e02b6052719f607dacd3a088274f6560608801527f596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e60808801526f0d1b3cc2c7027888be51d9ef691d77bc60a08801527fb679afda66c73f17f9ee3837a55024f78c71363275a75d75d86bab79f74782aa60c08801526f13fa4d4a0ad8b1ce186ed5061789213d60e08801527f993923066dddaf1040bc3ff59f825c78df74f2d75467e25e0f55f8a00fa030ed6101008801523691610e70565b983691610e70565b93818b51978896818089019b8051918291018d5e8801908282018d8152815193849201905e010190898252805192839101825e0190878252518092825e0185815203601f198101835282610ac4565b5190600f5afa903d15610511573d916104a483610e54565b926104b183519485610ac4565b83523d5f602085013e5b156104fe5760208251036104ea576020828051810103126104e6576001602080930151149051908152f35b5f80fd5b63fa39736960e01b5f52600f60045260245ffd5b622c973160e31b5f52600f60045260245ffd5b6060916104bb565b63fa39736960e01b5f52600b60045260245ffd5b622c973160e31b5f52600b60045260245ffd5b606094610305565b63fa39736960e01b5f52600c60045260245ffd5b622c973160e31b5f52600c60045260245ffd5b6060926102ac565b7fc670d9c0000000000000000000000000000000000000000000000000000000005f5260045ffd5b63b0c7b2f160e01b5f5261010060045260245260445ffd5b346104e65760203660031901126104e65760043567ffffffffffffffff81116104e6576105e8903690600401610a96565b9060409160205f6106318551946105ff8787610ac4565b60108652838601947f5457494e5345414c2d56312d5349474e0000000000000000000000000000000086523691610e70565b9351936106826001848851888199838301998a5e7fff000000000000000000000000000000000000000000000000000000000000008183019160f81b16838201520301601e19810188520186610ac4565b85516106ef60038260608780830196888852888d8501528051918291018385015e82017e30000000000000000000000000000000000000000000000000000000000000828201528760628201528a5190818b606383015e010186838201520301601f198101835282610ac4565b8651918291518091835e8101838152039060025afa156109c9575f519060205f8551828101908582527f010000000000000000000000000000000000000000000000000000000000000088820152610766602182868a51808a604185015e820101828101878152500301601f198101835282610ac4565b8751918291518091835e8101838152039060025afa156109bf576020915f916107e160218451968689519485928a838501981888527f02000000000000000000000000000000000000000000000000000000000000008c850152518091604185015e820101828101878152500301601f198101835282610ac4565b8551918291518091835e8101838152039060025afa156109b5577f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000190817001000000000000000000000000000000005f5160801c920908801561092f57610846610d0f565b5f8061085484610274610bc0565b602081519101600e5afa3d156109ad573d9061086f82610e54565b9161087c86519384610ac4565b82523d5f602084013e5b1561099a57610100815103610986575f9182916108a291610ed5565b602081519101600d5afa3d1561097e573d906108bd82610e54565b916108ca85519384610ac4565b82523d5f602084013e5b1561096b57610100815103610957578051602082012061012084516108f98282610ac4565b61010081526020810191601f19013683375190201461092f5761092b9083519384938452806020850152830190610a72565b0390f35b7f22da09da000000000000000000000000000000000000000000000000000000005f5260045ffd5b63fa39736960e01b5f52600d60045260245ffd5b622c973160e31b5f52600d60045260245ffd5b6060906108d4565b63fa39736960e01b5f52600e60045260245ffd5b622c973160e31b5f52600e60045260245ffd5b606090610886565b50513d5f823e3d90fd5b83513d5f823e3d90fd5b82513d5f823e3d90fd5b346104e6575f3660031901126104e65761092b6109ee610d0f565b604051918291602083526020830190610a72565b346104e6575f3660031901126104e65760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346104e6575f3660031901126104e65761092b6109ee610bc0565b346104e6575f3660031901126104e65761092b6109ee610b13565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b9181601f840112156104e65782359167ffffffffffffffff83116104e657602083818601950101116104e657565b90601f8019910116810190811067ffffffffffffffff821117610ae657604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b6040517f000000000000000000000000000000000000000000000000000000000000000060208201527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201527f0000000000000000000000000000000000000000000000000000000000000000608082015260808152610bbd60a082610ac4565b90565b604080517f000000000000000000000000000000000000000000000000000000000000000060208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201527f000000000000000000000000000000000000000000000000000000000000000060808201527f000000000000000000000000000000000000000000000000000000000000000060a08201527f000000000000000000000000000000000000000000000000000000000000000060c08201527f000000000000000000000000000000000000000000000000000000000000000060e08201527f0000000000000000000000000000000000000000000000000000000000000000610100820152610bbd8161012081015b03601f198101835282610ac4565b604080517f000000000000000000000000000000000000000000000000000000000000000060208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201527f000000000000000000000000000000000000000000000000000000000000000060808201527f000000000000000000000000000000000000000000000000000000000000000060a08201527f000000000000000000000000000000000000000000000000000000000000000060c08201527f000000000000000000000000000000000000000000000000000000000000000060e08201527f0000000000000000000000000000000000000000000000000000000000000000610100820152610bbd816101208101610d01565b67ffffffffffffffff8111610ae657601f01601f191660200190565b929192610e7c82610e54565b91610e8a6040519384610ac4565b8294818452818301116104e6578281602093845f960137010152565b602080610ed3928195946040519682889351918291018585015e8201908382015203018085520183610ac4565b565b610ed3906020808095946040519684889551918291018487015e8401908282015f8152815193849201905e01015f815203601f198101845283610ac4565b805160808103610f61575060208151910120610f2f6080610e54565b610f3c6040519182610ac4565b60808152610f4a6080610e54565b602082019190601f19013683375190201461057757565b63b0c7b2f160e01b5f52608060045260245260445ffd97314bf7062ee3e521ff1ee9d11a4516d5ccd8a48d7656f8cf01803b9aabd2ec61032080604052346102dc576114f9803803809161001d8285610329565b83398101906020818303126102dc578051906001600160401b0382116102dc57016080818303126102dc5760405190608082016001600160401b03811183821017610315576040528051825260208101516001600160401b0381116102dc5783610088918301610367565b6020830190815260408201519091906001600160401b0381116102dc57846100b1918301610367565b6040840190815260608201519094906001600160401b0381116102dc576100d89201610367565b91606081019283528051156103065781518051608081036102ef575080516020820120610105608061034c565b6101126040519182610329565b60808152610120608061034c565b602082019190601f1901368337519020146102e05761014161014691610464565b610493565b5061015184516103e8565b61015b83516103e8565b51608052516080818051810103126102dc576101d8928160206101a893015190604081015190608060608201519101516101005260e05260c05260a05251602080825183010191016103ad565b610200526101e0526101c0526101a0526101805261016052610140526101205251602080825183010191016103ad565b610300526102e0526102c0526102a05261028052610260526102405261022052604051610f78908161058182396080518181816101ce0152610a19015260a05181610b18015260c05181610b3e015260e05181610b6401526101005181610b8a01526101205181610bc601526101405181610bec01526101605181610c1401526101805181610c3a01526101a05181610c6001526101c05181610c8601526101e05181610cac01526102005181610cd201526102205181610d1501526102405181610d3b01526102605181610d6301526102805181610d8901526102a05181610daf01526102c05181610dd501526102e05181610dfb01526103005181610e210152f35b5f80fd5b630319c36760e61b5f5260045ffd5b63b0c7b2f160e01b5f52608060045260245260445ffd5b631a34ea7360e31b5f5260045ffd5b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b0382119082101761031557604052565b6001600160401b03811161031557601f01601f191660200190565b81601f820112156102dc5780519061037e8261034c565b9261038c6040519485610329565b828452602083830101116102dc57815f9260208093018386015e8301015290565b9190826101009103126102dc5781519160208101519160408201519160608101519160808201519160a08101519160e060c083015192015190565b8051610100810361044c57508051602082012061040661010061034c565b6104136040519182610329565b610100815261042361010061034c565b602082019190601f1901368337519020146102e05761044461044991610464565b610509565b50565b63b0c7b2f160e01b5f5261010060045260245260445ffd5b9061049160208080946040519581879251918291018484015e810160018382015203018085520183610329565b565b5f8091602081519101600c5afa3d15610501573d906104b18261034c565b916104bf6040519384610329565b82523d5f602084013e5b156104ee5760808151036104da5790565b63fa39736960e01b5f52600c60045260245ffd5b622c973160e31b5f52600c60045260245ffd5b6060906104c9565b5f8091602081519101600e5afa3d15610578573d906105278261034c565b916105356040519384610329565b82523d5f602084013e5b15610565576101008151036105515790565b63fa39736960e01b5f52600e60045260245ffd5b622c973160e31b5f52600e60045260245ffd5b60609061053f56fe60806040526004361015610011575f80fd5b5f3560e01c8063205c9cc714610a57578063372fa48e14610a3c57806352a82b6514610a02578063777880b0146109d3578063885eecd3146105b75763c7e23aaf1461005b575f80fd5b346104e65760a03660031901126104e65760043573ffffffffffffffffffffffffffffffffffffffff811681036104e65760443567ffffffffffffffff81116104e6576100ac903690600401610a96565b9060643567ffffffffffffffff81116104e6576100cd903690600401610a96565b60849291923567ffffffffffffffff81116104e6576100f0903690600401610a96565b929094610106610101368385610e70565b610f13565b610114610101368588610e70565b61011f368588610e70565b8051610100810361059f57506020815191012061013d610100610e54565b61014a6040519182610ac4565b610100815261015a610100610e54565b602082019190601f190136833751902014610577575f806102796fffffffffffffffffffffffffffffffff60409a60208c61019781519182610ac4565b601a815201907f5457494e5345414c2d4d494253432d424c5331323338312d563100000000000082528c5190601a6020830193845e7f0000000000000000000000000000000000000000000000000000000000000000603a83015246605a83015260601b6bffffffffffffffffffffffff1916607a820152606e815261021e608e82610ac4565b51902061022c368a8d610e70565b602081519101206102688d8080518094602082019687528b8d848401378b82019060243584830152606082015203016020810184520182610ac4565b51902016610274610b13565b610ea6565b602081519101600c5afa913d1561056f573d9261029584610e54565b936102a28a519586610ac4565b84523d5f602086013e5b1561055c576080835103610548575f9283926102d2926102cd913691610e70565b610ed5565b602081519101600b5afa933d15610540573d946102ee86610e54565b956102fb88519788610ac4565b86523d5f602088013e5b1561052d5760808551036105195784866020938461043d61048c956104355f9b9a8c9b506101209561033988519788610ac4565b61010087527fc6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8868801986f024aa2b2f08f0a91260805272dc510518a528801526f13e02b6052719f607dacd3a088274f6560608801527f596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e60808801526f0d1b3cc2c7027888be51d9ef691d77bc60a08801527fb679afda66c73f17f9ee3837a55024f78c71363275a75d75d86bab79f74782aa60c08801526f13fa4d4a0ad8b1ce186ed5061789213d60e08801527f993923066dddaf1040bc3ff59f825c78df74f2d75467e25e0f55f8a00fa030ed6101008801523691610e70565b983691610e70565b93818b51978896818089019b8051918291018d5e8801908282018d8152815193849201905e010190898252805192839101825e0190878252518092825e0185815203601f198101835282610ac4565b5190600f5afa903d15610511573d916104a483610e54565b926104b183519485610ac4565b83523d5f602085013e5b156104fe5760208251036104ea576020828051810103126104e6576001602080930151149051908152f35b5f80fd5b63fa39736960e01b5f52600f60045260245ffd5b622c973160e31b5f52600f60045260245ffd5b6060916104bb565b63fa39736960e01b5f52600b60045260245ffd5b622c973160e31b5f52600b60045260245ffd5b606094610305565b63fa39736960e01b5f52600c60045260245ffd5b622c973160e31b5f52600c60045260245ffd5b6060926102ac565b7fc670d9c0000000000000000000000000000000000000000000000000000000005f5260045ffd5b63b0c7b2f160e01b5f5261010060045260245260445ffd5b346104e65760203660031901126104e65760043567ffffffffffffffff81116104e6576105e8903690600401610a96565b9060409160205f6106318551946105ff8787610ac4565b60108652838601947f5457494e5345414c2d56312d5349474e0000000000000000000000000000000086523691610e70565b9351936106826001848851888199838301998a5e7fff000000000000000000000000000000000000000000000000000000000000008183019160f81b16838201520301601e19810188520186610ac4565b85516106ef60038260608780830196888852888d8501528051918291018385015e82017e30000000000000000000000000000000000000000000000000000000000000828201528760628201528a5190818b606383015e010186838201520301601f198101835282610ac4565b8651918291518091835e8101838152039060025afa156109c9575f519060205f8551828101908582527f010000000000000000000000000000000000000000000000000000000000000088820152610766602182868a51808a604185015e820101828101878152500301601f198101835282610ac4565b8751918291518091835e8101838152039060025afa156109bf576020915f916107e160218451968689519485928a838501981888527f02000000000000000000000000000000000000000000000000000000000000008c850152518091604185015e820101828101878152500301601f198101835282610ac4565b8551918291518091835e8101838152039060025afa156109b5577f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000190817001000000000000000000000000000000005f5160801c920908801561092f57610846610d0f565b5f8061085484610274610bc0565b602081519101600e5afa3d156109ad573d9061086f82610e54565b9161087c86519384610ac4565b82523d5f602084013e5b1561099a57610100815103610986575f9182916108a291610ed5565b602081519101600d5afa3d1561097e573d906108bd82610e54565b916108ca85519384610ac4565b82523d5f602084013e5b1561096b57610100815103610957578051602082012061012084516108f98282610ac4565b61010081526020810191601f19013683375190201461092f5761092b9083519384938452806020850152830190610a72565b0390f35b7f22da09da000000000000000000000000000000000000000000000000000000005f5260045ffd5b63fa39736960e01b5f52600d60045260245ffd5b622c973160e31b5f52600d60045260245ffd5b6060906108d4565b63fa39736960e01b5f52600e60045260245ffd5b622c973160e31b5f52600e60045260245ffd5b606090610886565b50513d5f823e3d90fd5b83513d5f823e3d90fd5b82513d5f823e3d90fd5b346104e6575f3660031901126104e65761092b6109ee610d0f565b604051918291602083526020830190610a72565b346104e6575f3660031901126104e65760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346104e6575f3660031901126104e65761092b6109ee610bc0565b346104e6575f3660031901126104e65761092b6109ee610b13565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b9181601f840112156104e65782359167ffffffffffffffff83116104e657602083818601950101116104e657565b90601f8019910116810190811067ffffffffffffffff821117610ae657604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b6040517f000000000000000000000000000000000000000000000000000000000000000060208201527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201527f0000000000000000000000000000000000000000000000000000000000000000608082015260808152610bbd60a082610ac4565b90565b604080517f000000000000000000000000000000000000000000000000000000000000000060208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201527f000000000000000000000000000000000000000000000000000000000000000060808201527f000000000000000000000000000000000000000000000000000000000000000060a08201527f000000000000000000000000000000000000000000000000000000000000000060c08201527f000000000000000000000000000000000000000000000000000000000000000060e08201527f0000000000000000000000000000000000000000000000000000000000000000610100820152610bbd8161012081015b03601f198101835282610ac4565b604080517f000000000000000000000000000000000000000000000000000000000000000060208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201527f000000000000000000000000000000000000000000000000000000000000000060808201527f000000000000000000000000000000000000000000000000000000000000000060a08201527f000000000000000000000000000000000000000000000000000000000000000060c08201527f000000000000000000000000000000000000000000000000000000000000000060e08201527f0000000000000000000000000000000000000000000000000000000000000000610100820152610bbd816101208101610d01565b67ffffffffffffffff8111610ae657601f01601f191660200190565b929192610e7c82610e54565b91610e8a6040519384610ac4565b8294818452818301116104e6578281602093845f960137010152565b602080610ed3928195946040519682889351918291018585015e8201908382015203018085520183610ac4565b565b610ed3906020808095946040519684889551918291018487015e8401908282015f8152815193849201905e01015f815203601f198101845283610ac4565b805160808103610f61575060208151910120610f2f6080610e54565b610f3c6040519182610ac4565b60808152610f4a6080610e54565b602082019190601f19013683375190201461057757565b63b0c7b2f160e01b5f52608060045260245260445ffd724ed6f29c0bc4c7dfdf9502bc405da944f43634ebefd694b687a614671c2719' as const;
