import type { Figure } from '../atlas/model.ts';

/** Steps of the longest bar, of about 1.8 px: it fits a phone. */
export const steps = 150;

/** Lengths of a figure's bars in whole steps, series by series: against the longest, or as shares of a hundred. A number above zero has at least one. */
export function barLengths({ kind, series }: Pick<Figure, 'kind' | 'series'>): number[][] {
  const whole = kind === 'shares' ? 100 : Math.max(...series.flatMap(({ points }) => points.map(({ value }) => value)));
  return series.map(({ points }) => points.map(({ value }) => (value ? Math.max(1, Math.round((value / whole) * steps)) : 0)));
}
