// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Bls} from "../contracts/libraries/Bls.sol";
import {Authority} from "./utils/Authority.sol";
import {Test} from "./utils/Test.sol";

/// @dev Reverts have to happen a call below the test.
contract Curve {
    function g1Add(bytes calldata a, bytes calldata b) external view returns (bytes memory) {
        return Bls.g1Add(a, b);
    }

    function g1Mul(bytes calldata point, uint256 scalar) external view returns (bytes memory) {
        return Bls.g1Mul(point, scalar);
    }

    function g2Add(bytes calldata a, bytes calldata b) external view returns (bytes memory) {
        return Bls.g2Add(a, b);
    }

    function g2Mul(bytes calldata point, uint256 scalar) external view returns (bytes memory) {
        return Bls.g2Mul(point, scalar);
    }

    function pairing(bytes calldata a1, bytes calldata a2, bytes calldata b1, bytes calldata b2)
        external
        view
        returns (bool)
    {
        return Bls.pairingIsOne(a1, a2, b1, b2);
    }

    function requireG1(bytes calldata point) external view {
        Bls.requireG1(point);
    }

    function requireG2(bytes calldata point) external view {
        Bls.requireG2(point);
    }
}

/// @dev The published vectors of EIP-2537 through our wrappers.
contract BlsTest is Test {
    /// @dev A precompile that refuses burns all the gas it was given.
    uint256 private constant LIMIT = 1_000_000;

    Curve private curve;
    string private json;

    function setUp() public {
        curve = new Curve();
        json = vm.readFile("packages/contracts/test/fixtures/eip2537.json");
    }

    function _inputs(string memory kind) private view returns (bytes[] memory) {
        return vm.parseJsonBytesArray(json, string.concat(".", kind, "Inputs"));
    }

    function _outputs(string memory kind) private view returns (bytes[] memory) {
        return vm.parseJsonBytesArray(json, string.concat(".", kind, "Outputs"));
    }

    function _slice(bytes memory data, uint256 from, uint256 length) private pure returns (bytes memory part) {
        part = new bytes(length);
        for (uint256 i = 0; i < length; ++i) {
            part[i] = data[from + i];
        }
    }

    function _invalid(address precompile) private pure returns (bytes memory) {
        return abi.encodeWithSelector(Bls.Bls_InvalidPoint.selector, precompile);
    }

    function test_TheVectorsAreAllHere() public view {
        assertEq(_inputs("failAddG1").length, 4, "add G1");
        assertEq(_inputs("failAddG2").length, 4, "add G2");
        assertEq(_inputs("failMulG1").length, 5, "mul G1");
        assertEq(_inputs("failMulG2").length, 5, "mul G2");
        assertEq(_inputs("failPairing").length, 22, "pairing");
    }

    function test_RevertWhen_TheVectorsSaySo() public {
        bytes[] memory inputs = _inputs("failAddG1");
        for (uint256 i = 0; i < inputs.length; ++i) {
            (bytes memory a, bytes memory b) = (_slice(inputs[i], 0, 128), _slice(inputs[i], 128, 128));
            vm.expectRevert(_invalid(Bls.G1_ADD));
            curve.g1Add{gas: LIMIT}(a, b);
        }
        inputs = _inputs("failAddG2");
        for (uint256 i = 0; i < inputs.length; ++i) {
            (bytes memory a, bytes memory b) = (_slice(inputs[i], 0, 256), _slice(inputs[i], 256, 256));
            vm.expectRevert(_invalid(Bls.G2_ADD));
            curve.g2Add{gas: LIMIT}(a, b);
        }
        inputs = _inputs("failMulG1");
        for (uint256 i = 0; i < inputs.length; ++i) {
            bytes memory point = _slice(inputs[i], 0, 128);
            uint256 scalar = uint256(bytes32(_slice(inputs[i], 128, 32)));
            vm.expectRevert(_invalid(Bls.G1_MSM));
            curve.g1Mul{gas: LIMIT}(point, scalar);
            vm.expectRevert(_invalid(Bls.G1_MSM));
            curve.requireG1{gas: LIMIT}(point);
        }
        inputs = _inputs("failMulG2");
        for (uint256 i = 0; i < inputs.length; ++i) {
            bytes memory point = _slice(inputs[i], 0, 256);
            uint256 scalar = uint256(bytes32(_slice(inputs[i], 256, 32)));
            vm.expectRevert(_invalid(Bls.G2_MSM));
            curve.g2Mul{gas: LIMIT}(point, scalar);
            vm.expectRevert(_invalid(Bls.G2_MSM));
            curve.requireG2{gas: LIMIT}(point);
        }
    }

    function test_RevertWhen_ThePairingVectorsSaySo() public {
        bytes[] memory inputs = _inputs("failPairing");
        for (uint256 i = 0; i < inputs.length; ++i) {
            bytes memory input = inputs[i];
            // A single pair is filled up with a good one.
            bytes memory b1 = input.length == 768 ? _slice(input, 384, 128) : Authority.G1;
            bytes memory b2 = input.length == 768 ? _slice(input, 512, 256) : Authority.G2;
            (bytes memory a1, bytes memory a2) = (_slice(input, 0, 128), _slice(input, 128, 256));
            vm.expectRevert(_invalid(Bls.PAIRING_CHECK));
            curve.pairing{gas: LIMIT}(a1, a2, b1, b2);
        }
    }

    function test_AgreesWithTheVectors() public view {
        bytes[] memory inputs = _inputs("addG1");
        bytes[] memory outputs = _outputs("addG1");
        for (uint256 i = 0; i < inputs.length; ++i) {
            assertEq(curve.g1Add(_slice(inputs[i], 0, 128), _slice(inputs[i], 128, 128)), outputs[i], "add G1");
        }
        (inputs, outputs) = (_inputs("addG2"), _outputs("addG2"));
        for (uint256 i = 0; i < inputs.length; ++i) {
            assertEq(curve.g2Add(_slice(inputs[i], 0, 256), _slice(inputs[i], 256, 256)), outputs[i], "add G2");
        }
        (inputs, outputs) = (_inputs("mulG1"), _outputs("mulG1"));
        for (uint256 i = 0; i < inputs.length; ++i) {
            uint256 scalar = uint256(bytes32(_slice(inputs[i], 128, 32)));
            assertEq(curve.g1Mul(_slice(inputs[i], 0, 128), scalar), outputs[i], "mul G1");
        }
        (inputs, outputs) = (_inputs("mulG2"), _outputs("mulG2"));
        for (uint256 i = 0; i < inputs.length; ++i) {
            uint256 scalar = uint256(bytes32(_slice(inputs[i], 256, 32)));
            assertEq(curve.g2Mul(_slice(inputs[i], 0, 256), scalar), outputs[i], "mul G2");
        }
        (inputs, outputs) = (_inputs("pairing"), _outputs("pairing"));
        for (uint256 i = 0; i < inputs.length; ++i) {
            bool one = curve.pairing(
                _slice(inputs[i], 0, 128),
                _slice(inputs[i], 128, 256),
                _slice(inputs[i], 384, 128),
                _slice(inputs[i], 512, 256)
            );
            assertEq(one ? 1 : 0, uint256(bytes32(outputs[i])), "pairing");
        }
    }

    function test_TheNegativeGeneratorIsThat() public view {
        assertEq(Bls.g2Add(Authority.G2, Bls.NEGATIVE_G2_GENERATOR), new bytes(256), "sum");
        curve.requireG1(Authority.G1);
        curve.requireG2(Authority.G2);
    }

    function test_RevertWhen_ThePointIsTheIdentityOrOfWrongLength() public {
        vm.expectRevert(Bls.Bls_IdentityPoint.selector);
        curve.requireG1(new bytes(128));
        vm.expectRevert(Bls.Bls_IdentityPoint.selector);
        curve.requireG2(new bytes(256));
        vm.expectRevert(abi.encodeWithSelector(Bls.Bls_WrongLength.selector, 128, 0));
        curve.requireG1("");
        vm.expectRevert(abi.encodeWithSelector(Bls.Bls_WrongLength.selector, 256, 255));
        curve.requireG2(new bytes(255));
    }

    function test_RevertWhen_TheChainLacksThePrecompile() public {
        // As on a chain without EIP-2537: the address answers every call with success and nothing.
        vm.mockCall(Bls.G1_ADD, "", "");
        vm.expectRevert(abi.encodeWithSelector(Bls.Bls_PrecompileMissing.selector, Bls.G1_ADD));
        curve.g1Add(Authority.G1, Authority.G1);
    }
}
