/** What a gateway, or a patient's app, asks of other gateways. Nothing of an answer is believed that does not hash to what the chain has, or carry the signature it should. */

import type { Hospital } from '@twinseal/chain';
import type { PublicParameters } from '@twinseal/mibsc';
import {
  authorId,
  decodeManifest,
  hospitalIdentity,
  type Receipt,
  RecordError,
  type RecordSource,
  toHex,
  verifyReceipt,
} from '@twinseal/record';
import { bytesToHex, type Hex } from 'viem';
import type { PeerDirectory } from './directory.js';
import { PeerError } from './errors.js';
import { encodeInstance, type SentUpdate } from './instance-body.js';
import { DEFAULT_MAX_SKEW_S, signedFetch } from './message-signatures.js';
import { encodeObjects } from './objects.js';
import { lanePath, PEER_PREFIX } from './paths.js';
import { PeerSource } from './peer-source.js';
import { verifyReplicationReceipt } from './replication-receipt.js';
import { verifyStatement } from './statement.js';
import type {
  LaneRef,
  Peer,
  PeerClientLimits,
  PeerClientOptions,
  PeerFault,
  PeerRelease,
  PeerStatement,
  ReleaseAsk,
  ReplicationReceipt,
} from './types.js';

export const DEFAULT_CLIENT_LIMITS: PeerClientLimits = {
  partBytes: 96 * 2 ** 20,
  manifestBytes: 16 * 2 ** 20,
  capsuleBytes: 16 * 2 ** 20,
  capsules: 16_384,
  cacheBytes: 64 * 2 ** 20,
};

/** Bytes of an answer in JSON, a receipt, or an error. */
const SMALL_BYTES = 65_536;
/** Most capsules, and bytes of them, in one request. */
const CAPSULES_AT_ONCE = 1024;
const CAPSULE_BYTES_AT_ONCE = 4 * 2 ** 20;
/** More time for a body, per MiB: a slow line between hospitals has 8 Mbit/s. */
const UPLOAD_MS_PER_MIB = 1000;

/** One request to a peer. */
export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below the prefix, without a leading slash; query included. */
  readonly path: string;
  readonly body?: Uint8Array;
  readonly contentType?: string;
  readonly maxBytes: number;
}

export class PeerClient {
  readonly params: PublicParameters;
  readonly directory: PeerDirectory;
  readonly limits: PeerClientLimits;
  readonly #options: PeerClientOptions;

  constructor(options: PeerClientOptions) {
    this.#options = options;
    this.params = options.params;
    this.directory = options.directory;
    this.limits = { ...DEFAULT_CLIENT_LIMITS, ...options.limits };
  }

