// Writes src/generated/interactions.ts: which drug classes should not meet, who is in them, and their RxNorm codes. Run from packages/twin:
// `node scripts/generate-interactions.mjs <folder with hl7-pddi-cds and ONC_High_Priority_Mapped.csv>`.
//
// Sources:
// - ONC_High_Priority_Mapped.csv of dbmi-pitt/public-PDDI-analysis (no licence stated, so the file is not copied): pairs of ingredients. Only the facts in it are
//   taken: the classes are read back from the pairs by who shares partners with whom, and at the end their products must be the file's pairs, no more and no less.
//   The classes and what happens are those of Phansalkar S. et al., J Am Med Inform Assoc 2012;19:735-743, table 1.
// - hl7-pddi-cds/vocabulary of HL7/PDDI-CDS (CC0): RxNorm codes of NSAIDs and cyclosporine, those of formulations for eye or skin apart.
// - rxnorm-ingredients.json beside this file (CC0): RxNorm codes of ingredients.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
if (!folder) throw new Error('usage: node scripts/generate-interactions.mjs <folder of the public lists>');

/** United States names, which RxNorm uses, for the international ones of the list. */
const RXNORM_NAME = {
  'levomethadyl acetate': 'levomethadyl',
  methylergometrine: 'methylergonovine',
  pethidine: 'meperidine',
  rifampicin: 'rifampin',
};
const SYNONYMS = {
  cyclosporine: ['ciclosporin'],
  ergonovine: ['ergometrine'],
  indomethacin: ['indometacin'],
  mefenamate: ['mefenamic'],
  meperidine: ['pethidine'],
  methylergonovine: ['methylergometrine'],
  rifampin: ['rifampicin'],
};

const pairs = new Set();
const partners = new Map();
const add = (a, b) => partners.set(a, (partners.get(a) ?? new Set()).add(b));
for (const line of readFileSync(join(folder, 'ONC_High_Priority_Mapped.csv'), 'utf8')
  .replace(/^\uFEFF/, '')
  .split(/\r?\n/)) {
  const [a, , b] = line.split('$').map((x) => x.trim().toLowerCase());
  if (!a || !b) continue;
  const [x, y] = [RXNORM_NAME[a] ?? a, RXNORM_NAME[b] ?? b];
  pairs.add([x, y].sort().join('|'));
  add(x, y);
  add(y, x);
}
const N = (name) => partners.get(name) ?? new Set();
const sorted = (set) => [...set].sort();
/** Those that share all partners with `name`. */
const like = (name) =>
  sorted([...partners.keys()].filter((x) => sorted(N(x)).join() === sorted(N(name)).join()));
const both = (a, b) => sorted([...a].filter((x) => b.includes(x)));

const maoInhibitors = sorted(N('sertraline'));
const withMao = new Set(maoInhibitors.flatMap((m) => [...N(m)]));
const among = (names) =>
  names.split(' ').map((n) => {
    if (!withMao.has(n)) throw new Error(`${n} meets no MAO inhibitor in the list`);
    return n;
  });
const inducers = like('rifampin');
const proteaseInhibitors = sorted(N('rifampin'));

