// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Access} from "./Access.sol";
import {AuthorCheck, AuthorProof, PastProof} from "./AuthorCheck.sol";
import {AuthorContext} from "./AuthorizedHospitals.sol";
import {Component} from "./Component.sol";
import {Registration, Twin} from "./Registration.sol";
import {Status, Wiring} from "./Types.sol";
import {Identities} from "./libraries/Identities.sol";
import {LaneMap, MapEntry, MapHead} from "./libraries/LaneMap.sol";
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

/// @notice One state of a hospital's sorted map of lanes.
/// @param number counts the hospital's batches from 0
/// @param time the author's clock, seconds
struct Batch {
    bytes32 authorId;
    uint64 number;
    MapHead map;
    uint64 time;
}

/// @notice What an author can be caught at.
enum Misbehaviour {
    TwoLeavesForOnePlace,
    HeadFell,
    LaneDropped,
    MapUnsorted
}

/// @title The patient's digital twin on chain (the paper's Algorithm 2)
/// @notice Lanes are keyed by twin and author; each is an append-only ordered tree. An instance is anchored only with its author's proof, which
/// this contract checks itself, so it does not matter who sends the transaction. The event is the paper's T_i = {σ_i, h_i, mk_i, b_i, t_s}: h and
/// mk as fields, block and time by the log, σ_i off chain under h_i.
///
/// A hospital may instead anchor one root of its sorted map lane → (count, mk) for many lanes at once. Then the contract checks authorship of the
/// map only; contribution rights and versions are checked by recipients, as of the batch's block. Whoever signs two leaves for one place, lets a
/// head fall, drops a lane, or signs an unsorted map can be convicted here by anyone.
contract PatientDigitalTwin is AuthorCheck {
    bytes32 private constant LANE_TAG = keccak256("TWINSEAL-V1-LANE");
    bytes32 private constant INSTANCE_TAG = keccak256("TWINSEAL-V1-AUTHOR-INSTANCE");
    bytes32 private constant BATCH_TAG = keccak256("TWINSEAL-V1-AUTHOR-BATCH");

    /// @notice Most lanes in one map.
    uint64 public constant MAX_MAP_SIZE = 1 << 32;

    Registration private immutable REGISTRATION;
    Access private immutable ACCESS;
    mapping(bytes32 laneId => Lane) private _lanes;
    mapping(bytes32 authorId => uint64) private _batchCounts;
    mapping(bytes32 authorId => mapping(uint64 number => bytes32 mapRoot)) private _mapRoots;
    mapping(bytes32 authorId => uint256) private _misbehaviours;
    mapping(bytes32 evidence => bool) private _convicted;

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
    /// @notice An observer learns that the hospital wrote something for some of so many lanes, but not for which.
    event BatchAnchored(
        bytes32 indexed authorId,
        uint64 indexed number,
        bytes32 mapRoot,
        uint64 size,
        bytes32 head,
        uint64 time,
        uint32 authorEpoch,
        bytes X,
        bytes v
    );
    /// @notice An observer learns that a lane, batched so far, goes on by direct anchors, and how long it is.
    event LaneAdopted(bytes32 indexed twinId, bytes32 indexed authorId, uint64 count, bytes32 mk);
    /// @notice An observer learns that a lane of an earlier generation goes on here.
    event LaneImported(bytes32 indexed twinId, bytes32 indexed authorId, uint64 count, bytes32 mk);
    /// @notice An observer learns that a hospital's batches of an earlier generation go on here.
    event BatchesImported(bytes32 indexed authorId, uint64 count, bytes32 mapRoot);
    /// @notice An observer learns that this author is caught: what it signed cannot all be honest.
    event MisbehaviourProved(bytes32 indexed authorId, Misbehaviour indexed kind, bytes32 evidence);

    error PatientDigitalTwin_WrongSequence(uint64 expected, uint64 given);
    error PatientDigitalTwin_MapSizeOutOfRange(uint64 limit, uint64 given);
    error PatientDigitalTwin_NotThatMap(bytes32 expected, bytes32 given);
    error PatientDigitalTwin_NotInMap(bytes32 laneId, uint64 index);
    error PatientDigitalTwin_NotAnExtension(bytes32 laneId, uint64 count, uint64 given);
    error PatientDigitalTwin_NothingToImport(bytes32 authorId);
    error PatientDigitalTwin_ImportFirst(bytes32 authorId);
    error PatientDigitalTwin_NoMisbehaviour(Misbehaviour kind);
    error PatientDigitalTwin_AlreadyProved(bytes32 evidence);

    constructor(Wiring memory wiring) Component(wiring) {
        REGISTRATION = Registration(wiring.registration);
        ACCESS = Access(wiring.access);
    }

    // ---------------------------------------------------------------- direct anchors

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
        uint32 epoch = _requireInstance(instance, leaf, X, v, Q);
        Lane storage lane = _lanes[laneId(instance.twinId, instance.authorId)];
        uint64 count = lane.count;
        if (count == 0) _requireNoEarlierLane(instance.twinId, instance.authorId);
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

    // ---------------------------------------------------------------- batches

    /// @notice Anchors a hospital's map of lanes.
    function anchorBatch(Batch calldata batch, AuthorProof calldata proof) external {
        if (batch.map.size == 0 || batch.map.size > MAX_MAP_SIZE) {
            revert PatientDigitalTwin_MapSizeOutOfRange(MAX_MAP_SIZE, batch.map.size);
        }
        uint64 count = _batchCounts[batch.authorId];
        if (count == 0) {
            (uint64 earlier,) = _earlierBatches(batch.authorId);
            if (earlier != 0) revert PatientDigitalTwin_ImportFirst(batch.authorId);
        }
        if (batch.number != count) revert PatientDigitalTwin_WrongSequence(count, batch.number);
        bytes32 mapRoot = LaneMap.root(batch.map);
        uint32 epoch = _requireHospitalProof(address(this), batch.authorId, _batchDigest(batch, mapRoot), proof);
        _batchCounts[batch.authorId] = count + 1;
        _mapRoots[batch.authorId][count] = mapRoot;
        emit BatchAnchored(
            batch.authorId, count, mapRoot, batch.map.size, batch.map.head, batch.time, epoch, proof.X, proof.v
        );
    }

    /// @notice Lets a lane that was batched go on by direct anchors, from its entry in the hospital's latest map. Anyone may call.
    /// @dev The author must have the right to contribute now, as for a direct anchor.
    /// @param extension consistency proof from the lane's direct head to the entry's (RFC 9162); empty if the lane has no direct head yet
    function adopt(
        bytes32 twinId,
        bytes32 authorId,
        MapHead calldata map,
        MapEntry calldata entry,
        bytes32[] calldata extension
    ) external {
        AuthorContext memory context = HOSPITALS.authorContext(authorId);
        _requireOpen(context.generation);
        if (context.status != Status.Active) revert AuthorCheck_NotAdmitted(authorId, context.status);
        (uint64 version,) = ACCESS.accessVersion(twinId);
        ACCESS.requireAnchorable(twinId, authorId, version, false, context.index, context.narrowings);
        uint64 count = _batchCounts[authorId];
        if (count == 0) revert PatientDigitalTwin_NotThatMap(0, LaneMap.root(map));
        _requireMap(authorId, count - 1, map);
        bytes32 id = laneId(twinId, authorId);
        if (entry.laneId != id) revert PatientDigitalTwin_NotInMap(id, entry.index);
        _requireEntry(map, entry);
        Lane storage lane = _lanes[id];
        if (lane.count == 0) _requireNoEarlierLane(twinId, authorId);
        bool extends_ = lane.count == 0
            ? entry.count != 0
            : entry.count > lane.count && OrderedTree.extends(lane.count, lane.mk, entry.count, entry.mk, extension);
        if (!extends_) revert PatientDigitalTwin_NotAnExtension(id, lane.count, entry.count);
        lane.count = entry.count;
        lane.mk = entry.mk;
        emit LaneAdopted(twinId, authorId, entry.count, entry.mk);
    }

    // ---------------------------------------------------------------- misbehaviour

    /// @notice Convicts an author who signed two different instances for one place of a lane. Anyone may bring them.
    /// @dev A stolen key of an earlier epoch convicts as well: the event does not judge, the hospitals' quorum does.
    function proveMisbehaviourByLeaves(
        Instance calldata first,
        Instance calldata second,
        PastProof calldata firstProof,
        PastProof calldata secondProof
    ) external {
        bool samePlace = first.twinId == second.twinId && first.authorId == second.authorId && first.seq == second.seq;
        (bytes32 a, bytes32 b) = (leafOf(first), leafOf(second));
        if (!samePlace || a == b) revert PatientDigitalTwin_NoMisbehaviour(Misbehaviour.TwoLeavesForOnePlace);
        _requirePast(first, a, firstProof);
        _requirePast(second, b, secondProof);
        bytes32 place = a < b ? keccak256(abi.encode(a, b)) : keccak256(abi.encode(b, a));
        _convict(first.authorId, Misbehaviour.TwoLeavesForOnePlace, place);
    }

    /// @notice Convicts a hospital whose lane is shorter in a later map than in an earlier one, or equally long but different.
    function proveMisbehaviourByHeads(
        bytes32 authorId,
        uint64 earlierNumber,
        MapHead calldata earlierMap,
        MapEntry calldata earlier,
        uint64 laterNumber,
        MapHead calldata laterMap,
        MapEntry calldata later
    ) external {
        _requireMap(authorId, earlierNumber, earlierMap);
        _requireMap(authorId, laterNumber, laterMap);
        _requireEntry(earlierMap, earlier);
        _requireEntry(laterMap, later);
        bool fell = earlierNumber < laterNumber && earlier.laneId == later.laneId
            && (later.count < earlier.count || (later.count == earlier.count && later.mk != earlier.mk));
        if (!fell) revert PatientDigitalTwin_NoMisbehaviour(Misbehaviour.HeadFell);
        bytes32 place = keccak256(abi.encode(authorId, earlierNumber, laterNumber, earlier.laneId));
        _convict(authorId, Misbehaviour.HeadFell, place);
    }

    /// @notice Convicts a hospital whose later map lacks a lane that an earlier one had.
    /// @param neighbours the two entries of the later map between which the lane would stand, or its first or last entry alone
    function proveMisbehaviourByAbsence(
        bytes32 authorId,
        uint64 earlierNumber,
        MapHead calldata earlierMap,
        MapEntry calldata earlier,
        uint64 laterNumber,
        MapHead calldata laterMap,
        MapEntry[] calldata neighbours
    ) external {
        _requireMap(authorId, earlierNumber, earlierMap);
        _requireMap(authorId, laterNumber, laterMap);
        _requireEntry(earlierMap, earlier);
        bool dropped = earlierNumber < laterNumber && LaneMap.excludes(laterMap, earlier.laneId, neighbours);
        if (!dropped) revert PatientDigitalTwin_NoMisbehaviour(Misbehaviour.LaneDropped);
        bytes32 place = keccak256(abi.encode(authorId, earlierNumber, laterNumber, earlier.laneId));
        _convict(authorId, Misbehaviour.LaneDropped, place);
    }

    /// @notice Convicts a hospital that signed a map whose entries do not ascend, which could hide a lane from proofs of absence.
    function proveMisbehaviourByOrder(
        bytes32 authorId,
        uint64 number,
        MapHead calldata map,
        MapEntry calldata left,
        MapEntry calldata right
    ) external {
        _requireMap(authorId, number, map);
        _requireEntry(map, left);
        _requireEntry(map, right);
        bool unsorted = left.index < right.index && left.laneId >= right.laneId;
        if (!unsorted) revert PatientDigitalTwin_NoMisbehaviour(Misbehaviour.MapUnsorted);
        bytes32 place = keccak256(abi.encode(authorId, number, left.index, right.index));
        _convict(authorId, Misbehaviour.MapUnsorted, place);
    }

    // ---------------------------------------------------------------- taking over from an earlier generation

    /// @notice Takes a lane's head over from the latest of the closed generations that has it. Anyone may call: there is nothing to choose. Until then the
    /// lane does not grow here, so that it cannot begin again.
    function importLane(bytes32 twinId, bytes32 authorId) external {
        _requireSuccessor();
        Lane storage lane = _lanes[laneId(twinId, authorId)];
        (uint64 count, bytes32 mk) = _earlierLane(twinId, authorId);
        if (lane.count != 0 || count == 0) revert PatientDigitalTwin_NothingToImport(authorId);
        lane.count = count;
        lane.mk = mk;
        emit LaneImported(twinId, authorId, count, mk);
    }

    /// @notice Takes the count of a hospital's batches and its latest map over from the latest of the closed generations that has one. Anyone may call.
    function importBatches(bytes32 authorId) external {
        _requireSuccessor();
        (uint64 count, bytes32 mapRoot) = _earlierBatches(authorId);
        if (_batchCounts[authorId] != 0 || count == 0) revert PatientDigitalTwin_NothingToImport(authorId);
        _batchCounts[authorId] = count;
        _mapRoots[authorId][count - 1] = mapRoot;
        emit BatchesImported(authorId, count, mapRoot);
    }

    // ---------------------------------------------------------------- views

    /// @notice A lane's length and head; an empty lane has the head of the empty tree, keccak256("").
    function head(bytes32 twinId, bytes32 authorId) external view returns (uint64 count, bytes32 mk) {
        Lane storage lane = _lanes[laneId(twinId, authorId)];
        return lane.count == 0 ? (0, OrderedTree.EMPTY) : (lane.count, lane.mk);
    }

    /// @notice How many batches a hospital has anchored, and the root of its latest map (zero if none).
    function latestBatch(bytes32 authorId) external view returns (uint64 count, bytes32 mapRoot) {
        count = _batchCounts[authorId];
        if (count != 0) mapRoot = _mapRoots[authorId][count - 1];
    }

    /// @notice The root of one of a hospital's maps; zero if there is no such batch.
    function mapRootOf(bytes32 authorId, uint64 number) external view returns (bytes32) {
        return _mapRoots[authorId][number];
    }

    /// @notice How often an author has been convicted.
    function misbehavioursOf(bytes32 authorId) external view returns (uint256) {
        return _misbehaviours[authorId];
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

    /// @notice What an author signs of a batch.
    function batchDigest(Batch calldata batch) external pure returns (bytes32) {
        return _batchDigest(batch, LaneMap.root(batch.map));
    }

    // ---------------------------------------------------------------- inside

    /// @dev Contribution right, version, and author proof; the proof last, because it costs most.
    function _requireInstance(
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
            if (patient != instance.authorId) revert AuthorCheck_NotAdmitted(instance.authorId, Status.None);
            context.pointDigest = pointDigest;
            context.epoch = patientEpoch;
            context.pointCurrent = version == HOSPITALS.parametersVersion();
        } else if (context.status != Status.Active) {
            revert AuthorCheck_NotAdmitted(instance.authorId, context.status);
        }
        ACCESS.requireAnchorable(
            instance.twinId, instance.authorId, instance.accessVersion, byPatient, context.index, context.narrowings
        );
        _requireProof(address(this), instance.authorId, context, _instanceDigest(leaf), X, v, Q);
        return context.epoch;
    }

    /// @dev A lane's head in the latest of the earlier generations that has it; count 0 if none has.
    function _earlierLane(bytes32 twinId, bytes32 authorId) private view returns (uint64 count, bytes32 mk) {
        for (uint32 generation = GENERATION - 1; generation != 0 && count == 0; --generation) {
            (count, mk) = PatientDigitalTwin(BOOK.wiringOf(generation).twins).head(twinId, authorId);
        }
    }

    /// @dev A hospital's batches in the latest of the earlier generations that has any; count 0 if none has.
    function _earlierBatches(bytes32 authorId) private view returns (uint64 count, bytes32 mapRoot) {
        for (uint32 generation = GENERATION - 1; generation != 0 && count == 0; --generation) {
            (count, mapRoot) = PatientDigitalTwin(BOOK.wiringOf(generation).twins).latestBatch(authorId);
        }
    }

    function _requireNoEarlierLane(bytes32 twinId, bytes32 authorId) private view {
        (uint64 count,) = _earlierLane(twinId, authorId);
        if (count != 0) revert PatientDigitalTwin_ImportFirst(authorId);
    }

    function _requirePast(Instance calldata instance, bytes32 leaf, PastProof calldata proof) private view {
        Twin memory twin = REGISTRATION.twin(instance.twinId);
        if (twin.patientAuthorId != instance.authorId) {
            _requirePastHospitalProof(address(this), instance.authorId, _instanceDigest(leaf), proof);
            return;
        }
        if (proof.epoch > twin.identityEpoch) {
            revert AuthorCheck_EpochUnknown(instance.authorId, twin.identityEpoch, proof.epoch);
        }
        bytes memory identity = Identities.encode(Identities.patientName(instance.twinId), proof.epoch);
        _requirePastProof(address(this), identity, _instanceDigest(leaf), proof);
    }

    /// @dev Once for each kind and place.
    function _convict(bytes32 authorId, Misbehaviour kind, bytes32 place) private {
        bytes32 evidence = keccak256(abi.encode(kind, place));
        if (_convicted[evidence]) revert PatientDigitalTwin_AlreadyProved(evidence);
        _convicted[evidence] = true;
        _misbehaviours[authorId] += 1;
        emit MisbehaviourProved(authorId, kind, evidence);
    }

    function _requireMap(bytes32 authorId, uint64 number, MapHead calldata map) private view {
        bytes32 given = LaneMap.root(map);
        bytes32 expected = _mapRoots[authorId][number];
        if (given != expected) revert PatientDigitalTwin_NotThatMap(expected, given);
    }

    function _requireEntry(MapHead calldata map, MapEntry calldata entry) private pure {
        if (!LaneMap.includes(map, entry)) revert PatientDigitalTwin_NotInMap(entry.laneId, entry.index);
    }

    function _instanceDigest(bytes32 leaf) private pure returns (bytes32) {
        return keccak256(abi.encodePacked(INSTANCE_TAG, leaf));
    }

    function _batchDigest(Batch calldata batch, bytes32 mapRoot) private pure returns (bytes32) {
        bytes32 leaf = keccak256(abi.encodePacked(uint8(0), batch.authorId, batch.number, mapRoot, batch.time));
        return keccak256(abi.encodePacked(BATCH_TAG, leaf));
    }
}
