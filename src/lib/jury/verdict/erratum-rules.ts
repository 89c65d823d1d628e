import type { Asked, Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Erratum } from './erratum.ts';
import { outcomePlaces } from './outcome-place.ts';
import { findingsExplained } from './second-word.ts';
import { isCarried } from './statement.ts';
import { ballotOn, pollBallotOn } from './verdict.ts';
import type { Verdict } from './verdict.ts';

type ErratumCommand = 'propose-erratum' | 'agree-erratum' | 'drop-erratum';

export const erratumRules: Rules<ErratumCommand> = {
  'propose-erratum': ({ where, note }, { jury, actor, seal }) => {
    if (actor.kind !== 'member') return refuse('not-allowed');
    const { verdict } = jury;
    if (!placesIn(verdict).includes(where)) return refuse('unknown-place');
    const erratum = `C${verdict.errata.length + 1}`;
    return ok([{ type: 'erratum-proposed', erratum, where, note: seal(note), by: actor.id }]);
  },

  'agree-erratum': ({ erratum: id, why }, asked) => {
    const erratum = openErratum(asked, id);
    if (!erratum.ok) return erratum;
    const explained = findingsExplained(asked, why);
    return explained.ok ? ok([{ type: 'erratum-agreed', erratum: id, at: asked.now, ...explained.value }]) : explained;
  },

  'drop-erratum': ({ erratum: id }, asked) => {
    const erratum = openErratum(asked, id);
    return erratum.ok ? ok([{ type: 'erratum-dropped', erratum: id }]) : erratum;
  },
};

/** What of a published verdict a correction can be about, by its id. */
export function placesIn(verdict: Verdict): readonly string[] {
  const voted = verdict.recommendations.filter((one) => ballotOn(verdict, one.id)?.decision);
  const polls = verdict.polls.filter((one) => pollBallotOn(verdict, one.id)?.decision);
  const ids = [...voted, ...verdict.statements.filter(isCarried), ...polls].map((one) => one.id);
  return ['verdict', ...ids, ...outcomePlaces(verdict)];
}

function openErratum({ jury }: Asked, id: string): Result<Erratum> {
  const erratum = jury.verdict.errata.find((one) => one.id === id);
  if (!erratum) return refuse('unknown-erratum');
  return erratum.state === 'proposed' ? ok(erratum) : refuse('erratum-closed');
}
