// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Access} from "../contracts/Access.sol";
import {AddressBook} from "../contracts/AddressBook.sol";
import {AuthorProof, PastProof} from "../contracts/AuthorCheck.sol";
import {AuthorParameters, ParameterTerms} from "../contracts/AuthorParameters.sol";
import {ActionKind, AuthorizedHospitals} from "../contracts/AuthorizedHospitals.sol";
import {DataRequest, ReceiptBatch} from "../contracts/DataRequest.sol";
import {Emergency, EmergencyTerms} from "../contracts/Emergency.sol";
import {Batch, Instance, Misbehaviour, PatientDigitalTwin} from "../contracts/PatientDigitalTwin.sol";
import {Approval, Circle, Recovery} from "../contracts/Recovery.sol";
import {ProxyTerms, Registration} from "../contracts/Registration.sol";
import {Storage} from "../contracts/Storage.sol";
import {CONTRIBUTE, Grant, READ} from "../contracts/Types.sol";
import {MapEntry, MapHead} from "../contracts/libraries/LaneMap.sol";
import {Authority} from "./utils/Authority.sol";
import {Consortium} from "./utils/Consortium.sol";

/// @dev What everybody follows are events: each is told when its thing happens, with its values. Branches: test/Events.tree
contract EventsTest is Consortium {
    bytes32 private constant SALT = keccak256("salt");
    bytes32 private constant STAFF = keccak256("staff:h1/doctor");
    uint256 private constant STAFF_KEY = uint256(keccak256("doctor"));
    uint256 private constant GUARDIAN = uint256(keccak256("guardian"));
    uint64 private constant NOW = uint64(START);
    address private patient;
    bytes32[] private none;

    function setUp() public override {
        super.setUp();
        _register(TWIN, PATIENT);
        patient = vm.addr(PATIENT);
    }

    function _decide(ActionKind kind, bytes memory payload) private returns (bytes32 action) {
        action = hospitals.actionDigest(kind, payload, SALT);
        _approve(0, action);
        _approve(1, action);
    }

    // ------------------------------------------------------------ the consortium

    function test_VotesAreTold() public {
        bytes32 action = hospitals.actionDigest(ActionKind.SetQuorum, abi.encode(uint8(70)), SALT);
        vm.expectEmit(address(hospitals));
        emit AuthorizedHospitals.ActionApproved(action, _hospital(1));
        _approve(1, action);
        _approve(2, action);
        // Whoever executes as an active hospital approves by it.
        vm.expectEmit(address(hospitals));
        emit AuthorizedHospitals.ActionApproved(action, _hospital(0));
        vm.expectEmit(address(hospitals));
        emit AuthorizedHospitals.ActionSpent(action);
        vm.expectEmit(address(hospitals));
        emit AuthorizedHospitals.QuorumChanged(70);
        vm.prank(_controller(0));
        hospitals.setQuorum(70, SALT);
    }

    function test_ChangesOfKeysAndParametersAreTold() public {
        _decide(ActionKind.RotateKey, abi.encode(_hospital(2), uint32(2), address(77)));
        bytes32 pointDigest = keccak256(Authority.point(Authority.identity(_name(2), 2)));
        vm.expectEmit(address(hospitals));
        emit AuthorizedHospitals.HospitalKeyRotated(_hospital(2), 2, address(77), pointDigest);
        hospitals.rotateKey(_hospital(2), 2, address(77), SALT);

        ParameterTerms memory other = Authority.otherParameters();
        _decide(ActionKind.RotateParameters, abi.encode(other));
        address next = vm.computeCreateAddress(address(hospitals), vm.getNonce(address(hospitals)));
        vm.expectEmit(address(hospitals));
        emit AuthorizedHospitals.ParametersPinned(2, other.digest, AuthorParameters(next));
        hospitals.rotateParameters(other, SALT);

        (, bytes memory Q) = AuthorParameters(next).authorPoint(_hospitalIdentity(0));
        vm.expectEmit(address(hospitals));
        emit AuthorizedHospitals.HospitalPointRefreshed(_hospital(0), 2, keccak256(Q));
        hospitals.refreshPoint(_hospital(0));

        (, Q) = AuthorParameters(next).authorPoint(Authority.identity(_patientName(TWIN), 1));
        vm.expectEmit(address(registration));
        emit Registration.PatientPointRefreshed(TWIN, 2, keccak256(Q));
        registration.refreshPoint(TWIN);
    }

    function test_GenerationsAreTold() public {
        _deployGeneration(2);
        _decide(ActionKind.Other, abi.encode(address(book), abi.encode(wiring)));
        vm.expectEmit(address(book));
        emit AddressBook.WiringPublished(2, wiring);
        book.publish(wiring, SALT);
        _decide(ActionKind.OpenGeneration, abi.encode(uint32(2)));
        vm.expectEmit(address(hospitals));
        emit AuthorizedHospitals.GenerationScheduled(2, uint40(START + 7 days));
        hospitals.scheduleGeneration(2, SALT);
        _decide(ActionKind.CancelGeneration, abi.encode(uint32(2)));
        vm.expectEmit(address(hospitals));
        emit AuthorizedHospitals.GenerationCancelled(2);
        hospitals.cancelGeneration(2, SALT);
        _schedule(2, "again");
        vm.warp(START + 7 days);
        vm.expectEmit(address(hospitals));
        emit AuthorizedHospitals.GenerationOpened(2);
        hospitals.openGeneration();
    }

    // ------------------------------------------------------------ the patient

    function test_ProxiesAreTold() public {
        ProxyTerms memory p = ProxyTerms({
            twinId: TWIN,
            proxy: address(5),
            powers: 3,
            scopes: _many(2),
            notBefore: 1,
            expiry: FOREVER,
            nonce: 0,
            deadline: NOW
        });
        vm.startPrank(patient);
        vm.expectEmit(address(registration));
        emit Registration.ProxyAppointed(TWIN, address(5), 3, 2, 1, FOREVER);
        registration.appointProxy(p, "");
        vm.expectEmit(address(registration));
        emit Registration.ProxyDismissed(TWIN, address(5));
        registration.dismissProxy(TWIN, address(5), 1, NOW, "");
    }

    function test_CustodyAndLinksAreTold() public {
        vm.expectEmit(address(registration));
        emit Registration.CustodianChanged(TWIN, 0);
        vm.prank(patient);
        registration.changeCustodian(TWIN, 0, 0, NOW, "", "");
        _register(OTHER_TWIN, PATIENT);
        (bytes32 first, bytes32 second) = TWIN < OTHER_TWIN ? (TWIN, OTHER_TWIN) : (OTHER_TWIN, TWIN);
        uint64 a = registration.twin(first).nonce;
        uint64 b = registration.twin(second).nonce;
        vm.startPrank(patient);
        vm.expectEmit(address(registration));
        emit Registration.TwinsLinked(first, second);
        registration.linkTwins(first, second, a, b, NOW, "", "");
        vm.expectEmit(address(registration));
        emit Registration.TwinsUnlinked(first, second);
        registration.unlinkTwins(second, first, b + 1, NOW, "");
    }

    function test_EndsOfGrantsAreTold() public {
        Grant memory g = _grantTerms(1, READ);
        g.expiry = NOW + 1 hours;
        bytes32 first = _grant(g);
        (, bytes32 second) = _grant(2, READ);
        vm.warp(START + 1 hours);
        vm.expectEmit(address(access));
        emit Access.Lapsed(TWIN, first);
        vm.expectEmit(address(access));
        emit Access.AccessNarrowed(TWIN, 2);
        access.settle(TWIN);
        vm.expectEmit(address(access));
        emit Access.Revoked(TWIN, second);
        vm.expectEmit(address(access));
        emit Access.AllRevoked(TWIN, 1);
        vm.expectEmit(address(access));
        emit Access.AccessNarrowed(TWIN, 3);
        vm.prank(patient);
        access.revokeAll(TWIN, 2, FOREVER, patient, "");
    }

    // ------------------------------------------------------------ recovery

    function _circle(uint8 threshold) private pure returns (Circle memory circle) {
        circle.guardians = new address[](1);
        circle.guardians[0] = vm.addr(GUARDIAN);
        circle.threshold = threshold;
        circle.delay = 3 days;
    }

    function _start(address control) private {
        Approval[] memory approvals = new Approval[](1);
        approvals[0].guardian = vm.addr(GUARDIAN);
        vm.prank(vm.addr(GUARDIAN));
        recovery.startRecovery(TWIN, control, FOREVER, approvals);
    }

    function test_GuardiansAreTold() public {
        Circle memory circle = _circle(1);
        vm.expectEmit(address(recovery));
        emit Recovery.GuardiansSet(TWIN, circle.guardians, 1, 3 days);
        vm.prank(patient);
        recovery.setGuardians(TWIN, circle, 0, NOW, "");
        circle.delay = 4 days;
        vm.expectEmit(address(recovery));
        emit Recovery.GuardianChangeScheduled(TWIN, circle.guardians, 1, 4 days, uint40(START + 3 days));
        vm.prank(patient);
        recovery.setGuardians(TWIN, circle, 1, NOW, "");
        vm.warp(START + 3 days);
        vm.expectEmit(address(recovery));
        emit Recovery.GuardiansSet(TWIN, circle.guardians, 1, 4 days);
        recovery.applyGuardians(TWIN);
    }

    function test_ChangesOfControlAreTold() public {
        vm.startPrank(patient);
        recovery.setGuardians(TWIN, _circle(1), 0, NOW, "");
        vm.expectEmit(address(recovery));
        emit Recovery.RotationScheduled(TWIN, address(9), uint40(START + 3 days));
        recovery.rotateControl(TWIN, address(9), 1, NOW, "");
        vm.expectEmit(address(recovery));
        emit Recovery.RotationCancelled(TWIN);
        recovery.cancelRotation(TWIN, 2, NOW, "");
        vm.stopPrank();

        Approval[] memory approvals = new Approval[](1);
        approvals[0].guardian = vm.addr(GUARDIAN);
        vm.prank(vm.addr(GUARDIAN));
        vm.expectEmit(address(recovery));
        emit Recovery.RecoveryStarted(TWIN, address(8), 0, uint40(START + 3 days));
        recovery.startRecovery(TWIN, address(8), NOW, approvals);
        vm.expectEmit(address(recovery));
        emit Recovery.RecoveryCancelled(TWIN, 0, false);
        vm.prank(patient);
        recovery.cancelRecovery(TWIN, 0, NOW, "");

        _start(address(8));
        _decide(ActionKind.Other, abi.encode(address(recovery), abi.encode(TWIN, uint64(1))));
        vm.expectEmit(address(recovery));
        emit Recovery.RecoveryCancelled(TWIN, 1, true);
        recovery.cancelRecoveryByQuorum(TWIN, 1, SALT);

        _start(address(8));
        vm.warp(START + 3 days);
        bytes32 pointDigest = keccak256(Authority.point(Authority.identity(_patientName(TWIN), 2)));
        vm.expectEmit(address(recovery));
        emit Recovery.RecoveryFinished(TWIN, address(8));
        vm.expectEmit(address(registration));
        emit Registration.ControlMoved(TWIN, address(8), 2, pointDigest);
        vm.expectEmit(address(access));
        emit Access.AccessNarrowed(TWIN, 2);
        recovery.finishRecovery(TWIN);
        assertEq(registration.twin(TWIN).controlSince, START + 3 days, "since when");
    }

    // ------------------------------------------------------------ emergencies

    function _openEmergency(bytes32 salt) private returns (bytes32) {
        EmergencyTerms memory t = EmergencyTerms({
            twinId: TWIN,
            hospital: _hospital(1),
            staff: STAFF,
            secondStaff: 0,
            scopes: _many(1),
            purpose: bytes32(uint256(9)),
            reason: keccak256("reason"),
            until: NOW + 4 hours,
            deadline: NOW,
            salt: salt
        });
        vm.prank(vm.addr(STAFF_KEY));
        return emergency.open(t, none, "", "");
    }

    function test_EmergenciesAreTold() public {
        vm.expectEmit(address(emergency));
        emit Emergency.ClinicianAuthorised(_hospital(1), STAFF, vm.addr(STAFF_KEY));
        vm.prank(_controller(1));
        emergency.authoriseClinician(_hospital(1), STAFF, vm.addr(STAFF_KEY));
        bytes32 first = _openEmergency(0);
        vm.expectEmit(address(access));
        emit Access.Revoked(TWIN, first);
        vm.expectEmit(address(emergency));
        emit Emergency.EmergencyClosed(TWIN, first);
        vm.prank(_controller(1));
        emergency.close(first);
        vm.expectEmit(address(emergency));
        emit Emergency.EmergencyReviewed(TWIN, first, keccak256("finding"));
        vm.prank(patient);
        emergency.review(first, keccak256("finding"), NOW, patient, "");

        // The first of sixteen gives way to the seventeenth.
        first = _openEmergency(bytes32(uint256(1)));
        for (uint256 i = 2; i < 17; ++i) {
            _openEmergency(bytes32(i));
        }
        vm.expectEmit(address(access));
        emit Access.Lapsed(TWIN, first);
        vm.expectEmit(address(access));
        emit Access.AccessNarrowed(TWIN, 3);
        _openEmergency(bytes32(uint256(17)));

        bytes32[] memory basics = _many(2);
        vm.expectEmit(address(emergency));
        emit Emergency.EmergencyPolicySet(TWIN, basics, _hospital(2));
        vm.prank(patient);
        emergency.setPolicy(TWIN, basics, _hospital(2), 0, NOW, patient, "");
    }

    // ------------------------------------------------------------ storage and receipts

    function test_DeletionsAreTold() public {
        vm.prank(patient);
        stores.requestErasure(TWIN, _hospital(0), 3, 0, NOW, patient, "");
        vm.expectEmit(address(stores));
        emit Storage.DeletionRecorded(TWIN, _hospital(0), 3, _hospital(1), keccak256("gone"));
        vm.prank(_controller(1));
        stores.recordDeletion(TWIN, _hospital(0), 3, _hospital(1), keccak256("gone"), NOW, _controller(1), "");
    }

    function test_AnswersAreTold() public {
        bytes32 receipt = sha256("receipt");
        bytes32 leaf = keccak256(abi.encodePacked(hex"00", receipt));
        ReceiptBatch memory b = ReceiptBatch({server: _hospital(1), number: 0, size: 1, root: leaf});
        requests.anchorReceipts(b, Authority.prove(_hospitalIdentity(1), requests.receiptsDigest(b), address(twins)));
        bytes32 digest = keccak256(abi.encodePacked(keccak256("TWINSEAL-V1-AUTHOR-RECEIPT"), receipt));
        AuthorProof memory p = Authority.prove(_hospitalIdentity(1), digest, address(twins));
        bytes32 id =
            requests.challenge(_hospital(1), receipt, PastProof({epoch: 1, parametersVersion: 1, X: p.X, v: p.v}));
        vm.expectEmit(address(requests));
        emit DataRequest.ChallengeAnswered(_hospital(1), receipt, 0, 0);
        requests.answer(id, b, 0, none);
    }

    // ------------------------------------------------------------ lanes

    function _oneLaneBatch(uint64 number, uint64 count) private returns (MapHead memory map, MapEntry memory entry) {
        entry.laneId = twins.laneId(TWIN, _hospital(0));
        entry.count = count;
        entry.mk = keccak256(abi.encode("mk", count));
        map.size = 1;
        map.head = keccak256(abi.encodePacked(hex"00", entry.laneId, entry.count, entry.mk));
        Batch memory b = Batch({authorId: _hospital(0), number: number, map: map, time: NOW});
        twins.anchorBatch(b, Authority.prove(_hospitalIdentity(0), twins.batchDigest(b), address(twins)));
    }

    function test_AdoptionAndMisbehaviourAreTold() public {
        _grant(0, CONTRIBUTE);
        (MapHead memory first, MapEntry memory a) = _oneLaneBatch(0, 5);
        vm.expectEmit(address(twins));
        emit PatientDigitalTwin.LaneAdopted(TWIN, _hospital(0), 5, a.mk);
        twins.adopt(TWIN, _hospital(0), first, a, none);
        (MapHead memory second, MapEntry memory b) = _oneLaneBatch(1, 4);
        bytes32 evidence = keccak256(
            abi.encode(Misbehaviour.HeadFell, keccak256(abi.encode(_hospital(0), uint64(0), uint64(1), a.laneId)))
        );
        vm.expectEmit(address(twins));
        emit PatientDigitalTwin.MisbehaviourProved(_hospital(0), Misbehaviour.HeadFell, evidence);
        twins.proveMisbehaviourByHeads(_hospital(0), 0, first, a, 1, second, b);
    }

    function test_ImportsAreTold() public {
        _grant(0, CONTRIBUTE);
        (MapHead memory map, MapEntry memory entry) = _oneLaneBatch(0, 5);
        twins.adopt(TWIN, _hospital(0), map, entry, none);
        vm.startPrank(patient);
        recovery.setGuardians(TWIN, _circle(1), 0, NOW, "");
        emergency.setPolicy(TWIN, _many(2), _hospital(2), 0, NOW, patient, "");
        vm.stopPrank();
        (, bytes32 mapRoot) = twins.latestBatch(_hospital(0));
        _nextGeneration();
        vm.expectEmit(address(registration));
        emit Registration.TwinImported(TWIN, 1);
        vm.expectEmit(address(recovery));
        emit Recovery.GuardiansSet(TWIN, _circle(1).guardians, 1, 3 days);
        vm.expectEmit(address(emergency));
        emit Emergency.EmergencyPolicyImported(TWIN, _words(_many(2)), _hospital(2));
        vm.expectEmit(address(access));
        emit Access.AccessNarrowed(TWIN, 2);
        registration.importTwin(TWIN);
        vm.expectEmit(address(twins));
        emit PatientDigitalTwin.LaneImported(TWIN, _hospital(0), 5, entry.mk);
        twins.importLane(TWIN, _hospital(0));
        vm.expectEmit(address(twins));
        emit PatientDigitalTwin.BatchesImported(_hospital(0), 1, mapRoot);
        twins.importBatches(_hospital(0));
    }
}
