/** An exported record in a stranger's hands: what holds, with the network off, and every way in which it could be made to lie. */

import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hospitalAuthorId, type PatientHome } from '../src/consortium/patient-home.js';
import { ExportError } from '../src/export/errors.js';
import { decodeExport, type ExportFile, encodeExport } from '../src/export/export-file.js';
import { type Exported, exportRecord } from '../src/export/export-record.js';
import { type ExportReport, verifyExport } from '../src/export/verify-export.js';
import { signErasure } from '../src/patient/sign-consents.js';
import { conditionBundle, type LivingTown, ownStatement, startLivingTown } from './support/living-town.js';
import { freshFolder, twinseal } from './support/run.js';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const TEXT = /asthma [a-z]+|herbal tea \d/g;

let town: LivingTown;
let home: PatientHome;
let other: PatientHome;
let made: Exported;
let file: ExportFile;
let foreign: ExportFile;

beforeAll(async () => {
  town = await startLivingTown(['north', 'south', 'west']);
  home = await town.patient('one');
  other = await town.patient('two');
  const south = await town.client('south');
  for (const kind of ['mild', 'sore']) {
    await (await town.client('north')).addRecord(
      home.twinId,
      conditionBundle('n-1', `asthma ${kind}`),
      'record',
    );
  }
  await south.addRecord(home.twinId, conditionBundle('s-1', 'asthma worse'), 'record');
  await south.addRecord(other.twinId, conditionBundle('s-2', 'asthma foreign'), 'record');
  await home.addToOwnLane([ownStatement('herbal tea 1'), ownStatement('herbal tea 2')]);
  await town.settled();
  // Later instances, of another sealing epoch.
  await home.grant(hospitalAuthorId('west'), ['conditions'], { days: 30 });
  await home.revokeReading(hospitalAuthorId('west'));
  await town.settled();
  await (await town.client('north')).addRecord(home.twinId, conditionBundle('n-1', 'asthma late'), 'record');
  await town.settled();
  for (const service of Object.values(town.services)) await service.receipts.anchorNow();
  made = await exportRecord(home);
  file = decodeExport(made.bytes);
  foreign = decodeExport((await exportRecord(other)).bytes);
});
afterAll(() => town?.stop());

const textsOf = (report: ExportReport) => [...new Set(JSON.stringify(report.parts).match(TEXT) ?? [])].sort();

/** Codes of what does not hold after a change; `malformed` where it is no export any more. */
async function codesOf(change: (file: ExportFile) => ExportFile | Uint8Array): Promise<string[]> {
  const changed = change(file);
  try {
    const { problems } = await verifyExport(changed instanceof Uint8Array ? changed : encodeExport(changed));
    return [...new Set(problems.map(({ code }) => code))];
  } catch (error) {
    if (error instanceof ExportError) return [error.code];
    throw error;
  }
}

const lane = (name: string) => file.lanes.findIndex(({ author }) => author === name);
function withLane(
  name: string,
  change: (lane: ExportFile['lanes'][number]) => Partial<ExportFile['lanes'][number]>,
) {
  const at = lane(name);
  return {
    ...file,
    lanes: file.lanes.map((each, place) => (place === at ? { ...each, ...change(each) } : each)),
  };
}
const flipped = (bytes: Uint8Array, at = 0) => bytes.map((byte, place) => (place === at ? byte ^ 1 : byte));

