/** One file a gateway: what it may say, what is refused and how, and what may override it. */

import { chmod, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  blobConfig,
  ConfigError,
  configJsonSchema,
  configOverrides,
  databaseUrl,
  describeConfig,
  isLoopbackAddress,
  isLoopbackHost,
  loadConfig,
} from '../../src/config/index.js';

const ADDRESS = '0x5FbDB2315678afecb367f032d93F642f64180aa3';
const CANARY = 'hunter2-canary';

const least = {
  hospital: 'north',
  dataDir: 'data',
  endpoint: 'https://north.example',
  chain: { url: 'http://127.0.0.1:8545' },
  consortium: {
    chainId: 31337,
    hospitals: ADDRESS,
    registration: ADDRESS,
    access: ADDRESS,
    twins: ADDRESS,
    requests: ADDRESS,
    book: ADDRESS,
    firstBlock: 1,
  },
  parametersFile: 'parameters.bin',
};

// biome-ignore lint/suspicious/noExplicitAny: a configuration, to be damaged at will
async function fileWith(change: (config: any) => void = () => undefined): Promise<string> {
  const config = structuredClone(least);
  change(config);
  return fileOf(JSON.stringify(config));
}

async function fileOf(text: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'twinseal-config-')), 'gateway.json');
  await writeFile(file, text);
  return file;
}

/** The error of a configuration that is refused; no message of it ever quotes a value. */
async function refusal(file: string, env: Record<string, string> = {}): Promise<ConfigError> {
  const error = await loadConfig(file, env).then(
    () => new Error('it was taken'),
    (thrown: unknown) => thrown as Error,
  );
  expect(error).toBeInstanceOf(ConfigError);
  expect(error.message).not.toContain(CANARY);
  expect(String((error as { cause?: unknown }).cause ?? '')).not.toContain(CANARY);
  return error as ConfigError;
}

