/** Finds panels quickly and without proof: chooses people and exchanges them one by one. */
import type { Counts, PanelSpace } from '../panel-space.ts';

/** A source of numbers from 0 to below 1. */
export type Random = () => number;

/** What a panel that is looked for must keep to, beyond being made of the people there are. */
export interface Within {
  /** How many people of each type it may have at least and at most. */
  readonly least: Int32Array;
  readonly most: Int32Array;
  /** What each row may count at least and at most. */
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
}

/** In the search for any panel: exchanges at most, how much the point's wishes count against a missed row, and how often an
 * exchange is tried although it makes things worse by one, which is enough to leave a dead end. */
const EXCHANGES = 400;
const PULL = 0.3;
const DARING = 0.1;
/** In the search for weight: exchanges per seat, and by how many missed rows one may make things worse at first. */
const EXCHANGES_PER_SEAT = 25;
const PATIENCE = 2.5;
/** Breaks ties between types, so that the same question gives different panels. */
const NOISE = 0.25;
const NOISES = 1021;

export class PanelSearch {
  readonly #seats: number;
  /** The rows of each type, so many places a type; a type with fewer rows has the row that never misses. */
  readonly #rowsOf: Int32Array;
  readonly #stride: number;
  readonly #rows: number;
  readonly #random: Random;
  readonly #noise: Float64Array;

