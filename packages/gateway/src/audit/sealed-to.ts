/**
 * The audit: what was sealed to whom, held against what the chain says who might read; which releases and issues are not accounted for; what is out of the ordinary. It reads capsules, receipts and the
 * chain, needs no key, and changes nothing.
 *
 * It cannot see which modules an instance touches, and so names instances with the scope under which a capsule would open them; and a copy of a capsule that never came near a store is not seen by anybody.
 */

import { type ConsortiumReader, chainErrorOf } from '@twinseal/chain';
import { dataRequestAbi, emergencyAbi } from '@twinseal/contracts';
import {
  type Capsule,
  decodeCapsule,
  decodeReceipt,
  formatIdentity,
  formatName,
  hospitalAuthorId,
  type LaneHead,
  parseName,
  type Receipt,
  RecordError,
  toHex,
} from '@twinseal/record';
import type { BlobStore, Ledger } from '@twinseal/store';
import { type Abi, bytesToHex, type Hex } from 'viem';
import { openedEmergencies } from '../emergency/basic-modules.js';
import { anchoredBatches, challenges, coveredBy, firstForeignBatch } from '../receipts/batches.js';
import { capsuleIssueId } from '../receipts/capsule-issue.js';
import { type GrantInterval, grantHistory, wasGranted } from './grant-history.js';

/** One thing that the audit found. Names places and kinds, never content. */
export interface AuditFinding {
  /** Stable; docs/AUDIT.md has the list. */
  readonly code: AuditCode;
  readonly where: string;
  readonly detail: string;
}

/** What must not be. */
export const WRONG = [
  'sealed-without-grant',
  'capsule-without-grant',
  'capsule-without-receipt',
  'read-without-grant',
  'receipts-altered',
  'receipts-overdue',
  'omission-proved',
  'author-misbehaved',
] as const;
/** What somebody should look at. */
export const NOTICEABLE = [
  'receipts-unanchored',
  'challenge-open',
  'emergency-unreviewed',
  'emergency-rate',
  'emergency-without-chain',
  'requests-refused',
  'own-lane-read',
  'batch-overtaken',
  'lane-withheld',
] as const;
export type AuditCode = (typeof WRONG)[number] | (typeof NOTICEABLE)[number];

export interface AuditReport {
  readonly checked: {
    readonly twins: number;
    readonly lanes: number;
    readonly capsules: number;
    readonly receipts: number;
    readonly emergencies: number;
  };
  /** What must not be. */
  readonly wrong: readonly AuditFinding[];
  /** What somebody should look at. */
  readonly noticed: readonly AuditFinding[];
}

export interface AuditInput {
  readonly chain: ConsortiumReader;
  /** The hospital's id, without `hospital:`. */
  readonly hospital: string;
  readonly ledger: Pick<Ledger, 'allCapsules'>;
  readonly blobs: Pick<BlobStore, 'get'>;
  readonly receipts: { all(): readonly Uint8Array[] };
  /** Seconds since 1970. */
  readonly nowS: number;
}

/** Seconds that clocks of authors and of the chain may differ. */
const SLACK_S = 120;
/** Seconds that an emergency may last. */
const EMERGENCY_S = 86_400;
/** Seconds after which a receipt has to be on the chain: a day, as long as an emergency may last. */
const OVERDUE_S = 86_400;
/** Refusals of one hospital in a day from which on somebody should look. */
const MANY_REFUSALS = 10;
const DAY_S = 86_400;

interface Issued {
  readonly address: string;
  readonly capsule: Capsule;
}

/** Audits what one gateway keeps. @throws ChainError, StoreError where what has to be known cannot be */
export async function audit(input: AuditInput): Promise<AuditReport> {
  return new Audit(input).run();
}

