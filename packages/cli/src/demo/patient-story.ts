/**
 * One patient's path through the house: registered at A, written by every hospital that treated the patient and by the patient's own devices, one module granted to B,
 * who opens it, and nothing granted to C, who cannot.
 */

import type { Decision } from '@twinseal/chain';
import { OPERATION } from '@twinseal/contracts';
import {
  type AccessSlip,
  addToLane,
  anchorPending,
  deliverCapsules,
  handleOf,
  LaneAuthor,
  LaneSource,
  type OpenedTwin,
  openTwin,
  releaseLane,
  requestAccess,
} from '@twinseal/gateway';
import type { Collected } from '@twinseal/health';
import { MibscError, openCapsule } from '@twinseal/mibsc';
import {
  decodeCapsule,
  encodeCapsuleContext,
  fromHex,
  hospitalAuthorId,
  laneId,
  openLane,
  type RecordSource,
  type Statement,
  toHex,
} from '@twinseal/record';
import { cutStream, MODULES, type ModuleName, sortIntoModules } from '@twinseal/twin';
import { bytesToHex, type Hex } from 'viem';
import type { Progress } from '../progress.js';
import { type Lie, liesAboutLane, liesAboutPart } from './dishonest-source.js';
import type { PatientInput } from './input.js';
import type { Roles } from './roles.js';
import type { HospitalParty, PatientParty, World } from './world.js';

/** How many days of a stream make one instance. */
const STREAM_INTERVAL_DAYS = 7;
/** What a hospital treats for: HL7 v3 PurposeOfUse `TREAT`. */
const PURPOSE = 'TREAT';
const DAY_S = 86_400;

/** What came of one patient's story, to be added up. */
export interface StoryResult {
  readonly twinId: string;
  readonly lanes: number;
  readonly instances: number;
  readonly parts: number;
  readonly bytesSealed: number;
  readonly anchorGas: readonly number[];
  readonly registerGas: number;
  readonly grantGas: number;
  readonly requestGas: readonly number[];
  readonly granted: Decision;
  readonly refused: Decision;
  /** What the patient handed to the granted hospital, and the lanes that were released to it. */
  readonly slip: AccessSlip;
  readonly sources: ReadonlyMap<string, RecordSource>;
  /** Hospital id of each lane's keeper, by author. */
  readonly keepers: ReadonlyMap<string, string>;
  /** The granted hospital's own view. */
  readonly opened: OpenedTwin;
  readonly partsOpened: number;
  readonly instancesVerified: number;
  readonly tampered: { tried: number; rejected: number; escaped: string[] };
}

/** One author's statements, in the batches that become instances. */
interface Contribution {
  readonly party: HospitalParty | PatientParty;
  readonly keeper: HospitalParty;
  readonly author: LaneAuthor;
  readonly batches: readonly ReadonlyMap<string, readonly Statement[]>[];
}

