import { paraglideVitePlugin } from '@inlang/paraglide-js';
import type { CompilerOptions } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { devSockets } from './src/lib/server/dev-sockets.ts';

/** How the messages are compiled, here and in `npm test`. */
export const WORDS: CompilerOptions = {
  project: './project.inlang',
  outdir: './src/lib/i18n/compiled',
  strategy: ['custom-page', 'baseLocale'],
  // Not `import.meta.env.SSR`: the command line runs the compiled messages in plain Node, without Vite.
  isServer: "typeof window === 'undefined'",
};

export default defineConfig({
  plugins: [paraglideVitePlugin(WORDS), sveltekit(), devSockets()],
});
