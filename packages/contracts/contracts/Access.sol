// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {AuthorContext} from "./AuthorizedHospitals.sol";
import {Component} from "./Component.sol";
import {Registration} from "./Registration.sol";
import {CONTRIBUTE, Grant, MAX_LIVE_GRANTS, PLACES, Query, READ, Reason, Status, Wiring} from "./Types.sol";
import {Bits} from "./libraries/Bits.sol";
import {Consents} from "./libraries/Consents.sol";
import {GrantTypes} from "./libraries/GrantTypes.sol";
import {Lists} from "./libraries/Lists.sol";

/// @notice Where a twin's access stands; one storage word.
/// @param version accessVersion: raised by every narrowing
/// @param nextChange before this second, time alone changes nothing: no live grant ends, none "from now" begins
/// @param nonce of the patient's next consent
/// @param narrowingsSeen the directory's count of narrowings up to which this twin is settled
/// @param live set of the places that live grants take: 0 to 47 the patient's, 48 to 63 emergencies
/// @param emergencies how often the glass was broken
struct TwinAccess {
    uint64 version;
    uint40 nextChange;
    uint40 nonce;
    uint32 narrowingsSeen;
    uint64 live;
    uint16 emergencies;
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
/// @param emergency it was not the patient who gave it
/// @param serial nonce of the consent that made it
struct GrantState {
    GrantStatus status;
    uint8 place;
    uint8 operations;
    uint8 hospitalIndex;
    bool opensEpoch;
    bool emergency;
    uint40 notBefore;
    uint40 expiry;
    uint40 serial;
}

/// @notice The right of one hospital to extend its lane of one twin.
struct ContributionRight {
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
    /// @dev Emergencies are numbered apart from the patient's consents, so that their terms never hash alike.
    uint64 private constant EMERGENCY_SERIAL = 1 << 63;

    Registration private immutable REGISTRATION;
    address private immutable EMERGENCY;

    mapping(bytes32 twinId => TwinAccess) private _twins;
    mapping(bytes32 grantId => GrantState) private _grants;
    mapping(bytes32 twinId => mapping(uint256 place => bytes32 grantId)) private _liveGrants;
    mapping(bytes32 twinId => mapping(uint8 hospitalIndex => ContributionRight)) private _contributions;

    /// @notice An observer learns that this twin's patient lets this hospital in, when and for how long, for how many modules and purposes,
    /// but (digests are salted) neither which modules nor which purposes.
    event Granted(bytes32 indexed twinId, bytes32 indexed hospital, bytes32 indexed grantId, Grant terms);
    /// @notice An observer learns that this hospital broke the glass for this twin, for how many modules, and until when.
    event EmergencyGranted(bytes32 indexed twinId, bytes32 indexed hospital, bytes32 indexed grantId, Grant terms);
    /// @notice An observer learns that a grant, or an emergency, was ended.
    event Revoked(bytes32 indexed twinId, bytes32 indexed grantId);
    /// @notice An observer learns that the patient ended every grant.
    event AllRevoked(bytes32 indexed twinId, uint256 count);
    /// @notice An observer learns that a grant ended by time.
    event Lapsed(bytes32 indexed twinId, bytes32 indexed grantId);
    /// @notice An observer learns that fewer may read than before, or one more from now on only; `version` is now in force.
    event AccessNarrowed(bytes32 indexed twinId, uint64 version);

    error Access_UnknownTwin(bytes32 twinId);
    error Access_WrongTwin(bytes32 expected, bytes32 given);
    error Access_WrongNonce(uint64 expected, uint64 given);
    error Access_HospitalNotAdmitted(bytes32 hospital);
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
        REGISTRATION = Registration(wiring.registration);
        EMERGENCY = wiring.emergency;
    }

    // ---------------------------------------------------------------- the patient's consents

    /// @notice Opens a twin's access with its first policies; called by `Registration`, which checked the patient's signature over them.
    function open(bytes32 twinId, Grant[] calldata grants) external {
        _requireFrom(address(REGISTRATION));
        _twins[twinId] = TwinAccess({
            version: 1,
            nextChange: type(uint40).max,
            nonce: 0,
            narrowingsSeen: HOSPITALS.narrowings(),
            live: 0,
            emergencies: 0
        });
        for (uint256 i = 0; i < grants.length; ++i) {
            if (grants[i].twinId != twinId) revert Access_WrongTwin(twinId, grants[i].twinId);
            _grant(grants[i], GrantTypes.hash(grants[i]), true);
        }
    }

