// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Vm} from "./Vm.sol";

/// @dev Assertions. Each says what it found.
/// Where a constructor is to fail, it stands in a call of its own (`this.newBook(…)`): with dynamic test linking a `new` becomes a cheatcode, and an
/// expected revert of a cheatcode ends the test there and then, as passed. documents.test.ts sees to it.
abstract contract Test {
    Vm internal constant vm = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);

    error NotTrue(string what);
    error NotEqual(string what, bytes32 expected, bytes32 given);
    error BytesNotEqual(string what, bytes expected, bytes given);

    function assertTrue(bool ok, string memory what) internal pure {
        if (!ok) revert NotTrue(what);
    }

    function assertFalse(bool ok, string memory what) internal pure {
        if (ok) revert NotTrue(what);
    }

    function assertEq(uint256 given, uint256 expected, string memory what) internal pure {
        if (given != expected) revert NotEqual(what, bytes32(expected), bytes32(given));
    }

    function assertEq(bytes32 given, bytes32 expected, string memory what) internal pure {
        if (given != expected) revert NotEqual(what, expected, given);
    }

    function assertEq(address given, address expected, string memory what) internal pure {
        assertEq(uint256(uint160(given)), uint256(uint160(expected)), what);
    }

    function assertEq(bytes memory given, bytes memory expected, string memory what) internal pure {
        if (keccak256(given) != keccak256(expected)) revert BytesNotEqual(what, expected, given);
    }
}
