/** What the real tables hold of a consent round. */
import { expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { seatJury } from '../live/seated.ts';
import { readAll } from './read-all.ts';
import { scratchFolder } from './scratch.ts';

test('an answer lies in the box until all are there, and then nowhere', async () => {
  const folder = scratchFolder();
  const app = await createApp(readConfig({ ALQA_DATA: folder, ALQA_LOG: 'silent' }));
  onTestFinished(() => app.close());
  const { seats, hands, company } = await seatJury(app, { jury: 'J1', seats: 15 });
  for (const to of ['deliberating', 'drafting'] as const)
    await hands.give(company.organiser, { type: 'advance-stage', to });
  const wording = { title: 'Run buses', text: 'Do it.', rationale: 'It helps.', addressee: 'The city', citations: [] };
  await hands.give({ kind: 'seat', id: 'S01' }, { type: 'propose-recommendation', ...wording });
  await hands.give(company.facilitator, { type: 'open-round', recommendation: 'R1' });

  const papers = () => app.database.reader.selectFrom('paper').select(['ballot', 'choice']).execute();
  const beside = async (): Promise<string> =>
    JSON.stringify([
      await app.database.reader.selectFrom('journal').select('body').execute(),
      await app.database.reader.selectFrom('command').selectAll().execute(),
      await app.database.reader.selectFrom('content').select('text').execute(),
    ]);
  const [last = '', ...others] = seats.toReversed();
  for (const id of others)
    await hands.give({ kind: 'seat', id }, { type: 'answer-round', round: 'C1', mark: 'lament' });
  expect(await papers()).toHaveLength(14);
  expect(await beside()).not.toContain('lament');

  const because = 'A reason that stands nowhere else.';
  await hands.give(
    { kind: 'seat', id: last },
    { type: 'answer-round', round: 'C1', mark: 'cannot-live-with', because },
  );
  expect(await papers()).toEqual([]);
  expect(await beside()).toContain(because);
  // The reason is a text of its own now; beside the mark it stands in no file.
  expect(readAll(folder)).not.toContain(`cannot-live-with\n${because}`);
});
