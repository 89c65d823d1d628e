import { paraglideVitePlugin } from '@inlang/paraglide-js';
import type { CompilerOptions } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { devSockets } from './src/lib/server/dev-sockets.ts';
import { fetchedTogether } from './src/lib/server/fetched-together.ts';
import { oneLanguage } from './src/lib/server/one-language.ts';

/** How the messages are compiled, here and in `npm test`. */
export const WORDS: CompilerOptions = {
  project: './project.inlang',
  outdir: './src/lib/i18n/compiled',
  strategy: ['custom-page', 'baseLocale'],
  // Not `import.meta.env.SSR`: the command line runs the compiled messages in plain Node, without Vite.
  isServer: "typeof window === 'undefined'",
};

// A module a message lets the bundler leave out what a page does not say; for tests and in development that is too many files.
const building = process.argv[2] === 'build';

export default defineConfig({
  plugins: [
    paraglideVitePlugin(building ? { ...WORDS, outputStructure: 'message-modules' } : WORDS),
    sveltekit(),
    oneLanguage(),
    devSockets(),
  ],
  // The content policy lets fonts come from files only.
  build: { assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined) },
  environments: {
    client: { build: { rolldownOptions: { output: { codeSplitting: { groups: fetchedTogether() } } } } },
  },
});
