import type { Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { JuryEvent } from '../state.ts';
import { balanceRules } from './balance-rules.ts';
import { callRules } from './call-rules.ts';
import { dayAt } from './due.ts';
import type { EvidenceCommand } from './commands.ts';
import { exhibitRules } from './exhibit-rules.ts';
import { factCheckRules } from './fact-check-rules.ts';
import { handoutRules } from './handout-rules.ts';
import { placed } from './position.ts';
import { publicQuestionRules } from './public-question-rules.ts';
import { countsOf, owedInWriting, questionRules } from './question-rules.ts';
import { ownWitness, standingWitness } from './standing.ts';

export const evidenceRules: Rules<EvidenceCommand['type']> = {
  ...exhibitRules,

  'invite-witness': ({ kind, affiliation, nominatedBy, why, topic, position, planned }, { jury }) =>
    ok([
      {
        type: 'witness-invited',
        witness: `W${jury.evidence.witnesses.length + 1}`,
        kind,
        affiliation,
        nominatedBy,
        why,
        topic,
        ...placed(position),
        ...(planned === undefined ? {} : { planned }),
      },
    ]),

  'accept-invitation': ({ witness }, asked) => {
    const found = ownWitness(asked, witness);
    if (!found.ok) return found;
    return found.value.invitation === 'open'
      ? ok([{ type: 'invitation-accepted', witness }])
      : refuse('invitation-answered');
  },

  'refuse-invitation': ({ witness, reason }, asked) => {
    const found = ownWitness(asked, witness);
    if (!found.ok) return found;
    return found.value.invitation === 'open'
      ? ok([{ type: 'invitation-refused', witness, reason }])
      : refuse('invitation-answered');
  },

  'substitute-witness': ({ witness, by }, asked) => {
    const gone = asked.jury.evidence.witnesses.find((one) => one.id === witness);
    if (!gone) return refuse('unknown-witness');
    if (!gone.withdrawn) return refuse('witness-not-withdrawn');
    if (gone.substitute !== undefined) return refuse('already-substituted');
    const substitute = standingWitness(asked, by);
    if (!substitute.ok) return substitute;
    const counts = substitute.value.hearing === 'planned' ? {} : countsOf(asked, witness);
    return ok([{ type: 'witness-substituted', witness, by, counts }]);
  },

  'withdraw-witness': ({ witness, reason }, asked) => {
    const found = ownWitness(asked, witness);
    if (!found.ok) return found;
    // [E7] A hearing does not stay open without its witness, or no other could begin.
    const closed: JuryEvent[] =
      found.value.hearing === 'open' ? [{ type: 'hearing-closed', witness, at: asked.now }] : [];
    return ok([...closed, { type: 'witness-withdrawn', witness, reason }]);
  },

  'declare-interests': ({ witness, interests }, asked) => {
    const found = ownWitness(asked, witness);
    return found.ok ? ok([{ type: 'interests-declared', witness, interests: asked.seal(interests) }]) : found;
  },

  'open-hearing': ({ witness }, asked) => {
    const found = standingWitness(asked, witness);
    if (!found.ok) return found;
    if (!found.value.interests) return refuse('interests-undeclared');
    if (asked.jury.evidence.witnesses.some((one) => one.hearing === 'open')) return refuse('hearing-already-open');
    return ok([{ type: 'hearing-opened', witness, counts: countsOf(asked, witness), at: asked.now }]);
  },

  'close-hearing': ({ witness, due }, asked) => {
    const found = standingWitness(asked, witness);
    if (!found.ok) return found;
    if (found.value.hearing !== 'open') return refuse('hearing-not-open');
    if (due !== undefined && due < dayAt(asked.now)) return refuse('day-is-past');
    return ok([{ type: 'hearing-closed', witness, at: asked.now }, ...owedInWriting(asked, witness, due)]);
  },

  ...questionRules,
  ...callRules,
  ...handoutRules,
  ...balanceRules,
  ...publicQuestionRules,
  ...factCheckRules,
};
