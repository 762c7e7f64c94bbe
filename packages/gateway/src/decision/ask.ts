/**
 * The question that stands before every answer of the Twin API: who wants to do what with which twin, and for what. One function answers it (`decide.ts`); nothing else
 * in the gateway permits.
 */

import type { Address, Hex } from 'viem';

/** What a member of the hospital's staff may be; policy inside the hospital, not cryptography. */
export const STAFF_ROLES = ['clinician', 'registrar', 'auditor', 'operator'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Who asks, as sign-in has established it. */
export type Caller =
  /** Somebody who did not sign in. */
  | { readonly kind: 'nobody' }
  /** An account that proved its key: a patient, a proxy, a guardian. What it is to a twin, the chain says at the moment of the question. */
  | { readonly kind: 'account'; readonly address: Address; readonly session: string }
  /** A member of this hospital's staff. */
  | {
      readonly kind: 'staff';
      /** Stable in the hospital: 1 to 63 of a-z, 0-9 and -. Never a name. */
      readonly id: string;
      readonly roles: readonly StaffRole[];
      /** How it was shown: the hospital's OpenID provider, or the operator's token of this gateway. */
      readonly by: 'oidc' | 'operator-token';
    }
  /** The gateway of another hospital, by its signed request. */
  | {
      readonly kind: 'peer';
      /** The hospital's author id, 64 hexadecimal digits. */
      readonly authorId: string;
      readonly address: Address;
    };

/**
 * What can be wanted. Each route of the API names one.
 *
 * - `read-public`: what anybody may know of consortium and chain.
 * - `read-own`: the caller's own account: session, notifications.
 * - `list-twins`: the twins that the caller may see at all.
 * - `read-record`: opened content at a hospital: modules, timeline, flags, master. Needs purpose; receipted.
 * - `read-sealed`: a lane's sealed objects, for the patient (or the author) to open.
 * - `read-consents`: grants, requests, decisions, emergencies of a twin.
 * - `read-receipts`: access receipts of a twin and their proofs.
 * - `read-recovery`: who may recover a lost key of a twin, and what is under way; for guardians as well.
 * - `read-salts`: the salts under which the chain knows a twin's modules and purposes.
 * - `relay-consent`: hand over something that the patient (or a proxy, a guardian) signed.
 * - `request-access`: ask the chain in the hospital's name.
 * - `open-emergency`: break the glass.
 * - `take-record`: bring a record in.
 * - `administer`: mapping of record numbers, matching proposals, audit lists.
 */
export const OPERATIONS = [
  'read-public',
  'read-own',
  'list-twins',
  'read-record',
  'read-sealed',
  'read-consents',
  'read-receipts',
  'read-recovery',
  'read-salts',
  'relay-consent',
  'request-access',
  'open-emergency',
  'take-record',
  'administer',
] as const;
export type Operation = (typeof OPERATIONS)[number];

/** One question. */
export interface Ask {
  readonly caller: Caller;
  readonly operation: Operation;
  /** 64 lowercase hexadecimal digits, where it is about one twin. */
  readonly twinId?: string;
  /** Where it is about certain modules; all of the twin's otherwise. */
  readonly modules?: readonly string[];
  /** HL7 v3 PurposeOfUse code, such as `TREAT` (`purposes.ts`). */
  readonly purpose?: string;
  /** Of a peer: author id of the lane that it wants, 64 hexadecimal digits, and the request that it relies on. */
  readonly lane?: string;
  readonly requestId?: Hex;
}

/** What has to be done along with a permit, before anything is answered. */
export type Obligation =
  /** A signed access receipt, durable before the release. */
  | 'receipt'
  /** The patient is told at once, not only by the receipt. */
  | 'notify-patient'
  /** A line in the audit log. */
  | 'log';

/** The answer. The reason is for receipt and log; a caller who is denied learns that, and nothing else. */
export type Decision =
  | {
      readonly permit: true;
      /** A number of REASONS (docs/RECORD.md, REC-23). */
      readonly reason: number;
      readonly obligations: readonly Obligation[];
      /** Modules that are covered; what is asked for beyond them is not answered. All of the twin's where it is left out. */
      readonly modules?: readonly string[];
      /** Of `read-record`: whether the hospital's own lane may be shown, whatever is granted of the others'. */
      readonly ownLane?: boolean;
      /** The block as of which the chain was asked, where it was. */
      readonly asOf?: ChainHead;
      /** What is out of the ordinary about it; never a reason to refuse. */
      readonly unusual?: readonly Unusual[];
    }
  | {
      readonly permit: false;
      readonly reason: Denial;
      /** REC-23, where the chain has one to give. */
      readonly code?: number;
      readonly obligations: readonly Obligation[];
      readonly asOf?: ChainHead;
      readonly unusual?: readonly Unusual[];
    };

/** Why not; for the log. */
export type Denial =
  | 'not-signed-in'
  | 'not-this-kind-of-caller'
  | 'role-missing'
  | 'twin-unknown'
  | 'not-the-patient'
  | 'no-grant'
  | 'not-released'
  | 'volume';

/** A block of the chain, as far as a decision has to name it. */
export interface ChainHead {
  readonly number: number;
  readonly hash: Hex;
}

/**
 * What is out of the ordinary about a request. Told to patient and auditor.
 *
 * - `purpose`: a member of staff reads for something that is not treatment.
 * - `many-twins`: one member of staff reads of very many patients in an hour.
 * - `many-reads`: one caller reads one twin very often in an hour.
 * - `many-denials`: one caller was refused very often in an hour, as somebody is who guesses.
 */
export type Unusual = 'purpose' | 'many-twins' | 'many-reads' | 'many-denials';
