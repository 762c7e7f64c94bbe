// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {Component} from "./Component.sol";
import {Registration} from "./Registration.sol";
import {MAX_ENTRIES, SourceList, Wiring} from "./Types.sol";
import {Consents} from "./libraries/Consents.sol";
import {Lists} from "./libraries/Lists.sol";

/// @title The data sources that each lane of a twin may draw on (the paper's 5.1.3; a data contract of its 7.3)
/// @notice The list is given at creation and changed by the patient later. Sources are salted digests, so the contract cannot look into a sealed
/// part: recipients compare each statement's source with the list in force at its instance's block. Whether an author may write at all is
/// `Access`'s matter. A lane without a list is not limited; a lane with an empty list may draw on nothing.
contract Contribution is Component, EIP712 {
    bytes32 private constant SET_TYPEHASH =
        keccak256("SetSources(bytes32 twinId,bytes32 authorId,bytes32[] sources,uint64 nonce,uint64 deadline)");

    /// @notice The list in force of one lane.
    /// @param digest keccak of the sources' concatenation
    /// @param version counts the lists of the lane, from 1
    struct Sources {
        bytes32 digest;
        uint64 version;
    }

    Registration private immutable REGISTRATION;
    mapping(bytes32 twinId => mapping(bytes32 authorId => Sources)) private _sources;
    mapping(bytes32 twinId => uint64) private _nonces;

    /// @notice An observer learns how many systems feed this author's lane, but (digests are salted) not which.
    event SourcesSet(bytes32 indexed twinId, bytes32 indexed authorId, uint64 version, bytes32[] sources);

    error Contribution_WrongNonce(uint64 expected, uint64 given);
    error Contribution_TooManyLists(uint256 limit, uint256 given);
    error Contribution_NotTheList(bytes32 expected, bytes32 given);

    constructor(Wiring memory wiring) Component(wiring) EIP712("Twinseal Contribution", "1") {
        REGISTRATION = Registration(wiring.registration);
    }

    /// @notice Sets the lists given at creation; called by `Registration`, which checked the patient's signature over them.
    function open(bytes32 twinId, SourceList[] calldata lists) external {
        _requireFrom(address(REGISTRATION));
        if (lists.length > MAX_ENTRIES) revert Contribution_TooManyLists(MAX_ENTRIES, lists.length);
        for (uint256 i = 0; i < lists.length; ++i) {
            _set(twinId, lists[i].authorId, lists[i].sources);
        }
    }

    /// @notice Replaces the list of one lane.
    /// @param sources strictly ascending, at most 64; empty to allow none
    /// @param signer the patient's control address
    /// @param signature EIP-712 of SetSources; empty for a direct call
    function setSources(
        bytes32 twinId,
        bytes32 authorId,
        bytes32[] calldata sources,
        uint64 nonce,
        uint64 deadline,
        address signer,
        bytes calldata signature
    ) external {
        _requireOpen();
        Consents.requireInTime(deadline);
        REGISTRATION.requireControl(twinId, signer);
        if (nonce != _nonces[twinId]) revert Contribution_WrongNonce(_nonces[twinId], nonce);
        _nonces[twinId] = nonce + 1;
        bytes32 structHash =
            keccak256(abi.encode(SET_TYPEHASH, twinId, authorId, Lists.digest(sources), nonce, deadline));
        Consents.requireConsent(signer, _hashTypedDataV4(structHash), signature);
        _set(twinId, authorId, sources);
    }

    /// @notice Whether a lane may draw on a source.
    /// @param sources the list in force, as the last `SourcesSet` has it; ignored when no list was ever set
    function allows(bytes32 twinId, bytes32 authorId, bytes32 source, bytes32[] calldata sources)
        external
        view
        returns (bool)
    {
        Sources memory list = sourcesOf(twinId, authorId);
        if (list.version == 0) return true;
        bytes32 given = Lists.digest(sources);
        if (given != list.digest) revert Contribution_NotTheList(list.digest, given);
        return Lists.contains(sources, source);
    }

    /// @notice The list in force as digest and version; version 0 if the lane is not limited. A list of an earlier generation stays in force until
    /// this one has another.
    function sourcesOf(bytes32 twinId, bytes32 authorId) public view returns (Sources memory list) {
        list = _sources[twinId][authorId];
        if (list.version == 0 && GENERATION != 1) {
            list = Contribution(_predecessor().contribution).sourcesOf(twinId, authorId);
        }
    }

    /// @notice The nonce of the patient's next consent in this contract.
    function nonceOf(bytes32 twinId) external view returns (uint64) {
        return _nonces[twinId];
    }

    function _set(bytes32 twinId, bytes32 authorId, bytes32[] calldata sources) private {
        Lists.requireSorted(sources, 0);
        uint64 version = sourcesOf(twinId, authorId).version + 1;
        _sources[twinId][authorId] = Sources({digest: Lists.digest(sources), version: version});
        emit SourcesSet(twinId, authorId, version, sources);
    }
}
