/**
 * Edit distance between two words, counting an exchange of neighbours as one step
 * (optimal string alignment). Gives `limit + 1` as soon as the distance must exceed `limit`.
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[b.length]!, limit + 1);
}

/** The candidate nearest to `word`, if it is near enough to be a slip of the pen (a third of its letters, at least two). */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let limit = Math.max(2, Math.floor(word.length / 3));
  for (const candidate of candidates) {
    const steps = distance(word, candidate, limit);
    if (steps <= limit) {
      if (best === undefined || steps < limit || candidate < best) best = candidate;
      limit = steps;
    }
  }
  return best;
}
