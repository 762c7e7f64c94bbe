import { HealthError } from './errors.js';

/** Bounds of {@link gunzip}. */
export interface GunzipOptions {
  /** Name for error messages. */
  readonly name: string;
  /** Largest decompressed size in bytes; default 256 MiB. */
  readonly maxBytes?: number;
  /** Largest ratio of decompressed to compressed size; default 200 (a Synthea bundle has about 20, DEFLATE's limit is 1032). */
  readonly maxRatio?: number;
}

/**
 * Decompresses a gzip file (RFC 1952), never holding more than the bounds allow.
 * @returns the content; input that does not begin with gzip's magic 1f 8b is returned as it is
 * @throws HealthError `too-large` where a bound is passed, `not-gzip` where the stream is damaged or cut off
 */
export async function gunzip(bytes: Uint8Array, options: GunzipOptions): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const { name: file, maxBytes = 256 * 2 ** 20, maxRatio = 200 } = options;
  // Small files may exceed the ratio legitimately (a run of spaces), so the ratio counts from 1 MiB on.
  const limit = Math.min(maxBytes, Math.max(bytes.length * maxRatio, 2 ** 20));
  const source = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  const reader = source.pipeThrough(new DecompressionStream('gzip')).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > limit) break;
      chunks.push(value);
    }
  } catch {
    throw new HealthError('not-gzip', 'the gzip stream is damaged', {
      file,
      place: '1:1',
      expected: 'a whole gzip file',
    });
  }
  if (size > limit) {
    await reader.cancel().catch(() => undefined);
    throw new HealthError('too-large', 'the file grows too large when decompressed', {
      file,
      place: '1:1',
      expected: `at most ${maxBytes} bytes and ${maxRatio} times the compressed size`,
    });
  }
  const out = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}
