// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AddressBook} from "../contracts/AddressBook.sol";
import {ActionKind, AuthorizedHospitals} from "../contracts/AuthorizedHospitals.sol";
import {Storage} from "../contracts/Storage.sol";
import {Wiring} from "../contracts/Types.sol";
import {Authority} from "./utils/Authority.sol";
import {Consortium} from "./utils/Consortium.sol";

/// @dev Answers by failing.
contract Failing {
    bytes32 private _answer;

    function set(bytes32 answer) external {
        _answer = answer;
    }

    function wiringDigest() external view returns (bytes32) {
        bytes32 answer = _answer;
        assembly ("memory-safe") {
            mstore(0, answer)
            revert(0, 32)
        }
    }
}

/// @dev Branches: test/AddressBook.tree
contract AddressBookTest is Consortium {
    bytes32 private constant SALT = keccak256("salt");

    /// @dev A call of its own, for constructors that are to fail (utils/Test.sol).
    function newBook(Wiring calldata w) external {
        new AddressBook(w);
    }

    function test_ListsTheFirstGeneration() public view {
        assertEq(keccak256(abi.encode(book.current())), keccak256(abi.encode(wiring)), "current");
        assertEq(keccak256(abi.encode(book.wiringOf(1))), keccak256(abi.encode(wiring)), "first");
    }

    function test_RevertWhen_AskedForAnUnknownGeneration() public {
        vm.expectRevert(abi.encodeWithSelector(AddressBook.AddressBook_UnknownGeneration.selector, 2));
        book.wiringOf(2);
    }

    function test_RevertWhen_HospitalsHaveNoCode() public {
        Wiring memory w = wiring;
        w.hospitals = address(1234);
        vm.expectRevert(abi.encodeWithSelector(AddressBook.AddressBook_NoCode.selector, address(1234)));
        this.newBook(w);
    }

    function test_RevertWhen_BuiltForAnotherBook() public {
        vm.expectRevert(abi.encodeWithSelector(AddressBook.AddressBook_OtherBook.selector, address(book)));
        this.newBook(wiring);
        // Hospitals that name the book, contracts that name another.
        address next = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 1);
        Wiring memory w = wiring;
        w.hospitals = address(new AuthorizedHospitals(_founders(1), 66, Authority.parameters(), AddressBook(next)));
        vm.expectRevert(abi.encodeWithSelector(AddressBook.AddressBook_OtherBook.selector, w.book));
        this.newBook(w);
        // Contracts that name the book, hospitals that name another.
        w = wiring;
        w.book = vm.computeCreateAddress(address(this), vm.getNonce(address(this)));
        vm.expectRevert(abi.encodeWithSelector(AddressBook.AddressBook_OtherBook.selector, address(book)));
        this.newBook(w);
        w = _predict(2, address(hospitals), address(77));
        _expectRefused(w, abi.encodeWithSelector(AddressBook.AddressBook_OtherBook.selector, address(77)));
    }

    /// @dev A second generation in which one contract is missing or built otherwise; the book refuses it whichever it is.
    function test_RevertWhen_AContractIsMissingOrWiredOtherwise() public {
        Wiring memory first = wiring;
        _deployGeneration(2);
        Wiring memory second = wiring;
        address[8] memory good = [
            second.registration,
            second.recovery,
            second.access,
            second.emergency,
            second.contribution,
            second.stores,
            second.twins,
            second.requests
        ];
        for (uint256 i = 0; i < 8; ++i) {
            Wiring memory w = wiring;
            // Any change of the list changes its digest, so the first contract asked is the one that disagrees; empty code is seen only there.
            _set(w, i, address(4321));
            _expectRefused(
                w,
                i == 0
                    ? abi.encodeWithSelector(AddressBook.AddressBook_NoCode.selector, address(4321))
                    : abi.encodeWithSelector(AddressBook.AddressBook_WiredOtherwise.selector, good[0])
            );
            _set(w, i, first.access);
            _expectRefused(
                w,
                abi.encodeWithSelector(AddressBook.AddressBook_WiredOtherwise.selector, i == 0 ? first.access : good[0])
            );
        }
    }

    /// @dev Contracts that agree among themselves but one, which was built with another list.
    function test_RevertWhen_OneContractWasBuiltWithAnotherList() public {
        for (uint256 odd = 0; odd < 8; ++odd) {
            Wiring memory w = _predict(2, address(hospitals), address(book));
            address[8] memory built;
            for (uint256 i = 0; i < 8; ++i) {
                Wiring memory own = abi.decode(abi.encode(w), (Wiring));
                if (i == odd) own.generation = 3;
                // Any component will do: only its wiringDigest is asked.
                built[i] = address(new Storage(own));
            }
            bytes memory data = abi.encodeWithSelector(AddressBook.AddressBook_WiredOtherwise.selector, built[odd]);
            _expectRefused(w, data);
        }
    }

    /// @dev Something that is no contract of a generation at all.
    function test_RevertWhen_AContractIsOfAnotherKind() public {
        Wiring memory w = _predict(2, address(hospitals), address(book));
        w.registration = address(hospitals);
        _expectRefused(w, abi.encodeWithSelector(AddressBook.AddressBook_WiredOtherwise.selector, address(hospitals)));
        // One that fails with the right answer.
        w.registration = address(new Failing());
        Failing(w.registration).set(keccak256(abi.encode(w)));
        _expectRefused(w, abi.encodeWithSelector(AddressBook.AddressBook_WiredOtherwise.selector, w.registration));
        w.registration = address(this);
        _expectRefused(w, abi.encodeWithSelector(AddressBook.AddressBook_WiredOtherwise.selector, address(this)));
    }

    /// @dev Contracts of which one was never deployed.
    function test_RevertWhen_OneContractWasNotDeployed() public {
        for (uint256 odd = 0; odd < 8; ++odd) {
            Wiring memory w = _predict(2, address(hospitals), address(book));
            _set(w, odd, address(4321));
            for (uint256 i = 0; i < 8; ++i) {
                new Storage(w);
            }
            _expectRefused(w, abi.encodeWithSelector(AddressBook.AddressBook_NoCode.selector, address(4321)));
        }
    }

    function test_PublishByQuorumListsButDoesNotOpen() public {
        _deployGeneration(2);
        _approvePublication(wiring);
        book.publish(wiring, SALT);
        assertEq(keccak256(abi.encode(book.wiringOf(2))), keccak256(abi.encode(wiring)), "second");
        assertEq(book.current().generation, 1, "the first is still open");
    }

    function test_RevertWhen_PublishingWithoutQuorum() public {
        _deployGeneration(2);
        vm.prank(_controller(0));
        vm.expectPartialRevert(AuthorizedHospitals.AuthorizedHospitals_QuorumMissing.selector);
        book.publish(wiring, SALT);
    }

    function test_RevertWhen_PublishingWhatIsOpenOrAnnounced() public {
        _deployGeneration(1);
        _expectRefused(wiring, abi.encodeWithSelector(AddressBook.AddressBook_Announced.selector, 1));
        _deployGeneration(2);
        Wiring memory announced = wiring;
        _approvePublication(announced);
        book.publish(announced, SALT);
        _schedule(2, SALT);
        _deployGeneration(2);
        bytes memory stands = abi.encodeWithSelector(AddressBook.AddressBook_Announced.selector, 2);
        _expectRefused(wiring, stands);
        vm.warp(block.timestamp + 7 days);
        hospitals.openGeneration();
        _expectRefused(wiring, stands);
        assertEq(book.wiringOf(2).access, announced.access, "what was announced is what opened");
        // One ahead of the announced can be prepared.
        _deployGeneration(3);
        _approvePublication(wiring);
        book.publish(wiring, SALT);
    }

    /// @dev A mistake in what was published must not keep all later generations out.
    function test_APublicationCanBeReplacedUntilItIsAnnounced() public {
        _deployGeneration(2);
        _approvePublication(wiring);
        book.publish(wiring, SALT);
        _deployGeneration(2);
        _approvePublication(wiring);
        book.publish(wiring, SALT);
        assertEq(book.wiringOf(2).access, wiring.access, "replaced");
        _schedule(2, SALT);
        bytes32 action = hospitals.actionDigest(ActionKind.CancelGeneration, abi.encode(uint32(2)), SALT);
        _approve(0, action);
        _approve(1, action);
        hospitals.cancelGeneration(2, SALT);
        _deployGeneration(2);
        _approvePublication(wiring);
        book.publish(wiring, SALT);
        assertEq(book.wiringOf(2).access, wiring.access, "replaced again, as it was taken back");
    }

    function test_RevertWhen_PublishingForOtherHospitals() public {
        _deployGeneration(2);
        Wiring memory w = wiring;
        w.hospitals = address(new AuthorizedHospitals(_founders(1), 66, Authority.parameters(), book));
        vm.expectRevert(abi.encodeWithSelector(AddressBook.AddressBook_OtherHospitals.selector, w.hospitals));
        book.publish(w, SALT);
    }

    function _approvePublication(Wiring memory w) private {
        bytes32 action = hospitals.actionDigest(ActionKind.Other, abi.encode(address(book), abi.encode(w)), SALT);
        _approve(0, action);
        _approve(1, action);
    }

    function _expectRefused(Wiring memory w, bytes memory data) private {
        _approvePublication(w);
        vm.expectRevert(data);
        book.publish(w, SALT);
    }

    function _set(Wiring memory w, uint256 i, address a) private pure {
        if (i == 0) w.registration = a;
        else if (i == 1) w.recovery = a;
        else if (i == 2) w.access = a;
        else if (i == 3) w.emergency = a;
        else if (i == 4) w.contribution = a;
        else if (i == 5) w.stores = a;
        else if (i == 6) w.twins = a;
        else w.requests = a;
    }
}
