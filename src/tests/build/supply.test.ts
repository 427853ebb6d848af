import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
}
interface Locked {
  version?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
}
const { dependencies, devDependencies, allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const locked = Object.entries((JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }).packages).filter(([path]) => path);
const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '');

test('there are few dependencies', () => {
  const [site, all] = [Object.keys(dependencies).length, Object.keys({ ...dependencies, ...devDependencies }).length];
  console.log(`${site} dependencies, ${all} with those of development, ${locked.length} packages in all`);
  expect(site).toBeLessThanOrEqual(12);
  expect(all).toBeLessThanOrEqual(35);
});

test('each has its reason in CONTRIBUTING.md', () => {
  const [, table] = /## Dependencies, and why each\n([\s\S]*?)(?=\n## |$)/.exec(readFileSync('CONTRIBUTING.md', 'utf8'))!;
  const rows = table!.split('\n').filter((line) => line.startsWith('| `')).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()) as [string, string]);
  const named = (isDev: boolean): string[] => rows.filter(([names]) => names.endsWith('(dev)') === isDev).flatMap(([names]) => [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)).sort();
  expect(named(false)).toEqual(Object.keys(dependencies).sort());
  expect(named(true)).toEqual(Object.keys(devDependencies).sort());
  expect(rows.filter(([, why]) => why.length < 12)).toEqual([]);
});

test('versions are exact, and the lock file names no registry and misses no checksum', () => {
  expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  expect(locked.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
  expect(locked.filter(([path, { integrity }]) => !integrity && !/node_modules\/.+\/node_modules\//.test(path)).map(([path]) => path)).toEqual([]);
});

test('the lock file has the native parts for Linux, macOS and Windows', () => {
  const paths = locked.map(([path]) => nameOf(path));
  for (const part of ['@pagefind/', '@resvg/resvg-js-', '@rolldown/binding-', '@esbuild/']) {
    for (const system of [/linux-x64/, /darwin-arm64/, /(win32|windows)-x64/]) expect(paths.some((path) => path.startsWith(part) && system.test(path)), `${part} ${system}`).toBe(true);
  }
});

test('only packages that are allowed to run a script at install have one', () => {
  const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
  expect(new Set(scripted.filter((name) => !(name in allowScripts) && name !== 'fsevents'))).toEqual(new Set());
  expect(Object.keys(allowScripts).filter((name) => !scripted.includes(name))).toEqual([]);
});

describe('licences', () => {
  /** What may stand beside MIT code without laying a duty on who passes the site on, but to name it. */
  const permissive = ['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0', 'CC-BY-4.0', 'Unlicense', 'Python-2.0', 'Zlib', 'WTFPL'];
  /** Copyleft that ends with the file or the library, used as it comes: nothing of it is in the pages. */
  const unchanged = ['MPL-2.0', 'LGPL-3.0-or-later'];
  /** Of a tool that a test compares with; nothing of it is passed on. */
  const tested = ['CPAL-1.0', 'Public Domain'];
  const terms = (licence: string): string[][] => licence.replace(/[()]/g, '').split(/ OR /i).map((choice) => choice.split(/ AND /i).map((term) => term.trim()));
  const allows = (licence: string, list: readonly string[]): boolean => terms(licence).some((all) => all.every((term) => list.includes(term)));

  test.each([
    ['of what the site is built with', false, [...permissive, ...unchanged]],
    ['of the tools of development', true, [...permissive, ...unchanged, ...tested]],
  ] as const)('%s are known and go with MIT', (_, dev, list) => {
    const faults = locked.filter(([, each]) => Boolean(each.dev) === dev).flatMap(([path, { license }]) => {
      const installed = join(path, 'package.json');
      const own = existsSync(installed) ? (JSON.parse(readFileSync(installed, 'utf8')) as { license?: string | { type: string } }).license : undefined;
      const licence = license ?? (typeof own === 'object' ? own.type : own);
      return licence && allows(licence, list) ? [] : [`${nameOf(path)}: ${licence}`];
    });
    expect(faults).toEqual([]);
  });
});
