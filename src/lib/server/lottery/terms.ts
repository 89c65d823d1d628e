/** Which lottery a jury needs now: for its panel, or for the seats that have fallen empty. */
import { canonicalJson, sha256Hex, targetsHash } from '../../lottery/index.ts';
import type { Merge, ReplacementTerms, Targets } from '../../lottery/index.ts';
import type { Jury } from '../../jury/jury.ts';
import { goneSince } from '../../jury/recruitment/draw-rules.ts';
import { jurorsOf, vacancies } from '../../jury/recruitment/seats.ts';
import type { Seat } from '../../jury/recruitment/seats.ts';
import type { Selection } from '../../jury/recruitment/selection.ts';
import type { PoolSummary } from '../records/pools.ts';
import type { Job, Purpose } from './desk.ts';

export function panelJob(jury: Jury, pool: PoolSummary, purpose: 'panel' | 'rehearsal' = 'panel'): Job {
  return jobOf(jury, pool, purpose);
}

/** [R16] Null while no seat is empty. */
export function replacementJob(jury: Jury, pool: PoolSummary): Job | null {
  if (vacancies(jury.seats).length === 0) return null;
  const { seated, leaving } = membersOf(jury);
  const before = jury.selection.replacements.at(-1)?.id ?? 'panel';
  return jobOf(jury, pool, 'replacement', { before, seated, leaving });
}

/** Whom a replacement's record names: who keeps a seat, who left since the draw before, who had left before that. */
export function membersOf(jury: Jury): Pick<ReplacementTerms, 'seated' | 'leaving' | 'left'> {
  return {
    seated: ticketsOf(jurorsOf(jury.seats)),
    leaving: ticketsOf(goneSince(jury)),
    left: jury.selection.replacements.flatMap(({ leaving }) => leaving).sort(),
  };
}

function jobOf(
  { id, selection, charter }: Jury,
  pool: PoolSummary,
  purpose: Purpose,
  replacement: Job['input']['replacement'] = null,
): Job {
  const { objective, oneAHousehold: households } = selection;
  const targets = targetsOf(selection);
  const { seats } = charter;
  const terms = { pool: pool.sha256, targets: targetsHash(targets), objective, households, seats, replacement };
  return {
    purpose,
    objective,
    terms: sha256Hex(canonicalJson(terms)),
    input: { jury: id, households, targets, seats, objective, replacement },
  };
}

const ticketsOf = (seats: readonly Seat[]): string[] => seats.flatMap(({ ticket }) => ticket ?? []).sort();

/** The groups that were decided to be counted as another. */
export const mergesOf = ({ decisions }: Pick<Selection, 'decisions'>): Merge[] =>
  decisions.flatMap(({ category, value, into }) => (into === undefined ? [] : [{ category, value, into }]));

/** The lottery's form of the targets: a flex that was not given is left out. */
export const targetsOf = ({ targets }: Pick<Selection, 'targets'>): Targets =>
  targets.map(({ category, value, min, max, minFlex, maxFlex }) => ({
    category,
    value,
    min,
    max,
    ...(minFlex === undefined ? {} : { minFlex }),
    ...(maxFlex === undefined ? {} : { maxFlex }),
  }));
