/**
 * What a module is, as data: which resources belong to it, what it measures, what it derives, and what it raises. A definition is a JSON document; it
 * holds no code, so adding one while the system runs is safe. docs/MODULES.md explains it to those who write one.
 */
import { evalFhirPath, parseFhirPath } from '@medplum/core';
import { isR4ResourceType, isUcumUnit, type Resource } from '@twinseal/health';
import { z } from 'zod';
import { parseArithmetic } from './internal/arithmetic.js';
import { RESTRICTED_CATEGORIES } from './internal/restricted-codes.js';
import { TwinError } from './twin-error.js';

const ID = /^[a-z][a-z0-9-]{0,31}$/;
const id = z.string().regex(ID, 'expected lowercase letters, digits and hyphens, at most 32');
const text = z.string().min(1).max(500);
const source = text.describe(
  'Where the number comes from: guideline and section, or the clinician who set it.',
);
const unit = z.string().max(50).describe('UCUM, case-sensitive.');

const codeSet = z
  .strictObject({
    system: z.string().min(1).max(200).describe('URI of the code system.'),
    values: z
      .array(z.string().min(1).max(100))
      .min(1)
      .max(2000)
      .optional()
      .describe('Codes, compared exactly.'),
    prefixes: z
      .array(z.string().min(1).max(20))
      .min(1)
      .max(200)
      .optional()
      .describe('Beginnings of codes, for ICD-10 and ATC.'),
    source: text.optional(),
  })
  .describe('Codes of one system.');

const selector = z
  .strictObject({
    resource: z.string().max(64).describe('A FHIR R4 resource type.'),
    codes: z
      .array(codeSet)
      .min(1)
      .max(50)
      .optional()
      .describe('One of these stands in code, medication, vaccineCode, type or category.'),
    category: z
      .array(z.string().min(1).max(100))
      .min(1)
      .max(50)
      .optional()
      .describe('One of these codes stands in category.'),
    where: z.string().min(1).max(500).optional().describe('A FHIRPath expression that must be true.'),
  })
  .describe('A resource belongs to the module if it meets every part of one selector.');

const bounds = z.strictObject({ low: z.number(), high: z.number(), source });

const measure = z.strictObject({
  id,
  title: text,
  resource: z.enum(['Observation', 'MedicationAdministration']),
  codes: z.array(codeSet).min(1).max(50),
  component: z
    .array(codeSet)
    .min(1)
    .max(20)
    .optional()
    .describe('Take the value of the component with one of these codes.'),
  unit,
  molarMass: z.number().positive().optional().describe('g/mol, to convert between mass and substance.'),
  plausible: bounds.optional().describe('Values outside are left out and listed.'),
});

const derived = z.union([
  z.strictObject({
    id,
    title: text,
    unit,
    expression: text.describe('Arithmetic over ids of measures: + - * / ( ).'),
    withinHours: z.number().positive().max(8760).describe('How far apart in time the inputs may lie.'),
    source,
  }),
  z.strictObject({
    id,
    title: text,
    unit,
    aggregate: z.strictObject({
      measure: id,
      statistic: z.enum([
        'mean',
        'min',
        'max',
        'count',
        'standard-deviation',
        'coefficient-of-variation',
        'percent-within',
      ]),
      days: z
        .number()
        .int()
        .positive()
        .max(3660)
        .describe('Length of the window before the moment of evaluation.'),
      low: z.number().optional(),
      high: z.number().optional(),
      atLeast: z.number().int().positive().optional().describe('Fewer values than this make no statistic.'),
    }),
    source,
  }),
]);

const flag = z.strictObject({
  id,
  title: text,
  severity: z.enum(['information', 'warning', 'urgent']),
  measure: id.describe('Id of a measure or a derived measure.'),
  above: z.number().optional().describe('Raised above this.'),
  atLeast: z.number().optional().describe('Raised at or above this.'),
  below: z.number().optional().describe('Raised below this.'),
  atMost: z.number().optional().describe('Raised at or below this.'),
  clear: z
    .number()
    .optional()
    .describe('Lowered again only beyond this (hysteresis); default: the threshold.'),
  slopePerDay: z
    .strictObject({
      above: z.number().optional(),
      below: z.number().optional(),
      days: z.number().int().positive().max(3660),
      atLeast: z.number().int().min(3),
    })
    .optional()
    .describe('Raised by the trend (Theil-Sen slope) instead of the value.'),
  forMinutes: z
    .number()
    .positive()
    .optional()
    .describe(
      'Only once the condition has held this long, without a value that breaks it or a gap of more than twice as long.',
    ),
  count: z
    .number()
    .int()
    .min(1)
    .max(100)
    .optional()
    .describe('Only once this many values in a row met the condition.'),
  missingAfterDays: z
    .number()
    .positive()
    .max(3660)
    .describe('Without a value for so long the flag says "missing", never "quiet".'),
  source,
});

