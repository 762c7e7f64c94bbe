// One path through all contracts on a real EVM (anvil) with proofs by @twinseal/mibsc: deployment by the plan, registration, grant by a relayed
// signature, anchoring, request and decision, revocation. Gas is held against the goals.

import { Frontier } from '@twinseal/history';
import { author, authorPoint, expandAuthorProof, extract } from '@twinseal/mibsc';
import {
  concat,
  decodeErrorResult,
  type Hex,
  hashStruct,
  keccak256,
  numberToHex,
  parseEventLogs,
  stringToHex,
  toHex,
} from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accessAbi,
  accessDomain,
  accessTypes,
  dataRequestAbi,
  dataRequestDomain,
  dataRequestTypes,
  errorSentence,
  errorsAbi,
  type GrantTerms,
  NO_GRANT,
  patientDigitalTwinAbi,
  registrationAbi,
  registrationDomain,
  registrationTypes,
  ZERO_32,
} from '../src/index.js';
import { anvilInstalled } from './support/anvil.js';
import {
  authorDigestOf,
  authorIdOf,
  keccakBytes,
  leafOf,
  startConsortium,
  type TestConsortium,
} from './support/consortium.js';
import { must } from './support/must.js';

const describeOnChain = anvilInstalled ? describe : describe.skip;

