import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { headersFor, missingPage } from '../share/policy.ts';
import { readBuiltSite } from './built-site.ts';

/**
 * Serves a built site as a static host would, below the path for which it was built: folders by their index page,
 * unknown addresses by `404.html`, with the headers of the site's policy.
 * @param folder the built site
 * @param port 0 takes any free one
 * @throws Error in one sentence if the port is taken or there is nothing to serve
 */
export function serve(folder: string, port: number): Promise<{ server: Server; address: string }> {
  const { base, page } = readBuiltSite(folder);
  const files = sirv(folder, {
    etag: true,
    dev: false,
    // The one type that it does not know: browsers take no picture without.
    setHeaders: (response, path) => void (path.endsWith('.ico') && response.setHeader('Content-Type', 'image/x-icon')),
  });
  const notFound = readFileSync(join(folder, '404.html'), 'utf8');
  const facts = { origin: 'http://localhost', page };
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const missing = (): void => {
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      response.setHeaders(headersOf(missingPage)).writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(notFound);
    };
    const headersOf = (path: string) => new Map(Object.entries(headersFor(path, facts)));
    if (!`${url}/`.startsWith(`${base}/`)) return missing();
    request.url = url.slice(base.length) || '/';
    response.setHeaders(headersOf(request.url));
    return files(request, response, missing);
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${port} is in use: choose another, for example PORT=${port + 1} npm start.`) : error),
    );
    server.listen(port, () => {
      const { port: taken } = server.address() as { port: number };
      resolve({ server, address: `http://localhost:${taken}${base}/` });
    });
  });
}
