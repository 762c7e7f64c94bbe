/** The README's example, taken from the README, compiled and run. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it, vi } from 'vitest';

const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8');
const block = (language: string) =>
  readme.match(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``))?.[1] as string;

let folder: string | undefined;
afterEach(() => {
  vi.restoreAllMocks();
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

it('prints what the README says', async () => {
  const printed: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((...parts) => {
    printed.push(parts.join(' '));
  });
  // Inside the package, so that the test runner transforms it like any other source.
  folder = mkdtempSync(fileURLToPath(new URL('./.readme-', import.meta.url)));
  const path = join(folder, 'example.ts');
  writeFileSync(path, block('ts').replaceAll("'@twinseal/mibsc'", "'../../src/index.js'"));
  await import(path);
  expect(`${printed.join('\n')}\n`).toBe(block('text'));
});
