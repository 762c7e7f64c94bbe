// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {Access} from "./Access.sol";
import {Component} from "./Component.sol";
import {Registration} from "./Registration.sol";
import {Grant, READ, Status, Wiring} from "./Types.sol";
import {Consents} from "./libraries/Consents.sol";
import {Lists} from "./libraries/Lists.sol";

/// @notice One breaking of the glass, signed by the clinician as EIP-712 data.
/// @param staff authorId of the clinician (`staff:<hospital>/<id>`)
/// @param secondStaff authorId of a second clinician of the same hospital, or zero
/// @param scopes strictly ascending, 1 to 64; without a second clinician only the patient's basic scopes, or three where none were chosen
/// @param purpose salted digest of the purpose of use
/// @param reason salted digest of the stated reason; the text is in the receipt
/// @param until when it ends by itself, at most 24 hours ahead
/// @param salt random, so that the same emergency can be opened again
struct EmergencyTerms {
    bytes32 twinId;
    bytes32 hospital;
    bytes32 staff;
    bytes32 secondStaff;
    bytes32[] scopes;
    bytes32 purpose;
    bytes32 reason;
    uint64 until;
    uint64 deadline;
    bytes32 salt;
}

/// @notice What is kept of an emergency.
struct EmergencyRecord {
    bytes32 twinId;
    bytes32 hospital;
    bytes32 reason;
    bytes32 review;
    uint40 openedAt;
    bool reviewed;
}

