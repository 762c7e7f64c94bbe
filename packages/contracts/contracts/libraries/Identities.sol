// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

/// @title Names and identities (docs/RECORD.md, REC-3 and REC-4)
library Identities {
    bytes32 private constant AUTHOR_ID_TAG = keccak256("TWINSEAL-V1-AUTHOR-ID");
    uint32 internal constant MAX_EPOCH = 999_999_999;

    /// @notice The variable part of a hospital's name is not `[a-z0-9][a-z0-9-]{0,62}`.
    error Identities_MalformedId(string id);
    /// @notice An identity epoch is outside 1 to 999,999,999.
    error Identities_EpochOutOfRange(uint256 epoch);

    /// @notice `hospital:<id>`; reverts unless the id has the grammar of REC-3.
    function hospitalName(string memory id) internal pure returns (bytes memory) {
        bytes memory text = bytes(id);
        if (text.length == 0 || text.length > 63) revert Identities_MalformedId(id);
        for (uint256 i = 0; i < text.length; ++i) {
            bytes1 c = text[i];
            bool alphanumeric = (c >= "a" && c <= "z") || (c >= "0" && c <= "9");
            if (!alphanumeric && !(i > 0 && c == "-")) revert Identities_MalformedId(id);
        }
        return abi.encodePacked("hospital:", id);
    }

    /// @notice `patient:<64 lowercase hexadecimal digits>`.
    function patientName(bytes32 twinId) internal pure returns (bytes memory) {
        bytes memory prefixed = bytes(Strings.toHexString(uint256(twinId), 32));
        bytes memory name = new bytes(72);
        bytes memory kind = "patient:";
        for (uint256 i = 0; i < 8; ++i) {
            name[i] = kind[i];
        }
        for (uint256 i = 0; i < 64; ++i) {
            name[8 + i] = prefixed[2 + i];
        }
        return name;
    }

    /// @notice REC-4: the name without its epoch.
    function authorId(bytes memory name) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(AUTHOR_ID_TAG, name));
    }

    /// @notice REC-3: LP(name) || LP(decimal epoch).
    function encode(bytes memory name, uint32 epoch) internal pure returns (bytes memory) {
        if (epoch == 0 || epoch > MAX_EPOCH) revert Identities_EpochOutOfRange(epoch);
        bytes memory digits = bytes(Strings.toString(epoch));
        return abi.encodePacked(uint32(name.length), name, uint32(digits.length), digits);
    }
}
