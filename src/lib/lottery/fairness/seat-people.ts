/** From panels of types to panels of people: everybody of a type gets exactly the same chance. */
import type { WeightedPanel } from '../lottery.ts';
import { byCodeUnits } from '../pool.ts';
import type { Part } from './lottery-by-type.ts';

/** Slivers of probability below this are left to their neighbour. */
const SLIVER = 1e-13;

/** One type's people on one panel: `first` is where this panel begins among all panels that seat as many of the type. */
interface Share {
  readonly type: number;
  readonly seated: number;
  readonly first: number;
  readonly rota: Rota;
}

/**
 * McNaughton's wrap-around rule (1959). All panels that seat c of a type's people are laid end to end along a line of their
 * probability, c lines one behind the other; the whole is cut into as many equal pieces as the type has people. A piece is
 * never longer than the line, so nobody sits twice on a panel, and each person's pieces add up to the same chance.
 * A panel is divided where a piece ends in it: there are at most as many divisions as people for every c.
 * @param members the ids of each type
 */
export function seatPeople(parts: readonly Part[], members: readonly (readonly string[])[]): WeightedPanel[] {
  const rotas = new Map<string, Rota>();
  const shares = parts.map(({ weight, panel }) =>
    seatedTypes(panel).map(({ type, seated }): Share => {
      const key = `${String(type)}:${String(seated)}`;
      const rota = rotas.get(key) ?? new Rota(seated, members[type]!.length);
      rotas.set(key, rota);
      return { type, seated, rota, first: rota.extend(weight) };
    }),
  );
  return parts.flatMap(({ weight }, part) => {
    const ends = new Set([weight]);
    for (const { rota, first } of shares[part]!) rota.endsWithin(first, weight).forEach((end) => ends.add(end));
    const panels: WeightedPanel[] = [];
    let begin = 0;
    for (const end of [...ends].sort((a, b) => a - b)) {
      if (end - begin < SLIVER && end < weight) continue;
      const ids = shares[part]!.flatMap(({ type, rota, first }) =>
        rota.onDuty(first + (begin + end) / 2).map((person) => members[type]![person]!),
      );
      panels.push({ probability: end - begin, members: ids.sort(byCodeUnits) });
      begin = end;
    }
    return panels;
  });
}

function seatedTypes(panel: Int32Array): { type: number; seated: number }[] {
  const types: { type: number; seated: number }[] = [];
  panel.forEach((seated, type) => {
    if (seated > 0) types.push({ type, seated });
  });
  return types;
}

/** Who of `people` sits when, on panels that seat `seats` of them. */
class Rota {
  readonly #seats: number;
  readonly #people: number;
  #length = 0;

  constructor(seats: number, people: number) {
    this.#seats = seats;
    this.#people = people;
  }

  /** Lays a panel at the end of the line, and says where it begins. */
  extend(weight: number): number {
    const first = this.#length;
    this.#length += weight;
    return first;
  }

  /** Where pieces end within a panel, counted from its beginning. */
  endsWithin(first: number, weight: number): number[] {
    if (this.#seats === this.#people) return [];
    const piece = (this.#seats * this.#length) / this.#people;
    const ends: number[] = [];
    for (let line = 0; line < this.#seats; line += 1) {
      const begin = line * this.#length + first;
      for (let person = Math.floor(begin / piece) + 1; person * piece < begin + weight; person += 1) {
        const end = person * piece - begin;
        if (end > SLIVER && end < weight - SLIVER) ends.push(end);
      }
    }
    return ends;
  }

  /** The people who sit at one place of the line. */
  onDuty(place: number): number[] {
    const piece = (this.#seats * this.#length) / this.#people;
    return Array.from({ length: this.#seats }, (_, line) =>
      Math.min(this.#people - 1, Math.floor((line * this.#length + place) / piece)),
    );
  }
}
