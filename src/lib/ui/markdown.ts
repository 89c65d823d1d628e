/** The one renderer of text written by people. Runs on the server: pages are given its HTML and show it through Prose. */
import { marked } from 'marked';
import sanitizeHtml from 'sanitize-html';

declare const sanitised: unique symbol;
/** HTML that went through `renderMarkdown`, and nothing else. */
export type SafeHtml = string & { readonly [sanitised]: true };

const POLICY: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['h2', 'h3', 'h4', 'p', 'br', 'hr', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'], th: ['align'], td: ['align'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    // The page has its own first heading, and nobody writes past the fourth level.
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
    a: (tagName, { href = '' }) => ({ tagName, attribs: { href, rel: 'noopener nofollow' } }),
  },
  // What is not allowed is shown as the text it was, so that nothing written disappears.
  disallowedTagsMode: 'recursiveEscape',
};

/** Markdown to HTML: headings, lists, emphasis, quotes, tables, and links to http, https and mailto. */
export function renderMarkdown(text: string): SafeHtml {
  const html = marked.parse(text, { async: false, gfm: true, breaks: true });
  return sanitizeHtml(html, POLICY) as SafeHtml;
}
