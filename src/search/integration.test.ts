import { expect, it } from 'vitest';
import { prepared } from './integration.ts';

const page = (head: string) => ({ url: '/prisons/el-pozo/', content: `<html><head>${head}</head><body></body></html>` });

it('gives each filter of a list an element of its own', () => {
  expect(prepared(page('<meta name="filters" content="" data-pagefind-filter="kind:prison, country:honduras, country:el-salvador">')).content).toBe(
    page('<meta data-pagefind-filter="kind:prison"><meta data-pagefind-filter="country:honduras"><meta data-pagefind-filter="country:el-salvador">').content,
  );
});

it('leaves other filters and pages as they are', () => {
  for (const filters of ['<meta data-pagefind-filter="kind:prison">', '<meta name="kind" content="prison" data-pagefind-filter="kind[content]">', '']) {
    expect(prepared(page(filters))).toEqual(page(filters));
  }
});

it('adds the other names, as text', () => {
  expect(prepared(page(''), ['The "Pit"', 'A & B $&']).content).toBe(page('<meta data-pagefind-meta="names[content]" content="The &quot;Pit&quot;; A &amp; B $&amp;">').content);
});
