/** Plain words for what the record names by codes. */

/** A module, as a patient would call it. A module that this page does not know keeps its own name. */
export const MODULE_WORDS: Readonly<Record<string, { readonly title: string; readonly what: string }>> = {
  identity: { title: 'Who I am', what: 'name, birth date, address, who treats me and where' },
  conditions: { title: 'Conditions', what: 'diagnoses, allergies, procedures, plans' },
  medications: { title: 'Medicines', what: 'ordered, given and taken, vaccinations' },
  laboratory: { title: 'Measurements', what: 'laboratory results, vital signs, reports' },
  glucose: { title: 'Glucose and insulin', what: 'sensor readings, insulin, meals, activity' },
  billing: { title: 'Bills and claims', what: 'they repeat diagnoses' },
  restricted: { title: 'Specially protected', what: 'such as addiction and mental health' },
  other: { title: 'Everything else', what: 'what fits nowhere above' },
};

export function moduleTitle(module: string): string {
  return MODULE_WORDS[module]?.title ?? module;
}

/** Purposes a patient can allow (HL7 v3 PurposeOfUse), the usual one first. */
export const PURPOSE_WORDS: Readonly<Record<string, string>> = {
  TREAT: 'to treat me',
  ETREAT: 'to treat me in an emergency',
  CAREMGT: 'to coordinate my care',
  HOPERAT: 'to run the hospital',
  HPAYMT: 'to be paid',
  HRESCH: 'for research',
  PATRQT: 'because I asked for it',
};

export function purposeWords(code: string): string {
  return PURPOSE_WORDS[code] ?? code;
}

/** Why a request was answered as it was (REC-23), in words. */
export const REASON_WORDS: Readonly<Record<string, string>> = {
  granted: 'you allowed it',
  'unknown twin': 'there is no such record',
  'hospital not admitted': 'the hospital is not a member',
  'no grant': 'you had not allowed it',
  'not yet valid': 'your permission had not begun',
  expired: 'your permission had ended',
  revoked: 'you had withdrawn your permission',
  'scope not granted': 'you had not allowed this part',
  'purpose not granted': 'you had not allowed this purpose',
  'operation not granted': 'you had not allowed this',
  'deadline passed': 'it came too late',
  'granted by emergency access': 'emergency access',
};

/** `hospital:north-hospital` → `North Hospital`. */
export function authorTitle(name: string): string {
  if (name.startsWith('patient:')) return 'You';
  const [, hospital = '', staff] = /^(?:hospital|staff):([^/]*)(?:\/(.*))?$/.exec(name) ?? [];
  const title = hospitalTitle(hospital);
  return staff === undefined ? title : `${title}, staff member ${staff}`;
}

/** `north-hospital` → `North Hospital`. */
export function hospitalTitle(id: string): string {
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

export function dayOf(seconds: number): string {
  return DAY.format(new Date(seconds * 1000));
}

export function momentOf(seconds: number): string {
  return MOMENT.format(new Date(seconds * 1000));
}

export function listOf(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
