/** Each fault is provoked for real, found, and told with what to do. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findAnvil } from '@twinseal/chain';
import { encodeIdentityKey, encodeParameters, loadBackend, setup } from '@twinseal/mibsc';
import { hospitalIdentity } from '@twinseal/record';
import { openDataDirectory, openEmbeddedDatabase } from '@twinseal/store';
import fastify, { type FastifyInstance } from 'fastify';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import Provider from 'oidc-provider';
import { parseEther } from 'viem';
import { privateKeyToAddress } from 'viem/accounts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/index.js';
import {
  type DiagnoseOptions,
  type Diagnosis,
  DOCTOR_CHECKS,
  type DoctorCheck,
  diagnose,
} from '../../src/doctor/index.js';
import { openParties } from '../../src/service/open-parties.js';
import { KnownTwins } from '../../src/twins/known-twins.js';
import { addToLane } from '../../src/usecases/add-to-lane.js';
import { anchorPending } from '../../src/usecases/anchor-pending.js';
import {
  foundConsortium,
  fund,
  statements,
  type TestConsortium,
  TestPatient,
} from '../rebuild/consortium.js';

const FIXTURES = fileURLToPath(new URL('fixtures', import.meta.url));
const HOUR_MS = 3_600_000;

let world: TestConsortium;
let peers: FastifyInstance[];
/** What the peers' clocks say, against this machine's. */
let peerClockMs = 0;
/** North's files after a first instance, as they should be. */
let pristine: string;
let root: string;

/** North's configuration, changed; its folder is made anew for each test. */
// biome-ignore lint/suspicious/noExplicitAny: a configuration, to be damaged at will
async function configured(change: (config: any) => void = () => undefined): Promise<string> {
  const config = { ...structuredClone(world.configOf('north')), parametersFile: 'parameters.bin' };
  change(config);
  const file = join(root, 'gateway.json');
  await writeFile(file, JSON.stringify(config));
  return file;
}

// biome-ignore lint/suspicious/noExplicitAny: a configuration, to be damaged at will
async function examine(change?: (config: any) => void, options: DiagnoseOptions = {}): Promise<Diagnosis> {
  return diagnose(await configured(change), {}, { peerTimeoutMs: 2000, ...options });
}

/** As {@link examine}, while a process holds the lock: the embedded database takes seconds to look into, and most faults are elsewhere. */
const examineRunning: typeof examine = async (change, options) => {
  const running = await openDataDirectory(at());
  try {
    return await examine(change, options);
  } finally {
    await running.release();
  }
};

/** Exactly this check has a finding of this level that says so, and what to do. */
function expectFinding(
  diagnosis: Diagnosis,
  check: DoctorCheck,
  level: 'warning' | 'error',
  means: string | RegExp,
  remedy: string | RegExp = /./,
): void {
  const found = diagnosis.findings.filter((finding) => finding.check === check && finding.level === level);
  const matching = (pattern: string | RegExp) =>
    typeof pattern === 'string' ? expect.stringContaining(pattern) : expect.stringMatching(pattern);
  expect(found).toContainEqual({ check, level, means: matching(means), remedy: matching(remedy) });
}

const at = (...parts: string[]) => join(root, 'north', ...parts);
const key = (name: string) => at('keys', `${name}.key`);
const rpc = (method: string, params: unknown[] = []) =>
  world.connection.reader.request({ method: method as never, params: params as never });

