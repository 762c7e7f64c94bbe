/** What the page and its worker say to each other. The worker holds the identity key and everything that it opens; the page shows what it is given. */

import type { ConsortiumInfo } from '../chain/consortium.js';
import type { Precautions } from '../chain/precautions.js';
import type { Slip } from '../keys/slip.js';

/** What the worker needs for a session. */
export interface OpenSession {
  /** Origin of the gateway that serves the page. */
  readonly origin: string;
  readonly token: string;
  readonly consortium: ConsortiumInfo;
  readonly slip: Slip;
  /** Encoded, of the scheme; moved to the worker and overwritten there once it is decoded. */
  readonly identityKey: Uint8Array;
  /** authorId of the twin's custodian, who may issue capsules; `0x` hexadecimal. */
  readonly custodian?: string;
  /** The reader's own node on this machine, where one was named. */
  readonly ownNode?: string;
}

/** Against what the chain's word was checked. */
export interface HeadReport {
  readonly blockNumber: number;
  readonly blockHash: string;
  /** Seconds since 1970. */
  readonly blockTime: number;
  readonly agreeing: readonly string[];
  readonly others: readonly string[];
}

/** One instance of a lane. */
export interface LaneEntry {
  readonly seq: number;
  /** When it was anchored, seconds since 1970. */
  readonly time: number;
  /** Modules of the parts that verified and opened. */
  readonly modules: readonly string[];
  /** As the gateway tells of the chain's tombstones. */
  readonly isErased: boolean;
}

/** A lane as it was found. */
export interface LaneReport {
  /** `hospital:…` or `patient:…`. */
  readonly author: string;
  /** Instances that the chain has, proved. */
  readonly instances: number;
  /** Parts that verified and opened. */
  readonly opened: number;
  /** Parts that the patient had erased. */
  readonly erased: number;
  /** Instance by instance, oldest first; none where the lane is not here. */
  readonly entries: readonly LaneEntry[];
  /** `verified`, `not-here` (this gateway does not keep the lane), `faulty`: something was found wrong. */
  readonly state: 'verified' | 'not-here' | 'faulty';
  /** In words, each once with its number. */
  readonly findings: readonly { readonly code: string; readonly words: string; readonly count: number }[];
}

/** One line of the record. */
export interface RecordLine {
  /** RFC 3339. */
  readonly time: string;
  readonly title: string;
  readonly detail: string;
  readonly modules: readonly string[];
  readonly count: number;
  /** Who says so. */
  readonly authors: readonly string[];
  readonly isContradicted: boolean;
}

export interface RecordReport {
  readonly head: HeadReport;
  readonly lanes: readonly LaneReport[];
  /** Hospitals of which the chain proves that they never wrote anything. */
  readonly empty: readonly string[];
  /** Newest first. */
  readonly lines: readonly RecordLine[];
  /** Lines by module. */
  readonly modules: readonly { readonly module: string; readonly lines: number }[];
  /** The name in the record, where it holds one. */
  readonly name?: string;
}

/** Which grants the chain proves to be live, and whether there are others. */
export interface GrantsReport {
  readonly head: HeadReport;
  readonly version: number;
  /** The next nonce of the patient's consents, decimal. */
  readonly nonce: string;
  /** Grant ids, `0x` hexadecimal. */
  readonly live: readonly string[];
}

/** An access, as its receipt has it. */
export interface AccessReport {
  readonly server: string;
  readonly index: number;
  readonly requester: string;
  readonly decision: 'permit' | 'deny';
  readonly reason: string;
  readonly purpose: string;
  readonly modules: readonly string[];
  /** Scopes of which the page does not know the module. */
  readonly unknownScopes: number;
  /** Seconds since 1970. */
  readonly time: number;
  /** Whether the server's signature and the place in its chain of receipts hold. */
  readonly signature: 'verified' | 'faulty';
  /** Whether the chain holds it: proved from the agreed block, not yet there, or claimed and not proved. */
  readonly anchoring: 'proved' | 'not-yet' | 'unproved';
  readonly requestId: string;
}

/** A hospital of the directory, proved from the chain. */
export interface DirectoryEntry {
  readonly id: string;
  readonly status: 'none' | 'active' | 'suspended' | 'removed';
  /** Identity epoch of its key. */
  readonly epoch: number;
  /** Where its gateway answers. */
  readonly endpoint: string;
}

export interface DirectoryReport {
  readonly head: HeadReport;
  readonly hospitals: readonly DirectoryEntry[];
}

/** A hospital to be asked for its receipts. */
export interface ReceiptServer {
  readonly id: string;
  /** Identity epoch of its key on the chain. */
  readonly epoch: number;
  readonly origin: string;
  /** Of the patient's session there. */
  readonly token: string;
}

/** What came of asking a hospital. */
export interface ServerReport {
  readonly id: string;
  /**
   * `checked`: it answered, and its receipts are one chain without gap; `faulty`: something is wrong with what it answered; `signed-out`: it does not know the session; `refused`, `no-answer`.
   */
  readonly state: 'checked' | 'faulty' | 'signed-out' | 'refused' | 'no-answer';
  /** Receipts that it showed. */
  readonly receipts: number;
}

export interface AccessesReport {
  readonly head: HeadReport;
  /** Of all hospitals that answered, newest first. */
  readonly accesses: readonly AccessReport[];
  readonly servers: readonly ServerReport[];
  /** What is wrong with the receipts of a hospital, in words. */
  readonly findings: readonly string[];
}

/** A grant as the gateway tells of it; the id is the hash of the terms, and whether it is live is proved. */
export interface GrantToServe {
  /** `0x` hexadecimal. */
  readonly grantId: string;
  readonly terms: {
    readonly hospital: string;
    readonly scopes: readonly string[];
    readonly notBefore: string;
    readonly expiry: string;
    readonly fullHistory: boolean;
  };
}

/** What was handed on of the patient's own lane. */
export interface HandedOn {
  /** Capsules that were sealed and handed to the custodian. */
  readonly capsules: number;
}

/** Guardians and the choice for emergencies, proved from the chain. */
export interface PrecautionsReport extends Precautions {
  readonly head: HeadReport;
}

/** What can be asked of the worker, and what it answers. */
export interface WorkerCalls {
  'open-session': { readonly ask: OpenSession; readonly answer: { readonly ok: true } };
  'own-node': { readonly ask: { readonly url: string | undefined }; readonly answer: { readonly ok: true } };
  'check-head': { readonly ask: Record<never, never>; readonly answer: HeadReport };
  'open-record': { readonly ask: Record<never, never>; readonly answer: RecordReport };
  'check-grants': { readonly ask: Record<never, never>; readonly answer: GrantsReport };
  'hand-on-own-lane': {
    readonly ask: {
      readonly grants: readonly GrantToServe[];
      /** The custodian's gateway, where the lane is. */
      readonly keeper: { readonly origin: string; readonly token: string };
    };
    readonly answer: HandedOn;
  };
  'check-precautions': { readonly ask: Record<never, never>; readonly answer: PrecautionsReport };
  'check-directory': { readonly ask: Record<never, never>; readonly answer: DirectoryReport };
  'check-accesses': {
    readonly ask: { readonly servers: readonly ReceiptServer[] };
    readonly answer: AccessesReport;
  };
}

export type CallName = keyof WorkerCalls;

export interface WorkerRequest<K extends CallName = CallName> {
  readonly id: number;
  readonly call: K;
  readonly ask: WorkerCalls[K]['ask'];
}

export type WorkerReply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: string }
  | { readonly id: number; readonly progress: string };
