import { MibscError, type MibscErrorCode } from '../errors.js';
import { ownBytes } from './bytes.js';

/** AES-256-GCM of WebCrypto, tag of 16 bytes appended. */
export interface Aead {
  seal(nonce: Uint8Array, plaintext: Uint8Array): Promise<Uint8Array>;
  /** @throws MibscError with the given code when the tag does not verify */
  open(nonce: Uint8Array, ciphertext: Uint8Array, code: MibscErrorCode): Promise<Uint8Array>;
}

/** @param key - 32 bytes */
export async function aes256Gcm(key: Uint8Array): Promise<Aead> {
  const { subtle } = globalThis.crypto;
  const imported = await subtle.importKey('raw', ownBytes(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
  return {
    async seal(nonce, plaintext) {
      const algorithm = { name: 'AES-GCM', iv: ownBytes(nonce) };
      return new Uint8Array(await subtle.encrypt(algorithm, imported, plaintext as Uint8Array<ArrayBuffer>));
    },
    async open(nonce, ciphertext, code) {
      const algorithm = { name: 'AES-GCM', iv: ownBytes(nonce) };
      try {
        return new Uint8Array(
          await subtle.decrypt(algorithm, imported, ciphertext as Uint8Array<ArrayBuffer>),
        );
      } catch {
        throw new MibscError(code, 'sealed bytes do not open');
      }
    },
  };
}
