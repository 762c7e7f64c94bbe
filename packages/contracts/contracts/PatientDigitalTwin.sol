// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Access} from "./Access.sol";
import {AuthorContext, AuthorizedHospitals} from "./AuthorizedHospitals.sol";
import {Component} from "./Component.sol";
import {Registration} from "./Registration.sol";
import {Status, Wiring} from "./Types.sol";
import {OrderedTree} from "./libraries/OrderedTree.sol";

/// @notice One update of a twin by one author: the fields of its leaf (REC-6).
/// @param h root over the instance's manifest (REC-9)
/// @param accessVersion the version, and so the sealing epoch, under which it was sealed
/// @param time the author's clock when sealing, seconds
struct Instance {
    bytes32 twinId;
    bytes32 authorId;
    uint64 seq;
    bytes32 h;
    uint64 accessVersion;
    uint64 time;
}

/// @notice The history of one lane: how many instances, and the head of the ordered tree over their leaves.
struct Lane {
    uint64 count;
    bytes32 mk;
}

/// @title The patient's digital twin on chain (the paper's Algorithm 2)
/// @notice Lanes are keyed by twin and author; each is an append-only ordered tree. An instance is anchored only with its author's proof, which
/// this contract checks itself, so it does not matter who sends the transaction. The event is the paper's T_i = {σ_i, h_i, mk_i, b_i, t_s}: h and
/// mk as fields, block and time by the log, σ_i off chain under h_i.
contract PatientDigitalTwin is Component {
    bytes32 private constant LANE_TAG = keccak256("TWINSEAL-V1-LANE");
    bytes32 private constant INSTANCE_TAG = keccak256("TWINSEAL-V1-AUTHOR-INSTANCE");

    Registration private immutable REGISTRATION;
    Access private immutable ACCESS;
    mapping(bytes32 laneId => Lane) private _lanes;

    /// @notice An observer learns that this author wrote into this twin, when, and how often: enough to guess at a course of treatment from
    /// timing. Authors who mind batch. X and v prove authorship from the chain alone.
    event InstanceAnchored(
        bytes32 indexed twinId,
        bytes32 indexed authorId,
        uint64 indexed seq,
        bytes32 h,
        bytes32 mk,
        uint64 accessVersion,
        uint64 time,
        uint32 authorEpoch,
        bytes X,
        bytes v
    );

    error PatientDigitalTwin_WrongSequence(uint64 expected, uint64 given);
    error PatientDigitalTwin_AuthorNotAdmitted(bytes32 twinId, bytes32 authorId, Status status);
    error PatientDigitalTwin_PointOutdated(bytes32 authorId);
    error PatientDigitalTwin_ForeignPoint(bytes32 authorId, bytes32 expected, bytes32 given);
    error PatientDigitalTwin_ProofInvalid(bytes32 leaf);

    constructor(Wiring memory wiring) Component(wiring) {
        if (wiring.registration == address(0) || wiring.access == address(0)) revert Component_WiringIncomplete();
        REGISTRATION = Registration(wiring.registration);
        ACCESS = Access(wiring.access);
    }

    /// @notice Appends one instance to its author's lane.
    /// @param frontier heads of the perfect subtrees of the lane before this instance, largest first; empty for the first
    /// @param X commitment of the author proof, 128 bytes
    /// @param v response of the author proof, 128 bytes
    /// @param Q the author's point, 256 bytes; must hash to what the directory (or the registration) computed
    /// @return mk the lane's new head
    function anchor(
        Instance calldata instance,
        bytes32[] calldata frontier,
        bytes calldata X,
        bytes calldata v,
        bytes calldata Q
    ) external returns (bytes32 mk) {
        bytes32 leaf = leafOf(instance);
        uint32 epoch = _checkAuthor(instance, leaf, X, v, Q);
        Lane storage lane = _lanes[laneId(instance.twinId, instance.authorId)];
        uint64 count = lane.count;
        if (instance.seq != count) revert PatientDigitalTwin_WrongSequence(count, instance.seq);
        mk = OrderedTree.append(count, lane.mk, frontier, leaf);
        lane.count = count + 1;
        lane.mk = mk;
        emit InstanceAnchored(
            instance.twinId,
            instance.authorId,
            instance.seq,
            instance.h,
            mk,
            instance.accessVersion,
            instance.time,
            epoch,
            X,
            v
        );
    }

    /// @notice A lane's length and head; an empty lane has the head of the empty tree, keccak256("").
    function head(bytes32 twinId, bytes32 authorId) external view returns (uint64 count, bytes32 mk) {
        Lane storage lane = _lanes[laneId(twinId, authorId)];
        return lane.count == 0 ? (0, OrderedTree.EMPTY) : (lane.count, lane.mk);
    }

    /// @notice REC-5.
    function laneId(bytes32 twinId, bytes32 authorId) public pure returns (bytes32) {
        return keccak256(abi.encodePacked(LANE_TAG, twinId, authorId));
    }

    /// @notice REC-6: the leaf of an instance, recomputed from its fields.
    function leafOf(Instance calldata instance) public pure returns (bytes32) {
        return keccak256(
            abi.encodePacked(
                uint8(0),
                instance.twinId,
                instance.authorId,
                instance.seq,
                instance.h,
                instance.accessVersion,
                instance.time
            )
        );
    }

    /// @dev Contribution right, version, and author proof; the proof last, because it costs most.
    function _checkAuthor(
        Instance calldata instance,
        bytes32 leaf,
        bytes calldata X,
        bytes calldata v,
        bytes calldata Q
    ) private view returns (uint32 epoch) {
        AuthorContext memory context = HOSPITALS.authorContext(instance.authorId);
        _requireOpen(context.generation);
        bool byPatient = context.status == Status.None;
        if (byPatient) {
            (bytes32 patient, bytes32 pointDigest, uint32 patientEpoch, uint16 version) =
                REGISTRATION.patientAuthor(instance.twinId);
            if (patient != instance.authorId) {
                revert PatientDigitalTwin_AuthorNotAdmitted(instance.twinId, instance.authorId, Status.None);
            }
            context.pointDigest = pointDigest;
            context.epoch = patientEpoch;
            context.pointCurrent = version == HOSPITALS.parametersVersion();
        } else if (context.status != Status.Active) {
            revert PatientDigitalTwin_AuthorNotAdmitted(instance.twinId, instance.authorId, context.status);
        }
        if (!context.pointCurrent) revert PatientDigitalTwin_PointOutdated(instance.authorId);
        ACCESS.requireAnchorable(
            instance.twinId, instance.authorId, instance.accessVersion, byPatient, context.index, context.narrowings
        );
        bytes32 given = keccak256(Q);
        if (given != context.pointDigest) {
            revert PatientDigitalTwin_ForeignPoint(instance.authorId, context.pointDigest, given);
        }
        bytes32 authorDigest = keccak256(abi.encodePacked(INSTANCE_TAG, leaf));
        if (!context.parameters.isAuthor(address(this), authorDigest, X, v, Q)) {
            revert PatientDigitalTwin_ProofInvalid(leaf);
        }
        return context.epoch;
    }
}
