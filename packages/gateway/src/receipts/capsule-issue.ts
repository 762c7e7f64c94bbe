/**
 * Receipts of capsules: who is given the secrets of which modules is written down, durably, before the capsules can be had. One receipt for each recipient of an issue but the author itself
 * (docs/RECORD.md, REC-26).
 */

import { createHash } from 'node:crypto';
import { decodeCapsule, fromHex, type Identity, parseName, purposeDigest } from '@twinseal/record';
import { bytesToHex, type Hex } from 'viem';
import { PURPOSES } from '../decision/purposes.js';
import type { Gateway } from '../ports.js';
import { receiptBook, type WrittenReceipt } from './receipt-book.js';

/** Purpose of an issue to the patient: asked for by the patient. */
const TO_PATIENT = 'PATRQT';
/** Purpose of an issue whose grant names none that the server can put a name to. */
const UNNAMED = 'RECORDMGT';

/** One recipient of an issue, and why. */
export interface CapsuleRecipient {
  readonly identity: Identity;
  /** Digests of the purposes for which the recipient was granted access (REC-24); none of the patient's own. */
  readonly purposes: readonly Hex[];
  /** Whether an emergency opened it. */
  readonly byEmergency: boolean;
}

/** The request id of an issue's receipt: sha256( LP("TWINSEAL-V1-CAPSULE-ISSUE") || u64 issuedAt || address × n ), addresses ascending. */
export function capsuleIssueId(issuedAt: number, addresses: readonly string[]): Hex {
  const tag = Buffer.from('TWINSEAL-V1-CAPSULE-ISSUE');
  const head = Buffer.alloc(4 + tag.length + 8);
  head.writeUInt32BE(tag.length, 0);
  tag.copy(head, 4);
  head.writeBigUInt64BE(BigInt(issuedAt), 4 + tag.length);
  const hash = createHash('sha256').update(head);
  for (const address of [...addresses].sort()) hash.update(fromHex(address, 32));
  return `0x${hash.digest('hex')}`;
}

/**
 * Writes the receipts of an issue. The caller makes the capsules available only when this resolved.
 *
 * @param capsules all that are issued at this moment, by address
 * @throws StoreError: then nothing may be made available
 */
export async function receiptCapsules(
  gateway: Pick<Gateway, 'receipts' | 'params' | 'key' | 'nowS' | 'chain' | 'vault'>,
  issue: {
    readonly twinId: string;
    readonly issuedAt: number;
    readonly capsules: ReadonlyMap<string, Uint8Array>;
    readonly recipients: readonly CapsuleRecipient[];
    /** The block as of which it was decided who may read. */
    readonly block: { readonly number: number; readonly hash: Hex };
  },
): Promise<WrittenReceipt[]> {
  const kept = await gateway.vault.getJson<{ purposeSalt: string }>(`twin/${issue.twinId}`);
  const decoded = [...issue.capsules].map(([address, bytes]) => ({ address, capsule: decodeCapsule(bytes) }));
  const book = receiptBook(gateway);
  return Promise.all(
    issue.recipients.flatMap((recipient) => {
      const { identity } = recipient;
      if (identity.name === gateway.key.identity.name) return [];
      const own = decoded.filter(({ capsule }) =>
        capsule.recipients.some(({ name, epoch }) => name === identity.name && epoch === identity.epoch),
      );
      if (own.length === 0) return [];
      return [
        book.write({
          twinId: issue.twinId,
          requestId: capsuleIssueId(
            issue.issuedAt,
            own.map(({ address }) => address),
          ),
          requester: identity,
          decision: 'permit',
          reason: recipient.byEmergency ? 11 : 0,
          purpose: purposeOf(issue.twinId, recipient, kept?.purposeSalt),
          scopes: own.map(({ capsule }) => bytesToHex(capsule.scope)),
          block: issue.block,
        }),
      ];
    }),
  );
}

/** The code of a grant's purpose, where the server was given the salt under which the chain knows it. */
function purposeOf(twinId: string, recipient: CapsuleRecipient, salt: string | undefined): string {
  if (parseName(recipient.identity.name).kind === 'patient') return TO_PATIENT;
  return (salt === undefined ? undefined : namedPurpose(twinId, salt, recipient.purposes)) ?? UNNAMED;
}

/** The first code of HL7's list that one of the digests stands for. */
export function namedPurpose(twinId: string, salt: string, digests: readonly Hex[]): string | undefined {
  const id = fromHex(twinId, 32);
  const key = fromHex(salt, 32);
  return PURPOSES.find((code) => digests.includes(bytesToHex(purposeDigest(id, key, code))));
}
