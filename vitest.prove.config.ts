import { defineConfig, mergeConfig } from 'vitest/config';
import tests from './vitest.config.ts';

/** What `npm run prove` runs; see scripts/prove.ts. */
export default mergeConfig(
  tests,
  defineConfig({
    test: {
      include: ['**/*.prove.ts'],
      env: { CHARTHOUSE_RUNS: process.env['CHARTHOUSE_RUNS'] ?? '300' },
    },
  }),
);