describe('loadConfig', () => {
  it('fills in every default, and makes every path absolute', async () => {
    const file = await fileWith();
    const at = (...parts: string[]) => join(dirname(file), ...parts);
    expect(await loadConfig(file, {})).toEqual({
      file,
      hospital: 'north',
      dataDir: at('data'),
      listen: { host: '127.0.0.1', port: 8480 },
      endpoint: 'https://north.example',
      chain: { url: 'http://127.0.0.1:8545', pollS: 2 },
      consortium: least.consortium,
      parametersFile: at('parameters.bin'),
      keys: {
        identityFile: at('data', 'keys', 'identity.key'),
        controlFile: at('data', 'keys', 'control.key'),
        vaultFile: at('data', 'keys', 'vault.key'),
      },
      database: { kind: 'pglite', folder: at('data', 'database') },
      blobs: { kind: 'folder', folder: at('data', 'blobs') },
      offline: { kind: 'folder', folder: at('data', 'offline') },
      vaultFolder: at('data', 'vault'),
      receiptsFile: at('data', 'receipts.log'),
      follow: { maxBlocksPerPoll: 2000 },
      log: { level: 'info' },
      limits: {
        bodyMiB: 96,
        requestsPerMinute: 1200,
        decisionTimeoutS: 8,
        handlerTimeoutS: 30,
        clientTimeoutS: 60,
        readsPerTwinPerHour: 2400,
        unusualReadsPerTwinPerHour: 600,
        unusualTwinsPerHour: 40,
        unusualDenialsPerHour: 10,
      },
      storagePolicy: { inactiveAfterDays: 90 },
      receipts: { anchorEvery: 1000, anchorAfterS: 300 },
      reading: { purposes: ['TREAT'] },
      anchoring: { mode: 'direct', everyS: 300, most: 1000 },
      signIn: {
        sessionMinutes: 15,
        attemptsPerMinute: 60,
        lockAfter: 5,
        lockS: 30,
        lockMaxS: 3600,
        trustedProxies: [],
      },
      patientPage: { registrationsPerHour: 60 },
    });
  });

  it('resolves written paths against the file, and takes absolute ones as they are', async () => {
    const file = await fileWith((config) => {
      config.dataDir = '../elsewhere';
      config.keys = { vaultFile: 'k/vault', controlFile: '/keys/control' };
      config.blobs = { kind: 'folder', folder: 'objects' };
    });
    const config = await loadConfig(file, {});
    expect(config.dataDir).toBe(join(dirname(file), '..', 'elsewhere'));
    expect(config.keys.vaultFile).toBe(join(dirname(file), 'k', 'vault'));
    expect(config.keys.controlFile).toBe('/keys/control');
    expect(config.keys.identityFile).toBe(join(config.dataDir, 'keys', 'identity.key'));
    expect(config.blobs).toEqual({ kind: 'folder', folder: join(dirname(file), 'objects') });
  });

  it('names every wrong field at once, with what was expected and never what was there', async () => {
    const file = await fileWith((config) => {
      delete config.hospital;
      config.dataDir = 7;
      config.listen = { port: 70_000 };
      config.endpoint = `ftp://${CANARY}`;
      config.chain.url = `http://user:${CANARY}@127.0.0.1:8545`;
      config.consortium.book = CANARY;
      config.consortium.twins = ADDRESS.toLowerCase().replace('a', 'A');
      config.log = { level: CANARY };
      config.limits = { bodyMiB: 1.5 };
    });
    const error = await refusal(file);
    expect(error.code).toBe('config-invalid');
    expect(Object.fromEntries(error.problems.map(({ path, problem }) => [path, problem]))).toEqual({
      hospital: expect.stringMatching(/^missing; expected a hospital id/),
      dataDir: 'expected a path',
      'listen.port': expect.stringContaining('from 0 to 65535'),
      endpoint: expect.stringContaining('expected an http or https address'),
      'chain.url': expect.stringContaining('without user and password'),
      'consortium.book': expect.stringContaining('0x and 40 hexadecimal digits'),
      'consortium.twins': expect.stringContaining('checksum'),
      'log.level': 'expected one of silent, error, warn, info, debug',
      'limits.bodyMiB': expect.stringContaining('whole number'),
    });
    for (const { path } of error.problems) expect(error.message).toContain(path);
  });

  it.each([
    ['dataDIr', [], 'did you mean dataDir?'],
    ['prot', ['listen'], 'did you mean port?'],
    ['max_blocks_per_poll', ['follow'], 'did you mean maxBlocksPerPoll?'],
    ['postgresPassword', ['database'], 'known here: kind, folder'],
    ['__proto__', [], 'unknown key'],
    ['constructor', ['chain'], 'known here: url, pollS'],
  ])('refuses the unknown key %s', async (key, path, advice) => {
    const inner = `"${key}": "${CANARY}"`;
    const text = JSON.stringify({ ...least, listen: {}, follow: {}, database: { kind: 'pglite' } });
    const place = path[0] === undefined ? '{' : `"${path[0]}":{`;
    const comma = ['listen', 'follow'].includes(path[0] ?? '') ? '' : ',';
    const error = await refusal(await fileOf(text.replace(place, `${place}${inner}${comma}`)));
    expect(error.problems).toHaveLength(1);
    expect(error.problems[0]?.path).toBe([...path, key].join('.'));
    expect(error.problems[0]?.problem).toContain(advice);
  });

  it('tells where a file is no JSON, without quoting it', async () => {
    const error = await refusal(await fileOf(`{\n  "hospital": "north",\n  "password": ${CANARY}\n}`));
    expect(error).toMatchObject({ code: 'config-syntax' });
    expect(error.message).toContain('line 3');
  });

  it.each([
    [
      'a missing file',
      async () => join(await mkdtemp(join(tmpdir(), 'twinseal-')), 'none.json'),
      'config-unreadable',
    ],
    ['a folder', async () => mkdtemp(join(tmpdir(), 'twinseal-')), 'config-unreadable'],
    ['a huge file', async () => fileOf(' '.repeat(2 ** 20 + 1)), 'config-unreadable'],
    ['an empty file', async () => fileOf(''), 'config-syntax'],
    ['a list', async () => fileOf('[]'), 'config-syntax'],
    ['a text', async () => fileOf('"x"'), 'config-syntax'],
  ])('refuses %s', async (_name, make, code) => {
    expect((await refusal(await make())).code).toBe(code);
  });

  it.each([
    ['database', { kind: 'sqlite' }],
    ['database', { kind: 'postgres' }],
    ['database', { kind: 'postgres', urlEnv: 'A', urlFile: 'b' }],
    ['database', { kind: 'postgres', urlEnv: `postgres://u:${CANARY}@h/d` }],
    ['database', CANARY],
    ['blobs', { kind: 's3', endpoint: 'https://s3.example', bucket: 'b1b', accessKeyIdEnv: 'A' }],
    [
      'blobs',
      {
        kind: 's3',
        endpoint: 'https://s3.example',
        bucket: 'UPPER',
        accessKeyIdEnv: 'A',
        secretAccessKeyEnv: 'B',
      },
    ],
  ])('refuses as %s %j', async (section, value) => {
    const error = await refusal(
      await fileWith((config) => {
        config[section] = value;
      }),
    );
    expect(error.problems.every(({ path }) => path.startsWith(section))).toBe(true);
  });
});

