/** Opening and checking an envelope, in one pass. The format is described in envelope.ts. */
import {
  AUTHOR_PROOF_BYTES,
  type AuthorPoint,
  authorPointOf,
  type Domain,
  decodeAuthorProof,
  domainDigest,
} from './author.js';
import { type ByteSource, collect, PieceReader } from './byte-source.js';
import type { EnvelopeInfo } from './envelope.js';
import { MibscError } from './errors.js';
import { decapsulateAndOpen, decodeHeader, HEADER_BYTES, type Header, type HeaderCache } from './header.js';
import {
  decodeIdentity,
  encodeIdentity,
  type Identity,
  MAX_IDENTITY_BYTES,
  sameIdentity,
} from './identity.js';
import { type IdentityKey, keyPoints } from './identity-key.js';
import { type Aead, aes256Gcm } from './internal/aead.js';
import {
  compareBytes,
  concat,
  equalBytes,
  equalBytesConstantTime,
  lengthPrefixed,
  requireBytes,
  toHex,
} from './internal/bytes.js';
import {
  boundDigest,
  CHUNKS_AT_ONCE,
  chunkDigest,
  deriveFromK,
  ENVELOPE_MAGIC,
  headerContext,
  MAX_CONTEXT_BYTES,
  SEALED_CHUNK_BYTES,
  SEGMENT_HEAD_BYTES,
  SEGMENT_SEALED_BYTES,
  segmentDigest,
  TAIL_BYTES,
  WRAPPED_BYTES,
} from './internal/envelope-format.js';
import { sha256 } from './internal/hash.js';
import { readHead } from './internal/head.js';
import { checkHeaderAndProof, checkProof, unproved } from './internal/joint-check.js';
import type { RandomSource } from './internal/random.js';
import { Reader } from './internal/reader.js';
import { Unpadder } from './internal/unpadder.js';
import { type PublicParameters, tablesOf } from './parameters.js';
import { type RecipientSet, recipientSet } from './recipients.js';
import { chunkNonce, TAG_BYTES } from './stream.js';

