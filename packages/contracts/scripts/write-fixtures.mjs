#!/usr/bin/env node
// Writes test/fixtures/*.json: what the TypeScript packages say, for the Solidity tests to compare with. Needs `tsc -b` first. Deterministic: all
// randomness comes from a seed. The EIP-2537 vectors are copied from the shared data where it stands beside the checkout.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { consistencyProof, Frontier, inclusionProof, mapRoot, SortedMap, treeHead } from '@twinseal/history';
import {
  author,
  authorPoint,
  contractParameters,
  encodeIdentity,
  expandAuthorProof,
  extract,
  identityScalars,
  loadBackend,
  setup,
} from '@twinseal/mibsc';
import { keccak256, toBytes } from 'viem';

const fixtures = fileURLToPath(new URL('../test/fixtures/', import.meta.url));
const hex = (bytes) => `0x${Buffer.from(bytes).toString('hex')}`;
const keccak = (data) => keccak256(data, 'bytes');

function seeded(seed) {
  let counter = 0;
  return (length) => {
    let bytes = Buffer.alloc(0);
    while (bytes.length < length) {
      bytes = Buffer.concat([bytes, createHash('sha256').update(`${seed}/${counter++}`).digest()]);
    }
    return new Uint8Array(bytes.subarray(0, length));
  };
}

function write(name, value) {
  mkdirSync(fixtures, { recursive: true });
  writeFileSync(`${fixtures}${name}`, `${JSON.stringify(value, null, 1)}\n`);
}

/** Author points and proofs of many identities under parameters that mibsc made. */
async function authorFixture() {
  const random = seeded('twinseal contracts author fixture');
  const backend = await loadBackend();
  const { params, master } = setup(backend, 2, { random });
  const { digest, w, H1, H2 } = contractParameters(params);
  // The address of PatientDigitalTwin and the chain are part of what is signed; forge's chain id is 31337.
  const twins = `0x${'7e'.repeat(20)}`;
  const domain = { chainId: 31337n, contract: twins };
  const names = [
    'hospital:a',
    'hospital:0-9',
    `hospital:${'z'.repeat(63)}`,
    `patient:${'0f'.repeat(32)}`,
    'staff:a/b-1',
  ];
  const cases = Array.from({ length: 20 }, (_, i) => {
    const identity = { name: names[i % names.length], epoch: String(i < 10 ? 1 : 10 ** (i % 9) + i) };
    const signedDigest = random(32);
    const key = extract(params, master, identity);
    const { X, v } = expandAuthorProof(params, author(params, key, signedDigest, domain, { random }));
    return {
      name: identity.name,
      epoch: Number(identity.epoch),
      identity: hex(encodeIdentity(identity)),
      xS: hex(toBytes(identityScalars(identity).xS, { size: 32 })),
      Q: hex(authorPoint(params, identity)),
      signedDigest: hex(signedDigest),
      X: hex(X),
      v: hex(v),
    };
  });
  const column = (key) => cases.map((c) => c[key]);
  write('author.json', {
    source: 'written by scripts/write-fixtures.mjs with @twinseal/mibsc',
    twins,
    digest: hex(digest),
    w: hex(w),
    H1: hex(H1),
    H2: hex(H2),
    names: column('name'),
    epochs: column('epoch'),
    identities: column('identity'),
    xS: column('xS'),
    Q: column('Q'),
    signedDigests: column('signedDigest'),
    X: column('X'),
    v: column('v'),
  });
}

