import { readKept, writeKept } from './kept.ts';

/** What somebody has begun to write, kept on their device until it is sent: a reload or an empty battery costs no words. */
export class KeptDraft {
  readonly #key: string;
  readonly #typed: string;
  #text = $state('');

  /** `typed`: what came back with a form that was refused. `saved`: what is kept elsewhere, for as long as nothing newer was written here. */
  constructor(key: string, typed = '', saved = '') {
    this.#key = `alqa.draft.${key}`;
    this.#typed = typed;
    this.#text = typed === '' ? saved : typed;
  }

  /** Call once in the browser. Words that stand in the form already win over the kept ones. */
  restore(): void {
    if (this.#typed === '') this.#text = readKept(this.#key) || this.#text;
  }

  /** The words are on their way, and whoever carries them keeps them: after a reload they do not stand here as well. */
  handOver(): void {
    writeKept(this.#key, '');
  }

  /** They were refused and are the draft's again. */
  takeBack(): void {
    writeKept(this.#key, this.#text);
  }

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    this.#text = text;
    writeKept(this.#key, text);
  }
}
