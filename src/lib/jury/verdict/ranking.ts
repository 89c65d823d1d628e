/**
 * Ranked papers, counted by the Schulze method with winning votes: whoever beats every other option in pairs comes first, and
 * where pairs run in a circle the strongest paths decide. Source: M. Schulze, "A new monotonic, clone-independent, reversal
 * symmetric, and Condorcet-consistent single-winner election method", Social Choice and Welfare 36 (2011), pp. 267–303, §2.3.
 * Why this one: docs/decisions/0013.
 */

/** Options from the best down; those in one group are ranked alike. Every option stands in exactly one group. */
export type Ranking = readonly (readonly string[])[];

/** Papers by what stands on them: `a>b,c` puts a first, and b and c alike after it. */
export type RankedPapers = Readonly<Record<string, number>>;

export interface Ranked {
  /** 1 is best; options that the papers do not separate share a place. */
  readonly places: Readonly<Record<string, number>>;
  /** Of each pair, how many papers put the first above the second: `preferred.a.b`. */
  readonly preferred: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * One paper as it lies in the box. `places` are the juror's numbers, of which only the order counts; options left without one come
 * last, alike. Null when none has a number, or one that is not on the paper has.
 */
export function writeRanking(
  options: readonly string[],
  places: Readonly<Record<string, number | undefined>>,
): string | null {
  const numbered = Object.entries(places).filter(([, place]) => place !== undefined);
  if (numbered.length === 0 || numbered.some(([option]) => !options.includes(option))) return null;
  const of = (option: string): number => places[option] ?? Infinity;
  const groups = [...new Set(options.map(of))].toSorted((a, b) => a - b);
  return groups.map((place) => options.filter((option) => of(option) === place).join(',')).join('>');
}

export const readRanking = (paper: string): Ranking => paper.split('>').map((group) => group.split(','));

export function rank(options: readonly string[], papers: RankedPapers): Ranked {
  const preferred = preferences(options, papers);
  const reach = strongestPaths(options, preferred);
  // "Beaten by" is transitive, so that whoever is beaten stands below everybody who beats them.
  const beatenBy = (option: string): number =>
    options.filter((other) => of(reach, other, option) > of(reach, option, other)).length;
  return { places: Object.fromEntries(options.map((option) => [option, 1 + beatenBy(option)])), preferred };
}

type Pairs = Record<string, Record<string, number>>;

const of = (pairs: Ranked['preferred'], one: string, other: string): number => pairs[one]?.[other] ?? 0;

const pairsOf = (options: readonly string[], value: (one: string, other: string) => number): Pairs =>
  Object.fromEntries(
    options.map((one) => [
      one,
      Object.fromEntries(options.filter((other) => other !== one).map((other) => [other, value(one, other)])),
    ]),
  );

function preferences(options: readonly string[], papers: RankedPapers): Pairs {
  const read = Object.entries(papers).map(([paper, count]) => {
    const groups = readRanking(paper);
    return { count, place: new Map(groups.flatMap((group, at) => group.map((option) => [option, at] as const))) };
  });
  const above = (place: ReadonlyMap<string, number>, one: string, other: string): boolean =>
    (place.get(one) ?? Infinity) < (place.get(other) ?? Infinity);
  return pairsOf(options, (one, other) =>
    read.reduce((sum, { count, place }) => sum + (above(place, one, other) ? count : 0), 0),
  );
}

/** The strength of the strongest path from each option to each other: that of its weakest won pair, widest over all paths. */
function strongestPaths(options: readonly string[], preferred: Ranked['preferred']): Pairs {
  const reach = pairsOf(options, (one, other) =>
    of(preferred, one, other) > of(preferred, other, one) ? of(preferred, one, other) : 0,
  );
  for (const via of options)
    for (const from of options)
      for (const to of options) {
        if (from === via || to === via || from === to) continue;
        const row = reach[from] as Record<string, number>;
        row[to] = Math.max(row[to] ?? 0, Math.min(of(reach, from, via), of(reach, via, to)));
      }
  return reach;
}