const interactions = z
  .strictObject({
    lists: z
      .array(z.enum(['onc-high-priority', 'hl7-pddi']))
      .min(1)
      .describe('Public lists of pairs that should not meet.'),
    missingAfterDays: z
      .number()
      .positive()
      .max(3660)
      .describe('Without any statement about a medication for so long the flag says "missing".'),
  })
  .describe(
    'Raises a flag for every listed pair among the active medications; the lists are their own source.',
  );

const schema = z.strictObject({
  format: z.literal('twinseal/module'),
  version: z.literal(1),
  id,
  revision: z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/, 'expected three numbers, such as 1.0.0'),
  title: text,
  summary: text,
  sensitivity: z
    .enum(['normal', 'sensitive', 'never-by-default'])
    .describe('`never-by-default`: a grant has to name the module.'),
  exclusive: z.boolean().optional().describe('What belongs here belongs nowhere else.'),
  restricted: z
    .array(z.enum(RESTRICTED_CATEGORIES))
    .min(1)
    .optional()
    .describe('Categories of protected content whose only module this is.'),
  select: z.array(selector).max(100),
  measures: z.array(measure).max(100).optional(),
  derived: z.array(derived).max(100).optional(),
  flags: z.array(flag).max(100).optional(),
  interactions: interactions.optional(),
});

export type ModuleDefinition = z.infer<typeof schema>;
export type CodeSet = z.infer<typeof codeSet>;
export type Selector = z.infer<typeof selector>;
export type MeasureDefinition = z.infer<typeof measure>;
export type DerivedDefinition = z.infer<typeof derived>;
export type FlagDefinition = z.infer<typeof flag>;
export type InteractionsDefinition = z.infer<typeof interactions>;

/** The JSON Schema (2020-12) of a module definition, for editors; {@link parseModuleDefinition} checks more. */
export function moduleJsonSchema(): object {
  return z.toJSONSchema(schema);
}

/**
 * Checks a module definition.
 * @param json parsed JSON from outside
 * @throws TwinError `module-definition` with every fault found: shape, unknown keys, units that UCUM lacks, resource types that R4 lacks, FHIRPath that
 *   does not parse, ids used twice, names that stand for nothing, thresholds that contradict each other
 */
export function parseModuleDefinition(json: unknown): ModuleDefinition {
  const result = schema.safeParse(json);
  if (!result.success) {
    throw new TwinError(
      'module-definition',
      'not a module definition',
      result.error.issues.map((i) => `${i.path.join('.') || '$'}: ${i.message}`),
    );
  }
  const definition = result.data;
  const issues = [...semanticIssues(definition)];
  if (issues.length > 0)
    throw new TwinError('module-definition', `module ${definition.id} contradicts itself`, issues);
  return definition;
}

