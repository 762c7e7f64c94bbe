// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Consents} from "../contracts/libraries/Consents.sol";
import {Test} from "./utils/Test.sol";
import {Wallet} from "./utils/Wallet.sol";

/// @dev Reverts have to happen a call below the test.
contract Consenting {
    function requireConsent(address signer, bytes32 digest, bytes calldata signature) external view {
        Consents.requireConsent(signer, digest, signature);
    }

    function requireInTime(uint256 deadline) external view {
        Consents.requireInTime(deadline);
    }
}

/// @dev Against the example of EIP-712 itself ("Ether Mail"): its message, its digest, its signer, its signature.
contract ConsentsTest is Test {
    Consenting private consenting;
    address private constant COW = 0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826;
    bytes32 private constant R = 0x4355c47d63924e8a72e509b65029052eb6c299d53a04e167c5775fd466751c9d;
    bytes32 private constant S = 0x07299936d304c153f6443dfa05f40ff007d72911b6f72307f996231605b91562;
    uint8 private constant V = 28;
    /// @dev Order of secp256k1 (SEC 2).
    uint256 private constant N = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

    function setUp() public {
        consenting = new Consenting();
    }

    /// @dev hashStruct and digest by the rules of the EIP, from the words of its example.
    function _digest() private pure returns (bytes32) {
        bytes32 personType = keccak256("Person(string name,address wallet)");
        bytes32 mailType = keccak256("Mail(Person from,Person to,string contents)Person(string name,address wallet)");
        bytes32 from = keccak256(abi.encode(personType, keccak256("Cow"), COW));
        bytes32 to =
            keccak256(abi.encode(personType, keccak256("Bob"), address(0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB)));
        bytes32 mail = keccak256(abi.encode(mailType, from, to, keccak256("Hello, Bob!")));
        bytes32 separator = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Ether Mail"),
                keccak256("1"),
                uint256(1),
                address(0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC)
            )
        );
        return keccak256(abi.encodePacked(hex"1901", separator, mail));
    }

    function _notSigned(bytes32 digest) private pure returns (bytes memory) {
        return abi.encodeWithSelector(Consents.Consents_NotSignedBy.selector, COW, digest);
    }

    function test_AcceptsTheExampleOfTheEip() public view {
        assertEq(_digest(), 0xbe609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2, "digest");
        consenting.requireConsent(COW, _digest(), abi.encodePacked(R, S, V));
    }

    function test_AcceptsADirectCallOfTheSigner() public {
        vm.prank(COW);
        consenting.requireConsent(COW, _digest(), "");
    }

    function test_AcceptsWhatAWalletContractAccepts() public {
        Wallet wallet = new Wallet(COW);
        consenting.requireConsent(address(wallet), _digest(), abi.encodePacked(R, S, V));
        bytes32 other = keccak256("other");
        vm.expectRevert(abi.encodeWithSelector(Consents.Consents_NotSignedBy.selector, address(wallet), other));
        consenting.requireConsent(address(wallet), other, abi.encodePacked(R, S, V));
    }

    function test_RevertWhen_TheSignatureIsAlteredMalleatedOrMalformed() public {
        bytes32 digest = _digest();
        bytes[9] memory bad = [
            abi.encodePacked(R, S, uint8(27)),
            abi.encodePacked(R, bytes32(N - uint256(S)), uint8(27)), // the malleated twin of the signature
            abi.encodePacked(R, bytes32(N - uint256(S)), V),
            abi.encodePacked(R, S), // 64 bytes: no compact form is taken
            abi.encodePacked(R, S, V, hex"00"),
            abi.encodePacked(R, S, uint8(1)),
            abi.encodePacked(bytes32(0), S, V),
            abi.encodePacked(R, bytes32(0), V),
            abi.encodePacked(bytes32(uint256(R) ^ 1), S, V)
        ];
        for (uint256 i = 0; i < bad.length; ++i) {
            vm.expectRevert(_notSigned(digest));
            consenting.requireConsent(COW, digest, bad[i]);
        }
        vm.expectRevert(_notSigned(keccak256("other")));
        consenting.requireConsent(COW, keccak256("other"), abi.encodePacked(R, S, V));
        vm.expectRevert(_notSigned(digest));
        consenting.requireConsent(COW, digest, "");
        // Nobody is the zero address, whatever a broken signature recovers to.
        vm.expectRevert(abi.encodeWithSelector(Consents.Consents_NotSignedBy.selector, address(0), digest));
        consenting.requireConsent(address(0), digest, abi.encodePacked(R, S, uint8(1)));
    }

    function test_DeadlinesAreInclusive() public {
        vm.warp(1000);
        consenting.requireInTime(1000);
        consenting.requireInTime(1001);
        vm.expectRevert(abi.encodeWithSelector(Consents.Consents_DeadlinePassed.selector, 999, 1000));
        consenting.requireInTime(999);
    }
}
