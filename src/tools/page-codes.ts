import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { toQr } from '../editions/qr.ts';
import { gather } from '../styles/short.ts';

/**
 * Astro integration: beside each page that has an address of its own its QR code. The style for paper names it by the same
 * relative address on every page, so that a page carries not a byte of it and only a printer asks for it.
 */
export function pageCodes(): AstroIntegration {
  return {
    name: 'page-codes',
    hooks: {
      'astro:build:done'({ dir }) {
        const out = fileURLToPath(dir);
        for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
          if (!file.endsWith('.html')) continue;
          const html = readFileSync(join(out, file), 'utf8');
          writeFileSync(join(out, file), lean(html));
          const address = / class="share"[\s\S]*?<a href="([^"]+)"/.exec(html)?.[1];
          if (address && file.endsWith('index.html')) writeFileSync(join(out, dirname(file), 'qr.svg'), toQr(address));
        }
      },
    },
  };
}

const gathered = new Map<string, string>();
const block = '(?:p|li|div|section|ol|ul|h\\d|body|main|head|html|footer|header|nav|article|aside|table|thead|tbody|tr|t[dh]|dl|dt|dd|style|figure)\\b[^>]*>';
const around = [new RegExp(`(</?${block}) +`, 'g'), new RegExp(` +(</?${block})`, 'g')] as const;

/** A page without what nobody sees: spaces at the edges of blocks, and media queries that its style names over and over. */
function lean(html: string): string {
  const [, style] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
  if (style === undefined) return html;
  if (!gathered.has(style)) gathered.set(style, gather(style));
  return html.replace(style, () => gathered.get(style)!).replace(around[0], '$1').replace(around[1], '$1');
}
