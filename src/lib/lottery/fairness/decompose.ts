/** From averages to a lottery by the quick way: panels taken off the averages, one after another. */
import type { PanelSpace } from '../panel-space.ts';
import { NEGLIGIBLE } from './lottery-by-type.ts';
import type { Averages, Part } from './lottery-by-type.ts';
import { mixOf } from './mix.ts';
import type { Means, Mix } from './mix.ts';
import { around, peel } from './peel.ts';
import type { Residue } from './peel.ts';

/** More than this much probability without a panel says that the averages themselves are out of reach. */
const HOPEFUL = 0.1;
/** How many peeled panels are put back at first, to try the residue again together with them. */
const PUT_BACK = 72;
/** How often the exact programme is asked about one such residue. */
const QUESTIONS = 40;

/**
 * Peels panels off the averages. A residue that cannot be peeled is put together again with the last panels and mixed from
 * whatever panels lie near it, which is a small programme. Null where that fails.
 * @param known panels found before; those found now are added in place
 */
export function peeled(space: PanelSpace, averages: Averages, known: Int32Array[], means: Means): Mix | null {
  const { parts, residue } = peel(space, averages, means.random);
  known.push(...parts.map(({ panel }) => panel));
  if (residue.weight < NEGLIGIBLE) return { parts, shortfall: 0, cut: null };
  for (let back = PUT_BACK; back < parts.length && residue.weight < HOPEFUL && !means.isLate(); back *= 3) {
    const kept = parts.slice(0, -back);
    const tail = mixNear(space, putBack(residue, parts.slice(-back)), parts.slice(-back), means);
    if (tail !== null) return { parts: [...kept, ...tail], shortfall: 0, cut: null };
  }
  return null;
}

function putBack(residue: Residue, parts: readonly Part[]): Residue {
  const weight = parts.reduce((sum, part) => sum + part.weight, residue.weight);
  const point = residue.point.map((people) => people * residue.weight);
  for (const part of parts) part.panel.forEach((people, type) => (point[type]! += people * part.weight));
  return { weight, point: point.map((people) => people / weight) };
}

/** The residue as panels of those types only that it still has, each close to it in every row. Null where that fails. */
function mixNear(space: PanelSpace, { point, weight }: Residue, known: readonly Part[], means: Means): Part[] | null {
  const types = space.sizes.flatMap((_, type) => (point[type]! > 0 ? [type] : []));
  // What falls short by so much in the residue falls short by less in the whole.
  const enough = NEGLIGIBLE / weight;
  const { lower, upper, most } = around(space, point);
  const near: PanelSpace = {
    seats: space.seats,
    sizes: types.map((type) => Math.min(space.sizes[type]!, most[type]!)),
    rowsOf: types.map((type) => space.rowsOf[type]!),
    lower: Array.from(lower),
    upper: Array.from(upper),
  };
  const { parts, shortfall } = mixOf(
    near,
    Float64Array.from(types, (type) => point[type]!),
    known.map(({ panel }) => Int32Array.from(types, (type) => panel[type]!)),
    means,
    { enough, exactQuestions: QUESTIONS },
  );
  if (shortfall >= enough) return null;
  return parts.map((part) => {
    const panel = new Int32Array(space.sizes.length);
    part.panel.forEach((people, place) => (panel[types[place]!] = people));
    return { weight: part.weight * weight, panel };
  });
}
