// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Access} from "../contracts/Access.sol";
import {Component} from "../contracts/Component.sol";
import {Contribution} from "../contracts/Contribution.sol";
import {Proxy, ProxyTerms, Registration, Twin, TwinTerms} from "../contracts/Registration.sol";
import {CONTRIBUTE, Grant, READ, SourceList} from "../contracts/Types.sol";
import {Consents} from "../contracts/libraries/Consents.sol";
import {Identities} from "../contracts/libraries/Identities.sol";
import {Lists} from "../contracts/libraries/Lists.sol";
import {Authority} from "./utils/Authority.sol";
import {Consortium} from "./utils/Consortium.sol";
import {Wallet} from "./utils/Wallet.sol";

/// @dev Branches: test/Registration.tree
contract RegistrationTest is Consortium {
    string private constant DOMAIN = "Twinseal Registration";
    Grant[] private none;

    function _registerHash(TwinTerms memory t, Grant[] memory grants) private pure returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](grants.length);
        for (uint256 i = 0; i < grants.length; ++i) {
            hashes[i] = _grantHash(grants[i]);
        }
        return keccak256(
            abi.encode(
                keccak256(
                    abi.encodePacked(
                        "RegisterTwin(bytes32 twinId,uint8 kind,address control,uint32 identityEpoch,bytes32 custodian,uint64 deadline,Grant[] grants)",
                        GRANT_TYPE
                    )
                ),
                t.twinId,
                t.kind,
                t.control,
                t.identityEpoch,
                t.custodian,
                t.deadline,
                _words(hashes)
            )
        );
    }

    function _patientSigns(bytes32 structHash) private view returns (bytes memory) {
        return _sign(PATIENT, DOMAIN, address(registration), structHash);
    }

    function _registerAsPatient(TwinTerms memory terms) private {
        vm.prank(terms.control);
        registration.register(terms, none, "");
    }

    function _now() private view returns (uint64) {
        return uint64(block.timestamp);
    }

    // ------------------------------------------------------------ register

    function test_RegisterByRelayedSignatureWithFirstPolicies() public {
        TwinTerms memory terms = _twinTerms(TWIN, PATIENT);
        Grant[] memory grants = new Grant[](2);
        grants[0] = _grantTerms(0, READ | CONTRIBUTE);
        grants[1] = _grantTerms(1, READ);
        grants[1].nonce = 1;
        // Nothing is sealed yet, so "from now" is all there is.
        grants[1].fullHistory = false;
        bytes memory signature = _patientSigns(_registerHash(terms, grants));
        bytes32 pointDigest = keccak256(Authority.point(Authority.identity(_patientName(TWIN), 1)));
        vm.expectEmit(address(registration));
        emit Registration.TwinRegistered(
            TWIN, _hospital(0), _authorId(_patientName(TWIN)), 0, vm.addr(PATIENT), 1, pointDigest
        );
        registration.register(terms, grants, signature);
        Twin memory t = registration.twin(TWIN);
        assertEq(t.control, vm.addr(PATIENT), "control");
        assertEq(t.pointDigest, pointDigest, "point");
        assertEq(t.patientAuthorId, _authorId(_patientName(TWIN)), "patient authorId");
        assertEq(t.controlSince, START, "since");
        (bytes32 authorId, bytes32 digest, uint32 epoch, uint16 version) = registration.patientAuthor(TWIN);
        assertEq(authorId, t.patientAuthorId, "author");
        assertEq(digest, pointDigest, "digest");
        assertEq(epoch, 1, "epoch");
        assertEq(version, 1, "version");
        assertEq(access.liveGrants(TWIN).length, 2, "grants");
        (uint64 inForce,) = access.accessVersion(TWIN);
        assertEq(inForce, 1, "first policies leave the version at 1");
        assertEq(access.state(TWIN).nonce, 2, "nonces used");
    }

    function test_RegisterByAContractWallet() public {
        TwinTerms memory terms = _twinTerms(TWIN, PATIENT);
        terms.control = address(new Wallet(vm.addr(PATIENT)));
        registration.register(terms, none, _patientSigns(_registerHash(terms, none)));
        assertEq(registration.knownControlOf(TWIN), terms.control, "control");
    }

    function test_RegisterWithoutCustodian() public {
        TwinTerms memory terms = _twinTerms(TWIN, PATIENT);
        terms.custodian = 0;
        terms.kind = 2;
        _registerAsPatient(terms);
        assertEq(registration.twin(TWIN).kind, 2, "kind");
    }

    function test_RevertWhen_TheSignatureIsNotTheControlKeys() public {
        TwinTerms memory terms = _twinTerms(TWIN, PATIENT);
        bytes32 structHash = _registerHash(terms, none);
        bytes memory foreign = _sign(STRANGER, DOMAIN, address(registration), structHash);
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        registration.register(terms, none, foreign);
        bytes memory otherContract = _sign(PATIENT, DOMAIN, address(access), structHash);
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        registration.register(terms, none, otherContract);
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        registration.register(terms, none, "");
        bytes memory good = _patientSigns(structHash);
        terms.kind = 1;
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        registration.register(terms, none, good);
        terms.kind = 0;
        vm.chainId(999);
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        registration.register(terms, none, good);
    }

    /// @dev s' = n - s, v flipped: the other signature of the same message that anyone can make.
    function test_RevertWhen_TheSignatureIsMalleated() public {
        TwinTerms memory terms = _twinTerms(TWIN, PATIENT);
        bytes32 digest = keccak256(
            abi.encodePacked(hex"1901", _separator(DOMAIN, address(registration)), _registerHash(terms, none))
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(PATIENT, digest);
        uint256 n = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
        bytes memory malleated = abi.encodePacked(r, bytes32(n - uint256(s)), v == 27 ? uint8(28) : uint8(27));
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        registration.register(terms, none, malleated);
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        registration.register(terms, none, abi.encodePacked(r, s));
        registration.register(terms, none, abi.encodePacked(r, s, v));
    }

    function test_RevertWhen_TermsAreOutOfOrder() public {
        TwinTerms memory terms = _twinTerms(TWIN, PATIENT);
        terms.deadline = _now() - 1;
        vm.expectRevert(abi.encodeWithSelector(Consents.Consents_DeadlinePassed.selector, START - 1, START));
        registration.register(terms, none, "");
        terms = _twinTerms(0, PATIENT);
        vm.expectRevert(Registration.Registration_TwinIdMissing.selector);
        registration.register(terms, none, "");
        terms = _twinTerms(TWIN, PATIENT);
        terms.control = address(0);
        vm.expectRevert(Registration.Registration_ControlMissing.selector);
        registration.register(terms, none, "");
        terms = _twinTerms(TWIN, PATIENT);
        terms.kind = 3;
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_UnknownKind.selector, 3));
        registration.register(terms, none, "");
        terms.kind = 0;
        Grant[] memory grants = new Grant[](65);
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_TooManyGrants.selector, 64, 65));
        registration.register(terms, grants, "");
        terms.identityEpoch = 0;
        vm.prank(terms.control);
        vm.expectRevert(abi.encodeWithSelector(Identities.Identities_EpochOutOfRange.selector, 0));
        registration.register(terms, none, "");
    }

    function test_RevertWhen_TheTwinIdIsTaken() public {
        _register(TWIN, PATIENT);
        TwinTerms memory terms = _twinTerms(TWIN, STRANGER);
        vm.prank(terms.control);
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_TwinIdTaken.selector, TWIN));
        registration.register(terms, none, "");
    }

    function test_RevertWhen_TheCustodianIsNotActive() public {
        TwinTerms memory terms = _twinTerms(TWIN, PATIENT);
        _suspendHospital(0, 0);
        vm.prank(terms.control);
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_CustodianNotAdmitted.selector, _hospital(0)));
        registration.register(terms, none, "");
    }

    function test_RevertWhen_AFirstPolicyIsForAnotherTwin() public {
        TwinTerms memory terms = _twinTerms(TWIN, PATIENT);
        Grant[] memory grants = new Grant[](1);
        grants[0] = _grantTerms(0, READ);
        grants[0].twinId = OTHER_TWIN;
        vm.prank(terms.control);
        vm.expectRevert(abi.encodeWithSelector(Access.Access_WrongTwin.selector, TWIN, OTHER_TWIN));
        registration.register(terms, grants, "");
    }

    function test_RevertWhen_TheGenerationIsClosed() public {
        Registration old = registration;
        _register(TWIN, PATIENT);
        _nextGeneration();
        bytes memory closed = abi.encodeWithSelector(Component.Component_GenerationClosed.selector, 1, 2);
        TwinTerms memory terms = _twinTerms(OTHER_TWIN, PATIENT);
        vm.expectRevert(closed);
        old.register(terms, none, "");
        vm.expectRevert(closed);
        old.refreshPoint(TWIN);
        vm.expectRevert(closed);
        old.dismissProxy(TWIN, address(1), 0, _now(), "");
    }

    // ------------------------------------------------------------ sources at creation

    function test_RegisterWithSources() public {
        TwinTerms memory terms = _twinTerms(TWIN, PATIENT);
        SourceList[] memory sources = new SourceList[](1);
        sources[0] = SourceList({authorId: _hospital(0), sources: _list(bytes32(uint256(5)))});
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256(
                    abi.encodePacked(
                        "RegisterTwinWithSources(bytes32 twinId,uint8 kind,address control,uint32 identityEpoch,bytes32 custodian,uint64 deadline,Grant[] grants,SourceList[] sources)",
                        GRANT_TYPE,
                        "SourceList(bytes32 authorId,bytes32[] sources)"
                    )
                ),
                terms.twinId,
                terms.kind,
                terms.control,
                terms.identityEpoch,
                terms.custodian,
                terms.deadline,
                _words(new bytes32[](0)),
                _words(
                    _list(
                        keccak256(
                            abi.encode(
                                keccak256("SourceList(bytes32 authorId,bytes32[] sources)"),
                                sources[0].authorId,
                                _words(sources[0].sources)
                            )
                        )
                    )
                )
            )
        );
        registration.registerWithSources(terms, none, sources, _patientSigns(structHash));
        assertTrue(contribution.allows(TWIN, _hospital(0), bytes32(uint256(5)), sources[0].sources), "listed");
        assertFalse(contribution.allows(TWIN, _hospital(0), bytes32(uint256(6)), sources[0].sources), "unlisted");
    }

    function test_RevertWhen_TooManySourceLists() public {
        TwinTerms memory terms = _twinTerms(TWIN, PATIENT);
        SourceList[] memory sources = new SourceList[](65);
        vm.prank(terms.control);
        vm.expectRevert(abi.encodeWithSelector(Contribution.Contribution_TooManyLists.selector, 64, 65));
        registration.registerWithSources(terms, none, sources, "");
    }

    // ------------------------------------------------------------ points

    function test_RefreshPointAfterParametersChanged() public {
        _register(TWIN, PATIENT);
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_PointCurrent.selector, TWIN));
        registration.refreshPoint(TWIN);
        _rotateParameters();
        registration.refreshPoint(TWIN);
        (, bytes memory Q) = hospitals.parameters().authorPoint(Authority.identity(_patientName(TWIN), 1));
        assertEq(registration.twin(TWIN).pointDigest, keccak256(Q), "point");
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_UnknownTwin.selector, OTHER_TWIN));
        registration.refreshPoint(OTHER_TWIN);
    }

    function test_RevertWhen_MoveControlIsNotCalledByRecovery() public {
        _register(TWIN, PATIENT);
        vm.expectRevert(abi.encodeWithSelector(Component.Component_OnlyFrom.selector, address(recovery), address(this)));
        registration.moveControl(TWIN, address(1));
    }

    // ------------------------------------------------------------ proxies

    address private constant PARENT = address(uint160(uint256(keccak256("parent"))));

    function _proxyTerms(uint8 powers, bytes32[] memory scopes) private view returns (ProxyTerms memory) {
        return ProxyTerms({
            twinId: TWIN,
            proxy: PARENT,
            powers: powers,
            scopes: scopes,
            notBefore: _now(),
            expiry: _now() + 60 days,
            nonce: registration.twin(TWIN).nonce,
            deadline: _now()
        });
    }

    function _appoint(ProxyTerms memory terms) private {
        vm.prank(vm.addr(PATIENT));
        registration.appointProxy(terms, "");
    }

    function _grantAsProxy(Grant memory g) private returns (bytes32) {
        vm.prank(PARENT);
        return access.grant(g, PARENT, "");
    }

    function test_AppointProxyByRelayedSignature() public {
        _register(TWIN, PATIENT);
        ProxyTerms memory t = _proxyTerms(3, _list(bytes32(uint256(1))));
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256(
                    "AppointProxy(bytes32 twinId,address proxy,uint8 powers,bytes32[] scopes,uint64 notBefore,uint64 expiry,uint64 nonce,uint64 deadline)"
                ),
                t.twinId,
                t.proxy,
                t.powers,
                _words(t.scopes),
                t.notBefore,
                t.expiry,
                t.nonce,
                t.deadline
            )
        );
        registration.appointProxy(t, _patientSigns(structHash));
        (Proxy memory kept, bool live) = registration.proxyOf(TWIN, PARENT);
        assertTrue(live, "live");
        assertEq(kept.powers, 3, "powers");
        assertEq(kept.scopes.length, 1, "scopes");
    }

    function test_ProxyGrantsWithinScopesAndTime() public {
        _register(TWIN, PATIENT);
        _appoint(_proxyTerms(1, _list(bytes32(uint256(1)), bytes32(uint256(2)))));
        bytes32 grantId = _grantAsProxy(_grantTerms(1, READ));
        assertEq(uint256(access.grantState(grantId).status), 1, "live");
    }

    function test_ProxyForTheWholeTwin() public {
        _register(TWIN, PATIENT);
        _appoint(_proxyTerms(3, new bytes32[](0)));
        Grant memory g = _grantTerms(1, READ | CONTRIBUTE);
        bytes32 grantId = _grantAsProxy(g);
        uint64 nonce = access.state(TWIN).nonce;
        vm.prank(PARENT);
        access.revokeByTerms(g, nonce, _now(), PARENT, "");
        assertEq(uint256(access.grantState(grantId).status), 2, "revoked");
    }

    function test_RevertWhen_ProxyGoesBeyondItsScopesOrTime() public {
        _register(TWIN, PATIENT);
        _appoint(_proxyTerms(3, _list(bytes32(uint256(1)))));
        bytes memory beyond = abi.encodeWithSelector(Registration.Registration_BeyondProxy.selector, TWIN, PARENT);
        Grant memory g = _grantTerms(1, READ);
        vm.prank(PARENT);
        vm.expectRevert(beyond);
        access.grant(g, PARENT, "");
        g.scopes = _list(bytes32(uint256(1)));
        g.expiry = _now() + 60 days + 1;
        vm.prank(PARENT);
        vm.expectRevert(beyond);
        access.grant(g, PARENT, "");
        g.expiry = _now() + 60 days;
        g.operations = READ | CONTRIBUTE;
        vm.prank(PARENT);
        vm.expectRevert(beyond);
        access.grant(g, PARENT, "");
        g.operations = READ;
        _grantAsProxy(g);
        (Grant memory wide,) = _grant(2, READ);
        uint64 nonce = access.state(TWIN).nonce;
        vm.prank(PARENT);
        vm.expectRevert(beyond);
        access.revokeByTerms(wide, nonce, _now(), PARENT, "");
    }

    function test_RevertWhen_ProxyLacksThePowerOrIsNotInForce() public {
        _register(TWIN, PATIENT);
        bytes memory refused = abi.encodeWithSelector(Registration.Registration_NotThePatient.selector, TWIN, PARENT);
        Grant memory g = _grantTerms(1, READ);
        // not appointed
        vm.prank(PARENT);
        vm.expectRevert(refused);
        access.grant(g, PARENT, "");
        // power to revoke only
        _appoint(_proxyTerms(2, new bytes32[](0)));
        vm.prank(PARENT);
        vm.expectRevert(refused);
        access.grant(g, PARENT, "");
        // power to grant only
        _appoint(_proxyTerms(1, new bytes32[](0)));
        bytes32 grantId = _grantAsProxy(g);
        uint64 nonce = access.state(TWIN).nonce;
        vm.prank(PARENT);
        vm.expectRevert(refused);
        access.revokeByTerms(g, nonce, _now(), PARENT, "");
        // by id only the patient
        vm.prank(PARENT);
        vm.expectRevert(refused);
        access.revoke(TWIN, grantId, nonce, _now(), PARENT, "");
        // not yet, no longer
        ProxyTerms memory later = _proxyTerms(1, new bytes32[](0));
        later.notBefore = _now() + 1;
        _appoint(later);
        g = _grantTerms(2, READ);
        vm.prank(PARENT);
        vm.expectRevert(refused);
        access.grant(g, PARENT, "");
        vm.warp(later.expiry);
        g = _grantTerms(2, READ);
        vm.prank(PARENT);
        vm.expectRevert(refused);
        access.grant(g, PARENT, "");
    }

    function test_DismissedProxyMayNothing() public {
        _register(TWIN, PATIENT);
        _appoint(_proxyTerms(1, new bytes32[](0)));
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256("DismissProxy(bytes32 twinId,address proxy,uint64 nonce,uint64 deadline)"),
                TWIN,
                PARENT,
                uint64(1),
                _now()
            )
        );
        bytes memory signature = _patientSigns(structHash);
        registration.dismissProxy(TWIN, PARENT, 1, _now(), signature);
        (, bool live) = registration.proxyOf(TWIN, PARENT);
        assertFalse(live, "dismissed");
        vm.prank(vm.addr(PATIENT));
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_NotAProxy.selector, TWIN, PARENT));
        registration.dismissProxy(TWIN, PARENT, 2, _now(), "");
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_WrongNonce.selector, 2, 1));
        registration.dismissProxy(TWIN, PARENT, 1, _now(), signature);
        vm.expectPartialRevert(Consents.Consents_DeadlinePassed.selector);
        registration.dismissProxy(TWIN, PARENT, 2, _now() - 1, "");
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        registration.dismissProxy(TWIN, PARENT, 2, _now(), "");
    }

    function _expectAppointmentRefused(ProxyTerms memory t, bytes memory data) private {
        vm.prank(vm.addr(PATIENT));
        vm.expectRevert(data);
        registration.appointProxy(t, "");
    }

    function test_RevertWhen_AppointmentIsOutOfOrder() public {
        _register(TWIN, PATIENT);
        ProxyTerms memory t = _proxyTerms(1, new bytes32[](0));
        t.proxy = address(0);
        _expectAppointmentRefused(t, abi.encodeWithSelector(Registration.Registration_ProxyMissing.selector));
        t = _proxyTerms(0, new bytes32[](0));
        _expectAppointmentRefused(t, abi.encodeWithSelector(Registration.Registration_UnknownPowers.selector, 0));
        t.powers = 4;
        _expectAppointmentRefused(t, abi.encodeWithSelector(Registration.Registration_UnknownPowers.selector, 4));
        t = _proxyTerms(1, new bytes32[](0));
        t.notBefore = t.expiry;
        _expectAppointmentRefused(
            t, abi.encodeWithSelector(Registration.Registration_PeriodOutOfRange.selector, t.expiry, t.expiry)
        );
        t.notBefore = 0;
        t.expiry = FOREVER + 1;
        _expectAppointmentRefused(
            t, abi.encodeWithSelector(Registration.Registration_PeriodOutOfRange.selector, 0, t.expiry)
        );
        t.expiry = _now();
        _expectAppointmentRefused(
            t, abi.encodeWithSelector(Registration.Registration_PeriodOutOfRange.selector, 0, t.expiry)
        );
        t = _proxyTerms(1, _many(65));
        _expectAppointmentRefused(t, abi.encodeWithSelector(Lists.Lists_LengthOutOfRange.selector, 65));
        t = _proxyTerms(1, _list(bytes32(uint256(2)), bytes32(uint256(2))));
        _expectAppointmentRefused(t, abi.encodeWithSelector(Lists.Lists_Unsorted.selector, 1));
        t = _proxyTerms(1, new bytes32[](0));
        t.deadline = _now() - 1;
        _expectAppointmentRefused(
            t, abi.encodeWithSelector(Consents.Consents_DeadlinePassed.selector, START - 1, START)
        );
    }

    // ------------------------------------------------------------ custodian

    function _custodianHash(bytes32 custodian, uint64 nonce) private view returns (bytes32) {
        return keccak256(
            abi.encode(
                keccak256("ChangeCustodian(bytes32 twinId,bytes32 custodian,uint64 nonce,uint64 deadline)"),
                TWIN,
                custodian,
                nonce,
                _now()
            )
        );
    }

    function test_ChangeCustodianWithBothConsents() public {
        _register(TWIN, PATIENT);
        bytes32 structHash = _custodianHash(_hospital(1), 0);
        bytes memory patients = _patientSigns(structHash);
        bytes memory custodians = _sign(_controllerKey(1), DOMAIN, address(registration), structHash);
        bytes memory others = _sign(_controllerKey(2), DOMAIN, address(registration), structHash);
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        registration.changeCustodian(TWIN, _hospital(1), 0, _now(), patients, others);
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        registration.changeCustodian(TWIN, _hospital(1), 0, _now(), custodians, custodians);
        vm.expectPartialRevert(Consents.Consents_DeadlinePassed.selector);
        registration.changeCustodian(TWIN, _hospital(1), 0, _now() - 1, patients, custodians);
        registration.changeCustodian(TWIN, _hospital(1), 0, _now(), patients, custodians);
        assertEq(registration.twin(TWIN).custodian, _hospital(1), "custodian");
    }

    function test_PatientAloneMayEndCustody() public {
        _register(TWIN, PATIENT);
        registration.changeCustodian(TWIN, 0, 0, _now(), _patientSigns(_custodianHash(0, 0)), "");
        assertEq(registration.twin(TWIN).custodian, bytes32(0), "none");
    }

    function test_RevertWhen_TheNewCustodianIsNotActive() public {
        _register(TWIN, PATIENT);
        _suspendHospital(1, 0);
        bytes memory signature = _patientSigns(_custodianHash(_hospital(1), 0));
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_CustodianNotAdmitted.selector, _hospital(1)));
        registration.changeCustodian(TWIN, _hospital(1), 0, _now(), signature, "");
    }

    // ------------------------------------------------------------ links

    function _linkHash(bytes32 first, bytes32 second, uint64 a, uint64 b) private view returns (bytes32) {
        return keccak256(
            abi.encode(
                keccak256(
                    "LinkTwins(bytes32 first,bytes32 second,uint64 firstNonce,uint64 secondNonce,uint64 deadline)"
                ),
                first,
                second,
                a,
                b,
                _now()
            )
        );
    }

    function _ordered() private pure returns (bytes32, bytes32, uint256, uint256) {
        return
            TWIN < OTHER_TWIN ? (TWIN, OTHER_TWIN, PATIENT, OTHER_PATIENT) : (OTHER_TWIN, TWIN, OTHER_PATIENT, PATIENT);
    }

    function test_LinkAndUnlinkTwins() public {
        _register(TWIN, PATIENT);
        _register(OTHER_TWIN, OTHER_PATIENT);
        (bytes32 first, bytes32 second, uint256 firstKey, uint256 secondKey) = _ordered();
        bytes32 structHash = _linkHash(first, second, 0, 0);
        bytes memory a = _sign(firstKey, DOMAIN, address(registration), structHash);
        bytes memory b = _sign(secondKey, DOMAIN, address(registration), structHash);
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        registration.linkTwins(first, second, 0, 0, _now(), a, a);
        vm.expectPartialRevert(Consents.Consents_NotSignedBy.selector);
        registration.linkTwins(first, second, 0, 0, _now(), b, b);
        vm.expectPartialRevert(Consents.Consents_DeadlinePassed.selector);
        registration.linkTwins(first, second, 0, 0, _now() - 1, a, b);
        registration.linkTwins(first, second, 0, 0, _now(), a, b);
        assertTrue(registration.linked(first, second) && registration.linked(second, first), "linked");
        structHash = _linkHash(first, second, 1, 1);
        a = _sign(firstKey, DOMAIN, address(registration), structHash);
        b = _sign(secondKey, DOMAIN, address(registration), structHash);
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_AlreadyLinked.selector, first, second));
        registration.linkTwins(first, second, 1, 1, _now(), a, b);
        // Either side takes it back.
        vm.prank(vm.addr(secondKey));
        registration.unlinkTwins(second, first, 1, _now(), "");
        assertFalse(registration.linked(first, second), "unlinked");
        vm.prank(vm.addr(firstKey));
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_NotLinked.selector, first, second));
        registration.unlinkTwins(first, second, 1, _now(), "");
        vm.expectPartialRevert(Consents.Consents_DeadlinePassed.selector);
        registration.unlinkTwins(first, second, 1, _now() - 1, "");
    }

    function test_RevertWhen_LinkIsUnordered() public {
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_LinkUnordered.selector, TWIN, TWIN));
        registration.linkTwins(TWIN, TWIN, 0, 0, _now(), "", "");
    }

    function test_RequireControl() public {
        _register(TWIN, PATIENT);
        registration.requireControl(TWIN, vm.addr(PATIENT));
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_NotThePatient.selector, TWIN, address(this)));
        registration.requireControl(TWIN, address(this));
        vm.expectRevert(abi.encodeWithSelector(Registration.Registration_UnknownTwin.selector, OTHER_TWIN));
        registration.requireControl(OTHER_TWIN, address(this));
        assertEq(registration.controlOf(OTHER_TWIN), address(0), "unknown");
    }
}
