/** What a lottery does to people's chances, as lines to read: the histogram, each value, the greedy method beside it. */
import {
  chancesByValue,
  fairnessOf,
  histogramOf,
  LEGACY_DRAWS,
  loadSolver,
  solveLottery,
} from '../../lib/lottery/index.ts';
import type { Lottery, LotteryRequest } from '../../lib/lottery/index.ts';

const WIDEST_BAR = 40;

/** The report of a lottery; it draws by the greedy method too, which takes about a second for a jury. */
export async function reportLines(lottery: Lottery, request: LotteryRequest): Promise<string[]> {
  const chances = new Map(lottery.people.map(({ id, probability }) => [id, probability]));
  return [
    ...(await comparison(lottery, request)),
    'People by chance:',
    ...histogram([...chances.values()]),
    'Chances by value: people, smallest – mean – largest',
    ...chancesByValue(request.pool, request.targets, chances).map(
      ({ category, value, people, min, mean, max }) =>
        `  ${category} = ${value}: ${String(people)}, ${percent(min)} – ${percent(mean)} – ${percent(max)}`,
    ),
  ];
}

async function comparison(lottery: Lottery, request: LotteryRequest): Promise<string[]> {
  const greedy = solveLottery({ ...request, objective: 'legacy' }, await loadSolver());
  if (!greedy.ok) throw new Error('A lottery exists, and now there is no panel');
  const never = new Set(lottery.unselectable.map(({ id }) => id));
  const least = ({ people }: Lottery): number =>
    fairnessOf(people.filter(({ id }) => !never.has(id)).map(({ probability }) => probability)).min;
  if (greedy.value.panels.length === 0) return ['The greedy method found no panel at all.'];
  return [
    `The least likely person who can be drawn: ${percent(least(greedy.value))} by the greedy method (about, from ${String(LEGACY_DRAWS)} draws), ${percent(least(lottery))} here.`,
  ];
}

function histogram(chances: readonly number[]): string[] {
  const bars = histogramOf(chances, 10);
  const most = Math.max(...bars.map(({ people }) => people));
  return bars.map(({ from, to, people }) => {
    const bar = '█'.repeat(Math.ceil((people / most) * WIDEST_BAR));
    return `  ${percent(from).padStart(7)} – ${percent(to).padStart(7)}  ${String(people).padStart(6)}  ${bar}`;
  });
}

const percent = (chance: number): string => `${(chance * 100).toFixed(2)}%`;