    /// @notice Gives a hospital, or one person of its staff, access.
    /// @param signer the patient's control address, or a proxy within its scopes and time
    /// @param signature EIP-712 of Grant; empty for a direct call
    /// @return grantId digest of the terms
    function grant(Grant calldata terms, address signer, bytes calldata signature) external returns (bytes32 grantId) {
        grantId = GrantTypes.hash(terms);
        REGISTRATION.requireMayGrant(terms.twinId, signer, terms.scopes, terms.expiry, terms.operations);
        Consents.requireConsent(signer, _hashTypedDataV4(grantId), signature);
        _grant(terms, grantId, false);
    }

    /// @notice Ends one grant, an emergency included. What was read before cannot be unread; what is sealed from now on has another secret.
    /// @param signer the patient's control address
    /// @param signature EIP-712 of Revoke; empty for a direct call
    function revoke(
        bytes32 twinId,
        bytes32 grantId,
        uint64 nonce,
        uint64 deadline,
        address signer,
        bytes calldata signature
    ) external {
        REGISTRATION.requireControl(twinId, signer);
        _revoke(twinId, grantId, nonce, deadline, signer, signature);
    }

    /// @notice Ends one grant whose terms are at hand: also for a proxy, who may end what lies within its scopes.
    /// @param signer the patient's control address, or a proxy
    /// @param signature EIP-712 of Revoke; empty for a direct call
    function revokeByTerms(
        Grant calldata terms,
        uint64 nonce,
        uint64 deadline,
        address signer,
        bytes calldata signature
    ) external {
        REGISTRATION.requireMayRevoke(terms.twinId, signer, terms.scopes);
        _revoke(terms.twinId, GrantTypes.hash(terms), nonce, deadline, signer, signature);
    }