  /**
   * Asks a gateway who it is.
   *
   * @returns what it says of itself, under the key that the chain names; `instance` tells processes apart
   * @throws PeerError `identity-shared`, `clock-skew`, and as {@link ask}; ChainError where the own chain does not answer
   */
  async identify(keeper: Hex): Promise<PeerStatement> {
    const challenge = bytesToHex(crypto.getRandomValues(new Uint8Array(32)));
    const { peer, body } = await this.ask(keeper, {
      method: 'GET',
      path: `about?challenge=${challenge}`,
      maxBytes: SMALL_BYTES,
    });
    const statement = await verifyStatement(parseJson(body), {
      ...peer,
      chainId: this.#options.chainId,
      challenge,
    });
    const apartS = Math.abs(statement.time - this.#nowS());
    if (apartS > this.#maxSkewS)
      throw clockSkew(peer, new Date(statement.time * 1000).toUTCString(), this.#nowS());
    return statement;
  }

  /**
   * Asks a keeper to release a lane, and checks its receipt: that the keeper signed it, that it speaks of this request, twin and requester, and that it says what the own chain says.
   *
   * @returns the keeper's word, a denial included
   * @throws PeerError `receipt-invalid`, `receipt-foreign`, and as {@link ask}, of which `onFault` is told as well; ChainError where the own chain does not answer
   */
  async release(keeper: Hex, ask: ReleaseAsk): Promise<PeerRelease> {
    try {
      return await this.releaseUntold(keeper, ask);
    } catch (error) {
      if (error instanceof PeerError) this.tell({ keeper, code: error.code, message: error.message });
      throw error;
    }
  }

  /** @internal As {@link release}, without a word to `onFault`. */
  async releaseUntold(keeper: Hex, ask: ReleaseAsk): Promise<PeerRelease> {
    const { requestId, purpose } = ask;
    const { peer, body } = await this.ask(keeper, {
      method: 'POST',
      path: `${lanePath(ask)}/release`,
      body: new TextEncoder().encode(JSON.stringify({ requestId, purpose })),
      contentType: 'application/json',
      maxBytes: SMALL_BYTES,
    });
    const { chain } = this.directory;
    let fields: Receipt;
    try {
      fields = verifyReceipt({ params: this.params, domain: chain.domain, receipt: body });
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      throw new PeerError('receipt-invalid', `The receipt of ${peer.id} is not accepted: ${error.code}.`, {
        cause: error,
      });
    }
    const [decision, own] = await Promise.all([chain.decision(requestId), this.#self()]);
    const server = hospitalIdentity(peer.id, peer.epoch);
    const requester = hospitalIdentity(own.id, own.epoch);
    const belongs =
      decision !== undefined &&
      fields.server.name === server.name &&
      fields.server.epoch === server.epoch &&
      fields.requester.name === requester.name &&
      fields.requester.epoch === requester.epoch &&
      bytesToHex(fields.requestId) === requestId &&
      toHex(fields.twinId) === ask.twinId &&
      fields.purpose === purpose &&
      (fields.decision === 'permit') === decision.permit &&
      fields.reason === decision.reason &&
      fields.blockNumber === decision.blockNumber &&
      bytesToHex(fields.blockHash) === decision.blockHash &&
      fields.scopes.map((scope) => bytesToHex(scope)).join() === decision.scopes.join() &&
      fields.time <= this.#nowS() + this.#maxSkewS;
    if (!belongs) {
      throw new PeerError(
        'receipt-foreign',
        `The receipt of ${peer.id} is of something else, or says other than the chain.`,
      );
    }
    const release = { permit: decision.permit, reason: decision.reason, receipt: body, fields };
    this.#options.onRelease?.(keeper, release);
    return release;
  }

  /**
   * A lane as its keepers serve it, each asked in turn for what the one before does not give. What does not hash to what is asked for is not taken; whoever sends it, stalls or
   * fails is passed over from then on, and `onFault` told once.
   *
   * @param keepers   author ids of hospitals, the likeliest first: the author, the custodian, other replicas
   * @param requestId under which each of them released the lane; undefined for the own lane
   * @param options   with a purpose, a keeper that has not released the lane is asked to when it is needed
   */
  laneSource(
    keepers: readonly Hex[],
    lane: LaneRef,
    requestId: Hex | undefined,
    options: { readonly purpose?: string } = {},
  ): RecordSource {
    return this.#source(keepers, lane, requestId, options.purpose);
  }

  /**
   * Asks keepers, in turn, until one releases a lane.
   *
   * @returns the lane, from that one and where it fails from the others; undefined where none releases it now
   * @throws ChainError where the own chain does not answer
   */
  async fetch(keepers: readonly Hex[], ask: ReleaseAsk): Promise<RecordSource | undefined> {
    const source = this.#source(keepers, ask, ask.requestId, ask.purpose);
    return (await source.open()) ? source : undefined;
  }

  /**
   * Gives an instance of the own lane into another keeper's care. Repeating it changes nothing and mends what the keeper lost.
   *
   * @returns the keeper's word that it has the lane up to this instance, to be recorded in the contract `Storage`
   * @throws PeerError `conflict` (another instance has the place), `lane-behind` (with `next`), `stale`, `replica-invalid`, and as {@link ask}; ChainError
   */
  async pushInstance(keeper: Hex, update: SentUpdate): Promise<ReplicationReceipt> {
    const { author, twinId, seq } = decodeManifest(update.sealed.manifest);
    const lane = laneOf(twinId, author.name);
    const answer = await this.ask(keeper, {
      method: 'PUT',
      path: `${lanePath(lane)}/instances/${seq}`,
      body: encodeInstance(update),
      contentType: 'application/octet-stream',
      maxBytes: SMALL_BYTES,
    });
    return verifyReplicationReceipt(this.directory.chain, parseJson(answer.body), {
      holder: keeper,
      controller: answer.peer.controller,
      lane,
      count: seq + 1,
    });
  }

  /**
   * Gives capsules of the own lane into another keeper's care. Repeating it changes nothing.
   *
   * @throws PeerError `refused` (a capsule of another lane or issuer, or too many), and as {@link ask}; ChainError
   */
  async pushCapsules(keeper: Hex, lane: LaneRef, capsules: readonly Uint8Array[]): Promise<void> {
    for (let at = 0; at < capsules.length; ) {
      const batch: Uint8Array[] = [];
      let bytes = 0;
      for (const capsule of capsules.slice(at, at + CAPSULES_AT_ONCE)) {
        if (batch.length > 0 && bytes + capsule.length > CAPSULE_BYTES_AT_ONCE) break;
        batch.push(capsule);
        bytes += capsule.length;
      }
      const { body } = await this.ask(keeper, {
        method: 'PUT',
        path: `${lanePath(lane)}/capsules`,
        body: encodeObjects(batch),
        contentType: 'application/octet-stream',
        maxBytes: SMALL_BYTES,
      });
      if ((parseJson(body) as { kept?: unknown } | null)?.kept !== batch.length) {
        throw new PeerError('garbage', 'The keeper does not say that it kept what it was given.');
      }
      at += batch.length;
    }
  }

  /**
   * One signed request, and its answer where it is a good one.
   *
   * @throws PeerError `unknown-peer`, `inactive-peer`, `bad-endpoint`; `unreachable`, `timeout`, `too-large`, `redirected`, `compressed`, `garbage`; `not-found`, `clock-skew`,
   *   `conflict`, `lane-behind`, `stale`, `identity-shared`, `refused`, `unavailable`
   * @throws ChainError where the own chain does not answer
   */
  async ask(
    keeper: Hex,
    asked: Asked,
  ): Promise<{ readonly peer: Peer; readonly body: Uint8Array; readonly headers: Headers }> {
    const peer = await this.directory.peer(keeper);
    const { method, path, body, contentType, maxBytes } = asked;
    const response = await signedFetch(
      this.#options,
      `${peer.origin}${PEER_PREFIX}/${path}`,
      {
        method,
        ...(body === undefined ? {} : { body }),
        ...(contentType === undefined ? {} : { contentType }),
      },
      {
        timeoutMs: this.#options.timeoutMs + Math.ceil(((body?.length ?? 0) / 2 ** 20) * UPLOAD_MS_PER_MIB),
        maxBytes,
      },
    );
    if (response.status !== 200) throw this.#refusal(peer, response.status, response.headers, response.body);
    return { peer, body: response.body, headers: response.headers };
  }

  /** @internal Tells of a keeper that was passed over. */
  tell(fault: PeerFault): void {
    this.#options.onFault?.(fault);
  }

  #source(
    keepers: readonly Hex[],
    lane: LaneRef,
    requestId: Hex | undefined,
    purpose: string | undefined,
  ): PeerSource {
    return new PeerSource(this, keepers, lane, requestId, purpose);
  }

  /** A peer's refusal. Its words are not repeated: they are anybody's. */
  #refusal(peer: Peer, status: number, headers: Headers, body: Uint8Array): PeerError {
    const error = errorOf(body);
    const said = `${peer.id} answers ${status}${error.code === undefined ? '' : ` (${error.code})`}`;
    if (error.code === 'clock-skew')
      return clockSkew(peer, headers.get('date') ?? 'of no date', this.#nowS(), status);
    if (status === 404) return new PeerError('not-found', `${said}: not there, or not ours.`, { status });
    if (status === 409) {
      const codes = {
        'lane-behind': 'lane-behind',
        'version-stale': 'stale',
        'epoch-stale': 'stale',
        'identity-shared': 'identity-shared',
      } as const;
      const code = codes[error.code as keyof typeof codes] ?? 'conflict';
      return new PeerError(code, `${said}.`, {
        status,
        ...(error.next === undefined ? {} : { next: error.next }),
      });
    }
    if (status === 429 || status === 503)
      return new PeerError('unavailable', `${said}: not now.`, { status });
    if (status === 401 || status === 413 || status === 422)
      return new PeerError('refused', `${said}.`, { status });
    return new PeerError('garbage', `${said}, which is no answer to this.`, { status });
  }

  async #self(): Promise<Hospital> {
    const own = await this.directory.byController(this.#options.account.address);
    if (own === undefined) {
      throw new PeerError(
        'inactive-peer',
        'The own account controls no active hospital on the chain: nothing is released to it.',
      );
    }
    return own;
  }

  #nowS(): number {
    return this.#options.nowS?.() ?? Math.floor(Date.now() / 1000);
  }

  get #maxSkewS(): number {
    return this.#options.maxSkewS ?? DEFAULT_MAX_SKEW_S;
  }
}

function clockSkew(peer: Peer, theirs: string, nowS: number, status?: number): PeerError {
  const ours = new Date(nowS * 1000).toUTCString();
  return new PeerError(
    'clock-skew',
    `The clocks differ: ${peer.id} says ${printable(theirs)}, this machine ${ours}. Set the one that is wrong.`,
    status === undefined ? {} : { status },
  );
}

function errorOf(body: Uint8Array): { code?: string; next?: number } {
  let json: unknown;
  try {
    json = body.length <= SMALL_BYTES ? JSON.parse(new TextDecoder().decode(body)) : undefined;
  } catch {
    return {};
  }
  const { code, next } = ((json as { error?: unknown } | undefined)?.error ?? {}) as {
    code?: unknown;
    next?: unknown;
  };
  return {
    ...(typeof code === 'string' && /^[a-z-]{1,40}$/.test(code) ? { code } : {}),
    ...(Number.isSafeInteger(next) && (next as number) >= 0 ? { next: next as number } : {}),
  };
}

/** A date header as a peer sends it, cut to what a date is made of. */
function printable(text: string): string {
  return text.slice(0, 40).replace(/[^A-Za-z0-9 ,:]/g, '?');
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (cause) {
    throw new PeerError('garbage', 'The answer is no JSON.', { cause });
  }
}

function laneOf(twinId: Uint8Array, authorName: string): LaneRef {
  return { twinId: toHex(twinId), authorId: toHex(authorId(authorName)) };
}
