import type { APIRoute } from 'astro';
import { atlas } from '../../../../atlas/atlas.ts';
import { drawCard } from '../../../../share/card-image.ts';
import { cardsOf, type Card } from '../../../../share/cards.ts';
import { site } from '../../../../site.ts';
import { langParam } from '../../../_page/paths.ts';

export const getStaticPaths = () =>
  site.published.flatMap((lang) =>
    cardsOf(atlas(lang)).map((card) => {
      const [kind, id] = card.file.split('/');
      return { params: { lang: langParam(lang), kind, id }, props: { card } };
    }),
  );

export const GET: APIRoute<{ card: Card }> = async ({ props: { card } }) => new Response(await drawCard(card), { headers: { 'Content-Type': 'image/png' } });
