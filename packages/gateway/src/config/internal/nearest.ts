/** The word nearest to a misspelt one (Levenshtein distance), or undefined where none is near: more than a third of the letters differ. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  // Nobody misspells a key at such length; the distance takes time with the product of both lengths.
  if (word.length > 100) return undefined;
  const [best] = known
    .map((each) => ({ each, distance: distance(word.toLowerCase(), each.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  if (best === undefined) return undefined;
  return best.distance <= Math.max(1, Math.floor(best.each.length / 3)) ? best.each : undefined;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
