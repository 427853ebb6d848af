import type { Topic, UsTie } from '../schemas/vocabulary.ts';

/** The seven kinds of tie to the United States, in the order of the plan's seven wings. */
export const tieKinds = ['design', 'training', 'accreditation', 'money', 'policing', 'data', 'detainees'] as const;
export type TieKind = (typeof tieKinds)[number];

/** What records say of some kind of tie. */
export interface TieState {
  /** `none`: no record says so. */
  state: UsTie | 'none';
  /** Records behind the state. */
  count: number;
}

export interface WingState extends TieState {
  kind: TieKind;
}

/** A record, as far as its tie goes. */
interface Tied {
  topic: Topic;
  usTie?: UsTie | undefined;
}

const kindOf: Partial<Record<Topic, TieKind>> = {
  design: 'design',
  construction: 'design',
  training: 'training',
  accreditation: 'accreditation',
  funding: 'money',
  policing: 'policing',
  'data-systems': 'data',
  deportation: 'detainees',
};

/** Kind of tie that a topic stands for, if it stands for one. */
export const tieKindOf = (topic: Topic): TieKind | undefined => kindOf[topic];

function stateOf(records: readonly Tied[], kind: TieKind | undefined): TieState {
  const behind = records.filter(({ topic, usTie }) => usTie && kindOf[topic] === kind);
  return { state: behind.some(({ usTie }) => usTie === 'recorded') ? 'recorded' : behind.length ? 'alleged' : 'none', count: behind.length };
}

/** State of the seven wings, from the topics and ties of a place's records; never written by hand. */
export const wingsOf = (records: readonly Tied[]): WingState[] => tieKinds.map((kind) => ({ kind, ...stateOf(records, kind) }));

/** Ties that no wing stands for: those that records of law, history or conditions tell of. */
export const otherTiesOf = (records: readonly Tied[]): TieState => stateOf(records, undefined);
