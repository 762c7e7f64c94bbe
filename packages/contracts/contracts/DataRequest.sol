// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {Access} from "./Access.sol";
import {AuthorCheck, AuthorProof, PastProof} from "./AuthorCheck.sol";
import {AuthorContext} from "./AuthorizedHospitals.sol";
import {Component} from "./Component.sol";
import {Grant, Query, Reason, Status, Wiring} from "./Types.sol";
import {Consents} from "./libraries/Consents.sol";
import {GrantTypes} from "./libraries/GrantTypes.sol";
import {Lists} from "./libraries/Lists.sol";
import {OrderedTree} from "./libraries/OrderedTree.sol";

/// @notice What a hospital asks for.
/// @param scopes strictly ascending, 1 to 64
/// @param deadline last second at which an answer is wanted
/// @param salt random, so that the same question can be asked again
struct Request {
    bytes32 twinId;
    bytes32 hospital;
    bytes32 staff;
    bytes32[] scopes;
    bytes32 purpose;
    uint8 operation;
    uint64 deadline;
    bytes32 salt;
}

/// @notice The recorded answer to a request; one storage word.
/// @param accessVersion of the twin when decided
struct Decision {
    bool decided;
    bool permit;
    uint8 reason;
    uint64 accessVersion;
    uint64 blockNumber;
    uint64 time;
}

/// @notice A hospital's access receipts of a while, as one ordered tree.
/// @param server authorId of the hospital that answered
/// @param number counts the hospital's batches of receipts from 0
/// @param size how many receipts, 1 to 65,536
/// @param root MTH_keccak over keccak(00 || sha256(receipt without X || v))
struct ReceiptBatch {
    bytes32 server;
    uint64 number;
    uint32 size;
    bytes32 root;
}

enum ChallengeStatus {
    None,
    Open,
    Answered,
    Omitted
}

/// @notice A receipt whose anchoring is in question.
/// @param answerBy last second at which an answer counts
struct Challenge {
    bytes32 server;
    bytes32 receiptDigest;
    uint40 answerBy;
    ChallengeStatus status;
}

