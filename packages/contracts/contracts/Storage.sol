// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {AuthorContext} from "./AuthorizedHospitals.sol";
import {Component} from "./Component.sol";
import {Registration} from "./Registration.sol";
import {Status, Wiring} from "./Types.sol";
import {Consents} from "./libraries/Consents.sol";

/// @notice A hospital's word that it holds the sealed parts of a lane.
/// @param holder authorId of the hospital that holds them
/// @param count how many instances of the lane, from the first
/// @param objects digest over the addresses of the objects held
/// @param location salted digest of where they lie
/// @param nonce the holder's next nonce
struct Replica {
    bytes32 twinId;
    bytes32 authorId;
    bytes32 holder;
    uint64 count;
    bytes32 objects;
    bytes32 location;
    uint64 nonce;
    uint64 deadline;
}

/// @title Where sealed parts lie (a data contract of the paper's 7.3)
/// @notice Replication receipts (who holds what), and tombstones: the patient's word that an instance, or a whole lane, is to be erased, with the
/// deletion receipts of those who held it. A tombstone does not touch the lane: its history still verifies, the part is gone on purpose.
/// Receipts and tombstones of earlier generations stay in force.
contract Storage is Component, EIP712 {
    bytes32 private constant REPLICA_TYPEHASH = keccak256(
        "ReplicationReceipt(bytes32 twinId,bytes32 authorId,bytes32 holder,uint64 count,bytes32 objects,bytes32 location,uint64 nonce,uint64 deadline)"
    );
    bytes32 private constant ERASE_TYPEHASH =
        keccak256("RequestErasure(bytes32 twinId,bytes32 authorId,uint64 seq,uint64 nonce,uint64 deadline)");
    bytes32 private constant DELETION_TYPEHASH = keccak256(
        "DeletionReceipt(bytes32 twinId,bytes32 authorId,uint64 seq,bytes32 holder,bytes32 objects,uint64 deadline)"
    );

    /// @notice The sequence number that stands for a whole lane in an erasure.
    uint64 public constant WHOLE_LANE = type(uint64).max;

    /// @notice What a holder last said of a lane.
    struct Holding {
        uint64 count;
        uint64 time;
        bytes32 objects;
        bytes32 location;
    }

    Registration private immutable REGISTRATION;
    mapping(bytes32 twinId => mapping(bytes32 authorId => mapping(bytes32 holder => Holding))) private _holdings;
    mapping(bytes32 holder => uint64) private _holderNonces;
    mapping(bytes32 twinId => uint64) private _patientNonces;
    /// @dev When the patient asked; 0 if never.
    mapping(bytes32 tombstone => uint40) private _erasedAt;
    /// @dev Set of the directory indexes of the hospitals that deleted.
    mapping(bytes32 tombstone => uint256) private _deletedBy;

    /// @notice An observer learns that this hospital keeps so many instances of a lane; where is a salted digest.
    event ReplicaRecorded(
        bytes32 indexed twinId,
        bytes32 indexed authorId,
        bytes32 indexed holder,
        uint64 count,
        bytes32 objects,
        bytes32 location
    );
    /// @notice An observer learns that the patient wants this entry (or lane) erased: perhaps that it was a sensitive one.
    event ErasureRequested(bytes32 indexed twinId, bytes32 indexed authorId, uint64 seq);
    /// @notice An observer learns that this hospital says it deleted the entry.
    event DeletionRecorded(
        bytes32 indexed twinId, bytes32 indexed authorId, uint64 seq, bytes32 indexed holder, bytes32 objects
    );

    error Storage_NotTheController(bytes32 holder, address signer);
    error Storage_HolderNotAdmitted(bytes32 holder, Status status);
    error Storage_WrongNonce(uint64 expected, uint64 given);
    error Storage_AlreadyErased(bytes32 twinId, bytes32 authorId, uint64 seq);
    error Storage_NotErased(bytes32 twinId, bytes32 authorId, uint64 seq);
    error Storage_AlreadyDeleted(bytes32 holder, uint64 seq);

    constructor(Wiring memory wiring) Component(wiring) EIP712("Twinseal Storage", "1") {
        REGISTRATION = Registration(wiring.registration);
    }

    /// @notice Records a replication receipt; a later one of the same holder and lane replaces it.
    /// @param signer the holder's controlling address
    /// @param signature EIP-712 of ReplicationReceipt; empty for a direct call
    function recordReplica(Replica calldata replica, address signer, bytes calldata signature) external {
        _requireOpen();
        Consents.requireInTime(replica.deadline);
        _requireHolder(replica.holder, signer);
        uint64 nonce = _holderNonces[replica.holder];
        if (replica.nonce != nonce) revert Storage_WrongNonce(nonce, replica.nonce);
        _holderNonces[replica.holder] = nonce + 1;
        bytes32 structHash = keccak256(
            abi.encode(
                REPLICA_TYPEHASH,
                replica.twinId,
                replica.authorId,
                replica.holder,
                replica.count,
                replica.objects,
                replica.location,
                replica.nonce,
                replica.deadline
            )
        );
        Consents.requireConsent(signer, _hashTypedDataV4(structHash), signature);
        _holdings[replica.twinId][replica.authorId][replica.holder] = Holding({
            count: replica.count, time: uint64(block.timestamp), objects: replica.objects, location: replica.location
        });
        emit ReplicaRecorded(
            replica.twinId, replica.authorId, replica.holder, replica.count, replica.objects, replica.location
        );
    }

    /// @notice Sets a tombstone.
    /// @param seq the instance, or WHOLE_LANE
    /// @param signer the patient's control address
    /// @param signature EIP-712 of RequestErasure; empty for a direct call
    function requestErasure(
        bytes32 twinId,
        bytes32 authorId,
        uint64 seq,
        uint64 nonce,
        uint64 deadline,
        address signer,
        bytes calldata signature
    ) external {
        _requireOpen();
        Consents.requireInTime(deadline);
        REGISTRATION.requireControl(twinId, signer);
        if (nonce != _patientNonces[twinId]) revert Storage_WrongNonce(_patientNonces[twinId], nonce);
        _patientNonces[twinId] = nonce + 1;
        bytes32 structHash = keccak256(abi.encode(ERASE_TYPEHASH, twinId, authorId, seq, nonce, deadline));
        Consents.requireConsent(signer, _hashTypedDataV4(structHash), signature);
        bytes32 tombstone = _tombstone(twinId, authorId, seq);
        if (askedAt(twinId, authorId, seq) != 0) revert Storage_AlreadyErased(twinId, authorId, seq);
        _erasedAt[tombstone] = uint40(block.timestamp);
        emit ErasureRequested(twinId, authorId, seq);
    }

    /// @notice Records a holder's deletion receipt for what a tombstone covers.
    /// @param objects digest over the addresses of the objects deleted
    /// @param signer the holder's controlling address
    /// @param signature EIP-712 of DeletionReceipt; empty for a direct call
    function recordDeletion(
        bytes32 twinId,
        bytes32 authorId,
        uint64 seq,
        bytes32 holder,
        bytes32 objects,
        uint64 deadline,
        address signer,
        bytes calldata signature
    ) external {
        _requireOpen();
        Consents.requireInTime(deadline);
        uint8 index = _requireHolder(holder, signer);
        bytes32 structHash = keccak256(abi.encode(DELETION_TYPEHASH, twinId, authorId, seq, holder, objects, deadline));
        Consents.requireConsent(signer, _hashTypedDataV4(structHash), signature);
        bytes32 tombstone = _tombstone(twinId, authorId, seq);
        if (askedAt(twinId, authorId, seq) == 0) revert Storage_NotErased(twinId, authorId, seq);
        uint256 bit = 1 << index;
        if (deletedBy(twinId, authorId, seq) & bit != 0) revert Storage_AlreadyDeleted(holder, seq);
        _deletedBy[tombstone] |= bit;
        emit DeletionRecorded(twinId, authorId, seq, holder, objects);
    }

    /// @notice What a holder last said of a lane; count 0 if it never did.
    function holdingOf(bytes32 twinId, bytes32 authorId, bytes32 holder)
        external
        view
        returns (Holding memory holding)
    {
        holding = _holdings[twinId][authorId][holder];
        if (holding.time == 0 && GENERATION != 1) {
            holding = Storage(_predecessor().stores).holdingOf(twinId, authorId, holder);
        }
    }

    /// @notice When the patient asked to erase an instance, itself or with its lane; 0 if never.
    function erasedAt(bytes32 twinId, bytes32 authorId, uint64 seq) external view returns (uint40) {
        uint40 alone = askedAt(twinId, authorId, seq);
        return alone != 0 ? alone : askedAt(twinId, authorId, WHOLE_LANE);
    }

    /// @notice When the patient set exactly this tombstone; 0 if never.
    function askedAt(bytes32 twinId, bytes32 authorId, uint64 seq) public view returns (uint40 time) {
        time = _erasedAt[_tombstone(twinId, authorId, seq)];
        if (time == 0 && GENERATION != 1) time = Storage(_predecessor().stores).askedAt(twinId, authorId, seq);
    }

    /// @notice The directory indexes, as a set, of the hospitals that recorded a deletion for exactly this tombstone.
    function deletedBy(bytes32 twinId, bytes32 authorId, uint64 seq) public view returns (uint256 indexes) {
        indexes = _deletedBy[_tombstone(twinId, authorId, seq)];
        if (GENERATION != 1) indexes |= Storage(_predecessor().stores).deletedBy(twinId, authorId, seq);
    }

    /// @notice The nonce of a holder's next receipt.
    function holderNonceOf(bytes32 holder) external view returns (uint64) {
        return _holderNonces[holder];
    }

    /// @notice The nonce of the patient's next consent in this contract.
    function patientNonceOf(bytes32 twinId) external view returns (uint64) {
        return _patientNonces[twinId];
    }

    function _requireHolder(bytes32 holder, address signer) private view returns (uint8 index) {
        AuthorContext memory context = HOSPITALS.authorContext(holder);
        if (context.status != Status.Active) revert Storage_HolderNotAdmitted(holder, context.status);
        (address controller,) = HOSPITALS.controllerOf(holder);
        if (signer != controller) revert Storage_NotTheController(holder, signer);
        return context.index;
    }

    function _tombstone(bytes32 twinId, bytes32 authorId, uint64 seq) private pure returns (bytes32) {
        return keccak256(abi.encode(twinId, authorId, seq));
    }
}
