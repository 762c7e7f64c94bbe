import { HealthError } from '../errors.js';

/** All bytes of a stream. @throws HealthError `too-large` as soon as there are more than `maxBytes` */
export async function readAll(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > maxBytes)
      throw new HealthError('too-large', 'the file is too large', {
        file,
        place: '1:1',
        expected: `at most ${maxBytes} bytes`,
      });
    pieces.push(chunk.slice());
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
