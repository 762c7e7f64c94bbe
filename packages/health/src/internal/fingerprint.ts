/** 64 bits of FNV-1a (draft-eastlake-fnv) in hexadecimal, as two runs of 32: tells records of one type and second apart; guards nothing. */
export function fingerprint(text: string): string {
  const run = (seed: number): string => {
    let h = seed;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    return (h >>> 0).toString(16).padStart(8, '0');
  };
  return run(0x811c9dc5) + run(0x9747b28c);
}
