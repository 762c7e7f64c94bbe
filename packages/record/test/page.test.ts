/** docs/RECORD.md against the code: what the page lists is what the code has, and every rule is cited by a test. */

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FINDINGS, MAGICS, REASONS } from '../src/index.js';

const root = new URL('../../../', import.meta.url);
const page = readFileSync(new URL('docs/RECORD.md', root), 'utf8');
/** Rows of two cells, the first in code. */
const rows = (text: string) => [...text.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, a, b]) => [a, b]);

test('findings', () => {
  expect(rows(page.split('| finding | when |')[1] ?? '')).toEqual(Object.entries(FINDINGS));
});

test('magics', () => {
  const listed = rows(page.split('| magic | object |')[1]?.split('## 2')[0] ?? '');
  expect(listed.map(([magic, object]) => [magic, object?.split(':')[0]])).toEqual(Object.entries(MAGICS));
});

test('reasons', () => {
  const listed = /Reasons: ([^.]+)\./.exec(page.replaceAll('\n', ' '))?.[1]?.split(', ');
  expect(listed).toEqual(REASONS.map((reason, i) => `${i} ${reason}`));
});

test('every rule is cited by a test or a vector of this package', () => {
  const rules = [...page.matchAll(/^\*\*(REC-\d+)\*\*/gm)].map(([, rule]) => rule as string);
  expect(rules.length).toBeGreaterThan(20);
  const folders = ['packages/record/src/', 'packages/record/test/', 'packages/record/vectors/'];
  const cited = new Set<string>();
  for (const folder of folders) {
    const files = readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((f) => /\.test\.ts$|\.json$/.test(f))) {
      const text = readFileSync(new URL(folder + file, root), 'utf8');
      for (const [rule] of text.matchAll(/REC-\d+/g)) cited.add(rule);
    }
  }
  // Other packages' rules, each with a file there that cites it; numbers alone, so that these lines cite nothing.
  const elsewhere = new Map([
    [18, 'packages/twin/src/fold-lane.ts'],
    [26, 'packages/gateway/test/receipts/capsule-issue.test.ts'],
    [27, 'packages/gateway/test/peers/held-objects.test.ts'],
  ]);
  expect(rules.filter((rule) => !cited.has(rule)).sort()).toEqual(
    [...elsewhere.keys()].map((number) => `REC-${number}`),
  );
  for (const [number, file] of elsewhere)
    expect(readFileSync(new URL(file, root), 'utf8')).toContain(`REC-${number}`);
});
