import Sqlite from 'better-sqlite3';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate } from '../../src/lib/server/records/migrate.ts';
import { projectRoot } from '../../src/lib/server/project-root.ts';
import { scratchFolder } from '../server/scratch.ts';

function copyOfMigrations(): string {
  const folder = scratchFolder();
  cpSync(join(projectRoot, 'db/migrations'), folder, { recursive: true });
  return folder;
}

const tables = (connection: Sqlite.Database) =>
  connection.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").pluck().get();

test('migrations are applied once, whatever the line ends of their files', () => {
  const folder = copyOfMigrations();
  const connection = new Sqlite(':memory:');
  migrate(connection, folder);
  const before = tables(connection);
  writeFileSync(join(folder, '0006_more.sql'), 'CREATE TABLE more (x TEXT) STRICT;\r\n');
  migrate(connection, folder);
  writeFileSync(join(folder, '0006_more.sql'), 'CREATE TABLE more (x TEXT) STRICT;\n');
  migrate(connection, folder);
  expect(tables(connection)).toBe(Number(before) + 1);
});

test('a migration that was edited after it was applied is refused by name', () => {
  const folder = copyOfMigrations();
  const connection = new Sqlite(':memory:');
  migrate(connection, folder);
  writeFileSync(join(folder, '0001_juries.sql'), 'CREATE TABLE jury (id TEXT) STRICT;');
  expect(() => migrate(connection, folder)).toThrow('0001_juries.sql was edited');
});

test('a database newer than the code is refused before anything is changed', () => {
  const newer = copyOfMigrations();
  writeFileSync(join(newer, '0099_later.sql'), 'CREATE TABLE later (x TEXT) STRICT;');
  const connection = new Sqlite(':memory:');
  migrate(connection, newer);
  const older = copyOfMigrations();
  writeFileSync(join(older, '0098_aside.sql'), 'CREATE TABLE aside (x TEXT) STRICT;');
  const before = tables(connection);
  expect(() => migrate(connection, older)).toThrow('newer Alqa (it has the migration 0099_later.sql)');
  expect(tables(connection)).toBe(before);
});

test('a migration that fails half-way leaves nothing behind', () => {
  const folder = copyOfMigrations();
  const connection = new Sqlite(':memory:');
  migrate(connection, folder);
  const before = tables(connection);
  writeFileSync(join(folder, '0006_broken.sql'), 'CREATE TABLE half (x TEXT) STRICT; CREATE TABEL other (x TEXT);');
  expect(() => migrate(connection, folder)).toThrow();
  expect(tables(connection)).toBe(before);
});
