/**
 * `npm run bench:contracts`: gas of every call and of the deployment on an embedded chain, beside the goals and the paper's figures (7.3). Transaction gas is what a receipt
 * says: it includes the base of 21,000 and calldata; execution gas is the rest (after refunds). Proofs come from `@twinseal/mibsc`.
 */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Connection, connect, startEmbeddedChain } from '@twinseal/chain';
import {
  ARTIFACTS,
  accessDomain,
  accessTypes,
  authorParametersAbi,
  authorParametersBytecode,
  type ContractName,
  DEPLOYMENT_ORDER,
  dataRequestDomain,
  dataRequestTypes,
  deploymentPlan,
  type GrantTerms,
  type Hex,
  NO_GRANT,
  ZERO_32,
} from '@twinseal/contracts';
import { Frontier, inclusionProof, SortedMap, treeHead } from '@twinseal/history';
import {
  author,
  authorPoint,
  contractParameters,
  expandAuthorProof,
  extract,
  type Identity,
  loadBackend,
  setup,
} from '@twinseal/mibsc';
import {
  type Abi,
  type AbiParameter,
  type Account,
  concat,
  encodeAbiParameters,
  encodeDeployData,
  encodeFunctionData,
  getContractAddress,
  hashStruct,
  keccak256,
  numberToHex,
  parseEther,
  size,
  stringToHex,
  toHex,
} from 'viem';
import { mnemonicToAccount } from 'viem/accounts';
import { describeRun } from './machine.js';

/** Instances in one lane: enough to see ten peaks in the frontier. */
const LANE_LENGTH = 1025;
const BATCH_SIZES = [1, 10, 100, 1000, 10_000];
const RECEIPT_SIZES = [1, 10, 100, 1000];

interface Cost {
  readonly transactionGas: number;
  readonly executionGas: number;
  readonly calldataBytes: number;
}

const keccakBytes = (data: Uint8Array) => keccak256(data, 'bytes');
const tag = (text: string) => keccak256(stringToHex(text));
const bytes = (hex: Hex) => Uint8Array.from(Buffer.from(hex.slice(2), 'hex'));
const random32 = () => toHex(globalThis.crypto.getRandomValues(new Uint8Array(32)));
const authorIdOf = (name: string) => keccak256(concat([tag('TWINSEAL-V1-AUTHOR-ID'), stringToHex(name)]));
const u64 = (n: number | bigint) => numberToHex(n, { size: 8 });

/** Intrinsic gas beyond the base: 4 a zero byte, 16 another (EIP-2028). */
const calldataGas = (data: Hex) => bytes(data).reduce((sum, byte) => sum + (byte === 0 ? 4 : 16), 0);

// anvil's published development accounts: they own nothing anywhere else
const account = (addressIndex: number) =>
  mnemonicToAccount('test test test test test test test test test test test junk', { addressIndex });