describe('an export', () => {
  it('holds every lane from its first instance, and what the patient can open, in the clear', async () => {
    const report = await verifyExport(made.bytes);
    expect(report.problems).toEqual([]);
    expect(made.missing).toEqual([]);
    expect(report.twinId).toBe(home.twinId);
    expect(textsOf(report)).toEqual([
      'asthma late',
      'asthma mild',
      'asthma sore',
      'asthma worse',
      'herbal tea 1',
      'herbal tea 2',
    ]);
    expect(report.lanes.map(({ author, instances }) => [author, instances])).toEqual([
      ['hospital:north', 3],
      ['hospital:south', 1],
      ['hospital:west', 0],
      [`patient:${home.twinId}`, 2],
    ]);
    // The patient is a recipient of everything: every entry of every manifest is disclosed.
    for (const { entries, disclosed } of report.lanes) expect(disclosed).toBe(entries);
  });

  it('names the block that the node has', async () => {
    const { block } = await verifyExport(made.bytes);
    const told = await town.running.connection.reader.getBlock({ blockNumber: BigInt(block.number) });
    expect(`0x${block.hash}`).toBe(told.hash);
    expect(block.time).toBe(Number(told.timestamp));
  });

  it('holds the access receipts of every hospital, without gap and anchored', async () => {
    const { receipts } = await verifyExport(made.bytes);
    expect(receipts.map(({ server }) => server)).toEqual(['hospital:north', 'hospital:south']);
    for (const each of receipts) {
      expect(each.receipts).toBeGreaterThan(0);
      expect(each.anchored).toBe(each.receipts);
      expect(each.permits + each.denials).toBe(each.receipts);
    }
  });

  it('discloses the modules that were asked for, and no secret of others', async () => {
    const { bytes } = await exportRecord(home, { modules: ['conditions'], withoutReceipts: true });
    const report = await verifyExport(bytes);
    expect(report.problems).toEqual([]);
    expect(new Set(report.parts.map(({ module }) => module))).toEqual(new Set(['conditions']));
    expect(textsOf(report)).toEqual(['asthma late', 'asthma mild', 'asthma sore', 'asthma worse']);
    expect(report.lanes.map(({ instances }) => instances)).toEqual([3, 1, 0, 2]);
    const own = report.lanes.at(-1);
    expect([own?.disclosed, own?.entries]).toEqual([0, 2]);
    // The secrets of what is not disclosed are nowhere in the file.
    const hidden = file.lanes
      .flatMap(({ parts }) => parts)
      .filter(({ payload }) => Buffer.from(bytes).indexOf(payload) < 0);
    expect(hidden.length).toBeGreaterThan(0);
    for (const { P, slot } of hidden) {
      expect(Buffer.from(bytes).indexOf(P)).toBe(-1);
      expect(Buffer.from(bytes).indexOf(slot)).toBe(-1);
    }
    expect(report.receipts).toEqual([]);
  });

  it('has one encoding', () => {
    expect(Buffer.from(encodeExport(file)).equals(Buffer.from(made.bytes))).toBe(true);
  });
});

describe('a tampered export', () => {
  it('does not verify, wherever a bit is changed', async () => {
    // What a hospital's name says where it has no lane is true of other names as well: that is no part of what is shown.
    const absent = file.lanes.filter(({ instances }) => instances.length === 0).map(({ author }) => author);
    const places = new Map<number, string>();
    const whole = made.bytes;
    const add = (name: string, region: Uint8Array) => {
      const from = region.byteOffset - file.twins.byteOffset + 14;
      for (const at of [from, from + region.length - 1]) places.set(at, name);
    };
    const walk = (value: unknown, name: string) => {
      if (value instanceof Uint8Array) {
        if (value.length > 0) add(name, value);
      } else if (Array.isArray(value)) {
        for (const each of [value[0], value.at(-1)]) walk(each, name);
      } else if (typeof value === 'object' && value !== null) {
        for (const [key, each] of Object.entries(value)) walk(each, `${name}.${key}`);
      }
    };
    walk(file, 'export');
    // And places spread over the whole file: numbers and lengths too.
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 60)) places.set(at, 'anywhere');
    for (let at = 0; at < 14; at++) places.set(at, 'head');
    const unseen: string[] = [];
    for (const [at, name] of places) {
      const codes = await codesOf(() => flipped(whole, at));
      const isNameOfNobody = absent.some((author) => {
        const found = Buffer.from(whole).indexOf(author);
        return at >= found && at < found + author.length;
      });
      if (codes.length === 0 && !isNameOfNobody) unseen.push(`${name} at ${at}`);
    }
    expect(unseen).toEqual([]);
    expect(places.size).toBeGreaterThan(120);
  });

  it('does not verify when it is cut or extended', async () => {
    for (const length of [0, 3, 4, 6, 100, made.bytes.length >> 1, made.bytes.length - 1]) {
      expect(await codesOf(() => made.bytes.slice(0, length))).toEqual(['malformed']);
    }
    expect(await codesOf(() => Buffer.concat([made.bytes, Uint8Array.of(0)]))).toEqual(['malformed']);
  });

  it('of another version or suite is refused before anything else is read', async () => {
    expect(await codesOf(() => flipped(made.bytes, 4))).toEqual(['unknown-version']);
    expect(await codesOf(() => flipped(made.bytes, 5))).toEqual(['unknown-suite']);
  });
});

