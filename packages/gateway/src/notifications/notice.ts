/** What somebody is told of: that something happened to a twin, who did it, where to look. Never a clinical value, a name, or a module of what was written. */

/**
 * `instance`: a new instance stands on the chain. `flag`: flags were newly raised. `request`: a hospital asked, and what the chain decided. `grant`, `revocation`, `narrowing`: who may read has changed.
 * `emergency`, `emergency-closed`, `emergency-reviewed`: the glass was broken, and what became of it. `receipt`: data left this hospital, or was refused. `unusual`: a request out of the ordinary.
 * `control`: the twin's key, its guardians or proxies. `erasure`: something is to be erased.
 */
export const NOTICE_KINDS = [
  'instance',
  'flag',
  'request',
  'grant',
  'revocation',
  'narrowing',
  'emergency',
  'emergency-closed',
  'emergency-reviewed',
  'receipt',
  'unusual',
  'control',
  'erasure',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Whom a notice is for; each has its own delivery. */
export const AUDIENCES = ['hospital', 'clinicians', 'patient'] as const;
export type Audience = (typeof AUDIENCES)[number];

/**
 * Who has got a notice. A proxy sees what its patient sees, and that is no delivery to the patient: it is counted by itself.
 */
export type Receiver = Audience | 'proxies';

/** Details: ids, counts, numbers of reasons. */
export type NoticeAbout = Readonly<Record<string, string | number | boolean>>;

export interface NewNotice {
  /** Tells this occasion from others: the same one twice is one notice. */
  readonly key: string;
  readonly kind: NoticeKind;
  /** 64 hexadecimal digits. */
  readonly twinId: string;
  readonly about: NoticeAbout;
  readonly audience: readonly Audience[];
}

export interface Notice extends NewNotice {
  /** Later notices have greater ones. */
  readonly id: number;
  /** Seconds since 1970. */
  readonly at: number;
  /** When each first got it, seconds since 1970. */
  readonly delivered: Readonly<Partial<Record<Receiver, number>>>;
}
