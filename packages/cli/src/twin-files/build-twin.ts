/**
 * What the house would make of the files, as a preview: every record sorted into modules, lanes by organization, instances, a master. Nothing is sealed. What differs
 * from sealing is said here: handles are keyed with nothing secret, so that they are the same in every run and can be asked about; a statement counts as taken in
 * when its source stated it, and a lane as sealed once a week for each file.
 */

import { createHash } from 'node:crypto';
import { clinicalTime, organizationSlug, type Resource } from '@twinseal/health';
import type { Statement } from '@twinseal/record';
import {
  cutStream,
  type LanePart,
  type ModuleRegistry,
  type SortDecision,
  sortIntoModules,
} from '@twinseal/twin';
import { UsageError } from '../usage-error.js';
import type { FileAccount } from './account.js';
import type { InputFlags } from './input-options.js';
import { loadModules } from './module-files.js';
import { type Input, readInput, type Stored, UNNAMED } from './read-input.js';

/** A decision of the sorter, with the lane and the file. */
export interface Decision extends SortDecision<string> {
  readonly author: string;
  readonly file: string;
  readonly resource: Resource;
}

/** The preview of a twin. */
export interface TwinPreview {
  /** `Patient/<id>`; undefined where no Patient resource is among the files. */
  readonly patient?: string;
  readonly registry: ModuleRegistry;
  readonly parts: readonly LanePart[];
  readonly decisions: readonly Decision[];
  readonly accounts: readonly FileAccount[];
  /** The newest clinical time that is not in the future, RFC 3339. */
  readonly newest: string;
}

const DAYS_PER_INSTANCE = 7;

/**
 * Reads the files and builds the twin that they are about.
 *
 * @throws UsageError where they are about several patients and none was chosen; TwinError where a module is faulty; as `readInput`
 */
export async function buildTwin(files: readonly string[], flags: InputFlags): Promise<TwinPreview> {
  const registry = await loadModules(flags.add ?? []);
  const stored: Stored[] = [];
  const input = await readInput(files, flags, (each) => stored.push(each));
  const patient = choosePatient(input, flags);
  const mine = flags.samePatient
    ? stored
    : stored.filter(
        (each) => each.patient === undefined || patient === undefined || each.patient === patient,
      );
  const { parts, decisions } = sortLanes(mine, registry, input);
  return {
    ...(patient === undefined ? {} : { patient }),
    registry,
    parts,
    decisions,
    accounts: input.accounts,
    newest: newestOf(mine),
  };
}

function choosePatient({ patients }: Input, flags: InputFlags): string | undefined {
  if (flags.patient !== undefined && flags.samePatient)
    throw new UsageError('--patient and --same-patient contradict each other.');
  if (flags.patient !== undefined) {
    if (!patients.includes(flags.patient))
      throw new UsageError('--patient: the files hold no such Patient. Write Patient/<id>.');
    return flags.patient;
  }
  if (patients.length > 1 && !flags.samePatient) {
    throw new UsageError(
      `The files are about ${patients.length} patients ("twinseal collect --json" lists them). Choose one with --patient Patient/<id>, or say --same-patient if they are one person.`,
    );
  }
  return patients[0];
}

function sortLanes(
  stored: readonly Stored[],
  registry: ModuleRegistry,
  input: Input,
): { parts: LanePart[]; decisions: Decision[] } {
  const authorOf = laneNames(stored);
  const scopes = groupBy(stored, (each) => each.scope);
  const parts: LanePart[] = [];
  const decisions: Decision[] = [];
  for (const [author, lane] of groupBy(stored, authorOf)) {
    const handle = (typeAndId: string) => previewHandle(author, typeAndId);
    // An instance is a week of one file; the later file is the later instance, so that of two statements of one moment the later file's holds.
    const batches = new Map<string, { module: string; statements: readonly Statement[] }[]>();
    for (const [file, share] of groupBy(lane, (each) => String(each.file))) {
      for (const [scope, items] of groupBy(share, (each) => each.scope)) {
        const sorted = sortIntoModules(
          items.map((each) => each.collected),
          {
            handle,
            registry,
            recordedTime: '1970-01-01T00:00:00Z',
            context: (scopes.get(scope) as Stored[]).map((each) => each.collected),
          },
        );
        sorted.decisions.forEach((decision, index) => {
          const { resource } = (items[index] as Stored).collected;
          decisions.push({ ...decision, author, file: input.accounts[Number(file)]?.file ?? '', resource });
        });
        for (const [module, statements] of Object.entries(sorted.modules)) {
          const dated = statements.map((each) => ({ ...each, recordedTime: each.sourceTime }));
          for (const { start, statements: cut } of cutStream(dated, { intervalDays: DAYS_PER_INSTANCE })) {
            const key = `${start} ${file.padStart(8, '0')}`;
            const batch = batches.get(key) ?? [];
            batches.set(key, batch);
            batch.push({ module, statements: cut });
          }
        }
      }
    }
    [...batches]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .forEach(([, batch], seq) => {
        for (const { module, statements } of batch) parts.push({ author, module, seq, statements });
      });
  }
  return { parts, decisions };
}

/** The lane of each record: what its file said, else the organization of its encounter. */
function laneNames(stored: readonly Stored[]): (each: Stored) => string {
  const names = new Map<string, string>();
  const providers = new Map<string, string>();
  for (const { author, collected } of stored) {
    const { resource, organization } = collected;
    if (author !== undefined) continue;
    if (resource.resourceType === 'Organization' && typeof resource.name === 'string')
      names.set(`Organization/${String(resource.id)}`, resource.name);
    if (resource.resourceType === 'Encounter' && organization !== undefined) {
      providers.set(`Encounter/${String(resource.id)}`, organization);
      const { display } = (resource.serviceProvider ?? {}) as { display?: unknown };
      if (typeof display === 'string' && !names.has(organization)) names.set(organization, display);
    }
  }
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  const slugOf = (organization: string): string => {
    const slug = slugs.get(organization) ?? organizationSlug(names.get(organization) ?? organization, taken);
    slugs.set(organization, slug);
    return `hospital:${slug}`;
  };
  return ({ author, collected: { resource, organization } }) => {
    if (author !== undefined) return author;
    const encounter = ((resource.encounter ?? resource.context) as { reference?: unknown } | undefined)
      ?.reference;
    const provider = organization ?? (typeof encounter === 'string' ? providers.get(encounter) : undefined);
    return provider === undefined ? UNNAMED : slugOf(provider);
  };
}

/** A handle of the form that a hospital gives, keyed with nothing secret. */
export function previewHandle(author: string, typeAndId: string): string {
  const digest = createHash('sha256').update(`twinseal preview\n${author}\n${typeAndId}`).digest('hex');
  return `urn:twinseal:${digest.slice(0, 32)}`;
}

function newestOf(stored: readonly Stored[]): string {
  const nowMs = Date.now();
  let newest = { ms: -Infinity, time: '' };
  for (const { collected } of stored) {
    const time = clinicalTime(collected.resource);
    const ms = time === undefined ? Number.NaN : Date.parse(time);
    if (time !== undefined && ms <= nowMs && ms > newest.ms) newest = { ms, time };
  }
  return newest.ms === -Infinity ? new Date(nowMs).toISOString() : newest.time;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
