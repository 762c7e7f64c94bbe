/**
 * Writes packages/record/vectors/*.json and the worked values of docs/RECORD.md from fixed inputs:
 *
 *     npx tsc -b packages/record && node packages/record/scripts/write-vectors.mjs
 *
 * The files are frozen: a test compares them with what this would write, so a change of format shows as a change of files. Secrets in them
 * are for tests only. `accept-*` has inputs, intermediate values and result; `refuse-*` has one flaw each.
 */

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { sha256 } from '@noble/hashes/sha2.js';
import {
  encodeMasterSecret,
  encodeParameters,
  extract,
  loadBackend,
  sealStream,
  setup,
} from '@twinseal/mibsc';
import * as record from '@twinseal/record';
import { deflateSync } from 'fflate';

const { toHex, fromHex } = record;
const text = new TextEncoder();
const utf8 = (s) => text.encode(s);
const cat = (...parts) => Uint8Array.from(parts.flatMap((p) => [...p]));
const uint = (n, length) =>
  fromHex(
    BigInt(n)
      .toString(16)
      .padStart(2 * length, '0'),
  );
const lp = (x) => cat(uint(x.length, 4), x);
const fill = (byte, length = 32) => new Uint8Array(length).fill(byte);

/** Random bytes from a seed, kept in the order in which they were drawn. */
function recordedRandom(seed) {
  const draws = [];
  let count = 0;
  const random = (length) => {
    let out = new Uint8Array();
    while (out.length < length) out = cat(out, sha256(utf8(`${seed}/${count++}`)));
    draws.push(toHex(out.slice(0, length)));
    return out.slice(0, length);
  };
  return { draws, random };
}

const replaced = (bytes, at, by) => {
  const out = Uint8Array.from(bytes);
  out.set(by, at < 0 ? out.length + at : at);
  return out;
};
const flipped = (bytes, at) => {
  const index = at < 0 ? bytes.length + at : at;
  return replaced(bytes, index, [bytes[index] ^ 1]);
};

const identityJson = (identity) => record.formatIdentity(identity);
const hexes = (object) =>
  Object.fromEntries(Object.entries(object).map(([k, v]) => [k, v instanceof Uint8Array ? toHex(v) : v]));