/// @title Emergency access ("break glass")
/// @notice An authorised clinician of an active hospital opens a twin for a limited time, for a stated reason, loudly: events for the patient, everybody's
/// gateway and the auditor. By default for what the patient chose as basic (allergies, medications, problems); for more a second
/// clinician signs. It ends by itself, or before by the clinician, the hospital or the patient. Unusual rates are reported, never refused.
/// @dev What scopes stand for is salted: that a scope without a policy is one of the basic three is checked by whoever issues the capsule.
contract Emergency is Component, EIP712 {
    bytes32 private constant OPEN_TYPEHASH = keccak256(
        "OpenEmergency(bytes32 twinId,bytes32 hospital,bytes32 staff,bytes32 secondStaff,bytes32[] scopes,bytes32 purpose,bytes32 reason,uint64 until,uint64 deadline,bytes32 salt)"
    );
    bytes32 private constant POLICY_TYPEHASH =
        keccak256("SetEmergencyPolicy(bytes32 twinId,bytes32[] scopes,bytes32 recipient,uint64 nonce,uint64 deadline)");
    bytes32 private constant REVIEW_TYPEHASH =
        keccak256("ReviewEmergency(bytes32 grantId,bytes32 review,uint64 deadline)");

    /// @notice Longest emergency, seconds.
    uint256 public constant MAX_DURATION = 24 hours;
    /// @notice Most scopes one clinician alone may open where the patient chose none: allergies, medications, problems.
    uint256 public constant DEFAULT_SCOPES = 3;
    /// @notice More openings of one hospital than this within a day are reported as unusual.
    uint256 public constant USUAL_PER_DAY = 10;

    /// @notice A clinician's key, registered by the hospital.
    /// @param key zero if it was taken away
    /// @param controller who registered it; when another address controls the hospital, it is void
    struct Clinician {
        address key;
        address controller;
    }

    /// @notice What the patient chose.
    /// @param digest keccak of the basic scopes' concatenation; zero if none were chosen
    /// @param recipient authorId of an emergency recipient who may issue capsules, or zero
    struct Policy {
        bytes32 digest;
        bytes32 recipient;
        uint64 nonce;
    }

    struct Rate {
        uint40 day;
        uint32 count;
    }

    Registration private immutable REGISTRATION;
    Access private immutable ACCESS;
    mapping(bytes32 hospital => mapping(bytes32 staff => Clinician)) private _clinicians;
    mapping(bytes32 twinId => Policy) private _policies;
    mapping(bytes32 digest => bool) private _used;
    mapping(bytes32 grantId => EmergencyRecord) private _records;
    mapping(bytes32 hospital => Rate) private _rates;

    /// @notice An observer learns that the hospital lets this (pseudonymous) clinician break the glass.
    event ClinicianAuthorised(bytes32 indexed hospital, bytes32 indexed staff, address key);
    /// @notice An observer learns that the patient chose so many basic scopes, and who may issue capsules in an emergency.
    event EmergencyPolicySet(bytes32 indexed twinId, bytes32[] scopes, bytes32 recipient);
    /// @notice Loud: an observer learns that this hospital opened this twin in an emergency, by one clinician or two.
    event EmergencyOpened(
        bytes32 indexed twinId,
        bytes32 indexed hospital,
        bytes32 indexed grantId,
        bytes32 staff,
        bytes32 secondStaff,
        bytes32 reason,
        uint64 until
    );
    /// @notice An observer learns that the emergency ended before its time.
    event EmergencyClosed(bytes32 indexed twinId, bytes32 indexed grantId);
    /// @notice An observer learns that the patient or the custodian looked into it; the finding is a salted digest.
    event EmergencyReviewed(bytes32 indexed twinId, bytes32 indexed grantId, bytes32 review);
    /// @notice Escalation: an observer learns that the hospital breaks the glass more often than usual.
    event EmergencyRateUnusual(bytes32 indexed hospital, uint256 day, uint256 count);

    /// @notice An observer learns that the choice of the earlier generation goes on.
    event EmergencyPolicyImported(bytes32 indexed twinId, bytes32 digest, bytes32 recipient);

    error Emergency_NotTheController(bytes32 hospital, address caller);
    error Emergency_NotAClinician(bytes32 hospital, bytes32 staff, address key);
    error Emergency_HospitalNotAdmitted(bytes32 hospital);
    error Emergency_SecondNotDistinct(bytes32 staff);
    error Emergency_ScopesBeyondBasic(uint256 given);
    error Emergency_NotThePolicy(bytes32 expected, bytes32 given);
    error Emergency_DurationOutOfRange(uint64 until, uint256 time);
    error Emergency_AlreadyUsed(bytes32 digest);
    error Emergency_ReasonMissing();
    error Emergency_WrongNonce(uint64 expected, uint64 given);
    error Emergency_Unknown(bytes32 grantId);
    error Emergency_MayNotClose(bytes32 grantId, address caller);
    error Emergency_MayNotReview(bytes32 grantId, address signer);
    error Emergency_AlreadyReviewed(bytes32 grantId);

    constructor(Wiring memory wiring) Component(wiring) EIP712("Twinseal Emergency", "1") {
        REGISTRATION = Registration(wiring.registration);
        ACCESS = Access(wiring.access);
    }

    /// @notice Registers, changes or (key zero) takes away a clinician's key; by the hospital's controller. A key that was stolen from the hospital takes
    /// the clinicians whom the thief registered with it: they are void when another address takes control.
    function authoriseClinician(bytes32 hospital, bytes32 staff, address key) external {
        _requireOpen();
        (address controller, Status status) = HOSPITALS.controllerOf(hospital);
        if (status != Status.Active || msg.sender != controller) {
            revert Emergency_NotTheController(hospital, msg.sender);
        }
        _clinicians[hospital][staff] = Clinician({key: key, controller: controller});
        emit ClinicianAuthorised(hospital, staff, key);
    }

    /// @notice The patient's choice: basic scopes, and a hospital that may issue capsules in an emergency.
    /// @param scopes strictly ascending, at most 64; empty for the default
    /// @param signer the patient's control address
    /// @param signature EIP-712 of SetEmergencyPolicy; empty for a direct call
    function setPolicy(
        bytes32 twinId,
        bytes32[] calldata scopes,
        bytes32 recipient,
        uint64 nonce,
        uint64 deadline,
        address signer,
        bytes calldata signature
    ) external {
        _requireOpen();
        Consents.requireInTime(deadline);
        REGISTRATION.requireControl(twinId, signer);
        Policy storage policy = _policies[twinId];
        if (nonce != policy.nonce) revert Emergency_WrongNonce(policy.nonce, nonce);
        policy.nonce = nonce + 1;
        bytes32 structHash =
            keccak256(abi.encode(POLICY_TYPEHASH, twinId, Lists.digest(scopes), recipient, nonce, deadline));
        Consents.requireConsent(signer, _hashTypedDataV4(structHash), signature);
        Lists.requireSorted(scopes, 0);
        policy.digest = scopes.length == 0 ? bytes32(0) : Lists.digest(scopes);
        policy.recipient = recipient;
        emit EmergencyPolicySet(twinId, scopes, recipient);
    }

    /// @notice Takes a patient's choice over from a closed generation; called by `Registration` along with the twin, so that there is no moment in which
    /// the default would hold instead.
    function importPolicy(bytes32 twinId, address from) external {
        _requireFrom(address(REGISTRATION));
        Policy memory policy = Emergency(from).policyOf(twinId);
        if (policy.nonce == 0) return;
        _policies[twinId] = policy;
        emit EmergencyPolicyImported(twinId, policy.digest, policy.recipient);
    }

    /// @notice Breaks the glass.
    /// @param basicScopes the patient's basic scopes as the last `EmergencyPolicySet` has them; ignored with a second clinician or without policy
    /// @param signature EIP-712 of OpenEmergency by the clinician's key; empty if it calls itself
    /// @param secondSignature the same by the second clinician's key; ignored if there is none
    /// @return grantId by which decisions, ending and review name it
    function open(
        EmergencyTerms calldata terms,
        bytes32[] calldata basicScopes,
        bytes calldata signature,
        bytes calldata secondSignature
    ) external returns (bytes32 grantId) {
        _requireOpen();
        Consents.requireInTime(terms.deadline);
        if (terms.reason == 0) revert Emergency_ReasonMissing();
        bool inRange = terms.until > block.timestamp && terms.until <= block.timestamp + MAX_DURATION;
        if (!inRange) revert Emergency_DurationOutOfRange(terms.until, block.timestamp);
        if (!HOSPITALS.isActive(terms.hospital)) revert Emergency_HospitalNotAdmitted(terms.hospital);
        Lists.requireSorted(terms.scopes, 1);
        bytes32 digest = _digest(terms);
        if (_used[digest]) revert Emergency_AlreadyUsed(digest);
        _used[digest] = true;
        _requireClinician(terms.hospital, terms.staff, digest, signature);
        if (terms.secondStaff == 0) {
            _requireBasic(terms, basicScopes);
        } else {
            if (terms.secondStaff == terms.staff) revert Emergency_SecondNotDistinct(terms.staff);
            if (clinicianOf(terms.hospital, terms.secondStaff).key == clinicianOf(terms.hospital, terms.staff).key) {
                revert Emergency_SecondNotDistinct(terms.secondStaff);
            }
            _requireClinician(terms.hospital, terms.secondStaff, digest, secondSignature);
        }
        grantId = _open(terms);
        _count(terms.hospital);
    }

    /// @notice Ends an emergency before its time; by the hospital's controller. The patient ends it by `Access.revoke`.
    function close(bytes32 grantId) external {
        _requireOpen();
        EmergencyRecord storage record = _known(grantId);
        (address controller,) = HOSPITALS.controllerOf(record.hospital);
        if (msg.sender != controller) revert Emergency_MayNotClose(grantId, msg.sender);
        ACCESS.closeEmergency(record.twinId, grantId);
        emit EmergencyClosed(record.twinId, grantId);
    }

    /// @notice Files the finding of a review, once; by the patient or the custodian, unless the custodian opened it itself.
    /// @param finding salted digest of the finding
    /// @param signer the patient's control address or the custodian's controller
    /// @param signature EIP-712 of ReviewEmergency; empty for a direct call
    function review(bytes32 grantId, bytes32 finding, uint64 deadline, address signer, bytes calldata signature)
        external
    {
        _requireOpen();
        Consents.requireInTime(deadline);
        EmergencyRecord storage record = _known(grantId);
        if (record.reviewed) revert Emergency_AlreadyReviewed(grantId);
        if (signer != REGISTRATION.controlOf(record.twinId)) {
            bytes32 custodianId = REGISTRATION.twin(record.twinId).custodian;
            (address custodian, Status status) = HOSPITALS.controllerOf(custodianId);
            if (custodianId == record.hospital || status != Status.Active || signer != custodian) {
                revert Emergency_MayNotReview(grantId, signer);
            }
        }
        bytes32 structHash = keccak256(abi.encode(REVIEW_TYPEHASH, grantId, finding, deadline));
        Consents.requireConsent(signer, _hashTypedDataV4(structHash), signature);
        record.reviewed = true;
        record.review = finding;
        emit EmergencyReviewed(record.twinId, grantId, finding);
    }

    /// @notice A clinician as registered, here or in an earlier generation; key zero if not authorised.
    function clinicianOf(bytes32 hospital, bytes32 staff) public view returns (Clinician memory clinician) {
        clinician = _clinicians[hospital][staff];
        if (clinician.controller == address(0) && GENERATION != 1) {
            clinician = Emergency(_predecessor().emergency).clinicianOf(hospital, staff);
        }
    }

    /// @notice What the patient chose.
    function policyOf(bytes32 twinId) external view returns (Policy memory) {
        return _policies[twinId];
    }

    /// @notice What is kept of an emergency, here or in an earlier generation; openedAt 0 if there is none.
    function recordOf(bytes32 grantId) public view returns (EmergencyRecord memory record) {
        record = _records[grantId];
        if (record.openedAt == 0 && GENERATION != 1) {
            record = Emergency(_predecessor().emergency).recordOf(grantId);
        }
    }

    function _open(EmergencyTerms calldata terms) private returns (bytes32 grantId) {
        bytes32[] memory purposes = new bytes32[](1);
        purposes[0] = terms.purpose;
        Grant memory grant = Grant({
            twinId: terms.twinId,
            hospital: terms.hospital,
            staff: terms.staff,
            scopes: terms.scopes,
            purposes: purposes,
            operations: READ,
            notBefore: uint64(block.timestamp),
            expiry: terms.until,
            fullHistory: true,
            nonce: 0,
            deadline: terms.deadline
        });
        (grantId,) = ACCESS.openEmergency(grant);
        _records[grantId] = EmergencyRecord({
            twinId: terms.twinId,
            hospital: terms.hospital,
            reason: terms.reason,
            review: 0,
            openedAt: uint40(block.timestamp),
            reviewed: false
        });
        emit EmergencyOpened(
            terms.twinId, terms.hospital, grantId, terms.staff, terms.secondStaff, terms.reason, terms.until
        );
    }

    function _count(bytes32 hospital) private {
        Rate storage rate = _rates[hospital];
        uint40 day = uint40(block.timestamp / 1 days);
        rate.count = rate.day == day ? rate.count + 1 : 1;
        rate.day = day;
        if (rate.count > USUAL_PER_DAY) emit EmergencyRateUnusual(hospital, day, rate.count);
    }

    function _requireClinician(bytes32 hospital, bytes32 staff, bytes32 digest, bytes calldata signature) private view {
        Clinician memory clinician = clinicianOf(hospital, staff);
        (address controller,) = HOSPITALS.controllerOf(hospital);
        if (clinician.key == address(0) || clinician.controller != controller) {
            revert Emergency_NotAClinician(hospital, staff, clinician.key);
        }
        Consents.requireConsent(clinician.key, digest, signature);
    }

    function _requireBasic(EmergencyTerms calldata terms, bytes32[] calldata basicScopes) private view {
        bytes32 expected = _policies[terms.twinId].digest;
        if (expected == 0) {
            if (terms.scopes.length > DEFAULT_SCOPES) revert Emergency_ScopesBeyondBasic(terms.scopes.length);
            return;
        }
        bytes32 given = Lists.digest(basicScopes);
        if (given != expected) revert Emergency_NotThePolicy(expected, given);
        if (!Lists.containsAll(basicScopes, terms.scopes)) revert Emergency_ScopesBeyondBasic(terms.scopes.length);
    }

    /// @dev The record, brought over from an earlier generation if it was opened there.
    function _known(bytes32 grantId) private returns (EmergencyRecord storage record) {
        record = _records[grantId];
        if (record.openedAt != 0) return record;
        EmergencyRecord memory earlier = recordOf(grantId);
        if (earlier.openedAt == 0) revert Emergency_Unknown(grantId);
        _records[grantId] = earlier;
    }

    function _digest(EmergencyTerms calldata terms) private view returns (bytes32) {
        return _hashTypedDataV4(
            keccak256(
                abi.encode(
                    OPEN_TYPEHASH,
                    terms.twinId,
                    terms.hospital,
                    terms.staff,
                    terms.secondStaff,
                    Lists.digest(terms.scopes),
                    terms.purpose,
                    terms.reason,
                    terms.until,
                    terms.deadline,
                    terms.salt
                )
            )
        );
    }
}