/// @title Requests for data and their decisions (a data contract of the paper's 7.3)
/// @notice In strict mode a request and its decision are one transaction; nothing is released before its block is confirmed. A refusal is an
/// answer and is recorded like a permission.
///
/// In receipt mode the answer is a signed access receipt (REC-22), anchored later in batches. Whoever holds a receipt that seems to be missing
/// challenges: within the window anyone may answer with its place in a batch; after it the omission is proved. Neither a suspension nor the end of a
/// generation keeps a hospital from accounting for what it released before.
contract DataRequest is AuthorCheck, EIP712 {
    bytes32 private constant REQUEST_TYPEHASH = keccak256(
        "DataRequest(bytes32 twinId,bytes32 hospital,bytes32 staff,bytes32[] scopes,bytes32 purpose,uint8 operation,uint64 deadline,bytes32 salt,bytes32 grantId)"
    );

    bytes32 private constant RECEIPT_TAG = keccak256("TWINSEAL-V1-AUTHOR-RECEIPT");
    bytes32 private constant RECEIPTS_TAG = keccak256("TWINSEAL-V1-AUTHOR-RECEIPTS");

    /// @notice Most receipts in one batch.
    uint32 public constant MAX_RECEIPTS = 65_536;
    /// @notice Seconds in which a challenge can be answered.
    uint256 public constant CHALLENGE_WINDOW = 3 days;

    Access private immutable ACCESS;
    address private immutable TWINS;
    mapping(bytes32 requestId => Decision) private _decisions;
    mapping(bytes32 server => uint64) private _receiptBatchCounts;
    /// @dev keccak of (size, root).
    mapping(bytes32 server => mapping(uint64 number => bytes32)) private _receiptBatches;
    mapping(bytes32 challengeId => Challenge) private _challenges;

    /// @notice An observer learns that this hospital asked for so many modules of this twin, but (digests are salted) neither which nor why.
    event DataRequested(
        bytes32 indexed requestId,
        bytes32 indexed twinId,
        bytes32 indexed hospital,
        bytes32 staff,
        bytes32[] scopes,
        bytes32 purpose,
        uint8 operation,
        uint64 deadline,
        address signer
    );
    /// @notice An observer learns whether the patient's grants allowed it, and if not for which kind of reason.
    event RequestDecided(
        bytes32 indexed requestId,
        bytes32 indexed twinId,
        bool permit,
        uint8 reason,
        bytes32 grantId,
        uint64 accessVersion
    );

    /// @notice An observer learns that the hospital answered so many requests since its last batch, but neither whose nor for whom.
    event ReceiptsAnchored(bytes32 indexed server, uint64 indexed number, uint32 size, bytes32 root);
    /// @notice An observer learns that somebody misses a receipt (its content stays hidden) in this hospital's batches.
    event ReceiptChallenged(bytes32 indexed server, bytes32 indexed receiptDigest, uint40 answerBy);
    /// @notice An observer learns that the receipt is anchored, and where.
    event ChallengeAnswered(bytes32 indexed server, bytes32 indexed receiptDigest, uint64 number, uint32 index);
    /// @notice An observer learns that the hospital signed a receipt and did not anchor it.
    event OmissionProved(bytes32 indexed server, bytes32 indexed receiptDigest);

    error DataRequest_AlreadyDecided(bytes32 requestId);
    error DataRequest_NotTheController(bytes32 hospital, address signer);
    error DataRequest_ReceiptsOutOfRange(uint32 limit, uint32 given);
    error DataRequest_WrongBatchNumber(uint64 expected, uint64 given);
    error DataRequest_AlreadyChallenged(bytes32 challengeId, ChallengeStatus status);
    error DataRequest_ChallengeNotOpen(bytes32 challengeId, ChallengeStatus status);
    error DataRequest_WindowOpen(uint40 answerBy, uint256 time);
    error DataRequest_NotThatBatch(bytes32 expected, bytes32 given);
    error DataRequest_NotInBatch(bytes32 receiptDigest, uint32 index);

    constructor(Wiring memory wiring) Component(wiring) EIP712("Twinseal DataRequest", "1") {
        ACCESS = Access(wiring.access);
        TWINS = wiring.twins;
    }

    /// @notice Asks, decides by the patient's grants, and records both.
    /// @param terms of the grant that the hospital relies on; all zero for none. Signed along with the request, so that a relay cannot bring another, or
    /// none, and have a refusal recorded
    /// @param signer the hospital's controlling address. A hospital that never was admitted has none: then anyone may sign, the answer is no
    /// @param signature EIP-712 of DataRequest; empty for a direct call
    function request(Request calldata r, Grant calldata terms, address signer, bytes calldata signature)
        external
        returns (bytes32 requestId, bool permit, uint8 reason)
    {
        _requireOpen();
        Lists.requireSorted(r.scopes, 1);
        bytes32 grantId = terms.twinId == 0 ? bytes32(0) : GrantTypes.hash(terms);
        requestId = requestIdOf(r, grantId);
        if (_decisions[requestId].decided) revert DataRequest_AlreadyDecided(requestId);
        (address controller, Status status) = HOSPITALS.controllerOf(r.hospital);
        if (status != Status.None && signer != controller) revert DataRequest_NotTheController(r.hospital, signer);
        Consents.requireConsent(signer, requestId, signature);
        emit DataRequested(
            requestId, r.twinId, r.hospital, r.staff, r.scopes, r.purpose, r.operation, r.deadline, signer
        );
        (permit, reason) = _decide(r, terms);
        _record(requestId, r.twinId, permit, reason, grantId);
    }

    // ---------------------------------------------------------------- receipts

    /// @notice Anchors a batch of access receipts under the server's author proof, whatever its standing now: receipts are owed.
    function anchorReceipts(ReceiptBatch calldata batch, AuthorProof calldata proof) external {
        if (batch.size == 0 || batch.size > MAX_RECEIPTS) {
            revert DataRequest_ReceiptsOutOfRange(MAX_RECEIPTS, batch.size);
        }
        uint64 count = _receiptBatchCounts[batch.server];
        if (batch.number != count) revert DataRequest_WrongBatchNumber(count, batch.number);
        AuthorContext memory context = HOSPITALS.authorContext(batch.server);
        if (context.status == Status.None) revert AuthorCheck_NotAdmitted(batch.server, Status.None);
        _requireProof(TWINS, batch.server, context, receiptsDigest(batch), proof.X, proof.v, proof.Q);
        _receiptBatchCounts[batch.server] = count + 1;
        _receiptBatches[batch.server][count] = _receiptBatch(batch.size, batch.root);
        emit ReceiptsAnchored(batch.server, count, batch.size, batch.root);
    }

    /// @notice Opens the window in which a receipt has to be shown to be anchored. Anyone who holds the receipt can.
    /// @dev Only genuine receipts: the server's own author proof over it comes along. The content stays off chain. In a closed generation as well: its
    /// receipts are anchored where they were signed for.
    /// @param receiptDigest sha256 of the receipt without X || v
    /// @param proof the server's, of whatever epoch it had when it signed
    function challenge(bytes32 server, bytes32 receiptDigest, PastProof calldata proof)
        external
        returns (bytes32 challengeId)
    {
        challengeId = challengeIdOf(server, receiptDigest);
        Challenge storage record = _challenges[challengeId];
        if (record.status != ChallengeStatus.None) revert DataRequest_AlreadyChallenged(challengeId, record.status);
        bytes32 signedDigest = keccak256(abi.encodePacked(RECEIPT_TAG, receiptDigest));
        _requirePastHospitalProof(TWINS, server, signedDigest, proof);
        uint40 answerBy = uint40(block.timestamp + CHALLENGE_WINDOW);
        _challenges[challengeId] =
            Challenge({server: server, receiptDigest: receiptDigest, answerBy: answerBy, status: ChallengeStatus.Open});
        emit ReceiptChallenged(server, receiptDigest, answerBy);
    }

    /// @notice Answers a challenge with the receipt's place in a batch. Anyone may, while the window is open.
    /// @param batch as anchored
    /// @param index the receipt's position in it
    /// @param proof audit path, lowest node first
    function answer(bytes32 challengeId, ReceiptBatch calldata batch, uint32 index, bytes32[] calldata proof) external {
        Challenge storage record = _challenges[challengeId];
        if (record.status != ChallengeStatus.Open || block.timestamp > record.answerBy) {
            revert DataRequest_ChallengeNotOpen(challengeId, record.status);
        }
        bytes32 given = _receiptBatch(batch.size, batch.root);
        bytes32 expected = _receiptBatches[record.server][batch.number];
        if (given != expected) revert DataRequest_NotThatBatch(expected, given);
        bytes32 leaf = keccak256(abi.encodePacked(uint8(0), record.receiptDigest));
        if (!OrderedTree.includes(batch.size, batch.root, index, leaf, proof)) {
            revert DataRequest_NotInBatch(record.receiptDigest, index);
        }
        record.status = ChallengeStatus.Answered;
        emit ChallengeAnswered(record.server, record.receiptDigest, batch.number, index);
    }

    /// @notice Declares an omission proved once the window has passed without an answer. Anyone may call.
    function proveOmission(bytes32 challengeId) external {
        Challenge storage record = _challenges[challengeId];
        if (record.status != ChallengeStatus.Open) revert DataRequest_ChallengeNotOpen(challengeId, record.status);
        if (block.timestamp <= record.answerBy) revert DataRequest_WindowOpen(record.answerBy, block.timestamp);
        record.status = ChallengeStatus.Omitted;
        emit OmissionProved(record.server, record.receiptDigest);
    }

    // ---------------------------------------------------------------- views

    /// @notice How many batches of receipts a hospital has anchored.
    function receiptBatchesOf(bytes32 server) external view returns (uint64) {
        return _receiptBatchCounts[server];
    }

    /// @notice A challenge; status None if there is none.
    function challengeOf(bytes32 challengeId) external view returns (Challenge memory) {
        return _challenges[challengeId];
    }

    /// @notice The id of the challenge of a receipt.
    function challengeIdOf(bytes32 server, bytes32 receiptDigest) public pure returns (bytes32) {
        return keccak256(abi.encode(server, receiptDigest));
    }

    /// @notice What a server signs of a batch of receipts.
    function receiptsDigest(ReceiptBatch calldata batch) public pure returns (bytes32) {
        bytes32 leaf = keccak256(abi.encodePacked(uint8(0), batch.server, batch.number, batch.size, batch.root));
        return keccak256(abi.encodePacked(RECEIPTS_TAG, leaf));
    }

    /// @notice The id of a request: its EIP-712 digest, which binds chain and contract.
    /// @param grantId of the grant relied on; zero for none
    function requestIdOf(Request calldata r, bytes32 grantId) public view returns (bytes32) {
        return _hashTypedDataV4(
            keccak256(
                abi.encode(
                    REQUEST_TYPEHASH,
                    r.twinId,
                    r.hospital,
                    r.staff,
                    keccak256(abi.encodePacked(r.scopes)),
                    r.purpose,
                    r.operation,
                    r.deadline,
                    r.salt,
                    grantId
                )
            )
        );
    }

    /// @notice The recorded answer; `decided` is false if there is none.
    function decision(bytes32 requestId) external view returns (Decision memory) {
        return _decisions[requestId];
    }

    function _decide(Request calldata r, Grant calldata terms) private view returns (bool permit, uint8 reason) {
        if (block.timestamp > r.deadline) return (false, Reason.DEADLINE_PASSED);
        Query memory query = Query({
            twinId: r.twinId,
            hospital: r.hospital,
            staff: r.staff,
            scopes: r.scopes,
            purpose: r.purpose,
            operation: r.operation
        });
        return ACCESS.decide(query, terms);
    }

    function _record(bytes32 requestId, bytes32 twinId, bool permit, uint8 reason, bytes32 grantId) private {
        (uint64 version,) = ACCESS.accessVersion(twinId);
        _decisions[requestId] = Decision({
            decided: true,
            permit: permit,
            reason: reason,
            accessVersion: version,
            blockNumber: uint64(block.number),
            time: uint64(block.timestamp)
        });
        emit RequestDecided(requestId, twinId, permit, reason, grantId, version);
    }

    function _receiptBatch(uint32 size, bytes32 root) private pure returns (bytes32) {
        return keccak256(abi.encode(size, root));
    }
}
