// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AuthorProof} from "../contracts/AuthorCheck.sol";
import {ReceiptBatch, Request} from "../contracts/DataRequest.sol";
import {Batch, Instance} from "../contracts/PatientDigitalTwin.sol";
import {CONTRIBUTE, Grant, READ} from "../contracts/Types.sol";
import {MapHead} from "../contracts/libraries/LaneMap.sol";
import {Authority} from "./utils/Authority.sol";
import {Consortium} from "./utils/Consortium.sol";

/// @dev Execution gas of the calls that matter, kept in git (packages/contracts/snapshots): a diff tells the story. Transaction gas, with base and
/// calldata, is measured by `npm run bench:contracts`.
contract GasTest is Consortium {
    function setUp() public override {
        super.setUp();
        _register(TWIN, PATIENT);
    }

    function _snapshot(string memory name) private {
        vm.snapshotGasLastCall("contracts", name);
    }

    function test_Gas() public {
        Grant memory writing = _grantTerms(0, CONTRIBUTE);
        address patient = vm.addr(PATIENT);
        bytes memory signature = _sign(PATIENT, "Twinseal Access", address(access), _grantHash(writing));
        access.grant(writing, patient, signature);
        _snapshot("grant contribute");
        Grant memory reading = _grantTerms(1, READ);
        signature = _sign(PATIENT, "Twinseal Access", address(access), _grantHash(reading));
        access.grant(reading, patient, signature);
        _snapshot("grant read");
        access.decide(_query(reading), reading);
        _snapshot("decide");
        Request memory r = Request({
            twinId: TWIN,
            hospital: _hospital(1),
            staff: 0,
            scopes: reading.scopes,
            purpose: reading.purposes[0],
            operation: READ,
            deadline: uint64(block.timestamp),
            salt: 0
        });
        vm.prank(_controller(1));
        requests.request(r, reading, _controller(1), "");
        _snapshot("request");

        bytes32[] memory leaves = new bytes32[](16);
        for (uint64 n = 0; n < 16; ++n) {
            Instance memory i = _instance(_hospital(0), n);
            AuthorProof memory p = _prove(_hospitalIdentity(0), i);
            leaves[n] = _leaf(i);
            bytes32[] memory frontier = _frontier(leaves, n);
            twins.anchor(i, frontier, p.X, p.v, p.Q);
            if (n == 0) _snapshot("anchor first");
            if (n == 1) _snapshot("anchor second");
            if (n == 15) _snapshot("anchor sixteenth");
        }
        Instance memory again = _instance(_hospital(0), 16);
        AuthorProof memory proof = _prove(_hospitalIdentity(0), again);
        bytes32 signed = _authorDigest(_leaf(again));
        hospitals.parameters().isAuthor(address(twins), signed, proof.X, proof.v, proof.Q);
        _snapshot("author check");

        Batch memory b =
            Batch({authorId: _hospital(0), number: 0, map: MapHead({size: 1000, head: keccak256("map")}), time: 0});
        proof = Authority.prove(_hospitalIdentity(0), twins.batchDigest(b), address(twins));
        twins.anchorBatch(b, proof);
        _snapshot("anchor batch");
        ReceiptBatch memory receipts =
            ReceiptBatch({server: _hospital(0), number: 0, size: 1000, root: keccak256("receipts")});
        proof = Authority.prove(_hospitalIdentity(0), requests.receiptsDigest(receipts), address(twins));
        requests.anchorReceipts(receipts, proof);
        _snapshot("anchor receipts");
        bytes32 grantId = access.grantIdOf(reading);
        vm.prank(patient);
        access.revoke(TWIN, grantId, 2, uint64(block.timestamp), patient, "");
        _snapshot("revoke");
        vm.warp(writing.expiry);
        access.settle(TWIN);
        _snapshot("settle one");
    }
}
