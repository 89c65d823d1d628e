/** The project's own source, as the house tests read it. */
import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

export interface SourceFile {
  /** From the project's root, with slashes. */
  readonly path: string;
  readonly text: string;
}

export const root = join(import.meta.dirname, '../..');

export function sourceFiles(pattern: string): readonly SourceFile[] {
  const paths = globSync(pattern, {
    cwd: root,
    exclude: (path) => /(^|\/)(compiled|node_modules)(\/|$)/.test(String(path)),
  });
  return paths
    .map(String)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** What a file imports: paths from the project's root for our own files, names for packages. */
export function importsOf({ path, text }: SourceFile): readonly string[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => resolved(path, match[1] ?? match[2] ?? ''));
}

function resolved(from: string, name: string): string {
  if (name.startsWith('$lib/')) return `src/lib/${name.slice('$lib/'.length)}`;
  if (name.startsWith('.')) return normalize(relative('.', join(dirname(from), name)));
  return name;
}
