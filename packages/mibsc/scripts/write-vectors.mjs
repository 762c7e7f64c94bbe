/**
 * Writes vectors/*.json with the reference implementation. Deterministic: running it again gives the same files, and a
 * test says so. Frozen: a change of any byte is a new suite.
 *
 *     node scripts/write-vectors.mjs [FOLDER]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as ref from './reference.mjs';

const { cat, hex, int, text, sha } = ref;
const folder = process.argv[2] ?? fileURLToPath(new URL('../vectors', import.meta.url));

/** "Random" draws of a vector: SHA-256 in counter mode over its name. They stand in the file. */
function draws(name, ...lengths) {
  return lengths.map((length, i) => {
    const blocks = [];
    for (let j = 0; j * 32 < length; j++) blocks.push(sha(text(`${name}/${i}/${j}`)));
    return cat(...blocks).slice(0, length);
  });
}

const id = (name, epoch = '1') => ({ name, epoch });
const put = (bytes, at, part) => {
  const out = new Uint8Array(bytes);
  out.set(part, at);
  return out;
};
const flip = (bytes, at, bits = 1) => put(bytes, at, [bytes[at] ^ bits]);
const show = (value) =>
  value instanceof Uint8Array
    ? hex(value)
    : typeof value === 'bigint'
      ? hex(int(value, 32))
      : Array.isArray(value)
        ? value.map(show)
        : value !== null && typeof value === 'object'
          ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, show(v)]))
          : value;

const files = {};
const file = (name, note) => {
  files[name] = { suite: 'TWINSEAL-MIBSC-BLS12381-V1', note, accept: [], refuse: [] };
  return {
    accept: (title, vector) => files[name].accept.push(show({ name: title, ...vector })),
    refuse: (title, code, vector) => files[name].refuse.push(show({ name: title, code, ...vector })),
  };
};

// ---- the world of all vectors

const setupDraws = draws('setup', 48, 48);
const world = ref.setup(4, setupDraws);
const otherDraws = draws('another authority', 48, 48);
const other = ref.setup(4, otherDraws);
const alice = ref.extract(world, id('alice'));
const bob = ref.extract(world, id('bob'));
const hospital = ref.extract(world, id('hospital:north', '7'));
const mallory = ref.extract(world, id('mallory'));
const CHAIN = { chainId: '31337', contract: '0x00112233445566778899aabbccddeeff00112233' };

const P = 0x1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaabn;
const O1 = put(new Uint8Array(48), 0, [0xc0]);
const O2 = put(new Uint8Array(96), 0, [0xc0]);
const compressed = (x, length) => flip(int(x, length), 0, 0x80);

/** Flaws of a compressed G1 point, one each. */
const badG1 = (good) => [
  ['the identity', O1],
  ['outside the subgroup', compressed(4n, 48)],
  ['not on the curve', compressed(1n, 48)],
  ['x equal to p', compressed(P, 48)],
  ['x = p + 4', compressed(P + 4n, 48)],
  ['without the compression flag', flip(good, 0, 0x80)],
  ['the infinity flag on a point', flip(good, 0, 0x40)],
  ['infinity with the sign flag', put(O1, 0, [0xe0])],
];
const badG2 = (good) => [
  ['the identity', O2],
  ['outside the subgroup', compressed(2n, 96)],
  ['not on the twist', compressed(1n, 96)],
  ['c0 equal to p', compressed(P, 96)],
  ['c1 equal to p', cat(compressed(P, 48), int(2n, 48))],
  ['without the compression flag', flip(good, 0, 0x80)],
];

// ---- identities