function* semanticIssues(d: ModuleDefinition): Generator<string> {
  for (const [i, s] of d.select.entries()) {
    if (!isR4ResourceType(s.resource)) yield `select.${i}.resource: not a resource type of R4`;
    if (s.where !== undefined) {
      if (/\b(?:matches|replaceMatches)\s*\(/.test(s.where))
        yield `select.${i}.where: regular expressions are not allowed`;
      try {
        parseFhirPath(s.where);
        evalFhirPath(s.where, { resourceType: 'Basic' } as never);
      } catch {
        yield `select.${i}.where: not a FHIRPath expression`;
      }
    }
    for (const [j, c] of (s.codes ?? []).entries()) yield* codeSetIssues(c, `select.${i}.codes.${j}`);
  }
  const ids = new Set<string>();
  const measures = d.measures ?? [];
  for (const [i, m] of measures.entries()) {
    if (ids.has(m.id)) yield `measures.${i}.id: used twice`;
    ids.add(m.id);
    if (!isUcumUnit(m.unit)) yield `measures.${i}.unit: not a UCUM unit`;
    if (m.plausible && m.plausible.low >= m.plausible.high)
      yield `measures.${i}.plausible: low is not below high`;
    for (const [j, c] of m.codes.entries()) yield* codeSetIssues(c, `measures.${i}.codes.${j}`);
    for (const [j, c] of (m.component ?? []).entries())
      yield* codeSetIssues(c, `measures.${i}.component.${j}`);
  }
  const measureIds = new Set(measures.map((m) => m.id));
  for (const [i, x] of (d.derived ?? []).entries()) {
    if (ids.has(x.id)) yield `derived.${i}.id: used twice`;
    ids.add(x.id);
    if (!isUcumUnit(x.unit)) yield `derived.${i}.unit: not a UCUM unit`;
    if ('expression' in x) {
      const parsed = parseArithmetic(x.expression);
      if (typeof parsed === 'string') yield `derived.${i}.expression: ${parsed}`;
      else {
        if (parsed.names.length === 0) yield `derived.${i}.expression: names no measure`;
        // Only measures, not other derived ones: so there is no cycle to fall into.
        for (const name of parsed.names)
          if (!measureIds.has(name)) yield `derived.${i}.expression: no measure "${name}"`;
      }
    } else {
      const { measure: of, statistic, low, high } = x.aggregate;
      if (!measureIds.has(of)) yield `derived.${i}.aggregate.measure: no measure "${of}"`;
      const needsRange = statistic === 'percent-within';
      if (needsRange && (low === undefined || high === undefined || low >= high))
        yield `derived.${i}.aggregate: percent-within needs low below high`;
      if (!needsRange && (low !== undefined || high !== undefined))
        yield `derived.${i}.aggregate: only percent-within has low and high`;
    }
  }
  const flagIds = new Set<string>();
  for (const [i, f] of (d.flags ?? []).entries()) {
    if (flagIds.has(f.id)) yield `flags.${i}.id: used twice`;
    flagIds.add(f.id);
    if (!ids.has(f.measure)) yield `flags.${i}.measure: no measure "${f.measure}"`;
    const ways = [f.above, f.atLeast, f.below, f.atMost, f.slopePerDay].filter((x) => x !== undefined).length;
    if (ways !== 1) yield `flags.${i}: expected exactly one of above, atLeast, below, atMost, slopePerDay`;
    const [up, down] = [f.above ?? f.atLeast, f.below ?? f.atMost];
    const isBeyond =
      f.clear !== undefined && ((up !== undefined && f.clear > up) || (down !== undefined && f.clear < down));
    if (isBeyond) yield `flags.${i}.clear: lies beyond the threshold`;
    if (f.slopePerDay !== undefined) {
      if ((f.slopePerDay.above === undefined) === (f.slopePerDay.below === undefined))
        yield `flags.${i}.slopePerDay: expected one of above, below`;
      if (f.clear !== undefined || f.forMinutes !== undefined || f.count !== undefined)
        yield `flags.${i}: a trend has no clear, forMinutes or count`;
    }
  }
  if (d.interactions && new Set(d.interactions.lists).size < d.interactions.lists.length)
    yield 'interactions.lists: one list twice';
  if (d.select.length === 0 && d.restricted === undefined)
    yield 'select: nothing would ever belong to this module';
  if (d.exclusive && d.restricted) yield 'exclusive: protected content is exclusive already';
}

function* codeSetIssues(c: CodeSet, path: string): Generator<string> {
  if (c.values === undefined && c.prefixes === undefined) yield `${path}: expected values or prefixes`;
  if (!/^[a-z][a-z0-9+.-]*:/i.test(c.system)) yield `${path}.system: not an absolute URI`;
}

/** Whether one of the codings is in one of the sets. */
export function matchesCodes(
  codings: readonly { system?: string; code: string }[],
  sets: readonly CodeSet[],
): boolean {
  return sets.some((set) =>
    codings.some(
      (c) =>
        c.system === set.system &&
        ((set.values?.includes(c.code) ?? false) ||
          (set.prefixes?.some((p) => c.code.startsWith(p)) ?? false)),
    ),
  );
}

/** Whether a FHIRPath condition holds of a resource; an expression that fails to evaluate does not hold. */
export function holds(expression: string, resource: Resource): boolean {
  try {
    const result = evalFhirPath(expression, resource as never);
    return result.length === 1 && result[0] === true;
  } catch {
    return false;
  }
}
