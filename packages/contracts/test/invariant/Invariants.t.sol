// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Circle} from "../../contracts/Recovery.sol";
import {Grant, Query, READ} from "../../contracts/Types.sol";
import {Consortium} from "../utils/Consortium.sol";
import {Handler} from "./Handler.sol";

/// @dev The invariants of README.md beside this file.
contract InvariantsTest is Consortium {
    Handler private handler;
    address private guardian;

    function setUp() public override {
        super.setUp();
        _register(TWIN, PATIENT);
        guardian = vm.addr(uint256(keccak256("guardian")));
        Circle memory circle;
        circle.guardians = new address[](1);
        circle.guardians[0] = guardian;
        circle.threshold = 1;
        circle.delay = 1 days;
        vm.prank(vm.addr(PATIENT));
        recovery.setGuardians(TWIN, circle, 0, uint64(START), "");
        handler = new Handler(wiring, guardian);
        handler.begin();
    }

    /// @dev forge reads this: only the handler's own moves are made.
    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function _queryOf(Grant memory g) private pure returns (Query memory) {
        return Query({
            twinId: g.twinId,
            hospital: g.hospital,
            staff: g.staff,
            scopes: g.scopes,
            purpose: g.purposes[0],
            operation: READ
        });
    }

    function _checkDecisions() private {
        uint256 time = handler.time();
        vm.warp(time);
        for (uint256 i = 0; i < handler.ghostCount(); ++i) {
            Handler.Ghost memory g = handler.ghost(i);
            bool expected = !g.ended && g.terms.operations & READ != 0 && time >= g.terms.notBefore
                && time < g.terms.expiry && hospitals.isActive(g.terms.hospital);
            (bool permit,) = access.decide(_queryOf(g.terms), g.terms);
            assertTrue(permit == expected, "a decision is what the ghost store says");
        }
    }

    function invariant_NoReadWithoutALiveGrantOrOpenEmergency() public {
        _checkDecisions();
        Grant memory nothing;
        for (uint256 i = 0; i < 3; ++i) {
            Query memory q = Query({
                twinId: TWIN,
                hospital: handler.hospitalId(i),
                staff: 0,
                scopes: _list(bytes32(uint256(1))),
                purpose: bytes32(uint256(7)),
                operation: READ
            });
            (bool permit,) = access.decide(q, nothing);
            assertFalse(permit, "no grant, no read");
        }
    }

    function invariant_WhatIsRecordedIsWhatTheGrantsSay() public view {
        assertEq(handler.wrongDecisions(), 0, "recorded decisions");
    }

    function invariant_LanesAreGapFreeAndAppendOnly() public view {
        for (uint256 i = 0; i < 3; ++i) {
            bytes32[] memory leaves = handler.leavesOf(i);
            (uint64 count, bytes32 mk) = twins.head(TWIN, handler.hospitalId(i));
            assertEq(count, leaves.length, "length");
            assertEq(mk, handler.mth(leaves, 0, leaves.length), "head");
        }
    }

    function invariant_NobodyWritesAsAnother() public view {
        assertEq(handler.forgeriesThrough(), 0, "forgeries");
    }

    function invariant_AnEndedGrantNeverDecidesYes() public {
        // also later
        uint256 time = handler.time();
        for (uint256 i = 0; i < handler.ghostCount(); ++i) {
            Handler.Ghost memory g = handler.ghost(i);
            if (!g.ended) continue;
            for (uint256 later = 0; later < 3; ++later) {
                vm.warp(time + later * 5 days);
                (bool permit,) = access.decide(_queryOf(g.terms), g.terms);
                assertFalse(permit, "ended is ended");
            }
        }
        vm.warp(time);
    }

    function invariant_AStaleVersionNeverAnchors() public view {
        assertEq(handler.staleThrough(), 0, "stale anchors");
    }

    function invariant_NoncesAreUsedOnce() public view {
        assertEq(handler.replaysThrough(), 0, "replays");
        assertEq(access.state(TWIN).nonce, handler.consents(), "as many nonces as consents");
    }

    function invariant_GuardiansNeverConsent() public view {
        assertEq(handler.guardianConsentsThrough(), 0, "guardians");
    }

    function invariant_TheVersionNeverFalls() public view {
        (uint64 version,) = access.accessVersion(TWIN);
        assertEq(version, handler.highestVersion(), "never below what was seen");
        assertTrue(version >= 1 + handler.narrowed(), "every narrowing counted");
    }

    // ------------------------------------------------------------ the handler is not idle

    /// @dev forge calls this after each random sequence.
    function afterInvariant() public view {
        uint256 through = handler.anchors() + handler.emergencies() + handler.permits() + handler.revocations();
        uint256 tried = handler.forgeriesTried() + handler.replaysTried() + handler.guardianConsentsTried();
        assertTrue(through > 0 && tried > 0, "a sequence in which nothing went through and nothing was tried");
    }

    function test_TheHandlerReachesItsAims() public {
        for (uint256 i = 0; i < 60; ++i) {
            uint256 seed = uint256(keccak256(abi.encode(i)));
            handler.grant(seed);
            handler.settle();
            handler.anchor(seed >> 1);
            handler.anchor(seed >> 2);
            handler.forge(seed);
            handler.breakGlass(seed);
            handler.replay(seed);
            handler.request(seed >> 3);
            if (i % 3 == 0) handler.revoke(seed);
            handler.wait(seed % 1 days);
            handler.guardianConsents(seed);
            if (i % 10 == 0) handler.recover(seed << 2);
            if (i % 7 == 0) handler.suspend(seed);
            if (i % 7 == 3) handler.resume(seed);
        }
        assertTrue(handler.anchors() > 10, "anchors");
        assertTrue(handler.grants() > 20, "grants");
        assertTrue(handler.revocations() > 3, "revocations");
        assertTrue(handler.emergencies() > 10, "emergencies");
        assertTrue(handler.suspensions() > 2, "suspensions");
        assertTrue(handler.recoveries() > 1, "recoveries");
        assertTrue(handler.permits() > 5 && handler.refusals() > 5, "decisions of both kinds");
        assertTrue(handler.forgeriesTried() > 3, "forgeries that only the proof stood against");
        assertTrue(handler.staleTried() > 3, "stale anchors that only the version stood against");
        assertTrue(handler.replaysTried() > 3, "replays that only the nonce stood against");
        assertTrue(handler.guardianConsentsTried() > 10, "guardians' consents");
        invariant_NoReadWithoutALiveGrantOrOpenEmergency();
        invariant_WhatIsRecordedIsWhatTheGrantsSay();
        invariant_LanesAreGapFreeAndAppendOnly();
        invariant_NobodyWritesAsAnother();
        invariant_AnEndedGrantNeverDecidesYes();
        invariant_AStaleVersionNeverAnchors();
        invariant_NoncesAreUsedOnce();
        invariant_GuardiansNeverConsent();
        invariant_TheVersionNeverFalls();
    }
}
