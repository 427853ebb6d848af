import { existsSync, writeFileSync } from 'node:fs';
import { atlas } from '../atlas/atlas.ts';
import { extendLedger, ledgerFile } from '../atlas/ledger.ts';
import { permanentAddresses } from '../share/addresses.ts';
import { site } from '../site.ts';

// `npm run ledger`: adds the addresses of the built site that the ledger lacks, with today's date. Nothing is taken out.
if (!existsSync('dist/index.html')) {
  console.error('There is no built site in dist/: run "npm run build" first.');
  process.exit(1);
}
const { published } = atlas();
const addresses = permanentAddresses('dist', site.published.map((lang) => atlas(lang)));
writeFileSync(ledgerFile, extendLedger(published, addresses, new Date().toISOString().slice(0, 10)));
const added = addresses.filter((address) => !published.has(address)).length;
console.log(added ? `${added} addresses added to ${ledgerFile}: commit it.` : `${ledgerFile} lacks none of ${addresses.length} addresses.`);
