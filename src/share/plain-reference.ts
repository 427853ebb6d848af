import type { CslName } from '../atlas/model.ts';
import { formatDate } from '../i18n/format.ts';
import type { Language } from '../i18n/languages.ts';
import { stringsOf } from '../i18n/strings.ts';
import { fromCslDate, type CslItem } from './csl.ts';

const nameOf = ({ literal, family, given, suffix, 'non-dropping-particle': particle }: CslName): string =>
  literal ?? [family, [given, particle].filter(Boolean).join(' '), suffix].filter(Boolean).join(', ');

/**
 * A reference as plain text, in the order in which the site's own lists have it: who, title, where, when, address, day of access.
 * An item without a day of access, as all of ours are, leaves a place for it.
 * @param accessed day on which the reader read it, `YYYY-MM-DD`
 */
export function toReference(item: CslItem, lang: Language = 'en', accessed: string | undefined = item.accessed && fromCslDate(item.accessed)): string {
  const t = stringsOf(lang);
  const who = (item.author ?? item.editor ?? []).map(nameOf).join('; ');
  const where = [item['container-title'], item.publisher].filter((part, index, parts) => part && part !== who && parts.indexOf(part) === index);
  const when = item.issued ? formatDate(fromCslDate(item.issued), lang) : t.noDate;
  const publication = [...where, item.genre, when, item.version && t.citation.version(item.version)].filter(Boolean).join(', ');
  const reading = t.citation.read(accessed ? formatDate(accessed, lang) : t.citation.day);
  const parts = [who, item.title, publication.charAt(0).toUpperCase() + publication.slice(1), item.URL && `${item.URL} (${reading})`];
  return parts.flatMap((part) => (part ? [/[?!.…]$/.test(part) ? part : `${part}.`] : [])).join(' ');
}
