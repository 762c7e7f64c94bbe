/** Reads every file of ../vectors. What contracts and other implementations must recompute is recomputed here without the package. */

import { readdirSync, readFileSync } from 'node:fs';
import {
  type Domain,
  decodeMasterSecret,
  decodeParameters,
  extract,
  loadBackend,
  openStream,
  validateParameters,
  verifyAuthor,
} from '@twinseal/mibsc';
import { describe, expect, test } from 'vitest';
import { makeVectors, render } from '../scripts/write-vectors.mjs';
import * as record from '../src/index.js';
import { cat, hex, hkdf, hmac, keccak, LP, mth, sha256, T, u16, u32, u64 } from './support/plain.js';

// biome-ignore lint/suspicious/noExplicitAny: vectors are JSON of many shapes
type Vector = any;
const folder = new URL('../vectors/', import.meta.url);
const vectors = new Map<string, Vector>(
  readdirSync(folder).map((file) => [
    file.replace(/\.json$/, ''),
    JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
  ]),
);
const accepted = (kind: string): Vector => vectors.get(`accept-${kind}`);
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

const authority = accepted('authority');
const backend = await loadBackend();
const params = validateParameters(decodeParameters(backend, hex(authority.parameters)));
const master = decodeMasterSecret(backend, hex(authority.masterSecret));
const keyOf = (text: string) => extract(params, master, record.parseIdentityText(text));
const domainOf = (domain: Vector): Domain =>
  domain === 'offchain' ? domain : { chainId: BigInt(domain.chainId), contract: domain.contract };

/** The random bytes that a vector drew, in order. */
function replay(draws: string[]): (length: number) => Uint8Array {
  const left = [...draws];
  return (length) => {
    const bytes = Uint8Array.from(hex(left.shift() ?? ''));
    expect(bytes).toHaveLength(length);
    return bytes;
  };
}

const contextOf = (c: Vector): record.PartContext => ({
  ...c,
  twinId: hex(c.twinId),
  authorId: hex(c.authorId),
  tag: hex(c.tag),
});
const headerOf = (h: Vector): record.PartHeader => ({
  ...h,
  twinId: hex(h.twinId),
  author: record.parseIdentityText(h.author),
});
const ctxOf = (c: Vector) =>
  cat(hex(c.twinId), hex(c.authorId), hex(c.tag), u64(c.seq), u64(c.accessVersion), u64(c.counter));
/** content[i] = sha256(u32(i >> 5))[i & 31] */
const longContent = () =>
  Buffer.concat(Array.from({ length: Math.ceil(150_000 / 32) }, (_, i) => sha256(u32(i)))).subarray(
    0,
    150_000,
  );

test('the files are what the script writes', async () => {
  const { files } = await makeVectors();
  expect([...vectors.keys()].sort()).toEqual([...files.keys()].sort());
  for (const [name, vector] of files) {
    expect(readFileSync(new URL(`${name}.json`, folder), 'utf8')).toBe(render(vector));
  }
});

test('more is refused than accepted', () => {
  const refused = [...vectors.keys()].filter((name) => name.startsWith('refuse-')).length;
  expect(refused).toBeGreaterThan(vectors.size - refused);
});

