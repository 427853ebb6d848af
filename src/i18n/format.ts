import type { Language } from './languages.ts';

const kept = new Map<string, Intl.DateTimeFormat>();
/** A format of dates, made once: making one takes a hundred times as long as using it. */
function dateFormat(lang: Language, day: boolean): Intl.DateTimeFormat {
  const key = `${lang} ${day}`;
  const format = kept.get(key) ?? new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { timeZone: 'UTC', year: 'numeric', month: 'long', ...(day ? { day: 'numeric' } : {}) });
  kept.set(key, format);
  return format;
}

/** A date as exact as it is known ("2 April 2000", "April 2000", "2000"), with no-break spaces between day and month. */
export function formatDate(date: string, lang: Language): string {
  const [year, month, day] = date.split('-');
  if (!month) return date;
  const when = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  const text = dateFormat(lang, Boolean(day)).format(when);
  return text.replace(/^(\d{1,2}) (de )?/, (_, day: string, of = '') => `${day}\u00a0${of.trimEnd()}${of ? '\u00a0' : ''}`);
}

/** A whole day as a heading writes it ("2 April 2000", "2 de abril de 2000") as `YYYY-MM-DD`; `undefined` for anything else. */
export function readDay(text: string, lang: Language): string | undefined {
  const plain = text.replaceAll('\u00a0', ' ');
  const year = /\d{4}$/.exec(plain)?.[0];
  const days = year ? Array.from({ length: 366 }, (_, index) => new Date(Date.UTC(Number(year), 0, 1 + index)).toISOString().slice(0, 10)) : [];
  return days.find((day) => formatDate(day, lang).replaceAll('\u00a0', ' ') === plain);
}

/** A whole number with the language's separators: English parts four digits, Spanish does not. */
export const formatNumber = (value: number, lang: Language): string => value.toLocaleString(lang);

/** "2.1 MB", "77 kB": the size of a file from its bytes, to two digits. */
export function formatSize(bytes: number, lang: Language): string {
  const [value, unit] = bytes < 999_500 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(lang, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value).replace(' ', '\u00a0');
}

/** "10.46° N, 73.25° W" from latitude and longitude in degrees. */
export function formatCoordinates([latitude, longitude]: readonly [number, number]): string {
  const part = (value: number, positive: string, negative: string): string => `${Math.abs(value).toFixed(2)}° ${value < 0 ? negative : positive}`;
  return `${part(latitude, 'N', 'S')}, ${part(longitude, 'E', 'W')}`;
}

const languageNames = new Map<Language, Intl.DisplayNames>();
/** Name of a language code in the language of the page: "Spanish". */
export function languageName(code: string, lang: Language): string {
  const names = languageNames.get(lang) ?? new Intl.DisplayNames([lang], { type: 'language' });
  languageNames.set(lang, names);
  return names.of(code) ?? code;
}

/** Minutes it takes to read so many words, at 220 a minute, at least one. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / 220));
