// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OrderedTree} from "./OrderedTree.sol";

/// @notice A committed map: how many lanes, and the head of the tree over its leaves.
struct MapHead {
    uint64 size;
    bytes32 head;
}

/// @notice One entry of a map with its proof.
/// @param index position in the order of lane ids
/// @param proof audit path, lowest node first
struct MapEntry {
    bytes32 laneId;
    uint64 count;
    bytes32 mk;
    uint64 index;
    bytes32[] proof;
}

/// @title A hospital's sorted map lane → (count, mk)
/// @notice An ordered tree (RFC 9162, Keccak-256) over leaves that ascend by lane id. Two neighbours show that nothing stands between them.
/// leaf = keccak(00 || laneId || u64 count || mk); root = keccak(T("TWINSEAL-V1-MAP") || u64 size || head).
library LaneMap {
    bytes32 private constant TAG = keccak256("TWINSEAL-V1-MAP");

    /// @notice The 32 bytes that an author signs and this chain keeps of a map.
    function root(MapHead calldata map) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(TAG, map.size, map.head));
    }

    /// @notice Whether the entry stands in the map.
    function includes(MapHead calldata map, MapEntry calldata entry) internal pure returns (bool) {
        bytes32 leaf = keccak256(abi.encodePacked(uint8(0), entry.laneId, entry.count, entry.mk));
        return OrderedTree.includes(map.size, map.head, entry.index, leaf, entry.proof);
    }

    /// @notice Whether the entries show that a lane is not in the (sorted) map: its two neighbours, or the first or last entry alone.
    function excludes(MapHead calldata map, bytes32 laneId, MapEntry[] calldata neighbours)
        internal
        pure
        returns (bool)
    {
        if (neighbours.length == 1) {
            MapEntry calldata only = neighbours[0];
            if (!includes(map, only)) return false;
            bool outside =
                (only.index == 0 && laneId < only.laneId) || (only.index + 1 == map.size && laneId > only.laneId);
            return outside;
        }
        if (neighbours.length != 2) return false;
        (MapEntry calldata left, MapEntry calldata right) = (neighbours[0], neighbours[1]);
        // Only indexes that stand in the map are counted with: others may be of any size.
        if (!includes(map, left) || !includes(map, right)) return false;
        return left.index + 1 == right.index && left.laneId < laneId && laneId < right.laneId;
    }
}