/** Frontiers, heads and proofs of trees, and maps, by package history. Flat arrays, because that is what forge reads well. */
function treeFixture() {
  const random = seeded('twinseal contracts tree fixture');
  const leaves = Array.from({ length: 70 }, () => random(32));
  const heads = Array.from({ length: 71 }, (_, n) => hex(treeHead(keccak, leaves.slice(0, n))));
  const frontiers = Array.from({ length: 71 }, (_, n) => {
    const frontier = Frontier.of(keccak);
    for (const leaf of leaves.slice(0, n)) frontier.append(leaf);
    return hex(Buffer.concat(frontier.peaks()));
  });
  const inclusions = [];
  const consistencies = [];
  for (const size of [1, 2, 3, 4, 5, 7, 8, 13, 31, 32, 33, 70]) {
    const tree = leaves.slice(0, size);
    for (const index of new Set([0, Math.floor(size / 2), size - 1])) {
      inclusions.push({ size, index, proof: hex(Buffer.concat(inclusionProof(keccak, tree, index))) });
    }
    for (const oldSize of new Set([1, Math.ceil(size / 2), size])) {
      consistencies.push({
        oldSize,
        size,
        proof: hex(Buffer.concat(consistencyProof(keccak, tree, oldSize))),
      });
    }
  }
  const tag = keccak(Buffer.from('TWINSEAL-V1-MAP'));
  const lanes = Array.from({ length: 21 }, (_, i) => [
    random(32),
    Buffer.concat([toBytes(i + 1, { size: 8 }), random(32)]),
  ]);
  const map = new SortedMap(keccak, lanes);
  const entries = lanes.map((_, i) => map.entryAt(i));
  write('trees.json', {
    source: 'written by scripts/write-fixtures.mjs with @twinseal/history',
    leaves: leaves.map(hex),
    heads,
    frontiers,
    inclusionSizes: inclusions.map((c) => c.size),
    inclusionIndexes: inclusions.map((c) => c.index),
    inclusionProofs: inclusions.map((c) => c.proof),
    consistencyOldSizes: consistencies.map((c) => c.oldSize),
    consistencySizes: consistencies.map((c) => c.size),
    consistencyProofs: consistencies.map((c) => c.proof),
    mapSize: map.head.size,
    mapHead: hex(map.head.head),
    mapRoot: hex(mapRoot(keccak, tag, map.head)),
    mapLanes: entries.map((e) => hex(e.key)),
    mapCounts: entries.map((e) => Number(Buffer.from(e.value).readBigUInt64BE(0))),
    mapHeads: entries.map((e) => hex(e.value.subarray(8))),
    mapProofs: entries.map((e) => hex(Buffer.concat(e.proof))),
  });
}

/** The vectors of EIP-2537 (CC0) whose inputs have the length that our wrappers pass on; the others cannot reach a precompile through us. */
function vectorFixture() {
  const shared = fileURLToPath(new URL('../../../../shared/data/vectors/eip-2537/', import.meta.url));
  if (!existsSync(shared)) {
    process.stdout.write('eip2537.json left as it is: the shared vectors are not here\n');
    return;
  }
  const read = (file) => JSON.parse(readFileSync(`${shared}${file}`, 'utf8'));
  const sized = (file, bytes) => read(file).filter((v) => v.Input.length === 2 * bytes);
  const columns = (prefix, vectors, expected) => ({
    [`${prefix}Names`]: vectors.map((v) => v.Name),
    [`${prefix}Inputs`]: vectors.map((v) => `0x${v.Input}`),
    ...(expected ? { [`${prefix}Outputs`]: vectors.map((v) => `0x${v.Expected}`) } : {}),
  });
  const failing = ['add_G1', 'add_G2', 'mul_G1', 'mul_G2', 'pairing_check'];
  const all = failing.flatMap((kind) => read(`fail-${kind}_bls.json`));
  const used = {
    add_G1: sized('fail-add_G1_bls.json', 256),
    add_G2: sized('fail-add_G2_bls.json', 512),
    mul_G1: [...sized('fail-mul_G1_bls.json', 160), ...sized('fail-msm_G1_bls.json', 160)],
    mul_G2: [...sized('fail-mul_G2_bls.json', 288), ...sized('fail-msm_G2_bls.json', 288)],
    pairing: [...sized('fail-pairing_check_bls.json', 384), ...sized('fail-pairing_check_bls.json', 768)],
  };
  write('eip2537.json', {
    source: 'EIP-2537 test vectors, ethereum/EIPs assets, CC0',
    refusedInAll: all.length,
    ...columns('failAddG1', used.add_G1),
    ...columns('failAddG2', used.add_G2),
    ...columns('failMulG1', used.mul_G1),
    ...columns('failMulG2', used.mul_G2),
    ...columns('failPairing', used.pairing),
    ...columns('addG1', sized('add_G1_bls.json', 256), true),
    ...columns('addG2', sized('add_G2_bls.json', 512), true),
    ...columns('mulG1', sized('mul_G1_bls.json', 160), true),
    ...columns('mulG2', sized('mul_G2_bls.json', 288), true),
    ...columns('pairing', sized('pairing_check_bls.json', 768), true),
  });
  process.stdout.write(
    `${Object.entries(used)
      .map(([kind, list]) => `${kind} ${list.length}`)
      .join(', ')} vectors to refuse\n`,
  );
}

await authorFixture();
treeFixture();
vectorFixture();
