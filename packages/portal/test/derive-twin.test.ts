import { createECDH, hkdfSync } from 'node:crypto';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { describe, expect, it } from 'vitest';
import { deriveTwin } from '../src/keys/derive-twin.js';

const ORDER = secp256k1.Point.Fn.ORDER;
/** What an authenticator could answer; a counting pattern, for nothing else. */
const SECRET = Uint8Array.from({ length: 32 }, (_, i) => i + 1);

/** RFC 5869 by Node's own implementation. */
function hkdf(what: string, bytes: number): Buffer {
  return Buffer.from(
    hkdfSync('sha256', SECRET, new Uint8Array(0), Buffer.from(`twinseal/patient/v1/${what}`), bytes),
  );
}

describe('deriveTwin', () => {
  it('is HKDF with the labels that the page states, by another implementation', async () => {
    const { slip } = await deriveTwin(SECRET, ['conditions', 'medications']);
    expect(slip).toEqual({
      twinId: hkdf('twin-id', 32).toString('hex'),
      purposeSalt: hkdf('purpose', 32).toString('hex'),
      scopeSalts: {
        conditions: hkdf('scope/conditions', 32).toString('hex'),
        medications: hkdf('scope/medications', 32).toString('hex'),
      },
    });
  });

  it('makes the control key from 48 bytes: reduced modulo the order less one, plus one (FIPS 186-5, A.2.1)', async () => {
    const { controlKey } = await deriveTwin(SECRET, []);
    const wide = BigInt(`0x${hkdf('control', 48).toString('hex')}`);
    const expected = (wide % (ORDER - 1n)) + 1n;
    expect(BigInt(`0x${Buffer.from(controlKey).toString('hex')}`)).toBe(expected);
    // A key for OpenSSL as well.
    createECDH('secp256k1').setPrivateKey(controlKey);
  });

  it('gives another twin for another secret, and refuses anything but 32 bytes', async () => {
    const other = await deriveTwin(SECRET.toReversed(), []);
    expect(other.slip.twinId).not.toBe((await deriveTwin(SECRET, [])).slip.twinId);
    await expect(deriveTwin(SECRET.slice(1), [])).rejects.toThrow(RangeError);
  });
});
