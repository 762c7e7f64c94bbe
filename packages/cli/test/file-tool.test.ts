import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { armor, Decrypter } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { BUILT, freshFolder } from './support/run.js';

const PASSPHRASE = 'a passphrase for tests';
let folder: string;

async function run(
  args: readonly string[],
  input: Uint8Array | string = '',
  passphrase: string | undefined = PASSPHRASE,
) {
  const { TWINSEAL_PASSPHRASE: _, TWINSEAL_HOME: __, ...env } = process.env;
  const child = spawn(process.execPath, [BUILT, ...args], {
    cwd: folder,
    env: passphrase === undefined ? env : { ...env, TWINSEAL_PASSPHRASE: passphrase },
  });
  child.stdin.on('error', () => undefined); // a refused command closes its input early
  child.stdin.end(input);
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk) => out.push(chunk));
  child.stderr.on('data', (chunk) => err.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    code,
    bytes: Buffer.concat(out),
    stdout: Buffer.concat(out).toString('utf8'),
    stderr: Buffer.concat(err).toString('utf8'),
  };
}

beforeAll(async () => {
  folder = await freshFolder();
  expect((await run(['authority', 'setup', '--max-recipients', '4'])).stderr).toBe('');
  expect(
    (await run(['authority', 'extract', 'hospital:north', 'hospital:south', 'patient:ada'])).stderr,
  ).toBe('');
  await writeFile(join(folder, 'letter'), 'a letter to Ada');
  const sealed = await run([
    'seal',
    '-r',
    'patient:ada',
    '-r',
    'hospital:south',
    '-s',
    'hospital:north',
    '--context',
    'letters',
    '-o',
    'letter.sealed',
    'letter',
  ]);
  expect(sealed).toMatchObject({ code: 0, stdout: '', stderr: '' });
});

