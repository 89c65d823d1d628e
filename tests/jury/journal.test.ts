import { describe, expect, test } from 'vitest';
import {
  contentHash,
  entryHash,
  genesis,
  hexHash,
  openEntry,
  sealEntry,
  verifyChain,
} from '../../src/lib/jury/journal.ts';
import type { Entry, SealedEntry } from '../../src/lib/jury/journal.ts';
import { evolve, foundJury } from '../../src/lib/jury/jury.ts';
import type { Content } from '../../src/lib/jury/terms.ts';
import { FACILITATOR, ORGANISER, juror, juryAt, play, vote, wording } from '../support/jury.ts';

const ID = 'night-buses';
const whole = juryAt('closed');

function seal(log: readonly Entry[]): SealedEntry[] {
  let head = genesis(ID);
  return log.map((entry) => {
    const sealed = sealEntry(entry, head);
    head = sealed.hash;
    return sealed;
  });
}

/** The texts of a journal by their hashes, as a server keeps them apart. */
function textsOf(value: unknown, texts = new Map<string, string>()): Map<string, string> {
  if (typeof value !== 'object' || value === null) return texts;
  const { sha256, text } = value as Partial<Content>;
  if (typeof sha256 === 'string' && typeof text === 'string') texts.set(sha256, text);
  Object.values(value).forEach((inner) => textsOf(inner, texts));
  return texts;
}

const chain = seal(whole.log);
const texts = textsOf(whole.log);
const open = (sealed: SealedEntry) => openEntry(sealed, (hash) => texts.get(hash) ?? null);

describe('a chain', () => {
  test('[J1] numbers its entries without a gap and dates every one', () => {
    expect(whole.log.map((entry) => entry.seq)).toEqual(whole.log.map((_, index) => index + 1));
    expect(whole.log.every((entry) => entry.at > 0 && entry.command.length === 32)).toBe(true);
  });

  test('[J2] verifies, from the first entry of every length', () => {
    expect(verifyChain(ID, chain)).toEqual({ ok: true, length: chain.length, head: chain.at(-1)?.hash });
    expect(verifyChain(ID, [])).toEqual({ ok: true, length: 0, head: genesis(ID) });
  });

  test('[J2] the first hash of all can be made by anyone', () => {
    expect(genesis(ID)).toBe(hexHash('alqa journal 1\nnight-buses'));
    expect(chain[0]?.prev).toBe(genesis(ID));
    expect(genesis('another')).not.toBe(genesis(ID));
  });

  test('[J1] opening gives back what was sealed, and replaying it gives the same jury', () => {
    const opened = chain.map(open);
    expect(opened).toEqual(whole.log);
    const [first, ...rest] = opened;
    if (first?.event.type !== 'jury-created') throw new Error('A journal begins with the founding');
    expect(rest.reduce((jury, entry) => evolve(jury, entry.event), foundJury(ID, first.event))).toEqual(whole.jury);
  });
});

describe('texts', () => {
  const texted = chain.filter((entry) => entry.body.includes('sha256content'));

  test('[J3] are in no entry', () => {
    expect(texts.size).toBeGreaterThan(10);
    const journal = JSON.stringify(chain);
    expect([...texts.values()].filter((text) => journal.includes(text))).toEqual([]);
  });

  test('[J3] the same words under two salts have two hashes', () => {
    expect(contentHash('a', 'Yes')).not.toBe(contentHash('b', 'Yes'));
    expect(contentHash('a', 'Yes')).toBe(hexHash('a\nYes'));
  });

  test('[J4] can be erased: the chain still verifies, and null stands in their place', () => {
    expect(texted.length).toBeGreaterThan(5);
    const erased = texted.map((entry) => openEntry(entry, () => null));
    expect(verifyChain(ID, chain)).toMatchObject({ ok: true });
    expect(textsOf(erased).size).toBe(0);
    expect(JSON.stringify(erased)).toContain('"text":null');
  });

  test('[J4] an entry whose text was erased is sealed to the same hash', () => {
    for (const entry of texted)
      expect(
        sealEntry(
          openEntry(entry, () => null),
          entry.prev,
        ),
      ).toEqual(entry);
  });
});

test('[J5] the journal holds no choice: two votes that went the other way leave the same entries, but for the count', () => {
  const entries = (counts: { for: number; against: number }) => {
    const voted = vote(juryAt('voting'), 'R1', counts);
    return voted.log.filter((entry) => entry.event.type === 'paper-cast');
  };
  const chosen = (counts: { for: number; against: number }) =>
    vote(juryAt('voting'), 'R1', counts).papers.map((paper) => paper.choice);
  expect(entries({ for: 18, against: 2 })).toEqual(entries({ for: 2, against: 18 }));
  expect(chosen({ for: 18, against: 2 })).not.toEqual(chosen({ for: 2, against: 18 }));
});

/** A short journal with every kind of actor, letters beyond ASCII, numbers, texts and a public actor's null. */
const short = seal([
  ...play(juryAt('designing'), []).log.slice(0, 3),
  { jury: ID, seq: 4, at: 1, actor: { kind: 'public' }, command: 'c', event: { type: 'seat-confirmed', seat: 'S01' } },
  {
    jury: ID,
    seq: 5,
    at: 2,
    actor: juror(1),
    command: 'd',
    event: { type: 'exhibit-withdrawn', exhibit: 'E1', reason: 'Қате 🚌', at: 2 },
  },
  {
    jury: ID,
    seq: 6,
    at: 3,
    actor: { kind: 'witness', id: 'W1' },
    command: 'e',
    event: { type: 'hearing-closed', witness: 'W1' },
  },
]);

