// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Access, TwinAccess} from "../contracts/Access.sol";
import {AuthorProof} from "../contracts/AuthorCheck.sol";
import {Component} from "../contracts/Component.sol";
import {Contribution} from "../contracts/Contribution.sol";
import {Emergency, EmergencyTerms} from "../contracts/Emergency.sol";
import {Batch, Instance, PatientDigitalTwin} from "../contracts/PatientDigitalTwin.sol";
import {Circle, Recovery} from "../contracts/Recovery.sol";
import {ProxyTerms, Registration, TwinTerms} from "../contracts/Registration.sol";
import {Replica, Storage} from "../contracts/Storage.sol";
import {CONTRIBUTE, Grant, READ, Reason} from "../contracts/Types.sol";
import {MapEntry, MapHead} from "../contracts/libraries/LaneMap.sol";
import {Authority} from "./utils/Authority.sol";
import {Consortium} from "./utils/Consortium.sol";
import {Vm} from "./utils/Vm.sol";

/// @dev A second generation takes over from a first one that has state: docs/CONTRACTS.md, "Migration". Branches: test/Migration.tree
contract MigrationTest is Consortium {
    bytes32[] private leaves;
    bytes32[] private sources;
    Grant private reading;
    bytes32 private readingId;
    bytes32 private constant DOCTOR = keccak256("staff:h1/doctor");
    uint256 private constant DOCTOR_KEY = uint256(keccak256("doctor"));

    function setUp() public override {
        super.setUp();
        _register(TWIN, PATIENT);
        _grant(0, READ | CONTRIBUTE);
        (reading, readingId) = _grant(1, READ);
        (, bytes32 gone) = _grant(2, READ);
        _revoke(gone);
        for (uint64 n = 0; n < 3; ++n) {
            _anchorNext();
        }
        Circle memory circle;
        circle.guardians = new address[](1);
        circle.guardians[0] = address(11);
        circle.threshold = 1;
        circle.delay = 3 days;
        sources = _list(bytes32(uint256(3)));
        address patient = vm.addr(PATIENT);
        vm.startPrank(patient);
        recovery.setGuardians(TWIN, circle, 0, uint64(START), "");
        contribution.setSources(TWIN, _hospital(0), sources, 0, uint64(START), patient, "");
        emergency.setPolicy(TWIN, sources, _hospital(2), 0, uint64(START), patient, "");
        registration.appointProxy(
            ProxyTerms({
                twinId: TWIN,
                proxy: address(5),
                powers: 1,
                scopes: new bytes32[](0),
                notBefore: 0,
                expiry: FOREVER,
                nonce: 0,
                deadline: uint64(START)
            }),
            ""
        );
        stores.requestErasure(TWIN, _hospital(0), 2, 0, uint64(START), patient, "");
        vm.stopPrank();
        _link();
        vm.startPrank(_controller(1));
        emergency.authoriseClinician(_hospital(1), DOCTOR, vm.addr(DOCTOR_KEY));
        stores.recordReplica(
            Replica({
                twinId: TWIN,
                authorId: _hospital(0),
                holder: _hospital(1),
                count: 3,
                objects: keccak256("objects"),
                location: keccak256("location"),
                nonce: 0,
                deadline: uint64(START)
            }),
            _controller(1),
            ""
        );
        stores.recordDeletion(TWIN, _hospital(0), 2, _hospital(1), 0, uint64(START), _controller(1), "");
        vm.stopPrank();
        Batch memory b = Batch({
            authorId: _hospital(0), number: 0, map: MapHead({size: 1, head: keccak256("map")}), time: uint64(START)
        });
        twins.anchorBatch(b, Authority.prove(_hospitalIdentity(0), twins.batchDigest(b), address(twins)));
    }

    /// @dev Both twins are the patient's.
    function _link() private {
        _register(OTHER_TWIN, PATIENT);
        (bytes32 first, bytes32 second) = TWIN < OTHER_TWIN ? (TWIN, OTHER_TWIN) : (OTHER_TWIN, TWIN);
        uint64 a = registration.twin(first).nonce;
        uint64 b = registration.twin(second).nonce;
        vm.prank(vm.addr(PATIENT));
        registration.linkTwins(first, second, a, b, uint64(block.timestamp), "", "");
    }

    function _importAll() private {
        registration.importTwin(TWIN);
        registration.importTwin(OTHER_TWIN);
        twins.importLane(TWIN, _hospital(0));
        twins.importBatches(_hospital(0));
    }

    function _anchorNext() private {
        Instance memory i = _instance(_hospital(0), uint64(leaves.length));
        AuthorProof memory p = _prove(_hospitalIdentity(0), i);
        twins.anchor(i, _frontier(leaves, leaves.length), p.X, p.v, p.Q);
        leaves.push(_leaf(i));
    }

    function test_TheWholeStateGoesOn() public {
        TwinAccess memory before = access.state(TWIN);
        (, bytes32 mapRoot) = twins.latestBatch(_hospital(0));
        _nextGeneration();
        _importAll();

        assertEq(registration.controlOf(TWIN), vm.addr(PATIENT), "control");
        assertEq(registration.twin(TWIN).custodian, _hospital(0), "custodian");
        assertEq(recovery.circleOf(TWIN).guardians[0], address(11), "guardians");
        TwinAccess memory state = access.state(TWIN);
        assertEq(state.version, before.version + 1, "a new epoch");
        assertEq(state.nonce, before.nonce, "nonces go on");
        assertEq(access.liveGrants(TWIN).length, 2, "live grants");
        (bool permit,) = access.decide(_query(reading), reading);
        assertTrue(permit, "a grant goes on");
        (uint64 count, bytes32 mk) = twins.head(TWIN, _hospital(0));
        assertEq(count, 3, "lane");
        assertEq(mk, _mth(leaves), "head");
        (uint64 batches, bytes32 latest) = twins.latestBatch(_hospital(0));
        assertEq(batches, 1, "batches");
        assertEq(latest, mapRoot, "map");
        assertFalse(contribution.allows(TWIN, _hospital(0), bytes32(uint256(9)), sources), "sources");
        assertEq(emergency.policyOf(TWIN).recipient, _hospital(2), "policy");
        (, bool proxyLive) = registration.proxyOf(TWIN, address(5));
        assertFalse(proxyLive, "proxies are appointed anew");
        assertEq(registration.twin(TWIN).proxiesFrom, registration.twin(TWIN).nonce, "from here on");

        // And the lane grows under the new contract's domain, by the contribution right that came along.
        _anchorNext();
        (count,) = twins.head(TWIN, _hospital(0));
        assertEq(count, 4, "grows");
        _revoke(readingId);
        (permit,) = access.decide(_query(reading), reading);
        assertFalse(permit, "and can be ended");
    }

    function test_RevertWhen_ImportingTwiceOrNothing() public {
        _nextGeneration();
        registration.importTwin(TWIN);
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_TwinIdTaken.selector, TWIN));
        registration.importTwin(TWIN);
        bytes32 never = keccak256("never registered");
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_UnknownTwin.selector, never));
        registration.importTwin(never);
        twins.importLane(TWIN, _hospital(0));
        bytes memory nothing =
            abi.encodeWithSelector(PatientDigitalTwin.PatientDigitalTwin_NothingToImport.selector, _hospital(0));
        vm.expectRevert(nothing);
        twins.importLane(TWIN, _hospital(0));
        twins.importBatches(_hospital(0));
        vm.expectRevert(nothing);
        twins.importBatches(_hospital(0));
        nothing = abi.encodeWithSelector(PatientDigitalTwin.PatientDigitalTwin_NothingToImport.selector, _hospital(1));
        vm.expectRevert(nothing);
        twins.importLane(TWIN, _hospital(1));
        vm.expectRevert(nothing);
        twins.importBatches(_hospital(1));
    }

    function test_ATwinWithoutGuardiansIsImportedToo() public {
        _nextGeneration();
        vm.recordLogs();
        registration.importTwin(OTHER_TWIN);
        // And nothing is told of what it has not.
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            assertTrue(logs[i].topics[0] != Recovery.GuardiansSet.selector, "guardians told");
            assertTrue(logs[i].topics[0] != Emergency.EmergencyPolicyImported.selector, "policy told");
        }
        assertEq(recovery.circleOf(OTHER_TWIN).guardians.length, 0, "no guardians");
        assertEq(emergency.policyOf(OTHER_TWIN).nonce, 0, "no policy");
    }

    function test_RevertWhen_ThereIsNoPredecessorOrItIsStillOpen() public {
        vm.expectRevert(Component.Component_NoPredecessor.selector);
        registration.importTwin(TWIN);
        vm.expectRevert(Component.Component_NoPredecessor.selector);
        twins.importLane(TWIN, _hospital(0));
        _deployGeneration(2);
        bytes memory closed = abi.encodeWithSelector(Component.Component_GenerationClosed.selector, 2, 1);
        vm.expectRevert(closed);
        registration.importTwin(TWIN);
        vm.expectRevert(closed);
        twins.importLane(TWIN, _hospital(0));
        vm.expectRevert(closed);
        twins.importBatches(_hospital(0));
        bytes memory onlyFrom =
            abi.encodeWithSelector(Component.Component_OnlyFrom.selector, address(registration), address(this));
        vm.expectRevert(onlyFrom);
        emergency.importPolicy(TWIN, address(1));
    }

    /// @dev Between the opening of a generation and the import of a twin, its id is not free.
    function test_RevertWhen_SomebodyTakesATwinThatWaitsToBeImported() public {
        _nextGeneration();
        for (uint256 n = 0; n < 2; ++n) {
            TwinTerms memory terms = _twinTerms(TWIN, STRANGER);
            terms.deadline = FOREVER;
            vm.prank(vm.addr(STRANGER));
            vm.expectRevert(abi.encodeWithSelector(Registration.Registration_TwinIdTaken.selector, TWIN));
            registration.register(terms, new Grant[](0), "");
            // Nor where a whole generation passed it by.
            if (n == 0) _nextGeneration();
        }
        registration.importTwin(TWIN);
        assertEq(registration.controlOf(TWIN), vm.addr(PATIENT), "the patient's");
        TwinTerms memory fresh = _twinTerms(keccak256("a new one"), STRANGER);
        fresh.deadline = FOREVER;
        vm.prank(vm.addr(STRANGER));
        registration.register(fresh, new Grant[](0), "");
    }

    /// @dev A lane, or a hospital's batches, cannot begin again and so drop what was.
    function test_RevertWhen_ALaneOrMapBeginsAgain() public {
        _nextGeneration();
        registration.importTwin(TWIN);
        bytes memory importFirst =
            abi.encodeWithSelector(PatientDigitalTwin.PatientDigitalTwin_ImportFirst.selector, _hospital(0));
        Instance memory i = _instance(_hospital(0), 0);
        AuthorProof memory p = _prove(_hospitalIdentity(0), i);
        vm.expectRevert(importFirst);
        twins.anchor(i, new bytes32[](0), p.X, p.v, p.Q);
        MapEntry memory entry;
        entry.laneId = twins.laneId(TWIN, _hospital(0));
        entry.count = 1;
        bytes32 leaf = keccak256(abi.encodePacked(hex"00", entry.laneId, entry.count, entry.mk));
        Batch memory b = Batch({
            authorId: _hospital(0), number: 0, map: MapHead({size: 1, head: leaf}), time: uint64(block.timestamp)
        });
        p = Authority.prove(_hospitalIdentity(0), twins.batchDigest(b), address(twins));
        vm.expectRevert(importFirst);
        twins.anchorBatch(b, p);
        twins.importBatches(_hospital(0));
        b.number = 1;
        p = Authority.prove(_hospitalIdentity(0), twins.batchDigest(b), address(twins));
        twins.anchorBatch(b, p);
        vm.expectRevert(importFirst);
        twins.adopt(TWIN, _hospital(0), b.map, entry, new bytes32[](0));
        twins.importLane(TWIN, _hospital(0));
        _anchorNext();
        // Lanes and hospitals without a past need no import.
        b.authorId = _hospital(1);
        b.number = 0;
        twins.anchorBatch(b, Authority.prove(_hospitalIdentity(1), twins.batchDigest(b), address(twins)));
    }

    /// @dev Nobody imported anything while the second generation was open.
    function test_WhatAGenerationPassedByGoesOnInTheNext() public {
        _nextGeneration();
        _nextGeneration();
        _importAll();
        assertEq(recovery.circleOf(TWIN).guardians[0], address(11), "guardians");
        assertEq(emergency.policyOf(TWIN).recipient, _hospital(2), "policy");
        (bool permit,) = access.decide(_query(reading), reading);
        assertTrue(permit, "a grant goes on");
        _anchorNext();
        (uint64 count,) = twins.head(TWIN, _hospital(0));
        assertEq(count, 4, "the lane goes on");
        (count,) = twins.latestBatch(_hospital(0));
        assertEq(count, 1, "and the batches");
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_TwinIdTaken.selector, TWIN));
        registration.importTwin(TWIN);
    }

    /// @dev What nobody has to import because views look back, through as many generations as there are.
    function test_LinksSourcesTombstonesAndReplicasStayInForce() public {
        Contribution.Sources memory list = contribution.sourcesOf(TWIN, _hospital(0));
        for (uint256 n = 0; n < 2; ++n) {
            _nextGeneration();
            registration.importTwin(TWIN);
            registration.importTwin(OTHER_TWIN);
            assertTrue(registration.linked(TWIN, OTHER_TWIN), "link");
            assertFalse(contribution.allows(TWIN, _hospital(0), bytes32(uint256(9)), sources), "sources");
            assertEq(contribution.sourcesOf(TWIN, _hospital(0)).digest, list.digest, "list");
            assertTrue(contribution.allows(TWIN, _hospital(1), bytes32(uint256(9)), sources), "never limited");
            assertEq(stores.erasedAt(TWIN, _hospital(0), 2), START, "tombstone");
            assertEq(stores.erasedAt(TWIN, _hospital(0), 1), 0, "not erased");
            assertEq(stores.deletedBy(TWIN, _hospital(0), 2), 2, "deletion of h1");
            assertEq(stores.holdingOf(TWIN, _hospital(0), _hospital(1)).count, 3, "replica");
            assertEq(stores.holdingOf(TWIN, _hospital(0), _hospital(2)).count, 0, "no replica");
        }
        // What is said here goes before what was said there.
        address patient = vm.addr(PATIENT);
        uint64 time = uint64(block.timestamp);
        (bytes32 first, bytes32 second) = TWIN < OTHER_TWIN ? (TWIN, OTHER_TWIN) : (OTHER_TWIN, TWIN);
        uint64 a = registration.twin(first).nonce;
        uint64 b = registration.twin(second).nonce;
        vm.startPrank(patient);
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_AlreadyLinked.selector, first, second));
        registration.linkTwins(first, second, a, b, time, "", "");
        registration.unlinkTwins(first, second, a, time, "");
        contribution.setSources(TWIN, _hospital(0), new bytes32[](0), 0, time, patient, "");
        vm.expectRevert(abi.encodeWithSelector(Storage.Storage_AlreadyErased.selector, TWIN, _hospital(0), 2));
        stores.requestErasure(TWIN, _hospital(0), 2, 0, time, patient, "");
        stores.requestErasure(TWIN, _hospital(0), type(uint64).max, 0, time, patient, "");
        vm.stopPrank();
        assertFalse(registration.linked(TWIN, OTHER_TWIN), "unlinked");
        assertEq(contribution.sourcesOf(TWIN, _hospital(0)).version, 2, "versions go on");
        assertEq(stores.erasedAt(TWIN, _hospital(0), 1), time, "the whole lane");
        vm.prank(_controller(1));
        vm.expectRevert(abi.encodeWithSelector(Storage.Storage_AlreadyDeleted.selector, _hospital(1), 2));
        stores.recordDeletion(TWIN, _hospital(0), 2, _hospital(1), 0, time, _controller(1), "");
        vm.prank(_controller(2));
        stores.recordDeletion(TWIN, _hospital(0), 2, _hospital(2), 0, time, _controller(2), "");
        vm.prank(_controller(1));
        stores.recordReplica(
            Replica({
                twinId: TWIN,
                authorId: _hospital(0),
                holder: _hospital(1),
                count: 4,
                objects: 0,
                location: 0,
                nonce: 0,
                deadline: time
            }),
            _controller(1),
            ""
        );
        assertEq(stores.holdingOf(TWIN, _hospital(0), _hospital(1)).count, 4, "the later replica");
        assertEq(stores.deletedBy(TWIN, _hospital(0), 2), 6, "h1 and h2");
    }

    function _openEmergency(uint256 time, bytes32 salt) private returns (bytes32) {
        EmergencyTerms memory t = EmergencyTerms({
            twinId: TWIN,
            hospital: _hospital(1),
            staff: DOCTOR,
            secondStaff: 0,
            scopes: sources,
            purpose: bytes32(uint256(9)),
            reason: keccak256("unconscious"),
            until: uint64(time + 4 hours),
            deadline: FOREVER,
            salt: salt
        });
        vm.prank(vm.addr(DOCTOR_KEY));
        return emergency.open(t, sources, "", "");
    }

    /// @dev The notice of seven days is longer than any emergency, but one can be opened on the last day.
    function test_AnEmergencyGoesOnAndIsClosedAndReviewed() public {
        _deployGeneration(2);
        _publish("next generation");
        _schedule(2, "next generation");
        vm.warp(START + 7 days - 1 hours);
        (Access newAccess, Emergency newEmergency, Registration newRegistration) = (access, emergency, registration);
        (access, emergency) = (Access(book.wiringOf(1).access), Emergency(book.wiringOf(1).emergency));
        bytes32 first = _openEmergency(START + 7 days - 1 hours, 0);
        bytes32 second = _openEmergency(START + 7 days - 1 hours, bytes32(uint256(1)));
        (access, emergency) = (newAccess, newEmergency);
        vm.warp(START + 7 days);
        hospitals.openGeneration();
        newRegistration.importTwin(TWIN);
        assertEq(emergency.recordOf(first).openedAt, START + 7 days - 1 hours, "record");
        vm.prank(vm.addr(PATIENT));
        emergency.review(first, keccak256("justified"), FOREVER, vm.addr(PATIENT), "");
        assertEq(emergency.recordOf(first).review, keccak256("justified"), "finding");
        vm.prank(_controller(1));
        emergency.close(second);
        assertEq(access.liveGrants(TWIN).length, 3, "two grants and the other emergency");
        // And its clinicians can open another at once.
        _openEmergency(START + 7 days, bytes32(uint256(2)));
        vm.expectRevert(abi.encodeWithSelector(Emergency.Emergency_Unknown.selector, keccak256("none")));
        emergency.close(keccak256("none"));
        // Whoever is taken away here is not brought back by what was said there.
        vm.prank(_controller(1));
        emergency.authoriseClinician(_hospital(1), DOCTOR, address(0));
        assertEq(emergency.clinicianOf(_hospital(1), DOCTOR).key, address(0), "taken away");
    }

    /// @dev It does not know what the patient ended since.
    function test_RevertWhen_AClosedGenerationIsAskedToDecide() public {
        Access old = access;
        (bool permit, uint8 reason) = old.decide(_query(reading), reading);
        assertTrue(permit && reason == Reason.GRANTED, "while it is open");
        _nextGeneration();
        vm.expectRevert(abi.encodeWithSelector(Component.Component_GenerationClosed.selector, 1, 2));
        old.decide(_query(reading), reading);
    }
}
