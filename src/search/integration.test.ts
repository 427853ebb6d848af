import { expect, it } from 'vitest';
import { prepared } from './integration.ts';

const page = (head: string) => ({ url: '/prisons/el-pozo/', content: `<html><head>${head}</head><body></body></html>` });

it('adds what the page is sorted under, an element for each', () => {
  expect(prepared(page(''), [], { kind: ['prison'], country: ['honduras', 'el-salvador'], topic: [] }).content).toBe(
    page('<meta data-pagefind-filter="kind:prison"><meta data-pagefind-filter="country:honduras"><meta data-pagefind-filter="country:el-salvador">').content,
  );
});

it('leaves other pages as they are', () => {
  expect(prepared(page('<meta name="kind" content="prison">'))).toEqual(page('<meta name="kind" content="prison">'));
});

it('adds the other names, as text', () => {
  expect(prepared(page(''), ['The "Pit"', 'A & B $&']).content).toBe(page('<meta data-pagefind-meta="names[content]" content="The &quot;Pit&quot;; A &amp; B $&amp;">').content);
});
