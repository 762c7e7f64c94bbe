// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {Access} from "./Access.sol";
import {Component} from "./Component.sol";
import {Grant, MAX_ENTRIES, Query, Reason, Status, Wiring} from "./Types.sol";
import {Consents} from "./libraries/Consents.sol";
import {GrantTypes} from "./libraries/GrantTypes.sol";

/// @notice What a hospital asks for.
/// @param scopes strictly ascending, 1 to 64
/// @param deadline last second at which an answer is wanted
/// @param salt random, so that the same question can be asked again
struct Request {
    bytes32 twinId;
    bytes32 hospital;
    bytes32 staff;
    bytes32[] scopes;
    bytes32 purpose;
    uint8 operation;
    uint64 deadline;
    bytes32 salt;
}

/// @notice The recorded answer to a request; one storage word.
/// @param accessVersion of the twin when decided
struct Decision {
    bool decided;
    bool permit;
    uint8 reason;
    uint64 accessVersion;
    uint64 blockNumber;
    uint64 time;
}

/// @title Requests for data and their decisions (a data contract of the paper's 7.3)
/// @notice In strict mode a request and its decision are one transaction; nothing is released before its block is confirmed. A refusal is an
/// answer and is recorded like a permission.
contract DataRequest is Component, EIP712 {
    bytes32 private constant REQUEST_TYPEHASH = keccak256(
        "DataRequest(bytes32 twinId,bytes32 hospital,bytes32 staff,bytes32[] scopes,bytes32 purpose,uint8 operation,uint64 deadline,bytes32 salt)"
    );

    Access private immutable ACCESS;
    mapping(bytes32 requestId => Decision) private _decisions;

    /// @notice An observer learns that this hospital asked for so many modules of this twin, but (digests are salted) neither which nor why.
    event DataRequested(
        bytes32 indexed requestId,
        bytes32 indexed twinId,
        bytes32 indexed hospital,
        bytes32 staff,
        bytes32[] scopes,
        bytes32 purpose,
        uint8 operation,
        uint64 deadline,
        address signer
    );
    /// @notice An observer learns whether the patient's grants allowed it, and if not for which kind of reason.
    event RequestDecided(
        bytes32 indexed requestId,
        bytes32 indexed twinId,
        bool permit,
        uint8 reason,
        bytes32 grantId,
        uint64 accessVersion
    );

    error DataRequest_AlreadyDecided(bytes32 requestId);
    error DataRequest_NotTheController(bytes32 hospital, address signer);
    error DataRequest_ScopesOutOfRange(uint256 given);
    error DataRequest_ScopesUnsorted(uint256 position);

    constructor(Wiring memory wiring) Component(wiring) EIP712("Twinseal DataRequest", "1") {
        if (wiring.access == address(0)) revert Component_WiringIncomplete();
        ACCESS = Access(wiring.access);
    }

    /// @notice Asks, decides by the patient's grants, and records both.
    /// @param terms of the grant that the hospital relies on; all zero for none
    /// @param signer the hospital's controlling address. A hospital that never was admitted has none: then anyone may sign, the answer is no
    /// @param signature EIP-712 of DataRequest; empty for a direct call
    function request(Request calldata r, Grant calldata terms, address signer, bytes calldata signature)
        external
        returns (bytes32 requestId, bool permit, uint8 reason)
    {
        _requireOpen(HOSPITALS.generation());
        _requireSorted(r.scopes);
        requestId = requestIdOf(r);
        if (_decisions[requestId].decided) revert DataRequest_AlreadyDecided(requestId);
        (address controller, Status status) = HOSPITALS.controllerOf(r.hospital);
        if (status != Status.None && signer != controller) revert DataRequest_NotTheController(r.hospital, signer);
        Consents.requireConsent(signer, requestId, signature);
        emit DataRequested(
            requestId, r.twinId, r.hospital, r.staff, r.scopes, r.purpose, r.operation, r.deadline, signer
        );
        (permit, reason) = _decide(r, terms);
        _record(requestId, r.twinId, permit, reason, terms.twinId == 0 ? bytes32(0) : GrantTypes.hash(terms));
    }

    /// @notice The id of a request: its EIP-712 digest, which binds chain and contract.
    function requestIdOf(Request calldata r) public view returns (bytes32) {
        return _hashTypedDataV4(
            keccak256(
                abi.encode(
                    REQUEST_TYPEHASH,
                    r.twinId,
                    r.hospital,
                    r.staff,
                    keccak256(abi.encodePacked(r.scopes)),
                    r.purpose,
                    r.operation,
                    r.deadline,
                    r.salt
                )
            )
        );
    }

    /// @notice The recorded answer; `decided` is false if there is none.
    function decision(bytes32 requestId) external view returns (Decision memory) {
        return _decisions[requestId];
    }

    function _decide(Request calldata r, Grant calldata terms) private view returns (bool permit, uint8 reason) {
        if (block.timestamp > r.deadline) return (false, Reason.DEADLINE_PASSED);
        Query memory query = Query({
            twinId: r.twinId,
            hospital: r.hospital,
            staff: r.staff,
            scopes: r.scopes,
            purpose: r.purpose,
            operation: r.operation
        });
        return ACCESS.decide(query, terms);
    }

    function _record(bytes32 requestId, bytes32 twinId, bool permit, uint8 reason, bytes32 grantId) private {
        (uint64 version,) = ACCESS.accessVersion(twinId);
        _decisions[requestId] = Decision({
            decided: true,
            permit: permit,
            reason: reason,
            accessVersion: version,
            blockNumber: uint64(block.number),
            time: uint64(block.timestamp)
        });
        emit RequestDecided(requestId, twinId, permit, reason, grantId, version);
    }

    function _requireSorted(bytes32[] calldata scopes) private pure {
        if (scopes.length == 0 || scopes.length > MAX_ENTRIES) revert DataRequest_ScopesOutOfRange(scopes.length);
        for (uint256 i = 1; i < scopes.length; ++i) {
            if (scopes[i] <= scopes[i - 1]) revert DataRequest_ScopesUnsorted(i);
        }
    }
}
