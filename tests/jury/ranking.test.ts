import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rank, readRanking, writeRanking } from '../../src/lib/jury/verdict/ranking.ts';

describe('a ranked paper', () => {
  test('[V27] only the order of the numbers counts, and what has none comes last', () => {
    expect(writeRanking(['a', 'b', 'c', 'd'], { b: 1, d: 7, a: 7 })).toBe('b>a,d>c');
    expect(writeRanking(['a', 'b'], { a: 2, b: 2 })).toBe('a,b');
    expect(readRanking('b>a,d>c')).toEqual([['b'], ['a', 'd'], ['c']]);
  });

  test('[V27] no number at all, or one for what is not on the paper, is no ranking', () => {
    expect(writeRanking(['a', 'b'], {})).toBeNull();
    expect(writeRanking(['a', 'b'], { a: undefined })).toBeNull();
    expect(writeRanking(['a', 'b'], { a: 1, z: 2 })).toBeNull();
  });
});

describe('Schulze', () => {
  test('[V27] the example of the paper, §3.1: 45 voters, five options, E before A before C before B before D', () => {
    const papers = {
      'a>c>b>e>d': 5,
      'a>d>e>c>b': 5,
      'b>e>d>a>c': 8,
      'c>a>b>e>d': 3,
      'c>a>e>b>d': 7,
      'c>b>a>d>e': 2,
      'd>c>e>b>a': 7,
      'e>b>a>d>c': 8,
    };
    const { places, preferred } = rank(['a', 'b', 'c', 'd', 'e'], papers);
    expect([preferred['a']?.['b'], preferred['b']?.['a'], preferred['c']?.['b'], preferred['e']?.['d']]).toEqual([
      20, 25, 29, 31,
    ]);
    expect(places).toEqual({ e: 1, a: 2, c: 3, b: 4, d: 5 });
  });

  test('[V27] who beats every other in pairs wins, even where most first places go elsewhere', () => {
    expect(
      rank(['bus', 'tram', 'metro'], { 'bus>tram>metro': 9, 'metro>tram>bus': 8, 'tram>metro>bus': 4 }).places,
    ).toEqual({ tram: 1, metro: 2, bus: 3 });
  });

  test('[V27] what the papers do not separate shares a place', () => {
    expect(rank(['a', 'b', 'c'], { 'a>b,c': 5, 'b>a,c': 5 }).places).toEqual({ a: 1, b: 1, c: 3 });
    expect(rank(['a', 'b'], {}).places).toEqual({ a: 1, b: 1 });
    expect(rank(['a', 'b', 'c'], { 'a>b>c': 1, 'b>c>a': 1, 'c>a>b': 1 }).places).toEqual({ a: 1, b: 1, c: 1 });
  });

  const OPTIONS = ['a', 'b', 'c', 'd'] as const;
  const paper = fc
    .tuple(...OPTIONS.map(() => fc.integer({ min: 1, max: 4 })))
    .map(
      (numbers) =>
        writeRanking(OPTIONS, Object.fromEntries(OPTIONS.map((option, at) => [option, numbers[at]]))) as string,
    );
  const box = fc.array(paper, { minLength: 0, maxLength: 25 });
  const counted = (papers: readonly string[]) => {
    const tally: Record<string, number> = {};
    for (const one of papers) tally[one] = (tally[one] ?? 0) + 1;
    return tally;
  };
  const placesOf = (papers: readonly string[]) => rank(OPTIONS, counted(papers)).places;
  const runs = { seed: 20270117, numRuns: 500 };

  test('[V27] each pair of options accounts for every paper: for one, for the other, or alike', () => {
    fc.assert(
      fc.property(box, (papers) => {
        const { preferred } = rank(OPTIONS, counted(papers));
        for (const one of OPTIONS)
          for (const other of OPTIONS) {
            if (one === other) continue;
            const alike = papers.filter((text) =>
              readRanking(text).some((group) => group.includes(one) && group.includes(other)),
            );
            expect((preferred[one]?.[other] ?? 0) + (preferred[other]?.[one] ?? 0) + alike.length).toBe(papers.length);
          }
      }),
      runs,
    );
  });

  test('[V27] an option that beats all others in pairs stands alone in the first place', () => {
    fc.assert(
      fc.property(box, (papers) => {
        const { preferred, places } = rank(OPTIONS, counted(papers));
        const beats = (one: string, other: string) => (preferred[one]?.[other] ?? 0) > (preferred[other]?.[one] ?? 0);
        const best = OPTIONS.find((one) => OPTIONS.every((other) => one === other || beats(one, other)));
        if (best) expect(OPTIONS.filter((option) => places[option] === 1)).toEqual([best]);
      }),
      runs,
    );
  });

  test('[V27] a winner whom one juror raises stays a winner', () => {
    fc.assert(
      fc.property(box, fc.nat(24), fc.nat(3), (papers, which, choice) => {
        const winner = OPTIONS[choice] as string;
        const old = papers[which];
        if (old === undefined || placesOf(papers)[winner] !== 1) return;
        const groups = readRanking(old);
        const numbers = Object.fromEntries(groups.flatMap((group, at) => group.map((option) => [option, at + 2])));
        const raised = writeRanking(OPTIONS, { ...numbers, [winner]: 1 }) as string;
        expect(placesOf(papers.toSpliced(which, 1, raised))[winner]).toBe(1);
      }),
      runs,
    );
  });
});
