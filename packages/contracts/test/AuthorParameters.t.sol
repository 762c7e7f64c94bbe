// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AuthorParameters, ParameterTerms} from "../contracts/AuthorParameters.sol";
import {LaneMap, MapEntry, MapHead} from "../contracts/libraries/LaneMap.sol";
import {OrderedTree} from "../contracts/libraries/OrderedTree.sol";
import {Bls} from "../contracts/libraries/Bls.sol";
import {HashToField} from "../contracts/libraries/HashToField.sol";
import {Identities} from "../contracts/libraries/Identities.sol";
import {Authority} from "./utils/Authority.sol";
import {Test} from "./utils/Test.sol";

/// @dev Against what package mibsc computed: points, scalars, proofs (scripts/write-fixtures.mjs).
contract AuthorParametersTest is Test {
    AuthorParameters private parameters;
    string private json;

    function setUp() public {
        json = vm.readFile("packages/contracts/test/fixtures/author.json");
        parameters = new AuthorParameters(
            ParameterTerms({
                digest: vm.parseJsonBytes32(json, ".digest"),
                w: vm.parseJsonBytes(json, ".w"),
                H1: vm.parseJsonBytes(json, ".H1"),
                H2: vm.parseJsonBytes(json, ".H2")
            })
        );
    }

    function test_KeepsWhatItWasGiven() public view {
        assertEq(parameters.digest(), vm.parseJsonBytes32(json, ".digest"), "digest");
        assertEq(parameters.w(), vm.parseJsonBytes(json, ".w"), "w");
        assertEq(parameters.H1(), vm.parseJsonBytes(json, ".H1"), "H1");
        assertEq(parameters.H2(), vm.parseJsonBytes(json, ".H2"), "H2");
    }

    function test_ComputesIdentitiesScalarsAndPointsAsMibscDoes() public view {
        string[] memory names = vm.parseJsonStringArray(json, ".names");
        uint256[] memory epochs = vm.parseJsonUintArray(json, ".epochs");
        bytes[] memory identities = vm.parseJsonBytesArray(json, ".identities");
        bytes32[] memory scalars = vm.parseJsonBytes32Array(json, ".xS");
        bytes[] memory points = vm.parseJsonBytesArray(json, ".Q");
        assertEq(names.length, 20, "cases");
        for (uint256 i = 0; i < names.length; ++i) {
            assertEq(Identities.encode(bytes(names[i]), uint32(epochs[i])), identities[i], names[i]);
            assertEq(Authority.identity(names[i], uint32(epochs[i])), identities[i], "the tests' own encoding");
            (uint256 xS, bytes memory Q) = parameters.authorPoint(identities[i]);
            assertEq(bytes32(xS), scalars[i], names[i]);
            assertEq(Q, points[i], names[i]);
        }
    }

    function test_AcceptsMibscsProofsAndNothingElse() public view {
        address twins = vm.parseJsonAddress(json, ".twins");
        bytes32[] memory digests = vm.parseJsonBytes32Array(json, ".signedDigests");
        bytes[] memory X = vm.parseJsonBytesArray(json, ".X");
        bytes[] memory v = vm.parseJsonBytesArray(json, ".v");
        bytes[] memory Q = vm.parseJsonBytesArray(json, ".Q");
        for (uint256 i = 0; i < X.length; ++i) {
            uint256 j = (i + 1) % X.length;
            assertTrue(parameters.isAuthor(twins, digests[i], X[i], v[i], Q[i]), "genuine");
            assertFalse(parameters.isAuthor(twins, digests[j], X[i], v[i], Q[i]), "another digest");
            assertFalse(parameters.isAuthor(address(1), digests[i], X[i], v[i], Q[i]), "another contract");
            assertFalse(parameters.isAuthor(twins, digests[i], X[j], v[i], Q[i]), "another X");
            assertFalse(parameters.isAuthor(twins, digests[i], X[i], v[j], Q[i]), "another v");
            assertFalse(parameters.isAuthor(twins, digests[i], X[i], v[i], Q[j]), "another Q");
            assertFalse(parameters.isAuthor(twins, digests[i], v[i], X[i], Q[i]), "swapped");
        }
    }

    /// @dev γ = -x_S: the one identity for which the authority's Extract divides by zero, and Q is the identity.
    function test_RevertWhen_NoKeyCanExistForTheIdentity() public {
        bytes memory identity = Authority.identity("hospital:unlucky", 1);
        AuthorParameters unlucky = new AuthorParameters(
            Authority.withSecret(Bls.ORDER - HashToField.scalar(identity, "TWINSEAL-V1-SIGN"), keccak256("unlucky"))
        );
        vm.expectRevert(AuthorParameters.AuthorParameters_DegenerateIdentity.selector);
        unlucky.authorPoint(identity);
        unlucky.authorPoint(Authority.identity("hospital:unlucky", 2));
        // Nobody knows an identity whose scalar is zero; a SHA-256 that answers zero stands for it.
        vm.mockCall(address(2), "", abi.encode(bytes32(0)));
        vm.expectRevert(AuthorParameters.AuthorParameters_DegenerateIdentity.selector);
        parameters.authorPoint(identity);
    }

    /// @dev Whoever asks directly brings Q; the contracts that ask compare it with the directory's before.
    function test_RevertWhen_APointIsTheIdentityOrOfWrongLength() public {
        address twins = vm.parseJsonAddress(json, ".twins");
        bytes32 digest = vm.parseJsonBytes32Array(json, ".signedDigests")[0];
        bytes memory X = vm.parseJsonBytesArray(json, ".X")[0];
        bytes memory v = vm.parseJsonBytesArray(json, ".v")[0];
        bytes memory Q = vm.parseJsonBytesArray(json, ".Q")[0];
        vm.expectRevert(Bls.Bls_IdentityPoint.selector);
        parameters.isAuthor(twins, digest, new bytes(128), v, Q);
        vm.expectRevert(Bls.Bls_IdentityPoint.selector);
        parameters.isAuthor(twins, digest, X, new bytes(128), Q);
        vm.expectRevert(Bls.Bls_IdentityPoint.selector);
        parameters.isAuthor(twins, digest, X, v, new bytes(256));
        vm.expectRevert(abi.encodeWithSelector(Bls.Bls_WrongLength.selector, 256, 128));
        parameters.isAuthor(twins, digest, X, v, X);
    }

    function test_AnotherChainsProofIsNone() public {
        address twins = vm.parseJsonAddress(json, ".twins");
        bytes32 digest = vm.parseJsonBytes32Array(json, ".signedDigests")[0];
        bytes memory X = vm.parseJsonBytesArray(json, ".X")[0];
        bytes memory v = vm.parseJsonBytesArray(json, ".v")[0];
        bytes memory Q = vm.parseJsonBytesArray(json, ".Q")[0];
        vm.chainId(1);
        assertFalse(parameters.isAuthor(twins, digest, X, v, Q), "chain");
    }
}

