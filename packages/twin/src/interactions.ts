/**
 * Drug pairs that should not meet, by ingredient. The facts are those of two public lists, for demonstration and not for care; both are more than ten
 * years old and far from complete: silence says nothing.
 *
 * - Phansalkar S. et al., "High-priority drug-drug interactions for use in electronic health records", J Am Med Inform Assoc 2012;19:735-743, table 1 (the
 *   list that ONC adopted): which class with which, and why. Members of a class are the common ingredients of its ATC group.
 * - HL7 Potential Drug-Drug Interaction CDS implementation guide: warfarin with NSAIDs, digoxin with cyclosporine.
 */

/** A class of ingredients, in lower case, as they stand in product names. */
const CLASSES = {
  'MAO inhibitor': 'phenelzine tranylcypromine isocarboxazid selegiline rasagiline linezolid',
  SSRI: 'fluoxetine sertraline paroxetine citalopram escitalopram fluvoxamine',
  'tricyclic antidepressant':
    'amitriptyline nortriptyline imipramine desipramine clomipramine doxepin protriptyline trimipramine',
  'amphetamine derivative':
    'amphetamine dextroamphetamine lisdexamfetamine methamphetamine methylphenidate atomoxetine',
  'narcotic analgesic': 'meperidine tramadol methadone fentanyl tapentadol dextromethorphan',
  triptan: 'sumatriptan rizatriptan zolmitriptan',
  'strong CYP3A4 inhibitor':
    'ketoconazole itraconazole voriconazole posaconazole clarithromycin telithromycin ritonavir indinavir nelfinavir saquinavir nefazodone cobicistat',
  'protease inhibitor':
    'atazanavir darunavir fosamprenavir indinavir lopinavir nelfinavir ritonavir saquinavir tipranavir',
  'strong CYP3A4 inducer': 'rifampin rifampicin carbamazepine phenytoin phenobarbital primidone',
  'CYP3A4-dependent statin': 'simvastatin lovastatin',
  'ergot alkaloid': 'ergotamine dihydroergotamine methylergonovine',
  'proton pump inhibitor': 'omeprazole esomeprazole lansoprazole dexlansoprazole pantoprazole rabeprazole',
  'CYP1A2 inhibitor': 'fluvoxamine ciprofloxacin',
  thiopurine: 'azathioprine mercaptopurine',
  'QT-prolonging agent':
    'amiodarone disopyramide dofetilide dronedarone ibutilide procainamide quinidine sotalol haloperidol pimozide thioridazine ziprasidone chlorpromazine erythromycin clarithromycin moxifloxacin sparfloxacin pentamidine methadone citalopram escitalopram vandetanib',
  NSAID:
    'ibuprofen naproxen diclofenac indomethacin ketorolac meloxicam piroxicam nabumetone etodolac celecoxib ketoprofen sulindac oxaprozin diflunisal fenoprofen flurbiprofen mefenamic tolmetin',
  irinotecan: 'irinotecan',
  atazanavir: 'atazanavir',
  febuxostat: 'febuxostat',
  ramelteon: 'ramelteon',
  tizanidine: 'tizanidine',
  tranylcypromine: 'tranylcypromine',
  procarbazine: 'procarbazine',
  warfarin: 'warfarin',
  digoxin: 'digoxin',
  cyclosporine: 'cyclosporine ciclosporin',
} as const;

type DrugClass = keyof typeof CLASSES;

/** A pair of classes, what happens, and who says so. */
export interface InteractionFact {
  readonly id: string;
  readonly classes: readonly [string, string];
  readonly consequence: string;
  readonly source: string;
}

const ONC = 'Phansalkar S. et al., J Am Med Inform Assoc 2012;19:735-743, table 1';
const PDDI = 'HL7 Potential Drug-Drug Interaction (PDDI) CDS implementation guide';
const fact = (
  id: string,
  a: DrugClass,
  b: DrugClass,
  consequence: string,
  source = ONC,
): InteractionFact => ({ id, classes: [a, b], consequence, source });