describe('overrides from the environment', () => {
  it('are one for each field, typed as the field is', async () => {
    const overrides = configOverrides();
    expect(new Set(overrides.map(({ variable }) => variable)).size).toBe(overrides.length);
    const config = await loadConfig(await fileWith(), {
      TWINSEAL_HOSPITAL: 'south',
      TWINSEAL_LISTEN_PORT: '0',
      TWINSEAL_CHAIN_POLL_S: '0.5',
      TWINSEAL_LIMITS_BODY_MIB: '8',
      TWINSEAL_LOG_LEVEL: 'debug',
      TWINSEAL_KEYS_VAULT_FILE: '/keys/vault',
      HOME: '/somewhere',
      TWINSEAL_HOME: '/somewhere',
    });
    expect(config).toMatchObject({
      hospital: 'south',
      listen: { port: 0 },
      chain: { pollS: 0.5 },
      limits: { bodyMiB: 8 },
      log: { level: 'debug' },
      keys: { vaultFile: '/keys/vault' },
    });
  });

  it('may choose another kind of database, and then drop what the file said of the first', async () => {
    const file = await fileWith((config) => {
      config.database = { kind: 'pglite', folder: 'db' };
    });
    const config = await loadConfig(file, {
      TWINSEAL_DATABASE_KIND: 'postgres',
      TWINSEAL_DATABASE_URL_ENV: 'TWINSEAL_DATABASE_URL',
      TWINSEAL_DATABASE_URL: `postgres://u:${CANARY}@localhost/d`,
    });
    expect(config.database).toEqual({ kind: 'postgres', url: { env: 'TWINSEAL_DATABASE_URL' } });
  });

  it('are refused where they are wrong or misspelt, by the name of the variable and without its value', async () => {
    const error = await refusal(await fileWith(), {
      TWINSEAL_CHAIN_POLL_S: CANARY,
      TWINSEAL_LISTEN_PORT: '0x10',
      TWINSEAL_LIMITS_BODY_MIB: '100000',
      TWINSEAL_LISTEN_PROT: CANARY,
    });
    expect(error.problems.map(({ variable }) => variable).sort()).toEqual([
      'TWINSEAL_CHAIN_POLL_S',
      'TWINSEAL_LIMITS_BODY_MIB',
      'TWINSEAL_LISTEN_PORT',
      'TWINSEAL_LISTEN_PROT',
    ]);
    expect(error.message).toContain('did you mean TWINSEAL_LISTEN_PORT?');
  });
});

