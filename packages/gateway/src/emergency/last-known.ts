/**
 * What the chain said last, kept on disk: who is a hospital and where it answers, whose signature breaks the glass there, what patients chose for emergencies, who keeps a twin, and what of it is to be forgotten. Read
 * while the chain answers, and relied on only while it does not: an emergency then goes by the last that was known, and says so.
 */

import { type ConsortiumReader, chainErrorOf, type ErasureRequest, type Hospital } from '@twinseal/chain';
import { emergencyAbi, patientDigitalTwinAbi } from '@twinseal/contracts';
import { formatName } from '@twinseal/record';
import { type Abi, type Address, bytesToHex, type Hex, hexToBytes } from 'viem';
import { KeyedMutex } from '../internal/keyed-mutex.js';
import type { Vault } from '../lane-author.js';
import type { KnownTwins } from '../twins/known-twins.js';

/** The vault's entry of the consortium; a gateway that ever ran has it. */
export const CONSORTIUM_ENTRY = 'emergency/last/consortium';

/** A block that the own node had. */
export interface KnownBlock {
  readonly number: number;
  readonly hash: Hex;
}

/** A clinician's key, as the contract had it. */
export interface KnownClinician {
  readonly hospital: Hex;
  readonly staff: Hex;
  readonly key: Address;
  /** Who registered it; void where another account controls the hospital. */
  readonly controller: Address;
}

type KeptHospital = Omit<Hospital, 'xS'> & { readonly xS: string };

interface KeptConsortium {
  readonly block: KnownBlock;
  readonly contract: Address;
  readonly hospitals: readonly KeptHospital[];
  readonly clinicians: readonly KnownClinician[];
}

/** What was known last of who takes part. */
export interface KnownConsortium {
  /** The newest block that was looked at. */
  readonly block: KnownBlock;
  /** Where the contract `Emergency` is. */
  readonly contract: Address;
  readonly hospitals: readonly Hospital[];
  readonly clinicians: readonly KnownClinician[];
}

/** What was known last of a twin. */
export interface LastOfTwin {
  readonly block: KnownBlock;
  /** Author id of the hospital that keeps it. */
  readonly custodian: Hex;
  readonly accessVersion: number;
  readonly erasures: readonly ErasureRequest[];
  /** Every lane, as far as the own node had it. */
  readonly heads: readonly {
    readonly authorId: Hex;
    readonly author: string;
    readonly count: number;
    readonly mk: Hex;
  }[];
}

/** What a patient chose that one clinician alone may open. */
export interface KeptPolicy {
  readonly scopes: readonly Hex[];
}

/** Where a patient's choice is kept in the vault. */
export function policyEntry(twinId: string): string {
  return `emergency/policy/${twinId}`;
}

export class LastKnown {
  readonly #chain: ConsortiumReader;
  readonly #vault: Vault;
  readonly #twins: Pick<KnownTwins, 'ids'>;
  readonly #mutex = new KeyedMutex();
  #isWhole = false;

  constructor(chain: ConsortiumReader, vault: Vault, twins: Pick<KnownTwins, 'ids'>) {
    this.#chain = chain;
    this.#vault = vault;
    this.#twins = twins;
  }

  /** The consortium as it was known last; undefined where it never was. @throws StoreError */
  async consortium(): Promise<KnownConsortium | undefined> {
    const kept = await this.#vault.getJson<KeptConsortium>(CONSORTIUM_ENTRY);
    if (kept === undefined) return undefined;
    return { ...kept, hospitals: kept.hospitals.map((each) => ({ ...each, xS: BigInt(each.xS) })) };
  }

  /** A twin as it was known last; undefined where it never was. @throws StoreError */
  twin(twinId: string): Promise<LastOfTwin | undefined> {
    return this.#vault.getJson<LastOfTwin>(twinEntry(twinId));
  }

