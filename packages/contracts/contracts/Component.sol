// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AuthorizedHospitals} from "./AuthorizedHospitals.sol";
import {Wiring} from "./Types.sol";

/// @title A contract of one generation
/// @notice Knows the others of its generation from construction on, and writes only while the hospitals' quorum holds its generation open.
abstract contract Component {
    /// @notice Digest of the wiring that this contract was built with; `AddressBook` compares all of them.
    bytes32 public immutable wiringDigest;
    uint32 internal immutable GENERATION;
    AuthorizedHospitals internal immutable HOSPITALS;

    /// @notice The generation is closed for writing (a later one took over) or not yet open.
    error Component_GenerationClosed(uint32 generation, uint32 open);
    /// @notice An address in the wiring is missing.
    error Component_WiringIncomplete();

    constructor(Wiring memory wiring) {
        if (wiring.hospitals == address(0)) revert Component_WiringIncomplete();
        wiringDigest = keccak256(abi.encode(wiring));
        GENERATION = wiring.generation;
        HOSPITALS = AuthorizedHospitals(wiring.hospitals);
    }

    /// @dev `open` is what the directory answered, often along with something else.
    function _requireOpen(uint32 open) internal view {
        if (open != GENERATION) revert Component_GenerationClosed(GENERATION, open);
    }
}
