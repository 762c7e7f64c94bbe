/**
 * Envelopes: a message of any length, signcrypted in one pass.
 *
 *     envelope = preamble || segment || segment …
 *     preamble = "TSEV" || 01 || 01 || paramsDigest[32] || LP(sender) || u32 n || LP(ID_1) … LP(ID_n) || LP(context)
 *                || C1[48] || C2[96] || wrapped[48] || salt[16] || commitment[32]
 *     segment  = u8 final || u32 length || ciphertext[length] || X[48] || v[48]
 *
 * K is 32 fresh bytes, wrapped by the header's KEK; the header's context is `"TWINSEAL-V1-ENVELOPE" || LP(context)`.
 * With `bound = sha256( "TSEV" || 01 || 01 || paramsDigest || LP(sender) || setDigest || LP(context) || C1 || C2 || wrapped )`:
 *
 *     commitment = HKDF(K, salt, LP("commit") || bound)       payload key = HKDF(K, salt, LP("payload") || bound)
 *
 * The ciphertexts of all segments, one after another, are STREAM (stream.ts) over `message || 80 || 00 …`, padded to the
 * Padmé length. Every segment but the final one carries exactly 128 chunks. Each segment carries an author proof of
 *
 *     keccak256( T("TWINSEAL-V1-AUTHOR-ENVELOPE") || sha256(bound || salt || commitment) || u64 index || u8 final || sha256(ciphertext) )
 *
 * Why a proof a segment: every recipient holds the payload key and could write chunks; a proof at the end would come
 * after the plaintext has left, one at the front would need the message twice. A segment is held back until its proof
 * verifies, so what leaves is the author's, at its place; a cut stream ends in an error instead of an end.
 */
import {
  AUTHOR_PROOF_BYTES,
  type AuthorPoint,
  author,
  authorPointOf,
  authorTerms,
  type Domain,
  decodeAuthorProof,
  domainDigest,
} from './author.js';
import { MibscError } from './errors.js';
import {
  decodeHeader,
  encapsulate,
  HEADER_BYTES,
  type Header,
  type HeaderCache,
  headerTerms,
  isWellFormed,
  uncheckedDecapsulate,
} from './header.js';
import {
  decodeIdentity,
  encodeIdentity,
  type Identity,
  MAX_IDENTITY_BYTES,
  sameIdentity,
} from './identity.js';
import { type IdentityKey, keyPoints } from './identity-key.js';
import { type Aead, aes256Gcm } from './internal/aead.js';
import { ByteQueue } from './internal/byte-queue.js';
import {
  bigintToBytes,
  bytesToBigint,
  compareBytes,
  concat,
  equalBytes,
  equalBytesConstantTime,
  lengthPrefixed,
  ownBytes,
  requireBytes,
  toHex,
  u32,
  utf8,
} from './internal/bytes.js';
import { domainTag, hkdf, keccak256, sha256 } from './internal/hash.js';
import { encodeHead, readHead } from './internal/head.js';
import { type RandomSource, randomBytes } from './internal/random.js';
import { Reader } from './internal/reader.js';
import { localSecretOf, relatedCommitment } from './internal/seal-rules.js';
import { padmeLength } from './padding.js';
import { type PublicParameters, tablesOf } from './parameters.js';
import { asRecipientSet, type RecipientSet, recipientSet } from './recipients.js';
import { CHUNK_BYTES, chunkNonce, TAG_BYTES } from './stream.js';

const MAGIC = 'TSEV';
const AUTHOR_TAG = 'TWINSEAL-V1-AUTHOR-ENVELOPE';
const HEADER_CONTEXT = 'TWINSEAL-V1-ENVELOPE';
const WRAPPED_BYTES = 32 + TAG_BYTES;
const TAIL_BYTES = HEADER_BYTES + WRAPPED_BYTES + 16 + 32;

/** Longest context of an envelope, in bytes. */
export const MAX_CONTEXT_BYTES = 65_536;
/** Chunks in every segment but the final one: 8 MiB of plaintext. */
export const SEGMENT_CHUNKS = 128;
const SEGMENT_PLAIN_BYTES = SEGMENT_CHUNKS * CHUNK_BYTES;
const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;
const SEGMENT_SEALED_BYTES = SEGMENT_CHUNKS * SEALED_CHUNK_BYTES;
const SEGMENT_HEAD_BYTES = 5;

