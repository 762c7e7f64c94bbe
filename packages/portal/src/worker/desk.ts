/** What the worker does in a session: everything that needs the identity key or the chain's word. */

import {
  decodeIdentityKey,
  decodeParameters,
  type IdentityKey,
  loadBackend,
  type PublicParameters,
  validateParameters,
} from '@twinseal/mibsc';
import {
  authorId,
  formatName,
  hospitalAuthorId,
  hospitalIdentity,
  laneId,
  moduleScope,
  type OpenedLane,
  openLane,
} from '@twinseal/record';
import { foldLane, type Master, mergeLanes, timeline } from '@twinseal/twin';
import { GatewayApi, GatewayRefusal, ONE_OF_SEVERAL_MS } from '../api/gateway-api.js';
import { hospitalTitle } from '../app/words.js';
import { agreeOnHead, type HeadAgreement } from '../chain/agree-on-head.js';
import { type ConsortiumInfo, isSameConsortium } from '../chain/consortium.js';
import { provedPrecautions } from '../chain/precautions.js';
import { ProvedState } from '../chain/prove-words.js';
import { gatewayProofs, gatewayWitness, nodeWitness } from '../chain/witnesses.js';
import { bytesOf, equal, hex0x, hexOf } from '../internal/bytes.js';
import { anchoredLane } from './anchored-lane.js';
import { checkReceipts } from './check-receipts.js';
import { FINDING_WORDS } from './finding-words.js';
import { type ServedHead, ServedLane } from './lane-objects.js';
import { missingCapsules, type OwnLaneReader } from './own-lane.js';
import type {
  AccessesReport,
  AccessReport,
  DirectoryReport,
  GrantsReport,
  GrantToServe,
  HandedOn,
  HeadReport,
  LaneReport,
  OpenSession,
  PrecautionsReport,
  ReceiptServer,
  RecordLine,
  RecordReport,
  ServerReport,
} from './protocol.js';
import { readReceipts } from './read-receipts.js';

/** How many gateways have to agree on the chain and on what the consortium is. */
const GATEWAYS_NEEDED = 2;
/** How often is begun anew where the chain moved on while its word was asked for. */
const TRIES = 3;
/** Capsules that a gateway takes in one request. */
const CAPSULES_AT_ONCE = 64;

type Progress = (words: string) => void;

/** Something that the patient should read, as it is. */
export class DeskError extends Error {
  override readonly name = 'DeskError';
}

export class Desk {
  readonly #session: Omit<OpenSession, 'identityKey'>;
  readonly #api: GatewayApi;
  /** Gateways that tell of the same consortium and the same parameters. */
  readonly #peers: readonly { readonly name: string; readonly api: GatewayApi }[];
  readonly #params: PublicParameters;
  readonly #key: IdentityKey;
  #ownNode: string | undefined;

  private constructor(
    session: Omit<OpenSession, 'identityKey'>,
    params: PublicParameters,
    key: IdentityKey,
    peers: readonly { readonly name: string; readonly api: GatewayApi }[],
  ) {
    this.#session = session;
    this.#api = new GatewayApi(session.origin, session.token);
    this.#params = params;
    this.#key = key;
    this.#peers = peers;
    this.#ownNode = session.ownNode;
  }

  /**
   * Loads the scheme and the key.
   *
   * @throws DeskError where fewer than two gateways agree on consortium and parameters, and no node of the reader's own was named
   */
  static async open({ identityKey, ...session }: OpenSession): Promise<Desk> {
    const own = await new GatewayApi(session.origin).octets('/parameters');
    if (own === undefined) throw new DeskError('The gateway does not hand out the consortium’s parameters.');
    const peers = await agreeing(session, own.bytes);
    if (peers.length < GATEWAYS_NEEDED && session.ownNode === undefined) {
      throw new DeskError(
        'No other hospital’s gateway confirms what this one says of the consortium. Nothing was opened. Try again when another gateway answers.',
      );
    }
    const params = validateParameters(decodeParameters(await loadBackend(), own.bytes));
    const key = decodeIdentityKey(params, identityKey);
    identityKey.fill(0);
    return new Desk(session, params, key, peers);
  }

  useOwnNode(url: string | undefined): void {
    this.#ownNode = url;
  }

  async head(): Promise<HeadReport> {
    return reportOf(await this.#agree());
  }

  async grants(): Promise<GrantsReport> {
    return this.#atHead(async (state, head) => {
      const { version, nonce, liveGrants } = await state.access(this.#twinId);
      return { head, version, nonce: nonce.toString(), live: liveGrants.map(hex0x) };
    });
  }

