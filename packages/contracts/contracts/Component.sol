// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AddressBook} from "./AddressBook.sol";
import {AuthorizedHospitals} from "./AuthorizedHospitals.sol";
import {Wiring} from "./Types.sol";

/// @title A contract of one generation
/// @notice Knows the others of its generation from construction on, and writes only while the hospitals' quorum holds its generation open.
abstract contract Component {
    /// @notice Digest of the wiring that this contract was built with; `AddressBook` compares all of them.
    bytes32 public immutable wiringDigest;
    uint32 internal immutable GENERATION;
    AuthorizedHospitals internal immutable HOSPITALS;
    AddressBook internal immutable BOOK;

    /// @notice The generation is closed for writing (a later one took over) or not yet open.
    error Component_GenerationClosed(uint32 generation, uint32 open);
    /// @notice Only that contract may call this.
    error Component_OnlyFrom(address expected, address caller);
    /// @notice The first generation has no predecessor to take over from.
    error Component_NoPredecessor();

    constructor(Wiring memory wiring) {
        wiringDigest = keccak256(abi.encode(wiring));
        GENERATION = wiring.generation;
        HOSPITALS = AuthorizedHospitals(wiring.hospitals);
        BOOK = AddressBook(wiring.book);
    }

    /// @dev Reverts unless this generation may write.
    function _requireOpen() internal view {
        _requireOpen(HOSPITALS.generation());
    }

    /// @dev `open` is what the directory answered, along with something else.
    function _requireOpen(uint32 open) internal view {
        if (open != GENERATION) revert Component_GenerationClosed(GENERATION, open);
    }

    function _requireFrom(address expected) internal view {
        if (msg.sender != expected) revert Component_OnlyFrom(expected, msg.sender);
    }

    /// @dev Reverts unless this generation is open and not the first. Then the earlier ones are closed: their state stands still.
    function _requireSuccessor() internal view {
        _requireOpen();
        if (GENERATION == 1) revert Component_NoPredecessor();
    }

    /// @dev The generation before this one; only where this one is not the first.
    function _predecessor() internal view returns (Wiring memory) {
        return BOOK.wiringOf(GENERATION - 1);
    }
}
