import type { APIRoute } from 'astro';
import { feedPaths } from '../_page/feeds.ts';

export const getStaticPaths = () => feedPaths('rss.xml');

export const GET: APIRoute<{ type: string; text: string }> = ({ props: { type, text } }) => new Response(text, { headers: { 'Content-Type': type } });
