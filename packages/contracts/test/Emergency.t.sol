// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Access, GrantStatus} from "../contracts/Access.sol";
import {ActionKind} from "../contracts/AuthorizedHospitals.sol";
import {Component} from "../contracts/Component.sol";
import {Emergency, EmergencyTerms} from "../contracts/Emergency.sol";
import {Registration} from "../contracts/Registration.sol";
import {CONTRIBUTE, Grant, Query, READ, Reason} from "../contracts/Types.sol";
import {Consents} from "../contracts/libraries/Consents.sol";
import {Lists} from "../contracts/libraries/Lists.sol";
import {Consortium} from "./utils/Consortium.sol";
import {Vm} from "./utils/Vm.sol";

/// @dev Branches: test/Emergency.tree
contract EmergencyTest is Consortium {
    string private constant DOMAIN = "Twinseal Emergency";
    bytes32 private constant DOCTOR = keccak256("staff:h1/doctor");
    bytes32 private constant SECOND = keccak256("staff:h1/second");
    uint256 private constant DOCTOR_KEY = uint256(keccak256("doctor"));
    uint256 private constant SECOND_KEY = uint256(keccak256("second"));
    bytes32[] private none;

    function setUp() public override {
        super.setUp();
        _register(TWIN, PATIENT);
        vm.startPrank(_controller(1));
        emergency.authoriseClinician(_hospital(1), DOCTOR, vm.addr(DOCTOR_KEY));
        emergency.authoriseClinician(_hospital(1), SECOND, vm.addr(SECOND_KEY));
        vm.stopPrank();
    }

    function _now() private view returns (uint64) {
        return uint64(block.timestamp);
    }

    function _emergencyTerms() private view returns (EmergencyTerms memory) {
        return EmergencyTerms({
            twinId: TWIN,
            hospital: _hospital(1),
            staff: DOCTOR,
            secondStaff: 0,
            scopes: _many(3),
            purpose: bytes32(uint256(9)),
            reason: keccak256("unconscious"),
            until: _now() + 4 hours,
            deadline: _now(),
            salt: 0
        });
    }

    function _signature(uint256 key, EmergencyTerms memory t) private view returns (bytes memory) {
        return _sign(
            key,
            DOMAIN,
            address(emergency),
            keccak256(
                abi.encode(
                    keccak256(
                        "OpenEmergency(bytes32 twinId,bytes32 hospital,bytes32 staff,bytes32 secondStaff,bytes32[] scopes,bytes32 purpose,bytes32 reason,uint64 until,uint64 deadline,bytes32 salt)"
                    ),
                    t.twinId,
                    t.hospital,
                    t.staff,
                    t.secondStaff,
                    _words(t.scopes),
                    t.purpose,
                    t.reason,
                    t.until,
                    t.deadline,
                    t.salt
                )
            )
        );
    }

    /// @dev Opens and reads the terms back from the event, as a gateway does.
    function _open(EmergencyTerms memory t) private returns (bytes32 grantId, Grant memory g) {
        bytes memory a = _signature(DOCTOR_KEY, t);
        bytes memory b = t.secondStaff == 0 ? bytes("") : _signature(SECOND_KEY, t);
        vm.recordLogs();
        grantId = emergency.open(t, none, a, b);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].topics[0] == Access.EmergencyGranted.selector) g = abi.decode(logs[i].data, (Grant));
        }
        assertEq(_grantHash(g), grantId, "the event's terms are the grant's");
    }

    function _expectRefused(EmergencyTerms memory t, bytes memory data) private {
        bytes memory signature = _signature(DOCTOR_KEY, t);
        vm.expectRevert(data);
        emergency.open(t, none, signature, "");
    }

    function _setPolicy(bytes32[] memory scopes) private {
        uint64 nonce = emergency.policyOf(TWIN).nonce;
        vm.prank(vm.addr(PATIENT));
        emergency.setPolicy(TWIN, scopes, _hospital(2), nonce, _now(), vm.addr(PATIENT), "");
    }

    // ------------------------------------------------------------ opening

    function test_OneClinicianOpensTheBasicsLoudlyUntilItEnds() public {
        EmergencyTerms memory t = _emergencyTerms();
        (bytes32 grantId, Grant memory g) = _open(t);
        Query memory q = _query(g);
        (bool permit, uint8 reason) = access.decide(q, g);
        assertTrue(permit, "permit");
        assertEq(reason, Reason.EMERGENCY, "reason");
        q.staff = SECOND;
        (permit,) = access.decide(q, g);
        assertFalse(permit, "for this clinician only");
        assertEq(emergency.recordOf(grantId).openedAt, START, "record");
        assertEq(emergency.recordOf(grantId).reason, t.reason, "reason digest");
        // It ends by itself, and its end is a narrowing.
        vm.warp(t.until);
        (permit, reason) = access.decide(_query(g), g);
        assertFalse(permit, "over");
        assertEq(reason, Reason.EXPIRED, "expired");
        (, bool due) = access.accessVersion(TWIN);
        assertTrue(due, "settlement due");
        access.settle(TWIN);
        (uint64 version,) = access.accessVersion(TWIN);
        assertEq(version, 2, "narrowed");
    }

    function test_OpeningIsAnEvent() public {
        EmergencyTerms memory t = _emergencyTerms();
        Grant memory g = Grant({
            twinId: TWIN,
            hospital: t.hospital,
            staff: DOCTOR,
            scopes: t.scopes,
            purposes: _list(t.purpose),
            operations: READ,
            notBefore: _now(),
            expiry: t.until,
            fullHistory: true,
            nonce: 1 << 63,
            deadline: t.deadline
        });
        bytes memory signature = _signature(DOCTOR_KEY, t);
        vm.expectEmit(address(access));
        emit Access.EmergencyGranted(TWIN, t.hospital, _grantHash(g), g);
        vm.expectEmit(address(emergency));
        emit Emergency.EmergencyOpened(TWIN, t.hospital, _grantHash(g), DOCTOR, 0, t.reason, t.until);
        emergency.open(t, none, signature, "");
    }

    function test_RevertWhen_TermsAreOutOfOrder() public {
        EmergencyTerms memory t = _emergencyTerms();
        t.deadline = _now() - 1;
        _expectRefused(t, abi.encodeWithSelector(Consents.Consents_DeadlinePassed.selector, START - 1, START));
        t = _emergencyTerms();
        t.reason = 0;
        _expectRefused(t, abi.encodeWithSelector(Emergency.Emergency_ReasonMissing.selector));
        t = _emergencyTerms();
        t.until = _now();
        _expectRefused(t, abi.encodeWithSelector(Emergency.Emergency_DurationOutOfRange.selector, START, START));
        t.until = _now() + 24 hours + 1;
        _expectRefused(
            t, abi.encodeWithSelector(Emergency.Emergency_DurationOutOfRange.selector, START + 24 hours + 1, START)
        );
        t = _emergencyTerms();
        t.scopes = new bytes32[](0);
        _expectRefused(t, abi.encodeWithSelector(Lists.Lists_LengthOutOfRange.selector, 0));
        t.scopes = _list(bytes32(uint256(1)), bytes32(uint256(1)));
        _expectRefused(t, abi.encodeWithSelector(Lists.Lists_Unsorted.selector, 1));
        t = _emergencyTerms();
        t.twinId = OTHER_TWIN;
        _expectRefused(t, abi.encodeWithSelector(Access.Access_UnknownTwin.selector, OTHER_TWIN));
        t = _emergencyTerms();
        t.until = _now() + 24 hours;
        _open(t);
    }

    function test_RevertWhen_NotAnAuthorisedClinicianOfAnActiveHospital() public {
        EmergencyTerms memory t = _emergencyTerms();
        t.staff = keccak256("nobody");
        _expectRefused(
            t,
            abi.encodeWithSelector(
                Emergency.Emergency_NotAClinician.selector, _hospital(1), keccak256("nobody"), address(0)
            )
        );
        t = _emergencyTerms();
        t.hospital = _hospital(2);
        _expectRefused(
            t, abi.encodeWithSelector(Emergency.Emergency_NotAClinician.selector, _hospital(2), DOCTOR, address(0))
        );
        t = _emergencyTerms();
        bytes memory foreign = _signature(SECOND_KEY, t);
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        emergency.open(t, none, foreign, "");
        // authorisation taken away
        vm.prank(_controller(1));
        emergency.authoriseClinician(_hospital(1), DOCTOR, address(0));
        _expectRefused(
            t, abi.encodeWithSelector(Emergency.Emergency_NotAClinician.selector, _hospital(1), DOCTOR, address(0))
        );
        _suspendHospital(1, 0);
        _expectRefused(t, abi.encodeWithSelector(Emergency.Emergency_HospitalNotAdmitted.selector, _hospital(1)));
    }

    function test_RevertWhen_ReplayedOrUsedTwice() public {
        EmergencyTerms memory t = _emergencyTerms();
        bytes memory signature = _signature(DOCTOR_KEY, t);
        emergency.open(t, none, signature, "");
        vm.expectPartialRevert(Emergency.Emergency_AlreadyUsed.selector);
        emergency.open(t, none, signature, "");
    }

    function test_MoreThanTheBasicsTakesASecondClinician() public {
        EmergencyTerms memory t = _emergencyTerms();
        t.scopes = _many(4);
        _expectRefused(t, abi.encodeWithSelector(Emergency.Emergency_ScopesBeyondBasic.selector, 4));
        t.secondStaff = DOCTOR;
        _expectRefused(t, abi.encodeWithSelector(Emergency.Emergency_SecondNotDistinct.selector, DOCTOR));
        t.secondStaff = SECOND;
        bytes memory first = _signature(DOCTOR_KEY, t);
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        emergency.open(t, none, first, first);
        (, Grant memory g) = _open(t);
        assertEq(g.scopes.length, 4, "scopes");
        // Two names behind one key are one clinician.
        vm.prank(_controller(1));
        emergency.authoriseClinician(_hospital(1), SECOND, vm.addr(DOCTOR_KEY));
        t.salt = bytes32(uint256(1));
        _expectRefused(t, abi.encodeWithSelector(Emergency.Emergency_SecondNotDistinct.selector, SECOND));
        vm.prank(_controller(1));
        emergency.authoriseClinician(_hospital(1), SECOND, address(0));
        _expectRefused(
            t, abi.encodeWithSelector(Emergency.Emergency_NotAClinician.selector, _hospital(1), SECOND, address(0))
        );
    }

    function test_ThePatientsChoiceOfBasicsBinds() public {
        bytes32[] memory basics = _many(2);
        _setPolicy(basics);
        assertEq(emergency.policyOf(TWIN).recipient, _hospital(2), "recipient");
        EmergencyTerms memory t = _emergencyTerms();
        bytes memory signature = _signature(DOCTOR_KEY, t);
        vm.expectRevert(
            abi.encodeWithSelector(Emergency.Emergency_NotThePolicy.selector, _words(basics), _words(t.scopes))
        );
        emergency.open(t, t.scopes, signature, "");
        vm.expectRevert(abi.encodeWithSelector(Emergency.Emergency_ScopesBeyondBasic.selector, 3));
        emergency.open(t, basics, signature, "");
        t.scopes = _list(bytes32(uint256(2)));
        signature = _signature(DOCTOR_KEY, t);
        emergency.open(t, basics, signature, "");
        // Back to the default.
        _setPolicy(none);
        t = _emergencyTerms();
        t.salt = bytes32(uint256(1));
        _open(t);
    }

    function test_RevertWhen_ThePolicyIsNotThePatients() public {
        address patient = vm.addr(PATIENT);
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_NotThePatient.selector, TWIN, address(this)));
        emergency.setPolicy(TWIN, none, 0, 0, _now(), address(this), "");
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        emergency.setPolicy(TWIN, none, 0, 0, _now(), patient, "");
        vm.expectRevert(abi.encodeWithSelector(Emergency.Emergency_WrongNonce.selector, 0, 1));
        emergency.setPolicy(TWIN, none, 0, 1, _now(), patient, "");
        vm.expectPartialRevert(Consents.Consents_DeadlinePassed.selector);
        emergency.setPolicy(TWIN, none, 0, 0, _now() - 1, patient, "");
        bytes32[] memory unsorted = _list(bytes32(uint256(2)), bytes32(uint256(1)));
        vm.prank(patient);
        vm.expectRevert(abi.encodeWithSelector(Lists.Lists_Unsorted.selector, 1));
        emergency.setPolicy(TWIN, unsorted, 0, 0, _now(), patient, "");
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256(
                    "SetEmergencyPolicy(bytes32 twinId,bytes32[] scopes,bytes32 recipient,uint64 nonce,uint64 deadline)"
                ),
                TWIN,
                _words(none),
                bytes32(0),
                uint64(0),
                _now()
            )
        );
        bytes memory signature = _sign(PATIENT, DOMAIN, address(emergency), structHash);
        emergency.setPolicy(TWIN, none, 0, 0, _now(), patient, signature);
        vm.expectRevert(abi.encodeWithSelector(Emergency.Emergency_WrongNonce.selector, 1, 0));
        emergency.setPolicy(TWIN, none, 0, 0, _now(), patient, signature);
    }

    function test_RevertWhen_ClinicianIsNotTheHospitalsToAuthorise() public {
        vm.expectRevert(
            abi.encodeWithSelector(Emergency.Emergency_NotTheController.selector, _hospital(1), address(this))
        );
        emergency.authoriseClinician(_hospital(1), keccak256("x"), address(1));
        // Another hospital cannot take a name over, nor keep one from being used.
        vm.prank(_controller(2));
        emergency.authoriseClinician(_hospital(2), DOCTOR, address(1));
        assertEq(emergency.clinicianOf(_hospital(2), DOCTOR).key, address(1), "its own");
        _suspendHospital(1, 0);
        vm.prank(_controller(1));
        vm.expectRevert(
            abi.encodeWithSelector(Emergency.Emergency_NotTheController.selector, _hospital(1), _controller(1))
        );
        emergency.authoriseClinician(_hospital(1), DOCTOR, address(1));
        assertEq(emergency.clinicianOf(_hospital(1), DOCTOR).key, vm.addr(DOCTOR_KEY), "unchanged");
    }

    /// @dev A thief of a hospital's key registers a clinician; the key is replaced, and the clinician is void with it.
    function test_RevertWhen_TheClinicianWasRegisteredByAnotherController() public {
        bytes32 action =
            hospitals.actionDigest(ActionKind.RotateKey, abi.encode(_hospital(1), uint32(2), address(77)), 0);
        _approve(0, action);
        _approve(2, action);
        hospitals.rotateKey(_hospital(1), 2, address(77), 0);
        EmergencyTerms memory t = _emergencyTerms();
        _expectRefused(
            t,
            abi.encodeWithSelector(
                Emergency.Emergency_NotAClinician.selector, _hospital(1), DOCTOR, vm.addr(DOCTOR_KEY)
            )
        );
        vm.prank(address(77));
        emergency.authoriseClinician(_hospital(1), DOCTOR, vm.addr(DOCTOR_KEY));
        _open(t);
    }

    // ------------------------------------------------------------ rates and room

    function test_UnusualRatesAreReportedNeverRefused() public {
        EmergencyTerms memory t = _emergencyTerms();
        for (uint256 i = 0; i < 10; ++i) {
            t.salt = bytes32(i);
            _open(t);
        }
        t.salt = bytes32(uint256(10));
        bytes memory signature = _signature(DOCTOR_KEY, t);
        vm.expectEmit(address(emergency));
        emit Emergency.EmergencyRateUnusual(_hospital(1), START / 1 days, 11);
        emergency.open(t, none, signature, "");
        // The next day counts anew.
        vm.warp((START / 1 days + 1) * 1 days);
        t = _emergencyTerms();
        signature = _signature(DOCTOR_KEY, t);
        vm.recordLogs();
        emergency.open(t, none, signature, "");
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            assertTrue(logs[i].topics[0] != Emergency.EmergencyRateUnusual.selector, "usual");
        }
    }

    function test_SeveralEmergenciesOfOneHospitalStandSideBySide() public {
        EmergencyTerms memory t = _emergencyTerms();
        (, Grant memory first) = _open(t);
        t.salt = bytes32(uint256(1));
        t.scopes = _many(1);
        (, Grant memory second) = _open(t);
        (bool permitFirst,) = access.decide(_query(first), first);
        (bool permitSecond,) = access.decide(_query(second), second);
        assertTrue(permitFirst && permitSecond, "both");
        assertEq(access.liveGrants(TWIN).length, 2, "two");
        // Also where nothing but the salt of the clinician's signature tells them apart: it is no part of the grant.
        t.salt = bytes32(uint256(2));
        (, Grant memory third) = _open(t);
        assertEq(third.nonce, second.nonce + 1, "numbered");
        assertEq(access.liveGrants(TWIN).length, 3, "three");
        assertEq(access.state(TWIN).emergencies, 3, "counted");
    }

    function test_WhenAllPlacesAreTakenTheHospitalsOwnThatEndsFirstGivesWay() public {
        EmergencyTerms memory t = _emergencyTerms();
        bytes32[] memory ids = new bytes32[](16);
        Grant memory soonest;
        for (uint256 i = 0; i < 16; ++i) {
            t.salt = bytes32(i);
            t.until = i == 5 ? uint64(START) + 1 hours : uint64(START) + 3 hours + uint64(i);
            Grant memory g;
            (ids[i], g) = _open(t);
            if (i == 5) soonest = g;
        }
        t.salt = bytes32(uint256(16));
        _open(t);
        assertEq(uint256(access.grantState(ids[5]).status), uint256(GrantStatus.Lapsed), "gave way");
        assertEq(access.liveGrants(TWIN).length, 16, "all places");
        (uint64 version,) = access.accessVersion(TWIN);
        assertEq(version, 2, "its end is a narrowing");
        (bool permit, uint8 reason) = access.decide(_query(soonest), soonest);
        assertFalse(permit, "over");
        assertEq(reason, Reason.EXPIRED, "before its time");
        // Another hospital has none of its own: the one of all that ends first gives way.
        bytes32 staff = keccak256("staff:h2/doctor");
        vm.prank(_controller(2));
        emergency.authoriseClinician(_hospital(2), staff, vm.addr(DOCTOR_KEY));
        t.hospital = _hospital(2);
        t.staff = staff;
        t.until = uint64(START) + 2 hours;
        (bytes32 others,) = _open(t);
        assertEq(uint256(access.grantState(ids[0]).status), uint256(GrantStatus.Lapsed), "the earliest of all");
        // And its next one displaces its own, although h1's end later... or earlier.
        t.salt = bytes32(uint256(17));
        t.until = uint64(START) + 20 hours;
        _open(t);
        assertEq(uint256(access.grantState(others).status), uint256(GrantStatus.Lapsed), "its own");
    }

    /// @dev What is over gives way before anything that is not, even the opener's own.
    function test_WhenAllPlacesAreTakenOneThatIsOverGivesWayFirst() public {
        bytes32 staff = keccak256("staff:h2/doctor");
        vm.prank(_controller(2));
        emergency.authoriseClinician(_hospital(2), staff, vm.addr(DOCTOR_KEY));
        EmergencyTerms memory t = _emergencyTerms();
        bytes32 over;
        for (uint256 i = 0; i < 16; ++i) {
            t = _emergencyTerms();
            t.salt = bytes32(i);
            if (i == 7) (t.hospital, t.staff, t.until) = (_hospital(2), staff, uint64(START) + 1 hours);
            (bytes32 grantId,) = _open(t);
            if (i == 7) over = grantId;
        }
        vm.warp(START + 1 hours);
        t = _emergencyTerms();
        t.salt = bytes32(uint256(16));
        _open(t);
        assertEq(uint256(access.grantState(over).status), uint256(GrantStatus.Lapsed), "another's, but over");
        assertEq(access.liveGrants(TWIN).length, 16, "all places");
    }

    /// @dev However many grants and emergencies there are, one more is never refused.
    function test_NoRoomIsNeverAReasonToRefuse() public {
        for (uint256 i = 0; i < 48; ++i) {
            _grant(1, READ);
        }
        // 18 hospitals: more than there are places for emergencies.
        for (uint256 i = 3; i < 20; ++i) {
            bytes32 action = hospitals.actionDigest(ActionKind.Admit, abi.encode(_terms(i)), 0);
            for (uint256 j = 0; j < i; ++j) {
                (uint256 count, uint256 needed,) = hospitals.approvals(action);
                if (count < needed) _approve(j, action);
            }
            hospitals.admit(_terms(i), 0);
        }
        bytes32 soonest;
        for (uint256 i = 2; i < 20; ++i) {
            bytes32 staff = keccak256(abi.encode("staff", i));
            vm.prank(_controller(i));
            emergency.authoriseClinician(_hospital(i), staff, vm.addr(DOCTOR_KEY));
            EmergencyTerms memory t = _emergencyTerms();
            t.hospital = _hospital(i);
            t.staff = staff;
            // The third one ends first.
            t.until = i == 4 ? _now() + 1 hours : _now() + 2 hours + uint64(i);
            (bytes32 grantId,) = _open(t);
            if (i == 4) soonest = grantId;
        }
        assertEq(access.liveGrants(TWIN).length, 64, "all places");
        assertEq(uint256(access.grantState(soonest).status), uint256(GrantStatus.Lapsed), "the one that ends first");
    }

    // ------------------------------------------------------------ ending and review

    /// @dev Emergencies count their own serials, which must not be taken for the patient's.
    function test_TheEndOfAnEmergencyLeavesTheContributionRightAlone() public {
        _grant(1, CONTRIBUTE);
        (bytes32 grantId,) = _open(_emergencyTerms());
        vm.prank(_controller(1));
        emergency.close(grantId);
        (, uint64 expiry) = access.contribution(TWIN, _hospital(1));
        assertTrue(expiry > START, "still a contributor");
    }

    function test_TheHospitalOrThePatientEndsIt() public {
        EmergencyTerms memory t = _emergencyTerms();
        (bytes32 grantId, Grant memory g) = _open(t);
        vm.expectRevert(abi.encodeWithSelector(Emergency.Emergency_MayNotClose.selector, grantId, address(this)));
        emergency.close(grantId);
        vm.expectRevert(abi.encodeWithSelector(Emergency.Emergency_Unknown.selector, keccak256("none")));
        emergency.close(keccak256("none"));
        vm.prank(_controller(1));
        emergency.close(grantId);
        (bool permit, uint8 reason) = access.decide(_query(g), g);
        assertFalse(permit, "ended");
        assertEq(reason, Reason.REVOKED, "reason");
        vm.prank(_controller(1));
        vm.expectRevert(abi.encodeWithSelector(Access.Access_NotLive.selector, TWIN, grantId));
        emergency.close(grantId);
        t.salt = bytes32(uint256(1));
        (grantId, g) = _open(t);
        _revoke(grantId);
        (permit,) = access.decide(_query(g), g);
        assertFalse(permit, "ended by the patient");
    }

    function test_ReviewByPatientOrCustodianOnce() public {
        EmergencyTerms memory t = _emergencyTerms();
        (bytes32 first,) = _open(t);
        bytes32 finding = keccak256("justified");
        vm.expectRevert(abi.encodeWithSelector(Emergency.Emergency_MayNotReview.selector, first, _controller(1)));
        emergency.review(first, finding, _now(), _controller(1), "");
        vm.expectPartialRevert(Consents.Consents_DeadlinePassed.selector);
        emergency.review(first, finding, _now() - 1, _controller(0), "");
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        emergency.review(first, finding, _now(), _controller(0), "");
        // the custodian, directly
        vm.prank(_controller(0));
        emergency.review(first, finding, _now(), _controller(0), "");
        assertEq(emergency.recordOf(first).review, finding, "finding");
        vm.expectRevert(abi.encodeWithSelector(Emergency.Emergency_AlreadyReviewed.selector, first));
        emergency.review(first, finding, _now(), _controller(0), "");
        // the patient, by signature
        t.salt = bytes32(uint256(1));
        (bytes32 second,) = _open(t);
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256("ReviewEmergency(bytes32 grantId,bytes32 review,uint64 deadline)"), second, finding, _now()
            )
        );
        emergency.review(
            second, finding, _now(), vm.addr(PATIENT), _sign(PATIENT, DOMAIN, address(emergency), structHash)
        );
        // a suspended custodian
        t.salt = bytes32(uint256(2));
        (bytes32 third,) = _open(t);
        _suspendHospital(0, 0);
        vm.prank(_controller(0));
        vm.expectRevert(abi.encodeWithSelector(Emergency.Emergency_MayNotReview.selector, third, _controller(0)));
        emergency.review(third, finding, _now(), _controller(0), "");
        vm.expectRevert(abi.encodeWithSelector(Emergency.Emergency_Unknown.selector, keccak256("none")));
        emergency.review(keccak256("none"), finding, _now(), _controller(0), "");
    }

    /// @dev Else it would settle its own case, and the patient's review would come too late.
    function test_RevertWhen_TheCustodianReviewsWhatItOpened() public {
        bytes32 staff = keccak256("staff:h0/doctor");
        vm.prank(_controller(0));
        emergency.authoriseClinician(_hospital(0), staff, vm.addr(DOCTOR_KEY));
        EmergencyTerms memory t = _emergencyTerms();
        (t.hospital, t.staff) = (_hospital(0), staff);
        (bytes32 grantId,) = _open(t);
        vm.prank(_controller(0));
        vm.expectRevert(abi.encodeWithSelector(Emergency.Emergency_MayNotReview.selector, grantId, _controller(0)));
        emergency.review(grantId, keccak256("justified"), _now(), _controller(0), "");
        vm.prank(vm.addr(PATIENT));
        emergency.review(grantId, keccak256("not justified"), _now(), vm.addr(PATIENT), "");
    }

    function test_RevertWhen_TheGenerationIsClosed() public {
        Emergency old = emergency;
        EmergencyTerms memory t = _emergencyTerms();
        _nextGeneration();
        bytes memory closed = abi.encodeWithSelector(Component.Component_GenerationClosed.selector, 1, 2);
        vm.expectRevert(closed);
        old.open(t, none, "", "");
        vm.expectRevert(closed);
        old.authoriseClinician(_hospital(1), DOCTOR, address(1));
        vm.expectRevert(closed);
        old.setPolicy(TWIN, none, 0, 0, _now(), address(this), "");
        vm.expectRevert(closed);
        old.close(0);
        vm.expectRevert(closed);
        old.review(0, 0, _now(), address(this), "");
    }
}
