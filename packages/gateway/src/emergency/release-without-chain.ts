/**
 * What a keeper releases in an emergency of another hospital while the chain is down: the sealed objects of the lanes that it keeps, and the capsules of the basic modules that it may issue, on the clinicians' signed
 * statement and a durable receipt of its own. Everything goes by what the chain said last, and the answer says so. When the chain is back the keeper sees to it itself that the emergency stands there.
 *
 * While the chain answers nothing is released here: the chain decides then.
 */

import { ChainError, type Hospital } from '@twinseal/chain';
import { emergencyAbi } from '@twinseal/contracts';
import {
  formatIdentity,
  hospitalAuthorId,
  hospitalIdentity,
  parseIdentityText,
  toHex,
} from '@twinseal/record';
import type { CapsuleRow } from '@twinseal/store';
import type { Abi, Address, Hex } from 'viem';
import { HeadWatch } from '../decision/head-watch.js';
import type { KeyedMutex } from '../internal/keyed-mutex.js';
import type { NewNotice } from '../notifications/notice.js';
import { DEFAULT_MAX_SKEW_S } from '../peers/message-signatures.js';
import { notFound, Refusal } from '../peers/refusal.js';
import type { LaneRef } from '../peers/types.js';
import type { Gateway } from '../ports.js';
import { receiptCapsules } from '../receipts/capsule-issue.js';
import { receiptBook } from '../receipts/receipt-book.js';
import type { KnownTwin, KnownTwins } from '../twins/known-twins.js';
import { issuedTo } from '../usecases/deliver-capsules.js';
import { ownAuthor } from '../usecases/take-record.js';
import { findOpened } from './basic-modules.js';
import { keptHead } from './kept-lane.js';
import type { KnownBlock, KnownConsortium, LastKnown, LastOfTwin } from './last-known.js';
import { type InNeed, issueMissing, readCapsules } from './reissue-capsules.js';
import {
  basicScopes,
  checkStatement,
  type EmergencyStatement,
  isPurposeOf,
  StatementError,
} from './statement.js';
import { type EmergencyTerms, emergencyDigest, termsFromJson } from './terms.js';

const RELEASED = 'emergency/released';
/** How long the node may take to show that it answers, in ms. */
const CHAIN_TIMEOUT_MS = 3_000;
/** How long its silence is believed, in ms: each page of a lane asks. */
const SILENCE_MS = 2_000;
/** Openings of one hospital in a day beyond which somebody should look: what the contract has. */
const USUAL_PER_DAY = 10;
const DAY_S = 86_400;
/** Releases remembered after they stand on the chain, in seconds: a month. */
const REMEMBERED_S = 30 * DAY_S;
/** Seconds before an opening that the chain did not take is tried again. */
const AGAIN_S = 5;

/** A release, as the keeper remembers it. */
interface Kept {
  /** What was signed. */
  readonly digest: Hex;
  readonly statement: EmergencyStatement;
  /** What was released, of what was asked for. */
  readonly scopes: readonly Hex[];
  /** The receipt's place in the twin's chain of this keeper. */
  readonly receipt: number;
  readonly block: KnownBlock;
  /** Seconds since 1970. */
  readonly at: number;
  /** `late`: the chain was back only after the emergency was over; the receipt accounts for it. */
  readonly state: 'waiting' | 'opened' | 'late';
}

/** One lane that was released, by what the keeper knows of it. */
export interface ReleasedLane {
  readonly authorId: string;
  readonly author: string;
  readonly instances: readonly {
    readonly h: string;
    readonly mk: string;
    readonly accessVersion: number;
    readonly time: number;
    readonly authorEpoch: string;
    readonly proof: string;
    readonly blockNumber: number;
    readonly tombstone?: { readonly blockNumber: number; readonly time: number };
  }[];
}

/** A keeper's answer. */
export interface EmergencyRelease {
  /** It was decided without the chain, by this block. */
  readonly withoutChain: KnownBlock;
  /** As signed, in hexadecimal. */
  readonly receipt: string;
  readonly scopes: readonly Hex[];
  readonly lanes: readonly ReleasedLane[];
}

export interface ReleaseParts {
  readonly gateway: Gateway;
  readonly twins: Pick<KnownTwins, 'get'>;
  readonly known: LastKnown;
  /** One thing at a time for each twin. */
  readonly mutex: KeyedMutex;
  readonly told?: (what: string, twinId: string, count?: number) => void;
  readonly notify?: (notice: NewNotice) => void;
}