describe('signIn', () => {
  const oidc = { issuer: 'https://id.north.example', audience: 'north' };

  it('has defaults for an OpenID provider that follows RFC 9068', async () => {
    const config = await loadConfig(
      await fileWith((file) => {
        file.signIn = { oidc };
      }),
      {},
    );
    expect(config.signIn.oidc).toEqual({
      ...oidc,
      algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
      tokenType: 'at+jwt',
      clockSkewS: 30,
      maxTokenAgeS: 3600,
      keysMaxAgeS: 600,
      rolesClaim: '/roles',
      roles: { clinician: [], registrar: [], auditor: [], operator: [] },
    });
  });

  it('takes lists from the environment, with commas between', async () => {
    const config = await loadConfig(await fileWith(), {
      TWINSEAL_SIGN_IN_OIDC_ISSUER: oidc.issuer,
      TWINSEAL_SIGN_IN_OIDC_AUDIENCE: oidc.audience,
      TWINSEAL_SIGN_IN_OIDC_ROLES_CLINICIAN: 'doctor, nurse,',
      TWINSEAL_SIGN_IN_TRUSTED_PROXIES: '10.0.0.0/8,::1',
    });
    expect(config.signIn.oidc?.roles.clinician).toEqual(['doctor', 'nurse']);
    expect(config.signIn.trustedProxies).toEqual(['10.0.0.0/8', '::1']);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a symmetric algorithm', { oidc: { ...oidc, algorithms: ['HS256'] } }, 'signIn.oidc.algorithms.0'],
    ['no signature', { oidc: { ...oidc, algorithms: ['none'] } }, 'signIn.oidc.algorithms.0'],
    ['no algorithm', { oidc: { ...oidc, algorithms: [] } }, 'signIn.oidc.algorithms'],
    ['no audience', { oidc: { issuer: oidc.issuer } }, 'signIn.oidc.audience'],
    ['an issuer in the clear', { oidc: { ...oidc, issuer: 'http://192.0.2.1' } }, 'signIn.oidc.issuer'],
    ['keys in the clear', { oidc: { ...oidc, jwksUrl: 'http://192.0.2.1/k' } }, 'signIn.oidc.jwksUrl'],
    [
      'a password in the issuer',
      { oidc: { ...oidc, issuer: 'https://u:p@id.example' } },
      'signIn.oidc.issuer',
    ],
    ['a claim that is no pointer', { oidc: { ...oidc, rolesClaim: 'roles' } }, 'signIn.oidc.rolesClaim'],
    [
      'a role that there is not',
      { oidc: { ...oidc, roles: { doctor: ['doctor'] } } },
      'signIn.oidc.roles.doctor',
    ],
    ['a proxy by name', { trustedProxies: ['proxy.example'] }, 'signIn.trustedProxies.0'],
    ['sessions of a day', { sessionMinutes: 1440 }, 'signIn.sessionMinutes'],
  ])('refuses %s', async (_what, signIn, path) => {
    const error = await refusal(
      await fileWith((file) => {
        file.signIn = signIn;
      }),
    );
    expect(error.problems.map((each) => each.path)).toEqual([path]);
  });
});

describe('addresses', () => {
  // RFC 1122 (3.2.1.3), RFC 4291 (2.5.2, 2.5.3, 2.5.5.2).
  it.each([
    ['127.0.0.1', true],
    ['127.255.255.254', true],
    ['::1', true],
    ['0:0:0:0:0:0:0:1', true],
    ['::ffff:127.0.0.1', true],
    ['0.0.0.0', false],
    ['::', false],
    ['126.255.255.255', false],
    ['128.0.0.0', false],
    ['10.0.0.1', false],
    ['::ffff:10.0.0.1', false],
    ['fe80::1', false],
  ])('knows %s as loopback: %s', (address, isLoopback) => {
    expect(isLoopbackAddress(address)).toBe(isLoopback);
  });

  it('asks what a name means', async () => {
    expect(await isLoopbackHost('localhost')).toBe(true);
    expect(await isLoopbackHost('no-such-host.invalid')).toBeUndefined();
    expect(() => isLoopbackAddress('localhost')).toThrow(TypeError);
  });

  it.each(['0.0.0.0', '::', '192.0.2.1', '2001:db8::1'])(
    'refuses to listen on %s without TLS',
    async (host) => {
      const change = (config: { listen?: unknown }) => {
        config.listen = { host };
      };
      const error = await refusal(await fileWith(change));
      expect(error.code).toBe('listen-without-tls');
      const withTls = await fileWith((config) => {
        config.listen = { host, tls: { certFile: 'c.pem', keyFile: 'k.pem' } };
      });
      expect((await loadConfig(withTls, {})).listen.tls?.keyFile).toBe(join(dirname(withTls), 'k.pem'));
    },
  );

  it('refuses a name that means nothing, and plain http to anywhere but here', async () => {
    expect((await refusal(await fileWith(), { TWINSEAL_LISTEN_HOST: 'no-such-host.invalid' })).code).toBe(
      'listen-without-tls',
    );
    const plain = { TWINSEAL_ENDPOINT: 'http://192.0.2.1' };
    expect((await refusal(await fileWith(), plain)).problems[0]?.path).toBe('endpoint');
    expect((await loadConfig(await fileWith(), { TWINSEAL_ENDPOINT: 'http://[::1]:8480' })).endpoint).toBe(
      'http://[::1]:8480',
    );
  });
});

