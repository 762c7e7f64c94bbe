// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Bits} from "./Bits.sol";

/// @title Ordered, append-only Merkle trees (RFC 9162, section 2.1) with Keccak-256
/// @dev A lane stores only its size and its head. Whoever appends brings the *frontier*: the heads of the perfect subtrees of which
/// a tree of that size consists, largest first. They are joined again and compared with the stored head, so a wrong frontier is
/// refused, and one append writes two storage words whatever the size.
library OrderedTree {
    /// @notice The head of the tree without leaves: Keccak-256 of nothing.
    bytes32 internal constant EMPTY = 0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470;

    /// @notice A tree of `size` leaves has one perfect subtree for each bit set in its size.
    error OrderedTree_FrontierLength(uint256 size, uint256 expected, uint256 given);
    /// @notice The frontier joins to another head than the stored one: it is of another tree, size or order.
    error OrderedTree_FrontierMismatch(bytes32 head, bytes32 joined);

    /// @notice The head after appending `leaf` to the tree of `size` leaves with head `head`.
    /// @param frontier heads of the tree's perfect subtrees, largest first; empty for an empty tree
    function append(uint256 size, bytes32 head, bytes32[] calldata frontier, bytes32 leaf)
        internal
        pure
        returns (bytes32)
    {
        uint256 peaks = Bits.count(size);
        if (frontier.length != peaks) revert OrderedTree_FrontierLength(size, peaks, frontier.length);
        if (peaks == 0) return leaf;
        bytes32 joined = _join(frontier, peaks - 1, frontier[peaks - 1]);
        if (joined != head) revert OrderedTree_FrontierMismatch(head, joined);
        // As a binary counter carries: each trailing one bit is a perfect subtree waiting for its right sibling.
        bytes32 tail = leaf;
        for (uint256 n = size; n & 1 == 1; n >>= 1) {
            tail = node(frontier[--peaks], tail);
        }
        return _join(frontier, peaks, tail);
    }

    /// @notice Whether `leaf` stands at `index` of the tree (size, head): RFC 9162, section 2.1.3.2.
    function includes(uint256 size, bytes32 head, uint256 index, bytes32 leaf, bytes32[] calldata proof)
        internal
        pure
        returns (bool)
    {
        if (index >= size) return false;
        uint256 fn = index;
        uint256 sn = size - 1;
        bytes32 joined = leaf;
        for (uint256 i = 0; i < proof.length; ++i) {
            if (sn == 0) return false;
            if (fn & 1 == 1 || fn == sn) {
                joined = node(proof[i], joined);
                // A node without right sibling moves up unchanged until it becomes a right child.
                while (fn & 1 == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                joined = node(joined, proof[i]);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && joined == head;
    }

    /// @notice Whether the tree (oldSize, oldHead) is a prefix of the tree (newSize, newHead): RFC 9162, section 2.1.4.2.
    /// @dev False for an old tree without leaves: there is nothing to prove.
    function extends(uint256 oldSize, bytes32 oldHead, uint256 newSize, bytes32 newHead, bytes32[] calldata proof)
        internal
        pure
        returns (bool)
    {
        if (oldSize == 0 || oldSize > newSize) return false;
        if (oldSize == newSize) return proof.length == 0 && oldHead == newHead;
        uint256 fn = oldSize - 1;
        uint256 sn = newSize - 1;
        while (fn & 1 == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        uint256 i;
        bytes32 first = oldHead;
        if (fn != 0) {
            // The old tree is not perfect, so its rightmost perfect subtree comes with the proof.
            if (proof.length == 0) return false;
            first = proof[i++];
        }
        (bytes32 oldJoined, bytes32 newJoined) = (first, first);
        for (; i < proof.length; ++i) {
            if (sn == 0) return false;
            if (fn & 1 == 1 || fn == sn) {
                oldJoined = node(proof[i], oldJoined);
                newJoined = node(proof[i], newJoined);
                while (fn & 1 == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                newJoined = node(newJoined, proof[i]);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && oldJoined == oldHead && newJoined == newHead;
    }

    /// @notice H(0x01 || left || right).
    function node(bytes32 left, bytes32 right) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(uint8(1), left, right));
    }

    /// @dev Joins frontier[0 .. length) and `tail` from the right.
    function _join(bytes32[] calldata frontier, uint256 length, bytes32 tail) private pure returns (bytes32 joined) {
        joined = tail;
        for (uint256 i = length; i > 0; --i) {
            joined = node(frontier[i - 1], joined);
        }
    }
}
