import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { nginxFile } from '../../share/hosts.ts';
import { headersFor, missingPage } from '../../share/policy.ts';
import { address, site } from '../../site.ts';
import { readBuiltSite } from '../../tools/built-site.ts';

// Real nginx with the file that `npm run hosts` writes.
const remedy = 'install it, on Debian with "apt-get install nginx libnginx-mod-http-brotli-static".';
const binary = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'].map((folder) => join(folder, 'nginx')).find((file) => existsSync(file));
if (!binary) throw new Error(`There is no nginx on this machine: ${remedy}`);
const built = spawnSync(binary, ['-V'], { encoding: 'utf8' }).stderr;
const modulesPath = /--modules-path=(\S+)/.exec(built)?.[1] ?? '/usr/lib/nginx/modules';
const brotli = join(modulesPath, 'ngx_http_brotli_static_module.so');
if (!existsSync(brotli) && !built.includes('brotli')) throw new Error(`This nginx has no brotli module: ${remedy}`);

const former = address('/prisons/a former.name/');
const facts = { ...readBuiltSite('dist'), redirects: [{ from: former, to: address('/prisons/') }] };
const root = realpathSync(mkdtempSync(join(tmpdir(), 'nginx-')));
const www = join(root, 'www', site.base);
mkdirSync(www, { recursive: true });
// The site as it was built. What is copied gets compressed copies first, which the built site does not have.
const copied = ['index.html', '404.html', 'about', 'assets'];
for (const name of copied) cpSync(join('dist', name), join(www, name), { recursive: true });
spawnSync(process.execPath, ['src/tools/compress.ts', www]);
for (const name of readdirSync('dist')) if (!copied.includes(name)) symlinkSync(resolve('dist', name), join(www, name));

