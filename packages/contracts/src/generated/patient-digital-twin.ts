// Written by scripts/build.mjs from contracts/*.sol; do not edit.
export const patientDigitalTwinAbi = [
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
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   },
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
  "name": "AuthorCheck_EpochUnknown",
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
  "name": "AuthorCheck_ForeignPoint",
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
  "name": "AuthorCheck_NotAdmitted",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint16",
    "name": "version",
    "type": "uint16"
   }
  ],
  "name": "AuthorCheck_ParametersUnknown",
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
  "name": "AuthorCheck_PointOutdated",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "signedDigest",
    "type": "bytes32"
   }
  ],
  "name": "AuthorCheck_ProofInvalid",
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
  "inputs": [
   {
    "internalType": "uint256",
    "name": "size",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "expected",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "given",
    "type": "uint256"
   }
  ],
  "name": "OrderedTree_FrontierLength",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "head",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "joined",
    "type": "bytes32"
   }
  ],
  "name": "OrderedTree_FrontierMismatch",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "evidence",
    "type": "bytes32"
   }
  ],
  "name": "PatientDigitalTwin_AlreadyProved",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "limit",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "given",
    "type": "uint64"
   }
  ],
  "name": "PatientDigitalTwin_MapSizeOutOfRange",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "enum Misbehaviour",
    "name": "kind",
    "type": "uint8"
   }
  ],
  "name": "PatientDigitalTwin_NoMisbehaviour",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "laneId",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "count",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "given",
    "type": "uint64"
   }
  ],
  "name": "PatientDigitalTwin_NotAnExtension",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "laneId",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "index",
    "type": "uint64"
   }
  ],
  "name": "PatientDigitalTwin_NotInMap",
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
  "name": "PatientDigitalTwin_NotThatMap",
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
  "name": "PatientDigitalTwin_NothingToImport",
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
  "name": "PatientDigitalTwin_WrongSequence",
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
    "name": "authorId",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "uint64",
    "name": "number",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "mapRoot",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "size",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "head",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "time",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "authorEpoch",
    "type": "uint32"
   },
   {
    "indexed": false,
    "internalType": "bytes",
    "name": "X",
    "type": "bytes"
   },
   {
    "indexed": false,
    "internalType": "bytes",
    "name": "v",
    "type": "bytes"
   }
  ],
  "name": "BatchAnchored",
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
    "internalType": "uint64",
    "name": "count",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "mapRoot",
    "type": "bytes32"
   }
  ],
  "name": "BatchesImported",
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
    "name": "authorId",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "uint64",
    "name": "seq",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "h",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "mk",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "accessVersion",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "time",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "authorEpoch",
    "type": "uint32"
   },
   {
    "indexed": false,
    "internalType": "bytes",
    "name": "X",
    "type": "bytes"
   },
   {
    "indexed": false,
    "internalType": "bytes",
    "name": "v",
    "type": "bytes"
   }
  ],
  "name": "InstanceAnchored",
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
    "name": "authorId",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "count",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "mk",
    "type": "bytes32"
   }
  ],
  "name": "LaneAdopted",
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
    "name": "authorId",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "count",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "mk",
    "type": "bytes32"
   }
  ],
  "name": "LaneImported",
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
    "indexed": true,
    "internalType": "enum Misbehaviour",
    "name": "kind",
    "type": "uint8"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "evidence",
    "type": "bytes32"
   }
  ],
  "name": "MisbehaviourProved",
  "type": "event"
 },
 {
  "inputs": [],
  "name": "MAX_MAP_SIZE",
  "outputs": [
   {
    "internalType": "uint64",
    "name": "",
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
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   },
   {
    "components": [
     {
      "internalType": "uint64",
      "name": "size",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "head",
      "type": "bytes32"
     }
    ],
    "internalType": "struct MapHead",
    "name": "map",
    "type": "tuple"
   },
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "laneId",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "count",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "mk",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "index",
      "type": "uint64"
     },
     {
      "internalType": "bytes32[]",
      "name": "proof",
      "type": "bytes32[]"
     }
    ],
    "internalType": "struct MapEntry",
    "name": "entry",
    "type": "tuple"
   },
   {
    "internalType": "bytes32[]",
    "name": "extension",
    "type": "bytes32[]"
   }
  ],
  "name": "adopt",
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
      "name": "authorId",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "seq",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "h",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "accessVersion",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "time",
      "type": "uint64"
     }
    ],
    "internalType": "struct Instance",
    "name": "instance",
    "type": "tuple"
   },
   {
    "internalType": "bytes32[]",
    "name": "frontier",
    "type": "bytes32[]"
   },
   {
    "internalType": "bytes",
    "name": "X",
    "type": "bytes"
   },
   {
    "internalType": "bytes",
    "name": "v",
    "type": "bytes"
   },
   {
    "internalType": "bytes",
    "name": "Q",
    "type": "bytes"
   }
  ],
  "name": "anchor",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "mk",
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
      "name": "authorId",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "number",
      "type": "uint64"
     },
     {
      "components": [
       {
        "internalType": "uint64",
        "name": "size",
        "type": "uint64"
       },
       {
        "internalType": "bytes32",
        "name": "head",
        "type": "bytes32"
       }
      ],
      "internalType": "struct MapHead",
      "name": "map",
      "type": "tuple"
     },
     {
      "internalType": "uint64",
      "name": "time",
      "type": "uint64"
     }
    ],
    "internalType": "struct Batch",
    "name": "batch",
    "type": "tuple"
   },
   {
    "components": [
     {
      "internalType": "bytes",
      "name": "X",
      "type": "bytes"
     },
     {
      "internalType": "bytes",
      "name": "v",
      "type": "bytes"
     },
     {
      "internalType": "bytes",
      "name": "Q",
      "type": "bytes"
     }
    ],
    "internalType": "struct AuthorProof",
    "name": "proof",
    "type": "tuple"
   }
  ],
  "name": "anchorBatch",
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
      "name": "authorId",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "number",
      "type": "uint64"
     },
     {
      "components": [
       {
        "internalType": "uint64",
        "name": "size",
        "type": "uint64"
       },
       {
        "internalType": "bytes32",
        "name": "head",
        "type": "bytes32"
       }
      ],
      "internalType": "struct MapHead",
      "name": "map",
      "type": "tuple"
     },
     {
      "internalType": "uint64",
      "name": "time",
      "type": "uint64"
     }
    ],
    "internalType": "struct Batch",
    "name": "batch",
    "type": "tuple"
   }
  ],
  "name": "batchDigest",
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
    "name": "twinId",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   }
  ],
  "name": "head",
  "outputs": [
   {
    "internalType": "uint64",
    "name": "count",
    "type": "uint64"
   },
   {
    "internalType": "bytes32",
    "name": "mk",
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
  "name": "importBatches",
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
  "name": "importLane",
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
  "name": "laneId",
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
    "name": "authorId",
    "type": "bytes32"
   }
  ],
  "name": "latestBatch",
  "outputs": [
   {
    "internalType": "uint64",
    "name": "count",
    "type": "uint64"
   },
   {
    "internalType": "bytes32",
    "name": "mapRoot",
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
      "name": "seq",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "h",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "accessVersion",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "time",
      "type": "uint64"
     }
    ],
    "internalType": "struct Instance",
    "name": "instance",
    "type": "tuple"
   }
  ],
  "name": "leafOf",
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
    "name": "authorId",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "number",
    "type": "uint64"
   }
  ],
  "name": "mapRootOf",
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
  "name": "misbehavioursOf",
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
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "earlierNumber",
    "type": "uint64"
   },
   {
    "components": [
     {
      "internalType": "uint64",
      "name": "size",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "head",
      "type": "bytes32"
     }
    ],
    "internalType": "struct MapHead",
    "name": "earlierMap",
    "type": "tuple"
   },
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "laneId",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "count",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "mk",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "index",
      "type": "uint64"
     },
     {
      "internalType": "bytes32[]",
      "name": "proof",
      "type": "bytes32[]"
     }
    ],
    "internalType": "struct MapEntry",
    "name": "earlier",
    "type": "tuple"
   },
   {
    "internalType": "uint64",
    "name": "laterNumber",
    "type": "uint64"
   },
   {
    "components": [
     {
      "internalType": "uint64",
      "name": "size",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "head",
      "type": "bytes32"
     }
    ],
    "internalType": "struct MapHead",
    "name": "laterMap",
    "type": "tuple"
   },
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "laneId",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "count",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "mk",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "index",
      "type": "uint64"
     },
     {
      "internalType": "bytes32[]",
      "name": "proof",
      "type": "bytes32[]"
     }
    ],
    "internalType": "struct MapEntry[]",
    "name": "neighbours",
    "type": "tuple[]"
   }
  ],
  "name": "proveMisbehaviourByAbsence",
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
    "internalType": "uint64",
    "name": "earlierNumber",
    "type": "uint64"
   },
   {
    "components": [
     {
      "internalType": "uint64",
      "name": "size",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "head",
      "type": "bytes32"
     }
    ],
    "internalType": "struct MapHead",
    "name": "earlierMap",
    "type": "tuple"
   },
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "laneId",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "count",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "mk",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "index",
      "type": "uint64"
     },
     {
      "internalType": "bytes32[]",
      "name": "proof",
      "type": "bytes32[]"
     }
    ],
    "internalType": "struct MapEntry",
    "name": "earlier",
    "type": "tuple"
   },
   {
    "internalType": "uint64",
    "name": "laterNumber",
    "type": "uint64"
   },
   {
    "components": [
     {
      "internalType": "uint64",
      "name": "size",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "head",
      "type": "bytes32"
     }
    ],
    "internalType": "struct MapHead",
    "name": "laterMap",
    "type": "tuple"
   },
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "laneId",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "count",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "mk",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "index",
      "type": "uint64"
     },
     {
      "internalType": "bytes32[]",
      "name": "proof",
      "type": "bytes32[]"
     }
    ],
    "internalType": "struct MapEntry",
    "name": "later",
    "type": "tuple"
   }
  ],
  "name": "proveMisbehaviourByHeads",
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
      "name": "authorId",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "seq",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "h",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "accessVersion",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "time",
      "type": "uint64"
     }
    ],
    "internalType": "struct Instance",
    "name": "first",
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
      "name": "authorId",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "seq",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "h",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "accessVersion",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "time",
      "type": "uint64"
     }
    ],
    "internalType": "struct Instance",
    "name": "second",
    "type": "tuple"
   },
   {
    "components": [
     {
      "internalType": "uint32",
      "name": "epoch",
      "type": "uint32"
     },
     {
      "internalType": "uint16",
      "name": "parametersVersion",
      "type": "uint16"
     },
     {
      "internalType": "bytes",
      "name": "X",
      "type": "bytes"
     },
     {
      "internalType": "bytes",
      "name": "v",
      "type": "bytes"
     }
    ],
    "internalType": "struct PastProof",
    "name": "firstProof",
    "type": "tuple"
   },
   {
    "components": [
     {
      "internalType": "uint32",
      "name": "epoch",
      "type": "uint32"
     },
     {
      "internalType": "uint16",
      "name": "parametersVersion",
      "type": "uint16"
     },
     {
      "internalType": "bytes",
      "name": "X",
      "type": "bytes"
     },
     {
      "internalType": "bytes",
      "name": "v",
      "type": "bytes"
     }
    ],
    "internalType": "struct PastProof",
    "name": "secondProof",
    "type": "tuple"
   }
  ],
  "name": "proveMisbehaviourByLeaves",
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
    "internalType": "uint64",
    "name": "number",
    "type": "uint64"
   },
   {
    "components": [
     {
      "internalType": "uint64",
      "name": "size",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "head",
      "type": "bytes32"
     }
    ],
    "internalType": "struct MapHead",
    "name": "map",
    "type": "tuple"
   },
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "laneId",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "count",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "mk",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "index",
      "type": "uint64"
     },
     {
      "internalType": "bytes32[]",
      "name": "proof",
      "type": "bytes32[]"
     }
    ],
    "internalType": "struct MapEntry",
    "name": "left",
    "type": "tuple"
   },
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "laneId",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "count",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "mk",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "index",
      "type": "uint64"
     },
     {
      "internalType": "bytes32[]",
      "name": "proof",
      "type": "bytes32[]"
     }
    ],
    "internalType": "struct MapEntry",
    "name": "right",
    "type": "tuple"
   }
  ],
  "name": "proveMisbehaviourByOrder",
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

