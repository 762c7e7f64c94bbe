// TypeScript against Solidity on random inputs: hashing, typed data, author points and proofs, and lane heads read by state proof.
import { readdirSync, readFileSync } from 'node:fs';
import { Frontier } from '@twinseal/history';
import {
  mappingSlot,
  nextSlot,
  verifyAccount,
  verifyHeader,
  verifyStorage,
} from '@twinseal/history/ethereum';
import {
  author,
  authorPoint,
  encodeIdentity,
  expandAuthorProof,
  extract,
  identityScalars,
} from '@twinseal/mibsc';
import fc from 'fast-check';
import {
  concat,
  encodeAbiParameters,
  type Hex,
  hashStruct,
  hashTypedData,
  keccak256,
  numberToHex,
  toHex,
} from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as contracts from '../src/index.js';
import { anvilInstalled } from './support/anvil.js';
import {
  authorDigestOf,
  authorIdOf,
  bytes,
  keccakBytes,
  leafOf,
  startConsortium,
  type TestConsortium,
  tag,
} from './support/consortium.js';
import { must } from './support/must.js';

const { accessTypes, dataRequestDomain, dataRequestTypes, STORAGE_SLOTS, ZERO_32 } = contracts;

const word = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((b) => toHex(b));
const u64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const ascending = fc
  .uniqueArray(word, { minLength: 1, maxLength: 6 })
  .map((list) => [...list].sort() as Hex[]);
const u64Hex = (n: bigint) => numberToHex(n, { size: 8 });
const RUNS = { numRuns: 25 };

describe('typed data', () => {
  type Fields = readonly { name: string; type: string }[];
  /** encodeType of EIP-712. */
  const encodeType = (types: Record<string, Fields>, name: string): string => {
    const used = new Set<string>();
    const visit = (type: string) => {
      for (const { type: inner } of types[type] ?? []) {
        const base = inner.replace(/\[\d*\]$/, '');
        if (types[base] !== undefined && !used.has(base)) {
          used.add(base);
          visit(base);
        }
      }
    };
    visit(name);
    used.delete(name);
    const one = (type: string) =>
      `${type}(${must(types[type])
        .map((f) => `${f.type} ${f.name}`)
        .join(',')})`;
    return [name, ...[...used].sort()].map(one).join('');
  };

  it('has the types that the contracts hash, all of them', () => {
    const dir = new URL('../contracts/', import.meta.url);
    const sources = readdirSync(dir, { recursive: true })
      .map(String)
      .filter((f) => f.endsWith('.sol'))
      .map((f) => readFileSync(new URL(f, dir), 'utf8'))
      .join('\n');
    // Every string literal that looks like an EIP-712 type, member for member.
    const inSolidity = new Set(
      [...sources.matchAll(/"([A-Z][A-Za-z]+\([a-z0-9A-Z[\], ]+\))"/g)].map((m) => must(m[1])),
    );
    const groups = Object.entries(contracts).filter(
      ([name]) => /Types$/.test(name) || name === 'accessTypes',
    );
    const inTypeScript = new Set<string>();
    for (const [, types] of groups as [string, Record<string, Fields>][]) {
      for (const name of Object.keys(types)) {
        inTypeScript.add(encodeType({ [name]: must(types[name]) }, name));
      }
    }
    expect([...inTypeScript].sort()).toEqual([...inSolidity].sort());
    expect(inSolidity.size).toBeGreaterThan(20);
  });
});

const describeOnChain = anvilInstalled ? describe : describe.skip;

