/**
 * Curated code sets for content that many laws protect more strongly, each with its source. They are neither complete nor legal
 * advice: a hospital extends them with its own terminology server. Where code and wording disagree, restricting wins: what is
 * restricted by mistake can still be granted; what was shown cannot be taken back.
 *
 * Legal background: 42 CFR Part 2 (substance use disorder records, United States; tobacco is not covered by it), Regulation (EU) 2016/679
 * article 9, and state laws on mental health, HIV and reproductive health as summarised in HL7's Healthcare Privacy and Security
 * Classification System (HCS), whose sensitivity codes (v3-ActCode) name the categories.
 */

import { MOOD_DIARY_SYSTEM } from '@twinseal/health';

/** The categories of protected content. */
export const RESTRICTED_CATEGORIES = [
  'mental-health',
  'substance-use',
  'reproductive-health',
  'protected-infection',
  'violence',
] as const;

/** A category of protected content. */
export type RestrictedCategory = (typeof RESTRICTED_CATEGORIES)[number];

/** v3-Confidentiality: R restricted, V very restricted. Source: HL7 v3 code system Confidentiality. */
export const RESTRICTED_CONFIDENTIALITY: ReadonlySet<string> = new Set(['R', 'V']);

/**
 * Sensitivity labels. Source: HL7 v3 code system ActCode, _ActInformationSensitivityPolicy with all that is below it, and GENDER
 * (gender and sexual orientation) and SSP (sensitive service provider).
 */
export const RESTRICTED_SENSITIVITY: ReadonlySet<string> = new Set(
  'ETH GDIS HIV MST SCA SDV SEX SPI BH COGN DVD EMOTDIS MH PSY PSYTHPN SUD ETHUD OPIOIDUD STD TBOO VIO SICKLE GENDER SSP'.split(
    ' ',
  ),
);

/** The category that a sensitivity label names; labels without one (SPI, TBOO, …) are restricted without a category. */
export const SENSITIVITY_CATEGORY: ReadonlyMap<string, RestrictedCategory> = new Map<
  string,
  RestrictedCategory
>([
  ...pairs('mental-health', ['MH', 'PSY', 'PSYTHPN', 'BH', 'COGN', 'EMOTDIS']),
  ...pairs('substance-use', ['ETH', 'SUD', 'ETHUD', 'OPIOIDUD']),
  ...pairs('reproductive-health', ['SEX']),
  ...pairs('protected-infection', ['HIV', 'STD']),
  ...pairs('violence', ['VIO', 'SDV', 'MST']),
]);

/** SNOMED CT, single codes (no hierarchy is available without a terminology server). Source: SNOMED CT international edition as Synthea's modules use it. */
export const RESTRICTED_SNOMED: ReadonlyMap<string, RestrictedCategory> = new Map<string, RestrictedCategory>(
  [
    ...pairs('substance-use', [
      '7200002',
      '5602001',
      '55680006',
      '56876005',
      '60112009',
      '61480009',
      '266707007',
      '24165007',
      '226138001',
      '313071005',
      '408935001',
      '408936000',
      '15167005',
      '66590003',
      '191816009',
      '6525002',
      '87132004',
      '361055000',
      '707848009',
      '75544000',
      '231477003',
      '428041000124106',
    ]),
    ...pairs('mental-health', [
      '36923009',
      '370143000',
      '35489007',
      '192127007',
      '406506008',
      '171207006',
      '225337009',
      '718347000',
      '736254008',
      '737434004',
      '79094001',
      '88848003',
      '304822001',
      '386522008',
      '405783006',
      '425680009',
      '47505003',
      '197480006',
      '13746004',
      '58214004',
      '69322001',
      '386257007',
      '52448006',
      '44376007',
      '6471006',
      '82313006',
      '287185009',
      '698957003',
      '112011000119102',
      '26929004',
      '230265002',
    ]),
    ...pairs('reproductive-health', [
      '72892002',
      '10383002',
      '386394001',
      '714812005',
      '19169002',
      '79586000',
      '198992004',
      '398254007',
      '134435003',
      '135892000',
      '169230002',
      '169673001',
      '169690007',
      '169762003',
      '183460006',
      '225158009',
      '252160004',
      '271442007',
      '274804006',
      '312404004',
      '424441002',
      '424619006',
      '443529005',
      '46706006',
      '51116004',
      '65200003',
      '65588006',
      '66348005',
      '68254000',
      '713076009',
      '11466000',
      '85548006',
      '287664005',
      '237001001',
      '243077000',
      '169553002',
      '162864008',
      '47200007',
      '199223000',
      '90226004',
    ]),
    ...pairs('protected-infection', [
      '86406008',
      '62479008',
      '104375008',
      '165829005',
      '269828009',
      '310861008',
      '47758006',
      '28163009',
      '76272004',
      '15628003',
      '240589008',
      '33839006',
      '50711007',
      '66071002',
      '56717001',
      '154283005',
    ]),
    ...pairs('violence', [
      '706893006',
      '225826006',
      '371773006',
      '95922009',
      '248110007',
      '422608009',
      '397940009',
    ]),
  ],
);

