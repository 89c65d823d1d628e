/**
 * Every script of the pages once for each language, with the words of that language alone: whoever reads Kazakh does not
 * fetch the English and the Russian words too. The pages ask for theirs through `scriptsIn` of `i18n/hook.ts`.
 */
import { basename } from 'node:path';
import { parseAst } from 'vite';
import type { Plugin } from 'vite';
import { LOCALES } from '../jury/terms.ts';
import type { Locale } from '../jury/terms.ts';

/** Stands in the bundled scripts where a language is chosen; none of them runs with it. */
const CHOICE = '__ALQA_WORDS__';

/** Messages of which a page shows one in a language that is not its own, such as a letter to somebody else. */
export const IN_EVERY_LANGUAGE = /^organiser_sheet_/;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A compiled message with its three languages side by side, in the order of `LOCALES`, for `inOneLanguage` to choose from. */
export function sideBySide(compiled: string): string {
  const inits = new Map<string, string>();
  const imports: string[] = [];
  const exported: string[] = [];
  for (const node of parseAst(compiled).body) {
    if (node.type === 'ImportDeclaration') imports.push(textOf(compiled, node));
    const declaration = node.type === 'ExportNamedDeclaration' ? node.declaration : node;
    if (declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declaration.declarations) {
      if (id.type !== 'Identifier' || !init) continue;
      if (node.type === 'ExportNamedDeclaration') exported.push(id.name);
      else inits.set(id.name, textOf(compiled, init));
    }
  }
  const wordings = exported.map((name) => {
    const languages = LOCALES.map((locale) => inits.get(`${locale}_${name}`) ?? unknown(name));
    return `export const ${name} = /* @__PURE__ */ ${CHOICE}(${languages.join(', ')});`;
  });
  return [...imports, ...wordings].join('\n');
}

function unknown(name: string): never {
  throw new Error(`The message ${name} is not compiled as this expects: a part for each of ${LOCALES.join(', ')}.`);
}

/** A bundled script with the words of one language, whose imports lead to scripts of the same language. */
export function inOneLanguage(script: string, locale: Locale): string {
  const at = LOCALES.indexOf(locale);
  let text = '';
  let from = 0;
  if (script.includes(CHOICE)) {
    for (const { call, choices } of choicesIn(script)) {
      const chosen = choices[at];
      if (!chosen) throw new Error(`A message without ${locale} was bundled.`);
      text += `${script.slice(from, call.start)}(${textOf(script, chosen)})`;
      from = call.end;
    }
  }
  return (text + script.slice(from)).replace(
    /(["'`](?:\.\.?\/)+(?:\.\.\/)?(?:entry|nodes|chunks))\//g,
    `$1.${locale}/`,
  );
}

const textOf = (text: string, { start, end }: Stretch): string => text.slice(start, end);

/** Where a bundled script chooses a language, in the order of the text. */
function choicesIn(script: string): readonly { readonly call: Stretch; readonly choices: readonly Stretch[] }[] {
  const found: { call: Stretch; choices: readonly Stretch[] }[] = [];
  const look = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(look);
    if (typeof node !== 'object' || node === null) return;
    const {
      type,
      callee,
      arguments: choices,
    } = node as { type?: string; callee?: { name?: string }; arguments?: Stretch[] };
    if (type === 'CallExpression' && callee?.name === CHOICE)
      found.push({ call: node as Stretch, choices: choices ?? [] });
    else Object.values(node).forEach(look);
  };
  look(parseAst(script).body);
  return found.toSorted((one, other) => one.call.start - other.call.start);
}

export function oneLanguage(): Plugin {
  return {
    name: 'alqa-one-language',
    apply: 'build',
    enforce: 'post',
    applyToEnvironment: ({ name }) => name === 'client',
    transform: {
      filter: { id: /i18n\/compiled\/messages\/(?!_index)\w+\.js$/ },
      handler: (code, id) => (IN_EVERY_LANGUAGE.test(basename(id)) ? undefined : { code: sideBySide(code), map: null }),
    },
    // After Vite has put in what it leaves open until the bundle stands.
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          const script =
            chunk.type === 'chunk' ? /^(.*immutable\/)(entry|nodes|chunks)\/(.*)$/.exec(chunk.fileName) : null;
          if (chunk.type !== 'chunk' || !script) continue;
          const [, before, folder, file] = script;
          for (const locale of LOCALES) {
            const fileName = `${before}${folder}.${locale}/${file}`;
            this.emitFile({ type: 'asset', fileName, source: inOneLanguage(chunk.code, locale) });
          }
          // Kit looks the files up by these names; a page that was not told its language speaks the first.
          chunk.code = inOneLanguage(chunk.code, LOCALES[0]);
        }
      },
    },
  };
}
