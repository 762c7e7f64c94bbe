/** The published scheme's world, and its well-formed check for the attack that survives it. */
import { type BackendName, loadBackend } from '../../src/index.js';
import {
  type PublishedCiphertext,
  type PublishedParameters,
  publishedCommitment,
  publishedExtract,
  publishedSetup,
} from '../../src/published/index.js';
import { seededRandom } from '../support.js';

export async function publishedWorld(name: BackendName, N = 4) {
  const backend = await loadBackend(name);
  const { params, master } = publishedSetup(backend, N, { random: seededRandom('published') });
  const message = (text: string) =>
    backend.powGT(params.u, backend.scalarFromWide(seededRandom(`message ${text}`)(48)));
  return { backend, params, master, message, key: (id: string) => publishedExtract(params, master, id) };
}

/** `e(C1, F_S(γ) h) e(w, C2) = 1`: what one would add first to mend the scheme. */
export function publishedHeaderHolds(
  params: PublishedParameters,
  recipients: readonly string[],
  { C1, C2 }: PublishedCiphertext,
): boolean {
  return params.backend.pairingProductIsOne([
    [C1, publishedCommitment(params, recipients)],
    [params.w, C2],
  ]);
}
