/**
 * Capsules: a secret for a set of recipients, with proof of who issued it.
 *
 *     capsule = C1[48] || C2[96] || wrapped[n + 16] || X[48] || v[48]
 *     wrapped = AES-256-GCM(KEK, nonce of 12 zero bytes, no additional data, secret[n])
 *     digest  = keccak256( T("TWINSEAL-V1-AUTHOR-CAPSULE") || sha256(
 *                 paramsDigest || setDigest || LP(sender) || LP(context) || C1 || C2 || wrapped ) )
 *     X || v  = Author(digest)
 *
 * The KEK is used once: its HKDF input contains C1, C2 and everything else that the wrapping binds, hence the constant
 * nonce. 256 + n bytes for any number of recipients: 288 for a secret of 32, 320 for one of 64.
 */
import { author, authorPointOf, type Domain, decodeAuthorProof, domainDigest } from './author.js';
import { MibscError } from './errors.js';
import { decapsulateAndOpen, decodeHeader, encapsulate, HEADER_BYTES, type HeaderCache } from './header.js';
import { encodeIdentity, type Identity } from './identity.js';
import { type IdentityKey, keyPoints } from './identity-key.js';
import { aes256Gcm } from './internal/aead.js';
import { concat, lengthPrefixed, requireBytes } from './internal/bytes.js';
import { domainTag, keccak256, sha256 } from './internal/hash.js';
import { checkHeaderAndProof, checkProof } from './internal/joint-check.js';
import type { RandomSource } from './internal/random.js';
import { localSecretOf, relatedCommitment } from './internal/seal-rules.js';
import { type PublicParameters, tablesOf } from './parameters.js';
import { asRecipientSet, type RecipientSet } from './recipients.js';

/** What a capsule holds beside the secret itself, in bytes: header 144, tag 16, author proof 96. */
export const CAPSULE_OVERHEAD_BYTES = HEADER_BYTES + 16 + 96;
/** Shortest and longest secret, in bytes. A secret below 32 bytes would be no key. */
export const MIN_SECRET_BYTES = 32;
export const MAX_SECRET_BYTES = 1024;

const AUTHOR_TAG = 'TWINSEAL-V1-AUTHOR-CAPSULE';

export interface SealCapsuleInput {
  /** 1..N distinct identities, or a set made of them. */
  readonly recipients: readonly Identity[] | RecipientSet;
  /** Key of the issuer; its identity is the scheme's `sender`. */
  readonly issuer: IdentityKey;
  /** What the secret is for; bound by wrapping and proof, not contained in the capsule. */
  readonly context: Uint8Array;
  readonly domain: Domain;
  /** 32..1024 bytes. */
  readonly secret: Uint8Array;
  /** The platform's source by default; 64 bytes are drawn. */
  readonly random?: RandomSource;
}

export interface OpenCapsuleInput {
  /** Untrusted. */
  readonly capsule: Uint8Array;
  readonly recipients: readonly Identity[] | RecipientSet;
  readonly issuer: Identity;
  readonly context: Uint8Array;
  readonly domain: Domain;
  readonly key: IdentityKey;
  /** Headers that the caller has seen pass the well-formed check. */
  readonly headerCache?: HeaderCache;
  /** Source of the weight that blinds a malformed header; the platform's by default. */
  readonly random?: RandomSource;
}

/**
 * Seals a secret for a set and signs the capsule.
 *
 * Cost: five multiplications and one exponentiation; independent of the number of recipients once the set's commitment
 * is known.
 * @returns 256 + secret.length bytes
 * @throws TypeError, RangeError for arguments of wrong kind or length; MibscError `recipients`, `identity`,
 *   `identity-key`, `parameters`, `randomness`
 */
export async function sealCapsule(params: PublicParameters, input: SealCapsuleInput): Promise<Uint8Array> {
  tablesOf(params);
  const { secret, context, issuer, domain } = input;
  requireBytes(secret, 'secret');
  requireBytes(context, 'context');
  if (secret.length < MIN_SECRET_BYTES || secret.length > MAX_SECRET_BYTES) {
    throw new RangeError(`secret must have ${MIN_SECRET_BYTES} to ${MAX_SECRET_BYTES} bytes`);
  }
  const localSecret = localSecretOf(params, issuer);
  domainDigest(params, domain);
  const set = asRecipientSet(params, input.recipients);
  const binding = { sender: issuer.identity, context };
  const { header, key } = encapsulate(params, set, binding, localSecret, input.random);
  localSecret.fill(0);
  const wrapped = await (await aes256Gcm(key)).seal(new Uint8Array(12), secret);
  key.fill(0);
  const digest = capsuleDigest(params, set, issuer.identity, context, header.bytes, wrapped);
  const proof = author(params, issuer, digest, domain, randomOption(input.random));
  if (relatedCommitment(header.bytes, proof)) {
    throw new MibscError('randomness', 'two secret scalars came out equal');
  }
  return concat(header.bytes, wrapped, proof);
}