    /// @notice Ends every live grant of a twin.
    function revokeAll(bytes32 twinId, uint64 nonce, uint64 deadline, address signer, bytes calldata signature)
        external
    {
        _requireOpen();
        Consents.requireInTime(deadline);
        REGISTRATION.requireControl(twinId, signer);
        bytes32 structHash = keccak256(abi.encode(REVOKE_ALL_TYPEHASH, twinId, nonce, deadline));
        Consents.requireConsent(signer, _hashTypedDataV4(structHash), signature);
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
        _requireOpen();
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

    // ---------------------------------------------------------------- what other contracts of this generation do

    /// @notice Raises the version because another key speaks for the patient; called by `Registration`.
    function narrowForControl(bytes32 twinId) external {
        _requireFrom(address(REGISTRATION));
        TwinAccess memory state_ = _twins[twinId];
        _narrow(twinId, state_);
        _twins[twinId] = state_;
    }

    /// @notice Opens emergency access; called by `Emergency`, which checked the clinicians. Never refused for want of room: when all places are taken,
    /// one that is over gives way, else the hospital's own that ends first, else that of all.
    /// @param terms with nonce 0; the contract numbers it
    /// @return grantId and the terms as numbered, to be brought to decisions
    function openEmergency(Grant memory terms) external returns (bytes32 grantId, Grant memory) {
        _requireFrom(EMERGENCY);
        TwinAccess memory state_ = _twins[terms.twinId];
        if (state_.version == 0) revert Access_UnknownTwin(terms.twinId);
        AuthorContext memory context = HOSPITALS.authorContext(terms.hospital);
        (uint8 place, bool taken) = _emergencyPlace(terms.twinId, state_.live, context.index);
        if (taken) {
            bytes32 earlier = _liveGrants[terms.twinId][place];
            _end(terms.twinId, state_, earlier, _grants[earlier], GrantStatus.Lapsed);
            emit Lapsed(terms.twinId, earlier);
            _narrow(terms.twinId, state_);
        }
        terms.nonce = EMERGENCY_SERIAL | state_.emergencies;
        // Wraps: a count is no reason to refuse, and ids differ by their times as well.
        unchecked {
            state_.emergencies += 1;
        }
        grantId = GrantTypes.hash(terms);
        _occupy(terms.twinId, state_, place, terms.expiry);
        _liveGrants[terms.twinId][place] = grantId;
        _grants[grantId] = GrantState({
            status: GrantStatus.Live,
            place: place,
            operations: terms.operations,
            hospitalIndex: context.index,
            opensEpoch: false,
            emergency: true,
            notBefore: uint40(terms.notBefore),
            expiry: uint40(terms.expiry),
            serial: 0
        });
        emit EmergencyGranted(terms.twinId, terms.hospital, grantId, terms);
        return (grantId, terms);
    }

    /// @notice Ends an emergency before its time; called by `Emergency`.
    function closeEmergency(bytes32 twinId, bytes32 grantId) external {
        _requireFrom(EMERGENCY);
        _endLive(twinId, grantId, _twins[twinId]);
    }

    /// @notice Takes a twin's access over from a closed generation: version, nonce and live grants go on. Called by `Registration`.
    function importTwin(bytes32 twinId, address from) external {
        _requireFrom(address(REGISTRATION));
        TwinAccess memory state_ = Access(from).state(twinId);
        bytes32[] memory grantIds = Access(from).liveGrants(twinId);
        for (uint256 i = 0; i < grantIds.length; ++i) {
            GrantState memory grant_ = Access(from).grantState(grantIds[i]);
            _grants[grantIds[i]] = grant_;
            _liveGrants[twinId][grant_.place] = grantIds[i];
            if (grant_.operations & CONTRIBUTE != 0) {
                _contributions[twinId][grant_.hospitalIndex] = Access(from).contributionOf(twinId, grant_.hospitalIndex);
            }
        }
        // Proofs and capsules of the new generation are under another domain: what is sealed from now on begins a new epoch.
        _narrow(twinId, state_);
        _twins[twinId] = state_;
    }

    // ---------------------------------------------------------------- decisions

    /// @notice Whether a query is covered by a grant, and if not why: the reasons of docs/RECORD.md, REC-23. A closed generation does not answer:
    /// what the patient ended since is not known there.
    /// @param terms of the grant that the asker relies on; all zero for none
    function decide(Query calldata query, Grant calldata terms) external view returns (bool permit, uint8 reason) {
        _requireOpen();
        reason = _decide(query, terms);
        permit = reason == Reason.GRANTED || reason == Reason.EMERGENCY;
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
        ContributionRight memory right = _contributions[twinId][hospitalIndex];
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
        grantIds = new bytes32[](Bits.count(live));
        uint256 found;
        for (uint256 place = 0; found < grantIds.length; ++place) {
            if (live & (1 << place) != 0) grantIds[found++] = _liveGrants[twinId][place];
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

    /// @notice The right of the hospital of that index to extend its lane of a twin; zeros if never.
    function contributionOf(bytes32 twinId, uint8 hospitalIndex) external view returns (ContributionRight memory) {
        return _contributions[twinId][hospitalIndex];
    }

    /// @notice When a hospital may extend its lane of a twin; zeros if never.
    function contribution(bytes32 twinId, bytes32 authorId) external view returns (uint64 notBefore, uint64 expiry) {
        AuthorContext memory context = HOSPITALS.authorContext(authorId);
        if (context.status == Status.None) return (0, 0);
        ContributionRight memory right = _contributions[twinId][context.index];
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
        // An emergency that gave way to another has lapsed before its time.
        if (grant_.status == GrantStatus.Lapsed) return Reason.EXPIRED;
        if (block.timestamp < grant_.notBefore) return Reason.NOT_YET_VALID;
        if (block.timestamp >= grant_.expiry) return Reason.EXPIRED;
        if (query.operation == 0 || query.operation & ~grant_.operations != 0) return Reason.OPERATION_NOT_GRANTED;
        if (!Lists.contains(terms.purposes, query.purpose)) return Reason.PURPOSE_NOT_GRANTED;
        bool covered = query.scopes.length != 0 && Lists.containsAll(terms.scopes, query.scopes);
        if (!covered) return Reason.SCOPE_NOT_GRANTED;
        return grant_.emergency ? Reason.EMERGENCY : Reason.GRANTED;
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
        bool fromNow = terms.operations & READ != 0 && !terms.fullHistory;
        bool opensEpoch = fromNow && terms.notBefore > block.timestamp;
        if (opensEpoch && terms.notBefore < state_.nextChange) state_.nextChange = uint40(terms.notBefore);
        if (fromNow && !opensEpoch && !atRegistration) _narrow(terms.twinId, state_);
        _occupy(terms.twinId, state_, place, terms.expiry);
        _liveGrants[terms.twinId][place] = grantId;
        _grants[grantId] = GrantState({
            status: GrantStatus.Live,
            place: place,
            operations: terms.operations,
            hospitalIndex: context.index,
            opensEpoch: opensEpoch,
            emergency: false,
            notBefore: uint40(terms.notBefore),
            expiry: uint40(terms.expiry),
            serial: uint40(terms.nonce)
        });
        if (terms.operations & CONTRIBUTE != 0) {
            _contributions[terms.twinId][context.index] = ContributionRight({
                notBefore: uint40(terms.notBefore), expiry: uint40(terms.expiry), serial: uint40(terms.nonce)
            });
        }
        emit Granted(terms.twinId, terms.hospital, grantId, terms);
    }

    function _requireTerms(Grant calldata terms) private view {
        Lists.requireSorted(terms.scopes, 1);
        Lists.requireSorted(terms.purposes, 1);
        if (terms.operations == 0 || terms.operations > READ | CONTRIBUTE) {
            revert Access_UnknownOperations(terms.operations);
        }
        if (terms.expiry > type(uint40).max) revert Access_TimeOutOfRange(terms.expiry);
        if (terms.notBefore >= terms.expiry) revert Access_EmptyPeriod(terms.notBefore, terms.expiry);
        if (terms.expiry <= block.timestamp) revert Access_AlreadyOver(terms.expiry, block.timestamp);
    }

    /// @dev Takes a grant out of the live ones; the caller writes `state_` back.
    function _end(
        bytes32 twinId,
        TwinAccess memory state_,
        bytes32 grantId,
        GrantState memory grant_,
        GrantStatus status
    ) private {
        state_.live &= ~(uint64(1) << grant_.place);
        delete _liveGrants[twinId][grant_.place];
        if (grant_.operations & CONTRIBUTE != 0 && _contributions[twinId][grant_.hospitalIndex].serial == grant_.serial)
        {
            delete _contributions[twinId][grant_.hospitalIndex];
        }
        _grants[grantId].status = status;
    }

    function _revoke(
        bytes32 twinId,
        bytes32 grantId,
        uint64 nonce,
        uint64 deadline,
        address signer,
        bytes calldata signature
    ) private {
        _requireOpen();
        Consents.requireInTime(deadline);
        bytes32 structHash = keccak256(abi.encode(REVOKE_TYPEHASH, twinId, grantId, nonce, deadline));
        Consents.requireConsent(signer, _hashTypedDataV4(structHash), signature);
        TwinAccess memory state_ = _twins[twinId];
        _useNonce(state_, nonce);
        _endLive(twinId, grantId, state_);
    }

    /// @dev Ends a live grant of this twin before its time, with everything that follows.
    function _endLive(bytes32 twinId, bytes32 grantId, TwinAccess memory state_) private {
        GrantState memory grant_ = _grants[grantId];
        if (grant_.status != GrantStatus.Live || _liveGrants[twinId][grant_.place] != grantId) {
            revert Access_NotLive(twinId, grantId);
        }
        _end(twinId, state_, grantId, grant_, GrantStatus.Revoked);
        emit Revoked(twinId, grantId);
        _narrow(twinId, state_);
        _twins[twinId] = state_;
    }

    function _narrow(bytes32 twinId, TwinAccess memory state_) private {
        state_.version += 1;
        emit AccessNarrowed(twinId, state_.version);
    }

    function _useNonce(TwinAccess memory state_, uint64 nonce) private pure {
        if (state_.nonce != nonce) revert Access_WrongNonce(state_.nonce, nonce);
        state_.nonce += 1;
    }

    function _settlementDue(TwinAccess memory state_, uint32 narrowings) private view returns (bool) {
        return block.timestamp >= state_.nextChange || state_.narrowingsSeen != narrowings;
    }

    /// @dev Takes a place and writes the twin's word back.
    function _occupy(bytes32 twinId, TwinAccess memory state_, uint8 place, uint64 expiry) private {
        state_.live |= uint64(1) << place;
        if (expiry < state_.nextChange) state_.nextChange = uint40(expiry);
        _twins[twinId] = state_;
    }

    function _freePlace(uint64 live) private pure returns (uint8 place) {
        while (live & (uint64(1) << place) != 0) {
            ++place;
        }
        if (place >= MAX_LIVE_GRANTS) revert Access_TooManyGrants(MAX_LIVE_GRANTS);
    }

    /// @dev A free place for an emergency; else one whose time is over; else that of this hospital's own which ends first; else that of all.
    function _emergencyPlace(bytes32 twinId, uint64 live, uint8 hospitalIndex)
        private
        view
        returns (uint8 place, bool taken)
    {
        uint40 earliest = type(uint40).max;
        bool own;
        for (uint8 candidate = uint8(MAX_LIVE_GRANTS); candidate < PLACES; ++candidate) {
            if (live & (uint64(1) << candidate) == 0) return (candidate, false);
            GrantState memory grant_ = _grants[_liveGrants[twinId][candidate]];
            // Being over outranks being one's own: it could not be earlier than now.
            bool mine = grant_.hospitalIndex == hospitalIndex || grant_.expiry <= block.timestamp;
            if ((mine && !own) || (mine == own && grant_.expiry < earliest)) {
                (place, earliest, own) = (candidate, grant_.expiry, mine);
            }
        }
        return (place, true);
    }
}
