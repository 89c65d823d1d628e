/** More time than the facilitator gives alone: those who are here are asked, for a minute. */
import { NOBODY, counted } from '../terms.ts';
import type { Counted, Instant, SeatId } from '../terms.ts';

/** [D112] So many minutes of a session the facilitator adds alone. */
export const ALONE = 10;

export interface Extension {
  /** The item that would get the minutes. */
  readonly item: string;
  readonly minutes: number;
  /** By when the answer is taken, by the server's clock. */
  readonly endsAt: Instant;
  readonly yes: Counted;
  readonly no: Counted;
  /** Not enough agreed. What they do agree to becomes time, and nothing is left to tell. */
  readonly refused?: true;
}

type InSession<T extends string> = { readonly type: T; readonly session: string };

export type ExtensionEvent =
  | (InSession<'extension-asked'> & { readonly item: string; readonly minutes: number; readonly endsAt: Instant })
  | (InSession<'extension-answered'> & { readonly agrees: boolean; readonly seat?: SeatId })
  | InSession<'extension-refused'>;

export function evolveExtension(
  extension: Extension | undefined,
  event: ExtensionEvent,
): { readonly extension?: Extension } {
  if (event.type === 'extension-asked') {
    const { item, minutes, endsAt } = event;
    return { extension: { item, minutes, endsAt, yes: NOBODY, no: NOBODY } };
  }
  if (!extension) return {};
  if (event.type === 'extension-refused') return { extension: { ...extension, refused: true } };
  const { agrees, seat } = event;
  return {
    extension: agrees
      ? { ...extension, yes: counted(extension.yes, seat) }
      : { ...extension, no: counted(extension.no, seat) },
  };
}

/** The question while it is open. */
export const openExtension = ({ extension }: { readonly extension?: Extension }): Extension | undefined =>
  extension?.refused ? undefined : extension;
