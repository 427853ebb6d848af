import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { test } from 'vitest';
import { buildFixture, built, expectNoFaults } from './site.ts';

const loader = new StaticConfigLoader({ root: true, extends: ['html-validate:recommended'], rules: { 'void-style': 'off' } });
// One set of rules for all pages: to resolve it anew for each takes a third of the time.
const config = loader.getConfigFor('');
loader.getConfigFor = () => config;
const validator = new HtmlValidate(loader);

test.each([
  ['the site', built],
  ['a site in all languages under a base path', buildFixture()],
])('%s is valid HTML', { timeout: 1_200_000 }, (_, { pages, redirects }) => {
  expectNoFaults([...pages, ...redirects], ({ html, path }) =>
    validator.validateStringSync(html, path).results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`)),
  );
});
