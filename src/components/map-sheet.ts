import type { Country, Prison } from '../atlas/model.ts';
import type { Strings } from '../i18n/en.ts';

// What a map hands to the page that shows it; lengths are in units of the map's sheet.

export type Point = readonly [x: number, y: number];
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** A country's strongest kind of tie; the exporter is the model. */
export type Tie = 'model' | 'recorded' | 'alleged' | 'none';

/** A country on a map: its outline, coarse enough for a link, and where its name stands. */
export interface Area {
  country: Country;
  tie: Tie;
  /** Empty where it is so small that a disc stands for it, or where it is no link. */
  outline: string;
  small: boolean;
  at: Point;
  /** Middle of its name, where that fits into the country beside all marks. */
  label?: Point;
}

/** A prison on a map. */
export interface Dot {
  prison: Prison;
  /** Where its mark stands. */
  at: Point;
  /** Its place, where the mark had to be moved aside. */
  from?: Point;
}

/** A part of the world that has a map of its own, as a rectangle on the map of the world. */
export interface Frame {
  part: keyof Strings['map']['part'];
  box: Box;
}

/** A map without its picture: what lies on it, and where. */
export interface MapSheet {
  width: number;
  height: number;
  areas: Area[];
  dots: Dot[];
  frames: Frame[];
  /** Radius within which a dot or a disc is found. */
  touch: number;
  /** Height of the letters of names. */
  letters: number;
  /** Kilometres that the bar of the picture stands for; none on the map of the world. */
  bar?: number;
}

/** A name in lines of at most so many letters, longer only where a word is. */
export const linesOf = (name: string, most: number): string[] => name.match(new RegExp(`.{1,${most}}(?:\\s|$)|\\S+\\s*`, 'g')) ?? [name];
