import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { test } from 'vitest';
import { expectNoFaults } from './site.ts';

test('every page is valid HTML', { timeout: 300_000 }, () => {
  const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ['html-validate:recommended'], rules: { 'void-style': 'off' } }));
  expectNoFaults(({ html, path }) =>
    validator.validateStringSync(html, path).results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`)),
  );
});
