import { createHash } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { readConfig } from '../../lib/server/config.ts';
import { UsageError } from '../complain.ts';
import { collect } from './collect.ts';
import type { Collected } from './collect.ts';
import { readmeOf } from './readme.ts';
import { frontPage } from './rewrite.ts';

/** `alqa export`. */
export const exportCommand = (): Command =>
  new Command('export')
    .description('write the whole public record of a jury as a folder for any web server or archive')
    .argument('<jury>', 'the id of the jury')
    .requiredOption('--out <dir>', 'a folder that does not exist yet, or is empty')
    .option('--from <address>', 'the server that has the jury, here or elsewhere (this one, which must be running)')
    .action(async (jury: string, { out, from }: { out: string; from?: string }) => {
      const origin = new URL(from ?? readConfig().origin).origin;
      if (await hasContent(out)) throw new UsageError(`${out} is not empty. Name a new folder.`);
      const { title, files } = await collect(origin, jury);
      const front = [
        ['kk', 'Қазақша'],
        ['ru', 'Русский'],
        ['en', 'English'],
      ] as const;
      files.set('index.html', Buffer.from(frontPage(title['en'] ?? jury, front)));
      files.set(
        'README.md',
        Buffer.from(readmeOf({ jury, origin, title: title['en'] ?? jury, files: [...files.keys()] })),
      );
      files.set('SHA256SUMS', Buffer.from(sumsOf(files)));
      await writeAll(out, files);
      console.log(`${files.size} files in ${out}. Check them with: cd ${out} && sha256sum --check --quiet SHA256SUMS`);
    });

/** As `sha256sum` writes and reads it. */
const sumsOf = (files: Collected): string =>
  [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
    .join('');

async function writeAll(out: string, files: Collected): Promise<void> {
  for (const [name, bytes] of files) {
    await mkdir(dirname(join(out, name)), { recursive: true });
    await writeFile(join(out, name), bytes);
  }
}

async function hasContent(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
