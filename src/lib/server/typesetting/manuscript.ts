/** A text that is to become a printed document: what it says and what each part of it is, nothing of how it looks. */

export interface Manuscript {
  /** BCP 47 tag of the language in which readers are addressed. */
  readonly language: string;
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** Milliseconds since 1970; the file says it, and nothing else in it depends on when it was made. */
  readonly at: number;
  /** Stands at the foot of every page, before the page's number. */
  readonly foot: string;
  readonly blocks: readonly Block[];
}

export type Block =
  /** Headings of the first two levels are bookmarks. */
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3;
      readonly text: string;
      readonly language?: string | undefined;
    }
  /** `own`: in the words of those it is about, set in from the edge. */
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly tone?: 'lead' | 'strong' | 'soft' | 'own';
      readonly language?: string | undefined;
    }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'address'; readonly label: string; readonly url: string };
