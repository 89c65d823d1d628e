/** From a lottery to a list of panels of which the draw takes one, each with the same chance. */
import seedrandom from 'seedrandom';
import { inCanonicalOrder, targetsInCanonicalOrder } from '../canonical.ts';
import type { EqualChanceList, Lottery } from '../lottery.ts';
import type { PanelSpace } from '../panel-space.ts';
import { byCodeUnits } from '../pool.ts';
import type { Part } from './lottery-by-type.ts';
import { openSeats } from './open-seats.ts';
import { roundedPanels } from './rounded-panels.ts';
import type { LotteryRequest } from './solve.ts';

/** Three ten-sided dice choose among so many. */
export const LIST_SIZE = 1000;

/**
 * Rounds a lottery to `size` panels with equal chances (Flanigan, Kehne and Procaccia, "Fair Sortition Made Transparent",
 * NeurIPS 2021). Every person should stand on `size` × probability of them, rounded down or up. The lottery's own panels
 * come first, as often as their probabilities say; then others that bring the counts nearer. People of one type take turns,
 * so their counts differ by one at most.
 * @param size whole, from 1; a panel may stand in the list more than once
 * @returns the panels, and the loss: smallest chance of the lottery less smallest chance of the list, over those who have one
 */
export function equalChanceList(
  lottery: Lottery,
  request: LotteryRequest,
  size: number = LIST_SIZE,
): { panels: EqualChanceList; loss: number } {
  if (!Number.isSafeInteger(size) || size < 1) throw new RangeError(`A list of ${String(size)} panels`);
  const { space, members, seated } = openSeats({
    ...request,
    pool: inCanonicalOrder(request.pool),
    targets: targetsInCanonicalOrder(request.targets),
  });
  const counts = roundedPanels(space, partsOf(lottery, space, members), size, seedrandom('alqa list'));
  const turn = members.map(() => 0);
  const panels = counts.map((panel) => {
    const ids = [...seated];
    panel.forEach((people, type) => {
      for (let seat = 0; seat < people; seat += 1) {
        ids.push(members[type]![turn[type]! % members[type]!.length]!);
        turn[type]! += 1;
      }
    });
    return ids.sort(byCodeUnits);
  });
  return { panels: panels.sort((a, b) => byCodeUnits(a.join(), b.join())), loss: lossOf(lottery, panels) };
}

/** The lottery's panels by type. */
function partsOf(lottery: Lottery, space: PanelSpace, members: readonly (readonly string[])[]): Part[] {
  const typeOf = new Map(members.flatMap((ids, type) => ids.map((id) => [id, type] as const)));
  const parts = new Map<string, { weight: number; panel: Int32Array }>();
  for (const { probability, members: ids } of lottery.panels) {
    const types = ids.flatMap((id) => typeOf.get(id) ?? []).sort((a, b) => a - b);
    const key = types.join();
    const part = parts.get(key) ?? { weight: 0, panel: new Int32Array(space.sizes.length) };
    if (part.weight === 0) for (const type of types) part.panel[type]! += 1;
    part.weight += probability;
    parts.set(key, part);
  }
  return [...parts.values()];
}

function lossOf(lottery: Lottery, panels: EqualChanceList): number {
  const times = new Map<string, number>();
  for (const ids of panels) for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  const none = new Set(lottery.unselectable.map(({ id }) => id));
  const able = lottery.people.filter(({ id }) => !none.has(id));
  const least = able.reduce((smallest, { probability }) => Math.min(smallest, probability), 1);
  const inList = able.reduce((smallest, { id }) => Math.min(smallest, (times.get(id) ?? 0) / panels.length), 1);
  return Math.max(0, least - inList);
}