class Audit {
  readonly #wrong: AuditFinding[] = [];
  readonly #noticed: AuditFinding[] = [];
  readonly #histories = new Map<Hex, Promise<GrantInterval[]>>();
  /** Twin and request id of every issue of this hospital. */
  readonly #issueIds = new Set<string>();
  /** Receipts of what was released in an emergency without the chain. */
  #releases: readonly Receipt[] = [];

  constructor(readonly input: AuditInput) {}

  async run(): Promise<AuditReport> {
    const issued = await this.#issued();
    const receipts = this.#receipts();
    await this.#findReleases(issued, receipts);
    const lanes = await this.#checkLanes(issued);
    this.#checkIssues(issued, receipts);
    await this.#checkReads(receipts, issued);
    await this.#checkAnchoring();
    const emergencies = await this.#checkEmergencies();
    await this.#checkRequests();
    return {
      checked: {
        twins: new Set(issued.map(({ capsule }) => toHex(capsule.twinId))).size,
        lanes,
        capsules: issued.length,
        receipts: this.input.receipts.all().length,
        emergencies,
      },
      wrong: this.#wrong,
      noticed: this.#noticed,
    };
  }

  #find(code: AuditCode, where: string, detail: string): void {
    const list = (WRONG as readonly string[]).includes(code) ? this.#wrong : this.#noticed;
    list.push({ code, where, detail });
  }

  #history(twinId: Hex): Promise<GrantInterval[]> {
    const known = this.#histories.get(twinId) ?? grantHistory(this.input.chain, twinId, this.input.nowS);
    this.#histories.set(twinId, known);
    return known;
  }

  async #issued(): Promise<Issued[]> {
    const found: Issued[] = [];
    for (const { address } of await this.input.ledger.allCapsules()) {
      const bytes = await this.input.blobs.get(address);
      if (bytes === undefined) continue;
      try {
        found.push({ address, capsule: decodeCapsule(bytes) });
      } catch (error) {
        // What does not decode is fsck's to name, and opens nothing.
        if (!(error instanceof RecordError)) throw error;
      }
    }
    return found;
  }

  #receipts(): Receipt[] {
    return this.input.receipts.all().flatMap((bytes) => {
      try {
        return [decodeReceipt(bytes)];
      } catch (error) {
        if (!(error instanceof RecordError)) throw error;
        return [];
      }
    });
  }

  /** Permits by emergency that neither the chain decided nor an issue of capsules accounts for: what was released without the chain. */
  async #findReleases(issued: readonly Issued[], receipts: readonly Receipt[]): Promise<void> {
    const byEmergency = receipts.filter(({ decision, reason }) => decision === 'permit' && reason === 11);
    if (byEmergency.length === 0) return;
    const known = new Set((await this.input.chain.decisions()).map(({ requestId }) => requestId));
    const issues = new Map<string, string[]>();
    for (const { address, capsule } of issued) {
      const { twinId, authorId, issuer, issuedAt, recipients } = capsule;
      for (const recipient of recipients) {
        const key = [toHex(twinId), toHex(authorId), issuer.name, issuedAt, formatIdentity(recipient)].join(
          ' ',
        );
        issues.set(key, [...(issues.get(key) ?? []), address]);
      }
    }
    for (const [key, addresses] of issues) known.add(capsuleIssueId(Number(key.split(' ')[3]), addresses));
    this.#releases = byEmergency.filter(({ requestId }) => !known.has(bytesToHex(requestId)));
  }

  #wasReleasedWithoutChain(twinId: Hex, recipient: string, scope: Hex, issuedAt: number): boolean {
    return this.#releases.some(
      ({ twinId: of, requester, scopes, time }) =>
        bytesToHex(of) === twinId &&
        requester.name === recipient &&
        scopes.some((each) => bytesToHex(each) === scope) &&
        time <= issuedAt + SLACK_S &&
        issuedAt - time < EMERGENCY_S,
    );
  }

  /** Every recipient of every capsule had a live grant when it was issued, and when each instance was anchored that it opens. */
  async #checkLanes(issued: readonly Issued[]): Promise<number> {
    const heads = new Map<string, LaneHead>();
    for (const { address, capsule } of issued) {
      const [twinId, author] = [bytesToHex(capsule.twinId), bytesToHex(capsule.authorId)];
      const lane = `${twinId.slice(2)}/${author.slice(2)}`;
      const head = heads.get(lane) ?? (await this.input.chain.laneHead(twinId, author));
      if (!heads.has(lane)) this.#checkBatches(lane, head);
      heads.set(lane, head);
      const history = await this.#history(twinId);
      const scope = bytesToHex(capsule.scope);
      const patient = formatName({ kind: 'patient', twinId: capsule.twinId });
      for (const recipient of capsule.recipients) {
        // The author has what it wrote, and the patient everything.
        if (recipient.name === patient || recipient.name === head.authorName) continue;
        const who = parseName(recipient.name);
        if (who.kind === 'patient') {
          this.#find(
            'capsule-without-grant',
            `${lane} capsule ${address.slice(0, 16)}`,
            `it names another twin's patient, ${formatIdentity(recipient)}`,
          );
          continue;
        }
        const hospital = bytesToHex(hospitalAuthorId(who.hospital));
        const ask = { hospital, scope, sealingEpoch: capsule.sealingEpoch };
        if (wasGranted(history, { ...ask, atS: capsule.issuedAt }, SLACK_S)) {
          // As it should be.
        } else if (this.#wasReleasedWithoutChain(twinId, recipient.name, scope, capsule.issuedAt)) {
          this.#find(
            'emergency-without-chain',
            `${lane} capsule ${address.slice(0, 16)}`,
            `issued to ${formatIdentity(recipient)} for scope ${scope} in an emergency that was decided without the chain`,
          );
        } else {
          this.#find(
            'capsule-without-grant',
            `${lane} capsule ${address.slice(0, 16)}`,
            `issued to ${formatIdentity(recipient)} for scope ${scope} without a grant that was live then`,
          );
        }
        for (const { seq, accessVersion, blockTime } of head.instances) {
          if (accessVersion !== capsule.sealingEpoch || blockTime <= capsule.issuedAt) continue;
          if (wasGranted(history, { ...ask, atS: blockTime }, SLACK_S)) continue;
          this.#find(
            'sealed-without-grant',
            `${lane} #${seq}`,
            `its parts under scope ${scope} are sealed to ${formatIdentity(recipient)}, who had no live grant at its block`,
          );
        }
      }
    }
    return heads.size;
  }

  /** What the contract does not look at in a batch: versions and rights at its block, and whether the author's maps agree. */
  #checkBatches(lane: string, head: LaneHead): void {
    for (const { code, detail } of head.noted ?? [])
      this.#find(code === 'lane-withheld' ? code : 'author-misbehaved', lane, `${code}: ${detail}`);
    for (const { seq, batch, accessVersion, versionInForce, mayContribute } of head.instances) {
      if (batch === undefined) continue;
      const isStale = versionInForce !== undefined && BigInt(versionInForce) !== BigInt(accessVersion);
      if (!isStale && mayContribute !== false) continue;
      this.#find(
        'batch-overtaken',
        `${lane} #${seq}`,
        isStale
          ? `sealed under access version ${accessVersion}; ${versionInForce} was in force at the block of batch ${batch}`
          : `its author had no right to contribute at the block of batch ${batch}`,
      );
    }
  }

  /** Every issue of this hospital stands in a receipt for each of its recipients (REC-26). */
  #checkIssues(issued: readonly Issued[], receipts: readonly Receipt[]): void {
    const self = formatName({ kind: 'hospital', hospital: this.input.hospital });
    const known = new Set(
      receipts.map(
        ({ twinId, requestId, requester }) =>
          `${toHex(twinId)} ${toHex(requestId)} ${formatIdentity(requester)}`,
      ),
    );
    const issues = new Map<string, Issued[]>();
    for (const each of issued) {
      if (
        each.capsule.issuer.name !== self ||
        toHex(each.capsule.authorId) !== toHex(hospitalAuthorId(this.input.hospital))
      )
        continue;
      const key = `${toHex(each.capsule.twinId)} ${each.capsule.issuedAt}`;
      issues.set(key, [...(issues.get(key) ?? []), each]);
    }
    for (const [key, list] of issues) {
      const { twinId, issuedAt } = (list[0] as Issued).capsule;
      const recipients = new Set(list.flatMap(({ capsule }) => capsule.recipients.map(formatIdentity)));
      for (const recipient of recipients) {
        if (recipient.startsWith(`${self}#`)) continue;
        const own = list.filter(({ capsule }) =>
          capsule.recipients.some((each) => formatIdentity(each) === recipient),
        );
        const id = capsuleIssueId(
          issuedAt,
          own.map(({ address }) => address),
        );
        this.#issueIds.add(`${toHex(twinId)} ${id.slice(2)}`);
        if (!known.has(`${toHex(twinId)} ${id.slice(2)} ${recipient}`)) {
          this.#find(
            'capsule-without-receipt',
            `issue ${key}`,
            `${own.length} capsules were issued to ${recipient}, and no receipt says so`,
          );
        }
      }
    }
  }

  /** Every permit of this hospital that the chain did not decide itself rests on a grant; and reads of the own lane are named, for whoever keeps an eye on them. */
  async #checkReads(receipts: readonly Receipt[], issued: readonly Issued[]): Promise<void> {
    const decided = new Set((await this.input.chain.decisions()).map(({ requestId }) => requestId));
    const ownLanes = new Set(
      issued
        .filter(({ capsule }) => toHex(capsule.authorId) === toHex(hospitalAuthorId(this.input.hospital)))
        .map(({ capsule }) => toHex(capsule.twinId)),
    );
    const ownReads = new Map<string, number>();
    for (const receipt of receipts) {
      const who = parseName(receipt.requester.name);
      if (receipt.decision === 'deny' || who.kind === 'patient' || decided.has(bytesToHex(receipt.requestId)))
        continue;
      const twin = toHex(receipt.twinId);
      const isIssue = this.#issueIds.has(`${twin} ${toHex(receipt.requestId)}`);
      // Emergencies that the chain has not heard of yet are accounted for by the receipt itself.
      if (isIssue || receipt.reason === 11) continue;
      const history = await this.#history(bytesToHex(receipt.twinId));
      const hospital = bytesToHex(hospitalAuthorId(who.hospital));
      const uncovered = receipt.scopes.filter(
        (scope) => !wasGranted(history, { hospital, scope: bytesToHex(scope), atS: receipt.time }, SLACK_S),
      );
      if (uncovered.length === 0) continue;
      if (who.hospital === this.input.hospital && ownLanes.has(twin)) {
        ownReads.set(receipt.requester.name, (ownReads.get(receipt.requester.name) ?? 0) + 1);
        continue;
      }
      this.#find(
        'read-without-grant',
        `receipt ${receipt.index} of ${twin}`,
        `${formatIdentity(receipt.requester)} was permitted ${uncovered.length} scopes without a grant that was live then`,
      );
    }
    for (const [name, count] of ownReads) {
      this.#find(
        'own-lane-read',
        name,
        `read what the hospital wrote itself ${count} times, without a grant of the patient`,
      );
    }
  }

  async #checkAnchoring(): Promise<void> {
    const { chain, hospital, nowS } = this.input;
    const all = this.input.receipts.all();
    const server = bytesToHex(hospitalAuthorId(hospital));
    const batches = await anchoredBatches(chain, server);
    const foreign = firstForeignBatch(all, batches);
    if (foreign !== undefined) {
      this.#find(
        'receipts-altered',
        `batch ${foreign} of ${hospital}`,
        'the log does not hold the receipts that were anchored',
      );
    }
    const open = this.#receiptsFrom(coveredBy(batches));
    const oldest = open[0];
    if (oldest !== undefined) {
      const late = nowS - oldest.time > OVERDUE_S;
      this.#find(
        late ? 'receipts-overdue' : 'receipts-unanchored',
        hospital,
        `${open.length} receipts are in no batch on the chain yet${late ? ', the oldest for more than a day' : ''}`,
      );
    }
    for (const { id, status, answerBy, server: of } of await challenges(chain)) {
      if (status === 'omitted')
        this.#find(
          'omission-proved',
          `challenge ${id}`,
          `hospital ${of} signed a receipt and never anchored it`,
        );
      if (status === 'open')
        this.#find(
          'challenge-open',
          `challenge ${id}`,
          `hospital ${of} has to answer by ${new Date(answerBy * 1000).toISOString()}`,
        );
    }
  }

  #receiptsFrom(position: number): Receipt[] {
    return this.input.receipts
      .all()
      .slice(position)
      .flatMap((bytes) => {
        try {
          return [decodeReceipt(bytes)];
        } catch {
          return [];
        }
      });
  }

  async #checkEmergencies(): Promise<number> {
    const { chain } = this.input;
    const opened = await openedEmergencies(chain);
    for (const { grantId, twinId, hospital, until } of opened) {
      const record = (await chain.view('emergency', emergencyAbi as Abi, 'recordOf', [grantId])) as {
        reviewed: boolean;
      };
      if (record.reviewed || until > this.input.nowS) continue;
      this.#find(
        'emergency-unreviewed',
        `emergency ${grantId}`,
        `of twin ${twinId.slice(2)} by hospital ${hospital}: it is over, and nobody has looked into it`,
      );
    }
    const rates = await chain.connection.reader
      .getContractEvents({
        address: await chain.contract('emergency'),
        abi: emergencyAbi,
        eventName: 'EmergencyRateUnusual',
        fromBlock: BigInt(chain.consortium.firstBlock),
      })
      .catch((error: unknown) => {
        throw chainErrorOf(error, 'events');
      });
    const worst = new Map<string, number>();
    for (const { args } of rates) {
      const key = `${args.hospital} on ${dayOf(Number(args.day))}`;
      worst.set(key, Math.max(worst.get(key) ?? 0, Number(args.count)));
    }
    for (const [where, count] of worst)
      this.#find('emergency-rate', where, `${count} emergencies in one day, more than is usual`);
    return opened.length;
  }

  /** Hospitals that were refused often in one day. */
  async #checkRequests(): Promise<void> {
    const { chain } = this.input;
    const filter = {
      address: await chain.contract('requests'),
      abi: dataRequestAbi,
      fromBlock: BigInt(chain.consortium.firstBlock),
    } as const;
    const { reader } = chain.connection;
    const [asked, decided] = await Promise.all([
      reader.getContractEvents({ ...filter, eventName: 'DataRequested' }),
      reader.getContractEvents({ ...filter, eventName: 'RequestDecided' }),
    ]).catch((error: unknown) => {
      throw chainErrorOf(error, 'events');
    });
    const hospitals = new Map(asked.map(({ args }) => [args.requestId, args.hospital]));
    const counts = new Map<string, number>();
    const days = new Map<bigint, string>();
    for (const log of decided) {
      if (log.args.permit === true) continue;
      const day =
        days.get(log.blockNumber) ??
        dayOf(
          Math.floor(Number((await reader.getBlock({ blockNumber: log.blockNumber })).timestamp) / DAY_S),
        );
      days.set(log.blockNumber, day);
      const key = `${hospitals.get(log.args.requestId)} on ${day}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    for (const [where, count] of counts) {
      if (count >= MANY_REFUSALS)
        this.#find('requests-refused', where, `${count} requests were refused in one day`);
    }
  }
}

/** A day since 1970 as its date. */
function dayOf(day: number): string {
  return new Date(day * DAY_S * 1000).toISOString().slice(0, 10);
}
