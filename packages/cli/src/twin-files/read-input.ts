/**
 * Reads input files and accounts for every record: FHIR first, so that the patient is known when the devices' files come; a bundle about one patient is read
 * whole (its organizations become lanes), everything else record by record, by the connectors of health.
 */

import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import {
  type Collected,
  type CollectedItem,
  collectFhir,
  collectFhirBundle,
  collectT1dUom,
  connectorFor,
  HealthError,
  type Resource,
} from '@twinseal/health';
import { statementContent, statementKey } from '@twinseal/twin';
import { UsageError } from '../usage-error.js';
import { countRefusal, countRemarks, type FileAccount, newAccount, refusalOf } from './account.js';
import type { InputFlags } from './input-options.js';
import { type OpenedFile, openFile, wholeOf } from './open-file.js';
import { shippedInput } from './shipped.js';
import { readNamed, T1D_UOM_ZONE, wearableFiles } from './wearable-folder.js';

/** The lane of what the patient's own devices say. */
export const DEVICES = 'patient:devices';
/** The lane of records that name no organization. */
export const UNNAMED = 'hospital:files';

const MAX_JSON_BYTES = 256 * 2 ** 20;

/** One record that was stored, with where it belongs. */
export interface Stored {
  readonly collected: Collected;
  /** Index of its file, in the order in which files were read. */
  readonly file: number;
  /** What is judged together: one bundle, or all files that are no bundle about one patient. */
  readonly scope: string;
  /** `Patient/<id>` that it is about; undefined where it is about nobody (an organization). */
  readonly patient?: string;
  /** Its lane, where its file says so; otherwise its encounter does. */
  readonly author?: string;
}

/** What the files hold. */
export interface Input {
  readonly accounts: readonly FileAccount[];
  /** `Patient/<id>` of every Patient resource. */
  readonly patients: readonly string[];
  /** Stored resources by type. */
  readonly types: Readonly<Record<string, number>>;
  /** Why nothing was stored, where nothing was: the first refusal. */
  readonly firstRefusal?: HealthError;
}

/**
 * Reads all files.
 *
 * @param keep is handed each stored record; what it does not hold on to is forgotten
 * @throws UsageError where a file cannot be read or the options do not fit; with `strict`, HealthError for the first bad record; HealthError where nothing
 *   at all could be stored
 */
export async function readInput(
  named: readonly string[],
  flags: InputFlags,
  keep: (stored: Stored) => void,
): Promise<Input> {
  const isShipped = named.length === 0 && flags.wearable === undefined;
  const shipped = isShipped ? await shippedInput() : undefined;
  const wearable = flags.wearable ?? shipped?.wearable;
  const reader = new Reader(flags.strict === true, keep);
  const later: { path: string }[] = [];
  for (const path of shipped?.files ?? named) {
    const file = await openFile(path);
    const account = reader.open(file.name);
    const connector = reader.attempt(account, () => connectorFor(file.name, file.head));
    if (connector === undefined) continue;
    account.format = connector.id;
    if (connector.id === 'fhir-json') await reader.readJson(file, account);
    else if (connector.id === 'fhir-ndjson')
      await reader.readStream(file, account, 'Patient/unknown', flags.zone);
    else {
      reader.accounts.pop();
      later.push({ path });
    }
  }
  const subject = flags.patient ?? reader.patients.values().next().value ?? 'Patient/unknown';
  for (const { path } of later) {
    const file = await openFile(path);
    const account = reader.open(file.name, connectorFor(file.name, file.head).id);
    await reader.readStream(file, account, subject, flags.zone);
  }
  if (wearable !== undefined) await reader.readWearable(wearable, flags.zone ?? T1D_UOM_ZONE, subject);
  const { accounts, types, patients, firstRefusal } = reader;
  if (firstRefusal !== undefined && accounts.every((a) => a.stored === 0)) throw firstRefusal;
  return {
    accounts,
    types: Object.fromEntries([...types].sort(([a], [b]) => (a < b ? -1 : 1))),
    patients: [...patients],
    ...(firstRefusal === undefined ? {} : { firstRefusal }),
  };
}

