import { expect, test, vi } from 'vitest';
import { verifyChain } from '../../src/lib/jury/journal.ts';
import { citedIn } from '../../src/lib/jury/verdict/citation.ts';
import { CITES } from '../../src/lib/live/draft/document.ts';
import { readJournal } from '../../src/lib/server/records/journal.ts';
import { seatJury } from './seated.ts';
import { serve } from './served.ts';
import { WORDS, agreed, beginDrafting, stored, writer } from './writers.ts';

// A jury is drawn and seated for it.
vi.setConfig({ testTimeout: 30_000 });

const seat = (id: string) => ({ kind: 'seat', id }) as const;

test('[V48] [V85] [V86] [V87] what is taken in is on the disk as a version, and merged into the shared draft beside what is being written', async () => {
  const served = await serve();
  const seated = await seatJury(served.app, { jury: 'J1', seats: 15 });
  await beginDrafting(seated);
  const { app, hands, jury } = { ...served, ...seated };
  const one = await writer(served, jury, 'S02');
  one.type(one.text().length, ' Written together.');
  await agreed([one]);

  const suggest = { type: 'suggest-change', recommendation: 'R1', why: 'It has to be said.' } as const;
  const law = { act: 'Rules for buses, article 12', lawNow: 'Until eleven.', lawNew: 'All night.' };
  const passage = { kind: 'exhibit', id: 'E1', version: 1, quote: 'A fact' } as const;
  const wishes = [
    { field: 'addressee', paragraph: 1, instead: 'The ministry' },
    { field: 'byWhen', paragraph: 0, instead: 'By May 2029.' },
    { field: 'amendment', paragraph: 0, ...law },
    { field: 'citations', paragraph: 0, addSource: passage },
  ] as const;
  for (const [at, wish] of wishes.entries()) {
    await hands.give(seat('S05'), { ...suggest, ...wish, base: at + 1 });
    await hands.give(seat('S03'), {
      type: 'judge-suggestion',
      suggestion: `G${at + 1}`,
      stance: 'agree',
    });
    await hands.give(seat('S01'), { type: 'accept-suggestion', suggestion: `G${at + 1}` });
  }

  await one.until('the passage', (_, { doc }) => doc.getMap(CITES).size === 2);
  const draft = await stored(app, jury);
  const said = ['addressee', 'byWhen', 'act', 'lawNow', 'lawNew'].map((field) =>
    draft.getText(field).toString().trim(),
  );
  expect(said).toEqual(['The ministry', 'By May 2029.', law.act, law.lawNow, law.lawNew]);
  expect([...draft.getMap(CITES).keys()].map(citedIn)).toContainEqual(passage);
  expect(one.text()).toContain('Written together.');

  // What the disk holds, read anew.
  expect(verifyChain(jury, await readJournal(app.database, jury))).toMatchObject({ ok: true });
  const again = await serve({ ALQA_DATA: app.database.folder });
  const verdict = (await again.app.juries.standing(jury))?.jury.verdict;
  expect(verdict?.recommendations[0]?.versions.at(-1)).toMatchObject({
    number: 5,
    author: 'S05',
    addressee: 'The ministry',
    byWhen: { text: 'By May 2029.' },
    lawNew: { text: law.lawNew },
    text: { text: WORDS.text },
    citations: [{ id: 'E1' }, { id: 'E1', quote: { text: 'A fact' } }],
  });
  expect(verdict?.suggestions.map(({ state, support }) => [state, support.count])).toEqual(
    wishes.map(() => ['accepted', 1]),
  );
  expect(verdict).toEqual((await app.juries.standing(jury))?.jury.verdict);
});
