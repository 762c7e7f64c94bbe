// Written by scripts/build.mjs from contracts/*.sol; do not edit.
export const storageAbi = [
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
  "inputs": [],
  "name": "InvalidShortString",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "holder",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "seq",
    "type": "uint64"
   }
  ],
  "name": "Storage_AlreadyDeleted",
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
   },
   {
    "internalType": "uint64",
    "name": "seq",
    "type": "uint64"
   }
  ],
  "name": "Storage_AlreadyErased",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "holder",
    "type": "bytes32"
   },
   {
    "internalType": "enum Status",
    "name": "status",
    "type": "uint8"
   }
  ],
  "name": "Storage_HolderNotAdmitted",
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
   },
   {
    "internalType": "uint64",
    "name": "seq",
    "type": "uint64"
   }
  ],
  "name": "Storage_NotErased",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "holder",
    "type": "bytes32"
   },
   {
    "internalType": "address",
    "name": "signer",
    "type": "address"
   }
  ],
  "name": "Storage_NotTheController",
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
  "name": "Storage_WrongNonce",
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
    "indexed": true,
    "internalType": "bytes32",
    "name": "authorId",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "seq",
    "type": "uint64"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "holder",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "objects",
    "type": "bytes32"
   }
  ],
  "name": "DeletionRecorded",
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
    "name": "authorId",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "seq",
    "type": "uint64"
   }
  ],
  "name": "ErasureRequested",
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
    "internalType": "bytes32",
    "name": "holder",
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
    "name": "objects",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "location",
    "type": "bytes32"
   }
  ],
  "name": "ReplicaRecorded",
  "type": "event"
 },
 {
  "inputs": [],
  "name": "WHOLE_LANE",
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
    "internalType": "uint64",
    "name": "seq",
    "type": "uint64"
   }
  ],
  "name": "deletedBy",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "indexes",
    "type": "uint256"
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
   }
  ],
  "name": "erasedAt",
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
    "name": "holder",
    "type": "bytes32"
   }
  ],
  "name": "holderNonceOf",
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
    "internalType": "bytes32",
    "name": "holder",
    "type": "bytes32"
   }
  ],
  "name": "holdingOf",
  "outputs": [
   {
    "components": [
     {
      "internalType": "uint64",
      "name": "count",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "time",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "objects",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "location",
      "type": "bytes32"
     }
    ],
    "internalType": "struct Storage.Holding",
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
   }
  ],
  "name": "patientNonceOf",
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
    "internalType": "uint64",
    "name": "seq",
    "type": "uint64"
   },
   {
    "internalType": "bytes32",
    "name": "holder",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "objects",
    "type": "bytes32"
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
  "name": "recordDeletion",
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
      "internalType": "bytes32",
      "name": "holder",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "count",
      "type": "uint64"
     },
     {
      "internalType": "bytes32",
      "name": "objects",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "location",
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
     }
    ],
    "internalType": "struct Replica",
    "name": "replica",
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
  "name": "recordReplica",
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
   },
   {
    "internalType": "uint64",
    "name": "seq",
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
  "name": "requestErasure",
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

export const storageBytecode = '0x610200806040523461038b57610160816118a8803803809161002182856103a3565b83398101031261038b5760405161016081016001600160401b0381118282101761038f57604052815163ffffffff8116810361038b578152610065602083016103c6565b60208201908152610078604084016103c6565b6040830190815261008b606085016103c6565b606084019081529361009f608082016103c6565b60808501908152916100b360a083016103c6565b60a08601908152936100c760c084016103c6565b60c0870190815295876100dc60e086016103c6565b60e08301908152956100f161010087016103c6565b61010084019081529561010761012082016103c6565b9061012085019182526101400161011d906103c6565b9061014085019182526040519761013560408a6103a3565b6010895260208901996f5477696e7365616c2053746f7261676560801b8b526040519c61016360408f6103a3565b8d600181526020019c603160f81b8e526040519660208801988a5163ffffffff168a52600160a01b600190038c511660408a0152600160a01b600190038d511660608a0152600160a01b600190039051166080890152600160a01b6001900390511660a0880152600160a01b6001900390511660c0870152600160a01b6001900390511660e0860152600160a01b60019003905116610100850152600160a01b60019003905116610120840152600160a01b60019003905116610140830152600160a01b600190039051166101608201526101608152610245610180826103a3565b5190206080525163ffffffff1660a052516001600160a01b0390811660c05290511660e052610273816103da565b6101a052610280846103da565b6101c052519020918261016052519020806101805246610120526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526102eb60c0826103a3565b519020610100523061014052516001600160a01b03166101e052604051611462908161044682396080518160e1015260a05181610d79015260c051818181610d400152610e70015260e05181505061010051816111e70152610120518161129e015261014051816111b8015261016051816112360152610180518161125c01526101a051816104c201526101c051816104eb01526101e051816101c60152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b0382119082101761038f57604052565b51906001600160a01b038216820361038b57565b601f8151116104055760208151910151602082106103f6571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f5f3560e01c8063019b2ca314610b3757806308d6422014610a9f5780631be202ec146108b85780632aea60b1146105f257806375cf5672146105be57806384b0196e146104aa5780639b732b1c146103f3578063bf62f87f14610127578063c06468fa14610104578063c40123f5146100c95763dd0ef21914610093575f80fd5b346100c65760203660031901126100c65767ffffffffffffffff6040602092600435815260038452205416604051908152f35b80fd5b50346100c657806003193601126100c65760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b50346100c657806003193601126100c657602060405167ffffffffffffffff8152f35b50346103ef5760e03660031901126103ef57602435600435610147610b64565b6064359067ffffffffffffffff8216918281036103ef5760843567ffffffffffffffff81168091036103ef5760a4356001600160a01b038116918282036103ef5760c43567ffffffffffffffff81116103ef576101a8903690600401610ba6565b9490936101b3610d0a565b6101bc83610e0f565b6001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690813b156103ef575f9060448b60405194859384927fa15d78dc000000000000000000000000000000000000000000000000000000008452600484015260248301525afa80156103e4576103cf575b50878a52600460205267ffffffffffffffff60408b20541687036103a257916102fc61030294928b67ffffffffffffffff60406102766103099b9a98610c8f565b928d8152600460205220911667ffffffffffffffff1982541617905560405160208101917fe5c6927c23be4b4c4f05b119fe47f2983adadfcd6ffe554e8052962a0398bb3583528b60408301528c606083015267ffffffffffffffff89169a8b608084015260a083015260c082015260c081526102f460e082610c28565b519020611102565b90611143565b8484610cc3565b808552600560205264ffffffffff60408620541661036e578452600560209081526040808620805464ffffffffff19164264ffffffffff16179055519182527f6a82657aaf6be856c3c0526893ddc57dd73ded7f2b0131ca4152c5823ce658e391a380f35b5060649284927f6ef7bb11000000000000000000000000000000000000000000000000000000008452600452602452604452fd5b60448a888a8252600460205267ffffffffffffffff60408320541663361e248f60e21b8352600452602452fd5b6103dc919a505f90610c28565b5f985f610235565b6040513d5f823e3d90fd5b5f80fd5b346103ef5760603660031901126103ef575f606060405161041381610bf8565b82815282602082015282604082015201526004355f52600260205260405f206024355f5260205260405f206044355f52602052608060405f2060405161045881610bf8565b81549167ffffffffffffffff8084169384845281602085019160401c16815260606002600185015494604087019586520154940193845260405194855251166020840152516040830152516060820152f35b346103ef575f3660031901126103ef576105626104e67f0000000000000000000000000000000000000000000000000000000000000000611355565b61050f7f0000000000000000000000000000000000000000000000000000000000000000611355565b6020610570604051926105228385610c28565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e0870190610bd4565b908582036040870152610bd4565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b8281106105a757505050500390f35b835185528695509381019392810192600101610598565b346103ef5760203660031901126103ef576004355f526004602052602067ffffffffffffffff60405f205416604051908152f35b346103ef57366003190161014081126103ef57610100136103ef57610104356001600160a01b03811681036103ef576101243567ffffffffffffffff81116103ef57610642903690600401610ba6565b61064a610d0a565b61066467ffffffffffffffff61065e610c4a565b16610e0f565b604435926106728185610e66565b50835f52600360205267ffffffffffffffff60405f2054168067ffffffffffffffff61069c610c61565b160361088f57847f6090c6c713734947452bc322b99dfca8d6cbcede8dbc6f4df54c1c52755fd17b926106d0606093610c8f565b825f52600360205267ffffffffffffffff60405f20911667ffffffffffffffff198254161790556107a1600435956024359761070a610c78565b936102fc898b67ffffffffffffffff608435998160a4359a8161072b610c61565b91610734610c4a565b946040519760208901997f12d303a53178faf9952a1dde861871785dec690108fd52c0908c22c8171f1bf28b5260408a0152606089015260808801521660a08601528c60c08601528b60e0860152166101008401521661012082015261012081526102f461014082610c28565b6107a9610c78565b67ffffffffffffffff604051916107bf83610bf8565b16815260026020820167ffffffffffffffff421681526040830185815286840191858352895f528360205260405f208b5f5260205260405f208c5f5260205267ffffffffffffffff8060405f209651161667ffffffffffffffff19865416178555517fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff6fffffffffffffffff000000000000000086549260401b16911617845551600184015551910155610871610c78565b9167ffffffffffffffff6040519316835260208301526040820152a4005b67ffffffffffffffff906108a1610c61565b9063361e248f60e21b5f526004521660245260445ffd5b346103ef576101003660031901126103ef576004356024356108d8610b64565b916064359260843560a43567ffffffffffffffff81168091036103ef5760c4356001600160a01b03811681036103ef5760e4359367ffffffffffffffff85116103ef576109bb6109c2926109318a973690600401610ba6565b9161093a610d0a565b61094387610e0f565b6102fc8a8c610952848d610e66565b996040519160208301937f07b3816e8821d2ffac6f63dd45e1f48ba2a720e1fb1ff4c00422dd5b17fc20d385526040840152606083015267ffffffffffffffff89169c8d608084015260a08301528b60c083015260e082015260e081526102f461010082610c28565b8686610cc3565b90815f52600560205264ffffffffff60405f20541615610a6b5760ff600191161b90805f5260066020528160405f205416610a3b57917fe20ce9e00932710d89a8604f02a4186bac4f61c1735f76b41b1605c7f5734a3093916040935f526006602052835f2090815417905582519182526020820152a4005b83877ff74555f2000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b8386867fbe06ac2c000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b346103ef57610aba610ab036610b7b565b8183949293610cc3565b5f9081526005602052604090205464ffffffffff16908115610aeb5750602091505b64ffffffffff60405191168152f35b90506040519060208201928352604082015267ffffffffffffffff606082015260608152610b1a608082610c28565b5190205f526005602052602064ffffffffff60405f205416610adc565b346103ef57610b4e610b4836610b7b565b91610cc3565b5f526006602052602060405f2054604051908152f35b6044359067ffffffffffffffff821682036103ef57565b60609060031901126103ef57600435906024359060443567ffffffffffffffff811681036103ef5790565b9181601f840112156103ef5782359167ffffffffffffffff83116103ef57602083818601950101116103ef57565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b6080810190811067ffffffffffffffff821117610c1457604052565b634e487b7160e01b5f52604160045260245ffd5b90601f8019910116810190811067ffffffffffffffff821117610c1457604052565b60e43567ffffffffffffffff811681036103ef5790565b60c43567ffffffffffffffff811681036103ef5790565b60643567ffffffffffffffff811681036103ef5790565b67ffffffffffffffff60019116019067ffffffffffffffff8211610caf57565b634e487b7160e01b5f52601160045260245ffd5b9167ffffffffffffffff906040519260208401948552604084015216606082015260608152610cf3608082610c28565b51902090565b519063ffffffff821682036103ef57565b6040517f172195220000000000000000000000000000000000000000000000000000000081526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9081156103e4575f91610dd5575b5063ffffffff807f000000000000000000000000000000000000000000000000000000000000000016911690808203610da7575050565b7f63181e02000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b90506020813d602011610e07575b81610df060209383610c28565b810103126103ef57610e0190610cf9565b5f610d70565b3d9150610de3565b804211610e195750565b7fa8ae3d00000000000000000000000000000000000000000000000000000000005f526004524260245260445ffd5b60041115610e5257565b634e487b7160e01b5f52602160045260245ffd5b6001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001691604051927fb07c4b0300000000000000000000000000000000000000000000000000000000845282600485015261010084602481845afa9384156103e4575f94611023575b5060018451610ee481610e48565b610eed81610e48565b03610fe057906040602493928151948580927fd2b4678b0000000000000000000000000000000000000000000000000000000082528660048301525afa9283156103e4575f93610f86575b506001600160a01b0380911692168203610f585750506020015160ff1690565b7fbe39ff78000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9092506040813d604011610fd8575b81610fa260409383610c28565b810103126103ef578051906001600160a01b03821682036103ef576020600491015110156103ef57916001600160a01b03610f38565b3d9150610f95565b835183610fec82610e48565b7f356d9d99000000000000000000000000000000000000000000000000000000005f5260045261101b81610e48565b60245260445ffd5b909350610100813d82116110fa575b816110406101009383610c28565b810103126103ef5760405190610100820182811067ffffffffffffffff821117610c1457604052805160048110156103ef578252602081015160ff811681036103ef57602083015261109460408201610cf9565b604083015260608101516060830152608081015180151581036103ef57608083015260a08101516001600160a01b03811681036103ef576110ee9160e09160a08501526110e360c08201610cf9565b60c085015201610cf9565b60e0820152925f610ed6565b3d9150611032565b60429061110d6111ae565b90604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b91909280155f1461119e5750506001600160a01b03811633145b15611166575050565b6001600160a01b03907f3b55884e000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b6111a99184846112c4565b61115d565b6001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001630148061129b575b15611209577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152610cf360c082610c28565b507f000000000000000000000000000000000000000000000000000000000000000046146111e0565b929190833b61130157906112d892916113ac565b506112e281610e48565b1591826112ee57505090565b6001600160a01b03919250811691161490565b6064835f946020969460405194630b135d3f60e11b8652600486015260406024860152816044860152838501378281018201859052601f01601f191601915afa630b135d3f60e11b5f5114601f3d11161690565b60ff811690601f82116113845760405191611371604084610c28565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b90604183036113d6576113cf9250602081013591604082359201355f1a906113e0565b9192909190565b50505f9160029190565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411611457579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa156103e4575f516001600160a01b0381161561144d57905f905f90565b505f906001905f90565b5050505f916003919056' as const;
