/**
 * Schemas that Open mHealth's own refer to or have test data for, but that stand elsewhere: four of IEEE 1752.1 (percentages, ambient sound, time frames without a part of the day), and Granola's
 * for HealthKit samples. Written here after the published standard and Apple's HealthKit reference, not copied: an open set of HealthKit's identifiers is
 * closed to those that Apple lists.
 */

/** HKQuantityTypeIdentifier…, https://developer.apple.com/documentation/healthkit/hkquantitytypeidentifier */
const QUANTITY_TYPES =
  'ActiveEnergyBurned AppleExerciseTime AppleStandTime BasalBodyTemperature BasalEnergyBurned BloodAlcoholContent BloodGlucose BloodPressureDiastolic BloodPressureSystolic BodyFatPercentage BodyMass BodyMassIndex BodyTemperature DietaryBiotin DietaryCaffeine DietaryCalcium DietaryCarbohydrates DietaryChloride DietaryCholesterol DietaryChromium DietaryCopper DietaryEnergyConsumed DietaryFatMonounsaturated DietaryFatPolyunsaturated DietaryFatSaturated DietaryFatTotal DietaryFiber DietaryFolate DietaryIodine DietaryIron DietaryMagnesium DietaryManganese DietaryMolybdenum DietaryNiacin DietaryPantothenicAcid DietaryPhosphorus DietaryPotassium DietaryProtein DietaryRiboflavin DietarySelenium DietarySodium DietarySugar DietaryThiamin DietaryVitaminA DietaryVitaminB12 DietaryVitaminB6 DietaryVitaminC DietaryVitaminD DietaryVitaminE DietaryVitaminK DietaryWater DietaryZinc DistanceCycling DistanceSwimming DistanceWalkingRunning DistanceWheelchair ElectrodermalActivity FlightsClimbed ForcedExpiratoryVolume1 ForcedVitalCapacity HeartRate HeartRateVariabilitySDNN Height InhalerUsage InsulinDelivery LeanBodyMass NikeFuel NumberOfTimesFallen OxygenSaturation PeakExpiratoryFlowRate PeripheralPerfusionIndex PushCount RespiratoryRate RestingHeartRate StepCount SwimmingStrokeCount UVExposure VO2Max WaistCircumference WalkingHeartRateAverage'
    .split(' ')
    .map((t) => `HKQuantityTypeIdentifier${t}`);
const CORRELATION_TYPES = ['HKCorrelationTypeIdentifierBloodPressure', 'HKCorrelationTypeIdentifierFood'];

const METADATA = { $ref: 'hk-metadata-1.0' };
const DATE_TIME = { $ref: 'date-time-1.0' };
const DURATION = { $ref: 'duration-unit-value-1.0' };
const both = (a: string, first: object, b: string, second: object): object => ({
  required: [a, b],
  properties: { [a]: first, [b]: second },
});
const TIME_FRAME = { $ref: 'time-frame-1.0' };
const someOf = (name: string, of: string): object => ({
  required: [name],
  properties: { [name]: { type: 'array', minItems: 1, items: { $ref: of } } },
});

/** By name and version, in JSON Schema draft-07; `$ref` as in the generated ones. */
export const SUPPLEMENT: Readonly<Record<string, object>> = {
  'percent-unit-value-1.0': {
    allOf: [{ $ref: 'unit-value-1.0' }, { properties: { unit: { enum: ['%'] } } }],
  },
  'ieee-time-interval-1.0': {
    type: 'object',
    oneOf: [
      both('start_date_time', DATE_TIME, 'duration', DURATION),
      both('end_date_time', DATE_TIME, 'duration', DURATION),
      both('start_date_time', DATE_TIME, 'end_date_time', DATE_TIME),
    ],
  },
  'ieee-time-frame-1.0': {
    type: 'object',
    oneOf: [
      { required: ['date_time'], properties: { date_time: DATE_TIME } },
      { required: ['time_interval'], properties: { time_interval: { $ref: 'ieee-time-interval-1.0' } } },
    ],
  },
  'ambient-sound-1.0': {
    type: 'object',
    required: ['ambient_sound', 'effective_time_frame'],
    properties: {
      ambient_sound: { allOf: [{ $ref: 'unit-value-1.0' }, { properties: { unit: { enum: ['dB'] } } }] },
      effective_time_frame: { $ref: 'ieee-time-frame-1.0' },
      descriptive_statistic: { $ref: 'descriptive-statistic-1.2' },
    },
  },
  'hk-metadata-1.0': {
    type: 'array',
    items: {
      type: 'object',
      required: ['key', 'value'],
      properties: { key: { type: 'string' }, value: { type: ['string', 'number', 'boolean'] } },
    },
  },
  'hk-quantity-sample-1.0': {
    type: 'object',
    required: ['quantity_type', 'effective_time_frame'],
    properties: {
      quantity_type: { enum: QUANTITY_TYPES },
      unit_value: { $ref: 'unit-value-1.0' },
      count: { type: 'number' },
      effective_time_frame: TIME_FRAME,
      metadata: METADATA,
    },
    oneOf: [{ required: ['unit_value'] }, { required: ['count'] }],
  },
  'hk-category-sample-1.0': {
    type: 'object',
    required: ['category_type', 'category_value', 'effective_time_frame'],
    properties: {
      category_type: { type: 'string', pattern: '^HKCategoryTypeIdentifier[A-Za-z]+$' },
      category_value: { type: 'string' },
      effective_time_frame: TIME_FRAME,
      metadata: METADATA,
    },
  },
  'hk-correlation-1.0': {
    type: 'object',
    required: ['correlation_type', 'effective_time_frame'],
    properties: {
      correlation_type: { enum: CORRELATION_TYPES },
      quantity_samples: { type: 'array', items: { $ref: 'hk-quantity-sample-1.0' } },
      category_samples: { type: 'array', items: { $ref: 'hk-category-sample-1.0' } },
      effective_time_frame: TIME_FRAME,
      metadata: METADATA,
    },
    anyOf: [
      someOf('quantity_samples', 'hk-quantity-sample-1.0'),
      someOf('category_samples', 'hk-category-sample-1.0'),
    ],
  },
  'hk-workout-1.0': {
    type: 'object',
    required: ['activity_name', 'effective_time_frame'],
    properties: {
      activity_name: { type: 'string', pattern: '^HKWorkoutActivityType[A-Za-z]+$' },
      effective_time_frame: TIME_FRAME,
      distance: { $ref: 'length-unit-value-1.0' },
      kcal_burned: { $ref: 'kcal-unit-value-1.0' },
      // HealthKit states durations in seconds (HKWorkout.duration is a TimeInterval).
      duration: { allOf: [{ $ref: 'unit-value-1.0' }, { properties: { unit: { enum: ['sec'] } } }] },
      metadata: METADATA,
    },
  },
};
