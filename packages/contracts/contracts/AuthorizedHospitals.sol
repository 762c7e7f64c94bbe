// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AddressBook} from "./AddressBook.sol";
import {AuthorParameters, ParameterTerms} from "./AuthorParameters.sol";
import {Status} from "./Types.sol";
import {Bits} from "./libraries/Bits.sol";
import {Identities} from "./libraries/Identities.sol";

/// @notice What an admission fixes of a hospital.
/// @param id variable part of the name `hospital:<id>` (REC-3)
/// @param epoch identity epoch of its keys
/// @param controller address that approves, requests and changes the endpoint for it; a contract wallet will do
/// @param endpoint where its gateway answers, at most 256 bytes
struct HospitalTerms {
    string id;
    uint32 epoch;
    address controller;
    string endpoint;
}

/// @notice A hospital as one record: identity, keys, controlling address and standing cannot be mixed with another's.
/// @param pointDigest keccak of its author point Q in EIP-2537 encoding
/// @param xS its signing scalar
/// @param index its place in the order of admission, at most 255
/// @param parametersVersion the parameters under which pointDigest was computed
struct Hospital {
    bytes32 pointDigest;
    uint256 xS;
    address controller;
    uint32 epoch;
    Status status;
    uint8 index;
    uint16 parametersVersion;
    string id;
    string endpoint;
}

/// @notice What an anchor needs to know of an author and of the directory, in one call.
/// @param narrowings how often any hospital was narrowed so far
struct AuthorContext {
    Status status;
    uint8 index;
    uint32 epoch;
    bytes32 pointDigest;
    bool pointCurrent;
    AuthorParameters parameters;
    uint32 narrowings;
    uint32 generation;
}

/// @notice What the quorum can decide. `Other` is for contracts that lean on the same quorum.
enum ActionKind {
    Admit,
    Suspend,
    Resume,
    Remove,
    RotateKey,
    RotateParameters,
    SetQuorum,
    OpenGeneration,
    CancelGeneration,
    Other
}

