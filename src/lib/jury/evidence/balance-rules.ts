import * as v from 'valibot';
import type { Asked, Rules } from '../context.ts';
import { id, optionalWhole } from '../fields.ts';
import { activeJurors } from '../recruitment/seats.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { JuryEvent } from '../state.ts';
import { BALANCE, balanceBox } from './balance.ts';
import type { BalanceRating } from './balance.ts';
import { POSITIONS } from './position.ts';
import { standingExhibit, standingWitness } from './standing.ts';

/** The longest hearing that is planned, in minutes. */
export const LONGEST_HEARING = 480;

export const balanceCommands = [
  v.object({
    type: v.literal('set-position'),
    /** An exhibit or a witness. */
    item: id,
    position: v.picklist(POSITIONS),
    planned: optionalWhole(1, LONGEST_HEARING),
  }),
  v.object({ type: v.literal('rate-balance'), witness: id, rating: v.picklist(BALANCE) }),
  v.object({ type: v.literal('tell-balance'), witness: id }),
] as const;

type BalanceCommand = v.InferOutput<(typeof balanceCommands)[number]>;

/** [E46] Of fewer answers nothing is told: who said what could be guessed. */
const FEWEST = 5;

export const balanceRules: Rules<BalanceCommand['type']> = {
  'set-position': ({ item, position, planned }, asked) => {
    const isWitness = asked.jury.evidence.witnesses.some((one) => one.id === item);
    const found = isWitness ? standingWitness(asked, item) : standingExhibit(asked, item);
    if (!found.ok) return found;
    const minutes = isWitness && planned !== undefined ? { planned } : {};
    return ok([{ type: 'position-set', item, position, ...minutes }]);
  },

  'rate-balance': ({ witness, rating }, asked) => {
    const before = untold(asked, witness);
    if (!before.ok) return before;
    const { actor, facts, jury } = asked;
    if (actor.kind !== 'seat') return refuse('not-allowed');
    const raters = before.value?.raters.seats ?? [];
    if (raters.includes(actor.id)) return refuse('already-rated');

    // [E45] What was answered goes into the box, as a ballot's paper does, and nowhere else.
    asked.cast(balanceBox(witness), rating);
    const rated: JuryEvent = { type: 'balance-rated', witness, seat: actor.id };
    const silent = activeJurors(jury.seats).some((seat) => seat.id !== actor.id && !raters.includes(seat.id));
    const others = facts.answers ?? {};
    return ok(silent ? [rated] : [rated, told(witness, { ...others, [rating]: (others[rating] ?? 0) + 1 })]);
  },

  'tell-balance': ({ witness }, asked) => {
    const before = untold(asked, witness);
    return before.ok ? ok([told(witness, asked.facts.answers ?? {})]) : before;
  },
};

function told(witness: string, answers: Readonly<Record<string, number>>): JuryEvent {
  const all = Object.values(answers).reduce((sum, count) => sum + count, 0);
  return { type: 'balance-told', witness, counts: all < FEWEST ? null : answers };
}

/** What the jurors have said so far of a hearing that is over; undefined when nobody has said anything. */
function untold({ jury }: Asked, id: string): Result<BalanceRating | undefined> {
  const witness = jury.evidence.witnesses.find((one) => one.id === id);
  if (!witness) return refuse('unknown-witness');
  if (witness.hearing !== 'closed') return refuse('hearing-not-over');
  const rating = jury.evidence.ratings.find((one) => one.witness === id);
  return rating?.state === 'told' ? refuse('balance-told') : ok(rating);
}
