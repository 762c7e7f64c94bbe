import type { SortDecision } from './sort-into-modules.js';

/**
 * A decision of the sorter as sentences for a person: where the resource went, by which rule, and what became of what was taken out.
 * @returns one line each; contains the source's own id, so it stays inside the hospital
 */
export function explainDecision(decision: SortDecision<string>): string[] {
  const { typeAndId, handle, modules, reason, stripped } = decision;
  const lines = [
    `${typeAndId} is ${handle} outside this hospital.`,
    `It went to ${modules.join(' and ')}${modules.length === 1 ? ' only' : ''}: ${reason}.`,
  ];
  for (const keptIn of ['identity', 'restricted'] as const) {
    const paths = stripped.filter((s) => s.keptIn === keptIn).map((s) => s.path);
    if (paths.length === 0) continue;
    const why =
      keptIn === 'identity'
        ? 'names, identifiers and free text stand in identity only'
        : 'it is or may be protected content; the names known here were blanked';
    lines.push(`Taken out and kept in ${keptIn} (${why}): ${paths.join(', ')}.`);
  }
  return lines;
}
