/** What jurors say besides recommendations: minority statements, until when they may be written, and the statement of the whole jury. */
import { NOBODY, counted } from '../terms.ts';
import type { Content, Counted, Instant, SeatId } from '../terms.ts';

export interface MinorityStatement {
  readonly id: string;
  /** Null: on the verdict as a whole. */
  readonly recommendation: string | null;
  readonly text: Content;
  readonly joined: Counted;
  readonly needed: number;
}

/** One version of the jury's own statement; null where the jury took it out again. */
export interface JuryStatement {
  readonly text: Content | null;
  readonly author: SeatId;
  readonly at: Instant;
}

export interface Statements {
  readonly statements: readonly MinorityStatement[];
  /** Until when statements are written and joined; null while nobody has set an end. */
  readonly statementsUntil: Instant | null;
  /** [V117] That end came with the close of a vote and was not set by anybody. */
  readonly statementsUsual?: true;
  /** Every version, the current one last. */
  readonly juryStatement: readonly JuryStatement[];
  readonly approvals: Counted;
}

export type StatementEvent =
  | {
      readonly type: 'minority-statement-written';
      readonly statement: string;
      /** Absent: on the verdict as a whole. */
      readonly recommendation?: string;
      readonly text: Content;
      readonly needed: number;
      readonly seat?: SeatId;
    }
  | { readonly type: 'minority-statement-joined'; readonly statement: string; readonly seat?: SeatId }
  | { readonly type: 'statement-deadline-set'; readonly until: Instant; readonly usual?: true }
  | ({ readonly type: 'jury-statement-written' } & JuryStatement);

export function evolveStatements<S extends Statements>(verdict: S, event: StatementEvent): S {
  switch (event.type) {
    case 'minority-statement-written': {
      const { statement: id, recommendation = null, text, needed, seat } = event;
      const written = { id, recommendation, text, needed, joined: counted(NOBODY, seat) };
      // [V18] What was approved is no longer the whole verdict.
      return { ...verdict, statements: [...verdict.statements, written], approvals: NOBODY };
    }
    case 'minority-statement-joined': {
      const statements = verdict.statements.map((one) =>
        one.id === event.statement ? { ...one, joined: counted(one.joined, event.seat) } : one,
      );
      // [V18] With this name it becomes part of what is published.
      const reached = statements.some((one) => one.id === event.statement && one.joined.count === one.needed);
      return { ...verdict, statements, approvals: reached ? NOBODY : verdict.approvals };
    }
    case 'statement-deadline-set':
      return event.usual
        ? { ...verdict, statementsUntil: event.until, statementsUsual: true }
        : { ...setByHand(verdict), statementsUntil: event.until };
    case 'jury-statement-written': {
      const { text, author, at } = event;
      return { ...verdict, juryStatement: [...verdict.juryStatement, { text, author, at }], approvals: NOBODY };
    }
  }
}

function setByHand<S extends Statements>({ statementsUsual: _usual, ...verdict }: S): S {
  return verdict as unknown as S;
}

/** [V16] Enough stand behind it for it to be published. */
export const isCarried = ({ joined, needed }: MinorityStatement): boolean => joined.count >= needed;

/** What the jury says now; null where it says nothing. */
export const currentStatement = ({ juryStatement }: Pick<Statements, 'juryStatement'>): Content | null =>
  juryStatement.at(-1)?.text ?? null;
