/**
 * The word nearest to a misspelt one (letters put in, left out, changed, or swapped with the next), else one that it
 * begins, or undefined where more than a third of the letters differ from all.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  // Nobody misspells a key at such length; the distance takes time with the product of both lengths.
  if (word.length > 100) return undefined;
  const [best] = known
    .map((each) => ({ each, distance: distance(word.toLowerCase(), each.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  if (best === undefined) return undefined;
  if (best.distance <= Math.max(1, Math.floor(best.each.length / 3))) return best.each;
  return word.length < 3
    ? undefined
    : known.find((each) => each.toLowerCase().startsWith(word.toLowerCase()));
}

/** Optimal string alignment distance. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  const at = (i: number, j: number) => (rows[i] as number[])[j] as number;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(i - 1, j - 1) + same, at(i - 1, j) + 1, at(i, j - 1) + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, at(i - 2, j - 2) + 1);
      row.push(best);
    }
  }
  return at(a.length, b.length);
}
