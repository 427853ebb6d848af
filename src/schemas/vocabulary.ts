/** The closed lists of the atlas. Order is the order in which a reader sees them. */

export const topics = [
  'construction', 'design', 'training', 'accreditation', 'funding', 'policing', 'deportation', 'conditions', 'deaths', 'legal',
  'resistance', 'political-prisoners', 'statistics', 'history', 'privatization', 'data-systems',
] as const;
export type Topic = (typeof topics)[number];

export const regions = [
  'North America', 'Central America', 'Caribbean', 'South America', 'Europe', 'Africa', 'Middle East', 'Asia', 'Oceania',
] as const;
export type Region = (typeof regions)[number];
/** Id of a region's heading in the list of countries: "south-america". */
export const regionId = (region: Region): string => region.toLowerCase().replace(' ', '-');

export const sections = ['idea', 'history', 'places', 'mechanisms', 'people'] as const;
export type Section = (typeof sections)[number];

export const termKinds = ['concept', 'organisation', 'agency', 'company', 'programme', 'law', 'person'] as const;
export type TermKind = (typeof termKinds)[number];

export const sourceKinds = [
  'government', 'intergovernmental', 'court', 'ngo-report', 'academic', 'journalism', 'advocacy', 'reference', 'company',
] as const;
export type SourceKind = (typeof sourceKinds)[number];

export const verdicts = ['supported', 'partly', 'contradicted', 'unverified', 'source-text-damaged'] as const;
export type Verdict = (typeof verdicts)[number];

/** What a page warns of in one line at its top. */
export const notices = ['torture', 'death'] as const;
export type Notice = (typeof notices)[number];

export const usTies = ['recorded', 'alleged'] as const;
export type UsTie = (typeof usTies)[number];

/** How a figure is drawn: each bar against the longest, or each as a share of a hundred. */
export const figureKinds = ['bars', 'shares'] as const;
export type FigureKind = (typeof figureKinds)[number];

/** What a number of a figure rests on. */
export const bases = ['counted', 'documented', 'said'] as const;
export type Basis = (typeof bases)[number];

/** How exact a number is, where it is not. */
export const bounds = ['at-least', 'just-over', 'about', 'just-under'] as const;
export type Bound = (typeof bounds)[number];

/** CSL 1.0.2 item types that the bibliography uses. */
export const sourceTypes = [
  'article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast', 'chapter', 'dataset',
  'document', 'entry-encyclopedia', 'hearing', 'interview', 'legal_case', 'legislation', 'manuscript', 'map', 'motion_picture',
  'pamphlet', 'paper-conference', 'personal_communication', 'post', 'post-weblog', 'regulation', 'report', 'review', 'song',
  'speech', 'thesis', 'treaty', 'webpage',
] as const;

/** How the text of a source was read. */
export const readings = ['original', 'copy', 'repost', 'excerpt'] as const;