{
  const out = file(
    'identity',
    'accept: bytes and scalars of an identity. refuse: an identity (name, epoch) or bytes',
  );
  for (const [name, epoch] of [
    ['a', '1'],
    ['hospital:north', '7'],
    [`patient:${'0f'.repeat(32)}`, '999999999'],
    ['Ärztin 李', '2026-01'],
    ['\u{1F600}', 'α'],
    ['a b', ' '],
  ]) {
    const who = id(name, epoch);
    out.accept(`${name}#${epoch}`, {
      identity: who,
      bytes: ref.identityBytes(who),
      xD: ref.xD(who),
      xS: ref.xS(who),
    });
  }
  for (const [title, name, epoch] of [
    ['empty name', '', '1'],
    ['empty epoch', 'a', ''],
    ['lone high surrogate', 'a\ud800', '1'],
    ['lone low surrogate', '\udc00', '1'],
    ['decomposed', 'A\u0308', '1'],
    ['decomposed epoch', 'a', 'e\u0301'],
    ['singleton', '\u212a', '1'],
    ['unassigned code point', '\u0378', '1'],
    ['noncharacter', '\ufffe', '1'],
    ['assigned only in Unicode 15.0', '\u{1FAE8}', '1'],
    ['too long', 'x'.repeat(1016), '1'],
  ]) {
    out.refuse(title, 'identity', { identity: { name, epoch } });
  }
  const good = ref.identityBytes(id('ab', '7'));
  out.refuse('cut', 'decode', { bytes: good.slice(0, -1) });
  out.refuse('a byte too many', 'decode', { bytes: cat(good, [0]) });
  out.refuse('length beyond the end', 'decode', { bytes: put(good, 0, [0xff]) });
  out.refuse('not UTF-8', 'decode', { bytes: put(good, 4, [0xff]) });
  out.refuse('overlong UTF-8', 'decode', { bytes: put(good, 4, [0xc1, 0xa1]) });
  out.refuse('bytes not NFC', 'identity', { bytes: cat(int(3, 4), text('A\u0308'), int(1, 4), text('1')) });
}

// ---- parameters

{
  const out = file(
    'parameters',
    'accept: Setup from the draws (a, γ) and everything it gives. refuse: encoded parameters',
  );
  for (const [title, N, random] of [
    ['N = 4, the world of all vectors', 4, setupDraws],
    ['N = 2, the smallest', 2, draws('two', 48, 48)],
    ['N = 4, another authority', 4, otherDraws],
  ]) {
    const made = ref.setup(N, random);
    out.accept(title, {
      N,
      random,
      gamma: made.gamma,
      encoded: made.encoded,
      digest: made.digest,
      master: made.master,
      contract: { w: ref.evm(made.w), H1: ref.evm(made.H[1]), H2: ref.evm(made.H[2]) },
    });
  }
  const good = world.encoded;
  const at = { w: 10, u: 58, V: 634, H: (i) => 682 + 96 * i };
  const bad = (title, code, encoded) => out.refuse(title, code, { encoded });
  bad('empty', 'decode', new Uint8Array(0));
  bad('another magic', 'decode', put(good, 0, text('TSPQ')));
  bad('another format version', 'suite', put(good, 4, [2]));
  bad('another suite', 'suite', put(good, 5, [2]));
  bad('N = 1', 'decode', put(good, 6, int(1, 4)).slice(0, at.H(2)));
  bad('N larger than the points', 'decode', put(good, 6, int(5, 4)));
  bad('N smaller than the points', 'decode', put(good, 6, int(3, 4)));
  bad('N = 2^32 - 1', 'decode', put(good, 6, int(0xffffffff, 4)));
  bad('cut by a byte', 'decode', good.slice(0, -1));
  bad('a byte too many', 'decode', cat(good, [0]));
  for (const [flaw, point] of badG1(good.slice(at.w, at.w + 48)))
    bad(`w: ${flaw}`, 'decode', put(good, at.w, point));
  for (const [flaw, point] of badG2(good.slice(at.H(3), at.H(4))))
    bad(`H[3]: ${flaw}`, 'decode', put(good, at.H(3), point));
  bad('V: outside the subgroup', 'decode', put(good, at.V, compressed(4n, 48)));
  bad('u: a coefficient equal to p', 'decode', put(good, at.u, int(P, 48)));
  bad('u: one', 'decode', put(good, at.u, cat(int(1, 48), new Uint8Array(528))));
  bad('u: two, of another order', 'decode', put(good, at.u, cat(int(2, 48), new Uint8Array(528))));
  bad('u: zero', 'decode', put(good, at.u, new Uint8Array(576)));
  bad('H[0] is not the generator', 'parameters', put(good, at.H(0), good.slice(at.H(1), at.H(2))));
  bad(
    'two powers swapped',
    'parameters',
    put(good, at.H(2), cat(good.slice(at.H(3), at.H(4)), good.slice(at.H(2), at.H(3)))),
  );
  bad('the last power of another secret', 'parameters', put(good, at.H(4), other.encoded.slice(at.H(4))));
  bad('V of another secret', 'parameters', put(good, at.V, other.encoded.slice(at.V, at.V + 48)));
  bad('a power negated', 'parameters', flip(good, at.H(1), 0x20));
  bad('w = V: g is the standard generator', 'parameters', put(good, at.w, good.slice(at.V, at.V + 48)));
}

