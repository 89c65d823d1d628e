/** The minutes of each session: what the journal says, what the facilitator added, and what the jurors say to it. */
import { NOBODY, counted, uncounted } from '../terms.ts';
import type { Content, Counted, Instant, SeatId } from '../terms.ts';
import type { SECTIONS } from './commands.ts';
import type { MinutesFacts } from './facts.ts';

export type Section = (typeof SECTIONS)[number];
export type Additions = Readonly<Partial<Record<Section, Content>>>;

export interface Objection {
  readonly id: string;
  /** Known to the juror who made it only. */
  readonly seat?: SeatId | undefined;
  readonly at: Instant;
  readonly text: Content;
  /** `printed`: it stands in the minutes and no longer in their way. */
  readonly state: 'open' | 'withdrawn' | 'printed';
}

/** Minutes as they were sent to the jurors. A later version takes the place of the one before. */
export interface MinutesVersion {
  readonly number: number;
  readonly at: Instant;
  readonly facts: MinutesFacts;
  readonly additions: Additions;
  /** Who may approve: those who attended. */
  readonly electors: Counted;
  readonly backed: Counted;
  readonly objections: readonly Objection[];
}

export interface SessionMinutes {
  /** What the facilitator is writing; for the facilitator. */
  readonly draft: Additions;
  readonly versions: readonly MinutesVersion[];
  /** When the last version was approved; null until then. */
  readonly approvedAt: Instant | null;
}

/** By session. */
export type Minutes = Readonly<Record<string, SessionMinutes>>;

export const NO_MINUTES: SessionMinutes = { draft: {}, versions: [], approvedAt: null };

export const minutesOf = (minutes: Minutes, session: string): SessionMinutes =>
  Object.hasOwn(minutes, session) ? (minutes[session] ?? NO_MINUTES) : NO_MINUTES;

export const lastVersion = ({ versions }: SessionMinutes): MinutesVersion | undefined => versions.at(-1);

type About<T extends string> = { readonly type: T; readonly session: string };

export type MinutesEvent =
  | (About<'minutes-noted'> & { readonly section: Section; readonly text: Content | null })
  | (About<'minutes-sent'> & Omit<MinutesVersion, 'number' | 'backed' | 'objections'> & { readonly version: number })
  | (About<'minutes-backed' | 'minutes-unbacked'> & { readonly seat?: SeatId })
  | (About<'minutes-objected'> & {
      readonly objection: string;
      readonly seat?: SeatId;
      readonly at: Instant;
      readonly text: Content;
    })
  | (About<'objection-withdrawn' | 'objection-printed'> & { readonly objection: string })
  | (About<'minutes-approved'> & { readonly at: Instant });

export function evolveMinutes(minutes: Minutes, event: MinutesEvent): Minutes {
  return { ...minutes, [event.session]: evolveSession(minutesOf(minutes, event.session), event) };
}

function evolveSession(session: SessionMinutes, event: MinutesEvent): SessionMinutes {
  switch (event.type) {
    case 'minutes-noted': {
      const { [event.section]: _before, ...others } = session.draft;
      return { ...session, draft: event.text ? { ...others, [event.section]: event.text } : others };
    }
    case 'minutes-sent': {
      const { type: _type, session: _session, version: number, ...sent } = event;
      return { ...session, versions: [...session.versions, { number, ...sent, backed: NOBODY, objections: [] }] };
    }
    case 'minutes-approved':
      return { ...session, approvedAt: event.at };
    default:
      return {
        ...session,
        versions: session.versions.map((one, index) =>
          index === session.versions.length - 1 ? answered(one, event) : one,
        ),
      };
  }
}

type Answer = Exclude<MinutesEvent, { type: 'minutes-noted' | 'minutes-sent' | 'minutes-approved' }>;

function answered(version: MinutesVersion, event: Answer): MinutesVersion {
  switch (event.type) {
    case 'minutes-backed':
      return { ...version, backed: counted(version.backed, event.seat) };
    case 'minutes-unbacked':
      return { ...version, backed: uncounted(version.backed, event.seat) };
    case 'minutes-objected': {
      const { objection: id, seat, at, text } = event;
      const made: Objection = { id, ...(seat === undefined ? {} : { seat }), at, text, state: 'open' };
      return { ...version, objections: [...version.objections, made] };
    }
    case 'objection-withdrawn':
    case 'objection-printed': {
      const state = event.type === 'objection-withdrawn' ? 'withdrawn' : 'printed';
      const { objections } = version;
      return {
        ...version,
        objections: objections.map((one) => (one.id === event.objection ? { ...one, state } : one)),
      };
    }
  }
}

/** [D60] More than half of those who attended, and nobody objects. */
export const isApproved = ({ electors, backed, objections }: MinutesVersion): boolean =>
  2 * backed.count > electors.count && objections.every(({ state }) => state !== 'open');
