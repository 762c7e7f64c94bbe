/**
 * Opening a patient's twin: every lane that the chain knows, verified and opened with the reader's own key, and merged into the reader's master. What carries a
 * finding is reported and never merged in.
 *
 * The chain's view comes from the reader's own connection, the sealed objects from whoever keeps a lane; a keeper's word is not believed.
 */

import type { ConsortiumReader } from '@twinseal/chain';
import type { IdentityKey, PublicParameters } from '@twinseal/mibsc';
import {
  type Depth,
  type Finding,
  fromHex,
  hospitalIdentity,
  type OpenedLane,
  openLane,
  type RecordSource,
} from '@twinseal/record';
import { foldLane, type Master, mergeLanes } from '@twinseal/twin';
import type { Hex } from 'viem';
import { emergencyIssues } from '../emergency/emergency-issues.js';

/** One lane as the reader found it. */
export interface ReadLane extends OpenedLane {
  readonly authorId: string;
  /** `hospital:…` or `patient:…`. */
  readonly authorName: string;
}

/** A twin as one reader has it. */
export interface OpenedTwin {
  readonly twinId: string;
  readonly lanes: readonly ReadLane[];
  readonly master: Master;
  /** Every finding of every lane. */
  readonly findings: readonly (Finding & { readonly authorName: string })[];
}

export interface OpenTwinInput {
  readonly params: PublicParameters;
  /** The reader's own view of the chain. */
  readonly chain: ConsortiumReader;
  /** Its key, or those of several identity epochs. */
  readonly reader: IdentityKey | readonly IdentityKey[];
  /** 32 bytes, hexadecimal. */
  readonly twinId: string;
  /** By module: the scope's salt, hexadecimal. */
  readonly scopeSalts: Readonly<Record<string, string>>;
  /** Who serves a lane; undefined where nobody is known to. */
  readonly sourceOf: (authorId: string) => RecordSource | undefined;
  readonly depth: Depth;
  /** Which lanes to open, by author id; all by default. */
  readonly lanes?: (authorId: string) => boolean;
  /** First access version that was granted, when the grant is from now on. */
  readonly capsuleFrom?: number;
  /** Whose lanes there are, where the caller has asked the chain before. */
  readonly authors?: readonly Hex[];
}

/** A server that holds nothing: what a reader has where it knows of no keeper. */
const NOTHING: RecordSource = {
  head: async () => undefined,
  manifest: async () => undefined,
  locator: async () => undefined,
  object: async () => undefined,
  capsules: async () => [],
};

/**
 * Opens a twin.
 *
 * @throws ChainError where the reader's own node does not answer
 */
export async function openTwin(input: OpenTwinInput): Promise<OpenedTwin> {
  const { chain, params, reader, depth } = input;
  const twinId: Hex = `0x${input.twinId}`;
  const twin = await chain.twin(twinId);
  const custodian = twin === undefined ? undefined : await chain.hospital(twin.custodian);
  const emergencies = await emergencyIssues(chain, twinId);
  const modules = Object.entries(input.scopeSalts).map(([module, salt]) => ({
    module,
    scopeSalt: fromHex(salt, 32),
  }));
  const lanes: ReadLane[] = [];
  for (const author of input.authors ?? (await chain.laneAuthors(twinId))) {
    if (input.lanes !== undefined && !input.lanes(author.slice(2))) continue;
    const lane = await chain.laneHead(twinId, author);
    const opened = await openLane({
      params,
      domain: chain.domain,
      lane,
      source: input.sourceOf(author.slice(2)) ?? NOTHING,
      reader,
      modules,
      depth,
      emergencies,
      ...(input.capsuleFrom === undefined ? {} : { capsuleFrom: input.capsuleFrom }),
      ...(custodian === undefined ? {} : { custodian: hospitalIdentity(custodian.id, custodian.epoch) }),
    });
    lanes.push({ ...opened, authorId: author.slice(2), authorName: lane.authorName });
  }
  const master = mergeLanes(
    lanes.map(({ authorName, verified }) =>
      foldLane(verified.map((part) => ({ ...part, author: authorName }))),
    ),
  );
  const findings = lanes.flatMap(({ authorName, findings: found }) =>
    found.map((finding) => ({ ...finding, authorName })),
  );
  return { twinId: input.twinId, lanes, master, findings };
}
