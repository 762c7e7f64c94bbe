/**
 * Breaking the glass at one hospital: clinicians are authorised, an emergency is opened by a clinician's signature, ends by itself or is closed, and is looked into afterwards.
 *
 * Before anything is opened a receipt is durable: who, for which purpose, which scopes, by emergency. When the chain is down the emergency stands on that receipt alone, for what this hospital holds
 * itself and for what other hospitals release on the clinicians' signed statement (`fetch-without-chain.ts`); it is opened on the chain when that is back, and stays visible where it no longer can be.
 *
 * Not covered: a patient who cannot be identified; and keys of clinicians that are contract wallets, while the chain is down. What was opened without the chain ends with the process; whoever needs it again
 * brings the same signatures again.
 */

import { ChainError, type Confirmed, chainErrorOf } from '@twinseal/chain';
import { accessAbi, emergencyAbi, GRANT_STATUS, ZERO_32 } from '@twinseal/contracts';
import { authorId, fromHex, moduleScope, staffIdentity } from '@twinseal/record';
import {
  type Abi,
  type Address,
  bytesToHex,
  concatHex,
  type Hex,
  isAddressEqual,
  keccak256,
  recoverTypedDataAddress,
  zeroAddress,
} from 'viem';
import type { Coverage } from '../decision/decide.js';
import type { LocalEmergencies } from '../decision/facts.js';
import { GatewayError } from '../errors.js';
import { KeyedMutex } from '../internal/keyed-mutex.js';
import { staffId } from '../internal/staff-id.js';
import type { Gateway } from '../ports.js';
import { namedPurpose } from '../receipts/capsule-issue.js';
import { receiptBook } from '../receipts/receipt-book.js';
import type { KnownTwin, KnownTwins } from '../twins/known-twins.js';
import type { Refreshed } from '../usecases/refresh-twin.js';
import { BASIC_MODULES, findOpened, type OpenedEmergency, openedEmergencies } from './basic-modules.js';
import type { OpenedWithoutChain } from './fetch-without-chain.js';
import { type KeptPolicy, policyEntry } from './last-known.js';
import type { EmergencyStatement } from './statement.js';
import {
  draftTerms,
  type EmergencyReason,
  type EmergencyTerms,
  type EmergencyTermsJson,
  type EmergencyWish,
  emergencyDigest,
  emergencyTypedData,
  MAX_EMERGENCY_S,
  reasonDigest,
  termsFromJson,
  termsToJson,
} from './terms.js';

const ABI = emergencyAbi as Abi;
/** Seconds before an opening that the chain did not take is tried again. */
const AGAIN_S = 5;
const CLINICIANS = 'emergency/clinicians';
const WAITING = 'emergency/waiting';

/** A clinician who may break the glass here. */
export interface Clinician {
  /** Stable in the hospital; never a name. */
  readonly id: string;
  readonly key: Address;
}

/** A signed opening. */
export interface EmergencyAsk {
  readonly terms: EmergencyTerms;
  /** Of the clinician, and of the second where there is one. */
  readonly staff: string;
  readonly secondStaff?: string;
  readonly reason: EmergencyReason;
  readonly reasonSalt: Hex;
  /** HL7 v3 PurposeOfUse code behind the terms' digest. */
  readonly purpose: string;
  readonly signature: Hex;
  readonly secondSignature?: Hex;
}

/** An emergency as the hospital knows it. */
export interface EmergencyView {
  /** Of the chain's grant; where the chain did not take it yet, the digest that was signed. */
  readonly id: Hex;
  readonly hospital: Hex;
  readonly staff: Hex;
  readonly secondStaff?: Hex;
  /** Names, of the modules of which this hospital has the salt. */
  readonly modules: readonly string[];
  /** In plain only at the hospital that opened it. */
  readonly reason?: EmergencyReason;
  /** Seconds since 1970. */
  readonly openedAt: number;
  readonly until: number;
  /** `waiting`: opened here while the chain was down, not on the chain yet. `late`: it can no longer be opened there. */
  readonly state: 'open' | 'over' | 'waiting' | 'late';
  readonly reviewed: boolean;
  /** Where it was decided without the chain: by which block, and which hospitals released what they keep. */
  readonly withoutChain?: { readonly block: number; readonly keepers: readonly string[] };
}