/** Whatever gives bytes in pieces: arrays, generators, Node and Web streams. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array> | ReadableStream<Uint8Array>;

export interface SigncryptInput {
  readonly recipients: readonly Identity[] | RecipientSet;
  readonly sender: IdentityKey;
  /** 0..65536 bytes, readable by everyone who has the envelope; empty by default. */
  readonly context?: Uint8Array;
  /** `'offchain'` by default. */
  readonly domain?: Domain;
  /** The platform's source by default; 112 bytes are drawn, and 32 more a segment. */
  readonly random?: RandomSource;
}

export interface UnsigncryptInput {
  readonly key: IdentityKey;
  /** Refuses any other sender with `author-proof`; without it the caller must look at the sender returned. */
  readonly sender?: Identity;
  /** Refuses any other context with `author-proof`. */
  readonly context?: Uint8Array;
  readonly domain?: Domain;
  /** Headers that the caller has seen pass the well-formed check. */
  readonly headerCache?: HeaderCache;
  /** Source of the weight that joins two checks into one; the platform's by default. */
  readonly random?: RandomSource;
}

/** What stands in an envelope's preamble. Nothing of it is proved until a segment's proof was checked. */
export interface EnvelopeInfo {
  readonly paramsDigest: Uint8Array;
  readonly sender: Identity;
  readonly recipients: readonly Identity[];
  readonly context: Uint8Array;
  /** Length of the preamble in bytes, and of the list of recipients in it. */
  readonly preambleBytes: number;
  readonly listBytes: number;
}

interface Preamble {
  readonly sender: Identity;
  readonly set: RecipientSet;
  readonly context: Uint8Array;
  readonly header: Header;
  readonly wrapped: Uint8Array;
  readonly salt: Uint8Array;
  readonly commitment: Uint8Array;
  /** What K's derivations and the proofs are bound to. */
  readonly bound: Uint8Array;
}

function headerContext(context: Uint8Array): Uint8Array {
  return concat(utf8(HEADER_CONTEXT), lengthPrefixed(context));
}

function boundDigest(
  params: PublicParameters,
  sender: Identity,
  set: RecipientSet,
  context: Uint8Array,
  header: Uint8Array,
  wrapped: Uint8Array,
): Uint8Array {
  return sha256(
    concat(
      encodeHead(MAGIC),
      tablesOf(params).digest,
      lengthPrefixed(encodeIdentity(sender)),
      set.digest,
      lengthPrefixed(context),
      header,
      wrapped,
    ),
  );
}

function derive(K: Uint8Array, salt: Uint8Array, label: string, bound: Uint8Array): Uint8Array {
  return hkdf(K, salt, concat(lengthPrefixed(utf8(label)), bound), 32);
}

async function segmentDigest(
  preamble: { bound: Uint8Array; salt: Uint8Array; commitment: Uint8Array },
  index: number,
  final: boolean,
  ciphertext: Uint8Array,
): Promise<Uint8Array> {
  // The platform's SHA-256 is an order of magnitude faster than JavaScript's on 8 MiB.
  const content = await globalThis.crypto.subtle.digest('SHA-256', ciphertext as Uint8Array<ArrayBuffer>);
  return keccak256(
    concat(
      domainTag(AUTHOR_TAG),
      sha256(concat(preamble.bound, preamble.salt, preamble.commitment)),
      bigintToBytes(BigInt(index), 8),
      new Uint8Array([final ? 1 : 0]),
      new Uint8Array(content),
    ),
  );
}

/**
 * Signcrypts a stream in one pass, holding at most one segment (8 MiB) of plaintext and one of ciphertext.
 *
 * Cost: as a capsule, and two multiplications in G1 a segment.
 * @param source - the message in pieces of any length
 * @returns the envelope in pieces
 * @throws TypeError, RangeError for arguments of wrong kind or length; MibscError `recipients`, `identity`,
 *   `identity-key`, `parameters`, `randomness`, before anything is read from the source
 */
