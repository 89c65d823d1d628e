/** What the neighbours of an attacker wait, beside what they wait in quiet minutes: in turns, with the limits as they are by default. */
import { freePort } from '../faults/child-server.ts';
import { ATTACKS } from '../support/attacks.ts';
import type { AttackName, Outcome } from '../support/attacks.ts';
import { median, percentile, table } from './figures.ts';
import type { Measured } from './load.ts';
import { endEverything, startProcess, startServer } from './processes.ts';
import { JURORS, devicesOf, seatRooms } from './seating.ts';

export interface AttackExtent {
  readonly seconds: number;
  /** Pairs of a quiet and an attacked run. */
  readonly pairs: number;
}

export interface Attacked {
  readonly name: AttackName;
  /** By run, of all acts of the neighbours. Milliseconds. */
  readonly quiet: readonly number[];
  readonly attacked: readonly number[];
  readonly outcome: Outcome;
  /** Acts of the neighbours that were lost or refused, or reached somebody out of order. */
  readonly harmed: number;
}

/** Three juries in session; in the first the attacker has a seat. */
const NEIGHBOURS = 3;
const EVERY = 1;

export async function measureAttacks(
  folder: string,
  { seconds, pairs }: AttackExtent,
  tell: (line: string) => void,
): Promise<readonly Attacked[]> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  tell(`Seating ${NEIGHBOURS} juries and an attacker …`);
  const places = await seatRooms({ folder, origin, juries: NEIGHBOURS });
  const [first] = places;
  if (!first) throw new Error('Nobody was seated.');
  // Who was kept out in one run is not to be measured outside the door in the next.
  const runs = Object.keys(ATTACKS).length * pairs;
  const devices = await devicesOf({ folder, origin }, { jury: first.jury, seat: `S${JURORS}` }, runs);
  const settings = { PORT: String(port), ORIGIN: origin, ALQA_DATA: folder, ALQA_LOG: 'silent' };
  await startServer('alqa-server.ts', settings);
  const neighbours = startProcess('load.ts');
  const quietly = places.map((place) => (place === first ? { ...place, jurors: place.jurors.slice(0, -1) } : place));
  await neighbours.ask({ type: 'open', kind: 'alqa', origin, places: quietly, seed: 'neighbours' });
  const attackers = startProcess('attacker.ts');
  const target = { origin, jury: first.jury, foreign: places[1]?.jury ?? '' };

  const results: Attacked[] = [];
  for (const [row, name] of (Object.keys(ATTACKS) as AttackName[]).entries()) {
    const p99 = { quiet: [] as number[], attacked: [] as number[] };
    const outcome: Outcome = { sent: 0, cut: 0, answers: {} };
    let harmed = 0;
    for (let pair = 0; pair < pairs; pair += 1)
      for (const mood of ['quiet', 'attacked'] as const) {
        const seed = `${name} ${pair}`;
        const acting = neighbours.ask<Measured>({ type: 'measure', rooms: NEIGHBOURS, seconds, every: EVERY, seed });
        const cookie = devices[row * pairs + pair];
        const attacking =
          mood === 'attacked' ? attackers.ask<Outcome>({ name, target: { ...target, cookie }, seconds }) : undefined;
        const measured = await acting;
        p99[mood].push(percentile(measured.everyoneAfter, 0.99));
        harmed += measured.sent - measured.acknowledged + measured.missing + measured.disorder;
        if (attacking) add(outcome, await attacking);
      }
    results.push({ name, ...p99, outcome, harmed });
    tell(`  ${name}: measured`);
  }
  endEverything();
  return results;
}

function add(sum: Outcome, { sent, cut, answers }: Outcome): void {
  sum.sent += sent;
  sum.cut += cut;
  for (const [code, count] of Object.entries(answers)) sum.answers[code] = (sum.answers[code] ?? 0) + count;
}

export function attackTable(results: readonly Attacked[]): string {
  const head = ['', 'quiet p99 ms', 'attacked p99 ms', 'ratio', 'sent', 'cut off', 'harmed', 'answered'];
  const rows = results.map(({ name, quiet, attacked, outcome: { sent, cut, answers }, harmed }) => {
    const [before, during] = [median(quiet), median(attacked)];
    const answered = Object.entries(answers).map(([code, count]) => `${code} ${count}`);
    return [
      name,
      before.toFixed(1),
      during.toFixed(1),
      (during / before).toFixed(2),
      String(sent),
      String(cut),
      String(harmed),
      answered.join(', ') || '–',
    ];
  });
  return table([head, ...rows]);
}
