import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { toQr } from '../editions/qr.ts';

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
          if (!/(^|[\\/])index\.html$/.test(file)) continue;
          const address = / class="share"[\s\S]*?<a href="([^"]+)"/.exec(readFileSync(join(out, file), 'utf8'))?.[1];
          if (address) writeFileSync(join(out, dirname(file), 'qr.svg'), toQr(address));
        }
      },
    },
  };
}
