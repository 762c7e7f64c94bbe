// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Access, TwinAccess} from "../contracts/Access.sol";
import {AuthorProof} from "../contracts/AuthorCheck.sol";
import {Component} from "../contracts/Component.sol";
import {Contribution} from "../contracts/Contribution.sol";
import {Emergency} from "../contracts/Emergency.sol";
import {Instance, PatientDigitalTwin} from "../contracts/PatientDigitalTwin.sol";
import {Circle, Recovery} from "../contracts/Recovery.sol";
import {ProxyTerms, Registration} from "../contracts/Registration.sol";
import {CONTRIBUTE, Grant, READ} from "../contracts/Types.sol";
import {MapHead} from "../contracts/libraries/LaneMap.sol";
import {Batch} from "../contracts/PatientDigitalTwin.sol";
import {Authority} from "./utils/Authority.sol";
import {Consortium} from "./utils/Consortium.sol";

/// @dev A second generation takes over from a first one that has state: docs/CONTRACTS.md, "Migration". Branches: test/Migration.tree
contract MigrationTest is Consortium {
    bytes32[] private leaves;
    bytes32[] private sources;
    Grant private reading;
    bytes32 private readingId;

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
        vm.stopPrank();
        Batch memory b = Batch({
            authorId: _hospital(0), number: 0, map: MapHead({size: 1, head: keccak256("map")}), time: uint64(START)
        });
        twins.anchorBatch(b, Authority.prove(_hospitalIdentity(0), twins.batchDigest(b), address(twins)));
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
        registration.importTwin(TWIN);
        twins.importLane(TWIN, _hospital(0));
        twins.importBatches(_hospital(0));
        contribution.importSources(TWIN, _hospital(0));
        emergency.importPolicy(TWIN);

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
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_UnknownTwin.selector, OTHER_TWIN));
        registration.importTwin(OTHER_TWIN);
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
        contribution.importSources(TWIN, _hospital(0));
        vm.expectRevert(abi.encodeWithSelector(Contribution.Contribution_NothingToImport.selector, TWIN, _hospital(0)));
        contribution.importSources(TWIN, _hospital(0));
        vm.expectRevert(abi.encodeWithSelector(Contribution.Contribution_NothingToImport.selector, TWIN, _hospital(1)));
        contribution.importSources(TWIN, _hospital(1));
        emergency.importPolicy(TWIN);
        vm.expectRevert(abi.encodeWithSelector(Emergency.Emergency_NothingToImport.selector, TWIN));
        emergency.importPolicy(TWIN);
        vm.expectRevert(abi.encodeWithSelector(Emergency.Emergency_NothingToImport.selector, OTHER_TWIN));
        emergency.importPolicy(OTHER_TWIN);
    }

    function test_ATwinWithoutGuardiansIsImportedToo() public {
        _register(OTHER_TWIN, OTHER_PATIENT);
        _nextGeneration();
        registration.importTwin(OTHER_TWIN);
        assertEq(recovery.circleOf(OTHER_TWIN).guardians.length, 0, "none");
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
        vm.expectRevert(closed);
        contribution.importSources(TWIN, _hospital(0));
        vm.expectRevert(closed);
        emergency.importPolicy(TWIN);
    }
}