describe('accepted', () => {
  const met = new Set(['authority']);
  const accept = (kind: string, body: (vector: Vector) => void | Promise<void>) =>
    test(kind, async () => {
      met.add(kind);
      await body(accepted(kind));
    });

  accept('identity', ({ cases }) => {
    for (const { name, epoch, text, bytes, authorId } of cases) {
      expect(hexOf(cat(LP(name), LP(epoch)))).toBe(bytes);
      expect(hexOf(keccak(T('TWINSEAL-V1-AUTHOR-ID'), name))).toBe(authorId);
      expect(record.parseIdentityText(text)).toEqual({ name, epoch });
      expect(record.decodeIdentityBytes(hex(bytes))).toEqual({ name, epoch });
      expect(hexOf(record.encodeIdentityBytes({ name, epoch }))).toBe(bytes);
      expect(hexOf(record.authorId(name))).toBe(authorId);
    }
  });

  accept('lane-id', ({ twinId, authorId, laneId }) => {
    expect(hexOf(keccak(T('TWINSEAL-V1-LANE'), hex(twinId), hex(authorId)))).toBe(laneId);
    expect(hexOf(record.laneId(hex(twinId), hex(authorId)))).toBe(laneId);
  });

  accept('scope', ({ twinId, salt, module, scope }) => {
    expect(hexOf(keccak(T('TWINSEAL-V1-SCOPE'), hex(twinId), hex(salt), module))).toBe(scope);
    expect(hexOf(record.moduleScope(hex(twinId), hex(salt), module))).toBe(scope);
  });

  accept('purpose', ({ twinId, salt, code, purpose }) => {
    expect(hexOf(keccak(T('TWINSEAL-V1-PURPOSE'), hex(twinId), hex(salt), code))).toBe(purpose);
    expect(hexOf(record.purposeDigest(hex(twinId), hex(salt), code))).toBe(purpose);
  });

  accept('tag', ({ tagKey, laneId, cases }) => {
    const [key, lane] = [hex(tagKey), hex(laneId)];
    for (const { seq, counter, tag, maskedCounter } of cases) {
      expect(hexOf(hmac(key, LP('TWINSEAL-V1-TAG'), lane, u64(seq)))).toBe(tag);
      const mask = hmac(key, LP('TWINSEAL-V1-COUNTER'), lane, u64(seq)).readBigUInt64BE();
      expect(hexOf(u64(BigInt(counter) ^ mask))).toBe(maskedCounter);
      expect(hexOf(record.entryTag(key, lane, seq))).toBe(tag);
      expect(hexOf(record.maskCounter(key, lane, seq, counter))).toBe(maskedCounter);
      expect(record.unmaskCounter(key, lane, seq, hex(maskedCounter))).toBe(counter);
    }
  });

  accept('padme', ({ cases }) => {
    // Figures of Nikitin et al., section 4, by their definition in exact arithmetic: clear the last E - S bits, rounding up.
    for (const [length, padded] of cases) {
      const L = BigInt(Math.max(length, 256));
      const E = BigInt(L.toString(2).length - 1);
      const S = BigInt(E.toString(2).length);
      const mask = (1n << (E - S)) - 1n;
      expect(Number((L + mask) & ~mask)).toBe(padded);
      expect(record.paddedLength(length)).toBe(padded);
    }
  });

  accept('frame', async ({ cases }) => {
    const { inflateRawSync } = await import('node:zlib');
    for (const { content, frame } of cases) {
      const bytes = hex(frame);
      const stored = bytes.subarray(9, 9 + bytes.readUInt32BE(5));
      expect(hexOf(bytes[0] === 1 ? inflateRawSync(stored) : stored)).toBe(content);
      expect(bytes.readUInt32BE(1)).toBe(content.length / 2);
      expect(hexOf(record.decodeFrame(bytes))).toBe(content);
      expect(hexOf(record.encodeFrame(hex(content)))).toBe(frame);
    }
  });

  accept('part-content', ({ header, statements, text, bytes }) => {
    expect(hexOf(Buffer.from(text, 'utf8'))).toBe(bytes);
    expect(hexOf(record.encodePartContent(headerOf(header), statements))).toBe(bytes);
    const decoded = record.decodePartContent(hex(bytes), headerOf(header));
    expect(decoded).toEqual([...statements].reverse());
    expect(text.split('\n')[0]).toBe(
      `{"author":"hospital:north#1","counter":1,"format":"twinseal/part","module":"conditions","seq":3,` +
        `"statements":4,"twin":"${header.twinId}","version":1}`,
    );
  });

  accept('part', async (v) => {
    const [K, P] = [hex(v.K), hex(v.P)];
    expect(hexOf(ctxOf(v.context))).toBe(v.ctx);
    // REC-12, REC-13 by node's HKDF and AES-GCM.
    expect(hexOf(hkdf(K, hex(v.slotSalt), cat(LP('commit'), hex(v.ctx)), 32))).toBe(v.commitment);
    const authenticated = cat('TSSL', [1, 1] as never, hex(v.slotSalt), hex(v.commitment));
    const { createCipheriv } = await import('node:crypto');
    const slotKey = hkdf(K, hex(v.slotSalt), cat(LP('slot'), hex(v.ctx)), 32);
    const gcm = (key: Uint8Array, nonce: Uint8Array, data: Uint8Array, additional?: Uint8Array) => {
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      if (additional !== undefined) cipher.setAAD(additional);
      return cat(cipher.update(data), cipher.final(), cipher.getAuthTag());
    };
    expect(hexOf(gcm(slotKey, new Uint8Array(12), P, authenticated))).toBe(v.wrapped);
    expect(hexOf(cat(authenticated, hex(v.wrapped)))).toBe(v.slot);
    // REC-14: a single, hence last, chunk.
    const payloadKey = hkdf(P, hex(v.payloadSalt), cat(LP('payload'), hex(v.ctx)), 32);
    const stream = gcm(payloadKey, cat(new Uint8Array(11), [1] as never), hex(v.frame));
    expect(hexOf(cat('TSPT', [1, 1] as never, hex(v.payloadSalt), stream))).toBe(v.payload);
    // REC-16
    expect(hexOf(sha256(hex(v.slot)))).toBe(v.slotAddress);
    expect(hexOf(sha256(hex(v.payload)))).toBe(v.payloadAddress);
    expect(hexOf(sha256(LP('TWINSEAL-V1-PART'), hex(v.slotAddress), hex(v.payloadAddress)))).toBe(
      v.partDigest,
    );

    const sealed = await record.sealPart(K, contextOf(v.context), hex(v.content), {
      P,
      slotSalt: hex(v.slotSalt),
      payloadSalt: hex(v.payloadSalt),
    });
    expect(hexOf(sealed.slot)).toBe(v.slot);
    expect(hexOf(sealed.payload)).toBe(v.payload);
    expect(hexOf(sealed.partDigest)).toBe(v.partDigest);
    expect(hexOf(await record.openPart(K, contextOf(v.context), sealed))).toBe(v.content);
  });

  accept('part-of-chunks', async (v) => {
    expect(hexOf(sha256(longContent()))).toBe(v.contentSha256);
    const fresh = { P: hex(v.P), slotSalt: hex(v.slotSalt), payloadSalt: hex(v.payloadSalt) };
    const sealed = await record.sealPart(hex(v.K), contextOf(v.context), longContent(), fresh);
    expect(sealed.payload).toHaveLength(v.payloadLength);
    expect(hexOf(sha256(sealed.payload))).toBe(v.payloadAddress);
    expect(hexOf(sealed.partDigest)).toBe(v.partDigest);
    const key = hkdf(fresh.P, fresh.payloadSalt, cat(LP('payload'), ctxOf(v.context)), 32);
    const frame = Buffer.from(await openStream(key, sealed.payload.subarray(22)));
    expect(frame[0]).toBe(0);
    expect(frame.subarray(9, 150_009).equals(longContent())).toBe(true);
    // Each chunk by node's AES-GCM: nonce = u88 index || u8 last (REC-14).
    const { createDecipheriv } = await import('node:crypto');
    for (const [i, last] of [0, 0, 1].entries()) {
      const chunk = sealed.payload.subarray(22 + i * 65_552, 22 + (i + 1) * 65_552);
      const nonce = cat(new Uint8Array(7), u32(i), Uint8Array.of(last));
      const decipher = createDecipheriv('aes-256-gcm', key, nonce);
      decipher.setAuthTag(chunk.subarray(-16));
      const plain = cat(decipher.update(chunk.subarray(0, -16)), decipher.final());
      expect(plain.equals(frame.subarray(i * 65_536, (i + 1) * 65_536))).toBe(true);
    }
  });

  accept('manifest', ({ manifest, bytes, header, h }) => {
    const entries: Buffer[] = manifest.entries.map((e: Vector) =>
      cat(hex(e.tag), hex(e.partDigest), hex(e.maskedCounter)),
    );
    const [name, epoch] = manifest.author.split('#');
    const numbers = cat(u64(manifest.seq), u64(manifest.accessVersion), u64(manifest.time));
    const author = LP(cat(LP(name), LP(epoch)));
    const head = cat('TSMF', Uint8Array.of(1, 1), hex(manifest.twinId), author, numbers, u16(entries.length));
    expect(hexOf(head)).toBe(header);
    expect(hexOf(cat(head, ...entries))).toBe(bytes);
    expect(hexOf(mth([head, ...entries].map((x) => keccak(Uint8Array.of(0), x))))).toBe(h);
    const decoded = record.decodeManifest(hex(bytes));
    expect(record.formatIdentity(decoded.author)).toBe(manifest.author);
    expect(decoded).toMatchObject({
      seq: manifest.seq,
      accessVersion: manifest.accessVersion,
      time: manifest.time,
    });
    expect(hexOf(record.encodeManifest(decoded))).toBe(bytes);
    expect(hexOf(record.manifestRoot(hex(bytes)))).toBe(h);
  });

  accept('leaf', ({ fields, hashed, leaf, authorDigest }) => {
    const { twinId, authorId, seq, h, accessVersion, time } = fields;
    const data = cat(
      Uint8Array.of(0),
      hex(twinId),
      hex(authorId),
      u64(seq),
      hex(h),
      u64(accessVersion),
      u64(time),
    );
    expect(data).toHaveLength(121);
    expect(hexOf(data)).toBe(hashed);
    expect(hexOf(keccak(data))).toBe(leaf);
    expect(hexOf(keccak(T('TWINSEAL-V1-AUTHOR-INSTANCE'), hex(leaf)))).toBe(authorDigest);
    const bytes = { ...fields, twinId: hex(twinId), authorId: hex(authorId), h: hex(h) };
    expect(hexOf(record.leaf(bytes))).toBe(leaf);
    expect(hexOf(record.authorDigest(hex(leaf)))).toBe(authorDigest);
  });

  accept('lane-root', ({ leaves, roots }) => {
    const tree = record.laneTree();
    for (const [n, root] of roots.entries()) {
      expect(hexOf(mth(leaves.slice(0, n).map(hex)))).toBe(root);
      expect(hexOf(record.laneRoot(leaves.slice(0, n).map(hex)))).toBe(root);
      expect(hexOf(tree.root())).toBe(root);
      if (n < leaves.length) tree.append(hex(leaves[n]));
    }
  });

  accept('capsule', async (v) => {
    const { fields } = v;
    const [name, epoch] = v.issuer.split('#');
    const place = cat(hex(fields.twinId), hex(fields.authorId), hex(fields.scope), u64(fields.sealingEpoch));
    const context = cat(
      'TSCP',
      Uint8Array.of(1, 1),
      place,
      LP(cat(LP(name), LP(epoch))),
      u64(fields.issuedAt),
    );
    expect(hexOf(context)).toBe(v.context);
    const set = v.sorted.map((text: string) => {
      const [n = '', e = ''] = text.split('#');
      return LP(cat(LP(n), LP(e)));
    });
    expect(hexOf(cat(context, u16(set.length), ...set, hex(v.sealed)))).toBe(v.bytes);
    expect([...set].sort(Buffer.compare)).toEqual(set);

    const sealed = await record.sealModuleCapsule({
      params,
      domain: domainOf(v.domain),
      twinId: hex(fields.twinId),
      authorId: hex(fields.authorId),
      scope: hex(fields.scope),
      sealingEpoch: fields.sealingEpoch,
      issuedAt: fields.issuedAt,
      issuer: keyOf(v.issuer),
      recipients: v.recipients.map(record.parseIdentityText),
      secret: { K: hex(v.secret.K), tagKey: hex(v.secret.tagKey) },
      random: replay(v.draws),
    });
    expect(hexOf(sealed)).toBe(v.bytes);
    for (const recipient of v.recipients) {
      const key = keyOf(recipient);
      const secret = await record.openModuleCapsule({
        params,
        domain: domainOf(v.domain),
        capsule: sealed,
        key,
      });
      expect([hexOf(secret.K), hexOf(secret.tagKey)]).toEqual([v.secret.K, v.secret.tagKey]);
    }
  });

  accept('receipt', (v) => {
    const r = v.receipt;
    const identity = (text: string) => LP(cat(...text.split('#').map(LP)));
    const body = cat(
      ...['TSRC', Uint8Array.of(1, 1), hex(r.twinId), u64(r.index), hex(r.previous), hex(r.requestId)],
      ...[identity(r.requester), identity(r.server), Uint8Array.of(1, r.reason), LP(r.purpose)],
      ...[u16(r.scopes.length), ...r.scopes.map(hex), u64(r.blockNumber), hex(r.blockHash), u64(r.time)],
    );
    expect(hexOf(body)).toBe(v.body);
    expect(hexOf(keccak(T('TWINSEAL-V1-AUTHOR-RECEIPT'), sha256(body)))).toBe(v.digest);
    expect(hexOf(sha256(hex(v.bytes)))).toBe(v.hash);
    const proof = hex(v.bytes).subarray(-96);
    expect(
      verifyAuthor(params, record.parseIdentityText(r.server), hex(v.digest), proof, domainOf(v.domain)),
    ).toBe(true);
    const { server: _, ...fields } = record.decodeReceipt(hex(v.bytes));
    const signed = record.signReceipt({
      params,
      domain: domainOf(v.domain),
      key: keyOf(r.server),
      receipt: fields,
      random: replay(v.draws),
    });
    expect(hexOf(signed)).toBe(v.bytes);
    expect(record.verifyReceipt({ params, domain: domainOf(v.domain), receipt: signed }).purpose).toBe(
      'TREAT',
    );
  });

  accept('receipt-chain', (v) => {
    const receipts = v.receipts.map(hex);
    const chain = {
      params,
      domain: domainOf(v.domain),
      twinId: hex(v.twinId),
      server: record.parseIdentityText(v.server),
    };
    const { verified, findings } = record.verifyReceiptChain({ ...chain, receipts });
    expect(findings).toEqual([]);
    expect(verified.map(({ receipt }) => receipt.decision)).toEqual(['permit', 'deny']);
    expect(hexOf(receipts[1].subarray(46, 78))).toBe(hexOf(sha256(receipts[0])));
  });

  accept('instance', async (v) => {
    const sealed = await record.sealInstance({
      params,
      authorKey: keyOf(v.author),
      domain: domainOf(v.domain),
      twinId: hex(v.twinId),
      seq: v.seq,
      accessVersion: v.accessVersion,
      time: v.time,
      modules: v.modules.map((m: Vector) => ({
        ...m,
        secret: { K: hex(m.secret.K), tagKey: hex(m.secret.tagKey) },
      })),
      random: replay(v.draws),
    });
    for (const name of ['laneId', 'manifest', 'h', 'leaf', 'authorDigest', 'proof'] as const) {
      expect(hexOf(sealed[name])).toBe(v[name]);
    }
    for (const [i, part] of v.parts.entries()) {
      const own = sealed.parts[i] as record.SealedModule;
      expect(own.module).toBe(part.module);
      for (const name of ['tag', 'slot', 'payload', 'partDigest'] as const)
        expect(hexOf(own[name])).toBe(part[name]);
      expect(hexOf(sha256(LP('TWINSEAL-V1-PART'), sha256(hex(part.slot)), sha256(hex(part.payload))))).toBe(
        part.partDigest,
      );
    }
    expect(
      verifyAuthor(
        params,
        record.parseIdentityText(v.author),
        hex(v.authorDigest),
        hex(v.proof),
        domainOf(v.domain),
      ),
    ).toBe(true);
  });

  test('none was left out', () => {
    const kinds = [...vectors.keys()]
      .filter((n) => n.startsWith('accept-'))
      .map((n) => n.slice('accept-'.length));
    expect([...met].sort()).toEqual(kinds.sort());
  });
});

