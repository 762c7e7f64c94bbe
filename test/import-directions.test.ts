/**
 * The rooms of the house and the doors between them (ARCHITECTURE.md). A package may import what stands beside it here, and nothing else of ours; the
 * packages marked pure may import no Node module either, for they also run in the browser.
 */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Room {
  readonly may: readonly string[];
  readonly pure?: boolean;
  /** Why a door that somebody might want is not there. */
  readonly because: string;
}

const ROOMS: Readonly<Record<string, Room>> = {
  mibsc: {
    may: [],
    pure: true,
    because: 'the scheme stands by itself, so that it can be read, reviewed and used alone',
  },
  history: {
    may: [],
    pure: true,
    because: 'proofs must be checkable by someone who trusts nothing else of ours',
  },
  record: {
    may: ['mibsc', 'history'],
    pure: true,
    because: 'the format may not depend on where data comes from or goes to',
  },
  health: {
    may: [],
    pure: true,
    because: 'clinical formats know nothing of sealing; they must be testable without a key',
  },
  twin: {
    may: ['health', 'record'],
    pure: true,
    because: 'folding and merging must give the same master everywhere, so no effect may reach in',
  },
  contracts: { may: [], because: 'the contracts are the ground that everything else is checked against' },
  chain: {
    may: ['contracts', 'history', 'record'],
    because: 'a chain client that could open records would be one more place to leak them',
  },
  store: { may: ['record'], because: 'a store that could open what it keeps would have to be trusted' },
  authority: {
    may: ['mibsc', 'record', 'chain'],
    because: 'the authority issues keys; it never sees a record, a store or a gateway',
  },
  gateway: {
    may: ['mibsc', 'history', 'record', 'health', 'twin', 'contracts', 'chain', 'store', 'authority'],
    because: 'the gateway composes the others and is composed by the command line alone',
  },
  'api-client': {
    may: [],
    because:
      'the client is the description of the API and a way to call it; it runs in the browser and needs nothing of ours',
  },
  portal: {
    may: ['mibsc', 'history', 'record', 'twin', 'contracts', 'authority', 'api-client'],
    because:
      'the page runs in the browser and believes nobody: of the authority it has the asking for keys (authority/key-request), of the gateway the client',
  },
  cli: {
    may: [
      'mibsc',
      'history',
      'record',
      'health',
      'twin',
      'contracts',
      'chain',
      'store',
      'authority',
      'gateway',
      'api-client',
    ],
    because: 'the command line sits on top; nothing but bench stands above it',
  },
  bench: {
    may: [
      'mibsc',
      'history',
      'record',
      'health',
      'twin',
      'contracts',
      'chain',
      'store',
      'authority',
      'gateway',
      'cli',
      'api-client',
    ],
    because: 'benchmarks may look at everything and be looked at by nothing',
  },
};

const packagesFolder = join(import.meta.dirname, '..', 'packages');

function sourcesOf(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourcesOf(path);
    return /\.tsx?$/.test(name) && !/\.(test|bench)\.tsx?$/.test(name) ? [path] : [];
  });
}

/** Module names in import and export declarations, dynamic imports and type imports. */
function importsOf(path: string): string[] {
  const code = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const found = code.matchAll(
    /(?:^|[\s;}])(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|import\s*\(\s*['"]([^'"]+)['"]\s*\)|^\s*import\s*['"]([^'"]+)['"]/gm,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function roomOf(specifier: string): string | undefined {
  if (specifier === 'twinseal' || specifier.startsWith('twinseal/')) return 'cli';
  return specifier.match(/^@twinseal\/([^/]+)/)?.[1];
}

/** Every unwelcome edge of one room, as a sentence with its reason. */
function unwelcomeEdges(
  name: string,
  room: Room,
  files: readonly (readonly [string, readonly string[]])[],
): string[] {
  return files.flatMap(([file, imports]) =>
    imports.flatMap((specifier) => {
      const target = roomOf(specifier);
      if (target !== undefined && target !== name && !room.may.includes(target)) {
        return [`${file}: ${name} → ${target} is unwelcome: ${room.because}.`];
      }
      if (name !== 'bench' && specifier.endsWith('/published')) {
        return [
          `${file}: ${name} → mibsc/published is unwelcome: the published scheme is broken and serves reproduction only.`,
        ];
      }
      if (room.pure && specifier.startsWith('node:')) {
        return [
          `${file}: ${name} → ${specifier} is unwelcome: ${name} is pure and runs in the browser; effects are passed in.`,
        ];
      }
      return [];
    }),
  );
}

describe('import directions', () => {
  const present = readdirSync(packagesFolder);

  it('knows every package', () => {
    expect(present.filter((name) => !(name in ROOMS))).toEqual([]);
  });

  for (const [name, room] of Object.entries(ROOMS)) {
    if (!present.includes(name)) continue;
    it(`${name} imports only what it may`, () => {
      const folder = join(packagesFolder, name, 'src');
      const files = sourcesOf(folder).map(
        (path) => [relative(packagesFolder, path), importsOf(path)] as const,
      );
      expect(files.length).toBeGreaterThan(0);
      expect(unwelcomeEdges(name, room, files)).toEqual([]);
    });

    it(`${name} declares the packages of ours that it may import, and no others`, () => {
      const manifest = JSON.parse(readFileSync(join(packagesFolder, name, 'package.json'), 'utf8'));
      const declared = Object.keys(manifest.dependencies ?? {}).flatMap((key) => roomOf(key) ?? []);
      expect(declared.filter((target) => !room.may.includes(target))).toEqual([]);
    });
  }

  it('would see an unwelcome edge, with its reason', () => {
    const edges = unwelcomeEdges('store', ROOMS.store as Room, [
      ['store/src/x.ts', ['@twinseal/gateway', '@twinseal/record', 'node:fs']],
    ]);
    expect(edges).toEqual([
      'store/src/x.ts: store → gateway is unwelcome: a store that could open what it keeps would have to be trusted.',
    ]);
    expect(unwelcomeEdges('twin', ROOMS.twin as Room, [['twin/src/x.ts', ['node:fs']]])).toHaveLength(1);
    expect(
      unwelcomeEdges('cli', ROOMS.cli as Room, [['cli/src/x.ts', ['@twinseal/mibsc/published']]]),
    ).toHaveLength(1);
  });

  it('reads every form of import', () => {
    const found = importsOf(join(import.meta.dirname, 'fixtures', 'imports.txt'));
    expect(found).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });
});