  async record(progress: Progress): Promise<RecordReport> {
    const { consortium } = this.#session;
    const lanes: { report: LaneReport; opened: OpenedLane | undefined }[] = [];
    const empty: string[] = [];
    const served = await this.#servedLanes();
    const authors = [
      ...consortium.hospitals.map(({ id }) => formatName({ kind: 'hospital' as const, hospital: id })),
      formatName({ kind: 'patient', twinId: this.#twinId }),
    ];
    const head = await this.#atHead(async (state, report) => {
      lanes.length = 0;
      empty.length = 0;
      for (const author of authors) {
        progress(`Checking what ${author.replace(/^hospital:/, '').replace(/^patient:.*/, 'you')} wrote …`);
        const lane = await this.#lane(state, author, served);
        if (lane === undefined) empty.push(author);
        else lanes.push(lane);
      }
      return report;
    });
    progress('Putting it in order …');
    const master = mergeLanes(
      lanes.flatMap(({ report, opened }) =>
        opened === undefined
          ? []
          : [foldLane(opened.verified.map((part) => ({ ...part, author: report.author })))],
      ),
    );
    const lines = timeline(master)
      .map(
        (line): RecordLine => ({
          time: line.time,
          title: line.title,
          detail: line.detail,
          modules: line.modules,
          count: line.count,
          authors: [...new Set(line.provenance.map(({ author }) => author))],
          isContradicted: line.isContradicted,
        }),
      )
      .reverse();
    const counts = new Map<string, number>();
    for (const { modules } of lines)
      for (const module of modules) counts.set(module, (counts.get(module) ?? 0) + 1);
    const name = nameIn(master);
    return {
      head,
      lanes: lanes.map(({ report }) => report),
      empty,
      lines,
      modules: [...counts].map(([module, count]) => ({ module, lines: count })),
      ...(name === undefined ? {} : { name }),
    };
  }

  async precautions(): Promise<PrecautionsReport> {
    return this.#atHead(async (state, head) => ({ head, ...(await provedPrecautions(state, this.#twinId)) }));
  }