const folder = await mkdtemp(join(tmpdir(), 'twinseal-bench-'));
const chain = await startEmbeddedChain({ stateFile: join(folder, 'state.json') });
try {
  const connection = await connect(chain.url);
  const result = await measure(connection);
  const target = fileURLToPath(new URL('../../../bench/results/contracts.json', import.meta.url));
  await mkdir(join(target, '..'), { recursive: true });
  await writeFile(target, `${JSON.stringify({ ...describeRun(), ...result }, null, 2)}\n`);
  print(result);
} finally {
  await chain.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measure(connection: Connection) {
  const { reader } = connection;
  const [deployer, patient, stranger] = [account(0), account(8), account(9)] as const;
  const controllers = [1, 2, 3].map(account);
  const { params, master } = setup(await loadBackend(), 4);
  const { digest, w, H1, H2 } = contractParameters(params);
  const parameters = { digest: toHex(digest), w: toHex(w), H1: toHex(H1), H2: toHex(H2) };
  const chainId = BigInt(await reader.getChainId());
  const calls: Record<string, Cost> = {};

  const transact = async (from: Account, request: { to?: Hex; data: Hex }) => {
    const hash = await connection.sender(from).sendTransaction({ ...request, gas: 16_000_000n } as never);
    const receipt = await reader.waitForTransactionReceipt({ hash });
    if (receipt.status !== 'success') throw new Error('a transaction reverted');
    const transactionGas = Number(receipt.gasUsed);
    const executionGas = transactionGas - 21_000 - calldataGas(request.data);
    return { receipt, cost: { transactionGas, executionGas, calldataBytes: size(request.data) } };
  };

  // Only the first account owns anything here.
  for (const { address } of [...controllers, patient, stranger]) {
    const hash = await connection
      .sender(deployer)
      .sendTransaction({ to: address, value: parseEther('100') } as never);
    await reader.waitForTransactionReceipt({ hash });
  }

  // Deployment
  const firstNonce = await reader.getTransactionCount({ address: deployer.address });
  const at = Object.fromEntries(
    DEPLOYMENT_ORDER.map((name, i) => [
      name,
      getContractAddress({ from: deployer.address, nonce: BigInt(firstNonce + i) }),
    ]),
  ) as Record<ContractName, Hex>;
  const deployment: Record<string, { gas: number; bytes: number }> = {};
  const founders = ['a', 'b', 'c'].map((id, i) => ({
    id,
    epoch: 1,
    controller: (controllers[i] as Account).address,
    endpoint: `https://${id}.example`,
  }));
  for (const step of deploymentPlan({ founders, quorumPercent: 66, parameters, addresses: at })) {
    const data = encodeDeployData({
      abi: step.abi as Abi,
      bytecode: step.bytecode,
      args: step.args as never,
    });
    const { cost } = await transact(deployer, { data });
    const code = await reader.getCode({ address: step.address });
    deployment[step.contract] = { gas: cost.transactionGas, bytes: size(code ?? '0x') };
  }
  const dataContracts = ['Contribution', 'Storage', 'DataRequest'].reduce(
    (sum, name) => sum + (deployment[name]?.gas ?? 0),
    0,
  );

  const send = async (
    label: string | undefined,
    contract: ContractName,
    functionName: string,
    args: readonly unknown[],
    from: Account = stranger,
  ) => {
    const data = encodeFunctionData({
      abi: ARTIFACTS[contract].abi as Abi,
      functionName,
      args: args as never,
    });
    const { cost } = await transact(from, { to: at[contract], data });
    if (label !== undefined) calls[label] = cost;
    return cost;
  };
  const now = async () => (await reader.getBlock()).timestamp;
  const start = await now();
  const deadline = start + 10_000_000n;

  const domain = { chainId, contract: at.PatientDigitalTwin };
  const prove = (identity: Identity, key: ReturnType<typeof extract>, signed: Uint8Array) => {
    const { X, v } = expandAuthorProof(params, author(params, key, signed, domain));
    return { X: toHex(X), v: toHex(v), Q: toHex(authorPoint(params, identity)) };
  };
  const hospitalA: Identity = { name: 'hospital:a', epoch: '1' };
  const keyA = extract(params, master, hospitalA);
  const idA = authorIdOf(hospitalA.name);

  // Admission: two of three approve, the second by calling.
  const terms = { id: 'd', epoch: 1, controller: account(4).address, endpoint: 'https://d.example' };
  const admitAction = await admitActionDigest(connection, at.AuthorizedHospitals, terms);
  await send('approve', 'AuthorizedHospitals', 'approve', [admitAction], controllers[0]);
  await send('admit', 'AuthorizedHospitals', 'admit', [terms, ZERO_32], controllers[1]);

  // Twin, grants
  const twinId = random32();
  const scopes = [random32(), random32(), random32()].sort();
  const purposes = [random32()];
  const grantTerms = (hospital: string, nonce: bigint, operations: number): GrantTerms => ({
    twinId,
    hospital: authorIdOf(`hospital:${hospital}`),
    staff: ZERO_32,
    scopes,
    purposes,
    operations,
    notBefore: start,
    expiry: start + 8_640_000n,
    fullHistory: true,
    nonce,
    deadline,
  });
  const twinTerms = {
    twinId,
    kind: 0,
    control: patient.address,
    identityEpoch: 1,
    custodian: idA,
    deadline,
  };
  await send('register', 'Registration', 'register', [twinTerms, [], '0x'], patient);
  const signAccess = (primaryType: string, message: object) =>
    patient.signTypedData({
      domain: accessDomain(chainId, at.Access),
      types: accessTypes,
      primaryType,
      message,
    } as never);
  const contributing = grantTerms('a', 0n, 3);
  await send('grant read and contribute (relayed)', 'Access', 'grant', [
    contributing,
    patient.address,
    await signAccess('Grant', contributing),
  ]);
  const reading = grantTerms('b', 1n, 1);
  await send('grant (relayed)', 'Access', 'grant', [
    reading,
    patient.address,
    await signAccess('Grant', reading),
  ]);
  const grantId = (await reader.readContract({
    address: at.Access,
    abi: ARTIFACTS.Access.abi,
    functionName: 'grantIdOf',
    args: [reading as never],
  })) as Hex;

  // Requests
  const ask = async (label: string, hospital: string, from: Account, relied: GrantTerms) => {
    const request = {
      twinId,
      hospital: authorIdOf(`hospital:${hospital}`),
      staff: ZERO_32,
      scopes: [scopes[0]],
      purpose: purposes[0],
      operation: 1,
      deadline,
      salt: random32(),
    };
    const grantId =
      relied === NO_GRANT
        ? ZERO_32
        : hashStruct({ data: { ...relied }, primaryType: 'Grant', types: accessTypes });
    const signature = await from.signTypedData?.({
      domain: dataRequestDomain(chainId, at.DataRequest),
      types: dataRequestTypes,
      primaryType: 'DataRequest',
      message: { ...request, grantId },
    } as never);
    await send(label, 'DataRequest', 'request', [request, relied, from.address, signature]);
  };
  await ask('request with decision, permitted (relayed)', 'b', controllers[1] as Account, reading);
  await ask('request with decision, refused (relayed)', 'c', controllers[2] as Account, NO_GRANT);

  // Direct anchors in one lane
  const frontier = Frontier.of(keccakBytes);
  const anchors: Cost[] = [];
  const leaves: Hex[] = [];
  for (let seq = 0; seq < LANE_LENGTH; seq++) {
    const instance = {
      twinId,
      authorId: idA,
      seq: BigInt(seq),
      h: random32(),
      accessVersion: 1n,
      time: start,
    };
    const leaf = keccak256(
      concat(['0x00', twinId, idA, u64(instance.seq), instance.h, u64(1n), u64(instance.time)]),
    );
    const signed = keccakBytes(bytes(concat([tag('TWINSEAL-V1-AUTHOR-INSTANCE'), leaf])));
    const { X, v, Q } = prove(hospitalA, keyA, signed);
    const peaks = frontier.peaks().map((peak) => toHex(peak));
    anchors.push(await send(undefined, 'PatientDigitalTwin', 'anchor', [instance, peaks, X, v, Q]));
    frontier.append(bytes(leaf));
    leaves.push(leaf);
  }
  const sorted = [...anchors].sort((a, b) => a.transactionGas - b.transactionGas);
  calls['anchor, first of a lane'] = anchors[0] as Cost;
  calls['anchor, median of the lane'] = sorted[Math.floor(sorted.length / 2)] as Cost;
  calls['anchor, worst of the lane'] = sorted.at(-1) as Cost;
  calls['anchor, after 1,023 instances (ten peaks)'] = anchors[1023] as Cost;

  // The author check alone: what the call into the parameters' contract costs.
  const parametersAt = (await reader.readContract({
    address: at.AuthorizedHospitals,
    abi: ARTIFACTS.AuthorizedHospitals.abi,
    functionName: 'parameters',
  })) as Hex;
  const signed = keccakBytes(bytes(leaves[0] as Hex));
  const checked = prove(hospitalA, keyA, signed);
  const checkData = encodeFunctionData({
    abi: authorParametersAbi,
    functionName: 'isAuthor',
    args: [at.PatientDigitalTwin, toHex(signed), checked.X, checked.v, checked.Q],
  });
  const check = await transact(stranger, { to: parametersAt, data: checkData });
  calls['author check alone'] = check.cost;

  // Batches of lanes
  const batch: Record<string, { transactionGas: number; perInstanceGas: number }> = {};
  for (const [number, lanes] of BATCH_SIZES.entries()) {
    const entries = Array.from({ length: lanes }, () => [
      bytes(random32()),
      bytes(concat([u64(1n), random32()])),
    ]) as [Uint8Array, Uint8Array][];
    const { head } = new SortedMap(keccakBytes, entries).head;
    const map = { size: BigInt(lanes), head: toHex(head) };
    const mapRoot = keccak256(concat([tag('TWINSEAL-V1-MAP'), u64(map.size), map.head]));
    const leaf = keccak256(concat(['0x00', idA, u64(number), mapRoot, u64(start)]));
    const proof = prove(hospitalA, keyA, keccakBytes(bytes(concat([tag('TWINSEAL-V1-AUTHOR-BATCH'), leaf]))));
    const cost = await send(undefined, 'PatientDigitalTwin', 'anchorBatch', [
      { authorId: idA, number: BigInt(number), map, time: start },
      proof,
    ]);
    batch[lanes] = {
      transactionGas: cost.transactionGas,
      perInstanceGas: round(cost.transactionGas / lanes),
    };
  }

  // Receipts, a challenge and its answer
  const receipts: Record<string, { transactionGas: number; perRequestGas: number }> = {};
  for (const [number, count] of RECEIPT_SIZES.entries()) {
    const digests = Array.from({ length: count }, random32);
    const receiptLeaves = digests.map((d) => keccakBytes(bytes(concat(['0x00', d]))));
    const root = toHex(treeHead(keccakBytes, receiptLeaves));
    const leaf = keccak256(concat(['0x00', idA, u64(number), numberToHex(count, { size: 4 }), root]));
    const proof = prove(
      hospitalA,
      keyA,
      keccakBytes(bytes(concat([tag('TWINSEAL-V1-AUTHOR-RECEIPTS'), leaf]))),
    );
    const anchored = { server: idA, number: BigInt(number), size: count, root };
    const cost = await send(undefined, 'DataRequest', 'anchorReceipts', [anchored, proof]);
    receipts[count] = {
      transactionGas: cost.transactionGas,
      perRequestGas: round(cost.transactionGas / count),
    };
    if (count === 1000) {
      const receiptDigest = digests[500] as Hex;
      const own = prove(
        hospitalA,
        keyA,
        keccakBytes(bytes(concat([tag('TWINSEAL-V1-AUTHOR-RECEIPT'), receiptDigest]))),
      );
      await send('challenge a receipt', 'DataRequest', 'challenge', [
        idA,
        receiptDigest,
        { epoch: 1, parametersVersion: 1, X: own.X, v: own.v },
      ]);
      const challengeId = keccak256(concat([idA, receiptDigest]));
      const path = inclusionProof(keccakBytes, receiptLeaves, 500).map((node) => toHex(node));
      await send('answer a challenge (batch of 1,000)', 'DataRequest', 'answer', [
        challengeId,
        anchored,
        500,
        path,
      ]);
    }
  }

  // Revocation last: it narrows.
  const revocation = { twinId, grantId, nonce: 2n, deadline };
  await send('revoke (relayed)', 'Access', 'revoke', [
    twinId,
    grantId,
    2n,
    deadline,
    patient.address,
    await signAccess('Revoke', revocation),
  ]);

  const gas = (label: string) => calls[label]?.transactionGas ?? Number.NaN;
  const goals = [
    goal('anchor, median', gas('anchor, median of the lane'), 260_000),
    goal('anchor, worst', gas('anchor, worst of the lane'), 290_000),
    goal('author check alone (execution)', calls['author check alone']?.executionGas ?? Number.NaN, 150_000),
    goal('batch of 1,000, per instance', batch['1000']?.perInstanceGas ?? Number.NaN, 400),
    goal('grant (relayed)', gas('grant (relayed)'), 130_000),
    goal('revoke', gas('revoke (relayed)'), 60_000),
    goal('request with decision', gas('request with decision, permitted (relayed)'), 130_000),
    goal('receipts in a batch of 1,000, per request', receipts['1000']?.perRequestGas ?? Number.NaN, 300),
  ];
  return {
    note: 'transaction gas includes the base of 21,000 and calldata; execution gas is without both, after refunds',
    goals,
    calls,
    batch,
    receipts,
    lane: {
      instances: LANE_LENGTH,
      everyHundredth: anchors.filter((_, i) => i % 100 === 0).map((c) => c.transactionGas),
    },
    deployment,
    dataContractsDeployment: {
      gas: dataContracts,
      contracts: 'Contribution, Storage, DataRequest',
      paperGas: 1_308_303,
      paper:
        'section 7.3: Data Contracts, printed as Wei; theirs check no authorship, keep no receipts and take no challenges',
    },
    authorParameters: { initcodeBytes: size(authorParametersBytecode) },
  };
}

async function admitActionDigest(connection: Connection, hospitals: Hex, terms: object): Promise<Hex> {
  const admit = ARTIFACTS.AuthorizedHospitals.abi.find(
    (item) => item.type === 'function' && item.name === 'admit',
  );
  const tuple = (admit as unknown as { inputs: readonly [AbiParameter, AbiParameter] }).inputs[0];
  return connection.reader.readContract({
    address: hospitals,
    abi: ARTIFACTS.AuthorizedHospitals.abi,
    functionName: 'actionDigest',
    args: [0, encodeAbiParameters([tuple] as readonly AbiParameter[], [terms]), ZERO_32],
  });
}

function goal(what: string, measured: number, atMost: number) {
  return { what, measured, atMost, met: measured <= atMost };
}

function round(value: number): number {
  return Number(value.toFixed(1));
}

function print(result: Awaited<ReturnType<typeof measure>>): void {
  const line = (cells: (string | number | boolean)[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`);
  line(['goal', 'measured', 'at most', 'met']);
  line(['---', '---', '---', '---']);
  for (const g of result.goals) line([g.what, g.measured, g.atMost, g.met]);
  line(['call', 'transaction gas', 'execution gas', 'calldata bytes']);
  line(['---', '---', '---', '---']);
  for (const [name, c] of Object.entries(result.calls)) {
    line([name, c.transactionGas, c.executionGas, c.calldataBytes]);
  }
  line(['contract', 'gas', 'bytes', '']);
  line(['---', '---', '---', '---']);
  for (const [name, d] of Object.entries(result.deployment)) line([name, d.gas, d.bytes, '']);
  line([
    'the three data contracts',
    result.dataContractsDeployment.gas,
    'paper',
    result.dataContractsDeployment.paperGas,
  ]);
}
