/**
 * The queue before each jury. Whoever is served is decided upon after the one before them; those who may share a turn and wait for it together
 * are served in one, and so share one wait for the disk and one announcement.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { JuryId } from '../jury/terms.ts';
import { createGathering } from './gathering.ts';

export interface Turns<Q extends Asked, A> {
  /** Resolves with the answer, in the order of asking. */
  take(question: Q): Promise<A>;
}

export interface Asked {
  readonly jury: JuryId;
  /** No two of the same id share a turn: the second is to find what became of the first. */
  readonly id: string;
}

interface Serving<Q, A> {
  /** Answers in the order of the questions, all of one jury. When it throws for several, each is served once more alone. */
  readonly serve: (questions: readonly Q[]) => Promise<readonly A[]>;
  readonly mayShare: (question: Q) => boolean;
}

interface Waiting<Q, A> {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
}

/** So many in one turn, that no jury holds the others up. */
export const MOST_IN_A_TURN = 32;

export function createTurns<Q extends Asked, A>({ serve, mayShare }: Serving<Q, A>): Turns<Q, A> {
  const gathering = createGathering();
  const queues = new Map<JuryId, Waiting<Q, A>[]>();

  /** Those at the head of the queue who go together; at least one. */
  function nextOf(queue: Waiting<Q, A>[]): readonly Waiting<Q, A>[] {
    const ids = new Set<string>();
    const alone = queue.findIndex(({ question }) => {
      const joins = mayShare(question) && !ids.has(question.id) && ids.size < MOST_IN_A_TURN;
      ids.add(question.id);
      return !joins;
    });
    return queue.splice(0, alone < 0 ? queue.length : Math.max(1, alone));
  }

  async function serveTurn(turn: readonly Waiting<Q, A>[]): Promise<void> {
    try {
      const answers = await serve(turn.map(({ question }) => question));
      for (const [index, { resolve }] of turn.entries()) resolve(answers[index] as A);
    } catch (error) {
      // Of several, only the one at fault shall suffer.
      if (turn.length > 1) for (const one of turn) await serveTurn([one]);
      else for (const { reject } of turn) reject(error);
    }
  }

  async function work(jury: JuryId, queue: Waiting<Q, A>[]): Promise<void> {
    while (queue.length > 0) {
      const early = gathering.wait(jury, performance.now());
      // A timer knows no parts of a millisecond.
      if (early >= 1) await wait(early);
      gathering.begin(jury, performance.now());
      await serveTurn(nextOf(queue));
    }
    queues.delete(jury);
  }

  return {
    take: (question) =>
      new Promise((resolve, reject) => {
        const waiting = { question, resolve, reject };
        const queue = queues.get(question.jury);
        if (queue) return void queue.push(waiting);
        const fresh = [waiting];
        queues.set(question.jury, fresh);
        void work(question.jury, fresh);
      }),
  };
}