// ---- keys

{
  const out = file(
    'keys',
    'Parameters: the first of parameters.json. accept: Extract. refuse: an encoded key or master secret',
  );
  for (const key of [alice, bob, hospital]) {
    out.accept(`${key.id.name}#${key.id.epoch}`, { identity: key.id, encoded: key.encoded });
  }
  const good = alice.encoded;
  const points = good.length - 96;
  const bad = (title, code, encoded) => out.refuse(title, code, { encoded });
  bad('another magic', 'decode', put(good, 0, text('TSMS')));
  bad('another format version', 'suite', put(good, 4, [0]));
  bad('another suite', 'suite', put(good, 5, [0]));
  bad('of another authority', 'identity-key', ref.extract(other, id('alice')).encoded);
  bad(
    'of another authority under this digest',
    'identity-key',
    put(ref.extract(other, id('alice')).encoded, 6, world.digest),
  );
  bad(
    'the two points exchanged',
    'identity-key',
    put(good, points, cat(good.slice(-48), good.slice(points, points + 48))),
  );
  bad('the points of another identity', 'identity-key', put(good, points, mallory.encoded.slice(-96)));
  bad('SK_S of another identity', 'identity-key', put(good, points + 48, mallory.encoded.slice(-48)));
  bad('SK_D negated', 'identity-key', flip(good, points, 0x20));
  bad('cut', 'decode', good.slice(0, -1));
  bad('a byte too many', 'decode', cat(good, [0]));
  bad('SK_D: the identity', 'decode', put(good, points, O1));
  bad('SK_S: outside the subgroup', 'decode', put(good, points + 48, compressed(4n, 48)));
  bad(
    'identity not NFC',
    'identity',
    cat(good.slice(0, 38), ref.LP(cat(int(3, 4), text('A\u0308'), int(1, 4), text('1'))), good.slice(-96)),
  );
  const bads = (title, code, master) => out.refuse(`master: ${title}`, code, { master });
  bads('another magic', 'decode', put(world.master, 0, text('TSIK')));
  bads('γ equal to r', 'decode', put(world.master, 6, int(ref.R, 32)));
  bads('γ zero', 'decode', put(world.master, 6, new Uint8Array(32)));
  bads('g the identity', 'decode', put(world.master, 38, O1));
  bads('of another authority', 'master-secret', other.master);
  bads('γ of another authority', 'master-secret', put(world.master, 6, other.master.slice(6, 38)));
}

// ---- author proofs

