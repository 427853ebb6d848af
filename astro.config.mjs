import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import remarkGfm from 'remark-gfm';
import { gate } from './src/markdown/gate.ts';
import { remarkQuotes } from './src/markdown/quotes.ts';
import { remarkReferences } from './src/markdown/references.ts';
import { rehypeTables } from './src/markdown/tables.ts';
import { searchIndex } from './src/search/integration.ts';
import { sitemap } from './src/share/sitemap.ts';
import { site } from './src/site.ts';
import { shortStyle } from './src/styles/short.ts';
import { pageCodes } from './src/tools/page-codes.ts';
import { oneAtATime, publish } from './src/tools/publish.ts';

export default defineConfig({
  site: site.url,
  base: site.base || '/',
  // Written beside the last good site; `publish` puts it in its place when everything, the index included, is done.
  outDir: './.dist-next',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'always', assets: 'assets' },
  compressHTML: true,
  devToolbar: { enabled: false },
  markdown: {
    syntaxHighlight: false,
    processor: unified({ gfm: false, smartypants: false, remarkPlugins: [remarkQuotes, remarkReferences, remarkGfm], rehypePlugins: [rehypeTables] }),
  },
  // In this order: `pageCodes` still changes pages, `publish` takes the checksums of all files and comes last.
  integrations: [oneAtATime(), gate(), mdx(), searchIndex(), sitemap(), pageCodes(), publish()],
  // Scripts stay in files of their own, so that the page's policy can forbid inline ones; one style block serves all pages.
  vite: {
    build: { cssCodeSplit: false, assetsInlineLimit: 0 },
    css: { postcss: { plugins: [shortStyle()] } },
    // The name that Astro gives to a page's script is half as long as the script; its hash is enough.
    environments: { client: { build: { rollupOptions: { output: { entryFileNames: 'assets/[hash].js' } } } } },
  },
});