export async function tellPatientStory(
  world: World,
  input: PatientInput,
  roles: Roles,
  module: ModuleName,
  progress: Progress,
): Promise<StoryResult> {
  const hospital = (id: string) => world.hospitals.find((each) => each.id === id) as HospitalParty;
  const [custodian, reader, stranger] = [roles.custodian, roles.granted, roles.refused].map(hospital) as [
    HospitalParty,
    HospitalParty,
    HospitalParty,
  ];
  const byHospital = groupByHospital(input, roles);

  const { patient, registerGas } = await progress.stage(
    'register',
    'The patient registers at A and allows the hospitals to contribute',
    async () => {
      const value = await register(world, custodian, [...byHospital.keys()].map(hospital));
      return {
        value,
        done: `Registered a twin; ${byHospital.size} hospitals may contribute (${value.registerGas} gas)`,
      };
    },
  );
  const twinId = patient.app.twinId;

  const contributions = await progress.stage('sort', 'Sorting into modules', async () => {
    const value = await sortAll(world, patient, custodian, byHospital, input, hospital);
    const batches = value.reduce((sum, each) => sum + each.batches.length, 0);
    return { value, done: `Sorted into modules: ${value.length} lanes, ${batches} updates` };
  });

  const sealed = await progress.stage('seal', 'Sealing and storing', async () => {
    let parts = 0;
    let bytesSealed = 0;
    for (const { keeper, author, batches, party } of contributions) {
      for (const batch of batches) {
        const added = await addToLane(keeper, author, party.lookupKey, batch);
        parts += added.parts;
        bytesSealed += added.sealedBytes;
      }
    }
    return { value: { parts, bytesSealed }, done: `Sealed ${parts} parts, ${mebibytes(bytesSealed)} MiB` };
  });

  const anchorGas = await progress.stage('anchor', 'Anchoring on the chain', async () => {
    const value: number[] = [];
    for (const { keeper, author } of contributions) {
      const anchored = await anchorPending(keeper, { twinId, authorId: toHex(author.authorId) });
      value.push(...anchored.map(({ gas }) => gas));
    }
    return { value, done: `Anchored ${value.length} instances; the contract checked every author proof` };
  });

  const keeperOf = (author: string): HospitalParty | undefined =>
    contributions.find((each) => toHex(each.author.authorId) === author)?.keeper;

  const { slip, grantGas } = await progress.stage('grant', `The patient grants ${module} to B`, async () => {
    const consent = await patient.app.signGrant(
      world.reader,
      {
        hospital: authorIdOf(reader),
        modules: [module],
        purposes: [PURPOSE],
        operations: OPERATION.read,
        notBeforeS: world.nowS() - 60,
        expiryS: world.nowS() + 30 * DAY_S,
        fullHistory: true,
      },
      world.nowS(),
    );
    // Relayed by B: the patient needs no ether.
    const confirmed = await reader.writer.grant(consent.terms, consent.signer, consent.signature);
    let capsules = 0;
    for (const { author, keeper } of contributions) capsules += await deliverCapsules(author, keeper);
    return {
      value: { slip: patient.app.slip([module], consent.terms), grantGas: confirmed.gas },
      done: `B was granted ${module} for 30 days; ${capsules} capsules delivered (${confirmed.gas} gas)`,
    };
  });

  const granted = await progress.stage('request', 'B asks the chain', async () => {
    const value = await requestAccess(reader, slip, [module], PURPOSE);
    return {
      value,
      done: `B asked and was ${value.decision.permit ? 'granted' : 'refused'} (${value.gas} gas)`,
    };
  });

  const sourceFor = async (asker: HospitalParty, requestId: Hex): Promise<Map<string, RecordSource>> => {
    const sources = new Map<string, RecordSource>();
    for (const { author } of contributions) {
      const id = toHex(author.authorId);
      const keeper = keeperOf(id) as HospitalParty;
      if (keeper === asker) {
        sources.set(id, new LaneSource(keeper, { twinId, authorId: id }));
        continue;
      }
      const answer = await releaseLane(keeper, {
        requestId,
        requester: authorIdOf(asker),
        twinId,
        authorId: id,
        purpose: PURPOSE,
      });
      if (answer.permit) sources.set(id, answer.source);
    }
    return sources;
  };

  const { opened, sources } = await progress.stage('open', 'B opens and verifies', async () => {
    const released = await sourceFor(reader, granted.decision.requestId);
    const value = await openTwin({
      params: world.params,
      chain: world.reader,
      reader: reader.key,
      twinId,
      scopeSalts: slip.scopeSalts,
      sourceOf: (author) => released.get(author),
      depth: 'self-verified',
    });
    const parts = value.lanes.reduce((sum, lane) => sum + lane.verified.length, 0);
    return {
      value: { opened: value, sources: released },
      done: `B opened ${parts} parts of ${value.lanes.length} lanes: ${value.master.entries.length} entries, ${value.findings.length} findings`,
    };
  });

  const tampered = { tried: 0, rejected: 0, escaped: [] as string[] };
  const attempt = (name: string, wasRejected: boolean) => {
    tampered.tried++;
    if (wasRejected) tampered.rejected++;
    else tampered.escaped.push(name);
  };

  const refused = await progress.stage('refuse', 'C asks without a grant', async () => {
    const full = patient.app.slip();
    const value = await requestAccess(stranger, full, [module], PURPOSE);
    const released = await sourceFor(stranger, value.decision.requestId);
    attempt(
      'a release to C',
      value.decision.permit === false && [...released.keys()].every((id) => keeperOf(id) === stranger),
    );
    // Handed every sealed object, every salt and every capsule all the same, C still has no key that opens them.
    const tries = await tryWithoutGrant(world, stranger, full, contributions, twinId);
    for (const [name, failed] of tries) attempt(name, failed);
    return {
      value,
      done: `C asked and was refused; handed every sealed byte, C opened nothing in ${tries.length} tries`,
    };
  });

  await progress.stage('tamper', 'Dishonest servers try B', async () => {
    const lies = await tryLies(world, reader, slip, module, opened, sources);
    for (const [name, found] of lies) attempt(name, found);
    return {
      value: undefined,
      done: `${lies.length} lies of dishonest servers, ${lies.filter(([, found]) => found).length} found out`,
    };
  });

  return {
    twinId,
    lanes: contributions.length,
    instances: contributions.reduce((sum, { batches }) => sum + batches.length, 0),
    ...sealed,
    anchorGas,
    registerGas,
    grantGas,
    requestGas: [granted.gas, refused.gas],
    granted: granted.decision,
    refused: refused.decision,
    slip,
    sources,
    keepers: new Map(contributions.map(({ author, keeper }) => [toHex(author.authorId), keeper.id])),
    opened,
    partsOpened: opened.lanes.reduce((sum, lane) => sum + lane.verified.length, 0),
    instancesVerified: opened.lanes.reduce(
      (sum, lane) => sum + (lane.findings.length === 0 ? lane.instances : 0),
      0,
    ),
    tampered,
  };
}