export const patientDigitalTwinBytecode = '0x610140806040523461026d5761016081613ff580380380916100218285610285565b83398101031261026d5760405161016081016001600160401b038111828210176102715760405281519063ffffffff82169182810361026d578152610068602084016102a8565b6020820190815263ffffffff610080604086016102a8565b9260408101938452610094606087016102a8565b94606082019586526100a8608088016102a8565b608083019081526100bb60a089016102a8565b9760a084019889526100cf60c082016102a8565b9060c085019182526100e360e082016102a8565b60e086019081526100f761010083016102a8565b90610100870191825261012261014061011361012086016102a8565b946101208a01958652016102a8565b6101408881019182526040805160208101998a528c516001600160a01b03908116928201929092528d51821660608201528e51821660808201529751811660a08901528e51811660c08901529551861660e08801529151851661010087015291518416610120860152915183169184019190915251166101608083019190915281526101b061018082610285565b519020608052511660a052516001600160a01b0390811660c0529051811660e052905181166101005290511661012052604051613d3890816102bd8239608051816105d5015260a051818181612e9501526131d5015260c05181818161019c0152818161088b0152818161121d0152818161246701528181612a0c01528181612e550152613817015260e05181612f0e01526101005181818161094a015281816121f3015261282a01526101205181818161020701526109ed0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b0382119082101761027157604052565b51906001600160a01b038216820361026d5756fe60806040526004361015610011575f80fd5b5f5f3560e01c80630268cd8f146119175780630b804aca1461189c5780632b5198ae146116f6578063338d77b2146116db57806339866fe6146114735780634668a60d1461115b57806352cd6a471461113157806377b9dd2e146111125780637a206ebb14610f1757806389d1045014610da65780638a7dbf5c14610d8d578063a61c710a14610d48578063acb7dce0146107d7578063b2918c2b14610755578063b67a01e7146105f8578063c40123f5146105bd578063e543d5521461010f5763e7e624b8146100e0575f80fd5b3461010c5760a036600319011261010c575060206101046100ff612c5c565b612d22565b604051908152f35b80fd5b503461010c5760c036600319011261010c5760243560043560403660431901126105b9576084356001600160401b038111610539578060040160a060031983360301126104f45760a4356001600160401b0381116105b557610175903690600401611bc0565b60409291925163b07c4b0360e01b8152866004820152610100816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9081156105aa57889161057b575b506101e063ffffffff60e0830151166131cd565b600181516101ed81611c73565b6101f681611c73565b036105505787906001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690604051917f44c9e010000000000000000000000000000000000000000000000000000000008352886004840152604083602481845afa9283156105455784936104f8575b5063ffffffff60c060ff60208501511693015116813b156104f457898b9260c49287956001600160401b03604051988997889663201ed9b360e01b885260048801526024870152166044850152866064850152608484015260a48301525afa80156104e9576104d0575b5086905260016020526001600160401b0360408820541680156104b2576102ff61030591611e42565b87611f91565b61030f8686611e60565b91828135036104865761032190611fe7565b8187528660205260408720926001600160401b038454169182155f1461042c5750506001600160401b0361035760248601611c5f565b1615155b156103e35750506103be82600192604460247fa78057d921cc312add6721f120dbb0f768167a07ce663d1c6f3860acdf60378e9601926001600160401b036103a285611c5f565b166001600160401b031984541617835501359384910155611c5f565b604080516001600160401b039092168252602082019290925290819081015b0390a380f35b6001600160401b0360649288926103fc60248801611c5f565b917f32c3377f00000000000000000000000000000000000000000000000000000000855260045260245216604452fd5b6024860191836001600160401b0361044385611c5f565b16119283610454575b50505061035b565b61047e9350610467600188015491611c5f565b906001600160401b0360448a013592169086613231565b5f808061044c565b6044886001600160401b038561049e60648a01611c5f565b9063c66574bf60e01b845260045216602452fd5b6044886104bd612c5c565b63197430d160e31b825281600452602452fd5b816104da91611ce5565b6104e557865f6102d6565b8680fd5b6040513d84823e3d90fd5b8480fd5b9092506040813d60401161053d575b8161051460409383611ce5565b8101031261053957610531602061052a83611e11565b9201611ec5565b50915f61026c565b8380fd5b3d9150610507565b6040513d86823e3d90fd5b8787604492519061056082611c73565b630917d99760e11b835260045261057681611c73565b602452fd5b61059d91506101003d81116105a3575b6105958183611ce5565b810190611ee6565b5f6101cc565b503d61058b565b6040513d8a823e3d90fd5b8580fd5b8280fd5b503461010c578060031936011261010c5760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b503461010c5761060736611baa565b90610610612dd2565b61061a8383611e60565b845283602052604460406001600160a01b03610120828820940151168151928380927f0b804aca0000000000000000000000000000000000000000000000000000000082528760048301528860248301525afa91821561074a5785918693610717575b506001600160401b0381541615801590610706575b6106f357805467ffffffffffffffff19166001600160401b0390921691821781556001018290556040805191825260208201929092527f4a15e097827918b426977896720f1faf06a709c3efdec606a0ef098a3a9f71ab91819081016103dd565b602486866346be70dd60e01b8252600452fd5b506001600160401b03821615610692565b90925061073c915060403d604011610743575b6107348183611ce5565b810190611e25565b915f61067d565b503d61072a565b6040513d87823e3d90fd5b503461010c57602036600319011261010c576004358181815260016020526001600160401b0360408220541691826107a6575b5050604080516001600160401b039290921682526020820192909252f35b604092935081526002602052206001600160401b036107c483611e42565b165f5260205260405f2054905f80610788565b5034610c2e5736600319016101408112610c2e5760c013610c2e5760c4356001600160401b038111610c2e57610811903690600401611bc0565b919060e4356001600160401b038111610c2e57610832903690600401611bf0565b610104356001600160401b038111610c2e57610852903690600401611bf0565b610124949194356001600160401b038111610c2e57610875903690600401611bf0565b949093610880611d06565b986001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001695602435976040519163b07c4b0360e01b8352896004840152610100836024818c5afa928315610c23575f93610d27575b506108f063ffffffff60e0850151166131cd565b82516108fb81611c73565b61090481611c73565b15988915610ce157604051907e8dd3c800000000000000000000000000000000000000000000000000000000825260043560048301526080826024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa918215610c23575f8d5f915f935f96610c88575b5003610c71579163ffffffff60209260049460608a0152166040880152604051928380927f0de751490000000000000000000000000000000000000000000000000000000082525afa908115610c23575f91610c32575b5061ffff80911691161460808401525b600435987f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316610a1d611c49565b9160ff60208701511663ffffffff60c08801511691833b15610c2e575f938f938f929360c4946001600160401b03604051998a98899763201ed9b360e01b8952600489015260248801521660448601526064850152608484015260a48301525afa908115610c23578e91610bfb575b506040928492898e898f8c9063ffffffff9a610aaa610ab19961346b565b9130613aaa565b01511694610abf8888611e60565b8a528960205260408a206001600160401b0381541692836001600160401b03610ae6611c1d565b1603610bd357610b0a610b129c9d6001600160401b039260018501958654886130b6565b9b8c94611da1565b166001600160401b031982541617905555610b2b611c1d565b93610b34611c49565b9960a4356001600160401b0381169182820361010c5750610bb88b95610bc8957fde309303700b41a9891f3bdf6c5f5d8eadb509fa3f862c664360da4a6ec18298999560209f99956001600160401b039550856040519b8c9b6064358d5260208d01521660408b015260608a0152608089015260e060a089015260e0880191611df1565b9285840360c08701521698611df1565b0390a4604051908152f35b60448c6001600160401b0386610be7611c1d565b9063df9eb6fd60e01b845260045216602452fd5b879d5092849392898e610c118f98965f90611ce5565b895f9f50505050925092939a9c610a8c565b6040513d5f823e3d90fd5b5f80fd5b90506020813d602011610c69575b81610c4d60209383611ce5565b81010312610c2e5761ffff610c628192612197565b91506109d7565b3d9150610c40565b8d630917d99760e11b5f526004525f60245260445ffd5b9550505050506080823d608011610cd9575b81610ca760809383611ce5565b81010312610c2e5781516020830151928d610cd06060610cc960408501611eb4565b9301612197565b9491925f610980565b3d9150610c9a565b5060018351610cef81611c73565b610cf881611c73565b146109e75782518a610d0982611c73565b630917d99760e11b5f52600452610d1f81611c73565b60245260445ffd5b610d419193506101003d81116105a3576105958183611ce5565b915f6108dc565b34610c2e576040366003190112610c2e57610d61611b7e565b6004355f5260026020526001600160401b0360405f2091165f52602052602060405f2054604051908152f35b34610c2e576020610104610da036611baa565b90611e60565b34610c2e576020366003190112610c2e57600435602460406001600160a01b03610120610dd1612dd2565b0151168151928380927fb2918c2b0000000000000000000000000000000000000000000000000000000082528660048301525afa8015610c23575f915f91610ef6575b50825f5260016020526001600160401b0360405f20541615801590610ee5575b610ed2577f17c2a732b6a0c91efe05425e42ff36971e8cff366d6c6bbbabbc3e1c5739c36591835f52600160205260405f206001600160401b0382166001600160401b0319825416179055835f52600260205260405f206001600160401b03610e9c83611e42565b165f526020528160405f2055610ecd60405192839283602090939291936001600160401b0360408201951681520152565b0390a2005b826346be70dd60e01b5f5260045260245ffd5b506001600160401b03821615610e34565b9050610f11915060403d604011610743576107348183611ce5565b83610e14565b34610c2e5760c0366003190112610c2e57600435610f33611b7e565b6040366043190112610c2e576084356001600160401b038111610c2e578060040160a06003198336030112610c2e5760a435916001600160401b038311610c2e57826004019060a06003198536030112610c2e57606490610f948688611f91565b610f9d84611fe7565b610fa683611fe7565b01916064610fb384611c5f565b9401936001600160401b0380610fc887611c5f565b169116109182611104575b5050156110f057610ff4610fee6001600160401b0392611c5f565b92611c5f565b81604051938160208601968888521660408601521660608401521660808201526080815261102360a082611ce5565b51902090815f52600460205260ff60405f2054166110c457815f52600460205260405f20600160ff19825416179055805f52600360205260405f20805490600182018092116110b057557fb1ab022f41caf7ebaf7603092a54f58c3ede90354c91f5c5ab47464cec56b1e56020600393604051908152a3005b634e487b7160e01b5f52602160045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b507fcc4eb92d000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6308bf20cb60e11b5f52600360045260245ffd5b359035101590508580610fd3565b34610c2e575f366003190112610c2e5760206040516401000000008152f35b34610c2e576020366003190112610c2e576004355f526003602052602060405f2054604051908152f35b34610c2e57366003190160c08112610c2e5760a013610c2e5760a4356001600160401b038111610c2e578060040160606003198336030112610c2e576001600160401b036111a7611c1d565b16158015611455575b6114105760043590815f5260016020526001600160401b0360405f20541692836001600160401b036111e0611c33565b16036113e8576111ee612c5c565b906111f882612d22565b6040519063b07c4b0360e01b8252856004830152610100826024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa918215610c23575f926113c7575b5061126163ffffffff60e0840151166131cd565b6001825161126e81611c73565b61127781611c73565b036113bb5785906112888680611dbf565b602486939293019561129a878a611dbf565b9290916044016112aa908b611dbf565b9590948830986112b999613aaa565b6040015163ffffffff166112cc86611da1565b855f52600160205260405f20906001600160401b03166001600160401b0319825416179055845f52600260205260405f206001600160401b0387165f526020528260405f205561131a611c1d565b93611323611c49565b9261132e8280611dbf565b916113399193611dbf565b93909460405197889788526001600160401b0316602088015260643560408801526001600160401b03166060870152608086015260a0850160e0905260e085019061138392611df1565b9083820360c085015261139592611df1565b037ffaf959923a071eeca5e15824c40e053adec9fdd0391536f05108bb53c1e5f19b91a3005b815186610d0982611c73565b6113e19192506101003d81116105a3576105958183611ce5565b908761124d565b6001600160401b03846113f9611c33565b9063df9eb6fd60e01b5f526004521660245260445ffd5b6001600160401b03611420611c1d565b7fdb32edee000000000000000000000000000000000000000000000000000000005f526401000000006004521660245260445ffd5b506401000000006001600160401b0361146c611c1d565b16116111b0565b34610c2e5736600319016101c08112610c2e5760c013610c2e5760c03660c3190112610c2e57610184356001600160401b038111610c2e5760806003198236030112610c2e576101a4356001600160401b038111610c2e5760806003198236030112610c2e5760c43591826004351491826116cd575b8261169b575b6114f7611d06565b93610104356001600160401b0381168103610c2e57610144356001600160401b0381168103610c2e57610164356001600160401b0381168103610c2e576001600160c01b03198092816040519560208701975f8952602188015260e435604188015260c01b16606186015261012435606986015260c01b16608984015260c01b1660918201526079815261158c609982611ce5565b51902092158015611692575b61167f576115ac6115b592600401856121c9565b60040182612800565b808210156116575760405190602082019283526040820152604081526115dc606082611ce5565b5190205b602435815f52600460205260ff60405f2054166110c457815f52600460205260405f20600160ff19825416179055805f52600360205260405f20805490600182018092116110b057557fb1ab022f41caf7ebaf7603092a54f58c3ede90354c91f5c5ab47464cec56b1e560205f93604051908152a3005b906040519060208201928352604082015260408152611677606082611ce5565b5190206115e0565b6308bf20cb60e11b5f525f60045260245ffd5b50828414611598565b91506116a5611c1d565b610104356001600160401b03811691828203610c2e576001600160401b0391501614916114ef565b60243560e4351492506114e9565b34610c2e5760c0366003190112610c2e576020610104611d06565b34610c2e57610120366003190112610c2e57600435611713611b7e565b6040366043190112610c2e57608435906001600160401b038211610c2e5760a082600401926003199036030112610c2e5761174c611b94565b60403660c3190112610c2e57610104356001600160401b038111610c2e57611778903690600401611bc0565b6117828487611f91565b61178c8387611fdc565b61179585611fe7565b6001600160401b0383166001600160401b038516109182611889575b5050156118755760408051602081018681526001600160401b0394851692820192909252929091166060830152913560808201526117fc8160a081015b03601f198101835282611ce5565b51902090815f52600460205260ff60405f2054166110c457815f52600460205260405f20600160ff19825416179055805f52600360205260405f20805490600182018092116110b057557fb1ab022f41caf7ebaf7603092a54f58c3ede90354c91f5c5ab47464cec56b1e56020600293604051908152a3005b6308bf20cb60e11b5f52600260045260245ffd5b6118959250853561203e565b85806117b1565b34610c2e576118ad610da036611baa565b5f525f60205260405f206001600160401b038154169081155f1461190d5750505f7fc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470905b604080516001600160401b039290921682526020820192909252f35b60010154906118f1565b34610c2e57610120366003190112610c2e57600435611934611b7e565b6040366043190112610c2e57608435906001600160401b038211610c2e57816004019160a06003198236030112610c2e5761196d611b94565b9060403660c3190112610c2e57610104356001600160401b038111610c2e57806004019160a06003198336030112610c2e576119a98588611f91565b6119b38488611fdc565b6119bc86611fe7565b6119c78360c46133b7565b15611b51576001600160401b0384166001600160401b038616109283611b45575b5082611abd575b505015611aa95760408051602081018681526001600160401b039485169282019290925292909116606083015291356080820152611a308160a081016117ee565b51902090815f52600460205260ff60405f2054166110c457815f52600460205260405f20600160ff19825416179055805f52600360205260405f20805490600182018092116110b057557fb1ab022f41caf7ebaf7603092a54f58c3ede90354c91f5c5ab47464cec56b1e56020600193604051908152a3005b6308bf20cb60e11b5f52600160045260245ffd5b60248201925090611acd83611c5f565b60248301906001600160401b0380611ae484611c5f565b16911610938415611afb575b5050505085806119ef565b6001600160401b039192939450611b1b611b158392611c5f565b93611c5f565b169116149182611b31575b505085808080611af0565b604491925081013591013514158580611b26565b358635149250876119e8565b6001600160401b0383611b6660648501611c5f565b9063c66574bf60e01b5f52356004521660245260445ffd5b602435906001600160401b0382168203610c2e57565b60a435906001600160401b0382168203610c2e57565b6040906003190112610c2e576004359060243590565b9181601f84011215610c2e578235916001600160401b038311610c2e576020808501948460051b010111610c2e57565b9181601f84011215610c2e578235916001600160401b038311610c2e5760208381860195010111610c2e57565b6044356001600160401b0381168103610c2e5790565b6024356001600160401b0381168103610c2e5790565b6084356001600160401b0381168103610c2e5790565b356001600160401b0381168103610c2e5790565b6004111561109c57565b61014081019081106001600160401b03821117611c9957604052565b634e487b7160e01b5f52604160045260245ffd5b61012081019081106001600160401b03821117611c9957604052565b61016081019081106001600160401b03821117611c9957604052565b90601f801991011681019081106001600160401b03821117611c9957604052565b6044356001600160401b0381168103610c2e576084356001600160401b0381168103610c2e5760a4356001600160401b0381168103610c2e57806001600160c01b0319915081604051938160208601965f88526004356021880152602435604188015260c01b166061860152606435606986015260c01b16608984015260c01b16609182015260798152611d9b609982611ce5565b51902090565b6001600160401b036001911601906001600160401b0382116110b057565b903590601e1981360301821215610c2e57018035906001600160401b038211610c2e57602001918136038313610c2e57565b908060209392818452848401375f828201840152601f01601f1916010190565b51906001600160401b0382168203610c2e57565b9190826040910312610c2e576020611e3c83611e11565b92015190565b6001600160401b035f19911601906001600160401b0382116110b057565b906040519060208201927fd0efdcf99a4a7b3dbd5e6cd24b5eb151c713a2ceac93b1cfc700ab740fd5d6d984526040830152606082015260608152611d9b608082611ce5565b519060ff82168203610c2e57565b519063ffffffff82168203610c2e57565b51908115158203610c2e57565b51906001600160a01b0382168203610c2e57565b9081610100910312610c2e576040519061010082018281106001600160401b03821117611c995760405280516004811015610c2e57611f899160e0918452611f3060208201611ea6565b6020850152611f4160408201611eb4565b604085015260608101516060850152611f5c60808201611ec5565b6080850152611f6d60a08201611ed2565b60a0850152611f7e60c08201611eb4565b60c085015201611eb4565b60e082015290565b90611f9c6044612cc3565b915f5260026020526001600160401b0360405f2091165f5260205260405f2054808203611fc7575050565b63197430d160e31b5f5260045260245260445ffd5b90611f9c60c4612cc3565b611ff28160446133b7565b15611ffa5750565b80611b6660606001600160401b039301611c5f565b901561202a57803590609e1981360301821215610c2e570190565b634e487b7160e01b5f52603260045260245ffd5b91906001821461210557600282036120fe5761205a828261200f565b916001101561202a57602081013590609e1981360301821215610c2e57019061208d61208860608301611c5f565b611da1565b6001600160401b03806120a260608601611c5f565b1691161492836120f2575b836120e7575b50826120d3575b50816120c4575090565b6120d0915060c46133b7565b90565b6120e091925060c46133b7565b905f6120ba565b82351192505f6120b3565b809350813510926120ad565b5050505f90565b9061210f9161200f565b60608101916001600160401b0361212584611c5f565b1615928361218c575b8315612140575b5050816120c4575090565b6121509192935061208890611c5f565b60c4356001600160401b03811691828203610c2e576001600160401b03915016149081612181575b50905f80612135565b90508135105f612178565b82358210935061212e565b519061ffff82168203610c2e57565b519064ffffffffff82168203610c2e57565b3563ffffffff81168103610c2e5790565b91906004359260405163445b0a3960e11b8152846004820152610140816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115610c23575f9161272f575b5060c0810151906024358092036124345763ffffffff90816020612246876121b8565b9201511691829116116123f15750508361225e613515565b9485511561202a576030602087015385516001101561202a576078602187015360415b600181116123b0575061238057506040519361229e608086611ce5565b6048855260603660208701376040906040516122bb604082611ce5565b60088152673830ba34b2b73a1d60c11b60208201525f5b600881106123555750505f5b8281106123115750505061230861230261230f94956122fc856121b8565b9061355a565b9161346b565b90306137c7565b565b80600201806002116110b0576123306001600160f81b03199184613549565b51169080600801806008116110b05761234e6001935f1a918a613549565b53016122de565b806001600160f81b031961236b60019385613549565b51165f1a612379828b613549565b53016122d2565b7fe22e27eb000000000000000000000000000000000000000000000000000000005f52600452602060245260445ffd5b90600f811690601082101561202a576f181899199a1a9b1b9c1cb0b131b232b360811b6123ec921a6123e2848a613549565b5360041c916130aa565b612281565b63ffffffff9250612401846121b8565b917fe8c31d5d000000000000000000000000000000000000000000000000000000005f526004526024521660445260645ffd5b5093506124439092919261346b565b9260405190630d406cf760e41b82528060048301525f826024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa918215610c23575f92612632575b5063ffffffff6124a6856121b8565b81606085015116918291161161262257505060e001519182518015908115612617575b506125f5575f5b835181101561258a576001600160f81b03196124ec8286613549565b5116606160f81b8110158061257c575b801561255f575b15908161253e575b50612518576001016124d0565b604051633d4ad15b60e21b8152602060048201528061253a60248201876137a3565b0390fd5b821515915081612551575b50155f61250b565b602d60f81b9150145f612549565b50600360fc1b81101580156125035750603960f81b811115612503565b50603d60f91b8111156124fc565b5090926125ef60206125e6602961230f966040519384917f686f73706974616c3a0000000000000000000000000000000000000000000000828401528051918291018484015e81015f838201520301601f198101835282611ce5565b6122fc846121b8565b306137c7565b604051633d4ad15b60e21b8152602060048201528061253a60248201866137a3565b603f9150115f6124c9565b63ffffffff9250612401856121b8565b9091503d805f833e6126448183611ce5565b810190602081830312610c2e578051906001600160401b038211610c2e570161012081830312610c2e576040519161267b83611cad565b815183526020820151602084015261269560408301611ed2565b60408401526126a660608301611eb4565b606084015260808201516004811015610c2e5760808401526126ca60a08301611ea6565b60a08401526126db60c08301612197565b60c084015260e08201516001600160401b038111610c2e57816126ff9184016134fb565b60e08401526101008201516001600160401b038111610c2e5761272292016134fb565b610100820152905f612497565b9050610140813d82116127f8575b8161274b6101409383611ce5565b81010312610c2e576127ec6101206040519261276684611c7d565b61276f81611ed2565b845261277d60208201611eb4565b602085015261278e60408201611ea6565b604085015261279f60608201612197565b60608501526127b0608082016121a6565b608085015260a081015160a085015260c081015160c085015260e081015160e08501526127e061010082016121a6565b610100850152016121a6565b6101208201525f612223565b3d915061273d565b919060c4359260405163445b0a3960e11b8152846004820152610140816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115610c23575f91612c11575b5060c08101519060e4358092036129d95763ffffffff9081602061287d876121b8565b9201511691829116116123f157505083612895613515565b9485511561202a576030602087015385516001101561202a576078602187015360415b600181116129a257506123805750604051936128d5608086611ce5565b6048855260603660208701376040906040516128f2604082611ce5565b60088152673830ba34b2b73a1d60c11b60208201525f5b600881106129775750505f5b8281106129335750505061230861230261230f94956122fc856121b8565b80600201806002116110b0576129526001600160f81b03199184613549565b51169080600801806008116110b0576129706001935f1a918a613549565b5301612915565b806001600160f81b031961298d60019385613549565b51165f1a61299b828b613549565b5301612909565b90600f811690601082101561202a576f181899199a1a9b1b9c1cb0b131b232b360811b6129d4921a6123e2848a613549565b6128b8565b5093506129e89092919261346b565b9260405190630d406cf760e41b82528060048301525f826024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa918215610c23575f92612b14575b5063ffffffff612a4b856121b8565b81606085015116918291161161262257505060e001519182518015908115612b09575b506125f5575f5b835181101561258a576001600160f81b0319612a918286613549565b5116606160f81b81101580612afb575b8015612ade575b159081612abd575b5061251857600101612a75565b821515915081612ad0575b50155f612ab0565b602d60f81b9150145f612ac8565b50600360fc1b8110158015612aa85750603960f81b811115612aa8565b50603d60f91b811115612aa1565b603f9150115f612a6e565b9091503d805f833e612b268183611ce5565b810190602081830312610c2e578051906001600160401b038211610c2e570161012081830312610c2e5760405191612b5d83611cad565b8151835260208201516020840152612b7760408301611ed2565b6040840152612b8860608301611eb4565b606084015260808201516004811015610c2e576080840152612bac60a08301611ea6565b60a0840152612bbd60c08301612197565b60c084015260e08201516001600160401b038111610c2e5781612be19184016134fb565b60e08401526101008201516001600160401b038111610c2e57612c0492016134fb565b610100820152905f612a3c565b9050610140813d8211612c54575b81612c2d6101409383611ce5565b81010312610c2e57612c486101206040519261276684611c7d565b6101208201525f61285a565b3d9150612c1f565b6044356001600160401b0381168103610c2e576040516001600160c01b031960208201927f9397b2d3223d30ec7d52f30204a8ba1ac339335dfddbd8f5ff4060a065280001845260c01b166040820152606435604882015260488152611d9b606882611ce5565b612ccc81611c5f565b906020604051916001600160c01b0319828401947f9397b2d3223d30ec7d52f30204a8ba1ac339335dfddbd8f5ff4060a065280001865260c01b1660408401520135604882015260488152611d9b606882611ce5565b602435906001600160401b0382168203610c2e576084356001600160401b0381168103610c2e57806001600160c01b03199150604051928260208501955f8752600435602187015260c01b166041850152604984015260c01b16606982015260518152612d90607182611ce5565b51902060405160208101917f759c6245abed3182de3b05775123c14a8aede7dc63943757efda463302334cd98352604082015260408152611d9b606082611ce5565b5f610140604051612de281611cc9565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e0820152826101008201528261012082015201526040517f172195220000000000000000000000000000000000000000000000000000000081526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015610c23575f9061305f575b612e8e91506131cd565b63ffffffff7f00000000000000000000000000000000000000000000000000000000000000001660018114613037575f190163ffffffff81116110b05763ffffffff604051917fe8ea7778000000000000000000000000000000000000000000000000000000008352166004820152610160816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115610c23575f91612f41575090565b9050610160813d821161302f575b81612f5d6101609383611ce5565b81010312610c2e5761302661014060405192612f7884611cc9565b612f8181611eb4565b8452612f8f60208201611ed2565b6020850152612fa060408201611ed2565b6040850152612fb160608201611ed2565b6060850152612fc260808201611ed2565b6080850152612fd360a08201611ed2565b60a0850152612fe460c08201611ed2565b60c0850152612ff560e08201611ed2565b60e08501526130076101008201611ed2565b61010085015261301a6101208201611ed2565b61012085015201611ed2565b61014082015290565b3d9150612f4f565b7f0ee650a6000000000000000000000000000000000000000000000000000000005f5260045ffd5b506020813d602011613092575b8161307960209383611ce5565b81010312610c2e5761308d612e8e91611eb4565b612e84565b3d915061306c565b919081101561202a5760051b0190565b80156110b0575f190190565b92909194938392835f945b6131ad57508380840361317957801561316f575f1981019081116110b0576130f7906130ee81868b61309a565b3590858a613bd6565b90808203613141575050925b60018082161461311857506120d09394613bd6565b9291613126613138916130aa565b9261313284848961309a565b35613c13565b9260011c613103565b7f5c16f495000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5090955050505050565b8390867ff977e106000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b935f1981146110b057600101935f198101908082116110b05716806130c1565b63ffffffff807f000000000000000000000000000000000000000000000000000000000000000016911690808203613203575050565b7f63181e02000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b939293919091801580156133ae575b6133865781811461339d575f1981019081116110b057905f1981019081116110b057905b600180821614613390575f839682613373575b87959192915b8184106132ac57505050501593846132a2575b50508261329c57505090565b14919050565b1492505f80613290565b909298959491969397881561336557600180891614801561335c575b15613334576132e36132ef916131328c87869d9c989d61309a565b956131328b8b8561309a565b925b60018116158061332b575b1561330e5760011c9660011c966132f1565b60019099949793969998919295985b811c93811c9401929161327d565b508015156132fc565b979290919461335660019161334f8c85879e999c9b9e61309a565b3590613c13565b9661331d565b508888146132c8565b505050505050925050505f90565b9650508515613386576001843596613277565b5050505050505f90565b60011c9060011c90613264565b505092905015918261329c57505090565b50818111613240565b6133c360208301611c5f565b6040516001600160c01b031960208201925f84528535602184015260c01b1660418201526040840135604982015260498152613400606982611ce5565b51902061340c82611c5f565b9061341960608501611c5f565b93608081013590601e1981360301821215610c2e5701928335936001600160401b038511610c2e57602001928460051b36038413610c2e576001600160401b036020816120d098169301359116613c59565b60405160208101917faec73f9d3733da9f6bde0d83214b5fcf5acdc9e536a7d8d02ac9f614612d12c08352604082015260408152611d9b606082611ce5565b6001600160401b038111611c9957601f01601f191660200190565b9291926134d1826134aa565b916134df6040519384611ce5565b829481845281830111610c2e578281602093845f96015e010152565b9080601f83011215610c2e5781516120d0926020016134c5565b61351f60426134aa565b9061352d6040519283611ce5565b6042825281601f1961353f60426134aa565b0190602036910137565b90815181101561202a570160200190565b9063ffffffff169081158015613787575b61375b575f82807a184f03e93ff9f4daa797ed6e38ed64bf6a1f010000000000000000811015613730575b50806d04ee2d6d415b85acef8100000000600a921015613715575b662386f26fc10000811015613701575b6305f5e1008110156136f0575b6127108110156136e1575b60648110156136d3575b10156136cb575b6001810192600a60216136156135ff876134aa565b9661360d6040519889611ce5565b8088526134aa565b602087019490601f19013686378601015b5f1901916f181899199a1a9b1b9c1cb0b131b232b360811b8282061a83530490811561365457600a90613626565b50507fffffffff000000000000000000000000000000000000000000000000000000009260246004926120d0948051938760208251936040519a8b9860e01b16828901528051918291018789015e86019260e01b1684830152518092602883015e01015f838201520301601f198101835282611ce5565b6001016135ea565b6064600291049201916135e3565b612710600491049201916135d9565b6305f5e100600891049201916135ce565b662386f26fc10000601091049201916135c1565b6d04ee2d6d415b85acef8100000000602091049201916135b1565b604092507a184f03e93ff9f4daa797ed6e38ed64bf6a1f01000000000000000090049050600a613596565b507fce8536c7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50633b9ac9ff821161356b565b3561ffff81168103610c2e5790565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b919260208101916137d783613794565b61ffff604051917f89fba00d0000000000000000000000000000000000000000000000000000000083521660048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015610c23575f90613a6a575b6001600160a01b03915016928315613a325750905f61389b9392604051809581927f885eecd30000000000000000000000000000000000000000000000000000000083526020600484015260248301906137a3565b0381855afa908115610c235785935f926139bd575b506138e69461393d602095949361392b846139196138d960406001600160a01b03980183611dbf565b9b90926060810190611dbf565b9190926040519c8d9b8c9a8b9a63c7e23aaf60e01b8c521660048b015260248a015260a060448a015260a4890191611df1565b86810360031901606488015291611df1565b838103600319016084850152906137a3565b03915afa908115610c23575f91613983575b50156139585750565b7fc8ee5649000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b90506020813d6020116139b5575b8161399e60209383611ce5565b81010312610c2e576139af90611ec5565b5f61394f565b3d9150613991565b93509190503d805f853e6139d18185611ce5565b830192604081850312610c2e576020810151906001600160401b038211610c2e57019280601f85011215610c2e576138e69461393d879461392b613a246001600160a01b0395896020809b5191016134c5565b9596975050925050946138b0565b613a3e61ffff91613794565b7fec5d8188000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b506020813d602011613aa2575b81613a8460209383611ce5565b81010312610c2e57613a9d6001600160a01b0391611ed2565b613846565b3d9150613a77565b95929893969190979497608082015115613bac57613ac7856134aa565b613ad46040519182611ce5565b85815260208101903687890111610c2e57868883375f6020888301015251902090606083015190818303613b7b57505050936001600160a01b0393613b698a979461393d94613b578860a060209d9b015116996040519d8e9c8d9b8c9b63c7e23aaf60e01b8d521660048c015260248b015260a060448b015260a48a0191611df1565b87810360031901606489015291611df1565b84810360031901608486015291611df1565b7f97a45707000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b7e28559f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b92939290825b613be557505050565b9091935f1985018581116110b057613c0b91613132613c0592858761309a565b946130aa565b919082613bdc565b906040519060208201927f010000000000000000000000000000000000000000000000000000000000000084526021830152604182015260418152611d9b606182611ce5565b919390938281101561338657915f1981019081116110b05792945f92915b818410613c8e575050505015918261329c57505090565b90929693958695929515613d2c576001808716148015613d23575b15613d0457613cc1906131328986859a99979a61309a565b925b600181161580613cfb575b15613ce05760011c9460011c94613cc3565b6001909794979691929593965b811c93811c94019291613c77565b50801515613cce565b613d1d60019161334f8a8786979a9b98969c999c61309a565b96613ced565b50868614613ca9565b50505050925050505f9056' as const;
