/** Sealing an envelope, in one pass. The format is described in envelope.ts. */
import { author, type Domain, domainDigest } from './author.js';
import { type ByteSource, collect, PieceReader, pieces } from './byte-source.js';
import { MibscError } from './errors.js';
import { encapsulate } from './header.js';
import { encodeIdentity, type Identity } from './identity.js';
import type { IdentityKey } from './identity-key.js';
import { type Aead, aes256Gcm } from './internal/aead.js';
import { concat, lengthPrefixed, requireBytes, u32 } from './internal/bytes.js';
import {
  boundDigest,
  CHUNKS_AT_ONCE,
  chunkDigest,
  deriveFromK,
  ENVELOPE_MAGIC,
  headerContext,
  MAX_CONTEXT_BYTES,
  SEGMENT_CHUNKS,
  segmentDigest,
} from './internal/envelope-format.js';
import { encodeHead } from './internal/head.js';
import { type RandomSource, randomBytes } from './internal/random.js';
import { localSecretOf, relatedCommitment } from './internal/seal-rules.js';
import { padmeLength } from './padding.js';
import { type PublicParameters, tablesOf } from './parameters.js';
import { asRecipientSet, type RecipientSet } from './recipients.js';
import { CHUNK_BYTES, chunkNonce } from './stream.js';

export interface SigncryptInput {
  readonly recipients: readonly Identity[] | RecipientSet;
  readonly sender: IdentityKey;
  /** 0..65536 bytes, readable by everyone who has the envelope; empty by default. */
  readonly context?: Uint8Array;
  /** `'offchain'` by default. */
  readonly domain?: Domain;
  /** The platform's source by default; 80 bytes are drawn, and 32 more a segment. */
  readonly random?: RandomSource;
}

/**
 * One-shot form of `signcryptStream`.
 * @returns the envelope: 383 bytes, sender, list, context, padded message, 16 bytes a chunk and 101 a further 4 MiB
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
 * Signcrypts a stream in one pass, holding at most one sealed segment (4 MiB) and a few chunks of plaintext.
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
  const { preamble, header, parts, aead } = await beginEnvelope(params, input);
  yield preamble;
  const reader = new PieceReader(padded(source));
  try {
    // A chunk is known to be the last one only when nothing follows it.
    let next = await reader.read(CHUNK_BYTES);
    let chunkIndex = 0;
    for (let segmentIndex = 0; next.length > 0; segmentIndex++) {
      const sealed: { chunk: Uint8Array; digest: Uint8Array }[] = [];
      while (sealed.length < SEGMENT_CHUNKS && next.length > 0) {
        const group: Promise<{ chunk: Uint8Array; digest: Uint8Array }>[] = [];
        while (group.length < CHUNKS_AT_ONCE && next.length > 0) {
          const plain = next;
          next = await reader.read(CHUNK_BYTES);
          group.push(sealChunk(aead, chunkNonce(chunkIndex++, next.length === 0), plain));
        }
        sealed.push(...(await Promise.all(group)));
      }
      const final = next.length === 0;
      const digests = sealed.map(({ digest }) => digest);
      const digest = segmentDigest(parts, segmentIndex, final, digests);
      const { random, domain = 'offchain', sender } = input;
      const proof = author(params, sender, digest, domain, random === undefined ? {} : { random });
      if (relatedCommitment(header, proof)) {
        throw new MibscError('randomness', 'two secret scalars came out equal');
      }
      const length = sealed.reduce((sum, { chunk }) => sum + chunk.length, 0);
      yield concat(new Uint8Array([final ? 1 : 0]), u32(length));
      for (const { chunk } of sealed) yield chunk;
      yield proof;
    }
  } finally {
    await reader.close();
  }
}

async function sealChunk(
  aead: Aead,
  nonce: Uint8Array,
  plain: Uint8Array,
): Promise<{ chunk: Uint8Array; digest: Uint8Array }> {
  const chunk = await aead.seal(nonce, plain);
  plain.fill(0);
  return { chunk, digest: await chunkDigest(chunk) };
}

/** The message, `80`, and zeros up to the Padmé length. */
async function* padded(source: ByteSource): AsyncGenerator<Uint8Array, void, undefined> {
  let written = 0;
  for await (const piece of pieces(source)) {
    requireBytes(piece, 'a piece of the source');
    written += piece.length;
    yield piece;
  }
  yield new Uint8Array([0x80]);
  for (let zeros = padmeLength(written + 1) - written - 1; zeros > 0; zeros -= CHUNK_BYTES) {
    yield new Uint8Array(Math.min(zeros, CHUNK_BYTES));
  }
}

async function beginEnvelope(
  params: PublicParameters,
  input: SigncryptInput,
): Promise<{
  preamble: Uint8Array;
  header: Uint8Array;
  parts: { bound: Uint8Array; salt: Uint8Array; commitment: Uint8Array };
  aead: Aead;
}> {
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
  const commitment = deriveFromK(K, salt, 'commit', bound);
  const payloadKey = deriveFromK(K, salt, 'payload', bound);
  K.fill(0);
  const aead = await aes256Gcm(payloadKey);
  payloadKey.fill(0);
  const preamble = concat(
    encodeHead(ENVELOPE_MAGIC),
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
  return { preamble, header: header.bytes, parts: { bound, salt, commitment }, aead };
}