describe('refused', () => {
  /** What must throw, by kind of object. */
  const reading: Record<string, (vector: Vector) => unknown> = {
    identity: (v) => record.decodeIdentityBytes(hex(v.bytes)),
    counter: (v) => record.unmaskCounter(hex(v.tagKey), hex(v.laneId), v.seq, hex(v.maskedCounter)),
    frame: (v) => record.decodeFrame(hex(v.frame)),
    'part-content': (v) => record.decodePartContent(hex(v.bytes), headerOf(v.header)),
    slot: (v) => record.openSlot(hex(v.K), contextOf(v.context), hex(v.slot)),
    payload: async (v) => {
      const payload = v.payload === undefined ? await changedPayload(v) : hex(v.payload);
      return record.openPayload(hex(v.P), contextOf(v.context), payload);
    },
    manifest: (v) => record.decodeManifest(hex(v.bytes)),
    capsule: (v) => record.decodeCapsule(hex(v.bytes)),
    'capsule-opening': (v) =>
      record.openModuleCapsule({
        params,
        domain: domainOf(v.domain),
        capsule: hex(v.bytes),
        key: keyOf(v.reader),
      }),
    receipt: (v) => record.decodeReceipt(hex(v.bytes)),
    'receipt-proof': (v) =>
      record.verifyReceipt({ params, domain: domainOf(v.domain), receipt: hex(v.bytes) }),
  };

  async function changedPayload(v: Vector): Promise<Uint8Array> {
    const fresh = { P: hex(v.P), slotSalt: hex(v.slotSalt), payloadSalt: hex(v.payloadSalt) };
    const { payload } = await record.sealPart(hex(v.K), contextOf(v.context), longContent(), fresh);
    const chunk = (i: number) => payload.subarray(22 + i * 65_552, 22 + (i + 1) * 65_552);
    const head = payload.subarray(0, 22);
    const changed = v.change.includes('exchanged')
      ? cat(head, chunk(1), chunk(0), chunk(2))
      : cat(head, chunk(0), chunk(1));
    expect(hexOf(sha256(changed))).toBe(v.payloadAddress);
    return changed;
  }

  const refused = [...vectors].filter(([name]) => name.startsWith('refuse-'));
  test.each(refused)('%s', async (_name, vector) => {
    const read = reading[vector.kind];
    expect(read).toBeDefined();
    await expect((async () => read?.(vector))()).rejects.toThrow(
      expect.objectContaining({ name: 'RecordError', code: vector.expect }),
    );
  });

  // A refusal proves something only where the same thing without the flaw is accepted: the accepted vectors are of the same kinds.
  test('the same kinds are accepted without the flaw', async () => {
    const part = accepted('part');
    const content = accepted('part-content');
    const capsule = accepted('capsule');
    const unflawed: Vector[] = [
      { kind: 'identity', bytes: accepted('identity').cases[0].bytes },
      { ...accepted('tag'), ...accepted('tag').cases[0], kind: 'counter' },
      { kind: 'frame', frame: accepted('frame').cases[1].frame },
      { ...content, kind: 'part-content' },
      { ...part, kind: 'slot' },
      { ...part, kind: 'payload' },
      { ...accepted('manifest'), kind: 'manifest' },
      { ...capsule, kind: 'capsule' },
      { ...capsule, kind: 'capsule-opening', reader: 'hospital:south#2' },
      { ...accepted('receipt'), kind: 'receipt' },
      { ...accepted('receipt'), kind: 'receipt-proof' },
    ];
    expect(unflawed.map((v) => v.kind).sort()).toEqual(Object.keys(reading).sort());
    for (const vector of unflawed) await reading[vector.kind]?.(vector);
  });
});