describe('keys at rest', () => {
  it('are age files, readable by their owner only, that age itself opens', async () => {
    const keys = join(folder, 'twinseal-keys', 'keys');
    expect((await readdir(keys)).sort()).toEqual([
      'hospital%3Anorth%231.age',
      'hospital%3Asouth%231.age',
      'patient%3Aada%231.age',
    ]);
    const path = join(keys, 'patient%3Aada%231.age');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const text = await readFile(path, 'utf8');
    expect(text).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/);
    const age = new Decrypter();
    age.addPassphrase(PASSPHRASE);
    expect((await age.decrypt(armor.decode(text))).length).toBeGreaterThan(96);
  });

  it('are never overwritten', async () => {
    expect(await run(['authority', 'setup'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('never overwritten'),
    });
    expect(await run(['authority', 'extract', 'patient:ada'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('never overwritten'),
    });
  });
});

describe('seal, open, verify, inspect', () => {
  it('gives every recipient the file, and names the sender', async () => {
    for (const identity of ['patient:ada', 'hospital:south#1']) {
      const opened = await run(['open', '-i', identity, 'letter.sealed']);
      expect(opened).toMatchObject({ code: 0, stdout: 'a letter to Ada' });
      expect(opened.stderr).toContain('From hospital:north#1');
    }
  });

  it('works through standard input and output, with any bytes', async () => {
    const content = randomBytes(300_000);
    const sealed = await run(['seal', '-r', 'patient:ada', '-s', 'hospital:north'], content);
    const opened = await run(['open', '-i', 'patient:ada'], sealed.bytes);
    expect(opened.bytes.equals(content)).toBe(true);
  });

  it('verifies without any key', async () => {
    const { code, stdout } = await run(['verify', '--json', 'letter.sealed'], '', undefined);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      sender: 'hospital:north#1',
      recipients: ['patient:ada#1', 'hospital:south#1'],
      context: 'letters',
      segments: 1,
    });
    expect(await run(['verify', '-s', 'hospital:south', 'letter.sealed'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('author-proof'),
    });
  });

  it('inspects without parameters, and says that it checks nothing', async () => {
    const { code, stdout } = await run(['inspect', 'letter.sealed'], '', undefined);
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing of this was checked');
  });

  it('says what is wrong with an envelope, with exit code 1, and leaves no file behind', async () => {
    const envelope = await readFile(join(folder, 'letter.sealed'));
    const altered = Buffer.from(envelope);
    altered[altered.length - 150] = (altered[altered.length - 150] as number) ^ 1;
    await writeFile(join(folder, 'altered'), altered);
    await writeFile(join(folder, 'cut'), envelope.subarray(0, -1));
    await writeFile(join(folder, 'other'), 'no envelope at all');
    const cases: [string, string, string][] = [
      ['hospital:north', 'letter.sealed', 'not-a-recipient'],
      ['patient:ada', 'altered', 'author-proof'],
      ['patient:ada', 'cut', 'stream'],
      ['patient:ada', 'other', 'decode'],
    ];
    for (const [identity, file, code] of cases) {
      const opened = await run(['open', '-i', identity, '-o', 'out', file]);
      expect(opened).toMatchObject({ code: 1, stdout: '' });
      expect(opened.stderr).toContain(`(${code})`);
      expect(opened.stderr.trimEnd().split('\n')).toHaveLength(1);
    }
    expect((await readdir(folder)).filter((name) => name.startsWith('out'))).toEqual([]);
  });

  it('refuses what cannot be done, with exit code 2 and one sentence, before any work', async () => {
    const cases: [readonly string[], RegExp, string?][] = [
      [['seal', '-r', 'a', 'b', 'c', 'd', 'e', '-s', 'hospital:north', '-o', 'out', 'letter'], /recipients/],
      [
        ['seal', '-r', 'patient:ada', 'patient:ada', '-s', 'hospital:north', '-o', 'out', 'letter'],
        /named twice/,
      ],
      [
        ['seal', '-r', 'patient:ada', '-s', 'hospital:west', '-o', 'out', 'letter'],
        /no key of hospital:west#1/,
      ],
      [['seal', '-r', '#1', '-s', 'hospital:north', '-o', 'out', 'letter'], /must not be empty/],
      [['seal', '-r', 'patient:ada', '-s', 'hospital:north', '-o', 'out', 'absent'], /absent cannot be read/],
      [
        ['seal', '-r', 'patient:ada', '-s', 'hospital:north', '-o', 'no/such/folder/out', 'letter'],
        /cannot be written/,
      ],
      [['open', '-i', 'patient:ada', 'letter.sealed'], /key file does not open/, 'a wrong passphrase'],
      [
        ['open', '-i', 'patient:ada', '--passphrase-file', 'absent', 'letter.sealed'],
        /absent cannot be read/,
      ],
      [['verify', '--home', 'elsewhere', 'letter.sealed'], /parameters\.bin is missing/],
      [['authority', 'setup', '--home', 'new', '--max-recipients', '1'], /whole number from 2/],
    ];
    for (const [args, sentence, passphrase] of cases) {
      const refused = await run(args, '', passphrase ?? PASSPHRASE);
      expect(refused.stderr).toMatch(sentence);
      expect(refused.stderr).not.toMatch(/\n\s+at /);
      expect(refused.stderr).not.toContain(PASSPHRASE);
      expect(refused.code).toBe(2);
    }
    expect((await readdir(folder)).filter((name) => name.startsWith('out'))).toEqual([]);
  });

  it('refuses the key of another authority', async () => {
    expect((await run(['authority', 'setup', '--home', 'others', '--max-recipients', '4'])).code).toBe(0);
    expect((await run(['authority', 'extract', '--home', 'others', 'patient:ada'])).code).toBe(0);
    const opened = await run(['open', '--home', 'others', '-i', 'patient:ada', 'letter.sealed']);
    expect(opened).toMatchObject({ code: 1, stdout: '' });
    expect(opened.stderr).toContain('another authority');
  });
});
