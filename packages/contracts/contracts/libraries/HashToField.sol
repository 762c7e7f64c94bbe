// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Bls} from "./Bls.sol";

/// @title hash_to_field for Fr of BLS12-381 (RFC 9380, section 5.2; count 1, L = 48)
library HashToField {
    /// @notice 48 bytes of expand_message_xmd (RFC 9380, section 5.3.1) with SHA-256, taken modulo the group order.
    /// @param message any bytes
    /// @param dst domain separation tag, 1 to 255 bytes
    function scalar(bytes memory message, bytes memory dst) internal pure returns (uint256) {
        bytes memory dstPrime = abi.encodePacked(dst, uint8(dst.length));
        // Z_pad: one SHA-256 block of zeros; l_i_b_str: 48.
        bytes32 b0 = sha256(abi.encodePacked(bytes32(0), bytes32(0), message, uint16(48), uint8(0), dstPrime));
        bytes32 b1 = sha256(abi.encodePacked(b0, uint8(1), dstPrime));
        bytes32 b2 = sha256(abi.encodePacked(b0 ^ b1, uint8(2), dstPrime));
        // uniform_bytes = b1 || first 16 bytes of b2, a 384-bit number.
        return addmod(mulmod(uint256(b1), 1 << 128, Bls.ORDER), uint256(b2) >> 128, Bls.ORDER);
    }
}
