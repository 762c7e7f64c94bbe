/**
 * A patient's own folder: the keys that no gateway ever holds, and the app that uses them. What the app wants of gateways it asks over HTTP, each request signed with the
 * control key; what it wants to know of the chain it asks the chain.
 */

import { createHash, createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyRequest, KeyResponse } from '@twinseal/authority';
import type { ConsortiumReader } from '@twinseal/chain';
import { type GrantTerms, OPERATION } from '@twinseal/contracts';
import {
  type AccessSlip,
  createControlKey,
  createVaultKey,
  deliverCapsules,
  deriveKey,
  grantToJson,
  type Introduction,
  type Keeper,
  KeptWords,
  LaneAuthor,
  PeerClient,
  PeerDirectory,
  peerWords,
  readControlKey,
  readKeyFile,
  type SignedCall,
  signedFetch,
  signIntroduction,
} from '@twinseal/gateway';
import type { PublicParameters } from '@twinseal/mibsc';
import { authorId, formatName, fromHex, type Statement, toHex } from '@twinseal/record';
import { SealedStore } from '@twinseal/store';
import { MODULES } from '@twinseal/twin';
import { bytesToHex, type Hex, isAddressEqual, type LocalAccount } from 'viem';
import { keysOf, refreshKeys } from '../patient/key-files.js';
import { PatientApp } from '../patient/patient-app.js';
import { type Signing, signRevocationByTerms } from '../patient/sign-consents.js';
import { UsageError } from '../usage-error.js';
import { type GatewayClient, GatewayRefusal } from './gateway-client.js';
import { type AddedToOwnLane, OwnLane } from './own-lane.js';

/** What a hospital treats for: HL7 v3 PurposeOfUse. */
const PURPOSE = 'TREAT';
const DAY_S = 86_400;
/** An introduction that is handed over at once. */
const INTRODUCTION_S = 3_600;
const ANSWER_LIMITS = { timeoutMs: 60_000, maxBytes: 16 << 20 };

/** How a patient's app reaches the world. */
export interface PatientWorld {
  readonly reader: ConsortiumReader;
  readonly params: PublicParameters;
  /** The way to the authority. */
  readonly extract: (request: KeyRequest) => Promise<KeyResponse>;
}

export class PatientHome {
  readonly #world: PatientWorld;

