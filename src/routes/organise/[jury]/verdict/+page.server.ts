import { activeJurors } from '$lib/jury/recruitment/seats.ts';
import { approvalsNeeded } from '$lib/jury/verdict/release-rules.ts';
import { ballotOn, currentVersion, pollsSettled } from '$lib/jury/verdict/verdict.ts';
import { openJury, submit } from '$lib/server/pages.ts';
import { deadlineOf, submitDeadline } from '../../../returning/[jury]/deadline.server.ts';
import { outcomesOf, submitOutcome } from '../../../returning/[jury]/outcomes.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { jury } = await openJury(event, ['organiser']);
  const { verdict, charter, seats } = jury;
  const active = activeJurors(seats);
  const jurors = active.length;
  // [V19] An approval does not outlast its juror.
  const given = active.filter((seat) => verdict.approvals.seats.includes(seat.id)).length;
  const frozen = verdict.recommendations.filter((one) => one.state === 'frozen');
  const allDecided =
    frozen.length > 0 &&
    frozen.every((one) => ballotOn(verdict, one.id)?.certifiedAt !== undefined) &&
    pollsSettled(verdict);
  const needed = approvalsNeeded(jurors);
  return {
    recommendations: verdict.recommendations.map((one) => {
      const ballot = ballotOn(verdict, one.id);
      return {
        id: one.id,
        title: currentVersion(one).title.text ?? '',
        version: one.versions.length,
        state: one.state,
        ballot: ballot
          ? {
              state: ballot.state,
              cast: ballot.cast.count,
              electorate: ballot.electorate.length,
              decision: ballot.decision,
            }
          : null,
      };
    }),
    adopted: verdict.recommendations
      .filter(({ id }) => ballotOn(verdict, id)?.decision?.outcome === 'adopted')
      .map((one) => ({ id: one.id, title: currentVersion(one).title.text ?? '' })),
    statements: verdict.statements.map(({ id, recommendation, needed: floor, joined }) => ({
      id,
      recommendation,
      joined: joined.count,
      needed: floor,
    })),
    approvals: { given, needed, jurors },
    deadline: deadlineOf(jury),
    outcomes: outcomesOf(jury),
    respondBy: charter.mandate?.respondBy ?? null,
    publishedAt: verdict.publishedAt,
    ready: charter.stage === 'voting' && allDecided && given >= needed,
  };
};

export const actions: Actions = {
  deadline: submitDeadline,
  outcome: submitOutcome,
  enter: (event) => submit(event, { only: ['enter-answer'] }),
};
