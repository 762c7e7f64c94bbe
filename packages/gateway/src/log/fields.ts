/**
 * What may stand in a log: this list, and each field in its form. Everything else is left out, so that a clinical value or a secret inside an object can only get into
 * a log by being added here. A value that has not its field's form is replaced by {@link WITHHELD}.
 */

/** Stands for a value that was not what its field may hold. */
export const WITHHELD = 'withheld';

type Form = (value: unknown) => string | number | boolean;

/** Digits of an id that a log shows: enough to tell a hospital's twins apart, too few to look one up by. */
const SHOWN_DIGITS = 8;

/** 32 bytes in hexadecimal, or 20 (an address), cut to their first digits. */
const shortened: Form = (value) => {
  const digits =
    typeof value === 'string' ? value.match(/^(?:0x)?([0-9a-f]{40}|[0-9a-f]{64})$/i)?.[1] : undefined;
  return digits === undefined ? WITHHELD : `${digits.slice(0, SHOWN_DIGITS).toLowerCase()}…`;
};

/** A finite number. */
const number: Form = (value) => {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' && Number.isFinite(value) ? value : WITHHELD;
};

const truth: Form = (value) => (typeof value === 'boolean' ? value : WITHHELD);

const matching =
  (pattern: RegExp): Form =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? value : WITHHELD;

/** A stable code or kind: words with hyphens, not a sentence and not a number of anything. */
const code = matching(/^[a-z]{1,24}\d{0,2}(?:[-/.][a-z]{1,24}\d{0,2}){0,7}$/);
/** Name of an error class or of a contract's error: one word with a capital and no digits beside letters of a name. */
const className = matching(/^[A-Z][A-Za-z0-9]{0,63}(?:_[A-Za-z0-9]{1,63})?$/);
/** `hospital:<id>`, with or without epoch; a hospital is no person. One without a letter could be a date or a record number, and is withheld. */
const hospital = matching(/^(?=.*[a-z])(?:hospital:)?[a-z0-9][a-z0-9-]{0,62}(?:#[1-9][0-9]{0,8})?$/);

const FORMS = {
  // Who and what.
  hospital,
  peer: hospital,
  twin: shortened,
  author: shortened,
  lane: shortened,
  request: shortened,
  grant: shortened,
  object: shortened,
  transaction: shortened,
  account: shortened,
  seq: number,
  epoch: number,
  accessVersion: number,
  blockNumber: number,
  chainId: number,
  // What came of it.
  code,
  kind: code,
  stage: code,
  finding: code,
  errorName: className,
  refusal: className,
  reason: number,
  permit: truth,
  attempt: number,
  status: number,
  signal: matching(/^SIG[A-Z0-9]{2,8}$/),
  exitCode: number,
  // How many and how long.
  count: number,
  twins: number,
  lanes: number,
  instances: number,
  parts: number,
  statements: number,
  duplicates: number,
  refused: number,
  capsules: number,
  objects: number,
  grants: number,
  requests: number,
  receipts: number,
  events: number,
  blocks: number,
  effects: number,
  findings: number,
  peers: number,
  bytes: number,
  gas: number,
  durationMs: number,
  skewS: number,
  fromBlock: number,
  toBlock: number,
  // Requests.
  method: matching(/^[A-Z]{3,8}$/),
  /** The route's pattern, such as `/peer/v1/object/:address`; never the address that was asked for. */
  route: matching(/^(?:\/(?::?[A-Za-z0-9_-]{1,32}|\*)?){1,12}$/),
  port: number,
  tls: truth,
  /** A number that the server gives a request. */
  reqId: matching(/^req-[a-z0-9]{1,12}$/),
  version: matching(/^\d+\.\d+\.\d+$/),
} satisfies Record<string, Form>;

export type LogField = keyof typeof FORMS;

/** Facts beside an event. An `error` is cut down to class, code and places in the program. */
export type LogFields = { readonly [field in LogField]?: unknown } & { readonly error?: unknown };

/** Names of the fields that a log may hold. */
export const LOG_FIELDS = Object.keys(FORMS) as readonly LogField[];

/** The allowed fields of an object, each in its form, and the number of those left out as `dropped`. */
export function allowedFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const allowed: Record<string, unknown> = {};
  let dropped = 0;
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    if (Object.hasOwn(FORMS, name)) allowed[name] = FORMS[name as LogField](value);
    else dropped++;
  }
  return dropped === 0 ? allowed : { ...allowed, dropped };
}

/** Classes of errors that answer somebody's mistake or the world's, one a package. Anything else is a fault of the program. */
const ANSWERS: ReadonlySet<string> = new Set([
  'AuthorityError',
  'ChainError',
  'ConfigError',
  'GatewayError',
  'HealthError',
  'MibscError',
  'PeerError',
  'RecordError',
  'SignatureError',
  'StoreError',
  'TwinError',
]);

/** Whether an error is an answer of ours, by its class. */
export function isAnswer(error: unknown): error is Error {
  return error instanceof Error && ANSWERS.has(error.name);
}

/** An error's class and stable code; {@link placesOf} has where it happened. No message: libraries quote values in theirs. */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { errorName: WITHHELD };
  const { code: itsCode, refusal } = error as { code?: unknown; refusal?: { name?: unknown } };
  // Node's own codes are told too (ECONNREFUSED, ERR_INVALID_URL); of other classes nobody knows what stands there.
  const isNodes = typeof itsCode === 'string' && /^E[A-Z0-9_]{2,40}$/.test(itsCode);
  return allowedFields({
    errorName: error.name,
    ...(isAnswer(error) ? { code: itsCode } : {}),
    ...(isNodes ? { code: itsCode.toLowerCase().replaceAll('_', '-') } : {}),
    ...(refusal?.name === undefined ? {} : { refusal: refusal.name }),
  });
}

const MAX_PLACES = 12;

/** Where an error happened, innermost first: functions and places in files. The stack's head, which repeats the message, is cut off. */
export function placesOf(error: unknown): string[] {
  if (!(error instanceof Error) || error.stack === undefined) return [];
  return error.stack
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .slice(0, MAX_PLACES)
    .map((line) => {
      const place = line
        .trim()
        .match(/^at (?:(?:async )?([\w.#$<> ]{1,80}) \()?.*?((?:[\w.-]+\/){0,2}[\w.-]+:\d+:\d+)\)?$/);
      return place === null ? WITHHELD : [place[1], place[2]].filter((each) => each !== undefined).join(' ');
    });
}