/** ICD-10 and ICD-10-CM by range. Source: WHO ICD-10, chapters I, V, XV, XX and XXI; ICD-10-CM FY2024 where it differs. */
const ICD10: readonly [RestrictedCategory, RegExp][] = [
  ['substance-use', /^(?:F1[0-689]|T40|X4[125]|X6[125]|Z71\.[45]|Z72\.2|K70|G31\.2|O99\.3)/],
  ['mental-health', /^(?:F0[0-9]|F[2-9][0-9]|X[67][0-9]|X8[0-4]|R45\.8|T14\.91|Z91\.5)/],
  ['reproductive-health', /^(?:O[0-9]|Z3[0-9]|N97|N46|A34)/],
  ['protected-infection', /^(?:B2[0-4]|Z21|R75|A5[0-9]|A6[0-4]|B1[5-9]|A1[5-9]|Z20\.[256]|Z22\.5)/],
  ['violence', /^(?:T74|T76|Y0[5-7]|Z69|Z63\.0)/],
];

/** LOINC, single codes. Source: LOINC 2.77: HIV, hepatitis B and C, syphilis, chlamydia, gonorrhoea, pregnancy tests, PHQ, GAD, AUDIT, DAST, C-SSRS, drug screens. */
export const RESTRICTED_LOINC: ReadonlyMap<string, RestrictedCategory> = new Map<string, RestrictedCategory>([
  ...pairs('protected-infection', [
    '75622-1',
    '56888-1',
    '7917-8',
    '29893-5',
    '25836-8',
    '20447-9',
    '24012-7',
    '68961-2',
    '80387-4',
    '10351-5',
    '24467-3',
    '8128-1',
    '5195-3',
    '16128-1',
    '13955-0',
    '11011-4',
    '20507-0',
    '20508-8',
    '22587-0',
    '24110-9',
    '21613-5',
    '24111-7',
    '36902-5',
    '45084-1',
  ]),
  ...pairs('reproductive-health', [
    '2106-3',
    '2118-8',
    '19080-1',
    '2110-5',
    '82810-3',
    '11636-8',
    '11996-6',
    '57714-8',
  ]),
  ...pairs('mental-health', [
    '44249-1',
    '44261-6',
    '55758-7',
    '69737-5',
    '70274-6',
    '73831-0',
    '73832-8',
    '89204-2',
    '93373-9',
    '71354-5',
    '72172-0',
  ]),
  ...pairs('substance-use', [
    '72109-2',
    '75624-7',
    '75626-2',
    '82667-7',
    '82666-9',
    '72110-0',
    '5643-2',
    '3397-7',
    '3879-4',
    '19295-5',
    '3426-4',
  ]),
]);

