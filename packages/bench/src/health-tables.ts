/**
 * What `health` says of inputs that others judged or counted: the official R4 examples, the FHIR validator's cases with its own outcomes, 53 Synthea patients, a bulk export, and every wearable file; each with
 * its accounting. They stand beside the checkout and are not shipped: without them a table says that it was skipped.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type CollectedItem,
  collectFhirBundle,
  connectorFor,
  gunzip,
  HealthError,
  inspectResource,
  type Resource,
} from '@twinseal/health';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SHARED = `${ROOT}../shared/data/`;
const FIXTURES = `${ROOT}packages/health/test/fixtures/`;
const SKIPPED = { skipped: '../shared/data is not beside the checkout' };

const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, '')) as T;

/** The codes of the errors in a file; `unreadable` where it is no JSON. */
function errorsOf(path: string): string[] {
  let resource: Resource;
  try {
    resource = json<Resource>(path);
  } catch {
    return ['unreadable'];
  }
  return inspectResource(resource, { repairUnits: false })
    .findings.filter((f) => f.severity === 'error')
    .map((f) => f.code);
}

/** All 627 official examples: parsed, round-tripped, validated; exceptions with their reason. */
export function exampleTable(): object {
  const folder = `${SHARED}fhir/hl7-r4-examples/`;
  if (!existsSync(folder)) return SKIPPED;
  const reasons = json<Record<string, { code: string; why: string }>>(`${FIXTURES}r4-examples-refused.json`);
  const files = readdirSync(folder).filter((f) => f.endsWith('.json'));
  let roundTripped = 0;
  const exceptions: Record<string, string> = {};
  for (const file of files) {
    const resource = json<Resource>(folder + file);
    const before = JSON.stringify(resource);
    const errors = inspectResource(resource, { repairUnits: false }).findings.filter(
      (f) => f.severity === 'error',
    );
    if (JSON.stringify(resource) === before) roundTripped++;
    const name = file.replace('.json', '');
    if (errors.length > 0) exceptions[name] = reasons[name]?.why ?? `unexplained: ${errors[0]?.place}`;
  }
  const refused = Object.keys(exceptions).length;
  return { examples: files.length, roundTripped, valid: files.length - refused, refused, exceptions };
}

interface Case {
  readonly name: string;
  readonly file: string;
  readonly fhirVersion: string;
  readonly expected: 'valid' | 'invalid' | 'unknown';
  readonly errorCodes: readonly string[];
  readonly needsProfile: boolean;
}

/** Agreement with the reference on what is structural, and what the rest is about. */
export function agreementTable(): object {
  const folder = `${SHARED}fhir/fhir-test-cases/`;
  if (!existsSync(folder)) return SKIPPED;
  const beyond = json<Record<string, string>>(`${FIXTURES}validator-cases-beyond-structure.json`);
  const structural = new Set(['structure', 'invalid', 'required', 'value']);
  const left: Record<string, number> = {};
  const leave = (why: string): void => {
    left[why] = (left[why] ?? 0) + 1;
  };
  const table = {
    'valid, said valid': 0,
    'valid, said invalid': 0,
    'invalid, said valid': 0,
    'invalid, said invalid': 0,
  };
  const disagreements: Record<string, string> = {};
  const excluded: Record<string, { why: string; said: string }> = {};
  const all = json<Case[]>(`${folder}cases-index.json`);
  for (const c of all) {
    if (c.needsProfile) leave('needs a profile');
    else if (c.expected === 'unknown') leave('reference outcome unknown');
    else if (!c.file.endsWith('.json')) leave('not JSON');
    else if (!c.fhirVersion.startsWith('4')) leave('another version of FHIR');
    else if (c.expected === 'invalid' && !c.errorCodes.some((x) => structural.has(x)))
      leave('no structural code');
    else {
      const said = errorsOf(folder + c.file).length > 0 ? 'invalid' : 'valid';
      const why = c.expected === 'invalid' ? beyond[c.name] : undefined;
      if (why !== undefined) {
        excluded[c.name] = { why, said };
        continue;
      }
      table[`${c.expected}, said ${said}`]++;
      if (said !== c.expected)
        disagreements[c.name] =
          c.name === 'vs-bad-props'
            ? "what the filter operators of a ValueSet mean, which only a terminology service judges; the reference's other errors of it are structural, so it counts"
            : 'unexplained';
    }
  }
  const inScope = Object.values(table).reduce((a, b) => a + b, 0);
  const agreed = table['valid, said valid'] + table['invalid, said invalid'];
  const excludedCases = Object.values(excluded);
  return {
    cases: all.length,
    left,
    inScope,
    agreed,
    agreement: Number((agreed / inScope).toPrecision(4)),
    table,
    disagreements,
    excluded: {
      meaning:
        'invalid for nothing structural; decided from the reference errors of each case, before looking at our answer; listed in packages/health/test/fixtures/validator-cases-beyond-structure.json',
      cases: excludedCases.length,
      saidInvalidAllTheSame: excludedCases.filter((e) => e.said === 'invalid').length,
      agreementIfAllCounted: Number(
        (
          (agreed + excludedCases.filter((e) => e.said === 'invalid').length) /
          (inScope + excludedCases.length)
        ).toPrecision(4),
      ),
      by: countBy(excludedCases.map((e) => e.why)),
    },
  };
}