beforeAll(async () => {
  peers = await Promise.all(
    ['south', 'west'].map(async () => {
      const server = fastify();
      server.addHook('onSend', async (_request, reply) => {
        reply.header('date', new Date(Date.now() + peerClockMs).toUTCString());
      });
      await server.listen({ host: '127.0.0.1', port: 0 });
      return server;
    }),
  );
  const [south, west] = peers.map((server) => {
    const address = server.server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  });
  world = await foundConsortium({ south: south as string, west: west as string });
  const parties = await openParties(await loadConfig(world.configFile('north'), {}), {});
  const { gateway } = parties;
  const patient = await TestPatient.register(world, gateway, ['north']);
  await new KnownTwins(gateway.vault).introduce(patient.slip());
  await addToLane(
    gateway,
    await patient.authorAt(gateway),
    gateway.lookupKey,
    new Map([['conditions', statements('c1')]]),
  );
  await anchorPending(gateway, { twinId: patient.twinId, authorId: parties.self });
  await parties.close();
  pristine = join(world.root, 'north');
});
afterAll(async () => {
  for (const server of peers ?? []) await server.close();
  await world?.stop();
});
beforeEach(async () => {
  peerClockMs = 0;
  root = await mkdtemp(join(tmpdir(), 'twinseal-doctor-test-'));
  await cp(pristine, join(root, 'north'), { recursive: true });
  await chmod(join(root, 'north'), 0o700);
  await cp(join(world.root, 'parameters.bin'), join(root, 'parameters.bin'));
});

describe('a gateway in order', () => {
  it('gets a clean bill: every check speaks, and none complains', async () => {
    const { findings, errors, warnings } = await examine();
    expect({ errors, warnings, findings: findings.filter(({ level }) => level !== 'ok') }).toEqual({
      errors: 0,
      warnings: 0,
      findings: [],
    });
    expect(new Set(findings.map(({ check }) => check))).toEqual(new Set(DOCTOR_CHECKS));
    expect(findings.filter(({ check }) => check === 'peers')).toHaveLength(2);
  });

  it('is left as it was', async () => {
    const before = await readFile(at('database', 'PG_VERSION'), 'utf8');
    await examine();
    const parties = await openParties(await loadConfig(await configured(), {}), {});
    expect(await parties.gateway.ledger.allInstances()).toHaveLength(1);
    await parties.close();
    expect(await readFile(at('database', 'PG_VERSION'), 'utf8')).toBe(before);
  });
});

describe('configuration', () => {
  it('that cannot be read, or has wrong fields, is told field by field', async () => {
    const diagnosis = await examineRunning((config) => {
      config.hospital = 'No Hospital';
      config.prot = 1;
    });
    expect(diagnosis.errors).toBe(2);
    expectFinding(diagnosis, 'configuration', 'error', 'hospital: expected a hospital id');
    expectFinding(diagnosis, 'configuration', 'error', 'prot: unknown key');
    const missing = await diagnose(join(root, 'none.json'), {});
    expectFinding(missing, 'configuration', 'error', 'there is no such file');
  });
});

describe('files', () => {
  it('a data directory that is missing, none, or open to others', async () => {
    await chmod(at(), 0o755);
    expectFinding(await examineRunning(), 'permissions', 'warning', 'Other users may look into', 'chmod 700');
    expectFinding(
      await examineRunning((config) => {
        config.dataDir = 'nowhere';
      }),
      'permissions',
      'error',
      'does not exist',
    );
    expectFinding(
      await examineRunning((config) => {
        config.dataDir = 'parameters.bin';
      }),
      'permissions',
      'error',
      'is no folder',
    );
  });

  it.skipIf(process.getuid?.() === 0)(
    'a data directory that cannot be written (skipped for root, who may write everywhere)',
    async () => {
      await chmod(at(), 0o500);
      expectFinding(await examineRunning(), 'permissions', 'error', 'cannot be written', 'chown');
      await chmod(at(), 0o700);
    },
  );

  it('keys that others may read, that are missing, or of the wrong length', async () => {
    await chmod(key('vault'), 0o644);
    expectFinding(await examineRunning(), 'permissions', 'error', 'keys.vaultFile', 'does not start');
    await chmod(key('vault'), 0o600);
    await rm(key('identity'));
    await writeFile(key('control'), 'short');
    const diagnosis = await examineRunning();
    expectFinding(diagnosis, 'keys', 'error', 'keys.identityFile');
    expectFinding(diagnosis, 'keys', 'error', 'does not hold 32 bytes');
  });

  it('a disk that is nearly full', async () => {
    const lots = 2 ** 60;
    expectFinding(
      await examineRunning(undefined, { space: { lowBytes: lots, outBytes: 0 } }),
      'disk',
      'warning',
      'are free',
    );
    expectFinding(
      await examineRunning(undefined, { space: { lowBytes: lots, outBytes: lots } }),
      'disk',
      'error',
      'will soon refuse',
      'Make room',
    );
  });
});

