import type { APIRoute } from 'astro';
import { mapPaths } from '../_page/maps.ts';

export const getStaticPaths = () => mapPaths();
export const GET: APIRoute<{ draw: () => Promise<Uint8Array<ArrayBuffer>> }> = async ({ props: { draw } }) => new Response(await draw(), { headers: { 'Content-Type': 'image/png' } });
