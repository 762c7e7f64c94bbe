/** A small lane, sealed for real, with its chain's view and an honest server to be made dishonest by tests. */

import { extract, type IdentityKey, loadBackend, type RandomSource, setup } from '@twinseal/mibsc';
import {
  type AnchoredInstance,
  authorId,
  fromHex,
  hospitalIdentity,
  type Identity,
  type LaneHead,
  type Locator,
  laneId,
  laneTree,
  type ModuleSecret,
  moduleScope,
  newModuleSecret,
  patientIdentity,
  type RecordSource,
  type SealedInstance,
  type Statement,
  sealInstance,
  sealModuleCapsule,
  toHex,
} from '../../src/index.js';
import { seededRandom } from './random.js';

export const { params, master } = setup(await loadBackend(), 8, { random: seededRandom('setup') });
export const domain = { chainId: 31337n, contract: `0x${'ab'.repeat(20)}` };
export const twinId = fromHex('5a'.repeat(32));
export const keyOf = (identity: Identity): IdentityKey => extract(params, master, identity);
export const north = keyOf(hospitalIdentity('north'));
export const south = keyOf(hospitalIdentity('south'));
export const west = keyOf(hospitalIdentity('west'));
export const patient = keyOf(patientIdentity(twinId));

export const MODULES = ['conditions', 'glucose', 'billing'] as const;
export type Module = (typeof MODULES)[number];
export const salts = Object.fromEntries(
  MODULES.map((m, i) => [m, new Uint8Array(32).fill(i + 1)]),
) as unknown as Record<Module, Uint8Array>;
export const granted = (...modules: Module[]) =>
  modules.map((module) => ({ module, scopeSalt: salts[module] }));

/** An instance to be: its access version and the modules that it touches. */
export type Plan = readonly { readonly version: number; readonly modules: readonly Module[] }[];
export const PLAN: Plan = [
  { version: 1, modules: ['conditions', 'glucose'] },
  { version: 1, modules: ['glucose'] },
  { version: 2, modules: ['conditions', 'glucose'] },
  { version: 2, modules: ['billing'] },
  { version: 2, modules: ['glucose'] },
];

export const statement = (module: string, seq: number): Statement => ({
  op: 'put',
  source: { system: 'urn:emr:north', id: `${module}/${seq}`, version: '1' },
  sourceTime: `2024-01-0${seq + 1}T00:00:00Z`,
  recordedTime: '2024-02-01T00:00:00Z',
  resource: { resourceType: 'Observation', status: 'final' } as Statement['resource'] & object,
});

export interface Built {
  readonly lane: LaneHead;
  readonly source: MemorySource;
  readonly sealed: readonly SealedInstance[];
  readonly secrets: ReadonlyMap<string, ModuleSecret>;
  /** A capsule of this lane; by the author, for author, patient and south, unless told otherwise. */
  capsule(module: Module, version: number, options?: Partial<CapsuleOptions>): Promise<Uint8Array>;
}

interface CapsuleOptions {
  readonly issuer: IdentityKey;
  readonly recipients: readonly Identity[];
  readonly secret: ModuleSecret;
  readonly twinId: Uint8Array;
  readonly authorId: Uint8Array;
  readonly random: RandomSource;
}

export interface BuildOptions {
  readonly plan?: Plan;
  readonly author?: IdentityKey;
  readonly twinId?: Uint8Array;
  readonly seed?: string;
  /** What is anchored and sealed instead of what would be right. */
  readonly tweak?: (seq: number) => { readonly counter?: number; readonly time?: number };
}

/** Seals and "anchors" a lane. */
export async function buildLane(options: BuildOptions = {}): Promise<Built> {
  const { plan = PLAN, author = north, seed = 'lane' } = options;
  const twin = options.twinId ?? twinId;
  const random = seededRandom(seed);
  const id = authorId(author.identity.name);
  const lane = laneId(twin, id);
  const source = new MemorySource();
  const secrets = new Map<string, ModuleSecret>();
  const secretOf = (module: Module, version: number): ModuleSecret => {
    const key = `${module} ${version}`;
    const secret = secrets.get(key) ?? newModuleSecret(seededRandom(`${seed} ${key}`));
    secrets.set(key, secret);
    return secret;
  };
  const counters = new Map<Module, number>();
  const tree = laneTree();
  const instances: AnchoredInstance[] = [];
  const sealed: SealedInstance[] = [];
  for (const [seq, { version, modules }] of plan.entries()) {
    const instance = await sealInstance({
      params,
      authorKey: author,
      domain,
      twinId: twin,
      seq,
      accessVersion: version,
      time: 1_700_000_000 + seq,
      modules: modules.map((module) => {
        const counter = options.tweak?.(seq).counter ?? counters.get(module) ?? 0;
        counters.set(module, (counters.get(module) ?? 0) + 1);
        return { module, counter, secret: secretOf(module, version), statements: [statement(module, seq)] };
      }),
      random,
    });
    sealed.push(instance);
    tree.append(instance.leaf);
    instances.push({
      seq,
      h: instance.h,
      mk: tree.root(),
      accessVersion: version,
      time: 1_700_000_000 + seq,
      authorEpoch: author.identity.epoch,
      proof: instance.proof,
      blockNumber: 100 + seq,
      blockTime: 1_700_000_100 + seq,
      versionInForce: version,
    });
    source.manifests.set(seq, instance.manifest);
    for (const part of instance.parts) {
      source.locators.set(toHex(part.partDigest), part.locator);
      source.objects.set(toHex(part.locator.slot), part.slot);
      source.objects.set(toHex(part.locator.payload), part.payload);
    }
  }
  const head = { count: plan.length, mk: tree.root() };
  source.claim = head;
  const built: Built = {
    lane: { twinId: twin, authorId: id, authorName: author.identity.name, ...head, instances },
    source,
    sealed,
    secrets,
    capsule: (module, version, given = {}) =>
      sealModuleCapsule({
        params,
        domain,
        twinId: given.twinId ?? twin,
        authorId: given.authorId ?? id,
        scope: moduleScope(twin, salts[module], module),
        sealingEpoch: version,
        issuedAt: 1_700_000_000,
        issuer: given.issuer ?? author,
        recipients: given.recipients ?? [author.identity, patient.identity, south.identity],
        secret: given.secret ?? secretOf(module, version),
        random: given.random ?? random,
      }),
  };
  // REC-20a: a capsule for every module of every epoch, touched or not.
  for (const version of new Set(plan.map((p) => p.version))) {
    for (const module of MODULES)
      source.served.set(`${module} ${version}`, await built.capsule(module, version));
  }
  if (toHex(lane) !== toHex(sealed[0]?.laneId ?? lane)) throw new Error('lane ids differ');
  return built;
}

/** A server over maps, which a test may change. */
export class MemorySource implements RecordSource {
  claim: { count: number; mk: Uint8Array } | undefined;
  readonly manifests = new Map<number, Uint8Array>();
  readonly locators = new Map<string, Locator>();
  readonly objects = new Map<string, Uint8Array>();
  /** By `module version`. */
  readonly served = new Map<string, Uint8Array>();

  async head() {
    return this.claim;
  }
  async manifest(_laneId: Uint8Array, seq: number) {
    return this.manifests.get(seq);
  }
  async locator(partDigest: Uint8Array) {
    return this.locators.get(toHex(partDigest));
  }
  async object(address: Uint8Array) {
    return this.objects.get(toHex(address));
  }
  async capsules(_laneId: Uint8Array) {
    return [...this.served.values()];
  }
}