/** Other hospitals, asked while the chain is down. */
export interface KeepersWithoutChain {
  fetch(
    twin: KnownTwin,
    statement: EmergencyStatement,
    digest: Hex,
    modules: readonly string[],
  ): Promise<OpenedWithoutChain | undefined>;
}

interface Waiting {
  readonly digest: Hex;
  readonly twinId: string;
  readonly terms: EmergencyTermsJson;
  readonly staff: string;
  readonly secondStaff?: string;
  readonly modules: readonly string[];
  readonly reason: EmergencyReason;
  readonly signature: Hex;
  readonly secondSignature?: Hex;
  readonly openedAt: number;
  readonly state: 'waiting' | 'late';
  readonly withoutChain?: { readonly block: number; readonly keepers: readonly string[] };
}

export class Emergencies implements LocalEmergencies {
  readonly #gateway: Gateway;
  readonly #twins: KnownTwins;
  readonly #mutex = new KeyedMutex();
  readonly #told: (what: string, twinId: string) => void;
  readonly #keepers: KeepersWithoutChain | undefined;
  /** What was opened without the chain, while it is down: in memory alone. */
  readonly #opened = new Map<string, { readonly digest: Hex; readonly made: Refreshed }>();
  #notBeforeS = 0;

  constructor(
    gateway: Gateway,
    twins: KnownTwins,
    told: (what: string, twinId: string) => void = () => undefined,
    keepers?: KeepersWithoutChain,
  ) {
    this.#gateway = gateway;
    this.#twins = twins;
    this.#told = told;
    this.#keepers = keepers;
  }

  /** What was opened of a twin without the chain, until the emergency stands on it or is over. */
  openedWithoutChain(twinId: string): Refreshed | undefined {
    return this.#opened.get(twinId)?.made;
  }

