// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title BLS12-381 by the precompiles of EIP-2537
/// @notice Points are in that EIP's encoding: G1 128 bytes, G2 256 bytes, the identity all zero.
/// @dev Additions check the curve but NOT the subgroup; multiplications and pairings check both. Callers see to it that every
/// point goes through one of the latter before it is trusted.
library Bls {
    address internal constant G1_ADD = address(0x0b);
    address internal constant G1_MSM = address(0x0c);
    address internal constant G2_ADD = address(0x0d);
    address internal constant G2_MSM = address(0x0e);
    address internal constant PAIRING_CHECK = address(0x0f);

    uint256 internal constant G1_BYTES = 128;
    uint256 internal constant G2_BYTES = 256;

    /// @notice Order of the groups (EIP-2537, "Curve parameters").
    uint256 internal constant ORDER = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001;

    /// @notice -P2: the negative of the standard generator of G2 (EIP-2537's generator with both coordinates of y negated modulo p).
    bytes internal constant NEGATIVE_G2_GENERATOR = hex"00000000000000000000000000000000024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8"
        hex"0000000000000000000000000000000013e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e"
        hex"000000000000000000000000000000000d1b3cc2c7027888be51d9ef691d77bcb679afda66c73f17f9ee3837a55024f78c71363275a75d75d86bab79f74782aa"
        hex"0000000000000000000000000000000013fa4d4a0ad8b1ce186ed5061789213d993923066dddaf1040bc3ff59f825c78df74f2d75467e25e0f55f8a00fa030ed";

    /// @notice The chain has no such precompile: it lacks EIP-2537 (Pectra, May 2025).
    error Bls_PrecompileMissing(address precompile);
    /// @notice A precompile refused its input: bad length, not a field element, not on the curve, or not in the subgroup.
    error Bls_InvalidPoint(address precompile);
    /// @notice The identity stands where it would make every check pass.
    error Bls_IdentityPoint();
    /// @notice A point is not as long as its group's encoding.
    error Bls_WrongLength(uint256 expected, uint256 given);

    /// @notice a + b in G1, without subgroup check.
    function g1Add(bytes memory a, bytes memory b) internal view returns (bytes memory) {
        return _call(G1_ADD, bytes.concat(a, b), G1_BYTES);
    }

    /// @notice scalar * point in G1, with subgroup check.
    function g1Mul(bytes memory point, uint256 scalar) internal view returns (bytes memory) {
        return _call(G1_MSM, bytes.concat(point, bytes32(scalar)), G1_BYTES);
    }

    /// @notice a + b in G2, without subgroup check.
    function g2Add(bytes memory a, bytes memory b) internal view returns (bytes memory) {
        return _call(G2_ADD, bytes.concat(a, b), G2_BYTES);
    }

    /// @notice scalar * point in G2, with subgroup check.
    function g2Mul(bytes memory point, uint256 scalar) internal view returns (bytes memory) {
        return _call(G2_MSM, bytes.concat(point, bytes32(scalar)), G2_BYTES);
    }

    /// @notice Whether e(a1, a2) * e(b1, b2) = 1, with subgroup checks of all four. The identity is accepted: reject it before.
    function pairingIsOne(bytes memory a1, bytes memory a2, bytes memory b1, bytes memory b2)
        internal
        view
        returns (bool)
    {
        bytes memory output = _call(PAIRING_CHECK, bytes.concat(a1, a2, b1, b2), 32);
        return abi.decode(output, (uint256)) == 1;
    }

    /// @notice Reverts unless `point` is a valid element of G1 other than the identity.
    function requireG1(bytes memory point) internal view {
        requireNotIdentity(point, G1_BYTES);
        g1Mul(point, 1);
    }

    /// @notice Reverts unless `point` is a valid element of G2 other than the identity.
    function requireG2(bytes memory point) internal view {
        requireNotIdentity(point, G2_BYTES);
        g2Mul(point, 1);
    }

    /// @notice Reverts unless `point` has `length` bytes, not all of them zero.
    function requireNotIdentity(bytes memory point, uint256 length) internal pure {
        if (point.length != length) revert Bls_WrongLength(length, point.length);
        if (keccak256(point) == keccak256(new bytes(length))) revert Bls_IdentityPoint();
    }

    function _call(address precompile, bytes memory input, uint256 outputLength) private view returns (bytes memory) {
        (bool ok, bytes memory output) = precompile.staticcall(input);
        if (!ok) revert Bls_InvalidPoint(precompile);
        // An address without code answers every call with success and no bytes.
        if (output.length != outputLength) revert Bls_PrecompileMissing(precompile);
        return output;
    }
}