const port = await new Promise<number>((found) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address() as { port: number };
    probe.close(() => found(port));
  });
});
const own = nginxFile(facts).replace('listen 80;', `listen 127.0.0.1:${port};`).replace('listen [::]:80;', '').replace('/srv/www', join(root, 'www'));
// Where a machine logs by itself.
const log = join(root, 'log');
const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${root}/${name};`).join(' ');
writeFileSync(
  join(root, 'nginx.conf'),
  `${existsSync(brotli) ? `load_module ${brotli};` : ''} ${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${root}/pid; error_log stderr; worker_processes 1; events {} http { access_log ${log}; error_log ${log}; ${temporary}\n${own}}`,
);
const server = spawn(binary, ['-e', 'stderr', '-p', root, '-c', join(root, 'nginx.conf')]);
let said = '';
server.stderr.on('data', (chunk) => void (said += chunk));
afterAll(async () => {
  await new Promise((done) => void server.once('exit', done).kill());
  rmSync(root, { recursive: true, force: true });
});

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}
const ask = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    get({ port, path: site.base + path, headers: { host: new URL(site.url).hostname, ...headers } }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) });
    }).on('error', reject);
  });
await vi.waitFor(() => ask('/'), { timeout: 10_000, interval: 50 }).catch(() => {
  throw new Error(`nginx did not start: ${said}`);
});

const fileOf = (path: string): Buffer => readFileSync(join('dist', path.replace(/\/$/, '/index.html')));
// Large enough to get smaller by either way of compression.
const script = `/assets/${readdirSync('dist/assets').find((name) => name.endsWith('.js') && statSync(join('dist/assets', name)).size > 1000)!}`;
const font = `/assets/${readdirSync('dist/assets').find((name) => name.endsWith('.woff2'))!}`;

describe('headers', () => {
  test.each(['/', '/articles/', '/prisons/la-tramacua/', '/search/', '/search/?q=Honduras', '/search/gazetteer.json', '/favicon.svg', '/robots.txt', '/pagefind/pagefind.js', '/data/records.csv', '/cite/articles/cecot.ris', '/articles/atom.xml', '/cards/articles/cecot.png', '/maps/honduras-day.png', script, font])('of %s are those of the policy', async (path) => {
    const { status, headers, body } = await ask(path);
    expect(status).toBe(200);
    expect(Object.entries(headersFor(path, facts)).filter(([name, value]) => headers[name.toLowerCase()] !== value)).toEqual([]);
    expect(headers['access-control-allow-origin']).toBe(headersFor(path, facts)['Access-Control-Allow-Origin']);
    expect(body.equals(fileOf(path.replace(/\?.*/, '')))).toBe(true);
    expect(headers.server).toBe('nginx');
  });

  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/favicon.svg', 'image/svg+xml; charset=utf-8'],
    ['/search/gazetteer.json', 'application/json; charset=utf-8'],
    [script, 'text/javascript; charset=utf-8'],
    [font, 'font/woff2'],
  ])('name the type of %s', async (path, type) => {
    expect((await ask(path)).headers['content-type']).toBe(type);
  });
});

test('an unknown address has the page for it, with its own headers', async () => {
  for (const path of ['/prisons/la-tramcua/', '/assets/gone.js', '/no-such-page', '/data/gone.csv', '/assets/', '/pagefind/']) {
    const { status, headers, body } = await ask(path);
    expect(status).toBe(404);
    expect(body.equals(fileOf(missingPage))).toBe(true);
    expect(Object.entries(headersFor(missingPage, facts)).filter(([name, value]) => headers[name.toLowerCase()] !== value)).toEqual([]);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  }
});

test('a former address and one without its slash lead on, for ever', async () => {
  for (const [from, to] of [[former.slice(site.base.length), '/prisons/'], ['/prisons', '/prisons/']] as const) {
    const { status, headers } = await ask(encodeURI(from));
    expect([status, headers.location]).toEqual([301, address(to)]);
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

describe('what is compressed', () => {
  test.each(['/', '/about/', script])('is sent as it lies there: %s', async (path) => {
    const plain = fileOf(path);
    const [small, zipped, whole] = await Promise.all([ask(path, { 'accept-encoding': 'gzip, br' }), ask(path, { 'accept-encoding': 'gzip' }), ask(path)]);
    expect([small, zipped, whole].map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined]);
    expect(brotliDecompressSync(small.body).equals(plain)).toBe(true);
    expect(gunzipSync(zipped.body).equals(plain)).toBe(true);
    expect(whole.body.equals(plain)).toBe(true);
    expect(small.body.length).toBeLessThan(zipped.body.length);
    for (const { headers } of [small, zipped]) {
      expect(headers.vary).toBe('Accept-Encoding');
      expect(headers['content-security-policy']).toBe(headersFor(path, facts)['Content-Security-Policy']);
    }
    expect(small.headers['content-type']).toBe(whole.headers['content-type']);
  });
});

test('a page that has not changed is not sent again', async () => {
  for (const encoding of ['identity', 'br']) {
    const first = await ask('/about/', { 'accept-encoding': encoding });
    expect(first.headers['cache-control']).toBe('no-cache');
    const again = await ask('/about/', { 'accept-encoding': encoding, 'if-none-match': first.headers.etag! });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await ask('/about/', { 'accept-encoding': encoding, 'if-none-match': '"other"' })).status).toBe(200);
  }
  expect((await ask(script)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

test('a part of a file is sent where a part is asked for', async () => {
  const { status, headers, body } = await ask(font, { range: 'bytes=100-199' });
  expect([status, headers['content-range']]).toEqual([206, `bytes 100-199/${fileOf(font).length}`]);
  expect(body.equals(fileOf(font).subarray(100, 200))).toBe(true);
  expect((await ask(font, { range: 'bytes=99999999-' })).status).toBe(416);
});

test('nothing but the site is served', async () => {
  for (const path of ['/../nginx.conf', '/%2e%2e/nginx.conf', '/assets/../../nginx.conf']) expect([400, 404]).toContain((await ask(path)).status);
});

test('nobody who read is in a log', async () => {
  for (const path of ['/', '/assets/', '/prisons/la-tramcua/', '/%00']) await ask(path);
  expect(readFileSync(log, 'utf8')).toBe('');
  expect(said).toBe('');
});