  constructor({ rowsOf, lower, seats }: PanelSpace, random: Random) {
    this.#seats = seats;
    this.#random = random;
    this.#rows = lower.length + 1;
    this.#stride = rowsOf.reduce((most, rows) => Math.max(most, rows.length), 0);
    this.#rowsOf = new Int32Array(rowsOf.length * this.#stride).fill(lower.length);
    rowsOf.forEach((rows, type) => rows.forEach((row, place) => (this.#rowsOf[type * this.#stride + place] = row)));
    this.#noise = Float64Array.from({ length: NOISES }, () => random() * NOISE);
  }

  /**
   * A panel near a point: it starts with people drawn in proportion to the point (systematic sampling) and exchanges one for
   * another while rows are missed, preferring types of which the point has most. Null when the exchanges run out.
   * @param point how many people of each type are wanted on average; sums to the seats
   */
  near(point: Counts, within: Within): Int32Array | null {
    const types = this.#shuffled(candidates(within.most));
    const panel = this.#sample(types, point, within);
    if (panel === null) return null;
    const state = this.#seat(types, panel, within);
    const wish = new Float64Array(panel.length);
    const rate = (type: number): number => PULL * Math.min(1, point[type]! - panel[type]!);
    for (const type of types) wish[type] = rate(type);
    for (let exchange = 0; exchange < EXCHANGES && state.missed > 0; exchange += 1) {
      const seat = Math.floor(this.#random() * state.members.length);
      const leaves = state.members[seat]!;
      if (panel[leaves]! <= within.least[leaves]!) continue;
      if (!this.#isCrowded(leaves, state.rows, within) && this.#random() < 0.5) continue;
      const worse = this.#random() < DARING ? 1 : 0;
      const joins = this.#exchange(state, seat, wish, within, (change) => change <= worse);
      if (joins === leaves) continue;
      wish[leaves] = rate(leaves);
      wish[joins] = rate(joins);
    }
    return state.missed === 0 ? panel : null;
  }

  /**
   * Makes a panel heavier by exchanges of one person for another, through panels that miss a row for a while: threshold
   * accepting (Dueck and Scheuer, 1990) on weight less missed rows. Gives the heaviest panel met, perhaps not the heaviest
   * there is.
   * @param start keeps to `within`
   * @param weights of the types, none below 0
   */
  heavier(start: Int32Array, weights: ArrayLike<number>, within: Within): Int32Array {
    const types = candidates(within.most);
    const heaviest = types.reduce((most, type) => Math.max(most, weights[type]!), 0);
    if (heaviest === 0) return start;
    const wish = Float64Array.from(weights, (weight) => weight / heaviest);
    const state = this.#seat(types, start.slice(), within);
    let gained = 0;
    let best = { panel: start, gained };
    const exchanges = EXCHANGES_PER_SEAT * state.members.length;
    for (let exchange = 0; exchange < exchanges; exchange += 1) {
      const patience = PATIENCE * (1 - exchange / exchanges);
      const seat = Math.floor(this.#random() * state.members.length);
      const leaves = state.members[seat]!;
      if (state.panel[leaves]! <= within.least[leaves]!) continue;
      const joins = this.#exchange(state, seat, wish, within, (change, gain) => gain - change >= -patience);
      gained += wish[joins]! - wish[leaves]!;
      if (state.missed === 0 && gained > best.gained + 1e-12) best = { panel: state.panel.slice(), gained };
    }
    return best.panel;
  }

  /** Exchanges the person on a seat for one of the best other type, if accepted; gives the type that sits there then. */
  #exchange(
    state: State,
    seat: number,
    wish: Float64Array,
    within: Within,
    accept: (missedMore: number, gain: number) => boolean,
  ): number {
    const { panel, rows, gains, types, members } = state;
    const { lower, upper, most } = within;
    const leaves = members[seat]!;
    const stride = this.#stride;
    let change = 0;
    for (let place = leaves * stride; place < (leaves + 1) * stride; place += 1) {
      const row = this.#rowsOf[place]!;
      const count = (rows[row]! -= 1);
      if (row === this.#rows - 1) continue;
      change += count < lower[row]! ? 1 : count >= upper[row]! ? -1 : 0;
    }
    for (let row = 0; row < this.#rows - 1; row += 1) {
      const count = rows[row]!;
      gains[row] = count < lower[row]! ? 1 : count >= upper[row]! ? -1 : 0;
    }
    const noise = Math.floor(this.#random() * NOISES);
    let joins = leaves;
    let bestScore = -Infinity;
    for (let index = 0; index < types.length; index += 1) {
      const type = types[index]!;
      if (panel[type]! >= most[type]! || type === leaves) continue;
      let score = wish[type]! + this.#noise[(noise + index) % NOISES]!;
      for (let place = type * stride, end = place + stride; place < end; place += 1)
        score += gains[this.#rowsOf[place]!]!;
      if (score > bestScore) {
        bestScore = score;
        joins = type;
      }
    }
    for (let place = joins * stride; place < (joins + 1) * stride; place += 1) change -= gains[this.#rowsOf[place]!]!;
    const stays = joins === leaves || !accept(change, wish[joins]! - wish[leaves]!);
    if (stays) joins = leaves;
    for (let place = joins * stride; place < (joins + 1) * stride; place += 1) rows[this.#rowsOf[place]!]! += 1;
    if (stays) return leaves;
    panel[leaves]! -= 1;
    panel[joins]! += 1;
    members[seat] = joins;
    state.missed += change;
    return joins;
  }

  #seat(types: readonly number[], panel: Int32Array, { lower, upper }: Within): State {
    const rows = new Int32Array(this.#rows);
    const members: number[] = [];
    for (const type of types) {
      const people = panel[type]!;
      for (let person = 0; person < people; person += 1) members.push(type);
      for (let place = 0; place < this.#stride; place += 1) rows[this.#rowsOf[type * this.#stride + place]!]! += people;
    }
    let missed = 0;
    for (let row = 0; row < this.#rows - 1; row += 1) {
      missed += Math.max(0, lower[row]! - rows[row]!, rows[row]! - upper[row]!);
    }
    return { panel, rows, members, types, missed, gains: new Int32Array(this.#rows) };
  }

  #isCrowded(type: number, rows: Int32Array, { upper }: Within): boolean {
    for (let place = type * this.#stride; place < (type + 1) * this.#stride; place += 1) {
      const row = this.#rowsOf[place]!;
      if (row < this.#rows - 1 && rows[row]! > upper[row]!) return true;
    }
    return false;
  }

  /** Systematic sampling: every type gets its share of the point, rounded down or up. Null when there are too few people. */
  #sample(types: readonly number[], point: Counts, { least, most }: Within): Int32Array | null {
    const panel = Int32Array.from(least);
    let free = this.#seats - panel.reduce((sum, people) => sum + people, 0);
    let next = this.#random();
    let passed = 0;
    for (const type of types) {
      passed += Math.max(0, point[type]! - least[type]!);
      for (; next < passed; next += 1) {
        if (free === 0 || panel[type]! >= most[type]!) continue;
        panel[type]! += 1;
        free -= 1;
      }
    }
    for (const type of types) {
      const more = Math.min(free, most[type]! - panel[type]!);
      panel[type]! += more;
      free -= more;
    }
    return free === 0 ? panel : null;
  }

  #shuffled(items: number[]): number[] {
    for (let last = items.length - 1; last > 0; last -= 1) {
      const other = Math.floor(this.#random() * (last + 1));
      [items[last], items[other]] = [items[other]!, items[last]!];
    }
    return items;
  }
}

/** A panel during a search: who sits on which seat, what each row counts, and how many people too many or too few in all. */
interface State {
  readonly panel: Int32Array;
  readonly rows: Int32Array;
  readonly members: number[];
  readonly types: readonly number[];
  /** By how much one person more would bring each row nearer: 1, 0 or −1. */
  readonly gains: Int32Array;
  missed: number;
}

function candidates(most: Int32Array): number[] {
  const types: number[] = [];
  most.forEach((people, type) => {
    if (people > 0) types.push(type);
  });
  return types;
}