/** All vectors by file name, and the worked values of the page. */
export async function makeVectors() {
  const files = new Map();
  const accept = (kind, rules, description, fields) =>
    files.set(`accept-${kind}`, { kind, rules, description, ...fields });
  const refuse = (kind, flaw, rules, expect, fields) => {
    const slug = flaw.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    const name = `refuse-${kind}-${slug}`;
    if (files.has(name)) throw new Error(`${name} stands twice`);
    files.set(name, { kind, rules, flaw, expect, ...fields });
  };

  // ---- The authority and its people: test keys, public by nature.
  const backend = await loadBackend();
  const { random, draws } = recordedRandom('authority');
  const { params, master } = setup(backend, 4, { random });
  const authority = {
    N: 4,
    draws,
    parameters: toHex(encodeParameters(params)),
    paramsDigest: toHex(params.digest),
    masterSecret: toHex(encodeMasterSecret(master)),
  };
  accept(
    'authority',
    ['SCHEME'],
    'Parameters and master secret that the other vectors use; for tests only',
    authority,
  );
  const twinId = Uint8Array.from({ length: 32 }, (_, i) => i);
  const north = record.hospitalIdentity('north');
  const south = record.hospitalIdentity('south', 2);
  const doctor = record.staffIdentity('south', 'dr-1');
  const patient = record.patientIdentity(twinId);
  const keyOf = (identity) => extract(params, master, identity);
  const domain = { chainId: 31337n, contract: `0x${'c0'.repeat(20)}` };
  const domainJson = { chainId: '31337', contract: domain.contract };

  // ---- Identities, lanes, scopes.
  accept('identity', ['REC-3', 'REC-4'], 'Names, text and binary forms, author ids', {
    cases: [north, south, patient, record.hospitalIdentity('0', 999_999_999)].map((identity) => ({
      name: identity.name,
      epoch: identity.epoch,
      text: identityJson(identity),
      bytes: toHex(record.encodeIdentityBytes(identity)),
      authorId: toHex(record.authorId(identity.name)),
    })),
  });
  const identityBytes = (name, epoch) => cat(lp(utf8(name)), lp(utf8(epoch)));
  for (const [flaw, bytes, expect] of [
    ['epoch empty', identityBytes('hospital:north', ''), 'identity'],
    ['epoch zero', identityBytes('hospital:north', '0'), 'identity'],
    ['epoch with leading zero', identityBytes('hospital:north', '01'), 'identity'],
    ['epoch of ten digits', identityBytes('hospital:north', '1000000000'), 'identity'],
    ['uppercase', identityBytes('hospital:North', '1'), 'identity'],
    ['unknown kind', identityBytes('pharmacy:north', '1'), 'identity'],
    ['patient of 31 bytes', identityBytes(`patient:${'00'.repeat(31)}`, '1'), 'identity'],
    ['staff without hospital', identityBytes('staff:dr-1', '1'), 'identity'],
    ['trailing byte', cat(identityBytes('hospital:north', '1'), [0]), 'trailing-bytes'],
    ['cut', identityBytes('hospital:north', '1').slice(0, -1), 'truncated'],
    ['huge length', cat(uint(0xffff_ffff, 4), utf8('hospital:north')), 'too-long'],
    ['not UTF-8', cat(lp([0xff, 0xfe]), lp(utf8('1'))), 'not-utf8'],
  ]) {
    refuse('identity', flaw, ['REC-3'], expect, { bytes: toHex(bytes) });
  }
  const authorId = record.authorId(north.name);
  const lane = record.laneId(twinId, authorId);
  accept('lane-id', ['REC-5'], 'laneId', {
    twinId: toHex(twinId),
    authorId: toHex(authorId),
    laneId: toHex(lane),
  });
  const salt = fill(0xa5);
  accept('scope', ['REC-19'], 'scope', {
    twinId: toHex(twinId),
    salt: toHex(salt),
    module: 'conditions',
    scope: toHex(record.moduleScope(twinId, salt, 'conditions')),
  });

  const purposeSalt = fill(0xa6);
  accept('purpose', ['REC-24'], 'purpose', {
    twinId: toHex(twinId),
    salt: toHex(purposeSalt),
    code: 'TREAT',
    purpose: toHex(record.purposeDigest(twinId, purposeSalt, 'TREAT')),
  });

  // ---- Tags and counters.
  const tagKey = fill(0x7e);
  accept('tag', ['REC-10'], 'Tags and masked counters', {
    tagKey: toHex(tagKey),
    laneId: toHex(lane),
    cases: [
      { seq: 0, counter: 0 },
      { seq: 1, counter: 1 },
      { seq: 258, counter: 65_537 },
      { seq: Number.MAX_SAFE_INTEGER, counter: Number.MAX_SAFE_INTEGER },
    ].map(({ seq, counter }) => ({
      seq,
      counter,
      tag: toHex(record.entryTag(tagKey, lane, seq)),
      maskedCounter: toHex(record.maskCounter(tagKey, lane, seq, counter)),
    })),
  });
  refuse('counter', 'above 2^53 - 1', ['REC-2', 'REC-10'], 'number-range', {
    tagKey: toHex(tagKey),
    laneId: toHex(lane),
    seq: 0,
    maskedCounter: toHex(flipped(record.maskCounter(tagKey, lane, 0, 0), 0)),
  });

  // ---- Padding and frames.
  accept('padme', ['REC-15'], 'Padmé lengths: [content, padded]', {
    cases: [
      0, 1, 255, 256, 257, 263, 264, 265, 511, 512, 513, 1000, 1023, 1024, 1025, 9000, 65_535, 65_536, 65_537,
    ]
      .concat([1_000_000, 16_777_215, 16_777_217, 67_108_864, 67_108_873])
      .map((length) => [length, record.paddedLength(length)]),
  });
  const noise = sha256(utf8('noise'));
  const repeated = utf8('twinseal '.repeat(200));
  accept('frame', ['REC-15'], 'Frames: content that compression does not shorten, content that it does', {
    cases: [utf8('x'), noise, repeated].map((content) => ({
      content: toHex(content),
      frame: toHex(record.encodeFrame(content)),
    })),
  });
  const plainFrame = record.encodeFrame(noise);
  const deflatedFrame = record.encodeFrame(repeated);
  const storedLength = Number(`0x${toHex(deflatedFrame.slice(5, 9))}`);
  const bomb = deflateSync(new Uint8Array(100_000));
  const frameOf = (compression, contentLength, stored) => {
    const body = cat([compression], uint(contentLength, 4), uint(stored.length, 4), stored);
    return cat(body, new Uint8Array(record.paddedLength(body.length) - body.length));
  };
  for (const [flaw, frame, expect] of [
    ['padding not zero', flipped(plainFrame, -1), 'padding'],
    ['padding one byte long', cat(plainFrame, [0]), 'padding'],
    ['padding one step long', cat(plainFrame, new Uint8Array(8)), 'padding'],
    ['padding missing', plainFrame.slice(0, 41), 'padding'],
    ['compression unknown', replaced(plainFrame, 0, [2]), 'compression'],
    ['plain of two lengths', frameOf(0, 31, noise), 'compression'],
    [
      'compression that does not shorten',
      frameOf(1, 5, cat([1, 5, 0, 0xfa, 0xff], utf8('twins'))),
      'compression',
    ],
    ['compression to the same length', frameOf(1, 5, fromHex('4b4c040200')), 'compression'], // aaaaa
    ['empty content', frameOf(0, 0, []), 'compression'],
    ['inflates to less', replaced(deflatedFrame, 1, uint(repeated.length + 1, 4)), 'compression'],
    ['inflates to more', replaced(deflatedFrame, 1, uint(repeated.length - 1, 4)), 'compression'],
    ['inflates to much more', frameOf(1, 50_000, bomb), 'compression'],
    ['content beyond any expansion', frameOf(1, 60_000_000, bomb), 'compression'],
    ['deflate cut', frameOf(1, repeated.length, deflatedFrame.slice(9, 9 + storedLength - 1)), 'compression'],
    ['deflate of unknown block', frameOf(1, repeated.length, [0x07, ...noise]), 'compression'],
    ['content of 64 MiB and one', frameOf(1, 64 * 2 ** 20 + 1, bomb), 'too-long'],
    ['stored bytes cut', replaced(plainFrame, 1, cat(uint(300, 4), uint(300, 4))), 'truncated'],
    ['shorter than its header', new Uint8Array(8), 'truncated'],
  ]) {
    refuse('frame', flaw, ['REC-15'], expect, { frame: toHex(frame) });
  }

  // ---- Statements and part contents.
  const source = (id, version = '1') => ({ system: 'urn:emr:north', id, version });
  const statements = [
    {
      op: 'put',
      recordedTime: '2024-05-02T08:00:00Z',
      resource: { resourceType: 'Condition', code: { text: 'Ünïcode 😀\n"' }, onsetAge: { value: 1e21 } },
      source: source('Condition/1'),
      sourceTime: '2024-05-01T10:00:00+02:00',
    },
    {
      op: 'put',
      recordedTime: '2024-05-02T08:00:00Z',
      resource: { resourceType: 'Condition' },
      source: source('Condition/10'),
      sourceTime: '2024-05-01T08:00:00Z',
    },
    {
      op: 'put',
      recordedTime: '2024-05-02T08:00:00Z',
      resource: { resourceType: 'Condition' },
      source: source('Condition/9'),
      sourceTime: '2024-05-01T08:00:00.000Z',
    },
    {
      op: 'retract',
      recordedTime: '2024-05-02T08:00:00Z',
      source: source('Condition/1', ''),
      sourceTime: '2024-05-01T08:00:00.5Z',
    },
  ];
  const header = { twinId, author: north, module: 'conditions', seq: 3, counter: 1 };
  const headerJson = { ...header, twinId: toHex(twinId), author: identityJson(north) };
  const content = record.encodePartContent(header, statements);
  accept('part-content', ['REC-17'], 'Lines of a part; the first three statements are of one instant', {
    header: headerJson,
    statements: [...statements].reverse(),
    text: new TextDecoder().decode(content),
    bytes: toHex(content),
  });
  const lines = new TextDecoder().decode(content).split('\n').slice(0, -1);
  const joined = (list) => utf8(list.map((line) => `${line}\n`).join(''));
  const withLine = (i, change) => joined(lines.map((line, n) => (n === i ? change(line) : line)));
  for (const [flaw, bytes, expect] of [
    ['of another seq', withLine(0, (l) => l.replace('"seq":3', '"seq":4')), 'part-header'],
    ['of another counter', withLine(0, (l) => l.replace('"counter":1', '"counter":2')), 'part-header'],
    ['of another module', withLine(0, (l) => l.replace('conditions', 'laboratory')), 'part-header'],
    ['of another author', withLine(0, (l) => l.replace('hospital:north', 'hospital:south')), 'part-header'],
    ['of another epoch', withLine(0, (l) => l.replace('north#1', 'north#2')), 'part-header'],
    ['of another twin', withLine(0, (l) => l.replace('"twin":"00', '"twin":"01')), 'part-header'],
    ['of another version', withLine(0, (l) => l.replace('"version":1', '"version":2')), 'part-header'],
    ['with one statement less', joined(lines.slice(0, -1)), 'part-header'],
    ['without first line', joined(lines.slice(1)), 'part-header'],
    ['empty', new Uint8Array(), 'part-header'],
    ['without last line feed', content.slice(0, -1), 'truncated'],
    ['not UTF-8', replaced(content, content.indexOf(0xc3) + 1, [0x20]), 'not-utf8'],
    ['with byte-order mark', cat([0xef, 0xbb, 0xbf], content), 'part-header'],
    ['with carriage returns', withLine(2, (l) => `${l}\r`), 'not-canonical-json'],
    ['with white space', withLine(2, (l) => l.replace(':', ': ')), 'not-canonical-json'],
    [
      'with members unsorted',
      withLine(4, (l) => l.replace(/^\{("op":"retract"),(.*)\}$/, '{$2,$1}')),
      'not-canonical-json',
    ],
    ['with a member twice', withLine(4, (l) => l.replace('{', '{"op":"retract",')), 'not-canonical-json'],
    ['with a needless escape', withLine(1, (l) => l.replace('Ü', '\\u00dc')), 'not-canonical-json'],
    ['with trailing zeros', withLine(1, (l) => l.replace('1e+21', '1.0e+21')), 'not-canonical-json'],
    ['with a lone surrogate', withLine(1, (l) => l.replace('😀', '\\ud83d')), 'not-canonical-json'],
    [
      'with a prototype',
      withLine(2, (l) => l.replace('{"resourceType"', '{"__proto__":{},"resourceType"')),
      'not-canonical-json',
    ],
    [
      'nested too deep',
      withLine(2, (l) => l.replace('{"res', `{"a":${'['.repeat(99)}${']'.repeat(99)},"res`)),
      'not-canonical-json',
    ],
    ['with an array for a statement', withLine(2, () => '[]'), 'not-canonical-json'],
    ['with an empty line', withLine(2, () => ''), 'not-canonical-json'],
    ['unsorted', joined([lines[0], lines[2], lines[1], lines[3], lines[4]]), 'not-ascending'],
    ['with a statement twice', joined([lines[0], lines[1], lines[2], lines[2], lines[4]]), 'not-ascending'],
    ['with an unknown op', withLine(2, (l) => l.replace('"put"', '"del"')), 'json-shape'],
    ['with a put of nothing', withLine(4, (l) => l.replace('"retract"', '"put"')), 'json-shape'],
    ['with a retraction of something', withLine(2, (l) => l.replace('"put"', '"retract"')), 'json-shape'],
    ['with a member too many', withLine(4, (l) => l.replace('{', '{"note":1,')), 'json-shape'],
    ['with an empty source id', withLine(2, (l) => l.replace('Condition/10', '')), 'json-shape'],
    [
      'with no resource type',
      withLine(2, (l) => l.replace('"resourceType":"Condition"', '"id":"1"')),
      'json-shape',
    ],
    ['with a date for a time', withLine(2, (l) => l.replace('T08:00:00Z","resource', '","resource')), 'time'],
    [
      'with a time without offset',
      withLine(2, (l) => l.replace('2024-05-01T08:00:00Z', '2024-05-01T08:00:00')),
      'time',
    ],
    [
      'with a leap second',
      withLine(2, (l) => l.replace('2024-05-01T08:00:00Z', '2024-05-01T08:00:60Z')),
      'time',
    ],
    ['with the 31st of April', withLine(2, (l) => l.replace('2024-05-01T08', '2024-04-31T08')), 'time'],
  ]) {
    refuse('part-content', flaw, ['REC-17'], expect, { header: headerJson, bytes: toHex(bytes) });
  }

  // ---- One part.
  const K = fill(0x4b);
  const seq = 3;
  const context = {
    twinId,
    authorId,
    tag: record.entryTag(tagKey, lane, seq),
    seq,
    accessVersion: 2,
    counter: 1,
  };
  const contextJson = hexes(context);
  const fresh = { P: fill(0x50), slotSalt: fill(0x51, 16), payloadSalt: fill(0x52, 16) };
  const part = await record.sealPart(K, context, content, fresh);
  const { commitment, wrapped } = record.decodeSlot(part.slot);
  accept('part', ['REC-12', 'REC-13', 'REC-14', 'REC-16'], 'A slot and a payload', {
    K: toHex(K),
    context: contextJson,
    ctx: toHex(record.encodePartContext(context)),
    ...hexes(fresh),
    content: toHex(content),
    frame: toHex(record.encodeFrame(content)),
    commitment: toHex(commitment),
    wrapped: toHex(wrapped),
    slot: toHex(part.slot),
    payload: toHex(part.payload),
    slotAddress: toHex(part.locator.slot),
    payloadAddress: toHex(part.locator.payload),
    partDigest: toHex(part.partDigest),
  });
  const longContent = Uint8Array.from({ length: 150_000 }, (_, i) => sha256(uint(i >> 5, 4))[i & 31]);
  const long = await record.sealPart(K, context, longContent, fresh);
  accept(
    'part-of-chunks',
    ['REC-14'],
    'A payload of three chunks; content[i] = sha256(u32(i >> 5))[i & 31], 150,000 bytes',
    {
      K: toHex(K),
      context: contextJson,
      ...hexes(fresh),
      contentSha256: toHex(sha256(longContent)),
      payloadLength: long.payload.length,
      payloadAddress: toHex(long.locator.payload),
      partDigest: toHex(long.partDigest),
    },
  );
  for (const [flaw, slot, change, expect] of [
    ['cut', part.slot.slice(0, -1), {}, 'truncated'],
    ['with a trailing byte', cat(part.slot, [0]), {}, 'trailing-bytes'],
    ['with the magic of a payload', replaced(part.slot, 0, utf8('TSPT')), {}, 'unknown-magic'],
    ['of format version 2', replaced(part.slot, 4, [2]), {}, 'unknown-version'],
    ['of suite 2', replaced(part.slot, 5, [2]), {}, 'unknown-suite'],
    ['with another salt', flipped(part.slot, 6), {}, 'commitment'],
    ['with another commitment', flipped(part.slot, 22), {}, 'commitment'],
    ['of another K', part.slot, { K: toHex(fill(0x4c)) }, 'commitment'],
    ['of another seq', part.slot, { context: { ...contextJson, seq: 4 } }, 'commitment'],
    ['of another access version', part.slot, { context: { ...contextJson, accessVersion: 3 } }, 'commitment'],
    ['of another counter', part.slot, { context: { ...contextJson, counter: 2 } }, 'commitment'],
    ['of another tag', part.slot, { context: { ...contextJson, tag: toHex(fill(1)) } }, 'commitment'],
    ['of another author', part.slot, { context: { ...contextJson, authorId: toHex(fill(1)) } }, 'commitment'],
    ['of another twin', part.slot, { context: { ...contextJson, twinId: toHex(fill(1)) } }, 'commitment'],
    ['with wrapped altered', flipped(part.slot, -1), {}, 'decryption'],
  ]) {
    refuse('slot', flaw, ['REC-12', 'REC-13'], expect, {
      K: toHex(K),
      context: contextJson,
      ...change,
      slot: toHex(slot),
    });
  }
  const chunk = 65_536 + 16;
  const body = long.payload.slice(22);
  const n = Math.ceil(body.length / chunk);
  const chunks = Array.from({ length: n }, (_, i) => body.slice(i * chunk, (i + 1) * chunk));
  const reordered = cat(long.payload.slice(0, 22), chunks[1], chunks[0], ...chunks.slice(2));
  for (const [flaw, payload, expect] of [
    ['cut by a byte', part.payload.slice(0, -1), 'padding'],
    ['with a trailing byte', cat(part.payload, [0]), 'padding'],
    ['shorter than any', part.payload.slice(0, 200), 'truncated'],
    ['with the magic of a slot', replaced(part.payload, 0, utf8('TSSL')), 'unknown-magic'],
    ['of format version 0', replaced(part.payload, 4, [0]), 'unknown-version'],
    ['of suite 0', replaced(part.payload, 5, [0]), 'unknown-suite'],
    ['with another salt', flipped(part.payload, 6), 'decryption'],
    ['with a bit flipped', flipped(part.payload, 100), 'decryption'],
    ['with its tag altered', flipped(part.payload, -1), 'decryption'],
  ]) {
    refuse('payload', flaw, ['REC-14'], expect, {
      P: toHex(fresh.P),
      context: contextJson,
      payload: toHex(payload),
    });
  }
  const deep = { K: toHex(K), context: contextJson, ...hexes(fresh), from: 'accept-part-of-chunks' };
  refuse('payload', 'with chunks reordered', ['REC-14'], 'decryption', {
    ...deep,
    change: 'the first two chunks of 65,552 bytes behind the first 22 bytes are exchanged',
    payloadAddress: toHex(sha256(reordered)),
  });
  refuse('payload', 'without its last chunk', ['REC-14'], 'decryption', {
    ...deep,
    change: 'only the first two chunks are kept',
    payloadAddress: toHex(sha256(long.payload.slice(0, 22 + 2 * chunk))),
  });
  const badFrame = flipped(record.encodeFrame(content), -1);
  const streamKey = record.payloadKey(fresh.P, context, fresh.payloadSalt);
  const sealedBadly = cat(part.payload.slice(0, 22), await sealStream(streamKey, badFrame));
  refuse('payload', 'of padding that is not zero', ['REC-14', 'REC-15'], 'padding', {
    P: toHex(fresh.P),
    context: contextJson,
    payload: toHex(sealedBadly),
  });

  // ---- Manifest.
  const entries = [0x10, 0x20, 0xf0].map((b) => ({
    tag: fill(b),
    partDigest: fill(b + 1),
    maskedCounter: fill(b + 2, 8),
  }));
  const manifest = { twinId, author: north, seq, accessVersion: 2, time: 1_714_640_400, entries };
  const manifestJson = { ...hexes(manifest), author: identityJson(north), entries: entries.map(hexes) };
  const manifestBytes = record.encodeManifest(manifest);
  const headerLength = manifestBytes.length - 72 * entries.length;
  accept('manifest', ['REC-8', 'REC-9'], 'A manifest of three entries and its root', {
    manifest: manifestJson,
    bytes: toHex(manifestBytes),
    header: toHex(manifestBytes.slice(0, headerLength)),
    h: toHex(record.manifestRoot(manifestBytes)),
  });
  const manifestWith = (identity, count = 3, tail = manifestBytes.slice(headerLength)) =>
    cat(
      manifestBytes.slice(0, 38),
      lp(identity),
      manifestBytes.slice(headerLength - 26, headerLength - 2),
      uint(count, 2),
      tail,
    );
  const swapped = cat(
    manifestBytes.slice(0, headerLength),
    manifestBytes.slice(headerLength + 72, headerLength + 144),
    manifestBytes.slice(headerLength, headerLength + 72),
    manifestBytes.slice(headerLength + 144),
  );
  const northBytes = record.encodeIdentityBytes(north);
  for (const [flaw, bytes, expect] of [
    ['with another magic', replaced(manifestBytes, 0, utf8('TSMX')), 'unknown-magic'],
    ['with the magic of a receipt', replaced(manifestBytes, 0, utf8('TSRC')), 'unknown-magic'],
    ['of format version 2', replaced(manifestBytes, 4, [2]), 'unknown-version'],
    ['of suite 2', replaced(manifestBytes, 5, [2]), 'unknown-suite'],
    ['empty', new Uint8Array(), 'truncated'],
    ['cut in its head', manifestBytes.slice(0, 5), 'truncated'],
    ['cut in an entry', manifestBytes.slice(0, -1), 'truncated'],
    ['with a trailing byte', cat(manifestBytes, [0]), 'trailing-bytes'],
    ['with an entry more than counted', manifestWith(northBytes, 2), 'trailing-bytes'],
    ['with an entry less than counted', manifestWith(northBytes, 4), 'truncated'],
    ['without entries', manifestWith(northBytes, 0, []), 'count'],
    ['of 257 entries', manifestWith(northBytes, 257), 'count'],
    ['unsorted', swapped, 'not-ascending'],
    [
      'with a tag twice',
      replaced(manifestBytes, headerLength + 72, manifestBytes.slice(headerLength, headerLength + 32)),
      'not-ascending',
    ],
    ['with seq 2^53', replaced(manifestBytes, headerLength - 26, uint(2n ** 53n, 8)), 'number-range'],
    [
      'with access version 2^64 - 1',
      replaced(manifestBytes, headerLength - 18, fill(0xff, 8)),
      'number-range',
    ],
    ['with time 2^63', replaced(manifestBytes, headerLength - 10, uint(2n ** 63n, 8)), 'number-range'],
    ['by staff', manifestWith(record.encodeIdentityBytes(doctor)), 'identity'],
    [
      'by another patient',
      manifestWith(record.encodeIdentityBytes(record.patientIdentity(fill(9)))),
      'identity',
    ],
    ['by an identity of 257 bytes', manifestWith(new Uint8Array(257)), 'too-long'],
  ]) {
    refuse('manifest', flaw, ['REC-1', 'REC-2', 'REC-8'], expect, { bytes: toHex(bytes) });
  }

  // ---- Leaves and roots.
  const h = record.manifestRoot(manifestBytes);
  const leafFields = { twinId, authorId, seq, h, accessVersion: 2, time: 1_714_640_400 };
  const leaf = record.leaf(leafFields);
  accept('leaf', ['REC-6', 'REC-7'], 'A leaf and what its author signs', {
    fields: hexes(leafFields),
    hashed: toHex(cat([0], twinId, authorId, uint(seq, 8), h, uint(2, 8), uint(1_714_640_400, 8))),
    leaf: toHex(leaf),
    authorDigest: toHex(record.authorDigest(leaf)),
  });
  const leaves = Array.from({ length: 8 }, (_, i) => record.leaf({ ...leafFields, seq: i }));
  accept('lane-root', ['REC-6'], 'mk of a lane after 0 to 8 leaves', {
    leaves: leaves.map(toHex),
    roots: Array.from({ length: 9 }, (_, i) => toHex(record.laneRoot(leaves.slice(0, i)))),
  });

  // ---- Capsule.
  const capsuleRandom = recordedRandom('capsule');
  const capsuleFields = {
    twinId,
    authorId,
    scope: record.moduleScope(twinId, salt, 'conditions'),
    sealingEpoch: 2,
    issuedAt: 1_714_640_500,
  };
  const secret = { K, tagKey };
  const capsule = await record.sealModuleCapsule({
    params,
    domain,
    ...capsuleFields,
    issuer: keyOf(north),
    recipients: [patient, south, north],
    secret,
    random: capsuleRandom.random,
  });
  const decoded = record.decodeCapsule(capsule);
  accept('capsule', ['REC-20'], 'A capsule for three; recipients given unsorted', {
    domain: domainJson,
    fields: hexes(capsuleFields),
    issuer: identityJson(north),
    recipients: [patient, south, north].map(identityJson),
    sorted: decoded.recipients.map(identityJson),
    secret: hexes(secret),
    draws: capsuleRandom.draws,
    context: toHex(record.encodeCapsuleContext(decoded)),
    sealed: toHex(decoded.sealed),
    bytes: toHex(capsule),
  });
  const before = capsule.length - 320;
  const contextLength = record.encodeCapsuleContext(decoded).length;
  const setOf = (count, ...identities) =>
    cat(
      capsule.slice(0, contextLength),
      uint(count, 2),
      ...identities.map((i) => lp(i)),
      capsule.slice(before),
    );
  const ids = decoded.recipients.map(record.encodeIdentityBytes);
  for (const [flaw, bytes, expect] of [
    ['with another magic', replaced(capsule, 0, utf8('TSCX')), 'unknown-magic'],
    ['of format version 2', replaced(capsule, 4, [2]), 'unknown-version'],
    ['of suite 2', replaced(capsule, 5, [2]), 'unknown-suite'],
    ['cut', capsule.slice(0, -1), 'truncated'],
    ['with a trailing byte', cat(capsule, [0]), 'trailing-bytes'],
    ['without recipients', setOf(0), 'count'],
    ['of 4097 recipients', setOf(4097, ...ids), 'count'],
    ['with a recipient twice', setOf(3, ids[0], ids[0], ids[1]), 'not-ascending'],
    ['with recipients unsorted', setOf(3, ids[1], ids[0], ids[2]), 'not-ascending'],
    ['to a recipient of no grammar', setOf(1, identityBytes('nobody', '1')), 'identity'],
    ['with a sealing epoch of 2^53', replaced(capsule, 102, uint(2n ** 53n, 8)), 'number-range'],
  ]) {
    refuse('capsule', flaw, ['REC-1', 'REC-2', 'REC-20'], expect, { bytes: toHex(bytes) });
  }
  const open = (flaw, expect, change) =>
    refuse('capsule-opening', flaw, ['REC-20'], expect, {
      domain: domainJson,
      reader: identityJson(south),
      bytes: toHex(capsule),
      ...change,
    });
  open('by one who is not in the set', 'not-a-recipient', { reader: 'hospital:west#1' });
  open('by another epoch of a recipient', 'not-a-recipient', { reader: 'hospital:south#1' });
  open('on another chain', 'capsule', { domain: { ...domainJson, chainId: '1' } });
  open('under another contract', 'capsule', { domain: { ...domainJson, contract: `0x${'c1'.repeat(20)}` } });
  open('off chain', 'capsule', { domain: 'offchain' });
  open('with a recipient taken out', 'capsule', {
    bytes: toHex(
      setOf(2, ...decoded.recipients.filter((r) => r.name !== patient.name).map(record.encodeIdentityBytes)),
    ),
  });
  open('with another scope', 'capsule', { bytes: toHex(flipped(capsule, 70)) });
  open('with another sealing epoch', 'capsule', { bytes: toHex(flipped(capsule, 109)) });
  open('with another date', 'capsule', { bytes: toHex(flipped(capsule, contextLength - 1)) });
  open('with another issuer', 'capsule', {
    bytes: toHex(record.encodeCapsule({ ...decoded, issuer: south })),
  });
  open('with C1 altered', 'capsule', { bytes: toHex(flipped(capsule, before + 47)) });
  open('with the identity for C1', 'capsule', {
    bytes: toHex(replaced(capsule, before, cat([0xc0], fill(0, 47)))),
  });
  open('with C2 altered', 'capsule', { bytes: toHex(flipped(capsule, before + 143)) });
  open('with the wrapping altered', 'capsule', { bytes: toHex(flipped(capsule, before + 144)) });
  open('with its proof altered', 'capsule', { bytes: toHex(flipped(capsule, -1)) });

  // ---- Receipts.
  const receiptRandom = recordedRandom('receipt');
  const receiptFields = {
    twinId,
    index: 0,
    previous: fill(0),
    requestId: fill(0x77),
    requester: doctor,
    decision: 'permit',
    reason: 0,
    purpose: 'TREAT',
    scopes: [fill(0x01), fill(0x02)],
    blockNumber: 42,
    blockHash: fill(0xbb),
    time: 1_714_640_600,
  };
  const signed = record.signReceipt({
    params,
    domain,
    key: keyOf(north),
    receipt: receiptFields,
    random: receiptRandom.random,
  });
  const receiptBody = signed.slice(0, -96);
  const receiptJson = {
    ...hexes(receiptFields),
    requester: identityJson(doctor),
    server: identityJson(north),
    scopes: receiptFields.scopes.map(toHex),
  };
  accept('receipt', ['REC-22', 'REC-23'], 'An access receipt', {
    domain: domainJson,
    receipt: receiptJson,
    draws: receiptRandom.draws,
    body: toHex(receiptBody),
    digest: toHex(record.receiptDigest(receiptBody)),
    bytes: toHex(signed),
    hash: toHex(record.receiptHash(signed)),
  });
  const second = record.signReceipt({
    params,
    domain,
    key: keyOf(north),
    receipt: {
      ...receiptFields,
      index: 1,
      previous: record.receiptHash(signed),
      decision: 'deny',
      reason: 3,
    },
    random: recordedRandom('second').random,
  });
  accept('receipt-chain', ['REC-22'], 'Two receipts of one twin and server', {
    domain: domainJson,
    twinId: toHex(twinId),
    server: identityJson(north),
    receipts: [toHex(signed), toHex(second)],
  });
  const at = {
    index: 38,
    decision: 6 + 32 + 8 + 32 + 32 + 4 + record.encodeIdentityBytes(doctor).length + 4 + northBytes.length,
  };
  const scopesAt = at.decision + 2 + 4 + 5;
  for (const [flaw, bytes, expect] of [
    ['with another magic', replaced(signed, 0, utf8('TSRX')), 'unknown-magic'],
    ['of format version 2', replaced(signed, 4, [2]), 'unknown-version'],
    ['of suite 2', replaced(signed, 5, [2]), 'unknown-suite'],
    ['cut', signed.slice(0, -1), 'truncated'],
    ['with a trailing byte', cat(signed, [0]), 'trailing-bytes'],
    ['with an index of 2^53', replaced(signed, at.index, uint(2n ** 53n, 8)), 'number-range'],
    ['with a decision of 2', replaced(signed, at.decision, [2]), 'field'],
    ['with an unknown reason', replaced(signed, at.decision, [0, 12]), 'field'],
    ['with a permit for no grant', replaced(signed, at.decision, [1, 3]), 'field'],
    ['with a denial for a grant', replaced(signed, at.decision, [0, 0]), 'field'],
    ['with a purpose in lowercase', replaced(signed, at.decision + 6, utf8('treat')), 'field'],
    ['with a purpose of 33', replaced(signed, at.decision + 2, uint(33, 4)), 'too-long'],
    [
      'with an empty purpose',
      cat(signed.slice(0, at.decision + 2), uint(0, 4), signed.slice(scopesAt)),
      'field',
    ],
    ['without scopes', cat(signed.slice(0, scopesAt), uint(0, 2), signed.slice(scopesAt + 66)), 'count'],
    ['of 257 scopes', replaced(signed, scopesAt, uint(257, 2)), 'count'],
    ['with a scope twice', replaced(signed, scopesAt + 34, fill(1)), 'not-ascending'],
    ['with scopes unsorted', replaced(signed, scopesAt + 34, fill(0)), 'not-ascending'],
    ['that is first and names one before', flipped(signed, 50), 'field'],
    ['for a requester of no grammar', flipped(signed, 6 + 32 + 8 + 32 + 32 + 4 + 4), 'identity'],
  ]) {
    refuse('receipt', flaw, ['REC-1', 'REC-2', 'REC-22', 'REC-23'], expect, { bytes: toHex(bytes) });
  }
  const verify = (flaw, change) =>
    refuse('receipt-proof', flaw, ['REC-22'], 'proof', {
      domain: domainJson,
      bytes: toHex(signed),
      ...change,
    });
  verify('with another time', { bytes: toHex(flipped(signed, -97)) });
  verify('with another block', { bytes: toHex(flipped(signed, -137)) });
  verify('with another request', { bytes: toHex(flipped(signed, 80)) });
  verify('of another server', {
    bytes: toHex(replaced(signed, at.decision - northBytes.length + 4 + 9, utf8('south'))),
  });
  verify('with the proof of another receipt', { bytes: toHex(cat(receiptBody, second.slice(-96))) });
  verify('with its proof altered', { bytes: toHex(flipped(signed, -1)) });
  verify('on another chain', { domain: { ...domainJson, chainId: '1' } });
  verify('off chain', { domain: 'offchain' });

  // ---- A whole instance.
  const instanceRandom = recordedRandom('instance');
  const modules = [
    { module: 'conditions', counter: 1, secret, statements },
    { module: 'glucose', counter: 0, secret: { K: fill(0x1b), tagKey: fill(0x1c) }, statements: [] },
  ];
  const instance = await record.sealInstance({
    params,
    authorKey: keyOf(north),
    domain,
    twinId,
    seq,
    accessVersion: 2,
    time: 1_714_640_400,
    modules,
    random: instanceRandom.random,
  });
  accept(
    'instance',
    ['REC-6', 'REC-7', 'REC-8', 'REC-16'],
    'A sealed instance of two modules, the second with nothing to say',
    {
      domain: domainJson,
      author: identityJson(north),
      twinId: toHex(twinId),
      seq,
      accessVersion: 2,
      time: 1_714_640_400,
      modules: modules.map((m) => ({ ...m, secret: hexes(m.secret) })),
      draws: instanceRandom.draws,
      laneId: toHex(instance.laneId),
      manifest: toHex(instance.manifest),
      h: toHex(instance.h),
      leaf: toHex(instance.leaf),
      authorDigest: toHex(instance.authorDigest),
      proof: toHex(instance.proof),
      parts: instance.parts.map(({ module, tag, slot, payload, partDigest }) =>
        hexes({ module, tag, slot, payload, partDigest }),
      ),
    },
  );

  const get = (name) => files.get(`accept-${name}`);
  const [tagOne] = [record.entryTag(tagKey, lane, seq)];
  const worked = [
    [
      'Identity and lane',
      [
        ['twinId', toHex(twinId)],
        ['name', north.name],
        ['epoch', north.epoch],
        ['identityBytes', toHex(northBytes)],
        ['authorId', toHex(authorId)],
        ['laneId', toHex(lane)],
      ],
    ],
    [
      'Scope',
      [
        ['module', 'conditions'],
        ['salt', toHex(salt)],
        ['scope', get('scope').scope],
      ],
    ],
    [
      'Purpose',
      [
        ['salt', get('purpose').salt],
        ['code', 'TREAT'],
        ['purpose', get('purpose').purpose],
      ],
    ],
    [
      'Tag and counter',
      [
        ['tk', toHex(tagKey)],
        ['seq', String(seq)],
        ['counter', '1'],
        ['tag', toHex(tagOne)],
        ['maskedCounter', toHex(record.maskCounter(tagKey, lane, seq, 1))],
      ],
    ],
    [
      'Part',
      [
        ['K', toHex(K)],
        ['accessVersion', '2'],
        ['ctx', get('part').ctx],
        ['salt_s', get('part').slotSalt],
        ['commitment', get('part').commitment],
        ['P', get('part').P],
        ['wrapped', get('part').wrapped],
        ['slot', get('part').slot],
        ['address(slot)', get('part').slotAddress],
        ['address(payload)', get('part').payloadAddress],
        ['partDigest', get('part').partDigest],
      ],
    ],
    [
      'Manifest',
      [
        ['header', get('manifest').header],
        ...entries.map((e, i) => [`entry_${i + 1}`, toHex(cat(e.tag, e.partDigest, e.maskedCounter))]),
        ['h', get('manifest').h],
      ],
    ],
    [
      'Leaf',
      [
        ['time', '1714640400'],
        ['hashed', get('leaf').hashed],
        ['leaf', get('leaf').leaf],
        ['authorDigest', get('leaf').authorDigest],
      ],
    ],
    [
      'Capsule',
      [
        ['context', get('capsule').context],
        ['sealed', get('capsule').sealed],
      ],
    ],
    [
      'Receipt',
      [
        ['body', get('receipt').body],
        ['proof', toHex(signed.slice(-96))],
        ['digest', get('receipt').digest],
        ['hash', get('receipt').hash],
      ],
    ],
  ];
  return { files, worked };
}

