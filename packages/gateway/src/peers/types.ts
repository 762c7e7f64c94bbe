/** The types that the peers' rooms share: who signs, who answers, what is asked. */

import type { PublicParameters } from '@twinseal/mibsc';
import type { Receipt } from '@twinseal/record';
import type { Address, Hex, LocalAccount } from 'viem';
import type { KeyedMutex } from '../internal/keyed-mutex.js';
import type { PeerDirectory } from './directory.js';
import type { PeerFaultCode } from './errors.js';

/** Who signs requests: an account of a chain. */
export interface PeerSigner {
  readonly account: LocalAccount;
  readonly chainId: number;
  /** The clock, seconds since 1970; the machine's by default. */
  nowS?(): number;
}

/** How long to wait for a whole answer, and how much of it to take. */
export interface FetchLimits {
  /** From the first byte sent to the last received, in milliseconds. */
  readonly timeoutMs: number;
  /** Most bytes of the answer's body. */
  readonly maxBytes: number;
}

/** An answer, whole and within its limits. */
export interface PeerResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** An active hospital of the consortium, as a peer to ask. */
export interface Peer {
  readonly authorId: Hex;
  /** Without `hospital:`. */
  readonly id: string;
  readonly epoch: number;
  readonly controller: Address;
  /** Origin of its gateway, such as `https://north.example:8443`; no path. */
  readonly origin: string;
}

export interface PeerDirectoryOptions {
  /** How long an answer of the chain is used before it is asked for again, in seconds; 0 to ask always. */
  readonly ttlS: number;
  /** Whether endpoints on the loopback interface are asked, http included: in tests and on one machine only. */
  readonly loopback: boolean;
}

/** A lane by its ids, 64 lowercase hexadecimal digits each. */
export interface LaneRef {
  readonly twinId: string;
  readonly authorId: string;
}

/** What a hospital asks of a keeper, once the chain has decided. */
export interface ReleaseAsk extends LaneRef {
  readonly requestId: Hex;
  /** HL7 v3 PurposeOfUse code; the receipt says it to the patient. */
  readonly purpose: string;
}

/** A keeper's answer, its receipt checked. */
export interface PeerRelease {
  readonly permit: boolean;
  /** REC-23. */
  readonly reason: number;
  /** As the keeper signed it; the requester keeps it beside the keeper's own. */
  readonly receipt: Uint8Array;
  readonly fields: Receipt;
}

/** A keeper that was passed over, and why. */
export interface PeerFault {
  readonly keeper: Hex;
  readonly code: PeerFaultCode;
  readonly message: string;
}

/** What a gateway takes and gives at most. */
export interface PeerServerLimits {
  /** Bytes of an instance with its parts. */
  readonly instanceBytes: number;
  /** Bytes of the capsules in one request or answer. */
  readonly capsuleBytes: number;
  /** Capsules in one request or answer. */
  readonly capsules: number;
  /** Capsules kept of one lane. */
  readonly capsulesPerLane: number;
  /** Manifests in one answer. */
  readonly manifests: number;
  /** Requests a minute of one caller. */
  readonly requestsPerMinute: number;
  /** Requests a minute from one network address, authenticated or not. */
  readonly requestsPerMinutePerAddress: number;
  /** Instances being received at once, altogether and from one network address: each takes memory before its signature can be checked. */
  readonly instancesAtOnce: number;
}

export interface PeerRoutesOptions {
  /** The gateway's own origin as the chain's directory has it: what callers sign as `@authority`. Never taken from a request. */
  readonly origin: string;
  /** Tolerance between clocks, in seconds; DEFAULT_MAX_SKEW_S by default. */
  readonly maxSkewS?: number;
  readonly limits?: Partial<PeerServerLimits>;
  /** One thing at a time for each twin, shared with whoever else writes lanes in this process; an own one by default. */
  readonly mutex?: KeyedMutex;
  /** Told, after it is durable, what a peer or patient gave into keeping: what follows from it (anchoring, refreshing) is the gateway's affair. */
  readonly onKept?: (what: 'instance' | 'capsules', lane: LaneRef, count: number) => void | Promise<void>;
  /** The word of a lane in batches that is here under the author's batch of that number; none where left out. */
  readonly wordOf?: (lane: LaneRef, batch: number) => Promise<Uint8Array | undefined>;
  /** Told when a request comes in that is signed under this gateway's own identity: another process has its key. */
  readonly onIdentityShared?: () => void;
  /** Random name of this process, by which a second gateway under the same identity is told apart; made by default. */
  readonly instance?: string;
}

export interface PeerClientOptions extends PeerSigner {
  /** Whose chain is the client's own. */
  readonly directory: PeerDirectory;
  readonly params: PublicParameters;
  /** For one request, in milliseconds. */
  readonly timeoutMs: number;
  readonly limits?: Partial<PeerClientLimits>;
  /** Tolerance between clocks, in seconds; DEFAULT_MAX_SKEW_S by default. */
  readonly maxSkewS?: number;
  /** Told of every keeper that was passed over. */
  readonly onFault?: (fault: PeerFault) => void;
  /** Told of every answer to a request for release, its receipt checked: what the requester may keep as its own evidence. */
  readonly onRelease?: (keeper: Hex, release: PeerRelease) => void;
}

/** What a client takes at most of one answer. */
export interface PeerClientLimits {
  /** Bytes of a part: slot and payload. */
  readonly partBytes: number;
  /** Bytes of a page of manifests. */
  readonly manifestBytes: number;
  /** Bytes of a page of capsules. */
  readonly capsuleBytes: number;
  /** Capsules taken from one keeper of one lane. */
  readonly capsules: number;
  /** Bytes of fetched parts remembered until they are asked for. */
  readonly cacheBytes: number;
}

/** A holder's word that it keeps a lane up to and including an instance (contract `Storage`). */
export interface ReplicationReceipt {
  readonly twinId: Hex;
  readonly authorId: Hex;
  readonly holder: Hex;
  /** How many instances, from the first. */
  readonly count: number;
  /** Digest over the addresses of the objects held. */
  readonly objects: Hex;
  /** Salted digest of where they lie. */
  readonly location: Hex;
  /** The holder's next nonce in the contract, decimal. */
  readonly nonce: string;
  /** Seconds since 1970, until when it may be recorded on the chain. */
  readonly deadline: number;
  /** EIP-712, 65 bytes, by the holder's controlling account. */
  readonly signature: Hex;
}

/** What a gateway says of itself, signed under its on-chain identity. */
export interface PeerStatement {
  readonly authorId: Hex;
  readonly chainId: number;
  readonly origin: string;
  /** Random, one per process: 32 hexadecimal digits. */
  readonly instance: string;
  /** The server's clock, seconds since 1970. */
  readonly time: number;
  /** What the asker chose, 32 bytes. */
  readonly challenge: Hex;
  readonly signature: Hex;
}
