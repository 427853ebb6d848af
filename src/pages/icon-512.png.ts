import type { APIRoute } from 'astro';
import { drawIcon } from '../share/icons.ts';

/** For the web manifest. The margin keeps the emblem within the circle to which some systems cut it. */
export const GET: APIRoute = () => new Response(drawIcon(512, 0.14), { headers: { 'Content-Type': 'image/png' } });