/** The worked values as they stand in the page, between its two markers. */
export function renderWorked(worked) {
  const blocks = worked.map(([title, rows]) => {
    const width = Math.max(...rows.map(([name]) => name.length)) + 2;
    // Long values are broken after 64 digits and go on in the same column.
    const shown = rows.map(([name, value]) =>
      value
        .match(/.{1,64}/g)
        .map((piece, i) => `${(i === 0 ? name : '').padEnd(width)}${piece}`)
        .join('\n'),
    );
    return `${title}:\n\n\`\`\`text\n${shown.join('\n')}\n\`\`\`\n`;
  });
  return blocks.join('\n');
}

export const render = (vector) => `${JSON.stringify(vector, undefined, 1)}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { files, worked } = await makeVectors();
  for (const [name, vector] of files) {
    await writeFile(new URL(`../vectors/${name}.json`, import.meta.url), render(vector));
  }
  const page = new URL('../../../docs/RECORD.md', import.meta.url);
  const [start, end] = ['<!-- worked values -->\n', '<!-- end of worked values -->'];
  const before = await readFile(page, 'utf8');
  const [head, rest] = before.split(start);
  const [, tail] = (rest ?? '').split(end);
  if (tail === undefined) throw new Error('docs/RECORD.md has no place for worked values');
  await writeFile(page, `${head}${start}\n${renderWorked(worked)}\n${end}${tail}`);
  const accepted = [...files.keys()].filter((name) => name.startsWith('accept-')).length;
  process.stdout.write(`${accepted} to accept, ${files.size - accepted} to refuse\n`);
}