export class ReleasesWithoutChain {
  readonly #parts: ReleaseParts;
  readonly #heads: HeadWatch;
  #silentUntilMs = 0;
  #notBeforeS = 0;

  constructor(parts: ReleaseParts) {
    this.#parts = parts;
    this.#heads = new HeadWatch(parts.gateway.chain, CHAIN_TIMEOUT_MS);
  }

  /** Who signs requests of a hospital, as far as it is known without the chain: the active one that an account controls. */
  async caller(account: Address): Promise<Hospital | undefined> {
    const known = await this.#parts.known.consortium();
    const found = (known?.hospitals ?? []).filter(
      ({ status, controller }) => status === 1 && controller.toLowerCase() === account.toLowerCase(),
    );
    return found.length === 1 ? found[0] : undefined;
  }

  /** @throws Refusal `chain-answers` where the own node does */
  async assertSilence(): Promise<void> {
    if (performance.now() < this.#silentUntilMs) return;
    try {
      await this.#heads.head();
    } catch (error) {
      if (!(error instanceof ChainError)) throw error;
      this.#silentUntilMs = performance.now() + SILENCE_MS;
      return;
    }
    throw new Refusal(409, 'chain-answers', 'The chain answers here: it decides, and is to be asked.');
  }

  /**
   * Releases to a hospital what the statement opens. Asked again, it is the same release, with the same receipt.
   *
   * @throws Refusal `chain-answers`, `emergency-refused`, `not-found`; StoreError where the receipt could not be made durable: nothing is released then
   */
  async release(
    hospital: Hospital,
    twinId: string,
    statement: EmergencyStatement,
  ): Promise<EmergencyRelease> {
    await this.assertSilence();
    const { gateway, twins, known, mutex } = this.#parts;
    const consortium = await known.consortium();
    if (consortium === undefined) throw notFound();
    const domain = { chainId: gateway.chain.consortium.chainId, contract: consortium.contract };
    const terms = await checkStatement(statement, {
      hospital,
      clinicians: consortium.clinicians,
      domain,
      nowS: gateway.nowS(),
      slackS: DEFAULT_MAX_SKEW_S,
    }).catch((error: unknown) => {
      if (!(error instanceof StatementError)) throw error;
      throw new Refusal(422, 'emergency-refused', error.message);
    });
    if (terms.twinId !== `0x${twinId}`)
      throw new Refusal(422, 'invalid', 'terms.twinId: expected the twin of the path');
    const [twin, last] = await Promise.all([twins.get(twinId), known.twin(twinId)]);
    if (twin === undefined || last === undefined) throw notFound();
    return mutex.run(twinId, () =>
      this.#release({
        hospital,
        twin,
        last,
        consortium,
        statement,
        terms,
        digest: emergencyDigest(domain, terms),
      }),
    );
  }

  /** What a hospital may read of a lane under a release: scopes, without 0x. @throws Refusal `chain-answers` */
  async permitted(digest: Hex, hospital: Hex, lane: LaneRef): Promise<ReadonlySet<string> | undefined> {
    await this.assertSilence();
    const kept = (await this.#kept()).find((each) => each.digest === digest);
    const terms = kept && termsFromJson(kept.statement.terms);
    if (kept === undefined || terms?.hospital !== hospital || terms.twinId !== `0x${lane.twinId}`)
      return undefined;
    if (terms.until <= BigInt(this.#parts.gateway.nowS())) return undefined;
    return new Set(kept.scopes.map((scope) => scope.slice(2)));
  }

  /** Sees to it that what was released without the chain stands on it. @returns how many do now */
  async turn(): Promise<number> {
    const { gateway } = this.#parts;
    const nowS = gateway.nowS();
    if (nowS < this.#notBeforeS) return 0;
    const due = (await this.#kept()).filter(({ state }) => state === 'waiting');
    if (due.length === 0) return 0;
    this.#notBeforeS = nowS + AGAIN_S;
    let count = 0;
    for (const each of due) {
      const state = await this.#anchor(each);
      if (state === 'waiting') continue;
      await this.#change((all) =>
        all.map((other) => (other.digest === each.digest ? { ...other, state } : other)),
      );
      const twinId = each.statement.terms.twinId.slice(2);
      if (state === 'late') {
        this.#parts.told?.(
          'an emergency released without the chain was over before the chain was back',
          twinId,
        );
        this.#tell(each, 'emergency-never-on-chain');
      } else count++;
    }
    return count;
  }

  async #anchor({ statement }: Kept): Promise<Kept['state']> {
    const { chain, writer } = this.#parts.gateway;
    const terms = termsFromJson(statement.terms);
    try {
      if ((await findOpened(chain, terms)) !== undefined) return 'opened';
      const policy = await this.#parts.known.policy(terms.twinId.slice(2));
      await writer.call('emergency', emergencyAbi as Abi, 'open', [
        terms,
        policy,
        statement.signature,
        statement.secondSignature ?? '0x',
      ]);
      return 'opened';
    } catch (error) {
      if (!(error instanceof ChainError)) throw error;
      if (error.code !== 'refused') return 'waiting';
      // The hospital itself may have been faster.
      return (await findOpened(chain, terms)) === undefined ? 'late' : 'opened';
    }
  }

  async #release(ask: {
    readonly hospital: Hospital;
    readonly twin: KnownTwin;
    readonly last: LastOfTwin;
    readonly consortium: KnownConsortium;
    readonly statement: EmergencyStatement;
    readonly terms: EmergencyTerms;
    readonly digest: Hex;
  }): Promise<EmergencyRelease> {
    const { hospital, twin, last, consortium, statement, terms, digest } = ask;
    const { gateway, known } = this.#parts;
    const lanes = await this.#lanes(twin.twinId, last);
    if (lanes.length === 0) throw notFound();
    const before = (await this.#kept()).find((each) => each.digest === digest);
    const opened = basicScopes(terms, twin, await known.policy(twin.twinId));
    const scopes = before?.scopes ?? [...opened.keys()].sort();
    const { block } = consortium;
    const write = (decision: 'permit' | 'deny', reason: number, of: readonly Hex[]) =>
      receiptBook(gateway).write({
        twinId: twin.twinId,
        requestId: digest,
        requester: hospitalIdentity(hospital.id, hospital.epoch),
        decision,
        reason,
        purpose: statement.purpose,
        scopes: of,
        block,
      });
    if (before === undefined && (scopes.length === 0 || !isPurposeOf(statement, twin))) {
      // REC-23: 7 scope not granted, 8 purpose not granted.
      await write('deny', scopes.length === 0 ? 7 : 8, terms.scopes);
      throw notFound();
    }
    let receipt = before?.receipt;
    if (receipt === undefined) {
      receipt = (await write('permit', 11, scopes)).index;
      await this.#change((all) => [
        ...all,
        {
          digest,
          statement,
          scopes,
          receipt: receipt as number,
          block,
          at: gateway.nowS(),
          state: 'waiting',
        },
      ]);
      await this.#announce(hospital, twin.twinId, digest);
    }
    await this.#issue(twin, last, block, {
      identity: hospitalIdentity(hospital.id, hospital.epoch),
      purposes: [terms.purpose],
      opens: (scope) => scopes.includes(scope),
    });
    return {
      withoutChain: block,
      receipt: toHex(receiptBook(gateway).get(twin.twinId, receipt)?.bytes ?? new Uint8Array()),
      scopes,
      lanes,
    };
  }

  /** Every lane of the twin that is kept here. */
  async #lanes(twinId: string, last: LastOfTwin): Promise<ReleasedLane[]> {
    const { ledger } = this.#parts.gateway;
    const lanes: ReleasedLane[] = [];
    for (const lane of (await ledger.lanes()).filter((each) => each.twinId === twinId)) {
      const head = await keptHead(ledger, lane, last.erasures);
      if (head === undefined) continue;
      lanes.push({
        authorId: lane.authorId,
        author: head.authorName,
        instances: head.instances.map((each) => ({
          h: toHex(each.h),
          mk: toHex(each.mk),
          accessVersion: Number(each.accessVersion),
          time: Number(each.time),
          authorEpoch: each.authorEpoch,
          proof: toHex(each.proof as Uint8Array),
          blockNumber: each.blockNumber,
          ...(each.tombstone === undefined ? {} : { tombstone: each.tombstone }),
        })),
      });
    }
    return lanes;
  }

  /** Issues what is missing: of the own lane as its author, of others as the custodian that may read them. */
  async #issue(twin: KnownTwin, last: LastOfTwin, block: KnownBlock, inNeed: InNeed): Promise<void> {
    const { gateway } = this.#parts;
    const self: Hex = `0x${toHex(hospitalAuthorId(gateway.id))}`;
    const isCustodian = last.custodian === self;
    for (const lane of (await gateway.ledger.lanes()).filter((each) => each.twinId === twin.twinId)) {
      if (`0x${lane.authorId}` === self) await this.#issueOwn(twin, last, block, inNeed);
      else if (isCustodian) {
        const held = await readCapsules(gateway, lane);
        const author = (await gateway.ledger.lane(lane))[0]?.author;
        const authorName = author === undefined ? '' : parseIdentityText(author).name;
        const readable = held.filter(({ sealingEpoch }) => sealingEpoch <= last.accessVersion);
        await issueMissing(gateway, twin, lane, {
          inNeed: [inNeed],
          readable,
          issued: held.filter(({ issuer }) => [authorName, gateway.key.identity.name].includes(issuer.name)),
          block,
        });
      }
    }
  }

  async #issueOwn(twin: KnownTwin, last: LastOfTwin, block: KnownBlock, inNeed: InNeed): Promise<void> {
    const { gateway } = this.#parts;
    const author = await ownAuthor(gateway, twin);
    const { issued, lastS } = await issuedTo(author, gateway);
    const issuedAt = Math.max(gateway.nowS(), lastS + 1);
    const recipient = formatIdentity(inNeed.identity);
    const capsules = new Map<string, Uint8Array>();
    const rows: CapsuleRow[] = [];
    for (const secret of await author.heldSecrets()) {
      const scope: Hex = `0x${toHex(secret.scope)}`;
      if (secret.sealingEpoch > last.accessVersion || !inNeed.opens(scope, secret.module)) continue;
      if (issued.get(`${scope.slice(2)}/${secret.sealingEpoch}`)?.has(recipient) === true) continue;
      const capsule = await author.issueCapsule(secret, [inNeed.identity], issuedAt);
      const address = await gateway.blobs.put(capsule);
      capsules.set(address, capsule);
      rows.push({
        address,
        twinId: twin.twinId,
        authorId: toHex(author.authorId),
        scope: scope.slice(2),
        sealingEpoch: secret.sealingEpoch,
        issuer: formatIdentity(author.identity),
      });
    }
    if (rows.length === 0) return;
    await receiptCapsules(gateway, {
      twinId: twin.twinId,
      issuedAt,
      capsules,
      recipients: [{ ...inNeed, byEmergency: true }],
      block,
    });
    for (const row of rows) await gateway.ledger.recordCapsule(row);
  }

  /** Loud, as an emergency on the chain is; and louder where one hospital has unusually many. */
  async #announce(hospital: Hospital, twinId: string, digest: Hex): Promise<void> {
    const { gateway, told, notify } = this.#parts;
    told?.('released in an emergency while the chain is down', twinId);
    notify?.({
      key: `emergency-without-chain/${digest}`,
      kind: 'emergency',
      twinId,
      about: { hospital: hospital.authorId, withoutChain: true },
      audience: ['hospital', 'clinicians', 'patient'],
    });
    const since = gateway.nowS() - DAY_S;
    const count = (await this.#kept()).filter(
      ({ at, statement }) => at > since && statement.terms.hospital === hospital.authorId,
    ).length;
    if (count <= USUAL_PER_DAY) return;
    told?.('emergencies of one hospital without the chain: more in a day than is usual', twinId, count);
    notify?.({
      key: `emergency-rate/${digest}`,
      kind: 'unusual',
      twinId,
      about: { what: 'emergency-rate', hospital: hospital.authorId, count },
      audience: ['hospital', 'patient'],
    });
  }

  #tell({ digest, statement }: Kept, what: string): void {
    this.#parts.notify?.({
      key: `${what}/${digest}`,
      kind: 'unusual',
      twinId: statement.terms.twinId.slice(2),
      about: { what, hospital: statement.terms.hospital },
      audience: ['hospital', 'patient'],
    });
  }

  async #kept(): Promise<readonly Kept[]> {
    return (await this.#parts.gateway.vault.getJson<Kept[]>(RELEASED)) ?? [];
  }

  #change(change: (all: readonly Kept[]) => readonly Kept[]): Promise<void> {
    const { gateway, mutex } = this.#parts;
    return mutex.run(RELEASED, async () => {
      const since = gateway.nowS() - REMEMBERED_S;
      const all = change(await this.#kept()).filter(({ state, at }) => state === 'waiting' || at > since);
      await gateway.vault.putJson(RELEASED, all);
    });
  }
}