/**
 * B opens once more after every gateway was restarted, from what lies on disk alone.
 *
 * @returns whether it sees what it saw
 */
export async function opensAgain(world: World, story: StoryResult, roles: Roles): Promise<boolean> {
  const reader = world.hospitals.find(({ id }) => id === roles.granted) as HospitalParty;
  const keepers = new Map(
    [...story.keepers].map(([author, id]) => [author, world.hospitals.find((each) => each.id === id)]),
  );
  const opened = await openTwin({
    params: world.params,
    chain: world.reader,
    reader: reader.key,
    twinId: story.twinId,
    scopeSalts: story.slip.scopeSalts,
    sourceOf: (authorId) => {
      const keeper = keepers.get(authorId);
      return keeper === undefined ? undefined : new LaneSource(keeper, { twinId: story.twinId, authorId });
    },
    depth: 'chain-checked',
  });
  const idsOf = (twin: OpenedTwin) => twin.master.entries.map(({ id }) => id).join();
  return opened.findings.length === 0 && idsOf(opened) === idsOf(story.opened);
}

/** Everything of a bundle by the hospital that it belongs to. */
function groupByHospital(input: PatientInput, roles: Roles): Map<string, Collected[]> {
  const groups = new Map<string, Collected[]>();
  for (const item of input.bundle.resources) {
    const id =
      (item.organization === undefined ? undefined : roles.idOf.get(item.organization)) ?? roles.custodian;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [item]);
    else group.push(item);
  }
  return groups;
}

async function register(
  world: World,
  custodian: HospitalParty,
  contributors: readonly HospitalParty[],
): Promise<{ patient: PatientParty; registerGas: number }> {
  const welcomed = await world.welcomePatient();
  const nowS = world.nowS();
  const wishes = contributors.map((hospital) => ({
    hospital: authorIdOf(hospital),
    modules: [...MODULES],
    purposes: [PURPOSE],
    operations: OPERATION.contribute,
    notBeforeS: nowS - 60,
    expiryS: nowS + 365 * DAY_S,
    fullHistory: true,
  }));
  const { terms, grants, signature } = await welcomed.app.signRegistration(
    world.reader,
    authorIdOf(custodian),
    wishes,
    nowS,
  );
  const confirmed = await custodian.writer.register(terms, grants, signature);
  return { patient: await world.equipPatient(welcomed), registerGas: confirmed.gas };
}

async function sortAll(
  world: World,
  patient: PatientParty,
  custodian: HospitalParty,
  byHospital: ReadonlyMap<string, readonly Collected[]>,
  input: PatientInput,
  hospital: (id: string) => HospitalParty,
): Promise<Contribution[]> {
  const recordedTime = new Date(world.nowS() * 1000).toISOString().replace('.000Z', 'Z');
  const contributions: Contribution[] = [];
  for (const [id, collected] of byHospital) {
    const party = hospital(id);
    const author = await openAuthor(world, party, patient);
    const { modules } = sortIntoModules(collected, {
      handle: handleOf(party.lookupKey, patient.app.twinId),
      recordedTime,
      // One bundle speaks for all of them here: what is restricted in one hospital's share restricts what refers to it in another's.
      context: input.bundle.resources,
    });
    contributions.push({ party, keeper: party, author, batches: [nonEmpty(Object.entries(modules))] });
  }
  if (input.stream !== undefined) {
    const author = await openAuthor(world, patient, patient);
    const handle = handleOf(patient.lookupKey, patient.app.twinId);
    const { modules } = sortIntoModules(input.stream.resources, { handle, recordedTime });
    contributions.push({ party: patient, keeper: custodian, author, batches: weekly(modules) });
  }
  return contributions;
}