function countBy(words: readonly string[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const word of words) sum[word] = (sum[word] ?? 0) + 1;
  return sum;
}

interface Account {
  in: number;
  stored: number;
  duplicate: number;
  refused: number;
  reasons: Record<string, number>;
}

const newAccount = (): Account => ({ in: 0, stored: 0, duplicate: 0, refused: 0, reasons: {} });

function count(account: Account, item: CollectedItem): void {
  account.in++;
  if (item.kind === 'taken') account.stored++;
  else if (item.kind === 'duplicate') account.duplicate++;
  else refuse(account, item.error);
}

function refuse(account: Account, error: HealthError): void {
  account.refused++;
  account.reasons[error.code] = (account.reasons[error.code] ?? 0) + 1;
}

function addsUp(account: Account): Account & { holds: boolean } {
  return { ...account, holds: account.in === account.stored + account.duplicate + account.refused };
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** 53 patients, whole: in = stored + duplicate + refused. */
export async function syntheaAccounts(): Promise<object> {
  const folder = `${SHARED}synthea/`;
  if (!existsSync(folder)) return SKIPPED;
  const account = newAccount();
  const names = readdirSync(folder).filter((f) => f.endsWith('.json.gz'));
  for (const name of names) {
    const bytes = await gunzip(new Uint8Array(readFileSync(folder + name)), { name });
    const entries = (JSON.parse(new TextDecoder().decode(bytes)) as { entry: unknown[] }).entry.length;
    const bundle = collectFhirBundle(bytes, { name, onBadResource: 'set-aside' });
    // What came in is counted by JSON.parse, not by the collector.
    account.in += entries;
    account.stored += bundle.resources.length;
    for (const issue of bundle.issues) {
      if (issue.code !== 'set-aside' || issue.refusedAs === undefined) continue;
      account.reasons[issue.refusedAs] = (account.reasons[issue.refusedAs] ?? 0) + 1;
    }
    account.refused += bundle.setAside;
  }
  return { patients: names.length, ...addsUp(account) };
}

/** Every file of a folder by the connector that takes it; `in` of a stream is its lines with content, counted apart. */
async function connectorAccounts(folder: string, files: readonly string[], zone: string): Promise<object> {
  const perFormat: Record<string, Account & { files: number }> = {};
  for (const path of files) {
    const name = path.split('/').at(-1)?.replace(/\.gz$/, '') as string;
    const bytes = await gunzip(new Uint8Array(readFileSync(join(folder, path))), { name, maxRatio: 1032 });
    const held: { format: string; account: Account } = { format: 'none', account: newAccount() };
    try {
      const connector = connectorFor(name, new TextDecoder().decode(bytes.subarray(0, 4096)));
      held.format = connector.id;
      const options = { name, subject: 'Patient/p', receivedTime: '2025-01-01T00:00:00Z', zone };
      for await (const item of connector.collect(whole(bytes), options)) count(held.account, item);
    } catch (error) {
      if (!(error instanceof HealthError)) throw error;
      held.account.in++;
      refuse(held.account, error);
    }
    const sum = perFormat[held.format] ?? { ...newAccount(), files: 0 };
    perFormat[held.format] = sum;
    sum.files++;
    for (const key of ['in', 'stored', 'duplicate', 'refused'] as const) sum[key] += held.account[key];
    for (const [code, n] of Object.entries(held.account.reasons))
      sum.reasons[code] = (sum.reasons[code] ?? 0) + n;
  }
  return Object.fromEntries(Object.entries(perFormat).map(([format, sum]) => [format, addsUp(sum)]));
}

/** The bulk export: 13 patients in NDJSON. */
export async function bulkAccounts(): Promise<object> {
  const folder = `${SHARED}synthea/bulk-ndjson/`;
  if (!existsSync(folder)) return SKIPPED;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) =>
    /\.ndjson(?:\.gz)?$/.test(f),
  );
  let lines = 0;
  for (const file of files) {
    const bytes = await gunzip(new Uint8Array(readFileSync(folder + file)), { name: file });
    lines += new TextDecoder()
      .decode(bytes)
      .split('\n')
      .filter((l) => l.trim() !== '').length;
  }
  return { files: files.length, lines, ...(await connectorAccounts(folder, files, 'UTC')) };
}

/** Wearables: bottles, diaries, watches, sensors. */
export async function wearableAccounts(): Promise<object> {
  if (!existsSync(`${SHARED}wearables`)) return SKIPPED;
  const under = (folder: string, pattern: RegExp): string[] =>
    readdirSync(SHARED + folder, { recursive: true, encoding: 'utf8' })
      .filter((f) => pattern.test(f))
      .map((f) => `${folder}/${f}`)
      .sort();
  const files = [
    ...under('wearables/adherence-oncmap', /\.(?:csv|xlsx)$/),
    ...under('wearables/daylio', /\.csv$/),
    ...under('wearables/apple-health', /\.xml$/),
    ...under('cgm/t1d-uom', /UoM(?:Glucose|Basal|Bolus|Nutrition|Activity|Sleep)\d+\.csv(?:\.gz)?$/),
  ];
  return connectorAccounts(SHARED, files, 'Europe/London');
}