{
  const out = file(
    'author',
    'Parameters and keys as above. accept: Author from the draw. refuse: verification is false',
  );
  const digest = sha(text('digest'));
  const cases = [
    ['on a chain', hospital, digest, CHAIN],
    ['off chain', hospital, digest, 'offchain'],
    ['another signer', alice, digest, CHAIN],
    ['the zero digest', hospital, new Uint8Array(32), CHAIN],
    ['the largest chain id', hospital, digest, { ...CHAIN, chainId: (2n ** 256n - 1n).toString() }],
  ];
  for (const [title, key, d, domain] of cases) {
    const random = draws(`author ${title}`, 32);
    const { D, Q, x, X, f, v, proof } = ref.author(world, key, d, domain, random[0]);
    out.accept(title, { identity: key.id, digest: d, domain, random, D, Q, x, X, f: int(f, 16), v, proof });
  }
  const good = ref.author(world, hospital, digest, CHAIN, draws('author on a chain', 32)[0]).proof;
  const base = { identity: hospital.id, digest, domain: CHAIN, proof: good };
  const bad = (title, change) => out.refuse(title, 'author-proof', { ...base, ...change });
  bad('another digest', { digest: flip(digest, 31) });
  bad('another name', { identity: id('hospital:south', '7') });
  bad('another epoch', { identity: id('hospital:north', '8') });
  bad('another chain', { domain: { ...CHAIN, chainId: '1' } });
  bad('another contract', { domain: { ...CHAIN, contract: '0x00112233445566778899aabbccddeeff00112234' } });
  bad('off chain instead', { domain: 'offchain' });
  bad('X and v exchanged', { proof: cat(good.slice(48), good.slice(0, 48)) });
  bad('X negated', { proof: flip(good, 0, 0x20) });
  bad('v negated', { proof: flip(good, 48, 0x20) });
  bad('both negated', { proof: flip(flip(good, 0, 0x20), 48, 0x20) });
  bad('v of another proof', {
    proof: cat(
      good.slice(0, 48),
      ref.author(world, hospital, digest, CHAIN, draws('x', 32)[0]).proof.slice(48),
    ),
  });
  bad('made with the decryption key', {
    proof: ref.author(world, { ...hospital, SK_S: hospital.SK_D }, digest, CHAIN, draws('d', 32)[0]).proof,
  });
  bad('made under other parameters', {
    proof: ref.author(other, ref.extract(other, hospital.id), digest, CHAIN, draws('o', 32)[0]).proof,
  });
  for (const [flaw, point] of badG1(good.slice(0, 48)))
    bad(`X: ${flaw}`, { proof: cat(point, good.slice(48)) });
  bad('v: the identity', { proof: cat(good.slice(0, 48), O1) });
  bad('both the identity', { proof: cat(O1, O1) });
  bad('cut', { proof: good.slice(0, 95) });
  bad('a byte too many', { proof: cat(good, [0]) });
  bad('empty', { proof: new Uint8Array(0) });
}

// ---- capsules

