import { SvelteSet } from 'svelte/reactivity';
import { readKept, writeKept } from '../../kept.ts';

/** Which exhibits were opened on this device. Nobody else learns of it. */
export class ReadMarks {
  readonly opened = new SvelteSet<string>();
  readonly #key: string;

  constructor(jury: string) {
    this.#key = `alqa.read.${jury}`;
  }

  /** Call once in the browser. */
  restore(): void {
    for (const exhibit of readKept(this.#key).split(' ').filter(Boolean)) this.opened.add(exhibit);
  }

  mark(exhibit: string): void {
    this.opened.add(exhibit);
    writeKept(this.#key, [...this.opened].join(' '));
  }
}
