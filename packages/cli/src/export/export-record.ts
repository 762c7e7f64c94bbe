/** Making an export (docs/EXPORT.md): the patient's record as the patient can open it, with what shows a stranger that it is what was anchored. */

import { encodeParameters } from '@twinseal/mibsc';
import type { RecordSource } from '@twinseal/record';
import { authorId, type Finding, formatName, fromHex, type LaneHead, laneId, toHex } from '@twinseal/record';
import { MODULES } from '@twinseal/twin';
import { bytesToHex, type Hex, hexToBytes, numberToBytes } from 'viem';
import type { PatientHome } from '../consortium/patient-home.js';
import { keysOf } from '../patient/key-files.js';
import { type CollectedReceipt, type HospitalReceipts, receiptsAt } from './collect-receipts.js';
import { type DisclosedLane, discloseLane } from './disclose-lane.js';
import { type ExportedBatch, type ExportedLane, type ExportFile, encodeExport } from './export-file.js';
import { ProvedBlock } from './prove-state.js';
import { batchSlot, batchWord, laneSlots } from './proved-words.js';

export interface ExportOptions {
  /** Modules to disclose; all where left out. Of others the file holds digests and no secret. */
  readonly modules?: readonly string[];
  /** Leave the access receipts out. */
  readonly withoutReceipts?: boolean;
}

/** What was exported, and what should have been and was not. */
export interface Exported {
  readonly bytes: Uint8Array;
  readonly block: { readonly number: number; readonly hash: string };
  readonly lanes: readonly {
    readonly author: string;
    readonly instances: number;
    readonly parts: number;
    readonly erased: number;
  }[];
  readonly receipts: readonly {
    readonly hospital: string;
    readonly receipts: number;
    readonly anchored: number;
  }[];
  /** What is missing: nobody who reads the file can tell it from what the patient did not want to show. */
  readonly missing: readonly string[];
}

/**
 * Exports a patient's record as of the newest block.
 *
 * @throws ChainError where the patient's node does not answer or serves no proofs; UsageError where the patient is not registered
 */
