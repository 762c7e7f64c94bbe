/** What happens in a town that is tortured: patients come, records grow, access is granted and taken back. Every step may be repeated; what is done already is found and not done twice. */

import { join } from 'node:path';
import type { TimelineEntry } from '@twinseal/twin';
import { GatewayClient } from '../consortium/gateway-client.js';
import { assign, digestOf, loadedBefore } from '../consortium/load-patients.js';
import { openPatient } from '../consortium/open-patient.js';
import { hospitalAuthorId } from '../consortium/patient-home.js';
import type { Town } from '../consortium/town.js';
import type { PatientInput } from '../demo/input.js';

/** A second in the past, the same in every run. */
const MEASURED_AT = Date.UTC(2026, 0, 5, 8, 0, 0);
const DAY_MS = 86_400_000;

/** One thing that is done in a town, by people. */
export interface Step {
  readonly name: string;
  run(): Promise<void>;
}

/** @returns whether every patient of the inputs has been brought in */
export async function isLoaded(town: Town, inputs: readonly PatientInput[]): Promise<boolean> {
  const loaded = new Set((await loadedBefore(town)).map(({ digest }) => digest));
  return inputs.every((input) => loaded.has(digestOf(input)));
}

/** What is done once for each patient, after the town has brought them in. */
export function firstSteps(
  town: Town,
  inputs: readonly PatientInput[],
  hospitals: readonly string[],
): Step[] {
  return inputs.flatMap((input, index) => {
    const { custodian, reader } = assign(inputs, hospitals)[index] as ReturnType<typeof assign>[number];
    const folder = town.patient(digestOf(input).slice(0, 16));
    const other = hospitals.find((id) => id !== custodian && id !== reader) ?? reader;
    return [
      {
        name: `patient ${index} adds to the own lane`,
        run: async () => {
          const home = await openPatient(folder, town);
          await home.addToOwnLane([
            new Map([['medications', [ownStatement(index)]]]),
            new Map([['medications', [ownStatement(index + 1000)]]]),
          ]);
        },
      },
      {
        name: `patient ${index} grants ${other}`,
        run: async () => {
          const home = await openPatient(folder, town);
          if (!(await holdsGrant(town, home.twinId, other)))
            await home.grant(hospitalAuthorId(other), ['conditions', 'laboratory'], { days: 3 });
        },
      },
      measurement(town, input, custodian, 0),
      {
        name: `patient ${index} takes back what ${reader} was granted`,
        run: async () => {
          const home = await openPatient(folder, town);
          await home.revokeReading(hospitalAuthorId(reader));
        },
      },
      measurement(town, input, custodian, 1),
    ];
  });
}

/** One more measurement for every patient, at the custodian. @param round from 2 */
export function roundOf(
  town: Town,
  inputs: readonly PatientInput[],
  hospitals: readonly string[],
  round: number,
): Step[] {
  return inputs.map((input, index) =>
    measurement(town, input, (assign(inputs, hospitals)[index] as { custodian: string }).custodian, round),
  );
}

function measurement(town: Town, input: PatientInput, hospital: string, number: number): Step {
  return {
    name: `${hospital} measures, ${number}`,
    run: async () => {
      const { hospitals } = await town.manifest();
      const port = hospitals.find(({ id }) => id === hospital)?.port;
      const client = await GatewayClient.open(town.hospital(hospital), `http://127.0.0.1:${port}`);
      const twinId = (await openPatient(town.patient(digestOf(input).slice(0, 16)), town)).twinId;
      const account = await client.addRecord(
        twinId,
        JSON.stringify(measurementOf(input, number)),
        'measurement',
      );
      if (account.refused > 0 || account.resources !== account.stored + account.duplicates)
        throw new TypeError(`the account of measurement ${number} does not add up`);
    },
  };
}

/** When a measurement was taken, in ms since 1970: each has a time of its own. */
export function measuredAt(number: number): number {
  return MEASURED_AT + number * DAY_MS;
}

/** A bundle with one measurement more. */
export function measurementOf(input: PatientInput, number: number): object {
  return bundleOf(input, {
    resourceType: 'Observation',
    id: `torture-${number}`,
    status: 'final',
    category: [
      {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' },
        ],
      },
    ],
    code: { coding: [{ system: 'http://loinc.org', code: '8867-4', display: 'Heart rate' }] },
    subject: { reference: `urn:uuid:${String(input.bundle.patient.id)}` },
    effectiveDateTime: new Date(measuredAt(number)).toISOString().replace('.000Z', 'Z'),
    valueQuantity: {
      value: 60 + (number % 40),
      unit: '/min',
      system: 'http://unitsofmeasure.org',
      code: '/min',
    },
  });
}

