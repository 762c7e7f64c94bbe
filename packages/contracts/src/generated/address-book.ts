// Written by scripts/build.mjs from contracts/*.sol; do not edit.
export const addressBookAbi = [
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
      "name": "registration",
      "type": "address"
     },
     {
      "internalType": "address",
      "name": "access",
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
   }
  ],
  "name": "AddressBook_AlreadyPublished",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "component",
    "type": "address"
   }
  ],
  "name": "AddressBook_NoCode",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "hospitals",
    "type": "address"
   }
  ],
  "name": "AddressBook_OtherHospitals",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint32",
    "name": "generation",
    "type": "uint32"
   }
  ],
  "name": "AddressBook_UnknownGeneration",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "component",
    "type": "address"
   }
  ],
  "name": "AddressBook_WiredOtherwise",
  "type": "error"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "uint32",
    "name": "generation",
    "type": "uint32"
   },
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
      "name": "registration",
      "type": "address"
     },
     {
      "internalType": "address",
      "name": "access",
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
    "indexed": false,
    "internalType": "struct Wiring",
    "name": "wiring",
    "type": "tuple"
   }
  ],
  "name": "WiringPublished",
  "type": "event"
 },
 {
  "inputs": [],
  "name": "current",
  "outputs": [
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
      "name": "registration",
      "type": "address"
     },
     {
      "internalType": "address",
      "name": "access",
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
      "name": "registration",
      "type": "address"
     },
     {
      "internalType": "address",
      "name": "access",
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
   },
   {
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   }
  ],
  "name": "publish",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint32",
    "name": "generation",
    "type": "uint32"
   }
  ],
  "name": "wiringOf",
  "outputs": [
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
      "name": "registration",
      "type": "address"
     },
     {
      "internalType": "address",
      "name": "access",
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
  "stateMutability": "view",
  "type": "function"
 }
] as const;

