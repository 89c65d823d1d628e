/** What remains on the server of who answered a survey how: the whole folder is searched, not only the tables. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { newCommandId } from '../../src/lib/live/outbox.ts';
import { LEVELS } from '../../src/lib/jury/surveys/items.ts';
import type { SurveyId } from '../../src/lib/jury/surveys/items.ts';
import { keyOf } from '../../src/lib/jury/surveys/sheets.ts';
import { createApp } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { fingerprint } from '../../src/lib/server/fingerprint.ts';
import { freshCode } from '../../src/lib/server/survey-codes.ts';
import { seatJury } from '../live/seated.ts';
import { readAll } from './read-all.ts';
import { scratchFolder } from './scratch.ts';

const JURORS = 20;

async function surveyed() {
  const folder = scratchFolder();
  const app = await createApp(readConfig({ ALQA_DATA: folder, ALQA_LOG: 'silent' }));
  onTestFinished(() => app.close());
  const { seats, company, hands } = await seatJury(app, { jury: 'J1', seats: JURORS });
  const { organiser, facilitator } = company;
  const codes = seats.map(freshCode);
  const answerAll = async (survey: SurveyId) => {
    for (const [index, id] of seats.entries()) {
      const level = LEVELS[index % LEVELS.length] ?? 'unsure';
      const command = { type: 'answer-survey', survey, code: codes[index] ?? '', again: false } as const;
      const answers = { position: level, unanswered: level };
      const request = {
        jury: 'J1',
        actor: { kind: 'seat', id },
        id: newCommandId(),
        command: { ...command, answers },
      } as const;
      expect(await app.commands.run(request)).toMatchObject({ ok: true });
    }
  };
  const keys = codes.map((code) => keyOf('J1', code));
  return { folder, app, organiser, facilitator, hands, codes, keys, answerAll };
}

test('[Q4] [Q5] no row and no byte joins a seat with a key, an answer or a code', { timeout: 60_000 }, async () => {
  const { folder, app, organiser, hands, codes, keys, answerAll } = await surveyed();
  await hands.give(organiser, { type: 'open-survey', survey: 'midway', about: 'It should be done.' });
  await answerAll('midway');
  await hands.give(organiser, { type: 'close-survey', survey: 'midway' });

  const disk = readAll(folder);
  for (const code of codes) expect(disk).not.toContain(code);
  const kept = JSON.stringify([
    await app.database.reader.selectFrom('journal').selectAll().execute(),
    await app.database.reader.selectFrom('command').selectAll().execute(),
  ]);
  for (const secret of [...keys, ...LEVELS.map((level) => `"${level}`)]) expect(kept).not.toContain(secret);

  // The log is empty after the close, so the file is all there is; in it the sheets lie in the order of ids made for the purpose.
  const papers = await app.database.reader.selectFrom('paper').selectAll().execute();
  expect(papers).toHaveLength(JURORS);
  const file = readFileSync(join(folder, 'alqa.sqlite'), 'latin1');
  const inFile = papers.toSorted((a, b) => file.indexOf(a.id) - file.indexOf(b.id)).map(({ id }) => id);
  const sorted = inFile.toSorted();
  expect([sorted, sorted.toReversed()]).toContainEqual(inFile);
  for (const key of keys) expect(file.split(key)).toHaveLength(3); // the row and its entry in the index
});

test('[Q9] when the results are told no sheet is left in any file', { timeout: 60_000 }, async () => {
  const { folder, app, organiser, facilitator, hands, keys, answerAll } = await surveyed();
  await hands.give(organiser, { type: 'open-survey', survey: 'midway', about: 'It should be done.' });
  await answerAll('midway');
  await hands.give(organiser, { type: 'close-survey', survey: 'midway' });
  const juror = { kind: 'seat', id: 'S01' } as const;
  for (const to of ['deliberating', 'drafting'] as const) await hands.give(organiser, { type: 'advance-stage', to });
  const wording = { title: 'Do it', text: 'Do it.', rationale: 'It helps.', addressee: 'The city' };
  const citations = [{ kind: 'exhibit' as const, id: 'E1' }];
  await hands.give(juror, { type: 'propose-recommendation', ...wording, citations });
  await hands.give(facilitator, { type: 'freeze-recommendation', recommendation: 'R1', version: 1 });
  await hands.give(organiser, { type: 'advance-stage', to: 'voting' });
  await hands.give(organiser, { type: 'open-survey', survey: 'after' });
  await answerAll('after');
  await hands.give(organiser, { type: 'close-survey', survey: 'after' });

  const standing = await app.juries.standing('J1');
  expect(standing?.jury.surveys.results.surveys.after?.position?.answers).toBe(JURORS);
  const disk = readAll(folder);
  for (const key of keys) expect(disk).not.toContain(key);
  expect(await app.database.reader.selectFrom('paper').selectAll().execute()).toEqual([]);
});

test('[Q4] by what is remembered of a command neither answer nor code can be guessed', () => {
  const of = (level: (typeof LEVELS)[number], code: string) =>
    fingerprint({ type: 'answer-survey', survey: 'after', code, again: false, answers: { position: level } });
  expect(new Set(LEVELS.map((level, index) => of(level, `${index}23456789012`))).size).toBe(1);
});
