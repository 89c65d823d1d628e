import { describe, expect, test } from 'vitest';
import { withinSite } from '../../src/lib/server/http/within-site.ts';

describe('where somebody goes after signing in', () => {
  test.each(['/organise', '/take-part/smog/text?from=mail', '/juries/%D1%81'])('%s is a page of this site', (path) => {
    expect(withinSite(path, '/home')).toBe(path);
  });

  test.each([
    null,
    '',
    'organise',
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    '\\/elsewhere.example',
    '/\t/elsewhere.example',
    '/a/..//elsewhere.example',
    'javascript:alert(1)',
    '/sign-out',
    '/sign-in?to=/sign-in',
    '/enter/abc',
    `/${'a'.repeat(3_000)}`,
  ])('%s is not', (asked) => {
    expect(withinSite(asked, '/home')).toBe('/home');
  });
});