describe('an export that lies', () => {
  it.each<[string, string | RegExp, () => ExportFile]>([
    [
      'leaves the newest instance out',
      'lane-truncated',
      () => withLane('hospital:north', ({ instances }) => ({ instances: instances.slice(0, -1) })),
    ],
    [
      'leaves an older instance out',
      'lane-truncated',
      () => withLane('hospital:north', ({ instances }) => ({ instances: instances.slice(1) })),
    ],
    [
      'leaves a whole lane empty',
      'lane-truncated',
      () => withLane('hospital:south', () => ({ instances: [], parts: [] })),
    ],
    [
      'tells an instance twice',
      'head-mismatch',
      () =>
        withLane('hospital:north', ({ instances }) => ({
          instances: [...instances, ...instances.slice(-1)],
        })),
    ],
    [
      'swaps two instances',
      'root-mismatch',
      () => withLane('hospital:north', ({ instances: [a, b, c] }) => ({ instances: [b, a, c] as never })),
    ],
    [
      'swaps the proofs of two instances',
      'author-forged',
      () =>
        withLane('hospital:north', ({ instances: [a, b, c] }) => ({
          instances: [{ ...a, proof: b?.proof }, { ...b, proof: a?.proof }, c] as never,
        })),
    ],
    [
      'shows the lane of another twin',
      'root-mismatch',
      () =>
        withLane('hospital:south', () => ({
          instances: foreign.lanes.find(({ author }) => author === 'hospital:south')?.instances as never,
          parts: [],
        })),
    ],
    [
      'gives a lane the name of another hospital',
      // South's proof may happen to prove that west has nothing, where their paths in the trie part at an empty place.
      /^(proof-invalid|head-mismatch)$/,
      () => ({
        ...file,
        lanes: file.lanes
          .filter(({ author }) => author !== 'hospital:west')
          .map((each) => (each.author === 'hospital:south' ? { ...each, author: 'hospital:west' } : each)),
      }),
    ],
    [
      'is of another twin altogether',
      /^(proof-invalid|head-mismatch)$/,
      () => ({ ...file, twinId: foreign.twinId }),
    ],
    ['claims another chain', 'author-forged', () => ({ ...file, chainId: file.chainId + 1 })],
    ['claims another contract', 'account-missing', () => ({ ...file, twins: flipped(file.twins) })],
    [
      'is shown against the hash of another block',
      'header-mismatch',
      () => ({ ...file, blockHash: flipped(file.blockHash) }),
    ],
    [
      'claims another number of the block',
      'header-mismatch',
      () => ({ ...file, blockNumber: file.blockNumber + 1 }),
    ],
    [
      'opens a part with the secret of another',
      'part-not-opened',
      () =>
        withLane('hospital:north', ({ parts: [a, b, ...rest] }) => ({
          parts: [{ ...a, P: b?.P }, b, ...rest] as never,
        })),
    ],
    [
      'puts a part into the place of another',
      'part-altered',
      () =>
        withLane('hospital:north', ({ parts: [a, b, ...rest] }) => ({
          parts: [
            { ...a, slot: b?.slot, payload: b?.payload, P: b?.P, counter: b?.counter },
            b,
            ...rest,
          ] as never,
        })),
    ],
    [
      'shows a part that the lane has not',
      'part-foreign',
      () =>
        withLane('hospital:south', ({ parts }) => ({
          parts: [...parts, { ...parts.at(-1), seq: 9 }] as never,
        })),
    ],
    [
      'tells another counter of a part',
      'part-not-opened',
      () =>
        withLane('hospital:north', ({ parts: [a, ...rest] }) => ({
          parts: [{ ...a, counter: (a?.counter ?? 0) + 1 }, ...rest] as never,
        })),
    ],
    ['leaves a receipt out', 'receipt-missing', () => ({ ...file, receipts: file.receipts.slice(1) })],
    [
      'tells the receipts in another order',
      'receipt-order',
      () => ({ ...file, receipts: [...file.receipts].reverse() }),
    ],
    [
      'shows receipts of another twin',
      'receipt-foreign',
      () => ({
        ...file,
        receipts: [...foreign.receipts.map(({ receipt }) => ({ receipt })), ...file.receipts],
      }),
    ],
    [
      'claims a batch that the chain has not',
      'batch-mismatch',
      () => ({ ...file, batches: file.batches.map((batch) => ({ ...batch, root: flipped(batch.root) })) }),
    ],
    [
      'claims another place in a batch',
      'receipt-not-anchored',
      () => ({
        ...file,
        receipts: file.receipts.map((each) =>
          each.anchor === undefined
            ? each
            : { ...each, anchor: { ...each.anchor, index: each.anchor.index + 1 } },
        ),
      }),
    ],
    [
      "has a receipt in another hospital's batch",
      'receipt-not-anchored',
      () => ({
        ...file,
        receipts: file.receipts.map((each) =>
          each.anchor === undefined
            ? each
            : { ...each, anchor: { ...each.anchor, batch: (each.anchor.batch + 1) % file.batches.length } },
        ),
      }),
    ],
  ])('because it %s is found out', async (_what, code, change) => {
    const codes = await codesOf(change);
    if (typeof code === 'string') expect(codes).toContain(code);
    else expect(codes).toContainEqual(expect.stringMatching(code));
  });

  it('because it brings parameters of its own is told by their digest', async () => {
    const { parametersDigest } = await verifyExport(made.bytes);
    expect(parametersDigest).toBe(Buffer.from(await town.running.reader.parametersDigest()).toString('hex'));
    expect(
      (await codesOf((each) => ({ ...each, parameters: flipped(each.parameters, 40) }))).length,
    ).toBeGreaterThan(0);
  });
});

