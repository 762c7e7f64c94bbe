// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OrderedTree} from "../contracts/libraries/OrderedTree.sol";
import {Consortium} from "./utils/Consortium.sol";

/// @dev Calldata parameters need an external call.
contract Trees {
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
}

contract OrderedTreeTest is Consortium {
    Trees private trees;

    function setUp() public override {
        trees = new Trees();
    }

    function _leaves(uint256 n) private pure returns (bytes32[] memory leaves) {
        leaves = new bytes32[](n);
        for (uint256 i = 0; i < n; ++i) {
            leaves[i] = keccak256(abi.encode("leaf", i));
        }
    }

    function test_EmptyIsTheHashOfNothing() public pure {
        assertEq(OrderedTree.EMPTY, keccak256(""), "empty head");
    }

    function test_AppendFollowsTheDefinitionForSizesTo40() public view {
        bytes32[] memory leaves = _leaves(40);
        for (uint256 n = 0; n < 40; ++n) {
            bytes32 given = trees.append(n, n == 0 ? bytes32(0) : _mth(leaves, 0, n), _frontier(leaves, n), leaves[n]);
            assertEq(given, _mth(leaves, 0, n + 1), "head");
        }
    }

    function test_RevertWhen_FrontierHasWrongLength() public {
        bytes32[] memory leaves = _leaves(6);
        vm.expectRevert(abi.encodeWithSelector(OrderedTree.OrderedTree_FrontierLength.selector, 6, 2, 1));
        trees.append(6, _mth(leaves), _list(_mth(leaves)), leaves[0]);
    }

    function test_RevertWhen_FrontierIsOfAnotherTree() public {
        bytes32[] memory leaves = _leaves(6);
        bytes32[] memory frontier = _frontier(leaves, 6);
        (frontier[0], frontier[1]) = (frontier[1], frontier[0]);
        vm.expectRevert(
            abi.encodeWithSelector(
                OrderedTree.OrderedTree_FrontierMismatch.selector, _mth(leaves), _node(frontier[0], frontier[1])
            )
        );
        trees.append(6, _mth(leaves), frontier, leaves[0]);
    }

    function testFuzz_IncludesExactlyWhatIsThere(uint256 seed, uint256 position) public view {
        uint256 n = 1 + seed % 33;
        uint256 index = position % n;
        bytes32[] memory leaves = _leaves(n);
        bytes32[] memory proof = _path(leaves, index);
        assertTrue(trees.includes(n, _mth(leaves), index, leaves[index], proof), "there");
        assertFalse(trees.includes(n, _mth(leaves), index, keccak256("other"), proof), "other leaf");
        assertFalse(trees.includes(n, _mth(leaves), (index + 1) % (n + 1), leaves[index], proof), "other place");
        assertFalse(trees.includes(n, keccak256("other"), index, leaves[index], proof), "other head");
        assertFalse(trees.includes(n, _mth(leaves), index, leaves[index], _append(proof, keccak256("more"))), "longer");
        assertFalse(trees.includes(0, _mth(leaves), 0, leaves[index], proof), "empty tree");
    }

    function testFuzz_ExtendsExactlyPrefixes(uint256 seed, uint256 cut) public view {
        uint256 n = 1 + seed % 33;
        uint256 m = 1 + cut % n;
        bytes32[] memory leaves = _leaves(n);
        bytes32[] memory proof = _consistency(leaves, m);
        bytes32 oldHead = _mth(leaves, 0, m);
        bytes32 newHead = _mth(leaves);
        assertTrue(trees.extends(m, oldHead, n, newHead, proof), "prefix");
        assertFalse(trees.extends(m, keccak256("other"), n, newHead, proof), "other old head");
        assertFalse(trees.extends(m, oldHead, n, keccak256("other"), proof), "other new head");
        assertFalse(trees.extends(m, oldHead, n, newHead, _append(proof, keccak256("more"))), "longer");
        assertFalse(trees.extends(0, oldHead, n, newHead, proof), "nothing to prove");
        assertFalse(trees.extends(n + 1, oldHead, n, newHead, proof), "shrunk");
    }

    /// @dev A node more on top, in the proof and in the heads alike: such a tree is not of that size.
    function test_AProofThatIsTooLongIsNoneEvenIfItJoins() public view {
        bytes32[] memory leaves = _leaves(7);
        bytes32 more = keccak256("more");
        bytes32 head = _node(more, _mth(leaves));
        assertFalse(trees.includes(7, head, 2, leaves[2], _append(_path(leaves, 2), more)), "inclusion");
        bytes32 oldHead = _node(more, _mth(leaves, 0, 3));
        assertFalse(trees.extends(3, oldHead, 7, head, _append(_consistency(leaves, 3), more)), "consistency");
    }

    /// @dev A part of the tree is not the tree, and a head that stays is not a longer lane's.
    function test_AProofThatIsTooShortIsNoneEvenIfItJoins() public view {
        bytes32[] memory leaves = _leaves(7);
        assertFalse(trees.includes(7, leaves[2], 2, leaves[2], new bytes32[](0)), "a leaf for a head");
        bytes32[] memory sibling = _list(leaves[3]);
        assertFalse(trees.includes(7, _node(leaves[2], leaves[3]), 2, leaves[2], sibling), "a subtree for a head");
        bytes32 head = _mth(leaves, 0, 4);
        assertFalse(trees.extends(4, head, 7, head, new bytes32[](0)), "the old head for the new one");
    }

    function test_ExtendsRefusesAnEmptyProofOfAnImperfectTree() public view {
        bytes32[] memory leaves = _leaves(7);
        assertFalse(trees.extends(3, _mth(leaves, 0, 3), 7, _mth(leaves), new bytes32[](0)), "no proof");
    }
}