/// @dev Calldata parameters need an external call.
contract TreesAndMaps {
    function append(uint256 size, bytes32 head, bytes32[] calldata frontier, bytes32 leaf)
        external
        pure
        returns (bytes32)
    {
        return OrderedTree.append(size, head, frontier, leaf);
    }

    function includes(uint256 size, bytes32 head, uint256 index, bytes32 leaf, bytes32[] calldata proof)
        external
        pure
        returns (bool)
    {
        return OrderedTree.includes(size, head, index, leaf, proof);
    }

    function extends(uint256 oldSize, bytes32 oldHead, uint256 newSize, bytes32 newHead, bytes32[] calldata proof)
        external
        pure
        returns (bool)
    {
        return OrderedTree.extends(oldSize, oldHead, newSize, newHead, proof);
    }

    function root(MapHead calldata map) external pure returns (bytes32) {
        return LaneMap.root(map);
    }

    function inMap(MapHead calldata map, MapEntry calldata entry) external pure returns (bool) {
        return LaneMap.includes(map, entry);
    }

    function notInMap(MapHead calldata map, bytes32 lane, MapEntry[] calldata neighbours) external pure returns (bool) {
        return LaneMap.excludes(map, lane, neighbours);
    }
}

/// @dev Against what package history computed.
contract HistoryDifferentialTest is Test {
    TreesAndMaps private target;
    string private json;
    bytes32[] private leaves;
    bytes32[] private heads;

    function setUp() public {
        target = new TreesAndMaps();
        json = vm.readFile("packages/contracts/test/fixtures/trees.json");
        leaves = vm.parseJsonBytes32Array(json, ".leaves");
        heads = vm.parseJsonBytes32Array(json, ".heads");
    }

    function _words(bytes memory data) private pure returns (bytes32[] memory words) {
        words = new bytes32[](data.length / 32);
        for (uint256 i = 0; i < words.length; ++i) {
            bytes32 word;
            assembly ("memory-safe") {
                word := mload(add(data, mul(32, add(i, 1))))
            }
            words[i] = word;
        }
    }

    function test_FrontiersAndHeads() public view {
        bytes[] memory frontiers = vm.parseJsonBytesArray(json, ".frontiers");
        for (uint256 n = 0; n < 70; ++n) {
            assertEq(target.append(n, heads[n], _words(frontiers[n]), leaves[n]), heads[n + 1], "head");
        }
    }

    function test_InclusionProofs() public view {
        uint256[] memory sizes = vm.parseJsonUintArray(json, ".inclusionSizes");
        uint256[] memory indexes = vm.parseJsonUintArray(json, ".inclusionIndexes");
        bytes[] memory proofs = vm.parseJsonBytesArray(json, ".inclusionProofs");
        assertTrue(sizes.length > 25, "cases");
        for (uint256 i = 0; i < sizes.length; ++i) {
            bytes32[] memory proof = _words(proofs[i]);
            bytes32 leaf = leaves[indexes[i]];
            assertTrue(target.includes(sizes[i], heads[sizes[i]], indexes[i], leaf, proof), "in");
            assertFalse(target.includes(sizes[i], heads[sizes[i]], indexes[i], leaves[69 - indexes[i]], proof), "out");
        }
    }

    function test_ConsistencyProofs() public view {
        uint256[] memory oldSizes = vm.parseJsonUintArray(json, ".consistencyOldSizes");
        uint256[] memory sizes = vm.parseJsonUintArray(json, ".consistencySizes");
        bytes[] memory proofs = vm.parseJsonBytesArray(json, ".consistencyProofs");
        for (uint256 i = 0; i < sizes.length; ++i) {
            (uint256 m, uint256 n) = (oldSizes[i], sizes[i]);
            bytes32[] memory proof = _words(proofs[i]);
            assertTrue(target.extends(m, heads[m], n, heads[n], proof), "prefix");
            assertFalse(target.extends(m, heads[m + 1 <= n ? m + 1 : 0], n, heads[n], proof), "no prefix");
        }
    }

    function test_Maps() public view {
        MapHead memory map =
            MapHead({size: uint64(vm.parseJsonUint(json, ".mapSize")), head: vm.parseJsonBytes32(json, ".mapHead")});
        assertEq(target.root(map), vm.parseJsonBytes32(json, ".mapRoot"), "root");
        bytes32[] memory lanes = vm.parseJsonBytes32Array(json, ".mapLanes");
        uint256[] memory counts = vm.parseJsonUintArray(json, ".mapCounts");
        bytes32[] memory mks = vm.parseJsonBytes32Array(json, ".mapHeads");
        bytes[] memory proofs = vm.parseJsonBytesArray(json, ".mapProofs");
        MapEntry[] memory entries = new MapEntry[](lanes.length);
        for (uint64 i = 0; i < lanes.length; ++i) {
            entries[i] =
                MapEntry({laneId: lanes[i], count: uint64(counts[i]), mk: mks[i], index: i, proof: _words(proofs[i])});
            assertTrue(target.inMap(map, entries[i]), "in");
        }
        MapEntry[] memory pair = new MapEntry[](2);
        for (uint256 i = 0; i + 1 < lanes.length; ++i) {
            (pair[0], pair[1]) = (entries[i], entries[i + 1]);
            assertTrue(target.notInMap(map, bytes32(uint256(lanes[i]) + 1), pair), "between");
            assertFalse(target.notInMap(map, lanes[i], pair), "present");
        }
    }
}