export interface UnsigncryptInput {
  readonly key: IdentityKey;
  /** Refuses any other sender with `author-proof`; without it the caller must look at the sender returned. */
  readonly sender?: Identity;
  /** Refuses any other context with `author-proof`. */
  readonly context?: Uint8Array;
  /** `'offchain'` by default. */
  readonly domain?: Domain;
  /** Headers that the caller has seen pass the well-formed check. */
  readonly headerCache?: HeaderCache;
  /** Source of the weight that blinds a malformed header; the platform's by default. */
  readonly random?: RandomSource;
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

/**
 * Opens an envelope in one pass. A segment's plaintext leaves only after its author proof has verified.
 *
 * @param source - untrusted
 * @param onInfo - called with sender, recipients and context once the first proof has verified, before any plaintext
 * @returns the message in pieces; the padding is checked and left out
 * @throws MibscError `suite`, `decode`, `identity`, `recipients` for bytes that are no envelope; `identity-key` for an
 *   envelope or key of another authority; `not-a-recipient`, `author-proof`, `malformed-header`, `unwrap`, `commitment`;
 *   `stream` when it was cut, extended, reordered or wrongly padded. What left before is the author's, but not all
 */
export async function* unsigncryptStream(
  params: PublicParameters,
  input: UnsigncryptInput,
  source: ByteSource,
  onInfo?: (info: EnvelopeInfo) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = new EnvelopeReader(params, source);
  try {
    const preamble = await reader.preamble();
    keyPoints(params, input.key);
    if (preamble.set.indexOf(input.key.identity) < 0) {
      throw new MibscError('not-a-recipient', 'the key is not in the set');
    }
    const proofs = new ProofChecker(params, input, preamble, false);
    const unpadder = new Unpadder();
    let aead: Aead | undefined;
    let chunkIndex = 0;
    for (let segmentIndex = 0, final = false; !final; segmentIndex++) {
      const segment = await reader.segment();
      proofs.check(segmentIndex, segment);
      if (aead === undefined) {
        aead = await openPayloadKey(params, input, preamble);
        onInfo?.(reader.info(preamble));
      }
      final = segment.final;
      while (segment.chunks.length > 0) {
        // Opened chunks leave the segment at once, so that it shrinks as it is read.
        const group = segment.chunks.splice(0, CHUNKS_AT_ONCE);
        const opened = group.map((chunk, i) => {
          const last = final && segment.chunks.length === 0 && i === group.length - 1;
          return (aead as Aead).open(chunkNonce(chunkIndex++, last), chunk, 'stream');
        });
        for (const plain of await Promise.all(opened)) yield* unpadder.push(plain);
      }
    }
    await reader.end();
    unpadder.end();
  } finally {
    await reader.close();
  }
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
  try {
    const preamble = await reader.preamble();
    const proofs = new ProofChecker(params, input, preamble, true);
    let ciphertextBytes = 0;
    let segments = 0;
    for (let final = false; !final; segments++) {
      const segment = await reader.segment();
      proofs.check(segments, segment);
      for (const chunk of segment.chunks) ciphertextBytes += chunk.length;
      final = segment.final;
    }
    await reader.end();
    return { ...reader.info(preamble), ciphertextBytes, segments };
  } finally {
    await reader.close();
  }
}

interface Preamble {
  readonly sender: Identity;
  readonly set: RecipientSet;
  readonly context: Uint8Array;
  readonly header: Header;
  readonly wrapped: Uint8Array;
  readonly salt: Uint8Array;
  readonly commitment: Uint8Array;
  readonly bound: Uint8Array;
}

interface Segment {
  readonly final: boolean;
  readonly chunks: Uint8Array[];
  readonly chunkDigests: readonly Uint8Array[];
  readonly proof: Uint8Array;
}

/** Cuts an untrusted source into preamble and segments; holds no more than one segment. */
class EnvelopeReader {
  readonly #params: PublicParameters;
  readonly #source: PieceReader;
  #preambleBytes = 0;
  #listBytes = 0;

  constructor(params: PublicParameters, source: ByteSource) {
    tablesOf(params);
    this.#params = params;
    this.#source = new PieceReader(source);
  }

