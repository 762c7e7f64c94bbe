/**
 * The decision. One pure function for every path on which something leaves the gateway: what is asked and what is known go in, permit or deny with its reason comes out. What is
 * not permitted below is denied.
 *
 * The facts are gathered by `facts.ts` for the Twin API and by the peers' routes for other gateways; this page is all there is to know about who may do what.
 *
 * | operation        | an account                          | staff of this hospital                                          | a peer |
 * |------------------|-------------------------------------|-----------------------------------------------------------------|--------|
 * | `read-public`    | anybody, signed in or not           |                                                                 |        |
 * | `read-own`       | yes                                 | yes                                                             | no     |
 * | `list-twins`     | yes (its own)                       | any role (the hospital's)                                       | no     |
 * | `read-record`    | no: it opens the sealed objects     | clinician, purpose, and a live grant or the own lane            | no     |
 * | `read-sealed`    | control                             | clinician with a live grant or own lane; auditor of known twins | author of the lane, or what was released to it |
 * | `read-consents`  | control, proxy                      | clinician as above; registrar, auditor of known twins           | no     |
 * | `read-receipts`  | control, proxy                      | auditor of known twins                                          | no     |
 * | `read-recovery`  | control, proxy, guardian, successor | registrar, auditor of known twins                               | no     |
 * | `read-salts`     | control                             | no                                                              | no     |
 * | `relay-consent`  | control, proxy, guardian, successor | registrar, operator of known twins                              | no     |
 * | `request-access` | no                                  | clinician of known twins                                        | no     |
 * | `open-emergency` | no                                  | clinician of known twins                                        | no     |
 * | `take-record`    | no                                  | registrar, operator of known twins                              | no     |
 * | `administer`     | no                                  | registrar, auditor, operator                                    | no     |
 *
 * A twin is known where its patient was introduced to this hospital. A consent that names no twin yet (an introduction, a registration) may be handed over by anybody who
 * signed in; what it says is checked by whoever takes it.
 */

import type { Ask, ChainHead, Decision, Denial, Obligation, StaffRole, Unusual } from './ask.js';
import { isPurpose, isWithin } from './purposes.js';

/** What a live grant of the patient lets this hospital read. */
export interface Coverage {
  /** Modules, of which the hospital knows the names. */
  readonly modules: readonly string[];
  /** 0 granted, 11 granted by emergency access (REC-23). */
  readonly reason: 0 | 11;
  /** Seconds since 1970 from which on it is over, whatever the chain has said of it since. */
  readonly until: number;
}

/** What an account is to a twin, as the chain has it. `successor`: the account that a recovery under way would make its control. */
export type AccountStanding = 'control' | 'proxy' | 'guardian' | 'successor';

/** What is known of the twin that is asked about. */
export interface TwinFacts {
  /** Whether this gateway knows it, by its patient's introduction. */
  readonly known: boolean;
  /** Whether this hospital has written a lane of it. */
  readonly ownLane: boolean;
  /** Of an account: what it is to the twin; nothing for most. */
  readonly standing?: readonly AccountStanding[];
  /** Of staff: what may be read for the purpose given. */
  readonly coverage?: readonly Coverage[];
  /** Why the chain covers nothing (REC-23), where it does not. */
  readonly refusal?: number;
  /** Of a peer: its lane, or a lane that was released to it under a request whose permit stands. */
  readonly peer?: 'author' | 'released';
}

/** How much a caller has asked for lately. */
export interface Volume {
  /** More than the gateway answers in an hour. */
  readonly isExceeded: boolean;
  readonly unusual: readonly Unusual[];
}

/** What is known at the moment of the question. */
export interface Facts {
  /** Seconds since 1970. */
  readonly nowS: number;
  /** The block as of which the chain was asked. */
  readonly asOf?: ChainHead;
  /** Absent where the question is about no twin. */
  readonly twin?: TwinFacts;
  readonly volume?: Volume;
}

const UNKNOWN_TWIN: TwinFacts = { known: false, ownLane: false };
/** Reason numbers of REC-23. */
const GRANTED = 0;
const BY_EMERGENCY = 11;

/** Decides. Pure: the same question and facts have the same answer. */
export function decide(ask: Ask, facts: Facts): Decision {
  const verdict = facts.volume?.isExceeded === true ? deny('volume') : judge(ask, facts);
  const unusual = [...(facts.volume?.unusual ?? []), ...unusualPurpose(ask)];
  const marks = {
    ...(facts.asOf === undefined ? {} : { asOf: facts.asOf }),
    ...(unusual.length === 0 ? {} : { unusual }),
  };
  if (!verdict.permit) {
    const { reason, code } = verdict;
    return { permit: false, reason, ...(code === undefined ? {} : { code }), obligations: ['log'], ...marks };
  }
  const { reason, modules, ownLane } = verdict;
  return {
    permit: true,
    reason,
    obligations: obligationsOf(ask, reason, unusual),
    ...(modules === undefined ? {} : { modules }),
    ...(ownLane === undefined ? {} : { ownLane }),
    ...marks,
  };
}

type Verdict =
  | {
      readonly permit: true;
      readonly reason: number;
      readonly modules?: readonly string[];
      readonly ownLane?: boolean;
    }
  | { readonly permit: false; readonly reason: Denial; readonly code?: number };

const PERMIT: Verdict = { permit: true, reason: GRANTED };

function deny(reason: Denial, code?: number): Verdict {
  return { permit: false, reason, ...(code === undefined ? {} : { code }) };
}

