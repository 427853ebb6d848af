import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import type { Claim, Country, DatedRecord, Source } from '../atlas/model.ts';
import { toBibtex } from './bibtex.ts';
import { claimCsl, cutAtWord, profileCsl, recordCsl, toCsl, type CslItem } from './csl.ts';
import { toReference } from './plain-reference.ts';
import { toRis } from './ris.ts';

/** Another library reads what we wrote. It has no types. */
const Cite = createRequire(import.meta.url)('citation-js') as new (text: string) => { data: (CslItem & { 'citation-key': string })[] };
const readBack = (text: string): CslItem & { 'citation-key': string } => new Cite(text).data[0]!;
/** Words without the marks by which the library keeps capitals. */
const plain = (text: string | undefined): string | undefined => text?.replace(/<\/?span[^>]*>/g, '');

const citedBy = { articles: [], countries: [], prisons: [], terms: [], pages: [], records: [], claims: [] };
const source: Source = {
  id: 'muller-2011-nandu', href: '/sources/muller-2011-nandu/', label: 'Müller 2011', authors: 'Müller, José', language: 'es',
  title: 'El Ñandú & Co.: 50 % de “éxito” en la cárcel #2 {Cómbita}_a ~ $3 ^ \\o/', type: 'article-newspaper', redirectFrom: [], kind: 'journalism',
  publisher: 'Scribd', originalPublisher: 'El País', readAs: 'copy', issued: '2011-04', accessed: '2026-11-21', url: 'https://example.org/a_b%20c?d={e}&f#g', note: 'Página 3.',
  csl: { author: [{ family: 'Müller', given: 'José', 'non-dropping-particle': 'von' }, { literal: 'Instituto Penitenciario, INPEC' }], editor: [], page: '3-5', volume: '12' }, citedBy,
};
const report: Source = { ...source, type: 'report', title: 'Report', publisher: 'INPEC', csl: { author: [], editor: [] } };
delete report.originalPublisher;
const country = { id: 'colombia', iso2: 'CO', name: 'Colombia', href: '/countries/colombia/', lang: 'en', reviewed: '2026-11-20', summary: 'S', plain: '', references: [], questions: [], records: [], claims: [] } as unknown as Country;
const record = { id: 'opened-2000', href: '/countries/colombia/#opened-2000', date: '2000-11-16', topic: 'construction', country, lang: 'en', text: 'President Pastrana dated the inauguration of La Tramacúa to 16 November 2000.', citations: [{ source }] } as unknown as DatedRecord;
const claim = { id: 'bar-01', href: '/claims/#bar-01', lang: 'en', claim: 'The United States built it.', verdict: 'partly', note: 'N', variants: [], citations: [] } as unknown as Claim;

describe('a source', () => {
  test('is cited as it was first published, and says where it was read', () => {
    const item = toCsl(source);
    expect(item).toMatchObject({ 'container-title': 'El País', note: 'Read in a copy: Scribd. Página 3.', issued: { 'date-parts': [[2011, 4]] } });
    expect(item.publisher).toBeUndefined();
    expect(toCsl(report)).toMatchObject({ publisher: 'INPEC', note: 'Página 3.' });
    expect(Object.keys(toCsl(report))).not.toContain('author');
  });

  test('comes back from BibTeX as it was', () => {
    const item = toCsl(source);
    const back = readBack(toBibtex(item));
    expect(back).toMatchObject({ 'citation-key': item.id, issued: item.issued, accessed: item.accessed, page: '3-5', volume: '12', 'container-title': 'El País', note: item.note });
    expect(plain(back.title)).toBe(item.title);
    expect(back.author).toEqual([expect.objectContaining({ family: 'Müller', given: 'José' }), { family: 'Instituto Penitenciario, INPEC' }]);
    expect(toBibtex(item)).toContain('url = {https://example.org/a_b%20c?d=%7Be%7D&f#g}');
  });

  test('comes back from RIS as it was', () => {
    const item = toCsl(source);
    const back = readBack(toRis(item));
    expect(back).toMatchObject({ type: item.type, id: item.id, title: item.title, URL: item.URL, accessed: item.accessed, 'container-title': 'El País', note: item.note, language: 'es' });
    // The format keeps the slashes where the day is not known; the other library then reads the year alone.
    expect(back.issued).toEqual({ 'date-parts': [[2011]] });
    expect(toRis(item)).toContain('\r\nDA  - 2011/04//\r\n');
    expect(toRis(item).split('\r\n').slice(0, 2)).toEqual(['TY  - NEWS', 'ID  - muller-2011-nandu']);
    expect(toRis(item).endsWith('ER  - \r\n')).toBe(true);
  });

  test('reads as a reference', () => {
    expect(toReference(toCsl(report))).toBe(`Report. INPEC, April 2011. ${source.url} (read on 21\u00a0November 2026).`);
    expect(toReference({ ...toCsl(report), issued: undefined } as never, 'es')).toContain('INPEC, sin fecha.');
  });
});

describe('a page of ours', () => {
  test('names the project, its address and the version of its words', () => {
    const item = recordCsl(record);
    expect(item).toMatchObject({ id: 'record-opened-2000', type: 'webpage', title: record.text.slice(0, -1), author: [{ literal: 'Prison Imperialism' }], issued: { 'date-parts': [[2026, 11, 20]] }, genre: 'Record' });
    expect(item.URL).toBe('https://example.org/countries/colombia/#opened-2000');
    expect(item.version).toMatch(/^[0-9a-f]{12}$/);
    expect(recordCsl({ ...record, text: `${record.text} ` }).version).not.toBe(item.version);
    expect(profileCsl({ ...country, records: [record] }).version).not.toBe(profileCsl(country).version);
  });

  test('leaves the day of access to the reader', () => {
    expect(toReference(recordCsl(record))).toMatch(/^Prison Imperialism\. President .* 16 November 2000\. Record, 20\u00a0November 2026, version [0-9a-f]{12}\. https:\S+ \(read on \[date\]\)\.$/);
    expect(toReference(recordCsl(record), 'en', '2027-01-02')).toContain('(read on 2\u00a0January 2027)');
    expect(toBibtex(recordCsl(record))).not.toContain('urldate');
  });

  test('does not make the claim that it checks', () => {
    expect(claimCsl(claim, '2026-11-21').title).toBe('Claim: “The United States built it”');
  });

  test('comes back from BibTeX and RIS', () => {
    for (const item of [recordCsl(record), claimCsl(claim, '2026-11-21'), profileCsl(country)]) {
      expect(plain(readBack(toBibtex(item)).title)).toBe(item.title);
      expect(readBack(toBibtex(item))).toMatchObject({ type: 'webpage', URL: item.URL, issued: item.issued });
      expect(readBack(toRis(item))).toMatchObject({ type: 'webpage', title: item.title, URL: item.URL, issued: item.issued });
    }
  });
});

test('a title is cut after a word', () => {
  expect(cutAtWord('One two, three.', 20)).toBe('One two, three');
  expect(cutAtWord('One two, three four', 10)).toBe('One two…');
});
