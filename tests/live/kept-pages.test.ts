import { expect, test } from 'vitest';
import { keptPage } from '../../src/lib/live/kept-pages.ts';

test.each([
  '',
  '/evidence',
  '/evidence/E1',
  '/rules',
  '/session/D1',
  '/session/D1/__data.json',
  '/evidence/E1/__data.json',
])('of `%s` a copy is kept', (page) => {
  expect(keptPage(`/take-part/J1${page}`)).toMatchObject({ home: '/take-part/J1', kept: true });
});

test.each([
  '/ballot/B1',
  '/ballot/B1/__data.json',
  '/survey/before',
  '/help',
  '/text',
  '/text/R1',
  '/verdict',
  '/moderation',
  '/rehearsal',
])('of `%s` none is', (page) => {
  expect(keptPage(`/take-part/J1${page}`)).toMatchObject({ kept: false });
});

test.each(['/', '/juries/J1', '/organise/J1', '/sign-in', '/take-part', '/take-part/', '/take-partly/J1'])(
  '`%s` is no page of a juror',
  (path) => expect(keptPage(path)).toBeNull(),
);