  /** The scopes that the patient chose, as they were known last; none where nothing was chosen. @throws StoreError */
  async policy(twinId: string): Promise<readonly Hex[]> {
    return (await this.#vault.getJson<KeptPolicy>(policyEntry(twinId)))?.scopes ?? [];
  }

  /** A chain that forgot blocks is read anew from its beginning. */
  forget(): void {
    this.#isWhole = false;
  }

  /** Looks at who takes part, and at what was chosen since the last look. @throws ChainError, StoreError: what was known stays */
  note(): Promise<void> {
    return this.#mutex.run('consortium', async () => {
      const { reader } = this.#chain.connection;
      const before = this.#isWhole ? await this.#vault.getJson<KeptConsortium>(CONSORTIUM_ENTRY) : undefined;
      const { number, hash } = await reader.getBlock().catch((error: unknown) => {
        throw chainErrorOf(error, 'block');
      });
      if (before?.block.hash === hash) return;
      const from = before === undefined ? this.#chain.consortium.firstBlock : before.block.number + 1;
      const [hospitals, changed] = await Promise.all([
        this.#chain.hospitals(),
        this.#changed(BigInt(from), number),
      ]);
      const clinicians = new Map((before?.clinicians ?? []).map((each) => [clinicianKey(each), each]));
      for (const { hospital, staff } of changed.clinicians) {
        const { key, controller } = (await this.#chain.view('emergency', emergencyAbi as Abi, 'clinicianOf', [
          hospital,
          staff,
        ])) as { key: Address; controller: Address };
        clinicians.set(clinicianKey({ hospital, staff }), { hospital, staff, key, controller });
      }
      for (const [twinId, scopes] of changed.policies)
        await this.#vault.putJson(policyEntry(twinId), { scopes } satisfies KeptPolicy);
      await this.#vault.putJson(CONSORTIUM_ENTRY, {
        block: { number: Number(number), hash },
        contract: await this.#chain.contract('emergency'),
        hospitals: hospitals.map((each) => ({ ...each, xS: each.xS.toString() })),
        clinicians: [...clinicians.values()],
      } satisfies KeptConsortium);
      this.#isWhole = true;
    });
  }

  /** Looks at a twin. @throws ChainError, StoreError: what was known stays */
  noteTwin(twinId: string): Promise<void> {
    return this.#mutex.run(twinId, async () => {
      const id: Hex = `0x${twinId}`;
      const { number, hash } = await this.#chain.connection.reader.getBlock().catch((error: unknown) => {
        throw chainErrorOf(error, 'block');
      });
      const twin = await this.#chain.twin(id);
      if (twin === undefined) return;
      const [{ version }, erasures, authors] = await Promise.all([
        this.#chain.accessVersion(id),
        this.#chain.erasureRequests(id),
        this.#chain.laneAuthors(id),
      ]);
      const found = await Promise.all(
        authors.map(async (author) => {
          const [count, mk] = (await this.#chain.view('twins', patientDigitalTwinAbi as Abi, 'head', [
            id,
            author,
          ])) as [bigint, Hex];
          const name =
            author === twin.patientAuthorId
              ? formatName({ kind: 'patient', twinId: hexToBytes(id) })
              : formatName({ kind: 'hospital', hospital: (await this.#chain.hospital(author))?.id ?? '' });
          const batched = await this.#chain.batched.lane(id, author);
          const isLonger = batched.kind === 'lane' && batched.lane.count > Number(count);
          const head = isLonger
            ? { count: batched.lane.count, mk: bytesToHex(batched.lane.mk) }
            : { count: Number(count), mk };
          return { authorId: author, author: name, ...head };
        }),
      );
      // Of a lane in batches that nobody shows there is nothing to hold anybody to.
      const heads = found.filter(({ count }) => count > 0);
      await this.#vault.putJson(twinEntry(twinId), {
        block: { number: Number(number), hash },
        custodian: twin.custodian,
        accessVersion: version,
        erasures,
        heads,
      } satisfies LastOfTwin);
    });
  }

  /** Clinicians and choices that events speak of, of the twins that are known here. */
  async #changed(
    fromBlock: bigint,
    toBlock: bigint,
  ): Promise<{
    readonly clinicians: readonly { readonly hospital: Hex; readonly staff: Hex }[];
    readonly policies: ReadonlyMap<string, readonly Hex[]>;
  }> {
    if (fromBlock > toBlock) return { clinicians: [], policies: new Map() };
    const filter = {
      address: await this.#chain.contract('emergency'),
      abi: emergencyAbi,
      fromBlock,
      toBlock,
    } as const;
    const { reader } = this.#chain.connection;
    const [authorised, set] = await Promise.all([
      reader.getContractEvents({ ...filter, eventName: 'ClinicianAuthorised' }),
      reader.getContractEvents({ ...filter, eventName: 'EmergencyPolicySet' }),
    ]).catch((error: unknown) => {
      throw chainErrorOf(error, 'events');
    });
    const known = new Set(await this.#twins.ids());
    const policies = new Map<string, readonly Hex[]>();
    for (const { args } of set) {
      const { twinId, scopes } = args as { twinId: Hex; scopes: readonly Hex[] };
      if (known.has(twinId.slice(2))) policies.set(twinId.slice(2), scopes);
    }
    const clinicians = new Map(
      authorised.map(({ args }) => {
        const who = args as { hospital: Hex; staff: Hex };
        return [clinicianKey(who), who];
      }),
    );
    return { clinicians: [...clinicians.values()], policies };
  }
}

function clinicianKey({ hospital, staff }: { readonly hospital: Hex; readonly staff: Hex }): string {
  return hospital + staff;
}

function twinEntry(twinId: string): string {
  return `emergency/last/twin/${twinId}`;
}
