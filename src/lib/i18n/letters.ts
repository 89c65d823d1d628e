/** What letters say, in the language of whoever gets them. */
import type { Jury } from '../jury/jury.ts';
import { owed } from '../jury/publication/timed-letters.ts';
import type { Letter } from '../jury/publication/letter-kinds.ts';
import { callEnds } from '../jury/recruitment/calls.ts';
import { seatOf } from '../jury/recruitment/seats.ts';
import { answersTo, assignmentsOf, reportsOn } from '../jury/response/response.ts';
import { ROLES } from '../jury/terms.ts';
import type { Instant, Locale } from '../jury/terms.ts';
import { outcomeIsOf } from '../jury/verdict/outcome-place.ts';
import { JURY_STATEMENT } from '../jury/verdict/translation.ts';
import { currentVersion } from '../jury/verdict/verdict.ts';
import * as m from './compiled/messages.js';
import { paraglideMiddleware } from './compiled/server.js';
import { dayAt, formatLastDay } from './deadline.ts';
import { formatDeadline, pick } from './format.ts';
import { LANGUAGE_NAMES } from './language-names.ts';
import { term } from './terms.ts';
import { timeZone } from './time-zone.ts';
import './locale.ts';

/** What a letter may speak of; null where it has nothing to do with it. */
export interface About {
  readonly jury: Jury | null;
  /** `role`: a role in the jury, or something that is none. */
  readonly to: { readonly role: string };
  readonly ref: string | null;
  readonly origin: string;
  readonly link: string | null;
  readonly linkUntil: Instant | null;
  readonly follow: string | null;
}

export interface Written {
  readonly subject: string;
  /** Plain text, lines ended by `\n`. */
  readonly text: string;
}

export async function writeLetter(letter: Letter, about: About, locale: Locale): Promise<Written> {
  let written: Written | undefined;
  // The same door by which a request gets its language: everything called from here speaks it.
  await paraglideMiddleware(new Request(`http://letter.invalid/?lang=${locale}`), () => {
    const { subject, parts } = wordsOf(letter, about);
    const leave = about.follow !== null && letter.kind !== 'follow' ? [m.mail_leave_here(), about.follow] : [];
    const all = [...parts, ...leave, m.mail_by_program()];
    // One line: what came from a person could otherwise write headers of its own.
    written = { subject: subject.replaceAll(/\s+/g, ' ').trim(), text: `${all.join('\n\n')}\n` };
    return Promise.resolve(new Response());
  });
  if (!written) throw new Error('A letter was not written.');
  return written;
}

interface Words {
  readonly subject: string;
  readonly parts: readonly string[];
}

function wordsOf(letter: Letter, about: About): Words {
  const { jury, origin, link, follow } = about;
  const until = about.linkUntil === null ? '' : formatDeadline(about.linkUntil, timeZone());
  const title = jury ? pick(jury.charter.title) : '';
  const at = (path: string): string => `${origin}${path}`;
  switch (letter.kind) {
    case 'link':
      return {
        subject: m.mail_link_subject({ title }),
        parts: [m.mail_link_text({ role: asWhom(about), date: until }), link ?? at('/sign-in')],
      };
    case 'appointed':
      return {
        subject: m.mail_appointed_subject({ title }),
        parts: [
          m.mail_appointed_text({ title, role: asWhom(about) }),
          link === null ? m.mail_appointed_sign_in() : m.mail_appointed_link({ date: until }),
          link ?? at('/sign-in'),
        ],
      };
    case 'sign-in':
      return {
        subject: m.mail_sign_in_subject(),
        parts: [m.mail_sign_in_text({ date: until }), link ?? at('/sign-in')],
      };
    case 'follow':
      return {
        subject: m.mail_follow_subject({ title }),
        parts: [m.mail_follow_text({ title }), follow ?? '', m.mail_follow_otherwise()],
      };
    case 'following':
      return { subject: m.mail_following_subject({ title }), parts: [m.mail_following_text()] };
    case 'call': {
      const seat = jury && about.ref !== null ? seatOf(jury.seats, about.ref) : undefined;
      const ends = seat ? callEnds(seat) : null;
      return {
        subject: m.mail_call_subject({ title }),
        parts: [
          m.mail_call_text({ when: ends === null ? '' : formatDeadline(ends, timeZone()) }),
          m.mail_call_link({ date: until }),
          link ?? at('/sign-in'),
        ],
      };
    }
    default:
      if (!jury) throw new Error(`A letter of the kind ${letter.kind} belongs to a jury.`);
      return wordsOfJury(letter, jury, at);
  }
}

