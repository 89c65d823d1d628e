/** What stands, what is missing, who waits for what, and the next legal step: the organiser's checklist, reckoned from the jury. */
import { gateTo } from '../../../lib/jury/gates.ts';
import { activeJurors, jurorsOf } from '../../../lib/jury/recruitment/seats.ts';
import type { Refusal } from '../../../lib/jury/result.ts';
import { STAGES, hasReached, nextStage } from '../../../lib/jury/stages.ts';
import type { Stage } from '../../../lib/jury/stages.ts';
import type { Jury } from '../../../lib/jury/state.ts';
import type { Role, StaffRole } from '../../../lib/jury/terms.ts';
import { approvalsNeeded } from '../../../lib/jury/verdict/release-rules.ts';
import { ballotOn } from '../../../lib/jury/verdict/verdict.ts';
import { HOURS, hoursOf } from './programme/hours.ts';

export type ItemKey =
  | 'charter'
  | 'rule'
  | 'authority'
  | 'mandate'
  | 'team'
  | 'letters'
  | 'targets'
  | 'pool'
  | 'frozen'
  | 'drawn'
  | 'seats'
  | 'exhibits'
  | 'programme'
  | 'witnesses'
  | 'interests'
  | 'sessions'
  | 'recommendations'
  | 'ballots'
  | 'approvals'
  | 'published'
  | 'answers';

export interface Item {
  readonly key: ItemKey;
  readonly done: boolean;
  /** The section of the organiser's pages where it is done; null where it is not theirs to do. */
  readonly section: string | null;
  readonly facts: Readonly<Record<string, number>>;
}

export interface Step {
  readonly stage: Stage;
  readonly items: readonly Item[];
}

export type WaitKey =
  | 'sign'
  | 'confirm'
  | 'interests'
  | 'session'
  | 'propose'
  | 'freeze'
  | 'open_ballot'
  | 'close_ballot'
  | 'vote'
  | 'approve'
  | 'answer';

/** Somebody other than the organiser on whom the jury waits. */
export interface Wait {
  readonly role: Role;
  readonly key: WaitKey;
  readonly count: number;
  readonly title?: string;
}

export interface Readiness {
  readonly steps: readonly Step[];
  readonly waits: readonly Wait[];
  readonly next: { readonly stage: Stage; readonly blocked: Refusal | null } | null;
}

export function readinessOf(jury: Jury): Readiness {
  const figures = figuresOf(jury);
  const next = nextStage(jury.charter.stage);
  const gate = next && gateTo(jury, next);
  return {
    steps: STAGES.map((stage) => ({ stage, items: itemsOf(jury, figures, stage) })).filter(
      (step) => step.items.length > 0,
    ),
    waits: waitsOf(jury, figures),
    next: next && gate && { stage: next, blocked: gate.ok ? null : gate.error },
  };
}

type Figures = ReturnType<typeof figuresOf>;

function figuresOf({ charter, seats, evidence, sessions, verdict, response }: Jury) {
  const invited = evidence.witnesses.filter((witness) => !witness.withdrawn);
  const recommendations = verdict.recommendations.filter((one) => one.state !== 'withdrawn');
  const frozen = recommendations.filter((one) => one.state === 'frozen');
  const ballots = frozen.map((one) => ballotOn(verdict, one.id));
  const adopted = verdict.ballots.filter((ballot) => ballot.decision?.outcome === 'adopted');
  return {
    roles: new Set<StaffRole>(Object.values(charter.members)),
    jurors: jurorsOf(seats).length,
    confirmed: activeJurors(seats).length,
    exhibits: evidence.exhibits.filter((exhibit) => !exhibit.withdrawn).length,
    hours: hoursOf(sessions),
    witnesses: invited.length,
    declared: invited.filter((witness) => witness.interests).length,
    sessions: sessions.filter((session) => session.state !== 'cancelled').length,
    held: sessions.filter((session) => session.state === 'closed').length,
    recommendations: recommendations.length,
    frozen: frozen.length,
    ballots,
    open: ballots.filter((ballot) => ballot?.state === 'open'),
    closed: ballots.filter((ballot) => ballot?.state === 'closed').length,
    approvals: verdict.approvals.count,
    adopted: adopted.length,
    answered: adopted.filter((ballot) =>
      response.answers.some((answer) => answer.recommendation === ballot.recommendation),
    ).length,
  };
}

