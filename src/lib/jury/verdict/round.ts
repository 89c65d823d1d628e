/** Consent rounds while the text is being written: can everybody live with these words? And what came up where somebody cannot. */
import { NOBODY, counted } from '../terms.ts';
import type { Content, Counted, SeatId } from '../terms.ts';
import { evolveObjections } from './objection.ts';
import type { Objected, ObjectionEvent } from './objection.ts';

export interface Round {
  readonly id: string;
  readonly recommendation: string;
  /** The version that was asked about. */
  readonly version: number;
  readonly electorate: readonly SeatId[];
  readonly answered: Counted;
  /** Abandoned when the words changed before all had answered; then nothing is told. */
  readonly state: 'open' | 'closed' | 'abandoned';
  readonly counts: Readonly<Record<string, number>> | null;
}

/** Why somebody cannot live with a wording, or objects to a change. Nobody knows who. */
export interface StickingPoint {
  readonly id: string;
  readonly recommendation: string;
  readonly version: number;
  readonly text: Content;
  /** How it was settled. */
  readonly settled?: Content;
}

export type RoundEvent =
  | ({ readonly type: 'round-opened'; readonly round: string } & Pick<
      Round,
      'recommendation' | 'version' | 'electorate'
    >)
  | { readonly type: 'round-answered'; readonly round: string; readonly seat?: SeatId }
  | {
      readonly type: 'round-closed';
      readonly round: string;
      readonly counts: Readonly<Record<string, number>>;
      readonly points: readonly { readonly id: string; readonly text: Content }[];
    }
  | { readonly type: 'round-abandoned'; readonly round: string }
  | { readonly type: 'point-settled'; readonly point: string; readonly how: Content }
  | ObjectionEvent;

interface Rounds extends Objected {
  readonly rounds: readonly Round[];
}

export function evolveRounds<R extends Rounds>(verdict: R, event: RoundEvent): R {
  const round = (id: string, change: (one: Round) => Partial<Round>): R => ({
    ...verdict,
    rounds: verdict.rounds.map((one) => (one.id === id ? { ...one, ...change(one) } : one)),
  });
  switch (event.type) {
    case 'round-opened': {
      const { round: id, recommendation, version, electorate } = event;
      const opened = {
        id,
        recommendation,
        version,
        electorate,
        answered: NOBODY,
        state: 'open',
        counts: null,
      } as const;
      return { ...verdict, rounds: [...verdict.rounds, opened] };
    }
    case 'round-answered':
      return round(event.round, (one) => ({ answered: counted(one.answered, event.seat) }));
    case 'round-closed': {
      const about = verdict.rounds.find((one) => one.id === event.round);
      const { recommendation = '', version = 0 } = about ?? {};
      const points = event.points.map(({ id, text }) => ({ id, recommendation, version, text }));
      const closed = round(event.round, () => ({ state: 'closed', counts: event.counts }));
      return { ...closed, points: [...verdict.points, ...points] };
    }
    case 'round-abandoned':
      return round(event.round, () => ({ state: 'abandoned' }));
    case 'change-objected':
      return evolveObjections(verdict, event);
    case 'point-settled':
      return {
        ...verdict,
        points: verdict.points.map((one) => (one.id === event.point ? { ...one, settled: event.how } : one)),
      };
  }
}

export const openRoundOn = ({ rounds }: Pick<Rounds, 'rounds'>, recommendation: string): Round | undefined =>
  rounds.find((one) => one.recommendation === recommendation && one.state === 'open');
