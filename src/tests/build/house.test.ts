import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { describe, expect, test } from 'vitest';

const wings = ['markdown', 'search', 'share', 'figures', 'editions'];
/** Floor of each folder; imports go down, or stay on the ground or in the folder. */
const floors: { [folder: string]: number } = {
  schemas: 0, i18n: 0, raster: 0, 'site.ts': 0,
  styles: 1, atlas: 1, components: 2, layouts: 3,
  ...Object.fromEntries(wings.map((wing) => [wing, 4])),
  pages: 5, 'content.config.ts': 5,
  // No part of the site: a contributor runs them.
  tests: 6, tools: 7,
};
const ground = 0;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(ts|astro)$/.test(file) && !/^tests\/|\.test\.ts$/.test(file));
const folderOf = (file: string): string => file.split('/')[0]!;
const textOf = (file: string): string => readFileSync(join('src', file), 'utf8');
/** What each file imports: a path below src/, or the name of a package. */
const imports = files.flatMap((file) =>
  [...textOf(file).matchAll(/^\s*(?:import|export)\b[^'"`;]*?['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm)].map(([, named, loaded]) => {
    const name = named ?? loaded!;
    return { file, name: name.startsWith('.') ? join(dirname(file), name) : name, own: name.startsWith('.') };
  }),
);
const shown = (found: typeof imports): string[] => found.map(({ file, name }) => `${file} imports ${name}`);

describe('imports', () => {
  test('are found', () => {
    expect(imports.length).toBeGreaterThan(files.length);
    expect(files.filter((file) => floors[folderOf(file)] === undefined)).toEqual([]);
  });

  test('go down', () => {
    const up = imports.filter(({ file, name, own }) => {
      const [from, to] = [folderOf(file), folderOf(name)];
      return own && from !== to && !(floors[to]! < floors[from]!) && !(floors[to] === ground && floors[from] === ground);
    });
    expect(shown(up)).toEqual([]);
  });

  test('of the atlas and the schemas bring in nothing of Astro but Zod', () => {
    expect(shown(imports.filter(({ file, name }) => floors[folderOf(file)]! <= 1 && /^@?astro/.test(name) && name !== 'astro/zod'))).toEqual([]);
  });

  test('of a wing bring in no component', () => {
    expect(shown(imports.filter(({ file, name }) => wings.includes(folderOf(file)) && name.endsWith('.astro')))).toEqual([]);
  });
});

test('packages that are imported, for their types alone too, are named in package.json', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { [group: string]: Record<string, string> };
  const sources = ['astro.config.mjs', 'eslint.config.mjs', 'vitest.config.ts', ...readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|astro)$/.test(file)).map((file) => `src/${file}`)];
  const found = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)(?: type)? (?:[\w*{][^'"`;]*? from )?'([^'.][^']*)';|(?:\bimport|\bcreateRequire\(import\.meta\.url\))\('([^'.][^']*)'\)/gm)].map(([, named, loaded]) => ({ file, name: /^(?:@[^/]+\/)?[^/]+/.exec(named ?? loaded!)![0] })),
  );
  // Types of a package that has none of its own stand under its name in @types.
  const declared = [...Object.keys({ ...dependencies, ...devDependencies })].map((name) => name.replace(/^@types\//, ''));
  expect(found.filter(({ name }) => name === 'astro').length).toBeGreaterThan(5);
  expect(found.filter(({ name }) => !/^(node|astro):/.test(name) && !declared.includes(name)).map(({ file, name }) => `${file} imports ${name}`)).toEqual([]);
  const used = new Set(found.map(({ name }) => name));
  const inSite = Object.keys(dependencies!).filter((name) => !used.has(name));
  expect(inSite, 'dependencies that nothing imports').toEqual([]);
});

test('the content is read by the atlas alone', () => {
  expect(shown(imports.filter(({ file, name }) => name === 'yaml' && folderOf(file) !== 'atlas'))).toEqual([]);
  expect(files.filter((file) => folderOf(file) !== 'atlas' && /\breadFileSync\([^)]*content/.test(textOf(file)))).toEqual([]);
});

describe('files', () => {
  test('have names of their kind', () => {
    const names = /^(.*\/)?(?:_?[A-Z][A-Za-z0-9]*\.astro|[a-z0-9]+(?:[-.][a-z0-9]+)*\.ts|(?:index|\[(?:\.\.\.)?[a-z]+\]|[a-z0-9-]+)\.astro|\[(?:\.\.\.)?[a-z]+\](?:\.[a-z]+)*\.ts)$/;
    expect(files.filter((file) => !names.test(file) || /(^|\/)(utils?|helpers?)\b/.test(file))).toEqual([]);
    expect(files.filter((file) => /^(components|layouts)\/.*\.astro$/.test(file) && !/\/[A-Z][A-Za-z0-9]*\.astro$/.test(file))).toEqual([]);
  });

  test('collect no exports of others', () => {
    expect(files.filter((file) => /^export (\*|\{[^}]*\}) from/m.test(textOf(file)))).toEqual([]);
  });

  test('of components stay small', () => {
    expect(files.filter((file) => file.startsWith('components/') && textOf(file).split('\n').length > 120)).toEqual([]);
  });
});
