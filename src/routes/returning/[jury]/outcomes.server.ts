/** What certified votes came to in words, for the two offices that state it ([V115]). */
import type { RequestEvent } from '@sveltejs/kit';
import { sayPoll } from '$lib/i18n/poll-words.ts';
import type { Jury } from '$lib/jury/state.ts';
import { outcomeOf } from '$lib/jury/verdict/outcome.ts';
import { ballotOn, currentVersion, pollBallotOn } from '$lib/jury/verdict/verdict.ts';
import { submit } from '$lib/server/pages.ts';
import { withWrongFields } from '../../organise/field-problems.server.ts';

export function outcomesOf({ verdict, charter }: Jury) {
  const votes = [
    ...verdict.recommendations.map((one) => ({
      title: `${one.id}. ${currentVersion(one).title.text ?? ''}`,
      ballot: ballotOn(verdict, one.id),
    })),
    ...verdict.polls.map((poll) => ({ title: `${poll.id}. ${sayPoll(poll)}`, ballot: pollBallotOn(verdict, poll.id) })),
  ];
  const may = charter.stage === 'voting' && !verdict.release;
  return {
    may,
    votes: votes.flatMap(({ title, ballot }) => {
      if (ballot?.certifiedAt === undefined) return [];
      const versions = outcomeOf(verdict.outcomes, ballot.id)?.versions ?? [];
      const words = versions.map(({ text, next, reviewOn, at, agreed, jurors }) => {
        return { text: text.text ?? '', next: next.text ?? '', reviewOn, at, agreed: agreed.count, jurors };
      });
      // What nobody stated while it could be stated is no heading without words for ever after.
      return may || words.length > 0 ? [{ ballot: ballot.id, title, versions: words }] : [];
    }),
  };
}

export const submitOutcome = async (event: RequestEvent) =>
  withWrongFields(await submit(event, { only: ['state-outcome'] }));
