import { mergeConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import build from './vite.config.ts';

export default mergeConfig(
  build,
  defineConfig({
    test: {
      environment: 'node',
      include: ['tests/**/*.test.ts'],
      exclude: ['tests/journeys/**'],
      setupFiles: ['tests/support/chance.ts'],
    },
  }),
);