export async function* signcryptStream(
  params: PublicParameters,
  input: SigncryptInput,
  source: ByteSource,
): AsyncGenerator<Uint8Array, void, undefined> {
  const sealer = await Sealer.start(params, input);
  yield sealer.preamble;
  let written = 0;
  for await (const piece of pieces(source)) {
    requireBytes(piece, 'a piece of the source');
    written += piece.length;
    for (let at = 0; at < piece.length; at += CHUNK_BYTES) {
      sealer.push(piece.subarray(at, at + CHUNK_BYTES));
      // A full segment is only sealed when more follows: the final one may be full as well.
      while (sealer.buffered > SEGMENT_PLAIN_BYTES) yield* await sealer.segment(false);
    }
  }
  let padding = padmeLength(written + 1) - written;
  let first = 0x80;
  while (padding > 0) {
    const zeros = new Uint8Array(Math.min(padding, CHUNK_BYTES));
    zeros[0] = first;
    first = 0;
    padding -= zeros.length;
    sealer.push(zeros);
    while (sealer.buffered > SEGMENT_PLAIN_BYTES) yield* await sealer.segment(false);
  }
  yield* await sealer.segment(true);
}

class Sealer {
  readonly preamble: Uint8Array;
  readonly #params: PublicParameters;
  readonly #input: SigncryptInput;
  readonly #parts: { bound: Uint8Array; salt: Uint8Array; commitment: Uint8Array };
  readonly #header: Header;
  readonly #aead: Aead;
  readonly #queue = new ByteQueue();
  #chunk = 0;
  #index = 0;

  private constructor(
    params: PublicParameters,
    input: SigncryptInput,
    header: Header,
    preamble: Uint8Array,
    parts: { bound: Uint8Array; salt: Uint8Array; commitment: Uint8Array },
    aead: Aead,
  ) {
    this.#params = params;
    this.#input = input;
    this.#header = header;
    this.preamble = preamble;
    this.#parts = parts;
    this.#aead = aead;
  }

  static async start(params: PublicParameters, input: SigncryptInput): Promise<Sealer> {
    const { digest } = tablesOf(params);
    const context = input.context ?? new Uint8Array(0);
    requireBytes(context, 'context');
    if (context.length > MAX_CONTEXT_BYTES) {
      throw new RangeError(`context must have at most ${MAX_CONTEXT_BYTES} bytes`);
    }
    domainDigest(params, input.domain ?? 'offchain');
    const localSecret = localSecretOf(params, input.sender);
    const set = asRecipientSet(params, input.recipients);
    const sender = input.sender.identity;
    const K = new Uint8Array(randomBytes(input.random, 32));
    const salt = new Uint8Array(randomBytes(input.random, 16));
    const binding = { sender, context: headerContext(context) };
    const { header, key } = encapsulate(params, set, binding, localSecret, input.random);
    localSecret.fill(0);
    const wrapped = await (await aes256Gcm(key)).seal(new Uint8Array(12), K);
    key.fill(0);
    const bound = boundDigest(params, sender, set, context, header.bytes, wrapped);
    const commitment = derive(K, salt, 'commit', bound);
    const payloadKey = derive(K, salt, 'payload', bound);
    K.fill(0);
    const aead = await aes256Gcm(payloadKey);
    payloadKey.fill(0);
    const preamble = concat(
      encodeHead(MAGIC),
      digest,
      lengthPrefixed(encodeIdentity(sender)),
      u32(set.size),
      set.encodedList,
      lengthPrefixed(context),
      header.bytes,
      wrapped,
      salt,
      commitment,
    );
    return new Sealer(params, input, header, preamble, { bound, salt, commitment }, aead);
  }

  get buffered(): number {
    return this.#queue.length;
  }

  push(piece: Uint8Array): void {
    this.#queue.push(piece);
  }

