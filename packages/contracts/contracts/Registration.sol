// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {Access} from "./Access.sol";
import {Component} from "./Component.sol";
import {Contribution} from "./Contribution.sol";
import {Emergency} from "./Emergency.sol";
import {Recovery} from "./Recovery.sol";
import {CONTRIBUTE, Grant, MAX_ENTRIES, SourceList, Status, Wiring} from "./Types.sol";
import {Consents} from "./libraries/Consents.sol";
import {GrantTypes} from "./libraries/GrantTypes.sol";
import {Identities} from "./libraries/Identities.sol";
import {Lists} from "./libraries/Lists.sol";

/// @notice What a patient fixes when registering a twin.
/// @param twinId 32 random bytes, nothing derived from a person
/// @param kind 0 whole body, 1 condition, 2 organ
/// @param control address whose signature speaks for the patient; a contract wallet will do
/// @param identityEpoch epoch of the identity `patient:<twinId>`
/// @param custodian authorId of the hospital that keeps custody, or zero
/// @param deadline last second at which the signature may be used
struct TwinTerms {
    bytes32 twinId;
    uint8 kind;
    address control;
    uint32 identityEpoch;
    bytes32 custodian;
    uint64 deadline;
}

/// @notice A registered twin.
/// @param nonce of the patient's next consent in this contract
/// @param patientAuthorId REC-4 of `patient:<twinId>`
/// @param pointDigest keccak of the patient's author point Q, computed by this contract
/// @param proxiesFrom proxies appointed under an earlier nonce are void
/// @param controlSince when the control address took over, seconds
struct Twin {
    address control;
    uint32 identityEpoch;
    uint8 kind;
    uint16 parametersVersion;
    uint40 nonce;
    bytes32 custodian;
    bytes32 patientAuthorId;
    bytes32 pointDigest;
    uint40 proxiesFrom;
    uint40 controlSince;
}

/// @notice The appointment of somebody who acts for a patient who cannot: a minor's parent, an attorney.
/// @param powers bits: 1 grant, 2 revoke
/// @param scopes what the proxy may decide about, strictly ascending; empty for the whole twin
/// @param notBefore first second of the appointment
/// @param expiry first second after it; grants by the proxy cannot outlive it
struct ProxyTerms {
    bytes32 twinId;
    address proxy;
    uint8 powers;
    bytes32[] scopes;
    uint64 notBefore;
    uint64 expiry;
    uint64 nonce;
    uint64 deadline;
}

/// @notice What is kept of an appointment.
/// @param serial nonce of the consent that made it
struct Proxy {
    uint8 powers;
    uint40 notBefore;
    uint40 expiry;
    uint40 serial;
    bytes32[] scopes;
}

/// @notice Whether two twins are one person's, as far as this generation was told.
enum Link {
    Unsaid,
    Linked,
    Unlinked
}