describe('tls', () => {
  const withTls = (keyFile: string, endpoint: string) => async (nowMs?: number) => {
    for (const name of ['north.cert.pem', 'north.key.pem', 'other.key.pem']) {
      await writeFile(join(root, name), await readFile(join(FIXTURES, name)), { mode: 0o600 });
    }
    return examineRunning(
      (config) => {
        config.endpoint = endpoint;
        config.listen = { host: '0.0.0.0', port: 0, tls: { certFile: 'north.cert.pem', keyFile } };
      },
      nowMs === undefined ? {} : { nowMs: () => nowMs },
    );
  };

  it('that is missing where others could connect', async () => {
    const diagnosis = await examineRunning((config) => {
      config.listen = { host: '0.0.0.0' };
    });
    expectFinding(diagnosis, 'tls', 'error', 'listen.tls', 'does not start');
  });

  it('with a certificate in order; of another key; not yet or no longer valid; for another name; unreadable', async () => {
    const good = withTls('north.key.pem', 'https://north.example');
    expect((await good()).findings.find(({ check }) => check === 'tls')?.level).toBe('ok');
    // The certificate runs from November 2026 to October 2126.
    expectFinding(await good(Date.UTC(2026, 0)), 'tls', 'error', 'not valid yet');
    expectFinding(await good(Date.UTC(2126, 9, 20)), 'tls', 'warning', 'ends on 2126-10-29', 'Renew');
    expectFinding(await good(Date.UTC(2127, 0)), 'tls', 'error', 'ended on 2126-10-29', 'Renew');
    expectFinding(
      await withTls('other.key.pem', 'https://north.example')(),
      'tls',
      'error',
      'not that of the certificate',
    );
    expectFinding(
      await withTls('north.key.pem', 'https://south.example')(),
      'tls',
      'warning',
      'not for south.example',
    );
    expectFinding(
      await withTls('parameters.bin', 'https://north.example')(),
      'tls',
      'error',
      'cannot be read as PEM',
    );
  });
});