  /** The hospitals as the directory on the chain has them, proved; none can be left out or sent elsewhere. */
  async directory(): Promise<DirectoryReport> {
    const { hospitals } = this.#session.consortium;
    return this.#atHead(async (state, head) => {
      const count = await state.hospitalCount();
      const proved = await Promise.all(
        hospitals.map(async ({ id }) => ({ id, ...(await state.hospital(hospitalAuthorId(id))) })),
      );
      const known = proved.filter(({ status }) => status !== 'none');
      if (known.length !== count || new Set(known.map(({ id }) => id)).size !== count)
        throw new DeskError(
          `The chain knows ${count} hospitals, and this gateway tells of ${known.length}. Do not rely on its lists. If a hospital has just joined, reload the page.`,
        );
      return { head, hospitals: known };
    });
  }

  /** What each hospital shows of its receipts, checked; whoever does not answer is named. */
  async accesses(servers: readonly ReceiptServer[]): Promise<AccessesReport> {
    const { slip, consortium } = this.#session;
    const scopes = new Map(
      Object.entries(slip.scopeSalts).map(([module, salt]) => [
        hexOf(moduleScope(this.#twinId, bytesOf(salt), module)),
        module,
      ]),
    );
    const answers = await Promise.all(
      servers.map(async ({ id, epoch, origin, token }) => {
        const asked = readReceipts(new GatewayApi(origin, token, ONE_OF_SEVERAL_MS), slip.twinId);
        return asked.then(
          (served) => ({ id, epoch, served }),
          (error: unknown) => ({ id, epoch, failure: failureOf(error) }),
        );
      }),
    );
    return this.#atHead(async (state, head) => {
      const accesses: AccessReport[] = [];
      const findings: string[] = [];
      const reports: ServerReport[] = [];
      for (const answer of answers) {
        const { id, epoch } = answer;
        if ('failure' in answer) {
          reports.push({ id, state: answer.failure, receipts: 0 });
          if (answer.failure === 'faulty')
            findings.push(`What ${hospitalTitle(id)} answered is no list of receipts.`);
          continue;
        }
        const checked = await checkReceipts({
          params: this.#params,
          domain: domainOf(consortium),
          state,
          twinId: this.#twinId,
          hospital: { id, epoch },
          moduleOf: (scope) => scopes.get(hexOf(scope)),
          served: answer.served,
        });
        accesses.push(...checked.accesses);
        findings.push(...checked.findings);
        const isGood =
          checked.findings.length === 0 && checked.accesses.every((each) => each.anchoring !== 'unproved');
        reports.push({
          id,
          state: isGood ? 'checked' : 'faulty',
          receipts: answer.served.receipts.length,
        });
      }
      accesses.sort((a, b) => b.time - a.time || b.index - a.index);
      return { head, accesses, servers: reports, findings };
    });
  }

  /**
   * Seals the own lane's secrets for those who may read all of its history and lack them, and hands them to the custodian. A reader "from now on" gets what is sealed from then on, when it is sealed.
   *
   * @param grants to read, with terms that hash to their ids
   */
  async handOnOwnLane(
    grants: readonly GrantToServe[],
    keeper: { readonly origin: string; readonly token: string },
  ): Promise<HandedOn> {
    const { slip, consortium } = this.#session;
    const own = authorId(this.#key.identity.name);
    const path = `/twins/${slip.twinId}/lanes/${hexOf(own)}`;
    const due = await this.#atHead(async (state, head) => {
      const { count } = await state.laneHead(laneId(this.#twinId, own));
      if (count === 0) return undefined;
      const { version, liveGrants } = await state.access(this.#twinId);
      const live = liveGrants.map(hex0x);
      const readers: OwnLaneReader[] = [];
      for (const { grantId, terms } of grants) {
        const inTime = Number(terms.notBefore) <= head.blockTime && head.blockTime < Number(terms.expiry);
        if (!live.includes(grantId as `0x${string}`) || !inTime || !terms.fullHistory) continue;
        // What an emergency opens, its issuers judge: it was not the patient who gave it.
        const { isLive, isEmergency } = await state.grant(bytesOf(grantId));
        const entry = consortium.hospitals.find(({ authorId: each }) => each === terms.hospital);
        if (!isLive || isEmergency || entry === undefined) continue;
        const id = hospitalAuthorId(entry.id);
        const { status, epoch } = await state.hospital(id);
        if (status !== 'active' || hex0x(id) !== terms.hospital) continue;
        readers.push({ identity: hospitalIdentity(entry.id, epoch), scopes: terms.scopes });
      }
      return { version, readers };
    });
    if (due === undefined || due.readers.length === 0) return { capsules: 0 };
    const api = new GatewayApi(keeper.origin, keeper.token);
    const source = new ServedLane(api, path, this.#twinId, own, undefined);
    const fresh = await missingCapsules({
      params: this.#params,
      domain: domainOf(consortium),
      key: this.#key,
      twinId: this.#twinId,
      modules: this.#modules,
      capsules: await source.capsules(laneId(this.#twinId, own)),
      readers: due.readers,
      version: due.version,
      nowS: Math.floor(Date.now() / 1000),
    });
    for (let at = 0; at < fresh.length; at += CAPSULES_AT_ONCE)
      await api.post(`${path}/capsules`, { capsules: fresh.slice(at, at + CAPSULES_AT_ONCE).map(hex0x) });
    return { capsules: fresh.length };
  }

  /** The modules of the twin, with the salts of their scopes. */
  get #modules(): readonly { readonly module: string; readonly scopeSalt: Uint8Array }[] {
    return Object.entries(this.#session.slip.scopeSalts).map(([module, salt]) => ({
      module,
      scopeSalt: bytesOf(salt),
    }));
  }

  get #twinId(): Uint8Array {
    return bytesOf(this.#session.slip.twinId);
  }

  /** Runs with the state of one agreed block; a block that its servers forgot meanwhile is replaced by a newer one. */
  async #atHead<T>(run: (state: ProvedState, head: HeadReport) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      const agreement = await this.#agree();
      const state = new ProvedState(
        agreement.block,
        this.#session.consortium.contracts,
        gatewayProofs(this.#api),
      );
      try {
        return await run(state, reportOf(agreement));
      } catch (error) {
        const { status } = error as { status?: number };
        if (tries === TRIES || status === undefined || status === 401) throw error;
      }
    }
  }

  #agree(): Promise<HeadAgreement> {
    if (this.#ownNode !== undefined) return agreeOnHead([nodeWitness(this.#ownNode)], 1);
    return agreeOnHead(
      this.#peers.map(({ name, api }) => gatewayWitness(name, api)),
      GATEWAYS_NEEDED,
    );
  }

  /** The lanes that the serving gateway keeps, with its claim of their heads. */
  async #servedLanes(): Promise<ReadonlyMap<string, ServedHead>> {
    const { lanes } = await this.#api.get<{ lanes: readonly (ServedHead & { authorId: string })[] }>(
      `/twins/${this.#session.slip.twinId}/lanes`,
    );
    return new Map(lanes.map((lane) => [lane.authorId.replace(/^0x/, ''), lane]));
  }

  async #lane(
    state: ProvedState,
    author: string,
    served: ReadonlyMap<string, ServedHead>,
  ): Promise<{ report: LaneReport; opened: OpenedLane | undefined } | undefined> {
    const { slip, consortium, custodian } = this.#session;
    const id = authorId(author);
    const lane = await anchoredLane(this.#api, state, {
      twinId: this.#twinId,
      authorId: id,
      authorName: author,
    });
    if (lane === undefined) return undefined;
    const claim = served.get(hexOf(id));
    if (claim === undefined || claim.held === 0) {
      const noted = (lane.noted ?? []).map(({ code }) => ({ code, words: FINDING_WORDS[code], count: 1 }));
      const report: LaneReport = {
        author,
        instances: lane.count,
        opened: 0,
        erased: 0,
        entries: [],
        state: noted.length === 0 ? 'not-here' : 'faulty',
        findings: noted,
      };
      return { report, opened: undefined };
    }
    const keeper = consortium.hospitals.find(({ authorId: each }) => each === custodian);
    const opened = await openLane({
      params: this.#params,
      domain: domainOf(consortium),
      lane,
      source: new ServedLane(this.#api, `/twins/${slip.twinId}/lanes/${hexOf(id)}`, this.#twinId, id, {
        count: claim.count,
        mk: bytesOf(claim.mk),
      }),
      reader: this.#key,
      modules: this.#modules,
      // Who serves the chain's events is not believed: every author's proof is checked here again.
      depth: 'self-verified',
      ...(keeper === undefined ? {} : { custodian: hospitalIdentity(keeper.id, keeper.epoch) }),
    });
    const counts = new Map<string, number>();
    for (const { code } of opened.findings) {
      // A gateway that is some blocks ahead of the agreed one claims more; that is no finding of the patient's.
      if (code === 'head-mismatch' && claim.count > lane.count) continue;
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    const findings = [...counts].map(([code, count]) => ({
      code,
      words: FINDING_WORDS[code as keyof typeof FINDING_WORDS],
      count,
    }));
    const report: LaneReport = {
      author,
      instances: lane.count,
      opened: opened.verified.length,
      erased: lane.instances.filter(({ tombstone }) => tombstone !== undefined).length,
      entries: lane.instances.map(({ seq, blockTime, tombstone }) => ({
        seq,
        time: blockTime,
        modules: opened.verified.filter((part) => part.seq === seq).map(({ module }) => module),
        isErased: tombstone !== undefined,
      })),
      state: findings.length === 0 ? 'verified' : 'faulty',
      findings,
    };
    return { report, opened };
  }
}

