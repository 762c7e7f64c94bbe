import { expect, test } from 'vitest';
import { organizationSlug } from './organization-slug.js';

test('organizationSlug keeps the grammar of hospital identities and tells equal names apart', () => {
  const taken = new Set<string>();
  expect(organizationSlug("SHRINERS' HOSPITAL FOR CHILDREN (THE)", taken)).toBe(
    'shriners-hospital-for-children-the',
  );
  expect(organizationSlug('Klinikum Großhadern – München', taken)).toBe('klinikum-gro-hadern-munchen');
  expect(organizationSlug('Ärztehaus', taken)).toBe('arztehaus');
  expect(organizationSlug('Arztehaus', taken)).toBe('arztehaus-2');
  expect(organizationSlug('病院', taken)).toBe('hospital');
  const long = organizationSlug('x'.repeat(200), taken);
  const longer = organizationSlug('x'.repeat(300), taken);
  for (const slug of taken) expect(slug).toMatch(/^[a-z0-9][a-z0-9-]{0,62}$/);
  expect(longer).not.toBe(long);
});
