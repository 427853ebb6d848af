import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

// `npm run compress`: puts `.br` and `.gz` beside the files of dist/ that get smaller by it, for servers that send them as they are.
// Always the same bytes for the same file.
const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
const compressible = /\.(html|js|json|geojson|webmanifest|svg|xml|txt|csv|ris|bib|pf_meta)$/;
/** Where gzip names the system that made it: "unknown", on all. */
const systemByte = 9;
const sideBySide = 8;

const folder = process.argv[2] ?? 'dist';
const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && compressible.test(entry.name)).map(({ parentPath, name }) => join(parentPath, name));
let written = 0;

async function compress(file: string): Promise<void> {
  const content = readFileSync(file);
  const small = await brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } });
  const zipped = await zip(content, { level: 9 });
  zipped[systemByte] = 255;
  if (small.length < content.length) writeFileSync(`${file}.br`, small);
  if (zipped.length < content.length) writeFileSync(`${file}.gz`, zipped);
  written++;
}

async function work(): Promise<void> {
  for (let file = files.pop(); file; file = files.pop()) await compress(file);
}
await Promise.all(Array.from({ length: sideBySide }, work));
console.log(`${written} files in ${folder}/ have compressed copies beside them.`);
