import { readFileSync } from 'node:fs';
import type { HTMLElement } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { stringsOf } from '../../i18n/strings.ts';
import { absolute, address, site } from '../../site.ts';
import { buildFixture, built, expectNoFaults, ids, type Page } from './site.ts';

const attribute = (page: Page, selector: string, name: string): string | undefined => page.root.querySelector(selector)?.getAttribute(name);
const attributes = (page: Page, selector: string, name: string): string[] => page.root.querySelectorAll(selector).map((element) => element.getAttribute(name)!);
const count = (page: Page, selector: string): number => page.root.querySelectorAll(selector).length;
const isMissingPage = ({ path }: Page): boolean => path.endsWith('/404.html');

describe.each([
  ['the site', built],
  ['a site in all languages under a base path', buildFixture()],
])('%s', (_, { base, languages, pages, redirects, pageAt, fileAt }) => {
  test('has its pages', () => {
    if (pages !== built.pages) expect(redirects.map(({ path }) => path.slice(base.length))).toEqual(['articles/thirst', 'es/articles/thirst', 'es/prisons/valledupar', 'es/sources/el-pilon-undated', 'prisons/valledupar', 'sources/el-pilon-undated'].map((path) => `/${path}/`));
    for (const path of ['/', '/articles/', '/countries/', '/prisons/', '/timeline/', '/timeline/undated/', '/claims/', '/glossary/', '/sources/', '/search/', '/about/', '/404.html']) {
      expect(pageAt.has(base + path), path).toBe(true);
    }
  });

  test('has one heading of the first rank, one main part and a language on every page', () => {
    expectNoFaults(pages, (page) => [
      ...(count(page, 'h1') === 1 && page.root.querySelector('h1')!.text.trim() ? [] : [`${count(page, 'h1')} h1, or an empty one`]),
      ...(count(page, 'main') === 1 ? [] : [`${count(page, 'main')} main`]),
      ...(attribute(page, 'html', 'lang') === (languages.find((lang) => page.path.startsWith(`${base}/${lang}/`)) ?? 'en') ? [] : [`lang="${attribute(page, 'html', 'lang')}"`]),
    ]);
  });

  test('lists what is on a page in the words and the order of its headings', () => {
    const textOf = (element: HTMLElement): string => element.textContent.replace(/\s+/g, ' ').trim();
    expectNoFaults(pages.filter((page) => page.root.querySelector('.toc')), (page) => {
      const listed = page.root.querySelectorAll('.toc a').map((link) => [link.getAttribute('href')!.slice(1), textOf(link)]);
      const places = page.root.querySelectorAll('main [id]').map(({ id }) => id);
      const order = listed.map(([id]) => places.indexOf(id!));
      return [
        ...listed.filter(([id, text]) => ![...page.root.querySelectorAll('main :is(h2, h3)')].some((heading) => heading.id === id && textOf(heading).startsWith(text!))).map(([id]) => `#${id}`),
        ...(order.every((place, index) => !index || place > order[index - 1]!) ? [] : ['another order']),
      ];
    });
  });

  test('names two sources of a card in two ways', () => {
    expectNoFaults(pages, (page) =>
      page.root.querySelectorAll('.card footer, .claim .meta').flatMap((card) => {
        const targets = new Map<string, string>();
        return card.querySelectorAll('a[href*="/sources/"]').flatMap((link) => {
          const [name, target] = [link.textContent, link.getAttribute('href')!];
          const other = targets.get(name) ?? target;
          targets.set(name, target);
          return other === target ? [] : [name];
        });
      }));
  });

  test('has on every page a title of its own that fits into 70 characters, and a description', () => {
    const seen = new Map<string, string>();
    expectNoFaults(pages, (page) => {
      const title = page.root.querySelector('title')?.text.trim() ?? '';
      const key = `${attribute(page, 'html', 'lang')} ${title}`;
      const other = seen.get(key);
      seen.set(key, page.path);
      return [
        ...(title && title.length <= 70 ? [] : [`title "${title}"`]),
        ...(other ? [`title "${title}" as on ${other}`] : []),
        ...(attribute(page, 'meta[name="description"]', 'content')?.trim() ? [] : ['no description']),
      ];
    });
  });

  test('names the address of every page as canonical, but for the page of those that do not exist', () => {
    expectNoFaults(pages, (page) => {
      const canonical = attributes(page, 'link[rel="canonical"]', 'href').join();
      return canonical === (isMissingPage(page) ? '' : absolute(page.path)) ? [] : [`canonical ${canonical}`];
    });
  });

  test('leads to a page in other languages, and back', () => {
    const alternates = (page: Page): string[] => attributes(page, 'link[rel="alternate"][hreflang]', 'href').map((href) => href.slice(site.url.length));
    expectNoFaults(pages, (page) => alternates(page).filter((path) => path !== page.path && !alternates(pageAt.get(path)!).includes(page.path)).map((path) => `${path} does not lead back`));
    const translated = pages.filter((page) => attribute(page, 'html', 'lang') !== 'en');
    expectNoFaults(translated, (page) => (alternates(page).length === languages.length ? [] : ['no link to the original']));
  });

  test('leads on from former addresses, in the language of the page, with a link for whoever is not led', () => {
    expectNoFaults(redirects, (page) => {
      const [refresh = '', to = ''] = /^0; url=(.+)$/.exec(attribute(page, 'meta[http-equiv="refresh"]', 'content') ?? '') ?? [];
      const target = pageAt.get(to);
      return [
        ...(target ? [] : [`"${refresh}" leads to no page`]),
        ...(attributes(page, 'a', 'href').join() === to ? [] : ['no link to where it leads']),
        ...(attribute(page, 'link[rel="canonical"]', 'href') === absolute(to) ? [] : ['another canonical address']),
        ...(attribute(page, 'html', 'lang') === (target && attribute(target, 'html', 'lang')) ? [] : ['another language']),
        ...(page.root.querySelector('title')?.text.trim() && page.root.querySelector('h1')?.text.trim() ? [] : ['no title or heading']),
      ];
    });
  });

  test('offers on every page a way to report an error: a letter that names the page, or the place that says how', () => {
    const { contact } = stringsOf('en').footer;
    const about = address('/about/');
    expectNoFaults(pages, (page) => {
      const strings = stringsOf(page.path.startsWith(`${base}/es/`) ? 'es' : 'en').footer;
      const href = page.root.querySelectorAll('footer a').find((link) => link.text === strings.contact)?.getAttribute('href') ?? '';
      const expected = built.pages === pages && !site.contact ? [`${about}#errors`] : [`mailto:${site.contact || 'errors@example.org'}?subject=${encodeURIComponent(absolute(page.path))}`];
      return expected.includes(href) ? [] : [`${contact}: ${href}`];
    });
  });

  test('uses each id of a page once', () => {
    expectNoFaults(pages, (page) => {
      const all = page.root.querySelectorAll('[id]').map(({ id }) => id);
      return all.filter((id, index) => all.indexOf(id) !== index).map((id) => `id "${id}" twice`);
    });
  });

  test('has only links that lead somewhere, fragments included', () => {
    expectNoFaults(pages, (page) =>
      [...attributes(page, 'a[href], link[rel="alternate"]', 'href'), ...attributes(page, 'form[action]', 'action')].flatMap((href) => {
        const own = href.startsWith(`${site.url}/`) ? href.slice(site.url.length) : href.replace(/^[#?]/, `${page.path}$&`);
        if (/^(https?:\/\/|mailto:)/.test(own)) return [];
        const [, path, fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(own)!;
        const target = pageAt.get(path!);
        if (!target) return fileAt(path!) && !path!.endsWith('/') ? [] : [`${href}: no such page`];
        return fragment === undefined || ids(target).has(decodeURIComponent(fragment)) ? [] : [`${href}: no such fragment`];
      }),
    );
  });

  test('has no inline style or script, and one block of style, the same on every page', () => {
    const style = (page: Page): string => page.root.querySelectorAll('style').map(({ innerHTML }) => innerHTML).join('\n');
    const everywhere = style(pages[0]!);
    const isData = (script: HTMLElement): boolean => /^application\/(ld\+)?json$/.test(script.getAttribute('type') ?? '');
    expectNoFaults(pages, (page) => [
      ...attributes(page, '[style]', 'style').map((value) => `style="${value}"`),
      ...page.root.querySelectorAll('script:not([src])').filter((script) => !isData(script)).map(() => 'an inline script'),
      ...page.root.querySelectorAll('*').flatMap((element) => Object.keys(element.attributes).filter((name) => /^on/i.test(name)).map((name) => `${name}="…"`)),
      ...(count(page, 'style') === 1 ? [] : [`${count(page, 'style')} blocks of style`]),
      ...(style(page) === everywhere ? [] : ['another style than on other pages']),
      // The build shortens the names of tokens: only the style knows them.
      ...[...page.html.replace(/<style>.*?<\/style>/s, '').matchAll(/var\(--[\w-]+\)/g)].map(([name]) => `${name} outside the style`),
    ]);
  });

  test('shows text of the content as text', () => {
    expectNoFaults(pages, (page) => page.root.querySelectorAll('x-hostile, [x-hostile], [onclick]').map(({ outerHTML }) => outerHTML.slice(0, 120)));
  });

  test('loads nothing from elsewhere, and nothing that is missing', () => {
    const loaded = (page: Page): string[] => [
      ...attributes(page, 'script[src], img[src], iframe[src], source[src], video[src], audio[src], embed[src], input[src]', 'src'),
      ...attributes(page, '[srcset]', 'srcset').flatMap((list) => list.split(',').map((part) => part.trim().split(' ')[0]!)),
      ...attributes(page, 'object[data]', 'data'),
      ...page.root.querySelectorAll('link[href]').filter((link) => !/^(canonical|alternate|license|author|next|prev)$/.test(link.getAttribute('rel') ?? '')).map((link) => link.getAttribute('href')!),
    ];
    const ofStyle = [...pages[0]!.root.querySelector('style')!.innerHTML.matchAll(/url\(["']?(?!data:)([^"')]+)|@import\s+["']([^"']+)/g)].map(([, url, imported]) => url ?? imported!);
    // What the style names without a folder is the page's own: its QR code.
    const own = (page: Page): string[] => (page.root.querySelector('.share') ? ofStyle.filter((url) => !url.includes('/')).map((url) => page.path.replace(/[^/]*$/, url)) : []);
    expect(ofStyle.filter((url) => url.includes('/') && !fileAt(url))).toEqual([]);
    expectNoFaults(pages, (page) => [...loaded(page), ...own(page)].filter((url) => !fileAt(url)));
  });

  test('has scripts that wait until the page is read and ask no other origin', () => {
    expectNoFaults(pages, (page) => page.root.querySelectorAll('script[src]').filter((script) => script.getAttribute('type') !== 'module' && !script.hasAttribute('defer')).map((script) => script.outerHTML));
    const scripts = new Set(pages.flatMap((page) => attributes(page, 'script[src]', 'src')));
    expect([...scripts].flatMap((path) => readFileSync(fileAt(path)!, 'utf8').match(/https?:\/\/[\w.-]+/g) ?? [])).toEqual([]);
  });
});