{
  const out = file(
    'capsule',
    'accept: SealCapsule from the draws, and who opens it. refuse: OpenCapsule with the key of `reader`',
  );
  const context = text('twin, module, epoch');
  const two = [alice.id, bob.id];
  const seal = (title, recipients, secret, ctx = context, domain = CHAIN) => {
    const random = draws(`capsule ${title}`, 32, 32);
    const given = { recipients, issuer: hospital, context: ctx, domain, secret };
    return { random, ...ref.sealCapsule(world, given, random) };
  };
  const secret64 = cat(sha(text('K')), sha(text('tk')));
  const cases = [
    ['two recipients, 64 bytes', two, secret64, context, CHAIN],
    ['one recipient, 32 bytes', [alice.id], sha(text('K')), context, CHAIN],
    ['as many recipients as N', [...two, mallory.id, hospital.id], secret64, context, CHAIN],
    ['no context, off chain', two, secret64, new Uint8Array(0), 'offchain'],
  ];
  for (const [title, recipients, secret, ctx, domain] of cases) {
    const { random, k, R, setDigest, kek, digest, x, f, capsule } = seal(
      title,
      recipients,
      secret,
      ctx,
      domain,
    );
    out.accept(title, {
      recipients,
      issuer: hospital.id,
      context: ctx,
      domain,
      secret,
      random,
      k,
      setDigest,
      R,
      kek,
      digest,
      x,
      f: int(f, 16),
      capsule,
    });
  }
  const good = seal('two recipients, 64 bytes', two, secret64).capsule;
  const base = {
    capsule: good,
    recipients: two,
    issuer: hospital.id,
    context,
    domain: CHAIN,
    reader: alice.id,
  };
  const bad = (title, code, change) => out.refuse(title, code, { ...base, ...change });
  bad('not a recipient', 'not-a-recipient', { reader: mallory.id });
  bad('another set', 'author-proof', { recipients: [alice.id, mallory.id] });
  bad('a smaller set', 'author-proof', { recipients: [alice.id] });
  bad('another context', 'author-proof', { context: text('twin, module, epocH') });
  bad('another issuer', 'author-proof', { issuer: id('hospital:north', '8') });
  bad('another domain', 'author-proof', { domain: 'offchain' });
  bad('no recipient', 'recipients', { recipients: [] });
  bad('more recipients than N', 'recipients', { recipients: ['a', 'b', 'c', 'd', 'e'].map((n) => id(n)) });
  bad('a recipient twice', 'recipients', { recipients: [alice.id, bob.id, alice.id] });
  bad('cut to below a secret of 32', 'decode', { capsule: cat(good.slice(0, 144), good.slice(-96 - 47)) });
  bad('empty', 'decode', { capsule: new Uint8Array(0) });
  bad('longer than a secret of 1024', 'decode', {
    capsule: cat(good.slice(0, 144), new Uint8Array(1041), good.slice(-96)),
  });
  bad('wrapped altered', 'author-proof', { capsule: flip(good, 150) });
  bad('C1 negated', 'author-proof', { capsule: flip(good, 0, 0x20) });
  bad('C2 negated', 'author-proof', { capsule: flip(good, 48, 0x20) });
  for (const [flaw, point] of badG1(good.slice(0, 48)))
    bad(`C1: ${flaw}`, 'decode', { capsule: put(good, 0, point) });
  for (const [flaw, point] of badG2(good.slice(48, 144)))
    bad(`C2: ${flaw}`, 'decode', { capsule: put(good, 48, point) });
  bad('X: the identity', 'decode', { capsule: put(good, good.length - 96, O1) });
  bad('v: the identity', 'decode', { capsule: put(good, good.length - 48, O1) });
  // Flaws under an honest proof: the issuer itself is at fault.
  const resign = (header, wrapped, recipients = two) => {
    const content = sha(
      world.digest,
      ref.setDigest(recipients),
      ref.LP(ref.identityBytes(hospital.id)),
      ref.LP(context),
      header,
      wrapped,
    );
    const digest = ref.keccak(ref.keccak(text('TWINSEAL-V1-AUTHOR-CAPSULE')), content);
    return cat(header, wrapped, ref.author(world, hospital, digest, CHAIN, draws('resign', 32)[0]).proof);
  };
  const wrapped = good.slice(144, -96);
  const foreign = seal('another set', [alice.id, mallory.id], secret64).capsule;
  bad('signed: C1 negated', 'malformed-header', {
    capsule: resign(flip(good, 0, 0x20).slice(0, 144), wrapped),
  });
  bad('signed: C2 of another header', 'malformed-header', {
    capsule: resign(cat(good.slice(0, 48), foreign.slice(48, 144)), wrapped),
  });
  bad('signed: header of another set', 'malformed-header', {
    capsule: resign(foreign.slice(0, 144), wrapped),
  });
  bad('signed: wrapped under another key', 'unwrap', {
    capsule: resign(good.slice(0, 144), flip(wrapped, 3)),
  });
  const claimed = { header: good.slice(0, 144), wrapped };
  const content = sha(
    world.digest,
    ref.setDigest(two),
    ref.LP(ref.identityBytes(mallory.id)),
    ref.LP(context),
    claimed.header,
    wrapped,
  );
  const stolen = ref.author(
    world,
    mallory,
    ref.keccak(ref.keccak(text('TWINSEAL-V1-AUTHOR-CAPSULE')), content),
    CHAIN,
    draws('stolen', 32)[0],
  );
  bad('stripped and signed by another', 'unwrap', {
    capsule: cat(claimed.header, wrapped, stolen.proof),
    issuer: mallory.id,
  });
}

