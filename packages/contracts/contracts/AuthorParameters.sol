// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Bls} from "./libraries/Bls.sol";
import {HashToField} from "./libraries/HashToField.sol";

/// @notice What of the scheme's public parameters a contract needs to check authorship (docs/SCHEME.md).
/// @param digest SHA-256 of the whole encoded parameters
/// @param w  γ·g in G1, 128 bytes
/// @param H1 γ·h in G2, 256 bytes
/// @param H2 γ²·h in G2, 256 bytes
struct ParameterTerms {
    bytes32 digest;
    bytes w;
    bytes H1;
    bytes H2;
}

/// @title One set of pinned parameters, and the author check under it
/// @notice Immutable: other parameters are another contract, which the hospitals' quorum pins in `AuthorizedHospitals`.
/// Symbols are those of docs/SCHEME.md, "Author".
/// @dev The parameters live in the code, not in storage: a check reads them for nothing.
contract AuthorParameters {
    bytes private constant SUITE = "TWINSEAL-MIBSC-BLS12381-V1";
    bytes private constant SIGN_DST = "TWINSEAL-V1-SIGN";

    /// @notice SHA-256 of the encoded public parameters.
    bytes32 public immutable digest;

    bytes32 private immutable _w0;
    bytes32 private immutable _w1;
    bytes32 private immutable _w2;
    bytes32 private immutable _w3;
    bytes32 private immutable _h10;
    bytes32 private immutable _h11;
    bytes32 private immutable _h12;
    bytes32 private immutable _h13;
    bytes32 private immutable _h14;
    bytes32 private immutable _h15;
    bytes32 private immutable _h16;
    bytes32 private immutable _h17;
    bytes32 private immutable _h20;
    bytes32 private immutable _h21;
    bytes32 private immutable _h22;
    bytes32 private immutable _h23;
    bytes32 private immutable _h24;
    bytes32 private immutable _h25;
    bytes32 private immutable _h26;
    bytes32 private immutable _h27;

    /// @notice A digest of zero is no digest: the caller forgot to set it.
    error AuthorParameters_DigestMissing();
    /// @notice The identity's scalar or author point is zero; no key exists for it.
    error AuthorParameters_DegenerateIdentity();

    /// @notice Pins the parameters after checking curve, subgroup and identity of each point.
    /// @dev That H1 and H2 are consecutive powers and that `digest` is theirs is not checked here (it needs the whole parameters):
    /// each hospital validates them before it founds or votes.
    constructor(ParameterTerms memory terms) {
        if (terms.digest == 0) revert AuthorParameters_DigestMissing();
        Bls.requireG1(terms.w);
        Bls.requireG2(terms.H1);
        Bls.requireG2(terms.H2);
        digest = terms.digest;
        (_w0, _w1, _w2, _w3) = abi.decode(terms.w, (bytes32, bytes32, bytes32, bytes32));
        (_h10, _h11, _h12, _h13, _h14, _h15, _h16, _h17) =
            abi.decode(terms.H1, (bytes32, bytes32, bytes32, bytes32, bytes32, bytes32, bytes32, bytes32));
        (_h20, _h21, _h22, _h23, _h24, _h25, _h26, _h27) =
            abi.decode(terms.H2, (bytes32, bytes32, bytes32, bytes32, bytes32, bytes32, bytes32, bytes32));
    }

    /// @notice γ·g, 128 bytes.
    function w() public view returns (bytes memory) {
        return abi.encodePacked(_w0, _w1, _w2, _w3);
    }

    /// @notice γ·h, 256 bytes.
    function H1() public view returns (bytes memory) {
        return abi.encodePacked(_h10, _h11, _h12, _h13, _h14, _h15, _h16, _h17);
    }

    /// @notice γ²·h, 256 bytes.
    function H2() public view returns (bytes memory) {
        return abi.encodePacked(_h20, _h21, _h22, _h23, _h24, _h25, _h26, _h27);
    }

    /// @notice The signing scalar of an identity and its author point Q = H2 + x_S·H1.
    /// @dev Computed here from the identity itself, so that nobody can submit somebody else's scalar or a point of the own choice.
    /// @param identity identityBytes of REC-3
    function authorPoint(bytes calldata identity) external view returns (uint256 xS, bytes memory Q) {
        xS = HashToField.scalar(identity, SIGN_DST);
        if (xS == 0) revert AuthorParameters_DegenerateIdentity();
        Q = Bls.g2Add(H2(), Bls.g2Mul(H1(), xS));
        // Q = γ(γ + x_S)·h is the identity only if the authority's own Extract would divide by zero.
        if (keccak256(Q) == keccak256(new bytes(Bls.G2_BYTES))) revert AuthorParameters_DegenerateIdentity();
    }

    /// @notice Whether (X, v) proves authorship of `signedDigest` under the author point Q: e(v, Q) = e(X + f·w, h).
    /// @dev The caller has compared Q with the stored digest of the author's point: under a self-chosen Q anyone can forge.
    /// X is not multiplied, so its subgroup is checked through the sum: f·w is in the subgroup, and the pairing checks X + f·w.
    /// @param twins address of `PatientDigitalTwin`, part of the proof's domain D
    /// @param signedDigest 32 bytes, already separated by the kind of what is signed
    function isAuthor(address twins, bytes32 signedDigest, bytes calldata X, bytes calldata v, bytes calldata Q)
        external
        view
        returns (bool)
    {
        Bls.requireNotIdentity(X, Bls.G1_BYTES);
        Bls.requireNotIdentity(v, Bls.G1_BYTES);
        Bls.requireNotIdentity(Q, Bls.G2_BYTES);
        bytes32 domain = keccak256(abi.encodePacked(SUITE, digest, block.chainid, twins));
        uint128 f = uint128(uint256(keccak256(abi.encodePacked(domain, X, signedDigest, keccak256(Q)))));
        return Bls.pairingIsOne(v, Q, Bls.g1Add(X, Bls.g1Mul(w(), f)), Bls.NEGATIVE_G2_GENERATOR);
    }
}
