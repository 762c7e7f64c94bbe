/** Author proof and well-formed header in one pairing product: the check that capsules and envelopes begin with. */
import { type AuthorPoint, type AuthorProof, authorTerms } from '../author.js';
import { MibscError } from '../errors.js';
import { type Header, type HeaderCache, headerTerms } from '../header.js';
import type { PublicParameters } from '../parameters.js';
import type { RecipientSet } from '../recipients.js';
import { bytesToBigint } from './bytes.js';
import { type RandomSource, randomBytes } from './random.js';
import { relatedCommitment } from './seal-rules.js';

/**
 * The proof's equation is raised to a fresh secret weight of 128 bits, so that errors of the two cannot cancel. When the
 * product fails, the proof is checked alone, for a header is only worth calling malformed when its author is known.
 *
 * @param cache - headers known to be well-formed; asked before and told after. With a hit only the proof is checked
 * @throws MibscError `author-proof`, `malformed-header`
 */
export function checkHeaderAndProof(
  params: PublicParameters,
  set: RecipientSet,
  header: Header,
  signer: AuthorPoint,
  digest: Uint8Array,
  proof: AuthorProof,
  D: Uint8Array,
  cache: HeaderCache | undefined,
  random: RandomSource | undefined,
): void {
  const { backend } = params;
  // x = ±k would open R to everyone: refused like a proof that fails.
  if (relatedCommitment(header.bytes, proof.bytes)) throw unproved();
  const alone = () => backend.pairingProductIsOne(authorTerms(params, signer, proof, digest, D));
  if (cache?.has(params, set, header)) {
    if (!alone()) throw unproved();
    return;
  }
  const weight = backend.scalar(bytesToBigint(randomBytes(random, 16)) || 1n);
  const weighted = authorTerms(params, signer, proof, digest, D, weight);
  if (backend.pairingProductIsOne([...headerTerms(params, set, header), ...weighted])) {
    cache?.add(params, set, header);
    return;
  }
  if (!alone()) throw unproved();
  throw new MibscError('malformed-header', 'the header is not well-formed for this set');
}

export function unproved(): MibscError {
  return new MibscError('author-proof', 'the author proof does not verify');
}
