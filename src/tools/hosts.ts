import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caddyFile, containerFile, nginxFile, readRedirects } from '../share/hosts.ts';
import { readBuiltSite } from './built-site.ts';

// `npm run hosts`: writes what servers of one's own need for the site that stands in dist/. What Netlify and Cloudflare need is in dist/ itself.
const [folder = 'hosts', built = 'dist'] = process.argv.slice(2);
try {
  const site = { ...readBuiltSite(built), redirects: readRedirects(readFileSync(join(built, '_redirects'), 'utf8')) };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'nginx.conf'), nginxFile(site));
  writeFileSync(join(folder, 'Caddyfile'), caddyFile(site));
  writeFileSync(join(folder, 'Containerfile'), containerFile(site));
  console.log(`${folder}/ has the files for nginx, Caddy and a container of ${site.origin}${site.base}/`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
