import type { APIRoute } from 'astro';
import { drawIcon, makeIco } from '../share/icons.ts';

/** For browsers and readers that ask for it unasked. */
export const GET: APIRoute = () => new Response(makeIco(drawIcon(32, 0), 32), { headers: { 'Content-Type': 'image/x-icon' } });
