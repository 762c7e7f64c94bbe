// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Access, GrantStatus} from "../../contracts/Access.sol";
import {AuthorProof} from "../../contracts/AuthorCheck.sol";
import {ActionKind, AuthorContext, AuthorizedHospitals} from "../../contracts/AuthorizedHospitals.sol";
import {DataRequest, Request} from "../../contracts/DataRequest.sol";
import {Emergency, EmergencyTerms} from "../../contracts/Emergency.sol";
import {Instance, PatientDigitalTwin} from "../../contracts/PatientDigitalTwin.sol";
import {Approval, Recovery} from "../../contracts/Recovery.sol";
import {Registration} from "../../contracts/Registration.sol";
import {CONTRIBUTE, Grant, READ, Wiring} from "../../contracts/Types.sol";
import {Authority} from "../utils/Authority.sol";
import {Vm} from "../utils/Vm.sol";

/// @dev Plays everybody, and remembers what should be.
contract Handler {
    Vm private constant vm = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);
    bytes32 public constant TWIN = keccak256("twin");
    address public immutable guardian;

    AuthorizedHospitals private immutable hospitals;
    Registration private immutable registration;
    Recovery private immutable recovery;
    Access private immutable access;
    Emergency private immutable emergency;
    PatientDigitalTwin private immutable twins;
    DataRequest private immutable requests;

    struct Ghost {
        Grant terms;
        bool emergency;
        bool ended;
    }

    Ghost[] private _ghosts;
    mapping(uint256 hospital => bytes32[] leaves) private _leaves;
    /// @dev The time as the handler moved it: the optimiser may read the block's only once in a call.
    uint256 public time;
    uint256 public consents;
    uint256 public highestVersion = 1;
    uint256 public narrowed;
    uint256 public forgeriesThrough;
    uint256 public staleThrough;
    uint256 public replaysThrough;
    uint256 public guardianConsentsThrough;
    uint256 public anchors;
    uint256 public grants;
    uint256 public revocations;
    uint256 public emergencies;
    uint256 public suspensions;
    uint256 public recoveries;
    uint256 public permits;
    uint256 public refusals;
    uint256 public wrongDecisions;
    // Attempts that only the check in question stood against: without it they would have gone through.
    uint256 public forgeriesTried;
    uint256 public staleTried;
    uint256 public replaysTried;
    uint256 public guardianConsentsTried;
    uint256 private _salt;

    constructor(Wiring memory wiring, address guardian_) {
        hospitals = AuthorizedHospitals(wiring.hospitals);
        registration = Registration(wiring.registration);
        recovery = Recovery(wiring.recovery);
        access = Access(wiring.access);
        emergency = Emergency(wiring.emergency);
        twins = PatientDigitalTwin(wiring.twins);
        requests = DataRequest(wiring.requests);
        guardian = guardian_;
        time = block.timestamp;
    }

    // ------------------------------------------------------------ what the invariants ask

    function ghostCount() external view returns (uint256) {
        return _ghosts.length;
    }

    function ghost(uint256 i) external view returns (Ghost memory) {
        return _ghosts[i];
    }

    function leavesOf(uint256 hospital) external view returns (bytes32[] memory) {
        return _leaves[hospital];
    }

    function name(uint256 i) public pure returns (string memory) {
        return string(abi.encodePacked("hospital:h", vm.toString(i)));
    }

    function hospitalId(uint256 i) public pure returns (bytes32) {
        return keccak256(abi.encodePacked(keccak256("TWINSEAL-V1-AUTHOR-ID"), name(i)));
    }

    function controller(uint256 i) public pure returns (address) {
        return vm.addr(uint256(keccak256(abi.encode("controller", i))));
    }

    // ------------------------------------------------------------ time

    function wait(uint256 seconds_) external {
        time += seconds_ % 10 days;
        vm.warp(time);
    }

    // ------------------------------------------------------------ patient

    /// @dev A twin that is alive: each hospital may read and write for a while. Once.
    function begin() external {
        if (grants != 0) return;
        for (uint256 i = 0; i < 3; ++i) {
            _grant(_terms(i, READ | CONTRIBUTE, time, 15 days));
        }
    }

    function grant(uint256 seed) external {
        _sync();
        uint8 operations = uint8(1 + (seed >> 8) % 3);
        Grant memory g = _terms(seed % 3, operations, time, 1 hours + (seed >> 16) % 20 days);
        g.fullHistory = (seed >> 64) % 2 == 0;
        if ((seed >> 72) % 4 == 0) g.notBefore = uint64(time + 1 hours);
        if (g.notBefore >= g.expiry) g.notBefore = uint64(time);
        _grant(g);
        _observe();
    }

    function _grant(Grant memory g) private {
        address control = registration.controlOf(TWIN);
        vm.prank(control);
        try access.grant(g, control, "") {
            ++consents;
            ++grants;
            bool opensAtOnce = g.operations & READ != 0 && !g.fullHistory && g.notBefore <= time;
            if (opensAtOnce) _narrowed();
            _ghosts.push(Ghost({terms: g, emergency: false, ended: false}));
        } catch {}
    }

    function revoke(uint256 seed) external {
        _sync();
        if (_ghosts.length == 0) return;
        uint256 i = seed % _ghosts.length;
        address control = registration.controlOf(TWIN);
        uint64 nonce = access.state(TWIN).nonce;
        bytes32 grantId = access.grantIdOf(_ghosts[i].terms);
        vm.prank(control);
        try access.revoke(TWIN, grantId, nonce, uint64(time), control, "") {
            ++consents;
            ++revocations;
            _narrowed();
            _ghosts[i].ended = true;
        } catch {}
        _observe();
    }

    function revokeAll(uint256 seed) external {
        _sync();
        if (seed % 4 != 0) return;
        address control = registration.controlOf(TWIN);
        uint64 nonce = access.state(TWIN).nonce;
        vm.prank(control);
        try access.revokeAll(TWIN, nonce, uint64(time), control, "") {
            ++consents;
            _narrowed();
            for (uint256 i = 0; i < _ghosts.length; ++i) {
                _ghosts[i].ended = true;
            }
        } catch {}
        _observe();
    }

    /// @dev A consent that was used is brought again.
    function replay(uint256 seed) external {
        _sync();
        if (_ghosts.length == 0) return;
        Grant memory g = _ghosts[seed % _ghosts.length].terms;
        g.deadline = uint64(time);
        address control = registration.controlOf(TWIN);
        bool only = g.expiry > time && g.nonce < access.state(TWIN).nonce && hospitals.isActive(g.hospital);
        if (only) ++replaysTried;
        vm.prank(control);
        try access.grant(g, control, "") {
            ++replaysThrough;
        } catch {}
    }

    function settle() external {
        _sync();
        access.settle(TWIN);
        _observe();
    }

    // ------------------------------------------------------------ hospitals

    /// @dev One at a time, or nothing would happen any more.
    function suspend(uint256 seed) external {
        _sync();
        uint256 i = seed % 3;
        for (uint256 j = 0; j < 3; ++j) {
            if (!hospitals.isActive(hospitalId(j))) return;
        }
        bytes32 salt = bytes32(++_salt);
        bytes32 action = hospitals.actionDigest(ActionKind.Suspend, abi.encode(hospitalId(i)), salt);
        _vote(action, i);
        try hospitals.suspend(hospitalId(i), salt) {
            ++suspensions;
        } catch {}
    }

    function resume(uint256 seed) external {
        _sync();
        uint256 i = seed % 3;
        bytes32 salt = bytes32(++_salt);
        bytes32 action = hospitals.actionDigest(ActionKind.Resume, abi.encode(hospitalId(i)), salt);
        _vote(action, i);
        try hospitals.resume(hospitalId(i), salt) {} catch {}
    }

    /// @dev A hospital anchors; one in four tries under a wrong version.
    function anchor(uint256 seed) external {
        _sync();
        uint256 i = seed % 3;
        (uint64 version, bool due) = access.accessVersion(TWIN);
        uint64 used = (seed >> 8) % 4 == 0 ? uint64(uint256(version) + (seed >> 16) % 3) - 1 : version;
        Instance memory instance = _instance(i, used, seed);
        AuthorProof memory p = Authority.prove(_identity(i), _digest(instance), address(twins));
        if ((used != version || due) && _mayContribute(i)) ++staleTried;
        try twins.anchor(instance, _frontier(i), p.X, p.v, p.Q) {
            ++anchors;
            if (used != version || due) ++staleThrough;
            _leaves[i].push(_leaf(instance));
        } catch {}
    }

    /// @dev A hospital tries to write as another, with its own key and the other's point, from the other's address.
    function forge(uint256 seed) external {
        _sync();
        uint256 victim = seed % 3;
        uint256 forger = (victim + 1 + (seed >> 8) % 2) % 3;
        (uint64 version, bool due) = access.accessVersion(TWIN);
        if (!due && _mayContribute(victim)) ++forgeriesTried;
        Instance memory instance = _instance(victim, version, seed);
        AuthorProof memory p = Authority.prove(_identity(forger), _digest(instance), address(twins));
        if ((seed >> 16) % 2 == 0) p.Q = Authority.point(_identity(victim));
        vm.prank(controller(victim));
        try twins.anchor(instance, _frontier(victim), p.X, p.v, p.Q) {
            ++forgeriesThrough;
        } catch {}
    }

    /// @dev A hospital asks, relying on some grant of somebody's; the record must say what the ghost store says.
    function request(uint256 seed) external {
        _sync();
        if (_ghosts.length == 0) return;
        // One of the last, which are more often live than not.
        uint256 back = seed % (_ghosts.length < 6 ? _ghosts.length : 6);
        Ghost memory g = _ghosts[_ghosts.length - 1 - back];
        uint256 i = (seed >> 8) % 4 == 0 ? (seed >> 16) % 3 : _indexOf(g.terms.hospital);
        Request memory r = Request({
            twinId: TWIN,
            hospital: hospitalId(i),
            staff: g.terms.staff,
            scopes: g.terms.scopes,
            purpose: g.terms.purposes[0],
            operation: READ,
            deadline: uint64(time),
            salt: bytes32(++_salt)
        });
        bool expected = !g.ended && g.terms.hospital == r.hospital && g.terms.operations & READ != 0
            && time >= g.terms.notBefore && time < g.terms.expiry && hospitals.isActive(r.hospital);
        vm.prank(controller(i));
        (bytes32 id, bool permit,) = requests.request(r, g.terms, controller(i), "");
        permit ? ++permits : ++refusals;
        if (permit != expected || requests.decision(id).permit != expected) ++wrongDecisions;
    }

    // ------------------------------------------------------------ clinicians

    function breakGlass(uint256 seed) external {
        _sync();
        uint256 i = seed % 3;
        bytes32 staff = keccak256(abi.encode("staff", i));
        bytes32[] memory scopes = new bytes32[](1);
        scopes[0] = bytes32(uint256(1));
        EmergencyTerms memory t = EmergencyTerms({
            twinId: TWIN,
            hospital: hospitalId(i),
            staff: staff,
            secondStaff: 0,
            scopes: scopes,
            purpose: bytes32(uint256(7)),
            reason: keccak256("reason"),
            until: uint64(time + 1 hours + (seed >> 8) % 22 hours),
            deadline: uint64(time),
            salt: bytes32(++_salt)
        });
        vm.prank(controller(i));
        try emergency.authoriseClinician(t.hospital, staff, address(this)) {} catch {}
        uint16 serial = access.state(TWIN).emergencies;
        bool full = access.state(TWIN).live >> 48 == type(uint16).max;
        // This contract is the clinician's key: a direct call.
        try emergency.open(t, new bytes32[](0), "", "") {
            ++emergencies;
            bytes32[] memory purposes = new bytes32[](1);
            purposes[0] = t.purpose;
            Grant memory g = Grant({
                twinId: TWIN,
                hospital: t.hospital,
                staff: staff,
                scopes: scopes,
                purposes: purposes,
                operations: READ,
                notBefore: uint64(time),
                expiry: t.until,
                fullHistory: true,
                nonce: (1 << 63) | uint64(serial),
                deadline: t.deadline
            });
            // Only when all places were taken may one have given way.
            for (uint256 k = 0; full && k < _ghosts.length; ++k) {
                bool lapsed = access.grantState(access.grantIdOf(_ghosts[k].terms)).status == GrantStatus.Lapsed;
                if (_ghosts[k].emergency && lapsed) _ghosts[k].ended = true;
            }
            _ghosts.push(Ghost({terms: g, emergency: true, ended: false}));
        } catch {}
        _observe();
    }

    // ------------------------------------------------------------ guardians

    /// @dev A guardian tries to consent for the patient.
    function guardianConsents(uint256 seed) external {
        _sync();
        Grant memory g = _terms(seed % 3, READ, time, 1 days);
        if (hospitals.isActive(g.hospital)) ++guardianConsentsTried;
        vm.prank(guardian);
        try access.grant(g, guardian, "") {
            ++guardianConsentsThrough;
        } catch {}
        uint64 nonce = g.nonce;
        vm.prank(guardian);
        try access.revokeAll(TWIN, nonce, uint64(time), guardian, "") {
            ++guardianConsentsThrough;
        } catch {}
    }

    /// @dev A recovery, to an address of the patient's; what guardians are for.
    function recover(uint256 seed) external {
        _sync();
        if (seed % 4 != 0) return;
        Approval[] memory approvals = new Approval[](1);
        approvals[0].guardian = guardian;
        vm.prank(guardian);
        try recovery.startRecovery(
            TWIN, vm.addr(1 + uint256(keccak256(abi.encode("control", seed))) % 1e30), uint64(time), approvals
        ) {}
            catch {}
        if ((seed >> 8) % 2 == 0) {
            time += 2 days;
            vm.warp(time);
            try recovery.finishRecovery(TWIN) {
                ++recoveries;
                _narrowed();
            } catch {}
        }
        _observe();
    }

    // ------------------------------------------------------------ inside

    /// @dev forge may begin a call at the time of its own choosing.
    function _sync() private {
        vm.warp(time);
    }

    function _narrowed() private {
        ++narrowed;
    }

    /// @dev Whether only proof and version stand between this hospital and its lane.
    function _mayContribute(uint256 i) private view returns (bool) {
        AuthorContext memory context = hospitals.authorContext(hospitalId(i));
        (uint64 notBefore, uint64 expiry) = access.contribution(TWIN, hospitalId(i));
        return hospitals.isActive(hospitalId(i)) && context.pointCurrent && time >= notBefore && time < expiry;
    }

    function _indexOf(bytes32 hospital) private pure returns (uint256 i) {
        while (hospitalId(i) != hospital) ++i;
    }

    function _observe() private {
        (uint64 version,) = access.accessVersion(TWIN);
        if (version > highestVersion) highestVersion = version;
    }

    function _vote(bytes32 action, uint256 except) private {
        for (uint256 j = 0; j < 3; ++j) {
            if (j == except) continue;
            vm.prank(controller(j));
            try hospitals.approve(action) {} catch {}
        }
    }

    function _terms(uint256 i, uint8 operations, uint256 from, uint256 span) private view returns (Grant memory g) {
        bytes32[] memory scopes = new bytes32[](1);
        scopes[0] = bytes32(uint256(1));
        bytes32[] memory purposes = new bytes32[](1);
        purposes[0] = bytes32(uint256(7));
        g = Grant({
            twinId: TWIN,
            hospital: hospitalId(i),
            staff: 0,
            scopes: scopes,
            purposes: purposes,
            operations: operations,
            notBefore: uint64(from),
            expiry: uint64(from + span),
            fullHistory: true,
            nonce: access.state(TWIN).nonce,
            deadline: uint64(from)
        });
    }

    function _identity(uint256 i) private pure returns (bytes memory) {
        return Authority.identity(name(i), 1);
    }

    function _instance(uint256 i, uint64 version, uint256 seed) private view returns (Instance memory) {
        return Instance({
            twinId: TWIN,
            authorId: hospitalId(i),
            seq: uint64(_leaves[i].length),
            h: keccak256(abi.encode(seed)),
            accessVersion: version,
            time: uint64(time)
        });
    }

    function _leaf(Instance memory i) private pure returns (bytes32) {
        return keccak256(abi.encodePacked(hex"00", i.twinId, i.authorId, i.seq, i.h, i.accessVersion, i.time));
    }

    function _digest(Instance memory i) private pure returns (bytes32) {
        return keccak256(abi.encodePacked(keccak256("TWINSEAL-V1-AUTHOR-INSTANCE"), _leaf(i)));
    }

    function mth(bytes32[] memory leaves, uint256 from, uint256 to) public pure returns (bytes32) {
        uint256 n = to - from;
        if (n == 0) return keccak256("");
        if (n == 1) return leaves[from];
        uint256 k = 1;
        while (2 * k < n) k *= 2;
        return keccak256(abi.encodePacked(hex"01", mth(leaves, from, from + k), mth(leaves, from + k, to)));
    }

    function _frontier(uint256 i) private view returns (bytes32[] memory frontier) {
        bytes32[] memory leaves = _leaves[i];
        uint256 count;
        for (uint256 n = leaves.length; n != 0; n &= n - 1) {
            ++count;
        }
        frontier = new bytes32[](count);
        uint256 from;
        for (uint256 k = 0; k < count; ++k) {
            uint256 width = 1;
            while (2 * width <= leaves.length - from) width *= 2;
            frontier[k] = mth(leaves, from, from + width);
            from += width;
        }
    }
}
