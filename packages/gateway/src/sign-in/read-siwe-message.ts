/**
 * Reading a sign-in message by the grammar of EIP-4361, and nothing besides it. The parser of viem is made for messages that one has written oneself: it takes those
 * with fields out of order, other versions, addresses without checksum and times that are none.
 *
 * Source: https://eips.ethereum.org/EIPS/eip-4361, "ABNF Message Format"; authority and URI by RFC 3986, times by RFC 3339.
 */

import { type Address, getAddress } from 'viem';
import { refused } from './errors.js';

/** Longest message that is read, in characters: some ten times what a wallet shows. */
export const MAX_MESSAGE_CHARS = 4096;

/** A message that follows the grammar. Texts as written; nothing is checked against a clock or a domain. */
export interface SiweMessage {
  readonly scheme?: string;
  readonly domain: string;
  /** With EIP-55 checksum. */
  readonly address: Address;
  readonly statement?: string;
  readonly uri: string;
  readonly chainId: number;
  /** 8 or more letters and digits. */
  readonly nonce: string;
  /** Milliseconds since 1970, as all times here. */
  readonly issuedAtMs: number;
  readonly expirationTimeMs?: number;
  readonly notBeforeMs?: number;
  readonly requestId?: string;
  readonly resources?: readonly string[];
}

const ESCAPED = '%[0-9A-Fa-f]{2}';
const UNRESERVED = 'A-Za-z0-9\\-._~';
const SUB_DELIMS = "!$&'()*+,;=";
const AUTHORITY = new RegExp(
  `^(?:(?:[${UNRESERVED}${SUB_DELIMS}:]|${ESCAPED})*@)?(?:\\[[0-9A-Fa-f:.]{2,45}\\]|(?:[${UNRESERVED}${SUB_DELIMS}]|${ESCAPED})+)(?::\\d{1,5})?$`,
);
const URI = new RegExp(`^[A-Za-z][A-Za-z0-9+.-]*:(?:[${UNRESERVED}${SUB_DELIMS}:/?#[\\]@]|${ESCAPED})+$`);
const STATEMENT = new RegExp(`^[${UNRESERVED}${SUB_DELIMS}:/?#[\\]@ ]+$`);
const REQUEST_ID = new RegExp(`^(?:[${UNRESERVED}${SUB_DELIMS}:@]|${ESCAPED})*$`);
const FIRST_LINE =
  /^(?:([A-Za-z][A-Za-z0-9+.-]*):\/\/)?(\S+) wants you to sign in with your Ethereum account:$/;
const TIME =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * Reads a message.
 *
 * @param text as signed
 * @throws SignInError `sign-in-refused` naming the field that is not as the grammar has it
 */
export function readSiweMessage(text: string): SiweMessage {
  if (text.length > MAX_MESSAGE_CHARS) throw refused('message', `at most ${MAX_MESSAGE_CHARS} characters`);
  const lines = text.split('\n');
  let at = 0;
  const next = () => lines[at++];
  const blank = () => {
    if (next() !== '') throw refused('message', 'the lines of EIP-4361 in their order');
  };
  const first = next()?.match(FIRST_LINE);
  const domain = first?.[2];
  if (domain === undefined || !AUTHORITY.test(domain)) throw refused('domain', 'an authority by RFC 3986');
  const address = readAddress(next());
  blank();
  const statement = lines[at] === '' ? undefined : next();
  if (statement !== undefined && !STATEMENT.test(statement)) {
    throw refused('statement', 'one line of the characters that EIP-4361 allows');
  }
  blank();
  const field = (label: string): string | undefined => {
    const line = lines[at];
    if (line === undefined || !line.startsWith(`${label}: `)) return undefined;
    at++;
    return line.slice(label.length + 2);
  };
  const required = (label: string, pattern: RegExp, expectation: string): string => {
    const value = field(label);
    if (value === undefined || !pattern.test(value)) throw refused(label, expectation);
    return value;
  };
  const uri = required('URI', URI, 'a URI by RFC 3986');
  required('Version', /^1$/, '1');
  const chainId = Number(required('Chain ID', /^\d{1,15}$/, 'a chain id'));
  const nonce = required('Nonce', /^[A-Za-z0-9]{8,256}$/, '8 or more letters and digits');
  const issuedAtMs = readTime('Issued At', field('Issued At') ?? '');
  const expires = field('Expiration Time');
  const notBefore = field('Not Before');
  const requestId = field('Request ID');
  if (requestId !== undefined && !REQUEST_ID.test(requestId))
    throw refused('Request ID', 'characters of a path');
  let resources: string[] | undefined;
  if (lines[at] === 'Resources:') {
    resources = [];
    for (at++; at < lines.length; at++) {
      const uriOf = lines[at]?.match(/^- (.*)$/)?.[1];
      if (uriOf === undefined || !URI.test(uriOf)) throw refused('Resources', 'lines of "- " and a URI');
      resources.push(uriOf);
    }
  }
  if (at !== lines.length) throw refused('message', 'the lines of EIP-4361 in their order, and no more');
  return {
    ...(first?.[1] === undefined ? {} : { scheme: first[1] }),
    domain,
    address,
    ...(statement === undefined ? {} : { statement }),
    uri,
    chainId,
    nonce,
    issuedAtMs,
    ...(expires === undefined ? {} : { expirationTimeMs: readTime('Expiration Time', expires) }),
    ...(notBefore === undefined ? {} : { notBeforeMs: readTime('Not Before', notBefore) }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(resources === undefined ? {} : { resources }),
  };
}

function readAddress(line: string | undefined): Address {
  const wrong = () => refused('address', '0x and 40 hexadecimal digits with the checksum of EIP-55');
  if (line === undefined || !/^0x[0-9A-Fa-f]{40}$/.test(line)) throw wrong();
  const address = getAddress(line);
  if (address !== line) throw wrong();
  return address;
}

/** Milliseconds since 1970 of an RFC 3339 time. A day that its month lacks is none, though JavaScript counts on into the next month. */
function readTime(label: string, text: string): number {
  const found = text.match(TIME);
  const [year, month, day, hour, minute, second] = (found ?? []).slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const isDay =
    found !== null &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= new Date(Date.UTC(year, month, 0)).getUTCDate() &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59;
  const ms = isDay ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) throw refused(label, 'a time by RFC 3339');
  return ms;
}