  async preamble(): Promise<Preamble> {
    const params = this.#params;
    const { digest, recipientSets } = tablesOf(params);
    readHead(new Reader(await this.#take(6), 'an envelope'), ENVELOPE_MAGIC);
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
      const prefix = this.#source.readNow(4) ?? (await this.#take(4));
      const length = toNumber(prefix);
      if (length > MAX_IDENTITY_BYTES) throw tooLong();
      const encoding = this.#source.readNow(length) ?? (await this.#take(length));
      const previous = encodings[i - 1];
      if (previous !== undefined && compareBytes(previous, encoding) >= 0) {
        throw new MibscError('decode', 'an envelope lists recipients out of order');
      }
      encodings.push(encoding);
    }
    const list = concat(...encodings.map(lengthPrefixed));
    // Equal bytes are equal sets, so a known list need not be parsed again.
    const set =
      (recipientSets.get(toHex(sha256(list))) as RecipientSet | undefined) ??
      recipientSet(params, encodings.map(decodeIdentity));
    const context = await this.#lengthPrefixed(MAX_CONTEXT_BYTES);
    const tail = await this.#take(TAIL_BYTES);
    const headerBytes = tail.subarray(0, HEADER_BYTES);
    const wrapped = tail.subarray(HEADER_BYTES, HEADER_BYTES + WRAPPED_BYTES);
    this.#listBytes = list.length;
    const senderBytes = encodeIdentity(sender).length;
    this.#preambleBytes = 6 + 32 + 4 + senderBytes + 4 + list.length + 4 + context.length + TAIL_BYTES;
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
    const possible = flag === 0 ? length === SEGMENT_SEALED_BYTES : flag === 1 && length > 0;
    if (!possible || length > SEGMENT_SEALED_BYTES || (last !== 0 && last <= TAG_BYTES)) {
      throw new MibscError('decode', 'a segment has an impossible length');
    }
    const chunks: Uint8Array[] = [];
    const digests: Promise<Uint8Array>[] = [];
    for (let rest = length; rest > 0; rest -= SEALED_CHUNK_BYTES) {
      const chunk = await this.#take(Math.min(rest, SEALED_CHUNK_BYTES));
      chunks.push(chunk);
      digests.push(chunkDigest(chunk));
    }
    const chunkDigests = await Promise.all(digests);
    return { final: flag === 1, chunks, chunkDigests, proof: await this.#take(AUTHOR_PROOF_BYTES) };
  }

  /** Refuses bytes after the final segment. */
  async end(): Promise<void> {
    if ((await this.#source.read(1)).length > 0) {
      throw new MibscError('stream', 'an envelope has bytes after its end');
    }
  }

  async close(): Promise<void> {
    await this.#source.close();
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
    if (length > max) throw tooLong();
    return this.#take(length);
  }

  async #take(length: number): Promise<Uint8Array> {
    const bytes = await this.#source.read(length);
    if (bytes.length < length) throw new MibscError('stream', 'an envelope is cut short');
    return bytes;
  }
}

/** Checks the proof of each segment; for those without a key, with the first one also the header. */
class ProofChecker {
  readonly #params: PublicParameters;
  readonly #input: Omit<UnsigncryptInput, 'key'>;
  readonly #preamble: Preamble;
  readonly #D: Uint8Array;
  readonly #signer: AuthorPoint;
  readonly #checkHeader: boolean;

  constructor(
    params: PublicParameters,
    input: Omit<UnsigncryptInput, 'key'>,
    preamble: Preamble,
    checkHeader: boolean,
  ) {
    this.#checkHeader = checkHeader;
    this.#params = params;
    this.#input = input;
    this.#preamble = preamble;
    this.#D = domainDigest(params, input.domain ?? 'offchain');
    if (input.sender !== undefined && !sameIdentity(input.sender, preamble.sender)) throw unproved();
    if (input.context !== undefined && !equalBytes(input.context, preamble.context)) throw unproved();
    this.#signer = authorPointOf(params, preamble.sender);
  }

  check(index: number, segment: Segment): void {
    const params = this.#params;
    const { header, set } = this.#preamble;
    const digest = segmentDigest(this.#preamble, index, segment.final, segment.chunkDigests);
    const proof = decodeAuthorProof(params.backend, segment.proof);
    if (index === 0 && this.#checkHeader) {
      const { headerCache, random } = this.#input;
      checkHeaderAndProof(params, set, header, this.#signer, digest, proof, this.#D, headerCache, random);
    } else {
      checkProof(params, header, this.#signer, digest, proof, this.#D);
    }
  }
}

async function openPayloadKey(
  params: PublicParameters,
  input: UnsigncryptInput,
  preamble: Preamble,
): Promise<Aead> {
  const { header, set, sender, salt, bound, wrapped } = preamble;
  const { key, headerCache, random } = input;
  const binding = { sender, context: headerContext(preamble.context) };
  const K = await decapsulateAndOpen(params, set, header, binding, key, headerCache, random, async (kek) =>
    (await aes256Gcm(kek)).open(new Uint8Array(12), wrapped, 'unwrap'),
  );
  const committed = equalBytesConstantTime(deriveFromK(K, salt, 'commit', bound), preamble.commitment);
  const payloadKey = deriveFromK(K, salt, 'payload', bound);
  K.fill(0);
  try {
    if (!committed) throw new MibscError('commitment', 'the secret misses its commitment');
    return await aes256Gcm(payloadKey);
  } finally {
    payloadKey.fill(0);
  }
}

/** u8 to u32. */
function toNumber(bytes: Uint8Array): number {
  let value = 0;
  for (const byte of bytes) value = value * 256 + byte;
  return value;
}

function tooLong(): MibscError {
  return new MibscError('decode', 'an envelope holds a field that is too long');
}
