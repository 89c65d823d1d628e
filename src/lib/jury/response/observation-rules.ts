import type { Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import { ballotOn } from '../verdict/verdict.ts';
import type { ObservationCommand } from './observation-commands.ts';
import { answersTo } from './response.ts';

/** More than anybody reads in a week; and the bound of what strangers can write into a journal before somebody looks. */
export const MOST_WAITING = 200;

export const observationRules: Rules<ObservationCommand['type']> = {
  'observe-implementation': ({ recommendation, text }, { jury, now, seal }) => {
    if (ballotOn(jury.verdict, recommendation)?.decision?.outcome !== 'adopted') return refuse('not-adopted');
    // [P26] There is something to observe once the authority has said what it will do.
    if (answersTo(jury.response, recommendation).length === 0) return refuse('nothing-to-observe');
    if (jury.response.observations.waiting.length >= MOST_WAITING) return refuse('observations-full');
    const words = seal(text);
    // Not a number: who sent one need not learn how many others did.
    const observation = `O${words.sha256.slice(0, 16)}`;
    return ok([{ type: 'observation-sent', observation, recommendation, text: words, at: now }]);
  },

  'show-observation': ({ observation: id }, { jury, role }) => {
    const { waiting, shown, refused } = jury.response.observations;
    if (shown.some((one) => one.id === id)) return refuse('observation-shown-already');
    // [P27] What one has refused only oversight can still show.
    const again = role === 'oversight' ? refused.find((one) => one.id === id) : undefined;
    const found = waiting.find((one) => one.id === id) ?? again;
    if (!found?.text) return refuse('unknown-observation');
    const { recommendation, text, at } = found;
    return ok([{ type: 'observation-shown', observation: id, recommendation, text, at }]);
  },

  'refuse-observation': ({ observation: id, rule }, { jury }) => {
    const { waiting, shown } = jury.response.observations;
    const found = [...waiting, ...shown].find((one) => one.id === id);
    if (!found) return refuse('unknown-observation');
    const { recommendation, text, at } = found;
    return ok([{ type: 'observation-refused', observation: id, recommendation, rule, text, at }]);
  },
};
