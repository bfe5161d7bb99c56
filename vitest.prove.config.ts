import { defineConfig } from 'vitest/config';

/** What `npm run prove` runs; see scripts/prove.ts. */
export default defineConfig({
  test: {
    include: ['**/*.prove.ts', '**/*.test.ts'],
    exclude: ['node_modules/**', 'build/**', 'dist/**'],
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
  },
});
