// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Access} from "../contracts/Access.sol";
import {ActionKind, AuthorizedHospitals} from "../contracts/AuthorizedHospitals.sol";
import {Component} from "../contracts/Component.sol";
import {Approval, Circle, Recovery} from "../contracts/Recovery.sol";
import {ProxyTerms, Registration, Twin} from "../contracts/Registration.sol";
import {Grant, READ} from "../contracts/Types.sol";
import {Consents} from "../contracts/libraries/Consents.sol";
import {Authority} from "./utils/Authority.sol";
import {Consortium} from "./utils/Consortium.sol";

/// @dev Branches: test/Recovery.tree
contract RecoveryTest is Consortium {
    string private constant DOMAIN = "Twinseal Recovery";
    uint32 private constant DELAY = 3 days;
    uint256 private constant NEW_KEY = uint256(keccak256("new key"));
    uint256[3] private guardianKeys;

    function setUp() public override {
        super.setUp();
        _register(TWIN, PATIENT);
        guardianKeys = [uint256(keccak256("g0")), uint256(keccak256("g1")), uint256(keccak256("g2"))];
        // ascending by address
        for (uint256 i = 0; i < 3; ++i) {
            for (uint256 j = i + 1; j < 3; ++j) {
                if (vm.addr(guardianKeys[i]) > vm.addr(guardianKeys[j])) {
                    (guardianKeys[i], guardianKeys[j]) = (guardianKeys[j], guardianKeys[i]);
                }
            }
        }
    }

    function _now() private view returns (uint64) {
        return uint64(block.timestamp);
    }

    function _circle(uint8 threshold) private view returns (Circle memory circle) {
        circle.guardians = new address[](3);
        for (uint256 i = 0; i < 3; ++i) {
            circle.guardians[i] = vm.addr(guardianKeys[i]);
        }
        circle.threshold = threshold;
        circle.delay = DELAY;
    }

    function _nonce() private view returns (uint64) {
        return recovery.stateOf(TWIN).nonce;
    }

    function _setGuardians(Circle memory circle) private {
        uint64 nonce = _nonce();
        vm.prank(registration.controlOf(TWIN));
        recovery.setGuardians(TWIN, circle, nonce, _now(), "");
    }

    function _approvals(address control, uint256[] memory who) private view returns (Approval[] memory approvals) {
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256("Recover(bytes32 twinId,address control,uint64 round,uint64 deadline)"),
                TWIN,
                control,
                recovery.stateOf(TWIN).round,
                _now()
            )
        );
        approvals = new Approval[](who.length);
        for (uint256 i = 0; i < who.length; ++i) {
            approvals[i] = Approval({
                guardian: vm.addr(guardianKeys[who[i]]),
                signature: _sign(guardianKeys[who[i]], DOMAIN, address(recovery), structHash)
            });
        }
    }

    function _two(uint256 a, uint256 b) private pure returns (uint256[] memory who) {
        who = new uint256[](2);
        (who[0], who[1]) = (a, b);
    }

    function _start(address control) private {
        recovery.startRecovery(TWIN, control, _now(), _approvals(control, _two(0, 2)));
    }

    function _cancel(uint64 round) private {
        vm.prank(registration.controlOf(TWIN));
        recovery.cancelRecovery(TWIN, round, _now(), "");
    }

    // ------------------------------------------------------------ choosing guardians

    function test_FirstGuardiansTakeOverAtOnceByRelayedSignature() public {
        Circle memory circle = _circle(2);
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256(
                    "SetGuardians(bytes32 twinId,address[] guardians,uint8 threshold,uint32 delay,uint64 nonce,uint64 deadline)"
                ),
                TWIN,
                keccak256(abi.encodePacked(circle.guardians)),
                circle.threshold,
                circle.delay,
                uint64(0),
                _now()
            )
        );
        bytes memory signature = _sign(PATIENT, DOMAIN, address(recovery), structHash);
        recovery.setGuardians(TWIN, circle, 0, _now(), signature);
        assertEq(recovery.circleOf(TWIN).guardians.length, 3, "guardians");
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_WrongNonce.selector, 1, 0));
        recovery.setGuardians(TWIN, circle, 0, _now(), signature);
        vm.expectPartialRevert(Consents.Consents_DeadlinePassed.selector);
        recovery.setGuardians(TWIN, circle, 1, _now() - 1, signature);
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        recovery.setGuardians(TWIN, circle, 1, _now(), signature);
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_UnknownTwin.selector, OTHER_TWIN));
        recovery.setGuardians(OTHER_TWIN, circle, 0, _now(), signature);
    }

    function _expectCircleRefused(Circle memory circle, bytes memory data) private {
        vm.prank(vm.addr(PATIENT));
        vm.expectRevert(data);
        recovery.setGuardians(TWIN, circle, 0, _now(), "");
    }

    function test_RevertWhen_TheCircleIsOutOfOrder() public {
        Circle memory circle = _circle(2);
        circle.guardians = new address[](0);
        _expectCircleRefused(circle, abi.encodeWithSelector(Recovery.Recovery_GuardiansOutOfRange.selector, 0));
        circle.guardians = new address[](17);
        _expectCircleRefused(circle, abi.encodeWithSelector(Recovery.Recovery_GuardiansOutOfRange.selector, 17));
        circle.guardians = new address[](1);
        _expectCircleRefused(circle, abi.encodeWithSelector(Recovery.Recovery_GuardiansUnsorted.selector, 0));
        circle = _circle(2);
        circle.guardians[2] = circle.guardians[1];
        _expectCircleRefused(circle, abi.encodeWithSelector(Recovery.Recovery_GuardiansUnsorted.selector, 2));
        _expectCircleRefused(_circle(0), abi.encodeWithSelector(Recovery.Recovery_ThresholdOutOfRange.selector, 0, 3));
        _expectCircleRefused(_circle(4), abi.encodeWithSelector(Recovery.Recovery_ThresholdOutOfRange.selector, 4, 3));
        circle = _circle(2);
        circle.delay = 1 days - 1;
        _expectCircleRefused(circle, abi.encodeWithSelector(Recovery.Recovery_DelayOutOfRange.selector, circle.delay));
        circle.delay = 30 days + 1;
        _expectCircleRefused(circle, abi.encodeWithSelector(Recovery.Recovery_DelayOutOfRange.selector, circle.delay));
        circle.delay = 30 days;
        _setGuardians(circle);
    }

    function test_OtherGuardiansTakeOverAfterTheDelay() public {
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_NothingPending.selector, TWIN));
        recovery.applyGuardians(TWIN);
        _setGuardians(_circle(2));
        _setGuardians(_circle(3));
        assertEq(recovery.circleOf(TWIN).threshold, 2, "not yet");
        vm.warp(START + DELAY - 1);
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_NotDue.selector, START + DELAY, START + DELAY - 1));
        recovery.applyGuardians(TWIN);
        vm.warp(START + DELAY);
        recovery.applyGuardians(TWIN);
        assertEq(recovery.circleOf(TWIN).threshold, 3, "now");
        assertEq(recovery.stateOf(TWIN).round, 1, "approvals of the old guardians are void");
        // Once: else anybody could put nobody in their place.
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_NothingPending.selector, TWIN));
        recovery.applyGuardians(TWIN);
    }

    function test_AChangeOfGuardiansCanBeCancelled() public {
        _setGuardians(_circle(2));
        vm.prank(vm.addr(PATIENT));
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_NothingPending.selector, TWIN));
        recovery.cancelGuardianChange(TWIN, 1, _now(), "");
        _setGuardians(_circle(3));
        vm.prank(vm.addr(PATIENT));
        recovery.cancelGuardianChange(TWIN, 2, _now(), "");
        vm.warp(START + DELAY);
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_NothingPending.selector, TWIN));
        recovery.applyGuardians(TWIN);
    }

    /// @dev A thief of the control key replaces the guardians; they recover meanwhile.
    function test_AThiefCannotReplaceGuardiansAtWork() public {
        _setGuardians(_circle(2));
        Circle memory thieves = _circle(1);
        thieves.guardians[0] = address(1);
        _setGuardians(thieves);
        vm.warp(START + 1 days);
        _start(vm.addr(NEW_KEY));
        vm.warp(START + DELAY);
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_Pending.selector, TWIN, START + 1 days + DELAY));
        recovery.applyGuardians(TWIN);
        vm.warp(START + 1 days + DELAY);
        recovery.finishRecovery(TWIN);
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_NothingPending.selector, TWIN));
        recovery.applyGuardians(TWIN);
        assertEq(recovery.circleOf(TWIN).guardians.length, 3, "the true ones stay");
        assertEq(registration.controlOf(TWIN), vm.addr(NEW_KEY), "recovered");
    }

    /// @dev The thief's one cancellation, used at the moment when the guardians of the thief's choice would be due.
    function test_AThiefCannotCancelAndReplaceGuardiansInOneGo() public {
        _setGuardians(_circle(2));
        Circle memory thieves = _circle(1);
        thieves.guardians[0] = address(1);
        _setGuardians(thieves);
        vm.warp(START + 1 days);
        _start(vm.addr(NEW_KEY));
        vm.warp(START + DELAY);
        vm.expectEmit(address(recovery));
        emit Recovery.GuardianChangeCancelled(TWIN);
        _cancel(0);
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_NothingPending.selector, TWIN));
        recovery.applyGuardians(TWIN);
        // The thief schedules again; the guardians start again, and neither can be stopped by the thief.
        _setGuardians(thieves);
        _start(vm.addr(NEW_KEY));
        vm.warp(START + 2 * DELAY);
        recovery.finishRecovery(TWIN);
        assertEq(registration.controlOf(TWIN), vm.addr(NEW_KEY), "recovered");
        assertEq(recovery.circleOf(TWIN).guardians.length, 3, "the true ones stay");
    }

    /// @dev Where the hospitals side with the patient, the patient gets rid of guardians who collude.
    function test_ACancellationByTheQuorumKeepsTheChangeOfGuardians() public {
        _setGuardians(_circle(2));
        _setGuardians(_circle(3));
        _start(vm.addr(NEW_KEY));
        vm.warp(START + DELAY);
        bytes32 action =
            hospitals.actionDigest(ActionKind.Other, abi.encode(address(recovery), abi.encode(TWIN, uint64(0))), 0);
        _approve(0, action);
        _approve(1, action);
        recovery.cancelRecoveryByQuorum(TWIN, 0, 0);
        recovery.applyGuardians(TWIN);
        assertEq(recovery.circleOf(TWIN).threshold, 3, "others");
    }

    // ------------------------------------------------------------ recovery

    function test_GuardiansMoveTheKeyAfterTheDelay() public {
        _setGuardians(_circle(2));
        _start(vm.addr(NEW_KEY));
        assertEq(recovery.recoveryOf(TWIN).control, vm.addr(NEW_KEY), "pending");
        vm.warp(START + DELAY - 1);
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_NotDue.selector, START + DELAY, START + DELAY - 1));
        recovery.finishRecovery(TWIN);
        vm.warp(START + DELAY);
        recovery.finishRecovery(TWIN);
        Twin memory t = registration.twin(TWIN);
        assertEq(t.control, vm.addr(NEW_KEY), "control");
        assertEq(t.identityEpoch, 2, "a new identity epoch, only now");
        assertEq(t.pointDigest, keccak256(Authority.point(Authority.identity(_patientName(TWIN), 2))), "point of it");
        (uint64 version,) = access.accessVersion(TWIN);
        assertEq(version, 2, "a narrowing");
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_NothingPending.selector, TWIN));
        recovery.finishRecovery(TWIN);
    }

    function test_ARecoveryVoidsProxiesOfTheLostKey() public {
        _setGuardians(_circle(2));
        ProxyTerms memory p = ProxyTerms({
            twinId: TWIN,
            proxy: address(5),
            powers: 1,
            scopes: new bytes32[](0),
            notBefore: 0,
            expiry: FOREVER,
            nonce: 0,
            deadline: _now()
        });
        vm.prank(vm.addr(PATIENT));
        registration.appointProxy(p, "");
        _start(vm.addr(NEW_KEY));
        vm.warp(START + DELAY);
        recovery.finishRecovery(TWIN);
        (, bool live) = registration.proxyOf(TWIN, address(5));
        assertFalse(live, "void");
        p.nonce = 1;
        p.deadline = uint64(START + DELAY);
        vm.prank(vm.addr(NEW_KEY));
        registration.appointProxy(p, "");
        (, live) = registration.proxyOf(TWIN, address(5));
        assertTrue(live, "appointed anew");
    }

    function test_RevertWhen_ApprovalsDoNotSuffice() public {
        address control = vm.addr(NEW_KEY);
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_NoGuardians.selector, TWIN));
        recovery.startRecovery(TWIN, control, _now(), new Approval[](0));
        _setGuardians(_circle(2));
        uint256[] memory one = new uint256[](1);
        Approval[] memory approvals = _approvals(control, one);
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_TooFewApprovals.selector, 2, 1));
        recovery.startRecovery(TWIN, control, _now(), approvals);
        approvals = _approvals(control, _two(1, 1));
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_NotAGuardian.selector, TWIN, approvals[1].guardian));
        recovery.startRecovery(TWIN, control, _now(), approvals);
        approvals = _approvals(control, _two(1, 0));
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_NotAGuardian.selector, TWIN, approvals[1].guardian));
        recovery.startRecovery(TWIN, control, _now(), approvals);
        approvals = _approvals(control, _two(0, 1));
        approvals[1].guardian = vm.addr(STRANGER);
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_NotAGuardian.selector, TWIN, vm.addr(STRANGER)));
        recovery.startRecovery(TWIN, control, _now(), approvals);
        approvals = _approvals(control, _two(0, 1));
        approvals[1].signature = approvals[0].signature;
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        recovery.startRecovery(TWIN, control, _now(), approvals);
        approvals = _approvals(control, _two(0, 1));
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        recovery.startRecovery(TWIN, address(9), _now(), approvals);
        vm.expectRevert(Recovery.Recovery_ControlMissing.selector);
        recovery.startRecovery(TWIN, address(0), _now(), approvals);
        vm.expectPartialRevert(Consents.Consents_DeadlinePassed.selector);
        recovery.startRecovery(TWIN, control, _now() - 1, approvals);
    }

    function test_RevertWhen_ARecoveryIsPendingOrItsApprovalsAreUsed() public {
        _setGuardians(_circle(2));
        address control = vm.addr(NEW_KEY);
        Approval[] memory approvals = _approvals(control, _two(0, 1));
        recovery.startRecovery(TWIN, control, _now(), approvals);
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_Pending.selector, TWIN, START + DELAY));
        recovery.startRecovery(TWIN, control, _now(), approvals);
        _cancel(0);
        // Approvals of a cancelled round do not count again.
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        recovery.startRecovery(TWIN, control, _now(), approvals);
    }

    function test_ThePatientCancelsOnceTheQuorumAgain() public {
        _setGuardians(_circle(2));
        vm.prank(vm.addr(PATIENT));
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_NothingPending.selector, TWIN));
        recovery.cancelRecovery(TWIN, 0, _now(), "");
        _start(vm.addr(NEW_KEY));
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256("CancelRecovery(bytes32 twinId,uint64 round,uint64 deadline)"), TWIN, uint64(0), _now()
            )
        );
        bytes memory signature = _sign(PATIENT, DOMAIN, address(recovery), structHash);
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_WrongNonce.selector, 0, 7));
        recovery.cancelRecovery(TWIN, 7, _now(), signature);
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_WrongNonce.selector, 0, type(uint64).max));
        recovery.cancelRecovery(TWIN, type(uint64).max, _now(), signature);
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        recovery.cancelRecovery(TWIN, 0, _now(), "");
        vm.expectPartialRevert(Consents.Consents_DeadlinePassed.selector);
        recovery.cancelRecovery(TWIN, 0, _now() - 1, signature);
        recovery.cancelRecovery(TWIN, 0, _now(), signature);
        assertEq(recovery.recoveryOf(TWIN).readyAt, 0, "cancelled");
        // Again: the patient (or a thief) cannot, the hospitals can.
        _start(vm.addr(NEW_KEY));
        vm.prank(vm.addr(PATIENT));
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_CancellationUsed.selector, TWIN));
        recovery.cancelRecovery(TWIN, 1, _now(), "");
        vm.expectPartialRevert(AuthorizedHospitals.AuthorizedHospitals_QuorumMissing.selector);
        recovery.cancelRecoveryByQuorum(TWIN, 1, 0);
        bytes32 action =
            hospitals.actionDigest(ActionKind.Other, abi.encode(address(recovery), abi.encode(TWIN, uint64(1))), 0);
        _approve(0, action);
        _approve(1, action);
        recovery.cancelRecoveryByQuorum(TWIN, 1, 0);
        assertEq(recovery.recoveryOf(TWIN).readyAt, 0, "cancelled by the quorum");
        // A finished recovery gives the cancellation back.
        _start(vm.addr(NEW_KEY));
        vm.warp(START + DELAY);
        recovery.finishRecovery(TWIN);
        assertFalse(recovery.stateOf(TWIN).cancelledOnce, "fresh");
    }

    /// @dev What the hospitals decided about one recovery stops no other.
    function test_RevertWhen_TheQuorumStopsAnotherRecovery() public {
        _setGuardians(_circle(2));
        bytes32 action =
            hospitals.actionDigest(ActionKind.Other, abi.encode(address(recovery), abi.encode(TWIN, uint64(0))), 0);
        _approve(0, action);
        _approve(1, action);
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_NothingPending.selector, TWIN));
        recovery.cancelRecoveryByQuorum(TWIN, 0, 0);
        _start(vm.addr(NEW_KEY));
        _cancel(0);
        _start(vm.addr(NEW_KEY));
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_WrongNonce.selector, 1, 0));
        recovery.cancelRecoveryByQuorum(TWIN, 0, 0);
        assertTrue(recovery.recoveryOf(TWIN).readyAt != 0, "still pending");
    }

    function test_NewGuardiansGiveTheCancellationBack() public {
        _setGuardians(_circle(2));
        _start(vm.addr(NEW_KEY));
        _cancel(0);
        _setGuardians(_circle(3));
        vm.warp(START + DELAY);
        recovery.applyGuardians(TWIN);
        assertFalse(recovery.stateOf(TWIN).cancelledOnce, "fresh");
    }

    // ------------------------------------------------------------ the patient's own change

    function test_ThePatientChangesTheKeyAfterTheDelay() public {
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256("RotateControl(bytes32 twinId,address control,uint64 nonce,uint64 deadline)"),
                TWIN,
                vm.addr(NEW_KEY),
                uint64(0),
                _now()
            )
        );
        bytes memory signature = _sign(PATIENT, DOMAIN, address(recovery), structHash);
        recovery.rotateControl(TWIN, vm.addr(NEW_KEY), 0, _now(), signature);
        assertEq(recovery.rotationOf(TWIN).readyAt, START + 2 days, "default delay");
        vm.warp(START + 2 days - 1);
        vm.expectPartialRevert(Recovery.Recovery_NotDue.selector);
        recovery.finishRotation(TWIN);
        vm.warp(START + 2 days);
        recovery.finishRotation(TWIN);
        assertEq(registration.controlOf(TWIN), vm.addr(NEW_KEY), "moved");
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_NothingPending.selector, TWIN));
        recovery.finishRotation(TWIN);
    }

    function test_ThePatientTakesAChangeBack() public {
        _setGuardians(_circle(2));
        vm.prank(vm.addr(PATIENT));
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_NothingPending.selector, TWIN));
        recovery.cancelRotation(TWIN, 1, _now(), "");
        vm.prank(vm.addr(PATIENT));
        recovery.rotateControl(TWIN, vm.addr(NEW_KEY), 1, _now(), "");
        assertEq(recovery.rotationOf(TWIN).readyAt, START + DELAY, "the guardians' delay");
        vm.prank(vm.addr(PATIENT));
        recovery.cancelRotation(TWIN, 2, _now(), "");
        assertEq(recovery.rotationOf(TWIN).readyAt, 0, "taken back");
        vm.prank(vm.addr(PATIENT));
        vm.expectRevert(Recovery.Recovery_ControlMissing.selector);
        recovery.rotateControl(TWIN, address(0), 3, _now(), "");
    }

    function test_ARecoveryOverridesTheChangeOfAThief() public {
        _setGuardians(_circle(2));
        vm.prank(vm.addr(PATIENT));
        recovery.rotateControl(TWIN, vm.addr(STRANGER), 1, _now(), "");
        _start(vm.addr(NEW_KEY));
        assertEq(recovery.rotationOf(TWIN).readyAt, 0, "dropped");
        vm.prank(vm.addr(PATIENT));
        vm.expectRevert(abi.encodeWithSelector(Recovery.Recovery_Pending.selector, TWIN, START + DELAY));
        recovery.rotateControl(TWIN, vm.addr(STRANGER), 2, _now(), "");
    }

    // ------------------------------------------------------------ guardians never read

    function test_GuardiansNeitherReadNorConsent() public {
        _setGuardians(_circle(1));
        address guardian = vm.addr(guardianKeys[0]);
        Grant memory g = _grantTerms(1, READ);
        vm.prank(guardian);
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_NotThePatient.selector, TWIN, guardian));
        access.grant(g, guardian, "");
        (bool permit,) = access.decide(_query(g), g);
        assertFalse(permit, "no access");
        vm.prank(guardian);
        vm.expectRevert(abi.encodeWithSelector(Component.Component_OnlyFrom.selector, address(registration), guardian));
        access.narrowForControl(TWIN);
    }

    function test_RevertWhen_TheGenerationIsClosed() public {
        Recovery old = recovery;
        _setGuardians(_circle(2));
        _start(vm.addr(NEW_KEY));
        _nextGeneration();
        bytes memory closed = abi.encodeWithSelector(Component.Component_GenerationClosed.selector, 1, 2);
        vm.expectRevert(closed);
        old.finishRecovery(TWIN);
        vm.expectRevert(closed);
        old.startRecovery(TWIN, address(1), _now(), new Approval[](0));
        vm.expectRevert(closed);
        old.cancelRecovery(TWIN, 0, _now(), "");
        vm.expectRevert(closed);
        old.cancelRecoveryByQuorum(TWIN, 0, 0);
        vm.expectRevert(closed);
        old.applyGuardians(TWIN);
        vm.expectRevert(closed);
        old.finishRotation(TWIN);
        vm.expectRevert(closed);
        old.rotateControl(TWIN, address(1), 1, _now(), "");
    }

    function test_RevertWhen_ImportIsNotCalledByRegistration() public {
        vm.expectRevert(
            abi.encodeWithSelector(Component.Component_OnlyFrom.selector, address(registration), address(this))
        );
        recovery.importGuardians(TWIN, address(recovery));
    }
}
