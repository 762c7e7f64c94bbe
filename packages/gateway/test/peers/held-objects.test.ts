import { expect, it } from 'vitest';
import { heldObjectsDigest } from '../../src/peers/replication-receipt.js';

it('the digest of held objects is that of REC-27', () => {
  const manifests = [0, 32].map((from) => Uint8Array.from({ length: 32 }, (_, i) => from + i));
  // Python: hashlib.sha256(pack('>I', 24) + b'TWINSEAL-V1-HELD-OBJECTS' + pack('>Q', 2) + bytes(range(64)))
  expect(heldObjectsDigest(manifests)).toBe(
    '0x9b1aedbd0abb5d1ea161079aa18c01e6b399213eb0219e6a5a0bd30b0b464d6f',
  );
  expect(heldObjectsDigest([...manifests].reverse())).not.toBe(heldObjectsDigest(manifests));
});
