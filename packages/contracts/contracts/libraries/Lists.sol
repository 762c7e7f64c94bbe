// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MAX_ENTRIES} from "../Types.sol";

/// @title Strictly ascending lists of digests
library Lists {
    /// @notice A list is empty where it may not be, or has more than 64 entries.
    error Lists_LengthOutOfRange(uint256 given);
    /// @notice An entry is not greater than the one before it.
    error Lists_Unsorted(uint256 position);

    /// @notice Reverts unless `entries` ascend strictly and are at least `least` and at most 64.
    function requireSorted(bytes32[] calldata entries, uint256 least) internal pure {
        if (entries.length < least || entries.length > MAX_ENTRIES) revert Lists_LengthOutOfRange(entries.length);
        for (uint256 i = 1; i < entries.length; ++i) {
            if (entries[i] <= entries[i - 1]) revert Lists_Unsorted(i);
        }
    }

    /// @notice Whether `entry` is among `entries`.
    function contains(bytes32[] calldata entries, bytes32 entry) internal pure returns (bool) {
        for (uint256 i = 0; i < entries.length; ++i) {
            if (entries[i] == entry) return true;
        }
        return false;
    }

    /// @notice Whether all of `wanted` are among `entries`. Both ascend strictly, so one pass will do; an unsorted `wanted` is not contained.
    function containsAll(bytes32[] memory entries, bytes32[] calldata wanted) internal pure returns (bool) {
        uint256 found;
        for (uint256 i = 0; i < entries.length && found < wanted.length; ++i) {
            if (entries[i] == wanted[found]) ++found;
        }
        return found == wanted.length;
    }

    /// @notice Digest of a list.
    function digest(bytes32[] calldata entries) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(entries));
    }
}
