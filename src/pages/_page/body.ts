import type { Entry } from '../../atlas/model.ts';

/** Id of an entry's body in Astro's collection: the name of its file, the language of a twin included. */
export const bodyId = (entry: Entry): string => entry.file.split('/').at(-1)!.replace(/\.mdx$/, '');