function itemsOf({ charter, selection, verdict }: Jury, is: Figures, stage: Stage): readonly Item[] {
  const item = (key: ItemKey, done: boolean, section: string | null, facts: Item['facts'] = {}): Item => ({
    key,
    done,
    section,
    facts,
  });
  switch (stage) {
    case 'designing':
      return [
        item('charter', true, 'charter'),
        item('rule', charter.rule !== null, 'charter'),
        item('authority', is.roles.has('authority'), 'team'),
        item('mandate', charter.mandate !== null, 'charter'),
        item(
          'team',
          (['facilitator', 'returning-officer', 'oversight'] as const).every((role) => is.roles.has(role)),
          'team',
        ),
      ];
    case 'inviting':
      return [
        item('letters', hasReached(charter.stage, 'selecting'), null),
        item('targets', selection.targets.length > 0, 'selection'),
      ];
    case 'selecting':
      return [
        item('pool', selection.pool !== null, 'selection'),
        item('frozen', selection.frozen !== null, 'selection'),
        item('drawn', selection.draw !== null, 'selection'),
      ];
    case 'onboarding':
      return [
        item('seats', is.confirmed >= charter.seats, 'seats', { confirmed: is.confirmed, seats: charter.seats }),
        item('exhibits', is.exhibits > 0, 'evidence', { count: is.exhibits }),
        item('programme', is.hours >= HOURS.norm, 'programme', { hours: is.hours, norm: HOURS.norm }),
      ];
    case 'learning':
      return [
        item('witnesses', is.witnesses > 0, 'evidence', { count: is.witnesses }),
        item('interests', is.witnesses > 0 && is.declared === is.witnesses, 'evidence', {
          declared: is.declared,
          count: is.witnesses,
        }),
      ];
    case 'deliberating':
      return [
        item('sessions', is.held > 0 && is.held === is.sessions, 'programme', {
          held: is.held,
          count: is.sessions,
        }),
      ];
    case 'drafting':
      return [
        item('recommendations', is.frozen > 0 && is.frozen === is.recommendations, 'verdict', {
          frozen: is.frozen,
          count: is.recommendations,
        }),
      ];
    case 'voting': {
      const needed = approvalsNeeded(is.confirmed);
      return [
        item('ballots', is.frozen > 0 && is.closed === is.frozen, 'verdict', { closed: is.closed, count: is.frozen }),
        item('approvals', is.confirmed > 0 && is.approvals >= needed, 'verdict', { given: is.approvals, needed }),
        item('published', verdict.publishedAt !== null, 'verdict'),
      ];
    }
    case 'responding':
      return [
        item('answers', hasReached(charter.stage, 'published') && is.answered === is.adopted, null, {
          answered: is.answered,
          count: is.adopted,
        }),
      ];
    case 'published':
    case 'closed':
      return [];
  }
}

function waitsOf({ charter, sessions }: Jury, is: Figures): readonly Wait[] {
  const { stage } = charter;
  const wait = (when: boolean, role: Role, key: WaitKey, count = 1, title?: string): Wait[] =>
    when ? [{ role, key, count, ...(title === undefined ? {} : { title }) }] : [];
  const meeting = hasReached(stage, 'learning') && !hasReached(stage, 'published');
  const planned = sessions
    .filter((session) => session.state === 'planned')
    .toSorted((a, b) => a.startsAt - b.startsAt)[0];
  const live = sessions.some((session) => session.state === 'live');
  const undecided = is.recommendations - is.frozen;
  const missing = approvalsNeeded(is.confirmed) - is.approvals;
  const everyBallotClosed = is.frozen > 0 && is.closed === is.frozen;
  return [
    ...wait(
      stage === 'designing' && charter.rule !== null && charter.mandate === null && is.roles.has('authority'),
      'authority',
      'sign',
    ),
    ...wait(
      (stage === 'selecting' || stage === 'onboarding') && is.jurors > is.confirmed,
      'juror',
      'confirm',
      is.jurors - is.confirmed,
    ),
    ...wait(
      is.witnesses > is.declared && hasReached(stage, 'onboarding') && !hasReached(stage, 'voting'),
      'witness',
      'interests',
      is.witnesses - is.declared,
    ),
    ...wait(meeting && !live && planned !== undefined, 'facilitator', 'session', 1, planned?.title),
    ...wait(stage === 'drafting' && is.recommendations === 0, 'juror', 'propose'),
    ...wait(stage === 'drafting' && undecided > 0, 'facilitator', 'freeze', undecided),
    ...wait(
      stage === 'voting' && is.frozen - is.open.length - is.closed > 0,
      'returning-officer',
      'open_ballot',
      is.frozen - is.open.length - is.closed,
    ),
    ...wait(
      stage === 'voting' && is.open.some((ballot) => ballot && ballot.cast.count < ballot.electorate.length),
      'juror',
      'vote',
    ),
    ...wait(stage === 'voting' && is.open.length > 0, 'returning-officer', 'close_ballot', is.open.length),
    ...wait(stage === 'voting' && everyBallotClosed && missing > 0, 'juror', 'approve', missing),
    ...wait(
      (stage === 'published' || stage === 'responding') && is.answered < is.adopted,
      'authority',
      'answer',
      is.adopted - is.answered,
    ),
  ];
}
