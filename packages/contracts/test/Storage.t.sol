// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Component} from "../contracts/Component.sol";
import {Registration} from "../contracts/Registration.sol";
import {Replica, Storage} from "../contracts/Storage.sol";
import {Status} from "../contracts/Types.sol";
import {Consents} from "../contracts/libraries/Consents.sol";
import {Consortium} from "./utils/Consortium.sol";

/// @dev Branches: test/Storage.tree
contract StorageTest is Consortium {
    string private constant DOMAIN = "Twinseal Storage";

    function setUp() public override {
        super.setUp();
        _register(TWIN, PATIENT);
    }

    function _now() private view returns (uint64) {
        return uint64(block.timestamp);
    }

    function _replica(uint256 holder) private view returns (Replica memory) {
        return Replica({
            twinId: TWIN,
            authorId: _hospital(0),
            holder: _hospital(holder),
            count: 5,
            objects: keccak256("objects"),
            location: keccak256("location"),
            nonce: stores.holderNonceOf(_hospital(holder)),
            deadline: _now()
        });
    }

    function _erase(uint64 seq) private {
        uint64 nonce = stores.patientNonceOf(TWIN);
        vm.prank(vm.addr(PATIENT));
        stores.requestErasure(TWIN, _hospital(0), seq, nonce, _now(), vm.addr(PATIENT), "");
    }

    function test_RecordReplicaByRelayedSignature() public {
        Replica memory r = _replica(1);
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256(
                    "ReplicationReceipt(bytes32 twinId,bytes32 authorId,bytes32 holder,uint64 count,bytes32 objects,bytes32 location,uint64 nonce,uint64 deadline)"
                ),
                r.twinId,
                r.authorId,
                r.holder,
                r.count,
                r.objects,
                r.location,
                r.nonce,
                r.deadline
            )
        );
        bytes memory signature = _sign(_controllerKey(1), DOMAIN, address(stores), structHash);
        vm.expectEmit(address(stores));
        emit Storage.ReplicaRecorded(TWIN, _hospital(0), _hospital(1), 5, r.objects, r.location);
        stores.recordReplica(r, _controller(1), signature);
        Storage.Holding memory h = stores.holdingOf(TWIN, _hospital(0), _hospital(1));
        assertEq(h.count, 5, "count");
        assertEq(h.objects, r.objects, "objects");
        assertEq(h.location, r.location, "location");
        assertEq(h.time, START, "time");
        vm.expectRevert(abi.encodeWithSelector(Storage.Storage_WrongNonce.selector, 1, 0));
        stores.recordReplica(r, _controller(1), signature);
    }

    function test_RevertWhen_TheReplicaIsNotTheHolders() public {
        Replica memory r = _replica(1);
        vm.expectRevert(abi.encodeWithSelector(Storage.Storage_NotTheController.selector, _hospital(1), address(this)));
        stores.recordReplica(r, address(this), "");
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        stores.recordReplica(r, _controller(1), "");
        r.deadline = _now() - 1;
        vm.expectPartialRevert(Consents.Consents_DeadlinePassed.selector);
        stores.recordReplica(r, _controller(1), "");
        r = _replica(9);
        vm.expectRevert(abi.encodeWithSelector(Storage.Storage_HolderNotAdmitted.selector, _hospital(9), Status.None));
        stores.recordReplica(r, address(this), "");
    }

    function test_ATombstoneAndItsDeletionReceipts() public {
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256("RequestErasure(bytes32 twinId,bytes32 authorId,uint64 seq,uint64 nonce,uint64 deadline)"),
                TWIN,
                _hospital(0),
                uint64(3),
                uint64(0),
                _now()
            )
        );
        bytes memory signature = _sign(PATIENT, DOMAIN, address(stores), structHash);
        vm.expectEmit(address(stores));
        emit Storage.ErasureRequested(TWIN, _hospital(0), 3);
        stores.requestErasure(TWIN, _hospital(0), 3, 0, _now(), vm.addr(PATIENT), signature);
        assertEq(stores.erasedAt(TWIN, _hospital(0), 3), START, "erased");
        assertEq(stores.erasedAt(TWIN, _hospital(0), 4), 0, "another");
        structHash = keccak256(
            abi.encode(
                keccak256(
                    "DeletionReceipt(bytes32 twinId,bytes32 authorId,uint64 seq,bytes32 holder,bytes32 objects,uint64 deadline)"
                ),
                TWIN,
                _hospital(0),
                uint64(3),
                _hospital(1),
                keccak256("gone"),
                _now()
            )
        );
        signature = _sign(_controllerKey(1), DOMAIN, address(stores), structHash);
        stores.recordDeletion(TWIN, _hospital(0), 3, _hospital(1), keccak256("gone"), _now(), _controller(1), signature);
        vm.prank(_controller(2));
        stores.recordDeletion(TWIN, _hospital(0), 3, _hospital(2), 0, _now(), _controller(2), "");
        assertEq(stores.deletedBy(TWIN, _hospital(0), 3), 6, "h1 and h2");
        vm.expectRevert(abi.encodeWithSelector(Storage.Storage_AlreadyDeleted.selector, _hospital(1), 3));
        stores.recordDeletion(TWIN, _hospital(0), 3, _hospital(1), keccak256("gone"), _now(), _controller(1), signature);
    }

    function test_AWholeLaneErasedCoversEachInstance() public {
        _erase(type(uint64).max);
        assertEq(stores.erasedAt(TWIN, _hospital(0), 17), START, "covered");
        assertEq(stores.erasedAt(TWIN, _hospital(1), 17), 0, "another lane");
    }

    function test_RevertWhen_TheErasureIsNotThePatients() public {
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_NotThePatient.selector, TWIN, _controller(0)));
        stores.requestErasure(TWIN, _hospital(0), 3, 0, _now(), _controller(0), "");
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        stores.requestErasure(TWIN, _hospital(0), 3, 0, _now(), vm.addr(PATIENT), "");
        vm.expectRevert(abi.encodeWithSelector(Storage.Storage_WrongNonce.selector, 0, 1));
        stores.requestErasure(TWIN, _hospital(0), 3, 1, _now(), vm.addr(PATIENT), "");
        vm.expectPartialRevert(Consents.Consents_DeadlinePassed.selector);
        stores.requestErasure(TWIN, _hospital(0), 3, 0, _now() - 1, vm.addr(PATIENT), "");
        _erase(3);
        vm.prank(vm.addr(PATIENT));
        vm.expectRevert(abi.encodeWithSelector(Storage.Storage_AlreadyErased.selector, TWIN, _hospital(0), 3));
        stores.requestErasure(TWIN, _hospital(0), 3, 1, _now(), vm.addr(PATIENT), "");
    }

    function test_RevertWhen_TheDeletionIsNotTheHoldersOrNotAskedFor() public {
        vm.prank(_controller(1));
        vm.expectRevert(abi.encodeWithSelector(Storage.Storage_NotErased.selector, TWIN, _hospital(0), 3));
        stores.recordDeletion(TWIN, _hospital(0), 3, _hospital(1), 0, _now(), _controller(1), "");
        _erase(3);
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        stores.recordDeletion(TWIN, _hospital(0), 3, _hospital(1), 0, _now(), _controller(1), "");
        vm.expectPartialRevert(Consents.Consents_DeadlinePassed.selector);
        stores.recordDeletion(TWIN, _hospital(0), 3, _hospital(1), 0, _now() - 1, _controller(1), "");
        vm.expectRevert(abi.encodeWithSelector(Storage.Storage_NotTheController.selector, _hospital(1), _controller(2)));
        stores.recordDeletion(TWIN, _hospital(0), 3, _hospital(1), 0, _now(), _controller(2), "");
    }

    function test_RevertWhen_TheGenerationIsClosed() public {
        Storage old = stores;
        Replica memory r = _replica(1);
        _nextGeneration();
        bytes memory closed = abi.encodeWithSelector(Component.Component_GenerationClosed.selector, 1, 2);
        vm.expectRevert(closed);
        old.recordReplica(r, _controller(1), "");
        vm.expectRevert(closed);
        old.requestErasure(TWIN, _hospital(0), 3, 0, _now(), vm.addr(PATIENT), "");
        vm.expectRevert(closed);
        old.recordDeletion(TWIN, _hospital(0), 3, _hospital(1), 0, _now(), _controller(1), "");
    }
}
