import { expect, test } from 'vitest';
import { atlas } from '../../atlas/atlas.ts';
import { permanentAddresses } from '../../share/addresses.ts';
import { site } from '../../site.ts';
import { built, ids } from './site.ts';

const { pageAt, redirects, fileAt } = built;
const { published } = atlas();
/** Where the pages of former addresses lead. */
const steps = new Map(redirects.map(({ path, root }) => [path, /url=(.+)$/.exec(root.querySelector('meta[http-equiv="refresh"]')!.getAttribute('content')!)![1]!]));

/** True if an address of the ledger stands in the built site, or leads in one step to what does; hosts keep the fragment on the way. */
function stands(address: string): boolean {
  const [path, fragment] = `${site.base}${address}`.split('#') as [string, string?];
  const page = pageAt.get(path) ?? pageAt.get(steps.get(path) ?? '');
  if (!page) return !path.endsWith('/') && fileAt(path) !== undefined;
  return fragment === undefined || ids(page).has(fragment);
}

test('every address ever published stands, or leads in one step to what does', () => {
  expect(published.size).toBeGreaterThan(3000);
  const lost = [...published.keys()].filter((address) => !stands(address));
  expect(lost, 'Put back what stood there, or name these addresses in "redirectFrom" where their contents are now: see "Addresses" in CONTRIBUTING.md').toEqual([]);
});

test('the ledger is complete', () => {
  const missing = permanentAddresses('dist', site.published.map((lang) => atlas(lang))).filter((address) => !published.has(address));
  expect(missing, 'Run "npm run ledger" and commit content/urls.txt').toEqual([]);
});
