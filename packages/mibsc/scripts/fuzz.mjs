/**
 * Feeds mutated inputs to every decoder. A decoder may accept, or throw MibscError; anything else, a hang or growing memory
 * is a find, and is printed with what is needed to repeat it.
 *
 *     npm run fuzz -w packages/mibsc                    20,000 inputs
 *     npm run fuzz -w packages/mibsc -- 1000000 SEED    the long form
 */
import {
  author,
  batchVerifyAuthor,
  decodeHeader,
  decodeIdentity,
  decodeIdentityKey,
  decodeMasterSecret,
  decodeParameters,
  encodeIdentity,
  encodeIdentityKey,
  encodeMasterSecret,
  encodeParameters,
  extract,
  inspectEnvelope,
  loadBackend,
  MibscError,
  openCapsule,
  openStream,
  sealCapsule,
  sealStream,
  setup,
  signcrypt,
  splitCapsule,
  unsigncrypt,
  validateParameters,
  verifyAuthor,
  verifyEnvelope,
} from '../dist/index.js';

const runs = Number(process.argv[2] ?? 20_000);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);

// xorshift32: reproducible and quick; nothing here is secret.
let state = seed || 1;
function random(below) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % below;
}

const backend = await loadBackend('mcl');
const { params, master } = setup(backend, 2);
const id = (name) => ({ name, epoch: '1' });
const [alice, hospital] = ['alice', 'hospital'].map((name) => extract(params, master, id(name)));
const recipients = [id('alice'), id('bob')];
const context = new Uint8Array([1, 2, 3]);
const digest = new Uint8Array(32);
const key = new Uint8Array(32).fill(1);
const capsule = await sealCapsule(params, {
  recipients,
  issuer: hospital,
  context,
  domain: 'offchain',
  secret: key,
});
const envelope = await signcrypt(params, { recipients, sender: hospital, context }, new Uint8Array(40));
const given = { recipients, issuer: hospital.identity, context, domain: 'offchain', key: alice };

const targets = {
  identity: { seed: encodeIdentity(id('hospital:é')), run: decodeIdentity },
  parameters: {
    seed: encodeParameters(params),
    run: (bytes) => validateParameters(decodeParameters(backend, bytes)),
  },
  key: { seed: encodeIdentityKey(alice), run: (bytes) => decodeIdentityKey(params, bytes) },
  master: { seed: encodeMasterSecret(master), run: (bytes) => decodeMasterSecret(backend, bytes) },
  header: { seed: capsule.slice(0, 144), run: (bytes) => decodeHeader(params, bytes) },
  proof: {
    seed: author(params, hospital, digest, 'offchain'),
    run: (proof) => {
      const claim = { identity: hospital.identity, digest, proof };
      const alone = verifyAuthor(params, claim.identity, digest, proof, 'offchain');
      if (batchVerifyAuthor(params, [claim], 'offchain').ok !== alone)
        throw new Error('batch and single disagree');
    },
  },
  capsule: {
    seed: capsule,
    run: (bytes) => {
      splitCapsule(bytes);
      return openCapsule(params, { ...given, capsule: bytes });
    },
  },
  stream: { seed: await sealStream(key, new Uint8Array(50)), run: (bytes) => openStream(key, bytes) },
  inspect: { seed: envelope, run: inspectEnvelope },
  envelope: { seed: envelope, run: (bytes) => unsigncrypt(params, { key: alice }, bytes) },
  verify: { seed: envelope, run: (bytes) => verifyEnvelope(params, {}, [bytes]) },
};

const INTERESTING = [0x00, 0x01, 0x7f, 0x80, 0xc0, 0xe0, 0xff];

function mutate(original) {
  let bytes = new Uint8Array(original);
  for (let round = 1 + random(3); round > 0; round--) {
    const at = random(bytes.length + 1);
    switch (random(7)) {
      case 0:
        if (at < bytes.length) bytes[at] ^= 1 << random(8);
        break;
      case 1:
        if (at < bytes.length) bytes[at] = INTERESTING[random(INTERESTING.length)];
        break;
      case 2:
        bytes = bytes.slice(0, at);
        break;
      case 3:
        bytes = new Uint8Array([
          ...bytes.slice(0, at),
          ...Array.from({ length: random(40) }, () => random(256)),
          ...bytes.slice(at),
        ]);
        break;
      case 4: {
        // A length or count somewhere becomes extreme.
        const value = [0, 1, 0xffff, 0x7fffffff, 0xffffffff][random(5)];
        if (at + 4 <= bytes.length) new DataView(bytes.buffer).setUint32(at, value);
        break;
      }
      case 5: {
        const from = random(bytes.length + 1);
        bytes.copyWithin(at, from, from + 48);
        break;
      }
      default:
        bytes.fill(INTERESTING[random(INTERESTING.length)], at, at + random(50));
    }
  }
  return bytes;
}

const names = Object.keys(targets);
const counts = Object.fromEntries(names.map((name) => [name, { accepted: 0, refused: 0 }]));
const started = Date.now();
let slowest = 0;
let peak = 0;
for (let i = 0; i < runs; i++) {
  const name = names[i % names.length];
  const target = targets[name];
  const bytes = mutate(target.seed);
  const before = performance.now();
  try {
    await target.run(bytes);
    counts[name].accepted++;
  } catch (error) {
    if (!(error instanceof MibscError)) {
      console.error(
        `${name}: ${error?.stack ?? error}\nseed ${seed}, input ${i}: ${Buffer.from(bytes).toString('hex')}`,
      );
      process.exit(1);
    }
    counts[name].refused++;
  }
  slowest = Math.max(slowest, performance.now() - before);
  if (i % 1000 === 0) peak = Math.max(peak, process.memoryUsage().rss);
}
const limitMs = 2_000;
console.table(counts);
console.log(
  `${runs} inputs in ${((Date.now() - started) / 1000).toFixed(1)} s, seed ${seed}; slowest ${slowest.toFixed(0)} ms, peak ${(peak / 2 ** 20).toFixed(0)} MiB`,
);
if (slowest > limitMs || peak > 512 * 2 ** 20) {
  console.error('too slow or too large');
  process.exit(1);
}
