import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PlaintextSearch, textNeedle } from '@twinseal/gateway';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, twinseal } from './support/run.js';
import { shippedBundle, shippedStream, writeInput } from './support/small-input.js';

/** Fields whose text is free in FHIR R4 (string, markdown, xhtml, base64Binary): a canary there leaves the resource valid. */
const FREE_TEXT = new Set([
  'family',
  'given',
  'prefix',
  'suffix',
  'text',
  'display',
  'line',
  'city',
  'district',
  'state',
  'postalCode',
  'valueString',
  'title',
  'description',
  'comment',
  'patientInstruction',
  'lotNumber',
  'div',
]);

/** Plants a fresh canary in the first field of each kind (resource type and path), and returns them by kind. */
function plantCanaries(bundle: { entry: { resource: Record<string, unknown> }[] }): Map<string, string> {
  const canaries = new Map<string, string>();
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, path);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) {
        const kind = `${path}.${key}`;
        const isIdentifier = key === 'value' && /\.(identifier|telecom)$/.test(path);
        const plant = (old: string) => {
          const canary = `canary-${randomBytes(6).toString('hex')}`;
          canaries.set(kind, canary);
          return key === 'div' ? old.replace('</div>', ` ${canary}</div>`) : canary;
        };
        if (canaries.has(kind) || !(FREE_TEXT.has(key) || isIdentifier)) {
          if (typeof each === 'object') visit(each, kind);
        } else if (typeof each === 'string') (value as Record<string, unknown>)[key] = plant(each);
        else if (Array.isArray(each) && typeof each[0] === 'string') each[0] = plant(each[0]);
        else visit(each, kind);
      }
    }
  };
  for (const { resource } of bundle.entry) {
    // A hospital's name is public in the consortium: it becomes the hospital's id.
    if (resource.resourceType !== 'Organization') visit(resource, String(resource.resourceType));
  }
  return canaries;
}

describe('twinseal demo', () => {
  let folder: string;
  let dataDir: string;
  let canaries: Map<string, string>;
  let run: Awaited<ReturnType<typeof twinseal>>;

  beforeAll(async () => {
    const bundle = await shippedBundle();
    // A note by a clinician, and an attachment: kinds of field that the shipped bundle lacks.
    const condition = bundle.entry.find(
      (entry: { resource: { resourceType: string } }) => entry.resource.resourceType === 'Condition',
    );
    condition.resource.note = [{ text: 'to be replaced' }];
    bundle.entry[0].resource.photo = [
      {
        contentType: 'text/plain',
        data: Buffer.from('canary-in-a-photo').toString('base64'),
        title: 'to be replaced',
      },
    ];
    canaries = plantCanaries(bundle);
    canaries.set('Patient.photo.data', 'canary-in-a-photo');
    const stream = await shippedStream();
    const meals = Object.keys(stream).find((name) => name.includes('Nutrition')) as string;
    stream[meals] = (stream[meals] as string).replace(/(\n[^,]*,[^,]*,)[^,]*/, '$1canary-of-a-meal');
    canaries.set('meal_tag', 'canary-of-a-meal');
    const input = await writeInput(bundle, stream);
    folder = await freshFolder();
    dataDir = join(folder, 'data');
    run = await twinseal([
      'demo',
      '--input',
      input.fhir,
      '--wearable',
      input.wearable,
      '--data-dir',
      dataDir,
      '--json',
    ]);
  });

  it('ends well and prints one JSON object and nothing else', () => {
    expect(run.stderr).toBe('');
    expect(run.code).toBe(0);
    const report = JSON.parse(run.stdout);
    expect(run.stdout.trimEnd()).not.toContain('\n');
    expect(report).toMatchObject({
      patients: 1,
      hospitals: 4,
      gateways: 4,
      // Every gateway is closed and opened again from disk, and B must see the same.
      restarts: 4,
      reopened: true,
      lanes: 5,
      requests: { granted: 1, refused: 1 },
      plaintextHits: 0,
    });
    expect(report.anchored).toBe(report.instances);
    // Four hospitals' imports, and a patient's stream of more than two weeks.
    expect(report.instances).toBeGreaterThanOrEqual(4 + 3);
    expect(report.verified).toBe(report.instances);
    expect(report.tampered.rejected).toBe(report.tampered.tried);
    expect(report.tampered.tried).toBeGreaterThan(20);
    expect(Object.keys(report).sort()).toEqual(
      'anchored bytesSealed gas gateways hospitals instances lanes opened parts patients peakRssMiB plaintextHits reopened requests restarts seconds sources tampered verified'.split(
        ' ',
      ),
    );
    expect(Object.keys(report.gas).sort()).toEqual(
      'admit anchorMax anchorMedian grant register request'.split(' '),
    );
    expect(report.seconds.total).toBeGreaterThan(0);
  });

  it('planted canaries in every kind of free text that the input has', () => {
    const kinds = [...canaries.keys()];
    expect(kinds).toEqual(
      expect.arrayContaining([
        'Patient.name.family',
        'Patient.name.given',
        'Patient.address.line',
        'Patient.telecom.value',
        'Patient.identifier.value',
        'Patient.text.div',
        'Patient.photo.data',
        'Condition.note.text',
        'Condition.code.text',
        'Condition.code.coding.display',
        'Practitioner.name.family',
        'Observation.code.text',
        'meal_tag',
      ]),
    );
    expect(kinds.length).toBeGreaterThan(40);
  });

  it('leaves no canary in the data directory, the chain state or what it printed', async () => {
    const search = new PlaintextSearch([...canaries].map(([kind, canary]) => textNeedle(kind, canary)));
    const { hits, files, bytes } = await search.searchFolder(folder);
    expect(hits).toEqual([]);
    expect(files).toBeGreaterThan(100);
    expect(bytes).toBeGreaterThan((await readFile(join(dataDir, 'chain', 'state.json'))).length);
    expect(search.searchBytes(Buffer.from(run.stdout + run.stderr))).toEqual([]);
  });

  it('would have found one', async () => {
    const [kind, canary] = [...canaries][0] as [string, string];
    const planted = await freshFolder();
    await mkdir(join(planted, 'blobs'));
    await writeFile(
      join(planted, 'blobs', 'object'),
      Buffer.concat([randomBytes(999), gzipSync(`{"text":"${canary}"}`), randomBytes(999)]),
    );
    const { hits } = await new PlaintextSearch([textNeedle(kind, canary)]).searchFolder(planted);
    expect(hits).toHaveLength(1);
  });

  it('leaves a directory that fsck finds nothing wrong with', async () => {
    const { code, stdout } = await twinseal(['fsck', '--data-dir', dataDir, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ faults: [], notices: [] });
    expect(code).toBe(0);
  });

  it('shows a person progress, a timeline with sources, and what to try next', async () => {
    const input = await writeInput(await shippedBundle());
    const { code, stdout } = await twinseal(['demo', '--input', input.fhir, '--module', 'conditions']);
    expect(code).toBe(0);
    expect(stdout).toContain('B was granted conditions');
    expect(stdout).toMatch(/\d{4}-\d\d-\d\d {2}.+\[[a-z-]+ #\d+\]/);
    expect(stdout).toContain('Everything that must hold held.');
    expect(stdout).toMatch(/twinseal fsck --data-dir \S+/);
    expect(stdout).toContain('no external review');
    // Restricted content was not granted with anything else.
    expect(stdout).not.toContain('Alcoholism');
  });
});
