// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {AuthorProof} from "../../contracts/AuthorCheck.sol";
import {ParameterTerms} from "../../contracts/AuthorParameters.sol";
import {Bls} from "../../contracts/libraries/Bls.sol";
import {HashToField} from "../../contracts/libraries/HashToField.sol";

/// @title A key authority for tests
/// @dev Knows its own master secret (γ, a), so that tests can sign whatever they like on the fly. The formulas are those of docs/SCHEME.md; that they
/// agree with package mibsc is shown by `AuthorParameters.t.sol` on fixtures which that package wrote.
library Authority {
    bytes internal constant G1 = hex"0000000000000000000000000000000017f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb"
        hex"0000000000000000000000000000000008b3f481e3aaa0f1a09e30ed741d8ae4fcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e1";
    bytes internal constant G2 = hex"00000000000000000000000000000000024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8"
        hex"0000000000000000000000000000000013e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e"
        hex"000000000000000000000000000000000ce5d527727d6e118cc9cdc6da2e351aadfd9baa8cbdd3a76d429a695160d12c923ac9cc3baca289e193548608b82801"
        hex"000000000000000000000000000000000606c4a02ea734cc32acd2b02bc28b99cb3e287e85a763af267492ab572e99ab3f370d275cec1da1aaa9075ff05f79be";
    uint256 private constant GAMMA = uint256(keccak256("gamma of the tests")) >> 2;
    uint256 private constant A = uint256(keccak256("a of the tests")) >> 2;
    bytes32 internal constant DIGEST = keccak256("parameters of the tests");
    bytes private constant SUITE = "TWINSEAL-MIBSC-BLS12381-V1";
    bytes private constant DST = "TWINSEAL-V1-SIGN";

    function parameters() internal view returns (ParameterTerms memory) {
        return withSecret(GAMMA, DIGEST);
    }

    function otherParameters() internal view returns (ParameterTerms memory) {
        return withSecret(GAMMA + 1, keccak256("other parameters"));
    }

    function withSecret(uint256 gamma, bytes32 digest) internal view returns (ParameterTerms memory) {
        return ParameterTerms({
            digest: digest,
            w: Bls.g1Mul(G1, mulmod(gamma, A, Bls.ORDER)),
            H1: Bls.g2Mul(G2, gamma),
            H2: Bls.g2Mul(G2, mulmod(gamma, gamma, Bls.ORDER))
        });
    }

    function identity(string memory name, uint32 epoch) internal pure returns (bytes memory) {
        bytes memory digits = bytes(_decimal(epoch));
        return abi.encodePacked(uint32(bytes(name).length), name, uint32(digits.length), digits);
    }

    function point(bytes memory identity_) internal view returns (bytes memory) {
        uint256 xS = HashToField.scalar(identity_, DST);
        return Bls.g2Add(Bls.g2Mul(G2, mulmod(GAMMA, GAMMA, Bls.ORDER)), Bls.g2Mul(Bls.g2Mul(G2, GAMMA), xS));
    }

    /// @dev X = x·w, v = (x + f)·SK_S with SK_S = a/(γ + x_S)·P1.
    function prove(bytes memory identity_, bytes32 signedDigest, address twins)
        internal
        view
        returns (AuthorProof memory proof)
    {
        uint256 x = uint256(keccak256(abi.encode(identity_, signedDigest, twins))) % Bls.ORDER;
        proof.Q = point(identity_);
        proof.X = Bls.g1Mul(G1, mulmod(x, mulmod(GAMMA, A, Bls.ORDER), Bls.ORDER));
        bytes32 domain = keccak256(abi.encodePacked(SUITE, DIGEST, block.chainid, twins));
        uint256 f = uint128(uint256(keccak256(abi.encodePacked(domain, proof.X, signedDigest, keccak256(proof.Q)))));
        uint256 denominator = addmod(GAMMA, HashToField.scalar(identity_, DST), Bls.ORDER);
        uint256 secret = mulmod(A, Math.invModPrime(denominator, Bls.ORDER), Bls.ORDER);
        proof.v = Bls.g1Mul(G1, mulmod(addmod(x, f, Bls.ORDER), secret, Bls.ORDER));
    }

    function _decimal(uint256 n) private pure returns (string memory) {
        if (n < 10) return string(abi.encodePacked(uint8(48 + n)));
        return string(abi.encodePacked(_decimal(n / 10), uint8(48 + (n % 10))));
    }
}
