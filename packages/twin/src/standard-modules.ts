/**
 * The modules that Twinseal brings along, as the JSON that a user's own would be. Code sets name their source; thresholds are those of the guideline
 * named beside them, and none of them is a diagnosis. LOINC codes are of version 2.77, ATC of the WHO ATC/DDD Index 2024.
 */
import { MOOD_DIARY_SYSTEM, PILL_BOTTLE_SYSTEM } from '@twinseal/health';
import { type CodeSet, type ModuleDefinition, parseModuleDefinition } from './module-definition.js';

const loinc = (...values: string[]): CodeSet => ({ system: 'http://loinc.org', values });
const snomed = (...values: string[]): CodeSet => ({ system: 'http://snomed.info/sct', values });
const icd10 = (...prefixes: string[]): CodeSet[] =>
  ['http://hl7.org/fhir/sid/icd-10', 'http://hl7.org/fhir/sid/icd-10-cm'].map((system) => ({
    system,
    prefixes,
  }));
const atc = (...prefixes: string[]): CodeSet => ({ system: 'http://www.whocc.no/atc', prefixes });
const of = (...resources: string[]): ModuleDefinition['select'] =>
  resources.map((resource) => ({ resource }));
const module = (definition: Omit<ModuleDefinition, 'format' | 'version' | 'revision'>): ModuleDefinition =>
  parseModuleDefinition({ format: 'twinseal/module', version: 1, revision: '1.0.0', ...definition });

/** What pill-bottle monitors say of a person's doses; what they say of themselves (a test, a reminder that was sent) is status and goes to `other`. */
const BOTTLE_EVENTS = [
  'opening',
  'closing',
  'no-opening',
  'monitoring-paused',
  'dose-pending',
  'other-opening',
];
const BLOOD_PRESSURE = [loinc('55284-4', '85354-9')];
const CGM = [loinc('105272-9', '99504-3')];
const CGM_CONSENSUS = 'Battelino T. et al., Diabetes Care 2019;42(8):1593-1603';
const KDIGO_2024 = 'KDIGO 2024 Clinical Practice Guideline for CKD';
const NEWS2 = 'Royal College of Physicians, National Early Warning Score (NEWS) 2, 2017, chart 1';
const GLUCOSE_MOLAR_MASS = 180.156;

