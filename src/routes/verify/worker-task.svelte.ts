/** Work that would freeze a page, in a thread of its own: with what part of it is done, and an end at any time. */

/** What the thread says: what part is done, 0 to 1, or at last what came of it. */
export type Told<Outcome> = { readonly done: number } | { readonly outcome: Outcome };

type State<Outcome> =
  | { readonly at: 'rest' }
  | { readonly at: 'work'; readonly done: number }
  | { readonly at: 'end'; readonly outcome: Outcome }
  /** The thread fell over, for want of memory or by a fault of ours. */
  | { readonly at: 'broken' };

export class WorkerTask<Request, Outcome> {
  state: State<Outcome> = $state.raw({ at: 'rest' });
  #worker: Worker | null = null;
  readonly #create: () => Worker;

  constructor(create: () => Worker) {
    this.#create = create;
  }

  /** What the thread needs is on its way. */
  prepare(): void {
    this.#finish({ at: 'work', done: 0 });
  }

  start(request: Request): void {
    this.prepare();
    this.#worker = this.#create();
    this.#worker.onmessage = ({ data }: MessageEvent<Told<Outcome>>) => {
      if ('outcome' in data) this.#finish({ at: 'end', outcome: data.outcome });
      else this.state = { at: 'work', done: data.done };
    };
    this.#worker.onerror = () => this.fail();
    this.#worker.postMessage(request);
  }

  stop(): void {
    this.#finish({ at: 'rest' });
  }

  fail(): void {
    this.#finish({ at: 'broken' });
  }

  #finish(state: State<Outcome>): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.state = state;
  }
}