const classes = {
  'MAO inhibitor': maoInhibitors,
  'MAO-A inhibitor': sorted(N('sumatriptan')),
  'serotonergic antidepressant': among(
    'citalopram desvenlafaxine duloxetine escitalopram fluoxetine fluvoxamine milnacipran nefazodone paroxetine sertraline venlafaxine',
  ),
  'tricyclic antidepressant': among(
    'amitriptyline clomipramine desipramine doxepin imipramine nortriptyline protriptyline trimipramine',
  ),
  sympathomimetic: among(
    'amphetamine atomoxetine benzphetamine dexmethylphenidate dextroamphetamine diethylpropion methamphetamine methylphenidate phendimetrazine phentermine pseudoephedrine',
  ),
  'serotonergic opioid or cough medicine': among(
    'dextromethorphan fentanyl meperidine methadone tapentadol tramadol',
  ),
  triptan: like('sumatriptan'),
  tranylcypromine: ['tranylcypromine'],
  procarbazine: ['procarbazine'],
  atazanavir: ['atazanavir'],
  'proton pump inhibitor': like('omeprazole'),
  irinotecan: ['irinotecan'],
  'CYP3A4 inhibitor (irinotecan)': sorted(N('irinotecan')),
  'statin by CYP3A4': like('simvastatin'),
  'CYP3A4 inhibitor (statins)': sorted([...N('simvastatin')].filter((x) => !proteaseInhibitors.includes(x))),
  'protease inhibitor (statins)': both(N('simvastatin'), proteaseInhibitors),
  'CYP3A4 inducer': inducers,
  'protease inhibitor': proteaseInhibitors,
  'ergot alkaloid': like('ergotamine'),
  'CYP3A4 inhibitor (ergots)': sorted(N('ergotamine')),
  ramelteon: ['ramelteon'],
  'CYP1A2 inhibitor (ramelteon)': sorted(N('ramelteon')),
  tizanidine: ['tizanidine'],
  'CYP1A2 inhibitor (tizanidine)': sorted(N('tizanidine')),
  'QT-prolonging medicine': sorted(new Set(['sotalol', ...N('sotalol')])),
};
const onc = (id, a, b, consequence) => ({ id, classes: [a, b], consequence, list: 'onc-high-priority' });
const facts = [
  onc('sympathomimetic-mao', 'sympathomimetic', 'MAO inhibitor', 'hypertensive crisis'),
  onc('antidepressant-mao', 'serotonergic antidepressant', 'MAO inhibitor', 'serotonin syndrome'),
  onc('tricyclic-mao', 'tricyclic antidepressant', 'MAO inhibitor', 'serotonin syndrome, seizures'),
  onc('opioid-mao', 'serotonergic opioid or cough medicine', 'MAO inhibitor', 'serotonin syndrome'),
  onc('triptan-mao', 'triptan', 'MAO-A inhibitor', 'raised triptan, narrowed coronary arteries'),
  onc('tranylcypromine-procarbazine', 'tranylcypromine', 'procarbazine', 'hypertensive crisis'),
  onc(
    'atazanavir-ppi',
    'atazanavir',
    'proton pump inhibitor',
    'too little atazanavir, loss of antiviral effect',
  ),
  onc(
    'irinotecan-cyp3a4',
    'irinotecan',
    'CYP3A4 inhibitor (irinotecan)',
    'raised irinotecan, toxicity to the bone marrow',
  ),
  onc('statin-cyp3a4', 'statin by CYP3A4', 'CYP3A4 inhibitor (statins)', 'raised statin, rhabdomyolysis'),
  onc('statin-protease', 'statin by CYP3A4', 'protease inhibitor (statins)', 'raised statin, rhabdomyolysis'),
  onc(
    'inducer-protease',
    'CYP3A4 inducer',
    'protease inhibitor',
    'too little protease inhibitor, loss of antiviral effect',
  ),
  onc('ergot-cyp3a4', 'ergot alkaloid', 'CYP3A4 inhibitor (ergots)', 'raised ergot alkaloid, ischaemia'),
  onc('ramelteon-cyp1a2', 'ramelteon', 'CYP1A2 inhibitor (ramelteon)', 'raised ramelteon'),
  onc(
    'tizanidine-cyp1a2',
    'tizanidine',
    'CYP1A2 inhibitor (tizanidine)',
    'raised tizanidine, severe hypotension',
  ),
  onc('qt-qt', 'QT-prolonging medicine', 'QT-prolonging medicine', 'torsade de pointes'),
];

const made = new Set();
for (const {
  classes: [a, b],
} of facts) {
  for (const x of classes[a]) for (const y of classes[b]) if (x !== y) made.add([x, y].sort().join('|'));
}
const tooMany = [...made].filter((p) => !pairs.has(p));
const missing = [...pairs].filter((p) => !made.has(p));
if (tooMany.length + missing.length > 0) throw new Error(`not the list's: ${tooMany}; not made: ${missing}`);

// In the paper's table, but not in the mapped file.
classes.febuxostat = ['febuxostat'];
classes.thiopurine = ['azathioprine', 'mercaptopurine'];
facts.push(
  onc('febuxostat-thiopurine', 'febuxostat', 'thiopurine', 'raised thiopurine, toxicity to the bone marrow'),
);

