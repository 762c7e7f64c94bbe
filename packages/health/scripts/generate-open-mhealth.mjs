// Writes src/generated/open-mhealth.ts: the Open mHealth schemas, cut down to what validation reads. Run from packages/health:
// `node scripts/generate-open-mhealth.mjs <folder of schema/omh>`. Source: https://github.com/openmhealth/schemas (Apache-2.0).
//
// Three things are made plain, so that one draft and one lookup serve all: draft-04's boolean exclusive bounds become draft-07's numbers, a reference
// to `name-1.x` becomes one to the latest minor version of 1, and a reference to an IEEE 1752.1 schema becomes one to Open mHealth's of the same name and
// version, which IEEE took over (their `deprecation` says so); not time frames, from which IEEE dropped the part of a day.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
if (!folder) throw new Error('usage: node scripts/generate-open-mhealth.mjs <folder of schema/omh>');
const names = readdirSync(folder)
  .filter((f) => f.endsWith('.json'))
  .map((f) => f.slice(0, -'.json'.length))
  .sort();
const NOT_READ = new Set(['$schema', '$id', 'title', 'description', 'references', 'deprecation']);

function target(ref, from) {
  if (ref.startsWith('#')) return ref;
  const [, name, major, minor] = /([a-z0-9-]+)-(\d+)\.(\d+|x)\.json$/.exec(ref) ?? [];
  if (!name) throw new Error(`${from}: ${ref}`);
  const of = names.filter(
    (n) => n.startsWith(`${name}-${major}.`) && /^\d+$/.test(n.slice(`${name}-${major}.`.length)),
  );
  const latest = of.sort((a, b) => Number(a.split('.').at(-1)) - Number(b.split('.').at(-1))).at(-1);
  const exact = minor === 'x' ? latest : `${name}-${major}.${minor}`;
  // These stand in the hand-written supplement: Open mHealth has no such schema, or one that accepts more.
  if (exact === 'percent-unit-value-1.0') return exact;
  if (ref.includes('ieee-1752') && exact === 'time-frame-1.0') return `ieee-${exact}`;
  if (!exact || !names.includes(exact)) throw new Error(`${from}: ${ref} is not there`);
  return exact;
}

/** @param isMap whether the keys are names of properties or definitions, not keywords */
function cut(value, from, isMap = false) {
  if (Array.isArray(value)) return value.map((v) => cut(v, from));
  if (typeof value !== 'object' || value === null) return value;
  const out = {};
  for (const [key, inner] of Object.entries(value)) {
    if (!isMap && NOT_READ.has(key)) continue;
    if (!isMap && key === '$ref') out.$ref = target(inner, from);
    else if (
      !isMap &&
      (key === 'exclusiveMinimum' || key === 'exclusiveMaximum') &&
      typeof inner === 'boolean'
    ) {
      const bound = key === 'exclusiveMinimum' ? 'minimum' : 'maximum';
      if (inner) out[key] = value[bound];
    } else if (!isMap && key === 'minimum' && value.exclusiveMinimum === true) continue;
    else if (!isMap && key === 'maximum' && value.exclusiveMaximum === true) continue;
    else if (!isMap && key === 'enum') out.enum = inner;
    else out[key] = cut(inner, from, !isMap && (key === 'properties' || key === 'definitions'));
  }
  return out;
}

const schemas = Object.fromEntries(
  names.map((n) => [n, cut(JSON.parse(readFileSync(join(folder, `${n}.json`), 'utf8')), n)]),
);
const text = JSON.stringify(schemas).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
writeFileSync(
  'src/generated/open-mhealth.ts',
  `// Written by scripts/generate-open-mhealth.mjs from the Open mHealth schemas (https://github.com/openmhealth/schemas, Apache-2.0;
// changed: see there). Do not edit.
export const OPEN_MHEALTH_JSON =
  '${text}';
`,
);
console.log(`${names.length} schemas, ${text.length} characters`);
