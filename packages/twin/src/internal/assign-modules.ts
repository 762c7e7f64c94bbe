import type { Resource } from '@twinseal/health';
import type { ModuleName } from '../modules.js';

/** Modules for a resource that is not restricted, and the rule that chose them. */
export interface Assignment {
  readonly modules: readonly ModuleName[];
  readonly rule: string;
}

const BY_TYPE: ReadonlyMap<string, ModuleName> = new Map<string, ModuleName>([
  ...of(
    'identity',
    'Patient Person RelatedPerson Practitioner PractitionerRole Organization OrganizationAffiliation Location HealthcareService Endpoint',
  ),
  ...of(
    'billing',
    'Claim ClaimResponse ExplanationOfBenefit Coverage CoverageEligibilityRequest CoverageEligibilityResponse Account Invoice ChargeItem PaymentNotice PaymentReconciliation EnrollmentRequest EnrollmentResponse InsurancePlan Contract',
  ),
  ...of(
    'conditions',
    'Condition AllergyIntolerance Procedure Encounter EpisodeOfCare CarePlan CareTeam Goal FamilyMemberHistory ClinicalImpression AdverseEvent DetectedIssue Flag RiskAssessment',
  ),
  ...of(
    'medications',
    'MedicationRequest MedicationAdministration MedicationDispense MedicationStatement Medication Immunization ImmunizationRecommendation',
  ),
  ...of('laboratory', 'DiagnosticReport Specimen'),
]);

/** Continuous glucose, LOINC: mass and substance concentration in interstitial fluid (HL7 CGM implementation guide). */
export const CGM_LOINC: ReadonlySet<string> = new Set(['105272-9', '99504-3']);

/** Glucose in blood and its long-term measures, LOINC 2.77: blood, serum, plasma, capillary; haemoglobin A1c in % and mmol/mol; GMI; time in range. */
const GLUCOSE_LOINC: ReadonlySet<string> = new Set([
  '2339-0',
  '2345-7',
  '15074-8',
  '14749-6',
  '1558-6',
  '14771-0',
  '41653-7',
  '2340-8',
  '14743-9',
  '32016-8',
  '76629-5',
  '4548-4',
  '17856-6',
  '59261-8',
  '41995-2',
  '97506-0',
  '97507-8',
  '97510-2',
  '104643-2',
  '9059-7',
]);

const LABORATORY_CATEGORIES: ReadonlySet<string> = new Set([
  'laboratory',
  'vital-signs',
  'vital-sign',
  'exam',
  'imaging',
  'procedure',
]);

/** Which modules a resource goes to, were it not restricted. Every resource goes to at least one. */
export function assignModules(resource: Resource): Assignment {
  const type = resource.resourceType;
  if (type === 'Observation') return observation(resource);
  const module = BY_TYPE.get(type);
  if (module === undefined) return { modules: ['other'], rule: `type ${type} has no module of its own` };
  if (module === 'medications' && isInsulin(resource)) {
    return { modules: ['medications', 'glucose'], rule: `type ${type}, and insulin acts on glucose` };
  }
  return { modules: [module], rule: `type ${type}` };
}

function observation(resource: Resource): Assignment {
  const codings = codingsOf(resource.code);
  const loinc = codings.filter((c) => c.system === 'http://loinc.org').map((c) => c.code);
  if (loinc.some((c) => CGM_LOINC.has(c)))
    return { modules: ['glucose'], rule: 'continuous glucose (LOINC)' };
  if (codings.some((c) => c.code === 'meal')) return { modules: ['glucose'], rule: 'a meal acts on glucose' };
  const categories = (Array.isArray(resource.category) ? resource.category : [])
    .flatMap(codingsOf)
    .map((c) => c.code);
  const isGlucose = loinc.some((c) => GLUCOSE_LOINC.has(c));
  if (categories.some((c) => LABORATORY_CATEGORIES.has(c))) {
    return isGlucose
      ? {
          modules: ['laboratory', 'glucose'],
          rule: 'laboratory or vital sign, and a measure of glucose (LOINC)',
        }
      : { modules: ['laboratory'], rule: 'observation category' };
  }
  if (isGlucose) return { modules: ['glucose'], rule: 'a measure of glucose (LOINC)' };
  if (categories.length === 0 && loinc.length > 0 && resource.valueQuantity !== undefined) {
    return { modules: ['laboratory'], rule: 'no category, but a LOINC code and a quantity' };
  }
  return { modules: ['other'], rule: 'an observation that is neither laboratory nor vital sign' };
}

/** Insulin by ATC A10A (WHO ATC/DDD Index), or by name where only RxNorm is given. */
export function isInsulin(resource: Resource): boolean {
  return codingsOf(resource.medicationCodeableConcept ?? resource.code).some(
    (c) =>
      (c.system === 'http://www.whocc.no/atc' && c.code.startsWith('A10A')) ||
      /\binsulin/i.test(c.display ?? ''),
  );
}

/** The codings of a CodeableConcept that have a code; an empty list for anything else. */
export function codingsOf(concept: unknown): { system?: string; code: string; display?: string }[] {
  const coding = (concept as { coding?: unknown } | undefined)?.coding;
  if (!Array.isArray(coding)) return [];
  return coding.filter(
    (c): c is { code: string } => typeof (c as { code?: unknown } | null)?.code === 'string',
  );
}

function of(module: ModuleName, types: string): [string, ModuleName][] {
  return types.split(' ').map((type) => [type, module]);
}