// The HL7 implementation guide's two pairs.
const vocabulary = join(folder, 'hl7-pddi-cds', 'vocabulary');
const codesOf = (name) => {
  const text = readFileSync(join(vocabulary, `valueset-${name}.xml`), 'utf8');
  const compose = text.slice(text.indexOf('<compose'));
  if (!compose.startsWith('<compose')) return [];
  return [...compose.matchAll(/<code value="(\d+)"\s*\/>\s*<display value="([^"]*)"/g)].map(
    ([, code, display]) => ({ code, display }),
  );
};
const LOCAL_FORM = /ophthalmic|otic\b|topical/i;
const files = new Set(readdirSync(vocabulary).map((f) => /^valueset-(.+)\.xml$/.exec(f)?.[1]));
const NSAIDS =
  'celecoxib diclofenac diflunisal etodolac fenoprofen flurbiprofen ibuprofen indomethacin ketoprofen ketorolac mefenamate meloxicam nabumetone naproxen oxaprozin piroxicam sulindac tolmetin'.split(
    ' ',
  );
classes.NSAID = NSAIDS;
classes.warfarin = ['warfarin'];
classes.digoxin = ['digoxin'];
classes.cyclosporine = ['cyclosporine'];
const pddi = (id, a, b, consequence) => ({ id, classes: [a, b], consequence, list: 'hl7-pddi' });
facts.push(
  pddi('warfarin-nsaid', 'warfarin', 'NSAID', 'bleeding'),
  pddi('digoxin-cyclosporine', 'digoxin', 'cyclosporine', 'raised digoxin, arrhythmia'),
);

const rxnorm = JSON.parse(readFileSync(new URL('./rxnorm-ingredients.json', import.meta.url), 'utf8'));
const ingredients = {};
for (const name of sorted(new Set(Object.values(classes).flat()))) {
  const own = rxnorm.ingredients[name];
  const listed = NSAIDS.includes(name) || name === 'cyclosporine' ? codesOf(name) : [];
  // The guide keeps topical diclofenac apart from systemic NSAIDs, in a value set that it does not enumerate: the name of the product tells.
  const local = sorted(
    new Set(
      [
        ...(files.has(`${name}-exclude`) ? codesOf(`${name}-exclude`) : []),
        ...listed.filter(({ display }) => LOCAL_FORM.test(display)),
      ].map(({ code }) => code),
    ),
  );
  const codes = sorted(new Set([...(own ? [own] : []), ...listed.map(({ code }) => code)])).filter(
    (c) => !local.includes(c),
  );
  ingredients[name] = {
    ...(SYNONYMS[name] ? { synonyms: SYNONYMS[name] } : {}),
    ...(codes.length > 0 ? { rxnorm: codes.join(' ') } : {}),
    ...(local.length > 0 ? { local: local.join(' ') } : {}),
  };
}

const table = {
  lists: {
    'onc-high-priority': {
      title: 'ONC high-priority drug-drug interactions',
      source:
        'Phansalkar S. et al., J Am Med Inform Assoc 2012;19:735-743, table 1; ingredients as mapped by dbmi-pitt/public-PDDI-analysis',
      kind: 'contraindicated',
    },
    'hl7-pddi': {
      title: 'HL7 Potential Drug-Drug Interaction CDS implementation guide',
      source:
        'HL7 Potential Drug-Drug Interaction (PDDI) CDS implementation guide, value sets and examples (CC0)',
      kind: 'caution',
    },
  },
  ingredients,
  classes,
  facts,
};
writeFileSync(
  new URL('../src/generated/interactions.ts', import.meta.url),
  `// Written by scripts/generate-interactions.mjs (its head names the sources and their licences). Do not edit.\n// Facts: Phansalkar et al. 2012; RxNorm codes: HL7/PDDI-CDS (CC0) and CPIC (CC0).\nexport const INTERACTION_TABLE_JSON =\n  ${JSON.stringify(JSON.stringify(table)).replaceAll("'", "\\'").replace(/^"|"$/g, "'").replaceAll('\\"', '"')};\n`,
);
console.log(
  `${facts.length} facts, ${Object.keys(ingredients).length} ingredients, ${pairs.size} pairs of the list met exactly`,
);
