import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

// Only to render bodies: the atlas has read and validated everything before Astro starts.
const prose = (folder: string) =>
  defineCollection({
    loader: glob({ pattern: '*.mdx', base: `./content/${folder}`, generateId: ({ entry }) => entry.replace(/\.mdx$/, '') }),
  });

export const collections = {
  articles: prose('articles'),
  countries: prose('countries'),
  prisons: prose('prisons'),
  glossary: prose('glossary'),
  pages: prose('pages'),
};
