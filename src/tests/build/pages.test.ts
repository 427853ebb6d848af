import { readFileSync } from 'node:fs';
import type { HTMLElement } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { absolute, site } from '../../site.ts';
import { expectNoFaults, fileAt, ids, pageAt, pages, type Page } from './site.ts';

const attribute = (page: Page, selector: string, name: string): string | undefined => page.root.querySelector(selector)?.getAttribute(name);
const count = (page: Page, selector: string): number => page.root.querySelectorAll(selector).length;

test('the site has its pages', () => {
  for (const path of ['/', '/articles/', '/countries/', '/prisons/', '/timeline/', '/timeline/undated/', '/claims/', '/glossary/', '/sources/', '/search/', '/about/', '/method/', '/privacy/', '/404.html']) {
    expect(pageAt.has(site.base + path), path).toBe(true);
  }
});

describe('every page', () => {
  test('has one heading of the first rank, one main part and a language', () => {
    expectNoFaults((page) => [
      ...(count(page, 'h1') === 1 && page.root.querySelector('h1')!.text.trim() ? [] : [`${count(page, 'h1')} h1, or an empty one`]),
      ...(count(page, 'main') === 1 ? [] : [`${count(page, 'main')} main`]),
      ...(site.published.some((lang) => lang === attribute(page, 'html', 'lang')) ? [] : ['no lang']),
    ]);
  });

  test('has a title of its own that fits into 70 characters, and a description', () => {
    const seen = new Map<string, string>();
    expectNoFaults((page) => {
      const title = page.root.querySelector('title')?.text.trim() ?? '';
      const other = seen.get(title);
      seen.set(title, page.path);
      return [
        ...(title && title.length <= 70 ? [] : [`title "${title}"`]),
        ...(other ? [`title "${title}" as on ${other}`] : []),
        ...(attribute(page, 'meta[name="description"]', 'content')?.trim() ? [] : ['no description']),
      ];
    });
  });

  test('names its own address as canonical', () => {
    expectNoFaults((page) => {
      const canonical = page.root.querySelectorAll('link[rel="canonical"]').map((link) => link.getAttribute('href'));
      return canonical.length === 1 && canonical[0] === absolute(page.path) ? [] : [`canonical ${canonical.join(' ')}`];
    }, pages.filter(({ path }) => !path.endsWith('/404.html')));
  });

  test('uses each id once', () => {
    expectNoFaults((page) => {
      const all = page.root.querySelectorAll('[id]').map(({ id }) => id);
      return all.filter((id, index) => all.indexOf(id) !== index).map((id) => `id "${id}" twice`);
    });
  });

  test('has only links that lead somewhere, fragments included', () => {
    expectNoFaults((page) =>
      page.root.querySelectorAll('a[href], link[rel="alternate"], form[action]').flatMap((element) => {
        const href = (element.getAttribute('href') ?? element.getAttribute('action')!).replace(/^#/, `${page.path}#`);
        const own = href.startsWith(`${site.url}/`) ? href.slice(site.url.length) : href;
        if (/^(https?:\/\/|mailto:)/.test(own)) return [];
        const [, path, fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(own)!;
        const target = pageAt.get(path!);
        if (!target) return fileAt(path!) && !path!.endsWith('/') ? [] : [`${href}: no such page`];
        return fragment === undefined || ids(target).has(decodeURIComponent(fragment)) ? [] : [`${href}: no such fragment`];
      }),
    );
  });

  test('has no inline style or script, and the one block of style that all pages have', () => {
    const style = (page: Page): string => page.root.querySelectorAll('style').map(({ innerHTML }) => innerHTML).join('\n');
    const everywhere = style(pages[0]!);
    const isData = (script: HTMLElement): boolean => /^application\/(ld\+)?json$/.test(script.getAttribute('type') ?? '');
    expectNoFaults((page) => [
      ...page.root.querySelectorAll('[style]').map((element) => `style="${element.getAttribute('style')}"`),
      ...page.root.querySelectorAll('script:not([src])').filter((script) => !isData(script)).map(() => 'an inline script'),
      ...page.root.querySelectorAll('*').flatMap(({ attributes }) => Object.keys(attributes).filter((name) => /^on/i.test(name)).map((name) => `${name}="…"`)),
      ...(count(page, 'style') === 1 && style(page) === everywhere ? [] : [`${count(page, 'style')} style blocks, or another one`]),
    ]);
  });

  test('loads nothing from elsewhere, and nothing that is missing', () => {
    const loaded = (page: Page): string[] => [
      ...page.root.querySelectorAll('script[src], img[src], iframe[src], source[src], video[src], audio[src], embed[src], input[src]').map((element) => element.getAttribute('src')!),
      ...page.root.querySelectorAll('[srcset]').flatMap((element) => element.getAttribute('srcset')!.split(',').map((part) => part.trim().split(' ')[0]!)),
      ...page.root.querySelectorAll('object[data]').map((element) => element.getAttribute('data')!),
      ...page.root.querySelectorAll('link[href]').filter((link) => !/^(canonical|alternate|license|author|next|prev)$/.test(link.getAttribute('rel') ?? '')).map((link) => link.getAttribute('href')!),
    ];
    const ofStyle = [...pages[0]!.root.querySelector('style')!.innerHTML.matchAll(/url\(["']?(?!data:)([^"')]+)|@import\s+["']([^"']+)/g)].map(([, url, imported]) => url ?? imported!);
    expect(ofStyle.filter((url) => !fileAt(url))).toEqual([]);
    expectNoFaults((page) => loaded(page).filter((url) => !fileAt(url)));
  });
});

describe('scripts', () => {
  test('wait until the page is read', () => {
    expectNoFaults((page) => page.root.querySelectorAll('script[src]').filter((script) => script.getAttribute('type') !== 'module' && !script.hasAttribute('defer')).map((script) => script.outerHTML));
  });

  test('ask no other origin', () => {
    const files = new Set(pages.flatMap(({ root }) => root.querySelectorAll('script[src]').map((script) => script.getAttribute('src')!)));
    expect([...files].flatMap((path) => readFileSync(fileAt(path)!, 'utf8').match(/https?:\/\/[\w.-]+/g) ?? [])).toEqual([]);
  });
});
