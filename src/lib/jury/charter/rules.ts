import { isClock } from '../clock.ts';
import type { Rules } from '../context.ts';
import { endOfTerm } from './working-days.ts';
import { hasReached } from '../stages.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Jury } from '../state.ts';
import { charterText } from './charter.ts';
import type { CharterText } from './charter.ts';
import type { CharterCommand } from './commands.ts';

/** [C1] OECD and Jefferson Center practice: a jury is 15 to 25 people. */
export const SEATS = { min: 15, max: 25 } as const;

export function checkCharter(text: CharterText): Result<CharterText> {
  if (text.seats < SEATS.min || text.seats > SEATS.max) return refuse('seats-out-of-range', SEATS);
  if (text.ends < text.starts) return refuse('dates-out-of-order');
  return ok(charterText(text));
}

export const charterRules: Rules<Exclude<CharterCommand['type'], 'create-jury' | 'advance-stage'>> = {
  'revise-charter': (command) => {
    const text = checkCharter(command);
    return text.ok ? ok([{ type: 'charter-revised', ...text.value }]) : text;
  },

  'set-decision-rule': ({ type: _type, paper, codes, changeable, statementHours, presence, ...rule }) => {
    const { threshold, quorum, minorityFloor } = rule;
    if (threshold.num > threshold.den) return refuse('threshold-out-of-range');
    if (2 * threshold.num < threshold.den) return refuse('threshold-below-half');
    if (quorum.num > quorum.den || 2 * quorum.num < quorum.den) return refuse('quorum-out-of-range');
    if (minorityFloor.num === 0 || 2 * minorityFloor.num > minorityFloor.den)
      return refuse('minority-floor-out-of-range');
    if (changeable && !codes) return refuse('change-needs-codes');
    return ok([
      {
        type: 'decision-rule-set',
        rule: {
          ...rule,
          ...(paper ? { paper } : {}),
          ...(statementHours === undefined ? {} : { statementHours }),
          ...(codes ? { codes: true } : {}),
          ...(changeable ? { changeable: true } : {}),
          ...(presence === undefined ? {} : { presence }),
          abstention: rule.abstention ?? false,
        },
      },
    ]);
  },

  'sign-mandate': ({ statement, respondBy: day, within }, { jury, actor, now, seal }) => {
    if (actor.kind !== 'member') return refuse('not-allowed');
    // [P12] A day, or a term from the jury's last.
    const respondBy = day ?? (within && endOfTerm(within, jury.charter.ends));
    if (respondBy === undefined) return refuse('respond-by-missing');
    if (respondBy <= jury.charter.ends) return refuse('respond-by-too-early');
    return ok([{ type: 'mandate-signed', statement: seal(statement), respondBy, signedBy: actor.id, signedAt: now }]);
  },

  'appoint-member': ({ member, role }, { jury }) => {
    // [D83] The clock has its office from the beginning.
    if (Object.hasOwn(jury.charter.members, member) || isClock({ kind: 'member', id: member }))
      return refuse('already-appointed');
    return ok([{ type: 'member-appointed', member, role }]);
  },

  'dismiss-member': ({ member, reason }, { jury, seal }) => {
    const role = Object.hasOwn(jury.charter.members, member) ? jury.charter.members[member] : undefined;
    if (!role) return refuse('not-appointed');
    const organisers = Object.values(jury.charter.members).filter((one) => one === 'organiser');
    if (role === 'organiser' && organisers.length === 1) return refuse('last-organiser');
    return ok([{ type: 'member-dismissed', member, reason: seal(reason) }]);
  },
};

/** Whether the charter may be read by the public: from the first invitation on. */
export const isPublic = (jury: Pick<Jury, 'charter'>): boolean => hasReached(jury.charter.stage, 'inviting');
