import { HealthError } from '../errors.js';

/** UTF-8 without a byte-order mark. @throws HealthError `too-large` above `maxBytes`, `not-text` where the bytes are not UTF-8 */
export function decodeText(bytes: Uint8Array, file: string, maxBytes: number): string {
  if (bytes.length > maxBytes) {
    throw new HealthError('too-large', 'the file is too large', {
      file,
      place: '1:1',
      expected: `at most ${maxBytes} bytes`,
    });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HealthError('not-text', 'the bytes are not text', { file, place: '1:1', expected: 'UTF-8' });
  }
}

/** Whether a text has characters that no FHIR string has: those below 32 but tab, line feed and carriage return (R4 section 2.24.0.1). */
export function hasControls(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text);
}