describe('secrets', () => {
  it('are refused in files that other users may read, each by its field', async () => {
    const file = await fileWith((config) => {
      config.keys = { controlFile: 'control.key' };
      config.database = { kind: 'postgres', urlFile: 'db.url' };
    });
    const folder = dirname(file);
    await mkdir(join(folder, 'data', 'keys'), { recursive: true });
    const secrets = [
      ['keys.controlFile', join(folder, 'control.key')],
      ['keys.vaultFile', join(folder, 'data', 'keys', 'vault.key')],
      ['database.urlFile', join(folder, 'db.url')],
    ] as const;
    for (const [, path] of secrets) await writeFile(path, CANARY, { mode: 0o600 });
    expect((await loadConfig(file, {})).hospital).toBe('north');
    for (const mode of [0o640, 0o604, 0o660, 0o610]) {
      for (const [field, path] of secrets) {
        await chmod(path, mode);
        const error = await refusal(file);
        expect([error.code, error.problems.map(({ path: at }) => at)]).toEqual(['key-file-exposed', [field]]);
        expect(error.message).toContain('chmod 600');
        await chmod(path, 0o600);
      }
    }
    await symlink(folder, join(folder, 'data', 'keys', 'identity.key'));
    expect((await refusal(file)).problems[0]?.problem).toContain('is no file');
  });

  it('are read from where the file says, when they are needed', async () => {
    const url = `postgres://u:${CANARY}@localhost/d`;
    const file = await fileWith((config) => {
      config.database = { kind: 'postgres', urlFile: 'db.url' };
      config.blobs = {
        kind: 's3',
        endpoint: 'https://s3.example',
        bucket: 'sealed',
        accessKeyIdEnv: 'KEY_ID',
        secretAccessKeyFile: 'secret',
      };
    });
    const config = await loadConfig(file, {});
    await expect(databaseUrl(config, {})).rejects.toMatchObject({ code: 'secret-missing' });
    await writeFile(join(dirname(file), 'db.url'), `${url}\n`, { mode: 0o600 });
    await writeFile(join(dirname(file), 'secret'), `${CANARY}\n`, { mode: 0o600 });
    expect(await databaseUrl(config, {})).toBe(url);
    await expect(blobConfig(config, {})).rejects.toThrow('KEY_ID is not set');
    const online = {
      kind: 's3',
      endpoint: 'https://s3.example',
      bucket: 'sealed',
      prefix: '',
      region: 'us-east-1',
      accessKeyId: 'id',
      secretAccessKey: CANARY,
      timeoutMs: 30_000,
      retries: 3,
    };
    expect(await blobConfig(config, { KEY_ID: 'id' })).toEqual(online);
    // Where nothing is said of it, the offline area lies in the same bucket.
    const offline = await blobConfig(config, { KEY_ID: 'id' }, 'offline');
    expect(offline).toEqual({ ...online, prefix: 'offline/' });
    await writeFile(join(dirname(file), 'db.url'), CANARY);
    await expect(databaseUrl(config, {})).rejects.toSatisfy(
      (error: Error) => !error.message.includes(CANARY),
    );
    expect(JSON.stringify(describeConfig(config))).not.toContain(CANARY);
  });

  it('in the address of a node are not shown', async () => {
    const config = await loadConfig(await fileWith(), {
      TWINSEAL_CHAIN_URL: `https://node.example/v3/${CANARY}`,
    });
    expect(describeConfig(config)).toMatchObject({ chain: { url: 'https://node.example/…' } });
    expect(config.chain.url).toContain(CANARY);
  });
});

describe('configJsonSchema', () => {
  it('describes every field, and states every default with its value', () => {
    const schema = JSON.stringify(configJsonSchema());
    for (const { path, description } of configOverrides())
      expect([path, description]).not.toEqual([path, '']);
    expect(schema).toContain('"additionalProperties":false');
    for (const match of schema.matchAll(/"default":(\d+(?:\.\d+)?),"description":"([^"]*)"/g)) {
      expect(match[2]).toContain(match[1]);
    }
  });

  it('is what docs/CONFIGURATION.md lists, variable by variable', async () => {
    const file = fileURLToPath(new URL('../../../../docs/CONFIGURATION.md', import.meta.url));
    const listed = [
      ...(await readFile(file, 'utf8')).matchAll(/^\| `([a-zA-Z0-9.]+)` \| `(TWINSEAL_[A-Z0-9_]+)` \|/gm),
    ];
    expect(listed.map(([, field, variable]) => `${field} ${variable}`)).toEqual(
      configOverrides().map(({ path, variable }) => `${path.join('.')} ${variable}`),
    );
  });
});
