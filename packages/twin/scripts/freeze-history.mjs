// Writes test/fixtures/history-v1.json: a small history as version 1 of the content had it, and the master that it gave. Run once for each version of the content, and never again
// for an old one: `node scripts/freeze-history.mjs` in packages/twin, after a build. Data: the shipped Synthea patient (Apache-2.0, see data/README.md).
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { collectFhirBundle } from '@twinseal/health';
import { encodePartContent, parseIdentityText } from '@twinseal/record';
import { foldLane, ModuleRegistry, mergeLanes, sortIntoModules } from '@twinseal/twin';

const data = new URL('../../../data/synthea/', import.meta.url);
const name = readdirSync(data).find((f) => f.endsWith('.json.gz'));
const { resources } = collectFhirBundle(new Uint8Array(gunzipSync(readFileSync(new URL(name, data)))), {
  name,
});
const twinId = new Uint8Array(32).fill(7);
const out = [];
const lanes = [];
for (const [author, skip, every] of [
  ['hospital:north#1', 0, 24],
  ['hospital:south#1', 12, 24],
  // South knows some of what North knows.
  ['hospital:south#2', 0, 48],
]) {
  const handle = (text) =>
    `urn:twinseal:${createHash('sha256')
      .update(`${author.replace(/#.*/, '')} ${text}`)
      .digest('hex')
      .slice(0, 32)}`;
  const seq = author.endsWith('#2') ? 1 : 0;
  const sorted = sortIntoModules(
    resources.filter((_, i) => i % every === skip),
    {
      handle,
      recordedTime: `2024-0${seq + 1}-01T00:00:00Z`,
      registry: ModuleRegistry.standard(),
      context: resources,
    },
  );
  for (const [module, statements] of Object.entries(sorted.modules)) {
    if (statements.length === 0) continue;
    const header = { twinId, author: parseIdentityText(author), module, seq, counter: seq };
    out.push({
      author,
      module,
      seq,
      counter: seq,
      lines: new TextDecoder().decode(encodePartContent(header, statements)),
    });
    lanes.push({ author, module, seq, statements });
  }
}
const { decodePartContent } = await import('@twinseal/record');
const parts = out.map(({ author, module, seq, counter, lines }) => ({
  author,
  module,
  seq,
  statements: decodePartContent(new TextEncoder().encode(lines), {
    twinId,
    author: parseIdentityText(author),
    module,
    seq,
    counter,
  }),
}));
const { entries } = mergeLanes([foldLane(parts)]);
const shown = entries.map((e) => [
  e.id,
  e.resource,
  e.provenance.map((p) => [p.author, p.module, p.seq, p.handle]),
  e.contradicts,
]);
writeFileSync(
  new URL('../test/fixtures/history-v1.json', import.meta.url),
  `${JSON.stringify({ made: 'scripts/freeze-history.mjs, content version 1', licence: 'Synthea, Apache-2.0', parts: out, entries: entries.length, digest: createHash('sha256').update(JSON.stringify(shown)).digest('hex') }, undefined, 1)}\n`,
);
console.log(
  `${out.length} parts, ${entries.length} entries, joined: ${entries.filter((e) => new Set(e.provenance.map((p) => p.author)).size > 1).length}`,
);