type OfJury = Exclude<Letter, { kind: 'link' | 'appointed' | 'sign-in' | 'follow' | 'following' | 'call' }>;

function wordsOfJury(letter: OfJury, jury: Jury, at: (path: string) => string): Words {
  const { id } = jury;
  const title = pick(jury.charter.title);
  switch (letter.kind) {
    case 'session': {
      const session = jury.sessions.find((one) => one.id === letter.session);
      const name = session?.title ?? letter.session;
      const when = formatDeadline(session?.startsAt ?? 0, timeZone());
      return {
        subject: m.mail_session_subject({ session: name }),
        parts: [title, m.mail_session_text({ session: name, when }), at(`/take-part/${id}`)],
      };
    }
    case 'session-moved': {
      const name = jury.sessions.find((one) => one.id === letter.session)?.title ?? letter.session;
      const when = formatDeadline(letter.startsAt, timeZone());
      return {
        subject: m.mail_session_moved_subject({ session: name }),
        parts: [title, m.mail_session_moved_text({ session: name, when }), at(`/take-part/${id}`)],
      };
    }
    case 'session-cancelled': {
      const session = jury.sessions.find((one) => one.id === letter.session);
      const name = session?.title ?? letter.session;
      return {
        subject: m.mail_session_cancelled_subject({ session: name }),
        parts: [
          title,
          m.mail_session_cancelled_text({ session: name, when: formatDeadline(session?.startsAt ?? 0, timeZone()) }),
          session?.cancelled?.reason ?? '',
          at(`/take-part/${id}`),
        ],
      };
    }
    case 'ballot':
      return {
        subject: m.mail_ballot_subject(),
        parts: [
          title,
          m.mail_ballot_text(),
          ...(letter.closesAt === undefined
            ? []
            : [m.mail_ballot_closes({ when: formatDeadline(letter.closesAt, timeZone()) })]),
          at(`/take-part/${id}/ballot/${letter.ballot}`),
        ],
      };
    case 'vacancy':
      return {
        subject: m.mail_vacancy_subject({ seat: letter.seat }),
        parts: [title, m.mail_vacancy_text({ seat: letter.seat }), at(`/organise/${id}`)],
      };
    case 'release':
      return {
        subject: m.mail_release_subject(),
        parts: [title, m.mail_release_text({ when: formatDeadline(letter.at, timeZone()) }), at(`/release/${id}`)],
      };
    case 'release-held':
      return {
        subject: m.mail_release_held_subject({ title }),
        parts: [m.mail_release_held_text({ when: formatDeadline(letter.at, timeZone()) }), at(`/release/${id}`)],
      };
    case 'due': {
      const late = dayAt(Date.now()) > letter.day;
      const date = formatLastDay(letter.day);
      const lines = owed(jury, dayAt)
        .filter(({ day }) => day === letter.day)
        .map(({ recommendation }) => `${recommendation}. ${titleOf(jury, recommendation)}`);
      return {
        subject: late ? m.mail_late_subject({ date }) : m.mail_due_subject({ date }),
        parts: [
          title,
          late ? m.mail_late_text({ date }) : m.mail_due_text({ date }),
          lines.join('\n'),
          at(`/answer/${id}`),
        ],
      };
    }
    case 'verdict':
      return { subject: m.mail_verdict_subject({ title }), parts: [m.mail_verdict_text(), at(`/juries/${id}`)] };
    case 'answer': {
      const given = answersTo(jury.response, letter.recommendation)[letter.answer - 1];
      const position = given ? term('position', given.position) : '';
      const told = { id: letter.recommendation, title: titleOf(jury, letter.recommendation), position };
      return news(m.mail_answer_subject(told), m.mail_answer_text(told), given?.reasons.text, letter, jury, at);
    }
    case 'report': {
      const report = reportsOn(jury.response, letter.recommendation)[letter.report - 1];
      const progress = report ? term('standing', report.progress) : '';
      const told = { id: letter.recommendation, title: titleOf(jury, letter.recommendation), progress };
      const subject = m.mail_answer_subject({ ...told, position: progress });
      return news(subject, m.mail_report_text(told), report?.text.text, letter, jury, at);
    }
    case 'handover': {
      const handed = assignmentsOf(jury.response, letter.recommendation)[letter.assignment - 1];
      const responsible = handed?.responsible ?? '';
      const told = { id: letter.recommendation, title: titleOf(jury, letter.recommendation), responsible };
      return news(m.mail_handover_subject(told), m.mail_handover_text(told), handed?.reason?.text, letter, jury, at);
    }
    case 'erratum': {
      const note = jury.verdict.errata.find((one) => one.id === letter.erratum)?.note.text;
      return {
        subject: m.mail_erratum_subject({ title }),
        parts: [
          m.mail_erratum_text({ id: letter.erratum }),
          ...(note ? [note] : []),
          at(`/juries/${id}#${letter.erratum}`),
        ],
      };
    }
    case 'translation': {
      const translation = jury.verdict.lateTranslations.find((one) => one.id === letter.translation);
      const language = translation ? LANGUAGE_NAMES[translation.language]() : '';
      const place = translation ? placeOf(jury, translation.of) : '';
      return {
        subject: m.mail_translation_subject({ title }),
        parts: [
          m.mail_translation_text({ id: letter.translation, language, place }),
          at(`/juries/${id}#${letter.translation}`),
        ],
      };
    }
    case 'complaint':
      return {
        subject: m.mail_complaint_subject({ title }),
        parts: [m.mail_complaint_text({ id: letter.complaint }), at(`/complaints/${id}`)],
      };
    case 'complaint-answered':
      return {
        subject: m.mail_complaint_answered_subject({ title }),
        parts: [m.mail_complaint_answered_text({ id: letter.complaint }), at(`/complaints/${id}`)],
      };
    case 'closed':
      return {
        subject: m.mail_closed_subject({ title }),
        parts: [m.mail_closed_text(), at(`/juries/${id}`), m.mail_board_here(), at(`/juries/${id}/answers`)],
      };
  }
}

