import type { Rules } from '../context.ts';
import { dayAt } from '../evidence/due.ts';
import { activeJurors } from '../recruitment/seats.ts';
import { ok, refuse } from '../result.ts';
import { outcomeOf } from './outcome.ts';

export const outcomeRules: Rules<'state-outcome' | 'agree-outcome'> = {
  'state-outcome': ({ ballot: id, base, text, next, reviewOn }, { jury, now, seal }) => {
    const { ballots, pollBallots, outcomes, release } = jury.verdict;
    const ballot = [...ballots, ...pollBallots].find((one) => one.id === id);
    if (!ballot) return refuse('unknown-ballot');
    if (ballot.state !== 'closed') return refuse('ballot-not-closed');
    if (ballot.certifiedAt === undefined) return refuse('ballots-uncertified');
    if (release) return refuse('release-proposed-already');
    if (base !== (outcomeOf(outcomes, id)?.versions.length ?? 0)) return refuse('outcome-changed');
    if (reviewOn <= dayAt(now)) return refuse('review-too-early');
    const jurors = activeJurors(jury.seats).length;
    return ok([{ type: 'outcome-stated', ballot: id, text: seal(text), next: seal(next), reviewOn, at: now, jurors }]);
  },

  'agree-outcome': ({ ballot: id, version }, { jury, actor }) => {
    const stated = outcomeOf(jury.verdict.outcomes, id);
    const current = stated?.versions.at(-1);
    if (!stated || !current) return refuse('unknown-outcome');
    // Whoever agrees has read these words and no others.
    if (version !== stated.versions.length) return refuse('outcome-changed');
    if (actor.kind !== 'seat') return refuse('not-allowed');
    if (current.agreed.seats.includes(actor.id)) return refuse('already-agreed');
    return ok([{ type: 'outcome-agreed', ballot: id, seat: actor.id }]);
  },
};
