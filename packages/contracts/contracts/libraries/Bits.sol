// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Words as sets of small numbers
library Bits {
    /// @notice Number of bits set.
    function count(uint256 word) internal pure returns (uint256 bits) {
        for (; word != 0; word &= word - 1) {
            ++bits;
        }
    }
}
