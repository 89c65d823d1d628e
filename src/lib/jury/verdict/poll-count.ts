/** What the papers of a poll come to under the jury's rule. */
import { decideOptions, quorumNeeded } from '../charter/decision-rule.ts';
import type { Tally } from '../charter/papers.ts';
import { NONE } from './poll.ts';
import type { Poll, PollBallot, PollDecision } from './poll.ts';
import { rank } from './ranking.ts';

type Terms = Pick<PollBallot, 'rule' | 'electorate' | 'seats' | 'present'>;

export function decidePoll({ form, options }: Poll, terms: Terms, { abstain = 0, ...papers }: Tally): PollDecision {
  const { rule, electorate, seats, present } = terms;
  const ids = options.map((option) => option.id);
  const cast = Object.values(papers).reduce((sum, count) => sum + count, abstain);
  const quorum = quorumNeeded(seats, rule.quorum);
  const turnout = { cast, abstain, quorum };
  const missed = cast < quorum;

  if (form === 'one-of') {
    const counts = Object.fromEntries([...ids, NONE].map((id) => [id, papers[id] ?? 0]));
    const { base, needed, winner } = decideOptions(rule, counts, abstain, electorate.length, seats, present);
    const outcome = missed ? 'no-quorum' : winner === null ? 'undecided' : 'decided';
    return { outcome, winner: missed ? null : winner, ...turnout, votes: { counts, base, needed } };
  }

  const ranked = rank(ids, papers);
  const first = ids.filter((id) => ranked.places[id] === 1);
  // [V28] An order is decided with shared places; a single choice is not.
  const tie = form === 'ranking' && first.length > 1;
  const outcome = missed ? 'no-quorum' : tie ? 'tie' : 'decided';
  const winner = outcome === 'decided' && form === 'ranking' ? (first[0] ?? null) : null;
  return { outcome, winner, ...turnout, ranked };
}
