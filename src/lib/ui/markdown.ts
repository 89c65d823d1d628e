/** The one renderer of text written by people. Runs on the server: pages are given its HTML and show it through Prose. */
import { Marked } from 'marked';
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
};

const asText = (html: string) => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** HTML is not Markdown: what looks like it is shown as the text it is. The policy then guards against a slip in the parser. */
const markdown = new Marked({ gfm: true, breaks: true, renderer: { html: ({ text }) => asText(text) } });

/** Markdown to HTML: headings, lists, emphasis, quotes, tables, and links to http, https and mailto. */
export function renderMarkdown(text: string): SafeHtml {
  return sanitizeHtml(markdown.parse(text, { async: false }), POLICY) as SafeHtml;
}