/** The facts. */
export const INTERACTIONS: readonly InteractionFact[] = [
  fact('amphetamine-mao', 'amphetamine derivative', 'MAO inhibitor', 'hypertensive crisis'),
  fact('ssri-mao', 'SSRI', 'MAO inhibitor', 'serotonin syndrome'),
  fact('tricyclic-mao', 'tricyclic antidepressant', 'MAO inhibitor', 'serotonin syndrome, seizures'),
  fact('narcotic-mao', 'narcotic analgesic', 'MAO inhibitor', 'serotonin syndrome'),
  fact('triptan-mao', 'triptan', 'MAO inhibitor', 'raised triptan levels, coronary spasm'),
  fact('tranylcypromine-procarbazine', 'tranylcypromine', 'procarbazine', 'hypertensive crisis'),
  fact('atazanavir-ppi', 'atazanavir', 'proton pump inhibitor', 'loss of antiviral effect'),
  fact('febuxostat-thiopurine', 'febuxostat', 'thiopurine', 'toxicity to the bone marrow'),
  fact(
    'irinotecan-cyp3a4',
    'irinotecan',
    'strong CYP3A4 inhibitor',
    'raised irinotecan, toxicity to the bone marrow',
  ),
  fact('statin-cyp3a4', 'CYP3A4-dependent statin', 'strong CYP3A4 inhibitor', 'rhabdomyolysis'),
  fact('statin-protease', 'CYP3A4-dependent statin', 'protease inhibitor', 'rhabdomyolysis'),
  fact('inducer-protease', 'strong CYP3A4 inducer', 'protease inhibitor', 'loss of antiviral effect'),
  fact('ergot-cyp3a4', 'ergot alkaloid', 'strong CYP3A4 inhibitor', 'ergotism, ischaemia of limbs'),
  fact('ramelteon-cyp1a2', 'ramelteon', 'CYP1A2 inhibitor', 'raised ramelteon'),
  fact('tizanidine-cyp1a2', 'tizanidine', 'CYP1A2 inhibitor', 'severe hypotension, sedation'),
  fact('qt-qt', 'QT-prolonging agent', 'QT-prolonging agent', 'torsade de pointes'),
  fact('warfarin-nsaid', 'warfarin', 'NSAID', 'gastrointestinal bleeding', PDDI),
  fact('digoxin-cyclosporine', 'digoxin', 'cyclosporine', 'raised digoxin, arrhythmia', PDDI),
];

const MEMBERS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(CLASSES).map(([name, list]) => [name, new Set(list.split(' '))]),
);

/** Ingredients known here that a product name holds, in lower case, each once. */
export function ingredientsOf(name: string): string[] {
  const words = new Set(name.toLowerCase().split(/[^a-z]+/));
  return [
    ...new Set([...MEMBERS.values()].flatMap((members) => [...members].filter((m) => words.has(m)))),
  ].sort();
}

/** A pair found among medications. */
export interface Interaction {
  readonly fact: InteractionFact;
  /** The two ingredients, in the order of the fact's classes. */
  readonly ingredients: readonly [string, string];
}

/** Every fact that two different ingredients of the list meet; each pair once per fact. */
export function findInteractions(ingredients: readonly string[]): Interaction[] {
  const known = [...new Set(ingredients)].sort();
  const found: Interaction[] = [];
  for (const f of INTERACTIONS) {
    const [first, second] = f.classes.map((c) => MEMBERS.get(c) as ReadonlySet<string>) as [
      ReadonlySet<string>,
      ReadonlySet<string>,
    ];
    const seen = new Set<string>();
    for (const a of known) {
      for (const b of known) {
        const pair = [a, b].sort().join(' ');
        if (a === b || !first.has(a) || !second.has(b) || seen.has(pair)) continue;
        seen.add(pair);
        found.push({ fact: f, ingredients: [a, b] });
      }
    }
  }
  return found;
}
