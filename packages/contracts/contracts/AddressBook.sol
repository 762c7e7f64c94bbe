// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AuthorizedHospitals} from "./AuthorizedHospitals.sol";
import {Component} from "./Component.sol";
import {Wiring} from "./Types.sol";

/// @title Where the contracts of each generation are
/// @notice Contracts are immutable; a new version is a new generation, published here, then announced and opened by the hospitals' quorum. What is
/// announced or open stays listed as it is; until then a publication can be replaced. Old generations stay readable.
contract AddressBook {
    AuthorizedHospitals private immutable HOSPITALS;
    mapping(uint32 generation => Wiring) private _wirings;

    /// @notice An observer learns the addresses of the software.
    event WiringPublished(uint32 indexed generation, Wiring wiring);

    error AddressBook_NoCode(address component);
    error AddressBook_WiredOtherwise(address component);
    error AddressBook_Announced(uint32 generation);
    error AddressBook_OtherBook(address book);
    error AddressBook_OtherHospitals(address hospitals);
    error AddressBook_UnknownGeneration(uint32 generation);

    /// @param wiring the first generation
    constructor(Wiring memory wiring) {
        if (wiring.hospitals.code.length == 0) revert AddressBook_NoCode(wiring.hospitals);
        HOSPITALS = AuthorizedHospitals(wiring.hospitals);
        address named = address(HOSPITALS.book());
        if (named != address(this)) revert AddressBook_OtherBook(named);
        _publish(wiring);
    }

    /// @notice Lists another generation, or lists it otherwise while it is neither announced nor open, by the hospitals' quorum: they approve `spend`'s
    /// payload abi.encode(wiring).
    function publish(Wiring calldata wiring, bytes32 salt) external {
        if (wiring.hospitals != address(HOSPITALS)) revert AddressBook_OtherHospitals(wiring.hospitals);
        // Whoever looked at an announced generation must not find another when it opens.
        uint32 open = HOSPITALS.generation();
        uint32 fixed_ = HOSPITALS.generationOpensAt() == 0 ? open : open + 1;
        if (wiring.generation <= fixed_) revert AddressBook_Announced(wiring.generation);
        HOSPITALS.spend(abi.encode(wiring), salt);
        _publish(wiring);
    }

    /// @notice The generation that is open for writing.
    function current() external view returns (Wiring memory) {
        return wiringOf(HOSPITALS.generation());
    }

    /// @notice One generation's addresses.
    function wiringOf(uint32 generation) public view returns (Wiring memory wiring) {
        wiring = _wirings[generation];
        if (wiring.hospitals == address(0)) revert AddressBook_UnknownGeneration(generation);
    }

    function _publish(Wiring memory wiring) private {
        if (wiring.book != address(this)) revert AddressBook_OtherBook(wiring.book);
        bytes32 digest = keccak256(abi.encode(wiring));
        _requireWired(wiring.registration, digest);
        _requireWired(wiring.recovery, digest);
        _requireWired(wiring.access, digest);
        _requireWired(wiring.emergency, digest);
        _requireWired(wiring.contribution, digest);
        _requireWired(wiring.stores, digest);
        _requireWired(wiring.twins, digest);
        _requireWired(wiring.requests, digest);
        _wirings[wiring.generation] = wiring;
        emit WiringPublished(wiring.generation, wiring);
    }

    /// @dev All contracts of a generation were built with one and the same list of addresses.
    function _requireWired(address component, bytes32 digest) private view {
        if (component.code.length == 0) revert AddressBook_NoCode(component);
        // By hand, so that a contract of another kind is refused by name as well.
        (bool ok, bytes memory answer) = component.staticcall(abi.encodeCall(Component(component).wiringDigest, ()));
        if (!ok || keccak256(answer) != keccak256(abi.encode(digest))) revert AddressBook_WiredOtherwise(component);
    }
}
