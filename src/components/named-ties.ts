import type { TieKind, TieState, WingState } from '../atlas/wings.ts';
import type { Strings } from '../i18n/en.ts';

/** A country or a prison, as far as its ties go. */
export interface TiedPlace {
  wings: readonly WingState[];
  otherTies: TieState;
}

export interface NamedTie extends TieState {
  kind: TieKind | 'other';
  name: string;
}

/** The seven kinds of tie and, last, what is of none of them, each by its name in the page's language. */
export const namedTies = ({ wings, otherTies }: TiedPlace, t: Strings): NamedTie[] => [
  ...wings.map((wing) => ({ ...wing, name: t.tie[wing.kind] })),
  { ...otherTies, kind: 'other', name: t.tieOther },
];