/** Every text that differs from this one in one place: a character more, less or other; halves of characters among them. */
function* neighbours(text: string): Generator<string> {
  for (let at = 0; at <= text.length; at++) {
    yield `${text.slice(0, at)}0${text.slice(at)}`;
    if (at === text.length) continue;
    yield text.slice(0, at) + text.slice(at + 1);
    for (const bit of [1, 2, 4, 32]) {
      yield text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ bit) + text.slice(at + 1);
    }
  }
}

/** Every other value that a field's column could hold in its place. */
function* others(value: string | number | null): Generator<string | number | null> {
  if (typeof value === 'string') yield* neighbours(value);
  else if (value === null) yield* ['', 'null', 'S01'];
  else
    for (const digits of neighbours(String(value)))
      if (Number(digits) !== value && Number.isSafeInteger(Number(digits))) yield Number(digits);
}

describe('[J2] whatever is done to a journal, the first entry that does not fit is named', () => {
  const index = short.map((_, at) => at);
  const fields = Object.keys(short[0] as SealedEntry) as (keyof SealedEntry)[];
  const firstBad = (entries: readonly SealedEntry[]) => {
    const check = verifyChain(ID, entries);
    return check.ok ? 'nothing noticed' : check.seq;
  };

  test('it was whole before', () => {
    expect(firstBad(short)).toBe('nothing noticed');
    expect(fields).toEqual(['jury', 'seq', 'at', 'actorKind', 'actorId', 'command', 'body', 'prev', 'hash']);
  });

  test.each(fields)('any other %s in any entry', (field) => {
    let tried = 0;
    for (const [at, entry] of short.entries())
      for (const other of others(entry[field])) {
        if (other === entry[field]) continue;
        tried += 1;
        const changed = short.with(at, { ...entry, [field]: other } as SealedEntry);
        if (firstBad(changed) !== at + 1)
          expect([field, at, other, firstBad(changed)]).toEqual([field, at, other, at + 1]);
      }
    expect(tried).toBeGreaterThan(short.length * 2);
  });

  test.each(fields)('%s of another type', (field) => {
    for (const [at, entry] of short.entries())
      for (const other of [null, String(entry[field]), 0])
        if (other !== entry[field])
          expect(firstBad(short.with(at, { ...entry, [field]: other } as SealedEntry))).toBe(at + 1);
  });

  test.each(index.slice(0, -1))('entry at %i removed', (at) => {
    expect(firstBad(short.toSpliced(at, 1))).toBe(at + 1);
  });

  test.each(index)('entry at %i twice', (at) => {
    expect(firstBad(short.toSpliced(at, 0, short[at] as SealedEntry))).toBe(at + 2);
  });

  test.each(index.slice(0, -1))('entries at %i and after swapped', (at) => {
    expect(firstBad(short.with(at, short[at + 1] as SealedEntry).with(at + 1, short[at] as SealedEntry))).toBe(at + 1);
  });

  test.each(index.slice(1))('the middle cut out before %i', (at) => {
    if (at > 1) expect(firstBad(short.toSpliced(1, at - 1))).toBe(2);
    expect(firstBad(short.slice(at))).toBe(1);
  });

  test.each(index.slice(0, -1))('entry at %i rewritten with a hash that fits it: the next one tells', (at) => {
    const forged = { ...(short[at] as SealedEntry), command: 'forged' };
    expect(firstBad(short.with(at, { ...forged, hash: entryHash(forged) }))).toBe(at + 2);
  });

  test('a whole journal of another jury', () => {
    expect(verifyChain('another', short)).toEqual({ ok: false, seq: 1, why: 'belongs to another jury' });
  });

  test('[J6] an end cut off is only seen against a head that somebody kept', () => {
    const head = short.at(-1)?.hash;
    const check = verifyChain(ID, short.slice(0, -1));
    expect(check).toMatchObject({ ok: true, length: short.length - 1 });
    expect(check.ok && check.head).not.toBe(head);
  });
});

test('[J3] every text of a proposal is replaced, whatever else stands beside it', () => {
  const proposed = play(juryAt('drafting'), [
    [juror(1), { type: 'propose-recommendation', ...wording('Run buses all night') }],
    [FACILITATOR, { type: 'freeze-recommendation', recommendation: 'R1', version: 1 }],
    [
      ORGANISER,
      {
        type: 'invite-witness',
        kind: 'advocate',
        affiliation: 'Union',
        nominatedBy: 'jurors',
        why: 'Asked for.',
        topic: 'Shifts',
      },
    ],
  ]);
  const sealed = seal(proposed.log);
  expect(sealed.filter((entry) => entry.body.includes('recommendation-proposed'))[0]?.body).toMatch(
    /"title":\{"sha256content":"[0-9a-f]{64}"\}/,
  );
  expect(verifyChain(ID, sealed)).toMatchObject({ ok: true, length: proposed.log.length });
});
