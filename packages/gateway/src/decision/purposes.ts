/**
 * Why a record is read: the codes of HL7's value set PurposeOfUse (http://terminology.hl7.org/ValueSet/v3-PurposeOfUse, OID 2.16.840.1.113883.1.11.20448), which is
 * every concept of the code system ActReason (http://terminology.hl7.org/CodeSystem/v3-ActReason, 2018-08-12, as FHIR R4 publishes it) that is a PurposeOfUse. The concept
 * `PurposeOfUse` itself is a heading and says nothing, and so is left out. HL7 Terminology is CC0.
 */

/** By code: the concept above it, and its name. */
const CONCEPTS = {
  HMARKT: ['PurposeOfUse', 'healthcare marketing'],
  HOPERAT: ['PurposeOfUse', 'healthcare operations'],
  CAREMGT: ['HOPERAT', 'care management'],
  DONAT: ['HOPERAT', 'donation'],
  FRAUD: ['HOPERAT', 'fraud'],
  GOV: ['HOPERAT', 'government'],
  HACCRED: ['HOPERAT', 'health accreditation'],
  HCOMPL: ['HOPERAT', 'health compliance'],
  HDECD: ['HOPERAT', 'decedent'],
  HDIRECT: ['HOPERAT', 'directory'],
  HDM: ['HOPERAT', 'healthcare delivery management'],
  HLEGAL: ['HOPERAT', 'legal'],
  HOUTCOMS: ['HOPERAT', 'health outcome measure'],
  HPRGRP: ['HOPERAT', 'health program reporting'],
  HQUALIMP: ['HOPERAT', 'health quality improvement'],
  HSYSADMIN: ['HOPERAT', 'health system administration'],
  LABELING: ['HSYSADMIN', 'labeling'],
  METAMGT: ['HSYSADMIN', 'metadata management'],
  MEMADMIN: ['HOPERAT', 'member administration'],
  MILCDM: ['HOPERAT', 'military command'],
  PATADMIN: ['HOPERAT', 'patient administration'],
  PATSFTY: ['HOPERAT', 'patient safety'],
  PERFMSR: ['HOPERAT', 'performance measure'],
  RECORDMGT: ['HOPERAT', 'records management'],
  SYSDEV: ['HOPERAT', 'system development'],
  HTEST: ['SYSDEV', 'test health data'],
  TRAIN: ['HOPERAT', 'training'],
  HPAYMT: ['PurposeOfUse', 'healthcare payment'],
  CLMATTCH: ['HPAYMT', 'claim attachment'],
  COVAUTH: ['HPAYMT', 'coverage authorization'],
  COVERAGE: ['HPAYMT', 'coverage under policy or program'],
  ELIGDTRM: ['COVERAGE', 'eligibility determination'],
  ELIGVER: ['COVERAGE', 'eligibility verification'],
  ENROLLM: ['COVERAGE', 'enrollment'],
  MILDCRG: ['COVERAGE', 'military discharge'],
  REMITADV: ['HPAYMT', 'remittance advice'],
  HRESCH: ['PurposeOfUse', 'healthcare research'],
  BIORCH: ['HRESCH', 'biomedical research'],
  CLINTRCH: ['HRESCH', 'clinical trial research'],
  CLINTRCHNPC: ['CLINTRCH', 'clinical trial research without patient care'],
  CLINTRCHPC: ['CLINTRCH', 'clinical trial research with patient care'],
  PRECLINTRCH: ['CLINTRCH', 'preclinical trial research'],
  DSRCH: ['HRESCH', 'disease specific healthcare research'],
  POARCH: ['HRESCH', 'population origins or ancestry healthcare research'],
  TRANSRCH: ['HRESCH', 'translational healthcare research'],
  PATRQT: ['PurposeOfUse', 'patient requested'],
  FAMRQT: ['PATRQT', 'family requested'],
  PWATRNY: ['PATRQT', 'power of attorney'],
  SUPNWK: ['PATRQT', 'support network'],
  PUBHLTH: ['PurposeOfUse', 'public health'],
  DISASTER: ['PUBHLTH', 'disaster'],
  THREAT: ['PUBHLTH', 'threat'],
  TREAT: ['PurposeOfUse', 'treatment'],
  CLINTRL: ['TREAT', 'clinical trial'],
  COC: ['TREAT', 'coordination of care'],
  ETREAT: ['TREAT', 'Emergency Treatment'],
  BTG: ['ETREAT', 'break the glass'],
  ERTREAT: ['ETREAT', 'emergency room treatment'],
  POPHLTH: ['TREAT', 'population health'],
} as const satisfies Readonly<Record<string, readonly [parent: string, name: string]>>;

export type Purpose = keyof typeof CONCEPTS;

/** Every code that may be given as a purpose. */
export const PURPOSES = Object.keys(CONCEPTS) as readonly Purpose[];

export function isPurpose(text: string): text is Purpose {
  return Object.hasOwn(CONCEPTS, text);
}

/** HL7's name of a purpose, in English. */
export function purposeName(purpose: Purpose): string {
  return CONCEPTS[purpose][1];
}

/** Whether one purpose is the other, or a narrower one of it: `BTG` is an `ETREAT`, which is a `TREAT`. */
export function isWithin(purpose: Purpose, wider: Purpose): boolean {
  for (let at: string = purpose; isPurpose(at); at = CONCEPTS[at][0]) if (at === wider) return true;
  return false;
}