/// @title Registration of twins (a service contract of the paper's 7.3)
/// @notice A patient registers a random twin id under an own control key, with custodian and first policies, by one signature that anyone
/// relays. Nothing here is derived from a person. Proxies act within a scope and expire; recovery guardians (`Recovery`) only move the control key.
/// @dev Whoever sees a registration in flight can take its twin id first; the patient draws another, nothing was bound to it yet.
contract Registration is Component, EIP712 {
    bytes32 private constant REGISTER_TYPEHASH = keccak256(
        abi.encodePacked(
            "RegisterTwin(bytes32 twinId,uint8 kind,address control,uint32 identityEpoch,bytes32 custodian,uint64 deadline,Grant[] grants)",
            GrantTypes.TYPE
        )
    );
    bytes32 private constant REGISTER_WITH_SOURCES_TYPEHASH = keccak256(
        abi.encodePacked(
            "RegisterTwinWithSources(bytes32 twinId,uint8 kind,address control,uint32 identityEpoch,bytes32 custodian,uint64 deadline,Grant[] grants,SourceList[] sources)",
            GrantTypes.TYPE,
            "SourceList(bytes32 authorId,bytes32[] sources)"
        )
    );
    bytes32 private constant SOURCE_LIST_TYPEHASH = keccak256("SourceList(bytes32 authorId,bytes32[] sources)");
    bytes32 private constant PROXY_TYPEHASH = keccak256(
        "AppointProxy(bytes32 twinId,address proxy,uint8 powers,bytes32[] scopes,uint64 notBefore,uint64 expiry,uint64 nonce,uint64 deadline)"
    );
    bytes32 private constant DISMISS_TYPEHASH =
        keccak256("DismissProxy(bytes32 twinId,address proxy,uint64 nonce,uint64 deadline)");
    bytes32 private constant CUSTODIAN_TYPEHASH =
        keccak256("ChangeCustodian(bytes32 twinId,bytes32 custodian,uint64 nonce,uint64 deadline)");
    bytes32 private constant LINK_TYPEHASH =
        keccak256("LinkTwins(bytes32 first,bytes32 second,uint64 firstNonce,uint64 secondNonce,uint64 deadline)");
    bytes32 private constant UNLINK_TYPEHASH =
        keccak256("UnlinkTwins(bytes32 twinId,bytes32 other,uint64 nonce,uint64 deadline)");

    uint8 private constant KINDS = 3;
    /// @notice A proxy with this power may give grants within its scopes and time.
    uint8 public constant POWER_GRANT = 1;
    /// @notice A proxy with this power may end grants within its scopes.
    uint8 public constant POWER_REVOKE = 2;

    Access private immutable ACCESS;
    Contribution private immutable CONTRIBUTION;
    Emergency private immutable EMERGENCY;
    Recovery private immutable RECOVERY;

    mapping(bytes32 twinId => Twin) private _twins;
    mapping(bytes32 twinId => mapping(address proxy => Proxy)) private _proxies;
    mapping(bytes32 first => mapping(bytes32 second => Link)) private _links;

    /// @notice An observer learns that some patient registered, of which kind the twin is, which hospital keeps custody, and an address:
    /// whoever links that address to a person links the twin. Use a fresh key for each twin.
    event TwinRegistered(
        bytes32 indexed twinId,
        bytes32 indexed custodian,
        bytes32 patientAuthorId,
        uint8 kind,
        address control,
        uint32 identityEpoch,
        bytes32 pointDigest
    );
    /// @notice An observer learns that a twin of an earlier generation goes on here.
    event TwinImported(bytes32 indexed twinId, uint32 fromGeneration);
    /// @notice An observer learns the patient's author point under newly pinned parameters.
    event PatientPointRefreshed(bytes32 indexed twinId, uint16 parametersVersion, bytes32 pointDigest);
    /// @notice An observer learns that another key speaks for the patient, and that keys of a new identity epoch may be issued.
    event ControlMoved(bytes32 indexed twinId, address control, uint32 identityEpoch, bytes32 pointDigest);
    /// @notice An observer learns that somebody may act for this patient, until when, and for how many modules.
    event ProxyAppointed(
        bytes32 indexed twinId, address indexed proxy, uint8 powers, uint256 scopes, uint64 notBefore, uint64 expiry
    );
    /// @notice An observer learns that the proxy may no longer act.
    event ProxyDismissed(bytes32 indexed twinId, address indexed proxy);
    /// @notice An observer learns which hospital keeps custody now.
    event CustodianChanged(bytes32 indexed twinId, bytes32 indexed custodian);
    /// @notice An observer learns that the two twins are one person's. That is the point of it; keep twins unlinked to keep them apart.
    event TwinsLinked(bytes32 indexed first, bytes32 indexed second);
    /// @notice An observer learns that the link was taken back; what was public stays known.
    event TwinsUnlinked(bytes32 indexed first, bytes32 indexed second);

    error Registration_TwinIdMissing();
    error Registration_TwinIdTaken(bytes32 twinId);
    error Registration_UnknownTwin(bytes32 twinId);
    error Registration_UnknownKind(uint8 kind);
    error Registration_ControlMissing();
    error Registration_CustodianNotAdmitted(bytes32 custodian);
    error Registration_TooManyGrants(uint256 limit, uint256 given);
    error Registration_PointCurrent(bytes32 twinId);
    error Registration_WrongNonce(uint64 expected, uint64 given);
    error Registration_NotThePatient(bytes32 twinId, address signer);
    error Registration_UnknownPowers(uint8 powers);
    error Registration_PeriodOutOfRange(uint64 notBefore, uint64 expiry);
    error Registration_NotAProxy(bytes32 twinId, address proxy);
    error Registration_ProxyMissing();
    error Registration_BeyondProxy(bytes32 twinId, address proxy);
    error Registration_LinkUnordered(bytes32 first, bytes32 second);
    error Registration_AlreadyLinked(bytes32 first, bytes32 second);
    error Registration_NotLinked(bytes32 first, bytes32 second);

    constructor(Wiring memory wiring) Component(wiring) EIP712("Twinseal Registration", "1") {
        ACCESS = Access(wiring.access);
        CONTRIBUTION = Contribution(wiring.contribution);
        EMERGENCY = Emergency(wiring.emergency);
        RECOVERY = Recovery(wiring.recovery);
    }

    // ---------------------------------------------------------------- registering

    /// @notice Registers a twin with its first policies.
    /// @param grants the first policies, nonces 0, 1, 2 …; may be empty
    /// @param signature EIP-712 of RegisterTwin by `terms.control`; empty if the control key itself calls
    function register(TwinTerms calldata terms, Grant[] calldata grants, bytes calldata signature) external {
        bytes32 structHash = keccak256(abi.encodePacked(REGISTER_TYPEHASH, _encode(terms), _hashGrants(grants)));
        _register(terms, grants, structHash, signature);
    }

    /// @notice Registers a twin with its first policies and the data sources that lanes may draw on.
    /// @param sources by author, each author once; may be empty
    /// @param signature EIP-712 of RegisterTwinWithSources by `terms.control`; empty if the control key itself calls
    function registerWithSources(
        TwinTerms calldata terms,
        Grant[] calldata grants,
        SourceList[] calldata sources,
        bytes calldata signature
    ) external {
        bytes32 structHash = keccak256(
            abi.encodePacked(REGISTER_WITH_SOURCES_TYPEHASH, _encode(terms), _hashGrants(grants), _hashSources(sources))
        );
        _register(terms, grants, structHash, signature);
        CONTRIBUTION.open(terms.twinId, sources);
    }

    /// @notice Takes a twin over from the latest of the closed generations that has it, as it stands there, with its guardians, emergency policy and
    /// access. Anyone may call: there is nothing to choose.
    function importTwin(bytes32 twinId) external {
        _requireSuccessor();
        if (_twins[twinId].control != address(0)) revert Registration_TwinIdTaken(twinId);
        uint32 generation = _earlierGenerationOf(twinId);
        if (generation == 0) revert Registration_UnknownTwin(twinId);
        Wiring memory from = BOOK.wiringOf(generation);
        Twin memory record = Registration(from.registration).twin(twinId);
        // Proxies stay behind: they are to be appointed anew by whoever holds control.
        record.proxiesFrom = record.nonce;
        _twins[twinId] = record;
        emit TwinImported(twinId, from.generation);
        RECOVERY.importGuardians(twinId, from.recovery);
        EMERGENCY.importPolicy(twinId, from.emergency);
        ACCESS.importTwin(twinId, from.access);
    }

    /// @notice Computes a patient's author point again under the parameters in force. Anyone may call: there is nothing to choose.
    function refreshPoint(bytes32 twinId) external {
        _requireOpen();
        Twin storage record = _known(twinId);
        if (record.parametersVersion == HOSPITALS.parametersVersion()) revert Registration_PointCurrent(twinId);
        _computePoint(twinId, record);
        emit PatientPointRefreshed(twinId, record.parametersVersion, record.pointDigest);
    }

    // ---------------------------------------------------------------- control, proxies, custody, links

    /// @notice Moves control to another address and opens a new identity epoch; called by `Recovery` when its delay is over.
    /// @dev A narrowing: whoever held the old keys must not read what is sealed from now on. Proxies of the old control are void.
    function moveControl(bytes32 twinId, address control) external {
        _requireFrom(address(RECOVERY));
        Twin storage record = _known(twinId);
        record.control = control;
        record.identityEpoch += 1;
        record.proxiesFrom = record.nonce;
        record.controlSince = uint40(block.timestamp);
        _computePoint(twinId, record);
        emit ControlMoved(twinId, control, record.identityEpoch, record.pointDigest);
        ACCESS.narrowForControl(twinId);
    }

    /// @notice Appoints a proxy, or changes an appointment.
    /// @param signature EIP-712 of AppointProxy by the control address; empty if it calls itself
    function appointProxy(ProxyTerms calldata terms, bytes calldata signature) external {
        Consents.requireInTime(terms.deadline);
        bytes32 structHash = keccak256(
            abi.encode(
                PROXY_TYPEHASH,
                terms.twinId,
                terms.proxy,
                terms.powers,
                Lists.digest(terms.scopes),
                terms.notBefore,
                terms.expiry,
                terms.nonce,
                terms.deadline
            )
        );
        _consent(terms.twinId, terms.nonce, structHash, signature);
        if (terms.proxy == address(0)) revert Registration_ProxyMissing();
        if (terms.powers == 0 || terms.powers > (POWER_GRANT | POWER_REVOKE)) {
            revert Registration_UnknownPowers(terms.powers);
        }
        bool inRange =
            terms.notBefore < terms.expiry && terms.expiry <= type(uint40).max && terms.expiry > block.timestamp;
        if (!inRange) revert Registration_PeriodOutOfRange(terms.notBefore, terms.expiry);
        Lists.requireSorted(terms.scopes, 0);
        _proxies[terms.twinId][terms.proxy] = Proxy({
            powers: terms.powers,
            notBefore: uint40(terms.notBefore),
            expiry: uint40(terms.expiry),
            serial: uint40(terms.nonce),
            scopes: terms.scopes
        });
        emit ProxyAppointed(terms.twinId, terms.proxy, terms.powers, terms.scopes.length, terms.notBefore, terms.expiry);
    }

    /// @notice Ends an appointment. Grants that the proxy gave stand until the patient ends them.
    function dismissProxy(bytes32 twinId, address proxy, uint64 nonce, uint64 deadline, bytes calldata signature)
        external
    {
        Consents.requireInTime(deadline);
        _consent(twinId, nonce, keccak256(abi.encode(DISMISS_TYPEHASH, twinId, proxy, nonce, deadline)), signature);
        if (_proxies[twinId][proxy].powers == 0) revert Registration_NotAProxy(twinId, proxy);
        delete _proxies[twinId][proxy];
        emit ProxyDismissed(twinId, proxy);
    }

    /// @notice Changes the custodian, with the consent of the patient and of the new custodian, which gives it once it holds what it needs.
    /// @param custodian authorId of the new custodian, or zero for none (then the patient's consent is enough)
    /// @param patientSignature EIP-712 of ChangeCustodian by the control address; empty if it calls itself
    /// @param custodianSignature the same by the new custodian's controller; empty if it calls itself
    function changeCustodian(
        bytes32 twinId,
        bytes32 custodian,
        uint64 nonce,
        uint64 deadline,
        bytes calldata patientSignature,
        bytes calldata custodianSignature
    ) external {
        Consents.requireInTime(deadline);
        bytes32 structHash = keccak256(abi.encode(CUSTODIAN_TYPEHASH, twinId, custodian, nonce, deadline));
        _consent(twinId, nonce, structHash, patientSignature);
        if (custodian != 0) {
            (address controller, Status status) = HOSPITALS.controllerOf(custodian);
            if (status != Status.Active) revert Registration_CustodianNotAdmitted(custodian);
            Consents.requireConsent(controller, _hashTypedDataV4(structHash), custodianSignature);
        }
        _twins[twinId].custodian = custodian;
        emit CustodianChanged(twinId, custodian);
    }

    /// @notice Links two twins of one person, by the signatures of both control addresses (which may be one and the same).
    /// @param first the smaller twin id
    function linkTwins(
        bytes32 first,
        bytes32 second,
        uint64 firstNonce,
        uint64 secondNonce,
        uint64 deadline,
        bytes calldata firstSignature,
        bytes calldata secondSignature
    ) external {
        Consents.requireInTime(deadline);
        if (first >= second) revert Registration_LinkUnordered(first, second);
        bytes32 structHash = keccak256(abi.encode(LINK_TYPEHASH, first, second, firstNonce, secondNonce, deadline));
        _consent(first, firstNonce, structHash, firstSignature);
        _consent(second, secondNonce, structHash, secondSignature);
        if (linked(first, second)) revert Registration_AlreadyLinked(first, second);
        _links[first][second] = Link.Linked;
        emit TwinsLinked(first, second);
    }

    /// @notice Takes a link back, by either side.
    /// @param twinId the side that signs
    function unlinkTwins(bytes32 twinId, bytes32 other, uint64 nonce, uint64 deadline, bytes calldata signature)
        external
    {
        Consents.requireInTime(deadline);
        _consent(twinId, nonce, keccak256(abi.encode(UNLINK_TYPEHASH, twinId, other, nonce, deadline)), signature);
        (bytes32 first, bytes32 second) = twinId < other ? (twinId, other) : (other, twinId);
        if (!linked(first, second)) revert Registration_NotLinked(first, second);
        _links[first][second] = Link.Unlinked;
        emit TwinsUnlinked(first, second);
    }

    // ---------------------------------------------------------------- who may speak for the patient

    /// @notice Reverts unless `signer` is the control address of a known twin.
    function requireControl(bytes32 twinId, address signer) public view {
        address control = _known(twinId).control;
        if (signer != control) revert Registration_NotThePatient(twinId, signer);
    }

    /// @notice Reverts unless `signer` may give a grant over `scopes` until `expiry`: the patient, or a proxy within its scopes and time. A proxy for
    /// some scopes may let others read, but not contribute: what is contributed is not held to scopes.
    function requireMayGrant(bytes32 twinId, address signer, bytes32[] calldata scopes, uint64 expiry, uint8 operations)
        external
        view
    {
        if (signer == _known(twinId).control) return;
        Proxy storage proxy = _requireProxy(twinId, signer, POWER_GRANT);
        bool contributes = operations & CONTRIBUTE != 0 && proxy.scopes.length != 0;
        if (contributes || expiry > proxy.expiry || !_covers(proxy, scopes)) {
            revert Registration_BeyondProxy(twinId, signer);
        }
    }

    /// @notice Reverts unless `signer` may end a grant over `scopes`: the patient, or a proxy within its scopes.
    function requireMayRevoke(bytes32 twinId, address signer, bytes32[] calldata scopes) external view {
        if (signer == _known(twinId).control) return;
        Proxy storage proxy = _requireProxy(twinId, signer, POWER_REVOKE);
        if (!_covers(proxy, scopes)) revert Registration_BeyondProxy(twinId, signer);
    }

    // ---------------------------------------------------------------- views

    /// @notice A twin's record; control is zero if unknown.
    function twin(bytes32 twinId) external view returns (Twin memory) {
        return _twins[twinId];
    }

    /// @notice The address that speaks for the patient; reverts if the twin is unknown.
    function knownControlOf(bytes32 twinId) external view returns (address) {
        return _known(twinId).control;
    }

    /// @notice The address that speaks for the patient; zero if the twin is unknown.
    function controlOf(bytes32 twinId) external view returns (address) {
        return _twins[twinId].control;
    }

    /// @notice An appointment as it stands; `live` says whether it holds now.
    function proxyOf(bytes32 twinId, address proxy) external view returns (Proxy memory terms, bool live) {
        Proxy storage record = _proxies[twinId][proxy];
        return (record, _isLive(twinId, record));
    }

    /// @notice Whether two twins are linked, in either order. What this generation was not told, the earlier ones know.
    function linked(bytes32 a, bytes32 b) public view returns (bool) {
        Link link = a < b ? _links[a][b] : _links[b][a];
        if (link == Link.Unsaid && GENERATION != 1) return Registration(_predecessor().registration).linked(a, b);
        return link == Link.Linked;
    }

    /// @notice What anchoring in the patient's own lane needs.
    function patientAuthor(bytes32 twinId)
        external
        view
        returns (bytes32 authorId, bytes32 pointDigest, uint32 epoch, uint16 parametersVersion)
    {
        Twin storage record = _twins[twinId];
        return (record.patientAuthorId, record.pointDigest, record.identityEpoch, record.parametersVersion);
    }

    // ---------------------------------------------------------------- inside

    function _register(TwinTerms calldata terms, Grant[] calldata grants, bytes32 structHash, bytes calldata signature)
        private
    {
        _requireOpen();
        Consents.requireInTime(terms.deadline);
        if (terms.twinId == 0) revert Registration_TwinIdMissing();
        if (terms.control == address(0)) revert Registration_ControlMissing();
        if (terms.kind >= KINDS) revert Registration_UnknownKind(terms.kind);
        if (grants.length > MAX_ENTRIES) revert Registration_TooManyGrants(MAX_ENTRIES, grants.length);
        Consents.requireConsent(terms.control, _hashTypedDataV4(structHash), signature);
        Twin storage record = _twins[terms.twinId];
        // A twin that waits to be imported is its patient's: nobody else may take its place.
        if (record.control != address(0) || _earlierGenerationOf(terms.twinId) != 0) {
            revert Registration_TwinIdTaken(terms.twinId);
        }
        if (terms.custodian != 0 && !HOSPITALS.isActive(terms.custodian)) {
            revert Registration_CustodianNotAdmitted(terms.custodian);
        }
        record.control = terms.control;
        record.identityEpoch = terms.identityEpoch;
        record.kind = terms.kind;
        record.custodian = terms.custodian;
        record.controlSince = uint40(block.timestamp);
        record.patientAuthorId = Identities.authorId(Identities.patientName(terms.twinId));
        _computePoint(terms.twinId, record);
        emit TwinRegistered(
            terms.twinId,
            terms.custodian,
            record.patientAuthorId,
            terms.kind,
            terms.control,
            terms.identityEpoch,
            record.pointDigest
        );
        ACCESS.open(terms.twinId, grants);
    }

    /// @dev Consent of the control address, under the twin's next nonce.
    function _consent(bytes32 twinId, uint64 nonce, bytes32 structHash, bytes calldata signature) private {
        _requireOpen();
        Twin storage record = _known(twinId);
        if (record.nonce != nonce) revert Registration_WrongNonce(record.nonce, nonce);
        record.nonce += 1;
        Consents.requireConsent(record.control, _hashTypedDataV4(structHash), signature);
    }

    function _known(bytes32 twinId) private view returns (Twin storage record) {
        record = _twins[twinId];
        if (record.control == address(0)) revert Registration_UnknownTwin(twinId);
    }

    /// @dev The latest of the earlier generations that has the twin; 0 if none.
    function _earlierGenerationOf(bytes32 twinId) private view returns (uint32 generation) {
        for (generation = GENERATION - 1; generation != 0; --generation) {
            if (Registration(BOOK.wiringOf(generation).registration).controlOf(twinId) != address(0)) break;
        }
    }

    function _isLive(bytes32 twinId, Proxy storage proxy) private view returns (bool) {
        return block.timestamp >= proxy.notBefore && block.timestamp < proxy.expiry
            && proxy.serial >= _twins[twinId].proxiesFrom;
    }

    function _requireProxy(bytes32 twinId, address signer, uint8 power) private view returns (Proxy storage proxy) {
        proxy = _proxies[twinId][signer];
        if (proxy.powers & power == 0 || !_isLive(twinId, proxy)) revert Registration_NotThePatient(twinId, signer);
    }

    function _covers(Proxy storage proxy, bytes32[] calldata scopes) private view returns (bool) {
        return proxy.scopes.length == 0 || Lists.containsAll(proxy.scopes, scopes);
    }

    function _computePoint(bytes32 twinId, Twin storage record) private {
        bytes memory identity = Identities.encode(Identities.patientName(twinId), record.identityEpoch);
        (, bytes memory Q) = HOSPITALS.parameters().authorPoint(identity);
        record.pointDigest = keccak256(Q);
        record.parametersVersion = HOSPITALS.parametersVersion();
    }

    function _encode(TwinTerms calldata terms) private pure returns (bytes memory) {
        return abi.encode(terms.twinId, terms.kind, terms.control, terms.identityEpoch, terms.custodian, terms.deadline);
    }

    function _hashGrants(Grant[] calldata grants) private pure returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](grants.length);
        for (uint256 i = 0; i < grants.length; ++i) {
            hashes[i] = GrantTypes.hash(grants[i]);
        }
        return keccak256(abi.encodePacked(hashes));
    }

    function _hashSources(SourceList[] calldata sources) private pure returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](sources.length);
        for (uint256 i = 0; i < sources.length; ++i) {
            hashes[i] =
                keccak256(abi.encode(SOURCE_LIST_TYPEHASH, sources[i].authorId, Lists.digest(sources[i].sources)));
        }
        return keccak256(abi.encodePacked(hashes));
    }
}
