/** A private PostgreSQL cluster in a temporary folder, with password sign-in over loopback. PostgreSQL refuses to run as root, so as root it runs as another user. */

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
const PASSWORD = 'a-password-of-the-test';
const DEBIAN = '/usr/lib/postgresql';

/** Folder of the newest PostgreSQL's programs, as Debian lays them, or undefined where there is none. */
export async function findPostgres(): Promise<string | undefined> {
  const versions = await readdir(DEBIAN).catch(() => []);
  const newest = versions.filter((name) => /^\d+$/.test(name)).sort((a, b) => Number(b) - Number(a))[0];
  if (newest === undefined) return undefined;
  const programs = join(DEBIAN, newest, 'bin');
  const present = await readdir(programs).catch(() => [] as string[]);
  return present.includes('initdb') && present.includes('postgres') ? programs : undefined;
}

/** For the names of tests that are skipped. */
export const POSTGRES_MISSING = 'skipped: no PostgreSQL server here; install Debian\'s "postgresql" package';

export class PostgresCluster {
  #server: ChildProcess | undefined;
  #count = 0;

  private constructor(
    readonly programs: string,
    readonly folder: string,
    readonly port: number,
    readonly user: { uid: number; gid: number } | undefined,
  ) {}

  /** @param folder where its files go; a fresh temporary one where left out */
  static async create(programs: string, folder?: string): Promise<PostgresCluster> {
    const root = folder ?? (await mkdtemp(join(tmpdir(), 'twinseal-postgres-')));
    const user = await otherUser();
    if (user !== undefined) await chown(root, user.uid, user.gid);
    const cluster = new PostgresCluster(programs, root, await freePort(), user);
    const passwordFile = join(root, 'password');
    await writeFile(passwordFile, `${PASSWORD}\n`, { mode: 0o644 });
    await run(
      join(programs, 'initdb'),
      [
        '-D',
        cluster.data,
        '-U',
        'twinseal',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '-E',
        'UTF8',
        '--locale=C',
        '--no-sync',
      ],
      { ...user, cwd: root },
    );
    await cluster.start();
    return cluster;
  }

  get data(): string {
    return join(this.folder, 'data');
  }

  async start(): Promise<void> {
    const server = spawn(
      join(this.programs, 'postgres'),
      ['-D', this.data, '-h', '127.0.0.1', '-p', String(this.port), '-k', this.folder],
      { ...this.user, cwd: this.folder, stdio: 'ignore' },
    );
    this.#server = server;
    process.once('exit', () => server.kill('SIGKILL'));
    for (let tries = 0; ; tries++) {
      const client = this.#admin();
      try {
        await client.connect();
        return;
      } catch (error) {
        if (tries > 300 || server.exitCode !== null) throw error;
        await pause(100);
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  }

  /** Ends the server: `SIGINT` in an orderly way, `SIGKILL` as a power cut of the program would. */
  async stop(signal: 'SIGINT' | 'SIGKILL' = 'SIGINT'): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    server.kill(signal);
    await once(server, 'exit');
    // The children of a killed server notice by themselves; a new one starts only when all have gone.
    if (signal === 'SIGKILL') await pause(500);
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** A new empty database; its address, password included. */
  async database(): Promise<string> {
    const name = `test_${++this.#count}`;
    await this.sql(`create database ${name}`);
    return this.url(name);
  }

  url(name: string, password = PASSWORD): string {
    return `postgres://twinseal:${password}@127.0.0.1:${this.port}/${name}`;
  }

  /** Runs a statement as the owner of the cluster. */
  async sql(statement: string, database = 'postgres'): Promise<Record<string, unknown>[]> {
    const client = this.#admin(database);
    await client.connect();
    try {
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  }

  /** What a person with the database's password would carry away. */
  async dump(url: string): Promise<string> {
    const { stdout } = await run(join(this.programs, 'pg_dump'), [url], { maxBuffer: 1 << 28 });
    return stdout;
  }

  #admin(database = 'postgres'): pg.Client {
    const client = new pg.Client({ connectionString: this.url(database), connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    return client;
  }
}

async function otherUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (found === undefined) throw new Error('neither a user postgres nor a user nobody');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