describeOnChain(`against Solidity${anvilInstalled ? '' : ' (skipped: anvil is not installed)'}`, () => {
  let consortium: TestConsortium;
  beforeAll(async () => {
    consortium = await startConsortium();
  });
  afterAll(async () => {
    await consortium?.chain.stop();
  });
  const read = (...args: Parameters<TestConsortium['read']>) => consortium.read(...args);

  it('leaves, lane ids, batch and receipt digests', async () => {
    const instance = fc.record({
      twinId: word,
      authorId: word,
      seq: u64,
      h: word,
      accessVersion: u64,
      time: u64,
    });
    await fc.assert(
      fc.asyncProperty(instance, async (i) => {
        expect(await read('PatientDigitalTwin', 'leafOf', [i])).toBe(leafOf(i));
        expect(await read('PatientDigitalTwin', 'laneId', [i.twinId, i.authorId])).toBe(
          keccak256(concat([tag('TWINSEAL-V1-LANE'), i.twinId, i.authorId])),
        );
        const map = { size: i.seq, head: i.h };
        const mapRoot = keccak256(concat([tag('TWINSEAL-V1-MAP'), u64Hex(map.size), map.head]));
        const batch = { authorId: i.authorId, number: i.accessVersion, map, time: i.time };
        const batchLeaf = keccak256(
          concat(['0x00', batch.authorId, u64Hex(batch.number), mapRoot, u64Hex(batch.time)]),
        );
        expect(await read('PatientDigitalTwin', 'batchDigest', [batch])).toBe(
          keccak256(concat([tag('TWINSEAL-V1-AUTHOR-BATCH'), batchLeaf])),
        );
        const size = Number(i.seq % 2n ** 32n);
        const receipts = { server: i.authorId, number: i.accessVersion, size, root: i.h };
        const receiptsLeaf = keccak256(
          concat(['0x00', i.authorId, u64Hex(i.accessVersion), numberToHex(size, { size: 4 }), i.h]),
        );
        expect(await read('DataRequest', 'receiptsDigest', [receipts])).toBe(
          keccak256(concat([tag('TWINSEAL-V1-AUTHOR-RECEIPTS'), receiptsLeaf])),
        );
      }),
      RUNS,
    );
  });

  it('grant ids and request ids are the typed data hashes of viem', async () => {
    const grant = fc.record({
      twinId: word,
      hospital: word,
      staff: word,
      scopes: ascending,
      purposes: ascending,
      operations: fc.integer({ min: 0, max: 255 }),
      notBefore: u64,
      expiry: u64,
      fullHistory: fc.boolean(),
      nonce: u64,
      deadline: u64,
    });
    const request = fc.record({
      twinId: word,
      hospital: word,
      staff: word,
      scopes: ascending,
      purpose: word,
      operation: fc.integer({ min: 0, max: 255 }),
      deadline: u64,
      salt: word,
    });
    await fc.assert(
      fc.asyncProperty(grant, request, word, async (g, r, grantId) => {
        const expected = hashStruct({ data: g, primaryType: 'Grant', types: accessTypes } as never);
        expect(await read('Access', 'grantIdOf', [g])).toBe(expected);
        expect(await read('DataRequest', 'requestIdOf', [r, grantId])).toBe(
          hashTypedData({
            domain: dataRequestDomain(consortium.chainId, consortium.at.DataRequest),
            types: dataRequestTypes,
            primaryType: 'DataRequest',
            message: { ...r, grantId },
          } as never),
        );
      }),
      RUNS,
    );
  });

  it('the digests of what the quorum decides', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 9 }),
        fc.uint8Array({ maxLength: 80 }),
        word,
        async (kind, payload, salt) => {
          const expected = keccak256(
            encodeAbiParameters(
              [
                { type: 'uint256' },
                { type: 'address' },
                { type: 'uint8' },
                { type: 'bytes' },
                { type: 'bytes32' },
              ],
              [consortium.chainId, consortium.at.AuthorizedHospitals, kind, toHex(payload), salt],
            ),
          );
          expect(await read('AuthorizedHospitals', 'actionDigest', [kind, toHex(payload), salt])).toBe(
            expected,
          );
        },
      ),
      RUNS,
    );
  });

  it('author points and proofs of random identities are those of mibsc', { timeout: 300_000 }, async () => {
    const { chain, scheme, at, chainId } = consortium;
    const parameters = (await read('AuthorizedHospitals', 'parameters', [])) as Hex;
    const call = (functionName: string, args: unknown[]) =>
      chain.client.readContract({
        address: parameters,
        abi: contracts.authorParametersAbi,
        functionName: functionName as never,
        args: args as never,
      }) as Promise<unknown>;
    const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,62}$/);
    const epoch = fc.integer({ min: 1, max: 999_999_999 }).map(String);
    const digest = fc.uint8Array({ minLength: 32, maxLength: 32 });
    await fc.assert(
      fc.asyncProperty(id, epoch, digest, fc.nat(), async (text, e, signed, flip) => {
        const identity = { name: `hospital:${text}`, epoch: e };
        const Q = toHex(authorPoint(scheme.params, identity));
        expect(await call('authorPoint', [toHex(encodeIdentity(identity))])).toEqual([
          identityScalars(identity).xS,
          Q,
        ]);
        const key = extract(scheme.params, scheme.master, identity);
        const domain = { chainId, contract: at.PatientDigitalTwin };
        const { X, v } = expandAuthorProof(scheme.params, author(scheme.params, key, signed, domain));
        const check = (d: Uint8Array) =>
          call('isAuthor', [at.PatientDigitalTwin, toHex(d), toHex(X), toHex(v), Q]);
        expect(await check(signed)).toBe(true);
        const other = signed.slice();
        other[flip % 32] = must(other[flip % 32]) ^ (1 << (flip % 8));
        expect(await check(other)).toBe(false);
      }),
      { numRuns: 10 },
    );
  });

  it('a lane head follows from a block hash alone', { timeout: 300_000 }, async () => {
    const { account, at, chain, chainId, now, scheme, send } = consortium;
    const patient = account(8);
    const twinId = toHex(globalThis.crypto.getRandomValues(new Uint8Array(32)));
    const start = await now();
    const terms = {
      twinId,
      kind: 0,
      control: patient.address,
      identityEpoch: 1,
      custodian: ZERO_32,
      deadline: start + 3_600n,
    };
    await send('register', 'Registration', 'register', [terms, [], '0x'], 8);
    const identity = { name: `patient:${twinId.slice(2)}`, epoch: '1' };
    const key = extract(scheme.params, scheme.master, identity);
    const frontier = Frontier.of(keccakBytes);
    for (let seq = 0n; seq < 3n; seq++) {
      const instance = {
        twinId,
        authorId: authorIdOf(identity.name),
        seq,
        h: ZERO_32,
        accessVersion: 1n,
        time: start,
      };
      const leaf = leafOf(instance);
      const domain = { chainId, contract: at.PatientDigitalTwin };
      const proof = author(scheme.params, key, authorDigestOf(leaf), domain);
      const { X, v } = expandAuthorProof(scheme.params, proof);
      const Q = toHex(authorPoint(scheme.params, identity));
      const peaks = frontier.peaks().map((p) => toHex(p));
      await send('anchor', 'PatientDigitalTwin', 'anchor', [instance, peaks, toHex(X), toHex(v), Q]);
      frontier.append(bytes(leaf));
    }
    const lane = bytes(keccak256(concat([tag('TWINSEAL-V1-LANE'), twinId, authorIdOf(identity.name)])));
    const base = bytes(numberToHex(STORAGE_SLOTS.PatientDigitalTwin.lanes, { size: 32 }));
    const countSlot = mappingSlot(keccakBytes, lane, base);
    const block = (await chain.client.request({
      method: 'eth_getBlockByNumber',
      params: ['latest', false],
    })) as unknown as Parameters<typeof verifyHeader>[1] & { hash: Hex; number: Hex };
    const served = await chain.client.getProof({
      address: at.PatientDigitalTwin,
      storageKeys: [toHex(countSlot), toHex(nextSlot(countSlot))],
      blockNumber: BigInt(block.number),
    });
    // Only the block hash is trusted from here on.
    const header = verifyHeader(keccakBytes, block, bytes(block.hash));
    const contract = must(
      await verifyAccount(
        keccakBytes,
        header.stateRoot,
        bytes(at.PatientDigitalTwin),
        served.accountProof.map(bytes),
      ),
    );
    const [count, mk] = await Promise.all(
      [countSlot, nextSlot(countSlot)].map((slot, i) =>
        verifyStorage(keccakBytes, contract.storageRoot, slot, must(served.storageProof[i]).proof.map(bytes)),
      ),
    );
    expect(BigInt(toHex(must(count)))).toBe(3n);
    expect(toHex(must(mk))).toBe(toHex(frontier.root()));
    const code = must(await chain.client.getCode({ address: at.PatientDigitalTwin }));
    expect(toHex(contract.codeHash)).toBe(keccak256(code));
  });
});
