import type { APIRoute } from 'astro';
import { absolute, address } from '../site.ts';

/** Everything may be read by everyone. */
export const GET: APIRoute = () => new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute(address('/sitemap.xml'))}\n`);