/** What changed, the authority's own words, and where the whole course stands. */
function news(
  subject: string,
  told: string,
  words: string | null | undefined,
  { recommendation }: { readonly recommendation: string },
  { id, charter }: Jury,
  at: (path: string) => string,
): Words {
  const own = words ? [words] : [];
  const board = at(`/juries/${id}/answers#${recommendation}`);
  return { subject, parts: [pick(charter.title), told, ...own, m.mail_board_here(), board] };
}

/** Where the original of a translation stands. */
function placeOf(jury: Jury, of: string): string {
  if (of === JURY_STATEMENT) return m.public_statement();
  const outcome = outcomeIsOf(of);
  if (outcome !== null) return `${outcome}. ${m.public_outcome()}`;
  const isRecommendation = jury.verdict.recommendations.some((one) => one.id === of);
  return `${of}. ${isRecommendation ? titleOf(jury, of) : m.public_minority()}`;
}

function titleOf({ verdict }: Jury, id: string): string {
  const found = verdict.recommendations.find((one) => one.id === id);
  return found ? (currentVersion(found).title.text ?? id) : id;
}

function asWhom({ to, ref }: About): string {
  const role = ROLES.find((one) => one === to.role);
  if (role === 'juror' && ref !== null) return m.organiser_sheet_as_juror({ seat: ref });
  return role ? term('role', role) : '';
}
