/** AES-GCM does not commit to its key: one ciphertext and tag that open under two. The commitment is what refuses it. */
import { createCipheriv, hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Identity, IdentityKey } from '../../src/index.js';
import { unsigncrypt } from '../../src/index.js';
import { BACKENDS, codeOf, identity, utf8, world } from '../support.js';
import { Adversary, cat, encode, gcmOpen, gcmSeal, integer, keccak, LP, number, sha } from './adversary.js';

// GF(2^128) as GCM has it: bit 0 is the most significant, reduction polynomial 1 + x + x^2 + x^7 (NIST SP 800-38D, 6.3).
const RED = 0xe1n << 120n;
function times(a: bigint, b: bigint): bigint {
  let [z, v] = [0n, b];
  for (let i = 127n; i >= 0n; i--) {
    if ((a >> i) & 1n) z ^= v;
    v = v & 1n ? (v >> 1n) ^ RED : v >> 1n;
  }
  return z;
}
function invert(a: bigint): bigint {
  // a^(2^128 - 2)
  let [result, power] = [1n << 127n, a];
  for (let i = 1; i < 128; i++) {
    power = times(power, power);
    result = times(result, power);
  }
  return result;
}

function ecb(key: Uint8Array, block: bigint): bigint {
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  return number(new Uint8Array(cipher.update(integer(block, 16))));
}

/** One ciphertext of two blocks whose tag is right under both keys (Dodis et al., CRYPTO 2018, "invisible salamanders"). */
function salamander(one: Uint8Array, two: Uint8Array, nonce: Uint8Array): Uint8Array {
  const J0 = (number(nonce) << 32n) | 1n;
  const lengths = 256n;
  const [H1, H2] = [ecb(one, 0n), ecb(two, 0n)];
  const [S1, S2] = [ecb(one, J0), ecb(two, J0)];
  // tag = c1 H^3 + c2 H^2 + len H + E(J0); choose c1 = 0 and solve for c2.
  const c1 = 0n;
  const rest = times(lengths, H1) ^ times(lengths, H2) ^ S1 ^ S2;
  const c2 = times(rest, invert(times(H1, H1) ^ times(H2, H2)));
  const tag = times(c2, times(H1, H1)) ^ times(lengths, H1) ^ S1;
  return cat(integer(c1, 16), integer(c2, 16), integer(tag, 16));
}

const bytes = (fill: number, n = 32) => new Uint8Array(n).fill(fill);

describe('AES-GCM', () => {
  it('opens one ciphertext and tag under two keys', async () => {
    const [one, two] = [bytes(1), bytes(2)];
    const sealed = salamander(one, two, new Uint8Array(12));
    const opened = await Promise.all([one, two].map((key) => gcmOpen(key, sealed)));
    expect(opened[0]).toHaveLength(32);
    expect(opened[1]).toHaveLength(32);
    expect(opened[0]).not.toEqual(opened[1]);
  });
});

describe.each(BACKENDS)('commitment on %s', (name) => {
  /** An envelope in which K, the commitment and the ciphertext are the sender's free choice; format of docs/FORMAT.md. */
  async function envelope(
    adversary: Adversary,
    sender: IdentityKey,
    recipients: Identity[],
    given: { K: Uint8Array; k: bigint; salt: Uint8Array; commitment?: Uint8Array; ciphertext?: Uint8Array },
  ): Promise<{ bytes: Uint8Array; commitment: Uint8Array; payloadKey: Uint8Array }> {
    const context = new Uint8Array(0);
    const header = adversary.header(recipients, given.k);
    const headerContext = cat(utf8('TWINSEAL-V1-ENVELOPE'), LP(context));
    const kek = adversary.kek(header.R, header.bytes, recipients, sender.identity, headerContext);
    const wrapped = await gcmSeal(kek, given.K);
    const head = cat(utf8('TSEV'), new Uint8Array([1, 1]), adversary.params.digest);
    const who = LP(encode(sender.identity));
    const bound = sha(head, who, adversary.setDigest(recipients), LP(context), header.bytes, wrapped);
    const derive = (label: string) =>
      new Uint8Array(hkdfSync('sha256', given.K, given.salt, cat(LP(utf8(label)), bound), 32));
    const commitment = given.commitment ?? derive('commit');
    const payloadKey = derive('payload');
    const nonce = cat(new Uint8Array(11), new Uint8Array([1]));
    const plain = cat(utf8('m'), new Uint8Array([0x80]), new Uint8Array(254));
    const ciphertext = given.ciphertext ?? (await gcmSeal(payloadKey, plain, nonce));
    const tag = keccak(utf8('TWINSEAL-V1-AUTHOR-ENVELOPE'));
    const digest = keccak(
      tag,
      sha(bound, given.salt, commitment),
      integer(0, 8),
      new Uint8Array([1]),
      sha(sha(ciphertext)),
    );
    const proof = adversary.sign(
      adversary.open(sender).sign,
      sender.identity,
      digest,
      'offchain',
      given.k + 1n,
    );
    const list = adversary.sorted(recipients).map((r) => LP(encode(r)));
    const out = cat(
      head,
      who,
      integer(recipients.length, 4),
      ...list,
      LP(context),
      header.bytes,
      wrapped,
      given.salt,
      commitment,
      new Uint8Array([1]),
      integer(ciphertext.length, 4),
      ciphertext,
      proof,
    );
    return { bytes: out, commitment, payloadKey };
  }

  it('a secret that misses its commitment is refused before anything is decrypted', async () => {
    const { params, key } = await world(name);
    const adversary = new Adversary(params);
    const sender = key('hospital');
    const recipients = [identity('alice')];
    const honest = { K: bytes(1), k: 123n, salt: bytes(3, 16) };
    const good = await envelope(adversary, sender, recipients, honest);
    const opened = await unsigncrypt(params, { key: key('alice') }, good.bytes);
    expect(opened.message).toEqual(utf8('m'));
    const bad = await envelope(adversary, sender, recipients, { ...honest, commitment: bytes(0) });
    expect(await codeOf(() => unsigncrypt(params, { key: key('alice') }, bad.bytes))).toBe('commitment');
  });

  it('two sets cannot be shown one commitment and one ciphertext that opens differently', async () => {
    const { params, key } = await world(name);
    const adversary = new Adversary(params);
    const sender = key('hospital');
    const salt = bytes(3, 16);
    const [forAlice, forBob] = [
      { recipients: [identity('alice')], K: bytes(1), k: 123n, salt },
      { recipients: [identity('bob')], K: bytes(2), k: 456n, salt },
    ];
    const one = await envelope(adversary, sender, forAlice.recipients, forAlice);
    const two = await envelope(adversary, sender, forBob.recipients, forBob);
    const nonce = cat(new Uint8Array(11), new Uint8Array([1]));
    const ciphertext = salamander(one.payloadKey, two.payloadKey, nonce);
    expect(await gcmOpen(one.payloadKey, ciphertext, nonce)).not.toEqual(
      await gcmOpen(two.payloadKey, ciphertext, nonce),
    );
    const shown = { ciphertext, commitment: one.commitment };
    const toAlice = await envelope(adversary, sender, forAlice.recipients, { ...forAlice, ...shown });
    const toBob = await envelope(adversary, sender, forBob.recipients, { ...forBob, ...shown });
    // Alice's decryption goes through (to noise that has no padding); Bob's is stopped by the commitment.
    expect(await codeOf(() => unsigncrypt(params, { key: key('alice') }, toAlice.bytes))).toBe('stream');
    expect(await codeOf(() => unsigncrypt(params, { key: key('bob') }, toBob.bytes))).toBe('commitment');
  });
});
