import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages, prefixOf } from '../i18n/languages.ts';
import type { BuiltSite } from '../share/hosts.ts';
import { hashedFolders, searchPages } from '../share/policy.ts';

/**
 * What hosts have to know of a built site; its home page says for which address it was built.
 * @throws Error in one sentence if there is none
 */
export function readBuiltSite(folder: string): Omit<BuiltSite, 'redirects'> {
  const home = join(folder, 'index.html');
  if (!existsSync(home)) throw new Error(`There is no built site in ${folder}: run "npm run build" first.`);
  const page = readFileSync(home, 'utf8');
  const { origin, pathname } = new URL(/<link rel="canonical" href="([^"]+)"/.exec(page)![1]!);
  const roots = languages.map((lang) => `${prefixOf(lang)}/`);
  const others = [...roots, ...searchPages, ...hashedFolders.map((path) => path.replace(/^(\/[^/]+\/).*/, '$1'))];
  const sections = roots
    .filter((root) => existsSync(join(folder, root)))
    .flatMap((root) => readdirSync(join(folder, root), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => `${root}${name}/`))
    .filter((path) => !others.includes(path))
    .sort();
  return { origin, base: pathname.replace(/\/$/, ''), page, sections };
}
