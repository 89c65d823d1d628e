import { defineConfig } from 'vitest/config';
import { root } from '../../src/cli/run-program.js';

/** Journeys through the built server in a real browser: `npx vitest run --config tests/journeys/vitest.config.ts`. */
export default defineConfig({
  root,
  test: {
    environment: 'node',
    include: ['tests/journeys/*.test.ts'],
    globalSetup: ['tests/journeys/support/built.ts'],
    fileParallelism: false,
    // For tests that say they may run beside each other.
    maxConcurrency: 2,
    testTimeout: 240_000,
    hookTimeout: 120_000,
    // The first pages of a cold machine can take longer than a person in a test waits: whatever fails twice has failed.
    retry: 1,
  },
});
