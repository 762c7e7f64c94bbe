// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {AuthorContext} from "./AuthorizedHospitals.sol";
import {Component} from "./Component.sol";
import {Registration} from "./Registration.sol";
import {CONTRIBUTE, Grant, MAX_ENTRIES, Query, READ, Reason, Status, Wiring} from "./Types.sol";
import {Consents} from "./libraries/Consents.sol";
import {GrantTypes} from "./libraries/GrantTypes.sol";

/// @notice Where a twin's access stands; one storage word.
/// @param version accessVersion: raised by every narrowing
/// @param nextChange before this second, time alone changes nothing: no live grant ends, none "from now" begins
/// @param nonce of the patient's next consent
/// @param narrowingsSeen the directory's count of narrowings up to which this twin is settled
/// @param live set of the places (0 to 63) that live grants take
struct TwinAccess {
    uint64 version;
    uint40 nextChange;
    uint40 nonce;
    uint32 narrowingsSeen;
    uint64 live;
}

enum GrantStatus {
    None,
    Live,
    Revoked,
    Lapsed
}

/// @notice What a decision needs of a grant besides its terms; one storage word.
/// @param place among the twin's live grants
/// @param hospitalIndex the hospital's index in the directory
/// @param opensEpoch a grant to read "from now" that has yet to begin: its first second needs a new sealing epoch
/// @param serial nonce of the consent that made it
struct GrantState {
    GrantStatus status;
    uint8 place;
    uint8 operations;
    uint8 hospitalIndex;
    bool opensEpoch;
    uint40 notBefore;
    uint40 expiry;
    uint40 serial;
}

/// @notice The right of one hospital to extend its lane of one twin.
struct Contribution {
    uint40 notBefore;
    uint40 expiry;
    uint40 serial;
}

