import { paraglideVitePlugin } from '@inlang/paraglide-js';
import type { CompilerOptions } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { devSockets } from './src/lib/server/dev-sockets.ts';
import { oneLanguage } from './src/lib/server/one-language.ts';

/** How the messages are compiled, here and in `npm test`. */
export const WORDS: CompilerOptions = {
  project: './project.inlang',
  outdir: './src/lib/i18n/compiled',
  strategy: ['custom-page', 'baseLocale'],
  // Not `import.meta.env.SSR`: the command line runs the compiled messages in plain Node, without Vite.
  isServer: "typeof window === 'undefined'",
};

/**
 * What the browser fetches together, the lowest layer first. Left to itself the bundler makes hundreds of files of a few
 * hundred bytes, and on a bad line every file costs more than its bytes.
 */
const TOGETHER = [
  { name: 'base', test: /node_modules\/(svelte|@sveltejs|esm-env|clsx|devalue)\/|i18n\/compiled\/runtime/ },
  { name: 'terms', test: /i18n\/(terms|compiled\/messages\/terms_)/ },
  { name: 'refusals', test: /i18n\/(refusal|compiled\/messages\/refusal_)/ },
  { name: 'jury', test: /src\/lib\/jury\/|node_modules\/valibot\//, minShareCount: 4 },
  { name: 'live', test: /src\/lib\/live\/|node_modules\/(@socket\.io|socket\.io|engine\.io)/ },
  { name: 'ui', test: /src\/lib\/(ui\/[^/]+$|i18n\/)/, minShareCount: 16 },
  {
    name: 'room',
    test: /src\/(lib\/(ui|i18n)|routes\/\(room\)\/([^/]+$|take-part))|messages\/(common|room|juror|evidence|help|moderation)_/,
    minShareCount: 6,
  },
].map((group, index, all) => ({ ...group, priority: all.length - index }));

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
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: TOGETHER } } } } } },
});