export const addressBookBytecode = '0x60a0806040523461032d5760c081611030803803809161001f8285610345565b83398101031261032d5760405160c081016001600160401b0381118282101761033157604052815163ffffffff8116810361032d57815261006260208301610368565b91602082019280845261007760408301610368565b916040840192835261008b60608201610368565b606085019081526100b160a06100a360808501610368565b936080880194855201610368565b60a08601908152926001600160a01b0316803b1561031b575085516001600160a01b03908116608052855163ffffffff165f9081526020818152604090912054901c166103015760408051865163ffffffff1660208083019182528801516001600160a01b03908116838501529288015183166060808401919091528801518316608080840191909152880151831660a08084019190915288015190921660c08083019190915281527fb94328a5aa02b6df52efa2414a7bee86d5f8bd90523424e297bc1651339c6071966102df9690959094600494919390926101f0919061019b60e082610345565b51902086516101b49082906001600160a01b031661037c565b82516101ca9082906001600160a01b031661037c565b83516101e09082906001600160a01b031661037c565b84516001600160a01b031661037c565b855163ffffffff9081165f9081526020818152604091829020895181549d516001600160c01b0319909e1694169384179c821b600160201b600160c01b03169c909c178c55965160018c0180546001600160a01b03199081166001600160a01b0393841617909155935160028d0180548616918316919091179055935160038c01805485169186169190911790559351949099018054909116938216939093179092558051878152838501518316938101939093528084015182169083015260608084015182169083015260808084015182169083015260a092830151169181019190915290819060c0820190565b0390a2604051610c02908161042e823960805181818161016d015261025b0152f35b63ffffffff855116632d4581d160e21b5f5260045260245ffd5b6354014e2160e11b5f5260045260245ffd5b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b601f909101601f19168101906001600160401b0382119082101761033157604052565b51906001600160a01b038216820361032d57565b803b1561040d5760405163c40123f560e01b81526001600160a01b03919091169190602081600481865afa908115610402575f916103d0575b50036103be5750565b6304d98c5d60e11b5f5260045260245ffd5b90506020813d6020116103fa575b816103eb60209383610345565b8101031261032d57515f6103b5565b3d91506103de565b6040513d5f823e3d90fd5b6354014e2160e11b5f9081526001600160a01b0391909116600452602490fdfe6080806040526004361015610012575f80fd5b5f905f3560e01c9081636591a1c814610201575080639fa6a6e3146100f15763e8ea77781461003f575f80fd5b346100ee5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100ee576100ea61008161007c6108a9565b610a48565b6040519182918291909160a073ffffffffffffffffffffffffffffffffffffffff8160c084019563ffffffff8151168552826020820151166020860152826040820151166040860152826060820151166060860152826080820151166080860152015116910152565b0390f35b80fd5b50346100ee57807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100ee57610128610a18565b50604051907f1721952200000000000000000000000000000000000000000000000000000000825260208260048173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa9182156101f45781926101a9575b6100ea61008184610a48565b9091506020813d6020116101ec575b816101c5602093836109d7565b810103126101e857519063ffffffff821682036100ee57506100816100ea61019d565b5080fd5b3d91506101b8565b50604051903d90823e3d90fd5b90503461085c577ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360160e0811261085c5760c01361085c5773ffffffffffffffffffffffffffffffffffffffff906102586108bc565b827f000000000000000000000000000000000000000000000000000000000000000016928391160361086057602081019063ffffffff6102966108a9565b16825273ffffffffffffffffffffffffffffffffffffffff6102b66108df565b16604082015273ffffffffffffffffffffffffffffffffffffffff6102d9610902565b16606082015273ffffffffffffffffffffffffffffffffffffffff6102fc610925565b16608082015273ffffffffffffffffffffffffffffffffffffffff61031f610948565b1660a082015273ffffffffffffffffffffffffffffffffffffffff61034261096b565b1660c082015260c0815261035760e0826109d7565b823b1561085c577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0925f92836064601f94604051978896879586937f03dd5157000000000000000000000000000000000000000000000000000000008552604060048601525180918160448701528686015e8585828601015260c4356024850152011681010301925af180156108515761083e575b506040516103f98161098e565b6104016108a9565b9081815261040d6108df565b916020820192835261041d610902565b906040830191825261042d610925565b6060840190815261043c610948565b906080850191825263ffffffff61045161096b565b9360a087019485521687528660205273ffffffffffffffffffffffffffffffffffffffff604088205460201c1661080b576040516020810190806104f2888491909160a073ffffffffffffffffffffffffffffffffffffffff8160c084019563ffffffff8151168552826020820151166020860152826040820151166040860152826060820151166060860152826080820151166080860152015116910152565b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101825261052290826109d7565b51902080855173ffffffffffffffffffffffffffffffffffffffff169061054891610aff565b80825173ffffffffffffffffffffffffffffffffffffffff169061056b91610aff565b80835173ffffffffffffffffffffffffffffffffffffffff169061058e91610aff565b835173ffffffffffffffffffffffffffffffffffffffff16906105b091610aff565b845163ffffffff168752866020526040872093855163ffffffff1696878654915160201b77ffffffffffffffffffffffffffffffffffffffff0000000016917fffffffffffffffff00000000000000000000000000000000000000000000000016171785555173ffffffffffffffffffffffffffffffffffffffff16600185019073ffffffffffffffffffffffffffffffffffffffff1681547fffffffffffffffffffffffff0000000000000000000000000000000000000000161790555173ffffffffffffffffffffffffffffffffffffffff16600284019073ffffffffffffffffffffffffffffffffffffffff1681547fffffffffffffffffffffffff0000000000000000000000000000000000000000161790555173ffffffffffffffffffffffffffffffffffffffff16600383019073ffffffffffffffffffffffffffffffffffffffff1681547fffffffffffffffffffffffff0000000000000000000000000000000000000000161790555173ffffffffffffffffffffffffffffffffffffffff16906004019073ffffffffffffffffffffffffffffffffffffffff1681547fffffffffffffffffffffffff0000000000000000000000000000000000000000161790556040516107e481928291909160a073ffffffffffffffffffffffffffffffffffffffff8160c084019563ffffffff8151168552826020820151166020860152826040820151166040860152826060820151166060860152826080820151166080860152015116910152565b037fb94328a5aa02b6df52efa2414a7bee86d5f8bd90523424e297bc1651339c607191a280f35b60248763ffffffff8751167fb5160744000000000000000000000000000000000000000000000000000000008252600452fd5b61084a91505f906109d7565b5f5f6103ec565b6040513d5f823e3d90fd5b5f80fd5b73ffffffffffffffffffffffffffffffffffffffff61087d6108bc565b7fb32775e6000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b6004359063ffffffff8216820361085c57565b60243573ffffffffffffffffffffffffffffffffffffffff8116810361085c5790565b6024359073ffffffffffffffffffffffffffffffffffffffff8216820361085c57565b6044359073ffffffffffffffffffffffffffffffffffffffff8216820361085c57565b6064359073ffffffffffffffffffffffffffffffffffffffff8216820361085c57565b6084359073ffffffffffffffffffffffffffffffffffffffff8216820361085c57565b60a4359073ffffffffffffffffffffffffffffffffffffffff8216820361085c57565b60c0810190811067ffffffffffffffff8211176109aa57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff8211176109aa57604052565b60405190610a258261098e565b5f60a0838281528260208201528260408201528260608201528260808201520152565b63ffffffff90610a56610a18565b501690815f525f60205260405f2091604051610a718161098e565b73ffffffffffffffffffffffffffffffffffffffff600481865463ffffffff8116855260201c169586602085015282600182015416604085015282600282015416606085015282600382015416608085015201541660a08201529215610ad45750565b7fffe2cf80000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b803b15610bc05773ffffffffffffffffffffffffffffffffffffffff16906040517fc40123f5000000000000000000000000000000000000000000000000000000008152602081600481865afa908115610851575f91610b8e575b5003610b635750565b7f09b318ba000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b90506020813d602011610bb8575b81610ba9602093836109d7565b8101031261085c57515f610b5a565b3d9150610b9c565b73ffffffffffffffffffffffffffffffffffffffff907fa8029c42000000000000000000000000000000000000000000000000000000005f521660045260245ffd' as const;
