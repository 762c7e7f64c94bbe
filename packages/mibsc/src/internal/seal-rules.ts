/** Rules that every sealing shares. */
import { type IdentityKey, keyPoints } from '../identity-key.js';
import type { PublicParameters } from '../parameters.js';
import { SUITE_BYTES } from '../suite.js';
import { utf8 } from './bytes.js';
import { hkdf } from './hash.js';

/** The local secret that hedges k: `HKDF(SK_D, salt suite, info "local-secret")`, 32 bytes. The caller wipes it. */
export function localSecretOf(params: PublicParameters, key: IdentityKey): Uint8Array {
  const encoded = params.backend.g1.encode(keyPoints(params, key).decrypt);
  const secret = hkdf(encoded, SUITE_BYTES, utf8('local-secret'), 32);
  encoded.fill(0);
  return secret;
}

/**
 * Tripwire: `X = ±C1` would mean x = ±k, which opens R to everyone. Compressed points differ in the flag bits only.
 * @param header - begins with C1
 * @param proof - begins with X
 */
export function relatedCommitment(header: Uint8Array, proof: Uint8Array): boolean {
  for (let i = 1; i < 48; i++) if (header[i] !== proof[i]) return false;
  return ((header[0] as number) & 0x1f) === ((proof[0] as number) & 0x1f);
}
