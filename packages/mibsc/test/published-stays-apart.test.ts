/** The published scheme is broken: only its own tests and the benchmarks may import it. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const packages = fileURLToPath(new URL('../../', import.meta.url));

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder)) {
    const path = join(folder, entry);
    if (entry === 'node_modules' || entry === 'dist') continue;
    if (statSync(path).isDirectory()) yield* sources(path);
    else if (/\.(ts|tsx|mts|mjs|js)$/.test(entry)) yield path;
  }
}

const IMPORT = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;

function importsOf(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(IMPORT)].map((match) => match[1] as string);
}

const reachesPublished = (specifier: string) => /(^|\/)published(\/|$)/.test(specifier);

describe('the published scheme', () => {
  it('is imported by no product package', () => {
    const offenders: string[] = [];
    for (const name of readdirSync(packages)) {
      // Reproduction is what bench is for.
      if (name === 'bench' || !existsSync(join(packages, name, 'src'))) continue;
      for (const path of sources(join(packages, name, 'src'))) {
        if (relative(packages, path).startsWith(join('mibsc', 'src', 'published'))) continue;
        if (importsOf(path).some(reachesPublished)) offenders.push(relative(packages, path));
      }
    }
    expect(offenders).toEqual([]);
  });

  it('would be found', () => {
    const finds = (text: string) =>
      [...text.matchAll(IMPORT)].some((match) => reachesPublished(match[1] as string));
    expect(finds("import { publishedSetup } from '@twinseal/mibsc/published';")).toBe(true);
    expect(finds("export * from './published/index.js';")).toBe(true);
    expect(finds("await import('../published/index.js')")).toBe(true);
    expect(finds("import { setup } from '@twinseal/mibsc';")).toBe(false);
  });
});