  /** Lets a clinician of this hospital break the glass with a key; the zero address takes it away. @throws ChainError */
  async authorise(id: string, key: Address): Promise<Confirmed> {
    const { writer, vault } = this.#gateway;
    const confirmed = await writer.call('emergency', ABI, 'authoriseClinician', [
      this.#self,
      staffId(this.#gateway.id, id),
      key,
    ]);
    await this.#mutex.run(CLINICIANS, async () => {
      const others = (await this.clinicians()).filter((each) => each.id !== id);
      await vault.putJson(CLINICIANS, isAddressEqual(key, zeroAddress) ? others : [...others, { id, key }]);
    });
    return confirmed;
  }

  /** Who may break the glass here, as far as this gateway authorised them. */
  async clinicians(): Promise<readonly Clinician[]> {
    return (await this.#gateway.vault.getJson<Clinician[]>(CLINICIANS)) ?? [];
  }

  /** Terms for a clinician to sign. @param wish without modules: the basic ones @throws GatewayError `twin-unknown` */
  async draft(
    twinId: string,
    wish: Omit<EmergencyWish, 'hospital' | 'modules'> & { readonly modules?: readonly string[] },
  ) {
    const twin = await this.#known(twinId);
    // Without a wish, of the basic three those that the patient has.
    const modules = wish.modules ?? BASIC_MODULES.filter((module) => module in twin.scopeSalts);
    const { terms, reasonSalt } = draftTerms(
      twin,
      { ...wish, modules, hospital: this.#gateway.id },
      this.#gateway.nowS(),
    );
    return { terms, reasonSalt, typedData: emergencyTypedData(await this.#domain(), terms) };
  }

  /**
   * Breaks the glass: a receipt first, then the chain. Where the chain does not answer, the emergency holds for what this hospital has itself.
   *
   * @throws GatewayError `emergency-refused` where signatures, clinicians or scopes are not what they have to be; ChainError `refused` as the contract refuses; StoreError where the receipt could not be made durable
   */
  async open(ask: EmergencyAsk): Promise<EmergencyView> {
    const twinId = ask.terms.twinId.slice(2);
    const twin = await this.#known(twinId);
    const modules = await this.#check(ask, twin);
    const digest = emergencyDigest(await this.#domain(), ask.terms);
    const waiting: Waiting = {
      digest,
      twinId,
      terms: termsToJson(ask.terms),
      staff: ask.staff,
      ...(ask.secondStaff === undefined ? {} : { secondStaff: ask.secondStaff }),
      modules,
      reason: ask.reason,
      signature: ask.signature,
      ...(ask.secondSignature === undefined ? {} : { secondSignature: ask.secondSignature }),
      openedAt: this.#gateway.nowS(),
      state: 'waiting',
    };
    const done = await this.#mutex.run(WAITING, async () => {
      const before = (await this.#waiting()).find((each) => each.digest === digest);
      if (before === undefined) {
        await this.#receipt(ask, digest);
        // What the chain refuses outright was never an emergency; what it cannot be asked is one on the receipt alone.
        await this.#put([...(await this.#waiting()), waiting]);
      }
      try {
        return await this.#send(before ?? waiting);
      } catch (error) {
        if (!(error instanceof ChainError) || error.code === 'refused') {
          await this.#put((await this.#waiting()).filter((each) => each.digest !== digest));
          throw error;
        }
        this.#told('emergency opened while the chain is down', twinId);
        return undefined;
      }
    });
    // Others take their time: nobody else's emergency waits for it.
    return done ?? this.#viewOfWaiting(await this.#fetch(twin, waiting, ask));
  }

  /** Asks other hospitals for what they keep, now that the chain cannot say that they may be asked. @returns the emergency, with who released something */
  async #fetch(twin: KnownTwin, waiting: Waiting, ask: EmergencyAsk): Promise<Waiting> {
    const statement: EmergencyStatement = {
      terms: waiting.terms,
      purpose: ask.purpose,
      reason: ask.reason,
      reasonSalt: ask.reasonSalt,
      signature: waiting.signature.toLowerCase(),
      ...(waiting.secondSignature === undefined
        ? {}
        : { secondSignature: waiting.secondSignature.toLowerCase() }),
    };
    const found = await this.#keepers?.fetch(twin, statement, waiting.digest, waiting.modules);
    if (found === undefined) return waiting;
    const { digest, twinId } = waiting;
    const { block, keepers } = found;
    const after = { ...waiting, withoutChain: { block: block.number, keepers } };
    await this.#mutex.run(WAITING, async () => {
      const all = await this.#waiting();
      // The chain may have come back meanwhile: then its word stands.
      if (!all.some((each) => each.digest === digest && each.state === 'waiting')) return;
      this.#opened.set(twinId, { digest, made: found.made });
      await this.#put(
        all.map((each) => (each.digest === digest ? { ...each, withoutChain: after.withoutChain } : each)),
      );
    });
    if (keepers.length > 0) this.#told('released by other hospitals while the chain is down', twinId);
    return after;
  }

  /** Ends an emergency of this hospital before its time. @throws ChainError */
  async close(grantId: Hex): Promise<Confirmed> {
    return this.#gateway.writer.call('emergency', ABI, 'close', [grantId]);
  }

  /** Files a finding that patient or custodian signed. @param signature empty where this hospital, as the custodian, files it itself @throws ChainError */
  async review(filed: {
    readonly grantId: Hex;
    /** Salted digest of the finding. */
    readonly finding: Hex;
    readonly deadline: bigint;
    readonly signer: Address;
    readonly signature: Hex;
  }): Promise<Confirmed> {
    const { grantId, finding, deadline, signer, signature } = filed;
    return this.#gateway.writer.call('emergency', ABI, 'review', [
      grantId,
      finding,
      deadline,
      signer,
      signature,
    ]);
  }

  /** Every emergency of a twin, oldest first. Without the chain, those of this hospital that wait for it. @throws ChainError, unless some are waiting */
  async of(twinId: string): Promise<EmergencyView[]> {
    const waiting = (await this.#waiting()).filter((each) => each.twinId === twinId);
    const twin = await this.#twins.get(twinId);
    const nowS = this.#gateway.nowS();
    const { chain } = this.#gateway;
    const recorded = new Set<Hex>();
    const views: EmergencyView[] = [];
    try {
      const grants = (await chain.grants(`0x${twinId}`, nowS)).filter(({ emergency }) => emergency);
      for (const opened of await openedEmergencies(chain, `0x${twinId}`)) {
        const grant = grants.find(({ grantId }) => grantId === opened.grantId);
        const record = (await chain.view('emergency', ABI, 'recordOf', [opened.grantId])) as {
          openedAt: number;
          reviewed: boolean;
        };
        const known = await this.#gateway.vault.getJson<{ reason: EmergencyReason; digest: Hex }>(
          entryOf(opened.grantId),
        );
        if (known !== undefined) recorded.add(known.digest);
        views.push({
          id: opened.grantId,
          hospital: opened.hospital,
          staff: opened.staff,
          ...(opened.secondStaff === ZERO_32 ? {} : { secondStaff: opened.secondStaff }),
          modules: twin === undefined || grant === undefined ? [] : modulesOf(twin, grant.terms.scopes),
          ...(known === undefined ? {} : { reason: known.reason }),
          openedAt: Number(record.openedAt),
          until: opened.until,
          state: grant?.live === true ? 'open' : 'over',
          reviewed: record.reviewed,
        });
      }
    } catch (error) {
      if (waiting.length === 0) throw error;
    }
    return [
      ...views,
      ...waiting.filter(({ digest }) => !recorded.has(digest)).map((each) => this.#viewOfWaiting(each)),
    ];
  }

  /** What an emergency that the chain does not have yet lets a member of staff read. */
  async coverage(twinId: string, staff: string, nowS: number): Promise<readonly Coverage[]> {
    return (await this.#waiting())
      .filter((each) => each.twinId === twinId && [each.staff, each.secondStaff].includes(staff))
      .filter(({ terms }) => nowS < Number(terms.until))
      .map(({ modules, terms }) => ({ modules, reason: 11 as const, until: Number(terms.until) }));
  }

  /** Opens on the chain what was opened while it was down. @returns how many */
  async turn(): Promise<number> {
    const nowS = this.#gateway.nowS();
    if (nowS < this.#notBeforeS) return 0;
    const due = (await this.#waiting()).filter(({ state }) => state === 'waiting');
    if (due.length === 0) return 0;
    this.#notBeforeS = nowS + AGAIN_S;
    let opened = 0;
    await this.#mutex.run(WAITING, async () => {
      for (const each of due) {
        try {
          await this.#send(each);
          opened++;
        } catch (error) {
          if (!(error instanceof ChainError)) throw error;
          if (error.code !== 'refused') return;
          this.#forgetOpened(each.twinId, each.digest);
          // Over before the chain was back: its receipt is what accounts for it, and the audit shows it.
          await this.#put(
            (await this.#waiting()).map((other) =>
              other.digest === each.digest ? { ...other, state: 'late' as const } : other,
            ),
          );
          this.#told('an emergency could not be opened on the chain any more', each.twinId);
        }
      }
    });
    return opened;
  }

  /** Emergencies that the chain does not have. */
  async unrecorded(): Promise<readonly EmergencyView[]> {
    return (await this.#waiting()).map((each) => this.#viewOfWaiting(each));
  }

  get #self(): Hex {
    return bytesToHex(authorId(this.#gateway.key.identity.name));
  }

  async #domain(): Promise<{ chainId: number; contract: Address }> {
    const { chain, vault } = this.#gateway;
    // Where the contract is has to be known without the chain as well.
    const kept = await vault.getJson<Address>('emergency/contract');
    if (kept !== undefined) return { chainId: chain.consortium.chainId, contract: kept };
    const contract = await chain.contract('emergency');
    await vault.putJson('emergency/contract', contract);
    return { chainId: chain.consortium.chainId, contract };
  }

  async #known(twinId: string): Promise<KnownTwin> {
    const twin = await this.#twins.get(twinId);
    if (twin === undefined)
      throw new GatewayError(
        'twin-unknown',
        'This gateway knows no such twin. Its patient has to be introduced first.',
      );
    return twin;
  }

  /** Everything that can be said without the chain, so that it holds when the chain is down. @returns the modules that are opened */
  async #check(ask: EmergencyAsk, twin: KnownTwin): Promise<readonly string[]> {
    const { terms } = ask;
    const refuse = (why: string): never => {
      throw new GatewayError('emergency-refused', why);
    };
    const nowS = BigInt(this.#gateway.nowS());
    if (terms.hospital !== this.#self) refuse('terms.hospital: expected this hospital');
    if (terms.staff !== staffId(this.#gateway.id, ask.staff)) refuse('terms.staff: expected the clinician');
    const second = ask.secondStaff === undefined ? ZERO_32 : staffId(this.#gateway.id, ask.secondStaff);
    if (terms.secondStaff !== second || ask.secondStaff === ask.staff)
      refuse('terms.secondStaff: expected the second clinician, another one than the first');
    if (terms.until <= nowS || terms.until > nowS + BigInt(MAX_EMERGENCY_S))
      refuse(`terms.until: expected at most ${MAX_EMERGENCY_S} seconds ahead`);
    if (terms.reason !== reasonDigest(terms.twinId, ask.reasonSalt, ask.reason))
      refuse('terms.reason: expected the digest of the reason');
    if (namedPurpose(twin.twinId, twin.purposeSalt, [terms.purpose]) !== ask.purpose)
      refuse('terms.purpose: expected the digest of the purpose');
    const modules = modulesOf(twin, terms.scopes);
    if (modules.length !== terms.scopes.length)
      refuse('terms.scopes: expected modules that the hospital has a salt of');
    const basic = await this.#basicScopes(twin);
    const isBasic =
      basic.length > 0
        ? terms.scopes.every((scope) => basic.includes(scope))
        : modules.every((module) => (BASIC_MODULES as readonly string[]).includes(module));
    if (ask.secondStaff === undefined && !isBasic)
      refuse(
        'terms.scopes: one clinician alone opens allergies, medications and problems, or what the patient chose; a second one may open more',
      );
    await this.#checkSignature(ask.staff, terms, ask.signature, refuse);
    if (ask.secondStaff !== undefined)
      await this.#checkSignature(ask.secondStaff, terms, ask.secondSignature ?? '0x', refuse);
    return modules;
  }

  async #checkSignature(
    staff: string,
    terms: EmergencyTerms,
    signature: Hex,
    refuse: (why: string) => never,
  ): Promise<void> {
    const clinician = (await this.clinicians()).find(({ id }) => id === staff);
    if (clinician === undefined) return refuse('staff: expected a clinician whom this hospital authorised');
    const data = emergencyTypedData(await this.#domain(), terms);
    const signer = await recoverTypedDataAddress({ ...data, signature }).catch(() => zeroAddress);
    if (!isAddressEqual(signer, clinician.key))
      refuse('signature: expected that of the clinician’s key over the terms');
  }

  /** The patient's choice as the chain has it, or as it was seen last. Empty where nothing was chosen. */
  async #basicScopes(twin: KnownTwin): Promise<readonly Hex[]> {
    const { chain, vault } = this.#gateway;
    const entry = policyEntry(twin.twinId);
    try {
      const { digest } = (await chain.view('emergency', ABI, 'policyOf', [`0x${twin.twinId}`])) as {
        digest: Hex;
      };
      const scopes = digest === ZERO_32 ? [] : await this.#scopesOf(twin.twinId, digest);
      await vault.putJson(entry, { scopes } satisfies KeptPolicy);
      return scopes;
    } catch (error) {
      if (!(error instanceof ChainError) || error.code === 'refused') throw error;
      return (await vault.getJson<KeptPolicy>(entry))?.scopes ?? [];
    }
  }

  async #scopesOf(twinId: string, digest: Hex): Promise<readonly Hex[]> {
    const { chain } = this.#gateway;
    const logs = await chain.connection.reader
      .getContractEvents({
        address: await chain.contract('emergency'),
        abi: emergencyAbi,
        eventName: 'EmergencyPolicySet',
        args: { twinId: `0x${twinId}` },
        fromBlock: BigInt(chain.consortium.firstBlock),
      })
      .catch((error: unknown) => {
        throw chainErrorOf(error, 'events');
      });
    const set = logs.findLast(({ args }) => keccak256(concatHex([...(args.scopes ?? [])])) === digest);
    return set?.args.scopes ?? [];
  }

  async #receipt(ask: EmergencyAsk, digest: Hex): Promise<void> {
    await receiptBook(this.#gateway).write({
      twinId: ask.terms.twinId.slice(2),
      requestId: digest,
      requester: staffIdentity(this.#gateway.id, ask.staff, Number(this.#gateway.key.identity.epoch)),
      decision: 'permit',
      reason: 11,
      purpose: ask.purpose,
      scopes: ask.terms.scopes,
      block: await this.#lastBlock(),
    });
  }

  /** The newest block, or the last one that this gateway saw. */
  async #lastBlock(): Promise<{ number: number; hash: Hex }> {
    const { chain, vault } = this.#gateway;
    try {
      const { number, hash } = await chain.connection.reader.getBlock();
      const block = { number: Number(number), hash };
      await vault.putJson('emergency/block', block);
      return block;
    } catch {
      return (
        (await vault.getJson<{ number: number; hash: Hex }>('emergency/block')) ?? {
          number: 0,
          hash: ZERO_32,
        }
      );
    }
  }

  /** Opens on the chain; what it already has is found there. The caller holds the list. */
  async #send(each: Waiting): Promise<EmergencyView> {
    const { writer } = this.#gateway;
    const { chain } = this.#gateway;
    const twin = await this.#known(each.twinId);
    const terms = termsFromJson(each.terms);
    const basic = await this.#basicScopes(twin);
    let opened: OpenedEmergency | undefined;
    try {
      await writer.call('emergency', ABI, 'open', [
        terms,
        basic,
        each.signature,
        each.secondSignature ?? '0x',
      ]);
    } catch (error) {
      // A hospital that released something on the same signatures may have been faster.
      if (!(error instanceof ChainError) || error.code !== 'refused') throw error;
      opened = await findOpened(chain, terms);
      if (opened === undefined) throw error;
    }
    opened ??= await findOpened(chain, terms);
    if (opened === undefined)
      throw new ChainError('unconfirmed', 'The emergency was sent, and the chain does not tell of it yet.');
    await this.#gateway.vault.putJson(entryOf(opened.grantId), { reason: each.reason, digest: each.digest });
    await this.#put((await this.#waiting()).filter(({ digest }) => digest !== each.digest));
    this.#forgetOpened(each.twinId, each.digest);
    this.#told('emergency opened', each.twinId);
    const { id: _id, withoutChain: _without, ...view } = this.#viewOfWaiting(each);
    return { ...view, id: opened.grantId, state: 'open' };
  }

  #viewOfWaiting(each: Waiting): EmergencyView {
    return {
      id: each.digest,
      hospital: each.terms.hospital as Hex,
      staff: each.terms.staff as Hex,
      ...(each.secondStaff === undefined ? {} : { secondStaff: each.terms.secondStaff as Hex }),
      modules: each.modules,
      reason: each.reason,
      openedAt: each.openedAt,
      until: Number(each.terms.until),
      state: each.state,
      reviewed: false,
      ...(each.withoutChain === undefined ? {} : { withoutChain: each.withoutChain }),
    };
  }

  /** The chain's word stands in its place now, or it is over. */
  #forgetOpened(twinId: string, digest: Hex): void {
    if (this.#opened.get(twinId)?.digest === digest) this.#opened.delete(twinId);
  }

  async #waiting(): Promise<readonly Waiting[]> {
    return (await this.#gateway.vault.getJson<Waiting[]>(WAITING)) ?? [];
  }

  async #put(waiting: readonly Waiting[]): Promise<void> {
    await this.#gateway.vault.putJson(WAITING, waiting);
  }
}

/** What an open emergency's status on the chain is called. */
export async function isOpen(gateway: Pick<Gateway, 'chain'>, grantId: Hex): Promise<boolean> {
  const { status } = (await gateway.chain.view('access', accessAbi as Abi, 'grantState', [grantId])) as {
    status: number;
  };
  return GRANT_STATUS[status] === 'live';
}

function entryOf(grantId: Hex): string {
  return `emergency/${grantId}`;
}

function modulesOf(twin: KnownTwin, scopes: readonly Hex[]): string[] {
  const id = fromHex(twin.twinId, 32);
  return Object.entries(twin.scopeSalts)
    .flatMap(([module, salt]) =>
      scopes.includes(bytesToHex(moduleScope(id, fromHex(salt, 32), module))) ? [module] : [],
    )
    .sort();
}
