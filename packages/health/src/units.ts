/**
 * UCUM by @lhncbc/ucum-lhc (the library of the U.S. National Library of Medicine), with an answer cached per unit, and a
 * short list of spellings that systems label as UCUM although UCUM does not know them.
 */
import ucum from '@lhncbc/ucum-lhc';
import { hasUcumShape } from './internal/ucum-shape.js';

/** The system URI that FHIR gives to UCUM. */
export const UCUM_SYSTEM = 'http://unitsofmeasure.org';

const utils = ucum.UcumLhcUtils.getInstance();
const known = new Map<string, boolean>();

/** Whether `code` is a UCUM unit in case-sensitive form exactly as written (`mg/dl` and `mg/dL` both are, `mmHg` is not). */
export function isUcumUnit(code: string): boolean {
  let answer = known.get(code);
  if (answer === undefined) {
    answer = false;
    if (hasUcumShape(code)) {
      const result = utils.validateUnitString(code);
      answer = result.status === 'valid' && result.ucumCode === code;
    }
    // Units come from input: an endless supply of them must not fill the memory.
    if (known.size > 10_000) known.clear();
    known.set(code, answer);
  }
  return answer;
}

/**
 * Spellings in circulation that mean one unit beyond doubt. Everything else that UCUM does not know is refused: there is no
 * default unit. Each is justified by the unit's entry in UCUM 2.1 (printed name) and seen in Synthea's output.
 */
const REPAIRS: ReadonlyMap<string, string> = new Map([
  ['mmHg', 'mm[Hg]'], // UCUM 2.1 table 6: metre of mercury column, printed "mm Hg"
  ['beats/minute', '/min'], // UCUM 2.1 section 2.4: "beats" is a count, written as an annotation or left out
  ['(score)', '{score}'], // UCUM 2.1 section 2.4, curly braces make an annotation; parentheses around a word are no term
  ['pH', '[pH]'], // UCUM 2.1 table 8: acidity, code [pH], printed "pH"
]);

/**
 * The UCUM code that a known misspelling stands for.
 * @param code the code as the source wrote it
 * @param about code texts of the observation; `C` is UCUM's coulomb, and stands for `Cel` only where they speak of temperature
 * @returns the repaired code, or undefined where nothing is to be repaired (the caller then asks {@link isUcumUnit})
 */
export function repairUnit(code: string, about = ''): string | undefined {
  if (code === 'C' && /temperature/i.test(about)) return 'Cel';
  return REPAIRS.get(code);
}

/**
 * Converts between commensurable units.
 * @param molarMass g/mol, needed between mass and substance (glucose 180.156, PubChem CID 5793)
 * @throws RangeError where a unit is unknown or the two do not measure the same kind of thing
 */
export function convertUnit(value: number, from: string, to: string, molarMass?: number): number {
  if (from === to) return value;
  if (!isUcumUnit(from) || !isUcumUnit(to)) throw new RangeError('convertUnit: expected two UCUM units');
  const result = utils.convertUnitTo(from, value, to, false, molarMass ?? null);
  if (result.status !== 'succeeded' || result.toVal === null) {
    throw new RangeError(
      'convertUnit: expected two commensurable UCUM units (and a molar mass between mass and substance)',
    );
  }
  return result.toVal;
}
