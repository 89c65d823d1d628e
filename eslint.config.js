import { env } from 'node:process';
import prettier from 'eslint-config-prettier';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// TypeScript reads a component as its parser does, so that one program serves all files, and knows the props of what is
// imported. Without it every component makes a new program: three times the work. Asked for before the parser is loaded.
env['SVELTE_ESLINT_PARSER_EXPERIMENTAL_TS_SYS_HOOK'] = '1';
const { default: svelte } = await import('eslint-plugin-svelte');

export default ts.config(
  { ignores: ['build/', '.svelte-kit/', 'coverage/', 'data/', 'src/lib/i18n/compiled/', 'project.inlang/'] },
  ts.configs.recommended,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      // TypeScript takes alqa.js for the output of alqa.ts beside it.
      parserOptions: {
        projectService: { allowDefaultProject: ['src/cli/alqa.js'] },
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // The compiler already knows every name.
      'no-undef': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      // Addresses are plain paths: the service lives at the root of its host.
      'svelte/no-navigation-without-resolve': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'SvelteAttribute[key.name="style"]',
          message: 'A class holds this; the content policy refuses inline styles.',
        },
        { selector: 'SvelteStyleDirective', message: 'A class holds this; the content policy refuses inline styles.' },
      ],
    },
  },
  {
    // The one place that shows HTML made elsewhere, and only HTML made by markdown.ts.
    files: ['src/lib/ui/Prose.svelte'],
    rules: { 'svelte/no-at-html-tags': 'off' },
  },
  prettier,
  svelte.configs.prettier,
);