function judge(ask: Ask, facts: Facts): Verdict {
  const { caller, operation } = ask;
  if (operation === 'read-public') return PERMIT;
  const twin = ask.twinId === undefined ? undefined : (facts.twin ?? UNKNOWN_TWIN);
  switch (caller.kind) {
    case 'nobody':
      return deny('not-signed-in');
    case 'peer':
      if (operation !== 'read-sealed') return deny('not-this-kind-of-caller');
      return twin?.peer === undefined ? deny('not-released') : PERMIT;
    case 'account':
      return judgeAccount(ask, twin);
    case 'staff':
      return judgeStaff(ask, caller.roles, twin, facts.nowS);
  }
}

/** Which standing lets an account do what. */
const ACCOUNTS: Partial<Readonly<Record<Ask['operation'], readonly AccountStanding[]>>> = {
  'read-sealed': ['control'],
  'read-salts': ['control'],
  'read-consents': ['control', 'proxy'],
  'read-receipts': ['control', 'proxy'],
  'read-recovery': ['control', 'proxy', 'guardian', 'successor'],
  'relay-consent': ['control', 'proxy', 'guardian', 'successor'],
};

function judgeAccount({ operation }: Ask, twin: TwinFacts | undefined): Verdict {
  if (operation === 'read-own' || operation === 'list-twins') return PERMIT;
  const needed = ACCOUNTS[operation];
  if (needed === undefined) return deny('not-this-kind-of-caller');
  if (twin === undefined) return operation === 'relay-consent' ? PERMIT : deny('twin-unknown');
  return needed.some((standing) => twin.standing?.includes(standing) === true)
    ? PERMIT
    : deny('not-the-patient');
}

/** Which role lets a member of staff do what with a twin that the hospital knows. */
const ROLES: Partial<Readonly<Record<Ask['operation'], readonly StaffRole[]>>> = {
  'read-sealed': ['auditor'],
  'read-consents': ['registrar', 'auditor'],
  'read-receipts': ['auditor'],
  'read-recovery': ['registrar', 'auditor'],
  'relay-consent': ['registrar', 'operator'],
  'request-access': ['clinician'],
  'open-emergency': ['clinician'],
  'take-record': ['registrar', 'operator'],
};
/** What a clinician may do with a twin of which the hospital may read something. */
const CLINICAL: readonly Ask['operation'][] = ['read-record', 'read-sealed', 'read-consents'];

function judgeStaff(
  ask: Ask,
  roles: readonly StaffRole[],
  twin: TwinFacts | undefined,
  nowS: number,
): Verdict {
  const { operation } = ask;
  if (operation === 'read-own') return PERMIT;
  if (operation === 'list-twins') return roles.length > 0 ? PERMIT : deny('role-missing');
  if (operation === 'administer') {
    return roles.some((role) => role !== 'clinician') ? PERMIT : deny('role-missing');
  }
  if (operation === 'relay-consent' && twin === undefined) {
    return roles.some((role) => ROLES[operation]?.includes(role) === true) ? PERMIT : deny('role-missing');
  }
  const needed = ROLES[operation];
  const isClinical = CLINICAL.includes(operation) && roles.includes('clinician');
  const byRole = needed?.some((role) => roles.includes(role)) === true;
  if (!byRole && !isClinical) {
    return deny(
      needed === undefined && operation !== 'read-record' ? 'not-this-kind-of-caller' : 'role-missing',
    );
  }
  if (twin === undefined || !twin.known) return deny('twin-unknown');
  if (byRole) return PERMIT;
  return judgeReading(ask, twin, nowS);
}

/** Reading by the patient's grants, and of what the hospital wrote itself. */
function judgeReading(ask: Ask, twin: TwinFacts, nowS: number): Verdict {
  if (ask.operation === 'read-record' && (ask.purpose === undefined || !isPurpose(ask.purpose)))
    return deny('no-grant');
  const live = (twin.coverage ?? []).filter(({ until }) => nowS < until);
  const wanted = ask.modules === undefined ? undefined : new Set(ask.modules);
  const covered = (of: readonly Coverage[]) => [
    ...new Set(of.flatMap(({ modules }) => modules).filter((module) => wanted?.has(module) !== false)),
  ];
  const modules = covered(live).sort();
  if (modules.length === 0 && !twin.ownLane) return deny('no-grant', twin.refusal ?? 3);
  // What a grant of the patient's covers is not called an emergency.
  const granted = covered(live.filter(({ reason }) => reason === GRANTED));
  const byEmergency = modules.length > 0 && granted.length < modules.length;
  return { permit: true, reason: byEmergency ? BY_EMERGENCY : GRANTED, modules, ownLane: twin.ownLane };
}

function obligationsOf(ask: Ask, reason: number, unusual: readonly Unusual[]): readonly Obligation[] {
  if (ask.operation === 'read-public' || ask.operation === 'read-own') return [];
  const duties: Obligation[] = ['log'];
  if (ask.operation === 'read-record') duties.push('receipt');
  if (reason === BY_EMERGENCY || ask.operation === 'open-emergency' || unusual.length > 0)
    duties.push('notify-patient');
  return duties;
}

/** Staff reads for treatment; whatever else it reads for may be right, and is worth a look. */
function unusualPurpose({ caller, operation, purpose }: Ask): readonly Unusual[] {
  if (caller.kind !== 'staff' || operation !== 'read-record' || purpose === undefined) return [];
  return isPurpose(purpose) && isWithin(purpose, 'TREAT') ? [] : ['purpose'];
}
