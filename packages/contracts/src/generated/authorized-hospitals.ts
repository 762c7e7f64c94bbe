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
  "name": "GenerationOpened",
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

export const authorizedHospitalsBytecode = '0x6080806040523461082857616b20803803809161001c8285610cd5565b83398101906060818303126108285780516001600160401b0381116108285781019180601f84011215610828578251926001600160401b038411610a10578360051b6040519461006f6020830187610cd5565b8552602080860191830101918383116108285760208101915b838310610c01575050505060208201519060ff821692838303610828576040810151906001600160401b038211610828570160808183031261082857604051936100d185610cba565b8151855260208201516001600160401b03811161082857836100f4918401610d13565b6020860190815260408301519092906001600160401b038111610828578461011d918301610d13565b6040870190815260608201519094906001600160401b038111610828576101449201610d13565b9360608601948552865115610bf257603382108015610be8575b610bd5575f805460ff60f01b191660f09290921b60ff60f01b169190911790556040519081527fd6ecd940f5784ceceeeb048268900f819851986dbe41c49f6e754b988868df8790602090a16040519261165491828501906001600160401b03821186831017610a105785946101f761020a9261021e966154ac89396020855289516020860152516080604086015260a0850190610d57565b9051838203601f19016060850152610d57565b9151906080601f1982850301910152610d57565b03905ff0801561082c575f5491906001600160a01b03166001600160a01b03198316811760a01c61ffff908116600101908111610bc1579151604080519182526020820183905260a093841b61ffff60a01b16936001600160b01b0319861684178517901c61ffff16917f59727f1bf7c2028d5d8b7589d60a6c0e9f7fa96aead034e7c33d53c59cc5f3ff9190a2600160d01b9269ffff00000000ffffffff60b01b161717175f555f5b8151811015610bb25760208160051b83010151906102e68251610db3565b6040516103386040826020808201957f657c06df711503dd933fe92059d093fc525f75ad6771f1e818d7c58afad3fc8b87528051918291018484015e81015f838201520301601f198101835282610cd5565b519020805f52600360205260405f20926002840190815460ff8160c01c166004811015610b9e5780610b5157506002546101008114610b3c5760ff60c81b1990911660c89190911b60ff60c81b161782558051805160038701916001600160401b038211610a105781906103ac8454610d7b565b601f8111610ae3575b50602090601f8311600114610a80575f92610a75575b50508160011b915f199060031b1c19161790555b60025468010000000000000000811015610a10576001810180600255811015610a615760025f527f405787fa12a823e0f2b7631cc41b3ba8828b3321ca811111fa75cd3aa3bb5ace018390555b815460208201805164ffffffffff60a01b1990921660a09290921b63ffffffff60a01b1691909117600160c01b1783556040820180519193909290916001600160a01b03168015610a5257805f52600460205260405f205480610a3c57508060018060a01b03198454161783555f5260046020528460405f20556060810191825180516101008111610a245750805160048a01916001600160401b038211610a105781906104da8454610d7b565b601f81116109b7575b50602090601f8311600114610954575f92610949575b50508160011b915f199060031b1c19161790555b60018060a01b035f541660038901604051905f9080549061052d82610d7b565b808552916001811690811561092257506001146108e9575b5050906105578161055c930382610cd5565b610db3565b9082549163ffffffff8360a01c1690811580156108dc575b6108c9578192825f937a184f03e93ff9f4daa797ed6e38ed64bf6a1f01000000000000000081101561089e575b50806d04ee2d6d415b85acef8100000000600a921015610883575b662386f26fc1000081101561086f575b6305f5e10081101561085e575b61271081101561084f575b6064811015610841575b1015610837575b6001830193600a602161062061060a88610cf8565b97610618604051998a610cd5565b808952610cf8565b602088019690601f19013688378701015b5f1901916f181899199a1a9b1b9c1cb0b131b232b360811b8282061a83530490811561065f57600a90610631565b50506106c960046106ec9560245f968651928051906020604051998a9663ffffffff60e01b9060e01b16828801528051918291018688015e85019163ffffffff60e01b9060e01b1684830152518092602883015e010186838201520301601f198101845283610cd5565b604051808095819463885eecd360e01b8352602060048401526024830190610d57565b03915afa90811561082c575f905f926107a6575b5061079d94600160ff61078099968e96839f9663ffffffff96855f516020616b005f395f51905f529f9d99015560208151910120885561ffff60d01b5f5460301b169061ffff60d01b19161780915560c81c161b8c54178c5551955116928a8060a01b03905116915490519160405196879660a0885260a0880190610d57565b936020870152604086015260608501528382036080850152610d57565b0390a2016102c8565b9a92969397959150503d805f8c3e6107be818c610cd5565b8a01996040818c031261082857805160208201519b9095906001600160401b038d116108285760ff5f516020616b005f395f51905f529a6107809a60019f996001946108149061079d9c63ffffffff9901610d13565b979b9d509550969e50969950505094610700565b5f80fd5b6040513d5f823e3d90fd5b91600101916105f5565b6064600291049401936105ee565b612710600491049401936105e4565b6305f5e100600891049401936105d9565b662386f26fc10000601091049401936105cc565b6d04ee2d6d415b85acef8100000000602091049401936105bc565b604094507a184f03e93ff9f4daa797ed6e38ed64bf6a1f01000000000000000090049050600a6105a1565b5063ce8536c760e01b5f5260045260245ffd5b50633b9ac9ff8211610574565b5f908152602081209092505b81831061090c575050810160200161055782610545565b60018160209254838688010152019201916108f5565b60ff191660208087019190915292151560051b850190920192506105579150839050610545565b015190505f806104f9565b5f8581528281209350601f198516905b81811061099f5750908460019594939210610987575b505050811b01905561050d565b01515f1960f88460031b161c191690555f808061097a565b92936020600181928786015181550195019301610964565b828111156104e357909150835f5260205f20601f840160051c9060208510610a08575b849392601f0160051c82900391015f5b8281106109f85750506104e3565b5f818301558594506001016109ea565b5f91506109da565b634e487b7160e01b5f52604160045260245ffd5b63f367f52960e01b5f5261010060045260245260445ffd5b90638623f07360e01b5f5260045260245260445ffd5b63133f498d60e31b5f5260045ffd5b634e487b7160e01b5f52603260045260245ffd5b015190505f806103cb565b5f8581528281209350601f198516905b818110610acb5750908460019594939210610ab3575b505050811b0190556103df565b01515f1960f88460031b161c191690555f8080610aa6565b92936020600181928786015181550195019301610a90565b828111156103b557909150835f5260205f20601f840160051c9060208510610b34575b849392601f0160051c82900391015f5b828110610b245750506103b5565b5f81830155859450600101610b16565b5f9150610b06565b63057502dd60e41b5f5261010060045260245ffd5b600303610b8c5763ffffffff806020840151169160a01c1680821115610b7857505061042c565b6232ab6b60e01b5f5260045260245260445ffd5b836248616960e21b5f5260045260245ffd5b634e487b7160e01b5f52602160045260245ffd5b6040516145a49081610f088239f35b634e487b7160e01b5f52601160045260245ffd5b5063f45c0df960e01b5f5260045260245ffd5b506064821161015e565b631f512cfd60e21b5f5260045ffd5b82516001600160401b038111610828578201906080828703601f1901126108285760405190610c2f82610cba565b60208301516001600160401b03811161082857876020610c5192860101610d13565b8252604083015163ffffffff8116810361082857602083015260608301516001600160a01b03811681036108285760408301526080830151916001600160401b03831161082857610caa88602080969581960101610d13565b6060820152815201920191610088565b608081019081106001600160401b03821117610a1057604052565b601f909101601f19168101906001600160401b03821190821017610a1057604052565b6001600160401b038111610a1057601f01601f191660200190565b81601f8201121561082857602081519101610d2d82610cf8565b92610d3b6040519485610cd5565b8284528282011161082857815f926020928386015e8301015290565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b90600182811c92168015610da9575b6020831014610d9557565b634e487b7160e01b5f52602260045260245ffd5b91607f1691610d8a565b80518015908115610efc575b50610ed7575f5b8151811015610e9457818101602001517fff0000000000000000000000000000000000000000000000000000000000000016606160f81b81101580610e86575b8015610e69575b159081610e48575b50610e2257600101610dc6565b604051633d4ad15b60e21b81526020600482015280610e446024820185610d57565b0390fd5b821515915081610e5b575b50155f610e15565b602d60f81b1490505f610e53565b50600360fc1b8110801590610e0d5750603960f81b811115610e0d565b50603d60f91b811115610e06565b50610ed46029602092604051938491683437b9b834ba30b61d60b91b828401528051918291018484015e81015f838201520301601f198101835282610cd5565b90565b604051633d4ad15b60e21b815260206004820152908190610e44906024830190610d57565b603f9150115f610dbf56fe6080806040526004361015610012575f80fd5b5f3560e01c90816302d51ae514611fd45750806303dd515714611eb057806309860b5114611dc95780630de7514914611da65780631721952214611d81578063192b820914611d2d5780632f53a86814611b695780633984d40114611ab35780634330ca73146119205780634a62fb05146118d857806358c7da5d146117445780635c36901c146117045780635c99695a1461138d578063692796d014610d0e5780638903573014610cdc578063a53a1adf14610c75578063b07c4b0314610b1f578063b10e417214610925578063bf7c2131146108c8578063d03fb79a146107d8578063d2b4678b14610783578063d406cf70146105da578063d604c772146104f8578063f2871feb146104d3578063fb9e1a2c146101765763fd2b7ac11461013a575f80fd5b3461017257602060031936011261017257602063ffffffff61016261015d6122af565b61258b565b90549060031b1c16604051908152f35b5f80fd5b346101725760806003193601126101725760043560243563ffffffff811690818103610172576044359073ffffffffffffffffffffffffffffffffffffffff821691828103610172576101f1604051866020820152856040820152846060820152606081526101e660808261221c565b6064359060046123ea565b805f52602660205260ff60405f2054166104a857335f52600460205260405f20545f52600360205260405f2060ff600282015460c01c16600481101561043957600114610498575b50805f52602560205261025360405f205460015416612685565b61025b6126b1565b90818110610466575050805f52602660205260405f20600160ff198254161790557f97314bf7062ee3e521ff1ee9d11a4516d5ccd8a48d7656f8cf01803b9aabd2ec5f80a2845f52600360205260405f20916002830191825460ff8160c01c1660048110156104395760018114158061042e575b6103f9575063ffffffff8160a01c16808811156103ca5750606095936103837f353b744bfadca6daec725abfabea353a827c58f1177b58d3d33162054cf176109896946103969473ffffffffffffffffffffffffffffffffffffffff60ff9516908189036103ab575b505082547fffffffffffffffff00000000ffffffffffffffffffffffffffffffffffffffff1660a09190911b77ffffffff000000000000000000000000000000000000000016178255565b61038c846126e7565b5460c81c16612cab565b549060405192835260208301526040820152a2005b6103c3915f5260046020525f6040812055878d612bea565b8b80610338565b87907e32ab6b000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b61042990897fe1f73d0f000000000000000000000000000000000000000000000000000000005f5260045261232d565b60445ffd5b5060028114156102cf565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b827fc1199ca2000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b6104a29082612627565b86610239565b7f224942a0000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b34610172575f60031936011261017257602063ffffffff5f5460b01c16604051908152f35b346101725760406003193601126101725760043560243567ffffffffffffffff81116101725761052c9036906004016121b5565b90335f5260046020528260405f2054148015906105d2575b6105a6577fe5467665b9da704dfc5e7cd14fbd86d4f5f6c9aa0fe68bd41ab33ec68a8ad51591835f52600360205261058a60405f2061058436848661225b565b90612a9c565b6105a1604051928392602084526020840191612385565b0390a2005b7fd7affc5a000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b508215610544565b34610172576020600319360112610172576040516105f7816121ff565b5f8152602081015f9052604081015f9052606081015f9052608081015f905260a081015f905260c081015f905260e081016060905261010001606090526004355f52600360205260405f2060405161064e816121ff565b8154815260018201549160208201928352600281015490604083019173ffffffffffffffffffffffffffffffffffffffff81168352606084018160a01c63ffffffff168152608085018260c01c60ff166106a8908261248e565b60a08601918360c81c60ff16835260c087019360d01c61ffff168452600385016106d1906124eb565b9460e088019586526004016106e5906124eb565b95610100880196875260405198899860208a525160208a01525160408901525173ffffffffffffffffffffffffffffffffffffffff1660608801525163ffffffff1660808701525160a0860161073a9161233b565b5160ff1660c08501525161ffff1660e08401525161010083016101209052610140830161076691612348565b905190828103601f190161012084015261077f91612348565b0390f35b34610172576020600319360112610172576004355f52600360205260406002815f2001546107d682519173ffffffffffffffffffffffffffffffffffffffff8116835260ff602084019160c01c1661233b565bf35b3461017257602060031936011261017257600435805f52600360205260405f2060028101805460ff8160c01c16600481101561043957156108985761ffff805f5460a01c169160d01c161461086c578161ffff6040926108587f4ae8c52923c9594ed21ff4c27aebbd65d361be64daa49fb4962b57ef2b962c20956126e7565b5460d01c16905482519182526020820152a2005b827ff63770d4000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b837fe1f73d0f000000000000000000000000000000000000000000000000000000005f526004525f60245260445ffd5b34610172576020600319360112610172576060600435805f5260256020526108f760405f205460015416612685565b906109006126b1565b905f52602660205260ff60405f20541690604051928352602083015215156040820152f35b3461017257610958610936366122bf565b6040929192518360208201526020815261095160408261221c565b60036123ea565b805f52602660205260ff60405f2054166104a857335f52600460205260405f20545f52600360205260405f2060ff600282015460c01c16600481101561043957600114610b0f575b50805f5260256020526109ba60405f205460015416612685565b6109c26126b1565b90818110610466575050805f52602660205260405f20600160ff198254161790557f97314bf7062ee3e521ff1ee9d11a4516d5ccd8a48d7656f8cf01803b9aabd2ec5f80a2805f526003602052600260405f200160ff815460c01c16600481101561043957600181141580610b04575b610ad4575060ff610aae9178030000000000000000000000000000000000000000000000007fffffffffffffff00ffffffffffffffffffffffffffffffffffffffffffffffff82541617815573ffffffffffffffffffffffffffffffffffffffff8154165f5260046020525f60408120555460c81c16826125dd565b7fb0cd11f169c1d181640f067caa826d7bcfa52755683064bd74c158ee1c4ffbcb5f80a2005b61042990837fe1f73d0f000000000000000000000000000000000000000000000000000000005f5260045261232d565b506002811415610a32565b610b199082612627565b826109a0565b346101725760206003193601126101725760405161010081019080821067ffffffffffffffff831117610c4857610100916040525f815263ffffffff602082015f815281604084015f815273ffffffffffffffffffffffffffffffffffffffff606086015f8152608087015f815260a08801915f83528560c08a01955f875260ff60e08c01995f8b526004355f526003602052838d60405f20610bcd600282015492868460c01c169061248e565b848260c81c168452828260a01c1686525487525f549061ffff808360a01c169160d01c161488528981168952818160b01c168b5260d01c168b52610c15604051809e5161233b565b511660208c0152511660408a01525160608901525115156080880152511660a0860152511660c0840152511660e0820152f35b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b3461017257602060031936011261017257600435610c916125a7565b815f52602660205260ff60405f205416610cb057610cae91612627565b005b507f224942a0000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b34610172575f60031936011261017257602073ffffffffffffffffffffffffffffffffffffffff5f5416604051908152f35b3461017257610d1c366122f6565b9060405191602080840152610d45610d34838061243e565b6080604087015260c0860191612385565b91610de5602082019263ffffffff610d5c856121a4565b166060870152604083019573ffffffffffffffffffffffffffffffffffffffff610d85886122d5565b166080820152610ddf81610dd16060870198610da18a8961243e565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc08584030160a0860152612385565b03601f19810183528261221c565b5f6123ea565b805f52602660205260ff60405f2054166104a857335f52600460205260405f20545f52600360205260405f2060ff600282015460c01c1660048110156104395760011461137d575b50805f526025602052610e4760405f205460015416612685565b610e4f6126b1565b90818110610466575050805f52602660205260405f20600160ff198254161790557f97314bf7062ee3e521ff1ee9d11a4516d5ccd8a48d7656f8cf01803b9aabd2ec5f80a26080813603126101725760405191610eab836121e3565b813567ffffffffffffffff811161017257610ee491610ed0610ed79236908601612291565b85526121a4565b94602084019586526122d5565b9260408301938452359067ffffffffffffffff821161017257610f0991369101612291565b9060608101918252610f1b8151612d2c565b604051610f6d6040826020808201957f657c06df711503dd933fe92059d093fc525f75ad6771f1e818d7c58afad3fc8b87528051918291018484015e81015f838201520301601f19810183528261221c565b51902092835f52600360205260405f20946002860192835460ff8160c01c16600481101561043957806112a0575060025461010081146112725779ff000000000000000000000000000000000000000000000000007fffffffffffff00ffffffffffffffffffffffffffffffffffffffffffffffffff9160c81b1691161784558051600388019080519067ffffffffffffffff8211610c48578190611012845461249a565b601f8111611219575b50602090601f83116001146111b8575f926111ad575b50505f198260011b9260031b1c19161790555b6002549268010000000000000000841015610c4857602097879673ffffffffffffffffffffffffffffffffffffffff63ffffffff6111a295600160ff7f724ed6f29c0bc4c7dfdf9502bc405da944f43634ebefd694b687a614671c27199b6111458e61113a876111869f8f9080896110bf92016002556123a5565b81549060031b905f1987831b921b19161790555b855490517fffffffffffffff0000000000ffffffffffffffffffffffffffffffffffffffff909116911660a01b77ffffffff000000000000000000000000000000000000000016177801000000000000000000000000000000000000000000000000178455565b89888c511691612bea565b611150875189612a9c565b611159886126e7565b5460c81c161b6001541760015551965116935116915490519160405196879660a0885260a0880190612348565b938b870152604086015260608501528382036080850152612348565b0390a2604051908152f35b015190508a80611031565b5f85815282812093601f1916905b81811061120157509084600195949392106111e9575b505050811b019055611044565b01515f1960f88460031b161c191690558a80806111dc565b929360206001819287860151815501950193016111c6565b8281111561101b57909150835f5260205f20601f840160051c906020851061126a575b849392601f0160051c82900391015f5b82811061125a57505061101b565b5f8183015585945060010161124c565b5f915061123c565b7f57502dd0000000000000000000000000000000000000000000000000000000005f5261010060045260245ffd5b92979395939491926003036113515763ffffffff808951169160a01c168082111561132457505085947f724ed6f29c0bc4c7dfdf9502bc405da944f43634ebefd694b687a614671c2719946111869473ffffffffffffffffffffffffffffffffffffffff63ffffffff8b96600160ff6111a29860209f8e61113a87611145936110d3565b7e32ab6b000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b867f012185a4000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6113879082612627565b85610e2d565b346101725761139b366122f6565b604051602080820152823592836040830152602081016114336113d26113c1838561243e565b6080606088015260c0870191612385565b9461141560408501966113e5888761243e565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc08984030160808a0152612385565b9461142c81610dd16060880198610da18a8a61243e565b60056123ea565b805f52602660205260ff60405f2054166104a857335f52600460205260405f20545f52600360205260405f2060ff600282015460c01c166004811015610439576001146116f4575b50805f52602560205261149560405f205460015416612685565b61149d6126b1565b90818110610466575050805f52602660205260405f20600160ff198254161790557f97314bf7062ee3e521ff1ee9d11a4516d5ccd8a48d7656f8cf01803b9aabd2ec5f80a260808236031261017257604051946114f9866121e3565b85523567ffffffffffffffff8111610172576115189036908301612291565b92602085019384523567ffffffffffffffff81116101725761153d9036908301612291565b9160408501928352359067ffffffffffffffff82116101725761156291369101612291565b916060840192835260405192611654918285019085821067ffffffffffffffff831117610c485785946115b86115cb926115df96612f5089396020855289516020860152516080604086015260a0850190612348565b9051601f19848303016060850152612348565b9151906080601f1982850301910152612348565b03905ff080156116e95773ffffffffffffffffffffffffffffffffffffffff16905f54600161ffff847fffffffffffffffffffffffff000000000000000000000000000000000000000084161760a01c160161ffff81116116bc577f59727f1bf7c2028d5d8b7589d60a6c0e9f7fa96aead034e7c33d53c59cc5f3ff92604092857fffffffffffffffffffff0000000000000000000000000000000000000000000075ffff000000000000000000000000000000000000000061ffff9560a01b169216171790815f5551948351958652602086015260a01c1692a2005b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b6040513d5f823e3d90fd5b6116fe9082612627565b8661147b565b34610172576020600319360112610172576004355f52600360205260ff600260405f20015460c01c16600481101561043957602090600160405191148152f35b3461017257611777611755366122bf565b6040929192518360208201526020815261177060408261221c565b60026123ea565b805f52602660205260ff60405f2054166104a857335f52600460205260405f20545f52600360205260405f2060ff600282015460c01c166004811015610439576001146118c8575b50805f5260256020526117d960405f205460015416612685565b6117e16126b1565b90818110610466575050805f52602660205260405f20600160ff198254161790557f97314bf7062ee3e521ff1ee9d11a4516d5ccd8a48d7656f8cf01803b9aabd2ec5f80a2805f526003602052600260405f200160ff815460c01c1660048110156104395760028103610ad4575060ff60019178010000000000000000000000000000000000000000000000007fffffffffffffff00ffffffffffffffffffffffffffffffffffffffffffffffff8254161781555460c81c161b600154176001557f432aaf9043aaff3d8dbad54c21dd944889f56a5c0f840bd1b94cbf4c6bbc47355f80a2005b6118d29082612627565b826117bf565b346101725760206003193601126101725760043573ffffffffffffffffffffffffffffffffffffffff8116809103610172575f526004602052602060405f2054604051908152f35b3461017257611953611931366122bf565b6040929192518360208201526020815261194c60408261221c565b60016123ea565b805f52602660205260ff60405f2054166104a857335f52600460205260405f20545f52600360205260405f2060ff600282015460c01c16600481101561043957600114611aa3575b50805f5260256020526119b560405f205460015416612685565b6119bd6126b1565b90818110610466575050805f52602660205260405f20600160ff198254161790557f97314bf7062ee3e521ff1ee9d11a4516d5ccd8a48d7656f8cf01803b9aabd2ec5f80a2805f526003602052600260405f200160ff815460c01c1660048110156104395760018103610ad4575060ff611a7d9178020000000000000000000000000000000000000000000000007fffffffffffffff00ffffffffffffffffffffffffffffffffffffffffffffffff8254161781555460c81c16826125dd565b7f69d38948dbc3c4d850205c134d1f983ea05755246e704ec807969c87673379ba5f80a2005b611aad9082612627565b8261199b565b34610172575f600319360112610172576040518060206002549283815201809260025f527f405787fa12a823e0f2b7631cc41b3ba8828b3321ca811111fa75cd3aa3bb5ace905f5b818110611b535750505081611b1191038261221c565b604051918291602083019060208452518091526040830191905f5b818110611b3a575050500390f35b8251845285945060209384019390920191600101611b2c565b8254845260209093019260019283019201611afb565b3461017257604060031936011261017257611b826122af565b60405190611bae60ff82169283602082015260208152611ba360408261221c565b6024359060066123ea565b805f52602660205260ff60405f2054166104a857335f52600460205260405f20545f52600360205260405f2060ff600282015460c01c16600481101561043957600114611d1d575b50805f526025602052611c1060405f205460015416612685565b611c186126b1565b90818110610466575050805f52602660205260405f20600160ff198254161790557f97314bf7062ee3e521ff1ee9d11a4516d5ccd8a48d7656f8cf01803b9aabd2ec5f80a2603382108015611d13575b611ce7577fd6ecd940f5784ceceeeb048268900f819851986dbe41c49f6e754b988868df87916020917fff00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7eff0000000000000000000000000000000000000000000000000000000000005f549260f01b169116175f55604051908152a1005b507ff45c0df9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5060648211611c68565b611d279082612627565b83611bf6565b346101725760606003193601126101725760043560098110156101725760243567ffffffffffffffff811161017257602091611d70611d79923690600401612291565b604435916123ea565b604051908152f35b34610172575f60031936011261017257602063ffffffff5f5460d01c16604051908152f35b34610172575f60031936011261017257602061ffff5f5460a01c16604051908152f35b3461017257602060031936011261017257600435611de56125a7565b815f52602660205260ff60405f205416610cb05760020160ff815460c81c166001811b90835f5260256020528160405f20541615611e705750611e429160ff91845f52602560205260405f20901981541690555460c81c166123a5565b90549060031b1c907f0c7de291754b5549e5c374a9b15e97ab4173d635bb3dabccbd6a47e378fa36d05f80a3005b611e7a84916123a5565b90549060031b1c907f198b6286000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b346101725760406003193601126101725760043567ffffffffffffffff811161017257611f09611ee7611f149236906004016121b5565b610dd16040939293519384923360208501526040808501526060840191612385565b6024359060086123ea565b805f52602660205260ff60405f2054166104a857335f52600460205260405f20545f52600360205260405f2060ff600282015460c01c16600481101561043957600114611fc4575b50805f526025602052611f7660405f205460015416612685565b611f7e6126b1565b908181106104665782805f52602660205260405f20600160ff198254161790557f97314bf7062ee3e521ff1ee9d11a4516d5ccd8a48d7656f8cf01803b9aabd2ec5f80a2005b611fce9082612627565b81611f5c565b346101725760406003193601126101725760043563ffffffff811691828203610172578083602061201b9301526020815261201060408261221c565b6024359060076123ea565b805f52602660205260ff60405f2054166104a857335f52600460205260405f20545f52600360205260405f2060ff600282015460c01c16600481101561043957600114612194575b50805f52602560205261207d60405f205460015416612685565b6120856126b1565b90818110610466575050805f52602660205260405f20600160ff198254161790557f97314bf7062ee3e521ff1ee9d11a4516d5ccd8a48d7656f8cf01803b9aabd2ec5f80a25f549063ffffffff8260d01c1663ffffffff6120e58261236d565b168403612164577f966132dd05b675fa8966310dd09d7839f46fc2ee4a85d43072ca27139da48009602085857fffff00000000ffffffffffffffffffffffffffffffffffffffffffffffffffff7dffffffff00000000000000000000000000000000000000000000000000008760d01b169116175f55604051908152a1005b83907f5be98cbf000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b61219e9082612627565b83612063565b359063ffffffff8216820361017257565b9181601f840112156101725782359167ffffffffffffffff8311610172576020838186019501011161017257565b6080810190811067ffffffffffffffff821117610c4857604052565b610120810190811067ffffffffffffffff821117610c4857604052565b90601f601f19910116810190811067ffffffffffffffff821117610c4857604052565b67ffffffffffffffff8111610c4857601f01601f191660200190565b9291926122678261223f565b91612275604051938461221c565b829481845281830111610172578281602093845f960137010152565b9080601f83011215610172578160206122ac9335910161225b565b90565b6004359060ff8216820361017257565b6003196040910112610172576004359060243590565b359073ffffffffffffffffffffffffffffffffffffffff8216820361017257565b6040600319820112610172576004359067ffffffffffffffff82116101725760031982608092030112610172576004019060243590565b600481101561043957602452565b9060048210156104395752565b90601f19601f602080948051918291828752018686015e5f8582860101520116010190565b63ffffffff60019116019063ffffffff82116116bc57565b601f8260209493601f1993818652868601375f8582860101520116010190565b6002548110156123bd5760025f5260205f2001905f90565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b604051916020830193468552306040850152600983101561043957612424849261243894606085015260a0608085015260c0840190612348565b9060a083015203601f19810183528261221c565b51902090565b90357fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18236030181121561017257016020813591019167ffffffffffffffff821161017257813603831361017257565b60048210156104395752565b90600182811c921680156124e1575b60208310146124b457565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602260045260245ffd5b91607f16916124a9565b9060405191825f8254926124fe8461249a565b80845293600181169081156125695750600114612525575b506125239250038361221c565b565b90505f9291925260205f20905f915b81831061254d575050906020612523928201015f612516565b6020919350806001915483858901015201910190918492612534565b6020935061252395925060ff1991501682840152151560051b8201015f612516565b906101008210156123bd57601c8260031c6005019260021b1690565b335f52600460205260405f20545f52600360205260405f209060ff600283015460c01c166004811015610439576001036105a657565b600160ff83161b196001541680600155156125fc575061252390612cab565b7fc8d156a1000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9060ff60026126579201600182825460c81c161b845f52602560205260405f209081541790555460c81c166123a5565b90549060031b1c907f95551ca197e6fa7e66ca23ef6f2604d7a61dc685d5ae5689353dd7feac93b6035f80a3565b90815f925b6126915750565b915f1981146116bc57600101915f198101908082116116bc57168061268a565b6126bc600154612685565b60ff5f5460f01c16908181029181830414901517156116bc57606381018091116116bc576064900490565b73ffffffffffffffffffffffffffffffffffffffff5f541661271361270e600384016124eb565b612d2c565b91600281019283549263ffffffff8460a01c169081158015612a8f575b612a63578190825f937a184f03e93ff9f4daa797ed6e38ed64bf6a1f010000000000000000811015612a38575b50806d04ee2d6d415b85acef8100000000600a921015612a1d575b662386f26fc10000811015612a09575b6305f5e1008110156129f8575b6127108110156129e9575b60648110156129db575b10156129d1575b6001830191600a5f1960216127de6127c88761223f565b966127d6604051988961221c565b80885261223f565b96601f196020880198013689378601015b01917f30313233343536373839616263646566000000000000000000000000000000008282061a83530490811561282b57600a905f19906127ef565b50506128a660047fffffffff000000000000000000000000000000000000000000000000000000009360245f966128e2988051938860208251936040519b8c9860e01b16828901528051918291018789015e86019260e01b1684830152518092602883015e010186838201520301601f19810184528361221c565b60405180809581947f885eecd3000000000000000000000000000000000000000000000000000000008352602060048401526024830190612348565b03915afa9081156116e9575f905f92612950575b5060018301556020815191012090557fffffffff0000ffffffffffffffffffffffffffffffffffffffffffffffffffff7bffff00000000000000000000000000000000000000000000000000005f5460301b169116179055565b9150503d805f833e612962818361221c565b8101906040818303126101725780519060208101519067ffffffffffffffff8211610172570182601f820112156101725780519061299f8261223f565b936129ad604051958661221c565b8285526020838301011161017257815f9260208093018387015e840101525f6128f6565b91600101916127b1565b6064600291049401936127aa565b612710600491049401936127a0565b6305f5e10060089104940193612795565b662386f26fc1000060109104940193612788565b6d04ee2d6d415b85acef810000000060209104940193612778565b604094507a184f03e93ff9f4daa797ed6e38ed64bf6a1f01000000000000000090049050600a61275d565b507fce8536c7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50633b9ac9ff8211612730565b91909182516101008111612bb95750600401825167ffffffffffffffff8111610c4857612ac9825461249a565b601f8111612b68575b506020601f8211600114612b0a57819293945f92612aff575b50505f198260011b9260031b1c1916179055565b015190505f80612aeb565b601f19821690835f52805f20915f5b818110612b5057509583600195969710612b38575b505050811b019055565b01515f1960f88460031b161c191690555f8080612b2e565b9192602060018192868b015181550194019201612b19565b81811115612ad257825f5260205f20601f830160051c9060208410612bb1575b81601f9101920160051c03905f5b828110612ba4575050612ad2565b5f82820155600101612b96565b5f9150612b88565b7ff367f529000000000000000000000000000000000000000000000000000000005f5261010060045260245260445ffd5b9173ffffffffffffffffffffffffffffffffffffffff16908115612c8357815f52600460205260405f205480612c545750600201817fffffffffffffffffffffffff00000000000000000000000000000000000000008254161790555f52600460205260405f2055565b827f8623f073000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f99fa4c68000000000000000000000000000000000000000000000000000000005f5260045ffd5b612d0e5f547fffffffffffff00000000ffffffffffffffffffffffffffffffffffffffffffff79ffffffff00000000000000000000000000000000000000000000612cfe63ffffffff8460b01c1661236d565b60b01b1691161791825f5561258b565b63ffffffff80839493549260031b9360b01c16831b921b1916179055565b80518015908115612f44575b50612f06575f5b8151811015612eb2577fff0000000000000000000000000000000000000000000000000000000000000060208284010151167f610000000000000000000000000000000000000000000000000000000000000081101580612e88575b8015612e33575b159081612df6575b50612db757600101612d3f565b6040517ff52b456c0000000000000000000000000000000000000000000000000000000081526020600482015280612df26024820185612348565b0390fd5b821515915081612e09575b50155f612daa565b7f2d000000000000000000000000000000000000000000000000000000000000009150145f612e01565b507f30000000000000000000000000000000000000000000000000000000000000008110158015612da257507f3900000000000000000000000000000000000000000000000000000000000000811115612da2565b507f7a00000000000000000000000000000000000000000000000000000000000000811115612d9b565b506122ac60296020926040519384917f686f73706974616c3a0000000000000000000000000000000000000000000000828401528051918291018484015e81015f838201520301601f19810183528261221c565b612df2906040519182917ff52b456c000000000000000000000000000000000000000000000000000000008352602060048401526024830190612348565b603f9150115f612d3856fe61032080604052346102ae57611654803803809161001d8285610322565b83398101906020818303126102ae578051906001600160401b0382116102ae57016080818303126102ae5760405190608082016001600160401b0381118382101761030e576040528051825260208101516001600160401b0381116102ae5783610088918301610360565b6020830190815260408201519091906001600160401b0381116102ae57846100b1918301610360565b6040840190815260608201519094906001600160401b0381116102ae576100d89201610360565b91606081019283528051156102ff5781518051608081036102e857505f60205b60808111156102c15750156102b25761011361011891610454565b610483565b5061012384516103e1565b61012d83516103e1565b51608052516080818051810103126102ae576101aa9281602061017a93015190604081015190608060608201519101516101005260e05260c05260a05251602080825183010191016103a6565b610200526101e0526101c0526101a0526101805261016052610140526101205251602080825183010191016103a6565b610300526102e0526102c0526102a052610280526102605261024052610220526040516110e3908161057182396080518181816101c20152610b7b015260a05181610c7c015260c05181610ca2015260e05181610cc801526101005181610cee01526101205181610d2a01526101405181610d5001526101605181610d7801526101805181610d9e01526101a05181610dc401526101c05181610dea01526101e05181610e1001526102005181610e3601526102205181610e7901526102405181610e9f01526102605181610ec701526102805181610eed01526102a05181610f1301526102c05181610f3901526102e05181610f5f01526103005181610f850152f35b5f80fd5b630319c36760e61b5f5260045ffd5b9081830151179060208101809111156100f857634e487b7160e01b5f52601160045260245ffd5b63b0c7b2f160e01b5f52608060045260245260445ffd5b631a34ea7360e31b5f5260045ffd5b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b0382119082101761030e57604052565b6001600160401b03811161030e57601f01601f191660200190565b81601f820112156102ae5780519061037782610345565b926103856040519485610322565b828452602083830101116102ae57815f9260208093018386015e8301015290565b9190826101009103126102ae5781519160208101519160408201519160608101519160808201519160a08101519160e060c083015192015190565b8051610100810361043c57505f60205b6101008111156104155750156102b25761040d61041291610454565b6104f9565b50565b9081830151179060208101809111156103f157634e487b7160e01b5f52601160045260245ffd5b63b0c7b2f160e01b5f5261010060045260245260445ffd5b9061048160208080946040519581879251918291018484015e810160018382015203018085520183610322565b565b5f8091602081519101600c5afa3d156104f1573d906104a182610345565b916104af6040519384610322565b82523d5f602084013e5b156104de5760808151036104ca5790565b63fa39736960e01b5f52600c60045260245ffd5b622c973160e31b5f52600c60045260245ffd5b6060906104b9565b5f8091602081519101600e5afa3d15610568573d9061051782610345565b916105256040519384610322565b82523d5f602084013e5b15610555576101008151036105415790565b63fa39736960e01b5f52600e60045260245ffd5b622c973160e31b5f52600e60045260245ffd5b60609061052f56fe60806040526004361015610011575f80fd5b5f3560e01c8063205c9cc714610bb9578063372fa48e14610b9e57806352a82b6514610b64578063777880b014610b35578063885eecd3146106955763c7e23aaf1461005b575f80fd5b346104cc5760a06003193601126104cc5760043573ffffffffffffffffffffffffffffffffffffffff811681036104cc5760443567ffffffffffffffff81116104cc576100ac903690600401610bf9565b9060643567ffffffffffffffff81116104cc576100cd903690600401610bf9565b60849291923567ffffffffffffffff81116104cc576100f0903690600401610bf9565b929094610106610101368385610fd4565b611077565b610114610101368588610fd4565b61011f368588610fd4565b8051610100810361066457505f906020905b61010082111561061e575050156105f6575f8061025f6fffffffffffffffffffffffffffffffff60409a60208c61016a81519182610c27565b601a815201907f5457494e5345414c2d4d494253432d424c5331323338312d563100000000000082527fffffffffffffffffffffffffffffffffffffffff0000000000000000000000008d5191601a6020840194855e7f0000000000000000000000000000000000000000000000000000000000000000603a84015246605a84015260601b16607a820152606e8152610204608e82610c27565b519020610212368a8d610fd4565b6020815191012061024e8d8080518094602082019687528b8d848401378b82019060243584830152606082015203016020810184520182610c27565b5190201661025a610c77565b61100a565b602081519101600c5afa913d156105ee573d9261027b84610fb8565b936102888a519586610c27565b84523d5f602086013e5b156105c1576080835103610594575f9283926102b8926102b3913691610fd4565b611039565b602081519101600b5afa933d1561058c573d946102d486610fb8565b956102e188519788610c27565b86523d5f602088013e5b1561055f576080855103610532578486602093846104236104729561041b5f9b9a8c9b506101209561031f88519788610c27565b61010087527fc6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8868801986f024aa2b2f08f0a91260805272dc510518a528801526f13e02b6052719f607dacd3a088274f6560608801527f596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e60808801526f0d1b3cc2c7027888be51d9ef691d77bc60a08801527fb679afda66c73f17f9ee3837a55024f78c71363275a75d75d86bab79f74782aa60c08801526f13fa4d4a0ad8b1ce186ed5061789213d60e08801527f993923066dddaf1040bc3ff59f825c78df74f2d75467e25e0f55f8a00fa030ed6101008801523691610fd4565b983691610fd4565b93818b51978896818089019b8051918291018d5e8801908282018d8152815193849201905e010190898252805192839101825e0190878252518092825e0185815203601f198101835282610c27565b5190600f5afa903d1561052a573d9161048a83610fb8565b9261049783519485610c27565b83523d5f602085013e5b156104fd5760208251036104d0576020828051810103126104cc576001602080930151149051908152f35b5f80fd5b7ffa397369000000000000000000000000000000000000000000000000000000005f52600f60045260245ffd5b7f0164b988000000000000000000000000000000000000000000000000000000005f52600f60045260245ffd5b6060916104a1565b7ffa397369000000000000000000000000000000000000000000000000000000005f52600b60045260245ffd5b7f0164b988000000000000000000000000000000000000000000000000000000005f52600b60045260245ffd5b6060946102eb565b7ffa397369000000000000000000000000000000000000000000000000000000005f52600c60045260245ffd5b7f0164b988000000000000000000000000000000000000000000000000000000005f52600c60045260245ffd5b606092610292565b7fc670d9c0000000000000000000000000000000000000000000000000000000005f5260045ffd5b9091828201511791602081018091116106375790610131565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b7fb0c7b2f1000000000000000000000000000000000000000000000000000000005f5261010060045260245260445ffd5b346104cc5760206003193601126104cc5760043567ffffffffffffffff81116104cc576106c6903690600401610bf9565b9060409160205f61070f8551946106dd8787610c27565b60108652838601947f5457494e5345414c2d56312d5349474e0000000000000000000000000000000086523691610fd4565b93519361077e6001848851888199838301998a5e7fff000000000000000000000000000000000000000000000000000000000000008183019160f81b168382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1810188520186610c27565b85516107eb60038260608780830196888852888d8501528051918291018385015e82017e30000000000000000000000000000000000000000000000000000000000000828201528760628201528a5190818b606383015e010186838201520301601f198101835282610c27565b8651918291518091835e8101838152039060025afa15610b2b575f519060205f8551828101908582527f010000000000000000000000000000000000000000000000000000000000000088820152610862602182868a51808a604185015e820101828101878152500301601f198101835282610c27565b8751918291518091835e8101838152039060025afa15610b21576020915f916108dd60218451968689519485928a838501981888527f02000000000000000000000000000000000000000000000000000000000000008c850152518091604185015e820101828101878152500301601f198101835282610c27565b8551918291518091835e8101838152039060025afa15610b17577f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000190817001000000000000000000000000000000005f5160801c9209088015610a2b57610942610e73565b5f806109508461025a610d24565b602081519101600e5afa3d15610b0f573d9061096b82610fb8565b9161097886519384610c27565b82523d5f602084013e5b15610ae257610100815103610ab5575f91829161099e91611039565b602081519101600d5afa3d15610aad573d906109b982610fb8565b916109c685519384610c27565b82523d5f602084013e5b15610a8057610100815103610a535761012083516109ee8282610c27565b6101008152601f196020820192013683375190208151602083012014610a2b57610a279083519384938452806020850152830190610bd4565b0390f35b7f22da09da000000000000000000000000000000000000000000000000000000005f5260045ffd5b7ffa397369000000000000000000000000000000000000000000000000000000005f52600d60045260245ffd5b7f0164b988000000000000000000000000000000000000000000000000000000005f52600d60045260245ffd5b6060906109d0565b7ffa397369000000000000000000000000000000000000000000000000000000005f52600e60045260245ffd5b7f0164b988000000000000000000000000000000000000000000000000000000005f52600e60045260245ffd5b606090610982565b50513d5f823e3d90fd5b83513d5f823e3d90fd5b82513d5f823e3d90fd5b346104cc575f6003193601126104cc57610a27610b50610e73565b604051918291602083526020830190610bd4565b346104cc575f6003193601126104cc5760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346104cc575f6003193601126104cc57610a27610b50610d24565b346104cc575f6003193601126104cc57610a27610b50610c77565b90601f19601f602080948051918291828752018686015e5f8582860101520116010190565b9181601f840112156104cc5782359167ffffffffffffffff83116104cc57602083818601950101116104cc57565b90601f601f19910116810190811067ffffffffffffffff821117610c4a57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b6040517f000000000000000000000000000000000000000000000000000000000000000060208201527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201527f0000000000000000000000000000000000000000000000000000000000000000608082015260808152610d2160a082610c27565b90565b604080517f000000000000000000000000000000000000000000000000000000000000000060208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201527f000000000000000000000000000000000000000000000000000000000000000060808201527f000000000000000000000000000000000000000000000000000000000000000060a08201527f000000000000000000000000000000000000000000000000000000000000000060c08201527f000000000000000000000000000000000000000000000000000000000000000060e08201527f0000000000000000000000000000000000000000000000000000000000000000610100820152610d218161012081015b03601f198101835282610c27565b604080517f000000000000000000000000000000000000000000000000000000000000000060208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201527f000000000000000000000000000000000000000000000000000000000000000060808201527f000000000000000000000000000000000000000000000000000000000000000060a08201527f000000000000000000000000000000000000000000000000000000000000000060c08201527f000000000000000000000000000000000000000000000000000000000000000060e08201527f0000000000000000000000000000000000000000000000000000000000000000610100820152610d21816101208101610e65565b67ffffffffffffffff8111610c4a57601f01601f191660200190565b929192610fe082610fb8565b91610fee6040519384610c27565b8294818452818301116104cc578281602093845f960137010152565b602080611037928195946040519682889351918291018585015e8201908382015203018085520183610c27565b565b611037906020808095946040519684889551918291018487015e8401908282015f8152815193849201905e01015f815203601f198101845283610c27565b8051608081036110b357505f906020905b608082111561109a575050156105f657565b9091828201511791602081018091116106375790611088565b7fb0c7b2f1000000000000000000000000000000000000000000000000000000005f52608060045260245260445ffd61032080604052346102ae57611654803803809161001d8285610322565b83398101906020818303126102ae578051906001600160401b0382116102ae57016080818303126102ae5760405190608082016001600160401b0381118382101761030e576040528051825260208101516001600160401b0381116102ae5783610088918301610360565b6020830190815260408201519091906001600160401b0381116102ae57846100b1918301610360565b6040840190815260608201519094906001600160401b0381116102ae576100d89201610360565b91606081019283528051156102ff5781518051608081036102e857505f60205b60808111156102c15750156102b25761011361011891610454565b610483565b5061012384516103e1565b61012d83516103e1565b51608052516080818051810103126102ae576101aa9281602061017a93015190604081015190608060608201519101516101005260e05260c05260a05251602080825183010191016103a6565b610200526101e0526101c0526101a0526101805261016052610140526101205251602080825183010191016103a6565b610300526102e0526102c0526102a052610280526102605261024052610220526040516110e3908161057182396080518181816101c20152610b7b015260a05181610c7c015260c05181610ca2015260e05181610cc801526101005181610cee01526101205181610d2a01526101405181610d5001526101605181610d7801526101805181610d9e01526101a05181610dc401526101c05181610dea01526101e05181610e1001526102005181610e3601526102205181610e7901526102405181610e9f01526102605181610ec701526102805181610eed01526102a05181610f1301526102c05181610f3901526102e05181610f5f01526103005181610f850152f35b5f80fd5b630319c36760e61b5f5260045ffd5b9081830151179060208101809111156100f857634e487b7160e01b5f52601160045260245ffd5b63b0c7b2f160e01b5f52608060045260245260445ffd5b631a34ea7360e31b5f5260045ffd5b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b0382119082101761030e57604052565b6001600160401b03811161030e57601f01601f191660200190565b81601f820112156102ae5780519061037782610345565b926103856040519485610322565b828452602083830101116102ae57815f9260208093018386015e8301015290565b9190826101009103126102ae5781519160208101519160408201519160608101519160808201519160a08101519160e060c083015192015190565b8051610100810361043c57505f60205b6101008111156104155750156102b25761040d61041291610454565b6104f9565b50565b9081830151179060208101809111156103f157634e487b7160e01b5f52601160045260245ffd5b63b0c7b2f160e01b5f5261010060045260245260445ffd5b9061048160208080946040519581879251918291018484015e810160018382015203018085520183610322565b565b5f8091602081519101600c5afa3d156104f1573d906104a182610345565b916104af6040519384610322565b82523d5f602084013e5b156104de5760808151036104ca5790565b63fa39736960e01b5f52600c60045260245ffd5b622c973160e31b5f52600c60045260245ffd5b6060906104b9565b5f8091602081519101600e5afa3d15610568573d9061051782610345565b916105256040519384610322565b82523d5f602084013e5b15610555576101008151036105415790565b63fa39736960e01b5f52600e60045260245ffd5b622c973160e31b5f52600e60045260245ffd5b60609061052f56fe60806040526004361015610011575f80fd5b5f3560e01c8063205c9cc714610bb9578063372fa48e14610b9e57806352a82b6514610b64578063777880b014610b35578063885eecd3146106955763c7e23aaf1461005b575f80fd5b346104cc5760a06003193601126104cc5760043573ffffffffffffffffffffffffffffffffffffffff811681036104cc5760443567ffffffffffffffff81116104cc576100ac903690600401610bf9565b9060643567ffffffffffffffff81116104cc576100cd903690600401610bf9565b60849291923567ffffffffffffffff81116104cc576100f0903690600401610bf9565b929094610106610101368385610fd4565b611077565b610114610101368588610fd4565b61011f368588610fd4565b8051610100810361066457505f906020905b61010082111561061e575050156105f6575f8061025f6fffffffffffffffffffffffffffffffff60409a60208c61016a81519182610c27565b601a815201907f5457494e5345414c2d4d494253432d424c5331323338312d563100000000000082527fffffffffffffffffffffffffffffffffffffffff0000000000000000000000008d5191601a6020840194855e7f0000000000000000000000000000000000000000000000000000000000000000603a84015246605a84015260601b16607a820152606e8152610204608e82610c27565b519020610212368a8d610fd4565b6020815191012061024e8d8080518094602082019687528b8d848401378b82019060243584830152606082015203016020810184520182610c27565b5190201661025a610c77565b61100a565b602081519101600c5afa913d156105ee573d9261027b84610fb8565b936102888a519586610c27565b84523d5f602086013e5b156105c1576080835103610594575f9283926102b8926102b3913691610fd4565b611039565b602081519101600b5afa933d1561058c573d946102d486610fb8565b956102e188519788610c27565b86523d5f602088013e5b1561055f576080855103610532578486602093846104236104729561041b5f9b9a8c9b506101209561031f88519788610c27565b61010087527fc6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8868801986f024aa2b2f08f0a91260805272dc510518a528801526f13e02b6052719f607dacd3a088274f6560608801527f596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e60808801526f0d1b3cc2c7027888be51d9ef691d77bc60a08801527fb679afda66c73f17f9ee3837a55024f78c71363275a75d75d86bab79f74782aa60c08801526f13fa4d4a0ad8b1ce186ed5061789213d60e08801527f993923066dddaf1040bc3ff59f825c78df74f2d75467e25e0f55f8a00fa030ed6101008801523691610fd4565b983691610fd4565b93818b51978896818089019b8051918291018d5e8801908282018d8152815193849201905e010190898252805192839101825e0190878252518092825e0185815203601f198101835282610c27565b5190600f5afa903d1561052a573d9161048a83610fb8565b9261049783519485610c27565b83523d5f602085013e5b156104fd5760208251036104d0576020828051810103126104cc576001602080930151149051908152f35b5f80fd5b7ffa397369000000000000000000000000000000000000000000000000000000005f52600f60045260245ffd5b7f0164b988000000000000000000000000000000000000000000000000000000005f52600f60045260245ffd5b6060916104a1565b7ffa397369000000000000000000000000000000000000000000000000000000005f52600b60045260245ffd5b7f0164b988000000000000000000000000000000000000000000000000000000005f52600b60045260245ffd5b6060946102eb565b7ffa397369000000000000000000000000000000000000000000000000000000005f52600c60045260245ffd5b7f0164b988000000000000000000000000000000000000000000000000000000005f52600c60045260245ffd5b606092610292565b7fc670d9c0000000000000000000000000000000000000000000000000000000005f5260045ffd5b9091828201511791602081018091116106375790610131565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b7fb0c7b2f1000000000000000000000000000000000000000000000000000000005f5261010060045260245260445ffd5b346104cc5760206003193601126104cc5760043567ffffffffffffffff81116104cc576106c6903690600401610bf9565b9060409160205f61070f8551946106dd8787610c27565b60108652838601947f5457494e5345414c2d56312d5349474e0000000000000000000000000000000086523691610fd4565b93519361077e6001848851888199838301998a5e7fff000000000000000000000000000000000000000000000000000000000000008183019160f81b168382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1810188520186610c27565b85516107eb60038260608780830196888852888d8501528051918291018385015e82017e30000000000000000000000000000000000000000000000000000000000000828201528760628201528a5190818b606383015e010186838201520301601f198101835282610c27565b8651918291518091835e8101838152039060025afa15610b2b575f519060205f8551828101908582527f010000000000000000000000000000000000000000000000000000000000000088820152610862602182868a51808a604185015e820101828101878152500301601f198101835282610c27565b8751918291518091835e8101838152039060025afa15610b21576020915f916108dd60218451968689519485928a838501981888527f02000000000000000000000000000000000000000000000000000000000000008c850152518091604185015e820101828101878152500301601f198101835282610c27565b8551918291518091835e8101838152039060025afa15610b17577f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000190817001000000000000000000000000000000005f5160801c9209088015610a2b57610942610e73565b5f806109508461025a610d24565b602081519101600e5afa3d15610b0f573d9061096b82610fb8565b9161097886519384610c27565b82523d5f602084013e5b15610ae257610100815103610ab5575f91829161099e91611039565b602081519101600d5afa3d15610aad573d906109b982610fb8565b916109c685519384610c27565b82523d5f602084013e5b15610a8057610100815103610a535761012083516109ee8282610c27565b6101008152601f196020820192013683375190208151602083012014610a2b57610a279083519384938452806020850152830190610bd4565b0390f35b7f22da09da000000000000000000000000000000000000000000000000000000005f5260045ffd5b7ffa397369000000000000000000000000000000000000000000000000000000005f52600d60045260245ffd5b7f0164b988000000000000000000000000000000000000000000000000000000005f52600d60045260245ffd5b6060906109d0565b7ffa397369000000000000000000000000000000000000000000000000000000005f52600e60045260245ffd5b7f0164b988000000000000000000000000000000000000000000000000000000005f52600e60045260245ffd5b606090610982565b50513d5f823e3d90fd5b83513d5f823e3d90fd5b82513d5f823e3d90fd5b346104cc575f6003193601126104cc57610a27610b50610e73565b604051918291602083526020830190610bd4565b346104cc575f6003193601126104cc5760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346104cc575f6003193601126104cc57610a27610b50610d24565b346104cc575f6003193601126104cc57610a27610b50610c77565b90601f19601f602080948051918291828752018686015e5f8582860101520116010190565b9181601f840112156104cc5782359167ffffffffffffffff83116104cc57602083818601950101116104cc57565b90601f601f19910116810190811067ffffffffffffffff821117610c4a57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b6040517f000000000000000000000000000000000000000000000000000000000000000060208201527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201527f0000000000000000000000000000000000000000000000000000000000000000608082015260808152610d2160a082610c27565b90565b604080517f000000000000000000000000000000000000000000000000000000000000000060208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201527f000000000000000000000000000000000000000000000000000000000000000060808201527f000000000000000000000000000000000000000000000000000000000000000060a08201527f000000000000000000000000000000000000000000000000000000000000000060c08201527f000000000000000000000000000000000000000000000000000000000000000060e08201527f0000000000000000000000000000000000000000000000000000000000000000610100820152610d218161012081015b03601f198101835282610c27565b604080517f000000000000000000000000000000000000000000000000000000000000000060208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201527f000000000000000000000000000000000000000000000000000000000000000060808201527f000000000000000000000000000000000000000000000000000000000000000060a08201527f000000000000000000000000000000000000000000000000000000000000000060c08201527f000000000000000000000000000000000000000000000000000000000000000060e08201527f0000000000000000000000000000000000000000000000000000000000000000610100820152610d21816101208101610e65565b67ffffffffffffffff8111610c4a57601f01601f191660200190565b929192610fe082610fb8565b91610fee6040519384610c27565b8294818452818301116104cc578281602093845f960137010152565b602080611037928195946040519682889351918291018585015e8201908382015203018085520183610c27565b565b611037906020808095946040519684889551918291018487015e8401908282015f8152815193849201905e01015f815203601f198101845283610c27565b8051608081036110b357505f906020905b608082111561109a575050156105f657565b9091828201511791602081018091116106375790611088565b7fb0c7b2f1000000000000000000000000000000000000000000000000000000005f52608060045260245260445ffd724ed6f29c0bc4c7dfdf9502bc405da944f43634ebefd694b687a614671c2719' as const;