/** The fourteen standard modules and `restricted`, which takes the protected content that no other module is for. */
export const STANDARD_MODULES: readonly ModuleDefinition[] = [
  module({
    id: 'identity',
    title: 'Identity',
    summary: 'Who the patient is, who treats, and where; and what was stripped from other modules.',
    sensitivity: 'sensitive',
    exclusive: true,
    select: of(
      'Patient',
      'Person',
      'RelatedPerson',
      'Practitioner',
      'PractitionerRole',
      'Organization',
      'OrganizationAffiliation',
      'Location',
      'HealthcareService',
      'Endpoint',
    ),
  }),
  module({
    id: 'billing',
    title: 'Billing',
    summary: 'Claims, benefits and coverage; they repeat diagnoses.',
    sensitivity: 'never-by-default',
    exclusive: true,
    select: of(
      'Claim',
      'ClaimResponse',
      'ExplanationOfBenefit',
      'Coverage',
      'CoverageEligibilityRequest',
      'CoverageEligibilityResponse',
      'Account',
      'Invoice',
      'ChargeItem',
      'PaymentNotice',
      'PaymentReconciliation',
      'EnrollmentRequest',
      'EnrollmentResponse',
      'InsurancePlan',
      'Contract',
    ),
  }),
  module({
    id: 'cardiovascular',
    title: 'Cardiovascular',
    summary: 'Blood pressure, heart rate, lipids, cardiac markers and the conditions they belong to.',
    sensitivity: 'normal',
    select: [
      {
        resource: 'Observation',
        codes: [
          loinc(
            '55284-4',
            '85354-9',
            '8480-6',
            '8462-4',
            '8867-4',
            '2093-3',
            '2085-9',
            '18262-6',
            '13457-7',
            '2571-8',
            '33762-6',
            '10230-1',
            '6598-7',
            '89579-7',
          ),
        ],
      },
      { resource: 'DiagnosticReport', codes: [loinc('57698-3', '55405-5', '11524-6')] },
      {
        resource: 'Condition',
        codes: [
          snomed(
            '59621000',
            '38341003',
            '53741008',
            '22298006',
            '49436004',
            '88805009',
            '230690007',
            '55822004',
            '84114007',
            '429007001',
          ),
          ...icd10('I'),
        ],
      },
      {
        resource: 'Procedure',
        codes: [snomed('180325003', '18286008', '232717009', '433236007', '415070008')],
      },
      { resource: 'MedicationRequest', codes: [atc('C')] },
      { resource: 'MedicationStatement', codes: [atc('C')] },
      { resource: 'MedicationAdministration', codes: [atc('C')] },
    ],
    measures: [
      {
        id: 'systolic',
        title: 'Systolic blood pressure',
        resource: 'Observation',
        codes: BLOOD_PRESSURE,
        component: [loinc('8480-6')],
        unit: 'mm[Hg]',
        plausible: {
          low: 30,
          high: 370,
          source:
            'highest recorded intra-arterial 370/360 mm[Hg] (Narloch & Brandstater, Arch Phys Med Rehabil 1995;76:457)',
        },
      },
      {
        id: 'diastolic',
        title: 'Diastolic blood pressure',
        resource: 'Observation',
        codes: BLOOD_PRESSURE,
        component: [loinc('8462-4')],
        unit: 'mm[Hg]',
        plausible: { low: 10, high: 360, source: 'Narloch & Brandstater 1995, as for systolic' },
      },
      {
        id: 'heart-rate',
        title: 'Heart rate',
        resource: 'Observation',
        codes: [loinc('8867-4')],
        unit: '/min',
        plausible: { low: 10, high: 350, source: 'beyond any rate that a ventricle follows' },
      },
      {
        id: 'ldl',
        title: 'LDL cholesterol',
        resource: 'Observation',
        codes: [loinc('18262-6', '13457-7')],
        unit: 'mg/dL',
        molarMass: 386.65,
      },
    ],
    derived: [
      {
        id: 'mean-arterial-pressure',
        title: 'Mean arterial pressure',
        unit: 'mm[Hg]',
        expression: '(systolic + 2 * diastolic) / 3',
        withinHours: 0.1,
        source: 'Usual approximation: diastolic pressure and a third of the pulse pressure',
      },
    ],
    flags: [
      {
        id: 'systolic-high',
        title: 'Systolic blood pressure high',
        severity: 'warning',
        measure: 'systolic',
        atLeast: 140,
        clear: 135,
        count: 2,
        missingAfterDays: 400,
        source:
          '2018 ESC/ESH Guidelines for arterial hypertension, section 3.1: office 140/90 mm[Hg], repeated; lowered again at 135 (margin ours)',
      },
      {
        id: 'diastolic-high',
        title: 'Diastolic blood pressure high',
        severity: 'warning',
        measure: 'diastolic',
        atLeast: 90,
        clear: 85,
        count: 2,
        missingAfterDays: 400,
        source:
          '2018 ESC/ESH Guidelines for arterial hypertension, section 3.1; lowered again at 85 (margin ours)',
      },
      {
        id: 'systolic-crisis',
        title: 'Systolic blood pressure very high',
        severity: 'urgent',
        measure: 'systolic',
        atLeast: 180,
        clear: 160,
        missingAfterDays: 400,
        source:
          '2018 ESC/ESH Guidelines for arterial hypertension, section 3.1, grade 3; lowered again at grade 2',
      },
    ],
  }),
  module({
    id: 'glucose',
    title: 'Glucose and metabolic',
    summary:
      'Glucose by sensor and laboratory, haemoglobin A1c, insulin and other antidiabetics, meals, weight, diabetes.',
    sensitivity: 'normal',
    select: [
      {
        resource: 'Observation',
        codes: [
          ...CGM,
          loinc(
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
            '39156-5',
            '29463-7',
          ),
        ],
      },
      {
        resource: 'Observation',
        codes: [{ system: 'https://doi.org/10.5281/zenodo.15169263', values: ['meal'] }],
      },
      {
        resource: 'Condition',
        codes: [
          snomed(
            '44054006',
            '46635009',
            '73211009',
            '15777000',
            '237602007',
            '80394007',
            '162864005',
            '127013003',
            '1501000119109',
            '1551000119108',
          ),
          ...icd10('E08', 'E09', 'E10', 'E11', 'E12', 'E13', 'E14', 'E66', 'R73'),
        ],
      },
      { resource: 'MedicationRequest', codes: [atc('A10')] },
      {
        resource: 'MedicationRequest',
        where:
          "medication.coding.display.lower().contains('insulin') or medication.coding.display.lower().contains('metformin')",
      },
      { resource: 'MedicationStatement', codes: [atc('A10')] },
      { resource: 'MedicationAdministration', codes: [atc('A10')] },
    ],
    measures: [
      {
        id: 'sensor-glucose',
        title: 'Sensor glucose',
        resource: 'Observation',
        codes: CGM,
        unit: 'mmol/L',
        molarMass: GLUCOSE_MOLAR_MASS,
        plausible: { low: 0.1, high: 150, source: 'as for collection: beyond sensors, beyond survivors' },
      },
      {
        id: 'hba1c',
        title: 'Haemoglobin A1c',
        resource: 'Observation',
        codes: [loinc('4548-4', '17856-6')],
        unit: '%',
      },
    ],
    derived: [
      {
        id: 'mean-glucose',
        title: 'Mean sensor glucose, 14 days',
        unit: 'mmol/L',
        aggregate: { measure: 'sensor-glucose', statistic: 'mean', days: 14, atLeast: 288 },
        source: `${CGM_CONSENSUS}, table 1`,
      },
      {
        id: 'time-in-range',
        title: 'Time in range 3.9-10.0 mmol/L, 14 days',
        unit: '%',
        aggregate: {
          measure: 'sensor-glucose',
          statistic: 'percent-within',
          days: 14,
          low: 3.9,
          high: 10,
          atLeast: 288,
        },
        source: `${CGM_CONSENSUS}, table 1`,
      },
      {
        id: 'glucose-variability',
        title: 'Glucose variability (CV), 14 days',
        unit: '%',
        aggregate: {
          measure: 'sensor-glucose',
          statistic: 'coefficient-of-variation',
          days: 14,
          atLeast: 288,
        },
        source: `${CGM_CONSENSUS}, table 1`,
      },
    ],
    flags: [
      {
        id: 'hypoglycaemia-2',
        title: 'Glucose very low',
        severity: 'urgent',
        measure: 'sensor-glucose',
        below: 3,
        clear: 3.9,
        forMinutes: 15,
        missingAfterDays: 1,
        source: `${CGM_CONSENSUS}: level 2, below 3.0 mmol/L for at least 15 minutes; lowered again at 3.9`,
      },
      {
        id: 'hyperglycaemia-2',
        title: 'Glucose very high',
        severity: 'warning',
        measure: 'sensor-glucose',
        above: 13.9,
        clear: 10,
        forMinutes: 15,
        missingAfterDays: 1,
        source: `${CGM_CONSENSUS}: level 2, above 13.9 mmol/L for at least 15 minutes; lowered again at 10.0`,
      },
      {
        id: 'time-in-range-low',
        title: 'Time in range below target',
        severity: 'information',
        measure: 'time-in-range',
        below: 70,
        missingAfterDays: 14,
        source: `${CGM_CONSENSUS}, table 3: more than 70 % for most people with type 1 or type 2 diabetes`,
      },
      {
        id: 'hba1c-high',
        title: 'Haemoglobin A1c above target',
        severity: 'information',
        measure: 'hba1c',
        atLeast: 7,
        missingAfterDays: 200,
        source:
          'ADA Standards of Care in Diabetes 2024, section 6, recommendation 6.3a: below 7 % for many adults',
      },
    ],
  }),
  module({
    id: 'renal',
    title: 'Renal',
    summary: 'Kidney function, electrolytes, albuminuria and kidney disease.',
    sensitivity: 'normal',
    select: [
      {
        resource: 'Observation',
        codes: [
          loinc(
            '33914-3',
            '62238-1',
            '98979-8',
            '48642-3',
            '38483-4',
            '2160-0',
            '14682-9',
            '6299-2',
            '3094-0',
            '14959-1',
            '9318-7',
            '6298-4',
            '2823-3',
            '2947-0',
            '2951-2',
            '2069-3',
            '2075-0',
            '20565-8',
            '2028-9',
          ),
        ],
      },
      { resource: 'DiagnosticReport', codes: [loinc('51990-0', '24321-2', '24356-8', '24357-6')] },
      {
        resource: 'Condition',
        codes: [
          snomed('431855005', '431856006', '433144002', '431857002', '433146000', '127013003', '709044004'),
          ...icd10('N0', 'N1', 'N2', 'I12', 'I13'),
        ],
      },
    ],
    measures: [
      {
        id: 'egfr',
        title: 'Estimated glomerular filtration rate',
        resource: 'Observation',
        codes: [loinc('33914-3', '62238-1', '98979-8', '48642-3')],
        unit: 'mL/min/{1.73_m2}',
      },
      {
        id: 'potassium',
        title: 'Potassium',
        resource: 'Observation',
        codes: [loinc('6298-4', '2823-3')],
        unit: 'mmol/L',
        plausible: { low: 0.5, high: 15, source: 'beyond any reported survivor' },
      },
      {
        id: 'albumin-creatinine',
        title: 'Urine albumin-creatinine ratio',
        resource: 'Observation',
        codes: [loinc('14959-1', '9318-7')],
        unit: 'mg/g',
      },
    ],
    flags: [
      {
        id: 'egfr-low',
        title: 'Kidney function reduced',
        severity: 'warning',
        measure: 'egfr',
        below: 60,
        count: 2,
        missingAfterDays: 400,
        source: `${KDIGO_2024}, table 1: below 60 mL/min/1.73 m2 (for more than three months; here: two values in a row)`,
      },
      {
        id: 'egfr-falling',
        title: 'Kidney function falling',
        severity: 'warning',
        measure: 'egfr',
        slopePerDay: { below: -0.0137, days: 730, atLeast: 4 },
        missingAfterDays: 400,
        source:
          'KDIGO 2012 CKD guideline, 2.1.3: rapid progression, a sustained decline of more than 5 mL/min/1.73 m2 a year',
      },
      {
        id: 'potassium-high',
        title: 'Potassium high',
        severity: 'urgent',
        measure: 'potassium',
        atLeast: 6.5,
        clear: 5.5,
        missingAfterDays: 400,
        source:
          'UK Kidney Association, Hyperkalaemia guideline 2023: severe from 6.5 mmol/L; lowered again at 5.5',
      },
      {
        id: 'albuminuria',
        title: 'Albumin in urine',
        severity: 'information',
        measure: 'albumin-creatinine',
        atLeast: 30,
        missingAfterDays: 400,
        source: `${KDIGO_2024}, table 1: A2 from 30 mg/g`,
      },
    ],
  }),
  module({
    id: 'respiratory',
    title: 'Respiratory',
    summary: 'Oxygen saturation, breathing, lung function, asthma and COPD.',
    sensitivity: 'normal',
    select: [
      {
        resource: 'Observation',
        codes: [loinc('59408-5', '2708-6', '9279-1', '20150-9', '19926-5', '33452-4')],
      },
      {
        resource: 'Condition',
        codes: [
          snomed(
            '195967001',
            '233678006',
            '185086009',
            '13645005',
            '233604007',
            '10509002',
            '444814009',
            '75498004',
            '87433001',
          ),
          ...icd10('J'),
        ],
      },
      { resource: 'Procedure', codes: [snomed('23426006', '171231001', '173160006')] },
      { resource: 'CarePlan', codes: [snomed('699728000', '53950000')] },
      { resource: 'MedicationRequest', codes: [atc('R03')] },
      { resource: 'MedicationStatement', codes: [atc('R03')] },
    ],
    measures: [
      {
        id: 'oxygen-saturation',
        title: 'Oxygen saturation',
        resource: 'Observation',
        codes: [loinc('59408-5', '2708-6')],
        unit: '%',
        plausible: {
          low: 20,
          high: 100,
          source: 'a saturation; lower ones are readings of a slipped sensor',
        },
      },
      {
        id: 'respiratory-rate',
        title: 'Respiratory rate',
        resource: 'Observation',
        codes: [loinc('9279-1')],
        unit: '/min',
      },
    ],
    flags: [
      {
        id: 'oxygen-low',
        title: 'Oxygen saturation low',
        severity: 'urgent',
        measure: 'oxygen-saturation',
        atMost: 91,
        clear: 94,
        missingAfterDays: 400,
        source: `${NEWS2}: 91 % or less scores 3 (scale 1); lowered again at 94 %`,
      },
      {
        id: 'breathing-fast',
        title: 'Breathing fast',
        severity: 'urgent',
        measure: 'respiratory-rate',
        atLeast: 25,
        clear: 20,
        missingAfterDays: 400,
        source: `${NEWS2}: 25 a minute or more scores 3; lowered again at 20`,
      },
    ],
  }),
  module({
    id: 'mental-health',
    title: 'Mental health',
    summary:
      'Conditions, treatments, questionnaires and diaries of mental health. Protected: what belongs here belongs nowhere else.',
    sensitivity: 'never-by-default',
    restricted: ['mental-health'],
    select: [],
    measures: [
      {
        id: 'mood',
        title: 'Mood by the diary, 1 (worst) to 5 (best)',
        resource: 'Observation',
        codes: [{ system: MOOD_DIARY_SYSTEM, values: ['mood'] }],
        component: [{ system: MOOD_DIARY_SYSTEM, values: ['mood-level'] }],
        unit: '{score}',
        plausible: { low: 1, high: 5, source: 'the scale of the diary' },
      },
      {
        id: 'phq9',
        title: 'PHQ-9 total score',
        resource: 'Observation',
        codes: [loinc('44261-6')],
        unit: '{score}',
        plausible: { low: 0, high: 27, source: 'nine items of 0 to 3' },
      },
      {
        id: 'gad7',
        title: 'GAD-7 total score',
        resource: 'Observation',
        codes: [loinc('70274-6')],
        unit: '{score}',
        plausible: { low: 0, high: 21, source: 'seven items of 0 to 3' },
      },
    ],
    flags: [
      {
        id: 'phq9-high',
        title: 'Depressive symptoms',
        severity: 'warning',
        measure: 'phq9',
        atLeast: 10,
        clear: 4,
        missingAfterDays: 200,
        source:
          'Kroenke K. et al., J Gen Intern Med 2001;16:606-613: 10 or more; lowered again below 5 (remission)',
      },
      {
        id: 'gad7-high',
        title: 'Anxiety symptoms',
        severity: 'warning',
        measure: 'gad7',
        atLeast: 10,
        clear: 4,
        missingAfterDays: 200,
        source: 'Spitzer R. L. et al., Arch Intern Med 2006;166:1092-1097: 10 or more; lowered again below 5',
      },
    ],
  }),
  module({
    id: 'medications',
    title: 'Medications',
    summary: 'What is ordered, dispensed, given and taken, and when the bottle was opened.',
    sensitivity: 'normal',
    select: [
      ...of(
        'MedicationRequest',
        'MedicationAdministration',
        'MedicationDispense',
        'MedicationStatement',
        'Medication',
      ),
      {
        resource: 'Observation',
        codes: [{ system: PILL_BOTTLE_SYSTEM, values: BOTTLE_EVENTS }],
      },
    ],
    interactions: { lists: ['onc-high-priority', 'hl7-pddi'], missingAfterDays: 400 },
  }),
  module({
    id: 'allergies',
    title: 'Allergies and intolerances',
    summary: 'Allergies, intolerances and adverse events.',
    sensitivity: 'normal',
    select: of('AllergyIntolerance', 'AdverseEvent'),
  }),
  module({
    id: 'immunisations',
    title: 'Immunisations and infections',
    summary: 'Vaccinations, and infections that no law protects more strongly.',
    sensitivity: 'normal',
    select: [
      ...of('Immunization', 'ImmunizationRecommendation', 'ImmunizationEvaluation'),
      {
        resource: 'Condition',
        codes: [
          snomed(
            '195662009',
            '43878008',
            '10509002',
            '444814009',
            '75498004',
            '233604007',
            '65363002',
            '840539006',
          ),
          ...icd10('A', 'B', 'U07'),
        ],
      },
    ],
  }),
  module({
    id: 'laboratory',
    title: 'Laboratory and vital signs',
    summary: 'Laboratory results, vital signs, reports and specimens.',
    sensitivity: 'normal',
    select: [
      {
        resource: 'Observation',
        category: ['laboratory', 'vital-signs', 'vital-sign', 'exam', 'imaging', 'procedure'],
        where: "code.coding.where(code = '105272-9' or code = '99504-3').empty()",
      },
      ...of('DiagnosticReport', 'Specimen'),
    ],
  }),
  module({
    id: 'activity-sleep',
    title: 'Activity and sleep',
    summary: 'Steps, exercise, energy and sleep.',
    sensitivity: 'normal',
    select: [
      {
        resource: 'Observation',
        codes: [
          loinc('55423-8', '41950-7', '41981-2', '55424-6', '93832-4', '93830-8', '73985-4', '55411-3'),
        ],
      },
      { resource: 'Observation', category: ['activity'] },
    ],
    measures: [
      {
        id: 'sleep',
        title: 'Sleep duration',
        resource: 'Observation',
        codes: [loinc('93832-4')],
        unit: 'h',
        plausible: { low: 0, high: 24, source: 'hours of a day' },
      },
      {
        id: 'steps',
        title: 'Steps',
        resource: 'Observation',
        codes: [loinc('55423-8', '41950-7')],
        unit: '{steps}',
        plausible: { low: 0, high: 200000, source: 'beyond 24 h of walking at 2 steps a second' },
      },
    ],
    derived: [
      {
        id: 'mean-sleep',
        title: 'Mean sleep, 14 days',
        unit: 'h',
        aggregate: { measure: 'sleep', statistic: 'mean', days: 14, atLeast: 7 },
        source: 'Watson N. F. et al. (AASM and SRS), Sleep 2015;38(6):843-844',
      },
    ],
    flags: [
      {
        id: 'sleep-short',
        title: 'Little sleep',
        severity: 'information',
        measure: 'mean-sleep',
        below: 7,
        missingAfterDays: 14,
        source:
          'Watson N. F. et al. (AASM and SRS), Sleep 2015;38(6):843-844: adults should sleep 7 hours or more',
      },
    ],
  }),
  module({
    id: 'conditions',
    title: 'Conditions and encounters',
    summary: 'Problems, procedures, encounters, plans and goals.',
    sensitivity: 'normal',
    select: of(
      'Condition',
      'Procedure',
      'Encounter',
      'EpisodeOfCare',
      'CarePlan',
      'CareTeam',
      'Goal',
      'FamilyMemberHistory',
      'ClinicalImpression',
      'DetectedIssue',
      'Flag',
      'RiskAssessment',
    ),
  }),
  module({
    id: 'restricted',
    title: 'Restricted',
    summary:
      'Protected content that no other module is for: substance use, reproductive health, protected infections, violence, and what labels restrict.',
    sensitivity: 'never-by-default',
    restricted: ['substance-use', 'reproductive-health', 'protected-infection', 'violence'],
    select: [],
  }),
  module({
    id: 'other',
    title: 'Other',
    summary: 'What no other module selects, and the status of devices.',
    sensitivity: 'never-by-default',
    select: of('Device', 'DeviceMetric', 'DeviceUseStatement'),
  }),
];
