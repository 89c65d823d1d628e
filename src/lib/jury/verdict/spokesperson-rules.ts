import type { Rules } from '../context.ts';
import { activeJurors } from '../recruitment/seats.ts';
import { ok, refuse } from '../result.ts';
import { approvalsNeeded } from './release-rules.ts';
import { MOST_SPOKESPERSONS, isChosen } from './spokesperson.ts';

type SpokespersonCommand = 'offer-to-speak' | 'confirm-spokesperson' | 'stop-speaking';

export const spokespersonRules: Rules<SpokespersonCommand> = {
  'offer-to-speak': ({ name }, { jury, actor, seal }) => {
    if (actor.kind !== 'seat') return refuse('not-allowed');
    if (jury.verdict.spokespersons.some((one) => one.seat === actor.id)) return refuse('already-offered');
    const needed = approvalsNeeded(activeJurors(jury.seats).length);
    return ok([{ type: 'spokesperson-offered', spokesperson: actor.id, name: seal(name), needed }]);
  },

  'confirm-spokesperson': ({ spokesperson }, { jury, actor }) => {
    if (actor.kind !== 'seat') return refuse('not-allowed');
    // [V53] Whoever has left speaks for nobody, and holds no place.
    const present = new Set(activeJurors(jury.seats).map((seat) => seat.id));
    const willing = jury.verdict.spokespersons.filter((one) => present.has(one.seat));
    const offered = willing.find((one) => one.seat === spokesperson);
    if (!offered) return refuse('unknown-spokesperson');
    if (offered.confirmed.seats.includes(actor.id)) return refuse('already-confirmed-speaker');
    const chosen = willing.filter(isChosen);
    if (!isChosen(offered) && chosen.length >= MOST_SPOKESPERSONS) return refuse('spokespersons-enough');
    return ok([{ type: 'spokesperson-confirmed', spokesperson, seat: actor.id }]);
  },

  'stop-speaking': (_command, { jury, actor }) => {
    if (actor.kind !== 'seat') return refuse('not-allowed');
    if (!jury.verdict.spokespersons.some((one) => one.seat === actor.id)) return refuse('unknown-spokesperson');
    return ok([{ type: 'spokesperson-withdrawn', spokesperson: actor.id }]);
  },
};