type OpenAccount = { -readonly [K in keyof FileAccount]: FileAccount[K] };

class Reader {
  readonly accounts: OpenAccount[] = [];
  readonly patients = new Set<string>();
  readonly types = new Map<string, number>();
  firstRefusal: HealthError | undefined;
  readonly #strict: boolean;
  readonly #keep: (stored: Stored) => void;
  readonly #known = new Map<string, string>();
  readonly #slugs = new Map<string, string>();

  constructor(strict: boolean, keep: (stored: Stored) => void) {
    this.#strict = strict;
    this.#keep = keep;
  }

  open(name: string, format = 'unknown'): OpenAccount {
    const account: OpenAccount = newAccount(name, format);
    this.accounts.push(account);
    return account;
  }

  /** Runs something that refuses a whole file: that is one record in and one refused. */
  attempt<T>(account: OpenAccount, run: () => T): T | undefined {
    try {
      return run();
    } catch (error) {
      this.#refuseFile(account, error);
      return undefined;
    }
  }

  async readJson(file: OpenedFile, account: OpenAccount): Promise<void> {
    try {
      const bytes = await wholeOf(file, MAX_JSON_BYTES);
      if (this.#readWholePatient(bytes, file.name, account)) return;
      const options = {
        name: file.name,
        receivedTime: file.writtenTime,
        maxBytes: MAX_JSON_BYTES,
        strict: this.#strict,
      };
      const { resources, issues, refused, duplicates, entries } = collectFhir(bytes, options);
      account.in += entries;
      account.duplicates += duplicates;
      countRemarks(account, issues);
      for (const error of refused) this.#refuse(account, error);
      for (const collected of resources) this.#store(account, { collected, scope: 'files' });
    } catch (error) {
      this.#refuseFile(account, error);
    }
  }

  /** @returns false where the file is no bundle about one patient; it is read record by record then */
  #readWholePatient(bytes: Uint8Array, name: string, account: OpenAccount): boolean {
    try {
      const bundle = collectFhirBundle(bytes, {
        name,
        maxBytes: MAX_JSON_BYTES,
        onBadResource: this.#strict ? 'refuse-file' : 'set-aside',
      });
      const authors = new Map(
        bundle.organizations.map((o) => [o.key, `hospital:${this.#slugOf(o.key, o.slug)}`]),
      );
      const custodian = authors.values().next().value ?? UNNAMED;
      account.in += bundle.entries;
      const places = new Set<string>();
      for (const issue of bundle.issues) {
        if (issue.code !== 'set-aside') countRemarks(account, [issue]);
        else {
          // One resource may have several faults; it is refused once, for the first.
          const entry = /^Bundle\.entry\[\d+\]/.exec(issue.place)?.[0] ?? issue.place;
          if (places.has(entry)) continue;
          places.add(entry);
          const [what = '', expected = ''] = issue.message.split('; expected ');
          this.#refuse(
            account,
            new HealthError(issue.refusedAs ?? 'invalid-resource', what, {
              file: name,
              place: issue.place,
              expected,
            }),
          );
        }
      }
      const scope = `bundle ${this.accounts.length}`;
      const patient = `Patient/${String(bundle.patient.id)}`;
      for (const collected of bundle.resources) {
        const author =
          (collected.organization === undefined ? undefined : authors.get(collected.organization)) ??
          custodian;
        this.#store(account, { collected, scope, author, patient });
      }
      return true;
    } catch (error) {
      if (!(error instanceof HealthError)) throw error;
      if (error.code !== 'not-fhir' || error.place !== '$')
        account.note = `not the whole of one patient (${error.code} at ${error.place}): read record by record`;
      return false;
    }
  }

  /** Two organizations of one name in different bundles are two hospitals. */
  #slugOf(key: string, slug: string): string {
    const holder = this.#slugs.get(slug);
    if (holder === undefined || holder === key) {
      this.#slugs.set(slug, key);
      return slug;
    }
    return `${slug.slice(0, 54)}-${createHash('sha256').update(key).digest('hex').slice(0, 8)}`;
  }

  async readStream(
    file: OpenedFile,
    account: OpenAccount,
    subject: string,
    zone: string | undefined,
  ): Promise<void> {
    const isFhir = account.format.startsWith('fhir');
    try {
      const items = connectorFor(file.name, file.head).collect(file.chunks, {
        name: file.name,
        receivedTime: file.writtenTime,
        strict: this.#strict,
        subject,
        ...(zone === undefined ? {} : { zone }),
      });
      for await (const item of items) {
        this.#take(account, item, isFhir ? {} : { author: DEVICES, patient: subject });
      }
    } catch (error) {
      if (error instanceof RangeError && error.message.startsWith('zone:'))
        throw new UsageError(`--zone: ${error.message.replace(/^zone: /, '')}.`);
      this.#refuseFile(account, error);
    }
  }

  #take(account: OpenAccount, item: CollectedItem, where: { author?: string; patient?: string }): void {
    account.in++;
    if (item.kind === 'duplicate') account.duplicates++;
    else if (item.kind === 'refused') this.#refuse(account, item.error);
    else {
      countRemarks(account, item.issues);
      this.#store(account, { collected: item.collected, scope: where.author ?? 'files', ...where });
    }
  }

  async readWearable(folder: string, zone: string, subject: string): Promise<void> {
    for (const [kind, path] of await wearableFiles(folder)) {
      const account = this.open(basename(path).replace(/\.gz$/i, ''), 't1d-uom');
      try {
        const input = await readNamed(path, MAX_JSON_BYTES);
        const onBadRow = this.#strict ? 'refuse-file' : 'set-aside';
        const { items } = collectT1dUom({ [kind]: input }, { zone, subject, onBadRow });
        for (const item of items) this.#take(account, item, { author: DEVICES, patient: subject });
      } catch (error) {
        if (error instanceof RangeError) throw new UsageError(`--zone: ${zone} is no IANA time zone.`);
        this.#refuseFile(account, error);
      }
    }
  }

  #store(account: OpenAccount, stored: Omit<Stored, 'file'>): void {
    const { collected, scope, author } = stored;
    const { resource, source, sourceTime } = collected;
    const statement = {
      op: 'put' as const,
      source,
      sourceTime,
      recordedTime: sourceTime,
      resource: resource as never,
    };
    // The same thing said again is a duplicate only in its own lane (of an author and a twin): what two hospitals say is joined by the merge, with both provenances.
    const key = shortHash(`${author ?? scope}\n${stored.patient ?? ''}\n${statementKey(statement)}`);
    const content = shortHash(statementContent(statement));
    if (this.#known.get(key) === content) {
      account.duplicates++;
      return;
    }
    this.#known.set(key, content);
    account.stored++;
    this.types.set(resource.resourceType, (this.types.get(resource.resourceType) ?? 0) + 1);
    if (resource.resourceType === 'Patient') this.patients.add(`Patient/${String(resource.id)}`);
    const patient = stored.patient ?? patientOf(resource);
    this.#keep({
      ...stored,
      ...(patient === undefined ? {} : { patient }),
      file: this.accounts.indexOf(account),
    });
  }

  #refuse(account: OpenAccount, error: HealthError): void {
    if (this.#strict) throw error;
    this.firstRefusal ??= error;
    countRefusal(account, refusalOf(error));
  }

  #refuseFile(account: OpenAccount, error: unknown): void {
    if (!(error instanceof HealthError) || this.#strict) throw error;
    account.in++;
    this.#refuse(account, error);
  }
}

const SUBJECTS = ['subject', 'patient', 'beneficiary', 'individual', 'for'] as const;

/** `Patient/<id>` that a resource says it is about. */
function patientOf(resource: Resource): string | undefined {
  if (resource.resourceType === 'Patient') return `Patient/${String(resource.id)}`;
  for (const property of SUBJECTS) {
    const { reference } = (resource[property] ?? {}) as { reference?: unknown };
    const found =
      typeof reference === 'string' ? /(?:^|\/)(Patient\/[A-Za-z0-9\-.]{1,64})/.exec(reference) : null;
    if (found !== null) return found[1];
  }
  return undefined;
}

/** 96 bits, as text of 12 characters: a map of a million records stays small, and no two records meet by chance. */
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest().toString('latin1', 0, 12);
}
