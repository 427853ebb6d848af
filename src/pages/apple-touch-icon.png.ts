import type { APIRoute } from 'astro';
import { drawIcon } from '../share/icons.ts';

/** For home screens that ask for it unasked. */
export const GET: APIRoute = () => new Response(drawIcon(180, 0.08), { headers: { 'Content-Type': 'image/png' } });
