import type { Asked, Rules } from '../../context.ts';
import { activeJurors } from '../../recruitment/seats.ts';
import { ok, refuse } from '../../result.ts';
import type { Result } from '../../result.ts';
import type { SeatId } from '../../terms.ts';
import type { ModerationCommand } from './commands.ts';
import { logged } from './log-action.ts';
import { openExclusion } from './moderation.ts';
import type { Action } from './moderation.ts';

type ExclusionCommand = Extract<ModerationCommand, { type: `${string}-exclusion` }>;

/** [D41] Nobody is excluded by one person, or by one office. */
export const exclusionRules: Rules<ExclusionCommand['type']> = {
  'propose-exclusion': ({ seat, reason }, asked) => {
    if (!activeJurors(asked.jury.seats).some(({ id }) => id === seat)) return refuse('unknown-seat');
    if (openExclusion(asked.jury.moderation, seat)) return refuse('exclusion-open');
    return ok([logged(asked, 'propose-exclusion', { seat, words: asked.seal(reason) })]);
  },

  'confirm-exclusion': ({ seat }, asked) => {
    const proposal = openProposal(asked, seat);
    if (!proposal.ok) return proposal;
    const { office, appeal, by } = proposal.value;
    if (asked.role === office || (asked.actor.kind === 'member' && asked.actor.id === by))
      return refuse('own-decision');
    if (appeal && !appeal.decided) return refuse('appeal-open');
    if (!activeJurors(asked.jury.seats).some(({ id }) => id === seat)) return refuse('unknown-seat');
    return ok([logged(asked, 'exclude', { seat }), { type: 'seat-vacated', seat, reason: 'excluded' }]);
  },

  'drop-exclusion': ({ seat }, asked) => {
    const proposal = openProposal(asked, seat);
    return proposal.ok ? ok([logged(asked, 'drop-exclusion', { seat })]) : proposal;
  },
};

function openProposal({ jury }: Asked, seat: SeatId): Result<Action> {
  const proposal = openExclusion(jury.moderation, seat);
  return proposal ? ok(proposal) : refuse('exclusion-not-open');
}