describeOnChain(`contracts on anvil${anvilInstalled ? '' : ' (skipped: anvil is not installed)'}`, () => {
  let consortium: TestConsortium;
  beforeAll(async () => {
    consortium = await startConsortium();
  });
  afterAll(async () => {
    await consortium?.chain.stop();
  });

  it('goes from registration to revocation', { timeout: 300_000 }, async () => {
    const { account, at, chain, chainId, gas, now, scheme, send } = consortium;
    const patient = account(8);
    const twinId = toHex(globalThis.crypto.getRandomValues(new Uint8Array(32)));
    const domain = { chainId, contract: at.PatientDigitalTwin };
    const scopes = [keccak256('0x01'), keccak256('0x02')].sort() as Hex[];
    const purposes = [keccak256('0x03')];
    const start = await now();
    const grantTerms = (hospital: string, nonce: bigint, operations: number): GrantTerms => ({
      twinId,
      hospital: authorIdOf(`hospital:${hospital}`),
      staff: ZERO_32,
      scopes,
      purposes,
      operations,
      notBefore: start,
      expiry: start + 86_400n,
      fullHistory: true,
      nonce,
      deadline: start + 3_600n,
    });

    // Registration with a first policy, relayed by a stranger.
    const terms = {
      twinId,
      kind: 0,
      control: patient.address,
      identityEpoch: 1,
      custodian: authorIdOf('hospital:a'),
      deadline: start + 3_600n,
    };
    const first = grantTerms('a', 0n, 3);
    const registerSignature = await patient.signTypedData({
      domain: registrationDomain(chainId, at.Registration),
      types: registrationTypes,
      primaryType: 'RegisterTwin',
      message: { ...terms, grants: [first] },
    } as never);
    await send('register with one policy', 'Registration', 'register', [terms, [first], registerSignature]);
    const twin = await chain.client.readContract({
      address: at.Registration,
      abi: registrationAbi,
      functionName: 'twin',
      args: [twinId],
    });
    const patientName = `patient:${twinId.slice(2)}`;
    const patientIdentity = { name: patientName, epoch: '1' };
    expect(twin.patientAuthorId).toBe(authorIdOf(patientName));
    expect(twin.pointDigest).toBe(keccak256(authorPoint(scheme.params, patientIdentity)));

    // Grant to B by relayed signature.
    const second = grantTerms('b', 1n, 1);
    const signGrant = (g: GrantTerms) =>
      patient.signTypedData({
        domain: accessDomain(chainId, at.Access),
        types: accessTypes,
        primaryType: 'Grant',
        message: g,
      } as never);
    const granted = await send('grant', 'Access', 'grant', [
      second,
      patient.address,
      await signGrant(second),
    ]);
    const [event] = parseEventLogs({ abi: accessAbi, logs: granted.logs, eventName: 'Granted' });
    const grantId = must(event).args.grantId;
    expect(must(event).args.terms).toEqual(second);

    // A anchors nine instances, the patient two; every mk is what the TypeScript tree says.
    for (const [identity, count] of [
      [{ name: 'hospital:a', epoch: '1' }, 9],
      [patientIdentity, 2],
    ] as const) {
      const key = extract(scheme.params, scheme.master, identity);
      const frontier = Frontier.of(keccakBytes);
      const Q = toHex(authorPoint(scheme.params, identity));
      for (let seq = 0n; seq < BigInt(count); seq++) {
        const instance = {
          twinId,
          authorId: authorIdOf(identity.name),
          seq,
          h: keccak256(numberToHex(seq)),
          accessVersion: 1n,
          time: start,
        };
        const leaf = leafOf(instance);
        const digest = authorDigestOf(leaf);
        const { X, v } = expandAuthorProof(scheme.params, author(scheme.params, key, digest, domain));
        const receipt = await send('anchor', 'PatientDigitalTwin', 'anchor', [
          instance,
          frontier.peaks().map((p) => toHex(p)),
          toHex(X),
          toHex(v),
          Q,
        ]);
        frontier.append(Buffer.from(leaf.slice(2), 'hex'));
        const [anchored] = parseEventLogs({
          abi: patientDigitalTwinAbi,
          logs: receipt.logs,
          eventName: 'InstanceAnchored',
        });
        expect(must(anchored).args.mk).toBe(toHex(frontier.root()));
        expect(must(anchored).args).toMatchObject({ ...instance, authorEpoch: 1, X: toHex(X), v: toHex(v) });
      }
      const [size, mk] = await chain.client.readContract({
        address: at.PatientDigitalTwin,
        abi: patientDigitalTwinAbi,
        functionName: 'head',
        args: [twinId, authorIdOf(identity.name)],
      });
      expect([size, mk]).toEqual([BigInt(count), toHex(frontier.root())]);
    }

    // B asks and is granted; C asks without a grant and is refused; both are recorded.
    const ask = async (hospital: string, index: number, terms: GrantTerms) => {
      const r = {
        twinId,
        hospital: authorIdOf(`hospital:${hospital}`),
        staff: ZERO_32,
        scopes: [scopes[1]],
        purpose: purposes[0],
        operation: 1,
        deadline: start + 3_600n,
        salt: toHex(globalThis.crypto.getRandomValues(new Uint8Array(32))),
      };
      const controller = account(index);
      const signature = await controller.signTypedData({
        domain: dataRequestDomain(chainId, at.DataRequest),
        types: dataRequestTypes,
        primaryType: 'DataRequest',
        message: {
          ...r,
          grantId:
            terms === NO_GRANT
              ? ZERO_32
              : hashStruct({ data: terms, primaryType: 'Grant', types: accessTypes } as never),
        },
      } as never);
      const receipt = await send('request', 'DataRequest', 'request', [
        r,
        terms,
        controller.address,
        signature,
      ]);
      const [decided] = parseEventLogs({
        abi: dataRequestAbi,
        logs: receipt.logs,
        eventName: 'RequestDecided',
      });
      return must(decided).args;
    };
    expect(await ask('b', 2, second)).toMatchObject({ permit: true, reason: 0, grantId });
    expect(await ask('c', 3, NO_GRANT)).toMatchObject({ permit: false, reason: 3, grantId: ZERO_32 });
    expect(await ask('c', 3, second)).toMatchObject({ permit: false, reason: 3 });

    // Revocation: B is refused from then on and the version rises.
    const revocation = { twinId, grantId, nonce: 2n, deadline: start + 3_600n };
    const revokeSignature = await patient.signTypedData({
      domain: accessDomain(chainId, at.Access),
      types: accessTypes,
      primaryType: 'Revoke',
      message: revocation,
    } as never);
    await send('revoke', 'Access', 'revoke', [
      twinId,
      grantId,
      2n,
      revocation.deadline,
      patient.address,
      revokeSignature,
    ]);
    expect(await ask('b', 2, second)).toMatchObject({ permit: false, reason: 6, accessVersion: 2n });

    const max = (label: string) => must(gas[label]).reduce((a, b) => (a > b ? a : b), 0n);
    expect(max('anchor')).toBeLessThanOrEqual(290_000n);
    expect(max('grant')).toBeLessThanOrEqual(130_000n);
    expect(max('revoke')).toBeLessThanOrEqual(60_000n);
    expect(max('request')).toBeLessThanOrEqual(130_000n);
  });

  it('reverts with errors that become sentences', async () => {
    const { at, chain } = consortium;
    const call = chain.client.call({
      to: at.Access,
      // settle(bytes32) of an unknown twin
      data: concat([keccak256(stringToHex('settle(bytes32)')).slice(0, 10) as Hex, keccak256('0x07')]),
    });
    const error = await call.then(
      () => undefined,
      (e: { walk(f: (x: { data?: Hex }) => boolean): { data?: Hex } }) =>
        e.walk((x) => x.data !== undefined).data,
    );
    const decoded = decodeErrorResult({ abi: errorsAbi, data: error as Hex });
    expect(decoded.errorName).toBe('Access_UnknownTwin');
    expect(errorSentence(decoded.errorName, decoded.args)).toBe(
      `No twin ${keccak256('0x07')} is registered.`,
    );
  });
});