  async segment(final: boolean): Promise<Uint8Array[]> {
    const plain = this.#queue.take(Math.min(this.#queue.length, SEGMENT_PLAIN_BYTES));
    const chunks = Math.ceil(plain.length / CHUNK_BYTES);
    const ciphertext = new Uint8Array(plain.length + chunks * TAG_BYTES);
    await Promise.all(
      Array.from({ length: chunks }, async (_, i) => {
        const nonce = chunkNonce(this.#chunk++, final && i === chunks - 1);
        const sealed = await this.#aead.seal(nonce, plain.subarray(i * CHUNK_BYTES, (i + 1) * CHUNK_BYTES));
        ciphertext.set(sealed, i * SEALED_CHUNK_BYTES);
      }),
    );
    plain.fill(0);
    const digest = await segmentDigest(this.#parts, this.#index++, final, ciphertext);
    const { random, domain, sender } = this.#input;
    const options = random === undefined ? {} : { random };
    const proof = author(this.#params, sender, digest, domain ?? 'offchain', options);
    if (relatedCommitment(this.#header.bytes, proof)) {
      throw new MibscError('randomness', 'two secret scalars came out equal');
    }
    return [concat(new Uint8Array([final ? 1 : 0]), u32(ciphertext.length)), ciphertext, proof];
  }
}

/**
 * Opens an envelope in one pass. A segment's plaintext leaves only after its author proof has verified.
 *
 * @param source - untrusted
 * @param onInfo - called with sender, recipients and context once the first proof has verified, before any plaintext
 * @returns the message in pieces; the padding is checked and left out
 * @throws MibscError `suite`, `decode`, `identity`, `recipients` for bytes that are no envelope; `identity-key` for an
 *   envelope or key of another authority; `not-a-recipient`, `author-proof`, `malformed-header`, `unwrap`, `commitment`;
 *   `stream` when it was cut, extended, reordered or altered under a proof. What left before is the author's, but not all
 */
export async function* unsigncryptStream(
  params: PublicParameters,
  input: UnsigncryptInput,
  source: ByteSource,
  onInfo?: (info: EnvelopeInfo) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = new EnvelopeReader(params, source);
  const preamble = await reader.preamble();
  const opener = await openFirst(params, input, reader, preamble);
  onInfo?.(reader.info(preamble));
  const unpadder = new Unpadder();
  let chunk = 0;
  let segment: Segment | undefined = opener.segment;
  while (segment !== undefined) {
    const { ciphertext, final }: Segment = segment;
    const chunks = Math.ceil(ciphertext.length / SEALED_CHUNK_BYTES);
    const opened = Array.from({ length: chunks }, (_, i) => {
      const sealed = ciphertext.subarray(i * SEALED_CHUNK_BYTES, (i + 1) * SEALED_CHUNK_BYTES);
      return opener.aead.open(chunkNonce(chunk++, final && i === chunks - 1), sealed, 'stream');
    });
    for (const plain of await Promise.all(opened)) yield* unpadder.push(plain);
    segment = final ? undefined : await opener.next();
  }
  await reader.end();
  unpadder.end();
}

/**
 * Checks a whole envelope without any key: author of every segment, recipients, well-formed header, order and end.
 * It cannot show what the message is, nor that it decrypts.
 * @throws as `unsigncryptStream`, but for what needs a key
 */
export async function verifyEnvelope(
  params: PublicParameters,
  input: Omit<UnsigncryptInput, 'key'>,
  source: ByteSource,
): Promise<EnvelopeInfo & { readonly ciphertextBytes: number; readonly segments: number }> {
  const reader = new EnvelopeReader(params, source);
  const preamble = await reader.preamble();
  const proofs = new ProofChecker(params, input, preamble);
  let ciphertextBytes = 0;
  let segments = 0;
  for (;;) {
    const segment = await reader.segment();
    await proofs.check(segments, segment);
    ciphertextBytes += segment.ciphertext.length;
    segments++;
    if (segment.final) break;
  }
  await reader.end();
  return { ...reader.info(preamble), ciphertextBytes, segments };
}

/**
 * Reads the preamble and checks nothing but its form; needs no parameters.
 * @param bytes - the envelope or its beginning
 * @throws MibscError `suite`, `decode`, `identity`
 */
export function inspectEnvelope(bytes: Uint8Array): EnvelopeInfo {
  requireBytes(bytes, 'bytes');
  const reader = new Reader(bytes, 'an envelope');
  readHead(reader, MAGIC);
  const paramsDigest = new Uint8Array(reader.take(32));
  const sender = decodeIdentity(reader.lengthPrefixed(MAX_IDENTITY_BYTES));
  const n = reader.u32();
  if (n < 1 || n > 65_536) throw reader.fail('states a number of recipients out of range');
  const recipients: Identity[] = [];
  const before = reader.remaining;
  let previous: Uint8Array | undefined;
  for (let i = 0; i < n; i++) {
    const encoding = reader.lengthPrefixed(MAX_IDENTITY_BYTES);
    if (previous !== undefined && compareBytes(previous, encoding) >= 0) {
      throw reader.fail('lists recipients out of order');
    }
    previous = encoding;
    recipients.push(decodeIdentity(encoding));
  }
  const listBytes = before - reader.remaining;
  const context = new Uint8Array(reader.lengthPrefixed(MAX_CONTEXT_BYTES));
  reader.take(TAIL_BYTES);
  return {
    paramsDigest,
    sender,
    recipients,
    context,
    preambleBytes: bytes.length - reader.remaining,
    listBytes,
  };
}

/**
 * One-shot form of `signcryptStream`.
 * @returns the envelope: 383 bytes, sender, list, context, padded message, 16 bytes a chunk and 101 a further 8 MiB
 */
export async function signcrypt(
  params: PublicParameters,
  input: SigncryptInput,
  message: Uint8Array,
): Promise<Uint8Array> {
  requireBytes(message, 'message');
  return collect(signcryptStream(params, input, [message]));
}

/**
 * One-shot form of `unsigncryptStream`: the message comes only when everything has verified.
 */
export async function unsigncrypt(
  params: PublicParameters,
  input: UnsigncryptInput,
  envelope: Uint8Array,
): Promise<EnvelopeInfo & { readonly message: Uint8Array }> {
  requireBytes(envelope, 'envelope');
  let info: EnvelopeInfo | undefined;
  const message = await collect(
    unsigncryptStream(params, input, [envelope], (found) => {
      info = found;
    }),
  );
  return { ...(info as EnvelopeInfo), message };
}

interface Segment {
  readonly final: boolean;
  readonly ciphertext: Uint8Array;
  readonly proof: Uint8Array;
}

/** Cuts an untrusted source into preamble and segments; buffers no more than one segment. */
class EnvelopeReader {
  readonly #params: PublicParameters;
  readonly #queue = new ByteQueue();
  readonly #pieces: AsyncIterator<Uint8Array>;
  #done = false;
  #preambleBytes = 0;
  #listBytes = 0;

  constructor(params: PublicParameters, source: ByteSource) {
    tablesOf(params);
    this.#params = params;
    this.#pieces = pieces(source)[Symbol.asyncIterator]();
  }

  async preamble(): Promise<Preamble> {
    const params = this.#params;
    const { digest, recipientSets } = tablesOf(params);
    readHead(new Reader(await this.#take(6), 'an envelope'), MAGIC);
    if (!equalBytes(await this.#take(32), digest)) {
      throw new MibscError('identity-key', 'the envelope belongs to other parameters');
    }
    const sender = decodeIdentity(await this.#lengthPrefixed(MAX_IDENTITY_BYTES));
    const n = toNumber(await this.#take(4));
    if (n < 1 || n > params.N) {
      throw new MibscError('recipients', 'the number of recipients is out of range', { N: params.N });
    }
    const encodings: Uint8Array[] = [];
    for (let i = 0; i < n; i++) {
      const encoding = await this.#lengthPrefixed(MAX_IDENTITY_BYTES);
      const previous = encodings[i - 1];
      if (previous !== undefined && compareBytes(previous, encoding) >= 0) {
        throw new MibscError('decode', 'an envelope lists recipients out of order');
      }
      encodings.push(encoding);
    }
    const list = concat(...encodings.map(lengthPrefixed));
    this.#listBytes = list.length;
    // Equal bytes are equal sets, so a known list need not be parsed again.
    const set =
      (recipientSets.get(toHex(sha256(list))) as RecipientSet | undefined) ??
      recipientSet(params, encodings.map(decodeIdentity));
    const context = await this.#lengthPrefixed(MAX_CONTEXT_BYTES);
    const tail = await this.#take(TAIL_BYTES);
    const senderBytes = encodeIdentity(sender).length;
    this.#preambleBytes = 6 + 32 + 4 + senderBytes + 4 + list.length + 4 + context.length + TAIL_BYTES;
    const wrapped = tail.subarray(HEADER_BYTES, HEADER_BYTES + WRAPPED_BYTES);
    const headerBytes = tail.subarray(0, HEADER_BYTES);
    return {
      sender,
      set,
      context,
      header: decodeHeader(params, headerBytes),
      wrapped,
      salt: tail.subarray(HEADER_BYTES + WRAPPED_BYTES, TAIL_BYTES - 32),
      commitment: tail.subarray(TAIL_BYTES - 32),
      bound: boundDigest(params, sender, set, context, headerBytes, wrapped),
    };
  }

  async segment(): Promise<Segment> {
    const head = await this.#take(SEGMENT_HEAD_BYTES);
    const flag = head[0] as number;
    const length = toNumber(head.subarray(1));
    const last = length % SEALED_CHUNK_BYTES;
    const whole = flag === 0 ? length === SEGMENT_SEALED_BYTES : flag === 1 && length > 0;
    if (!whole || length > SEGMENT_SEALED_BYTES || (last !== 0 && last <= TAG_BYTES)) {
      throw new MibscError('decode', 'a segment has an impossible length');
    }
    const ciphertext = await this.#take(length);
    return { final: flag === 1, ciphertext, proof: await this.#take(AUTHOR_PROOF_BYTES) };
  }

  /** Refuses bytes after the final segment. */
  async end(): Promise<void> {
    await this.#fill(1);
    if (this.#queue.length > 0) throw new MibscError('stream', 'an envelope has bytes after its end');
  }

  info(preamble: Preamble): EnvelopeInfo {
    return {
      paramsDigest: this.#params.digest,
      sender: preamble.sender,
      recipients: preamble.set.identities,
      context: new Uint8Array(preamble.context),
      preambleBytes: this.#preambleBytes,
      listBytes: this.#listBytes,
    };
  }

  async #lengthPrefixed(max: number): Promise<Uint8Array> {
    const length = toNumber(await this.#take(4));
    if (length > max) throw new MibscError('decode', 'an envelope holds a field that is too long');
    return this.#take(length);
  }

  async #take(length: number): Promise<Uint8Array> {
    await this.#fill(length);
    if (this.#queue.length < length) throw new MibscError('stream', 'an envelope is cut short');
    return this.#queue.take(length);
  }

  async #fill(length: number): Promise<void> {
    while (!this.#done && this.#queue.length < length) {
      const next = await this.#pieces.next();
      if (next.done) this.#done = true;
      else {
        requireBytes(next.value, 'a piece of the source');
        this.#queue.push(next.value);
      }
    }
  }
}

/** Checks the proof of each segment; with the first also the header. */
class ProofChecker {
  readonly #params: PublicParameters;
  readonly #input: Omit<UnsigncryptInput, 'key'>;
  readonly #preamble: Preamble;
  readonly #D: Uint8Array;
  readonly #signer: AuthorPoint;

  constructor(params: PublicParameters, input: Omit<UnsigncryptInput, 'key'>, preamble: Preamble) {
    this.#params = params;
    this.#input = input;
    this.#preamble = preamble;
    this.#D = domainDigest(params, input.domain ?? 'offchain');
    if (input.sender !== undefined && !sameIdentity(input.sender, preamble.sender)) throw unproved();
    if (input.context !== undefined && !equalBytes(input.context, preamble.context)) throw unproved();
    this.#signer = authorPointOf(params, preamble.sender);
  }

  async check(index: number, segment: Segment): Promise<void> {
    const params = this.#params;
    const { backend } = params;
    const { header, set } = this.#preamble;
    const proof = decodeAuthorProof(backend, segment.proof);
    if (relatedCommitment(header.bytes, segment.proof)) throw unproved();
    const digest = await segmentDigest(this.#preamble, index, segment.final, segment.ciphertext);
    const alone = () => authorTerms(params, this.#signer, proof, digest, this.#D);
    const cache = this.#input.headerCache;
    if (index > 0 || cache?.has(params, set, header)) {
      if (!backend.pairingProductIsOne(alone())) throw unproved();
      return;
    }
    // As in a capsule: both equations in one product, the proof's to the power of a fresh secret weight.
    const weight = backend.scalar(bytesToBigint(randomBytes(this.#input.random, 16)) || 1n);
    const weighted = authorTerms(params, this.#signer, proof, digest, this.#D, weight);
    if (backend.pairingProductIsOne([...headerTerms(params, set, header), ...weighted])) {
      cache?.add(params, set, header);
      return;
    }
    if (backend.pairingProductIsOne(alone()) && !isWellFormed(params, set, header)) {
      throw new MibscError('malformed-header', 'the header is not well-formed for this set');
    }
    throw unproved();
  }
}

async function openFirst(
  params: PublicParameters,
  input: UnsigncryptInput,
  reader: EnvelopeReader,
  preamble: Preamble,
): Promise<{ segment: Segment; aead: Aead; next: () => Promise<Segment> }> {
  const { key } = input;
  const { header, set, sender, salt, bound } = preamble;
  keyPoints(params, key);
  if (set.indexOf(key.identity) < 0) throw new MibscError('not-a-recipient', 'the key is not in the set');
  const proofs = new ProofChecker(params, input, preamble);
  const segment = await reader.segment();
  await proofs.check(0, segment);
  const binding = { sender, context: headerContext(preamble.context) };
  const kek = uncheckedDecapsulate(params, set, header, binding, key);
  const wrap = await aes256Gcm(kek);
  kek.fill(0);
  const K = await wrap.open(new Uint8Array(12), preamble.wrapped, 'unwrap');
  const committed = equalBytesConstantTime(derive(K, salt, 'commit', bound), preamble.commitment);
  const payloadKey = derive(K, salt, 'payload', bound);
  K.fill(0);
  if (!committed) throw new MibscError('commitment', 'the secret misses its commitment');
  const aead = await aes256Gcm(payloadKey);
  payloadKey.fill(0);
  let index = 1;
  const next = async (): Promise<Segment> => {
    const following = await reader.segment();
    await proofs.check(index++, following);
    return following;
  };
  return { segment, aead, next };
}

/** Lets the message through and holds back what may be padding: `80`, then zeros. Zeros are counted, not kept. */
class Unpadder {
  /** Whether a `80` is held back, and how many zeros after it. */
  #marker = false;
  #zeros = 0;
  #released = 0;

  *push(plain: Uint8Array): Generator<Uint8Array, void, undefined> {
    let end = plain.length;
    while (end > 0 && plain[end - 1] === 0) end--;
    if (end === 0) {
      // Zeros only: part of the padding if a marker stands before them, of the message otherwise.
      if (this.#marker) this.#zeros += plain.length;
      else yield this.#release(plain);
      return;
    }
    yield* this.#flush();
    const marked = plain[end - 1] === 0x80;
    if (marked) {
      this.#marker = true;
      this.#zeros = plain.length - end;
      if (end > 1) yield this.#release(plain.subarray(0, end - 1));
    } else {
      yield this.#release(plain);
    }
  }

  *#flush(): Generator<Uint8Array, void, undefined> {
    if (!this.#marker) return;
    this.#marker = false;
    yield this.#release(new Uint8Array([0x80]));
    for (; this.#zeros > 0; ) {
      const zeros = new Uint8Array(Math.min(this.#zeros, CHUNK_BYTES));
      this.#zeros -= zeros.length;
      yield this.#release(zeros);
    }
  }

  #release(bytes: Uint8Array): Uint8Array {
    this.#released += bytes.length;
    return bytes;
  }

  end(): void {
    const padded = this.#released + 1 + this.#zeros;
    if (!this.#marker || padded !== padmeLength(this.#released + 1)) {
      throw new MibscError('stream', 'the padding is not that of the message');
    }
  }
}

function unproved(): MibscError {
  return new MibscError('author-proof', "the sender's proof does not verify");
}

function toNumber(bytes: Uint8Array): number {
  return Number(bytesToBigint(bytes));
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const piece of source) parts.push(piece);
  return concat(...parts);
}

/** Any byte source as an async iterable; a Web stream is cancelled when its consumer stops early. */
async function* pieces(source: ByteSource): AsyncGenerator<Uint8Array, void, undefined> {
  if (Symbol.asyncIterator in source || Symbol.iterator in source) {
    yield* source as AsyncIterable<Uint8Array>;
    return;
  }
  const reader = (source as ReadableStream<Uint8Array>).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
    reader.releaseLock();
  }
}

/**
 * A Web stream over an async iterable, for `pipeTo` and `Response`.
 * @param iterable - what `signcryptStream` or `unsigncryptStream` returns
 */
export function toReadableStream(iterable: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = iterable[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(ownBytes(next.value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