/** ATC groups. Source: WHO ATC/DDD Index 2024. */
const ATC: readonly [RestrictedCategory, RegExp][] = [
  ['substance-use', /^N07B(?:B|C)/], // drugs used in alcohol and opioid dependence (N07BA is nicotine)
  ['mental-health', /^(?:N05|N06A|N06B|N06C|N06D)/], // psycholeptics, antidepressants, psychostimulants, anti-dementia drugs
  ['reproductive-health', /^(?:G02A|G02B|G03A|G03G|G03XB)/], // oxytocics, contraceptives, ovulation stimulants, progesterone receptor modulators
  ['protected-infection', /^(?:J05AE|J05AF|J05AG|J05AJ|J05AP|J05AR|J04A)/], // HIV, hepatitis B and C, tuberculosis
];

/**
 * Ingredients of the ATC groups above, for RxNorm and CVX whose hierarchies are not available offline: matched as words in the
 * coding's display. Source: WHO ATC/DDD Index 2024, and RxNorm's brand names where Synthea writes those.
 */
const INGREDIENTS: readonly [RestrictedCategory, RegExp][] = [
  [
    'substance-use',
    /\b(?:naltrexone|buprenorphine|methadone|disulfiram|acamprosate|nalmefene|lofexidine|suboxone|antabuse)\b/i,
  ],
  [
    'mental-health',
    /\b(?:fluoxetine|sertraline|paroxetine|citalopram|escitalopram|fluvoxamine|venlafaxine|desvenlafaxine|duloxetine|bupropion|mirtazapine|trazodone|amitriptyline|nortriptyline|imipramine|clomipramine|lithium|quetiapine|olanzapine|risperidone|aripiprazole|ziprasidone|haloperidol|clozapine|paliperidone|lurasidone|chlorpromazine|diazepam|lorazepam|clonazepam|alprazolam|temazepam|oxazepam|buspirone|zolpidem|zopiclone|eszopiclone|methylphenidate|atomoxetine|lisdexamfetamine|amphetamine|dextroamphetamine|donepezil|galantamine|rivastigmine|memantine)\b/i,
  ],
  [
    'reproductive-health',
    /\b(?:medroxyprogesterone|levonorgestrel|norethindrone|norgestimate|drospirenone|etonogestrel|desogestrel|ulipristal|mifepristone|misoprostol|clomiphene|ethinyl estradiol|oxytocin|intrauterine system|nuvaring|mirena|liletta|kyleena|yaz|camila|errin|jolivette|levora|seasonique|trinessa|nexplanon)\b|\b(?:28|91) day pack\b/i,
  ],
  [
    'protected-infection',
    /\b(?:tenofovir|emtricitabine|lamivudine|abacavir|zidovudine|efavirenz|nevirapine|rilpivirine|doravirine|dolutegravir|bictegravir|raltegravir|cabotegravir|darunavir|atazanavir|ritonavir|lopinavir|entecavir|sofosbuvir|ledipasvir|velpatasvir|glecaprevir|pibrentasvir|isoniazid|rifampi(?:n|cin)|pyrazinamide|ethambutol|bedaquiline|truvada|descovy|biktarvy)\b/i,
  ],
];

/**
 * Wording, as the last net under codes that no table knows (local codes, other languages' editions keep English displays). Terms are those of
 * the ICD-10 chapters and HL7 sensitivity categories above. "Tobacco" and "smoker" are left out on purpose (42 CFR Part 2).
 */
