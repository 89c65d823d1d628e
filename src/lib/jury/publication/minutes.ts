/** Approved minutes as anyone may read them: totals and texts, no juror. */
import type { Round } from '../deliberation/tables/tables.ts';
import type { Reopening } from '../deliberation/sessions.ts';
import type { Sounding } from '../deliberation/soundings/soundings.ts';
import type { MinutesFacts } from '../minutes/facts.ts';
import { lastVersion, minutesOf } from '../minutes/minutes.ts';
import type { Additions, MinutesVersion, Section } from '../minutes/minutes.ts';
import type { Jury } from '../state.ts';
import type { Instant } from '../terms.ts';

export interface PublishedNote {
  readonly table: string;
  readonly agreed: string;
  readonly disagreed: string;
  readonly questions: string;
}

export interface PublishedSounding extends Pick<Sounding, 'id' | 'kind' | 'counts'> {
  readonly text: string;
  readonly answered: number;
}

/** What the minutes say, with the texts in their places. */
export interface MinutesText extends Omit<MinutesFacts, 'people' | 'soundings' | 'tables' | 'questions'> {
  readonly title: string;
  /** [D110] Why items were taken up again, in order. */
  readonly reopened?: readonly { readonly item: string; readonly reason: string }[];
  readonly questions: {
    readonly asked: number;
    readonly answered: readonly { readonly id: string; readonly question: string; readonly answer: string }[];
  };
  readonly soundings: readonly PublishedSounding[];
  /** By round. */
  readonly tables: readonly (readonly PublishedNote[])[];
  /** What the facilitator added, by section. */
  readonly additions: Readonly<Partial<Record<Section, string>>>;
  /** Remarks of jurors that were printed rather than followed. */
  readonly objections: readonly string[];
}

export interface PublishedMinutes extends MinutesText {
  readonly version: number;
  readonly approvedAt: Instant;
  /** How many might approve, and how many had done so when it was enough. */
  readonly electors: number;
  readonly backed: number;
}

export function publishedMinutes(jury: Pick<Jury, keyof Sources | 'minutes'>): readonly PublishedMinutes[] {
  return jury.sessions.flatMap(({ id }) => {
    const minutes = minutesOf(jury.minutes, id);
    const version = lastVersion(minutes);
    if (!version || minutes.approvedAt === null) return [];
    const { number, electors, backed } = version;
    return [
      {
        ...minutesText(jury, version),
        version: number,
        approvedAt: minutes.approvedAt,
        electors: electors.count,
        backed: backed.count,
      },
    ];
  });
}

type Sources = Pick<Jury, 'sessions' | 'evidence' | 'soundings' | 'tables'>;

/** A version in words, for the room as for the public. What was erased or hidden since then is missing here too. */
export function minutesText(
  { sessions, evidence, soundings, tables }: Sources,
  { facts, additions, objections }: Pick<MinutesVersion, 'facts' | 'additions' | 'objections'>,
): MinutesText {
  const { people: _people, ...totals } = facts;
  const found = <T extends { readonly id: string }>(all: readonly T[], ids: readonly string[]): readonly T[] =>
    all.filter(({ id }) => ids.includes(id));
  const session = sessions.find(({ id }) => id === facts.session);
  return {
    ...totals,
    title: session?.title ?? facts.session,
    ...(session?.reopened ? { reopened: session.reopened.map(reasonOf) } : {}),
    questions: {
      asked: facts.questions.asked,
      answered: found(evidence.questions, facts.questions.answered).map(({ id, text, answer }) => ({
        id,
        question: text.text ?? '',
        answer: answer?.text.text ?? '',
      })),
    },
    soundings: found(soundings, facts.soundings).map(({ id, kind, text, counts, answered }) => ({
      id,
      kind,
      text: text.text ?? '',
      counts,
      answered: answered.count,
    })),
    tables: found(tables.rounds, facts.tables).map(notesOf),
    additions: textsOf(additions),
    objections: objections.flatMap(({ state, text }) => (state === 'printed' ? [text.text ?? ''] : [])),
  };
}

const reasonOf = ({ item, reason }: Reopening) => ({ item, reason: reason.text ?? '' });

const notesOf = ({ tables }: Round): readonly PublishedNote[] =>
  tables.flatMap(({ id, note }) =>
    note
      ? [
          {
            table: id,
            agreed: note.agreed.text ?? '',
            disagreed: note.disagreed.text ?? '',
            questions: note.questions.text ?? '',
          },
        ]
      : [],
  );

const textsOf = (additions: Additions): Partial<Record<Section, string>> =>
  Object.fromEntries(Object.entries(additions).map(([section, { text }]) => [section, text ?? '']));
