import { browser } from '$app/environment';

/** What somebody has begun to write, kept on their device until it is sent: a reload or an empty battery costs no words. */
export class KeptDraft {
  readonly #key: string;
  #text = $state('');

  constructor(key: string) {
    this.#key = `alqa.draft.${key}`;
  }

  /** Call once in the browser, after hydration. Words typed before that win over the kept ones. */
  restore(): void {
    if (browser && this.#text === '') this.#text = read(this.#key);
  }

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    this.#text = text;
    if (browser) write(this.#key, text);
  }
}

// A browser may forbid storage altogether; then the words live as long as the page.
function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function write(key: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    return;
  }
}
