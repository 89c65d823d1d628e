/**
 * What the browser fetches together. Left to itself the bundler makes hundreds of files of a few hundred bytes, and on a bad line
 * every file costs more than its bytes. So whatever the room is made of goes into a handful of files by layer: the room fetches
 * nothing that it does not use, and other pages only the layers that they share with it.
 */

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectRoot } from './project-root.ts';

/** From these everything that the room needs can be reached. */
const ROOM = [
  '+layout.svelte',
  '+error.svelte',
  '(room)/take-part/[jury]/+layout.svelte',
  '(room)/take-part/[jury]/session/[session]/+page.svelte',
];

/** The lowest first: with a module goes all it needs that no lower layer has. */
const LAYERS: readonly (readonly [name: string, of: RegExp])[] = [
  ['base', /node_modules\/(svelte|@sveltejs|esm-env|clsx|devalue)\/|i18n\/compiled\/(runtime|registry)/],
  ['jury', /src\/lib\/(jury|live\/(?!connection))|node_modules\/valibot\//],
  ['live', /node_modules\/(@socket\.io|socket\.io|engine\.io)|src\/lib\/live\/connection/],
  ['words', /src\/lib\/i18n\/(terms|compiled\/messages\/terms_)/],
  [
    'ui',
    /src\/lib\/(ui|i18n\/(?!compiled))|compiled\/messages\/common_|src\/routes\/(\+|\(room\)\/kee?p)|node_modules\/@lucide/,
  ],
  ['room', /./],
];

const MESSAGES = /i18n\/compiled\/messages/;

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

interface Group {
  readonly name: (id: string, modules: Modules) => string | null;
  readonly priority: number;
}

/** Groups for the bundler's `codeSplitting`: the room's modules by layer. All others it divides as it pleases. */
export function fetchedTogether(): Group[] {
  const reached = new Set<string>();
  const said = new Set<string>();
  const reach = (id: string, modules: Modules): void => {
    if (reached.has(id) || MESSAGES.test(id)) return;
    reached.add(id);
    // All messages come through one door; which of them a module says stands in its text.
    const file = id.split('?')[0] ?? id;
    const text = file.startsWith(join(projectRoot, 'src')) ? readFileSync(file, 'utf8') : '';
    for (const [, name = ''] of text.matchAll(/\bm\.(\w+)/g)) said.add(name);
    for (const next of modules.getModuleInfo(id)?.importedIds ?? []) reach(next, modules);
  };
  const isOfTheRoom = (id: string): boolean => (MESSAGES.test(id) ? said.has(basename(id, '.js')) : reached.has(id));
  return LAYERS.map(([layer, of], index) => ({
    priority: LAYERS.length - index,
    name(id, modules) {
      if (reached.size === 0) for (const file of ROOM) reach(join(projectRoot, 'src/routes', file), modules);
      return of.test(id) && isOfTheRoom(id) ? layer : null;
    },
  }));
}