/// @title Access: who may read or contribute which part of a twin, for what, until when
/// @notice Default deny. A grant is kept as the digest of its terms with the few bits that decisions need; whoever asks brings the terms.
///
/// Every narrowing raises the twin's `accessVersion`, and with it the sealing epoch of what is anchored next (REC-11). A revocation raises
/// it at once. Where time (an expiry) or the consortium (a suspension) narrows, no transaction of this contract marks the moment: decisions
/// honour it by themselves from its first second, and anchors are refused until anyone calls `settle`, which raises the version.
///
/// A grant to read "from now" raises the version like a narrowing, when it begins: its reader gets the secret of the running epoch, and must not
/// be able to open with it what the same epoch sealed before.
/// @dev One word per twin, one per grant. `settle` walks the live grants, of which there are at most 64.
contract Access is Component, EIP712 {
    bytes32 private constant REVOKE_TYPEHASH =
        keccak256("Revoke(bytes32 twinId,bytes32 grantId,uint64 nonce,uint64 deadline)");
    bytes32 private constant REVOKE_ALL_TYPEHASH = keccak256("RevokeAll(bytes32 twinId,uint64 nonce,uint64 deadline)");
    uint64 private constant ALL_PLACES = type(uint64).max;

    Registration private immutable REGISTRATION;

    mapping(bytes32 twinId => TwinAccess) private _twins;
    mapping(bytes32 grantId => GrantState) private _grants;
    mapping(bytes32 twinId => mapping(uint256 place => bytes32 grantId)) private _liveGrants;
    mapping(bytes32 twinId => mapping(uint8 hospitalIndex => Contribution)) private _contributions;

    /// @notice An observer learns that this twin's patient lets this hospital in, when and for how long, for how many modules and purposes,
    /// but (digests are salted) neither which modules nor which purposes.
    event Granted(bytes32 indexed twinId, bytes32 indexed hospital, bytes32 indexed grantId, Grant terms);
    /// @notice An observer learns that the patient ended a grant.
    event Revoked(bytes32 indexed twinId, bytes32 indexed grantId);
    /// @notice An observer learns that the patient ended every grant.
    event AllRevoked(bytes32 indexed twinId, uint256 count);
    /// @notice An observer learns that a grant ended by time.
    event Lapsed(bytes32 indexed twinId, bytes32 indexed grantId);
    /// @notice An observer learns that fewer may read than before, or one more from now on only; `version` is now in force.
    event AccessNarrowed(bytes32 indexed twinId, uint64 version);

    error Access_OnlyRegistration(address caller);
    error Access_UnknownTwin(bytes32 twinId);
    error Access_NotThePatient(bytes32 twinId, address signer);
    error Access_WrongTwin(bytes32 expected, bytes32 given);
    error Access_WrongNonce(uint64 expected, uint64 given);
    error Access_HospitalNotAdmitted(bytes32 hospital);
    error Access_EntriesOutOfRange(uint256 given);
    error Access_EntriesUnsorted(uint256 position);
    error Access_UnknownOperations(uint8 operations);
    error Access_EmptyPeriod(uint64 notBefore, uint64 expiry);
    error Access_AlreadyOver(uint64 expiry, uint256 time);
    error Access_TimeOutOfRange(uint64 time);
    error Access_TooManyGrants(uint256 limit);
    error Access_NotLive(bytes32 twinId, bytes32 grantId);
    error Access_StaleVersion(uint64 inForce, uint64 given);
    error Access_SettlementDue(bytes32 twinId);
    error Access_NotAContributor(bytes32 twinId, bytes32 authorId);

    constructor(Wiring memory wiring) Component(wiring) EIP712("Twinseal Access", "1") {
        if (wiring.registration == address(0)) revert Component_WiringIncomplete();
        REGISTRATION = Registration(wiring.registration);
    }

    // ---------------------------------------------------------------- the patient's consents

    /// @notice Opens a twin's access with its first policies; called by `Registration`, which checked the patient's signature over them.
    function open(bytes32 twinId, Grant[] calldata grants) external {
        if (msg.sender != address(REGISTRATION)) revert Access_OnlyRegistration(msg.sender);
        _twins[twinId] = TwinAccess({
            version: 1,
            nextChange: type(uint40).max,
            nonce: 0,
            narrowingsSeen: HOSPITALS.narrowings(),
            live: 0
        });
        for (uint256 i = 0; i < grants.length; ++i) {
            if (grants[i].twinId != twinId) revert Access_WrongTwin(twinId, grants[i].twinId);
            _grant(grants[i], GrantTypes.hash(grants[i]), true);
        }
    }

    /// @notice Gives a hospital, or one person of its staff, access.
    /// @param signer the patient's control address
    /// @param signature EIP-712 of Grant; empty for a direct call
    /// @return grantId digest of the terms
    function grant(Grant calldata terms, address signer, bytes calldata signature) external returns (bytes32 grantId) {
        grantId = GrantTypes.hash(terms);
        _requirePatient(terms.twinId, signer, grantId, signature);
        _grant(terms, grantId, false);
    }

    /// @notice Ends one grant. What was read before cannot be unread; what is sealed from now on has another secret.
    function revoke(
        bytes32 twinId,
        bytes32 grantId,
        uint64 nonce,
        uint64 deadline,
        address signer,
        bytes calldata signature
    ) external {
        Consents.requireInTime(deadline);
        bytes32 structHash = keccak256(abi.encode(REVOKE_TYPEHASH, twinId, grantId, nonce, deadline));
        _requirePatient(twinId, signer, structHash, signature);
        TwinAccess memory state_ = _twins[twinId];
        _useNonce(state_, nonce);
        GrantState memory grant_ = _grants[grantId];
        if (grant_.status != GrantStatus.Live || _liveGrants[twinId][grant_.place] != grantId) {
            revert Access_NotLive(twinId, grantId);
        }
        _end(twinId, state_, grantId, grant_, GrantStatus.Revoked);
        emit Revoked(twinId, grantId);
        _narrow(twinId, state_);
        _twins[twinId] = state_;
    }

    /// @notice Ends every live grant of a twin.
    function revokeAll(bytes32 twinId, uint64 nonce, uint64 deadline, address signer, bytes calldata signature) external {
        Consents.requireInTime(deadline);
        bytes32 structHash = keccak256(abi.encode(REVOKE_ALL_TYPEHASH, twinId, nonce, deadline));
        _requirePatient(twinId, signer, structHash, signature);
        TwinAccess memory state_ = _twins[twinId];
        _useNonce(state_, nonce);
        uint256 count;
        for (uint256 place = 0; state_.live != 0; ++place) {
            if (state_.live & (1 << place) == 0) continue;
            bytes32 grantId = _liveGrants[twinId][place];
            _end(twinId, state_, grantId, _grants[grantId], GrantStatus.Revoked);
            emit Revoked(twinId, grantId);
            ++count;
        }
        state_.nextChange = type(uint40).max;
        emit AllRevoked(twinId, count);
        _narrow(twinId, state_);
        _twins[twinId] = state_;
    }

    /// @notice Records what time and the consortium have changed since: grants that expired end, and if anything was narrowed, or a grant "from
    /// now" began, the version rises, once. Anyone may call; authors do before they seal when `accessVersion` says that settlement is due.
    function settle(bytes32 twinId) external {
        TwinAccess memory state_ = _twins[twinId];
        if (state_.version == 0) revert Access_UnknownTwin(twinId);
        bool narrowed;
        uint40 nextChange = type(uint40).max;
        uint64 live = state_.live;
        for (uint256 place = 0; live != 0; ++place) {
            uint64 bit = uint64(1) << uint64(place);
            if (live & bit == 0) continue;
            live ^= bit;
            bytes32 grantId = _liveGrants[twinId][place];
            GrantState memory grant_ = _grants[grantId];
            if (grant_.expiry <= block.timestamp) {
                _end(twinId, state_, grantId, grant_, GrantStatus.Lapsed);
                emit Lapsed(twinId, grantId);
                narrowed = true;
                continue;
            }
            if (grant_.expiry < nextChange) nextChange = grant_.expiry;
            if (grant_.opensEpoch) {
                if (grant_.notBefore <= block.timestamp) {
                    _grants[grantId].opensEpoch = false;
                    narrowed = true;
                } else if (grant_.notBefore < nextChange) {
                    nextChange = grant_.notBefore;
                }
            }
            if (HOSPITALS.narrowedAt(grant_.hospitalIndex) > state_.narrowingsSeen) narrowed = true;
        }
        state_.nextChange = nextChange;
        state_.narrowingsSeen = HOSPITALS.narrowings();
        if (narrowed) _narrow(twinId, state_);
        _twins[twinId] = state_;
    }

    // ---------------------------------------------------------------- decisions

    /// @notice Whether a query is covered by a grant, and if not why: the reasons of docs/RECORD.md, REC-23.
    /// @param terms of the grant that the asker relies on; all zero for none
    function decide(Query calldata query, Grant calldata terms) external view returns (bool permit, uint8 reason) {
        reason = _decide(query, terms);
        permit = reason == Reason.GRANTED;
    }

    /// @notice The version in force, and whether a change by time or suspension waits to be settled.
    function accessVersion(bytes32 twinId) external view returns (uint64 version, bool settlementDue) {
        TwinAccess memory state_ = _twins[twinId];
        return (state_.version, state_.version != 0 && _settlementDue(state_, HOSPITALS.narrowings()));
    }

    /// @notice Reverts unless an instance sealed under `version` may be anchored now by this author.
    /// @dev For `PatientDigitalTwin`, which knows the author from the directory already.
    /// @param byPatient the lane is the patient's own: no grant needed
    function requireAnchorable(
        bytes32 twinId,
        bytes32 authorId,
        uint64 version,
        bool byPatient,
        uint8 hospitalIndex,
        uint32 narrowings
    ) external view {
        TwinAccess memory state_ = _twins[twinId];
        if (state_.version == 0) revert Access_UnknownTwin(twinId);
        if (_settlementDue(state_, narrowings)) revert Access_SettlementDue(twinId);
        if (state_.version != version) revert Access_StaleVersion(state_.version, version);
        if (byPatient) return;
        Contribution memory right = _contributions[twinId][hospitalIndex];
        if (block.timestamp < right.notBefore || block.timestamp >= right.expiry) {
            revert Access_NotAContributor(twinId, authorId);
        }
    }

    // ---------------------------------------------------------------- views

    /// @notice Where a twin's access stands; version 0 if unknown.
    function state(bytes32 twinId) external view returns (TwinAccess memory) {
        return _twins[twinId];
    }

    /// @notice The ids of the grants that were neither revoked nor settled as lapsed.
    function liveGrants(bytes32 twinId) external view returns (bytes32[] memory grantIds) {
        uint64 live = _twins[twinId].live;
        grantIds = new bytes32[](MAX_ENTRIES);
        uint256 count;
        for (uint256 place = 0; place < MAX_ENTRIES; ++place) {
            if (live & (1 << place) != 0) grantIds[count++] = _liveGrants[twinId][place];
        }
        assembly ("memory-safe") {
            mstore(grantIds, count)
        }
    }

    /// @notice What is kept of a grant.
    function grantState(bytes32 grantId) external view returns (GrantState memory) {
        return _grants[grantId];
    }

    /// @notice The id of a grant with these terms: its EIP-712 struct hash.
    function grantIdOf(Grant calldata terms) external pure returns (bytes32) {
        return GrantTypes.hash(terms);
    }

    /// @notice When a hospital may extend its lane of a twin; zeros if never.
    function contribution(bytes32 twinId, bytes32 authorId) external view returns (uint64 notBefore, uint64 expiry) {
        AuthorContext memory context = HOSPITALS.authorContext(authorId);
        if (context.status == Status.None) return (0, 0);
        Contribution memory right = _contributions[twinId][context.index];
        return (right.notBefore, right.expiry);
    }

    // ---------------------------------------------------------------- inside

    function _decide(Query calldata query, Grant calldata terms) private view returns (uint8) {
        if (_twins[query.twinId].version == 0) return Reason.UNKNOWN_TWIN;
        if (!HOSPITALS.isActive(query.hospital)) return Reason.HOSPITAL_NOT_ADMITTED;
        if (terms.twinId != query.twinId || terms.hospital != query.hospital) return Reason.NO_GRANT;
        if (terms.staff != 0 && terms.staff != query.staff) return Reason.NO_GRANT;
        GrantState memory grant_ = _grants[GrantTypes.hash(terms)];
        if (grant_.status == GrantStatus.None) return Reason.NO_GRANT;
        if (grant_.status == GrantStatus.Revoked) return Reason.REVOKED;
        if (block.timestamp < grant_.notBefore) return Reason.NOT_YET_VALID;
        if (block.timestamp >= grant_.expiry) return Reason.EXPIRED;
        if (query.operation == 0 || query.operation & ~grant_.operations != 0) return Reason.OPERATION_NOT_GRANTED;
        if (!_contains(terms.purposes, query.purpose)) return Reason.PURPOSE_NOT_GRANTED;
        if (!_containsAll(terms.scopes, query.scopes)) return Reason.SCOPE_NOT_GRANTED;
        return Reason.GRANTED;
    }

    /// @param atRegistration nothing has been sealed yet, so no epoch has to end
    function _grant(Grant calldata terms, bytes32 grantId, bool atRegistration) private {
        Consents.requireInTime(terms.deadline);
        TwinAccess memory state_ = _twins[terms.twinId];
        _useNonce(state_, terms.nonce);
        AuthorContext memory context = HOSPITALS.authorContext(terms.hospital);
        _requireOpen(context.generation);
        if (context.status != Status.Active) revert Access_HospitalNotAdmitted(terms.hospital);
        _requireTerms(terms);
        uint8 place = _freePlace(state_.live);
        state_.live |= uint64(1) << place;
        if (terms.expiry < state_.nextChange) state_.nextChange = uint40(terms.expiry);
        bool fromNow = terms.operations & READ != 0 && !terms.fullHistory;
        bool opensEpoch = fromNow && terms.notBefore > block.timestamp;
        if (opensEpoch && terms.notBefore < state_.nextChange) state_.nextChange = uint40(terms.notBefore);
        if (fromNow && !opensEpoch && !atRegistration) _narrow(terms.twinId, state_);
        _twins[terms.twinId] = state_;
        _liveGrants[terms.twinId][place] = grantId;
        _grants[grantId] = GrantState({
            status: GrantStatus.Live,
            place: place,
            operations: terms.operations,
            hospitalIndex: context.index,
            opensEpoch: opensEpoch,
            notBefore: uint40(terms.notBefore),
            expiry: uint40(terms.expiry),
            serial: uint40(terms.nonce)
        });
        if (terms.operations & CONTRIBUTE != 0) {
            _contributions[terms.twinId][context.index] = Contribution({
                notBefore: uint40(terms.notBefore), expiry: uint40(terms.expiry), serial: uint40(terms.nonce)
            });
        }
        emit Granted(terms.twinId, terms.hospital, grantId, terms);
    }

    function _requireTerms(Grant calldata terms) private view {
        _requireSorted(terms.scopes);
        _requireSorted(terms.purposes);
        if (terms.operations == 0 || terms.operations > READ | CONTRIBUTE) revert Access_UnknownOperations(terms.operations);
        if (terms.expiry > type(uint40).max) revert Access_TimeOutOfRange(terms.expiry);
        if (terms.notBefore >= terms.expiry) revert Access_EmptyPeriod(terms.notBefore, terms.expiry);
        if (terms.expiry <= block.timestamp) revert Access_AlreadyOver(terms.expiry, block.timestamp);
    }

    /// @dev Takes a grant out of the live ones; the caller writes `state_` back.
    function _end(bytes32 twinId, TwinAccess memory state_, bytes32 grantId, GrantState memory grant_, GrantStatus status)
        private
    {
        state_.live &= ~(uint64(1) << grant_.place);
        delete _liveGrants[twinId][grant_.place];
        if (
            grant_.operations & CONTRIBUTE != 0
                && _contributions[twinId][grant_.hospitalIndex].serial == grant_.serial
        ) {
            delete _contributions[twinId][grant_.hospitalIndex];
        }
        _grants[grantId].status = status;
    }

    function _narrow(bytes32 twinId, TwinAccess memory state_) private {
        state_.version += 1;
        emit AccessNarrowed(twinId, state_.version);
    }

    function _useNonce(TwinAccess memory state_, uint64 nonce) private pure {
        if (state_.nonce != nonce) revert Access_WrongNonce(state_.nonce, nonce);
        state_.nonce += 1;
    }

    function _requirePatient(bytes32 twinId, address signer, bytes32 structHash, bytes calldata signature) private view {
        address control = REGISTRATION.controlOf(twinId);
        if (control == address(0)) revert Access_UnknownTwin(twinId);
        if (signer != control) revert Access_NotThePatient(twinId, signer);
        Consents.requireConsent(signer, _hashTypedDataV4(structHash), signature);
    }

    function _settlementDue(TwinAccess memory state_, uint32 narrowings) private view returns (bool) {
        return block.timestamp >= state_.nextChange || state_.narrowingsSeen != narrowings;
    }

    function _freePlace(uint64 live) private pure returns (uint8 place) {
        if (live == ALL_PLACES) revert Access_TooManyGrants(MAX_ENTRIES);
        while (live & (uint64(1) << place) != 0) {
            ++place;
        }
    }

    function _requireSorted(bytes32[] calldata entries) private pure {
        if (entries.length == 0 || entries.length > MAX_ENTRIES) revert Access_EntriesOutOfRange(entries.length);
        for (uint256 i = 1; i < entries.length; ++i) {
            if (entries[i] <= entries[i - 1]) revert Access_EntriesUnsorted(i);
        }
    }

    function _contains(bytes32[] calldata entries, bytes32 entry) private pure returns (bool) {
        for (uint256 i = 0; i < entries.length; ++i) {
            if (entries[i] == entry) return true;
        }
        return false;
    }

    /// @dev Whether all of `wanted` (at least one) are among `entries`; both ascend strictly, so one pass will do. An unsorted `wanted` is
    /// not contained.
    function _containsAll(bytes32[] calldata entries, bytes32[] calldata wanted) private pure returns (bool) {
        uint256 found;
        for (uint256 i = 0; i < entries.length && found < wanted.length; ++i) {
            if (entries[i] == wanted[found]) ++found;
        }
        return wanted.length != 0 && found == wanted.length;
    }
}
