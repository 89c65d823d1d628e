import { describe, expect, test } from 'vitest';
import { importsOf, sourceFiles } from './source-files.ts';
import type { SourceFile } from './source-files.ts';

/** Where a room's files may reach: other rooms, and packages by name. */
interface Room {
  readonly files: string;
  readonly rooms: readonly string[];
  readonly packages: readonly string[] | 'any';
}

const pure = ['valibot', 'canonicalize', '@noble/hashes'];

const ROOMS: readonly Room[] = [
  {
    files: 'src/lib/lottery/**/*.ts',
    rooms: ['src/lib/lottery'],
    packages: [...pure, 'highs', 'seedrandom', 'fflate', 'saxen'],
  },
  { files: 'src/lib/jury/**/*.ts', rooms: ['src/lib/jury'], packages: pure },
  {
    files: 'src/lib/live/**/*.ts',
    rooms: ['src/lib/live', 'src/lib/jury'],
    packages: [...pure, 'socket.io-client', 'svelte', 'yjs'],
  },
  { files: 'src/lib/i18n/**/*.ts', rooms: ['src/lib/i18n', 'src/lib/jury'], packages: ['@sveltejs/kit'] },
  {
    files: 'src/lib/ui/**/*.{ts,svelte}',
    rooms: ['src/lib/ui', 'src/lib/i18n', 'src/lib/jury', 'src/lib/live'],
    packages: 'any',
  },
  {
    files: 'src/lib/server/**/*.ts',
    rooms: ['src/lib/server', 'src/lib/live', 'src/lib/jury', 'src/lib/lottery'],
    packages: 'any',
  },
];

/** Stages in their order: a later one may know an earlier one, never the reverse. */
const STAGES = [
  'charter',
  'recruitment',
  'evidence',
  'deliberation',
  'verdict',
  'response',
  'surveys',
  'minutes',
  'complaints',
  'publication',
];

const within = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

export function wrongArrows(file: SourceFile, { rooms, packages }: Pick<Room, 'rooms' | 'packages'>): string[] {
  const allowed = (target: string): boolean => {
    if (target.startsWith('src/')) return rooms.some((room) => within(target, room));
    return packages === 'any' || packages.some((name) => within(target, name));
  };
  return importsOf(file)
    .filter((target) => !allowed(target))
    .map((target) => `${file.path} → ${target}`);
}

export function backwardArrows(file: SourceFile): string[] {
  const stageOf = (path: string): number => STAGES.findIndex((stage) => within(path, `src/lib/jury/${stage}`));
  const here = stageOf(file.path);
  if (here < 0) return [];
  return importsOf(file)
    .filter((target) => stageOf(target) > here)
    .map((target) => `${file.path} → ${target}`);
}

describe('arrows between the rooms', () => {
  test.each(ROOMS)('$files reaches only where it may', (room) => {
    const files = sourceFiles(room.files);
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap((file) => wrongArrows(file, room))).toEqual([]);
  });

  test('a later stage may know an earlier one, never the reverse', () => {
    expect(sourceFiles('src/lib/jury/*/*.ts').flatMap(backwardArrows)).toEqual([]);
  });

  test('the names of the stages know nothing', () => {
    expect(sourceFiles('src/lib/jury/stages.ts').flatMap(importsOf)).toEqual([]);
  });

  test('only one file speaks Socket.IO on the server, and only places stand beside it', () => {
    const speakers = sourceFiles('src/lib/server/**/*.ts').filter((file) => importsOf(file).includes('socket.io'));
    expect(speakers.map((file) => file.path)).toEqual([
      'src/lib/server/live-gateway.ts',
      'src/lib/server/live-places.ts',
    ]);
  });

  test('the checker sees what it is meant to see', () => {
    const broken = {
      path: 'src/lib/jury/charter/rules.ts',
      text: "import { app } from '../../server/app.ts';\nimport fs from 'node:fs';\nimport { x } from '../verdict/verdict.ts';",
    };
    expect(wrongArrows(broken, { rooms: ['src/lib/jury'], packages: pure })).toEqual([
      'src/lib/jury/charter/rules.ts → src/lib/server/app.ts',
      'src/lib/jury/charter/rules.ts → node:fs',
    ]);
    expect(backwardArrows(broken)).toEqual(['src/lib/jury/charter/rules.ts → src/lib/jury/verdict/verdict.ts']);
  });
});