/** An author with the scope salts that the patient's introduction carries. */
async function openAuthor(
  world: World,
  party: HospitalParty | PatientParty,
  patient: PatientParty,
): Promise<LaneAuthor> {
  const author = new LaneAuthor({
    params: world.params,
    domain: world.reader.domain,
    key: party.key,
    twinId: fromHex(patient.app.twinId, 32),
    vault: party.vault,
  });
  const { scopeSalts } = patient.app.slip();
  await author.keepScopeSalts(
    new Map(Object.entries(scopeSalts).map(([module, salt]) => [module, fromHex(salt, 32)])),
  );
  return author;
}

/** Cuts a stream's modules into updates of a week each, oldest first. */
export function weekly(
  modules: Readonly<Record<string, readonly Statement[]>>,
): ReadonlyMap<string, readonly Statement[]>[] {
  const weeks = new Map<string, Map<string, readonly Statement[]>>();
  for (const [module, statements] of Object.entries(modules)) {
    for (const { start, statements: cut } of cutStream(statements, { intervalDays: STREAM_INTERVAL_DAYS })) {
      const week = weeks.get(start) ?? new Map<string, readonly Statement[]>();
      week.set(module, cut);
      weeks.set(start, week);
    }
  }
  return [...weeks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, week]) => week);
}

function nonEmpty(
  entries: readonly (readonly [string, readonly Statement[]])[],
): ReadonlyMap<string, readonly Statement[]> {
  return new Map(entries.filter(([, statements]) => statements.length > 0));
}

function authorIdOf(hospital: HospitalParty): Hex {
  return bytesToHex(hospitalAuthorId(hospital.id));
}

/**
 * C with everything but a grant: the whole honest path first, then each capsule by force, claiming to be a recipient, or opening as one.
 *
 * @returns for each try its name and whether it failed, as it must
 */
async function tryWithoutGrant(
  world: World,
  stranger: HospitalParty,
  slip: AccessSlip,
  contributions: readonly Contribution[],
  twinId: string,
): Promise<[string, boolean][]> {
  const tries: [string, boolean][] = [];
  const others = contributions.filter(({ party }) => party !== stranger);
  for (const { author, keeper } of others) {
    const id = toHex(author.authorId);
    const source = new LaneSource(keeper, { twinId, authorId: id });
    const lane = await world.reader.laneHead(`0x${twinId}`, `0x${id}`);
    const opened = await openLane({
      params: world.params,
      domain: world.reader.domain,
      lane,
      source,
      reader: stranger.key,
      modules: Object.entries(slip.scopeSalts).map(([module, salt]) => ({
        module,
        scopeSalt: fromHex(salt, 32),
      })),
      depth: 'chain-checked',
    });
    tries.push(['C reads a lane', opened.verified.length === 0]);
    for (const bytes of await source.capsules(laneId(fromHex(twinId, 32), author.authorId))) {
      const capsule = decodeCapsule(bytes);
      for (const recipients of [[stranger.key.identity], capsule.recipients]) {
        const failed = await openCapsule(world.params, {
          capsule: capsule.sealed,
          recipients: [...recipients],
          issuer: capsule.issuer,
          context: encodeCapsuleContext(capsule),
          domain: world.reader.domain,
          key: stranger.key,
        }).then(
          () => false,
          (error: unknown) => {
            if (error instanceof MibscError) return true;
            throw error;
          },
        );
        tries.push(['C forces a capsule', failed]);
      }
    }
  }
  return tries;
}

/** Every lie about every lane from which B opened something; each must be named, and what it touches must not be opened. */
async function tryLies(
  world: World,
  reader: HospitalParty,
  slip: AccessSlip,
  module: ModuleName,
  honest: OpenedTwin,
  sources: ReadonlyMap<string, RecordSource>,
): Promise<[string, boolean][]> {
  const outcome: [string, boolean][] = [];
  for (const lane of honest.lanes) {
    const source = sources.get(lane.authorId);
    const first = lane.verified[0];
    if (source === undefined || first === undefined) continue;
    const head = await world.reader.laneHead(`0x${honest.twinId}`, `0x${lane.authorId}`);
    const locator = await source.locator(first.partDigest);
    const lies: Lie[] = [
      ...(locator === undefined ? [] : liesAboutPart(locator)),
      ...liesAboutLane(lane.instances),
    ];
    for (const lie of lies) {
      const opened = await openLane({
        params: world.params,
        domain: world.reader.domain,
        lane: head,
        source: lie.apply(source),
        reader: reader.key,
        modules: [{ module, scopeSalt: fromHex(slip.scopeSalts[module] as string, 32) }],
        depth: 'chain-checked',
      });
      outcome.push([lie.name, opened.findings.length > 0]);
    }
  }
  return outcome;
}

function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(2);
}
