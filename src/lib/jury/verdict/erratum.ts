/** Corrections of a published verdict: notes beside the jurors' words, never in their place. Each agreed one makes a new version. */
import type { Content, Instant, MemberId } from '../terms.ts';

export interface Erratum {
  readonly id: string;
  /** The recommendation, statement, question or outcome in words that it is about, or `verdict`. */
  readonly where: string;
  readonly note: Content;
  readonly by: MemberId;
  readonly state: 'proposed' | 'agreed' | 'dropped';
  /** When it was agreed. */
  readonly at: Instant | null;
  /** [P91] Why a place in it that names somebody may stand. */
  readonly why?: Content;
}

export type ErratumEvent =
  | ({ readonly type: 'erratum-proposed'; readonly erratum: string } & Pick<Erratum, 'where' | 'note' | 'by'>)
  | { readonly type: 'erratum-agreed'; readonly erratum: string; readonly at: Instant; readonly why?: Content }
  | { readonly type: 'erratum-dropped'; readonly erratum: string };

export function evolveErrata(errata: readonly Erratum[], event: ErratumEvent): readonly Erratum[] {
  const changed = (change: Pick<Erratum, 'state' | 'at' | 'why'>): readonly Erratum[] =>
    errata.map((one) => (one.id === event.erratum ? { ...one, ...change } : one));
  switch (event.type) {
    case 'erratum-proposed': {
      const { erratum: id, where, note, by } = event;
      return [...errata, { id, where, note, by, state: 'proposed', at: null }];
    }
    case 'erratum-agreed':
      return changed({ state: 'agreed', at: event.at, ...(event.why ? { why: event.why } : {}) });
    case 'erratum-dropped':
      return changed({ state: 'dropped', at: null });
  }
}
