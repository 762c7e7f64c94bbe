// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AddressBook} from "../contracts/AddressBook.sol";
import {AuthorParameters, ParameterTerms} from "../contracts/AuthorParameters.sol";
import {
    ActionKind,
    AuthorContext,
    AuthorizedHospitals,
    Hospital,
    HospitalTerms
} from "../contracts/AuthorizedHospitals.sol";
import {Status} from "../contracts/Types.sol";
import {Bls} from "../contracts/libraries/Bls.sol";
import {HashToField} from "../contracts/libraries/HashToField.sol";
import {Identities} from "../contracts/libraries/Identities.sol";
import {Authority} from "./utils/Authority.sol";
import {Consortium} from "./utils/Consortium.sol";

/// @dev Branches: test/AuthorizedHospitals.tree
contract AuthorizedHospitalsTest is Consortium {
    bytes32 private constant SALT = keccak256("salt");

    /// @dev A call of its own, for constructors that are to fail (utils/Test.sol).
    function newHospitals(HospitalTerms[] calldata founders, uint8 quorum, ParameterTerms calldata parameters)
        external
    {
        new AuthorizedHospitals(founders, quorum, parameters, book);
    }

    function _action(ActionKind kind, bytes memory payload) private view returns (bytes32) {
        return hospitals.actionDigest(kind, payload, SALT);
    }

    /// @dev h0 approves; h1, who executes, approves by calling: two of three.
    function _decide(ActionKind kind, bytes memory payload) private {
        _approve(0, _action(kind, payload));
        vm.prank(_controller(1));
    }

    function _suspend(uint256 i) private {
        _decide(ActionKind.Suspend, abi.encode(_hospital(i)));
        hospitals.suspend(_hospital(i), SALT);
    }

    // ------------------------------------------------------------ constructor

    function test_FoundersAreActiveWithPointsComputedFromTheirNames() public view {
        bytes32[] memory ids = hospitals.hospitalIds();
        assertEq(ids.length, 3, "founders");
        for (uint256 i = 0; i < 3; ++i) {
            Hospital memory h = hospitals.hospital(ids[i]);
            assertEq(ids[i], _hospital(i), "authorId");
            assertEq(h.pointDigest, keccak256(Authority.point(_hospitalIdentity(i))), "point");
            assertEq(h.xS, HashToField.scalar(_hospitalIdentity(i), "TWINSEAL-V1-SIGN"), "x_S");
            assertTrue(hospitals.isActive(ids[i]), "active");
            assertEq(hospitals.authorIdOf(_controller(i)), ids[i], "controller");
            assertEq(h.index, i, "index");
        }
        assertEq(hospitals.generation(), 1, "generation");
        assertEq(hospitals.narrowings(), 0, "narrowings");
        assertEq(hospitals.parametersVersion(), 1, "version");
        assertEq(hospitals.parameters().digest(), Authority.DIGEST, "digest");
        assertEq(address(hospitals.parametersAt(1)), address(hospitals.parameters()), "parametersAt");
        assertEq(address(hospitals.parametersAt(2)), address(0), "parametersAt 2");
    }

    function test_RevertWhen_NoFounders() public {
        ParameterTerms memory parameters = Authority.parameters();
        vm.expectRevert(AuthorizedHospitals.AuthorizedHospitals_NoFounders.selector);
        this.newHospitals(new HospitalTerms[](0), 66, parameters);
    }

    function test_RevertWhen_QuorumIsNoMajorityOrAboveAll() public {
        ParameterTerms memory parameters = Authority.parameters();
        HospitalTerms[] memory founders = _founders(1);
        vm.expectRevert(abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_QuorumOutOfRange.selector, 50));
        this.newHospitals(founders, 50, parameters);
        vm.expectRevert(abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_QuorumOutOfRange.selector, 101));
        this.newHospitals(founders, 101, parameters);
        new AuthorizedHospitals(founders, 51, parameters, book);
        new AuthorizedHospitals(founders, 100, parameters, book);
    }

    function test_RevertWhen_AParameterPointIsBad() public {
        HospitalTerms[] memory founders = _founders(1);
        ParameterTerms memory bad = Authority.parameters();
        bad.digest = 0;
        vm.expectRevert(AuthorParameters.AuthorParameters_DigestMissing.selector);
        this.newHospitals(founders, 66, bad);
        bad = Authority.parameters();
        bad.w = new bytes(128);
        vm.expectRevert(Bls.Bls_IdentityPoint.selector);
        this.newHospitals(founders, 66, bad);
        bad = Authority.parameters();
        bad.H1 = new bytes(256);
        vm.expectRevert(Bls.Bls_IdentityPoint.selector);
        this.newHospitals(founders, 66, bad);
        bad = Authority.parameters();
        bad.H2 = new bytes(256);
        vm.expectRevert(Bls.Bls_IdentityPoint.selector);
        this.newHospitals(founders, 66, bad);
        bad = Authority.parameters();
        bad.w = bad.H1;
        vm.expectRevert(abi.encodeWithSelector(Bls.Bls_WrongLength.selector, 128, 256));
        this.newHospitals(founders, 66, bad);
        bad = Authority.parameters();
        bad.w[127] ^= 0x01;
        vm.expectRevert(abi.encodeWithSelector(Bls.Bls_InvalidPoint.selector, Bls.G1_MSM));
        this.newHospitals(founders, 66, bad);
        bad = Authority.parameters();
        bad.H1[255] ^= 0x01;
        vm.expectRevert(abi.encodeWithSelector(Bls.Bls_InvalidPoint.selector, Bls.G2_MSM));
        this.newHospitals(founders, 66, bad);
        bad = Authority.parameters();
        bad.H2[255] ^= 0x01;
        vm.expectRevert(abi.encodeWithSelector(Bls.Bls_InvalidPoint.selector, Bls.G2_MSM));
        this.newHospitals(founders, 66, bad);
    }

    // ------------------------------------------------------------ approvals

    function test_ApprovalsCountOnlyActiveHospitals() public {
        bytes32 action = keccak256("anything");
        _approve(0, action);
        _approve(2, action);
        (uint256 count, uint256 needed, bool spent) = hospitals.approvals(action);
        assertEq(count, 2, "count");
        assertEq(needed, 2, "needed");
        assertFalse(spent, "spent");
        _suspend(2);
        (count, needed,) = hospitals.approvals(action);
        assertEq(count, 1, "count without the suspended one");
        assertEq(needed, 2, "two of two");
    }

    function test_WithdrawnApprovalDoesNotCount() public {
        bytes32 action = keccak256("anything");
        _approve(0, action);
        _approve(1, action);
        vm.expectEmit(address(hospitals));
        emit AuthorizedHospitals.ApprovalWithdrawn(action, _hospital(0));
        vm.prank(_controller(0));
        hospitals.withdrawApproval(action);
        (uint256 count,,) = hospitals.approvals(action);
        assertEq(count, 1, "count");
    }

    /// @dev With a stolen key go the votes that a thief cast by it.
    function test_ApprovalsOfAReplacedKeyDoNotCount() public {
        bytes32 action = keccak256("anything");
        _approve(0, action);
        _approve(2, action);
        _decide(ActionKind.RotateKey, abi.encode(_hospital(2), uint32(2), _controller(2)));
        hospitals.rotateKey(_hospital(2), 2, _controller(2), SALT);
        (uint256 count,,) = hospitals.approvals(action);
        assertEq(count, 1, "the other's only");
        vm.prank(_controller(2));
        vm.expectRevert(
            abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_NotApproved.selector, action, _hospital(2))
        );
        hospitals.withdrawApproval(action);
        _approve(2, action);
        (count,,) = hospitals.approvals(action);
        assertEq(count, 2, "approved anew");
        // Neither does what it approved before it was removed, when it is back.
        _decide(ActionKind.Remove, abi.encode(_hospital(2)));
        hospitals.remove(_hospital(2), SALT);
        HospitalTerms memory terms = _terms(2);
        terms.epoch = 3;
        _decide(ActionKind.Admit, abi.encode(terms));
        hospitals.admit(terms, SALT);
        (count,,) = hospitals.approvals(action);
        assertEq(count, 1, "gone with its membership");
    }

    function test_RevertWhen_ApprovingWithoutControl() public {
        bytes memory data =
            abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_NotAController.selector, address(this));
        vm.expectRevert(data);
        hospitals.approve(SALT);
        vm.expectRevert(data);
        hospitals.withdrawApproval(SALT);
        _suspend(2);
        vm.prank(_controller(2));
        vm.expectRevert(
            abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_NotAController.selector, _controller(2))
        );
        hospitals.approve(SALT);
    }

    function test_RevertWhen_WithdrawingWhatWasNotApproved() public {
        vm.prank(_controller(0));
        vm.expectRevert(
            abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_NotApproved.selector, SALT, _hospital(0))
        );
        hospitals.withdrawApproval(SALT);
    }

    function test_RevertWhen_TheActionIsSpent() public {
        bytes32 action = _action(ActionKind.Suspend, abi.encode(_hospital(2)));
        _suspend(2);
        (,, bool spent) = hospitals.approvals(action);
        assertTrue(spent, "spent");
        bytes memory data = abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_ActionSpent.selector, action);
        vm.prank(_controller(0));
        vm.expectRevert(data);
        hospitals.approve(action);
        vm.prank(_controller(0));
        vm.expectRevert(data);
        hospitals.withdrawApproval(action);
        vm.expectRevert(data);
        hospitals.suspend(_hospital(2), SALT);
    }

    function test_RevertWhen_TheQuorumIsMissing() public {
        bytes32 action = _action(ActionKind.Suspend, abi.encode(_hospital(2)));
        bytes memory none =
            abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_QuorumMissing.selector, action, 0, 2);
        vm.expectRevert(none);
        hospitals.suspend(_hospital(2), SALT);
        vm.prank(_controller(0));
        vm.expectRevert(
            abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_QuorumMissing.selector, action, 1, 2)
        );
        hospitals.suspend(_hospital(2), SALT);
        // Approving twice does not make two.
        _approve(0, action);
        vm.prank(_controller(0));
        vm.expectPartialRevert(AuthorizedHospitals.AuthorizedHospitals_QuorumMissing.selector);
        hospitals.suspend(_hospital(2), SALT);
        // A suspended hospital's own call approves nothing.
        _suspend(2);
        bytes32 resume = _action(ActionKind.Resume, abi.encode(_hospital(2)));
        vm.prank(_controller(2));
        vm.expectRevert(
            abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_QuorumMissing.selector, resume, 0, 2)
        );
        hospitals.resume(_hospital(2), SALT);
    }

    function _withoutQuorum(ActionKind kind, bytes memory payload) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                AuthorizedHospitals.AuthorizedHospitals_QuorumMissing.selector, _action(kind, payload), 0, 2
            )
        );
    }

    /// @dev Not one of the quorum's decisions goes without it.
    function test_RevertWhen_NoVoteStandsBehindADecision() public {
        bytes32 h2 = _hospital(2);
        HospitalTerms memory terms = _terms(3);
        ParameterTerms memory other = Authority.otherParameters();
        _withoutQuorum(ActionKind.Admit, abi.encode(terms));
        hospitals.admit(terms, SALT);
        _withoutQuorum(ActionKind.Suspend, abi.encode(h2));
        hospitals.suspend(h2, SALT);
        _withoutQuorum(ActionKind.Remove, abi.encode(h2));
        hospitals.remove(h2, SALT);
        _withoutQuorum(ActionKind.RotateKey, abi.encode(h2, uint32(2), address(77)));
        hospitals.rotateKey(h2, 2, address(77), SALT);
        _withoutQuorum(ActionKind.RotateParameters, abi.encode(other));
        hospitals.rotateParameters(other, SALT);
        _withoutQuorum(ActionKind.SetQuorum, abi.encode(uint8(100)));
        hospitals.setQuorum(100, SALT);
        _withoutQuorum(ActionKind.Other, abi.encode(address(this), bytes("payload")));
        hospitals.spend("payload", SALT);
        _suspendHospital(2, SALT);
        _withoutQuorum(ActionKind.Resume, abi.encode(h2));
        hospitals.resume(h2, SALT);
        _deployGeneration(2);
        _publish(SALT);
        _withoutQuorum(ActionKind.OpenGeneration, abi.encode(uint32(2)));
        hospitals.scheduleGeneration(2, SALT);
        _schedule(2, SALT);
        _withoutQuorum(ActionKind.CancelGeneration, abi.encode(uint32(2)));
        hospitals.cancelGeneration(2, SALT);
    }

    function test_ActionsAreBoundToKindPayloadSaltAndContract() public {
        bytes32 base = hospitals.actionDigest(ActionKind.Suspend, hex"01", SALT);
        assertTrue(base != hospitals.actionDigest(ActionKind.Resume, hex"01", SALT), "kind");
        assertTrue(base != hospitals.actionDigest(ActionKind.Suspend, hex"02", SALT), "payload");
        assertTrue(base != hospitals.actionDigest(ActionKind.Suspend, hex"01", 0), "salt");
        AuthorizedHospitals other = new AuthorizedHospitals(_founders(1), 66, Authority.parameters(), book);
        assertTrue(base != other.actionDigest(ActionKind.Suspend, hex"01", SALT), "contract");
        vm.chainId(5);
        assertTrue(base != hospitals.actionDigest(ActionKind.Suspend, hex"01", SALT), "chain");
    }

    function test_SpendIsBoundToTheCallingContract() public {
        bytes32 action = _action(ActionKind.Other, abi.encode(address(this), bytes(hex"01")));
        _approve(0, action);
        _approve(1, action);
        vm.prank(address(1));
        vm.expectPartialRevert(AuthorizedHospitals.AuthorizedHospitals_QuorumMissing.selector);
        hospitals.spend(hex"01", SALT);
        hospitals.spend(hex"01", SALT);
        vm.expectPartialRevert(AuthorizedHospitals.AuthorizedHospitals_ActionSpent.selector);
        hospitals.spend(hex"01", SALT);
    }

    // ------------------------------------------------------------ admission

    function test_AdmitByQuorum() public {
        HospitalTerms memory terms = _terms(3);
        bytes32 pointDigest = keccak256(Authority.point(_hospitalIdentity(3)));
        _decide(ActionKind.Admit, abi.encode(terms));
        vm.expectEmit(address(hospitals));
        emit AuthorizedHospitals.HospitalAdmitted(
            _hospital(3), "h3", 1, _controller(3), pointDigest, "https://h.example"
        );
        bytes32 authorId = hospitals.admit(terms, SALT);
        assertEq(authorId, _hospital(3), "authorId");
        assertTrue(hospitals.isActive(authorId), "active");
        (, uint256 needed,) = hospitals.approvals(0);
        assertEq(needed, 3, "66 percent of four, rounded up");
    }

    function test_AdmitAloneWhereAloneIsTheQuorum() public {
        AuthorizedHospitals solo = new AuthorizedHospitals(_founders(1), 100, Authority.parameters(), book);
        vm.prank(_controller(0));
        solo.admit(_terms(1), SALT);
        assertTrue(solo.isActive(_hospital(1)), "active");
    }

    function _expectAdmissionRefused(HospitalTerms memory terms, bytes memory data) private {
        _decide(ActionKind.Admit, abi.encode(terms));
        vm.expectRevert(data);
        hospitals.admit(terms, SALT);
    }

    function test_RevertWhen_AdmittingTwice() public {
        _expectAdmissionRefused(
            _terms(2),
            abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_AlreadyAdmitted.selector, _hospital(2))
        );
    }

    function test_RevertWhen_AdmittingTheSuspended() public {
        _suspend(2);
        HospitalTerms memory terms = _terms(2);
        terms.epoch = 2;
        terms.controller = address(77);
        _expectAdmissionRefused(
            terms,
            abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_AlreadyAdmitted.selector, _hospital(2))
        );
    }

    function test_RevertWhen_ControllerIsZero() public {
        HospitalTerms memory terms = _terms(3);
        terms.controller = address(0);
        _expectAdmissionRefused(
            terms, abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_ZeroController.selector)
        );
    }

    function test_RevertWhen_ControllerIsAnothers() public {
        HospitalTerms memory terms = _terms(3);
        terms.controller = _controller(0);
        _expectAdmissionRefused(
            terms,
            abi.encodeWithSelector(
                AuthorizedHospitals.AuthorizedHospitals_ControllerTaken.selector, _controller(0), _hospital(0)
            )
        );
    }

    function test_RevertWhen_EndpointIsTooLong() public {
        HospitalTerms memory terms = _terms(3);
        terms.endpoint = string(new bytes(257));
        _expectAdmissionRefused(
            terms, abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_EndpointTooLong.selector, 256, 257)
        );
    }

    function test_RevertWhen_IdIsMalformed() public {
        string[7] memory ids = ["", "-a", "A", "a_b", "a/b", unicode"ü", "a#1"];
        for (uint256 i = 0; i < ids.length; ++i) {
            HospitalTerms memory terms = _terms(3);
            terms.id = ids[i];
            bytes32 action = _action(ActionKind.Admit, abi.encode(terms));
            _approve(0, action);
            vm.prank(_controller(1));
            vm.expectRevert(abi.encodeWithSelector(Identities.Identities_MalformedId.selector, ids[i]));
            hospitals.admit(terms, SALT);
        }
        HospitalTerms memory long = _terms(3);
        long.id = "a123456789012345678901234567890123456789012345678901234567890123";
        _expectAdmissionRefused(long, abi.encodeWithSelector(Identities.Identities_MalformedId.selector, long.id));
    }

    function test_AdmitsTheExtremesOfTheGrammar() public {
        HospitalTerms memory terms = _terms(3);
        terms.id = "0-9az123456789012345678901234567890123456789012345678901234567z";
        _decide(ActionKind.Admit, abi.encode(terms));
        hospitals.admit(terms, SALT);
    }

    function test_RevertWhen_EpochIsOutOfRange() public {
        uint32[3] memory epochs = [uint32(0), 1_000_000_000, type(uint32).max];
        for (uint256 i = 0; i < 3; ++i) {
            HospitalTerms memory terms = _terms(3);
            terms.epoch = epochs[i];
            _expectAdmissionRefused(
                terms, abi.encodeWithSelector(Identities.Identities_EpochOutOfRange.selector, epochs[i])
            );
        }
    }

    function test_RevertWhen_TheDirectoryIsFull() public {
        AuthorizedHospitals solo = new AuthorizedHospitals(_founders(1), 51, Authority.parameters(), book);
        // Suspended at once, so that one vote stays enough.
        for (uint256 i = 1; i < 256; ++i) {
            vm.prank(_controller(0));
            solo.admit(_terms(i), SALT);
            vm.prank(_controller(0));
            vm.expectPartialRevert(AuthorizedHospitals.AuthorizedHospitals_QuorumMissing.selector);
            solo.suspend(_hospital(i), SALT);
            bytes32 action = solo.actionDigest(ActionKind.Suspend, abi.encode(_hospital(i)), SALT);
            vm.prank(_controller(i));
            solo.approve(action);
            vm.prank(_controller(0));
            solo.suspend(_hospital(i), SALT);
        }
        vm.prank(_controller(0));
        vm.expectRevert(abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_Full.selector, 256));
        solo.admit(_terms(256), SALT);
    }

    // ------------------------------------------------------------ standing

    function test_SuspendAndResume() public {
        _decide(ActionKind.Suspend, abi.encode(_hospital(2)));
        vm.expectEmit(address(hospitals));
        emit AuthorizedHospitals.HospitalSuspended(_hospital(2));
        hospitals.suspend(_hospital(2), SALT);
        assertFalse(hospitals.isActive(_hospital(2)), "suspended");
        assertEq(hospitals.narrowings(), 1, "narrowings");
        assertEq(hospitals.narrowedAt(2), 1, "narrowedAt");
        assertEq(hospitals.narrowedAt(1), 0, "others");
        _decide(ActionKind.Resume, abi.encode(_hospital(2)));
        vm.expectEmit(address(hospitals));
        emit AuthorizedHospitals.HospitalResumed(_hospital(2));
        hospitals.resume(_hospital(2), SALT);
        assertTrue(hospitals.isActive(_hospital(2)), "active again");
        assertEq(hospitals.narrowings(), 1, "resuming narrows nothing");
        // And one of those whose share decides.
        _decide(ActionKind.SetQuorum, abi.encode(uint8(100)));
        hospitals.setQuorum(100, SALT);
        (, uint256 needed,) = hospitals.approvals(0);
        assertEq(needed, 3, "of three");
    }

    function test_RevertWhen_SuspendingTheInactive() public {
        _suspend(2);
        bytes32 again = keccak256("again");
        bytes32 action = hospitals.actionDigest(ActionKind.Suspend, abi.encode(_hospital(2)), again);
        _approve(0, action);
        vm.prank(_controller(1));
        vm.expectRevert(
            abi.encodeWithSelector(
                AuthorizedHospitals.AuthorizedHospitals_WrongStatus.selector, _hospital(2), Status.Suspended
            )
        );
        hospitals.suspend(_hospital(2), again);
    }

    function test_RevertWhen_ResumingTheActive() public {
        _decide(ActionKind.Resume, abi.encode(_hospital(2)));
        vm.expectRevert(
            abi.encodeWithSelector(
                AuthorizedHospitals.AuthorizedHospitals_WrongStatus.selector, _hospital(2), Status.Active
            )
        );
        hospitals.resume(_hospital(2), SALT);
    }

    function test_RevertWhen_SuspendingOrRemovingTheLast() public {
        AuthorizedHospitals solo = new AuthorizedHospitals(_founders(1), 51, Authority.parameters(), book);
        bytes memory data =
            abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_LastHospital.selector, _hospital(0));
        vm.prank(_controller(0));
        vm.expectRevert(data);
        solo.suspend(_hospital(0), SALT);
        vm.prank(_controller(0));
        vm.expectRevert(data);
        solo.remove(_hospital(0), SALT);
    }

    function test_RemoveActiveOrSuspended() public {
        _decide(ActionKind.Remove, abi.encode(_hospital(2)));
        vm.expectEmit(address(hospitals));
        emit AuthorizedHospitals.HospitalRemoved(_hospital(2));
        hospitals.remove(_hospital(2), SALT);
        assertEq(hospitals.authorIdOf(_controller(2)), bytes32(0), "address is free again");
        assertEq(hospitals.narrowings(), 1, "narrowings");
        (, Status status) = hospitals.controllerOf(_hospital(2));
        assertEq(uint256(status), uint256(Status.Removed), "status");
    }

    function test_RemoveTheSuspended() public {
        _suspend(2);
        _decide(ActionKind.Remove, abi.encode(_hospital(2)));
        hospitals.remove(_hospital(2), SALT);
        assertEq(hospitals.narrowedAt(2), 2, "narrowed twice");
    }

    function test_RevertWhen_RemovingTheUnknownOrRemoved() public {
        _decide(ActionKind.Remove, abi.encode(_hospital(5)));
        vm.expectRevert(
            abi.encodeWithSelector(
                AuthorizedHospitals.AuthorizedHospitals_WrongStatus.selector, _hospital(5), Status.None
            )
        );
        hospitals.remove(_hospital(5), SALT);
    }

    function test_ReadmissionNeedsALaterEpoch() public {
        _decide(ActionKind.Remove, abi.encode(_hospital(2)));
        hospitals.remove(_hospital(2), SALT);
        _expectAdmissionRefused(
            _terms(2), abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_EpochNotLater.selector, 1, 1)
        );
        HospitalTerms memory terms = _terms(2);
        terms.epoch = 2;
        _decide(ActionKind.Admit, abi.encode(terms));
        hospitals.admit(terms, SALT);
        Hospital memory h = hospitals.hospital(_hospital(2));
        assertEq(h.index, 2, "its old place");
        assertEq(h.epoch, 2, "epoch");
        assertEq(hospitals.hospitalIds().length, 3, "listed once");
    }

    // ------------------------------------------------------------ keys and parameters

    function test_RotateKeyKeepsTheLaneAndNarrows() public {
        _decide(ActionKind.RotateKey, abi.encode(_hospital(2), uint32(2), address(77)));
        hospitals.rotateKey(_hospital(2), 2, address(77), SALT);
        Hospital memory h = hospitals.hospital(_hospital(2));
        assertEq(h.pointDigest, keccak256(Authority.point(Authority.identity(_name(2), 2))), "point");
        assertEq(h.controller, address(77), "controller");
        assertEq(hospitals.authorIdOf(_controller(2)), bytes32(0), "old address");
        assertEq(hospitals.authorIdOf(address(77)), _hospital(2), "new address");
        assertEq(hospitals.narrowedAt(2), 1, "narrowed");
    }

    function test_RotateKeyWithTheSameAddressAlsoWhileSuspended() public {
        _suspend(2);
        _decide(ActionKind.RotateKey, abi.encode(_hospital(2), uint32(9), _controller(2)));
        hospitals.rotateKey(_hospital(2), 9, _controller(2), SALT);
        assertEq(hospitals.hospital(_hospital(2)).epoch, 9, "epoch");
        assertFalse(hospitals.isActive(_hospital(2)), "still suspended");
    }

    function test_RevertWhen_RotatingToAnEarlierEpochOrTheUnknown() public {
        _decide(ActionKind.RotateKey, abi.encode(_hospital(2), uint32(1), _controller(2)));
        vm.expectRevert(abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_EpochNotLater.selector, 1, 1));
        hospitals.rotateKey(_hospital(2), 1, _controller(2), SALT);
        _decide(ActionKind.RotateKey, abi.encode(_hospital(6), uint32(2), address(77)));
        vm.expectRevert(
            abi.encodeWithSelector(
                AuthorizedHospitals.AuthorizedHospitals_WrongStatus.selector, _hospital(6), Status.None
            )
        );
        hospitals.rotateKey(_hospital(6), 2, address(77), SALT);
    }

    function test_RotatedParametersAskForFreshPoints() public {
        ParameterTerms memory other = Authority.otherParameters();
        _decide(ActionKind.RotateParameters, abi.encode(other));
        hospitals.rotateParameters(other, SALT);
        assertEq(hospitals.parametersVersion(), 2, "version");
        AuthorContext memory context = hospitals.authorContext(_hospital(0));
        assertFalse(context.pointCurrent, "outdated");
        hospitals.refreshPoint(_hospital(0));
        context = hospitals.authorContext(_hospital(0));
        assertTrue(context.pointCurrent, "current");
        (, bytes memory Q) = hospitals.parameters().authorPoint(_hospitalIdentity(0));
        assertEq(context.pointDigest, keccak256(Q), "point under the new parameters");
        vm.expectRevert(
            abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_PointCurrent.selector, _hospital(0))
        );
        hospitals.refreshPoint(_hospital(0));
        vm.expectRevert(
            abi.encodeWithSelector(
                AuthorizedHospitals.AuthorizedHospitals_WrongStatus.selector, _hospital(7), Status.None
            )
        );
        hospitals.refreshPoint(_hospital(7));
    }

    function test_SetQuorum() public {
        _decide(ActionKind.SetQuorum, abi.encode(uint8(100)));
        hospitals.setQuorum(100, SALT);
        (, uint256 needed,) = hospitals.approvals(0);
        assertEq(needed, 3, "all");
    }

    function test_SetEndpointByTheControllerOnly() public {
        vm.expectEmit(address(hospitals));
        emit AuthorizedHospitals.HospitalEndpointChanged(_hospital(0), "https://other.example");
        vm.prank(_controller(0));
        hospitals.setEndpoint(_hospital(0), "https://other.example");
        assertEq(bytes(hospitals.hospital(_hospital(0)).endpoint), bytes("https://other.example"), "endpoint");
        vm.prank(_controller(1));
        vm.expectRevert(
            abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_NotAController.selector, _controller(1))
        );
        hospitals.setEndpoint(_hospital(0), "https://mine.example");
        vm.expectRevert(
            abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_NotAController.selector, address(this))
        );
        hospitals.setEndpoint(0, "https://mine.example");
    }

    // ------------------------------------------------------------ generations

    /// @dev Else the notice would be of something that nobody can look at.
    function test_RevertWhen_SchedulingWhatIsNotPublished() public {
        assertEq(address(hospitals.book()), address(book), "book");
        _decide(ActionKind.OpenGeneration, abi.encode(uint32(2)));
        vm.expectRevert(abi.encodeWithSelector(AddressBook.AddressBook_UnknownGeneration.selector, 2));
        hospitals.scheduleGeneration(2, SALT);
        assertEq(hospitals.generationOpensAt(), 0, "nothing announced");
    }

    function test_AGenerationOpensAfterItsNotice() public {
        _deployGeneration(2);
        _publish(SALT);
        _decide(ActionKind.OpenGeneration, abi.encode(uint32(2)));
        hospitals.scheduleGeneration(2, SALT);
        assertEq(hospitals.generationOpensAt(), START + 7 days, "opens at");
        vm.warp(START + 7 days - 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                AuthorizedHospitals.AuthorizedHospitals_GenerationNotDue.selector, START + 7 days, START + 7 days - 1
            )
        );
        hospitals.openGeneration();
        vm.warp(START + 7 days);
        hospitals.openGeneration();
        assertEq(hospitals.generation(), 2, "generation");
        vm.expectPartialRevert(AuthorizedHospitals.AuthorizedHospitals_GenerationNotDue.selector);
        hospitals.openGeneration();
    }

    function test_RevertWhen_SchedulingAnotherThanTheNextGeneration() public {
        _decide(ActionKind.OpenGeneration, abi.encode(uint32(3)));
        vm.expectRevert(
            abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_GenerationNotNext.selector, 1, 3)
        );
        hospitals.scheduleGeneration(3, SALT);
    }

    function test_AScheduledGenerationCanBeCancelled() public {
        bytes memory notNext =
            abi.encodeWithSelector(AuthorizedHospitals.AuthorizedHospitals_GenerationNotNext.selector, 1, 2);
        _decide(ActionKind.CancelGeneration, abi.encode(uint32(2)));
        vm.expectRevert(notNext);
        hospitals.cancelGeneration(2, SALT);
        _deployGeneration(2);
        _publish(SALT);
        _decide(ActionKind.OpenGeneration, abi.encode(uint32(2)));
        hospitals.scheduleGeneration(2, SALT);
        _decide(ActionKind.CancelGeneration, abi.encode(uint32(3)));
        vm.expectPartialRevert(AuthorizedHospitals.AuthorizedHospitals_GenerationNotNext.selector);
        hospitals.cancelGeneration(3, SALT);
        _decide(ActionKind.CancelGeneration, abi.encode(uint32(2)));
        hospitals.cancelGeneration(2, SALT);
        vm.warp(START + 8 days);
        vm.expectPartialRevert(AuthorizedHospitals.AuthorizedHospitals_GenerationNotDue.selector);
        hospitals.openGeneration();
    }
}