// ---- streams

{
  const out = file(
    'stream',
    'accept: STREAM of a plaintext given as SHA-256 counter blocks of its name; sealed by digest when long. refuse: a sealed stream',
  );
  const key = sha(text('stream key'));
  for (const length of [1, 16, 1000, 65_536, 65_537]) {
    const plain = draws(`stream ${length}`, length)[0];
    const sealed = ref.stream(key, plain);
    const short = length <= 1000;
    out.accept(`${length} bytes`, {
      key,
      plainName: `stream ${length}`,
      length,
      sealedSha256: sha(sealed),
      ...(short ? { sealed } : {}),
    });
  }
  const good = ref.stream(key, draws('stream 16', 16)[0]);
  const bad = (title, sealed) => out.refuse(title, 'stream', { key, sealed });
  bad('empty', new Uint8Array(0));
  bad('a tag alone', ref.stream(key, new Uint8Array([1])).slice(1));
  bad('cut', good.slice(0, -1));
  bad('a byte too many', cat(good, [0]));
  bad('first byte altered', flip(good, 0));
  bad('tag altered', flip(good, good.length - 1));
  bad('not marked as last', ref.stream(key, draws('stream 16', 16)[0], 0, false));
  bad('chunk 1 in the place of chunk 0', ref.stream(key, draws('stream 16', 16)[0], 1));
  bad('another key', ref.stream(sha(text('other')), draws('stream 16', 16)[0]));
}

// ---- envelopes