describe('the chain', () => {
  it('that does not answer', async () => {
    const port = await closedPort();
    const diagnosis = await examine((config) => {
      config.chain.url = `http://127.0.0.1:${port}`;
    });
    expectFinding(diagnosis, 'chain', 'error', 'No Ethereum node answers', 'Start the node');
    // What does not need it is looked at all the same.
    expect(diagnosis.findings.find(({ check }) => check === 'database')?.level).toBe('ok');
  });

  it('that is another one, or lacks the precompiles', async () => {
    const diagnosis = await examineRunning((config) => {
      config.consortium.chainId = 1;
    });
    expectFinding(diagnosis, 'chain', 'error', 'is of chain 31337; the consortium is on chain 1');

    const port = await closedPort();
    const node = spawn(findAnvil(), ['--port', String(port), '--hardfork', 'cancun'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    for await (const chunk of node.stdout) if (String(chunk).includes('Listening')) break;
    const old = await examineRunning((config) => {
      config.chain.url = `http://127.0.0.1:${port}`;
    });
    node.kill();
    await once(node, 'exit');
    expectFinding(old, 'chain', 'error', 'EIP-2537', 'Pectra');
  });

  it('without the contracts, with others in their places, or without their first block', async () => {
    const empty = await examineRunning((config) => {
      config.consortium.access = `0x${'ab'.repeat(20)}`;
    });
    expectFinding(empty, 'contracts', 'error', 'consortium.access', 'Copy the addresses');
    const swapped = await examineRunning((config) => {
      config.consortium.hospitals = world.consortium.twins;
    });
    expectFinding(swapped, 'contracts', 'error', 'does not answer as the contracts of Twinseal do');
    const early = await examineRunning((config) => {
      config.consortium.firstBlock = 1_000_000;
    });
    expectFinding(early, 'contracts', 'error', 'consortium.firstBlock');
  });

  it('that pinned other parameters; and parameters that are damaged or missing', async () => {
    const file = join(root, 'parameters.bin');
    await writeFile(file, encodeParameters(setup(await loadBackend(), 2).params));
    expectFinding(
      await examineRunning(),
      'parameters',
      'error',
      'not those that the consortium pinned',
      'authority',
    );
    await writeFile(file, 'damaged');
    expectFinding(await examineRunning(), 'parameters', 'error', 'do not validate');
    await rm(file);
    expectFinding(await examineRunning(), 'parameters', 'error', 'cannot be read');
  });
});

describe('the hospital', () => {
  it('that nobody admitted; that the chain knows under another key or address', async () => {
    const stranger = await examineRunning((config) => {
      config.hospital = 'stranger';
    });
    expectFinding(stranger, 'hospital', 'error', 'stranger as not admitted', 'admit');
    const moved = await examineRunning((config) => {
      config.endpoint = 'https://moved.example';
    });
    expectFinding(moved, 'hospital', 'warning', 'https://north.invalid');
    await cp(join(world.root, 'south', 'keys', 'control.key'), key('control'));
    expectFinding(await examineRunning(), 'hospital', 'error', 'another control key', 'rotate');
  });

  it('whose identity key is of another hospital, another epoch, or none', async () => {
    await cp(join(world.root, 'south', 'keys', 'identity.key'), key('identity'));
    expectFinding(await examineRunning(), 'identity-key', 'error', 'is of hospital:south in epoch 1');
    await writeFile(
      key('identity'),
      encodeIdentityKey(await world.authority.extract(hospitalIdentity('north', 2))),
    );
    expectFinding(
      await examineRunning(),
      'identity-key',
      'error',
      'in epoch 2; hospital:north is in epoch 1',
      'current epoch',
    );
    await writeFile(key('identity'), 'damaged');
    expectFinding(await examineRunning(), 'identity-key', 'error', 'is none under these parameters');
  });

  it('whose account is empty, or nearly', async () => {
    const address = privateKeyToAddress(`0x${(await readFile(key('control'))).toString('hex')}`);
    await rpc('anvil_setBalance', [address, '0x0']);
    expectFinding(await examineRunning(), 'account', 'error', 'has no ether', 'Send it some');
    await rpc('anvil_setBalance', [address, `0x${parseEther('0.001').toString(16)}`]);
    expectFinding(await examineRunning(), 'account', 'warning', 'little ether');
    await fund(world.connection, address);
  });
});

describe('peers and the clock', () => {
  it('a peer whose clock is an hour wrong', async () => {
    peerClockMs = HOUR_MS;
    expectFinding(
      await examineRunning(),
      'peers',
      'error',
      /clock of (south|west) is 3(599|600|601) s ahead/,
      'NTP',
    );
    peerClockMs = -HOUR_MS;
    expectFinding(await examineRunning(), 'peers', 'error', /behind/);
  });

  it('the own clock an hour behind, or ahead of everybody', async () => {
    const behind = await examineRunning(undefined, { nowMs: () => Date.now() - HOUR_MS });
    expectFinding(behind, 'clock', 'error', "ahead of this machine's clock", 'NTP');
    expectFinding(behind, 'peers', 'error', /ahead/);
    const ahead = await examineRunning(undefined, { nowMs: () => Date.now() + HOUR_MS });
    expectFinding(ahead, 'peers', 'error', /behind/);
  });

  it('a peer that does not answer', async () => {
    await peers[0]?.close();
    const diagnosis = await examineRunning();
    expectFinding(diagnosis, 'peers', 'warning', 'The gateway of south does not answer');
    expect(diagnosis.errors).toBe(0);
  });
});

describe('what is kept', () => {
  it('while the gateway runs is left alone', async () => {
    const running = await openDataDirectory(at());
    const diagnosis = await examine();
    await running.release();
    expectFinding(diagnosis, 'lock', 'warning', 'The gateway runs');
    const looked = new Set(diagnosis.findings.map(({ check }) => check));
    expect(looked.has('database') || looked.has('blobs')).toBe(false);
  });

  it('a vault under another key, or altered; an altered log of receipts', async () => {
    const vaultKey = await readFile(key('vault'));
    await writeFile(key('vault'), Buffer.alloc(32, 7));
    expectFinding(await examine(), 'vault', 'warning', 'no twin is known', 'backup');
    await writeFile(key('vault'), vaultKey);
    for (const name of await readdir(at('vault'))) await writeFile(at('vault', name), 'altered');
    await writeFile(at('receipts.log'), Buffer.alloc(100, 1));
    const diagnosis = await examine();
    expectFinding(diagnosis, 'vault', 'error', 'sealed-altered');
    expectFinding(diagnosis, 'vault', 'error', 'log-altered', 'proof of what was released');
  });

  it('a database that is gone, empty, damaged, or of another gateway', async () => {
    await rm(at('database'), { recursive: true });
    expectFinding(await examine(), 'database', 'error', 'There is no database', 'twinseal rebuild --config');

    await (await openEmbeddedDatabase(at('database'), { owner: 'north' })).close();
    expectFinding(await examine(), 'database', 'error', 'lacks 1 instances', 'twinseal rebuild');

    await rm(at('database'), { recursive: true });
    await (await openEmbeddedDatabase(at('database'), { owner: 'south' })).close();
    expectFinding(await examine(), 'database', 'error', 'database-foreign');

    await writeFile(at('database', 'PG_VERSION'), 'damaged');
    await writeFile(at('database', 'global', 'pg_control'), 'damaged');
    expectFinding(await examine(), 'database', 'error', 'cannot be used', 'rebuild');
  });

  it('a database that there is not yet is nothing to worry about', async () => {
    await rm(at('database'), { recursive: true });
    const diagnosis = await examine((config) => {
      config.hospital = 'south';
    });
    expect(diagnosis.findings).toContainEqual({
      check: 'database',
      level: 'ok',
      means: expect.stringContaining('no database yet'),
    });
  });

  it('a server that is not there, or whose address is not told', async () => {
    const diagnosis = await examine((config) => {
      config.database = { kind: 'postgres', urlEnv: 'NO_SUCH_VARIABLE' };
    });
    expectFinding(diagnosis, 'database', 'error', 'NO_SUCH_VARIABLE');
    const port = await closedPort();
    await writeFile(join(root, 'db.url'), `postgres://u:canary-password@127.0.0.1:${port}/d`, {
      mode: 0o600,
    });
    const away = await examine((config) => {
      config.database = { kind: 'postgres', urlFile: 'db.url' };
    });
    expectFinding(away, 'database', 'error', 'database-unavailable', 'Start the server');
    expect(JSON.stringify(away)).not.toContain('canary-password');
  });

  it('objects that cannot be written, in a folder or a bucket', async () => {
    await rm(at('blobs'), { recursive: true });
    await writeFile(at('blobs'), 'a file');
    expectFinding(await examine(), 'blobs', 'error', 'Sealed objects cannot be kept', 'blobs.folder');
    const port = await closedPort();
    const away = await examine((config) => {
      config.offline = {
        kind: 's3',
        endpoint: `http://127.0.0.1:${port}`,
        bucket: 'sealed',
        accessKeyIdFile: 'id',
        secretAccessKeyFile: 'secret',
        retries: 0,
        timeoutMs: 1000,
      };
    });
    expectFinding(away, 'offline', 'error', 'secret-missing');
    for (const name of ['id', 'secret'])
      await writeFile(join(root, name), 'canary-password', { mode: 0o600 });
    const again = await diagnose(join(root, 'gateway.json'), {}, { peerTimeoutMs: 1000 });
    expectFinding(again, 'offline', 'error', 'blobs-unavailable', 'Check that the server runs');
    expect(JSON.stringify(again)).not.toContain('canary-password');
  });
});

describe('a chain that makes blocks all the time', () => {
  // Last: it moves the chain's clock for good.
  it('tells a clock that is ahead of it, or a node that stands still', async () => {
    await rpc('anvil_mine', ['0x14', '0xc']);
    const block = await world.connection.reader.getBlock();
    const newestMs = Number(block.timestamp) * 1000;
    const ahead = await examineRunning(undefined, { nowMs: () => newestMs + HOUR_MS });
    expectFinding(ahead, 'clock', 'warning', '60 minutes old', 'node keeps up');
    const right = await examineRunning(undefined, { nowMs: () => newestMs + 5000 });
    expect(right.findings.find(({ check }) => check === 'clock')?.level).toBe('ok');
  });
});

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('the OpenID provider', () => {
  /** What stands where; a function answers itself. */
  let answers: Record<string, unknown>;
  let issuer: string;
  let dateMs: number;
  let provider: FastifyInstance;
  let rsa: JWK;

  beforeAll(async () => {
    rsa = { ...(await exportJWK((await generateKeyPair('RS256')).publicKey)), kid: 'one', use: 'sig' };
    provider = fastify();
    provider.addHook('onSend', async (_request, reply) => {
      reply.header('date', new Date(Date.now() + dateMs).toUTCString());
    });
    provider.get('*', async (request, reply) => {
      const answer = answers[request.url];
      if (answer === undefined) return reply.code(404).send();
      if (answer === 'redirect') return reply.redirect('/elsewhere');
      return answer;
    });
    issuer = await provider.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => provider?.close());
  beforeEach(() => {
    dateMs = 0;
    answers = {
      '/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/keys` },
      '/keys': { keys: [rsa] },
    };
  });

  const look = (more: Record<string, unknown> = {}) =>
    examineRunning((config) => {
      config.signIn = { oidc: { issuer, audience: 'https://north.example', ...more } };
    });
  const expectFault = async (
    means: string | RegExp,
    remedy: string | RegExp,
    more?: Record<string, unknown>,
  ) => expectFinding(await look(more), 'provider', 'error', means, remedy);

  it('in order says with which algorithms it signs, whether it is found or named', async () => {
    for (const more of [{}, { jwksUrl: `${issuer}/keys` }]) {
      const { findings } = await look(more);
      expect(findings.filter(({ check }) => check === 'provider')).toEqual([
        {
          check: 'provider',
          level: 'ok',
          means: `The OpenID provider ${issuer} answers, with keys for RS256, PS256.`,
        },
      ]);
    }
    delete answers['/.well-known/openid-configuration'];
    expect((await look({ jwksUrl: `${issuer}/keys` })).findings).toContainEqual(
      expect.objectContaining({ check: 'provider', level: 'ok' }),
    );
  });

  it('that is a real one is in order', async () => {
    const own = await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey);
    const server = createHttpServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const real = new Provider(`http://127.0.0.1:${port}`, {
      jwks: { keys: [{ ...own, alg: 'ES256', use: 'sig' }] },
    });
    server.on('request', real.callback());
    const { findings } = await look({ issuer: `http://127.0.0.1:${port}` });
    server.closeAllConnections();
    server.close();
    expect(findings.filter(({ check }) => check === 'provider')).toMatchObject([
      { level: 'ok', means: expect.stringContaining('with keys for ES256.') },
    ]);
  });

  it('that does not answer, answers something else, or sends away', async () => {
    const gone = fastify();
    const nowhere = await gone.listen({ host: '127.0.0.1', port: 0 });
    await gone.close();
    await expectFault('ECONNREFUSED', 'See that the provider runs', { issuer: nowhere });
    answers['/.well-known/openid-configuration'] = 'redirect';
    await expectFault('a redirect, 302, which is not followed', 'signIn.oidc.issuer');
    answers['/.well-known/openid-configuration'] = 'hello';
    await expectFault('no JSON', 'signIn.oidc.issuer');
    answers['/.well-known/openid-configuration'] = { jwks_uri: `${issuer}/keys` };
    await expectFault('no discovery document with issuer', "provider's own documentation");
    delete answers['/.well-known/openid-configuration'];
    await expectFault('status 404', 'needs signIn.oidc.jwksUrl');
  });

  it('that is another, by a slash or by its name', async () => {
    await expectFault(`calls itself ${issuer}, and the configuration ${issuer}/`, 'letter for letter', {
      issuer: `${issuer}/`,
    });
    answers['/.well-known/openid-configuration'] = {
      issuer: 'https://evil.example/\u001b[2J',
      jwks_uri: `${issuer}/keys`,
    };
    await expectFault('calls itself https://evil.example/?[2J, and', 'letter for letter');
    // The keys may be named, and it is another all the same.
    await expectFault('calls itself https://evil.example', 'letter for letter', {
      jwksUrl: `${issuer}/keys`,
    });
  });

  it('that has its keys where nobody should ask, or has none that is of use', async () => {
    answers['/.well-known/openid-configuration'] = { issuer, jwks_uri: 'http://keys.invalid/' };
    await expectFault('which is not https', 'signIn.oidc.jwksUrl');
    answers['/.well-known/openid-configuration'] = { issuer, jwks_uri: `${issuer}/nothing` };
    await expectFault('cannot be had', 'Open the address from this machine');
    answers['/.well-known/openid-configuration'] = { issuer, jwks_uri: `${issuer}/keys` };
    for (const [keys, means] of [
      [{ keys: [] }, 'None of the 0 keys'],
      [{ keys: [{ ...rsa, use: 'enc' }] }, 'There are: RSA enc.'],
      [{ keys: [{ ...rsa, alg: 'RS512' }] }, 'There are: RSA RS512 sig.'],
      [{ keys: [rsa, { ...rsa }] }, 'None of the 2 keys'],
      [{ keys: [{ kty: 'oct', k: 'c2VjcmV0', kid: 'one' }] }, 'publishes 1 secret key'],
      [{ keys: [{ ...rsa, d: 'AAAA' }] }, 'anybody can make tokens with it'],
      [{ kees: [] }, 'is no set of keys'],
    ] as const) {
      answers['/keys'] = keys;
      await expectFault(means, /provider/);
    }
    answers['/keys'] = { keys: [{ ...rsa, n: 'w'.repeat(171) }] };
    await expectFault('RSA keys have at least 2048 bits', 'signIn.oidc.algorithms');
    answers['/keys'] = { keys: [rsa] };
    await expectFault('signature by ES256', 'signIn.oidc.algorithms', { algorithms: ['ES256'] });
  });

  it('whose clock is wrong, by more than is forgiven', async () => {
    dateMs = 20_000;
    expect((await look()).findings).toContainEqual(
      expect.objectContaining({ check: 'provider', level: 'ok' }),
    );
    dateMs = 120_000;
    await expectFault(/clock is 1(19|20|21) s ahead/, 'by NTP');
    dateMs = -HOUR_MS;
    await expectFault(/clock is 3(599|600|601) s behind/, 'by NTP');
  });
});
