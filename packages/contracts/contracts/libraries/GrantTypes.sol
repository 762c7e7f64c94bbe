// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Grant} from "../Types.sol";

/// @title EIP-712 form of a grant, shared by the contracts that take one under a patient's signature
library GrantTypes {
    bytes internal constant TYPE =
        "Grant(bytes32 twinId,bytes32 hospital,bytes32 staff,bytes32[] scopes,bytes32[] purposes,uint8 operations,uint64 notBefore,uint64 expiry,bool fullHistory,uint64 nonce,uint64 deadline)";
    bytes32 internal constant TYPEHASH = keccak256(TYPE);

    /// @notice hashStruct of a grant: its grantId.
    function hash(Grant memory terms) internal pure returns (bytes32) {
        return keccak256(
            abi.encode(
                TYPEHASH,
                terms.twinId,
                terms.hospital,
                terms.staff,
                keccak256(abi.encodePacked(terms.scopes)),
                keccak256(abi.encodePacked(terms.purposes)),
                terms.operations,
                terms.notBefore,
                terms.expiry,
                terms.fullHistory,
                terms.nonce,
                terms.deadline
            )
        );
    }
}