/** The gateways that tell of the same consortium, with the same parameters; the serving one alone where there are none. */
async function agreeing(
  session: Omit<OpenSession, 'identityKey'>,
  parameters: Uint8Array,
): Promise<{ name: string; api: GatewayApi }[]> {
  const { consortium, origin } = session;
  const self = { name: 'this gateway', api: new GatewayApi(origin) };
  const others = consortium.hospitals.filter(({ status }) => status === 'active');
  const found = await Promise.all(
    others.map(async ({ id, endpoint }) => {
      try {
        const api = new GatewayApi(new URL(endpoint).origin, undefined, ONE_OF_SEVERAL_MS);
        const [told, bytes] = await Promise.all([
          api.get<ConsortiumInfo>('/consortium'),
          api.octets('/parameters'),
        ]);
        const agrees =
          isSameConsortium(told, consortium) && bytes !== undefined && equal(bytes.bytes, parameters);
        return agrees ? [{ name: id, api }] : [];
      } catch {
        return [];
      }
    }),
  );
  const all = found.flat();
  // The serving gateway stands in the directory as well, under its public address.
  return all.length > 0 ? all : [self];
}

/** Why a hospital's receipts are not there. */
function failureOf(error: unknown): Exclude<ServerReport['state'], 'checked'> {
  if (!(error instanceof GatewayRefusal)) return 'faulty';
  if (error.status === 401) return 'signed-out';
  return error.status === 0 || error.status >= 500 ? 'no-answer' : 'refused';
}

function domainOf({ chainId, contracts }: ConsortiumInfo) {
  return { chainId: BigInt(chainId), contract: contracts.twins };
}

function reportOf({ block, agreeing: names, others }: HeadAgreement): HeadReport {
  return {
    blockNumber: Number(block.number),
    blockHash: hexOf(block.blockHash),
    blockTime: Number(block.timestamp),
    agreeing: names,
    others,
  };
}

/** The patient's name as the module `identity` has it. */
function nameIn(master: Master): string | undefined {
  const patient = master.entries.find(({ resource }) => resource.resourceType === 'Patient')?.resource;
  const [name] = (patient?.name ?? []) as { text?: string; given?: string[]; family?: string }[];
  const text = name?.text ?? [...(name?.given ?? []), name?.family ?? ''].join(' ').trim();
  return text === '' || text === undefined ? undefined : text;
}
