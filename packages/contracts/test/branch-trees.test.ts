// The branch trees (test/*.tree) and the forge tests name the same branches: none is drawn without a test, none tested without being drawn.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const dir = new URL('./', import.meta.url);
const files = readdirSync(dir);
// Gas.t.sol measures and decides nothing.
const suites = files
  .filter((f) => f.endsWith('.t.sol') && f !== 'Gas.t.sol')
  .map((f) => f.slice(0, -'.t.sol'.length));
const names = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((m) => m[1]).sort();

describe('branch trees', () => {
  it('exist for each suite', () => {
    const trees = files.filter((f) => f.endsWith('.tree')).map((f) => f.slice(0, -'.tree'.length));
    expect(trees.sort()).toEqual(suites.sort());
  });
  it.each(suites)('%s', (suite) => {
    const drawn = names(readFileSync(new URL(`${suite}.tree`, dir), 'utf8'), /\[(test\w+)\]$/gm);
    const tested = names(readFileSync(new URL(`${suite}.t.sol`, dir), 'utf8'), /function (test\w+)\(/g);
    expect(drawn).toEqual(tested);
    expect(new Set(drawn).size).toBe(drawn.length);
  });
});
