/** Author proof and well-formed header in one pairing product, for those who check without a key; and the proof alone. */
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
  if (cache?.has(params, set, header)) {
    checkProof(params, header, signer, digest, proof, D);
    return;
  }
  refuseRelated(header, proof);
  const weight = backend.scalar(bytesToBigint(randomBytes(random, 16)) || 1n);
  const weighted = authorTerms(params, signer, proof, digest, D, weight);
  if (backend.pairingProductIsOne([...headerTerms(params, set, header), ...weighted])) {
    cache?.add(params, set, header);
    return;
  }
  checkProof(params, header, signer, digest, proof, D);
  throw new MibscError('malformed-header', 'the header is not well-formed for this set');
}

/**
 * The proof alone, and that its randomness is not the header's.
 * @throws MibscError `author-proof`
 */
export function checkProof(
  params: PublicParameters,
  header: Header,
  signer: AuthorPoint,
  digest: Uint8Array,
  proof: AuthorProof,
  D: Uint8Array,
): void {
  refuseRelated(header, proof);
  if (!params.backend.pairingProductIsOne(authorTerms(params, signer, proof, digest, D))) throw unproved();
}

/** x = ±k would open R to everyone: refused like a proof that fails. */
function refuseRelated(header: Header, proof: AuthorProof): void {
  if (relatedCommitment(header.bytes, proof.bytes)) throw unproved();
}

export function unproved(): MibscError {
  return new MibscError('author-proof', 'the author proof does not verify');
}