describe('twinseal export', () => {
  const command = (out: string, ...args: string[]) =>
    twinseal(['export', '--folder', home.folder, '--consortium', town.town.root, '--out', out, ...args]);

  it('writes a file for its owner alone, which verifies', async () => {
    const out = join(await freshFolder(), 'record.tsx');
    const run = await command(out, '--json');
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const told = JSON.parse(run.stdout) as Exported & { bytes: number };
    expect(told).toMatchObject({ twinId: home.twinId, missing: [] });
    expect((await stat(out)).mode & 0o777).toBe(0o600);
    const report = await verifyExport(await readFile(out));
    expect(report.problems).toEqual([]);
    expect(report.block).toMatchObject(told.block);
    expect(textsOf(report)).toHaveLength(6);
  });

  it('refuses a module that there is not', async () => {
    const run = await command('record.tsx', '--modules', 'conditions,horoscopes');
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('there is no module horoscopes');
  });

  it('says what is missing where a hospital is away, and shows its lane from the custodian', async () => {
    const out = join(await freshFolder(), 'record.tsx');
    await town.services.south?.stop();
    const run = await command(out);
    await town.restart('south');
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('not in it: receipts of south: unreachable');
    const report = await verifyExport(await readFile(out));
    expect(report.problems).toEqual([]);
    expect(report.lanes.find(({ author }) => author === 'hospital:south')?.instances).toBe(1);
    expect(textsOf(report)).toContain('asthma worse');
    expect(report.receipts.map(({ server }) => server)).toEqual(['hospital:north']);
  });
});

