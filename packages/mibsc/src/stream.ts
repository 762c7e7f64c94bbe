/**
 * STREAM (Hoang, Reyhanitabar, Rogaway, Vizár, CRYPTO 2015) over AES-256-GCM, as docs/RECORD.md, REC-14, has it:
 * chunks of 65,536 bytes of plaintext, the last one of 1 to 65,536, each followed by its 16-byte tag;
 * nonce = `u88 chunk index || u8 last`. A key seals one stream only.
 *
 * It authenticates order and end of the stream to whoever holds the key. Every recipient holds the key: only an author
 * proof over the ciphertext tells who wrote.
 */
import { MibscError } from './errors.js';
import { type Aead, aes256Gcm } from './internal/aead.js';
import { requireBytes } from './internal/bytes.js';

/** Bytes of plaintext in every chunk but the last. */
export const CHUNK_BYTES = 65_536;
/** Bytes of an AES-GCM tag. */
export const TAG_BYTES = 16;
const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;

/** @internal nonce of chunk `index`, 0 <= index < 2^53 */
export function chunkNonce(index: number, last: boolean): Uint8Array {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setBigUint64(3, BigInt(index));
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/**
 * Length of the sealed form of `length` bytes.
 * @throws RangeError unless an integer >= 1
 */
export function sealedStreamLength(length: number): number {
  if (!Number.isSafeInteger(length) || length < 1) throw new RangeError('a stream has at least one byte');
  return length + TAG_BYTES * Math.ceil(length / CHUNK_BYTES);
}

/**
 * Seals a whole buffer.
 * @param key - 32 bytes, used for this stream only
 * @param plaintext - at least one byte
 * @throws TypeError, RangeError for a key of another length or an empty plaintext
 */
export async function sealStream(key: Uint8Array, plaintext: Uint8Array): Promise<Uint8Array> {
  requireBytes(key, 'key', 32);
  requireBytes(plaintext, 'plaintext');
  const out = new Uint8Array(sealedStreamLength(plaintext.length));
  const aead = await aes256Gcm(key);
  const chunks = Math.ceil(plaintext.length / CHUNK_BYTES);
  for (let i = 0; i < chunks; i++) {
    const chunk = plaintext.subarray(i * CHUNK_BYTES, (i + 1) * CHUNK_BYTES);
    out.set(await aead.seal(chunkNonce(i, i === chunks - 1), chunk), i * SEALED_CHUNK_BYTES);
  }
  return out;
}

/**
 * Opens a whole buffer; nothing is returned unless every chunk verifies.
 * @param key - 32 bytes
 * @param ciphertext - untrusted
 * @throws TypeError, RangeError for a key of another length
 * @throws MibscError `stream` for anything but what `sealStream` made under this key
 */
export async function openStream(key: Uint8Array, ciphertext: Uint8Array): Promise<Uint8Array> {
  requireBytes(key, 'key', 32);
  requireBytes(ciphertext, 'ciphertext');
  const chunks = Math.ceil(ciphertext.length / SEALED_CHUNK_BYTES);
  const lastLength = ciphertext.length - (chunks - 1) * SEALED_CHUNK_BYTES;
  if (chunks === 0 || lastLength <= TAG_BYTES) throw new MibscError('stream', 'a stream is cut short');
  const aead: Aead = await aes256Gcm(key);
  const out = new Uint8Array(ciphertext.length - chunks * TAG_BYTES);
  for (let i = 0; i < chunks; i++) {
    const chunk = ciphertext.subarray(i * SEALED_CHUNK_BYTES, (i + 1) * SEALED_CHUNK_BYTES);
    out.set(await aead.open(chunkNonce(i, i === chunks - 1), chunk, 'stream'), i * CHUNK_BYTES);
  }
  return out;
}
