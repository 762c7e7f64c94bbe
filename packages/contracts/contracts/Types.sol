// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @dev Shapes that more than one contract speaks of. Byte formats are those of docs/RECORD.md.

/// @dev What a grant allows; bits, so that one grant may hold both.
uint8 constant READ = 1;
uint8 constant CONTRIBUTE = 2;

/// @dev Most scopes, purposes or sources in one list.
uint256 constant MAX_ENTRIES = 64;

/// @dev Live grants take places 0 to 63 of a twin: the patient's the lower 48, so that no number of them can keep an emergency out.
uint256 constant MAX_LIVE_GRANTS = 48;
uint256 constant PLACES = 64;

/// @notice Where a hospital stands. Only an active one decides, reads, or writes.
enum Status {
    None,
    Active,
    Suspended,
    Removed
}

/// @notice Why access is permitted or denied: the numbers of docs/RECORD.md, REC-23.
library Reason {
    uint8 internal constant GRANTED = 0;
    uint8 internal constant UNKNOWN_TWIN = 1;
    uint8 internal constant HOSPITAL_NOT_ADMITTED = 2;
    uint8 internal constant NO_GRANT = 3;
    uint8 internal constant NOT_YET_VALID = 4;
    uint8 internal constant EXPIRED = 5;
    uint8 internal constant REVOKED = 6;
    uint8 internal constant SCOPE_NOT_GRANTED = 7;
    uint8 internal constant PURPOSE_NOT_GRANTED = 8;
    uint8 internal constant OPERATION_NOT_GRANTED = 9;
    uint8 internal constant DEADLINE_PASSED = 10;
    uint8 internal constant EMERGENCY = 11;
}

/// @notice The addresses of one generation of contracts, which know each other from construction on.
/// @param generation counts the sets of contracts from 1; only the open one may write
/// @param hospitals the directory, which outlives generations
/// @param book the address book, which outlives generations
struct Wiring {
    uint32 generation;
    address hospitals;
    address book;
    address registration;
    address recovery;
    address access;
    address emergency;
    address contribution;
    address stores;
    address twins;
    address requests;
}

/// @notice The data sources that one author's lane may draw on.
/// @param authorId whose lane
/// @param sources salted digests of source systems, strictly ascending, at most 64
struct SourceList {
    bytes32 authorId;
    bytes32[] sources;
}

/// @notice A patient's permission, signed as EIP-712 data.
/// @param hospital authorId of the hospital that is allowed in (REC-4)
/// @param staff authorId of one person of that hospital, or zero for the whole hospital
/// @param scopes salted digests of modules (REC-19), strictly ascending
/// @param purposes salted digests of purposes of use, strictly ascending
/// @param operations READ, CONTRIBUTE or both
/// @param notBefore first second at which the grant holds
/// @param expiry first second at which it no longer holds
/// @param fullHistory whether capsules for what was sealed before the grant are to be issued too
/// @param nonce the twin's next nonce
/// @param deadline last second at which the signature may be used
struct Grant {
    bytes32 twinId;
    bytes32 hospital;
    bytes32 staff;
    bytes32[] scopes;
    bytes32[] purposes;
    uint8 operations;
    uint64 notBefore;
    uint64 expiry;
    bool fullHistory;
    uint64 nonce;
    uint64 deadline;
}

/// @notice Who wants to do what with which parts of a twin, and why.
struct Query {
    bytes32 twinId;
    bytes32 hospital;
    bytes32 staff;
    bytes32[] scopes;
    bytes32 purpose;
    uint8 operation;
}
