import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { findAnvil } from '@twinseal/chain';
import { openDataDirectory } from '@twinseal/store';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, twinseal } from './support/run.js';
import { type Bundle, shippedBundle, shippedStream, writeInput } from './support/small-input.js';

let bundle: Bundle;
beforeAll(async () => {
  bundle = await shippedBundle();
});

const copy = (): Bundle => structuredClone(bundle);
const find = (b: Bundle, type: string) =>
  b.entry.find((e: { resource: { resourceType: string } }) => e.resource.resourceType === type);

/** Runs the demonstration on a damaged input; it must be refused with one sentence, and nothing may have been written. */
async function refusal(damaged: unknown, stream?: Record<string, string>): Promise<string> {
  const input = await writeInput(damaged, stream);
  const folder = await freshFolder();
  const wearable = stream === undefined ? [] : ['--wearable', input.wearable];
  const { code, stdout, stderr } = await twinseal(
    ['demo', '--json', '--input', input.fhir, ...wearable, '--data-dir', 'data'],
    {
      cwd: folder,
    },
  );
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(await readdir(folder)).toEqual([]);
  return stderr;
}

describe('input that is refused, with file, place and what was expected', () => {
  it('not JSON', async () => {
    expect(await refusal('{"resourceType": "Bundle",')).toMatch(
      /patient\.json: at 1:27: .+; expected a quoted key/,
    );
  });

  it('JSON that is not FHIR', async () => {
    expect(await refusal({ hello: 'world' })).toMatch(
      /patient\.json: at .+; expected .+(FHIR|Bundle|resourceType)/,
    );
  });

  it('a bundle without a patient', async () => {
    const damaged = copy();
    damaged.entry = damaged.entry.filter(
      (e: { resource: { resourceType: string } }) => e.resource.resourceType === 'Organization',
    );
    expect(await refusal(damaged)).toMatch(/patient\.json: .*[Pp]atient.*; expected .*(one|1) Patient/);
  });

  it('a bundle with two patients', async () => {
    const damaged = copy();
    const second = structuredClone(find(damaged, 'Patient'));
    second.fullUrl = 'urn:uuid:00000000-0000-4000-8000-000000000001';
    second.resource.id = '00000000-0000-4000-8000-000000000001';
    second.resource.identifier = [{ system: 'urn:example', value: 'another' }];
    damaged.entry.push(second);
    expect(await refusal(damaged)).toMatch(/patient\.json: at .*entry\[\d+\].*; expected .*(one|1) Patient/);
  });

  it('a dangling reference', async () => {
    const damaged = copy();
    find(damaged, 'Condition').resource.encounter = {
      reference: 'urn:uuid:00000000-0000-4000-8000-000000000002',
    };
    expect(await refusal(damaged)).toMatch(/patient\.json: at .*entry\[\d+\].*encounter.*; expected/);
  });

  it('an unknown unit', async () => {
    const damaged = copy();
    const observation = damaged.entry.find(
      (e: { resource: { valueQuantity?: unknown } }) => e.resource.valueQuantity,
    );
    observation.resource.valueQuantity = {
      value: 1,
      unit: 'furlongs',
      system: 'http://unitsofmeasure.org',
      code: 'furlongs',
    };
    expect(await refusal(damaged)).toMatch(
      /patient\.json: at .*entry\[\d+\].*valueQuantity.*; expected .*UCUM/,
    );
  });

  it('a huge file', async () => {
    const folder = await freshFolder();
    await mkdir(join(folder, 'in'));
    await writeFile(join(folder, 'in', 'huge.json'), '');
    const { truncate } = await import('node:fs/promises');
    // Sparse: it has no blocks on the disk.
    await truncate(join(folder, 'in', 'huge.json'), 600 * 2 ** 20);
    const { code, stderr } = await twinseal(['demo', '--input', 'in', '--data-dir', 'data'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/huge\.json has 600 MiB; at most 512 MiB/);
    expect(await readdir(folder)).toEqual(['in']);
  });

  it('a CSV with other columns', async () => {
    const stream = await shippedStream(50);
    const name = Object.keys(stream).find((each) => each.includes('Glucose')) as string;
    stream[name] = (stream[name] as string).replace('bg_ts,value', 'when,how_much');
    expect(await refusal(bundle, stream)).toMatch(/Glucose2309\.csv: at 1:\d+: .+; expected .*bg_ts/);
  });

  it('an impossible glucose value, without repeating it', async () => {
    const stream = await shippedStream(50);
    const name = Object.keys(stream).find((each) => each.includes('Glucose')) as string;
    stream[name] = (stream[name] as string).replace(/(\n[^,]+,)[^\r\n]+/, '$17654.3');
    const message = await refusal(bundle, stream);
    expect(message).toMatch(/Glucose2309\.csv: at 2:value: .+; expected .*mmol\/L/);
    expect(message).not.toContain('7654.3');
  });

  it('a name or value of the input is never repeated in a message', async () => {
    const damaged = copy();
    find(damaged, 'Patient').resource.birthDate = 'Murray Hane was born long ago';
    const message = await refusal(damaged);
    expect(message).toMatch(/birthDate/);
    expect(message).not.toContain('Murray');
  });
});

describe('surroundings that are refused, with one clear sentence', () => {
  const expectOneSentence = (run: { code: number | null; stderr: string }, sentence: RegExp) => {
    expect(run.stderr).toMatch(sentence);
    expect(run.stderr).not.toMatch(/\n\s+at /);
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(run.code).toBe(2);
  };

  it('a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const folder = await freshFolder();
    const run = await twinseal(['demo', '--chain-port', String(port), '--data-dir', 'data'], { cwd: folder });
    server.close();
    expectOneSentence(run, new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is taken`));
    expect(await readdir(join(folder, 'data'))).toEqual([]);
  });

  it('a data directory that cannot be written', async () => {
    const folder = await freshFolder();
    await writeFile(join(folder, 'file'), '');
    const run = await twinseal(['demo', '--data-dir', join(folder, 'file', 'data')]);
    expectOneSentence(run, /data directory .+ cannot be written/);
  });

  it('a data directory in use by another process', async () => {
    const path = join(await freshFolder(), 'data');
    const directory = await openDataDirectory(path);
    const run = await twinseal(['demo', '--data-dir', path]);
    await directory.release();
    expectOneSentence(run, new RegExp(`is in use by process ${process.pid}`));
  });

  it('a data directory that holds something already', async () => {
    const folder = await freshFolder();
    await writeFile(join(folder, 'something'), '');
    const run = await twinseal(['demo', '--data-dir', folder]);
    expectOneSentence(run, /is not empty/);
    expect(await readdir(folder)).toEqual(['something']);
  });

  it('a chain without EIP-2537', async () => {
    const port = await freePort();
    const node = spawn(findAnvil(), ['--port', String(port), '--hardfork', 'cancun'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(node.stdout, 'data');
    const run = await twinseal(['demo', '--chain-url', `http://127.0.0.1:${port}`, '--data-dir', 'data']);
    node.kill();
    expectOneSentence(run, /lacks the BLS12-381 precompiles of EIP-2537/);
  });

  it('a chain that does not answer', async () => {
    const run = await twinseal([
      'demo',
      '--chain-url',
      `http://127.0.0.1:${await freePort()}`,
      '--data-dir',
      'data',
    ]);
    expectOneSentence(run, /No Ethereum node answers at/);
  });

  it('an older Node', async () => {
    const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'18.20.4'})`;
    const run = await twinseal(['demo'], { node: ['--import', pretend] });
    expectOneSentence(run, /needs Node 20\.19 or newer; this is Node 18\.20\.4/);
  });

  it('more patients than there are', async () => {
    expectOneSentence(await twinseal(['demo', '--patients', '7']), /asks for 7, but .+ holds 1 FHIR bundles/);
  });

  it('a folder that is no data directory, for fsck', async () => {
    expectOneSentence(
      await twinseal(['fsck', '--data-dir', await freshFolder()]),
      /no data directory of Twinseal/,
    );
  });

  it('a wrong option, and a module that does not exist', async () => {
    expect((await twinseal(['demo', '--frobnicate'])).code).toBe(2);
    const run = await twinseal(['demo', '--module', 'everything']);
    expect(run.stderr).toContain('Expected one of identity, conditions');
    expect(run.code).toBe(2);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
