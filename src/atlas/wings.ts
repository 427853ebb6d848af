import type { Topic, UsTie } from '../schemas/vocabulary.ts';

/** The seven kinds of tie to the United States, in the order of the plan's seven wings. */
export const tieKinds = ['design', 'training', 'accreditation', 'money', 'policing', 'data', 'detainees'] as const;
export type TieKind = (typeof tieKinds)[number];

export interface WingState {
  kind: TieKind;
  /** `none`: no record says so. */
  state: UsTie | 'none';
  /** Records behind the state. */
  count: number;
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

/** State of the seven wings, from the topics and ties of a place's records; never written by hand. */
export function wingsOf(records: readonly { topic: Topic; usTie?: UsTie | undefined }[]): WingState[] {
  return tieKinds.map((kind) => {
    const behind = records.filter(({ topic, usTie }) => usTie && kindOf[topic] === kind);
    const state = behind.some(({ usTie }) => usTie === 'recorded') ? 'recorded' : behind.length ? 'alleged' : 'none';
    return { kind, state, count: behind.length };
  });
}
