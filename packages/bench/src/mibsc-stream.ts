/** A process of its own: one stream sealed and opened in one pass, to see the peak of its memory. Prints JSON. */
import { extract, loadBackend, setup, signcryptStream, unsigncryptStream } from '@twinseal/mibsc';

const bytes = Number(process.argv[2]);
const both = process.argv[3] === 'both';
const backend = await loadBackend('mcl');
const { params, master } = setup(backend, 4);
const [sender, reader] = ['sender', 'reader'].map((name) => extract(params, master, { name, epoch: '1' }));
if (sender === undefined || reader === undefined) throw new Error('no keys');

function* source(): Generator<Uint8Array> {
  const piece = new Uint8Array(65_536).fill(0x61);
  for (let at = 0; at < bytes; at += piece.length)
    yield piece.subarray(0, Math.min(piece.length, bytes - at));
}

const started = performance.now();
const sealed = signcryptStream(params, { recipients: [reader.identity], sender }, source());
let count = 0;
for await (const piece of both ? unsigncryptStream(params, { key: reader }, sealed) : sealed)
  count += piece.length;
const seconds = (performance.now() - started) / 1000;
if (both && count !== bytes) throw new Error('the stream came out with another length');
const peakRssMiB = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ bytes, seconds, peakRssMiB }));
