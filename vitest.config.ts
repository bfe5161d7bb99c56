import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** An hour: tests and hooks have no bound of their own, as load alone would break each; this one ends what hangs. */
const NEVER = 3_600_000;

/** What `npm test` runs. */
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', 'build/**', 'dist/**'],
    globalSetup: 'test/setup.ts',
    // Modules are pure and nothing is mocked: each worker loads them once, which a quarter of the time went into.
    isolate: false,
    // Vitest leaves one core to itself, which of two is half.
    maxWorkers: availableParallelism(),
    testTimeout: NEVER,
    hookTimeout: NEVER,
  },
});
