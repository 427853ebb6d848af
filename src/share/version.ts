import type { Atlas } from '../atlas/model.ts';

/** The day to which an atlas stands, `YYYY-MM-DD`: the newest date on which something in it was published or checked. No clock is asked. */
export const versionDate = ({ articles, countries, prisons, pages }: Atlas): string =>
  [...articles, ...countries, ...prisons, ...pages].map(({ reviewed }) => reviewed).reduce((newest, day) => (day > newest ? day : newest), '');
