/**
 * A record on its way in: a FHIR bundle of the hospital's own about one patient is collected, checked, sorted into modules, and what the lane does not hold yet becomes
 * its next instance, sealed and stored. Nothing is lost on the way: what came in is what was stored, what was there already, and what was refused with a reason.
 */

import { createHmac } from 'node:crypto';
import { type Collected, type CollectIssue, collectFhirBundle } from '@twinseal/health';
import { fromHex, type Statement } from '@twinseal/record';
import { sortIntoModules } from '@twinseal/twin';
import { GatewayError } from '../errors.js';
import { mapRecord, twinOfRecord } from '../introductions/record-numbers.js';
import { LaneAuthor } from '../lane-author.js';
import type { Gateway } from '../ports.js';
import type { KnownTwin } from '../twins/known-twins.js';
import { type Added, addToLane } from './add-to-lane.js';

/** What became of a bundle. `resources` = `stored` + `duplicates` + `refused`. */
export interface Taken {
  /** Entries of the bundle. */
  readonly resources: number;
  /** Resources of which the new instance says something. */
  readonly stored: number;
  /** Resources that the lane held already, unchanged. */
  readonly duplicates: number;
  /** Resources set aside; `issues` says why, by place and rule, without clinical content. */
  readonly refused: number;
  readonly issues: readonly CollectIssue[];
  readonly instance: Added;
}

/** A lane's handles: an HMAC under the author's own key, so that no record number leaves the author. */
export function handleOf(lookupKey: Uint8Array, twinId: string): (typeAndId: string) => string {
  return (typeAndId) =>
    `urn:twinseal:${createHmac('sha256', lookupKey).update(`handle\n${twinId}\n${typeAndId}`).digest('hex').slice(0, 32)}`;
}

/** The author of a gateway's own lane of a twin, with the salts that the patient handed over. */
export async function ownAuthor(gateway: Gateway, twin: KnownTwin): Promise<LaneAuthor> {
  const author = new LaneAuthor({
    params: gateway.params,
    domain: gateway.chain.domain,
    key: gateway.key,
    twinId: fromHex(twin.twinId, 32),
    vault: gateway.vault,
  });
  await author.keepScopeSalts(
    new Map(Object.entries(twin.scopeSalts).map(([module, salt]) => [module, fromHex(salt, 32)])),
  );
  return author;
}

/**
 * Takes in a bundle about a twin's patient. The caller holds the lane: one record at a time.
 *
 * @param bytes UTF-8 JSON of a FHIR R4 bundle
 * @param name  of the input, for messages
 * @throws HealthError where the bundle is refused whole; GatewayError `record-foreign` where the patient of the bundle was taken in under another twin
 */
export async function takeRecord(
  gateway: Gateway,
  twin: KnownTwin,
  bytes: Uint8Array,
  name: string,
): Promise<Taken> {
  const bundle = collectFhirBundle(bytes, { name, onBadResource: 'set-aside' });
  await assertSamePatient(gateway, twin, String(bundle.patient.id));
  const { instance, stored } = await takeCollected(gateway, twin, bundle.resources);
  return {
    resources: bundle.entries,
    stored,
    duplicates: bundle.resources.length - stored,
    refused: bundle.setAside,
    issues: bundle.issues,
    instance,
  };
}

/**
 * Seals collected resources into the own lane, as far as they are new. The caller holds the lane.
 *
 * @returns the instance, and of how many resources it says something
 */
export async function takeCollected(
  gateway: Gateway,
  twin: KnownTwin,
  resources: readonly Collected[],
): Promise<{ readonly instance: Added; readonly stored: number }> {
  const author = await ownAuthor(gateway, twin);
  const handle = handleOf(gateway.lookupKey, twin.twinId);
  const { modules } = sortIntoModules(resources, {
    handle,
    recordedTime: new Date(gateway.nowS() * 1000).toISOString().replace('.000Z', 'Z'),
  });
  const statements = new Map<string, readonly Statement[]>(
    Object.entries(modules).filter(([, list]) => list.length > 0),
  );
  const instance = await addToLane(gateway, author, gateway.lookupKey, statements);
  // A resource is told by its handle: it counts as stored where any module got something new of it.
  const fresh = new Set(instance.fresh);
  return { instance, stored: resources.filter(({ source }) => fresh.has(handle(source.id))).length };
}

/** The patient of a twin as the hospital's own record names it, or a name that only this gateway uses where no record was taken in yet. */
export async function patientReference(gateway: Gateway, twin: KnownTwin): Promise<string> {
  return (await gateway.vault.getJson<string>(`patient-of/${twin.twinId}`)) ?? `Patient/${twin.twinId}`;
}

/** One record number, one twin: the hospital remembers which, under a keyed hash; or its registrar has said so. */
async function assertSamePatient(gateway: Gateway, twin: KnownTwin, patientId: string): Promise<void> {
  const known = await twinOfRecord(gateway, patientId);
  if (known !== undefined && known !== twin.twinId) {
    throw new GatewayError(
      'record-foreign',
      'The bundle is about a patient whose record belongs to another twin. Nothing was taken in; check the twin id.',
    );
  }
  const name = `patient-of/${twin.twinId}`;
  if ((await gateway.vault.getJson<string>(name)) === undefined)
    await gateway.vault.putJson(name, `Patient/${patientId}`);
  if (known === undefined) await mapRecord(gateway, patientId, twin.twinId);
}