/** A bundle with a medication. */
export function prescriptionOf(input: PatientInput): object {
  return bundleOf(input, {
    resourceType: 'MedicationRequest',
    id: 'torture-prescription',
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: {
      coding: [
        {
          system: 'http://www.nlm.nih.gov/research/umls/rxnorm',
          code: '860975',
          display: '24 HR metformin hydrochloride 500 MG Extended Release Oral Tablet',
        },
      ],
    },
    subject: { reference: `urn:uuid:${String(input.bundle.patient.id)}` },
    authoredOn: '2026-01-05T08:00:00Z',
  });
}

function bundleOf(input: PatientInput, resource: Readonly<Record<string, unknown>>): object {
  const { patient } = input.bundle;
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      { fullUrl: `urn:uuid:${String(patient.id)}`, resource: patient },
      { fullUrl: `https://example.org/${String(resource.id)}`, resource },
    ],
  };
}

function ownStatement(number: number) {
  return {
    op: 'put' as const,
    source: { system: 'urn:example:app', id: `own-${number}`, version: '1' },
    sourceTime: '2026-01-01T08:00:00Z',
    recordedTime: '2026-01-01T08:00:00Z',
    resource: {
      resourceType: 'MedicationStatement',
      id: `own-${number}`,
      status: 'active',
      medicationCodeableConcept: { text: `of the patient's own, ${number}` },
      subject: { reference: 'urn:example:me' },
    },
  };
}

async function holdsGrant(town: Town, twinId: string, hospital: string): Promise<boolean> {
  const { consortium, chainPort } = await town.manifest();
  const { ConsortiumReader, connect } = await import('@twinseal/chain');
  const reader = new ConsortiumReader(await connect(`http://127.0.0.1:${chainPort}`), consortium);
  const grants = await reader.grants(`0x${twinId}`, Math.floor(Date.now() / 1000));
  return grants.some(
    ({ live, terms }) =>
      live && terms.hospital === hospitalAuthorId(hospital) && (terms.operations & 1) !== 0,
  );
}

/** What must be the same in every run: by gateway and twin, the view and every line of the timeline. */
export type Outcome = Readonly<Record<string, unknown>>;

/** How a running town stands. `open` counts what is still under way; the outcome is worth something when nothing is. */
export async function outcomeOf(town: Town): Promise<{ readonly open: number; readonly outcome: Outcome }> {
  const outcome: Record<string, unknown> = {};
  let open = 0;
  const { hospitals } = await town.manifest();
  for (const { id, port } of hospitals) {
    const client = await GatewayClient.open(town.hospital(id), `http://127.0.0.1:${port}`);
    const status = await client.status();
    open += Object.values(status.waiting).reduce((sum, count) => sum + count, 0) + status.totals.unanchored;
    outcome[id] = { lanes: status.totals.lanes, instances: status.totals.instances };
    for (const twin of status.twins) {
      if (twin.state !== 'verified') open++;
      const entries = await client.timeline(twin.twinId);
      outcome[`${id}/${twin.twinId}`] = {
        role: twin.role,
        granted: twin.view?.granted,
        closedLanes: twin.view?.closedLanes,
        accessVersion: twin.view?.accessVersion,
        lanes: [...(twin.view?.lanes ?? [])]
          .map(({ author, instances, opened, state }) => ({ author, instances, opened, state }))
          .sort((a, b) => (a.author < b.author ? -1 : 1)),
        entries: entries.map(stable).sort(),
      };
    }
  }
  return { open, outcome };
}

/** A line without what is told by the clock of the run. */
function stable(entry: TimelineEntry): string {
  return JSON.stringify(entry, (key, value) => (/^recorded/.test(key) ? undefined : value));
}

/** Where two outcomes differ, in words without clinical content; empty where they do not. */
export function differences(expected: Outcome, found: Outcome): string[] {
  const told: string[] = [];
  for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const [a, b] = [expected[key], found[key]] as Record<string, unknown>[];
    if (a === undefined || b === undefined) {
      told.push(`${key}: only in ${a === undefined ? 'the tortured' : 'the undisturbed'} run`);
      continue;
    }
    for (const field of new Set([...Object.keys(a), ...Object.keys(b)])) {
      if (JSON.stringify(a[field]) === JSON.stringify(b[field])) continue;
      told.push(
        field === 'entries'
          ? `${key}: ${(a.entries as string[]).length} lines undisturbed, ${(b.entries as string[]).length} tortured, ${missing(a, b)} missing, ${missing(b, a)} more`
          : `${key}: ${field} is ${JSON.stringify(b[field])} instead of ${JSON.stringify(a[field])}`,
      );
    }
  }
  return told;
}

function missing(from: Record<string, unknown>, of: Record<string, unknown>): number {
  const there = new Set(of.entries as string[]);
  return (from.entries as string[]).filter((line) => !there.has(line)).length;
}

/** Folder in which a run keeps what it prints. */
export function logOf(folder: string, run: string): string {
  return join(folder, `${run}.log`);
}
