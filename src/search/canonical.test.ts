import { close, createIndex } from 'pagefind';
import { afterAll, describe, expect, it } from 'vitest';
import { canonical, decodeCbor, encodeCbor, totalsOf, type Cbor } from './canonical.ts';

async function makeFiles() {
  const { index } = await createIndex({});
  for (let number = 0; number < 60; number++) {
    await index!.addCustomRecord({
      url: `/${number}/`, content: `Page ${number} about prisons`, language: number % 3 ? 'en' : 'es', meta: { title: `Page ${number}` },
      filters: { kind: [['article', 'country', 'prison'][number % 3]!], country: [`c${number % 17}`, `c${number % 11}`], topic: [`t${number % 7}`] },
    });
  }
  const { files } = await index!.getFiles();
  await index!.deleteIndex();
  return canonical(new Map(files.map(({ path, content }) => [path, content])));
}

describe('the files of the index', () => {
  afterAll(() => void close());

  it('are the same, byte for byte, every time', async () => {
    const [one, two] = [await makeFiles(), await makeFiles()];
    const told = ({ files }: typeof one) => [...files].map(([path, content]) => `${path} ${Buffer.from(content).toString('base64')}`).sort();
    expect(told(one)).toEqual(told(two));
  });

  it('are those that the search page uses, and name each other', async () => {
    const { files, entry } = await makeFiles();
    const paths = [...files.keys()];
    expect(paths.filter((path) => !/^(fragment|index|filter)\//.test(path)).sort()).toEqual(
      ['pagefind-entry.json', 'pagefind.js', ...['en', 'es'].flatMap((lang) => [`pagefind.${entry.languages[lang]!.hash}.pf_meta`, `wasm.${lang}.pagefind`])].sort(),
    );
    expect(paths.filter((path) => path.startsWith('filter/'))).toHaveLength(6);
    expect(totalsOf(files, entry, 'es')).toMatchObject({ kind: { article: 20 }, topic: { t0: 3 } });
  });

  it('are written in CBOR as it is read', () => {
    const value: Cbor = [0, 23, 24, 255, 256, 65535, 65536, 4294967295, '', 'ñ', 'x'.repeat(300), [], [[['deep']]], Array.from({ length: 70 }, (_, index) => index)];
    expect(decodeCbor(encodeCbor(value))).toEqual(value);
    expect(() => decodeCbor(Buffer.from([0xf5]))).toThrow('unexpected CBOR at 0');
  });
});