/// @title The consortium's directory of hospitals (the paper's Algorithm 1)
/// @notice The founding set is given at deployment. Everything after, admission, suspension, removal, change of keys and of the
/// scheme's parameters, takes a quorum of the active hospitals; there is no owner.
///
/// An action is a digest over its kind, its arguments and a salt. Hospitals approve digests; whoever presents the arguments once enough
/// *active* hospitals have approved executes it, once. Only approvals of hospitals active at that moment count, and of those only what was
/// approved under the identity epoch in force: with a lost or stolen key go the votes cast by it.
contract AuthorizedHospitals {
    uint256 private constant MAX_HOSPITALS = 256;
    uint256 private constant MAX_ENDPOINT_BYTES = 256;

    /// @notice Seconds between the announcement of a generation of contracts and its earliest opening.
    uint256 public constant GENERATION_NOTICE = 7 days;

    AddressBook private immutable BOOK;

    // One word that every anchor reads.
    AuthorParameters private _parameters;
    uint16 private _parametersVersion;
    uint32 private _narrowings;
    uint32 private _generation;
    uint8 private _quorumPercent;

    /// @dev When the announced generation may open; 0 if none is announced.
    uint40 private _generationOpensAt;
    /// @dev Set of the indexes of active hospitals.
    uint256 private _active;
    bytes32[] private _ids;
    mapping(bytes32 authorId => Hospital) private _hospitals;
    mapping(address controller => bytes32 authorId) private _authorIdOf;
    mapping(uint16 version => AuthorParameters) private _parametersAt;
    /// @dev The value of `_narrowings` when the hospital of that index was last narrowed.
    uint32[MAX_HOSPITALS] private _narrowedAt;
    /// @dev The identity epoch under which the hospital of that index approved; 0 if it did not.
    mapping(bytes32 action => mapping(uint256 index => uint32 epoch)) private _approvedUnder;
    mapping(bytes32 action => bool) private _spent;

    /// @notice An observer learns that this hospital takes part, under which key epoch, at which address and endpoint. Hospitals are public here.
    event HospitalAdmitted(
        bytes32 indexed authorId, string id, uint32 epoch, address controller, bytes32 pointDigest, string endpoint
    );
    /// @notice An observer learns that the hospital may neither read nor write for now.
    event HospitalSuspended(bytes32 indexed authorId);
    /// @notice An observer learns that the suspension is over.
    event HospitalResumed(bytes32 indexed authorId);
    /// @notice An observer learns that the hospital left or was excluded.
    event HospitalRemoved(bytes32 indexed authorId);
    /// @notice An observer learns that the hospital's keys changed, and when.
    event HospitalKeyRotated(bytes32 indexed authorId, uint32 epoch, address controller, bytes32 pointDigest);
    /// @notice An observer learns the author point under newly pinned parameters.
    event HospitalPointRefreshed(bytes32 indexed authorId, uint16 parametersVersion, bytes32 pointDigest);
    /// @notice An observer learns where the hospital's gateway answers.
    event HospitalEndpointChanged(bytes32 indexed authorId, string endpoint);
    /// @notice An observer learns which public parameters are in force.
    event ParametersPinned(uint16 indexed version, bytes32 digest, AuthorParameters parameters);
    /// @notice An observer learns how many hospitals it takes to decide.
    event QuorumChanged(uint8 percent);
    /// @notice An observer learns that another generation of contracts is to take over, and when at the earliest.
    event GenerationScheduled(uint32 generation, uint40 opensAt);
    /// @notice An observer learns that the announced generation will not open.
    event GenerationCancelled(uint32 generation);
    /// @notice An observer learns that another generation of contracts took over writing.
    event GenerationOpened(uint32 generation);
    /// @notice An observer learns how a hospital votes; the matter itself is a digest until it is executed.
    event ActionApproved(bytes32 indexed action, bytes32 indexed authorId);
    /// @notice An observer learns that a hospital took its vote back.
    event ApprovalWithdrawn(bytes32 indexed action, bytes32 indexed authorId);
    /// @notice An observer learns that the action took effect.
    event ActionSpent(bytes32 indexed action);

    error AuthorizedHospitals_NoFounders();
    error AuthorizedHospitals_QuorumOutOfRange(uint8 percent);
    error AuthorizedHospitals_NotAController(address caller);
    error AuthorizedHospitals_ActionSpent(bytes32 action);
    error AuthorizedHospitals_QuorumMissing(bytes32 action, uint256 approvals, uint256 needed);
    error AuthorizedHospitals_NotApproved(bytes32 action, bytes32 authorId);
    error AuthorizedHospitals_Full(uint256 limit);
    error AuthorizedHospitals_AlreadyAdmitted(bytes32 authorId);
    error AuthorizedHospitals_WrongStatus(bytes32 authorId, Status status);
    error AuthorizedHospitals_LastHospital(bytes32 authorId);
    error AuthorizedHospitals_EpochNotLater(uint32 current, uint32 given);
    error AuthorizedHospitals_ZeroController();
    error AuthorizedHospitals_ControllerTaken(address controller, bytes32 authorId);
    error AuthorizedHospitals_EndpointTooLong(uint256 limit, uint256 given);
    error AuthorizedHospitals_PointCurrent(bytes32 authorId);
    error AuthorizedHospitals_GenerationNotNext(uint32 current, uint32 given);
    error AuthorizedHospitals_GenerationNotDue(uint256 opensAt, uint256 time);

    /// @param founders the first hospitals, active from the start
    /// @param quorumPercent share of the active hospitals that decides, 51 to 100, rounded up
    /// @param parameterTerms of the consortium's key authority
    /// @param book_ where the address book will be; it refuses to be built for hospitals that name another
    constructor(
        HospitalTerms[] memory founders,
        uint8 quorumPercent,
        ParameterTerms memory parameterTerms,
        AddressBook book_
    ) {
        if (founders.length == 0) revert AuthorizedHospitals_NoFounders();
        BOOK = book_;
        _setQuorum(quorumPercent);
        _pin(parameterTerms);
        _generation = 1;
        for (uint256 i = 0; i < founders.length; ++i) {
            _admit(founders[i]);
        }
    }

    // ---------------------------------------------------------------- approvals

    /// @notice Approves an action by its digest, for the hospital that the caller controls.
    function approve(bytes32 action) external {
        Hospital storage voter = _activeVoter();
        if (_spent[action]) revert AuthorizedHospitals_ActionSpent(action);
        _approve(action, voter);
    }

    /// @notice Takes an approval back that has not taken effect.
    function withdrawApproval(bytes32 action) external {
        Hospital storage voter = _activeVoter();
        if (_spent[action]) revert AuthorizedHospitals_ActionSpent(action);
        if (_approvedUnder[action][voter.index] != voter.epoch) {
            revert AuthorizedHospitals_NotApproved(action, _ids[voter.index]);
        }
        _approvedUnder[action][voter.index] = 0;
        emit ApprovalWithdrawn(action, _ids[voter.index]);
    }

    /// @notice How many active hospitals approved an action, how many it takes, and whether it has been executed.
    function approvals(bytes32 action) external view returns (uint256 count, uint256 needed, bool spent) {
        return (_countApprovals(action), _needed(), _spent[action]);
    }

    /// @notice The digest that hospitals approve.
    /// @param payload ABI encoding of the executor's arguments without the salt
    /// @param salt tells repetitions of the same action apart
    function actionDigest(ActionKind kind, bytes memory payload, bytes32 salt) public view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, address(this), kind, payload, salt));
    }

    /// @notice Spends the quorum's approval of a matter that another contract executes.
    /// @dev The payload names the calling contract, so that one contract cannot spend what was approved for another.
    function spend(bytes calldata payload, bytes32 salt) external {
        _spend(ActionKind.Other, abi.encode(msg.sender, payload), salt);
    }

    // ---------------------------------------------------------------- what the quorum decides

    /// @notice Admits a hospital, or one again that had been removed (with a later epoch).
    /// @dev The contract computes x_S and Q from the name itself, so no admission can carry another's point.
    function admit(HospitalTerms calldata terms, bytes32 salt) external returns (bytes32 authorId) {
        _spend(ActionKind.Admit, abi.encode(terms), salt);
        return _admit(terms);
    }

    /// @notice Suspends an active hospital: it may neither read, write nor vote, until it is resumed.
    function suspend(bytes32 authorId, bytes32 salt) external {
        _spend(ActionKind.Suspend, abi.encode(authorId), salt);
        Hospital storage record = _requireStatus(authorId, Status.Active);
        record.status = Status.Suspended;
        _deactivate(authorId, record.index);
        emit HospitalSuspended(authorId);
    }

    /// @notice Ends a suspension.
    function resume(bytes32 authorId, bytes32 salt) external {
        _spend(ActionKind.Resume, abi.encode(authorId), salt);
        Hospital storage record = _requireStatus(authorId, Status.Suspended);
        record.status = Status.Active;
        _active |= 1 << record.index;
        emit HospitalResumed(authorId);
    }

    /// @notice Removes an active or suspended hospital. Its lanes stay readable; its address may be used by another.
    function remove(bytes32 authorId, bytes32 salt) external {
        _spend(ActionKind.Remove, abi.encode(authorId), salt);
        Hospital storage record = _hospitals[authorId];
        Status status = record.status;
        if (status != Status.Active && status != Status.Suspended) {
            revert AuthorizedHospitals_WrongStatus(authorId, status);
        }
        record.status = Status.Removed;
        delete _authorIdOf[record.controller];
        _deactivate(authorId, record.index);
        emit HospitalRemoved(authorId);
    }

    /// @notice Gives a hospital a later identity epoch and, if wanted, another controlling address.
    /// @dev A narrowing: whoever holds the old key must not read what is sealed from now on.
    function rotateKey(bytes32 authorId, uint32 epoch, address controller, bytes32 salt) external {
        _spend(ActionKind.RotateKey, abi.encode(authorId, epoch, controller), salt);
        Hospital storage record = _hospitals[authorId];
        Status status = record.status;
        if (status != Status.Active && status != Status.Suspended) {
            revert AuthorizedHospitals_WrongStatus(authorId, status);
        }
        if (epoch <= record.epoch) revert AuthorizedHospitals_EpochNotLater(record.epoch, epoch);
        if (controller != record.controller) {
            delete _authorIdOf[record.controller];
            _setController(authorId, record, controller);
        }
        record.epoch = epoch;
        _computePoint(record);
        _narrow(record.index);
        emit HospitalKeyRotated(authorId, epoch, controller, record.pointDigest);
    }

    /// @notice Pins other parameters. Every author's point has to be refreshed before it can anchor again.
    function rotateParameters(ParameterTerms calldata terms, bytes32 salt) external {
        _spend(ActionKind.RotateParameters, abi.encode(terms), salt);
        _pin(terms);
    }

    /// @notice Changes the share of active hospitals that decides.
    function setQuorum(uint8 percent, bytes32 salt) external {
        _spend(ActionKind.SetQuorum, abi.encode(percent), salt);
        _setQuorum(percent);
    }

    /// @notice Announces that the next generation of contracts will take over writing. Patients and hospitals have `GENERATION_NOTICE` to look at it,
    /// so it has to be in the address book already, and stays there as it is.
    function scheduleGeneration(uint32 next, bytes32 salt) external {
        _spend(ActionKind.OpenGeneration, abi.encode(next), salt);
        if (next != _generation + 1) revert AuthorizedHospitals_GenerationNotNext(_generation, next);
        // Reverts unless it is published.
        BOOK.wiringOf(next);
        _generationOpensAt = uint40(block.timestamp + GENERATION_NOTICE);
        emit GenerationScheduled(next, _generationOpensAt);
    }

    /// @notice Takes an announced generation back.
    function cancelGeneration(uint32 next, bytes32 salt) external {
        _spend(ActionKind.CancelGeneration, abi.encode(next), salt);
        if (_generationOpensAt == 0 || next != _generation + 1) {
            revert AuthorizedHospitals_GenerationNotNext(_generation, next);
        }
        _generationOpensAt = 0;
        emit GenerationCancelled(next);
    }

    // ---------------------------------------------------------------- what needs no quorum

    /// @notice Closes the current generation of contracts for writing and opens the announced one, once the notice is over. Anyone may call.
    function openGeneration() external {
        if (_generationOpensAt == 0 || block.timestamp < _generationOpensAt) {
            revert AuthorizedHospitals_GenerationNotDue(_generationOpensAt, block.timestamp);
        }
        _generationOpensAt = 0;
        _generation += 1;
        emit GenerationOpened(_generation);
    }

    /// @notice Computes a hospital's author point again under the parameters in force. Anyone may call: there is nothing to choose.
    function refreshPoint(bytes32 authorId) external {
        Hospital storage record = _hospitals[authorId];
        if (record.status == Status.None) revert AuthorizedHospitals_WrongStatus(authorId, Status.None);
        if (record.parametersVersion == _parametersVersion) revert AuthorizedHospitals_PointCurrent(authorId);
        _computePoint(record);
        emit HospitalPointRefreshed(authorId, record.parametersVersion, record.pointDigest);
    }

    /// @notice Changes where a hospital's gateway answers; its controller's own business.
    function setEndpoint(bytes32 authorId, string calldata endpoint) external {
        if (_authorIdOf[msg.sender] != authorId || authorId == 0) {
            revert AuthorizedHospitals_NotAController(msg.sender);
        }
        _setEndpoint(_hospitals[authorId], endpoint);
        emit HospitalEndpointChanged(authorId, endpoint);
    }

    // ---------------------------------------------------------------- views

    /// @notice A hospital's record; status None if it never was admitted.
    function hospital(bytes32 authorId) external view returns (Hospital memory) {
        return _hospitals[authorId];
    }

    /// @notice The authorIds of all hospitals ever admitted, in the order of admission.
    function hospitalIds() external view returns (bytes32[] memory) {
        return _ids;
    }

    /// @notice The hospital that an address controls, or zero.
    function authorIdOf(address controller) external view returns (bytes32) {
        return _authorIdOf[controller];
    }

    /// @notice Whether the hospital may read, write and vote.
    function isActive(bytes32 authorId) external view returns (bool) {
        return _hospitals[authorId].status == Status.Active;
    }

    /// @notice A hospital's controlling address and standing.
    function controllerOf(bytes32 authorId) external view returns (address controller, Status status) {
        Hospital storage record = _hospitals[authorId];
        return (record.controller, record.status);
    }

    /// @notice The parameters in force.
    function parameters() external view returns (AuthorParameters) {
        return _parameters;
    }

    /// @notice The parameters that were pinned as that version; zero if there are none.
    function parametersAt(uint16 version) external view returns (AuthorParameters) {
        return _parametersAt[version];
    }

    /// @notice How often parameters have been pinned; the version in force.
    function parametersVersion() external view returns (uint16) {
        return _parametersVersion;
    }

    /// @notice The generation of contracts that may write.
    function generation() external view returns (uint32) {
        return _generation;
    }

    /// @notice When the announced generation may open, seconds; 0 if none is announced.
    function generationOpensAt() external view returns (uint40) {
        return _generationOpensAt;
    }

    /// @notice The address book of all generations.
    function book() external view returns (AddressBook) {
        return BOOK;
    }

    /// @notice How often any hospital was narrowed (suspended, removed, key changed) so far.
    function narrowings() external view returns (uint32) {
        return _narrowings;
    }

    /// @notice The count of narrowings just after the hospital of that index was last narrowed; 0 if it never was.
    function narrowedAt(uint8 index) external view returns (uint32) {
        return _narrowedAt[index];
    }

    /// @notice Everything that anchoring and granting need to know of an author, in one call.
    function authorContext(bytes32 authorId) external view returns (AuthorContext memory context) {
        Hospital storage record = _hospitals[authorId];
        context.status = record.status;
        context.index = record.index;
        context.epoch = record.epoch;
        context.pointDigest = record.pointDigest;
        context.pointCurrent = record.parametersVersion == _parametersVersion;
        context.parameters = _parameters;
        context.narrowings = _narrowings;
        context.generation = _generation;
    }

    // ---------------------------------------------------------------- inside

    function _activeVoter() private view returns (Hospital storage voter) {
        voter = _hospitals[_authorIdOf[msg.sender]];
        if (voter.status != Status.Active) revert AuthorizedHospitals_NotAController(msg.sender);
    }

    function _approve(bytes32 action, Hospital storage voter) private {
        _approvedUnder[action][voter.index] = voter.epoch;
        emit ActionApproved(action, _ids[voter.index]);
    }

    /// @dev Approvals of active hospitals, each under the epoch that it has now. At most 256 turns.
    function _countApprovals(bytes32 action) private view returns (uint256 count) {
        uint256 total = _ids.length;
        for (uint256 index = 0; index < total; ++index) {
            uint32 epoch = _approvedUnder[action][index];
            if (epoch == 0) continue;
            Hospital storage voter = _hospitals[_ids[index]];
            if (voter.status == Status.Active && voter.epoch == epoch) ++count;
        }
    }

    /// @dev Share of the active hospitals, rounded up. With 51 percent and more it is always a majority.
    function _needed() private view returns (uint256) {
        return (Bits.count(_active) * _quorumPercent + 99) / 100;
    }

    function _spend(ActionKind kind, bytes memory payload, bytes32 salt) private {
        bytes32 action = actionDigest(kind, payload, salt);
        if (_spent[action]) revert AuthorizedHospitals_ActionSpent(action);
        Hospital storage caller = _hospitals[_authorIdOf[msg.sender]];
        if (caller.status == Status.Active) _approve(action, caller);
        uint256 count = _countApprovals(action);
        uint256 needed = _needed();
        if (count < needed) revert AuthorizedHospitals_QuorumMissing(action, count, needed);
        _spent[action] = true;
        emit ActionSpent(action);
    }

    function _admit(HospitalTerms memory terms) private returns (bytes32 authorId) {
        authorId = Identities.authorId(Identities.hospitalName(terms.id));
        Hospital storage record = _hospitals[authorId];
        if (record.status == Status.None) {
            if (_ids.length == MAX_HOSPITALS) revert AuthorizedHospitals_Full(MAX_HOSPITALS);
            record.index = uint8(_ids.length);
            record.id = terms.id;
            _ids.push(authorId);
        } else if (record.status == Status.Removed) {
            // Its old keys went with it.
            if (terms.epoch <= record.epoch) revert AuthorizedHospitals_EpochNotLater(record.epoch, terms.epoch);
        } else {
            revert AuthorizedHospitals_AlreadyAdmitted(authorId);
        }
        record.status = Status.Active;
        record.epoch = terms.epoch;
        _setController(authorId, record, terms.controller);
        _setEndpoint(record, terms.endpoint);
        _computePoint(record);
        _active |= 1 << record.index;
        emit HospitalAdmitted(authorId, terms.id, terms.epoch, terms.controller, record.pointDigest, terms.endpoint);
    }

    function _computePoint(Hospital storage record) private {
        (uint256 xS, bytes memory Q) =
            _parameters.authorPoint(Identities.encode(Identities.hospitalName(record.id), record.epoch));
        record.xS = xS;
        record.pointDigest = keccak256(Q);
        record.parametersVersion = _parametersVersion;
    }

    function _setController(bytes32 authorId, Hospital storage record, address controller) private {
        if (controller == address(0)) revert AuthorizedHospitals_ZeroController();
        bytes32 holder = _authorIdOf[controller];
        if (holder != 0) revert AuthorizedHospitals_ControllerTaken(controller, holder);
        record.controller = controller;
        _authorIdOf[controller] = authorId;
    }

    function _setEndpoint(Hospital storage record, string memory endpoint) private {
        uint256 length = bytes(endpoint).length;
        if (length > MAX_ENDPOINT_BYTES) revert AuthorizedHospitals_EndpointTooLong(MAX_ENDPOINT_BYTES, length);
        record.endpoint = endpoint;
    }

    function _requireStatus(bytes32 authorId, Status status) private view returns (Hospital storage record) {
        record = _hospitals[authorId];
        if (record.status != status) revert AuthorizedHospitals_WrongStatus(authorId, record.status);
    }

    function _deactivate(bytes32 authorId, uint8 index) private {
        _active &= ~(1 << uint256(index));
        // Without an active hospital nobody could ever decide anything again.
        if (_active == 0) revert AuthorizedHospitals_LastHospital(authorId);
        _narrow(index);
    }

    function _narrow(uint8 index) private {
        _narrowings += 1;
        _narrowedAt[index] = _narrowings;
    }

    function _pin(ParameterTerms memory terms) private {
        _parameters = new AuthorParameters(terms);
        _parametersVersion += 1;
        _parametersAt[_parametersVersion] = _parameters;
        emit ParametersPinned(_parametersVersion, terms.digest, _parameters);
    }

    function _setQuorum(uint8 percent) private {
        if (percent < 51 || percent > 100) revert AuthorizedHospitals_QuorumOutOfRange(percent);
        _quorumPercent = percent;
        emit QuorumChanged(percent);
    }
}
