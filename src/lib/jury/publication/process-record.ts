/** What the public record tells of how the jury worked: who kept it, how long it sat and at what, what became of its questions. */
import { airtimeOf } from '../deliberation/airtime.ts';
import type { Airtime } from '../deliberation/airtime.ts';
import { concentration } from '../deliberation/airtime-spread.ts';
import type { Concentration } from '../deliberation/airtime-spread.ts';
import type { Complaints, ComplaintSubject } from '../complaints/complaints.ts';
import { ITEM_TYPES } from '../deliberation/session-commands.ts';
import { isOver } from '../deliberation/sessions.ts';
import type { AgendaItem, ItemType, Session } from '../deliberation/sessions.ts';
import { QUESTION_RULES } from '../evidence/public-question.ts';
import type { QuestionRule } from '../evidence/public-question.ts';
import type { Question } from '../evidence/question.ts';
import type { Jury } from '../state.ts';
import { STAFF_ROLES } from '../terms.ts';
import type { Day, Instant, StaffRole } from '../terms.ts';

/** `unsaid`: the programme does not say what the time was for. */
export const MINUTES_FOR = [...ITEM_TYPES, 'unsaid'] as const;
export type MinutesFor = ItemType | 'unsaid';

export interface PublishedProcess {
  readonly process: {
    /** How many hold each office; never who. */
    readonly offices: Readonly<Record<StaffRole, number>>;
    readonly sessions: readonly {
      readonly session: string;
      readonly state: Session['state'];
      /** How the time was spread among those who spoke; told of sessions that are over in which enough did. */
      readonly airtime?: Concentration;
    }[];
    /** Minutes of the agenda with what was added: of items that were held, and of those still to come. What was dropped is in neither. */
    readonly minutes: readonly { readonly kind: MinutesFor; readonly held: number; readonly planned: number }[];
    /** Every question to a witness is in exactly one of the numbers after `fromPublic`. */
    readonly questions: {
      readonly asked: number;
      /** Of them, those that somebody outside the jury had sent. */
      readonly fromPublic: number;
      readonly waiting: number;
      /** Admitted, and to be answered at the hearing. */
      readonly admitted: number;
      /** To be answered in writing. */
      readonly owed: number;
      readonly live: number;
      readonly written: number;
      readonly declined: Readonly<Record<QuestionRule, number>>;
      /** Joined with another one, whose answer answers both. */
      readonly merged: number;
      readonly withdrawn: number;
    };
    /** Complaints about the process, in the order in which they were filed. */
    readonly complaints: readonly PublishedComplaint[];
  };
}

/** [P83] Never who complained, and never their words. The day is told, not the minute, which would point at a person. */
export interface PublishedComplaint {
  readonly id: string;
  readonly subject: ComplaintSubject;
  readonly day: Day;
  /** In the words of oversight; a text is null once erased. Null while nobody has answered. */
  readonly answer: { readonly day: Day; readonly summary: string | null; readonly reply: string | null } | null;
}

/** [P40] [P41] [P83] */
export function publishedProcess({ charter, sessions, evidence, airtime, complaints }: Jury): PublishedProcess {
  const held = Object.values(charter.members);
  return {
    process: {
      offices: Object.fromEntries(
        STAFF_ROLES.map((role) => [role, held.filter((one) => one === role).length]),
      ) as Record<StaffRole, number>,
      sessions: sessions.map(({ id, state }) => ({ session: id, state, ...spread(airtime, { id, state }) })),
      minutes: minutesOf(sessions),
      questions: questionLog(evidence.questions),
      complaints: complaintLog(complaints),
    },
  };
}

/** [D129] Only once nobody speaks any more: two figures of one session told apart what was said between them. */
function spread(airtime: Airtime, { id, state }: Pick<Session, 'id' | 'state'>): { readonly airtime?: Concentration } {
  const figure = state === 'closed' ? concentration(airtimeOf(airtime, id)) : null;
  return figure ? { airtime: figure } : {};
}

function minutesOf(sessions: readonly Session[]): PublishedProcess['process']['minutes'] {
  const items = sessions.flatMap((session) =>
    session.agenda.map((item) => ({ ...item, course: courseOf(session, item) })),
  );
  return MINUTES_FOR.flatMap((kind) => {
    const own = items.filter(({ type = 'unsaid' }) => type === kind);
    const sum = (course: 'held' | 'planned'): number =>
      own.filter((item) => item.course === course).reduce((all, { minutes }) => all + minutes, 0);
    const row = { kind, held: sum('held'), planned: sum('planned') };
    return row.held + row.planned > 0 ? [row] : [];
  });
}

function courseOf({ done, dropped, state }: Session, { id }: AgendaItem): 'held' | 'planned' | 'dropped' {
  if (dropped.includes(id)) return 'dropped';
  if (done.includes(id)) return 'held';
  return isOver({ state }) ? 'dropped' : 'planned';
}

function questionLog(questions: readonly Question[]): PublishedProcess['process']['questions'] {
  const count = (which: (question: Question) => boolean): number => questions.filter(which).length;
  const inState = (...states: readonly Question['state'][]): number => count(({ state }) => states.includes(state));
  const declinedBy = (rule: QuestionRule): number =>
    count(({ state, declined }) => state === 'declined' && declined?.rule === rule);
  return {
    asked: questions.length,
    fromPublic: count(({ fromPublic }) => fromPublic !== undefined),
    waiting: inState('submitted'),
    admitted: inState('approved', 'asked'),
    owed: inState('deferred'),
    live: count(({ answer }) => answer?.how === 'live'),
    written: count(({ answer }) => answer?.how === 'written'),
    declined: Object.fromEntries(QUESTION_RULES.map((rule) => [rule, declinedBy(rule)])) as Record<
      QuestionRule,
      number
    >,
    merged: inState('merged'),
    withdrawn: inState('withdrawn'),
  };
}

const dayOf = (at: Instant): Day => new Date(at).toISOString().slice(0, 10);

const complaintLog = (complaints: Complaints): readonly PublishedComplaint[] =>
  complaints.map(({ id, subject, at, answer }) => ({
    id,
    subject,
    day: dayOf(at),
    answer: answer ? { day: dayOf(answer.at), summary: answer.summary.text, reply: answer.reply.text } : null,
  }));
