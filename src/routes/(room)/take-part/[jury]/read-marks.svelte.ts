import { SvelteSet } from 'svelte/reactivity';

/** Which exhibits were opened on this device. Nobody else learns of it. */
export class ReadMarks {
  readonly opened = new SvelteSet<string>();
  readonly #key: string;

  constructor(jury: string) {
    this.#key = `alqa.read.${jury}`;
  }

  /** Call once in the browser. */
  restore(): void {
    for (const exhibit of stored(this.#key)) this.opened.add(exhibit);
  }

  mark(exhibit: string): void {
    this.opened.add(exhibit);
    try {
      localStorage.setItem(this.#key, [...this.opened].join(' '));
    } catch {
      // A browser may forbid storage; the mark then lasts as long as the page.
      return;
    }
  }
}

function stored(key: string): readonly string[] {
  try {
    return (localStorage.getItem(key) ?? '').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}
