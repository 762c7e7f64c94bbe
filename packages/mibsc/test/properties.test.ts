/** Laws, over random sets, payloads and mutations. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  author,
  batchVerifyAuthor,
  decodeHeader,
  decodeIdentity,
  decodeIdentityKey,
  encodeIdentity,
  encodeIdentityKey,
  extract,
  type IdentityKey,
  inspectEnvelope,
  MibscError,
  openCapsule,
  recipientSet,
  sealCapsule,
  setup,
  signcrypt,
  unsigncrypt,
  verifyAuthor,
} from '../src/index.js';
import { BACKENDS, hex, identity, type World, world } from './support.js';

const NAMES = ['a', 'bb', 'hospital:north', 'patient:00', 'Ärztin', '李'];

describe.each(BACKENDS)('laws on %s', (name) => {
  const numRuns = name === 'mcl' ? 25 : 4;
  let w: World;
  const keys = new Map<string, IdentityKey>();
  const keyOf = (who: string): IdentityKey => {
    const known = keys.get(who) ?? w.key(who);
    keys.set(who, known);
    return known;
  };
  beforeAll(async () => {
    w = await world(name, NAMES.length);
  });

  it('every member of any set opens what anyone seals, in any order of the list', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(NAMES, { minLength: 1 }),
        fc.constantFrom(...NAMES),
        fc.uint8Array({ minLength: 32, maxLength: 100 }),
        fc.uint8Array({ maxLength: 50 }),
        fc.nat(),
        async (members, sender, secret, context, pick) => {
          const recipients = members.map((who) => identity(who));
          const domain = 'offchain' as const;
          const capsule = await sealCapsule(w.params, {
            recipients,
            issuer: keyOf(sender),
            context,
            domain,
            secret,
          });
          expect(capsule.length).toBe(256 + secret.length);
          const reader = keyOf(members[pick % members.length] as string);
          const shuffled = [...recipients].reverse();
          const given = {
            capsule,
            recipients: shuffled,
            issuer: identity(sender),
            context,
            domain,
            key: reader,
          };
          expect(hex(await openCapsule(w.params, given))).toBe(hex(secret));
        },
      ),
      { numRuns },
    );
  });

  it('an envelope gives back any message', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(NAMES, { minLength: 1 }),
        fc.uint8Array({ maxLength: 700 }),
        async (members, message) => {
          const recipients = members.map((who) => identity(who));
          const sender = keyOf(NAMES[0] as string);
          const envelope = await signcrypt(w.params, { recipients, sender }, message);
          const opened = await unsigncrypt(w.params, { key: keyOf(members[0] as string) }, envelope);
          expect(hex(opened.message)).toBe(hex(message));
          expect(opened.recipients).toEqual(recipientSet(w.params, recipients).identities);
        },
      ),
      { numRuns },
    );
  });

  it('a batch says of each proof what the single check says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ who: fc.constantFrom(...NAMES), flaw: fc.nat(7), fill: fc.nat(255) }), {
          maxLength: 8,
        }),
        (claims) => {
          const items = claims.map(({ who, flaw, fill }) => {
            const digest = new Uint8Array(32).fill(fill);
            const proof = author(w.params, keyOf(who), digest, 'offchain');
            // Three kinds in four are sound.
            if (flaw === 0) digest[0] = (digest[0] as number) ^ 1;
            if (flaw === 1) proof[50] = (proof[50] as number) ^ 1;
            return { identity: identity(who), digest, proof };
          });
          const single = items.map((item) =>
            verifyAuthor(w.params, item.identity, item.digest, item.proof, 'offchain'),
          );
          const failed = single.flatMap((ok, i) => (ok ? [] : [i]));
          expect(batchVerifyAuthor(w.params, items, 'offchain')).toEqual({ ok: failed.length === 0, failed });
        },
      ),
      { numRuns },
    );
  });
});

describe('laws of encodings', () => {
  it('an identity is its encoding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, epoch) => {
        let bytes: Uint8Array;
        try {
          bytes = encodeIdentity({ name, epoch });
        } catch (error) {
          expect(error).toBeInstanceOf(MibscError);
          return;
        }
        expect(decodeIdentity(bytes)).toEqual({ name, epoch });
      }),
    );
  });

  it('decoders accept only what they encode, and throw only MibscError', async () => {
    const { params, master } = setup((await world('mcl')).backend, 2);
    const key = extract(params, master, identity('alice'));
    const recipients = [identity('alice')];
    const envelope = await signcrypt(params, { recipients, sender: key }, new Uint8Array(3));
    const { preambleBytes } = inspectEnvelope(envelope);
    expect(
      hex(decodeHeader(params, envelope.slice(preambleBytes - 240, preambleBytes - 96)).bytes),
    ).toHaveLength(288);
    const seeds: [Uint8Array, (bytes: Uint8Array) => Uint8Array | undefined][] = [
      [encodeIdentityKey(key), (bytes) => encodeIdentityKey(decodeIdentityKey(params, bytes))],
      [encodeIdentity(identity('alice')), (bytes) => encodeIdentity(decodeIdentity(bytes))],
      [envelope.slice(preambleBytes - 240, preambleBytes - 96), (bytes) => decodeHeader(params, bytes).bytes],
      [
        envelope,
        (bytes) => {
          inspectEnvelope(bytes);
          return undefined;
        },
      ],
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.nat(),
        fc.nat(255),
        fc.nat(3),
        ([seed, again], at, byte, kind) => {
          let bytes = new Uint8Array(seed);
          const position = at % bytes.length;
          if (kind === 0) bytes = bytes.slice(0, position);
          else if (kind === 1) bytes = new Uint8Array([...bytes, byte]);
          else bytes[position] = byte;
          let out: Uint8Array | undefined;
          try {
            out = again(bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(MibscError);
            return;
          }
          if (out !== undefined) expect(hex(out)).toBe(hex(bytes));
        },
      ),
      { numRuns: 300 },
    );
  });
});
