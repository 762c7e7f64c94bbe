// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AuthorParameters} from "./AuthorParameters.sol";
import {AuthorContext, Hospital} from "./AuthorizedHospitals.sol";
import {Component} from "./Component.sol";
import {Status} from "./Types.sol";
import {Identities} from "./libraries/Identities.sol";

/// @notice An author proof with the point under which it verifies, in EIP-2537 encoding.
/// @param X commitment, 128 bytes
/// @param v response, 128 bytes
/// @param Q the author's point, 256 bytes; must hash to what the directory or the registration computed
struct AuthorProof {
    bytes X;
    bytes v;
    bytes Q;
}

/// @notice An author proof of any time, whose point the contract computes itself.
/// @param epoch identity epoch of the key that signed, at most the author's current one
/// @param parametersVersion the parameters that were in force
/// @param X commitment, 128 bytes
/// @param v response, 128 bytes
struct PastProof {
    uint32 epoch;
    uint16 parametersVersion;
    bytes X;
    bytes v;
}

/// @title Checking that an author signed
/// @notice Authorship follows the author's point Q, never the sender of a transaction.
abstract contract AuthorCheck is Component {
    error AuthorCheck_NotAdmitted(bytes32 authorId, Status status);
    error AuthorCheck_PointOutdated(bytes32 authorId);
    error AuthorCheck_ForeignPoint(bytes32 authorId, bytes32 expected, bytes32 given);
    error AuthorCheck_ProofInvalid(bytes32 signedDigest);
    error AuthorCheck_EpochUnknown(bytes32 authorId, uint32 current, uint32 given);
    error AuthorCheck_ParametersUnknown(uint16 version);

    /// @dev Reverts unless the hospital is active and the proof is its own over `signedDigest`, in the domain of `twins`.
    function _requireHospitalProof(address twins, bytes32 authorId, bytes32 signedDigest, AuthorProof calldata proof)
        internal
        view
        returns (uint32 epoch)
    {
        AuthorContext memory context = HOSPITALS.authorContext(authorId);
        _requireOpen(context.generation);
        if (context.status != Status.Active) revert AuthorCheck_NotAdmitted(authorId, context.status);
        _requireProof(twins, authorId, context, signedDigest, proof.X, proof.v, proof.Q);
        return context.epoch;
    }

    /// @dev Reverts unless (X, v) proves authorship of `signedDigest` under Q, and Q is the author's.
    function _requireProof(
        address twins,
        bytes32 authorId,
        AuthorContext memory context,
        bytes32 signedDigest,
        bytes calldata X,
        bytes calldata v,
        bytes calldata Q
    ) internal view {
        if (!context.pointCurrent) revert AuthorCheck_PointOutdated(authorId);
        bytes32 given = keccak256(Q);
        if (given != context.pointDigest) revert AuthorCheck_ForeignPoint(authorId, context.pointDigest, given);
        if (!context.parameters.isAuthor(twins, signedDigest, X, v, Q)) revert AuthorCheck_ProofInvalid(signedDigest);
    }

    /// @dev Reverts unless the proof is the hospital's over `signedDigest`, of any epoch that it has had and whatever its standing now: evidence.
    function _requirePastHospitalProof(address twins, bytes32 authorId, bytes32 signedDigest, PastProof calldata proof)
        internal
        view
    {
        Hospital memory record = HOSPITALS.hospital(authorId);
        if (proof.epoch > record.epoch) revert AuthorCheck_EpochUnknown(authorId, record.epoch, proof.epoch);
        bytes memory identity = Identities.encode(Identities.hospitalName(record.id), proof.epoch);
        _requirePastProof(twins, identity, signedDigest, proof);
    }

    /// @dev Reverts unless the proof is the identity's over `signedDigest`, under the parameters of that version.
    function _requirePastProof(address twins, bytes memory identity, bytes32 signedDigest, PastProof calldata proof)
        internal
        view
    {
        AuthorParameters parameters = HOSPITALS.parametersAt(proof.parametersVersion);
        if (address(parameters) == address(0)) revert AuthorCheck_ParametersUnknown(proof.parametersVersion);
        (, bytes memory Q) = parameters.authorPoint(identity);
        if (!parameters.isAuthor(twins, signedDigest, proof.X, proof.v, Q)) {
            revert AuthorCheck_ProofInvalid(signedDigest);
        }
    }
}
