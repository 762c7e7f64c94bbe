// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {Component} from "./Component.sol";
import {Registration} from "./Registration.sol";
import {Wiring} from "./Types.sol";
import {Consents} from "./libraries/Consents.sol";

/// @notice Who can move a lost or stolen control key.
/// @param guardians distinct addresses, ascending, 1 to 16
/// @param threshold how many of them it takes
/// @param delay seconds between their decision and its effect, 1 to 30 days
struct Circle {
    address[] guardians;
    uint8 threshold;
    uint32 delay;
}

/// @notice One guardian's approval.
struct Approval {
    address guardian;
    bytes signature;
}

/// @notice A decision that waits for its delay.
/// @param readyAt first second at which it can take effect; 0 if there is none
struct Pending {
    address control;
    uint40 readyAt;
}

/// @title Recovery of a patient's control key
/// @notice Guardians (m of n) can do one thing: move the control key, after a delay. They read nothing and consent to nothing. The holder of the control
/// key can cancel once (against guardians who err or collude); a second attempt of the guardians only the hospitals' quorum can stop (against a
/// thief who would cancel for ever). Changing guardians takes the same delay, and waits while a recovery is pending (against a thief who would
/// replace them). The patient's own change of key takes the delay too: keys of a new identity epoch exist only after it.
contract Recovery is Component, EIP712 {
    bytes32 private constant SET_GUARDIANS_TYPEHASH = keccak256(
        "SetGuardians(bytes32 twinId,address[] guardians,uint8 threshold,uint32 delay,uint64 nonce,uint64 deadline)"
    );
    bytes32 private constant CANCEL_GUARDIANS_TYPEHASH =
        keccak256("CancelGuardianChange(bytes32 twinId,uint64 nonce,uint64 deadline)");
    bytes32 private constant ROTATE_TYPEHASH =
        keccak256("RotateControl(bytes32 twinId,address control,uint64 nonce,uint64 deadline)");
    bytes32 private constant CANCEL_ROTATION_TYPEHASH =
        keccak256("CancelRotation(bytes32 twinId,uint64 nonce,uint64 deadline)");
    bytes32 private constant RECOVER_TYPEHASH =
        keccak256("Recover(bytes32 twinId,address control,uint64 round,uint64 deadline)");
    bytes32 private constant CANCEL_RECOVERY_TYPEHASH =
        keccak256("CancelRecovery(bytes32 twinId,uint64 round,uint64 deadline)");

    uint256 private constant MAX_GUARDIANS = 16;
    uint256 private constant MIN_DELAY = 1 days;
    uint256 private constant MAX_DELAY = 30 days;
    /// @notice Delay of a change of key by the patient where no guardians were chosen, seconds.
    uint256 public constant DEFAULT_DELAY = 2 days;

    Registration private immutable REGISTRATION;

    struct State {
        uint64 nonce;
        uint64 round;
        bool cancelledOnce;
        uint40 circleReadyAt;
    }

    mapping(bytes32 twinId => State) private _states;
    mapping(bytes32 twinId => Circle) private _circles;
    mapping(bytes32 twinId => Circle) private _nextCircles;
    mapping(bytes32 twinId => Pending) private _recoveries;
    mapping(bytes32 twinId => Pending) private _rotations;

    /// @notice An observer learns the addresses of people close to the patient. Use fresh addresses.
    event GuardiansSet(bytes32 indexed twinId, address[] guardians, uint8 threshold, uint32 delay);
    /// @notice Notice: an observer learns that other guardians are to follow, and when at the earliest.
    event GuardianChangeScheduled(
        bytes32 indexed twinId, address[] guardians, uint8 threshold, uint32 delay, uint40 readyAt
    );
    /// @notice An observer learns that the guardians stay.
    event GuardianChangeCancelled(bytes32 indexed twinId);
    /// @notice Notice: an observer learns that the patient changes the key, and when at the earliest.
    event RotationScheduled(bytes32 indexed twinId, address control, uint40 readyAt);
    /// @notice An observer learns that the key stays.
    event RotationCancelled(bytes32 indexed twinId);
    /// @notice Notice: an observer learns that the guardians move the key, and when at the earliest.
    event RecoveryStarted(bytes32 indexed twinId, address control, uint64 round, uint40 readyAt);
    /// @notice An observer learns that the recovery was stopped, and whether by the hospitals' quorum.
    event RecoveryCancelled(bytes32 indexed twinId, uint64 round, bool byQuorum);
    /// @notice An observer learns that the guardians' decision took effect.
    event RecoveryFinished(bytes32 indexed twinId, address control);

    error Recovery_GuardiansOutOfRange(uint256 given);
    error Recovery_GuardiansUnsorted(uint256 position);
    error Recovery_ThresholdOutOfRange(uint8 threshold, uint256 guardians);
    error Recovery_DelayOutOfRange(uint32 delay);
    error Recovery_WrongNonce(uint64 expected, uint64 given);
    error Recovery_NoGuardians(bytes32 twinId);
    error Recovery_NotAGuardian(bytes32 twinId, address signer);
    error Recovery_TooFewApprovals(uint256 needed, uint256 given);
    error Recovery_ControlMissing();
    error Recovery_Pending(bytes32 twinId, uint40 readyAt);
    error Recovery_NothingPending(bytes32 twinId);
    error Recovery_NotDue(uint40 readyAt, uint256 time);
    error Recovery_CancellationUsed(bytes32 twinId);

    constructor(Wiring memory wiring) Component(wiring) EIP712("Twinseal Recovery", "1") {
        REGISTRATION = Registration(wiring.registration);
    }

    // ---------------------------------------------------------------- choosing guardians

    /// @notice Chooses guardians: at once for the first time, after the delay in force when others were chosen before.
    /// @param signature EIP-712 of SetGuardians by the control address; empty if it calls itself
    function setGuardians(
        bytes32 twinId,
        Circle calldata circle,
        uint64 nonce,
        uint64 deadline,
        bytes calldata signature
    ) external {
        bytes32 structHash = keccak256(
            abi.encode(
                SET_GUARDIANS_TYPEHASH,
                twinId,
                keccak256(abi.encodePacked(circle.guardians)),
                circle.threshold,
                circle.delay,
                nonce,
                deadline
            )
        );
        State storage state = _consent(twinId, nonce, deadline, structHash, signature);
        _requireCircle(circle);
        Circle storage current = _circles[twinId];
        if (current.guardians.length == 0) {
            _circles[twinId] = circle;
            emit GuardiansSet(twinId, circle.guardians, circle.threshold, circle.delay);
        } else {
            _nextCircles[twinId] = circle;
            state.circleReadyAt = uint40(block.timestamp + current.delay);
            emit GuardianChangeScheduled(twinId, circle.guardians, circle.threshold, circle.delay, state.circleReadyAt);
        }
    }

    /// @notice Lets chosen guardians take over once the delay is over. Anyone may call.
    function applyGuardians(bytes32 twinId) external {
        _requireOpen();
        State storage state = _states[twinId];
        _requireDue(twinId, state.circleReadyAt);
        // A thief of the control key must not get rid of the guardians while they are at work.
        if (_recoveries[twinId].readyAt != 0) revert Recovery_Pending(twinId, _recoveries[twinId].readyAt);
        state.circleReadyAt = 0;
        state.cancelledOnce = false;
        // Approvals of the old guardians are void.
        state.round += 1;
        Circle memory next = _nextCircles[twinId];
        _circles[twinId] = next;
        delete _nextCircles[twinId];
        emit GuardiansSet(twinId, next.guardians, next.threshold, next.delay);
    }

    /// @notice Takes a choice of other guardians back before it takes effect.
    function cancelGuardianChange(bytes32 twinId, uint64 nonce, uint64 deadline, bytes calldata signature) external {
        bytes32 structHash = keccak256(abi.encode(CANCEL_GUARDIANS_TYPEHASH, twinId, nonce, deadline));
        State storage state = _consent(twinId, nonce, deadline, structHash, signature);
        if (state.circleReadyAt == 0) revert Recovery_NothingPending(twinId);
        _dropGuardianChange(twinId, state);
    }

    // ---------------------------------------------------------------- the patient changes the key

    /// @notice Schedules another control address, by the one in force.
    function rotateControl(bytes32 twinId, address control, uint64 nonce, uint64 deadline, bytes calldata signature)
        external
    {
        bytes32 structHash = keccak256(abi.encode(ROTATE_TYPEHASH, twinId, control, nonce, deadline));
        _consent(twinId, nonce, deadline, structHash, signature);
        if (control == address(0)) revert Recovery_ControlMissing();
        if (_recoveries[twinId].readyAt != 0) revert Recovery_Pending(twinId, _recoveries[twinId].readyAt);
        uint40 readyAt = uint40(block.timestamp + _delayOf(twinId));
        _rotations[twinId] = Pending({control: control, readyAt: readyAt});
        emit RotationScheduled(twinId, control, readyAt);
    }

    /// @notice Takes a scheduled change of key back.
    function cancelRotation(bytes32 twinId, uint64 nonce, uint64 deadline, bytes calldata signature) external {
        bytes32 structHash = keccak256(abi.encode(CANCEL_ROTATION_TYPEHASH, twinId, nonce, deadline));
        _consent(twinId, nonce, deadline, structHash, signature);
        if (_rotations[twinId].readyAt == 0) revert Recovery_NothingPending(twinId);
        delete _rotations[twinId];
        emit RotationCancelled(twinId);
    }

    /// @notice Lets a scheduled change of key take effect once the delay is over. Anyone may call.
    function finishRotation(bytes32 twinId) external {
        _requireOpen();
        Pending memory rotation = _rotations[twinId];
        _requireDue(twinId, rotation.readyAt);
        delete _rotations[twinId];
        REGISTRATION.moveControl(twinId, rotation.control);
    }

    // ---------------------------------------------------------------- the guardians move the key

    /// @notice Starts a recovery with the approvals of enough guardians. Anyone may bring them.
    /// @param control the address that shall speak for the patient
    /// @param approvals EIP-712 of Recover by distinct guardians, ascending by address; an empty signature if a guardian itself calls
    function startRecovery(bytes32 twinId, address control, uint64 deadline, Approval[] calldata approvals) external {
        _requireOpen();
        Consents.requireInTime(deadline);
        if (control == address(0)) revert Recovery_ControlMissing();
        Circle storage circle = _circles[twinId];
        if (circle.guardians.length == 0) revert Recovery_NoGuardians(twinId);
        if (_recoveries[twinId].readyAt != 0) revert Recovery_Pending(twinId, _recoveries[twinId].readyAt);
        State storage state = _states[twinId];
        uint64 round = state.round;
        if (approvals.length < circle.threshold) revert Recovery_TooFewApprovals(circle.threshold, approvals.length);
        _requireApprovals(
            twinId,
            _hashTypedDataV4(keccak256(abi.encode(RECOVER_TYPEHASH, twinId, control, round, deadline))),
            approvals
        );
        state.round = round + 1;
        uint40 readyAt = uint40(block.timestamp + circle.delay);
        _recoveries[twinId] = Pending({control: control, readyAt: readyAt});
        delete _rotations[twinId];
        emit RecoveryStarted(twinId, control, round, readyAt);
    }

    /// @notice Stops a recovery, once, by the control address in force. A change of guardians that was scheduled falls with it.
    /// @param round the number in the `RecoveryStarted` event
    /// @param signature EIP-712 of CancelRecovery by the control address; empty if it calls itself
    function cancelRecovery(bytes32 twinId, uint64 round, uint64 deadline, bytes calldata signature) external {
        _requireOpen();
        Consents.requireInTime(deadline);
        State storage state = _requireRecovery(twinId, round);
        if (state.cancelledOnce) revert Recovery_CancellationUsed(twinId);
        bytes32 structHash = keccak256(abi.encode(CANCEL_RECOVERY_TYPEHASH, twinId, round, deadline));
        Consents.requireConsent(REGISTRATION.knownControlOf(twinId), _hashTypedDataV4(structHash), signature);
        state.cancelledOnce = true;
        delete _recoveries[twinId];
        // Else a thief who had scheduled other guardians would cancel and put them in place before the guardians can start again.
        if (state.circleReadyAt != 0) _dropGuardianChange(twinId, state);
        emit RecoveryCancelled(twinId, round, false);
    }

    /// @notice Stops a recovery by the hospitals' quorum: they approve `spend`'s payload abi.encode(twinId, round).
    function cancelRecoveryByQuorum(bytes32 twinId, uint64 round, bytes32 salt) external {
        _requireOpen();
        _requireRecovery(twinId, round);
        HOSPITALS.spend(abi.encode(twinId, round), salt);
        delete _recoveries[twinId];
        emit RecoveryCancelled(twinId, round, true);
    }

    /// @notice Lets a recovery take effect once the delay is over. Anyone may call.
    function finishRecovery(bytes32 twinId) external {
        _requireOpen();
        Pending memory recovery = _recoveries[twinId];
        _requireDue(twinId, recovery.readyAt);
        delete _recoveries[twinId];
        State storage state = _states[twinId];
        state.cancelledOnce = false;
        // What the lost key had scheduled is void with it.
        if (state.circleReadyAt != 0) _dropGuardianChange(twinId, state);
        emit RecoveryFinished(twinId, recovery.control);
        REGISTRATION.moveControl(twinId, recovery.control);
    }

    /// @notice Takes a twin's guardians over from a closed generation; called by `Registration` along with the twin, so that there is
    /// no moment in which the control key could choose guardians as if there had been none. What was pending there has to start again.
    function importGuardians(bytes32 twinId, address from) external {
        _requireFrom(address(REGISTRATION));
        Circle memory circle = Recovery(from).circleOf(twinId);
        if (circle.guardians.length == 0) return;
        _circles[twinId] = circle;
        emit GuardiansSet(twinId, circle.guardians, circle.threshold, circle.delay);
    }

    // ---------------------------------------------------------------- views

    /// @notice The guardians in force; none if the list is empty.
    function circleOf(bytes32 twinId) external view returns (Circle memory) {
        return _circles[twinId];
    }

    /// @notice The guardians' decision that waits; readyAt 0 if there is none.
    function recoveryOf(bytes32 twinId) external view returns (Pending memory) {
        return _recoveries[twinId];
    }

    /// @notice The patient's change of key that waits; readyAt 0 if there is none.
    function rotationOf(bytes32 twinId) external view returns (Pending memory) {
        return _rotations[twinId];
    }

    /// @notice Next nonce and round, whether the one cancellation is used, and when chosen guardians may take over.
    function stateOf(bytes32 twinId) external view returns (State memory) {
        return _states[twinId];
    }

    // ---------------------------------------------------------------- inside

    function _consent(bytes32 twinId, uint64 nonce, uint64 deadline, bytes32 structHash, bytes calldata signature)
        private
        returns (State storage state)
    {
        _requireOpen();
        Consents.requireInTime(deadline);
        state = _states[twinId];
        if (state.nonce != nonce) revert Recovery_WrongNonce(state.nonce, nonce);
        state.nonce = nonce + 1;
        Consents.requireConsent(REGISTRATION.knownControlOf(twinId), _hashTypedDataV4(structHash), signature);
    }

    function _requireApprovals(bytes32 twinId, bytes32 digest, Approval[] calldata approvals) private view {
        address[] memory guardians = _circles[twinId].guardians;
        uint256 position;
        for (uint256 i = 0; i < approvals.length; ++i) {
            // Both lists ascend, so one pass proves that the approvals are distinct guardians.
            while (position < guardians.length && guardians[position] != approvals[i].guardian) {
                ++position;
            }
            if (position == guardians.length) revert Recovery_NotAGuardian(twinId, approvals[i].guardian);
            ++position;
            Consents.requireConsent(approvals[i].guardian, digest, approvals[i].signature);
        }
    }

    function _requireRecovery(bytes32 twinId, uint64 round) private view returns (State storage state) {
        state = _states[twinId];
        if (_recoveries[twinId].readyAt == 0) revert Recovery_NothingPending(twinId);
        if (state.round - 1 != round) revert Recovery_WrongNonce(state.round - 1, round);
    }

    function _requireDue(bytes32 twinId, uint40 readyAt) private view {
        if (readyAt == 0) revert Recovery_NothingPending(twinId);
        if (block.timestamp < readyAt) revert Recovery_NotDue(readyAt, block.timestamp);
    }

    function _dropGuardianChange(bytes32 twinId, State storage state) private {
        state.circleReadyAt = 0;
        delete _nextCircles[twinId];
        emit GuardianChangeCancelled(twinId);
    }

    function _delayOf(bytes32 twinId) private view returns (uint256) {
        uint32 delay = _circles[twinId].delay;
        return delay == 0 ? DEFAULT_DELAY : delay;
    }

    function _requireCircle(Circle calldata circle) private pure {
        uint256 count = circle.guardians.length;
        if (count == 0 || count > MAX_GUARDIANS) revert Recovery_GuardiansOutOfRange(count);
        for (uint256 i = 0; i < count; ++i) {
            address previous = i == 0 ? address(0) : circle.guardians[i - 1];
            if (circle.guardians[i] <= previous) revert Recovery_GuardiansUnsorted(i);
        }
        if (circle.threshold == 0 || circle.threshold > count) {
            revert Recovery_ThresholdOutOfRange(circle.threshold, count);
        }
        if (circle.delay < MIN_DELAY || circle.delay > MAX_DELAY) revert Recovery_DelayOutOfRange(circle.delay);
    }
}
