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

export const authorizedHospitalsBytecode = '0x60808060405234610868576167fe803803809161001c8285610d15565b83398101906060818303126108685780516001600160401b0381116108685781019180601f84011215610868578251926001600160401b038411610a50578360051b6040519461006f6020830187610d15565b8552602080860191830101918383116108685760208101915b838310610c41575050505060208201519060ff821692838303610868576040810151906001600160401b038211610868570160808183031261086857604051936100d185610cfa565b8151855260208201516001600160401b03811161086857836100f4918401610d53565b6020860190815260408301519092906001600160401b038111610868578461011d918301610d53565b6040870190815260608201519094906001600160401b038111610868576101449201610d53565b9360608601948552865115610c3257603382108015610c28575b610c15575f805460ff60f01b191660f09290921b60ff60f01b169190911790556040519081527fd6ecd940f5784ceceeeb048268900f819851986dbe41c49f6e754b988868df8790602090a1604051926114f991828501906001600160401b03821186831017610a505785946101f761020a9261021e966152e589396020855289516020860152516080604086015260a0850190610d97565b9051838203601f19016060850152610d97565b9151906080601f1982850301910152610d97565b03905ff0801561086c575f546001600160a01b0391909116906001600160a01b03198116821760a01c61ffff90811660010191908211610c01576001600160b01b031916821760a091821b61ffff60a01b16175f81815590821c61ffff908116825260066020908152604080842080546001600160a01b0319166001600160a01b03978816179055925495518351908152948616908501529184901c909116917f59727f1bf7c2028d5d8b7589d60a6c0e9f7fa96aead034e7c33d53c59cc5f3ff9190a263ffffffff60d01b1916600160d01b175f9081555b8151811015610bf25760208160051b83010151906103158251610df3565b6040516103676040826020808201957f657c06df711503dd933fe92059d093fc525f75ad6771f1e818d7c58afad3fc8b87528051918291018484015e81015f838201520301601f198101835282610d15565b519020805f52600460205260405f20926002840190815460ff8160c01c166004811015610bde5780610b9157506003546101008114610b7c5760ff60c81b1990911660c89190911b60ff60c81b161782558051805160038701916001600160401b038211610a505781906103db8454610dbb565b601f8111610b23575b50602090601f8311600114610ac0575f92610ab5575b50508160011b915f199060031b1c19161790555b60035468010000000000000000811015610a50576001810180600355811015610aa15760035f527fc2575a0e9e593c00f959f8c92f12db2869c3395a3b0502d05e2516446f71f85b018390555b815460208201805164ffffffffff60a01b1990921660a09290921b63ffffffff60a01b1691909117600160c01b1783556040820180519193909290916001600160a01b03168015610a9257805f52600560205260405f205480610a7c575082546001600160a01b0319166001600160a01b0382161783555f90815260056020526040902085905560608101805180519193916101008111610a645750805160048a01916001600160401b038211610a505781906105188454610dbb565b601f81116109f7575b50602090601f8311600114610994575f92610989575b50508160011b915f199060031b1c19161790555b60018060a01b035f541660038901604051905f9080549061056b82610dbb565b80855291600181169081156109625750600114610929575b5050906105958161059a930382610d15565b610df3565b9082549163ffffffff8360a01c16908115801561091c575b610909578192825f937a184f03e93ff9f4daa797ed6e38ed64bf6a1f0100000000000000008110156108de575b50806d04ee2d6d415b85acef8100000000600a9210156108c3575b662386f26fc100008110156108af575b6305f5e10081101561089e575b61271081101561088f575b6064811015610881575b1015610877575b6001830193600a602161065e61064888610d38565b97610656604051998a610d15565b808952610d38565b602088019690601f19013688378701015b5f1901916f181899199a1a9b1b9c1cb0b131b232b360811b8282061a83530490811561069d57600a9061066f565b5050610707600461072a9560245f968651928051906020604051998a9663ffffffff60e01b9060e01b16828801528051918291018688015e85019163ffffffff60e01b9060e01b1684830152518092602883015e010186838201520301601f198101845283610d15565b604051808095819463885eecd360e01b8352602060048401526024830190610d97565b03915afa90811561086c575f905f926107e6575b506107dd94600160ff6107c099968e96839f9663ffffffff96855f5160206167de5f395f51905f529f9d99015560208151910120885561ffff60d01b5f5460301b169061ffff60d01b19161780915560c81c161b6002541760025551955116928a8060a01b03905116915490519160405196879660a0885260a0880190610d97565b936020870152604086015260608501528382036080850152610d97565b0390a2016102f7565b9a92969397959150503d805f8c3e6107fe818c610d15565b8a01996040818c031261086857805160208201519b9095906001600160401b038d116108685760ff5f5160206167de5f395f51905f529a6107c09a60019f99600194610854906107dd9c63ffffffff9901610d53565b979b9d509550969e5096995050509461073e565b5f80fd5b6040513d5f823e3d90fd5b9160010191610633565b60646002910494019361062c565b61271060049104940193610622565b6305f5e10060089104940193610617565b662386f26fc100006010910494019361060a565b6d04ee2d6d415b85acef8100000000602091049401936105fa565b604094507a184f03e93ff9f4daa797ed6e38ed64bf6a1f01000000000000000090049050600a6105df565b5063ce8536c760e01b5f5260045260245ffd5b50633b9ac9ff82116105b2565b5f908152602081209092505b81831061094c575050810160200161059582610583565b6001816020925483868801015201920191610935565b60ff191660208087019190915292151560051b850190920192506105959150839050610583565b015190505f80610537565b5f8581528281209350601f198516905b8181106109df57509084600195949392106109c7575b505050811b01905561054b565b01515f1960f88460031b161c191690555f80806109ba565b929360206001819287860151815501950193016109a4565b8281111561052157909150835f5260205f20601f840160051c9060208510610a48575b849392601f0160051c82900391015f5b828110610a38575050610521565b5f81830155859450600101610a2a565b5f9150610a1a565b634e487b7160e01b5f52604160045260245ffd5b63f367f52960e01b5f5261010060045260245260445ffd5b90638623f07360e01b5f5260045260245260445ffd5b63133f498d60e31b5f5260045ffd5b634e487b7160e01b5f52603260045260245ffd5b015190505f806103fa565b5f8581528281209350601f198516905b818110610b0b5750908460019594939210610af3575b505050811b01905561040e565b01515f1960f88460031b161c191690555f8080610ae6565b92936020600181928786015181550195019301610ad0565b828111156103e457909150835f5260205f20601f840160051c9060208510610b74575b849392601f0160051c82900391015f5b828110610b645750506103e4565b5f81830155859450600101610b56565b5f9150610b46565b63057502dd60e41b5f5261010060045260245ffd5b600303610bcc5763ffffffff806020840151169160a01c1680821115610bb857505061045b565b6232ab6b60e01b5f5260045260245260445ffd5b836248616960e21b5f5260045260245ffd5b634e487b7160e01b5f52602160045260245ffd5b60405161439d9081610f488239f35b634e487b7160e01b5f52601160045260245ffd5b5063f45c0df960e01b5f5260045260245ffd5b506064821161015e565b631f512cfd60e21b5f5260045ffd5b82516001600160401b038111610868578201906080828703601f1901126108685760405190610c6f82610cfa565b60208301516001600160401b03811161086857876020610c9192860101610d53565b8252604083015163ffffffff8116810361086857602083015260608301516001600160a01b03811681036108685760408301526080830151916001600160401b03831161086857610cea88602080969581960101610d53565b6060820152815201920191610088565b608081019081106001600160401b03821117610a5057604052565b601f909101601f19168101906001600160401b03821190821017610a5057604052565b6001600160401b038111610a5057601f01601f191660200190565b81601f8201121561086857602081519101610d6d82610d38565b92610d7b6040519485610d15565b8284528282011161086857815f926020928386015e8301015290565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b90600182811c92168015610de9575b6020831014610dd557565b634e487b7160e01b5f52602260045260245ffd5b91607f1691610dca565b80518015908115610f3c575b50610f17575f5b8151811015610ed457818101602001517fff0000000000000000000000000000000000000000000000000000000000000016606160f81b81101580610ec6575b8015610ea9575b159081610e88575b50610e6257600101610e06565b604051633d4ad15b60e21b81526020600482015280610e846024820185610d97565b0390fd5b821515915081610e9b575b50155f610e55565b602d60f81b1490505f610e93565b50600360fc1b8110801590610e4d5750603960f81b811115610e4d565b50603d60f91b811115610e46565b50610f146029602092604051938491683437b9b834ba30b61d60b91b828401528051918291018484015e81015f838201520301601f198101835282610d15565b90565b604051633d4ad15b60e21b815260206004820152908190610e84906024830190610d97565b603f9150115f610dff56fe6080806040526004361015610012575f80fd5b5f3560e01c90816303dd5157146120725750806309860b5114611f8b5780630cf1e06914611e0c5780630de7514914611de957806315928d3014611c675780631721952214611c42578063192b820914611bee5780632f53a86814611a3d5780633984d401146119875780633d9bd8ab146118885780634330ca73146117235780634a62fb05146116e857806358c7da5d146115975780635c36901c146115575780635c99695a14611200578063692796d014610c145780638903573014610bef57806389fba00d14610bb0578063a53a1adf14610b62578063b07c4b0314610a32578063b10e41721461088c578063bc5c9da91461086f578063bf7c213114610812578063d03fb79a1461073b578063d2b4678b146106f3578063d406cf7014610564578063d604c77214610482578063f2871feb1461045d578063fb9e1a2c146101a25763fd2b7ac114610166575f80fd5b3461019e57602036600319011261019e57602063ffffffff61018e610189612299565b612518565b90549060031b1c16604051908152f35b5f80fd5b3461019e57608036600319011261019e5760043560243563ffffffff81169081810361019e57604435906001600160a01b0382169182810361019e5761021060405186602082015285604082015284606082015260608152610205608082612207565b6064359060046123ae565b805f52602860205260ff60405f20541661044b57335f52600560205260405f20545f52600460205260405f2060ff600282015460c01c1660048110156103f55760011461043b575b50805f52602760205261027260405f205460025416612612565b61027a61263e565b90818110610409575050805f52602860205260405f20600160ff198254161790555f51602061437d5f395f51905f525f80a2845f52600460205260405f20916002830191825460ff8160c01c1660048110156103f5576001811415806103ea575b6103ce575063ffffffff8160a01c16808811156103b85750606095936103717f353b744bfadca6daec725abfabea353a827c58f1177b58d3d33162054cf17610989694610384946001600160a01b0360ff951690818903610399575b505082547fffffffffffffffff00000000ffffffffffffffffffffffffffffffffffffffff1660a09190911b63ffffffff60a01b16178255565b61037a84612674565b5460c81c16612c11565b549060405192835260208301526040820152a2005b6103b1915f5260056020525f6040812055878d612b68565b8b80610337565b87906232ab6b60e01b5f5260045260245260445ffd5b6103e5908963e1f73d0f60e01b5f5260045261230b565b60445ffd5b5060028114156102db565b634e487b7160e01b5f52602160045260245ffd5b827fc1199ca2000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b61044590826125b4565b86610258565b6301124a1560e51b5f5260045260245ffd5b3461019e575f36600319011261019e57602063ffffffff5f5460b01c16604051908152f35b3461019e57604036600319011261019e5760043560243567ffffffffffffffff811161019e576104b690369060040161217c565b90335f5260056020528260405f20541480159061055c575b610530577fe5467665b9da704dfc5e7cd14fbd86d4f5f6c9aa0fe68bd41ab33ec68a8ad51591835f52600460205261051460405f2061050e368486612245565b90612a19565b61052b60405192839260208452602084019161234a565b0390a2005b7fd7affc5a000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b5082156104ce565b3461019e57602036600319011261019e57604051610581816121ea565b5f8152602081015f9052604081015f9052606081015f9052608081015f905260a081015f905260c081015f905260e081016060905261010001606090526004355f52600460205260405f206040516105d8816121ea565b815481526001820154916020820192835260028101549060408301916001600160a01b0381168352606084018160a01c63ffffffff168152608085018260c01c60ff166106259082612434565b60a08601918360c81c60ff16835260c087019360d01c61ffff1684526003850161064e90612478565b9460e0880195865260040161066290612478565b95610100880196875260405198899860208a525160208a0152516040890152516001600160a01b031660608801525163ffffffff1660808701525160a086016106aa91612319565b5160ff1660c08501525161ffff1660e0840152516101008301610120905261014083016106d691612326565b9051828203601f19016101208401526106ef9190612326565b0390f35b3461019e57602036600319011261019e576004355f52600460205260406002815f2001546107398251916001600160a01b038116835260ff602084019160c01c16612319565bf35b3461019e57602036600319011261019e57600435805f52600460205260405f2060028101805460ff8160c01c1660048110156103f557156107fb5761ffff805f5460a01c169160d01c16146107cf578161ffff6040926107bb7f4ae8c52923c9594ed21ff4c27aebbd65d361be64daa49fb4962b57ef2b962c2095612674565b5460d01c16905482519182526020820152a2005b827ff63770d4000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b8363e1f73d0f60e01b5f526004525f60245260445ffd5b3461019e57602036600319011261019e576060600435805f52602760205261084160405f205460025416612612565b9061084a61263e565b905f52602860205260ff60405f20541690604051928352602083015215156040820152f35b3461019e575f36600319011261019e57602060405162093a808152f35b3461019e576108bf61089d366122a9565b604092919251836020820152602081526108b8604082612207565b60036123ae565b805f52602860205260ff60405f20541661044b57335f52600560205260405f20545f52600460205260405f2060ff600282015460c01c1660048110156103f557600114610a22575b50805f52602760205261092160405f205460025416612612565b61092961263e565b90818110610409575050805f52602860205260405f20600160ff198254161790555f51602061437d5f395f51905f525f80a2805f526004602052600260405f200160ff815460c01c1660048110156103f557600181141580610a17575b610a00575060ff6109da91780300000000000000000000000000000000000000000000000060ff60c01b198254161781556001600160a01b038154165f5260056020525f60408120555460c81c168261256a565b7fb0cd11f169c1d181640f067caa826d7bcfa52755683064bd74c158ee1c4ffbcb5f80a2005b6103e5908363e1f73d0f60e01b5f5260045261230b565b506002811415610986565b610a2c90826125b4565b82610907565b3461019e57602036600319011261019e5760405161010081019080821067ffffffffffffffff831117610b4e57610100916040525f815263ffffffff602082015f815281604084015f81526001600160a01b03606086015f8152608087015f815260a08801915f83528560c08a01955f875260ff60e08c01995f8b526004355f526004602052838d60405f20610ad3600282015492868460c01c1690612434565b848260c81c168452828260a01c1686525487525f549061ffff808360a01c169160d01c161488528981168952818160b01c168b5260d01c168b52610b1b604051809e51612319565b511660208c0152511660408a01525160608901525115156080880152511660a0860152511660c0840152511660e0820152f35b634e487b7160e01b5f52604160045260245ffd5b3461019e57602036600319011261019e57600435610b7e612534565b815f52602860205260ff60405f205416610b9d57610b9b916125b4565b005b506301124a1560e51b5f5260045260245ffd5b3461019e57602036600319011261019e5760043561ffff811680910361019e575f52600660205260206001600160a01b0360405f205416604051908152f35b3461019e575f36600319011261019e5760206001600160a01b035f5416604051908152f35b3461019e57610c22366122d3565b9060405191602080840152610c4b610c3a8380612402565b6080604087015260c086019161234a565b91610cc0602082019263ffffffff610c62856121bd565b16606087015260408301956001600160a01b03610c7e886122bf565b166080820152610cba81610cac6060870198610c9a8a89612402565b848303603f190160a08601529061234a565b03601f198101835282612207565b5f6123ae565b805f52602860205260ff60405f20541661044b57335f52600560205260405f20545f52600460205260405f2060ff600282015460c01c1660048110156103f5576001146111f0575b50805f526027602052610d2260405f205460025416612612565b610d2a61263e565b90818110610409575050805f52602860205260405f20600160ff198254161790555f51602061437d5f395f51905f525f80a260808136031261019e5760405191610d73836121ce565b813567ffffffffffffffff811161019e57610dac91610d98610d9f923690860161227b565b85526121bd565b94602084019586526122bf565b9260408301938452359067ffffffffffffffff821161019e57610dd19136910161227b565b9060608101918252610de38151612c92565b604051610e356040826020808201957f657c06df711503dd933fe92059d093fc525f75ad6771f1e818d7c58afad3fc8b87528051918291018484015e81015f838201520301601f198101835282612207565b51902092835f52600460205260405f20946002860192835460ff8160c01c1660048110156103f557806111395750600354610100811461110b5779ff000000000000000000000000000000000000000000000000007fffffffffffff00ffffffffffffffffffffffffffffffffffffffffffffffffff9160c81b1691161784558051600388019080519067ffffffffffffffff8211610b4e578190610eda8454612440565b601f81116110b2575b50602090601f831160011461104f575f92611044575b50508160011b915f199060031b1c19161790555b6003549268010000000000000000841015610b4e5760209787966001600160a01b0363ffffffff61103995600160ff7f724ed6f29c0bc4c7dfdf9502bc405da944f43634ebefd694b687a614671c27199b610fdc8e610fd18761101d9f8f908089610f7b920160035561236a565b81549060031b9086821b915f19901b19161790555b855490517fffffffffffffff0000000000ffffffffffffffffffffffffffffffffffffffff909116911660a01b63ffffffff60a01b1617600160c01b178455565b89888c511691612b68565b610fe7875189612a19565b610ff088612674565b5460c81c161b6002541760025551965116935116915490519160405196879660a0885260a0880190612326565b938b870152604086015260608501528382036080850152612326565b0390a2604051908152f35b015190508a80610ef9565b5f8581528281209350601f198516905b81811061109a5750908460019594939210611082575b505050811b019055610f0d565b01515f1960f88460031b161c191690558a8080611075565b9293602060018192878601518155019501930161105f565b82811115610ee357909150835f5260205f20601f840160051c9060208510611103575b849392601f0160051c82900391015f5b8281106110f3575050610ee3565b5f818301558594506001016110e5565b5f91506110d5565b7f57502dd0000000000000000000000000000000000000000000000000000000005f5261010060045260245ffd5b92979395939491926003036111c45763ffffffff808951169160a01c16808211156111b057505085947f724ed6f29c0bc4c7dfdf9502bc405da944f43634ebefd694b687a614671c27199461101d946001600160a01b0363ffffffff8b96600160ff6110399860209f8e610fd187610fdc93610f90565b6232ab6b60e01b5f5260045260245260445ffd5b867f012185a4000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6111fa90826125b4565b85610d08565b3461019e5761120e366122d3565b604051602080820152823592836040830152602081016112886112456112348385612402565b6080606088015260c087019161234a565b9461126a60408501966112588887612402565b888303603f190160808a01529061234a565b9461128181610cac6060880198610c9a8a8a612402565b60056123ae565b805f52602860205260ff60405f20541661044b57335f52600560205260405f20545f52600460205260405f2060ff600282015460c01c1660048110156103f557600114611547575b50805f5260276020526112ea60405f205460025416612612565b6112f261263e565b90818110610409575050805f52602860205260405f20600160ff198254161790555f51602061437d5f395f51905f525f80a260808236031261019e576040519461133b866121ce565b85523567ffffffffffffffff811161019e5761135a903690830161227b565b92602085019384523567ffffffffffffffff811161019e5761137f903690830161227b565b9160408501928352359067ffffffffffffffff821161019e576113a49136910161227b565b9160608401928352604051926114f9918285019085821067ffffffffffffffff831117610b4e5785946113fa61140d9261142196612e8489396020855289516020860152516080604086015260a0850190612326565b9051838203601f19016060850152612326565b9151906080601f1982850301910152612326565b03905ff0801561153c576001600160a01b03165f54600161ffff8373ffffffffffffffffffffffffffffffffffffffff1984161760a01c16019061ffff821161152857827fffffffffffffffffffff0000000000000000000000000000000000000000000075ffff000000000000000000000000000000000000000061ffff9460a01b1692161717805f5560a01c165f5260066020526001600160a01b0360405f20911673ffffffffffffffffffffffffffffffffffffffff198254161790557f59727f1bf7c2028d5d8b7589d60a6c0e9f7fa96aead034e7c33d53c59cc5f3ff604061ffff5f5493519382519485526001600160a01b038116602086015260a01c1692a2005b634e487b7160e01b5f52601160045260245ffd5b6040513d5f823e3d90fd5b61155190826125b4565b866112d0565b3461019e57602036600319011261019e576004355f52600460205260ff600260405f20015460c01c1660048110156103f557602090600160405191148152f35b3461019e576115ca6115a8366122a9565b604092919251836020820152602081526115c3604082612207565b60026123ae565b805f52602860205260ff60405f20541661044b57335f52600560205260405f20545f52600460205260405f2060ff600282015460c01c1660048110156103f5576001146116d8575b50805f52602760205261162c60405f205460025416612612565b61163461263e565b90818110610409575050805f52602860205260405f20600160ff198254161790555f51602061437d5f395f51905f525f80a2805f526004602052600260405f200160ff815460c01c1660048110156103f55760028103610a00575060ff600191600160c01b60ff60c01b198254161781555460c81c161b600254176002557f432aaf9043aaff3d8dbad54c21dd944889f56a5c0f840bd1b94cbf4c6bbc47355f80a2005b6116e290826125b4565b82611612565b3461019e57602036600319011261019e576004356001600160a01b03811680910361019e575f526005602052602060405f2054604051908152f35b3461019e57611756611734366122a9565b6040929192518360208201526020815261174f604082612207565b60016123ae565b805f52602860205260ff60405f20541661044b57335f52600560205260405f20545f52600460205260405f2060ff600282015460c01c1660048110156103f557600114611878575b50805f5260276020526117b860405f205460025416612612565b6117c061263e565b90818110610409575050805f52602860205260405f20600160ff198254161790555f51602061437d5f395f51905f525f80a2805f526004602052600260405f200160ff815460c01c1660048110156103f55760018103610a00575060ff61185291780200000000000000000000000000000000000000000000000060ff60c01b198254161781555460c81c168261256a565b7f69d38948dbc3c4d850205c134d1f983ea05755246e704ec807969c87673379ba5f80a2005b61188290826125b4565b8261179e565b3461019e575f36600319011261019e5760015464ffffffffff81168015801561197e575b61194f575064ffffffffff19166001557f966132dd05b675fa8966310dd09d7839f46fc2ee4a85d43072ca27139da4800960205f547fffff00000000ffffffffffffffffffffffffffffffffffffffffffffffffffff7dffffffff000000000000000000000000000000000000000000000000000061193363ffffffff8460d01c16612396565b60d01b16911617805f5563ffffffff6040519160d01c168152a1005b7fbf062b00000000000000000000000000000000000000000000000000000000005f526004524260245260445ffd5b508042106118ac565b3461019e575f36600319011261019e576040518060206003549283815201809260035f527fc2575a0e9e593c00f959f8c92f12db2869c3395a3b0502d05e2516446f71f85b905f5b818110611a2757505050816119e5910382612207565b604051918291602083019060208452518091526040830191905f5b818110611a0e575050500390f35b8251845285945060209384019390920191600101611a00565b82548452602090930192600192830192016119cf565b3461019e57604036600319011261019e57611a56612299565b60405190611a8260ff82169283602082015260208152611a77604082612207565b6024359060066123ae565b805f52602860205260ff60405f20541661044b57335f52600560205260405f20545f52600460205260405f2060ff600282015460c01c1660048110156103f557600114611bde575b50805f526027602052611ae460405f205460025416612612565b611aec61263e565b90818110610409575050805f52602860205260405f20600160ff198254161790555f51602061437d5f395f51905f525f80a2603382108015611bd4575b611ba8577fd6ecd940f5784ceceeeb048268900f819851986dbe41c49f6e754b988868df87916020917fff00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7eff0000000000000000000000000000000000000000000000000000000000005f549260f01b169116175f55604051908152a1005b507ff45c0df9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5060648211611b29565b611be890826125b4565b83611aca565b3461019e57606036600319011261019e57600435600a81101561019e5760243567ffffffffffffffff811161019e57602091611c31611c3a92369060040161227b565b604435916123ae565b604051908152f35b3461019e575f36600319011261019e57602063ffffffff5f5460d01c16604051908152f35b3461019e57604036600319011261019e57611c806121aa565b611cae63ffffffff60405192169182602082015260208152611ca3604082612207565b6024359060086123ae565b805f52602860205260ff60405f20541661044b57335f52600560205260405f20545f52600460205260405f2060ff600282015460c01c1660048110156103f557600114611dd9575b50805f526027602052611d1060405f205460025416612612565b611d1861263e565b90818110610409575050805f52602860205260405f20600160ff198254161790555f51602061437d5f395f51905f525f80a260015464ffffffffff8116158015611dbb575b611d9a5764ffffffffff19166001556040519081527f0d280b5aa9d435b0c2e497f470a70e8627fd11f31deddf76d166ead05411bc4790602090a1005b5063ffffffff5f5460d01c16635be98cbf60e01b5f5260045260245260445ffd5b5063ffffffff611dd0815f5460d01c16612396565b16821415611d5d565b611de390826125b4565b82611cf6565b3461019e575f36600319011261019e57602061ffff5f5460a01c16604051908152f35b3461019e57604036600319011261019e57611e256121aa565b611e5363ffffffff60405192169182602082015260208152611e48604082612207565b6024359060076123ae565b805f52602860205260ff60405f20541661044b57335f52600560205260405f20545f52600460205260405f2060ff600282015460c01c1660048110156103f557600114611f7b575b50805f526027602052611eb560405f205460025416612612565b611ebd61263e565b90818110610409575050805f52602860205260405f20600160ff198254161790555f51602061437d5f395f51905f525f80a263ffffffff5f5460d01c1663ffffffff611f0882612396565b168203611f66575062093a804201804211611528577fff6158c35b7f0e818d6a03164e01f33681e63231cc3b2a4554b047aff4183b8e9164ffffffffff604092168064ffffffffff19600154161760015582519182526020820152a1005b635be98cbf60e01b5f5260045260245260445ffd5b611f8590826125b4565b82611e9b565b3461019e57602036600319011261019e57600435611fa7612534565b815f52602860205260ff60405f205416610b9d5760020160ff815460c81c166001811b90835f5260276020528160405f2054161561203257506120049160ff91845f52602760205260405f20901981541690555460c81c1661236a565b90549060031b1c907f0c7de291754b5549e5c374a9b15e97ab4173d635bb3dabccbd6a47e378fa36d05f80a3005b61203c849161236a565b90549060031b1c907f198b6286000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b3461019e57604036600319011261019e576004359067ffffffffffffffff821161019e576120c481610cac6120ae6120cf95369060040161217c565b336020850152604080850152606084019161234a565b6024359060096123ae565b805f52602860205260ff60405f20541661044b57335f52600560205260405f20545f52600460205260405f2060ff600282015460c01c1660048110156103f55760011461216c575b50805f52602760205261213160405f205460025416612612565b61213961263e565b908181106104095782805f52602860205260405f20600160ff198254161790555f51602061437d5f395f51905f525f80a2005b61217690826125b4565b81612117565b9181601f8401121561019e5782359167ffffffffffffffff831161019e576020838186019501011161019e57565b6004359063ffffffff8216820361019e57565b359063ffffffff8216820361019e57565b6080810190811067ffffffffffffffff821117610b4e57604052565b610120810190811067ffffffffffffffff821117610b4e57604052565b90601f8019910116810190811067ffffffffffffffff821117610b4e57604052565b67ffffffffffffffff8111610b4e57601f01601f191660200190565b92919261225182612229565b9161225f6040519384612207565b82948184528183011161019e578281602093845f960137010152565b9080601f8301121561019e5781602061229693359101612245565b90565b6004359060ff8216820361019e57565b604090600319011261019e576004359060243590565b35906001600160a01b038216820361019e57565b604060031982011261019e576004359067ffffffffffffffff821161019e57608090829003600319011261019e576004019060243590565b60048110156103f557602452565b9060048210156103f55752565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b908060209392818452848401375f828201840152601f01601f1916010190565b6003548110156123825760035f5260205f2001905f90565b634e487b7160e01b5f52603260045260245ffd5b63ffffffff60019116019063ffffffff821161152857565b604051916020830193468552306040850152600a8310156103f5576123e884926123fc94606085015260a0608085015260c0840190612326565b9060a083015203601f198101835282612207565b51902090565b9035601e198236030181121561019e57016020813591019167ffffffffffffffff821161019e57813603831361019e57565b60048210156103f55752565b90600182811c9216801561246e575b602083101461245a57565b634e487b7160e01b5f52602260045260245ffd5b91607f169161244f565b9060405191825f82549261248b84612440565b80845293600181169081156124f657506001146124b2575b506124b092500383612207565b565b90505f9291925260205f20905f915b8183106124da5750509060206124b0928201015f6124a3565b60209193508060019154838589010152019101909184926124c1565b9050602092506124b094915060ff191682840152151560051b8201015f6124a3565b9061010082101561238257601c8260031c6007019260021b1690565b335f52600560205260405f20545f52600460205260405f209060ff600283015460c01c1660048110156103f55760010361053057565b600160ff83161b1960025416806002551561258957506124b090612c11565b7fc8d156a1000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9060ff60026125e49201600182825460c81c161b845f52602760205260405f209081541790555460c81c1661236a565b90549060031b1c907f95551ca197e6fa7e66ca23ef6f2604d7a61dc685d5ae5689353dd7feac93b6035f80a3565b90815f925b61261e5750565b915f19811461152857600101915f19810190808211611528571680612617565b612649600254612612565b60ff5f5460f01c16908181029181830414901517156115285760638101809111611528576064900490565b6001600160a01b035f541661269361268e60038401612478565b612c92565b91600281019283549263ffffffff8460a01c169081158015612a0c575b6129e0578190825f937a184f03e93ff9f4daa797ed6e38ed64bf6a1f0100000000000000008110156129b5575b50806d04ee2d6d415b85acef8100000000600a92101561299a575b662386f26fc10000811015612986575b6305f5e100811015612975575b612710811015612966575b6064811015612958575b101561294e575b6001830191600a602161275c61274686612229565b956127546040519788612207565b808752612229565b602086019690601f19013688378501015b5f1901917f30313233343536373839616263646566000000000000000000000000000000008282061a8353049081156127a857600a9061276d565b505061282360047fffffffff000000000000000000000000000000000000000000000000000000009360245f9661285f988051938860208251936040519b8c9860e01b16828901528051918291018789015e86019260e01b1684830152518092602883015e010186838201520301601f198101845283612207565b60405180809581947f885eecd3000000000000000000000000000000000000000000000000000000008352602060048401526024830190612326565b03915afa90811561153c575f905f926128cd575b5060018301556020815191012090557fffffffff0000ffffffffffffffffffffffffffffffffffffffffffffffffffff7bffff00000000000000000000000000000000000000000000000000005f5460301b169116179055565b9150503d805f833e6128df8183612207565b81019060408183031261019e5780519060208101519067ffffffffffffffff821161019e570182601f8201121561019e5780519061291c82612229565b9361292a6040519586612207565b8285526020838301011161019e57815f9260208093018387015e840101525f612873565b9160010191612731565b60646002910494019361272a565b61271060049104940193612720565b6305f5e10060089104940193612715565b662386f26fc1000060109104940193612708565b6d04ee2d6d415b85acef8100000000602091049401936126f8565b604094507a184f03e93ff9f4daa797ed6e38ed64bf6a1f01000000000000000090049050600a6126dd565b507fce8536c7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50633b9ac9ff82116126b0565b91909182516101008111612b375750600401825167ffffffffffffffff8111610b4e57612a468254612440565b601f8111612ae6575b506020601f8211600114612a8857819293945f92612a7d575b50508160011b915f199060031b1c1916179055565b015190505f80612a68565b601f19821690835f52805f20915f5b818110612ace57509583600195969710612ab6575b505050811b019055565b01515f1960f88460031b161c191690555f8080612aac565b9192602060018192868b015181550194019201612a97565b81811115612a4f57825f5260205f20601f830160051c9060208410612b2f575b81601f9101920160051c03905f5b828110612b22575050612a4f565b5f82820155600101612b14565b5f9150612b06565b7ff367f529000000000000000000000000000000000000000000000000000000005f5261010060045260245260445ffd5b916001600160a01b0316908115612be957815f52600560205260405f205480612bba57506002018173ffffffffffffffffffffffffffffffffffffffff198254161790555f52600560205260405f2055565b827f8623f073000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f99fa4c68000000000000000000000000000000000000000000000000000000005f5260045ffd5b612c745f547fffffffffffff00000000ffffffffffffffffffffffffffffffffffffffffffff79ffffffff00000000000000000000000000000000000000000000612c6463ffffffff8460b01c16612396565b60b01b1691161791825f55612518565b63ffffffff80839493549260031b9360b01c16831b921b1916179055565b80518015908115612e78575b50612e53575f5b8151811015612dff577fff0000000000000000000000000000000000000000000000000000000000000060208284010151167f610000000000000000000000000000000000000000000000000000000000000081101580612dd5575b8015612d80575b159081612d43575b50612d1d57600101612ca5565b604051633d4ad15b60e21b81526020600482015280612d3f6024820185612326565b0390fd5b821515915081612d56575b50155f612d10565b7f2d000000000000000000000000000000000000000000000000000000000000009150145f612d4e565b507f30000000000000000000000000000000000000000000000000000000000000008110158015612d0857507f3900000000000000000000000000000000000000000000000000000000000000811115612d08565b507f7a00000000000000000000000000000000000000000000000000000000000000811115612d01565b5061229660296020926040519384917f686f73706974616c3a0000000000000000000000000000000000000000000000828401528051918291018484015e81015f838201520301601f198101835282612207565b612d3f90604051918291633d4ad15b60e21b8352602060048401526024830190612326565b603f9150115f612c9e56fe61032080604052346102dc576114f9803803809161001d8285610329565b83398101906020818303126102dc578051906001600160401b0382116102dc57016080818303126102dc5760405190608082016001600160401b03811183821017610315576040528051825260208101516001600160401b0381116102dc5783610088918301610367565b6020830190815260408201519091906001600160401b0381116102dc57846100b1918301610367565b6040840190815260608201519094906001600160401b0381116102dc576100d89201610367565b91606081019283528051156103065781518051608081036102ef575080516020820120610105608061034c565b6101126040519182610329565b60808152610120608061034c565b602082019190601f1901368337519020146102e05761014161014691610464565b610493565b5061015184516103e8565b61015b83516103e8565b51608052516080818051810103126102dc576101d8928160206101a893015190604081015190608060608201519101516101005260e05260c05260a05251602080825183010191016103ad565b610200526101e0526101c0526101a0526101805261016052610140526101205251602080825183010191016103ad565b610300526102e0526102c0526102a05261028052610260526102405261022052604051610f78908161058182396080518181816101ce0152610a19015260a05181610b18015260c05181610b3e015260e05181610b6401526101005181610b8a01526101205181610bc601526101405181610bec01526101605181610c1401526101805181610c3a01526101a05181610c6001526101c05181610c8601526101e05181610cac01526102005181610cd201526102205181610d1501526102405181610d3b01526102605181610d6301526102805181610d8901526102a05181610daf01526102c05181610dd501526102e05181610dfb01526103005181610e210152f35b5f80fd5b630319c36760e61b5f5260045ffd5b63b0c7b2f160e01b5f52608060045260245260445ffd5b631a34ea7360e31b5f5260045ffd5b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b0382119082101761031557604052565b6001600160401b03811161031557601f01601f191660200190565b81601f820112156102dc5780519061037e8261034c565b9261038c6040519485610329565b828452602083830101116102dc57815f9260208093018386015e8301015290565b9190826101009103126102dc5781519160208101519160408201519160608101519160808201519160a08101519160e060c083015192015190565b8051610100810361044c57508051602082012061040661010061034c565b6104136040519182610329565b610100815261042361010061034c565b602082019190601f1901368337519020146102e05761044461044991610464565b610509565b50565b63b0c7b2f160e01b5f5261010060045260245260445ffd5b9061049160208080946040519581879251918291018484015e810160018382015203018085520183610329565b565b5f8091602081519101600c5afa3d15610501573d906104b18261034c565b916104bf6040519384610329565b82523d5f602084013e5b156104ee5760808151036104da5790565b63fa39736960e01b5f52600c60045260245ffd5b622c973160e31b5f52600c60045260245ffd5b6060906104c9565b5f8091602081519101600e5afa3d15610578573d906105278261034c565b916105356040519384610329565b82523d5f602084013e5b15610565576101008151036105515790565b63fa39736960e01b5f52600e60045260245ffd5b622c973160e31b5f52600e60045260245ffd5b60609061053f56fe60806040526004361015610011575f80fd5b5f3560e01c8063205c9cc714610a57578063372fa48e14610a3c57806352a82b6514610a02578063777880b0146109d3578063885eecd3146105b75763c7e23aaf1461005b575f80fd5b346104e65760a03660031901126104e65760043573ffffffffffffffffffffffffffffffffffffffff811681036104e65760443567ffffffffffffffff81116104e6576100ac903690600401610a96565b9060643567ffffffffffffffff81116104e6576100cd903690600401610a96565b60849291923567ffffffffffffffff81116104e6576100f0903690600401610a96565b929094610106610101368385610e70565b610f13565b610114610101368588610e70565b61011f368588610e70565b8051610100810361059f57506020815191012061013d610100610e54565b61014a6040519182610ac4565b610100815261015a610100610e54565b602082019190601f190136833751902014610577575f806102796fffffffffffffffffffffffffffffffff60409a60208c61019781519182610ac4565b601a815201907f5457494e5345414c2d4d494253432d424c5331323338312d563100000000000082528c5190601a6020830193845e7f0000000000000000000000000000000000000000000000000000000000000000603a83015246605a83015260601b6bffffffffffffffffffffffff1916607a820152606e815261021e608e82610ac4565b51902061022c368a8d610e70565b602081519101206102688d8080518094602082019687528b8d848401378b82019060243584830152606082015203016020810184520182610ac4565b51902016610274610b13565b610ea6565b602081519101600c5afa913d1561056f573d9261029584610e54565b936102a28a519586610ac4565b84523d5f602086013e5b1561055c576080835103610548575f9283926102d2926102cd913691610e70565b610ed5565b602081519101600b5afa933d15610540573d946102ee86610e54565b956102fb88519788610ac4565b86523d5f602088013e5b1561052d5760808551036105195784866020938461043d61048c956104355f9b9a8c9b506101209561033988519788610ac4565b61010087527fc6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8868801986f024aa2b2f08f0a91260805272dc510518a528801526f13e02b6052719f607dacd3a088274f6560608801527f596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e60808801526f0d1b3cc2c7027888be51d9ef691d77bc60a08801527fb679afda66c73f17f9ee3837a55024f78c71363275a75d75d86bab79f74782aa60c08801526f13fa4d4a0ad8b1ce186ed5061789213d60e08801527f993923066dddaf1040bc3ff59f825c78df74f2d75467e25e0f55f8a00fa030ed6101008801523691610e70565b983691610e70565b93818b51978896818089019b8051918291018d5e8801908282018d8152815193849201905e010190898252805192839101825e0190878252518092825e0185815203601f198101835282610ac4565b5190600f5afa903d15610511573d916104a483610e54565b926104b183519485610ac4565b83523d5f602085013e5b156104fe5760208251036104ea576020828051810103126104e6576001602080930151149051908152f35b5f80fd5b63fa39736960e01b5f52600f60045260245ffd5b622c973160e31b5f52600f60045260245ffd5b6060916104bb565b63fa39736960e01b5f52600b60045260245ffd5b622c973160e31b5f52600b60045260245ffd5b606094610305565b63fa39736960e01b5f52600c60045260245ffd5b622c973160e31b5f52600c60045260245ffd5b6060926102ac565b7fc670d9c0000000000000000000000000000000000000000000000000000000005f5260045ffd5b63b0c7b2f160e01b5f5261010060045260245260445ffd5b346104e65760203660031901126104e65760043567ffffffffffffffff81116104e6576105e8903690600401610a96565b9060409160205f6106318551946105ff8787610ac4565b60108652838601947f5457494e5345414c2d56312d5349474e0000000000000000000000000000000086523691610e70565b9351936106826001848851888199838301998a5e7fff000000000000000000000000000000000000000000000000000000000000008183019160f81b16838201520301601e19810188520186610ac4565b85516106ef60038260608780830196888852888d8501528051918291018385015e82017e30000000000000000000000000000000000000000000000000000000000000828201528760628201528a5190818b606383015e010186838201520301601f198101835282610ac4565b8651918291518091835e8101838152039060025afa156109c9575f519060205f8551828101908582527f010000000000000000000000000000000000000000000000000000000000000088820152610766602182868a51808a604185015e820101828101878152500301601f198101835282610ac4565b8751918291518091835e8101838152039060025afa156109bf576020915f916107e160218451968689519485928a838501981888527f02000000000000000000000000000000000000000000000000000000000000008c850152518091604185015e820101828101878152500301601f198101835282610ac4565b8551918291518091835e8101838152039060025afa156109b5577f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000190817001000000000000000000000000000000005f5160801c920908801561092f57610846610d0f565b5f8061085484610274610bc0565b602081519101600e5afa3d156109ad573d9061086f82610e54565b9161087c86519384610ac4565b82523d5f602084013e5b1561099a57610100815103610986575f9182916108a291610ed5565b602081519101600d5afa3d1561097e573d906108bd82610e54565b916108ca85519384610ac4565b82523d5f602084013e5b1561096b57610100815103610957578051602082012061012084516108f98282610ac4565b61010081526020810191601f19013683375190201461092f5761092b9083519384938452806020850152830190610a72565b0390f35b7f22da09da000000000000000000000000000000000000000000000000000000005f5260045ffd5b63fa39736960e01b5f52600d60045260245ffd5b622c973160e31b5f52600d60045260245ffd5b6060906108d4565b63fa39736960e01b5f52600e60045260245ffd5b622c973160e31b5f52600e60045260245ffd5b606090610886565b50513d5f823e3d90fd5b83513d5f823e3d90fd5b82513d5f823e3d90fd5b346104e6575f3660031901126104e65761092b6109ee610d0f565b604051918291602083526020830190610a72565b346104e6575f3660031901126104e65760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346104e6575f3660031901126104e65761092b6109ee610bc0565b346104e6575f3660031901126104e65761092b6109ee610b13565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b9181601f840112156104e65782359167ffffffffffffffff83116104e657602083818601950101116104e657565b90601f8019910116810190811067ffffffffffffffff821117610ae657604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b6040517f000000000000000000000000000000000000000000000000000000000000000060208201527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201527f0000000000000000000000000000000000000000000000000000000000000000608082015260808152610bbd60a082610ac4565b90565b604080517f000000000000000000000000000000000000000000000000000000000000000060208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201527f000000000000000000000000000000000000000000000000000000000000000060808201527f000000000000000000000000000000000000000000000000000000000000000060a08201527f000000000000000000000000000000000000000000000000000000000000000060c08201527f000000000000000000000000000000000000000000000000000000000000000060e08201527f0000000000000000000000000000000000000000000000000000000000000000610100820152610bbd8161012081015b03601f198101835282610ac4565b604080517f000000000000000000000000000000000000000000000000000000000000000060208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201527f000000000000000000000000000000000000000000000000000000000000000060808201527f000000000000000000000000000000000000000000000000000000000000000060a08201527f000000000000000000000000000000000000000000000000000000000000000060c08201527f000000000000000000000000000000000000000000000000000000000000000060e08201527f0000000000000000000000000000000000000000000000000000000000000000610100820152610bbd816101208101610d01565b67ffffffffffffffff8111610ae657601f01601f191660200190565b929192610e7c82610e54565b91610e8a6040519384610ac4565b8294818452818301116104e6578281602093845f960137010152565b602080610ed3928195946040519682889351918291018585015e8201908382015203018085520183610ac4565b565b610ed3906020808095946040519684889551918291018487015e8401908282015f8152815193849201905e01015f815203601f198101845283610ac4565b805160808103610f61575060208151910120610f2f6080610e54565b610f3c6040519182610ac4565b60808152610f4a6080610e54565b602082019190601f19013683375190201461057757565b63b0c7b2f160e01b5f52608060045260245260445ffd97314bf7062ee3e521ff1ee9d11a4516d5ccd8a48d7656f8cf01803b9aabd2ec61032080604052346102dc576114f9803803809161001d8285610329565b83398101906020818303126102dc578051906001600160401b0382116102dc57016080818303126102dc5760405190608082016001600160401b03811183821017610315576040528051825260208101516001600160401b0381116102dc5783610088918301610367565b6020830190815260408201519091906001600160401b0381116102dc57846100b1918301610367565b6040840190815260608201519094906001600160401b0381116102dc576100d89201610367565b91606081019283528051156103065781518051608081036102ef575080516020820120610105608061034c565b6101126040519182610329565b60808152610120608061034c565b602082019190601f1901368337519020146102e05761014161014691610464565b610493565b5061015184516103e8565b61015b83516103e8565b51608052516080818051810103126102dc576101d8928160206101a893015190604081015190608060608201519101516101005260e05260c05260a05251602080825183010191016103ad565b610200526101e0526101c0526101a0526101805261016052610140526101205251602080825183010191016103ad565b610300526102e0526102c0526102a05261028052610260526102405261022052604051610f78908161058182396080518181816101ce0152610a19015260a05181610b18015260c05181610b3e015260e05181610b6401526101005181610b8a01526101205181610bc601526101405181610bec01526101605181610c1401526101805181610c3a01526101a05181610c6001526101c05181610c8601526101e05181610cac01526102005181610cd201526102205181610d1501526102405181610d3b01526102605181610d6301526102805181610d8901526102a05181610daf01526102c05181610dd501526102e05181610dfb01526103005181610e210152f35b5f80fd5b630319c36760e61b5f5260045ffd5b63b0c7b2f160e01b5f52608060045260245260445ffd5b631a34ea7360e31b5f5260045ffd5b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b0382119082101761031557604052565b6001600160401b03811161031557601f01601f191660200190565b81601f820112156102dc5780519061037e8261034c565b9261038c6040519485610329565b828452602083830101116102dc57815f9260208093018386015e8301015290565b9190826101009103126102dc5781519160208101519160408201519160608101519160808201519160a08101519160e060c083015192015190565b8051610100810361044c57508051602082012061040661010061034c565b6104136040519182610329565b610100815261042361010061034c565b602082019190601f1901368337519020146102e05761044461044991610464565b610509565b50565b63b0c7b2f160e01b5f5261010060045260245260445ffd5b9061049160208080946040519581879251918291018484015e810160018382015203018085520183610329565b565b5f8091602081519101600c5afa3d15610501573d906104b18261034c565b916104bf6040519384610329565b82523d5f602084013e5b156104ee5760808151036104da5790565b63fa39736960e01b5f52600c60045260245ffd5b622c973160e31b5f52600c60045260245ffd5b6060906104c9565b5f8091602081519101600e5afa3d15610578573d906105278261034c565b916105356040519384610329565b82523d5f602084013e5b15610565576101008151036105515790565b63fa39736960e01b5f52600e60045260245ffd5b622c973160e31b5f52600e60045260245ffd5b60609061053f56fe60806040526004361015610011575f80fd5b5f3560e01c8063205c9cc714610a57578063372fa48e14610a3c57806352a82b6514610a02578063777880b0146109d3578063885eecd3146105b75763c7e23aaf1461005b575f80fd5b346104e65760a03660031901126104e65760043573ffffffffffffffffffffffffffffffffffffffff811681036104e65760443567ffffffffffffffff81116104e6576100ac903690600401610a96565b9060643567ffffffffffffffff81116104e6576100cd903690600401610a96565b60849291923567ffffffffffffffff81116104e6576100f0903690600401610a96565b929094610106610101368385610e70565b610f13565b610114610101368588610e70565b61011f368588610e70565b8051610100810361059f57506020815191012061013d610100610e54565b61014a6040519182610ac4565b610100815261015a610100610e54565b602082019190601f190136833751902014610577575f806102796fffffffffffffffffffffffffffffffff60409a60208c61019781519182610ac4565b601a815201907f5457494e5345414c2d4d494253432d424c5331323338312d563100000000000082528c5190601a6020830193845e7f0000000000000000000000000000000000000000000000000000000000000000603a83015246605a83015260601b6bffffffffffffffffffffffff1916607a820152606e815261021e608e82610ac4565b51902061022c368a8d610e70565b602081519101206102688d8080518094602082019687528b8d848401378b82019060243584830152606082015203016020810184520182610ac4565b51902016610274610b13565b610ea6565b602081519101600c5afa913d1561056f573d9261029584610e54565b936102a28a519586610ac4565b84523d5f602086013e5b1561055c576080835103610548575f9283926102d2926102cd913691610e70565b610ed5565b602081519101600b5afa933d15610540573d946102ee86610e54565b956102fb88519788610ac4565b86523d5f602088013e5b1561052d5760808551036105195784866020938461043d61048c956104355f9b9a8c9b506101209561033988519788610ac4565b61010087527fc6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8868801986f024aa2b2f08f0a91260805272dc510518a528801526f13e02b6052719f607dacd3a088274f6560608801527f596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e60808801526f0d1b3cc2c7027888be51d9ef691d77bc60a08801527fb679afda66c73f17f9ee3837a55024f78c71363275a75d75d86bab79f74782aa60c08801526f13fa4d4a0ad8b1ce186ed5061789213d60e08801527f993923066dddaf1040bc3ff59f825c78df74f2d75467e25e0f55f8a00fa030ed6101008801523691610e70565b983691610e70565b93818b51978896818089019b8051918291018d5e8801908282018d8152815193849201905e010190898252805192839101825e0190878252518092825e0185815203601f198101835282610ac4565b5190600f5afa903d15610511573d916104a483610e54565b926104b183519485610ac4565b83523d5f602085013e5b156104fe5760208251036104ea576020828051810103126104e6576001602080930151149051908152f35b5f80fd5b63fa39736960e01b5f52600f60045260245ffd5b622c973160e31b5f52600f60045260245ffd5b6060916104bb565b63fa39736960e01b5f52600b60045260245ffd5b622c973160e31b5f52600b60045260245ffd5b606094610305565b63fa39736960e01b5f52600c60045260245ffd5b622c973160e31b5f52600c60045260245ffd5b6060926102ac565b7fc670d9c0000000000000000000000000000000000000000000000000000000005f5260045ffd5b63b0c7b2f160e01b5f5261010060045260245260445ffd5b346104e65760203660031901126104e65760043567ffffffffffffffff81116104e6576105e8903690600401610a96565b9060409160205f6106318551946105ff8787610ac4565b60108652838601947f5457494e5345414c2d56312d5349474e0000000000000000000000000000000086523691610e70565b9351936106826001848851888199838301998a5e7fff000000000000000000000000000000000000000000000000000000000000008183019160f81b16838201520301601e19810188520186610ac4565b85516106ef60038260608780830196888852888d8501528051918291018385015e82017e30000000000000000000000000000000000000000000000000000000000000828201528760628201528a5190818b606383015e010186838201520301601f198101835282610ac4565b8651918291518091835e8101838152039060025afa156109c9575f519060205f8551828101908582527f010000000000000000000000000000000000000000000000000000000000000088820152610766602182868a51808a604185015e820101828101878152500301601f198101835282610ac4565b8751918291518091835e8101838152039060025afa156109bf576020915f916107e160218451968689519485928a838501981888527f02000000000000000000000000000000000000000000000000000000000000008c850152518091604185015e820101828101878152500301601f198101835282610ac4565b8551918291518091835e8101838152039060025afa156109b5577f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000190817001000000000000000000000000000000005f5160801c920908801561092f57610846610d0f565b5f8061085484610274610bc0565b602081519101600e5afa3d156109ad573d9061086f82610e54565b9161087c86519384610ac4565b82523d5f602084013e5b1561099a57610100815103610986575f9182916108a291610ed5565b602081519101600d5afa3d1561097e573d906108bd82610e54565b916108ca85519384610ac4565b82523d5f602084013e5b1561096b57610100815103610957578051602082012061012084516108f98282610ac4565b61010081526020810191601f19013683375190201461092f5761092b9083519384938452806020850152830190610a72565b0390f35b7f22da09da000000000000000000000000000000000000000000000000000000005f5260045ffd5b63fa39736960e01b5f52600d60045260245ffd5b622c973160e31b5f52600d60045260245ffd5b6060906108d4565b63fa39736960e01b5f52600e60045260245ffd5b622c973160e31b5f52600e60045260245ffd5b606090610886565b50513d5f823e3d90fd5b83513d5f823e3d90fd5b82513d5f823e3d90fd5b346104e6575f3660031901126104e65761092b6109ee610d0f565b604051918291602083526020830190610a72565b346104e6575f3660031901126104e65760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346104e6575f3660031901126104e65761092b6109ee610bc0565b346104e6575f3660031901126104e65761092b6109ee610b13565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b9181601f840112156104e65782359167ffffffffffffffff83116104e657602083818601950101116104e657565b90601f8019910116810190811067ffffffffffffffff821117610ae657604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b6040517f000000000000000000000000000000000000000000000000000000000000000060208201527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201527f0000000000000000000000000000000000000000000000000000000000000000608082015260808152610bbd60a082610ac4565b90565b604080517f000000000000000000000000000000000000000000000000000000000000000060208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201527f000000000000000000000000000000000000000000000000000000000000000060808201527f000000000000000000000000000000000000000000000000000000000000000060a08201527f000000000000000000000000000000000000000000000000000000000000000060c08201527f000000000000000000000000000000000000000000000000000000000000000060e08201527f0000000000000000000000000000000000000000000000000000000000000000610100820152610bbd8161012081015b03601f198101835282610ac4565b604080517f000000000000000000000000000000000000000000000000000000000000000060208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201527f000000000000000000000000000000000000000000000000000000000000000060808201527f000000000000000000000000000000000000000000000000000000000000000060a08201527f000000000000000000000000000000000000000000000000000000000000000060c08201527f000000000000000000000000000000000000000000000000000000000000000060e08201527f0000000000000000000000000000000000000000000000000000000000000000610100820152610bbd816101208101610d01565b67ffffffffffffffff8111610ae657601f01601f191660200190565b929192610e7c82610e54565b91610e8a6040519384610ac4565b8294818452818301116104e6578281602093845f960137010152565b602080610ed3928195946040519682889351918291018585015e8201908382015203018085520183610ac4565b565b610ed3906020808095946040519684889551918291018487015e8401908282015f8152815193849201905e01015f815203601f198101845283610ac4565b805160808103610f61575060208151910120610f2f6080610e54565b610f3c6040519182610ac4565b60808152610f4a6080610e54565b602082019190601f19013683375190201461057757565b63b0c7b2f160e01b5f52608060045260245260445ffd724ed6f29c0bc4c7dfdf9502bc405da944f43634ebefd694b687a614671c2719' as const;
