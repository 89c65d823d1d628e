/** Jurors who are willing to speak for the jury in public, under a name that each chooses; nobody unless they ask for it. */
import { NOBODY, counted } from '../terms.ts';
import type { Content, Counted, SeatId } from '../terms.ts';

export const MOST_SPOKESPERSONS = 3;

export interface Spokesperson {
  readonly seat: SeatId;
  /** As it is to stand in public. */
  readonly name: Content;
  readonly confirmed: Counted;
  /** How many jurors must confirm. */
  readonly needed: number;
}

export type SpokespersonEvent =
  | {
      readonly type: 'spokesperson-offered';
      readonly spokesperson: SeatId;
      readonly name: Content;
      readonly needed: number;
    }
  | { readonly type: 'spokesperson-confirmed'; readonly spokesperson: SeatId; readonly seat?: SeatId }
  | { readonly type: 'spokesperson-withdrawn'; readonly spokesperson: SeatId };

export function evolveSpokespersons(all: readonly Spokesperson[], event: SpokespersonEvent): readonly Spokesperson[] {
  switch (event.type) {
    case 'spokesperson-offered':
      return [...all, { seat: event.spokesperson, name: event.name, confirmed: NOBODY, needed: event.needed }];
    case 'spokesperson-confirmed':
      return all.map((one) =>
        one.seat === event.spokesperson ? { ...one, confirmed: counted(one.confirmed, event.seat) } : one,
      );
    case 'spokesperson-withdrawn':
      return all.filter((one) => one.seat !== event.spokesperson);
  }
}

/** More than half of the jurors have confirmed. */
export const isChosen = ({ confirmed, needed }: Spokesperson): boolean => confirmed.count >= needed;
