// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Access} from "../../contracts/Access.sol";
import {AddressBook} from "../../contracts/AddressBook.sol";
import {AuthorProof, PastProof} from "../../contracts/AuthorCheck.sol";
import {ParameterTerms} from "../../contracts/AuthorParameters.sol";
import {ActionKind, AuthorizedHospitals, HospitalTerms} from "../../contracts/AuthorizedHospitals.sol";
import {Contribution} from "../../contracts/Contribution.sol";
import {DataRequest} from "../../contracts/DataRequest.sol";
import {Emergency} from "../../contracts/Emergency.sol";
import {Instance, PatientDigitalTwin} from "../../contracts/PatientDigitalTwin.sol";
import {Recovery} from "../../contracts/Recovery.sol";
import {Registration, TwinTerms} from "../../contracts/Registration.sol";
import {Storage} from "../../contracts/Storage.sol";
import {Grant, Query, READ, Wiring} from "../../contracts/Types.sol";
import {Authority} from "./Authority.sol";
import {Test} from "./Test.sol";

/// @dev All contracts, three hospitals (h0, h1, h2; two thirds decide), and what tests do over and over.
abstract contract Consortium is Test {
    uint256 internal constant START = 1_800_000_000;
    uint256 internal constant PATIENT = uint256(keccak256("patient"));
    uint256 internal constant OTHER_PATIENT = uint256(keccak256("other patient"));
    uint256 internal constant STRANGER = uint256(keccak256("stranger"));
    bytes32 internal constant TWIN = keccak256("twin");
    bytes32 internal constant OTHER_TWIN = keccak256("other twin");
    uint64 internal constant FOREVER = type(uint40).max;

    AuthorizedHospitals internal hospitals;
    AddressBook internal book;
    Registration internal registration;
    Recovery internal recovery;
    Access internal access;
    Emergency internal emergency;
    Contribution internal contribution;
    Storage internal stores;
    PatientDigitalTwin internal twins;
    DataRequest internal requests;
    Wiring internal wiring;

    function setUp() public virtual {
        vm.warp(START);
        // The hospitals are created by the next nonce, the eight contracts after them, then the book.
        book = AddressBook(vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 9));
        hospitals = new AuthorizedHospitals(_founders(3), 66, Authority.parameters(), book);
        _deployGeneration(1);
        book = new AddressBook(wiring);
    }

    // ------------------------------------------------------------ deployment

    function _founders(uint256 count) internal pure returns (HospitalTerms[] memory founders) {
        founders = new HospitalTerms[](count);
        for (uint256 i = 0; i < count; ++i) {
            founders[i] = _terms(i);
        }
    }

    function _terms(uint256 i) internal pure returns (HospitalTerms memory) {
        return HospitalTerms({
            id: string(abi.encodePacked("h", vm.toString(i))),
            epoch: 1,
            controller: _controller(i),
            endpoint: "https://h.example"
        });
    }

    function _predict(uint32 generation, address hospitals_, address book_) internal view returns (Wiring memory w) {
        uint256 nonce = vm.getNonce(address(this));
        w.generation = generation;
        w.hospitals = hospitals_;
        w.registration = vm.computeCreateAddress(address(this), nonce);
        w.recovery = vm.computeCreateAddress(address(this), nonce + 1);
        w.access = vm.computeCreateAddress(address(this), nonce + 2);
        w.emergency = vm.computeCreateAddress(address(this), nonce + 3);
        w.contribution = vm.computeCreateAddress(address(this), nonce + 4);
        w.stores = vm.computeCreateAddress(address(this), nonce + 5);
        w.twins = vm.computeCreateAddress(address(this), nonce + 6);
        w.requests = vm.computeCreateAddress(address(this), nonce + 7);
        w.book = book_ == address(0) ? vm.computeCreateAddress(address(this), nonce + 8) : book_;
    }

    function _deployGeneration(uint32 generation) internal {
        wiring = _predict(generation, address(hospitals), address(book));
        registration = new Registration(wiring);
        recovery = new Recovery(wiring);
        access = new Access(wiring);
        emergency = new Emergency(wiring);
        contribution = new Contribution(wiring);
        stores = new Storage(wiring);
        twins = new PatientDigitalTwin(wiring);
        requests = new DataRequest(wiring);
    }

    // ------------------------------------------------------------ people

    function _controllerKey(uint256 i) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode("controller", i)));
    }

    function _controller(uint256 i) internal pure returns (address) {
        return vm.addr(_controllerKey(i));
    }

    function _name(uint256 i) internal pure returns (string memory) {
        return string(abi.encodePacked("hospital:h", vm.toString(i)));
    }

    /// @dev REC-4, written out.
    function _authorId(string memory name) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(keccak256("TWINSEAL-V1-AUTHOR-ID"), name));
    }

    function _hospital(uint256 i) internal pure returns (bytes32) {
        return _authorId(_name(i));
    }

    function _hospitalIdentity(uint256 i) internal pure returns (bytes memory) {
        return Authority.identity(_name(i), 1);
    }

    function _patientName(bytes32 twinId) internal pure returns (string memory) {
        bytes16 digits = "0123456789abcdef";
        bytes memory text = new bytes(64);
        for (uint256 i = 0; i < 32; ++i) {
            text[2 * i] = digits[uint8(twinId[i]) >> 4];
            text[2 * i + 1] = digits[uint8(twinId[i]) & 15];
        }
        return string(abi.encodePacked("patient:", text));
    }

    // ------------------------------------------------------------ EIP-712

    function _separator(string memory name, address target) internal view returns (bytes32) {
        return keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256(bytes(name)),
                keccak256("1"),
                block.chainid,
                target
            )
        );
    }

    function _sign(uint256 key, string memory domain, address target, bytes32 structHash)
        internal
        view
        returns (bytes memory)
    {
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", _separator(domain, target), structHash));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function _words(bytes32[] memory list) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(list));
    }

    function _list(bytes32 a) internal pure returns (bytes32[] memory list) {
        list = new bytes32[](1);
        list[0] = a;
    }

    function _list(bytes32 a, bytes32 b) internal pure returns (bytes32[] memory list) {
        list = new bytes32[](2);
        list[0] = a;
        list[1] = b;
    }

    /// @dev n ascending words.
    function _many(uint256 n) internal pure returns (bytes32[] memory list) {
        list = new bytes32[](n);
        for (uint256 i = 0; i < n; ++i) {
            list[i] = bytes32(i + 1);
        }
    }

    // ------------------------------------------------------------ hospitals' quorum

    /// @dev Suspends, by the votes of the two others.
    function _suspendHospital(uint256 i, bytes32 salt) internal {
        bytes32 action = hospitals.actionDigest(ActionKind.Suspend, abi.encode(_hospital(i)), salt);
        _approve((i + 1) % 3, action);
        _approve((i + 2) % 3, action);
        hospitals.suspend(_hospital(i), salt);
    }

    function _resumeHospital(uint256 i, bytes32 salt) internal {
        bytes32 action = hospitals.actionDigest(ActionKind.Resume, abi.encode(_hospital(i)), salt);
        _approve((i + 1) % 3, action);
        _approve((i + 2) % 3, action);
        hospitals.resume(_hospital(i), salt);
    }

    /// @dev Closes the open generation and opens another one of the same code, published in the book.
    function _nextGeneration() internal {
        uint32 next = hospitals.generation() + 1;
        _deployGeneration(next);
        _publish("next generation");
        _schedule(next, "next generation");
        vm.warp(block.timestamp + 7 days);
        hospitals.openGeneration();
    }

    /// @dev Publishes the contracts deployed last.
    function _publish(bytes32 salt) internal {
        bytes32 action = hospitals.actionDigest(ActionKind.Other, abi.encode(address(book), abi.encode(wiring)), salt);
        _approve(0, action);
        _approve(1, action);
        book.publish(wiring, salt);
    }

    function _schedule(uint32 next, bytes32 salt) internal {
        bytes32 action = hospitals.actionDigest(ActionKind.OpenGeneration, abi.encode(next), salt);
        _approve(0, action);
        _approve(1, action);
        hospitals.scheduleGeneration(next, salt);
    }

    /// @dev Pins other parameters.
    function _rotateParameters() internal {
        ParameterTerms memory other = Authority.otherParameters();
        bytes32 action = hospitals.actionDigest(ActionKind.RotateParameters, abi.encode(other), 0);
        _approve(0, action);
        _approve(1, action);
        hospitals.rotateParameters(other, 0);
    }

    function _approve(uint256 i, bytes32 action) internal {
        vm.prank(_controller(i));
        hospitals.approve(action);
    }

    // ------------------------------------------------------------ twins and grants

    string internal constant GRANT_TYPE =
        "Grant(bytes32 twinId,bytes32 hospital,bytes32 staff,bytes32[] scopes,bytes32[] purposes,uint8 operations,uint64 notBefore,uint64 expiry,bool fullHistory,uint64 nonce,uint64 deadline)";

    function _grantHash(Grant memory g) internal pure returns (bytes32) {
        return keccak256(
            abi.encode(
                keccak256(bytes(GRANT_TYPE)),
                g.twinId,
                g.hospital,
                g.staff,
                _words(g.scopes),
                _words(g.purposes),
                g.operations,
                g.notBefore,
                g.expiry,
                g.fullHistory,
                g.nonce,
                g.deadline
            )
        );
    }

    function _twinTerms(bytes32 twinId, uint256 key) internal view returns (TwinTerms memory) {
        return TwinTerms({
            twinId: twinId,
            kind: 0,
            control: vm.addr(key),
            identityEpoch: 1,
            custodian: _hospital(0),
            deadline: uint64(block.timestamp)
        });
    }

    function _register(bytes32 twinId, uint256 key) internal {
        _register(twinId, key, new Grant[](0));
    }

    function _register(bytes32 twinId, uint256 key, Grant[] memory grants) internal {
        TwinTerms memory terms = _twinTerms(twinId, key);
        vm.prank(vm.addr(key));
        registration.register(terms, grants, "");
    }

    function _grantTerms(uint256 i, uint8 operations) internal view returns (Grant memory) {
        return Grant({
            twinId: TWIN,
            hospital: _hospital(i),
            staff: 0,
            scopes: _list(bytes32(uint256(1)), bytes32(uint256(2))),
            purposes: _list(bytes32(uint256(7))),
            operations: operations,
            notBefore: uint64(block.timestamp),
            expiry: uint64(block.timestamp + 30 days),
            fullHistory: true,
            nonce: access.state(TWIN).nonce,
            deadline: uint64(block.timestamp)
        });
    }

    function _grant(Grant memory terms) internal returns (bytes32) {
        address control = registration.controlOf(terms.twinId);
        vm.prank(control);
        return access.grant(terms, control, "");
    }

    function _grant(uint256 i, uint8 operations) internal returns (Grant memory terms, bytes32 grantId) {
        terms = _grantTerms(i, operations);
        grantId = _grant(terms);
    }

    function _revoke(bytes32 grantId) internal {
        address control = registration.controlOf(TWIN);
        uint64 nonce = access.state(TWIN).nonce;
        vm.prank(control);
        access.revoke(TWIN, grantId, nonce, uint64(block.timestamp), control, "");
    }

    function _query(Grant memory terms) internal pure returns (Query memory) {
        return Query({
            twinId: terms.twinId,
            hospital: terms.hospital,
            staff: terms.staff,
            scopes: terms.scopes,
            purpose: terms.purposes[0],
            operation: READ
        });
    }

    // ------------------------------------------------------------ anchoring

    function _instance(bytes32 authorId, uint64 seq) internal view returns (Instance memory) {
        (uint64 version,) = access.accessVersion(TWIN);
        return Instance({
            twinId: TWIN,
            authorId: authorId,
            seq: seq,
            h: keccak256(abi.encode("manifest", authorId, seq)),
            accessVersion: version,
            time: uint64(block.timestamp)
        });
    }

    /// @dev REC-6 and REC-7, written out.
    function _leaf(Instance memory i) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(hex"00", i.twinId, i.authorId, i.seq, i.h, i.accessVersion, i.time));
    }

    function _authorDigest(bytes32 leaf) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(keccak256("TWINSEAL-V1-AUTHOR-INSTANCE"), leaf));
    }

    function _prove(bytes memory identity, Instance memory i) internal view returns (AuthorProof memory) {
        return Authority.prove(identity, _authorDigest(_leaf(i)), address(twins));
    }

    function _past(bytes memory identity, Instance memory i) internal view returns (PastProof memory) {
        AuthorProof memory proof = _prove(identity, i);
        return PastProof({epoch: 1, parametersVersion: 1, X: proof.X, v: proof.v});
    }

    function _node(bytes32 left, bytes32 right) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(hex"01", left, right));
    }

    /// @dev RFC 9162, 2.1.1, by the definition: the oracle for every tree here.
    function _mth(bytes32[] memory leaves, uint256 from, uint256 to) internal pure returns (bytes32) {
        uint256 n = to - from;
        if (n == 0) return keccak256("");
        if (n == 1) return leaves[from];
        uint256 k = 1;
        while (2 * k < n) k *= 2;
        return _node(_mth(leaves, from, from + k), _mth(leaves, from + k, to));
    }

    function _mth(bytes32[] memory leaves) internal pure returns (bytes32) {
        return _mth(leaves, 0, leaves.length);
    }

    /// @dev Heads of the perfect subtrees of the first `size` leaves, largest first.
    function _frontier(bytes32[] memory leaves, uint256 size) internal pure returns (bytes32[] memory frontier) {
        uint256 count;
        for (uint256 n = size; n != 0; n &= n - 1) {
            ++count;
        }
        frontier = new bytes32[](count);
        uint256 from;
        for (uint256 i = 0; i < count; ++i) {
            uint256 width = 1;
            while (2 * width <= size - from) width *= 2;
            frontier[i] = _mth(leaves, from, from + width);
            from += width;
        }
    }

    /// @dev RFC 9162, 2.1.3.1, by the definition.
    function _path(bytes32[] memory leaves, uint256 m) internal pure returns (bytes32[] memory) {
        return _path(leaves, m, 0, leaves.length);
    }

    function _path(bytes32[] memory leaves, uint256 m, uint256 from, uint256 to)
        private
        pure
        returns (bytes32[] memory)
    {
        uint256 n = to - from;
        if (n == 1) return new bytes32[](0);
        uint256 k = 1;
        while (2 * k < n) k *= 2;
        return m < k
            ? _append(_path(leaves, m, from, from + k), _mth(leaves, from + k, to))
            : _append(_path(leaves, m - k, from + k, to), _mth(leaves, from, from + k));
    }

    /// @dev RFC 9162, 2.1.4.1, by the definition.
    function _consistency(bytes32[] memory leaves, uint256 m) internal pure returns (bytes32[] memory) {
        return _subproof(leaves, m, 0, leaves.length, true);
    }

    function _subproof(bytes32[] memory leaves, uint256 m, uint256 from, uint256 to, bool known)
        private
        pure
        returns (bytes32[] memory)
    {
        uint256 n = to - from;
        if (m == n) return known ? new bytes32[](0) : _list(_mth(leaves, from, to));
        uint256 k = 1;
        while (2 * k < n) k *= 2;
        return m <= k
            ? _append(_subproof(leaves, m, from, from + k, known), _mth(leaves, from + k, to))
            : _append(_subproof(leaves, m - k, from + k, to, false), _mth(leaves, from, from + k));
    }

    function _append(bytes32[] memory list, bytes32 last) internal pure returns (bytes32[] memory longer) {
        longer = new bytes32[](list.length + 1);
        for (uint256 i = 0; i < list.length; ++i) {
            longer[i] = list[i];
        }
        longer[list.length] = last;
    }
}
