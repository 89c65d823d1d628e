import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/lib/ui/markdown.ts';

const ATTRIBUTES =
  / (?:href="(?:https?:|mailto:)?[^":]*"|href|rel="noopener nofollow"|start="\d*"|align="(?:left|center|right)")/g;

describe('Markdown written by people', () => {
  it('keeps headings, lists, emphasis, quotes and tables', () => {
    const html = renderMarkdown('# Title\n\n- *one*\n- **two**\n\n> said\n\n| a | b |\n| - | - |\n| 1 | 2 |');
    for (const tag of ['<h2>Title</h2>', '<em>one</em>', '<strong>two</strong>', '<blockquote>', '<td>1</td>']) {
      expect(html).toContain(tag);
    }
  });

  it('lets links lead to the web and to mail only, without a word to where they lead', () => {
    expect(renderMarkdown('[a](https://example.org/x?y=1)')).toContain(
      '<a href="https://example.org/x?y=1" rel="noopener nofollow">a</a>',
    );
    expect(renderMarkdown('[a](mailto:jury@example.org)')).toContain('href="mailto:jury@example.org"');
    for (const address of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      '//evil.example',
      'java\tscript:x',
    ]) {
      expect(renderMarkdown(`[a](${address})`)).not.toMatch(/href="(?!https?:|mailto:)/);
    }
  });

  it('shows forbidden HTML as the text it was', () => {
    expect(renderMarkdown('<script>alert(1)</script>')).toContain('&lt;script&gt;');
    expect(renderMarkdown('<img src=x onerror=alert(1)>')).not.toContain('<img');
    expect(renderMarkdown('<p style="position:fixed" onclick="x()" class="y" id="z">t</p>')).toContain('&lt;p style=');
  });

  it('never lets through a tag or an attribute that is not on the list, whatever is written', () => {
    const pieces = fc.constantFrom(
      ...[
        '<',
        '>',
        '"',
        "'",
        '`',
        '&lt;',
        '&#60;',
        '</',
        '<!--',
        '-->',
        '<![CDATA[',
        'script',
        'style',
        'svg',
        'math',
        'iframe',
        ' onload=',
      ],
      ...[
        'javascript:',
        ' href=',
        '[',
        '](',
        ')',
        '![',
        '\n',
        '\n\n',
        '# ',
        '> ',
        '- ',
        '|',
        '\\',
        '\0',
        'ә',
        ' ',
        '<a',
        '<p',
        '<td align=',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (written) => {
        const html = renderMarkdown(written.join(''));
        for (const [, tag, attributes] of html.matchAll(/<\/?([a-z0-9]+)([^>]*)>/gi)) {
          expect(tag).toMatch(
            /^(h[234]|p|br|hr|strong|em|del|code|pre|blockquote|ul|ol|li|a|table|thead|tbody|tr|th|td)$/,
          );
          expect(attributes?.replace(ATTRIBUTES, '')).toMatch(/^ ?\/?$/);
        }
      }),
      { numRuns: 500 },
    );
  });
});
