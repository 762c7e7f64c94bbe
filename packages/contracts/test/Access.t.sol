// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Access, GrantStatus, TwinAccess} from "../contracts/Access.sol";
import {Component} from "../contracts/Component.sol";
import {Registration} from "../contracts/Registration.sol";
import {CONTRIBUTE, Grant, Query, READ, Reason} from "../contracts/Types.sol";
import {Consents} from "../contracts/libraries/Consents.sol";
import {Lists} from "../contracts/libraries/Lists.sol";
import {Consortium} from "./utils/Consortium.sol";
import {Wallet} from "./utils/Wallet.sol";

/// @dev Branches: test/Access.tree
contract AccessTest is Consortium {
    string private constant DOMAIN = "Twinseal Access";

    function setUp() public override {
        super.setUp();
        _register(TWIN, PATIENT);
    }

    function _now() private view returns (uint64) {
        return uint64(block.timestamp);
    }

    function _version() private view returns (uint64 version) {
        (version,) = access.accessVersion(TWIN);
    }

    function _due() private view returns (bool due) {
        (, due) = access.accessVersion(TWIN);
    }

    function _reason(Query memory q, Grant memory g) private view returns (uint8) {
        (bool permit, uint8 reason) = access.decide(q, g);
        assertTrue(permit == (reason == Reason.GRANTED || reason == Reason.EMERGENCY), "permit goes with 0 and 11");
        return reason;
    }

    function _expectReason(Query memory q, Grant memory g, uint8 reason) private view {
        assertEq(_reason(q, g), reason, "reason");
    }

    // ------------------------------------------------------------ grant

    function test_GrantByRelayedSignature() public {
        Grant memory g = _grantTerms(1, READ);
        bytes memory signature = _sign(PATIENT, DOMAIN, address(access), _grantHash(g));
        vm.expectEmit(address(access));
        emit Access.Granted(TWIN, _hospital(1), _grantHash(g), g);
        bytes32 grantId = access.grant(g, vm.addr(PATIENT), signature);
        assertEq(grantId, _grantHash(g), "grantId is the struct hash");
        assertEq(access.grantIdOf(g), grantId, "grantIdOf");
        assertEq(_version(), 1, "granting narrows nothing");
        assertEq(access.liveGrants(TWIN)[0], grantId, "live");
        _expectReason(_query(g), g, Reason.GRANTED);
        // The same signature is good once.
        vm.expectRevert(abi.encodeWithSelector(Access.Access_WrongNonce.selector, 1, 0));
        access.grant(g, vm.addr(PATIENT), signature);
    }

    function test_GrantByAContractWallet() public {
        Wallet wallet = new Wallet(vm.addr(STRANGER));
        vm.prank(vm.addr(PATIENT));
        recovery.rotateControl(TWIN, address(wallet), 0, _now(), "");
        vm.warp(START + 2 days);
        recovery.finishRotation(TWIN);
        Grant memory g = _grantTerms(1, READ);
        bytes memory byPatient = _sign(PATIENT, DOMAIN, address(access), _grantHash(g));
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        access.grant(g, address(wallet), byPatient);
        bytes memory byOwner = _sign(STRANGER, DOMAIN, address(access), _grantHash(g));
        access.grant(g, address(wallet), byOwner);
        _expectReason(_query(g), g, Reason.GRANTED);
    }

    function test_RevertWhen_SomebodyElseGrants() public {
        Grant memory g = _grantTerms(1, READ);
        address stranger = vm.addr(STRANGER);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_NotThePatient.selector, TWIN, stranger));
        access.grant(g, stranger, "");
        bytes memory signature = _sign(STRANGER, DOMAIN, address(access), _grantHash(g));
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        access.grant(g, vm.addr(PATIENT), signature);
        vm.prank(stranger);
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        access.grant(g, vm.addr(PATIENT), "");
    }

    function _expectGrantRefused(Grant memory g, bytes memory data) private {
        vm.prank(vm.addr(PATIENT));
        vm.expectRevert(data);
        access.grant(g, vm.addr(PATIENT), "");
    }

    function test_RevertWhen_GrantTermsAreOutOfOrder() public {
        Grant memory g = _grantTerms(1, READ);
        g.deadline = _now() - 1;
        _expectGrantRefused(g, abi.encodeWithSelector(Consents.Consents_DeadlinePassed.selector, START - 1, START));
        g = _grantTerms(1, READ);
        g.nonce = 1;
        _expectGrantRefused(g, abi.encodeWithSelector(Access.Access_WrongNonce.selector, 0, 1));
        g = _grantTerms(7, READ);
        _expectGrantRefused(g, abi.encodeWithSelector(Access.Access_HospitalNotAdmitted.selector, _hospital(7)));
        g = _grantTerms(1, READ);
        g.scopes = new bytes32[](0);
        _expectGrantRefused(g, abi.encodeWithSelector(Lists.Lists_LengthOutOfRange.selector, 0));
        g.scopes = _many(65);
        _expectGrantRefused(g, abi.encodeWithSelector(Lists.Lists_LengthOutOfRange.selector, 65));
        g.scopes = _list(bytes32(uint256(2)), bytes32(uint256(1)));
        _expectGrantRefused(g, abi.encodeWithSelector(Lists.Lists_Unsorted.selector, 1));
        g = _grantTerms(1, READ);
        g.purposes = new bytes32[](0);
        _expectGrantRefused(g, abi.encodeWithSelector(Lists.Lists_LengthOutOfRange.selector, 0));
        g.purposes = _list(bytes32(uint256(2)), bytes32(uint256(2)));
        _expectGrantRefused(g, abi.encodeWithSelector(Lists.Lists_Unsorted.selector, 1));
        g = _grantTerms(1, 0);
        _expectGrantRefused(g, abi.encodeWithSelector(Access.Access_UnknownOperations.selector, 0));
        g = _grantTerms(1, 4);
        _expectGrantRefused(g, abi.encodeWithSelector(Access.Access_UnknownOperations.selector, 4));
        g = _grantTerms(1, READ);
        g.expiry = FOREVER + 1;
        _expectGrantRefused(g, abi.encodeWithSelector(Access.Access_TimeOutOfRange.selector, FOREVER + 1));
        g.expiry = g.notBefore;
        _expectGrantRefused(g, abi.encodeWithSelector(Access.Access_EmptyPeriod.selector, g.notBefore, g.notBefore));
        g.notBefore = 0;
        _expectGrantRefused(g, abi.encodeWithSelector(Access.Access_AlreadyOver.selector, START, START));
        g.twinId = OTHER_TWIN;
        _expectGrantRefused(g, abi.encodeWithSelector(Registration.Registration_UnknownTwin.selector, OTHER_TWIN));
    }

    function test_RevertWhen_TheHospitalIsSuspended() public {
        Grant memory g = _grantTerms(1, READ);
        _suspendHospital(1, 0);
        _expectGrantRefused(g, abi.encodeWithSelector(Access.Access_HospitalNotAdmitted.selector, _hospital(1)));
    }

    function test_RevertWhen_TheTwinHasTooManyGrants() public {
        for (uint256 i = 0; i < 48; ++i) {
            _grant(1, READ);
        }
        Grant memory g = _grantTerms(1, READ);
        _expectGrantRefused(g, abi.encodeWithSelector(Access.Access_TooManyGrants.selector, 48));
        // Ending one makes room; all of them can be listed and ended at once.
        _revoke(access.liveGrants(TWIN)[20]);
        _grant(1, READ);
        assertEq(access.liveGrants(TWIN).length, 48, "full again");
        uint64 nonce = access.state(TWIN).nonce;
        vm.prank(vm.addr(PATIENT));
        access.revokeAll(TWIN, nonce, _now(), vm.addr(PATIENT), "");
        assertEq(access.liveGrants(TWIN).length, 0, "none");
    }

    function test_AGrantFromNowOpensANewEpochAtOnce() public {
        Grant memory g = _grantTerms(1, READ);
        g.fullHistory = false;
        vm.expectEmit(address(access));
        emit Access.AccessNarrowed(TWIN, 2);
        _grant(g);
        assertEq(_version(), 2, "version");
        // Contributing alone reads nothing: no new epoch.
        g = _grantTerms(2, CONTRIBUTE);
        g.fullHistory = false;
        _grant(g);
        assertEq(_version(), 2, "version");
    }

    function test_AGrantFromALaterMomentOpensANewEpochThen() public {
        Grant memory g = _grantTerms(1, READ);
        g.fullHistory = false;
        g.notBefore = _now() + 100;
        bytes32 grantId = _grant(g);
        assertEq(_version(), 1, "not yet");
        vm.warp(START + 99);
        assertFalse(_due(), "not yet");
        access.settle(TWIN);
        assertEq(access.state(TWIN).nextChange, START + 100, "kept in mind");
        vm.warp(START + 100);
        assertTrue(_due(), "due");
        access.settle(TWIN);
        assertEq(_version(), 2, "a new epoch");
        assertFalse(access.grantState(grantId).opensEpoch, "once");
        access.settle(TWIN);
        assertEq(_version(), 2, "once");
        assertEq(access.state(TWIN).nextChange, g.expiry, "next is its end");
    }

    /// @dev The grant itself, not only a settlement before it, says when it begins.
    function test_ALateBeginningIsDueByItself() public {
        Grant memory g = _grantTerms(1, READ);
        g.fullHistory = false;
        g.notBefore = _now() + 100;
        _grant(g);
        assertEq(access.state(TWIN).nextChange, START + 100, "its beginning, not its end");
        vm.warp(START + 100);
        assertTrue(_due(), "due");
        access.settle(TWIN);
        assertEq(_version(), 2, "a new epoch");
    }

    // ------------------------------------------------------------ decide

    function test_DecideNamesEachReason() public {
        (Grant memory g, bytes32 grantId) = _grant(1, READ);
        Query memory q = _query(g);
        _expectReason(q, g, Reason.GRANTED);
        // 1
        q.twinId = OTHER_TWIN;
        _expectReason(q, g, Reason.UNKNOWN_TWIN);
        // 2
        q = _query(g);
        q.hospital = _hospital(9);
        _expectReason(q, g, Reason.HOSPITAL_NOT_ADMITTED);
        // 3
        q = _query(g);
        q.hospital = _hospital(2);
        _expectReason(q, g, Reason.NO_GRANT);
        Grant memory nothing;
        _expectReason(_query(g), nothing, Reason.NO_GRANT);
        Grant memory altered = abi.decode(abi.encode(g), (Grant));
        altered.expiry += 1;
        _expectReason(_query(g), altered, Reason.NO_GRANT);
        // A grant for one twin opens no other, known as it may be.
        _register(OTHER_TWIN, OTHER_PATIENT);
        q = _query(g);
        q.twinId = OTHER_TWIN;
        _expectReason(q, g, Reason.NO_GRANT);
        // 7
        q = _query(g);
        q.scopes = _list(bytes32(uint256(1)), bytes32(uint256(3)));
        _expectReason(q, g, Reason.SCOPE_NOT_GRANTED);
        q.scopes = new bytes32[](0);
        _expectReason(q, g, Reason.SCOPE_NOT_GRANTED);
        q.scopes = _list(bytes32(uint256(2)), bytes32(uint256(1)));
        _expectReason(q, g, Reason.SCOPE_NOT_GRANTED);
        q.scopes = _list(bytes32(uint256(2)));
        _expectReason(q, g, Reason.GRANTED);
        // 8
        q = _query(g);
        q.purpose = bytes32(uint256(8));
        _expectReason(q, g, Reason.PURPOSE_NOT_GRANTED);
        // 9
        q = _query(g);
        q.operation = CONTRIBUTE;
        _expectReason(q, g, Reason.OPERATION_NOT_GRANTED);
        q.operation = 0;
        _expectReason(q, g, Reason.OPERATION_NOT_GRANTED);
        q.operation = READ | CONTRIBUTE;
        _expectReason(q, g, Reason.OPERATION_NOT_GRANTED);
        // 5, settled or not
        vm.warp(g.expiry - 1);
        _expectReason(_query(g), g, Reason.GRANTED);
        vm.warp(g.expiry);
        _expectReason(_query(g), g, Reason.EXPIRED);
        access.settle(TWIN);
        assertEq(uint256(access.grantState(grantId).status), uint256(GrantStatus.Lapsed), "lapsed");
        _expectReason(_query(g), g, Reason.EXPIRED);
        // 6
        (g, grantId) = _grant(1, READ);
        _revoke(grantId);
        _expectReason(_query(g), g, Reason.REVOKED);
        // 4
        g = _grantTerms(1, READ);
        g.notBefore = _now() + 10;
        _grant(g);
        _expectReason(_query(g), g, Reason.NOT_YET_VALID);
        vm.warp(g.notBefore);
        _expectReason(_query(g), g, Reason.GRANTED);
    }

    function test_DecideForStaff() public {
        Grant memory g = _grantTerms(1, READ);
        g.staff = keccak256("nurse");
        _grant(g);
        Query memory q = _query(g);
        _expectReason(q, g, Reason.GRANTED);
        q.staff = keccak256("other");
        _expectReason(q, g, Reason.NO_GRANT);
        q.staff = 0;
        _expectReason(q, g, Reason.NO_GRANT);
        (Grant memory whole,) = _grant(2, READ);
        q = _query(whole);
        q.staff = keccak256("anybody of h2");
        _expectReason(q, whole, Reason.GRANTED);
    }

    function test_DecideHonoursSuspensionAtOnce() public {
        (Grant memory g,) = _grant(1, READ);
        _suspendHospital(1, 0);
        _expectReason(_query(g), g, Reason.HOSPITAL_NOT_ADMITTED);
        _resumeHospital(1, 0);
        _expectReason(_query(g), g, Reason.GRANTED);
    }

    // ------------------------------------------------------------ revoke

    function _revokeHash(bytes32 grantId, uint64 nonce) private view returns (bytes32) {
        return keccak256(
            abi.encode(
                keccak256("Revoke(bytes32 twinId,bytes32 grantId,uint64 nonce,uint64 deadline)"),
                TWIN,
                grantId,
                nonce,
                _now()
            )
        );
    }

    function test_RevokeByRelayedSignatureNarrows() public {
        (, bytes32 grantId) = _grant(1, READ);
        bytes memory signature = _sign(PATIENT, DOMAIN, address(access), _revokeHash(grantId, 1));
        vm.expectPartialRevert(Consents.Consents_DeadlinePassed.selector);
        access.revoke(TWIN, grantId, 1, _now() - 1, vm.addr(PATIENT), signature);
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        access.revoke(TWIN, grantId, 2, _now(), vm.addr(PATIENT), signature);
        vm.expectEmit(address(access));
        emit Access.Revoked(TWIN, grantId);
        vm.expectEmit(address(access));
        emit Access.AccessNarrowed(TWIN, 2);
        access.revoke(TWIN, grantId, 1, _now(), vm.addr(PATIENT), signature);
        assertEq(access.liveGrants(TWIN).length, 0, "live");
        vm.expectRevert(abi.encodeWithSelector(Access.Access_WrongNonce.selector, 2, 1));
        access.revoke(TWIN, grantId, 1, _now(), vm.addr(PATIENT), signature);
    }

    function test_RevertWhen_RevokingWhatIsNotLive() public {
        bytes memory notLive = abi.encodeWithSelector(Access.Access_NotLive.selector, TWIN, keccak256("none"));
        vm.prank(vm.addr(PATIENT));
        vm.expectRevert(notLive);
        access.revoke(TWIN, keccak256("none"), 0, _now(), vm.addr(PATIENT), "");
        (, bytes32 grantId) = _grant(1, READ);
        // Another patient's twin does not reach it, even though a grant lives in the same place there.
        _register(OTHER_TWIN, OTHER_PATIENT);
        Grant memory g = _grantTerms(1, READ);
        g.twinId = OTHER_TWIN;
        g.nonce = 0;
        _grant(g);
        vm.prank(vm.addr(OTHER_PATIENT));
        vm.expectRevert(abi.encodeWithSelector(Access.Access_NotLive.selector, OTHER_TWIN, grantId));
        access.revoke(OTHER_TWIN, grantId, 1, _now(), vm.addr(OTHER_PATIENT), "");
        _revoke(grantId);
        vm.prank(vm.addr(PATIENT));
        vm.expectRevert(abi.encodeWithSelector(Access.Access_NotLive.selector, TWIN, grantId));
        access.revoke(TWIN, grantId, 2, _now(), vm.addr(PATIENT), "");
    }

    function test_RevertWhen_SomebodyElseRevokes() public {
        (Grant memory g, bytes32 grantId) = _grant(1, READ);
        address stranger = vm.addr(STRANGER);
        bytes memory refused = abi.encodeWithSelector(Registration.Registration_NotThePatient.selector, TWIN, stranger);
        vm.startPrank(stranger);
        vm.expectRevert(refused);
        access.revoke(TWIN, grantId, 1, _now(), stranger, "");
        vm.expectRevert(refused);
        access.revokeByTerms(g, 1, _now(), stranger, "");
        vm.expectRevert(refused);
        access.revokeAll(TWIN, 1, _now(), stranger, "");
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        access.revokeAll(TWIN, 1, _now(), vm.addr(PATIENT), "");
        vm.stopPrank();
    }

    function test_RevokeByTerms() public {
        (Grant memory g, bytes32 grantId) = _grant(1, READ);
        vm.prank(vm.addr(PATIENT));
        access.revokeByTerms(g, 1, _now(), vm.addr(PATIENT), "");
        assertEq(uint256(access.grantState(grantId).status), uint256(GrantStatus.Revoked), "revoked");
    }

    function test_RevokeAllByRelayedSignatureNarrowsOnce() public {
        _grant(0, READ | CONTRIBUTE);
        _grant(1, READ);
        (Grant memory g,) = _grant(2, READ);
        bytes32 structHash = keccak256(
            abi.encode(keccak256("RevokeAll(bytes32 twinId,uint64 nonce,uint64 deadline)"), TWIN, uint64(3), _now())
        );
        bytes memory signature = _sign(PATIENT, DOMAIN, address(access), structHash);
        vm.expectPartialRevert(Consents.Consents_DeadlinePassed.selector);
        access.revokeAll(TWIN, 3, _now() - 1, vm.addr(PATIENT), signature);
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_UnknownTwin.selector, OTHER_TWIN));
        access.revokeAll(OTHER_TWIN, 3, _now(), vm.addr(PATIENT), signature);
        access.revokeAll(TWIN, 3, _now(), vm.addr(PATIENT), signature);
        assertEq(_version(), 2, "once");
        _expectReason(_query(g), g, Reason.REVOKED);
        (uint64 from, uint64 to) = access.contribution(TWIN, _hospital(0));
        assertEq(from + to, 0, "contribution right gone");
        assertEq(access.state(TWIN).nextChange, FOREVER, "nothing ends by time");
    }

    function test_RevokeAllSkipsPlacesThatAreFree() public {
        (, bytes32 first) = _grant(0, READ);
        (Grant memory g,) = _grant(1, READ);
        _revoke(first);
        vm.prank(vm.addr(PATIENT));
        access.revokeAll(TWIN, 3, _now(), vm.addr(PATIENT), "");
        assertEq(access.liveGrants(TWIN).length, 0, "none");
        _expectReason(_query(g), g, Reason.REVOKED);
    }

    // ------------------------------------------------------------ settle

    function test_SettleAfterExpiryNarrowsOnce() public {
        (Grant memory g, bytes32 grantId) = _grant(1, READ);
        vm.warp(g.expiry - 1);
        assertFalse(_due(), "not due");
        vm.warp(g.expiry);
        assertTrue(_due(), "due");
        vm.expectEmit(address(access));
        emit Access.Lapsed(TWIN, grantId);
        vm.expectEmit(address(access));
        emit Access.AccessNarrowed(TWIN, 2);
        access.settle(TWIN);
        assertFalse(_due(), "settled");
        access.settle(TWIN);
        assertEq(_version(), 2, "once");
    }

    function test_SettleKeepsTheNextEndInMind() public {
        (Grant memory first,) = _grant(1, READ);
        Grant memory second = _grantTerms(2, READ);
        second.expiry = first.expiry + 5;
        _grant(second);
        assertEq(access.state(TWIN).nextChange, first.expiry, "the earlier end");
        vm.warp(first.expiry);
        access.settle(TWIN);
        assertEq(access.state(TWIN).nextChange, second.expiry, "the later end");
        assertEq(access.liveGrants(TWIN).length, 1, "one lives");
    }

    function test_SettleAfterSuspensionNarrowsOnlyConcernedTwins() public {
        _grant(1, READ);
        _register(OTHER_TWIN, OTHER_PATIENT);
        Grant memory g = _grantTerms(2, READ);
        g.twinId = OTHER_TWIN;
        g.nonce = 0;
        _grant(g);
        _suspendHospital(1, 0);
        assertTrue(_due(), "due");
        access.settle(TWIN);
        access.settle(OTHER_TWIN);
        assertEq(_version(), 2, "concerned");
        (uint64 other, bool due) = access.accessVersion(OTHER_TWIN);
        assertEq(other, 1, "not concerned");
        assertFalse(due, "settled");
        access.settle(TWIN);
        assertEq(_version(), 2, "once");
        // Another suspension of the same hospital is another narrowing.
        _resumeHospital(1, 0);
        assertFalse(_due(), "resuming narrows nothing");
        _suspendHospital(1, bytes32(uint256(1)));
        access.settle(TWIN);
        assertEq(_version(), 3, "again");
    }

    function test_RevertWhen_SettlingTheUnknown() public {
        vm.expectRevert(abi.encodeWithSelector(Access.Access_UnknownTwin.selector, OTHER_TWIN));
        access.settle(OTHER_TWIN);
    }

    /// @dev A grant "from now" that begins late does not put off what ends before.
    function test_ALateBeginningDoesNotPutOffAnEarlierEnd() public {
        Grant memory first = _grantTerms(1, READ);
        first.expiry = _now() + 1 hours;
        _grant(first);
        Grant memory second = _grantTerms(2, READ);
        second.fullHistory = false;
        second.notBefore = _now() + 2 hours;
        _grant(second);
        assertEq(access.state(TWIN).nextChange, START + 1 hours, "the end comes first");
    }

    /// @dev With nothing live, time changes nothing any more.
    function test_NothingIsDueAfterAllIsRevoked() public {
        (Grant memory g,) = _grant(1, READ);
        address patient = vm.addr(PATIENT);
        vm.prank(patient);
        access.revokeAll(TWIN, 1, _now(), patient, "");
        vm.warp(g.expiry);
        (, bool due) = access.accessVersion(TWIN);
        assertFalse(due, "nothing to settle");
    }

    // ------------------------------------------------------------ contribution rights

    /// @dev A hospital that was never admitted has index 0 by default, but not the rights of the one that has.
    function test_AnUnknownHospitalHasNoRight() public {
        _grant(0, CONTRIBUTE);
        (, uint64 expiry) = access.contribution(TWIN, _hospital(9));
        assertEq(expiry, 0, "none");
        (, expiry) = access.contribution(TWIN, _hospital(0));
        assertTrue(expiry != 0, "its own");
    }

    function test_TheLaterContributionGrantGoverns() public {
        (Grant memory first, bytes32 firstId) = _grant(1, CONTRIBUTE);
        Grant memory second = _grantTerms(1, CONTRIBUTE);
        second.expiry = first.expiry - 10;
        bytes32 secondId = _grant(second);
        (, uint64 to) = access.contribution(TWIN, _hospital(1));
        assertEq(to, second.expiry, "the later one");
        _revoke(firstId);
        (, to) = access.contribution(TWIN, _hospital(1));
        assertEq(to, second.expiry, "the earlier one's end changes nothing");
        _revoke(secondId);
        (, to) = access.contribution(TWIN, _hospital(1));
        assertEq(to, 0, "gone");
        (, to) = access.contribution(TWIN, _hospital(9));
        assertEq(to, 0, "unknown hospital");
        assertEq(access.contributionOf(TWIN, 1).expiry, 0, "by index");
    }

    function test_AReadGrantLeavesTheContributionRightAlone() public {
        _grant(1, CONTRIBUTE);
        (, bytes32 readId) = _grant(1, READ);
        _revoke(readId);
        (, uint64 to) = access.contribution(TWIN, _hospital(1));
        assertTrue(to != 0, "still there");
    }

    // ------------------------------------------------------------ who may call

    function test_RevertWhen_CalledByOthersThanTheOwnGeneration() public {
        Grant[] memory none;
        Grant memory g = _grantTerms(1, READ);
        bytes memory onlyRegistration =
            abi.encodeWithSelector(Component.Component_OnlyFrom.selector, address(registration), address(this));
        bytes memory onlyEmergency =
            abi.encodeWithSelector(Component.Component_OnlyFrom.selector, address(emergency), address(this));
        vm.expectRevert(onlyRegistration);
        access.open(OTHER_TWIN, none);
        vm.expectRevert(onlyRegistration);
        access.narrowForControl(TWIN);
        vm.expectRevert(onlyRegistration);
        access.importTwin(TWIN, address(access));
        vm.expectRevert(onlyEmergency);
        access.openEmergency(g);
        vm.expectRevert(onlyEmergency);
        access.closeEmergency(TWIN, 0);
    }

    function test_RevertWhen_TheGenerationIsClosed() public {
        Access old = access;
        (, bytes32 grantId) = _grant(1, READ);
        Grant memory g = _grantTerms(1, READ);
        _nextGeneration();
        bytes memory closed = abi.encodeWithSelector(Component.Component_GenerationClosed.selector, 1, 2);
        g.deadline = _now();
        g.expiry = _now() + 1;
        vm.startPrank(vm.addr(PATIENT));
        vm.expectRevert(closed);
        old.grant(g, vm.addr(PATIENT), "");
        vm.expectRevert(closed);
        old.revoke(TWIN, grantId, 1, _now(), vm.addr(PATIENT), "");
        vm.expectRevert(closed);
        old.revokeAll(TWIN, 1, _now(), vm.addr(PATIENT), "");
        vm.expectRevert(closed);
        old.settle(TWIN);
        vm.stopPrank();
    }

    // ------------------------------------------------------------ fuzz

    /// @dev A decision is positive exactly when the query is covered, whatever the grant and the moment.
    function testFuzz_DecideIsCoverage(uint8 granted, uint8 asked, uint8 operations, uint8 operation, uint32 later)
        public
    {
        bytes32[] memory scopes = _subset(granted | 1);
        bytes32[] memory wanted = _subset(asked);
        operations = 1 + operations % 3;
        operation = operation % 4;
        Grant memory g = _grantTerms(1, operations);
        g.scopes = scopes;
        _grant(g);
        vm.warp(START + later % 60 days);
        Query memory q = _query(g);
        q.scopes = wanted;
        q.operation = operation;
        bool covered = asked != 0 && asked & ~(granted | 1) == 0 && operation != 0 && operation & ~operations == 0
            && block.timestamp < g.expiry;
        (bool permit,) = access.decide(q, g);
        assertTrue(permit == covered, "coverage");
    }

    function _subset(uint8 bits) private pure returns (bytes32[] memory list) {
        for (uint256 i = 0; i < 8; ++i) {
            if (bits & (1 << i) != 0) list = _append(list, bytes32(i + 1));
        }
    }

    function testFuzz_LiveIsExactlyWhatWasGrantedAndNotEnded(uint256 seed) public {
        bytes32[] memory ids = new bytes32[](12);
        for (uint256 i = 0; i < 12; ++i) {
            (, ids[i]) = _grant(i % 3, READ);
        }
        uint256 expected = 12;
        for (uint256 i = 0; i < 12; ++i) {
            if (seed >> i & 1 == 1) {
                _revoke(ids[i]);
                --expected;
            }
        }
        TwinAccess memory t = access.state(TWIN);
        assertEq(access.liveGrants(TWIN).length, expected, "live");
        assertEq(t.version, 1 + 12 - expected, "one version each");
    }
}