{
  const out = file(
    'envelope',
    'accept: Signcrypt from the draws (K, salt, k, x). refuse: Unsigncrypt with the key of `reader`',
  );
  const two = [alice.id, bob.id];
  const make = (title, change = {}) => {
    const random = draws(`envelope ${title}`, 32, 16, 32, 32);
    const given = {
      recipients: two,
      sender: hospital,
      context: text('ctx'),
      domain: 'offchain',
      message: text('a message'),
      ...change,
    };
    return { random, given, ...ref.signcrypt(world, given, random) };
  };
  for (const [title, change] of [
    ['two recipients', {}],
    ['the empty message, no context', { message: new Uint8Array(0), context: new Uint8Array(0) }],
    ['one recipient, on a chain', { recipients: [bob.id], domain: CHAIN }],
    ['a message that ends like padding', { message: new Uint8Array([1, 0x80, 0, 0]) }],
    ['300 bytes', { message: draws('300', 300)[0] }],
  ]) {
    const { random, given, k, bound, commit, payloadKey, digest, envelope } = make(title, change);
    const { recipients, context, domain, message } = given;
    out.accept(title, {
      recipients,
      sender: hospital.id,
      context,
      domain,
      message,
      random,
      k,
      bound,
      commitment: commit,
      payloadKey,
      digest,
      envelope,
    });
  }
  {
    // Long enough for two chunks, so given by rule and by digest.
    const { random, given, envelope } = make('two chunks', { message: new Uint8Array(66_000).fill(0x61) });
    const { recipients, context, domain } = given;
    out.accept('two chunks', {
      recipients,
      sender: hospital.id,
      context,
      domain,
      fill: { byte: 0x61, length: 66_000 },
      random,
      envelopeSha256: sha(envelope),
    });
  }
  const { envelope: good, preamble } = make('two recipients');
  const base = { envelope: good, reader: alice.id, domain: 'offchain' };
  const bad = (title, code, change) => out.refuse(title, code, { ...base, ...change });
  const edit = (title, code, envelope) => bad(title, code, { envelope });
  const n = preamble.length;
  const senderAt = 38;
  const countAt = senderAt + ref.LP(ref.identityBytes(hospital.id)).length;
  const listAt = countAt + 4;
  // Bob stands first: the length prefix comes before the letters.
  const [one, second] = ref.sorted(two).map((who) => ref.LP(ref.identityBytes(who)));
  const contextAt = listAt + one.length + second.length;
  bad('not a recipient', 'not-a-recipient', { reader: mallory.id });
  bad('another domain', 'author-proof', { domain: CHAIN });
  edit('empty', 'stream', new Uint8Array(0));
  edit('another magic', 'decode', put(good, 0, text('TSEW')));
  edit('another format version', 'suite', put(good, 4, [2]));
  edit('another suite', 'suite', put(good, 5, [9]));
  edit('other parameters', 'identity-key', flip(good, 6));
  edit('another sender', 'author-proof', flip(good, countAt - 1, 1));
  edit('no recipient', 'recipients', put(good, countAt, int(0, 4)));
  edit('more recipients than N', 'recipients', put(good, countAt, int(5, 4)));
  edit('recipients out of order', 'decode', put(good, listAt, cat(second, one)));
  edit('a recipient twice', 'decode', cat(good.slice(0, listAt), one, one, good.slice(contextAt)));
  edit(
    'another recipient',
    'author-proof',
    cat(good.slice(0, listAt), ref.LP(ref.identityBytes(id('bot'))), second, good.slice(contextAt)),
  );
  edit('another context', 'author-proof', flip(good, contextAt + 4));
  edit('context too long', 'decode', put(good, contextAt, int(65_537, 4)));
  edit('wrapped altered', 'author-proof', flip(good, n - 90));
  edit('salt altered', 'author-proof', flip(good, n - 40));
  edit('commitment altered', 'author-proof', flip(good, n - 1));
  edit('C1: the identity', 'decode', put(good, contextAt + 7, O1));
  edit('C2: outside the subgroup', 'decode', put(good, contextAt + 7 + 48, compressed(2n, 96)));
  edit('segment flag 2', 'decode', put(good, n, [2]));
  edit('a short segment that is not final', 'decode', put(good, n, [0]));
  edit('segment length zero', 'decode', cat(good.slice(0, n + 1), int(0, 4), good.slice(-96)));
  edit('segment length beyond the limit', 'decode', put(good, n + 1, int(64 * 65_552 + 1, 4)));
  edit('a last chunk without plaintext', 'decode', put(good, n + 1, int(16, 4)));
  edit('ciphertext altered', 'author-proof', flip(good, n + 10));
  edit('proof of another envelope', 'author-proof', cat(good.slice(0, -96), make('300 bytes').proof));
  edit('v: the identity', 'decode', cat(good.slice(0, -48), O1));
  edit('cut by a byte', 'stream', good.slice(0, -1));
  edit('cut after the preamble', 'stream', good.slice(0, n));
  edit('a byte too many', 'stream', cat(good, [0]));
  edit('signed: no padding marker', 'stream', make('p1', { padded: new Uint8Array(256) }).envelope);
  edit(
    'signed: padding longer than Padmé',
    'stream',
    make('p2', { padded: cat([1, 0x80], new Uint8Array(255)) }).envelope,
  );
  edit(
    'signed: padding shorter than Padmé',
    'stream',
    make('p3', { padded: new Uint8Array([1, 0x80]) }).envelope,
  );
}

mkdirSync(folder, { recursive: true });
let [accept, refuse] = [0, 0];
for (const [name, content] of Object.entries(files)) {
  accept += content.accept.length;
  refuse += content.refuse.length;
  const list = (vectors) => `[\n${vectors.map((vector) => `    ${JSON.stringify(vector)}`).join(',\n')}\n  ]`;
  writeFileSync(
    join(folder, `${name}.json`),
    `{\n  "suite": ${JSON.stringify(content.suite)},\n  "note": ${JSON.stringify(content.note)},\n  "accept": ${list(content.accept)},\n  "refuse": ${list(content.refuse)}\n}\n`,
  );
}
console.log(`${accept} to accept, ${refuse} to refuse`);