  private constructor(
    readonly folder: string,
    readonly app: PatientApp,
    readonly account: LocalAccount,
    readonly vault: SealedStore,
    readonly vaultKey: Uint8Array,
    world: PatientWorld,
  ) {
    this.#world = world;
    // Who only wants to know what lies in the folder has no world.
    if ((world as PatientWorld | undefined) === undefined) return;
    // Of lanes in batches the chain's events say nothing: their keepers are asked, under the patient's own signature, and checked.
    const words = new KeptWords({ vault });
    this.#world = { ...world, reader: world.reader.withWords(words) };
    words.askThrough(peerWords(this.peers(), this.#world.reader));
  }

  /** Opens a patient's folder, or makes one with fresh keys and a random twin id. */
  static async open(
    folder: string,
    world: PatientWorld,
    options: { create?: boolean } = {},
  ): Promise<PatientHome> {
    const files = {
      control: join(folder, 'keys', 'control.key'),
      vault: join(folder, 'keys', 'vault.key'),
    };
    const isNew = !existsSync(files.vault);
    if (isNew && options.create !== true)
      throw new UsageError(`${folder} is no patient's folder. Make one with "twinseal patient register".`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const account = existsSync(files.control)
      ? await readControlKey(files.control)
      : await createControlKey(files.control);
    const vaultKey = isNew ? await createVaultKey(files.vault) : await readKeyFile(files.vault);
    const vault = new SealedStore(join(folder, 'vault'), vaultKey);
    const app =
      (await vault.getJson('wallet')) === undefined
        ? await PatientApp.create(vault, account, toHex(crypto.getRandomValues(new Uint8Array(32))), MODULES)
        : await PatientApp.open(vault, account);
    return new PatientHome(folder, app, account, vault, vaultKey, world);
  }

  /** Keys that lie in a folder, speaking with an app that is not (yet) its own. */
  static async of(folder: string, world: PatientWorld, app: PatientApp): Promise<PatientHome> {
    const vaultKey = await readKeyFile(join(folder, 'keys', 'vault.key'));
    const vault = new SealedStore(join(folder, 'vault'), vaultKey);
    return new PatientHome(folder, app, app.account, vault, vaultKey, world);
  }

  /** The same keys, speaking for another patient who appointed them: within what the slip names. */
  actingFor(slip: AccessSlip): PatientHome {
    const app = PatientApp.actingFor(slip, this.account);
    return new PatientHome(this.folder, app, this.account, this.vault, this.vaultKey, this.#world);
  }

  /** How the app reaches the world. */
  get world(): PatientWorld {
    return this.#world;
  }

  /** Who signs what the contracts are to be told, now. */
  get signing(): Signing {
    const { reader: chain } = this.#world;
    return {
      chain,
      account: this.account,
      twinId: `0x${this.twinId}`,
      nowS: Math.floor(Date.now() / 1000),
    };
  }

  /** Whether the folder's account is the patient's own, and no proxy's. @throws ChainError */
  async isControl(): Promise<boolean> {
    const twin = await this.#world.reader.twin(`0x${this.twinId}`);
    return twin !== undefined && isAddressEqual(twin.control, this.account.address);
  }

  /** Has a signed consent relayed, by the custodian where nobody else is named. @returns transaction gas */
  async relay(call: SignedCall, by?: Hex): Promise<{ readonly gas: number; readonly txHash: Hex }> {
    return this.ask(by ?? (await this.custodian()), 'POST', `/patient/v1/consents/${call.name}`, call.body);
  }

  get twinId(): string {
    return this.app.twinId;
  }

  /** The twin id in a patient's folder; asks nobody. @throws UsageError where the folder is none */
  static async twinIdIn(folder: string): Promise<string> {
    // The world is what only registering, granting and sending need.
    return (await PatientHome.open(folder, undefined as unknown as PatientWorld)).twinId;
  }

  /** Twin id and salts in a patient's folder; asks nobody. @throws UsageError where the folder is none */
  static async slipIn(folder: string): Promise<AccessSlip> {
    return (await PatientHome.open(folder, undefined as unknown as PatientWorld)).app.slip();
  }

  /** @throws UsageError where the patient is not registered in this consortium */
  async assertRegistered(): Promise<void> {
    await this.custodian();
  }

  /**
   * Registers the twin through the custodian's gateway, allows hospitals to contribute, and gets the patient's own key from the authority. Safe to repeat.
   *
   * @param contributors author ids; the patient is introduced to each
   * @returns transaction gas, 0 where the twin was registered before
   */
  async register(
    custodian: { client: GatewayClient; authorId: Hex },
    contributors: readonly Hex[],
  ): Promise<number> {
    const { reader } = this.#world;
    let gas = 0;
    if ((await reader.twin(`0x${this.twinId}`)) === undefined) {
      const nowS = Math.floor(Date.now() / 1000);
      const wishes = contributors.map((hospital) => ({
        hospital,
        modules: [...MODULES],
        purposes: [PURPOSE],
        operations: OPERATION.contribute,
        notBeforeS: nowS - 60,
        expiryS: nowS + 365 * DAY_S,
        fullHistory: true,
      }));
      const signed = await this.app.signRegistration(reader, custodian.authorId, wishes, nowS);
      gas = (await custodian.client.register(this.app.slip(), signed)).gas ?? 0;
    }
    await refreshKeys(this);
    for (const hospital of new Set([custodian.authorId, ...contributors])) await this.introduce(hospital);
    return gas;
  }

  /**
   * Signs an introduction to a hospital, to be handed over in any way: good for one use.
   *
   * @param validS seconds for which it is good
   */
  signIntroduction(hospital: Hex, validS = INTRODUCTION_S): Promise<Introduction> {
    const deadlineS = Math.floor(Date.now() / 1000) + validS;
    return signIntroduction(
      this.#world.reader,
      this.account,
      this.app.slip(),
      hospital,
      OPERATION.contribute,
      deadlineS,
    );
  }

  /** Hands a hospital the twin id and the salts, so that it can write a lane of the twin, or ask. */
  async introduce(hospital: Hex): Promise<void> {
    await this.#post(hospital, '/patient/v1/introductions', await this.signIntroduction(hospital));
  }

  /**
   * Grants a hospital the reading of modules; the hospital relays it. The own lane's capsules are delivered along with it.
   *
   * @param days how long
   * @returns the terms, and the transaction's gas
   */
  async grant(
    hospital: Hex,
    modules: readonly string[],
    options: { readonly days: number; readonly fullHistory?: boolean },
  ): Promise<{ terms: GrantTerms; gas: number }> {
    const nowS = Math.floor(Date.now() / 1000);
    const consent = await this.app.signGrant(
      this.#world.reader,
      {
        hospital,
        modules,
        purposes: [PURPOSE],
        operations: OPERATION.read,
        notBeforeS: nowS - 60,
        expiryS: nowS + options.days * DAY_S,
        fullHistory: options.fullHistory ?? true,
      },
      nowS,
    );
    const { twinId, scopeSalts, purposeSalt } = this.app.slip(modules);
    const { gas } = await this.#post<{ gas: number }>(hospital, '/patient/v1/grants', {
      slip: { twinId, scopeSalts, purposeSalt },
      terms: grantToJson(consent.terms),
      signer: consent.signer,
      signature: consent.signature,
    });
    // A proxy holds no keys of the lane; its author delivers as soon as the own app looks after it.
    if (await this.isControl()) await this.handOverOwnLane();
    return { terms: consent.terms, gas };
  }

  /** Revokes every live grant to read that a hospital holds; the custodian relays. @returns how many */
  async revokeReading(hospital: Hex): Promise<number> {
    const grants = await this.#world.reader.grants(`0x${this.twinId}`, Math.floor(Date.now() / 1000));
    const live = grants.filter(
      (grant) =>
        grant.live && grant.terms.hospital === hospital && (grant.terms.operations & OPERATION.read) !== 0,
    );
    const relay = await this.custodian();
    if (!(await this.isControl())) {
      for (const grant of live) await this.relay(await signRevocationByTerms(this.signing, grant.terms));
      return live.length;
    }
    for (const { grantId } of live) await this.revoke(grantId, relay);
    // What the own lane has not on the chain yet was overtaken. Access is taken back all the same: where the custodian is away, the next thing that the app does brings it home.
    if (live.length > 0) await this.handOverOwnLane().catch(unlessAway);
    return live.length;
  }

  /** Revokes a grant; any hospital relays it. */
  async revoke(grantId: Hex, relay: Hex): Promise<{ gas: number }> {
    const nowS = Math.floor(Date.now() / 1000);
    const signed = await this.app.signRevocation(this.#world.reader, grantId, nowS);
    return this.#post(relay, '/patient/v1/revocations', {
      twinId: `0x${this.twinId}`,
      grantId,
      nonce: signed.nonce.toString(),
      deadline: signed.deadline.toString(),
      signer: signed.signer,
      signature: signed.signature,
    });
  }

  /**
   * Adds statements of the patient's own devices to the own lane, which the custodian keeps and anchors. What the lane holds already is left out.
   *
   * @returns instances and statements that were new
   */
  async addToOwnLane(batches: readonly ReadonlyMap<string, readonly Statement[]>[]): Promise<AddedToOwnLane> {
    const added = await (await this.#ownLane()).add(batches);
    await this.deliverOwnCapsules();
    return added;
  }

  /**
   * Brings what the own lane has sealed and the chain does not have yet to the custodian, sealed anew where a narrowing overtook it, with the capsules that go with it.
   *
   * @returns how many instances were sealed anew
   */
  async handOverOwnLane(): Promise<number> {
    const anew = await (await this.#ownLane()).handOver();
    await this.deliverOwnCapsules();
    return anew;
  }

  /** Issues the capsules of the own lane that are missing, and hands them to the custodian. */
  async deliverOwnCapsules(): Promise<number> {
    const author = await this.author();
    if ((await author.heldSecrets()).length === 0) return 0;
    const objects = (await this.vault.getJson<Record<string, string>>('own-capsules')) ?? {};
    const fresh: Uint8Array[] = [];
    const keeper: Keeper = {
      chain: this.#world.reader,
      nowS: () => Math.floor(Date.now() / 1000),
      blobs: {
        put: async (bytes: Uint8Array) => {
          const address = createHash('sha256').update(bytes).digest('hex');
          if (objects[address] === undefined) fresh.push(bytes);
          objects[address] = Buffer.from(bytes).toString('base64');
          return address;
        },
        get: async (address: string) =>
          objects[address] === undefined
            ? undefined
            : new Uint8Array(Buffer.from(objects[address], 'base64')),
      },
      ledger: {
        capsules: async () => Object.keys(objects).map((address) => ({ address })),
        recordCapsule: async () => undefined,
      },
    };
    const count = await deliverCapsules(author, keeper);
    if (fresh.length > 0) {
      const lane = { twinId: this.twinId, authorId: toHex(author.authorId) };
      await this.peers().pushCapsules(await this.custodian(), lane, fresh);
      await this.vault.putJson('own-capsules', objects);
    }
    return count;
  }

  async #ownLane(): Promise<OwnLane> {
    return new OwnLane({
      reader: this.#world.reader,
      vault: this.vault,
      author: await this.author(),
      client: this.peers(),
      custodian: await this.custodian(),
      digest: (text) => this.digest(text),
    });
  }

  /** Author id of the custodian. @throws UsageError where the patient is not registered in this consortium */
  async custodian(): Promise<Hex> {
    const twin = await this.#world.reader.twin(`0x${this.twinId}`);
    if (twin === undefined)
      throw new UsageError(
        'This patient is not registered in this consortium. Run "twinseal patient register" first, or name the consortium of this patient.',
      );
    return twin.custodian;
  }

  /** Who writes the own lane, under the newest key in the folder. */
  async author(): Promise<LaneAuthor> {
    const { params, reader } = this.#world;
    const [key] = await keysOf(this);
    if (key === undefined)
      throw new UsageError(
        `${this.folder} holds no key of the patient's identity yet. Register first, or finish the change of key.`,
      );
    const author = new LaneAuthor({
      params,
      domain: reader.domain,
      key,
      twinId: fromHex(this.twinId, 32),
      vault: this.vault,
    });
    await author.keepScopeSalts(
      new Map(
        Object.entries(this.app.slip().scopeSalts).map(([module, salt]) => [module, fromHex(salt, 32)]),
      ),
    );
    return author;
  }

  /** Asks gateways, as the account that controls the twin. */
  peers(): PeerClient {
    const { reader, params } = this.#world;
    return new PeerClient({
      account: this.account,
      chainId: reader.consortium.chainId,
      directory: new PeerDirectory(reader, { ttlS: 5, loopback: true }),
      params,
      timeoutMs: 60_000,
    });
  }

  /** Keyed hash of a statement's content: what the own lane holds is known again by it. */
  digest(text: string): string {
    return createHmac('sha256', deriveKey(this.vaultKey, 'lookup')).update(text).digest('hex').slice(0, 32);
  }

  async #post<T = unknown>(hospital: Hex, path: string, body: object): Promise<T> {
    return this.ask(hospital, 'POST', path, body);
  }

  /** Asks a hospital's gateway something, signed. @throws GatewayRefusal with the gateway's words; UsageError where it does not answer */
  async ask<T = unknown>(hospital: Hex, method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    const found = await this.#world.reader.hospital(hospital);
    if (found === undefined) throw new UsageError('The chain knows no such hospital.');
    const answer = await signedFetch(
      { account: this.account, chainId: this.#world.reader.consortium.chainId },
      `${new URL(found.endpoint).origin}${path}`,
      {
        method,
        ...(body === undefined
          ? {}
          : { body: new TextEncoder().encode(JSON.stringify(body)), contentType: 'application/json' }),
      },
      ANSWER_LIMITS,
    ).catch((cause: unknown) => {
      throw new UsageError(
        `The gateway of ${found.id} at ${found.endpoint} does not answer. Start it, or look at its log; then try again.`,
        { cause },
      );
    });
    const said = JSON.parse(new TextDecoder().decode(answer.body) || '{}') as {
      error?: string;
      message?: string;
    };
    if (answer.status !== 200)
      throw new GatewayRefusal(
        answer.status,
        said.error ?? 'refused',
        said.message ?? `The gateway of ${found.id} answered ${answer.status}.`,
      );
    return said as T;
  }
}

/** Passes on what is a fault of ours; that somebody does not answer, or cannot take something yet, is none. */
function unlessAway(error: unknown): void {
  if (!['PeerError', 'ChainError', 'GatewayError'].includes((error as Error).name)) throw error;
}

/** The author id of a hospital. */
export function hospitalAuthorId(id: string): Hex {
  return bytesToHex(authorId(formatName({ kind: 'hospital', hospital: id })));
}

/** The way to an authority over HTTP. */
export function extractAt(url: string): (request: KeyRequest) => Promise<KeyResponse> {
  return async (request) => {
    const response = await fetch(`${url}/authority/v1/keys`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...request, deadline: request.deadline.toString() }),
    }).catch((cause: unknown) => {
      throw new UsageError(
        `The authority at ${url} does not answer. Start it with "twinseal consortium run".`,
        { cause },
      );
    });
    const said = (await response.json().catch(() => ({}))) as {
      enc?: string;
      sealed?: string;
      message?: string;
    };
    if (!response.ok || said.enc === undefined || said.sealed === undefined)
      throw new UsageError(`The authority refuses: ${said.message ?? response.status}`);
    return {
      enc: new Uint8Array(Buffer.from(said.enc, 'base64url')),
      sealed: new Uint8Array(Buffer.from(said.sealed, 'base64url')),
    };
  };
}
