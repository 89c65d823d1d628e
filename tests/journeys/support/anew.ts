/** A second try of a journey is a real one: what the first try used up, links and names and the state of the jury, is there anew. */
import { afterAll, beforeAll, beforeEach } from 'vitest';

/** Prepares before the tests of a file, and again before each further try of one of them; ends what was prepared each time. */
export function anewForEachTry(prepare: () => Promise<void>, end: () => Promise<void>): void {
  beforeAll(prepare);
  beforeEach(async ({ task }) => {
    if (!task.result?.retryCount) return;
    await end();
    await prepare();
  });
  afterAll(end);
}
