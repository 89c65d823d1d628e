/** The stage machine: a jury goes on one stage at a time, and through a gate where something must stand first. */
import { SEATS } from './charter/rules.ts';
import type { Rules } from './context.ts';
import { activeJurors, vacancies } from './recruitment/seats.ts';
import { ok, refuse } from './result.ts';
import type { Result } from './result.ts';
import { nextStage } from './stages.ts';
import type { Jury } from './state.ts';
import { ASKED_IN } from './surveys/rules.ts';

export const stageRules: Rules<'advance-stage'> = {
  'advance-stage': ({ to }, { jury, now }) => {
    if (to !== nextStage(jury.charter.stage)) return refuse('not-the-next-stage');
    if (surveyOutlived(jury, to)) return refuse('survey-open');
    const gate = gateTo(jury, to);
    return gate.ok ? ok([{ type: 'stage-reached', stage: to, at: now }]) : gate;
  },
};

/** [S2] to [S9]: what must stand before a stage may begin. */
export function gateTo(jury: Jury, to: Jury['charter']['stage']): Result<null> {
  const { charter, selection, seats, evidence, verdict, response } = jury;
  switch (to) {
    case 'inviting':
      if (!charter.rule) return refuse('decision-rule-missing');
      return charter.mandate ? ok(null) : refuse('mandate-missing');
    case 'onboarding':
      return selection.draw ? ok(null) : refuse('not-drawn');
    case 'learning': {
      const reserve = Object.values(seats).some((seat) => seat.role === 'alternate' && seat.state !== 'left');
      const waiting = Object.values(seats).some((seat) => seat.role === 'juror' && seat.state === 'drawn');
      const seated = activeJurors(seats).length;
      if (waiting || (vacancies(seats).length > 0 && reserve) || seated < SEATS.min)
        return refuse('seats-not-filled', { count: seated });
      return evidence.exhibits.some((exhibit) => !exhibit.withdrawn) ? ok(null) : refuse('no-exhibit');
    }
    case 'voting':
      if (verdict.recommendations.some((one) => one.state === 'open')) return refuse('recommendations-undecided');
      return verdict.recommendations.some((one) => one.state === 'frozen') ? ok(null) : refuse('no-recommendation');
    case 'published':
      // [S8] Only `publish-verdict` leads here.
      return refuse('not-the-next-stage');
    case 'closed': {
      const adopted = verdict.ballots.filter((ballot) => ballot.decision?.outcome === 'adopted');
      const answered = adopted.every((ballot) =>
        response.answers.some((answer) => answer.recommendation === ballot.recommendation),
      );
      return answered ? ok(null) : refuse('recommendations-unanswered');
    }
    case 'designing':
    case 'selecting':
    case 'deliberating':
    case 'drafting':
    case 'responding':
      return ok(null);
  }
}

/** [Q2] No survey is open in a stage in which it is not asked. */
const surveyOutlived = ({ surveys }: Jury, to: Jury['charter']['stage']): boolean =>
  surveys.held.some(({ id, state }) => state === 'open' && !ASKED_IN[id].includes(to));