/**
 * Opens a capsule. In this order: form, points, membership, author proof and well-formed header, secret.
 *
 * Cost: four decodings of points and two pairing products, of two and three (two, when the cache knows the header).
 * @returns the secret
 * @throws MibscError `decode` for bytes that are no capsule, `not-a-recipient`, `author-proof`, `malformed-header`,
 *   `unwrap`; `recipients`, `identity`, `identity-key`, `parameters` for what was given beside it
 */
export async function openCapsule(params: PublicParameters, input: OpenCapsuleInput): Promise<Uint8Array> {
  tablesOf(params);
  const { context, issuer, key } = input;
  requireBytes(context, 'context');
  keyPoints(params, key);
  const set = asRecipientSet(params, input.recipients);
  const { parts, header, proof, digest, signer, D } = readCapsule(params, input, set);
  if (set.indexOf(key.identity) < 0) throw new MibscError('not-a-recipient', 'the key is not in the set');
  checkProof(params, header, signer, digest, proof, D);
  const { headerCache, random } = input;
  const binding = { sender: issuer, context };
  return decapsulateAndOpen(params, set, header, binding, key, headerCache, random, async (kek) =>
    (await aes256Gcm(kek)).open(new Uint8Array(12), parts.wrapped, 'unwrap'),
  );
}

/**
 * Checks a capsule without any key: form, author proof and well-formed header.
 * @throws as `openCapsule`, but for what needs a key
 */
export function verifyCapsule(
  params: PublicParameters,
  input: Omit<OpenCapsuleInput, 'key'>,
): { readonly secretBytes: number; readonly C1: Uint8Array } {
  tablesOf(params);
  requireBytes(input.context, 'context');
  const set = asRecipientSet(params, input.recipients);
  const { header, proof, digest, signer, D } = readCapsule(params, input, set);
  checkHeaderAndProof(params, set, header, signer, digest, proof, D, input.headerCache, input.random);
  return { secretBytes: input.capsule.length - CAPSULE_OVERHEAD_BYTES, C1: header.bytes.slice(0, 48) };
}

/** Everything of a capsule decoded, nothing of it checked yet. */
function readCapsule(params: PublicParameters, input: Omit<OpenCapsuleInput, 'key'>, set: RecipientSet) {
  const D = domainDigest(params, input.domain);
  const signer = authorPointOf(params, input.issuer);
  const parts = splitCapsule(input.capsule);
  const header = decodeHeader(params, parts.header);
  const proof = decodeAuthorProof(params.backend, parts.proof);
  const digest = capsuleDigest(params, set, input.issuer, input.context, parts.header, parts.wrapped);
  return { parts, header, proof, digest, signer, D };
}

/** A capsule in parts, as views. @throws MibscError `decode` for a length that no capsule has */
export function splitCapsule(capsule: Uint8Array): {
  readonly header: Uint8Array;
  readonly wrapped: Uint8Array;
  readonly proof: Uint8Array;
} {
  requireBytes(capsule, 'capsule');
  const secretBytes = capsule.length - CAPSULE_OVERHEAD_BYTES;
  if (secretBytes < MIN_SECRET_BYTES || secretBytes > MAX_SECRET_BYTES) {
    throw new MibscError('decode', 'a capsule has another length');
  }
  return {
    header: capsule.subarray(0, HEADER_BYTES),
    wrapped: capsule.subarray(HEADER_BYTES, capsule.length - 96),
    proof: capsule.subarray(capsule.length - 96),
  };
}

/** What the issuer's proof signs, 32 bytes. */
export function capsuleDigest(
  params: PublicParameters,
  set: RecipientSet,
  sender: Identity,
  context: Uint8Array,
  header: Uint8Array,
  wrapped: Uint8Array,
): Uint8Array {
  const content = sha256(
    concat(
      tablesOf(params).digest,
      set.digest,
      lengthPrefixed(encodeIdentity(sender)),
      lengthPrefixed(context),
      header,
      wrapped,
    ),
  );
  return keccak256(concat(domainTag(AUTHOR_TAG), content));
}

function randomOption(random: RandomSource | undefined): { random?: RandomSource } {
  return random === undefined ? {} : { random };
}