const WORDING: readonly [RestrictedCategory, RegExp][] = [
  [
    'substance-use',
    /alcohol|opioid (?:abuse|dependence|use)|substance (?:abuse|use|misuse|dependence)|drug (?:abuse|dependence|addiction|overdose|rehabilitation|detoxification|misuse)|addict|cocaine|heroin|cannabis (?:abuse|dependence|use)|detoxification|narcotic dependence/i,
  ],
  [
    'mental-health',
    /depress(?:ion|ive)|psychiatr|psycho(?:log|therap|dynamic|sis|tic|social)|mental (?:health|disorder|illness|status)|suicid|self[- ]harm|bipolar|schizo|anxiety|panic disorder|post[- ]?traumatic stress|obsessive|anorexia nervosa|bulimia|attention deficit|hyperactivity|autis|dementia|demential|alzheimer|personality disorder|behaviou?ral therapy|inattention|overactivity/i,
  ],
  [
    'reproductive-health',
    /pregnan|abortion|contracep|intrauterine (?:device|system|contraceptive)|antenatal|prenatal|postnatal|antepartum|postpartum|obstetric|miscarriage|childbirth|following birth|of mother|labou?r(?:$|\s|,)(?!atory)|fetal|fetus|f(?:o)?etal heart|uterine fundal|eclampsia|episiotomy|c(?:a)?esarean|tubal ligation|vasectomy|infertil|in vitro fertili[sz]ation|menstrua|sexual (?:activity|orientation|health)|gender (?:identity|dysphoria)|premature birth|rhd passive|chromosomal aneuploidy/i,
  ],
  [
    'protected-infection',
    /\bHIV\b|human immunodeficiency|\bAIDS\b|sexually transmitted|syphilis|treponema|rapid plasma reagin|gonorrh|chlamydia|hepatitis [BC]\b|tubercul|\bCD4\b|genital herpes|trichomonas/i,
  ],
  ['violence', /sexual assault|domestic (?:abuse|violence)|intimate partner|child abuse|\brape\b|victim of/i],
];

const CODE_SYSTEM_ICD10 = /icd-?10|2\.16\.840\.1\.113883\.6\.(?:3|90)$/i;

/** A restricted coding, with where in this file it is listed. */
export interface RestrictedMatch {
  readonly category: RestrictedCategory;
  readonly by: 'snomed' | 'icd10' | 'loinc' | 'atc' | 'diary' | 'ingredient' | 'wording';
}

/** Whether a coding names protected content. */
export function matchCoding(
  system: string | undefined,
  code: string | undefined,
  display: string | undefined,
): RestrictedMatch | undefined {
  if (code !== undefined) {
    // What a person writes about the own mood, whether or not its source labelled it.
    if (system === MOOD_DIARY_SYSTEM) return { category: 'mental-health', by: 'diary' };
    if (system === 'http://snomed.info/sct') {
      const category = RESTRICTED_SNOMED.get(code);
      if (category) return { category, by: 'snomed' };
    } else if (system === 'http://loinc.org') {
      const category = RESTRICTED_LOINC.get(code);
      if (category) return { category, by: 'loinc' };
    } else if (system === 'http://www.whocc.no/atc') {
      const hit = ATC.find(([, pattern]) => pattern.test(code));
      if (hit) return { category: hit[0], by: 'atc' };
    } else if (system !== undefined && CODE_SYSTEM_ICD10.test(system)) {
      const hit = ICD10.find(([, pattern]) => pattern.test(code));
      if (hit) return { category: hit[0], by: 'icd10' };
    }
  }
  return display === undefined ? undefined : matchWording(display);
}

const wordingCache = new Map<string, RestrictedMatch | undefined>();

/** Whether free text or a display speaks of protected content. */
export function matchWording(text: string): RestrictedMatch | undefined {
  if (text.length > 200) return findWording(text);
  if (!wordingCache.has(text)) {
    if (wordingCache.size > 20_000) wordingCache.clear();
    wordingCache.set(text, findWording(text));
  }
  return wordingCache.get(text);
}

function findWording(text: string): RestrictedMatch | undefined {
  const ingredient = INGREDIENTS.find(([, pattern]) => pattern.test(text));
  if (ingredient) return { category: ingredient[0], by: 'ingredient' };
  const word = WORDING.find(([, pattern]) => pattern.test(text));
  return word && { category: word[0], by: 'wording' };
}

function pairs(category: RestrictedCategory, codes: readonly string[]): [string, RestrictedCategory][] {
  return codes.map((code) => [code, category]);
}
