// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Access} from "../contracts/Access.sol";
import {AuthorCheck, AuthorProof, PastProof} from "../contracts/AuthorCheck.sol";
import {ActionKind} from "../contracts/AuthorizedHospitals.sol";
import {Component} from "../contracts/Component.sol";
import {Batch, Instance, Misbehaviour, PatientDigitalTwin} from "../contracts/PatientDigitalTwin.sol";
import {CONTRIBUTE, Grant, READ, Status} from "../contracts/Types.sol";
import {Bls} from "../contracts/libraries/Bls.sol";
import {MapEntry, MapHead} from "../contracts/libraries/LaneMap.sol";
import {OrderedTree} from "../contracts/libraries/OrderedTree.sol";
import {Authority} from "./utils/Authority.sol";
import {Consortium} from "./utils/Consortium.sol";

/// @dev Branches: test/PatientDigitalTwin.tree
contract PatientDigitalTwinTest is Consortium {
    bytes32[] private leaves;

    function setUp() public override {
        super.setUp();
        _register(TWIN, PATIENT);
        _grant(0, CONTRIBUTE);
    }

    function _anchor(Instance memory i, AuthorProof memory p) private returns (bytes32) {
        return twins.anchor(i, _frontier(leaves, leaves.length), p.X, p.v, p.Q);
    }

    function _anchorNext(bytes32 authorId, bytes memory identity) private returns (bytes32 mk) {
        Instance memory i = _instance(authorId, uint64(leaves.length));
        mk = _anchor(i, _prove(identity, i));
        leaves.push(_leaf(i));
    }

    function _expectRefused(Instance memory i, AuthorProof memory p, bytes memory data) private {
        bytes32[] memory frontier = _frontier(leaves, leaves.length);
        vm.expectRevert(data);
        twins.anchor(i, frontier, p.X, p.v, p.Q);
    }

    // ------------------------------------------------------------ anchor

    function test_AnchorExtendsTheLaneWhoeverSendsIt() public {
        (uint64 count, bytes32 mk) = twins.head(TWIN, _hospital(0));
        assertEq(count, 0, "empty");
        assertEq(mk, keccak256(""), "head of the empty tree");
        for (uint256 n = 0; n < 9; ++n) {
            vm.prank(address(uint160(1000 + n)));
            mk = _anchorNext(_hospital(0), _hospitalIdentity(0));
            assertEq(mk, _mth(leaves), "mk");
        }
        (count, mk) = twins.head(TWIN, _hospital(0));
        assertEq(count, 9, "count");
        assertEq(mk, _mth(leaves), "head");
    }

    function test_AnchorTellsAllThatIsNeededToVerify() public {
        Instance memory i = _instance(_hospital(0), 0);
        AuthorProof memory p = _prove(_hospitalIdentity(0), i);
        assertEq(twins.leafOf(i), _leaf(i), "leaf");
        assertEq(
            twins.laneId(TWIN, i.authorId),
            keccak256(abi.encodePacked(keccak256("TWINSEAL-V1-LANE"), TWIN, i.authorId)),
            "lane id"
        );
        vm.expectEmit(address(twins));
        emit PatientDigitalTwin.InstanceAnchored(
            TWIN, i.authorId, 0, i.h, _leaf(i), i.accessVersion, i.time, 1, p.X, p.v
        );
        _anchor(i, p);
    }

    function test_ThePatientAnchorsInTheOwnLaneWithoutAGrant() public {
        bytes32 author = _authorId(_patientName(TWIN));
        // No hospital's right stands in for the patient's.
        _revoke(access.liveGrants(TWIN)[0]);
        assertEq(access.liveGrants(TWIN).length, 0, "no grant");
        Instance memory i = _instance(author, 0);
        AuthorProof memory p = _prove(Authority.identity(_patientName(TWIN), 1), i);
        vm.expectEmit(address(twins));
        emit PatientDigitalTwin.InstanceAnchored(TWIN, author, 0, i.h, _leaf(i), i.accessVersion, i.time, 1, p.X, p.v);
        _anchor(i, p);
        (uint64 count,) = twins.head(TWIN, author);
        assertEq(count, 1, "count");
    }

    function test_RevertWhen_ThePatientWritesIntoAnotherTwin() public {
        _register(OTHER_TWIN, OTHER_PATIENT);
        Instance memory i = _instance(_authorId(_patientName(OTHER_TWIN)), 0);
        _expectRefused(
            i,
            _prove(Authority.identity(_patientName(OTHER_TWIN), 1), i),
            abi.encodeWithSelector(AuthorCheck.AuthorCheck_NotAdmitted.selector, i.authorId, Status.None)
        );
    }

    function test_RevertWhen_TheAuthorIsUnknownSuspendedOrRemoved() public {
        Instance memory i = _instance(_hospital(9), 0);
        AuthorProof memory p = _prove(Authority.identity(_name(9), 1), i);
        _expectRefused(
            i, p, abi.encodeWithSelector(AuthorCheck.AuthorCheck_NotAdmitted.selector, _hospital(9), Status.None)
        );
        i = _instance(_hospital(0), 0);
        p = _prove(_hospitalIdentity(0), i);
        _suspendHospital(0, 0);
        _expectRefused(
            i, p, abi.encodeWithSelector(AuthorCheck.AuthorCheck_NotAdmitted.selector, _hospital(0), Status.Suspended)
        );
    }

    function test_RevertWhen_TheAuthorMayNotContribute() public {
        Instance memory i = _instance(_hospital(1), 0);
        AuthorProof memory p = _prove(_hospitalIdentity(1), i);
        bytes memory refused = abi.encodeWithSelector(Access.Access_NotAContributor.selector, TWIN, _hospital(1));
        _expectRefused(i, p, refused);
        _grant(1, READ);
        _expectRefused(i, p, refused);
        Grant memory g = _grantTerms(1, CONTRIBUTE);
        g.notBefore += 10;
        _grant(g);
        _expectRefused(i, p, refused);
        vm.warp(START + 10);
        _anchor(i, p);
    }

    function test_RevertWhen_TheTwinIsUnknown() public {
        Instance memory i = _instance(_hospital(0), 0);
        i.twinId = OTHER_TWIN;
        _expectRefused(
            i, _prove(_hospitalIdentity(0), i), abi.encodeWithSelector(Access.Access_UnknownTwin.selector, OTHER_TWIN)
        );
    }

    function test_RevertWhen_TheVersionIsStaleOrUnsettled() public {
        Instance memory i = _instance(_hospital(0), 0);
        AuthorProof memory p = _prove(_hospitalIdentity(0), i);
        (, bytes32 grantId) = _grant(1, READ);
        _revoke(grantId);
        _expectRefused(i, p, abi.encodeWithSelector(Access.Access_StaleVersion.selector, 2, 1));
        i.accessVersion = 3;
        p = _prove(_hospitalIdentity(0), i);
        _expectRefused(i, p, abi.encodeWithSelector(Access.Access_StaleVersion.selector, 2, 3));
        i.accessVersion = 2;
        p = _prove(_hospitalIdentity(0), i);
        _suspendHospital(2, 0);
        _expectRefused(i, p, abi.encodeWithSelector(Access.Access_SettlementDue.selector, TWIN));
        access.settle(TWIN);
        _anchor(i, p);
    }

    function test_RevertWhen_TheSequenceHasAGapOrRepeats() public {
        Instance memory i = _instance(_hospital(0), 1);
        AuthorProof memory p = _prove(_hospitalIdentity(0), i);
        vm.expectRevert(abi.encodeWithSelector(PatientDigitalTwin.PatientDigitalTwin_WrongSequence.selector, 0, 1));
        twins.anchor(i, new bytes32[](0), p.X, p.v, p.Q);
        i = _instance(_hospital(0), 0);
        p = _prove(_hospitalIdentity(0), i);
        _anchorNext(_hospital(0), _hospitalIdentity(0));
        bytes32[] memory frontier = _frontier(leaves, 1);
        vm.expectRevert(abi.encodeWithSelector(PatientDigitalTwin.PatientDigitalTwin_WrongSequence.selector, 1, 0));
        twins.anchor(i, frontier, p.X, p.v, p.Q);
    }

    function test_RevertWhen_TheFrontierIsWrong() public {
        _anchorNext(_hospital(0), _hospitalIdentity(0));
        Instance memory i = _instance(_hospital(0), 1);
        AuthorProof memory p = _prove(_hospitalIdentity(0), i);
        vm.expectRevert(abi.encodeWithSelector(OrderedTree.OrderedTree_FrontierLength.selector, 1, 1, 0));
        twins.anchor(i, new bytes32[](0), p.X, p.v, p.Q);
        vm.expectRevert(
            abi.encodeWithSelector(OrderedTree.OrderedTree_FrontierMismatch.selector, leaves[0], bytes32(uint256(1)))
        );
        twins.anchor(i, _list(bytes32(uint256(1))), p.X, p.v, p.Q);
    }

    /// @dev Hospital B, with everything it can make, never writes as A.
    function test_RevertWhen_AHospitalWritesAsAnother() public {
        Instance memory i = _instance(_hospital(0), 0);
        AuthorProof memory p = _prove(_hospitalIdentity(1), i);
        // with its own point
        _expectRefused(
            i,
            p,
            abi.encodeWithSelector(
                AuthorCheck.AuthorCheck_ForeignPoint.selector,
                _hospital(0),
                keccak256(Authority.point(_hospitalIdentity(0))),
                keccak256(p.Q)
            )
        );
        // with A's point and its own proof
        p.Q = Authority.point(_hospitalIdentity(0));
        _expectRefused(
            i, p, abi.encodeWithSelector(AuthorCheck.AuthorCheck_ProofInvalid.selector, _authorDigest(_leaf(i)))
        );
        // from A's controlling address
        vm.prank(_controller(0));
        vm.expectPartialRevert(AuthorCheck.AuthorCheck_ProofInvalid.selector);
        twins.anchor(i, new bytes32[](0), p.X, p.v, p.Q);
    }

    function test_RevertWhen_TheProofIsOfOtherFieldsChainOrContract() public {
        Instance memory i = _instance(_hospital(0), 0);
        AuthorProof memory p = _prove(_hospitalIdentity(0), i);
        Instance memory altered = abi.decode(abi.encode(i), (Instance));
        altered.h = keccak256("other");
        _expectRefused(
            altered,
            p,
            abi.encodeWithSelector(AuthorCheck.AuthorCheck_ProofInvalid.selector, _authorDigest(_leaf(altered)))
        );
        altered = abi.decode(abi.encode(i), (Instance));
        altered.time += 1;
        _expectRefused(
            altered,
            p,
            abi.encodeWithSelector(AuthorCheck.AuthorCheck_ProofInvalid.selector, _authorDigest(_leaf(altered)))
        );
        bytes memory invalid =
            abi.encodeWithSelector(AuthorCheck.AuthorCheck_ProofInvalid.selector, _authorDigest(_leaf(i)));
        AuthorProof memory elsewhere = Authority.prove(_hospitalIdentity(0), _authorDigest(_leaf(i)), address(requests));
        _expectRefused(i, elsewhere, invalid);
        // the leaf itself instead of its author digest
        elsewhere = Authority.prove(_hospitalIdentity(0), _leaf(i), address(twins));
        _expectRefused(i, elsewhere, invalid);
        vm.chainId(5);
        _expectRefused(i, p, invalid);
    }

    function test_RevertWhen_AProofPointIsTheIdentityMalformedOrOutsideTheGroup() public {
        Instance memory i = _instance(_hospital(0), 0);
        AuthorProof memory good = _prove(_hospitalIdentity(0), i);
        AuthorProof memory p = abi.decode(abi.encode(good), (AuthorProof));
        bytes memory identityPoint = abi.encodeWithSelector(Bls.Bls_IdentityPoint.selector);
        p.X = new bytes(128);
        _expectRefused(i, p, identityPoint);
        p.v = new bytes(128);
        _expectRefused(i, p, identityPoint);
        p = abi.decode(abi.encode(good), (AuthorProof));
        p.v = new bytes(128);
        _expectRefused(i, p, identityPoint);
        p = abi.decode(abi.encode(good), (AuthorProof));
        p.X = bytes.concat(good.X, hex"00");
        _expectRefused(i, p, abi.encodeWithSelector(Bls.Bls_WrongLength.selector, 128, 129));
        p = abi.decode(abi.encode(good), (AuthorProof));
        p.v = new bytes(127);
        _expectRefused(i, p, abi.encodeWithSelector(Bls.Bls_WrongLength.selector, 128, 127));
        p = abi.decode(abi.encode(good), (AuthorProof));
        p.X[127] ^= 0x01;
        _expectRefused(i, p, abi.encodeWithSelector(Bls.Bls_InvalidPoint.selector, Bls.G1_ADD));
        p = abi.decode(abi.encode(good), (AuthorProof));
        p.v[127] ^= 0x01;
        _expectRefused(i, p, abi.encodeWithSelector(Bls.Bls_InvalidPoint.selector, Bls.PAIRING_CHECK));
        // On the curve, outside the subgroup (EIP-2537's own test vector).
        p = abi.decode(abi.encode(good), (AuthorProof));
        p.v = OFF_SUBGROUP;
        _expectRefused(i, p, abi.encodeWithSelector(Bls.Bls_InvalidPoint.selector, Bls.PAIRING_CHECK));
        p = abi.decode(abi.encode(good), (AuthorProof));
        p.X = OFF_SUBGROUP;
        _expectRefused(i, p, abi.encodeWithSelector(Bls.Bls_InvalidPoint.selector, Bls.PAIRING_CHECK));
    }

    bytes private constant OFF_SUBGROUP = hex"000000000000000000000000000000000123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
        hex"00000000000000000000000000000000193fb7cedb32b2c3adc06ec11a96bc0d661869316f5e4a577a9f7c179593987beb4fb2ee424dbb2f5dd891e228b46c4a";

    function test_RevertWhen_ParametersChangedUntilThePointIsRefreshed() public {
        Instance memory i = _instance(_hospital(0), 0);
        AuthorProof memory p = _prove(_hospitalIdentity(0), i);
        _rotateParameters();
        _expectRefused(i, p, abi.encodeWithSelector(AuthorCheck.AuthorCheck_PointOutdated.selector, _hospital(0)));
        hospitals.refreshPoint(_hospital(0));
        // The old proof is of the old parameters: its point is no longer the author's.
        bytes32[] memory frontier = _frontier(leaves, 0);
        vm.expectPartialRevert(AuthorCheck.AuthorCheck_ForeignPoint.selector);
        twins.anchor(i, frontier, p.X, p.v, p.Q);
        // The same holds for a patient.
        Instance memory own = _instance(_authorId(_patientName(TWIN)), 0);
        _expectRefused(own, p, abi.encodeWithSelector(AuthorCheck.AuthorCheck_PointOutdated.selector, own.authorId));
    }

    function test_RevertWhen_TheGenerationIsClosed() public {
        PatientDigitalTwin old = twins;
        Instance memory i = _instance(_hospital(0), 0);
        AuthorProof memory p = _prove(_hospitalIdentity(0), i);
        Batch memory b = _batch(0, 0, 1);
        AuthorProof memory bp = _signBatch(0, b);
        _nextGeneration();
        bytes memory closed = abi.encodeWithSelector(Component.Component_GenerationClosed.selector, 1, 2);
        vm.expectRevert(closed);
        old.anchor(i, new bytes32[](0), p.X, p.v, p.Q);
        vm.expectRevert(closed);
        old.anchorBatch(b, bp);
        MapEntry memory e;
        vm.expectRevert(closed);
        old.adopt(TWIN, _hospital(0), b.map, e, new bytes32[](0));
    }

    // ------------------------------------------------------------ batches

    bytes32[] private ids;
    uint64[] private counts;
    bytes32[] private heads;

    /// @dev A map of `size` lanes, the one of TWIN and h0 among them, sorted; counts grow with `number`.
    function _fillMap(uint64 number, uint64 size) private {
        delete ids;
        delete counts;
        delete heads;
        for (uint64 k = 0; k < size; ++k) {
            bytes32 lane = k == 0 ? twins.laneId(TWIN, _hospital(0)) : keccak256(abi.encode("lane", k));
            ids.push(lane);
        }
        for (uint256 a = 0; a < size; ++a) {
            for (uint256 b = a + 1; b < size; ++b) {
                if (ids[a] > ids[b]) (ids[a], ids[b]) = (ids[b], ids[a]);
            }
        }
        for (uint256 k = 0; k < size; ++k) {
            counts.push(number + 1);
            heads.push(keccak256(abi.encode("head", ids[k], number)));
        }
    }

    function _mapLeaves() private view returns (bytes32[] memory list) {
        list = new bytes32[](ids.length);
        for (uint256 k = 0; k < ids.length; ++k) {
            list[k] = keccak256(abi.encodePacked(hex"00", ids[k], counts[k], heads[k]));
        }
    }

    function _mapHead() private view returns (MapHead memory) {
        return MapHead({size: uint64(ids.length), head: _mth(_mapLeaves())});
    }

    function _entry(uint256 k) private view returns (MapEntry memory) {
        return
            MapEntry({laneId: ids[k], count: counts[k], mk: heads[k], index: uint64(k), proof: _path(_mapLeaves(), k)});
    }

    function _place(bytes32 lane) private view returns (uint256 k) {
        while (ids[k] != lane) ++k;
    }

    function _batch(uint256 h, uint64 number, uint64 size) private returns (Batch memory) {
        _fillMap(number, size);
        return _batchOfMap(h, number);
    }

    function _batchOfMap(uint256 h, uint64 number) private view returns (Batch memory) {
        return Batch({authorId: _hospital(h), number: number, map: _mapHead(), time: uint64(block.timestamp)});
    }

    function _mapRoot(MapHead memory map) private pure returns (bytes32) {
        return keccak256(abi.encodePacked(keccak256("TWINSEAL-V1-MAP"), map.size, map.head));
    }

    function _signBatch(uint256 h, Batch memory b) private view returns (AuthorProof memory) {
        bytes32 leaf = keccak256(abi.encodePacked(hex"00", b.authorId, b.number, _mapRoot(b.map), b.time));
        bytes32 digest = keccak256(abi.encodePacked(keccak256("TWINSEAL-V1-AUTHOR-BATCH"), leaf));
        return Authority.prove(_hospitalIdentity(h), digest, address(twins));
    }

    function _anchorBatch(uint64 number) private returns (MapHead memory) {
        Batch memory b = _batchOfMap(0, number);
        twins.anchorBatch(b, _signBatch(0, b));
        return b.map;
    }

    function test_AnchorBatch() public {
        Batch memory b = _batch(0, 0, 5);
        AuthorProof memory p = _signBatch(0, b);
        assertEq(
            twins.batchDigest(b),
            keccak256(
                abi.encodePacked(
                    keccak256("TWINSEAL-V1-AUTHOR-BATCH"),
                    keccak256(abi.encodePacked(hex"00", b.authorId, b.number, _mapRoot(b.map), b.time))
                )
            ),
            "batch digest"
        );
        (uint64 count, bytes32 root) = twins.latestBatch(_hospital(0));
        assertEq(uint256(root) + count, 0, "none");
        vm.expectEmit(address(twins));
        emit PatientDigitalTwin.BatchAnchored(_hospital(0), 0, _mapRoot(b.map), 5, b.map.head, b.time, 1, p.X, p.v);
        twins.anchorBatch(b, p);
        (count, root) = twins.latestBatch(_hospital(0));
        assertEq(count, 1, "count");
        assertEq(root, _mapRoot(b.map), "root");
        assertEq(twins.mapRootOf(_hospital(0), 0), root, "by number");
    }

    function test_RevertWhen_TheBatchIsOutOfOrder() public {
        Batch memory b = _batch(0, 1, 3);
        AuthorProof memory p = _signBatch(0, b);
        vm.expectRevert(abi.encodeWithSelector(PatientDigitalTwin.PatientDigitalTwin_WrongSequence.selector, 0, 1));
        twins.anchorBatch(b, p);
        b.number = 0;
        b.map.size = 0;
        vm.expectRevert(
            abi.encodeWithSelector(PatientDigitalTwin.PatientDigitalTwin_MapSizeOutOfRange.selector, 1 << 32, 0)
        );
        twins.anchorBatch(b, p);
        b.map.size = (1 << 32) + 1;
        vm.expectRevert(
            abi.encodeWithSelector(
                PatientDigitalTwin.PatientDigitalTwin_MapSizeOutOfRange.selector, 1 << 32, (1 << 32) + 1
            )
        );
        twins.anchorBatch(b, p);
    }

    function test_RevertWhen_TheBatchIsNotTheHospitals() public {
        Batch memory b = _batch(0, 0, 3);
        AuthorProof memory p = _signBatch(1, b);
        vm.expectPartialRevert(AuthorCheck.AuthorCheck_ForeignPoint.selector);
        twins.anchorBatch(b, p);
        p.Q = Authority.point(_hospitalIdentity(0));
        vm.expectPartialRevert(AuthorCheck.AuthorCheck_ProofInvalid.selector);
        twins.anchorBatch(b, p);
        p = _signBatch(0, b);
        _suspendHospital(0, 0);
        vm.expectRevert(
            abi.encodeWithSelector(AuthorCheck.AuthorCheck_NotAdmitted.selector, _hospital(0), Status.Suspended)
        );
        twins.anchorBatch(b, p);
    }

    // ------------------------------------------------------------ adopt

    function test_AdoptALaneThatWasOnlyBatched() public {
        _fillMap(0, 4);
        MapHead memory map = _anchorBatch(0);
        uint256 k = _place(twins.laneId(TWIN, _hospital(0)));
        twins.adopt(TWIN, _hospital(0), map, _entry(k), new bytes32[](0));
        (uint64 count, bytes32 mk) = twins.head(TWIN, _hospital(0));
        assertEq(count, counts[k], "count");
        assertEq(mk, heads[k], "mk");
    }

    function test_AdoptExtendsTheDirectHeadAndDirectAnchorsGoOn() public {
        for (uint256 n = 0; n < 3; ++n) {
            _anchorNext(_hospital(0), _hospitalIdentity(0));
        }
        // four more by batch
        for (uint64 n = 3; n < 7; ++n) {
            leaves.push(_leaf(_instance(_hospital(0), n)));
        }
        _fillMap(0, 4);
        uint256 k = _place(twins.laneId(TWIN, _hospital(0)));
        counts[k] = 7;
        heads[k] = _mth(leaves);
        MapHead memory map = _anchorBatch(0);
        twins.adopt(TWIN, _hospital(0), map, _entry(k), _consistency(leaves, 3));
        assertEq(_anchorNext(_hospital(0), _hospitalIdentity(0)), _mth(leaves), "goes on");
    }

    function test_RevertWhen_AdoptingWhatIsNoExtension() public {
        bytes32 lane = twins.laneId(TWIN, _hospital(0));
        for (uint256 n = 0; n < 3; ++n) {
            _anchorNext(_hospital(0), _hospitalIdentity(0));
        }
        _fillMap(0, 4);
        uint256 k = _place(lane);
        counts[k] = 5;
        MapHead memory map = _anchorBatch(0);
        MapEntry memory e = _entry(k);
        bytes32[] memory proof = _consistency(leaves, 3);
        vm.expectRevert(
            abi.encodeWithSelector(PatientDigitalTwin.PatientDigitalTwin_NotAnExtension.selector, lane, 3, 5)
        );
        twins.adopt(TWIN, _hospital(0), map, e, proof);
        // not longer
        counts[k] = 3;
        heads[k] = _mth(leaves);
        map = _anchorBatch(1);
        e = _entry(k);
        vm.expectRevert(
            abi.encodeWithSelector(PatientDigitalTwin.PatientDigitalTwin_NotAnExtension.selector, lane, 3, 3)
        );
        twins.adopt(TWIN, _hospital(0), map, e, proof);
    }

    function test_RevertWhen_AdoptingAnEmptyEntry() public {
        bytes32 lane = twins.laneId(TWIN, _hospital(0));
        _fillMap(0, 4);
        uint256 k = _place(lane);
        counts[k] = 0;
        MapHead memory map = _anchorBatch(0);
        MapEntry memory e = _entry(k);
        vm.expectRevert(
            abi.encodeWithSelector(PatientDigitalTwin.PatientDigitalTwin_NotAnExtension.selector, lane, 0, 0)
        );
        twins.adopt(TWIN, _hospital(0), map, e, new bytes32[](0));
    }

    function test_RevertWhen_AdoptingFromTheWrongPlace() public {
        bytes32 lane = twins.laneId(TWIN, _hospital(0));
        _fillMap(0, 4);
        MapHead memory map = _mapHead();
        uint256 k = _place(lane);
        MapEntry memory e = _entry(k);
        vm.expectRevert(
            abi.encodeWithSelector(PatientDigitalTwin.PatientDigitalTwin_NotThatMap.selector, 0, _mapRoot(map))
        );
        twins.adopt(TWIN, _hospital(0), map, e, new bytes32[](0));
        _anchorBatch(0);
        // another lane's entry
        uint256 other = k == 0 ? 1 : 0;
        MapEntry memory foreign = _entry(other);
        vm.expectRevert(abi.encodeWithSelector(PatientDigitalTwin.PatientDigitalTwin_NotInMap.selector, lane, other));
        twins.adopt(TWIN, _hospital(0), map, foreign, new bytes32[](0));
        // an altered entry
        e.count += 1;
        vm.expectRevert(abi.encodeWithSelector(PatientDigitalTwin.PatientDigitalTwin_NotInMap.selector, lane, k));
        twins.adopt(TWIN, _hospital(0), map, e, new bytes32[](0));
        // an older map
        e = _entry(k);
        _fillMap(1, 4);
        bytes32 latest = _mapRoot(_anchorBatch(1));
        vm.expectRevert(
            abi.encodeWithSelector(PatientDigitalTwin.PatientDigitalTwin_NotThatMap.selector, latest, _mapRoot(map))
        );
        twins.adopt(TWIN, _hospital(0), map, e, new bytes32[](0));
    }

    function test_RevertWhen_AdoptingWithoutTheRightToContribute() public {
        _fillMap(0, 4);
        MapHead memory map = _anchorBatch(0);
        MapEntry memory e = _entry(_place(twins.laneId(TWIN, _hospital(0))));
        _revoke(access.liveGrants(TWIN)[0]);
        vm.expectRevert(abi.encodeWithSelector(Access.Access_NotAContributor.selector, TWIN, _hospital(0)));
        twins.adopt(TWIN, _hospital(0), map, e, new bytes32[](0));
        _suspendHospital(0, 0);
        vm.expectRevert(
            abi.encodeWithSelector(AuthorCheck.AuthorCheck_NotAdmitted.selector, _hospital(0), Status.Suspended)
        );
        twins.adopt(TWIN, _hospital(0), map, e, new bytes32[](0));
    }

    // ------------------------------------------------------------ misbehaviour by leaves

    function _fork() private view returns (Instance memory a, Instance memory b) {
        a = _instance(_hospital(0), 4);
        b = abi.decode(abi.encode(a), (Instance));
        b.h = keccak256("another story");
    }

    function test_TwoLeavesForOnePlaceConvict() public {
        (Instance memory a, Instance memory b) = _fork();
        PastProof memory pa = _past(_hospitalIdentity(0), a);
        PastProof memory pb = _past(_hospitalIdentity(0), b);
        // also after suspension: evidence does not expire
        _suspendHospital(0, 0);
        twins.proveMisbehaviourByLeaves(a, b, pa, pb);
        assertEq(twins.misbehavioursOf(_hospital(0)), 1, "convicted");
        // in the other order it is the same evidence
        vm.expectPartialRevert(PatientDigitalTwin.PatientDigitalTwin_AlreadyProved.selector);
        twins.proveMisbehaviourByLeaves(b, a, pb, pa);
    }

    function test_TwoLeavesConvictAlsoUnderAnEarlierEpochAndParameters() public {
        (Instance memory a, Instance memory b) = _fork();
        PastProof memory pa = _past(_hospitalIdentity(0), a);
        PastProof memory pb = _past(_hospitalIdentity(0), b);
        bytes32 action =
            hospitals.actionDigest(ActionKind.RotateKey, abi.encode(_hospital(0), uint32(2), _controller(0)), 0);
        _approve(1, action);
        _approve(2, action);
        hospitals.rotateKey(_hospital(0), 2, _controller(0), 0);
        _rotateParameters();
        twins.proveMisbehaviourByLeaves(a, b, pa, pb);
        assertEq(twins.misbehavioursOf(_hospital(0)), 1, "convicted");
    }

    function test_APatientWhoForksTheOwnLaneIsConvicted() public {
        (Instance memory a, Instance memory b) = _fork();
        a.authorId = b.authorId = _authorId(_patientName(TWIN));
        bytes memory identity = Authority.identity(_patientName(TWIN), 1);
        PastProof memory pa = _past(identity, a);
        PastProof memory pb = _past(identity, b);
        PastProof memory later = _past(identity, b);
        later.epoch = 2;
        vm.expectRevert(abi.encodeWithSelector(AuthorCheck.AuthorCheck_EpochUnknown.selector, a.authorId, 1, 2));
        twins.proveMisbehaviourByLeaves(a, b, pa, later);
        // What others sign does not convict the patient.
        PastProof memory foreign = _past(_hospitalIdentity(0), b);
        vm.expectPartialRevert(AuthorCheck.AuthorCheck_ProofInvalid.selector);
        twins.proveMisbehaviourByLeaves(a, b, pa, foreign);
        twins.proveMisbehaviourByLeaves(a, b, pa, pb);
        assertEq(twins.misbehavioursOf(a.authorId), 1, "convicted");
    }

    function test_RevertWhen_LeavesDoNotConvict() public {
        bytes memory nothing = abi.encodeWithSelector(
            PatientDigitalTwin.PatientDigitalTwin_NoMisbehaviour.selector, Misbehaviour.TwoLeavesForOnePlace
        );
        (Instance memory a, Instance memory b) = _fork();
        PastProof memory pa = _past(_hospitalIdentity(0), a);
        PastProof memory pb = _past(_hospitalIdentity(0), b);
        vm.expectRevert(nothing);
        twins.proveMisbehaviourByLeaves(a, a, pa, pa);
        Instance memory c = abi.decode(abi.encode(b), (Instance));
        c.seq = 5;
        vm.expectRevert(nothing);
        twins.proveMisbehaviourByLeaves(a, c, pa, pb);
        c = abi.decode(abi.encode(b), (Instance));
        c.twinId = OTHER_TWIN;
        vm.expectRevert(nothing);
        twins.proveMisbehaviourByLeaves(a, c, pa, pb);
        c = abi.decode(abi.encode(b), (Instance));
        c.authorId = _hospital(1);
        vm.expectRevert(nothing);
        twins.proveMisbehaviourByLeaves(a, c, pa, pb);
        // not signed by the author
        vm.expectPartialRevert(AuthorCheck.AuthorCheck_ProofInvalid.selector);
        twins.proveMisbehaviourByLeaves(a, b, pb, pb);
        vm.expectPartialRevert(AuthorCheck.AuthorCheck_ProofInvalid.selector);
        twins.proveMisbehaviourByLeaves(a, b, pa, pa);
        pb.epoch = 2;
        vm.expectRevert(abi.encodeWithSelector(AuthorCheck.AuthorCheck_EpochUnknown.selector, _hospital(0), 1, 2));
        twins.proveMisbehaviourByLeaves(a, b, pa, pb);
        pb.epoch = 1;
        pb.parametersVersion = 2;
        vm.expectRevert(abi.encodeWithSelector(AuthorCheck.AuthorCheck_ParametersUnknown.selector, 2));
        twins.proveMisbehaviourByLeaves(a, b, pa, pb);
    }

    // ------------------------------------------------------------ misbehaviour by maps

    /// @dev Two batches; in the second, lane `k` has this count and head.
    function _twoBatches(uint256 k, uint64 count, bytes32 head)
        private
        returns (MapHead memory first, MapEntry memory a, MapHead memory second, MapEntry memory b)
    {
        _fillMap(4, 6);
        first = _anchorBatch(0);
        a = _entry(k);
        counts[k] = count;
        heads[k] = head;
        second = _anchorBatch(1);
        b = _entry(k);
    }

    function test_AHeadThatFellConvicts() public {
        (MapHead memory first, MapEntry memory a, MapHead memory second, MapEntry memory b) =
            _twoBatches(2, 4, keccak256("shorter"));
        twins.proveMisbehaviourByHeads(_hospital(0), 0, first, a, 1, second, b);
        assertEq(twins.misbehavioursOf(_hospital(0)), 1, "convicted");
    }

    function test_AHeadThatChangedWithoutGrowingConvicts() public {
        (MapHead memory first, MapEntry memory a, MapHead memory second, MapEntry memory b) =
            _twoBatches(2, 5, keccak256("other"));
        twins.proveMisbehaviourByHeads(_hospital(0), 0, first, a, 1, second, b);
        vm.expectPartialRevert(PatientDigitalTwin.PatientDigitalTwin_AlreadyProved.selector);
        twins.proveMisbehaviourByHeads(_hospital(0), 0, first, a, 1, second, b);
    }

    function test_RevertWhen_HeadsDoNotConvict() public {
        bytes memory nothing = abi.encodeWithSelector(
            PatientDigitalTwin.PatientDigitalTwin_NoMisbehaviour.selector, Misbehaviour.HeadFell
        );
        (MapHead memory first, MapEntry memory a, MapHead memory second, MapEntry memory b) =
            _twoBatches(2, 6, keccak256("longer"));
        vm.expectRevert(nothing);
        twins.proveMisbehaviourByHeads(_hospital(0), 0, first, a, 1, second, b);
        // the earlier one is shorter than the later: no crime
        vm.expectRevert(nothing);
        twins.proveMisbehaviourByHeads(_hospital(0), 1, second, b, 0, first, a);
        // one batch with itself
        vm.expectRevert(nothing);
        twins.proveMisbehaviourByHeads(_hospital(0), 0, first, a, 0, first, a);
        // two lanes
        MapEntry memory other = _entry(3);
        vm.expectRevert(nothing);
        twins.proveMisbehaviourByHeads(_hospital(0), 0, first, a, 1, second, other);
        // not those maps, not those entries
        vm.expectPartialRevert(PatientDigitalTwin.PatientDigitalTwin_NotThatMap.selector);
        twins.proveMisbehaviourByHeads(_hospital(0), 0, second, a, 1, second, b);
        vm.expectPartialRevert(PatientDigitalTwin.PatientDigitalTwin_NotThatMap.selector);
        twins.proveMisbehaviourByHeads(_hospital(0), 0, first, a, 1, first, b);
        vm.expectPartialRevert(PatientDigitalTwin.PatientDigitalTwin_NotThatMap.selector);
        twins.proveMisbehaviourByHeads(_hospital(1), 0, first, a, 1, second, b);
        vm.expectPartialRevert(PatientDigitalTwin.PatientDigitalTwin_NotInMap.selector);
        twins.proveMisbehaviourByHeads(_hospital(0), 0, first, b, 1, second, b);
        vm.expectPartialRevert(PatientDigitalTwin.PatientDigitalTwin_NotInMap.selector);
        twins.proveMisbehaviourByHeads(_hospital(0), 0, first, a, 1, second, a);
    }

    /// @dev Anchors a map of six and one without entry `gone`; returns both heads and the missing entry.
    function _dropped(uint256 gone) private returns (MapHead memory first, MapEntry memory a, MapHead memory second) {
        _fillMap(4, 6);
        first = _anchorBatch(0);
        a = _entry(gone);
        for (uint256 k = gone; k + 1 < ids.length; ++k) {
            (ids[k], counts[k], heads[k]) = (ids[k + 1], counts[k + 1], heads[k + 1]);
        }
        ids.pop();
        counts.pop();
        heads.pop();
        second = _anchorBatch(1);
    }

    function _neighbours(uint256 from, uint256 count) private view returns (MapEntry[] memory list) {
        list = new MapEntry[](count);
        for (uint256 k = 0; k < count; ++k) {
            list[k] = _entry(from + k);
        }
    }

    function test_ADroppedLaneConvictsInTheMiddle() public {
        (MapHead memory first, MapEntry memory a, MapHead memory second) = _dropped(2);
        twins.proveMisbehaviourByAbsence(_hospital(0), 0, first, a, 1, second, _neighbours(1, 2));
        assertEq(twins.misbehavioursOf(_hospital(0)), 1, "convicted");
    }

    function test_ADroppedLaneConvictsAtEitherEnd() public {
        (MapHead memory first, MapEntry memory a, MapHead memory second) = _dropped(0);
        twins.proveMisbehaviourByAbsence(_hospital(0), 0, first, a, 1, second, _neighbours(0, 1));
        assertEq(twins.misbehavioursOf(_hospital(0)), 1, "convicted");
    }

    function test_ADroppedLaneConvictsAtTheEnd() public {
        (MapHead memory first, MapEntry memory a, MapHead memory second) = _dropped(5);
        twins.proveMisbehaviourByAbsence(_hospital(0), 0, first, a, 1, second, _neighbours(4, 1));
        assertEq(twins.misbehavioursOf(_hospital(0)), 1, "convicted");
    }

    function test_RevertWhen_AbsenceIsNotShown() public {
        bytes memory nothing = abi.encodeWithSelector(
            PatientDigitalTwin.PatientDigitalTwin_NoMisbehaviour.selector, Misbehaviour.LaneDropped
        );
        (MapHead memory first, MapEntry memory a, MapHead memory second) = _dropped(2);
        MapEntry[] memory list = _neighbours(0, 2);
        vm.expectRevert(nothing); // neighbours elsewhere
        twins.proveMisbehaviourByAbsence(_hospital(0), 0, first, a, 1, second, list);
        list = _neighbours(2, 2);
        vm.expectRevert(nothing);
        twins.proveMisbehaviourByAbsence(_hospital(0), 0, first, a, 1, second, list);
        list = _neighbours(0, 3);
        vm.expectRevert(nothing); // too many
        twins.proveMisbehaviourByAbsence(_hospital(0), 0, first, a, 1, second, list);
        list = new MapEntry[](0);
        vm.expectRevert(nothing); // none
        twins.proveMisbehaviourByAbsence(_hospital(0), 0, first, a, 1, second, list);
        list = _neighbours(0, 1);
        vm.expectRevert(nothing); // the first entry is below
        twins.proveMisbehaviourByAbsence(_hospital(0), 0, first, a, 1, second, list);
        list = _neighbours(4, 1);
        vm.expectRevert(nothing); // the last entry is above
        twins.proveMisbehaviourByAbsence(_hospital(0), 0, first, a, 1, second, list);
        list = new MapEntry[](2);
        (list[0], list[1]) = (_entry(0), _entry(3));
        vm.expectRevert(nothing); // not next to each other
        twins.proveMisbehaviourByAbsence(_hospital(0), 0, first, a, 1, second, list);
        list = _neighbours(1, 2);
        list[0].mk = 0;
        vm.expectRevert(nothing); // not in the map
        twins.proveMisbehaviourByAbsence(_hospital(0), 0, first, a, 1, second, list);
        list = _neighbours(4, 1);
        list[0].index = type(uint64).max;
        vm.expectRevert(nothing); // an index beyond all maps is refused by name, too
        twins.proveMisbehaviourByAbsence(_hospital(0), 0, first, a, 1, second, list);
        list = _neighbours(1, 2);
        list[0].index = type(uint64).max;
        vm.expectRevert(nothing);
        twins.proveMisbehaviourByAbsence(_hospital(0), 0, first, a, 1, second, list);
        list = _neighbours(1, 2);
        list[1].mk = 0;
        vm.expectRevert(nothing);
        twins.proveMisbehaviourByAbsence(_hospital(0), 0, first, a, 1, second, list);
        list = _neighbours(1, 2);
        vm.expectPartialRevert(PatientDigitalTwin.PatientDigitalTwin_NotThatMap.selector);
        twins.proveMisbehaviourByAbsence(_hospital(0), 1, first, a, 1, second, list);
        vm.expectPartialRevert(PatientDigitalTwin.PatientDigitalTwin_NotThatMap.selector);
        twins.proveMisbehaviourByAbsence(_hospital(0), 0, first, a, 0, second, list);
        a.count += 1;
        vm.expectPartialRevert(PatientDigitalTwin.PatientDigitalTwin_NotInMap.selector);
        twins.proveMisbehaviourByAbsence(_hospital(0), 0, first, a, 1, second, list);
    }

    /// @dev A lane that is new in the later map was never dropped.
    function test_RevertWhen_TheLaneOnlyCameLater() public {
        _fillMap(4, 6);
        (bytes32 id, uint64 count, bytes32 head) = (ids[5], counts[5], heads[5]);
        ids.pop();
        counts.pop();
        heads.pop();
        MapHead memory first = _anchorBatch(0);
        MapEntry[] memory list = _neighbours(4, 1);
        ids.push(id);
        counts.push(count);
        heads.push(head);
        MapHead memory second = _anchorBatch(1);
        MapEntry memory a = _entry(5);
        vm.expectRevert(
            abi.encodeWithSelector(
                PatientDigitalTwin.PatientDigitalTwin_NoMisbehaviour.selector, Misbehaviour.LaneDropped
            )
        );
        twins.proveMisbehaviourByAbsence(_hospital(0), 1, second, a, 0, first, list);
    }

    /// @dev A lane that fell and, in the same unsorted map, seems to be missing: two faults, and one does not hide the other.
    function test_OneFaultDoesNotHideAnother() public {
        _fillMap(4, 3);
        MapHead memory first = _anchorBatch(0);
        MapEntry memory a = _entry(0);
        (ids[0], ids[1], ids[2]) = (ids[1], ids[2], ids[0]);
        counts[2] = 1;
        MapHead memory second = _anchorBatch(1);
        twins.proveMisbehaviourByHeads(_hospital(0), 0, first, a, 1, second, _entry(2));
        twins.proveMisbehaviourByAbsence(_hospital(0), 0, first, a, 1, second, _neighbours(0, 1));
        twins.proveMisbehaviourByOrder(_hospital(0), 1, second, _entry(0), _entry(2));
        assertEq(twins.misbehavioursOf(_hospital(0)), 3, "three faults");
    }

    function test_AnUnsortedMapConvicts() public {
        _fillMap(0, 5);
        (ids[1], ids[3]) = (ids[3], ids[1]);
        MapHead memory map = _anchorBatch(0);
        twins.proveMisbehaviourByOrder(_hospital(0), 0, map, _entry(1), _entry(3));
        assertEq(twins.misbehavioursOf(_hospital(0)), 1, "convicted");
    }

    function test_ALaneTwiceInAMapConvicts() public {
        _fillMap(0, 5);
        ids[3] = ids[1];
        MapHead memory map = _anchorBatch(0);
        twins.proveMisbehaviourByOrder(_hospital(0), 0, map, _entry(1), _entry(3));
        assertEq(twins.misbehavioursOf(_hospital(0)), 1, "convicted");
    }

    function test_RevertWhen_TheMapIsSorted() public {
        bytes memory nothing = abi.encodeWithSelector(
            PatientDigitalTwin.PatientDigitalTwin_NoMisbehaviour.selector, Misbehaviour.MapUnsorted
        );
        _fillMap(0, 5);
        MapHead memory map = _anchorBatch(0);
        (MapEntry memory a, MapEntry memory b) = (_entry(1), _entry(3));
        vm.expectRevert(nothing);
        twins.proveMisbehaviourByOrder(_hospital(0), 0, map, a, b);
        vm.expectRevert(nothing);
        twins.proveMisbehaviourByOrder(_hospital(0), 0, map, b, a);
        vm.expectRevert(nothing);
        twins.proveMisbehaviourByOrder(_hospital(0), 0, map, a, a);
        vm.expectPartialRevert(PatientDigitalTwin.PatientDigitalTwin_NotThatMap.selector);
        twins.proveMisbehaviourByOrder(_hospital(0), 1, map, a, b);
        a.mk = 0;
        vm.expectPartialRevert(PatientDigitalTwin.PatientDigitalTwin_NotInMap.selector);
        twins.proveMisbehaviourByOrder(_hospital(0), 0, map, a, b);
        vm.expectPartialRevert(PatientDigitalTwin.PatientDigitalTwin_NotInMap.selector);
        twins.proveMisbehaviourByOrder(_hospital(0), 0, map, b, a);
    }
}
