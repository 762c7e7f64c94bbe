/** The patient opens the own record with the own keys: every lane of the twin, from whoever keeps it, verified against the chain, and merged. Nobody else sees what is opened. */

import { type OpenedTwin, openTwin } from '@twinseal/gateway';
import type { Depth, RecordSource } from '@twinseal/record';
import { type Master, mergeLanes } from '@twinseal/twin';
import type { Hex } from 'viem';
import type { PatientHome } from '../consortium/patient-home.js';
import { keysOf } from './key-files.js';

/** Opens the own record. @param options `keys`: how many epochs' keys are used, the newest first; all where left out @throws ChainError */
export async function openRecord(
  home: PatientHome,
  options: { readonly depth?: Depth; readonly keys?: number } = {},
): Promise<OpenedTwin> {
  const { reader: chain, params } = home.world;
  const sources = new Map<string, RecordSource>();
  const custodian = await home.custodian();
  const twin = await chain.twin(`0x${home.twinId}`);
  const peers = home.peers();
  for (const author of await chain.laneAuthors(`0x${home.twinId}`)) {
    const lane = { twinId: home.twinId, authorId: author.slice(2) };
    sources.set(
      lane.authorId,
      peers.laneSource(keepersOf(author, custodian, twin?.patientAuthorId), lane, undefined),
    );
  }
  return openTwin({
    params,
    chain,
    reader: (await keysOf(home)).slice(0, options.keys),
    twinId: home.twinId,
    scopeSalts: home.app.slip().scopeSalts,
    sourceOf: (author) => sources.get(author),
    depth: options.depth ?? 'self-verified',
  });
}

/** The master of several twins of one person, each opened with its own keys. */
export function mergeRecords(records: readonly OpenedTwin[]): Master {
  return mergeLanes(records.map(({ master }) => master));
}

function keepersOf(author: Hex, custodian: Hex, patient: Hex | undefined): Hex[] {
  return author === patient || author === custodian ? [custodian] : [author, custodian];
}
