// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Component} from "../contracts/Component.sol";
import {Contribution} from "../contracts/Contribution.sol";
import {Registration} from "../contracts/Registration.sol";
import {SourceList} from "../contracts/Types.sol";
import {Consents} from "../contracts/libraries/Consents.sol";
import {Lists} from "../contracts/libraries/Lists.sol";
import {Consortium} from "./utils/Consortium.sol";

/// @dev Branches: test/Contribution.tree
contract ContributionTest is Consortium {
    bytes32[] private sources;

    function setUp() public override {
        super.setUp();
        _register(TWIN, PATIENT);
        sources = _list(bytes32(uint256(3)), bytes32(uint256(4)));
    }

    function _now() private view returns (uint64) {
        return uint64(block.timestamp);
    }

    function _set(bytes32[] memory list) private {
        uint64 nonce = contribution.nonceOf(TWIN);
        vm.prank(vm.addr(PATIENT));
        contribution.setSources(TWIN, _hospital(0), list, nonce, _now(), vm.addr(PATIENT), "");
    }

    function test_ALaneWithoutAListIsNotLimited() public view {
        assertTrue(contribution.allows(TWIN, _hospital(0), bytes32(uint256(9)), sources), "anything");
        assertEq(contribution.sourcesOf(TWIN, _hospital(0)).version, 0, "version");
    }

    function test_SetSourcesByRelayedSignature() public {
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256("SetSources(bytes32 twinId,bytes32 authorId,bytes32[] sources,uint64 nonce,uint64 deadline)"),
                TWIN,
                _hospital(0),
                _words(sources),
                uint64(0),
                _now()
            )
        );
        bytes memory signature = _sign(PATIENT, "Twinseal Contribution", address(contribution), structHash);
        address patient = vm.addr(PATIENT);
        vm.expectEmit(address(contribution));
        emit Contribution.SourcesSet(TWIN, _hospital(0), 1, sources);
        contribution.setSources(TWIN, _hospital(0), sources, 0, _now(), patient, signature);
        assertTrue(contribution.allows(TWIN, _hospital(0), sources[1], sources), "listed");
        assertFalse(contribution.allows(TWIN, _hospital(0), bytes32(uint256(9)), sources), "unlisted");
        assertTrue(contribution.allows(TWIN, _hospital(1), bytes32(uint256(9)), sources), "another lane");
        vm.expectRevert(abi.encodeWithSelector(Contribution.Contribution_WrongNonce.selector, 1, 0));
        contribution.setSources(TWIN, _hospital(0), sources, 0, _now(), patient, signature);
    }

    function test_AnEmptyListAllowsNothing() public {
        _set(sources);
        bytes32[] memory none;
        _set(none);
        assertFalse(contribution.allows(TWIN, _hospital(0), sources[0], none), "nothing");
        assertEq(contribution.sourcesOf(TWIN, _hospital(0)).version, 2, "version");
        vm.expectRevert(
            abi.encodeWithSelector(Contribution.Contribution_NotTheList.selector, _words(none), _words(sources))
        );
        contribution.allows(TWIN, _hospital(0), sources[0], sources);
    }

    function test_RevertWhen_NotThePatientsConsent() public {
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_NotThePatient.selector, TWIN, address(this)));
        contribution.setSources(TWIN, _hospital(0), sources, 0, _now(), address(this), "");
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        contribution.setSources(TWIN, _hospital(0), sources, 0, _now(), vm.addr(PATIENT), "");
        vm.expectPartialRevert(Consents.Consents_DeadlinePassed.selector);
        contribution.setSources(TWIN, _hospital(0), sources, 0, _now() - 1, vm.addr(PATIENT), "");
        bytes32[] memory bad = _list(bytes32(uint256(4)), bytes32(uint256(3)));
        vm.prank(vm.addr(PATIENT));
        vm.expectRevert(abi.encodeWithSelector(Lists.Lists_Unsorted.selector, 1));
        contribution.setSources(TWIN, _hospital(0), bad, 0, _now(), vm.addr(PATIENT), "");
        vm.expectRevert(
            abi.encodeWithSelector(Component.Component_OnlyFrom.selector, address(registration), address(this))
        );
        contribution.open(TWIN, new SourceList[](0));
    }

    function test_RevertWhen_TheGenerationIsClosed() public {
        Contribution old = contribution;
        _nextGeneration();
        vm.expectRevert(abi.encodeWithSelector(Component.Component_GenerationClosed.selector, 1, 2));
        old.setSources(TWIN, _hospital(0), sources, 0, _now(), vm.addr(PATIENT), "");
    }
}
