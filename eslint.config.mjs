import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

// The floors of the house, along which imports go down, are watched by src/tests/build/house.test.ts.
export default defineConfig(
  globalIgnores(['dist/', '.dist-*/', '.astro/', 'src/tests/fixtures/*/content/']),
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  astro.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      // "!" stands where the gate, or the line above, has proved that the value is there.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
);
