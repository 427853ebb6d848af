import type { Atlas } from '../atlas/model.ts';

/** The day to which an atlas stands, `YYYY-MM-DD`: the newest on which something in it was published, checked or, a source, read. No clock is asked. */
export const versionDate = ({ articles, countries, prisons, pages, sources }: Atlas): string =>
  [...[...articles, ...countries, ...prisons, ...pages].map(({ reviewed }) => reviewed), ...sources.map(({ accessed }) => accessed)].reduce((newest, day) => (day > newest ? day : newest), '');
