/** AES-256-GCM by WebCrypto, 12-byte nonce, 16-byte tag behind the ciphertext. */

/** Ciphertext || tag. The caller never uses one key and nonce twice. */
export async function aesGcmSeal(
  key: Uint8Array,
  nonce: Uint8Array,
  plaintext: Uint8Array,
  additionalData: Uint8Array,
): Promise<Uint8Array> {
  const { subtle } = globalThis.crypto;
  const k = await subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt']);
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData, tagLength: 128 };
  return new Uint8Array(await subtle.encrypt(algorithm, k, plaintext));
}

/** The plaintext; undefined when the tag does not verify. */
export async function aesGcmOpen(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  additionalData: Uint8Array,
): Promise<Uint8Array | undefined> {
  const { subtle } = globalThis.crypto;
  const k = await subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData, tagLength: 128 };
  try {
    return new Uint8Array(await subtle.decrypt(algorithm, k, sealed));
  } catch {
    return undefined;
  }
}