export async function exportRecord(home: PatientHome, options: ExportOptions = {}): Promise<Exported> {
  const { reader, params } = home.world;
  const { consortium } = reader;
  const twin: Hex = `0x${home.twinId}`;
  const twinId = fromHex(home.twinId, 32);
  await home.assertRegistered();
  const missing: string[] = [];
  const hospitals = await reader.hospitals();
  // Asked before the block, so that what they hold is in it.
  const asked = options.withoutReceipts === true ? [] : hospitals.filter(({ status }) => status === 1);
  const collected: HospitalReceipts[] = [];
  for (const hospital of asked) {
    collected.push(await receiptsAt(hospital, home.twinId, home.account, consortium.chainId));
  }
  for (const { hospital, refusal } of collected) {
    // A hospital that knows no such twin says so in the same words as one that refuses.
    if (refusal !== undefined && refusal !== 'denied') missing.push(`receipts of ${hospital}: ${refusal}`);
  }

  const block = await ProvedBlock.newest(reader);
  const requests = await reader.contract('requests');
  const heads = new Map<string, LaneHead>();
  const known = [patientAuthorId(twinId), ...hospitals.map(({ authorId }) => authorId)];
  for (const author of new Set([...known, ...(await reader.laneAuthors(twin))])) {
    // What the chain has of such a lane is the root of a map: an export has no form for it yet, and must not show an empty lane in its place.
    if ((await reader.latestBatch(author)).count > 0) {
      const name = hospitals.find(({ authorId }) => authorId === author)?.id ?? author;
      missing.push(
        `lane of hospital:${name}: the hospital anchors in batches, which an export cannot prove yet; read it with "twinseal record"`,
      );
      continue;
    }
    const head = await reader.laneHead(twin, author);
    heads.set(head.authorName, head);
  }
  const sorted = [...heads.values()].sort((a, b) => (a.authorName < b.authorName ? -1 : 1));
  const slots = sorted.map((head) => laneSlots(laneId(head.twinId, head.authorId)));
  const state = await block.prove(
    consortium.twins,
    slots.flatMap(({ count, mk }) => [count, mk]),
  );

  const lanes: ExportedLane[] = [];
  const told: Exported['lanes'][number][] = [];
  for (const [place, head] of sorted.entries()) {
    const [countWord, mkWord] = state.words.slice(2 * place, 2 * place + 2) as [Word, Word];
    const count = Number(countWord.value & 0xffff_ffff_ffff_ffffn);
    const lane = {
      ...head,
      count,
      mk: numberToBytes(mkWord.value, { size: 32 }),
      instances: head.instances.slice(0, count),
    };
    const disclosed = await disclose(home, lane, options);
    const failed = disclosed.instances.length !== count;
    for (const finding of disclosed.findings) missing.push(sentenceOf(head.authorName, finding));
    // A lane that cannot be shown from its beginning would not verify: it is left out, and that is said.
    if (failed) {
      missing.push(`lane of ${head.authorName}: it cannot be shown from its beginning to its end`);
      continue;
    }
    lanes.push({
      author: head.authorName,
      countProof: countWord.proof,
      mkProof: mkWord.proof,
      instances: disclosed.instances,
      parts: disclosed.parts,
    });
    if (count > 0)
      told.push({
        author: head.authorName,
        instances: count,
        parts: disclosed.parts.length,
        erased: disclosed.erased,
      });
  }

  const anchors = collected.flatMap(({ receipts }) =>
    receipts.flatMap(({ anchor }) => (anchor === undefined ? [] : [anchor])),
  );
  const batches = [
    ...new Map(anchors.map((anchor) => [`${anchor.server} ${anchor.number}`, anchor])).values(),
  ].sort((a, b) => (a.server === b.server ? a.number - b.number : a.server < b.server ? -1 : 1));
  const requestState = await block.prove(
    requests,
    batches.map(({ server, number }) => batchSlot(hexToBytes(server), number)),
  );
  // A batch that came after the block, or that the hospital only claims, proves nothing: its receipts stand as not anchored.
  const sound = batches.flatMap((batch, place) => {
    const { value, proof } = requestState.words[place] as Word;
    const expected = batchWord(batch.size, hexToBytes(batch.root));
    return value === BigInt(bytesToHex(expected)) ? [{ ...batch, proof }] : [];
  });
  const receipts = [...collected]
    .sort((a, b) => (a.hospital < b.hospital ? -1 : 1))
    .flatMap((each) => each.receipts)
    .map((receipt) => placed(receipt, sound));

  const file: ExportFile = {
    chainId: consortium.chainId,
    twins: hexToBytes(consortium.twins),
    requests: hexToBytes(requests),
    parameters: encodeParameters(params),
    blockNumber: block.number,
    blockHash: block.hash,
    header: block.header,
    twinsAccount: state.account,
    requestsAccount: requestState.account,
    twinId,
    lanes,
    batches: sound.map(
      ({ server, number, size, root, proof }): ExportedBatch => ({
        server: hexToBytes(server),
        number,
        size,
        root: hexToBytes(root),
        proof,
      }),
    ),
    receipts,
  };
  return {
    bytes: encodeExport(file),
    block: { number: block.number, hash: toHex(block.hash) },
    lanes: told,
    receipts: collected.map((each) => ({
      hospital: each.hospital,
      receipts: each.receipts.length,
      anchored: each.receipts
        .map((receipt) => placed(receipt, sound))
        .filter(({ anchor }) => anchor !== undefined).length,
    })),
    missing,
  };
}

function patientAuthorId(twinId: Uint8Array): Hex {
  return bytesToHex(authorId(formatName({ kind: 'patient', twinId })));
}

type Word = { readonly value: bigint; readonly proof: readonly Uint8Array[] };

async function disclose(home: PatientHome, lane: LaneHead, options: ExportOptions): Promise<DisclosedLane> {
  if (lane.count === 0) return { instances: [], parts: [], findings: [], erased: 0 };
  const { reader, params } = home.world;
  const author = bytesToHex(lane.authorId);
  const custodian = await home.custodian();
  const own = patientAuthorId(lane.twinId);
  const keepers = author === own || author === custodian ? [custodian] : [author, custodian];
  const source: RecordSource = home
    .peers()
    .laneSource(keepers, { twinId: home.twinId, authorId: author.slice(2) }, undefined);
  const found = await reader.hospital(custodian);
  return discloseLane({
    params,
    domain: reader.domain,
    lane,
    source,
    keys: await keysOf(home),
    scopeSalts: home.app.slip().scopeSalts,
    ...(found === undefined
      ? {}
      : { custodian: { name: `hospital:${found.id}`, epoch: String(found.epoch) } }),
    modules: new Set(options.modules ?? MODULES),
  });
}

function placed(
  { receipt, anchor }: CollectedReceipt,
  batches: readonly { readonly server: Hex; readonly number: number }[],
): ExportFile['receipts'][number] {
  const batch =
    anchor === undefined
      ? -1
      : batches.findIndex(({ server, number }) => server === anchor.server && number === anchor.number);
  if (anchor === undefined || batch < 0) return { receipt };
  return {
    receipt,
    anchor: { batch, index: anchor.index, path: anchor.path.map((hash) => hexToBytes(hash)) },
  };
}

function sentenceOf(author: string, { code, seq, module }: Finding): string {
  const place = [seq === undefined ? '' : ` instance ${seq}`, module === undefined ? '' : ` ${module}`].join(
    '',
  );
  return `lane of ${author}:${place} ${code}`;
}
