/**
 * A short name for an organization in the grammar of hospital identities: `[a-z0-9][a-z0-9-]{0,62}`.
 * @param taken slugs already given; the result is added to it, with `-2`, `-3`, … where the plain one is taken
 */
export function organizationSlug(name: string, taken: Set<string>): string {
  const plain =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/['’]/g, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 56)
      .replace(/-+$/, '') || 'hospital';
  let slug = plain;
  for (let n = 2; taken.has(slug); n++) slug = `${plain}-${n}`;
  taken.add(slug);
  return slug;
}
