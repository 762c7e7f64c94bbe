// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AuthorCheck, AuthorProof, PastProof} from "../contracts/AuthorCheck.sol";
import {Component} from "../contracts/Component.sol";
import {Challenge, ChallengeStatus, DataRequest, Decision, ReceiptBatch, Request} from "../contracts/DataRequest.sol";
import {Grant, READ, Reason, Status} from "../contracts/Types.sol";
import {Consents} from "../contracts/libraries/Consents.sol";
import {Lists} from "../contracts/libraries/Lists.sol";
import {Authority} from "./utils/Authority.sol";
import {Consortium} from "./utils/Consortium.sol";

/// @dev Branches: test/DataRequest.tree
contract DataRequestTest is Consortium {
    string private constant DOMAIN = "Twinseal DataRequest";

    function setUp() public override {
        super.setUp();
        _register(TWIN, PATIENT);
    }

    function _requestFor(Grant memory g) private view returns (Request memory) {
        return Request({
            twinId: g.twinId,
            hospital: g.hospital,
            staff: 0,
            scopes: g.scopes,
            purpose: g.purposes[0],
            operation: READ,
            deadline: uint64(block.timestamp),
            salt: 0
        });
    }

    function _requestHash(Request memory r, bytes32 grantId) private pure returns (bytes32) {
        return keccak256(
            abi.encode(
                keccak256(
                    "DataRequest(bytes32 twinId,bytes32 hospital,bytes32 staff,bytes32[] scopes,bytes32 purpose,uint8 operation,uint64 deadline,bytes32 salt,bytes32 grantId)"
                ),
                r.twinId,
                r.hospital,
                r.staff,
                _words(r.scopes),
                r.purpose,
                r.operation,
                r.deadline,
                r.salt,
                grantId
            )
        );
    }

    function _ask(uint256 i, Request memory r, Grant memory g) private returns (bytes32 id, bool permit, uint8 reason) {
        vm.prank(_controller(i));
        return requests.request(r, g, _controller(i), "");
    }

    // ------------------------------------------------------------ requests

    function test_ARequestAndItsDecisionAreRecorded() public {
        (Grant memory g, bytes32 grantId) = _grant(1, READ);
        Request memory r = _requestFor(g);
        bytes memory signature = _sign(_controllerKey(1), DOMAIN, address(requests), _requestHash(r, grantId));
        bytes32 requestId =
            keccak256(abi.encodePacked(hex"1901", _separator(DOMAIN, address(requests)), _requestHash(r, grantId)));
        assertEq(requests.requestIdOf(r, grantId), requestId, "request id");
        assertFalse(requests.decision(requestId).decided, "not yet");
        vm.expectEmit(address(requests));
        emit DataRequest.DataRequested(
            requestId, TWIN, _hospital(1), 0, r.scopes, r.purpose, READ, r.deadline, _controller(1)
        );
        vm.expectEmit(address(requests));
        emit DataRequest.RequestDecided(requestId, TWIN, true, Reason.GRANTED, grantId, 1);
        requests.request(r, g, _controller(1), signature);
        Decision memory d = requests.decision(requestId);
        assertTrue(d.decided && d.permit && d.reason == Reason.GRANTED, "decision");
        assertEq(d.accessVersion, 1, "version");
        assertEq(d.blockNumber, block.number, "block");
        assertEq(d.time, START, "time");
    }

    function test_ARefusalIsAnAnswer() public {
        (Grant memory g, bytes32 grantId) = _grant(1, READ);
        _revoke(grantId);
        Request memory r = _requestFor(g);
        (bytes32 id, bool permit, uint8 reason) = _ask(1, r, g);
        assertFalse(permit, "refused");
        assertEq(reason, Reason.REVOKED, "reason");
        assertTrue(requests.decision(id).decided, "recorded");
        Grant memory nothing;
        r.hospital = _hospital(2);
        (, permit, reason) = _ask(2, r, nothing);
        assertEq(reason, Reason.NO_GRANT, "no grant");
        r = _requestFor(g);
        r.salt = bytes32(uint256(1));
        r.deadline = uint64(START - 1);
        (, permit, reason) = _ask(1, r, g);
        assertEq(reason, Reason.DEADLINE_PASSED, "too late");
        r = _requestFor(g);
        r.twinId = OTHER_TWIN;
        (, permit, reason) = _ask(1, r, g);
        assertEq(reason, Reason.UNKNOWN_TWIN, "unknown twin");
    }

    function test_ASuspendedOrUnknownHospitalIsRefusedOnRecord() public {
        (Grant memory g,) = _grant(1, READ);
        Request memory r = _requestFor(g);
        _suspendHospital(1, 0);
        (,, uint8 reason) = _ask(1, r, g);
        assertEq(reason, Reason.HOSPITAL_NOT_ADMITTED, "suspended");
        r.hospital = _hospital(9);
        bool permit;
        (, permit, reason) = requests.request(r, g, address(this), "");
        assertFalse(permit, "unknown");
        assertEq(reason, Reason.HOSPITAL_NOT_ADMITTED, "unknown");
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        r.salt = bytes32(uint256(1));
        requests.request(r, g, address(1), "");
    }

    /// @dev Whoever sees a request in flight cannot have a refusal recorded in its place by bringing no grant, or another.
    function test_RevertWhen_ARelayBringsAnotherGrant() public {
        (Grant memory g, bytes32 grantId) = _grant(1, READ);
        Request memory r = _requestFor(g);
        bytes memory signature = _sign(_controllerKey(1), DOMAIN, address(requests), _requestHash(r, grantId));
        Grant memory none;
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        requests.request(r, none, _controller(1), signature);
        Grant memory other = _grantTerms(1, READ);
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        requests.request(r, other, _controller(1), signature);
        (, bool permit,) = requests.request(r, g, _controller(1), signature);
        assertTrue(permit, "the one that was meant");
    }

    function test_RevertWhen_TheRequestIsNotTheHospitals() public {
        (Grant memory g, bytes32 grantId) = _grant(1, READ);
        Request memory r = _requestFor(g);
        vm.expectRevert(
            abi.encodeWithSelector(DataRequest.DataRequest_NotTheController.selector, _hospital(1), address(this))
        );
        requests.request(r, g, address(this), "");
        bytes memory foreign = _sign(_controllerKey(2), DOMAIN, address(requests), _requestHash(r, grantId));
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        requests.request(r, g, _controller(1), foreign);
    }

    function test_RevertWhen_ARequestIsRepeated() public {
        (Grant memory g,) = _grant(1, READ);
        Request memory r = _requestFor(g);
        (bytes32 id,,) = _ask(1, r, g);
        vm.prank(_controller(1));
        vm.expectRevert(abi.encodeWithSelector(DataRequest.DataRequest_AlreadyDecided.selector, id));
        requests.request(r, g, _controller(1), "");
        r.salt = bytes32(uint256(1));
        _ask(1, r, g);
    }

    function test_RevertWhen_ScopesAreOutOfOrder() public {
        (Grant memory g,) = _grant(1, READ);
        Request memory r = _requestFor(g);
        r.scopes = new bytes32[](0);
        vm.expectRevert(abi.encodeWithSelector(Lists.Lists_LengthOutOfRange.selector, 0));
        requests.request(r, g, _controller(1), "");
        r.scopes = _many(65);
        vm.expectRevert(abi.encodeWithSelector(Lists.Lists_LengthOutOfRange.selector, 65));
        requests.request(r, g, _controller(1), "");
        r.scopes = _list(bytes32(uint256(3)), bytes32(uint256(3)));
        vm.expectRevert(abi.encodeWithSelector(Lists.Lists_Unsorted.selector, 1));
        requests.request(r, g, _controller(1), "");
    }

    // ------------------------------------------------------------ receipts

    function _receipts(uint256 n) private pure returns (bytes32[] memory digests, bytes32[] memory leaves) {
        digests = new bytes32[](n);
        leaves = new bytes32[](n);
        for (uint256 i = 0; i < n; ++i) {
            digests[i] = sha256(abi.encode("receipt", i));
            leaves[i] = keccak256(abi.encodePacked(hex"00", digests[i]));
        }
    }

    function _receiptBatch(uint256 h, uint64 number, bytes32[] memory leaves)
        private
        pure
        returns (ReceiptBatch memory)
    {
        return ReceiptBatch({server: _hospital(h), number: number, size: uint32(leaves.length), root: _mth(leaves)});
    }

    function _signReceipts(uint256 h, ReceiptBatch memory b) private view returns (AuthorProof memory) {
        bytes32 leaf = keccak256(abi.encodePacked(hex"00", b.server, b.number, b.size, b.root));
        bytes32 digest = keccak256(abi.encodePacked(keccak256("TWINSEAL-V1-AUTHOR-RECEIPTS"), leaf));
        return Authority.prove(_hospitalIdentity(h), digest, address(twins));
    }

    function _signReceipt(uint256 h, bytes32 receiptDigest) private view returns (PastProof memory) {
        bytes32 digest = keccak256(abi.encodePacked(keccak256("TWINSEAL-V1-AUTHOR-RECEIPT"), receiptDigest));
        AuthorProof memory p = Authority.prove(_hospitalIdentity(h), digest, address(twins));
        return PastProof({epoch: 1, parametersVersion: 1, X: p.X, v: p.v});
    }

    function test_AnchorReceipts() public {
        (, bytes32[] memory leaves) = _receipts(5);
        ReceiptBatch memory b = _receiptBatch(1, 0, leaves);
        AuthorProof memory p = _signReceipts(1, b);
        vm.expectEmit(address(requests));
        emit DataRequest.ReceiptsAnchored(_hospital(1), 0, 5, b.root);
        requests.anchorReceipts(b, p);
        assertEq(requests.receiptBatchesOf(_hospital(1)), 1, "count");
    }

    function test_RevertWhen_ReceiptsAreOutOfOrder() public {
        (, bytes32[] memory leaves) = _receipts(5);
        ReceiptBatch memory b = _receiptBatch(1, 1, leaves);
        AuthorProof memory p = _signReceipts(1, b);
        vm.expectRevert(abi.encodeWithSelector(DataRequest.DataRequest_WrongBatchNumber.selector, 0, 1));
        requests.anchorReceipts(b, p);
        b.size = 0;
        vm.expectRevert(abi.encodeWithSelector(DataRequest.DataRequest_ReceiptsOutOfRange.selector, 65_536, 0));
        requests.anchorReceipts(b, p);
        b.size = 65_537;
        vm.expectRevert(abi.encodeWithSelector(DataRequest.DataRequest_ReceiptsOutOfRange.selector, 65_536, 65_537));
        requests.anchorReceipts(b, p);
        b = _receiptBatch(1, 0, leaves);
        p = _signReceipts(2, b);
        vm.expectPartialRevert(AuthorCheck.AuthorCheck_ForeignPoint.selector);
        requests.anchorReceipts(b, p);
        p = _signReceipts(1, b);
        b.server = _hospital(9);
        vm.expectRevert(abi.encodeWithSelector(AuthorCheck.AuthorCheck_NotAdmitted.selector, _hospital(9), Status.None));
        requests.anchorReceipts(b, p);
        b.server = _hospital(1);
        b.root = keccak256("other");
        vm.expectPartialRevert(AuthorCheck.AuthorCheck_ProofInvalid.selector);
        requests.anchorReceipts(b, p);
    }

    /// @dev It owes them all the same.
    function test_ASuspendedHospitalStillAccountsForWhatItReleased() public {
        (bytes32[] memory digests, bytes32[] memory leaves) = _receipts(5);
        bytes32 id = requests.challenge(_hospital(1), digests[3], _signReceipt(1, digests[3]));
        _suspendHospital(1, 0);
        ReceiptBatch memory b = _receiptBatch(1, 0, leaves);
        requests.anchorReceipts(b, _signReceipts(1, b));
        requests.answer(id, b, 3, _path(leaves, 3));
        assertEq(uint256(requests.challengeOf(id).status), uint256(ChallengeStatus.Answered), "answered");
    }

    // ------------------------------------------------------------ challenges

    function test_AChallengeIsAnsweredByAnyone() public {
        (bytes32[] memory digests, bytes32[] memory leaves) = _receipts(5);
        ReceiptBatch memory b = _receiptBatch(1, 0, leaves);
        PastProof memory signed = _signReceipt(1, digests[3]);
        vm.expectEmit(address(requests));
        emit DataRequest.ReceiptChallenged(_hospital(1), digests[3], uint40(START + 3 days));
        bytes32 id = requests.challenge(_hospital(1), digests[3], signed);
        assertEq(id, requests.challengeIdOf(_hospital(1), digests[3]), "id");
        // The server anchors only now, in time.
        requests.anchorReceipts(b, _signReceipts(1, b));
        vm.warp(START + 3 days);
        bytes32[] memory path = _path(leaves, 3);
        vm.prank(address(1));
        requests.answer(id, b, 3, path);
        Challenge memory c = requests.challengeOf(id);
        assertEq(uint256(c.status), uint256(ChallengeStatus.Answered), "answered");
        vm.expectRevert(
            abi.encodeWithSelector(DataRequest.DataRequest_AlreadyChallenged.selector, id, ChallengeStatus.Answered)
        );
        requests.challenge(_hospital(1), digests[3], signed);
        vm.expectRevert(
            abi.encodeWithSelector(DataRequest.DataRequest_ChallengeNotOpen.selector, id, ChallengeStatus.Answered)
        );
        requests.proveOmission(id);
        vm.expectRevert(
            abi.encodeWithSelector(DataRequest.DataRequest_ChallengeNotOpen.selector, id, ChallengeStatus.Answered)
        );
        requests.answer(id, b, 3, path);
    }

    function test_AnUnansweredChallengeProvesTheOmission() public {
        (bytes32[] memory digests, bytes32[] memory leaves) = _receipts(5);
        bytes32 id = requests.challenge(_hospital(1), digests[0], _signReceipt(1, digests[0]));
        vm.warp(START + 3 days);
        vm.expectRevert(
            abi.encodeWithSelector(DataRequest.DataRequest_WindowOpen.selector, START + 3 days, START + 3 days)
        );
        requests.proveOmission(id);
        vm.warp(START + 3 days + 1);
        // Too late to answer.
        ReceiptBatch memory b = _receiptBatch(1, 0, leaves);
        requests.anchorReceipts(b, _signReceipts(1, b));
        bytes32[] memory path = _path(leaves, 0);
        vm.expectRevert(
            abi.encodeWithSelector(DataRequest.DataRequest_ChallengeNotOpen.selector, id, ChallengeStatus.Open)
        );
        requests.answer(id, b, 0, path);
        vm.expectEmit(address(requests));
        emit DataRequest.OmissionProved(_hospital(1), digests[0]);
        requests.proveOmission(id);
        vm.expectRevert(
            abi.encodeWithSelector(DataRequest.DataRequest_ChallengeNotOpen.selector, id, ChallengeStatus.Omitted)
        );
        requests.proveOmission(id);
    }

    function test_RevertWhen_TheChallengedReceiptIsNotGenuine() public {
        (bytes32[] memory digests,) = _receipts(2);
        PastProof memory p = _signReceipt(2, digests[0]);
        vm.expectPartialRevert(AuthorCheck.AuthorCheck_ProofInvalid.selector);
        requests.challenge(_hospital(1), digests[0], p);
        p = _signReceipt(1, digests[0]);
        vm.expectPartialRevert(AuthorCheck.AuthorCheck_ProofInvalid.selector);
        requests.challenge(_hospital(1), digests[1], p);
        p.epoch = 2;
        vm.expectRevert(abi.encodeWithSelector(AuthorCheck.AuthorCheck_EpochUnknown.selector, _hospital(1), 1, 2));
        requests.challenge(_hospital(1), digests[0], p);
        p.epoch = 1;
        p.parametersVersion = 0;
        vm.expectRevert(abi.encodeWithSelector(AuthorCheck.AuthorCheck_ParametersUnknown.selector, 0));
        requests.challenge(_hospital(1), digests[0], p);
    }

    function test_RevertWhen_TheAnswerIsNoAnswer() public {
        (bytes32[] memory digests, bytes32[] memory leaves) = _receipts(5);
        ReceiptBatch memory b = _receiptBatch(1, 0, leaves);
        requests.anchorReceipts(b, _signReceipts(1, b));
        bytes32 id = requests.challenge(_hospital(1), digests[3], _signReceipt(1, digests[3]));
        bytes32[] memory path = _path(leaves, 2);
        vm.expectRevert(abi.encodeWithSelector(DataRequest.DataRequest_NotInBatch.selector, digests[3], 2));
        requests.answer(id, b, 2, path);
        path = _path(leaves, 3);
        b.number = 1;
        vm.expectRevert(
            abi.encodeWithSelector(
                DataRequest.DataRequest_NotThatBatch.selector, 0, keccak256(abi.encode(b.size, b.root))
            )
        );
        requests.answer(id, b, 3, path);
        b.number = 0;
        b.size = 6;
        vm.expectPartialRevert(DataRequest.DataRequest_NotThatBatch.selector);
        requests.answer(id, b, 3, path);
        vm.expectRevert(
            abi.encodeWithSelector(DataRequest.DataRequest_ChallengeNotOpen.selector, 0, ChallengeStatus.None)
        );
        requests.answer(0, b, 3, path);
    }

    function test_RevertWhen_TheGenerationIsClosed() public {
        DataRequest old = requests;
        (Grant memory g,) = _grant(1, READ);
        Request memory r = _requestFor(g);
        _nextGeneration();
        vm.expectRevert(abi.encodeWithSelector(Component.Component_GenerationClosed.selector, 1, 2));
        old.request(r, g, _controller(1), "");
    }

    /// @dev What was signed for a generation is owed there, also after another one took over.
    function test_ReceiptsOfAClosedGenerationAreStillAnchoredAndChallenged() public {
        DataRequest old = requests;
        (bytes32[] memory digests, bytes32[] memory leaves) = _receipts(2);
        ReceiptBatch memory b = _receiptBatch(1, 0, leaves);
        AuthorProof memory p = _signReceipts(1, b);
        PastProof memory first = _signReceipt(1, digests[0]);
        bytes32 missing = sha256("another receipt");
        PastProof memory second = _signReceipt(1, missing);
        _nextGeneration();
        bytes32 id = old.challenge(_hospital(1), digests[0], first);
        bytes32 other = old.challenge(_hospital(1), missing, second);
        old.anchorReceipts(b, p);
        old.answer(id, b, 0, _path(leaves, 0));
        vm.warp(block.timestamp + 3 days + 1);
        old.proveOmission(other);
        assertEq(uint256(old.challengeOf(id).status), uint256(ChallengeStatus.Answered), "answered");
        assertEq(uint256(old.challengeOf(other).status), uint256(ChallengeStatus.Omitted), "omitted");
    }
}