describe('twinseal verify', () => {
  /** Whoever opens a connection or asks for a name ends the program. */
  const OFFLINE =
    "data:text/javascript,import net from 'node:net';import dns from 'node:dns';net.Socket.prototype.connect=()=>{process.exit(99)};dns.lookup=()=>{process.exit(99)};globalThis.fetch=()=>{process.exit(99)};";

  async function verify(bytes: Uint8Array, ...args: string[]) {
    const folder = await freshFolder();
    await writeFile(join(folder, 'record.tsx'), bytes);
    const run = await twinseal(['verify', 'record.tsx', ...args], {
      cwd: folder,
      node: ['--import', OFFLINE],
    });
    return { ...run, folder };
  }

  it('says with the network off what was checked, and what it rests on', async () => {
    const { code, stdout } = await verify(made.bytes);
    expect(code).toBe(0);
    expect(stdout).toContain(`Block       ${made.block.number} ${made.block.hash}`);
    expect(stdout).toContain(
      'hospital:north: 3 instances from the first to the last of the block, each signed',
    );
    expect(stdout).toContain('No lane     hospital:west');
    expect(stdout).toContain('compare it with your own node');
    expect(stdout).not.toMatch(TEXT);
  });

  it('writes what is disclosed only where everything holds', async () => {
    const well = await verify(made.bytes, '--content', 'content.jsonl', '--json');
    const lines = (await readFile(join(well.folder, 'content.jsonl'), 'utf8')).trim().split('\n');
    expect([...new Set(lines.join().match(TEXT))].sort()).toHaveLength(6);
    expect(JSON.parse(lines[0] as string)).toMatchObject({
      author: 'hospital:north',
      seq: 0,
      statement: { op: 'put' },
    });
    expect(JSON.parse(well.stdout)).toMatchObject({ verifies: true, problems: [] });
    const ill = await verify(
      encodeExport({ ...file, receipts: file.receipts.slice(1) }),
      '--content',
      'content.jsonl',
    );
    expect(ill.code).toBe(1);
    expect(ill.stdout).toContain('receipt-missing');
    await expect(readFile(join(ill.folder, 'content.jsonl'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('compares block and parameters with what one knows from elsewhere', async () => {
    const { parametersDigest } = await verifyExport(made.bytes);
    const well = await verify(
      made.bytes,
      '--block',
      `0x${made.block.hash}`,
      '--parameters',
      parametersDigest as string,
    );
    expect(well.code).toBe(0);
    const ill = await verify(made.bytes, '--block', '00'.repeat(32), '--json');
    expect(ill.code).toBe(1);
    expect(JSON.parse(ill.stdout).problems).toEqual([{ code: 'another-block', where: 'block' }]);
    expect((await verify(made.bytes, '--block', 'x')).code).toBe(2);
  });

  it('tells a file that is cut from one that lies', async () => {
    const { code, stderr } = await verify(made.bytes.slice(0, 1000));
    expect(code).toBe(1);
    expect(stderr).toContain('no export that can be read');
  });
});

describe('after an erasure', () => {
  it('shows that the instance stood there, and nothing of what it said', async () => {
    const before = file.lanes[lane('hospital:north')]?.parts.filter(({ seq }) => seq === 0) ?? [];
    expect(before.length).toBeGreaterThan(0);
    await home.relay(await signErasure(home.signing, hospitalAuthorId('north'), 0));
    await town.settled();
    const again = await exportRecord(home, { withoutReceipts: true });
    expect(again.missing).toEqual([]);
    expect(again.lanes.find(({ author }) => author === 'hospital:north')?.erased).toBe(before.length);
    const report = await verifyExport(again.bytes);
    expect(report.problems).toEqual([]);
    expect(textsOf(report)).toEqual([
      'asthma late',
      'asthma sore',
      'asthma worse',
      'herbal tea 1',
      'herbal tea 2',
    ]);
    const north = report.lanes.find(({ author }) => author === 'hospital:north');
    expect([north?.instances, (north?.entries ?? 0) - (north?.disclosed ?? 0)]).toEqual([3, before.length]);
    for (const { P, slot, payload } of before)
      for (const secret of [P, slot, payload]) expect(Buffer.from(again.bytes).indexOf(secret)).toBe(-1);
  });
});
