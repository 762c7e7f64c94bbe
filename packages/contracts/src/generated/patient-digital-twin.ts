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
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   }
  ],
  "name": "PatientDigitalTwin_ImportFirst",
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

export const patientDigitalTwinBytecode = '0x6101408060405234610282576101608161424b8038038091610021828561029a565b8339810103126102825760405161016081016001600160401b038111828210176102865760405281519063ffffffff821691828103610282578152610068602084016102bd565b6020820190815263ffffffff610080604086016102bd565b9260408101938452610094606087016102bd565b94606082019586526100a8608088016102bd565b608083019081526100bb60a089016102bd565b9760a084019889526100cf60c082016102bd565b9060c085019182526100e360e082016102bd565b60e086019081526100f761010083016102bd565b90610100870191825261012261014061011361012086016102bd565b946101208a01958652016102bd565b6101408881019182526040805160208101998a528c516001600160a01b03908116928201929092528d51821660608201528e51821660808201529751811660a08901528e51811660c08901529551861660e08801529151851661010087015291518416610120860152915183169184019190915251166101608083019190915281526101b06101808261029a565b519020608052511660a052516001600160a01b0390811660c0529051811660e052905181166101005290511661012052604051613f7990816102d28239608051816105e9015260a051818181612d54015281816130b9015281816132b00152613416015260c05181818161019c015281816108120152818161117901528181612426015281816129cb015281816130770152613a58015260e051818181612d8201526132de0152610100518181816108d1015281816121b201526127e901526101205181818161020701526109740152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b0382119082101761028657604052565b51906001600160a01b03821682036102825756fe60806040526004361015610011575f80fd5b5f5f3560e01c80630268cd8f146118e65780630b804aca1461186b5780632b5198ae146116a2578063338d77b21461168757806339866fe6146113fa5780634668a60d146110b057806352cd6a471461108657806377b9dd2e146110675780637a206ebb14610e4957806389d1045014610d435780638a7dbf5c14610d2a578063a61c710a14610ce5578063acb7dce01461075e578063b2918c2b146106dc578063b67a01e71461060c578063c40123f5146105d1578063e543d5521461010f5763e7e624b8146100e0575f80fd5b3461010c5760a036600319011261010c575060206101046100ff612ecb565b612f91565b604051908152f35b80fd5b503461010c5760c036600319011261010c5760243560043560403660431901126105cd576084356001600160401b03811161054d578060040160a060031983360301126105085760a4356001600160401b0381116105c957610175903690600401611bb2565b60409291925163b07c4b0360e01b8152866004820152610100816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9081156105be57889161058f575b506101e063ffffffff60e08301511661340e565b600181516101ed81611c65565b6101f681611c65565b036105645787906001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690604051917f44c9e010000000000000000000000000000000000000000000000000000000008352886004840152604083602481845afa92831561055957849361050c575b5063ffffffff60c060ff60208501511693015116813b1561050857898b9260c49287956001600160401b03604051988997889663201ed9b360e01b885260048801526024870152166044850152866064850152608484015260a48301525afa80156104fd576104e4575b5086905260016020526001600160401b0360408820541680156104c6576102ff61030591611de7565b87611f4a565b61030f8686611e05565b918281350361049a5761032190611fa0565b8187528660205260408720926001600160401b038454169182158061048b575b156104315750506001600160401b0361035c60248601611c51565b1615155b156103e85750506103c382600192604460247fa78057d921cc312add6721f120dbb0f768167a07ce663d1c6f3860acdf60378e9601926001600160401b036103a785611c51565b166001600160401b031984541617835501359384910155611c51565b604080516001600160401b039092168252602082019290925290819081015b0390a380f35b6001600160401b03606492889261040160248801611c51565b917f32c3377f00000000000000000000000000000000000000000000000000000000855260045260245216604452fd5b6024860191836001600160401b0361044885611c51565b16119283610459575b505050610360565b610483935061046c600188015491611c51565b906001600160401b0360448a013592169086613472565b5f8080610451565b6104958989613143565b610341565b6044886001600160401b03856104b260648a01611c51565b9063c66574bf60e01b845260045216602452fd5b6044886104d1612ecb565b63197430d160e31b825281600452602452fd5b816104ee91611cbb565b6104f957865f6102d6565b8680fd5b6040513d84823e3d90fd5b8480fd5b9092506040813d604011610551575b8161052860409383611cbb565b8101031261054d57610545602061053e83611f36565b9201611e6a565b50915f61026c565b8380fd5b3d915061051b565b6040513d86823e3d90fd5b8787604492519061057482611c65565b630917d99760e11b835260045261058a81611c65565b602452fd5b6105b191506101003d81116105b7575b6105a98183611cbb565b810190611e8b565b5f6101cc565b503d61059f565b6040513d8a823e3d90fd5b8580fd5b8280fd5b503461010c578060031936011261010c5760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b503461010c5761061b36611b9c565b90610624613041565b61062e8282611e05565b8352826020526040832061064283836132a6565b916001600160401b03815416158015906106cb575b6106b857805467ffffffffffffffff19166001600160401b0390921691821781556001018290556040805191825260208201929092527f4a15e097827918b426977896720f1faf06a709c3efdec606a0ef098a3a9f71ab91819081016103e2565b602486866346be70dd60e01b8252600452fd5b506001600160401b03821615610657565b503461010c57602036600319011261010c576004358181815260016020526001600160401b03604082205416918261072d575b5050604080516001600160401b039290921682526020820192909252f35b604092935081526002602052206001600160401b0361074b83611de7565b165f5260205260405f2054905f8061070f565b5034610bcb5736600319016101408112610bcb5760c013610bcb5760c4356001600160401b038111610bcb57610798903690600401611bb2565b919060e4356001600160401b038111610bcb576107b9903690600401611be2565b610104356001600160401b038111610bcb576107d9903690600401611be2565b610124949194356001600160401b038111610bcb576107fc903690600401611be2565b949093610807611cdc565b986001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001695602435976040519163b07c4b0360e01b8352896004840152610100836024818c5afa928315610bc0575f93610cc4575b5061087763ffffffff60e08501511661340e565b825161088281611c65565b61088b81611c65565b15988915610c7e57604051907e8dd3c800000000000000000000000000000000000000000000000000000000825260043560048301526080826024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa918215610bc0575f8d5f915f935f96610c25575b5003610c0e579163ffffffff60209260049460608a0152166040880152604051928380927f0de751490000000000000000000000000000000000000000000000000000000082525afa908115610bc0575f91610bcf575b5061ffff80911691161460808401525b600435987f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166109a4611c3b565b9160ff60208701511663ffffffff60c08801511691833b15610bcb575f938f938f929360c4946001600160401b03604051998a98899763201ed9b360e01b8952600489015260248801521660448601526064850152608484015260a48301525afa908115610bc0578e91610b98575b506040928492898e898f8c9063ffffffff9a610a31610a38996136ac565b9130613ceb565b01511694610a468888611e05565b8a528960205260408a206001600160401b03815416928315610b89575b836001600160401b03610a74611c0f565b1603610b6157610a98610aa09c9d6001600160401b0392600185019586548861318c565b9b8c94611d77565b166001600160401b031982541617905555610ab9611c0f565b93610ac2611c3b565b9960a4356001600160401b0381169182820361010c5750610b468b95610b56957fde309303700b41a9891f3bdf6c5f5d8eadb509fa3f862c664360da4a6ec18298999560209f99956001600160401b039550856040519b8c9b6064358d5260208d01521660408b015260608a0152608089015260e060a089015260e0880191611dc7565b9285840360c08701521698611dc7565b0390a4604051908152f35b60448c6001600160401b0386610b75611c0f565b9063df9eb6fd60e01b845260045216602452fd5b610b938a8a613143565b610a63565b879d5092849392898e610bae8f98965f90611cbb565b895f9f50505050925092939a9c610a13565b6040513d5f823e3d90fd5b5f80fd5b90506020813d602011610c06575b81610bea60209383611cbb565b81010312610bcb5761ffff610bff8192612156565b915061095e565b3d9150610bdd565b8d630917d99760e11b5f526004525f60245260445ffd5b9550505050506080823d608011610c76575b81610c4460809383611cbb565b81010312610bcb5781516020830151928d610c6d6060610c6660408501611e59565b9301612156565b9491925f610907565b3d9150610c37565b5060018351610c8c81611c65565b610c9581611c65565b1461096e5782518a610ca682611c65565b630917d99760e11b5f52600452610cbc81611c65565b60245260445ffd5b610cde9193506101003d81116105b7576105a98183611cbb565b915f610863565b34610bcb576040366003190112610bcb57610cfe611b70565b6004355f5260026020526001600160401b0360405f2091165f52602052602060405f2054604051908152f35b34610bcb576020610104610d3d36611b9c565b90611e05565b34610bcb576020366003190112610bcb57600435610d5f613041565b610d6881612d4b565b825f5260016020526001600160401b0360405f20541615801590610e38575b610e25577f17c2a732b6a0c91efe05425e42ff36971e8cff366d6c6bbbabbc3e1c5739c36591835f52600160205260405f206001600160401b0382166001600160401b0319825416179055835f52600260205260405f206001600160401b03610def83611de7565b165f526020528160405f2055610e2060405192839283602090939291936001600160401b0360408201951681520152565b0390a2005b826346be70dd60e01b5f5260045260245ffd5b506001600160401b03821615610d87565b34610bcb5760c0366003190112610bcb57600435610e65611b70565b6040366043190112610bcb576084356001600160401b038111610bcb578060040160a06003198336030112610bcb5760a435916001600160401b038311610bcb57826004019060a06003198536030112610bcb57606490610ec68688611f4a565b610ecf84611fa0565b610ed883611fa0565b01916064610ee584611c51565b9401936001600160401b0380610efa87611c51565b169116109182611059575b50501561104557610f26610f206001600160401b0392611c51565b92611c51565b816040519381602086019688885216604086015216606084015216608082015260808152610f5560a082611cbb565b519020604051602081019160038352604082015260408152610f78606082611cbb565b51902090815f52600460205260ff60405f20541661101957815f52600460205260405f20600160ff19825416179055805f52600360205260405f208054906001820180921161100557557fb1ab022f41caf7ebaf7603092a54f58c3ede90354c91f5c5ab47464cec56b1e56020600393604051908152a3005b634e487b7160e01b5f52602160045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b507fcc4eb92d000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6308bf20cb60e11b5f52600360045260245ffd5b359035101590508580610f05565b34610bcb575f366003190112610bcb5760206040516401000000008152f35b34610bcb576020366003190112610bcb576004355f526003602052602060405f2054604051908152f35b34610bcb57366003190160c08112610bcb5760a013610bcb5760a4356001600160401b038111610bcb578060040160606003198336030112610bcb576001600160401b036110fc611c0f565b161580156113dc575b6113975760043590815f5260016020526001600160401b0360405f20541692831561136c575b836001600160401b0361113c611c25565b16036113445761114a612ecb565b9061115482612f91565b6040519063b07c4b0360e01b8252856004830152610100826024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa918215610bc0575f92611323575b506111bd63ffffffff60e08401511661340e565b600182516111ca81611c65565b6111d381611c65565b036113175785906111e48680611d95565b60248693929301956111f6878a611d95565b929091604401611206908b611d95565b95909488309861121599613ceb565b6040015163ffffffff1661122886611d77565b855f52600160205260405f20906001600160401b03166001600160401b0319825416179055845f52600260205260405f206001600160401b0387165f526020528260405f2055611276611c0f565b9361127f611c3b565b9261128a8280611d95565b916112959193611d95565b93909460405197889788526001600160401b0316602088015260643560408801526001600160401b03166060870152608086015260a0850160e0905260e08501906112df92611dc7565b9083820360c08501526112f192611dc7565b037ffaf959923a071eeca5e15824c40e053adec9fdd0391536f05108bb53c1e5f19b91a3005b815186610ca682611c65565b61133d9192506101003d81116105b7576105a98183611cbb565b90876111a9565b6001600160401b0384611355611c25565b9063df9eb6fd60e01b5f526004521660245260445ffd5b6001600160401b0361137d84612d4b565b50161561112b578263161e11fd60e01b5f5260045260245ffd5b6001600160401b036113a7611c0f565b7fdb32edee000000000000000000000000000000000000000000000000000000005f526401000000006004521660245260445ffd5b506401000000006001600160401b036113f3611c0f565b1611611105565b34610bcb5736600319016101c08112610bcb5760c013610bcb5760c03660c3190112610bcb57610184356001600160401b038111610bcb5760806003198236030112610bcb576101a4356001600160401b038111610bcb5760806003198236030112610bcb5760c4359182600435149182611679575b82611647575b61147e611cdc565b93610104356001600160401b0381168103610bcb57610144356001600160401b0381168103610bcb57610164356001600160401b0381168103610bcb576001600160c01b03198092816040519560208701975f8952602188015260e435604188015260c01b16606186015261012435606986015260c01b16608984015260c01b16609182015260798152611513609982611cbb565b5190209215801561163e575b61162b5761153361153c9260040185612188565b600401826127bf565b80821015611603576040519060208201928352604082015260408152611563606082611cbb565b5190205b604051602435916020820191905f835260408201526040815261158b606082611cbb565b51902090815f52600460205260ff60405f20541661101957815f52600460205260405f20600160ff19825416179055805f52600360205260405f208054906001820180921161100557557fb1ab022f41caf7ebaf7603092a54f58c3ede90354c91f5c5ab47464cec56b1e560205f93604051908152a3005b906040519060208201928352604082015260408152611623606082611cbb565b519020611567565b6308bf20cb60e11b5f525f60045260245ffd5b5082841461151f565b9150611651611c0f565b610104356001600160401b03811691828203610bcb576001600160401b039150161491611476565b60243560e435149250611470565b34610bcb5760c0366003190112610bcb576020610104611cdc565b34610bcb57610120366003190112610bcb576004356116bf611b70565b6040366043190112610bcb57608435906001600160401b038211610bcb5760a082600401926003199036030112610bcb576116f8611b86565b60403660c3190112610bcb57610104356001600160401b038111610bcb57611724903690600401611bb2565b61172e8487611f4a565b6117388387611f95565b61174185611fa0565b6001600160401b0383166001600160401b038516109182611858575b5050156118445760408051602081018681526001600160401b0394851692820192909252929091166060830152913560808201526117a88160a081015b03601f198101835282611cbb565b5190206040516020810191600283526040820152604081526117cb606082611cbb565b51902090815f52600460205260ff60405f20541661101957815f52600460205260405f20600160ff19825416179055805f52600360205260405f208054906001820180921161100557557fb1ab022f41caf7ebaf7603092a54f58c3ede90354c91f5c5ab47464cec56b1e56020600293604051908152a3005b6308bf20cb60e11b5f52600260045260245ffd5b61186492508535611ff7565b858061175d565b34610bcb5761187c610d3d36611b9c565b5f525f60205260405f206001600160401b038154169081155f146118dc5750505f7fc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470905b604080516001600160401b039290921682526020820192909252f35b60010154906118c0565b34610bcb57610120366003190112610bcb57600435611903611b70565b6040366043190112610bcb57608435906001600160401b038211610bcb57816004019160a06003198236030112610bcb5761193c611b86565b9060403660c3190112610bcb57610104356001600160401b038111610bcb57806004019160a06003198336030112610bcb576119788588611f4a565b6119828488611f95565b61198b86611fa0565b6119968360c46135f8565b15611b43576001600160401b0384166001600160401b038616109283611b37575b5082611aaf575b505015611a9b5760408051602081018681526001600160401b0394851692820192909252929091166060830152913560808201526119ff8160a0810161179a565b519020604051602081019160018352604082015260408152611a22606082611cbb565b51902090815f52600460205260ff60405f20541661101957815f52600460205260405f20600160ff19825416179055805f52600360205260405f208054906001820180921161100557557fb1ab022f41caf7ebaf7603092a54f58c3ede90354c91f5c5ab47464cec56b1e56020600193604051908152a3005b6308bf20cb60e11b5f52600160045260245ffd5b60248201925090611abf83611c51565b60248301906001600160401b0380611ad684611c51565b16911610938415611aed575b5050505085806119be565b6001600160401b039192939450611b0d611b078392611c51565b93611c51565b169116149182611b23575b505085808080611ae2565b604491925081013591013514158580611b18565b358635149250876119b7565b6001600160401b0383611b5860648501611c51565b9063c66574bf60e01b5f52356004521660245260445ffd5b602435906001600160401b0382168203610bcb57565b60a435906001600160401b0382168203610bcb57565b6040906003190112610bcb576004359060243590565b9181601f84011215610bcb578235916001600160401b038311610bcb576020808501948460051b010111610bcb57565b9181601f84011215610bcb578235916001600160401b038311610bcb5760208381860195010111610bcb57565b6044356001600160401b0381168103610bcb5790565b6024356001600160401b0381168103610bcb5790565b6084356001600160401b0381168103610bcb5790565b356001600160401b0381168103610bcb5790565b60041115610ff157565b61014081019081106001600160401b03821117611c8b57604052565b634e487b7160e01b5f52604160045260245ffd5b61012081019081106001600160401b03821117611c8b57604052565b90601f801991011681019081106001600160401b03821117611c8b57604052565b6044356001600160401b0381168103610bcb576084356001600160401b0381168103610bcb5760a4356001600160401b0381168103610bcb57806001600160c01b0319915081604051938160208601965f88526004356021880152602435604188015260c01b166061860152606435606986015260c01b16608984015260c01b16609182015260798152611d71609982611cbb565b51902090565b6001600160401b036001911601906001600160401b03821161100557565b903590601e1981360301821215610bcb57018035906001600160401b038211610bcb57602001918136038313610bcb57565b908060209392818452848401375f828201840152601f01601f1916010190565b6001600160401b035f19911601906001600160401b03821161100557565b906040519060208201927fd0efdcf99a4a7b3dbd5e6cd24b5eb151c713a2ceac93b1cfc700ab740fd5d6d984526040830152606082015260608152611d71608082611cbb565b519060ff82168203610bcb57565b519063ffffffff82168203610bcb57565b51908115158203610bcb57565b51906001600160a01b0382168203610bcb57565b9081610100910312610bcb576040519061010082018281106001600160401b03821117611c8b5760405280516004811015610bcb57611f2e9160e0918452611ed560208201611e4b565b6020850152611ee660408201611e59565b604085015260608101516060850152611f0160808201611e6a565b6080850152611f1260a08201611e77565b60a0850152611f2360c08201611e59565b60c085015201611e59565b60e082015290565b51906001600160401b0382168203610bcb57565b90611f556044612f32565b915f5260026020526001600160401b0360405f2091165f5260205260405f2054808203611f80575050565b63197430d160e31b5f5260045260245260445ffd5b90611f5560c4612f32565b611fab8160446135f8565b15611fb35750565b80611b5860606001600160401b039301611c51565b9015611fe357803590609e1981360301821215610bcb570190565b634e487b7160e01b5f52603260045260245ffd5b90600183146120b15760028303612098576120128382611fc8565b9260011015611fe357602081013590609e1981360301821215610bcb570161203b8360c46135f8565b15801561209f575b6120985761205b61205660608501611c51565b611d77565b6001600160401b038061207060608501611c51565b16911614928361208d575b508261208657505090565b3511919050565b35821192505f61207b565b5050505f90565b506120ab8160c46135f8565b15612043565b916120bc9192611fc8565b6120c78160c46135f8565b156121505760608101916001600160401b036120e284611c51565b16159283612145575b83156120f8575b50505090565b6121089192935061205690611c51565b60c4356001600160401b03811691828203610bcb576001600160401b0391501614918261213a575b50505f80806120f2565b351090505f80612130565b8235821093506120eb565b50505f90565b519061ffff82168203610bcb57565b519064ffffffffff82168203610bcb57565b3563ffffffff81168103610bcb5790565b91906004359260405163445b0a3960e11b8152846004820152610140816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115610bc0575f916126ee575b5060c0810151906024358092036123f35763ffffffff9081602061220587612177565b9201511691829116116123b05750508361221d613756565b94855115611fe35760306020870153855160011015611fe3576078602187015360415b6001811161236f575061233f57506040519361225d608086611cbb565b60488552606036602087013760409060405161227a604082611cbb565b60088152673830ba34b2b73a1d60c11b60208201525f5b600881106123145750505f5b8281106122d0575050506122c76122c16122ce94956122bb85612177565b9061379b565b916136ac565b9030613a08565b565b8060020180600211611005576122ef6001600160f81b0319918461378a565b51169080600801806008116110055761230d6001935f1a918a61378a565b530161229d565b806001600160f81b031961232a6001938561378a565b51165f1a612338828b61378a565b5301612291565b7fe22e27eb000000000000000000000000000000000000000000000000000000005f52600452602060245260445ffd5b90600f8116906010821015611fe3576f181899199a1a9b1b9c1cb0b131b232b360811b6123ab921a6123a1848a61378a565b5360041c91613180565b612240565b63ffffffff92506123c084612177565b917fe8c31d5d000000000000000000000000000000000000000000000000000000005f526004526024521660445260645ffd5b509350612402909291926136ac565b9260405190630d406cf760e41b82528060048301525f826024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa918215610bc0575f926125f1575b5063ffffffff61246585612177565b8160608501511691829116116125e157505060e0015191825180159081156125d6575b506125b4575f5b8351811015612549576001600160f81b03196124ab828661378a565b5116606160f81b8110158061253b575b801561251e575b1590816124fd575b506124d75760010161248f565b604051633d4ad15b60e21b815260206004820152806124f960248201876139e4565b0390fd5b821515915081612510575b50155f6124ca565b602d60f81b9150145f612508565b50600360fc1b81101580156124c25750603960f81b8111156124c2565b50603d60f91b8111156124bb565b5090926125ae60206125a560296122ce966040519384917f686f73706974616c3a0000000000000000000000000000000000000000000000828401528051918291018484015e81015f838201520301601f198101835282611cbb565b6122bb84612177565b30613a08565b604051633d4ad15b60e21b815260206004820152806124f960248201866139e4565b603f9150115f612488565b63ffffffff92506123c085612177565b9091503d805f833e6126038183611cbb565b810190602081830312610bcb578051906001600160401b038211610bcb570161012081830312610bcb576040519161263a83611c9f565b815183526020820151602084015261265460408301611e77565b604084015261266560608301611e59565b606084015260808201516004811015610bcb57608084015261268960a08301611e4b565b60a084015261269a60c08301612156565b60c084015260e08201516001600160401b038111610bcb57816126be91840161373c565b60e08401526101008201516001600160401b038111610bcb576126e1920161373c565b610100820152905f612456565b9050610140813d82116127b7575b8161270a6101409383611cbb565b81010312610bcb576127ab6101206040519261272584611c6f565b61272e81611e77565b845261273c60208201611e59565b602085015261274d60408201611e4b565b604085015261275e60608201612156565b606085015261276f60808201612165565b608085015260a081015160a085015260c081015160c085015260e081015160e085015261279f6101008201612165565b61010085015201612165565b6101208201525f6121e2565b3d91506126fc565b919060c4359260405163445b0a3960e11b8152846004820152610140816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115610bc0575f91612bd0575b5060c08101519060e4358092036129985763ffffffff9081602061283c87612177565b9201511691829116116123b057505083612854613756565b94855115611fe35760306020870153855160011015611fe3576078602187015360415b60018111612961575061233f575060405193612894608086611cbb565b6048855260603660208701376040906040516128b1604082611cbb565b60088152673830ba34b2b73a1d60c11b60208201525f5b600881106129365750505f5b8281106128f2575050506122c76122c16122ce94956122bb85612177565b8060020180600211611005576129116001600160f81b0319918461378a565b51169080600801806008116110055761292f6001935f1a918a61378a565b53016128d4565b806001600160f81b031961294c6001938561378a565b51165f1a61295a828b61378a565b53016128c8565b90600f8116906010821015611fe3576f181899199a1a9b1b9c1cb0b131b232b360811b612993921a6123a1848a61378a565b612877565b5093506129a7909291926136ac565b9260405190630d406cf760e41b82528060048301525f826024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa918215610bc0575f92612ad3575b5063ffffffff612a0a85612177565b8160608501511691829116116125e157505060e001519182518015908115612ac8575b506125b4575f5b8351811015612549576001600160f81b0319612a50828661378a565b5116606160f81b81101580612aba575b8015612a9d575b159081612a7c575b506124d757600101612a34565b821515915081612a8f575b50155f612a6f565b602d60f81b9150145f612a87565b50600360fc1b8110158015612a675750603960f81b811115612a67565b50603d60f91b811115612a60565b603f9150115f612a2d565b9091503d805f833e612ae58183611cbb565b810190602081830312610bcb578051906001600160401b038211610bcb570161012081830312610bcb5760405191612b1c83611c9f565b8151835260208201516020840152612b3660408301611e77565b6040840152612b4760608301611e59565b606084015260808201516004811015610bcb576080840152612b6b60a08301611e4b565b60a0840152612b7c60c08301612156565b60c084015260e08201516001600160401b038111610bcb5781612ba091840161373c565b60e08401526101008201516001600160401b038111610bcb57612bc3920161373c565b610100820152905f6129fb565b9050610140813d8211612c13575b81612bec6101409383611cbb565b81010312610bcb57612c076101206040519261272584611c6f565b6101208201525f612819565b3d9150612bde565b63ffffffff5f199116019063ffffffff821161100557565b63ffffffff168015611005575f190190565b9081610160910312610bcb576040519061016082018281106001600160401b03821117611c8b57612d259161014091604052612c8081611e59565b8452612c8e60208201611e77565b6020850152612c9f60408201611e77565b6040850152612cb060608201611e77565b6060850152612cc160808201611e77565b6080850152612cd260a08201611e77565b60a0850152612ce360c08201611e77565b60c0850152612cf460e08201611e77565b60e0850152612d066101008201611e77565b610100850152612d196101208201611e77565b61012085015201611e77565b61014082015290565b9190826040910312610bcb576020612d4583611f36565b92015190565b905f5f91612d787f0000000000000000000000000000000000000000000000000000000000000000612c1b565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016925b63ffffffff82169485151580612eba575b15612eb157505060405193631d1d4eef60e31b8552600485015261016084602481865afa938415610bc0576001600160a01b036101206024966040935f91612e82575b500151168151958680927fb2918c2b0000000000000000000000000000000000000000000000000000000082528960048301525afa8015610bc0575f945f91612e4e575b50612e48909491612c33565b90612da4565b612e489550612e74915060403d8111612e7b575b612e6c8183611cbb565b810190612d2e565b9094612e3c565b503d612e62565b612ea491506101603d8111612eaa575b612e9c8183611cbb565b810190612c45565b5f612df8565b503d612e92565b94509450509050565b506001600160401b03821615612db5565b6044356001600160401b0381168103610bcb576040516001600160c01b031960208201927f9397b2d3223d30ec7d52f30204a8ba1ac339335dfddbd8f5ff4060a065280001845260c01b166040820152606435604882015260488152611d71606882611cbb565b612f3b81611c51565b906020604051916001600160c01b0319828401947f9397b2d3223d30ec7d52f30204a8ba1ac339335dfddbd8f5ff4060a065280001865260c01b1660408401520135604882015260488152611d71606882611cbb565b602435906001600160401b0382168203610bcb576084356001600160401b0381168103610bcb57806001600160c01b03199150604051928260208501955f8752600435602187015260c01b166041850152604984015260c01b16606982015260518152612fff607182611cbb565b51902060405160208101917f759c6245abed3182de3b05775123c14a8aede7dc63943757efda463302334cd98352604082015260408152611d71606082611cbb565b6040517f172195220000000000000000000000000000000000000000000000000000000081526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015610bc0575f90613108575b6130b0915061340e565b600163ffffffff7f000000000000000000000000000000000000000000000000000000000000000016146130e057565b7f0ee650a6000000000000000000000000000000000000000000000000000000005f5260045ffd5b506020813d60201161313b575b8161312260209383611cbb565b81010312610bcb576131366130b091611e59565b6130a6565b3d9150613115565b613155826001600160401b03926132a6565b501661315e5750565b63161e11fd60e01b5f5260045260245ffd5b9190811015611fe35760051b0190565b8015611005575f190190565b92909194938392835f945b613286575083808403613252578015613248575f198101908111611005576131cd906131c481868b613170565b3590858a613e17565b9080820361321a575050925b6001808216146131f157506131ee9394613e17565b90565b92916131ff61321191613180565b9261320b848489613170565b35613e54565b9260011c6131d9565b7f5c16f495000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5090955050505050565b8390867ff977e106000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b935f19811461100557600101935f19810190808211611005571680613197565b915f9182916132d47f0000000000000000000000000000000000000000000000000000000000000000612c1b565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016935b63ffffffff821695861515806133fd575b156133f357505060405194631d1d4eef60e31b8652600486015261016085602481875afa948515610bc0576001600160a01b036101206044976040935f916133d4575b500151168151968780927f0b804aca0000000000000000000000000000000000000000000000000000000082528a60048301528760248301525afa8015610bc0575f955f916133b0575b506133aa909591612c33565b90613300565b6133aa96506133cd915060403d8111612e7b57612e6c8183611cbb565b909561339e565b6133ed91506101603d8111612eaa57612e9c8183611cbb565b5f613354565b9550955050915050565b506001600160401b03821615613311565b63ffffffff807f000000000000000000000000000000000000000000000000000000000000000016911690808203613444575050565b7f63181e02000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b939293919091801580156135ef575b6135c7578181146135de575f19810190811161100557905f19810190811161100557905b6001808216146135d1575f8396826135b4575b87959192915b8184106134ed57505050501593846134e3575b5050826134dd57505090565b14919050565b1492505f806134d1565b90929895949196939788156135a657600180891614801561359d575b15613575576135246135309161320b8c87869d9c989d613170565b9561320b8b8b85613170565b925b60018116158061356c575b1561354f5760011c9660011c96613532565b60019099949793969998919295985b811c93811c940192916134be565b5080151561353d565b97929091946135976001916135908c85879e999c9b9e613170565b3590613e54565b9661355e565b50888814613509565b505050505050925050505f90565b96505085156135c75760018435966134b8565b5050505050505f90565b60011c9060011c906134a5565b50509290501591826134dd57505090565b50818111613481565b61360460208301611c51565b6040516001600160c01b031960208201925f84528535602184015260c01b1660418201526040840135604982015260498152613641606982611cbb565b51902061364d82611c51565b9061365a60608501611c51565b93608081013590601e1981360301821215610bcb5701928335936001600160401b038511610bcb57602001928460051b36038413610bcb576001600160401b036020816131ee98169301359116613e9a565b60405160208101917faec73f9d3733da9f6bde0d83214b5fcf5acdc9e536a7d8d02ac9f614612d12c08352604082015260408152611d71606082611cbb565b6001600160401b038111611c8b57601f01601f191660200190565b929192613712826136eb565b916137206040519384611cbb565b829481845281830111610bcb578281602093845f96015e010152565b9080601f83011215610bcb5781516131ee92602001613706565b61376060426136eb565b9061376e6040519283611cbb565b6042825281601f1961378060426136eb565b0190602036910137565b908151811015611fe3570160200190565b9063ffffffff1690811580156139c8575b61399c575f82807a184f03e93ff9f4daa797ed6e38ed64bf6a1f010000000000000000811015613971575b50806d04ee2d6d415b85acef8100000000600a921015613956575b662386f26fc10000811015613942575b6305f5e100811015613931575b612710811015613922575b6064811015613914575b101561390c575b6001810192600a6021613856613840876136eb565b9661384e6040519889611cbb565b8088526136eb565b602087019490601f19013686378601015b5f1901916f181899199a1a9b1b9c1cb0b131b232b360811b8282061a83530490811561389557600a90613867565b50507fffffffff000000000000000000000000000000000000000000000000000000009260246004926131ee948051938760208251936040519a8b9860e01b16828901528051918291018789015e86019260e01b1684830152518092602883015e01015f838201520301601f198101835282611cbb565b60010161382b565b606460029104920191613824565b6127106004910492019161381a565b6305f5e1006008910492019161380f565b662386f26fc1000060109104920191613802565b6d04ee2d6d415b85acef8100000000602091049201916137f2565b604092507a184f03e93ff9f4daa797ed6e38ed64bf6a1f01000000000000000090049050600a6137d7565b507fce8536c7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50633b9ac9ff82116137ac565b3561ffff81168103610bcb5790565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b91926020810191613a18836139d5565b61ffff604051917f89fba00d0000000000000000000000000000000000000000000000000000000083521660048201526020816024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015610bc0575f90613cab575b6001600160a01b03915016928315613c735750905f613adc9392604051809581927f885eecd30000000000000000000000000000000000000000000000000000000083526020600484015260248301906139e4565b0381855afa908115610bc05785935f92613bfe575b50613b2794613b7e6020959493613b6c84613b5a613b1a60406001600160a01b03980183611d95565b9b90926060810190611d95565b9190926040519c8d9b8c9a8b9a63c7e23aaf60e01b8c521660048b015260248a015260a060448a015260a4890191611dc7565b86810360031901606488015291611dc7565b838103600319016084850152906139e4565b03915afa908115610bc0575f91613bc4575b5015613b995750565b7fc8ee5649000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b90506020813d602011613bf6575b81613bdf60209383611cbb565b81010312610bcb57613bf090611e6a565b5f613b90565b3d9150613bd2565b93509190503d805f853e613c128185611cbb565b830192604081850312610bcb576020810151906001600160401b038211610bcb57019280601f85011215610bcb57613b2794613b7e8794613b6c613c656001600160a01b0395896020809b519101613706565b959697505092505094613af1565b613c7f61ffff916139d5565b7fec5d8188000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b506020813d602011613ce3575b81613cc560209383611cbb565b81010312610bcb57613cde6001600160a01b0391611e77565b613a87565b3d9150613cb8565b95929893969190979497608082015115613ded57613d08856136eb565b613d156040519182611cbb565b85815260208101903687890111610bcb57868883375f6020888301015251902090606083015190818303613dbc57505050936001600160a01b0393613daa8a9794613b7e94613d988860a060209d9b015116996040519d8e9c8d9b8c9b63c7e23aaf60e01b8d521660048c015260248b015260a060448b015260a48a0191611dc7565b87810360031901606489015291611dc7565b84810360031901608486015291611dc7565b7f97a45707000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b7e28559f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b92939290825b613e2657505050565b9091935f19850185811161100557613e4c9161320b613e46928587613170565b94613180565b919082613e1d565b906040519060208201927f010000000000000000000000000000000000000000000000000000000000000084526021830152604182015260418152611d71606182611cbb565b91939093828110156135c757915f1981019081116110055792945f92915b818410613ecf57505050501591826134dd57505090565b90929693958695929515613f6d576001808716148015613f64575b15613f4557613f029061320b8986859a99979a613170565b925b600181161580613f3c575b15613f215760011c9460011c94613f04565b6001909794979691929593965b811c93811c94019291613eb8565b50801515613f0f565b613f5e6001916135908a8786979a9b98969c999c613170565b96613f2e565b50868614613eea565b50505050925050505f9056' as const;
