// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {Access} from "./Access.sol";
import {Component} from "./Component.sol";
import {Grant, MAX_ENTRIES, Wiring} from "./Types.sol";
import {Consents} from "./libraries/Consents.sol";
import {GrantTypes} from "./libraries/GrantTypes.sol";
import {Identities} from "./libraries/Identities.sol";

/// @notice What a patient fixes when registering a twin.
/// @param twinId 32 random bytes, nothing derived from a person
/// @param kind 0 whole body, 1 condition, 2 organ
/// @param control address whose signature speaks for the patient; a contract wallet will do
/// @param identityEpoch epoch of the identity `patient:<twinId>`
/// @param custodian authorId of the hospital that keeps custody, or zero
/// @param deadline last second at which the signature may be used
struct TwinTerms {
    bytes32 twinId;
    uint8 kind;
    address control;
    uint32 identityEpoch;
    bytes32 custodian;
    uint64 deadline;
}

/// @notice A registered twin.
/// @param patientAuthorId REC-4 of `patient:<twinId>`
/// @param pointDigest keccak of the patient's author point Q, computed by this contract
struct Twin {
    address control;
    uint32 identityEpoch;
    uint8 kind;
    uint16 parametersVersion;
    bytes32 custodian;
    bytes32 patientAuthorId;
    bytes32 pointDigest;
}

/// @title Registration of twins (a service contract of the paper's 7.3)
/// @notice A patient registers a random twin id under an own control key, with custodian and first policies, by one signature that anyone
/// relays. Nothing here is derived from a person.
/// @dev Whoever sees a registration in flight can take its twin id first; the patient draws another, nothing was bound to it yet.
contract Registration is Component, EIP712 {
    bytes32 private constant REGISTER_TYPEHASH = keccak256(
        abi.encodePacked(
            "RegisterTwin(bytes32 twinId,uint8 kind,address control,uint32 identityEpoch,bytes32 custodian,uint64 deadline,Grant[] grants)",
            GrantTypes.TYPE
        )
    );
    uint8 private constant KINDS = 3;

    Access private immutable ACCESS;
    mapping(bytes32 twinId => Twin) private _twins;

    /// @notice An observer learns that some patient registered, of which kind the twin is, which hospital keeps custody, and an address:
    /// whoever links that address to a person links the twin. Use a fresh key for each twin.
    event TwinRegistered(
        bytes32 indexed twinId,
        bytes32 indexed custodian,
        bytes32 patientAuthorId,
        uint8 kind,
        address control,
        uint32 identityEpoch,
        bytes32 pointDigest
    );
    /// @notice An observer learns the patient's author point under newly pinned parameters.
    event PatientPointRefreshed(bytes32 indexed twinId, uint16 parametersVersion, bytes32 pointDigest);

    error Registration_TwinIdMissing();
    error Registration_TwinIdTaken(bytes32 twinId);
    error Registration_UnknownTwin(bytes32 twinId);
    error Registration_UnknownKind(uint8 kind);
    error Registration_ControlMissing();
    error Registration_CustodianNotAdmitted(bytes32 custodian);
    error Registration_TooManyGrants(uint256 limit, uint256 given);
    error Registration_PointCurrent(bytes32 twinId);

    constructor(Wiring memory wiring) Component(wiring) EIP712("Twinseal Registration", "1") {
        if (wiring.access == address(0)) revert Component_WiringIncomplete();
        ACCESS = Access(wiring.access);
    }

    /// @notice Registers a twin with its first policies.
    /// @param grants the first policies, nonces 0, 1, 2 …; may be empty
    /// @param signature EIP-712 of RegisterTwin by `terms.control`; empty if the control key itself calls
    function register(TwinTerms calldata terms, Grant[] calldata grants, bytes calldata signature) external {
        _requireOpen(HOSPITALS.generation());
        Consents.requireInTime(terms.deadline);
        if (terms.twinId == 0) revert Registration_TwinIdMissing();
        if (terms.control == address(0)) revert Registration_ControlMissing();
        if (terms.kind >= KINDS) revert Registration_UnknownKind(terms.kind);
        if (grants.length > MAX_ENTRIES) revert Registration_TooManyGrants(MAX_ENTRIES, grants.length);
        Consents.requireConsent(terms.control, _hashTypedDataV4(_hash(terms, grants)), signature);
        Twin storage record = _twins[terms.twinId];
        if (record.control != address(0)) revert Registration_TwinIdTaken(terms.twinId);
        if (terms.custodian != 0 && !HOSPITALS.isActive(terms.custodian)) {
            revert Registration_CustodianNotAdmitted(terms.custodian);
        }
        record.control = terms.control;
        record.identityEpoch = terms.identityEpoch;
        record.kind = terms.kind;
        record.custodian = terms.custodian;
        record.patientAuthorId = Identities.authorId(Identities.patientName(terms.twinId));
        _computePoint(terms.twinId, record);
        emit TwinRegistered(
            terms.twinId,
            terms.custodian,
            record.patientAuthorId,
            terms.kind,
            terms.control,
            terms.identityEpoch,
            record.pointDigest
        );
        ACCESS.open(terms.twinId, grants);
    }

    /// @notice Computes a patient's author point again under the parameters in force. Anyone may call: there is nothing to choose.
    function refreshPoint(bytes32 twinId) external {
        Twin storage record = _known(twinId);
        if (record.parametersVersion == HOSPITALS.parametersVersion()) revert Registration_PointCurrent(twinId);
        _computePoint(twinId, record);
        emit PatientPointRefreshed(twinId, record.parametersVersion, record.pointDigest);
    }

    /// @notice A twin's record; control is zero if unknown.
    function twin(bytes32 twinId) external view returns (Twin memory) {
        return _twins[twinId];
    }

    /// @notice The address that speaks for the patient; zero if the twin is unknown.
    function controlOf(bytes32 twinId) external view returns (address) {
        return _twins[twinId].control;
    }

    /// @notice What anchoring in the patient's own lane needs.
    function patientAuthor(bytes32 twinId)
        external
        view
        returns (bytes32 authorId, bytes32 pointDigest, uint32 epoch, uint16 parametersVersion)
    {
        Twin storage record = _twins[twinId];
        return (record.patientAuthorId, record.pointDigest, record.identityEpoch, record.parametersVersion);
    }

    function _known(bytes32 twinId) private view returns (Twin storage record) {
        record = _twins[twinId];
        if (record.control == address(0)) revert Registration_UnknownTwin(twinId);
    }

    function _computePoint(bytes32 twinId, Twin storage record) private {
        bytes memory identity = Identities.encode(Identities.patientName(twinId), record.identityEpoch);
        (, bytes memory Q) = HOSPITALS.parameters().authorPoint(identity);
        record.pointDigest = keccak256(Q);
        record.parametersVersion = HOSPITALS.parametersVersion();
    }

    function _hash(TwinTerms calldata terms, Grant[] calldata grants) private pure returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](grants.length);
        for (uint256 i = 0; i < grants.length; ++i) {
            hashes[i] = GrantTypes.hash(grants[i]);
        }
        return keccak256(
            abi.encode(
                REGISTER_TYPEHASH,
                terms.twinId,
                terms.kind,
                terms.control,
                terms.identityEpoch,
                terms.custodian,
                terms.deadline,
                keccak256(abi.encodePacked(hashes))
            )
        );
    }
}
