// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

/// @title Consents: signed by somebody, relayed by anybody
library Consents {
    /// @notice Neither a valid signature of `signer` over this digest, nor a direct call by it.
    error Consents_NotSignedBy(address signer, bytes32 digest);
    /// @notice The signature's deadline has passed; the signer has to sign again.
    error Consents_DeadlinePassed(uint256 deadline, uint256 time);

    /// @notice Reverts unless `signer` consents to `digest`: by a direct call when `signature` is empty, else by a signature, either
    /// ECDSA with low s or what the wallet contract at `signer` accepts (ERC-1271).
    function requireConsent(address signer, bytes32 digest, bytes calldata signature) internal view {
        bool ok = signature.length == 0
            ? msg.sender == signer
            : SignatureChecker.isValidSignatureNowCalldata(signer, digest, signature);
        if (!ok) revert Consents_NotSignedBy(signer, digest);
    }

    /// @notice Reverts when the deadline, a time in seconds and inclusive, has passed.
    function requireInTime(uint256 deadline) internal view {
        if (block.timestamp > deadline) revert Consents_DeadlinePassed(deadline, block.timestamp);
    }
}
