/** A timeline's line for a person: when, what, by whom, in which module. */

import type { Provenance, TimelineEntry } from '@twinseal/twin';
import { colours as pc } from '../colours.js';
import { printable, shortAuthor } from './printable.js';

export function showEntry(entry: TimelineEntry): string {
  const what = entry.detail === '' ? entry.title : `${entry.title}: ${entry.detail}`;
  const treats = entry.treats.length === 0 ? '' : ` (for ${entry.treats.map((t) => t.title).join('; ')})`;
  const contradicted = entry.isContradicted ? ` ${pc.yellow('[others say otherwise]')}` : '';
  return `${entry.time.slice(0, 16).replace('T', ' ')}  ${printable(what + treats)}${contradicted}  ${pc.dim(
    `[${entry.modules.join(', ')} · ${showProvenance(entry.provenance)}]`,
  )}`;
}

/** Authors and their instances, each once: `general-hospital #3, #4`. */
export function showProvenance(provenance: readonly Provenance[]): string {
  const instances = new Map<string, Set<number>>();
  for (const { author, seq } of provenance)
    instances.set(author, (instances.get(author) ?? new Set()).add(seq));
  return [...instances]
    .map(
      ([author, seqs]) =>
        `${shortAuthor(author)} ${[...seqs]
          .sort((a, b) => a - b)
          .map((seq) => `#${seq}`)
          .join(', ')}`,
    )
    .join('; ');
}

/** Lane and instance of one statement, as JSON has it everywhere. */
export function statedBy(p: Provenance): {
  lane: { author: string; module: string };
  instance: number;
  author: string;
} {
  return { lane: { author: p.author, module: p.module }, instance: p.seq, author: p.author };
}
