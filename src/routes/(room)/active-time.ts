/** How long somebody was at work on a text: the time between strokes, pauses to think up to a limit included. */

/** Whoever does not touch the text for longer is doing something else. Milliseconds. */
const PAUSE = 5_000;

export class ActiveTime {
  #last: number | null = null;
  #total = 0;

  /** A stroke at an instant of this device's clock. Milliseconds. */
  note(now: number): void {
    const since = this.#last === null ? 0 : now - this.#last;
    // A clock that was set back counts for nothing.
    if (since > 0) this.#total += Math.min(since, PAUSE);
    this.#last = now;
  }

  /** Whole seconds since the last time this was asked; what comes next begins at nought. */
  take(): number {
    const seconds = Math.min(86_400, Math.round(this.#total / 1_000));
    this.#total = 0;
    this.#last = null;
    return seconds;
  }
}
